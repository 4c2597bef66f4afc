/**
 * Has what the terminal UI is drawn with made ready as its files are run: ink and its layout (yoga) wait at the top of a module for developer
 * tools and for WebAssembly. That makes ES modules of all that imports them, which take longer to load, and of which Node keeps nothing.
 */
import {readFile} from 'node:fs/promises';
import {dirname} from 'node:path';

const inside = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/;

const index = base64 => `
import loadYoga from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const yoga = {
	instantiateWasm: (imports, ready) => {
		const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from('${base64}', 'base64')), imports);
		ready(instance);
		return instance.exports;
	},
};
void loadYoga(yoga);
export default wrapAssembly(yoga);
export * from './generated/YGEnums.js';
`;

export const readyAtOnce = {
	name: 'ready-at-once',
	setup: ({onLoad}) => {
		const text = path => readFile(path, 'utf8');
		onLoad({filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/}, async ({path}) => {
			const folder = dirname(path);
			const [, base64] = inside.exec(
				await text(`${folder}/../binaries/yoga-wasm-base64-esm.js`),
			) ?? ['', ''];
			if (base64 === '') throw new Error(`${path}: its WebAssembly is not where it was`);
			return {contents: index(base64), resolveDir: folder};
		});
		onLoad({filter: /[\\/]ink[\\/]build[\\/]reconciler\.js$/}, async ({path}) => ({
			contents: (await text(path)).replaceAll('isDev()', 'false'),
		}));
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => ({
			contents: (await text(path)).replace(inside, '"data:application/octet-stream;base64,"'),
		}));
	},
};
