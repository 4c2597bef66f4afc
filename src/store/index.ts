/** The record on disk: what the rest of the house may use of it. */
export {findWorkspace} from './find-workspace.js';
export type {Notice, WorkspaceStore} from './store.js';
export {createWorkspace, openStore} from './workspace.js';
export {writerName} from './writer-name.js';
