import type {CurrentFinding} from '../../../domain/evaluation.js';
import {splitSource} from '../../../domain/finding.js';
import {outcomeOrder} from '../../words.js';
import {chip, code, line, newLine, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {grouped} from '../text.js';

/** How to see each observation again: the right it needs, the command, and the statement or message behind it. */
export const reproduceView = (source: Source, target: string, name: string): ViewValue => {
	const findings = source.evaluation.findings.filter(f => f.target === target);
	const needs = new Map(source.checks.map(c => [c.id, c.needs]));
	const sources = sourcesOf(findings);
	return {
		hasAny: findings.length > 0,
		command: code(`dbvet probe ${name}`),
		one: code(`dbvet probe ${name} --only CHECK`),
		groups: grouped(findings, f => needs.get(f.check) ?? 'not recorded').map(([need, list]) => ({
			needs: need,
			count: new Set(list.map(f => f.check)).size,
			checks: line(...checksOf(list)),
		})),
		hasSources: sources.length > 0,
		sources,
	};
};

/** Checks by their worst outcome. */
const checksOf = (list: readonly CurrentFinding[]) => {
	const checks = grouped(list, f => f.check).map(([check, same]) => ({
		check,
		outcome: outcomeOrder.find(o => same.some(f => f.outcome === o)) ?? 'unknown',
	}));
	return outcomeOrder
		.map(outcome => ({outcome, of: checks.filter(c => c.outcome === outcome)}))
		.filter(({of}) => of.length > 0)
		.flatMap(({outcome, of}, i) => [
			...(i > 0 ? [newLine] : []),
			chip(outcome),
			' ',
			...idsOf(of.map(c => c.check)),
		]);
};

const idsOf = (checks: readonly string[]) =>
	checks.flatMap((check, i) => [i > 0 ? ', ' : '', code(check)]);

/** A statement that asks for rows by a name, such as that of a setting. */
const byName = /^(.+ WHERE \w+) (?:= |IN \()('[^']+'(?:, '[^']+')*)\)?$/;

/** Each statement or message once, with the checks that it shows; those that ask for one name each become one for all. */
const sourcesOf = (findings: readonly CurrentFinding[]): readonly ViewValue[] => {
	const shown = findings.flatMap(({check, outcome, source}) =>
		source === undefined || outcome === 'not-applicable'
			? []
			: splitSource(source)
					.query.split('; ')
					.map(statement => ({check, statement})),
	);
	return grouped(shown, ({statement}) => byName.exec(statement)?.[1] ?? statement).map(
		([, alike]) => ({
			statement: code(joined([...new Set(alike.map(({statement}) => statement))])),
			checks: line(...idsOf([...new Set(alike.map(({check}) => check))].toSorted())),
		}),
	);
};

const joined = (statements: readonly string[]): string => {
	const [first = '', second] = statements;
	if (second === undefined) return first;
	const names = statements.flatMap(one => byName.exec(one)?.[2]?.split(', ') ?? []);
	return `${byName.exec(first)?.[1] ?? first} IN (${[...new Set(names)].toSorted().join(', ')})`;
};
