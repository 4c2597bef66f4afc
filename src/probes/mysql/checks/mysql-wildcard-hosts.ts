import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {seen} from '../../engine/check.js';
import {
	account,
	blind,
	cut,
	example,
	hiddenAccounts,
	root,
	variables,
	withAccount,
} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {nameOf, platformOf, isManaged} from '../judge/accounts.js';
import {holdersOf, isAdministrator} from '../judge/rights.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const byName = {variables: variables({skip_name_resolve: 'OFF'})};
const expected = 'accounts are bound to the addresses that they come from';

/** A network that is larger than the largest private one, 10.0.0.0/8: its mask keeps fewer than eight bits. */
const widerThanPrivate = /\/([0-7]|(0|128|192|224|240|248|252|254)\.0\.0\.0)$/;
/** An address that is open from its first number on, as %, 1% or %.0.0.5: it matches addresses of many networks. */
const openAtFirst = /^[0-9]{0,2}[%_][%_.:0-9]*$/;

/** Ends of names that nobody can have outside (RFC 6762, RFC 2606, ICANN SAC113, and what private networks use). */
const privateEnds =
	/^(local|localdomain|lan|internal|intranet|private|corp|home|arpa|cluster|consul|svc|test|invalid)$/i;

/** A name whose end is open, as web% or %.com: whoever has a domain can give a machine such a name. */
const isOpenName = (host: string): boolean => {
	if (!/[a-z]/i.test(host) || host.includes(':') || !host.includes('%')) return false;
	const labels = host.split('.');
	const end = labels.at(-1) ?? '';
	return (
		end.includes('%') || (labels.at(-2) === '%' && labels.length === 2 && !privateEnds.test(end))
	);
};

/** A network of IPv6 beyond the private ones (RFC 4193, RFC 4291) that is open before its second number ends, as 2001:%. */
const isOpenV6 = (host: string): boolean =>
	/^[0-9a-f]{0,4}(:[0-9a-f]{0,4})?%/i.test(host) && host.includes(':') && !/^f[cde]/i.test(host);

/** Without names of machines only addresses are compared (MySQL manual, skip_name_resolve). */
const namesCount = ({variables: fact}: MysqlFacts): boolean =>
	!fact.seen || asBoolean(fact.value.skip_name_resolve ?? '') !== true;

/** Where an account that is bound to no network may come from, in words; undefined for one that is bound. */
const reachOf = (host: string, names: boolean): string | undefined => {
	if (host === '' || /^(?=.*%)[%_.:]+$/.test(host) || /^0\.0\.0\.0(\/0(\.0\.0\.0)?)?$/.test(host))
		return 'any host';
	if (names && isOpenName(host)) return 'any machine that somebody gives such a name';
	return openAtFirst.test(host) || isOpenV6(host) || widerThanPrivate.test(host)
		? 'addresses of foreign networks'
		: undefined;
};

export const mysqlWildcardHosts = defineCheck({
	id: 'mysql-wildcard-hosts',
	title: 'Accounts are bound to where they come from',
	question: 'Is every account bound to the hosts that it is used from?',
	why: 'An account for any host works from wherever the network lets somebody in. Behind a narrow firewall, as on managed services, it is usual and the firewall carries the weight alone.',
	severity: 'medium',
	...shownBy(
		'accounts',
		'roleGrants',
		'dynamicGrants',
		'variable mandatory_roles',
		'variable skip_name_resolve',
	),
	needs:
		'SELECT on mysql.user (MariaDB: mysql.global_priv), mysql.roles_mapping or mysql.role_edges',
	remediation: {
		all: "RENAME USER 'NAME'@'%' TO 'NAME'@'10.0.0.%'; with the addresses that it is used from.",
		'aws-rds': 'Usual here: keep the security group narrow instead.',
		digitalocean: 'Usual here: keep the trusted sources narrow instead.',
	},
	judge: (facts, context) =>
		whenSeen(holdersOf(facts, context), expected, ({items, complete, cut: why}) =>
			judgeListing({items, complete}, expected, {
				...(why === undefined ? {} : {cut: why}),
				clean: 'no account may log in from any host',
				offends: holder => {
					const {account: one} = holder;
					const reach = reachOf(one.host, namesCount(facts));
					if (reach === undefined) return undefined;
					const object = nameOf(one);
					const managed = isManaged(facts, context);
					if (isAdministrator(holder) && !managed)
						return fail(`${object} is an administrator and may log in from ${reach}`, expected, {
							object,
							severity: 'high',
						});
					const platform = platformOf(facts, context) ?? '';
					return fail(
						`${object} may log in from ${reach}${managed ? ` (usual on ${platform}: the firewall decides)` : ''}`,
						expected,
						{object, ...(managed ? {severity: 'info' as const} : {})},
					);
				},
			}),
		),
	examples: {
		healthy: [
			example(),
			withAccount({host: '10.0.0.0/255.0.0.0'}),
			withAccount({host: '%.example.com'}),
			withAccount({host: '%.internal'}),
			withAccount({host: 'app_server'}),
			withAccount({host: '2001:db8:%'}),
			withAccount({host: 'fd00:%'}),
			withAccount({host: 'web%'}, {variables: variables({skip_name_resolve: 'ON'})}),
		],
		defective: [
			withAccount({host: '%'}),
			withAccount({host: '%.%'}),
			withAccount({host: '_%'}),
			withAccount({host: 'web%'}, byName),
			withAccount({host: 'web.%'}, byName),
			withAccount({host: '%.com'}, byName),
			withAccount({host: '2001:%'}),
			withAccount({host: '%.0.0.5'}),
			withAccount({host: '0.0.0.0/128.0.0.0'}),
			withAccount({host: '0.0.0.0/0'}),
			withAccount({host: '0.0.0.0/0.0.0.0'}),
			withAccount({host: '%', privileges: ['SUPER']}),
			withAccount({host: '%'}, {provider: seen({platform: 'aws-rds', signs: []})}),
		],
		blind: [blind, hiddenAccounts, example({accounts: cut(root, account)})],
	},
});
