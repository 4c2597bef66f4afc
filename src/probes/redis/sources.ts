/** The commands that show settings, one for each: before Redis 7 CONFIG GET takes a single name. */
const configGet = (...names: readonly string[]): string =>
	names.map(name => `CONFIG GET ${name}`).join('; ');

const ports = configGet('port', 'tls-port');

/** What shows what, for redis-cli or valkey-cli. The sections of INFO are those that hold what is judged. */
export const shownBy = {
	configGet,
	ports,
	users: 'ACL LIST',
	clients: 'CLIENT LIST',
	server: 'INFO server',
	replication: 'INFO replication',
	persistence: 'INFO persistence',
	/** Before any login, over TLS where it is spoken. */
	stranger: 'PING before any login',
	clearPorts: 'PING in clear, to the declared port and to 6379',
} as const;

/** Several of them, what matters most first. */
export const all = (...commands: readonly string[]): string => commands.join('; ');
