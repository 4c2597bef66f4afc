import fc from 'fast-check';
import {cp} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {UserError} from '../../src/domain/errors.js';
import type {Target} from '../../src/domain/target.js';
import type {Change, WorkspaceState} from '../../src/domain/workspace.js';
import {planRestore, restoreRecord} from '../../src/services/restore-record.js';
import {nodeFiles} from '../../src/store/files.js';
import type {WorkspaceStore} from '../../src/store/index.js';
import {createWorkspace, openStore} from '../../src/store/workspace.js';
import {complaint} from '../helpers/complaint.js';
import {faultyFiles, withoutSync} from '../helpers/faulty-files.js';
import {
	answer,
	instant,
	meta,
	noAnswer,
	settings,
	temporaryFolder,
} from '../helpers/workspace-samples.js';

const writer = 'w-00000001';
const quick = {files: withoutSync(nodeFiles)};

const at = (store: WorkspaceStore, seconds: number) => ({
	store,
	clock: () => new Date(instant(seconds)),
	by: () => Promise.resolve('Rita'),
});

const vendor = (number: number, name: string): Target => ({
	id: `t-000000000${number}`,
	name,
	kind: 'vendor',
	createdAt: instant(0),
});
const target = (number: number, name: string | null): Change => ({
	kind: 'target',
	key: `t-000000000${number}`,
	after: name === null ? null : vendor(number, name),
});

const waiver = (number: number, reason: string | null): Change => {
	const id = `w-000000000${number}`;
	const failures = [{check: 'tls-plaintext-refused', endpoint: 'db:5432'}];
	return {
		kind: 'waiver',
		key: id,
		after:
			reason === null
				? null
				: {
						id,
						target: 't-0123456789',
						failures,
						reason,
						approver: 'Ann',
						until: '2027-01-01',
						by: 'Ada',
						at: instant(0),
					},
	};
};

const change: fc.Arbitrary<Change> = fc.oneof(
	fc
		.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('yes', 'no'))
		.map(([q, v]) => answer(q, v)),
	fc.constantFrom('a', 'b', 'c').map(noAnswer),
	fc.tuple(fc.nat(2), fc.constantFrom('one', 'two', null)).map(([n, name]) => target(n, name)),
	fc.tuple(fc.nat(2), fc.constantFrom('why', 'because', null)).map(([n, why]) => waiver(n, why)),
	fc.constantFrom('X', 'Y').map((organisation): Change => ({
		kind: 'settings',
		key: 'workspace',
		after: {...settings, organisation},
	})),
);

test(
	'a restore brings back every earlier state, a second one changes nothing, and it can be taken back',
	{timeout: 120_000},
	async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(change, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 6}),
				fc.nat(),
				async (steps, pick) => {
					const root = join(await temporaryFolder(), 'w');
					const store = await createWorkspace({root, settings, writer, ...meta(0)}, quick);
					const states: WorkspaceState[] = [await store.state()];
					for (const [i, changes] of steps.entries())
						states.push(await store.append(changes, meta(i + 1)));
					const back = pick % states.length;
					const last = states.length;
					const plan = await planRestore(at(store, last + 1), instant(back).replace('.000Z', 'Z'));
					const head = (await store.history()).at(-1)?.id ?? '';
					if (plan.changes.length > 0) await restoreRecord(at(store, last + 1), plan);
					expect(await store.state()).toEqual(states[back]);
					expect((await planRestore(at(store, last + 2), instant(back))).changes).toEqual([]);
					const forth = await planRestore(at(store, last + 2), head);
					if (forth.changes.length > 0) await restoreRecord(at(store, last + 2), forth);
					expect(await store.state()).toEqual(states.at(-1));
					await store.flush();
				},
			),
			{numRuns: 60},
		);
	},
);

/** A record with three answers, of which the last two came at second 2. */
const sample = async (): Promise<string> => {
	const root = join(await temporaryFolder(), 'sample');
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	await store.append([answer('a', 'yes'), target(1, 'acme')], meta(1));
	await store.append([answer('a', 'no'), answer('b', 'no'), target(1, 'beta')], meta(2));
	await store.flush();
	return root;
};

