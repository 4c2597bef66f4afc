import {watch, type FSWatcher} from 'node:fs';
import {join} from 'node:path';

/** Several files change at one save; they are told as one change (ms). */
const togetherMs = 150;

/**
 * Calls `onChange` soon after a change of the history of a workspace, by whichever program, until what is given back is
 * called. It keeps no program alive and costs nothing while nothing changes. Where the system cannot watch the folder, nothing is
 * told: the next save reads the record in any case.
 */
export const watchRecord = (root: string, onChange: () => void): (() => void) => {
	let timer: NodeJS.Timeout | undefined;
	let watcher: FSWatcher | undefined;
	const stop = (): void => {
		clearTimeout(timer);
		watcher?.close();
	};
	try {
		watcher = watch(join(root, 'history'), {persistent: false}, () => {
			clearTimeout(timer);
			timer = setTimeout(onChange, togetherMs);
			timer.unref();
		});
		watcher.on('error', stop);
	} catch {
		// A system without room for another watch, or a folder on a disk of another machine.
		return stop;
	}
	return stop;
};
