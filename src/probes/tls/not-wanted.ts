import {unseen} from '../engine/check.js';

/** The fact of a question that no check of this run needs. */
export const notWanted = unseen('cancelled', {detail: 'no check that needs it was asked for'});
