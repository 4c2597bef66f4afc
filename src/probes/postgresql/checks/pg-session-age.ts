import {blind, example, listed} from '../examples.js';
import {sessionGroup} from '../examples-sessions.js';
import {ownedByProvider} from '../judge/roles.js';
import {describeSessions, nameSessions} from '../judge/sessions.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no client session is older than the limit (24 hours unless a profile says otherwise)';
const defaultHours = 24;

export const pgSessionAge = defineCheck({
	id: 'pg-session-age',
	title: 'No client session outlives the limit',
	question: 'Who is connected, and is any session older than allowed?',
	why: 'A session keeps the rights it was opened with: a password that was changed or a person who left still has it until it ends.',
	severity: 'low',
	scope: 'node',
	source: shownBy('sessions'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	thresholds: ['session-hours'],
	remediation: {
		all: 'Give connection pools a maximum lifetime below the limit, and people idle_session_timeout.',
	},
	judge: (facts, {thresholds}) =>
		whenSeen(facts.sessions, expected, all => {
			const items = all.items.filter(
				one => !one.replication && !ownedByProvider(facts, {owner: one.user}),
			);
			const sessions = {...all, items};
			const hours = thresholds['session-hours'] ?? defaultHours;
			const total = sessions.items.reduce((sum, group) => sum + group.sessions, 0);
			const oldest = Math.max(0, ...sessions.items.map(group => group.oldestSeconds));
			return judgeListing(sessions, expected, {
				offends: group =>
					group.oldestSeconds > hours * 3600
						? fail(
								`${describeSessions(group)}, the oldest for ${Math.floor(group.oldestSeconds / 3600)} hours (limit ${hours})`,
								expected,
								{object: nameSessions(group)},
							)
						: undefined,
				clean: `${total} client sessions besides the scanner’s, replicas and the provider’s own, the oldest for ${Math.floor(oldest / 60)} minutes (limit ${hours} hours)`,
			});
		}),
	examples: {
		healthy: [
			example(),
			example({sessions: listed(sessionGroup)}),
			example({sessions: listed({...sessionGroup, replication: true, oldestSeconds: 90 * 86_400})}),
		],
		defective: [example({sessions: listed({...sessionGroup, oldestSeconds: 25 * 3600})})],
		blind: [blind],
	},
});
