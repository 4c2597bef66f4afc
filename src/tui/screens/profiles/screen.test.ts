import {afterEach, expect, it} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../../../test/helpers/render-screen.js';
import type {Profile} from '../../../domain/profile.js';

let screen: RenderedScreen | undefined;
afterEach(() => screen?.close());

it.each([80, 120])(
	'names a profile that the workspace changed, and says where it is looser, at %s columns',
	async columns => {
		const workbench = fakeWorkbench();
		const {content} = workbench.snapshot();
		const changed = content.profiles.map((shipped): Profile =>
			shipped.id === 'regulated' ? {...shipped, mandatory: [], own: {shipped}} : shipped,
		);
		const snapshot: typeof workbench.snapshot = () => ({
			...workbench.snapshot(),
			content: {...content, profiles: changed},
		});
		screen = renderScreen({...workbench, snapshot}, {columns, rows: 30});
		expect(screen.lines()[0]).toContain('regulated (changed in this workspace)');
		screen.type('P');
		await expect.poll(() => screen?.frame()).toContain('Which situations hold?');
		const text = screen.frame();
		expect(text).toMatch(/\[x\] .*in force, changed in this workspace/);
		expect(text.replace(/\s+/g, ' ')).toContain('is looser than the profile “');
	},
);
