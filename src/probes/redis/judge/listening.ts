import {seen, unseen, type Observed} from '../../engine/check.js';
import {listensOn, type TcpListening} from '../../engine/over-socket.js';
import type {RedisFacts} from '../facts.js';
import {isSince, settingOf} from '../kit.js';

/** Where the server listens over TCP: nowhere with `port 0` and `tls-port 0` (redis.conf). */
export const tcpListening = (facts: RedisFacts): Observed<TcpListening> => {
	const port = settingOf(facts, 'port');
	// Before Redis 6 there was no TLS and no such setting.
	const isOld = facts.info.seen && !isSince(facts.info.value, '6.0.0');
	const tlsPort = isOld ? seen('0') : settingOf(facts, 'tls-port');
	if (!port.seen) return port;
	if (!tlsPort.seen) return tlsPort;
	const ports = [port.value, tlsPort.value];
	const shown = isOld ? `port ${port.value}` : `port ${port.value}, tls-port ${tlsPort.value}`;
	if (ports.some(one => !/^\d{1,5}$/.test(one)))
		return unseen('unexpected-reply', {detail: `${shown}: no ports`});
	return listensOn(
		ports.filter(one => Number(one) !== 0),
		shown,
	);
};
