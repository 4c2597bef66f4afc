import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Content} from '../../src/domain/content.js';
import {controlsOf, questionsOf} from '../../src/domain/content-parts.js';
import type {Control} from '../../src/domain/control.js';
import type {Question} from '../../src/domain/question.js';
import {compileContent, lintContent} from '../../src/questionnaires/index.js';
import {withoutDerived} from '../../src/questionnaires/partly-questions.js';
import {
	hopelessRisks,
	missingThresholds,
	oneSidedQuestions,
	silentControls,
	strangeReferences,
	strangersInProfiles,
	uncoveredRows,
} from '../helpers/content-rules.js';

const root = join(import.meta.dirname, '../..');
const numbered = (letter: string, last: number): readonly string[] =>
	Array.from({length: last}, (_, index) => `${letter}${index + 1}`);
/** A10 is the comparison of vendors, which is computed and not asked. */
const rows = [...numbered('A', 12).filter(row => row !== 'A10'), ...numbered('B', 33)];

let content: Content;
let hardening: {readonly controls: readonly Control[]; readonly questions: readonly Question[]};

beforeAll(async () => {
	content = await compileContent(root);
	const found = content.questionnaires.find(({id}) => id === 'hardening');
	if (found === undefined) throw new Error('the hardening questionnaire is missing');
	hardening = found;
});

/** The content with each control and question passed through a change; undefined drops it. */
const seeded = (
	control: (c: Control) => Control | undefined,
	question: (q: Question) => Question | undefined = q => q,
): Content => ({
	...content,
	questionnaires: content.questionnaires.map(q => ({
		...q,
		controls: q.controls.flatMap(c => control(c) ?? []),
		questions: q.questions.flatMap(one => question(one) ?? []),
	})),
});

describe('the shipped content', () => {
	it('lints without an error or a warning', async () => {
		expect(await lintContent(root)).toEqual([]);
	});

	it('asks about every row of the ledger', () => {
		expect(uncoveredRows(content, rows)).toEqual([]);
		const unasked = seeded(
			c => c,
			q => (q.control === 'pgaudit' ? undefined : q),
		);
		expect(uncoveredRows(unasked, rows)).toEqual(['B20']);
	});

	it('asks about every control', () => {
		expect(silentControls(content)).toEqual([]);
		const followUpsOnly = seeded(
			c => c,
			q => (q.id === 'plaintext-refused' ? {...q, followUp: true} : q),
		);
		expect(silentControls(followUpsOnly)).toEqual(['tls-required']);
	});

	it('lets every claim be met and failed, in both profiles', () => {
		expect(oneSidedQuestions(content)).toEqual([]);
		const capped = seeded(
			c => c,
			q =>
				q.id === 'backup-retention' && q.answer.kind === 'number'
					? {...q, answer: {...q.answer, max: 14}}
					: q,
		);
		expect(oneSidedQuestions(capped)).toEqual(['regulated: backup-retention never says met']);
	});

	it('knows every threshold in every profile', () => {
		const ids = content.profiles.map(({id}) => id);
		expect(ids.toSorted()).toEqual(['legacy-migration', 'multi-tenant', 'regulated', 'startup']);
		expect(missingThresholds(content)).toEqual([]);
		const profiles = content.profiles.map(profile => ({
			...profile,
			thresholds: {...profile.thresholds, 'patch-days': undefined as unknown as number},
		}));
		expect(missingThresholds({...content, profiles})).toEqual(ids.map(id => `${id}: patch-days`));
	});

	it('names only existing controls in profiles, and every control of a critical severity as mandatory', () => {
		expect(strangersInProfiles(content)).toEqual([]);
		const without = seeded(c => (c.id === 'not-public' ? undefined : c));
		expect(strangersInProfiles(without)).toEqual(
			content.profiles.map(({id}) => `${id}: not-public`),
		);
		// A migration begins with old clients that cannot do everything yet: its profile wants a dated plan for those.
		for (const {mandatory} of content.profiles.filter(({id}) => id !== 'legacy-migration')) {
			const critical = controlsOf(content).filter(({severity}) => severity === 'critical');
			expect(critical.map(({id}) => id).filter(id => !mandatory.includes(id))).toEqual([]);
		}
	});

	it('refers only to requirements that exist', () => {
		expect(strangeReferences(content)).toEqual([]);
		const old = seeded(c =>
			c.id === 'tls-required'
				? {
						...c,
						references: [{framework: 'iso-27001-2022', id: 'A.10.1.1', strength: 'related'}],
					}
				: c,
		);
		expect(strangeReferences(old)).toEqual(['tls-required: iso-27001-2022 A.10.1.1']);
	});

	it('can bring every risk down by a level', () => {
		expect(hopelessRisks(content)).toEqual([]);
		// A second way remains when one control is gone, and none when nobody asks about the only one.
		const without = seeded(c => (c.id === 'supported-and-patched' ? undefined : c));
		const shut = {...without, risks: content.risks.filter(({id}) => id === 'unpatched-engine')};
		expect(hopelessRisks(shut)).toEqual([]);
		const silent = seeded(
			c => c,
			q => (q.control === 'tenant-isolation' ? undefined : q),
		);
		expect(hopelessRisks(silent)).toEqual(['tenant-leak']);
	});

	it('defines no risk that no control is about', () => {
		const listed = new Set(controlsOf(content).flatMap(({risks}) => risks));
		expect(content.risks.map(({id}) => id).filter(id => !listed.has(id))).toEqual([]);
	});
});

