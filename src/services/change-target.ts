import {UserError} from '../domain/errors.js';
import type {DatabaseTarget, Target} from '../domain/target.js';
import {refuseSecretInCommand} from './refuse-written-secrets.js';
import {verificationFrom, type TargetOptions} from './add-target.js';

/**
 * A database target with another CA, pin, client certificate or source of the scanner's password; what is not given stays, and
 * so does its record.
 * @throws UserError for another kind of target, for nothing to change, and for options that are not understood.
 */
export const changeTarget = (target: Target, options: TargetOptions): DatabaseTarget => {
	if (target.kind !== 'database')
		throw new UserError(
			`${target.name} is of kind ${target.kind}: it has no connection to change.`,
		);
	const given = verificationFrom(options);
	const {credential} = options;
	refuseSecretInCommand(credential);
	if (Object.keys(given).length === 0 && credential === undefined)
		throw new UserError('Say what to change.', [
			`For example: dbvet target change ${target.name} --ca ca.pem --password-env PROD_PW`,
		]);
	if (credential !== undefined && target.identities.every(({role}) => role !== 'scanner'))
		throw new UserError(`${target.name} has no scanner login that a password could belong to.`, [
			'Name the user when the target is added: postgres://USER@HOST:5432/DATABASE',
		]);
	// What was seen when the former pin was approved says nothing of another one.
	const {approval, ...kept} = target.verification;
	return {
		...target,
		verification: {
			...(given.pin === undefined ? {...kept, ...(approval && {approval})} : kept),
			...given,
		},
		identities: target.identities.map(identity =>
			identity.role === 'scanner' && credential !== undefined
				? {...identity, credential}
				: identity,
		),
	};
};
