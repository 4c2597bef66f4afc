import {blind, example, judgePages, page, siblingCheck, silent} from '../kit.js';

const expected = 'Patroni answers only to its cluster, its balancers and its administrators';

export const patroniRestOpen = siblingCheck({
	id: 'patroni-rest-open',
	engines: ['postgresql'],
	title: 'Patroni’s REST API is not open',
	question: 'Does Patroni keep its state and its configuration from strangers?',
	why: 'Its configuration shows the access rules and settings of the cluster, and sometimes passwords; reading it never wants a login, only changing it can.',
	severity: 'medium',
	source: 'GET /config and GET /patroni on port 8008',
	remediation: {
		all: 'Set restapi.allowlist, restapi.authentication and verify_client: required with certificates in patroni.yml, and let a firewall or NetworkPolicy admit only the cluster and the balancer to port 8008.',
	},
	judge: facts =>
		judgePages(facts, facts.patroni, expected, ({tells}) => (tells ? {severity: 'high'} : {})),
	examples: {
		healthy: [
			example(),
			example({patroni: page(8008, '/config', {status: 401, product: null, tells: false})}),
		],
		defective: [
			example({
				patroni: page(8008, '/config', {
					status: 200,
					product: 'the configuration of Patroni',
					tells: true,
				}),
			}),
		],
		blind: [blind, example({patroni: [{port: 8008, path: '/config', answer: silent}]})],
		notApplicable: [example({ports: null})],
	},
});
