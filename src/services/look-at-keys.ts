import * as z from 'zod';
import {UserError, exitCode} from '../domain/errors.js';
import {endpointName} from '../domain/endpoint-name.js';
import {isSocket} from '../domain/socket-endpoint.js';
import type {TargetReport} from '../domain/run.js';
import type {DatabaseTarget} from '../domain/target.js';
import {plainText} from '../domain/text.js';
import type {Project} from './project.js';
import {toAbsolutePaths} from './workspace-paths.js';

/** A certificate as the TLS probe reports it; nothing else of it is needed here. */
const Certificate = z.object({
	subject: z.string(),
	issuer: z.string(),
	notAfter: z.string().nullable(),
	pin: z.string().nullable(),
});
type Certificate = z.infer<typeof Certificate>;

const Facts = z.object({
	tls: z.object({
		sent: z.object({seen: z.literal(true), value: z.array(Certificate).min(1)}),
		chain: z.union([
			z.object({seen: z.literal(true), value: z.object({path: z.array(Certificate)})}),
			z.object({seen: z.literal(false)}),
		]),
	}),
});

/** The keys of one endpoint: of its certificate, and of the highest CA above it that is known. */
export type EndpointKeys = {
	readonly endpoint: string;
	readonly leaf: Certificate;
	readonly ca?: Certificate;
	/** What speaks against it; empty when the chain verifies, names the host, and is in force. */
	readonly doubts: readonly string[];
};

/** All of these must pass for a server to count as verified. */
const proofs = [
	'tls-cert-chain-provider-ca',
	'tls-cert-hostname',
	'tls-cert-not-yet-valid',
	'tls-cert-expiry',
];

const doubtsOf = (report: TargetReport, endpoint: string): readonly string[] =>
	proofs.flatMap(check => {
		const findings = report.findings.filter(
			finding => finding.check === check && finding.endpoint === endpoint,
		);
		// A certificate that ends soon is in force, and so is a name in the old place.
		const bad = findings.filter(
			({outcome, severity}) =>
				!(outcome === 'pass' || (outcome === 'fail' && isMild(check, severity))),
		);
		return findings.length === 0 ? [`${check} did not look`] : bad.map(({observed}) => observed);
	});

const isMild = (check: string, severity: string): boolean =>
	check === 'tls-cert-expiry' && severity !== 'critical';

const keysOf = (
	report: TargetReport,
	{facts, ...endpoint}: TargetReport['endpoints'][number],
	name: string,
): EndpointKeys => {
	const place = endpointName(endpoint);
	const read = Facts.safeParse(facts);
	const [leaf] = read.success ? read.data.tls.sent.value : [];
	if (!read.success || leaf === undefined) {
		const why = report.findings.find(one => one.endpoint === place)?.observed;
		throw new UserError(
			`No certificate of ${place} could be seen${why === undefined ? '' : `: ${plainText(why)}`}.`,
			[`Look closer with: dbvet probe ${name}`],
			exitCode.unfinished,
		);
	}
	const {chain} = read.data.tls;
	const ca = chain.seen ? chain.value.path.slice(1).at(-1) : undefined;
	return {
		endpoint: place,
		leaf,
		...(ca === undefined ? {} : {ca}),
		doubts: doubtsOf(report, place),
	};
};

/**
 * Looks at the certificates of every endpoint, without a login and without anything in clear. The result is not recorded.
 * @throws UserError when an endpoint shows no certificate, and where there are Unix sockets only
 */
export const lookAtKeys = async (
	project: Project,
	target: DatabaseTarget,
	limits: {readonly timeoutMs: number; readonly signal: AbortSignal},
): Promise<readonly EndpointKeys[]> => {
	const endpoints = target.endpoints.filter(one => !isSocket(one));
	if (endpoints.length === 0)
		throw new UserError(
			`${target.name} is reached over a Unix socket only: there is no certificate, and no key to pin.`,
		);
	const runner = await project.probes();
	// The pin that is there must not vouch for the one that takes its place.
	const {pin: _pin, approval: _approval, ...verification} = target.verification;
	const report = await runner.probe({
		target: toAbsolutePaths({...target, endpoints, verification}, project.store.root),
		secret: () => Promise.resolve(undefined),
		only: proofs,
		...limits,
		allowUnverified: false,
		plaintextTest: false,
		offline: project.offline,
		thresholds: {},
	});
	return report.endpoints.map(endpoint => keysOf(report, endpoint, target.name));
};
