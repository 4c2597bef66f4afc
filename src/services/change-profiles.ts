import {assess, effectiveProfile} from '../assessment/index.js';
import type {ApprovalStanding} from '../domain/approval.js';
import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import type {
	ControlEvaluation,
	CurrentFinding,
	Evaluation,
	OtherLimit,
	QuestionEvaluation,
} from '../domain/evaluation.js';
import type {Left} from '../domain/target-evaluation.js';
import type {Requirement} from '../domain/profile.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import type {ClaimOrNothing} from '../domain/question.js';
import {nearest} from '../domain/suggest.js';
import type {Target} from '../domain/target.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';
import {type ApprovalOf, approvalsIn} from './approvals.js';
import {findTarget} from './find-target.js';
import {groundsOf, type Project, record} from './project.js';

type Shift<T> = {readonly from: T; readonly to: T};

/** What another choice of profiles would change, before it is made. */
export type ProfileChange = {
	readonly profiles: Shift<readonly string[]>;
	/** The name of the only target that it is for; absent for the workspace. */
	readonly target?: string;
	/** Controls that apply and are wanted more or less, each once. */
	readonly controls: readonly (Shift<Requirement> & {
		readonly control: string;
		readonly title: string;
	})[];
	/** Thresholds and ages in days or hours, by name; absent where a profile sets none. */
	readonly thresholds: readonly (Shift<number | undefined> & {readonly name: string})[];
	readonly due: readonly QuestionEvaluation[];
	readonly notDue: readonly QuestionEvaluation[];
	readonly claims: readonly (Shift<ClaimOrNothing> & {readonly question: QuestionEvaluation})[];
	readonly states: readonly (Shift<ControlEvaluation['state']> & {
		readonly id: string;
		readonly title: string;
	})[];
	readonly stale: readonly QuestionEvaluation[];
	/** Verdicts of probes that were judged by other limits than these profiles set: a new probe judges by them. */
	readonly otherLimits: readonly (Pick<CurrentFinding, 'id' | 'title' | 'target' | 'outcome'> & {
		readonly limits: readonly OtherLimit[];
	})[];
	/** Whether the approver of a waiver or of an accepted risk must be another person than its author. */
	readonly approverIsNotAuthor: Shift<boolean>;
	/** Approvals that hold no longer, or hold again. */
	readonly approvals: readonly (Shift<ApprovalStanding> & ApprovalOf)[];
	readonly left: Shift<Left>;
};

/** The profiles of that name. @throws UserError for one that does not exist, and for none. */
export const knownProfiles = (content: Content, ids: readonly string[]): readonly string[] => {
	const known = content.profiles.map(p => p.id);
	for (const id of ids) {
		if (known.includes(id)) continue;
		const near = nearest(id, known);
		throw new UserError(`There is no profile ${JSON.stringify(id)}.`, [
			near === undefined ? `Profiles: ${known.join(', ')}.` : `Did you mean ${near}?`,
		]);
	}
	if (ids.length === 0)
		throw new UserError('At least one profile is wanted.', [`Profiles: ${known.join(', ')}.`]);
	return [...new Set(ids)];
};

const targetNamed = (state: WorkspaceState, name: string | undefined): Target | undefined =>
	name === undefined ? undefined : findTarget(state, name);

const changeOf = (
	state: WorkspaceState,
	ids: readonly string[],
	target: Target | undefined,
): Change =>
	target === undefined
		? {kind: 'settings', key: 'workspace', after: {...state.settings, profiles: [...ids]}}
		: {kind: 'target', key: target.id, after: {...target, profiles: [...ids]}};

const applied = (state: WorkspaceState, change: Change): WorkspaceState => {
	if (change.kind === 'settings' && change.after !== null)
		return {...state, settings: change.after};
	if (change.kind === 'target' && change.after !== null)
		return {...state, targets: {...state.targets, [change.key]: change.after}};
	return state;
};

