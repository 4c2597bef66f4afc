import {describe, expect, test} from 'vitest';
import {splitSource} from '../../src/domain/finding.js';
import {plainText} from '../../src/domain/text.js';
import {allFamilies} from '../../src/probes/all-families.js';
import {seen, type Check, type JudgeContext, type Observed} from '../../src/probes/engine/check.js';
import {judgeCheck} from '../../src/probes/engine/findings.js';
import {checks as mysqlChecks} from '../../src/probes/mysql/checks.js';
import {factSources as ofMysql} from '../../src/probes/mysql/sources.js';
import {checks as postgresChecks} from '../../src/probes/postgresql/checks.js';
import {factSources as ofPostgres} from '../../src/probes/postgresql/sources.js';
import {checks as redisChecks} from '../../src/probes/redis/checks.js';
import {fakeCheck} from '../helpers/fake-family.js';

const context: JudgeContext = {now: '2026-06-01T00:00:00.000Z', thresholds: {}};
const place = {endpoint: 'db.example.com:5432'};
const casesOf = <Facts>({examples}: Check<Facts>): readonly Facts[] => [
	...examples.healthy,
	...examples.defective,
	...examples.blind,
	...(examples.notApplicable ?? []),
];

for (const family of allFamilies)
	family.open(({checks}) => {
		test(`every finding of ${family.id} says what showed it, or what would`, () => {
			for (const check of checks) {
				expect(plainText(check.source, 1_500)).toBe(check.source);
				for (const facts of casesOf(check))
					for (const {outcome, source} of judgeCheck(check, facts, context, place)) {
						expect(source, check.id).toBeTruthy();
						const told = splitSource(source ?? '');
						expect(told.seen, check.id).toBe(outcome !== 'unknown' && outcome !== 'error');
						expect(told.query.trim(), check.id).not.toBe('');
						// A statement in a table of Markdown must not need an escape.
						expect(source, check.id).not.toMatch(/[…|]/);
					}
			}
		});
	});

test('the message that told why nothing was seen stays beside what would show it', () => {
	const check = fakeCheck('fake-one', () => [
		{outcome: 'unknown', reason: 'permission-denied', observed: '', expected: '', source: 'E1'},
	]);
	const facts = {value: seen('')};
	const [finding] = judgeCheck(check, facts, context, place);
	expect(splitSource(finding?.source ?? '')).toEqual({
		message: 'E1',
		query: 'SELECT 1',
		seen: false,
	});
});

type Read = {readonly facts: ReadonlySet<string>; readonly names: ReadonlySet<string>};

/** Which facts a judge looks at in its examples, and which settings by their names. */
const readBy = <Facts extends object>(check: Check<Facts>, settings: keyof Facts): Read => {
	const facts = new Set<string>();
	const names = new Set<string>();
	for (const one of casesOf(check))
		check.judge(
			new Proxy(one, {
				get: (target, key) => {
					facts.add(String(key));
					const fact = Reflect.get(target, key) as Observed<object>;
					if (key !== settings || !fact.seen) return fact;
					const get = (values: object, name: string | symbol): unknown => {
						if (typeof name === 'string') names.add(name);
						return Reflect.get(values, name);
					};
					return seen(new Proxy(fact.value, {get}));
				},
			}),
			context,
		);
	return {facts, names};
};

/** What decides nothing by itself: who looks and where, and whom a rule or right is about. */
const background: ReadonlySet<string> = new Set([
	...['observer', 'provider', 'identities', 'backups', 'settings', 'variables'],
	// Rules are played for these; what a rule says stands in the rule.
	...['rulesFile', 'roles', 'memberships', 'databases'],
	// Of an account in MySQL.
	...['roleGrants', 'dynamicGrants', 'scopedGrants', 'proxyGrants', 'accounts'],
]);
/** Where a log is written to; what is written is said by the settings that are named. */
const besideLog = /^log(ging_collector|_directory|_filename|_destination|_min_messages)$/;
/** Grants through roles that every account has; whether rules for TLS count at all. */
const besideRights: ReadonlySet<string> = new Set(['mandatory_roles', 'ssl']);
/** It looks at everything that is seen or not, to tell how much that is. */
const looksAtAll: ReadonlySet<string> = new Set([
	'mysql-observer-capabilities',
	'pg-template-db-connect',
]);
/** These ask their fact in a way of their own. */
const inOtherWords: ReadonlySet<string> = new Set([
	'pg-own-auth-method',
	'pg-password-equals-name',
]);

const textsOf = (shown: string | object): readonly string[] =>
	typeof shown === 'string' ? [shown] : Object.values(shown).map(String);

const compare = (
	{id, source}: Pick<Check<never>, 'id' | 'source'>,
	sources: Readonly<Record<string, string | object>>,
	{facts, names}: Read,
): void => {
	const claimed = Object.keys(sources).filter(fact =>
		textsOf(sources[fact]!).some(text =>
			source.split('; ').join('\n').includes(text.split('; ')[0]!),
		),
	);
	// Several facts may be shown by the same statement.
	const looked = [...facts].flatMap(fact => (fact in sources ? textsOf(sources[fact]!) : []));
	for (const fact of claimed)
		expect(
			textsOf(sources[fact]!).some(text =>
				looked.some(one => one.startsWith(text.split('; ')[0]!)),
			),
			`${id} claims ${fact}`,
		).toBe(true);
	if (looksAtAll.has(id) || inOtherWords.has(id)) return;
	for (const fact of facts)
		if (fact in sources && !background.has(fact))
			expect(claimed, `${id} looks at ${fact}`).toContain(fact);
	for (const name of names)
		if (!besideLog.test(name) && !besideRights.has(name))
			expect(source, `${id} looks at ${name}`).toContain(`'${name}'`);
};

describe('what a check claims to be shown by is what its judge looks at', () => {
	test.each(postgresChecks)('$id', check => compare(check, ofPostgres, readBy(check, 'settings')));
	test.each(mysqlChecks)('$id', check => compare(check, ofMysql, readBy(check, 'variables')));
	test.each(redisChecks)('$id', check => {
		const {facts, names} = readBy(check, 'settings');
		for (const name of names) expect(check.source).toContain(`CONFIG GET ${name}`);
		const commands = {users: 'ACL LIST', clients: 'CLIENT LIST', info: 'INFO '};
		for (const [fact, command] of Object.entries(commands))
			expect(check.source.includes(command), fact).toBe(facts.has(fact));
	});
});
