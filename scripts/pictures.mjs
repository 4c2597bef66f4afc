/**
 * Makes the pictures of the README from the real thing: the terminal UI on a workspace (drawn from what a terminal
 * shows) and a page of its risk assessment. Usage: node scripts/pictures.mjs WORKSPACE, after a demo. Needs Debian's
 * chromium and poppler-utils.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {chromium} from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const [workspace] = process.argv.slice(2);
if (workspace === undefined) throw new Error('usage: node scripts/pictures.mjs WORKSPACE');
/** Search for the question on plaintext and open it. */
const keys = ['/', 'not encrypted', '\r'];
const out = join(root, 'docs/images');
mkdirSync(out, {recursive: true});

const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const palette = [
	'#1b1f24',
	'#cf4b4b',
	'#4a9a5c',
	'#b98a2f',
	'#4b7bd1',
	'#9a5fb5',
	'#3d95a3',
	'#d0d4da',
];

/** One line of the screen as HTML, with bold, dim, inverse and the sixteen colours. */
const lineHtml = (line, columns) => {
	let html = '';
	for (let x = 0; x < columns; x += 1) {
		const cell = line.getCell(x);
		if (cell === undefined || cell.getWidth() === 0) continue;
		const styles = [];
		let colour = cell.isFgPalette() ? palette[cell.getFgColor() % 8] : undefined;
		let ground = cell.isBgPalette() ? palette[cell.getBgColor() % 8] : undefined;
		if (cell.isInverse()) [colour, ground] = [ground ?? '#14171a', colour ?? '#d8dce2'];
		if (colour !== undefined) styles.push(`color:${colour}`);
		if (ground !== undefined) styles.push(`background:${ground}`);
		if (cell.isBold()) styles.push('font-weight:700');
		if (cell.isDim()) styles.push('opacity:.65');
		const text = escape(cell.getChars() || ' ');
		html += styles.length > 0 ? `<span style="${styles.join(';')}">${text}</span>` : text;
	}
	return html;
};

const terminal = new xterm.Terminal({cols: 100, rows: 30, allowProposedApi: true});
const env = {...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8'};
delete env.CI;
const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), '--workspace', workspace], {
	cols: 100,
	rows: 30,
	env,
});
child.onData(data => terminal.write(data));
const settle = () => new Promise(done => setTimeout(done, 700));
await settle();
await settle();
for (const key of keys) {
	child.write(key);
	await settle();
}
const buffer = terminal.buffer.active;
const lines = Array.from({length: 30}, (_, y) =>
	lineHtml(buffer.getLine(buffer.viewportY + y), 100),
);
child.write('\u0003');

const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: ['--no-sandbox'],
});
const page = await browser.newPage({viewport: {width: 1000, height: 700}, deviceScaleFactor: 2});
await page.setContent(
	`<body style="margin:0;background:#fff"><pre id="t" style="display:inline-block;margin:0;padding:18px 20px;background:#14171a;color:#d8dce2;border-radius:10px;font:15px/21px 'DejaVu Sans Mono',monospace">${lines.join('\n')}</pre>`,
);
await page.locator('#t').screenshot({path: join(out, 'terminal.png')});
await browser.close();

const scratch = mkdtempSync(join(tmpdir(), 'dbvet-pictures-'));
execFileSync('pdftoppm', [
	'-png',
	'-r',
	'80',
	'-f',
	'2',
	'-l',
	'2',
	join(workspace, 'documents/risk-assessment.pdf'),
	join(scratch, 'page'),
]);
renameSync(join(scratch, readdirSync(scratch)[0]), join(out, 'risk-assessment.png'));
rmSync(scratch, {recursive: true});
