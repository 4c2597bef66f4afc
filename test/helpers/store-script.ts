import {writeSync} from 'node:fs';
import {UserError} from '../../src/domain/errors.js';
import {openStore} from '../../src/store/index.js';
import type {Change} from '../../src/domain/workspace.js';

/*
 * A program of its own for tests with several processes. Arguments: what to do, the workspace, the writer, and how many entries
 * (`append`), another copy (`join`) or nothing (`open`). It prints one line for each thing that is done, at once and unbuffered.
 */

const [what = '', root = '', writer = '', count = '0'] = process.argv.slice(2);

// A program that does not ask for this signal is ended by it when a file reaches its limit; else the write fails with EFBIG.
if (process.env.HEED_LIMIT === 'yes') process.on('SIGXFSZ', () => undefined);

const say = (line: string): void => {
	writeSync(1, `${line}\n`);
};

/** Every third change is a pair, so that groups are torn too. */
const changes = (number: number): readonly Change[] =>
	(number % 3 === 0 ? ['a', 'b'] : ['a']).map(part => {
		const question = `${writer}-${process.pid}-${number}-${part}`;
		return {
			kind: 'answer',
			key: `t-0123456789/${question}`,
			after: {
				target: 't-0123456789',
				question,
				value: 'x'.repeat(number % 7 === 0 ? 5000 : 5),
				by: 'Ada',
				at: '2026-11-22T03:00:00.000Z',
			},
		};
	});

const run = async (): Promise<void> => {
	const store = await openStore({root, writer});
	say(`open ${Object.keys((await store.state()).answers).length}`);
	for (let i = 1; what === 'append' && i <= Number(count); i++) {
		const made = changes(i);
		await store.append(made, {by: 'Ada', at: new Date(1_795_000_000_000 + i).toISOString()});
		for (const {key} of made) say(`saved ${key}`);
	}
	if (what === 'join') say(`joined ${(await store.join(count, false)).entries.length}`);
	await store.flush();
	for (const {text} of store.notices()) say(`notice ${text}`);
	say('done');
};

run().catch((error: unknown) => {
	if (!(error instanceof UserError)) throw error;
	say(`trouble ${error.message} | ${error.next.join(' ')}`);
	process.exitCode = error.exitCode;
});
