import {seen, unseen, type Observed, type Verdict} from '../../engine/check.js';
import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example} from '../examples.js';
import {redisCheck} from '../kit.js';
import {requireLogin} from '../remediation.js';
import {shownBy} from '../sources.js';

const expected = 'a stranger’s command is answered with NOAUTH';

/** Over a Unix socket the mode of the file may keep the other users of the machine out, as long as nobody changes it. */
const overSocket = (openToAll: Observed<boolean>): Verdict =>
	openToAll.seen && !openToAll.value
		? fail(
				'PING without a login was obeyed; only the mode of the socket or its folder keeps other users of the machine out',
				expected,
				{severity: 'medium'},
			)
		: fail(
				openToAll.seen
					? 'PING without a login was obeyed, on a socket that every user of the machine may connect to'
					: 'PING without a login was obeyed',
				expected,
			);

export const redisWireNoauth = redisCheck({
	id: 'redis-wire-noauth',
	title: 'A stranger is asked to log in',
	question: 'Does the server refuse commands of somebody who has not logged in?',
	why: 'Whoever reaches the port of an open server reads and changes everything, and can have it write files.',
	severity: 'critical',
	scope: 'endpoint',
	source: shownBy.stranger,
	needs: 'none',
	remediation: requireLogin,
	judge: ({anonymous, certificateShown, socket}) =>
		whenSeen(anonymous, expected, answer => {
			switch (answer) {
				case 'auth-required':
					return [pass('PING without a login was answered with NOAUTH', expected)];
				case 'protected':
					return [
						fail(
							'no password is set; only the protected mode turned dbvet away (PING: DENIED)',
							expected,
							{severity: 'high'},
						),
					];
				case 'let-in':
					if (socket !== null) return [overSocket(socket.openToAll)];
					return certificateShown
						? [
								fail(
									'no password was asked for; the client certificate that dbvet showed may have been what let it in',
									expected,
									{severity: 'medium'},
								),
							]
						: [fail('PING without a login was obeyed', expected)];
			}
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({anonymous: seen('let-in')}),
			example({anonymous: seen('protected')}),
			example({anonymous: seen('let-in'), certificateShown: true}),
			example({anonymous: seen('let-in'), socket: {openToAll: seen(true)}}),
			example({anonymous: seen('let-in'), socket: {openToAll: seen(false)}}),
			example({anonymous: seen('let-in'), socket: {openToAll: unseen('file-unreadable')}}),
		],
		blind: [blind],
	},
});
