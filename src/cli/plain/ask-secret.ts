import inquirer from 'inquirer';

/** Asks for a secret on the terminal without showing it; the prompt goes to stderr, because stdout is data. */
export const askSecret = async (message: string): Promise<string> => {
	const prompt = inquirer.createPromptModule({output: process.stderr});
	const {secret} = await prompt<{secret: string}>([
		{type: 'password', name: 'secret', message, mask: '*'},
	]);
	return secret;
};
