import {strengthWords} from '../../domain/evidence-kinds.js';
import type {EvidenceKind} from '../../domain/evidence.js';
import type {Output} from '../output.js';
import {prompting} from './prompt.js';

/** Asks which of some kinds a file is, as numbered lines; undefined when it is none of them. */
export const askKind = async (
	output: Output,
	kinds: readonly EvidenceKind[],
): Promise<string | undefined> => {
	output.line('What kind of proof is it?');
	kinds.forEach((kind, i) => {
		output.line(`${i + 1} ${kind.title} (${strengthWords[kind.strength]})`);
	});
	output.line(`${kinds.length + 1} Something else, which will not count for this control`);
	const {number} = await prompting(
		prompt =>
			prompt<{number: string}>([
				{
					type: 'input',
					name: 'number',
					message: 'Kind:',
					validate: (typed: string) =>
						/^\d{1,3}$/.test(typed.trim()) &&
						Number(typed) >= 1 &&
						Number(typed) <= kinds.length + 1
							? true
							: `Type a number from 1 to ${kinds.length + 1}.`,
				},
			]),
		process.stderr,
	);
	return kinds[Number(number.trim()) - 1]?.id;
};
