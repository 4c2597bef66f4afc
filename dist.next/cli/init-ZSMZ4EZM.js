import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{hasTerminal}from"./chunk-OLSHZ77G.js";import{knownProfiles}from"./chunk-UXNWCV4Y.js";import{answerChange,findQuestion}from"./chunk-RBCTWHQH.js";
import{parseAnswerValue}from"./chunk-EOTQ54W7.js";import{knownContentChange}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import"./chunk-7INJYC6Z.js";
import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";import{authorFrom,createWorkspace,newTargetId,shippedContent,
writer}from"./chunk-C7ZK33BT.js";import"./chunk-XNTMTYOK.js";import{clockFrom}from"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";
import"./chunk-26OHVHDZ.js";import{processOutput}from"./chunk-4XYU4GMW.js";import"./chunk-2NB3MYZZ.js";import"./chunk-X7L2Q5O7.js";import"./chunk-VQANQNRB.js";
import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import{scopingOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";import"./chunk-4OUI2SMR.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import"./chunk-VGJGPQDM.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";
import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";
import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";import{relative}from"node:path";var shellWord=text=>/^[\w./:=,@%+~-]+$/.test(text)?text:`'${text.replaceAll("'","'\\''")}'`;var factPairs=pairs=>pairs.map(pair=>{let[id,value]=pair.split("=",2);if(id===void 0||value===void 0||id===""||value==="")throw new UserError(`--fact ${JSON.stringify(
pair)} is not ID=VALUE.`,["For example: --fact card-data=no"]);return{id,value}}),checkLength=(option,text,max)=>{if(!(text===void 0||text.length<=max))throw new UserError(
`${option} has ${text.length} characters; ${max} are the most.`,["It stands on the cover and at the foot of every page: give a shorter one."])},initWorkspace=async(root,options,globals)=>{
checkLength("--organisation",options.organisation?.trim(),120),checkLength("--prepared-by",options.preparedBy,120),checkLength("--confidentiality",options.confidentiality,
60);let content=await shippedContent(),given={profiles:options.profile===void 0?[]:knownProfiles(content,options.profile),facts:factPairs(options.fact??[])},choices;
if(options.yes===!0||!hasTerminal()){if(options.yes!==!0)throw new UserError("Without a terminal dbvet asks nothing: give the options and --yes.",['dbvet init D\
IR --yes --organisation "Example Ltd" --profile startup']);if(options.organisation===void 0||options.organisation.trim()==="")throw new UserError("--organisatio\
n is missing: who is assessed?",['dbvet init DIR --yes --organisation "Example Ltd" --profile startup']);choices={organisation:options.organisation.trim(),profiles:given.
profiles.length>0?given.profiles:["startup"],facts:given.facts}}else{let{askInit}=await import("./init-wizard-QDUQ23QL.js");choices=await askInit(content,options.
organisation,given)}await makeWorkspace(root,content,choices,options,globals);let output=processOutput(process),below=relative(process.cwd(),root)||".",where=below.
startsWith("..")?root:below;if(globals.json===!0){output.json({workspace:root,organisation:choices.organisation,profiles:choices.profiles});return}let cd=where===
"."?"":`cd ${shellWord(where)} && `;output.line(`Workspace for ${choices.organisation} created in ${where} (${choices.profiles.join(", ")}).`),output.line(),output.
line("Next:"),output.line(`  ${cd}dbvet target add prod postgres://dbvet@HOST:5432/DATABASE --ca ca.pem --password-env PROD_PW`),output.line(`  ${cd}dbvet`)},makeWorkspace=async(root,content,choices,options,globals)=>{
let{clock}=clockFrom(process.env),at=clock().toISOString(),by=await authorFrom(globals.by,process.env)(),organisation={id:newTargetId(),name:"organisation",kind:"\
organisation",createdAt:at},scoping=scopingOf(content),answers=choices.facts.map(({id,value})=>{let question=scoping.find(q=>q.fact===id||q.id===id);if(question===
void 0){let near=nearest(id,scoping.map(q=>q.fact??q.id));throw new UserError(`There is no scoping fact ${JSON.stringify(id)}.`,[near===void 0?`Facts: ${scoping.
map(q=>q.fact??q.id).join(", ")}.`:`Did you mean ${near}?`])}return findQuestion(content,question.id),answerChange(question,organisation,parseAnswerValue(question,
value),void 0,{by,at})}),store=await createWorkspace({root,writer:writer(),by,at,settings:{organisation:choices.organisation,profiles:[...choices.profiles],confidentiality:options.
confidentiality??"Confidential",createdAt:at,...options.preparedBy===void 0?{}:{preparedBy:options.preparedBy}}});await store.append([...knownContentChange(content,
void 0,at),{kind:"target",key:organisation.id,after:organisation},...answers],{by,at}),await store.flush()};export{initWorkspace,makeWorkspace};
