import {addDays} from '../../src/domain/day.js';

/** What two fictional vendors showed: one with good papers, one cheaper with fewer of them. */
export const answersOnVendors = (
	today: string,
): string => `# Answers of the demo. A key is a question's id: see "dbvet questionnaire list".
targets:
  harbour-cloud:
    vendor-iso-certificate: accredited
    vendor-iso-scope: yes
    vendor-iso-expiry: ${addDays(today, 210)}
    vendor-iso-statement: yes
    vendor-iso-looked-up: ${addDays(today, -75)}
    vendor-soc2-report: type-2
    vendor-soc2-period-end: ${addDays(today, -150)}
    vendor-soc2-period-length: continuous
    vendor-soc2-categories: all-three
    vendor-soc2-opinion: unqualified
    vendor-soc2-exceptions: mended
    vendor-soc2-subservice: read
    vendor-soc2-duties: no
    vendor-pen-test-date: ${addDays(today, -190)}
    vendor-pen-test-scope: service
    vendor-docs-published: yes
    vendor-duties-written: yes
    vendor-duty-patching: vendor
    vendor-duty-backups: both
    vendor-duty-keys: us
    vendor-duty-network: us
    vendor-duty-accounts: us
    vendor-duty-monitoring: both
    vendor-duty-incidents: both
    vendor-duty-parts: They keep daily snapshots; the off-vendor copy is ours. They watch the host; we watch the logins.
    vendor-dpa-signed: signed
    vendor-dpa-compared: compared
    vendor-dpa-subject: yes
    vendor-dpa-instructions: yes
    vendor-dpa-confidentiality: yes
    vendor-dpa-security: yes
    vendor-dpa-sub-processing: yes
    vendor-dpa-data-subjects: yes
    vendor-dpa-assistance: yes
    vendor-dpa-deletion: yes
    vendor-dpa-audits: partly
    vendor-dpa-missing: (h); the SOC 2 report is read instead of an audit, and an addendum is being agreed.
    vendor-dpa-missing-owner: Mara Lind
    vendor-dpa-missing-until: ${addDays(today, 90)}
    vendor-health-contract: yes
    vendor-sub-processor-list: yes
    vendor-region: everything
    vendor-transfer-ground: no-transfer
    vendor-breach-clause: hours
    vendor-breach-hours: 24
    vendor-breach-trigger: aware
    vendor-breach-contact: yes
    vendor-tls-engines: enforced
    vendor-recovery-offered: both
    vendor-recovery-days: 35
    vendor-network-closed: allowlist
    vendor-data-out: yes
    vendor-deletion-days: 30
    vendor-exit-plan: planned
  northstar-db:
    vendor-iso-certificate: accredited
    vendor-iso-scope: yes
    vendor-iso-expiry: ${addDays(today, -21)}
    vendor-soc2-report: type-1
    vendor-docs-published: yes
    vendor-duties-written: no
    vendor-dpa-signed: offered
    vendor-health-contract: dont-know
    vendor-region: data-only
    vendor-breach-clause: undue-delay
    vendor-tls-engines: optional
    vendor-recovery-offered: snapshots
    vendor-network-closed: allowlist
    vendor-data-out: yes
    vendor-exit-plan: none
`;
