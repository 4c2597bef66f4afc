import type {ControlEvaluation} from '../../../domain/evaluation.js';
import type {Target} from '../../../domain/target.js';
import type {Source} from '../source.js';

const holdsCopies = (target: Target, database: string): boolean =>
	target.kind === 'backup' && target.of.includes(database);

const hosts = (target: Target, database: string): boolean =>
	target.kind === 'infrastructure' && target.hosts.includes(database);

const controlsWhere = (
	source: Source,
	wanted: (target: Target) => boolean,
): readonly ControlEvaluation[] => {
	const ids = new Set(
		source.evaluation.targets.flatMap(({target}) => (wanted(target) ? [target.id] : [])),
	);
	return source.evaluation.controls.filter(c => ids.has(c.target));
};

/** Controls of the places that hold copies of a database. */
export const backupControls = (source: Source, database: string): readonly ControlEvaluation[] =>
	controlsWhere(source, target => holdsCopies(target, database));

/** Controls of the clusters and other infrastructures that host a database. */
export const hostControls = (source: Source, database: string): readonly ControlEvaluation[] =>
	controlsWhere(source, target => hosts(target, database));
