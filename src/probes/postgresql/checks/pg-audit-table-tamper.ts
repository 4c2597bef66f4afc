import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no UPDATE, DELETE or TRUNCATE on audit tables';
const item = {table: 'public.audit_log', grantee: 'shop_app', privileges: ['DELETE']};

export const pgAuditTableTamper = defineCheck({
	id: 'pg-audit-table-tamper',
	title: 'Audit tables can only be added to',
	question: 'May nobody but the owner change or delete what audit tables hold?',
	why: 'Who may change the trail can take the own traces out of it. Tables are found by their names, or that of their schema.',
	severity: 'medium',
	source: shownBy('auditTables'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE UPDATE, DELETE, TRUNCATE ON the table FROM the role; it needs INSERT only.',
	},
	judge: facts =>
		whenSeen(facts.auditTables, expected, list =>
			judgeListing(list, expected, {
				offends: ({table, grantee, privileges}) =>
					fail(
						`${grantee} holds ${privileges.join(', ')} on ${table} ${inDatabase(facts)}`,
						expected,
						{object: `${grantee} ${table}`},
					),
				clean: `no other role than owners was granted changes of tables whose name, or schema, says audit ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({auditTables: listed(item)})],
		blind: [blind, example({auditTables: cut()})],
	},
});
