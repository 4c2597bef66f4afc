import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{chipHtml,contentsOf,countAt,coverageInWords,coverageParts,escapeHtml,fontFiles,heatMapInWords,levelAt,runsHtml,steps}from"./chunk-JHESIGX2.js";import{
chipText,textOf}from"./chunk-SKKJ34VY.js";import{bySeverity,isUnwanted}from"./chunk-QOFYYV2G.js";import{require_dist}from"./chunk-VQANQNRB.js";
import{citedFrameworks}from"./chunk-YGC6MYMA.js";import{scaleWord}from"./chunk-4OUI2SMR.js";import{endpointName}from"./chunk-XIQIQSSR.js";import{
dayOf}from"./chunk-NHNF3JRI.js";import{Reason,splitGrant}from"./chunk-DTJB5REZ.js";import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";
import{Slug}from"./chunk-FJRS23W3.js";import{_enum,strictObject,string}from"./chunk-V3WZMUYQ.js";import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";
import{__toESM}from"./chunk-OSKRSO5H.js";var chartHtml=(data,all)=>{switch(data.kind){case"cover":return cover(data);case"contents":return contents(all);case"page":return'<div class="page-break"></div>';case"\
figures":return`<ul class="figures">${data.items.map(i=>`<li><strong>${escapeHtml(i.value)}</strong> <span>${escapeHtml(i.label)}</span>${i.note?` <small>${escapeHtml(
i.note)}</small>`:""}</li>`).join("")}</ul>`;case"heatmap":return heatMaps(data);case"severities":return severities(data);case"coverage":return coverage(data);case"\
approval":return`<div class="table"><table class="approval"><thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Date</th><th scope="col\
">Signature</th></tr></thead><tbody>${data.roles.map(r=>`<tr><th scope="row">${escapeHtml(r)}</th><td></td><td></td><td></td></tr>`).join("")}</tbody></table></\
div>`}},cover=data=>`<div class="cover">
<p class="mark">${escapeHtml(data.confidentiality)}</p>
<h1>${escapeHtml(data.title)}</h1>
<p class="subject">${escapeHtml(data.subject)}</p>
<dl>${data.facts.map(([name,value])=>`<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join("")}</dl>
</div>`,contents=all=>{let entry=(h,inside="")=>`<li><a href="#${h.id}">${runsHtml(h.runs)}</a>${inside}</li>`;return`<nav class="contents" aria-labelledby="con\
tents-title"><h2 id="contents-title">Contents</h2><ol>${contentsOf(all).map(({chapter,sections})=>entry(chapter,sections.length===0?"":`<ul>${sections.map(s=>entry(
s)).join("")}</ul>`)).join("")}</ol></nav>`},heatMaps=data=>`<div class="heatmaps">${data.maps.map(map=>`<figure><table class="heatmap"><caption>${escapeHtml(map.
title)}</caption>
<thead><tr><th scope="col"><span class="hidden">Impact</span></th>${steps.map(l=>`<th scope="col" title="Likelihood ${scaleWord(l)}">${l}</th>`).join("")}</tr><\
/thead>
<tbody>${steps.toReversed().map(impact=>`<tr><th scope="row" title="Impact ${scaleWord(impact)}">${impact}</th>${steps.map(l=>{let count=countAt(map.cells,l,impact);
return`<td class="${levelAt(l,impact)}${count>0?" some":""}">${count>0?count:'<span class="hidden">0</span>'}</td>`}).join("")}</tr>`).join("")}</tbody></table>\
<figcaption>${escapeHtml(heatMapInWords(map.title,map.cells))}</figcaption></figure>`).join("")}<p class="axis">Rows: impact, 5 is very high. Columns: likelihoo\
d, 5 is very high. A number is a count of risks.</p></div>`,width=(part,whole)=>`${whole===0?0:Math.round(part/whole*1e3)/10}%`,severities=data=>{let most=Math.
max(1,...data.rows.map(r=>r.open+r.accepted));return`<ul class="bars">${data.rows.map(r=>`<li><span class="name">${chipHtml(r.level)}</span><span class="bar" ar\
ia-hidden="true"><span class="${r.level}" style="width:${width(r.open,most)}"></span><span class="accepted" style="width:${width(r.accepted,most)}"></span></spa\
n><span class="value">${r.open}${r.accepted>0?` + ${r.accepted} accepted`:""}</span></li>`).join("")}</ul>`},coverage=data=>`<ul class="bars coverage">${data.rows.
map(r=>{let whole=coverageParts.reduce((sum,p)=>sum+r[p.key],0),parts=coverageParts.map(p=>`<span class="part-${p.key}" style="width:${width(r[p.key],whole)}"><\
/span>`).join("");return`<li><span class="name">${escapeHtml(r.name)}</span><span class="bar" aria-hidden="true">${parts}</span><span class="value">${escapeHtml(
coverageInWords(r))}</span></li>`}).join("")}</ul>`;var blocksHtml=(blocks,all=blocks)=>blocks.map(b=>blockHtml(b,all)).join(`
`),blockHtml=(block,all)=>{switch(block.type){case"heading":return`<h${block.level} id="${block.id}">${runsHtml(block.runs)}</h${block.level}>`;case"paragraph":
return`<p>${runsHtml(block.runs)}</p>`;case"list":{let tag=block.ordered?"ol":"ul",start=block.ordered&&block.start!==1?` start="${block.start}"`:"";return`<${tag}${start}\
>${block.items.map(i=>`<li>${itemHtml(i,all)}</li>`).join("")}</${tag}>`}case"table":return tableHtml(block);case"quote":return`<blockquote>${blocksHtml(block.blocks,
all)}</blockquote>`;case"code":return`<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;case"chart":return chartHtml(block.data,all)}},itemHtml=(item,all)=>{
let[only]=item;return item.length===1&&only?.type==="paragraph"?runsHtml(only.runs):blocksHtml(item,all)},tableHtml=table=>{let side=i=>table.align[i]==="right"?
' class="number"':"";if(table.head.length===0)return`<dl class="fields">${table.rows.map(([name,...rest])=>`<div><dt>${runsHtml(name??[])}</dt>${rest.map(c=>`<d\
d>${runsHtml(c)}</dd>`).join("")}</div>`).join("")}</dl>`;let names=table.head.map(c=>escapeHtml(textOf(c))),head=table.head.map((c,i)=>c.length===0?"<td></td>":
`<th scope="col"${side(i)}>${runsHtml(c)}</th>`).join(""),rows=table.rows.map(row2=>`<tr>${row2.map((c,i)=>`<td${side(i)} data-name="${names[i]??""}"><span>${runsHtml(
c)}</span></td>`).join("")}</tr>`);return`<div class="table"><table class="columns-${table.head.length}"><thead><tr>${head}</tr></thead><tbody>${rows.join(`
`)}</tbody></table></div>`};var colours=`
:root{color-scheme:light dark;--ground:#fff;--ink:#1b2430;--soft:#56616f;--rule:#d5dbe2;--wash:#f5f7f9;--accent:#1f4e79;
--good:#1c5f3a;--good-g:#e4f1e8;--partly:#6b4a00;--partly-g:#faf0d7;--bad:#8f1d1d;--bad-g:#fae7e5;--unknown:#434a54;--unknown-g:#e9ecf0;
--disputed:#5b2a78;--disputed-g:#f1e7f6;--critical:#fff;--critical-g:#7c1421;--high:#fff;--high-g:#ad4510;--medium:#4d3700;--medium-g:#f4dc9f;
--low:#1f3d5c;--low-g:#d9e7f3;--info:#434a54;--info-g:#eef1f4;--bar:#e3e8ed;--critical-h:#f2d9da;--high-h:#f8e3d4;--medium-h:#fcf3da;--low-h:#ecf2f8}
@media screen and (prefers-color-scheme:dark){:root{--ground:#14181d;--ink:#e6eaef;--soft:#a3adb9;--rule:#333c47;--wash:#1c2229;--accent:#8fbce6;
--good:#9fd8b4;--good-g:#16301f;--partly:#ecca7d;--partly-g:#352a10;--bad:#f5aaa4;--bad-g:#3d1817;--unknown:#c2cad4;--unknown-g:#2a313a;
--disputed:#d9b3ee;--disputed-g:#321c40;--critical:#fff;--critical-g:#a11d2e;--high:#fff;--high-g:#a84612;--medium:#f3dd9f;--medium-g:#4a3a10;
--low:#bcd6ee;--low-g:#1d3349;--info:#c2cad4;--info-g:#262d35;--bar:#29313a;--critical-h:#3a1c21;--high-h:#3a2417;--medium-h:#352e18;--low-h:#1a2530}}`,frame=`
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 "IBM Plex Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-seri\
f;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--accent)}h1,h2,h3,h4{line-height:1.25;font-weight:600;margin:2.2em 0 .6em;break-after:avoid}
h1{font-size:2.4rem;font-weight:700;margin:.2em 0;letter-spacing:-.01em}h2{font-size:1.55rem;padding-top:1.1rem;border-top:1px solid var(--rule);margin-top:3rem\
}
h3{font-size:1.15rem}h4{font-size:1rem;margin-top:1.8em}p{margin:.6em 0;max-width:44rem}li{max-width:44rem}
code{font:.8em/1.45 "DejaVu Sans Mono",ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
pre{background:var(--wash);padding:.8rem 1rem;overflow-x:auto;white-space:pre-wrap}blockquote{margin:1em 0;padding:.1em 1em;border-left:3px solid var(--rule);co\
lor:var(--soft)}
footer{color:var(--soft);font-size:.85rem;border-top:1px solid var(--rule);margin-top:4rem;padding-top:1rem;padding-bottom:3rem}
.cover{padding:4.5rem 0 1rem}.cover .mark{font-size:.85rem;letter-spacing:.04em;color:var(--soft);margin:0 0 2rem}.cover .subject{font-size:1.35rem;color:var(--\
soft);margin:0 0 2.5rem}
dl{margin:0}.cover dl div,.fields div{display:grid;grid-template-columns:9rem 1fr;gap:0 1rem;padding:.3rem 0}
.cover dl div{border-top:1px solid var(--rule);padding:.45rem 0}dt{color:var(--soft);font-size:.9em}dd{margin:0;max-width:44rem}.fields{margin:.8em 0}
.contents ol{padding-left:0;list-style:none}.contents li{padding:.15rem 0}.contents ul{list-style:none;padding-left:1rem;font-size:.92em}`,figures=`
.chip{display:inline-block;white-space:nowrap;font-size:.8em;font-weight:600;line-height:1.35;padding:.08em .5em;border-radius:3px}
${["good","partly","bad","unknown","disputed","critical","high","medium","low","info"].map(t=>`.chip.${t}{color:var(--${t});background:var(--${t}-g)}`).join("")}\
.chip.muted{color:var(--soft);background:var(--wash)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1rem;list-style:none;padding:0;margin:1.6rem 0}
.figures li{border-top:2px solid var(--ink);padding-top:.5rem;line-height:1.35}.figures strong{display:block;font-size:1.7rem;line-height:1.2}.figures small{dis\
play:block;color:var(--soft)}
.heatmaps{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1.5rem;margin:1.6rem 0}.heatmaps figure{margin:0}
.heatmap{border-collapse:separate;border-spacing:2px;width:100%;max-width:20rem;table-layout:fixed}.heatmap caption{text-align:left;font-weight:600;padding-bott\
om:.4rem}
.heatmap th{font-weight:400;font-size:.75rem;color:var(--soft);text-align:center;padding:0}.heatmap td{height:2.1rem;text-align:center;padding:0;font-weight:400\
}
.heatmap td.some{font-weight:700;font-size:1.05rem}
${["critical","high","medium","low"].map(t=>`.heatmap .${t}{background:var(--${t}-h)}.heatmap .${t}.some{background:var(--${t}-g);color:var(--${t})}`).join("")}\

figcaption,.axis{font-size:.85rem;color:var(--soft)}.axis{grid-column:1/-1;margin:0}
.bars{list-style:none;padding:0;margin:1.4rem 0}.bars li{display:grid;grid-template-columns:8rem minmax(6rem,1fr) minmax(7rem,auto);gap:.9rem;align-items:center\
;padding:.3rem 0;max-width:none}
.coverage li{grid-template-columns:9rem minmax(6rem,1fr) minmax(11rem,1fr)}.bar{display:flex;height:.8rem;background:var(--bar);gap:1px}.bar span{display:block;\
height:100%}.value{font-size:.9em}
${["critical","high","medium","low","info"].map(t=>`.bar .${t}{background:var(--${t}-g)}`).join("")}.bar .low{background:#7fa6c9}.bar .info{background:#98a3af}.\
bar .medium{background:#d9a521}
.bar .accepted{background:repeating-linear-gradient(45deg,var(--soft) 0 2px,transparent 2px 5px)}
.bar .part-met{background:#2f7d51}.bar .part-partly{background:#d9a521}.bar .part-notMet{background:#a52a2a}.bar .part-contradicted{background:#7d4a9c}.bar .par\
t-unknown{background:var(--bar)}`,tables=`
.table{margin:1rem 0}.table table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45}
.table th,.table td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule)}.table thead th{font-size:.8rem;font-weig\
ht:600;color:var(--soft);border-bottom:1px solid var(--ink)}
.table td,.table th{overflow-wrap:anywhere;min-width:5.2rem}.table .number,.table [data-name=""],.table thead td{min-width:0}.table [data-name=""]{white-space:n\
owrap}.table thead th{overflow-wrap:normal}.table .number{text-align:right}.approval td,.approval th{height:2.6rem}
@media (max-width:40rem){h1{font-size:1.9rem}.cover{padding-top:2rem}.cover dl div,.fields div{grid-template-columns:1fr}.fields div{padding:.35rem 0}
.table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.table table,.table tbody,.table tr,.table td,.table tbody th{display:b\
lock}.table tr{border-bottom:1px solid var(--rule);padding:.6rem 0}
.table td,.table tbody th{border:0;padding:.12rem 0;display:grid;grid-template-columns:7rem 1fr;gap:.6rem}.table td::before{content:attr(data-name);color:var(--\
soft);font-size:.85em}.table td{min-width:0}.table td[data-name=""]{grid-template-columns:1fr;color:var(--soft)}.table td[data-name=""]::before{content:none}.ta\
ble .number{text-align:left}
.bars li,.coverage li{grid-template-columns:1fr;gap:.2rem}}
@media print{@page{size:A4;margin:20mm 18mm}:root{color-scheme:light}html{font-size:9.5pt}body{line-height:1.45}
.cover{padding-top:9rem}.figures{grid-template-columns:repeat(5,1fr)}.heatmaps{grid-template-columns:repeat(3,1fr)}.heatmap td{height:1.15rem}p,li,dd{max-width:\
none}.figures strong{font-size:1.45rem}
p,li{orphans:2;widows:2}.table td,.table th{padding:.3rem .7rem .3rem 0;min-width:3.6rem}.contents ul{columns:2}header,main,footer{max-width:none;padding:0}a{co\
lor:inherit;text-decoration:none}
.page-break{break-after:page}.skip{display:none}tr,figure,.figures,.heatmaps,.bars li{break-inside:avoid}thead{display:table-header-group}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2{margin-top:1.6rem}}`,styleSheet=colours+frame+figures+tables;var drawHtml=(blocks,furniture)=>{let isCover=b=>b.type==="chart"&&b.data.kind==="cover",cover3=blocks.filter(isCover),rest=blocks.filter(b=>!isCover(b));return`\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${furniture.title}: ${furniture.subject}`)}</title>
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>${blocksHtml(cover3)}</header>
<main id="main">
${sectionsOf(rest).map(s=>sectionHtml(s,rest)).join(`
`)}
</main>
<footer><p>${escapeHtml(furniture.origin)}</p></footer>
</body>
</html>
`},sectionsOf=blocks=>{let sections=[[]];for(let block of blocks)block.type==="heading"&&block.level===2&&sections.push([]),sections.at(-1)?.push(block);return sections.
filter(s=>s.length>0)},sectionHtml=(section,all)=>{let[first]=section;return`<section${first?.type==="heading"&&textOf(first.runs)!==""?` aria-labelledby="${first.
id}"`:""}>
${blocksHtml(section,all)}
</section>`};var flatText=text=>plainText(text.replace(new RegExp("\\p{Surrogate}","gu"),"\uFFFD"),Number.MAX_SAFE_INTEGER).replace(/\s+/gu," ").trim(),escapeMarkdown=text=>flatText(
text).replace(/[\\`*[\]<>#|~&!@{}]/g,"\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g,"\\_").replace(/:\/\//g,":\\//").replace(/\bwww\./gi,m=>`${m.slice(0,
3)}\\.`).replace(/^([-+=:])/,"\\$1").replace(/^(\d+)([.)])(?=\s|$)/,"$1\\$2");var row=cells2=>`| ${cells2.join(" | ")} |`,drawChart=(data,all)=>{switch(data.kind){case"cover":return cover2(data);case"contents":return contents2(all);case"p\
age":return"";case"figures":return data.items.map(i=>`- **${escapeMarkdown(i.value)}** ${escapeMarkdown(i.label)}${i.note?` (${escapeMarkdown(i.note)})`:""}`).join(
`
`);case"heatmap":return data.maps.map(heatMap).join(`

