import {UserError} from '../domain/errors.js';

/**
 * The number that an option was given.
 * @throws UserError for anything but a whole number from `min` to `max`
 */
export const wholeNumber = (text: string, option: string, min: number, max: number): number => {
	const value = Number(text);
	if (!Number.isInteger(value) || value < min || value > max) {
		throw new UserError(
			`${option} wants a whole number from ${min} to ${max}, not ${JSON.stringify(text)}.`,
		);
	}
	return value;
};
