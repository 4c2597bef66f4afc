import * as z from 'zod';
import {Reference} from './control.js';
import {Slug} from './id.js';

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

/** A control that supports a requirement: its id alone when it is related, else with its strength and the reason. */
export const Support = z.union([
	Slug,
	z
		.strictObject({
			control: Slug,
			strength: Reference.unwrap().shape.strength,
			why: Reference.unwrap().shape.why,
		})
		.readonly(),
]);
export type Support = z.infer<typeof Support>;

/** By requirement id, the controls that support it. */
export const Crosswalk = z.record(z.string(), z.array(Support).min(1).readonly()).readonly();
export type Crosswalk = z.infer<typeof Crosswalk>;

/** A framework as a person writes it. The crosswalk is compiled into the references of the controls. */
export const FrameworkFile = z
	.strictObject({...Framework.unwrap().shape, crosswalk: Crosswalk.optional()})
	.readonly();
