/** Runs the functions it is given one after the other, in the order of the calls; each gets its own result or error. */
export const inTurn = (): (<T>(action: () => Promise<T>) => Promise<T>) => {
	let last: Promise<unknown> = Promise.resolve();
	return async action => {
		const mine = last.then(action, action);
		last = mine;
		return mine;
	};
};
