import {unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {
	account,
	blind,
	example,
	hiddenAccounts,
	listed,
	variables,
	withAccount,
} from '../examples.js';
import {tcpListening} from '../judge/listening.js';
import {inClearOver} from '../judge/network.js';
import {asBoolean, variableOf} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'require_secure_transport = ON, or every account demands TLS itself';
const off = {variables: variables({require_secure_transport: 'OFF'})};

export const mysqlRequireSecureTransport = defineCheck({
	id: 'mysql-require-secure-transport',
	title: 'The server refuses logins in clear',
	question: 'Does the server refuse unencrypted connections, for every account?',
	why: 'Without it TLS is an offer: a client that does not ask for it, or is made not to, sends its queries and rows in clear.',
	severity: 'high',
	scope: 'node',
	...shownBy(
		'variable require_secure_transport',
		'accounts',
		'variable skip_networking',
		'variable bind_address',
		'variable mysqlx_bind_address',
		'variable admin_address',
	),
	needs:
		'any account; SELECT on mysql.user (MariaDB: mysql.global_priv) where the server-wide switch is off',
	remediation: {
		all: 'Give all clients TLS, then write require_secure_transport = ON under [mysqld] (also SET GLOBAL). MariaDB before 10.5: ALTER USER … REQUIRE SSL for each account.',
		'aws-rds': 'Set require_secure_transport to 1 in the parameter group.',
		'aws-aurora': 'Set require_secure_transport to ON in the cluster parameter group.',
		'google-cloud-sql': 'Set sslMode to ENCRYPTED_ONLY.',
		'azure-flexible-server': 'Set the server parameter require_secure_transport to ON.',
		digitalocean: 'ALTER USER … REQUIRE SSL for each account: there is no switch for all.',
	},
	judge: (facts, context) => {
		const listening = tcpListening(facts);
		if (listening.seen && listening.value.addresses.length === 0)
			return [notApplicable(`${listening.value.shown}: nobody comes over a network`, expected)];
		const setting = variableOf(facts, 'require_secure_transport');
		if (setting !== undefined && !setting.seen) return [unknown(setting, expected)];
		const shown =
			setting === undefined
				? 'the server has no require_secure_transport'
				: `require_secure_transport = ${setting.value}`;
		const is = setting === undefined ? false : asBoolean(setting.value);
		if (is === true) return [pass(shown, expected)];
		if (is === undefined) return [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
		if (!facts.accounts.seen)
			return [
				unknown(
					{
						...facts.accounts,
						detail: `${shown}; whether each account demands TLS itself is not shown to the scanner`,
					},
					expected,
				),
			];
		return whenSeen(facts.accounts, expected, ({complete}) => {
			const open = inClearOver(facts, context);
			if (open.length > 0)
				return [
					fail(
						`${shown}, and ${open.length} accounts may log in without TLS over the network`,
						expected,
					),
				];
			return [
				complete
					? pass(`${shown}, but every account that may come over the network demands TLS`, expected)
					: unknown(unseen('limit-exceeded', {detail: 'not all accounts were read'}), expected),
			];
		});
	},
	examples: {
		healthy: [example(), example(off)],
		defective: [
			withAccount({tls: 'none'}, off),
			example({
				variables: variables({require_secure_transport: undefined}),
				accounts: listed({...account, tls: 'none'}),
			}),
		],
		blind: [
			blind,
			{...hiddenAccounts, ...off},
			example({variables: variables({require_secure_transport: 'perhaps'})}),
		],
		notApplicable: [example({variables: variables({skip_networking: 'ON'})})],
	},
});
