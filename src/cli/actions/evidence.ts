import {exitCode} from '../../domain/errors.js';
import {addEvidence, type EvidenceInput} from '../../services/add-evidence.js';
import {evaluate, type Project} from '../../services/project.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

export const addOne = async (
	project: Project,
	input: EvidenceInput,
	globals: Globals,
): Promise<void> => {
	const evidence = await addEvidence(project, input);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json(evidence);
		return;
	}
	output.line(
		`Kept ${evidence.fileName} as ${evidence.id} (${evidence.bytes} bytes, SHA-256 ${evidence.sha256}).`,
	);
	output.line(
		`Effective ${evidence.effective}, collected ${evidence.collected}, valid until ${evidence.validUntil}.`,
	);
};

export const listEvidence = async (project: Project, globals: Globals): Promise<void> => {
	const evaluation = await evaluate(project, await project.store.state());
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({evidence: evaluation.evidence});
		return;
	}
	if (evaluation.evidence.length === 0) {
		output.line('No evidence yet. Add some with: dbvet evidence add FILE --for CONTROL');
		return;
	}
	output.table([
		['id', 'title', 'effective', 'collected', 'valid until', 'for'].map(output.style.dim),
		...evaluation.evidence.map(e => [
			e.id,
			e.title,
			e.effective,
			e.collected,
			e.expired ? output.style.bad(`${e.validUntil} expired`) : e.validUntil,
			e.links.map(link => link.control).join(', '),
		]),
	]);
};

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
				r.result,
			]),
		);
		output.line(`${results.length - wrong.length} of ${results.length} artifacts are intact.`);
	}
	return wrong.length > 0 ? exitCode.findings : exitCode.done;
};
