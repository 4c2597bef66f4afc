import type {Platform} from '../../../domain/platform.js';
import {seen, type Observed} from '../../engine/check.js';
import type {Provider, Variables} from '../facts/server.js';

/** Signs in variables, which no dump carries to another server. From the providers' manuals; not seen by us. */
const signsOf = (variables: Variables): readonly (readonly [Platform, string])[] => {
	const named = (prefix: string): string | undefined =>
		Object.keys(variables).find(name => name.startsWith(prefix));
	const aurora = named('aurora');
	const cloudSql = named('cloudsql');
	const azure = named('azure');
	const basedir = variables.basedir ?? '';
	return [
		...(aurora === undefined ? [] : [['aws-aurora', `variable ${aurora}`] as const]),
		...(basedir.startsWith('/rdsdbbin') ? [['aws-rds', `basedir ${basedir}`] as const] : []),
		...(cloudSql === undefined ? [] : [['google-cloud-sql', `variable ${cloudSql}`] as const]),
		...(azure === undefined ? [] : [['azure-flexible-server', `variable ${azure}`] as const]),
	];
};

/** The provider whose signs a server has; Aurora has those of RDS too. */
export const recognise = (variables: Observed<Variables>): Observed<Provider> => {
	if (!variables.seen) return variables;
	const signs = signsOf(variables.value);
	const platform = signs[0]?.[0];
	return seen({
		signs: signs.map(([, sign]) => sign),
		...(platform === undefined ? {} : {platform}),
	});
};
