/**
 * Runs the tests and ends with the one line `N passed, N failed, N skipped`. A skip names what is missing.
 * With DBVET_NO_SKIPS=1 (as .ci/run sets it) a skipped test fails the run.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// Not into the checkout: the report names where the checkout lies.
const folder = mkdtempSync(join(tmpdir(), 'dbvet-tests-'));
const report = join(folder, 'results.json');
process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
const run = spawnSync(
	process.execPath,
	[
		join(root, 'node_modules/vitest/vitest.mjs'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...process.argv.slice(2),
	],
	{cwd: root, stdio: 'inherit'},
);
let totals = {passed: 0, failed: 1, skipped: 0};
try {
	const result = JSON.parse(readFileSync(report, 'utf8'));
	const skipped = result.testResults.flatMap(file =>
		file.assertionResults.filter(test => test.status === 'pending' || test.status === 'skipped'),
	);
	for (const test of skipped) console.log(`skipped: ${test.fullName}`);
	// A file that could not be loaded has no tests and must still count as a failure.
	const broken = result.testResults.filter(
		file =>
			file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
	);
	totals = {
		passed: result.numPassedTests,
		failed: result.numFailedTests + broken.length,
		skipped: skipped.length,
	};
} catch (error) {
	console.error(`The test report could not be read: ${error.message}`);
}
const strict = process.env.DBVET_NO_SKIPS === '1' && totals.skipped > 0;
if (strict) console.error('Skipped tests are not allowed here: install what they name.');
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(run.status !== 0 || totals.failed > 0 || totals.passed === 0 || strict ? 1 : 0);
