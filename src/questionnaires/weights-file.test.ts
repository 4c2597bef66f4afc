import {describe, expect, it} from 'vitest';
import {tinyContent, tinyControl, tinyQuestionnaire} from '../../test/helpers/tiny-content.js';
import {UserError} from '../domain/errors.js';
import {parseWeights, readWeights} from './weights-file.js';

const content = tinyContent({
	questionnaires: [
		tinyQuestionnaire({
			id: 'vendors',
			kind: 'vendor',
			controls: [tinyControl({id: 'vendor-iso', kind: 'vendor', weight: 3})],
		}),
		tinyQuestionnaire({id: 'databases', controls: [tinyControl({id: 'tls'})]}),
	],
});

const complaint = (text: string): string => {
	try {
		parseWeights(text, 'w.yaml', content);
	} catch (error) {
		if (error instanceof UserError) return error.message;
		throw error;
	}
	return 'none';
};

describe('a file of weights', () => {
	it('gives whole numbers by control, zero included', () => {
		expect([...parseWeights('weights: {vendor-iso: 0}', 'w.yaml', content)]).toEqual([
			['vendor-iso', 0],
		]);
	});

	it.each([
		[
			'a misspelt control',
			'weights:\n  vendor-isso: 3',
			'w.yaml:2:3 there is no control "vendor-isso" of vendors; did you mean "vendor-iso"?',
		],
		[
			'a control of databases',
			'weights:\n  tls: 3',
			'w.yaml:2:3 there is no control "tls" of vendors',
		],
		[
			'a weight below zero',
			'weights:\n  vendor-iso: -1',
			'w.yaml:2:15 vendor-iso: expected a whole number from 0 to 10',
		],
		['a weight above ten', 'weights:\n  vendor-iso: 11', 'expected a whole number from 0 to 10'],
		['half a weight', 'weights:\n  vendor-iso: 2.5', 'expected a whole number from 0 to 10'],
		['a word', 'weights:\n  vendor-iso: high', 'expected a whole number from 0 to 10'],
		['another key', 'weight:\n  vendor-iso: 3', 'expected the key "weights"'],
		['a key beside it', 'weights: {vendor-iso: 3}\nnames: []', 'w.yaml:2:1 unknown key "names"'],
		['a list', '- 1', 'expected the key "weights"'],
		['an empty file', '', 'this file is empty'],
		['no YAML', 'weights: {', 'w.yaml:1:'],
	])('refuses %s with its place', (_, text, expected) => {
		expect(complaint(text)).toContain(expected);
	});

	it('says which file does not exist', async () => {
		await expect(readWeights('/nowhere/w.yaml', content)).rejects.toThrow(
			'/nowhere/w.yaml: this file does not exist',
		);
	});
});
