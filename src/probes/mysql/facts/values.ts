import * as z from 'zod';

/** Everything comes as text: an expression that is true or false as 1 or 0. */
export const flag = z.enum(['0', '1']).transform(value => value === '1');

/** A whole number that is not negative. */
export const whole = z
	.string()
	.regex(/^[0-9]{1,15}$/)
	.transform(Number);

export const wholeOrNull = whole.nullable();
