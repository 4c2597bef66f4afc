import {expect, test} from 'vitest';
import {tinyDatabase} from '../../test/helpers/tiny-record.js';
import {asksInClear} from './probeable.js';

const user = {role: 'scanner', user: 'dbvet', database: 'shop'} as const;
const known = {...tinyDatabase(), identities: [user]};

test.each([
	['all checks', [known], undefined, true],
	['a check that logs in without TLS', [known], ['tls-plaintext-refused'], true],
	['the method of the login', [known], ['pg-superusers', 'pg-wire-auth-method'], true],
	['a check that asks with SQL', [known], ['pg-superusers'], false],
	['the versions of TLS', [known], ['tls-versions'], false],
	['no user to try', [{...known, identities: []}], undefined, false],
	['another engine', [{...known, engine: 'redis' as const}], undefined, false],
])('whether names are sent in clear: %s', (_, targets, only, expected) => {
	expect(asksInClear(targets, only)).toBe(expected);
});
