import {signs} from '../../theme.js';

/** A bar of `width` cells, `part` of 0 to 1 filled. Anything above nothing shows, anything below all shows too. */
export const meter = (part: number, width: number): string => {
	const share = Number.isFinite(part) ? Math.max(0, Math.min(1, part)) : 0;
	const rounded = Math.round(share * width);
	const full = share === 0 ? 0 : share === 1 ? width : Math.max(1, Math.min(width - 1, rounded));
	return signs.full.repeat(full) + signs.empty.repeat(width - full);
};
