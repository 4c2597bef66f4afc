import {seen, unseen} from '../../engine/check.js';
import {hasSigns} from '../collect/provider.js';
import {blind, example} from '../examples.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the names of one provider at most, and of the declared one';

export const pgProviderFingerprint = defineCheck({
	id: 'pg-provider-fingerprint',
	title: 'The declared platform is the real one',
	question: 'Do the names on the server fit the platform that was declared for it?',
	why: 'The platform decides which advice fits and which settings a provider hides. It says nothing of encryption at rest or of backups.',
	severity: 'info',
	source: shownBy('provider'),
	needs: 'any login role',
	remediation: {all: 'Correct the platform of the target in dbvet.'},
	judge: (facts, {platform}) =>
		whenSeen(facts.provider, expected, ({candidates, signs}) => {
			const looks = candidates.length === 0 ? 'no known provider' : candidates.join(' and ');
			const shown = signs.length === 0 ? 'no provider’s names' : signs.join(', ');
			const text = `declared ${platform ?? 'nothing'}, looks like ${looks} (${shown})`;
			const contradicts =
				candidates.length > 1 ||
				(platform !== undefined && candidates.length === 1 && candidates[0] !== platform);
			if (platform !== undefined && candidates.length === 0 && hasSigns(platform))
				return [
					unknown(unseen('unexpected-reply', {detail: `${text}: nothing confirms it`}), expected),
				];
			return [contradicts ? fail(text, expected) : pass(text, expected)];
		}),
	examples: {
		healthy: [
			example(),
			example({
				provider: seen({platform: 'aiven', candidates: ['aiven'], signs: ['role avnadmin']}),
			}),
		],
		defective: [
			example({
				provider: seen({
					candidates: ['aws-rds', 'aiven'],
					signs: ['database rdsadmin', 'role avnadmin'],
				}),
			}),
		],
		blind: [blind],
	},
});
