import {Target} from '../../../src/domain/target.js';
import type {z} from 'zod';

const createdAt = '2026-09-01T08:00:00.000Z';
const make = (target: z.input<typeof Target>): Target => Target.parse(target);

export const ids = {
	organisation: 't-00000000a0',
	vendor: 't-00000000b0',
	prod: 't-00000000c1',
	reporting: 't-00000000c2',
	shop: 't-00000000d0',
	copies: 't-00000000e0',
} as const;

export const sampleTargets = (name = 'prod-db'): readonly Target[] => [
	make({id: ids.organisation, name: 'example-health', kind: 'organisation', createdAt}),
	make({id: ids.vendor, name: 'aiven', kind: 'vendor', createdAt}),
	make({
		id: ids.prod,
		name,
		kind: 'database',
		createdAt,
		engine: 'postgresql',
		platform: 'aiven',
		endpoints: [
			{role: 'primary', host: 'prod-db.example.internal', port: 5432},
			{role: 'replica', host: 'fd00:10::7', port: 5432},
		],
		identities: [
			{role: 'scanner', user: 'dbvet_scanner', database: 'shop', credential: {from: 'pgpass'}},
			{role: 'application', user: 'shop_app', database: 'shop'},
		],
		verification: {ca: 'certificates/aiven-ca.pem'},
		expect: 'allowlisted',
		vendor: ids.vendor,
	}),
	make({
		id: ids.reporting,
		name: 'reporting-db',
		kind: 'database',
		createdAt,
		engine: 'postgresql',
		endpoints: [{role: 'primary', host: 'reporting.example.internal', port: 5432}],
		identities: [],
		verification: {},
	}),
	make({id: ids.shop, name: 'shop-api', kind: 'application', createdAt, uses: [ids.prod]}),
	make({id: ids.copies, name: 'offsite-copies', kind: 'backup', createdAt, of: [ids.prod]}),
];
