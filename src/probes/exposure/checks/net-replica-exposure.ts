import {seen, unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, whenBothSeen} from '../../engine/verdicts.js';
import {addressesText, at, example, exposureCheck, outer, vantage, declaration} from '../kit.js';

const expected = 'a replica is no more public than its primary';
const primary = seen([{address: '10.0.0.4', kind: 'private'} as const]);

export const netReplicaExposure = exposureCheck({
	id: 'net-replica-exposure',
	title: 'The replica is no more public than the primary',
	question:
		'Do the addresses of the replica lie in the same kind of network as those of the primary?',
	why: 'A replica holds the same data, and its network is set up apart from the primary’s. What is private there may be public here.',
	severity: 'high',
	source: 'getaddrinfo of the names of the replica and of the primary, from this machine',
	remediation: {
		all: 'Give the replica the same private network and the same rules as the primary.',
	},
	judge: facts => {
		if (facts.primary === null)
			return [{...notApplicable('this endpoint is no replica', expected), source: declaration}];
		return whenBothSeen(facts.addresses, facts.primary, expected, (own, others) => {
			const isOpen = (list: typeof own): boolean => list.some(({kind}) => kind === 'public');
			const text = `${vantage}, the replica leads to ${addressesText(own)}, the primary to ${addressesText(others)}`;
			return [isOpen(own) && !isOpen(others) ? fail(text, expected) : pass(text, expected)];
		});
	},
	examples: {
		healthy: [example({role: 'replica', primary})],
		defective: [example({...at(outer), role: 'replica', primary})],
		blind: [example({role: 'replica', primary: unseen('name-not-resolved')})],
		notApplicable: [example()],
	},
});
