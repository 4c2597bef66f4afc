import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{printableJson,printableText}from"./chunk-7ITKJ46B.js";var unicode={pass:"\u2714",fail:"\u2716",unknown:"?","not-applicable":"\u2013",contradicted:"\u26A0",stale:"\u231B"},ascii={pass:"+",fail:"x",unknown:"?","not-a\
pplicable":"-",contradicted:"!",stale:"~"},speaksUnicode=env=>env.TERM!=="linux"&&env.TERM!=="dumb"&&/utf-?8/i.test(env.LC_ALL??env.LC_CTYPE??env.LANG??"UTF-8"),
widthOf=text=>{let width=0;for(let{segment}of new Intl.Segmenter().segment(text))width+=new RegExp("\\p{Emoji_Presentation}|[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud\
7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60]","u").test(segment)?2:1;return width},paint=(on,code)=>text=>on?`\x1B[${code}m${text}\x1B[0m`:text,ansi=/\u001b\[[0-9;]*m/g,
ownCode=/(\u001b\[(?:0|1|2|31|32|33)m)/,safeFor=colour=>text=>colour?text.split(ownCode).map((part,i)=>i%2===1?part:printableText(part)).join(""):printableText(
text),processOutput=process=>{let terminal=process.stdout.isTTY,colour=terminal&&(process.env.NO_COLOR??"")===""&&process.env.TERM!=="dumb",safe=safeFor(colour),
line=(text="")=>{process.stdout.write(`${safe(text)}
`)},sign=speaksUnicode(process.env)?unicode:ascii;return{line,json:value=>{process.stdout.write(`${printableJson(value)}
`)},note:text=>{process.stderr.write(`${printableText(text)}
`)},table:(given,right=[])=>{let rows=given.map(row=>row.map(safe)),plain=rows.map(row=>row.map(cell=>widthOf(cell.replace(ansi,"")))),widths=plain.reduce((all,row)=>row.
map((width,i)=>Math.max(width,all[i]??0)),[]);rows.forEach((row,r)=>{let cells=row.map((cell,i)=>{let pad=" ".repeat((widths[i]??0)-(plain[r]?.[i]??0));return right.
includes(i)?pad+cell:cell+pad});line(cells.join("  ").trimEnd())})},style:{bold:paint(colour,"1"),dim:paint(colour,"2"),good:paint(colour,"32"),bad:paint(colour,
"31"),warn:paint(colour,"33"),sign},isTerminal:terminal,columns:terminal?process.stdout.columns:100}},wrap=(text,width,indent="",hanging=indent)=>{let lines=[],
current="";for(let word of text.split(/[^\S\u00a0]+/)){let margin=lines.length===0?indent:hanging;current!==""&&widthOf(current)+1+widthOf(word)>width-margin.length?
(lines.push(margin+current),current=word):current=current===""?word:`${current} ${word}`}return current!==""&&lines.push((lines.length===0?indent:hanging)+current),
lines.join(`
`)};export{widthOf,processOutput,wrap};
