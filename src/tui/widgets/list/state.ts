/** A cursor kept inside a list of `length` lines; 0 for an empty list. */
export const clamp = (cursor: number, length: number): number =>
	Math.max(0, Math.min(cursor, length - 1));

/** Where the cursor goes for a moving command. `page` is how many lines a page has. */
export const moved = (
	cursor: number,
	command: 'up' | 'down' | 'top' | 'bottom' | 'page-up' | 'page-down',
	length: number,
	page = 10,
): number => {
	switch (command) {
		case 'up':
			return clamp(cursor - 1, length);
		case 'down':
			return clamp(cursor + 1, length);
		case 'top':
			return 0;
		case 'bottom':
			return clamp(length - 1, length);
		case 'page-up':
			return clamp(cursor - page, length);
		case 'page-down':
			return clamp(cursor + page, length);
	}
};

/** The part [from, to) of `length` lines that `height` rows show with the cursor in the middle where possible. */
export const windowAround = (
	cursor: number,
	length: number,
	height: number,
): {readonly from: number; readonly to: number} => {
	const from = Math.max(0, Math.min(cursor - Math.floor(height / 2), length - height));
	return {from, to: Math.min(length, from + Math.max(0, height))};
};
