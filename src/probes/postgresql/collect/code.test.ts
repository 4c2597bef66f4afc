import {expect, test} from 'vitest';
import {jobsSource} from './code.js';

const tables = {cron: false, agent: true, allowed: true, filtered: false, loaded: false};

test('steps of pgAgent are not the whole while pg_cron keeps its jobs in another database', () => {
	expect(jobsSource(tables, 'monitor')).toHaveProperty('sql');
	expect(jobsSource({...tables, loaded: true}, 'monitor')).toMatchObject({
		seen: false,
		reason: 'client-cannot-offer',
	});
	expect(jobsSource({...tables, loaded: null}, 'monitor')).toMatchObject({
		seen: false,
		reason: 'permission-denied',
	});
});
