import {controlsOf} from '../../domain/content-parts.js';
import {accepts, acceptedKinds, strengthWords} from '../../domain/evidence-kinds.js';
import type {Content} from '../../domain/content.js';
import type {EvidenceKind} from '../../domain/evidence.js';
import {findControl, findKind} from '../../services/evidence-links.js';
import {leftOutJson} from '../left-out.js';
import {processOutput, wrap, type Output} from '../output.js';
import type {Globals} from '../globals.js';
import {presentContent} from './questionnaire.js';

const freshness = ({validDays}: EvidenceKind): string =>
	validDays === undefined ? 'as long as it is in force' : `${validDays} days`;

const supports = (content: Content, kind: EvidenceKind): readonly string[] =>
	controlsOf(content)
		.filter(control => accepts(control, kind))
		.map(control => control.id);

const table = (output: Output, kinds: readonly EvidenceKind[]): void => {
	output.table([
		['kind', 'strength', 'convinces for', 'title'].map(output.style.dim),
		...kinds.map(kind => [kind.id, kind.strength, freshness(kind), kind.title]),
	]);
};

const describe = (output: Output, content: Content, kind: EvidenceKind): void => {
	const width = Math.min(output.columns, 100);
	const part = (title: string, ...texts: readonly string[]): void => {
		output.line();
		output.line(output.style.bold(title));
		for (const text of texts) {
			output.line(
				texts.length === 1 ? wrap(text, width, '  ') : wrap(`- ${text}`, width, '  ', '    '),
			);
		}
	};
	output.line(output.style.bold(`${kind.title} (${kind.id})`));
	output.line(`${strengthWords[kind.strength]}; convinces for ${freshness(kind)}`);
	part('Who issues it', kind.issuer);
	part('How to obtain it', kind.obtain);
	part('What to check on it', ...kind.check);
	part('Red flags', ...kind.redFlags);
	if (kind.inPlaceOf.length > 0)
		part('Stands in for, as the weaker one', kind.inPlaceOf.join(', '));
	const controls = supports(content, kind);
	part('Supports', controls.length === 0 ? 'no control yet' : controls.join(', '));
};

/**
 * Shows the catalogue: all kinds, those that one control accepts, or everything about one kind.
 * @throws UserError for an unknown kind or control
 */
export const showKinds = async (
	name: string | undefined,
	control: string | undefined,
	globals: Globals,
): Promise<void> => {
	const content = await presentContent(globals);
	const output = processOutput(process);
	const wanted = control === undefined ? undefined : findControl(content, control);
	const one = findKind(content, name);
	const all =
		wanted === undefined ? content.evidenceKinds : acceptedKinds(wanted, content.evidenceKinds);
	const kinds = one === undefined ? all : all.filter(kind => kind.id === one.id);
	if (globals.json === true) {
		output.json({
			kinds: kinds.map(kind => ({...kind, controls: supports(content, kind)})),
			...leftOutJson(content),
		});
		return;
	}
	if (wanted !== undefined) {
		output.line(`${wanted.id}: ${wanted.title}`);
		output.line();
	}
	const [only] = kinds;
	if (only === undefined) {
		output.line(
			one === undefined
				? 'This control names no kinds: it takes any proof.'
				: `It does not accept ${one.id}.`,
		);
		return;
	}
	if (one !== undefined) {
		describe(output, content, only);
		return;
	}
	table(output, kinds);
	output.line();
	output.line(
		'statement < screenshot < record < export < re-performed; attestation and agreement prove something else.',
	);
	output.line('More about one: dbvet evidence kinds KIND');
};
