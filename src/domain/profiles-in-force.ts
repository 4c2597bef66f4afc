import type {Target} from './target.js';
import type {Settings} from './workspace.js';

/** The profiles that hold for a target: its own, or else those of the workspace. */
export const profilesInForce = (
	target: Pick<Target, 'profiles'> | undefined,
	{profiles}: Pick<Settings, 'profiles'>,
): readonly string[] =>
	target?.profiles === undefined || target.profiles.length === 0 ? profiles : target.profiles;
