import {nearest} from '../domain/suggest.js';

/** `; did you mean "x"?` with the candidate that is nearest to a mistyped word, or nothing when none is near. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
	const near = nearest(
		word,
		[...candidates].filter(candidate => candidate !== word),
	);
	return near === undefined ? '' : `; did you mean "${near}"?`;
};
