import {staleSentence} from '../../../domain/outdated.js';
import type {CurrentFinding} from '../../../domain/evaluation.js';
import type {TargetEvaluation} from '../../../domain/target-evaluation.js';
import type {DocumentInput} from '../../../domain/ports.js';
import type {DatabaseTarget} from '../../../domain/target.js';
import {bySeverity} from '../../../domain/severity-order.js';
import {verifiedCounts} from '../../../domain/verified.js';
import {stateCounts} from '../states.js';
import {byState, evidenceView, recordView} from '../appendix.js';
import {findingsView} from '../findings.js';
import {coverOf, furnitureOf, looserSentences} from '../furniture.js';
import {chart, chip, type ViewValue} from '../markup.js';
import {sourceOf, type Source} from '../source.js';
import {acceptedView} from '../risk/accepted.js';
import {clip, counted, ended, grouped, listed, share} from '../text.js';
import type {DocumentView} from '../view.js';
import {approvedView} from './approved.js';
import {accountsView} from './accounts.js';
import {lastDrill} from './backups.js';
import {exposureView} from './exposure.js';
import {identityOf} from './identity.js';
import {backupControls, hostControls} from './linked.js';
import {reproduceView} from './reproduce.js';
import {withRemarks} from '../remarks.js';
import {controlRow, objectRows, onTarget} from './rows.js';
import {topicIds, topicOf, topicTitles} from './topics.js';

/** One security baseline for each database target. */
export const securityBaselineViews = (
	input: DocumentInput,
	title: string,
): readonly DocumentView[] => {
	const source = sourceOf(input);
	return input.evaluation.targets.flatMap(t =>
		t.target.kind === 'database' ? [viewOf(source, t.target, t, title)] : [],
	);
};

const viewOf = (
	source: Source,
	database: DatabaseTarget,
	evaluation: TargetEvaluation,
	title: string,
): DocumentView => {
	const {organisation} = source.state.settings;
	const subject = `${database.name}, ${organisation}`;
	const failures = source.failures.filter(f => f.target === database.id);
	const only: Source = {
		...source,
		evaluation: {
			...source.evaluation,
			waivers: source.evaluation.waivers.filter(w => w.target === database.id),
			risks: source.evaluation.risks.filter(r => r.target === database.id),
			evidence: source.evaluation.evidence.filter(e => e.links.some(l => l.target === database.id)),
		},
		runs: source.runs.filter(r => r.report.target === database.id),
	};
	const {profiles = []} = database;
	const inForce = profiles.length > 0 ? profiles : source.evaluation.profiles;
	const measured = {...source, evaluation: {...source.evaluation, profiles: inForce}};
	return {
		suffix: database.name,
		furniture: furnitureOf(source, title, subject),
		context: {
			organisation,
			name: database.name,
			cover: coverOf(measured, title, subject, `the database ${database.name}`),
			contents: chart({kind: 'contents'}),
			landscape: chart({kind: 'page', orientation: 'landscape', tables: 'small'}),
			portrait: chart({kind: 'page', orientation: 'portrait', tables: 'normal'}),
			lookup: chart({kind: 'page', orientation: 'portrait', tables: 'small'}),
			changed: looserSentences(source, inForce).join(' '),
			verdict: verdictOf(source, database, failures.filter(f => f.waiver === undefined).length),
			figures: figuresOf(source, evaluation),
			hasControls: onTarget(source, database.id).length > 0,
			coverage: coverageOf(source, database),
			linked: linkedText(source, database),
			hasFirst: failures.some(f => f.waiver === undefined),
			first: firstOf(failures),
			accounts: accountsView(source, database),
			exposure: exposureView(source, database),
			identity: [...identityOf(source, database, evaluation)],
			topics: topicsOf(source, database),
			deviations: findingsView(source, failures),
			accepted: acceptedView(only),
			evidence: evidenceView(only),
			reproduce: reproduceView(source, database.id, database.name),
			record: recordView(only),
			approved: approvedView(source, database),
			approval: chart({
				kind: 'approval',
				roles: ['Database owner', 'Security', 'Approved by'],
			}),
		},
	};
};

