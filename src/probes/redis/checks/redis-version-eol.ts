import {daysBetween} from '../../../domain/day.js';
import {unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info} from '../examples.js';
import {redisCheck, versionText} from '../kit.js';
import {checkedOn, lineOf} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'a release line that is mended for at least another 180 days';

export const redisVersionEol = redisCheck({
	id: 'redis-version-eol',
	title: 'The release line is supported',
	question: 'Do the makers still mend this release line?',
	why: 'After its end a line gets no correction any more, however grave the flaw. A distribution or provider may go on mending it under the old number: that is theirs to say.',
	severity: 'high',
	source: shownBy.server,
	needs: '+info',
	remediation: {
		all: 'Plan the upgrade to a supported line of Redis or Valkey and try it on a restored copy first; the append-only file and snapshots are read by newer versions, not by older ones.',
	},
	judge: ({info: server}, {now}) =>
		whenSeen(server, expected, one => {
			const line = lineOf(one.product, one.version);
			const shown = versionText(one);
			if (line === undefined)
				return [
					unknown(
						unseen('unsupported-version', {
							detail: `${shown} is not in dbvet’s table of versions, which is of ${checkedOn}`,
						}),
						expected,
					),
				];
			if (line.endOfLife === undefined)
				return [
					unknown(
						unseen('unsupported-version', {
							detail:
								one.product === 'redis'
									? `${shown} was supported on ${checkedOn}; Redis publishes no end of support ahead, so look at its security policy`
									: `dbvet does not know when the support of Valkey ${line.name} ends: valkey.io/topics/releases tells`,
						}),
						expected,
					),
				];
			const left = daysBetween(now, line.endOfLife);
			const text = `${shown}; support of ${line.name} ends on ${line.endOfLife}`;
			if (left < 0)
				return [fail(text.replace(' ends on ', ' ended on '), expected, {source: shownBy.server})];
			return [
				left <= 180
					? fail(text, expected, {severity: 'medium', source: shownBy.server})
					: pass(text, expected, {source: shownBy.server}),
			];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({info: info({}, {product: 'redis', version: '7.0.15'})}),
			example({info: info({}, {product: 'redis', version: '4.0.14'})}),
		],
		blind: [
			blind,
			example({info: info({}, {product: 'redis', version: '7.4.2'})}),
			example({info: info({}, {version: '9.1.2'})}),
			example({info: info({}, {version: '42.0.0'})}),
		],
	},
});
