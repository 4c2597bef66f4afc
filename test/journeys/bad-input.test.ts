import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();
const historyLength = (): number => bench.json<{entries: unknown[]}>(['history']).entries.length;

describe('wrong use ends with exit code 2, one message and a next step', () => {
	test.each([
		[['prob'], 'Did you mean probe?'],
		[['frobnicate'], 'dbvet --help'],
		[
			['questionaire', 'list'],
			'dbvet has no command "questionaire".\n  Did you mean questionnaire?',
		],
		[['probes', 'prod'], 'Did you mean probe?'],
		[['targt', 'add', 'x', 'y'], 'Did you mean target?'],
		[['xyzzy', 'a', 'b', 'c'], 'dbvet has no command "xyzzy".\n  List the commands with'],
		[['histroy', '-n', '5'], 'dbvet has no command "histroy".\n  Did you mean history?'],
		[['histroy', '--help'], 'dbvet has no command "histroy".\n  Did you mean history?'],
		[['--help', 'histroy'], 'dbvet has no command "histroy".\n  Did you mean history?'],
		[['help', 'histroy'], 'dbvet has no command "histroy".\n  Did you mean history?'],
		[['help', 'target', 'ad'], 'dbvet target has no command "ad".\n  Did you mean add?'],
		[['target', 'ad', '--help'], 'dbvet target has no command "ad".\n  Did you mean add?'],
		[['target', 'help', 'xyzzy'], 'List the commands with: dbvet target --help'],
		[['--jsno'], 'dbvet has no option "--jsno".\n  Did you mean --json?'],
		[['-x'], 'dbvet has no option "-x".'],
		[['status', '--jsno'], 'dbvet status has no option "--jsno".\n  Did you mean --json?'],
		[['target', 'ad'], 'dbvet target has no command "ad".\n  Did you mean add?'],
		[['target', 'add', 'x', '--uzes', 'y'], 'dbvet target add has no option "--uzes".\n'],
		[['init'], '--yes'],
		[['init', '.', '--yes'], '--organisation'],
		[['init', '.', '--yes', '--organisation', 'Ex\nLtd'], '--organisation holds a line break'],
		[
			['init', '.', '--yes', '--organisation', 'X', '--prepared-by', 'a\u001bb'],
			'--prepared-by holds',
		],
		[
			['init', '.', '--yes', '--organisation', 'X', '--profile', 'startpu'],
			'Did you mean startup?',
		],
		[['init', '.', '--yes', '--organisation', 'X', '--fact', 'nonsense=yes'], 'Facts:'],
		[['status'], 'dbvet init'],
		[[], 'needs a terminal'],
		[['assess'], 'needs a terminal'],
		[['assess', '--plain'], 'Asking line by line (--plain) needs a terminal'],
		[['waive', 'prod', 'x'], '--reason'],
		[['questionnaire', 'show', 'nonsense'], 'questionnaire list'],
	])('dbvet %j', (args, expected) => {
		const {code, err, out} = bench.dbvet(args);
		expect(err).toContain(expected);
		expect(code).toBe(2);
		expect(out).toBe('');
	});

	test.each([
		[['answer', 'nonsense-question', 'yes'], 'questionnaire list'],
		[['target', 'add', 'x', 'postgres://u:hunter2@h/db'], '--password-env'],
		[['target', 'add', 'x', 'gopher://h'], 'postgres:'],
		[['target', 'add', 'x', 'postgres://u@h:0/db'], 'port 0'],
		[['target', 'add', 'x', 'postgres://u%zz@h/db'], '%25'],
		[['target', 'add', 'x', 'postgres://u%00replication%00true@h/db'], 'control characters'],
		[['target', 'add', 'x', 'postgres://u@h/db%0a'], 'control characters'],
		[['target', 'add', 'x', 'postgres://u@a,b/db'], '--replica'],
		[['target', 'add', 'x', `postgres://${'u'.repeat(256)}@h/db`], '255'],
		[['target', 'add', 'x', `postgres://u@${'h'.repeat(256)}/db`], '255'],
		[['target', 'add', 'x', `postgres://u@h/${'d'.repeat(256)}`], '255'],
		[['target', 'add', 'x', 'postgres://u@h/db', '--as', `admin=${'u'.repeat(256)}/d`], '255'],
		[['target', 'add', 'sp ace', 'postgres://u@h/db'], 'letters'],
		[['target', 'add', 'x', 'postgres://u@h/db', '--pin', 'abc'], 'sha256/'],
		[
			['target', 'add', 'x', 'postgres://u@h/db', '--password-env', 'not a name'],
			'environment variable',
		],
		[['target', 'add', 'x', 'postgres://u@h/db', '--vendor', 'nobody'], 'no target named'],
		[['target', 'show', 'nobody'], 'no target named'],
		[['probe'], 'no database target'],
		[['probe', '--only', 'tls-ofered'], 'Did you mean tls-offered?'],
		[['probe', '--timeout', 'soon'], '--timeout'],
		[['render', 'risk-asessment'], 'Did you mean risk-assessment?'],
		[['render', '--format', 'docx2'], 'Formats:'],
		[['render', 'security-baseline'], 'No security-baseline was written: there is no database'],
		[['resolve', 'prod/x', '--take-observation'], 'Nothing is contradicted'],
		[['resolve', 'prod/x'], '--keep-answer'],
		[['check', '--max-unknown', 'few'], '--max-unknown'],
		[['history', '--limit', '-3'], '--limit'],
		[['evidence', 'add', 'missing.txt', '--for', 'nonsense'], 'questionnaire list'],
	])('in a workspace: dbvet %j', (args, expected) => {
		bench.init();
		const before = historyLength();
		const {code, err} = bench.dbvet(args);
		expect(err).toContain(expected);
		expect(err).not.toContain('hunter2');
		expect(code).toBe(2);
		expect(historyLength()).toBe(before);
	});

	test('a clock that is no instant', () => {
		bench.init();
		const {code, err} = bench.dbvet(['status'], {DBVET_NOW: 'yesterday'});
		expect(code).toBe(2);
		expect(err).toContain('DBVET_NOW');
	});
});

