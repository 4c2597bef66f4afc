import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{withProject}from"./chunk-65ULX6OV.js";import"./chunk-332AV6EN.js";import{evaluate,record}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";
import"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";import{openProject,wholeContent,
workspaceOf}from"./chunk-C7ZK33BT.js";import"./chunk-XNTMTYOK.js";import"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";
import"./chunk-26OHVHDZ.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-KFDKYMIM.js";import"./chunk-2NB3MYZZ.js";
import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import{citedFrameworks,controlsOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";
import"./chunk-4OUI2SMR.js";import{nearest}from"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";
import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";
import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var findFramework=(content,id)=>{let found=content.frameworks.find(f=>f.id===id);if(found!==void 0)return found;let ids=content.frameworks.map(f=>f.id),short=id.
toLowerCase(),near=nearest(id,ids)??(short===""?void 0:ids.find(known=>known.includes(short)));throw new UserError(`There is no framework ${JSON.stringify(id)}.`,
[near===void 0?"List them with: dbvet questionnaire coverage":`Did you mean ${near}? List all with: dbvet questionnaire coverage`])},supportersOf=(framework,controls,evaluation)=>{
let byRequirement=new Map;for(let{id:control,title,references}of controls){let states=evaluation?.controls.filter(c=>c.control===control).map(({targetName,state,
assurance,stale,waived})=>({target:targetName,state,assurance,stale,waived}));for(let{framework:other,id,strength,why}of references){if(other!==framework)continue;
let list=byRequirement.get(id)??[];list.push({control,title,strength,...why===void 0?{}:{why},...states===void 0?{}:{states}}),byRequirement.set(id,list)}}return byRequirement},
frameworkCoverage=(content,framework,evaluation)=>{let supporters=supportersOf(framework.id,controlsOf(content),evaluation),titles=new Map(framework.groups.map(
g=>[g.from,g.title])),groups=[];for(let{id,title,heading,withdrawn}of framework.requirements){let begins=titles.get(id),group=groups.at(-1);(group===void 0||begins!==
void 0)&&(group={supported:[],uncovered:[],...begins===void 0?{}:{title:begins}},groups.push(group));let found=supporters.get(id);found!==void 0?group.supported.
push({id,title,supporters:found}):!heading&&!withdrawn&&group.uncovered.push({id,title})}let{requirements:_,groups:__,cite:___,...facts}=framework,supported=groups.
flatMap(g=>g.supported);return{...facts,requirements:supported.length+groups.flatMap(g=>g.uncovered).length,supported:supported.length,references:supported.flatMap(
r=>r.supporters).length,groups}},frameworkSummaries=(content,chosen)=>{let cited=new Set(citedFrameworks(content,chosen).map(f=>f.id));return content.frameworks.
map(framework=>{let{groups:_,...summary}=frameworkCoverage(content,framework);return{...summary,cited:cited.has(framework.id)}})};var citeFrameworks=async(project,ids)=>{let content=await project.wholeContent();if(ids?.length===0)throw new UserError("No framework was named.",["List them wi\
th: dbvet questionnaire coverage","Go back to the usual ones with: dbvet questionnaire cite --default"]);let{frameworks:_,...rest}=(await project.store.state()).
settings,after=ids===void 0?rest:{...rest,frameworks:[...new Set(ids.map(id=>findFramework(content,id).id))]};return await record(project,[{kind:"settings",key:"\
workspace",after}]),after};var widthOfPage=output=>output.isTerminal?Math.min(output.columns,100):80,stateOf=state=>{let marks=[...(state.state==="met"||state.state==="partly")&&state.assurance!==
"none"?[state.assurance]:[],...state.stale?["stale"]:[],...state.waived?["accepted"]:[]],word=state.state.replace("-"," ");return`${state.target} ${word}${marks.
length===0?"":` (${marks.join(", ")})`}`},supporterLine=({control,title,strength,states})=>{let name=strength==="related"?control:`${control} (${strength})`;return states===
void 0?`${name}: ${title}`:`${name}: ${states.length===0?"no such target":states.map(stateOf).join("; ")}`},edition=({version,published})=>`version ${version}${published===
void 0?"":`, published ${published}`}`,keepTogether=id=>id.replaceAll(" ","\xA0"),printCoverage=(output,coverage,stated)=>{let width=widthOfPage(output),{style}=output,
say=(text,indent="",hanging=indent)=>{output.line(wrap(text,width,indent,hanging).replaceAll("\xA0"," "))};output.line(style.bold(wrap(coverage.title,width)));let{
publisher,checked,note,newer,supported,requirements,references}=coverage;say(`${publisher}, ${edition(coverage)}.${checked===void 0?"":` List checked on ${checked}\
.`}`),note!==void 0&&say(note),newer!==void 0&&say(newer),output.line(),say(`dbvet has controls that support ${supported} of ${requirements} requirements, by ${references}\
 references.${stated?"":" No workspace here, so their states are not shown."}`);for(let group of coverage.groups)if(group.supported.length!==0){output.line(),group.
title!==void 0&&output.line(style.bold(wrap(group.title,width)));for(let{id,title,supporters}of group.supported){say(`${keepTogether(id)} ${title}`,"  ","    ");
for(let supporter of supporters)say(supporterLine(supporter),"    - ","      "),supporter.why!==void 0&&output.line(style.dim(wrap(supporter.why,width,"      ")))}}
output.line();let left=requirements-supported;output.line(style.bold(`What dbvet does not cover: ${left} requirements`));for(let{title,uncovered}of coverage.groups){
if(uncovered.length===0)continue;let ids=uncovered.map(r=>keepTogether(r.id)).join(", ");say(`${title===void 0?"":`${title} (${uncovered.length}): `}${ids}`,"  ",
"    ")}output.line(),say("This is no statement of compliance. A control supports a requirement and does not satisfy it; whether a requirement is met, an audito\
r decides.")},printSummaries=(output,summaries)=>{let width=widthOfPage(output);for(let summary of summaries){let{id,title,requirements,supported,references,checked,
cited}=summary;output.line(output.style.bold(id)),output.line(wrap(`${title}, ${edition(summary)}`,width,"  "));let listed=checked===void 0?"":`; list checked o\
n ${checked}`;output.line(wrap(`${requirements} requirements, ${supported} supported by ${references} references${listed}${cited?"; cited in documents":""}`,width,
"  "))}output.line(),output.line("One of them: dbvet questionnaire coverage --framework ID"),output.line("Cite others in documents: dbvet questionnaire cite ID \
\u2026")},present=async globals=>{if(await workspaceOf(globals)===void 0)return{};let project=await openProject(globals);return{project,evaluation:await evaluate(
project,await project.store.state())}},printFrameworks=async(id,globals)=>{let{project,evaluation}=await present(globals),content=await(project?.wholeContent()??
wholeContent()),output=processOutput(process);if(id===void 0){let chosen=(await project?.store.state())?.settings.frameworks,summaries=frameworkSummaries(content,
chosen);globals.json===!0?output.json({frameworks:summaries}):printSummaries(output,summaries);return}let coverage=frameworkCoverage(content,findFramework(content,
id),evaluation);globals.json===!0?output.json(coverage):printCoverage(output,coverage,evaluation!==void 0)},cite=async(ids,globals)=>withProject(globals,async project=>{
let{frameworks}=await citeFrameworks(project,ids),cited=citedFrameworks(await project.wholeContent(),frameworks).map(f=>f.id),output=processOutput(process);globals.
json===!0?output.json({cited}):output.line(wrap(`Documents refer to: ${cited.join(", ")}.`,widthOfPage(output)))});export{cite,printFrameworks};
