import type {Verdict} from '../../engine/check.js';
import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no extension that reaches files, other machines or the storage without need';
/**
 * Extensions that reach beyond the database, by what they reach. postgres_fdw is none of them: unlike dblink it leads nowhere
 * until a server is made for it, and those are judged by themselves (pg-fdw-sslmode, pg-password-in-usermapping).
 */
const risky: Readonly<Record<string, readonly [string, Verdict['severity']]>> = {
	file_fdw: ['files of the server', 'medium'],
	adminpack: ['files of the server', 'medium'],
	pageinspect: ['raw pages past every privilege', 'medium'],
	pg_surgery: ['rows past every rule of the server', 'medium'],
	pg_walinspect: ['changes of every database past every privilege', 'low'],
	plpython3u: ['the operating system', 'medium'],
	plpython2u: ['the operating system', 'medium'],
	plpythonu: ['the operating system', 'medium'],
	plr: ['the operating system', 'medium'],
	plperlu: ['the operating system', 'medium'],
	pltclu: ['the operating system', 'medium'],
	plsh: ['the operating system', 'high'],
	dblink: ['other servers', 'low'],
	http: ['other machines', 'medium'],
	pg_net: ['other machines', 'medium'],
	aws_lambda: ['functions in the cloud', 'medium'],
	aws_s3: ['object storage', 'medium'],
	azure_storage: ['object storage', 'medium'],
	pg_background: ['background processes', 'low'],
	pg_cron: ['scheduled jobs', 'low'],
	lo: ['large objects', 'info'],
	xml2: ['an outdated XML parser', 'low'],
};

export const pgExtensionAllowlist = defineCheck({
	id: 'pg-extension-allowlist',
	title: 'No risky extension without need',
	question: 'Is an extension installed that reaches beyond the database?',
	why: 'Such an extension turns a foothold in SQL into files, programs or traffic to the outside. Where the application needs it, waive it with that reason.',
	severity: 'medium',
	source: shownBy('extensions'),
	needs: 'any login role',
	remediation: {
		all: 'DROP EXTENSION name; where nobody uses it, else revoke its functions from PUBLIC.',
	},
	judge: facts =>
		whenSeen(facts.extensions, expected, extensions =>
			judgeListing(extensions, expected, {
				offends: ({name, version}) => {
					const risk = Object.hasOwn(risky, name) ? risky[name] : undefined;
					if (risk === undefined) return undefined;
					const [reach, severity = 'medium'] = risk;
					return fail(`${name} ${version} reaches ${reach} ${inDatabase(facts)}`, expected, {
						object: name,
						severity,
					});
				},
				clean: `${extensions.items.length} extensions, none of them risky, ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [
			example(),
			example({extensions: listed({name: 'postgres_fdw', version: '1.1', schema: 'public'})}),
		],
		defective: [
			...['file_fdw', 'pg_surgery', 'pg_walinspect'].map(name =>
				example({extensions: listed({name, version: '1.0', schema: 'public'})}),
			),
		],
		blind: [blind, example({extensions: cut()})],
	},
});
