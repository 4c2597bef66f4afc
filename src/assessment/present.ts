type Present<T> = {readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K]} & {
	readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without members that are undefined: an absent member and an undefined one must not differ in JSON. */
export const present = <T extends object>(value: T): Present<T> => {
	const result: Record<string, unknown> = {};
	for (const [key, v] of Object.entries(value)) if (v !== undefined) result[key] = v;
	return result as Present<T>;
};
