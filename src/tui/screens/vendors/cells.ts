import type {Compared, VendorResult} from '../../../domain/comparison.js';
import type {Assurance, ControlState} from '../../../domain/evaluation.js';
import {vendorTexts} from '../../texts/vendors.js';
import {signs, type Tone} from '../../theme.js';

const t = vendorTexts;

export type Cell = {readonly text: string; readonly tone: Tone};

const stateSign: Readonly<Record<ControlState, string>> = {
	met: signs.pass,
	partly: signs.fail,
	'not-met': signs.fail,
	unknown: signs.unknown,
	'not-applicable': signs.notApplicable,
	contradicted: signs.contradicted,
};

export const stateTone: Readonly<Record<ControlState, Tone>> = {
	met: 'good',
	partly: 'warn',
	'not-met': 'bad',
	unknown: 'warn',
	'not-applicable': 'muted',
	contradicted: 'warn',
};

/**
 * Sign and word of a state; what is met says how well it is known. What a probe verified too long ago is stale: nobody
 * documented it.
 */
export const stateCell = (
	state: ControlState,
	assurance: Assurance,
	agedFrom?: Assurance,
): Cell => {
	const isOld = assurance === 'none' || (agedFrom === 'verified' && assurance !== 'verified');
	const word = state !== 'met' ? t.states[state] : isOld ? t.states.stale : assurance;
	return {text: `${stateSign[state]} ${word}`, tone: stateTone[state]};
};

/** One criterion of one vendor. */
export const comparedCell = ({state, assurance, knockOut, stale}: Compared): Cell => {
	const {text, tone} = stateCell(state, assurance);
	const fails = state === 'not-met' || state === 'contradicted';
	return {
		text: `${knockOut === 'applies' && fails ? `${stateSign[state]} ${t.states.out}` : text}${stale ? ` ${signs.stale}` : ''}`,
		tone,
	};
};

/** The place of a vendor: its rank, or why it has none. */
export const placeCell = ({standing, rank}: VendorResult): Cell => {
	switch (standing) {
		case 'ranked':
			return {text: String(rank ?? ''), tone: rank === 1 ? 'strong' : 'plain'};
		case 'too-little-known':
			return {text: t.notRanked, tone: 'warn'};
		case 'knocked-out':
			return {text: t.out, tone: 'bad'};
	}
};
