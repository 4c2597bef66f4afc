import {expect, test} from 'vitest';
import {fakeTargets, ids, probeFindings} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../../../test/helpers/render-screen.js';
import type {Finding} from '../../../domain/finding.js';
import {UserError} from '../../../domain/errors.js';
import type {ProbeEvent} from '../../../domain/ports.js';
import type {TargetReport} from '../../../domain/run.js';
import type {Target} from '../../../domain/target.js';
import type {Severity} from '../../../domain/severity.js';

const failure = (severity: Severity, n: number): Finding => ({
	...probeFindings[0]!,
	severity,
	title: `Number ${n}`,
	object: 'role x\u001b[31m',
});
// In the order of the checks: the critical ones come last, as they do on a real server.
const failures = [
	...Array.from({length: 19}, (_, n) => failure('low', n)),
	failure('high', 19),
	failure('critical', 20),
	failure('critical', 21),
];
const report = (more: Partial<TargetReport>): TargetReport => ({
	target: ids.prod,
	engine: 'postgresql',
	status: 'complete',
	startedAt: '2026-11-22T12:00:00.000Z',
	// The record of the fake holds a run that ended then.
	finishedAt: '2026-11-22T11:58:00.000Z',
	durationMs: 380,
	connections: 1,
	endpoints: [],
	findings: failures,
	...more,
});

const after = async (
	events: readonly ProbeEvent[],
	size: {columns: number; rows: number},
	look: (screen: RenderedScreen) => void,
): Promise<void> => {
	const workbench = fakeWorkbench();
	const screen = renderScreen(
		{
			...workbench,
			probe: (_, {onEvent}) => {
				for (const event of events) onEvent(event);
				return Promise.resolve();
			},
		},
		size,
	);
	try {
		screen.press('p', 'enter');
		await expect.poll(screen.frame).toContain('Done in');
		look(screen);
	} finally {
		await screen.close();
	}
};

const target = ids.prod;
const found: readonly ProbeEvent[] = [
	{kind: 'started', target},
	...failures.map(finding => ({kind: 'finding', target, finding}) as const),
	{kind: 'finished', target, report: report({})},
];

test.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
])('the worst failures stand first, and the rest is counted: %j', async size => {
	await after(found, size, ({lines}) => {
		const all = lines();
		const heading = all.findIndex(l => l.includes('22 failures of'));
		expect(all[heading]).toContain('worst first');
		expect(all[heading + 1]).toMatch(/critical +Number 20: role x/);
		expect(all[heading + 2]).toMatch(/critical +Number 21/);
		expect(all[heading + 3]).toMatch(/high +Number 19/);
		expect(all.join('\n')).not.toContain('\u001b');
		const shown = all.filter(l => /(critical|high|low) +Number/.test(l)).length;
		const rest = all.find(l => l.includes('f shows them all'));
		expect(shown).toBeGreaterThan(4);
		if (shown < 22) expect(rest).toContain(`and ${22 - shown} more`);
		else expect(rest).toBeUndefined();
		expect(all.some(l => l.includes('Done in 0.0 s'))).toBe(true);
	});
});

test.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
])(
	'the refusal test is announced before it starts, with the key that leaves it out: %j',
	async size => {
		const [prod, reporting] = fakeTargets;
		const identity = {role: 'application', user: 'app', database: 'shop'} as const;
		const targets = [{...prod, identities: [identity]} as Target, reporting!];
		const screen = renderScreen(fakeWorkbench({targets}), size);
		const said = (): string => screen.frame().replace(/\s+/g, ' ');
		try {
			screen.press('p', 'a', 'a');
			await expect.poll(said).toContain('names are sent in clear');
			expect(said()).toContain('may log failed logins: t leaves this test out.');
			expect(said()).toContain('t test');
			screen.press('t');
			await expect.poll(said).toContain('is left out: t takes it in again.');
			// Without a login to try there is nothing to announce.
			screen.press('g', 'space');
			await expect.poll(said).not.toContain('is left out');
		} finally {
			await screen.close();
		}
	},
);

test('why a server was not reached, or nobody was let in, is said with the next step', async () => {
	const unreachable = report({
		status: 'unreachable',
		reason: 'connection-refused',
		findings: failures.map(f => ({...f, outcome: 'unknown', reason: 'connection-refused'})),
	});
	await after(
		[{kind: 'finished', target, report: unreachable}],
		{columns: 80, rows: 24},
		screen => {
			const text = screen.frame().replace(/\s+/g, ' ');
			expect(text).toContain('refused the connection. Is the server running');
		},
	);
	const partial = report({
		status: 'partial',
		reason: 'authentication-failed',
		findings: [
			{
				...failures[0]!,
				outcome: 'unknown',
				reason: 'authentication-failed',
				observed: 'the server refused the password of dbvet for database shop',
				source: 'SQLSTATE 28P01',
			},
		],
	});
	await after([{kind: 'finished', target, report: partial}], {columns: 120, rows: 40}, screen => {
		expect(screen.frame().replace(/\s+/g, ' ')).toContain('refused the password of dbvet');
	});
});

test('a failure that is accepted says so among the failures of a probe', async () => {
	const workbench = fakeWorkbench();
	const accepted = probeFindings.find(f => f.check === 'logging.connections')!;
	const open = probeFindings.find(f => f.outcome === 'fail' && f !== accepted)!;
	await workbench.waive({
		target: ids.prod,
		check: accepted.check,
		reason: 'A proxy logs them.',
		approver: 'Ines',
		until: '2027-03-31',
	});
	const screen = renderScreen(
		{
			...workbench,
			probe: (_, {onEvent}) => {
				for (const finding of [open, accepted]) onEvent({kind: 'finding', target, finding});
				onEvent({kind: 'finished', target, report: report({findings: [open, accepted]})});
				return Promise.resolve();
			},
		},
		{columns: 120, rows: 40},
	);
	try {
		screen.press('p', 'enter');
		await expect.poll(screen.frame).toContain('Done in');
		const lineOf = (text: string): string | undefined =>
			screen.lines().find(l => l.startsWith(' ✖') && l.includes(text));
		expect(lineOf(accepted.title)).toContain('accepted · ');
		expect(lineOf(open.title)).not.toContain('accepted');
	} finally {
		await screen.close();
	}
});

test('failures of a run that could not be recorded are not promised elsewhere', async () => {
	const full = new UserError('Could not write runs/x.json: the disk is full.', ['Make room.']);
	const unrecorded = report({finishedAt: '2026-11-22T12:00:00.000Z'});
	const screen = renderScreen(
		{
			...fakeWorkbench(),
			probe: (_, {onEvent}) => {
				for (const event of found.slice(0, -1)) onEvent(event);
				onEvent({kind: 'finished', target, report: unrecorded});
				return Promise.reject(full);
			},
		},
		{columns: 80, rows: 24},
	);
	try {
		screen.press('p', 'enter');
		await expect.poll(screen.frame).toContain('the disk is full');
		const text = screen.frame();
		expect(text).toMatch(/22 failures of .*, worst first; not recorded/);
		expect(text).toMatch(/and \d+ more, which only a recorded run would show/);
		expect(text).not.toContain('f shows them all');
		expect(text).not.toMatch(/ saved \d/);
	} finally {
		await screen.close();
	}
});
