import type {Furniture} from '../html/page.js';
import {goneProfiles, type ContentTrouble} from '../../domain/content-gaps.js';
import {looserSentence, profileTitle} from '../../domain/own-profile.js';
import {flatText} from './escape.js';
import {chart, type Markup} from './markup.js';
import type {Source} from './source.js';
import {longDate, minute, shortHash} from './text.js';

/** What stands on every page: where the document comes from, so that it can be made again and compared. */
export const furnitureOf = (source: Source, title: string, subject: string): Furniture => ({
	title: flatText(title),
	subject: flatText(subject),
	author: flatText(source.state.settings.preparedBy ?? source.state.settings.organisation),
	confidentiality: flatText(source.state.settings.confidentiality),
	origin: [
		`Record ${shortHash(source.head)}`,
		`dbvet ${source.dbvet}`,
		`content ${shortHash(source.content.version)}${incomplete(source)}`,
		source.fixedClock
			? `clock fixed at ${minute(source.evaluation.at)}`
			: minute(source.evaluation.at),
	].join(' · '),
});

/** Stands on every page, so that a page on its own says it too. */
const incomplete = ({evaluation: {trouble}}: Source): string =>
	trouble === undefined ? '' : ' (incomplete)';

const leftOutFact = (trouble: ContentTrouble): string =>
	[
		...(trouble.leftOut.length === 0 ? [] : [filesFact(trouble.leftOut.length)]),
		...goneProfiles(trouble).map(id => `the profile ${id}, which stands in no file`),
	].join('; ') + ': see the first chapter';

const filesFact = (files: number): string =>
	`${files === 1 ? 'One file' : `${files} files`} of the organisation's own questionnaires, because of mistakes in ${files === 1 ? 'it' : 'them'}`;

/** The cover with its facts; a fact that nobody gave is left out. */
export const coverOf = (source: Source, title: string, subject: string, scope: string): Markup => {
	const {settings} = source.state;
	const facts: [string, string][] = [
		['Scope', scope],
		['Date', longDate(source.evaluation.at)],
		['Profiles', profileNames(source).join(', ')],
		['Prepared for', settings.organisation],
	];
	if (settings.preparedBy !== undefined) facts.push(['Prepared by', settings.preparedBy]);
	facts.push([
		'Version',
		`record ${shortHash(source.head)}, dbvet ${source.dbvet}, content ${shortHash(source.content.version)}`,
	]);
	if (source.evaluation.trouble !== undefined)
		facts.push(['Left out', leftOutFact(source.evaluation.trouble)]);
	if (source.fixedClock)
		facts.push(['Clock', `fixed at ${source.evaluation.at} for this document`]);
	return chart({kind: 'cover', title, subject, confidentiality: settings.confidentiality, facts});
};

/** Titles of the profiles that hold; the id where the content does not hold one, with the reason. */
export const profileNames = ({evaluation, content}: Source): readonly string[] => {
	const {trouble} = evaluation;
	const gone = trouble === undefined ? [] : goneProfiles(trouble);
	return evaluation.profiles.map(id => {
		if (gone.includes(id)) return `${id} (missing)`;
		if (trouble?.profiles.includes(id) === true) return `${id} (left out)`;
		const profile = content.profiles.find(p => p.id === id);
		return profile === undefined ? id : profileTitle(profile);
	});
};

/** Where the profiles that hold are looser than the ones that dbvet ships, a sentence for each that the workspace has changed. */
export const looserSentences = (
	{content}: Source,
	profiles: readonly string[],
): readonly string[] =>
	content.profiles
		.filter(p => profiles.includes(p.id))
		.flatMap(p => looserSentence(p, content) ?? []);
