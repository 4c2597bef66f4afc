import type {ProbeRequest} from '../../src/domain/ports.js';
import type {DatabaseTarget} from '../../src/domain/target.js';

/** A database target on loopback, without identities and without a CA unless told. */
export const databaseTarget = (
	port: number,
	more: Partial<DatabaseTarget> = {},
): DatabaseTarget => ({
	id: 't-0123456789',
	name: 'test-db',
	createdAt: '2026-01-01T00:00:00.000Z',
	kind: 'database',
	engine: 'postgresql',
	endpoints: [{role: 'primary', host: 'localhost', port}],
	identities: [],
	verification: {},
	...more,
});

/** A request that looks at everything and has no secrets, within 10 seconds unless told. */
export const probeRequest = (
	target: DatabaseTarget,
	more: Partial<ProbeRequest> = {},
): ProbeRequest => ({
	target,
	secret: () => Promise.resolve(undefined),
	timeoutMs: 10_000,
	allowUnverified: false,
	plaintextTest: true,
	offline: false,
	thresholds: {},
	signal: new AbortController().signal,
	...more,
});
