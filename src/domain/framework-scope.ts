import type {Framework} from './framework.js';
import {databasesBeside} from './databases-beside.js';
import type {Target} from './target.js';

/**
 * True when a target speaks for a framework: for one about an engine or a platform, only databases of these, and what stands
 * beside one of them. What is linked to no database speaks for no such framework, because nobody knows what it is about.
 */
export const speaksFor = (
	{scope}: Framework,
	target: Target,
	targets: readonly Target[],
): boolean =>
	scope === undefined ||
	databasesBeside(target, targets).some(
		({engine, platform}) =>
			(scope.engines?.includes(engine) ?? true) &&
			(scope.platforms === undefined ||
				(platform !== undefined && scope.platforms.includes(platform))),
	);

/** What a framework is about, in words; nothing for one about every database. */
export const scopeWords = ({scope}: Pick<Framework, 'scope'>): string | undefined => {
	if (scope === undefined) return undefined;
	const {engines, platforms} = scope;
	const about = [
		...(engines === undefined ? [] : [`of ${engines.join(' or ')}`]),
		...(platforms === undefined ? [] : [`on ${platforms.join(' or ')}`]),
	].join(' ');
	return `Only targets ${about}, and what is linked to them, speak for it.`;
};
