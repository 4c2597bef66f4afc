import {expect, test} from 'vitest';
import {sampleInput} from '../../test/helpers/sample-input.js';
import {readTemplate, testRenderer} from '../../test/helpers/renderer.js';

const text = async (document: string, input = sampleInput()): Promise<string> => {
	const [file] = await testRenderer().render(document, ['md'], input);
	return new TextDecoder().decode(file?.bytes);
};

test('offers both documents with title and summary', () => {
	expect(testRenderer().documents.map(d => [d.id, d.title])).toEqual([
		['risk-assessment', 'Risk assessment'],
		['security-baseline', 'Security baseline'],
	]);
});

test('names the files by document, database and format', async () => {
	const renderer = testRenderer();
	const names = async (id: string) =>
		(await renderer.render(id, ['md', 'html'], sampleInput())).map(f => f.fileName);
	expect(await names('risk-assessment')).toEqual(['risk-assessment.md', 'risk-assessment.html']);
	expect(await names('security-baseline')).toEqual([
		'security-baseline-prod-db.md',
		'security-baseline-prod-db.html',
		'security-baseline-reporting-db.md',
		'security-baseline-reporting-db.html',
	]);
});

test('records that hold two names in different case give files that no system takes for one', async () => {
	const input = sampleInput();
	const databases = input.evaluation.targets.filter(({target}) => target.kind === 'database');
	const [first, second] = databases;
	const renamed = input.evaluation.targets.map(one =>
		one === first
			? {...one, target: {...one.target, name: 'P1'}}
			: one === second
				? {...one, target: {...one.target, name: 'p1'}}
				: one,
	);
	const evaluation = {...input.evaluation, targets: renamed};
	const files = await testRenderer().render('security-baseline', ['md'], {...input, evaluation});
	expect(files.map(f => f.fileName)).toEqual([
		'security-baseline-P1.md',
		'security-baseline-p1-2.md',
	]);
});

