import {createHash} from 'node:crypto';
import {documentIds} from '../../src/documents/index.js';
import {testRenderer} from './renderer.js';
import {sampleInput} from './sample-input.js';

/** Prints a hash for each file of each document: run as a child process under different environments. */
const renderer = testRenderer();
const head = process.env.SAMPLE_HEAD;
const input = head === undefined ? sampleInput() : {...sampleInput(), head};
for (const id of documentIds) {
	for (const file of await renderer.render(id, ['md', 'html', 'pdf'], input)) {
		const hash = createHash('sha256').update(file.bytes).digest('hex');
		process.stdout.write(`${file.fileName} ${hash}\n`);
	}
}
