import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{record}from"./chunk-FFCJAQ4Z.js";import{effectiveProfile}from"./chunk-4SSOOD5Q.js";var runProbes=async(project,state,targets,options)=>{let runner=await project.probes(),reports=targets.map(()=>{}),nextIndex=0,trouble,keepFirst=error=>{trouble??=
error instanceof Error?error:new Error(String(error))},worker=async()=>{for(let i=nextIndex++;i<targets.length;i=nextIndex++){let target=targets[i];if(target===
void 0||options.signal.aborted)return;let report=await runner.probe({target,secret:identity=>project.secret(target,identity).catch(error=>{throw keepFirst(error),
error}),...options.only===void 0?{}:{only:options.only},timeoutMs:options.timeoutMs,allowUnverified:options.allowUnverified,plaintextTest:options.plaintextTest,
offline:project.offline,thresholds:effectiveProfile(project.content,target.profiles??state.settings.profiles).thresholds,signal:options.signal,onEvent:options.onEvent});
reports[i]=report,options.onReport?.(report),options.record&&await recordRun(project,report).catch(keepFirst)}};if(await Promise.all(Array.from({length:Math.max(
1,options.concurrency)},worker)),trouble!==void 0)throw trouble;return reports.filter(report=>report!==void 0)},recordRun=async(project,report)=>{let run={schema:"\
dbvet/probe-run@1",dbvet:project.version,report},sha256=await project.store.saveRun(run);project.runCache.set(sha256,run),await record(project,[{kind:"run",key:sha256,
after:{target:report.target,sha256,startedAt:report.startedAt,finishedAt:report.finishedAt,status:report.status,by:await project.by()}}])};export{runProbes};
