import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{loadRuns,record}from"./chunk-FFCJAQ4Z.js";import{assess,effectiveProfile}from"./chunk-4SSOOD5Q.js";import{findTarget}from"./chunk-7INJYC6Z.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import{UserError}from"./chunk-IRGQQAC3.js";var knownProfiles=(content,ids)=>{let known=content.profiles.map(p=>p.id);for(let id of ids){if(known.includes(id))continue;let near=nearest(id,known);throw new UserError(
`There is no profile ${JSON.stringify(id)}.`,[near===void 0?`Profiles: ${known.join(", ")}.`:`Did you mean ${near}?`])}if(ids.length===0)throw new UserError("At\
 least one profile is wanted.",[`Profiles: ${known.join(", ")}.`]);return[...new Set(ids)]},targetNamed=(state,name)=>name===void 0?void 0:findTarget(state,name),
changeOf=(state,ids,target)=>target===void 0?{kind:"settings",key:"workspace",after:{...state.settings,profiles:[...ids]}}:{kind:"target",key:target.id,after:{...target,
profiles:[...ids]}},applied=(state,change)=>change.kind==="settings"&&change.after!==null?{...state,settings:change.after}:change.kind==="target"&&change.after!==
null?{...state,targets:{...state.targets,[change.key]:change.after}}:state,presentProfiles=(state,target)=>target?.profiles===void 0||target.profiles.length===0?
state.settings.profiles:target.profiles,previewProfiles=async(project,ids,targetName)=>{let{content,checks}=project,state=await project.store.state(),wanted=knownProfiles(
content,ids),target=targetNamed(state,targetName),input={content,checks,runs:await loadRuns(project,state),now:project.clock().toISOString()},before=assess({...input,
state}),after=assess({...input,state:applied(state,changeOf(state,wanted,target))}),present=presentProfiles(state,target);return{profiles:{from:present,to:wanted},
...target===void 0?{}:{target:target.name},thresholds:thresholdShifts(content,present,wanted),...differences(before,after)}},setProfiles=async(project,ids,targetName)=>{
let state=await project.store.state(),wanted=knownProfiles(project.content,ids),target=targetNamed(state,targetName);return record(project,[changeOf(state,wanted,
target)],`profiles ${presentProfiles(state,target).join(", ")} -> ${wanted.join(", ")}`)},numbersOf=(content,ids)=>{let{thresholds,maxAge}=effectiveProfile(content,
ids);return new Map([...Object.entries(thresholds),["maximum age of answers, days",maxAge.answers],["maximum age of probe runs, days",maxAge.runs]])},thresholdShifts=(content,from,to)=>{
let[before,after]=[numbersOf(content,from),numbersOf(content,to)];return[...new Set([...before.keys(),...after.keys()])].map(name=>({name,from:before.get(name),
to:after.get(name)})).filter(shift=>shift.from!==shift.to)},keyOf=q=>`${q.target}/${q.question}`,differences=(before,after)=>{let controls=new Map(before.controls.
map(c=>[`${c.target}/${c.control}`,c])),questions=new Map(before.questions.map(q=>[keyOf(q),q])),pairs=after.questions.flatMap(q=>{let was=questions.get(keyOf(q));
return was===void 0?[]:[{was,is:q}]}),both=after.controls.flatMap(c=>{let was=controls.get(`${c.target}/${c.control}`);return was===void 0||c.state==="not-appli\
cable"?[]:[{was,is:c}]});return{controls:[...new Map(both.filter(({was,is})=>was.requirement!==is.requirement).map(({was,is})=>[is.control,{control:is.control,title:is.
definition.title,from:was.requirement,to:is.requirement}])).values()],due:pairs.filter(({was,is})=>is.due&&!was.due).map(p=>p.is),notDue:pairs.filter(({was,is})=>was.
due&&!is.due).map(p=>p.is),claims:pairs.filter(({was,is})=>is.answer!==void 0&&was.claim!==is.claim).map(({was,is})=>({question:is,from:was.claim,to:is.claim})),
states:both.filter(({was,is})=>was.state!==is.state).map(({was,is})=>({id:is.id,title:is.definition.title,from:was.state,to:is.state})),stale:pairs.filter(({was,
is})=>is.stale&&!was.stale).map(p=>p.is),left:{from:before.left,to:after.left}}};export{knownProfiles,previewProfiles,setProfiles};
