import {blind, cut, example, listed} from '../examples.js';
import {quoteName} from '../judge/settings.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no sequence has used more than 70 % of its numbers';
const percent = (used: number): string => `${Math.floor(used * 100)} %`;

export const pgIntPkExhaustion = defineCheck({
	id: 'pg-int-pk-exhaustion',
	title: 'Sequences have numbers left',
	question: 'Is less than 70 % of the numbers used, of every sequence and of its column?',
	why: 'When an integer key runs out no row can be added, and changing its type then takes hours that nobody has.',
	severity: 'medium',
	source: shownBy('sequences'),
	needs: 'SELECT or USAGE on the sequences',
	remediation: {
		all: 'ALTER TABLE name ALTER COLUMN id TYPE bigint; in a quiet hour, or by a new column that is filled beside it.',
	},
	judge: facts =>
		whenAllSeen(facts.sequences, facts.observer, expected, (sequences, who) => {
			const hidden = sequences.items.filter(({used}) => used === null);
			const verdicts = judgeListing(sequences, expected, {
				offends: ({name, column, used}) =>
					used !== null && used > 0.7
						? fail(
								`${name}${column === null ? '' : ` for ${column}`} has used ${percent(used)} of its numbers ${inDatabase(facts)}`,
								expected,
								{object: name, ...(used > 0.9 ? {} : {severity: 'low' as const})},
							)
						: undefined,
				clean: `no sequence has used more than 70 %, of its own range or of the columns that it feeds ${inDatabase(facts)}`,
			});
			const schema = hidden[0]?.name.split('.')[0] ?? 'public';
			return hidden.length > 0 && verdicts.every(({outcome}) => outcome === 'pass')
				? [
						unknown(
							{
								seen: false,
								reason: 'permission-denied',
								detail: `${hidden.length} sequences do not show this role how far they are ${inDatabase(facts)}`,
								grant: `GRANT SELECT ON ALL SEQUENCES IN SCHEMA ${quoteName(schema)} TO ${quoteName(who.user)};`,
							},
							expected,
						),
					]
				: verdicts;
		}),
	examples: {
		healthy: [example(), example({sequences: listed({name: 'public.a', column: null, used: 0.6})})],
		defective: [
			example({sequences: listed({name: 'public.a', column: 'a.id', used: 0.97})}),
			example({sequences: listed({name: 'public.a', column: 'a.id', used: 0.75})}),
		],
		blind: [
			blind,
			example({sequences: cut()}),
			example({sequences: listed({name: 'public.a', column: null, used: null})}),
		],
	},
});
