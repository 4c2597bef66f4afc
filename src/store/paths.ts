import {join} from 'node:path';

/** Where the parts of a workspace lie. */
export type Paths = {
	readonly root: string;
	readonly assessment: string;
	readonly history: string;
	readonly runs: string;
	readonly evidence: string;
	readonly documents: string;
};

export const pathsOf = (root: string): Paths => ({
	root,
	assessment: join(root, 'assessment.json'),
	history: join(root, 'history'),
	runs: join(root, 'runs'),
	evidence: join(root, 'evidence'),
	documents: join(root, 'documents'),
});
