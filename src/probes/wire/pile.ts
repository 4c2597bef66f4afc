/** Bytes that have arrived and were not taken yet. */
export type Pile = {
	readonly add: (chunk: Buffer) => void;
	readonly held: () => number;
	/** A look at what is held, which is true only until the next `add` or `take`. */
	readonly look: () => Buffer;
	/** The first bytes as a copy of their own. */
	readonly take: (count: number) => Buffer;
};

const nothing = Buffer.alloc(0);

/**
 * Piles up bytes that come in portions of any size. Each byte is moved a fixed number of times on average, however small
 * the portions are, and at most twice what is held is kept: one portion as an object each would cost a hundred times its
 * bytes when a server sends them one by one. How much may be held is the caller's to say.
 */
export const createPile = (): Pile => {
	let store: Buffer = nothing;
	let from = 0;
	let to = 0;
	const makeRoom = (more: number): void => {
		const needed = to - from + more;
		const target = needed * 2 > store.length ? Buffer.allocUnsafeSlow(needed * 2) : store;
		store.copy(target, 0, from, to);
		store = target;
		to -= from;
		from = 0;
	};
	return {
		add: chunk => {
			if (to + chunk.length > store.length) makeRoom(chunk.length);
			chunk.copy(store, to);
			to += chunk.length;
		},
		held: () => to - from,
		look: () => store.subarray(from, to),
		take: count => {
			const taken = Buffer.from(store.subarray(from, Math.min(from + count, to)));
			from += taken.length;
			if (from === to) {
				store = nothing;
				from = 0;
				to = 0;
			}
			return taken;
		},
	};
};
