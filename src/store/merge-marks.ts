/** The two texts between which a merge of a version control system could not decide. */
export type Sides = readonly [ours: string, theirs: string];

type Part = 'both' | 'ours' | 'base' | 'theirs';

/** git writes seven of a sign, and behind three of them a blank and a name. */
const marks: readonly (readonly [RegExp, Part])[] = [
	[/^<<<<<<< /, 'ours'],
	[/^\|\|\|\|\|\|\|( |$)/, 'base'],
	[/^=======$/, 'theirs'],
	[/^>>>>>>> /, 'both'],
];

/** Whether a line is one with which git divides what it could not merge. */
export const isMergeMark = (text: string): boolean => marks.some(([mark]) => mark.test(text));

/** Both sides of a text that git left with marks, in either style; undefined where there is none, or the marks have no order. */
export const sidesOf = (text: string): Sides | undefined => {
	const lines: Record<'ours' | 'theirs', string[]> = {ours: [], theirs: []};
	let part: Part = 'both';
	let found = false;
	for (const raw of text.split('\n')) {
		const line = raw.replace(/\r$/, '');
		const next = marks.find(([mark]) => mark.test(line))?.[1];
		if (next === undefined) {
			if (part === 'both' || part === 'ours') lines.ours.push(line);
			if (part === 'both' || part === 'theirs') lines.theirs.push(line);
			continue;
		}
		if ((next === 'ours') !== (part === 'both')) return undefined;
		if (next === 'both' && part !== 'theirs') return undefined;
		part = next;
		found = true;
	}
	return found && part === 'both' ? [lines.ours.join('\n'), lines.theirs.join('\n')] : undefined;
};
