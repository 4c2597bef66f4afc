import {describe, expect, it} from 'vitest';
import {compileTiny, lintOver} from '../../test/helpers/compile-tiny.js';
import {tinyFiles, withFolder} from '../../test/helpers/content-root.js';

const path = 'questionnaires/base/questionnaire.yaml';

/** One more follow-up that wants the answer "partly" of a question. */
const another = `  - id: tls-who
    section: transit
    control: tls-on
    followUp: true
    text: Who will close the gap?
    why: A name turns the gap into a task.
    how: {all: Ask the team.}
    when: {answer: tls-asked, is: partly}
    answer: {kind: text}
`;
const twoFollowUps = (): Readonly<Record<string, string>> => ({
	...tinyFiles,
	[path]: (tinyFiles[path] ?? '').replace('  - id: tls-until', `${another}  - id: tls-until`),
});

const replaced = `id: base
questions:
  - id: tls-asked
    section: transit
    control: tls-on
    text: Which connections are encrypted?
    why: Otherwise everybody on the way can read along.
    how: {all: Look at the sessions of the server.}
    answer: {kind: choice, options: [{id: all, label: All of them, claim: met}, {id: none, label: None, claim: not-met}]}
`;

describe('a shipped question that a workspace replaces', () => {
	it('is told once, where it stands, with what no longer fits', async () => {
		const base = await compileTiny(twoFollowUps());
		const found = await withFolder({[path]: replaced}, root => lintOver(base, root));
		expect(found.map(p => `${p.file}:${p.line} ${p.message}`)).toEqual([
			expect.stringMatching(
				/questionnaire\.yaml:3 with this "tls-asked" the shipped content no longer fits: is: "partly" can never be; .* \(in tls-who, tls-until\)$/,
			),
		]);
	});
});
