import type {
	ControlEvaluation,
	ControlState,
	Assurance,
	Contradiction,
	CurrentFinding,
	QuestionEvaluation,
	RiskEvaluation,
	Score,
} from '../../src/domain/evaluation.js';
import {sha256} from '../../src/domain/id.js';
import type {DocumentInput} from '../../src/domain/ports.js';
import type {RiskDecision} from '../../src/domain/risk.js';
import {riskLevel} from '../../src/domain/risk.js';
import type {Target} from '../../src/domain/target.js';
import {endpointName} from '../../src/domain/endpoint-name.js';
import {sampleControls, sampleQuestions, sampleRisks} from './sample/controls.js';
import {runHash, sampleFindings} from './sample/findings.js';
import {ids, sampleTargets} from './sample/targets.js';

export const sampleNow = '2026-11-22T03:00:00.000Z';

export type SampleOptions = {
	readonly organisation?: string;
	/** Note of the answer that is contradicted. */
	readonly note?: string;
	/** Findings beside the usual ones. */
	readonly more?: readonly CurrentFinding[];
	/** No target, no answer, no run. */
	readonly empty?: boolean;
	readonly paper?: 'a4' | 'letter';
};

type State = readonly [ControlState, Assurance];
const states: Readonly<Record<string, State>> = {
	'tls-required': ['contradicted', 'none'],
	'tls-minimum-version': ['met', 'verified'],
	'certificate-renewal': ['not-met', 'verified'],
	'encryption-at-rest': ['met', 'documented'],
	'service-accounts': ['met', 'claimed'],
	'read-only-reporting': ['partly', 'claimed'],
	'least-privilege': ['not-met', 'verified'],
	'password-hashing': ['met', 'verified'],
	'network-allowlist': ['unknown', 'none'],
	'automatic-backups': ['met', 'claimed'],
	'point-in-time-recovery': ['unknown', 'none'],
	'connection-logging': ['not-met', 'verified'],
	'audit-extension': ['not-applicable', 'claimed'],
	'supported-version': ['met', 'verified'],
	'vendor-soc2': ['met', 'documented'],
	'vendor-exit': ['not-met', 'claimed'],
	'secrets-manager': ['met', 'claimed'],
	'verify-server': ['unknown', 'none'],
	'restore-drill': ['met', 'documented'],
};

const because: Readonly<Record<ControlState, string>> = {
	met: 'The answer is “yes” and nothing observed says otherwise.',
	partly: 'The answer is “partly”: one tool still writes.',
	'not-met': 'A required check fails.',
	'not-applicable': 'No table is marked as sensitive, so there is nothing to audit.',
	unknown: 'Nobody has answered, and the probe could not look.',
	contradicted: 'The answer says that plaintext is refused; the probe was let in without TLS.',
};

const evidence = [
	{
		id: 'e-4be2f7a901',
		sha256: sha256('soc2'),
		bytes: 482_113,
		fileName: 'aiven-soc2-type2-2026.pdf',
		title: 'SOC 2 Type II report, October 2025 to September 2026',
		links: [{target: ids.vendor, control: 'vendor-soc2'}],
		effective: '2026-09-30',
		collected: '2026-11-02',
		validUntil: '2027-09-30',
		by: 'Tom Weber',
		at: '2026-11-02T10:00:00.000Z',
		until: '2027-09-30',
		expired: false,
		notYet: false,
		accepted: true,
		weaker: false,
		remarks: [],
		olderThanAnswer: false,
		targets: [ids.vendor],
	},
	{
		id: 'e-91c0aa37de',
		sha256: sha256('drill'),
		bytes: 20_480,
		fileName: 'restore-drill-2026-08.md',
		title: 'Restore drill of August 2026: 41 minutes, row counts equal',
		links: [
			{target: ids.copies, control: 'restore-drill'},
			{target: ids.prod, control: 'automatic-backups'},
		],
		effective: '2026-08-14',
		collected: '2026-08-15',
		validUntil: '2027-02-14',
		by: 'Tom Weber',
		at: '2026-08-15T10:00:00.000Z',
		until: '2027-02-14',
		expired: false,
		notYet: false,
		accepted: true,
		weaker: false,
		remarks: ['older than the answer'],
		olderThanAnswer: true,
		targets: [ids.copies, ids.prod],
	},
];

