import {blind, cut, example, listed} from '../examples.js';
import type {ForeignSecret} from '../facts/exposure.js';
import {defineCheck, fail, inDatabase, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no password among the options of foreign servers, tables, columns, wrappers and user mappings';
const mapping: ForeignSecret = {
	kind: 'mapping',
	server: 'far',
	user: 'shop_app',
	visible: true,
	password: true,
	passwordNotRequired: false,
};

export const pgPasswordInUsermapping = defineCheck({
	id: 'pg-password-in-usermapping',
	title: 'No passwords stored for foreign data',
	question: 'Do foreign servers, tables, wrappers and user mappings go without a stored password?',
	why: 'Options of a server, a table, a column and a wrapper can be read by everybody, the command that file_fdw runs too. Those of a mapping are stored in clear: its role, the owner of the server, superusers and every dump have them.',
	severity: 'high',
	source: shownBy('foreignSecrets'),
	needs:
		'any login role; options of mappings are shown to their role, the owner of the server and superusers',
	remediation: {
		all: 'Let the server log in with a client certificate (sslcert, sslkey) or a passfile, ALTER … OPTIONS (DROP password), and change the password.',
	},
	judge: facts =>
		whenSeen(facts.foreignSecrets, expected, secrets => {
			const verdicts = judgeListing(secrets, expected, {
				offends: ({kind, server, user, password}) => {
					if (!password) return undefined;
					const mapped = `${user ?? ''} ${server}`;
					return fail(
						`${kind === 'mapping' ? `the mapping of ${user ?? ''} to ${server}` : `${kind === 'wrapper' ? 'foreign-data wrapper' : `foreign ${kind}`} ${server}`} holds a password or key ${inDatabase(facts)}`,
						expected,
						{
							object: `${kind} ${kind === 'mapping' ? mapped : server}`,
							...(kind === 'mapping'
								? {severity: user === 'PUBLIC' ? ('medium' as const) : ('low' as const)}
								: {}),
						},
					);
				},
				clean: `no foreign server, table, column or wrapper and no mapping holds a password or key ${inDatabase(facts)}`,
			});
			const hidden = secrets.items.filter(({visible}) => !visible);
			return hidden.length > 0 && verdicts.every(({outcome}) => outcome === 'pass')
				? [
						unknown(
							{
								seen: false,
								reason: 'permission-denied',
								detail: `the options of ${hidden.length} user mappings are not shown to this role ${inDatabase(facts)}`,
							},
							expected,
						),
					]
				: verdicts;
		}),
	examples: {
		healthy: [example(), example({foreignSecrets: listed({...mapping, password: false})})],
		defective: [
			example({foreignSecrets: listed(mapping)}),
			example({foreignSecrets: listed({...mapping, user: 'PUBLIC'})}),
			...(['server', 'table', 'column', 'wrapper'] as const).map(kind =>
				example({foreignSecrets: listed({...mapping, kind, user: null})}),
			),
		],
		blind: [
			blind,
			example({foreignSecrets: cut()}),
			example({foreignSecrets: listed({...mapping, password: false, visible: false})}),
		],
	},
});
