import {grantWithCaution} from '../../../domain/finding.js';
import type {MysqlFacts} from '../facts.js';
import type {Observer} from '../facts/server.js';
import {quoteAccount} from './sql.js';

/** Tables beside what is needed hold stored passwords, so that their grant is not given lightly. */
const holdsPasswords = /mysql\.(user|global_priv|servers) /;

const completed = (grant: string, account: string): string => {
	const to = quoteAccount(account);
	const parts = grant.replace(/ TO$/, '').split(', GRANT ');
	const statements = parts
		.map((part, index) => `${index === 0 ? part : `GRANT ${part}`} TO ${to};`)
		.join(' ');
	return holdsPasswords.test(`${grant} `)
		? grantWithCaution(
				statements,
				'that table holds password hashes: only for an account that is kept as safe as an administrator’s',
			)
		: statements;
};

/** Puts the scanner's account into the grants that would show more. */
export const completeGrants = (facts: MysqlFacts, {account}: Observer): MysqlFacts =>
	Object.fromEntries(
		Object.entries(facts).map(([name, fact]) => [
			name,
			typeof fact === 'object' && 'seen' in fact && !fact.seen && fact.grant !== undefined
				? {...fact, grant: completed(fact.grant, account)}
				: fact,
		]),
	) as MysqlFacts;
