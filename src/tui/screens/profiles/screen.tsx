import type {ReactElement} from 'react';
import {looserSentence, ownMark} from '../../../domain/own-profile.js';
import {plainText, wholeText} from '../../../domain/text.js';
import type {Profile} from '../../../domain/profile.js';
import {cells, fit} from '../../cells.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, line, Lines, paragraph, scrolled, type Line} from '../../widgets/lines/lines.js';
import {clamp} from '../../widgets/list/state.js';
import {canApply, chosenProfiles} from './state.js';

const t = texts.profiles;

/** What stands behind the title: whether it holds, and whose it is. */
const tailOf = (profile: Profile, inForce: readonly string[]): string =>
	[...(inForce.includes(profile.id) ? [t.inForce] : []), ownMark(profile) ?? []].flat().join(', ');

const listLines = (state: State): readonly Line[] => {
	const {profiles} = state.snapshot.content;
	const chosen = chosenProfiles(state.profilesScreen, state);
	const cursor = clamp(state.profilesScreen.cursor, profiles.length);
	const inForce = state.snapshot.evaluation.profiles;
	const width = Math.min(36, Math.max(8, ...profiles.map(p => cells(plainText(p.title)))) + 2);
	return profiles.map((profile, at): Line => [
		{text: at === cursor ? `${signs.cursor} ` : '  ', tone: 'focus'},
		{text: chosen.includes(profile.id) ? '[x] ' : '[ ] '},
		{text: fit(plainText(profile.title), width), tone: at === cursor ? 'strong' : 'plain'},
		{text: tailOf(profile, inForce), tone: 'muted'},
	]);
};

/** What the marked profile is about and recommends, while nothing else was chosen. */
const aboutLines = (state: State, width: number): readonly Line[] => {
	const {profiles} = state.snapshot.content;
	const marked = profiles[clamp(state.profilesScreen.cursor, profiles.length)];
	if (marked === undefined) return [];
	const looser = looserSentence(marked, state.snapshot.content);
	return [
		...paragraph(wholeText(marked.summary), width),
		...(looser === undefined ? [] : [blank, ...paragraph(looser, width, 'warn')]),
		...marked.approach.flatMap(({title, why, cost}) => [
			blank,
			...paragraph(wholeText(title), width, 'strong'),
			...paragraph(wholeText(why), width, 'plain', 2),
			...paragraph(t.cost(wholeText(cost)), width, 'muted', 2),
		]),
	];
};

const changeLines = (state: State, width: number): readonly Line[] => {
	const {profilesScreen} = state;
	const {preview, saving, trouble} = profilesScreen;
	if (trouble !== undefined)
		return [trouble.message, ...trouble.next].flatMap(text =>
			paragraph(wholeText(text), width, 'bad'),
		);
	if (saving) return paragraph(texts.frame.saving, width, 'warn');
	if (profilesScreen.chosen?.length === 0) return paragraph(t.noneChosen, width, 'warn');
	const present = [...state.snapshot.evaluation.profiles].sort().join();
	if ([...chosenProfiles(profilesScreen, state)].sort().join() === present)
		return aboutLines(state, width);
	if (!canApply(profilesScreen, state) || preview === undefined)
		return paragraph(t.working, width, 'muted');
	return preview.parts.flatMap(({title, lines}) => [
		...paragraph(title, width, 'strong'),
		...lines.flatMap(text => paragraph(text, width, 'plain', 2)),
	]);
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** Which profiles hold, and what another choice would change before it is made. */
export const ProfilesScreen = ({state, width, height}: Props): ReactElement => {
	const list = listLines(state);
	const ready = canApply(state.profilesScreen, state) && !state.profilesScreen.saving;
	const head = [
		...(height >= 14 ? [line(t.which, 'muted')] : []),
		...list,
		ready ? line(t.apply, 'focus') : blank,
	];
	return (
		<Lines
			lines={[
				...head,
				...scrolled(
					changeLines(state, Math.min(width, 100)),
					height - head.length,
					state.profilesScreen.scroll,
				),
			]}
			width={width}
			height={height}
		/>
	);
};
