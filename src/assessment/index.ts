export {type Accepting, contradictionNamed, failuresOf, resolutionOf, waiverOf} from './accept.js';
export {assess} from './assess.js';
export {type AnswerClaim, claimOf} from './claims.js';
export {answersHash} from './contradictions.js';
export {effectiveProfile, type EffectiveProfile} from './profile.js';
export {troubleOf} from './trouble.js';
export {lacksSecondPerson} from './waivers.js';
export {compareVendors, type CompareOptions} from './vendors/compare.js';
export {responsibilitiesOf} from './vendors/responsibilities.js';
