import {expect, test} from 'vitest';
import {approved} from '../../test/helpers/approved.js';
import {testRenderer} from '../../test/helpers/renderer.js';
import {sampleInput} from '../../test/helpers/sample-input.js';
import {ids} from '../../test/helpers/sample/targets.js';
import type {Frozen} from '../domain/baseline.js';
import type {BaselineDiff, Deviation} from '../domain/deviation.js';
import type {ApprovedBaseline} from '../domain/ports.js';

const held: Frozen = Object.fromEntries(
	[ids.prod].map(id => [
		id,
		{name: 'prod-db', runs: [], controls: {}, failures: [], seen: {}, answers: {}, waivers: []},
	]),
);
const same: BaselineDiff = {
	deviations: [],
	unseen: [],
	unverified: [],
	gone: [],
	added: [],
	kept: {failures: 0, controls: 0},
};
const deviation = (n: number, target: string = ids.prod): Deviation => ({
	word: 'new',
	kind: 'finding',
	key: `finding/${target}/tls/${n}/`,
	id: `prod-db/tls/${n}`,
	target,
	targetName: 'prod-db',
	severity: 'high',
	title: `Plaintext is refused ${n}`,
	text: 'let in',
	saidBy: [],
});

/** The end of the baseline of prod-db, with these approvals. */
const approval = async (approvals?: readonly ApprovedBaseline[]): Promise<string> => {
	const files = await testRenderer().render('security-baseline', ['md'], {
		...sampleInput(),
		...(approvals && {approvals}),
	});
	const text = new TextDecoder().decode(files.find(f => f.fileName.includes('prod-db'))?.bytes);
	return text.slice(text.indexOf('\n## Approval'));
};

test('a baseline that nobody approved says so', async () => {
	expect(await approval()).toContain('No baseline of this database was approved yet.');
	const other = {baseline: approved({}), diff: same, byAuthor: false};
	expect(await approval([other])).toContain('No baseline of this database was approved yet.');
});

test('the last approved baseline is named with what deviates from it, on this database alone', async () => {
	const baseline = approved(held, {note: 'Fine | <b>until</b> spring'});
	const none = await approval([{baseline, diff: same, byAuthor: false}]);
	expect(none).toContain('The last approved baseline is q4, approved on 2026-11-22 by Grace.');
	expect(none).toContain('Nothing deviates from it.');
	expect(none).not.toContain('<b>');

	const many = Array.from({length: 14}, (_, n) => deviation(n));
	const diff = {
		...same,
		deviations: [...many, deviation(99, 't-0000000000')],
		unseen: [
			{
				target: ids.prod,
				targetName: 'prod-db',
				endpoint: 'db:5432',
				check: 'tls',
				failures: 2,
				text: 'Nobody answered.',
			},
		],
	};
	const text = await approval([{baseline, diff, byAuthor: true}]);
	expect(text).toContain('14 new, 0 worse');
	expect(text).toContain('2 deviations of which nobody knows whether they are still there');
	expect(text).toContain('This approval does not hold');
	expect(text).toContain('2 more, told by dbvet baseline diff');
	expect(text).not.toContain('refused 99');
});
