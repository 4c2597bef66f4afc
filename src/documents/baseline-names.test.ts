import {expect, test} from 'vitest';
import type {CurrentFinding} from '../domain/evaluation.js';
import {finding} from '../../test/helpers/sample/findings.js';
import {sampleInput} from '../../test/helpers/sample-input.js';
import {testRenderer} from '../../test/helpers/renderer.js';

const text = async (document: string, input = sampleInput()): Promise<string> => {
	const [file] = await testRenderer().render(document, ['md'], input);
	return new TextDecoder().decode(file?.bytes);
};
const rowOf = (document: string, name: string): string =>
	document.split('\n').find(row => row.startsWith(`| ${name} |`)) ?? '';
const failure = (part: Pick<CurrentFinding, 'check' | 'object' | 'observed'>): CurrentFinding =>
	finding({...part, outcome: 'fail', severity: 'low', title: 'A title', expected: 'none'});

test('an account is not blamed for a database that has its name', async () => {
	const input = sampleInput();
	const open = failure({
		check: 'pg-database-public-privs',
		object: 'dbvet_scanner',
		observed: 'PUBLIC has CONNECT on database dbvet_scanner',
	});
	const md5 = failure({
		check: 'pg-password-hash-md5',
		object: 'dbvet_scanner',
		observed: 'the password of dbvet_scanner is stored with MD5',
	});
	const findings = [...input.evaluation.findings, open, md5];
	const document = await text('security-baseline', {
		...input,
		evaluation: {...input.evaluation, findings},
	});
	const row = rowOf(document, '`dbvet_scanner`');
	expect(row).toContain('stored with MD5');
	expect(row).not.toContain('PUBLIC has CONNECT');
});

test('the card tells the support of a package of a distribution too', async () => {
	const input = sampleInput();
	const seen = [
		'15.18; newest release of 15 known to dbvet is 15.20',
		'PostgreSQL 15.18 (Debian 15.18-0+deb12u1); community support of 15 ends on 2027-11-11',
	].map((observed, at) => ({
		...failure({check: `pg-version-${at}`, object: undefined, observed}),
		role: 'informs' as const,
		outcome: at === 0 ? ('fail' as const) : ('pass' as const),
	}));
	const controls = input.evaluation.controls.map(control =>
		control.definition.requirements.includes('B25') ? {...control, findings: seen} : control,
	);
	const document = await text('security-baseline', {
		...input,
		evaluation: {...input.evaluation, controls},
	});
	const card = document.split('\n').find(row => row.includes('Version and support')) ?? '';
	expect(card).toContain('newest release of 15 known to dbvet is 15.20');
	expect(card).toContain('community support of 15 ends on 2027-11-11');
	expect(card).not.toContain('Debian');
});

test('a risk that is accepted in part says so in a sentence of its own', async () => {
	const input = sampleInput();
	const risks = input.evaluation.risks.map(risk => {
		const {decision: _, ...open} = risk;
		return {...open, accepted: true};
	});
	const document = await text('risk-assessment', {
		...input,
		evaluation: {...input.evaluation, risks},
	});
	expect(document).toContain('none decided. Part of this risk is accepted');
	expect(document).not.toMatch(/[^.?!…] Part of this risk is accepted/);
	expect(await text('risk-assessment')).not.toMatch(
		/([^.?!…]|[.]{2}) Part of this risk is accepted/,
	);
});
