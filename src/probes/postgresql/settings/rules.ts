import {fault, fine, strange} from '../../engine/words.js';
import {asBoolean} from '../judge/settings.js';
import type {SettingRow} from './row.js';

type Judge = SettingRow['judge'];

/** A boolean that should be on (or off). */
export const mustBe =
	(wanted: boolean): Judge =>
	value => {
		const is = asBoolean(value);
		return is === undefined ? strange : is === wanted ? fine : fault();
	};

/** A word of an ordered list; fine up to and with `last`, a fault after it. */
export const upTo =
	(order: readonly string[], last: string): Judge =>
	value => {
		const index = order.indexOf(value.toLowerCase());
		return index < 0 ? strange : index <= order.indexOf(last) ? fine : fault();
	};

const provider = 'Set it in the parameter group (or server parameters) of the instance.';

/** How a setting is changed: by ALTER SYSTEM where one may, in the provider's own place elsewhere. */
export const set = (name: string, value: string): SettingRow['remediation'] => ({
	all: `ALTER SYSTEM SET ${name} = '${value}'; then SELECT pg_reload_conf(); or set it where the configuration is kept. Value: ${value}.`,
	'aws-rds': `${provider} Parameter ${name}, value ${value}.`,
	'aws-aurora': `${provider} Parameter ${name}, value ${value}, in the cluster parameter group.`,
	'google-cloud-sql': `Set the database flag ${name} to ${value}; where there is no such flag the provider decides.`,
	'azure-flexible-server': `${provider} Parameter ${name}, value ${value}.`,
	digitalocean: `Set ${name} to ${value} in the cluster’s configuration. Where it is not offered, say so in the assessment and compensate with the provider’s log forwarding.`,
	aiven: `Set pg.${name} to ${value} in the service’s advanced configuration; where it is not offered the provider decides.`,
	'cloudnative-pg': `Set ${name}: "${value}" under spec.postgresql.parameters of the Cluster.`,
});
