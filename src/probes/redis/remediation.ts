import type {PlatformText} from '../../domain/platform.js';

/** How a login is made necessary. */
export const requireLogin: PlatformText = {
	all: 'Create a user for each application (ACL SETUSER shop_app on >PASSWORD ~shop:* +@read +@write -@dangerous -@scripting), move the clients to it, then ACL SETUSER default off. Where clients know no user names: ACL SETUSER default resetpass >PASSWORD. Keep it: ACL SAVE or CONFIG REWRITE. On ElastiCache switch on RBAC or an AUTH token, on Memorystore AUTH or IAM.',
	aiven: 'Create service users with their own ACL rules and stop using avnadmin for applications.',
	digitalocean: 'Create users with ACL rules of their own; the default user always has a password.',
};

/** How plaintext is switched off. */
export const onlyTls: PlatformText = {
	all: 'Set tls-port with tls-cert-file, tls-key-file and tls-ca-cert-file, move all clients to rediss://, then set port 0; replicas with tls-replication yes. On ElastiCache: TransitEncryptionMode=required; on Azure: disable the non-TLS port; on Memorystore: TransitEncryptionMode=SERVER_AUTHENTICATION.',
	aiven: 'Set valkey_ssl (redis_ssl) to true in the service’s advanced configuration.',
	digitalocean: 'Set valkey_ssl (redis_ssl) to true with the configuration API.',
};

/** How a setting is changed where one may. */
export const setTo = (name: string, value: string): PlatformText => ({
	all: `Set ${name} ${value} in redis.conf (valkey.conf) or with CONFIG SET followed by CONFIG REWRITE; some settings need a restart.`,
});
