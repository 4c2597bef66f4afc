import {addDays} from '../../src/domain/day.js';

/**
 * The answers of a person who means well, some of them contradicted by what the probe sees: plaintext is said to be
 * refused for everyone, connections are said to be logged, tenants are said to be kept apart by the database.
 */
export const answersOnSystems = (
	today: string,
): string => `# Answers of the demo. A key is a question's id: see "dbvet questionnaire list".
targets:
  prod-db:
    plaintext-refused: yes
    old-protocols-off: yes
    certificate-verifiable: yes
    account-per-application: yes
    account-per-person: partly
    account-per-person-instead: Two administrators still share one account; it opens from the jump host only, which records who uses it.
    account-per-person-owner: Jonas Weber
    account-per-person-until: ${addDays(today, 150)}
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
  reporting-db:
    plaintext-refused: yes
    old-protocols-off: yes
    certificate-verifiable: yes
    backups-automatic: yes
    backup-retention: 35
    storage-encrypted: yes
    version-supported: supported
  shop-api:
    app-password-source: environment
    app-rotation: by-hand
    app-tls-verification: encrypted-only
    app-sensitive-columns: some
    app-encryption-method: envelope
    app-records-sensitive: yes
    app-records-request: no
  offsite:
    copy-account: other-company
    copy-login-alone: yes
    copy-age-hours: 26
    copy-silence: partly
    copy-silence-gap: The on-call person looks each Monday; an alarm is ordered.
    copy-silence-owner: Jonas Weber
    copy-silence-until: ${addDays(today, 30)}
    copy-contents: yes
    copy-oldest-days: 30
    copy-lock: other-people
    copy-lock-gap: Only the two founders may lift the lock, and each is told when it happens.
    copy-writer-deletes: yes
    copy-encryption: before-leaving
    copy-key-custody: untried
    copy-who-reads: few
    copy-restored-on: ${addDays(today, -157)}
    copy-restore-checked: counted
  organisation:
    ops-database-list: yes
    ops-drill-plan: some-planned
    ops-drill-plan-gap: The reporting database is rebuilt from the production database, so no drill is planned for it.
    ops-drill-plan-owner: Jonas Weber
    ops-drill-plan-until: ${addDays(today, 120)}
    ops-exit-plan: planned
    ops-second-factor: all-enforced
    ops-incident-written: plan-used
    ops-exercise-date: ${addDays(today, -420)}
`;
