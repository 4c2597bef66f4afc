/** Lets through a number of jobs at a time, in the order in which they came. */
export type Gate = <T>(job: () => Promise<T>) => Promise<T>;

/** A gate for `width` jobs at once. A job that rejects rejects for its own caller only. */
export const createGate = (width: number): Gate => {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async job => {
		if (running >= width) await new Promise<void>(resolve => waiting.push(resolve));
		else running += 1;
		try {
			return await job();
		} finally {
			const next = waiting.shift();
			// The place is handed on, so that nobody who comes now can slip in before those who wait.
			if (next === undefined) running -= 1;
			else next();
		}
	};
};
