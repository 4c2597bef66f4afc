import type {CommandOf} from '../../keys.js';
import type {FormPurpose, SaveEffect, Trouble} from '../../messages.js';
import {isDay} from '../../model/time.js';
import {dayOf} from '../../../domain/day.js';
import {texts} from '../../texts/texts.js';
import {textState, type TextState} from '../text-field/state.js';

export type FieldName = 'reason' | 'approver' | 'until';
/** How a contradiction is resolved, in the order shown. */
export const decisions = ['take-observation', 'keep-answer'] as const;
export type Decision = (typeof decisions)[number];

export type FormState = {
	readonly purpose: FormPurpose;
	/** Only of a contradiction. */
	readonly decision: Decision;
	/** Only of a conflict: which version is marked, from 0; -1 until the person marks one, so that none is taken unasked. */
	readonly version: number;
	readonly fields: Readonly<Record<FieldName, TextState>>;
	/** A part of `partsOf`. */
	readonly focus: FieldName | 'decision';
	readonly problem: {readonly field: FieldName; readonly text: string} | undefined;
	readonly saving: boolean;
	readonly trouble: Trouble | undefined;
};

export const openForm = (purpose: FormPurpose): FormState => ({
	purpose,
	decision: 'take-observation',
	version: -1,
	fields: {reason: textState(), approver: textState(), until: textState()},
	focus: purpose.kind === 'waive' ? 'reason' : 'decision',
	problem: undefined,
	saving: false,
	trouble: undefined,
});

/** What the form asks for, in order. */
export const partsOf = ({purpose, decision}: FormState): readonly (FieldName | 'decision')[] => {
	switch (purpose.kind) {
		case 'waive':
			return ['reason', 'approver', 'until'];
		case 'choose':
			return ['decision', 'reason'];
		case 'resolve':
			return decision === 'take-observation' ? ['decision'] : ['decision', 'reason', 'until'];
	}
};

/** True when text was typed that closing would lose. */
export const hasTyped = ({fields}: FormState): boolean =>
	Object.values(fields).some(f => f.text.trim() !== '');

/** Changes the text in front; nothing on the decision. */
export const changeField = (form: FormState, change: (text: TextState) => TextState): FormState =>
	form.focus === 'decision' || form.saving
		? form
		: {
				...form,
				problem: undefined,
				trouble: undefined,
				fields: {...form.fields, [form.focus]: change(form.fields[form.focus])},
			};

const problemOf = (form: FormState, field: FieldName, now: string): string | undefined => {
	const text = form.fields[field].text.trim();
	if (field === 'until') {
		// As on the command line: what is named is the last day on which it holds.
		if (text !== '' && !isDay(text)) return texts.problems.date(text);
		return text >= dayOf(now) ? undefined : texts.problems.future;
	}
	// Which version holds may be plain; a failure that is accepted, or an observation set aside, never is.
	return text === '' && form.purpose.kind !== 'choose' ? texts.problems[field] : undefined;
};

const effectOf = ({purpose, decision, version, fields}: FormState): SaveEffect => {
	const reason = fields.reason.text.trim();
	const until = fields.until.text.trim();
	if (purpose.kind === 'waive') {
		const {target, check, object} = purpose;
		const approver = fields.approver.text.trim();
		const input = {target, check, reason, approver, until};
		return {kind: 'waive', input: object === undefined ? input : {...input, object}};
	}
	if (purpose.kind === 'choose') {
		const {id, entries, versions} = purpose.conflict;
		const take = versions[version]?.number ?? 0;
		const input = {conflict: id, take, entries};
		return {kind: 'choose', input: reason === '' ? input : {...input, reason}};
	}
	const {contradiction} = purpose;
	return {
		kind: 'resolve',
		input:
			decision === 'take-observation'
				? {contradiction, decision}
				: {contradiction, decision, reason, until},
	};
};

const focusBy = (form: FormState, by: 1 | -1): FormState => {
	const parts = partsOf(form);
	const at = parts.indexOf(form.focus) + by;
	return {...form, focus: parts[Math.max(0, Math.min(at, parts.length - 1))] ?? form.focus};
};

/** Goes to the next part; on the last one checks all of them and, when they are right, gives what is to be saved. */
const submit = (
	form: FormState,
	now: string,
): {readonly form: FormState; readonly effect?: SaveEffect} => {
	const parts = partsOf(form);
	if (form.purpose.kind === 'choose' && form.version < 0)
		return {form: {...form, focus: 'decision'}};
	if (form.focus !== parts.at(-1)) return {form: focusBy(form, 1)};
	for (const part of parts) {
		const text = part === 'decision' ? undefined : problemOf(form, part, now);
		if (part !== 'decision' && text !== undefined) {
			return {form: {...form, focus: part, problem: {field: part, text}}};
		}
	}
	return {
		form: {...form, saving: true, problem: undefined, trouble: undefined},
		effect: effectOf(form),
	};
};

/** The version before or after the marked one, at the ends the other end. */
const besideVersion = (form: FormState, by: 1 | -1): FormState => {
	const count = form.purpose.kind === 'choose' ? form.purpose.conflict.versions.length : 1;
	const from = form.version < 0 && by < 0 ? 0 : form.version;
	return {...form, version: (from + by + count) % count};
};

/** What a command does in an open form; while it is being saved, nothing. */
export const updateForm = (
	form: FormState,
	command: Exclude<CommandOf<'form' | 'form-choice'>, 'close'>,
	now: string,
): {readonly form: FormState; readonly effect?: SaveEffect} => {
	if (form.saving) return {form};
	const choosing = form.purpose.kind === 'choose';
	switch (command) {
		case 'submit':
			return submit(form, now);
		case 'next-field':
			return {form: focusBy(form, 1)};
		case 'previous-field':
			return {form: focusBy(form, -1)};
		case 'up':
			return {form: choosing ? besideVersion(form, -1) : {...form, decision: decisions[0]}};
		case 'down':
			return {form: choosing ? besideVersion(form, 1) : {...form, decision: decisions[1]}};
		case 'other-choice': {
			if (choosing) return {form: besideVersion(form, 1)};
			const decision = form.decision === 'keep-answer' ? 'take-observation' : 'keep-answer';
			return {form: {...form, decision}};
		}
	}
};
