import type {ControlEvaluation} from '../../../domain/evaluation.js';

/**
 * Chapters of the baseline by rows of the requirements ledger, which every control names; a control belongs to the
 * first chapter that holds one of its rows.
 */
const topics = [
	{id: 'accounts', rows: ['B1', 'B2', 'B3', 'B4', 'B5', 'B26', 'B29', 'B30', 'C4', 'C5', 'C9']},
	{id: 'network', rows: ['B17', 'B18', 'B32', 'C3', 'A9']},
	{
		id: 'encryption',
		rows: ['B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B31', 'A8', 'C1', 'C2', 'C10'],
	},
	{id: 'backups', rows: ['B6', 'B7', 'B8', 'B9', 'B10', 'B23', 'A7']},
	{id: 'logging', rows: ['B19', 'B20', 'B21', 'B22', 'B28', 'B33', 'C6', 'C8']},
] as const;

export type TopicId = (typeof topics)[number]['id'] | 'configuration';

export const topicTitles: Readonly<Record<TopicId, string>> = {
	accounts: 'Accounts and their rights',
	network: 'Network exposure',
	encryption: 'Encryption',
	backups: 'Backups and restore',
	logging: 'Logging',
	configuration: 'Version and configuration',
};
export const topicIds: readonly TopicId[] = [...topics.map(t => t.id), 'configuration'];

/** The chapter of a control; what fits none is about version and configuration. */
export const topicOf = (control: ControlEvaluation): TopicId => {
	const rows: readonly string[] = control.definition.requirements;
	return topics.find(t => t.rows.some(r => rows.includes(r)))?.id ?? 'configuration';
};
