import type {Content} from '../../../domain/content.js';
import type {WordedPart} from '../../../services/profile-words.js';
import type {CommandOf} from '../../keys.js';
import type {Result, Trouble, World} from '../../messages.js';
import {texts} from '../../texts/texts.js';
import {clamp, moved} from '../../widgets/list/state.js';

/** What a choice would change, once it was worked out. */
export type Preview = {
	readonly profiles: readonly string[];
	readonly parts: readonly WordedPart[];
};

export type ProfilesState = {
	readonly cursor: number;
	/** Ids, in the order of the content; undefined until the person chooses otherwise than what holds. */
	readonly chosen: readonly string[] | undefined;
	/** Of an earlier choice as long as the present one is being worked out. */
	readonly preview: Preview | undefined;
	readonly scroll: number;
	readonly saving: boolean;
	readonly trouble: Trouble | undefined;
};

export const profilesStart: ProfilesState = {
	cursor: 0,
	chosen: undefined,
	preview: undefined,
	scroll: 0,
	saving: false,
	trouble: undefined,
};

/** The chosen profiles, else those that hold. */
export const chosenProfiles = (state: ProfilesState, {snapshot}: World): readonly string[] =>
	state.chosen ?? snapshot.evaluation.profiles;

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every(id => b.includes(id));

/** True when Enter would change something that was shown. */
export const canApply = (state: ProfilesState, world: World): boolean =>
	state.chosen !== undefined &&
	state.chosen.length > 0 &&
	!sameSet(state.chosen, world.snapshot.evaluation.profiles) &&
	state.preview !== undefined &&
	sameSet(state.preview.profiles, state.chosen);

const toggled = (content: Content, chosen: readonly string[], id: string): readonly string[] =>
	content.profiles
		.map(p => p.id)
		.filter(other => (other === id ? !chosen.includes(id) : chosen.includes(other)));

/** Keeps what a choice would change, unless the person has chosen on. */
export const previewed = (state: ProfilesState, preview: Preview): ProfilesState =>
	state.chosen !== undefined && sameSet(state.chosen, preview.profiles)
		? {...state, preview, scroll: 0, trouble: undefined}
		: state;

/** What a command does on the screen of profiles. */
export const updateProfiles = (
	state: ProfilesState,
	command: CommandOf<'profiles'>,
	world: World,
): Result<ProfilesState> => {
	const {profiles} = world.snapshot.content;
	const cursor = clamp(state.cursor, profiles.length);
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return {state: {...state, cursor: moved(cursor, command, profiles.length)}};
		case 'scroll-up':
			return {state: {...state, scroll: Math.max(0, state.scroll - 6)}};
		case 'scroll-down':
			return {state: {...state, scroll: state.scroll + 6}};
		case 'toggle': {
			const marked = profiles[cursor];
			if (marked === undefined || state.saving) return {state};
			const chosen = toggled(world.snapshot.content, chosenProfiles(state, world), marked.id);
			const next = {...state, chosen, scroll: 0, trouble: undefined};
			return chosen.length === 0
				? {state: next, notice: {tone: 'warn', text: texts.profiles.noneChosen}}
				: {state: next, effects: [{kind: 'preview-profiles', profiles: chosen}]};
		}
		case 'apply':
			if (state.saving || state.chosen === undefined || !canApply(state, world)) return {state};
			return {
				state: {...state, saving: true},
				effects: [{kind: 'set-profiles', profiles: state.chosen}],
			};
	}
};
