import type {Files} from './files.js';
import type {LockTimes} from './lock.js';

/** What the store needs of the world, handed in so that tests can make it fail or stand still. */
export type Surroundings = {
	readonly files: Files;
	readonly lockTimes: LockTimes;
	/** A fresh text of at least 64 random bits, in characters that a file name may have. */
	readonly random: () => string;
	/** Tells the user something that went on without stopping: one or two sentences. The same text twice is told once. */
	readonly tell: (text: string) => void;
};