`);case"severities":return[row(["Severity","Open","Accepted"]),row(["---","---:","---:"]),...data.rows.map(r=>row([`**${chipText(r.level)}**`,r.open,r.accepted]))].
join(`
`);case"coverage":return data.rows.map(r=>`- **${escapeMarkdown(r.name)}:** ${coverageInWords(r)}`).join(`
`);case"approval":return[row(["Role","Name","Date","Signature"]),row(["---","---","---","---"]),...data.roles.map(r=>row([escapeMarkdown(r),"","",""]))].join(`
`)}},cover2=data=>[`# ${escapeMarkdown(data.title)}: ${escapeMarkdown(data.subject)}`,"",`**${escapeMarkdown(data.confidentiality)}**`,"",...data.facts.map(([name,
value])=>`- **${escapeMarkdown(name)}:** ${escapeMarkdown(value)}`)].join(`
`),contents2=all=>["## Contents","",...contentsOf(all).flatMap(({chapter,sections})=>[`- ${escapeMarkdown(textOf(chapter.runs))}`,...sections.map(s=>`  - ${escapeMarkdown(
textOf(s.runs))}`)])].join(`
`),heatMap=map=>[`**${escapeMarkdown(map.title)}** (number of risks)`,"",row(["Impact \\ Likelihood",...steps]),row(["---",...steps.map(()=>"---:")]),...steps.toReversed().
map(impact=>row([impact,...steps.map(l=>countAt(map.cells,l,impact)||"")])),"",escapeMarkdown(heatMapInWords(map.title,map.cells))].join(`
`);var drawMarkdown=blocks=>`${blocks.map(b=>drawBlock(b,blocks)).filter(text=>text!=="").join(`

