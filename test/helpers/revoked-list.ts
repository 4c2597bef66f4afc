import {X509CrlGenerator} from '@peculiar/x509';
import type {Issued} from './certificates.js';

/** PEM of a list of revoked certificates, on which there is none, signed by the CA. */
export const revokedList = async ({certificate, keys}: Issued): Promise<string> => {
	const crl = await X509CrlGenerator.create({
		issuer: certificate.subject,
		thisUpdate: new Date(Date.now() - 60_000),
		nextUpdate: new Date(Date.now() + 3_600_000),
		signingAlgorithm: {name: 'ECDSA', hash: 'SHA-256'},
		signingKey: keys.privateKey,
	});
	return `${crl.toString('pem')}\n`;
};
