import * as z from 'zod';
import {flag} from './values.js';

/** A routine, view, event or trigger, without its text: the server looks for secrets in it and tells only whether it found one. */
export const Program = z
	.strictObject({
		kind: z.enum(['routine', 'view', 'event', 'trigger']),
		schema: z.string(),
		name: z.string(),
		definer: z.string(),
		/** Runs with the rights of its definer. */
		asDefiner: flag,
		/** Null where its text was not shown. */
		secretLike: flag.nullable(),
		enabled: flag,
	})
	.readonly();
export type Program = z.infer<typeof Program>;

export const Udf = z.strictObject({name: z.string(), library: z.string()}).readonly();
export type Udf = z.infer<typeof Udf>;

export const Schema = z.strictObject({name: z.string()}).readonly();
export type Schema = z.infer<typeof Schema>;
