import type {Platform} from './platform.js';
import type {Target} from './target.js';

/** Names by which people call a vendor's service, for a vendor that no database is linked to yet. */
const names: readonly (readonly [RegExp, Platform])[] = [
	[/\baurora\b/i, 'aws-aurora'],
	[/\b(aws|rds|amazon)\b/i, 'aws-rds'],
	[/\b(gcp|google|cloud ?sql)\b/i, 'google-cloud-sql'],
	[/\b(azure|microsoft)\b/i, 'azure-flexible-server'],
	[/\bdigital ?ocean\b/i, 'digitalocean'],
	[/\baiven\b/i, 'aiven'],
	[/\bheroku\b/i, 'heroku'],
	[/\bsupabase\b/i, 'supabase'],
	[/\bneon\b/i, 'neon'],
];

const platformsOf = (databases: readonly Target[]): readonly Platform[] => [
	...new Set(
		databases.flatMap(one =>
			one.kind === 'database' && one.retiredAt === undefined && one.platform !== undefined
				? [one.platform]
				: [],
		),
	),
];

/**
 * The platforms whose texts a target needs: a database's own, otherwise those of the databases that it stands beside. A
 * vendor without a database is known by the words of its name or service. Only texts follow from it, never a judgement.
 */
export const bearingPlatforms = (
	target: Target,
	targets: readonly Target[],
): readonly Platform[] => {
	const among = (ids: readonly string[]): readonly Platform[] =>
		platformsOf(targets.filter(one => ids.includes(one.id)));
	switch (target.kind) {
		case 'database':
			return target.platform === undefined ? [] : [target.platform];
		case 'application':
			return among(target.uses);
		case 'infrastructure':
			return among(target.hosts);
		case 'backup':
			return among(target.of);
		case 'organisation':
			return platformsOf(targets);
		case 'vendor': {
			const run = platformsOf(
				targets.filter(one => one.kind === 'database' && one.vendor === target.id),
			);
			if (run.length > 0) return run;
			const called = `${target.name.replaceAll(/[-_]/g, ' ')} ${target.service ?? ''}`;
			return names
				.flatMap(([pattern, platform]) => (pattern.test(called) ? [platform] : []))
				.slice(0, 1);
		}
	}
};
