import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findTarget,onlyTarget}from"./chunk-7INJYC6Z.js";import{controlsOf}from"./chunk-YGC6MYMA.js";import{nearest}from"./chunk-4HJYXBUQ.js";import{
UserError}from"./chunk-IRGQQAC3.js";var meant=(id,known,otherwise)=>{let near=nearest(id,known);return near===void 0?otherwise:`Did you mean ${near}?`},findControl=(content,id)=>{let all=controlsOf(
content),control=all.find(c=>c.id===id);if(control!==void 0)return control;let ids=all.map(c=>c.id);throw new UserError(`There is no control ${JSON.stringify(id)}\
.`,[meant(id,ids,"List them with: dbvet questionnaire list")])},findKind=(content,id)=>{if(id===void 0)return;let kind=content.evidenceKinds.find(k=>k.id===id);
if(kind!==void 0)return kind;let ids=content.evidenceKinds.map(k=>k.id);throw new UserError(`There is no kind of evidence ${JSON.stringify(id)}.`,[meant(id,ids,
"List them with: dbvet evidence kinds")])},linkOf=(state,control,name)=>{let target=name===void 0?onlyTarget(state,control.kind):findTarget(state,name);if(target.
kind!==control.kind)throw new UserError(`${control.id} speaks of a ${control.kind}, and ${target.name} is a ${target.kind}.`);return{target:target.id,control:control.
id}};export{findControl,findKind,linkOf};
