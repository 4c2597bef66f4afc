import type {Content} from '../../domain/content.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {dutyOwners, type Duty, type Responsibilities} from '../../domain/responsibilities.js';
import {present} from '../present.js';

/**
 * Who does what, vendor by vendor: each duty with the answer, and for what is (also) ours the controls of the databases at
 * that vendor which then have to be met, with their state. Duties that are not asked today are left out.
 */
export const responsibilitiesOf = (
	content: Content,
	evaluation: Evaluation,
	vendors?: readonly string[],
): readonly Responsibilities[] => {
	const duties = content.questionnaires.flatMap(q =>
		q.questions.flatMap(({id, duty}) => (duty === undefined ? [] : [{question: id, ...duty}])),
	);
	const asked = new Map(
		evaluation.questions.filter(q => q.asked).map(q => [`${q.target} ${q.question}`, q]),
	);
	return evaluation.targets
		.map(t => t.target)
		.filter(t => t.kind === 'vendor' && (vendors === undefined || vendors.includes(t.id)))
		.map(vendor => {
			const databases = evaluation.targets.flatMap(({target}) =>
				target.kind === 'database' && target.vendor === vendor.id ? [target.id] : [],
			);
			return {
				vendor: vendor.id,
				name: vendor.name,
				databases: databases.length,
				duties: duties.flatMap((duty): readonly Duty[] => {
					const found = asked.get(`${vendor.id} ${duty.question}`);
					if (found === undefined) return [];
					const owner = ownerOf(found.answer?.value);
					const ours = owner === 'us' || owner === 'both';
					return [
						present({
							question: duty.question,
							title: duty.title,
							owner,
							note: found.answer?.note,
							controls: !ours
								? []
								: evaluation.controls
										.filter(c => databases.includes(c.target) && duty.ours.includes(c.control))
										.map(c => ({
											id: c.id,
											target: c.target,
											targetName: c.targetName,
											control: c.control,
											title: c.definition.title,
											state: c.state,
											assurance: c.assurance,
											...present({agedFrom: c.agedFrom}),
										})),
						}),
					];
				}),
			};
		});
};

const ownerOf = (value: string | number | undefined): Duty['owner'] =>
	dutyOwners.find(owner => owner === value);
