import {UserError} from '../domain/errors.js';
import type {TargetKind} from '../domain/target.js';
import {plainText} from '../domain/text.js';
import {isConnectionUrl} from './parse-connection.js';

const lengthLimit = 1024;

/**
 * Checks the place of a target that is not a database (a folder, a bucket, a vendor's service), because it is kept and shown.
 * @throws UserError for control characters, for excessive length, and for an address with a password or a signature in it.
 */
export const checkPlace = (place: string): string => {
	// A key may hold a slash, so that everything before an @ counts as a login; behind ? or # stand signatures and tokens.
	if (isConnectionUrl(place) && /:\/\/[^@]*:[^@]*@|[?#]./.test(place)) {
		throw new UserError(
			'The address holds a password, a key or a signature. dbvet never takes one in an address.',
			[
				'Leave out what stands before @ and after ?, for example s3://BUCKET/FOLDER.',
				'Change the secret if your shell keeps a history.',
			],
		);
	}
	if (/\p{Cc}/u.test(place) || place.length > lengthLimit) {
		throw new UserError(
			`${JSON.stringify(plainText(place, 80))} ${place.length > lengthLimit ? `is longer than ${lengthLimit} characters` : 'holds control characters'}.`,
			['Check the address: it was perhaps pasted together with something else.'],
		);
	}
	return place;
};

/** True for a place that is a file or folder of this computer, so that it has to be made absolute. */
export const isLocalPath = (kind: TargetKind | undefined, place: string): boolean => {
	if (isConnectionUrl(place)) return false;
	switch (kind) {
		case 'application':
		case 'infrastructure':
		case undefined:
			return true;
		case 'backup':
			// A bare word is rather a bucket, and HOST:FOLDER a backup server.
			return /^(\.{0,2}\/|\.{1,2}$)/.test(place);
		case 'database':
		case 'vendor':
		case 'organisation':
			return false;
	}
};
