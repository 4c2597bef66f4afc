import {literal} from './sql.js';

/** A word that means nothing to a shell. */
const word = '[^][\\s;|&<>`$(){}#!]+';
/** Where output may go besides: a file, another output, or nowhere. */
const redirects = `(?:\\s*[12]?>>?\\s*(?:&[12]|${word})|\\s*<\\s*/dev/null)*`;
const folder = '(?:[\\w.~+-]*/)*';
/** What may stand before a command without changing what it tells. */
const before = `(?:\\w+=(?:${word})?\\s+)*(?:(?:envdir\\s+${word}|sudo(?:\\s+-u\\s*[\\w-]+)?|nice(?:\\s+-n\\s*\\d+)?|timeout\\s+\\d+\\w?|exec)\\s+)*${folder}`;
const device = '/dev/(?:null|zero|full|shm|std|fd|tty)|\\y[nN][uU][lL]\\y';
/** A place for one file: it names the file, or ends as a folder does, and is no device. */
const named = `(?!\\S*(?:${device}))[^][\\s;|&<>\`$(){}#!]*%f[^][\\s;|&<>\`$(){}#!]*`;
const place = `(?:${named}|(?!\\S*(?:${device}))[^][\\s;|&<>\`$(){}#!]*/)`;
const file = `(?:[^][\\s;|&<>\`$(){}#!]*/)?%[pf]`;

/** Options that are known to leave a copy a copy. */
const copies = [
	`cp(?:\\s+(?:-[afipnuvdRrTLPHx]+|--(?:verbose|update|no-clobber|archive|force|preserve(?:=\\S+)?|reflink(?:=\\S+)?)))*`,
	`rsync(?:\\s+(?:-[aAvzxHXESogtprcqWhPuIlLkKDmU]+|-e\\s+ssh|--(?:archive|compress|checksum|partial|inplace|ignore-existing|update|verbose|quiet|fsync|times|perms|timeout=\\d+|chmod=\\S+|bwlimit=\\S+)))*`,
	`scp(?:\\s+(?:-[BCpqv46]+|-P\\s*\\d+|-i\\s*${word}|-o\\s*${word}))*`,
	`install(?:\\s+(?:-[CDpTv]+|-D?m\\s*\\d+|-[og]\\s*[\\w-]+))*`,
	`(?:copy|COPY)(?:\\s+/[yvbYVB])*`,
	`(?:aws(?:\\s+--[\\w-]+\\s+${word})*\\s+s3|gsutil|gcloud\\s+storage)\\s+cp`,
].map(tool => `${tool}\\s+${file}\\s+${place}(?:\\s+--${word})*`);
const packers = '(?:gzip|pigz|zstd|lz4|xz|bzip2|lzop)';
const quiet = '(?:\\s+(?:-[0-9fkqvT]+|--(?:fast|best|keep|force|quiet)))*';
const packs = [
	`${packers}${quiet}(?:\\s+(?:-[0-9fkqvT]*c|--stdout))?${quiet}\\s*<\\s*%p\\s*>\\s*${named}`,
	`${packers}${quiet}\\s+(?:-[0-9fkqvT]*c[0-9fkqvT]*|--stdout)${quiet}\\s+%p\\s*>\\s*${named}`,
	`cat\\s+%p\\s*>\\s*${named}`,
];
/** Tools that are made for it; what their own words are is their affair. */
const tools = [
	`pgbackrest(?:\\s+${word})*\\s+archive-push`,
	`wal-[eg](?:\\s+${word})*\\s+wal-push`,
	'barman-(?:cloud-)?wal-archive',
	`pg_probackup(?:-\\d+)?(?:\\s+${word})*\\s+archive-push`,
	'manager\\s+wal-archive',
].map(tool => `${tool}(?=\\s[^;|&<>]*%[pf])(?:\\s+${word})*`);

