import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findSecrets}from"./chunk-RNJQDVHL.js";var marker=kind=>`[redacted: ${kind}]`,lineBreaks=/\r\n|\r|\n/g,redactFound=(text,found)=>{let parts=[],redacted=[],at=0,line=1;for(let{kind,start,end}of found){
let before=text.slice(at,start);line+=before.match(lineBreaks)?.length??0,redacted.push({kind,line});let breaks=text.slice(start,end).match(lineBreaks)??[];line+=
breaks.length,parts.push(before,marker(kind),...breaks),at=end}return{text:[...parts,text.slice(at)].join(""),redacted}},redactSecrets=text=>redactFound(text,findSecrets(
text));export{redactFound,redactSecrets};
