import {describe, expect, it} from 'vitest';
import {planted} from '../../../test/helpers/content-root.js';
import {base, lintFiles, risks} from '../../../test/helpers/lint-tiny.js';

/** The tiny content with another condition of the follow-up, and more of it behind that. */
const errors = async (when: string, more = ''): Promise<readonly string[]> => {
	const files = planted('when: {answer: tls-asked, is: partly}', `when: ${when}`);
	const found = await lintFiles({...files, [base]: `${files[base] ?? ''}${more}`});
	return found.filter(line => line.startsWith('error'));
};

const itself = 'its condition contradicts itself';

describe('a question that nobody is ever asked', () => {
	it.each([
		[
			'two answers at once',
			`{all: [{answer: tls-asked, is: 'yes'}, {answer: tls-asked, is: 'no'}]}`,
		],
		[
			'an answer and not that answer',
			`{all: [{answer: tls-asked, is: 'yes'}, {not: {answer: tls-asked, is: ['yes', partly]}}]}`,
		],
		[
			'none of all possible answers',
			`{all: [{answer: backup-days, is: 5}, {answer: backup-days, is: [6, 7]}]}`,
		],
		['another kind of target', '{target: kind, is: vendor}'],
		[
			'two engines',
			'{all: [{target: engine, is: postgresql}, {target: engine, is: [mysql, mariadb]}]}',
		],
		[
			'a contradiction in every way',
			`{any: [{target: kind, is: vendor}, {not: {any: [{answer: tls-asked, is: 'no'}, {not: {answer: tls-asked, is: 'no'}}]}}]}`,
		],
	])('%s', async (_, when) => {
		const found = await errors(when);
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(`[${`when: ${when}`.slice(0, 20).trim()}]`);
		expect(found[0]).toContain(`the question "tls-until" is never asked: ${itself}`);
	});

	it.each([
		['another answer', `{any: [{answer: tls-asked, is: partly}, {answer: backup-days, is: 5}]}`],
		[
			'no answer yet',
			`{not: {answer: tls-asked, is: ['yes', 'no', partly, dont-know, not-applicable]}}`,
		],
		['two facts', `{all: [{fact: card-data, is: 'yes'}, {answer: tls-asked, is: partly}]}`],
		[
			'one of two engines',
			'{all: [{target: engine, is: [postgresql, mysql]}, {not: {target: engine, is: mysql}}]}',
		],
	])('is not one that waits for %s', async (_, when) => {
		expect(await errors(when)).toEqual([]);
	});

	const second = (when: string): string => `  - id: tls-then
    section: transit
    control: tls-on
    followUp: true
    text: And what comes then?
    why: It follows from the other one.
    how: {all: Look.}
    when: ${when}
    answer: {kind: text}
`;

	it('is told once, and not again by those that wait for it', async () => {
		const found = await errors(
			`{all: [{answer: tls-asked, is: 'yes'}, {answer: tls-asked, is: 'no'}]}`,
			second('{answer: tls-until, is: dont-know}'),
		);
		expect(found).toEqual([expect.stringContaining('the question "tls-until" is never asked')]);
	});

	it('may contradict what brings up the question that it waits for', async () => {
		const found = await errors(
			'{answer: tls-asked, is: partly}',
			second(`{all: [{answer: tls-until, is: dont-know}, {answer: tls-asked, is: 'no'}]}`),
		);
		expect(found).toEqual([
			expect.stringContaining(
				'the question "tls-then" is never asked: its condition contradicts the condition of what it waits for',
			),
		]);
	});

	it('may contradict the facts under which its control applies', async () => {
		expect(
			await errors(`{all: [{answer: tls-asked, is: partly}, {fact: card-data, is: 'no'}]}`),
		).toEqual([expect.stringContaining('contradicts the condition of what it waits for')]);
	});

	it('is one problem where its value or its question does not exist, and one where it waits in a circle', async () => {
		expect(
			await errors(
				'{answer: tls-asked, is: perhaps}',
				second('{answer: tls-until, is: dont-know}'),
			),
		).toHaveLength(1);
		expect(
			await errors(
				'{answer: tls-nobody, is: perhaps}',
				second('{answer: tls-until, is: dont-know}'),
			),
		).toHaveLength(1);
		expect(await errors('{answer: backup-days, is: -1}')).toHaveLength(1);
		expect(
			await errors(
				'{answer: tls-then, is: dont-know}',
				second('{answer: tls-until, is: dont-know}'),
			),
		).toHaveLength(1);
	});

	it('does not keep anybody waiting, however its condition is built', async () => {
		const leaf = (i: number): string =>
			`{not: {answer: q${i % 3 === 0 ? 'x' : 'y'}${i}, is: 'yes'}}`;
		const many = Array.from(
			{length: 60},
			(_, i) => `{any: [${leaf(i)}, {answer: backup-days, is: ${i}}]}`,
		);
		await expect(errors(`{all: [${many.join(', ')}]}`)).resolves.toBeDefined();
	});
});

it('a control and a risk that never apply are told at their condition', async () => {
	const both = `{all: [{fact: card-data, is: 'yes'}, {fact: card-data, is: 'no'}]}`;
	const control = await lintFiles(planted(`{fact: card-data, is: 'yes'}`, both));
	expect(control).toEqual([
		`error ${base} [appliesWhen: {all: [] the control "tls-on" never applies: ${itself}`,
	]);
	const risk = await lintFiles(planted(`[{fact: card-data, is: 'yes'}]`, `[${both}]`, risks));
	expect(risk).toEqual([
		expect.stringContaining(`the impact of "listening" is never raised: ${itself}`),
	]);
});
