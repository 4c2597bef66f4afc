import {createPrivateKey, X509Certificate} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {exitCode, UserError} from '../../domain/errors.js';
import {saidOf} from '../../domain/system-error.js';
import {shellWord} from '../shell-word.js';

/** The files with which dbvet shows who it is; absolute paths. */
type ClientFiles = {
	readonly clientCert?: string | undefined;
	readonly clientKey?: string | undefined;
};

type ClientFault = {
	/** A sentence without a full stop. */
	readonly text: string;
	/** The option that names another file. */
	readonly option: '--client-cert' | '--client-key';
};

type Read<T> = {readonly value: T} | {readonly problem: string};

const readPem = async <T>(
	what: string,
	path: string,
	parse: (text: string) => T,
): Promise<Read<T>> => {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		return {problem: `the ${what} ${path} could not be read: ${saidOf(error).what}`};
	}
	if (/^(?:-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED)/m.test(text))
		return {problem: `${path} is locked with a passphrase, which dbvet cannot open`};
	try {
		return {value: parse(text)};
	} catch {
		return {problem: `${path} holds no ${what} in PEM form that can be parsed`};
	}
};

/** What is wrong with a client certificate and its key; nothing where a probe can use them, or none is named. */
export const clientFaults = async ({
	clientCert,
	clientKey,
}: ClientFiles): Promise<readonly ClientFault[]> => {
	if (clientCert === undefined || clientKey === undefined) return [];
	const cert = await readPem('client certificate', clientCert, text => new X509Certificate(text));
	const key = await readPem('client key', clientKey, text => createPrivateKey(text));
	if ('value' in cert && 'value' in key)
		return cert.value.checkPrivateKey(key.value)
			? []
			: [{text: `${clientKey} is not the key of ${clientCert}`, option: '--client-key'}];
	return [
		...('problem' in cert ? [{text: cert.problem, option: '--client-cert'} as const] : []),
		...('problem' in key ? [{text: key.problem, option: '--client-key'} as const] : []),
	];
};

/**
 * A client certificate that no probe could use is found out at once, as a CA file is. Half of one is told where the options are
 * read, because then no file mends it.
 * @throws UserError that names the files
 */
export const checkClientFiles = async (files: ClientFiles): Promise<void> => {
	const faults = await clientFaults(files);
	const [first] = faults;
	if (first === undefined) return;
	const said = faults.map(({text}) => text).join(', and ');
	const unlock = `openssl pkey -in ${shellWord(files.clientKey ?? 'KEY')} -out client.key`;
	throw new UserError(
		`${said.replace(/^the /, 'The ')}.`,
		[
			said.includes('passphrase')
				? `Make a copy without one, that only you can read: (umask 077; ${unlock})`
				: 'Give both as PEM files that belong together: --client-cert FILE --client-key FILE',
		],
		said.includes('could not be read') ? exitCode.unfinished : exitCode.usage,
	);
};
