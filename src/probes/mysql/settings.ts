import {accessRows} from './settings/access.js';
import {expandRow} from './settings/expand.js';
import {protectionRows} from './settings/protection.js';
import {recordingRows} from './settings/recording.js';

/** The checks that only compare one variable. */
export const settingChecks = [...protectionRows, ...accessRows, ...recordingRows].map(expandRow);
