import type {QuestionEvaluation} from '../../../domain/evaluation.js';
import type {TargetEvaluation} from '../../../domain/target-evaluation.js';
import {lookedAtNotes} from '../../../domain/looked-at.js';
import {engineWords, kindWords, platformWords, reasonWords, runEnd} from '../../words.js';
import {looserSentences, profileNames} from '../furniture.js';
import {inForceOf} from './approach.js';
import {chart, code, line, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {stateCounts} from '../states.js';
import {counted, grouped, listed, minute} from '../text.js';

/** Scope, method and limits: what was asked, what was probed and with which rights, what could not be seen. */
export const scopeView = (source: Source): ViewValue => {
	const {targets, questions, findings} = source.evaluation;
	const asked = questions.filter(q => q.due);
	const unseen = findings.filter(f => f.outcome === 'unknown' || f.outcome === 'error');
	return {
		targets: targets.map(t => ({
			name: t.target.name,
			kind: kindOf(t),
			answered: `${t.answered} of ${t.asked}`,
			verified: t.verified,
			run: t.lastRun === undefined ? 'never' : `${runEnd(t.lastRun)}, ${minute(t.lastRun.at)}`,
		})),
		coverage: chart({
			kind: 'coverage',
			rows: targets.map(t => ({
				name: t.target.name,
				...stateCounts(source.applicable.filter(c => c.target === t.target.id)),
			})),
		}),
		hasTargets: targets.length > 0,
		hasRuns: source.runs.length > 0,
		profiles: listed(profileNames(source)),
		changed: looserSentences(source, inForceOf(source.evaluation)).join(' '),
		asked: askedOf(asked),
		looked: lookedOf(source),
		rights: [...rightsOf(source), ...addressesOf(source)],
		hasRights: rightsOf(source).length > 0,
		hasUnseen: unseen.length > 0,
		unseen: grouped(unseen, f => f.reason ?? 'internal-error').map(([, list]) => ({
			reason: reasonWords[list[0]?.reason ?? 'internal-error'],
			count: list.length,
			targets: listed([...new Set(list.map(f => f.targetName))]),
			checks: listed([...new Set(list.map(f => f.title))].slice(0, 4)),
			more: new Set(list.map(f => f.title)).size > 4,
		})),
	};
};

/** Counted as the table beside it and `dbvet status` count: "don't know" is an answer, and what it is worth is said. */
const askedOf = (asked: readonly QuestionEvaluation[]): string => {
	const answers = asked.flatMap(q => q.answer ?? []);
	const open = answers.filter(a => a.value === 'dont-know').length;
	const said = `${answers.length} of ${counted(asked.length, 'question')} that the profile asks were answered by people`;
	if (open === 0) return `${said}.`;
	return `${said}, ${open} of them with “don’t know”, which settles nothing.`;
};

/** The runs are those of Appendix D, each with its own results; of several results on one thing, one counts. */
const lookedOf = ({runs, evaluation: {findings}}: Source): string => {
	if (runs.length === 0) return 'No probe has run.';
	const checks = new Set(findings.map(f => f.check)).size;
	return `${counted(runs.length, 'probe run')} ${runs.length === 1 ? 'is' : 'are'} in the record, named in Appendix D. ${counted(findings.length, 'result')} from ${counted(checks, 'check')} ${findings.length === 1 ? 'counts' : 'count'} today: where several runs looked at the same thing, only the newest that could see it. Probes only read: they changed nothing in what they looked at.`;
};

const kindOf = ({target}: TargetEvaluation): string => {
	if (target.kind !== 'database') return kindWords[target.kind];
	const platform = target.platform === undefined ? '' : `, ${platformWords[target.platform]}`;
	return `${engineWords[target.engine]} database${platform}`;
};

/** With which login the probes looked; what was never probed or not reached says so instead of naming rights. */
const rightsOf = (source: Source): readonly ViewValue[] =>
	source.evaluation.targets.flatMap(({target, lastRun}): readonly ViewValue[] => {
		if (target.kind !== 'database') return [];
		const scanner = target.identities.find(i => i.role === 'scanner');
		if (lastRun === undefined) return [{text: `${target.name}: never probed.`}];
		if (lastRun.lost === true)
			return [{text: `${target.name}: not known; the file of the last probe run is lost.`}];
		if (lastRun.status === 'unreachable') return [{text: `${target.name}: not reached.`}];
		if (!scanner)
			return [{text: `${target.name}: no login; only what a stranger on the network can see.`}];
		const account = [code(scanner.user), ' to the database ', code(scanner.database)];
		return [
			{
				text: loginReasons.includes(lastRun.reason ?? '')
					? line(`${target.name}: the login as `, ...account, ' did not succeed.')
					: line(`${target.name}: logged in as `, ...account, ', read-only.'),
			},
		];
	});

/** Names of which only one address was looked at by the newest run. */
const addressesOf = (source: Source): readonly ViewValue[] =>
	source.evaluation.targets.flatMap(({target}) => {
		const run = source.runs.findLast(r => r.report.target === target.id);
		const notes = run === undefined ? [] : lookedAtNotes(run.report);
		return notes.map(note => ({text: `${target.name}: ${note}`}));
	});

/** A run that ended for one of these saw nothing behind the login. */
const loginReasons: readonly string[] = [
	'no-credentials',
	'authentication-failed',
	'certificate-not-verified',
	'socket-not-verified',
];
