import {unseen} from '../../engine/check.js';
import {notApplicable} from '../../engine/verdicts.js';
import {
	at,
	blind,
	example,
	exposureCheck,
	judgeReach,
	outer,
	connects,
	declaration,
} from '../kit.js';

const expected = 'the pooler answers where the target says that it should, and nowhere else';

export const netPoolerExposure = exposureCheck({
	id: 'net-pooler-exposure',
	title: 'The pooler answers only where it should',
	question: 'Is the pooler reachable from this machine only in the way that the target says?',
	why: 'A pooler has a port and often a firewall of its own: the rules of the server do not protect the way through it.',
	severity: 'high',
	source: connects,
	remediation: {all: 'Give the pooler the same rules of the network as the server behind it.'},
	judge: facts =>
		facts.role === 'pooler'
			? judgeReach(facts, expected)
			: [{...notApplicable('this endpoint is no pooler', expected), source: declaration}],
	examples: {
		healthy: [example({role: 'pooler'})],
		defective: [example({...at(outer), role: 'pooler'})],
		blind: [
			{...blind, role: 'pooler'},
			example({role: 'pooler', attempts: [{...outer, answer: unseen('connection-timeout')}]}),
		],
		notApplicable: [example()],
	},
});
