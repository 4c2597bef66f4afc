import type {CurrentFinding} from '../../../domain/evaluation.js';
import type {Reason} from '../../../domain/outcome.js';
import type {DatabaseTarget, Identity} from '../../../domain/target.js';
import {reasonWords} from '../../words.js';
import {observedText} from '../findings.js';
import {chip, code, line, newLine, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {counted, grouped, listed} from '../text.js';
import {onTarget} from './rows.js';
import {topicOf} from './topics.js';

const roleWords: Readonly<Record<Identity['role'], string>> = {
	scanner: 'the probe',
	application: 'applications',
	reporting: 'reporting',
	admin: 'administrators',
	backup: 'backups',
};

/** Who is known to log in, what failed on each account, and what could not be seen. */
export const accountsView = (source: Source, database: DatabaseTarget): ViewValue => {
	const findings = source.evaluation.findings.filter(f => f.target === database.id);
	const unseen = findings.length === 0 ? [] : unseenChecks(source, database);
	return {
		hasAny: database.identities.length > 0,
		hasUnseen: unseen.length > 0,
		unseen: unseenText(unseen),
		rows: database.identities.map(identity => ({
			user: code(identity.user),
			database: code(identity.database),
			role: roleWords[identity.role],
			found: foundOn(
				findings.filter(f => isAbout(f, identity)),
				unseen.length > 0,
			),
		})),
	};
};

/** Why a check on accounts has seen none of them. */
type Unseen = Reason | 'not-run';

/** For each check that decides about a control of the chapter on accounts and saw no account at all: why. */
const unseenChecks = (source: Source, database: DatabaseTarget): readonly Unseen[] => {
	const checks = new Map<string, Unseen>();
	const controls = onTarget(source, database.id).filter(
		c => c.state !== 'not-applicable' && topicOf(c) === 'accounts',
	);
	for (const {definition, planned, findings} of controls)
		for (const {check, role} of definition.checks) {
			if (role === 'informs' || planned.includes(check)) continue;
			const its = findings.filter(f => f.check === check);
			const blind = its.find(f => isBlind(f) && f.object === undefined);
			if (its.length === 0) checks.set(check, 'not-run');
			else if (blind !== undefined) checks.set(check, blind.reason ?? 'internal-error');
		}
	return [...checks.values()];
};

const isBlind = ({outcome}: CurrentFinding): boolean =>
	outcome === 'unknown' || outcome === 'error';

/** An account passes only where all that bears on it was seen: a pass over the wire says nothing of its rights. */
const foundOn = (about: readonly CurrentFinding[], isMoreUnseen: boolean): Markup => {
	const failures = about.filter(f => f.outcome === 'fail');
	const passes = new Set(about.filter(f => f.outcome === 'pass').map(f => f.check)).size;
	const blind = about.filter(isBlind);
	if (failures.length > 0)
		return line(
			...failures.flatMap((f, i) => [
				...(i > 0 ? [newLine] : []),
				chip(f.waiver === undefined ? 'fail' : 'accepted'),
				` ${observedText(f)}`,
			]),
			...(blind.length > 0 ? [newLine, chip('unknown'), ` ${titlesOf(blind)}`] : []),
		);
	if (passes === 0 && blind.length === 0) return line(chip('unknown'), ' not observed');
	if (blind.length === 0 && !isMoreUnseen) return line(chip('pass'), ' nothing failed on it');
	const said = [
		...(passes > 0 ? [`${counted(passes, 'check')} passed`] : []),
		...(blind.length > 0 ? [titlesOf(blind)] : []),
		...(isMoreUnseen ? ['what else could not be seen stands below'] : []),
	];
	return line(chip('unknown'), ` ${said.join('; ')}`);
};

const titlesOf = (blind: readonly CurrentFinding[]): string =>
	`not seen: ${listed([...new Set(blind.map(f => `“${f.title}”`))])}`;

/** How many checks saw no account at all, by reason, the commonest first. */
const unseenText = (unseen: readonly Unseen[]): string => {
	const reasons = grouped(unseen, why => why)
		.toSorted(([, a], [, b]) => b.length - a.length)
		.map(([, list], _, {length}) => `${whyText(list[0])}${length > 1 ? ` (${list.length})` : ''}`);
	const one = unseen.length === 1;
	return `${counted(unseen.length, 'check')} on accounts and their rights saw nothing: ${reasons.join('; ')}. Until ${one ? 'it does' : 'they do'}, none of these accounts is known to be in order.`;
};

const whyText = (why: Unseen = 'internal-error'): string =>
	why === 'not-run' ? 'not run yet' : reasonWords[why];

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
