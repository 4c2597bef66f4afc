import type {NextStep} from '../../../src/domain/evaluation.js';
import {ids} from './targets.js';

/** What to do next, one step of each kind. */
export const sampleNext: readonly NextStep[] = [
	{
		kind: 'contradiction',
		target: ids.prod,
		targetName: 'prod-db',
		control: 'tls-required',
		severity: 'critical',
		text: 'prod-db: settle whether plaintext is refused. The answer says yes, the probe was let in without TLS as shop_app.',
	},
	{
		kind: 'failure',
		target: ids.prod,
		targetName: 'prod-db',
		control: 'least-privilege',
		severity: 'high',
		text: 'prod-db: take the superuser attribute from shop_app, batch and support_console.',
	},
	{
		kind: 'probe',
		target: ids.reporting,
		targetName: 'reporting-db',
		severity: 'high',
		text: 'reporting-db: probe it for the first time.',
	},
	{
		kind: 'question',
		target: ids.prod,
		targetName: 'prod-db',
		control: 'point-in-time-recovery',
		severity: 'high',
		text: 'prod-db: answer whether the database can be restored to any minute of the last week.',
	},
	{
		kind: 'expiry',
		target: ids.prod,
		targetName: 'prod-db',
		control: 'certificate-renewal',
		severity: 'medium',
		text: 'prod-db: renew the server certificate, it expires in 40 days.',
	},
	{
		kind: 'stale',
		target: ids.prod,
		targetName: 'prod-db',
		severity: 'low',
		text: 'prod-db: confirm the accounts of the applications again.',
	},
];
