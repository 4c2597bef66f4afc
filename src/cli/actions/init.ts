import {relative, resolve} from 'node:path';
import {overruledFacts, overruledText} from '../../domain/implied-facts.js';
import {UserError} from '../../domain/errors.js';
import {nearest} from '../../domain/suggest.js';
import type {Content} from '../../domain/content.js';
import {scopingOf} from '../../domain/content-parts.js';
import {redactedSentence} from '../../domain/secrets/words.js';
import type {Change, Settings} from '../../domain/workspace.js';
import {parseAnswerValue} from '../../questionnaires/index.js';
import {answerChange, findQuestion} from '../../services/answer-question.js';
import {knownProfiles} from '../../services/change-profiles.js';
import {knownContentChange} from '../../services/known-content.js';
import {screenChanges, screenSettings} from '../../services/screen-changes.js';
import {createWorkspace} from '../../store/index.js';
import {authorFrom, newTargetId, shippedContent, writer} from '../compose.js';
import {clockFrom} from '../clock.js';
import {processOutput} from '../output.js';
import {shellWord} from '../shell-word.js';
import {hasTerminal} from '../terminal.js';
import type {Globals} from '../globals.js';
import type {InitChoices} from '../plain/init-choices.js';
import {exposedPlace} from './exposed-place.js';

export type InitOptions = {
	readonly yes?: boolean;
	readonly organisation?: string;
	readonly profile?: readonly string[];
	readonly preparedBy?: string;
	readonly confidentiality?: string;
	readonly fact?: readonly string[];
	/** The folder of an older workspace. */
	readonly from?: string;
	/** The confidentiality was given, and is not the default. */
	readonly labelled?: boolean;
};

const factPairs = (pairs: readonly string[]): InitChoices['facts'] =>
	pairs.map(pair => {
		const [id, value] = pair.split('=', 2);
		if (id === undefined || value === undefined || id === '' || value === '') {
			throw new UserError(`--fact ${JSON.stringify(pair)} is not ID=VALUE.`, [
				'For example: --fact card-data=no',
			]);
		}
		return {id, value};
	});

/** What the settings allow, one line of some length, told before anything is made. */
const checkText = (option: string, text: string | undefined, max: number): void => {
	if (text !== undefined && /\p{Cc}/u.test(text))
		throw new UserError(`${option} holds a line break or another control character.`, [
			'It stands on the cover and at the foot of every page: give one line of plain text.',
		]);
	if (text === undefined || text.length <= max) return;
	throw new UserError(`${option} has ${text.length} characters; ${max} are the most.`, [
		'It stands on the cover and at the foot of every page: give a shorter one.',
	]);
};

const likeThis = ['dbvet init DIR --yes --organisation "Example Ltd" --profile startup'];

/** What the options say, where nobody is to be asked. */
const withoutAsking = (
	{yes, organisation}: InitOptions,
	{profiles, facts}: Pick<InitChoices, 'profiles' | 'facts'>,
): InitChoices => {
	if (yes !== true)
		throw new UserError(
			'Without a terminal dbvet asks nothing: give the options and --yes.',
			likeThis,
		);
	const name = organisation?.trim() ?? '';
	if (name === '') throw new UserError('--organisation is missing: who is assessed?', likeThis);
	return {organisation: name, profiles: profiles.length > 0 ? profiles : ['startup'], facts};
};

/** Makes a workspace from options or, on a terminal without `--yes`, from a wizard. */
export const initWorkspace = async (
	root: string,
	options: InitOptions,
	globals: Globals,
): Promise<void> => {
	checkText('--organisation', options.organisation?.trim(), 120);
	checkText('--prepared-by', options.preparedBy, 120);
	checkText('--confidentiality', options.confidentiality, 60);
	const content = shippedContent();
	if (options.from !== undefined) {
		await goOn(root, options.from, content, options, globals);
		return;
	}
	const given = {
		profiles: options.profile === undefined ? [] : knownProfiles(content, options.profile),
		facts: factPairs(options.fact ?? []),
	};
	const choices =
		options.yes === true || !hasTerminal()
			? withoutAsking(options, given)
			: await (
					await import('../plain/init-wizard.js')
				).askInit(content, options.organisation, given);
	const {organisation} = await makeWorkspace(root, content, choices, options, globals);
	const output = processOutput(process);
	for (const text of overruledChoices(content, choices)) output.note(text);
	for (const text of await exposedPlace(root)) output.note(`Mind: ${text}`);
	const below = relative(process.cwd(), root) || '.';
	// Steps upward are harder to read, and to paste elsewhere, than the whole path.
	const where = below.startsWith('..') ? root : below;
	if (globals.json === true) {
		output.json({workspace: root, organisation, profiles: choices.profiles});
		return;
	}
	const cd = where === '.' ? '' : `cd ${shellWord(where)} && `;
	output.line(
		`Workspace for ${organisation} created in ${where} (${choices.profiles.join(', ')}).`,
	);
	output.line();
	output.line('Next:');
	output.line(
		`  ${cd}dbvet target add prod postgres://dbvet@HOST:5432/DATABASE --ca ca.pem --password-env PROD_PW`,
	);
	output.line(`  ${cd}dbvet`);
};

