import {prompting} from './prompt.js';

/** Asks for a secret on the terminal without showing it; the prompt goes to stderr, because stdout is data. */
export const askSecret = async (message: string): Promise<string> => {
	const {secret} = await prompting(
		prompt => prompt<{secret: string}>([{type: 'password', name: 'secret', message, mask: '*'}]),
		process.stderr,
	);
	return secret;
};
