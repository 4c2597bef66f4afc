import {seen} from '../../engine/check.js';
import {fail, notApplicable, pass, whenSeen} from '../../engine/verdicts.js';
import {
	addressesText,
	at,
	blind,
	example,
	exposureCheck,
	local,
	outer,
	vantage,
	lookUp,
} from '../kit.js';

const expected = 'addresses of a private network, unless the target says otherwise';

export const netPublicResolution = exposureCheck({
	id: 'net-public-resolution',
	title: 'The name leads to private addresses',
	question: 'Does the endpoint lead to addresses of a private network only?',
	why: 'A public address can be tried by everybody; then only a firewall and the login stand before the data. Another network may be told other addresses.',
	severity: 'medium',
	source: lookUp,
	remediation: {
		all: 'Give the database a private endpoint and move clients to it, then remove the public one. Where it has to be public say so with --expect allowlisted or --expect public.',
	},
	judge: ({addresses, expect}) =>
		whenSeen(addresses, expected, all => {
			const text = `${vantage}, it leads to ${addressesText(all)}`;
			const open = all.filter(({kind}) => kind === 'public');
			if (open.length > 0) {
				const split = open.length < all.length ? ' (private and public ones mixed)' : '';
				return expect === 'public' || expect === 'allowlisted'
					? [pass(`${text}${split}, and the target says ${expect}`, expected)]
					: [fail(`${text}${split}`, expected, expect === 'private' ? {severity: 'high'} : {})];
			}
			if (all.every(({kind}) => kind === 'loopback'))
				return [notApplicable(`${text}: the machine itself, perhaps a tunnel`, expected)];
			return [pass(text, expected)];
		}),
	examples: {
		healthy: [example(), example({...at(outer), expect: 'allowlisted'})],
		defective: [
			example(at(outer)),
			example({addresses: seen([{address: '10.0.0.5', kind: 'private'}, outer]), expect: null}),
		],
		blind: [blind],
		notApplicable: [example(at(local))],
	},
});
