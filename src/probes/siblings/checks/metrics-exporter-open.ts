import {blind, example, judgePages, page, siblingCheck, silent} from '../kit.js';

const expected = 'metrics are given only to whoever collects them';

export const metricsExporterOpen = siblingCheck({
	id: 'metrics-exporter-open',
	title: 'Metrics are not open',
	question: 'Do the exporters of metrics beside the database keep them from strangers?',
	why: 'Metrics tell versions, names of databases and users, sometimes the texts of statements, and when nobody watches.',
	severity: 'medium',
	source: 'GET /metrics on the usual ports of exporters',
	remediation: {
		all: 'Bind the exporter to an inner address or give it TLS and a login (web.config.file); in Kubernetes a NetworkPolicy that admits only Prometheus.',
	},
	judge: facts =>
		judgePages(facts, facts.metrics, expected, ({tells}) => ({
			severity: facts.kind === 'public' ? 'high' : tells ? 'medium' : 'low',
		})),
	examples: {
		healthy: [
			example(),
			example({metrics: page(9187, '/metrics', {status: 401, product: null, tells: false})}),
			example({metrics: page(8080, '/metrics', {status: 404, product: null, tells: false})}),
		],
		defective: [
			example({
				metrics: page(9187, '/metrics', {
					status: 200,
					product: 'an exporter of PostgreSQL',
					tells: true,
				}),
			}),
		],
		blind: [blind, example({metrics: [{port: 9187, path: '/metrics', answer: silent}]})],
		notApplicable: [example({ports: null})],
	},
});
