import type {PlatformText} from '../../domain/platform.js';

/** How to make a server refuse what is not encrypted. */
export const enforceTls: PlatformText = {
	all: 'PostgreSQL: allow remote logins by hostssl rules only and end pg_hba.conf with "hostnossl all all all reject"; PgBouncer: client_tls_sslmode = require. MySQL and MariaDB: require_secure_transport = ON. Redis and Valkey: port 0 beside tls-port.',
	'aws-rds': 'Set rds.force_ssl = 1 in the parameter group of the instance.',
	'aws-aurora': 'Set rds.force_ssl = 1 in the cluster parameter group.',
	'google-cloud-sql': 'gcloud sql instances patch INSTANCE --ssl-mode=ENCRYPTED_ONLY',
	'azure-flexible-server':
		'az postgres flexible-server parameter set --name require_secure_transport --value ON',
	digitalocean:
		'There is no switch for this. Keep sslmode=verify-full in every client and restrict trusted sources; repeat this probe after each change.',
	supabase: 'Turn on SSL enforcement in the database settings of the project.',
	'cloudnative-pg':
		'Put "hostnossl all all all reject" first in spec.postgresql.pg_hba of the Cluster.',
	'self-managed':
		'Replace host by hostssl in pg_hba.conf, end it with "hostnossl all all all reject", and reload.',
};

/** How to leave old protocol versions behind. */
export const newerVersions: PlatformText = {
	all: 'PostgreSQL: ssl_min_protocol_version = TLSv1.2 (or TLSv1.3 where all clients allow it), and reload. MySQL and MariaDB: tls_version = TLSv1.2,TLSv1.3. Redis and Valkey: tls-protocols "TLSv1.2 TLSv1.3".',
	'aws-rds': 'Set ssl_min_protocol_version = TLSv1.2 in the parameter group.',
	'aws-aurora': 'Set ssl_min_protocol_version = TLSv1.2 in the cluster parameter group.',
	'azure-flexible-server':
		'az postgres flexible-server parameter set --name ssl_min_protocol_version --value TLSv1.2',
	'cloudnative-pg':
		'Set ssl_min_protocol_version in spec.postgresql.parameters; its default is TLSv1.3.',
};

/** How to allow strong cipher suites only. */
export const strongCiphers: PlatformText = {
	all: 'Allow ECDHE suites with AES-GCM or ChaCha20 only, for example "ECDHE+AESGCM:ECDHE+CHACHA20", or TLS 1.3 only: ssl_ciphers in PostgreSQL, ssl_cipher in MySQL and MariaDB, tls-ciphers in Redis and Valkey.',
	'aws-rds': 'Set ssl_ciphers in the parameter group to ECDHE suites with GCM.',
	'aws-aurora': 'Set ssl_ciphers in the cluster parameter group to ECDHE suites with GCM.',
};

/** How clients come to verify the server. */
export const verifiableCertificate: PlatformText = {
	all: 'Let the server present a certificate that a CA known to the clients issued for the name they use, with all intermediates; clients verify CA and name (sslmode=verify-full in PostgreSQL, VERIFY_IDENTITY in MySQL).',
	'aws-rds':
		'Give clients the global bundle of Amazon RDS and sslmode=verify-full; connect by the name that Amazon gave.',
	'aws-aurora':
		'Give clients the global bundle of Amazon RDS and sslmode=verify-full; connect by the name that Amazon gave.',
	'google-cloud-sql':
		'Use the Cloud SQL connector or Auth Proxy, or a CAS certificate with DNS names, then sslmode=verify-full.',
	'azure-flexible-server':
		'Give clients the DigiCert Global Root G2 and Microsoft RSA Root 2017 certificates and sslmode=verify-full.',
	digitalocean: 'doctl databases get-ca ID > ca.crt; give it to clients with sslmode=verify-full.',
	aiven:
		'avn project ca-get --target-filepath ca.pem; give it to clients with sslmode=verify-full.',
	'cloudnative-pg':
		'Give clients the CA of the secret CLUSTER-ca and sslmode=verify-full; connect by a name of the service.',
};

/** How to get a new certificate. */
export const newCertificate: PlatformText = {
	all: 'Have a new certificate issued with a key of at least RSA 2048 or P-256 and a SHA-256 signature, install it with its intermediates, and reload.',
	'aws-rds':
		'Rotate the server certificate: aws rds modify-db-instance --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately',
	'aws-aurora':
		'Rotate the server certificate: aws rds modify-db-instance --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately',
	'google-cloud-sql':
		'gcloud sql ssl server-ca-certs create, distribute the new CA, then gcloud sql ssl server-ca-certs rotate',
	digitalocean: 'The provider renews it: ask its support why it has not.',
	aiven: 'The provider renews it: ask its support why it has not.',
	'cloudnative-pg': 'Check the operator or cert-manager: the certificate should have been renewed.',
};

/** How passwords come to be proven instead of sent. */
export const scram: PlatformText = {
	all: 'Set password_encryption = scram-sha-256, let each user set a new password, then use scram-sha-256 in pg_hba.conf and no trust, password or md5.',
	'aws-rds':
		'Set password_encryption = scram-sha-256, renew the passwords, then rds.accepted_password_auth_method = scram.',
	'aws-aurora':
		'Set password_encryption = scram-sha-256, renew the passwords, then rds.accepted_password_auth_method = scram.',
};
