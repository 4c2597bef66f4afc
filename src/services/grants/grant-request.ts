import type {Platform} from '../../domain/platform.js';
import type {Engine} from '../../domain/target.js';

/** What a script of grants is for. */
export type GrantRequest = {
	readonly platform: Platform;
	readonly engine: Engine;
	/** The scanner's login. */
	readonly user: string;
	/** The databases that it looks into: at least one on PostgreSQL, nothing elsewhere. */
	readonly databases: readonly string[];
	/** The address that dbvet connects from, as the engine writes it; MySQL and MariaDB need it. */
	readonly from?: string;
	/** What to say about the login, where it is not the one that the target's URL names. */
	readonly ownLogin?: {readonly note: string; readonly next: string};
};
