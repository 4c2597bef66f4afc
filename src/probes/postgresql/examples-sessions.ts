import type {SessionGroup} from './facts/server.js';

/** Two encrypted sessions of an application. */
export const sessionGroup: SessionGroup = {
	user: 'shop_app',
	database: 'shop',
	application: 'shop',
	address: '10.0.0.7',
	loopback: false,
	replication: false,
	encrypted: true,
	tlsVersion: 'TLSv1.3',
	cipher: 'TLS_AES_256_GCM_SHA384',
	sessions: 2,
	oldestSeconds: 600,
};
