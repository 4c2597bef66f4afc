import {defineConfig} from 'vitest/config';

/** The fuzz tests of the wire parsers and the properties of the assessment with many inputs each: what `scripts/fuzz.mjs` runs at night. */
export default defineConfig({
	test: {
		include: ['src/assessment/*properties.test.ts', 'src/probes/**/*.test.ts'],
		setupFiles: ['test/helpers/fuzz-runs.ts'],
		testTimeout: 3_600_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
		env: {TZ: 'UTC'},
	},
});
