import {expect, test} from 'vitest';
import {sampleInput} from '../../test/helpers/sample-input.js';
import {testRenderer} from '../../test/helpers/renderer.js';

const text = async (document: string, input: ReturnType<typeof sampleInput>): Promise<string> => {
	const [file] = await testRenderer().render(document, ['md'], input);
	return new TextDecoder().decode(file?.bytes);
};

test('what people wrote beside an answer stands beside the state', async () => {
	const input = sampleInput();
	const note = 'Behind a proxy | until <b>March</b>';
	const withNote = (q: (typeof input.evaluation.controls)[number]['questions'][number]) =>
		q.answer === undefined ? q : {...q, answer: {...q.answer, note}};
	const controls = input.evaluation.controls.map(c =>
		c.state === 'contradicted' ? c : {...c, questions: c.questions.map(withNote)},
	);
	const noted = {...input, evaluation: {...input.evaluation, controls}};
	const remark = 'Remarks: “Behind a proxy \\| until \\<b\\>March\\</b\\>”';
	for (const document of ['risk-assessment', 'security-baseline']) {
		expect(await text(document, input)).not.toContain('Behind a proxy');
		expect(await text(document, noted)).toContain(remark);
	}
});
