import {expect, test} from 'vitest';
import {controlOne} from '../../test/helpers/one-control.js';
import {tinyDatabase, tinyFinding, tinyOrganisation} from '../../test/helpers/tiny-record.js';
import type {Reason} from '../domain/outcome.js';
import type {DatabaseTarget} from '../domain/target.js';

/** The steps that would settle the control on prod, where its check could not look. */
const steps = (
	reason: Reason,
	observed: string,
	verification: DatabaseTarget['verification'] = {},
): readonly string[] => {
	const prod = tinyDatabase('prod', {verification});
	const finding = tinyFinding({check: 'tls', outcome: 'unknown', reason, observed});
	return controlOne({
		targets: [prod, tinyOrganisation()],
		findings: [finding],
	}).settledBy.filter(step => !step.startsWith('Answer: '));
};
const ca = {ca: '/home/ada/ca.pem'};
const pin = {pin: `sha256/${'A'.repeat(43)}=`};
const withheld = (why: string): string => `the password was withheld: ${why}`;
const unverified = (code: string): string => withheld(`the certificate does not verify: ${code}`);

test.each([
	[
		'a certificate that has expired',
		ca,
		unverified('CERT_HAS_EXPIRED'),
		/^Renew the certificate of prod/,
	],
	['one that has expired, without a CA', {}, unverified('CERT_HAS_EXPIRED'), /^Renew /],
	[
		'one below a pinned CA',
		pin,
		withheld('a certificate below the pinned CA is not in force'),
		/^Renew /,
	],
	[
		'one that is not valid yet',
		ca,
		unverified('CERT_NOT_YET_VALID'),
		/clocks.*prod is not valid yet/,
	],
	[
		'a CA that nobody gave',
		{},
		unverified('SELF_SIGNED_CERT_IN_CHAIN'),
		/^Name the certificate authority of prod\.$/,
	],
	[
		'another CA than the one given',
		ca,
		unverified('SELF_SIGNED_CERT_IN_CHAIN'),
		/^Check that the CA file given for prod/,
	],
	[
		'a CA file that cannot be used',
		ca,
		withheld('the CA file cannot be used: file-invalid'),
		/in PEM form/,
	],
	[
		'a certificate of another host',
		ca,
		withheld('the certificate does not name prod.example'),
		/same host name/,
	],
	[
		'a key that is not the pinned one',
		pin,
		withheld('neither the certificate nor an issuer of it has the pinned key'),
		/^Check the pin of prod/,
	],
	[
		'a chain without its root, beside a pin that holds',
		pin,
		'The way to the root is not known',
		/^Name the certificate authority/,
	],
])('%s is settled by what mends it', (_, verification, observed, step) => {
	const said = steps('certificate-not-verified', observed, verification);
	expect(said).toHaveLength(1);
	expect(said[0]).toMatch(step);
	expect(said[0]).not.toContain('/home');
});

test('a login that was never declared is no fault of the scanner login', () => {
	const of = (observed: string): string => steps('no-credentials', observed).join();
	expect(of('no password for dbvet was found')).toBe('Give dbvet a scanner login on prod.');
	expect(of('no scanner role is declared for this target')).toBe(
		'Give dbvet a scanner login on prod.',
	);
	expect(of('no application or reporting role is declared for this target (…)')).toBe(
		'Declare the logins of the applications of prod.',
	);
	expect(of('No user and database are declared to try with')).toBe(
		'Declare the logins of the applications of prod.',
	);
	expect(of('no backup role is declared for this target')).toBe(
		'Declare the login of the backups of prod.',
	);
});
