import {describe, it} from 'vitest';
import {expectFound, type Defect, base} from '../../../test/helpers/lint-tiny.js';

describe('lint of texts', () => {
	it.each<Defect>([
		[
			'a question without question mark',
			'Is every connection encrypted?',
			'Every connection is encrypted.',
			base,
			[`error ${base} [Every connection is] text: a question ends with "?"`],
		],
		[
			'two questions with the same words',
			'Where do the backups lie?',
			'Is every connection  ENCRYPTED ?',
			base,
			[`error ${base} [Is every connection] text: the question "tls-asked" asks the same`],
		],
		[
			'a text that begs',
			'Look at the bucket.',
			'Please look at the bucket.',
			base,
			[`warning ${base} [Please look at the b] how.all: say what to do, without "please"`],
		],
	])('finds %s', expectFound);
});
