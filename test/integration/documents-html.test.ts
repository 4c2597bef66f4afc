import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {DocumentInput} from '../../src/domain/ports.js';
import {hostileInput} from '../helpers/hostile-input.js';
import {sampleInput} from '../helpers/sample-input.js';
import {finding} from '../helpers/sample/findings.js';
import {testRenderer} from '../helpers/renderer.js';
import {haveTools} from '../helpers/tool.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const html = async (document: string, input: DocumentInput): Promise<string> => {
	const [file] = await testRenderer().render(document, ['html'], input);
	return new TextDecoder().decode(file?.bytes);
};

describe.skipIf(!haveTools('chromium'))('the HTML in a browser', () => {
	let browser: Browser;
	beforeAll(async () => {
		// Chromium refuses its sandbox to root, and containers often run as root; only our own files are opened.
		browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox']});
	});
	afterAll(() => browser.close());

	const open = async (
		text: string,
		options: {
			readonly width: number;
			readonly scheme?: 'light' | 'dark';
			readonly script?: boolean;
		},
	): Promise<{readonly page: Page; readonly requests: readonly string[]}> => {
		const context = await browser.newContext({
			viewport: {width: options.width, height: 900},
			colorScheme: options.scheme ?? 'light',
			javaScriptEnabled: options.script ?? true,
			// axe is put in from outside, which the policy of the page rightly forbids.
			bypassCSP: true,
		});
		const page = await context.newPage();
		const requests: string[] = [];
		page.on('request', r => requests.push(r.url()));
		await page.setContent(text);
		return {page, requests};
	};

	test.each([
		['risk-assessment', 1280, 'light'],
		['risk-assessment', 1280, 'dark'],
		['risk-assessment', 390, 'light'],
		['security-baseline', 1280, 'dark'],
		['security-baseline', 390, 'light'],
	] as const)('%s at %d px, %s, has no accessibility fault', async (document, width, scheme) => {
		const {page} = await open(await html(document, sampleInput()), {width, scheme});
		await page.evaluate(axe);
		const violations = await page.evaluate<readonly string[]>(
			`axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))`,
		);
		expect(violations).toEqual([]);
		await page.context().close();
	});

	test.each([390, 1280])('at %d px nothing sticks out, also with hostile text', async width => {
		for (const input of [sampleInput(), hostileInput()]) {
			const {page, requests} = await open(await html('risk-assessment', input), {width});
			const excess = await page.evaluate<number>(
				'document.documentElement.scrollWidth - innerWidth',
			);
			expect(excess).toBeLessThanOrEqual(0);
			expect(requests).toEqual([]);
			await page.context().close();
		}
	});

	test.each(['risk-assessment', 'security-baseline'])(
		'in %s no word of a table is broken where there is room',
		async document => {
			const {page} = await open(await html(document, sampleInput()), {width: 1280});
			const broken = await page.evaluate<readonly string[]>(`(() => {
			const range = document.createRange();
			const found = [];
			for (const cell of document.querySelectorAll('.table td, .table th')) {
				const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
				for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
					if (node.parentElement.closest('code, .long') !== null) continue;
					for (const {0: word, index} of node.data.matchAll(/[a-z]{4,18}/gi)) {
						range.setStart(node, index);
						range.setEnd(node, index + word.length);
						if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) found.push(word);
					}
				}
			}
			return found;
		})()`);
			expect(broken).toEqual([]);
			await page.context().close();
		},
	);

	test('hostile text makes no element, link or script', async () => {
		const text = await html('risk-assessment', hostileInput());
		expect(text).not.toMatch(/<(script|img|iframe|object|form|link|base)\b/i);
		const {page} = await open(text, {width: 1280});
		const links = await page.evaluate<readonly string[]>(
			`[...document.querySelectorAll('a')].map(a => a.getAttribute('href') ?? '')`,
		);
		expect(links.filter(href => !href.startsWith('#'))).toEqual([]);
		const handlers = await page.evaluate<number>(
			`[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length`,
		);
		expect(handlers).toBe(0);
		expect(await page.textContent('h1 + .subject')).toBe('Evil & <b>Sons</b> "*_` \\u{202e} Ltd');
		await page.context().close();
	});

	test('reads without script, with landmarks and headings in order', async () => {
		const {page} = await open(await html('risk-assessment', sampleInput()), {
			width: 1280,
			script: false,
		});
		expect(await page.getByRole('banner').count()).toBe(1);
		expect(await page.getByRole('main').count()).toBe(1);
		expect(await page.getByRole('contentinfo').count()).toBe(1);
		const contents = page.getByRole('navigation', {name: 'Contents'});
		expect(await contents.getByRole('link').count()).toBe(32);
		expect(await page.getByRole('heading', {level: 1}).allTextContents()).toEqual([
			'Risk assessment',
		]);
		await page.context().close();
	});

	test('no number in front of a row is torn, on screen or printed', async () => {
		const {page} = await open(await html('risk-assessment', sampleInput()), {width: 1280});
		for (const media of ['screen', 'print'] as const) {
			await page.emulateMedia({media});
			const torn = await page.evaluate<readonly string[]>(
				`[...document.querySelectorAll('td[data-name=""] > span')]
					.filter(s => s.getClientRects().length > 1 || s.getBoundingClientRect().height > 30)
					.map(s => s.textContent)`,
			);
			expect(torn).toEqual([]);
			expect(await page.locator('td[data-name=""]').count()).toBeGreaterThan(0);
		}
		await page.context().close();
	});

	test('no day is torn where there is room', async () => {
		for (const document of ['risk-assessment', 'security-baseline']) {
			const {page} = await open(await html(document, sampleInput()), {width: 1280});
			const days = page.locator('td .day, th .day');
			expect(await days.count()).toBeGreaterThan(3);
			const torn = await page.evaluate<readonly string[]>(
				`[...document.querySelectorAll('.day')].filter(d => d.getClientRects().length > 1).map(d => d.textContent)`,
			);
			expect(torn).toEqual([]);
			await page.context().close();
		}
	});

	test('a phrase beside long texts is not broken after each word', async () => {
		const names = ['one', 'two', 'three', 'four', 'five', 'six'];
		const more = names.map(name =>
			finding({
				check: `pg-${name}`,
				outcome: 'unknown',
				severity: 'low',
				title: `A check with a long title that tells what it looks at, number ${name}`,
				observed: 'not shown',
				expected: 'shown',
				reason: 'permission-denied',
				grant: 'GRANT SELECT ON pg_file_settings, pg_hba_file_rules TO dbvet;',
			}),
		);
		const {page} = await open(await html('risk-assessment', sampleInput({more})), {width: 1280});
		const lines = await page.evaluate<readonly number[]>(
			`[...document.querySelectorAll('td[data-name="Not seen, because"] span')]
				.filter(s => s.textContent.startsWith('the scanner account'))
				.map(s => new Set([...s.getClientRects()].map(r => Math.round(r.top))).size)`,
		);
		expect(lines.length).toBeGreaterThan(0);
		for (const count of lines) expect(count).toBeLessThanOrEqual(2);
	});

	test('every entry of the contents leads to its chapter', async () => {
		const {page} = await open(await html('security-baseline', sampleInput()), {width: 1280});
		const broken = await page.evaluate<readonly string[]>(
			`[...document.querySelectorAll('.contents a')]
				.filter(a => a.textContent !== document.querySelector(a.getAttribute('href'))?.textContent)
				.map(a => a.textContent)`,
		);
		expect(broken).toEqual([]);
		await page.context().close();
	});

	test('prints on A4 with each chapter whole', async () => {
		const {page} = await open(await html('risk-assessment', sampleInput()), {width: 1280});
		const pdf = await page.pdf({preferCSSPageSize: true});
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		await page.context().close();
	});
});

test('every state and severity is a word, not a colour alone', async () => {
	const text = await html('risk-assessment', sampleInput());
	const chips = [
		...text.matchAll(
			/<span class="chip [a-z]+"><span aria-hidden="true">[^<]+<\/span> ([a-z ]+)<\/span>/g,
		),
	];
	expect(chips.length).toBeGreaterThan(30);
	expect(text.match(/class="chip /g)?.length).toBe(chips.length);
});
