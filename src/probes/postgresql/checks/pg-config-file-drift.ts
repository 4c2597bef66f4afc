import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the server took over every line of its configuration files';
const line = {place: 'postgresql.conf:12', name: 'log_statement', waitsForRestart: false};

export const pgConfigFileDrift = defineCheck({
	id: 'pg-config-file-drift',
	title: 'The configuration files hold no line that is refused',
	question: 'Is there a line in the configuration files that the server could not take over?',
	why: 'One faulty line keeps a whole reload from being made: the server goes on with old values, and after the next restart it may not start.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('faultyLines'),
	needs: 'SELECT on pg_file_settings and EXECUTE on its function',
	remediation: {
		all: 'Mend the line named here, run SELECT pg_reload_conf(); and look at pg_file_settings again.',
	},
	judge: facts =>
		whenSeen(facts.faultyLines, expected, lines =>
			judgeListing(lines, expected, {
				offends: ({place, name, waitsForRestart}) =>
					waitsForRestart
						? undefined
						: fail(`${place}: ${name ?? 'the line'} could not be applied`, expected, {
								object: place,
							}),
				clean: 'no line of the files was refused; what waits for a restart is another check',
			}),
		),
	examples: {
		healthy: [example(), example({faultyLines: listed({...line, waitsForRestart: true})})],
		defective: [
			example({faultyLines: listed(line)}),
			example({faultyLines: listed({...line, name: null})}),
		],
		blind: [blind, example({faultyLines: cut()})],
	},
});
