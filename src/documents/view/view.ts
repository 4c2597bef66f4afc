import type {Furniture} from '../html/page.js';
import type {ViewValue} from './markup.js';

/** Everything a template needs, and what stands around its text. */
export type DocumentView = {
	readonly furniture: Furniture;
	readonly context: ViewValue;
	/** Added to the file name where a document has several files, for example a database's name. */
	readonly suffix?: string;
};
