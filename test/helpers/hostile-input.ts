import type {DocumentInput} from '../../src/domain/ports.js';
import {finding} from './sample/findings.js';
import {sampleInput} from './sample-input.js';

/** Texts that try to break out of, hide in, or overflow a document. */
export const hostileTexts = [
	'<script>alert(1)</script><img src=x onerror=alert(2)>',
	'[click](javascript:alert(3)) ![x](https://evil.test/x.png) <https://evil.test>',
	'# not a heading\n\n| not | a table |\n|---|---|\n- - -',
	'**✔ met** ``` {"kind":"cover"} ``` </style></main>',
	'terminal \u001b[31mred\u001b[0m \u0007 null \u0000 end',
	'right to left \u202etxt.exe\u202c and \u200bzero\u200dwidth',
	'עברית שלום עולם and العربية مرحبا',
	'日本語のデータベース 中文 한국어',
	'emoji 😀 🔐 👩‍💻 combining é a\u0323\u0302 lone \ud800 surrogate',
	`long-${'word'.repeat(200)}`,
	'a/b.c_d-'.repeat(80),
	'{{constructor}} {{#each}} {{> partial}} \\{{x}}',
	'&lt;b&gt; &amp; &#60; %s ${x} $(id) =cmd|calc',
] as const;

/** 5,000 words, numbered so that a test can see that the last one is there. */
export const longNote = Array.from({length: 5000}, (_, i) => `word${i + 1}`).join(' ');

/** A workspace whose every free text is hostile, with 300 findings more than usual. */
export const hostileInput = (): DocumentInput => {
	const text = (i: number): string => hostileTexts[i % hostileTexts.length] ?? '';
	const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
	return sampleInput({
		organisation: 'Evil & <b>Sons</b> "*_` \u202e Ltd',
		note: longNote,
		more: Array.from({length: 300}, (_, i) =>
			finding({
				check: `hostile-${i % 40}`,
				object: `object ${i} ${text(i)}`,
				outcome: i % 7 === 0 ? 'unknown' : 'fail',
				severity: severities[i % 5] ?? 'info',
				title: `Hostile ${i % 40}: ${text(i % 40).slice(0, 60)}`,
				observed: `seen-${i} ${text(i + 1)}`,
				expected: `expected ${text(i % 40)}`,
				remediation: `mend ${text((i % 40) + 2)}`,
				source: text(i + 3),
				...(i % 7 === 0 ? {reason: 'permission-denied' as const, grant: `GRANT ${text(i)}`} : {}),
			}),
		),
	});
};
