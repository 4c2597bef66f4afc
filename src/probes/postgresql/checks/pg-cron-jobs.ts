import {seen, unseen} from '../../engine/check.js';
import type {Unseen} from '../../engine/verdicts.js';
import {blind, cut, example, listed, observer, plainRole, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {Role} from '../facts/roles.js';
import {librariesOf} from '../judge/libraries.js';
import {membershipPath, vendorAdminRoles} from '../judge/roles.js';
import {customSetting, settingOf} from '../judge/settings.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'scheduled jobs run as roles of their own, on this server';
const job = {job: 'pg_cron job 1', user: 'jobs', remote: false, secret: false};

/** The name that the collector gives to the steps of pgAgent. */
const agent = '(pgAgent)';
const isPowerful = (role: Role): boolean => role.superuser || role.createRole;

/** pg_cron keeps the jobs of all databases in one: why that may be another than this one; undefined where it is not loaded. */
const keptElsewhere = (facts: PostgresFacts): Unseen | undefined => {
	if (facts.observer.seen && facts.observer.value.databases < 2) return undefined;
	const libraries = settingOf(facts, 'shared_preload_libraries');
	if (libraries?.seen === false) return libraries;
	if (!librariesOf(libraries?.value.value ?? '').includes('pg_cron')) return undefined;
	const home = settingOf(facts, 'cron.database_name', customSetting);
	return unseen('unexpected-reply', {
		detail: `pg_cron keeps its jobs in ${home?.seen === true ? `database ${home.value.value}` : 'another database'}, and runs them in any`,
	});
};

export const pgCronJobs = defineCheck({
	id: 'pg-cron-jobs',
	title: 'Scheduled jobs run with few rights',
	question: 'Do scheduled jobs run as roles that are no administrators, and on this server?',
	why: 'Whoever changes a table or function that such a job uses has the job do the work, with the rights of its role; a job for another server logs in there with a stored password.',
	severity: 'medium',
	source: shownBy(
		'cronJobs',
		'roles',
		'memberships',
		'extensions',
		'setting shared_preload_libraries',
		'setting cron.database_name',
	),
	needs: 'SELECT on cron.job past its policy, where pg_cron is installed',
	remediation: {
		all: 'Create a role for the job with the rights it needs, and schedule it anew as that role.',
	},
	judge: facts =>
		whenAllSeen(facts.cronJobs, facts.roles, expected, (jobs, roles) =>
			whenAllSeen(facts.memberships, facts.extensions, expected, (memberships, extensions) => {
				const admin = (user: string): boolean =>
					[...roles.items.filter(isPowerful).map(({name}) => name), ...vendorAdminRoles].some(
						name => name === user || membershipPath(memberships.items, user, name) !== undefined,
					);
				const verdicts = judgeListing(jobs, expected, {
					offends: ({job: name, user, remote}) => {
						const strong = admin(user);
						return strong || remote
							? fail(
									`${name} runs as ${user}${strong ? ', who is or may become an administrator' : ''}${remote ? ', on another server' : ''} ${inDatabase(facts)}`,
									expected,
									{object: name},
								)
							: undefined;
					},
					clean: `${jobs.items.length} jobs ${inDatabase(facts)}, none as an administrator or elsewhere`,
				});
				if (verdicts.some(({outcome}) => outcome !== 'pass')) return verdicts;
				const known = new Set(roles.items.map(({name}) => name));
				if (jobs.items.some(({user}) => user === agent))
					return [
						unknown(
							unseen('client-cannot-offer', {
								detail:
									'steps of pgAgent run as whoever its service logs in as, which is not kept in the database',
							}),
							expected,
						),
					];
				if (!memberships.complete || jobs.items.some(({user}) => !known.has(user)))
					return [
						unknown(
							unseen('limit-exceeded', {detail: 'not every role of a job was read'}),
							expected,
						),
					];
				const away = extensions.items.some(({name}) => name === 'pg_cron')
					? undefined
					: keptElsewhere(facts);
				return away === undefined ? verdicts : [unknown(away, expected)];
			}),
		),
	examples: {
		healthy: [
			example(),
			example({cronJobs: listed(job), roles: listed({...plainRole, name: 'jobs'})}),
		],
		defective: [
			example({cronJobs: listed({...job, user: 'postgres'})}),
			example({cronJobs: listed({...job, remote: true})}),
			example({
				cronJobs: listed(job),
				memberships: listed({member: 'jobs', role: 'postgres', admin: false}),
			}),
			example({
				cronJobs: listed(job),
				memberships: listed({member: 'jobs', role: 'rds_superuser', admin: false}),
			}),
		],
		blind: [
			blind,
			example({cronJobs: cut()}),
			example({cronJobs: listed({...job, user: agent})}),
			example({
				observer: seen({...observer, databases: 2}),
				settings: settings({shared_preload_libraries: 'pg_cron'}),
			}),
			example({cronJobs: listed(job), roles: listed(plainRole)}),
		],
	},
});
