import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import type {HbaRule} from '../facts/objects.js';
import {passOfRules} from '../judge/hba-doubt.js';
import {nameRule} from '../judge/hba-lines.js';
import {inputsOf} from '../judge/hba-play.js';
import {reachOf, type Reached} from '../judge/hba-reach.js';
import {defineCheck, fail, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every rule that protects decides for somebody';
/** More lines are not played one by one. */
const mostLines = 500;
const protects = ({type, method}: HbaRule): boolean =>
	method === 'reject' || type === 'hostssl' || type === 'hostgssenc';

export const pgHbaUnreachableRule = defineCheck({
	id: 'pg-hba-unreachable-rule',
	title: 'No access rule stands behind one that takes its place',
	question: 'Does every access rule that would match somebody come first for at least one of them?',
	why: 'The first rule that matches decides. A reject or hostssl line behind a wider rule does nothing, and people rely on it.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {all: 'Move the rule before the one that decides in its place, or delete it.'},
	judge: (facts, context) =>
		whenSeen(inputsOf(facts), expected, inputs => {
			const reached = inputs.rules.length > mostLines ? undefined : reachOf(inputs);
			if (reached === undefined)
				return [
					unknown(
						unseen('limit-exceeded', {detail: 'pg_hba.conf is too large to be played through'}),
						expected,
					),
				];
			const {rulesFile} = facts;
			// With a name that looks like a keyword nobody can tell who is taken before.
			if (rulesFile.seen && rulesFile.value.quotedKeywords === true)
				return [passOfRules(facts, context, expected, '')];
			const linesThat = (word: Reached): readonly HbaRule[] =>
				inputs.rules.filter(({order}) => reached.get(order) === word);
			const dead = linesThat('never').map(line =>
				fail(
					`${nameRule(line)} never decides: rules before it take all that it matches`,
					expected,
					{
						object: line.place,
						...(protects(line) ? {} : {severity: 'info' as const}),
					},
				),
			);
			const open = linesThat('maybe');
			if (open.length > 0)
				return [
					...dead,
					unknown(
						unseen('client-cannot-offer', {
							detail: `whether ${open
								.slice(0, 5)
								.map(({place}) => place)
								.join(
									', ',
								)} ever decides hangs on host names, own networks or patterns, which cannot be told from outside`,
						}),
						expected,
					),
				];
			return dead.length > 0
				? dead
				: [
						passOfRules(
							facts,
							context,
							expected,
							'each rule decides for somebody, or matches nobody',
						),
					];
		}),
	examples: {
		healthy: [
			withRules(...hardenedRules),
			// Somebody is left outside the own networks.
			withRules('hostssl all postgres samenet cert', 'host all all all reject'),
		],
		defective: [
			withRules('host all all all scram-sha-256', 'hostnossl all all all reject'),
			withRules('host all all 10.0.0.0/255.0.0.0 md5', 'hostssl all all 10.1.0.0/255.255.0.0 cert'),
			withRules('host all all all reject', 'host all all 10.0.0.0/255.0.0.0 md5'),
			// Whatever the own networks and the names are: everybody was taken before.
			withRules('host all all all scram-sha-256', 'hostssl all all samenet cert'),
			withRules('host all all all scram-sha-256', 'hostssl all /^app all cert'),
			withRules('host all all samenet scram-sha-256', 'hostssl all all samehost cert'),
			withRules('host all all .example.com md5', 'host all all .example.com reject'),
		],
		blind: [
			blind,
			example({rules: cut()}),
			{
				...withRules('host all all all scram-sha-256', 'hostnossl all all all reject'),
				rulesFile: seen({changedSinceLoad: false, quotedKeywords: true}),
			},
			withRules('host all /^app all md5', 'hostnossl all all all reject'),
			withRules('host all all samehost md5', 'hostssl all all samenet cert'),
		],
	},
});
