import {blind, cut, example, listed, plainRole} from '../examples.js';
import {vendorAdminRoles} from '../judge/roles.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';

const expected = 'scheduled jobs run as roles of their own, on this server';
const job = {job: 'pg_cron job 1', user: 'jobs', remote: false, secret: false};

export const pgCronJobs = defineCheck({
	id: 'pg-cron-jobs',
	title: 'Scheduled jobs run with few rights',
	question: 'Do scheduled jobs run as roles that are no administrators, and on this server?',
	why: 'Whoever changes a table or function that such a job uses has the job do the work, with the rights of its role; a job for another server logs in there with a stored password.',
	severity: 'medium',
	needs: 'SELECT on cron.job past its policy, where pg_cron is installed',
	remediation: {
		all: 'Create a role for the job with the rights it needs, and schedule it anew as that role.',
	},
	judge: facts =>
		whenAllSeen(facts.cronJobs, facts.roles, expected, (jobs, roles) => {
			const powerful = new Set(
				roles.items.filter(role => role.superuser || role.createRole).map(({name}) => name),
			);
			const verdicts = judgeListing(jobs, expected, {
				offends: ({job: name, user, remote}) => {
					const admin = powerful.has(user) || vendorAdminRoles.includes(user);
					return admin || remote
						? fail(
								`${name} runs as ${user}${admin ? ', an administrator' : ''}${remote ? ', on another server' : ''} ${inDatabase(facts)}`,
								expected,
								{object: name},
							)
						: undefined;
				},
				clean: `${jobs.items.length} jobs ${inDatabase(facts)}, none as an administrator or elsewhere`,
			});
			const known = new Set(roles.items.map(({name}) => name));
			const strange = jobs.items.some(({user}) => !known.has(user) && user !== '(pgAgent)');
			return strange && verdicts.every(({outcome}) => outcome === 'pass')
				? [
						unknown(
							{seen: false, reason: 'limit-exceeded', detail: 'not every role of a job was read'},
							expected,
						),
					]
				: verdicts;
		}),
	examples: {
		healthy: [
			example(),
			example({cronJobs: listed(job), roles: listed({...plainRole, name: 'jobs'})}),
		],
		defective: [
			example({cronJobs: listed({...job, user: 'postgres'})}),
			example({cronJobs: listed({...job, remote: true})}),
		],
		blind: [
			blind,
			example({cronJobs: cut()}),
			example({cronJobs: listed(job), roles: listed(plainRole)}),
		],
	},
});
