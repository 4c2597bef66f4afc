import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Content} from '../../src/domain/content.js';
import {controlsOf, questionsOf} from '../../src/domain/content-parts.js';
import {platforms} from '../../src/domain/options.js';
import type {Platform} from '../../src/domain/platform.js';
import {compileContent} from '../../src/questionnaires/index.js';

let content: Content;
beforeAll(async () => {
	content = await compileContent(join(import.meta.dirname, '../..'));
});

const how = (question: string, platform: Platform): string =>
	questionsOf(content).find(q => q.id === question)?.how[platform] ?? '';

describe('how to find out', () => {
	it('asks Aurora about clusters, where backups and their days are kept', () => {
		for (const question of ['vendor-region', 'vendor-recovery-days', 'backup-retention'])
			expect(how(question, 'aws-aurora')).toContain('aws rds describe-db-clusters');
		const texts = questionsOf(content).map(q => q.how['aws-aurora'] ?? '');
		expect(texts.filter(t => t.includes('instance-automated-backups'))).toEqual([]);
		expect(how('backups-automatic', 'aws-aurora')).not.toContain('category backup');
	});

	it('hands no application the key of the certificate authority', () => {
		expect(how('app-tls-verification', 'cloudnative-pg')).toContain('Mount ca.crt alone');
	});

	it('dumps roles and rows as well as the schema', () => {
		expect(how('off-vendor-exists', 'supabase')).toMatch(/--role-only.+--data-only/su);
	});

	it.each(['aiven', 'supabase', 'neon'] as const)(
		'asks %s for a written statement about keys instead of an id that is not shown',
		platform => {
			expect(how('key-control', platform)).toContain('written statement');
		},
	);

	it.each([
		['copy-contents', ['pg_dumpall', '--routines', 'mariabackup', 'RDB']],
		['copy-restore-checked', ['pg_amcheck', 'mariadb-check', 'redis-check-rdb', 'redis-check-aof']],
		['copy-restored-on', ['pg_restore', '--prepare', 'mariadb-binlog', 'append-only']],
		['k8s-server-settings', ['pg_hba', 'require_secure_transport', 'tls-port']],
		['ops-announcements', ['pgsql-announce', 'MariaDB', 'Valkey']],
	])('of %s is told for each engine', (question, words) => {
		const text = questionsOf(content).find(q => q.id === question)?.how.all ?? '';
		expect(words.filter(word => !text.includes(word))).toEqual([]);
	});

	// What a question that is asked of every engine says about one of them alone leaves the others without an answer.
	it('names no setting of PostgreSQL alone where every engine is asked', () => {
		const alone = questionsOf(content).filter(({control, how: {all}}) => {
			const {appliesWhen} = controlsOf(content).find(c => c.id === control) ?? {};
			const forOne = JSON.stringify(appliesWhen ?? {}).includes('"is":["postgresql"]');
			return (
				!forOne && /`(?:SHOW|SELECT) |psql|pg_/u.test(all) && !/mysql|MariaDB|Redis/iu.test(all)
			);
		});
		expect(alone.map(({id}) => id)).toEqual([]);
	});

	it('reads snapshots, object stores and lists of databases where the platform keeps them', () => {
		expect(how('copy-who-reads', 'aws-aurora')).toContain(
			'describe-db-cluster-snapshot-attributes',
		);
		expect(how('copy-age-hours', 'aws-rds')).toContain('OriginalSnapshotCreateTime');
		expect(how('copy-contents', 'supabase')).toContain('--role-only');
		for (const platform of platforms)
			expect(how('ops-database-list', platform), platform).not.toBe('');
	});

	it('counts no pages of a report that changes each year', () => {
		expect(JSON.stringify(questionsOf(content))).not.toContain('three-page');
	});
});

it('lets the role for auditing see writes as well as reads', () => {
	const question = questionsOf(content).find(q => q.id === 'pgaudit-objects');
	expect(question?.remediation?.text).toContain('SELECT, INSERT, UPDATE and DELETE');
});

describe('a control', () => {
	it.each([
		[
			'vendor-iso-27001',
			'gdpr',
			'Art. 32(3)',
			'an ISO certificate is no certification of Article 42',
		],
		[
			'live-connections',
			'pci-dss-4.0.1',
			'8.2.8',
			'a lifetime in hours is no lock after 15 minutes',
		],
		['app-audit-protected', 'pci-dss-4.0.1', '10.3.1', 'who may change records, not who may read'],
		['vendor-soc2-type2', 'pci-dss-4.0.1', '12.8.4', 'no word on the PCI DSS status'],
		['vendor-pen-test', 'pci-dss-4.0.1', '12.8.4', 'no word on the PCI DSS status'],
		['logging-cost', 'iso-27001-2022', 'A.8.6', 'the price of logs is not the capacity'],
		['app-ca-replaceable', 'pci-dss-4.0.1', '3.7.4', 'no key that protects stored card data'],
		['rotation-tested', 'pci-dss-4.0.1', '3.7.4', 'no key that protects stored card data'],
		['vendor-pci-aoc', 'pci-dss-4.0.1', '12.8.1', 'one attestation is no list'],
		['vendor-pci-aoc', 'iso-27001-2022', 'A.7.1', 'an attestation is no fence'],
		['vendor-pci-aoc', 'iso-27001-2022', 'A.7.2', 'an attestation is no door'],
		['vendor-pci-aoc', 'soc2-tsc-2017', 'CC6.4', 'an attestation is no door'],
		['vendor-pci-aoc', 'nist-csf-2.0', 'PR.AA-06', 'an attestation is no door'],
	])('%s does not support %s %s: %s', (control, framework, id) => {
		const references = controlsOf(content).find(c => c.id === control)?.references ?? [];
		expect(references.length).toBeGreaterThan(0);
		expect(references.filter(r => r.framework === framework && r.id === id)).toEqual([]);
	});
});
