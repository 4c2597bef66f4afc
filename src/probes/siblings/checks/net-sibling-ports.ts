import {seen, unseen} from '../../engine/check.js';
import {fail, pass, unknown} from '../../engine/verdicts.js';
import {blind, elsewhere, example, isClosed, siblingCheck, silent} from '../kit.js';

const expected = 'nothing but what the target declares answers on the machine of the database';

export const netSiblingPorts = siblingCheck({
	id: 'net-sibling-ports',
	title: 'Nothing else answers on the machine',
	question: 'Do the other usual ports of the machine stay closed to this one?',
	why: 'Each service beside the database is another way to its files and passwords.',
	severity: 'medium',
	source: 'TCP connections to at most fifteen other ports of the same machine',
	remediation: {
		all: 'Close in the firewall or the security group what need not be reached from here, or stop it. What belongs to the target can be declared (--pooler, --replica).',
	},
	judge: ({ports, address, kind}) => {
		if (ports === null) return [elsewhere(expected)];
		if (!ports.seen) return [unknown(ports, expected)];
		const open = ports.value.filter(one => one.open.seen);
		const doubtful = ports.value.filter(one => !one.open.seen && !isClosed(one.open));
		const found = open.map(({port}) =>
			fail(`Seen from this machine, ${address}:${port} answers (${kind} address)`, expected, {
				object: `port ${port}`,
				...(kind === 'public' ? {} : {severity: 'info' as const}),
			}),
		);
		const [first] = doubtful;
		if (first?.open.seen === false)
			return [
				...found,
				unknown(
					unseen(first.open.reason, {
						detail: `seen from this machine, ${doubtful.map(({port}) => port).join(', ')} did not answer, which does not mean that nobody else gets an answer`,
					}),
					expected,
				),
			];
		return found.length > 0
			? found
			: [
					pass(
						`Seen from this machine, ${address} refuses all ${ports.value.length} of them`,
						expected,
					),
				];
	},
	examples: {
		healthy: [example()],
		defective: [example({ports: seen([{port: 22, open: seen(true)}])})],
		blind: [blind, example({ports: seen([{port: 22, open: silent}])})],
		notApplicable: [example({ports: null})],
	},
});
