import type {Content} from '../../domain/content.js';
import {scopingOf} from '../../domain/content-parts.js';
import type {Question} from '../../domain/question.js';
import {processOutput, wrap} from '../output.js';
import type {InitChoices} from './init-choices.js';
import {prompting} from './prompt.js';

/** Asks what a workspace needs to know at the start; scoping questions may be left for later. */
export const askInit = async (
	content: Content,
	organisation: string | undefined,
	given: {readonly profiles: readonly string[]; readonly facts: InitChoices['facts']},
): Promise<InitChoices> => {
	const output = processOutput(process);
	const base = await prompting(prompt =>
		prompt<{organisation?: string; profiles?: string[]; scope: boolean}>([
			{
				type: 'input',
				name: 'organisation',
				message: 'Which organisation is assessed? (stands on every document)',
				when: organisation === undefined,
				validate: (text: string) =>
					text.trim() === ''
						? 'A name is needed.'
						: !/\p{Cc}/u.test(text.trim()) || 'One line of plain text is wanted.',
			},
			{
				type: 'checkbox',
				name: 'profiles',
				message: 'Which situation fits? (several: the strictest wins)',
				when: given.profiles.length === 0,
				choices: content.profiles.map(profile => ({
					name: profile.title,
					short: profile.id,
					// Broken here: the prompt itself breaks lines in the middle of words.
					description: wrap(profile.summary, Math.min(output.columns, 90) - 2),
					value: profile.id,
					checked: profile.id === 'startup',
				})),
				required: true,
			},
			{
				type: 'confirm',
				name: 'scope',
				message: 'Answer a few scoping questions now? They decide what else is asked.',
				default: true,
			},
		]),
	);
	const facts = [...given.facts];
	if (base.scope) {
		for (const question of scopingOf(content)) {
			const fact = question.fact;
			if (fact === undefined || facts.some(f => f.id === fact)) continue;
			const value = await askFact(question);
			if (value !== '') facts.push({id: fact, value});
		}
	}
	return {
		organisation: (organisation ?? base.organisation ?? '').trim(),
		profiles: base.profiles ?? given.profiles,
		facts,
	};
};

const askFact = async (question: Question): Promise<string> => {
	const {answer} = question;
	const choices =
		answer.kind === 'choice'
			? answer.options.map(option => ({name: option.label, value: option.id}))
			: [
					{name: 'Yes', value: 'yes'},
					{name: 'No', value: 'no'},
				];
	if (answer.kind !== 'choice' && answer.kind !== 'yes-no') return '';
	const {value} = await prompting(prompt =>
		prompt<{value: string}>([
			{
				type: 'select',
				name: 'value',
				message: question.text,
				choices: [...choices, {name: "Don't know yet", value: 'dont-know'}],
			},
		]),
	);
	return value;
};

/** Asks whether to make a workspace in the present folder. */
export const offerWorkspace = async (): Promise<boolean> => {
	const {make} = await prompting(prompt =>
		prompt<{make: boolean}>([
			{
				type: 'confirm',
				name: 'make',
				message: 'There is no dbvet workspace here. Create one in this folder?',
				default: true,
			},
		]),
	);
	return make;
};
