/** Some of these contradict what the probe sees, as answers do. */
export const answersFile = `# Answers of the demo: each key is a question's id (dbvet questionnaire list).
targets: {}
`;

export const restoreDrillRecord = `Restore drill of prod-db

Date        2026-06-18
Backup      daily snapshot of 2026-06-17, off-vendor copy
Restored to a clean server at another provider
Measured    47 minutes from start to first query
Compared    row counts of 12 tables, all equal
Signed      head of operations
`;
