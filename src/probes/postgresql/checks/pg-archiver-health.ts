import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, example, observer} from '../examples.js';
import {workingArchiver} from '../examples-archiver.js';
import type {Archiver} from '../facts/server.js';
import {archivesElsewhere} from '../judge/archive.js';
import {
	defineCheck,
	fail,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the WAL is archived and the last attempt succeeded';
/** Seconds after which a command that neither succeeds nor fails is taken to hang. */
const hour = 3_600;

/** True where a command, and not a library, archives: what it is decides what its reports of success are worth. */
const isCommand = (archive: Archiver, ...commands: readonly Archiver['command'][]): boolean =>
	archive.library === 'none' && commands.includes(archive.command);

const strange = (detail: string): Verdict =>
	unknown(unseen('unexpected-reply', {detail}), expected);

/** What is wrong with the counts, or with what counts; undefined for nothing. */
const faultOfCounts = (archive: Archiver, text: string): Verdict | undefined => {
	const {lastArchivedSeconds: success, lastFailedSeconds: failure, waiting} = archive;
	if (failure !== null && (success === null || failure < success))
		return fail(`${text}; the last attempt failed`, expected);
	if (success === null || success <= hour) return undefined;
	if (waiting === null) return strange(`${text}; how many wait cannot be told`);
	return waiting > 1
		? fail(`${text}; ${waiting} finished files wait, and nothing moves`, expected)
		: undefined;
};

/** What the counts say of an archiver that has a command or library which may store something. */
const judgeCounts = (archive: Archiver): Verdict => {
	const {archived, failed, lastArchivedSeconds: success, lastFailedSeconds: failure} = archive;
	if (success === null && failure === null)
		return strange('nothing has been archived yet since the statistics began');
	const text = `${archived} files archived, ${failed} failed attempts, last success ${success === null ? 'never' : `${Math.round(success)} s ago`}`;
	const fault = faultOfCounts(archive, text);
	if (fault !== undefined) return fault;
	if (isCommand(archive, 'masks'))
		return strange(`${text}, by a command that reports success even when it fails`);
	return isCommand(archive, 'stores') || archive.library === 'known'
		? pass(text, expected)
		: pass(`${text}, as what archives here reports it`, expected);
};

const judgeArchive = (archive: Archiver, inRecovery: boolean): Verdict => {
	if (inRecovery && archive.mode !== 'always')
		return notApplicable('a standby does not archive', expected);
	if (archive.mode === 'off') return fail('archive_mode = off', expected);
	return isCommand(archive, 'no-op', 'discards')
		? fail('archive_command reports success and stores nothing: there is no archive', expected)
		: judgeCounts(archive);
};

export const pgArchiverHealth = defineCheck({
	id: 'pg-archiver-health',
	title: 'The WAL archive is complete',
	question: 'Is the write-ahead log archived without failures?',
	why: 'Point-in-time recovery needs every WAL file. A broken archive shows on the day of the restore, or when the disk is full.',
	severity: 'high',
	scope: 'node',
	source: shownBy('archiver'),
	needs: 'any login role',
	remediation: {
		all: 'Set archive_mode on with a tool such as pgBackRest, or look in the server’s log why archiving fails.',
		'cloudnative-pg': 'Look at the conditions of the Cluster and the secret of its object store.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.provider, expected, (who, provider) => {
			if (archivesElsewhere(provider))
				return [
					notApplicable('the provider archives outside the server: see its backups', expected),
				];
			return whenSeen(facts.archiver, expected, archive => [judgeArchive(archive, who.inRecovery)]);
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
			example({archiver: seen({...workingArchiver, command: 'no-op'})}),
			example({archiver: seen({...workingArchiver, command: 'discards'})}),
			example({archiver: seen({...workingArchiver, failed: 3, lastFailedSeconds: 5})}),
			example({archiver: seen({...workingArchiver, waiting: 40, lastArchivedSeconds: 7_200})}),
		],
		blind: [
			blind,
			example({archiver: seen({...workingArchiver, command: 'masks'})}),
			example({archiver: seen({...workingArchiver, waiting: null, lastArchivedSeconds: 7_200})}),
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
