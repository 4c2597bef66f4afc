import {describe, expect, test} from 'vitest';
import {sampleInput} from '../helpers/sample-input.js';
import {testRenderer} from '../helpers/renderer.js';
import {haveTools, runOn} from '../helpers/tool.js';

type Input = ReturnType<typeof sampleInput>;

const pdfs = async (document: string, input: Input): Promise<readonly Uint8Array[]> =>
	(await testRenderer().render(document, ['pdf'], input)).map(({bytes}) => bytes);
const linesOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
	runOn(bytes, 'pdftotext', ['-layout', 'FILE', '-'])
		.output.split('\f')
		.slice(0, -1)
		.map(page =>
			page
				.split('\n')
				.map(line => line.trim())
				.filter(line => line !== ''),
		);
const settled = (input: Input, preparedBy: string | undefined): Input => {
	const {preparedBy: _, ...settings} = input.state.settings;
	return {
		...input,
		state: {
			...input.state,
			settings: {...settings, ...(preparedBy === undefined ? {} : {preparedBy})},
		},
	};
};

/** The sample with some rows more in the chapter on accounts, so that what follows them stands elsewhere on its page. */
const withRows = (rows: number): Input => {
	const input = sampleInput();
	const own = input.evaluation.controls.find(c => c.id === 'prod-db/service-accounts');
	const skipped = input.evaluation.controls.find(c => c.state === 'not-applicable');
	if (!own || !skipped) throw new Error('the sample has no such control');
	const more = Array.from({length: rows}, (_, i) => ({...own, id: `${own.id}-${i}`}));
	const out = {...skipped, definition: {...skipped.definition, requirements: ['B1']}};
	const controls = [...input.evaluation.controls.filter(c => c !== skipped), ...more, out];
	return {...input, evaluation: {...input.evaluation, controls}};
};

describe.skipIf(!haveTools('pdftotext', 'pdfinfo'))('the pages of the PDF', () => {
	test.each([
		['risk-assessment', 'North Quay Consulting'],
		['security-baseline', 'North Quay Consulting'],
		['security-baseline', undefined],
	])('the author of the %s is who prepared it (%s), or else the organisation', async (id, by) => {
		for (const bytes of await pdfs(id, settled(sampleInput(), by)))
			expect(/^Author: +(.*)$/m.exec(runOn(bytes, 'pdfinfo', ['FILE']).output)?.[1]).toBe(
				by ?? 'Example Health',
			);
	});

	test('what introduces a list never stands alone at the foot of a page', async () => {
		for (const rows of [8, 9, 10]) {
			const [bytes] = await pdfs('security-baseline', withRows(rows));
			const pages = linesOf(bytes ?? new Uint8Array());
			expect(pages.flat()).toContain('Not applicable:');
			for (const page of pages) expect(page.at(-2), `${rows} rows`).not.toBe('Not applicable:');
		}
	});

	test('a baseline without an accepted deviation says so in its chapter, under no heading', async () => {
		const input = sampleInput();
		const findings = input.evaluation.findings.map(({waiver: _, ...f}) => f);
		const evaluation = {...input.evaluation, findings, waivers: []};
		const [bytes] = await pdfs('security-baseline', {...input, evaluation});
		const lines = linesOf(bytes ?? new Uint8Array()).flat();
		expect(lines.join(' ')).toMatch(/Seen on [^.]+\. None of them is accepted\./);
		expect(lines).not.toContain('None.');
		expect(lines.filter(line => line.startsWith('Accepted deviations'))).toEqual([]);
	});
});
