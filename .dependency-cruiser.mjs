/**
 * The floors of the house: each room may import itself, and the rooms listed for it.
 * docs/architecture.md shows the same table in words.
 */
const rooms = {
	domain: [],
	questionnaires: ['domain'],
	probes: ['domain'],
	assessment: ['domain'],
	store: ['domain'],
	documents: ['domain'],
	secrets: ['domain'],
	exchange: ['domain'],
	services: ['domain', 'questionnaires', 'assessment'],
	tui: ['domain', 'services'],
	cli: [
		'domain',
		'questionnaires',
		'probes',
		'assessment',
		'store',
		'documents',
		'secrets',
		'exchange',
		'services',
		'tui',
	],
};

const floorRules = Object.entries(rooms).map(([room, below]) => ({
	name: `floor-${room}`,
	comment: `src/${room} imports only ${[room, ...below].join(', ')}: imports point down, and rooms on one floor do not see each other.`,
	severity: 'error',
	from: {path: `^src/${room}/`},
	to: {path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/`},
}));

/** A package that only one room may import, with the reason. */
const only = (name, packages, home, reason) => ({
	name,
	comment: reason,
	severity: 'error',
	from: {path: '^src/', pathNot: home},
	to: {path: packages},
});

export default {
	forbidden: [
		...floorRules,
		{
			name: 'no-cycles',
			comment: 'A cycle means that two files are one.',
			severity: 'error',
			from: {},
			to: {circular: true},
		},
		{
			name: 'domain-is-pure',
			comment: 'The words of the trade need a schema library and hashing, nothing else.',
			severity: 'error',
			from: {path: '^src/domain/', pathNot: '\\.test\\.ts$'},
			to: {path: '.', pathNot: ['^src/domain/', 'node_modules/zod/', '^(node:)?(crypto|path)$']},
		},
		{
			name: 'assessment-is-pure',
			comment: 'assess() is a function of its arguments: no files, no network, no clock.',
			severity: 'error',
			from: {path: '^src/assessment/', pathNot: '\\.test\\.ts$'},
			to: {path: '.', pathNot: ['^src/(domain|assessment)/', '^(node:)?crypto$']},
		},
		{
			name: 'exports-are-pure',
			comment: 'A format is a function from values to text: no files, no network, no clock.',
			severity: 'error',
			from: {path: '^src/exchange/exports/', pathNot: '\\.test\\.ts$'},
			to: {path: '.', pathNot: '^src/(domain|exchange/exports)/'},
		},
		only('react-in-tui', 'node_modules/(react|ink)/', '^src/tui/', 'Only the terminal UI draws.'),
		only(
			'lowdb-in-store',
			'node_modules/(lowdb|proper-lockfile)/',
			'^src/store/',
			'Only the store writes the record.',
		),
		only(
			'drawing-in-documents',
			'node_modules/(handlebars|pdfkit|marked)/',
			'^src/documents/',
			'Only documents are typeset.',
		),
		only(
			'secretlint-in-secrets',
			'node_modules/@secretlint/',
			'^src/secrets/',
			'Only one room looks for secrets in files.',
		),
		only(
			'sockets-in-probes',
			'^(node:)?(net|tls|http|https|dns|dgram)$|node_modules/pg/',
			'^src/probes/',
			'Only probes open connections.',
		),
		only(
			'prompts-in-cli',
			'node_modules/(inquirer|@inquirer)/',
			'^src/cli/',
			'Only the command line prompts.',
		),
		{
			name: 'families-are-strangers',
			comment: 'A probe family may use the engine and the wire helpers, never another family.',
			severity: 'error',
			from: {path: '^src/probes/([^/]+)/', pathNot: '^src/probes/(engine|wire)/'},
			to: {path: '^src/probes/[^/]+/', pathNot: '^src/probes/($1|engine|wire)/'},
		},
		{
			name: 'screens-are-strangers',
			comment: 'A screen is reached through the session, never from another screen.',
			severity: 'error',
			from: {path: '^src/tui/screens/([^/]+)/'},
			to: {path: '^src/tui/screens/[^/]+/', pathNot: '^src/tui/screens/$1/'},
		},
		{
			name: 'no-test-code-in-product',
			comment: 'The product must run without its tests.',
			severity: 'error',
			from: {path: '^src/', pathNot: '\\.test\\.tsx?$'},
			to: {path: '^(test|scripts)/'},
		},
		{
			name: 'no-dev-dependency-in-product',
			comment: 'A customer installs dependencies only.',
			severity: 'error',
			from: {path: '^src/', pathNot: '\\.test\\.tsx?$'},
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['type-only'],
				pathNot: 'node_modules/@types/',
			},
		},
	],
	options: {
		doNotFollow: {path: 'node_modules'},
		tsPreCompilationDeps: true,
		tsConfig: {fileName: 'tsconfig.json'},
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
			extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
		},
	},
};
