import type {Content} from '../../domain/content.js';
import {profileLabel} from '../../domain/own-profile.js';
import type {CredentialSource, DatabaseTarget, PinApproval, Target} from '../../domain/target.js';
import {endpointName} from '../../domain/endpoint-name.js';
import type {WorkspaceState} from '../../domain/workspace.js';

/** The database of a login, named as such because it often bears the user's name; Redis only numbers them. */
const placeOf = ({engine}: DatabaseTarget, database: string): string => {
	switch (engine) {
		case 'postgresql':
		case 'mysql':
		case 'mariadb':
			return database === '' ? '' : ` in database ${database}`;
		case 'redis':
		case 'valkey':
			return '';
	}
};

/** A target in a few words, for lists; links are names. */
export const describeTarget = (target: Target, state: WorkspaceState): string => {
	const linked = (verb: string, ids: readonly string[]): readonly string[] =>
		ids.length === 0 ? [] : [`${verb} ${ids.map(id => state.targets[id]?.name ?? id).join(', ')}`];
	switch (target.kind) {
		case 'database':
			return [
				`${target.engine} at ${target.endpoints.map(endpointName).join(', ')}`,
				...(target.platform === undefined ? [] : [`on ${target.platform}`]),
				...target.identities.map(
					({role, user, database}) => `${role} ${user}${placeOf(target, database)}`,
				),
			].join(', ');
		case 'application':
		case 'infrastructure':
			return [
				`${target.kind}${target.path === undefined ? '' : ` in ${target.path}`}`,
				...(target.kind === 'application'
					? linked('uses', target.uses)
					: linked('hosts', target.hosts)),
			].join(', ');
		case 'backup':
			return [
				'backup',
				...linked('of', target.of),
				...(target.location === undefined ? [] : [`at ${target.location}`]),
			].join(' ');
		case 'vendor':
		case 'organisation':
			return target.kind;
	}
};

const credentialText = (source: CredentialSource | undefined): string => {
	switch (source?.from) {
		case 'env':
			return `password from ${source.variable}`;
		case 'command':
			return 'password from a command';
		case 'prompt':
			return 'password asked for';
		case 'pgpass':
		case undefined:
			return 'password from ~/.pgpass';
	}
};

const approvalText = ({at, key, verified, subject}: PinApproval): string =>
	`${at.slice(0, 10)}: the key of the ${key === 'ca' ? 'CA above' : 'certificate'} ${subject}${verified ? '' : ', which nothing else verified'}`;

type Row = readonly [string, string];

/** Everything known of a target, as a label and a text a line; links are names, not ids. */
export const targetRows = (
	target: Target,
	state: WorkspaceState,
	content: Pick<Content, 'profiles'>,
): readonly Row[] => {
	const named = (id: string): string => state.targets[id]?.name ?? id;
	const links = (label: string, ids: readonly string[]): readonly Row[] =>
		ids.length === 0 ? [] : [[label, ids.map(named).join(', ')]];
	const common: readonly Row[] = [
		...(target.profiles === undefined
			? []
			: [['Profiles', target.profiles.map(id => profileLabel(content, id)).join(', ')] as const]),
		['Added', target.createdAt],
		...(target.retiredAt === undefined ? [] : [['Retired', target.retiredAt] as const]),
		['Id', target.id],
	];
	switch (target.kind) {
		case 'database': {
			const {ca, pin, approval, clientCert} = target.verification;
			return [
				['Kind', `database, ${target.engine}`],
				...(target.platform === undefined ? [] : [['Platform', target.platform] as const]),
				...(target.vendor === undefined ? [] : [['Vendor', named(target.vendor)] as const]),
				...target.endpoints.map(one => ['Endpoint', `${endpointName(one)} (${one.role})`] as const),
				...target.identities.map(
					({role, user, database, credential}) =>
						[
							'Login',
							`${role}: ${user} on database ${database}, ${role === 'scanner' ? credentialText(credential) : 'never logged in'}`,
						] as const,
				),
				['Trusts', pin ?? ca ?? 'the public roots that Node.js brings'],
				...(approval === undefined ? [] : [['Approved', approvalText(approval)] as const]),
				...(clientCert === undefined ? [] : [['Shows', clientCert] as const]),
				...(target.expect === undefined
					? []
					: [['Reach', `expected to be ${target.expect}`] as const]),
				...common,
			];
		}
		case 'application':
		case 'infrastructure':
			return [
				['Kind', target.kind],
				...(target.path === undefined ? [] : [['Path', target.path] as const]),
				...(target.kind === 'application'
					? links('Uses', target.uses)
					: links('Hosts', target.hosts)),
				...common,
			];
		case 'backup':
			return [
				['Kind', 'backup'],
				...(target.location === undefined ? [] : [['Location', target.location] as const]),
				...links('Backs up', target.of),
				...common,
			];
		case 'vendor':
			return [
				['Kind', 'vendor'],
				...(target.service === undefined ? [] : [['Service', target.service] as const]),
				...common,
			];
		case 'organisation':
			return [['Kind', 'organisation'], ...common];
	}
};
