import {join} from 'node:path';
import {questionsOf} from '../domain/content-parts.js';
import {UserError} from '../domain/errors.js';
import {Overtaken} from '../domain/overtaken.js';
import {answerChange} from './answer-question.js';
import {chooseVersion} from './choose-version.js';
import {previewProfiles, setProfiles} from './change-profiles.js';
import {profileChangeWords} from './profile-words.js';
import {evaluate, record, type Project} from './project.js';
import {probeable} from './probeable.js';
import {findReversal, reverse} from './reversal.js';
import {runProbes} from './run-probes.js';
import {renderDocuments} from './render-documents.js';
import {resolveContradiction} from './resolve-contradiction.js';
import {waiveFailure} from './waive-failure.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {watchRecord} from './watch-record.js';
import type {Snapshot, Workbench} from './workbench.js';

/** Opens a project as a workbench: each change is recorded, then the snapshot is made anew and listeners are told. */
export const createWorkbench = async (project: Project): Promise<Workbench> => {
	const listeners = new Set<() => void>();
	const take = async (state: WorkspaceState, savedAt?: string): Promise<Snapshot> => ({
		state,
		content: project.content,
		checks: project.checks,
		evaluation: await evaluate(project, state),
		...(savedAt === undefined ? {} : {savedAt}),
	});
	let snapshot = await take(await project.store.state());
	const replace = (next: Snapshot): void => {
		snapshot = next;
		for (const listener of listeners) listener();
	};
	const refresh = async (state?: WorkspaceState): Promise<void> => {
		replace(await take(state ?? (await project.store.state()), project.clock().toISOString()));
	};
	/** The record as it is, where nothing was saved here: "saved" keeps its time. */
	const look = async (): Promise<void> => {
		replace(await take(await project.store.state(), snapshot.savedAt));
	};
	/** What somebody else changed there since is shown before anybody is told of it. */
	const save = async <T>(work: Promise<T>): Promise<T> => {
		try {
			return await work;
		} catch (error) {
			if (error instanceof Overtaken) await look();
			throw error;
		}
	};
	return {
		snapshot: () => snapshot,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		watch: onChange => watchRecord(project.store.root, onChange),
		catchUp: async wanted => {
			const before = snapshot;
			const state = await project.store.state();
			if (state === before.state) return true;
			const next = await take(state, before.savedAt);
			// A save of our own that was quicker knows more.
			if (snapshot !== before || !wanted()) return false;
			replace(next);
			return true;
		},
		answer: async input => {
			const question = questionsOf(project.content).find(q => q.id === input.question);
			const target = snapshot.state.targets[input.target];
			if (question === undefined || target === undefined) {
				throw new UserError('This question or target is no longer there.');
			}
			const meta = {by: await project.by(), at: project.clock().toISOString()};
			const change = answerChange(question, target, input.value, input.note, meta);
			const seen = {state: snapshot.state};
			await refresh(await save(record(project, [change], input.note, seen)));
		},
		clearAnswer: async (target, question) => {
			const change = {kind: 'answer', key: `${target}/${question}`, after: null} as const;
			const seen = {state: snapshot.state};
			await refresh(await save(record(project, [change], undefined, seen)));
		},
		resolve: async input => {
			await save(resolveContradiction(project, input, snapshot.state));
			await refresh();
		},
		choose: async ({entries, ...input}) => {
			await save(chooseVersion(project, input, entries));
			await refresh();
		},
		previewProfiles: async profiles => {
			const change = await previewProfiles(project, profiles);
			return profileChangeWords(
				change,
				project.content,
				id => snapshot.state.targets[id]?.name ?? id,
			);
		},
		setProfiles: async profiles => {
			await refresh(await setProfiles(project, profiles));
		},
		waive: async input => {
			await waiveFailure(project, input);
			await refresh();
		},
		probe: async (ids, {signal, onEvent, plaintextTest}) => {
			const targets = ids.flatMap(id => {
				const target = snapshot.state.targets[id];
				return target === undefined ? [] : [probeable(target)];
			});
			try {
				await runProbes(project, snapshot.state, targets, {
					timeoutMs: 15_000,
					concurrency: 8,
					allowUnverified: false,
					plaintextTest,
					record: true,
					signal,
					onEvent,
				});
			} finally {
				// What was recorded before the trouble belongs on the screen; where nothing was, nothing was saved.
				const state = await project.store.state();
				const isNew = Object.values(state.runs).some(
					run => ids.includes(run.target) && snapshot.state.runs[run.sha256] === undefined,
				);
				await (isNew ? refresh(state) : look());
			}
		},
		render: async (documents, formats, {signal}) => {
			const {paths} = await renderDocuments(project, {
				documents,
				formats,
				out: join(project.store.root, 'documents'),
				paper: 'a4',
				signal,
			});
			return paths;
		},
		documents: async () => (await project.documents()).documents,
		history: () => project.store.history(),
		me: () => project.by(),
		findReversal: async (what, entry) => findReversal(await project.store.history(), what, entry),
		reverse: async reversal => {
			await refresh(await save(reverse(project, reversal, snapshot.state)));
		},
	};
};
