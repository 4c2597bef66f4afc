import type {Admission, Observed} from '../engine/check.js';
import type {StartupReply} from '../wire/postgres.js';
import type {TlsFacts} from './facts.js';

/** Every user whom the server let in or asked for a proof, in clear and inside TLS; refusals are left out. */
export const admittedBy = ({identities}: Pick<TlsFacts, 'identities'>): readonly Admission[] =>
	identities.flatMap(({user, database, clear, secured}) => {
		const one = (way: Admission['way'], reply: Observed<StartupReply>): readonly Admission[] =>
			reply.seen && reply.value.kind === 'authentication'
				? [{user, database, way, withoutProof: reply.value.code === 0}]
				: [];
		return [...one('plain', clear), ...one('tls', secured)];
	});
