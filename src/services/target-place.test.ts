import {describe, expect, it} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {checkPlace, isLocalPath} from './target-place.js';

const refusal = (place: string): Promise<string> =>
	complaint(Promise.resolve(place).then(checkPlace));

describe('the place of a target', () => {
	it.each([
		's3://backups/prod',
		'sftp://backup@nas.example.com/dumps',
		'nas.example.com:/dumps',
		'/srv/dumps',
		'a safe in the office',
		'https://objects.example.com:9000/bucket',
	])('takes %s as it is', place => {
		expect(checkPlace(place)).toBe(place);
	});

	it.each([
		's3://AKIAEXAMPLE:c2VjcmV0@backups',
		's3://AKIAEXAMPLE:c2V/jcmV0@backups/prod',
		'https://store.example.com/f?sig=c2VjcmV0',
		'https://store.example.com/f#token=c2VjcmV0',
	])('refuses the secret in %s and does not repeat it', async place => {
		const words = await refusal(place);
		expect(words).toContain('holds a password');
		expect(words).not.toContain('c2V');
	});

	it('refuses what could reach a terminal, and a place without end', async () => {
		const words = await refusal('s3://a\u001B[2J');
		expect(words).toContain('control characters');
		expect(words).not.toContain('\u001B');
		expect(await refusal(`/${'x'.repeat(1100)}`)).toContain('longer than 1024');
	});

	it.each([
		['application', 'src', true],
		['infrastructure', './manifests', true],
		[undefined, 'src', true],
		[undefined, 'postgres://h/d', false],
		['backup', './dumps', true],
		['backup', '/srv/dumps', true],
		['backup', '.', true],
		['backup', 'my-bucket', false],
		['backup', '.hidden-bucket', false],
		['backup', 'nas:/dumps', false],
		['backup', 's3://b/p', false],
		['vendor', 'managed/db', false],
	] as const)('for %s takes %s as a path of this computer: %s', (kind, place, local) => {
		expect(isLocalPath(kind, place)).toBe(local);
	});
});
