import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {CheckInfo} from '../../src/domain/check.js';
import type {Finding} from '../../src/domain/finding.js';
import {Finding as FindingSchema} from '../../src/domain/finding.js';
import {Slug} from '../../src/domain/id.js';
import {plainText} from '../../src/domain/text.js';
import {thresholdDirection} from '../../src/domain/threshold.js';
import type {Check, JudgeContext} from '../../src/probes/engine/check.js';
import {connectionBudget, shareOf} from '../../src/probes/engine/family.js';
import {judgeCheck} from '../../src/probes/engine/findings.js';
import {allFamilies} from '../../src/probes/all-families.js';
import {withOneThingMissing} from '../helpers/missing-facts.js';

/** The catalogue's ids; a family may have ids of its own below one of them, joined by a dot. */
const catalogue = new Set(
	readFileSync(new URL('fixtures/check-ids.txt', import.meta.url), 'utf8')
		.trim()
		.split('\n'),
);
const context: JudgeContext = {now: '2026-06-01T00:00:00.000Z', thresholds: {}};
const place = {endpoint: 'db.example.com:5432'};

const outcomes = <Facts>(check: Check<Facts>, facts: Facts): readonly Finding[] => {
	const findings = judgeCheck(check, facts, context, place);
	for (const finding of findings) {
		FindingSchema.parse(finding);
		const conclusive = ['pass', 'fail', 'not-applicable'].includes(finding.outcome);
		expect(finding.reason === undefined).toBe(conclusive);
		expect(finding.observed).not.toBe('');
		expect(finding.expected).not.toBe('');
	}
	return findings;
};
const has = (findings: readonly Finding[], outcome: Finding['outcome']): boolean =>
	findings.some(finding => finding.outcome === outcome);

test('ids are unique over all families, well-formed, and in the catalogue', () => {
	const ids = allFamilies.flatMap(({checks}) => checks.map(({id}) => id));
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) {
		Slug.parse(id);
		const known = catalogue.has(id) || catalogue.has(id.split('.')[0] ?? '');
		expect(known, `add ${id} to test/contracts/fixtures/check-ids.txt, in its place`).toBe(true);
	}
});

test('the families of an engine share the connection budget', () => {
	for (const engine of new Set(allFamilies.flatMap(({engines}) => engines))) {
		const wanted = allFamilies.filter(({engines}) => engines.includes(engine));
		const sum = wanted.reduce((total, family) => total + shareOf(family, engine), 0);
		expect(sum, engine).toBeLessThanOrEqual(connectionBudget);
	}
});

for (const family of allFamilies) {
	describe(`family ${family.id}`, () => {
		for (const info of family.checks) {
			test(`${info.id}: texts are present, plain and bounded`, () => {
				CheckInfo.parse(info);
				expect(info.family).toBe(family.id);
				expect(info.question).toMatch(/\?$/);
				const remedies = Object.values(info.remediation).flatMap(text => text ?? []);
				for (const text of [info.title, info.question, info.why, ...remedies]) {
					expect(text.trim()).not.toBe('');
					expect(plainText(text, 1_500)).toBe(text);
				}
				expect(info.title.length).toBeLessThanOrEqual(100);
				expect(info.question.length).toBeLessThanOrEqual(200);
			});
		}
		family.open(definition => {
			for (const check of definition.checks) {
				const {healthy, defective, blind, notApplicable = []} = check.examples;
				test(`${check.id}: healthy passes, defective fails, blind is unknown`, () => {
					expect(Math.min(healthy.length, defective.length, blind.length)).toBeGreaterThan(0);
					for (const facts of healthy) {
						const findings = outcomes(check, facts);
						expect(has(findings, 'pass')).toBe(true);
						expect(has(findings, 'fail') || has(findings, 'error')).toBe(false);
					}
					for (const facts of defective) {
						const findings = outcomes(check, facts);
						expect(has(findings, 'fail')).toBe(true);
						expect(has(findings, 'error')).toBe(false);
					}
					for (const facts of blind) {
						const findings = outcomes(check, facts);
						expect(has(findings, 'unknown')).toBe(true);
						expect(has(findings, 'pass') || has(findings, 'error')).toBe(false);
					}
					for (const facts of notApplicable)
						expect(outcomes(check, facts).map(({outcome}) => outcome)).toEqual(['not-applicable']);
				});

				test(`${check.id}: names the thresholds that it judges by`, () => {
					const judgedBy = (all: readonly unknown[]): readonly string[] => {
						const read = new Set<string>();
						const thresholds = new Proxy<Record<string, number>>(
							{},
							{
								get: (_, name) => (read.add(String(name)), undefined),
								has: (_, name) => (read.add(String(name)), false),
								ownKeys: () => [...read.add('(all of them)')],
								getOwnPropertyDescriptor: (_, name) => (read.add(String(name)), undefined),
							},
						);
						for (const facts of all as typeof healthy)
							judgeCheck(check, facts, {...context, thresholds}, place);
						return [...read].toSorted();
					};
					expect(judgedBy([...healthy, ...defective, ...blind])).toEqual(
						(check.thresholds ?? []).toSorted(),
					);
					// What does not apply is kept whatever the limits are.
					expect(judgedBy(notApplicable)).toEqual([]);
					for (const name of check.thresholds ?? [])
						expect(thresholdDirection(name), name).toBeDefined();
				});

				test(`${check.id}: a defect does not pass because something was not seen`, () => {
					let tried = 0;
					const grave = defective.filter(facts =>
						outcomes(check, facts).some(f => f.outcome === 'fail' && f.severity !== 'info'),
					);
					for (const facts of grave) {
						for (const {change, facts: doubtful} of withOneThingMissing(facts)) {
							tried += 1;
							const findings = outcomes(check, doubtful);
							const settled = findings.every(({outcome}) =>
								['pass', 'not-applicable'].includes(outcome),
							);
							expect(settled, `${change}: ${JSON.stringify(findings)}`).toBe(false);
						}
					}
					expect(tried > 0).toBe(grave.length > 0);
				});
			}
		});
	});
}
