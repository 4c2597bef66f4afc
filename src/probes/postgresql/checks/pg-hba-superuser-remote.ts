import {blind, example, listed} from '../examples.js';
import {rule, withRules} from '../examples-hba.js';
import {isRemote, judgeAdmissions, type Fault} from '../judge/hba-verdicts.js';
import type {Decision} from '../judge/hba.js';
import type {PostgresFacts} from '../facts.js';
import {membersOf} from '../judge/roles.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'superusers log in from the server’s own machine only';

const faultOf =
	(superusers: ReadonlySet<string>) =>
	(decision: Decision): Fault | undefined =>
		isRemote(decision)
			? {
					severity: 'high',
					text: superusers.has(decision.user)
						? 'lets a superuser in from another machine'
						: 'lets in from another machine whoever may become a superuser with SET ROLE',
				}
			: undefined;

/** Superusers, and logins that are members of one, directly or through others. */
const mayBeSuperuser = ({roles, memberships}: PostgresFacts): ReadonlySet<string> => {
	if (!roles.seen || !memberships.seen) return new Set();
	const superusers = roles.value.items.filter(({superuser}) => superuser);
	const members = new Set(
		membersOf(
			memberships.value.items,
			superusers.map(({name}) => name),
		),
	);
	return new Set(roles.value.items.flatMap(({name}) => (members.has(name) ? [name] : [])));
};

export const pgHbaSuperuserRemote = defineCheck({
	id: 'pg-hba-superuser-remote',
	title: 'No superuser may log in from another machine',
	question: 'Do the access rules turn superusers away who come over the network?',
	why: 'A stolen or guessed password of a superuser is then enough to own the server, from wherever the network reaches.',
	severity: 'high',
	scope: 'node',
	source: shownBy('rules', 'roles', 'memberships'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Put `host all postgres all reject` (and one for each other superuser) before the rules that let others in.',
	},
	judge: (facts, context) => {
		const {roles} = facts;
		const superusers = new Set(
			roles.seen ? roles.value.items.flatMap(one => (one.superuser ? [one.name] : [])) : [],
		);
		const powerful = mayBeSuperuser(facts);
		const fault = faultOf(superusers);
		return judgeAdmissions(facts, context, expected, {
			judge: fault,
			likely: fault,
			which: ({name}) => powerful.has(name),
			clean: 'superusers, and who may become one, get in on the server’s own machine only',
		});
	},
	examples: {
		healthy: [
			withRules('local all all peer', 'host all all 127.0.0.1/255.255.255.255 scram-sha-256'),
			withRules('host all postgres all reject', 'hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
		],
		defective: [
			withRules('hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
			withRules('hostssl all postgres all cert', 'host all postgres all reject'),
			example({
				rules: listed(rule('hostssl all shop_app 10.0.0.0/255.0.0.0 cert')),
				memberships: listed({member: 'shop_app', role: 'postgres', admin: false}),
			}),
		],
		blind: [blind, withRules('hostssl all /^post .example.com scram-sha-256')],
	},
});
