import {freeze, scoreOf} from '../assessment/index.js';
import {type Baseline, type Frozen, orderAfter} from '../domain/baseline.js';
import {count} from '../domain/count.js';
import {UserError} from '../domain/errors.js';
import type {Content} from '../domain/content.js';
import type {Evaluation} from '../domain/evaluation.js';
import {Name} from '../domain/id.js';
import {faultLines, goneSentence} from '../domain/left-out.js';
import {goneProfiles} from '../domain/content-gaps.js';
import {namesNobody} from '../domain/person.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {approvedByAuthor, authorsOf} from './baseline-authors.js';
import {findTarget} from './find-target.js';
import {evaluate, record, type Project} from './project.js';

export type ApproveInput = {
	readonly name: string;
	readonly note?: string;
	/** Who approves; without it, whoever records it. */
	readonly approver?: string;
	/** Names of the targets to approve; without it, all. */
	readonly targets?: readonly string[];
	/** Approves also where nothing is known. */
	readonly allowEmpty?: boolean;
};

/**
 * Freezes the present state under a name. A baseline is never changed: a name is taken once.
 * @throws UserError for a name that is none or is taken, an assessment that is empty or incomplete, or an approver who wrote
 *   what is approved where the profile wants two people
 */
export const approveBaseline = async (project: Project, input: ApproveInput): Promise<Baseline> => {
	const state = await project.store.state();
	const name = freeName(input.name, state);
	const chosen = input.targets?.map(target => findTarget(state, target).id);
	const evaluation = await evaluate(project, state);
	refuseIncomplete(evaluation);
	const targets = chosenOf(freeze(evaluation), chosen);
	const held = Object.keys(targets);
	const {known, applicable} = scoreOf(evaluation.controls.filter(c => held.includes(c.target)));
	if (known === 0 && input.allowEmpty !== true) throw empty();
	const by = await project.by();
	const approver = input.approver?.trim() ?? by;
	const authors = authorsOf(state, held);
	if (namesNobody(approver))
		throw new UserError('A baseline needs an approver.', ['Name one with --approver.']);
	refuseOnePerson({approver, by, authors, targets}, project.content, state);
	const at = project.clock().toISOString();
	const note = input.note?.trim() ?? '';
	const order = orderAfter(state.baselines, at);
	const after: Baseline = {
		name,
		...(note !== '' && {note}),
		approver,
		by,
		at,
		...(order !== undefined && {order}),
		...(project.fixedClock && {fixedClock: true as const}),
		authors,
		dbvet: project.version,
		content: project.content.version,
		profiles: state.settings.profiles,
		known,
		applicable,
		...(chosen !== undefined && {partial: true as const}),
		targets,
	};
	const next = await record(project, [{kind: 'baseline', key: name, after}], note || undefined, {
		state,
	});
	// What was recorded may lack a secret that stood in the note.
	return next.baselines?.[name] ?? after;
};

const chosenOf = (frozen: Frozen, chosen: readonly string[] | undefined): Frozen =>
	chosen === undefined
		? frozen
		: Object.fromEntries(Object.entries(frozen).filter(([id]) => chosen.includes(id)));

const empty = (): UserError =>
	new UserError('Nothing is known yet, so that there is nothing to approve.', [
		'Answer and probe first: dbvet status says what next.',
		'To approve it although nothing is known, say so with: --allow-empty',
	]);

const freeName = (text: string, {baselines = {}}: WorkspaceState): string => {
	const name = Name.safeParse(text);
	if (!name.success)
		throw new UserError(`${JSON.stringify(text)} cannot name a baseline.`, [
			`A name has ${name.error.issues[0]?.message ?? ''}, for example 2026-q4.`,
		]);
	const taken = Object.hasOwn(baselines, name.data) ? baselines[name.data] : undefined;
	if (taken === undefined) return name.data;
	throw new UserError(
		`There is a baseline ${name.data} already, approved by ${taken.approver} on ${taken.at.slice(0, 10)}. A baseline is never changed.`,
		['Choose another name: the last one that was approved is in force.'],
	);
};

/** What files that are left out ask for is not in the state, and nobody would see that it was missing. */
const refuseIncomplete = ({trouble}: Evaluation): void => {
	if (trouble === undefined) return;
	throw new UserError(
		[
			'This assessment is not complete, and is not approved:',
			...trouble.leftOut.map(
				one => `${one.file} is left out, because it has mistakes (${faultLines(one).join('; ')}).`,
			),
			...goneProfiles(trouble).map(id => goneSentence([id])),
		].join(' '),
		['Mend that first.'],
	);
};

const refuseOnePerson = (
	given: Pick<Baseline, 'approver' | 'by' | 'authors' | 'targets'>,
	content: Content,
	state: WorkspaceState,
): void => {
	if (!approvedByAuthor(given, content, state)) return;
	const written = given.authors.length > 0 ? given.authors : [given.by];
	throw new UserError(
		`${given.approver} cannot approve what ${given.approver} wrote: the profile wants two people.`,
		[
			'Name another approver with --approver.',
			`What is approved was written by ${count(written.length, 'person', 'people')}: ${written.join(', ')}.`,
		],
	);
};
