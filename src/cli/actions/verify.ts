import {count} from '../../domain/count.js';
import {exitCode, UserError} from '../../domain/errors.js';
import {quotedWord} from '../../domain/hide-logins.js';
import {plainText} from '../../domain/text.js';
import {inspectWorkspace, type Inspection} from '../../store/index.js';
import {workspaceOf} from '../compose.js';
import {processOutput, wrap, type Output} from '../output.js';
import type {Globals} from '../globals.js';

/** The foot of a document prints twelve digits; fewer than eight could be met by chance. */
const headPattern = /^[0-9a-f]{8,64}$/;

const readHead = (head: string | undefined): string | undefined => {
	if (head === undefined) return undefined;
	const digits = head.trim().toLowerCase();
	if (headPattern.test(digits)) return digits;
	throw new UserError(
		`--head wants a hash of 64 hex digits or its first 8 or more, not ${quotedWord(head)}.`,
		[
			'Documents print it under “Record head”, and in short at the foot of each page.',
			'The head of this record: dbvet verify',
		],
	);
};

/** What no look at this folder alone can show. */
const cannotTell = ({given}: Inspection): readonly string[] => {
	if (given === undefined)
		return [
			'Without --head this cannot tell whether the end of the history was cut off whole, with its assessment.json, or all of it written anew from the first entry: such a record fits itself. Compare it with a head that was kept elsewhere, for example in a document: dbvet verify --head HASH',
		];
	return given.standing === 'ancestor' && given.added > 0
		? [
				'What came after that head is only checked against itself: whether some of it was cut off or written anew, a later head can tell.',
			]
		: [];
};

const sound = ({faults, unread, given}: Inspection): boolean =>
	faults.length === 0 && unread.length === 0 && given?.standing !== 'unknown';

const codeOf = (inspection: Inspection): number => {
	if (inspection.unread.length > 0) return exitCode.unfinished;
	return sound(inspection) ? exitCode.done : exitCode.findings;
};

const givenWords = (head: string, given: NonNullable<Inspection['given']>): readonly string[] => {
	const short = head.slice(0, 12);
	switch (given.standing) {
		case 'present':
			return [
				`${short} is the head of this record as it stands: it is what it was then, to the last entry.`,
			];
		case 'ancestor':
			return [
				`${short} is the head of an earlier moment of this record (${given.at}): everything up to then is what it was.`,
				given.added === 0
					? 'Nothing came since.'
					: `${count(given.added, 'entry', 'entries')} came since: dbvet history -n ${given.added}`,
			];
		case 'unknown':
			return [
				`No moment of this history has the head ${short}: entries are missing or were rewritten since, or it is the head of another record.`,
			];
	}
};

/** How to get out, for the part in which the first broken link is. */
const wayOut = {
	history:
		"Put an undamaged copy of the file in its place, from a backup or from a colleague's copy of the workspace.",
	assessment:
		'Where only assessment.json is at fault, move it away: dbvet rebuilds it from history/. Where changes are missing, bring the history back first, from a backup.',
	runs: "Bring the file back, from a backup or from a colleague's copy, or probe again: what a lost run saw counts as not seen.",
	evidence:
		"Bring the file back, from a backup or from a colleague's copy, or add the proof anew: what is missing or changed proves nothing.",
} as const satisfies Record<Inspection['faults'][number]['part'], string>;

const printFaults = ({faults}: Inspection, output: Output): void => {
	const [first] = faults;
	if (first === undefined) return;
	const {style} = output;
	const width = Math.min(output.columns, 110);
	output.line(
		`${style.bad(style.sign.fail)} The first broken link: ${style.bold(plainText(first.place))}`,
	);
	output.line(wrap(plainText(first.expected, 1000), width, '  expected  ', '            '));
	output.line(wrap(plainText(first.found, 1000), width, '  found     ', '            '));
	const more = faults.length - 1;
	output.line(
		more === 0
			? 'It is the only one.'
			: `${count(more, 'more broken link', 'more broken links')}: dbvet verify --json names ${more === 1 ? 'it' : 'them all'}.`,
	);
	output.line(wrap(wayOut[first.part], width));
};

const print = (inspection: Inspection, head: string | undefined, output: Output): void => {
	const {style} = output;
	const width = Math.min(output.columns, 110);
	const {entries, files, runs, evidence, unread, notes, given} = inspection;
	output.line(
		`Checked ${count(entries, 'entry', 'entries')} in ${count(files.length, 'file', 'files')}, ${count(runs, 'probe run', 'probe runs')}, ${count(evidence, 'artifact', 'artifacts')} and assessment.json.`,
	);
	printFaults(inspection, output);
	for (const {place, reason} of unread)
		output.line(
			wrap(
				`${style.sign.unknown} ${plainText(place)} could not be checked. ${plainText(reason, 1000)}`,
				width,
				'',
				'  ',
			),
		);
	if (inspection.faults.length === 0 && unread.length === 0)
		output.line(`${style.good(style.sign.pass)} Everything fits together.`);
	for (const note of notes)
		output.line(wrap(`${style.sign['not-applicable']} ${plainText(note, 1000)}`, width, '', '  '));
	if (inspection.head !== undefined) output.line(`Head: ${inspection.head}`);
	if (head !== undefined && given !== undefined) {
		const sign =
			given.standing === 'unknown' ? style.bad(style.sign.fail) : style.good(style.sign.pass);
		output.line(wrap(`${sign} ${givenWords(head, given).join(' ')}`, width, '', '  '));
	}
	// Beside damage it would only be in the way.
	for (const text of sound(inspection) ? cannotTell(inspection) : [])
		output.line(wrap(text, width));
};

/**
 * Checks the record and says what does not fit. The exit code is 0 for a sound record, 1 for a broken one or a head that it never had,
 * 3 where something could not be read.
 */
export const verifyRecord = async (
	given: string | undefined,
	globals: Globals,
): Promise<number> => {
	const head = readHead(given);
	const root = await workspaceOf(globals);
	if (root === undefined)
		throw new UserError('There is no dbvet workspace here.', [
			'Create one with: dbvet init',
			'Or name one with: --workspace DIR',
		]);
	const inspection = await inspectWorkspace(root, head);
	const output = processOutput(process);
	if (globals.json === true) {
		const {given: standing, ...rest} = inspection;
		output.json({
			schema: 'dbvet/verify@1',
			sound: sound(inspection),
			...rest,
			...(head === undefined || standing === undefined ? {} : {given: {head, ...standing}}),
			cannotTell: cannotTell(inspection),
		});
	} else print(inspection, head, output);
	return codeOf(inspection);
};
