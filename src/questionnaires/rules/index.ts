import type {Book} from '../book.js';
import type {Problem} from '../problem.js';
import {answers} from './answers.js';
import {checks, type KnownChecks} from './checks.js';
import {conditions} from './conditions.js';
import {crosswalks} from './crosswalks.js';
import {cycles} from './cycles.js';
import {depth} from './depth.js';
import {evidence} from './evidence.js';
import {links} from './links.js';
import {openEnds} from './open-ends.js';
import {profiles} from './profiles.js';
import {reachable} from './reachable.js';
import {references} from './references.js';
import {risks} from './risks.js';
import {style} from './style.js';
import {vendors} from './vendors.js';

/** Everything that holds between pieces of content, and the style of its texts. */
export const applyRules = (book: Book, options: KnownChecks): readonly Problem[] => [
	...links(book),
	...answers(book),
	...conditions(book),
	...cycles(book),
	...reachable(book),
	...openEnds(book),
	...depth(book),
	...references(book),
	...evidence(book),
	...crosswalks(book),
	...risks(book),
	...profiles(book),
	...vendors(book),
	...checks(book, options),
	...style(book),
];
