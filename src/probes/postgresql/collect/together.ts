/**
 * Makes a function that gathers what is asked for in one breath: calls of the same tick become one piece of work of at most
 * `most` items, and one piece is done after the other. What comes back has the order of the items. The next piece is begun
 * before the results of the last are handed out, so that a server works while its answers are read.
 * @param work rejects for all of its items when it throws
 */
export const together = <Item, Result>(
	most: number,
	work: (items: readonly Item[]) => Promise<readonly Result[]>,
): ((item: Item) => Promise<Result>) => {
	type Waiting = {
		readonly item: Item;
		readonly resolve: (result: Result) => void;
		readonly reject: (error: unknown) => void;
	};
	let waiting: Waiting[] = [];
	/** Hands out the results of the piece before; a second time it does nothing. */
	let before: Promise<() => void> = Promise.resolve(() => undefined);
	const take = async (bundle: readonly Waiting[]): Promise<() => void> => {
		try {
			const results = await work(bundle.map(({item}) => item));
			return () => {
				for (const [i, {resolve, reject}] of bundle.entries()) {
					const result = results[i];
					if (result === undefined)
						reject(new Error(`${results.length} of ${bundle.length} results`));
					else resolve(result);
				}
			};
		} catch (error) {
			return () => {
				for (const {reject} of bundle) reject(error);
			};
		}
	};
	const flush = (): void => {
		const all = waiting;
		waiting = [];
		for (let at = 0; at < all.length; at += most)
			before = before.then(handOut => {
				const next = take(all.slice(at, at + most));
				handOut();
				return next;
			});
		void before.then(handOut => {
			handOut();
		});
	};
	return item =>
		new Promise((resolve, reject) => {
			if (waiting.length === 0) queueMicrotask(flush);
			waiting.push({item, resolve, reject});
		});
};

/** Waits for all members of an object at once. */
export const allOf = async <T extends Readonly<Record<string, unknown>>>(
	members: T,
): Promise<{readonly [K in keyof T]: Awaited<T[K]>}> => {
	const names = Object.keys(members);
	const values = await Promise.all(Object.values(members));
	return Object.fromEntries(names.map((name, i) => [name, values[i]])) as {
		readonly [K in keyof T]: Awaited<T[K]>;
	};
};
