import type {Duty, DutyOwner, Responsibilities} from '../../domain/responsibilities.js';
import {plainText, wholeText} from '../../domain/text.js';
import {chosenVendors, vendorDuties} from '../../services/compare-vendors.js';
import {evaluate, type Project} from '../../services/project.js';
import {leftOutJson} from '../left-out.js';
import {processOutput, wrap, type Output} from '../output.js';
import type {Globals} from '../globals.js';

/** Prints who does what towards each vendor, or the same as JSON. */
export const printResponsibilities = async (
	project: Project,
	names: readonly string[],
	globals: Globals,
): Promise<void> => {
	const state = await project.store.state();
	const vendors = chosenVendors(state, names);
	const evaluation = await evaluate(project, state);
	const found = vendorDuties(project.content, evaluation, vendors);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({
			schema: 'dbvet/responsibilities@1',
			at: evaluation.at,
			vendors: found,
			...leftOutJson(project.content),
		});
		return;
	}
	found.forEach((vendor, at) => {
		if (at > 0) output.line();
		printVendor(output, vendor);
	});
};

const owners: Readonly<Record<DutyOwner, string>> = {
	vendor: 'the vendor',
	us: 'you',
	both: 'both',
	nobody: 'nobody',
};

const titleWidth = 28;

const plain = (text: string): string => text;

const ownerWord = ({owner}: Duty): string => (owner === undefined ? 'not known' : owners[owner]);

const printVendor = (output: Output, vendor: Responsibilities): void => {
	const {style} = output;
	const width = Math.min(output.columns, 110);
	output.line(style.bold(plainText(vendor.name)));
	if (vendor.duties.length === 0) {
		output.line('  Nothing is asked about who does what.');
		return;
	}
	const indent = ' '.repeat(2 + titleWidth + 12);
	for (const duty of vendor.duties) {
		const who = ownerWord(duty).padEnd(10);
		const paint =
			duty.owner === 'nobody' ? style.bad : duty.owner === undefined ? style.warn : plain;
		const lines = remarksOf(output, duty, vendor).flatMap(remark =>
			wrap(remark.text, width, indent, `${indent}  `)
				.split('\n')
				.map(line => remark.paint(line.slice(indent.length))),
		);
		const title = plainText(duty.title).padEnd(titleWidth);
		output.line(`  ${title}${paint(who)}  ${lines[0] ?? ''}`.trimEnd());
		for (const line of lines.slice(1)) output.line(indent + line);
	}
	const gaps = vendor.duties.filter(d => d.owner === undefined || d.owner === 'nobody');
	if (gaps.length > 0) {
		output.line();
		output.line(
			wrap(
				`Without an owner: ${gaps.map(d => d.title.toLowerCase()).join(', ')}. Each side will believe that the other does it.`,
				width,
				'  ',
			),
		);
	}
};

type Remark = {readonly text: string; readonly paint: (text: string) => string};

/** What has to be met on our side, whether it is, and the note beside the answer. */
const remarksOf = (
	{style}: Output,
	{owner, controls, note}: Duty,
	{databases}: Responsibilities,
): readonly Remark[] => {
	const notes = note === undefined ? [] : [{text: wholeText(note), paint: plain}];
	if (owner !== 'us' && owner !== 'both') return notes;
	if (databases === 0)
		return [{text: 'no database here names this vendor', paint: style.dim}, ...notes];
	const remarks = controls.map(({id, state, assurance, agedFrom}): Remark => {
		const name = plainText(id);
		switch (state) {
			case 'met':
				return agedFrom === undefined || agedFrom === assurance
					? {text: `${style.sign.pass} ${name}: met, ${assurance}`, paint: style.good}
					: {
							text: `${style.sign.stale} ${name}: met, but last ${agedFrom} too long ago`,
							paint: style.warn,
						};
			case 'partly':
				return {text: `${style.sign.fail} ${name}: partly`, paint: style.warn};
			case 'not-met':
				return {text: `${style.sign.fail} ${name}: not met`, paint: style.bad};
			case 'contradicted':
				return {text: `${style.sign.contradicted} ${name}: contradicted`, paint: style.warn};
			case 'unknown':
				return {text: `${style.sign.unknown} ${name}: unknown`, paint: style.warn};
			case 'not-applicable':
				return {text: `${style.sign['not-applicable']} ${name}: not applicable`, paint: style.dim};
		}
	});
	return [...remarks, ...notes];
};
