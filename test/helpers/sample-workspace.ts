import {createWorkspace} from '../../src/store/workspace.js';
import {answer, meta, settings, temporaryFolder} from './workspace-samples.js';

/** Who writes the sample, and the file that this makes. */
export const writer = 'w-00000001';
export const historyFile = 'history/w-00000001.jsonl';

/**
 * A workspace in a new folder with four entries, the last two made together, and an assessment.json that is up to date.
 * @returns its folder
 */
export const sampleWorkspace = async (): Promise<string> => {
	const root = await temporaryFolder();
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	await store.append([answer('tls', 'yes')], meta(1));
	await store.append([answer('backup', 35), answer('owner', 'Zoë')], meta(2));
	await store.flush();
	return root;
};
