import * as z from 'zod';

/** Requirement identifiers and short titles of one framework, in one version. */
export const Framework = z
	.strictObject({
		id: z.string(),
		title: z.string(),
		version: z.string(),
		publisher: z.string(),
		requirements: z
			.array(
				z
					.strictObject({id: z.string(), title: z.string(), withdrawn: z.boolean().default(false)})
					.readonly(),
			)
			.readonly(),
	})
	.readonly();
export type Framework = z.infer<typeof Framework>;
