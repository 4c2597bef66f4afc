import {
	isMap,
	isNode,
	isPair,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
	type Document,
} from 'yaml';
import {openBracket} from './open-bracket.js';
import {error, type Place, type Problem} from './problem.js';
import {gluedLines, slipsOf, type Fault, type Found} from './yaml-slips.js';

/** Keys and positions from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** A parsed YAML file that remembers where everything stands. */
export type YamlSource = {
	readonly file: string;
	readonly data: unknown;
	/** The place of a value, of its key when `key` is asked for, or of the nearest thing around it that exists. */
	readonly place: (path: Path, what?: 'key' | 'value') => Place;
	/** Whether something stands at a path. */
	readonly holds: (path: Path) => boolean;
	/** The characters of a plain value as they stand in the file, for example `3.10`. */
	readonly written: (path: Path) => string | undefined;
	/** The places in a value on which the space after a colon is missing, so that a key and its value became one text. */
	readonly gluedPlaces: (path: Path) => readonly Place[];
	/** The keys of a group that YAML reads as numbers, as they stand in the file. */
	readonly numberKeys: (path: Path) => readonly {readonly written: string; readonly place: Place}[];
};

export type SourceOrProblems =
	| {readonly ok: true; readonly source: YamlSource}
	| {readonly ok: false; readonly problems: readonly Problem[]};

const maxAliases = 100;
const maxDepth = 40;

const deeperThan = (value: unknown, levels: number): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(levels === 0 || Object.values(value).some(v => deeperThan(v, levels - 1)));

/** The node at a path; for `key` the node of the last key. */
const nodeAt = (doc: Document, path: Path, what: 'key' | 'value'): unknown => {
	const last = path.at(-1);
	if (what === 'value' || last === undefined) {
		return path.length === 0 ? doc.contents : doc.getIn(path, true);
	}
	const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
	if (!isMap(parent)) return doc.getIn(path, true);
	const pair = parent.items.find(
		item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
	);
	return pair?.key;
};

const offsetAt = (doc: Document, path: Path, what: 'key' | 'value'): number => {
	for (let length = path.length; length >= 0; length--) {
		const node = nodeAt(doc, path.slice(0, length), length === path.length ? what : 'value');
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
};

/**
 * Parses YAML 1.2 (core schema) and keeps the places. Refused, each with its place: syntax errors, tabs as
 * indentation, duplicate keys, several documents, an empty file, more than 100 expanded aliases, more than 40 levels.
 */
export const parseYaml = (text: string, file: string): SourceOrProblems => {
	const lines = new LineCounter();
	const placeOf = (offset: number): Place => {
		const {line, col} = lines.linePos(offset);
		return {file, line: Math.max(line, 1), column: Math.max(col, 1)};
	};
	const no = (message: string, place: Place = {file, line: 1, column: 1}): SourceOrProblems => ({
		ok: false,
		problems: [error(place, message)],
	});
	try {
		const doc = parseDocument(text, {
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: true,
			resolveKnownTags: false,
		});
		// What is not resolved would come out as something else than it says: a tag that nobody asked for is a mistake.
		const faults = syntaxFaults(text, [...doc.errors, ...doc.warnings]);
		const wrong = faults.length > 0 ? faults : keyFaults(doc);
		if (wrong.length > 0) {
			const problems = wrong.map(({at, message}) => error(placeOf(at), message));
			return {ok: false, problems};
		}
		if (doc.directives.yaml.explicit === true && doc.directives.yaml.version !== '1.2')
			return no(
				`this file asks for YAML ${doc.directives.yaml.version}, which reads "yes" and days as something else; take the line out`,
			);
		const data: unknown = doc.toJS({maxAliasCount: maxAliases});
		if (data === null || data === undefined) return no('this file is empty');
		if (deeperThan(data, maxDepth)) return no(`this file nests more than ${maxDepth} levels`);
		const source: YamlSource = {
			file,
			data,
			place: (path, what = 'value') => placeOf(offsetAt(doc, path, what)),
			holds: path => doc.hasIn(path),
			written: path => {
				const node = nodeAt(doc, path, 'value');
				return isScalar(node) ? node.source : undefined;
			},
			gluedPlaces: path => {
				const node = nodeAt(doc, path, 'value');
				const [from, to] = (isNode(node) ? node.range : undefined) ?? [0, 0];
				return gluedLines(text, from, to).map(({at}) => placeOf(at));
			},
			numberKeys: path => {
				const node = nodeAt(doc, path, 'value');
				if (!isMap(node)) return [];
				return node.items.flatMap(({key}) =>
					isScalar(key) && typeof key.value === 'number'
						? [{written: key.source ?? '', place: placeOf(key.range?.[0] ?? 0)}]
						: [],
				);
			},
		};
		return {ok: true, source};
	} catch (thrown) {
		// The parser recurses and gives up on an alias bomb or an unknown alias with a ReferenceError, on extreme nesting with a RangeError.
		if (thrown instanceof ReferenceError) {
			return no(
				thrown.message.startsWith('Excessive alias')
					? `this file repeats aliases more than ${maxAliases} times`
					: `not valid YAML: ${thrown.message}`,
			);
		}
		if (thrown instanceof RangeError) return no(`this file nests more than ${maxDepth} levels`);
		throw thrown;
	}
};

/**
 * After the first fault of its syntax nothing in a file can be told for sure; keys that stand twice, and spaces that are
 * missing after a colon, can all be told.
 */
const syntaxFaults = (text: string, found: readonly Found[]): readonly Fault[] => {
	const [first] = found;
	if (first === undefined) return [];
	const open = openBracket(text, found);
	if (open !== undefined) return [open];
	return found
		.filter(({code}, at) => at === 0 || (code === 'DUPLICATE_KEY' && first.code === code))
		.flatMap(
			fault =>
				slipsOf(text, fault) ?? [
					{at: fault.pos[0], message: yamlMessage(fault.code, fault.message)},
				],
		);
};

/** Keys that are groups, lists or aliases: they would be read as texts that stand nowhere in the file. */
const keyFaults = (doc: Document): readonly Fault[] => {
	const faults: Fault[] = [];
	visit(doc, {
		Pair: (_, {key}) => {
			if (isScalar(key) || !isNode(key)) return;
			faults.push({at: key.range?.[0] ?? 0, message: 'a key is a word or a text, and no more'});
		},
	});
	return faults;
};

const yamlMessage = (code: string, message: string): string => {
	if (code === 'DUPLICATE_KEY') return 'this key stands here twice; keep one';
	if (code === 'TAB_AS_INDENT') return 'a tab is used as indentation; use spaces';
	if (code === 'TAG_RESOLVE_FAILED') return 'a tag ("!…") stands here; write the plain value';
	if (code === 'BAD_DIRECTIVE') return 'a directive ("%…") stands here; take it out';
	if (message.startsWith('Maximum call stack'))
		return `this file nests more than ${maxDepth} levels`;
	if (code === 'MULTIPLE_DOCS') return 'a second document begins here ("---"); one is expected';
	if (code === 'BLOCK_AS_IMPLICIT_KEY') {
		return 'a text that holds ": " begins here; put it in quotes, or write it below a ">-"';
	}
	return `not valid YAML: ${message.split('\n')[0] ?? message}`;
};
