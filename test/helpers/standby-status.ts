import type pg from 'pg';

/**
 * Tells the server, over a connection that replicates, that everything up to a place was written, flushed and replayed, as a
 * standby does (PostgreSQL manual, Streaming Replication Protocol: Standby status update in a CopyData message).
 * @param place two numbers in hexadecimal, for example `0/1A2B3C`
 */
export const sendStandbyStatus = (client: pg.Client, place: string): void => {
	const [high = '0', low = '0'] = place.split('/');
	const lsn = (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
	const message = Buffer.alloc(39);
	message.write('d', 0);
	message.writeInt32BE(38, 1);
	message.write('r', 5);
	for (const at of [6, 14, 22]) message.writeBigInt64BE(lsn, at);
	(
		client as unknown as {connection: {stream: {write(data: Buffer): void}}}
	).connection.stream.write(message);
};
