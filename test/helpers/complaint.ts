import {expect} from 'vitest';
import {UserError} from '../../src/domain/errors.js';

/** The UserError with which something fails; any other ending fails the test. */
export const userErrorOf = async (action: Promise<unknown>): Promise<UserError> => {
	const error = await action.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof UserError)) throw new Error('no UserError came of it', {cause: error});
	return error;
};

/** The words of the UserError with which something fails, next steps included. */
export const complaint = async (action: Promise<unknown>): Promise<string> => {
	const error = await userErrorOf(action);
	expect(error.next.length).toBeGreaterThan(0);
	return [error.message, ...error.next].join('\n');
};
