import {count} from '../../domain/count.js';
import {exitCode} from '../../domain/errors.js';
import {acceptedKinds} from '../../domain/evidence-kinds.js';
import type {Content} from '../../domain/content.js';
import type {EvidenceKind} from '../../domain/evidence.js';
import {linesWords} from '../../domain/secrets/words.js';
import {addEvidence, type AddedEvidence, type EvidenceInput} from '../../services/add-evidence.js';
import {findControl} from '../../services/evidence-links.js';
import {evaluate, type Project} from '../../services/project.js';
import {troubleJson} from '../left-out.js';
import {processOutput, wrap, type Output} from '../output.js';
import {hasTerminal} from '../terminal.js';
import type {Globals} from '../globals.js';

/** The kinds that every one of the controls accepts. */
const commonKinds = (content: Content, controls: readonly string[]): readonly EvidenceKind[] => {
	const [first = [], ...others] = controls.map(id =>
		acceptedKinds(findControl(content, id), content.evidenceKinds),
	);
	return first.filter(kind => others.every(list => list.includes(kind)));
};

/** Without `--kind`: what the controls accept is asked for on a terminal. */
const withKind = async (
	project: Project,
	input: EvidenceInput,
	globals: Globals,
	output: Output,
): Promise<EvidenceInput> => {
	if (input.kind !== undefined || !hasTerminal() || globals.json === true) return input;
	const kinds = commonKinds(project.content, input.controls);
	if (kinds.length === 0) return input;
	const {askKind} = await import('../plain/ask-kind.js');
	const kind = await askKind(output, kinds);
	return kind === undefined ? input : {...input, kind};
};

/** What would count, where nobody said what it is. */
const suggestKind = (
	project: Project,
	{controls}: EvidenceInput,
	{evidence}: AddedEvidence,
	output: Output,
): void => {
	const kinds = commonKinds(project.content, controls);
	if (evidence.kind !== undefined || kinds.length === 0) return;
	output.note(
		`Nobody said of what kind it is. ${controls.join(', ')} accepts: ${kinds.map(k => k.id).join(', ')}. Add it again with --kind.`,
	);
};

const tellSecrets = (output: Output, {evidence}: AddedEvidence): void => {
	const {redacted = [], screened} = evidence;
	if (screened === 'binary') {
		output.line(
			'This is no text, and dbvet did not look into it: see for yourself that it holds no password or key.',
		);
	}
	if (redacted.length === 0) return;
	output.line(
		'It is a redacted copy: secrets were taken out, and the original was copied nowhere.',
	);
	for (const kind of redacted) output.line(`  ${kind.kind}: ${linesWords(kind)}`);
	const control = evidence.links[0]?.control ?? 'CONTROL';
	output.line(
		wrap(
			`To say where the original is kept, add the file again with: dbvet evidence add FILE --for ${control} --note "the original is kept in …". Where others could read it, change these secrets.`,
			Math.min(output.columns, 110),
		),
	);
};

/** What was not kept of a file whose content was there already, and what became of the words of the other one. */
const tellMerged = (output: Output, {evidence, before, otherName}: AddedEvidence): void => {
	if (before === undefined) return;
	const said: string[] = [];
	if (otherName !== undefined)
		said.push(
			(evidence.redacted ?? []).length === 0
				? `${otherName} holds the same, so that it was not kept a second time, nor under its own name.`
				: `Without the secrets that were taken out ${otherName} reads the same, so that it was not kept as a file of its own, nor under its own name. Where both are proofs, add a line to it that tells them apart.`,
		);
	if (before.title !== evidence.title)
		said.push(`Its title is now “${evidence.title}”, for everything that it stands beside.`);
	for (const text of said) output.line(wrap(text, Math.min(output.columns, 110)));
};

/** Keeps a file and says what became of it. */
export const addOne = async (
	project: Project,
	input: EvidenceInput,
	globals: Globals,
): Promise<void> => {
	const output = processOutput(process);
	const added = await addEvidence(project, await withKind(project, input, globals, output));
	const {evidence, known, newLinks} = added;
	suggestKind(project, input, added, output);
	if (globals.json === true) {
		output.json(evidence);
		return;
	}
	const {targets} = await project.store.state();
	const controls = newLinks
		.map(link => `${link.control} of ${targets[link.target]?.name ?? link.target}`)
		.join(', ');
	output.line(
		known
			? `This content is kept already, as ${evidence.id} (“${added.before?.title ?? evidence.title}”, ${evidence.fileName}): ${controls === '' ? 'it was linked to that before' : `it now stands beside ${controls} as well`}.`
			: `Kept ${evidence.fileName} as ${evidence.id} (${evidence.bytes} bytes, SHA-256 ${evidence.sha256}).`,
	);
	tellMerged(output, added);
	output.line(
		`Effective ${evidence.effective}, collected ${evidence.collected}, valid until ${evidence.validUntil}.`,
	);
	tellSecrets(output, added);
	const evaluation = await evaluate(project, await project.store.state());
	const view = evaluation.evidence.find(e => e.id === evidence.id);
	const remarks = (view?.remarks ?? []).filter(remark => remark !== 'a redacted copy');
	if (remarks.length > 0) output.line(`Mind: ${remarks.join('; ')}.`);
};

/** All evidence with its dates, and in words what is the matter with it. */
export const listEvidence = async (project: Project, globals: Globals): Promise<void> => {
	const evaluation = await evaluate(project, await project.store.state());
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({evidence: evaluation.evidence, ...troubleJson(evaluation.trouble)});
		return;
	}
	if (evaluation.evidence.length === 0) {
		output.line('No evidence yet. Add some with: dbvet evidence add FILE --for CONTROL');
		return;
	}
	const {style} = output;
	const names = new Map(evaluation.targets.map(({target}) => [target.id, target.name]));
	output.table([
		['id', 'title', 'effective', 'convinces until', 'for', 'remarks'].map(style.dim),
		...evaluation.evidence.map(e => {
			const remarks = e.remarks.join('; ');
			return [
				e.id,
				e.title,
				e.effective,
				e.until,
				e.links
					.map(link => `${link.control} of ${names.get(link.target) ?? link.target}`)
					.join(', '),
				e.lost !== undefined || e.expired || e.notYet || !e.accepted ? style.bad(remarks) : remarks,
			];
		}),
	]);
};

const verdicts = {
	intact: 'as it was when it was added',
	missing: 'is no longer in the vault',
	changed: 'was changed after it was added',
} as const;

/** Returns exit code 1 when an artifact is missing or changed. */
export const verifyEvidence = async (project: Project, globals: Globals): Promise<number> => {
	const results = await project.store.verifyEvidence();
	const wrong = results.filter(r => r.result !== 'intact');
	const output = processOutput(process);
	if (globals.json === true) output.json({evidence: results});
	else {
		const {style} = output;
		output.table(
			results.map(r => [
				r.result === 'intact' ? style.good(style.sign.pass) : style.bad(style.sign.fail),
				r.id,
				r.fileName,
				verdicts[r.result],
			]),
		);
		output.line(
			`${results.length - wrong.length} of ${count(results.length, 'artifact is', 'artifacts are')} intact.`,
		);
		if (wrong.length > 0) {
			output.line(
				'Bring the file back from a backup or from a copy of the workspace, or add the proof anew: what is missing or changed proves nothing.',
			);
		}
	}
	return wrong.length > 0 ? exitCode.findings : exitCode.done;
};
