import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findQuestion}from"./chunk-RBCTWHQH.js";import{evaluate,record}from"./chunk-FFCJAQ4Z.js";import{contradictionNamed,resolutionOf}from"./chunk-4SSOOD5Q.js";
import{UserError}from"./chunk-IRGQQAC3.js";var admission=question=>{let{answer}=question;switch(answer.kind){case"yes-no":return answer.claims.no==="not-met"?"no":answer.claims.yes==="not-met"?"yes":void 0;case"\
choice":return answer.options.find(option=>option.claim==="not-met")?.id;case"number":case"date":case"text":return}},admissions=(project,contradiction,reason,meta)=>contradiction.
answers.flatMap(({question:id,answer,claim})=>{if(answer===void 0||claim==="nothing"||claim==="not-met")return[];let value=admission(findQuestion(project.content,
id).question);if(value===void 0)throw new UserError(`${id} has no answer that says "not met": answer it anew.`,[`dbvet answer ${id} VALUE --target ${contradiction.
targetName}`]);let note=reason??answer.note,after={...answer,value,...note===void 0?{}:{note},...meta};return[{kind:"answer",key:`${contradiction.target}/${id}`,
after}]}),resolveContradiction=async(project,input)=>{let evaluation=await evaluate(project,await project.store.state()),contradiction=contradictionNamed(evaluation,
input.contradiction),by=await project.by(),now=project.clock().toISOString(),{reason,until}=input;if(input.decision==="take-observation")return await record(project,
admissions(project,contradiction,reason,{by,at:now}),reason),contradiction;if(reason===void 0||until===void 0)throw new UserError("Keeping the answer wants a re\
ason and a day.",['--reason "why the observation is wrong or out of scope" --until 2027-03-31']);let after=resolutionOf(evaluation,contradiction.id,{reason,until,
by,now});return await record(project,[{kind:"resolution",key:`${after.target}/${after.control}`,after}],reason),contradiction};export{resolveContradiction};
