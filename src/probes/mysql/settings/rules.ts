import {fault, fine, strange} from '../../engine/words.js';
import {asBoolean} from '../judge/variables.js';
import {type SettingRow} from './expand.js';

type Judge = SettingRow['judge'];

/** A boolean that should be on (or off). */
export const mustBe =
	(wanted: boolean): Judge =>
	value => {
		const is = asBoolean(value);
		return is === undefined ? strange : is === wanted ? fine : fault();
	};

const group = 'in the parameter group of the instance';

/** How a variable is changed: in the configuration file where one may, in the provider's own place elsewhere. */
export const set = (name: string, value: string): SettingRow['remediation'] => ({
	all: `Write ${name} = ${value} under [mysqld] in the configuration file and restart; what can change while the server runs also takes SET GLOBAL ${name} = ${value} (MySQL 8: SET PERSIST).`,
	'aws-rds': `Set ${name} to ${value} ${group}.`,
	'aws-aurora': `Set ${name} to ${value} in the cluster parameter group.`,
	'google-cloud-sql': `Set the database flag ${name} to ${value}; where there is no such flag the provider decides.`,
	'azure-flexible-server': `Set the server parameter ${name} to ${value}.`,
	digitalocean: `Set ${name} to ${value} in the cluster’s configuration. Where it is not offered, say so in the assessment and compensate.`,
	aiven: `Set mysql.${name} to ${value} in the service’s advanced configuration; where it is not offered the provider decides.`,
});
