import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createRenderer} from '../documents/index.js';
import type {DocumentRenderer} from '../domain/ports.js';
import {readOverride} from './read-override.js';

const contentFolder = new URL('../content/', import.meta.url);
const fontFolder = new URL('../fonts/', import.meta.url);

/** The renderer of a workspace's documents: shipped templates and fonts, and the templates of its own over them. */
export const documentRenderer = (root: string): DocumentRenderer =>
	createRenderer({
		readTemplate: path => readFileSync(new URL(`templates/${path}`, contentFolder), 'utf8'),
		readFont: name => readFileSync(new URL(name, fontFolder)),
		overrides: path => readOverride(join(root, 'templates', path)),
	});
