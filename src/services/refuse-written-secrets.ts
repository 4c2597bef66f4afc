import {UserError} from '../domain/errors.js';
import {findSecrets} from '../domain/secrets/find.js';
import type {CredentialSource} from '../domain/target.js';

/** Options by which vaults are told which secret is meant: what follows is a name, however much it looks like a password. */
const nameOfSecret = /(--secret(?:-id|-name)?|--password-name)[= ]+[\w./:-]+/g;

/** `echo` or `printf` of nothing but a word that the shell does not fill in: the password itself stands there. */
const onlyPrinted =
	/^\s*(?:echo|printf)\s+(?:-\w\s+)*(?:(['"]?)%s(?:\\n)?\1\s+)?(?:'[^']*'|"[^"$`]*"|[^\s'"$`|;&<>]+)\s*$/;

/**
 * A command that fetches a password is kept and shown, so that it must not hold one. It cannot be kept with a marker in its
 * place, as a note can, because it would not run then.
 * @throws UserError that names the kind of secret and never repeats the command.
 */
export const refuseSecretInCommand = (credential: CredentialSource | undefined): void => {
	if (credential?.from !== 'command') return;
	const [found] = findSecrets(credential.command.replaceAll(nameOfSecret, '$1'));
	const kind =
		found?.kind ??
		(onlyPrinted.test(credential.command) ? 'the password, which it only prints' : undefined);
	if (kind === undefined) return;
	throw new UserError(
		`The command of --password-command holds a secret itself (${kind}), and the record keeps the command. Nothing was stored.`,
		[
			'Name a command that fetches it, for example: pass show db/prod',
			'Or keep it in an environment variable: --password-env PROD_PW. A command that was taken for a secret wrongly can go into a script.',
			'Change the secret if your shell keeps a history.',
		],
	);
};

/**
 * The place of a target (a folder, a bucket, a vendor's service) is kept and shown in documents.
 * @throws UserError when what looks like a secret stands in it.
 */
export const refuseSecretInPlace = (place: string): void => {
	const [found] = findSecrets(place);
	if (found === undefined) return;
	throw new UserError(
		`The address of the target holds a secret (${found.kind}), and the record keeps the address. Nothing was stored.`,
		[
			'Leave the secret out: the address is only there for people to know what is meant.',
			'Change the secret if your shell keeps a history.',
		],
	);
};
