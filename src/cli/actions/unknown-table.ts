import type {Finding} from '../../domain/finding.js';
import {splitGrant} from '../../domain/finding.js';
import {wrap, type Output} from '../output.js';

/** More than this number of checks with one reason are counted, not named: the reason is what has to be mended. */
const mostNamed = 4;
/** More checks than this share one cause, such as a login that was refused: what would show each is in --json. */
const mostExplained = 20;
/** Sentences on one reason that are shown without --verbose. */
const mostSaid = 3;

/** What could not be seen, by reason, with the sentences that say why and the rights that would settle it. */
export const printUnknown = (
	output: Output,
	unknown: readonly Finding[],
	width: number,
	verbose: boolean,
): void => {
	if (unknown.length === 0) return;
	output.line();
	output.line(`  ${output.style.sign.unknown} Could not be seen:`);
	for (const findings of groupsOf(unknown)) {
		const [first] = findings;
		if (first === undefined) continue;
		const {reason = 'internal-error', grant} = first;
		for (const line of saidLines(`${findings.length} ${reason}`, findings, verbose))
			output.line(wrap(line.text, width, line.indent, '        '));
		for (const line of namedLines(findings, verbose))
			output.line(output.style.dim(wrap(line, width, '        ', '          ')));
		if (grant === undefined) continue;
		const right = splitGrant(grant);
		const label = right.caution === undefined ? 'To see it' : 'The right for it';
		output.line(wrap(`${label}: ${right.statement}`, width, '        '));
		if (right.caution !== undefined) output.line(wrap(right.caution, width, '        '));
	}
	if (!verbose) output.line(output.style.dim('      --verbose names each check.'));
};

/** Verbose: each check with the message that said why, and what would show it; many of one reason are named only. */
const namedLines = (findings: readonly Finding[], verbose: boolean): readonly string[] => {
	const names = [...new Set(findings.map(f => (verbose ? f.check : f.title)))];
	if (!verbose) return names.length <= mostNamed ? [names.join('; ')] : [];
	if (names.length > mostExplained) return [names.join('; ')];
	return [
		...new Set(
			findings.map(({check, source}) => (source === undefined ? check : `${check}: ${source}`)),
		),
	];
};

type Line = {readonly text: string; readonly indent: string};

/** Beside the reason where all findings say the same, else below it, the commonest first. */
const saidLines = (
	reason: string,
	findings: readonly Finding[],
	verbose: boolean,
): readonly Line[] => {
	const said = countsOf(findings);
	const [only, second] = said;
	if (only !== undefined && second === undefined)
		return [{text: `${reason}: ${only.text}`, indent: '      '}];
	const shown = verbose ? said : said.slice(0, mostSaid);
	const more = said.length - shown.length;
	return [
		{text: `${reason}:`, indent: '      '},
		...shown.map(({text, times}) => ({text: `${times}: ${text}`, indent: '      - '})),
		...(more > 0 ? [{text: `${more} more: see --verbose`, indent: '      - '}] : []),
	];
};

/** The sentences of findings, each once; two that differ in the check that they name as a next step are one. */
export const countsOf = (
	findings: readonly Finding[],
): readonly {readonly text: string; readonly times: number}[] => {
	const counts = new Map<string, number>();
	for (const {observed} of findings) {
		const text = observed
			.replace(/^Could not be seen: /, '')
			.replace(/--only [a-z0-9][a-z0-9-]*/g, '--only CHECK');
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts].map(([text, times]) => ({text, times})).toSorted((a, b) => b.times - a.times);
};

/** Findings that one step would settle, in the order of the worst of each. */
const groupsOf = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
	const groups = new Map<string, Finding[]>();
	for (const finding of findings) {
		const key = `${finding.reason ?? ''}\0${finding.grant ?? ''}`;
		groups.set(key, [...(groups.get(key) ?? []), finding]);
	}
	return [...groups.values()];
};
