import type {DatabaseTarget} from './target.js';

/** Why a certificate was not verified, by what mends it. */
export type CertificateTrouble =
	'expired' | 'not-yet-valid' | 'name' | 'pin' | 'ca-file' | 'no-ca' | 'other-ca';

/**
 * Sorts why a certificate was not verified, so that every place gives the same next step.
 * @param detail what the finding says: OpenSSL's code, or dbvet's own sentence
 */
export const certificateTrouble = (
	{verification}: Pick<DatabaseTarget, 'verification'>,
	detail: string,
): CertificateTrouble => {
	if (/\bCERT_HAS_EXPIRED\b|certificate below the pinned CA is not in force/.test(detail))
		return 'expired';
	if (detail.includes('CERT_NOT_YET_VALID')) return 'not-yet-valid';
	if (/\bcertificate does not name /.test(detail)) return 'name';
	if (detail.includes('the CA file cannot be used')) return 'ca-file';
	// Beside a pin that holds, a check of the chain may still miss the CA.
	if (verification.pin !== undefined && detail.includes('password was withheld')) return 'pin';
	return verification.ca === undefined ? 'no-ca' : 'other-ca';
};
