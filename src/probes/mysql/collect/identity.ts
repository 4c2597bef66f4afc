import * as z from 'zod';
import {productOf, releaseOf, type Release} from '../../engine/mysql-releases.js';
import type {Session} from './session.js';

/** What a server is: by what is built into it where that can be seen, else by what it says. */
export type ServerIdentity = {
	readonly product: 'mysql' | 'mariadb';
	readonly release?: Release;
	/** The version for people; it tells when the server calls itself something else. */
	readonly version: string;
};

const builtIn = {
	row: z.strictObject({name: z.string(), built: z.string()}),
	sql: `SELECT UPPER(PLUGIN_NAME) AS \`name\`, PLUGIN_TYPE_VERSION AS \`built\` FROM information_schema.PLUGINS
		WHERE PLUGIN_NAME IN ('MEMORY', 'Aria') AND PLUGIN_TYPE = 'STORAGE ENGINE'`,
};

/** A storage engine carries the number of the release that it was compiled for: 101119.0 is 10.11.19. */
const releaseFrom = (built: string | undefined): Release | undefined => {
	const digits = /^(\d{5,7})\.\d+$/.exec(built ?? '')?.[1];
	if (digits === undefined) return undefined;
	const number = Number(digits);
	return {
		major: Math.floor(number / 10_000),
		minor: Math.floor(number / 100) % 100,
		patch: number % 100,
	};
};

/**
 * MariaDB lets its administrator choose what VERSION() and the greeting say (the option `version`), so that an old release may
 * call itself a new one, or MySQL. The engines that are built in do not go along with it.
 */
export const identify = async (session: Session, said: string): Promise<ServerIdentity> => {
	const engines = await session.list(builtIn);
	const items = engines.seen ? engines.value.items : [];
	const spoken = releaseOf(said);
	const built = releaseFrom(items.find(({name}) => name === 'MEMORY')?.built);
	const product = items.some(({name}) => name === 'ARIA') ? 'mariadb' : productOf(said);
	const release = built ?? spoken;
	const agrees =
		product === productOf(said) &&
		(built === undefined ||
			(built.major === spoken?.major &&
				built.minor === spoken.minor &&
				built.patch === spoken.patch));
	return {
		product,
		...(release === undefined ? {} : {release}),
		version:
			agrees || built === undefined
				? said
				: `${built.major}.${built.minor}.${built.patch} (it calls itself ${said})`,
	};
};
