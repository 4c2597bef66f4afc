import {expect, test} from 'vitest';
import {ids, recorded} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {startOn} from '../../../../test/helpers/tui-state.js';
import type {Claim, ClaimOrNothing} from '../../../domain/question.js';
import {askedOf} from '../../model/questions.js';
import {observedLines} from './observed.js';

const [seen] = recorded(ids.prod, '2026-11-22T11:58:00.000Z');

/** What stands beside one of two questions of a control: its own claim, and what was seen of the control. */
const beside = async (claim: ClaimOrNothing | undefined, observation: Claim): Promise<string> => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'no'});
	const world = startOn(workbench);
	const asked = askedOf(world.snapshot, ids.prod).find(a => a.question.id === 'tls-version')!;
	const {answer, ...unanswered} = asked.evaluation;
	const evaluation =
		claim === undefined
			? {...unanswered, claim: 'nothing' as const}
			: {...unanswered, answer: answer!, claim};
	const finding = {...asked.control!.findings[0]!, ...seen!, outcome: 'pass' as const};
	const control = {...asked.control!, askAgain: true, observation, findings: [finding]};
	return observedLines({...asked, evaluation, control}, world, 60)
		.map(spans => spans.map(s => s.text).join(''))
		.join('\n');
};

test.each([
	['not-met', 'met'],
	['partly', 'met'],
	['not-met', 'partly'],
] as const)(
	'beside an answer that claims %s where %s was seen, it is asked again',
	async (c, o) => {
		expect(await beside(c, o)).toContain('The probe saw better than the answer says');
	},
);

test.each([
	[undefined, 'met'],
	['nothing', 'met'],
	['met', 'met'],
	['partly', 'partly'],
] as const)(
	'beside one that claims %s where %s was seen, nothing of another answer is said',
	async (c, o) => {
		const text = await beside(c, o);
		expect(text).toContain('Observed');
		expect(text).not.toContain('the answer');
	},
);

test('where the probe found nothing to judge, it did not see better', async () => {
	const text = await beside('not-met', 'not-applicable');
	expect(text).toContain('found nothing that this applies to');
	expect(text).not.toContain('saw better');
});

test('a later run that could not look does not make an old observation fresh', () => {
	const world = startOn(fakeWorkbench());
	const asked = askedOf(world.snapshot, ids.prod).find(a => a.control?.findings.length === 3)!;
	const at = '2026-11-22T11:59:45.000Z';
	const [fail, , last] = asked.control!.findings;
	const old = {...fail!, at: '2026-10-01T12:00:00.000Z', stale: true};
	const attempt = {at, reason: 'offline', observed: 'not tried'};
	const findings = [
		{...old, outcome: 'fail' as const, failedAttempt: attempt},
		{...last!, outcome: 'unknown' as const, reason: 'offline' as const, at},
	];
	const text = observedLines({...asked, control: {...asked.control!, findings}}, world, 90)
		.map(spans => spans.map(s => s.text).join(''))
		.join('\n');
	expect(text).toMatchInlineSnapshot(`
		"↻ Observed 52 days ago: too old to count
		✖ user app, database shop: let in without TLS
		? just now it could not be looked at again (offline)
		Not seen when looked at just now
		? user backup: not tried (could not look: offline)"
	`);
});
