import type {GateBaseline, GateCase, GateReport, GateRule} from '../../domain/gate.js';
import {sha256} from '../../domain/id.js';
import type {Severity} from '../../domain/severity.js';
import {bySeverity} from '../../domain/severity-order.js';
import {clean, cut, sentences} from './clean.js';

/**
 * What GitHub takes: more results make it reject a file, and longer descriptions are cut. It states no limit for the message of a result; ours keeps
 * the file small. Source: "SARIF support for code scanning" and "SARIF results exceed one or more limits" in the documentation of GitHub.
 */
const limits = {results: 25_000, description: 1_024, message: 2_000} as const;

/** Our severities on the scale of GitHub: critical over 9, high from 7, medium from 4, low below; `info` has no number. */
const scores: Readonly<Record<Severity, string | undefined>> = {
	critical: '9.5',
	high: '8.0',
	medium: '5.5',
	low: '2.0',
	info: undefined,
};

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	critical: 'error',
	high: 'error',
	medium: 'warning',
	low: 'note',
	info: 'note',
};

/**
 * The gate as SARIF 2.1.0 (OASIS), in the part that GitHub code scanning reads: everything that fails, accepted failures with a suppression. What
 * nobody knows is a result only where it stops the gate; the rest is counted in a notification, because SARIF shows no passes either. The text is
 * ASCII, so that no encoding of the way there can harm it.
 */
export const sarif = (report: GateReport): string => {
	const failing = report.cases
		.filter(({verdict}) => ['stops', 'let-through', 'accepted', 'in-baseline'].includes(verdict))
		.sort((a, b) => lastIfAccepted(a) - lastIfAccepted(b) || bySeverity(a.severity, b.severity));
	const kept = failing.slice(0, limits.results);
	// What is gone comes last, and is the first to be left out.
	const gone = (report.baseline?.fixed ?? []).slice(0, limits.results - kept.length);
	const rules = rulesOf([...kept, ...gone]);
	const index = new Map(rules.map(({rule}, i) => [rule.id, i]));
	const notes = [
		...notesOf(report.cases, failing.length, kept),
		...baselineNotes(report.baseline, gone.length),
	];
	return ascii({
		$schema:
			'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'dbvet',
						version: report.dbvet,
						semanticVersion: report.dbvet,
						rules: rules.map(ruleJson),
					},
				},
				invocations: [
					{
						executionSuccessful: true,
						endTimeUtc: report.at,
						toolExecutionNotifications: notes.map(text => ({level: 'note', message: {text}})),
					},
				],
				results: [
					...kept.map(one => resultJson(one, index.get(one.rule.id) ?? -1, report.file)),
					...gone.map(one => ({
						...resultJson(one, index.get(one.rule.id) ?? -1, report.file),
						// SARIF 2.1.0, 3.27.9 and 3.27.10: what was looked at and is no problem has no level.
						kind: 'pass',
						level: 'none',
						baselineState: 'absent',
					})),
				],
			},
		],
	});
};

const isAccepted = ({verdict}: GateCase): boolean =>
	verdict === 'accepted' || verdict === 'in-baseline';

const lastIfAccepted = (one: GateCase): number => (isAccepted(one) ? 1 : 0);

type Rated = {readonly rule: GateRule; readonly severity: Severity};

/** Each rule once, with the worst severity of its results: GitHub rates a result by its rule. The cases come with the worst first. */
const rulesOf = (cases: readonly GateCase[]): readonly Rated[] => {
	const rules = new Map<string, Rated>();
	for (const {rule, severity} of [...cases].sort((a, b) => bySeverity(a.severity, b.severity)))
		if (!rules.has(rule.id)) rules.set(rule.id, {rule, severity});
	return [...rules.values()];
};