/** What would change if these profiles held, for the workspace or for one target. Changes nothing. */
export const previewProfiles = async (
	project: Project,
	ids: readonly string[],
	targetName?: string,
): Promise<ProfileChange> => {
	const {content} = project;
	const state = await project.store.state();
	const wanted = knownProfiles(content, ids);
	const target = targetNamed(state, targetName);
	const input = await groundsOf(project, state);
	const before = assess({...input, state});
	const after = assess({...input, state: applied(state, changeOf(state, wanted, target))});
	const present = profilesInForce(target, state.settings);
	return {
		profiles: {from: present, to: wanted},
		...(target === undefined ? {} : {target: target.name}),
		thresholds: thresholdShifts(content, present, wanted),
		approverIsNotAuthor: {
			from: effectiveProfile(content, present).approverIsNotAuthor,
			to: effectiveProfile(content, wanted).approverIsNotAuthor,
		},
		approvals: approvalShifts(before, after),
		...differences(before, after),
	};
};

/** Makes the change and keeps it in the history. */
export const setProfiles = async (
	project: Project,
	ids: readonly string[],
	targetName?: string,
): Promise<WorkspaceState> => {
	const state = await project.store.state();
	const wanted = knownProfiles(project.content, ids);
	const target = targetNamed(state, targetName);
	return record(
		project,
		[changeOf(state, wanted, target)],
		`profiles ${profilesInForce(target, state.settings).join(', ')} -> ${wanted.join(', ')}`,
	);
};

const numbersOf = (content: Content, ids: readonly string[]): ReadonlyMap<string, number> => {
	const {thresholds, maxAge} = effectiveProfile(content, ids);
	return new Map([
		...Object.entries(thresholds),
		['maximum age of answers, days', maxAge.answers],
		['maximum age of probe runs, days', maxAge.runs],
	]);
};

const thresholdShifts = (
	content: Content,
	from: readonly string[],
	to: readonly string[],
): ProfileChange['thresholds'] => {
	const [before, after] = [numbersOf(content, from), numbersOf(content, to)];
	return [...new Set([...before.keys(), ...after.keys()])]
		.map(name => ({name, from: before.get(name), to: after.get(name)}))
		.filter(shift => shift.from !== shift.to);
};

const approvalShifts = (before: Evaluation, after: Evaluation): ProfileChange['approvals'] => {
	const were = new Map(approvalsIn(before).map(a => [`${a.kind} ${a.id}`, a.standing]));
	return approvalsIn(after).flatMap(({standing: to, ...approval}) => {
		const from = were.get(`${approval.kind} ${approval.id}`);
		return from === undefined || from === to ? [] : [{...approval, from, to}];
	});
};

const keyOf = (q: QuestionEvaluation): string => `${q.target}/${q.question}`;

const differences = (
	before: Evaluation,
	after: Evaluation,
): Omit<
	ProfileChange,
	'profiles' | 'target' | 'thresholds' | 'approverIsNotAuthor' | 'approvals'
> => {
	const controls = new Map(before.controls.map(c => [`${c.target}/${c.control}`, c]));
	const questions = new Map(before.questions.map(q => [keyOf(q), q]));
	const pairs = after.questions.flatMap(q => {
		const was = questions.get(keyOf(q));
		return was === undefined ? [] : [{was, is: q}];
	});
	const both = after.controls.flatMap(c => {
		const was = controls.get(`${c.target}/${c.control}`);
		return was === undefined || c.state === 'not-applicable' ? [] : [{was, is: c}];
	});
	const wanted = new Map(
		both
			.filter(({was, is}) => was.requirement !== is.requirement)
			.map(({was, is}) => [
				is.control,
				{
					control: is.control,
					title: is.definition.title,
					from: was.requirement,
					to: is.requirement,
				},
			]),
	);
	return {
		controls: [...wanted.values()],
		due: pairs.filter(({was, is}) => is.due && !was.due).map(p => p.is),
		notDue: pairs.filter(({was, is}) => was.due && !is.due).map(p => p.is),
		claims: pairs
			.filter(({was, is}) => is.answer !== undefined && was.claim !== is.claim)
			.map(({was, is}) => ({question: is, from: was.claim, to: is.claim})),
		states: both
			.filter(({was, is}) => was.state !== is.state)
			.map(({was, is}) => ({
				id: is.id,
				title: is.definition.title,
				from: was.state,
				to: is.state,
			})),
		stale: pairs.filter(({was, is}) => is.stale && !was.stale).map(p => p.is),
		otherLimits: after.findings.flatMap(({id, title, target, outcome, otherLimits: limits}) =>
			limits === undefined ? [] : [{id, title, target, outcome, limits}],
		),
		left: {from: before.left, to: after.left},
	};
};
