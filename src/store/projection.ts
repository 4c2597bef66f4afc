import {UserError} from '../domain/errors.js';
import type {AssessmentFile} from './assessment-file.js';
import {assessmentOf} from './assessment-format.js';
import {standingOf} from './assessment-judgement.js';
import {shown, telling} from './file-trouble.js';
import {withLock} from './lock.js';
import type {Paths} from './paths.js';
import type {OpenRecord, Present} from './record.js';
import type {Surroundings} from './surroundings.js';
import {sweep} from './sweep.js';

const holdsSomething = ({db}: AssessmentFile): boolean => db.data !== null;

/** Keeps assessment.json a true picture of the history. */
export type Projection = {
	/**
	 * Looks at assessment.json if it is not the file that was last seen here, and compares it with the history. Rejects with a UserError
	 * for whatever dbvet must not write over: broken, edited by hand, from a newer dbvet, not ours.
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
	let ahead = false;
	let judged = false;

	const readFirst = async (): Promise<boolean> => {
		judged = false;
		// lowdb keeps what it had when there is nothing to read.
		file.db.data = null;
		await file.db.read();
		return holdsSomething(file);
	};

	const inspect = async (present: Present): Promise<void> => {
		if (await file.changed()) await readFirst();
		const found = file.db.data;
		if (judged || found === null) return;
		const {entries, heads} = present.view;
		ahead = standingOf(found, file.path, {entries, heads, state: present.state}) === 'ahead';
		judged = true;
		if (ahead)
			tell(
				`${shown(file.path)} was made from changes that history/ does not hold any more: a file in there was removed or shortened. The history counts; a copy of assessment.json is kept beside it before it is rebuilt.`,
			);
	};

	const isPicture = ({view, state}: Present): boolean =>
		judged && !ahead && file.tidy() && file.db.data?.head === assessmentOf(view.heads, state).head;

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
				if (ahead) await file.keepCopy();
				stillOurs();
				const before = file.db.data;
				try {
					file.db.data = assessmentOf(present.view.heads, present.state);
					await file.db.write();
					ahead = false;
					judged = true;
				} catch (error) {
					file.db.data = before;
					throw error;
				}
			}),
	};
};
