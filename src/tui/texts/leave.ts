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

/** In a window in which nothing else can be shown; `loses`: leaving now is asked about, where that can be seen. */
export const smallText = (columns: number, rows: number, loses: boolean): string =>
	`${columns}x${rows} is too small, 60x16 is needed. ${
		loses
			? 'Something would be lost or cut short now; Ctrl+C leaves all the same.'
			: 'Ctrl+C or q leaves.'
	}`;
