import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';

export type Bundle = {readonly program: string; readonly remove: () => Promise<void>};

/** Bundles test/fixtures/tui-program.ts the way the product is bundled: ESM, split, React for production. */
export const bundleTui = async (): Promise<Bundle> => {
	const folder = await mkdtemp(join(tmpdir(), 'dbvet-tui-'));
	await build({
		entryPoints: [join(import.meta.dirname, '../fixtures/tui-program.ts')],
		outdir: folder,
		outExtension: {'.js': '.mjs'},
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
		alias: {'react-devtools-core': join(import.meta.dirname, '../fixtures/no-devtools.ts')},
		banner: {
			js: "import {createRequire as requireFrom} from 'node:module'; const require = requireFrom(import.meta.url);",
		},
		logLevel: 'error',
	});
	return {
		program: join(folder, 'tui-program.mjs'),
		remove: () => rm(folder, {recursive: true, force: true}),
	};
};
