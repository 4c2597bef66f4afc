import {blind, cut, example, listed, settings} from '../examples.js';
import {customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {
	defineCheck,
	fail,
	inDatabase,
	notApplicable,
	pass,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';

const expected = 'the extension pgaudit is created where its library is loaded';

export const pgPgauditExtensionCreated = defineCheck({
	id: 'pg-pgaudit-extension-created',
	title: 'pgAudit names the objects that DDL changes',
	question: 'Is the extension pgaudit created in the database, besides its library being loaded?',
	why: 'The library alone records that a table was altered; which one is told by the event triggers that CREATE EXTENSION brings.',
	severity: 'low',
	needs: 'any login role',
	remediation: {all: 'CREATE EXTENSION pgaudit; in each database.'},
	judge: facts =>
		withValues(facts, expected, {'pgaudit.log': customSetting}, values =>
			values['pgaudit.log'] === undefined
				? [notApplicable('pgAudit is not loaded', expected)]
				: whenSeen(facts.extensions, expected, extensions => {
						if (extensions.items.some(({name}) => name === 'pgaudit'))
							return [pass(`created ${inDatabase(facts)}`, expected)];
						return extensions.complete
							? [fail(`loaded, but not created ${inDatabase(facts)}`, expected)]
							: [
									unknown(
										{
											seen: false,
											reason: 'limit-exceeded',
											detail: 'there are more extensions than dbvet reads',
										},
										expected,
									),
								];
					}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({extensions: listed({name: 'plpgsql', version: '1.0', schema: 'pg_catalog'})}),
		],
		blind: [blind, example({extensions: cut()})],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
