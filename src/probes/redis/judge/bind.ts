import {isEveryAddress} from '../../engine/every-address.js';

/** The addresses of `bind`. A leading minus means that a missing address is no error. */
const addresses = (bind: string): readonly string[] =>
	bind
		.split(/\s+/)
		.map(word => word.replace(/^-/, ''))
		.filter(word => word !== '');

/** The server listens on every address of its machine. An empty `bind` means all of them, too (redis.conf). */
export const listensWide = (bind: string): boolean => {
	const words = addresses(bind);
	return words.length === 0 || words.some(isEveryAddress);
};

/** The server listens for its own machine only. */
export const listensLocally = (bind: string): boolean => {
	const words = addresses(bind);
	return (
		words.length > 0 &&
		words.every(word => word === 'localhost' || word === '::1' || /^127(\.\d{1,3}){3}$/.test(word))
	);
};
