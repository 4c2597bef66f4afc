import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed} from '../examples.js';
import {sessionGroup} from '../examples-sessions.js';
import {isAdministration, isPersonsTool} from '../judge/tools.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'people and applications use roles of their own';

export const pgSharedLoginRole = defineCheck({
	id: 'pg-shared-login-role',
	title: 'No role is shared by people and an application at this moment',
	question: 'Does nobody work by hand with a role that an application is logged in as too?',
	why: 'Then the log cannot tell the person from the program, and the person knows a password that never changes. It is guessed from the names that programs give themselves.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('sessions'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Give each person a role of their own, change the application’s password, and keep it in its secret store only.',
	},
	judge: facts =>
		whenSeen(facts.sessions, expected, ({items, complete}) => {
			const users = [...new Set(items.map(({user}) => user))];
			const bad = users.flatMap(user => {
				const own = items.filter(item => item.user === user);
				const person = own.find(({application}) => isPersonsTool(application));
				const program = own.find(
					({application}) => application.trim() !== '' && !isAdministration(application),
				);
				return person === undefined || program === undefined
					? []
					: [
							fail(
								`${user} is used by ${person.application} from ${person.address} and by ${program.application} from ${program.address}`,
								expected,
								{object: user},
							),
						];
			});
			if (bad.length > 0) return bad;
			const unnamed = users.find(user => {
				const own = items.filter(item => item.user === user);
				return (
					own.some(({application}) => isPersonsTool(application)) &&
					own.some(({application}) => application.trim() === '')
				);
			});
			if (unnamed !== undefined)
				return [
					unknown(
						unseen('unexpected-reply', {
							detail: `${unnamed} is used by hand, and by something that gives itself no name`,
						}),
						expected,
						{object: unnamed},
					),
				];
			return complete
				? [pass('no role is used by hand and by an application at this moment', expected)]
				: [
						unknown(
							{
								seen: false,
								reason: 'limit-exceeded',
								detail: 'there are more sessions than dbvet reads',
							},
							expected,
						),
					];
		}),
	examples: {
		healthy: [example({sessions: listed(sessionGroup)})],
		defective: [example({sessions: listed(sessionGroup, {...sessionGroup, application: 'psql'})})],
		blind: [
			blind,
			example({sessions: cut(sessionGroup)}),
			example({
				sessions: listed(
					{...sessionGroup, application: 'psql'},
					{...sessionGroup, application: '', address: '10.0.0.8'},
				),
			}),
		],
	},
});
