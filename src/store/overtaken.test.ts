import {expect, test} from 'vitest';
import {Overtaken} from '../domain/overtaken.js';
import {answer, meta, settings, temporaryFolder} from '../../test/helpers/workspace-samples.js';
import {createWorkspace, openStore} from './index.js';

test('what somebody else changed since is not overwritten by who has not seen it', async () => {
	const root = await temporaryFolder();
	const mine = await createWorkspace({root, settings, writer: 'w-00000001', ...meta(0)});
	const theirs = await openStore({root, writer: 'w-00000002'});
	const before = await mine.state();
	await theirs.append([answer('tls', 'no')], meta(1));
	const late = mine.append([answer('tls', 'yes')], meta(2), {state: before});
	await expect(late).rejects.toBeInstanceOf(Overtaken);
	await expect(late).rejects.toThrow(/answered this in the meantime: no \(by /);
	expect((await theirs.state()).answers['t-0123456789/tls']?.value).toBe('no');

	// The same said by both is no conflict, another key neither, and who has seen it may change it.
	await mine.append([answer('tls', 'no'), answer('backup', 35)], meta(3), {state: before});
	const state = await mine.append([answer('tls', 'yes')], meta(4), {state: await mine.state()});
	expect(state.answers['t-0123456789/tls']?.value).toBe('yes');
	const also = [{kind: 'answer', key: 't-0123456789/tls'}] as const;
	const other = mine.append([answer('other', 'yes')], meta(5), {state: before, also});
	await expect(other).rejects.toBeInstanceOf(Overtaken);
});
