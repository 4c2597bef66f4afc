export {type Accepting, contradictionNamed, failuresOf, resolutionOf, waiverOf} from './accept.js';
export {assess} from './assess.js';
export {type AnswerClaim, claimOf} from './claims.js';
export {answersHash} from './contradictions.js';
export {effectiveProfile, type EffectiveProfile} from './profile.js';
