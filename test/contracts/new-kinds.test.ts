import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {claimOf} from '../../src/assessment/claims.js';
import type {AnswerValue} from '../../src/domain/answer.js';
import type {Content} from '../../src/domain/content.js';
import {controlsOf} from '../../src/domain/content-parts.js';
import type {Question} from '../../src/domain/question.js';
import type {Questionnaire} from '../../src/domain/questionnaire.js';
import {compileContent} from '../../src/questionnaires/index.js';

const now = '2026-11-22T12:00:00.000Z';
/**
 * What each answer claims, written by hand: `+` met, `~` partly, `-` not met. Numbers and days stand on both sides of each
 * limit; two signs are the claims under the profiles startup and regulated where they differ.
 */
const golden: Readonly<Record<string, string>> = {
	'k8s-server-settings': 'yes+ partly~ no-',
	'k8s-pods-verify': 'all-verified+ some-verified~ some-unset-',
	'k8s-side-traffic-encrypted': 'each-tls+ strict-mesh+ some-clear~ in-clear-',
	'k8s-policies-exist': 'yes+ partly~ no-',
	'k8s-policy-tried': 'refused+ untried~ got-in-',
	'k8s-service-closed': 'yes+ partly~ no-',
	'k8s-manifests-clean': 'yes+ partly~ no-',
	'k8s-secrets-per-namespace': 'yes+ partly~ no-',
	'k8s-store-encrypted': 'yes+ partly~ no-',
	'k8s-workload-login': 'identity+ own-password~ shared-',
	'k8s-pooler-identity': 'yes+ partly~ no-',
	'k8s-rights-few': 'few+ team~ many-',
	'k8s-people-timed': 'timed+ by-hand~ standing-',
	'k8s-policy-enforced': 'cluster-all+ some~ nowhere-',
	'k8s-logs-leave': 'yes+ partly~ no-',
	'k8s-alarms-set': 'yes+ partly~ no-',
	'copy-account': 'other-company+ own-premises+ other-account~ same-account-',
	'copy-login-alone': 'yes+ partly~ no-',
	'copy-age-hours': '0+ 26+ 27~ 72~ 73-',
	'copy-silence': 'yes+ partly~ no-',
	'copy-contents': 'yes+ partly~ no-',
	'copy-oldest-days': '30+ 29+~ 14+~ 13~ 7~ 6- 0-',
	'copy-gone-days': '30+ 100+ 101~ 400~ 401-',
	'copy-erasure': 'yes+ partly~ no-',
	'copy-lock': 'locked+ other-people+ admin-lifts~ nothing-',
	'copy-writer-deletes': 'yes- partly~ no+',
	'copy-encryption': 'before-leaving+ production-key~ by-store~ readable-',
	'copy-key-custody': 'two-apart+ untried~ one- nobody-',
	'copy-who-reads': 'few+ team~ wide-',
	'copy-reads-logged': 'yes+ partly~ no-',
	'copy-restored-on':
		'2026-11-20+ 2026-08-24+ 2026-08-23+~ 2025-11-22+~ 2025-11-21~ 2024-11-22~ 2024-11-21-',
	'copy-restore-checked': 'counted+ looked~ unchecked-',
	'ops-database-list': 'yes+ partly~ no-',
	'ops-drill-plan': 'all-planned+ some-planned~ when-needed-',
	'ops-recovery-agreed': 'agreed-held+ agreed-only~ none-',
	'ops-exit-plan': 'ready+ planned~ nothing-',
	'ops-second-factor': 'all-enforced+ most-enforced~ optional-',
	'ops-emergency-account': 'yes+ partly~ no-',
	'ops-access-approved': 'owner-recorded+ recorded-late~ nobody-',
	'ops-leaver-hours': '0+ 24+ 25+~ 72+~ 73~ 168~ 169-',
	'ops-review-date':
		'2026-11-20+ 2026-08-24+ 2026-08-23+~ 2026-05-26+~ 2026-05-25~ 2025-10-18~ 2025-10-17-',
	'ops-training-date': '2026-11-20+ 2025-10-18+ 2025-10-17~ 2024-09-13~ 2024-09-12-',
	'ops-copies-elsewhere': 'nowhere+ protected+ known-weaker~ unknown-',
	'ops-night-alarm': 'rota+ best-effort~ morning-',
	'ops-log-review-days': '1+ 7+ 8+~ 30+~ 31~ 90~ 91-',
	'ops-incident-written': 'plan-used+ plan-paper~ no-plan-',
	'ops-exercise-date':
		'2026-11-20+ 2025-11-22+ 2025-11-21+~ 2024-11-22+~ 2024-11-21~ 2023-11-23~ 2023-11-22-',
	'ops-notice-ready': 'yes+ partly~ no-',
	'ops-drift-closed': 'closed-soon+ found-late~ stays-',
	'ops-announcements': 'yes+ partly~ no-',
	'ops-replace-all-hours': '1+ 24+ 25~ 72~ 73-',
};
const signs = {'+': 'met', '~': 'partly', '-': 'not-met'} as const;

