import type {Content} from '../../src/domain/content.js';
import {allFamilies} from '../../src/probes/all-families.js';
import plannedChecks from '../../src/probes/planned-checks.json' with {type: 'json'};
import type {Known} from '../../src/questionnaires/index.js';

/** What the files of a workspace are judged by, as the program hands it to lint and load. */
export const shippedKnown = (content: Content): Known => ({
	content,
	checks: allFamilies.flatMap(({checks}) => checks.map(({id}) => id)),
	planned: Object.values(plannedChecks).flat(),
});
