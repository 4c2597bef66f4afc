import type {Comparison, Lack, Shift, VendorResult} from '../../domain/comparison.js';
import {plainText} from '../../domain/text.js';
import {changeText, shiftText, titleOf} from './shift-text.js';
import {enough} from './standing.js';

type Found = Omit<Comparison, 'sentences'>;

const name = (vendor: VendorResult): string => plainText(vendor.name, 60);

const list = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const controls = (n: number): string => `${n} ${n === 1 ? 'control' : 'controls'}`;

/** What the comparison says, for somebody who has to decide; the recommendation comes first. */
export const sentencesOf = (found: Found): readonly string[] => {
	const {vendors, first} = found;
	const leaders = vendors.filter(v => first.includes(v.vendor));
	return [
		...placeSentences(found, leaders),
		...vendors.filter(v => v.standing === 'knocked-out').map(v => outSentence(v, found)),
		...vendors.filter(v => v.standing === 'too-little-known').map(v => lackSentence(v, found)),
		...challengerSentences(found),
		...optionalSentences(found),
		...weightSentences(found),
		...leaders.flatMap(leader => beforeSigning(leader)),
	];
};

const placeSentences = ({vendors}: Found, leaders: readonly VendorResult[]): readonly string[] => {
	const [leader] = leaders;
	if (leader === undefined)
		return vendors.length > 0 && vendors.every(v => v.standing === 'knocked-out')
			? ['No vendor is left: each of them is knocked out.']
			: ['No vendor is put first yet: too little is known.'];
	if (leaders.length > 1)
		return [
			`A tie: ${list(leaders.map(name))} are equal with ${leader.score} of 100, and nothing in the record prefers one.`,
		];
	const alone = vendors.filter(v => v.standing === 'ranked').length === 1 && vendors.length > 1;
	return [
		`${name(leader)} is first with ${leader.score} of 100${alone ? ', as the only one that can be ranked' : ''}.`,
	];
};

const outSentence = (vendor: VendorResult, found: Found): string =>
	`${name(vendor)} is out: ${vendor.knockedOutBy
		.map(control => `not met is “${titleOf(found, control)}”`)
		.join('; ')}.`;

/** The heaviest of what is asked and not known of a vendor; criteria and cells come by weight. */
const heaviestOpen = ({cells}: VendorResult, found: Found): string => {
	const open = found.criteria.filter(
		c =>
			c.asked && c.weight > 0 && cells.some(x => x.control === c.control && x.state === 'unknown'),
	);
	return open.length === 0
		? ''
		: ` (the heaviest open: ${list(open.slice(0, shown).map(c => `“${titleOf(found, c.control)}”`))})`;
};

const lackText = (lack: Lack, vendor: VendorResult, found: Found): string => {
	switch (lack.kind) {
		case 'knock-out-open':
			return `not settled is ${list(lack.controls.map(c => `“${titleOf(found, c)}”`))}, which can rule it out`;
		case 'unknown':
			return `only ${Math.floor(lack.coverage * 100)} % of the weight that the profile asks about is known, and ${Math.ceil(enough * 100)} % are wanted${heaviestOpen(vendor, found)}`;
		case 'not-applicable':
			return 'too much is answered as not applicable to compare it with the others';
	}
};

const lackSentence = (vendor: VendorResult, found: Found): string =>
	`${name(vendor)} is not ranked: ${vendor.lacks.map(lack => lackText(lack, vendor, found)).join('; ')}.`;

/** What the profile leaves optional and still weighs; the same for all vendors, so that none wins by being asked less. */
const optionalSentences = ({vendors, criteria}: Found): readonly string[] => {
	const open = criteria.filter(
		c =>
			!c.asked &&
			c.weight > 0 &&
			vendors.some(v => v.cells.some(x => x.control === c.control && x.state === 'unknown')),
	);
	if (open.length === 0) return [];
	const heaviest = open.slice(0, shown).map(c => `“${plainText(c.title, 110)}”`);
	return [
		`Optional under the profile, and still unknown for some of them: ${heaviest.join(', ')}${more(open.length - shown).replace(';', ',')}. They count in the score and not in what is known; press a in dbvet, or write dbvet assess --blank --all, to answer them.`,
	];
};

const challengerSentences = ({vendors, challengers}: Found): readonly string[] =>
	vendors
		.filter(v => challengers.includes(v.vendor) && v.possible > v.score)
		.map(
			v =>
				`${name(v)} could still reach the first: up to ${v.possible} when its open answers are good.`,
		);

const weightSentences = (found: Found): readonly string[] => {
	const {sensitivity, first} = found;
	const {verdict, shifts, smallest, triedUpTo} = sensitivity;
	const nearest = (lead: string): readonly string[] =>
		smallest === undefined
			? [`${lead}no single weight from 0 to ${triedUpTo} changes who is first.`]
			: [`${lead}the smallest change is ${changeText(found, smallest)}.`];
	switch (verdict) {
		case 'undecided':
			return [];
		case 'unopposed':
			return ['No weight matters to the first place, because nobody else is ranked.'];
		case 'tie':
			return smallest === undefined
				? ['No single weight breaks the tie.']
				: [`The tie hangs on the weights: ${shiftText(found, smallest)}.`];
		case 'robust':
			return smallest === undefined
				? [
						`Robust: no single weight changes who is first, whether set to 0, doubled, or anything up to ${triedUpTo}.`,
					]
				: [
						`Robust: no weight set to 0 or doubled changes who is first; the smallest change that does is ${changeText(found, smallest)}.`,
					];
		case 'depends': {
			const named = strongest(shifts, first);
			// What was just said is not said again as the smallest.
			const said = named.some(s => s.control === smallest?.control && s.to === smallest.to);
			return [
				`Depends on the weights: ${named
					.map(shift => shiftText(found, shift))
					.join('; ')}${more(shifts.length - shown)}.`,
				...(said ? [] : nearest('').map(text => text.charAt(0).toUpperCase() + text.slice(1))),
			];
		}
	}
};

const shown = 3;

const more = (n: number): string => (n > 0 ? `; and ${n} more` : '');

/** Shifts that put another one first before those that only make a tie. */
const strongest = (shifts: readonly Shift[], first: readonly string[]): readonly Shift[] =>
	[
		...shifts.filter(s => !s.first.some(id => first.includes(id))),
		...shifts.filter(s => s.first.some(id => first.includes(id))),
	].slice(0, shown);

const beforeSigning = (leader: VendorResult): readonly string[] => [
	...(leader.onlyClaimed > 0
		? [
				`${name(leader)}: ${leader.onlyClaimed} of the ${controls(leader.counting)} that count for it are only claimed; ask for proof and keep it with dbvet evidence add.`,
			]
		: []),
	...(leader.openMustHaves.length > 0
		? [
				`${name(leader)}: ${controls(leader.openMustHaves.length)} that the profile makes mandatory ${leader.openMustHaves.length === 1 ? 'is not met or not known yet; settle it' : 'are not met or not known yet; settle them'} before you sign.`,
			]
		: []),
	...(leader.expired ?? []).map(
		e => `${name(leader)}: ${plainText(e.what, 60)} ran out on ${e.on}.`,
	),
];
