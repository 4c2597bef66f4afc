import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compileTiny} from '../helpers/compile-tiny.js';
import {tinyDatabase, tinyState} from '../helpers/tiny-record.js';
import {settings, temporaryFolder} from '../helpers/workspace-samples.js';
import {questionsOf} from '../../src/domain/content-parts.js';
import {sha256} from '../../src/domain/id.js';
import type {Change, WorkspaceState} from '../../src/domain/workspace.js';
import {createWorkbench} from '../../src/services/create-workbench.js';
import {record, type Project} from '../../src/services/project.js';
import {findReversal, reverse} from '../../src/services/reversal.js';
import {createWorkspace} from '../../src/store/workspace.js';

const content = await compileTiny();
const prod = tinyDatabase();
const questions = questionsOf(content).map(q => q.id);
const [question = ''] = questions;
const unused = (): never => {
	throw new Error('not used here');
};

/** A project on a real store in a new folder; `people` make the changes in turn, a second apart. */
const open = async (people: readonly string[] = ['Ada']): Promise<Project> => {
	const root = await temporaryFolder();
	let seconds = 0;
	let turn = 0;
	const clock = (): Date => new Date(Date.parse('2026-11-22T12:00:00.000Z') + 1_000 * ++seconds);
	const meta = {by: 'Ada', at: '2026-11-22T11:00:00.000Z'};
	const {profiles} = tinyState({targets: [prod]}).settings;
	const store = await createWorkspace({
		root,
		writer: 'w-00000001',
		settings: {...settings, profiles},
		...meta,
	});
	await store.append([{kind: 'target', key: prod.id, after: prod}], meta);
	return {
		store,
		content,
		wholeContent: () => Promise.resolve(content),
		checks: [],
		clock,
		fixedClock: false,
		by: () => Promise.resolve(people[turn++ % people.length] ?? ''),
		newTargetId: unused,
		probes: unused,
		documents: unused,
		screen: unused,
		secret: () => Promise.resolve(undefined),
		askSecret: unused,
		version: 'test',
		offline: true,
		runCache: new Map(),
	};
};

const decided = ({contents: _, ...state}: WorkspaceState): unknown => state;
const stateOf = async (project: Project): Promise<unknown> => decided(await project.store.state());

const step = async (project: Project, what: 'undo' | 'redo', entry?: string): Promise<boolean> => {
	const found = findReversal(await project.store.history(), what, entry);
	if (found === undefined) return false;
	await reverse(project, found, await project.store.state());
	return true;
};

const made = {by: 'Ada', at: '2026-11-22T12:00:00.000Z'};
const target = prod.id;
const word = fc.constantFrom('one', 'two', 'three');
const day = '2027-01-01';
const failures = [{check: 'tls-required', endpoint: 'prod.example:5432'}];

/** Any change that a person can decide; the keys are few, so that changes meet each other. */
const change: fc.Arbitrary<Change> = fc.oneof(
	fc
		.record({id: fc.constantFrom(...questions.slice(0, 3)), value: word, gone: fc.boolean()})
		.map(({id, value, gone}): Change => ({
			kind: 'answer',
			key: `${target}/${id}`,
			after: gone ? null : {target, question: id, value, note: `why ${value}`, ...made},
		})),
	fc
		.record({n: fc.constantFrom('w-0000000001', 'w-0000000002'), reason: word})
		.map(({n: id, reason}): Change => ({
			kind: 'waiver',
			key: id,
			after: {id, target, failures, reason, approver: 'Grace', until: day, ...made},
		})),
	word.map((reason): Change => ({
		kind: 'resolution',
		key: `${target}/tls-required`,
		after: {
			target,
			control: 'tls-required',
			reason,
			until: day,
			answers: sha256(reason),
			failures,
			...made,
		},
	})),
	fc.boolean().map((later): Change => ({
		kind: 'mark',
		key: `${target}/${question}`,
		after: {target, question, later},
	})),
	word.map((organisation): Change => ({
		kind: 'settings',
		key: 'workspace',
		after: {...settings, organisation},
	})),
);

