import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {assess} from '../../src/assessment/index.js';
import type {Content} from '../../src/domain/content.js';
import type {ControlState, Evaluation} from '../../src/domain/evaluation.js';
import type {Question} from '../../src/domain/question.js';
import {WorkspaceState} from '../../src/domain/workspace.js';
import {
	blankAnswers,
	compileContent,
	parseAnswers,
	type FileAnswer,
} from '../../src/questionnaires/index.js';

const root = join(import.meta.dirname, '../..');
const now = '2026-11-22T12:00:00.000Z';
const createdAt = '2026-11-01T00:00:00.000Z';

let content: Content;
beforeAll(async () => {
	content = await compileContent(root);
});

const empty = (): WorkspaceState =>
	WorkspaceState.parse({
		settings: {organisation: 'Example', profiles: ['regulated'], createdAt},
		targets: {
			't-0000000001': {kind: 'organisation', id: 't-0000000001', name: 'us', createdAt},
			't-0000000002': {kind: 'vendor', id: 't-0000000002', name: 'host', createdAt},
			't-0000000003': {kind: 'application', id: 't-0000000003', name: 'shop', uses: [], createdAt},
			't-0000000004': {
				kind: 'database',
				id: 't-0000000004',
				name: 'prod',
				engine: 'postgresql',
				platform: 'self-managed',
				endpoints: [{role: 'primary', host: '127.0.0.1', port: 5432}],
				identities: [],
				verification: {},
				createdAt,
			},
			't-0000000005': {
				kind: 'infrastructure',
				id: 't-0000000005',
				name: 'cluster',
				hosts: ['t-0000000004'],
				createdAt,
			},
			't-0000000006': {
				kind: 'backup',
				id: 't-0000000006',
				name: 'offsite',
				of: ['t-0000000004'],
				createdAt,
			},
		},
		answers: {},
		evidence: {},
		waivers: {},
		resolutions: {},
		decisions: {},
		runs: {},
		marks: {},
	});

const evaluate = (state: WorkspaceState): Evaluation =>
	assess({content, state, runs: [], checks: [], now});

const record = (state: WorkspaceState, answers: readonly FileAnswer[]): WorkspaceState => ({
	...state,
	answers: {
		...state.answers,
		...Object.fromEntries(
			answers.map(answer => [
				`${answer.target}/${answer.question}`,
				{...answer, by: 'Test Author', at: now},
			]),
		),
	},
});

/** Answers the blank file round by round, because an answer may bring up further questions. */
const interview = (choose: (question: Question) => string): WorkspaceState => {
	const questions = new Map(content.questionnaires.flatMap(q => q.questions).map(q => [q.id, q]));
	let state = empty();
	for (let round = 0; round < 6; round++) {
		const filled = blankAnswers({content, evaluation: evaluate(state)}).replace(
			/^ {4}([a-z0-9.-]+):$/gm,
			(line, id: string) => {
				const question = questions.get(id);
				return question === undefined ? line : `${line} ${choose(question)}`;
			},
		);
		state = record(state, parseAnswers(filled, 'answers.yaml', {content, state, now}));
	}
	return state;
};

/** The answer of somebody for whom all is well, or nothing is; facts are always yes, so that all is asked. */
const wish =
	(claim: 'met' | 'not-met') =>
	({answer, fact}: Question): string => {
		switch (answer.kind) {
			case 'yes-no':
				if (fact !== undefined) return 'yes';
				return Object.entries(answer.claims).find(([, c]) => c === claim)?.[0] ?? 'no';
			case 'choice':
				return (answer.options.find(o => o.claim === claim) ?? answer.options[0])?.id ?? '';
			case 'number': {
				const more = answer.met !== undefined && 'atLeast' in answer.met;
				return String(more === (claim === 'met') ? answer.max : answer.min);
			}
			case 'date': {
				const past = answer.met !== undefined && 'within' in answer.met;
				// What claims nothing is the beginning of a period: it lies before all other days.
				if (answer.met === undefined) return '2019-01-01';
				if (claim === 'met') return past ? '2026-11-20' : '2030-01-01';
				return '2020-01-01';
			}
			case 'text':
				return 'A note.';
		}
	};

