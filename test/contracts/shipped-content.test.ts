import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import * as z from 'zod';
import {canClaim} from '../../src/assessment/claims.js';
import type {Content} from '../../src/domain/content.js';
import {controlsOf, questionsOf} from '../../src/domain/content-parts.js';
import {compileContent, schemas} from '../../src/questionnaires/index.js';

const root = join(import.meta.dirname, '../..');

let content: Content;
beforeAll(async () => {
	content = await compileContent(root);
});

const files = async (): Promise<readonly string[]> => {
	const found = await readdir(join(root, 'questionnaires'), {recursive: true});
	return [
		...found.filter(name => name.endsWith('.yaml')).map(name => join('questionnaires', name)),
		'evidence/catalog.yaml',
	];
};

describe('the shipped content', () => {
	it('fits the JSON Schema that the first line of each file names', async () => {
		const all = schemas();
		for (const file of await files()) {
			const text = await readFile(join(root, file), 'utf8');
			const named =
				/^# yaml-language-server: \$schema=((?:\.\.\/)+)dist\/content\/schemas\/(\S+)\.json\n/.exec(
					text,
				);
			expect(named, file).not.toBeNull();
			expect(named?.[1]?.split('../').length, file).toBe(file.split('/').length);
			const schema = all[named?.[2] ?? ''];
			expect(schema, file).toBeDefined();
			const result = z.fromJSONSchema(schema as never).safeParse(parse(text));
			expect(result.error?.issues ?? [], file).toEqual([]);
		}
	});

	it('makes the JSON Schema refuse what the loader refuses', () => {
		const schema = z.fromJSONSchema(schemas().profile as never);
		expect(schema.safeParse({id: 'x'}).success).toBe(false);
	});

	it('lists the frameworks whole', () => {
		const count = (id: string, pattern: RegExp): number | undefined =>
			content.frameworks.find(f => f.id === id)?.requirements.filter(r => pattern.test(r.id))
				.length;
		expect(count('iso-27001-2022', /^A\.[5-8]\.\d{1,2}$/)).toBe(93);
		expect(count('soc2-tsc-2017', /^(CC[1-9]|A1|C1|PI1|P[1-8])\.\d$/)).toBe(61);
		expect(count('nist-csf-2.0', /^[A-Z]{2}\.[A-Z]{2}-\d{2}$/)).toBe(106);
		expect(count('gdpr', /^Art\. \d{1,2}$/)).toBe(99);
		expect(count('gdpr', /^Art\. 28\(3\)\([a-h]\)$/)).toBe(8);
		expect(count('pci-dss-4.0.1', /^\d{1,2}$/)).toBe(12);
	});

	it('says nothing of a vendor that its papers do not say', () => {
		// Quotations of what vendors say belong to the red flags; elsewhere the exact words are used.
		const wrong =
			/SOC ?2[- ](certified|certificate|compliant)|(HIPAA|GDPR|PCI( DSS)?)[- ](certified|compliant)|satisfies|guarantees compliance/i;
		const texts = questionsOf(content).flatMap(q => [
			q.text,
			q.why,
			...Object.values(q.how).filter(text => text !== undefined),
			...Object.values(q.meaning),
			...(q.answer.kind === 'choice' ? q.answer.options.map(o => o.label) : []),
			q.remediation?.text ?? '',
		]);
		const titles = controlsOf(content).map(c => c.title);
		expect([...texts, ...titles].filter(text => wrong.test(text))).toEqual([]);
	});

	it('explains every answer of every question of vendors, applications and the organisation', () => {
		const own = content.questionnaires.filter(q => q.id !== 'hardening').flatMap(q => q.questions);
		const unexplained = own.flatMap(({id, answer, meaning, followUp}) => {
			const values =
				answer.kind === 'choice'
					? answer.options.map(o => o.id)
					: answer.kind === 'yes-no'
						? Object.keys(answer.claims)
						: answer.kind === 'text' || followUp
							? []
							: ['met', 'not-met', ...(answer.partly === undefined ? [] : ['partly'])];
			return values.filter(value => meaning[value] === undefined).map(value => `${id} ${value}`);
		});
		expect(unexplained).toEqual([]);
		const noAdvice = own.filter(
			q => q.control !== undefined && !q.followUp && q.remediation === undefined,
		);
		expect(noAdvice.map(q => q.id)).toEqual([]);
	});

	it('rules vendors out without encryption or backups, and without the papers that the data needs', () => {
		const knockOuts = controlsOf(content).filter(c => c.knockOut !== false);
		expect(knockOuts.map(c => [c.id, c.knockOut])).toEqual([
			['vendor-pci-aoc', {when: {fact: 'card-data', is: ['yes']}}],
			[
				'vendor-dpa',
				{
					when: {
						all: [
							{fact: 'personal-data', is: ['yes']},
							{fact: 'eu-customers', is: ['yes']},
						],
					},
				},
			],
			['vendor-health-agreement', {when: {fact: 'health-data', is: ['yes']}}],
			['vendor-backups-offered', true],
			['vendor-tls-offered', true],
		]);
	});

	it('weighs every control of vendors', () => {
		const unweighed = controlsOf(content).filter(
			c => c.kind === 'vendor' && c.weight === undefined,
		);
		expect(unweighed.map(c => c.id)).toEqual([]);
	});

	it('asks for each point of Article 28(3) by itself, and for each duty', () => {
		const asked = questionsOf(content);
		const points = asked.filter(
			q => q.control === 'vendor-dpa-clauses' && q.answer.kind === 'yes-no',
		);
		expect(points.flatMap(q => /\(([a-h])\)/.exec(q.how.all)?.[1] ?? [])).toEqual(
			'a b c d e f g h'.split(' '),
		);
		expect(asked.flatMap(q => q.duty?.title ?? [])).toHaveLength(7);
	});

	it('lets every paper of a vendor run out on a day', () => {
		const days = questionsOf(content).flatMap(q =>
			q.answer.kind === 'date' && q.answer.expires !== undefined ? [q.answer.expires] : [],
		);
		for (const paper of [
			'ISO/IEC 27001 certificate',
			'SOC 2 report',
			'PCI DSS attestation',
			'penetration test',
		])
			expect(days).toContain(paper);
	});

	it('says of each answer that counts what proves it and what is a red flag', () => {
		const bare = questionsOf(content).filter(
			q => canClaim(q) && (q.evidence === undefined || q.redFlags === undefined),
		);
		expect(bare.map(({id}) => id)).toEqual([]);
	});
});
