import {seen, unseen, type Check, type Verdict} from '../engine/check.js';
import {fail, notApplicable, pass, unknown} from '../engine/verdicts.js';
import type {PageFacts, Page, SiblingFacts} from './facts.js';

/** A check of this family: no credentials, true for one machine as it is seen from another. */
export const siblingCheck = (
	check: Omit<Check<SiblingFacts>, 'family' | 'scope' | 'needs'>,
): Check<SiblingFacts> => ({
	family: 'siblings',
	scope: 'endpoint',
	needs: 'none but the consent of the owner (--sibling-ports)',
	...check,
});

/** The engine's facts are those of another endpoint of the same machine. */
export const elsewhere = (expected: string): Verdict =>
	notApplicable('Looked at with the first endpoint of the same machine', expected);

/** Nothing listens there: the machine itself said so. */
export const isClosed = (fact: PageFacts['answer'] | {readonly seen: true}): boolean =>
	!fact.seen && fact.reason === 'connection-refused';

/**
 * Judges pages that nobody without credentials should see: a fault for each that is recognised and shown, unknown for each that
 * did not answer as expected, a pass when all are closed, ask for a login, or are something else.
 */
export const judgePages = (
	{ports, address}: SiblingFacts,
	pages: readonly PageFacts[],
	expected: string,
	fault: (page: Page) => Pick<Verdict, 'severity'>,
): readonly Verdict[] => {
	if (ports === null) return [elsewhere(expected)];
	if (!ports.seen) return [unknown(ports, expected)];
	if (pages.length === 0)
		return [notApplicable('The target declares these ports as its own', expected)];
	const found = pages.flatMap(({port, path, answer}): readonly Verdict[] => {
		const object = `port ${port}`;
		if (!answer.seen)
			return isClosed(answer)
				? []
				: [
						unknown(
							unseen(answer.reason, {
								detail: `seen from this machine, ${address}:${port}${path}: ${answer.detail ?? answer.reason.replaceAll('-', ' ')}`,
							}),
							expected,
							{object},
						),
					];
		const {status, product, leadsOn} = answer.value;
		if (product === null && leadsOn === true)
			return [
				unknown(
					unseen('unexpected-reply', {
						detail: `seen from this machine, ${address}:${port}${path} leads to another page, which is not followed`,
					}),
					expected,
					{object},
				),
			];
		return product === null || status === 401 || status === 403
			? []
			: [
					fail(
						`Seen from this machine: ${product} answers at ${address}:${port}${path} without a login`,
						expected,
						{object, ...fault(answer.value)},
					),
				];
	});
	if (found.length > 0) return found;
	const open = pages.filter(({answer}) => answer.seen);
	return [
		pass(
			open.length === 0
				? `Seen from this machine, nothing listens there at ${address}`
				: `Seen from this machine, what listens there at ${address} asks for a login first, or is something else`,
			expected,
		),
	];
};

const closed = unseen('connection-refused');

/** A machine on which nothing but the database listens, with some changed. */
export const example = (changes: Partial<SiblingFacts> = {}): SiblingFacts => ({
	address: '203.0.113.5',
	kind: 'public',
	ports: seen([{port: 22, open: closed}]),
	patroni: [{port: 8008, path: '/config', answer: closed}],
	metrics: [{port: 9187, path: '/metrics', answer: closed}],
	consoles: [{port: 5050, path: '/', answer: closed}],
	...changes,
});

/** One page with an answer. */
export const page = (port: number, path: string, answer: Page): readonly PageFacts[] => [
	{port, path, answer: seen(answer)},
];

export const blind = example({ports: unseen('cancelled', {detail: 'not asked for'})});
export const silent = unseen('connection-timeout');