`)}
`,drawBlock=(block,all)=>{switch(block.type){case"heading":return`${"#".repeat(block.level)} ${drawRuns(block.runs)}`;case"paragraph":return drawRuns(block.runs);case"\
list":return block.items.map((item,i)=>drawItem(item,block.ordered?`${block.start+i}. `:"- ",all)).join(`
`);case"table":return drawTable(block);case"quote":return block.blocks.map(b=>drawBlock(b,all)).join(`

`).replace(/^/gm,"> ");case"code":return fenced(block.text);case"chart":return drawChart(block.data,all)}},drawItem=(item,mark,all)=>mark+item.map(b=>drawBlock(
b,all)).join(`

`).replace(/\n(?=.)/g,`
${" ".repeat(mark.length)}`),fenced=text=>{let longest2=Math.max(2,...(text.match(/`+/g)??[]).map(m=>m.length)),fence="`".repeat(longest2+1);return`${fence}
${text}
${fence}`},drawRuns=runs=>runs.map(run=>{if(run.type==="break")return`\\
`;if(run.type==="chip")return`**${chipText(run.chip)}**`;let body=run.text.trim();if(body==="")return run.text===""?"":" ";let mark=run.strong?"**":run.em?"*":"",
inner=run.code?codeSpan(body):escapeMarkdown(body),linked=run.href?`[${inner}](${run.href})`:`${mark}${inner}${mark}`;return`${/^\s/.test(run.text)?" ":""}${linked}${/\s$/.
test(run.text)?" ":""}`}).join("").trim(),codeSpan=text=>{let longest2=Math.max(0,...(text.match(/`+/g)??[]).map(m=>m.length)),ticks="`".repeat(longest2+1);return longest2===
0?`${ticks}${text}${ticks}`:`${ticks} ${text} ${ticks}`},drawCell=cell=>drawRuns(cell).replace(/\s*\\?\n/g,"<br>"),drawTable=table=>{if((table.head.length||(table.
rows[0]?.length??0))===0)return"";if(table.head.length===0)return table.rows.map(([name,...rest])=>`- **${drawCell(name??[]).replace(/^\*\*|\*\*$/g,"")}:** ${rest.
map(drawCell).join(" \xB7 ")}`).join(`
`);let rule=table.head.map((_,i)=>table.align[i]==="right"?"---:":"---"),row2=cells2=>`| ${cells2.join(" | ")} |`;return[row2(table.head.map(drawCell)),row2(rule),
...table.rows.map(r=>row2(r.map(drawCell)))].join(`
`)};var import_yaml=__toESM(require_dist(),1);var DocumentDefinition=strictObject({id:Slug,title:string().min(3).max(60),summary:string().min(10).max(200),audience:string().min(3).max(200),per:_enum(["works\
pace","database"])}).readonly(),readDefinition=(text,path)=>{let lines=new import_yaml.LineCounter,document=(0,import_yaml.parseDocument)(text,{lineCounter:lines,
uniqueKeys:!0}),at=offset=>{let{line:line2,col}=lines.linePos(offset);return`${path}:${line2}:${col}`},broken=document.errors[0];if(broken)throw new UserError(`${at(
broken.pos[0])}: ${broken.message.split(`
`)[0]??""}`);let parsed=DocumentDefinition.safeParse(document.toJS({maxAliasCount:10}));if(parsed.success)return parsed.data;let issue=parsed.error.issues[0],node=document.
getIn(issue?.path??[],!0);throw new UserError(`${at(node?.range?.[0]??0)}: ${issue?.path.join(".")??""}: ${issue?.message??"does not fit"}`,["The keys are id, t\
itle, summary, audience and per."])};var Markup=class{#text;constructor(text){this.#text=text}toString(){return this.#text}},chip=id=>new Markup(`**${chipText(id)}**`),newLine=new Markup("<br>"),line=(...parts)=>new Markup(
parts.map(p=>p instanceof Markup?p.toString():escapeKeepingEnds(String(p))).join("")),escapeKeepingEnds=text=>`${/^\s/.test(text)?" ":""}${escapeMarkdown(text)}${/\s$/.
test(text)&&text.trim()!==""?" ":""}`,code=text=>{let flat=flatText(text);return flat===""?new Markup(""):/[`|\\]/.test(flat)?new Markup(escapeMarkdown(flat)):new Markup(
`\`${flat}\``)},chart=data=>{let{kind,...rest}=data,json=JSON.stringify(rest,(_,value)=>typeof value=="string"?flatText(value):value).replace(/`/g,"\\u0060");return new Markup(
`\`\`\`${kind}
${json}
\`\`\``)},escapeView=value=>{if(value instanceof Markup)return value.toString();if(typeof value=="string")return escapeMarkdown(value);if(typeof value=="number"){
if(!Number.isFinite(value))throw new TypeError("A document cannot print a number that is not finite.");return value}return typeof value=="boolean"?value:isList(
value)?value.map(escapeView):Object.fromEntries(Object.entries(value).map(([k,v])=>[k,escapeView(v)]))},isList=value=>Array.isArray(value);var stateCounts=controls=>{let of=state=>controls.filter(c=>c.state===state).length;return{met:of("met"),partly:of("partly"),notMet:of("not-met"),contradicted:of(
"contradicted"),unknown:of("unknown")}};var engineWords={postgresql:"PostgreSQL",mysql:"MySQL",mariadb:"MariaDB",redis:"Redis",valkey:"Valkey"},platformWords={"aws-rds":"Amazon RDS","aws-aurora":"Amaz\
on Aurora","google-cloud-sql":"Google Cloud SQL","azure-flexible-server":"Azure Flexible Server",digitalocean:"DigitalOcean Managed Databases",aiven:"Aiven",heroku:"\
Heroku",supabase:"Supabase",neon:"Neon","cloudnative-pg":"CloudNativePG","self-managed":"self-managed"},kindWords={organisation:"organisation",vendor:"vendor",database:"\
database",application:"application",infrastructure:"infrastructure",backup:"backup"},assuranceWords={verified:"verified by probe",documented:"documented",claimed:"\
claimed only",none:"not known"},requirementWords={mandatory:"mandatory",recommended:"recommended",optional:"optional"},runWords={complete:"complete",partial:"pa\
rtial",unreachable:"not reachable"},runEnd=run=>{let reason=Reason.safeParse(run.reason);return reason.success?`${runWords[run.status]} (${reasonWords[reason.data]}\
)`:runWords[run.status]},reasonWords={"name-not-resolved":"the host name did not resolve","connection-refused":"the connection was refused","connection-timeout":"\
the connection timed out","connection-closed":"the server closed the connection","tls-handshake-failed":"the TLS handshake failed","certificate-not-verified":"t\
he certificate could not be verified, so no password was sent","authentication-failed":"the login was refused","no-credentials":"no credentials were given","per\
mission-denied":"the scanner account lacks a right","hidden-by-provider":"the provider hides it","timed-out":"the time allowed ran out","limit-exceeded":"a size\
 limit was reached","unexpected-reply":"the reply was not understood","unsupported-version":"this version is not supported","client-cannot-offer":"the local cli\
ent cannot offer it","file-unreadable":"a file could not be read","file-invalid":"a file is not valid",offline:"dbvet ran offline",cancelled:"the run was cancel\
led","internal-error":"an error inside dbvet"},stateOrder=["contradicted","not-met","partly","unknown","met","not-applicable"],outcomeOrder=["fail","error","unk\
nown","pass","not-applicable"],severityOrder=["critical","high","medium","low","info"];var words={yes:"yes",no:"no",partly:"partly","dont-know":"don\u2019t know","not-applicable":"not applicable"},answerText=(source,question,answer)=>{if(answer===
void 0)return"not answered";let{value}=answer,kind=source.content.questionnaires.flatMap(q=>q.questions).find(q=>q.id===question)?.answer;if(kind?.kind==="choic\
e"){let option=kind.options.find(o=>o.id===value);if(option)return option.label}return typeof value=="number"?kind?.kind==="number"?`${value} ${kind.unit}`:String(
value):kind?.kind==="text"?value:words[value]??value};var months=["January","February","March","April","May","June","July","August","September","October","November","December"],longDate=value=>{let[year,month,day]=dayOf(
value).split("-");return`${Number(day)} ${months[Number(month)-1]??""} ${year??""}`},minute=instant=>{let iso=new Date(instant).toISOString();return`${iso.slice(
0,10)} ${iso.slice(11,16)} UTC`},counted=(count,one,many=`${one}s`)=>`${count} ${count===1?one:many}`,listed=items=>items.length<=1?items[0]??"":`${items.slice(
0,-1).join(", ")} and ${items.at(-1)??""}`,shortHash=hash=>hash.slice(0,12),clip=(text,max)=>{let characters=Array.from(text.replace(/\s+/g," ").trim());if(characters.
length<=max)return characters.join("");let cut=characters.slice(0,max-1).join(""),space=cut.lastIndexOf(" ");return`${space>max*.6?cut.slice(0,space):cut}\u2026`},
share=(part,whole)=>`${part} of ${whole}`,sentence=text=>text===""?"":text.charAt(0).toUpperCase()+text.slice(1),grouped=(items,key)=>{let groups=new Map;for(let item of items){
let list=groups.get(key(item));list?list.push(item):groups.set(key(item),[item])}return[...groups]};var longest=400,remarksOf=(source,control)=>{let asked=source.content.questionnaires.flatMap(q=>q.questions),said=control.questions.flatMap(({question,asked:due,
answer})=>{if(!due||answer===void 0)return[];let definition=asked.find(q=>q.id===question),followUp=definition?.followUp===!0?[`${definition.text} ${clip(answerText(
source,question,answer),longest)}`]:[],note=answer.note?.trim()??"";return[...followUp,...note===""?[]:[`\u201C${clip(note,longest)}\u201D`]]});return said.length===
0?"":`Remarks: ${said.join(" \xB7 ")}`},withRemarks=(text,source,control)=>[text,remarksOf(source,control)].filter(part=>part!=="").join(" ");var stateMarkup=c=>line(chip(c.state),...c.waived?[" ",chip("accepted")]:[],...c.stale?[" ",chip("stale")]:[]),byState=controls=>controls.toSorted((a,b)=>stateOrder.
indexOf(a.state)-stateOrder.indexOf(b.state)),controlsView=source=>grouped(source.evaluation.controls,c=>c.target).map(([target,list])=>{let known=list.filter(c=>c.
state!=="unknown"&&c.state!=="not-applicable"),skipped=list.filter(c=>c.state==="not-applicable"),unknown=list.filter(c=>c.state==="unknown").length;return{target:source.
targetName(target),hasKnown:known.length>0,known:byState(known).map(c=>({title:c.definition.title,id:code(c.id),weight:line(chip(c.definition.severity),` ${requirementWords[c.
requirement]}`),state:stateMarkup(c),known:c.state==="contradicted"?"disputed":assuranceWords[c.assurance],because:c.state==="contradicted"?"See the chapter \u201CCo\
ntradictions\u201D.":withRemarks(c.because,source,c)})),hasUnknown:unknown>0,unknown:`${counted(unknown,"control")} of ${source.targetName(target)} that nobody \
knows ${unknown===1?"stands":"stand"} in the chapter \u201CUnknowns\u201D.`,hasSkipped:skipped.length>0,skipped:skipped.map(c=>({title:c.definition.title,id:code(
c.id),because:withRemarks(c.because,source,c)}))}}),evidenceView=source=>({hasAny:source.evaluation.evidence.length>0,items:source.evaluation.evidence.map(e=>({
title:e.title,file:e.fileName,id:code(e.id),hash:code(e.sha256),supports:listed([...new Set(e.links.map(l=>`${source.targetName(l.target)}/${l.control}`))]),effective:e.
effective,collected:e.collected,until:e.until,status:line(chip(e.expired?"expired":e.notYet?"not-yet":e.accepted?"valid":"not-counted"),...e.remarks.length===0?
[]:[` ${e.remarks.join("; ")}`])}))}),referencesView=source=>{let cited=new Set(citedFrameworks(source.content,source.state.settings.frameworks).map(f=>f.id)),rows=source.
evaluation.controls.flatMap(c=>c.references.filter(r=>cited.has(r.framework)).map(r=>({key:`${r.framework}\0${r.id}`,r,c}))),frameworks=grouped(rows,row2=>row2.
r.framework);return{hasAny:rows.length>0,frameworks:frameworks.map(([id,list])=>{let framework=source.content.frameworks.find(f=>f.id===id);return{title:framework===
void 0?id:`${framework.title}, ${framework.version}`,edition:editionOf(framework),requirements:grouped(list,row2=>row2.key).toSorted(([a],[b])=>naturalOrder(a,b)).
map(([,same])=>({id:same[0]?.r.id??"",title:framework?.requirements.find(r=>r.id===same[0]?.r.id)?.title??"",controls:supportersOf(same)}))}})}},editionOf=framework=>[
framework?.published===void 0?"":`Published ${framework.published}.`,framework?.checked===void 0?"":`List of requirements checked on ${framework.checked}.`,framework?.
newer??""].filter(part=>part!=="").join(" "),strengths=["direct","partial","related"],supportersOf=rows=>line(...strengths.map(s=>({s,ids:[...new Set(rows.filter(
x=>x.r.strength===s).map(x=>x.c.control))]})).filter(({ids})=>ids.length>0).flatMap(({s,ids},i)=>[`${i>0?"; ":""}${s==="related"?i>0?"helped by ":"":`${s}: `}`,
...ids.flatMap((id,n)=>[n>0?", ":"",code(id)])])),naturalOrder=(a,b)=>{let pad=text=>text.replace(/\d+/g,d=>d.padStart(6,"0"));return pad(a)<pad(b)?-1:pad(a)>pad(
b)?1:0},recordView=source=>({head:code(source.head),dbvet:source.dbvet,content:code(source.content.version),at:source.evaluation.at,fixedClock:source.fixedClock,
hasRuns:source.runs.length>0,runs:source.runs.map(run=>({target:source.targetName(run.report.target),finished:minute(run.report.finishedAt),status:runEnd(run.report),
results:run.report.findings.length,connections:run.report.connections,id:code(run.sha256)})),date:longDate(source.evaluation.at)});var severitiesChart=findings=>chart({kind:"severities",rows:severityOrder.map(level=>({level,open:findings.filter(f=>f.severity===level&&f.waiver===void 0).length,
accepted:findings.filter(f=>f.severity===level&&f.waiver!==void 0).length}))}),findingsView=(source,failures)=>({hasAny:failures.length>0,seen:seenText(failures),
chart:severitiesChart(failures),levels:severityOrder.map(level=>({level,list:failures.filter(f=>f.severity===level)})).filter(({list})=>list.length>0).map(({level,
list})=>({severity:level.charAt(0).toUpperCase()+level.slice(1),count:list.length,groups:grouped(list,f=>[f.check,f.expected,f.remediation].join("\0")).map(([,group])=>groupOf(
source,group))}))}),seenText=failures=>{let runs=grouped(failures,f=>f.run).map(([run,[f]])=>`${f?.targetName??""} ${minute(f?.at??"")} (run ${shortHash(run)})`);
return`Seen on ${listed(runs)}.`},groupOf=(source,group)=>{let[first]=group;if(!first)throw new TypeError("A group of findings is never empty.");let many=group.
length>1,controls=first.controls.map(source.controlTitle);return{title:first.title,target:listed([...new Set(group.map(f=>f.targetName))]),single:!many,observed:many?
"":observedOf(first),objects:many?group.map(f=>({object:f.object??f.endpoint,observed:observedOf(f),id:code(f.id),status:chip(f.waiver?"accepted":"fail")})):[],
expected:first.expected,remediation:first.remediation,record:line(...many?[]:[code(first.id),`, ${first.endpoint}. `],controls.length===0?"No control asks for i\
t.":`Bears on: ${controls.map(c=>`\u201C${c}\u201D`).join(", ")}`),accepted:!many&&first.waiver!==void 0,waiver:first.waiver===void 0?"":`Accepted until ${first.
waiver.until} by ${first.waiver.approver}.`}},observedText=f=>f.object===void 0||f.observed.includes(f.object)?f.observed:`${f.object}: ${f.observed}`,observedOf=f=>{
let late=f.stale?" (older than the profile allows)":"",attempt=f.failedAttempt===void 0?"":` A later look on ${minute(f.failedAttempt.at)} saw nothing: ${reasonText(
f.failedAttempt.reason)}.`;return`${f.observed}${late}${attempt}`},reasonText=reason=>Object.entries(reasonWords).find(([id])=>id===reason)?.[1]??reason;var furnitureOf=(source,title,subject)=>({title:flatText(title),subject:flatText(subject),confidentiality:flatText(source.state.settings.confidentiality),origin:[
`Record ${shortHash(source.head)}`,`dbvet ${source.dbvet}`,`content ${shortHash(source.content.version)}`,source.fixedClock?`clock fixed at ${minute(source.evaluation.
at)}`:minute(source.evaluation.at)].join(" \xB7 ")}),coverOf=(source,title,subject,scope)=>{let{settings}=source.state,facts=[["Scope",scope],["Date",longDate(source.
evaluation.at)],["Profiles",profileNames(source).join(", ")],["Prepared for",settings.organisation]];return settings.preparedBy!==void 0&&facts.push(["Prepared \
by",settings.preparedBy]),facts.push(["Version",`record ${shortHash(source.head)}, dbvet ${source.dbvet}, content ${shortHash(source.content.version)}`]),source.
fixedClock&&facts.push(["Clock",`fixed at ${source.evaluation.at} for this document`]),chart({kind:"cover",title,subject,confidentiality:settings.confidentiality,
facts})},profileNames=source=>source.evaluation.profiles.map(id=>source.content.profiles.find(p=>p.id===id)?.title??id);var sourceOf=input=>{let targets=new Map(input.evaluation.targets.map(t=>[t.target.id,t.target])),controls=new Map(input.content.questionnaires.flatMap(q=>q.controls).
map(c=>[c.id,c.title]));for(let c of input.evaluation.controls)controls.set(c.control,c.definition.title);let questions=new Map(input.content.questionnaires.flatMap(
q=>q.questions).map(q=>[q.id,q.text])),sections=new Map(input.content.questionnaires.flatMap(q=>q.sections.map(s=>[`${q.id}/${s.id}`,s.title]))),failures=input.
evaluation.findings.filter(f=>f.outcome==="fail");return{...input,targetName:id=>targets.get(id)?.name??input.state.targets[id]?.name??id,target:id=>targets.get(
id)??input.state.targets[id],controlTitle:id=>controls.get(id)??id,sectionTitle:(questionnaire,section)=>sections.get(`${questionnaire}/${section}`)??section,questionText:id=>questions.
get(id)??id,failures,open:failures.filter(f=>f.waiver===void 0),applicable:input.evaluation.controls.filter(c=>c.state!=="not-applicable"&&!isUnwanted(c)),unwanted:input.
evaluation.controls.filter(isUnwanted)}};var acceptedView=source=>{let{waivers,risks,at}=source.evaluation,decisions=risks.filter(r=>r.decision?.treatment==="accept");return{hasAny:waivers.length+decisions.
length>0,hasWaivers:waivers.length>0,waivers:waivers.map(w=>({id:code(w.id),target:w.targetName,what:listed(w.failures.map(f=>f.object===void 0?f.check:`${f.check}\
 (${f.object})`)),reason:w.reason,approver:w.approver,until:longDate(w.until),status:chip(w.expired?"expired":"accepted"),now:w.stillFails.length===0?"no longer\
 fails":`${w.stillFails.length} of ${w.failures.length} still fail`})),hasDecisions:decisions.length>0,decisions:decisions.map(r=>({id:code(r.id),title:r.definition.
title,target:r.targetName,level:chip(r.verified.level),reason:r.decision?.reason??"none given",approver:r.decision?.approver??"nobody named",until:r.decision?.until===
void 0?"no expiry":longDate(r.decision.until),expired:r.decision?.until!==void 0&&r.decision.until<at.slice(0,10)}))}};var lastDrill=(source,controls)=>{let drills=controls.filter(c=>c.definition.requirements.includes("B10")),proof=drills.flatMap(c=>c.evidence).toSorted((a,b)=>a.
effective<b.effective?1:a.effective>b.effective?-1:0)[0];if(proof)return`The last restore drill with evidence was on ${longDate(proof.effective)}: ${proof.title}${proof.
remarks.length===0?"":` (${proof.remarks.join("; ")})`}.`;let answered=drills.flatMap(c=>c.questions).find(q=>q.answer!==void 0);return answered?`No evidence of\
 a restore drill. The answer says: ${answerText(source,answered.question,answered.answer)}.`:"No restore drill is recorded."};var onTarget=(source,target)=>source.evaluation.controls.filter(c=>c.target===target),byOutcome=findings=>findings.toSorted((a,b)=>outcomeOrder.indexOf(a.outcome)-
outcomeOrder.indexOf(b.outcome)),observedOf2=(control,count=2)=>{let seen=byOutcome(control.findings).filter(f=>f.outcome!=="not-applicable"),[first]=seen;if(first===
void 0)return"not observed";let texts=[...new Set(seen.map(seenText2))];return`${texts.slice(0,count).map(t=>clip(t,160)).join(" \xB7 ")}${texts.length>count?` \
\xB7 and ${texts.length-count} more`:""}`},seenText2=f=>f.reason===void 0?observedText(f):`${f.object===void 0?"":`${f.object}: `}not seen, ${reasonWords[f.reason]}`,
controlRow=(source,c)=>{let given=c.questions.filter(q=>q.answer!==void 0),answered=given.find(q=>q.claim===c.claim)??given[0],answer=answered?.answer===void 0?
"":answerText(source,answered.question,answered.answer);return{title:c.definition.title,target:c.targetName,id:code(c.id),weight:line(chip(c.definition.severity),
` ${requirementWords[c.requirement]}`),observed:observedOf2(c),answer:withRemarks(answer,source,c),hasAnswer:answer!=="",state:stateMarkup(c),known:c.state==="c\
ontradicted"?"disputed":assuranceWords[c.assurance],since:c.since===void 0?"":c.since.slice(0,10),because:c.because}},objectRows=controls=>{let findings=new Map;
for(let f of controls.flatMap(c=>c.findings))f.object!==void 0&&f.outcome!=="fail"&&findings.set(f.id,f);return grouped(byOutcome([...findings.values()]),f=>`${f.
check}\0${f.outcome}\0${f.observed.replaceAll(f.object??"\0","")}`).map(([,list])=>{let[first]=list;if(!first)throw new TypeError("A group of findings is never \
empty.");return{object:list.map(f=>f.object??"").join("; "),check:first.title,observed:list.length>1?sharedText(list):first.observed,outcome:chip(first.outcome)}})},
sharedText=list=>{let[first]=list,observed=first?.observed??"",name=`${first?.object??""} `;return observed.startsWith(name)?`each ${observed.slice(name.length)}`:
observed};var roleWords={scanner:"the probe",application:"applications",reporting:"reporting",admin:"administrators",backup:"backups"},accountsView=(source,database)=>{let findings=source.
evaluation.findings.filter(f=>f.target===database.id);return{hasAny:database.identities.length>0,rows:database.identities.map(identity=>{let about=findings.filter(
f=>isAbout(f,identity)),failures=about.filter(f=>f.outcome==="fail");return{user:code(identity.user),database:code(identity.database),role:roleWords[identity.role],
found:failures.length>0?line(...failures.flatMap((f,i)=>[...i>0?[newLine]:[],chip(f.waiver===void 0?"fail":"accepted"),` ${observedText(f)}`])):about.some(f=>f.
outcome==="pass")?line(chip("pass")," nothing failed on it"):line(chip("unknown")," not observed")}})}},isAbout=({object},{user,database})=>object===user||object===
`user ${user}, database ${database}`||(object?.startsWith(`${user} `)??!1),exposureRows=["B17","B18","B13","B15"],exposureView=(source,database)=>{let controls=onTarget(
source,database.id).filter(c=>c.state!=="not-applicable"&&c.requirement!=="optional"&&c.definition.requirements.some(r=>exposureRows.includes(r)));return{hasAny:controls.
length>0,rows:controls.slice(0,7).map(rowOf)}},rowOf=c=>({title:c.definition.title,state:stateMarkup(c),known:c.state==="contradicted"?"disputed":assuranceWords[c.
assurance],observed:observedOf2(c,1)});var exposure={private:"reachable from a private network only",allowlisted:"reachable from listed addresses only",public:"reachable from everywhere"},identityOf=(source,database,evaluation)=>{
let version=onTarget(source,database.id).find(c=>c.definition.requirements.includes("B25")),users=source.evaluation.targets.flatMap(({target})=>target.kind==="a\
pplication"&&target.uses.includes(database.id)?[target.name]:[]),scanner=database.identities.find(i=>i.role==="scanner"),{lastRun}=evaluation;return[{name:"Engi\
ne",value:engineWords[database.engine]},{name:"Version and support",value:version?observedOf2(version):"not known"},{name:"Platform",value:database.platform===void 0?
"not known":platformWords[database.platform]},{name:"Vendor",value:database.vendor===void 0?"none named":source.targetName(database.vendor)},{name:"Endpoints",value:line(
...database.endpoints.flatMap((e,i)=>[i>0?", ":"",code(endpointName(e)),` ${e.role}`]))},{name:"Expected reach",value:database.expect===void 0?"not stated":exposure[database.
expect]},{name:"Used by",value:users.length===0?"no application named":listed(users)},{name:lastRun===void 0?"To be probed as":"Probed as",value:scanner?line(code(
scanner.user)," on ",code(scanner.database),", read-only"):"no login"},{name:"Last probe run",value:lastRun===void 0?"never":`${runEnd(lastRun)}, ${minute(lastRun.
at)}`},{name:"Target id",value:code(database.id)}]};var holdsCopies=(target,database)=>target.kind==="backup"&&target.of.includes(database),hosts=(target,database)=>target.kind==="infrastructure"&&target.hosts.includes(
database),controlsWhere=(source,wanted)=>{let ids=new Set(source.evaluation.targets.flatMap(({target})=>wanted(target)?[target.id]:[]));return source.evaluation.
controls.filter(c=>ids.has(c.target))},backupControls=(source,database)=>controlsWhere(source,target=>holdsCopies(target,database)),hostControls=(source,database)=>controlsWhere(
source,target=>hosts(target,database));var reproduceView=(source,target,name)=>{let findings=source.evaluation.findings.filter(f=>f.target===target),needs=new Map(source.checks.map(c=>[c.id,c.needs]));
return{hasAny:findings.length>0,command:code(`dbvet probe ${name}`),one:code(`dbvet probe ${name} --only CHECK`),groups:grouped(findings,f=>needs.get(f.check)??
"not recorded").map(([need,list])=>({needs:need,count:new Set(list.map(f=>f.check)).size,checks:line(...checksOf(list))}))}},checksOf=list=>{let checks=grouped(
list,f=>f.check).map(([check,same])=>({check,source:same.find(f=>f.source!==void 0)?.source,outcome:outcomeOrder.find(o=>same.some(f=>f.outcome===o))??"unknown"}));
return outcomeOrder.map(outcome=>({outcome,of:checks.filter(c=>c.outcome===outcome)})).filter(({of})=>of.length>0).flatMap(({outcome,of},i)=>[...i>0?[newLine]:[],
chip(outcome)," ",...of.flatMap((c,n)=>[n>0?", ":"",code(c.check),...c.source===void 0||sameName(c.check,c.source)?[]:[" (",code(c.source),")"]])])},sameName=(check,source)=>source.
startsWith("pg_settings ")&&source.slice(12).replaceAll("_","-")===check.replace(/^pg-/,"");var topics=[{id:"accounts",rows:["B1","B2","B3","B4","B5","B26","B29","B30","C4","C5","C9"]},{id:"network",rows:["B17","B18","B32","C3","A9"]},{id:"encryption",
rows:["B11","B12","B13","B14","B15","B16","B31","A8","C1","C2","C10"]},{id:"backups",rows:["B6","B7","B8","B9","B10","B23","A7"]},{id:"logging",rows:["B19","B20",
"B21","B22","B28","B33","C6","C8"]}],topicTitles={accounts:"Accounts and their rights",network:"Network exposure",encryption:"Encryption",backups:"Backups and r\
estore",logging:"Logging",configuration:"Version and configuration"},topicIds=[...topics.map(t=>t.id),"configuration"],topicOf=control=>{let rows=control.definition.
requirements;return topics.find(t=>t.rows.some(r=>rows.includes(r)))?.id??"configuration"};var securityBaselineViews=(input,title)=>{let source=sourceOf(input);return input.evaluation.targets.flatMap(t=>t.target.kind==="database"?[viewOf(source,t.target,
t,title)]:[])},viewOf=(source,database,evaluation,title)=>{let{organisation}=source.state.settings,subject=`${database.name}, ${organisation}`,failures=source.failures.
filter(f=>f.target===database.id),only={...source,evaluation:{...source.evaluation,waivers:source.evaluation.waivers.filter(w=>w.target===database.id),risks:source.
evaluation.risks.filter(r=>r.target===database.id),evidence:source.evaluation.evidence.filter(e=>e.links.some(l=>l.target===database.id))},runs:source.runs.filter(
r=>r.report.target===database.id)};return{suffix:database.name,furniture:furnitureOf(source,title,subject),context:{organisation,name:database.name,cover:coverOf(
source,title,subject,`the database ${database.name}`),contents:chart({kind:"contents"}),landscape:chart({kind:"page",orientation:"landscape",tables:"small"}),portrait:chart(
{kind:"page",orientation:"portrait",tables:"normal"}),lookup:chart({kind:"page",orientation:"portrait",tables:"small"}),verdict:verdictOf(source,database,failures.
filter(f=>f.waiver===void 0).length),figures:figuresOf(source,evaluation),hasControls:onTarget(source,database.id).length>0,coverage:coverageOf(source,database),
hasFirst:failures.some(f=>f.waiver===void 0),first:firstOf(failures),accounts:accountsView(source,database),exposure:exposureView(source,database),identity:[...identityOf(
source,database,evaluation)],topics:topicsOf(source,database),deviations:findingsView(source,failures),accepted:acceptedView(only),evidence:evidenceView(only),reproduce:reproduceView(
source,database.id,database.name),record:recordView(only),approval:chart({kind:"approval",roles:["Database owner","Security","Approved by"]})}}},topicsOf=(source,database)=>{
let own=[...onTarget(source,database.id),...hostControls(source,database.id)],copies=backupControls(source,database.id);return topicIds.map(id=>{let controls=own.
filter(c=>topicOf(c)===id);return{id,controls:id==="backups"?[...controls,...copies]:controls}}).filter(({controls})=>controls.length>0).map(({id,controls})=>{let applicable=controls.
filter(c=>c.state!=="not-applicable"),skipped=controls.filter(c=>c.state==="not-applicable"),objects=objectRows(applicable);return{title:topicTitles[id],sentence:id===
"backups"?lastDrill(source,controls):"",hasSentence:id==="backups",hasRows:applicable.length>0,rows:byState(applicable).map(c=>controlRow(source,c)),hasObjects:objects.
length>0,objects,hasSkipped:skipped.length>0,skipped:skipped.map(c=>({title:c.definition.title,because:withRemarks(c.because,source,c)}))}})},coverageOf=(source,database)=>chart(
{kind:"coverage",rows:topicIds.map(id=>{let controls=onTarget(source,database.id).filter(c=>topicOf(c)===id);return{name:topicTitles[id],...stateCounts(controls)}}).
filter(r=>r.met+r.partly+r.notMet+r.contradicted+r.unknown>0)}),firstOf=failures=>grouped(failures.filter(f=>f.waiver===void 0).toSorted((a,b)=>bySeverity(a.severity,
b.severity)),f=>f.check).slice(0,5).map(([,list],i)=>{let[f]=list;return{number:i+1,title:f?.title??"",severity:chip(f?.severity??"info"),observed:`${clip(f?.observed??
"",110)}${list.length>1?` And ${list.length-1} more.`:""}`}}),verdictOf=(source,database,open)=>{let controls=onTarget(source,database.id).filter(c=>c.state!=="\
not-applicable");if(controls.length===0)return"Nothing is known of this database yet.";let mandatory=controls.filter(c=>c.requirement==="mandatory"),held=mandatory.
filter(c=>c.state==="met"),unknown=mandatory.filter(c=>c.state==="unknown");return`${mandatory.length===0?`The profiles require no control of this database; ${share(
controls.filter(c=>c.state==="met").length,controls.length)} applicable controls are met.`:`${share(held.length,mandatory.length)} mandatory controls are met an\
d ${unknown.length} ${unknown.length===1?"is":"are"} not known.`} ${counted(open,"observation deviates","observations deviate")} from what is expected and ${open===
1?"is":"are"} not accepted.`},figuresOf=(source,{target,score:score2,lastRun})=>{let controls=onTarget(source,target.id).filter(c=>c.state!=="not-applicable"),of=state=>controls.
filter(c=>c.state===state).length,verified=controls.filter(c=>c.assurance==="verified").length;return chart({kind:"figures",items:[{value:share(of("met"),controls.
length),label:"controls met",note:"of those that apply"},{value:share(verified,controls.length),label:"verified by probe",note:"every required check passed"},{value:String(
of("not-met")+of("partly")),label:"not met",note:"or only partly"},{value:String(of("contradicted")),label:"contradicted",note:"answer against probe"},{value:String(
score2.applicable-score2.known),label:"unknown",note:lastRun===void 0?"never probed":"never counted as met"}]})};var approachView=({evaluation,content,controlTitle})=>{let own=evaluation.targets.flatMap(({target})=>target.profiles??[]),inForce=new Set([...evaluation.profiles,
...own]),profiles=content.profiles.filter(p=>inForce.has(p.id)),told=profiles.filter(p=>p.approach.length>0),planned=profiles.flatMap(profile=>profile.planned.filter(
({control})=>!profiles.some(p=>p.mandatory.includes(control))));return{hasAny:told.length>0,profiles:told.map(({title,approach})=>({title,rows:approach.map(({title:what,
why,cost})=>({what,why,cost}))})),hasPlanned:planned.length>0,planned:planned.map(({control,withinDays,meanwhile})=>({control:controlTitle(control),within:`${withinDays}\
 days`,meanwhile}))}};var contradictionsView=source=>{let all=source.evaluation.contradictions.toSorted((a,b)=>bySeverity(a.severity,b.severity)),sorted=[...all.filter(c=>!c.resolution),
...all.filter(c=>c.resolution)];return{hasAny:sorted.length>0,hasOpen:sorted.some(c=>!c.resolution),items:sorted.map(c=>({title:c.title,id:code(c.id),severity:chip(
c.severity),answered:answeredOf(source,c),observed:observedCell(c),status:statusOf(c)}))}},joined=rows=>line(...rows.flatMap((pieces,i)=>[...i>0?[newLine]:[],...pieces])),
answeredOf=(source,c)=>joined(c.answers.map(a=>{let note=a.answer?.note??"";return[`${source.questionText(a.question)} Answered: \u201C${answerText(source,a.question,
a.answer)}\u201D`,...a.answer===void 0?["."]:[`, ${minute(a.answer.at)}.`],...note===""?[]:[` Note: ${note}`]]})),observedCell=c=>joined(c.failures.map(f=>[`${observedText(
f)}. ${minute(f.at)}, ${f.endpoint}. `,code(f.id)])),statusOf=c=>c.resolution?line(chip("resolved"),` Kept as answered until ${longDate(c.resolution.until)}: ${c.
resolution.reason}`):line(chip("open"),...c.reopened===void 0?[]:[` again: ${c.reopened}`]);var summaryView=source=>({verdict:verdictOf2(source),figures:figuresOf2(source),heatmap:heatMapOf(source.evaluation.risks),hasRisks:source.evaluation.risks.length>
0,hasActions:source.evaluation.next.length>0,hasOwners:source.evaluation.next.slice(0,5).some(step2=>decisionFor(source,step2)!==void 0),actions:source.evaluation.
next.slice(0,5).map((step2,i)=>actionOf(source,step2,i)),notKnown:notKnownOf(source)}),score=s=>s.likelihood*s.impact,byRemainder=risks=>risks.toSorted((a,b)=>score(
b.verified)-score(a.verified)||score(b.inherent)-score(a.inherent)),verdictOf2=source=>{let{risks,contradictions,score:total}=source.evaluation;if(total.known===
0&&source.open.length===0)return["Nothing is known yet: no question has been answered and no probe has run."];let grave=risks.filter(r=>r.verified.level==="crit\
ical"||r.verified.level==="high"),[worst]=byRemainder(risks),first=worst===void 0?"No risk of the register applies to these targets.":grave.length===0?`Counting\
 only what was verified, no risk remains above ${worst.verified.level}.`:`Counting only what was verified, ${share(grave.length,risks.length)} risks remain high\
 or critical; the greatest is \u201C${clip(worst.definition.title,70)}\u201D on ${worst.targetName}.`,unsettled=contradictions.filter(c=>c.resolution===void 0).
length,unknown=total.applicable-total.known,second=`${counted(notMet(source),"control")} ${notMet(source)===1?"does":"do"} not hold, ${counted(unsettled,"answer\
 is contradicted","answers are contradicted")} by observation, and ${share(unknown,total.applicable)} applicable controls are not known.`;return[first,second]},
