import {expect, test} from 'vitest';
import {testRenderer} from '../../test/helpers/renderer.js';
import {sampleInput} from '../../test/helpers/sample-input.js';
import type {DocumentInput} from '../domain/ports.js';

const text = async (document: string, input = sampleInput()): Promise<string> => {
	const [file] = await testRenderer().render(document, ['md'], input);
	return new TextDecoder().decode(file?.bytes);
};

/** The same record after three more looks at prod-db, one of them at a single check. */
const probedAgain = (): DocumentInput => {
	const input = sampleInput();
	const [run] = input.runs;
	if (run === undefined) throw new TypeError('the sample has a run');
	const one = {...run, report: {...run.report, findings: run.report.findings.slice(0, 1)}};
	return {...input, runs: [run, one, run, run]};
};

test('as many runs are told as the appendix names, and the results that count are not called theirs', async () => {
	const input = probedAgain();
	const document = await text('risk-assessment', input);
	const rows = document
		.slice(document.indexOf('| Probe run |'))
		.split('\n')
		.filter(row => row.startsWith('| prod-db |'));
	expect(rows).toHaveLength(4);
	expect(document).toContain('4 probe runs are in the record, named in Appendix D.');
	const {findings} = input.evaluation;
	expect(document).toContain(`${findings.length} results from `);
	expect(document).not.toMatch(/probe runs with \d+ results/);
	expect(await text('risk-assessment')).toContain('1 probe run is in the record');
});

test('as many findings are accepted in the summary as in the chapter', async () => {
	const document = await text('risk-assessment');
	const [, figure] = /\*\*(\d+)\*\* accepted finding/.exec(document) ?? [];
	const chart = document.slice(document.indexOf('| Severity | Open | Accepted |'));
	const rows = chart.slice(0, chart.indexOf('\n\n')).split('\n').slice(2);
	const accepted = rows.map(row => Number(row.split('|')[3]));
	expect(rows).not.toHaveLength(0);
	expect(accepted.reduce((a, b) => a + b, 0)).toBe(Number(figure));
});

test('accepted risks are counted by their side, and only those that hold', async () => {
	const input = sampleInput();
	const [first, ...others] = input.evaluation.risks;
	if (first === undefined) throw new TypeError('the sample has a risk');
	const decision = {
		target: first.target,
		risk: first.risk,
		treatment: 'accept' as const,
		reason: 'Small.',
		approver: 'Ines Ferreira Jr.',
		until: '2027-01-31',
	};
	const withRisk = (standing: 'holds' | 'expired') =>
		text('risk-assessment', {
			...input,
			evaluation: {...input.evaluation, risks: [{...first, decision, standing}, ...others]},
		});
	expect(await withRisk('holds')).toMatch(/accepted findings? \(and 1 accepted risk\)/);
	expect(await withRisk('expired')).toMatch(/accepted findings? \(until a date\)/);
});

test('a risk that stands alike on several targets is told once, and the register says so', async () => {
	const input = sampleInput();
	const [first, ...others] = input.evaluation.risks;
	if (first === undefined) throw new TypeError('the sample has a risk');
	const twin = {...first, target: 'other', targetName: 'other-db', id: `other-db/${first.risk}`};
	const risks = [first, twin, ...others];
	const document = await text('risk-assessment', {
		...input,
		evaluation: {...input.evaluation, risks},
	});
	expect(document).toContain(`The ${risks.length} risks stand in ${risks.length - 1} row`);
	expect(await text('risk-assessment')).not.toMatch(/risks stand in \d+ row/);
});

test('sentences of both documents end once', async () => {
	const input = sampleInput();
	const findings = input.evaluation.findings.map(f => ({
		...f,
		observed: f.observed.replace(/\.$/, ''),
		...(f.waiver === undefined ? {} : {waiver: {...f.waiver, approver: 'Ines Ferreira Jr.'}}),
	}));
	const dotted = {...input, evaluation: {...input.evaluation, findings}};
	const baseline = await text('security-baseline', dotted);
	expect(baseline).toContain('shop_app is a superuser and can log in. And 2 more.');
	for (const document of [baseline, await text('risk-assessment', dotted)])
		expect(document).not.toMatch(/[^.]\.\.(?!\.)/);
});
