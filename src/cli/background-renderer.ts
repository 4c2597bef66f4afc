import {Worker} from 'node:worker_threads';
import {UserError} from '../domain/errors.js';
import type {
	DocumentFormat,
	DocumentInput,
	DocumentRenderer,
	RenderedFile,
} from '../domain/ports.js';

export type RenderJob = {
	/** The workspace folder. */
	readonly root: string;
	readonly document: string;
	readonly formats: readonly DocumentFormat[];
	readonly input: DocumentInput;
};

export type RenderAnswer =
	| {readonly files: readonly RenderedFile[]}
	| {readonly trouble: Pick<UserError, 'message' | 'next' | 'exitCode'>};

const answerOf = (job: RenderJob, signal: AbortSignal | undefined): Promise<RenderAnswer> =>
	new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const worker = new Worker(new URL('render-worker.js', import.meta.url), {workerData: job});
		const stop = (): void => {
			reject(signal?.reason as Error);
			void worker.terminate();
		};
		signal?.addEventListener('abort', stop);
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', code => {
			signal?.removeEventListener('abort', stop);
			// Without effect after a message, which comes before the end.
			reject(new Error(`the thread that draws documents ended with ${code}`));
		});
	});

/**
 * Draws in a thread of its own, so that a screen stays alive meanwhile and can be left at once: laying out a PDF keeps a
 * thread busy for seconds. A signal that fires ends the thread, and the promise rejects with its reason.
 */
export const inBackground = (renderer: DocumentRenderer, root: string): DocumentRenderer => ({
	get documents() {
		return renderer.documents;
	},
	templateFaults: () => renderer.templateFaults(),
	render: async (document, formats, input, signal) => {
		const answer = await answerOf({root, document, formats, input}, signal);
		if ('files' in answer) return answer.files;
		const {message, next, exitCode} = answer.trouble;
		throw new UserError(message, next, exitCode);
	},
});
