import type {Platform, PlatformText} from '../../../domain/platform.js';
import type {Severity} from '../../../domain/severity.js';
import type {Word} from '../../engine/words.js';
import type {PostgresFacts} from '../facts.js';
import type {InLog} from '../judge/in-log.js';
import type {Versions} from '../judge/settings.js';

/** A check that compares one setting, as data. */
export type SettingRow = {
	readonly id: string;
	readonly setting: string;
	readonly versions?: Versions;
	/** Only these platforms have the setting; where its row is absent there, it is hidden. */
	readonly platforms?: readonly Platform[];
	readonly title: string;
	readonly question: string;
	readonly why: string;
	readonly severity: Severity;
	readonly expected: string;
	readonly remediation: PlatformText;
	/** Takes the value as pg_settings shows it, without its unit, which is the setting's base unit. */
	readonly judge: (value: string, facts: PostgresFacts) => Word;
	/** Values that must pass, and values that must fail: the examples and the documentation of the rule. */
	readonly good: readonly string[];
	readonly bad: readonly string[];
	/** A value of a role's own counts for declared identities and whole databases only: others may need another. */
	readonly declaredOnly?: true;
	/** A pass means that something is in the log: what keeps records of that rank out of it is looked at too. */
	readonly inLog?: InLog;
	/** Tables of this database for which the setting is switched off on the table itself. */
	readonly exceptTables?: {
		readonly list: (facts: PostgresFacts) => PostgresFacts['unvacuumedTables'];
		/** What is said of such a table, after its name. */
		readonly off: string;
		readonly severity: Severity;
		readonly remediation: string;
	};
	/** Settings that the rule looks at besides its own. */
	readonly also?: readonly string[];
};
