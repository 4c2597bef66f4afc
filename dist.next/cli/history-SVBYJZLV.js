import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findTarget}from"./chunk-7INJYC6Z.js";import{processOutput}from"./chunk-4XYU4GMW.js";import"./chunk-4HJYXBUQ.js";import{plainText}from"./chunk-7ITKJ46B.js";
import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-OSKRSO5H.js";var member=(value,name)=>typeof value=="object"&&value!==null?value[name]:void 0,shown=value=>value==null?"\u2013":plainText(typeof value=="string"?value:JSON.stringify(
value),60),describeEntry=(entry,state)=>{let[first="",second=""]=entry.key.split("/"),target=state.targets[first]?.name??first;switch(entry.kind){case"answer":return`${target}\
: ${second} ${shown(member(entry.before,"value"))} \u2192 ${shown(member(entry.after,"value"))}`;case"target":return entry.before===void 0||entry.before===null?
`target ${shown(member(entry.after,"name"))} added`:`target ${shown(member(entry.after,"name")??member(entry.before,"name"))} changed`;case"run":return`probe of\
 ${state.targets[String(member(entry.after,"target"))]?.name??"a target"}: ${shown(member(entry.after,"status"))}`;case"evidence":return`evidence ${shown(member(
entry.after,"title"))}`;case"waiver":return`failure accepted until ${shown(member(entry.after,"until"))}`;case"resolution":return`${target}: contradiction on ${second}\
 settled until ${shown(member(entry.after,"until"))}`;case"decision":return`${target}: risk ${second}: ${shown(member(entry.after,"treatment"))}`;case"settings":
return`settings of ${shown(member(entry.after,"organisation"))}`;case"mark":return`${target}: mark on ${second}`;case"content":{let questions=member(entry.after,
"questions"),count=Array.isArray(questions)?questions.length:0;return member(entry.after,"first")===!0?`the record knows ${count} questions`:`${count} ${count===
1?"question":"questions"} came with new content`}}},printHistory=async(project,options,globals)=>{if(!/^\d{1,6}$/.test(options.limit))throw new UserError(`--lim\
it wants a whole number, not ${JSON.stringify(options.limit)}.`);let state=await project.store.state(),id=options.target===void 0?void 0:findTarget(state,options.
target).id,entries=(await project.store.history()).filter(entry=>id===void 0||entry.key===id||entry.key.startsWith(`${id}/`)||member(entry.after,"target")===id),
output=processOutput(process);if(globals.json===!0){output.json({entries});return}output.table(entries.slice(-Number(options.limit)).map(entry=>[entry.at.slice(
0,16).replace("T"," "),plainText(entry.by,24),describeEntry(entry,state),entry.why===void 0?"":output.style.dim(plainText(entry.why,60))])),output.line(`${entries.
length} entries. Head: ${await project.store.head()}`)};export{describeEntry,printHistory};
