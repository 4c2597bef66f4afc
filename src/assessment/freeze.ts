import type {Frozen, FrozenControl, FrozenFailure, FrozenTarget} from '../domain/baseline.js';
import type {ControlEvaluation, CurrentFinding, Evaluation} from '../domain/evaluation.js';
import {canonicalJson, sha256} from '../domain/id.js';
import {isConclusive} from '../domain/outcome.js';
import {settledFailures, settledReason, type Settled} from '../domain/settled-failures.js';
import {byText, groupBy, unique} from './order.js';
import {present} from './present.js';

/** What a baseline keeps of an evaluation: the same evaluation gives the same value, in whatever order its parts come. */
export const freeze = (evaluation: Evaluation): Frozen => {
	const controls = groupBy(evaluation.controls, c => c.target);
	const findings = groupBy(evaluation.findings, f => f.target);
	const questions = groupBy(evaluation.questions, q => q.target);
	const waivers = groupBy(evaluation.waivers, w => w.target);
	const settled = settledFailures(evaluation);
	return Object.fromEntries(
		evaluation.targets.map(({target: {id, name}}): [string, FrozenTarget] => {
			const own = findings.get(id) ?? [];
			return [
				id,
				{
					name,
					runs: unique(own.map(f => f.run)).toSorted(byText),
					controls: table(controls.get(id) ?? [], c => [c.control, frozenControl(c)]),
					failures: own
						.filter(f => f.outcome === 'fail')
						.map(f => frozenFailure(f, settled))
						.toSorted((a, b) => byText(failureText(a), failureText(b))),
					seen: seenPlaces(own),
					answers: table(
						(questions.get(id) ?? []).filter(q => q.answer !== undefined),
						q => [q.question, digest(q.answer?.value)],
					),
					waivers: (waivers.get(id) ?? [])
						.map(w => ({id: w.id, approver: w.approver, until: w.until, standing: w.standing}))
						.toSorted((a, b) => byText(a.id, b.id)),
				},
			];
		}),
	);
};

const table = <T, V>(
	values: readonly T[],
	entry: (value: T) => readonly [string, V],
): Readonly<Record<string, V>> =>
	Object.fromEntries(values.map(entry).toSorted(([a], [b]) => byText(a, b)));

const frozenControl = (control: ControlEvaluation): FrozenControl => {
	const {state, assurance, requirement, contradiction} = control;
	return present({
		state,
		assurance,
		requirement,
		stale: control.stale ? (true as const) : undefined,
		waived: control.waived ? (true as const) : undefined,
		settled: contradiction?.resolution === undefined ? undefined : (true as const),
	});
};

const frozenFailure = (finding: CurrentFinding, settled: Settled): FrozenFailure => {
	const {check, endpoint, object, severity, waiver} = finding;
	const accepted =
		waiver?.id ?? (settledReason(finding, settled) === undefined ? undefined : 'settled');
	return present({check, endpoint, object, severity, accepted});
};

/** Tells failures of one target apart, and orders them. */
export const failureText = ({
	check,
	endpoint,
	object,
}: Pick<FrozenFailure, 'check' | 'endpoint' | 'object'>): string =>
	JSON.stringify([check, endpoint, object ?? null]);

/** The checks of each endpoint of which nothing was left open. */
const seenPlaces = (findings: readonly CurrentFinding[]): FrozenTarget['seen'] => {
	const byEndpoint = groupBy(findings, f => f.endpoint);
	return table([...byEndpoint], ([endpoint, own]) => [
		endpoint,
		[...groupBy(own, f => f.check)]
			.filter(([, all]) => all.every(f => isConclusive(f.outcome) && !f.stale))
			.map(([check]) => check)
			.toSorted(byText),
	]);
};

/** Enough of a hash to tell another value; what the value was, the history says. */
const digest = (value: string | number | undefined): string =>
	sha256(canonicalJson([value])).slice(0, 16);
