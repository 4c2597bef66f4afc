/**
 * Runs around `npm pack` and `npm publish`. `before` builds, and takes out of package.json what only a checkout needs: the scripts, of
 * which an install of the package would warn, and the old PostgreSQL of the tests, which is optional because not every machine has it. `after` puts the file back as it was; so does the next `before`, should a pack have
 * been broken off.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = join(root, 'package.json');
const kept = join(root, 'dist/.package.json');

if (existsSync(kept)) {
	writeFileSync(manifest, readFileSync(kept));
	rmSync(kept);
}
if (process.argv[2] === 'before') {
	execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], {stdio: 'inherit'});
	const text = readFileSync(manifest);
	writeFileSync(kept, text);
	const published = JSON.parse(text.toString('utf8'));
	delete published.scripts;
	delete published.optionalDependencies;
	writeFileSync(manifest, `${JSON.stringify(published, null, '\t')}\n`);
}
