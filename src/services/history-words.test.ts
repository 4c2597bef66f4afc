import {expect, test} from 'vitest';
import type {Entry} from '../domain/history.js';
import type {Target} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {instant, settings} from '../../test/helpers/workspace-samples.js';
import {changeWords} from './history-words.js';

const base = {id: 't-0123456789', name: 'prod', createdAt: instant(0)} as const;
const database: Target = {
	...base,
	kind: 'database',
	engine: 'postgresql',
	endpoints: [{role: 'primary', host: 'db.example', port: 5432}],
	identities: [{role: 'scanner', user: 'dbvet', database: 'shop'}],
	verification: {},
};
const state: WorkspaceState = {
	settings,
	targets: {[base.id]: database},
	answers: {},
	evidence: {},
	waivers: {},
	resolutions: {},
	decisions: {},
	runs: {},
	marks: {},
};

const words = (
	kind: Entry['kind'],
	before: unknown,
	after: unknown,
	key = `${base.id}/tls`,
): string =>
	changeWords(
		{id: '', at: instant(1), by: 'Ada', kind, key, before, after, parents: []},
		{state, derived: new Set(['part'])},
	);

const answer = (value: unknown, note?: string): unknown => ({
	target: base.id,
	question: 'tls',
	value,
	...(note === undefined ? {} : {note}),
	by: 'Ada',
	at: instant(1),
});

const moved = {
	...database,
	name: 'shop-db',
	endpoints: [{role: 'replica', host: 'b', port: 5433}],
	verification: {ca: 'ca.pem'},
	retiredAt: instant(9),
};

test.each([
	[words('answer', null, answer('yes')), 'prod: tls – → yes'],
	[words('answer', answer('yes', 'a'), answer('no', 'b')), 'prod: tls yes → no, note “b”'],
	[words('answer', answer('yes', 'a'), answer('yes')), 'prod: tls yes → yes, note taken away'],
	[words('answer', answer(35), null), 'prod: tls 35 → –'],
	[words('target', null, database, base.id), 'target prod added: database'],
	[words('target', database, null, base.id), 'target prod taken away'],
	[
		words('target', database, moved, base.id),
		`target shop-db: name prod → shop-db; endpoints primary db.example:5432 → replica b:5433; verification – → ca ca.pem; retired – → ${instant(9)}`,
	],
	[words('settings', null, settings, 'workspace'), 'workspace of Example Health set up'],
	[
		words('settings', settings, {...settings, profiles: ['startup', 'regulated']}, 'workspace'),
		'settings: profiles regulated → startup, regulated',
	],
	[
		words('decision', null, {target: base.id, risk: 'r', treatment: 'accept'}),
		'prod: risk tls: accept',
	],
	[
		words('decision', {treatment: 'accept'}, {treatment: 'avoid', owner: 'Ada'}),
		'prod: risk tls: treatment accept → avoid; owner – → Ada',
	],
	[words('decision', {treatment: 'accept'}, null), 'prod: risk tls: no decision any more'],
	[words('mark', null, {later: true, assignee: 'ann'}), 'prod: mark on tls: for later, for ann'],
	[words('resolution', {until: '2027-01-01'}, null), 'prod: contradiction on tls open again'],
	[
		words('content', null, {first: false, questions: ['a', 'part']}),
		'1 question came with new content',
	],
])('%s', (said, expected) => {
	expect(said).toBe(expected);
});

test('a value in the history cannot draw on the terminal, nor borrow a name of JavaScript', () => {
	expect(words('answer', null, answer('\u001b[2J'))).toBe('prod: tls – → \\u{1b}[2J');
	expect(words('answer', null, answer('constructor'))).toBe('prod: tls – → constructor');
});
