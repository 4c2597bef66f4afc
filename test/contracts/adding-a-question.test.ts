import {join} from 'node:path';
import {expect, it} from 'vitest';
import {
	compileContent,
	lintWorkspace,
	loadContent,
	problemLine,
} from '../../src/questionnaires/index.js';
import {withFolder} from '../helpers/content-root.js';
import {shippedKnown} from '../helpers/shipped-known.js';
import {filesOfPage} from '../helpers/doc-files.js';

const root = join(import.meta.dirname, '../..');

it('docs/adding-a-question.md leads to a question when it is followed word by word', async () => {
	const {text: page, files} = await filesOfPage('adding-a-question.md');
	const file = 'questionnaires/vendor-selection/questionnaire.yaml';
	expect(Object.keys(files)).toEqual([file, 'questionnaires/profiles/startup.yaml']);
	const known = shippedKnown(await compileContent(root));
	const base = known.content;

	await withFolder(files, async workspace => {
		expect(await lintWorkspace(known, workspace)).toEqual([]);
		const content = await loadContent(base, workspace, () => Promise.resolve(known));
		const questionnaire = content.questionnaires.find(q => q.id === 'vendor-selection');
		const section = questionnaire?.questions.filter(q => q.section === 'responsibilities');
		expect(section?.at(-1)?.id).toBe('vendor-support-minutes');
		expect(questionnaire?.controls.at(-1)?.id).toBe('vendor-support-hours');
		const shipped = base.questionnaires.find(q => q.id === 'vendor-selection');
		expect(questionnaire?.questions).toHaveLength((shipped?.questions.length ?? 0) + 1);
	});

	const slip = {...files, [file]: files[file]!.replace('[lost-backups]', '[lost-backup]')};
	const found = await withFolder(slip, workspace => lintWorkspace(known, workspace));
	const promised = page
		.split('\n')
		.find(line => line.includes('did you mean'))
		?.trim();
	expect(found.map(problemLine)).toContain(promised);
});
