import type {Snapshot} from '../../services/workbench.js';
import type {Place} from '../messages.js';
import {vendorTexts} from '../texts/vendors.js';
import {askedOf} from './questions.js';
import {findingEntryId} from './entries.js';

/** One thing that was found, and where it lives. */
export type Hit = {
	readonly kind: 'question' | 'finding' | 'vendor';
	readonly target: string;
	readonly text: string;
	readonly state: string;
	readonly place: Place;
};

/** More hits than anybody reads; more letters narrow them. */
const most = 200;

const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();

/**
 * Vendors, questions and findings in which every typed word occurs (in any order, ignoring case and accents), in this order;
 * none for an empty search, at most 200.
 */
export const search = (snapshot: Snapshot, typed: string): readonly Hit[] => {
	const words = folded(typed)
		.split(/\s+/)
		.filter(w => w !== '');
	if (words.length === 0) return [];
	const has = (...texts: readonly (string | undefined)[]): boolean => {
		const all = folded(texts.filter(t => t !== undefined).join(' '));
		return words.every(w => all.includes(w));
	};
	const questions = snapshot.evaluation.targets.flatMap(({target}) =>
		askedOf(snapshot, target.id)
			.filter(({question, control, sectionTitle}) =>
				has(target.name, question.id, question.text, control?.definition.title, sectionTitle),
			)
			.map(({question, control, evaluation}): Hit => ({
				kind: 'question',
				target: target.name,
				text: question.text,
				state: control?.state ?? (evaluation.answer === undefined ? 'unknown' : 'met'),
				place: {screen: 'questions', target: target.id, question: question.id},
			})),
	);
	const findings = snapshot.evaluation.findings
		.filter(f => has(f.targetName, f.check, f.title, f.object, f.observed))
		.map((f): Hit => ({
			kind: 'finding',
			target: f.targetName,
			text: f.object === undefined ? f.title : `${f.title}: ${f.object}`,
			state: f.outcome,
			place: {screen: 'findings', show: 'all', select: findingEntryId(f)},
		}));
	const vendors = snapshot.evaluation.targets
		.filter(({target}) => target.kind === 'vendor' && has(target.name, vendorTexts.title))
		.map(({target}): Hit => ({
			kind: 'vendor',
			target: target.name,
			text: `${vendorTexts.title}: ${vendorTexts.views.compare}`,
			state: '',
			place: {screen: 'vendors', vendor: target.id},
		}));
	return [...vendors, ...questions, ...findings].slice(0, most);
};
