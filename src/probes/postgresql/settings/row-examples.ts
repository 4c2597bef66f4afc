import {seen, type Check} from '../../engine/check.js';
import {blind, cut, example, listed, observer, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {InLog} from '../judge/in-log.js';
import {customSetting} from '../judge/settings.js';
import type {SettingRow} from './row.js';

/** Values of other settings that keep what a row asks for out of the log. */
const keepingOut = ({rank}: InLog): readonly Readonly<Record<string, string>>[] => [
	{log_destination: ''},
	...(rank === 'panic' ? [] : [{log_min_messages: 'panic'}]),
];

/** The examples of a row, made of its good and bad values. */
export const rowExamples = (row: SettingRow): Check<PostgresFacts>['examples'] => {
	// A setting that newer versions do not have is shown on the last one that has it.
	const {until} = row.versions ?? {};
	const who = {...observer, ...(until === undefined ? {} : {versionNum: until * 10_000 + 1})};
	const withValue = (value: string | undefined): PostgresFacts =>
		example({observer: seen(who), settings: settings({[row.setting]: value})});
	const withOwn = (value: string, name = row.setting): PostgresFacts => ({
		...withValue(row.good[0]),
		roleSettings: listed({role: 'shop_app', database: null, name, value, secretLike: false}),
	});
	// A value that is fine says nothing of those that were not read.
	const withFineOwn = (value: string): PostgresFacts => ({
		...withValue(value),
		roleSettings: cut({
			role: 'shop_app',
			database: null,
			name: row.setting,
			value,
			secretLike: false,
		}),
	});
	const unlogged = (row.inLog === undefined ? [] : keepingOut(row.inLog)).map(changes =>
		example({settings: settings({[row.setting]: row.good[0], ...changes})}),
	);
	const ownRank =
		row.inLog?.when === 'session' && row.inLog.rank !== 'panic'
			? [withOwn('panic', 'log_min_messages')]
			: [];
	const hidden = {
		...withValue(undefined),
		observer: seen({...who, monitor: false, readSettings: false}),
	};
	return {
		healthy: row.good.map(withValue),
		defective: [
			...row.bad.map(withValue),
			...row.bad.slice(0, 1).map(value => withOwn(value)),
			...unlogged,
			...ownRank,
			...(row.exceptTables === undefined
				? []
				: [example({unvacuumedTables: listed({table: 'app.orders'})})]),
		],
		// Without its extension or provider such a setting does not exist, which is no blindness.
		blind: [
			blind,
			...(row.versions === customSetting ? [] : [hidden]),
			...row.good.slice(0, 1).map(withFineOwn),
		],
		...(row.versions === customSetting ? {notApplicable: [withValue(undefined)]} : {}),
	};
};
