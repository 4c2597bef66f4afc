import type {Severity} from '../../domain/severity.js';
import type {IdentityFacts} from './facts.js';

/**
 * What is wrong with the proof that a user is asked for without TLS; undefined when it is turned away, or asked for one
 * that nobody on the way can use. That it is asked in clear at all is another fault, which tls-plaintext-refused names.
 */
export const judgeInClear = ({
	clear,
}: IdentityFacts): {readonly text: string; readonly severity: Severity} | undefined => {
	if (!clear.seen || clear.value.kind === 'error') return undefined;
	switch (clear.value.code) {
		case 0:
			return {text: 'Let in without TLS and without any proof of identity', severity: 'critical'};
		case 3:
			return {text: 'Without TLS the password itself is asked for, in clear', severity: 'high'};
		case 5:
			return {text: 'MD5 challenge without TLS', severity: 'medium'};
		default:
			return undefined;
	}
};
