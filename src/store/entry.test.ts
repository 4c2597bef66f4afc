import {expect, test} from 'vitest';
import {answer, meta} from '../../test/helpers/workspace-samples.js';
import {entryText, makeEntries, readEntry} from './entry.js';

const [entry] = makeEntries([answer('tls', 'yes')], meta(0), [], () => null);
const whole = JSON.parse(entryText(entry!)) as Record<string, unknown>;

const faultOf = (change: (raw: Record<string, unknown>) => void): string => {
	const raw = structuredClone(whole);
	change(raw);
	const read = readEntry(JSON.stringify(raw));
	return read.ok ? 'nothing' : read.fault;
};

test.each(['at', 'by', 'kind', 'key', 'before', 'after', 'parents'])(
	'an entry without %s is told by that field, in words of the record',
	field => {
		const fault = faultOf(raw => {
			// eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a field of JSON text.
			delete raw[field];
		});
		expect(fault).toContain(field);
		expect(fault).not.toMatch(/Invalid|expected|received|undefined|nonoptional/);
	},
);

test('a field of another type, and one that nobody knows, are named', () => {
	expect(faultOf(raw => (raw.parents = 3))).toBe(
		'it does not look like an entry ("parents" is of another type than it has to be)',
	);
	expect(faultOf(raw => (raw.colour = 'red'))).toContain('"colour"');
	expect(faultOf(raw => (raw.by = '\u001B[2J'.repeat(500)))).not.toContain('\u001B');
	expect(faultOf(() => undefined)).toBe('nothing');
});
