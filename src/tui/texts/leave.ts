import {count} from '../../domain/count.js';

/** What is asked before the terminal UI is left. */
export const leaveTexts = {
	title: 'Leave?',
	typed: (n: number) =>
		`${count(n, 'answer or note', 'answers or notes')} you typed would be lost.`,
	saving: 'An answer is still being saved.',
	probing: 'A probe is running; it would be cancelled. What is done is kept.',
	writing: 'Documents are still being written.',
	form: 'What you typed into the form would be lost.',
	over: 'Nothing would be lost by leaving any more: q leaves.',
	keys: 'Enter leaves · Esc stays',
} as const;
