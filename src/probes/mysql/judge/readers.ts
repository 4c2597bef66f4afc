import type {Severity} from '../../../domain/severity.js';
import type {JudgeContext} from '../../engine/check.js';
import type {MysqlFacts} from '../facts.js';
import type {Name} from '../facts/accounts.js';
import {isDeclared, isScanner} from './accounts.js';
import {holdersOf, keyOf} from './rights.js';

const isApplication = (facts: MysqlFacts, name: Name): boolean =>
	isDeclared(facts, name, 'application', 'reporting');

/**
 * How bad it is that a name may read stored passwords, undefined for no fault: copies for a backup and dbvet itself need it.
 * With an application, also through a role, it is one; with others, as monitoring, it is a remark.
 */
export const readersIn = (
	facts: MysqlFacts,
	context: JudgeContext,
): ((name: Name) => Severity | undefined) => {
	const holders = holdersOf(facts, context);
	const reached = new Set(
		holders.seen
			? holders.value.items
					.filter(({account}) => isApplication(facts, account))
					.flatMap(one => one.reached)
			: [],
	);
	return name => {
		// Grants to the empty name are everybody's.
		if (name.user === '' || isApplication(facts, name) || reached.has(keyOf(name))) return 'medium';
		return isScanner(facts, name) || isDeclared(facts, name, 'backup') ? undefined : 'info';
	};
};
