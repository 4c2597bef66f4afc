import type {Engine} from '../../domain/target.js';
import type {Check} from '../engine/check.js';
import type {TlsFacts} from './facts.js';

type Sources = Required<Pick<Check<TlsFacts>, 'source' | 'sourceIn'>>;

/** What is sent before a ClientHello, and how OpenSSL's client is told to do so. */
const opening = (engine: Engine): {readonly words: string; readonly option: string} => {
	switch (engine) {
		case 'postgresql':
			return {words: 'SSLRequest, then ', option: ' -starttls postgres'};
		case 'mysql':
		case 'mariadb':
			return {words: 'The greeting, SSLRequest, then ', option: ' -starttls mysql'};
		case 'redis':
		case 'valkey':
			return {words: '', option: ''};
	}
};

const capital = (text: string): string => text.replace(/^[a-z]/, first => first.toUpperCase());

/**
 * What was said in a handshake, after what the protocol of the engine has before it.
 * @param openssl options of `openssl s_client` that show the same, where there are any
 */
export const inTls = (messages: string, openssl?: string): Sources => {
	const shown = (option: string): string =>
		openssl === undefined ? '' : ` (openssl s_client${option} -connect HOST:PORT${openssl})`;
	return {
		source: capital(`${messages}${shown('')}`),
		sourceIn: ({engine}) => {
			const {words, option} = opening(engine);
			return capital(`${words}${messages}${shown(option)}`);
		},
	};
};

/** The certificates as the server sends them. */
export const certificates = inTls('the certificates of the handshake', ' -showcerts');

/** The same against the roots of the target, or those that came with dbvet’s runtime. */
export const verified = inTls(
	'the certificates of the handshake against the CA of the target, else the public ones',
	' -showcerts -CAfile CA',
);

/** One usual hello and what the server answers to it. */
export const hello12 = inTls('a ClientHello for TLS 1.2 and the ServerHello', ' -tls1_2 -msg');
