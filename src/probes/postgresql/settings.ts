import {durabilityRows} from './settings/durability.js';
import {expandRow} from './settings/expand.js';
import {loggingRows} from './settings/logging.js';
import {protectionRows} from './settings/protection.js';

/** The checks that only compare one setting. */
export const settingChecks = [...protectionRows, ...loggingRows, ...durabilityRows].map(expandRow);
