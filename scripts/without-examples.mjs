/**
 * An esbuild plugin that leaves the `examples` of checks out of the program: tests judge them, and at each start they would
 * take as long to read and build as all that a probe of one server needs besides.
 */
import {readFile} from 'node:fs/promises';
import ts from 'typescript';

/** Where properties of that name stand in a source, each with the comma behind it. */
const spansOf = (source, name) => {
	const spans = [];
	const visit = node => {
		const isProperty = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
		if (!isProperty || node.name.getText(source) !== name) return ts.forEachChild(node, visit);
		const end = node.getEnd();
		spans.push([node.getFullStart(), source.text[end] === ',' ? end + 1 : end]);
	};
	visit(source);
	return spans;
};

export const withoutExamples = {
	name: 'without-examples',
	setup: ({onLoad}) => {
		onLoad({filter: /[\\/]src[\\/]probes[\\/].*\.ts$/}, async ({path}) => {
			const text = await readFile(path, 'utf8');
			if (!/\bexamples\b/.test(text)) return undefined;
			const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
			const contents = spansOf(source, 'examples').reduceRight(
				(rest, [from, to]) => rest.slice(0, from) + rest.slice(to),
				text,
			);
			return {contents, loader: 'ts'};
		});
	},
};
