/**
 * A meeting of `count` that wait for each other: each gets a call of its own, which resolves when all have made theirs and
 * `then` is done. A second call of the same one counts for nothing.
 */
export const createMeeting = (
	count: number,
	then: () => Promise<void>,
): (() => () => Promise<void>) => {
	let missing = count;
	let open: () => void;
	const all = new Promise<void>(resolve => {
		open = resolve;
	}).then(then);
	return () => {
		let isHere = false;
		return () => {
			if (!isHere) missing -= 1;
			isHere = true;
			if (missing === 0) open();
			return all;
		};
	};
};
