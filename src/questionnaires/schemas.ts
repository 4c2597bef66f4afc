import * as z from 'zod';
import {EvidenceKind} from '../domain/evidence.js';
import {FrameworkFile} from '../domain/framework.js';
import {Partly} from '../domain/partly.js';
import {Profile, ProfileExtension} from '../domain/profile.js';
import {Questionnaire} from '../domain/questionnaire.js';
import {RiskScenario} from '../domain/risk.js';

/** The file `questionnaires/risks.yaml`. */
export const RisksFile = z.strictObject({risks: z.array(RiskScenario).min(1).readonly()});

/** The file `evidence/catalog.yaml`. */
export const EvidenceFile = z.strictObject({kinds: z.array(EvidenceKind).min(1).readonly()});

/** A file of `questionnaires/profiles/`: a whole profile, or what differs from another one. */
export const ProfileFile = z.union([ProfileExtension, Profile]);

const files = {
	questionnaire: Questionnaire,
	profile: ProfileFile,
	framework: FrameworkFile,
	risks: RisksFile,
	partly: Partly,
	'evidence-catalog': EvidenceFile,
} as const;

/**
 * The JSON Schemas (draft 2020-12) that let an editor help with the YAML files, by the name of the sort of file: `questionnaire`, `profile`,
 * `framework`, `risks`, `partly`, `evidence-catalog`. They describe what a
 * person writes: members with a default may be left out.
 */
export const schemas = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
	Object.fromEntries(
		Object.entries(files).map(([name, schema]) => [
			name,
			{...z.toJSONSchema(schema, {target: 'draft-2020-12', io: 'input', unrepresentable: 'throw'})},
		]),
	);

/** Every key that any of the files may hold, for "did you mean". */
export const knownKeys = (): ReadonlySet<string> => {
	const keys = new Set<string>();
	const walk = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
			if (name === 'properties' && typeof inner === 'object' && inner !== null) {
				Object.keys(inner).forEach(key => keys.add(key));
			}
			walk(inner);
		}
	};
	walk(schemas());
	return keys;
};
