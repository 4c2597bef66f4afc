import {countAt, heatMapInWords, levelAt, steps} from '../levels.js';
import type {Chart} from '../tree/charts.js';
import type {Frame} from './frame.js';
import {drawText} from './text.js';
import {heatGrounds, ink, mm, soft, styles, tones} from './theme.js';

const axis = 13;
const gap = mm(8);
const title = 18;
const legend = 22;

const cellSize = (frame: Frame, maps: number): number =>
	Math.min(mm(7.6), (frame.width - gap * (maps - 1) - maps * axis) / maps / 5);

/** Cells are wider than high, so that the page that must be enough to decide stays one page. */
const flat = 0.62;

/** Height of a row of heat maps with its legend. */
export const heatMapHeight = (frame: Frame, data: Chart<'heatmap'>): number =>
	title + 5 * flat * cellSize(frame, data.maps.length) + axis + legend;

/** Heat maps side by side as vectors; each is one figure whose alternative text says what it shows. */
export const drawHeatMaps = (frame: Frame, data: Chart<'heatmap'>): void => {
	const height = heatMapHeight(frame, data);
	frame.ensure(height);
	const top = frame.y;
	const cell = cellSize(frame, data.maps.length);
	const pitch =
		(frame.width - data.maps.length * (axis + 5 * cell)) / Math.max(1, data.maps.length - 1);
	data.maps.forEach((map, i) => {
		const x = frame.left + i * (axis + 5 * cell + Math.min(pitch, mm(22)));
		const figure = frame.element('Figure', frame.root, {
			alt: heatMapInWords(map.title, map.cells),
			bbox: [x, top, x + axis + 5 * cell, top + title + 5 * cell * flat + axis],
		} as PDFKit.Mixins.StructureElementOptions);
		frame.tagged(figure, 'Figure', () => drawMap(frame, map, x, top, cell));
	});
	const caption =
		'Up: impact. Right: likelihood. 1 is very low, 5 very high. A number counts the risks in a cell.';
	frame.tagged(frame.element('P', frame.root), 'P', () => {
		drawText(frame, caption, 'regular', styles.small.size, soft, frame.left, top + height - 14);
	});
	frame.y = top + height;
};

const drawMap = (
	frame: Frame,
	map: Chart<'heatmap'>['maps'][number],
	x: number,
	top: number,
	cell: number,
): void => {
	const {doc, set} = frame;
	drawText(frame, map.title, 'semibold', 9, ink, x, top + 9);
	const grid = top + title;
	const high = cell * flat;
	for (const impact of steps) {
		const y = grid + (5 - impact) * high;
		drawText(frame, String(impact), 'regular', 7, soft, x, y + high / 2 + 2.5);
		for (const likelihood of steps) {
			const cellX = x + axis + (likelihood - 1) * cell;
			const level = levelAt(likelihood, impact);
			const count = countAt(map.cells, likelihood, impact);
			doc
				.rect(cellX + 0.6, y + 0.6, cell - 1.2, high - 1.2)
				.fill(count === 0 ? heatGrounds[level] : tones[level].ground);
			if (count === 0) continue;
			const number = String(count);
			const width = set.width(number, 'bold', 10.5);
			drawText(
				frame,
				number,
				'bold',
				10.5,
				tones[level].text,
				cellX + (cell - width) / 2,
				y + high / 2 + 3.8,
			);
		}
	}
	for (const likelihood of steps) {
		const number = String(likelihood);
		const centre = x + axis + (likelihood - 0.5) * cell;
		drawText(
			frame,
			number,
			'regular',
			7,
			soft,
			centre - set.width(number, 'regular', 7) / 2,
			grid + 5 * high + 9,
		);
	}
};
