/** Where the person's wish to stop arrives: a signal, a terminal that is closed, or npm that has died. */
export type Stop = {
	readonly signal: AbortSignal;
	/** The exit code that says how it was stopped; npm that has died counts as Ctrl+C. */
	readonly exitCode: () => number;
	/** Listens no longer: the demo has nothing left to clean up. */
	readonly done: () => void;
};

/** A shell's codes for what a signal ended: 128 and the number of the signal. */
const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;
const names = Object.keys(signals) as (keyof typeof signals)[];

/** How often to see whether npm is still there (ms). */
const lookMs = 200;

/** Writes for whoever still reads: the terminal may be gone, and that must not stop the clean-up. */
export const say = (text: string): void => {
	try {
		process.stdout.write(text);
	} catch {
		// There is nobody left to read it.
	}
};

/**
 * Listens for everything that ends the demo, and says at once that it was heard. npm hands a signal on to the shell
 * between it and us, which dies of it without telling: a parent that is gone is therefore a reason to stop as well.
 */
export const listenForStop = (): Stop => {
	const controller = new AbortController();
	let code: number = signals.SIGINT;
	const stop = (signal: keyof typeof signals = 'SIGINT'): void => {
		if (controller.signal.aborted) return;
		code = signals[signal];
		say('\nStopping…\n');
		controller.abort();
	};
	// What Node writes to a terminal that is closed comes back as an error event.
	const ignore = (): void => undefined;
	process.stdout.on('error', ignore);
	process.stderr.on('error', ignore);
	const heard = (signal: NodeJS.Signals): void => {
		stop(names.find(name => name === signal));
	};
	for (const name of names) process.on(name, heard);
	const parent = process.ppid;
	const look =
		process.env.npm_lifecycle_event === undefined
			? undefined
			: setInterval(() => {
					if (process.ppid !== parent) stop();
				}, lookMs);
	look?.unref();
	return {
		signal: controller.signal,
		exitCode: () => code,
		done: () => {
			clearInterval(look);
			for (const name of names) process.off(name, heard);
		},
	};
};
