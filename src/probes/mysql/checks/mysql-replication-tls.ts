import {unseen} from '../../engine/check.js';
import {fail, pass} from '../../engine/verdicts.js';
import {blind, example, listed, variables} from '../examples.js';
import {isLocalHost} from '../judge/accounts.js';
import {judgeChannels} from '../judge/channels.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'a replica fetches its changes over TLS and verifies its source';
const channel = {
	channel: '',
	source: '10.0.0.4',
	tls: true,
	verifies: true,
	receiver: 'Yes',
	applier: 'Yes',
	behind: 0,
	filters: {},
};

export const mysqlReplicationTls = defineCheck({
	id: 'mysql-replication-tls',
	title: 'Replication is encrypted and verified',
	question: 'Does this replica fetch its changes over TLS from a source that it verifies?',
	why: 'The stream of a replication holds every changed row, and its login a password.',
	severity: 'high',
	scope: 'node',
	...shownBy('replication', 'variable wsrep_on', 'variable group_replication_group_name'),
	needs: 'REPLICATION CLIENT (MariaDB: SLAVE MONITOR)',
	remediation: {
		all: 'CHANGE REPLICATION SOURCE TO SOURCE_SSL = 1, SOURCE_SSL_CA = …, SOURCE_SSL_VERIFY_SERVER_CERT = 1; (MariaDB: CHANGE MASTER TO MASTER_SSL …).',
	},
	judge: facts =>
		judgeChannels(facts, expected, {
			counts: ({source}) => !isLocalHost(source),
			none: 'this server is no replica of another machine',
			judge: ({tls, verifies}, object) => {
				if (!tls) return fail(`changes come from ${object} in clear`, expected, {object});
				return verifies
					? pass(`changes come from ${object} over verified TLS`, expected, {object})
					: fail(`changes come from ${object} over TLS, but nobody verifies it`, expected, {
							object,
							severity: 'medium',
						});
			},
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({replication: listed({...channel, tls: false})}),
			example({replication: listed({...channel, verifies: false})}),
		],
		blind: [
			blind,
			example({replication: unseen('permission-denied', {detail: 'refused'})}),
			example({replication: listed(), variables: variables({wsrep_on: 'ON'})}),
			example({replication: listed(), variables: variables({group_replication_group_name: 'aa'})}),
		],
		notApplicable: [
			example({replication: listed()}),
			example({replication: listed({...channel, source: '127.0.0.1', tls: false})}),
		],
	},
});
