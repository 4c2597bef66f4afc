import fc from 'fast-check';
import {afterEach, describe, expect, test} from 'vitest';
import {fakeWorkbench} from '../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../test/helpers/render-screen.js';

let screen: RenderedScreen | undefined;
afterEach(async () => {
	await screen?.close();
});

const esc = '\u001B';
const note = ['j', 'enter', 'n'] as const;

/** Sequences that are nobody's key; a parameter and a last character at random. */
const strange = fc.oneof(
	fc
		.tuple(
			fc.stringMatching(/^[0-9;:?]{0,6}$/),
			fc.constantFrom(...Array.from('EGIJKLMNOPQRSTXmnrsty')),
		)
		.map(([parameters, last]) => `${esc}[${parameters}${last}`),
	fc.constantFrom('P', 'Q', 'R', 'S', '5P', 'E').map(last => `${esc}O${last}`),
	fc.stringMatching(/^[a-z0-9;:/ ]{0,8}$/).map(title => `${esc}]0;${title}\u0007`),
	fc.constantFrom(`${esc}q`, `${esc}é`, `${esc}(B`, `${esc}[[A`, `${esc}[23~`, `${esc}[1;5y`),
);

describe('whatever the keyboard sends', () => {
	test.each([
		['Ctrl+F1', `${esc}[1;5P`],
		['Ctrl+Shift+F1', `${esc}[1;6P`],
		['Ctrl+Alt+F1', `${esc}[1;7P`],
		['colours in pasted text', `${esc}[31m${esc}[0m`],
	])('%s in a note loses nothing of it', async (_name, sent) => {
		screen = renderScreen(fakeWorkbench());
		screen.press(...note);
		screen.type(`ask Kim${sent}!`);
		await expect.poll(screen.frame).toContain('Note      ask Kim!▏');
	});

	test('nothing of what is typed between strange sequences is lost, however they are cut', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.stringMatching(/^[a-zäß€]{1,5}$/), strange), {
					minLength: 1,
					maxLength: 5,
				}),
				fc.array(fc.integer({min: 1, max: 9}), {maxLength: 5}),
				fc.boolean(),
				async (parts, cuts, marked) => {
					const shown = renderScreen(fakeWorkbench());
					screen = shown;
					shown.press(...note);
					const words = parts.map(([word]) => word).join('');
					const inside = marked ? parts.map(([w, s]) => [w, /[qé]$/.test(s) ? '' : s]) : parts;
					const all = inside.flat().join('');
					let sent = marked ? `${esc}[200~${all}${esc}[201~` : all;
					for (const cut of cuts) {
						shown.type(sent.slice(0, cut));
						sent = sent.slice(cut);
					}
					shown.type(`${sent}.`);
					await expect.poll(shown.frame).toContain('.▏');
					const {drafts} = shown.session.getState().questions;
					expect(Object.values(drafts).map(d => d.note.text)).toEqual([`${words}.`]);
					await shown.close();
				},
			),
			{numRuns: 60},
		);
	}, 30_000);

	test('no bytes whatever end the program', async () => {
		const pieces = fc.oneof(
			fc.uint8Array({maxLength: 12}).map(bytes => Buffer.from(bytes)),
			fc
				.stringMatching(/^e{1,3}[[\]OPN(X_^]{0,2}[0-9;:?<=>]{0,6}.?$/s)
				.map(s => Buffer.from(s.replace(/^e+/, begun => esc.repeat(begun.length)))),
			strange.map(s => Buffer.from(s)),
			fc.constantFrom('\r', 'n', 'f', '[200~', '[201~').map(s => Buffer.from(`${esc}${s}`)),
			fc.constantFrom(...Array.from('nfpdvP?/jklrao\r ')).map(s => Buffer.from(s)),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(pieces, {maxLength: 40}), async sent => {
				const shown = renderScreen(fakeWorkbench());
				screen = shown;
				for (const bytes of sent) shown.type(bytes);
				// A key that everything obeys once the last of it is read: a broken paste lets it through as well.
				await expect
					.poll(() => {
						shown.type('\u0003');
						return shown.left();
					})
					.toBeDefined();
				await expect.poll(() => shown.lines().length).toBe(23);
				await shown.close();
			}),
			{numRuns: 100},
		);
	}, 60_000);
});
