/**
 * Validates questionnaires/, evidence/ and the checks' own texts, and writes them as JSON beside the program, because
 * parsing YAML at start costs more than starting. Arguments: the checkout, the folder to write to.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {CheckInfo} from '../src/domain/check.js';
import {UserError} from '../src/domain/errors.js';
import {allFamilies} from '../src/probes/all-families.js';
import plannedChecks from '../src/probes/planned-checks.json' with {type: 'json'};
import {splitContent} from '../src/questionnaires/framework-lists.js';
import {compileContent, schemas} from '../src/questionnaires/index.js';

const [root, out] = process.argv.slice(2);
if (root === undefined || out === undefined) throw new Error('usage: compile-content ROOT OUT');

/** JSON in ASCII alone: the engine reads it several times faster than text that may hold any letter. */
const ascii = (value: unknown): string =>
	JSON.stringify(value).replace(
		/[^\0-\x7f]/g,
		unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

try {
	const known = Object.keys(CheckInfo.unwrap().shape);
	const checks = allFamilies
		.flatMap(family => family.checks)
		.map(check =>
			CheckInfo.parse(Object.fromEntries(Object.entries(check).filter(([k]) => known.includes(k)))),
		);
	const planned = Object.values(plannedChecks).flat();
	const content = await compileContent(root, {checks: checks.map(({id}) => id), planned});
	await mkdir(join(out, 'schemas'), {recursive: true});
	const {brief, lists} = splitContent(content);
	await writeFile(join(out, 'content.json'), ascii(brief));
	await writeFile(join(out, 'planned-checks.json'), ascii(planned));
	await writeFile(join(out, 'frameworks.json'), ascii(lists));
	await writeFile(join(out, 'checks.json'), ascii(checks));
	for (const [name, schema] of Object.entries(schemas())) {
		await writeFile(
			join(out, 'schemas', `${name}.json`),
			`${JSON.stringify(schema, null, '\t')}\n`,
		);
	}
} catch (error) {
	if (!(error instanceof UserError)) throw error;
	process.stderr.write(`${[error.message, ...error.next].join('\n')}\n`);
	process.exitCode = 1;
}
