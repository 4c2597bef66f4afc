import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed, variables} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import type {Plugin} from '../facts/server.js';
import {isLocalHost, nameOf} from '../judge/accounts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';
import {matters} from '../judge/rights.js';
import type {JudgeContext, Verdict} from '../../engine/check.js';

const expected = 'no plugin that opens another way in';
const active = (name: string): Plugin => ({name, status: 'ACTIVE', type: 'DAEMON'});

/** Accounts and roles that may copy the server by the clone plugin, but for administrators, whom another check names. */
const copiers = (facts: MysqlFacts, context: JudgeContext): readonly string[] => {
	const {accounts, dynamicGrants} = facts;
	if (!accounts.seen || !dynamicGrants.seen) return [];
	const concerned = matters(facts, context);
	return dynamicGrants.value.items
		.filter(one => one.privilege.toUpperCase() === 'BACKUP_ADMIN' && concerned(one))
		.map(nameOf);
};

const judgeClone = (facts: MysqlFacts, context: JudgeContext, object: string): Verdict => {
	const names = copiers(facts, context);
	const text = 'the clone plugin copies the whole server to whoever has BACKUP_ADMIN';
	return names.length === 0
		? fail(text, expected, {object, severity: 'low'})
		: fail(`${text}: ${names.join(', ')}`, expected, {object});
};

/** The X protocol is another port with the same accounts; on the server's own machine alone it is no way in. */
const judgeX = ({variables: values}: MysqlFacts, object: string): Verdict | undefined => {
	const {mysqlx_port: port = '33060', mysqlx_bind_address: address = '*'} = values.seen
		? values.value
		: {};
	return address.split(',').every(one => isLocalHost(one.trim()))
		? undefined
		: fail(
				`the X protocol listens on a port of its own (${port} of ${address}), whose TLS dbvet does not look at`,
				expected,
				{object, severity: 'info'},
			);
};

const judgePlugin = (
	facts: MysqlFacts,
	context: JudgeContext,
	{name, status}: Plugin,
): Verdict | undefined => {
	if (status.toUpperCase() !== 'ACTIVE') return undefined;
	switch (name.toLowerCase()) {
		case 'daemon_memcached':
			return fail('daemon_memcached serves tables over memcached, without accounts', expected, {
				object: name,
				severity: 'high',
			});
		case 'handlersocket':
			return fail('HandlerSocket serves tables beside the accounts', expected, {
				object: name,
				severity: 'high',
			});
		case 'clone':
			return judgeClone(facts, context, name);
		case 'mysql_old_password':
			// MariaDB has it built in; what counts is whether an account uses it, which another check tells.
			return undefined;
		case 'mysqlx':
			return judgeX(facts, name);
		default:
			return undefined;
	}
};

export const mysqlPluginsRisky = defineCheck({
	id: 'mysql-plugins-risky',
	title: 'No plugin opens another way in',
	question: 'Is no plugin active that lets data out beside the accounts?',
	why: 'A memcached interface asks for no password, and a second port is easily forgotten in the firewall.',
	severity: 'medium',
	scope: 'node',
	...shownBy('plugins', 'variable mysqlx_port', 'variable mysqlx_bind_address'),
	needs: 'any account',
	remediation: {
		all: 'UNINSTALL PLUGIN …; or mysqlx = 0 under [mysqld]. On managed services remove it from the option group.',
	},
	judge: (facts, context) =>
		whenSeen(facts.plugins, expected, plugins =>
			judgeListing(plugins, expected, {
				offends: plugin => judgePlugin(facts, context, plugin),
				clean: 'none of the plugins that dbvet knows as risky is active',
			}),
		),
	examples: {
		healthy: [
			example(),
			example({plugins: listed({...active('clone'), status: 'DISABLED'})}),
			example({
				plugins: listed(active('mysqlx')),
				variables: variables({mysqlx_bind_address: '127.0.0.1,::1'}),
			}),
		],
		defective: ['daemon_memcached', 'handlersocket', 'clone', 'mysqlx'].map(name =>
			example({plugins: listed(active(name))}),
		),
		blind: [blind, example({plugins: cut()})],
	},
});
