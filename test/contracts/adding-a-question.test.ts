import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {
	compileContent,
	lintWorkspace,
	loadContent,
	problemLine,
} from '../../src/questionnaires/index.js';
import {withFolder} from '../helpers/content-root.js';

const root = join(import.meta.dirname, '../..');

it('docs/adding-a-question.md leads to a question when it is followed word by word', async () => {
	const page = await readFile(join(root, 'docs/adding-a-question.md'), 'utf8');
	const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(match => match[1] ?? '');
	const file = /^# (\S+)\n/.exec(blocks[0] ?? '')?.[1] ?? '';
	const base = await compileContent(root);

	await withFolder({[file]: blocks.join('\n')}, async workspace => {
		expect(await lintWorkspace(base, workspace)).toEqual([]);
		const content = await loadContent(base, workspace);
		const questionnaire = content.questionnaires.find(q => q.id === 'vendor-selection');
		expect(questionnaire?.questions.at(-1)?.id).toBe('vendor-support-minutes');
		expect(questionnaire?.controls.at(-1)?.id).toBe('vendor-support-hours');
		const shipped = base.questionnaires.find(q => q.id === 'vendor-selection');
		expect(questionnaire?.questions).toHaveLength((shipped?.questions.length ?? 0) + 1);
	});

	const slip = blocks.join('\n').replace('[lost-backups]', '[lost-backup]');
	const found = await withFolder({[file]: slip}, workspace => lintWorkspace(base, workspace));
	const promised = page
		.split('\n')
		.find(line => line.includes('did you mean'))
		?.trim();
	expect(found.map(problemLine)).toEqual([promised]);
});
