import {X509Certificate} from 'node:crypto';
import {createSecureContext} from 'node:tls';
import type {Verification} from '../../domain/target.js';
import {saidOf} from '../../domain/system-error.js';
import type {Observed} from './check.js';
import {seen, unseen} from './check.js';

/** Reads a file that the user named; rejects as node:fs does. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** What the target's verification policy comes to. */
export type Trust = {
	/** `system`: no CA was given, so that the root certificates that come with Node.js count. */
	readonly source: 'given' | 'system';
	/** PEM blocks of the given CA file, or why they could not be read. Empty for `system`. */
	readonly ca: Observed<readonly string[]>;
	/** `sha256/` and 44 base64 characters. */
	readonly pin?: string;
	/** PEM texts to show when the server asks for a client certificate; absent when none is declared. */
	readonly client?: Observed<{readonly cert: string; readonly key: string}>;
};

/** A CA bundle of a provider has some hundred certificates; 1 MiB is several times the largest known. */
const maxFileBytes = 1_048_576;

const readText = async (readFile: ReadFile, path: string): Promise<Observed<string>> => {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch (error) {
		return unseen('file-unreadable', {detail: `${path}: ${saidOf(error).what}`});
	}
	return bytes.length > maxFileBytes
		? unseen('file-invalid', {detail: `${path} is larger than 1 MiB`})
		: seen(Buffer.from(bytes).toString('latin1'));
};

/** The PEM certificates of a text; undefined when it holds none or one that cannot be parsed. */
const pemCertificates = (text: string): readonly string[] | undefined => {
	const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
	if (blocks === null) return undefined;
	try {
		for (const block of blocks) new X509Certificate(block);
		return blocks;
	} catch {
		// The parser of OpenSSL names only its own error codes; the caller names the file.
		return undefined;
	}
};

const loadCa = async (path: string, readFile: ReadFile): Promise<Observed<readonly string[]>> => {
	const text = await readText(readFile, path);
	if (!text.seen) return text;
	const blocks = pemCertificates(text.value);
	return blocks === undefined
		? unseen('file-invalid', {detail: `${path} does not hold PEM certificates`})
		: seen(blocks);
};

const loadClient = async (
	certPath: string | undefined,
	keyPath: string | undefined,
	readFile: ReadFile,
): Promise<Observed<{readonly cert: string; readonly key: string}>> => {
	if (certPath === undefined || keyPath === undefined)
		return unseen('file-invalid', {
			detail: 'a client certificate needs both its certificate and its key',
		});
	const cert = await readText(readFile, certPath);
	if (!cert.seen) return cert;
	const key = await readText(readFile, keyPath);
	if (!key.seen) return key;
	try {
		createSecureContext({cert: cert.value, key: key.value});
		return seen({cert: cert.value, key: key.value});
	} catch {
		return unseen('file-invalid', {
			detail: `${certPath} and ${keyPath} are not a matching PEM certificate and unencrypted key`,
		});
	}
};

/** Reads the files of a verification policy once; a file that cannot be used is a fact with its reason. */
export const loadTrust = async (verification: Verification, readFile: ReadFile): Promise<Trust> => {
	const {ca, pin, clientCert, clientKey} = verification;
	return {
		source: ca === undefined ? 'system' : 'given',
		ca: ca === undefined ? seen([]) : await loadCa(ca, readFile),
		...(pin === undefined ? {} : {pin}),
		...(clientCert === undefined && clientKey === undefined
			? {}
			: {client: await loadClient(clientCert, clientKey, readFile)}),
	};
};
