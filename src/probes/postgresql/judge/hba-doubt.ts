import {unseen, type Admission, type JudgeContext, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import {admissions, simulate} from './hba.js';
import {inputsOf} from './hba-play.js';
import {pass, unknown} from './verdicts.js';

/** Methods after which the server may let in without having sent a challenge to the client. */
const silent: ReadonlySet<string> = new Set(['trust', 'ident', 'peer', 'cert']);

const inWords = {tls: 'over TLS', plain: 'without TLS', socket: 'over the Unix socket'} as const;

/** The scanner's own session, as the server sees it: one way in that is certain. */
export const ownWayIn = ({
	observer,
	ownSession,
}: Pick<PostgresFacts, 'observer' | 'ownSession'>): readonly Admission[] => {
	if (!observer.seen || !ownSession.seen) return [];
	const {user, database} = observer.value;
	const {network, tls, systemUser} = ownSession.value;
	const way = network ? (tls ? 'tls' : 'plain') : 'socket';
	return [{user, database, way, withoutProof: systemUser === null}];
};

/**
 * The first answer of the server that the rules, as they are shown, do not explain. The view shows a quoted word, which
 * is a name, like the keyword without quotes ("all" and all), and a file that was changed after it was loaded: then it is
 * the wire that is right.
 */
const contradiction = (
	facts: PostgresFacts,
	admitted: readonly Admission[],
): Admission | undefined => {
	const inputs = inputsOf(facts);
	if (!inputs.seen) return undefined;
	return admitted.find(({user, database, way, withoutProof}) => {
		const played = simulate({...inputs.value, users: [user], databases: [database]});
		if (played === undefined || played.unclear) return false;
		return !admissions(played).some(
			decision =>
				(decision.way === way || (way === 'plain' && decision.way === 'gss')) &&
				decision.database === database &&
				(!withoutProof || silent.has(decision.rule.method ?? '')),
		);
	});
};

const unquoted =
	'; that no keyword stands in quotes, which would make it a name, is taken for granted';

/**
 * A pass over the access rules, or unknown where it cannot be trusted: the file was changed after the server loaded it,
 * or the server let somebody in, in this very run, whom these rules turn away.
 */
export const passOfRules = (
	facts: PostgresFacts,
	{admitted = []}: JudgeContext,
	expected: string,
	clean: string,
): Verdict => {
	const {rulesFile} = facts;
	if (rulesFile.seen && rulesFile.value.changedSinceLoad)
		return unknown(
			unseen('unexpected-reply', {
				detail:
					'pg_hba.conf was changed after the server last loaded it: what is shown here is not in force yet (SELECT pg_reload_conf(); puts it in force)',
			}),
			expected,
			{remediation: 'SELECT pg_reload_conf(); as an administrator, then probe again.'},
		);
	if (rulesFile.seen && rulesFile.value.quotedKeywords === true)
		return unknown(
			unseen('unexpected-reply', {
				detail:
					'a keyword such as all stands in quotes, which makes it a name: the view shows both alike, so that nobody can tell from it which rules decide',
			}),
			expected,
			{remediation: 'Take the quotes away, or the rule, then SELECT pg_reload_conf();'},
		);
	const other = contradiction(facts, admitted);
	if (other !== undefined) {
		const {user, database, way, withoutProof} = other;
		return unknown(
			unseen('unexpected-reply', {
				detail: `the rules as they are shown turn ${user} away from ${database} ${inWords[way]}${withoutProof ? ', or ask for a proof,' : ''} but the server ${withoutProof ? 'let it in without a proof' : 'went on with it'}: other rules are in force, or a quoted word such as "all" means a name`,
			}),
			expected,
			{
				remediation:
					'Look for quoted words in pg_hba.conf ("all" is a database or role of that name), run SELECT pg_reload_conf(); and probe again.',
			},
		);
	}
	return pass(
		`${clean} (${
			rulesFile.seen
				? `the file was loaded after its last change${rulesFile.value.quotedKeywords === null ? unquoted : ''}`
				: `as the file is now; this role cannot see whether it was loaded since its last change${unquoted}`
		})`,
		expected,
	);
};
