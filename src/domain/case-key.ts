/** Tells one finding from all others, from day to day, also when its target gets another name. */
export const findingCaseKey = ({
	target,
	check,
	endpoint,
	object,
}: {
	/** Immutable id. */
	readonly target: string;
	readonly check: string;
	readonly endpoint: string;
	readonly object?: string | undefined;
}): string => `finding/${target}/${check}/${endpoint}/${object ?? ''}`;

/** The same for a control of a target. */
export const controlCaseKey = ({
	target,
	control,
}: {
	readonly target: string;
	readonly control: string;
}): string => `control/${target}/${control}`;
