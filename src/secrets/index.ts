export {maxTextBytes, screenBytes, type Screened} from './screen-bytes.js';
