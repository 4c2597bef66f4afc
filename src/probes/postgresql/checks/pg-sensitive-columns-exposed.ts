import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, plainRole} from '../examples.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no such column for PUBLIC or reporting roles';
const reporting = {role: 'reporting', user: 'shop_bi', database: 'shop'} as const;
const item = {column: 'public.users.password_hash', readers: ['shop_bi'], secret: true};

export const pgSensitiveColumnsExposed = defineCheck({
	id: 'pg-sensitive-columns-exposed',
	title: 'Columns with personal data and secrets are not open to many',
	question:
		'Are columns whose names speak of secrets or personal data closed to PUBLIC and reporting roles?',
	why: 'Reports seldom need them, and copies of reports leave the company. It is judged by the name of the column: no row is read.',
	severity: 'medium',
	source: shownBy('sensitiveColumns', 'roles'),
	needs: 'any login role',
	remediation: {
		all: 'GRANT SELECT on the other columns only, or show the table through a view that leaves these out or masks them.',
	},
	judge: facts =>
		whenAllSeen(facts.sensitiveColumns, facts.roles, expected, (list, roles) => {
			const reporting = facts.identities.filter(({role}) => role === 'reporting');
			const verdicts = judgeListing(list, expected, {
				offends: ({column, readers, secret}) =>
					fail(`${column} may be read by ${readers.join(', ')} ${inDatabase(facts)}`, expected, {
						object: column,
						severity: secret || readers.includes('PUBLIC') ? 'medium' : 'low',
					}),
				clean: `no column with such a name is open to PUBLIC${reporting.map(({user}) => `, ${user}`).join('')} ${inDatabase(facts)}${reporting.length === 0 ? '; no reporting role is declared' : ''}`,
			});
			if (verdicts.some(({outcome}) => outcome !== 'pass')) return verdicts;
			const here = facts.observer.seen ? facts.observer.value.database : undefined;
			const open = reporting.flatMap(({user, database}) =>
				!roles.items.some(({name}) => name === user)
					? [
							unseen('unexpected-reply', {
								detail: `the declared role ${user} was not found on the server`,
							}),
						]
					: database === here
						? []
						: [
								unseen('client-cannot-offer', {
									detail: `dbvet looked into database ${here ?? '(unknown)'}; ${user} works in ${database}`,
								}),
							],
			);
			return open.length > 0 ? open.map(why => unknown(why, expected)).slice(0, 1) : verdicts;
		}),
	examples: {
		healthy: [
			example(),
			example({identities: [reporting], roles: listed({...plainRole, name: 'shop_bi'})}),
		],
		defective: [
			example({sensitiveColumns: listed(item)}),
			example({sensitiveColumns: listed({...item, secret: false})}),
		],
		blind: [
			blind,
			example({sensitiveColumns: cut()}),
			example({identities: [reporting]}),
			example({
				identities: [{...reporting, database: 'other'}],
				roles: listed({...plainRole, name: 'shop_bi'}),
			}),
		],
	},
});
