import {resolve} from 'node:path';
import {type Command, Option} from 'commander';
import {UserError} from '../domain/errors.js';
import type {Platform} from '../domain/platform.js';
import type {TargetOptions} from '../services/add-target.js';
import {append} from './globals.js';

export type ConnectionOptions = {
	readonly ca?: string;
	readonly pin?: string;
	readonly clientCert?: string;
	readonly clientKey?: string;
	readonly passwordEnv?: string;
	readonly passwordCommand?: string;
	readonly askPassword?: boolean;
	readonly as?: readonly string[];
	readonly replica?: readonly string[];
	readonly pooler?: readonly string[];
	readonly platform?: Platform;
	readonly expect?: 'private' | 'allowlisted' | 'public';
};

const platforms = [
	'aws-rds',
	'aws-aurora',
	'google-cloud-sql',
	'azure-flexible-server',
	'digitalocean',
	'aiven',
	'heroku',
	'supabase',
	'neon',
	'cloudnative-pg',
	'self-managed',
];

/** The options that say how to reach a database and whom to trust: of `target add`, and of `probe URL`. */
export const connectionOptions = (command: Command): Command =>
	command
		.option('--ca <file>', 'PEM file of the CA to trust (default: the system store)')
		.option('--pin <sha256/…>', 'public key that the server or its CA must have')
		.option('--client-cert <file>', 'client certificate (PEM)')
		.option('--client-key <file>', 'key of the client certificate (PEM)')
		.option('--password-env <variable>', 'environment variable that holds the password')
		.option('--password-command <command>', 'command that prints the password')
		.option('--ask-password', 'ask for the password when it is needed')
		.option(
			'--as <role=user/database>',
			'an application, reporting, admin or backup identity to test refusal for; may be repeated',
			append,
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
	const {passwordEnv, passwordCommand, askPassword, ca, clientCert, clientKey, ...rest} = options;
	const path = (value: string | undefined): string | undefined =>
		value === undefined ? undefined : resolve(value);
	const defined = {ca: path(ca), clientCert: path(clientCert), clientKey: path(clientKey)};
	return {
		...rest,
		...Object.fromEntries(Object.entries(defined).filter(([, value]) => value !== undefined)),
		...(passwordEnv !== undefined
			? {credential: {from: 'env', variable: passwordEnv} as const}
			: passwordCommand !== undefined
				? {credential: {from: 'command', command: passwordCommand} as const}
				: askPassword === true
					? {credential: {from: 'prompt'} as const}
					: {}),
	};
};
