import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{chips}from"./chunk-SKKJ34VY.js";import{riskLevel}from"./chunk-4OUI2SMR.js";var entities={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},escapeHtml=text=>text.replace(/[&<>"']/g,c=>entities[c]??c),chipHtml=id=>{let{sign,word,
tone}=chips[id];return`<span class="chip ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>`},runsHtml=runs=>runs.map(runHtml).join(""),runHtml=run=>{
if(run.type==="chip")return chipHtml(run.chip);if(run.type==="break")return"<br>";let html=escapeHtml(run.text);return run.code&&(html=`<code>${html.replace(/([/_.:=,-])(?=[A-Za-z0-9])/g,
"$1<wbr>")}</code>`),run.em&&(html=`<em>${html}</em>`),run.strong&&(html=`<strong>${html}</strong>`),run.href?`<a href="${escapeHtml(run.href)}" rel="noreferrer\
">${html}</a>`:html};var fontFiles={regular:"IBMPlexSans_400Regular.ttf",semibold:"IBMPlexSans_600SemiBold.ttf",bold:"IBMPlexSans_700Bold.ttf",italic:"IBMPlexSans_400Regular_Italic.\
ttf",mono:"DejaVuSansMono.ttf",signs:"DejaVuSans.ttf",signsBold:"DejaVuSans-Bold.ttf"},openedFont=doc=>doc._font.font,fallbacks={regular:["signs"],semibold:["si\
gnsBold","signs"],bold:["signsBold","signs"],italic:["signs"],mono:["signs"]},cluster=new RegExp("\\P{M}\\p{M}*|\\p{M}+","gu"),newTypesetter=(doc,readFont)=>{let opened=new Map;
for(let name of Object.keys(fontFiles))doc.registerFont(name,Buffer.from(readFont(fontFiles[name]))),doc.font(name),opened.set(name,openedFont(doc));let has=(font,text)=>Array.
from(text).every(c=>opened.get(font)?.hasGlyphForCodePoint(c.codePointAt(0)??0)??!1),choices=new Map,choose=(text,face)=>{let key=face+text,known=choices.get(key);
if(known)return known;let font=[face,...fallbacks[face]].find(f=>has(f,text)),piece=font?{text,font}:{text:substitute(text),font:face};return choices.set(key,piece),
piece},widths=new Map;return{split:(text,face)=>{if(/^[\x20-\x7e]*$/.test(text))return text===""?[]:[{text,font:face}];let pieces=[];for(let[part]of text.matchAll(
cluster)){let piece=choose(part,face),last=pieces.at(-1);last?.font===piece.font?pieces[pieces.length-1]={...last,text:last.text+piece.text}:pieces.push(piece)}
return pieces},width:(text,font,size)=>{let key=`${font} ${text}`,known=widths.get(key),unit=known??doc.font(font).fontSize(1e3).widthOfString(text);return known===
void 0&&widths.set(key,unit),unit*size/1e3}}},substitute=text=>Array.from(text).map(c=>`[U+${(c.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,"0")}]`).
join("");var contentsOf=blocks=>{let start=blocks.findIndex(isContents),chapters=[],listed=!1;return blocks.forEach((block,i)=>{block.type==="heading"&&(block.level===2?
(listed=i>start,chapters.push({chapter:block,sections:[]})):block.level===3&&listed&&chapters.at(-1)?.sections.push(block))}),chapters.map(c=>c.sections.length>
8?{...c,sections:[]}:c)},isContents=block=>block.type==="chart"&&block.data.kind==="contents";var levelAt=(likelihood,impact)=>riskLevel(likelihood,impact),steps=[1,2,3,4,5],countAt=(cells,likelihood,impact)=>cells.filter(c=>c.likelihood===likelihood&&c.
impact===impact).reduce((sum,c)=>sum+c.count,0),heatMapInWords=(title,cells)=>{let levels=["critical","high","medium","low"].map(level=>({level,count:cells.filter(
c=>levelAt(c.likelihood,c.impact)===level).reduce((sum,c)=>sum+c.count,0)})).filter(l=>l.count>0).map(l=>`${l.count} ${l.level}`);return`${title}: ${levels.length===
0?"no risks":levels.join(", ")}.`},coverageParts=[{key:"met",label:"met"},{key:"partly",label:"partly"},{key:"notMet",label:"not met"},{key:"contradicted",label:"\
contradicted"},{key:"unknown",label:"unknown"}],coverageInWords=row=>coverageParts.filter(p=>row[p.key]>0).map(p=>`${row[p.key]} ${p.label}`).join(", ")||"no co\
ntrols apply";export{levelAt,steps,countAt,heatMapInWords,coverageParts,coverageInWords,contentsOf,escapeHtml,chipHtml,runsHtml,fontFiles,newTypesetter};
