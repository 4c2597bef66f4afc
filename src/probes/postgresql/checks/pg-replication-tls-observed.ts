import {blind, cut, example, listed} from '../examples.js';
import {goodReplica} from '../examples-replication.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every replica on another machine receives the WAL encrypted';

export const pgReplicationTlsObserved = defineCheck({
	id: 'pg-replication-tls-observed',
	title: 'Replication is encrypted at this moment',
	question: 'Does every replica that is connected from another machine use encryption?',
	why: 'The WAL holds every row that is written, passwords of roles among them. None without encryption at this moment is no proof that none is let in.',
	severity: 'high',
	scope: 'node',
	source: shownBy('replicas'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Give the replica sslmode=verify-full in primary_conninfo (or its CONNECTION), and let replication in by hostssl rules only. On a managed service: ask the provider about the link named here.',
	},
	judge: facts =>
		whenSeen(facts.replicas, expected, replicas => {
			const far = replicas.items.filter(({loopback, address}) => !loopback && address !== null);
			return judgeListing(replicas, expected, {
				offends: ({user, application, address, loopback, encrypted}) =>
					encrypted || loopback || address === null
						? undefined
						: fail(
								`${application} (${user}) receives the WAL at ${address} without encryption`,
								expected,
								{
									object: `${user}@${address} ${application}`,
								},
							),
				clean:
					far.length === 0
						? `nothing replicates to another machine at this moment${replicas.items.length === 0 ? '' : `; ${replicas.items.length} on this machine`}`
						: `all ${far.length} that replicate to another machine are encrypted`,
			});
		}),
	examples: {
		healthy: [
			example(),
			example({replicas: listed(goodReplica, {...goodReplica, encrypted: false, loopback: true})}),
		],
		defective: [example({replicas: listed({...goodReplica, encrypted: false})})],
		blind: [blind, example({replicas: cut(goodReplica)})],
	},
});
