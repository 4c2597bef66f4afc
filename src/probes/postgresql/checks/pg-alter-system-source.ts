import {seen} from '../../engine/check.js';
import {blind, cut, example, listed, observer, settings} from '../examples.js';
import {asBoolean, settingOf, settingsGrant} from '../judge/settings.js';
import {defineCheck, fail, pass, unknown, whenAllSeen, whenSeen} from '../judge/verdicts.js';

const expected = 'settings come from the files that are under version control';

export const pgAlterSystemSource = defineCheck({
	id: 'pg-alter-system-source',
	title: 'No setting was changed on the running server',
	question: 'Has ALTER SYSTEM written settings that the managed configuration does not have?',
	why: 'postgresql.auto.conf wins over every other file: what code and reviews say about those settings is not what runs. On a server that is looked after by hand this is the normal way.',
	severity: 'info',
	scope: 'node',
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Write the values into the managed configuration, then ALTER SYSTEM RESET name; from PostgreSQL 17 on allow_alter_system = off keeps it so.',
	},
	judge: facts =>
		whenSeen(facts.settings, expected, () =>
			whenAllSeen(facts.settingSources, facts.observer, expected, (sources, who) => {
				const names = sources.items.filter(item => item.alterSystem).map(({name}) => name);
				const shown = names.slice(0, 20).join(', ');
				if (names.length > 0)
					return [
						fail(
							`ALTER SYSTEM wrote ${names.length} settings: ${shown}${names.length > 20 ? ' …' : ''}`,
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
				const allowed = settingOf(facts, 'allow_alter_system', {since: 17});
				const off = allowed?.seen === true && asBoolean(allowed.value.value) === false;
				return [pass(`ALTER SYSTEM wrote nothing${off ? ', and is switched off' : ''}`, expected)];
			}),
		),
	examples: {
		healthy: [example(), example({settings: settings({allow_alter_system: 'on'})})],
		defective: [
			example({
				settingSources: listed({name: 'log_statement', pendingRestart: false, alterSystem: true}),
			}),
		],
		blind: [
			blind,
			example({settingSources: cut()}),
			example({observer: seen({...observer, readSettings: false})}),
		],
	},
});
