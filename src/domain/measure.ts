/** A number with its unit, which the questions give for many: "1 day", "35 days". */
export const measure = (value: unknown, unit: string): string =>
	`${String(value)} ${Number(value) === 1 ? unit.replace(/s$/, '') : unit}`;
