const twoReadings = /^([+-]?[1-9]\d{0,2})[.,](\d{3})(?!\d|[.,])/;

/**
 * What is wrong with a number that begins like 1.000 or 2,500: a thousand for half of Europe, and one for the other half. Undefined
 * for every other text; 0.125 can be read in one way only.
 */
export const doubtfulNumber = (text: string): string | undefined => {
	const [written, whole = '', rest = ''] = twoReadings.exec(text) ?? [];
	if (written === undefined) return undefined;
	const decimals = rest.replace(/0+$/, '');
	// Three decimals would be read in two ways again; a zero behind them tells.
	const small = decimals === '' ? whole : `${whole}.${decimals.length < 3 ? decimals : `${rest}0`}`;
	return `"${written}" can be read as ${whole}${rest} and as ${small}; write ${whole}${rest} or ${small}`;
};
