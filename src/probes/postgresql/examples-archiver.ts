import type {Archiver} from './facts/server.js';

/** An archiver that works. */
export const workingArchiver: Archiver = {
	mode: 'on',
	command: 'stores',
	commandHasSecret: false,
	library: 'none',
	walLevel: 'replica',
	archived: 10,
	failed: 0,
	waiting: 0,
	lastArchivedSeconds: 60,
	lastFailedSeconds: null,
};
