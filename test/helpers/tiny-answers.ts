import {WorkspaceState} from '../../src/domain/workspace.js';
import {parseAnswers, type FileAnswer} from '../../src/questionnaires/index.js';
import {compileTiny} from './compile-tiny.js';

const createdAt = '2026-11-01T00:00:00.000Z';
const database = {
	kind: 'database',
	engine: 'postgresql',
	endpoints: [{role: 'primary', host: '127.0.0.1', port: 5432}],
	identities: [],
	verification: {},
	createdAt,
};
/** The clock of the tests of answers files. */
export const answersNow = '2026-11-22T12:00:00.000Z';

/** A workspace on the tiny content: two databases, one of them with the name of a number, a retired one, and ourselves. */
export const answersState = WorkspaceState.parse({
	settings: {organisation: 'Example', profiles: ['plain'], createdAt},
	targets: {
		't-0000000001': {...database, id: 't-0000000001', name: 'prod'},
		't-0000000002': {...database, id: 't-0000000002', name: '1.5'},
		't-0000000003': {...database, id: 't-0000000003', name: 'old', retiredAt: createdAt},
		't-0000000004': {kind: 'organisation', id: 't-0000000004', name: 'us', createdAt},
	},
	answers: {},
	evidence: {},
	waivers: {},
	resolutions: {},
	decisions: {},
	runs: {},
	marks: {},
});

/** The tiny content, compiled once for these tests. */
export const answersContent = await compileTiny();

/** The answers in the text of a file. */
export const parseTiny = (text: string): readonly FileAnswer[] =>
	parseAnswers(text, 'answers.yaml', {
		content: answersContent,
		state: answersState,
		now: answersNow,
	});
