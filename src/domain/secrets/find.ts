import {encodedSecrets} from './encoded.js';
import type {FoundSecret} from './found.js';
import {kubernetesSecrets} from './kubernetes.js';
import {namedInJson} from './named-json.js';
import {namedInXml} from './named-xml.js';
import {namedInYaml} from './named-yaml.js';
import {isPlaceholder} from './placeholder.js';
import {privateKeys} from './private-keys.js';
import {puttyKeys} from './putty-keys.js';
import type {SecretRule} from './rule.js';
import {secretRules} from './rules.js';
import {secretsInTables} from './tables.js';

const matches = (text: string, {kind, pattern, doubtful}: SecretRule): readonly FoundSecret[] => {
	const found: FoundSecret[] = [];
	for (const match of text.matchAll(pattern)) {
		const {secret, a, b, c, d, e, f} = match.indices?.groups ?? {};
		const place = secret ?? a ?? b ?? c ?? d ?? e ?? f;
		if (place === undefined) continue;
		const [start, end] = place;
		const value = text.slice(start, Math.min(end, start + 400));
		if (start === end || value.startsWith('[redacted:')) continue;
		if (doubtful === true && isPlaceholder(value)) continue;
		found.push({kind, start, end});
	}
	return found;
};

/** Findings that overlap are one secret, under the name of the first; in the order of the text. */
export const disjoint = (found: readonly FoundSecret[]): readonly FoundSecret[] => {
	const whole: FoundSecret[] = [];
	for (const next of found.toSorted((a, b) => a.start - b.start)) {
		const last = whole.at(-1);
		if (last === undefined || next.start >= last.end) whole.push(next);
		else if (next.end > last.end) whole[whole.length - 1] = {...last, end: next.end};
	}
	return whole;
};

const findAt = (text: string, depth: number): readonly FoundSecret[] =>
	disjoint([
		...privateKeys(text),
		...puttyKeys(text),
		...encodedSecrets(text, findAt, depth),
		...kubernetesSecrets(text),
		...namedInJson(text),
		...namedInYaml(text),
		...namedInXml(text),
		...secretsInTables(text),
		...secretRules.flatMap(rule => matches(text, rule)),
	]);

const blank = (found: string): string => ' '.repeat(found.length);

/** The text with blanks for odd spaces and for the colours of a terminal, so that a rule sees the name beside its value. */
const plainSpaces = (text: string): string =>
	text
		.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, blank)
		// eslint-disable-next-line no-control-regex -- the escape character begins every colour.
		.replace(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, blank);

/** The secrets that dbvet's own rules find in a text, in order and apart. Takes time in proportion to the text. */
export const findSecrets = (text: string): readonly FoundSecret[] => findAt(plainSpaces(text), 0);
