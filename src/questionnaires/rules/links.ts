import type {Control} from '../../domain/control.js';
import type {Questionnaire} from '../../domain/questionnaire.js';
import {nearest} from '../../domain/suggest.js';
import type {TargetKind} from '../../domain/target.js';
import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {misplacedControls} from './misplaced.js';
import {isWritten} from '../partly-questions.js';
import {didYouMean} from '../suggest.js';

/** What the relation of a deriving control leads to, and from which kind of target it starts. */
const relations: Readonly<
	Record<
		NonNullable<Control['derives']>['relation'],
		{readonly from: TargetKind; readonly to: TargetKind}
	>
> = {
	vendor: {from: 'database', to: 'vendor'},
	uses: {from: 'application', to: 'database'},
	hosts: {from: 'infrastructure', to: 'database'},
	of: {from: 'backup', to: 'database'},
};

const questionLinks = (
	book: Book,
	questionnaire: Questionnaire,
	controls: ReadonlyMap<string, Control>,
	misplaced: ReadonlySet<Control>,
): readonly Problem[] => {
	const sections = questionnaire.sections.map(({id}) => id);
	return questionnaire.questions.filter(isWritten).flatMap(question => {
		const problems: Problem[] = [];
		const {control, fact, section} = question;
		if (!sections.includes(section)) {
			const message = `section: this questionnaire has no section "${section}"${didYouMean(section, sections)}`;
			problems.push(error(book.place(question, ['section']), message));
		}
		if (control === undefined && fact === undefined) {
			problems.push(
				error(
					book.place(question, ['id']),
					`the question "${question.id}" names neither a control nor a fact: its answer would change nothing`,
				),
			);
		}
		if (control !== undefined && fact !== undefined) {
			const message = 'a question settles a fact or speaks about a control, not both';
			problems.push(error(book.place(question, ['fact'], 'key'), message));
		}
		if (control !== undefined) {
			const found = controls.get(control);
			if (found === undefined) {
				const message = `control: there is no control "${control}"${didYouMean(control, controls.keys())}`;
				problems.push(error(book.place(question, ['control']), message));
			} else if (found.kind !== questionnaire.kind && !misplaced.has(found)) {
				const message = `control: "${control}" belongs to ${found.kind} targets, and this questionnaire asks about ${questionnaire.kind} targets`;
				problems.push(error(book.place(question, ['control']), message));
			}
		}
		return [...problems, ...periodLinks(book, questionnaire, question)];
	});
};

/** The day that a date cannot lie before is the answer to another question about a day, of the same target. */
const periodLinks = (
	book: Book,
	{questions}: Questionnaire,
	question: Questionnaire['questions'][number],
): readonly Problem[] => {
	const first = question.answer.kind === 'date' ? question.answer.notBefore : undefined;
	if (first === undefined)
		return question.answer.kind === 'date' && question.answer.period !== undefined
			? [
					error(
						book.place(question, ['answer', 'period']),
						'period: it needs notBefore, the question about the day on which the period begins',
					),
				]
			: [];
	const days = questions.filter(q => q.answer.kind === 'date' && q.id !== question.id);
	const ids = days.map(({id}) => id);
	if (ids.includes(first)) return [];
	const message = `notBefore: this questionnaire asks no other day called "${first}"${didYouMean(first, ids)}`;
	return [error(book.place(question, ['answer', 'notBefore']), message)];
};

/** The kind of all of several controls of a questionnaire where that is not the questionnaire's own: then its own is the slip. */
const ofOneOtherKind = ({kind, controls}: Questionnaire): TargetKind | undefined => {
	const [first, ...others] = controls;
	if (first === undefined || first.kind === kind || others.length === 0) return undefined;
	return others.every(c => c.kind === first.kind) ? first.kind : undefined;
};

const ownKind = (book: Book, questionnaire: Questionnaire): readonly Problem[] => {
	const kind = ofOneOtherKind(questionnaire);
	if (kind === undefined) return [];
	const message = `kind: all controls of this questionnaire are of kind ${kind}`;
	return [error(book.place(questionnaire, ['kind']), message)];
};

const controlLinks = (
	book: Book,
	questionnaire: Questionnaire,
	controls: ReadonlyMap<string, Control>,
	asked: ReadonlySet<string>,
	misplaced: ReadonlySet<Control>,
): readonly Problem[] => {
	const otherwise = ofOneOtherKind(questionnaire) !== undefined;
	return questionnaire.controls.flatMap(control => {
		const problems: Problem[] = [];
		const {id, kind, derives} = control;
		if (kind !== questionnaire.kind && !otherwise) {
			const message = `kind: a control of this questionnaire must be of kind ${questionnaire.kind}`;
			problems.push(error(book.place(control, ['kind']), message));
		}
		if (!asked.has(id)) {
			const message = `no question asks about the control "${id}" (follow-ups do not count)`;
			problems.push(error(book.place(control, ['id']), message));
		}
		if (control.appliesWhen !== undefined && control.notApplicableReason === undefined) {
			const message = `"${id}" has appliesWhen and needs notApplicableReason: what people read when it does not apply`;
			problems.push(error(book.place(control, ['appliesWhen'], 'key'), message));
		}
		if (control.appliesWhen === undefined && control.notApplicableReason !== undefined) {
			const message = 'notApplicableReason is never shown without appliesWhen';
			problems.push(warning(book.place(control, ['notApplicableReason'], 'key'), message));
		}
		if (derives !== undefined) {
			const {from, to} = relations[derives.relation];
			const source = controls.get(derives.control);
			const place = book.place(control, ['derives', 'control']);
			if (kind !== from && !misplaced.has(control)) {
				const message = `derives: the relation "${derives.relation}" starts at ${from} targets, and this control is of kind ${kind}`;
				problems.push(error(book.place(control, ['derives', 'relation']), message));
			}
			if (source === undefined) {
				const message = `derives: there is no control "${derives.control}"${didYouMean(derives.control, controls.keys())}`;
				problems.push(error(place, message));
			} else if (source.kind !== to && !misplaced.has(source)) {
				const message = `derives: "${derives.control}" is of kind ${source.kind}, and "${derives.relation}" leads to ${to} targets`;
				problems.push(error(place, message));
			}
		}
		return problems;
	});
};

/** What ties questions, sections, controls and target kinds together. */
export const links = (book: Book): readonly Problem[] => {
	const {questionnaires} = book.parts;
	const controls = new Map(questionnaires.flatMap(q => q.controls).map(c => [c.id, c]));
	// A control whose id is misspelt at its question is asked about: the mistake is told there.
	const asked = new Set(
		questionnaires
			.flatMap(q => q.questions)
			.flatMap(q => (q.control === undefined || q.followUp ? [] : [q.control]))
			.map(id => (controls.has(id) ? id : (nearest(id, [...controls.keys()]) ?? id))),
	);
	const misplaced = misplacedControls(book);
	return questionnaires.flatMap(questionnaire => {
		const used = new Set(questionnaire.questions.map(q => q.section));
		return [
			...ownKind(book, questionnaire),
			...questionLinks(book, questionnaire, controls, misplaced),
			...controlLinks(book, questionnaire, controls, asked, misplaced),
			...questionnaire.sections
				.filter(({id}) => !used.has(id))
				.map(section =>
					warning(book.place(section, ['id']), `the section "${section.id}" has no question`),
				),
		];
	});
};
