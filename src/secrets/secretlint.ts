import {lintSource} from '@secretlint/core';
import {creator} from '@secretlint/secretlint-rule-preset-recommend';
import {disjoint} from '../domain/secrets/find.js';
import type {FoundSecret} from '../domain/secrets/found.js';

const preset = '@secretlint/secretlint-rule-preset-recommend';
const prefix = '@secretlint/secretlint-rule-';

/** What our own rules decide alone: they know placeholders, and have been over the text before. */
const ours = new Set(['database-connection-string', 'basicauth']);

/** Characters that are looked at together; secretlint takes the square of the findings in one piece. */
const piece = 1 << 14;
/** No secret that it knows is longer, so that each lies whole in one piece. */
const overlap = 1 << 11;

const kindOf = (rule: string): string => {
	const name = rule.replace(prefix, '');
	return name === 'privatekey' ? 'private key' : `credential of ${name.replaceAll('-', ' ')}`;
};

const lintPiece = async (content: string): Promise<readonly FoundSecret[]> => {
	const {messages} = await lintSource({
		source: {content, filePath: 'evidence.txt', ext: '.txt', contentType: 'text'},
		options: {noPhysicFilePath: true, config: {rules: [{id: preset, rule: creator}]}},
	});
	return messages
		.filter(({ruleId}) => !ours.has(ruleId.replace(prefix, '')))
		.map(({ruleId, range: [start, end]}) => ({kind: kindOf(ruleId), start, end}));
};

/** What secretlint's recommended rules find in a text, in order and apart. A text cannot switch them off by a comment. */
export const lintSecrets = async (text: string): Promise<readonly FoundSecret[]> => {
	const armed = text.replace(/secretlint-(?=disable|enable)/gi, 'secretlint_');
	const found: FoundSecret[] = [];
	for (let at = 0; at < armed.length; at += piece - overlap) {
		const inPiece = await lintPiece(armed.slice(at, at + piece));
		found.push(...inPiece.map(f => ({...f, start: f.start + at, end: f.end + at})));
	}
	// What is a marker already is no secret.
	return disjoint(found).filter(f => !text.slice(f.start, f.end).includes('[redacted: '));
};
