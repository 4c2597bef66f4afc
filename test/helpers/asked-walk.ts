import {assess} from '../../src/assessment/index.js';
import type {Content} from '../../src/domain/content.js';
import {questionsOf} from '../../src/domain/content-parts.js';
import type {Evaluation} from '../../src/domain/evaluation.js';
import type {Platform} from '../../src/domain/platform.js';
import type {Question} from '../../src/domain/question.js';
import {WorkspaceState} from '../../src/domain/workspace.js';

const at = '2026-11-01T00:00:00.000Z';
const now = '2026-11-22T12:00:00.000Z';

export const organisationId = 't-0000000001';

/** A company with one vendor, one database and one application, and its scoping answers by question; `more` adds targets. */
export const company = (
	profiles: readonly string[],
	scoping: Readonly<Record<string, string>>,
	platform: Platform = 'aws-rds',
	more: Readonly<Record<string, unknown>> = {},
): WorkspaceState =>
	WorkspaceState.parse({
		settings: {organisation: 'Example', profiles, createdAt: at},
		targets: {
			[organisationId]: {kind: 'organisation', id: organisationId, name: 'us', createdAt: at},
			't-0000000002': {kind: 'vendor', id: 't-0000000002', name: 'host', createdAt: at},
			't-0000000003': {
				kind: 'application',
				id: 't-0000000003',
				name: 'shop',
				uses: ['t-0000000004'],
				createdAt: at,
			},
			't-0000000004': {
				kind: 'database',
				id: 't-0000000004',
				name: 'prod',
				engine: 'postgresql',
				platform,
				endpoints: [{role: 'primary', host: '127.0.0.1', port: 5432}],
				identities: [],
				verification: {},
				vendor: 't-0000000002',
				createdAt: at,
			},
			...more,
		},
		answers: Object.fromEntries(
			Object.entries(scoping).map(([question, value]) => [
				`${organisationId}/${question}`,
				{target: organisationId, question, value, by: 'Ada', at},
			]),
		),
		evidence: {},
		waivers: {},
		resolutions: {},
		decisions: {},
		runs: {},
		marks: {},
	});

/** A cluster that hosts the company's database, and a place where its copies lie. */
export const clusterAndCopies = {
	't-0000000005': {
		kind: 'infrastructure',
		id: 't-0000000005',
		name: 'cluster',
		hosts: ['t-0000000004'],
		createdAt: at,
	},
	't-0000000006': {
		kind: 'backup',
		id: 't-0000000006',
		name: 'offsite',
		of: ['t-0000000004'],
		createdAt: at,
	},
};

export const evaluated = (content: Content, state: WorkspaceState): Evaluation =>
	assess({content, state, runs: [], checks: [], now});

/** How somebody answers: by question. */
export type Manner = (question: Question) => string | number;

/** The best answer, and its opposite, by what the answers claim. */
export const manners: Readonly<Record<'best' | 'worst', Manner>> = {
	best: ({answer}) => {
		switch (answer.kind) {
			case 'yes-no':
				return answer.claims.yes === 'met' ? 'yes' : 'no';
			case 'choice':
				return (answer.options.find(o => o.claim === 'met') ?? answer.options[0])?.id ?? '';
			case 'number':
				return answer.met !== undefined && 'atMost' in answer.met ? answer.min : answer.max;
			case 'date':
				return '2026-11-20';
			case 'text':
				return 'as agreed';
		}
	},
	worst: ({answer}) => {
		switch (answer.kind) {
			case 'yes-no':
				return answer.claims.yes === 'met' ? 'no' : 'yes';
			case 'choice':
				return (answer.options.findLast(o => o.claim === 'not-met') ?? answer.options[0])?.id ?? '';
			case 'number':
				return answer.met !== undefined && 'atMost' in answer.met ? answer.max : answer.min;
			case 'date':
				return '2001-01-01';
			case 'text':
				return 'nothing';
		}
	},
};

/** Answers whatever is due until nothing is, and returns what was ever due, by id and in the order of asking. */
export const walk = (
	content: Content,
	start: WorkspaceState,
	manner: Manner,
): {readonly seen: readonly string[]; readonly state: WorkspaceState} => {
	const definitions = new Map(questionsOf(content).map(q => [q.id, q]));
	const seen = new Set<string>();
	let state = start;
	for (;;) {
		const {questions} = evaluated(content, state);
		for (const q of questions) if (q.due) seen.add(q.question);
		const open = questions.find(q => q.due && q.answer === undefined);
		const definition = open && definitions.get(open.question);
		if (open === undefined || definition === undefined) return {seen: [...seen], state};
		const {target, question} = open;
		const answer = {target, question, value: manner(definition), by: 'Ada', at};
		state = {...state, answers: {...state.answers, [`${target}/${question}`]: answer}};
	}
};
