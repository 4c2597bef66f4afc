import {readFileSync} from 'node:fs';
import type {CheckInfo} from '../../src/domain/check.js';
import type {Finding} from '../../src/domain/finding.js';
import type {Target} from '../../src/domain/target.js';
import type {Change} from '../../src/domain/workspace.js';
import {createWorkspace} from '../../src/store/workspace.js';

/**
 * Writes a workspace that is larger than any we know of: `node tui-workspace.mjs FOLDER CHECKS.json TARGETS FINDINGS`. Always the
 * same, so that two measurements are of the same thing.
 */
const [folder = '', checksFile = '', targets = '50', findings = '20000'] = process.argv.slice(2);
const checks = (JSON.parse(readFileSync(checksFile, 'utf8')) as readonly CheckInfo[]).filter(
	c => !c.id.startsWith('mysql') && !c.id.startsWith('redis'),
);
const at = new Date().toISOString();
const meta = {by: 'Bench', at};
const store = await createWorkspace({
	root: folder,
	writer: 'w-00000001',
	settings: {
		organisation: 'Bench Ltd',
		profiles: ['regulated'],
		confidentiality: 'Confidential',
		createdAt: at,
	},
	...meta,
});

const idOf = (n: number): string => `t-${n.toString(16).padStart(10, '0')}`;
const all = Array.from({length: Number(targets)}, (_, n): Target => ({
	id: idOf(n),
	name: `database-${String(n).padStart(2, '0')}`,
	kind: 'database',
	createdAt: at,
	engine: 'postgresql',
	platform: 'self-managed',
	endpoints: [{role: 'primary', host: '127.0.0.1', port: 5432 + n}],
	identities: [],
	verification: {},
}));
await store.append(
	all.map((after): Change => ({kind: 'target', key: after.id, after})),
	meta,
);

const outcomes = ['pass', 'fail', 'pass', 'unknown'] as const;
const each = Math.ceil(Number(findings) / all.length);
for (const target of all) {
	const endpoint = target.kind === 'database' ? `127.0.0.1:${target.endpoints[0]?.port}` : '';
	const report = {
		target: target.id,
		engine: 'postgresql' as const,
		status: 'complete' as const,
		startedAt: at,
		finishedAt: at,
		durationMs: 400,
		connections: 6,
		endpoints: [],
		findings: Array.from({length: each}, (_, n): Finding => {
			const check = checks[n % checks.length];
			const outcome = outcomes[n % outcomes.length] ?? 'pass';
			return {
				check: check?.id ?? '',
				endpoint,
				object: `table application.records_${n}`,
				outcome,
				severity: check?.severity ?? 'low',
				title: check?.title ?? '',
				observed: `the grant of role r${n} on this table was looked at and found as it is`,
				expected: 'no grant to PUBLIC',
				...(outcome === 'unknown' ? {reason: 'permission-denied' as const} : {}),
				source: 'SELECT relacl FROM pg_class',
				remediation: 'REVOKE ALL ON TABLE application.records FROM PUBLIC;',
			};
		}),
	};
	const sha256 = await store.saveRun({schema: 'dbvet/probe-run@1', dbvet: 'bench', report});
	const after = {
		target: target.id,
		sha256,
		startedAt: at,
		finishedAt: at,
		status: 'complete' as const,
		by: 'Bench',
	};
	await store.append([{kind: 'run', key: sha256, after}], meta);
}
await store.flush();
