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
import {splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'a command or library that really stores the WAL, without a secret in it';

const strange = (detail: string): Verdict =>
	unknown(unseen('unexpected-reply', {detail}), expected);

const ofCommand = (command: Archiver['command']): Verdict => {
	switch (command) {
		case 'no-op':
			return fail('archive_command stores nothing and reports success', expected);
		case 'discards':
			return fail('archive_command throws away what it reads and reports success', expected);
		case 'masks':
			return fail(
				'archive_command reports success even when it fails: the server then deletes WAL that is stored nowhere',
				expected,
			);
		case 'none':
			return fail('archive_mode is on but neither a command nor a library is set', expected);
		case 'hidden':
			return unknown(
				unseen('hidden-by-provider', {detail: 'archive_command is not shown'}),
				expected,
			);
		case 'set':
			return strange(
				'a command is set that dbvet does not know; what it does with the WAL only a look at it can tell',
			);
		case 'stores':
			return pass(
				'archive_command is a known way to store each file, and fails when that fails',
				expected,
			);
	}
};

const ofLibrary = (library: Exclude<Archiver['library'], 'none'>): Verdict => {
	switch (library) {
		case 'no-folder':
			return fail('archive_library = basic_archive without a folder to store in', expected);
		case 'known':
			return pass('archive_library = basic_archive, with a folder to store in', expected);
		case 'other':
			return strange('a library is set that dbvet does not know');
	}
};

export const pgArchiveCommandSanity = defineCheck({
	id: 'pg-archive-command-sanity',
	title: 'The archive command archives',
	question: 'Does the archive command do something, and is it free of secrets?',
	why: 'A command such as /bin/true reports success and throws the WAL away. The command is looked at on the server and never copied: it may hold a secret.',
	severity: 'critical',
	scope: 'node',
	source: shownBy('archiver'),
	needs: 'any login role (pg_read_all_settings where the provider hides it)',
	remediation: {
		all: 'Archive with a tool that syncs and verifies (pgBackRest, Barman, WAL-G); keep its credentials in its own protected file.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.provider, expected, (who, provider) =>
			whenSeen(facts.archiver, expected, archive => {
				if (archive.mode === 'off') return [notApplicable('archive_mode is off', expected)];
				if (archive.commandHasSecret)
					return [
						fail('archive_command holds something like a password or key', expected, {
							severity: 'high',
						}),
					];
				if (archivesElsewhere(provider))
					return [notApplicable('the provider archives by means of its own', expected)];
				const both = archive.library !== 'none' && !['none', 'hidden'].includes(archive.command);
				if (both && splitVersion(who.versionNum).major >= 16)
					return [
						fail(
							'archive_command and archive_library are both set, so that neither works',
							expected,
						),
					];
				return [
					archive.library === 'none' ? ofCommand(archive.command) : ofLibrary(archive.library),
				];
			}),
		),
	examples: {
		healthy: [
			example(),
			example({archiver: seen({...workingArchiver, command: 'none', library: 'known'})}),
			// Before 16 the library goes before the command.
			example({
				observer: seen({...observer, versionNum: 150_018}),
				archiver: seen({...workingArchiver, command: 'no-op', library: 'known'}),
			}),
		],
		defective: [
			...(['no-op', 'discards', 'masks', 'none'] as const).map(command =>
				example({archiver: seen({...workingArchiver, command})}),
			),
			example({archiver: seen({...workingArchiver, command: 'none', library: 'no-folder'})}),
			example({archiver: seen({...workingArchiver, library: 'known'})}),
			example({archiver: seen({...workingArchiver, commandHasSecret: true})}),
		],
		blind: [
			blind,
			example({archiver: seen({...workingArchiver, command: 'hidden'})}),
			example({archiver: seen({...workingArchiver, command: 'set'})}),
			example({archiver: seen({...workingArchiver, command: 'none', library: 'other'})}),
		],
		notApplicable: [
			example({provider: seen({platform: 'aws-rds', candidates: ['aws-rds'], signs: []})}),
			example({archiver: seen({...workingArchiver, mode: 'off'})}),
		],
	},
});
