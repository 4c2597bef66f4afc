import {blind, example, judgePages, page, siblingCheck, silent} from '../kit.js';

const expected = 'pages for administrators of databases are reached over an inner network only';

export const adminUiOpen = siblingCheck({
	id: 'admin-ui-open',
	title: 'No page for administrators is open',
	question: 'Is the machine free of pages for administrators that everybody can open?',
	why: 'Such a page is a way into the database past its own access rules, keeps passwords of its own, and has had flaws of its own.',
	severity: 'high',
	source:
		'GET / on the usual ports of pgAdmin, phpMyAdmin, Adminer, mongo-express, RedisInsight and Supabase Studio',
	remediation: {
		all: 'Take the page away, or put it behind a VPN or a proxy that wants a login of its own.',
	},
	judge: facts =>
		judgePages(facts, facts.consoles, expected, () =>
			facts.kind === 'public' ? {} : {severity: 'low'},
		),
	examples: {
		healthy: [
			example(),
			example({consoles: page(5050, '/', {status: 403, product: 'pgAdmin', tells: false})}),
			example({consoles: page(8080, '/', {status: 200, product: null, tells: false})}),
		],
		defective: [
			example({consoles: page(5050, '/', {status: 302, product: 'pgAdmin', tells: false})}),
		],
		blind: [
			example({
				consoles: page(8080, '/', {status: 302, product: null, tells: false, leadsOn: true}),
			}),
			blind,
			example({consoles: [{port: 5050, path: '/', answer: silent}]}),
		],
		notApplicable: [example({ports: null})],
	},
});
