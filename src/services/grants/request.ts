import {UserError} from '../../domain/errors.js';
import {quotedWord} from '../../domain/hide-logins.js';
import {platforms} from '../../domain/options.js';
import type {Platform} from '../../domain/platform.js';
import {nearest} from '../../domain/suggest.js';
import type {Engine, Target} from '../../domain/target.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import {databaseNameOf, userOf} from '../connection-names.js';
import type {GrantRequest} from './grant-request.js';
import {loginFor} from './logins.js';
import {runsMysql} from './mysql.js';

/** How people call the platforms when they are in a hurry. */
const shortNames: Readonly<Record<string, Platform>> = {
	rds: 'aws-rds',
	aurora: 'aws-aurora',
	'cloud-sql': 'google-cloud-sql',
	azure: 'azure-flexible-server',
	cnpg: 'cloudnative-pg',
};

type Options = {
	readonly engine?: Engine | undefined;
	readonly user?: string | undefined;
	readonly databases: readonly string[];
	readonly from?: string | undefined;
};

const isMysql = (engine: Engine): boolean => engine === 'mysql' || engine === 'mariadb';

/** A line break in a name would end a comment of the script, and what follows would be run. */
const plain = (request: GrantRequest): GrantRequest => {
	const {user, databases, from} = request;
	for (const name of [user, ...databases, ...(from === undefined ? [] : [from])])
		if (/\p{Cc}/u.test(name) || name === '')
			throw new UserError(
				'A name of a login, database or address is empty or holds control characters.',
				['Write that part of the script by hand.'],
			);
	if (isMysql(request.engine) && [user, from].some(name => name?.includes('*/')))
		throw new UserError('A name that ends a comment of SQL does not go into a script.');
	return request;
};

/** What every script needs, or what is missing. */
const complete = (word: string, request: GrantRequest): GrantRequest => {
	const {engine, platform, databases, from} = request;
	if (engine === 'postgresql' && databases.length === 0)
		throw new UserError('Which databases is the scanner to look into?', [
			`dbvet grants ${word} --database NAME`,
		]);
	if (isMysql(engine) && !runsMysql(platform))
		throw new UserError(`${platform} runs neither MySQL nor MariaDB.`);
	if (isMysql(engine) && from === undefined)
		throw new UserError('From which address does dbvet connect? The account holds for it alone.', [
			`dbvet grants ${word} --from 192.0.2.10`,
			"A whole network is --from '192.0.2.%'.",
		]);
	return plain(request);
};

const platformOf = (word: string): Platform | undefined =>
	Object.hasOwn(shortNames, word) ? shortNames[word] : platforms.find(one => one === word);

/** What the target says, where the options say nothing. */
const ofTarget = (target: Target, options: Options, targets: readonly Target[]): GrantRequest => {
	if (target.kind !== 'database')
		throw new UserError(`${target.name} is no database: nobody logs in there.`);
	const {engine, identities} = target;
	if (options.engine !== undefined && options.engine !== engine)
		throw new UserError(`${target.name} is ${engine}, not ${options.engine}.`);
	const scanner = identities.find(({role}) => role === 'scanner');
	const named = [...new Set(identities.map(({database}) => database))];
	const login = loginFor({target: target.name, named: scanner?.user, given: options.user}, targets);
	return {
		platform: target.platform ?? 'self-managed',
		engine,
		...login,
		databases: options.databases.length > 0 ? options.databases : named,
		...(options.from === undefined ? {} : {from: options.from}),
	};
};

/**
 * What a script of grants is for. `word` is a platform, in full or short, or the name of a database target: then its
 * platform, its engine, the login of its scanner and the databases of its identities are taken from there. Options win.
 * @param state the workspace, where there is one
 * @throws UserError for a word that is neither, and where the script would lack something
 */
export const grantRequest = (
	word: string,
	options: Options,
	state: WorkspaceState | undefined,
): GrantRequest => {
	if (options.user !== undefined) userOf(options.user);
	options.databases.forEach(databaseNameOf);
	const targets = Object.values(state?.targets ?? {}).filter(one => one.retiredAt === undefined);
	const target = targets.find(({name}) => name === word);
	const platform = platformOf(word);
	if (target === undefined && platform !== undefined) {
		const engine = options.engine ?? 'postgresql';
		const {databases, from} = options;
		const login = {target: word, named: undefined, given: options.user};
		const {user} = loginFor(login, targets);
		return complete(word, {
			platform,
			engine,
			user,
			databases,
			...(from === undefined ? {} : {from}),
		});
	}
	if (target === undefined) {
		const known = [...Object.keys(shortNames), ...platforms, ...targets.map(({name}) => name)];
		const near = nearest(word, known);
		throw new UserError(`${quotedWord(word)} is neither a platform nor a target here.`, [
			...(near === undefined ? [] : [`Did you mean "${near}"?`]),
			`Platforms: ${platforms.join(', ')}`,
		]);
	}
	return complete(word, ofTarget(target, options, targets));
};
