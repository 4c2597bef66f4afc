import {createWorkbench} from '../../services/create-workbench.js';
import type {Project} from '../../services/project.js';
import type {Workbench} from '../../services/workbench.js';
import {openProject} from '../compose.js';
import type {Globals} from '../globals.js';

export type OpenWorkbench = {readonly project: Project; readonly workbench: Workbench};

/**
 * Opens the workspace for the full screen, which tells of redacted secrets in a line of its own; what the store has to
 * tell goes to `tell`, because a message on stderr would tear the screen.
 */
export const openWorkbench = async (
	globals: Globals,
	tell: (text: string) => void,
): Promise<OpenWorkbench> => {
	const project = await openProject(globals, tell);
	const {onRedacted: _, ...silent} = project;
	const documents: Project['documents'] = async () => {
		const {inBackground} = await import('../background-renderer.js');
		return inBackground(await project.documents(), project.store.root);
	};
	return {project, workbench: await createWorkbench({...silent, documents})};
};
