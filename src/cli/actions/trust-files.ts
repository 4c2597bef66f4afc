import {X509Certificate} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {exitCode, UserError} from '../../domain/errors.js';
import {errorCode, saidOf} from '../../domain/system-error.js';
import type {DatabaseTarget} from '../../domain/target.js';
import {shellWord} from '../shell-word.js';
import {clientFaults} from './client-files.js';

/** A CA file that cannot be read or holds no certificate is found out at once, not at the first probe. */
export const checkCaFile = async (path: string | undefined): Promise<void> => {
	if (path === undefined) return;
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		const {what, next} = saidOf(error);
		const other = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? '');
		throw new UserError(
			`The CA file ${path} could not be read: ${what}.`,
			[other ? 'Give the PEM file of the CA: --ca FILE' : next],
			exitCode.unfinished,
		);
	}
	if (/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(text)) {
		const file = shellWord(path);
		throw new UserError(
			`${path} holds a private key. A CA file holds certificates and nothing else, and whoever gets this one can pass for its owner.`,
			[
				`Cut the certificates out: openssl crl2pkcs7 -nocrl -certfile ${file} | openssl pkcs7 -print_certs -out ca.pem`,
				'Then give --ca ca.pem, and leave the key where only the program reads it that needs it.',
			],
		);
	}
	const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
	const broken = blocks.findIndex(block => {
		try {
			new X509Certificate(block);
			return false;
		} catch {
			return true;
		}
	});
	if (blocks.length === 0 || broken >= 0) {
		throw new UserError(
			blocks.length === 0
				? `${path} holds no certificate in PEM form.`
				: `Certificate ${broken + 1} in ${path} cannot be parsed.`,
			['Give the PEM file of the CA: it begins with -----BEGIN CERTIFICATE-----.'],
		);
	}
};

/**
 * What is wrong with the files that a target names for its connections, each with the option that names another; nothing where
 * all can be used.
 * @param target with absolute paths
 */
export const trustFaults = async ({
	name,
	verification: {ca, clientCert, clientKey},
}: DatabaseTarget): Promise<readonly string[]> => {
	const change = (option: string): string =>
		`Bring it back, or name another: dbvet target change ${name} ${option} FILE`;
	const wrongCa = await checkCaFile(ca).then(
		() => undefined,
		(error: unknown) => {
			if (error instanceof UserError) return error.message.replace(/\.$/, '');
			throw error;
		},
	);
	return [
		...(wrongCa === undefined ? [] : [`${wrongCa}. ${change('--ca')}`]),
		...(await clientFaults({clientCert, clientKey})).map(
			({text, option}) => `${text}. ${change(option)}`,
		),
	];
};
