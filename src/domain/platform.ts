import * as z from 'zod';
import {platforms} from './options.js';

/** Where a database runs; decides how-to texts and remediation. */
export const Platform = z.enum(platforms);
export type Platform = z.infer<typeof Platform>;

/** A text that may differ by platform; `all` is the fallback. */
export const PlatformText = z
	.strictObject({all: z.string().min(1)})
	.extend(
		Object.fromEntries(Platform.options.map(p => [p, z.string().min(1).optional()])) as Record<
			Platform,
			z.ZodOptional<z.ZodString>
		>,
	)
	.readonly();
export type PlatformText = z.infer<typeof PlatformText>;