/** Rolls an older workspace forward; it asks nothing, because all is known. */
const goOn = async (
	root: string,
	from: string,
	content: Content,
	{organisation, profile, preparedBy, confidentiality, labelled, fact}: InitOptions,
	globals: Globals,
): Promise<void> => {
	if (fact !== undefined)
		throw new UserError('--fact does not go with --from: its answers are there, to be confirmed.', [
			'Answer otherwise afterwards, with: dbvet answer',
		]);
	if (organisation?.trim() === '')
		throw new UserError('--organisation is empty.', ['Leave it out to keep the name.']);
	const {initFrom} = await import('./init-from.js');
	await initFrom(
		root,
		resolve(from),
		{
			...(organisation !== undefined && {organisation: organisation.trim()}),
			...(profile !== undefined && {profiles: knownProfiles(content, profile)}),
			...(preparedBy !== undefined && {preparedBy}),
			...(labelled === true && confidentiality !== undefined && {confidentiality}),
		},
		globals,
	);
};

/** The chosen facts that count otherwise than chosen, in words. */
const overruledChoices = (content: Content, {facts}: InitChoices): readonly string[] => {
	const scoping = scopingOf(content);
	const questionOf = (fact: string) => scoping.find(q => q.fact === fact);
	const value = (fact: string): string | undefined =>
		facts.findLast(({id}) => id === fact || id === questionOf(fact)?.id)?.value.toLowerCase();
	return overruledFacts(value).map(implied =>
		overruledText(
			implied,
			questionOf(implied.fact)?.text ?? implied.fact,
			questionOf(implied.when.fact)?.text ?? implied.when.fact,
		),
	);
};

/** Writes the workspace with its organisation and scoping facts; returns the settings as they were stored, without secrets. */
export const makeWorkspace = async (
	root: string,
	content: Content,
	choices: InitChoices,
	options: InitOptions,
	globals: Globals,
): Promise<Settings> => {
	const {clock} = clockFrom(process.env);
	const at = clock().toISOString();
	const by = await authorFrom(globals.by, process.env)();
	const organisation = {
		id: newTargetId(),
		name: 'organisation',
		kind: 'organisation',
		createdAt: at,
	} as const;
	const scoping = scopingOf(content);
	const answers: Change[] = choices.facts.map(({id, value}) => {
		const question = scoping.find(q => q.fact === id || q.id === id);
		if (question === undefined) {
			const near = nearest(
				id,
				scoping.map(q => q.fact ?? q.id),
			);
			throw new UserError(`There is no scoping fact ${JSON.stringify(id)}.`, [
				near === undefined
					? `Facts: ${scoping.map(q => q.fact ?? q.id).join(', ')}.`
					: `Did you mean ${near}?`,
			]);
		}
		findQuestion(content, question.id);
		return answerChange(question, organisation, parseAnswerValue(question, value), undefined, {
			by,
			at,
		});
	});
	const given: Settings = {
		organisation: choices.organisation,
		profiles: [...choices.profiles],
		confidentiality: options.confidentiality ?? 'Confidential',
		createdAt: at,
		...(options.preparedBy === undefined ? {} : {preparedBy: options.preparedBy}),
	};
	const texts = screenSettings(given);
	const screened = screenChanges(answers);
	const redacted = [...texts.redacted, ...screened.redacted];
	if (redacted.length > 0) processOutput(process).note(redactedSentence(redacted));
	const store = await createWorkspace({root, writer: writer(), by, at, settings: texts.settings});
	await store.append(
		[
			...knownContentChange(content, undefined, at),
			{kind: 'target', key: organisation.id, after: organisation},
			...screened.changes,
		],
		{by, at},
	);
	await store.flush();
	return texts.settings;
};
