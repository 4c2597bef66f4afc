import type {TargetEvaluation} from '../../../domain/target-evaluation.js';
import type {DatabaseTarget} from '../../../domain/target.js';
import {endpointName} from '../../../domain/endpoint-name.js';
import {engineWords, platformWords, runEnd} from '../../words.js';
import {code, line, type Markup} from '../markup.js';
import type {Source} from '../source.js';
import {listed, minute} from '../text.js';
import {onTarget, versionOf} from './rows.js';

export type Field = {readonly name: string; readonly value: Markup | string};

const exposure = {
	private: 'reachable from a private network only',
	allowlisted: 'reachable from listed addresses only',
	public: 'reachable from everywhere',
} as const;

/** Who this database is: engine, version and support, provider, endpoints, who uses it, what was looked at. */
export const identityOf = (
	source: Source,
	database: DatabaseTarget,
	evaluation: TargetEvaluation,
): readonly Field[] => {
	const version = onTarget(source, database.id).find(c =>
		c.definition.requirements.includes('B25'),
	);
	const users = source.evaluation.targets.flatMap(({target}) =>
		target.kind === 'application' && target.uses.includes(database.id) ? [target.name] : [],
	);
	const scanner = database.identities.find(i => i.role === 'scanner');
	const {lastRun} = evaluation;
	return [
		{name: 'Engine', value: engineWords[database.engine]},
		{name: 'Version and support', value: version ? versionOf(version) : 'not known'},
		{
			name: 'Platform',
			value: database.platform === undefined ? 'not known' : platformWords[database.platform],
		},
		{
			name: 'Vendor',
			value: database.vendor === undefined ? 'none named' : source.targetName(database.vendor),
		},
		{
			name: 'Endpoints',
			value: line(
				...database.endpoints.flatMap((e, i) => [
					i > 0 ? ', ' : '',
					code(endpointName(e)),
					` ${e.role}`,
				]),
			),
		},
		{
			name: 'Expected reach',
			value: database.expect === undefined ? 'not stated' : exposure[database.expect],
		},
		{name: 'Used by', value: users.length === 0 ? 'no application named' : listed(users)},
		{
			name: lastRun === undefined ? 'To be probed as' : 'Probed as',
			value: scanner
				? line(code(scanner.user), ' on ', code(scanner.database), ', read-only')
				: 'no login',
		},
		{
			name: 'Last probe run',
			value: lastRun === undefined ? 'never' : `${runEnd(lastRun)}, ${minute(lastRun.at)}`,
		},
		{name: 'Target id', value: code(database.id)},
	];
};