describe('the profiles', () => {
	it('are stricter where they are regulated, never laxer', () => {
		const profile = (wanted: string) => {
			const found = content.profiles.find(({id}) => id === wanted);
			if (found === undefined) throw new Error(`the profile ${wanted} is missing`);
			return found;
		};
		const [regulated, startup] = [profile('regulated'), profile('startup')];
		expect(Object.keys(regulated.thresholds)).toEqual(Object.keys(startup.thresholds));
		for (const [name, strict] of Object.entries(regulated.thresholds)) {
			const lax = startup.thresholds[name] ?? NaN;
			const longer = /(retention-days|days-left)$/.test(name);
			expect(longer ? strict >= lax : strict <= lax, name).toBe(true);
		}
		expect(startup.mandatory.filter(id => !regulated.mandatory.includes(id))).toEqual([]);
		expect(regulated.maxAge.answers).toBeLessThan(startup.maxAge.answers);
		expect(regulated.approverIsNotAuthor).toBe(true);
	});
});

describe('the hardening questionnaire', () => {
	const claiming = () => hardening.questions.filter(({followUp}) => !followUp);

	it('says what each answer means', () => {
		const silent = claiming().flatMap(({id, answer, meaning}) => {
			const values: readonly string[] =
				answer.kind === 'choice'
					? answer.options.map(option => option.id)
					: answer.kind === 'yes-no'
						? Object.keys(answer.claims)
						: ['met', 'not-met', ...('partly' in answer ? ['partly'] : [])];
			return values.filter(value => !(value in meaning)).map(value => `${id}: ${value}`);
		});
		expect(silent).toEqual([]);
	});

	it('says how to mend, what convinces and what gives a weak answer away', () => {
		const bare = claiming().filter(q => !q.remediation || !q.evidence || !q.redFlags);
		expect(bare.map(({id}) => id)).toEqual([]);
	});

	it('asks in sections in the order in which they are listed', () => {
		const order = [...new Set(hardening.questions.map(({section}) => section))];
		const sections = content.questionnaires.find(({id}) => id === 'hardening')?.sections ?? [];
		expect(order).toEqual(sections.map(({id}) => id));
	});

	it('gives no advice that would weaken a database', () => {
		const advice = hardening.questions.flatMap(({id, how, remediation}) =>
			[...Object.values(how), remediation?.text].map(text => ({id, text: text ?? ''})),
		);
		const traps = [
			/sslmode=require\b/,
			/log_statement *= *all/,
			/`hostnossl all all all (?!reject)/,
			/allow 0\.0\.0\.0\/0/i,
			/sslmode=prefer/,
		];
		const caught = (text: string) => traps.some(trap => trap.test(text));
		expect(advice.filter(({text}) => caught(text)).map(({id}) => id)).toEqual([]);
		expect(caught('connect with `sslmode=require`')).toBe(true);
		expect(caught('set log_statement = all')).toBe(true);
	});

	it('asks nothing about tenants of a database with one customer, and pgAudit of PostgreSQL only', () => {
		const condition = (id: string) => hardening.controls.find(c => c.id === id)?.appliesWhen;
		expect(condition('pgaudit')).toEqual({target: 'engine', is: ['postgresql']});
		expect(JSON.stringify(condition('tenant-isolation'))).toContain('"fact":"multi-tenant"');
		const withoutReason = controlsOf(content).filter(
			c => c.appliesWhen !== undefined && c.notApplicableReason === undefined,
		);
		expect(withoutReason.map(({id}) => id)).toEqual([]);
	});

	it('is short enough to be answered in an afternoon', () => {
		expect(claiming().length).toBeGreaterThanOrEqual(50);
		const written = withoutDerived(content).questionnaires.find(q => q.id === 'hardening');
		expect(written?.questions.length).toBeLessThanOrEqual(80);
		expect(questionsOf(withoutDerived(content)).filter(({text}) => text.length > 120)).toEqual([]);
	});
});
