import {describe, expect, it} from 'vitest';
import {tinyContent, tinyProfile} from '../../../../test/helpers/tiny-content.js';
import type {World} from '../../messages.js';
import {canApply, chosenProfiles, previewed, profilesStart, updateProfiles} from './state.js';

const world = {
	snapshot: {
		content: tinyContent({
			profiles: [tinyProfile({id: 'one'}), tinyProfile({id: 'two'})],
		}),
		evaluation: {profiles: ['one']},
	},
} as unknown as World;

const toggle = (state = profilesStart) => updateProfiles(state, 'toggle', world);
const on = (cursor: number, state = profilesStart) => ({...state, cursor});

describe('the screen of profiles', () => {
	it('begins with what holds, and changes nothing on Enter', () => {
		expect(chosenProfiles(profilesStart, world)).toEqual(['one']);
		expect(updateProfiles(profilesStart, 'apply', world).effects).toBeUndefined();
	});

	it('asks what a choice would change, and takes it back the same way', () => {
		const added = toggle(on(1));
		expect(added.effects).toEqual([{kind: 'preview-profiles', profiles: ['one', 'two']}]);
		const back = toggle(added.state);
		expect(chosenProfiles(back.state, world)).toEqual(['one']);
		expect(canApply(previewed(back.state, {profiles: ['one'], parts: []}), world)).toBe(false);
	});

	it('makes a change only after it was shown, and only once', () => {
		const {state} = toggle(on(1));
		expect(updateProfiles(state, 'apply', world).effects).toBeUndefined();
		const shown = previewed(state, {profiles: ['two', 'one'], parts: []});
		const made = updateProfiles(shown, 'apply', world);
		expect(made.effects).toEqual([{kind: 'set-profiles', profiles: ['one', 'two']}]);
		expect(updateProfiles(made.state, 'apply', world).effects).toBeUndefined();
	});

	it('forgets a preview that came too late', () => {
		const {state} = toggle(on(1));
		const late = previewed(state, {profiles: ['two'], parts: []});
		expect(late.preview).toBeUndefined();
	});

	it('says that one profile has to hold', () => {
		const none = toggle(on(0));
		expect(none.effects).toBeUndefined();
		expect(none.notice?.tone).toBe('warn');
		expect(updateProfiles(none.state, 'apply', world).effects).toBeUndefined();
	});
});
