import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, type Bench} from '../helpers/program.js';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
	bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
	await mkdir(join(bench.folder, 'src'));
});
afterEach(() => bench.remove());

const file = (name: string, text: string): Promise<void> =>
	writeFile(join(bench.folder, name), text);
const names = (): readonly string[] =>
	bench
		.json<{targets: readonly {name: string}[]}>(['target', 'list', '--json'])
		.targets.map(({name}) => name)
		.filter(name => name !== 'organisation')
		.toSorted();

test('a table is added in one change, in whatever order its lines stand', async () => {
	await file(
		'targets.csv',
		'\uFEFFName,place,kind,vendor,password-env,as,uses\r\n' +
			'shop-api,./src,application,,,,prod\r\n' +
			'prod,postgres://dbvet@127.0.0.1:5432/shop,,acme,PROD_PW,"application=app/shop; reporting=bi/shop",\r\n' +
			'"acme-2",,vendor,,,,\r\n' +
			'acme,,vendor,,,,\r\n',
	);
	expect(bench.dbvet(['target', 'import', 'targets.csv'])).toMatchObject({code: 0});
	expect(names()).toEqual(['acme', 'acme-2', 'prod', 'shop-api']);
	const shown = bench.dbvet(['target', 'show', 'prod']).out;
	for (const part of ['acme', 'app on database shop', 'bi on database shop', 'PROD_PW'])
		expect(shown).toContain(part);

	const again = bench.dbvet(['target', 'import', 'targets.csv']);
	expect(again.code).toBe(2);
	expect(again.err).toContain('targets.csv:3:1 There is already a target named prod.');
	const grown = bench.dbvet(['target', 'import', 'targets.csv', '--skip-existing', '--json']);
	expect(JSON.parse(grown.out)).toMatchObject({added: [], skipped: expect.any(Array) as unknown});
});

test('a mistake in the first line is told once, however long the table is', async () => {
	const lines = Array.from({length: 60}, (_, at) => `t${at},postgres://d@127.0.0.1/x`);
	await file('many.csv', `name,plaec\n${lines.join('\n')}\n`);
	const {code, err} = bench.dbvet(['target', 'import', 'many.csv']);
	expect(code).toBe(2);
	expect(err.match(/unknown column/g)).toHaveLength(1);
	expect(err).toContain('many.csv:1:1 unknown column "plaec"; did you mean "place"?');
	expect(err).not.toContain('many.csv:2');
});

test('url is another name of place, and an empty column is no mistake', async () => {
	await file('a.csv', 'name,url,remark,\nprod,postgres://d@127.0.0.1:5432/x,,\n');
	await file('b.yaml', 'targets: [{name: api, url: ./src, kind: application}]\n');
	expect(bench.dbvet(['target', 'import', 'a.csv'])).toMatchObject({code: 0});
	expect(bench.dbvet(['target', 'import', 'b.yaml'])).toMatchObject({code: 0});
	expect(bench.dbvet(['target', 'show', 'prod']).out).toContain('127.0.0.1:5432');
	expect(names()).toEqual(['api', 'prod']);
});

test('YAML takes lists', async () => {
	await file(
		'targets.yaml',
		'targets:\n  - {name: prod, place: "postgres://d@127.0.0.1/x", as: [application=app/x], replica: ["127.0.0.2:5433"]}\n  - {name: offsite, kind: backup, of: [prod]}\n',
	);
	expect(bench.dbvet(['target', 'import', 'targets.yaml']).code).toBe(0);
	expect(names()).toEqual(['offsite', 'prod']);
	expect(bench.dbvet(['target', 'show', 'prod']).out).toContain('127.0.0.2:5433');
});

