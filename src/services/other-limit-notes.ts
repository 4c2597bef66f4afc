import type {Evaluation} from '../domain/evaluation.js';
import {otherLimitsSentence} from '../domain/other-limit-words.js';

/** A sentence for each target of which a probe judged by other limits than those in force, with the step that mends it. */
export const otherLimitNotes = ({
	targets,
	findings,
}: Evaluation): readonly {readonly target: string; readonly text: string}[] =>
	targets.flatMap(({target}) => {
		const own = findings.filter(f => f.target === target.id && f.otherLimits !== undefined);
		return own.length === 0
			? []
			: [
					{
						target: target.name,
						text: `${target.name}: ${otherLimitsSentence(own)}. Run: dbvet probe ${target.name}`,
					},
				];
	});
