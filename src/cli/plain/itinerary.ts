import type {FlowItem} from '../../services/question-flow.js';

/** Names a question of a target, whatever else is asked meanwhile. */
export const keyOf = ({target, question}: FlowItem): string => `${target.id}/${question.id}`;

const isOpen = (item: FlowItem): boolean => item.evaluation.answer === undefined;

/** Where the interview is: the questions passed, in order, and the one that is wanted next, if any. */
export type Itinerary = {readonly passed: readonly string[]; readonly wanted?: string};

/** The question to ask: the wanted one, else the first open one after the last passed; -1 when there is none. */
export const nextOf = (flow: readonly FlowItem[], {passed, wanted}: Itinerary): number => {
	const asked = wanted === undefined ? -1 : flow.findIndex(item => keyOf(item) === wanted);
	if (asked >= 0) return asked;
	// A passed question may be asked no longer after an answer; then the one before it counts.
	const places = new Map(flow.map((item, i) => [keyOf(item), i]));
	const last = passed.findLast(key => places.has(key));
	const from = last === undefined ? 0 : (places.get(last) ?? -1) + 1;
	return flow.findIndex((item, i) => i >= from && isOpen(item));
};

/** Back to the question that was passed last; before the first one, to its neighbour in the order of asking. */
export const goBack = (
	flow: readonly FlowItem[],
	{passed}: Itinerary,
	now: number,
): Itinerary | undefined => {
	const places = new Set(flow.map(keyOf));
	const reachable = passed.filter(key => places.has(key));
	const last = reachable.at(-1);
	if (last !== undefined) return {passed: reachable.slice(0, -1), wanted: last};
	const before = now > 0 ? flow[now - 1] : undefined;
	return before === undefined ? undefined : {passed: [], wanted: keyOf(before)};
};

/** The sections in the order of asking, each with its first open question, or its first one. */
export const sectionsOf = (
	flow: readonly FlowItem[],
): readonly {readonly title: string; readonly open: number; readonly first: string}[] => {
	const titleOf = (item: FlowItem): string => `${item.target.name}, ${item.section}`;
	return [...new Set(flow.map(titleOf))].flatMap(title => {
		const items = flow.filter(item => titleOf(item) === title);
		const first = items.find(isOpen) ?? items[0];
		return first === undefined
			? []
			: [{title, open: items.filter(isOpen).length, first: keyOf(first)}];
	});
};
