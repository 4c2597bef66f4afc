import type {Binding, Context} from '../../keys.js';
import {goTo, only, type Step} from '../../navigation.js';
import type {State} from '../../state.js';
import type {Item} from './items.js';

/** What a key of the table does: handed in, because it is the one who asks. */
export type RunCommand = (
	state: State,
	context: Context,
	command: Binding['command'],
	key: string,
) => Step;

/** So many entries are remembered as used. */
const remembered = 12;

/** Does what an entry of the palette says, as its key would; the palette closes. */
export const runItem = ({id, run}: Item, before: State, runCommand: RunCommand): Step => {
	const recent = [id, ...before.recent.filter(r => r !== id)].slice(0, remembered);
	const open = {...before, recent};
	const state = {...open, overlay: undefined, notice: undefined};
	switch (run.kind) {
		case 'command':
			return runCommand(state, run.context, run.command, run.key);
		case 'go':
			return only(goTo(open, run.place));
		case 'probe': {
			const there = goTo(open, {screen: 'probes', target: run.target});
			return runCommand(there, 'probes', 'start-probes', 'enter');
		}
		case 'write': {
			const there = goTo(open, {screen: 'documents'});
			const chosen = run.document === undefined ? undefined : [run.document];
			const documentsScreen = {...there.documentsScreen, chosen};
			return runCommand({...there, documentsScreen}, 'documents', 'write', 'enter');
		}
	}
};
