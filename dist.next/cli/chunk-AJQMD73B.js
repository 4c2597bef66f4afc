import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findWorkspace,plannedChecks,shippedChecks,wholeContent,workspaceOf}from"./chunk-C7ZK33BT.js";import{loadContent}from"./chunk-26OHVHDZ.js";import{
processOutput,wrap}from"./chunk-4XYU4GMW.js";import{lintContent,lintWorkspace}from"./chunk-X7L2Q5O7.js";import{controlsOf}from"./chunk-YGC6MYMA.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import{textFor}from"./chunk-VGJGPQDM.js";import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import{relative}from"node:path";var presentContent=async globals=>{let base=await wholeContent(),root=await workspaceOf(globals);return root===void 0?base:loadContent(base,root)},listQuestions=async globals=>{
let content=await presentContent(globals),output=processOutput(process);if(globals.json===!0){output.json({questions:content.questionnaires.flatMap(q=>q.questions.
map(question=>({questionnaire:q.id,kind:q.kind,...question}))),controls:controlsOf(content),frameworks:content.frameworks.map(f=>({id:f.id,title:f.title,requirements:f.
requirements.length}))});return}for(let questionnaire of content.questionnaires)output.line(output.style.bold(`${questionnaire.title} (${questionnaire.kind})`)),
output.table(questionnaire.questions.map(q=>[`  ${q.id}`,q.text])),output.line();output.line(`${content.questionnaires.flatMap(q=>q.questions).length} questions\
 over ${controlsOf(content).length} controls.`)},showQuestion=async(id,globals)=>{let content=await presentContent(globals),output=processOutput(process),all=content.
questionnaires.flatMap(q=>q.questions),question=all.find(q=>q.id===id),control=controlsOf(content).find(c=>c.id===(question?.control??id));if(question===void 0&&
control===void 0){let near=nearest(id,[...all.map(q=>q.id),...controlsOf(content).map(c=>c.id)]);throw new UserError(`There is no question or control ${JSON.stringify(
id)}.`,[near===void 0?"List them with: dbvet questionnaire list":`Did you mean ${near}?`])}if(globals.json===!0){output.json({question,control});return}let width=Math.
min(output.columns,100),part=(title,text)=>{text!==void 0&&(output.line(),output.line(output.style.bold(title)),output.line(wrap(text,width,"  ")))};if(question!==
void 0){output.line(output.style.bold(question.text)),part("Why it matters",question.why),part("How to find out",textFor(question.how,void 0));for(let[platform,
text]of Object.entries(question.how))platform!=="all"&&part(`On ${platform}`,text);part("What convinces an auditor",question.evidence),part("Red flags",question.
redFlags);for(let[value,meaning]of Object.entries(question.meaning))part(`Answer ${value}`,meaning);part("If it falls short",question.remediation?.text)}if(control===
void 0)return;part("Control",`${control.id}: ${control.title} (${control.severity}; ${control.requirements.join(", ")})`);let known=new Set((await shippedChecks()).
map(check=>check.id));for(let{check,role}of control.checks)output.line(`  ${role}: ${check}${known.has(check)?"":" (planned)"}`);for(let reference of control.references)
output.line(`  supports ${reference.framework} ${reference.id} (${reference.strength})`)},lint=async(root,globals)=>{let options={checks:(await shippedChecks()).
map(check=>check.id),planned:await plannedChecks()},problems=await findWorkspace(root)===root?await lintWorkspace(await wholeContent(),root,options):await lintContent(
root,options),errors=problems.filter(problem=>problem.severity==="error").length,output=processOutput(process);if(globals.json===!0)output.json({problems});else{
for(let{file,line,column,severity,message}of problems)output.line(`${relative(process.cwd(),file)||file}:${line}:${column} ${severity}: ${message}`);output.line(
`${errors} errors, ${problems.length-errors} warnings.`)}return errors>0?exitCode.usage:exitCode.done};export{presentContent,listQuestions,showQuestion,lint};
