import fc from 'fast-check';

/** 100,000 inputs for each property that does not say otherwise; fewer where DBVET_FUZZ_RUNS says so. */
fc.configureGlobal({numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 100_000)});
