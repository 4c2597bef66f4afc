import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import{scopingOf}from"./chunk-YGC6MYMA.js";import{dist_default}from"./chunk-3RA4W7Z2.js";import"./chunk-5AWIGR4M.js";
import"./chunk-7ITKJ46B.js";import"./chunk-OSKRSO5H.js";var askInit=async(content,organisation,given)=>{let output=processOutput(process),base=await dist_default.prompt([{type:"input",name:"organisation",message:"Whi\
ch organisation is assessed? (stands on every document)",when:organisation===void 0,validate:text=>text.trim()===""?"A name is needed.":!0},{type:"checkbox",name:"\
profiles",message:"Which situation fits? (several: the strictest wins)",when:given.profiles.length===0,choices:content.profiles.map(profile=>({name:profile.title,
short:profile.id,description:wrap(profile.summary,Math.min(output.columns,90)-2),value:profile.id,checked:profile.id==="startup"})),required:!0},{type:"confirm",
name:"scope",message:"Answer a few scoping questions now? They decide what else is asked.",default:!0}]),facts=[...given.facts];if(base.scope)for(let question of scopingOf(
content)){let fact=question.fact;if(fact===void 0||facts.some(f=>f.id===fact))continue;let value=await askFact(question);value!==""&&facts.push({id:fact,value})}
return{organisation:(organisation??base.organisation??"").trim(),profiles:base.profiles??given.profiles,facts}},askFact=async question=>{let{answer}=question,choices=answer.
kind==="choice"?answer.options.map(option=>({name:option.label,value:option.id})):[{name:"Yes",value:"yes"},{name:"No",value:"no"}];if(answer.kind!=="choice"&&answer.
kind!=="yes-no")return"";let{value}=await dist_default.prompt([{type:"select",name:"value",message:question.text,choices:[...choices,{name:"Don't know yet",value:"\
dont-know"}]}]);return value},offerWorkspace=async()=>{let{make}=await dist_default.prompt([{type:"confirm",name:"make",message:"There is no dbvet workspace her\
e. Create one in this folder?",default:!0}]);return make};export{askInit,offerWorkspace};
