import type {z} from 'zod';
import {CheckInfo} from '../../src/domain/check.js';
import {Content} from '../../src/domain/content.js';
import {Control} from '../../src/domain/control.js';
import {Profile} from '../../src/domain/profile.js';
import {Question} from '../../src/domain/question.js';
import {Questionnaire} from '../../src/domain/questionnaire.js';
import {RiskScenario} from '../../src/domain/risk.js';

/** Small content for tests: each builder fills what a test does not speak about, and the schema checks the result. */

type Some<T extends z.ZodType> = Partial<z.input<T>>;

export const tinyQuestion = (question: Some<typeof Question> & {id: string}): Question =>
	Question.parse({
		section: 'main',
		text: `Is ${question.id} as it should be?`,
		why: 'Because a test needs a reason here.',
		how: {all: 'Look at it.'},
		answer: {kind: 'yes-no'},
		...question,
	});

export const tinyControl = (control: Some<typeof Control> & {id: string}): Control =>
	Control.parse({
		kind: 'database',
		title: `${control.id} holds`,
		severity: 'high',
		requirements: ['B13'],
		...control,
	});

export const tinyRisk = (risk: Some<typeof RiskScenario> & {id: string}): RiskScenario =>
	RiskScenario.parse({
		title: risk.id,
		scenario: 'Something happens to the data.',
		kind: 'database',
		likelihood: 4,
		impact: 4,
		treatments: [{lowers: 'likelihood', by: 2, controls: ['tls-required'], why: 'It helps.'}],
		...risk,
	});

export const tinyProfile = (profile: Some<typeof Profile> & {id: string}): Profile =>
	Profile.parse({
		title: profile.id,
		summary: 'A situation.',
		thresholds: {},
		maxAge: {answers: 365, runs: 30},
		mandatory: [],
		...profile,
	});

export const tinyCheck = (check: Some<typeof CheckInfo> & {id: string}): CheckInfo =>
	CheckInfo.parse({
		family: 'tls',
		title: check.id,
		question: `Does ${check.id} pass?`,
		why: 'Because.',
		severity: 'high',
		scope: 'endpoint',
		needs: 'none',
		source: 'SELECT 1',
		remediation: {all: 'Mend it.'},
		...check,
	});

export const tinyQuestionnaire = (
	questionnaire: Some<typeof Questionnaire> & {id: string},
): Questionnaire =>
	Questionnaire.parse({
		title: questionnaire.id,
		kind: 'database',
		intro: 'Some questions.',
		sections: [{id: 'main', title: 'Main'}],
		questions: [tinyQuestion({id: `${questionnaire.id}-notes`, answer: {kind: 'text'}})],
		...questionnaire,
	});

export const tinyContent = (content: Some<typeof Content> = {}): Content =>
	Content.parse({
		version: 'tiny',
		questionnaires: [],
		profiles: [tinyProfile({id: 'startup'})],
		risks: [],
		frameworks: [],
		evidenceKinds: [],
		...content,
	});
