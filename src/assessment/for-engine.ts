import type {CheckInfo} from '../domain/check.js';
import type {Control} from '../domain/control.js';
import type {Target} from '../domain/target.js';

/**
 * The control with those of its checks that can say something about the target. A control that holds for several engines
 * names the checks of each: what only looks at PostgreSQL must neither prove nor stay open on a MariaDB. Checks that are
 * not known to this dbvet stay.
 */
export const forEngine = (
	control: Control,
	target: Target,
	checks: ReadonlyMap<string, CheckInfo>,
): Control => {
	if (target.kind !== 'database') return control;
	const kept = control.checks.filter(
		({check}) => checks.get(check)?.engines?.includes(target.engine) !== false,
	);
	return kept.length === control.checks.length ? control : {...control, checks: kept};
};
