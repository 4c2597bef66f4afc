import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Content} from '../../src/domain/content.js';
import {controlsOf} from '../../src/domain/content-parts.js';
import type {Control} from '../../src/domain/control.js';
import plannedChecks from '../../src/probes/planned-checks.json' with {type: 'json'};
import {mysql} from '../../src/probes/mysql/index.js';
import {exposure} from '../../src/probes/exposure/index.js';
import {postgresql} from '../../src/probes/postgresql/index.js';
import {redis} from '../../src/probes/redis/index.js';
import {tlsFamily} from '../../src/probes/tls/index.js';
import {compileContent} from '../../src/questionnaires/index.js';

/** Ids of all checks that are written, whether or not a face of dbvet offers their family yet. */
const written = [exposure, tlsFamily, postgresql, mysql, redis].flatMap(({checks}) =>
	checks.map(({id}) => id),
);

let content: Content;
let hardening: {readonly controls: readonly Control[]};

beforeAll(async () => {
	content = await compileContent(join(import.meta.dirname, '../..'), {checks: written});
	const found = content.questionnaires.find(({id}) => id === 'hardening');
	if (found === undefined) throw new Error('the hardening questionnaire is missing');
	hardening = found;
});

describe('the roles of checks', () => {
	it('requires no check that only one provider can pass', () => {
		const provider = /^(aws|gcp|az|do|aiven|iac|k8s|drift)-/;
		const bad = hardening.controls.flatMap(({id, checks}) =>
			checks
				.filter(({check, role}) => role === 'required' && provider.test(check))
				.map(({check}) => `${id}: ${check}`),
		);
		expect(bad).toEqual([]);
	});

	it('ties every check to a control', () => {
		const tied = new Set(controlsOf(content).flatMap(({checks}) => checks.map(c => c.check)));
		const loose = written.filter(id => !tied.has(id));
		expect(loose, 'name these checks under a control in questionnaires/').toEqual([]);
	});

	it('leaves unproven only the controls whose required checks are not written yet', () => {
		const known = new Set(written);
		const open = hardening.controls.flatMap(({id, checks}) =>
			checks
				.filter(({check, role}) => role === 'required' && !known.has(check))
				.map(({check}) => `${id}: ${check}`),
		);
		const planned = ['strong-login: pg-hba-ident-tcp', 'pgaudit: pg-object-audit-role'];
		expect(open.filter(one => !planned.includes(one))).toEqual([]);
	});

	it('proves nothing by what dbvet saw for one identity, one session or one guess', () => {
		const narrow = [
			'pg-app-uses-admin-role',
			'pg-excessive-dml',
			'pg-sessions-plaintext',
			'pg-session-age',
			'pg-own-session-tls',
			'pg-own-auth-method',
			'pg-tenant-column-without-rls',
			'pg-shared-login-role',
			'mysql-app-uses-admin',
			'mysql-sessions-plaintext',
			'mysql-own-session-tls',
		];
		const required = hardening.controls.flatMap(({checks}) =>
			checks.filter(({role}) => role === 'required').map(({check}) => check),
		);
		expect(required.filter(check => narrow.includes(check))).toEqual([]);
		// A refusal of one account in clear proves the control only beside the rules that hold for all accounts.
		const tls = hardening.controls.find(({id}) => id === 'tls-required');
		const needed = tls?.checks.filter(({role}) => role === 'required').map(({check}) => check);
		expect(needed).toEqual(
			expect.arrayContaining(['tls-plaintext-refused', 'pg-hba-host-not-hostssl']),
		);
	});

	it('plans no check that is built', () => {
		const built = new Set(written);
		const both = Object.values(plannedChecks)
			.flat()
			.filter(id => built.has(id));
		expect(both, 'take these ids out of src/probes/planned-checks.json: they are built').toEqual(
			[],
		);
	});
});
