import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{wantsPlain}from"./chunk-OLSHZ77G.js";import{evaluate}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import"./chunk-UNVH2Y7P.js";
import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";import{openProject,shippedChecks,wholeContent,workspaceOf}from"./chunk-C7ZK33BT.js";import"./chunk-XNTMTYOK.js";
import{clockFrom}from"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";import"./chunk-26OHVHDZ.js";import{processOutput}from"./chunk-4XYU4GMW.js";
import{dbvetVersion}from"./chunk-2NB3MYZZ.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";
import"./chunk-4OUI2SMR.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";import{plainText}from"./chunk-7ITKJ46B.js";
import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import{errorCode,saidOf}from"./chunk-5RQW43GQ.js";import{
UserError,exitCode}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";import{readFile}from"node:fs/promises";import{access,constants,readdir,stat,statfs}from"node:fs/promises";import{join}from"node:path";var part=async(what,look)=>{try{return{what,...await look()}}catch(error){if(!(error instanceof UserError))throw error;return{what,result:"wrong",text:[error.message,
...error.next].join(" ")}}},workspaceLines=async globals=>{let root=await workspaceOf(globals);if(root===void 0)return[{what:"workspace",result:"note",text:"non\
e here (dbvet init makes one)"}];let project,opened=await part("workspace",async()=>{project=await openProject(globals);let{settings}=await project.store.state(),
entries=(await project.store.history()).length;return{result:"ok",text:`${root}: ${settings.organisation}, ${entries} entries`}}),torn=await tornLines(root);if(project===
void 0)return[opened,...torn];let{store}=project,open=project;return[opened,...torn,await part("head",async()=>({result:"ok",text:await store.head()})),await part(
"writable",()=>writableLine(root)),await part("private",()=>privateLine(root)),await part("probe runs",async()=>{let state=await store.state();await evaluate(open,
state);let runs=Object.keys(state.runs).length;return{result:"ok",text:runs===1?"1, intact":`${runs}, all intact`}}),await part("evidence",async()=>{let wrong=(await store.
verifyEvidence()).filter(r=>r.result!=="intact").length;return wrong===0?{result:"ok",text:"every artifact is intact"}:{result:"wrong",text:`${wrong===1?"1 arti\
fact is":`${wrong} artifacts are`} missing or changed: dbvet evidence verify`}}),await part("templates",async()=>{let{documents}=await open.documents();return{result:"\
ok",text:documents.map(document=>document.id).join(", ")}})]},written=[".","history","runs","evidence","documents"],writableLine=async root=>{for(let name of written){
let problem=await unwritable(join(root,name));if(problem!==void 0)return{result:"wrong",text:`${name==="."?"this folder":`${name}/`} cannot be written: ${problem}`}}
let{bavail,bsize}=await statfs(root);return spaceLine(bavail*bsize)},megabyte=1048576,leastBytes=20*megabyte,spaceLine=bytes=>{let text=`${Math.floor(bytes/megabyte)}\
 MB free`;return bytes>=leastBytes?{result:"ok",text}:{result:"wrong",text:`the disk is full or nearly so: ${text}, and dbvet wants ${leastBytes/megabyte}. Free\
 some space.`}},tornLines=async root=>{let folder=join(root,"history"),names=await readdir(folder).catch(error=>{if(errorCode(error)===void 0)throw error;return[]});
return Promise.all(names.filter(name=>name.includes(".torn-")).sort().map(async name=>{let{size}=await stat(join(folder,name));return{what:"cut end",result:"not\
e",text:`history/${plainText(name)}, ${size} bytes: what a write that broke off left behind its last whole line; it does not count. Delete it when no change is \
missed.`}}))},unwritable=async path=>{try{if(!(await stat(path)).isDirectory())return"it is not a folder";await access(path,constants.W_OK|constants.X_OK);return}catch(error){
return errorCode(error)==="ENOENT"?void 0:saidOf(error).what}},privateLine=async root=>((await stat(join(root,"history"))).mode&63)===0||process.platform==="win\
32"?{result:"ok",text:"only you can read it"}:{result:"note",text:"others can read it: chmod -R go-rwx the folder"};var supported=version=>{let[major=0,minor=0]=version.split(".").map(Number);return major>20||major===20&&minor>=19},doctor=async globals=>{let lines=[{what:"dbv\
et",result:"ok",text:dbvetVersion()},{what:"Node.js",result:supported(process.versions.node)?"ok":"wrong",text:`${process.versions.node}, OpenSSL ${process.versions.
openssl} (20.19 or newer is needed)`},await contentLine(),await fontLine(),terminalLine(),clockLine(),...await workspaceLines(globals)],output=processOutput(process);
if(globals.json===!0)output.json({lines});else{let{style}=output,sign={ok:style.good(style.sign.pass),note:style.warn(style.sign.unknown),wrong:style.bad(style.
sign.fail)};output.table(lines.map(line=>[sign[line.result],line.what,line.text]))}return lines.some(line=>line.result==="wrong")?exitCode.unfinished:exitCode.done},
contentLine=async()=>{let content=await wholeContent(),checks=await shippedChecks();return{what:"content",result:"ok",text:`${content.questionnaires.flatMap(q=>q.
questions).length} questions, ${checks.length} checks, ${content.frameworks.length} frameworks, version ${content.version.slice(0,12)}`}},fontLine=async()=>{try{
return await readFile(new URL("../fonts/IBMPlexSans_400Regular.ttf",import.meta.url)),{what:"fonts",result:"ok",text:"present"}}catch{return{what:"fonts",result:"\
wrong",text:"missing: install dbvet again"}}},terminalLine=()=>{if(!process.stdout.isTTY)return{what:"terminal",result:"note",text:"none here: dbvet asks nothin\
g"};let size=`${process.stdout.columns}x${process.stdout.rows}`,small=process.stdout.columns<60||process.stdout.rows<16;return{what:"terminal",result:small?"not\
e":"ok",text:`${size}${small?", the full screen wants 60x16":""}${wantsPlain(void 0,process.env)?", numbered lines":", full screen"}`}},clockLine=()=>{let{clock,
fixed}=clockFrom(process.env);return{what:"clock",result:fixed?"note":"ok",text:`${clock().toISOString()}${fixed?" (fixed by DBVET_NOW)":""}`}};export{doctor};
