import {seen, unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, exposureCheck, vantage, lookUp, declaration} from '../kit.js';

const expected = 'the name leads to an address';

/** Zones in which providers make names for databases: there every network is told the same. */
const providerZones =
	/\.(rds|cache)\.amazonaws\.com(\.cn)?$|\.(postgres|mysql)\.database\.azure\.com$|\.redis\.cache\.windows\.net$|\.db\.ondigitalocean\.com$|\.aivencloud\.com$|\.supabase\.(co|com)$|\.neon\.tech$/i;

export const netDanglingEndpoint = exposureCheck({
	id: 'net-dangling-endpoint',
	title: 'The name still leads somewhere',
	question: 'Does the name of the endpoint still lead to an address?',
	why: 'A name that was given up may be given to somebody else, who then receives the passwords of every client that still has it in its settings.',
	severity: 'medium',
	source: lookUp,
	remediation: {
		all: 'Find out whether the database is gone. Then remove its name from settings, secrets and code, and retire the target; else mend the DNS record.',
	},
	judge: ({known, byAddress, host}) => {
		if (byAddress)
			return [
				{...notApplicable('the endpoint is given by its address', expected), source: declaration},
			];
		return whenSeen(known, expected, there => {
			if (there) return [pass(`${vantage}, ${host} leads to an address`, expected)];
			return providerZones.test(host)
				? [fail(`${vantage}, there is no ${host} any more in the provider’s zone`, expected)]
				: [
						unknown(
							unseen('name-not-resolved', {
								detail: `${vantage}, there is no name ${host}; a name of an inner network may be known there only`,
							}),
							expected,
						),
					];
		});
	},
	examples: {
		healthy: [example()],
		defective: [
			example({
				host: 'old.abc123.eu-central-1.rds.amazonaws.com',
				known: seen(false),
			}),
		],
		blind: [blind, example({known: seen(false)})],
		notApplicable: [example({byAddress: true, host: '10.0.0.5'})],
	},
});
