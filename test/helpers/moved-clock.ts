import {existsSync} from 'node:fs';
import {mkdtemp, chmod, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const folders = {x64: 'x86_64', arm64: 'aarch64'} as const;
const machine = process.arch === 'arm64' ? folders.arm64 : folders.x64;
const library = `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`;

/** True when a server's clock can be moved; else says aloud which Debian package is missing. */
export const canMoveClock = ((): boolean => {
	const there = existsSync(library);
	if (!there) console.warn('Skipped: libfaketime is not installed (Debian package libfaketime).');
	return there;
})();

export type MovedClock = {
	/** What a server needs in its environment to follow this clock. */
	readonly env: Readonly<Record<string, string>>;
	/** Moves the clock of the servers to so many hours from the real time; they notice within a second. */
	readonly move: (hours: number) => Promise<void>;
	readonly remove: () => Promise<void>;
};

/** A clock of its own for a real server: what it does becomes hours old at once, and nobody waits. */
export const movedClock = async (): Promise<MovedClock> => {
	const folder = await mkdtemp(join(tmpdir(), 'dbvet-clock-'));
	await chmod(folder, 0o755);
	const file = join(folder, 'offset');
	const move = (hours: number): Promise<void> => writeFile(file, `+${hours * 3_600}\n`);
	await move(0);
	return {
		env: {
			LD_PRELOAD: library,
			FAKETIME_TIMESTAMP_FILE: file,
			FAKETIME_CACHE_DURATION: '1',
			FAKETIME_DONT_FAKE_MONOTONIC: '1',
		},
		move,
		remove: () => rm(folder, {recursive: true, force: true}),
	};
};
