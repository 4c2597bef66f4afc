/**
 * Makes CommonJS of the ES modules that esbuild splits the program into (it splits nothing else): Node reads some dozens of
 * small CommonJS files in half the time, because it does so without waking its asynchronous loader of ES modules.
 */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build, transform} from 'esbuild';

// CommonJS packages inside an ES module need what it does not have.
export const esModule = [
	"import {createRequire as dbvetCreateRequire} from 'node:module';",
	"import {fileURLToPath as dbvetPath} from 'node:url';",
	'const require = dbvetCreateRequire(import.meta.url);',
	'const __filename = dbvetPath(import.meta.url);',
	"const __dirname = dbvetPath(new URL('.', import.meta.url));",
].join('\n');

/** Files of CommonJS, which know where they lie, and require what they import when they run. */
export const commonJs = {
	format: 'cjs',
	supported: {'dynamic-import': false},
	define: {'import.meta.url': 'dbvetUrl'},
	banner: {js: "const dbvetUrl = require('node:url').pathToFileURL(__filename).href;"},
};

/** A module that waits while it is loaded (the layout of the terminal does, for its WebAssembly) must stay what it is. */
const waits = async text =>
	transform(text, {format: 'cjs', logLevel: 'silent'}).then(
		() => false,
		() => true,
	);

const neighbour = /^\.\/[^/]+\.js$/;

/**
 * Converts the modules in the folder `from` into files in the folder `to`: `.js`, and `.mjs` for those that stay ES modules.
 * @param common options of esbuild that hold for all
 */
export const toCommonJs = async ({from, to, common}) => {
	// esbuild gives the default export of a neighbour as Node would to an ES module, unless it is told that these are none.
	for (const folder of [from, to])
		await writeFile(join(folder, 'package.json'), '{"type": "commonjs"}\n');
	const texts = new Map();
	for (const name of await readdir(from))
		if (name.endsWith('.js')) texts.set(name, await readFile(join(from, name), 'utf8'));
	const staying = new Set();
	for (const [name, text] of texts) if (await waits(text)) staying.add(name);
	const asModule = name => name.replace(/\.js$/, '.mjs');
	// An ES module cannot be required, and what only a variable names may be one.
	const importsModules = name =>
		[...texts.get(name).matchAll(/\bimport\((?:"\.\/([^"]+)")?/g)].some(
			([, one]) => one === undefined || staying.has(one),
		);
	const neighbours = {
		name: 'neighbours',
		setup: ({onResolve}) => {
			onResolve({filter: neighbour}, ({path, kind}) => {
				const isStaying = staying.has(path.slice('./'.length));
				if (isStaying && kind !== 'dynamic-import')
					return {
						errors: [{text: `${path} waits while it is loaded: import it when it is needed`}],
					};
				return {path: isStaying ? asModule(path) : path, external: true};
			});
		},
	};
	const convert = (names, options) =>
		build({
			...common,
			...options,
			define: {...common.define, ...options.define},
			entryPoints: names.map(name => join(from, name)),
			outdir: to,
			legalComments: 'inline',
			plugins: [neighbours],
		});
	const names = [...texts.keys()].filter(name => !staying.has(name));
	await convert(
		names.filter(name => !importsModules(name)),
		commonJs,
	);
	await convert(names.filter(importsModules), {...commonJs, supported: {}});
	await convert([...staying], {outExtension: {'.js': '.mjs'}, banner: {js: esModule}});
	for (const name of await readdir(from))
		if (name.endsWith('.txt')) await writeFile(join(to, name), await readFile(join(from, name)));
};
