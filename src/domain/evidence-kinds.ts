import type {Control} from './control.js';
import type {EvidenceKind, EvidenceStrength} from './evidence.js';

/** The steps of docs/evidence.md, the weakest first. Attestations and agreements are on none of them. */
const steps: readonly EvidenceStrength[] = [
	'statement',
	'screenshot',
	'record',
	'export',
	're-performed',
];

/** A strength in running text, with its article. */
export const strengthWords: Readonly<Record<EvidenceStrength, string>> = {
	statement: 'a statement',
	screenshot: 'a screenshot',
	record: 'a record',
	export: 'an export',
	're-performed': 'a re-performed test',
	attestation: 'an attestation',
	agreement: 'an agreement',
};

/** True when the control takes this kind: it names the kind, or one that the kind may stand in for. */
export const accepts = (control: Control, kind: EvidenceKind): boolean =>
	control.evidence.includes(kind.id) || kind.inPlaceOf.some(id => control.evidence.includes(id));

/** The kinds that a control takes: those that it names in its own order, then those that stand in for one of them. */
export const acceptedKinds = (
	control: Control,
	kinds: readonly EvidenceKind[],
): readonly EvidenceKind[] => [
	...control.evidence.flatMap(id => kinds.find(kind => kind.id === id) ?? []),
	...kinds.filter(kind => !control.evidence.includes(kind.id) && accepts(control, kind)),
];

/** "a screenshot: weaker than an export" where the control takes something stronger; else undefined. */
export const weakness = (
	kind: EvidenceKind,
	control: Control,
	kinds: readonly EvidenceKind[],
): string | undefined => {
	const own = steps.indexOf(kind.strength);
	if (own < 0) return undefined;
	const best = Math.max(...acceptedKinds(control, kinds).map(k => steps.indexOf(k.strength)));
	const stronger = steps[best];
	return stronger === undefined || best <= own
		? undefined
		: `${strengthWords[kind.strength]}: weaker than ${strengthWords[stronger]}`;
};
