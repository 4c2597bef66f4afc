import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {Content} from '../../src/domain/content.js';
import {controlsOf} from '../../src/domain/content-parts.js';
import {joinContent, splitContent} from '../../src/questionnaires/framework-lists.js';
import {compileContent} from '../../src/questionnaires/index.js';
import {deriveQuestions} from '../../src/questionnaires/partly-questions.js';
import {strangeReferences} from '../helpers/content-rules.js';

const root = join(import.meta.dirname, '../..');

let content: Content;
beforeAll(async () => {
	content = await compileContent(root);
});

/** Requirements in force that are not headings, withdrawn ones, and the form that every id has. */
const lists: Readonly<Record<string, readonly [inForce: number, withdrawn: number, form: RegExp]>> =
	{
		'aws-fsbp-rds': [42, 1, /^RDS\.\d{1,2}$/],
		'bsi-c5-2020': [121, 0, /^[A-Z]{2,3}-\d{2}$/],
		'cis-controls-8.1': [153, 0, /^(1[0-8]|[1-9])\.\d{1,2}$/],
		'cis-postgresql-16': [71, 0, /^[1-8]\.\d{1,2}(\.\d{1,2})?$/],
		'cis-postgresql-17': [71, 0, /^[1-8]\.\d{1,2}(\.\d{1,2})?$/],
		'cis-postgresql-18': [72, 0, /^[1-8]\.\d{1,2}(\.\d{1,2})?$/],
		'csa-ccm-4.0': [197, 0, /^(A&A|[A-Z]{3})-\d{2}$/],
		dora: [170, 0, /^Art\. \d{1,2}(\(\d{1,2}\))?(\([a-i]\))?(\([iv]+\))?$/],
		gdpr: [237, 0, /^Art\. \d{1,2}(\(\d{1,2}\))?(\([a-n]\))?$/],
		'hipaa-security-rule': [
			68,
			1,
			/^164\.3(08|10|12|14|16)(\([a-z]\))?(\(\d\))?(\([iv]+\))?(\([A-E]\))?$/,
		],
		'iso-27001-2022': [93, 0, /^A\.[5-8]\.\d{1,2}$/],
		nis2: [22, 0, /^Art\. (20|21|23)(\(\d\))?(\([a-j]\))?$/],
		'nis2-ir-2024-2690': [335, 0, /^\d{1,2}(\.\d{1,2}){0,2}(\([a-z]{1,2}\))?(\([ivx]+\))?$/],
		'nist-800-53-r5': [1010, 182, /^[A-Z]{2}-\d{1,2}(\(\d{1,2}\))?$/],
		'nist-csf-2.0': [106, 0, /^(GV|ID|PR|DE|RS|RC)(\.[A-Z]{2}(-\d{2})?)?$/],
		'owasp-asvs-5.0': [345, 0, /^V\d{1,2}\.\d{1,2}\.\d{1,2}$/],
		'pci-dss-4.0.1': [251, 0, /^(\d{1,2}|A[123])(\.\d{1,2}){0,4}$/],
		'soc2-tsc-2017': [61, 0, /^(CC[1-9]|A1|C1|PI1|P[1-8])\.\d$/],
	};

const referencesOf = (control: string, framework: RegExp): readonly string[] => {
	const found = controlsOf(content).find(c => c.id === control);
	if (found === undefined) throw new Error(`there is no control ${control}`);
	return found.references.filter(r => framework.test(r.framework)).map(r => r.id);
};

describe('the frameworks', () => {
	it('are these, each listed whole, with ids of the right form', () => {
		const found = Object.fromEntries(
			content.frameworks.map(({id, requirements}) => [
				id,
				[
					requirements.filter(r => !r.heading && !r.withdrawn).length,
					requirements.filter(r => r.withdrawn).length,
				],
			]),
		);
		expect(found).toEqual(
			Object.fromEntries(Object.entries(lists).map(([id, [a, b]]) => [id, [a, b]])),
		);
		for (const {id, requirements} of content.frameworks) {
			const odd = requirements.filter(r => lists[id]?.[2].test(r.id) !== true).map(r => r.id);
			expect(odd, id).toEqual([]);
		}
	});

	it('say when they were checked, and carry no note to ourselves', () => {
		for (const framework of content.frameworks) {
			expect(framework.checked, framework.id).toMatch(/^\d{4}-\d\d-\d\d$/);
			expect(framework.note, framework.id).toMatch(/\.$/);
			const titles = framework.requirements.map(r => r.title);
			expect(
				titles.filter(title => /\(memory\)|unverified|\|/i.test(title) || title.trim() === ''),
				framework.id,
			).toEqual([]);
		}
	});

	it('put every requirement into a group, or have no groups', () => {
		for (const {id, groups, requirements} of content.frameworks) {
			if (groups.length > 0) expect(groups[0]?.from, id).toBe(requirements[0]?.id);
		}
	});

	it('are cited in documents only when they always were', () => {
		expect(content.frameworks.filter(f => f.cite).map(f => f.id)).toEqual([
			'gdpr',
			'iso-27001-2022',
			'nist-csf-2.0',
			'pci-dss-4.0.1',
			'soc2-tsc-2017',
		]);
	});
});

