import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import {Name} from '../domain/id.js';
import type {Platform} from '../domain/platform.js';
import type {CredentialSource, DatabaseTarget, Target, TargetKind} from '../domain/target.js';
import {isSocket} from '../domain/socket-endpoint.js';
import {Verification} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {findTarget, liveTargets} from './find-target.js';
import {
	isConnectionUrl,
	parseConnection,
	parseEndpoint,
	parseIdentity,
} from './parse-connection.js';
import {recognisePlatform} from './recognise-platform.js';
import {refuseSecretInCommand, refuseSecretInPlace} from './refuse-written-secrets.js';
import {socketEndpoint} from './socket-endpoint.js';
import {checkPlace} from './target-place.js';

/** What `target add` takes; paths are absolute already. */
export type TargetOptions = {
	readonly kind?: TargetKind;
	readonly vendor?: string;
	readonly uses?: readonly string[];
	readonly of?: readonly string[];
	readonly platform?: Platform;
	readonly ca?: string;
	readonly pin?: string;
	readonly clientCert?: string;
	readonly clientKey?: string;
	readonly credential?: CredentialSource;
	readonly as?: readonly string[];
	readonly replica?: readonly string[];
	readonly pooler?: readonly string[];
	/** Path of the Unix socket over which the scanner logs in; the URL's host is then looked at as a stranger sees it. */
	readonly socket?: string;
	readonly expect?: 'private' | 'allowlisted' | 'public';
	readonly profiles?: readonly string[];
};

type Identified = {readonly id: string; readonly name: string; readonly createdAt: string};

/**
 * A database target from a URL and options.
 * @throws UserError for a URL or an option that is not understood.
 */
export const databaseFrom = (
	identified: Identified,
	url: string,
	options: TargetOptions,
	vendor?: string,
): DatabaseTarget => {
	const {engine, endpoint, scanner} = parseConnection(url, options.socket);
	const socket =
		options.socket === undefined || isSocket(endpoint)
			? []
			: [socketEndpoint('primary', engine, options.socket, endpoint.port)];
	const platform = options.platform ?? recognisePlatform(endpoint.host);
	const verification = verificationFrom(options);
	return {
		...identified,
		kind: 'database',
		engine,
		...(platform === undefined ? {} : {platform}),
		endpoints: [
			...socket,
			endpoint,
			...(options.replica ?? []).map(text => parseEndpoint('replica', text, endpoint.port, engine)),
			...(options.pooler ?? []).map(text => parseEndpoint('pooler', text, endpoint.port, engine)),
		],
		identities: [
			...(scanner === undefined
				? []
				: [
						options.credential === undefined
							? scanner
							: {...scanner, credential: options.credential},
					]),
			...(options.as ?? []).map(parseIdentity),
		],
		verification,
		...(options.expect === undefined ? {} : {expect: options.expect}),
		...(vendor === undefined ? {} : {vendor}),
		...(options.profiles === undefined ? {} : {profiles: options.profiles}),
	};
};

/** Whom to trust, from the options. @throws UserError for a pin that is none and for half a client certificate. */
export const verificationFrom = (options: TargetOptions): Verification => {
	const verification = Verification.safeParse({
		ca: options.ca,
		pin: options.pin,
		clientCert: options.clientCert,
		clientKey: options.clientKey,
	});
	if (!verification.success) {
		throw new UserError(`--pin ${JSON.stringify(options.pin)} is not a pin.`, [
			'Write sha256/ and the base64 SHA-256 of the public key, 44 characters.',
		]);
	}
	if ((options.clientCert === undefined) !== (options.clientKey === undefined)) {
		throw new UserError('--client-cert and --client-key go together: give both or neither.');
	}
	return definedOnly(verification.data);
};

const definedOnly = (value: Verification): Verification =>
	Verification.parse(Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)));

/**
 * A new name that no live target has; `own` is the target that is to get it. In another case it is the same name where
 * files are concerned: macOS and Windows would write the documents of both into one.
 */
export const checkName = (state: WorkspaceState, name: string, own?: string): string => {
	const parsed = Name.safeParse(name);
	if (!parsed.success) {
		throw new UserError(`${quotedWord(name)} cannot be a target's name.`, [
			`A name is ${parsed.error.issues[0]?.message ?? 'shorter'}.`,
		]);
	}
	const others = liveTargets(state).filter(({id}) => id !== own);
	const twin = others.find(one => one.name.toLowerCase() === name.toLowerCase());
	if (twin !== undefined && twin.name !== name) {
		throw new UserError(`${name} differs from the name of the target ${twin.name} in case only.`, [
			'Take another name: macOS and Windows would keep the documents of both in one file.',
		]);
	}
	if (liveTargets(state).some(target => target.name === name)) {
		throw new UserError(`There is already a target named ${name}.`, [
			`Look at it with: dbvet target show ${name}`,
		]);
	}
	return name;
};

