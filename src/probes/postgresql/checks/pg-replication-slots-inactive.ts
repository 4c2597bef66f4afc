import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'each replication slot is in use, or keeps little WAL';
const gibibyte = 1_073_741_824;
const slot = {
	name: 'old',
	kind: 'physical',
	active: false,
	retainedBytes: 12 * gibibyte,
	walStatus: 'extended',
};

export const pgReplicationSlotsInactive = defineCheck({
	id: 'pg-replication-slots-inactive',
	title: 'No forgotten replication slot fills the disk',
	question: 'Does a replication slot that nobody uses keep the WAL from being removed?',
	why: 'The server keeps WAL for a slot for ever unless told otherwise. A forgotten one ends in a full disk and a stopped server.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('slots'),
	needs: 'any login role',
	remediation: {
		all: "Set max_slot_wal_keep_size, and drop the slot when its consumer is gone: SELECT pg_drop_replication_slot('name');",
	},
	judge: facts =>
		whenSeen(facts.slots, expected, slots =>
			judgeListing(slots, expected, {
				offends: ({name, kind, active, retainedBytes, walStatus}) => {
					const lost = walStatus === 'lost' || walStatus === 'unreserved';
					if (!lost && (active || (retainedBytes !== null && retainedBytes < gibibyte)))
						return undefined;
					const kept =
						retainedBytes === null
							? 'an unknown amount of'
							: `${(retainedBytes / gibibyte).toFixed(1)} GiB`;
					return fail(
						`${kind} slot ${name} is ${active ? 'active' : 'unused'} and keeps ${kept} WAL${lost ? `; its WAL is ${walStatus}` : ''}`,
						expected,
						{
							object: name,
							...(retainedBytes !== null && retainedBytes < 10 * gibibyte ? {severity: 'low'} : {}),
						},
					);
				},
				clean: `${slots.items.length} slots, none of them forgotten`,
			}),
		),
	examples: {
		healthy: [example(), example({slots: listed({...slot, active: true})})],
		defective: [
			example({slots: listed(slot)}),
			example({slots: listed({...slot, active: true, walStatus: 'lost'})}),
		],
		blind: [blind, example({slots: cut()})],
	},
});
