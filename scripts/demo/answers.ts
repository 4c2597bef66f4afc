import {addDays} from '../../src/domain/day.js';

/**
 * The answers of a person who means well, some of them contradicted by what the probe sees: plaintext is said to be
 * refused for everyone, connections are said to be logged, tenants are said to be kept apart by the database.
 */
export const answersFile = (
	today: string,
): string => `# Answers of the demo. A key is a question's id: see "dbvet questionnaire list".
targets:
  prod-db:
    plaintext-refused: yes
    old-protocols-off: yes
    certificate-verifiable: yes
    account-per-application: yes
    account-per-person: partly
    reporting-reads-only: yes
    application-not-admin: yes
    administrators-named: named-few
    public-rights-removed: yes
    last-access-review: ${addDays(today, -70)}
    login-proof: scram
    static-passwords: rotated-passwords
    password-making: generated
    console-second-factor: yes
    last-credential-rotation: ${addDays(today, -40)}
    reachable-from: allowlisted
    sources-listed: yes
    storage-encrypted: yes
    key-control: own-separate
    last-key-rotation: ${addDays(today, -200)}
    backups-automatic: yes
    backup-retention: 35
    pitr-on: yes
    data-loss-minutes: 5
    off-vendor-exists: other-company
    off-vendor-retention: 14
    backup-key-separate: separate-key
    last-restore-drill: ${addDays(today, -157)}
    restore-compared: yes
    restore-minutes: 47
    deletion-protected: yes
    connections-logged: yes
    schema-changes-logged: yes
    pgaudit-on: no
    logs-leave: yes
    logs-unalterable: dont-know
    log-days: 90
    alerts-exist: some
    version-supported: supported
    patch-time: 30
    config-in-code: yes
    tenant-separation: rls-forced
    tenant-test: never
    flow-logs:
      value: not-applicable
      note: The network belongs to the provider and has no flow logs on this plan.
  aiven:
    vendor-iso-certificate: accredited
    vendor-iso-scope: yes
    vendor-iso-expiry: ${addDays(today, 210)}
    vendor-iso-statement: yes
    vendor-iso-looked-up: ${addDays(today, -30)}
    vendor-soc2-report: type-2
    vendor-soc2-period-end: ${addDays(today, -330)}
    vendor-soc2-period-length: continuous
    vendor-soc2-categories: availability
    vendor-soc2-opinion: unqualified
    vendor-soc2-exceptions: mended
    vendor-soc2-duties: no
    vendor-docs-published: yes
    vendor-duties-written: partly
    vendor-duty-patching: both
    vendor-duty-backups: both
    vendor-duty-keys: us
    vendor-duty-network: us
    vendor-duty-accounts: us
    vendor-duty-monitoring: nobody
    vendor-duty-incidents: both
    vendor-pen-test-date: ${addDays(today, -120)}
    vendor-pen-test-scope: service
    vendor-pen-test-findings: yes
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
    vendor-sub-processor-list: yes
    vendor-region: everything
    vendor-breach-clause: undue-delay
    vendor-tls-engines: enforced
    vendor-recovery-offered: both
    vendor-network-closed: allowlist
    vendor-data-out: yes
    vendor-exit-plan: planned
  shop-api:
    app-password-source: environment
    app-rotation: by-hand
    app-tls-verification: encrypted-only
    app-sensitive-columns: some
    app-encryption-method: envelope
    app-records-sensitive: yes
    app-records-request: no
`;

/** The record of a restore drill, as somebody would write it; kept as evidence. */
export const restoreDrillRecord = (today: string): string => `Restore drill of prod-db

Date        ${addDays(today, -157)}
Backup      daily snapshot of ${addDays(today, -158)}, off-vendor copy
Restored to a clean server at another provider
Measured    47 minutes from start to first query
Compared    row counts of 12 tables, all equal
Signed      head of operations
`;