const questionOf = (
	target: string,
	control: string,
	note: string | undefined,
): readonly QuestionEvaluation[] =>
	sampleQuestions
		.filter(q => q.control === control)
		.map(q => ({
			target,
			question: q.id,
			questionnaire: 'sample',
			section: 'main',
			control,
			asked: true,
			due: true,
			isNew: false,
			dormant: false,
			claim: 'met',
			stale: false,
			answer: {
				target,
				question: q.id,
				value: q.answer.kind === 'date' ? '2026-08-14' : 'yes',
				by: 'Ines Ferreira',
				at: '2026-10-12T09:30:00.000Z',
				...(note === undefined ? {} : {note}),
			},
		}));

const controlsOf = (
	targets: readonly Target[],
	findings: readonly CurrentFinding[],
	note: string | undefined,
): readonly ControlEvaluation[] =>
	targets.flatMap(target =>
		sampleControls
			.filter(c => c.kind === target.kind)
			.map((definition): ControlEvaluation => {
				const isProd = target.id !== ids.reporting;
				const [state, assurance] = isProd
					? (states[definition.id] ?? ['unknown', 'none'])
					: (['unknown', 'none'] as const);
				const own = findings.filter(
					f => f.target === target.id && f.controls.includes(definition.id),
				);
				return {
					id: `${target.name}/${definition.id}`,
					target: target.id,
					targetName: target.name,
					kind: target.kind,
					control: definition.id,
					definition,
					questionnaire: 'sample',
					section: 'main',
					requirement: definition.severity === 'medium' ? 'recommended' : 'mandatory',
					state,
					because: because[state],
					assurance,
					stale: definition.id === 'service-accounts',
					waived: false,
					questions: isProd
						? questionOf(
								target.id,
								definition.id,
								definition.id === 'tls-required' ? note : undefined,
							)
						: [],
					findings: own.map(f => ({...f, role: 'required' as const})),
					planned: [],
					evidence: evidence.filter(e =>
						e.links.some(l => l.target === target.id && l.control === definition.id),
					),
					settledBy:
						state === 'unknown'
							? [
									...own.flatMap(f => (f.grant === undefined ? [] : [f.grant])),
									'Answer the question about it.',
								]
							: [],
					askAgain: false,
					references: definition.references,
					...(state === 'unknown' ? {} : {since: '2026-11-21T14:02:11.000Z'}),
				};
			}),
	);

const scoreOf = (controls: readonly ControlEvaluation[]): Score => {
	const applicable = controls.filter(c => c.state !== 'not-applicable');
	const met = applicable.filter(c => c.state === 'met').length;
	const known = applicable.filter(c => c.state !== 'unknown').length;
	const coverage = applicable.length === 0 ? 0 : known / applicable.length;
	return {met, notMet: known - met, known, applicable: applicable.length, coverage};
};

const at = (likelihood: number, impact: number) => ({
	likelihood,
	impact,
	level: riskLevel(likelihood, impact),
});

const decisions: Readonly<Record<string, RiskDecision>> = {
	interception: {
		target: ids.prod,
		risk: 'interception',
		treatment: 'mitigate',
		owner: 'Ines Ferreira',
		due: '2026-12-15',
		reason: 'clients are moved to TLS in December.',
	},
	'data-loss': {
		target: ids.prod,
		risk: 'data-loss',
		treatment: 'accept',
		owner: 'Tom Weber',
		approver: 'Ines Ferreira',
		until: '2027-06-30',
		reason: 'Point-in-time recovery comes with the next plan.',
	},
};

