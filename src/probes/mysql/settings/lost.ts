import type {Variables} from '../facts/server.js';
import type {MysqlFacts} from '../facts.js';

/**
 * What keeps notes from the error log whatever its verbosity: no component that writes, or one that filters by rules of its own,
 * which drop notes unless somebody changed them (MySQL manual, Error Log Configuration and Rule-Based Error Log Filtering).
 */
export const lostOnTheWay = (values: Variables): string | undefined => {
	const services = values.log_error_services;
	if (services === undefined) return undefined;
	if (!services.includes('log_sink_'))
		return `log_error_services = '${services}': nothing is written`;
	const rules = values['dragnet.log_error_filter_rules'] ?? '';
	return services.includes('log_filter_dragnet') && /drop|throttle/i.test(rules)
		? `log_filter_dragnet leaves out what its rules say: ${rules}`
		: undefined;
};

/** `ALTER INSTANCE DISABLE INNODB REDO_LOG` came with MySQL 8.0.21: from then on a server has to say whether it has one. */
export const mayLackRedoLog = ({observer}: MysqlFacts): boolean => {
	if (!observer.seen || observer.value.product !== 'mysql') return false;
	const {major = 0, minor = 0, patch = 0} = observer.value.release ?? {};
	return major > 8 || (major === 8 && (minor > 0 || patch >= 21));
};
