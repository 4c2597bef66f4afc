/** Probe events are shown in bundles, so that a fast probe does not draw thousands of frames (ms). */
export const bundleMs = 50;
/** How often a running probe moves its sign and its stopwatch (ms); nothing ticks otherwise. */
export const tickMs = 250;

/** While an answer is on its way to the disk, other keys wait for it; these do not. */
export const impatient: ReadonlySet<string> = new Set(['ctrl+c', 'esc', 'q', '?']);
