import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {goodStandby} from '../examples-replication.js';
import {settingsGrant} from '../judge/settings.js';
import {defineCheck, fail, notApplicable, pass, unknown, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the standby verifies its primary (sslmode=verify-ca or verify-full)';
const standing = seen({...observer, inRecovery: true});

export const pgStandbyConninfoTls = defineCheck({
	id: 'pg-standby-conninfo-tls',
	title: 'The standby follows a verified primary',
	question: 'Does the connection of this standby to its primary verify the certificate?',
	why: 'Without it anybody in between can feed the standby rows of an own, and reads the password of replication. libpq does without TLS when nothing is said.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('standby'),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Add sslmode=verify-full and sslrootcert to primary_conninfo, and a passfile in place of a password; then SELECT pg_reload_conf(); (before PostgreSQL 13: restart).',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.standby, expected, (who, standbys) => {
			if (!who.inRecovery) return [notApplicable('this server is no standby', expected)];
			const [standby] = standbys.items;
			if (standby === undefined || standby.connection === 'hidden') {
				const managed = facts.provider.seen && facts.provider.value.platform !== undefined;
				return [
					unknown(
						unseen(managed ? 'hidden-by-provider' : 'permission-denied', {
							detail: 'primary_conninfo is not shown to this role',
							grant: settingsGrant(who.user),
						}),
						expected,
					),
				];
			}
			if (standby.connection === 'none')
				return [notApplicable('it replays archived WAL and connects to no primary', expected)];
			if (!standby.remote) return [notApplicable('its primary is on the same machine', expected)];
			const {sslmode, hasPassword} = standby;
			if (sslmode === '(service)')
				return [
					unknown(
						unseen('client-cannot-offer', {
							detail:
								'the connection is described in a service file, which the server does not show',
						}),
						expected,
					),
				];
			const shown = `sslmode ${sslmode === null ? 'is not set (prefer)' : `= ${sslmode}`}${hasPassword ? '; the password stands in the setting' : ''}`;
			if (sslmode === 'verify-full' || sslmode === 'verify-ca')
				return [hasPassword ? fail(shown, expected, {severity: 'low'}) : pass(shown, expected)];
			return [fail(shown, expected, sslmode === 'require' ? {} : {severity: 'high'})];
		}),
	examples: {
		healthy: [
			example({observer: standing, standby: listed(goodStandby)}),
			example({observer: standing, standby: listed({...goodStandby, sslmode: 'verify-ca'})}),
		],
		defective: [
			example({observer: standing, standby: listed({...goodStandby, sslmode: null})}),
			example({observer: standing, standby: listed({...goodStandby, sslmode: 'require'})}),
			example({observer: standing, standby: listed({...goodStandby, sslmode: '(several)'})}),
			example({observer: standing, standby: listed({...goodStandby, hasPassword: true})}),
		],
		blind: [
			blind,
			example({observer: standing, standby: cut()}),
			example({observer: standing, standby: listed({...goodStandby, connection: 'hidden'})}),
			example({observer: standing, standby: listed({...goodStandby, sslmode: '(service)'})}),
		],
		notApplicable: [
			example(),
			example({observer: standing, standby: listed({...goodStandby, remote: false})}),
		],
	},
});
