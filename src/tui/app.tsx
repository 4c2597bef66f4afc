import {wrap} from './cells.js';
import {Text} from 'ink';
import {useSyncExternalStore, type ReactElement} from 'react';
import {profileLabel} from '../domain/own-profile.js';
import {plainText} from '../domain/text.js';
import {targetOf} from './model/questions.js';
import {clockTime} from './model/time.js';
import {DocumentsScreen} from './screens/documents/screen.js';
import {filterStatus, FindingsScreen} from './screens/findings/screen.js';
import {HistoryScreen, historyStatus} from './screens/history/screen.js';
import {HomeScreen} from './screens/home/screen.js';
import {probesStatus, ProbesScreen} from './screens/probes/screen.js';
import {ProfilesScreen} from './screens/profiles/screen.js';
import {questionsHeader, QuestionsScreen} from './screens/questions/screen.js';
import {vendorsStatus, VendorsScreen} from './screens/vendors/screen.js';
import type {Session} from './session.js';
import {contextsOf, lossesOf, type State} from './state.js';
import {texts} from './texts/texts.js';
import {signs} from './theme.js';
import {isTooSmall} from './window.js';
import {Confirm} from './widgets/confirm/confirm.js';
import {Form} from './widgets/form/form.js';
import {footerLine, Frame, noticeLines} from './widgets/frame/frame.js';
import {leftOutRows} from './widgets/frame/left-out.js';
import {Help} from './widgets/help/help.js';
import {cutLine, line, type Line} from './widgets/lines/lines.js';
import {Palette} from './widgets/palette/palette.js';
import {Search} from './widgets/search/search.js';
import {AskUndo} from './widgets/undo/ask.js';

/** Whether the last answers are on disk: said only after the workbench has said so. */
const savedLine = ({saving, saveFailed, snapshot}: State): Line => {
	if (saving.length > 0) return line(texts.frame.saving, 'warn');
	if (saveFailed) return line(`${signs.fail} ${texts.frame.notSaved}`, 'bad');
	return snapshot.savedAt === undefined
		? []
		: line(texts.frame.saved(clockTime(snapshot.savedAt)), 'muted');
};

const join = (left: Line, right: Line): Line =>
	left.length === 0 || right.length === 0
		? [...left, ...right]
		: [...left, {text: ' · ', tone: 'muted'}, ...right];

const headerOf = (state: State): {readonly title: Line; readonly status: Line} => {
	const {overlay} = state;
	const of = (title: string, status: Line = []) => ({title: line(title, 'strong'), status});
	if (overlay?.kind === 'help') return of(texts.help.title);
	if (overlay?.kind === 'search') return of(texts.search.title);
	if (overlay?.kind === 'palette') return of(texts.palette.title);
	if (overlay?.kind === 'form') {
		const {resolveTitle, waiveTitle, chooseTitle} = texts.form;
		const titles = {resolve: resolveTitle, waive: waiveTitle, choose: chooseTitle};
		return of(titles[overlay.form.purpose.kind]);
	}
	switch (state.screen) {
		case 'home': {
			const {organisation, profiles, score} = state.snapshot.evaluation;
			return {
				title: [
					{text: 'dbvet  ', tone: 'focus'},
					{text: plainText(organisation), tone: 'strong'},
					{
						text: ` · ${profiles.map(p => profileLabel(state.snapshot.content, p)).join(', ')}`,
						tone: 'muted',
					},
				],
				status: line(texts.frame.known(Math.floor(score.coverage * 100)), 'muted'),
			};
		}
		case 'questions':
			return questionsHeader(state);
		case 'probes':
			return of(texts.probes.title, probesStatus(state));
		case 'findings':
			return of(texts.findings.title, filterStatus(state));
		case 'documents':
			return of(texts.documents.title);
		case 'profiles':
			return of(texts.profiles.title);
		case 'history':
			return of(texts.history.title, historyStatus(state));
		case 'vendors':
			return of(texts.vendors.title, vendorsStatus(state));
	}
};

type BodyProps = {readonly state: State; readonly width: number; readonly height: number};

const Body = ({state, width, height}: BodyProps): ReactElement => {
	const {overlay} = state;
	const size = {width, height};
	if (overlay?.kind === 'help') {
		return <Help contexts={overlay.contexts} scroll={overlay.scroll} {...size} />;
	}
	if (overlay?.kind === 'search') {
		return <Search state={state} text={overlay.text} cursor={overlay.cursor} {...size} />;
	}
	if (overlay?.kind === 'palette') {
		return <Palette state={state} text={overlay.text} cursor={overlay.cursor} {...size} />;
	}
	if (overlay?.kind === 'undo') {
		const {reversal, reasons} = overlay;
		return <AskUndo state={state} reversal={reversal} reasons={reasons} {...size} />;
	}
	if (overlay?.kind === 'form') return <Form form={overlay.form} {...size} />;
	if (overlay?.kind === 'confirm') return <Confirm reasons={overlay.reasons} {...size} />;
	switch (state.screen) {
		case 'home':
			return <HomeScreen state={state} {...size} />;
		case 'questions':
			return <QuestionsScreen state={state} {...size} />;
		case 'probes':
			return <ProbesScreen state={state} {...size} />;
		case 'findings':
			return <FindingsScreen state={state} {...size} />;
		case 'documents':
			return <DocumentsScreen state={state} {...size} />;
		case 'profiles':
			return <ProfilesScreen state={state} {...size} />;
		case 'history':
			return <HistoryScreen state={state} {...size} />;
		case 'vendors':
			return <VendorsScreen state={state} {...size} />;
	}
};

/** What is listed, where that is not what the screen usually lists. */
const filterWord = (state: State): string | undefined => {
	const {screen, questions, findings, history, snapshot} = state;
	if (screen === 'history')
		return history.question !== undefined
			? texts.history.thisAnswer
			: plainText(targetOf(snapshot, history.target)?.name ?? '', 20) || undefined;
	if (screen === 'questions')
		return questions.filter === 'all' ? undefined : texts.filters.questions[questions.filter];
	return screen === 'findings' && findings.show !== 'attention'
		? texts.findings.show[findings.show]
		: undefined;
};

/** Everything drawn for a state. */
const View = ({state}: {readonly state: State}): ReactElement => {
	const {columns, rows} = state;
	if (isTooSmall(state)) {
		const text = texts.frame.small(columns, rows, lossesOf(state).length > 0);
		const told = wrap(text, columns).slice(0, Math.max(1, rows - 2));
		return <Text wrap="truncate">{told.join('\n')}</Text>;
	}
	const {title, status} = headerOf(state);
	const width = columns - 2;
	const full = state.screen === 'home' && state.overlay === undefined;
	const standing = leftOutRows(state.snapshot.evaluation.trouble, {width, rows, full});
	return (
		<Frame
			columns={columns}
			rows={rows}
			title={title}
			status={join(status, savedLine(state))}
			notice={[...standing, ...noticeLines(state.notice, width)]}
			footer={cutLine(footerLine(contextsOf(state), width, filterWord(state)), width)}
		>
			{(w, h) => <Body state={state} width={w} height={h} />}
		</Frame>
	);
};

/** The root: the view of the session's state. Keys reach the session on their own way, see keyboard.ts. */
export const App = ({session}: {readonly session: Session}): ReactElement => (
	<View state={useSyncExternalStore(session.subscribe, session.getState)} />
);