const risksOf = (controls: readonly ControlEvaluation[]): readonly RiskEvaluation[] =>
	sampleRisks.map(definition => {
		const scores = {
			interception: [at(4, 5), at(1, 5), at(4, 5)],
			'stolen-account': [at(4, 4), at(3, 2), at(3, 4)],
			'open-server': [at(5, 4), at(1, 4), at(5, 4)],
			'data-loss': [at(3, 5), at(2, 2), at(2, 5)],
		}[definition.id] ?? [at(1, 1), at(1, 1), at(1, 1)];
		const decision = decisions[definition.id];
		return {
			id: `prod-db/${definition.id}`,
			target: ids.prod,
			targetName: 'prod-db',
			risk: definition.id,
			definition,
			inherent: scores[0]!,
			claimed: scores[1]!,
			verified: scores[2]!,
			treatments: definition.treatments.map(t => ({
				controls: t.controls.map(c => {
					const control = controls.find(e => e.control === c && e.target === ids.prod);
					return {
						id: `prod-db/${c}`,
						state: control?.state ?? 'unknown',
						assurance: control?.assurance ?? 'none',
					};
				}),
				lowers: t.lowers,
				by: t.by,
				why: t.why,
				countsAsClaimed: true,
				countsAsVerified: definition.id === 'data-loss',
			})),
			accepted: definition.id === 'data-loss',
			...(decision === undefined ? {} : {decision}),
		};
	});

