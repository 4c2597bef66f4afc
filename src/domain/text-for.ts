import {platformTitles} from './platform-titles.js';
import type {Platform, PlatformText} from './platform.js';

/** The text for a platform, or the general one. */
export const textFor = (text: PlatformText, platform: Platform | undefined): string =>
	(platform === undefined ? undefined : text[platform]) ?? text.all;

/** The texts that these platforms have, in their order, each with the names of those that share it. */
export const platformTexts = (
	text: PlatformText,
	platforms: readonly Platform[],
): readonly {readonly names: string; readonly text: string}[] => {
	const titles = new Map<string, readonly string[]>();
	for (const platform of platforms) {
		const own = textFor(text, platform);
		titles.set(own, [...(titles.get(own) ?? []), platformTitles[platform]]);
	}
	const list = new Intl.ListFormat('en-GB');
	return [...titles].map(([own, names]) => ({names: list.format(names), text: own}));
};

/**
 * The paragraphs for somebody whose databases run on several platforms: one text where they agree, otherwise one for each
 * platform that has its own, under its name, after the general text if a platform has none. At least one paragraph.
 */
export const textsFor = (text: PlatformText, platforms: readonly Platform[]): readonly string[] => {
	const found = platformTexts(text, platforms);
	if (found.length <= 1) return [found[0]?.text ?? text.all];
	const own = found.filter(one => one.text !== text.all);
	return [
		...(own.length < found.length ? [text.all] : []),
		...own.map(one => `${one.names}: ${one.text}`),
	];
};
