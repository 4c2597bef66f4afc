import type {DocumentFormat} from '../../../domain/ports.js';
import type {CommandOf} from '../../keys.js';
import type {Result, Trouble, World} from '../../messages.js';
import {texts} from '../../texts/texts.js';
import {clamp, moved} from '../../widgets/list/state.js';

export const formats: readonly DocumentFormat[] = ['pdf', 'html', 'md'];

export type DocumentsState = {
	readonly cursor: number;
	/** Ids; undefined means all, until the person chooses. */
	readonly chosen: readonly string[] | undefined;
	readonly formats: readonly DocumentFormat[];
	readonly writing: boolean;
	/** Paths of what was written last. */
	readonly written: readonly string[] | undefined;
	readonly trouble: Trouble | undefined;
};

export const documentsStart: DocumentsState = {
	cursor: 0,
	chosen: undefined,
	formats: ['pdf', 'html'],
	writing: false,
	written: undefined,
	trouble: undefined,
};

/** Ids of the documents that Enter would write. */
export const chosenDocuments = (
	state: DocumentsState,
	{documents = []}: World,
): readonly string[] => {
	const {chosen} = state;
	return documents.map(d => d.id).filter(id => chosen === undefined || chosen.includes(id));
};

const toggled = <T>(list: readonly T[], one: T): readonly T[] =>
	list.includes(one) ? list.filter(x => x !== one) : [...list, one];

/** What a command does on the screen of documents; the formats follow the documents in one list. */
export const updateDocuments = (
	state: DocumentsState,
	command: CommandOf<'documents'>,
	world: World,
): Result<DocumentsState> => {
	const documents = world.documents ?? [];
	const length = documents.length + formats.length;
	const cursor = clamp(state.cursor, length);
	const chosen = chosenDocuments(state, world);
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return {state: {...state, cursor: moved(cursor, command, length)}};
		case 'toggle': {
			const document = documents[cursor];
			if (document !== undefined) {
				return {state: {...state, chosen: toggled(chosen, document.id)}};
			}
			const format = formats[cursor - documents.length];
			return format === undefined
				? {state}
				: {state: {...state, formats: toggled(state.formats, format)}};
		}
		case 'toggle-all':
			return {
				state: {...state, chosen: chosen.length === documents.length ? [] : undefined},
			};
		case 'write':
			if (state.writing) return {state};
			return chosen.length === 0 || state.formats.length === 0
				? {state, notice: {tone: 'warn', text: texts.documents.nothingChosen}}
				: {
						state: {...state, writing: true, written: undefined, trouble: undefined},
						effects: [
							{
								kind: 'render',
								documents: chosen,
								formats: formats.filter(f => state.formats.includes(f)),
							},
						],
					};
	}
};