notMet=source=>source.applicable.filter(c=>c.state==="not-met"||c.state==="partly").length,figuresOf2=source=>{let{score:total,contradictions,waivers}=source.evaluation,
grave=source.open.filter(f=>f.severity==="critical"||f.severity==="high").length,unsettled=contradictions.filter(c=>c.resolution===void 0).length,verified=source.
applicable.filter(c=>c.assurance==="verified").length,accepted=waivers.filter(w=>!w.expired).length;return chart({kind:"figures",items:[{value:share(total.known,
total.applicable),label:"controls known",note:`${verified} verified by probe`},{value:share(total.met,total.met+total.notMet),label:"of those hold",note:"counte\
d as met"},{value:String(source.open.length),label:source.open.length===1?"open finding":"open findings",note:`${grave} critical or high`},{value:String(unsettled),
label:unsettled===1?"contradiction":"contradictions",note:"answer against probe"},{value:String(accepted),label:"accepted",note:"with an expiry"}]})},cells=(risks,of)=>{
let counts=new Map;for(let risk of risks){let{likelihood,impact}=of(risk),key=`${likelihood} ${impact}`,cell=counts.get(key)??{likelihood,impact,count:0};counts.
set(key,{...cell,count:cell.count+1})}return[...counts.values()]},heatMapOf=risks=>{let before={cells:cells(risks,r=>r.inherent)},isLowered=risks.some(r=>score(
r.claimed)<score(r.inherent));return chart({kind:"heatmap",maps:isLowered?[{title:"Before controls",...before},{title:"Now, if the answers hold",cells:cells(risks,
r=>r.claimed)},{title:"Now, as verified",cells:cells(risks,r=>r.verified)}]:[{title:"Before controls, and now: nothing lowers a risk yet",...before}]})},decisionFor=(source,step2)=>source.
evaluation.risks.find(r=>r.target===step2.target&&r.decision!==void 0&&r.treatments.some(t=>t.controls.some(c=>c.id===step2.control||c.id.endsWith(`/${step2.control??
"\0"}`))))?.decision,actionOf=(source,step2,i)=>{let decision=decisionFor(source,step2),control=source.evaluation.controls.find(c=>c.target===step2.target&&(c.control===
step2.control||c.id===step2.control));return{number:i+1,severity:chip(step2.severity),what:control===void 0?step2.text:line(control.definition.title,`: ${control.
targetName}`),found:control===void 0?"":foundOf(source,control,step2),owner:decision?.owner??"not assigned",due:decision?.due??"no date"}},ended=text=>/[.…]$/.
test(text)?text:`${text}.`,foundOf=(source,control,step2)=>{let failure=control.contradiction?.failures[0]??control.findings.find(f=>f.outcome==="fail"),seen=failure===
void 0?"":clip(observedText(failure),160),[answered]=control.contradiction?.answers??[];return step2.kind==="contradiction"&&answered!==void 0&&seen!==""?`Answe\
red \u201C${answerText(source,answered.question,answered.answer)}\u201D. Observed: ${ended(seen)}`:step2.kind==="failure"?seen===""?control.because:`Observed: ${ended(
seen)}`:step2.kind==="question"?control.because:step2.text},notKnownOf=source=>{let{targets}=source.evaluation,unknown=source.applicable.filter(c=>c.state==="un\
known"),mandatory=unknown.filter(c=>c.requirement==="mandatory").length,stale=source.applicable.filter(c=>c.stale).length,blind=targets.filter(t=>t.target.kind===
"database"&&t.lastRun?.status!=="complete"),lines=[];if(unknown.length>0){lines.push(`${mandatory} of the ${counted(unknown.length,"unknown control")} ${mandatory===
1?"is":"are"} mandatory. Chapter \u201CUnknowns\u201D names what would settle each.`);let grave=unknown.filter(c=>c.definition.severity==="critical"&&c.requirement===
"mandatory").map(c=>`\u201C${c.definition.title}\u201D (${c.targetName})`);grave.length>0&&lines.push(`The gravest of them: ${listed([...grave.slice(0,2),...grave.
length>2?[`${grave.length-2} more`]:[]])}.`)}if(blind.length>0){let names=blind.slice(0,3).map(t=>`${t.target.name} (${t.lastRun===void 0?"never probed":t.lastRun.
status==="partial"?"seen in part":"not reached"})`);lines.push(`Databases without a complete probe run: ${listed(names)}${blind.length>3?` and ${blind.length-3}\
 more`:""}.`)}return stale>0&&lines.push(`${counted(stale,"control rests","controls rest")} on answers or runs older than the profile allows.`),source.evaluation.
next.length>0&&!source.evaluation.next.slice(0,5).some(step2=>decisionFor(source,step2)!==void 0)&&lines.push("Who does the work above, and by when: no owner an\
d no date is recorded."),lines.length===0&&lines.push("Every applicable control is known."),lines};var risksView=source=>{let risks=byRemainder(source.evaluation.risks),alike=grouped(risks,likenessOf).map(([,group])=>group);return{hasAny:risks.length>0,undecided:undecidedText(
risks),list:alike.flatMap(([first,...rest],i)=>first===void 0?[]:[{number:`R${i+1}`,title:first.definition.title,target:[first,...rest].map(r=>r.targetName).join(
", "),before:scored(first.inherent),claimed:scored(first.claimed),now:scored(first.verified)}]),items:alike.flatMap((group,i)=>itemOf(source,group,i))}},likenessOf=r=>JSON.
stringify([r.risk,r.inherent,r.claimed,r.verified,r.treatments.map(t=>({...t,controls:t.controls.map(c=>({...c,id:controlOf(c.id)}))})),r.decision??null,r.accepted]),
controlOf=id=>id.split("/").at(-1)??id,scored=s=>line(chip(s.level),` ${s.likelihood*s.impact}`),undecidedText=risks=>{let open=risks.filter(r=>r.decision===void 0).
length;return open===0?"A treatment is decided for each of them.":open===risks.length?"No treatment is decided for any of them yet: who owns each risk, and by w\
hen, is open.":`For ${open} of ${risks.length} no treatment is decided yet: who owns them, and by when, is open.`},step=value=>`${value} ${scaleWord(value)}`,scoreCell=s=>line(
chip(s.level),newLine,`${step(s.likelihood)} \xD7 ${step(s.impact)} = ${s.likelihood*s.impact}`),itemOf=(source,group,i)=>{let[risk]=group;return risk===void 0?
[]:[{number:`R${i+1}`,title:risk.definition.title,target:listed(group.map(r=>r.targetName)),id:line(...group.flatMap((r,n)=>[n>0?", ":"",code(r.id)])),scenario:risk.
definition.scenario,before:scoreCell(risk.inherent),claimed:scoreCell(risk.claimed),verified:scoreCell(risk.verified),hasTreatments:risk.treatments.length>0,treatments:risk.
treatments.map((t,n)=>({why:t.why,effect:`${sentence(t.lowers)} \u2212${t.by}, ${t.countsAsVerified?"verified":t.countsAsClaimed?"if the answers hold":"not yet"}\
.`,controls:controlsOf(source,t,risk.treatments[n-1])})),decision:decisionOf(risk),accepted:risk.accepted}]},controlsOf=(source,t,above)=>{let ids=new Set(t.controls.
map(c=>c.id)),builds=above?.controls.every(c=>ids.has(c.id))??!1,known=new Set(builds?above?.controls.map(c=>c.id):[]),added=t.controls.filter(c=>!known.has(c.id));
return line(...builds?[added.length>0?"The above, and:":"The above"]:[],...added.flatMap((c,i)=>[...i>0||builds?[newLine]:[],chip(c.state),` ${source.controlTitle(
controlOf(c.id))}`,...c.assurance==="none"?[]:[` (${assuranceWords[c.assurance]})`]]))},verbs={mitigate:"Lower the risk",accept:"Accept the risk",transfer:"Tran\
sfer the risk",avoid:"Avoid the risk"},decisionOf=({decision})=>{if(decision===void 0)return"none decided";let parts=[decision.owner===void 0?"no owner named":`\
owner ${decision.owner}`,decision.due===void 0?"no date set":`due ${longDate(decision.due)}`,...decision.approver===void 0?[]:[`approved by ${decision.approver}`],
...decision.until===void 0?[]:[`until ${longDate(decision.until)}`]],reason=decision.reason===void 0?"":` Reason: ${sentence(decision.reason)}`;return`${verbs[decision.
treatment]}; ${listed(parts)}.${reason}`};var scopeView=source=>{let{targets,questions,findings}=source.evaluation,asked=questions.filter(q=>q.due),answered=asked.filter(q=>q.answer!==void 0&&q.answer.value!==
"dont-know"),unseen=findings.filter(f=>f.outcome==="unknown"||f.outcome==="error");return{targets:targets.map(t=>({name:t.target.name,kind:kindOf(t),answered:`${t.
answered} of ${t.asked}`,verified:t.verified,run:t.lastRun===void 0?"never":`${runEnd(t.lastRun)}, ${minute(t.lastRun.at)}`})),coverage:chart({kind:"coverage",rows:targets.
map(t=>({name:t.target.name,...stateCounts(source.applicable.filter(c=>c.target===t.target.id))}))}),hasTargets:targets.length>0,hasRuns:source.runs.length>0,profiles:listed(
profileNames(source)),asked:`${answered.length} of ${asked.length} questions that the profile asks were answered by people.`,looked:source.runs.length===0?"No p\
robe has run.":`${counted(source.runs.length,"probe run")} with ${counted(findings.length,"result")} from ${counted(new Set(findings.map(f=>f.check)).size,"chec\
k")} ${source.runs.length===1?"is":"are"} counted here. Probes only read: they changed nothing in what they looked at.`,rights:rightsOf(source),hasRights:rightsOf(
source).length>0,hasUnseen:unseen.length>0,unseen:grouped(unseen,f=>f.reason??"internal-error").map(([,list])=>({reason:reasonWords[list[0]?.reason??"internal-e\
rror"],count:list.length,targets:listed([...new Set(list.map(f=>f.targetName))]),checks:listed([...new Set(list.map(f=>f.title))].slice(0,4)),more:new Set(list.
map(f=>f.title)).size>4}))}},kindOf=({target})=>{if(target.kind!=="database")return kindWords[target.kind];let platform=target.platform===void 0?"":`, ${platformWords[target.
platform]}`;return`${engineWords[target.engine]} database${platform}`},rightsOf=source=>source.evaluation.targets.flatMap(({target,lastRun})=>{if(target.kind!==
"database")return[];let scanner=target.identities.find(i=>i.role==="scanner");if(lastRun===void 0)return[{text:`${target.name}: never probed.`}];if(lastRun.status===
"unreachable")return[{text:`${target.name}: not reached.`}];if(!scanner)return[{text:`${target.name}: no login; only what a stranger on the network can see.`}];
let account=[code(scanner.user)," to the database ",code(scanner.database)];return[{text:loginReasons.includes(lastRun.reason??"")?line(`${target.name}: the log\
in as `,...account," did not succeed."):line(`${target.name}: logged in as `,...account,", read-only.")}]}),loginReasons=["no-credentials","authentication-faile\
d","certificate-not-verified"];var rightOf=grant=>{let{statement,caution}=splitGrant(grant);return caution===void 0?code(statement):line(code(statement),newLine,`${sentence(caution)}.`)},rank={
mandatory:0,recommended:1,optional:2},unknownsView=source=>{let controls=source.applicable.filter(c=>c.state==="unknown").toSorted((a,b)=>rank[a.requirement]-rank[b.
requirement]||bySeverity(a.definition.severity,b.definition.severity)),grants=source.evaluation.findings.filter(f=>(f.outcome==="unknown"||f.outcome==="error")&&
f.grant!==void 0);return{hasUnwanted:source.unwanted.length>0,unwanted:`${counted(source.unwanted.length,"optional control")} of which nothing is known ${source.
unwanted.length===1?"is":"are"} neither listed nor counted: the profile does not ask for them.`,hasAny:controls.length>0,groups:grouped(controls,c=>c.requirement).
map(([requirement,list])=>({title:`${sentence(requirement)} controls (${list.length})`,controls:list.map(c=>({title:c.definition.title,id:code(c.id),severity:chip(
c.definition.severity),settledBy:c.settledBy.length===0?"Answer the question.":line(...c.settledBy.flatMap((s,i)=>[...i>0?[newLine]:[],s.replace(/^Answer: /,"")]))}))})),
hasGrants:grants.length>0,grants:grouped(grants,f=>`${f.target}\0${f.grant??""}\0${f.reason??""}`).map(([,list])=>({checks:listed(list.map(f=>f.title)),target:list[0]?.
targetName??"",reason:list[0]?.reason===void 0?"":reasonWords[list[0].reason],grant:rightOf(list[0]?.grant??"")}))}};var riskAssessmentView=(input,title)=>{let source=sourceOf(input),{organisation}=input.state.settings,names=input.evaluation.targets.map(t=>t.target.name),shown=names.
slice(0,8).join(", "),scope=names.length===0?"no targets yet":`${counted(names.length,"target")}: ${shown}${names.length>8?` and ${names.length-8} more`:""}`;return{
furniture:furnitureOf(source,title,organisation),context:{organisation,cover:coverOf(source,title,organisation,scope),contents:chart({kind:"contents"}),summary:summaryView(
source),scope:scopeView(source),approach:approachView(source),risks:risksView(source),contradictions:contradictionsView(source),findings:findingsView(source,source.
failures),accepted:acceptedView(source),unknowns:unknownsView(source),controls:controlsView(source),evidence:evidenceView(source),references:referencesView(source),
record:recordView(source),landscape:chart({kind:"page",orientation:"landscape",tables:"small"}),lookup:chart({kind:"page",orientation:"portrait",tables:"small"})}}};var views={"risk-assessment":(input,title)=>[riskAssessmentView(input,title)],"security-baseline":securityBaselineViews},documentIds=Object.keys(views),createRenderer=parts=>{
let read=path=>parts.overrides?.(path)??parts.readTemplate(path),definitionOf=id=>readDefinition(read(`${id}/document.yaml`),`templates/${id}/document.yaml`);return{
get documents(){return documentIds.map(id=>{let{title,summary}=definitionOf(id);return{id,title,summary}})},render:async(document,formats,input)=>{let viewsOf=Object.
hasOwn(views,document)?views[document]:void 0;if(!viewsOf)throw new UserError(`There is no document "${document}".`,[`The documents are ${documentIds.join(", ")}\
.`]);let{title}=definitionOf(document),{fillTemplate,placeIn}=await import("./compile-TQDSYS33.js"),{parseDocument:parseDocument2}=await import("./parse-LYENEFME.js"),
path=`templates/${document}/template.md.hbs`,source=read(`${document}/template.md.hbs`),files=[];for(let view of viewsOf(input,title)){let markdown=fillTemplate(
source,escapeView(view.context),path),blocks=parseDocument2(markdown,placeIn(source,path)),name=view.suffix===void 0?document:`${document}-${view.suffix}`;for(let format of formats){
let bytes=await draw(format,blocks,view,input,parts.readFont);files.push({fileName:`${name}.${format}`,document,format,bytes})}}return files}}},draw=async(format,blocks,view,input,readFont)=>{
let encoder=new TextEncoder;switch(format){case"md":return encoder.encode(`${drawMarkdown(blocks)}
---

${view.furniture.origin}
`);case"html":return encoder.encode(drawHtml(blocks,view.furniture));case"pdf":{let{drawPdf}=await import("./render-VNCQWY63.js");return drawPdf(blocks,{furniture:view.
furniture,paper:input.paper,at:input.evaluation.at,producer:`dbvet ${input.dbvet}`,readFont})}}};export{createRenderer,documentIds,fontFiles};
