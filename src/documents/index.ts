export {createRenderer, documentIds, type RendererParts} from './renderer.js';
export {fontFiles} from './pdf/fonts.js';
