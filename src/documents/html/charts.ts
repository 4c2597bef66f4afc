import {
	countAt,
	coverageInWords,
	coverageParts,
	heatMapInWords,
	levelAt,
	steps,
} from '../levels.js';
import {scaleWord} from '../../domain/risk.js';
import type {Chart, ChartData} from '../tree/charts.js';
import {contentsOf} from '../tree/contents.js';
import type {Block, Heading} from '../tree/nodes.js';
import {chipHtml, escapeHtml as escape, runsHtml} from './text.js';

/** A chart as HTML; every number is text, colour only repeats it. */
export const chartHtml = (data: ChartData, all: readonly Block[]): string => {
	switch (data.kind) {
		case 'cover':
			return cover(data);
		case 'contents':
			return contents(all);
		case 'page':
			return '<div class="page-break"></div>';
		case 'figures':
			return `<ul class="figures">${data.items
				.map(
					i =>
						`<li><strong>${escape(i.value)}</strong> <span>${escape(i.label)}</span>${i.note ? ` <small>${escape(i.note)}</small>` : ''}</li>`,
				)
				.join('')}</ul>`;
		case 'heatmap':
			return heatMaps(data);
		case 'severities':
			return severities(data);
		case 'coverage':
			return coverage(data);
		case 'approval':
			return `<div class="table"><table class="approval"><thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Date</th><th scope="col">Signature</th></tr></thead><tbody>${data.roles
				.map(r => `<tr><th scope="row">${escape(r)}</th><td></td><td></td><td></td></tr>`)
				.join('')}</tbody></table></div>`;
	}
};

const cover = (data: Chart<'cover'>): string => `<div class="cover">
<p class="mark">${escape(data.confidentiality)}</p>
<h1>${escape(data.title)}</h1>
<p class="subject">${escape(data.subject)}</p>
<dl>${data.facts.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`).join('')}</dl>
</div>`;

const contents = (all: readonly Block[]): string => {
	const entry = (h: Heading, inside = ''): string =>
		`<li><a href="#${h.id}">${runsHtml(h.runs)}</a>${inside}</li>`;
	const items = contentsOf(all).map(({chapter, sections}) =>
		entry(chapter, sections.length === 0 ? '' : `<ul>${sections.map(s => entry(s)).join('')}</ul>`),
	);
	return `<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">Contents</h2><ol>${items.join('')}</ol></nav>`;
};

const heatMaps = (data: Chart<'heatmap'>): string =>
	`<div class="heatmaps">${data.maps
		.map(
			map => `<figure><table class="heatmap"><caption>${escape(map.title)}</caption>
<thead><tr><th scope="col"><span class="hidden">Impact</span></th>${steps.map(l => `<th scope="col" title="Likelihood ${scaleWord(l)}">${l}</th>`).join('')}</tr></thead>
<tbody>${steps
				.toReversed()
				.map(
					impact =>
						`<tr><th scope="row" title="Impact ${scaleWord(impact)}">${impact}</th>${steps
							.map(l => {
								const count = countAt(map.cells, l, impact);
								return `<td class="${levelAt(l, impact)}${count > 0 ? ' some' : ''}">${count > 0 ? count : '<span class="hidden">0</span>'}</td>`;
							})
							.join('')}</tr>`,
				)
				.join(
					'',
				)}</tbody></table><figcaption>${escape(heatMapInWords(map.title, map.cells))}</figcaption></figure>`,
		)
		.join(
			'',
		)}<p class="axis">Rows: impact, 5 is very high. Columns: likelihood, 5 is very high. A number is a count of risks.</p></div>`;

const width = (part: number, whole: number): string =>
	`${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10}%`;

const severities = (data: Chart<'severities'>): string => {
	const most = Math.max(1, ...data.rows.map(r => r.open + r.accepted));
	return `<ul class="bars">${data.rows
		.map(
			r =>
				`<li><span class="name">${chipHtml(r.level)}</span><span class="bar" aria-hidden="true"><span class="${r.level}" style="width:${width(r.open, most)}"></span><span class="accepted" style="width:${width(r.accepted, most)}"></span></span><span class="value">${r.open}${r.accepted > 0 ? ` + ${r.accepted} accepted` : ''}</span></li>`,
		)
		.join('')}</ul>`;
};

const coverage = (data: Chart<'coverage'>): string =>
	`<ul class="bars coverage">${data.rows
		.map(r => {
			const whole = coverageParts.reduce((sum, p) => sum + r[p.key], 0);
			const parts = coverageParts
				.map(p => `<span class="part-${p.key}" style="width:${width(r[p.key], whole)}"></span>`)
				.join('');
			return `<li><span class="name">${escape(r.name)}</span><span class="bar" aria-hidden="true">${parts}</span><span class="value">${escape(coverageInWords(r))}</span></li>`;
		})
		.join('')}</ul>`;
