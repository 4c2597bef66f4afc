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
				return [
					failedLast ? fail(`${text}; the last attempt failed`, expected) : pass(text, expected),
				];
			});
		}),
	examples: {
		healthy: [
			example(),
			example({archiver: seen({...workingArchiver, failed: 3, lastFailedSeconds: 900})}),
		],
		defective: [
			example({archiver: seen({...workingArchiver, mode: 'off'})}),
			example({archiver: seen({...workingArchiver, failed: 3, lastFailedSeconds: 5})}),
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
