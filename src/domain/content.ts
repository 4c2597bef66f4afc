import * as z from 'zod';
import {EvidenceKind} from './evidence.js';
import {Framework} from './framework.js';
import {LeftOut} from './left-out.js';
import {Partly} from './partly.js';
import {Profile} from './profile.js';
import {Questionnaire} from './questionnaire.js';
import {RiskScenario} from './risk.js';

/** Everything that is data: validated, joined and compiled by the build into one JSON file. */
export const Content = z
	.strictObject({
		/** SHA-256 over the canonical JSON of the rest; documents name its first 12 digits. */
		version: z.string(),
		questionnaires: z.array(Questionnaire).readonly(),
		profiles: z.array(Profile).readonly(),
		risks: z.array(RiskScenario).readonly(),
		frameworks: z.array(Framework).readonly(),
		evidenceKinds: z.array(EvidenceKind).readonly(),
		/** The texts of the follow-ups to an answer that means "partly"; without them there are none. */
		partly: Partly.optional(),
		/** Files of the workspace that are not in here, because they have mistakes; absent when there are none. */
		leftOut: z.array(LeftOut).readonly().optional(),
	})
	.readonly();
export type Content = z.infer<typeof Content>;
