import {UserError} from '../domain/errors.js';
import type {DatabaseTarget, Identity, Target} from '../domain/target.js';
import {userOf} from './connection-names.js';
import {refuseSecretInCommand} from './refuse-written-secrets.js';
import {verificationFrom, type TargetOptions} from './add-target.js';

/** The identities with another login of the scanner, who may have had none. */
const withScanner = (
	{identities, engine}: DatabaseTarget,
	user: string | undefined,
): readonly Identity[] => {
	if (user === undefined) return identities;
	const name = userOf(user);
	if (identities.some(({role}) => role === 'scanner'))
		return identities.map(one => (one.role === 'scanner' ? {...one, user: name} : one));
	const numbered = engine === 'redis' || engine === 'valkey';
	const database = identities[0]?.database ?? (numbered ? '0' : name);
	return [{role: 'scanner', user: name, database}, ...identities];
};

/**
 * A database target with another CA, pin, client certificate, login of the scanner or source of its password; what is not
 * given stays, and so does its record.
 * @throws UserError for another kind of target, for nothing to change, and for options that are not understood.
 */
export const changeTarget = (
	target: Target,
	options: TargetOptions,
	user?: string,
): DatabaseTarget => {
	if (target.kind !== 'database')
		throw new UserError(
			`${target.name} is of kind ${target.kind}: it has no connection to change.`,
		);
	const given = verificationFrom(options);
	const {credential} = options;
	refuseSecretInCommand(credential);
	if (user === '') throw new UserError('The login is empty.');
	if (Object.keys(given).length === 0 && credential === undefined && user === undefined)
		throw new UserError('Say what to change.', [
			`For example: dbvet target change ${target.name} --ca ca.pem --password-env PROD_PW`,
		]);
	const identities = withScanner(target, user);
	if (credential !== undefined && identities.every(({role}) => role !== 'scanner'))
		throw new UserError(`${target.name} has no scanner login that a password could belong to.`, [
			`Name the user: dbvet target change ${target.name} --user USER …`,
		]);
	// What was seen when the former pin was approved says nothing of another one.
	const {approval, ...kept} = target.verification;
	return {
		...target,
		verification: {
			...(given.pin === undefined ? {...kept, ...(approval && {approval})} : kept),
			...given,
		},
		identities: identities.map(identity =>
			identity.role === 'scanner' && credential !== undefined
				? {...identity, credential}
				: identity,
		),
	};
};
