import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{aboutTime}from"./chunk-UNVH2Y7P.js";import{questionsOf}from"./chunk-YGC6MYMA.js";import{plainText}from"./chunk-7ITKJ46B.js";var count=(n,one,many=`${one}s`)=>`${n} ${n===1?one:many}`,requirements=["mandatory","recommended","optional"],leftWords=({questions,seconds})=>questions===0?"n\
one":`${questions}, ${aboutTime(seconds)}`,profileChangeWords=({profiles,controls,thresholds,due,notDue,claims,states,stale,left},content,targetName)=>{let texts=new Map(
questionsOf(content).map(q=>[q.id,q.text])),asked=q=>`${targetName(q.target)}: ${plainText(texts.get(q.question)??q.question,220)}`,told=[...requirements.map(to=>{
let list=controls.filter(c=>c.to===to);return{title:`${count(list.length,"control")} ${list.length===1?"becomes":"become"} ${to}`,lines:list.map(c=>`${plainText(
c.title)} (${c.control}; was ${c.from})`)}}),{title:`${count(thresholds.length,"limit")} ${thresholds.length===1?"changes":"change"}`,lines:thresholds.map(({name,
from,to})=>`${name}: ${from??"none"} -> ${to??"none"}`)},{title:`${count(due.length,"question")} ${due.length===1?"is":"are"} asked in addition`,lines:due.map(asked)},
{title:`${count(notDue.length,"question")} ${notDue.length===1?"is":"are"} no longer asked (answers are kept and count as ever)`,lines:notDue.map(asked)},{title:`${count(
claims.length,"answer")} ${claims.length===1?"says":"say"} something else`,lines:claims.map(({question,from,to})=>`${asked(question)} ${from} -> ${to}`)},{title:`${count(
stale.length,"answer")} ${stale.length===1?"becomes":"become"} too old`,lines:stale.map(asked)},{title:`${count(states.length,"control")} ${states.length===1?"c\
hanges its":"change their"} state`,lines:states.map(({id,from,to})=>`${plainText(id)}: ${from} -> ${to}`)}].filter(({lines})=>lines.length>0),same=[...profiles.
from].sort().join()===[...profiles.to].sort().join(),questions={title:"Questions left",lines:[`${leftWords(left.from)} -> ${leftWords(left.to)}`]};return told.length===
0?[{title:same?"These profiles hold already.":"Nothing else changes.",lines:[]}]:[...told,questions]};export{profileChangeWords};
