import type {Evaluation} from '../../src/domain/evaluation.js';
import {assessTiny, databaseContent} from './assess-tiny.js';
import {tinyAnswer, tinyDatabase, tinyFinding, tinyOrganisation, tinyRun} from './tiny-record.js';

/** One database, prod, with five controls and two risks that they lower: for tests of risks, scores and what comes next. */
export const prod = tinyDatabase();
const acme = tinyOrganisation();
const why = 'It helps.';
export const riskContent = databaseContent({
	scoping: [
		{id: 'cards', fact: 'card-data'},
		{id: 'health', fact: 'health-data'},
	],
	controls: [
		{id: 'tls', severity: 'critical', checks: [{check: 'wire', role: 'required'}]},
		{
			id: 'clients',
			severity: 'medium',
			checks: [{check: 'note', role: 'informs'}],
		},
		{id: 'cards-apart', appliesWhen: {fact: 'card-data', is: 'yes'}},
		{id: 'review', severity: 'low'},
		{id: 'trivia', severity: 'info'},
	],
	questions: [
		{id: 'q-tls', control: 'tls'},
		{id: 'q-clients', control: 'clients'},
		{id: 'q-cards', control: 'cards-apart'},
		{id: 'q-review', control: 'review'},
		{id: 'q-trivia', control: 'trivia'},
		{
			id: 'certificate-ends',
			answer: {kind: 'date', met: {ahead: 30}},
			control: 'review',
		},
	],
	profiles: [
		{
			id: 'startup',
			mandatory: ['clients'],
			recommended: ['tls', 'cards-apart', 'review', 'trivia'],
			maxAge: {answers: 100, runs: 30},
		},
	],
	risks: [
		{
			id: 'interception',
			impact: 3,
			impactRaisedWhen: [
				{fact: 'card-data', is: 'yes'},
				{fact: 'health-data', is: 'yes'},
			],
			treatments: [
				{lowers: 'likelihood', by: 3, controls: ['tls', 'cards-apart'], why},
				{lowers: 'likelihood', by: 1, controls: ['clients'], why},
				{lowers: 'impact', by: 4, partlyBy: 1, controls: ['review'], why},
			],
		},
		{
			id: 'card-theft',
			appliesWhen: {fact: 'card-data', is: 'yes'},
			treatments: [{lowers: 'impact', by: 1, controls: ['not-here'], why}],
		},
	],
});

/** The record with some answers (question -> value), and one finding of the check `wire` where an outcome is given. */
export const assessRisks = (
	answers: Readonly<Record<string, string>>,
	outcome?: 'pass' | 'fail' | 'unknown',
	more: Partial<Omit<Parameters<typeof assessTiny>[0], 'content'>> = {},
): Evaluation =>
	assessTiny({
		content: riskContent,
		checks: ['wire', 'note', 'loose'],
		targets: [prod, acme],
		answers: Object.entries(answers).map(([q, v]) =>
			tinyAnswer(q === 'cards' || q === 'health' ? acme : prod, q, v),
		),
		runs: outcome === undefined ? [] : [tinyRun(prod, [tinyFinding({check: 'wire', outcome})])],
		...more,
	});
