import {texts} from '../texts/texts.js';

/** How long ago an instant was, in words, for example "2 minutes ago"; "just now" below one minute or in the future. */
export const ago = (at: string, now: string): string => {
	const seconds = Math.floor((Date.parse(now) - Date.parse(at)) / 1000);
	if (seconds < 60) return texts.time.justNow;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return texts.time.minutesAgo(minutes);
	const hours = Math.floor(minutes / 60);
	return hours < 48 ? texts.time.hoursAgo(hours) : texts.time.daysAgo(Math.floor(hours / 24));
};

const two = (n: number): string => String(n).padStart(2, '0');

/** Hours and minutes of an instant in the time zone of the terminal, for example 14:02. */
export const clockTime = (at: string): string => {
	const date = new Date(at);
	return `${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** A duration in milliseconds as minutes and seconds, for example 00:02. */
export const stopwatch = (ms: number): string => {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};

/** How long something took: tenths of a second below ten seconds, else minutes and seconds. */
export const duration = (ms: number): string =>
	ms < 10_000 ? `${(Math.max(0, ms) / 1000).toFixed(1)} s` : stopwatch(ms);

/** True for a real calendar day written like 2026-11-22. */
export const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) &&
	!Number.isNaN(Date.parse(text)) &&
	new Date(text).toISOString().slice(0, 10) === text;
