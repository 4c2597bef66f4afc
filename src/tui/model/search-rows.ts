import type {ControlState} from '../../domain/evaluation.js';
import type {Snapshot} from '../../services/workbench.js';
import type {Place} from '../messages.js';
import {texts} from '../texts/texts.js';
import {outcomeSign, outcomeTone, signs, type Tone} from '../theme.js';
import {entriesOf, findingEntryId} from './entries.js';
import {folded} from './match.js';
import {askedOf, type Asked} from './questions.js';

/** What can be found, in the order in which the groups are shown. */
export const hitKinds = [
	'target',
	'question',
	'note',
	'finding',
	'control',
	'vendor',
	'evidence',
	'check',
] as const;
export type HitKind = (typeof hitKinds)[number];

/** One thing that was found, and where it lives. */
export type Hit = {
	readonly kind: HitKind;
	/** Name of its target; empty where it belongs to none. */
	readonly target: string;
	readonly text: string;
	/** Its state, as a sign and a word. */
	readonly sign: string;
	readonly word: string;
	readonly tone: Tone;
	readonly place: Place;
};

/** A hit with the folded text in which words are looked for. */
export type Row = {readonly hit: Hit; readonly text: string};

type State = Pick<Hit, 'sign' | 'word' | 'tone'>;

const t = texts.search.words;

const stateOf: Readonly<Record<ControlState, State>> = {
	met: {sign: signs.pass, word: t.met, tone: 'good'},
	partly: {sign: signs.fail, word: t.partly, tone: 'warn'},
	'not-met': {sign: signs.fail, word: t['not-met'], tone: 'bad'},
	'not-applicable': {sign: signs.notApplicable, word: t['not-applicable'], tone: 'muted'},
	unknown: {sign: signs.unknown, word: t.unknown, tone: 'warn'},
	contradicted: {sign: signs.contradicted, word: t.contradicted, tone: 'warn'},
};
const plain: State = {sign: ' ', word: t.none, tone: 'plain'};

const row = (hit: Hit, ...words: readonly (string | undefined)[]): Row => ({
	hit,
	text: folded([hit.target, hit.text, ...words].filter(w => w !== undefined).join(' ')),
});

const questionState = ({control, evaluation: {answer}}: Asked): State =>
	control !== undefined
		? stateOf[control.state]
		: answer === undefined
			? {sign: signs.waiting, word: t.open, tone: 'muted'}
			: {sign: signs.pass, word: t.answered, tone: 'good'};

function* targetRows(snapshot: Snapshot): Generator<Row> {
	for (const {target} of snapshot.evaluation.targets) {
		const place: Place = {screen: 'questions', target: target.id};
		const {id, name, kind} = target;
		const hit = {...plain, kind: 'target', target: name, text: texts.kinds[kind], place} as const;
		yield row(hit, id, kind);
		if (kind !== 'vendor') continue;
		const text = `${texts.vendors.title}: ${texts.vendors.views.compare}`;
		yield row({...hit, kind: 'vendor', text, place: {screen: 'vendors', vendor: id}});
	}
}

function* questionRows(snapshot: Snapshot): Generator<Row> {
	for (const {target} of snapshot.evaluation.targets) {
		for (const asked of askedOf(snapshot, target.id)) {
			const {question, control, sectionTitle, evaluation} = asked;
			const place: Place = {screen: 'questions', target: target.id, question: question.id};
			const common = {...questionState(asked), target: target.name, place};
			yield row(
				{...common, kind: 'question', text: question.text},
				question.id,
				sectionTitle,
				control?.definition.title,
			);
			const note = evaluation.answer?.note;
			if (note !== undefined) yield row({...common, kind: 'note', text: note}, question.id);
		}
	}
}

