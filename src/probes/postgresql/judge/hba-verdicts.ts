import {unseen, type JudgeContext, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {Role} from '../facts/roles.js';
import {inner, loopback, within} from './addresses.js';
import {admissions, type Decision} from './hba.js';
import {passOfRules} from './hba-doubt.js';
import {playRules} from './hba-play.js';
import {fail, notApplicable, unknown, whenSeen} from './verdicts.js';

/** True for clients on other machines. */
export const isRemote = ({rule, range}: Decision): boolean =>
	range !== undefined && rule.address !== 'samehost' && !within(range.family, range.low, loopback);

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
export type Fault = {readonly severity: NonNullable<Verdict['severity']>; readonly text: string};

const describe = ({rule, way, user, database}: Decision, text: string): string =>
	`${rule.place} (${rule.type ?? ''} … ${rule.method ?? ''}): ${text}, for example ${user} to ${database} ${ways[way]}`;

/**
 * Judges what the rules let in: one failure for each rule that is at fault for somebody, with the worst case; else a
 * pass, or unknown when some case cannot be told from the outside, the file was not loaded, or the wire tells otherwise.
 * @param likely judges rules that decide for addresses which only the server knows; without it they are at fault for nobody
 */
export const judgeAdmissions = (
	facts: PostgresFacts,
	context: JudgeContext,
	expected: string,
	{
		judge,
		likely = () => undefined,
		which,
		concerns,
		clean,
	}: {
		readonly judge: (decision: Decision) => Fault | undefined;
		readonly likely?: (decision: Decision) => Fault | undefined;
		/** The login roles that matter; all of them unless given. */
		readonly which?: (role: Role) => boolean;
		/** What the check speaks of, and what to say where the rules let in nothing of that kind. */
		readonly concerns?: {
			readonly is: (decision: Decision) => boolean;
			readonly none: string;
		};
		readonly clean: string;
	},
): readonly Verdict[] =>
	whenSeen(playRules(facts, which), expected, played => {
		const worst = new Map<string, {readonly decision: Decision; readonly fault: Fault}>();
		const faults = [
			...admissions(played).map(decision => ({decision, fault: judge(decision)})),
			...played.likely.map(decision => ({decision, fault: likely(decision)})),
		];
		for (const {decision, fault} of faults) {
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
			: [passOfRules(facts, context, expected, clean)].map(verdict =>
					verdict.outcome === 'pass' &&
					concerns !== undefined &&
					!admissions(played).some(concerns.is) &&
					!played.likely.some(concerns.is)
						? notApplicable(concerns.none, expected)
						: verdict,
				);
	});
