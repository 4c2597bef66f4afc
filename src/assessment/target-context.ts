import type {Resolution} from '../domain/answer.js';
import type {CheckInfo} from '../domain/check.js';
import type {Content} from '../domain/content.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import type {KeptEvidence} from '../domain/evidence.js';
import type {Target} from '../domain/target.js';
import type {RecordedRun} from '../domain/run.js';
import type {EffectiveProfile} from './profile.js';
import type {Asked} from './questions.js';
import type {KindContent, Scope} from './scope.js';

/** All that is known of one target before its controls are judged. */
export type TargetContext = {
	readonly target: Target;
	readonly content: Content;
	readonly kind: KindContent;
	readonly scope: Scope;
	readonly profile: EffectiveProfile;
	readonly questions: readonly Asked[];
	readonly questionsByControl: ReadonlyMap<string, readonly Asked[]>;
	readonly findings: readonly CurrentFinding[];
	readonly findingsByCheck: ReadonlyMap<string, readonly CurrentFinding[]>;
	readonly evidenceByControl: ReadonlyMap<string, readonly KeptEvidence[]>;
	readonly resolutions: ReadonlyMap<string, Resolution>;
	readonly checks: ReadonlyMap<string, CheckInfo>;
	/** The runs of the target, in order. */
	readonly runs: readonly RecordedRun[];
	/** ISO instant. */
	readonly now: string;
};
