const zeroV4 = String.raw`(0x)?0+(\.(0x)?0+){0,3}`;
/** Zeros alone, as getaddrinfo reads them too: 0, 0.0, 0x0, ::, ::0, ::ffff:0.0.0.0. */
const zeros = new RegExp(`^(${zeroV4}|[0:]*:[0:]*(ffff:)?(${zeroV4})?)$`, 'i');

/**
 * True for an address to listen on that means every address of the machine, however it is written: as a word (*), as zeros of
 * either protocol, or with a zone or a network namespace behind it.
 */
export const isEveryAddress = (text: string): boolean => {
	const address = text
		.trim()
		.replace(/^\[(.*)\]$/, '$1')
		.replace(/[%/].*$/, '');
	return address === '' || address === '*' || address === '::*' || zeros.test(address);
};
