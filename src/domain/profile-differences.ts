import type {Profile, Requirement} from './profile.js';
import {thresholdDirection} from './threshold.js';

/** One thing that another profile says otherwise, and whether it asks less by that. */
export type ProfileDifference = {
	readonly of: 'control' | 'limit' | 'rule' | 'text';
	/** A control's id, a limit's name, or what the rule is about in words. */
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly looser: boolean;
};

type Plain = Omit<Profile, 'own'>;

const ranks: readonly Requirement[] = ['optional', 'recommended', 'mandatory'];
const depths: readonly Profile['details'][] = ['none', 'mandatory', 'all'];
const detailWords = {
	none: 'no controls',
	mandatory: 'mandatory controls',
	all: 'all controls',
} as const satisfies Record<Profile['details'], string>;

const requirementIn = ({mandatory, recommended}: Plain, control: string): Requirement =>
	mandatory.includes(control)
		? 'mandatory'
		: recommended.includes(control)
			? 'recommended'
			: 'optional';

const controls = (from: Plain, to: Plain): readonly ProfileDifference[] =>
	[...new Set([...from.mandatory, ...from.recommended, ...to.mandatory, ...to.recommended])].map(
		name => {
			const [was, is] = [requirementIn(from, name), requirementIn(to, name)];
			const looser = ranks.indexOf(is) < ranks.indexOf(was);
			return {of: 'control', name, from: was, to: is, looser};
		},
	);

/** A limit that is not there at all lets everything pass. */
const isLooser = (name: string, was: number | undefined, is: number | undefined): boolean => {
	if (was === undefined) return false;
	if (is === undefined) return true;
	return thresholdDirection(name) === 'smaller' ? is > was : is < was;
};

const limits = (from: Plain, to: Plain): readonly ProfileDifference[] =>
	[...new Set([...Object.keys(from.thresholds), ...Object.keys(to.thresholds)])].map(name => {
		const [was, is] = [from.thresholds[name], to.thresholds[name]];
		const words = (value: number | undefined): string => String(value ?? 'no limit');
		return {of: 'limit', name, from: words(was), to: words(is), looser: isLooser(name, was, is)};
	});

const rules = (from: Plain, to: Plain): readonly ProfileDifference[] => {
	const age = (what: 'answers' | 'runs', name: string): ProfileDifference => ({
		of: 'limit',
		name,
		from: String(from.maxAge[what]),
		to: String(to.maxAge[what]),
		looser: to.maxAge[what] > from.maxAge[what],
	});
	const approver = (other: boolean): string =>
		other ? 'another person than their author' : 'anybody';
	return [
		age('answers', 'days after which an answer is too old'),
		age('runs', 'days after which a probe run is too old'),
		{
			of: 'rule',
			name: 'details are asked of',
			from: detailWords[from.details],
			to: detailWords[to.details],
			looser: depths.indexOf(to.details) < depths.indexOf(from.details),
		},
		{
			of: 'rule',
			name: 'exceptions are approved by',
			from: approver(from.approverIsNotAuthor),
			to: approver(to.approverIsNotAuthor),
			looser: from.approverIsNotAuthor && !to.approverIsNotAuthor,
		},
	];
};

/** A plan gives time to what is not mandatory at once: with more days, or with none, less is asked. */
const plans = (from: Plain, to: Plain): readonly ProfileDifference[] =>
	[...new Set([...from.planned, ...to.planned].map(p => p.control))].map(name => {
		const days = ({planned}: Plain): number | undefined =>
			planned.find(p => p.control === name)?.withinDays;
		const [was, is] = [days(from), days(to)];
		const words = (value: number | undefined): string =>
			value === undefined ? 'none' : `within ${value} days`;
		const atOnce = requirementIn(to, name) === 'mandatory';
		const looser = was !== undefined && !atOnce && (is === undefined || is > was);
		return {of: 'rule', name: `the plan for ${name} is`, from: words(was), to: words(is), looser};
	});

const texts = (from: Plain, to: Plain): readonly ProfileDifference[] =>
	(['title', 'summary', 'approach'] as const).map(name => {
		const [was, is] = [from[name], to[name]].map(text =>
			typeof text === 'string' ? text : JSON.stringify(text),
		);
		return {of: 'text', name, from: was ?? '', to: is ?? '', looser: false};
	});

/** Everything that `to` says otherwise than `from`: controls, limits, rules and texts, in the order of `from`. */
export const profileDifferences = (from: Plain, to: Plain): readonly ProfileDifference[] =>
	[controls, limits, rules, plans, texts]
		.flatMap(compare => compare(from, to))
		.filter(difference => difference.from !== difference.to);
