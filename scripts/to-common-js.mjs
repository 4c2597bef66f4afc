/**
 * Makes CommonJS of the ES modules that esbuild splits the program into (it splits nothing else): Node reads some dozens of
 * small CommonJS files in half the time, because it does so without waking its asynchronous loader of ES modules.
 */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'esbuild';

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

const neighbour = /^\.\/[^/]+\.js$/;

/** Only a variable says what is imported there: it may be an ES module, which cannot be required. */
const importsAnything = text => /\bimport\((?!"\.\/)/.test(text);

/**
 * Converts the modules in the folder `from` into files in the folder `to`. None of them may wait at its top.
 * @param common options of esbuild that hold for all
 */
export const toCommonJs = async ({from, to, common}) => {
	// esbuild gives the default export of a neighbour as Node would to an ES module, unless it is told that these are none.
	for (const folder of [from, to])
		await writeFile(join(folder, 'package.json'), '{"type": "commonjs"}\n');
	const names = (await readdir(from)).filter(name => name.endsWith('.js'));
	const texts = new Map();
	for (const name of names) texts.set(name, await readFile(join(from, name), 'utf8'));
	const neighbours = {
		name: 'neighbours',
		setup: ({onResolve}) => onResolve({filter: neighbour}, ({path}) => ({path, external: true})),
	};
	const convert = (some, options) =>
		build({
			...common,
			...options,
			define: {...common.define, ...options.define},
			entryPoints: some.map(name => join(from, name)),
			outdir: to,
			legalComments: 'inline',
			plugins: [neighbours],
		});
	await convert(
		names.filter(name => !importsAnything(texts.get(name))),
		commonJs,
	);
	await convert(
		names.filter(name => importsAnything(texts.get(name))),
		{...commonJs, supported: {}},
	);
	for (const name of await readdir(from))
		if (name.endsWith('.txt')) await writeFile(join(to, name), await readFile(join(from, name)));
};
