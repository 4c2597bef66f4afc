import type {Control} from '../../domain/control.js';
import type {Book} from '../book.js';

/** Controls that stand among those of another kind of target: told where they stand, and not again by all who name them. */
export const misplacedControls = (book: Book): ReadonlySet<Control> =>
	new Set(
		book.parts.questionnaires.flatMap(({kind, controls}) => controls.filter(c => c.kind !== kind)),
	);
