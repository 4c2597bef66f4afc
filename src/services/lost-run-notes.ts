import type {Evaluation} from '../domain/evaluation.js';

export type LostRunNote = {readonly target: string; readonly text: string};

/** A sentence or two for each probe run whose file cannot be used and that nothing has made up for: what, and how to mend it. */
export const lostRunNotes = ({targets}: Evaluation): readonly LostRunNote[] =>
	targets.flatMap(({target, lostRuns = []}) =>
		lostRuns
			.filter(run => !run.madeUp)
			.map(({what, at}) => ({
				target: target.name,
				text: `What the probe run of ${target.name} of ${at.slice(0, 10)} saw is lost, and what was seen before it no longer counts as passed. ${what} Bring the file back, or run: dbvet probe ${target.name}`,
			})),
	);
