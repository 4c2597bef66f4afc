import {createServer, type Socket} from 'node:net';

export type HostileServer = {
	readonly port: number;
	/** Connections accepted so far. */
	readonly connections: () => number;
	readonly stop: () => Promise<void>;
};

/** A server on loopback that treats every connection as `behave` says, and stops with all its sockets. */
export const startHostile = (behave: (socket: Socket) => void): Promise<HostileServer> =>
	new Promise(resolve => {
		const sockets = new Set<Socket>();
		let count = 0;
		const server = createServer(socket => {
			count += 1;
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.once('close', () => sockets.delete(socket));
			behave(socket);
		});
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve({
				port: typeof address === 'object' && address !== null ? address.port : 0,
				connections: () => count,
				stop: () =>
					new Promise(done => {
						for (const socket of sockets) socket.destroy();
						server.close(() => done());
					}),
			});
		});
	});

/** Writes without end, as fast as the peer reads. */
export const flood = (socket: Socket, chunk: Buffer): void => {
	const more = (): void => {
		while (!socket.destroyed && socket.write(chunk));
	};
	socket.on('drain', more);
	more();
};
