import {expect, it} from 'vitest';
import {stateCell} from './cells.js';

it('calls what a probe verified too long ago stale, and not documented', () => {
	expect(stateCell('met', 'documented', 'verified').text).toBe('✔ stale');
	expect(stateCell('met', 'none', 'claimed').text).toBe('✔ stale');
	expect(stateCell('met', 'documented').text).toBe('✔ documented');
	expect(stateCell('met', 'verified').text).toBe('✔ verified');
	expect(stateCell('not-met', 'documented', 'verified').text).toBe('✖ not met');
});
