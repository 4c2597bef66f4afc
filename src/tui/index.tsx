import {UserError} from '../domain/errors.js';
import {texts} from './texts/texts.js';
import type {TuiEnd, TuiOptions} from './options.js';
import {takeStage} from './stage.js';

export type {TuiEnd, TuiOptions} from './options.js';

const ciNames = ['CI', 'CONTINUOUS_INTEGRATION'] as const;

/**
 * ink draws nothing when it is loaded with CI in the environment. A person at a terminal wants to see something all the
 * same, so that these variables are out of sight while it loads, and back afterwards.
 */
const withoutCi = async <T,>(load: () => Promise<T>): Promise<T> => {
	const kept = ciNames.flatMap(name => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	for (const [name] of kept) Reflect.deleteProperty(process.env, name);
	try {
		return await load();
	} finally {
		for (const [name, value] of kept) process.env[name] = value;
	}
};

const loadStart = () => withoutCi(() => import('./start.js'));

/**
 * The full-screen face of a workspace. Resolves when the person leaves (`quit` 0, `interrupted` 130) or a signal comes
 * (143 for SIGTERM, 129 for SIGHUP, 130 for SIGINT), with the terminal given back and what was being saved on disk. Throws
 * a UserError without a terminal on both sides, and any bug after the terminal was given back.
 */
export const runTui = async (options: TuiOptions): Promise<TuiEnd> => {
	if (!options.stdin.isTTY || !options.stdout.isTTY) {
		throw new UserError(texts.notATerminal, texts.notATerminalNext);
	}
	// It may fail before anybody waits for it; who waits then hears of it all the same.
	Promise.resolve(options.workbench).catch(() => undefined);
	const stage = takeStage(options);
	try {
		const {start} = await loadStart();
		return await start(options, stage);
	} finally {
		stage.close();
	}
};
