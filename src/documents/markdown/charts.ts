import {chipText} from '../chips.js';
import {countAt, coverageInWords, heatMapInWords, steps} from '../levels.js';
import type {Chart, ChartData} from '../tree/charts.js';
import {contentsOf} from '../tree/contents.js';
import {textOf, type Block} from '../tree/nodes.js';
import {escapeMarkdown as escape} from '../view/escape.js';

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** A chart as text: the same numbers as tables and sentences. */
export const drawChart = (data: ChartData, all: readonly Block[]): string => {
	switch (data.kind) {
		case 'cover':
			return cover(data);
		case 'contents':
			return contents(all);
		case 'page':
			return '';
		case 'figures':
			return data.items
				.map(
					i => `- **${escape(i.value)}** ${escape(i.label)}${i.note ? ` (${escape(i.note)})` : ''}`,
				)
				.join('\n');
		case 'heatmap':
			return data.maps.map(heatMap).join('\n\n');
		case 'severities':
			return [
				row(['Severity', 'Open', 'Accepted']),
				row(['---', '---:', '---:']),
				...data.rows.map(r => row([`**${chipText(r.level)}**`, r.open, r.accepted])),
			].join('\n');
		case 'coverage':
			return data.rows.map(r => `- **${escape(r.name)}:** ${coverageInWords(r)}`).join('\n');
		case 'approval':
			return [
				row(['Role', 'Name', 'Date', 'Signature']),
				row(['---', '---', '---', '---']),
				...data.roles.map(r => row([escape(r), '', '', ''])),
			].join('\n');
	}
};

const cover = (data: Chart<'cover'>): string =>
	[
		`# ${escape(data.title)}: ${escape(data.subject)}`,
		'',
		`**${escape(data.confidentiality)}**`,
		'',
		...data.facts.map(([name, value]) => `- **${escape(name)}:** ${escape(value)}`),
	].join('\n');

const contents = (all: readonly Block[]): string =>
	[
		'## Contents',
		'',
		...contentsOf(all).flatMap(({chapter, sections}) => [
			`- ${escape(textOf(chapter.runs))}`,
			...sections.map(s => `  - ${escape(textOf(s.runs))}`),
		]),
	].join('\n');

const heatMap = (map: Chart<'heatmap'>['maps'][number]): string =>
	[
		`**${escape(map.title)}** (number of risks)`,
		'',
		row(['Impact \\ Likelihood', ...steps]),
		row(['---', ...steps.map(() => '---:')]),
		...steps
			.toReversed()
			.map(impact => row([impact, ...steps.map(l => countAt(map.cells, l, impact) || '')])),
		'',
		escape(heatMapInWords(map.title, map.cells)),
	].join('\n');
