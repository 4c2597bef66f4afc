/** What the parser of templates met, in words; its names for the parts are capitals. */
const found: Readonly<Record<string, string>> = {
	EOF: 'the end of the file',
	INVALID: 'something that is no name',
	CLOSE: '"}}"',
	CLOSE_UNESCAPED: '"}}}"',
	OPEN_ENDBLOCK: '"{{/", though no block is open',
	INVERSE: '"{{else}}", though no block is open',
};

/** What it wanted instead: the first of these that it names is what helps. */
const wanted: readonly (readonly [string, string])[] = [
	['OPEN_ENDBLOCK', 'the end of the open block, such as "{{/each}}"'],
	['CLOSE', '"}}"'],
	['CLOSE_UNESCAPED', '"}}}"'],
	['ID', 'a name'],
	['EOF', 'text or another "{{"'],
];

/** The message of the parser as one line of words; undefined when it is not about the order of parts. */
export const parseWords = (message: string): string | undefined => {
	const told = /Expecting (?<expected>.*), got '(?<got>\w+)'/.exec(message)?.groups;
	if (told === undefined) return undefined;
	const {expected = '', got = ''} = told;
	const want = wanted.find(([name]) => expected.includes(`'${name}'`))?.[1];
	return `found ${found[got] ?? 'something else'}${want === undefined ? '' : `, wanted ${want}`}`;
};
