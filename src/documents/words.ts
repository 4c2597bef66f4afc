import type {Assurance, ControlState} from '../domain/evaluation.js';
import {Reason, type Outcome} from '../domain/outcome.js';
import type {Requirement} from '../domain/profile.js';
import type {RunStatus} from '../domain/run.js';
import type {Severity} from '../domain/severity.js';
import type {Engine, TargetKind} from '../domain/target.js';

/** Words of the domain as documents print them. */
export const engineWords: Readonly<Record<Engine, string>> = {
	postgresql: 'PostgreSQL',
	mysql: 'MySQL',
	mariadb: 'MariaDB',
	redis: 'Redis',
	valkey: 'Valkey',
};

export const platformWords = {
	'aws-rds': 'Amazon RDS',
	'aws-aurora': 'Amazon Aurora',
	'google-cloud-sql': 'Google Cloud SQL',
	'azure-flexible-server': 'Azure Flexible Server',
	digitalocean: 'DigitalOcean Managed Databases',
	aiven: 'Aiven',
	heroku: 'Heroku',
	supabase: 'Supabase',
	neon: 'Neon',
	'cloudnative-pg': 'CloudNativePG',
	'self-managed': 'self-managed',
} as const;

export const kindWords: Readonly<Record<TargetKind, string>> = {
	organisation: 'organisation',
	vendor: 'vendor',
	database: 'database',
	application: 'application',
	infrastructure: 'infrastructure',
	backup: 'backup',
};

/** How a state is known, in the order of strength. */
export const assuranceWords: Readonly<Record<Assurance, string>> = {
	verified: 'verified by probe',
	documented: 'documented',
	claimed: 'claimed only',
	none: 'not known',
};

/** How a state was known before what it rests on grew too old. */
export const agedWords: Readonly<Record<Assurance, string>> = {
	verified: 'verified by probe too long ago',
	documented: 'documented by an answer that is too old',
	claimed: 'claimed too long ago',
	none: 'not known',
};

export const requirementWords: Readonly<Record<Requirement, string>> = {
	mandatory: 'mandatory',
	recommended: 'recommended',
	optional: 'optional',
};

export const runWords: Readonly<Record<RunStatus, string>> = {
	complete: 'complete',
	partial: 'partial',
	unreachable: 'not reachable',
};

/** How a run ended: `partial (the login was refused)`. */
export const runEnd = (run: {
	readonly status: RunStatus;
	readonly reason?: string | undefined;
	/** Its file cannot be used, so that nobody can say how it ended. */
	readonly lost?: boolean;
}): string => {
	const reason = Reason.safeParse(run.reason);
	if (run.lost === true) return 'its file is lost';
	return reason.success
		? `${runWords[run.status]} (${reasonWords[reason.data]})`
		: runWords[run.status];
};

/** Why a check could not look, as the end of "Not seen: ...". */
export const reasonWords: Readonly<Record<Reason, string>> = {
	'name-not-resolved': 'the host name did not resolve',
	'connection-refused': 'the connection was refused',
	'connection-timeout': 'the connection timed out',
	'connection-closed': 'the server closed the connection',
	'tls-handshake-failed': 'the TLS handshake failed',
	'certificate-not-verified': 'the certificate could not be verified, so no password was sent',
	'socket-not-verified':
		'any user of the machine may have made the socket, so no password was sent',
	'address-not-declared': 'the server may listen over TCP too, at an address that is not declared',
	'authentication-failed': 'the login was refused',
	'no-credentials': 'no credentials were given',
	'permission-denied': 'the scanner account lacks a right',
	'hidden-by-provider': 'the provider hides it',
	'timed-out': 'the time allowed ran out',
	'limit-exceeded': 'a limit that dbvet sets itself was reached, on connections or on size',
	'unexpected-reply': 'the reply was not understood',
	'unsupported-version': 'this version is not supported',
	'client-cannot-offer': 'the local client cannot offer it',
	'file-unreadable': 'a file could not be read',
	'file-invalid': 'a file is not valid',
	offline: 'dbvet ran offline',
	cancelled: 'the run was cancelled',
	'other-limit': 'it was judged by another limit than the one in force',
	'internal-error': 'an error inside dbvet',
};

/** States and outcomes from the worst to the best, for sorting. */
export const stateOrder: readonly ControlState[] = [
	'contradicted',
	'not-met',
	'partly',
	'unknown',
	'met',
	'not-applicable',
];
export const outcomeOrder: readonly Outcome[] = [
	'fail',
	'error',
	'unknown',
	'pass',
	'not-applicable',
];
export const severityOrder: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
