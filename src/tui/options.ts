import type {Clock} from '../domain/ports.js';
import type {Workbench} from '../services/workbench.js';

export type TuiOptions = {
	/** A promise while the workspace is still read: a frame that says so is drawn meanwhile. */
	readonly workbench: Workbench | Promise<Workbench>;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly clock: Clock;
	/** Where documents are written, as shown to the person. */
	readonly documentsDir?: string;
};

/** How it ended, and the exit code that says so: 0, 130 after Ctrl+C, 128 and the number of a signal. */
export type TuiEnd = {readonly reason: 'quit' | 'interrupted' | 'signal'; readonly code: number};
