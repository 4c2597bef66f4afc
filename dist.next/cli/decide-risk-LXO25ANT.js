import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{evaluate,record}from"./chunk-FFCJAQ4Z.js";import{effectiveProfile}from"./chunk-4SSOOD5Q.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";
import"./chunk-QOFYYV2G.js";import"./chunk-QNBPVQJI.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";
import"./chunk-4OUI2SMR.js";import{nearest}from"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";import{dayOf}from"./chunk-NHNF3JRI.js";
import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import{Day}from"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";
import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var comingDay=(text,option,today)=>{if(!Day.safeParse(text).success)throw new UserError(`${option} ${JSON.stringify(text)} is not a day.`,["Write it as 2027-03-\
31."]);if(text<today)throw new UserError(`${option} ${text} has passed.`,["Name a day from today on."]);return text},required=(text,what)=>{let trimmed=text?.trim()??
"";if(trimmed==="")throw new UserError(`This treatment wants ${what}.`);return trimmed},decideRisk=async(project,input)=>{let state=await project.store.state(),
evaluation=await evaluate(project,state),found=evaluation.risks.find(risk=>risk.id===input.risk);if(found===void 0){let ids=evaluation.risks.map(risk=>risk.id),
near=nearest(input.risk,ids);throw new UserError(`There is no risk ${JSON.stringify(input.risk)}.`,[near===void 0?"See the ids in dbvet status --json, or beside\
 each risk in the risk assessment.":`Did you mean ${near}?`])}let today=dayOf(project.clock().toISOString()),{treatment,owner,due,reason}=input,by=await project.
by(),base={target:found.target,risk:found.risk,treatment},target=state.targets[found.target],{approverIsNotAuthor}=effectiveProfile(project.content,target?.profiles??
state.settings.profiles),optional={...owner===void 0?{}:{owner:required(owner,"an owner: --owner")},...due===void 0?{}:{due:comingDay(due,"--due",today)},...reason===
void 0?{}:{reason}},decision;if(treatment==="accept"){let approver=required(input.approver,"an approver: --approver");if(approverIsNotAuthor&&approver.toLowerCase()===
by.toLowerCase())throw new UserError(`${approver} cannot approve what ${by} writes: the profile wants two people.`);decision={...base,...optional,reason:required(
reason,"a reason: --reason"),approver,until:comingDay(required(input.until,"a last day: --until"),"--until",today)}}else decision={...base,...optional,owner:required(
owner,"an owner: --owner"),due:comingDay(required(due,"a day by which it is done: --due"),"--due",today)};return await record(project,[{kind:"decision",key:`${found.
target}/${found.risk}`,after:decision}],reason),decision};export{decideRisk};
