/** A scoping fact that follows from another one, whatever was answered about it. */
export type ImpliedFact = {
	readonly fact: string;
	readonly is: string;
	readonly when: {readonly fact: string; readonly is: string};
	/** Begins small, for the middle of a sentence. */
	readonly because: string;
};

/** An answer about a fact that counts as another one, because of what was answered to `by`. */
export type Overruled = {
	/** The id of the question whose answer decides. */
	readonly by: string;
	readonly text: string;
};

/** Only what the law itself says: without it one wrong answer takes every question about personal data away unnoticed. */
const impliedFacts: readonly ImpliedFact[] = [
	{
		fact: 'personal-data',
		is: 'yes',
		when: {fact: 'health-data', is: 'yes'},
		because: 'health data is personal data (GDPR, Art. 4(15) and Art. 9)',
	},
];

/** What settles a fact without its own answer; `value` gives what was answered about others. */
export const impliedFact = (
	fact: string,
	value: (fact: string) => string | number | undefined,
): ImpliedFact | undefined =>
	impliedFacts.find(i => i.fact === fact && value(i.when.fact) === i.when.is);

/** All facts whose own answer says something else than what follows; what nobody answered contradicts nothing. */
export const overruledFacts = (
	value: (fact: string) => string | number | undefined,
): readonly ImpliedFact[] =>
	impliedFacts.filter(({fact, is}) => {
		const own = value(fact);
		return own !== undefined && own !== is && impliedFact(fact, value) !== undefined;
	});

/** Says which answer counts otherwise, why, and what to do; the texts are those of the two questions. */
export const overruledText = (
	{is, when, because}: ImpliedFact,
	own: string,
	deciding: string,
): string =>
	`“${own}” counts as ${is}, because “${deciding}” is answered ${when.is}: ${because}. Change one of the two answers.`;
