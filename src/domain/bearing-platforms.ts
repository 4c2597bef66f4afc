import {databasesBeside} from './databases-beside.js';
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

/**
 * The platforms whose texts a target needs: a database's own, otherwise those of the databases that it stands beside. A
 * vendor without a database is known by the words of its name or service. Only texts follow from it, never a judgement.
 */
export const bearingPlatforms = (
	target: Target,
	targets: readonly Target[],
): readonly Platform[] => {
	if (target.kind === 'database') return target.platform === undefined ? [] : [target.platform];
	const beside = databasesBeside(target, targets).flatMap(({platform}) => platform ?? []);
	if (target.kind !== 'vendor' || beside.length > 0) return [...new Set(beside)];
	const called = `${target.name.replaceAll(/[-_]/g, ' ')} ${target.service ?? ''}`;
	return names
		.flatMap(([pattern, platform]) => (pattern.test(called) ? [platform] : []))
		.slice(0, 1);
};
