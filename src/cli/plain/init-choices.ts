/** What a new workspace needs to know: from options, or from the wizard. */
export type InitChoices = {
	readonly organisation: string;
	readonly profiles: readonly string[];
	readonly facts: readonly {readonly id: string; readonly value: string}[];
};
