import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed} from '../examples.js';
import type {Plugin} from '../facts/server.js';
import {defineCheck} from '../judge/verdicts.js';
import type {Verdict} from '../../engine/check.js';

const expected = 'no plugin that opens another way in';
const active = (name: string): Plugin => ({name, status: 'ACTIVE', type: 'DAEMON'});

const judgePlugin = ({name, status}: Plugin): Verdict | undefined => {
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
			return fail(
				'the clone plugin copies the whole server to whoever has BACKUP_ADMIN',
				expected,
				{
					object: name,
					severity: 'low',
				},
			);
		case 'mysql_old_password':
			// MariaDB has it built in; what counts is whether an account uses it, which another check tells.
			return undefined;
		case 'mysqlx':
			return fail('the X protocol listens on a port of its own (33060)', expected, {
				object: name,
				severity: 'info',
			});
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
	needs: 'any account',
	remediation: {
		all: 'UNINSTALL PLUGIN …; or mysqlx = 0 under [mysqld]. On managed services remove it from the option group.',
	},
	judge: facts =>
		whenSeen(facts.plugins, expected, plugins =>
			judgeListing(plugins, expected, {
				offends: judgePlugin,
				clean: 'none of the plugins that dbvet knows as risky is active',
			}),
		),
	examples: {
		healthy: [example(), example({plugins: listed({...active('clone'), status: 'DISABLED'})})],
		defective: ['daemon_memcached', 'handlersocket', 'clone', 'mysqlx'].map(name =>
			example({plugins: listed(active(name))}),
		),
		blind: [blind, example({plugins: cut()})],
	},
});
