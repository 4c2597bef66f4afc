import type {CheckInfo} from '../domain/check.js';
import type {GateBaseline, GateCase} from '../domain/gate.js';
import type {BaselineVerdict} from './check-against.js';
import type {ComparedBaseline} from './compare-baseline.js';

type Against = Pick<BaselineVerdict, 'held' | 'compared'>;

/** Says of a case what became of it since the approval; without a baseline it stays as it is. */
export const sinceApproval = (against: Against | undefined): ((one: GateCase) => GateCase) => {
	if (against === undefined) return one => one;
	const {baseline, diff} = against.compared;
	const held = new Set(against.held.map(({key}) => key));
	const words = new Map(diff.deviations.map(({key, word}) => [key, word] as const));
	const reason = `The baseline ${baseline.name} holds it, approved by ${baseline.approver} on ${baseline.at.slice(0, 10)}.`;
	const sinceOf = ({key}: GateCase): NonNullable<GateCase['since']> => {
		const word = words.get(key);
		if (word === 'new' || !Object.hasOwn(baseline.targets, key.split('/')[1] ?? '')) return 'new';
		return word === 'worse' || word === 'expired' ? 'updated' : 'unchanged';
	};
	return one => ({
		...one,
		since: sinceOf(one),
		...(held.has(one.key) &&
			one.verdict === 'let-through' && {verdict: 'in-baseline' as const, reason}),
	});
};

/** The baseline of a report, with the failures that it holds and that are gone. */
export const gateBaseline = (
	{baseline, diff}: ComparedBaseline,
	checks: readonly CheckInfo[],
): GateBaseline => {
	const infos = new Map(checks.map(info => [info.id, info]));
	return {
		name: baseline.name,
		approver: baseline.approver,
		at: baseline.at,
		unseen: diff.unseen.length,
		fixed: diff.deviations.flatMap((d): readonly GateCase[] => {
			if (d.word !== 'fixed' || d.kind !== 'finding' || d.then === undefined) return [];
			const {check, endpoint} = d.then;
			const info = infos.get(check);
			return [
				{
					key: d.key,
					rule: {
						id: check,
						title: info?.title ?? d.title,
						why: info === undefined ? d.title : `${info.question} ${info.why}`,
						help: info?.remediation.all ?? 'It is mended.',
						tag: info?.family ?? 'probe',
					},
					id: d.id,
					target: d.targetName,
					endpoint,
					severity: d.severity,
					verdict: 'pass',
					text: `${d.title}: ${d.text}`,
				},
			];
		}),
	};
};
