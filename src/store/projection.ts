import {UserError} from '../domain/errors.js';
import type {AssessmentFile} from './assessment-file.js';
import {assessmentOf} from './assessment-format.js';
import type {Assessment} from './assessment-format.js';
import {standingOf} from './assessment-judgement.js';
import {shown, telling} from './file-trouble.js';
import {withLock} from './lock.js';
import {lostChanges, refuseLoss} from './lost-changes.js';
import type {Paths} from './paths.js';
import type {OpenRecord, Present} from './record.js';
import type {Surroundings} from './surroundings.js';
import {sweep} from './sweep.js';

const holdsSomething = ({db}: AssessmentFile): boolean => db.data !== null;

/** Keeps assessment.json a true picture of the history. */
export type Projection = {
	/**
	 * Looks at assessment.json if it is not the file that was last seen here, and compares it with the history. Rejects with a UserError
	 * for whatever dbvet must not write over: broken, edited by hand, from a newer dbvet, not ours, or made from changes that the
	 * history lacks.
	 */
	readonly inspect: (present: Present) => Promise<void>;
	/** Reads assessment.json afresh, before the history is read: what it names is then in the history too. */
	readonly readFirst: () => Promise<boolean>;
	/** True when assessment.json was looked at, is the present picture, and has not changed since: nothing needs writing. */
	readonly upToDate: (present: Present) => Promise<boolean>;
	/** Writes assessment.json under the lock if it is not the present picture already. */
	readonly write: () => Promise<void>;
};

export const projection = (
	paths: Paths,
	file: AssessmentFile,
	record: OpenRecord,
	{files, lockTimes, tell}: Surroundings,
): Projection => {
	let judged: Assessment | undefined;

	const readFirst = async (): Promise<boolean> => {
		await file.reread();
		return holdsSomething(file);
	};

	const inspect = async (present: Present): Promise<void> => {
		if (await file.changed()) await readFirst();
		const found = file.db.data;
		if (file.unmerged()) {
			refuseLoss(file, paths.history, present.view);
			tell(
				`${shown(file.path)} held the marks of a merge. It is only a picture of the history, and is made anew from it.`,
			);
		}
		if (found === null || judged === found) return;
		const {entries, heads} = present.view;
		const standing = standingOf(found, file.path, {entries, heads, state: present.state});
		if (standing === 'ahead') throw lostChanges(file.path, paths.history, found, present.view);
		judged = found;
	};

	const isPicture = ({view, state}: Present): boolean =>
		judged !== undefined &&
		judged === file.db.data &&
		file.tidy() &&
		judged.head === assessmentOf(view.heads, state).head;

	return {
		inspect,
		upToDate: async present => isPicture(present) && !(await file.changed()),
		readFirst,
		write: async () =>
			withLock(paths.root, lockTimes, async stillOurs => {
				const present = await record.readLocked();
				if (present === undefined)
					throw new UserError(`The history in ${shown(paths.history)} is gone.`, [
						"Bring the .jsonl files back, from a backup or from a colleague's copy.",
					]);
				await inspect(present);
				if (isPicture(present)) return;
				await telling('tidy up', paths.root, async () => sweep(files, paths));
				stillOurs();
				const before = file.db.data;
				try {
					const next = assessmentOf(present.view.heads, present.state);
					file.db.data = next;
					await file.db.write();
					judged = next;
				} catch (error) {
					file.db.data = before;
					throw error;
				}
			}),
	};
};
