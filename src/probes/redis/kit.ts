import type {Platform} from '../../domain/platform.js';
import {seen, unseen, type Check, type Observed} from '../engine/check.js';
import type {RedisFacts, ServerInfo} from './facts.js';

/** A check of this family. Settings, users and clients belong to one server process, so that it judges each node. */
export const redisCheck = (
	check: Omit<Check<RedisFacts>, 'family' | 'scope'> & {
		readonly scope?: Check<RedisFacts>['scope'];
	},
): Check<RedisFacts> => ({family: 'redis', scope: 'node', ...check});

/** A provider runs it and draws some lines itself. */
export const isManaged = (platform: Platform | undefined): boolean =>
	platform !== undefined && platform !== 'self-managed' && platform !== 'cloudnative-pg';

/** A setting by name; one that the server did not show is unseen. */
export const settingOf = (facts: RedisFacts, name: string): Observed<string> => {
	if (!facts.settings.seen) return facts.settings;
	const value = facts.settings.value[name];
	return value === undefined
		? unseen('hidden-by-provider', {
				detail: `the server does not show ${name}: this version does not have it, or the provider hides it`,
			})
		: seen(value);
};

/** A field of INFO by name. */
export const fieldOf = ({info}: RedisFacts, name: string): Observed<string> => {
	if (!info.seen) return info;
	const value = info.value.fields[name];
	return value === undefined
		? unseen('hidden-by-provider', {detail: `INFO does not show ${name}`})
		: seen(value);
};

/** A field of INFO that is a whole number. */
export const numberOf = (facts: RedisFacts, name: string): Observed<number> => {
	const field = fieldOf(facts, name);
	if (!field.seen) return field;
	return /^\d{1,15}$/.test(field.value)
		? {...field, value: Number(field.value)}
		: unseen('unexpected-reply', {detail: `INFO shows a ${name} that is no number`});
};

/** Compares versions number by number: negative when `a` is older. */
export const compareVersions = (a: string, b: string): number => {
	const [one, two] = [a, b].map(text => text.split('.').map(part => Number.parseInt(part, 10)));
	for (let i = 0; i < 3; i += 1) {
		const difference = (one?.[i] ?? 0) - (two?.[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
};

/** The version with the name of its product, for a person. */
export const versionText = ({product, version}: ServerInfo): string =>
	`${product === 'valkey' ? 'Valkey' : 'Redis'} ${version}`;

/** The server is at least of this version of Redis. Valkey began as 7.2.4 and has all that Redis had by then. */
export const isSince = (info: ServerInfo, version: string): boolean =>
	info.product === 'valkey' || compareVersions(info.version, version) >= 0;
