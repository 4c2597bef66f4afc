import {describe, it} from 'vitest';
import {expectFound, type Defect, base, risks, scoping} from '../../../test/helpers/lint-tiny.js';

describe('lint of conditions', () => {
	it.each<Defect>([
		[
			'an unknown fact',
			'{fact: card-data',
			'{fact: card-date',
			base,
			[
				`error ${base} [card-date, is: 'yes'] fact: no question settles the fact "card-date"; did you mean "card-data"?`,
			],
		],
		[
			'a value that a fact never has',
			`{fact: card-data, is: 'yes'}`,
			`{fact: card-data, is: partly}`,
			base,
			[`error ${base} [partly}] is: "partly" can never be; possible are yes, no, dont-know`],
		],
		[
			'an answer in a condition of a control',
			`{fact: card-data, is: 'yes'}`,
			`{answer: tls-asked, is: 'yes'}`,
			base,
			[
				`error ${base} [tls-asked, is: 'yes'] answer: only facts and attributes of the target may decide here`,
				`error ${base} [id: tls-asked] these questions wait for each other: tls-asked -> tls-asked`,
			],
		],
		[
			'an unknown question in a condition',
			'{answer: tls-asked',
			'{answer: tls-aske',
			base,
			[
				`error ${base} [tls-aske, is: partly] answer: there is no question "tls-aske"; did you mean "tls-asked"?`,
			],
		],
		[
			'a question of another kind of target in a condition',
			'{answer: tls-asked, is: partly}',
			`{answer: holds-cards, is: 'yes'}`,
			base,
			[
				`error ${base} [holds-cards, is: 'ye] answer: "holds-cards" is asked of organisation targets, never of the same target as this`,
			],
		],
		[
			'an attribute that no target has',
			'{answer: tls-asked, is: partly}',
			'{not: {any: [{target: engine, is: [postgres]}]}}',
			base,
			[
				`error ${base} [[postgres]}]}}] is: "postgres" can never be; possible are postgresql, mysql, mariadb, redis, valkey; did you mean "postgresql"?`,
			],
		],
		[
			'a number out of range in a condition',
			'{answer: tls-asked, is: partly}',
			'{answer: backup-days, is: [7, 9999, many]}',
			base,
			[
				`warning ${base} [backup-days, is: [7,] answer: "backup-days" is asked later than this; ask it first`,
				`error ${base} [[7, 9999, many]}] is: "9999" can never be; possible are numbers from 0 to 3650`,
				`error ${base} [[7, 9999, many]}] is: "many" can never be; possible are numbers from 0 to 3650`,
			],
		],
		[
			'questions that wait for each other',
			'answer: {kind: yes-no}\n',
			'answer: {kind: yes-no}\n    when: {answer: tls-until, is: dont-know}\n',
			base,
			[
				`error ${base} [when: {answer: tls-u] these questions wait for each other: tls-asked -> tls-until -> tls-asked`,
			],
		],
		[
			'a control that another answer leaves open for good',
			'answer: {kind: yes-no}\n',
			'answer: {kind: yes-no}\n    when: {answer: backup-place, is: beside}\n',
			base,
			[
				`warning ${base} [tls-on] the control "tls-on" stays open when the answers that its questions wait for are others; ask one of them always`,
				`warning ${base} [backup-place, is: be] answer: "backup-place" is asked later than this; ask it first`,
			],
		],
		[
			'a question that waits for a later one',
			'{answer: tls-asked, is: partly}',
			'{answer: backup-place, is: beside}',
			base,
			[
				`warning ${base} [backup-place, is: be] answer: "backup-place" is asked later than this; ask it first`,
			],
		],
		[
			'a fact that nothing uses',
			'fact: card-data',
			'fact: card-numbers',
			scoping,
			[
				`error ${base} [card-data, is: 'yes'] fact: no question settles the fact "card-data"`,
				`error ${risks} [card-data, is: 'yes'] fact: no question settles the fact "card-data"`,
				`warning ${scoping} [card-numbers] nothing depends on the fact "card-numbers"`,
			],
		],
	])('finds %s', expectFound);
});
