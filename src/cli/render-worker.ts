import {parentPort, workerData} from 'node:worker_threads';
import type {RenderedFile} from '../domain/ports.js';
import {UserError} from '../domain/errors.js';
import type {RenderAnswer, RenderJob} from './background-renderer.js';
import {documentRenderer} from './document-renderer.js';

/** Draws one document in a thread of its own; the bytes go back, and nothing is written here. */
const {root, document, formats, input} = workerData as RenderJob;

const draw = async (): Promise<readonly RenderedFile[]> =>
	documentRenderer(root).render(document, formats, input);

const answer: RenderAnswer = await draw().then(
	files => ({files}),
	(error: unknown) => {
		if (!(error instanceof UserError)) throw error;
		// A message between threads keeps no class.
		return {trouble: {message: error.message, next: error.next, exitCode: error.exitCode}};
	},
);
parentPort?.postMessage(answer);
