/** Hands out at most `count` turns at once, first come first served; whoever has one gives it back by the call it got. */
export const createTurns = (count: number): (() => Promise<() => void>) => {
	let free = count;
	const waiting: (() => void)[] = [];
	const back = (): void => {
		const next = waiting.shift();
		if (next === undefined) free += 1;
		else next();
	};
	return async () => {
		if (free > 0) free -= 1;
		else await new Promise<void>(resolve => waiting.push(resolve));
		return back;
	};
};
