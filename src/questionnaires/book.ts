import type {Content} from '../domain/content.js';
import type {Crosswalk} from '../domain/framework.js';
import type {Questionnaire} from '../domain/questionnaire.js';
import type {Place} from './problem.js';
import type {Path, YamlSource} from './yaml-source.js';

/** The content itself, without its version and without what is said about it. */
export type Parts = Omit<Content, 'version' | 'leftOut'>;

/** The crosswalk of one framework file; as a piece, its place is the crosswalk in that file. */
export type FrameworkCrosswalk = {readonly framework: string; readonly rows: Crosswalk};

/** Which file a piece of content came from, and where in it. Pieces are told apart by identity. */
export type Origins = ReadonlyMap<object, {readonly source: YamlSource; readonly path: Path}>;

/** Content that still knows where each piece was written: what the lint rules read. */
export type Book = {
	readonly parts: Parts;
	readonly crosswalks: readonly FrameworkCrosswalk[];
	/** The place of a piece, or of something inside it; `key` gives the place of the last key instead of its value. */
	readonly place: (piece: object, path?: Path, what?: 'key' | 'value') => Place;
	/** False for what a piece has taken over from another one, and what its file does not say. */
	readonly wrote: (piece: object, path: Path) => boolean;
};

/** Pieces that were compiled into the program have no file of the user's. */
const shipped: Place = {file: '(shipped content)', line: 1, column: 1};

/** True for a place in what was compiled into the program. */
export const isShipped = ({file}: Place): boolean => file === shipped.file;

/** A book over parts, their origins, and the crosswalks that are not yet joined into the parts. */
export const bookOf = (
	parts: Parts,
	origins: Origins,
	crosswalks: readonly FrameworkCrosswalk[] = [],
): Book => ({
	parts,
	crosswalks,
	place: (piece, path = [], what = 'value') => {
		const origin = origins.get(piece);
		if (origin === undefined)
			return 'id' in piece && typeof piece.id === 'string' ? {...shipped, of: piece.id} : shipped;
		return origin.source.place([...origin.path, ...path], what);
	},
	wrote: (piece, path) => {
		const origin = origins.get(piece);
		return origin?.source.holds([...origin.path, ...path]) ?? true;
	},
});

/** The origins of a questionnaire and of its sections, controls and questions. */
export const questionnaireOrigins = (
	questionnaire: Pick<Questionnaire, 'sections' | 'controls' | 'questions'>,
	source: YamlSource,
): Origins =>
	new Map<object, {readonly source: YamlSource; readonly path: Path}>([
		[questionnaire, {source, path: []}],
		...(['sections', 'controls', 'questions'] as const).flatMap(list =>
			questionnaire[list].map((piece, index) => [piece, {source, path: [list, index]}] as const),
		),
	]);
