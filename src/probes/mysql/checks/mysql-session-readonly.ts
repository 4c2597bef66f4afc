import {seen} from '../../engine/check.js';
import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example} from '../examples.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the server confirms that dbvet’s transactions are read-only';

export const mysqlSessionReadonly = defineCheck({
	id: 'mysql-session-readonly',
	title: 'dbvet’s own transactions are read-only',
	question: 'Did the server confirm that what dbvet does cannot write?',
	why: 'Every statement of dbvet runs in a read-only transaction. A proxy that swallows the order would make that promise empty, so that dbvet stops where it is not confirmed.',
	severity: 'info',
	scope: 'endpoint',
	...shownBy('readOnly'),
	needs: 'any account',
	remediation: {
		all: 'Let dbvet reach the server itself: the proxy in between does not pass START TRANSACTION READ ONLY on.',
	},
	judge: facts =>
		whenSeen(facts.readOnly, expected, readOnly => [
			readOnly
				? pass('confirmed with each transaction (server status flag)', expected)
				: fail('the server did not confirm it, and dbvet stopped', expected),
		]),
	examples: {
		healthy: [example()],
		defective: [example({readOnly: seen(false)})],
		blind: [blind],
	},
});
