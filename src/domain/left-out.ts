import * as z from 'zod';
import {plainText} from './text.js';

/** What is wrong with one file, at its place; lines and columns count from 1. */
export const Fault = z
	.strictObject({line: z.int(), column: z.int(), message: z.string()})
	.readonly();
export type Fault = z.infer<typeof Fault>;

/**
 * A file of a workspace's own questionnaires that does not count, because it cannot be used as it is. The rest goes on
 * without it, and whatever is shown or written says so.
 */
export const LeftOut = z
	.strictObject({
		/** Its path below the workspace. */
		file: z.string(),
		faults: z.array(Fault).readonly(),
		/** True when it fits only together with another file that is left out, as far as can be told. */
		follows: z.boolean(),
	})
	.readonly();
export type LeftOut = z.infer<typeof LeftOut>;

/** Faults that one file shows at most; the lint shows all. */
const shownFaults = 5;

/** `file:line:column what was expected`, one line a fault. */
export const faultLines = ({file, faults, follows}: LeftOut): readonly string[] => {
	const rest = faults.length - shownFaults;
	const hint = follows ? ' (may be right once the files above are mended)' : '';
	return [
		...faults
			.slice(0, shownFaults)
			.map(({line, column, message}) => `${file}:${line}:${column} ${message}${hint}`),
		...(rest > 0 ? [`${file}: and ${rest} more`] : []),
	];
};

/** One sentence that says how much is left out, without a place. */
export const leftOutSentence = (leftOut: readonly LeftOut[]): string =>
	leftOut.length === 1
		? "One file of this workspace's own questionnaires has a mistake and is left out."
		: `${leftOut.length} files of this workspace's own questionnaires have mistakes and are left out.`;

/** Those of the files in which a question may stand; a profile, a framework or a list of risks holds none. */
export const mayHoldQuestions = (leftOut: readonly LeftOut[]): readonly string[] =>
	leftOut.flatMap(({file}) =>
		/^questionnaires(\/(?!profiles(\/|$)|frameworks(\/|$)|risks\.yaml$).*)?$/.test(file)
			? [file]
			: [],
	);

/** The ids of the profiles whose files are left out; undefined when a whole folder is, and it may be any. */
export const leftOutProfileIds = (leftOut: readonly LeftOut[]): readonly string[] | undefined =>
	leftOut.some(({file}) => file === 'questionnaires' || file === 'questionnaires/profiles')
		? undefined
		: leftOut.flatMap(({file}) => /^questionnaires\/profiles\/(.+)\.ya?ml$/.exec(file)?.[1] ?? []);

const named = (profiles: readonly string[]): string =>
	profiles.length === 1
		? `The profile ${plainText(profiles[0] ?? '')} is in force and is`
		: `The profiles ${profiles.map(id => plainText(id)).join(', ')} are in force and are`;

/** What a profile in force that is left out is judged by until it is mended. */
export const standInSentence = (profiles: readonly string[]): string =>
	`${named(profiles)} left out: until that is mended the strictest of all other profiles counts instead.`;

/** What a profile in force that no file holds is judged by until that is mended. */
export const goneSentence = (profiles: readonly string[]): string =>
	`${named(profiles)} in no file of the content: until that is mended the strictest of all other profiles counts instead.`;

/** The next step about profiles that are gone, the same everywhere. */
export const goneStep = (profiles: readonly string[]): string =>
	`Bring back ${profiles.map(id => `questionnaires/profiles/${plainText(id)}.yaml`).join(' and ')}, or let others hold with: dbvet profile set PROFILE, for one target with --target NAME (dbvet profile list names all). Until then dbvet check does not pass.`;

/** The next step, the same everywhere. */
export const leftOutStep =
	'Mend these places and look with: dbvet questionnaire lint. Until then nothing in these files counts, and dbvet check does not pass.';

/** The whole note for people, line by line; `profiles` are those in force that are left out, and `gone` those in no file. */
export const leftOutLines = (
	leftOut: readonly LeftOut[],
	profiles: readonly string[],
	gone: readonly string[],
): readonly string[] => [
	...(leftOut.length === 0
		? []
		: [leftOutSentence(leftOut), ...leftOut.flatMap(faultLines).map(line => `  ${line}`)]),
	...(profiles.length === 0 ? [] : [standInSentence(profiles)]),
	...(leftOut.length === 0 ? [] : [leftOutStep]),
	...(gone.length === 0 ? [] : [goneSentence(gone), goneStep(gone)]),
];
