import type {ReactElement} from 'react';
import {texts} from './texts/texts.js';
import {line, Lines} from './widgets/lines/lines.js';

type Props = {readonly columns: number; readonly rows: number};

/** What is seen while the workspace is read. */
export const Opening = ({columns, rows}: Props): ReactElement => (
	<Lines
		lines={[
			[
				{text: ' dbvet  ', tone: 'focus'},
				{text: texts.frame.opening, tone: 'muted'},
			],
			line(` ${'─'.repeat(Math.max(0, columns - 2))}`, 'muted'),
		]}
		width={columns}
		height={rows - 1}
	/>
);
