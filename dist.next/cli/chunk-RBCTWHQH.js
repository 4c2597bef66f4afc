import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findTarget,onlyTarget}from"./chunk-7INJYC6Z.js";import{futureDay}from"./chunk-UNVH2Y7P.js";import{questionsOf}from"./chunk-YGC6MYMA.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import{UserError}from"./chunk-IRGQQAC3.js";var findQuestion=(content,id)=>{for(let questionnaire of content.questionnaires){let question=questionnaire.questions.find(q=>q.id===id);if(question!==void 0)return{
question,kind:questionnaire.kind}}let near=nearest(id,questionsOf(content).map(q=>q.id));throw new UserError(`There is no question ${JSON.stringify(id)}.`,[near===
void 0?"List them with: dbvet questionnaire list":`Did you mean ${near}?`])},targetForQuestion=(state,kind,name)=>{let target=name===void 0?onlyTarget(state,kind):
findTarget(state,name);if(target.kind!==kind)throw new UserError(`${target.name} is of kind ${target.kind}, and this question asks about a ${kind}.`);return target},
longest={value:1e4,note:2e4},checkLength=(question,what,text)=>{if(!(typeof text!="string"||text.length<=longest[what]))throw new UserError(`${question.id}: the\
 ${what} has ${text.length} characters; ${longest[what]} are the most.`,["Keep a longer text as a file, with: dbvet evidence add FILE --for CONTROL"])},lastTime="\
Give the day on which it was last done, or answer dont-know.",answerChange=(question,target,value,note,meta)=>{checkLength(question,"value",value),checkLength(question,
"note",note?.trim());let future=futureDay(question.answer,value,meta.at);if(future!==void 0)throw new UserError(`${question.id}: ${future}.`,[lastTime]);if(value===
"not-applicable"){if(!question.notApplicable)throw new UserError(`${question.id} always applies: "not-applicable" is no answer to it.`);if(note===void 0||note.trim()===
"")throw new UserError(`${question.id}: "not-applicable" wants a reason.`,['Give it with --note "why it does not apply".'])}let answer={target:target.id,question:question.
id,value,...note===void 0||note.trim()===""?{}:{note:note.trim()},...meta};return{kind:"answer",key:`${target.id}/${question.id}`,after:answer}};export{findQuestion,targetForQuestion,answerChange};
