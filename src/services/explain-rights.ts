import type {DatabaseTarget, Identity} from '../domain/target.js';
import type {Explanation} from './explain-socket.js';

const quoted = (name = '…'): string => `"${name.replaceAll('"', '""')}"`;

type RightsCase = {
	readonly detail: string;
	readonly scanner: Identity | undefined;
	readonly target: Pick<DatabaseTarget, 'engine'>;
};

/** For a login that was let in, and shown nothing. */
export const noRights = ({detail, scanner, target}: RightsCase): Explanation => ({
	text: detail,
	next:
		target.engine !== 'postgresql'
			? 'Give the scanner the rights that dbvet names beside each check.'
			: `Let the scanner connect: GRANT CONNECT ON DATABASE ${quoted(scanner?.database)} TO ${quoted(scanner?.user)};`,
});