let content: Content;
let added: readonly Questionnaire[];
const claiming = (): readonly Question[] =>
	added.flatMap(q => q.questions).filter(q => !q.followUp && q.fact === undefined);

beforeAll(async () => {
	content = await compileContent(join(import.meta.dirname, '../..'));
	added = content.questionnaires.filter(q =>
		['kubernetes', 'backups', 'operations'].includes(q.id),
	);
	expect(added).toHaveLength(3);
});

const valueOf = ({answer}: Question, word: string): AnswerValue =>
	answer.kind === 'number' ? Number(word) : word;

describe('the questions about clusters, places of backups and the organisation', () => {
	it('claim for each answer what is written here, under both profiles', () => {
		expect(
			claiming()
				.map(q => q.id)
				.toSorted(),
		).toEqual(Object.keys(golden).toSorted());
		for (const question of claiming()) {
			const words = [...(golden[question.id] ?? '').matchAll(/(\S*?)([+~-]{1,2})(?= |$)/g)];
			const values =
				question.answer.kind === 'choice'
					? question.answer.options.map(o => o.id)
					: question.answer.kind === 'yes-no'
						? ['yes', 'partly', 'no']
						: undefined;
			if (values !== undefined)
				expect(
					words.map(w => w[1]),
					question.id,
				).toEqual(values);
			for (const [, word = '', sign = ''] of words) {
				for (const [index, id] of ['startup', 'regulated'].entries()) {
					const thresholds = content.profiles.find(p => p.id === id)?.thresholds ?? {};
					const {claim} = claimOf(question, valueOf(question, word), {thresholds, now});
					const wanted = signs[(sign[index] ?? sign[0]) as keyof typeof signs];
					expect(claim, `${question.id} ${word} ${id}`).toBe(wanted);
				}
			}
		}
	});

	it('say how to mend, what convinces and what gives a weak answer away', () => {
		const bare = claiming().filter(q => !q.remediation || !q.evidence || !q.redFlags);
		expect(bare.map(q => q.id)).toEqual([]);
	});

	it('give commands that only read', () => {
		const reads =
			/^kubectl (get|auth can-i|logs|cnpg status|set env .* --list$|apply --dry-run=server )|^aws \S+ (describe-|get-|list-)|^gcloud .* (describe|get-iam-policy) |^gcloud (projects|sql (instances|operations|users)|iam service-accounts) list\b|^gcloud storage ls |^az ([a-z][a-z-]* )+(show|list) |^(pgbackrest info|wal-g backup-list|barman list-backups|restic snapshots|pg_restore --list)/;
		const commands = (q: Question): readonly string[] =>
			[
				...Object.values(q.how)
					.join(' ')
					.matchAll(/`([^`]+)`/g),
			]
				.map(match => match[1] ?? '')
				.filter(text =>
					/^(kubectl|aws|gcloud|az|pgbackrest|wal-g|barman|restic|pg_restore) /.test(text),
				);
		const found = claiming().flatMap(commands);
		expect(found.length).toBeGreaterThan(30);
		expect(found.filter(command => !reads.test(command))).toEqual([]);
		expect(reads.test('kubectl set env deployments --all DEBUG=1')).toBe(false);
		expect(reads.test('kubectl delete pod x')).toBe(false);
		expect(reads.test('az storage blob delete --name show ')).toBe(false);
	});

	it('name no check as proof, because none of these looks at all that the control says', () => {
		const required = added
			.flatMap(q => q.controls)
			.flatMap(c => c.checks.filter(check => check.role === 'required').map(() => c.id));
		expect(required).toEqual([]);
	});

	it('leave a startup lean', () => {
		const startup = content.profiles.find(p => p.id === 'startup');
		const wanted = [...(startup?.mandatory ?? []), ...(startup?.recommended ?? [])];
		const ofKind = (kind: string): number =>
			controlsOf(content).filter(c => c.kind === kind && wanted.includes(c.id)).length;
		expect(ofKind('organisation')).toBeLessThanOrEqual(4);
		expect(ofKind('backup')).toBeLessThanOrEqual(3);
		const cluster = added.flatMap(q => q.controls).filter(c => c.kind === 'infrastructure');
		const always = cluster.filter(
			c => !JSON.stringify(c.appliesWhen ?? '').includes('"fact":"kubernetes"'),
		);
		expect(always.map(c => c.id)).toEqual([]);
	});

	it('ask of every row about Kubernetes, and of copies where they lie', () => {
		const rows = (kind: string): readonly string[] =>
			controlsOf(content)
				.filter(c => c.kind === kind)
				.flatMap(c => c.requirements);
		const cluster = Array.from({length: 10}, (_, index) => `C${index + 1}`);
		expect(cluster.filter(row => !rows('infrastructure').includes(row))).toEqual([]);
		expect(['B8', 'B9', 'B10'].filter(row => !rows('backup').includes(row))).toEqual([]);
		const routine = ['A11', 'B10', 'B22', 'B25', 'B27', 'B29', 'B31'];
		expect(routine.filter(row => !rows('organisation').includes(row))).toEqual([]);
	});
});
