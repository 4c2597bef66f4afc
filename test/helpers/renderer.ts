import {readFileSync} from 'node:fs';
import {createRenderer} from '../../src/documents/index.js';

const root = new URL('../../', import.meta.url);

/** Where a font lies before the build has copied it. */
export const readFont = (name: string): Uint8Array => {
	const weight = /^IBMPlexSans_(.*)\.ttf$/.exec(name)?.[1];
	const path =
		weight === undefined
			? `node_modules/dejavu-fonts-ttf/ttf/${name}`
			: `node_modules/@expo-google-fonts/ibm-plex-sans/${weight}/${name}`;
	return readFileSync(new URL(path, root));
};

export const readTemplate = (path: string): string =>
	readFileSync(new URL(`templates/${path}`, root), 'utf8');

/** The renderer with the templates and fonts of the working tree. */
export const testRenderer = (overrides?: (path: string) => string | undefined) =>
	createRenderer({readTemplate, readFont, ...(overrides ? {overrides} : {})});
