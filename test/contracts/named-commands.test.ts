import type {Command} from 'commander';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {nearest} from '../../src/domain/suggest.js';
import {createProgram} from '../../src/cli/program.js';

const root = join(import.meta.dirname, '../..');

/** Every text that a person may read a command in: messages, help, documentation, questionnaires, templates. */
const files = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].concat(
	...['src', 'docs', 'questionnaires', 'templates', 'evidence', 'scripts/demo'].map(folder =>
		readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
			.filter(file => file.isFile() && /\.(?:tsx?|md|yaml|hbs)$/.test(file.name))
			.filter(file => !/\.test\.tsx?$/.test(file.name))
			.map(file => join(file.parentPath, file.name).slice(root.length + 1)),
	),
);

type Named = {readonly words: readonly string[]; readonly options: readonly string[]};

/**
 * The commands that a text names: after a quote, a backtick, `npx`, `&&` or a colon, or at the beginning of a line of a code block.
 * Prose ("dbvet asks nothing") stands behind none of these.
 */
const namedIn = (text: string): readonly Named[] =>
	[
		...text.matchAll(
			/(?:["'`]|(?:with|use|is|makes one|changed): |&& |npx |^[\t ]*(?:\$ )?)dbvet ((?:[a-z][a-z|\\-]*|--?[a-z])[^`"'\n]*)/gm,
		),
	].flatMap(([, rest = '']) => {
		const command = rest.split(/ {2,}| #|[;,.]\s|[;,.]$| && /)[0] ?? '';
		const words = command.split(' ');
		return [
			{
				words: words.slice(
					0,
					words.findIndex((w, i) => i > 1 || !/^[a-z][a-z|\\-]*$/.test(w)) >>> 0,
				),
				options: [...command.matchAll(/(?<=^|[ [(|])--[a-z][a-z-]*/g)].map(([option]) => option),
			},
		];
	});

/** A sentence about dbvet ("dbvet failed …") may stand behind a quote too; a slip of a command's name is no verb. */
const isVerb = (word: string, commands: readonly Command[]): boolean =>
	/(?:s|ed|ran)$/.test(word) &&
	nearest(
		word,
		commands.map(command => command.name()),
	) === undefined;

/** What is wrong with a command that was named; undefined when the program has it. */
const fault = (program: Command, {words, options}: Named): string | undefined => {
	let commands: readonly Command[] = [program];
	for (const word of words) {
		if (commands.every(command => command.commands.length === 0)) break;
		const names = word.split(/\\?\|/);
		const below = commands.flatMap(command => command.commands);
		const missing = names.find(name => below.every(command => command.name() !== name));
		if (missing !== undefined)
			return isVerb(missing, below) ? undefined : `there is no command ${missing}`;
		commands = below.filter(command => names.includes(command.name()));
	}
	const known = [...commands, ...(commands[0]?.commands ?? []), program]
		.flatMap(command => command.options.map(option => option.long))
		.concat('--help', '--plain');
	const unknown = options.find(option => !known.includes(option));
	return unknown === undefined ? undefined : `it has no option ${unknown}`;
};

test('every command that a message or a document names exists, with its options', () => {
	const program = createProgram();
	const named = files.flatMap(file =>
		namedIn(readFileSync(join(root, file), 'utf8')).map(one => ({file, ...one})),
	);
	expect(named.length).toBeGreaterThan(100);
	const faults = named.flatMap(one => {
		const what = fault(program, one);
		return what === undefined ? [] : [`${one.file}: dbvet ${one.words.join(' ')}: ${what}`];
	});
	expect(faults).toEqual([]);
});

test.each([
	['Run `dbvet explain x` to see', 'there is no command explain'],
	["'List them with: dbvet questionaire list'", 'there is no command questionaire'],
	['```sh\ndbvet target lst\n```', 'there is no command lst'],
	['`dbvet render --ouch DIR`', 'it has no option --ouch'],
	['`dbvet target add\\|lst`', 'there is no command lst'],
])('a command that does not exist is found in %j', (text, expected) => {
	expect(namedIn(text).map(one => fault(createProgram(), one))).toEqual([expected]);
});
