/** What a server first said to the scanner that logs in, over TLS and before any proof was given. */
export type LoginAnswer = {
	readonly user: string;
	readonly database: string;
	/** 0 in without a proof, 3 password in clear, 5 MD5, 10 SASL (PostgreSQL manual, Message Formats). */
	readonly code: number;
	/** The SASL mechanisms when the code is 10. */
	readonly mechanisms: readonly string[];
	/** The address of this machine that the connection came from. */
	readonly source: string;
};

/**
 * Where the family that logs in leaves the answer it got, so that no other has to ask the same on a connection of its own.
 * What is told first stays; undefined says that there will be no answer.
 */
export type LoginBoard = {
	readonly tell: (answer: LoginAnswer | undefined) => void;
	readonly heard: Promise<LoginAnswer | undefined>;
};

/** Makes the board of one endpoint; where nobody `comes` who logs in, it says so at once. */
export const createLoginBoard = (comes: boolean): LoginBoard => {
	let tell: LoginBoard['tell'] = () => undefined;
	const heard = new Promise<LoginAnswer | undefined>(resolve => {
		tell = resolve;
	});
	if (!comes) tell(undefined);
	return {tell, heard};
};
