import * as z from 'zod';
import {Reference} from './control.js';
import {Day, Slug} from './id.js';
import {Platform} from './platform.js';
import {Engine} from './target.js';

/** Requirement identifiers and short titles of one framework, in one version. */
export const Framework = z
	.strictObject({
		id: z.string(),
		title: z.string(),
		version: z.string(),
		publisher: z.string(),
		/** When the publisher issued this version, in words. */
		published: z.string().optional(),
		/** The day on which this list was last compared with its source. */
		checked: Day.optional(),
		/** A later edition that this list does not follow. */
		newer: z.string().optional(),
		/** What is listed and what is not, and whom the framework binds. */
		note: z.string().optional(),
		/** What it is about, when it is about one engine or platform: no other target speaks for it. */
		scope: z
			.strictObject({
				engines: z.array(Engine).min(1).readonly().optional(),
				platforms: z.array(Platform).min(1).readonly().optional(),
			})
			.refine(
				scope => scope.engines !== undefined || scope.platforms !== undefined,
				'a scope names engines or platforms',
			)
			.readonly()
			.optional(),
		/** Documents refer to it, unless the workspace names the frameworks that it wants. */
		cite: z.boolean().default(true),
		/** Each group begins at a requirement and ends before the next group. */
		groups: z
			.array(z.strictObject({from: z.string(), title: z.string()}).readonly())
			.readonly()
			.default([]),
		requirements: z
			.array(
				z
					.strictObject({
						id: z.string(),
						title: z.string(),
						/** Only gathers the requirements below it. */
						heading: z.boolean().default(false),
						withdrawn: z.boolean().default(false),
					})
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

/** The requirements that may be referred to: one that was withdrawn is never suggested. */
export const standingIds = ({
	requirements,
}: {
	readonly requirements: readonly {readonly id: string; readonly withdrawn: boolean}[];
}): readonly string[] => requirements.filter(({withdrawn}) => !withdrawn).map(({id}) => id);
