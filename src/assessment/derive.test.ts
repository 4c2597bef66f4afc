import {describe, expect, it} from 'vitest';
import type {Answer} from '../domain/answer.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {Finding} from '../domain/finding.js';
import type {Target} from '../domain/target.js';
import {assessTiny, controlIn} from '../../test/helpers/assess-tiny.js';
import {
	tinyContent,
	tinyControl,
	tinyQuestion,
	tinyQuestionnaire,
} from '../../test/helpers/tiny-content.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyRun,
	tinyVendor,
} from '../../test/helpers/tiny-record.js';

const base = {createdAt: '2026-01-01T00:00:00.000Z'};
const one = tinyDatabase('one');
const two = tinyDatabase('two');
const app = (uses: readonly string[], id = 't-00000000aa', name = 'shop'): Target => ({
	...base,
	id,
	name,
	kind: 'application',
	uses,
});
const content = tinyContent({
	questionnaires: [
		tinyQuestionnaire({
			id: 'hardening',
			controls: [tinyControl({id: 'tls'})],
			questions: [tinyQuestion({id: 'q-tls', control: 'tls'})],
		}),
		tinyQuestionnaire({
			id: 'applications',
			kind: 'application',
			controls: [
				tinyControl({
					id: 'speaks-tls',
					kind: 'application',
					derives: {relation: 'uses', control: 'tls'},
				}),
				tinyControl({
					id: 'round',
					kind: 'application',
					derives: {relation: 'uses', control: 'round'},
				}),
			],
		}),
	],
});

const states = (targets: readonly Target[], answers: Readonly<Record<string, string>>) =>
	assessTiny({
		content,
		targets,
		answers: Object.entries(answers).map(([name, value]) =>
			tinyAnswer(name === 'one' ? one : two, 'q-tls', value),
		),
	})
		.controls.filter(c => c.kind === 'application')
		.map(c => c.state);

describe('states taken from linked targets', () => {
	it.each([
		[{one: 'yes', two: 'yes'}, 'met'],
		[{one: 'yes', two: 'partly'}, 'partly'],
		[{one: 'yes', two: 'no'}, 'not-met'],
		[{one: 'no'}, 'not-met'],
		[{one: 'yes'}, 'unknown'],
		[{one: 'not-applicable', two: 'yes'}, 'met'],
		[{one: 'not-applicable', two: 'not-applicable'}, 'not-applicable'],
	])('the worst of several counts: %o -> %s', (answers, expected) => {
		expect(states([app([one.id, two.id]), one, two], answers)[0]).toBe(expected);
	});

	it('settles nothing without links, or with links that lead nowhere or round in a circle', () => {
		expect(states([app([]), one], {one: 'yes'})).toEqual(['unknown', 'unknown']);
		expect(states([app(['t-ffffffffff']), one], {one: 'yes'})).toEqual(['unknown', 'unknown']);
		const itself = app(['t-00000000aa']);
		expect(states([itself, one], {})).toEqual(['unknown', 'unknown']);
		const a = app(['t-00000000bb'], 't-00000000aa', 'a');
		const b = app(['t-00000000aa'], 't-00000000bb', 'b');
		expect(states([a, b], {})).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
	});
});

describe('the state taken from the one target that a link names', () => {
	const prod = tinyDatabase();
	const hoster = tinyVendor();
	const content = tinyContent({
		questionnaires: [
			tinyQuestionnaire({
				id: 'vendor',
				kind: 'vendor',
				controls: [tinyControl({id: 'offers-tls', kind: 'vendor', knockOut: true})],
				questions: [tinyQuestion({id: 'v-tls', control: 'offers-tls'})],
			}),
			tinyQuestionnaire({
				id: 'hardening',
				controls: [
					tinyControl({
						id: 'tls-offered',
						checks: [{check: 'tls', role: 'required'}],
						derives: {relation: 'vendor', control: 'offers-tls'},
					}),
				],
				questions: [tinyQuestion({id: 'd-tls', control: 'tls-offered'})],
			}),
		],
	});
	const linked = (answers: readonly Answer[], findings: readonly Finding[] = [], retired = false) =>
		assessTiny({
			content,
			checks: ['tls'],
			runs: [tinyRun(prod, findings)],
			targets: [
				{...prod, vendor: hoster.id},
				retired ? {...hoster, retiredAt: '2026-11-01T00:00:00.000Z'} : hoster,
			],
			answers,
		});
	const offered = (e: Evaluation) => controlIn(e, 'tls-offered');
	const vendorSays = (value: string) => tinyAnswer(hoster, 'v-tls', value);

	it('takes the state of the linked target when nobody answered and nothing was seen', () => {
		expect(offered(linked([vendorSays('yes')]))).toMatchObject({
			state: 'met',
			assurance: 'claimed',
			because: 'Taken from hoster/offers-tls: nobody answered here.',
		});
		const no = linked([vendorSays('no')]);
		expect(offered(no).state).toBe('not-met');
		expect(no.targets[0]!.knockOuts).toEqual(['offers-tls']);
	});

	it('goes by its own answer and its own observation first', () => {
		expect(offered(linked([vendorSays('no'), tinyAnswer(prod, 'd-tls', 'yes')])).state).toBe('met');
		expect(offered(linked([vendorSays('no')], [tinyFinding({check: 'tls'})]))).toMatchObject({
			state: 'met',
			assurance: 'verified',
		});
	});

	it('takes nothing from a retired or silent target', () => {
		expect(offered(linked([vendorSays('yes')], [], true)).state).toBe('unknown');
		expect(offered(linked([vendorSays('dont-know')])).state).toBe('unknown');
	});
});
