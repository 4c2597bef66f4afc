export {createProbeRunner} from './engine/runner.js';
export {probeAll} from './engine/probe-all.js';
