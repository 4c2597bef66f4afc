import {unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenBothSeen, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info, settings} from '../examples.js';
import {isManaged, numberOf, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'a snapshot of the last 24 hours, or no change since the last';
const daySeconds = 86_400;

export const redisRdbBackupAge = redisCheck({
	id: 'redis-rdb-backup-age',
	title: 'The last snapshot is of today',
	question: 'Was a snapshot made within the last 24 hours?',
	why: 'The snapshot file is what backups copy. When it is old, every copy of it is, too.',
	severity: 'medium',
	source: all(
		shownBy.persistence,
		shownBy.configGet('save', 'appendonly', 'maxmemory', 'maxmemory-policy'),
	),
	needs: '+info and +config|get',
	remediation: {
		all: 'Set save 3600 1, look why the last BGSAVE did not run (rdb_last_bgsave_status), and copy the file elsewhere after each. On managed services switch on automatic backups.',
	},
	judge: (facts, {now, platform}) =>
		whenSeen(settingOf(facts, 'save'), expected, save => {
			if (save.trim() === '')
				return [notApplicable('save is empty: no snapshots are made by the server', expected)];
			return whenBothSeen(
				numberOf(facts, 'rdb_last_save_time'),
				numberOf(facts, 'rdb_changes_since_last_save'),
				expected,
				(at, changes) => {
					const age = Math.floor(Date.parse(now) / 1000) - at;
					const hours = Math.floor(age / 3_600);
					const text = `the last snapshot is ${hours} hours old, with ${changes} changes since`;
					const more = {source: shownBy.persistence};
					if (age < -3_600)
						return [
							unknown(
								unseen('unexpected-reply', {
									detail: 'the last snapshot lies in the future: the clocks disagree',
								}),
								expected,
							),
						];
					if (changes === 0)
						return [pass('nothing has changed since the last snapshot or start', expected, more)];
					if (age > daySeconds)
						return isManaged(platform)
							? [
									unknown(
										unseen('hidden-by-provider', {
											detail: `${text}; the provider may make snapshots of its own`,
										}),
										expected,
									),
								]
							: [fail(text, expected, more)];
					// Until the first snapshot the server shows the time of its start in this place.
					return whenSeen(numberOf(facts, 'uptime_in_seconds'), expected, uptime =>
						uptime > age + 60
							? [pass(text, expected, more)]
							: [
									unknown(
										unseen('unexpected-reply', {
											detail: 'the server was started within a day and has made no snapshot since',
										}),
										expected,
									),
								],
					);
				},
			);
		}),
	examples: {
		healthy: [
			example({info: info({rdb_last_save_time: '1780271000'})}),
			example({info: info({rdb_changes_since_last_save: '0', rdb_last_save_time: '1700000000'})}),
		],
		defective: [example({info: info({rdb_last_save_time: '1780000000'})})],
		blind: [
			blind,
			example({info: info({rdb_last_save_time: '1780271000', uptime_in_seconds: '900'})}),
			example({info: info({rdb_last_save_time: '1999999999'})}),
		],
		notApplicable: [example({settings: settings({save: ''})})],
	},
});
