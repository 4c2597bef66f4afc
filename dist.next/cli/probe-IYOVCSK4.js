import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{explainRun}from"./chunk-SWSC6R7Z.js";import{interruptible}from"./chunk-OLSHZ77G.js";import{runProbes}from"./chunk-U5WSLK23.js";import{checkCaFile,
databaseFrom,isConnectionUrl}from"./chunk-65ULX6OV.js";import{canProbe,probeable}from"./chunk-332AV6EN.js";import"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";
import{findTarget,liveTargets}from"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import{atLeast,bySeverity}from"./chunk-QOFYYV2G.js";
import{authorFrom,createSecrets,newTargetId,openProject,probeRunner,screenFile,shippedChecks,shippedContent,wholeContent,workspaceOf}from"./chunk-C7ZK33BT.js";
import"./chunk-XNTMTYOK.js";import{clockFrom}from"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";import"./chunk-26OHVHDZ.js";
import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import{toTargetOptions}from"./chunk-KFDKYMIM.js";import{dbvetVersion}from"./chunk-2NB3MYZZ.js";
import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import{controlsOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";import"./chunk-4OUI2SMR.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";import{splitGrant}from"./chunk-DTJB5REZ.js";
import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";
import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var unboundProject=async globals=>{let{clock,fixed}=clockFrom(process.env),content=await shippedContent(),nothing=()=>Promise.reject(new UserError("There is no \
dbvet workspace here.",["Create one with: dbvet init"]));return{store:{root:process.cwd(),state:()=>Promise.resolve({settings:{organisation:"none",profiles:["st\
artup"],confidentiality:"Confidential",createdAt:clock().toISOString()},targets:{},answers:{},evidence:{},waivers:{},resolutions:{},decisions:{},runs:{},marks:{}}),
append:nothing,history:nothing,head:nothing,saveRun:nothing,loadRun:nothing,saveEvidence:nothing,verifyEvidence:nothing,flush:()=>Promise.resolve()},content,wholeContent,
checks:await shippedChecks(),clock,fixedClock:fixed,by:authorFrom(globals.by,process.env),newTargetId,probes:()=>probeRunner(clock),documents:nothing,screen:screenFile,
secret:createSecrets(process.env),version:dbvetVersion(),offline:globals.offline===!0,runCache:new Map}};var liveProgress=(stream,targets)=>{if(!stream.isTTY||process.env.TERM==="dumb")return{event:()=>{},done:()=>{}};let names=new Map(targets.map(target=>[target.id,
target.name])),finished=0,pass=0,fail=0,unknown=0,write=now=>{let text=`Probing ${targets.length===1?"1 target":`${targets.length} targets`}  ${finished} done  ${pass}\
 pass  ${fail} fail  ${unknown} unknown  ${now}`;stream.write(`\r\x1B[2K${text.slice(0,Math.max(20,stream.columns-1))}`)};return{event:event=>{switch(event.kind){case"\
started":write(names.get(event.target)??"");break;case"step":write(`${names.get(event.target)??""}: ${plainText(event.text,60)}`);break;case"finding":event.finding.
outcome==="pass"?pass++:event.finding.outcome==="fail"?fail++:event.finding.outcome==="unknown"&&unknown++;break;case"finished":finished++,write("");break}},done:()=>{
stream.write("\r\x1B[2K")}}};var byWeight=(a,b)=>bySeverity(a.severity,b.severity)||(a.check<b.check?-1:a.check>b.check?1:0),whyLine=({name,why})=>why===void 0?void 0:`${name}: ${why.text}.\
 ${why.next}`,printReports=(output,reports,verbose)=>{let width=Math.min(Math.max(output.columns,60),120),lines=reports.flatMap(told=>whyLine(told)??[]);for(let text of lines)
output.line(output.style.warn(wrap(text,width,"","  ")));lines.length>0&&output.line(),reports.forEach((told,i)=>{i>0&&output.line(),printReport(output,told,width,
verbose)})},statusText=({status,reason})=>reason===void 0?status:`${status}: ${reason}`,printReport=(output,{name,report},width,verbose)=>{let{style}=output,of=outcome=>report.
findings.filter(f=>f.outcome===outcome).sort(byWeight),failed=of("fail"),unknown=[...of("unknown"),...of("error")],counts=[...report.status==="complete"?[]:[style.
warn(statusText(report))],style.good(`${of("pass").length} pass`),failed.length>0?style.bad(`${failed.length} fail`):"0 fail",`${unknown.length} unknown`,`${of(
"not-applicable").length} not applicable`,`${report.connections} connections`,`${(report.durationMs/1e3).toFixed(2)} s`];output.line(`${style.bold(name)}  ${counts.
join(" \xB7 ")}`);for(let finding of failed){output.line();let object=finding.object===void 0?"":` \xB7 ${finding.object}`;output.line(`  ${style.bad(style.sign.
fail)} ${style.bold(finding.severity)}  ${finding.title}${object}`),output.line(wrap(finding.observed,width,"      ")),output.line(style.dim(wrap(`Expected: ${finding.
expected}`,width,"      "))),output.line(style.dim(wrap(`Mend: ${finding.remediation}`,width,"      "))),output.line(style.dim(`      ${finding.check} \xB7 ${finding.
endpoint}`))}if((verbose||report.status!=="unreachable")&&printUnknown(output,unknown,width,verbose),!!verbose){output.line();for(let finding of[...of("pass"),...of(
"not-applicable")]){let sign=finding.outcome==="pass"?style.good(style.sign.pass):style.sign["not-applicable"];output.line(`  ${sign} ${finding.check}${finding.
object===void 0?"":` \xB7 ${finding.object}`}`),output.line(style.dim(wrap(finding.observed,width,"      ")))}}},printUnknown=(output,unknown,width,verbose)=>{if(unknown.
length!==0){output.line(),output.line(`  ${output.style.sign.unknown} Could not be seen:`);for(let findings of groupsOf(unknown)){let[first]=findings;if(first===
void 0)continue;let{reason="internal-error",grant,observed}=first,alike=findings.every(f=>f.observed===observed),right=grant===void 0?void 0:splitGrant(grant),what=`${findings.
length} ${reason}${alike?`: ${observed}`:""}`;output.line(wrap(what,width,"      "));let names=[...new Set(findings.map(f=>verbose?f.check:f.title))];if((verbose||
names.length<=mostNamed)&&output.line(output.style.dim(wrap(names.join("; "),width,"        "))),right===void 0)continue;let label=right.caution===void 0?"To se\
e it":"The right for it";output.line(wrap(`${label}: ${right.statement}`,width,"        ")),right.caution!==void 0&&output.line(wrap(right.caution,width,"      \
  "))}verbose||output.line(output.style.dim("      --verbose names each check."))}},mostNamed=4,groupsOf=findings=>{let groups=new Map;for(let finding of findings){
let key=`${finding.reason??""}\0${finding.grant??""}`;groups.set(key,[...groups.get(key)??[],finding])}return[...groups.values()]};var wholeNumber=(text,option,min,max)=>{let value=Number(text);if(!Number.isInteger(value)||value<min||value>max)throw new UserError(`${option} wants a whole nu\
mber from ${min} to ${max}, not ${JSON.stringify(text)}.`);return value},checkOnly=async only=>{let known=(await shippedChecks()).map(check=>check.id);for(let id of only??
[]){if(known.includes(id))continue;let near=nearest(id,known);throw new UserError(`There is no check ${JSON.stringify(id)}.`,[near===void 0?"List them with: dbv\
et probe --list":`Did you mean ${near}?`])}},probeTargets=async(names,options,globals)=>{await checkOnly(options.only);let limits={timeoutMs:wholeNumber(options.
timeout,"--timeout",100,6e5),concurrency:wholeNumber(options.concurrency,"--concurrency",1,64)},urls=names.filter(isConnectionUrl);if(urls.length>0&&urls.length<
names.length)throw new UserError("Probe either recorded targets by name, or URLs: not both at once.");await checkCaFile(options.ca);let recorded=urls.length===0,
root=recorded?void 0:await workspaceOf(globals),project=recorded||root!==void 0?await openProject(globals):await unboundProject(globals);try{let state=await project.
store.state(),targets=recorded?names.length===0?liveTargets(state).filter(canProbe):names.map(name=>probeable(findTarget(state,name))):urls.map((url,i)=>fromUrl(
project,url,i,options));if(targets.length===0)throw new UserError("There is no database target to probe yet.",["Add one with: dbvet target add prod postgres://d\
bvet@HOST:5432/DATABASE --password-env PROD_PW"]);let output=processOutput(process);options.plaintextTest&&!project.offline&&targets.some(t=>t.identities.length>
0)&&output.note("Trying whether plaintext is refused: user and database names are sent in clear, and the server may log failed logins (--no-plaintext-test skips\
 this).");let progress=liveProgress(process.stderr,targets),interrupt=interruptible(),reports=[];try{await runProbes(project,state,targets,{...limits,...options.
only===void 0?{}:{only:options.only},allowUnverified:options.allowUnverified===!0,plaintextTest:options.plaintextTest,record:recorded&&options.record,signal:interrupt.
signal,onEvent:progress.event,onReport:report=>reports.push(report)})}finally{progress.done(),interrupt.done(),show(output,project.content,targets,reports,{...options,
recorded},globals)}return interrupt.signal.aborted?exitCode.cancelled:exitOf(reports,options)}finally{await project.store.flush()}},fromUrl=(project,url,i,options)=>probeable(
databaseFrom({id:project.newTargetId(),name:i===0?"url":`url-${i+1}`,createdAt:project.clock().toISOString()},url,toTargetOptions(connectionOnly(options)))),connectionOnly=options=>({
ca:options.ca,pin:options.pin,clientCert:options.clientCert,clientKey:options.clientKey,passwordEnv:options.passwordEnv,passwordCommand:options.passwordCommand,
askPassword:options.askPassword,as:options.as,replica:options.replica,pooler:options.pooler,platform:options.platform,expect:options.expect}),exitOf=(reports,options)=>{
if(reports.some(report=>report.status!=="complete"))return exitCode.unfinished;let threshold=options.failOn;return threshold===void 0?exitCode.done:reports.some(
r=>r.findings.some(f=>f.outcome==="fail"&&atLeast(f.severity,threshold)))?exitCode.findings:exitCode.done},summaryOf=reports=>{let findings=reports.flatMap(report=>report.
findings),count=outcome=>findings.filter(f=>f.outcome===outcome).length;return{pass:count("pass"),fail:count("fail"),notApplicable:count("not-applicable"),unknown:count(
"unknown"),error:count("error")}},show=(output,content,targets,given,options,globals)=>{let names=new Map(targets.map(target=>[target.id,target.name])),order=targets.
map(target=>target.id),reports=given.toSorted((a,b)=>order.indexOf(a.target)-order.indexOf(b.target)),told=reports.map(report=>{let target=targets.find(({id})=>id===
report.target),why=target&&explainRun(target,report,{recorded:options.recorded});return{name:names.get(report.target)??report.target,report,why}});if(globals.json!==
!0){printReports(output,told,options.verbose===!0);return}for(let line of told.flatMap(one=>whyLine(one)??[]))output.note(line);let controls=controlsOf(content),
starts=reports.map(r=>r.startedAt).sort(),ends=reports.map(r=>r.finishedAt).sort();output.json({schema:"dbvet/probe-report@1",startedAt:starts[0],finishedAt:ends.
at(-1),targets:reports.map(report=>({...report,target:names.get(report.target)??report.target,findings:report.findings.map(finding=>({...finding,controls:controls.
filter(c=>c.checks.some(({check})=>check===finding.check)).map(c=>c.id)}))})),summary:summaryOf(reports)})};export{probeTargets,summaryOf};
