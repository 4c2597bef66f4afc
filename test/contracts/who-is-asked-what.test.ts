import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Content} from '../../src/domain/content.js';
import {questionsOf} from '../../src/domain/content-parts.js';
import {aboutTime} from '../../src/domain/effort.js';
import {compileContent} from '../../src/questionnaires/index.js';
import {withoutDerived} from '../../src/questionnaires/partly-questions.js';
import {
	clusterAndCopies,
	company,
	evaluated,
	manners,
	type Manner,
	walk,
} from '../helpers/asked-walk.js';

const root = join(import.meta.dirname, '../..');

let content: Content;
beforeAll(async () => {
	content = await compileContent(root);
});

/** A small company with personal data and a managed database; no cards, no health data, no Kubernetes, one tenant. */
const small = {
	'holds-personal-data': 'yes',
	'serves-eu-customers': 'yes',
	'holds-card-data': 'no',
	'holds-health-data': 'no',
	'records-about-people': 'under-100000',
	'costs-of-an-outage': 'lost-revenue',
	'serves-several-tenants': 'no',
	'runs-on-kubernetes': 'no',
	'is-financial-entity': 'no',
};

const large = {
	...small,
	'holds-card-data': 'yes',
	'holds-health-data': 'yes',
	'records-about-people': 'over-1000000',
	'serves-several-tenants': 'yes',
	'runs-on-kubernetes': 'yes',
	'is-financial-entity': 'yes',
};

/** The questions that somebody wrote, without the follow-ups that each answer "partly" brings. */
const isWritten = (id: string): boolean =>
	questionsOf(withoutDerived(content)).some(q => q.id === id);

/** What small companies mostly answer: half of it is good. */
const usual: Manner = question => {
	const ordinary: Readonly<Record<string, string | number>> = {
		'vendor-breach-clause': 'undue-delay',
		'vendor-exit-plan': 'none',
		'off-vendor-exists': 'other-account',
		'app-password-source': 'environment',
		'administrators-named': 'named-few',
		'reachable-from': 'wide-list',
	};
	return ordinary[question.id] ?? manners.best(question);
};

describe('a startup with one vendor, one database and one application', () => {
	it.each([
		['what small companies mostly answer', usual],
		['the best answers', manners.best],
		['the worst answers', manners.worst],
	])('is asked 36 to 44 questions with %s', (_, manner) => {
		const {seen} = walk(content, company(['startup'], small), manner);
		const asked = seen.filter(isWritten);
		expect(asked.length, asked.join('\n')).toBeGreaterThanOrEqual(36);
		expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(44);
		// What an answer that means "partly" brings with it comes on top, and nothing else does.
		if (manner !== usual) expect(seen).toEqual(asked);
	});

	it('is asked these questions, the follow-ups last', async () => {
		const {seen} = walk(content, company(['startup'], small), usual);
		const expected = await readFile(
			join(import.meta.dirname, 'fixtures/startup-questions.txt'),
			'utf8',
		);
		expect(seen.filter(isWritten)).toEqual(expected.trimEnd().split('\n'));
	});

	it('is told about how long it takes', () => {
		const {left} = evaluated(content, company(['startup'], {}));
		expect(aboutTime(left.seconds)).toMatch(/^about (2[05]|30) minutes$/);
	});

	it('knows every control that it has to know once it has answered, but for what only a probe shows', () => {
		const {state} = walk(content, company(['startup'], small), manners.best);
		const open = evaluated(content, state).controls.filter(
			c => c.state === 'unknown' && c.requirement === 'mandatory',
		);
		expect(open.map(c => c.control)).toEqual(['tls-strong', 'safe-settings']);
		for (const {definition} of open)
			expect(definition.checks.some(c => c.role === 'required')).toBe(true);
	});
});

describe('a regulated enterprise', () => {
	it('is asked everything that applies', () => {
		const {state, seen} = walk(
			content,
			company(['regulated'], large, 'self-managed'),
			manners.best,
		);
		const {questions} = evaluated(content, state);
		expect(questions.filter(q => q.asked && !q.due).map(q => q.question)).toEqual([]);
		expect(seen.length).toBeGreaterThanOrEqual(120);
	});

	it('is asked no less than a startup', () => {
		for (const scoping of [{}, small, large]) {
			const less = walk(content, company(['startup'], scoping), manners.best).seen;
			const more = new Set(walk(content, company(['regulated'], scoping), manners.best).seen);
			expect(less.filter(id => !more.has(id))).toEqual([]);
		}
	});
});

describe('every question', () => {
	// It walks through all questions a dozen times, which takes long on a busy machine.
	it('is due for somebody', {timeout: 120_000}, () => {
		const due = new Set(
			[manners.best, manners.worst, usual].flatMap(manner =>
				(['self-managed', 'aws-rds'] as const).flatMap(
					platform =>
						walk(content, company(['regulated'], large, platform, clusterAndCopies), manner).seen,
				),
			),
		);
		const partly: Manner = question =>
			question.id.startsWith('vendor-duty-') && question.answer.kind === 'choice'
				? 'both'
				: question.answer.kind === 'yes-no' && question.answer.claims.partly !== undefined
					? 'partly'
					: question.answer.kind === 'choice'
						? (question.answer.options.find(o => o.claim === 'partly')?.id ??
							manners.best(question))
						: manners.worst(question);
		for (const id of walk(
			content,
			company(['regulated'], large, 'self-managed', clusterAndCopies),
			partly,
		).seen)
			due.add(id);
		expect(
			questionsOf(content)
				.map(q => q.id)
				.filter(id => !due.has(id)),
		).toEqual([]);
	});
});
