import {UserError} from '../domain/errors.js';
import type {Settings} from '../domain/workspace.js';
import {findFramework} from './framework-coverage.js';
import {record, type Project} from './project.js';

/**
 * Chooses the frameworks that documents refer to; `undefined` goes back to those that are cited by default.
 * @throws UserError for an unknown framework, or none at all.
 */
export const citeFrameworks = async (
	project: Project,
	ids: readonly string[] | undefined,
): Promise<Settings> => {
	const content = await project.wholeContent();
	if (ids?.length === 0) {
		throw new UserError('No framework was named.', [
			'List them with: dbvet questionnaire coverage',
			'Go back to the usual ones with: dbvet questionnaire cite --default',
		]);
	}
	const {frameworks: _, ...rest} = (await project.store.state()).settings;
	const after: Settings =
		ids === undefined
			? rest
			: {...rest, frameworks: [...new Set(ids.map(id => findFramework(content, id).id))]};
	await record(project, [{kind: 'settings', key: 'workspace', after}]);
	return after;
};
