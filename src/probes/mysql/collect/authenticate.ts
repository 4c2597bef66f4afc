import {createHash} from 'node:crypto';
import {plainText} from '../../../domain/text.js';
import {WireFailure} from '../../engine/connection.js';
import {
	capabilitiesInClear,
	clientCapabilities,
	clientHead,
	mysqlPacket,
	readMysqlPacket,
	refusalOf,
	type MysqlRefusal,
} from '../../wire/mysql.js';
import {fieldsOf} from '../../wire/mysql-fields.js';
import type {Reader} from '../../wire/reader.js';
import {signWithPassword} from './ed25519.js';

/** A channel whose peer was verified, or whose lack of proof the user accepted: passwords go nowhere else. */
type Channel = {
	readonly reader: Reader;
	readonly write: (bytes: Buffer) => void;
	/** False over a Unix socket without TLS. */
	readonly tls: boolean;
};

type Credentials = {
	readonly user: string;
	/** Empty for an account without a password, for example one that a client certificate proves. */
	readonly password: string;
	readonly plugin: string;
	readonly scramble: Buffer;
};

const sha = (kind: 'sha1' | 'sha256', ...parts: readonly (Buffer | string)[]): Buffer =>
	parts.reduce((hash, part) => hash.update(part), createHash(kind)).digest();

const xor = (a: Buffer, b: Buffer): Buffer =>
	Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));

/** SHA1(password) XOR SHA1(scramble + SHA1(SHA1(password))) ("Native Authentication"). */
const nativeProof = (password: string, random: Buffer): Buffer => {
	const scramble = random.subarray(0, 20);
	const once = sha('sha1', password);
	return xor(once, sha('sha1', scramble, sha('sha1', once)));
};

/** SHA256(password) XOR SHA256(SHA256(SHA256(password)) + scramble) ("Caching SHA-2 Authentication"). */
const cachingProof = (password: string, random: Buffer): Buffer => {
	const scramble = random.subarray(0, 20);
	const once = sha('sha256', password);
	return xor(once, sha('sha256', sha('sha256', once), scramble));
};

/** The password itself: only for plugins that want it, and reached only inside TLS and over a Unix socket. */
const inClear = (password: string): Buffer => Buffer.from(`${password}\0`, 'utf8');

const answers: Readonly<Record<string, (password: string, scramble: Buffer) => Buffer>> = {
	mysql_native_password: nativeProof,
	caching_sha2_password: cachingProof,
	sha256_password: password => inClear(password),
	client_ed25519: (password, random) => signWithPassword(password, random.subarray(0, 32)),
};

const refusedPlugins: Readonly<Record<string, string>> = {
	mysql_clear_password:
		'the server asks for the password in clear (mysql_clear_password), which dbvet never gives',
	mysql_old_password: 'the server asks for the broken login of MySQL 4.0 (mysql_old_password)',
};

const answer = (plugin: string, {password}: Credentials, scramble: Buffer): Buffer => {
	const proof = Object.hasOwn(answers, plugin) ? answers[plugin] : undefined;
	if (proof !== undefined) return password === '' ? Buffer.alloc(0) : proof(password, scramble);
	const why = Object.hasOwn(refusedPlugins, plugin) ? refusedPlugins[plugin] : undefined;
	throw new WireFailure(
		'client-cannot-offer',
		why ?? `the account logs in with ${plainText(plugin, 60)}, which dbvet does not speak`,
	);
};

const withLength = (bytes: Buffer): Buffer => {
	if (bytes.length < 0xfb) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
	const head = Buffer.from([0xfc, 0, 0]);
	head.writeUInt16LE(bytes.length, 1);
	return Buffer.concat([head, bytes]);
};

/** Shown to administrators in performance_schema.session_connect_attrs and in ProxySQL: a name, and nothing of this machine. */
const attributes = withLength(
	Buffer.concat(
		['program_name', 'dbvet', '_client_name', 'dbvet'].map(text => withLength(Buffer.from(text))),
	),
);

/** What the server names first is a guess, it does not know the account yet; it asks again when it was wrong. */
const firstPlugin = ({plugin}: Credentials): string =>
	plugin === 'mysql_native_password' ? plugin : 'caching_sha2_password';

const handshakeResponse = (credentials: Credentials, tls: boolean): Buffer => {
	const {user, scramble} = credentials;
	if (user.includes('\0'))
		throw new WireFailure('client-cannot-offer', 'a name with a NUL character cannot be sent');
	const first = firstPlugin(credentials);
	return Buffer.concat([
		clientHead(tls ? clientCapabilities : capabilitiesInClear),
		Buffer.from(`${user}\0`, 'utf8'),
		withLength(answer(first, credentials, scramble)),
		Buffer.from(`${first}\0`, 'latin1'),
		attributes,
	]);
};

/** A login takes two or three packets of a server; one that asks on and on is not followed. */
const mostPackets = 8;

type AuthSwitch = {readonly plugin: string; readonly scramble: Buffer};

/** An AuthSwitchRequest; one without a plugin's name is the old one for mysql_old_password. */
const switchOf = (body: Buffer): AuthSwitch => {
	const fields = fieldsOf(body);
	fields.number(1);
	if (fields.left() === 0) return {plugin: 'mysql_old_password', scramble: Buffer.alloc(0)};
	const plugin = fields.untilZero().toString('latin1');
	return {plugin, scramble: Buffer.from(fields.bytes(fields.left()))};
};

/**
 * Proves who we are. Undefined when the server let us in, else its refusal.
 * @throws WireFailure `client-cannot-offer` for ways to log in that dbvet does not know or refuses
 */
export const authenticate = async (
	{reader, write, tls}: Channel,
	credentials: Credentials,
): Promise<MysqlRefusal | undefined> => {
	// The request for TLS was a packet of its own.
	write(mysqlPacket(tls ? 2 : 1, handshakeResponse(credentials, tls)));
	let plugin = firstPlugin(credentials);
	for (let count = 0; count < mostPackets; count += 1) {
		const {sequence, body} = await readMysqlPacket(reader);
		const reply = (bytes: Buffer): void => write(mysqlPacket(sequence + 1, bytes));
		switch (body[0]) {
			case 0x00:
				return undefined;
			case 0xff:
				return refusalOf(body);
			case 0xfe: {
				const wanted = switchOf(body);
				plugin = wanted.plugin;
				reply(answer(plugin, credentials, wanted.scramble));
				break;
			}
			case 0x01:
				// 3: the server knew the proof. 4: it wants the password itself, which is why this is spoken inside TLS or over a socket only.
				if (body[1] === 4 && plugin === 'caching_sha2_password')
					reply(inClear(credentials.password));
				else if (body[1] !== 3)
					throw new WireFailure('unexpected-reply', 'a login step that dbvet does not know');
				break;
			case undefined:
			default:
				throw new WireFailure('unexpected-reply', 'the login was answered with gibberish');
		}
	}
	throw new WireFailure('unexpected-reply', 'the server asks for one proof after the other');
};
