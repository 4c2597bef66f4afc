import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var byKind=redacted=>{let kinds=new Map;for(let{kind,line}of redacted){let known=kinds.get(kind)??{count:0,lines:new Set};known.count+=1,known.lines.size<20&&known.
lines.add(line),kinds.set(kind,known)}return[...kinds].map(([kind,{count,lines}])=>({kind,count,lines:[...lines]}))},linesWords=({count,lines})=>`${lines.length===
1?"line":"lines"} ${lines.join(", ")}${count>lines.length?` (${count} in all)`:""}`,redactedSentence=redacted=>`Not kept: ${byKind(redacted).map(({kind})=>kind).
join(", ")}. A marker stands in its place; the rest is saved. Keep secrets in a vault, and write where instead.`;export{byKind,linesWords,redactedSentence};
