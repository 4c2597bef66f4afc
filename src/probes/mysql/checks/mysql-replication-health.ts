import {unseen} from '../../engine/check.js';
import {fail, pass, unknown} from '../../engine/verdicts.js';
import {blind, example, listed, variables} from '../examples.js';
import {judgeChannels} from '../judge/channels.js';
import {leftOut} from '../judge/replication-filters.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'replication runs, is not behind and takes over everything';
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
	filters: {},
};

const filtersHidden = unseen('unexpected-reply', {
	detail: 'the server does not show what this replica leaves out',
});

export const mysqlReplicationHealth = defineCheck({
	id: 'mysql-replication-health',
	title: 'Replication runs',
	question: 'Does this replica fetch and apply all changes without delay?',
	why: 'A replica that stopped, or that leaves databases out, is found on the day it is needed.',
	severity: 'high',
	scope: 'node',
	...shownBy('replication', 'variable wsrep_on', 'variable group_replication_group_name'),
	needs: 'REPLICATION CLIENT (MariaDB: SLAVE MONITOR)',
	remediation: {
		all: 'See SHOW REPLICA STATUS (MariaDB: SHOW ALL SLAVES STATUS) for the error, mend it and START REPLICA; or build the replica anew from a backup. Take replicate_do_db, replicate_ignore_db and their like away (or CHANGE REPLICATION FILTER) and build it anew, unless the replica is not meant to take over.',
	},
	judge: facts =>
		judgeChannels(facts, expected, {
			counts: () => true,
			none: 'this server is no replica',
			judge: ({receiver, applier, behind, filters}, object) => {
				const shown = `${object}: fetching ${receiver || '?'}, applying ${applier || '?'}, ${behind === null ? 'delay unknown' : `${behind} seconds behind`}`;
				if (receiver !== 'Yes' || applier !== 'Yes') return fail(shown, expected, {object});
				if (behind === null || behind > mostSeconds)
					return fail(shown, expected, {object, severity: 'medium'});
				if (filters === null) return unknown(filtersHidden, expected, {object});
				const left = leftOut(filters);
				return left === ''
					? pass(shown, expected, {object})
					: fail(`${shown}, but it is no whole copy: ${left}`, expected, {
							object,
							severity: 'medium',
						});
			},
		}),
	examples: {
		healthy: [
			example(),
			example({
				replication: listed({
					...channel,
					filters: {Replicate_Ignore_Table: 'mysql.plugin,mysql.rds_monitor,innodb_memcache.a'},
				}),
			}),
		],
		defective: [
			example({replication: listed({...channel, receiver: 'No'})}),
			example({replication: listed({...channel, applier: 'No'})}),
			example({replication: listed({...channel, receiver: 'Connecting'})}),
			example({replication: listed({...channel, behind: 4000})}),
			example({replication: listed({...channel, filters: {Replicate_Do_DB: 'shop'}})}),
			example({
				replication: listed({...channel, filters: {Replicate_Wild_Ignore_Table: 'crm.%,sys.%'}}),
			}),
		],
		blind: [
			blind,
			example({replication: listed({...channel, filters: null})}),
			example({replication: unseen('permission-denied', {detail: 'refused'})}),
			example({replication: listed(), variables: variables({wsrep_on: 'ON'})}),
			example({replication: listed(), variables: variables({group_replication_group_name: 'aa'})}),
		],
		notApplicable: [example({replication: listed()})],
	},
});
