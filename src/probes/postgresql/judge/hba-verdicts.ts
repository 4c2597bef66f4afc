import {unseen, type Observed, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import {inner, loopback, within} from './addresses.js';
import {admissions, simulate, type Decision, type Simulation} from './hba.js';
import {asBoolean, settingOf} from './settings.js';
import {fail, pass, unknown, whenSeen} from './verdicts.js';

/** pg_hba.conf played through for the login roles and databases of the server; unseen with the reason of what lacks. */
export const playRules = (facts: PostgresFacts): Observed<Simulation> => {
	const {rules, roles, databases, memberships} = facts;
	if (!rules.seen) return rules;
	if (!roles.seen) return roles;
	if (!databases.seen) return databases;
	if (!memberships.seen) return memberships;
	const tls = settingOf(facts, 'ssl');
	if (tls?.seen === false) return tls;
	const complete = [rules, roles, databases, memberships].every(fact => fact.value.complete);
	if (!complete)
		return unseen('limit-exceeded', {
			detail: 'there are more rules, roles or databases than dbvet reads',
		});
	if (rules.value.items.some(rule => rule.error))
		return unseen('file-invalid', {
			detail:
				'pg_hba.conf has a line that the server cannot read, so that the rules in force are older ones',
		});
	const played = simulate({
		rules: rules.value.items,
		users: roles.value.items.filter(role => role.canLogin).map(role => role.name),
		databases: databases.value.items.filter(d => d.allowsConnections).map(d => d.name),
		memberships: memberships.value.items,
		tls: tls !== undefined && asBoolean(tls.value.value) === true,
	});
	return played === undefined
		? unseen('limit-exceeded', {detail: 'pg_hba.conf is too large to be played through'})
		: {seen: true, value: played};
};

/** True for clients on other machines. */
export const isRemote = ({range}: Decision): boolean =>
	range !== undefined && !within(range.family, range.low, loopback);

/** True for clients from the Internet. */
export const isPublic = ({range}: Decision): boolean =>
	range !== undefined && !within(range.family, range.low, inner);

const ways = {
	socket: 'over the Unix socket',
	plain: 'without TLS',
	tls: 'over TLS',
	gss: 'with GSS encryption',
} as const;
/**
 * True where somebody is let in without a proof. `trust` with clientcert=verify-full is none: the client certificate must
 * name the role, which is what the method cert does (PostgreSQL manual, Certificate Authentication).
 */
export const trusts = ({rule}: Decision): boolean =>
	rule.method === 'trust' && rule.clientCertificate !== 'verify-full';

/** What is wrong with a rule that trusts, in words. */
export const faultOfTrust = ({rule}: Decision): string =>
	rule.clientCertificate === null
		? 'lets in without a proof'
		: 'lets in whoever has any certificate of the CA, as any role';

const worth = {critical: 4, high: 3, medium: 2, low: 1, info: 0} as const;

/** What a rule faults a decision with. */
type Fault = {readonly severity: NonNullable<Verdict['severity']>; readonly text: string};

const describe = ({rule, way, user, database}: Decision, text: string): string =>
	`${rule.place} (${rule.type ?? ''} … ${rule.method ?? ''}): ${text}, for example ${user} to ${database} ${ways[way]}`;

/**
 * Judges what the rules let in: one failure for each rule that is at fault for somebody, with the worst case; else a
 * pass, or unknown when some case cannot be told from the outside.
 */
export const judgeAdmissions = (
	facts: PostgresFacts,
	expected: string,
	{
		judge,
		clean,
	}: {readonly judge: (decision: Decision) => Fault | undefined; readonly clean: string},
): readonly Verdict[] =>
	whenSeen(playRules(facts), expected, played => {
		const worst = new Map<string, {readonly decision: Decision; readonly fault: Fault}>();
		for (const decision of admissions(played)) {
			const fault = judge(decision);
			const known = worst.get(decision.rule.place);
			if (
				fault !== undefined &&
				(known === undefined || worth[known.fault.severity] < worth[fault.severity])
			)
				worst.set(decision.rule.place, {decision, fault});
		}
		if (worst.size > 0)
			return [...worst].map(([object, {decision, fault}]) =>
				fail(describe(decision, fault.text), expected, {object, severity: fault.severity}),
			);
		return played.unclear
			? [
					unknown(
						unseen('client-cannot-offer', {
							detail:
								'some rules name hosts, own networks or patterns, which cannot be told from outside',
						}),
						expected,
					),
				]
			: // The view shows the file, not what was loaded from it, and no monitoring role may see when it was written.
				[
					pass(
						`${clean} (as the file is now; it is in force since the last reload only)`,
						expected,
					),
				];
	});
