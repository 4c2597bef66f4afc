import {codeRules} from './code-rules.js';
import {commandRules} from './command-rules.js';
import {hashRules} from './hash-rules.js';
import {namedRules} from './named-rules.js';
import type {SecretRule} from './rule.js';
import {shapedRules} from './shaped-rules.js';

/** All of dbvet's own patterns; what spans lines or is encoded has readers of its own. */
export const secretRules: readonly SecretRule[] = [
	...shapedRules,
	...hashRules,
	...commandRules,
	...namedRules,
	...codeRules,
];