const ruleJson = ({rule, severity}: Rated): unknown => {
	const score = scores[severity];
	return {
		id: rule.id,
		// GitHub shows it as the title of an alert, where a statement alone would read as if it were so.
		shortDescription: {text: cut(message(`Should hold: ${rule.title}`), limits.description)},
		fullDescription: {text: cut(message(rule.why), limits.description)},
		help: {text: message(rule.help)},
		defaultConfiguration: {level: levels[severity]},
		properties: {
			tags: ['security', 'database', rule.tag],
			...(score !== undefined && {'security-severity': score}),
		},
	};
};

const resultJson = (one: GateCase, ruleIndex: number, file: string) => ({
	ruleId: one.rule.id,
	ruleIndex,
	kind: 'fail',
	level: levels[one.severity],
	message: {text: cut(messageOf(one), limits.message)},
	locations: [
		{
			physicalLocation: {
				artifactLocation: {uri: file.split('/').map(encodeURIComponent).join('/')},
				// GitHub shows no result without a line. The record has no line for each, so that the fingerprint tells them apart.
				region: {startLine: 1},
			},
			logicalLocations: [
				{name: clean(one.target), fullyQualifiedName: clean(one.id), kind: 'resource'},
			],
		},
	],
	// The first is the only one that GitHub compares; left out, the upload makes it from line 1, the same for all.
	partialFingerprints: {
		primaryLocationLineHash: `${sha256(one.key).slice(0, 16)}:1`,
		'dbvetCase/v1': sha256(one.key),
	},
	// SARIF 2.1.0, 3.27.24: all results of a run have it, or none.
	...(one.since !== undefined && {baselineState: one.since}),
	...(isAccepted(one) && {
		suppressions: [
			{kind: 'external', status: 'accepted', justification: message(one.reason ?? 'Accepted.')},
		],
	}),
});

const messageOf = ({target, endpoint, text, expected, remedy}: GateCase): string =>
	message(
		sentences([
			`${target}${endpoint === undefined ? '' : ` (${endpoint})`}: ${text}`,
			expected === undefined ? undefined : `Expected: ${expected}`,
			remedy === undefined ? undefined : `What to do: ${remedy}`,
		]),
	);

/** Text in which nothing is a link or a placeholder, as SARIF 2.1.0 (3.11.5 and 3.11.6) would read it: what a server says must not be one. */
const message = (text: string): string =>
	clean(text)
		.replaceAll('](', '] (')
		.replace(/\{(?=\d+\})/g, '{ ');

const notesOf = (
	cases: readonly GateCase[],
	failing: number,
	kept: readonly GateCase[],
): readonly string[] => {
	const unknown = cases.filter(({verdict}) => verdict === 'unknown').length;
	const long = kept.filter(one => messageOf(one).length > limits.message).length;
	return [
		...(unknown === 0
			? []
			: [
					`Not known, and no result of this file: ${unknown}. dbvet status says what would settle it.`,
				]),
		...(failing === kept.length
			? []
			: [
					`Left out, because GitHub takes no more than ${limits.results} results: ${failing - kept.length}, accepted and least severe ones first.`,
				]),
		...(long === 0
			? []
			: [`Messages cut after ${limits.message} characters: ${long}. dbvet status has them whole.`]),
	];
};

const baselineNotes = (baseline: GateBaseline | undefined, gone: number): readonly string[] => {
	if (baseline === undefined) return [];
	const {name, approver, at, unseen, fixed} = baseline;
	const cut = fixed.length - gone;
	return [
		message(
			sentences([
				`Compared with the baseline ${name}, approved by ${approver} on ${at.slice(0, 10)}`,
				unseen === 0
					? undefined
					: `Checks that could be looked at then and cannot be now: ${unseen}`,
				cut === 0 ? undefined : `Fixed since, and left out because the file is full: ${cut}`,
			]),
		),
	];
};

const ascii = (value: unknown): string =>
	`${JSON.stringify(value, null, 2).replace(
		/[\u007f-\uffff]/g,
		unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)}\n`;
