import {unseen} from '../../engine/check.js';
import {blind, cut, example} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import type {HbaRule} from '../facts/objects.js';
import {passOfRules} from '../judge/hba-doubt.js';
import {nameRule} from '../judge/hba-lines.js';
import {inputsOf} from '../judge/hba-play.js';
import {simulate} from '../judge/hba.js';
import {defineCheck, fail, unknown, whenSeen} from '../judge/verdicts.js';

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
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {all: 'Move the rule before the one that decides in its place, or delete it.'},
	judge: (facts, context) =>
		whenSeen(inputsOf(facts), expected, inputs => {
			const played = inputs.rules.length > mostLines ? undefined : simulate(inputs);
			if (played === undefined || played.unclear)
				return [
					unknown(
						played === undefined
							? unseen('limit-exceeded', {detail: 'pg_hba.conf is too large to be played through'})
							: unseen('client-cannot-offer', {
									detail: 'some rules name hosts, own networks or patterns',
								}),
						expected,
					),
				];
			const first = new Set(played.decisions.map(({rule}) => rule.order));
			const dead = inputs.rules.filter(
				line =>
					!first.has(line.order) &&
					(simulate({...inputs, rules: [line]})?.decisions.length ?? 0) > 0,
			);
			return dead.length > 0
				? dead.map(line =>
						fail(
							`${nameRule(line)} never decides: rules before it take all that it matches`,
							expected,
							{
								object: line.place,
								...(protects(line) ? {} : {severity: 'info' as const}),
							},
						),
					)
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
		healthy: [withRules(...hardenedRules)],
		defective: [
			withRules('host all all all scram-sha-256', 'hostnossl all all all reject'),
			withRules('host all all 10.0.0.0/255.0.0.0 md5', 'hostssl all all 10.1.0.0/255.255.0.0 cert'),
			withRules('host all all all reject', 'host all all 10.0.0.0/255.0.0.0 md5'),
		],
		blind: [
			blind,
			example({rules: cut()}),
			withRules('host all all .example.com md5', 'hostnossl all all all reject'),
		],
	},
});
