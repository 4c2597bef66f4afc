import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pw = base64('hunter2');
const url = base64('postgres://app:hunter2@db.example.com/shop');
const redacted = '[redacted: value of a Kubernetes Secret]';

const manifest = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: ${pw}
---
apiVersion: v1
data:
  username: ${base64('app')}
  # The owner of the database.
  pg: ${pw} # until May
  "quoted": "${pw}"
  long: |
    aHVudGVy
    Mg==
kind: Secret
metadata:
  labels:
    data: kept
  name: db
type: Opaque
`;

describe('a Kubernetes Secret', () => {
	it('loses its values, and keeps names, comments and other objects', () => {
		const {text} = redactSecrets(manifest);
		expect(text).toBe(
			manifest
				.replace(`pg: ${pw}`, `pg: ${redacted}`)
				.replace(`"${pw}"`, `"${redacted}"`)
				.replace('    aHVudGVy\n    Mg==', `    ${redacted}\n`),
		);
		expect(redactSecrets(text).redacted).toEqual([]);
	});

	it.each([
		[
			'in a list',
			`items:\n- apiVersion: v1\n  data:\n    pg: ${pw}\n  kind: Secret\n- data:\n    a: kept\n  kind: ConfigMap\n`,
		],
		['with stringData', 'kind: Secret\nstringData:\n  pg: hunter2\n'],
		['with CRLF', `kind: Secret\r\ndata:\r\n  pg: ${pw}\r\n`],
		['in one line', `kind: Secret\ndata: {pg: ${pw}, other: "${pw}"}\n`],
		['as JSON', JSON.stringify({data: {pg: pw, username: 'kept'}, kind: 'Secret'}, null, 2)],
		['as JSON, kind first', JSON.stringify({kind: 'Secret', data: {pg: pw}, type: 'Opaque'})],
		[
			'in a list as JSON',
			JSON.stringify({
				kind: 'List',
				items: [
					{kind: 'ConfigMap', data: {a: 'kept'}},
					{kind: 'Secret', data: {pg: pw}},
				],
			}),
		],
		[
			'as it was applied last',
			`metadata:\n  annotations:\n    last: |\n      ${JSON.stringify({kind: 'Secret', data: {pg: pw}})}\n`,
		],
		[
			'as it was applied last, as JSON',
			JSON.stringify({
				kind: 'List',
				annotations: {last: JSON.stringify({data: {pg: pw}, kind: 'Secret'})},
			}),
		],
		['whose value is a URL', `kind: Secret\ndata:\n  url: ${url}\n`],
	])('%s', (_name, text) => {
		const result = redactSecrets(text);
		expect(result.redacted.length).toBeGreaterThan(0);
		for (const gone of [pw, url, 'hunter2']) expect(result.text).not.toContain(gone);
		expect(result.text.includes('kept')).toBe(text.includes('kept'));
		expect(redactSecrets(result.text)).toEqual({text: result.text, redacted: []});
	});

	it('tells a private key from a password', () => {
		const key = base64('-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\n');
		const text = `kind: Secret\ndata:\n  tls.key: ${key}\n  pg: ${pw}\n`;
		expect(redactSecrets(text).redacted).toEqual([
			{kind: 'private key in base64', line: 3},
			{kind: 'value of a Kubernetes Secret', line: 4},
		]);
	});

	it.each([
		[
			'a certificate',
			`kind: Secret\ndata:\n  tls.crt: ${base64('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')}\n`,
		],
		['a place', 'kind: Secret\nstringData:\n  a: ${DB_PW}\n  b: <path:kv/data/db#pw>\n  c: ""\n'],
		['another kind', `kind: ConfigMap\ndata:\n  pg: ${pw}\n`],
		['a sealed one', 'kind: SealedSecret\nspec:\n  encryptedData:\n    pg: AgBy3i4OJSWK\n'],
		[
			'one from outside',
			'kind: ExternalSecret\nspec:\n  data:\n  - remoteRef:\n      key: prod/db\n',
		],
		['a reference to one', 'tls:\n- kind: Secret\n  name: db-tls\ndata:\n  a: kept\n'],
		['prose', 'Each kind: Secret of the cluster is encrypted.\ndata: at rest\n'],
	])('%s stays', (_name, text) => {
		expect(redactSecrets(text)).toEqual({text, redacted: []});
	});
});
