import {isAbsolute, relative, resolve, sep} from 'node:path';
import type {DatabaseTarget, Verification} from '../domain/target.js';
import type {TargetOptions} from './add-target.js';

/** The settings of a connection that name files. */
const fileSettings = ['ca', 'clientCert', 'clientKey'] as const;

/**
 * How the record names a file: from the workspace folder when it lies in it, so that both are moved or shared together, else
 * by its absolute path. With `/` on every system, because the record may be read on another.
 */
const recordedPath = (root: string, path: string): string => {
	const inside = relative(root, path);
	return isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)
		? path
		: inside.replaceAll(sep, '/');
};

const eachFile = <T extends Pick<Verification, (typeof fileSettings)[number]>>(
	settings: T,
	change: (path: string) => string,
): T => ({
	...settings,
	...Object.fromEntries(
		fileSettings.flatMap(name => {
			const path = settings[name];
			return path === undefined ? [] : [[name, change(path)]];
		}),
	),
});

/** Options with absolute paths, as the record is to keep them. */
export const toRecordedPaths = (options: TargetOptions, root: string): TargetOptions =>
	eachFile(options, path => recordedPath(root, path));

/** A database of the record whose files can be read from anywhere; records with absolute paths stay as they are. */
export const toAbsolutePaths = (target: DatabaseTarget, root: string): DatabaseTarget => ({
	...target,
	verification: eachFile(target.verification, path => resolve(root, path)),
});

/** A remark when the record names a CA that a copy of the workspace would lack. */
export const farCaNote = ({ca}: TargetOptions): string | undefined =>
	ca !== undefined && isAbsolute(ca)
		? 'The CA file lies outside the workspace: a copy of the workspace on another machine will lack it. It holds nothing secret, so you may keep it in the workspace folder and name that one with --ca.'
		: undefined;