/** A workspace with two databases, a vendor, an application and a copy: something of everything a document can show. */
export const sampleInput = (options: SampleOptions = {}): DocumentInput => {
	const organisation = options.organisation ?? 'Example Health';
	const targets = options.empty ? [] : sampleTargets();
	const findings = options.empty ? [] : [...sampleFindings, ...(options.more ?? [])];
	const controls = controlsOf(
		targets,
		findings,
		options.note ?? 'Checked with the provider in spring.',
	);
	const risks = options.empty ? [] : risksOf(controls);
	const contradictory = controls.filter(c => c.state === 'contradicted');
	const contradictions = contradictory.map((c): Contradiction => ({
		id: c.id,
		target: c.target,
		targetName: c.targetName,
		control: c.control,
		title: c.definition.title,
		severity: c.definition.severity,
		text: 'The answer of 12 October says that plaintext is refused; the probe of 21 November was let in without TLS.',
		answers: c.questions,
		failures: findings.filter(f => f.check === 'tls-plaintext-refused'),
	}));
	const waivers = findings.flatMap(f =>
		f.waiver
			? [{...f.waiver, targetName: f.targetName, expired: false, stillFails: f.waiver.failures}]
			: [],
	);
	const state = {
		settings: {
			organisation,
			profiles: ['regulated'],
			preparedBy: 'North Quay Consulting',
			confidentiality: 'Confidential',
			createdAt: '2026-09-01T08:00:00.000Z',
		},
		targets: Object.fromEntries(targets.map(t => [t.id, t])),
		answers: {},
		evidence: {},
		waivers: {},
		resolutions: {},
		decisions: {},
		runs: {},
		marks: {},
	};
	return {
		evaluation: {
			at: sampleNow,
			organisation,
			profiles: ['regulated'],
			targets: targets.map(target => {
				const own = controls.filter(c => c.target === target.id);
				const fails = findings.filter(f => f.target === target.id && f.outcome === 'fail');
				return {
					target,
					asked: own.length,
					answered: own.filter(c => c.questions.length > 0).length,
					left: {questions: 0, seconds: 0},
					optional: 0,
					fresh: 0,
					dormant: 0,
					verified: own.filter(c => c.assurance === 'verified').length,
					failing: fails.length,
					criticalFailing: fails.filter(f => f.severity === 'critical').length,
					unknown: own.filter(c => c.state === 'unknown').length,
					contradictions: own.filter(c => c.state === 'contradicted').length,
					knockOuts: [],
					score: scoreOf(own),
					...(target.id === ids.prod
						? {lastRun: {at: '2026-11-21T14:02:11.000Z', status: 'partial' as const}}
						: {}),
				};
			}),
			left: {questions: 0, seconds: 0},
			questions: controls.flatMap(c => c.questions),
			controls,
			findings,
			contradictions,
			risks,
			waivers,
			evidence: options.empty ? [] : evidence,
			score: scoreOf(controls),
			next: options.empty
				? []
				: [
						{
							kind: 'contradiction',
							target: ids.prod,
							targetName: 'prod-db',
							control: 'tls-required',
							severity: 'critical',
							text: 'prod-db: settle whether plaintext is refused. The answer says yes, the probe was let in without TLS as shop_app.',
						},
						{
							kind: 'failure',
							target: ids.prod,
							targetName: 'prod-db',
							control: 'least-privilege',
							severity: 'high',
							text: 'prod-db: take the superuser attribute from shop_app, batch and support_console.',
						},
						{
							kind: 'probe',
							target: ids.reporting,
							targetName: 'reporting-db',
							severity: 'high',
							text: 'reporting-db: probe it for the first time.',
						},
						{
							kind: 'question',
							target: ids.prod,
							targetName: 'prod-db',
							control: 'point-in-time-recovery',
							severity: 'high',
							text: 'prod-db: answer whether the database can be restored to any minute of the last week.',
						},
						{
							kind: 'expiry',
							target: ids.prod,
							targetName: 'prod-db',
							control: 'certificate-renewal',
							severity: 'medium',
							text: 'prod-db: renew the server certificate, it expires in 40 days.',
						},
						{
							kind: 'stale',
							target: ids.prod,
							targetName: 'prod-db',
							severity: 'low',
							text: 'prod-db: confirm the accounts of the applications again.',
						},
					],
		},
		content: {
			version: sha256('content'),
			questionnaires: [
				{
					id: 'sample',
					title: 'Sample',
					kind: 'database',
					intro: 'A sample.',
					sections: [{id: 'main', title: 'Main'}],
					controls: sampleControls,
					questions: sampleQuestions,
				},
			],
			profiles: [
				{
					id: 'regulated',
					title: 'Regulated',
					summary: 'Health or card data.',
					thresholds: {'backup-retention-days': 35},
					maxAge: {answers: 180, runs: 30},
					mandatory: [],
					recommended: [],
					details: 'all',
					planned: [],
					approach: [],
					approverIsNotAuthor: true,
				},
			],
			risks: sampleRisks,
			frameworks: [
				{
					id: 'iso-27001-2022',
					title: 'ISO/IEC 27001',
					version: '2022',
					publisher: 'ISO',
					cite: true,
					groups: [],
					requirements: [
						{id: 'A.5.16', title: 'Identity management', heading: false, withdrawn: false},
						{id: 'A.8.2', title: 'Privileged access rights', heading: false, withdrawn: false},
						{id: 'A.8.13', title: 'Information backup', heading: false, withdrawn: false},
						{id: 'A.8.24', title: 'Use of cryptography', heading: false, withdrawn: false},
					],
				},
				{
					id: 'pci-dss-4.0.1',
					title: 'PCI DSS',
					version: '4.0.1',
					publisher: 'PCI SSC',
					cite: true,
					groups: [],
					requirements: [
						{id: '4.2.1', title: 'Cardholder data in transit', heading: false, withdrawn: false},
					],
				},
			],
			evidenceKinds: [],
		},
		state,
		checks: [...new Map(findings.map(f => [f.check, f])).values()].map(f => ({
			id: f.check,
			family: f.check.split('-')[0] ?? 'pg',
			title: f.title,
			question: `${f.title}?`,
			why: f.expected,
			severity: f.severity,
			scope: 'server' as const,
			needs: f.check.startsWith('tls') ? 'none' : 'pg_monitor',
			remediation: {all: f.remediation} as never,
		})),
		runs: targets.flatMap(t =>
			t.kind === 'database' && t.id === ids.prod
				? [
						{
							sha256: runHash,
							schema: 'dbvet/probe-run@1' as const,
							dbvet: '0.1.0',
							report: {
								target: t.id,
								engine: t.engine,
								status: 'partial' as const,
								startedAt: '2026-11-21T14:02:10.000Z',
								finishedAt: '2026-11-21T14:02:11.000Z',
								durationMs: 1000,
								connections: 7,
								endpoints: t.endpoints.map(e => ({...e, facts: {name: endpointName(e)}})),
								findings: [],
							},
						},
					]
				: [],
		),
		head: sha256('head'),
		dbvet: '0.1.0',
		fixedClock: true,
		paper: options.paper ?? 'a4',
	};
};