test.each([
	{code: 'ENOSPC', onwards: true},
	{code: 'EROFS', onwards: true},
	{code: 'EIO', onwards: false},
])(
	'when any one call fails ($code), the record is as before or as it was then, never between',
	{timeout: 120_000},
	async options => {
		const source = await sample();
		const lockTimes = {staleMs: 2000, waitMs: 4000};
		for (let failing = 0; ; failing++) {
			const root = join(await temporaryFolder(), 'copy');
			await cp(source, root, {recursive: true});
			const {files, calls} = faultyFiles(nodeFiles, {...options, failing});
			let restored = false;
			try {
				const store = await openStore({root, writer}, {files, lockTimes});
				const plan = await planRestore(at(store, 9), instant(1));
				await restoreRecord(at(store, 9), plan);
				restored = true;
				await store.flush();
			} catch (error) {
				if (!(error instanceof UserError)) throw error;
				expect(error.next.length).toBeGreaterThan(0);
			}
			const {answers, targets} = await (await openStore({root, writer})).state();
			const found = [Object.values(answers).map(a => a.value), targets['t-0000000001']?.name];
			const [before, then] = [
				[['no', 'no'], 'beta'],
				[['yes'], 'acme'],
			];
			if (restored) expect(found).toEqual(then);
			else expect([before, then]).toContainEqual(found);
			if (failing >= calls.length) return;
		}
	},
);

test('what somebody else changed since it was shown is not written over', async () => {
	const root = await sample();
	const store = await openStore({root, writer});
	const plan = await planRestore(at(store, 9), instant(1));
	const colleague = await openStore({root, writer: 'w-00000002'});
	await colleague.append([answer('a', 'partly')], meta(3, 'Ben'));
	await colleague.flush();
	expect(await complaint(restoreRecord(at(store, 9), plan))).toContain('Somebody answered this');
	expect((await store.state()).answers['t-0123456789/a']?.value).toBe('partly');
});

test('a target that runs speak of is retired with the vendor that it leads to, and the organisation stays', async () => {
	const root = await sample();
	const store = await openStore({root, writer});
	const base = {createdAt: instant(3)};
	const database: Target = {
		...base,
		id: 't-0000000005',
		name: 'prod',
		kind: 'database',
		engine: 'postgresql',
		endpoints: [{role: 'primary', host: 'db', port: 5432}],
		identities: [],
		verification: {},
		vendor: 't-0000000006',
	};
	const sha256 = 'a'.repeat(64);
	await store.append(
		[
			{kind: 'target', key: database.id, after: database},
			target(6, 'vendor'),
			target(7, 'unseen'),
			{
				kind: 'target',
				key: 't-0000000008',
				after: {...base, id: 't-0000000008', name: 'us', kind: 'organisation'},
			},
			{
				kind: 'run',
				key: sha256,
				after: {
					target: database.id,
					sha256,
					startedAt: instant(4),
					finishedAt: instant(4),
					status: 'complete',
					by: 'Ada',
				},
			},
		],
		meta(4),
	);
	await restoreRecord(at(store, 9), await planRestore(at(store, 9), instant(2)));
	const {targets, runs} = await store.state();
	expect(Object.keys(runs)).toEqual([sha256]);
	expect(targets['t-0000000005']?.retiredAt).toBe(instant(9));
	expect(targets['t-0000000006']?.retiredAt).toBe(instant(9));
	expect(targets).not.toHaveProperty('t-0000000007');
	expect(targets['t-0000000008']).not.toHaveProperty('retiredAt');
	expect((await planRestore(at(store, 10), instant(2))).changes).toEqual([]);
	await store.flush();
});

test('a time that is none, to come, or before the record, and an id that nobody has, are refused', async () => {
	const store = await openStore({root: await sample(), writer});
	const refused = async (text: string): Promise<string> =>
		complaint(planRestore(at(store, 9), text));
	expect(await refused('last week')).toContain('--at wants a time');
	expect(await refused('2027-01-01')).toContain('has not come yet');
	expect(await refused('2026-11-22')).toContain('has not ended yet');
	expect(await refused('2026-11-21')).toContain('The record begins at');
	expect(await refused('0123456789abcdef')).toContain('No entry');
	const [first] = await store.history();
	expect((await planRestore(at(store, 9), first?.id ?? '')).changes).toHaveLength(3);
});
