import {allParts, fail, judgeListing, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed, variables} from '../examples.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no functions from libraries but those that you installed on purpose';
/** Libraries that run commands of the operating system, seen in attacks again and again. */
const known = /mysqludf_sys|raptor_udf|udf.*(exec|shell|cmd)|lib_mysqludf/i;

export const mysqlSuspiciousUdf = defineCheck({
	id: 'mysql-suspicious-udf',
	title: 'No foreign code runs inside the server',
	question: 'Are there no functions that were loaded from libraries?',
	why: 'Such a function runs as the server itself. Attackers install lib_mysqludf_sys to run commands: its presence means that the machine is lost.',
	severity: 'medium',
	...shownBy('udfs', 'variable allow_suspicious_udfs'),
	needs: 'SELECT on mysql.func',
	remediation: {
		all: 'Find out who installed it and why; DROP FUNCTION … if nobody did. After lib_mysqludf_sys build the machine anew and change every password it held.',
	},
	judge: facts =>
		allParts(
			whenSeen(facts.udfs, expected, udfs =>
				judgeListing(udfs, expected, {
					clean: 'mysql.func holds no functions',
					offends: ({name, library}) =>
						fail(`${name} from ${library}`, expected, {
							object: name,
							...(known.test(library) ? {severity: 'critical' as const} : {}),
						}),
				}),
			),
			whenSeen(facts.variables, expected, ({allow_suspicious_udfs: allowed}) => [
				allowed !== undefined && asBoolean(allowed) !== false
					? fail(`allow_suspicious_udfs = ${allowed}`, expected, {object: 'allow_suspicious_udfs'})
					: pass('and no variable says that suspicious ones are taken', expected),
			]),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({udfs: listed({name: 'metaphon', library: 'metaphone.so'})}),
			example({udfs: listed({name: 'sys_exec', library: 'lib_mysqludf_sys.so'})}),
			example({variables: variables({allow_suspicious_udfs: 'ON'})}),
		],
		blind: [blind, example({udfs: cut()})],
	},
});
