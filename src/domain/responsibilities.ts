import type {Assurance, ControlState} from './evaluation.js';

/** The answers of a question about a duty; lint holds every such question to them. */
export const dutyOwners = ['vendor', 'us', 'both', 'nobody'] as const;
export type DutyOwner = (typeof dutyOwners)[number];

/** One duty towards one vendor. */
export type Duty = {
	readonly question: string;
	readonly title: string;
	/** Absent: not answered, or not known. */
	readonly owner?: DutyOwner;
	readonly note?: string;
	/** What has to be met on our databases at this vendor, when the duty is ours or shared. */
	readonly controls: readonly {
		readonly id: string;
		readonly target: string;
		readonly targetName: string;
		readonly control: string;
		readonly title: string;
		readonly state: ControlState;
		readonly assurance: Assurance;
		/** How well it was known before what it rests on grew too old; absent unless stale. */
		readonly agedFrom?: Assurance;
	}[];
};

/** Who does what between one vendor and us. */
export type Responsibilities = {
	readonly vendor: string;
	readonly name: string;
	/** How many databases name this vendor. */
	readonly databases: number;
	readonly duties: readonly Duty[];
};
