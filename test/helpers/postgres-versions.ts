import {existsSync} from 'node:fs';
import {newest, oldest} from './postgres-binaries.js';

const debian = '/usr/lib/postgresql/15';

/** The servers that tests run on: the newest and the oldest from npm, and Debian's. One that is not here is announced. */
export const postgresVersions = [
	{name: 'embedded PostgreSQL 18', binaries: newest(), major: 18, from: 'npm ci'},
	{
		name: 'embedded PostgreSQL 12',
		binaries: oldest() ?? '/no/binaries/for/this/machine',
		major: 12,
		from: 'npm ci, on Linux with x64 only',
	},
	{
		name: 'Debian PostgreSQL 15 (package postgresql-15)',
		binaries: `${debian}/bin`,
		major: 15,
		from: 'apt-get install postgresql-15',
	},
].map(server => {
	const missing = !existsSync(server.binaries);
	if (missing) console.warn(`skipped: ${server.name} is not installed (${server.from})`);
	return {...server, missing};
});

/** True when Debian's PostgreSQL has a library of an extension; announced where it has not. */
export const debianHas = (library: string, packageName: string): boolean => {
	const there = existsSync(`${debian}/lib/${library}.so`);
	if (!there) console.warn(`skipped: ${library} is not installed (apt-get install ${packageName})`);
	return there;
};
