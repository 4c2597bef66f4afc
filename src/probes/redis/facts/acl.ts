/** A set of permissions: those of the user itself, or of one selector (Redis 7) beside them. */
export type AclPermissions = {
	/** Rules on commands in their order, as `+@all`, `-@dangerous`, `+config|get`. */
	readonly commands: readonly string[];
	/** Patterns of keys, with `%R~` and `%W~` for reading and writing alone. */
	readonly keys: readonly string[];
	readonly channels: readonly string[];
};

/** A user of ACL LIST without its passwords. */
export type AclUser = {
	readonly name: string;
	readonly on: boolean;
	/** Any password is right, or the empty one is. */
	readonly noPassword: boolean;
	/** How many passwords it has; their hashes are not kept. */
	readonly passwords: number;
	/** Own permissions first, then those of selectors; any of them is enough. */
	readonly permissions: readonly AclPermissions[];
	/** Words of the rule that dbvet does not know: what the user may do is then not certain. */
	readonly strange: number;
};

type Rules = {commands: string[]; keys: string[]; channels: string[]};

/** Takes one word of a rule; false when it is none of permissions. */
const permit = (rules: Rules, word: string): boolean => {
	if (word === 'allcommands') rules.commands.push('+@all');
	else if (word === 'nocommands') rules.commands.push('-@all');
	else if (word === 'allkeys') rules.keys.push('~*');
	else if (word === 'resetkeys') rules.keys.length = 0;
	else if (word === 'allchannels') rules.channels.push('&*');
	else if (word === 'resetchannels') rules.channels.length = 0;
	else if (/^[+-]@?[a-z0-9._|-]+$/i.test(word)) rules.commands.push(word.toLowerCase());
	else if (word.startsWith('~') || /^%[RW]{1,2}~/i.test(word)) rules.keys.push(word);
	else if (word.startsWith('&')) rules.channels.push(word);
	// Databases that it is kept to (Valkey 9.1): they only take away, so that the rest is judged as without them.
	else if (!/^(db=[0-9,]*|alldbs|resetdbs)$/.test(word)) return false;
	return true;
};

/** SHA-256 of the empty text: what `ACL SETUSER name >` stores, so that the name alone lets in. */
const emptyPassword = '#e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The words of a rule; what stands in parentheses is a selector and one word. */
const wordsOf = (text: string): readonly string[] => text.match(/\([^)]*\)|[^\s()]+/g) ?? [];

const fresh = (): Rules => ({commands: [], keys: [], channels: []});

/** A selector in its parentheses, and how many of its words are not known. */
const selectorOf = (word: string): {readonly rules: Rules; readonly strange: number} => {
	const rules = fresh();
	const words = word.slice(1, -1).split(/\s+/);
	return {rules, strange: words.filter(inner => inner !== '' && !permit(rules, inner)).length};
};

/**
 * Reads a line of ACL LIST: `user NAME on #hash ~* &* +@all`. Undefined when it is no such line.
 * @see https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/
 */
export const parseAclLine = (line: string): AclUser | undefined => {
	// A name may have parentheses in it.
	const [, name, rule] = /^user (\S+)(?: (.*))?$/s.exec(line) ?? [];
	if (name === undefined) return undefined;
	const words = wordsOf(rule ?? '');
	const own = fresh();
	const selectors: Rules[] = [];
	let on: boolean | undefined;
	let noPassword = false;
	let passwords = 0;
	let strange = 0;
	for (const word of words) {
		if (word === 'on') on = true;
		else if (word === 'off') on = false;
		else if (word === 'nopass' || word.toLowerCase() === emptyPassword) noPassword = true;
		else if (/^[#>]/.test(word)) passwords += 1;
		else if (word === 'sanitize-payload' || word === 'skip-sanitize-payload') continue;
		else if (word.startsWith('(')) {
			const selector = selectorOf(word);
			strange += selector.strange;
			selectors.push(selector.rules);
		} else if (!permit(own, word)) strange += 1;
	}
	return on === undefined
		? undefined
		: {name, on, noPassword, passwords, permissions: [own, ...selectors], strange};
};
