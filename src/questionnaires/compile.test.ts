import {describe, expect, it} from 'vitest';
import {Content} from '../domain/content.js';
import {controlsOf} from '../domain/content-parts.js';
import {compileTiny} from '../../test/helpers/compile-tiny.js';
import {userErrorOf} from '../../test/helpers/complaint.js';
import {planted} from '../../test/helpers/content-root.js';
import {law} from '../../test/helpers/lint-tiny.js';

describe('compileContent', () => {
	it('joins everything, and survives the way through JSON', async () => {
		const content = await compileTiny();
		expect(content.questionnaires.map(q => q.id)).toEqual(['base', 'scoping']);
		expect(content.profiles.map(p => p.id)).toEqual(['plain']);
		expect(content.frameworks[0]?.requirements[2]?.withdrawn).toBe(true);
		expect(content.risks).toHaveLength(1);
		expect(content.evidenceKinds).toHaveLength(1);
		expect(Content.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
	});

	it('makes each row of a crosswalk a reference of its control', async () => {
		const control = (content: Content, id: string) =>
			controlsOf(content).find(c => c.id === id)?.references;
		const content = await compileTiny(
			planted(
				`'8.1': [backups-kept]`,
				`'8.1': [tls-on, {control: backups-kept, strength: partial, why: 'Some.'}]`,
				law,
			),
		);
		expect(control(content, 'tls-on')).toEqual([
			{framework: 'some-law', id: '8.10', strength: 'related'},
			{framework: 'some-law', id: '8.1', strength: 'related'},
		]);
		expect(control(content, 'backups-kept')).toEqual([
			{framework: 'some-law', id: '8.1', strength: 'partial', why: 'Some.'},
		]);
		expect(content.frameworks[0]).not.toHaveProperty('crosswalk');
	});

	it('gives the same version for the same content, and another one for another', async () => {
		const {version} = await compileTiny();
		expect(version).toMatch(/^[0-9a-f]{64}$/);
		expect((await compileTiny()).version).toBe(version);
		const commented = planted('title: Databases', '# A comment changes nothing.\ntitle: Databases');
		expect((await compileTiny(commented)).version).toBe(version);
		expect((await compileTiny(planted('title: Databases', 'title: Data'))).version).not.toBe(
			version,
		);
	});

	it('lists every error with its place, and warnings not at all', async () => {
		const error = await userErrorOf(compileTiny(planted('severity: high', 'severity: hihg')));
		expect(error.message).toBe(
			'One problem in the content:\n  questionnaires/base/questionnaire.yaml:11:15 severity: expected critical | high | medium | low | info, found "hihg"; did you mean "high"?',
		);
		expect(error.exitCode).toBe(2);
		expect(error.next.join()).toContain('dbvet questionnaire lint');
		await expect(
			compileTiny(planted('Look at the bucket.', 'Please look.')),
		).resolves.toBeDefined();
	});

	it('lists at most fifty errors and counts the rest', async () => {
		const many = Array.from({length: 60}, (_, i) => `unknown-${i}`).join(', ');
		const error = await userErrorOf(
			compileTiny(planted('risks: [listening]', `risks: [listening, ${many}]`)),
		);
		const lines = error.message.split('\n');
		expect(lines[0]).toBe('60 problems in the content:');
		expect(lines).toHaveLength(52);
		expect(lines.at(-1)).toBe('  and 10 more');
	});
});
