import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
		env: {DBVET_USER: 'Test Author', TZ: 'UTC'},
	},
});
