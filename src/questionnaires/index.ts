export {
	allowedAnswers,
	parseAnswerValue,
	readAnswerValue,
	type ValueOrReason,
} from './answer-value.js';
export {parseAnswers, readAnswers, type FileAnswer} from './answers-file.js';
export {blankAnswers} from './blank-answers.js';
export {compileContent, lintContent, type LintOptions} from './compile.js';
export {lintWorkspace} from './lay-over.js';
export {loadContent} from './load-content.js';
export type {Known} from './own-files.js';
export {error, problemLine, problemsError, type Problem} from './problem.js';
export {schemas} from './schemas.js';
export {readTargets, targetsError, type PlacedRow, type TargetRow} from './targets-file.js';
export {parseWeights, readWeights} from './weights-file.js';
