import {seen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {settingsGrant} from '../judge/settings.js';
import {defineCheck, fail, judgeListing, unknown, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no changed setting waits for a restart';
const waiting = {name: 'ssl_ecdh_curve', pendingRestart: true, alterSystem: false, covered: false};
const protects =
	/^(ssl.*|log.*|pgaudit[.].*|shared_preload_libraries|listen_addresses|archive_mode|wal_level|unix_socket.*|password_encryption|data_checksums|krb.*|hba_file|ident_file)$/;

export const pgPendingRestart = defineCheck({
	id: 'pg-pending-restart',
	title: 'What is configured is what runs',
	question: 'Has a setting been changed that only a restart puts in force?',
	why: 'The configuration says one thing and the server does another: a protection that was switched on may not be there yet.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('settingSources'),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {all: 'Restart the server in the next maintenance window, then probe again.'},
	judge: facts =>
		whenAllSeen(facts.settingSources, facts.observer, expected, (sources, who) => {
			const verdicts = judgeListing(sources, expected, {
				offends: ({name, pendingRestart}) =>
					pendingRestart
						? fail(`another value of ${name} waits for a restart`, expected, {
								object: name,
								severity: protects.test(name) ? 'medium' : 'low',
							})
						: undefined,
				clean: 'no setting waits for a restart',
			});
			return who.readSettings || verdicts.some(({outcome}) => outcome === 'fail')
				? verdicts
				: [
						unknown(
							{
								seen: false,
								reason: 'permission-denied',
								detail: 'some settings are not shown to this role',
								grant: settingsGrant(who.user),
							},
							expected,
						),
					];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({settingSources: listed(waiting)}),
			example({settingSources: listed({...waiting, name: 'max_connections'})}),
		],
		blind: [
			blind,
			example({settingSources: cut()}),
			example({observer: seen({...observer, readSettings: false})}),
		],
	},
});
