import {LineCounter, parseDocument} from 'yaml';
import * as z from 'zod';
import {UserError} from '../../domain/errors.js';
import {Slug} from '../../domain/id.js';
import {plainText} from '../../domain/text.js';

/** templates/<document>/document.yaml */
export const DocumentDefinition = z
	.strictObject({
		id: Slug,
		title: z.string().min(3).max(60),
		summary: z.string().min(10).max(200),
		audience: z.string().min(3).max(200),
		/** One file for the whole workspace, or one for each database target. */
		per: z.enum(['workspace', 'database']),
	})
	.readonly();
export type DocumentDefinition = z.infer<typeof DocumentDefinition>;

/**
 * Reads a document.yaml.
 * @param path named in messages as path:line:column
 * @throws UserError when it is not YAML or does not fit the schema
 */
export const readDefinition = (text: string, path: string): DocumentDefinition => {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, uniqueKeys: true});
	const at = (offset: number): string => {
		const {line, col} = lines.linePos(offset);
		return `${path}:${line}:${col}`;
	};
	const broken = document.errors[0];
	if (broken) throw new UserError(`${at(broken.pos[0])}: ${broken.message.split('\n')[0] ?? ''}`);
	const parsed = DocumentDefinition.safeParse(document.toJS({maxAliasCount: 10}));
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
	const place = key === undefined ? [] : [key];
	const node = document.getIn(place, true) as {range?: readonly number[]} | undefined;
	throw new UserError(`${at(node?.range?.[0] ?? 0)}: ${faultOf(key, node !== undefined)}`, [
		'The keys are id, title, summary, audience and per.',
	]);
};

/** What each key wants to hold. */
const wanted: Readonly<Record<string, string>> = {
	id: 'small letters, digits and dashes',
	title: 'a text of 3 to 60 characters',
	summary: 'a text of 10 to 200 characters',
	audience: 'a text of 3 to 200 characters',
	per: 'workspace or database',
};

const faultOf = (key: PropertyKey | undefined, present: boolean): string => {
	if (key === undefined) return 'the file holds no keys with their values';
	const name = plainText(String(key), 40);
	const want = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
	if (want === undefined) return `"${name}" is no key of a document`;
	return present ? `${name} wants ${want}` : `${name} is missing; it wants ${want}`;
};
