import {seen} from '../../engine/check.js';
import {fileSettingsGrant} from '../collect/grants.js';
import {blind, cut, example, listed, observer, settings} from '../examples.js';
import {asBoolean, settingOf, settingsGrant} from '../judge/settings.js';
import {defineCheck, fail, pass, unknown, whenAllSeen, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'settings come from the files that are under version control';

/** What the scanner's role is advised to have of its own. */
const ownDefault = 'default_transaction_read_only';
const source = {name: 'log_statement', pendingRestart: false, alterSystem: false, covered: false};

const nameAll = (items: readonly {readonly name: string}[]): string =>
	`${items
		.slice(0, 20)
		.map(({name}) => name)
		.join(', ')}${items.length > 20 ? ' …' : ''}`;

export const pgAlterSystemSource = defineCheck({
	id: 'pg-alter-system-source',
	title: 'No setting was changed on the running server',
	question: 'Has ALTER SYSTEM written settings that the managed configuration does not have?',
	why: 'postgresql.auto.conf wins over every other file: what code and reviews say about those settings is not what runs. On a server that is looked after by hand this is the normal way.',
	severity: 'info',
	scope: 'node',
	source: shownBy('setting allow_alter_system', 'settingSources'),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Write the values into the managed configuration, then ALTER SYSTEM RESET name; from PostgreSQL 17 on allow_alter_system = off keeps it so.',
	},
	judge: facts =>
		whenSeen(facts.settings, expected, () =>
			whenAllSeen(facts.settingSources, facts.observer, expected, (sources, who) => {
				const names = sources.items.filter(item => item.alterSystem).map(({name}) => name);
				if (names.length > 0)
					return [
						fail(
							`ALTER SYSTEM wrote ${names.length} settings: ${nameAll(sources.items.filter(item => item.alterSystem))}`,
							expected,
						),
					];
				if (!who.readSettings)
					return [
						unknown(
							{
								seen: false,
								reason: 'permission-denied',
								detail: 'where settings come from is not shown to this role',
								grant: settingsGrant(who.user),
							},
							expected,
						),
					];
				if (!sources.complete)
					return [
						unknown(
							{
								seen: false,
								reason: 'limit-exceeded',
								detail: 'there are more settings than dbvet reads',
							},
							expected,
						),
					];
				const covered = sources.items.filter(item => item.covered && item.name !== ownDefault);
				const waiting = sources.items.filter(item => item.pendingRestart);
				if (!who.readFileSettings && covered.length + waiting.length > 0)
					return [
						unknown(
							{
								seen: false,
								reason: 'permission-denied',
								detail: `where ${nameAll([...covered, ...waiting])} come from on the server is not shown to this role: the scanner or its database has values of its own, or they wait for a restart`,
								grant: fileSettingsGrant(who),
							},
							expected,
						),
					];
				const apart = sources.items.some(item => item.covered);
				const allowed = settingOf(facts, 'allow_alter_system', {since: 17});
				const off = allowed?.seen === true && asBoolean(allowed.value.value) === false;
				return [
					pass(
						`no setting in force comes from ALTER SYSTEM${off ? ', which is switched off' : ''}${apart ? `; ${ownDefault} has a value of the scanner’s own and was not seen` : ''}`,
						expected,
					),
				];
			}),
		),
	examples: {
		healthy: [
			example(),
			example({
				observer: seen({...observer, readFileSettings: false}),
				settingSources: listed({...source, name: ownDefault, covered: true}),
			}),
			example({settings: settings({allow_alter_system: 'on'})}),
		],
		defective: [
			example({
				settingSources: listed({...source, alterSystem: true}),
			}),
		],
		blind: [
			blind,
			example({settingSources: cut()}),
			...[
				{...source, covered: true},
				{...source, pendingRestart: true},
			].map(item =>
				example({
					observer: seen({...observer, readFileSettings: false}),
					settingSources: listed(item),
				}),
			),
			example({observer: seen({...observer, readSettings: false})}),
		],
	},
});
