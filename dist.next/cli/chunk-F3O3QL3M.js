import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var newlyDormant=(before,after)=>{let key=q=>`${q.target}/${q.question}`,already=new Set(before.questions.filter(q=>q.dormant).map(key));return after.questions.
filter(q=>q.dormant&&!already.has(key(q)))},questionFlow=(content,evaluation,options={})=>{let questions=new Map(content.questionnaires.flatMap(q=>q.questions.map(
question=>[question.id,{question,section:q.sections.find(s=>s.id===question.section)?.title??question.section}]))),targets=new Map(evaluation.targets.map(t=>[t.
target.id,t.target])),controls=new Map(evaluation.controls.map(c=>[`${c.target}/${c.control}`,c]));return evaluation.questions.flatMap(item=>{let known=questions.
get(item.question),target=targets.get(item.target);if(!(options.optional===!0?item.asked:item.due)||known===void 0||target===void 0)return[];let control=item.control===
void 0?void 0:controls.get(`${item.target}/${item.control}`);return[{target,...known,evaluation:item,...control===void 0?{}:{control}}]})},observationsOf=control=>{
let order=["fail","pass","not-applicable","unknown","error"],sentences=[...control?.findings??[]].sort((a,b)=>order.indexOf(a.outcome)-order.indexOf(b.outcome)).
map(f=>`${f.outcome}, ${f.object===void 0?"":`${f.object}: `}${f.observed}`);return[...new Set(sentences)]},observedFailing=control=>control?.observation==="not\
-met"||control?.observation==="partly";export{newlyDormant,questionFlow,observationsOf,observedFailing};
