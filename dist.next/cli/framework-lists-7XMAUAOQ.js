import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import"./chunk-OSKRSO5H.js";var withReferences=(content,references)=>content.questionnaires.map(q=>({...q,controls:q.controls.map(c=>({...c,references:references(c.id)}))})),splitContent=content=>({
brief:{...content,frameworks:[],questionnaires:withReferences(content,()=>[])},lists:{frameworks:content.frameworks,references:Object.fromEntries(content.questionnaires.
flatMap(q=>q.controls).filter(c=>c.references.length>0).map(c=>[c.id,c.references]))}}),joinContent=(brief,lists)=>({...brief,frameworks:lists.frameworks,questionnaires:withReferences(
brief,id=>lists.references[id]??[])});export{joinContent,splitContent};
