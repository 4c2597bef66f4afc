import type {Content} from '../../../src/domain/content.js';
import {sha256} from '../../../src/domain/id.js';
import {sampleControls} from './controls.js';
import {sampleQuestions} from './questions.js';
import {sampleRisks} from './risks.js';

/** One questionnaire, one profile and two frameworks. */
export const sampleContent: Content = {
	version: sha256('content'),
	questionnaires: [
		{
			id: 'sample',
			title: 'Sample',
			kind: 'database',
			intro: 'A sample.',
			sections: [{id: 'main', title: 'Main'}],
			controls: sampleControls,
			questions: sampleQuestions,
		},
	],
	profiles: [
		{
			id: 'regulated',
			title: 'Regulated',
			summary: 'Health or card data.',
			thresholds: {'backup-retention-days': 35},
			maxAge: {answers: 180, runs: 30},
			mandatory: [],
			recommended: [],
			details: 'all',
			planned: [],
			approach: [],
			approverIsNotAuthor: true,
		},
	],
	risks: sampleRisks,
	frameworks: [
		{
			id: 'iso-27001-2022',
			title: 'ISO/IEC 27001',
			version: '2022',
			publisher: 'ISO',
			cite: true,
			groups: [],
			requirements: [
				{id: 'A.5.16', title: 'Identity management', heading: false, withdrawn: false},
				{id: 'A.8.2', title: 'Privileged access rights', heading: false, withdrawn: false},
				{id: 'A.8.13', title: 'Information backup', heading: false, withdrawn: false},
				{id: 'A.8.24', title: 'Use of cryptography', heading: false, withdrawn: false},
			],
		},
		{
			id: 'pci-dss-4.0.1',
			title: 'PCI DSS',
			version: '4.0.1',
			publisher: 'PCI SSC',
			cite: true,
			groups: [],
			requirements: [
				{id: '4.2.1', title: 'Cardholder data in transit', heading: false, withdrawn: false},
			],
		},
	],
	evidenceKinds: [],
};