test.each([
	['a.csv', 'name,place\nprod,postgres://d:hunter2@127.0.0.1/x\n', /a\.csv:2:1 .*password/],
	['a.csv', 'name,kind\nx,databse\n', /a\.csv:2:1 kind: .* did you mean "database"\?/],
	['a.csv', 'name,knd\nx,vendor\n', /a\.csv:1:1 unknown column "knd"; did you mean "kind"\?/],
	['a.csv', 'name,plce\nx,y\n', /a\.csv:1:1 unknown column "plce"; did you mean "place"\?/],
	['a.csv', 'kind\nvendor\nvendor\n', /a\.csv:1:1 the column "name" is missing/],
	['a.csv', 'name,kind,\nx,vendor,more\n', /a\.csv:1:1 a column has cells and no name/],
	['a.csv', 'name,url,place\nx,./a,./b\n', /a\.csv:2:1 url: .*give one of the two/],
	['a.csv', 'name,place\nx,localhost:5432\n', /a\.csv:2:1 .*postgres:\/\/USER@localhost:5432/],
	['a.csv', 'name,place\nx,./srcc\n', /a\.csv:2:1 There is no file or folder .*srcc/],
	[
		'a.yaml',
		'targets:\n  - {name: x, url: ./a, place: ./b}\n',
		/a\.yaml:2:\d+ url: .*one of the two/,
	],
	['a.csv', 'name,kind\nok,vendor\nx,vendor,\n', /a\.csv:3:1 this line has 3 cells/],
	['a.csv', 'name,kind\n"x,vendor\n', /a\.csv:\d:1 a quote does not close/],
	['a.csv', 'name,name\nx,y\n', /a\.csv:1:1 two columns are called "name"/],
	['a.csv', '__proto__,constructor\nx,y\n', /a\.csv:1:1 unknown column "__proto__"/],
	['a.csv', 'name\n', /a\.csv:1:1 there is no target/],
	['a.csv', 'name,kind\nx,vendor\nx,vendor\n', /a\.csv:3:1 There is already a target named x/],
	['a.csv', 'name,kind,of\nx,backup,nobody\n', /a\.csv:2:1 .*nobody/],
	[
		'a.csv',
		'name,place,password-env\nx,postgres://d@127.0.0.1/x,P=1\n',
		/a\.csv:2:1 --password-env/,
	],
	['a.yaml', 'targets:\n  - {name: 5, kind: vendor}\n', /a\.yaml:2:12 name: .*write "5"/],
	['a.yaml', 'targets: {name: x}\n', /a\.yaml:1:10 targets: expected a list/],
	['a.yaml', 'targets: [\n', /a\.yaml:\d+:\d+/],
])('%s with %j adds nothing and says where', async (name, text, said) => {
	await file(name, text);
	const {code, err} = bench.dbvet(['target', 'import', name]);
	expect(code).toBe(2);
	expect(err).toMatch(said);
	expect(err).not.toContain('hunter2');
	expect(names()).toEqual([]);
});

test('a file that is not there, or a folder', () => {
	expect(bench.dbvet(['target', 'import', 'none.csv'])).toMatchObject({code: 3});
	expect(bench.dbvet(['target', 'import', '.']).err).toContain('a folder');
});

test('everything that is wrong is told at once, each with its line, and nobody who only refers to it', async () => {
	await file(
		'all.csv',
		[
			'name,place,kind,vendor,ca,password-env',
			'a,postgres://d:hunter2@127.0.0.1/x,,,,',
			'b,postgres://d@127.0.0.1/x,,acme,,',
			'acme,,vendr,,,',
			'c,./nowhere,,,,',
			'd,postgres://d@127.0.0.1/x,,,none.pem,',
			'e,postgres://d@127.0.0.1/x,,,,P=1',
			'f,postgres://d@127.0.0.1/x,,nobody,,',
			'ok,postgres://d@127.0.0.1/x,,,,',
			'',
		].join('\n'),
	);
	const {code, err} = bench.dbvet(['target', 'import', 'all.csv']);
	expect(code).toBe(2);
	expect(err).toContain('6 problems in the targets');
	expect([...err.matchAll(/all\.csv:(\d+):1/g)].map(([, line]) => Number(line))).toEqual([
		2, 4, 5, 6, 7, 8,
	]);
	expect(err).not.toContain('hunter2');
	expect(err).not.toContain('command line');
	expect(names()).toEqual([]);
	await file('all.yaml', 'targets:\n  - {name: x, kind: vendr}\n  - {name: y, place: ./nowhere}\n');
	const yaml = bench.dbvet(['target', 'import', 'all.yaml']).err;
	expect(yaml).toMatch(/all\.yaml:2:\d+ .*vendor[^]*all\.yaml:3:\d+ There is no file/);
});

test.each([
	[
		'semicolons',
		'\uFEFFname;place;as\r\nprod;postgres://d@127.0.0.1/x;"application=a/x;reporting=b/x"\r\n',
	],
	[
		'a line for Excel',
		'sep=;\r\nname;place;as\r\nprod;postgres://d@127.0.0.1/x;"application=a/x;reporting=b/x"\r\n',
	],
	['tabs', 'name\tplace\tas\nprod\tpostgres://d@127.0.0.1/x\tapplication=a/x;reporting=b/x\n'],
])('a table with %s is read as one with commas', async (_, text) => {
	await file('excel.csv', text);
	expect(bench.dbvet(['target', 'import', 'excel.csv'])).toMatchObject({code: 0});
	expect(bench.dbvet(['target', 'show', 'prod']).out).toContain('b on database x');
});

test('a table with semicolons names the lines of its mistakes', async () => {
	await file('excel.csv', 'sep=;\r\nname;kind\r\nx;vendor\r\ny;vendr\r\nz;vendor;more\r\n');
	const {err} = bench.dbvet(['target', 'import', 'excel.csv']);
	expect(err).toContain('excel.csv:4:1 kind:');
	expect(err).toContain('excel.csv:5:1 this line has 3 cells');
});
