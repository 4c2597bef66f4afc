import {describe, expect, it} from 'vitest';
import {UserError} from '../domain/errors.js';
import {tinyContent, tinyProfile} from '../../test/helpers/tiny-content.js';
import {effectiveProfile, stricterDirection} from './profile.js';

const content = tinyContent({
	profiles: [
		tinyProfile({
			id: 'startup',
			thresholds: {'backup-retention-days': 7, 'patch-days': 90, 'session-hours': 24},
			maxAge: {answers: 365, runs: 30},
			mandatory: ['tls'],
			recommended: ['mfa', 'backups'],
		}),
		tinyProfile({
			id: 'regulated',
			thresholds: {'backup-retention-days': 35, 'patch-days': 30, 'ca-days-left': 60},
			maxAge: {answers: 180, runs: 60},
			mandatory: ['mfa'],
			recommended: ['tls'],
			approverIsNotAuthor: true,
		}),
		tinyProfile({id: 'odd', thresholds: {'number-of-cats': 3}}),
	],
});

describe('effectiveProfile', () => {
	it('takes the strictest of each thing', () => {
		const profile = effectiveProfile(content, ['startup', 'regulated']);
		expect(profile.thresholds).toEqual({
			'backup-retention-days': 35,
			'ca-days-left': 60,
			'patch-days': 30,
			'session-hours': 24,
		});
		expect(profile.maxAge).toEqual({answers: 180, runs: 30});
		expect(['tls', 'mfa', 'backups', 'other'].map(profile.requirementOf)).toEqual([
			'mandatory',
			'mandatory',
			'recommended',
			'optional',
		]);
		expect(profile.approverIsNotAuthor).toBe(true);
	});

	it('does not depend on the order of the profiles', () => {
		const one = effectiveProfile(content, ['startup', 'regulated']);
		const other = effectiveProfile(content, ['regulated', 'startup']);
		expect(JSON.stringify(one)).toBe(JSON.stringify(other));
	});

	it.each([
		['backup-retention-days', 'larger'],
		['off-vendor-retention-days', 'larger'],
		['log-retention-days', 'larger'],
		['certificate-days-left', 'larger'],
		['ca-days-left', 'larger'],
		['restore-drill-days', 'smaller'],
		['access-review-days', 'smaller'],
		['soc2-age-days', 'smaller'],
		['pen-test-age-days', 'smaller'],
		['credential-rotation-days', 'smaller'],
		['key-rotation-days', 'smaller'],
		['patch-days', 'smaller'],
		['session-hours', 'smaller'],
		['breach-notice-hours', 'smaller'],
	])('knows that %s is stricter when %s', (name, direction) => {
		expect(stricterDirection(name, 'startup')).toBe(direction);
	});

	it('takes all profiles in place of one that does not exist', () => {
		const known = tinyContent({profiles: content.profiles.filter(p => p.id !== 'odd')});
		const {thresholds, ids} = effectiveProfile(known, ['startup', 'gone']);
		expect(ids).toEqual(['regulated', 'startup']);
		expect(thresholds['backup-retention-days']).toBe(35);
	});

	it('says loudly which name it cannot judge, and that one profile is wanted', () => {
		expect(() => effectiveProfile(content, ['odd'])).toThrow(/odd.*number-of-cats/);
		expect(() => effectiveProfile(content, [])).toThrow(UserError);
	});
});
