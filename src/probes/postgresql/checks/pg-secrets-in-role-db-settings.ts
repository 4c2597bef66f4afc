import {blind, cut, example, listed} from '../examples.js';
import {nameScope} from '../judge/overrides.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no secret is kept as a setting of a role or database';
const setting = {
	role: null,
	database: 'shop',
	name: 'app.jwt_secret',
	value: null,
	secretLike: true,
};

export const pgSecretsInRoleDbSettings = defineCheck({
	id: 'pg-secrets-in-role-db-settings',
	title: 'No secrets in settings of roles and databases',
	question: 'Is a secret stored where every login role can read it?',
	why: 'pg_db_role_setting is readable by every role that can connect. dbvet has the server compare names and shapes and never reads the value.',
	severity: 'high',
	source: shownBy('roleSettings'),
	needs: 'any login role',
	remediation: {
		all: 'Replace the secret, keep the new one in a secret manager, then ALTER DATABASE (or ROLE) name RESET setting;',
	},
	judge: facts =>
		whenSeen(facts.roleSettings, expected, overrides =>
			judgeListing(overrides, expected, {
				offends: item =>
					item.secretLike
						? fail(`${nameScope(item)}: ${item.name} looks like a secret`, expected, {
								object: `${nameScope(item)} ${item.name}`,
							})
						: undefined,
				clean: 'no setting of a role or database looks like a secret',
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({roleSettings: listed(setting)})],
		blind: [blind, example({roleSettings: cut()})],
	},
});
