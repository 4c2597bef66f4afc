import type {GateCase, GateReport, GateVerdict} from '../../src/domain/gate.js';

/** A case of prod's TLS, told apart by its key. */
export const gateCase = (
	key: string,
	verdict: GateVerdict,
	more: Partial<GateCase> = {},
): GateCase => ({
	key,
	rule: {
		id: 'tls',
		title: 'Plaintext is refused',
		why: 'Words travel.',
		help: 'Set ssl.',
		tag: 'tls',
	},
	id: `prod/${key}`,
	target: 'prod',
	severity: 'high',
	verdict,
	text: 'let in',
	...more,
});

export const gateReportOf = (cases: readonly GateCase[]): GateReport => ({
	dbvet: '1.2.3',
	at: '2026-11-22T12:00:00.000Z',
	file: 'security/assessment.json',
	cases,
});

/** What a server may call itself: the ends of sections, tags, entities, escapes, links, placeholders and halves of characters. */
export const hostileText =
	']]> <failure message="x"/> &amp; \u001b[31m\u0000\u202e\u2066\ufffe\ud800 "q" \'a\' [here](https://evil.example) {0} é 漢 😀\nend';
