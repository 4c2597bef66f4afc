import type {DatabaseTarget} from '../domain/target.js';
import type {Project} from './project.js';

/**
 * Asks for the passwords that targets want typed, one after the other, before any of them is probed: what a person takes to
 * type must not count against a server, and no progress may be drawn over a prompt. Nothing is asked for where the wanted
 * checks (all, unless `only` names some) log in nowhere. Rejects when the person cancels.
 */
export const askPasswords = async (
	project: Pick<Project, 'checks' | 'offline' | 'askSecret'>,
	targets: readonly DatabaseTarget[],
	only: readonly string[] | undefined,
): Promise<void> => {
	if (project.offline) return;
	const families = new Set(
		project.checks.filter(check => check.needs !== 'none').map(check => check.family),
	);
	for (const target of targets) {
		const logsIn = project.checks.some(
			({id, family, engines}) =>
				families.has(family) &&
				(engines?.includes(target.engine) ?? true) &&
				(only?.includes(id) ?? true),
		);
		// Only the scanner logs in; the other identities are what the server is asked about.
		const scanner = target.identities.find(({role}) => role === 'scanner');
		if (logsIn && scanner?.credential?.from === 'prompt') await project.askSecret(target, scanner);
	}
};
