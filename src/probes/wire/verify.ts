import type {Trust} from '../engine/trust.js';
import {isInForce, namesHost, pinOf} from './certificate.js';
import {limitsOf, weighLimits} from './der.js';
import {findPath} from './path.js';
import type {Secured} from './secure.js';

/** Whether the peer proved to be the server that is meant, and why. */
export type PeerVerdict = {readonly verified: boolean; readonly why: string};

const pinned = (
	pin: string,
	host: string,
	{certificates, opensslError}: Pick<Secured, 'certificates' | 'opensslError'>,
	now: string,
): PeerVerdict => {
	const {path} = findPath(certificates, [], now);
	const [leaf] = path;
	const index = path.findIndex(certificate => pinOf(certificate) === pin);
	if (leaf === undefined || index < 0)
		return {verified: false, why: 'neither the certificate nor an issuer of it has the pinned key'};
	if (index === 0) return {verified: true, why: 'the certificate has the pinned key'};
	if (!path.slice(0, index + 1).every(certificate => isInForce(certificate, now)))
		return {verified: false, why: 'a certificate below the pinned CA is not in force'};
	const limits = weighLimits(path.slice(0, index + 1).map(({raw}) => limitsOf(raw)));
	if (limits === 'broken')
		return {verified: false, why: 'a CA below the pinned one, or itself, may not have issued a CA'};
	// Without OpenSSL's word only the signatures are known, and a CA for other names signs as well as any.
	if (limits === 'unclear' && opensslError !== undefined)
		return {
			verified: false,
			why: `a CA on the way to the pinned one is kept to certain names, and OpenSSL does not confirm that they are kept: ${opensslError}`,
		};
	return namesHost(leaf, host)
		? {verified: true, why: 'the pinned CA signed the certificate, which names the host'}
		: {verified: false, why: `the certificate does not name ${host}`};
};

/**
 * Decides whether a password may be sent over a finished handshake. A declared pin alone decides when there is one (of the
 * leaf's key: as it is; of a CA's key: with host name and dates). Else OpenSSL's verification against the given CA or
 * the root store must be without fault, and the certificate must name the host.
 */
export const verifyPeer = (
	trust: Trust,
	host: string,
	secured: Pick<Secured, 'certificates' | 'opensslError'>,
	now: string,
): PeerVerdict => {
	const [leaf] = secured.certificates;
	if (leaf === undefined) return {verified: false, why: 'the server showed no certificate'};
	if (trust.pin !== undefined) return pinned(trust.pin, host, secured, now);
	if (!trust.ca.seen)
		return {
			verified: false,
			why: `the CA file cannot be used: ${trust.ca.detail ?? trust.ca.reason}`,
		};
	if (secured.opensslError !== undefined)
		return {verified: false, why: `the certificate does not verify: ${secured.opensslError}`};
	return namesHost(leaf, host)
		? {verified: true, why: 'the chain verifies and the certificate names the host'}
		: {verified: false, why: `the certificate does not name ${host}`};
};
