/** Tells whether the processor has time; both are handed in, so that a test can decide. */
export type Pace = {
	/** True when the processor mostly waited since this was asked last. */
	readonly isIdle: () => boolean;
	/** Resolves after a moment: long enough for `isIdle` to mean something. */
	readonly moment: () => Promise<void>;
};

export type FleetLimits = {
	/** How many are under way at once while the processor is busy. */
	readonly atOnce: number;
	/** How many may be under way in all, most of them waiting for a server that says nothing. */
	readonly waiting: number;
	/** How many of one group (a server) may be under way at once: its connections are not ours to use up. */
	readonly perGroup: number;
};

/** Whether the server of an item took part: one that says nothing has no connections to be spared. */
export type Ending = 'answered' | 'silent';

/**
 * Runs `work` on every item. While the processor is busy `limits.atOnce` are under way; while it waits more are begun, up to
 * `limits.waiting`, so that one that hangs delays no other. Items of one group keep to `limits.perGroup` until one of them
 * ends silent. Begins nothing more after `signal`. Rejects with the first error of `work`, once what was begun has ended.
 */
export const runFleet = async <T>(
	items: readonly T[],
	work: (item: T, index: number) => Promise<Ending>,
	{
		limits,
		groupOf,
		pace,
		signal,
	}: {
		readonly limits: FleetLimits;
		readonly groupOf: (item: T) => string;
		readonly pace: Pace;
		readonly signal: AbortSignal;
	},
): Promise<void> => {
	const left = items.map((item, index) => ({item, index, group: groupOf(item)}));
	const groups = new Map<string, number>();
	const silent = new Set<string>();
	const running = new Set<Promise<void>>();
	const count = (group: string, by: number): void => {
		groups.set(group, (groups.get(group) ?? 0) + by);
	};
	let failure: {readonly error: unknown} | undefined;
	const begin = ({item, index, group}: (typeof left)[number]): void => {
		count(group, 1);
		const run = work(item, index)
			.then(
				ending => {
					if (ending === 'silent') silent.add(group);
				},
				(error: unknown) => {
					failure ??= {error};
				},
			)
			.finally(() => {
				count(group, -1);
				running.delete(run);
			});
		running.add(run);
	};
	/** The first whose group has room. */
	const next = (): (typeof left)[number] | undefined => {
		const at = left.findIndex(
			({group}) => silent.has(group) || (groups.get(group) ?? 0) < limits.perGroup,
		);
		return at < 0 ? undefined : left.splice(at, 1)[0];
	};
	const fill = (places: number): void => {
		for (let i = 0; i < places; i += 1) {
			const one = next();
			if (one === undefined) return;
			begin(one);
		}
	};
	while (left.length > 0 && !signal.aborted) {
		fill(limits.atOnce - running.size);
		if (running.size >= limits.atOnce && pace.isIdle())
			fill(Math.min(limits.atOnce, limits.waiting - running.size));
		if (left.length > 0) await Promise.race([pace.moment(), ...running]);
	}
	await Promise.all(running);
	if (failure !== undefined) throw failure.error;
};
