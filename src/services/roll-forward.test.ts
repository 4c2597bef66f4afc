import {expect, test} from 'vitest';
import {
	tinyAnswer,
	tinyDatabase,
	tinyOrganisation,
	tinyState,
	tinyVendor,
} from '../../test/helpers/tiny-record.js';
import type {Target} from '../domain/target.js';
import {rolledChanges, rollForward} from './roll-forward.js';

const at = '2027-11-22T12:00:00.000Z';
const gone = {...tinyVendor('gone'), retiredAt: '2026-05-01T00:00:00.000Z'};
const stays = tinyVendor('stays');
const old = {...tinyDatabase('old'), retiredAt: '2026-05-01T00:00:00.000Z'};
const prod = tinyDatabase('prod', {vendor: gone.id, profiles: ['regulated']});
const report = tinyDatabase('report', {vendor: stays.id});
const base = {createdAt: '2026-01-01T00:00:00.000Z'};
const shop: Target = {
	id: 't-0000000001',
	name: 'shop',
	kind: 'application',
	uses: [old.id, prod.id],
	...base,
};
const copies: Target = {id: 't-0000000002', name: 'copies', kind: 'backup', of: [old.id], ...base};
const evidence = {
	id: 'e-0123456789',
	sha256: 'a'.repeat(64),
	bytes: 3,
	fileName: 'a.txt',
	title: 'A proof',
	links: [
		{target: old.id, control: 'tls-required'},
		{target: prod.id, control: 'tls-required'},
	],
	effective: '2026-01-01',
	collected: '2026-01-02',
	validUntil: '2027-01-01',
	by: 'Ada',
	at: '2026-01-03T00:00:00.000Z',
};

const state = tinyState({
	targets: [tinyOrganisation(), gone, stays, old, prod, report, shop, copies],
	answers: [tinyAnswer(prod, 'q', 'yes', {note: 'Seen.'}), tinyAnswer(old, 'q', 'yes')],
	evidence: [evidence, {...evidence, id: 'e-aaaaaaaaaa', links: [{target: old.id, control: 'x'}]}],
});

test('links to what stays behind are left out, and all others are kept', () => {
	const {targets, behind} = rollForward(state, at);
	const named = new Map(targets.map(target => [target.name, target]));
	expect([...named.keys()].sort()).toEqual(['acme', 'copies', 'prod', 'report', 'shop', 'stays']);
	expect(named.get('prod')).toEqual({...tinyDatabase('prod'), profiles: ['regulated']});
	expect(named.get('report')).toEqual(report);
	expect(named.get('shop')).toMatchObject({uses: [prod.id]});
	expect(named.get('copies')).toMatchObject({of: []});
	expect(behind.retired).toEqual(['gone', 'old']);
});

test('answers become claims to confirm, word for word, and evidence keeps all but its links', () => {
	const rolled = rollForward(state, at);
	expect(rolled.settings).toEqual({...state.settings, createdAt: at});
	expect(Object.values(rolled.suggestions)).toEqual([
		tinyAnswer(prod, 'q', 'yes', {note: 'Seen.'}),
	]);
	expect(rolled.evidence).toEqual([
		{...evidence, links: [{target: prod.id, control: 'tls-required'}]},
	]);
	const kinds = rolledChanges(rolled, rolled.evidence).map(({kind}) => kind);
	expect(new Set(kinds)).toEqual(new Set(['target', 'suggestion', 'evidence']));
});

test('what was never confirmed is rolled on, and what was answered since takes its place', () => {
	const key = `${prod.id}/q`;
	const other = `${prod.id}/q-two`;
	const suggestions = {
		[key]: tinyAnswer(prod, 'q', 'no'),
		[other]: tinyAnswer(prod, 'q-two', 'partly'),
	};
	const rolled = rollForward({...state, suggestions}, at).suggestions;
	expect([rolled[key]?.value, rolled[other]?.value]).toEqual(['yes', 'partly']);
});
