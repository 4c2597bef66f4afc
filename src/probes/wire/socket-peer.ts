import {lstat, readlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {plainText} from '../../domain/text.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {PeerVerdict} from './verify.js';

/** What the file system says of a file or folder: the number of its owner, and the bits of chmod. */
export type Owned = {readonly path: string; readonly uid: number; readonly mode: number};

/** A folder, and what is looked up in it on the way to a socket. */
export type Step = {readonly folder: Owned; readonly entry: Owned};

const groupWrites = 0o020;
const othersWrite = 0o002;
const othersEnter = 0o001;
const sticky = 0o1000;
/** More links on the way than Linux itself follows (path_resolution(7)). */
const mostLinks = 40;

const look = async (path: string): Promise<Owned & {readonly link: boolean}> => {
	const facts = await lstat(path);
	return {path, uid: facts.uid, mode: facts.mode, link: facts.isSymbolicLink()};
};

/**
 * Every step on the way to a path, as the kernel takes it: whoever may change a link decides where it leads, so that links
 * are steps too. Rejects as node:fs does.
 */
export const stepsTo = async (path: string): Promise<readonly Step[]> => {
	const steps: Step[] = [];
	let todo = path.split('/');
	let folder: Owned = await look('/');
	let links = 0;
	for (let part = todo.shift(); part !== undefined; part = todo.shift()) {
		if (part === '' || part === '.') continue;
		if (part === '..') {
			folder = await look(dirname(folder.path));
			continue;
		}
		const entry = await look(join(folder.path, part));
		steps.push({folder, entry});
		if (!entry.link) {
			folder = entry;
			continue;
		}
		links += 1;
		if (links > mostLinks) throw new Error('too many links');
		const target = await readlink(entry.path);
		todo = [...target.split('/'), ...todo];
		if (target.startsWith('/')) folder = await look('/');
	}
	return steps;
};

/**
 * Decides whether only one user, the one of the server, could have made what lies at the end of these steps: the system
 * administrator and whoever runs dbvet aside. Everything on the way then belongs to these, no folder may be written by everybody
 * (but for one like /tmp, where nobody can take away what belongs to another), and a group only where the entry is the owner's.
 * @param self number of the user that dbvet runs as
 */
export const vouchFor = (steps: readonly Step[], self: number): PeerVerdict => {
	const mine = (uid: number): boolean => uid === 0 || uid === self;
	const no = (why: string): PeerVerdict => ({verified: false, why: plainText(why, 300)});
	const strangers = new Set(
		steps.flatMap(({folder, entry}) => [folder.uid, entry.uid]).filter(uid => !mine(uid)),
	);
	for (const {folder, entry} of steps) {
		if ((folder.mode & othersWrite) !== 0 && ((folder.mode & sticky) === 0 || !mine(entry.uid)))
			return no(`every user of this machine may write to ${folder.path}`);
		if ((folder.mode & groupWrites) !== 0 && !mine(entry.uid) && entry.uid !== folder.uid)
			return no(
				`${entry.path} belongs to another user than ${folder.path}, to which a group may write`,
			);
	}
	if (strangers.size > 1) return no('the socket and the folders above it belong to several users');
	const last = steps.at(-1);
	return last === undefined
		? no('there is no such socket')
		: {verified: true, why: `only its owner may make ${plainText(last.entry.path, 120)}`};
};

/** Whether the file system vouches for who made a Unix socket: the one proof that there is before a password is sent. */
export const verifySocket = async (path: string): Promise<PeerVerdict> => {
	const self = process.getuid?.();
	if (self === undefined) return {verified: false, why: 'this system shows no owners of files'};
	try {
		return vouchFor(await stepsTo(path), self);
	} catch {
		return {verified: false, why: 'the folders above the socket cannot be looked at'};
	}
};

/** Whether every user of the machine may connect: they may write to the socket and enter all folders above it (unix(7)). */
export const isOpenToAll = async (path: string): Promise<Observed<boolean>> => {
	try {
		const steps = await stepsTo(path);
		const last = steps.at(-1)?.entry.mode ?? 0;
		return seen(
			(last & othersWrite) !== 0 && steps.every(({folder}) => (folder.mode & othersEnter) !== 0),
		);
	} catch {
		return unseen('file-unreadable', {detail: 'the socket and its folders cannot be looked at'});
	}
};
