import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{aboutTime,futureDay,secondsFor}from"./chunk-UNVH2Y7P.js";import{didYouMean,parseYaml,reservedOf,wordsOf}from"./chunk-X7L2Q5O7.js";import{controlsOf}from"./chunk-YGC6MYMA.js";
import{error,problemLine,problemsError,readText}from"./chunk-4WJSUVJE.js";import{textFor}from"./chunk-VGJGPQDM.js";import{plainText}from"./chunk-7ITKJ46B.js";
import{Day}from"./chunk-FJRS23W3.js";import{UserError,exitCode}from"./chunk-IRGQQAC3.js";var maxText=1e4,yes=value=>({ok:!0,value}),no=reason=>({ok:!1,reason}),allowedAnswers=question=>{let{answer}=question;return[...(()=>{switch(answer.kind){case"y\
es-no":case"choice":return wordsOf(answer)??[];case"number":return[`a number from ${answer.min} to ${answer.max} (${answer.unit})`];case"date":return["a day as \
YYYY-MM-DD"];case"text":return[`a text of at most ${maxText} characters`]}})(),...reservedOf(question)].join(" | ")},word=(question,text,words)=>{let wanted=text.
toLowerCase(),found=words.find(w=>w===wanted);if(found!==void 0)return yes(found);let all=[...words,...reservedOf(question)];return no(`"${cut(text)}" is no ans\
wer here; allowed: ${all.join(" | ")}${didYouMean(wanted,all)}`)},number=(question,text)=>{let{answer}=question;if(answer.kind!=="number")return no(allowedAnswers(
question));let[,digits="",unit=""]=/^([+-]?\d{1,15}(?:\.\d{1,9})?)\s*(.*)$/s.exec(text)??[],value=Number(digits);return digits!==""&&(unit===""||unit.toLowerCase()===
answer.unit.toLowerCase())?value>=answer.min&&value<=answer.max?yes(value+0):no(`${digits} is out of range; allowed: ${allowedAnswers(question)}`):no(`"${cut(text)}\
" is no number; allowed: ${allowedAnswers(question)}`)},day=(question,text)=>{if(Day.safeParse(text).success)return yes(text);let what=/^\d{4}-\d{2}-\d{2}$/.test(
text)?"is not a day of the calendar":"is no day";return no(`"${cut(text)}" ${what}; allowed: ${allowedAnswers(question)}`)},cut=text=>text.length>60?`${text.slice(
0,60)}\u2026`:text,readAnswerValue=(question,typed)=>{let text=typed.trim();if(text==="")return no(`nothing was given; allowed: ${allowedAnswers(question)}`);let lower=text.
toLowerCase();if(reservedOf(question).includes(lower))return yes(lower);if(lower==="not-applicable")return no(`"not-applicable" is not offered here; allowed: ${allowedAnswers(
question)}`);let{answer}=question;switch(answer.kind){case"yes-no":case"choice":return word(question,text,wordsOf(answer)??[]);case"number":return number(question,
text);case"date":return day(question,text);case"text":return text.length<=maxText?yes(text):no(`this text has ${text.length} characters; allowed: ${allowedAnswers(
question)}`)}},parseAnswerValue=(question,typed)=>{let result=readAnswerValue(question,typed);if(result.ok)return result.value;throw new UserError(`${question.id}\
: ${result.reason}`,[`See the question and what each answer means with: dbvet questionnaire show ${question.id}`])};var maxNote=2e4,isGroup=value=>typeof value=="object"&&value!==null&&!Array.isArray(value),unknownKeys=({no:no2},group,path,allowed)=>Object.keys(group).filter(
key=>!allowed.includes(key)).forEach(key=>{let message=`unknown key "${key}"; allowed: ${allowed.join(", ")}${didYouMean(key,allowed)}`;no2([...path,key],message,
"key")}),readValue=({source,now,no:no2},question,value,path)=>{if(typeof value=="boolean"){no2(path,`${question.id}: write yes or no; YAML takes ${String(value)}\
 for something else`);return}if(typeof value!="string"&&typeof value!="number"){no2(path,`${question.id}: expected one value, or a group of "value" and "note"`);
return}let text=typeof value=="string"?value:source.written(path)??String(value),result=readAnswerValue(question,text),fault=result.ok?futureDay(question.answer,
result.value,now):result.reason;if(result.ok&&fault===void 0)return result.value;no2(path,`${question.id}: ${fault}`)},readNote=({no:no2},note,path)=>{if(note!=
null){if(typeof note!="string"){no2(path,"note: expected a text");return}return note.length>maxNote&&no2(path,`note: expected at most ${maxNote} characters`),note.
trim()===""?void 0:note.trim()}},readEntry=(report,question,given,path)=>{let group=isGroup(given)?given:void 0;group!==void 0&&unknownKeys(report,group,path,["\
value","note"]);let note=readNote(report,group?.note,[...path,"note"]),raw=group===void 0?given:group.value;if(raw==null){note!==void 0&&report.no(path,`${question.
id}: there is a note but no value`);return}let at=group===void 0?path:[...path,"value"],value=readValue(report,question,raw,at);if(value!==void 0){if(value==="n\
ot-applicable"&&note===void 0){report.no(at,`${question.id}: "not-applicable" needs a note that says why`);return}return note===void 0?{value}:{value,note}}};var findTarget=({no:no2},key,targets,path)=>{let found=targets.find(t=>t.name===key&&t.retiredAt===void 0),byId=targets.find(t=>t.id===key),target=found??byId??
targets.find(t=>t.name===key);if(target===void 0){let names=targets.filter(t=>t.retiredAt===void 0).map(t=>t.name),list=names.length===0?"none are recorded yet":
names.join(", ");no2(path,`there is no target "${key}"; targets: ${list}${didYouMean(key,names)}`,"key");return}if(target.retiredAt===void 0)return target;no2(path,
`the target "${key}" is retired and takes no answers`,"key")},findQuestion=({no:no2},key,target,asked,path)=>{let found=asked.get(key);if(found?.kind===target.kind)
return found;if(found!==void 0){let message=`"${key}" is asked of ${found.kind} targets, and ${target.name} is of kind ${target.kind}`;no2(path,message,"key");return}
let fitting=[...asked].filter(([,a])=>a.kind===target.kind).map(([id])=>id);no2(path,`there is no question "${key}"${didYouMean(key,fitting)}`,"key")},readAll=(report,asked,targets)=>{
let{source,no:no2}=report;if(!isGroup(source.data))return no2([],'expected the key "targets" with the name of each target under it'),[];unknownKeys(report,source.
data,[],["targets"]);let groups=source.data.targets;if(!isGroup(groups))return no2(["targets"],"targets: expected the name of each target with its answers under\
 it"),[];let seen=new Set;return Object.entries(groups).flatMap(([name,answers])=>{let path=["targets",name],target=findTarget(report,name,targets,path);return target===
void 0||answers===null?[]:(seen.has(target.id)&&no2(path,`the target ${target.name} stands here twice`,"key"),seen.add(target.id),isGroup(answers)?Object.entries(
answers).flatMap(([key,given])=>{let at=[...path,key],question=findQuestion(report,key,target,asked,at),answer=question&&readEntry(report,question.question,given,
at);return answer===void 0?[]:[{target:target.id,question:key,...answer}]}):(no2(path,`${name}: expected question ids with their answers`),[]))})},next=["Nothin\
g was recorded. Mend these places and run the command again."],readAnswers=async(path,context)=>{let read=await readText(path,path);if(!read.ok)throw new UserError(
problemLine(read.problem),next,exitCode.unfinished);return parseAnswers(read.text,path,context)},parseAnswers=(text,fileName,{content,state,now})=>{let parsed=parseYaml(
text.replace(/^\ufeff/,""),fileName);if(!parsed.ok)throw problemsError("the answers",parsed.problems,next);let problems=[],asked=new Map(content.questionnaires.
flatMap(({kind,questions})=>questions.map(question=>[question.id,{question,kind}]))),targets=Object.values(state.targets).toSorted((a,b)=>a.name<b.name?-1:1),answers=readAll(
{source:parsed.source,now,no:(path,message,what)=>problems.push(error(parsed.source.place(path,what),message))},asked,targets);if(problems.length>0)throw problemsError(
"the answers",problems,next);return answers};var width=100,comment=(head,text)=>{let lines=[],line=head;for(let word2 of plainText(text).split(/\s+/))line.length+word2.length+7>width&&line.trim()!==""&&(lines.
push(line),line=" ".repeat(head.length)),line=line.trim()===""||line===head?`${line}${word2}`:`${line} ${word2}`;return[...lines,line].map(l=>`    # ${l}`.trimEnd())},
optionLines=({answer})=>answer.kind==="choice"?answer.options.flatMap(({id,label})=>comment("    ",`${id}: ${label}`)):[],entry=(question,{answer,due,isNew},platform)=>[
"",...comment("",question.text),...due?[]:comment("  ","Optional: the profile does not ask for it."),...isNew?comment("  ","New since the questions were updated\
."):[],...comment("  Why: ",question.why),...comment("  How: ",textFor(question.how,platform)),...question.evidence===void 0?[]:comment("  Evidence: ",question.
evidence),...comment("  Allowed: ",allowedAnswers(question)),...optionLines(question),...answer===void 0?[]:comment("  Now: ",String(answer.value)),`    ${question.
id}:`],platformOf=target=>target.kind==="database"?target.platform:void 0,blankAnswers=({content,evaluation,all=!1})=>{let questions=new Map(content.questionnaires.
flatMap(q=>q.questions).map(question=>[question.id,question])),groups=evaluation.targets.filter(({target})=>target.retiredAt===void 0).map(({target})=>({target,
items:evaluation.questions.flatMap(item=>{let question=questions.get(item.question);return item.target===target.id&&(all?item.asked:item.due)&&question!==void 0?
[{question,item}]:[]})})).filter(({items})=>items.length>0);if(groups.length===0)return`targets: {}
`;let open=groups.flatMap(g=>g.items).filter(({item})=>item.answer===void 0),time=aboutTime(secondsFor(open.map(o=>o.question)));return[`# ${plainText(evaluation.
organisation)}: ${open.length} ${open.length===1?"question":"questions"} without an answer, ${time}.`,"# Write each answer behind its colon, in one of the allow\
ed forms. Leave empty what is not known yet.",'# With a note:  question-id: {value: partly, note: "the pooler is missing"}',"# Some answers bring further questi\
ons: read the file back, and ask for a new one.","targets:",...groups.flatMap(({target,items})=>[`  ${JSON.stringify(target.name)}:`,...items.flatMap(({question,
item})=>entry(question,item,platformOf(target)))]),""].join(`
`)};var next2=["A file of weights looks like this, with a whole number from 0 (leave out) to 10 for each control:","  weights:","    vendor-iso-27001: 5"],most=10,readWeights=async(path,content)=>{
let read=await readText(path,path);if(!read.ok)throw new UserError(problemLine(read.problem),next2,exitCode.unfinished);return parseWeights(read.text,path,content)},
parseWeights=(text,file,content)=>{let parsed=parseYaml(text,file);if(!parsed.ok)throw problemsError("the weights",parsed.problems,next2);let{source}=parsed,problems=[],
weights=readGroup({source,no:(path,message,what)=>problems.push(error(source.place(path,what),message))},content);if(problems.length>0)throw problemsError("the \
weights",problems,next2);return weights},readGroup=(report,content)=>{let{source,no:no2}=report,given=isGroup(source.data)?source.data.weights:void 0;if(!isGroup(
source.data)||!isGroup(given))return no2([],'expected the key "weights" with a number for each control under it'),new Map;unknownKeys(report,source.data,[],["we\
ights"]);let known=controlsOf(content).filter(c=>c.kind==="vendor"),weights=new Map;for(let[id,weight]of Object.entries(given)){let path=["weights",id];if(known.
some(c=>c.id===id))typeof weight!="number"||!Number.isInteger(weight)||weight<0||weight>most?no2(path,`${id}: expected a whole number from 0 to ${most}`):weights.
set(id,weight);else{let near=didYouMean(id,known.map(c=>c.id));no2(path,`there is no control "${id}" of vendors${near}`,"key")}}return weights};export{allowedAnswers,readAnswerValue,parseAnswerValue,readAnswers,parseAnswers,blankAnswers,readWeights,parseWeights};
