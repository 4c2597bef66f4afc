import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{evaluate}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import{atLeast,
bySeverity}from"./chunk-QOFYYV2G.js";import"./chunk-QNBPVQJI.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-QXV5ZSR3.js";
import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4OUI2SMR.js";import"./chunk-XIQIQSSR.js";import{daysBetween}from"./chunk-NHNF3JRI.js";
import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";
import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var checkGate=(evaluation,options)=>{let failures=evaluation.findings.filter(f=>f.outcome==="fail"&&f.waiver===void 0&&atLeast(f.severity,options.failOn)),unknown=unknownProblems(
evaluation);return[...emptyProblems(evaluation),...failures.map(f=>({kind:"failure",severity:f.severity,id:f.id,text:`${f.title}: ${f.observed}`})),...contradictionProblems(
evaluation),...notMetProblems(evaluation,options.failOn,failures),...unknown.length>options.maxUnknown?unknown:[],...options.maxAge===void 0?[]:ageProblems(evaluation,
options.maxAge)]},emptyProblems=evaluation=>evaluation.controls.some(c=>c.state!=="unknown"&&c.state!=="not-applicable")?[]:[{kind:"empty",severity:"high",id:evaluation.
organisation,text:"Nothing has been answered or probed yet: an empty assessment is not a pass."}],contradictionProblems=evaluation=>evaluation.controls.flatMap(
control=>control.state==="contradicted"?[{kind:"contradiction",severity:control.definition.severity,id:control.id,text:control.contradiction?.text??control.because}]:
[]),notMetProblems=(evaluation,failOn,listed)=>{let said=new Set(listed.flatMap(f=>f.controls.map(control=>`${f.target}/${control}`)));return evaluation.controls.
filter(c=>c.state==="not-met"&&c.requirement==="mandatory"&&!c.waived&&atLeast(c.definition.severity,failOn)&&!said.has(`${c.target}/${c.control}`)).map(c=>({kind:"\
not-met",severity:c.definition.severity,id:c.id,text:`${c.definition.title}: ${c.because}`}))},unknownProblems=evaluation=>evaluation.controls.filter(c=>c.state===
"unknown"&&c.requirement==="mandatory").map(c=>({kind:"unknown",severity:c.definition.severity,id:c.id,text:`${c.definition.title}: ${c.because}`})),ageProblems=(evaluation,maxAge)=>evaluation.
targets.flatMap(({target,lastRun})=>{if(target.kind!=="database")return[];let age=lastRun===void 0?void 0:daysBetween(lastRun.at,evaluation.at);if(age!==void 0&&
age<=maxAge)return[];let text=age===void 0?"It was never probed.":`The last probe is ${age} days old; ${maxAge} are allowed.`;return[{kind:"age",severity:"high",
id:target.name,text}]});var count=(text,option)=>{if(!/^\d{1,6}$/.test(text))throw new UserError(`${option} wants a whole number, not ${JSON.stringify(text)}.`);return Number(text)},runGate=async(project,options,globals)=>{
let evaluation=await evaluate(project,await project.store.state()),problems=checkGate(evaluation,{failOn:options.failOn,maxUnknown:count(options.maxUnknown,"--m\
ax-unknown"),...options.maxAge===void 0?{}:{maxAge:count(options.maxAge,"--max-age")}}),output=processOutput(process),{score}=evaluation;if(globals.json===!0)output.
json({pass:problems.length===0,failOn:options.failOn,coverage:score.coverage,problems});else{let{style}=output;for(let problem of[...problems].sort((a,b)=>bySeverity(
a.severity,b.severity))){let sign=problem.kind==="unknown"||problem.kind==="age"||problem.kind==="empty"?style.sign.unknown:problem.kind==="contradiction"?style.
warn(style.sign.contradicted):style.bad(style.sign.fail);output.line(`${sign} ${problem.severity}  ${style.bold(problem.id)}`),output.line(wrap(problem.text,Math.
min(output.columns,110),"    "))}problems.length>0&&output.line(),output.line(`${problems.length===0?"Pass":`Stopped at ${problems.length} ${problems.length===1?
"problem":"problems"}`}: ${score.known} of ${score.applicable} controls that apply are known.`)}return problems.length>0?exitCode.findings:exitCode.done};export{runGate};
