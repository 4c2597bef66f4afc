import {blind, cut, example, listed} from '../examples.js';
import {safeFunction} from '../examples-functions.js';
import {ownedByProvider} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'SECURITY DEFINER functions are executable by named roles only';
const open = {...safeFunction, publicExecute: true, publicUsage: true, creators: []};

export const pgSecdefPublicExecute = defineCheck({
	id: 'pg-secdef-public-execute',
	title: 'Privileged functions are closed for PUBLIC',
	question: 'May every role call a SECURITY DEFINER function?',
	why: 'A new function is executable by PUBLIC unless somebody takes that away, and such a function lends its owner’s rights. A function that checks its caller itself is a case for a waiver.',
	severity: 'medium',
	source: shownBy('definerFunctions'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE EXECUTE ON FUNCTION name(arguments) FROM PUBLIC; and grant it to the roles that call it.',
	},
	judge: facts =>
		whenSeen(facts.definerFunctions, expected, functions =>
			judgeListing(functions, expected, {
				offends: item => {
					if (ownedByProvider(facts, item)) return undefined;
					if (!item.publicExecute) return undefined;
					const severity =
						item.trigger || !item.publicUsage ? 'low' : item.ownerPowerful ? 'high' : 'medium';
					return fail(
						`PUBLIC may execute ${item.name} with the rights of ${item.owner} ${inDatabase(facts)}`,
						expected,
						{object: item.name, severity},
					);
				},
				clean: `PUBLIC may execute none of ${functions.items.length} SECURITY DEFINER functions ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({definerFunctions: listed(safeFunction)})],
		defective: [
			example({definerFunctions: listed(open)}),
			example({definerFunctions: listed({...open, ownerPowerful: true})}),
		],
		blind: [blind, example({definerFunctions: cut(safeFunction)})],
	},
});
