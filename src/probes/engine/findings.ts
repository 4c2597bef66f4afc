import type {CheckInfo} from '../../domain/check.js';
import type {Finding} from '../../domain/finding.js';
import {findingKey, openSource} from '../../domain/finding.js';
import type {Outcome, Reason} from '../../domain/outcome.js';
import type {Platform} from '../../domain/platform.js';
import {textFor} from '../../domain/text-for.js';
import {plainText} from '../../domain/text.js';
import type {Check, JudgeContext, Verdict} from './check.js';

/** A hostile server may show any number of objects; a person reads a few hundred at most. */
const maxVerdicts = 300;
/** Of texts with a command in them, which must not be cut in its middle. */
const maxAdvice = 1_500;

export type Place = {readonly endpoint: string; readonly platform?: Platform | undefined};

const maxSource = 2_000;

const isOpen = (outcome: Outcome): boolean => outcome === 'unknown' || outcome === 'error';

const complete = (
	check: CheckInfo,
	verdict: Verdict,
	place: Place,
	source: string | undefined,
): Finding => ({
	check: check.id,
	endpoint: place.endpoint,
	...(verdict.object === undefined ? {} : {object: plainText(verdict.object, 200)}),
	outcome: verdict.outcome,
	severity: verdict.severity ?? check.severity,
	title: plainText(check.title, 100),
	observed: plainText(verdict.observed),
	expected: plainText(verdict.expected, maxAdvice),
	...(isOpen(verdict.outcome) ? {reason: verdict.reason ?? 'internal-error'} : {}),
	...(verdict.grant === undefined ? {} : {grant: plainText(verdict.grant, maxAdvice)}),
	...(source === undefined ? {} : {source: plainText(source, maxSource)}),
	remediation: plainText(
		verdict.remediation ?? textFor(check.remediation, place.platform),
		maxAdvice,
	),
});

/** Completes a judge's word: adds what the check and the endpoint say, and makes every text safe to show. */
export const findingOf = (check: CheckInfo, verdict: Verdict, place: Place): Finding =>
	complete(
		check,
		verdict,
		place,
		isOpen(verdict.outcome)
			? openSource(check.source, verdict.source)
			: (verdict.source ?? check.source),
	);

/**
 * The finding of a check that could not be made at all. It names no query: hundreds of them for each server that is away would
 * fill the memory and the record with what `probe --list` tells.
 */
export const unknownFinding = (
	check: CheckInfo,
	reason: Reason,
	detail: string,
	place: Place,
): Finding =>
	complete(
		check,
		{
			outcome: reason === 'internal-error' ? 'error' : 'unknown',
			reason,
			observed: detail,
			expected: check.question,
		},
		place,
		undefined,
	);

/** Where a bug showed itself, without the error's message: a message may quote what must not be shown. */
export const bugPlace = (error: unknown): string => {
	if (!(error instanceof Error)) return 'something that is no error was thrown';
	const frame = /\(?([^()\s/\\]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1] ?? 'unknown place';
	return `${error.name} at ${frame}`;
};

const worstFirst: Readonly<Record<Outcome, number>> = {
	fail: 0,
	error: 1,
	unknown: 2,
	pass: 3,
	'not-applicable': 4,
};

/** One finding per object, the worst of them, so that a finding's key is unique within a report. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => {
	const byKey = new Map<string, Finding>();
	for (const finding of findings) {
		const other = byKey.get(findingKey(finding));
		if (other === undefined || worstFirst[finding.outcome] < worstFirst[other.outcome])
			byKey.set(findingKey(finding), finding);
	}
	return [...byKey.values()];
};

/**
 * Asks a check's judge. A judge that throws or says nothing is a bug of dbvet and gives one `error` finding; of more
 * than 300 objects the worst are kept, and an `unknown` finding says how many were left out.
 */
export const judgeCheck = <Facts>(
	check: Check<Facts>,
	facts: Facts,
	context: JudgeContext,
	place: Place,
): readonly Finding[] => {
	const told = {...check, source: check.sourceIn?.(facts) ?? check.source};
	let verdicts: readonly Verdict[];
	try {
		verdicts = check.judge(facts, context);
	} catch (error) {
		return [unknownFinding(told, 'internal-error', `dbvet failed here: ${bugPlace(error)}`, place)];
	}
	if (verdicts.length === 0)
		return [unknownFinding(told, 'internal-error', 'dbvet failed here: no verdict', place)];
	const all = distinct(verdicts.map(verdict => findingOf(told, verdict, place)));
	if (all.length <= maxVerdicts) return all;
	const sorted = all.toSorted((a, b) => worstFirst[a.outcome] - worstFirst[b.outcome]);
	const cut = `${all.length - maxVerdicts} more objects were judged and are not shown`;
	return [
		...sorted.slice(0, maxVerdicts),
		findingOf(
			told,
			{
				outcome: 'unknown',
				reason: 'limit-exceeded',
				object: '(more)',
				observed: cut,
				expected: check.question,
			},
			place,
		),
	];
};
