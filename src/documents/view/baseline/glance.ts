import type {ControlEvaluation, CurrentFinding} from '../../../domain/evaluation.js';
import type {DatabaseTarget, Identity} from '../../../domain/target.js';
import {stateMarkup} from '../appendix.js';
import {observedText} from '../findings.js';
import {knownWords} from '../known.js';
import {chip, code, line, newLine, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {observedOf, onTarget} from './rows.js';

const roleWords: Readonly<Record<Identity['role'], string>> = {
	scanner: 'the probe',
	application: 'applications',
	reporting: 'reporting',
	admin: 'administrators',
	backup: 'backups',
};

/** Who is known to log in, and what failed on each account. */
export const accountsView = (source: Source, database: DatabaseTarget): ViewValue => {
	const findings = source.evaluation.findings.filter(f => f.target === database.id);
	return {
		hasAny: database.identities.length > 0,
		rows: database.identities.map(identity => {
			const about = findings.filter(f => isAbout(f, identity));
			const failures = about.filter(f => f.outcome === 'fail');
			return {
				user: code(identity.user),
				database: code(identity.database),
				role: roleWords[identity.role],
				found:
					failures.length > 0
						? line(
								...failures.flatMap((f, i) => [
									...(i > 0 ? [newLine] : []),
									chip(f.waiver === undefined ? 'fail' : 'accepted'),
									` ${observedText(f)}`,
								]),
							)
						: about.some(f => f.outcome === 'pass')
							? line(chip('pass'), ' nothing failed on it')
							: line(chip('unknown'), ' not observed'),
			};
		}),
	};
};

/**
 * Checks whose objects are named by one word and are no accounts: a database often has the name of its user, and is not
 * what that user is blamed for.
 */
const ofOtherThings: ReadonlySet<string> = new Set([
	...['pg-database-public-privs', 'pg-template-db-connect', 'pg-xid-wraparound'],
	...['pg-public-schema-create', 'pg-schema-create-public-other', 'mysql-sample-schemas'],
	...['pg-extension-allowlist', 'pg-extension-in-public', 'pg-extension-outdated'],
	...['pg-fdw-sslmode', 'pg-publication-all', 'pg-subscription-conninfo'],
	...['pg-replication-slots-inactive', 'pg-untrusted-language', 'pg-cron-jobs'],
	...['pg-secrets-in-cron', 'pg-event-triggers', 'pg-login-event-trigger', 'pg-index-health'],
	...['pg-pending-restart', 'pg-large-object-public', 'mysql-plugins-risky'],
	...['mysql-suspicious-udf', 'mysql-audit-exclusions', 'redis-dangerous-commands'],
]);

/** An object names an account by itself, or as the user of a connection. */
const isAbout = ({check, object}: CurrentFinding, {user, database}: Identity): boolean =>
	object === `user ${user}, database ${database}` ||
	(!ofOtherThings.has(check) && (object === user || (object?.startsWith(`${user} `) ?? false)));

/** Controls that decide whether a stranger gets in, by their rows of the requirements ledger. */
const exposureRows: readonly string[] = ['B17', 'B18', 'B13', 'B15'];

/** Exposure in a few lines: who can reach the database, and what protects the way. */
export const exposureView = (source: Source, database: DatabaseTarget): ViewValue => {
	const controls = onTarget(source, database.id).filter(
		c =>
			c.state !== 'not-applicable' &&
			c.requirement !== 'optional' &&
			c.definition.requirements.some(r => exposureRows.includes(r)),
	);
	return {hasAny: controls.length > 0, rows: controls.slice(0, 7).map(rowOf)};
};

const rowOf = (c: ControlEvaluation): Readonly<Record<string, Markup | string>> => ({
	title: c.definition.title,
	state: stateMarkup(c),
	known: knownWords(c),
	observed: observedOf(c, 1),
});
