import {expect, test} from 'vitest';
import {seen, unseen} from '../engine/check.js';
import {readOld, readSuites} from './collect-versions.js';
import {blindFacts} from './blind.js';
import {doubtRefusals} from './doubt.js';
import {healthy} from './examples.js';
import {accepts12} from './interpret.js';

const accepted = (version: number, suite = 0xc02f) =>
	seen({
		kind: 'accepted' as const,
		hello: {version, suite, compression: 0, retry: false, extensions: []},
	});

test('an accepted old version settles those above it and leaves those below open', () => {
	expect(readOld('tls11', accepted(0x0301))).toEqual({tls11: seen(false), tls10: seen(true)});
	expect(readOld('tls10', accepted(0x0301))).toEqual({tls10: seen(true)});
	expect(readOld('ssl3', accepted(0x0300))).toEqual({ssl3: seen(true)});
});

test('an answer with a version that was not offered settles nothing', () => {
	expect(readOld('tls10', accepted(0x0303))).toMatchObject({
		tls10: {seen: false, reason: 'unexpected-reply'},
		ssl3: {seen: false, reason: 'unexpected-reply'},
	});
});

test('an alert that speaks of neither version nor suite is no refusal', () => {
	const other = seen({kind: 'alert' as const, alert: 112});
	expect(readOld('tls11', other)).toMatchObject({ssl3: {seen: false}});
	expect(readSuites(['rc4'], false, other)).toMatchObject({rc4: {seen: false}});
	expect(accepts12(other, undefined)).toMatchObject({seen: false});
});

test('a suite that was not offered settles nothing', () => {
	expect(readSuites(['rc4', 'des'], false, accepted(0x0303, 0x0005))).toEqual({rc4: seen(0x0005)});
	expect(readSuites(['des'], false, accepted(0x0303, 0x0005))).toMatchObject({des: {seen: false}});
	expect(readSuites(['rc4', 'des'], false, seen({kind: 'refused', alert: 40}))).toEqual({
		rc4: seen(null),
		des: seen(null),
	});
});

test('refusals count only where TLS was seen to be spoken', () => {
	const refusing = {
		...blindFacts('postgresql', 'h', unseen('tls-handshake-failed')),
		offered: seen(true),
		versions: healthy.versions,
		weak: healthy.weak,
	};
	const silent = {
		...refusing,
		versions: {...refusing.versions, tls12: seen(false), tls13: seen(false)},
	};
	expect(doubtRefusals(silent)).toMatchObject({
		offered: {seen: false},
		versions: {ssl3: {seen: false}, tls13: {seen: false}},
		weak: {rc4: {seen: false}},
	});
	expect(doubtRefusals(refusing)).toEqual(refusing);
	// A hello of TLS 1.3 alone is no proof either: it shows no certificate.
	const only13 = {...refusing, versions: {...refusing.versions, tls12: seen(false)}};
	expect(doubtRefusals(only13)).toMatchObject({offered: {seen: false}, weak: {rc4: {seen: false}}});
	expect(doubtRefusals(healthy)).toEqual(healthy);
});
