import {seen, unseen, type JudgeContext, type Verdict} from '../../engine/check.js';
import {comparedOf} from '../compared.js';
import {blind, but, exampleIdentity, healthy} from '../examples.js';
import type {OtherAddress, TlsFacts} from '../facts.js';
import {tlsCheck, verdicts} from '../kit.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown, notApplicable} = verdicts(
	'Every address of the name protects connections as well as the one that was looked at',
);

type Compared = {
	readonly title: string;
	readonly verdict: Verdict;
};

const isFault = ({outcome, severity}: Verdict): boolean =>
	outcome === 'fail' && severity !== 'info';

/** What the checks say of the other address where they say nothing as bad of the one that was looked at. */
const compare = (here: TlsFacts, there: TlsFacts, context: JudgeContext): readonly Compared[] =>
	comparedOf(here.engine).flatMap(check => {
		const known = check.judge(here, context);
		const isKnown = (one: Verdict): boolean =>
			known.some(
				other =>
					other.object === one.object &&
					(isFault(one) ? isFault(other) : other.reason === one.reason),
			);
		return check
			.judge(there, context)
			.filter(one => one.outcome === 'pass' || !isKnown(one))
			.map(verdict => ({
				title: check.title,
				verdict: {...verdict, severity: verdict.severity ?? check.severity},
			}));
	});

const judgeAddress = (
	here: TlsFacts,
	{address: object, facts}: OtherAddress,
	context: JudgeContext,
): Verdict => {
	if (!facts.seen) return unknown(facts, {object});
	const all = compare(here, facts.value, context);
	const faults = all.map(({verdict}) => verdict).filter(isFault);
	if (faults.length > 0) {
		const severity = faults.some(one => one.severity === 'critical') ? 'critical' : 'high';
		const said = faults.map(({object: of, observed}) =>
			of === undefined ? observed : `${of}: ${observed}`,
		);
		return fail(said.join('; '), {object, severity});
	}
	const open = all.find(({verdict}) => verdict.outcome === 'unknown')?.verdict;
	if (open !== undefined)
		return unknown(unseen(open.reason ?? 'unexpected-reply'), {object, observed: open.observed});
	const passed = all.filter(({verdict}) => verdict.outcome === 'pass');
	const titles = [...new Set(passed.map(({title}) => title))];
	return titles.length === 0
		? unknown(unseen('unexpected-reply'), {object, observed: 'Nothing could be compared'})
		: pass(`As it should be there too: ${titles.join('; ')}`, {object});
};

/** Whether a name that leads to several addresses, IPv4 and IPv6 above all, is protected at each of them. */
export const tlsIpv6Parity = tlsCheck({
	id: 'tls-ipv6-parity',
	title: 'All addresses of the name are protected alike',
	question:
		'Do the other addresses of the name, those of IPv6 above all, protect connections alike?',
	why: 'Clients take whichever address answers first: one listener without TLS, or with an old certificate, is enough.',
	severity: 'high',
	// Of the expiry of the certificate, which is compared.
	thresholds: ['certificate-days-left'],
	...inTls('the same messages at each address of the name (getaddrinfo)'),
	remediation: {
		all: 'Give the listeners of all addresses the same TLS settings, certificate and access rules, for IPv6 (::0/0 in pg_hba.conf and in security groups) as for IPv4; or take the address out of the name.',
	},
	judge: (facts, context) => {
		const {others} = facts;
		if (!others.seen) return [unknown(others)];
		return others.value.length === 0
			? [notApplicable('There is no other address')]
			: others.value.map(other => judgeAddress(facts, other, context));
	},
	examples: {
		healthy: [but({others: seen([{address: '2001:db8::5', facts: seen(healthy)}])})],
		defective: [
			but({others: seen([{address: '2001:db8::5', facts: seen(but({offered: seen(false)}))}])}),
			but({
				others: seen([
					{address: '2001:db8::4', facts: seen(healthy)},
					{
						address: '2001:db8::5',
						facts: seen(
							but({
								identities: [
									{
										...exampleIdentity,
										clear: seen({kind: 'authentication', code: 10, mechanisms: []}),
									},
								],
							}),
						),
					},
				]),
			}),
		],
		blind: [
			blind,
			but({others: seen([{address: '2001:db8::5', facts: unseen('connection-timeout')}])}),
			but({others: seen([{address: '2001:db8::5', facts: seen(blind)}])}),
			but({
				others: seen([
					{address: '2001:db8::5', facts: seen(but({sent: unseen('connection-closed')}))},
				]),
			}),
		],
		notApplicable: [healthy],
	},
});
