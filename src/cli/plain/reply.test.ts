import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../../test/helpers/fake-workbench.js';
import {tinyQuestion} from '../../../test/helpers/tiny-content.js';
import {tinyDatabase} from '../../../test/helpers/tiny-record.js';
import type {FlowItem} from '../../services/question-flow.js';
import type {Output} from '../output.js';
import {explain} from './explain.js';
import {readReply} from './reply.js';

type Asked = Parameters<typeof tinyQuestion>[0];

const itemOf = (question: Asked): FlowItem => ({
	target: tinyDatabase(),
	question: tinyQuestion(question),
	section: 'Main',
	evaluation: {} as FlowItem['evaluation'],
});

const choice: Asked = {
	id: 'two-factor',
	answer: {
		kind: 'choice',
		options: [
			{id: 'all-enforced', label: 'Everybody, enforced', claim: 'met'},
			{id: 'nobody', label: 'Nobody', claim: 'not-met'},
		],
	},
	meaning: {'all-enforced': 'A stolen password is not enough.', 'dont-know': 'Nobody knows.'},
};
const number: Asked = {
	id: 'days',
	answer: {kind: 'number', unit: 'days', max: 90, met: {atLeast: 30}},
	meaning: {met: 'A month can be undone.', 'not-met': 'A slow mistake cannot.'},
};

const messageOf = (question: Asked, typed: string): string => {
	const reply = readReply(itemOf(question), typed);
	return reply.kind === 'wrong' ? reply.message : reply.kind;
};

test('an answer that is none is told in sentences that name the choices and h', () => {
	expect(messageOf(choice, '13 x')).toBe(
		'"13 x" is no answer to this question. Choose by number: 1 Everybody, enforced, 2 Nobody, 3 Don\'t know, 4 Not applicable. Type h to read what each answer means.',
	);
	expect(messageOf(number, 'a few')).toBe(
		'"a few" is no answer to this question. Type a number (days), or "dont-know" or "not-applicable". Type h to read what each answer means.',
	);
	expect(messageOf(choice, '\u001B[2Jx')).not.toContain('\u001B');
	expect(messageOf(number, '91')).toContain('from 0 to 90');
	expect(messageOf(number, '1.000')).toBe('"1.000" can be read as 1000 and as 1; write 1000 or 1.');
});

const explained = (question: Asked): string => {
	const lines: string[] = [];
	const output = {line: (text = '') => lines.push(text)} as unknown as Output;
	explain(output, itemOf(question), fakeWorkbench().snapshot(), 90);
	return lines.join('\n');
};

test('h names the answers as they are chosen', () => {
	expect(explained(choice)).toContain('If you answer 1, "Everybody, enforced":');
	expect(explained(choice)).toContain('If you answer 3, "Don\'t know":');
	expect(explained(choice)).not.toContain('all-enforced');
	expect(explained(number)).toContain('If it is enough:');
	expect(explained(number)).toContain('If it is not enough:');
});
