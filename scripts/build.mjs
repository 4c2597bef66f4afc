/**
 * Builds dist/: the bundled program (dist/cli), the compiled content (dist/content), the fonts (dist/fonts) and, for a
 * checkout, the demo (dist/dev). Does nothing when dist/ is newer than everything it is made from; `--force` builds anyway.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import {chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join, relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

// After an install without development dependencies there is nothing to build with, and nothing to build for.
const esbuild = await import('esbuild').catch(error => {
	if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
});
if (esbuild === undefined) process.exit(0);
const {build} = esbuild;
const {readyAtOnce} = await import('./ready-at-once.mjs');
const {withoutExamples} = await import('./without-examples.mjs');
const {commonJs, esModule, toCommonJs} = await import('./to-common-js.mjs');

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

const newest = async path => {
	const info = await stat(path);
	if (!info.isDirectory()) return info.mtimeMs;
	const inside = await Promise.all((await readdir(path)).map(name => newest(join(path, name))));
	return Math.max(info.mtimeMs, ...inside);
};
const inputs = [
	'src',
	'scripts',
	'questionnaires',
	'templates',
	'evidence',
	'test/helpers',
	'package.json',
	'package-lock.json',
];
const built = await stat(stamp).then(
	info => info.mtimeMs,
	() => 0,
);
const changed = Math.max(...(await Promise.all(inputs.map(path => newest(join(root, path))))));
if (built > changed && !process.argv.includes('--force')) process.exit(0);

const common = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	target: 'node20.19',
	format: 'esm',
	logLevel: 'warning',
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		// Nothing here fetches; with `fetch` in sight, yoga's loader would wake Node's whole HTTP client to decode a data: URL.
		fetch: 'undefined',
		// The PostgreSQL driver makes one only to see whether it runs in a worker of Cloudflare, which wakes the same client.
		Response: 'undefined',
	},
	legalComments: 'linked',
	// Names stay, so that the stack of a bug can be read; white space goes, because Node reads every byte at each start.
	minifySyntax: true,
	minifyWhitespace: true,
	lineLimit: 160,
};

// pdfkit finds its own files by path; what speaks to libpq is not installed.
const external = ['pdfkit', 'pg-native'];

// zod's namespace drags in its messages in fifty languages; dbvet says things in its own words.
const onlyEnglish = {
	name: 'only-english',
	setup: ({onResolve}) => {
		onResolve({filter: /^\.\.\/locales\/index\.js$/}, ({importer, resolveDir}) =>
			/[\\/]zod[\\/]v4[\\/]/.test(importer)
				? {path: join(resolveDir, '../locales/en.js'), sideEffects: false}
				: undefined,
		);
	},
};

/** Leaves what is imported when it runs out of a bundle, and notes it in `found` (name in dist/cli -> source). */
const lateImports = found => ({
	name: 'late-imports',
	setup: ({onResolve}) => {
		onResolve({filter: /^\./}, ({kind, path, resolveDir}) => {
			if (kind !== 'dynamic-import') return undefined;
			const source = join(resolveDir, path.replace(/\.js$/, '.ts'));
			// All in one folder, because sources find the content and the fonts from where they lie.
			const name = relative(join(root, 'src'), source).replace(/\.ts$/, '').replaceAll(sep, '-');
			found[name] = source;
			return {path: `./${name}.js`, external: true};
		});
	},
});

// The new dist is made beside the old one and swapped in, so that a build that is interrupted leaves the old one whole.
const next = join(root, 'dist.next');
await rm(next, {recursive: true, force: true});
process.on('exit', code => {
	if (code !== 0) rmSync(next, {recursive: true, force: true});
});
await mkdir(next, {recursive: true});
// What every start reads, `--help` above all, is one file; what a command needs when it runs lies beside it. All of it is CommonJS,
// because waking Node's loader of ES modules alone takes a tenth of a bare start.
const late = {};
await build({
	...common,
	...commonJs,
	entryPoints: {main: 'src/cli/main.ts'},
	outdir: join(next, 'cli'),
	define: {...common.define, ...commonJs.define},
	plugins: [lateImports(late)],
});
const modules = join(next, 'modules');
await build({
	...common,
	// Documents are drawn in a thread, which has a file of its own to start from.
	entryPoints: {...late, 'render-worker': 'src/cli/render-worker.ts'},
	outdir: modules,
	splitting: true,
	external,
	plugins: [onlyEnglish, withoutExamples, readyAtOnce],
	alias: {
		// The usual one compiles a pattern of all emoji at each start, which alone takes a fifth of a bare start of Node.
		'string-width': 'fast-string-width',
	},
});
await toCommonJs({from: modules, to: join(next, 'cli'), common: {...common, external}});
await rm(modules, {recursive: true});
// What was compiled of another build is of no use, and neither the names nor the times of installed files tell one from another.
const all = createHash('sha256');
for (const name of (await readdir(join(next, 'cli'))).toSorted())
	all.update(`${name}\n`).update(await readFile(join(next, 'cli', name)));
await writeFile(
	join(next, 'cli/package.json'),
	`${JSON.stringify({type: 'commonjs', build: all.digest('hex')})}\n`,
);
await chmod(join(next, 'cli/main.js'), 0o755);
await build({
	...common,
	entryPoints: {'compile-content': 'scripts/compile-content.ts', demo: 'scripts/demo/main.ts'},
	outdir: join(next, 'dev'),
	banner: {js: esModule},
	splitting: true,
	packages: 'external',
});
const compiled = spawnSync(
	process.execPath,
	[join(next, 'dev/compile-content.js'), root, join(next, 'content')],
	{stdio: 'inherit'},
);
// It has said what is wrong with which file; the stack of this script would only bury that.
if (compiled.status !== 0) process.exit(1);
await cp(join(root, 'templates'), join(next, 'content/templates'), {recursive: true});

const fonts = {
	'IBMPlexSans_400Regular.ttf':
		'@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
	'IBMPlexSans_400Regular_Italic.ttf':
		'@expo-google-fonts/ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf',
	'IBMPlexSans_600SemiBold.ttf':
		'@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
	'IBMPlexSans_700Bold.ttf': '@expo-google-fonts/ibm-plex-sans/700Bold/IBMPlexSans_700Bold.ttf',
	'IBMPlexSans-LICENSE.txt': '@expo-google-fonts/ibm-plex-sans/LICENSE_FONT',
	'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
	'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
	'DejaVuSansMono.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
	'DejaVu-LICENSE.txt': 'dejavu-fonts-ttf/LICENSE',
};
await mkdir(join(next, 'fonts'));
for (const [name, source] of Object.entries(fonts)) {
	await cp(join(root, 'node_modules', source), join(next, 'fonts', name));
}
await writeFile(join(next, '.built'), '');
await rm(dist, {recursive: true, force: true});
await rename(next, dist);
