import type {DatabaseTarget, Target} from './target.js';

/** The databases in use that a target is about: itself, those it uses, hosts, keeps or runs, and for the organisation all. */
export const databasesBeside = (
	target: Target,
	targets: readonly Target[],
): readonly DatabaseTarget[] => {
	const all = targets.flatMap(one =>
		one.kind === 'database' && one.retiredAt === undefined ? [one] : [],
	);
	const among = (ids: readonly string[]): readonly DatabaseTarget[] =>
		all.filter(one => ids.includes(one.id));
	switch (target.kind) {
		case 'database':
			return [target];
		case 'application':
			return among(target.uses);
		case 'infrastructure':
			return among(target.hosts);
		case 'backup':
			return among(target.of);
		case 'organisation':
			return all;
		case 'vendor':
			return all.filter(one => one.vendor === target.id);
	}
};
