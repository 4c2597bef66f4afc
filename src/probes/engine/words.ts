import type {Severity} from '../../domain/severity.js';

/** What a row of settings says of a value: fine, or a fault in words, or that the value is none it knows. */
export type Word =
	| {readonly is: 'fine' | 'strange'}
	| {readonly is: 'fault'; readonly text?: string; readonly severity?: Severity}
	| {readonly is: 'not-applicable'; readonly why: string};

export const fine: Word = {is: 'fine'};
export const strange: Word = {is: 'strange'};
export const fault = (text?: string, severity?: Severity): Word => ({
	is: 'fault',
	...(text === undefined ? {} : {text}),
	...(severity === undefined ? {} : {severity}),
});

/** A number, in the unit that the server shows it in, judged by a rule. */
export const number =
	(rule: (value: number) => Word) =>
	(value: string): Word => {
		const is = Number(value);
		return value.trim() === '' || !Number.isFinite(is) ? strange : rule(is);
	};
