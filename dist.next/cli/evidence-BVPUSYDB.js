import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findControl,findKind,linkOf}from"./chunk-TG4TOSSY.js";import{hasTerminal}from"./chunk-OLSHZ77G.js";import{evaluate,record}from"./chunk-FFCJAQ4Z.js";
import"./chunk-4SSOOD5Q.js";import"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import{redactSecrets}from"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";
import{byKind,linesWords}from"./chunk-XNTMTYOK.js";import"./chunk-QNBPVQJI.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-QXV5ZSR3.js";
import{acceptedKinds}from"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";
import{addDays,dayOf}from"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";
import{Day,sha256}from"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";
import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";import{basename}from"node:path";var day=(text,option)=>{if(!Day.safeParse(text).success)throw new UserError(`${option} wants a day such as 2026-06-30, not ${JSON.stringify(plainText(text,40))}\
.`);return text},lastDay=(effective,kind,before)=>effective===before?.effective&&kind?.id===before.kind?before.validUntil:kind?.validDays===void 0?before?.validUntil:
addDays(effective,kind.validDays),missing=kind=>{throw new UserError("Evidence needs --valid-until: the last day on which it convinces.",[kind===void 0?"Or name\
 its kind with --kind, as most kinds say how long they convince: dbvet evidence kinds --for CONTROL":"Take the day from the document itself."])},datesOf=(input,kind,before,today)=>{
let effective=day(input.effective??before?.effective??today,"--effective"),collected=day(input.collected??before?.collected??today,"--collected"),validUntil=day(
input.validUntil??lastDay(effective,kind,before)??missing(kind),"--valid-until");if(validUntil<effective)throw new UserError(`--valid-until ${validUntil} lies b\
efore --effective ${effective}.`);return{effective,collected,validUntil}};var refuseSecrets=(fileName,redacted)=>{if(redacted.length===0)return;let found=byKind(redacted).map(kind=>`${kind.kind} (${linesWords(kind)})`);throw new UserError(
`${plainText(fileName,200)} has secrets in it: ${found.join("; ")}. Nothing was stored.`,["Take them out yourself and add the file again, or leave --refuse-secr\
ets away: then a redacted copy is kept."])};var idOf=(state,hash)=>{let digits=10;for(;;){let id=`e-${hash.slice(0,digits)}`,there=state.evidence[id];if(there===void 0||there.sha256===hash)return id;digits+=
2}},screenedParts=({looked,redacted},before)=>{if(redacted.length>0)return{screened:looked,redacted:byKind(redacted)};let known=before?.redacted;return{screened:looked,
...known===void 0?{}:{redacted:known}}},cleanName=text=>plainText(redactSecrets(text).text,200),namesOf=(input,kind,before)=>{let fileName=before?.fileName??cleanName(
basename(input.path)),kept=input.kind===void 0?before?.title:void 0,note=input.note??before?.note;return{fileName,title:cleanName(input.title??kept??kind?.title??
fileName),...note===void 0?{}:{note}}},evidenceOf=async(project,input,state,screened)=>{let at=project.clock().toISOString(),hash=sha256(screened.bytes),id=idOf(
state,hash),before=state.evidence[id],links=before?.links??[],kind=findKind(project.content,input.kind??before?.kind),newLinks=input.controls.map(name=>linkOf(state,
findControl(project.content,name),input.target)).filter(({target,control})=>!links.some(l=>l.target===target&&l.control===control));return{evidence:{id,sha256:hash,
bytes:screened.bytes.length,...namesOf(input,kind,before),...kind===void 0?{}:{kind:kind.id},links:[...links,...newLinks],...datesOf(input,kind,before,dayOf(at)),
...screenedParts(screened,before),by:await project.by(),at},known:before!==void 0,newLinks}},addEvidence=async(project,input)=>{let state=await project.store.state();
findKind(project.content,input.kind);for(let name of input.controls)linkOf(state,findControl(project.content,name),input.target);let added=[];await project.store.
saveEvidence(input.path,async bytes=>{let screened=await project.screen(bytes);return input.refuseSecrets===!0&&refuseSecrets(basename(input.path),screened.redacted),
added.push(await evidenceOf(project,input,state,screened)),screened.bytes});let[result]=added;if(result===void 0)throw new Error("the store did not ask what to \
keep");return await record(project,[{kind:"evidence",key:result.evidence.id,after:result.evidence}],input.note),result};var commonKinds=(content,controls)=>{let[first=[],...others]=controls.map(id=>acceptedKinds(findControl(content,id),content.evidenceKinds));return first.filter(
kind=>others.every(list=>list.includes(kind)))},withKind=async(project,input,globals,output)=>{if(input.kind!==void 0||!hasTerminal()||globals.json===!0)return input;
let kinds=commonKinds(project.content,input.controls);if(kinds.length===0)return input;let{askKind}=await import("./ask-kind-L34GT42T.js"),kind=await askKind(
output,kinds);return kind===void 0?input:{...input,kind}},suggestKind=(project,{controls},{evidence},output)=>{let kinds=commonKinds(project.content,controls);evidence.
kind!==void 0||kinds.length===0||output.note(`Nobody said of what kind it is. ${controls.join(", ")} accepts: ${kinds.map(k=>k.id).join(", ")}. Add it again wit\
h --kind.`)},tellSecrets=(output,{evidence})=>{let{redacted=[],screened}=evidence;if(screened==="binary"&&output.line("This is no text, and dbvet did not look i\
nto it: see for yourself that it holds no password or key."),redacted.length===0)return;output.line("It is a redacted copy: secrets were taken out, and the orig\
inal was copied nowhere.");for(let kind of redacted)output.line(`  ${kind.kind}: ${linesWords(kind)}`);let control=evidence.links[0]?.control??"CONTROL";output.
line(wrap(`To say where the original is kept, add the file again with: dbvet evidence add FILE --for ${control} --note "the original is kept in \u2026". Where others\
 could read it, change these secrets.`,Math.min(output.columns,110)))},addOne=async(project,input,globals)=>{let output=processOutput(process),added=await addEvidence(
project,await withKind(project,input,globals,output)),{evidence,known,newLinks}=added;if(suggestKind(project,input,added,output),globals.json===!0){output.json(
evidence);return}let controls=newLinks.map(link=>link.control).join(", ");output.line(known?`This content is kept already, as ${evidence.id}: ${controls===""?"i\
t was linked to that before":`it now stands beside ${controls} as well`}.`:`Kept ${evidence.fileName} as ${evidence.id} (${evidence.bytes} bytes, SHA-256 ${evidence.
sha256}).`),output.line(`Effective ${evidence.effective}, collected ${evidence.collected}, valid until ${evidence.validUntil}.`),tellSecrets(output,added);let remarks=((await evaluate(
project,await project.store.state())).evidence.find(e=>e.id===evidence.id)?.remarks??[]).filter(remark=>remark!=="a redacted copy");remarks.length>0&&output.line(
`Mind: ${remarks.join("; ")}.`)},listEvidence=async(project,globals)=>{let evaluation=await evaluate(project,await project.store.state()),output=processOutput(process);
if(globals.json===!0){output.json({evidence:evaluation.evidence});return}if(evaluation.evidence.length===0){output.line("No evidence yet. Add some with: dbvet e\
vidence add FILE --for CONTROL");return}let{style}=output;output.table([["id","title","effective","convinces until","for","remarks"].map(style.dim),...evaluation.
evidence.map(e=>{let remarks=e.remarks.join("; ");return[e.id,e.title,e.effective,e.until,[...new Set(e.links.map(link=>link.control))].join(", "),e.expired||e.
notYet||!e.accepted?style.bad(remarks):remarks]})])},verdicts={intact:"as it was when it was added",missing:"is no longer in the vault",changed:"was changed aft\
er it was added"},verifyEvidence=async(project,globals)=>{let results=await project.store.verifyEvidence(),wrong=results.filter(r=>r.result!=="intact"),output=processOutput(
process);if(globals.json===!0)output.json({evidence:results});else{let{style}=output;output.table(results.map(r=>[r.result==="intact"?style.good(style.sign.pass):
style.bad(style.sign.fail),r.id,r.fileName,verdicts[r.result]])),output.line(`${results.length-wrong.length} of ${results.length} artifacts are intact.`),wrong.
length>0&&output.line("Bring the file back from a backup or from a copy of the workspace, or add the proof anew: what is missing or changed proves nothing.")}return wrong.
length>0?exitCode.findings:exitCode.done};export{addOne,listEvidence,verifyEvidence};
