import type {Duty, DutyOwner, Responsibilities} from '../../domain/responsibilities.js';
import {plainText} from '../../domain/text.js';
import {chosenVendors, vendorDuties} from '../../services/compare-vendors.js';
import {evaluate, type Project} from '../../services/project.js';
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
		output.json({schema: 'dbvet/responsibilities@1', at: evaluation.at, vendors: found});
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

const ownerWord = ({owner}: Duty): string => (owner === undefined ? 'not known' : owners[owner]);

const printVendor = (output: Output, vendor: Responsibilities): void => {
	const {style} = output;
	const width = Math.min(output.columns, 110);
	output.line(style.bold(plainText(vendor.name)));
	if (vendor.duties.length === 0) {
		output.line('  Nothing is asked about who does what.');
		return;
	}
	const indent = ' '.repeat(2 + 28 + 12);
	for (const duty of vendor.duties) {
		const who = ownerWord(duty).padEnd(10);
		const paint =
			duty.owner === 'nobody'
				? style.bad
				: duty.owner === undefined
					? style.warn
					: (t: string) => t;
		const [first, ...more] = linesOf(output, duty, vendor);
		output.line(`  ${plainText(duty.title).padEnd(28)}${paint(who)}  ${first ?? ''}`.trimEnd());
		for (const line of more) output.line(`${indent}${line}`);
		if (duty.note !== undefined) output.line(wrap(plainText(duty.note), width, indent));
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

/** What has to be met on our side, and whether it is. */
const linesOf = (output: Output, duty: Duty, vendor: Responsibilities): readonly string[] => {
	const {style} = output;
	if (duty.owner !== 'us' && duty.owner !== 'both') return [];
	if (vendor.databases === 0) return [style.dim('no database here names this vendor')];
	return duty.controls.map(({id, state, assurance}) => {
		switch (state) {
			case 'met':
				return style.good(`${style.sign.pass} ${id}: met, ${assurance}`);
			case 'partly':
			case 'not-met':
				return style.bad(`${style.sign.fail} ${id}: ${state === 'partly' ? 'partly' : 'not met'}`);
			case 'contradicted':
				return style.warn(`${style.sign.contradicted} ${id}: contradicted`);
			case 'unknown':
				return style.warn(`${style.sign.unknown} ${id}: unknown`);
			case 'not-applicable':
				return style.dim(`${style.sign['not-applicable']} ${id}: not applicable`);
		}
	});
};
