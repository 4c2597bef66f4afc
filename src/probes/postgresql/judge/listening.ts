import type {Observed} from '../../engine/check.js';
import {listensOn, type TcpListening} from '../../engine/over-socket.js';
import type {PostgresFacts} from '../facts.js';
import {settingOf} from './settings.js';

/** Where the server listens over TCP: an empty `listen_addresses` means Unix sockets alone (manual, "Connection Settings"). */
export const tcpListening = (facts: PostgresFacts): Observed<TcpListening> => {
	const setting = settingOf(facts, 'listen_addresses');
	if (setting?.seen !== true) return setting ?? {seen: false, reason: 'hidden-by-provider'};
	const {value} = setting.value;
	return listensOn(
		value.split(',').filter(one => one.trim() !== ''),
		value.trim() === '' ? 'listen_addresses is empty' : `listen_addresses = ${value}`,
	);
};
