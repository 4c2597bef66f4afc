/**
 * Runs the tests that look at real servers and writes docs/proof.md from what they saw: on which servers each check found a
 * defect, which it left alone, and as which role it could tell. `node scripts/proof.mjs FILE` takes the notes of an earlier run.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const scratch = mkdtempSync(join(tmpdir(), 'dbvet-proof-'));
process.once('exit', () => rmSync(scratch, {recursive: true, force: true}));

const given = process.argv[2];
const notes = given ?? join(scratch, 'notes.jsonl');
if (given === undefined) {
	const vitest = join(root, 'node_modules/vitest/vitest.mjs');
	const {status} = spawnSync(
		process.execPath,
		[vitest, 'run', 'test/integration', 'src/probes/exposure'],
		{cwd: root, stdio: 'inherit', env: {...process.env, DBVET_PROOF: notes}},
	);
	if (status !== 0) process.exit(status ?? 1);
}

/** Servers of the tests that only pretend, by the test or by the version that they claim: what they show is no proof. */
const pretended = /hostile|mysql-eight|probe-engine/;
const real =
	/^(postgresql( 12| 15| 18)?|mariadb( 10\.11)?|redis( 7\.0| 8\.\d)?|valkey.*|mysql 9\..*)$/;
const seen = readFileSync(notes, 'utf8')
	.split('\n')
	.filter(line => line !== '')
	.map(line => JSON.parse(line))
	.filter(({test, server}) => !pretended.test(test) && real.test(server));

const names = {
	postgresql: 'PostgreSQL',
	mariadb: 'MariaDB',
	mysql: 'MySQL',
	redis: 'Redis',
	valkey: 'Valkey',
};
/** `PostgreSQL 12, 15, 18 · Redis 7.0`; a look that did not get as far as the version counts as that product. */
const servers = list => {
	const versions = new Map();
	for (const {server} of list) {
		const [product, version] = server.split(' ');
		const known = versions.get(product) ?? new Set();
		versions.set(product, version === undefined ? known : known.add(version));
	}
	return [...versions]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([product, known]) =>
			[names[product] ?? product, [...known].sort((a, b) => a - b).join(', ')].join(' ').trim(),
		)
		.join(' · ');
};

const roles = {
	postgres: 'superuser',
	admin: 'superuser',
	monitor: 'monitor',
	dbvet: 'monitor',
	nobody: 'nothing',
	nothing: 'nothing',
	anybody: 'nothing',
};
/** As which of the three usual roles somebody could be told something: a superuser, a monitoring role, one with nothing. */
const toldAs = list =>
	['superuser', 'monitor', 'nothing']
		.filter(role =>
			list.some(({outcome, user}) => roles[user] === role && ['pass', 'fail'].includes(outcome)),
		)
		.join(', ');

const listed = spawnSync(process.execPath, [main, 'probe', '--list', '--json'], {
	cwd: scratch,
	encoding: 'utf8',
});
const {checks} = JSON.parse(listed.stdout);
const rows = checks.map(check => {
	const of = seen.filter(note => note.check === check.id);
	return {
		...check,
		found: servers(of.filter(({outcome}) => outcome === 'fail')),
		left: servers(of.filter(({outcome}) => outcome === 'pass')),
		told: toldAs(of),
	};
});
const table = family =>
	[
		`## ${family}`,
		'',
		'| check | severity | needs | defect found on | healthy one left alone on | could tell as |',
		'| --- | --- | --- | --- | --- | --- |',
		...rows
			.filter(row => row.family === family)
			.map(
				({id, severity, needs, found, left, told}) =>
					`| ${[`\`${id}\``, severity, needs.replaceAll('|', '\\|'), found || '–', left || '–', told].join(' | ')} |`,
			),
		'',
	].join('\n');
const far =
	'wants a second machine: what goes over loopback crosses no network, and the tests contact nothing else';
const beside = 'the tests let small servers answer as Patroni, exporters and such pages do';
/** What the tests cannot show, and why; told of the checks that have a dash. */
const reasons = {
	'net-tcp-reachable': 'wants a public address',
	'net-pooler-exposure': 'wants a public address',
	'tls-compression': 'the OpenSSL of today, with which the servers are built, cannot compress',
	'pg-force-tls-parameter': 'only Amazon’s servers have the parameter',
	'pg-cve-known':
		'the servers here have all corrections of the table, and are not the newest of a line that is mended: between the two the check cannot tell',
	'pg-ha-replica-count': far,
	'pg-sessions-plaintext': far,
	'pg-sessions-weak-tls': far,
	'pg-replication-tls-observed': far,
	'pg-replica-lag': far,
	'pg-own-session-tls': far,
	'tls-cert-shared-default': far,
	'mysql-sessions-plaintext': far,
	'mysql-own-session-tls': far,
	'mysql-replication-tls': far,
	'redis-client-list-plaintext': far,
	'mysql-wire-plaintext-refused':
		'MariaDB before 11.4 answers alike whether it demands TLS or not: only MySQL and newer ones can pass',
	'mysql-wire-auth-plugin': 'says nothing of MariaDB, which greets with the same plugin always',
	'net-sibling-ports': beside,
	'patroni-rest-open': beside,
	'metrics-exporter-open': beside,
	'admin-ui-open': beside,
	'mysql-version-minor': 'the server here is the newest of its line',
	'mysql-default-auth': 'a setting of MySQL, which Debian stable does not have',
	'mysql-block-encryption-mode': 'a setting of MySQL, which Debian stable does not have',
	'mysql-log-raw': 'a setting of MySQL, which Debian stable does not have',
	'mysql-replication-password-storage': 'a setting of MySQL, which Debian stable does not have',
};
const dashed = rows.filter(({found, left}) => found === '' || left === '');
const unexplained = dashed.filter(({id}) => !Object.hasOwn(reasons, id));
for (const {id} of unexplained)
	console.warn(`No real server shows ${id}, and scripts/proof.mjs does not say why.`);
const missing = dashed.map(({id, found, left}) => {
	const what = [...(found === '' ? ['defect'] : []), ...(left === '' ? ['healthy'] : [])].join(
		', ',
	);
	return `| \`${id}\` | ${what} | ${reasons[id] ?? ''} |`;
});
const count = test => rows.filter(test).length;
const text = [
	'# What the checks have shown on real servers',
	'',
	'Made by `npm run proof` from the tests: real PostgreSQL, MariaDB and Redis on loopback (MySQL, Redis 8 and Valkey where named), with a defect and without; where time decides,',
	'the clock of the probe or of the server was set. A dash means that no real server of the tests shows it, and that only the examples beside',
	'the check do; the last table says why.',
	'',
	`${rows.length} checks: ${count(({found}) => found !== '')} found a planted defect, ${count(({left}) => left !== '')} left a healthy server alone, ${count(({found, left}) => found !== '' && left !== '')} both.`,
	'',
	...[...new Set(rows.map(({family}) => family))].map(table),
	'## Not shown by a real server',
	'',
	'| check | not shown | why |',
	'| --- | --- | --- |',
	...missing,
].join('\n');
writeFileSync(join(root, 'docs/proof.md'), text);
spawnSync('npx', ['prettier', '--write', 'docs/proof.md'], {cwd: root, stdio: 'inherit'});
console.log(text.split('\n')[5]);
