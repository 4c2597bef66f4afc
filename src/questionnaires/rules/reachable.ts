import type {Condition} from '../../domain/condition.js';
import type {Control} from '../../domain/control.js';
import type {TargetKind} from '../../domain/target.js';
import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';
import type {Path} from '../yaml-source.js';
import {canHold, type Formula} from './can-hold.js';
import {circumstancesOf, type Placed} from './circumstances.js';
import {circled} from './cycles.js';

type Use = {
	readonly piece: object;
	readonly path: Path;
	readonly condition: Condition | undefined;
	readonly kind: TargetKind;
	/** What follows when the condition never holds. */
	readonly so: string;
};

/**
 * Conditions that no answers can make true: questions that nobody is ever asked, controls and risks that never apply.
 * Each is told once, where it begins: what only waits for it is not told again.
 */
export const reachable = (book: Book): readonly Problem[] => {
	const {questionnaires, risks} = book.parts;
	const {questions, parents, told, formula, asked, valuesOf} = circumstancesOf(book);
	const everything = new Set<object>(questions.map(q => q.question));
	// What waits in a circle is told there.
	const broken = new Set<object>(circled(book));
	const seen = new Set<object>();
	const problems: Problem[] = [];

	const look = ({piece, path, condition, kind, so}: Use, whole?: () => Formula): void => {
		if (condition === undefined || seen.has(condition) || broken.has(piece)) return;
		seen.add(condition);
		parents(condition, kind).forEach(lookAtQuestion);
		if (told(condition, kind, whole === undefined ? 'facts' : 'answers')) {
			broken.add(piece);
			return;
		}
		if (canHold(whole?.() ?? formula(condition, kind, broken), valuesOf)) return;
		broken.add(piece);
		const why = canHold(formula(condition, kind, everything), valuesOf)
			? 'its condition contradicts the condition of what it waits for'
			: 'its condition contradicts itself';
		problems.push(error(book.place(piece, path, 'key'), `${so}: ${why}`));
	};
	const lookAtControl = (control: Control): void => {
		const {id, kind, appliesWhen: condition} = control;
		const so = `the control "${id}" never applies`;
		look({piece: control, path: ['appliesWhen'], condition, kind, so});
	};
	const lookAtQuestion = (placed: Placed): void => {
		const {question, kind, control} = placed;
		if (control !== undefined) lookAtControl(control);
		const so = `the question "${question.id}" is never asked`;
		look({piece: question, path: ['when'], condition: question.when, kind, so}, () =>
			asked(placed, broken),
		);
	};
	questionnaires.flatMap(q => q.controls).forEach(lookAtControl);
	questions.forEach(lookAtQuestion);
	for (const control of questionnaires.flatMap(q => q.controls)) {
		const {knockOut, kind, id} = control;
		if (typeof knockOut !== 'object') continue;
		const so = `"${id}" never rules anybody out`;
		look({piece: control, path: ['knockOut', 'when'], condition: knockOut.when, kind, so});
	}
	for (const risk of risks) {
		const {kind, id, appliesWhen: condition} = risk;
		const so = `the risk "${id}" never applies`;
		look({piece: risk, path: ['appliesWhen'], condition, kind, so});
		risk.impactRaisedWhen.forEach((raised, index) => {
			const never = `the impact of "${id}" is never raised`;
			look({piece: risk, path: ['impactRaisedWhen', index], condition: raised, kind, so: never});
		});
	}
	return problems;
};
