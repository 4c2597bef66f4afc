import {createHash} from 'node:crypto';
import {readFileSync, statSync} from 'node:fs';
import Module, {createRequire} from 'node:module';
import {basename, dirname, join} from 'node:path';
import {Script} from 'node:vm';
import {cacheFolder} from './folder.js';
import {readShelf, writeShelf, type Compiled, type Shelf} from './shelf.js';

type Compile = (this: NodeJS.Module, source: string, path: string, ...more: unknown[]) => unknown;
type Wrapped = (...values: unknown[]) => unknown;
/** What Node's modules have beside what its types tell. */
type Inner = {
	readonly prototype: {_compile: Compile};
	readonly _cache: Record<string, NodeJS.Module>;
	readonly _nodeModulePaths: (folder: string) => string[];
};

/** What a file of CommonJS is run in; the names that Node gives to it. */
const [open, close] = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'];

/** The command, if it looks like one: each has a shelf of its own, because each runs other parts of the program. */
const commandOf = (args: readonly string[]): string =>
	args.find(arg => /^[a-z]{1,20}$/.test(arg)) ?? 'ui';

/** What is compiled for one Node and one set of its flags is of no use to another; a newer program takes the place of an older. */
const shelfPath = (folder: string): string | undefined => {
	const place = cacheFolder(process.env, process.platform);
	if (place === undefined) return undefined;
	const key = [folder, process.version, process.arch, process.execArgv, process.env.NODE_OPTIONS];
	const name = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16);
	return join(place, `${commandOf(process.argv.slice(2))}-${name}`);
};

/**
 * Keeps what the engine compiled of the program's files, so that the next start need not compile them again: a fifth of the
 * time of a short command. Node's own cache (`module.enableCompileCache`) gains half of that, because it keeps what was
 * compiled up front and not what was run. Files of others are left alone, and NODE_DISABLE_COMPILE_CACHE switches it off.
 */
export const keepCompiled = (folder: string): void => {
	if ((process.env.NODE_DISABLE_COMPILE_CACHE ?? '') !== '') return;
	const {prototype, _cache: loaded, _nodeModulePaths: packagesOf} = Module as unknown as Inner;
	const compile = prototype._compile;
	const elsewhere = createRequire(join(folder, 'main.js'));
	const packages = packagesOf(folder);
	const scripts = new Map<string, {readonly script: Script; readonly modifiedMs: number}>();
	let shelf: Shelf | undefined;
	let path: string | undefined;
	let build = '';
	let isMissing = false;

	/** The program's files name each other as they are: to resolve a hundred names takes Node longer than to read the files. */
	const load = (request: string): unknown => {
		if (!request.startsWith('./')) return elsewhere(request);
		const file = join(folder, request);
		const known = loaded[file];
		if (known !== undefined) return known.exports;
		const made = new Module(file) as NodeJS.Module & {_compile: Compile};
		made.filename = file;
		made.paths = packages;
		loaded[file] = made;
		try {
			made._compile(readFileSync(file, 'utf8'), file);
			made.loaded = true;
			return made.exports;
		} catch (error) {
			Reflect.deleteProperty(loaded, file);
			throw error;
		}
	};
	const require = Object.assign(load, elsewhere);

	prototype._compile = function (source, file, ...more) {
		// A script that comes out of a cache does not know any more who imports for it.
		if (dirname(file) !== folder || basename(file) === 'main.js' || source.includes('import('))
			return compile.call(this, source, file, ...more);
		if (shelf === undefined) {
			path = shelfPath(folder);
			build = readFileSync(join(folder, 'package.json'), 'utf8');
			shelf = path === undefined ? new Map() : readShelf(path, build);
		}
		const modifiedMs = statSync(file).mtimeMs;
		const known = shelf.get(file);
		const script = new Script(open + source + close, {
			filename: file,
			columnOffset: -open.length,
			...(known?.modifiedMs === modifiedMs ? {cachedData: known.bytes} : {}),
		});
		if (known?.modifiedMs !== modifiedMs || script.cachedDataRejected === true) isMissing = true;
		scripts.set(file, {script, modifiedMs});
		const run = script.runInThisContext() as Wrapped;
		return run.call(this.exports, this.exports, require, this, file, folder);
	};
	process.on('exit', () => {
		if (!isMissing || path === undefined) return;
		const made = [...scripts].map(([file, {script, modifiedMs}]): [string, Compiled] => [
			file,
			{bytes: script.createCachedData(), modifiedMs},
		]);
		writeShelf(path, build, new Map([...(shelf ?? []), ...made]));
	});
};
