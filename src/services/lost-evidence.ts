import {UserError} from '../domain/errors.js';
import type {Evaluation} from '../domain/evaluation.js';
import {lostFileWords} from '../domain/evidence.js';
import type {LostFile} from '../domain/evidence.js';
import {plainText} from '../domain/text.js';
import type {Store} from '../domain/ports.js';
import type {WorkspaceState} from '../domain/workspace.js';

const lostFile = async (store: Store, sha256: string): Promise<LostFile | undefined> => {
	try {
		const result = await store.checkArtifact(sha256);
		return result === 'intact' ? undefined : result;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return 'unreadable';
	}
};

/**
 * What is wrong with the files of the evidence, by its id: whatever is evaluated is compared with its hash first, because
 * a proof that was changed or deleted must not count. One after the other, so that large files do not share the disk.
 */
export const loadLostEvidence = async (
	store: Store,
	{evidence}: WorkspaceState,
): Promise<ReadonlyMap<string, LostFile>> => {
	const lost = new Map<string, LostFile>();
	for (const {id, sha256} of Object.values(evidence)) {
		const what = await lostFile(store, sha256);
		if (what !== undefined) lost.set(id, what);
	}
	return lost;
};

/** A sentence or two for each proof that has lost its file and that nothing stands in for: what, and how to mend it. */
export const lostEvidenceNotes = ({
	targets,
}: Evaluation): readonly {readonly target: string; readonly text: string}[] =>
	targets.flatMap(({target, lostEvidence = []}) =>
		lostEvidence.map(({id, title, sha256, lost, controls}) => ({
			target: target.name,
			text: `${plainText(title, 100)} (${id}) of ${target.name} proves nothing: its file evidence/${sha256} ${lostFileWords[lost]}. Bring the file back from a backup or from a copy of the workspace, or add the proof anew with: dbvet evidence add FILE --for ${controls[0] ?? 'CONTROL'} --target ${target.name}`,
		})),
	);
