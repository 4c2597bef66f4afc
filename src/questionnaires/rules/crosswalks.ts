import {controlsOf} from '../../domain/content-parts.js';
import type {Control} from '../../domain/control.js';
import {standingIds, type Framework, type Support} from '../../domain/framework.js';
import type {Book, FrameworkCrosswalk} from '../book.js';
import {supportOf} from '../crosswalk.js';
import {error, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';

const ofRequirement = (
	book: Book,
	crosswalk: FrameworkCrosswalk,
	framework: Framework,
	id: string,
): readonly Problem[] => {
	const place = book.place(crosswalk, [id], 'key');
	const requirement = framework.requirements.find(r => r.id === id);
	if (requirement === undefined) {
		const near = didYouMean(id, standingIds(framework));
		return [error(place, `${framework.title} has no requirement "${id}"${near}`)];
	}
	return requirement.withdrawn
		? [error(place, `"${id}" was withdrawn from ${framework.title}`)]
		: [];
};

const ofRow = (
	book: Book,
	crosswalk: FrameworkCrosswalk,
	controls: ReadonlyMap<string, Control>,
	id: string,
	supports: readonly Support[],
): readonly Problem[] => {
	const seen = new Set<string>();
	return supports.flatMap((support, index): readonly Problem[] => {
		const {control: name, strength, why} = supportOf(support);
		const path = typeof support === 'string' ? [id, index] : [id, index, 'control'];
		const place = book.place(crosswalk, path);
		const control = controls.get(name);
		if (control === undefined) {
			const near = didYouMean(name, controls.keys());
			return [error(place, `there is no control "${name}"${near}`)];
		}
		if (seen.has(name)) return [error(place, `the control "${name}" stands here twice`)];
		seen.add(name);
		const inside = control.references.findIndex(
			r => r.framework === crosswalk.framework && r.id === id,
		);
		if (inside !== -1) {
			const {file, line} = book.place(control, ['references', inside]);
			return [
				error(place, `the control "${name}" names this requirement itself at ${file}:${line}`),
			];
		}
		if (strength !== 'related' && why === undefined) {
			return [
				error(
					book.place(crosswalk, [id, index, 'strength']),
					`a ${strength} reference needs "why"; without a reason it is only related`,
				),
			];
		}
		return [];
	});
};

/** Groups follow one another in the order of the requirements; one that begins elsewhere would never begin. */
const ofGroups = (book: Book, framework: Framework): readonly Problem[] => {
	const order = framework.requirements.map(r => r.id);
	let last = -1;
	return framework.groups.flatMap(({from}, index): readonly Problem[] => {
		const place = book.place(framework, ['groups', index, 'from']);
		const at = order.indexOf(from);
		if (at === -1) {
			return [
				error(
					place,
					`there is no requirement "${from}"${didYouMean(from, standingIds(framework))}`,
				),
			];
		}
		if (at <= last) {
			return [error(place, 'groups stand in the order of the requirements that they begin with')];
		}
		last = at;
		return [];
	});
};

/** What the crosswalks refer to: requirements of their own framework that are in force, and controls, each once. */
export const crosswalks = (book: Book): readonly Problem[] => {
	const {questionnaires, frameworks} = book.parts;
	const controls = new Map(controlsOf({questionnaires}).map(c => [c.id, c]));
	return [
		...frameworks.flatMap(framework => ofGroups(book, framework)),
		...book.crosswalks.flatMap(crosswalk => {
			const framework = frameworks.find(f => f.id === crosswalk.framework);
			if (framework === undefined) return [];
			return Object.entries(crosswalk.rows).flatMap(([id, supports]) => [
				...ofRequirement(book, crosswalk, framework, id),
				...ofRow(book, crosswalk, controls, id, supports),
			]);
		}),
	];
};
