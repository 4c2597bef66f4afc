import {PassThrough, Readable} from 'node:stream';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {WireFailure} from '../engine/connection.js';
import {createReader, type Reader} from './reader.js';
import {command, readReply, respLimits, type Reply} from './resp.js';

/** The nightly run asks for more. */
const numRuns = Number(process.env.DBVET_FUZZ_RUNS ?? 3_000);

const readerOf = (bytes: Uint8Array | string, portion = 1 << 16): Reader => {
	const all = Buffer.from(bytes as never);
	const portions = Array.from({length: Math.ceil(all.length / portion)}, (_, at) =>
		all.subarray(at * portion, (at + 1) * portion),
	);
	const stream = Readable.from(portions, {objectMode: false});
	return createReader({stream: stream as never, failure: () => undefined}, 1 << 22);
};
const read = (bytes: string): Promise<Reply> => readReply(readerOf(bytes));
const reasonOf = (bytes: string): Promise<string> =>
	read(bytes).then(
		reply => JSON.stringify(reply),
		(error: unknown) => (error instanceof WireFailure ? error.reason : String(error)),
	);

describe('a reply', () => {
	test.each<[string, Reply]>([
		['+PONG\r\n', {kind: 'text', text: 'PONG'}],
		[
			'-NOAUTH Authentication required.\r\n',
			{kind: 'error', code: 'NOAUTH', text: 'Authentication required.'},
		],
		['-ERR\r\n', {kind: 'error', code: 'ERR', text: ''}],
		[':-42\r\n', {kind: 'number', value: -42}],
		['$5\r\na\r\nb\n\r\n', {kind: 'text', text: 'a\r\nb\n'}],
		['$-1\r\n', {kind: 'nothing'}],
		['*-1\r\n', {kind: 'nothing'}],
		['*0\r\n', {kind: 'list', items: []}],
		['_\r\n', {kind: 'nothing'}],
		['#t\r\n', {kind: 'number', value: 1}],
		['!8\r\nERR nope\r\n', {kind: 'error', code: 'ERR', text: 'nope'}],
		['=8\r\ntxt:info\r\n', {kind: 'text', text: 'info'}],
		[
			'%1\r\n+a\r\n:1\r\n',
			{
				kind: 'list',
				items: [
					{kind: 'text', text: 'a'},
					{kind: 'number', value: 1},
				],
			},
		],
		['>1\r\n+pushed\r\n+asked\r\n', {kind: 'text', text: 'asked'}],
		['|1\r\n+ttl\r\n:1\r\n+asked\r\n', {kind: 'text', text: 'asked'}],
	])('%j', async (bytes, expected) => {
		expect(await read(bytes)).toEqual(expected);
		// A byte at a time says the same.
		expect(await readReply(readerOf(bytes, 1))).toEqual(expected);
	});

	test.each([
		['$9999999999\r\n', 'limit-exceeded'],
		['$2097153\r\n', 'limit-exceeded'],
		['*20001\r\n', 'limit-exceeded'],
		[`${'*1\r\n'.repeat(9)}+x\r\n`, 'limit-exceeded'],
		[`*200\r\n${`*200\r\n${':1\r\n'.repeat(200)}`.repeat(200)}`, 'limit-exceeded'],
		[`+${'x'.repeat(2_000)}\r\n`, 'limit-exceeded'],
		['>0\r\n'.repeat(20_001), 'limit-exceeded'],
		['$-2\r\n', 'unexpected-reply'],
		['$?\r\n', 'unexpected-reply'],
		['$1e3\r\n', 'unexpected-reply'],
		['$3\r\nabcde', 'unexpected-reply'],
		['+no carriage return\n', 'unexpected-reply'],
		[':12x\r\n', 'unexpected-reply'],
		['HTTP/1.1 400 Bad Request\r\n', 'unexpected-reply'],
		['SSH-2.0-OpenSSH\r\n', 'unexpected-reply'],
		['\x15\x03\x01\x00\x02\x02\x46', 'unexpected-reply'],
		['$10\r\nabc', 'connection-closed'],
		['', 'connection-closed'],
	])('%j is refused: %s', async (bytes, reason) => {
		expect(await reasonOf(bytes)).toBe(reason);
	});
});

test('a list of the largest size that is taken is taken', async () => {
	const count = respLimits.elements - 1;
	const reply = await read(`*${count}\r\n${':1\r\n'.repeat(count)}`);
	expect(reply.kind === 'list' && reply.items.length).toBe(count);
});

test('commands are lists of texts, measured in bytes', () => {
	expect(command('AUTH', 'ü').toString()).toBe('*2\r\n$4\r\nAUTH\r\n$2\r\nü\r\n');
});

test('whatever arrives, it ends with a reply or a WireFailure', async () => {
	const token = fc.oneof(
		fc.constantFrom('+', '-', ':', '$', '*', '%', '~', '>', '|', '_', '#', '!', '=', '(', ',', '?'),
		fc.constantFrom('\r\n', '\n', '\r', '0', '1', '2', '-1', '3\r\nabc\r\n', '99999999'),
		fc.string({unit: 'binary', maxLength: 6}),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(token, {maxLength: 40}),
			fc.integer({min: 1, max: 7}),
			async (tokens, portion) => {
				try {
					const reply = await readReply(readerOf(tokens.join(''), portion));
					expect(JSON.stringify(reply).length).toBeLessThan(100_000);
				} catch (error) {
					if (!(error instanceof WireFailure)) throw error;
				}
			},
		),
		{numRuns},
	);
});

test('what a server of this protocol sends is read back as it was', async () => {
	const {reply} = fc.letrec<{reply: Reply}>(tie => ({
		reply: fc.oneof(
			{maxDepth: 3},
			fc.string({unit: 'grapheme', maxLength: 20}).map((text): Reply => ({kind: 'text', text})),
			fc.integer().map((value): Reply => ({kind: 'number', value})),
			fc.constant<Reply>({kind: 'nothing'}),
			fc.array(tie('reply'), {maxLength: 5}).map((items): Reply => ({kind: 'list', items})),
		),
	}));
	const encode = (one: Reply): string => {
		switch (one.kind) {
			case 'text':
				return `$${Buffer.byteLength(one.text)}\r\n${one.text}\r\n`;
			case 'number':
				return `:${one.value}\r\n`;
			case 'nothing':
				return '$-1\r\n';
			case 'list':
				return `*${one.items.length}\r\n${one.items.map(encode).join('')}`;
			case 'error':
				return `-${one.code} ${one.text}\r\n`;
		}
	};
	await fc.assert(
		fc.asyncProperty(reply, async one => {
			expect(await readReply(readerOf(encode(one), 3))).toEqual(one);
		}),
		{numRuns: Math.ceil(numRuns / 4)},
	);
});

test('a reader of a stream that ends in the middle says so', async () => {
	const stream = new PassThrough();
	stream.end('*2\r\n+a\r\n');
	await expect(
		readReply(createReader({stream, failure: () => undefined}, 1_000)),
	).rejects.toMatchObject({reason: 'connection-closed'});
});
