import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

/** A small content that has one of everything and no problem; tests plant their defects into it. */
export const tinyFiles: Readonly<Record<string, string>> = {
	'questionnaires/scoping/questionnaire.yaml': `id: scoping
title: About you
kind: organisation
intro: Facts.
sections:
  - {id: facts, title: Facts}
questions:
  - id: holds-cards
    section: facts
    fact: card-data
    text: Do you hold card numbers?
    why: They decide what else is asked.
    how: {all: Look into the tables.}
    answer: {kind: yes-no, claims: {'yes': nothing, 'no': nothing}}
    notApplicable: false
`,
	'questionnaires/base/questionnaire.yaml': `id: base
title: Databases
kind: database
intro: About a database.
sections:
  - {id: transit, title: In transit}
controls:
  - id: tls-on
    kind: database
    title: Connections are encrypted
    severity: high
    requirements: [B13]
    risks: [listening]
    checks:
      - {check: tls-offered, role: required}
    references:
      - {framework: some-law, id: '8.10'}
    appliesWhen: {fact: card-data, is: 'yes'}
    notApplicableReason: You hold no card numbers.
    evidence: [scan]
  - id: backups-kept
    kind: database
    title: Backups are kept long enough
    severity: medium
    requirements: [B6]
questions:
  - id: tls-asked
    section: transit
    control: tls-on
    text: Is every connection encrypted?
    why: Otherwise everybody on the way can read along.
    how: {all: Look at the sessions., self-managed: Look at pg_stat_ssl.}
    answer: {kind: yes-no}
    meaning: {'yes': Encrypted., 'no': Readable.}
  - id: tls-until
    section: transit
    control: tls-on
    followUp: true
    text: Until when will the gap be closed?
    why: A day turns the gap into a task.
    how: {all: Choose a day.}
    when: {answer: tls-asked, is: partly}
    answer: {kind: date}
  - id: backup-days
    section: transit
    control: backups-kept
    text: For how many days are backups kept?
    why: Damage is often noticed late.
    how: {all: Look at the retention.}
    answer: {kind: number, unit: days, max: 3650, met: {atLeast: backup-retention-days}}
  - id: backup-place
    section: transit
    control: backups-kept
    text: Where do the backups lie?
    why: Copies in one place are lost together.
    how: {all: Look at the bucket.}
    answer:
      kind: choice
      options:
        - {id: elsewhere, label: Elsewhere, claim: met}
        - {id: beside, label: Beside the data, claim: not-met}
    meaning: {elsewhere: Good.}
`,
	'questionnaires/profiles/plain.yaml': `id: plain
title: Plain
summary: The only one.
thresholds: {backup-retention-days: 7}
maxAge: {answers: 365, runs: 30}
mandatory: [tls-on]
recommended: [backups-kept]
`,
	'questionnaires/frameworks/some-law.yaml': `id: some-law
title: Some law
version: '1'
publisher: Somebody
requirements:
  - {id: '8.10', title: Ten}
  - {id: '8.1', title: One}
  - {id: '9', title: Gone, withdrawn: true}
crosswalk:
  '8.1': [backups-kept]
`,
	'questionnaires/risks.yaml': `risks:
  - id: listening
    title: Somebody listens
    scenario: Somebody on the way reads along.
    kind: database
    likelihood: 3
    impact: 4
    impactRaisedWhen: [{fact: card-data, is: 'yes'}]
    treatments:
      - {lowers: likelihood, by: 2, controls: [tls-on], why: Nothing is readable on the way.}
`,
	'evidence/catalog.yaml': `kinds:
  - id: scan
    title: Scan
    strength: re-performed
    issuer: The scanner.
    obtain: Run one.
    check: [It has a date.]
    redFlags: [No date.]
`,
};

const questionnaire = 'questionnaires/base/questionnaire.yaml';

/** A text with one part replaced by another; throws when the part is not there, so that no defect is lost. */
export const plantedIn = (text: string, find: string, replace: string): string => {
	if (!text.includes(find)) throw new Error(`there is no ${find}`);
	return text.replace(find, () => replace);
};

/** The tiny files with a text of one of them replaced by another. */
export const planted = (
	find: string,
	replace: string,
	file: string = questionnaire,
): Readonly<Record<string, string>> => ({
	...tinyFiles,
	[file]: plantedIn(tinyFiles[file] ?? '', find, replace),
});

/** Writes files into a new temporary folder, hands it to `use`, and removes it afterwards. */
export const withFolder = async <T>(
	files: Readonly<Record<string, string | Uint8Array>>,
	use: (root: string) => Promise<T>,
): Promise<T> => {
	const root = await mkdtemp(join(tmpdir(), 'dbvet-content-'));
	try {
		for (const [file, text] of Object.entries(files)) {
			await mkdir(dirname(join(root, file)), {recursive: true});
			await writeFile(join(root, file), text);
		}
		return await use(root);
	} finally {
		await rm(root, {recursive: true, force: true});
	}
};
