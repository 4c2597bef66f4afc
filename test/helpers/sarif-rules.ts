import * as z from 'zod';

/**
 * What dbvet relies on of SARIF 2.1.0 and of what GitHub reads of it, strictly: a key that is not named here is a mistake. No package among our
 * dependencies brings the schema of OASIS itself.
 */
const level = z.enum(['error', 'warning', 'note']);
const text = z.strictObject({text: z.string().min(1)});
const shortText = z.strictObject({text: z.string().min(1).max(1_024)});

const rule = z.strictObject({
	id: z.string().min(1).max(255),
	shortDescription: shortText,
	fullDescription: shortText,
	help: text,
	defaultConfiguration: z.strictObject({level}),
	properties: z.strictObject({
		tags: z.array(z.string()).max(10),
		'security-severity': z
			.string()
			.regex(/^\d\.\d$/)
			.optional(),
	}),
});

const location = z.strictObject({
	physicalLocation: z.strictObject({
		artifactLocation: z.strictObject({uri: z.string().regex(/^(?![/.])[\w.~%/()!*'-]+$/)}),
		region: z.strictObject({startLine: z.literal(1)}),
	}),
	logicalLocations: z
		.array(
			z.strictObject({
				name: z.string(),
				fullyQualifiedName: z.string(),
				kind: z.literal('resource'),
			}),
		)
		.length(1),
});

const result = z.strictObject({
	ruleId: z.string(),
	ruleIndex: z.int().min(0),
	kind: z.enum(['fail', 'pass']),
	level: z.union([level, z.literal('none')]),
	message: text,
	locations: z.array(location).min(1).max(10),
	partialFingerprints: z.strictObject({
		primaryLocationLineHash: z.string().regex(/^[0-9a-f]{16}:1$/),
		'dbvetCase/v1': z.string().regex(/^[0-9a-f]{64}$/),
	}),
	baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional(),
	suppressions: z
		.array(
			z.strictObject({
				kind: z.literal('external'),
				status: z.literal('accepted'),
				justification: z.string().min(1),
			}),
		)
		.length(1)
		.optional(),
});

const run = z
	.strictObject({
		tool: z.strictObject({
			driver: z.strictObject({
				name: z.literal('dbvet'),
				version: z.string(),
				semanticVersion: z.string(),
				rules: z.array(rule),
			}),
		}),
		invocations: z
			.array(
				z.strictObject({
					executionSuccessful: z.boolean(),
					endTimeUtc: z.iso.datetime(),
					toolExecutionNotifications: z.array(
						z.strictObject({level: z.literal('note'), message: text}),
					),
				}),
			)
			.length(1),
		results: z.array(result).max(25_000),
	})
	.superRefine(({tool, results}, context) => {
		const {rules} = tool.driver;
		if (new Set(rules.map(({id}) => id)).size !== rules.length)
			context.addIssue('two rules share an id');
		if (results.some(({ruleId, ruleIndex}) => rules[ruleIndex]?.id !== ruleId))
			context.addIssue('a ruleIndex leads to another rule');
		const prints = results.map(one => one.partialFingerprints.primaryLocationLineHash);
		if (new Set(prints).size !== prints.length)
			context.addIssue('two results share a fingerprint, so that GitHub shows one of them');
	});

const log = z.strictObject({
	$schema: z.url(),
	version: z.literal('2.1.0'),
	runs: z.array(run).length(1),
});

/** Reads SARIF, and throws where it breaks a rule. */
export const readSarif = (json: string) => {
	const [only] = log.parse(JSON.parse(json)).runs;
	if (only === undefined) throw new Error('a log has one run');
	return only;
};
