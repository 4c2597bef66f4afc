import {addDays} from '../../src/domain/day.js';
import {answersOnSystems} from './answers-systems.js';
import {answersOnVendors} from './answers-vendors.js';

/** The record of a restore drill, as somebody would write it. */
const restoreDrillRecord = (today: string): string => `Restore drill of prod-db

Date        ${addDays(today, -157)}
Backup      daily snapshot of ${addDays(today, -158)}, off-vendor copy
Restored to a clean server at another provider
Measured    47 minutes from start to first query
Compared    row counts of 12 tables, all equal
Signed      head of operations
`;

const soc2Extract = (
	today: string,
): string => `Extract of a SOC 2 Type II report (fictional, for the worked example)

Service organisation  Harbour Cloud, managed PostgreSQL
Period                ${addDays(today, -515)} to ${addDays(today, -150)}
Categories            security, availability, confidentiality
Opinion               unqualified
Exceptions            one, on the removal of leavers; answered by the management
Your duties           7 complementary user entity controls, section 3
`;

const isoCertificate = (today: string): string => `Certificate (fictional, for the worked example)

Standard     ISO/IEC 27001:2022
Company      Northstar DB
Scope        operation of managed databases, one site
Valid        ${addDays(today, -1115)} to ${addDays(today, -21)}
Body         a certification body with accreditation
`;

/** Text of every file that the story needs, by name. */
export const artifacts = (today: string): Readonly<Record<string, string>> => ({
	'answers-vendors.yaml': answersOnVendors(today),
	'answers-systems.yaml': answersOnSystems(today),
	'restore-drill.txt': restoreDrillRecord(today),
	'soc2-harbour-cloud.txt': soc2Extract(today),
	'iso-northstar-db.txt': isoCertificate(today),
});
