import type {Answer} from '../domain/answer.js';
import {contentOf, type Conflict} from '../domain/conflict.js';
import {Day} from '../domain/id.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import type {Target} from '../domain/target.js';
import {tables, valueAt} from '../domain/value-at.js';
import type {Settings, WorkspaceState} from '../domain/workspace.js';
import {unique} from './order.js';

/** The answers of a question that people gave without knowing of each other; null: taken away. */
export type Versions = readonly (Answer | null)[];

/** The state as it may be counted while somebody has to choose between versions. */
export type Cautious = {
	readonly state: WorkspaceState;
	/** By `target/question`, where the values differ; a note alone changes nothing that counts. */
	readonly versions: ReadonlyMap<string, Versions>;
};

/** The conflicts that hold in a state: once a key has got another value, it is settled there. */
export const standing = (
	state: WorkspaceState,
	conflicts: readonly Conflict[],
): readonly Conflict[] =>
	conflicts.filter(
		({kind, key, entries}) =>
			contentOf(valueAt(state, kind, key)) === contentOf(entries.at(-1)?.after),
	);

const isThere = <T>(value: T | null): value is T => value !== null;

/** The day that comes first: what is to hold until a day, or held since one, holds no longer than both say. */
const shownAnswer = (versions: Versions): Answer | undefined => {
	const given = versions.filter(isThere);
	const days = given.filter(({value}) => Day.safeParse(value).success);
	return days.length === given.length
		? days.toSorted((a, b) => (String(a.value) < String(b.value) ? -1 : 1))[0]
		: given.at(-1);
};

/** A target that one version has retired or removed is still assessed, under the profiles of all versions. */
const cautiousTarget = (
	versions: readonly (Target | null)[],
	settings: Settings,
): Target | undefined => {
	const given = versions.filter(isThere);
	const last = given.at(-1);
	if (last === undefined) return undefined;
	const {retiredAt, profiles, ...rest} = last;
	const all = unique(given.flatMap(target => profilesInForce(target, settings)));
	const own = given.some(target => target.profiles !== undefined) ? all : profiles;
	const retired = given.length === versions.length && given.every(t => t.retiredAt !== undefined);
	return {
		...rest,
		...(retired && retiredAt !== undefined ? {retiredAt} : {}),
		...(own === undefined ? {} : {profiles: own}),
	};
};

/** A table with one key set, or without it. */
const withKey = <T>(
	table: Readonly<Record<string, T>>,
	key: string,
	value: T | undefined,
): Readonly<Record<string, T>> => {
	const {[key]: _, ...rest} = table;
	return value === undefined ? rest : {...rest, [key]: value};
};

/**
 * The safer reading of every conflict, so that nobody's version is taken for the better one: profiles of all versions hold together, a
 * target is assessed while one version has it, and what would let something pass (a waiver, a settled contradiction, a decision on a risk,
 * evidence) counts for nothing. Answers are read version by version.
 */
export const cautious = (state: WorkspaceState, conflicts: readonly Conflict[]): Cautious => {
	const versions = new Map<string, Versions>();
	let safe = state;
	// The settings first: which profiles hold for a target may rest on them.
	const ordered = conflicts.toSorted(
		(a, b) => Number(b.kind === 'settings') - Number(a.kind === 'settings'),
	);
	for (const {kind, key, entries} of ordered) {
		// Each value was checked against the schema of its kind when its entry was read.
		const values = entries.map(({after}) => after);
		switch (kind) {
			case 'settings': {
				const profiles = unique((values as Settings[]).flatMap(s => s.profiles));
				safe = {...safe, settings: {...safe.settings, profiles}};
				break;
			}
			case 'target': {
				const target = cautiousTarget(values as (Target | null)[], safe.settings);
				safe = {...safe, targets: withKey(safe.targets, key, target)};
				break;
			}
			case 'answer': {
				const answers = values as Versions;
				if (new Set(answers.map(a => a?.value)).size < 2) break;
				versions.set(key, answers);
				safe = {...safe, answers: withKey(safe.answers, key, shownAnswer(answers))};
				break;
			}
			case 'evidence':
			case 'waiver':
			case 'resolution':
			case 'decision':
				safe = {...safe, [tables[kind]]: withKey<unknown>(safe[tables[kind]], key, undefined)};
				break;
			case 'mark':
			case 'run':
			case 'content':
			case 'baseline':
			case 'suggestion':
				break;
		}
	}
	return {state: safe, versions};
};
