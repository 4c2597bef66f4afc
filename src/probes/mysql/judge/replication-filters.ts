/**
 * Entries of what is ignored that cost a copy nothing: tables of one server's own, which Amazon RDS leaves out on every replica
 * (Amazon RDS User Guide, "Configuring replication filters"; `replicate-ignore-table` there), and schemas that hold no data.
 */
const ownOfServer =
	/^(?:mysql\.(?:rds_\w+|plugin)|(?:innodb_memcache|information_schema|performance_schema|sys)(?:\..+)?)$/i;

const words: Readonly<Record<string, string>> = {Do: 'takes over alone', Ignore: 'leaves out'};

const describe = (column: string, value: string): string => {
	const option = column.toLowerCase();
	const kind = /_(Do|Ignore)_/.exec(column)?.[1];
	const verb = kind === undefined ? undefined : words[kind];
	return verb === undefined ? `${option} = ${value}` : `${verb} ${value} (${option})`;
};

/** What a replica leaves out or renames by its filters, in words; the empty text where it takes over all that counts. */
export const leftOut = (filters: Readonly<Record<string, string>>): string =>
	Object.entries(filters)
		.flatMap(([column, value]) => {
			if (!column.includes('_Ignore_')) return [describe(column, value)];
			const counting = value
				.split(',')
				.map(entry => entry.trim())
				.filter(entry => entry !== '' && !ownOfServer.test(entry));
			return counting.length === 0 ? [] : [describe(column, counting.join(', '))];
		})
		.join(', ');
