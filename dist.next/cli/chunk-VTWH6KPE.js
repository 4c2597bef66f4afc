import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{renderDocuments}from"./chunk-L27VFP7V.js";import{runProbes}from"./chunk-U5WSLK23.js";import{profileChangeWords}from"./chunk-2TIIV5CP.js";
import{previewProfiles,setProfiles}from"./chunk-UXNWCV4Y.js";import{resolveContradiction}from"./chunk-FS3KUTAE.js";import{answerChange}from"./chunk-RBCTWHQH.js";
import{waiveFailure}from"./chunk-5BTNUTST.js";import{probeable}from"./chunk-332AV6EN.js";import{evaluate,record}from"./chunk-FFCJAQ4Z.js";import{
questionsOf}from"./chunk-YGC6MYMA.js";import{UserError}from"./chunk-IRGQQAC3.js";import{join}from"node:path";var createWorkbench=async project=>{let listeners=new Set,take=async(state,savedAt)=>({state,content:project.content,checks:project.checks,evaluation:await evaluate(
project,state),...savedAt===void 0?{}:{savedAt}}),snapshot=await take(await project.store.state()),refresh=async state=>{snapshot=await take(state??await project.
store.state(),project.clock().toISOString());for(let listener of listeners)listener()};return{snapshot:()=>snapshot,subscribe:listener=>(listeners.add(listener),
()=>listeners.delete(listener)),answer:async input=>{let question=questionsOf(project.content).find(q=>q.id===input.question),target=snapshot.state.targets[input.
target];if(question===void 0||target===void 0)throw new UserError("This question or target is no longer there.");let meta={by:await project.by(),at:project.clock().
toISOString()},change=answerChange(question,target,input.value,input.note,meta);await refresh(await record(project,[change],input.note))},clearAnswer:async(target,question)=>{
await refresh(await record(project,[{kind:"answer",key:`${target}/${question}`,after:null}]))},resolve:async input=>{await resolveContradiction(project,input),await refresh()},
previewProfiles:async profiles=>{let change=await previewProfiles(project,profiles);return profileChangeWords(change,project.content,id=>snapshot.state.targets[id]?.
name??id)},setProfiles:async profiles=>{await refresh(await setProfiles(project,profiles))},waive:async input=>{await waiveFailure(project,input),await refresh()},
probe:async(ids,{signal,onEvent})=>{let targets=ids.flatMap(id=>{let target=snapshot.state.targets[id];return target===void 0?[]:[probeable(target)]});try{await runProbes(
project,snapshot.state,targets,{timeoutMs:15e3,concurrency:8,allowUnverified:!1,plaintextTest:!0,record:!0,signal,onEvent})}finally{await refresh()}},render:(documents,formats)=>renderDocuments(
project,{documents,formats,out:join(project.store.root,"documents"),paper:"a4"}),documents:async()=>(await project.documents()).documents,history:()=>project.store.
history()}};export{createWorkbench};
