/**
 * Runs the built program's smoke journey on newer Node.js versions. The binaries come from npm packages and are installed
 * into a temporary folder, never into the project.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const versions = {22: '22.23.3', 24: '24.21.0'};
const scratch = mkdtempSync(join(tmpdir(), 'dbvet-matrix-'));
let failed = 0;

const run = (command, args, options = {}) =>
	spawnSync(command, args, {cwd: root, encoding: 'utf8', stdio: 'inherit', ...options}).status ===
	0;

try {
	if (!run('npm', ['run', '--silent', 'build'])) throw new Error('the build failed');
	for (const [major, version] of Object.entries(versions)) {
		const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
		const folder = join(scratch, major);
		const installed = run('npm', [
			'install',
			'--no-save',
			'--no-audit',
			'--no-fund',
			'--silent',
			'--prefix',
			folder,
			`${name}@${version}`,
		]);
		const node = join(folder, 'node_modules', name, 'bin/node');
		if (!installed || !existsSync(node)) {
			console.error(`Node ${major}: the package ${name}@${version} could not be installed`);
			failed += 1;
			continue;
		}
		const passed = run(node, [join(root, 'scripts/smoke.mjs')]);
		console.log(`Node ${version}: ${passed ? 'passed' : 'failed'}`);
		if (!passed) failed += 1;
	}
} finally {
	rmSync(scratch, {recursive: true, force: true});
}
const total = Object.keys(versions).length;
console.log(`${total - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);