const states = (evaluation: Evaluation): ReadonlyMap<ControlState, readonly string[]> => {
	const found = new Map<ControlState, readonly string[]>();
	for (const {state, control} of evaluation.controls) {
		found.set(state, [...(found.get(state) ?? []), control]);
	}
	return found;
};

const allControls = (): readonly string[] =>
	content.questionnaires
		.flatMap(q => q.controls)
		.map(c => c.id)
		.toSorted();

describe('answers to the shipped questionnaires', () => {
	it('can meet every control of every kind of target', () => {
		const found = states(evaluate(interview(wish('met'))));
		expect([...found.keys()]).toEqual(['met']);
		expect(found.get('met')?.toSorted()).toEqual(allControls());
	});

	it('can fail every control of every kind of target', () => {
		const evaluation = evaluate(interview(wish('not-met')));
		const found = states(evaluation);
		expect(found.get('unknown') ?? []).toEqual([]);
		expect([...found.keys()]).toEqual(['not-met']);
		expect(found.get('not-met')?.toSorted()).toEqual(allControls());
		const vendor = evaluation.targets.find(t => t.target.name === 'host');
		expect(vendor?.knockOuts).toHaveLength(5);
	});

	it('settles nothing by "don\'t know", and leaves nothing out because of it', () => {
		const state = interview(() => 'dont-know');
		const found = states(evaluate(state));
		expect([...found.keys()]).toEqual(['unknown']);
	});

	it('leaves out what the facts about the organisation rule out, with the reason', () => {
		const state = interview(({fact, answer}) =>
			fact !== undefined && answer.kind === 'yes-no' ? 'no' : 'dont-know',
		);
		const out = evaluate(state).controls.filter(c => c.state === 'not-applicable');
		expect(out.map(c => c.control).toSorted()).toEqual([
			'app-field-encryption',
			'app-field-keys',
			'k8s-admission-policy',
			'k8s-alert-rules',
			'k8s-client-tls',
			'k8s-cluster-rights',
			'k8s-log-shipping',
			'k8s-network-policy',
			'k8s-no-plain-secrets',
			'k8s-not-exposed',
			'k8s-secret-scope',
			'k8s-server-tls',
			'k8s-side-traffic',
			'k8s-timed-access',
			'k8s-workload-identity',
			'ops-breach-notice',
			'tenant-isolation',
			'tenant-isolation-tested',
			'vendor-data-location',
			'vendor-dpa',
			'vendor-dpa-clauses',
			'vendor-financial-clauses',
			'vendor-health-agreement',
			'vendor-pci-aoc',
			'vendor-sub-processors',
		]);
		for (const {because, definition} of out) {
			expect(because).toContain(definition.notApplicableReason ?? 'a reason');
		}
	});

	it('asks each of their questions in some interview', () => {
		const middle = ({answer, fact, duty}: Question): string => {
			if (duty !== undefined) return 'both';
			if (answer.kind === 'yes-no')
				return fact === undefined && answer.claims.partly ? 'partly' : 'yes';
			if (answer.kind === 'choice') {
				return (answer.options.find(o => o.claim === 'partly') ?? answer.options[0])?.id ?? '';
			}
			return answer.kind === 'number'
				? String(answer.min)
				: answer.kind === 'date'
					? '2026-11-20'
					: 'x';
		};
		const asked = new Set(
			[wish('met'), middle].flatMap(choose =>
				evaluate(interview(choose))
					.questions.filter(q => q.asked)
					.map(q => q.question),
			),
		);
		const never = content.questionnaires
			.filter(q => q.kind !== 'database')
			.flatMap(q => q.questions)
			.filter(q => !asked.has(q.id));
		expect(never.map(q => q.id)).toEqual([]);
	});
});
