import type {CommandOf} from '../../keys.js';
import type {Place, Result, World} from '../../messages.js';
import {askedOf} from '../../model/questions.js';
import {vendorsOf} from '../../model/vendors.js';
import {texts} from '../../texts/texts.js';
import {clamp, moved} from '../../widgets/list/state.js';

export const vendorViews = ['compare', 'verdict', 'duties'] as const;
export type VendorView = (typeof vendorViews)[number];

export type VendorsState = {
	readonly view: VendorView;
	/** The marked line: a criterion, or a duty of the marked vendor. */
	readonly row: number;
	/** Id of the marked vendor; the first when it is not there. */
	readonly vendor: string | undefined;
	readonly scroll: number;
};

export const vendorsStart: VendorsState = {
	view: 'compare',
	row: 0,
	vendor: undefined,
	scroll: 0,
};

/** Opens the screen; a vendor that is named is marked. */
export const openVendors = (
	state: VendorsState,
	{vendor}: Extract<Place, {screen: 'vendors'}>,
): VendorsState => (vendor === undefined ? state : {...vendorsStart, vendor});

/** Which vendor is marked, and how many lines its view has. */
export const markedOf = (
	state: VendorsState,
	world: World,
): {readonly column: number; readonly rows: number} => {
	const {comparison, duties} = vendorsOf(world.snapshot);
	const column = Math.max(
		0,
		comparison.vendors.findIndex(v => v.vendor === state.vendor),
	);
	const vendor = comparison.vendors[column]?.vendor;
	const rows =
		state.view === 'duties'
			? (duties.find(d => d.vendor === vendor)?.duties.length ?? 0)
			: comparison.criteria.length;
	return {column, rows};
};

/** The question behind what is marked: of the duty, or the first one about the criterion that is open, else the first. */
const questionPlace = (state: VendorsState, world: World): Place | undefined => {
	const {comparison, duties} = vendorsOf(world.snapshot);
	const {column, rows} = markedOf(state, world);
	const vendor = comparison.vendors[column]?.vendor;
	if (vendor === undefined || state.view === 'verdict') return undefined;
	const row = clamp(state.row, rows);
	if (state.view === 'duties') {
		const duty = duties.find(d => d.vendor === vendor)?.duties[row];
		return duty && {screen: 'questions', target: vendor, question: duty.question};
	}
	const control = comparison.criteria[row]?.control;
	const own = askedOf(world.snapshot, vendor).filter(q => q.control?.control === control);
	const found = own.find(q => q.evaluation.answer === undefined) ?? own[0];
	return found && {screen: 'questions', target: vendor, question: found.question.id};
};

/** What a command does on the screen of vendors. */
export const updateVendors = (
	state: VendorsState,
	command: CommandOf<'vendors'>,
	world: World,
): Result<VendorsState> => {
	const {vendors} = vendorsOf(world.snapshot).comparison;
	const {column, rows} = markedOf(state, world);
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return state.view === 'verdict'
				? {state: {...state, scroll: Math.max(0, state.scroll + (command === 'up' ? -1 : 1))}}
				: {state: {...state, row: moved(clamp(state.row, rows), command, rows)}};
		case 'scroll-up':
		case 'scroll-down': {
			const by = command === 'scroll-up' ? -5 : 5;
			return {
				state: {
					...state,
					row: clamp(state.row + by, rows),
					scroll: Math.max(0, state.scroll + by),
				},
			};
		}
		case 'previous-vendor':
		case 'next-vendor': {
			const by = command === 'next-vendor' ? 1 : -1;
			return {state: {...state, vendor: vendors[clamp(column + by, vendors.length)]?.vendor}};
		}
		case 'other-view': {
			const next = (vendorViews.indexOf(state.view) + 1) % vendorViews.length;
			return {state: {...state, view: vendorViews[next] ?? 'compare', row: 0, scroll: 0}};
		}
		case 'go-question': {
			const go = questionPlace(state, world);
			return go === undefined
				? {state, notice: {tone: 'warn', text: texts.vendors.noQuestion}}
				: {state, go};
		}
	}
};
