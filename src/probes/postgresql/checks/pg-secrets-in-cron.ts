import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no command of a job has the shape of a secret';
const item = {job: 'pg_cron job 1', user: 'postgres', remote: false, secret: true};

export const pgSecretsInCron = defineCheck({
	id: 'pg-secrets-in-cron',
	title: 'No secrets in scheduled jobs',
	question: 'Are the commands of scheduled jobs free of passwords and keys?',
	why: 'Jobs are rows of a table, in every dump and for every administrator to read. dbvet has the server compare shapes and never reads the command.',
	severity: 'high',
	source: shownBy('cronJobs'),
	needs: 'SELECT on cron.job past its policy, where pg_cron is installed',
	remediation: {
		all: 'Replace the secret and let the job get the new one from a function or table that only its role may read.',
	},
	judge: facts =>
		whenSeen(facts.cronJobs, expected, list =>
			judgeListing(list, expected, {
				offends: ({job, user, secret}) =>
					secret
						? fail(
								`${job} of ${user} holds something with the shape of a secret ${inDatabase(facts)}`,
								expected,
								{object: job},
							)
						: undefined,
				clean: `no command of a job has a known shape of a secret ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({cronJobs: listed({...item, secret: false})})],
		defective: [example({cronJobs: listed(item)})],
		blind: [blind, example({cronJobs: cut()})],
	},
});
