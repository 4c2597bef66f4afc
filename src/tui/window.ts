/** Smaller windows get one line that says so. */
const least = {columns: 60, rows: 16} as const;

/** Whether nothing of the state can be seen: then no key may act on it either. */
export const isTooSmall = ({
	columns,
	rows,
}: {
	readonly columns: number;
	readonly rows: number;
}): boolean => columns < least.columns || rows < least.rows;
