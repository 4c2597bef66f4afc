import {daysBetween} from '../../domain/day.js';
import {findTarget} from '../../services/find-target.js';
import {lookAtKeys, type EndpointKeys} from '../../services/look-at-keys.js';
import {
	pinReason,
	proposePin,
	refuseUnverified,
	withPin,
	type Proposal,
} from '../../services/pin-target.js';
import {probeable} from '../../services/probeable.js';
import {record} from '../../services/project.js';
import type {Globals} from '../globals.js';
import {processOutput, wrap, type Output} from '../output.js';
import {interruptible, needTerminal} from '../terminal.js';
import {wholeNumber} from '../whole-number.js';
import {withProject} from './target.js';

export type PinOptions = {
	readonly key?: 'ca' | 'leaf';
	readonly yes?: boolean;
	readonly allowUnverified?: boolean;
	readonly timeout: string;
};

const until = (notAfter: string | null, now: string): string =>
	notAfter === null
		? 'its end cannot be read'
		: `until ${notAfter.slice(0, 10)}, ${daysBetween(now, notAfter)} days`;

const show = (output: Output, keys: readonly EndpointKeys[], now: string): void => {
	for (const {endpoint, leaf, ca, doubts} of keys) {
		output.line(output.style.bold(endpoint));
		output.table([
			['  Certificate', leaf.subject],
			['  Issuer', leaf.issuer],
			['  Valid', until(leaf.notAfter, now)],
			['  Its key', leaf.pin ?? 'cannot be read'],
			...(ca === undefined
				? []
				: [
						['  CA', `${ca.subject}, ${until(ca.notAfter, now)}`],
						['  Its key', ca.pin ?? 'cannot be read'],
					]),
			['  Verified', doubts.length === 0 ? 'yes' : 'no'],
		]);
		for (const doubt of doubts) output.line(wrap(doubt, output.columns, '    '));
	}
};

const isApproved = async ({key}: Proposal): Promise<boolean> => {
	const {default: inquirer} = await import('inquirer');
	const prompt = inquirer.createPromptModule({output: process.stderr});
	const {yes} = await prompt<{yes: boolean}>([
		{
			type: 'confirm',
			name: 'yes',
			message: `Accept only servers with this key of the ${key === 'ca' ? 'CA' : 'certificate'} from now on?`,
			default: false,
		},
	]);
	return yes;
};

/** Shows the keys of a database, and pins one of them when a person approves. */
export const pinTarget = async (
	name: string,
	options: PinOptions,
	globals: Globals,
): Promise<void> =>
	withProject(globals, async project => {
		const target = probeable(findTarget(await project.store.state(), name));
		if (options.yes !== true)
			needTerminal('To approve a key', [
				`Approve it without being asked: dbvet target pin ${target.name} --yes`,
			]);
		const timeoutMs = wholeNumber(options.timeout, '--timeout', 100, 600_000);
		const interrupt = interruptible();
		const keys = await lookAtKeys(project, target, {timeoutMs, signal: interrupt.signal}).finally(
			interrupt.done,
		);
		const output = processOutput(process);
		const now = project.clock().toISOString();
		if (globals.json !== true) show(output, keys, now);
		const proposal = proposePin(target, keys, options.key);
		refuseUnverified(target, proposal, options.allowUnverified === true);
		if (options.yes !== true && !(await isApproved(proposal))) {
			output.note('Nothing was changed.');
			return;
		}
		const after = withPin(target, proposal, now);
		await record(project, [{kind: 'target', key: after.id, after}], pinReason(proposal));
		if (globals.json === true) output.json(after);
		else output.line(`Pinned ${proposal.pin} for ${after.name}.`);
	});
