/** The CAs of providers by the names in their certificates, and where the provider hands out the certificates themselves. */
const providers: readonly {
	readonly name: RegExp;
	readonly provider: string;
	readonly where: string;
}[] = [
	{
		name: /\bAmazon RDS\b/,
		provider: 'Amazon RDS',
		where: 'the bundle of https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem',
	},
	{
		name: /\bGoogle Cloud SQL\b/,
		provider: 'Google Cloud SQL',
		where: 'what gcloud sql ssl server-ca-certs list shows for the instance',
	},
	{
		name: /\bSupabase\b/,
		provider: 'Supabase',
		where: 'the certificate in the database settings of the project',
	},
	{
		name: /CN=[0-9a-f-]{36} Project CA\b/,
		provider: 'Aiven (or DigitalOcean)',
		where: 'avn project ca-get, or doctl databases get-ca',
	},
];

/**
 * Where to look for the certificate of an issuer whose CA was not given, as a sentence. A name proves nothing, since anybody
 * can write it: it only tells whom to ask.
 */
export const whereToLook = (issuer: string): string => {
	const found = providers.find(({name}) => name.test(issuer));
	return found === undefined
		? 'If it is the CA of the provider, give it (--ca FILE)'
		: `By its name, which proves nothing, it is the CA of ${found.provider}: give dbvet ${found.where} (--ca FILE)`;
};
