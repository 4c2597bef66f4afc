import {expect, test} from 'vitest';
import {seen} from '../engine/check.js';
import {tlsCertChainProviderCa} from './checks/tls-cert-chain-provider-ca.js';
import {but, exampleLeaf} from './examples.js';
import {whereToLook} from './provider-ca.js';

test.each([
	['C=US, O=Amazon Web Services, Inc., CN=Amazon RDS eu-west-1 Root CA RSA2048 G1', 'Amazon RDS'],
	['C=US, O=Google, Inc, CN=Google Cloud SQL Server CA', 'Google Cloud SQL'],
	['C=US, O=Supabase Inc, CN=Supabase Root 2021 CA', 'Supabase'],
	['CN=0f1e2d3c-aaaa-bbbb-cccc-0123456789ab Project CA', 'Aiven'],
	['CN=Example Database CA', undefined],
	['CN=My Project CA', undefined],
])('%s: %s', (issuer, provider) => {
	const text = whereToLook(issuer);
	expect(text).toContain(provider ?? 'If it is the CA of the provider');
});

test('a known name helps to find the CA, and never makes a chain pass', () => {
	const leaf = {...exampleLeaf, issuer: 'CN=Amazon RDS eu-west-1 Root CA RSA2048 G1'};
	const chain = seen({source: 'system', anchored: false, path: [leaf], borrowed: []} as const);
	const [verdict] = tlsCertChainProviderCa.judge(but({pin: null, chain}), {
		now: '2026-11-22T00:00:00.000Z',
		thresholds: {},
	});
	expect(verdict).toMatchObject({outcome: 'unknown', reason: 'certificate-not-verified'});
	expect(verdict?.observed).toContain('global-bundle.pem');
});
