import {resolve} from 'node:path';
import {type Command, Option} from 'commander';
import {UserError} from '../domain/errors.js';
import {platforms} from '../domain/options.js';
import type {Platform} from '../domain/platform.js';
import type {CredentialSource} from '../domain/target.js';
import type {TargetOptions} from '../services/add-target.js';
import {append} from './globals.js';
import {pathFor} from './no-url.js';

export type ConnectionOptions = {
	readonly ca?: string | undefined;
	readonly pin?: string | undefined;
	readonly clientCert?: string | undefined;
	readonly clientKey?: string | undefined;
	readonly passwordEnv?: string | undefined;
	readonly passwordCommand?: string | undefined;
	readonly askPassword?: boolean | undefined;
	readonly as?: readonly string[] | undefined;
	readonly replica?: readonly string[] | undefined;
	readonly pooler?: readonly string[] | undefined;
	readonly socket?: string | undefined;
	readonly platform?: Platform | undefined;
	readonly expect?: 'private' | 'allowlisted' | 'public' | undefined;
};

/** The options that say whom to trust and where the password comes from: what `target change` takes. */
export const trustOptions = (command: Command): Command =>
	command
		.option(
			'--ca <file>',
			'PEM file of the CA to trust (default: the public roots that Node.js brings)',
			pathFor('--ca'),
		)
		.option('--pin <sha256/…>', 'public key that the server or its CA must have')
		.option('--client-cert <file>', 'client certificate (PEM)', pathFor('--client-cert'))
		.option('--client-key <file>', 'key of the client certificate (PEM)', pathFor('--client-key'))
		.option('--password-env <variable>', 'environment variable that holds the password')
		.option('--password-command <command>', 'command that prints the password')
		.option('--ask-password', 'ask for the password when it is needed');

/** All options that say how to reach a database: of `target add`, and of `probe URL`. */
export const connectionOptions = (command: Command): Command =>
	trustOptions(command)
		.option(
			'--as <role=user/database>',
			'an application, reporting, admin or backup identity to test refusal for; may be repeated',
			append,
		)
		.option(
			'--socket <path>',
			'Unix socket to log in over; a host in the URL is then looked at as strangers see it',
			pathFor('--socket'),
		)
		.option('--replica <host:port>', 'a replica of the same database; may be repeated', append)
		.option('--pooler <host:port>', 'a pooler in front of it; may be repeated', append)
		.addOption(
			new Option(
				'--platform <id>',
				'where it runs (recognised from the host name where possible)',
			).choices(platforms),
		)
		.addOption(
			new Option('--expect <reach>', 'who should be able to reach it').choices([
				'private',
				'allowlisted',
				'public',
			]),
		);

/** Connection options as the services take them: absolute paths, one credential source. */
export const toTargetOptions = (options: ConnectionOptions): TargetOptions => {
	const sources = [
		options.passwordEnv,
		options.passwordCommand,
		options.askPassword === true ? 'ask' : undefined,
	];
	if (sources.filter(source => source !== undefined).length > 1) {
		throw new UserError(
			'Give one source for the password: --password-env, --password-command or --ask-password.',
		);
	}
	if (options.passwordEnv !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(options.passwordEnv)) {
		throw new UserError(
			'--password-env wants the name of an environment variable, not the password.',
			['For example: export PROD_PW=… and then --password-env PROD_PW'],
		);
	}
	const path = (value: string | undefined): string | undefined =>
		value === undefined ? undefined : resolve(value);
	return definedOnly({
		ca: path(options.ca),
		clientCert: path(options.clientCert),
		clientKey: path(options.clientKey),
		pin: options.pin,
		as: options.as,
		replica: options.replica,
		pooler: options.pooler,
		socket: path(options.socket),
		platform: options.platform,
		expect: options.expect,
		credential: credentialOf(options),
	});
};

const credentialOf = (options: ConnectionOptions): CredentialSource | undefined => {
	if (options.passwordEnv !== undefined) return {from: 'env', variable: options.passwordEnv};
	if (options.passwordCommand !== undefined)
		return {from: 'command', command: options.passwordCommand};
	return options.askPassword === true ? {from: 'prompt'} : undefined;
};

/** The members that are there: an option that was not given must not stand as undefined in the record. */
export const definedOnly = <T extends Record<string, unknown>>(
	value: T,
): {[K in keyof T]?: Exclude<T[K], undefined>} =>
	Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
		[K in keyof T]?: Exclude<T[K], undefined>;
	};