const kindOf = (place: string | undefined): TargetKind =>
	place !== undefined && isConnectionUrl(place) ? 'database' : 'application';

const databaseNamed = (state: WorkspaceState, name: string): string => {
	const found = findTarget(state, name);
	if (found.kind !== 'database') {
		throw new UserError(`${found.name} is of kind ${found.kind}, not a database.`);
	}
	return found.id;
};

/** A link that its kind of target does not have would be dropped in silence, so it is refused. */
const checkLinks = (kind: TargetKind, {of, uses}: TargetOptions): void => {
	if (of !== undefined && kind !== 'backup') {
		throw new UserError(`--of is for backups, and this is of kind ${kind}.`, [
			'Give --kind backup, or name databases with --uses for an application or an infrastructure.',
		]);
	}
	if (uses !== undefined && kind !== 'application' && kind !== 'infrastructure') {
		throw new UserError(
			`--uses is for applications and infrastructures, and this is of kind ${kind}.`,
			kind === 'backup' ? ['Name the databases with --of.'] : [],
		);
	}
};

/**
 * A new target of any kind. Without `--kind` a URL means database and a path application; neither is a mistake, because a
 * URL that was forgotten must not make a vendor. The name is looked at last, so that whoever takes another name does not
 * find the next mistake of the same line only then.
 * @throws UserError for a bad name, URL, link or option.
 */
export const newTarget = (
	state: WorkspaceState,
	identified: Identified,
	place: string | undefined,
	options: TargetOptions,
): Target => {
	const called = Name.safeParse(identified.name).success ? identified.name : 'NAME';
	if (identified.name.trim() === '')
		throw new UserError('A target needs a name, and the one given is empty.', [
			'Name it as you call it: dbvet target add prod postgres://USER@HOST:5432/DATABASE',
		]);
	if (place === undefined && isConnectionUrl(identified.name))
		throw new UserError('A target needs a name before its URL.', [
			'Name it as you call it: dbvet target add prod postgres://USER@HOST:5432/DATABASE',
		]);
	if (place === undefined && options.kind === undefined)
		throw new UserError(`What is ${called}? Give its URL, or say its kind.`, [
			`A database: dbvet target add ${called} postgres://USER@HOST:5432/DATABASE`,
			`Anything else: dbvet target add ${called} --kind vendor (or application, infrastructure, backup)`,
		]);
	refuseSecretInCommand(options.credential);
	const target = build(state, identified, place, options);
	checkName(state, identified.name);
	return target;
};

const build = (
	state: WorkspaceState,
	identified: Identified,
	place: string | undefined,
	options: TargetOptions,
): Target => {
	const linked = (names: readonly string[] | undefined): readonly string[] =>
		(names ?? []).map(name => databaseNamed(state, name));
	const vendor = options.vendor === undefined ? undefined : findTarget(state, options.vendor);
	if (vendor !== undefined && vendor.kind !== 'vendor') {
		throw new UserError(`${vendor.name} is a ${vendor.kind}, not a vendor.`);
	}
	const kind = options.kind ?? kindOf(place);
	checkLinks(kind, options);
	if (place !== undefined && kind !== 'database') refuseSecretInPlace(checkPlace(place));
	const profiles = options.profiles === undefined ? {} : {profiles: options.profiles};
	switch (kind) {
		case 'database':
			if (place === undefined) {
				throw new UserError('A database target needs its URL.', [
					'For example: dbvet target add prod postgres://dbvet@db.example.com:5432/shop --ca ca.pem --password-env PROD_PW',
				]);
			}
			return databaseFrom(identified, place, options, vendor?.id);
		case 'application':
			return {
				...identified,
				kind,
				uses: linked(options.uses),
				...(place === undefined ? {} : {path: place}),
				...profiles,
			};
		case 'infrastructure':
			return {
				...identified,
				kind,
				hosts: linked(options.uses),
				...(place === undefined ? {} : {path: place}),
				...profiles,
			};
		case 'backup':
			return {
				...identified,
				kind,
				of: linked(options.of),
				...(place === undefined ? {} : {location: place}),
				...profiles,
			};
		case 'vendor':
			return {...identified, kind, ...(place === undefined ? {} : {service: place}), ...profiles};
		case 'organisation':
			throw new UserError('A workspace has one organisation, made by dbvet init.');
	}
};
