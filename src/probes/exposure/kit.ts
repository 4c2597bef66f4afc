import {seen, unseen, type Check, type Verdict} from '../engine/check.js';
import {fail, notApplicable, pass, unknown} from '../engine/verdicts.js';
import type {Address, ExposureFacts} from './facts.js';

/** A check of this family: no credentials, true for one endpoint as it is seen from one machine. */
export const exposureCheck = (
	check: Omit<Check<ExposureFacts>, 'family' | 'scope' | 'needs'>,
): Check<ExposureFacts> => ({family: 'exposure', scope: 'endpoint', needs: 'none', ...check});

/** What shows where a name leads, and what answers there. */
export const lookUp = 'getaddrinfo of the endpoint’s name, from this machine';
export const connects = `${lookUp}, and a TCP connect to its addresses`;
/** Of what does not apply because of what somebody said about the target. */
export const declaration = 'The declaration of the target (dbvet target show)';

/** Stands in every verdict: what is reachable from here need not be public, and what is not need not be private. */
export const vantage = 'seen from this machine';

/** Some addresses with their kinds, for a sentence. */
export const addressesText = (addresses: readonly Address[]): string =>
	addresses
		.slice(0, 6)
		.map(({address, kind}) => `${address} (${kind})`)
		.join(', ') + (addresses.length > 6 ? ` and ${addresses.length - 6} more` : '');

/** Whether an address that is open to the internet answered, against what the target says should be. */
export const judgeReach = (facts: ExposureFacts, expected: string): readonly Verdict[] => {
	const {attempts, addresses, expect} = facts;
	if (!addresses.seen) return [unknown(addresses, expected)];
	const answered = attempts.filter(({answer}) => answer.seen);
	const open = answered.filter(({kind}) => kind === 'public');
	const text = `${vantage}, ${addressesText(open)} answers`;
	if (open.length > 0) {
		if (expect === 'private')
			return [fail(`${text}, and the target says that it is private`, expected)];
		if (expect === 'public') return [pass(`${text}, as the target says`, expected)];
		// This machine may well be on the list of those who are let in: from where else it answers is not seen here.
		return [
			fail(`${text}; from where else it does cannot be seen from here`, expected, {
				severity: 'info',
			}),
		];
	}
	const silent = attempts.filter(({answer}) => !answer.seen);
	const untried = addresses.value.filter(
		({address, kind}) => kind === 'public' && !attempts.some(one => one.address === address),
	);
	const [first] = silent;
	if (answered.length === 0)
		return [
			unknown(
				unseen(first?.answer.seen === false ? first.answer.reason : 'cancelled', {
					detail: `${vantage}, ${silent.length === 0 ? 'nothing was tried' : `${addressesText(silent)} did not answer`}, which does not mean that nobody else gets one`,
				}),
				expected,
			),
		];
	if (answered.every(({kind}) => kind === 'loopback'))
		return [
			notApplicable(
				`${vantage}, it leads to the machine itself (a tunnel or a local server)`,
				expected,
			),
		];
	if (untried.length > 0 || silent.some(({kind}) => kind === 'public'))
		return [
			unknown(
				unseen('limit-exceeded', {
					detail: `${vantage}, ${addressesText(answered)} answers; the public addresses it also has were not seen to answer or not tried`,
				}),
				expected,
			),
		];
	return [pass(`${vantage}, it answers at ${addressesText(answered)} only`, expected)];
};

const inner = {address: '10.0.0.5', kind: 'private'} as const;
export const outer = {address: '203.0.113.5', kind: 'public'} as const;
export const local = {address: '127.0.0.1', kind: 'loopback'} as const;

/** Facts of an endpoint in a private network, with some changed. */
export const example = (changes: Partial<ExposureFacts> = {}): ExposureFacts => ({
	host: 'db.example.com',
	byAddress: false,
	role: 'primary',
	expect: 'private',
	addresses: seen([inner]),
	known: seen(true),
	attempts: [{...inner, answer: seen(true)}],
	primary: null,
	...changes,
});

/** One address of a kind, tried with an answer. */
export const at = (one: Address): Partial<ExposureFacts> => ({
	addresses: seen([one]),
	attempts: [{...one, answer: seen(true)}],
});

const noAnswer = unseen('name-not-resolved', {detail: 'EAI_AGAIN'});
/** A name that could not be looked up for a passing reason. */
export const blind = example({
	addresses: noAnswer,
	known: noAnswer,
	attempts: [],
});
