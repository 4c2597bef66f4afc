import {assess, compareVendors, type CompareOptions} from '../../src/assessment/index.js';
import type {Comparison, VendorResult} from '../../src/domain/comparison.js';
import type {Evaluation} from '../../src/domain/evaluation.js';
import {
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
} from './tiny-content.js';
import {tinyAnswer, tinyNow, tinyOrganisation, tinyState, tinyVendor} from './tiny-record.js';

/** The questions that vendors answer; each speaks about a control of the same name. */
export const vendorQuestions = ['tls', 'dpa', 'soc2', 'iso', 'exit'] as const;
export type VendorQuestion = (typeof vendorQuestions)[number];
export type VendorAnswer = 'yes' | 'partly' | 'no' | 'dont-know' | 'not-applicable' | undefined;
export type VendorAnswers = Partial<Readonly<Record<VendorQuestion, VendorAnswer>>>;

const fact = tinyQuestion({
	id: 'in-the-eu',
	fact: 'eu-customers',
	answer: {kind: 'yes-no', claims: {yes: 'nothing', no: 'nothing'}},
});

const content = tinyContent({
	profiles: [
		tinyProfile({id: 'startup', mandatory: ['tls', 'soc2']}),
		tinyProfile({id: 'regulated', mandatory: ['tls']}),
	],
	questionnaires: [
		tinyQuestionnaire({id: 'scoping', kind: 'organisation', questions: [fact]}),
		tinyQuestionnaire({
			id: 'vendors',
			kind: 'vendor',
			controls: [
				tinyControl({id: 'tls', kind: 'vendor', weight: 5, knockOut: true}),
				tinyControl({
					id: 'dpa',
					kind: 'vendor',
					weight: 4,
					knockOut: {when: {fact: 'eu-customers', is: 'yes'}},
				}),
				tinyControl({id: 'soc2', kind: 'vendor', weight: 3, weightIn: {regulated: 5}}),
				tinyControl({id: 'iso', kind: 'vendor', weight: 3}),
				tinyControl({id: 'exit', kind: 'vendor', weight: 2}),
				tinyControl({id: 'logo', kind: 'vendor'}),
			],
			questions: [...vendorQuestions, 'logo'].map(id => tinyQuestion({id, control: id})),
		}),
	],
});

const us = tinyOrganisation();
export const vendorNames = ['alpha', 'beta', 'gamma', 'delta'] as const;

/** The evaluation of vendors by name with their answers; `turned` reverses the order of the targets. */
export const evaluateVendors = (
	given: Readonly<Partial<Record<string, VendorAnswers>>>,
	eu: 'yes' | 'no' | 'dont-know' = 'no',
	profiles: readonly string[] = ['startup'],
	turned = false,
): Evaluation => {
	const vendors = Object.keys(given).map(name => tinyVendor(name));
	const answers = vendors.flatMap(vendor =>
		Object.entries(given[vendor.name] ?? {}).flatMap(([question, value]) =>
			value === undefined ? [] : [tinyAnswer(vendor, question, value)],
		),
	);
	return assess({
		content,
		state: tinyState({
			targets: turned ? [us, ...vendors].reverse() : [us, ...vendors],
			profiles,
			answers: [...answers, tinyAnswer(us, 'in-the-eu', eu)],
		}),
		runs: [],
		checks: [],
		now: tinyNow,
	});
};

/** The comparison of vendors by name with their answers. */
export const compareAnswers = (
	given: Readonly<Partial<Record<string, VendorAnswers>>>,
	eu?: 'yes' | 'no',
	options: CompareOptions = {},
): Comparison => compareVendors(evaluateVendors(given, eu ?? 'no'), options);

/** The result of the vendor with a name. */
export const resultOf = (comparison: Comparison, name: string): VendorResult => {
	const found = comparison.vendors.find(v => v.name === name);
	if (found === undefined) throw new Error(`no ${name}`);
	return found;
};
/** The names of those who are put first. */
export const firstNames = (c: Comparison): readonly string[] =>
	c.vendors.filter(v => c.first.includes(v.vendor)).map(v => v.name);

/** The same answer to every question. */
export const allAnswered = (value: VendorAnswer): VendorAnswers =>
	Object.fromEntries(vendorQuestions.map(q => [q, value]));
