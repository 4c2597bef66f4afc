import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no mapping with password_required = false';
const item = {
	kind: 'mapping',
	server: 'far',
	user: 'shop_app',
	visible: true,
	password: false,
	passwordNotRequired: true,
} as const;

export const pgFdwPasswordRequiredFalse = defineCheck({
	id: 'pg-fdw-password-required-false',
	title: 'Foreign servers ask for a password',
	question: 'Does every user mapping that others use demand a password?',
	why: 'With password_required = false a role reaches other servers with what the server itself is trusted for: its certificate, its system user, or a trust rule.',
	severity: 'medium',
	source: shownBy('foreignSecrets'),
	needs: 'any login role',
	remediation: {
		all: "ALTER USER MAPPING FOR role SERVER name OPTIONS (SET password_required 'true');",
	},
	judge: facts =>
		whenSeen(facts.foreignSecrets, expected, secrets => {
			const verdicts = judgeListing(secrets, expected, {
				offends: ({server, user, passwordNotRequired}) =>
					passwordNotRequired
						? fail(
								`the mapping of ${user ?? ''} to ${server} asks for no password ${inDatabase(facts)}`,
								expected,
								{object: `${user ?? ''} ${server}`},
							)
						: undefined,
				clean: `no mapping leaves the password out ${inDatabase(facts)}`,
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
		healthy: [example()],
		defective: [example({foreignSecrets: listed(item)})],
		blind: [
			blind,
			example({foreignSecrets: cut()}),
			example({foreignSecrets: listed({...item, visible: false, passwordNotRequired: false})}),
		],
	},
});
