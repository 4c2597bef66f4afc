import {expect, test} from 'vitest';
import {settingsQuery} from './collect/server.js';
import {settings} from './examples.js';
import {judgedSettings} from './settings.js';

const healthy = settings();
const shown = new Set(healthy.seen ? Object.keys(healthy.value) : []);

test.each(judgedSettings)('%s is fetched, and the healthy server has it', name => {
	const fetched = name.startsWith('pgaudit.') || settingsQuery.sql.includes(`'${name}'`);
	expect(fetched, `add ${name} to settingNames in collect/setting-names.ts`).toBe(true);
	// A setting with a prefix belongs to a provider or an extension, which the healthy server need not have.
	const known = shown.has(name) || name.includes('.');
	expect(known, `add the healthy value of ${name} to values in examples-settings.ts`).toBe(true);
});
