import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{futureDay,secondsFor}from"./chunk-UNVH2Y7P.js";import{atLeast,bySeverity,isUnwanted,severityWeight}from"./chunk-QOFYYV2G.js";import{Waiver}from"./chunk-QNBPVQJI.js";
import{dutyOwners}from"./chunk-QXV5ZSR3.js";import{accepts,weakness}from"./chunk-Q5HIUNKV.js";import{TargetKind,holds,riskLevel}from"./chunk-4OUI2SMR.js";
import{endpointName}from"./chunk-XIQIQSSR.js";import{addDays,dayOf,daysBetween}from"./chunk-NHNF3JRI.js";import{isConclusive,splitGrant}from"./chunk-DTJB5REZ.js";
import{plainText}from"./chunk-7ITKJ46B.js";import{Day,canonicalJson,sha256}from"./chunk-FJRS23W3.js";import{UserError}from"./chunk-IRGQQAC3.js";var byText=(a,b)=>a<b?-1:a>b?1:0,byTarget=(a,b)=>TargetKind.options.indexOf(a.kind)-TargetKind.options.indexOf(b.kind)||byText(a.name,b.name)||byText(a.id,b.id),
valuesOf=table=>Object.entries(table).sort(([a],[b])=>byText(a,b)).map(([,value])=>value),groupBy=(values,keyOf2)=>{let groups=new Map;for(let value of values){
let key=keyOf2(value),group=groups.get(key);group===void 0?groups.set(key,[value]):group.push(value)}return groups},unique=values=>[...new Set(values)];var present=value=>{let result={};for(let[key,v]of Object.entries(value))v!==void 0&&(result[key]=v);return result};var nothing=meaning=>meaning===void 0?{claim:"nothing"}:{claim:"nothing",meaning},misfit=nothing("The answer no longer fits the question; answer it again."),claimOf=(question,value,context)=>{
let result=claimOfValue(question,value,context);return canClaim(question)?result:{...result,claim:"nothing"}},canClaim=({control,followUp,answer})=>{if(control===
void 0||followUp)return!1;switch(answer.kind){case"yes-no":return Object.values(answer.claims).some(claim=>claim!=="nothing");case"choice":return answer.options.
some(option=>option.claim!=="nothing");case"number":case"date":return answer.met!==void 0||answer.partly!==void 0;case"text":return!1}},claimOfValue=(question,value,context)=>{
if(value==="dont-know")return nothing(question.meaning["dont-know"]);if(value==="not-applicable")return question.notApplicable?withMeaning("not-applicable",question.
meaning["not-applicable"]):nothing('The question does not offer "not applicable"; answer it again.');let{answer}=question;switch(answer.kind){case"yes-no":{if(value!==
"yes"&&value!=="no"&&value!=="partly")return misfit;let claim=answer.claims[value];return claim===void 0?misfit:withMeaning(claim,question.meaning[value])}case"\
choice":{let option=answer.options.find(o=>o.id===value);return option===void 0?misfit:withMeaning(option.claim,question.meaning[option.id]??option.label)}case"\
number":return numberClaim(answer,value,question,context);case"date":return dateClaim(answer,value,question,context);case"text":return nothing()}},withMeaning=(claim,meaning)=>meaning===
void 0?{claim}:{claim,meaning},boundOf=(bound,{thresholds})=>typeof bound=="number"?bound:Object.hasOwn(thresholds,bound)?thresholds[bound]:void 0,numberClaim=(kind,value,question,context)=>{
let number=typeof value=="number"?value:Number.NaN;if(!Number.isFinite(number)||number<kind.min||number>kind.max)return misfit;let rule=r=>r===void 0?void 0:"at\
Least"in r?{wanted:r.atLeast,words:"at least"}:{wanted:r.atMost,words:"at most"};return measured(number,rule(kind.met),rule(kind.partly),question,context,{said:`${number}\
 ${kind.unit}`,wanted:(words,bound)=>`${words} ${bound} ${kind.unit}`})},dateClaim=(kind,value,question,context)=>{if(!Day.safeParse(value).success)return misfit;
let days=daysBetween(context.now,String(value)),past=[kind.met,kind.partly].some(r=>r!==void 0&&"within"in r);if(futureDay(kind,value,context.now)!==void 0)return nothing(
`${value} has not come yet, and the question asks about the past.`);let rule=r=>r===void 0?void 0:"within"in r?{wanted:r.within,words:"at most"}:{wanted:r.ahead,
words:"at least"},distance=past?Math.max(0,-days):days,when=past?"days ago":"days ahead";return measured(distance,rule(kind.met),rule(kind.partly),question,context,
{said:`${value} is ${distance} ${when}`,wanted:(words,bound)=>`${words} ${bound} ${when}`})},measured=(number,met,partly,question,context,text)=>{let shown2=met??
partly;if(shown2===void 0)return nothing();let holds2=rule=>{let bound2=boundOf(rule.wanted,context);if(bound2!==void 0)return rule.words==="at least"?number>=bound2:
number<=bound2},isMet=met===void 0?!1:holds2(met),isPartly=partly===void 0?!1:holds2(partly);if(isMet===void 0||!isMet&&isPartly===void 0)return nothing("No pro\
file in force sets the threshold that decides this answer.");let claim=isMet?"met":isPartly?"partly":"not-met",bound=boundOf(shown2.wanted,context),fact=bound===
void 0?text.said:`${text.said}; wanted: ${text.wanted(shown2.words,bound)}`,meaning=question.meaning[claim];return{claim,meaning:meaning===void 0?`${fact}.`:`${meaning}\
 (${fact})`}};var evaluateQuestion=(target,{question,questionnaire,canClaim:canClaim2},scope,answer,{profile,tooOld,now,known})=>{let asked=scope.asked(question),due=asked&&isWanted(
question,profile),{claim,meaning}=asked&&answer!==void 0?claimOfAnswer(question,answer,profile,now):{claim:"nothing"};return{definition:question,canClaim:canClaim2,
leftOut:isLeftOut(question,profile)&&answer===void 0,evaluation:{target,question:question.id,questionnaire,section:question.section,asked,due,isNew:due&&answer===
void 0&&!known(question.id),dormant:answer!==void 0&&!asked,claim,stale:answer!==void 0&&tooOld(answer.at),...present({control:question.control,answer,meaning})}}},
isLeftOut=({control,depth},profile)=>control!==void 0&&depth==="detail"&&!profile.asksDetailsOf(control),isWanted=(question,profile)=>question.control===void 0||
profile.requirementOf(question.control)!=="optional"&&!isLeftOut(question,profile),claimOfAnswer=(question,answer,{thresholds},now)=>answer.value==="not-applica\
ble"&&(answer.note??"").trim()===""?{claim:"nothing",meaning:'Answered "not applicable" without the reason that this needs.'}:claimOf(question,answer.value,{thresholds,
now}),deciding=questions=>{let left=leftOut(questions);return questions.filter(q=>q.canClaim&&q.evaluation.asked&&!left.includes(q))},leftOut=questions=>{let claiming=questions.
filter(q=>q.canClaim&&q.evaluation.asked);return claiming.some(q=>q.definition.depth==="core")?claiming.filter(q=>q.leftOut):[]},combinedClaim=questions=>{let claims=deciding(
questions).map(q=>q.evaluation.claim);return claims.includes("not-met")?"not-met":claims.length===0||claims.includes("nothing")?"nothing":claims.includes("partl\
y")?"partly":claims.includes("met")?"met":"not-applicable"};var merge=(before=new Map,batch,run)=>{let now=worstByObject(batch),result=new Map;for(let[object,finding]of now){let last=before.get(object),keeps=last!==void 0&&
concludes(last.finding)&&!concludes(finding);result.set(object,keeps?attempted(last,finding,run):seenIn(finding,run))}let obstacle=obstacleOf([...now.values()]);
if(obstacle===void 0)return result;let seenAll=before.size>0&&[...before.values()].every(last=>concludes(last.finding));obstacle.total&&seenAll&&!before.has("")&&
result.delete("");for(let[object,last]of before)now.has(object)||result.set(object,concludes(last.finding)?attempted(last,obstacle.finding,run):last);return result},
concludes=({outcome})=>isConclusive(outcome),obstacleOf=findings=>{let concluded=findings.some(concludes),whole=findings.find(f=>(f.object??"")===""&&!concludes(
f));if(whole!==void 0)return{finding:whole,total:!concluded};let first=findings[0];return concluded||first===void 0?void 0:{finding:first,total:!1}},missed=(objects,run)=>new Map(
[...objects].map(([object,last])=>[object,isConclusive(last.finding.outcome)?{...last,attempt:{run:run.sha256,at:run.report.finishedAt,reason:run.report.reason??
"internal-error",observed:"The target could not be reached."}}:last])),seenIn=(finding,run)=>({finding,run:run.sha256,at:run.report.finishedAt}),attempted=(last,attempt,run)=>({
...last,attempt:{run:run.sha256,at:run.report.finishedAt,reason:attempt.reason??"internal-error",observed:attempt.observed,...attempt.grant===void 0?{}:{grant:attempt.
grant}}}),gravity={fail:4,error:3,unknown:2,pass:1,"not-applicable":0},worstByObject=batch=>{let result=new Map,sorted=[...batch].sort((a,b)=>byText(a.object??"",
b.object??"")||gravity[b.outcome]-gravity[a.outcome]||byText(a.severity,b.severity)||byText(a.observed,b.observed));for(let finding of sorted){let object=finding.
object??"";result.has(object)||result.set(object,finding)}return result};var inOrder=runs=>[...new Map(runs.map(run=>[run.sha256,run])).values()].sort((a,b)=>Date.parse(a.report.finishedAt)-Date.parse(b.report.finishedAt)||Date.parse(
a.report.startedAt)-Date.parse(b.report.startedAt)||byText(a.sha256,b.sha256)),currentFindings=(target,runs,tooOld)=>{let places=new Map;for(let run of runs){let{
report}=run;if(report.status==="unreachable"&&report.findings.length===0){for(let[place,objects]of places)places.set(place,missed(objects,run));continue}for(let[
place,batch]of groupBy(report.findings,f=>`${f.check} ${f.endpoint}`))places.set(place,merge(places.get(place),batch,run))}let endpoints=target.kind==="database"?
new Set(target.endpoints.map(endpointName)):void 0;return[...places.values()].flatMap(objects=>[...objects.values()]).filter(({finding})=>endpoints?.has(finding.
endpoint)??!0).map(seen=>aged(seen,tooOld)).sort((a,b)=>byFinding(a.finding,b.finding))},byFinding=(a,b)=>byText(a.check,b.check)||byText(a.endpoint,b.endpoint)||
byText(a.object??"",b.object??""),aged=({finding,run,at,attempt},tooOld)=>{let stale=tooOld(at);if(attempt===void 0)return{finding,run,at,stale};let{grant,run:attemptedIn,
...failedAttempt}=attempt;if(!stale||finding.outcome==="fail")return{finding,run,at,stale,failedAttempt};let{reason,observed}=failedAttempt;return{run:attemptedIn,
at:attempt.at,stale:tooOld(attempt.at),finding:{...finding,outcome:"unknown",observed,reason,...grant===void 0?{}:{grant}}}};var answerWords=({definition,evaluation})=>{let value=evaluation.answer?.value;if(value===void 0)return"nothing";if(value==="dont-know")return`"don't know"`;if(value===
"not-applicable")return'"not applicable"';let{answer}=definition;switch(answer.kind){case"yes-no":case"date":return plainText(String(value),40);case"choice":{let option=answer.
options.find(o=>o.id===value);return`"${plainText(option?.label??String(value),90)}"`}case"number":return plainText(`${value} ${answer.unit}`,40);case"text":return"\
with a text"}},answersWords=questions=>{let words=questions.map(answerWords);return words.length<2?words[0]??"nothing":`${words.slice(0,-1).join(", ")} and ${words.
at(-1)??""}`},observedWords=findings=>{let[first,...others]=findings.toSorted((a,b)=>bySeverity(a.severity,b.severity)||byFinding(a,b));if(first===void 0)return"\
nothing";let seen=plainText(first.observed,300).replace(/[.\s]+$/u,""),object=first.object===void 0?void 0:plainText(first.object,80),place=`on ${plainText(first.
endpoint,120)}`,where=object===void 0||seen.includes(object)?place:`${object}, ${place}`,more2=others.length===0?"":`, and ${others.length} more`;return`${seen}\
 (${where})${more2}`},sentence=text=>{let trimmed=text.trim().replace(/[.\s]+$/u,"");return`${trimmed.slice(0,1).toUpperCase()}${trimmed.slice(1)}${/[!?…]$/u.
test(trimmed)?"":"."}`},quoted=title=>`\u201C${plainText(title,130)}\u201D`,counted=(n,one,many=`${one}s`)=>`${n} ${n===1?one:many}`;var failureKey=({check,endpoint,object})=>JSON.stringify([check,endpoint,object??null]),isExpired=(until,now)=>dayOf(now)>until,samePerson=(a,b)=>a.trim().toLowerCase().
normalize("NFC")===b.trim().toLowerCase().normalize("NFC"),isSelfApproved=({approver,by},profile)=>profile.approverIsNotAuthor&&samePerson(approver,by),waiversByFailure=(waivers,profile,now)=>new Map(
waivers.filter(waiver=>!isExpired(waiver.until,now)&&!isSelfApproved(waiver,profile)).toSorted((a,b)=>byText(a.until,b.until)||byText(b.id,a.id)).flatMap(waiver=>waiver.
failures.map(failure=>[failureKey(failure),waiver])));var answersHash=answers=>sha256(canonicalJson(answers.map(({question,value})=>({question,value})).toSorted((a,b)=>byText(a.question,b.question)))),failureOf=({check,
endpoint,object})=>present({check,endpoint,object}),answersOf=questions=>deciding(questions).flatMap(q=>q.evaluation.answer===void 0?[]:[q.evaluation.answer]),contradictionOf=(target,control,questions,failures,resolution,now)=>{
let speaking2=deciding(questions).filter(q=>q.evaluation.claim!=="nothing"),reopened=resolution===void 0?void 0:whyReopened(resolution,questions,failures,now);return present(
{id:`${target.name}/${control.id}`,target:target.id,targetName:target.name,control:control.id,title:control.title,severity:control.severity,text:`${target.name}\
: ${disagreement(speaking2,failures)}`,answers:speaking2.map(q=>q.evaluation),failures,resolution:reopened===void 0?resolution:void 0,reopened})},disagreement=(questions,failures)=>`\
you answered ${answersWords(questions)}; the probe saw: ${observedWords(failures)}.`,whyReopened=(resolution,questions,failures,now)=>{if(isExpired(resolution.until,
now))return`The resolution ended on ${resolution.until}.`;if(resolution.answers!==answersHash(answersOf(questions)))return"The answer changed after the contradi\
ction was resolved.";let known=new Set(resolution.failures.map(failureKey)),added=failures.filter(failure=>!known.has(failureKey(failure)));return added.length===
0?void 0:sentence(`A failure came after the resolution: ${observedWords(added)}`)};var failuresOf=(evaluation,where)=>{let target=evaluation.targets.map(t=>t.target).find(t=>t.id===where.target||t.name===where.target);if(target===void 0)throw new UserError(
`There is no target named ${where.target}.`,['See "dbvet target list".']);let findings=evaluation.findings.filter(f=>f.target===target.id&&f.check===where.check&&
(where.object===void 0||f.object===where.object)),failing=findings.filter(f=>f.outcome==="fail");if(failing.length>0)return failing.map(failureOf);throw notFailing(
target.name,where,findings)},notFailing=(target,{check,object},findings)=>{let what=object===void 0?check:`${check} (${object})`;return findings.some(f=>f.outcome===
"unknown"||f.outcome==="error")?new UserError(`${what} on ${target} is unknown, and what is unknown cannot be waived.`,[...new Set(findings.flatMap(f=>f.grant??
[])),`Probe ${target} again once it can be seen.`]):new UserError(`${what} on ${target} does not fail, so there is nothing to waive.`,['See what fails with "dbv\
et status".'])},waiverOf=(evaluation,input)=>{let{approver,by,now,until}=input,failures=failuresOf(evaluation,input),target=evaluation.targets.find(t=>t.target.
id===input.target||t.target.name===input.target),reason=checkedReason(input);if(approver.trim()==="")throw new UserError("A waiver needs an approver.",["Name on\
e with --approver."]);if(input.approverIsNotAuthor&&samePerson(approver,by))throw new UserError(`${approver} cannot approve a waiver that ${by} wrote.`,["The pr\
ofile in force wants two people: name another approver with --approver."]);let rest={target:target?.target.id??input.target,failures,reason,approver:approver.trim(),
until,by,at:now};return Waiver.parse({id:`w-${sha256(canonicalJson(rest)).slice(0,10)}`,...rest})},resolutionOf=(evaluation,id,input)=>{let contradiction2=contradictionNamed(
evaluation,id);return{target:contradiction2.target,control:contradiction2.control,reason:checkedReason(input),until:input.until,answers:answersHash(contradiction2.
answers.flatMap(q=>q.answer??[])),failures:contradiction2.failures.map(failureOf),by:input.by,at:input.now}},contradictionNamed=(evaluation,id)=>{let found=evaluation.
contradictions.find(c=>c.id===id||`${c.target}/${c.control}`===id);if(found!==void 0)return found;let known=evaluation.contradictions.map(c=>c.id);throw new UserError(
`There is no contradiction ${id}.`,[known.length===0?"Nothing is contradicted now.":`Contradicted now: ${known.join(", ")}.`])},checkedReason=({reason,until,now})=>{
if(reason.trim()==="")throw new UserError("A reason is needed.",["Write one with --reason: a reader must be able to judge it."]);if(!Day.safeParse(until).success)
throw new UserError(`${until} is not a day.`,["Write it as YYYY-MM-DD, for example 2027-01-31."]);if(isExpired(until,now))throw new UserError(`${until} has pass\
ed.`,["Name a day from today on with --until."]);return reason.trim()};var directions=[{name:/(^|-)retention-days$/,stricter:"larger"},{name:/(^|-)days-left$/,stricter:"larger"},{name:/(^|-)(age|drill|rotation|review|patch)-days$/,
stricter:"smaller"},{name:/(^|-)hours$/,stricter:"smaller"}],stricterDirection=(threshold,profile)=>{let direction=directions.find(d=>d.name.test(threshold));if(direction!==
void 0)return direction.stricter;throw new UserError(`The profile ${profile} has a threshold named ${threshold}, and the name does not say which way is stricter\
.`,["End the name in -retention-days or -days-left if larger is stricter.","End it in -age-days, -drill-days, -rotation-days, -review-days, -patch-days or -hour\
s if smaller is stricter."])},effectiveProfile=(content,ids)=>{let profiles=ids.map(id=>profileOf(content,id));if(profiles.length===0)throw new UserError("The a\
ssessment names no profile.",[`Name at least one of: ${content.profiles.map(p=>p.id).join(", ")}.`]);let mandatory=new Set(profiles.flatMap(p=>p.mandatory)),recommended=new Set(
profiles.flatMap(p=>p.recommended));return{ids:profiles.map(p=>p.id).toSorted(),thresholds:strictestThresholds(profiles),maxAge:{answers:Math.min(...profiles.map(
p=>p.maxAge.answers)),runs:Math.min(...profiles.map(p=>p.maxAge.runs))},requirementOf:control=>mandatory.has(control)?"mandatory":recommended.has(control)?"reco\
mmended":"optional",asksDetailsOf:control=>profiles.some(p=>p.details==="all"||p.details==="mandatory"&&p.mandatory.includes(control)),approverIsNotAuthor:profiles.
some(p=>p.approverIsNotAuthor)}},profileOf=(content,id)=>{let profile=content.profiles.find(p=>p.id===id);if(profile!==void 0)return profile;throw new UserError(
`There is no profile named ${id}.`,[`Known profiles: ${content.profiles.map(p=>p.id).join(", ")}.`])},strictestThresholds=profiles=>{let strictest=new Map;for(let profile of profiles)
for(let[name2,value]of Object.entries(profile.thresholds)){let direction=stricterDirection(name2,profile.id),other=strictest.get(name2)??value;strictest.set(name2,
direction==="larger"?Math.max(other,value):Math.min(other,value))}return Object.fromEntries([...strictest].sort(([a],[b])=>a<b?-1:1))};var knownQuestions=state=>{let contents=valuesOf(state.contents??{});return contents.length===0?()=>()=>!0:target=>{let added=target.createdAt.slice(0,10),known=new Set(
contents.filter(c=>c.first||c.on<added).flatMap(c=>c.questions));return question=>known.has(question)}};var settlesFact=({question})=>question.fact===void 0?0:1,kindContent=(content,kind)=>{let questions=content.questionnaires.filter(q=>q.kind===kind).flatMap(q=>q.
questions.map(question=>({question,questionnaire:q.id,canClaim:canClaim(question)}))).toSorted((a,b)=>settlesFact(b)-settlesFact(a)),byControl=groupBy(questions,
q=>q.question.control??""),controls2=content.questionnaires.flatMap(questionnaire=>questionnaire.controls.filter(control=>control.kind===kind).map(control=>{let own=byControl.
get(control.id)??[];return{control,questionnaire:questionnaire.id,section:own[0]?.question.section??questionnaire.sections[0]?.id??"",questions:own}})),facts=questions.
flatMap(({question})=>question.fact===void 0?[]:[[question.fact,question]]);return{questions,controls:controls2,questionById:new Map(questions.map(q=>[q.question.
id,q.question])),questionOfFact:new Map(facts),controlById:new Map(controls2.map(c=>[c.control.id,c.control])),controlsByCheck:new Map([...groupBy(controls2.flatMap(
({control})=>control.checks.map(({check})=>({check,control:control.id}))),({check})=>check)].map(([check,pairs])=>[check,pairs.map(p=>p.control)]))}},scopeOf=(target,content,answers,organisation)=>{
let askedAlready=new Map,open=new Set,value=question=>question!==void 0&&asked(question)?answers.get(question.id)?.value:void 0,fact=id=>value(content.questionOfFact.
get(id))??organisation?.fact(id),sources={fact,answer:id=>value(content.questionById.get(id)),target:attribute=>attributeOf(target,attribute)},applies=control=>control.
appliesWhen===void 0||holds(control.appliesWhen,sources)!==!1,decide=question=>{let control=question.control===void 0?void 0:content.controlById.get(question.control);
return control!==void 0&&!applies(control)?!1:question.when===void 0||holds(question.when,sources)!==!1},asked=question=>{let known=askedAlready.get(question.id);
if(known!==void 0)return known;if(open.has(question.id))return!1;open.add(question.id);let result=decide(question);return open.delete(question.id),askedAlready.
set(question.id,result),result};return{applies,asked,holds:condition=>holds(condition,sources),fact}},attributeOf=(target,attribute)=>attribute==="kind"?target.
kind:target.kind==="database"?target[attribute]:void 0;var olderThan=(now,days)=>{let oldest=addDays(now,-days);return instant=>instant.slice(0,10)<oldest};var contextsOf=({content,state,runs,checks,now})=>{let kinds=new Map(TargetKind.options.map(kind=>[kind,kindContent(content,kind)])),checkById=new Map(checks.map(
check=>[check.id,check])),answers=groupBy(valuesOf(state.answers),a=>a.target),resolutions=groupBy(valuesOf(state.resolutions),r=>r.target),waivers=groupBy(valuesOf(
state.waivers),w=>w.target),runsByTarget=groupBy(inOrder(runs),r=>r.report.target),evidence=groupBy(valuesOf(state.evidence).flatMap(e=>e.links.map(link=>({e,link}))),
({link})=>link.target),profiles=new Map,profileOf2=({profiles:own})=>{let ids=own===void 0||own.length===0?state.settings.profiles:own,key=ids.join(" "),known2=profiles.
get(key)??effectiveProfile(content,ids);return profiles.set(key,known2),known2},answersOf2=target=>new Map((answers.get(target.id)??[]).map(a=>[a.question,a])),
kindOf2=target=>kinds.get(target.kind)??kindContent(content,target.kind),live=valuesOf(state.targets).filter(t=>t.retiredAt===void 0).toSorted(byTarget),organisation=live.
find(t=>t.kind==="organisation"),organisationScope=organisation===void 0?void 0:scopeOf(organisation,kindOf2(organisation),answersOf2(organisation)),known=knownQuestions(
state);return live.map(target=>{let kind=kindOf2(target),own=answersOf2(target),profile=profileOf2(target),scope=scopeOf(target,kind,own,target.id===organisation?.
id?void 0:organisationScope),rules={profile,tooOld:olderThan(now,profile.maxAge.answers),now,known:known(target)},questions=kind.questions.map(q=>evaluateQuestion(
target.id,q,scope,own.get(q.question.id),rules)),runsOfTarget=runsByTarget.get(target.id)??[],findings=joined(target,runsOfTarget,kind,waiversByFailure(waivers.
get(target.id)??[],profile,now),olderThan(now,profile.maxAge.runs));return{target,content,kind,scope,profile,questions,questionsByControl:groupBy(questions,q=>q.
definition.control??""),findings,findingsByCheck:groupBy(findings,f=>f.check),evidenceByControl:new Map([...groupBy(evidence.get(target.id)??[],({link})=>link.control)].
map(([control,links])=>[control,links.map(({e})=>e)])),resolutions:new Map((resolutions.get(target.id)??[]).map(r=>[r.control,r])),checks:checkById,runs:runsOfTarget,
now}})},joined=(target,runs,kind,waivers,tooOld)=>{let controls2=kind.controlsByCheck;return currentFindings(target,runs,tooOld).map(seen=>{let{finding,failedAttempt}=seen,
object=finding.object===void 0?"":`/${finding.object}`,waiver=finding.outcome==="fail"?waivers.get(failureKey(finding)):void 0,current=Object.assign({id:`${target.
name}/${finding.check}${object}`,target:target.id,targetName:target.name,run:seen.run,at:seen.at,stale:seen.stale,controls:controls2.get(finding.check)??[]},finding),
attempted2=failedAttempt===void 0?current:{...current,failedAttempt};return waiver===void 0?attempted2:{...attempted2,waiver}})};var steps=["none","claimed","documented","verified"],stepDown=assurance=>steps[Math.max(0,steps.indexOf(assurance)-1)]??"none",lower=(a,b)=>steps.indexOf(a)<=steps.
indexOf(b)?a:b,isFirm=assurance=>assurance==="documented"||assurance==="verified";var kindOf=(evidence,content)=>content.evidenceKinds.find(kind=>kind.id===evidence.kind),convincesUntil=(evidence,content)=>{let days=kindOf(evidence,content)?.
validDays;if(days===void 0)return evidence.validUntil;let aged2=addDays(evidence.effective,days);return aged2<evidence.validUntil?aged2:evidence.validUntil},isAccepted=(evidence,kind,control)=>control===
void 0||control.evidence.length===0||evidence.kind!==void 0&&control.evidence.includes(evidence.kind)||kind!==void 0&&accepts(control,kind),remarksOn=(view,kind,weak)=>{
let aged2=view.until<view.validUntil&&kind?.validDays!==void 0;return[...view.notYet?[`does not count before ${view.effective}, the day that it speaks of`]:[],...view.
expired?[`expired on ${view.until}${aged2?`: this kind convinces for ${kind.validDays} days`:""}`]:[],...view.accepted?[]:[view.kind===void 0?"does not count: n\
obody said of what kind it is":"does not count: the control accepts other kinds"],...weak===void 0?[]:[weak],...view.olderThanAnswer?["older than the answer"]:[],
...view.redacted===void 0?[]:["a redacted copy"]]},viewOf=(evidence,content,control,changedAt,now)=>{let kind=kindOf(evidence,content),until=convincesUntil(evidence,
content),view={...evidence,until,expired:dayOf(now)>until,notYet:evidence.effective>dayOf(now),accepted:isAccepted(evidence,kind,control),olderThanAnswer:changedAt!==
void 0&&evidence.effective<dayOf(changedAt)},weak=kind===void 0||control===void 0||!view.accepted?void 0:weakness(kind,control,content.evidenceKinds);return{...view,
weaker:weak!==void 0,remarks:remarksOn(view,kind,weak)}},documents=({expired,notYet,accepted})=>!expired&&!notYet&&accepted;var outOfScope=control=>sentence(plainText(control.notApplicableReason??"The scoping answers say that this does not apply")),because=reasons=>sentence(clause(reasons)),
clause=reasons=>{let{judgement,questions,observation,contradiction:contradiction2,stale}=reasons,old=stale?", and this is older than the profile allows":"";if(contradiction2?.
resolution!==void 0){let{reason,until}=contradiction2.resolution;return`answered ${saying(questions)}; the observation was set aside until ${until}: ${plainText(
reason,200)}`}if(contradiction2!==void 0)return disagreement(speaking(questions),observation.failures).replace(/\.$/,old);switch(judgement.rests){case"nothing":
return unknownClause(reasons);case"observation":return`${observedClause(observation)}${old}`;case"claim":return`${claimClause(reasons)}${old}`}},speaking=questions=>deciding(
questions).filter(q=>q.evaluation.claim!=="nothing"),saying=questions=>answersWords(speaking(questions)),strongest=proofs=>proofs.find(proof=>!proof.weaker)??proofs[0],
named=view=>{let[remark]=view.remarks,title=plainText(view.title,100);return remark===void 0?title:`${title} (${remark})`},claimClause=({judgement,questions,evidence,
observation})=>{let unasked=leftOut(questions).length,rest=unasked===0||judgement.state==="not-met"||judgement.state==="not-applicable"?"":` (${counted(unasked,
"detail")} left out by the profile)`,said=`answered ${saying(questions)}${rest}`;if(judgement.askAgain)return observation.verdict==="not-applicable"?`${said}, b\
ut the probe found nothing that this applies to, so ask again`:`${said}, but the probe saw better, so ask again`;if(judgement.state==="not-met")return said;let proof=strongest(
evidence.filter(documents));if(proof!==void 0)return`${said}, and documented by ${named(proof)}`;let[idle]=evidence;return idle===void 0?`${said}, and nothing h\
as confirmed it yet`:`${said}, and nothing that counts confirms it: ${named(idle)}`},observedClause=({verdict,basis})=>{let checks=counted(unique(basis.map(f=>f.
check)).length,"required check"),places=unique(basis.map(f=>plainText(f.endpoint,120))).join(", ");return verdict==="met"?`${checks} passed on ${places}`:verdict===
"not-applicable"?`${checks} found nothing that this applies to on ${places}`:`the probe saw: ${observedWords(basis)}`},unknownClause=({questions,control,observation})=>{
let asked=deciding(questions),answered=asked.filter(q=>q.evaluation.answer!==void 0),answer=asked.length===0?"no question settles it":answered.length===0?"not a\
nswered":answered.length<asked.length?`${counted(asked.length-answered.length,"question")} of ${asked.length} not answered`:`answered ${answersWords(asked)}, wh\
ich settles nothing`;return control.checks.length===0?answer:observation.open.length===0?`${answer}, and no probe can prove it`:`${answer}, and ${counted(observation.
open.length,"required check")} could not settle it`};var observe=(control,target,findings,checks)=>{let of=check=>findings.get(check)??[],failures=unique(control.checks.filter(c=>c.role!=="informs").map(c=>c.check)).
flatMap(of).filter(f=>f.outcome==="fail"&&atLeast(f.severity,"low")),required=unique(control.checks.filter(c=>c.role==="required").map(c=>c.check)),results=required.
map(check=>({check,settled:settle(of(check),checks.get(check),target)})),open=results.filter(r=>r.settled==="open").map(r=>r.check);return failures.length>0?{verdict:control.
failingMeans,basis:failures,failures,open}:required.length===0||open.length>0?{basis:[],failures,open}:{verdict:results.some(r=>r.settled==="passed")?"met":"not\
-applicable",basis:required.flatMap(of),failures,open}},endpointsOf=(target,{scope})=>{if(target.kind!=="database")return;let nodes=target.endpoints.filter(({role})=>role!==
"pooler");return unique((scope==="node"&&nodes.length>0?nodes:target.endpoints).map(endpointName))},settle=(findings,check,target)=>{if(check===void 0||findings.
length===0)return"open";let seen=(endpointsOf(target,check)??unique(findings.map(f=>f.endpoint)).toSorted(byText)).map(endpoint=>findings.filter(f=>f.endpoint===
endpoint));if(seen.some(here=>here.some(isFailure)&&settleOne(here)==="open"))return"open";let results=seen.map(settleOne),counted2=check.scope==="server"?results.
filter(r=>r!=="open"):results;return counted2.length===0||counted2.includes("open")?"open":counted2.includes("passed")?"passed":"not-applicable"},isFailure=finding=>finding.
outcome==="fail",settleOne=findings=>{let telling=findings.filter(f=>!isFailure(f));return telling.length===0||!telling.every(f=>f.outcome==="pass"||f.outcome===
"not-applicable")?"open":telling.some(f=>f.outcome==="pass")?"passed":"not-applicable"};var comparedAs=(control,{profile,scope})=>present({weight:weightUnder(control,profile.ids),knockOut:knockOutUnder(control,scope)}),weightUnder=({weight,weightIn},profiles)=>weight===
void 0?void 0:Math.max(...profiles.map(id=>weightIn?.[id]??weight)),knockOutUnder=({knockOut},scope)=>{if(typeof knockOut=="boolean")return knockOut?"applies":void 0;
switch(scope.holds(knockOut.when)){case!0:return"applies";case void 0:return"depends";case!1:return}};var settledBy=subject=>{let{state,assurance,control,questions,observation,context}=subject;if(assurance==="verified"||state==="contradicted")return[];let open=deciding(
questions).filter(q=>q.evaluation.claim==="nothing"),answers=due=>open.filter(q=>q.evaluation.due===due).map(q=>`Answer: ${q.definition.text}`),checks=control.checks.
filter(c=>c.role!=="informs").map(c=>c.check),probe=observation.open.some(check=>context.checks.has(check)&&!context.findingsByCheck.has(check))&&context.target.
kind==="database"?[`Probe ${context.target.name}.`]:[],missing=checks.flatMap(check=>context.findingsByCheck.get(check)??[]).flatMap(finding=>remedyOf(finding));
return unique([...answers(!0),...probe,...missing,...answers(!1)])},remedies={"no-credentials":target=>`Give dbvet a scanner login on ${target}.`,"authenticatio\
n-failed":target=>`Correct the scanner login on ${target}.`,"certificate-not-verified":target=>`Name the certificate authority of ${target}.`},stepOf=grant=>{let{
statement,caution}=splitGrant(grant);return caution===void 0?statement:`${statement} (${caution})`},remedyOf=({outcome,grant,reason,targetName})=>{if(outcome!==
"unknown")return[];if(grant!==void 0)return[stepOf(grant)];let remedy=reason===void 0?void 0:remedies[reason];return remedy===void 0?[]:[remedy(targetName)]};var agreed=state=>({state,contradicted:!1,askAgain:!1,rests:"observation"}),claimed=(state,askAgain=!1)=>({state,contradicted:!1,askAgain,rests:"claim"}),contradiction={
state:"contradicted",contradicted:!0,askAgain:!1,rests:"observation"},judge=(claim,observation)=>{if(claim==="nothing")return observation===void 0?{state:"unkno\
wn",contradicted:!1,askAgain:!1,rests:"nothing"}:agreed(observation);if(observation===void 0)return claimed(claim);if(claim===observation)return agreed(claim);switch(observation){case"\
met":return claimed(claim,!0);case"not-applicable":return claimed(claim,claim!=="met");case"partly":return claim==="not-met"?claimed(claim,!0):contradiction;case"\
not-met":return contradiction}};var evaluateControl=({control,questionnaire,section},context)=>{let{target,checks,findingsByCheck}=context,questions=context.questionsByControl.get(control.id)??
[],evidence=evidenceOf(control,questions,context),judged=context.scope.applies(control)?judgeControl(control,questions,evidence,context):outsideScope(control);return Object.
assign({id:`${target.name}/${control.id}`,target:target.id,targetName:target.name,kind:target.kind,control:control.id,definition:control,questionnaire,section,requirement:context.
profile.requirementOf(control.id),...comparedAs(control,context),questions:questions.map(q=>q.evaluation),findings:control.checks.flatMap(({check,role})=>(findingsByCheck.
get(check)??[]).map(finding=>Object.assign({role},finding))),planned:control.checks.map(c=>c.check).filter(check=>!checks.has(check)),evidence,references:control.
references},judged)},outsideScope=control=>({state:"not-applicable",because:outOfScope(control),assurance:"claimed",stale:!1,waived:!1,settledBy:[],askAgain:!1}),
judgeControl=(control,questions,evidence,context)=>{let{target}=context,observation=observe(control,target,context.findingsByCheck,context.checks),claim=combinedClaim(
questions),first=judge(claim,observation.verdict),resolution=context.resolutions.get(control.id),contradiction2=first.contradicted?contradictionOf(target,control,
questions,observation.failures,resolution,context.now):void 0,judgement=contradiction2?.resolution===void 0?first:judge(claim,void 0),{state,askAgain}=judgement,
ground=groundOf(judgement,questions,observation,evidence),{stale}=ground,assurance=stale?stepDown(ground.assurance):ground.assurance;return{state,because:because(
{judgement,control,questions,observation,contradiction:contradiction2,evidence,stale}),assurance,stale,waived:(state==="not-met"||state==="partly")&&observation.
verdict===state&&observation.failures.every(f=>f.waiver!==void 0),settledBy:settledBy({state,assurance,control,questions,observation,context}),askAgain,...present(
{claim:claim==="nothing"?void 0:claim,observation:observation.verdict,contradiction:contradiction2,since:ground.since})}},groundOf=(judgement,questions,observation,evidence)=>{
let answers=answersOf(questions);return judgement.rests==="nothing"?{assurance:"none",stale:!1,since:void 0}:judgement.rests==="observation"?{assurance:judgement.
contradicted?"none":"verified",stale:observation.basis.some(f=>f.stale),since:latest(judgement.contradicted?[...observation.basis,...answers].map(x=>x.at):observation.
basis.map(f=>f.at))}:{assurance:judgement.state!=="not-met"&&evidence.some(documents)?"documented":"claimed",stale:deciding(questions).some(q=>q.evaluation.stale),
since:latest(answers.map(a=>a.at))}},evidenceOf=(control,questions,context)=>{let changedAt=latest(answersOf(questions).map(a=>a.at));return(context.evidenceByControl.
get(control.id)??[]).map(evidence=>viewOf(evidence,context.content,control,changedAt,context.now))},latest=instants=>instants.toSorted(byText).at(-1);var linkedIds=(target,relation)=>{switch(target.kind){case"database":return relation==="vendor"&&target.vendor!==void 0?[target.vendor]:[];case"application":return relation===
"uses"?unique(target.uses):[];case"infrastructure":return relation==="hosts"?unique(target.hosts):[];case"backup":return relation==="of"?unique(target.of):[];case"\
organisation":case"vendor":return[]}},deriveControls=(controls2,targets)=>{let byKey=new Map(controls2.map(c=>[keyOf(c.target,c.control),c])),done=new Map,open=new Set,
derived=control=>{let{derives}=control.definition,target=targets.get(control.target);if(control.state!=="unknown"||derives===void 0||target===void 0)return control;
let key=keyOf(control.target,control.control),known=done.get(key);if(known!==void 0)return known;if(open.has(key))return control;open.add(key);let linked=linkedIds(
target,derives.relation).map(id=>byKey.get(keyOf(id,derives.control))).filter(c=>c!==void 0).map(derived);open.delete(key);let result=taken(control,linked);return done.
set(key,result),result};return controls2.map(derived)},keyOf=(target,control)=>`${target} ${control}`,worstFirst=["not-met","unknown","partly","met","not-applic\
able"],taken=(control,linked)=>{let states=linked.map(c=>c.state==="contradicted"?"not-met":c.state),state=worstFirst.find(s=>states.includes(s));if(state===void 0||
state==="unknown")return control;let deciding2=linked.filter((_,i)=>states[i]===state),assurance=deciding2.map(c=>c.assurance).reduce(lower,"verified"),since=deciding2.
flatMap(c=>c.since??[]).toSorted(byText).at(-1);return{...control,...present({since}),state,assurance,stale:deciding2.some(c=>c.stale),because:`Taken from ${deciding2.
map(c=>c.id).join(", ")}: nobody answered here.`}};var expiriesOf=(context,{evidence,waivers,contradictions,decisions})=>{let{content,now,target}=context,at=(what,on,control)=>({what,on,inDays:daysBetween(now,on),
...control===void 0?{}:{control}}),artifacts=evidence.filter(e=>!evidence.some(other=>replaces(other,e,context))).map(e=>at(plainText(e.title,60),convincesUntil(
e,content),e.links.find(l=>l.target===target.id)?.control)),accepted=waivers.map(w=>at(`waiver of ${plainText([...new Set(w.failures.map(f=>f.check))].join(", "),
60)}`,w.until)),resolved=contradictions.flatMap(c=>c.resolution===void 0?[]:[at(`resolution on ${c.control}`,c.resolution.until,c.control)]),risks=decisions.flatMap(
d=>d.treatment==="accept"&&d.until!==void 0?[at(`acceptance of ${d.risk}`,d.until)]:[]);return[...artifacts,...accepted,...resolved,...risks,...answeredDays(context,
at)].toSorted((a,b)=>byText(a.on,b.on)||byText(a.what,b.what))},replaces=(newer,older,{content,target,now})=>newer.kind!==void 0&&newer.kind===older.kind&&newer.
effective<=dayOf(now)&&convincesUntil(newer,content)>convincesUntil(older,content)&&older.links.filter(link=>link.target===target.id).every(link=>newer.links.some(
l=>l.target===link.target&&l.control===link.control)),answeredDays=({questions,profile},at)=>questions.flatMap(({definition,evaluation})=>{let{answer,id,control}=definition,
value=evaluation.answer?.value;if(!evaluation.asked||answer.kind!=="date"||!Day.safeParse(value).success)return[];if([answer.met,answer.partly].filter(r=>r!==void 0).
some(r=>"ahead"in r))return[at(answer.expires??id,String(value),control)];let{expires,met}=answer;if(expires===void 0||met===void 0||!("within"in met))return[];
let days=typeof met.within=="number"?met.within:profile.thresholds[met.within];return days===void 0?[]:[at(expires,addDays(String(value),days),control)]});var scoreOf=controls2=>{let met=0,notMet=0,applicable=0,weightMet=0,weight=0;for(let control of controls2){let{state,definition}=control;if(state==="not-applica\
ble"||isUnwanted(control)||(applicable+=1,state==="unknown"))continue;let w=severityWeight(definition.severity);weight+=w,state==="met"?(met+=1,weightMet+=w):notMet+=
1}let known=met+notMet;return{met,notMet,...weight===0?{}:{value:weightMet/weight},known,applicable,coverage:applicable===0?0:known/applicable}};var isFailing=({state})=>state==="not-met"||state==="contradicted",evaluateTarget=({context,controls:controls2,contradictions,expiries})=>{let due=context.questions.
filter(q=>q.evaluation.due),open=due.filter(q=>q.evaluation.answer===void 0),count=keep=>context.questions.filter(q=>keep(q.evaluation)).length,failing=controls2.
filter(isFailing),last=context.runs.at(-1)?.report,dated=expiries.map(({what,on,inDays})=>({what,on,inDays})),expired=dated.filter(e=>e.inDays<0);return{target:context.
target,asked:due.length,answered:due.length-open.length,left:{questions:open.length,seconds:secondsFor(open.map(q=>q.definition))},optional:count(q=>q.asked&&!q.
due),fresh:count(q=>q.isNew),dormant:count(q=>q.dormant),verified:controls2.filter(c=>c.state==="met"&&c.assurance==="verified").length,failing:failing.length,criticalFailing:failing.
filter(c=>c.definition.severity==="critical").length,unknown:controls2.filter(c=>c.state==="unknown"&&!isUnwanted(c)).length,contradictions:contradictions.filter(
c=>c.resolution===void 0).length,knockOuts:failing.filter(c=>c.knockOut==="applies").map(c=>c.control),score:scoreOf(controls2),...present({lastRun:last===void 0?
void 0:present({at:last.finishedAt,status:last.status,reason:last.reason}),expires:dated.find(e=>e.inDays>=0),expired:expired.length===0?void 0:expired})}};var ranks={noTarget:0,contradiction:1,criticalFailure:2,scoping:3,mandatoryUnknown:4,neverProbed:5,expiring:6,failure:7,unanswered:8,askAgain:9,stale:10},failureStep=(severity,on,text)=>({
...on,rank:severity==="critical"?ranks.criticalFailure:ranks.failure,kind:"failure",severity,text}),controlStep=(control,context,taken2)=>{let{definition,targetName}=control,
on={target:control.target,targetName,control:control.control},{severity}=definition,what=quoted(definition.title);if(control.state==="contradicted")return{...on,
rank:ranks.contradiction,kind:"contradiction",severity,text:`${targetName}: settle the contradiction on ${what}.`};if(isFailing(control)||control.state==="partl\
y")return control.waived?void 0:{...failureStep(severity,on,`${targetName}: mend ${what}.`),...on};if(control.state==="unknown"&&control.requirement==="mandator\
y")return unknownStep(control,context,taken2);if(control.askAgain)return{...on,rank:ranks.askAgain,kind:"question",severity,text:`${targetName}: answer ${what} \
again: the probe saw otherwise.`};if(control.stale&&control.state!=="unknown")return{...on,rank:ranks.stale,kind:"stale",severity,text:`${targetName}: look agai\
n at ${what}: what is known is too old.`}},unknownStep=(control,context,taken2)=>{let questions=deciding(context.questionsByControl.get(control.control)??[]).filter(
q=>q.evaluation.due),probed=control.definition.checks.some(c=>c.role!=="informs"&&context.checks.has(c.check)),open=questions.find(q=>q.evaluation.answer===void 0)??
(probed?void 0:questions.find(q=>q.evaluation.claim==="nothing"));if(open===void 0&&probed&&context.runs.length===0)return;open!==void 0&&taken2.add(open.definition.
id);let how=open===void 0?`find out ${quoted(control.definition.title)}. ${sentence(control.settledBy[0]??control.because)}`:`answer ${quoted(open.definition.text)}`;
return present({target:control.target,targetName:control.targetName,control:control.control,question:open?.definition.id,rank:ranks.mandatoryUnknown,kind:open===
void 0&&probed?"probe":"question",severity:control.definition.severity,text:`${control.targetName}: ${how}`})};var soonDays=60,nextSteps=subjects=>{let steps2=subjects.flatMap(stepsOf);return[...subjects.some(s=>s.context.target.kind!=="organisation")?[]:[{rank:ranks.noTarget,
kind:"target",severity:"high",text:'Add the first database with "dbvet target add NAME URL".'}],...steps2].toSorted((a,b)=>a.rank-b.rank||bySeverity(a.severity,
b.severity)).map(({rank:_,...step})=>step)},stepsOf=subject=>{let{context,controls:controls2,expiries,selfApproved}=subject,{id,name:name2,kind}=context.target,
on={target:id,targetName:name2},taken2=new Set,fromControls=controls2.flatMap(control=>controlStep(control,context,taken2)??[]),probe=kind==="database"&&context.
runs.length===0?[{...on,rank:ranks.neverProbed,kind:"probe",severity:"high",text:`${name2}: probe it; nothing has looked at it yet.`}]:[],soon=expiries.filter(e=>e.
inDays<=soonDays).map(e=>expiryStep(e,on)),alone=selfApproved.map(waiver=>({...on,rank:ranks.expiring,kind:"expiry",severity:"high",text:`${name2}: the waiver ${waiver.
id} was approved by its own author and does not hold; the profile wants another approver.`})),counted2=failuresCounted(controls2),loose=context.findings.filter(
f=>isOpenFailure(f)&&!counted2.has(failureKey(f))).map(f=>failureStep(f.severity,on,`${name2}: mend ${quoted(f.title)}${objectWords(f)}.`)),questions=context.questions.
filter(q=>q.evaluation.due&&q.evaluation.answer===void 0).filter(q=>q.definition.fact===void 0&&!taken2.has(q.definition.id)).map(({definition,evaluation})=>present(
{...on,rank:ranks.unanswered,kind:"question",control:evaluation.control,question:definition.id,severity:severityOf(evaluation.control,context),text:`${name2}: a\
nswer ${quoted(definition.text)}`}));return[...scopingStep(context),...fromControls,...probe,...soon,...alone,...loose,...questions]},scopingStep=({questions,target})=>{
let open=questions.filter(q=>q.definition.fact!==void 0&&q.evaluation.due&&q.evaluation.answer===void 0),[first]=open;if(first===void 0)return[];let what=open.length===
1?`answer ${quoted(first.definition.text)}`:`answer the ${open.length} questions that decide what else is asked, beginning with ${quoted(first.definition.text)}`;
return[{target:target.id,targetName:target.name,question:first.definition.id,rank:ranks.scoping,kind:"question",severity:"high",text:`${target.name}: ${what}`}]},
failuresCounted=controls2=>new Set(controls2.filter(c=>c.observation!==void 0).flatMap(c=>c.findings.filter(f=>f.role!=="informs"&&f.outcome==="fail")).map(failureKey)),
objectWords=({object})=>object===void 0?"":`, ${plainText(object,60)}`,isOpenFailure=f=>f.outcome==="fail"&&f.waiver===void 0&&atLeast(f.severity,"low"),severityOf=(control,context)=>(control===
void 0?void 0:context.kind.controlById.get(control)?.severity)??"medium",expiryStep=({what,on:day,inDays,control},on)=>present({...on,rank:ranks.expiring,kind:"\
expiry",control,severity:inDays<0?"high":"medium",text:inDays<0?`${on.targetName}: ${what} ran out on ${day}.`:`${on.targetName}: ${what} runs out on ${day}, in\
 ${inDays} ${inDays===1?"day":"days"}.`});var evaluateRisk=(scenario,target,scope,controls2,decision,now)=>{let raised=scenario.impactRaisedWhen.filter(c=>scope.holds(c)===!0).length,inherent=score(scenario.
likelihood,Math.min(5,scenario.impact+raised)),of=treatment=>treatment.controls.flatMap(id=>controls2.get(id)??[]),residual=view=>{let strongest3=factor=>Math.max(
0,...scenario.treatments.filter(t=>t.lowers===factor).map(t=>effectOf(t,controls2,scope,view)));return score(Math.max(1,inherent.likelihood-strongest3("likeliho\
od")),Math.max(1,inherent.impact-strongest3("impact")))};return{id:`${target.name}/${scenario.id}`,target:target.id,targetName:target.name,risk:scenario.id,definition:scenario,
inherent,claimed:residual("claimed"),verified:residual("verified"),treatments:scenario.treatments.map(treatment=>({controls:treatment.controls.map(id=>{let control=controls2.
get(id);return{id,state:control?.state??"unknown",assurance:control?.assurance??"none"}}),lowers:treatment.lowers,by:treatment.by,why:treatment.why,countsAsClaimed:effectOf(
treatment,controls2,scope,"claimed")>0,countsAsVerified:effectOf(treatment,controls2,scope,"verified")>0})),...present({decision}),accepted:isAccepted2(decision,
now)||scenario.treatments.flatMap(of).some(c=>c.findings.some(f=>f.waiver!==void 0))}},score=(likelihood,impact)=>({likelihood,impact,level:riskLevel(likelihood,
impact)}),isAccepted2=(decision,now)=>decision?.treatment==="accept"&&(decision.until===void 0||!isExpired(decision.until,now)),effectOf=(treatment,controls2,scope,view)=>{
let holding=treatment.controls.map(id=>holdingOf(controls2.get(id),scope,view)).filter(h=>h!=="left-out");return holding.length===0||holding.includes("no")?0:holding.
includes("partly")?Math.min(treatment.partlyBy??0,treatment.by):treatment.by},holdingOf=(control,scope,view)=>{if(control===void 0)return"no";let{state,assurance,
observation,definition}=control,believed=view==="claimed"||isFirm(assurance);switch(state){case"met":return believed?"met":observation==="not-applicable"?"left-\
out":"no";case"partly":return believed?"partly":"no";case"not-applicable":return believed||(observation==="not-applicable"||observation==="met")||!scope.applies(
definition)?"left-out":"no";case"not-met":case"unknown":case"contradicted":return"no"}};var waiverView=(waiver,{target,findings},now)=>{let failing=new Set(findings.filter(f=>f.outcome==="fail").map(failureKey));return{...waiver,targetName:target.name,
expired:isExpired(waiver.until,now),stillFails:waiver.failures.filter(f=>failing.has(failureKey(f))).map(failureOf)}},evidenceView=(evidence,controls2,targets,content,now)=>{
let beside=evidence.links.flatMap(link=>controls2.get(link.target)?.find(c=>c.control===link.control)?.evidence.filter(view=>view.id===evidence.id)??[]),own=viewOf(
evidence,content,void 0,void 0,now);return{...own,accepted:beside.length===0||beside.some(view=>view.accepted),weaker:beside.some(view=>view.weaker),olderThanAnswer:beside.
some(view=>view.olderThanAnswer),remarks:unique([...own.remarks,...beside.flatMap(view=>view.remarks)]),targets:unique(evidence.links.flatMap(link=>targets.get(
link.target)?.name??[]))}};var assess=input=>{let{content,state,now}=input,contexts=contextsOf(input),targets=new Map(contexts.map(c=>[c.target.id,c.target])),controls2=deriveControls(contexts.
flatMap(c=>c.kind.controls.map(placed=>evaluateControl(placed,c))),targets),controlsByTarget=groupBy(controls2,c=>c.target),decisions=groupBy(valuesOf(state.decisions),
d=>d.target),waivers=groupBy(valuesOf(state.waivers),w=>w.target),evidence=valuesOf(state.evidence).filter(e=>e.links.some(l=>targets.has(l.target))),subjects=contexts.
map(context=>{let{id}=context.target,own=controlsByTarget.get(id)??[],accepted=waivers.get(id)??[],selfApproved=accepted.filter(w=>isSelfApproved(w,context.profile)),
contradictions=own.flatMap(c=>c.contradiction??[]),expiries=expiriesOf(context,{evidence:evidence.filter(e=>e.links.some(l=>l.target===id)),waivers:accepted.filter(
w=>!selfApproved.includes(w)),contradictions,decisions:decisions.get(id)??[]});return{context,controls:own,contradictions,expiries,selfApproved}}),evaluated=subjects.
map(evaluateTarget);return{at:now,organisation:state.settings.organisation,profiles:state.settings.profiles,targets:evaluated,questions:contexts.flatMap(c=>c.questions.
map(q=>q.evaluation)),controls:controls2,findings:contexts.flatMap(c=>c.findings),contradictions:subjects.flatMap(s=>s.contradictions),risks:subjects.flatMap(s=>risksOf(
s.context,s.controls,decisions.get(s.context.target.id)??[])),waivers:contexts.flatMap(context=>(waivers.get(context.target.id)??[]).map(w=>waiverView(w,context,
now))),evidence:evidence.map(e=>evidenceView(e,controlsByTarget,targets,content,now)),score:scoreOf(controls2),left:{questions:total(evaluated,t=>t.left.questions),
seconds:total(evaluated,t=>t.left.seconds)},next:nextSteps(subjects)}},total=(values,of)=>values.reduce((sum,value)=>sum+of(value),0),risksOf=({content,target,scope,
now},controls2,decisions)=>{let byId=new Map(controls2.map(c=>[c.control,c]));return content.risks.filter(risk=>risk.kind===target.kind).filter(risk=>risk.appliesWhen===
void 0||scope.holds(risk.appliesWhen)!==!1).map(risk=>{let decision=decisions.find(d=>d.risk===risk.id);return evaluateRisk(risk,target,scope,byId,decision,now)})};var isCompared=({weight,knockOut})=>weight!==void 0||knockOut!==void 0,matrixOf=(evaluation,vendors,weights)=>{let ids=new Set(vendors.map(v=>v.target.id)),own=evaluation.
controls.filter(c=>ids.has(c.target)),compared=new Set(own.filter(isCompared).map(c=>c.control)),controls2=own.filter(c=>compared.has(c.control)),criteria=[...groupBy(
controls2,c=>c.control)].map(([control,all])=>({control,title:all[0]?.definition.title??control,weight:weights.get(control)??Math.max(...all.map(c=>c.weight??0)),
knockOut:all.some(c=>c.knockOut!==void 0)})).toSorted((a,b)=>b.weight-a.weight),byKey=new Map(controls2.map(c=>[`${c.target} ${c.control}`,c])),rows=vendors.toSorted(
(a,b)=>a.target.name<b.target.name?-1:1).map(target=>({target,cells:criteria.flatMap(({control})=>{let found=byKey.get(`${target.target.id} ${control}`);return found===
void 0?[]:[cellOf(found)]})}));return{criteria,rows}},cellOf=c=>present({control:c.control,state:c.state,assurance:c.assurance,stale:c.stale,because:c.because,requirement:c.
requirement,knockOut:c.knockOut});var titleOf=({criteria},control)=>plainText(criteria.find(c=>c.control===control)?.title??control,110),shiftText=(found,{control,from,to,first})=>{let names=found.
vendors.filter(v=>first.includes(v.vendor)).map(v=>plainText(v.name,60)),then=names.length>1?`${names.join(" and ")} are equal`:`${names.join("")} is first`;return`\
with \u201C${titleOf(found,control)}\u201D at ${to} instead of ${from}, ${then}`};var enough=.6666666666666666,fails=({state})=>state==="not-met"||state==="contradicted",knockedOutBy=cells=>cells.filter(c=>c.knockOut==="applies"&&fails(c)).map(
c=>c.control),openKnockOuts=cells=>cells.filter(c=>c.knockOut!==void 0&&c.state==="unknown"||c.knockOut==="depends"&&fails(c)).map(c=>c.control),openMustHaves=cells=>cells.
filter(c=>c.requirement==="mandatory"&&c.knockOut===void 0).filter(c=>fails(c)||c.state==="partly"||c.state==="unknown").map(c=>c.control),lacksOf=(cells,{known,
applicable},base)=>{let controls2=openKnockOuts(cells),coverage=applicable===0?0:known/applicable;return[...controls2.length>0?[{kind:"knock-out-open",controls:controls2}]:
[],...coverage<enough?[{kind:"unknown",coverage}]:[],...applicable<base*enough?[{kind:"not-applicable"}]:[]]},standingOf=(out,lacks)=>out.length>0?"knocked-out":
lacks.length>0?"too-little-known":"ranked";var name=vendor=>plainText(vendor.name,60),list=names=>names.length<2?names.join(""):`${names.slice(0,-1).join(", ")} and ${names.at(-1)??""}`,controls=n=>`${n}\
 ${n===1?"control":"controls"}`,sentencesOf=found=>{let{vendors,first}=found,leaders=vendors.filter(v=>first.includes(v.vendor));return[...placeSentences(found,
leaders),...vendors.filter(v=>v.standing==="knocked-out").map(v=>outSentence(v,found)),...vendors.filter(v=>v.standing==="too-little-known").map(v=>lackSentence(
v,found)),...challengerSentences(found),...weightSentences(found),...leaders.flatMap(leader=>beforeSigning(leader))]},placeSentences=({vendors},leaders)=>{let[leader]=leaders;
if(leader===void 0)return vendors.length>0&&vendors.every(v=>v.standing==="knocked-out")?["No vendor is left: each of them is knocked out."]:["No vendor is put \
first yet: too little is known."];if(leaders.length>1)return[`A tie: ${list(leaders.map(name))} are equal with ${leader.score} of 100, and nothing in the record\
 prefers one.`];let alone=vendors.filter(v=>v.standing==="ranked").length===1&&vendors.length>1;return[`${name(leader)} is first with ${leader.score} of 100${alone?
", as the only one that can be ranked":""}.`]},outSentence=(vendor,found)=>`${name(vendor)} is out: ${vendor.knockedOutBy.map(control=>`not met is \u201C${titleOf(
found,control)}\u201D`).join("; ")}.`,lackText=(lack,found)=>{switch(lack.kind){case"knock-out-open":return`not settled is ${list(lack.controls.map(c=>`\u201C${titleOf(
found,c)}\u201D`))}, which can rule it out`;case"unknown":return`only ${Math.floor(lack.coverage*100)} % of the weight is known, and ${Math.ceil(enough*100)} % \
are wanted`;case"not-applicable":return"too much is answered as not applicable to compare it with the others"}},lackSentence=(vendor,found)=>`${name(vendor)} is\
 not ranked: ${vendor.lacks.map(lack=>lackText(lack,found)).join("; ")}.`,challengerSentences=({vendors,challengers})=>vendors.filter(v=>challengers.includes(v.
vendor)&&v.possible>v.score).map(v=>`${name(v)} could still reach the first: up to ${v.possible} when its open answers are good.`),weightSentences=found=>{let{sensitivity,
first}=found,{verdict,shifts,smallest,triedUpTo}=sensitivity,nearest=lead=>smallest===void 0?[`${lead}no single weight from 0 to ${triedUpTo} changes who is fir\
st.`]:[`${lead}the smallest change is ${shiftText(found,smallest)}.`];switch(verdict){case"undecided":return[];case"unopposed":return["No weight matters to the \
first place, because nobody else is ranked."];case"tie":return smallest===void 0?["No single weight breaks the tie."]:[`The tie hangs on the weights: ${shiftText(
found,smallest)}.`];case"robust":return smallest===void 0?[`Robust: no single weight changes who is first, whether set to 0, doubled, or anything up to ${triedUpTo}\
.`]:[`Robust: no weight set to 0 or doubled changes who is first; the smallest change that does is ${shiftText(found,smallest)}.`];case"depends":return[`Depends\
 on the weights: ${strongest2(shifts,first).map(shift=>shiftText(found,shift)).join("; ")}${more(shifts.length-shown)}.`,...nearest("").map(text=>text.charAt(0).
toUpperCase()+text.slice(1))]}},shown=3,more=n=>n>0?`; and ${n} more`:"",strongest2=(shifts,first)=>[...shifts.filter(s=>!s.first.some(id=>first.includes(id))),
...shifts.filter(s=>s.first.some(id=>first.includes(id)))].slice(0,shown),beforeSigning=leader=>[...leader.onlyClaimed>0?[`${name(leader)}: ${leader.onlyClaimed}\
 of the ${controls(leader.counting)} that count for it are only claimed; ask for proof and keep it with dbvet evidence add.`]:[],...leader.openMustHaves.length>
0?[`${name(leader)}: ${controls(leader.openMustHaves.length)} that the profile makes mandatory ${leader.openMustHaves.length===1?"is":"are"} not met yet; settle\
 them before you sign.`]:[],...(leader.expired??[]).map(e=>`${name(leader)}: ${plainText(e.what,60)} ran out on ${e.on}.`)];var worth={met:2,partly:1,"not-met":0,contradicted:0,unknown:0},sumsOf=(cells,weights)=>{let points=0,open=0,applicable=0;return cells.forEach(({state},i)=>{let weight=weights[i]??
0;state!=="not-applicable"&&(applicable+=weight,points+=weight*worth[state],state==="unknown"&&(open+=weight))}),{points,possible:points+2*open,known:applicable-
open,applicable}},weightsOf=criteria=>criteria.map(c=>c.weight),byScore=(a,b)=>b.points*Math.max(1,a.applicable)-a.points*Math.max(1,b.applicable),couldReach=(first,second)=>second.
possible*Math.max(1,first.applicable)>=first.points*Math.max(1,second.applicable),percent=(points,{applicable})=>applicable===0?0:Math.round(points/(2*applicable)*
1e3)/10;var firstUnder=(rows,weights)=>{let sums=rows.map(row=>({id:row.target.target.id,sums:sumsOf(row.cells,weights)})),best=sums.reduce((a,b)=>a===void 0||byScore(a.
sums,b.sums)>0?b:a,void 0);return best===void 0?[]:sums.filter(s=>byScore(best.sums,s.sums)===0).map(s=>s.id)},least=10,sensitivityOf=(rows,criteria,first)=>{let weights=weightsOf(
criteria),triedUpTo=Math.max(least,...weights.map(w=>2*w));if(first.length===0||rows.length<2)return{verdict:first.length===0?"undecided":"unopposed",shifts:[],
triedUpTo};let shift=(at,to)=>{let criterion=criteria[at];if(criterion===void 0||criterion.weight===to)return;let changed=weights.with(at,to);if(changed.every(w=>w===
0))return;let then=firstUnder(rows,changed),{control,title,weight}=criterion;return then.join(" ")===first.join(" ")?void 0:{control,title,from:weight,to,first:then}},
shifts=weights.flatMap((weight,at)=>[shift(at,0),shift(at,2*weight)].filter(s=>s!==void 0)),smallest=smallestOf(weights,shift,triedUpTo);return{verdict:first.length>
1?"tie":shifts.length>0?"depends":"robust",shifts,...smallest===void 0?{}:{smallest},triedUpTo}},smallestOf=(weights,shift,triedUpTo)=>{for(let by=1;by<=triedUpTo;by++)
for(let[at,weight]of weights.entries())for(let to of[weight-by,weight+by]){if(to<0||to>triedUpTo)continue;let found=shift(at,to);if(found!==void 0)return found}};var standings=["ranked","too-little-known","knocked-out"],compareVendors=(evaluation,{vendors,weights=new Map}={})=>{let chosen=evaluation.targets.filter(({target})=>target.
kind==="vendor"&&(vendors===void 0||vendors.includes(target.id))),{criteria,rows}=matrixOf(evaluation,chosen,weights),used=weightsOf(criteria),base=used.filter(
(_,i)=>rows.some(row=>row.cells[i]?.state!=="not-applicable")).reduce((sum,weight)=>sum+weight,0),judged=rows.map(row=>judge2(row,used,base)),ranked=judged.filter(
j=>j.result.standing==="ranked"),first=firstUnder(ranked.map(j=>j.row),used),best=ranked.find(j=>j.result.vendor===first[0]),ordered=judged.toSorted((a,b)=>standings.
indexOf(a.result.standing)-standings.indexOf(b.result.standing)||byScore(a.sums,b.sums)),found={criteria,vendors:ordered.map(({result,sums})=>result.standing===
"ranked"?{...result,rank:1+ranked.filter(other=>byScore(other.sums,sums)<0).length}:result),first,challengers:ordered.filter(j=>j.result.standing!=="knocked-out"&&
!first.includes(j.result.vendor)).filter(j=>best!==void 0&&couldReach(best.sums,j.sums)).map(j=>j.result.vendor),sensitivity:sensitivityOf(ranked.map(j=>j.row),
criteria,first)};return{...found,sentences:sentencesOf(found)}},judge2=(row,weights,base)=>{let{cells,target}=row,sums=sumsOf(cells,weights),out=knockedOutBy(cells),
lacks=lacksOf(cells,sums,base),counting=cells.filter(c=>c.state==="met"||c.state==="partly"),result=present({vendor:target.target.id,name:target.target.name,standing:standingOf(
out,lacks),rank:void 0,score:percent(sums.points,sums),possible:percent(sums.possible,sums),coverage:sums.applicable===0?0:sums.known/sums.applicable,onlyClaimed:counting.
filter(c=>c.assurance==="claimed"||c.assurance==="none").length,counting:counting.length,knockedOutBy:out,lacks,openMustHaves:openMustHaves(cells),expires:target.
expires,expired:target.expired,cells});return{row,sums,result}};var responsibilitiesOf=(content,evaluation,vendors)=>{let duties=content.questionnaires.flatMap(q=>q.questions.flatMap(({id,duty})=>duty===void 0?[]:[{question:id,
...duty}])),asked=new Map(evaluation.questions.filter(q=>q.asked).map(q=>[`${q.target} ${q.question}`,q]));return evaluation.targets.map(t=>t.target).filter(t=>t.
kind==="vendor"&&(vendors===void 0||vendors.includes(t.id))).map(vendor=>{let databases=evaluation.targets.flatMap(({target})=>target.kind==="database"&&target.
vendor===vendor.id?[target.id]:[]);return{vendor:vendor.id,name:vendor.name,databases:databases.length,duties:duties.flatMap(duty=>{let found=asked.get(`${vendor.
id} ${duty.question}`);if(found===void 0)return[];let owner=ownerOf(found.answer?.value),ours=owner==="us"||owner==="both";return[present({question:duty.question,
title:duty.title,owner,note:found.answer?.note,controls:ours?evaluation.controls.filter(c=>databases.includes(c.target)&&duty.ours.includes(c.control)).map(c=>({
id:c.id,target:c.target,targetName:c.targetName,control:c.control,title:c.definition.title,state:c.state,assurance:c.assurance})):[]})]})}})},ownerOf=value=>dutyOwners.
find(owner=>owner===value);export{waiverOf,resolutionOf,contradictionNamed,effectiveProfile,assess,compareVendors,responsibilitiesOf};
