import type {FoundSecret, SecretEntry} from './found.js';
import {isPlaceholder} from './placeholder.js';
import {secretWord} from './secret-words.js';

const secretName = new RegExp(`(?:${secretWord}|_pass)$`, 'i');
const nameKey =
	/^(?:name|label|field|variable|(?:parameter|option|setting)?_?(?:key|name)|variable_?name)$/i;
const valueKey =
	/^(?:(?:parameter|option|setting|resolved|default|constant|current|plain)?_?(?:value|text)|default|string)$/i;
const flagKey = /^(?:sensitive|noecho|is_?secret|masked|concealed)$/i;
const secretType = /^(?:secure_?(?:string|object)|concealed)$/i;
const generated = /(?:^|\.)random_password(?:\.|\[|$)/;

/** True for what somebody calls a secret: DB_PASSWORD, DbPassword, spring.datasource.password. */
export const isSecretName = (name: string): boolean => secretName.test(name.slice(-120));

/** An object of an export that names a value beside it, or that stands under its name, while it is read. */
export type NamedObject = {
	/** It is called after a secret, or said to be one. */
	named: boolean;
	/** Its name has blanks in it, so that it may be a title. */
	title: boolean;
	/** What it holds was generated as a password. */
	generated: boolean;
	readonly values: SecretEntry[];
};

/** A new object under a key, and behind the label of a block before it. */
export const namedObject = (under: string | undefined, label?: string): NamedObject => ({
	named: under !== undefined && isSecretName(under),
	title: false,
	generated: under === 'random_password' || label === 'random_password',
	values: [],
});

/** One more entry of an object: its name, a word that makes it secret, or a value. */
export const takeEntry = (object: NamedObject, entry: SecretEntry, value: string): void => {
	const {key} = entry;
	if (nameKey.test(key) && isSecretName(value)) {
		object.named = true;
		object.title = /\s/.test(value);
	}
	if (flagKey.test(key) && /^true$/i.test(value)) object.named = true;
	if (/^type$/i.test(key) && secretType.test(value)) object.named = true;
	if (/^(?:type|address)$/.test(key) && generated.test(value)) object.generated = true;
	if (valueKey.test(key)) object.values.push(entry);
};

const openText = /^(?:secure_?(?:string|object)|string|number|bool(?:ean)?|list|map)$/i;

/** What of an object that was read to its end has to go. */
export const secretsOf = (object: NamedObject, text: string): readonly FoundSecret[] =>
	object.named
		? object.values.flatMap(({start, end}) => {
				const value = text.slice(start, Math.min(end, start + 400));
				if (value.startsWith('[redacted:') || isPlaceholder(value) || openText.test(value))
					return [];
				if (object.title && /\s/.test(value.trim())) return [];
				return [{kind: 'password or key', start, end}];
			})
		: [];
