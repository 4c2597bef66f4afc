import {seen} from '../../engine/check.js';
import {blind, example, observer} from '../examples.js';
import {workingArchiver} from '../examples-archiver.js';
import {
	defineCheck,
	fail,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';

const expected = 'the WAL is archived and the last attempt succeeded';
/** Seconds after which a command that neither succeeds nor fails is taken to hang. */
const hour = 3_600;
const own = new Set([
	'aws-rds',
	'aws-aurora',
	'google-cloud-sql',
	'azure-flexible-server',
	'digitalocean',
	'aiven',
	'neon',
	'supabase',
	'heroku',
]);

export const pgArchiverHealth = defineCheck({
	id: 'pg-archiver-health',
	title: 'The WAL archive is complete',
	question: 'Is the write-ahead log archived without failures?',
	why: 'Point-in-time recovery needs every WAL file. A broken archive shows on the day of the restore, or when the disk is full.',
	severity: 'high',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: 'Set archive_mode on with a tool such as pgBackRest, or look in the server’s log why archiving fails.',
		'cloudnative-pg': 'Look at the conditions of the Cluster and the secret of its object store.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.provider, expected, (who, provider) => {
			if (provider.platform !== undefined && own.has(provider.platform))
				return [
					notApplicable('the provider archives outside the server: see its backups', expected),
				];
			return whenSeen(facts.archiver, expected, archive => {
				if (who.inRecovery && archive.mode !== 'always')
					return [notApplicable('a standby does not archive', expected)];
				if (archive.mode === 'off') return [fail('archive_mode = off', expected)];
				if (archive.lastArchivedSeconds === null && archive.lastFailedSeconds === null)
					return [
						unknown(
							{
								seen: false,
								reason: 'unexpected-reply',
								detail: 'nothing has been archived yet since the statistics began',
							},
							expected,
						),
					];
				const failedLast =
					archive.lastFailedSeconds !== null &&
					(archive.lastArchivedSeconds === null ||
						archive.lastFailedSeconds < archive.lastArchivedSeconds);
				const text = `${archive.archived} files archived, ${archive.failed} failed attempts, last success ${archive.lastArchivedSeconds === null ? 'never' : `${Math.round(archive.lastArchivedSeconds)} s ago`}`;
				if (!failedLast && (archive.waiting ?? 0) > 1 && (archive.lastArchivedSeconds ?? 0) > hour)
					return [
						fail(
							`${text}; ${archive.waiting ?? 0} finished files wait, and nothing moves`,
							expected,
						),
					];
				return [
					failedLast ? fail(`${text}; the last attempt failed`, expected) : pass(text, expected),
				];
			});
		}),
	examples: {
		healthy: [
			example(),
			example({archiver: seen({...workingArchiver, failed: 3, lastFailedSeconds: 900})}),
			example({archiver: seen({...workingArchiver, waiting: 40, lastArchivedSeconds: 20})}),
			example({archiver: seen({...workingArchiver, waiting: 0, lastArchivedSeconds: 90_000})}),
		],
		defective: [
			example({archiver: seen({...workingArchiver, mode: 'off'})}),
			example({archiver: seen({...workingArchiver, failed: 3, lastFailedSeconds: 5})}),
			example({archiver: seen({...workingArchiver, waiting: 40, lastArchivedSeconds: 7_200})}),
		],
		blind: [
			blind,
			example({archiver: seen({...workingArchiver, archived: 0, lastArchivedSeconds: null})}),
		],
		notApplicable: [
			example({observer: seen({...observer, inRecovery: true})}),
			example({
				provider: seen({platform: 'digitalocean', candidates: ['digitalocean'], signs: []}),
			}),
		],
	},
});
