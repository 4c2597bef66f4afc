import {seen} from '../../engine/check.js';
import {blind, example} from '../examples.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the clocks of server and scanner differ by 5 seconds at most';
const mostMs = 5_000;

export const pgTimezoneClockSkew = defineCheck({
	id: 'pg-timezone-clock-skew',
	title: 'The server’s clock is right',
	question: 'Does the server’s clock agree with the scanner’s?',
	why: 'Log lines of different machines can only be put in order when their clocks agree; certificates and tokens depend on the time too.',
	severity: 'low',
	scope: 'node',
	source: shownBy('clock'),
	needs: 'any login role',
	remediation: {all: 'Let chrony or systemd-timesyncd keep the time on the machine that is wrong.'},
	judge: facts =>
		whenSeen(facts.clock, expected, ({skewMs, uncertaintyMs}) => {
			const text = `${(skewMs / 1000).toFixed(1)} s apart (measured to ${(uncertaintyMs / 1000).toFixed(1)} s)`;
			const distance = Math.abs(skewMs);
			if (distance - uncertaintyMs > mostMs)
				return [fail(text, expected, distance > 60_000 ? {severity: 'medium'} : {})];
			return distance + uncertaintyMs <= mostMs
				? [pass(text, expected)]
				: [
						unknown(
							{
								seen: false,
								reason: 'timed-out',
								detail: `${text}: the answer took too long to tell`,
							},
							expected,
						),
					];
		}),
	examples: {
		healthy: [example()],
		defective: [example({clock: seen({skewMs: -90_000, uncertaintyMs: 50})})],
		blind: [blind, example({clock: seen({skewMs: 4_900, uncertaintyMs: 800})})],
	},
});
