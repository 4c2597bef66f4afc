import type {Contradiction, CurrentFinding} from '../../src/domain/evaluation.js';
import {sha256} from '../../src/domain/id.js';
import type {DocumentInput} from '../../src/domain/ports.js';
import {endpointName} from '../../src/domain/endpoint-name.js';
import {verifiedCounts} from '../../src/domain/verified.js';
import {sampleContent} from './sample/content.js';
import {controlsOf, scoreOf} from './sample/evaluated-controls.js';
import {risksOf} from './sample/evaluated-risks.js';
import {sampleEvidence} from './sample/evidence.js';
import {runHash, sampleFindings} from './sample/findings.js';
import {sampleNext} from './sample/next.js';
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
			? [
					{
						...f.waiver,
						targetName: f.targetName,
						standing: 'holds' as const,
						stillFails: f.waiver.failures,
					},
				]
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
					verified: verifiedCounts(own).met,
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
			evidence: options.empty ? [] : sampleEvidence,
			score: scoreOf(controls),
			next: options.empty ? [] : sampleNext,
		},
		content: sampleContent,
		state,
		checks: [...new Map(findings.map(f => [f.check, f])).values()].map(f => ({
			id: f.check,
			family: f.check.split('-')[0] ?? 'pg',
			title: f.title,
			question: `${f.title}?`,
			why: f.expected,
			severity: f.severity,
			scope: 'server' as const,
			source: f.source ?? 'SELECT 1',
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
