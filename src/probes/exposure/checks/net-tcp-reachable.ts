import {seen, unseen} from '../../engine/check.js';
import {notApplicable} from '../../engine/verdicts.js';
import {
	at,
	blind,
	example,
	exposureCheck,
	judgeReach,
	local,
	outer,
	connects,
	declaration,
} from '../kit.js';

const expected = 'it answers where the target says that it should, and nowhere else';

export const netTcpReachable = exposureCheck({
	id: 'net-tcp-reachable',
	title: 'It answers only where it should',
	question: 'Is the endpoint reachable from this machine only in the way that the target says?',
	why: 'A port that answers at a public address is found within hours. What dbvet sees depends on where it runs: an allowed source is let in by design.',
	severity: 'high',
	source: connects,
	remediation: {
		all: 'Close the port in the firewall, the security group or the provider’s list of sources; then probe again from a machine that should not get in.',
	},
	judge: facts =>
		facts.role === 'pooler'
			? [
					{
						...notApplicable('a pooler: judged by net-pooler-exposure', expected),
						source: declaration,
					},
				]
			: judgeReach(facts, expected),
	examples: {
		healthy: [example(), example({...at(outer), expect: 'public'})],
		defective: [example(at(outer)), example({...at(outer), expect: null})],
		blind: [
			blind,
			example({
				addresses: seen([outer]),
				attempts: [{...outer, answer: unseen('connection-timeout')}],
			}),
		],
		notApplicable: [example(at(local)), example({role: 'pooler'})],
	},
});
