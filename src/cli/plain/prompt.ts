import inquirer from 'inquirer';

type Prompt = ReturnType<typeof inquirer.createPromptModule>;

/**
 * Lets `ask` put questions on the terminal. Where the input ends meanwhile (Ctrl+D) it rejects as it does for Ctrl+C: inquirer
 * never settles then, and nothing keeps the process alive, so that it would end in the middle of the command.
 */
export const prompting = async <T>(
	ask: (prompt: Prompt) => Promise<T>,
	output: NodeJS.WritableStream = process.stdout,
): Promise<T> => {
	const ended = new AbortController();
	const end = (): void => {
		ended.abort();
	};
	process.once('beforeExit', end);
	try {
		return await ask(inquirer.createPromptModule({output, signal: ended.signal}));
	} catch (error) {
		if (!ended.signal.aborted) throw error;
		throw Object.assign(new Error('The input ended.', {cause: error}), {name: 'ExitPromptError'});
	} finally {
		process.off('beforeExit', end);
	}
};