const topicsOf = (source: Source, database: DatabaseTarget): readonly ViewValue[] => {
	const own = [...onTarget(source, database.id), ...hostControls(source, database.id)];
	const copies = backupControls(source, database.id);
	return topicIds
		.map(id => {
			const controls = own.filter(c => topicOf(c) === id);
			return {id, controls: id === 'backups' ? [...controls, ...copies] : controls};
		})
		.filter(({controls}) => controls.length > 0)
		.map(({id, controls}) => {
			const applicable = controls.filter(c => c.state !== 'not-applicable');
			const skipped = controls.filter(c => c.state === 'not-applicable');
			const objects = objectRows(applicable);
			return {
				title: topicTitles[id],
				sentence: id === 'backups' ? lastDrill(source, controls) : '',
				hasSentence: id === 'backups',
				hasRows: applicable.length > 0,
				rows: byState(applicable).map(c => controlRow(source, c)),
				hasObjects: objects.length > 0,
				objects,
				hasSkipped: skipped.length > 0,
				skipped: skipped.map(c => ({
					title: c.definition.title,
					because: withRemarks(c.because, source, c),
				})),
			};
		});
};

/** What the figures count: as `dbvet status` does, without what is optional and not known. */
const countedOf = (source: Source, target: string) =>
	source.applicable.filter(c => c.target === target);

/** States by topic; a topic without an applicable control is left out. */
const coverageOf = (source: Source, database: DatabaseTarget) =>
	chart({
		kind: 'coverage',
		rows: topicIds
			.map(id => {
				const controls = countedOf(source, database.id).filter(c => topicOf(c) === id);
				return {name: topicTitles[id], ...stateCounts(controls)};
			})
			.filter(r => r.met + r.partly + r.notMet + r.contradicted + r.unknown > 0),
	});

/** The tables also hold controls of what is linked to the database; the figures count its own. */
const linkedText = (source: Source, {id}: DatabaseTarget): string => {
	const shown = [...hostControls(source, id), ...backupControls(source, id)].filter(
		c => c.state !== 'not-applicable',
	);
	if (shown.length === 0) return '';
	const names = listed([...new Set(shown.map(c => c.targetName))]);
	return `The chapter “The baseline” also shows ${counted(shown.length, 'control')} of ${names}, which the figures do not count.`;
};

/** The five gravest open deviations, one for each check. */
const firstOf = (failures: readonly CurrentFinding[]): readonly ViewValue[] =>
	grouped(
		failures
			.filter(f => f.waiver === undefined)
			.toSorted((a, b) => bySeverity(a.severity, b.severity)),
		f => f.check,
	)
		.slice(0, 5)
		.map(([, list], i) => {
			const [f] = list;
			return {
				number: i + 1,
				title: f?.title ?? '',
				severity: chip(f?.severity ?? 'info'),
				observed: seenFirst(f?.observed ?? '', list.length - 1),
			};
		});

/** The gravest of a check, and how many more there are. */
const seenFirst = (observed: string, more: number): string =>
	more === 0 ? clip(observed, 110) : `${ended(clip(observed, 110))} And ${more} more.`;

const verdictOf = (source: Source, database: DatabaseTarget, open: number): string => {
	const controls = countedOf(source, database.id);
	if (controls.length === 0) return 'Nothing is known of this database yet.';
	const mandatory = controls.filter(c => c.requirement === 'mandatory');
	const held = mandatory.filter(c => c.state === 'met');
	const unknown = mandatory.filter(c => c.state === 'unknown');
	const first =
		mandatory.length === 0
			? `The profiles require no control of this database; ${share(controls.filter(c => c.state === 'met').length, controls.length)} applicable controls are met.`
			: `${share(held.length, mandatory.length)} mandatory controls are met and ${unknown.length} ${unknown.length === 1 ? 'is' : 'are'} not known.`;
	const old = controls.filter(c => c.stale).length;
	const aged = staleSentence({stale: old});
	return `${first} ${aged === undefined ? '' : `${aged} `}${counted(open, 'observation deviates', 'observations deviate')} from what is expected and ${open === 1 ? 'is' : 'are'} not accepted.`;
};

const figuresOf = (source: Source, {target, score, lastRun}: TargetEvaluation) => {
	const controls = countedOf(source, target.id);
	const of = (state: string): number => controls.filter(c => c.state === state).length;
	const verified = verifiedCounts(controls);
	return chart({
		kind: 'figures',
		items: [
			{
				value: share(of('met'), controls.length),
				label: 'controls met',
				note: 'of those that apply',
			},
			{
				value: share(verified.met, controls.length),
				label: 'met and verified',
				note: `by probe; ${verified.notMet} verified not to hold`,
			},
			{value: String(of('not-met') + of('partly')), label: 'not met', note: 'or only partly'},
			{value: String(of('contradicted')), label: 'contradicted', note: 'answer against probe'},
			{
				value: String(score.applicable - score.known),
				label: 'unknown',
				note: lastRun === undefined ? 'never probed' : 'never counted as met',
			},
		],
	});
};
