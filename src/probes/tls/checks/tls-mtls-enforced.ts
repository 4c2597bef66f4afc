import {seen, unseen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import type {MtlsAnswer} from '../facts.js';
import {identityName, tlsCheck, verdicts} from '../kit.js';
import {inTls} from '../sources.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'Without the client certificate a client does not get as far as with it',
);

/** `, tried as user app, database shop and user report, database shop`; empty where nobody had a name. */
const triedAs = (answers: readonly MtlsAnswer[], word: string): string => {
	const names = answers.flatMap(({user}) => (user === undefined ? [] : [identityName(user)]));
	return names.length === 0 ? '' : `, ${word} ${names.join(' and ')}`;
};

const answered = (...answers: readonly MtlsAnswer['answer'][]) =>
	but({
		mtls: seen(answers.map((answer, at) => ({user: {user: `app${at}`, database: 'shop'}, answer}))),
	});

/** Whether a server for which a client certificate is declared also insists on it. */
export const tlsMtlsEnforced = tlsCheck({
	id: 'tls-mtls-enforced',
	engines: ['postgresql', 'redis', 'valkey'],
	title: 'The client certificate is insisted on',
	question: 'Is a client without the declared certificate turned away?',
	why: 'A certificate that may be left out protects nothing: whoever has a password comes in without it.',
	severity: 'high',
	...inTls(
		'a handshake with the client certificate and one without, and the answer to a StartupMessage (Redis: PING) in each',
	),
	remediation: {
		all: 'PostgreSQL: clientcert=verify-full (or the cert method) in every hostssl rule, and reload. Redis and Valkey: tls-auth-clients yes.',
		'google-cloud-sql':
			'gcloud sql instances patch INSTANCE --ssl-mode=TRUSTED_CLIENT_CERTIFICATE_REQUIRED',
	},
	judge: ({mtls}) => {
		if (mtls === null) return [notApplicable('The target declares no client certificate')];
		if (!mtls.seen) return [unknown(mtls)];
		const open = mtls.value.filter(({answer}) => answer.seen && answer.value === 'admitted');
		if (open.length > 0)
			return [
				fail(`Without the certificate the server goes on just the same${triedAs(open, 'for')}`),
			];
		const [doubt] = mtls.value.flatMap(({user, answer}) => (answer.seen ? [] : [{user, answer}]));
		if (doubt !== undefined) {
			const {user, answer} = doubt;
			const whose = user === undefined ? '' : `${identityName(user)}: `;
			return [unknown({...answer, detail: `${whose}${answer.detail ?? 'not tried'}`})];
		}
		return [
			pass(
				`Turned away without the certificate, and served with it${triedAs(mtls.value, 'tried as')}${mtls.value.some(({user}) => user !== undefined) ? '; other users may have other rules' : ''}`,
			),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [
			answered(seen('admitted')),
			answered(seen('refused'), seen('admitted')),
			answered(unseen('permission-denied'), seen('admitted')),
		],
		blind: [
			blind,
			but({mtls: unseen('file-unreadable')}),
			answered(seen('refused'), unseen('limit-exceeded')),
		],
		notApplicable: [but({mtls: null})],
	},
});
