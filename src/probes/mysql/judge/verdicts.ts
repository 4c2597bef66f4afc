import type {Check} from '../../engine/check.js';
import type {MysqlFacts} from '../facts.js';

/**
 * A check of this family. Unless it says otherwise it judges what all nodes share; what judges variables, files, sessions or
 * the program says `node`.
 */
export const defineCheck = (
	check: Omit<Check<MysqlFacts>, 'family' | 'scope'> & {
		readonly scope?: Check<MysqlFacts>['scope'];
	},
): Check<MysqlFacts> => ({family: 'mysql', scope: 'server', ...check});
