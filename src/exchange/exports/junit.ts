import type {GateCase, GateReport, GateVerdict} from '../../domain/gate.js';
import {clean} from './clean.js';

/**
 * The gate as JUnit XML, in the part of the format that Jenkins, GitLab and others share: a suite for each target, a case for each judgement. Only a
 * pass is a case without a child; what nobody knows, and what is accepted, is skipped with the reason. Everything beyond ASCII is written as a
 * number, so that no encoding of the way there can harm it. The source of the format: https://github.com/testmoapp/junitxml
 */
export const junit = ({cases, at}: GateReport): string => {
	const suites = new Map<string, GateCase[]>();
	for (const one of cases) {
		const suite = suites.get(one.target);
		if (suite === undefined) suites.set(one.target, [one]);
		else suite.push(one);
	}
	const lines = [...suites].flatMap(([target, own]) => [
		`\t<testsuite ${attributes({name: target, ...counts(own), timestamp: at.slice(0, 19)})}>`,
		...own.flatMap(caseLines),
		'\t</testsuite>',
	]);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites ${attributes({name: 'dbvet check', ...counts(cases)})}>`,
		...lines,
		'</testsuites>',
		'',
	].join('\n');
};

type Child = 'failure' | 'skipped' | undefined;

/** What became of a case; the words stand before the message. */
const children: Readonly<Record<GateVerdict, readonly [Child, string]>> = {
	pass: [undefined, ''],
	stops: ['failure', ''],
	'let-through': ['skipped', 'Fails, and is let through: '],
	accepted: ['skipped', 'Fails, and is accepted: '],
	'in-baseline': ['skipped', 'Fails, as approved: '],
	unknown: ['skipped', 'Not known: '],
	partly: ['skipped', 'Met in part: '],
	'not-applicable': ['skipped', 'Does not apply: '],
};

const childOf = ({verdict}: GateCase): Child => children[verdict][0];

const counts = (cases: readonly GateCase[]) => ({
	tests: String(cases.length),
	failures: String(cases.filter(one => childOf(one) === 'failure').length),
	errors: '0',
	skipped: String(cases.filter(one => childOf(one) === 'skipped').length),
	time: '0',
});

const caseLines = (one: GateCase): readonly string[] => {
	const {id, endpoint, rule, target, severity} = one;
	// GitLab drops all but the first of several cases with one name, so that a name says the endpoint too.
	const name = `${id}${endpoint === undefined ? '' : ` on ${endpoint}`}: ${rule.title}`;
	const head = `\t\t<testcase ${attributes({name, classname: `${target}.${rule.id}`, time: '0'})}`;
	const [child, words] = children[one.verdict];
	if (child === undefined) return [`${head}/>`];
	const message = `${words}${one.reason ?? one.text}`;
	const type = child === 'failure' ? {type: severity} : {};
	return [
		`${head}>`,
		`\t\t\t<${child} ${attributes({message, ...type})}>${escaped(bodyOf(one))}</${child}>`,
		'\t\t</testcase>',
	];
};

const bodyOf = ({severity, text, expected, remedy}: GateCase): string =>
	[
		`Severity: ${severity}`,
		clean(text),
		...(expected === undefined ? [] : [`Expected: ${clean(expected)}`]),
		...(remedy === undefined ? [] : [`What to do: ${clean(remedy)}`]),
	].join('\n');

const attributes = (values: Readonly<Record<string, string>>): string =>
	Object.entries(values)
		.map(([name, value]) => `${name}="${escaped(clean(value))}"`)
		.join(' ');

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** A `>` is escaped everywhere, because `]]>` may not stand in text. */
const escaped = (text: string): string =>
	text.replace(
		/[&<>"']|[^\n -~]/gu,
		character => entities[character] ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`,
	);
