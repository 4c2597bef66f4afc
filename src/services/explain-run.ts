import {certificateTrouble} from '../domain/certificate-trouble.js';
import type {Reason} from '../domain/outcome.js';
import type {TargetReport} from '../domain/run.js';
import type {DatabaseTarget, Identity} from '../domain/target.js';
import {endpointName} from '../domain/endpoint-name.js';
import {splitSource} from '../domain/finding.js';
import {noRights} from './explain-rights.js';
import {
	isNoSocket,
	noSocket,
	undeclaredAddress,
	untrustedSocket,
	type Explanation,
} from './explain-socket.js';

type Case = {
	readonly target: DatabaseTarget;
	/** `host:port` of the endpoint that could not be looked at. */
	readonly place: string;
	readonly scanner: Identity | undefined;
	/** What most findings of that reason say. */
	readonly detail: string;
	/** The message that told so, for example an SQLSTATE. */
	readonly source: string | undefined;
	/** True where a limit for one answer ended it, which more time for the target does not move. */
	readonly slowAnswer: boolean;
	/** True where no connection was made at all. */
	readonly unreached: boolean;
	/** False for a URL that was given on the command line. */
	readonly recorded: boolean;
};

/** The sentence that most findings share, so that one odd finding does not speak for the run. */
const mostSaid = (texts: readonly string[]): string => {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
};

const passwordHint = ({scanner, target}: Case): string => {
	const source = scanner?.credential ?? {from: 'pgpass' as const};
	switch (source.from) {
		case 'env':
			return `Check ${source.variable}.`;
		case 'command':
			return 'Check what the password command prints as its first line.';
		case 'pgpass':
			return `Check the line of ${target.name} in ~/.pgpass.`;
		case 'prompt':
			return 'Probe again and type it anew.';
	}
};

const products: Readonly<Record<DatabaseTarget['engine'], string>> = {
	postgresql: 'PostgreSQL',
	mysql: 'MySQL',
	mariadb: 'MariaDB',
	redis: 'Redis',
	valkey: 'Valkey',
};

const loginHint = (one: Case): string => {
	if (one.source === 'SQLSTATE 28P01') return passwordHint(one);
	if (one.source === 'error 1045' || one.source === 'error 1698')
		return 'Check the password, and that an account of this name may log in from this machine’s address.';
	if (one.source === 'SQLSTATE 3D000') return 'Check the database name in the URL.';
	return one.source === 'SQLSTATE 28000'
		? 'Check that the role may log in, and that a rule of pg_hba.conf (or of the provider) lets it in from this machine.'
		: one.target.engine === 'postgresql'
			? 'Check the user, the database and the password.'
			: 'Check the user and the password.';
};

/** The step for a password file that is there and not used, or named and not there; undefined for other trouble. */
const passwordFileHint = (detail: string): string | undefined => {
	const [, open] = /^(.+) can be read by others and is not used\.?$/.exec(detail) ?? [];
	if (open !== undefined)
		return `Run: chmod 600 ${/^[\w./~+-]+$/.test(open) ? open : `'${open.replaceAll("'", `'\\''`)}'`}`;
	return /^PGPASSFILE names .+, which is not there\.?$/.test(detail)
		? 'Correct PGPASSFILE, or unset it to use ~/.pgpass.'
		: undefined;
};

const secretHint = ({scanner, recorded, target, detail}: Case): string => {
	const file = passwordFileHint(detail);
	if (file !== undefined) return file;
	if (scanner === undefined)
		return `Write the scanner’s user into the URL: ${target.engine === 'postgresql' ? 'postgres' : target.engine}://USER@${endpointName(target.endpoints[0] ?? {host: 'HOST', port: 5432})}/DATABASE.`;
	const source = scanner.credential;
	if (source?.from === 'env')
		return `${source.variable} is not set, or empty: export it and probe again.`;
	if (source?.from === 'command')
		return 'Run the password command by hand: its first line must be the password.';
	if (source?.from === 'prompt')
		return recorded
			? `Run in a terminal: dbvet probe ${target.name}`
			: 'Probe from a terminal, so that dbvet can ask for it.';
	const variable = `name a variable with ${recorded ? `dbvet target change ${target.name} ` : ''}--password-env VARIABLE.`;
	return target.engine === 'postgresql'
		? `~/.pgpass has no line for it: add one, or ${variable}`
		: `${variable.slice(0, 1).toUpperCase()}${variable.slice(1)}`;
};

const whyUnverified = ({detail}: Case): string => {
	const why = detail.replace(
		/^the password was withheld: (the certificate does not verify: )?/,
		'',
	);
	return why === '' ? '' : ` (${why})`;
};

const trustHint = ({recorded, target, detail}: Case): string => {
	const way = recorded ? `dbvet target change ${target.name} --ca FILE` : '--ca FILE';
	switch (certificateTrouble(target, detail)) {
		case 'expired':
			return 'Renew the certificate on the server.';
		case 'not-yet-valid':
			return 'Check the clocks here and on the server: the certificate is not valid yet.';
		case 'name':
			return 'Use a host name that the certificate carries, or give the server a certificate for this one.';
		case 'pin':
			return 'Check the pin: was the key of the server or of its CA changed on purpose?';
		case 'ca-file':
			return `Give a CA file in PEM form with ${way}.`;
		case 'no-ca':
			return `Give the CA with ${way}.`;
		case 'other-ca':
			return `Check that ${target.verification.ca ?? 'the file'} is the CA of this server; another CA: ${way}.`;
	}
};