function* findingRows(snapshot: Snapshot): Generator<Row> {
	const all = entriesOf(snapshot, {show: 'all', target: undefined, severity: undefined});
	for (const entry of all) {
		if (entry.kind === 'contradiction') {
			const {targetName: target, title, text} = entry.contradiction;
			const place: Place = {screen: 'findings', show: 'all', select: entry.id};
			yield row({...stateOf.contradicted, kind: 'finding', target, text: title, place}, text);
			continue;
		}
		const f = entry.finding;
		yield row(
			{
				kind: 'finding',
				target: f.targetName,
				text: f.object === undefined ? f.title : `${f.title}: ${f.object}`,
				sign: outcomeSign[f.outcome],
				word: texts.findings.outcome[f.outcome],
				tone: outcomeTone[f.outcome],
				place: {screen: 'findings', show: 'all', select: entry.id},
			},
			f.check,
			f.observed,
		);
	}
}

/** The first question that is asked about each control of each target, by `target control`. */
const questionsByControl = (snapshot: Snapshot): ReadonlyMap<string, string> => {
	const found = new Map<string, string>();
	for (const {asked, target, control, question} of snapshot.evaluation.questions) {
		const key = `${target} ${control ?? ''}`;
		if (asked && control !== undefined && !found.has(key)) found.set(key, question);
	}
	return found;
};

function* controlRows(snapshot: Snapshot): Generator<Row> {
	const questions = questionsByControl(snapshot);
	for (const c of snapshot.evaluation.controls) {
		const question = questions.get(`${c.target} ${c.control}`);
		const [first] = c.findings;
		const place: Place | undefined =
			question !== undefined
				? {screen: 'questions', target: c.target, question}
				: first === undefined
					? undefined
					: {screen: 'findings', show: 'all', select: findingEntryId(first)};
		if (place === undefined) continue;
		yield row(
			{
				...stateOf[c.state],
				kind: 'control',
				target: c.targetName,
				text: `${c.definition.title} (${c.control})`,
				place,
			},
			c.definition.severity,
		);
	}
}

function* evidenceRows(snapshot: Snapshot): Generator<Row> {
	const questions = questionsByControl(snapshot);
	for (const e of snapshot.evaluation.evidence) {
		const link = e.links.find(l => questions.has(`${l.target} ${l.control}`)) ?? e.links[0];
		if (link === undefined) continue;
		const question = questions.get(`${link.target} ${link.control}`);
		const state: State =
			e.expired || e.lost !== undefined
				? {sign: signs.stale, word: t.expired, tone: 'warn'}
				: {sign: signs.pass, word: t.valid, tone: 'good'};
		yield row(
			{
				...state,
				kind: 'evidence',
				target: snapshot.state.targets[link.target]?.name ?? '',
				text: `${e.title} (${e.fileName})`,
				place: {
					screen: 'questions',
					target: link.target,
					...(question === undefined ? {} : {question}),
				},
			},
			e.id,
			e.kind,
			e.note,
		);
	}
}

/** A check leads to what it found, the worst first; one that was never run leads nowhere, and is not listed. */
function* checkRows(snapshot: Snapshot): Generator<Row> {
	const all = entriesOf(snapshot, {show: 'all', target: undefined, severity: undefined});
	const firsts = new Map<string, Row>();
	const titles = new Map(snapshot.checks.map(c => [c.id, c.title]));
	for (const entry of all) {
		if (entry.kind !== 'finding' || firsts.has(entry.finding.check)) continue;
		const {check, title, outcome, targetName: target} = entry.finding;
		firsts.set(
			check,
			row({
				kind: 'check',
				target,
				text: `${check}: ${titles.get(check) ?? title}`,
				sign: outcomeSign[outcome],
				word: texts.findings.outcome[outcome],
				tone: outcomeTone[outcome],
				place: {screen: 'findings', show: 'all', select: entry.id},
			}),
		);
	}
	yield* firsts.values();
}

/** Everything of a snapshot that can be found, one after the other. */
export function* rowsOf(snapshot: Snapshot): Generator<Row> {
	yield* targetRows(snapshot);
	yield* questionRows(snapshot);
	yield* findingRows(snapshot);
	yield* controlRows(snapshot);
	yield* evidenceRows(snapshot);
	yield* checkRows(snapshot);
}
