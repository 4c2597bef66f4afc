import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{hasTerminal}from"./chunk-OLSHZ77G.js";import{profileChangeWords}from"./chunk-2TIIV5CP.js";import{knownProfiles,previewProfiles,setProfiles}from"./chunk-UXNWCV4Y.js";
import"./chunk-EOTQ54W7.js";import{withProject}from"./chunk-65ULX6OV.js";import"./chunk-332AV6EN.js";import"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";
import"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";import{shippedContent,workspaceOf}from"./chunk-C7ZK33BT.js";
import"./chunk-XNTMTYOK.js";import"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";import{loadContent}from"./chunk-26OHVHDZ.js";
import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-KFDKYMIM.js";import"./chunk-2NB3MYZZ.js";import"./chunk-X7L2Q5O7.js";
import"./chunk-VQANQNRB.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import{controlsOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";
import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-VGJGPQDM.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";
import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";
import"./chunk-5RQW43GQ.js";import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";
import"./chunk-OSKRSO5H.js";var present=async globals=>{let base=await shippedContent(),root=await workspaceOf(globals);if(root===void 0)return{content:base,inForce:[]};let content=await loadContent(
base,root),inForce=await withProject(globals,async project=>(await project.store.state()).settings.profiles);return{content,inForce}},listProfiles=async globals=>{
let{content,inForce}=await present(globals),output=processOutput(process);if(globals.json===!0){output.json({profiles:content.profiles.map(p=>({...p,inForce:inForce.
includes(p.id)}))});return}for(let{id,title,summary,mandatory,recommended}of content.profiles){let holds=inForce.includes(id)?" (in force)":"";output.line(`${output.
style.bold(id)}  ${title}${holds}`),output.line(wrap(summary,Math.min(output.columns,100),"  ")),output.line(output.style.dim(`  ${mandatory.length} mandatory, ${recommended.
length} recommended controls`)),output.line()}output.line("Several may hold at once; of each thing the strictest counts.")},showProfile=async(id,globals)=>{let{
content}=await present(globals);knownProfiles(content,[id]);let profile=content.profiles.find(p=>p.id===id);if(profile===void 0)throw new Error(`${id} is known \
and not there`);let output=processOutput(process);globals.json===!0?output.json({profile}):printProfile(output,profile,content)},printProfile=(output,profile,content)=>{
let width=Math.min(output.columns,100),titles=new Map(controlsOf(content).map(c=>[c.id,c.title])),part=(title,lines)=>{if(lines.length!==0){output.line(),output.
line(output.style.bold(title));for(let line of lines)output.line(wrap(line,width,"  ","    "))}},named=ids=>ids.map(control=>`${titles.get(control)??control} (${control}\
)`);if(output.line(`${output.style.bold(profile.title)} (${profile.id})`),output.line(wrap(profile.summary,width,"  ")),profile.approach.length>0){output.line(),
output.line(output.style.bold("Recommended approach"));for(let{title,why,cost}of profile.approach)output.line(wrap(title,width,"  ")),output.line(wrap(`Why: ${why}`,
width,"    ")),output.line(wrap(`Cost: ${cost}`,width,"    "))}part("Not at once: a plan with a date",profile.planned.map(p=>`${titles.get(p.control)??p.control}\
 (${p.control}): within ${p.withinDays} days. Until then: ${p.meanwhile}`)),part("Limits",[...Object.entries(profile.thresholds).map(([name,value])=>`${name}: ${value}`),
`answers are too old after ${profile.maxAge.answers} days, probe runs after ${profile.maxAge.runs}`]),part(`Mandatory (${profile.mandatory.length})`,named(profile.
mandatory)),part(`Recommended (${profile.recommended.length})`,named(profile.recommended))},changeProfiles=async(project,ids,options,globals)=>{let change=await previewProfiles(
project,ids,options.target),output=processOutput(process),same=change.profiles.from.join()===change.profiles.to.join(),apply=options.yes===!0&&!same;if(globals.
json!==!0&&await printChange(output,project,change),same)return globals.json===!0&&output.json({...change,applied:!1}),exitCode.done;let agreed=apply||globals.json!==
!0&&hasTerminal()&&await confirmed();if(agreed&&await setProfiles(project,ids,options.target),globals.json===!0&&output.json({...change,applied:agreed}),agreed)
return globals.json!==!0&&output.line(`Changed. In force${forWhom(change)}: ${change.profiles.to.join(", ")}.`),exitCode.done;if(hasTerminal()&&globals.json!==!0)
return output.line("Nothing was changed."),exitCode.done;throw new UserError("Nothing was changed: without a terminal this needs --yes.",[`dbvet profile set ${ids.
join(",")}${options.target===void 0?"":` --target ${options.target}`} --yes`])},forWhom=({target})=>target===void 0?"":` for ${target}`,confirmed=async()=>{let{
default:inquirer}=await import("./dist-K75457UR.js"),{yes}=await inquirer.prompt([{type:"confirm",name:"yes",message:"Make this change?",default:!1}]);return yes},
printChange=async(output,project,change)=>{let{targets}=await project.store.state(),width=Math.min(output.columns,110);output.line(`${output.style.bold(change.profiles.
from.join(", "))} -> ${output.style.bold(change.profiles.to.join(", "))}${forWhom(change)}`);for(let{title,lines}of profileChangeWords(change,project.content,id=>targets[id]?.
name??id)){output.line(),output.line(output.style.bold(title));for(let line of lines)output.line(wrap(line,width,"  ","    "))}output.line()};export{changeProfiles,listProfiles,showProfile};
