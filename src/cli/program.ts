import type {Command} from 'commander';
import {registerAnswer} from './commands/answer.js';
import {registerAssess} from './commands/assess.js';
import {registerBaseline} from './commands/baseline.js';
import {registerCheck} from './commands/check.js';
import {registerDecide} from './commands/decide.js';
import {registerDemo} from './commands/demo.js';
import {registerDoctor} from './commands/doctor.js';
import {registerEvidence} from './commands/evidence.js';
import {registerGrants} from './commands/grants.js';
import {registerHelp} from './commands/help.js';
import {registerHistory} from './commands/history.js';
import {registerInit} from './commands/init.js';
import {registerMerge} from './commands/merge.js';
import {registerProbe} from './commands/probe.js';
import {registerProfile} from './commands/profile.js';
import {registerQuestionnaire} from './commands/questionnaire.js';
import {registerRender} from './commands/render.js';
import {registerResolve} from './commands/resolve.js';
import {registerRestore} from './commands/restore.js';
import {registerStatus} from './commands/status.js';
import {registerTarget} from './commands/target.js';
import {registerUi} from './commands/ui.js';
import {registerVendors} from './commands/vendors.js';
import {registerVerify} from './commands/verify.js';
import {registerWaive} from './commands/waive.js';
import {printableText} from '../domain/text.js';
import {pathFor} from './no-url.js';
import {OwnWords} from './own-words.js';
import {dbvetVersion} from './version.js';

const commands = [
	registerUi,
	registerInit,
	registerTarget,
	registerAssess,
	registerAnswer,
	registerGrants,
	registerProbe,
	registerStatus,
	registerResolve,
	registerWaive,
	registerDecide,
	registerEvidence,
	registerCheck,
	registerBaseline,
	registerVendors,
	registerRender,
	registerHistory,
	registerRestore,
	registerVerify,
	registerMerge,
	registerProfile,
	registerQuestionnaire,
	registerDoctor,
	registerDemo,
	registerHelp,
];

/** The whole command line. Commands load what they need when they run, so that `--help` is quick. */
export const createProgram = (): Command => {
	const program = new OwnWords('dbvet');
	program
		.description(
			'Vets a database: the vendor who runs it, how it is configured, and the applications that talk to it.',
		)
		.version(dbvetVersion(), '-V, --version')
		.option(
			'-w, --workspace <dir>',
			'the workspace folder (default: the nearest one upward)',
			pathFor('--workspace'),
		)
		.option('--by <name>', 'who makes a change (default: DBVET_USER, git user.name, login name)')
		.option('--json', 'one JSON document on stdout, all else on stderr')
		.option('--no-color', 'no colour')
		.option('--offline', 'refuse every connection')
		.configureHelp({showGlobalOptions: true})
		.showHelpAfterError('Run dbvet with --help to see what it takes.')
		.addHelpText(
			'after',
			[
				'',
				'Begin with: dbvet init    then: dbvet target add prod postgres://dbvet@HOST:5432/DB --password-env PROD_PW',
				'Exit codes: 0 done · 1 findings at or above the threshold · 2 wrong use · 3 could not finish · 70 a bug · 130 cancelled (143 by SIGTERM, 129 by the end of its terminal)',
			].join('\n'),
		);
	for (const register of commands) register(program);
	for (const command of everyCommand(program)) {
		command.exitOverride();
		// What was typed wrongly is repeated, and may have been pasted from anywhere.
		command.configureOutput({writeErr: text => process.stderr.write(printableText(text))});
		command.configureHelp({showGlobalOptions: true});
	}
	return program;
};

const everyCommand = (command: Command): readonly Command[] => [
	command,
	...command.commands.flatMap(everyCommand),
];