describe('the references', () => {
	it('name requirements in force only, in each framework some', () => {
		expect(strangeReferences(content)).toEqual([]);
		const named = new Set(controlsOf(content).flatMap(c => c.references.map(r => r.framework)));
		expect([...named].sort()).toEqual(Object.keys(lists).sort());
	});

	it.each([
		['iso-27001-2022', 'A.10.1.1'],
		['iso-27001-2022', '8.24'],
		['pci-dss-4.0.1', '8.2.1.a'],
		['nist-csf-2.0', 'PR.AC-1'],
		['nist-csf-2.0', 'PR.DS-1'],
		['nist-800-53-r5', 'sc-8.1'],
		['nist-800-53-r5', 'SC-9'],
		['soc2-tsc-2017', 'CC6.1.3'],
		['cis-postgresql-17', '4.10'],
		['csa-ccm-4.0', 'I&S-03'],
		['bsi-c5-2020', 'IAM-01'],
		['hipaa-security-rule', '164.308(b)(4)'],
		['aws-fsbp-rds', 'RDS.18'],
		['gdpr', 'Art. 28(3)(i)'],
	])('would be found out with a stranger such as %s %s', (framework, id) => {
		const planted = {
			...content,
			questionnaires: content.questionnaires.map(q => ({
				...q,
				controls: q.controls.map(c =>
					c.id === 'tls-required'
						? {...c, references: [{framework, id, strength: 'related' as const}]}
						: c,
				),
			})),
		};
		expect(strangeReferences(planted)).toEqual([`tls-required: ${framework} ${id}`]);
	});

	it('stand beside the frameworks and not in our own controls', async () => {
		const found = await readdir(join(root, 'questionnaires'), {recursive: true});
		for (const name of found.filter(n => n.endsWith('/questionnaire.yaml'))) {
			const {controls = []} = parse(await readFile(join(root, 'questionnaires', name), 'utf8')) as {
				controls?: readonly {readonly id: string; readonly references?: unknown}[];
			};
			expect(
				controls.filter(c => c.references !== undefined).map(c => c.id),
				name,
			).toEqual([]);
		}
	});

	it('give a reason wherever they claim more than a relation', () => {
		const bare = controlsOf(content).flatMap(c =>
			c.references
				.filter(r => r.strength !== 'related' && (r.why ?? '') === '')
				.map(r => `${c.id} ${r.framework} ${r.id}`),
		);
		expect(bare).toEqual([]);
	});

	it('leave a framework empty where it asks for nothing', () => {
		expect(referencesOf('vendor-data-location', /soc2|pci/)).toEqual([]);
		for (const control of [
			'automated-backups',
			'point-in-time-recovery',
			'off-vendor-copies',
			'restore-drill',
			'vendor-backups-offered',
		]) {
			expect(referencesOf(control, /pci/), control).toEqual([]);
		}
		expect(referencesOf('app-secret-manager', /cis-controls/)).toEqual([]);
		expect(referencesOf('app-verifies-server', /cis-postgresql/)).toEqual([]);
		expect(referencesOf('encryption-at-rest', /cis-postgresql/)).toEqual([]);
	});

	it('do not make one answer speak for two requirements that contradict each other', () => {
		// ASVS forbids that passwords are changed for the sake of it, PCI DSS asks for it in one case.
		for (const {id} of controlsOf(content)) {
			const both = [...referencesOf(id, /asvs/), ...referencesOf(id, /pci/)];
			expect(both.includes('V6.2.10') && both.includes('8.3.9'), id).toBe(false);
		}
	});

	it('tell the benchmarks of PostgreSQL apart where one number means two things', () => {
		const strength = (framework: string) =>
			controlsOf(content)
				.find(c => c.id === 'tls-strong')
				?.references.find(r => r.framework === framework && r.id === '6.9');
		expect(strength('cis-postgresql-16')?.strength).toBe('partial');
		expect(strength('cis-postgresql-17')).toMatchObject({
			strength: 'related',
			why: expect.stringContaining('1.3') as string,
		});
		expect(strength('cis-postgresql-18')?.strength).toBe('partial');
	});
});

describe('the two halves of the compiled content', () => {
	it('make the whole again, and the first holds no requirement', () => {
		const {brief, lists: second} = splitContent(content);
		expect(deriveQuestions(joinContent(brief, second)).content).toEqual(content);
		expect(brief.version).toBe(content.version);
		expect(brief.frameworks).toEqual([]);
		expect(controlsOf(brief).flatMap(c => c.references)).toEqual([]);
	});
});
