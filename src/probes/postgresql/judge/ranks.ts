/**
 * The ranks of messages as log_min_messages orders them: what the server logs has the rank LOG, which only `fatal` and
 * `panic` leave out (PostgreSQL manual, Message Severity Levels).
 */
export const ranks = [
	'debug5',
	'debug4',
	'debug3',
	'debug2',
	'debug1',
	'debug',
	'info',
	'notice',
	'warning',
	'error',
	'log',
	'fatal',
	'panic',
] as const;
export type Rank = (typeof ranks)[number];

/** The place of a rank in that order; below 0 for a word that is none. */
export const rankOf = (word: string): number => {
	const name = word.trim().toLowerCase();
	return ranks.findIndex(rank => rank === (name === 'debug' ? 'debug2' : name));
};

/** Whether a value of log_min_messages lets records of a rank into the log; undefined for a value that dbvet does not know. */
export const lets = (least: string, rank: Rank): boolean | undefined => {
	const from = rankOf(least);
	return from < 0 ? undefined : rankOf(rank) >= from;
};
