import {blind, cut, example, listed} from '../examples.js';
import {ownedByProvider} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'only owners hand rights on';
const right = {object: 'public.orders', grantee: 'shop_app', privileges: ['SELECT']};

export const pgGrantOption = defineCheck({
	id: 'pg-grant-option',
	title: 'Rights are handed on by owners only',
	question: 'Does no role besides the owner hold rights that it may hand on?',
	why: 'WITH GRANT OPTION lets a role give others what it has: who may read what is then decided in many places, and a REVOKE takes whole chains with it.',
	severity: 'low',
	source: shownBy('handedOn'),
	needs: 'any login role',
	remediation: {all: 'REVOKE GRANT OPTION FOR privilege ON object FROM role;'},
	judge: facts =>
		whenAllSeen(facts.handedOn, facts.provider, expected, rights =>
			judgeListing(rights, expected, {
				offends: ({object, grantee, privileges}) =>
					ownedByProvider(facts, {owner: grantee})
						? undefined
						: fail(
								`${grantee} may hand on ${privileges.join(', ')} on ${object} ${inDatabase(facts)}`,
								expected,
								{object: `${grantee} ${object}`},
							),
				clean: `nobody but owners may hand on rights on objects, present or to be created, ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({handedOn: listed(right)})],
		blind: [blind, example({handedOn: cut()})],
	},
});
