import * as z from 'zod';
import {Slug} from './id.js';
import {PlatformText} from './platform.js';
import {Severity} from './severity.js';
import {Engine} from './target.js';

/** What the world may know of a check: everything but how it judges. */
export const CheckInfo = z
	.strictObject({
		id: Slug,
		family: Slug,
		/** The engines that it looks at: it says nothing about targets of others. Absent: all. */
		engines: z.array(Engine).min(1).readonly().optional(),
		title: z.string().max(100),
		/** The one yes/no question it answers. */
		question: z.string(),
		why: z.string(),
		severity: Severity,
		/**
		 * `endpoint`: must hold on every endpoint of a target. `node`: true of one server process and its files, so that it
		 * must hold on every endpoint but poolers: replicas have settings and access rules of their own. `server`: true of
		 * the data that all nodes share, so that one endpoint shows it for all.
		 */
		scope: z.enum(['endpoint', 'node', 'server']),
		/** The privilege it needs in words, and `none` when no credentials are needed. */
		needs: z.string(),
		/**
		 * What shows it, in a form that a person can repeat: statements for psql or mysql on one line, commands of Redis, or the
		 * messages that were exchanged.
		 */
		source: z.string().min(1).max(1_500),
		/** The thresholds of the profile that it judges by: its verdict holds for these values and no others. Absent: none. */
		thresholds: z.array(Slug).min(1).readonly().optional(),
		/**
		 * True of a check of the way over a network, which Unix sockets have not: a control that requires one cannot be proven by
		 * what else passes on a target that has nothing but sockets. Absent: false.
		 */
		network: z.boolean().optional(),
		remediation: PlatformText,
	})
	.readonly();
export type CheckInfo = z.infer<typeof CheckInfo>;
