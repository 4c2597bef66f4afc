/** What was changed about some facts, for a message, and the facts afterwards. */
export type Doubtful<Facts> = {readonly change: string; readonly facts: Facts};

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const denied = {seen: false, reason: 'permission-denied'};

/** What can become of one value when less is seen of it: denied, cut, or without one of its rows of settings. */
const worse = (value: unknown, key: string): readonly (readonly [string, unknown])[] => {
	if (!isObject(value)) return [];
	const here: (readonly [string, unknown])[] = [];
	if (value.seen === true) here.push(['denied', denied]);
	if (Array.isArray(value.items) && 'complete' in value)
		here.push(['cut', {...value, items: [], complete: false}]);
	if (key === 'settings' && value.seen === true && isObject(value.value)) {
		const rows = value.value;
		// The row of an extension is not hidden from anybody: where it is absent the extension is not loaded.
		for (const name of Object.keys(rows).filter(one => !one.includes('.'))) {
			const {[name]: _hidden, ...others} = rows;
			here.push([`without the row ${name}`, {...value, value: others}]);
		}
	}
	return here;
};

const walk = (value: unknown, key: string, path: string): readonly Doubtful<unknown>[] => {
	const here = worse(value, key).map(([what, facts]) => ({change: `${path} ${what}`, facts}));
	if (Array.isArray(value))
		return value.flatMap((item, at) =>
			walk(item, String(at), `${path}[${at}]`).map(({change, facts}) => ({
				change,
				facts: value.with(at, facts),
			})),
		);
	if (!isObject(value)) return here;
	return [
		...here,
		...Object.entries(value).flatMap(([name, inner]) =>
			walk(inner, name, `${path}.${name}`).map(({change, facts}) => ({
				change,
				facts: {...value, [name]: facts},
			})),
		),
	];
};

/** All variants of some facts in which one thing less was seen: a fact denied, a list cut to nothing, a setting hidden. */
export const withOneThingMissing = <Facts>(facts: Facts): readonly Doubtful<Facts>[] =>
	walk(facts, '', 'facts') as readonly Doubtful<Facts>[];
