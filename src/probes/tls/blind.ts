import type {Engine} from '../../domain/target.js';
import type {Observed} from '../engine/check.js';
import {weakFamilies, type WeakFamily} from '../wire/suites.js';
import type {TlsFacts} from './facts.js';

/** Facts of an endpoint at which nothing could be seen, all for the same reason; without identities and pin. */
export const blindFacts = (engine: Engine, host: string, why: Observed<never>): TlsFacts => ({
	engine,
	host,
	offered: why,
	identities: [],
	greeting: why,
	mysqlClear: why,
	versions: {ssl3: why, tls10: why, tls11: why, tls12: why, tls13: why},
	weak: Object.fromEntries(weakFamilies.map(family => [family, why])) as Record<
		WeakFamily,
		Observed<never>
	>,
	dh: why,
	fallback: why,
	best: why,
	tls12: why,
	sent: why,
	namesHost: why,
	chain: why,
	openssl: why,
	alternatives: [],
	pin: null,
	strangers: [],
	mtls: null,
	direct: why,
	buffer: why,
	others: why,
	preference: why,
	otherName: why,
	earlyData: why,
	staple: why,
});
