import {samePerson} from '../../domain/person.js';
import type {Mark} from '../../domain/workspace.js';
import type {QuestionFilter, World} from '../messages.js';
import {isOpen, type Asked} from './questions.js';

/** The filters in the order in which `o` walks through them. */
export const questionFilters: readonly QuestionFilter[] = [
	'all',
	'open',
	'mine',
	'failing',
	'contradicted',
	'stale',
	'new',
	'assigned',
];

/** Whether a mark gives a question to this person; as long as it is not known who that is, to nobody. */
export const isMine = (mark: Mark | undefined, me: string | undefined): boolean =>
	mark?.assignee !== undefined && me !== undefined && samePerson(mark.assignee, me);

const isContradicted = ({control}: Asked): boolean =>
	control?.contradiction !== undefined && control.contradiction.resolution === undefined;

/** Whether a probe sees a failure that nobody accepted, or the control of the question does not hold. */
const isFailing = ({control}: Asked): boolean =>
	control !== undefined &&
	(control.state === 'not-met' ||
		control.findings.some(
			f => f.role !== 'informs' && f.outcome === 'fail' && f.waiver === undefined,
		));

/** Whether a question is listed under a filter, as far as the record knows. */
export const isListed = (asked: Asked, filter: QuestionFilter, {snapshot, me}: World): boolean => {
	const {evaluation, control} = asked;
	const mark = snapshot.state.marks[`${evaluation.target}/${evaluation.question}`];
	const {answer} = evaluation;
	switch (filter) {
		case 'all':
			return true;
		case 'open':
			return isOpen(asked);
		case 'mine':
			return (
				isMine(mark, me) || (answer !== undefined && me !== undefined && samePerson(answer.by, me))
			);
		case 'failing':
			return isFailing(asked);
		case 'contradicted':
			return isContradicted(asked);
		case 'stale':
			return evaluation.stale || (control?.stale ?? false);
		case 'new':
			return evaluation.isNew;
		case 'assigned':
			return mark?.assignee !== undefined;
	}
};