test('the risk assessment has its chapters in order', async () => {
	const chapters = (await text('risk-assessment')).match(/^## .*/gm);
	expect(chapters).toEqual([
		'## Summary',
		'## Contents',
		'## Scope, method and limits',
		'## Risks',
		'## Contradictions',
		'## Findings',
		'## Accepted risks',
		'## Unknowns',
		'## Appendix A: controls',
		'## Appendix B: evidence',
		'## Appendix C: framework references',
		'## Appendix D: record',
	]);
});

test('answers are counted as the table counts them, and "don\'t know" is named', async () => {
	const input = sampleInput();
	const [one, two, ...others] = input.evaluation.questions.filter(q => q.answer !== undefined);
	const unknown = {...one!, answer: {...one!.answer!, value: 'dont-know'}};
	const {answer: _, ...open} = two!;
	const questions = [unknown, open, ...others].map(q => ({...q, due: true}));
	const sentence = async (asked: typeof questions): Promise<string | undefined> => {
		const evaluation = {...input.evaluation, questions: asked};
		return /.*answered by people.*/.exec(
			await text('risk-assessment', {...input, evaluation}),
		)?.[0];
	};
	const all = questions.length;
	expect(await sentence(questions)).toContain(
		`${all - 1} of ${all} questions that the profile asks were answered by people, 1 of them with “don’t know”, which settles nothing.`,
	);
	expect(await sentence(questions.slice(1))).toContain('were answered by people.');
});

test('what is said after an observation begins a sentence of its own', async () => {
	const input = sampleInput();
	const failures = input.evaluation.findings.filter(f => f.outcome === 'fail' && !f.waiver);
	const findings = input.evaluation.findings.map(f => ({
		...f,
		observed: f.observed.replace(/\.$/, ''),
		failedAttempt: {at: '2026-11-21T10:00:00.000Z', reason: 'timed-out', observed: ''},
	}));
	const markdown = await text('risk-assessment', {
		...input,
		evaluation: {...input.evaluation, findings},
	});
	expect(failures.length).toBeGreaterThan(0);
	expect(markdown).toContain('. A later look on 2026-11-21 10:00 UTC saw nothing');
	expect(markdown).not.toMatch(/[^.…?!] A later look on/);
});

test('the risk assessment says what decides', async () => {
	const markdown = await text('risk-assessment');
	for (const sentence of [
		'Counting only what was verified, 4 of 4 risks remain high or critical; the greatest is “Traffic is read on the way” on prod-db.',
		'5 controls do not hold, 1 answer is contradicted by observation, and 17 of 32 applicable controls are not known.',
		'An open contradiction counts as not met in every number of this document until somebody settles it',
		'`GRANT pg_read_all_settings TO dbvet_scanner;`',
		'Accepted until 2027-03-31 by Ines Ferreira.',
		'Supporting a requirement is not satisfying it',
		'clock fixed for this document',
	]) {
		// A waiver inside a group is shown in the list of accepted findings instead.
		if (sentence.startsWith('Accepted until')) expect(markdown).toContain('31 March 2027');
		else expect(markdown).toContain(sentence);
	}
});

test('rights are named only where a probe used them', async () => {
	const markdown = await text('risk-assessment');
	expect(markdown).toContain('- reporting-db: never probed.');
	expect(markdown).not.toContain('reporting-db: logged in');
});

test('a risk that stands alike on several targets is told once, with every record id', async () => {
	const input = sampleInput();
	const [risk] = input.evaluation.risks;
	if (!risk) throw new Error('no risk');
	const twin = {...risk, id: `second-db/${risk.risk}`, target: 't-second', targetName: 'second-db'};
	const worse = {
		...twin,
		id: `third-db/${risk.risk}`,
		targetName: 'third-db',
		accepted: !risk.accepted,
	};
	const markdown = await text('risk-assessment', {
		...input,
		evaluation: {...input.evaluation, risks: [...input.evaluation.risks, twin, worse]},
	});
	expect(markdown).toContain(`${risk.definition.title}: ${risk.targetName} and second-db\n`);
	expect(markdown).toContain(`\`${risk.id}\`, \`${twin.id}\``);
	expect(markdown).toMatch(new RegExp(`^### R\\d+ ${risk.definition.title}: third-db$`, 'm'));
});

test('a measure that builds on the one above names only what it adds', async () => {
	const input = sampleInput();
	const [risk] = input.evaluation.risks;
	const [first] = risk?.treatments ?? [];
	const added = input.evaluation.controls.find(c => c.id !== first?.controls[0]?.id);
	if (!risk || !first || !added) throw new Error('the sample has no treatment');
	const second = {...first, why: 'More.', controls: [...first.controls, added]};
	const markdown = await text('risk-assessment', {
		...input,
		evaluation: {...input.evaluation, risks: [{...risk, treatments: [first, second]}]},
	});
	const row = markdown.split('\n').find(l => l.startsWith('| More.'));
	expect(row).toContain(`The above, and:<br>`);
	expect(row).toContain(added.definition.title);
	expect(row).not.toContain(first.controls[0]?.id.split('/').at(-1));
});

test('the security baseline has its chapters and topics in order', async () => {
	const headings = (await text('security-baseline')).match(/^##+ .*/gm);
	expect(headings).toEqual([
		'## Summary',
		'### By topic',
		'### Mend first',
		'## Contents',
		'## At a glance',
		'### Who is known to log in',
		'### Exposure',
		'## The baseline',
		'### Accounts and their rights',
		'### Network exposure',
		'### Encryption',
		'### Backups and restore',
		'### Logging',
		'### Version and configuration',
		'## Deviations',
		'### Critical (1)',
		'#### A connection without TLS is let in',
		'### High (4)',
		'#### Too many roles are superusers',
		'### Medium (1)',
		'#### The certificate expires soon',
		'### Low (1)',
		'#### Connections are not logged',
		'### Accepted deviations',
		'## How to reproduce',
		'## Record',
		'### Evidence',
		'## Approval',
	]);
});

test('an unknown control is never shown as met, and a pass alone makes no state', async () => {
	const rows = (await text('risk-assessment'))
		.split('\n')
		.filter(l => l.includes('network-allowlist'));
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) expect(row).not.toContain('✔ met');
});

test('no document promises compliance', async () => {
	for (const id of ['risk-assessment', 'security-baseline']) {
		expect(await text(id)).not.toMatch(/% compliant|satisf(?!ying it)|certified|fully secure/i);
	}
});

test('an empty workspace gives a document that says so', async () => {
	const markdown = await text('risk-assessment', sampleInput({empty: true}));
	expect(markdown).toContain(
		'Nothing is known yet: no question has been answered and no probe has run.',
	);
	expect(markdown).not.toMatch(/undefined|NaN|\[object/);
	expect(
		await testRenderer().render('security-baseline', ['md'], sampleInput({empty: true})),
	).toEqual([]);
});

test('a document that does not exist is a mistake of the user', async () => {
	for (const id of ['nonsense', 'constructor', '__proto__']) {
		await expect(testRenderer().render(id, ['md'], sampleInput())).rejects.toThrow(
			`There is no document "${id}"`,
		);
	}
});

test('a template of the workspace takes the place of ours, and its faults name its line', async () => {
	const own = (source: string) =>
		testRenderer(path => (path === 'risk-assessment/template.md.hbs' ? source : undefined));
	const [file] = await own('# Ours\n\nFor {{organisation}}.\n').render(
		'risk-assessment',
		['md'],
		sampleInput(),
	);
	expect(new TextDecoder().decode(file?.bytes)).toContain('# Ours\n\nFor Example Health.');
	const broken = `${readTemplate('risk-assessment/template.md.hbs')}\n{{summary.verdikt}}\n`;
	const line = broken.split('\n').findIndex(l => l.includes('verdikt')) + 1;
	await expect(own(broken).render('risk-assessment', ['md'], sampleInput())).rejects.toThrow(
		`templates/risk-assessment/template.md.hbs:${line}: "verdikt" is not defined here`,
	);
});
