import {setImmediate} from 'node:timers/promises';
import type {CheckInfo} from '../../domain/check.js';
import type {Finding} from '../../domain/finding.js';
import type {Reason} from '../../domain/outcome.js';
import type {Admission, JudgeContext, Observed} from './check.js';
import type {Deadline} from './deadline.js';
import type {CollectContext, Family} from './family.js';
import {bugPlace, judgeCheck, unknownFinding, type Place} from './findings.js';
import type {TcpListening} from './over-socket.js';
import {plainFacts} from './plain-facts.js';

/** A collector ends by itself soon after its sockets are closed; one that does not is left behind after this time. */
const graceMs = 500;

const sentences: Partial<Record<Reason, string>> = {
	'timed-out': 'The time for this target was over before the check had what it needs',
	cancelled: 'Stopped before the check had what it needs',
};

/** Waits for work, but no longer than a moment after the deadline; undefined when it was left behind. */
const orLeave = <T>(work: Promise<T>, deadline: Deadline): Promise<T | undefined> =>
	new Promise((resolve, reject) => {
		let timer: NodeJS.Timeout | undefined;
		const stop = (): void => {
			timer = setTimeout(() => resolve(undefined), graceMs);
		};
		deadline.signal.addEventListener('abort', stop, {once: true});
		if (deadline.signal.aborted) stop();
		work.then(resolve, reject).finally(() => {
			clearTimeout(timer);
			deadline.signal.removeEventListener('abort', stop);
		});
	});

type Examination = {
	readonly facts: Readonly<Record<string, unknown>>;
	readonly findings: readonly Finding[];
	/** Why the family could not look at all; undefined when it could. */
	readonly blind?: Reason | undefined;
	/** What the server says of where it listens, from a family that asks it. */
	readonly listening?: Observed<TcpListening> | undefined;
};

/**
 * Lets one family look at one endpoint and judges what it saw. A collector that throws gives one `error` finding for
 * each wanted check; one that outlives the deadline gives `unknown` with the reason of the end.
 */
export const examine = (
	family: Family,
	wanted: readonly CheckInfo[],
	context: CollectContext,
	judging: {
		readonly judge: JudgeContext;
		readonly place: Place;
		readonly deadline: Deadline;
		/** Gives what this family saw, and resolves to what all have seen once the last has given its own. */
		readonly exchange: (part: readonly Admission[]) => Promise<readonly Admission[]>;
		/** Called when all of them have looked; resolves when it is this target's turn to be judged. */
		readonly looked: () => Promise<void>;
	},
): Promise<Examination> =>
	family.open(async definition => {
		const {place, deadline, exchange, looked} = judging;
		const all = async (reason: Reason, text: string): Promise<Examination> => {
			await exchange([]);
			await looked();
			return {
				facts: {},
				blind: reason,
				findings: wanted.map(check => unknownFinding(check, reason, text, place)),
			};
		};
		let facts;
		try {
			const looking = definition.collect(context);
			// Whoever waits for the login must not wait for one that failed.
			const end = (): void => context.tellLogin(undefined);
			if (family.logsIn) void looking.then(end, end);
			facts = await orLeave(looking, deadline);
		} catch (error) {
			return all('internal-error', `dbvet failed while it looked: ${bugPlace(error)}`);
		}
		if (facts === undefined) {
			const reason = deadline.reason() ?? 'timed-out';
			return all(reason, sentences[reason] ?? reason);
		}
		const admitted = await exchange(definition.admitted?.(facts) ?? []);
		await looked();
		// A pooler lets its own clients in: that says nothing about the rules of the server behind it.
		const judge = {...judging.judge, admitted: context.endpoint.role === 'pooler' ? [] : admitted};
		const ids = new Set(wanted.map(check => check.id));
		const findings: Finding[] = [];
		for (const check of definition.checks) {
			if (!ids.has(check.id)) continue;
			findings.push(...judgeCheck(check, facts, judge, place));
			// Judging is the only work that keeps the processor busy: the sockets of other targets get their turn.
			await setImmediate();
		}
		const report = definition.report === undefined ? facts : definition.report(facts);
		return {
			facts: {[family.id]: plainFacts(report)},
			findings,
			blind: definition.blind?.(facts),
			listening: definition.listening?.(facts),
		};
	});
