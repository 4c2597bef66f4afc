import type {CurrentFinding} from '../../../domain/evaluation.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {observedOf, type Observed} from '../../../services/observed.js';
import type {World} from '../../messages.js';
import {contradicts, fallsShort, forecastClaim} from '../../model/claim.js';
import type {AnswerValue} from '../../../domain/answer.js';
import {targetOf, type Asked} from '../../model/questions.js';
import {ago} from '../../model/time.js';
import {texts} from '../../texts/texts.js';
import {outcomeSign, outcomeTone, signs} from '../../theme.js';
import {wrap} from '../../cells.js';
import {blank, paragraph, type Line} from '../../widgets/lines/lines.js';

const t = texts.question;

const findingLines = (finding: CurrentFinding, width: number): readonly Line[] => {
	const who = finding.object === undefined ? '' : `${plainText(finding.object)}: `;
	const tone = outcomeTone[finding.outcome];
	const reason = finding.reason === undefined ? '' : ` (${t.couldNotLook}: ${finding.reason})`;
	const text = `${who}${plainText(finding.observed)}${reason}`;
	return wrap(text, width - 2).map((part, at) => [
		{text: at === 0 ? `${outcomeSign[finding.outcome]} ` : '  ', tone},
		{text: part, tone: finding.outcome === 'fail' ? 'bad' : 'plain'},
	]);
};

/** What one run saw, under its own age: a later run that could not look makes nothing younger. */
const runLines = (
	{at, stale, seen, findings, attempt}: Observed,
	now: string,
	width: number,
): readonly Line[] => {
	const when = ago(at, now);
	const head = seen
		? stale
			? `${signs.stale} ${t.observedOld(when)}`
			: t.observed(when)
		: t.notObserved(when);
	return [
		...paragraph(head, width, 'muted'),
		...findings.flatMap(f => findingLines(f, width)),
		...(attempt === undefined
			? []
			: paragraph(
					`${signs.unknown} ${t.attempt(ago(attempt.at, now), attempt.reason)}`,
					width,
					'muted',
				)),
	];
};

/** Only beside the answer that is worse than what was seen: others of its control may be right, or not there. */
const askAgainLines = ({control, evaluation}: Asked, width: number): readonly Line[] => {
	const worse =
		evaluation.answer !== undefined && fallsShort(evaluation.claim, control?.observation);
	if (control?.askAgain !== true || !worse) return [];
	const text = control.observation === 'not-applicable' ? t.askAgainNothing : t.askAgain;
	return [blank, ...paragraph(text, width, 'warn')];
};

/** What the probes saw of the question's control, the failures first; or why there is nothing to show. */
export const observedLines = (asked: Asked, world: World, width: number): readonly Line[] => {
	const {control} = asked;
	if (control === undefined) return [];
	const {findings} = control;
	if (findings.length === 0) {
		const none =
			control.definition.checks.length > control.planned.length && control.kind === 'database'
				? t.notProbed
				: t.noProbe;
		return paragraph(none, width, 'muted');
	}
	const grants = [...new Set(findings.flatMap(f => f.grant ?? []))].slice(0, 1);
	const {contradiction} = control;
	const resolution = contradiction?.resolution;
	return [
		...observedOf(findings).flatMap(observed => runLines(observed, world.now, width)),
		...grants.flatMap(g => [
			...paragraph(t.grant, width, 'muted'),
			...paragraph(wholeText(g), width, 'plain', 2),
		]),
		...askAgainLines(asked, width),
		...(resolution === undefined
			? []
			: [blank, ...paragraph(t.settled(wholeText(resolution.reason), resolution.until), width)]),
	];
};

/** A warning when the marked value would contradict what was seen; nothing while there is no value. */
export const warningLines = (
	asked: Asked,
	value: AnswerValue | undefined,
	world: World,
	width: number,
): readonly Line[] => {
	const target = targetOf(world.snapshot, asked.evaluation.target);
	if (value === undefined || target === undefined) return [];
	const claim = forecastClaim(asked.question, value, world.snapshot, target, world.now);
	if (!contradicts(claim, asked.control?.observation)) return [];
	const resolved = asked.control?.contradiction?.resolution !== undefined;
	const saved = asked.evaluation.answer?.value === value;
	if (saved && resolved) return [];
	return paragraph(
		`${signs.contradicted} ${saved ? t.contradictedNow : t.wouldContradict}`,
		width,
		'warn',
	);
};
