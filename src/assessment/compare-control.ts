import type {FrozenControl} from '../domain/baseline.js';
import type {DeviationWord} from '../domain/deviation.js';
import type {ControlEvaluation} from '../domain/evaluation.js';
import {isOutdated} from '../domain/outdated.js';

type Compared = {
	readonly word: Exclude<DeviationWord, 're-answered'>;
	readonly text: string;
	readonly then?: FrozenControl;
	readonly now: FrozenControl;
};

/** From good to bad. A contradiction is worse than what it contradicts, because nobody knows what to believe. */
const rank = {met: 0, 'not-applicable': 0, partly: 1, 'not-met': 2, contradicted: 3} as const;

const words = {
	met: 'met',
	'not-applicable': 'not applicable',
	partly: 'met in part',
	'not-met': 'not met',
	contradicted: 'contradicted',
	unknown: 'not known',
} as const;

/** What is known recently enough to count. */
const rankOf = (
	frozen: Pick<FrozenControl, 'state' | 'assurance' | 'stale'>,
): number | undefined =>
	frozen.state === 'unknown' || isOutdated({...frozen, stale: frozen.stale === true})
		? undefined
		: rank[frozen.state];

/** Not met, only partly, contradicted, or wanted and not known. */
export const isOpen = ({
	state,
	requirement,
	assurance,
	stale,
}: Pick<ControlEvaluation, 'state' | 'requirement' | 'assurance' | 'stale'>): boolean => {
	const known = rankOf({state, assurance, ...(stale && {stale})});
	return known === undefined ? requirement === 'mandatory' : known > 0;
};

/** How a control deviates from what was approved; undefined where it does not, or where only an answer says so. */
export const compareControl = (
	control: ControlEvaluation,
	then: FrozenControl | undefined,
	now: FrozenControl,
): Compared | undefined => {
	const word = wordOf(control, then, now);
	if (word === undefined) return undefined;
	const mandatory =
		then !== undefined && then.requirement !== now.requirement && now.requirement === 'mandatory'
			? ' It is mandatory now.'
			: '';
	return {
		word,
		text: `${change(then, now)}. ${control.because}${mandatory}`,
		...(then && {then}),
		now,
	};
};

const change = (then: FrozenControl | undefined, now: FrozenControl): string => {
	if (then === undefined) return `${wordsOf(now)} now`;
	const [was, is] = [wordsOf(then), wordsOf(now)];
	if (then.waived === true && now.waived !== true && was === is)
		return `${was} and accepted when approved, and accepted no longer`;
	return was === is ? `${was}, as when approved` : `${was} when approved, ${is} now`;
};

const wordsOf = (frozen: FrozenControl): string =>
	`${words[frozen.state]}${
		frozen.state !== 'unknown' && rankOf(frozen) === undefined ? ' by what is too old' : ''
	}`;

const wordOf = (
	control: ControlEvaluation,
	then: FrozenControl | undefined,
	now: FrozenControl,
): Compared['word'] | undefined => {
	if (then === undefined) return isOpen(control) ? 'new' : undefined;
	const is = rankOf(now);
	const was = rankOf(then);
	const wanted = now.requirement === 'mandatory' && then.requirement !== 'mandatory';
	if (is === undefined) return was === undefined ? raised(wanted) : lost(now);
	if (was === undefined) return is > 0 ? 'new' : mended(now);
	if (is < was) return is === 0 ? mended(now) : undefined;
	if (is > was) return ranOut(control) ? 'expired' : 'worse';
	if (is === 0) return aged(control, then, now);
	if (then.waived === true && now.waived !== true) return 'expired';
	return raised(wanted) ?? aged(control, then, now);
};

/** It was let be, because nobody wanted it, and is wanted now. */
const raised = (wanted: boolean): 'worse' | undefined => (wanted ? 'worse' : undefined);

const lost = ({state}: FrozenControl): 'worse' | 'expired' =>
	state === 'unknown' ? 'worse' : 'expired';

/** A changed answer alone mends nothing, and what is too old proves nothing. */
const mended = ({assurance, stale}: FrozenControl): 'fixed' | undefined =>
	stale !== true && (assurance === 'verified' || assurance === 'documented') ? 'fixed' : undefined;

/** The change came with a day that passed, not with anything that somebody did or a probe saw. */
const ranOut = ({contradiction, questions}: ControlEvaluation): boolean =>
	contradiction?.reopened?.startsWith('The resolution ended') === true ||
	questions.some(q => q.lapsed !== undefined);

/** The state is the same, and no longer as well known as it was. */
const aged = (
	control: ControlEvaluation,
	then: FrozenControl,
	now: FrozenControl,
): 'expired' | 'worse' | undefined => {
	if (now.state === 'not-met' || now.state === 'contradicted') return undefined;
	if (now.stale === true && then.stale !== true) return 'expired';
	if (then.assurance !== 'documented' || now.assurance !== 'claimed') return undefined;
	return control.evidence.some(e => e.expired) ? 'expired' : 'worse';
};
