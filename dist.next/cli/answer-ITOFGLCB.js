import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{answerChange,findQuestion,targetForQuestion}from"./chunk-RBCTWHQH.js";import{blankAnswers,parseAnswerValue,readAnswers}from"./chunk-EOTQ54W7.js";
import{evaluate,record}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";
import"./chunk-QOFYYV2G.js";import"./chunk-QNBPVQJI.js";import"./chunk-26OHVHDZ.js";import{processOutput}from"./chunk-4XYU4GMW.js";import"./chunk-X7L2Q5O7.js";
import"./chunk-VQANQNRB.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import{questionsOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";
import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-VGJGPQDM.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";
import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";
import"./chunk-5RQW43GQ.js";import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";import{basename}from"node:path";var answerOne=async(project,id,text,options,globals)=>{let state=await project.store.state(),{question,kind}=findQuestion(project.content,id),target=targetForQuestion(
state,kind,options.target),value=parseAnswerValue(question,text),meta={by:await project.by(),at:project.clock().toISOString()},next=await record(project,[answerChange(
question,target,value,options.note,meta)],options.note),control=(await evaluate(project,next)).controls.find(c=>c.target===target.id&&c.control===question.control),
output=processOutput(process);if(globals.json===!0){output.json({target:target.name,question:id,value,control:control?.control,state:control?.state});return}output.
line(`Saved: ${target.name}, ${id}: ${String(value)}.`),control!==void 0&&(output.line(`${control.id} is now ${control.state}. ${control.because}`),control.contradiction!==
void 0&&control.contradiction.resolution===void 0&&output.line(`This contradicts what was observed. Settle it with: dbvet resolve ${control.contradiction.id} \u2026`))},
answerFile=async(project,path,globals)=>{let state=await project.store.state(),meta={by:await project.by(),at:project.clock().toISOString()},answers=await readAnswers(
path,{content:project.content,state,now:meta.at});if(answers.length===0)throw new UserError(`${path} holds no answers: no question in it has a value.`,["Write a\
 value behind the colon of each question that you can answer, then run the command again."]);let changes=answers.flatMap(({target:id,question:questionId,value,note})=>{
let question=questionsOf(project.content).find(q=>q.id===questionId),target=state.targets[id];if(question===void 0||target===void 0)throw new Error(`${id}/${questionId}\
 was parsed but is not there`);let before=state.answers[`${id}/${questionId}`];return before?.value===value&&before.note===note?[]:[answerChange(question,target,
value,note,meta)]});changes.length>0&&await record(project,changes,`answers file ${basename(path)}`);let output=processOutput(process);globals.json===!0?output.
json({read:answers.length,recorded:changes.length}):output.line(`${answers.length} answers read from ${path}, ${changes.length} new or changed and recorded.`)},
printBlank=async(project,options)=>{let evaluation=await evaluate(project,await project.store.state());process.stdout.write(blankAnswers({content:project.content,
evaluation,...options}))};export{answerFile,answerOne,printBlank};
