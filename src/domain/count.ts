/** A number with its noun, for example "1 minute", "2 minutes". */
export const count = (n: number, one: string, many: string): string =>
	`${n} ${n === 1 ? one : many}`;
