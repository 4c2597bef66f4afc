import {beforeAll, describe, expect, test} from 'vitest';
import {hostileInput, longNote} from '../helpers/hostile-input.js';
import {sampleInput} from '../helpers/sample-input.js';
import {finding} from '../helpers/sample/findings.js';
import {testRenderer} from '../helpers/renderer.js';
import {haveTools, runOn} from '../helpers/tool.js';

const pdf = async (document: string, input = sampleInput()): Promise<Uint8Array> => {
	const [file] = await testRenderer().render(document, ['pdf'], input);
	if (!file) throw new Error('no file');
	return file.bytes;
};
const pagesOf = (bytes: Uint8Array): readonly string[] =>
	runOn(bytes, 'pdftotext', ['-layout', 'FILE', '-']).output.split('\f').slice(0, -1);

describe.skipIf(!haveTools('qpdf', 'pdftotext', 'pdfinfo', 'pdffonts'))('the PDF', () => {
	let bytes: Uint8Array;
	let pages: readonly string[];
	beforeAll(async () => {
		bytes = await pdf('risk-assessment');
		pages = pagesOf(bytes);
	});

	test.each(['risk-assessment', 'security-baseline'])('%s is sound', async document => {
		const {status, output} = runOn(await pdf(document), 'qpdf', ['--check', 'FILE']);
		expect(output).not.toContain('WARNING');
		expect(status).toBe(0);
	});

	test('is tagged, titled, dated by the evaluation, and embeds every font', () => {
		const info = runOn(bytes, 'pdfinfo', ['-isodates', 'FILE']).output;
		expect(info).toMatch(/Title:\s+Risk assessment: Example Health/);
		expect(info).toMatch(/Tagged:\s+yes/);
		expect(info).toMatch(/CreationDate:\s+2026-11-22T03:00:00/);
		expect(info).toMatch(/Page size:\s+595\.28 x 841\.89/);
		const list = runOn(bytes, 'pdffonts', ['FILE']).output;
		const fonts = list.split('\n').slice(2);
		const shown = fonts.filter(l => l !== '');
		expect(shown.length).toBeGreaterThan(3);
		for (const font of shown) expect(font).toMatch(/ yes +yes +yes /);
	});

	test.each(['a4', 'letter'] as const)(
		'decides on page 2: the whole summary stands there, on %s paper',
		async paper => {
			const [, second, third] = pagesOf(await pdf('risk-assessment', {...sampleInput(), paper}));
			for (const part of ['Summary', 'Do first', 'Not known']) expect(second).toContain(part);
			expect(third).toMatch(/^\s*Risk assessment.*\s+Contents/);
		},
	);

	test('has a structure that can be walked', async () => {
		const {output} = runOn(bytes, 'pdfinfo', ['-struct', 'FILE']);
		expect(output).not.toMatch(/Error/);
		const tags = 'Document H1 H2 H3 P Table TR TH TD L LI Figure TOC TOCI Link'.split(' ');
		for (const tag of tags) expect(output).toMatch(new RegExp(`^\\s*${tag}(?=[ :]|$)`, 'm'));
		// A short document, because pdfinfo reads each page anew for each piece of text.
		const short = await pdf('risk-assessment', sampleInput({empty: true}));
		const words = runOn(short, 'pdfinfo', ['-struct-text', 'FILE']).output;
		expect(words).toMatch(/H1 .*\n\s+"Risk assessment"/);
		expect(words).toMatch(/TOCI[\s\S]{0,120}"Summary"[\s\S]{0,120}" ?2"/);
		expect(words).toMatch(/P \(block\)\s+"Nothing is known yet/);
	});

	test('has bookmarks with counts, a language, and heat maps in words', () => {
		const json = JSON.parse(runOn(bytes, 'qpdf', ['--json', 'FILE']).output) as {
			outlines: {title: string}[];
		};
		const titles = json.outlines.map(o => o.title).slice(0, 3);
		expect(titles).toEqual(['Summary', 'Scope, method and limits', 'Risks']);
		const qdf = ['--qdf', '--object-streams=disable', 'FILE', '-'];
		const text = runOn(bytes, 'qpdf', qdf).output;
		expect(text).toMatch(/\/Lang \(en-GB\)/);
		expect(text).toMatch(/\/Count -\d/);
		expect(text).toContain('Before controls: 4 critical.');
	});

	test('page two is enough to decide', () => {
		const words = ['Summary', 'Counting only what was verified', 'Do first', 'Not known'];
		for (const part of [...words, 'Before controls']) expect(pages[1]).toContain(part);
	});

	test('every page but the cover says page x of y and where it comes from', () => {
		expect(pages[0]).not.toMatch(/Page \d+ of/);
		pages.slice(1).forEach((page, i) => {
			expect(page).toContain(`Page ${i + 2} of ${pages.length}`);
			expect(page).toContain('Risk assessment · Example Health');
			expect(page).toContain('clock fixed at 2026-11-22 03:00 UTC');
		});
	});

	test('the contents name the right pages', () => {
		const contents = pages.find(p => /^\s*Contents$/m.test(p)) ?? '';
		const entry = /^\s*(Summary|Risks|Findings|Unknowns|Appendix [A-D]: [a-z ]+?)\s{2,}(\d+)$/gm;
		const entries = [...contents.matchAll(entry)];
		expect(entries.length).toBe(8);
		for (const [, title, page] of entries) {
			expect(pages[Number(page) - 1]).toMatch(new RegExp(`^\\s*${title ?? ''}$`, 'm'));
		}
	});

	test('no heading stands alone at the foot of a page', () => {
		const heading =
			/^(Summary|Risks|Contradictions|Findings|Unknowns|Appendix .*|Controls of .*|What lowers it:|.* \(\d+\))$/;
		for (const page of pages) {
			const lines = page.split('\n').map(l => l.trim());
			const last = lines.filter(l => l !== '').at(-2) ?? '';
			expect(last).not.toMatch(heading);
		}
	});

	test('a risk stands together with the beginning of what lowers it', () => {
		const first = pages.findIndex((p, i) => i > 2 && /^\s*Risks$/m.test(p));
		let risks = 0;
		for (const page of pages.slice(first)) {
			// The heading of a risk is not indented by a cell and carries its target behind a colon.
			for (const part of page.split(/^ {0,3}(?=R\d+ \S.*: \S)/m).slice(1)) {
				if (!part.includes('Before controls')) continue;
				risks += 1;
				expect(part, part.split('\n')[0]).toContain('What lowers it');
			}
		}
		expect(risks).toBeGreaterThan(3);
	});

	test('the version is said once on the identity card', async () => {
		const card =
			pagesOf(await pdf('security-baseline')).find(p => /^\s*At a glance$/m.test(p)) ?? '';
		const row =
			/Version and support([^]*?)Platform/.exec(card.slice(card.indexOf('Engine')))?.[1] ?? '';
		const number = /\d+\.\d+/.exec(row)?.[0] ?? 'no number';
		expect(row.split(number)).toHaveLength(2);
	});

	test('Letter paper is Letter paper', async () => {
		const letter = await pdf('risk-assessment', sampleInput({paper: 'letter'}));
		expect(runOn(letter, 'pdfinfo', ['FILE']).output).toMatch(/Page size:\s+612 x 792/);
	});

	test('an empty workspace gives a sound file', async () => {
		const empty = await pdf('risk-assessment', sampleInput({empty: true}));
		expect(runOn(empty, 'qpdf', ['--check', 'FILE']).status).toBe(0);
		expect(pagesOf(empty)[1]).toContain('Nothing is known yet');
	});
});

describe.skipIf(!haveTools('qpdf', 'pdftotext', 'pdfinfo'))('hostile text in a PDF', () => {
	let bytes: Uint8Array;
	let raw: string;
	beforeAll(async () => {
		bytes = await pdf('risk-assessment', hostileInput());
		raw = runOn(bytes, 'pdftotext', ['-raw', 'FILE', '-']).output;
	}, 120_000);

	test('leaves a sound file with readable metadata', () => {
		const check = runOn(bytes, 'qpdf', ['--check', 'FILE']);
		expect(check.output).not.toContain('WARNING');
		expect(check.status).toBe(0);
		const metadata = runOn(bytes, 'pdfinfo', ['-meta', 'FILE']).output;
		expect(metadata).toContain('Evil &amp; &lt;b&gt;Sons');
		expect(metadata).not.toContain('<b>');
	});

	test('loses no finding and no word of a long note', () => {
		const squeezed = raw.replace(/\s+/g, '');
		const missing = Array.from({length: 300}, (_, i) => i).filter(
			i => i % 7 !== 0 && !squeezed.includes(`seen-${i}`),
		);
		expect(missing).toEqual([]);
		expect(longNote.split(' ').filter(word => !squeezed.includes(word))).toEqual([]);
	});

	test('shows what it cannot draw, and control characters, in words', () => {
		const squeezed = raw.replace(/\s+/g, '');
		expect(squeezed).toContain('[U+65E5][U+672C][U+8A9E]');
		expect(squeezed).toContain('\\u{1b}[31mred');
		expect(squeezed).toContain('\\u{202e}txt.exe');
		expect(squeezed).toContain('<script>alert(1)</script>');
	});

	test('stays inside the margins of every page', () => {
		const boxes = runOn(bytes, 'pdftotext', ['-bbox', 'FILE', '-']).output;
		const outside: string[] = [];
		let [width, height] = [0, 0];
		for (const line of boxes.split('\n')) {
			const page = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
			if (page) [width, height] = [Number(page[1]), Number(page[2])];
			const box = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.]+)" yMax="([\d.]+)"/.exec(line);
			if (!box) continue;
			const [left, , right, bottom] = box.slice(1).map(Number) as [number, number, number, number];
			// Header and footer stand in the margin above and below, the sides are free everywhere.
			if (left < 70 || right > width - 70 + 1.5 || bottom > height - 30) outside.push(line.trim());
		}
		expect(outside).toEqual([]);
	});

	test('repeats the header of a table that goes on', async () => {
		const more = Array.from({length: 80}, (_, i) =>
			finding({
				check: 'pg-many',
				object: `role_${i}`,
				outcome: 'fail',
				severity: 'low',
				title: 'Many roles are alike',
				observed: 'It is one of many',
				expected: 'few',
			}),
		);
		const heads = async (input: ReturnType<typeof sampleInput>): Promise<number> =>
			pagesOf(await pdf('risk-assessment', input))
				.join('')
				.match(/^ *Object +Observed +Status$/gm)?.length ?? 0;
		expect(await heads(sampleInput({more}))).toBeGreaterThan((await heads(sampleInput())) + 1);
	});

	test('makes no link out of a text', () => {
		const qdf = ['--qdf', '--object-streams=disable', 'FILE', '-'];
		const text = runOn(bytes, 'qpdf', qdf).output;
		expect(text).not.toContain('/URI');
		expect(text).not.toContain('/JavaScript');
	});
});
