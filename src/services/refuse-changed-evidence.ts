import {UserError} from '../domain/errors.js';
import type {Evidence} from '../domain/evidence.js';
import {plainText} from '../domain/text.js';
import type {WorkspaceState} from '../domain/workspace.js';

type Links = Evidence['links'];

/** What a proof says of itself, in the words of its options. */
const sayings = [
	['kind', (e: Evidence) => e.kind],
	['effective', (e: Evidence) => e.effective],
	['collected', (e: Evidence) => e.collected],
	['valid until', (e: Evidence) => e.validUntil],
] as const;

const same = (a: Links[number], b: Links[number]): boolean =>
	a.target === b.target && a.control === b.control;

/**
 * One content has one kind and one set of dates, whatever it stands beside. So another kind or day, given for one control,
 * would change in silence what it proves for the others.
 * @param named what the person speaks of now, linked before or not
 * @throws UserError when it would; a first kind where nobody said one changes nothing that stood
 */
export const refuseChangedEvidence = (
	before: Evidence,
	after: Evidence,
	named: Links,
	{targets}: Pick<WorkspaceState, 'targets'>,
): void => {
	const others = before.links.filter(
		link => targets[link.target]?.retiredAt === undefined && !named.some(n => same(n, link)),
	);
	const changes = sayings.flatMap(([word, of]) => {
		const [was, is] = [of(before), of(after)];
		return was === undefined || was === is ? [] : [`${word} ${was} -> ${is ?? 'none'}`];
	});
	if (others.length === 0 || changes.length === 0) return;
	const beside = others
		.map(({target, control}) => `${control} of ${targets[target]?.name ?? target}`)
		.join(', ');
	throw new UserError(
		`${plainText(before.fileName, 200)} is kept already, as ${before.id}, and stands beside ${beside}. A content has one kind and one set of dates, so this would change what it proves there: ${changes.join(', ')}. Nothing was changed.`,
		[
			'To let it stand beside more as what it is, leave out --kind, --effective, --collected and --valid-until.',
			'To change it everywhere on purpose, add --change.',
			'Where it is another proof (a screenshot of the same thing), keep it as a file of its own.',
		],
	);
};
