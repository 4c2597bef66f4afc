import type {CurrentFinding} from '../../../domain/evaluation.js';
import {sourceText} from '../findings.js';
import {chip, code, line, type ViewValue} from '../markup.js';
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
		checks: grouped(findings, f => f.check).map(([check, list]) => ({
			check: code(check),
			title: list[0]?.title ?? check,
			source: line(...sourcesOf(list)),
			needs: needs.get(check) ?? 'not recorded',
			outcomes: line(...outcomesOf(list)),
		})),
	};
};

const sourcesOf = (list: readonly CurrentFinding[]) => {
	const different = [...new Map(list.map(f => [f.source ?? '', f])).values()];
	return different.flatMap((f, i) => [i > 0 ? ' ' : '', sourceText(f)]);
};

const outcomesOf = (list: readonly CurrentFinding[]) =>
	grouped(list, f => f.outcome).flatMap(([, same], i) => {
		const outcome = same[0]?.outcome;
		if (outcome === undefined) return [];
		return [i > 0 ? ' ' : '', chip(outcome), ...(same.length > 1 ? [` ×${same.length}`] : [])];
	});
