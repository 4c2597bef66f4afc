import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{redactedSentence}from"./chunk-XNTMTYOK.js";import{clockFrom}from"./chunk-K7GQ5F4Q.js";import{makeFolders}from"./chunk-XCLGVT36.js";import{
Answer,Resolution,Waiver}from"./chunk-QNBPVQJI.js";import{loadContent}from"./chunk-26OHVHDZ.js";import{dbvetVersion}from"./chunk-2NB3MYZZ.js";
import{Evidence}from"./chunk-4WJSUVJE.js";import{Engine,RiskDecision,Target}from"./chunk-4OUI2SMR.js";import{Finding,Reason}from"./chunk-DTJB5REZ.js";
import{plainText}from"./chunk-7ITKJ46B.js";import{Day,Instant,Name,Sha256,Slug,canonicalJson,sha256}from"./chunk-FJRS23W3.js";import{_enum,array,boolean,
int,literal,number,object,record,strictObject,string,unknown}from"./chunk-V3WZMUYQ.js";import{errorCode,saidOf,systemWords}from"./chunk-5RQW43GQ.js";
import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import{execFileSync}from"node:child_process";import{randomBytes as randomBytes2}from"node:crypto";import{readFileSync as readFileSync2}from"node:fs";import{readFile as readFile2}from"node:fs/promises";
import{hostname,userInfo}from"node:os";import{join as join13,resolve as resolve3}from"node:path";import{dirname as dirname2,resolve}from"node:path";var shown=path=>plainText(path,1e3),fileTrouble=(error,doing,path,after="Nothing was changed.")=>{let found2=systemWords(error);return found2===void 0?error:new UserError(
`Could not ${doing} ${shown(path)}: ${found2.what}. ${after}`,[found2.next],exitCode.unfinished)},telling=async(doing,path,action)=>{try{return await action()}catch(error){
throw fileTrouble(error,doing,path)}};import{constants}from"node:fs";import{lstat,mkdir,open,readdir,rename,stat,unlink}from"node:fs/promises";var factsOf=stats=>({kind:stats.isFile()?"file":stats.isDirectory()?"folder":"other",size:Number(stats.size),fingerprint:[stats.ino,stats.size,stats.mtimeNs,stats.
ctimeNs].join(":"),modifiedMs:Number(stats.mtimeNs/1000000n)}),careful=(constants.O_NOFOLLOW||0)|(constants.O_NONBLOCK||0),flags={read:constants.O_RDONLY|careful,
append:constants.O_WRONLY|constants.O_APPEND|constants.O_CREAT|careful,create:constants.O_WRONLY|constants.O_CREAT|constants.O_EXCL|careful},nodeFiles={open:async(path,how)=>{
let handle=await open(path,flags[how],384);return{facts:async()=>factsOf(await handle.stat({bigint:!0})),read:async into=>(await handle.read(into,0,into.length,
null)).bytesRead,write:async bytes=>(await handle.write(bytes,0,bytes.length,null)).bytesWritten,truncate:async size=>handle.truncate(size),sync:async()=>handle.
sync(),close:async()=>handle.close()}},facts:async path=>{try{return factsOf(await lstat(path,{bigint:!0}))}catch(error){if(errorCode(error)==="ENOENT")return;throw error}},
list:async folder=>readdir(folder),makeFolder:async folder=>{await makeFolders(folder,{make:async path=>mkdir(path,{mode:448}),isFolder:async path=>{try{return(await stat(
path)).isDirectory()}catch(error){if(errorCode(error)==="ENOENT"||errorCode(error)==="ENOTDIR")return!1;throw error}}})},rename,remove:unlink,syncFolder:async folder=>{
if(process.platform==="win32")return;let handle=await open(folder,constants.O_RDONLY);try{await handle.sync()}finally{await handle.close()}}};import{join as join3}from"node:path";import{join}from"node:path";var wayOut=path=>[`Put an undamaged ${shown(path)} in its place, from a backup or from a colleague's copy of the workspace.`,"Keep the damaged file until the re\
cord opens again."],brokenLine=(folder,file,line,fault)=>new UserError(`${shown(join(folder,file))}:${line} cannot be read: ${fault}. Nothing was changed.`,[...wayOut(
join(folder,file)),"If the line was written by a newer dbvet, update this one."]),orphaned=(folder,orphan)=>new UserError(`The history is not complete: ${shown(
join(folder,orphan.placed.file))}:${orphan.placed.line} follows the entry ${orphan.parent.slice(0,12)}, which no file in ${shown(folder)} holds. Nothing was cha\
nged.`,[`Bring the missing or shortened .jsonl file back into ${shown(folder)}, from a backup or from a colleague's copy.`]);var earlier=(a,b)=>{let difference=Date.parse(a.at)-Date.parse(b.at);return difference===0?a.id<b.id:difference<0},queue=()=>{let heap=[],before=(i,j)=>{let[a,b]=[
heap[i],heap[j]];return a!==void 0&&b!==void 0&&earlier(a,b)},swap=(i,j)=>{let[a,b]=[heap[i],heap[j]];a===void 0||b===void 0||(heap[i]=b,heap[j]=a)};return{put:entry=>{
let i=heap.push(entry)-1;for(let up=i-1>>1;i>0&&before(i,up);up=i-1>>1)swap(i,up),i=up},take:()=>{swap(0,heap.length-1);let first=heap.pop();for(let i=0;;){let[
left,right]=[2*i+1,2*i+2],least=before(right,left)?right:left;if(!before(least,i))return first;swap(i,least),i=least}}}},causalOrder=placed=>{let byId=new Map;for(let{
entry}of placed)byId.set(entry.id,entry);let children=new Map,waiting=new Map,ready=queue();for(let entry of byId.values()){let parents=new Set(entry.parents);waiting.
set(entry.id,parents.size);for(let parent of parents){let list=children.get(parent);list===void 0?children.set(parent,[entry]):list.push(entry)}parents.size===0&&
ready.put(entry)}let entries=[];for(let entry=ready.take();entry!==void 0;entry=ready.take()){entries.push(entry);for(let child of children.get(entry.id)??[]){let left=(waiting.
get(child.id)??0)-1;waiting.set(child.id,left),left===0&&ready.put(child)}}let heads=entries.filter(e=>!children.has(e.id)).map(e=>e.id),orphan=entries.length===
byId.size?void 0:findOrphan(placed,byId);return{entries,heads:heads.sort(),...orphan===void 0?{}:{orphan}}},findOrphan=(placed,byId)=>{for(let one of placed){let parent=one.
entry.parents.find(p=>!byId.has(p));if(parent!==void 0)return{placed:one,parent}}throw new Error("entries that follow each other in a circle cannot have the rig\
ht ids")};var RunStatus=_enum(["complete","partial","unreachable"]),TargetReport=strictObject({target:string(),engine:Engine,status:RunStatus,reason:Reason.optional(),startedAt:Instant,
finishedAt:Instant,durationMs:number(),connections:int(),endpoints:array(strictObject({role:string(),host:string(),port:int(),facts:record(string(),unknown()).readonly()}).
readonly()).readonly(),findings:array(Finding).readonly()}).readonly(),ProbeRun=strictObject({schema:literal("dbvet/probe-run@1"),dbvet:string(),report:TargetReport}).
readonly();var Settings=strictObject({organisation:string().min(1).max(120),profiles:array(string()).min(1).readonly(),preparedBy:string().max(120).optional(),confidentiality:string().
max(60).default("Confidential"),frameworks:array(string()).min(1).readonly().optional(),createdAt:Instant}).readonly(),RunReference=strictObject({target:string(),
sha256:Sha256,startedAt:Instant,finishedAt:Instant,status:RunStatus,by:string()}).readonly(),Mark=strictObject({target:string(),question:string(),later:boolean().
default(!1),assignee:Name.optional()}).readonly(),KnownContent=strictObject({version:Sha256,on:Day,first:boolean(),questions:array(Slug).readonly()}).readonly(),
collections={settings:Settings,target:Target,answer:Answer,evidence:Evidence,waiver:Waiver,resolution:Resolution,decision:RiskDecision,run:RunReference,mark:Mark,
content:KnownContent},table=value=>record(string(),value).readonly(),WorkspaceState=strictObject({settings:Settings,targets:table(Target),answers:table(Answer),
evidence:table(Evidence),waivers:table(Waiver),resolutions:table(Resolution),decisions:table(RiskDecision),runs:table(RunReference),marks:table(Mark),contents:table(
KnownContent).optional()}).readonly();var Entry=strictObject({id:Sha256,at:Instant,by:string().min(1),kind:_enum(Object.keys(collections)),key:string().min(1),before:unknown(),after:unknown(),why:string().
optional(),parents:array(Sha256).readonly()}).readonly();var nestsDeeper=(value,levels=64)=>typeof value=="object"&&value!==null&&(levels===0||Object.values(value).some(inner=>nestsDeeper(inner,levels-1)));var migrations=[],upcast=(raw,steps=migrations)=>steps.reduce((entry,step3)=>step3.entry(entry),raw);var keyOf=change=>{if(change.after!==null)switch(change.kind){case"settings":return"workspace";case"target":case"evidence":case"waiver":return change.after.id;case"\
answer":case"mark":return`${change.after.target}/${change.after.question}`;case"resolution":return`${change.after.target}/${change.after.control}`;case"decision":
return`${change.after.target}/${change.after.risk}`;case"run":return change.after.sha256;case"content":return change.after.version}},changeOf=entry=>({kind:entry.
kind,key:entry.key,after:entry.after}),idOf=entry=>sha256(canonicalJson({...entry,id:void 0})),entryText=entry=>canonicalJson(entry),issue=error=>{let first=error.
issues[0],path=first?.path.map(String).join(".")??"";return plainText(`${path===""?"":`${path}: `}${first?.message??"not as expected"}`,200)},readEntry=text=>{let raw;
try{raw=JSON.parse(text)}catch{return{ok:!1,fault:"it is not JSON"}}if(nestsDeeper(raw))return{ok:!1,fault:`it nests deeper than ${64} levels`};let known=Entry.
safeParse(upcast(raw));if(!known.success)return{ok:!1,fault:`it does not look like an entry (${issue(known.error)})`};if(idOf(raw)!==known.data.id)return{ok:!1,
fault:"its content does not fit its id, so it was altered"};let entry=known.data;if(entry.after===null)return entry.kind==="settings"?{ok:!1,fault:"it removes t\
he settings of the workspace"}:{ok:!0,entry};let value=collections[entry.kind].safeParse(entry.after);if(!value.success)return{ok:!1,fault:`its value is not val\
id (${issue(value.error)})`};let checked={...entry,after:value.data};return keyOf(changeOf(checked))!==entry.key?{ok:!1,fault:"its key does not fit its value"}:
{ok:!0,entry:checked}},makeEntries=(changes,meta,heads,before)=>{let made=[],latest=new Map;for(let{kind,key,after}of changes){let place=`${kind} ${key}`,last=made.
at(-1),rest={at:meta.at,by:meta.by,kind,key,before:(latest.has(place)?latest.get(place):before(kind,key))??null,after,...meta.why===void 0?{}:{why:meta.why},parents:last===
void 0?heads.toSorted():[last.id]},read=readEntry(canonicalJson({...rest,id:idOf(rest)}));if(!read.ok)throw new Error(`a change of ${kind} "${key}" cannot be re\
corded: ${read.fault}`);made.push(read.entry),latest.set(place,read.entry.after)}return made};var lineFeed=10,blank=32,groupText=entries=>entries.map((entry,i)=>`${i<entries.length-1?" ":""}${entryText(entry)}
`).join(""),linesOf=bytes=>{let lines=[];for(let start3=0;start3<bytes.length;){let feed=bytes.indexOf(lineFeed,start3),end=feed===-1?bytes.length:feed;lines.push(
{start:start3,end,terminated:feed!==-1}),start3=end+1}return lines},readLines=(file,bytes,known)=>{let decoder=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),
entries=[],group=[],committed=0,unterminated=!1,lines=linesOf(bytes),ok=line=>readLine(decoder,bytes.subarray(line.start,line.end),known).ok;for(let[index,{start:start3,
end,terminated}]of lines.entries()){let continued=bytes[start3]===blank;if(!terminated&&continued)break;let read=readLine(decoder,bytes.subarray(start3,end),known);
if(!read.ok){let arrived=!bytes.subarray(start3,end).includes(0)||lines.slice(index+1).some(ok);if(!terminated||!arrived)break;return{entries,committed,torn:bytes.
subarray(bytes.length),unterminated:!1,broken:{line:index+1,fault:read.fault}}}group.push({entry:read.entry,file,line:index+1}),!continued&&(entries.push(...group),
group=[],committed=terminated?end+1:end,unterminated=!terminated)}return{entries,committed,torn:bytes.subarray(committed),unterminated}},readLine=(decoder,bytes,known)=>{
let text;try{text=decoder.decode(bytes).trim()}catch{return{ok:!1,fault:"it is not UTF-8 text"}}let entry=known(text);return entry===void 0?readEntry(text):{ok:!0,
entry}};var chunk=65536,maxRecordBytes=256*1024*1024,eachPiece=async(file,max,take2)=>{let buffer=new Uint8Array(chunk),total=0;for(;total<=max;){let length=await file.
read(buffer.subarray(0,Math.min(chunk,max+1-total)));if(length===0)break;total+=length,await take2(buffer.subarray(0,length))}return total},withRegularFile=async(files,path,action)=>telling(
"read",path,async()=>{let file=await files.open(path,"read");try{let facts=await file.facts();if(facts.kind!=="file")throw new UserError(`Could not read ${shown(
path)}: it is ${facts.kind==="folder"?"a folder":"not a regular file"}. Nothing was changed.`,["Put a regular file in its place."],exitCode.unfinished);return await action(
file,facts)}finally{await file.close()}}),readWhole=async(files,path,max=maxRecordBytes)=>withRegularFile(files,path,async(file,facts)=>{let pieces=[];if(await eachPiece(
file,max,piece=>{pieces.push(Uint8Array.from(piece))})>max)throw new UserError(`Could not read ${shown(path)}: it is larger than ${Math.floor(max/1024/1024)} MB\
. Nothing was changed.`,["Check whether another program wrote to it."],exitCode.unfinished);return{bytes:Buffer.concat(pieces),facts}});import{dirname,join as join2}from"node:path";var writeAll=async(file,bytes)=>{let done=0;for(;done<bytes.length;)done+=await file.write(bytes.subarray(done))},removeIfThere=async(files,path)=>{
await files.facts(path)!==void 0&&await files.remove(path)},unfinishedPrefix=".unfinished-",replaceFile=async(files,folder,random,fill)=>{let temporary=join2(folder,
unfinishedPrefix+random()),file=await files.open(temporary,"create"),path;try{try{path=join2(folder,await fill(file)),await file.sync()}finally{await file.close()}
await files.rename(temporary,path)}catch(error){throw await removeIfThere(files,temporary).catch(()=>{}),error}await files.syncFolder(folder);let facts=await files.
facts(path);if(facts===void 0)throw new Error(`${path} vanished right after it was written`);return facts},writeWhole=async(files,path,bytes,random)=>{let folder=dirname(
path);return replaceFile(files,folder,random,async file=>(await writeAll(file,bytes),path.slice(folder.length+1)))};var isHistoryFile=name=>name.endsWith(".jsonl")&&!name.startsWith("."),holdsHistory=async(files,folder)=>{let facts=await files.facts(folder);return facts!==void 0&&
(facts.kind!=="folder"||(await files.list(folder)).some(isHistoryFile))},historyFolder=(files,folder,writer2,random)=>{let ownFile=`${writer2}.jsonl`,known=new Map,
unsynced=new Set,texts=new Map,view,readOne=async name=>{let path=join3(folder,name),facts=await files.facts(path);if(facts!==void 0&&known.get(name)?.fingerprint===
facts.fingerprint)return!1;if(facts===void 0)return known.delete(name);let{bytes,facts:opened}=await readWhole(files,path),lines=readLines(name,bytes,text=>texts.
get(text));if(lines.broken!==void 0)throw brokenLine(folder,name,lines.broken.line,lines.broken.fault);return known.set(name,{...lines,fingerprint:opened.fingerprint,
size:bytes.length}),name!==ownFile&&unsynced.add(name),!0},endsOf=()=>[...known.entries()].sort(([a],[b])=>a<b?-1:1).map(([file,{entries,torn}])=>({file,line:entries.
at(-1)?.line??0,tornBytes:torn.length})),build=()=>{let placed=[...known.entries()].sort(([a],[b])=>a<b?-1:1).flatMap(([,file])=>file.entries),{entries,heads,orphan}=causalOrder(
placed);if(orphan!==void 0)throw orphaned(folder,orphan);texts=new Map(entries.map(entry=>[entryText(entry),entry]));let ends=endsOf(),torn=ends.flatMap(({file,
tornBytes})=>tornBytes===0?[]:[{file,bytes:tornBytes}]);return{entries,heads,torn,ends}};return{folder,ownFile,read:async()=>telling("read",folder,async()=>{let names=(await files.
list(folder)).filter(isHistoryFile),changed=view===void 0;for(let name of new Set([...names,...known.keys()]))await readOne(name)&&(changed=!0,view=void 0);return(view===
void 0||changed)&&(view=build()),view}),setAside:async()=>{let own=known.get(ownFile);if(own===void 0||own.torn.length===0)return;let path=join3(folder,ownFile),
aside=join3(folder,`${writer2}.torn-${sha256(own.torn).slice(0,8)}`);return telling("set aside the interrupted end of",path,async()=>{await writeWhole(files,aside,
own.torn,random);let file=await files.open(path,"append");try{if((await file.facts()).size!==own.size)throw new UserError(`${shown(path)} changed while it was r\
ead. Nothing was changed.`,["Try again."]);await file.truncate(own.committed),await file.sync()}finally{await file.close()}return aside})},own:()=>known.get(ownFile),
appended:(entries,file)=>{known.set(ownFile,file);for(let entry of entries)texts.set(entryText(entry),entry);let last=entries.at(-1);if(view===void 0||last===void 0)
throw new Error("entries can only be appended to a history that was read");return view={...view,entries:[...view.entries,...entries],heads:[last.id],ends:endsOf()},
view},distrust:()=>{known.clear(),view=void 0},notSynced:()=>[...unsynced],synced:file=>{unsynced.delete(file)}}};import{join as join4}from"node:path";var pathsOf=root=>({root,assessment:join4(root,"assessment.json"),history:join4(root,"history"),runs:join4(root,"runs"),evidence:join4(
root,"evidence"),documents:join4(root,"documents")});var isWorkspace=async(files,folder)=>{let paths=pathsOf(folder);try{return await files.facts(paths.assessment)!==void 0?!0:(await files.facts(paths.history))?.kind===
"folder"&&await holdsHistory(files,paths.history)}catch(error){if(errorCode(error)==="EACCES")return!1;throw error}},findWorkspace=async(from,files=nodeFiles)=>telling(
"look for a workspace from",from,async()=>{for(let folder=resolve(from);;folder=dirname2(folder)){if(await isWorkspace(files,folder))return folder;if(dirname2(folder)===
folder)return}});import{randomBytes}from"node:crypto";import{dirname as dirname5,resolve as resolve2}from"node:path";import{join as join5}from"node:path";import{setTimeout as setTimeout2}from"node:timers/promises";var usualLockTimes={staleMs:5e3,waitMs:12e3},pollMs=20,lockName=".dbvet.lock",held=(root,waitMs)=>new UserError(`Another dbvet is writing to ${shown(root)} and \
did not finish within ${Math.round(waitMs/1e3)} s. Nothing was changed.`,["Wait until it is done, or end it, then try again."],exitCode.unfinished),take=async(root,times,onCompromised)=>{
let{default:lockfile}=await import("./proper-lockfile-VA5ZVGUV.js"),vanished=0;for(let left=Math.ceil(times.waitMs/pollMs);;left--)try{return{ok:!0,release:await lockfile.
lock(root,{lockfilePath:join5(root,lockName),stale:times.staleMs,update:Math.min(1e3,times.staleMs/2),onCompromised})}}catch(error){let code=errorCode(error);if(code===
"ELOCKED"&&left<=0)throw held(root,times.waitMs);if(code==="ENOENT"&&vanished++,code!=="ELOCKED"&&code!=="ENOENT"||vanished>10)return{ok:!1,error};await setTimeout2(
pollMs)}},withLock=async(root,times,action,refused)=>{let lost=!1,taken=await take(root,times,()=>{lost=!0});if(!taken.ok){if(refused===void 0)throw fileTrouble(
taken.error,"lock",root);return refused()}try{return await action(()=>{if(lost)throw held(root,times.staleMs)})}finally{await taken.release().catch(()=>{})}};var bringBack=paths=>`Bring ${shown(paths.history)} back, from a backup or from a colleague's copy of the workspace: it holds every change.`,noWorkspace=root=>new UserError(
`There is no workspace in ${shown(root)}.`,["Create one with `dbvet init`, or name its folder with `--workspace DIR`."]),gone=paths=>new UserError(`The history \
of the workspace is missing: ${shown(paths.history)} holds no entries. Nothing was changed.`,[bringBack(paths)],exitCode.unfinished),alreadyWorkspace=paths=>new UserError(
`There is a workspace in ${shown(paths.root)} already. Nothing was changed.`,["Open it by running dbvet in that folder, or choose another folder for the new one\
."]),withoutHistory=paths=>new UserError(`${shown(paths.assessment)} exists, but ${shown(paths.history)} holds no history for it. Nothing was changed.`,[bringBack(
paths),"If the file belongs to another program, use another folder for the workspace."]);function checkArgs(adapter,defaultData){if(adapter===void 0)throw new Error("lowdb: missing adapter");if(defaultData===void 0)throw new Error("lowdb: missing de\
fault data")}var Low=class{adapter;data;constructor(adapter,defaultData){checkArgs(adapter,defaultData),this.adapter=adapter,this.data=defaultData}async read(){
let data=await this.adapter.read();data&&(this.data=data)}async write(){this.data&&await this.adapter.write(this.data)}async update(fn){fn(this.data),await this.
write()}};var word=/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.])|(?:true|false|null)(?![0-9A-Za-z])/,quoted=/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/,
token=new RegExp(`[ \\t\\r\\n]*(?:([[\\]{},:])|(${quoted.source})|(${word.source})|$)`,"y"),blanks=/[ \t\r\n]*/y,allowed={value:["{","[","text","word"],"first-v\
alue":["{","[","text","word","]"],key:["text"],"first-key":["text","}"],colon:[":"],after:[",","}","]"],end:[]},step=(place,mark,stack)=>{if(!allowed[place].includes(
mark))return;let settled=()=>stack.length===0?"end":"after";switch(mark){case"{":return stack.push(mark),"first-key";case"[":return stack.push(mark),"first-valu\
e";case"}":return stack.pop()==="{"?settled():void 0;case"]":return stack.pop()==="["?settled():void 0;case",":return stack.at(-1)==="{"?"key":"value";case":":return"\
value";case"text":return place==="key"||place==="first-key"?"colon":settled();case"word":return settled()}},faultOffset=text=>{let stack=[],place="value",offset=0;
for(;;){token.lastIndex=offset;let match=token.exec(text);blanks.lastIndex=offset;let begin=offset+(blanks.exec(text)?.[0].length??0);if(match===null)return begin;
let[whole,bracket,string2,other]=match,mark=bracket??(string2===void 0?other&&"word":"text");if(mark===void 0)return place==="end"?void 0:text.length;let next=step(
place,mark,stack);if(next===void 0)return begin;place=next,offset+=whole.length}},jsonFault=text=>{let offset=faultOffset(text);if(offset===void 0)return;let before=text.
slice(0,offset);return`${before.split(`
`).length}:${offset-before.lastIndexOf(`
`)}`};var family="dbvet/assessment@",Assessment=strictObject({schema:literal(`${family}${1}`),head:Sha256,heads:array(Sha256).min(1).readonly(),state:record(string(),
unknown())}).readonly(),headHash=heads=>sha256(heads.toSorted().join(`
`)),assessmentOf=(heads,state)=>({schema:`${family}${1}`,head:headHash(heads),heads:heads.toSorted(),state}),assessmentText=assessment=>`${JSON.stringify(JSON.parse(
canonicalJson(assessment)),null,2)}
`,rebuild=path=>[`Move ${shown(path)} away; dbvet rebuilds it from history/, which holds every change.`],Header=object({schema:string().startsWith(family)}),parseAssessment=(bytes,path,backup,current=1)=>{
let raw=parseJson(bytes,path);if(nestsDeeper(raw))throw edited(path,"");let header=Header.safeParse(raw);if(!header.success)throw new UserError(`${shown(path)} \
is not an assessment of dbvet; it seems to belong to another program. Nothing was changed.`,["Use another folder for the workspace, or move the file away if nob\
ody needs it."]);let number2=/^[1-9][0-9]{0,8}$/.exec(header.data.schema.slice(family.length))?.[0];if(number2===void 0)throw edited(path,"schema");if(Number(number2)>
current)throw new UserError(`${shown(path)} is from a newer dbvet (schema ${number2}, this one reads up to ${current}). Nothing was changed.`,["Update dbvet.",...backup===
void 0?[]:[`Or open the copy in ${shown(backup)}.`]]);if(Number(number2)<current)return{kind:"older",schema:Number(number2)};let known=Assessment.safeParse(raw);
if(!known.success)throw edited(path,known.error.issues[0]?.path.map(String).join(".")??"");if(headHash(known.data.heads)!==known.data.head)throw edited(path,"he\
ad");return{kind:"present",assessment:known.data}},edited=(path,place)=>new UserError(`${shown(path)} was changed outside dbvet${place===""?"":` (at ${shown(place)}\
)`}: it does not fit the history. Nothing was changed.`,[...rebuild(path),"Make the change again with dbvet, so that the history knows who made it and when."]),
parseJson=(bytes,path)=>{let text;try{text=new TextDecoder("utf-8",{fatal:!0}).decode(bytes)}catch{throw new UserError(`${shown(path)} is damaged: it is not UTF\
-8 text. Nothing was changed.`,rebuild(path))}if(text.trim()==="")throw new UserError(`${shown(path)} is empty. Nothing was changed.`,rebuild(path));try{return JSON.
parse(text)}catch{throw new UserError(`${shown(path)}:${jsonFault(text)??"1:1"} is damaged: the text is not JSON from there on. Nothing was changed.`,rebuild(path))}};var backupName=(path,schema)=>`${path}.v${schema}.bak`,absent="absent",assessmentFile=(files,path,random,current=1)=>{let fingerprint,tidy=!1,older,copyTo=async copy=>{
let{bytes}=await readWhole(files,path);await telling("write",copy,async()=>writeWhole(files,copy,bytes,random))},read=async()=>{if(tidy=!1,older=void 0,await telling(
"read",path,async()=>files.facts(path))===void 0)return fingerprint=absent,null;let{bytes,facts}=await readWhole(files,path),backup=backupName(path,current),kept=await telling(
"read",backup,async()=>files.facts(backup)),found2=parseAssessment(bytes,path,kept&&backup,current);return fingerprint=facts.fingerprint,found2.kind==="older"?(older=
found2.schema,null):(tidy=Buffer.from(assessmentText(found2.assessment)).equals(bytes),found2.assessment)},write=async data=>{if(data===null)return;older!==void 0&&
await copyTo(backupName(path,older));let bytes=Buffer.from(assessmentText(data));fingerprint=(await telling("write",path,async()=>writeWhole(files,path,bytes,random))).
fingerprint,tidy=!0,older=void 0},db=new Low({read,write},null);return{path,db,changed:async()=>((await telling("read",path,async()=>files.facts(path)))?.fingerprint??
absent)!==fingerprint,reread:async()=>{db.data=null,await db.read()},tidy:()=>tidy}};var knows=(clock,other)=>clock.chain===other.chain?other.place<=clock.place:other.place<=(clock.others.get(other.chain)??-1),clocksOf=ordered=>{let clocks=new Map,
ends=new Map;for(let entry of ordered){let parents=entry.parents.flatMap(id=>clocks.get(id)??[]),followed=parents.find(p=>ends.get(p.chain)===p.place),chain=followed?.
chain??ends.size,place=followed===void 0?0:followed.place+1;ends.set(chain,place);let[only]=parents,others=parents.length===1&&only===followed&&only!==void 0?only.
others:merged(parents,chain);clocks.set(entry.id,{chain,place,others})}return clocks},merged=(parents,own)=>{let others=new Map,learn=(chain,place)=>{chain!==own&&
others.set(chain,Math.max(place,others.get(chain)??-1))};for(let parent of parents){learn(parent.chain,parent.place);for(let[chain,place]of parent.others)learn(
chain,place)}return others},conflictsIn=ordered=>{let clocks=clocksOf(ordered),latest=new Map;for(let entry of ordered){let clock=clocks.get(entry.id),place=`${entry.
kind} ${entry.key}`,unknown2=(latest.get(place)??[]).filter(other=>{let theirs=clocks.get(other.id);return clock===void 0||theirs===void 0||!knows(clock,theirs)});
latest.set(place,[...unknown2,entry])}return[...latest.entries()].filter(([,entries])=>new Set(entries.map(e=>canonicalJson(e.after))).size>1).sort(([a],[b])=>a<
b?-1:1).flatMap(([,entries])=>{let[first]=entries;return first===void 0?[]:[{kind:first.kind,key:first.key,entries}]})};var inTurn=()=>{let last=Promise.resolve();return async action=>{let mine=last.then(action,action);return last=mine,mine}};import{basename,dirname as dirname3,join as join6}from"node:path";var tables={target:"targets",answer:"answers",evidence:"evidence",waiver:"waivers",resolution:"resolutions",decision:"decisions",run:"runs",mark:"marks",content:"\
contents"},tableKinds=Object.keys(tables),valueAt=(state,kind,key)=>{if(state===void 0)return;if(kind==="settings")return state.settings;let table2=state[tables[kind]];
return table2!==void 0&&Object.hasOwn(table2,key)?table2[key]:void 0},sortedTable=values=>Object.fromEntries([...values].sort(([a],[b])=>a<b?-1:1)),start=from=>({
settings:from?.settings,values:new Map(tableKinds.map(kind=>[kind,new Map(Object.entries(from?.[tables[kind]]??{}))]))}),fold=(entries,from)=>{let{settings:first,
values}=start(from),settings=first,changed=new Set;for(let{kind,key,after}of entries){if(kind==="settings"){settings=after;continue}changed.add(kind);let table2=values.
get(kind);after===null?table2.delete(key):table2.set(key,after)}if(settings===void 0)return;let built=tableKinds.filter(kind=>kind!=="content"||(values.get(kind)?.
size??0)>0).map(kind=>[tables[kind],from!==void 0&&!changed.has(kind)?from[tables[kind]]:sortedTable(values.get(kind))]);return{settings,...Object.fromEntries(built)}};var lostHeads=(found2,view)=>{let known=new Set(view.entries.map(entry=>entry.id));return found2.heads.filter(id=>!known.has(id))},recordsOf=state=>{let records=new Map;
if(typeof state!="object"||state===null)return records;for(let[kind,group]of Object.entries(state))if(kind==="settings"||typeof group!="object"||group===null)records.
set(kind,group);else for(let[key,value]of Object.entries(group))records.set(`${kind}/${key}`,value);return records},instantOf=record2=>{if(typeof record2!="obje\
ct"||record2===null||!("at"in record2))return;let at=Instant.safeParse(record2.at);return at.success?at.data:void 0},missing=(found2,view,heads)=>{let left=recordsOf(
fold(view.entries)),lost=[...recordsOf(found2.state)].filter(([key,value])=>canonicalJson([value])!==canonicalJson([left.get(key)])),count=Math.max(lost.length,
heads.length),times=lost.flatMap(([,record2])=>instantOf(record2)??[]).sort(),[first,last]=[times[0],times.at(-1)],when=first===void 0||last===void 0?"":first===
last?` of ${first}`:` of ${first} to ${last}`,ids=heads.slice(0,3).map(id=>id.slice(0,12)),more=heads.length>ids.length?" \u2026":"";return`At least ${count} ${count===
1?"change":"changes"}${when} ${count===1?"is":"are"} missing (the last: ${ids.join(", ")}${more}).`},endText=(folder,{file,line,tornBytes})=>{let path=shown(join6(
folder,file)),place=line===0?`${path} holds no whole line`:`${path}:${line} is its last whole line`;return tornBytes===0?place:`${place}, with ${tornBytes} byte\
s of a cut end behind it`},maxFiles=5,lostChanges=(path,folder,found2,view)=>{let torn=view.ends.filter(end=>end.tornBytes>0),suspects=torn.length>0?torn:view.ends,
ends=suspects.slice(0,maxFiles).map(end=>`${endText(folder,end)}.`);suspects.length>maxFiles&&ends.push(`${suspects.length-maxFiles} more files are there.`);let name=`${basename(
folder)}/`;return new UserError([`Saved changes are missing from the history: ${shown(path)} was made from them, and ${shown(folder)} does not hold them any mor\
e.`,"A file in there was shortened or removed.",...ends,missing(found2,view,lostHeads(found2,view)),"Nothing was changed."].join(" "),[`Put the undamaged file b\
ack into ${name}, from a backup or from a colleague's copy of the workspace.`,`If ${shown(dirname3(path))} is kept in step with another machine, wait until that\
 is done, then try again.`,`Or, to go on with what is left, move assessment.json away: dbvet rebuilds it from ${name} and keeps a cut end beside its file.`],exitCode.
unfinished)},guardAgainstLoss=(file,folder)=>async view=>{try{await file.changed()&&await file.reread()}catch(error){if(!(error instanceof UserError))throw error;
return"unknown"}let found2=file.db.data;if(found2===null)return"unknown";if(lostHeads(found2,view).length>0)throw lostChanges(file.path,folder,found2,view);return"\
complete"};var upTo=(entries,heads)=>{let wanted=new Set(heads),found2=[];for(let entry of entries.toReversed())if(wanted.has(entry.id)){found2.push(entry);for(let parent of entry.
parents)wanted.add(parent)}return found2.reverse()},firstDifference=(a,b,path)=>{if(typeof a!="object"||typeof b!="object"||a===null||b===null)return path;let[left,
right]=[new Map(Object.entries(a)),new Map(Object.entries(b))];for(let key of new Set([...left.keys(),...right.keys()])){let[l,r]=[left.get(key),right.get(key)];
if(canonicalJson([l])!==canonicalJson([r]))return firstDifference(l,r,`${path}.${key}`)}return path},standingOf=(assessment,path,history)=>{let known=new Set(history.
entries.map(entry=>entry.id));if(!assessment.heads.every(id=>known.has(id)))return"ahead";let current=canonicalJson(assessment.heads)===canonicalJson(history.heads),
then=current?history.state:fold(upTo(history.entries,assessment.heads));if(canonicalJson(then)!==canonicalJson(assessment.state))throw edited(path,firstDifference(
assessment.state,then,"state"));return current?"current":"behind"};import{join as join7}from"node:path";var leftoverMs=864e5,sweep=async(files,paths)=>{let nowMs=(await files.facts(join7(paths.root,lockName)))?.modifiedMs??0;for(let folder of[paths.root,paths.history,
paths.runs,paths.evidence]){if(await files.facts(folder)===void 0)continue;let locked=folder===paths.root||folder===paths.history;for(let name of await files.list(
folder)){if(!name.startsWith(unfinishedPrefix))continue;let path=join7(folder,name),facts=await files.facts(path);facts!==void 0&&(locked||facts.modifiedMs<nowMs-
leftoverMs)&&await removeIfThere(files,path)}}};var holdsSomething=({db})=>db.data!==null,projection=(paths,file,record2,{files,lockTimes})=>{let judged,readFirst=async()=>(await file.reread(),holdsSomething(
file)),inspect=async present=>{await file.changed()&&await readFirst();let found2=file.db.data;if(found2===null||judged===found2)return;let{entries,heads}=present.
view;if(standingOf(found2,file.path,{entries,heads,state:present.state})==="ahead")throw lostChanges(file.path,paths.history,found2,present.view);judged=found2},
isPicture=({view,state})=>judged!==void 0&&judged===file.db.data&&file.tidy()&&judged.head===assessmentOf(view.heads,state).head;return{inspect,upToDate:async present=>isPicture(
present)&&!await file.changed(),readFirst,write:async()=>withLock(paths.root,lockTimes,async stillOurs=>{let present=await record2.readLocked();if(present===void 0)
throw new UserError(`The history in ${shown(paths.history)} is gone.`,["Bring the .jsonl files back, from a backup or from a colleague's copy."]);if(await inspect(
present),isPicture(present))return;await telling("tidy up",paths.root,async()=>sweep(files,paths)),stillOurs();let before=file.db.data;try{let next=assessmentOf(
present.view.heads,present.state);file.db.data=next,await file.db.write(),judged=next}catch(error){throw file.db.data=before,error}})}};import{basename as basename2,join as join9}from"node:path";import{dirname as dirname4,join as join8}from"node:path";var noFile={entries:[],committed:0,torn:new Uint8Array,unterminated:!1,fingerprint:"",size:0},notRecorded="The change was not recorded; everything before it is \
safe.",perhapsRecorded="Whether the change was recorded shows when the workspace is opened again; everything before it is safe.",syncParents=async(files,history)=>{
for(let name of history.notSynced()){let file=await files.open(join8(history.folder,name),"read");try{await file.sync()}finally{await file.close()}history.synced(
name)}},takeBack=async(file,size,written)=>{try{return(await file.facts()).size>size+written?!1:(await file.truncate(size),await file.sync(),!0)}catch{return!1}},
writeGroup=async(files,path,file,was,bytes,begun)=>{let opened=await file.facts();if(opened.kind!=="file"||opened.size!==was.size)throw new UserError(`${shown(path)}\
 changed while it was read. Nothing was changed.`,["Try again."]);return begun(),await writeAll(file,bytes),await file.sync(),was.isNew&&await files.syncFolder(
dirname4(path)),(await file.facts()).fingerprint},letGo=async file=>{try{await file.close()}catch(error){if(errorCode(error)===void 0)throw error}},appendGroup=async(files,history,entries,stillOurs)=>{
let path=join8(history.folder,history.ownFile),own=history.own()??noFile;if(own.torn.length>0)throw new Error("the torn end must be set aside before an append");
let was={size:own.size,isNew:own===noFile},bytes=Buffer.from((own.unterminated?`
`:"")+groupText(entries),"utf8"),mayHold=0,failed=(error,back)=>(history.distrust(),fileTrouble(error,"save the change in",path,back?notRecorded:perhapsRecorded)),
file;try{await syncParents(files,history),file=await files.open(path,"append")}catch(error){throw failed(error,!0)}try{let fingerprint=await writeGroup(files,path,
file,was,bytes,()=>{stillOurs(),mayHold=bytes.length}),size=was.size+bytes.length,line=(own.entries.at(-1)?.line??0)+1,placed=entries.map((entry,i)=>({entry,file:history.
ownFile,line:line+i})),all=[...own.entries,...placed];return history.appended(entries,{...noFile,entries:all,committed:size,fingerprint,size})}catch(error){throw failed(
error,mayHold===0||await takeBack(file,was.size,mayHold))}finally{await letGo(file)}};var withoutBeginning=folder=>new UserError(`The history in ${shown(folder)} has no beginning: nothing in it sets up the workspace. Nothing was changed.`,["Bring\
 the missing .jsonl files back, from a backup or from a colleague's copy."]),openRecord=(root,history,guard,{files,lockTimes,tell})=>{let present,settled,guarded,
take2=view=>{if(view.entries.length===0)return;if(present?.view===view)return present;let state=fold(view.entries);if(state===void 0)throw withoutBeginning(history.
folder);return present={view,state},present},tellTorn=view=>{for(let{file,bytes}of view.torn)tell(`The last ${bytes} bytes of ${shown(join9(history.folder,file))}\
 are an interrupted write that was never confirmed as saved. They are left where they are and do not count.`)},repair=async(mustRepair,confirmed)=>{let aside;try{
aside=await history.setAside()}catch(error){if(mustRepair||!(error instanceof UserError))throw error;tell(error.message)}if(aside===void 0)return!1;let own=shown(
join9(history.folder,history.ownFile)),what=confirmed?`The last write to ${own} was interrupted and never confirmed as saved.`:`The end of ${own} is cut off and\
 does not count; nothing here tells whether it was confirmed as saved.`;return tell(`${what} What there was of it is kept in ${shown(join9(basename2(history.folder),
basename2(aside)))}.`),!0},readLocked=async mustRepair=>{let view=await history.read();if(view===guarded)return take2(view);let judged=await guard(view);return view.
torn.length>0&&(await repair(mustRepair,judged==="complete")&&(view=await history.read()),tellTorn(view)),view.torn.every(({file})=>file!==history.ownFile)&&(guarded=
view),take2(view)};return{read:async()=>{let look=async()=>take2(await history.read()),again=async()=>withLock(root,lockTimes,async()=>readLocked(!1),async()=>{
let found3=await look();return found3!==void 0&&tellTorn(found3.view),found3}),found2;try{found2=await look()}catch(error){if(error instanceof UserError)return again();
throw error}return found2===void 0||found2.view.torn.length===0||found2.view===settled?.view?found2:(settled=await again(),settled)},readLocked:async()=>readLocked(
!0),append:async(changes,meta,onto,stillOurs)=>{let entries=makeEntries(changes,meta,onto?.view.heads??[],(kind,key)=>valueAt(onto?.state,kind,key)),state=fold(
entries,onto?.state);if(state===void 0)throw new Error("the first change must be the settings");let view=await appendGroup(files,history,entries,stillOurs);return present=
{view,state},guarded=view,present}}};import{join as join11}from"node:path";import{createHash}from"node:crypto";import{join as join10}from"node:path";var maxArtifactBytes=100*1024*1024,vaultPath=(folder,hash,ending2)=>{if(!Sha256.safeParse(hash).success)throw new Error(`"${hash}" is not a SHA-256 in hex`);return join10(
folder,hash+ending2)},putBytes=async(files,folder,bytes,ending2,random)=>{let hash=sha256(bytes),path=vaultPath(folder,hash,ending2);return await telling("write",
path,async()=>{await files.makeFolder(folder),await writeWhole(files,path,bytes,random)}),hash},tooLarge=path=>new UserError(`${shown(path)} is larger than ${maxArtifactBytes/
1024/1024} MB, the most that evidence may have. Nothing was copied.`,["Keep it where it is, and add a smaller file that names it and its checksum."]),putFile=async(files,folder,source,random)=>withRegularFile(
files,source,async(file,facts)=>{if(facts.size>maxArtifactBytes)throw tooLarge(source);let hash=createHash("sha256"),bytes=0,digest="";return await telling("wri\
te to",folder,async()=>{await files.makeFolder(folder),await replaceFile(files,folder,random,async copy=>{if(bytes=await telling("read",source,async()=>eachPiece(
file,maxArtifactBytes,async piece=>{hash.update(piece),await telling("write to",folder,async()=>writeAll(copy,piece))})),bytes>maxArtifactBytes)throw tooLarge(source);
return digest=hash.digest("hex"),digest})}),{sha256:digest,bytes}}),putScreened=async(files,folder,source,random,screen)=>{let read=await withRegularFile(files,
source,async(file,facts)=>{if(facts.size>maxArtifactBytes)throw tooLarge(source);let pieces=[];if(await eachPiece(file,maxArtifactBytes,piece=>{pieces.push(Uint8Array.
from(piece))})>maxArtifactBytes)throw tooLarge(source);return Buffer.concat(pieces)}),bytes=await screen(read);return{sha256:await putBytes(files,folder,bytes,"",
random),bytes:bytes.length}},checkFile=async(files,folder,hash)=>{let path=vaultPath(folder,hash,""),there=await telling("read",path,async()=>files.facts(path));
return there===void 0?"missing":there.kind!=="file"?"changed":withRegularFile(files,path,async file=>{let actual=createHash("sha256");return await eachPiece(file,
maxArtifactBytes,piece=>{actual.update(piece)})<=maxArtifactBytes&&actual.digest("hex")===hash?"intact":"changed"})},vaultTrouble=(path,what)=>new UserError(`${shown(
path)} ${what}.`,["Bring the file back, from a backup or from a colleague's copy of the workspace."],exitCode.unfinished);var ending=".json",saveRun=async(files,folder,run2,random)=>{let text=canonicalJson(ProbeRun.parse(run2));return putBytes(files,folder,Buffer.from(text),ending,
random)},readJson=bytes=>{try{let value=JSON.parse(Buffer.from(bytes).toString("utf8"));return nestsDeeper(value)?void 0:value}catch{return}},loadRun=async(files,folder,hash)=>{
let path=join11(folder,Sha256.parse(hash)+ending);if(await telling("read",path,async()=>files.facts(path))===void 0)throw vaultTrouble(path,"is missing: the fac\
ts and findings of that probe run are in no other place");let{bytes}=await readWhole(files,path);if(sha256(bytes)!==hash)throw vaultTrouble(path,"was altered: i\
ts content does not fit its name");let run2=ProbeRun.safeParse(readJson(bytes));if(!run2.success)throw vaultTrouble(path,"is not a probe run that this dbvet can\
 read; a newer one may have written it");return run2.data};var safe=trouble=>`${trouble.message.replace(/ Nothing was changed\.$/,"")} Every change you made is safe in history/.`,lagMs=400,assemble=(paths,writer2,notices,around)=>{
let{files,lockTimes,random,tell}=around,assessment=assessmentFile(files,paths.assessment,random),record2=openRecord(paths.root,historyFolder(files,paths.history,
writer2,random),guardAgainstLoss(assessment,paths.history),around),picture=projection(paths,assessment,record2,around),turn=inTurn(),unwritten=!1,timer,failure,
writeSoon=()=>{timer===void 0&&(timer=setTimeout(()=>{timer=void 0,turn(async()=>{await picture.write(),unwritten=!1}).catch(error=>{error instanceof UserError?
tell(safe(error)):failure=error})},lagMs),timer.unref())},present=async()=>{let found2=await record2.read();if(found2===void 0)throw gone(paths);return found2},
extend=async(changes,meta,beginning)=>withLock(paths.root,lockTimes,async stillOurs=>{let onto=await record2.readLocked();if(beginning&&onto!==void 0)throw alreadyWorkspace(
paths);if(!beginning&&onto===void 0)throw gone(paths);if(changes.length===0&&onto!==void 0)return onto;let next=await record2.append(changes,meta,onto,stillOurs);
return unwritten=!0,writeSoon(),next}),flush=async()=>{if(clearTimeout(timer),timer=void 0,failure!==void 0)throw failure;try{await picture.upToDate(await present())||
await picture.write(),unwritten=!1}catch(error){if(!(error instanceof UserError))throw error;if(unwritten)throw new UserError(safe(error),error.next,error.exitCode);
tell(error.message)}},store={root:paths.root,state:async()=>turn(async()=>(await present()).state),append:async(changes,meta)=>turn(async()=>(await extend(changes,
meta,!1)).state),history:async()=>turn(async()=>(await present()).view.entries),head:async()=>turn(async()=>headHash((await present()).view.heads)),conflicts:async()=>turn(
async()=>conflictsIn((await present()).view.entries)),notices,saveRun:async run2=>saveRun(files,paths.runs,run2,random),loadRun:async sha2562=>loadRun(files,paths.
runs,sha2562),saveEvidence:async(path,screen)=>screen===void 0?putFile(files,paths.evidence,path,random):putScreened(files,paths.evidence,path,random,screen),verifyEvidence:async()=>{
let{evidence}=await store.state(),results=[];for(let{id,fileName,sha256:sha2562}of Object.values(evidence))results.push({id,fileName,result:await checkFile(files,
paths.evidence,sha2562)});return results},flush:async()=>turn(flush)};return{store,begin:async(first,meta)=>{await turn(async()=>extend([first],meta,!0))},look:async()=>turn(
async()=>{let assessment2=await picture.readFirst(),found2=await record2.read();return found2!==void 0&&await picture.inspect(found2),{history:found2!==void 0,assessment:assessment2}})}};var writerPattern=/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,start2=({root,writer:writer2,now},parts)=>{if(!writerPattern.test(writer2))throw new Error(`"${writer2}" can\
not name a history file`);let notices=new Map,clock=now??(()=>new Date),around={files:parts.files??nodeFiles,lockTimes:parts.lockTimes??usualLockTimes,random:parts.
random??(()=>randomBytes(8).toString("hex")),tell:text=>{notices.has(text)||notices.set(text,{at:clock().toISOString(),text})}},paths=pathsOf(resolve2(root));return{
paths,around,...assemble(paths,writer2,()=>[...notices.values()],around)}},found=async(files,paths)=>({assessment:await files.facts(paths.assessment)!==void 0,history:await holdsHistory(
files,paths.history)}),createWorkspace=async({settings,by,at,...place},parts={})=>{let{paths,around,store,begin,look}=start2(place,parts),{files}=around;if(await telling(
"create a workspace in",paths.root,async()=>{let there=await found(files,paths);if(there.assessment)throw there.history?alreadyWorkspace(paths):withoutHistory(paths);
for(let folder of[paths.root,paths.history,paths.runs,paths.evidence,paths.documents]){let facts=await files.facts(folder);if(facts!==void 0&&facts.kind!=="fold\
er")throw new UserError(`${shown(folder)} is in the way: it is not a folder. Nothing was changed.`,["Choose another folder for the workspace, or move that one a\
way."]);await files.makeFolder(folder)}await files.syncFolder(paths.root),await files.syncFolder(dirname5(paths.root))}),(await look()).history)throw alreadyWorkspace(
paths);return await begin({kind:"settings",key:"workspace",after:Settings.parse(settings)},{by,at}),await store.flush(),store},openStore=async(place,parts={})=>{
let{paths,around,store,look}=start2(place,parts),there=await telling("open",paths.root,async()=>found(around.files,paths));if(!there.history)throw there.assessment?
withoutHistory(paths):noWorkspace(paths.root);let{history,assessment}=await look();if(!history)throw assessment?gone(paths):noWorkspace(paths.root);return store};var writerName=({host,user})=>`w-${sha256(JSON.stringify([host,user])).slice(0,8)}`;import{readFileSync,statSync}from"node:fs";var maxBytes=256*1024,step2="Put the template there as a text file, or move it away to use the one that dbvet ships.",readOverride=path=>{let bytes;try{let facts=statSync(
path);if(!facts.isFile())throw new UserError(`${path} is not a regular file.`,[step2]);if(facts.size>maxBytes)throw new UserError(`${path} has ${facts.size} byt\
es; a template may have ${maxBytes} at most.`,[step2]);bytes=readFileSync(path)}catch(error){if(error instanceof UserError)throw error;let code=errorCode(error);
if(code==="ENOENT"||code==="ENOTDIR")return;throw new UserError(`${path} could not be read: ${saidOf(error).what}.`,[saidOf(error).next,"Or move it away, to use\
 the one that dbvet ships."],exitCode.unfinished)}try{return new TextDecoder("utf-8",{fatal:!0}).decode(bytes)}catch(error){throw error instanceof TypeError?new UserError(
`${path} is not UTF-8 text.`,["Save it as UTF-8."]):error}};import{execFile}from"node:child_process";import{readFile,stat as stat2}from"node:fs/promises";import{homedir}from"node:os";import{join as join12}from"node:path";
import{promisify}from"node:util";var run=promisify(execFile),passwordFromPgpass=(text,endpoint,identity)=>{for(let line of text.split(/\r?\n/)){if(line.startsWith("#")||line.trim()==="")continue;
let fields=(line.match(/(?:\\.|[^:\\])+|(?<=^|:)(?=:|$)/g)??[]).map(f=>f.replace(/\\(.)/g,"$1"));if(fields.length<5)continue;let[host,port,database,user]=fields,
wanted=[endpoint.host,String(endpoint.port),identity.database,identity.user];if([host,port,database,user].every((field,i)=>field==="*"||field===wanted[i]))return fields.
slice(4).join(":")}},fromPgpass=async(env,target,identity)=>{let path=env.PGPASSFILE??join12(homedir(),".pgpass"),text;try{let info=await stat2(path);if(process.
platform!=="win32"&&(info.mode&63)!==0)throw new UserError(`${path} can be read by others and is not used.`,[`Run: chmod 600 ${path}`],exitCode.unfinished);text=
await readFile(path,"utf8")}catch(error){if(error instanceof UserError)throw error;return}for(let endpoint of target.endpoints){let found2=passwordFromPgpass(text,
endpoint,identity);if(found2!==void 0)return found2}},fromCommand=async(command,name)=>{try{let shell=process.platform==="win32"?["cmd","/c"]:["/bin/sh","-c"],running=run(
shell[0]??"",[shell[1]??"",command],{maxBuffer:64*1024}),{child}=running,end=()=>{child.kill()};process.once("exit",end);let patience=setTimeout(end,3e4).unref();
child.unref();for(let stream of[child.stdout,child.stderr])stream?.unref?.();let{stdout}=await running.finally(()=>{clearTimeout(patience),process.off("exit",end)});
return stdout.replace(/\r?\n[\s\S]*$/,"")||void 0}catch(error){let code=typeof error=="object"&&error!==null&&"code"in error?String(error.code):"an error";throw new UserError(
`The password command of ${name} ended with ${code}.`,["Run it by hand in the same shell, and see that it prints the password as its first line."],exitCode.unfinished)}},
createSecrets=env=>{let known=new Map,resolve4=async(target,identity)=>{let source=identity.credential??{from:"pgpass"};switch(source.from){case"env":return env[source.
variable]===""?void 0:env[source.variable];case"command":return fromCommand(source.command,target.name);case"pgpass":return fromPgpass(env,target,identity);case"\
prompt":{if(!process.stdin.isTTY)return;let{askSecret}=await import("./ask-secret-NYVHSBPM.js");return askSecret(`Password of ${identity.user} on ${target.name}`)}}};
return(target,identity)=>{let key=`${target.id}/${identity.role}/${identity.user}/${identity.database}`,found2=known.get(key)??resolve4(target,identity);return known.
set(key,found2),found2}};var contentFolder=new URL("../content/",import.meta.url),fontFolder=new URL("../fonts/",import.meta.url),shippedContent=async()=>JSON.parse(await readFile2(new URL(
"content.json",contentFolder),"utf8")),wholeContent=async()=>{let{joinContent}=await import("./framework-lists-7XMAUAOQ.js"),lists=await readFile2(new URL("framewor\
ks.json",contentFolder),"utf8");return joinContent(await shippedContent(),JSON.parse(lists))},shippedChecks=async()=>JSON.parse(await readFile2(new URL("checks.\
json",contentFolder),"utf8")),plannedChecks=async()=>JSON.parse(await readFile2(new URL("planned-checks.json",contentFolder),"utf8")),authorFrom=(by,env)=>{let known,
find=()=>{for(let name of[by,env.DBVET_USER,gitName(),loginName()]){let trimmed=name?.trim()??"";if(trimmed!=="")return trimmed.slice(0,120)}return"unknown"};return()=>Promise.
resolve(known??=find())},gitName=()=>{try{return execFileSync("git",["config","user.name"],{stdio:["ignore","pipe","ignore"],timeout:2e3}).toString()}catch{return}},
loginName=()=>{try{return userInfo().username}catch{return}},newTargetId=()=>`t-${randomBytes2(5).toString("hex")}`,writer=()=>writerName({host:hostname(),user:loginName()??
"unknown"}),workspaceOf=globals=>globals.workspace===void 0?findWorkspace(process.cwd()):Promise.resolve(resolve3(globals.workspace)),probeRunner=async clock=>{
let{createProbeRunner,families}=await import("./probes-3S7HBRUG.js");return createProbeRunner({families,clock})},screenFile=async bytes=>{let{screenBytes}=await import("./secrets-ZPJ5BBEX.js");
return screenBytes(bytes)},openProject=async(globals,tell=note=>process.stderr.write(`Note: ${note}
`))=>{let root=await workspaceOf(globals);if(root===void 0)throw new UserError("There is no dbvet workspace here.",["Create one with: dbvet init","Or name one w\
ith: --workspace DIR"]);let{clock,fixed}=clockFrom(process.env),store=await openStore({root,writer:writer()});for(let{text}of store.notices())tell(text);let shipped=await shippedContent(),
content=await loadContent(shipped,root,wholeContent);return{store,content,wholeContent:()=>content===shipped?wholeContent():Promise.resolve(content),checks:await shippedChecks(),
clock,fixedClock:fixed,by:authorFrom(globals.by,process.env),newTargetId,probes:()=>probeRunner(clock),documents:async()=>{let{createRenderer}=await import("./documents-TXVFQUOQ.js");
return createRenderer({readTemplate:path=>readFileSync2(new URL(`templates/${path}`,contentFolder),"utf8"),readFont:name=>readFileSync2(new URL(name,fontFolder)),
overrides:path=>readOverride(join13(root,"templates",path))})},screen:screenFile,onRedacted:redacted=>{process.stderr.write(`${redactedSentence(redacted)}
`)},secret:createSecrets(process.env),version:dbvetVersion(),offline:globals.offline===!0,runCache:new Map}};export{findWorkspace,createWorkspace,createSecrets,shippedContent,wholeContent,shippedChecks,plannedChecks,authorFrom,newTargetId,writer,workspaceOf,probeRunner,
screenFile,openProject};
