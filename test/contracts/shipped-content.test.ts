import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import * as z from 'zod';
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

	it('makes a missing encryption and missing backups reasons not to choose a vendor', () => {
		const knockOuts = controlsOf(content).filter(c => c.knockOut);
		expect(knockOuts.map(c => c.id)).toEqual(['vendor-backups-offered', 'vendor-tls-offered']);
	});
});
