import {UserError} from '../../domain/errors.js';
import {platforms} from '../../domain/options.js';
import type {Platform} from '../../domain/platform.js';
import {nearest} from '../../domain/suggest.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import type {GrantRequest} from './postgresql.js';

/** How people call the platforms when they are in a hurry. */
const shortNames: Readonly<Record<string, Platform>> = {
	rds: 'aws-rds',
	aurora: 'aws-aurora',
	'cloud-sql': 'google-cloud-sql',
	azure: 'azure-flexible-server',
	cnpg: 'cloudnative-pg',
};

type Options = {readonly user?: string | undefined; readonly databases: readonly string[]};

/** A line break in a name would end a comment of the script, and what follows would be run. */
const plain = (request: GrantRequest): GrantRequest => {
	for (const name of [request.user, ...request.databases])
		if (/\p{Cc}/u.test(name) || name === '')
			throw new UserError('A name of a login or database is empty or holds control characters.', [
				'Write that part of the script by hand.',
			]);
	return request;
};

const platformOf = (word: string): Platform | undefined =>
	Object.hasOwn(shortNames, word) ? shortNames[word] : platforms.find(one => one === word);

/**
 * What a script of grants is for. `word` is a platform, in full or short, or the name of a database target: then its
 * platform, the login of its scanner and the databases of its identities are taken from there. Options win.
 * @param state the workspace, where there is one
 */
export const grantRequest = (
	word: string,
	options: Options,
	state: WorkspaceState | undefined,
): GrantRequest => {
	const targets = Object.values(state?.targets ?? {});
	const target = targets.find(({name}) => name === word);
	const platform = platformOf(word);
	if (target === undefined && platform !== undefined) {
		if (options.databases.length === 0)
			throw new UserError('Which databases is the scanner to look into?', [
				`dbvet grants ${word} --database NAME`,
			]);
		return plain({platform, user: options.user ?? 'dbvet', databases: options.databases});
	}
	if (target === undefined) {
		const known = [...Object.keys(shortNames), ...platforms, ...targets.map(({name}) => name)];
		const near = nearest(word, known);
		throw new UserError(`"${word}" is neither a platform nor a target here.`, [
			...(near === undefined ? [] : [`Did you mean "${near}"?`]),
			`Platforms: ${platforms.join(', ')}`,
		]);
	}
	if (target.kind !== 'database')
		throw new UserError(`${target.name} is no database: nobody logs in there.`);
	if (target.engine !== 'postgresql')
		throw new UserError(`dbvet writes this script for PostgreSQL only, and ${target.name} is not.`);
	const scanner = target.identities.find(({role}) => role === 'scanner');
	const named = [...new Set(target.identities.map(({database}) => database))];
	return plain({
		platform: target.platform ?? 'self-managed',
		user: options.user ?? scanner?.user ?? 'dbvet',
		databases: options.databases.length > 0 ? options.databases : named,
	});
};
