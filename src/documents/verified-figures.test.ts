import {expect, test} from 'vitest';
import {sampleInput} from '../../test/helpers/sample-input.js';
import {testRenderer} from '../../test/helpers/renderer.js';

const text = async (document: string, input = sampleInput()): Promise<string> => {
	const [file] = await testRenderer().render(document, ['md'], input);
	return new TextDecoder().decode(file?.bytes);
};

/** The controls of prod-db that a probe saw fail, and nothing else that is verified of it. */
const failuresOnly = () => {
	const input = sampleInput();
	const controls = input.evaluation.controls.filter(
		c => !(c.state === 'met' && c.assurance === 'verified'),
	);
	return {...input, evaluation: {...input.evaluation, controls}};
};

test('the summary of a baseline counts as verified what is met, and names the verified failures', async () => {
	const document = await text('security-baseline');
	expect(document).toMatch(
		/\*\*3 of \d+\*\* met and verified \(by probe; 3 verified not to hold\)/,
	);
	expect(document).not.toMatch(/of \d+\*\* verified by probe/);
	expect(document).not.toContain('every required check passed');
});

test('verified failures are no proof that anything holds', async () => {
	const baseline = await text('security-baseline', failuresOnly());
	expect(baseline).toMatch(
		/\*\*0 of \d+\*\* met and verified \(by probe; 3 verified not to hold\)/,
	);
	const risks = await text('risk-assessment', failuresOnly());
	expect(risks).toContain('controls known (verified by probe: 0 hold, 3 do not)');
});

test('the summary of the risk assessment adds up to its own table', async () => {
	const document = await text('risk-assessment');
	const [, met] = /verified by probe: (\d+) hold, 3 do not/.exec(document) ?? [];
	const rows = document.split('\n');
	const head = rows.findIndex(row =>
		row.startsWith('| Target | Kind | Answered | Met and verified'),
	);
	const column = rows.slice(head + 2, rows.indexOf('', head)).map(row => Number(row.split('|')[4]));
	expect(column.length).toBe(sampleInput().evaluation.targets.length);
	expect(column.reduce((a, b) => a + b, 0)).toBe(Number(met));
});

test('what is optional and not known is counted nowhere, as in the score', async () => {
	const input = sampleInput();
	const controls = input.evaluation.controls.map(c =>
		c.id === 'prod-db/network-allowlist' ? {...c, requirement: 'optional' as const} : c,
	);
	const document = await text('security-baseline', {
		...input,
		evaluation: {...input.evaluation, controls},
	});
	const of = (source: string): number => Number(/\d+ of (\d+)\*\* controls met/.exec(source)?.[1]);
	expect(of(document)).toBe(of(await text('security-baseline')) - 1);
	expect(document).not.toMatch(/\*\*Network exposure:\*\*/);
});
