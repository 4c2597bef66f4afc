import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'less than 80 % of the connections are used, and three are kept for administrators';

export const pgConnectionHeadroom = defineCheck({
	id: 'pg-connection-headroom',
	title: 'There are connections left',
	question:
		'Is less than four fifths of the connections in use, with some kept for administrators?',
	why: 'When the last one is taken nobody gets in, and without a reserve not even the administrator who is to help.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('headroom'),
	needs: 'any login role',
	remediation: {
		all: 'Put a connection pooler before the server or end idle sessions; ALTER SYSTEM SET superuser_reserved_connections = 3; and restart.',
	},
	judge: facts =>
		whenSeen(facts.headroom, expected, ({items: [room]}) => {
			if (room === undefined)
				return [
					unknown(
						{seen: false, reason: 'unexpected-reply', detail: 'the server gave no figures'},
						expected,
					),
				];
			const {used, most, reserved} = room;
			const open = Math.max(1, most - reserved);
			const shown = `${used} of ${open} connections are used; ${reserved} more are kept for administrators`;
			if (used / open > 0.8)
				return [fail(shown, expected, used / open > 0.9 ? {} : {severity: 'low'})];
			return reserved < 3 ? [fail(shown, expected, {severity: 'low'})] : [pass(shown, expected)];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({headroom: listed({used: 95, most: 100, reserved: 3})}),
			example({headroom: listed({used: 80, most: 100, reserved: 3})}),
			example({headroom: listed({used: 5, most: 100, reserved: 0})}),
		],
		blind: [blind, example({headroom: cut()})],
	},
});
