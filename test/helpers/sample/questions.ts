import {Question} from '../../../src/domain/question.js';

const yesNo = (id: string, of: string, text: string): Question =>
	Question.parse({
		id,
		section: 'main',
		control: of,
		text,
		why: 'It decides what an attacker on the way can read.',
		how: {all: 'Ask whoever runs the server, or look at its settings.'},
		answer: {kind: 'yes-no'},
	});

export const sampleQuestions: readonly Question[] = [
	yesNo(
		'refuse-plaintext',
		'tls-required',
		'Does the server refuse every connection that is not encrypted?',
	),
	yesNo('one-account-each', 'service-accounts', 'Does each application use an account of its own?'),
	yesNo('network-listed', 'network-allowlist', 'Can only listed addresses reach the server?'),
	yesNo(
		'backups-automatic',
		'automatic-backups',
		'Do backups run by themselves, without a person starting them?',
	),
	Question.parse({
		id: 'drill-date',
		section: 'main',
		control: 'restore-drill',
		text: 'When was a backup last restored and compared with the original?',
		why: 'A backup that nobody restored is a hope.',
		how: {all: 'Look at the record of the drill.'},
		answer: {kind: 'date', met: {within: 180}},
	}),
];
