import type {Answer} from '../../src/domain/answer.js';
import type {Finding} from '../../src/domain/finding.js';
import {sha256} from '../../src/domain/id.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {DatabaseTarget, Target} from '../../src/domain/target.js';
import type {WorkspaceState} from '../../src/domain/workspace.js';

/** Small records for tests, to go with tiny-content.ts. The clock of these tests stands at `tinyNow`. */
export const tinyNow = '2026-11-22T12:00:00.000Z';

const ids = (name: string): string => `t-${sha256(name).slice(0, 10)}`;

export const tinyDatabase = (
	name = 'prod',
	more: Partial<DatabaseTarget> = {},
): DatabaseTarget => ({
	id: ids(name),
	name,
	kind: 'database',
	engine: 'postgresql',
	createdAt: '2026-01-01T00:00:00.000Z',
	endpoints: [{role: 'primary', host: `${name}.example`, port: 5432}],
	identities: [],
	verification: {},
	...more,
});

export const tinyOrganisation = (name = 'acme'): Target => ({
	id: ids(name),
	name,
	kind: 'organisation',
	createdAt: '2026-01-01T00:00:00.000Z',
});

export const tinyVendor = (name = 'hoster'): Target => ({
	id: ids(name),
	name,
	kind: 'vendor',
	createdAt: '2026-01-01T00:00:00.000Z',
});

export const tinyAnswer = (
	target: Target,
	question: string,
	value: Answer['value'],
	more: Partial<Answer> = {},
): Answer => ({
	target: target.id,
	question,
	value,
	by: 'Ada',
	at: '2026-11-01T09:00:00.000Z',
	...(value === 'not-applicable' ? {note: 'There is none.'} : {}),
	...more,
});

export const tinyFinding = (finding: Partial<Finding> & Pick<Finding, 'check'>): Finding => ({
	endpoint: 'prod.example:5432',
	outcome: 'pass',
	severity: 'high',
	title: finding.check,
	observed: `${finding.check} was looked at`,
	expected: 'as it should be',
	remediation: 'Mend it.',
	...(finding.outcome === 'unknown' ? {reason: 'permission-denied' as const} : {}),
	...finding,
});

export type TinyRun = {
	readonly schema: 'dbvet/probe-run@1';
	readonly dbvet: string;
	readonly report: TargetReport;
	readonly sha256: string;
};

export const tinyRun = (
	target: Target,
	findings: readonly Finding[],
	at = '2026-11-20T10:00:00.000Z',
	more: Partial<TargetReport> = {},
): TinyRun => {
	const report: TargetReport = {
		target: target.id,
		engine: 'postgresql',
		status: 'complete',
		startedAt: at,
		finishedAt: at,
		durationMs: 10,
		connections: 1,
		endpoints: [],
		findings,
		...more,
	};
	return {
		schema: 'dbvet/probe-run@1',
		dbvet: '0.0.0',
		report,
		sha256: sha256(JSON.stringify(report)),
	};
};

/** What a workspace holds, as lists; the schema's tables are made of them. */
export type TinyLists = {
	readonly targets: readonly Target[];
	readonly profiles?: readonly string[];
	readonly answers?: readonly Answer[];
	readonly evidence?: readonly WorkspaceState['evidence'][string][];
	readonly waivers?: readonly WorkspaceState['waivers'][string][];
	readonly resolutions?: readonly WorkspaceState['resolutions'][string][];
	readonly decisions?: readonly WorkspaceState['decisions'][string][];
	readonly contents?: WorkspaceState['contents'];
};

const table = <T>(values: readonly T[] | undefined, key: (value: T) => string) =>
	Object.fromEntries((values ?? []).map(value => [key(value), value]));

export const tinyState = (lists: TinyLists): WorkspaceState => ({
	settings: {
		organisation: 'Example Ltd',
		profiles: lists.profiles ?? ['startup'],
		confidentiality: 'Confidential',
		createdAt: '2026-01-01T00:00:00.000Z',
	},
	targets: table(lists.targets, t => t.id),
	answers: table(lists.answers, a => `${a.target}/${a.question}`),
	evidence: table(lists.evidence, e => e.id),
	waivers: table(lists.waivers, w => w.id),
	resolutions: table(lists.resolutions, r => `${r.target}/${r.control}`),
	decisions: table(lists.decisions, d => `${d.target}/${d.risk}`),
	...(lists.contents === undefined ? {} : {contents: lists.contents}),
	runs: {},
	marks: {},
});
