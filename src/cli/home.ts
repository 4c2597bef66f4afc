import {homedir} from 'node:os';

/** The user's home; undefined where containers run programs as a user whom nobody has entered. */
export const homeFolder = (): string | undefined => {
	try {
		return homedir();
	} catch {
		return undefined;
	}
};
