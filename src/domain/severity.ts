import * as z from 'zod';
import {severities} from './options.js';

/** How bad it is when a control does not hold or a check fails. */
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;
