import {durabilityRows} from './settings/durability.js';
import {expandRow} from './settings/expand.js';
import {logFileRows} from './settings/log-files.js';
import {loggingRows} from './settings/logging.js';
import {protectionRows} from './settings/protection.js';
import {sessionRows} from './settings/sessions.js';

const rows = [...protectionRows, ...loggingRows, ...logFileRows, ...durabilityRows, ...sessionRows];

/** The checks that only compare one setting. */
export const settingChecks = rows.map(expandRow);

/** The settings that they judge: what a role or database has of its own for one of them is judged too. */
export const judgedSettings: readonly string[] = rows.map(({setting}) => setting);
