import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{newlyDormant,observationsOf,observedFailing,questionFlow}from"./chunk-F3O3QL3M.js";import{parseAnswerValue}from"./chunk-EOTQ54W7.js";import{findTarget}from"./chunk-7INJYC6Z.js";
import{aboutTime,secondsFor}from"./chunk-UNVH2Y7P.js";import"./chunk-26OHVHDZ.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-X7L2Q5O7.js";
import"./chunk-VQANQNRB.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";
import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import{dist_default}from"./chunk-3RA4W7Z2.js";import"./chunk-5AWIGR4M.js";import{
textFor}from"./chunk-VGJGPQDM.js";import"./chunk-NHNF3JRI.js";import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";
import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";
import"./chunk-OSKRSO5H.js";var explain=(output,{question,target},width)=>{let platform=target.kind==="database"?target.platform:void 0,parts=[["Why it matters",question.why],["How to find\
 out",textFor(question.how,platform)],["What convinces an auditor",question.evidence],["Red flags",question.redFlags],...Object.entries(question.meaning).map(([
value,text])=>[`If you answer ${value}`,text]),["If it falls short",question.remediation?.text]];for(let[title,text]of parts)text!==void 0&&(output.line(),output.
line(`${title}:`),output.line(wrap(text,width,"  ")));output.line()};var keyOf=({target,question})=>`${target.id}/${question.id}`,isOpen=item=>item.evaluation.answer===void 0,nextOf=(flow,{passed,wanted})=>{let asked=wanted===void 0?
-1:flow.findIndex(item=>keyOf(item)===wanted);if(asked>=0)return asked;let places=new Map(flow.map((item,i)=>[keyOf(item),i])),last=passed.findLast(key=>places.
has(key)),from=last===void 0?0:(places.get(last)??-1)+1;return flow.findIndex((item,i)=>i>=from&&isOpen(item))},goBack=(flow,{passed},now)=>{let places=new Set(
flow.map(keyOf)),reachable=passed.filter(key=>places.has(key)),last=reachable.at(-1);if(last!==void 0)return{passed:reachable.slice(0,-1),wanted:last};let before=now>
0?flow[now-1]:void 0;return before===void 0?void 0:{passed:[],wanted:keyOf(before)}},sectionsOf=flow=>{let titleOf=item=>`${item.target.name}, ${item.section}`;
return[...new Set(flow.map(titleOf))].flatMap(title=>{let items=flow.filter(item=>titleOf(item)===title),first=items.find(isOpen)??items[0];return first===void 0?
[]:[{title,open:items.filter(isOpen).length,first:keyOf(first)}]})};var commands={h:"explain",s:"skip",b:"back",g:"section",l:"list",q:"stop"},choicesOf=({question})=>{let{answer}=question;return answer.kind!=="yes-no"&&answer.kind!==
"choice"?[]:[...answer.kind==="choice"?answer.options.map(({label,id})=>({label,value:id})):[{label:"Yes",value:"yes"},...answer.claims.partly===void 0?[]:[{label:"\
Partly",value:"partly"}],{label:"No",value:"no"}],{label:"Don't know",value:"dont-know"},...question.notApplicable?[{label:"Not applicable",value:"not-applicabl\
e"}]:[]]},possible=item=>{let{answer,notApplicable}=item.question,choices=choicesOf(item),other=`or "dont-know"${notApplicable?' or "not-applicable"':""}`;return[
answer.kind==="number"?`Type a number (${answer.unit}), ${other}.`:answer.kind==="date"?`Type a day, such as 2026-06-30, ${other}.`:answer.kind==="text"?`Type a\
 text, ${other}.`:`${choices.map(({label},i)=>`${i+1} ${label}`).join(", ")}.`,"Or: h explain, s skip, b back, g another section, l list of answers, q stop."]},
