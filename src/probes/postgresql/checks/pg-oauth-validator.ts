import {seen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {rule} from '../examples-hba.js';
import {judgeLines, nameRule} from '../judge/hba-lines.js';
import {defineCheck, fail, notApplicable, whenAllSeen} from '../judge/verdicts.js';
import {splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'OAuth issuers are asked over TLS, and maps stay with PostgreSQL';
const oauth = rule('hostssl all all 10.0.0.0/255.0.0.0 oauth');

export const pgOauthValidator = defineCheck({
	id: 'pg-oauth-validator',
	title: 'OAuth rules name a secure issuer and keep the maps',
	question: 'Do rules with the method oauth use an https issuer, and PostgreSQL’s own user maps?',
	why: 'With delegate_ident_mapping the validator library alone decides who becomes which role; an issuer without TLS can be anybody.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function, PostgreSQL 18 or newer',
	remediation: {
		all: 'Write the issuer with https, and a map of pg_ident.conf instead of delegate_ident_mapping.',
	},
	judge: (facts, context) =>
		whenAllSeen(facts.observer, facts.rules, expected, (who, rules) => {
			if (splitVersion(who.versionNum).major < 18)
				return [notApplicable('the method oauth came with PostgreSQL 18', expected)];
			const told = judgeLines(facts, context, expected, {
				offends: line => {
					if (line.method !== 'oauth') return undefined;
					const faults = [
						...(line.plainIssuer ? ['its issuer is not asked over TLS'] : []),
						...(line.delegatesMapping ? ['its validator decides who becomes which role'] : []),
					];
					return faults.length === 0
						? undefined
						: fail(`${nameRule(line)}: ${faults.join(', and ')}`, expected, {
								object: line.place,
								...(line.plainIssuer ? {severity: 'high'} : {}),
							});
				},
				clean: 'all rules with oauth use https and PostgreSQL’s own maps',
			});
			// Only where the rules can be trusted does none of them with oauth mean that there is none.
			return told.every(({outcome}) => outcome === 'pass') &&
				!rules.items.some(({method}) => method === 'oauth')
				? [notApplicable('no rule has the method oauth', expected)]
				: told;
		}),
	examples: {
		healthy: [example({rules: listed(oauth)})],
		defective: [
			example({rules: listed({...oauth, delegatesMapping: true})}),
			example({rules: listed({...oauth, plainIssuer: true})}),
		],
		blind: [
			blind,
			example({rules: cut()}),
			example({
				rules: listed(rule('local all all peer')),
				rulesFile: seen({changedSinceLoad: true, quotedKeywords: null}),
			}),
		],
		notApplicable: [
			example({rules: listed(rule('local all all peer'))}),
			example({observer: seen({...observer, versionNum: 170_002}), rules: listed(oauth)}),
		],
	},
});
