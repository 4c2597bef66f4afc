/**
 * Records evidence/example anew: the story of the demo, each step on the day that the story gives it, on real servers.
 * Usage: npm run build && node scripts/record-example.mjs [LAST-DAY]. The last day is today unless given.
 */
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const {runDemo} = await import(new URL('../dist/dev/demo.js', import.meta.url).href);
const [last = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const noon = Date.parse(`${last}T09:00:00Z`);
let step = 0;
/** Some minutes pass between two steps of a day. */
const clock = day => {
	step += 1;
	return new Date(noon + day * 86_400_000 + step * 240_000).toISOString();
};

const scratch = await mkdtemp(join(tmpdir(), 'dbvet-example-'));
const folder = join(scratch, 'example');
try {
	await runDemo(folder, clock);
	const example = join(root, 'evidence/example');
	const readme = await readFile(join(example, 'README.md'), 'utf8').catch(() => '');
	await rm(example, {recursive: true, force: true});
	await cp(folder, example, {recursive: true});
	await writeFile(join(example, 'README.md'), readme);
} finally {
	await rm(scratch, {recursive: true, force: true});
}
