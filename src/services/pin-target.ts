import {UserError, exitCode} from '../domain/errors.js';
import type {DatabaseTarget, PinApproval} from '../domain/target.js';
import type {EndpointKeys} from './look-at-keys.js';

export type Proposal = Omit<PinApproval, 'at'> & {
	readonly pin: string;
	/** What speaks against the server; empty when it is verified. */
	readonly doubts: readonly string[];
};

const pinsOf = ({leaf, ca}: EndpointKeys): readonly (string | null | undefined)[] => [
	leaf.pin,
	ca?.pin,
];

const noKey = (
	{name}: DatabaseTarget,
	{endpoint, ca}: EndpointKeys,
	key: PinApproval['key'],
): UserError =>
	key === 'ca' && ca === undefined
		? new UserError(
				`${endpoint} shows its own certificate and no CA above it.`,
				[`Pin the certificate's own key: dbvet target pin ${name} --key leaf`],
				exitCode.unfinished,
			)
		: new UserError(`The key of ${endpoint} cannot be read.`, [], exitCode.unfinished);

/**
 * The key to pin. Of the CA unless told, where there is one: a certificate is renewed with another key sooner or later.
 * @throws UserError when there is no such key, or not the same one at every endpoint
 */
export const proposePin = (
	target: DatabaseTarget,
	keys: readonly EndpointKeys[],
	wanted: 'leaf' | 'ca' | undefined,
): Proposal => {
	const [first, ...others] = keys;
	if (first === undefined) throw new Error('a database target without an endpoint');
	const {leaf, ca} = first;
	const key = wanted ?? (ca === undefined ? 'leaf' : 'ca');
	const pin = (key === 'ca' ? ca : leaf)?.pin;
	if (pin === undefined || pin === null || leaf.pin === null) throw noKey(target, first, key);
	const stranger = others.find(one => !pinsOf(one).includes(pin));
	if (stranger !== undefined)
		throw new UserError(
			`${stranger.endpoint} has another key than ${first.endpoint}, and a target has one pin.`,
			key === 'leaf' ? [`Pin the CA of both: dbvet target pin ${target.name} --key ca`] : [],
			exitCode.unfinished,
		);
	const doubts = keys.flatMap(one => one.doubts.map(doubt => `${one.endpoint}: ${doubt}`));
	return {
		key,
		pin,
		verified: doubts.length === 0,
		doubts,
		subject: leaf.subject,
		issuer: leaf.issuer,
		notAfter: leaf.notAfter,
		leaf: leaf.pin,
		...(ca?.pin === undefined || ca.pin === null ? {} : {ca: ca.pin}),
	};
};

/** @throws UserError for a server that nothing verifies, unless that was allowed */
export const refuseUnverified = (
	{name}: DatabaseTarget,
	{verified, doubts}: Proposal,
	allowed: boolean,
): void => {
	if (verified || allowed) return;
	throw new UserError(
		`The server is not verified, so that its key is not pinned. ${doubts.join('. ')}.`,
		[
			`Give its CA first: dbvet target change ${name} --ca FILE`,
			`Or compare the key with whoever runs the server, and then: dbvet target pin ${name} --allow-unverified`,
		],
		exitCode.unfinished,
	);
};

/** The target with the approved pin, and what was seen with it. */
export const withPin = (
	target: DatabaseTarget,
	{pin, doubts: _doubts, ...approval}: Proposal,
	at: string,
): DatabaseTarget => ({
	...target,
	verification: {...target.verification, pin, approval: {...approval, at}},
});

/** The sentence that the history keeps beside the change. */
export const pinReason = ({key, verified, leaf, ca, doubts}: Proposal): string =>
	[
		`Pinned the key of the ${key === 'ca' ? 'CA' : 'certificate'}. Seen: leaf ${leaf}${ca === undefined ? '' : `, CA ${ca}`}.`,
		verified
			? 'The chain verified and named the host.'
			: `Nothing else verified the server (--allow-unverified): ${doubts.join('; ')}.`,
	].join(' ');