/** What findings say where one answer, one query or one connection had its own limit. */
const waitedFor =
	/not done after \d+ ms|no answer in clear within \d+ ms|ran into its time limit|waited for a lock/;
/** What findings say where the time for the whole target was over. */
const allOver =
	/^The time for this target was over|^(?:Could not be seen: )?timed out\.?$|^could not be looked at\.?$/;

const isSlowAnswer = (said: readonly string[]): boolean =>
	said.some(text => waitedFor.test(text)) && !said.some(text => allOver.test(text));

const sentences: Readonly<Record<Reason, (one: Case) => Explanation>> = {
	'name-not-resolved': ({place}) => ({
		text: `the name in ${place} leads to no address`,
		next: 'Is it spelt right, and does it need a VPN or a private DNS?',
	}),
	'connection-refused': one =>
		isNoSocket(one)
			? noSocket(one)
			: one.source?.startsWith('SQLSTATE') !== true
				? {
						text: `${one.place} refused the connection`,
						next: 'Is the server running, is the port right?',
					}
				: {text: one.detail, next: 'Probe again when it has settled.'},
	'connection-timeout': ({place}) => ({
		text: `${place} did not answer`,
		next: 'Is a firewall in between, does the server run, must this machine be on an allow-list?',
	}),
	'connection-closed': ({place}) => ({
		text: `${place} closed the connection`,
		next: 'Look into the server’s log, and whether a proxy or an allow-list ends connections from here.',
	}),
	'tls-handshake-failed': ({place, detail}) => ({
		text: `no TLS connection to ${place} came about (${detail}), so nobody logged in`,
		next: 'Switch TLS on at the server, or check its certificate and protocol settings.',
	}),
	'certificate-not-verified': one => ({
		text: `the certificate of ${one.place} could not be verified, so the password was withheld${whyUnverified(one)}`,
		next: trustHint(one),
	}),
	'socket-not-verified': untrustedSocket,
	'address-not-declared': undeclaredAddress,
	'authentication-failed': one => ({text: one.detail, next: loginHint(one)}),
	'no-credentials': one => ({text: one.detail.replace(/\.$/, ''), next: secretHint(one)}),
	'permission-denied': one => (isNoSocket(one) ? noSocket(one) : noRights(one)),
	'hidden-by-provider': ({place}) => ({
		text: `the provider shows nothing of ${place}`,
		next: 'Look into the provider’s console, and answer the questions.',
	}),
	'timed-out': ({place, slowAnswer, detail}) =>
		slowAnswer
			? {
					text: `${place} took too long for a single answer${waitedFor.test(detail) ? ` (${detail})` : ''}`,
					next: 'Look at the load of the server and at what lies between, then probe again: a single answer is given no more time.',
				}
			: {
					text: `${place} took longer than the time for this target`,
					next: 'Give it more with --timeout MS.',
				},
	'limit-exceeded': ({place}) => ({
		text: `${place} sent more than dbvet reads`,
		next: 'Check that it is the database you mean.',
	}),
	'unexpected-reply': ({place, detail, target}) => ({
		text: `${place} answered in a way that dbvet does not understand (${detail})`,
		next: `Is it a ${products[target.engine]} server, and is the port right?`,
	}),
	'unsupported-version': ({target, detail}) => ({
		text: detail === '' ? `dbvet has no probes for ${target.engine}` : detail,
		next: 'Answer its questions: dbvet assess',
	}),
	'client-cannot-offer': ({detail}) => ({
		text: detail,
		next: 'Probe from another machine, or with an account that logs in another way.',
	}),
	'file-unreadable': ({detail}) => ({text: detail, next: 'Check the path and its permissions.'}),
	'file-invalid': ({detail}) => ({text: detail, next: 'Give a file in PEM form.'}),
	offline: ({place}) => ({
		text: `${place} was not contacted, because of --offline`,
		next: 'Leave out --offline to probe it.',
	}),
	cancelled: () => ({text: 'the probe was cancelled', next: 'What was seen is kept.'}),
	'other-limit': ({detail}) => ({text: detail, next: 'Probe again.'}),
	'internal-error': () => ({
		text: 'dbvet failed while it looked, which is a bug of dbvet',
		next: 'Please report it with the output of --json --verbose.',
	}),
};

/**
 * Why a probe is not complete, in words with the next step, for every reason of the closed list; undefined for a complete
 * one. The text may quote names that a person gave, and findings, which are plain already.
 */
export const explainRun = (
	target: DatabaseTarget,
	report: TargetReport,
	{recorded = true}: {readonly recorded?: boolean} = {},
): Explanation | undefined => {
	const {reason} = report;
	if (report.status === 'complete' || reason === undefined) return undefined;
	const found = report.findings.filter(
		f => f.reason === reason && (f.outcome === 'unknown' || f.outcome === 'error'),
	);
	const said = mostSaid(found.map(f => f.observed));
	const speaker = found.find(f => f.observed === said);
	const [first] = target.endpoints;
	return sentences[reason]({
		target,
		place: speaker?.endpoint ?? (first === undefined ? target.name : endpointName(first)),
		scanner: target.identities.find(({role}) => role === 'scanner'),
		detail: said.replace(/^Could not be seen: /, ''),
		source: speaker?.source === undefined ? undefined : splitSource(speaker.source).message,
		unreached: report.status === 'unreachable',
		slowAnswer: isSlowAnswer(found.map(f => f.observed)),
		recorded,
	});
};
