/** The record on disk: what the rest of the house may use of it. */
export {inspectWorkspace} from './inspect/inspect.js';
export type {Inspection} from './inspect/report.js';
export {findWorkspace} from './find-workspace.js';
export type {Notice, WorkspaceStore} from './store.js';
export {createWorkspace, openStore} from './workspace.js';
export {writerName} from './writer-name.js';
