import {LineCounter, parseDocument} from 'yaml';
import * as z from 'zod';
import {UserError} from '../../domain/errors.js';
import {Slug} from '../../domain/id.js';

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
	const node = document.getIn(issue?.path ?? [], true) as {range?: readonly number[]} | undefined;
	throw new UserError(
		`${at(node?.range?.[0] ?? 0)}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`,
		['The keys are id, title, summary, audience and per.'],
	);
};
