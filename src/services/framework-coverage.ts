import type {Content} from '../domain/content.js';
import {citedFrameworks, controlsOf} from '../domain/content-parts.js';
import type {Control, Strength} from '../domain/control.js';
import {UserError} from '../domain/errors.js';
import type {Assurance, ControlState, Evaluation} from '../domain/evaluation.js';
import type {Framework} from '../domain/framework.js';
import {speaksFor} from '../domain/framework-scope.js';
import {nearest} from '../domain/suggest.js';

/** A control that supports a requirement, and how it stands on each target of its kind that speaks for the framework. */
export type Supporter = {
	readonly control: string;
	readonly title: string;
	readonly strength: Strength;
	readonly why?: string;
	/** Absent without a workspace; empty when the workspace has no target that the control belongs to. */
	readonly states?: readonly {
		readonly target: string;
		readonly state: ControlState;
		readonly assurance: Assurance;
		readonly stale: boolean;
		/** How well it was known before what it rests on grew too old; absent unless stale. */
		readonly agedFrom?: Assurance;
		readonly waived: boolean;
	}[];
};

type Listed = {readonly id: string; readonly title: string};

export type GroupCoverage = {
	readonly title?: string;
	readonly supported: readonly (Listed & {readonly supporters: readonly Supporter[]})[];
	readonly uncovered: readonly Listed[];
};

type FrameworkFacts = Omit<Framework, 'requirements' | 'groups' | 'cite'>;

export type FrameworkCoverage = FrameworkFacts & {
	/** Requirements in force; headings count only when a control refers to them. */
	readonly requirements: number;
	readonly supported: number;
	readonly references: number;
	readonly groups: readonly GroupCoverage[];
};

/** The framework with an id. @throws UserError with the nearest id for an unknown one. */
export const findFramework = (content: Content, id: string): Framework => {
	const found = content.frameworks.find(f => f.id === id);
	if (found !== undefined) return found;
	const ids = content.frameworks.map(f => f.id);
	const short = id.toLowerCase();
	const near =
		nearest(id, ids) ?? (short === '' ? undefined : ids.find(known => known.includes(short)));
	throw new UserError(`There is no framework ${JSON.stringify(id)}.`, [
		near === undefined
			? 'List them with: dbvet questionnaire coverage'
			: `Did you mean ${near}? List all with: dbvet questionnaire coverage`,
	]);
};

const supportersOf = (
	framework: Framework,
	controls: readonly Control[],
	evaluation: Evaluation | undefined,
): ReadonlyMap<string, readonly Supporter[]> => {
	const byRequirement = new Map<string, Supporter[]>();
	const targets = evaluation?.targets.map(t => t.target) ?? [];
	const speaking = new Set(targets.filter(t => speaksFor(framework, t, targets)).map(t => t.id));
	for (const {id: control, title, references} of controls) {
		const states = evaluation?.controls
			.filter(c => c.control === control && speaking.has(c.target))
			.map(({targetName, state, assurance, stale, agedFrom, waived}) => ({
				target: targetName,
				state,
				assurance,
				stale,
				...(agedFrom === undefined ? {} : {agedFrom}),
				waived,
			}));
		for (const {framework: other, id, strength, why} of references) {
			if (other !== framework.id) continue;
			const list = byRequirement.get(id) ?? [];
			list.push({
				control,
				title,
				strength,
				...(why === undefined ? {} : {why}),
				...(states === undefined ? {} : {states}),
			});
			byRequirement.set(id, list);
		}
	}
	return byRequirement;
};

/** What controls support in a framework, and what nothing in dbvet speaks about. States come from an evaluation, if there is one. */
export const frameworkCoverage = (
	content: Content,
	framework: Framework,
	evaluation?: Evaluation,
): FrameworkCoverage => {
	const supporters = supportersOf(framework, controlsOf(content), evaluation);
	const titles = new Map(framework.groups.map(g => [g.from, g.title]));
	type Growing = {
		title?: string;
		supported: GroupCoverage['supported'][number][];
		uncovered: Listed[];
	};
	const groups: Growing[] = [];
	for (const {id, title, heading, withdrawn} of framework.requirements) {
		const begins = titles.get(id);
		let group = groups.at(-1);
		if (group === undefined || begins !== undefined) {
			group = {supported: [], uncovered: [], ...(begins === undefined ? {} : {title: begins})};
			groups.push(group);
		}
		const found = supporters.get(id);
		if (found !== undefined) group.supported.push({id, title, supporters: found});
		else if (!heading && !withdrawn) group.uncovered.push({id, title});
	}
	const {requirements: _, groups: __, cite: ___, ...facts} = framework;
	const supported = groups.flatMap(g => g.supported);
	return {
		...facts,
		requirements: supported.length + groups.flatMap(g => g.uncovered).length,
		supported: supported.length,
		references: supported.flatMap(r => r.supporters).length,
		groups,
	};
};

export type FrameworkSummary = Omit<FrameworkCoverage, 'groups'> & {
	/** Documents of this workspace refer to it. */
	readonly cited: boolean;
};

/** All frameworks with their counts; `chosen` are those that the workspace's documents refer to. */
export const frameworkSummaries = (
	content: Content,
	chosen: readonly string[] | undefined,
): readonly FrameworkSummary[] => {
	const cited = new Set(citedFrameworks(content, chosen).map(f => f.id));
	return content.frameworks.map(framework => {
		const {groups: _, ...summary} = frameworkCoverage(content, framework);
		return {...summary, cited: cited.has(framework.id)};
	});
};
