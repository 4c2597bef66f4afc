import {plantedIn, tinyFiles} from './content-root.js';
import {base, catalogue, law, profile, risks, scoping} from './lint-tiny.js';

/** A mistake that the lint tells as an error, and the file of the source whose rule finds it. */
export type Mistake = {
	readonly name: string;
	readonly foundBy: string;
	readonly file: string;
	readonly find: string;
	readonly replace: string;
};

const mistake = (
	foundBy: string,
	name: string,
	file: string,
	find: string,
	replace: string,
): Mistake => ({foundBy, name, file, find, replace});

/** Mistakes of the form of one file, which can be told without any other file. */
export const formMistakes: readonly Mistake[] = [
	mistake(
		'describe-issue',
		'a title that is too long',
		base,
		'title: Backups are kept long enough',
		`title: ${'Backups are kept '.repeat(9)}`,
	),
	mistake('describe-issue', 'an unknown severity', base, 'severity: medium', 'severity: middling'),
	mistake('describe-issue', 'an unknown key', base, '    why: A day', '    whi: A day'),
	mistake('describe-issue', 'a broken profile', profile, 'runs: 30', 'runs: soon'),
	mistake('describe-issue', 'a broken risk', risks, 'impact: 4', 'impact: 9'),
	mistake('describe-issue', 'a broken framework', law, "version: '1'", 'version: 1'),
	mistake('describe-issue', 'a broken catalogue', catalogue, 'issuer:', 'isuer:'),
	mistake(
		'yaml-source',
		'a key that stands twice',
		base,
		'kind: database\n',
		'kind: database\nid: base\n',
	),
	mistake('yaml-source', 'an open bracket', base, 'title: Databases', 'title: [Databases'),
	mistake('yaml-source', 'an open bracket in a profile', profile, 'title: Plain', 'title: [Plain'),
	mistake('load-parts', 'an id that is not the name of its folder', base, 'id: base', 'id: bass'),
];

/** Mistakes that lie between two pieces, or in what a piece says. */
export const linkMistakes: readonly Mistake[] = [
	mistake(
		'links',
		'an unknown control',
		base,
		'control: backups-kept\n    text: Where',
		'control: backups-kpt\n    text: Where',
	),
	mistake(
		'links',
		'an unknown section',
		base,
		'section: transit\n    control: backups-kept\n    text: Where',
		'section: transport\n    control: backups-kept\n    text: Where',
	),
	mistake('checks', 'an unknown check', base, 'check: tls-offered', 'check: tls-oferred'),
	mistake(
		'checks',
		'a check that no control uses any more',
		base,
		'    checks:\n      - {check: tls-offered, role: required}\n',
		'',
	),
	mistake('answers', 'a meaning of no answer', base, 'meaning: {elsewhere', 'meaning: {elsewhen'),
	mistake(
		'conditions',
		'an unknown question',
		base,
		'when: {answer: tls-asked',
		'when: {answer: tls-aske',
	),
	mistake(
		'conditions',
		'an unknown fact',
		base,
		'appliesWhen: {fact: card-data',
		'appliesWhen: {fact: card-date',
	),
	mistake(
		'cycles',
		'a question that waits for itself',
		base,
		'answer: tls-asked, is: partly',
		"answer: tls-until, is: '2026-01-01'",
	),
	mistake(
		'reachable',
		'a question that is never asked',
		base,
		'when: {answer: tls-asked, is: partly}',
		'when: {target: kind, is: vendor}',
	),
	mistake(
		'depth',
		'a scoping question that is a detail',
		scoping,
		'    fact: card-data\n',
		'    fact: card-data\n    depth: detail\n',
	),
	mistake('references', 'an unknown framework', base, 'framework: some-law', 'framework: no-law'),
	mistake(
		'evidence',
		'a kind of evidence that stands twice',
		base,
		'evidence: [scan]',
		'evidence: [scan, scan]',
	),
	mistake(
		'style',
		'a question without a question mark',
		base,
		'Where do the backups lie?',
		'Where do the backups lie',
	),
	mistake(
		'vendors',
		'a weight outside vendors',
		base,
		'    severity: medium\n',
		'    severity: medium\n    weight: 3\n',
	),
	mistake(
		'profiles',
		'an unknown control in a profile',
		profile,
		'mandatory: [tls-on]',
		'mandatory: [tls-onn]',
	),
	mistake(
		'crosswalks',
		'an unknown control in a crosswalk',
		law,
		'[backups-kept]',
		'[backups-kpt]',
	),
	mistake(
		'risks',
		'an unknown control in a risk',
		risks,
		'controls: [tls-on]',
		'controls: [tls-onn]',
	),
	mistake('duplicates', 'an id that stands twice', base, 'id: backup-place', 'id: backup-days'),
];

/** Files with a mistake planted; throws where there is nothing to spoil. */
export const plantMistake = (
	{file, find, replace}: Mistake,
	files: Readonly<Record<string, string>> = tinyFiles,
): Readonly<Record<string, string>> => ({
	...files,
	[file]: plantedIn(files[file] ?? '', find, replace),
});
