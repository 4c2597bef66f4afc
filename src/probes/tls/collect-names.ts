import type {X509Certificate} from 'node:crypto';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {Heard, Listening} from './ask.js';
import {
	probeBuffer,
	probeDirect,
	withoutDoubt,
	type BufferProbe,
	type DirectProbe,
} from './collect-buffer.js';
import {collectChoice} from './collect-choice.js';
import type {TlsFacts} from './facts.js';

type Known = {
	/** As the endpoint's own name gets them. */
	readonly sent: Observed<readonly X509Certificate[]>;
	/** They came in clear. */
	readonly inClear: boolean;
	readonly weak: TlsFacts['weak'];
	readonly hellos: readonly Heard[];
	readonly buffered: BufferProbe;
	readonly direct: DirectProbe;
};

/** What another name gets and whose order decides; then what the probes that asked for another name on the way are worth. */
export const collectNames = async (
	context: Listening,
	{sent, inClear, weak, hellos, buffered, direct}: Known,
): Promise<Pick<TlsFacts, 'preference' | 'otherName' | 'buffer' | 'direct'>> => {
	const leaf = sent.seen ? sent.value[0] : undefined;
	const none = sent.seen ? unseen('unexpected-reply') : sent;
	const choice = await collectChoice(context, {
		own: leaf === undefined ? none : seen({leaf, inClear}),
		weak,
		hellos,
		known: buffered.otherName ?? direct.otherName,
	});
	const {otherName} = choice;
	return {
		...choice,
		buffer: await withoutDoubt(
			buffered,
			buffered.buffer,
			otherName,
			async () => (await probeBuffer(context, undefined)).buffer,
		),
		direct: await withoutDoubt(
			direct,
			direct.direct,
			otherName,
			async () => (await probeDirect(context, undefined)).direct,
		),
	};
};
