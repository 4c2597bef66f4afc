import type {DocumentInput} from '../../../domain/ports.js';
import {controlsView, evidenceView, recordView, referencesView} from '../appendix.js';
import {findingsView} from '../findings.js';
import {coverOf, furnitureOf} from '../furniture.js';
import {chart} from '../markup.js';
import {sourceOf} from '../source.js';
import {counted} from '../text.js';
import type {DocumentView} from '../view.js';
import {acceptedView} from './accepted.js';
import {approachView} from './approach.js';
import {contradictionsView} from './contradictions.js';
import {risksView} from './risks.js';
import {scopeView} from './scope.js';
import {summaryView} from './summary.js';
import {unknownsView} from './unknowns.js';

/** What the risk assessment template sees. */
export const riskAssessmentView = (input: DocumentInput, title: string): DocumentView => {
	const source = sourceOf(input);
	const {organisation} = input.state.settings;
	const names = input.evaluation.targets.map(t => t.target.name);
	const shown = names.slice(0, 8).join(', ');
	const scope =
		names.length === 0
			? 'no targets yet'
			: `${counted(names.length, 'target')}: ${shown}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
	return {
		furniture: furnitureOf(source, title, organisation),
		context: {
			organisation,
			cover: coverOf(source, title, organisation, scope),
			contents: chart({kind: 'contents'}),
			summary: summaryView(source),
			scope: scopeView(source),
			approach: approachView(source),
			risks: risksView(source),
			contradictions: contradictionsView(source),
			findings: findingsView(source, source.failures),
			accepted: acceptedView(source),
			unknowns: unknownsView(source),
			controls: controlsView(source),
			evidence: evidenceView(source),
			references: referencesView(source),
			record: recordView(source),
			landscape: chart({kind: 'page', orientation: 'landscape', tables: 'small'}),
			lookup: chart({kind: 'page', orientation: 'portrait', tables: 'small'}),
		},
	};
};
