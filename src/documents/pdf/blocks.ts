import type {Block, Heading, List} from '../tree/nodes.js';
import {drawCoverage, drawSeverities} from './bars.js';
import {drawContents} from './contents.js';
import {drawCover} from './cover.js';
import {drawApproval, drawFigures} from './figures.js';
import type {Element, Frame} from './frame.js';
import {drawHeading} from './heading.js';
import {drawHeatMaps} from './heat-map.js';
import {afterTable, leadOf, paragraphGap, tableGap} from './lead.js';
import type {Bookmarks} from './outline.js';
import {drawTable} from './table.js';
import {drawFlow, drawLine, plain} from './text.js';
import {mm, rule, styles, wash, type Style} from './theme.js';
import {wrap} from './wrap.js';

type Box = {readonly x: number; readonly width: number};

/** Draws the blocks of a document in order. */
export const drawBlocks = (frame: Frame, blocks: readonly Block[], bookmarks: Bookmarks): void => {
	const box = (): Box => ({x: frame.left, width: frame.width});
	blocks.forEach((block, i) => {
		if (block.type === 'chart') drawChart(frame, block.data, blocks);
		else if (block.type === 'heading') {
			frame.ensure(Math.min(frame.pageHeight, leadOf(frame, blocks.slice(i, i + 6))));
			bookmarks.add(block, frame.fresh ? frame.y : frame.y + 10);
			drawHeading(frame, block, frame.left, frame.width);
		} else {
			// A sentence that introduces a table goes to the next page with it.
			if (block.type === 'paragraph') frame.ensure(leadOf(frame, blocks.slice(i, i + 2)));
			drawBlock(frame, block, box(), frame.root);
		}
	});
};

type Data = Extract<Block, {type: 'chart'}>['data'];

const drawChart = (frame: Frame, data: Data, all: readonly Block[]): void => {
	switch (data.kind) {
		case 'cover': {
			drawCover(frame, data);
			return;
		}
		case 'contents': {
			drawContents(frame, all);
			return;
		}
		case 'page':
			frame.tables = data.tables;
			if (!frame.fresh || frame.orientation !== data.orientation) frame.newPage(data.orientation);
			return;
		case 'figures': {
			drawFigures(frame, data);
			return;
		}
		case 'heatmap': {
			drawHeatMaps(frame, data);
			return;
		}
		case 'severities': {
			drawSeverities(frame, data);
			return;
		}
		case 'coverage': {
			drawCoverage(frame, data);
			return;
		}
		case 'approval': {
			drawApproval(frame, data);
			return;
		}
	}
};

const drawBlock = (
	frame: Frame,
	block: Exclude<Block, Heading | {type: 'chart'}>,
	box: Box,
	parent: Element,
): void => {
	switch (block.type) {
		case 'paragraph':
			drawFlow(frame, block.runs, textStyle(frame, parent), box, frame.element('P', parent), 'P');
			frame.y += paragraphGap;
			return;
		case 'list': {
			drawList(frame, block, box, parent);
			return;
		}
		case 'table':
			frame.y += tableGap;
			drawTable(frame, block, box.x, box.width, parent);
			frame.y += afterTable(block);
			return;
		case 'quote': {
			const quote = frame.element('BlockQuote', parent);
			drawNested(frame, block.blocks, {x: box.x + mm(5), width: box.width - mm(5)}, quote);
			return;
		}
		case 'code': {
			drawCode(frame, block.text, box, parent);
			return;
		}
	}
};

/** Lists are set as small as the tables of their page. */
const textStyle = (frame: Frame, parent: Element): Style =>
	frame.tables === 'small' && parent !== frame.root ? styles.cell : styles.body;

/** Blocks inside a list or a quotation; headings and charts there are drawn as their text. */
const drawNested = (frame: Frame, blocks: readonly Block[], box: Box, parent: Element): void => {
	for (const block of blocks) {
		if (block.type === 'heading')
			drawBlock(frame, {type: 'paragraph', runs: block.runs}, box, parent);
		else if (block.type !== 'chart') drawBlock(frame, block, box, parent);
	}
};

const drawList = (frame: Frame, list: List, box: Box, parent: Element): void => {
	const element = frame.element('L', parent);
	const indent = list.ordered ? 20 : 13;
	list.items.forEach((item, i) => {
		const li = frame.element('LI', element);
		const style = textStyle(frame, li);
		frame.ensure(style.leading * 2);
		const mark = list.ordered ? `${list.start + i}.` : '–';
		const [line] = wrap(plain(mark), style, indent * 2, frame.set);
		drawLine(frame, line ?? [], style, box.x, frame.y, frame.element('Lbl', li), 'Lbl');
		const top = frame.y;
		const inner = {x: box.x + indent, width: box.width - indent};
		drawNested(frame, item, inner, frame.element('LBody', li));
		// Items of a list stand closer than paragraphs.
		if (frame.y > top) frame.y -= paragraphGap - 3;
	});
	frame.y += paragraphGap;
};

const drawCode = (frame: Frame, text: string, box: Box, parent: Element): void => {
	const element = frame.element('Code', parent);
	const {leading} = styles.code;
	const inner = box.width - 16;
	const lines = text
		.split('\n')
		.flatMap(l => wrap(plain(l.replace(/\t/g, '    ')), styles.code, inner, frame.set));
	for (const line of lines) {
		frame.ensure(leading);
		frame.artifact(() => frame.doc.rect(box.x, frame.y, box.width, leading + 0.3).fill(wash));
		frame.artifact(() => frame.doc.rect(box.x, frame.y, 2, leading + 0.3).fill(rule));
		drawLine(frame, line, styles.code, box.x + 9, frame.y, element, 'Code');
		frame.y += leading;
	}
	frame.y += paragraphGap + 3;
};
