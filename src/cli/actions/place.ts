import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TargetKind} from '../../domain/target.js';
import {emptyPlace, meantUrl, noSuchFolder, notAsUrl} from '../../services/mistaken-place.js';
import {isLocalPath} from '../../services/target-place.js';

const isThere = async (path: string): Promise<boolean> => {
	// No file system has such a name, and Node.js does not ask one.
	if (path.includes('\0')) return false;
	return stat(path).then(
		() => true,
		() => false,
	);
};

const isSocketFile = async (path: string): Promise<boolean> => (await stat(path)).isSocket();

/**
 * The place of a target as the record keeps it: a path made absolute from `folder`, anything else as it is.
 * @throws UserError for an empty one, a folder that is not there, and a database that is not written as a URL
 */
export const placeFrom = async (
	folder: string,
	kind: TargetKind | undefined,
	place: string | undefined,
): Promise<string | undefined> => {
	if (place === undefined) return undefined;
	if (place.trim() === '') throw emptyPlace();
	if (kind === 'backup' || kind === 'vendor' || kind === 'organisation')
		return isLocalPath(kind, place) ? resolve(folder, place) : place;
	const path = resolve(folder, place);
	const local = isLocalPath(kind, place);
	const meant = meantUrl(place);
	if (local && (await isThere(path)) && (meant === undefined || !(await isSocketFile(path))))
		return path;
	if (meant !== undefined) throw notAsUrl(meant);
	if (local) throw noSuchFolder(path);
	return place;
};
