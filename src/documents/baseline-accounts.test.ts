import {expect, test} from 'vitest';
import type {CheckRole} from '../domain/control.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import {finding} from '../../test/helpers/sample/findings.js';
import {sampleInput} from '../../test/helpers/sample-input.js';
import {testRenderer} from '../../test/helpers/renderer.js';

const wire = finding({
	check: 'pg-wire-auth-method',
	object: 'user report, database shop',
	outcome: 'pass',
	severity: 'high',
	title: 'Users prove themselves by a strong method',
	observed: 'SCRAM-SHA-256',
	expected: 'SCRAM',
});
const rights = (part: Partial<CurrentFinding>): CurrentFinding =>
	finding({
		check: 'pg-superusers',
		outcome: 'unknown',
		severity: 'high',
		title: 'Few roles are superusers',
		observed: 'the password was withheld',
		expected: 'few',
		...part,
	});
const withheld = rights({reason: 'certificate-not-verified'});

/** The part of the baseline on accounts, where the control on accounts rests on a check and these findings were made. */
const accounts = async (findings: readonly CurrentFinding[], role: CheckRole = 'required') => {
	const input = sampleInput();
	const controls = input.evaluation.controls.map(c =>
		c.id === 'prod-db/service-accounts'
			? {
					...c,
					definition: {...c.definition, checks: [{check: 'pg-superusers', role}]},
					findings: findings.map(f => ({...f, role})).filter(f => f.check === 'pg-superusers'),
				}
			: c,
	);
	const targets = input.evaluation.targets.map(t =>
		t.target.kind === 'database'
			? {
					...t,
					target: {
						...t.target,
						identities: [{role: 'reporting' as const, user: 'report', database: 'shop'}],
					},
				}
			: t,
	);
	const evaluation = {...input.evaluation, targets, controls, findings};
	const [file] = await testRenderer().render('security-baseline', ['md'], {...input, evaluation});
	const text = new TextDecoder().decode(file?.bytes);
	const chapter = text.slice(text.indexOf('### Who is known'), text.indexOf('### Exposure'));
	return {chapter, row: chapter.split('\n').find(line => line.startsWith('| `report` |')) ?? ''};
};

test('a pass over the wire is no pass of an account whose rights nobody could see', async () => {
	const {row, chapter} = await accounts([wire, withheld]);
	expect(row).toContain('**? unknown** 1 check passed; what else could not be seen stands below');
	expect(row).not.toContain('✔');
	expect(chapter).toContain(
		'**? unknown** 1 check on accounts and their rights saw nothing: the certificate could not be verified, so no password was sent.',
	);
});

test.each([
	['an error inside dbvet', rights({outcome: 'error', reason: 'internal-error'})],
	['not run yet', undefined],
])('nor is it one where the check on rights is %s', async (why, other) => {
	const {row, chapter} = await accounts([wire, ...(other ? [other] : [])]);
	expect(row).toContain('**? unknown**');
	expect(row).not.toContain('✔');
	expect(chapter).toContain(`saw nothing: ${why}.`);
});

test('what could not be seen of one account stands in its row, beside what failed on it', async () => {
	const blind = rights({object: 'report', reason: 'permission-denied'});
	const passing = await accounts([wire, blind]);
	expect(passing.row).toContain(
		'**? unknown** 1 check passed; not seen: “Few roles are superusers” |',
	);
	expect(passing.chapter).not.toContain('saw nothing');
	const failing = await accounts([{...wire, outcome: 'fail', observed: 'MD5'}, blind]);
	expect(failing.row).toMatch(/\*\*✖ fail\*\* .*MD5<br>\*\*\? unknown\*\* not seen/);
});

test('an account passes where all was seen, and what only informs does not hinder it', async () => {
	const seen = await accounts([wire, rights({outcome: 'pass'})]);
	expect(seen.row).toContain('**✔ pass** nothing failed on it');
	expect(seen.chapter).not.toContain('? unknown');
	expect((await accounts([wire, withheld], 'informs')).row).toContain('**✔ pass**');
});

test('an account of a database that was never probed is not observed, and no check is blamed', async () => {
	const {row, chapter} = await accounts([]);
	expect(row).toContain('**? unknown** not observed');
	expect(chapter).not.toContain('saw nothing');
});
