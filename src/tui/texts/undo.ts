/** What is said of changes that are taken back, and done again. */
export const undoTexts = {
	title: {undo: 'Undo?', redo: 'Do again?'},
	done: {
		undo: (change: string) => `Undone: ${change}. Ctrl+R does it again.`,
		redo: (change: string) => `Done again: ${change}. u undoes it.`,
	},
	nothing: {
		undo: 'Nothing is left to undo. Targets, evidence and probe runs are changed on the command line.',
		redo: 'Nothing is left to do again.',
	},
	seeking: 'Looking at the history…',
	reasons: {
		other: (who: string, when: string) => `${who} made this change, ${when}.`,
		old: (when: string) => `This change was made ${when}, before you opened this.`,
		many: (n: number) => `It is one change of ${n} things; all of them are taken back.`,
	},
	more: (n: number) => `and ${n} more`,
	change: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
	keys: {undo: 'Enter undoes it · Esc keeps it', redo: 'Enter does it again · Esc leaves it'},
	kept: 'The history keeps every step.',
} as const;
