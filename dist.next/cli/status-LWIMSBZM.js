import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{evaluate}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import{aboutTime}from"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";
import"./chunk-QOFYYV2G.js";import"./chunk-QNBPVQJI.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-QXV5ZSR3.js";
import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4OUI2SMR.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";
import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";
import"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var printStatus=async(project,globals)=>{let evaluation=await evaluate(project,await project.store.state()),output=processOutput(process);globals.json===!0?output.
json(statusJson(evaluation)):printForPeople(output,evaluation)},statusJson=evaluation=>({at:evaluation.at,organisation:evaluation.organisation,profiles:evaluation.
profiles,coverage:evaluation.score.coverage,left:evaluation.left,score:evaluation.score,controls:evaluation.controls.map(c=>({id:c.id,target:c.targetName,control:c.
control,requirement:c.requirement,state:c.state,assurance:c.assurance,stale:c.stale,waived:c.waived,because:c.because})),contradictions:evaluation.contradictions.
map(c=>({id:c.id,target:c.targetName,control:c.control,severity:c.severity,text:c.text,resolved:c.resolution!==void 0,...c.reopened===void 0?{}:{reopened:c.reopened}})),
risks:evaluation.risks.map(r=>({id:r.id,target:r.targetName,risk:r.risk,title:r.definition.title,inherent:r.inherent,claimed:r.claimed,verified:r.verified,accepted:r.
accepted})),targets:evaluation.targets.map(({target,score,lastRun,...rest})=>({name:target.name,kind:target.kind,...rest,coverage:score.coverage,...lastRun===void 0?
{}:{lastRun}})),evidence:evaluation.evidence.filter(isIdle).map(e=>({id:e.id,title:e.title,targets:e.targets,remarks:e.remarks})),next:evaluation.next}),isIdle=e=>e.
expired||e.notYet||!e.accepted,leftSentence=({left,targets})=>{let sum=of=>targets.reduce((total,t)=>total+of(t),0),[fresh,dormant,optional]=[sum(t=>t.fresh),sum(
t=>t.dormant),sum(t=>t.optional)],one=left.questions===1;return[left.questions===0?"Every question that the profile asks is answered.":`${left.questions} ${one?
"question is":"questions are"} left, ${aboutTime(left.seconds)}.`,...fresh===0?[]:[`${fresh} of them ${fresh===1?"is":"are"} new since the questions were update\
d.`],...optional===0?[]:[`${optional} more apply that the profile does not ask for.`],...dormant===0?[]:[`${dormant} ${dormant===1?"answer is":"answers are"} ke\
pt but dormant: what they were asked for no longer applies.`]].join(" ")},printForPeople=(output,evaluation)=>{let{style}=output;output.line(`${style.bold(evaluation.
organisation)} \xB7 ${evaluation.profiles.join(", ")}`),output.line();let rows=evaluation.targets.map(t=>[t.target.name,t.target.kind,`${t.answered}/${t.asked}`,
String(t.verified),t.failing>0?style.bad(`${t.failing}${t.criticalFailing>0?` (${t.criticalFailing} critical)`:""}`):"0",String(t.unknown),t.contradictions>0?style.
warn(String(t.contradictions)):"0",t.expires===void 0?style.sign["not-applicable"]:`${t.expires.what} ${t.expires.inDays} d`]);output.table([["target","kind","a\
nswered","verified","failing","unknown","contradicted","expires"].map(style.dim),...rows],[2,3,4,5,6]);let{score}=evaluation;output.line(),output.line(leftSentence(
evaluation)),output.line(`Known: ${score.known} of ${score.applicable} controls that apply. Of these, ${score.met} are met and ${score.notMet} are not.`);for(let contradiction of evaluation.
contradictions.filter(c=>c.resolution===void 0))output.line(),output.line(`${style.warn(style.sign.contradicted)} ${style.bold(contradiction.id)}`),output.line(
wrap(contradiction.text,Math.min(output.columns,110),"  "));let idle=evaluation.evidence.filter(isIdle);if(idle.length>0){output.line(),output.line(style.bold("\
Evidence that does not count"));for(let e of idle){let text=`${e.title} (${e.id}, ${e.targets.join(", ")}): ${e.remarks.join("; ")}.`;output.line(wrap(text,Math.
min(output.columns,110),"  ","    "))}}evaluation.next.length!==0&&(output.line(),output.line(style.bold("Next, in order of risk reduced")),evaluation.next.slice(
0,7).forEach((step,i)=>{let width=Math.min(output.columns,110);output.line(wrap(`${i+1}. ${step.text}`,width,"  ","     "));let control=evaluation.controls.find(
c=>c.target===step.target&&c.control===step.control);step.kind==="failure"&&control!==void 0&&output.line(style.dim(wrap(control.because,width,"     ")))}))};export{printStatus};
