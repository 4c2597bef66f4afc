/**
 * The built program's smoke journey, on the Node.js that runs this file: init, target, answer, probe of a closed port,
 * status, render in three formats, history, check. Uses nothing but Node and dist/.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dbvet-smoke-'));
const dbvet = (expected, ...args) => {
	const env = {...process.env};
	const run = spawnSync(process.execPath, [main, ...args], {
		// All questions in JSON are more than the usual megabyte.
		maxBuffer: 64 * 1024 * 1024,
		cwd: folder,
		encoding: 'utf8',
		env: {...env, DBVET_USER: 'Smoke Test', DBVET_NOW: '2026-11-22T12:00:00Z'},
		input: '',
	});
	assert.equal(
		run.status,
		expected,
		`dbvet ${args.join(' ')} ended with ${run.status}\n${run.stdout}\n${run.stderr}`,
	);
	return run.stdout;
};

try {
	dbvet(0, '--help');
	dbvet(0, 'init', '.', '--yes', '--organisation', 'Smoke Ltd', '--profile', 'startup');
	dbvet(0, 'target', 'add', 'prod', 'postgres://dbvet@127.0.0.1:9/postgres');
	const {questions} = JSON.parse(dbvet(0, 'questionnaire', 'list', '--json'));
	const yesNo = questions.find(
		q => q.kind === 'database' && q.answer.kind === 'yes-no' && q.control,
	);
	dbvet(0, 'answer', yesNo.id, 'no', '--target', 'prod');
	dbvet(3, 'probe', 'prod', '--json');
	const status = JSON.parse(dbvet(0, 'status', '--json'));
	assert.ok(status.controls.some(control => control.state === 'not-met'));
	dbvet(0, 'render', '--format', 'md,html,pdf');
	assert.equal(
		readFileSync(join(folder, 'documents/risk-assessment.pdf')).subarray(0, 5).toString(),
		'%PDF-',
	);
	assert.ok(JSON.parse(dbvet(0, 'history', '--json')).entries.length >= 4);
	dbvet(1, 'check');
	dbvet(2, 'prob');
	dbvet(0, 'doctor');
} finally {
	rmSync(folder, {recursive: true, force: true});
}
