import {UserError} from '../../domain/errors.js';
import type {Project} from '../../services/project.js';
import {
	authorFrom,
	newTargetId,
	probeRunner,
	screenFile,
	shippedChecks,
	shippedContent,
	wholeContent,
} from '../compose.js';
import {clockFrom} from '../clock.js';
import {dbvetVersion} from '../version.js';
import {createSecrets} from '../secrets.js';
import type {Globals} from '../globals.js';

/** A project without a workspace, for `dbvet probe URL` anywhere: it reads shipped content and records nothing. */
export const unboundProject = (globals: Globals): Project => {
	const {clock, fixed} = clockFrom(process.env);
	const content = shippedContent();
	const nothing = (): Promise<never> =>
		Promise.reject(
			new UserError('There is no dbvet workspace here.', ['Create one with: dbvet init']),
		);
	return {
		store: {
			root: process.cwd(),
			state: () =>
				Promise.resolve({
					settings: {
						organisation: 'none',
						profiles: ['startup'],
						confidentiality: 'Confidential',
						createdAt: clock().toISOString(),
					},
					targets: {},
					answers: {},
					evidence: {},
					waivers: {},
					resolutions: {},
					decisions: {},
					runs: {},
					marks: {},
				}),
			append: nothing,
			history: nothing,
			stateAt: () => Promise.resolve(undefined),
			head: nothing,
			conflicts: () => Promise.resolve([]),
			join: nothing,
			saveRun: nothing,
			loadRun: nothing,
			saveEvidence: nothing,
			verifyEvidence: nothing,
			checkArtifact: nothing,
			flush: () => Promise.resolve(),
		},
		content,
		wholeContent,
		checks: shippedChecks(),
		clock,
		fixedClock: fixed,
		by: authorFrom(globals.by, process.env),
		newTargetId,
		probes: () => probeRunner(clock),
		documents: nothing,
		screen: screenFile,
		...createSecrets(process.env),
		version: dbvetVersion(),
		offline: globals.offline === true,
		runCache: new Map(),
	};
};
