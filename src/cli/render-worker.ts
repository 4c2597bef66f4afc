import {parentPort, workerData} from 'node:worker_threads';
import type {RenderedFile} from '../domain/ports.js';
import {UserError} from '../domain/errors.js';
import type {RenderAnswer, RenderJob} from './background-renderer.js';
import {documentRenderer} from './document-renderer.js';

/** Draws one document in a thread of its own; the bytes go back, and nothing is written here. */
const {root, document, formats, input} = workerData as RenderJob;

const draw = async (): Promise<readonly RenderedFile[]> =>
	documentRenderer(root).render(document, formats, input);

const answer = (): Promise<RenderAnswer> =>
	draw().then(
		files => ({files}),
		(error: unknown) => {
			if (!(error instanceof UserError)) throw error;
			// A message between threads keeps no class.
			return {trouble: {message: error.message, next: error.next, exitCode: error.exitCode}};
		},
	);

// No `await` at the top: the build makes this file CommonJS. What is thrown ends the thread, which its parent is told.
void answer().then(made => parentPort?.postMessage(made));
