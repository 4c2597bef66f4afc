import {posix} from 'node:path';
import {seen} from '../../engine/check.js';
import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example, mariadb, observer} from '../examples.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'a folder of its own, or (MySQL) NULL';
const mysqlWith = (secureFilePriv: string | null) =>
	example({observer: seen({...observer, secureFilePriv})});
const mariadbWith = (secureFilePriv: string | null) =>
	example({observer: seen({...mariadb, secureFilePriv})});

/** Folders that the system and everybody on it share. */
const shared =
	/^\/((var\/)?tmp|etc|usr|bin|sbin|lib|lib64|var|home|root|opt|srv|run|proc|dev|boot)\/?$/;

/** Folders whose files a web server hands out or runs, or the machine runs by itself (Filesystem Hierarchy Standard 3.0). */
const served =
	/^\/(var\/www|srv\/(www|http)|usr\/(share|local)\/(nginx|apache2?|www)|etc|var\/spool\/cron|root|home\/[^/]+\/\.ssh)\//;

/** Why a folder is no folder of its own; undefined when nothing is seen against it. */
const wideFolder = (folder: string, data: string | undefined): string | undefined => {
	const place = `${posix.resolve('/', folder.trim())}/`.replace(/\/+$/, '/');
	if (folder.trim() === '' || place === '/') return 'every folder';
	if (!folder.trim().startsWith('/') && !/^[a-z]:/i.test(folder)) return 'a folder beside the data';
	if (
		data !== undefined &&
		(`${data}/`.startsWith(place) || place.startsWith(`${data}/`.replace(/\/+$/, '/')))
	)
		return `it shares the folder of the data, ${data}`;
	if (served.test(place)) return 'what lies there is handed out, or run';
	return shared.test(place) ? 'the whole machine uses that folder' : undefined;
};

export const mysqlSecureFilePriv = defineCheck({
	id: 'mysql-secure-file-priv',
	title: 'SQL reads and writes files in one folder at most',
	question: 'Are LOAD DATA, SELECT INTO OUTFILE and LOAD_FILE kept to one folder or switched off?',
	why: 'Without a limit an account with FILE reads the server’s keys and writes where programs look. Mind the difference: NULL switches them off in MySQL, and sets no limit in MariaDB.',
	severity: 'high',
	scope: 'node',
	...shownBy('observer', 'variable datadir'),
	needs: 'any account',
	remediation: {
		all: 'Write secure_file_priv = /var/lib/mysql-files (a folder that nothing else uses; MySQL: or NULL) under [mysqld] and restart.',
	},
	judge: facts =>
		whenSeen(facts.observer, expected, ({product, secureFilePriv: value}) => {
			const data = facts.variables.seen ? facts.variables.value.datadir : undefined;
			const shown = `secure_file_priv = ${value === null ? 'NULL' : `'${value}'`}`;
			const source = 'SELECT @@global.secure_file_priv';
			const off = value === null || value.toUpperCase() === 'NULL';
			if (off)
				return [
					product === 'mysql'
						? pass(`${shown}: switched off`, expected, {source})
						: fail(`${shown}: no limit in MariaDB`, expected, {source}),
				];
			const wide = wideFolder(value, data);
			if (wide !== undefined) return [fail(`${shown}: ${wide}`, expected, {source})];
			return whenSeen(facts.variables, expected, () => [pass(shown, expected, {source})]);
		}),
	examples: {
		healthy: [
			mysqlWith(null),
			mysqlWith('NULL'),
			mysqlWith('/var/lib/mysql-files/'),
			mariadbWith('/srv/in/'),
		],
		defective: [
			mysqlWith('/var/www/html/'),
			mysqlWith('/etc/cron.d/'),
			mysqlWith(''),
			mysqlWith('/'),
			mariadbWith(null),
			mariadbWith(''),
			mysqlWith('/var/lib/'),
			mysqlWith('/var/lib/mysql/shop/'),
			mysqlWith('/tmp/'),
			mysqlWith('/srv/..'),
		],
		blind: [blind],
	},
});
