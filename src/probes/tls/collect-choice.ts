import type {X509Certificate} from 'node:crypto';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe} from '../engine/connection.js';
import {certificateFacts, parseCertificate} from '../wire/certificate.js';
import {secure} from '../wire/secure.js';
import {needTls} from '../wire/way-into-tls.js';
import {ask, heardOf, openAnswer, type Heard, type Listening} from './ask.js';
import {notWanted} from './not-wanted.js';
import {notAsked} from './collect-versions.js';
import type {OtherNameFacts, TlsFacts} from './facts.js';
import {betterSuites, decisiveOffer, preferenceOf} from './preference.js';

/** RFC 2606 keeps .invalid for names that nobody has. */
export const nobodysName = 'dbvet.invalid';

/** What a certificate shown to somebody who asked for another name says, beside the one that the endpoint's own name gets. */
export const compareLeaves = (
	own: X509Certificate,
	shown: X509Certificate | undefined,
): Observed<OtherNameFacts> => {
	if (shown === undefined) return unseen('unexpected-reply', {detail: 'no certificate was shown'});
	if (shown.fingerprint256 === own.fingerprint256) return seen({kind: 'same'});
	const {names, subject} = certificateFacts(shown);
	return seen({kind: 'other', names: names === '' ? subject : names});
};

type Choice = Pick<TlsFacts, 'preference' | 'otherName'>;

/** Whether the first flight came in clear, so that a hello of our own is enough to see the certificate. */
type Own = {readonly leaf: X509Certificate; readonly inClear: boolean};

const shakeAsNobody = (context: Listening, own: Own): Promise<Observed<OtherNameFacts>> =>
	observe(async () => {
		const connection = need(await context.dial());
		try {
			await needTls(context.target.engine, connection);
			const {certificates} = await secure(connection, {
				host: nobodysName,
				ca: [],
				lenient: true,
			});
			return compareLeaves(own.leaf, certificates[0]);
		} finally {
			connection.close();
		}
	});

/** Asks for a name that nobody has; where the same certificate comes, the suite that was chosen counts too. */
const askAsNobody = async (
	context: Listening,
	own: Own,
	weak: TlsFacts['weak'],
): Promise<{readonly otherName: Observed<OtherNameFacts>; readonly heard?: Heard | undefined}> => {
	if (!own.inClear) {
		const shaken = await shakeAsNobody(context, own);
		const isRefused = !shaken.seen && /ALERT|UNRECOGNIZED_NAME/.test(shaken.detail ?? '');
		return {otherName: isRefused ? seen({kind: 'refused'}) : shaken};
	}
	const offered = decisiveOffer(weak);
	const answer = await ask(context, 'tls12', offered, {name: nobodysName});
	if (!answer.seen) return {otherName: answer};
	const {value} = answer;
	if (value.kind === 'refused' || value.kind === 'alert')
		return {otherName: seen({kind: 'refused'})};
	if (value.kind === 'declined') return {otherName: openAnswer(value)};
	const [der] = value.certificates ?? [];
	const otherName = compareLeaves(own.leaf, der === undefined ? undefined : parseCertificate(der));
	const isSame = otherName.seen && otherName.value.kind === 'same';
	return {otherName, heard: isSame ? heardOf(offered, value) : undefined};
};

/**
 * Whose order decides, and what another name gets: from what the run has shown already, and where that does not tell from
 * what is left of the connections.
 * @param hellos every hello for TLS 1.2 of this run; grows while this asks
 * @param known what another connection already showed of another name
 */
export const collectChoice = async (
	context: Listening,
	{
		own,
		weak,
		hellos,
		known,
	}: {
		readonly own: Observed<Own>;
		readonly weak: TlsFacts['weak'];
		readonly hellos: readonly Heard[];
		readonly known: Observed<OtherNameFacts> | undefined;
	},
): Promise<Choice> => {
	let otherName: Observed<OtherNameFacts> = notWanted;
	let all = hellos;
	if (context.wants('tls-sni-behaviour')) {
		if (known !== undefined) otherName = known;
		else if (!own.seen) otherName = own;
		else if (context.connectionsLeft() === 0) otherName = notAsked('tls-sni-behaviour');
		else {
			const asked = await askAsNobody(context, own.value, weak);
			({otherName} = asked);
			if (asked.heard !== undefined) all = [...hellos, asked.heard];
		}
	}
	if (!context.wants('tls-server-preference')) return {otherName, preference: notWanted};
	for (const offer of [decisiveOffer(weak), betterSuites]) {
		const preference = preferenceOf(all, weak);
		if (preference !== undefined) return {otherName, preference};
		if (context.connectionsLeft() === 0) break;
		const answer = await ask(context, 'tls12', offer);
		if (!answer.seen) return {otherName, preference: answer};
		const heard = heardOf(offer, answer.value);
		if (heard !== undefined) all = [...all, heard];
	}
	return {
		otherName,
		preference: preferenceOf(all, weak) ?? notAsked('tls-server-preference'),
	};
};
