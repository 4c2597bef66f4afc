/** The colours of both themes; pairs of text and ground keep at least 4.5 to 1. */
const colours = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1b2430;--soft:#56616f;--rule:#d5dbe2;--wash:#f5f7f9;--accent:#1f4e79;
--good:#1c5f3a;--good-g:#e4f1e8;--partly:#6b4a00;--partly-g:#faf0d7;--bad:#8f1d1d;--bad-g:#fae7e5;--unknown:#434a54;--unknown-g:#e9ecf0;
--disputed:#5b2a78;--disputed-g:#f1e7f6;--critical:#fff;--critical-g:#7c1421;--high:#fff;--high-g:#ad4510;--medium:#4d3700;--medium-g:#f4dc9f;
--low:#1f3d5c;--low-g:#d9e7f3;--info:#434a54;--info-g:#eef1f4;--bar:#e3e8ed;--critical-h:#f2d9da;--high-h:#f8e3d4;--medium-h:#fcf3da;--low-h:#ecf2f8}
@media screen and (prefers-color-scheme:dark){:root{--ground:#14181d;--ink:#e6eaef;--soft:#a3adb9;--rule:#333c47;--wash:#1c2229;--accent:#8fbce6;
--good:#9fd8b4;--good-g:#16301f;--partly:#ecca7d;--partly-g:#352a10;--bad:#f5aaa4;--bad-g:#3d1817;--unknown:#c2cad4;--unknown-g:#2a313a;
--disputed:#d9b3ee;--disputed-g:#321c40;--critical:#fff;--critical-g:#a11d2e;--high:#fff;--high-g:#a84612;--medium:#f3dd9f;--medium-g:#4a3a10;
--low:#bcd6ee;--low-g:#1d3349;--info:#c2cad4;--info-g:#262d35;--bar:#29313a;--critical-h:#3a1c21;--high-h:#3a2417;--medium-h:#352e18;--low-h:#1a2530}}`;

const frame = `
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 "IBM Plex Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--accent)}h1,h2,h3,h4{line-height:1.25;font-weight:600;margin:2.2em 0 .6em;break-after:avoid}
h1{font-size:2.4rem;font-weight:700;margin:.2em 0;letter-spacing:-.01em}h2{font-size:1.55rem;padding-top:1.1rem;border-top:1px solid var(--rule);margin-top:3rem}
h3{font-size:1.15rem}h4{font-size:1rem;margin-top:1.8em}p{margin:.6em 0;max-width:44rem}li{max-width:44rem}
code{font:.8em/1.45 "DejaVu Sans Mono",ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
pre{background:var(--wash);padding:.8rem 1rem;overflow-x:auto;white-space:pre-wrap}blockquote{margin:1em 0;padding:.1em 1em;border-left:3px solid var(--rule);color:var(--soft)}
footer{color:var(--soft);font-size:.85rem;border-top:1px solid var(--rule);margin-top:4rem;padding-top:1rem;padding-bottom:3rem}
.cover{padding:4.5rem 0 1rem}.cover .mark{font-size:.85rem;letter-spacing:.04em;color:var(--soft);margin:0 0 2rem}.cover .subject{font-size:1.35rem;color:var(--soft);margin:0 0 2.5rem}
dl{margin:0}.cover dl div,.fields div{display:grid;grid-template-columns:9rem 1fr;gap:0 1rem;padding:.3rem 0}
.cover dl div{border-top:1px solid var(--rule);padding:.45rem 0}dt{color:var(--soft);font-size:.9em}dd{margin:0;max-width:44rem}.fields{margin:.8em 0}
.contents ol{padding-left:0;list-style:none}.contents li{padding:.15rem 0}.contents ul{list-style:none;padding-left:1rem;font-size:.92em}`;

const figures = `
.chip{display:inline-block;white-space:nowrap;font-size:.8em;font-weight:600;line-height:1.35;padding:.08em .5em;border-radius:3px}
${['good', 'partly', 'bad', 'unknown', 'disputed', 'critical', 'high', 'medium', 'low', 'info']
	.map(t => `.chip.${t}{color:var(--${t});background:var(--${t}-g)}`)
	.join('')}.chip.muted{color:var(--soft);background:var(--wash)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1rem;list-style:none;padding:0;margin:1.6rem 0}
.figures li{border-top:2px solid var(--ink);padding-top:.5rem;line-height:1.35}.figures strong{display:block;font-size:1.7rem;line-height:1.2}.figures small{display:block;color:var(--soft)}
.heatmaps{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1.5rem;margin:1.6rem 0}.heatmaps figure{margin:0}
.heatmap{border-collapse:separate;border-spacing:2px;width:100%;max-width:20rem;table-layout:fixed}.heatmap caption{text-align:left;font-weight:600;padding-bottom:.4rem}
.heatmap th{font-weight:400;font-size:.75rem;color:var(--soft);text-align:center;padding:0}.heatmap td{height:2.1rem;text-align:center;padding:0;font-weight:400}
.heatmap td.some{font-weight:700;font-size:1.05rem}
${['critical', 'high', 'medium', 'low'].map(t => `.heatmap .${t}{background:var(--${t}-h)}.heatmap .${t}.some{background:var(--${t}-g);color:var(--${t})}`).join('')}
figcaption,.axis{font-size:.85rem;color:var(--soft)}.axis{grid-column:1/-1;margin:0}
.bars{list-style:none;padding:0;margin:1.4rem 0}.bars li{display:grid;grid-template-columns:8rem minmax(6rem,1fr) minmax(7rem,auto);gap:.9rem;align-items:center;padding:.3rem 0;max-width:none}
.coverage li{grid-template-columns:9rem minmax(6rem,1fr) minmax(11rem,1fr)}.bar{display:flex;height:.8rem;background:var(--bar);gap:1px}.bar span{display:block;height:100%}.value{font-size:.9em}
${['critical', 'high', 'medium', 'low', 'info'].map(t => `.bar .${t}{background:var(--${t}-g)}`).join('')}.bar .low{background:#7fa6c9}.bar .info{background:#98a3af}.bar .medium{background:#d9a521}
.bar .accepted{background:repeating-linear-gradient(45deg,var(--soft) 0 2px,transparent 2px 5px)}
.bar .part-met{background:#2f7d51}.bar .part-partly{background:#d9a521}.bar .part-notMet{background:#a52a2a}.bar .part-contradicted{background:#7d4a9c}.bar .part-unknown{background:var(--bar)}`;

const tables = `
.table{margin:1rem 0}.table table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45}
.table th,.table td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule)}.table thead th{font-size:.8rem;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink)}
.table td,.table th{overflow-wrap:anywhere;min-width:5.2rem}.table .number,.table [data-name=""],.table thead td{min-width:0}.table [data-name=""]{white-space:nowrap}.table thead th{overflow-wrap:normal}.table .number{text-align:right}.day{white-space:nowrap}.approval td,.approval th{height:2.6rem}
@media screen and (min-width:60rem){.columns-3 .phrase,.columns-4 .phrase,.columns-5 .phrase{min-width:9.5rem}.table td,.table tbody th{overflow-wrap:break-word}.table .long,.table code{overflow-wrap:anywhere}}
@media (max-width:40rem){h1{font-size:1.9rem}.cover{padding-top:2rem}.cover dl div,.fields div{grid-template-columns:1fr}.fields div{padding:.35rem 0}
.table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.table table,.table tbody,.table tr,.table td,.table tbody th{display:block}.table tr{border-bottom:1px solid var(--rule);padding:.6rem 0}
.table td,.table tbody th{border:0;padding:.12rem 0;display:grid;grid-template-columns:7rem 1fr;gap:.6rem}.table td::before{content:attr(data-name);color:var(--soft);font-size:.85em}.table td{min-width:0}.table td[data-name=""]{grid-template-columns:1fr;color:var(--soft)}.table td[data-name=""]::before{content:none}.table .number{text-align:left}
.bars li,.coverage li{grid-template-columns:1fr;gap:.2rem}}
@media print{@page{size:A4;margin:20mm 18mm}:root{color-scheme:light}html{font-size:9.5pt}body{line-height:1.45}
.cover{padding-top:9rem}.figures{grid-template-columns:repeat(5,1fr)}.heatmaps{grid-template-columns:repeat(3,1fr)}.heatmap td{height:1.15rem}p,li,dd{max-width:none}.figures strong{font-size:1.45rem}
p,li{orphans:2;widows:2}.table td,.table th{padding:.3rem .7rem .3rem 0;min-width:3.6rem}.contents ul{columns:2}header,main,footer{max-width:none;padding:0}a{color:inherit;text-decoration:none}
.page-break{break-after:page}.skip{display:none}tr,figure,.figures,.heatmaps,.bars li{break-inside:avoid}thead{display:table-header-group}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2{margin-top:1.6rem}}`;

/** The whole style sheet: no font, image or rule is fetched from anywhere. */
export const styleSheet = colours + frame + figures + tables;
