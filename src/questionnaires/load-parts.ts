import type {z} from 'zod';
import {FrameworkFile} from '../domain/framework.js';
import {Partly} from '../domain/partly.js';
import {Profile, ProfileExtension} from '../domain/profile.js';
import {Questionnaire} from '../domain/questionnaire.js';
import {questionnaireOrigins, type FrameworkCrosswalk, type Origins, type Parts} from './book.js';
import type {ContentFile, FileKind, Listing} from './list-files.js';
import {error, type Problem} from './problem.js';
import {readYaml} from './read-schema.js';
import {EvidenceFile, RisksFile} from './schemas.js';
import {blindSpot, unreadAll, unreadData, type Unread} from './unread.js';
import type {Path, YamlSource} from './yaml-source.js';

export type Loaded = {
	readonly parts: Parts;
	readonly crosswalks: readonly FrameworkCrosswalk[];
	/** Profiles that say only what differs from another; extend-profiles.ts makes whole ones of them. */
	readonly extensions: readonly WrittenExtension[];
	readonly origins: Origins;
	readonly problems: readonly Problem[];
	readonly unread: Unread;
};

export type WrittenExtension = {
	readonly extension: ProfileExtension;
	readonly source: YamlSource;
};

const isExtension = (data: unknown): boolean =>
	typeof data === 'object' && data !== null && 'extends' in data;

type Lists = Omit<Parts, 'partly'>;
type Pieces = {-readonly [K in keyof Lists]: Lists[K][number][]} & {partly?: Partly};

/** How a questionnaire file is validated: the whole schema, or another one that the file's data or its folder asks for. */
export type QuestionnaireSchema = (
	data: unknown,
	folder: string | undefined,
) => z.ZodType<Questionnaire>;

/** A key such as 8.10 that stands without quotes: YAML has already made it 8.1, which may be another requirement. */
const numbersAsIds = (source: YamlSource, path: Path): readonly Problem[] =>
	source
		.numberKeys(path)
		.map(({written, place}) =>
			error(place, `expected an id, found the number ${written}; write "${written}"`),
		);

/**
 * Reads and validates every listed file. A file with problems contributes what of it can be judged all the same, so that one mistake hides no
 * other; with an error nothing of the parts is used. A file whose id is not the one its name promises is a problem too.
 */
export const loadParts = async (
	listing: Listing,
	schemaOf: QuestionnaireSchema = () => Questionnaire,
): Promise<Loaded> => {
	const pieces: Pieces = {
		questionnaires: [],
		profiles: [],
		risks: [],
		frameworks: [],
		evidenceKinds: [],
	};
	const origins = new Map<object, {readonly source: YamlSource; readonly path: Path}>();
	const crosswalks: FrameworkCrosswalk[] = [];
	const extensions: WrittenExtension[] = [];
	const problems: Problem[] = [...listing.problems];
	const unread: Unread[] = listing.problems.some(p => p.severity === 'error') ? [blindSpot] : [];

	const read = async <S extends z.ZodType>(
		file: ContentFile,
		schema: S | ((data: unknown) => S),
	): Promise<{readonly value: z.infer<S>; readonly source: YamlSource} | undefined> => {
		const result = await readYaml(file.path, file.file, schema);
		if (result.ok) return result;
		problems.push(...result.problems);
		unread.push(result.unread);
		if (result.salvaged === undefined) unread.push(unreadData(file.id));
		return result.salvaged;
	};
	/** Under another id than its own a file would stand beside the one that it belongs to, so that nothing in it can be judged. */
	const sameId = (file: ContentFile, id: string, source: YamlSource): boolean => {
		if (id !== file.id) {
			unread.push(unreadData([source.data, file.id]));
			const home = file.kind === 'questionnaire' ? 'folder' : 'file';
			problems.push(
				error(
					source.place(['id']),
					`id: "${id}" is not the name of its ${home}, "${file.id ?? ''}"`,
				),
			);
		}
		return id === file.id;
	};
	const listed = (list: readonly object[], key: string, source: YamlSource): void =>
		list.forEach((piece, index) => origins.set(piece, {source, path: [key, index]}));

	const readers: Readonly<Record<FileKind, (file: ContentFile) => Promise<void>>> = {
		questionnaire: async file => {
			const found = await read<z.ZodType<Questionnaire>>(file, data => schemaOf(data, file.id));
			if (found === undefined) return;
			if (!sameId(file, found.value.id, found.source)) return;
			pieces.questionnaires.push(found.value);
			questionnaireOrigins(found.value, found.source).forEach((o, piece) => origins.set(piece, o));
		},
		profile: async file => {
			const found = await read<z.ZodType<Profile | ProfileExtension>>(file, data =>
				isExtension(data) ? ProfileExtension : Profile,
			);
			if (found === undefined) return;
			const {value, source} = found;
			if (!sameId(file, value.id, source)) return;
			if ('extends' in value) {
				extensions.push({extension: value, source});
				return;
			}
			pieces.profiles.push(value);
			origins.set(value, {source, path: []});
		},
		framework: async file => {
			const found = await read(file, FrameworkFile);
			if (found === undefined) return;
			const {source} = found;
			const {crosswalk: rows, ...framework} = found.value;
			if (!sameId(file, framework.id, source)) return;
			pieces.frameworks.push(framework);
			origins.set(framework, {source, path: []});
			if (rows === undefined) return;
			const numbers = numbersAsIds(source, ['crosswalk']);
			problems.push(...numbers);
			if (numbers.length > 0) return;
			const crosswalk = {framework: framework.id, rows};
			crosswalks.push(crosswalk);
			origins.set(crosswalk, {source, path: ['crosswalk']});
		},
		risks: async file => {
			const found = await read(file, RisksFile);
			if (found === undefined) return;
			pieces.risks.push(...found.value.risks);
			listed(found.value.risks, 'risks', found.source);
		},
		partly: async file => {
			const found = await read(file, Partly);
			if (found === undefined) return;
			pieces.partly = found.value;
			origins.set(found.value, {source: found.source, path: []});
		},
		evidence: async file => {
			const found = await read(file, EvidenceFile);
			if (found === undefined) return;
			pieces.evidenceKinds.push(...found.value.kinds);
			listed(found.value.kinds, 'kinds', found.source);
		},
	};
	for (const file of listing.files) await readers[file.kind](file);
	return {parts: pieces, crosswalks, extensions, origins, problems, unread: unreadAll(unread)};
};