readReply=(item,typed)=>{let text=typed.trim(),letter=text.toLowerCase();if(Object.hasOwn(commands,letter))return{kind:commands[letter]};let choices=choicesOf(item);
if(choices.length>0&&/^\d+$/.test(text)){let chosen=choices[Number(text)-1];return chosen===void 0?{kind:"wrong",message:`Type a number from 1 to ${choices.length}\
, or a letter.`}:{kind:"answer",value:parseAnswerValue(item.question,chosen.value)}}if(text==="")return{kind:"wrong",message:possible(item).join(" ")};try{return{
kind:"answer",value:parseAnswerValue(item.question,text)}}catch(error){if(!(error instanceof UserError))throw error;return{kind:"wrong",message:[error.message,...error.
next].join(" ")}}};var stopped="Stopped. Everything you answered is saved.",interview=async(workbench,targetName)=>{let output=processOutput(process);try{await converse(workbench,
output,targetName)}catch(error){throw error instanceof Error&&error.name==="ExitPromptError"&&output.line(`
${stopped}`),error}},converse=async(workbench,output,targetName)=>{let only=targetName===void 0?void 0:findTarget(workbench.snapshot().state,targetName).id,width=Math.
min(output.columns,90),way={passed:[]};for(;;){let{content,evaluation}=workbench.snapshot(),flow=questionFlow(content,evaluation).filter(item2=>only===void 0||item2.
target.id===only),position=nextOf(flow,way),item=flow[position];if(item===void 0){output.line(ending(flow));return}introduce(output,item,position,flow,width);let reply=await ask(
item),here={passed:way.passed,wanted:keyOf(item)},onward={passed:[...way.passed,keyOf(item)]};switch(way=here,reply.kind){case"answer":await saved(workbench,output,
item,reply.value)&&(way=onward);break;case"skip":way=onward;break;case"back":{let back=goBack(flow,here,position);back===void 0&&output.line("This is the first \
question."),way=back??here;break}case"section":way={passed:here.passed,wanted:await askSection(output,flow)};break;case"list":listAnswers(output,flow,width);break;case"\
explain":explain(output,item,width);break;case"stop":output.line(stopped);return;case"wrong":output.line(wrap(reply.message,width))}}},saved=async(workbench,output,item,value)=>{
try{return await save(workbench,output,item,value),!0}catch(error){if(!(error instanceof UserError)||error.exitCode!==exitCode.usage)throw error;return output.line(
[error.message,...error.next].join(" ")),!1}},ending=flow=>{let open=flow.filter(item=>item.evaluation.answer===void 0).length;return flow.length===0?"There is \
nothing to ask yet. Add a target with: dbvet target add NAME URL":open===0?`All ${flow.length} questions are answered. See where you stand with: dbvet status`:`\
That was the last question. ${open} of ${flow.length} are still open. See where you stand with: dbvet status`},introduce=(output,item,position,flow,width)=>{let open=flow.
filter(i=>i.evaluation.answer===void 0),time=aboutTime(secondsFor(open.map(i=>i.question)));output.line(),output.line(`${item.target.name}, ${item.section}. ${open.
length} open, ${time}.`),item.evaluation.isNew&&output.line("New since the questions were updated."),output.line(wrap(`Question ${position+1} of ${flow.length}.\
 ${item.question.text}`,width));for(let observed of observationsOf(item.control).slice(0,6))output.line(wrap(`Observed: ${plainText(observed,200)}`,width));let before=item.
evaluation.answer;before!==void 0&&output.line(wrap(`Answered ${plainText(String(before.value),80)} by ${plainText(before.by,60)}.`,width));for(let sentence of possible(
item))output.line(wrap(sentence,width))},input=async(message,check)=>{let{text}=await dist_default.prompt([{type:"input",name:"text",message,validate:check}]);return text.
trim()},ask=async item=>{let typed=await input("Answer:",text=>{let reply=readReply(item,text);return reply.kind==="wrong"?reply.message:!0});return readReply(item,
typed)},askSection=async(output,flow)=>{let sections=sectionsOf(flow);sections.forEach(({title,open},i)=>{output.line(`${i+1} ${title}: ${open} open`)});let chosen=text=>sections[Number(
text.trim())-1]?.first,number=await input("Section:",text=>chosen(text)===void 0?`Type a number from 1 to ${sections.length}.`:!0);return chosen(number)??""},listAnswers=(output,flow,width)=>{
flow.forEach(({target,question,evaluation},i)=>{let value=evaluation.answer?.value,said=value===void 0?"open":plainText(String(value),80);output.line(wrap(`${i+
1} ${target.name}: ${question.text} ${said}.`,width,"","  "))})},save=async(workbench,output,item,value)=>{let contradicts=observedFailing(item.control)&&(value===
"yes"||value==="not-applicable");contradicts&&output.line("This contradicts what was observed.");let reason=value==="not-applicable",note=reason||value==="partl\
y"||value==="no"||contradicts?await input(reason?"Why does it not apply?":"Note (Enter for none):",given=>reason&&given.trim()===""?"A reason is needed.":!0):"",
before=workbench.snapshot().evaluation;await workbench.answer({target:item.target.id,question:item.question.id,value,...note===""?{}:{note}}),output.line("Saved\
.");for(let{question}of newlyDormant(before,workbench.snapshot().evaluation))output.line(`The answer to ${question} no longer counts, because its question no lo\
nger applies. It is kept, and counts again with its question.`)};export{interview};
