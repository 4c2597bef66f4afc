import Handlebars from 'handlebars';
import {UserError} from '../../domain/errors.js';
import {parseWords} from './parse-words.js';

/** The template language: `each`, `if`, `unless` and `with`. Nothing reads files, nothing calls code. */
const knownHelpers = {log: false, lookup: false} as unknown as Record<string, boolean>;

const options = {noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers};

/** Finds a word in a template and names its place as path:line, or the path alone. */
export const placeIn =
	(source: string, path: string) =>
	(needle: string): string => {
		const line = source.split('\n').findIndex(text => text.includes(needle));
		return line < 0 ? path : `${path}:${line + 1}`;
	};

/**
 * Fills a Markdown template.
 * @param source Handlebars text; strings in it come out as they are, because the context is already escaped
 * @param context what escapeView() made
 * @param path named in messages as path:line
 * @throws UserError when the template does not parse, uses a partial or an unknown helper, or names what is not there
 */
export const fillTemplate = (source: string, context: unknown, path: string): string => {
	const engine = Handlebars.create();
	const program = parsed(engine, source, path);
	refusePartials(program, path);
	try {
		return engine.compile(program, options)(guarded(context, source, path));
	} catch (error) {
		if (error instanceof UserError || !(error instanceof Error)) throw error;
		if (!isTemplateFault(error)) throw error;
		throw fault(error, path, source);
	}
};

/**
 * Looks at a template without filling it; which names there are is known only when it is filled.
 * @throws UserError as fillTemplate does
 */
export const checkTemplate = (source: string, path: string): void => {
	const engine = Handlebars.create();
	const program = parsed(engine, source, path);
	refusePartials(program, path);
	try {
		engine.precompile(program, options);
	} catch (error) {
		if (!(error instanceof Error) || !isTemplateFault(error)) throw error;
		throw fault(error, path, source);
	}
};

const parsed = (engine: typeof Handlebars, source: string, path: string) => {
	try {
		return engine.parse(source);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		throw fault(error, path, source);
	}
};

const isTemplateFault = (error: Error): boolean =>
	/^(?:Cannot use 'in' operator|You specified knownHelpersOnly|"[^"]*" not defined in|Missing helper)/.test(
		error.message,
	) || / - \d+:\d+$/.test(error.message);

const fault = (error: Error, path: string, source: string): UserError => {
	const known = error as Error & {readonly lineNumber?: number};
	const name = /unknown helper (\S+)|^"([^"]*)" not defined|search for '([^']*)'/.exec(
		error.message,
	);
	const line =
		known.lineNumber ??
		/line (\d+)/.exec(error.message)?.[1] ??
		/ - (\d+):\d+$/.exec(error.message)?.[1];
	const where =
		line === undefined
			? placeIn(source, path)(name?.[1] ?? name?.[2] ?? name?.[3] ?? '\0')
			: `${path}:${line}`;
	const what = (
		name?.[3] === undefined
			? (parseWords(error.message) ?? error.message.split('\n')[0] ?? '')
			: `"${name[3]}" is not defined here`
	)
		.replace(/ - \d+:\d+$/, '')
		.replace(/ in \[object Object\]/, ' here');
	return new UserError(`${where}: ${what}`, [
		'Compare the line with the template that dbvet ships.',
	]);
};

/** A partial can call itself for ever, and there is no file to read it from. */
const refusePartials = (program: hbs.AST.Program, path: string): void => {
	const refuse = (node: hbs.AST.Node): never => {
		throw new UserError(
			`${path}:${node.loc.start.line}: partials and decorators are not available in templates`,
			['Write the text in the template itself.'],
		);
	};
	const visitor = new Handlebars.Visitor();
	visitor.PartialStatement = refuse;
	visitor.PartialBlockStatement = refuse;
	visitor.Decorator = refuse;
	visitor.DecoratorBlock = refuse;
	visitor.accept(program);
};

/** Names that the engine itself asks any value for. */
const askedByEngine: ReadonlySet<string> = new Set(['toHTML', 'length', 'call', 'lookupProperty']);

/**
 * The context, where a name that is not there is an error also inside `{{#if}}`: strict mode lets that pass, and a
 * misspelt condition would silently drop a part of a document.
 */
const guarded = (value: unknown, source: string, path: string): unknown => {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(v => guarded(v, source, path));
	const copy = Object.fromEntries(
		Object.entries(value).map(([k, v]) => [k, guarded(v, source, path)]),
	);
	return new Proxy(copy, {
		// Strict mode asks here first and would print the whole context into its own message.
		has: () => true,
		get: (target, key) => {
			if (typeof key === 'symbol' || askedByEngine.has(key)) return undefined;
			if (Object.hasOwn(target, key)) return target[key];
			throw new UserError(`${placeIn(source, path)(key)}: "${key}" is not defined here`, [
				`What is defined here: ${Object.keys(target).join(', ')}.`,
			]);
		},
	});
};
