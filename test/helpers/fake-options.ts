import type {Target} from '../../src/domain/target.js';
import type {WorkspaceState} from '../../src/domain/workspace.js';
import type {FakeFinding} from './fake-evaluation.js';

/** How the fake workbench behaves and what it starts with. */
export type FakeOptions = {
	/** Questions of each database; at least 7. */
	readonly questions?: number;
	/** How long a save takes (ms). */
	readonly saveMs?: number;
	/** Called before each save; what it throws is how the save fails. */
	readonly beforeSave?: (what: string) => void | Promise<void>;
	/** How long writing documents takes (ms), unless it is given up. */
	readonly renderMs?: number;
	/** How long each step of a probe takes (ms). */
	readonly stepMs?: number;
	/** Findings that are there at the start; default: those of `findingsOf('prod')`. */
	readonly findings?: readonly FakeFinding[];
	readonly answers?: WorkspaceState['answers'];
	readonly targets?: readonly Target[];
	readonly clock?: () => Date;
};
