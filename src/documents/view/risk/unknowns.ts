import {reasonWords} from '../../words.js';
import {chip, code, line, newLine, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {counted, grouped, listed, sentence} from '../text.js';
import {splitGrant} from '../../../domain/finding.js';
import {bySeverity} from '../../../domain/severity-order.js';

/** The statement, and below it in words why it should not be given. */
const rightOf = (grant: string): ViewValue => {
	const {statement, caution} = splitGrant(grant);
	return caution === undefined
		? code(statement)
		: line(code(statement), newLine, `${sentence(caution)}.`);
};

const rank = {mandatory: 0, recommended: 1, optional: 2} as const;

/** What is not known, with the grant or the answer that would settle each; mandatory controls first. */
export const unknownsView = (source: Source): ViewValue => {
	const controls = source.applicable
		.filter(c => c.state === 'unknown')
		.toSorted(
			(a, b) =>
				rank[a.requirement] - rank[b.requirement] ||
				bySeverity(a.definition.severity, b.definition.severity),
		);
	const grants = source.evaluation.findings.filter(
		f => (f.outcome === 'unknown' || f.outcome === 'error') && f.grant !== undefined,
	);
	return {
		hasUnwanted: source.unwanted.length > 0,
		unwanted: `${counted(source.unwanted.length, 'optional control')} of which nothing is known ${source.unwanted.length === 1 ? 'is' : 'are'} neither listed nor counted: the profile does not ask for them.`,
		hasAny: controls.length > 0,
		groups: grouped(controls, c => c.requirement).map(([requirement, list]) => ({
			title: `${sentence(requirement)} controls (${list.length})`,
			controls: list.map(c => ({
				title: c.definition.title,
				id: code(c.id),
				severity: chip(c.definition.severity),
				settledBy:
					c.settledBy.length === 0
						? 'Answer the question.'
						: line(
								...c.settledBy.flatMap((s, i) => [
									...(i > 0 ? [newLine] : []),
									s.replace(/^Answer: /, ''),
								]),
							),
			})),
		})),
		hasGrants: grants.length > 0,
		grants: grouped(grants, f => `${f.target}\0${f.grant ?? ''}\0${f.reason ?? ''}`).map(
			([, list]) => ({
				checks: listed(list.map(f => f.title)),
				target: list[0]?.targetName ?? '',
				reason: list[0]?.reason === undefined ? '' : reasonWords[list[0].reason],
				grant: rightOf(list[0]?.grant ?? ''),
			}),
		),
	};
};
