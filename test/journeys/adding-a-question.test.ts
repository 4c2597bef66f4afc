import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {filesOfPage} from '../helpers/doc-files.js';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();

test.each(['startup', 'regulated'])(
	'whoever follows docs/adding-a-question.md under the profile %s is asked the question',
	async profile => {
		const init = ['init', '.', '--yes', '--organisation', 'Example Ltd', '--profile', profile];
		expect(bench.dbvet(init).code).toBe(0);
		expect(bench.dbvet(['target', 'add', 'acme', '--kind', 'vendor']).code).toBe(0);
		const {files} = await filesOfPage('adding-a-question.md');
		for (const [path, text] of Object.entries(files)) {
			// The page writes the profile startup, and says that the others go the same way.
			const own = (of: string): string => of.replaceAll('startup', profile);
			const place = join(bench.folder, path.includes('/profiles/') ? own(path) : path);
			await mkdir(dirname(place), {recursive: true});
			await writeFile(place, path.includes('/profiles/') ? own(text) : text);
		}
		const lint = bench.dbvet(['questionnaire', 'lint']);
		expect(lint.code, lint.out + lint.err).toBe(0);
		expect(bench.dbvet(['assess', '--blank']).out).toContain('vendor-support-minutes');
		expect(bench.dbvet(['questionnaire', 'show', 'vendor-support-minutes']).code).toBe(0);
	},
);
