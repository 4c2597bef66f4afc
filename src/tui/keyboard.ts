import {createInputReader, type Typed} from './input.js';

/**
 * Listens to a terminal in raw mode and tells what was typed, until what is given back is called. ink's own reader is not
 * used: it throws on key sequences without a name, and takes parts of others for letters.
 */
export const listenToKeys = (
	stdin: NodeJS.ReadStream,
	onTyped: (typed: readonly Typed[]) => void,
): (() => void) => {
	const reader = createInputReader();
	let timer: NodeJS.Timeout | undefined;
	let turn: NodeJS.Immediate | undefined;
	const stopWaiting = (): void => {
		clearTimeout(timer);
		clearImmediate(turn);
	};
	const tell = (typed: readonly Typed[]): void => {
		stopWaiting();
		const patience = reader.patience();
		if (patience !== undefined) {
			timer = setTimeout(() => {
				// What came while the program was busy is read first.
				turn = setImmediate(() => {
					tell(reader.giveUp());
				});
			}, patience);
		}
		if (typed.length > 0) onTyped(typed);
	};
	const heard = (text: string): void => {
		tell(reader.read(text));
	};
	stdin.setEncoding('utf8');
	stdin.on('data', heard);
	return () => {
		stopWaiting();
		stdin.off('data', heard);
		stdin.pause();
	};
};
