import type {NextStep} from '../../../domain/evaluation.js';
import type {Target} from '../../../domain/target.js';
import type {CommandOf} from '../../keys.js';
import type {Place, Result, World} from '../../messages.js';
import {contradictionEntryId, entriesOf} from '../../model/entries.js';
import {askedOf} from '../../model/questions.js';
import {texts} from '../../texts/texts.js';
import {clamp, moved} from '../../widgets/list/state.js';

/** `cursor` counts the next steps first, then the targets. */
export type HomeState = {readonly cursor: number};

export const homeStart: HomeState = {cursor: 0};

/** How many next steps are listed: more where there is room. */
export const shownSteps = ({snapshot, rows}: World): readonly NextStep[] =>
	snapshot.evaluation.next.slice(0, rows < 30 ? 1 : rows < 45 ? 3 : 5);

/** The line of the first failure that a step speaks of: the finding itself, or what its control counts. */
const failureOf = (step: NextStep, {snapshot}: World): string | undefined => {
	const control = snapshot.evaluation.controls.find(
		c => c.target === step.target && c.control === step.control,
	);
	const counted = control?.findings.filter(f => f.role !== 'informs').map(({id}) => id) ?? [];
	const meant = step.finding === undefined ? counted : [step.finding];
	return entriesOf(snapshot, {show: 'failing', target: step.target, severity: undefined}).find(
		entry => entry.kind === 'finding' && meant.includes(entry.finding.id),
	)?.id;
};

/** Where a next step leads; undefined for what only the command line can do. */
export const placeOf = (step: NextStep, world: World): Place | undefined => {
	const {target} = step;
	const {snapshot} = world;
	if (target === undefined || step.kind === 'target') return undefined;
	if (step.kind === 'probe') return {screen: 'probes', target};
	if (step.kind === 'contradiction') {
		const found = snapshot.evaluation.contradictions.find(
			c => c.target === target && c.control === step.control,
		);
		const select = found === undefined ? {} : {select: contradictionEntryId(found.id)};
		return {screen: 'findings', target, show: 'attention', ...select};
	}
	const question =
		step.question ??
		(step.control === undefined
			? undefined
			: askedOf(snapshot, target).find(q => q.control?.control === step.control)?.question.id);
	if (step.kind === 'failure') {
		const select = failureOf(step, world);
		// Nothing that a probe saw fails here: then an answer says so, and leads to what is to be done.
		if (select === undefined && question !== undefined)
			return {screen: 'questions', target, question};
		return {screen: 'findings', target, show: 'failing', ...(select === undefined ? {} : {select})};
	}
	return {screen: 'questions', target, ...(question === undefined ? {} : {question})};
};

/** A target that no probe looks at has no findings: then those of all targets are shown. */
const findingsTarget = (
	{id, kind}: Target,
	{snapshot: {evaluation}}: World,
): {readonly target?: string} => {
	const some = [...evaluation.findings, ...evaluation.contradictions].some(f => f.target === id);
	return some || kind === 'database' ? {target: id} : {};
};

/** What a command does on the home screen. */
export const updateHome = (
	state: HomeState,
	command: CommandOf<'home'>,
	world: World,
): Result<HomeState> => {
	const steps = shownSteps(world);
	const {targets} = world.snapshot.evaluation;
	const length = steps.length + targets.length;
	const cursor = clamp(state.cursor, length);
	const target = targets[cursor - steps.length]?.target;
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return {state: {cursor: moved(cursor, command, length)}};
		case 'go-probes':
			return {
				state,
				go: {screen: 'probes', ...(target?.kind === 'database' ? {target: target.id} : {})},
			};
		case 'go-findings':
			return {state, go: {screen: 'findings', ...(target && findingsTarget(target, world))}};
		case 'go-documents':
			return {state, go: {screen: 'documents'}};
		case 'go-profiles':
			return {state, go: {screen: 'profiles'}};
		case 'go-history':
			return {state, go: {screen: 'history', ...(target && {target: target.id})}};
		case 'go-vendors':
			return {
				state,
				go: {screen: 'vendors', ...(target?.kind === 'vendor' ? {vendor: target.id} : {})},
			};
		case 'open': {
			if (target !== undefined) return {state, go: {screen: 'questions', target: target.id}};
			const step = steps[cursor];
			if (step === undefined) return {state};
			const conflict = world.snapshot.evaluation.conflicts?.find(c => c.id === step.conflict);
			if (conflict !== undefined) return {state, form: {kind: 'choose', conflict}};
			const go = placeOf(step, world);
			return go === undefined
				? {state, notice: {tone: 'warn', text: texts.home.addTarget}}
				: {state, go};
		}
	}
};
