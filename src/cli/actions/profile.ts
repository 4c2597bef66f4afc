import {controlsOf} from '../../domain/content-parts.js';
import {exitCode, UserError} from '../../domain/errors.js';
import type {Profile} from '../../domain/profile.js';
import {
	knownProfiles,
	previewProfiles,
	type ProfileChange,
	setProfiles,
} from '../../services/change-profiles.js';
import {profileChangeWords} from '../../services/profile-words.js';
import type {Project} from '../../services/project.js';
import {loadContent} from '../../questionnaires/index.js';
import type {Content} from '../../domain/content.js';
import {shippedContent, workspaceOf} from '../compose.js';
import {type Output, processOutput, wrap} from '../output.js';
import {leftOutJson} from '../left-out.js';
import {hasTerminal} from '../terminal.js';
import type {Globals} from '../globals.js';
import {withProject} from './target.js';

/** The content here and, in a workspace, the profiles in force. */
const present = async (
	globals: Globals,
): Promise<{readonly content: Content; readonly inForce: readonly string[]}> => {
	const base = await shippedContent();
	const root = await workspaceOf(globals);
	if (root === undefined) return {content: base, inForce: []};
	const content = await loadContent(base, root);
	const inForce = await withProject(
		globals,
		async project => (await project.store.state()).settings.profiles,
	);
	return {content, inForce};
};

/** All profiles with how much each asks; a mark where one holds. */
export const listProfiles = async (globals: Globals): Promise<void> => {
	const {content, inForce} = await present(globals);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({
			profiles: content.profiles.map(p => ({...p, inForce: inForce.includes(p.id)})),
			...leftOutJson(content),
		});
		return;
	}
	for (const {id, title, summary, mandatory, recommended} of content.profiles) {
		const holds = inForce.includes(id) ? ' (in force)' : '';
		output.line(`${output.style.bold(id)}  ${title}${holds}`);
		output.line(wrap(summary, Math.min(output.columns, 100), '  '));
		output.line(
			output.style.dim(
				`  ${mandatory.length} mandatory, ${recommended.length} recommended controls`,
			),
		);
		output.line();
	}
	output.line('Several may hold at once; of each thing the strictest counts.');
};

/** One profile with everything in it. */
export const showProfile = async (id: string, globals: Globals): Promise<void> => {
	const {content} = await present(globals);
	knownProfiles(content, [id]);
	const profile = content.profiles.find(p => p.id === id);
	if (profile === undefined) throw new Error(`${id} is known and not there`);
	const output = processOutput(process);
	if (globals.json === true) output.json({profile, ...leftOutJson(content)});
	else printProfile(output, profile, content);
};

const printProfile = (output: Output, profile: Profile, content: Content): void => {
	const width = Math.min(output.columns, 100);
	const titles = new Map(controlsOf(content).map(c => [c.id, c.title]));
	const part = (title: string, lines: readonly string[]): void => {
		if (lines.length === 0) return;
		output.line();
		output.line(output.style.bold(title));
		for (const line of lines) output.line(wrap(line, width, '  ', '    '));
	};
	const named = (ids: readonly string[]): readonly string[] =>
		ids.map(control => `${titles.get(control) ?? control} (${control})`);
	output.line(`${output.style.bold(profile.title)} (${profile.id})`);
	output.line(wrap(profile.summary, width, '  '));
	if (profile.approach.length > 0) {
		output.line();
		output.line(output.style.bold('Recommended approach'));
		for (const {title, why, cost} of profile.approach) {
			output.line(wrap(title, width, '  '));
			output.line(wrap(`Why: ${why}`, width, '    '));
			output.line(wrap(`Cost: ${cost}`, width, '    '));
		}
	}
	part(
		'Not at once: a plan with a date',
		profile.planned.map(
			p =>
				`${titles.get(p.control) ?? p.control} (${p.control}): within ${p.withinDays} days. Until then: ${p.meanwhile}`,
		),
	);
	part('Limits', [
		...Object.entries(profile.thresholds).map(([name, value]) => `${name}: ${value}`),
		`answers are too old after ${profile.maxAge.answers} days, probe runs after ${profile.maxAge.runs}`,
	]);
	part(`Mandatory (${profile.mandatory.length})`, named(profile.mandatory));
	part(`Recommended (${profile.recommended.length})`, named(profile.recommended));
};

/** Shows what another choice changes, and makes it after a yes. */
export const changeProfiles = async (
	project: Project,
	ids: readonly string[],
	options: {readonly target?: string; readonly yes?: boolean},
	globals: Globals,
): Promise<number> => {
	const change = await previewProfiles(project, ids, options.target);
	const output = processOutput(process);
	const same = change.profiles.from.join() === change.profiles.to.join();
	const apply = options.yes === true && !same;
	if (globals.json !== true) await printChange(output, project, change);
	if (same) {
		if (globals.json === true)
			output.json({...change, applied: false, ...leftOutJson(project.content)});
		return exitCode.done;
	}
	const agreed = apply || (globals.json !== true && hasTerminal() && (await confirmed()));
	if (agreed) await setProfiles(project, ids, options.target);
	if (globals.json === true)
		output.json({...change, applied: agreed, ...leftOutJson(project.content)});
	if (agreed) {
		if (globals.json !== true)
			output.line(`Changed. In force${forWhom(change)}: ${change.profiles.to.join(', ')}.`);
		return exitCode.done;
	}
	if (hasTerminal() && globals.json !== true) {
		output.line('Nothing was changed.');
		return exitCode.done;
	}
	throw new UserError('Nothing was changed: without a terminal this needs --yes.', [
		`dbvet profile set ${ids.join(',')}${options.target === undefined ? '' : ` --target ${options.target}`} --yes`,
	]);
};

const forWhom = ({target}: ProfileChange): string => (target === undefined ? '' : ` for ${target}`);

const confirmed = async (): Promise<boolean> => {
	const {prompting} = await import('../plain/prompt.js');
	const {yes} = await prompting(prompt =>
		prompt<{yes: boolean}>([
			{type: 'confirm', name: 'yes', message: 'Make this change?', default: false},
		]),
	);
	return yes;
};

const printChange = async (
	output: Output,
	project: Project,
	change: ProfileChange,
): Promise<void> => {
	const {targets} = await project.store.state();
	const width = Math.min(output.columns, 110);
	output.line(
		`${output.style.bold(change.profiles.from.join(', '))} -> ${output.style.bold(change.profiles.to.join(', '))}${forWhom(change)}`,
	);
	for (const {title, lines} of profileChangeWords(
		change,
		project.content,
		id => targets[id]?.name ?? id,
	)) {
		output.line();
		output.line(output.style.bold(title));
		for (const line of lines) output.line(wrap(line, width, '  ', '    '));
	}
	output.line();
};
