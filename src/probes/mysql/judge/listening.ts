import {unseen, type Observed} from '../../engine/check.js';
import {listensOn, type TcpListening} from '../../engine/over-socket.js';
import type {MysqlFacts} from '../facts.js';

/** Variables that name an address of their own, whose listeners `skip_networking` is not documented to end. */
const besides = ['admin_address', 'mysqlx_bind_address'];

/** Where the server listens over TCP: not at all with `skip_networking` (MySQL manual, "Server System Variables"). */
export const tcpListening = ({
	variables,
}: Pick<MysqlFacts, 'variables'>): Observed<TcpListening> => {
	if (!variables.seen) return variables;
	const {skip_networking: skipped, bind_address: bound = '*'} = variables.value;
	if (skipped === undefined)
		return unseen('unexpected-reply', {detail: 'the server does not show skip_networking'});
	const others = besides.flatMap(name => {
		const value = variables.value[name] ?? '';
		return value === '' ? [] : [`${name} = ${value}`];
	});
	if (skipped.toUpperCase() !== 'ON')
		return listensOn([bound], `skip_networking = ${skipped}, bind_address = ${bound}`);
	return others.length === 0
		? listensOn([], 'skip_networking = ON')
		: unseen('address-not-declared', {
				detail: `skip_networking = ON, but ${others.join(', ')}: whether anything listens there is not shown`,
			});
};
