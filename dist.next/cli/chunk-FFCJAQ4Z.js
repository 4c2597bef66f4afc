import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{assess}from"./chunk-4SSOOD5Q.js";import{redactSecrets}from"./chunk-DRXMX64I.js";import{questionsOf}from"./chunk-YGC6MYMA.js";var knownContentChange=(content,state,at)=>{let noted=Object.values(state?.contents??{}),known=new Set(noted.flatMap(n=>n.questions)),questions=questionsOf(content).
map(q=>q.id).filter(id=>!known.has(id)).toSorted((a,b)=>a<b?-1:1);if(questions.length===0)return[];let{version}=content,after={version,on:at.slice(0,10),first:noted.
length===0,questions};return[{kind:"content",key:version,after}]};var prose=new Set(["value","note","reason","title","fileName","owner","approver"]),written=new Set(["answer","evidence","waiver","resolution","decision"]),screenChanges=(changes,why)=>{
let redacted=[],clean=text=>{let result=redactSecrets(text);return redacted.push(...result.redacted),result.text};return{changes:changes.map(change=>{if(change.
after===null||!written.has(change.kind))return change;let after=Object.fromEntries(Object.entries(change.after).map(([key,value])=>[key,prose.has(key)&&typeof value==
"string"?clean(value):value]));return{...change,after}}),why:why===void 0?void 0:redactSecrets(why).text,redacted}};var loadRuns=async(project,state)=>{let references=Object.values(state.runs);return references.sort((a,b)=>compare(a.finishedAt,b.finishedAt)||compare(a.sha256,
b.sha256)),Promise.all(references.map(async({sha256})=>{let run=project.runCache.get(sha256)??await project.store.loadRun(sha256);return project.runCache.set(sha256,
run),{...run,sha256}}))},compare=(a,b)=>a<b?-1:a>b?1:0,evaluate=async(project,state)=>assess({content:project.content,state,runs:await loadRuns(project,state),checks:project.
checks,now:project.clock().toISOString()}),record=async(project,changes,why)=>{let at=project.clock().toISOString(),noted=knownContentChange(project.content,await project.
store.state(),at),screened=screenChanges(changes,why),state=await project.store.append([...noted,...screened.changes],{by:await project.by(),at,...screened.why===
void 0?{}:{why:screened.why}});return screened.redacted.length>0&&project.onRedacted?.(screened.redacted),state};export{knownContentChange,loadRuns,evaluate,record};
