import {unseen} from '../../engine/check.js';
import {blind} from '../examples.js';
import {withRules, hardenedRules} from '../examples-hba.js';
import {admissions} from '../judge/hba.js';
import {passOfRules} from '../judge/hba-doubt.js';
import {playRules} from '../judge/hba-play.js';
import {isPublic} from '../judge/hba-verdicts.js';
import {defineCheck, fail, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'rules name the networks that clients come from';
/** Public addresses that one organisation may well own; more than that is somebody else's too. */
const most = {4: 65_536n, 6: 1n << 96n} as const;

export const pgHbaAnyAddress = defineCheck({
	id: 'pg-hba-any-address',
	title: 'Access rules name networks, not the whole world',
	question: 'How many public addresses do the access rules, taken together, let in?',
	why: 'One rule for all addresses and two for half of them each are the same. A firewall in front may be opened by mistake; these rules are the second line.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {all: 'Replace the wide rules by one rule for each network that clients come from.'},
	judge: (facts, context) =>
		whenSeen(playRules(facts), expected, played => {
			const open = admissions(played).filter(isPublic);
			const wide = ([4, 6] as const).filter(family => {
				const pieces = new Map(
					open.flatMap(({range}) =>
						range?.family === family ? [[range.low, range.high - range.low + 1n] as const] : [],
					),
				);
				return [...pieces.values()].reduce((sum, size) => sum + size, 0n) > most[family];
			});
			if (wide.length > 0) {
				const places = [
					...new Set(
						open.flatMap(({rule, range}) =>
							range !== undefined && wide.includes(range.family) ? [rule.place] : [],
						),
					),
				];
				const plain = open.some(({way}) => way === 'plain');
				return [
					fail(
						`${wide.map(family => `IPv${family}`).join(' and ')}: more public addresses than one organisation has, by ${places.join(', ')}`,
						expected,
						plain ? {severity: 'high'} : {},
					),
				];
			}
			return played.unclear
				? [
						unknown(
							unseen('client-cannot-offer', {
								detail: 'some rules name hosts, own networks or patterns',
							}),
							expected,
						),
					]
				: [passOfRules(facts, context, expected, 'no wide range of public addresses is let in')];
		}),
	examples: {
		healthy: [
			withRules(...hardenedRules),
			withRules('hostssl all all 203.0.113.0/255.255.255.0 scram-sha-256'),
			withRules('hostssl all all 2001:db8::/ffff:ffff:ffff:: scram-sha-256'),
		],
		defective: [
			withRules('hostssl all all all scram-sha-256'),
			withRules('hostssl all all 0.0.0.0/0.0.0.0 scram-sha-256'),
			withRules(
				'hostssl all all 0.0.0.0/128.0.0.0 scram-sha-256',
				'hostssl all all 128.0.0.0/128.0.0.0 scram-sha-256',
			),
			withRules('hostssl all all ::/:: cert'),
		],
		blind: [blind, withRules('hostssl all all .example.com scram-sha-256')],
	},
});
