/** The least that the scanner needs, as docs/redis.md has it. */
export const scannerRights =
	'-@all +ping +info +acl|list +acl|whoami +config|get +client|list +command|info';
export const scannerPassword = 'a-long-scanner-password-31';

/** A scanner, an application that can do no harm, and nobody without a name. */
export const safeUsers = [
	'default off',
	`dbvet on >${scannerPassword} ${scannerRights}`,
	'shop_app on >another-long-password-77 ~shop:* resetchannels &shop:* -@all +@read +@write -@dangerous -@scripting',
];

export const asScanner = {
	user: 'dbvet',
	password: scannerPassword,
	applications: ['shop_app'],
} as const;
