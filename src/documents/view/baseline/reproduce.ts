import type {CurrentFinding} from '../../../domain/evaluation.js';
import {outcomeOrder} from '../../words.js';
import {chip, code, line, newLine, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {grouped} from '../text.js';

/** How to see each observation again: the statement or message behind it, the right it needs, and the command. */
export const reproduceView = (source: Source, target: string, name: string): ViewValue => {
	const findings = source.evaluation.findings.filter(f => f.target === target);
	const needs = new Map(source.checks.map(c => [c.id, c.needs]));
	return {
		hasAny: findings.length > 0,
		command: code(`dbvet probe ${name}`),
		one: code(`dbvet probe ${name} --only CHECK`),
		groups: grouped(findings, f => needs.get(f.check) ?? 'not recorded').map(([need, list]) => ({
			needs: need,
			count: new Set(list.map(f => f.check)).size,
			checks: line(...checksOf(list)),
		})),
	};
};

/** Checks by their worst outcome; one that read a setting or a query of its own names it. */
const checksOf = (list: readonly CurrentFinding[]) => {
	const checks = grouped(list, f => f.check).map(([check, same]) => ({
		check,
		source: same.find(f => f.source !== undefined)?.source,
		outcome: outcomeOrder.find(o => same.some(f => f.outcome === o)) ?? 'unknown',
	}));
	return outcomeOrder
		.map(outcome => ({outcome, of: checks.filter(c => c.outcome === outcome)}))
		.filter(({of}) => of.length > 0)
		.flatMap(({outcome, of}, i) => [
			...(i > 0 ? [newLine] : []),
			chip(outcome),
			' ',
			...of.flatMap((c, n) => [
				n > 0 ? ', ' : '',
				code(c.check),
				...(c.source === undefined || sameName(c.check, c.source)
					? []
					: [' (', code(c.source), ')']),
			]),
		]);
};

/** `pg-log-connections` reads `pg_settings log_connections`: the name says it. */
const sameName = (check: string, source: string): boolean =>
	source.startsWith('pg_settings ') &&
	source.slice(12).replaceAll('_', '-') === check.replace(/^pg-/, '');