test('undoing all changes brings the record before them back, and doing them again the one after', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 5}), async changes => {
			const project = await open();
			const states = [await stateOf(project)];
			for (const one of changes) {
				await record(project, [one]);
				states.push(await stateOf(project));
			}
			// A change that says what stands there already is none; each other one is one step.
			const steps = [...states.keys()].slice(1);
			const undone: unknown[] = [];
			while (await step(project, 'undo')) undone.push(await stateOf(project));
			expect(undone.at(-1) ?? states[0]).toEqual(states[0]);
			for (const state of undone) expect(states).toContainEqual(state);
			expect(undone.length).toBeLessThanOrEqual(steps.length);
			let redone = 0;
			while (await step(project, 'redo')) redone += 1;
			expect(redone).toBe(undone.length);
			expect(await stateOf(project)).toEqual(states.at(-1));
		}),
		{numRuns: 25},
	);
}, 120_000);

test('the history only grows, and tells what was undone', async () => {
	const project = await open();
	const key = `${target}/${question}`;
	const answer = (value: string): Change => ({
		kind: 'answer',
		key,
		after: {target, question, value, ...made},
	});
	await record(project, [answer('yes')]);
	await record(project, [answer('no')]);
	const before = await project.store.history();
	expect(await step(project, 'undo')).toBe(true);
	const after = await project.store.history();
	expect(after.slice(0, before.length)).toEqual(before);
	expect(after.at(-1)).toMatchObject({
		kind: 'answer',
		after: {value: 'yes'},
		why: `undo of ${before.at(-1)?.id.slice(0, 16) ?? ''}`,
	});
	// A new change ends what could be done again.
	await record(project, [answer('partly')]);
	expect(await step(project, 'redo')).toBe(false);
	expect(await step(project, 'undo')).toBe(true);
	expect((await project.store.state()).answers[key]?.value).toBe('yes');
});

test('a resolution that an answer opened again is settled again with the answer', async () => {
	const project = await open();
	const bearing = questionsOf(content).find(q => q.control !== undefined);
	const control = bearing?.control ?? '';
	const id = bearing?.id ?? '';
	const answer = (value: string): Change => ({
		kind: 'answer',
		key: `${target}/${id}`,
		after: {target, question: id, value, ...made},
	});
	const key = `${target}/${control}`;
	await record(project, [answer('yes')]);
	await record(project, [
		{
			kind: 'resolution',
			key,
			after: {
				target,
				control,
				reason: 'out of scope',
				until: day,
				answers: sha256('x'),
				failures,
				...made,
			},
		},
	]);
	const settled = await stateOf(project);
	await record(project, [answer('no')]);
	expect((await project.store.state()).resolutions[key]?.overtaken).toBeDefined();
	const opened = await stateOf(project);
	await step(project, 'undo');
	expect(await stateOf(project)).toEqual(settled);
	await step(project, 'redo');
	expect(await stateOf(project)).toEqual(opened);
});

test('a change from the middle is undone by itself, unless something of it was changed again', async () => {
	const project = await open(['Ada', 'Bob']);
	const [first = '', second = ''] = questions;
	const answer = (id: string, value: string): Change => ({
		kind: 'answer',
		key: `${target}/${id}`,
		after: {target, question: id, value, ...made},
	});
	for (const [id, value] of [
		[first, 'one'],
		[second, 'two'],
		[first, 'three'],
	] as const)
		await record(project, [answer(id, value)]);
	const entries = (await project.store.history()).filter(e => e.kind === 'answer');
	await expect(step(project, 'undo', entries[0]?.id)).rejects.toThrow(/changed again since/);
	expect(await step(project, 'undo', entries[1]?.id)).toBe(true);
	const {answers} = await project.store.state();
	expect(Object.values(answers).map(a => a.value)).toEqual(['three']);
	await expect(step(project, 'undo', entries[1]?.id)).rejects.toThrow(/undone already/);
	const run = (await project.store.history()).find(e => e.kind === 'target');
	await expect(step(project, 'undo', run?.id)).rejects.toThrow(/cannot be undone here/);
});

test('what somebody else changed meanwhile is not undone over', async () => {
	const project = await open();
	const workbench = await createWorkbench(project);
	await workbench.answer({target, question, value: 'yes'});
	const found = await workbench.findReversal('undo');
	if (found === undefined) throw new Error('nothing to undo');
	await record(project, [
		{
			kind: 'answer',
			key: `${target}/${question}`,
			after: {target, question, value: 'no', by: 'Bob', at: made.at},
		},
	]);
	await expect(workbench.reverse(found)).rejects.toThrow(/changed again since/);
	expect((await project.store.state()).answers[`${target}/${question}`]?.value).toBe('no');
});

test('the beginning of a record is not undone', async () => {
	const project = await open();
	expect(await step(project, 'undo')).toBe(false);
	expect(await step(project, 'redo')).toBe(false);
});
