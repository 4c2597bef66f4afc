import {describe, expect, it} from 'vitest';
import {planted, plantedIn, tinyFiles, withFolder} from '../../../test/helpers/content-root.js';
import {lintFiles} from '../../../test/helpers/lint-tiny.js';
import {lintContent} from '../index.js';

const file = 'questionnaires/hosts/questionnaire.yaml';

const hosts = `id: hosts
title: Vendors
kind: vendor
intro: About a vendor.
sections:
  - {id: main, title: Main}
controls:
  - id: host-paper
    kind: vendor
    title: The paper is there
    severity: high
    requirements: [A2]
    weight: 3
    weightIn: {plain: 5}
    knockOut: {when: {fact: card-data, is: 'yes'}}
  - id: host-duties
    kind: vendor
    title: Every duty has an owner
    severity: medium
    requirements: [A12]
    weight: 2
questions:
  - id: host-paper-asked
    section: main
    control: host-paper
    text: Is the paper there?
    why: Because a test needs a reason here.
    how: {all: Look at it.}
    answer: {kind: yes-no}
  - id: host-backups
    section: main
    control: host-duties
    text: Who makes the backups?
    why: Because a test needs a reason here.
    how: {all: Look at the contract.}
    duty: {title: Backups, ours: [backups-kept]}
    answer:
      kind: choice
      options:
        - {id: vendor, label: The vendor, claim: met}
        - {id: us, label: We, claim: met}
        - {id: both, label: Both, claim: met}
        - {id: nobody, label: Nobody, claim: not-met}
`;

const lint = (text: string): Promise<readonly string[]> => lintFiles({...tinyFiles, [file]: text});

describe('lint of what vendors are compared by', () => {
	it('has nothing to say about a sound questionnaire', async () => {
		expect(await lint(hosts)).toEqual([]);
	});

	it.each([
		['a weight of nothing', 'weight: 3', 'weight: 0', '[0', /weight: .*(1|at least)/],
		['a weight beyond five', 'weight: 3', 'weight: 6', '[6', /weight: .*5/],
		[
			'a weight for a profile that does not exist',
			'{plain: 5}',
			'{plan: 5}',
			'[plan: 5}',
			/there is no profile "plan"; did you mean "plain"/,
		],
		['no usual weight', '    weight: 3\n', '', '[weightIn: ', /give the usual weight as well/],
		['the usual weight twice', '{plain: 5}', '{plain: 3}', '[plain: 3}', /3 is the usual weight/],
		[
			'a knock-out by a fact that nobody settles',
			'{fact: card-data,',
			'{fact: cart-data,',
			'[cart-data,',
			/no question settles the fact "cart-data"; did you mean "card-data"/,
		],
		[
			'a knock-out by an answer',
			"{fact: card-data, is: 'yes'}",
			"{answer: host-paper-asked, is: 'no'}",
			'[host-paper',
			/only facts and attributes of the target may decide here/,
		],
		[
			'a knock-out by a value that can never be',
			"{fact: card-data, is: 'yes'}",
			'{fact: card-data, is: maybe}',
			'[maybe',
			/"maybe" can never be/,
		],
		[
			'a duty without the answer "nobody"',
			'        - {id: nobody, label: Nobody, claim: not-met}\n',
			'        - {id: no-one, label: Nobody, claim: not-met}\n',
			'[kind: choi',
			/a duty takes a choice of vendor, us, both, nobody/,
		],
		[
			'a duty that leads to no control',
			'[backups-kept]',
			'[backup-kept]',
			'[backup-kep',
			/there is no control "backup-kept"; did you mean "backups-kept"/,
		],
		[
			'a duty that leads to a control of vendors',
			'[backups-kept]',
			'[host-paper]',
			'[host-paper',
			/is a control of vendor targets, not of databases/,
		],
	])('finds %s', async (_, find, replace, at, message) => {
		const problems = await lint(plantedIn(hosts, find, replace));
		expect(
			problems.some(p => p.includes(at) && message.test(p)),
			problems.join('\n'),
		).toBe(true);
	});

	it('keeps weights and knock-outs to vendors', async () => {
		const weighed = planted(
			'    requirements: [B6]\n',
			'    requirements: [B6]\n    weight: 2\n    knockOut: true\n',
		);
		const problems = await withFolder(weighed, root => lintContent(root));
		expect(problems.map(p => p.message)).toEqual([
			'weight: only vendors are compared, and "backups-kept" is a control of database targets',
			'knockOut: only vendors are compared, and "backups-kept" is a control of database targets',
		]);
	});
});