/** What may go with a copy, joined by &&: it fails when they do. */
const guard = `(?:!\\s+)?(?:${folder}(?:test|mkdir|sync|chmod|chown|chgrp|mountpoint|echo|logger|date|true)|\\[|:)(?:[ \\t][^;|&<>\`$()#\\n]*)?${redirects}`;
const move = `${folder}mv(?:\\s+-[fnTv]+)*\\s+${word}\\s+${named}${redirects}`;
const stores = `^\\s*(?:(?:${guard}|${move})\\s*&&\\s*)*${before}(?:${[...tools, ...copies, ...packs].join('|')})${redirects}\\s*(?:&&\\s*(?:${guard}|${move})\\s*)*$`;
/** Words that make a tool do nothing. */
const rehearsal = '--(?:help|version|dry-?run|list-only|attributes-only)|(?:^|[^-\\w])dry-?run';

const idle = `(?:${before}(?:(?:true|echo|printf|test|cd|rem|ls|stat|date|sleep|logger|sync|touch|basename)(?:\\s[^;|&<>$\`]*)?|exit(?:\\s+0)?|(?:[bdkz]a?)?sh\\s+-c\\s+(?:true|:|exit\\s+0))|(?:\\[|:)(?:\\s[^;|&<>$\`]*)?)${redirects}`;
const noOp = `^\\s*[({]?\\s*(?:${idle}\\s*(?:&&|;|\\|\\|?|\\n)\\s*)*${idle}\\s*;?\\s*[)}]?\\s*$`;

const filter = `${folder}(?:cat|${packers.slice(3, -1)}|dd|tar|openssl|gpg|head|tail|base64|(?:md5|sha\\d*)sum|wc|echo|printf)`;
const input = '(?:[^;|&<>]|<\\s*%p)*';
const discards = `^\\s*(?:${guard}\\s*&&\\s*)*(?:${before}${filter}\\y${input}\\|\\s*)*(?:${before}${filter}\\y${input}1?>>?\\s*/dev/(?:null|zero|full)${input}|${before}(?:cp|mv|install|rsync|scp|copy)\\s[^;|&<>]*\\s(?:/dev/(?:null|zero|full|stdout|stderr)|nul)|${before}dd\\s${input}\\yof=/dev/(?:null|zero|full)${input})${redirects}\\s*(?:(?:&&|;|\\|\\|?)\\s*${guard}\\s*)*;?\\s*$`;

/** The last word is one that always succeeds, or that is not waited for. */
const masks = `(?:\\|\\||;|\\n)\\s*[({]?\\s*(?:${folder}(?:true|echo|printf|exit\\s+0|logger|sync|sleep|date)\\y|:)(?:[^;|&]|>&[12])*;?\\s*$|[^&>]&\\s*$`;
const heeds = 'exit\\s+(?:[1-9]|\\$)|\\yfalse\\y|errexit|\\yset\\s+-\\w*e|\\$\\?';

/**
 * SQL that classifies an archive_command without taking it along: `stores` is a known way to archive whose failure is the
 * command's failure, `no-op` and `discards` keep nothing, `masks` reports success whatever happened, and `set` is anything
 * else. Quotes are left out, and messages to standard error for what is looked at as thrown away.
 * @param command an SQL expression
 */
export const archiveCommandKind = (command: string): string => {
	const bare = `translate(${command}, ${literal(`"'`)}, '')`;
	const quiet = `regexp_replace(${bare}, ${literal('\\s2>>?\\s*(&1|\\S+)')}, ' ', 'g')`;
	return `CASE WHEN ${command} IS NULL THEN 'hidden' WHEN ${command} IN ('', '(disabled)') THEN 'none'
		WHEN ${quiet} ~* ${literal(noOp)} THEN 'no-op'
		WHEN ${bare} ~ ${literal(stores)} AND ${bare} !~* ${literal(rehearsal)} THEN 'stores'
		WHEN ${quiet} ~* ${literal(discards)} THEN 'discards'
		WHEN ${bare} ~* ${literal(masks)} AND ${bare} !~* ${literal(heeds)} THEN 'masks'
		ELSE 'set' END`;
};
