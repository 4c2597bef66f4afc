import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The files that a page of docs/ has its reader write: a YAML block whose first line is `# PATH` begins one, others go on with it. */
export const filesOfPage = async (
	page: string,
): Promise<{readonly text: string; readonly files: Readonly<Record<string, string>>}> => {
	const text = await readFile(join(root, 'docs', page), 'utf8');
	const files: Record<string, string> = {};
	let current = '';
	for (const [, block = ''] of text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)) {
		current = /^# (\S+)\n/.exec(block)?.[1] ?? current;
		files[current] = [...(current in files ? [files[current]] : []), block].join('\n');
	}
	return {text, files};
};
