import {setTimeout as delay} from 'node:timers/promises';
import type {Answer} from '../../src/domain/answer.js';
import {UserError} from '../../src/domain/errors.js';
import type {Entry} from '../../src/domain/history.js';
import type {Finding} from '../../src/domain/finding.js';
import {sha256} from '../../src/domain/id.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {WorkspaceState} from '../../src/domain/workspace.js';
import {reversalReason} from '../../src/services/change-groups.js';
import {findReversal} from '../../src/services/reversal.js';
import type {Snapshot, Workbench} from '../../src/services/workbench.js';
import {fakeChecks} from './fake-checks.js';
import {fakeContent} from './fake-content.js';
import {fakeEvaluation} from './fake-evaluation.js';
import {entriesBetween, reversed} from './fake-history.js';
import type {FakeOptions} from './fake-options.js';
import {
	createdAt,
	fakeDocuments,
	fakeTargets,
	ids,
	probeFindings,
	recorded,
} from './fake-record.js';

export type FakeWorkbench = Workbench & {
	/** Another program changes the record on disk. */
	readonly elsewhere: (answer: Pick<Answer, 'target' | 'question' | 'value'>) => void;
	/** What was asked of it, in order. */
	readonly calls: readonly string[];
};

/** Behaves as the real workbench does, on data in memory: saves take time and can fail, probes report over time. */
export const fakeWorkbench = (options: FakeOptions = {}): FakeWorkbench => {
	const clock = options.clock ?? (() => new Date('2026-11-22T12:00:00.000Z'));
	const now = (): string => clock().toISOString();
	const content = fakeContent(options.questions);
	const calls: string[] = [];
	const listeners = new Set<() => void>();
	let findings = options.findings ?? recorded(ids.prod, '2026-11-22T11:58:00.000Z');
	let savedAt: string | undefined;
	const targets = options.targets ?? fakeTargets;
	const run = (target: string, at: string) => ({
		target,
		sha256: sha256(target),
		startedAt: at,
		finishedAt: at,
		status: 'complete' as const,
		by: 'Test Author',
	});
	let state: WorkspaceState = {
		settings: {
			organisation: 'Example Health',
			profiles: ['regulated'],
			confidentiality: 'Confidential',
			createdAt,
		},
		targets: Object.fromEntries(targets.map(t => [t.id, t])),
		answers: options.answers ?? {},
		evidence: {},
		waivers: {},
		resolutions: {},
		decisions: {},
		runs: Object.fromEntries(
			[...new Set(findings.map(f => f.target))].map(t => [t, run(t, '2026-11-22T11:58:00.000Z')]),
		),
		marks: {},
	};
	const take = (): Snapshot => ({
		state,
		content,
		checks: fakeChecks,
		evaluation: fakeEvaluation(content, state, findings, now()),
		...(savedAt === undefined ? {} : {savedAt}),
	});
	let snapshot = take();
	let history: readonly Entry[] = [];
	const watchers = new Set<() => void>();
	const changed = (): void => {
		snapshot = take();
		for (const listener of listeners) listener();
	};
	const save = async (
		what: string,
		change: (s: WorkspaceState) => WorkspaceState,
		why?: string,
	): Promise<void> => {
		calls.push(what);
		if (options.saveMs !== undefined) await delay(options.saveMs);
		await options.beforeSave?.(what);
		const before = state;
		state = change(state);
		const made = {...meta(), ...(why === undefined ? {} : {why})};
		history = [...history, ...entriesBetween(before, state, made, history.at(-1)?.id)];
		savedAt = now();
		changed();
	};
	const meta = () => ({by: 'Test Author', at: now()});

	const probeOne: (
		target: string,
		tell: Parameters<Workbench['probe']>[1],
	) => Promise<void> = async (target, {signal, onEvent}) => {
		const startedAt = now();
		onEvent({kind: 'started', target});
		const done: Finding[] = [];
		for (const f of probeFindings) {
			if (signal.aborted) return;
			onEvent({kind: 'step', target, text: `looking at ${f.title.toLowerCase()}`});
			await delay(options.stepMs ?? 1);
			done.push(f);
			onEvent({kind: 'finding', target, finding: f});
		}
		const report: TargetReport = {
			target,
			engine: 'postgresql',
			status: 'complete',
			startedAt,
			finishedAt: now(),
			durationMs: 400,
			connections: 6,
			endpoints: [],
			findings: done,
		};
		onEvent({kind: 'finished', target, report});
		findings = [...findings.filter(f => f.target !== target), ...recorded(target, now())];
		state = {...state, runs: {...state.runs, [target]: run(target, now())}};
		changed();
	};

	return {
		calls,
		elsewhere: answer => {
			const key = `${answer.target}/${answer.question}`;
			const before = state;
			const made = {by: 'Bob', at: now()};
			state = {...state, answers: {...state.answers, [key]: {...answer, ...made}}};
			history = [...history, ...entriesBetween(before, state, made, history.at(-1)?.id)];
			for (const watcher of watchers) watcher();
		},
		watch: onChange => {
			watchers.add(onChange);
			return () => watchers.delete(onChange);
		},
		catchUp: async wanted => {
			if (options.saveMs !== undefined) await delay(options.saveMs);
			if (!wanted()) return false;
			changed();
			return true;
		},
		snapshot: () => snapshot,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		answer: ({target, question, value, note}) =>
			save(`answer ${question} ${value}${note === undefined ? '' : ` (${note})`}`, s => ({
				...s,
				answers: {
					...s.answers,
					[`${target}/${question}`]: {
						target,
						question,
						value,
						...(note === undefined ? {} : {note}),
						...meta(),
					},
				},
			})),
		clearAnswer: (target, question) =>
			save(`clear ${question}`, s => ({
				...s,
				answers: Object.fromEntries(
					Object.entries(s.answers).filter(([key]) => key !== `${target}/${question}`),
				),
			})),
		choose: ({conflict, take, reason}) =>
			save(`choose ${conflict} ${take}${reason === undefined ? '' : ` ${reason}`}`, s => s),
		resolve: ({contradiction, decision, reason, until}) =>
			save(
				`resolve ${contradiction} ${decision}${reason === undefined ? '' : ` ${reason} ${until}`}`,
				s => {
					const found = snapshot.evaluation.contradictions.find(c => c.id === contradiction)!;
					if (decision === 'take-observation') {
						const changedAnswers = found.answers.map((a): [string, Answer] => [
							`${a.target}/${a.question}`,
							{
								target: a.target,
								question: a.question,
								value: a.question === 'plaintext-refused' ? 'none' : 'no',
								...meta(),
							},
						]);
						return {...s, answers: {...s.answers, ...Object.fromEntries(changedAnswers)}};
					}
					return {
						...s,
						resolutions: {
							...s.resolutions,
							[`${found.target}/${found.control}`]: {
								target: found.target,
								control: found.control,
								reason: reason ?? '',
								until: until ?? '',
								answers: sha256('answers'),
								failures: [{check: 'tls.plaintext-refused', endpoint: '127.0.0.1:5432'}],
								...meta(),
							},
						},
					};
				},
			),
		previewProfiles: profiles =>
			Promise.resolve([
				{
					title: '1 control becomes mandatory',
					lines: [`for ${profiles.join(', ')} (was optional)`],
				},
			]),
		setProfiles: profiles =>
			save(`profiles ${profiles.join(',')}`, s => ({
				...s,
				settings: {...s.settings, profiles: [...profiles]},
			})),
		waive: ({target, check, object, reason, approver, until}) =>
			save(`waive ${check} ${approver} ${until}`, s => {
				if (approver === 'Test Author') {
					throw new UserError(
						'The approver of this profile must be another person than the author.',
						['Name who else agreed.'],
					);
				}
				const id = `w-${sha256(`${target}${check}`).slice(0, 10)}`;
				const failures = [
					{check, endpoint: '127.0.0.1:5432', ...(object === undefined ? {} : {object})},
				];
				return {
					...s,
					waivers: {...s.waivers, [id]: {id, target, failures, reason, approver, until, ...meta()}},
				};
			}),
		probe: async (wanted, tell) => {
			calls.push(`probe ${wanted.join(' ')}`);
			for (const target of wanted) {
				if (tell.signal.aborted) return;
				await probeOne(target, tell);
			}
		},
		render: async (documents, formats, {signal}) => {
			calls.push(`render ${documents.join(' ')} as ${formats.join(' ')}`);
			if (options.renderMs !== undefined) await delay(options.renderMs, undefined, {signal});
			await options.beforeSave?.('render');
			return documents.flatMap(d => formats.map(f => `documents/${d}.${f}`));
		},
		documents: () => Promise.resolve(fakeDocuments),
		history: () => Promise.resolve(history),
		me: () => Promise.resolve('Test Author'),
		findReversal: async (what, entry) => {
			if (options.saveMs !== undefined) await delay(options.saveMs);
			return findReversal(history, what, entry);
		},
		reverse: reversal =>
			save(
				reversal.what,
				s => reversed(s, reversal),
				reversalReason(reversal.what, reversal.group.id),
			),
	};
};
