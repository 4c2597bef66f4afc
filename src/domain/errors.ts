/** Exit codes are a promise (README); the highest that applies wins. */
export const exitCode = {
	done: 0,
	findings: 1,
	usage: 2,
	unfinished: 3,
	bug: 70,
	cancelled: 130,
} as const;

/**
 * Something the user can mend. `message` says what happened and where (file:line:column or target), `next` what to
 * do about it, one step a line. Shown without a stack. Anything else that is thrown is a bug of dbvet.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
	readonly next: readonly string[];
	readonly exitCode: number;

	constructor(message: string, next: readonly string[] = [], code: number = exitCode.usage) {
		super(message);
		this.next = next;
		this.exitCode = code;
	}
}
