import type {FoundSecret} from './found.js';
import {jsonSecrets} from './kubernetes-json.js';
import {yamlSecrets} from './kubernetes-yaml.js';
import {isPlaceholder} from './placeholder.js';

const mentioned = /\bkind\\{0,3}["']?[ \t]{0,8}:\s{0,8}\\{0,3}["']?Secret\b/;
/** Entries that say where and as whom one logs in; operators of databases write them beside the password. */
const open =
	/^(?:user(?:name)?|login|host(?:name)?|server|port|db(?:name)?|database|schema|namespace|engine|type|provider|region|bucket|endpoint|ssl-?mode|role|version|alias|enabled?)$/i;
const publicPem =
	/-----BEGIN (?:TRUSTED )?(?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|X509 CRL|CERTIFICATE REQUEST|DH PARAMETERS)-----/;

/** Certificates and public keys, in base64 or as they are: anybody may have them. */
const isPublic = (value: string): boolean => {
	const text = publicPem.test(value.slice(0, 200))
		? value
		: Buffer.from(value, 'base64').toString('latin1');
	return publicPem.test(text.slice(0, 200)) && !text.includes('PRIVATE KEY');
};

/**
 * The values of Secrets of Kubernetes in manifests and in what kubectl prints, as YAML or JSON: whatever they are called, they
 * were put there to be secret. Names, public certificates, and places where a value comes from stay.
 */
export const kubernetesSecrets = (text: string): readonly FoundSecret[] => {
	if (!mentioned.test(text)) return [];
	return [...yamlSecrets(text), ...jsonSecrets(text)].flatMap(({key, start, end}) => {
		const value = text.slice(start, end);
		if (value === '' || open.test(key) || isPlaceholder(value.slice(0, 400))) return [];
		return isPublic(value) ? [] : [{kind: 'value of a Kubernetes Secret', start, end}];
	});
};
