import type {Control, Reference} from '../domain/control.js';
import type {Support} from '../domain/framework.js';
import type {FrameworkCrosswalk, Parts} from './book.js';

/** A row's entry with its strength spelt out. */
export const supportOf = (
	support: Support,
): {readonly control: string; readonly strength: Reference['strength']; readonly why?: string} => {
	if (typeof support === 'string') return {control: support, strength: 'related'};
	const {control, strength, why} = support;
	return {control, strength, ...(why === undefined ? {} : {why})};
};

const mapControls = (parts: Parts, change: (control: Control) => Control): Parts => ({
	...parts,
	questionnaires: parts.questionnaires.map(q => ({...q, controls: q.controls.map(change)})),
});

/** The parts without any reference to the named frameworks. */
export const withoutFrameworks = (parts: Parts, frameworks: readonly string[]): Parts =>
	frameworks.length === 0
		? parts
		: mapControls(parts, control => ({
				...control,
				references: control.references.filter(r => !frameworks.includes(r.framework)),
			}));

/**
 * The parts with every crosswalk row as a reference of its control, in the order of the frameworks and rows. A control
 * that took the place of one in `under` keeps the references of that one, because they were written beside the
 * framework and not in the control; what it says itself about a requirement wins.
 */
export const joinCrosswalks = (
	parts: Parts,
	crosswalks: readonly FrameworkCrosswalk[],
	under?: Parts,
): Parts => {
	const rows = new Map<string, Reference[]>();
	for (const {framework, rows: crosswalk} of crosswalks) {
		for (const [id, supports] of Object.entries(crosswalk)) {
			for (const support of supports) {
				const {control, ...strength} = supportOf(support);
				const list = rows.get(control) ?? [];
				list.push({framework, id, ...strength});
				rows.set(control, list);
			}
		}
	}
	const before = new Map(
		(under?.questionnaires ?? []).flatMap(q => q.controls).map(c => [c.id, c] as const),
	);
	return mapControls(parts, control => {
		const replaced = before.get(control.id);
		const inherited =
			replaced === undefined || replaced === control
				? []
				: replaced.references.filter(
						r => !control.references.some(o => o.framework === r.framework && o.id === r.id),
					);
		return {
			...control,
			references: [...inherited, ...control.references, ...(rows.get(control.id) ?? [])],
		};
	});
};
