import type {FrozenFailure, FrozenTarget} from '../domain/baseline.js';
import {findingCaseKey} from '../domain/case-key.js';
import type {Deviation, Unseen} from '../domain/deviation.js';
import {endpointName} from '../domain/endpoint-name.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import {isConclusive} from '../domain/outcome.js';
import {severityWeight} from '../domain/severity-order.js';
import type {Target} from '../domain/target.js';
import {failureText} from './freeze.js';
import {byText, groupBy} from './order.js';

type ComparedFindings = {
	readonly deviations: readonly Deviation[];
	readonly unseen: readonly Unseen[];
	/** Failures that were there and are there, no graver. */
	readonly kept: number;
};

/** The findings of one target beside those that were approved. */
export const compareFindings = (
	target: Target,
	then: FrozenTarget | undefined,
	now: FrozenTarget,
	findings: readonly CurrentFinding[],
): ComparedFindings => {
	const before = new Map((then?.failures ?? []).map(f => [failureText(f), f] as const));
	const present = new Map(now.failures.map(f => [failureText(f), f] as const));
	const byKey = new Map(findings.map(f => [failureText(f), f] as const));
	const places = groupBy(findings, f => placeText(f.check, f.endpoint));
	const bad = [...present].flatMap(([key, failure]): readonly Deviation[] => {
		const finding = byKey.get(key);
		const was = before.get(key);
		const word = wordOf(was, failure);
		if (finding === undefined || word === undefined) return [];
		return [{...base(target, failure), ...said(word, was, failure, finding), now: failure}];
	});
	const gone = [...before.values()].filter(f => !present.has(failureText(f)));
	const fixed = gone.filter(f => {
		const place = places.get(placeText(f.check, f.endpoint)) ?? [];
		const itself = byKey.get(failureText(f));
		return itself === undefined ? place.length > 0 && place.every(concluded) : concluded(itself);
	});
	return {
		deviations: [
			...bad,
			...fixed.map((f): Deviation => ({
				...base(target, f),
				word: 'fixed',
				title: byKey.get(failureText(f))?.title ?? f.check,
				text: fixedText(f, byKey.get(failureText(f))),
				then: f,
			})),
		],
		unseen: unseenPlaces(
			target,
			then,
			places,
			gone.filter(f => !fixed.includes(f)),
		),
		kept:
			[...present.keys()].filter(key => before.has(key)).length -
			bad.filter(d => 'then' in d).length,
	};
};

const placeText = (check: string, endpoint: string): string => JSON.stringify([check, endpoint]);

const concluded = ({outcome, stale}: CurrentFinding): boolean => isConclusive(outcome) && !stale;

const base = (target: Target, {check, endpoint, object, severity}: FrozenFailure) => ({
	kind: 'finding' as const,
	key: findingCaseKey({target: target.id, check, endpoint, object}),
	id: `${target.name}/${check}${object === undefined ? '' : `/${object}`}`,
	target: target.id,
	targetName: target.name,
	severity,
	saidBy: [],
});

const wordOf = (was: FrozenFailure | undefined, is: FrozenFailure) => {
	if (was === undefined) return 'new';
	if (severityWeight(is.severity) > severityWeight(was.severity)) return 'worse';
	return was.accepted !== undefined && is.accepted === undefined ? 'expired' : undefined;
};

const said = (
	word: 'new' | 'worse' | 'expired',
	was: FrozenFailure | undefined,
	is: FrozenFailure,
	{title, observed, waiver}: CurrentFinding,
) => {
	const how =
		word === 'worse'
			? ` It was ${was?.severity ?? ''} when approved, and is ${is.severity} now.`
			: word === 'expired'
				? ` It was accepted when approved (${was?.accepted === 'settled' ? 'as wrong or out of scope' : (was?.accepted ?? '')}), and is no longer.`
				: is.accepted === undefined
					? ''
					: ` Accepted since${waiver === undefined ? '' : ` by ${waiver.approver}, until ${waiver.until}`}.`;
	return {
		word,
		title,
		text: `${/[.!?…]$/.test(observed) ? observed : `${observed}.`}${how}`,
		...(was && {then: was}),
	};
};

const fixedText = ({endpoint, object}: FrozenFailure, now: CurrentFinding | undefined): string =>
	now === undefined
		? `Looked at again on ${endpoint}: ${object === undefined ? 'it fails no more' : `${object} is no longer found`}.`
		: now.observed;

/** What was looked at and is not, by check and endpoint, with the failures that nobody knows of any more. */
const unseenPlaces = (
	target: Target,
	then: FrozenTarget | undefined,
	places: ReadonlyMap<string, readonly CurrentFinding[]>,
	lost: readonly FrozenFailure[],
): readonly Unseen[] => {
	const failures = groupBy(lost, f => placeText(f.check, f.endpoint));
	const seen = Object.entries(then?.seen ?? {}).flatMap(([endpoint, checks]) =>
		checks.map(check => placeText(check, endpoint)),
	);
	const blind = seen.filter(place => {
		const now = places.get(place);
		return now?.every(concluded) !== true;
	});
	return [...new Set([...blind, ...failures.keys()])].toSorted(byText).map(place => {
		const [check = '', endpoint = ''] = JSON.parse(place) as readonly string[];
		return {
			target: target.id,
			targetName: target.name,
			endpoint,
			check,
			failures: failures.get(place)?.length ?? 0,
			text: whyUnseen(target, endpoint, places.get(place)),
		};
	});
};

const whyUnseen = (
	target: Target,
	endpoint: string,
	now: readonly CurrentFinding[] | undefined,
): string => {
	if (target.kind === 'database' && !target.endpoints.map(endpointName).includes(endpoint))
		return `${endpoint} is no longer an endpoint of ${target.name}.`;
	const open = now?.find(f => !concluded(f));
	if (open === undefined) return 'No probe tells of it any more.';
	return open.stale && isConclusive(open.outcome)
		? `The last probe that saw it is too old (${open.at.slice(0, 10)}).`
		: open.observed;
};
