import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {exitCode, UserError} from '../domain/errors.js';
import {errorCode} from '../domain/system-error.js';
import {fileTrouble, shown} from './file-trouble.js';

export type LockTimes = {
	/** Milliseconds without a sign of life after which a lock counts as left behind by a crash; at least 2000. */
	readonly staleMs: number;
	/** Milliseconds to wait for another dbvet before giving up; longer than `staleMs`, so that a crash never blocks. */
	readonly waitMs: number;
};

/** The holder gives a sign of life at least twice in `staleMs`; it holds the lock for some milliseconds as a rule. */
export const usualLockTimes: LockTimes = {staleMs: 5000, waitMs: 12_000};

const pollMs = 20;

/** The folder that is the lock; it lies in the root of the workspace while somebody writes. */
export const lockName = '.dbvet.lock';

const held = (root: string, waitMs: number): UserError =>
	new UserError(
		`Another dbvet is writing to ${shown(root)} and did not finish within ${Math.round(waitMs / 1000)} s. Nothing was changed.`,
		['Wait until it is done, or end it, then try again.'],
		exitCode.unfinished,
	);

type Taken =
	| {readonly ok: true; readonly release: () => Promise<void>}
	| {readonly ok: false; readonly error: unknown};

const take = async (root: string, times: LockTimes, onCompromised: () => void): Promise<Taken> => {
	// Reading takes no lock, so that a look at the workspace does not wait for this package to load.
	const {default: lockfile} = await import('proper-lockfile');
	let vanished = 0;
	for (let left = Math.ceil(times.waitMs / pollMs); ; left--) {
		try {
			const release = await lockfile.lock(root, {
				lockfilePath: join(root, lockName),
				stale: times.staleMs,
				update: Math.min(1000, times.staleMs / 2),
				onCompromised,
			});
			return {ok: true, release};
		} catch (error) {
			const code = errorCode(error);
			if (code === 'ELOCKED' && left <= 0) throw held(root, times.waitMs);
			// A lock may vanish between two looks at it; a folder that stays away was removed.
			if (code === 'ENOENT') vanished++;
			if ((code !== 'ELOCKED' && code !== 'ENOENT') || vanished > 10) return {ok: false, error};
			await setTimeout(pollMs);
		}
	}
};

/**
 * Runs `action` while no other dbvet writes to the workspace, which must exist. `stillOurs` throws a UserError when the lock was
 * lost on the way (this program slept too long and another took over): call it right before a write. Rejects with a UserError
 * when another holds the lock too long. Where the folder cannot be written at all, `refused` is run instead if it is given
 * (reading needs no lock on such a folder), else that is a UserError too.
 */
export const withLock = async <T>(
	root: string,
	times: LockTimes,
	action: (stillOurs: () => void) => Promise<T>,
	refused?: () => Promise<T>,
): Promise<T> => {
	let lost = false;
	const taken = await take(root, times, () => {
		lost = true;
	});
	if (!taken.ok) {
		if (refused === undefined) throw fileTrouble(taken.error, 'lock', root);
		return refused();
	}
	try {
		return await action(() => {
			if (lost) throw held(root, times.staleMs);
		});
	} finally {
		// What was written is on disk already; a lock that cannot be taken away goes stale by itself.
		await taken.release().catch(() => undefined);
	}
};