test('a file that is not there is told with its path, exit 3', () => {
	bench.init();
	for (const args of [
		['target', 'add', 'x', 'postgres://u@h/db', '--ca', 'missing.pem'],
		['assess', '--answers', 'missing.yaml'],
	]) {
		const {code, err} = bench.dbvet(args);
		expect(err).toMatch(/missing\.(pem|yaml)/);
		expect(code).toBe(3);
	}
});

test('an answers file with one wrong entry records nothing and says where', async () => {
	bench.init();
	bench.dbvet(['target', 'add', 'prod', 'postgres://u@127.0.0.1:9/db']);
	const {questions} = bench.json<{questions: {id: string; kind: string; answer: {kind: string}}[]}>(
		['questionnaire', 'list'],
	);
	const good = questions.find(q => q.kind === 'database' && q.answer.kind === 'yes-no')!.id;
	await writeFile(
		join(bench.folder, 'answers.yaml'),
		`targets:\n  prod:\n    ${good}: yes\n    ${good.slice(0, -1)}: yes\n    ${good}-x:\n      value: maybe\n`,
	);
	const before = historyLength();
	const {code, err} = bench.dbvet(['assess', '--answers', 'answers.yaml']);
	expect(code).toBe(2);
	expect(err).toMatch(/answers\.yaml:4:\d+/);
	expect(historyLength()).toBe(before);
	await writeFile(join(bench.folder, 'answers.yaml'), 'targets:\n\tprod: {');
	const broken = bench.dbvet(['assess', '--answers', 'answers.yaml']);
	expect(broken.code).toBe(2);
	expect(broken.err).toMatch(/answers\.yaml:2:1/);
	expect(bench.dbvet(['assess', '--answers', 'nowhere.yaml']).code).toBe(3);
});

test('an empty assessment is not a pass', () => {
	bench.init();
	const {code, out} = bench.dbvet(['check']);
	expect(code).toBe(1);
	expect(out).toContain('Nothing is known yet');
	expect(out).toContain('an empty assessment is not a pass');
});
