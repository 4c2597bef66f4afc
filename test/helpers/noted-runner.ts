import {appendFileSync} from 'node:fs';
import {basename} from 'node:path';
import {expect} from 'vitest';
import {createProbeRunner as create} from '../../src/probes/engine/runner.js';
import type {TargetReport} from '../../src/domain/run.js';

/** What a server said of itself in the facts: `versionNum` is PostgreSQL's, and MariaDB greets with a number of old before its own. */
const versionOf = (report: TargetReport): string => {
	const facts = JSON.stringify(report.endpoints.map(endpoint => endpoint.facts));
	const number = /"versionNum":(\d+)/.exec(facts)?.[1];
	if (number !== undefined) return String(Math.floor(Number(number) / 10_000));
	return /"version":"(?:5\.5\.5-)?(\d+\.\d+)/.exec(facts)?.[1] ?? '';
};

const productOf = (report: TargetReport): string => {
	const facts = JSON.stringify(report.endpoints.map(endpoint => endpoint.facts));
	return /"product":"(mysql|mariadb|redis|valkey)"/.exec(facts)?.[1] ?? report.engine;
};

/**
 * The probe runner. With the name of a file in DBVET_PROOF it also notes there, one line of JSON each, what every check said
 * of which server to which user in which test: `npm run proof` makes docs/proof.md of it.
 */
export const createProbeRunner: typeof create = parts => {
	const runner = create(parts);
	const file = process.env.DBVET_PROOF;
	if (file === undefined) return runner;
	return {
		probe: async request => {
			const report = await runner.probe(request);
			const user = request.target.identities.find(({role}) => role === 'scanner')?.user ?? '';
			const about = {
				server: `${productOf(report)} ${versionOf(report)}`.trim(),
				user,
				test: basename(expect.getState().testPath ?? ''),
			};
			appendFileSync(
				file,
				report.findings
					.map(({check, outcome}) => `${JSON.stringify({check, outcome, ...about})}\n`)
					.join(''),
			);
			return report;
		},
	};
};
