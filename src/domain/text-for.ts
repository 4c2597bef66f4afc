import type {Platform, PlatformText} from './platform.js';

/** The text for a platform, or the general one. */
export const textFor = (text: PlatformText, platform: Platform | undefined): string =>
	(platform === undefined ? undefined : text[platform]) ?? text.all;
