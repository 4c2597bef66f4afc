import {seen} from '../../engine/check.js';
import {blind, example} from '../examples.js';
import {workingArchiver} from '../examples-archiver.js';
import {defineCheck, fail, notApplicable, pass, unknown, whenSeen} from '../judge/verdicts.js';

const expected = 'a command or library that really stores the WAL, without a secret in it';

export const pgArchiveCommandSanity = defineCheck({
	id: 'pg-archive-command-sanity',
	title: 'The archive command archives',
	question: 'Does the archive command do something, and is it free of secrets?',
	why: 'A command such as /bin/true reports success and throws the WAL away. The command is looked at on the server and never copied: it may hold a secret.',
	severity: 'critical',
	scope: 'node',
	needs: 'any login role (pg_read_all_settings where the provider hides it)',
	remediation: {
		all: 'Archive with a tool that syncs and verifies (pgBackRest, Barman, WAL-G); keep its credentials in its own protected file.',
	},
	judge: facts =>
		whenSeen(facts.archiver, expected, archive => {
			if (archive.mode === 'off') return [notApplicable('archive_mode is off', expected)];
			if (archive.commandHasSecret)
				return [
					fail('archive_command holds something like a password or key', expected, {
						severity: 'high',
					}),
				];
			if (archive.command === 'no-op')
				return [fail('archive_command does nothing and reports success', expected)];
			if (archive.command === 'hidden')
				return [
					unknown(
						{seen: false, reason: 'hidden-by-provider', detail: 'archive_command is not shown'},
						expected,
					),
				];
			if (archive.command === 'none' && !archive.library)
				return [fail('archive_mode is on but neither a command nor a library is set', expected)];
			return [pass(archive.library ? 'an archive library is set' : 'a command is set', expected)];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({archiver: seen({...workingArchiver, command: 'no-op'})}),
			example({archiver: seen({...workingArchiver, command: 'none'})}),
			example({archiver: seen({...workingArchiver, commandHasSecret: true})}),
		],
		blind: [blind, example({archiver: seen({...workingArchiver, command: 'hidden'})})],
		notApplicable: [example({archiver: seen({...workingArchiver, mode: 'off'})})],
	},
});
