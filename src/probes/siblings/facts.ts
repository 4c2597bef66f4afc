import type {Engine} from '../../domain/target.js';
import type {Observed} from '../engine/check.js';
import type {Kind} from '../engine/address-kind.js';
import type {HttpAnswer} from '../wire/http-get.js';

/** What answered at one port besides those that the target declares. */
export type PortFacts = {
	readonly port: number;
	/** True: a connection came about. Refused and silent ports are unseen with their reason. */
	readonly open: Observed<true>;
};

/** What one page said to somebody without credentials. */
export type PageFacts = {
	readonly port: number;
	readonly path: string;
	readonly answer: Observed<Page>;
};

/** What is kept of an answer: never its text, which may hold what must not be kept. */
export type Page = {
	readonly status: number;
	/** What it was recognised as, by its words and not by the port; null for anything else. */
	readonly product: string | null;
	/** It shows names of databases or users, rules of access or passwords. */
	readonly tells: boolean;
	/** It sends on to another place, which is not followed, and which by its name is no login. */
	readonly leadsOn?: true;
};

export type SiblingFacts = {
	readonly address: string;
	readonly kind: Kind;
	/** Null where another endpoint of the same host is looked at for it. */
	readonly ports: Observed<readonly PortFacts[]> | null;
	readonly patroni: readonly PageFacts[];
	readonly metrics: readonly PageFacts[];
	readonly consoles: readonly PageFacts[];
};

const exporterOf: Readonly<Record<Engine, number>> = {
	postgresql: 9187,
	mysql: 9104,
	mariadb: 9104,
	redis: 9121,
	valkey: 9121,
};

export const patroniPort = 8008;
/** Where administrators' pages of databases usually are: pgAdmin, phpMyAdmin, Adminer, RedisInsight, Supabase Studio. */
export const consolePorts: readonly number[] = [3000, 5050, 5540, 8080, 8081];
/** Exporters of metrics: of the engine, of the machine, and of CloudNativePG. */
export const metricsPorts = (engine: Engine): readonly number[] => [exporterOf[engine], 9100, 8080];
/** SSH, etcd, remote desktop, PostgreSQL, PgBouncer and the kubelet: that they answer is the finding. */
const otherPorts: readonly number[] = [22, 2379, 3389, 5432, 6432, 10250];

/** The ports that are looked at, at most fifteen. */
export const siblingPorts = (engine: Engine): readonly number[] => [
	...new Set([patroniPort, ...metricsPorts(engine), ...consolePorts, ...otherPorts]),
];

const consoleMarks: readonly (readonly [RegExp, string])[] = [
	[/pga4_session|<title>[^<]{0,40}pgAdmin/i, 'pgAdmin'],
	[/^set-cookie: *phpMyAdmin|<title>[^<]{0,40}phpMyAdmin/im, 'phpMyAdmin'],
	[/<title>[^<]{0,60}Adminer/i, 'Adminer'],
	[/<title>[^<]{0,60}mongo-express/i, 'mongo-express'],
	[/<title>[^<]{0,60}Redis ?Insight/i, 'RedisInsight'],
	[/<title>[^<]{0,60}Supabase|^location: *\S*\/project\/default/im, 'Supabase Studio'],
];

const exporterMarks: readonly (readonly [RegExp, string])[] = [
	[/^(pg_|cnpg_)\w+/m, 'an exporter of PostgreSQL'],
	[/^mysql_\w+/m, 'an exporter of MySQL'],
	[/^redis_\w+/m, 'an exporter of Redis'],
	[/^node_\w+/m, 'an exporter of the machine'],
];

/** Reads an answer of Patroni's REST API. */
export const asPatroni = ({status, body}: HttpAnswer): Page => {
	const config = /"ttl"\s*:/.test(body) && /"loop_wait"\s*:/.test(body);
	const state = /"patroni"\s*:\s*\{/.test(body) && /"state"\s*:/.test(body);
	return {
		status,
		product: config ? 'the configuration of Patroni' : state ? 'the state of Patroni' : null,
		tells: config && /"(pg_hba|[a-z_]*password)"/i.test(body),
	};
};

/** Reads an answer in the text format of Prometheus. */
export const asMetrics = ({status, body}: HttpAnswer): Page => ({
	status,
	product: /^# (HELP|TYPE) [a-zA-Z_:]/m.test(body)
		? (exporterMarks.find(([mark]) => mark.test(body))?.[1] ?? 'an exporter of metrics')
		: null,
	tells: /\b(datname|usename|user|query|schema)="/.test(body),
});

const login = /log-?in|sign-?in|sso|saml|auth/i;

/** Reads an answer of a page for administrators. */
export const asConsole = ({status, head, body}: HttpAnswer): Page => {
	const [, place] = /^location: *(\S+)/im.exec(head) ?? [];
	const isRedirect = status >= 300 && status < 400 && place !== undefined;
	return {
		status,
		product: consoleMarks.find(([mark]) => mark.test(head) || mark.test(body))?.[1] ?? null,
		tells: false,
		...(isRedirect && !login.test(place) ? {leadsOn: true} : {}),
	};
};
