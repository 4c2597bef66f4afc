import {controlCaseKey, findingCaseKey} from '../domain/case-key.js';
import type {CheckInfo} from '../domain/check.js';
import type {ControlEvaluation, CurrentFinding, Evaluation} from '../domain/evaluation.js';
import type {GateCase, GateProblem, GateReport, GateRule, GateVerdict} from '../domain/gate.js';
import {gateBaseline, sinceApproval} from './gate-since.js';
import {isOutdated} from '../domain/outdated.js';
import type {BaselineVerdict} from './check-against.js';
import {settledFailures, settledReason} from '../domain/settled-failures.js';

type Given = {
	readonly evaluation: Evaluation;
	/** What `checkGate` gave for the same evaluation and options. */
	readonly problems: readonly GateProblem[];
	readonly checks: readonly CheckInfo[];
	/** Beside a baseline: what it holds of what would stop the gate, and what became of everything. */
	readonly against?: Pick<BaselineVerdict, 'held' | 'compared'>;
};

/**
 * The record as cases, for the formats that list passes too: rules of the gate that stop it, then each control, then each finding. The problems of
 * `checkGate` decide what stops; a control that is not met says nothing of its own where its failing findings stand in the list.
 */
export const gateReport = (
	given: Given,
	{dbvet, file}: Pick<GateReport, 'dbvet' | 'file'>,
): GateReport => ({
	dbvet,
	at: given.evaluation.at,
	file,
	cases: [...ruleCases(given.problems), ...controlCases(given), ...findingCases(given)].map(
		sinceApproval(given.against),
	),
	...(given.against !== undefined && {
		baseline: gateBaseline(given.against.compared, given.checks),
	}),
});

const ruleTitles = {
	content: 'The files of the assessment can be read',
	'lost-run': 'No probe run is lost',
	'lost-evidence': 'No evidence is lost',
	age: 'Every database was probed lately',
	empty: 'Something is known',
	baseline: 'The baseline was approved by somebody who may',
	conflict: 'People agree on what is recorded',
} as const;

const ruleCases = (problems: readonly GateProblem[]): readonly GateCase[] => {
	const seen = new Map<string, number>();
	return problems.flatMap(({kind, id, severity, text}) => {
		if (!isRule(kind)) return [];
		const key = `gate/${kind}/${id}`;
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		const rule: GateRule = {
			id: `gate/${kind}`,
			title: ruleTitles[kind],
			why: 'Without it nobody can say that the rest is true.',
			help: 'The message says what to do.',
			tag: 'assessment',
		};
		// Texts hold days and hashes that change, so that only the order tells two of one kind apart.
		return [{key: `${key}/${before}`, rule, id, target: id, severity, verdict: 'stops', text}];
	});
};

const isRule = (kind: GateProblem['kind']): kind is keyof typeof ruleTitles => kind in ruleTitles;

const controlCases = ({evaluation, problems}: Given): readonly GateCase[] => {
	const stopping = new Map(
		problems
			.filter(({kind}) => kind !== 'failure' && !isRule(kind))
			.map(problem => [problem.key, problem] as const),
	);
	return evaluation.controls.flatMap((c): readonly GateCase[] => {
		const problem = stopping.get(controlCaseKey(c));
		if (problem === undefined && saidByFindings(c)) return [];
		return [
			{
				key: controlCaseKey(c),
				rule: controlRule(c),
				id: c.id,
				target: c.targetName,
				severity: c.definition.severity,
				verdict: problem === undefined ? controlVerdict(c) : 'stops',
				text:
					problem?.kind === 'contradiction' ? problem.text : `${c.definition.title}: ${c.because}`,
				...(c.settledBy.length > 0 && {remedy: c.settledBy.join(' ')}),
			},
		];
	});
};

const saidByFindings = ({state, findings}: ControlEvaluation): boolean =>
	state === 'not-met' && findings.some(({outcome}) => outcome === 'fail');

const controlRule = ({definition, questionnaire}: ControlEvaluation): GateRule => ({
	// A check may have the id of a control.
	id: `control/${definition.id}`,
	title: definition.title,
	why: `What should be true: ${definition.title}.`,
	help: `dbvet answer records what a person knows, dbvet probe looks. The questions are in the questionnaire ${questionnaire}.`,
	tag: questionnaire,
});

const controlVerdict = (control: ControlEvaluation): GateVerdict => {
	if (isOutdated(control)) return 'unknown';
	switch (control.state) {
		case 'met':
			return 'pass';
		case 'partly':
		case 'unknown':
		case 'not-applicable':
			return control.state;
		case 'not-met':
		case 'contradicted':
			return 'let-through';
	}
};

const findingCases = ({evaluation, problems, checks}: Given): readonly GateCase[] => {
	const infos = new Map(checks.map(info => [info.id, info]));
	const stopping = new Set(problems.filter(({kind}) => kind === 'failure').map(({key}) => key));
	const settled = settledFailures(evaluation);
	return evaluation.findings.map(f => {
		const reason = f.waiver?.reason ?? settledReason(f, settled);
		const verdict = findingVerdict(f, stopping.has(findingCaseKey(f)), reason !== undefined);
		return {
			key: findingCaseKey(f),
			rule: findingRule(f, infos.get(f.check)),
			id: f.id,
			target: f.targetName,
			endpoint: f.endpoint,
			severity: f.severity,
			verdict,
			text: `${f.title}: ${f.observed}`,
			expected: f.expected,
			remedy: f.outcome === 'unknown' && f.grant !== undefined ? f.grant : f.remediation,
			...(verdict === 'accepted' && reason !== undefined && {reason}),
		};
	});
};

const findingRule = (
	f: Pick<CurrentFinding, 'check' | 'title' | 'expected' | 'remediation'>,
	info: CheckInfo | undefined,
): GateRule => ({
	id: f.check,
	title: info?.title ?? f.title,
	why: info === undefined ? f.expected : `${info.question} ${info.why}`,
	help: info?.remediation.all ?? f.remediation,
	tag: info?.family ?? 'probe',
});

const findingVerdict = (f: CurrentFinding, stops: boolean, accepted: boolean): GateVerdict => {
	switch (f.outcome) {
		case 'fail':
			return stops ? 'stops' : accepted ? 'accepted' : 'let-through';
		case 'pass':
			// What a run saw too long ago may hold no longer.
			return f.stale ? 'unknown' : 'pass';
		case 'not-applicable':
			return 'not-applicable';
		case 'unknown':
		case 'error':
			return 'unknown';
	}
};
