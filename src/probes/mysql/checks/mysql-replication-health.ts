import {unseen} from '../../engine/check.js';
import {fail, pass} from '../../engine/verdicts.js';
import {blind, example, listed, variables} from '../examples.js';
import {judgeChannels} from '../judge/channels.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'replication runs and is not behind';
/** A replica that is further behind is no good to fail over to. Five minutes. */
const mostSeconds = 300;
const channel = {
	channel: '',
	source: '10.0.0.4',
	tls: true,
	verifies: true,
	receiver: 'Yes',
	applier: 'Yes',
	behind: 0,
};

export const mysqlReplicationHealth = defineCheck({
	id: 'mysql-replication-health',
	title: 'Replication runs',
	question: 'Does this replica fetch and apply its changes without delay?',
	why: 'A replica that stopped is found on the day it is needed.',
	severity: 'high',
	scope: 'node',
	...shownBy('replication', 'variable wsrep_on', 'variable group_replication_group_name'),
	needs: 'REPLICATION CLIENT (MariaDB: SLAVE MONITOR)',
	remediation: {
		all: 'See SHOW REPLICA STATUS (MariaDB: SHOW ALL SLAVES STATUS) for the error, mend it and START REPLICA; or build the replica anew from a backup.',
	},
	judge: facts =>
		judgeChannels(facts, expected, {
			counts: () => true,
			none: 'this server is no replica',
			judge: ({receiver, applier, behind}, object) => {
				const shown = `${object}: fetching ${receiver || '?'}, applying ${applier || '?'}, ${behind === null ? 'delay unknown' : `${behind} seconds behind`}`;
				if (receiver !== 'Yes' || applier !== 'Yes') return fail(shown, expected, {object});
				if (behind === null || behind > mostSeconds)
					return fail(shown, expected, {object, severity: 'medium'});
				return pass(shown, expected, {object});
			},
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({replication: listed({...channel, receiver: 'No'})}),
			example({replication: listed({...channel, applier: 'No'})}),
			example({replication: listed({...channel, receiver: 'Connecting'})}),
			example({replication: listed({...channel, behind: 4000})}),
		],
		blind: [
			blind,
			example({replication: unseen('permission-denied', {detail: 'refused'})}),
			example({replication: listed(), variables: variables({wsrep_on: 'ON'})}),
			example({replication: listed(), variables: variables({group_replication_group_name: 'aa'})}),
		],
		notApplicable: [example({replication: listed()})],
	},
});
