import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var count=(n,one,many)=>`${n} ${n===1?one:many}`;var questionTexts={place:(n,of)=>`${n} of ${of}`,answered:(n,of)=>`${n} of ${of} answered`,left:time=>`${time} left`,leftShort:(n,minutes)=>`${n} left, ${minutes}\
 min`,openOnly:"open only",withOptional:"optional too",optionalShown:n=>n===0?"The profile asks for everything that applies here.":`Shown too: ${count(n,"questi\
on","questions")} that the profile does not ask for. An answer counts as ever.`,optionalHidden:"Questions that the profile does not ask for are hidden.",isOptional:"\
Optional: the profile does not ask for it. An answer counts as ever.",isNew:"New since the questions were updated.",dormant:n=>n===1?"One answer no longer count\
s, because its question no longer applies. It is kept, and counts again with its question.":`${n} answers no longer count, because their questions no longer app\
ly. They are kept, and count again with them.`,endOptional:n=>`${count(n,"more question applies","more questions apply")} that the profile does not ask for: a s\
hows ${n===1?"it":"them"}.`,observed:when=>`Observed ${when}`,observedOld:when=>`Observed ${when}: too old to count`,notProbed:"Nothing observed yet: p probes t\
his database.",noProbe:"No probe looks at this: the answer and its evidence stand alone.",couldNotLook:"could not look",grant:"To let the probe see it:",askAgain:"\
The probe saw better than the answer says: is it still true?",settled:(reason,until)=>`Resolved until ${until}: ${reason}`,contradictedNow:"The saved answer con\
tradicts this.",wouldContradict:"This answer would contradict it: you will be asked.",contradicts:n=>`The probe saw otherwise (${count(n,"failure","failures")},\
 shown above). Saved all the same, the answer is listed as contradicted and counts as not met until it is resolved.`,contradictsYes:"Enter saves it all the same\
 \xB7 Esc changes the answer",clear:"Take this answer away? The history keeps it.",clearYes:"Enter takes it away \xB7 Esc keeps it",cleared:"Answer taken away.",
note:"Note",noNote:"none \xB7 n writes one",reasonPrompt:"Why does it not apply?",unsaved:"not saved yet",noteWaits:"The note is saved with the answer.",evidence:"\
Evidence",noEvidence:"none",kind:(title,strength,days)=>`${title}: ${strength}${days===void 0?"":`, convinces for ${days} days`}`,answer:"Answer",answeredBy:(words,by,when)=>`${words}\
, by ${by}, ${when}`,stale:"too old: answer again",failed:"Not saved.",details:{why:"Why it matters",how:"How to find out",evidence:"What evidence convinces",meaning:"\
What an answer means"},noDetail:"Nothing is written here for this question.",redFlags:"Red flags:",fallsShort:effort=>`If it falls short (${effort}):`,more:n=>`${n}\
 more lines \xB7 PgDn`,moreSeen:n=>`${n} more lines \xB7 f shows all`,endTitle:"All questions of this target are behind you.",endOpen:n=>`${count(n,"question","\
questions")} still open: o lists only those, l shows the list.`,endNone:"Nothing is left open here.",endNext:"Enter goes on:",noQuestions:"No question is asked \
of this target.",noneOpen:"No question is open here. o shows all of them.",list:"Questions",moreAbove:n=>`${n} more above`,moreBelow:n=>`${n} more below`};var vendorTexts={title:"Vendors",views:{compare:"side by side",verdict:"what it says",duties:"who does what"},none:"There is no vendor to compare. Leave with q \
and add at least two:",noneHow:"dbvet target add NAME --kind vendor",one:"One vendor alone cannot be compared. Leave with q and add another: dbvet target add NA\
ME --kind vendor",of:(at,all)=>`vendor ${at} of ${all}`,figures:{place:"Place",score:"Score of 100, and at best",known:"Known, by weight",claimed:"Only claimed,\
 of what counts",mustHaves:"Mandatory and not met",expires:"Runs out next"},out:"out",notRanked:"not ranked",percent:n=>`${n} %`,ofCounting:(n,all)=>`${n} of ${all}`,
days:n=>`${n} d`,states:{met:"met",stale:"stale",partly:"partly","not-met":"not met",unknown:"unknown","not-applicable":"n/a",contradicted:"contradicted",out:"k\
nocked out"},knockOut:"knock-out",knockOutDepends:"knock-out, if a fact that is not known says so",weight:n=>`weight ${n}`,duty:"Duty",owners:{vendor:"the vendo\
r",us:"you",both:"both",nobody:"nobody",open:"not known"},noDuties:"Nothing is asked about who does what.",noDatabase:"No database here names this vendor.",nothingOurs:"\
Nothing that dbvet looks at stands for it on your side.",noQuestion:"No question stands behind this."};var texts={time:{justNow:"just now",minutesAgo:n=>`${count(n,"minute","minutes")} ago`,hoursAgo:n=>`${count(n,"hour","hours")} ago`,daysAgo:n=>`${count(n,"day",
"days")} ago`},answers:{yes:"Yes",no:"No",partly:"Partly",dontKnow:"Don't know",notApplicable:"Not applicable\u2026",dateFormat:"year-month-day, like 2026-11-22",
type:"Enter, then type"},problems:{number:(min,max,unit)=>`A number from ${min} to ${max} (${unit}).`,date:"A day written like 2026-11-22.",text:"A few words, o\
r choose Don't know below.",reason:"A reason is wanted here.",approver:"The name of who accepts it is wanted here.",future:"A day after today, written like 2026\
-11-22."},frame:{known:percent=>`${percent} % known`,saved:time=>`saved ${time}`,saving:"saving\u2026",notSaved:"not saved",small:(columns,rows)=>`${columns}x${rows}\
 is too small, 60x16 is needed. Ctrl+C leaves.`,next:"Next",opening:"Reading the workspace\u2026"},kinds:{organisation:"organisation",vendor:"vendor",database:"\
database",application:"application",infrastructure:"infrastruct.",backup:"backup"},home:{nothing:"Nothing is urgent. Write the documents, or go through the ques\
tions again.",noTargets:"Nothing to assess yet. Leave with q and add a database:",noTargetsHow:"dbvet target add NAME postgres://USER@HOST/DATABASE",left:"Left",
leftNone:"every question that the profile asks is answered",leftOf:(n,time)=>`${count(n,"question","questions")}, ${time}`,fresh:n=>`${n} new`,dormant:n=>`${count(
n,"answer","answers")} dormant`,addTarget:"Add a target on the command line: dbvet target add NAME URL",columns:{target:"Target",kind:"kind",answered:"answered",
verified:"verified",failing:"failing",unknown:"unknown",contradictions:"contradicted",expires:"expires",probed:"last probe"},critical:(n,critical)=>critical===0?
String(n):`${n} (${critical} crit)`,knockOut:n=>count(n,"knock-out","knock-outs"),expires:(what,days)=>days<0?`expired ${what}`:`${days} d ${what}`,risk:"Risk",
before:"before",claimed:"as answered",verified:"as verified",notKnown:n=>`${count(n,"control","controls")} not known`,never:"never"},question:questionTexts,probes:{
title:"Probes",choose:"Which databases? Probes only read; nothing on the server is changed.",none:"There is no database to probe. Leave with q and add one: dbve\
t target add NAME URL",noneChosen:"No database is chosen: Space chooses the marked one.",progress:(done,running,waiting)=>`${done} done \xB7 ${running} running \
\xB7 ${waiting} waiting`,last:(when,status)=>`last probe ${when}: ${status}`,never:"never probed",counts:(pass,fail,unknown)=>`${pass} pass  ${fail} fail  ${unknown}\
 unknown`,contradicts:n=>`contradicts ${n}`,waiting:"waiting",starting:"connecting",cancelling:"Cancelling: what is done is kept.",cancelled:"Cancelled. What wa\
s done is kept.",done:ms=>`Done in ${ms}. f shows the findings.`,seconds:ms=>`${(ms/1e3).toFixed(1)} s`,seen:name=>`Failures of ${name} so far, worst first`,failures:(name,n)=>`${count(
n,"failure","failures")} of ${name}, worst first`,more:n=>`and ${n} more: f shows them all`,statuses:{complete:"complete",partial:"partial",unreachable:"not rea\
chable"}},findings:{title:"Findings",show:{attention:"needs attention",failing:"failing",contradicted:"contradicted",unknown:"unknown",waived:"accepted",passing:"\
passing",all:"everything"},target:"target",allTargets:"all targets",severity:"severity",allSeverities:"all severities",from:severity=>`${severity} and worse`,count:n=>count(
n,"line","lines"),none:"Nothing to show. o changes what is listed, t the target, v the severity.",neverProbed:"Nothing has been probed yet. Esc, then p, starts.",
outcome:{pass:"pass",fail:"fail","not-applicable":"not applicable",unknown:"unknown",error:"error in dbvet"},contradicted:"contradicted",resolved:"resolved",accepted:"\
accepted",stale:"stale",labels:{where:"Where",when:"When",observed:"Observed",expected:"Expected",mend:"How to mend",reason:"Why unknown",grant:"Grant",source:"\
Source",control:"Control",record:"Record",waiver:"Accepted",attempt:"Last attempt",answer:"Answer",resolution:"Resolved",reopened:"Open again",next:"What now"},
waiver:(approver,until,reason)=>`by ${approver} until ${until}: ${reason}`,attempt:(when,reason,observed)=>`${when} it could not be looked at (${reason}): ${observed}`,
resolveHow:"r resolves it: change the answer, or say why the observation does not count.",cannotResolve:"Only a contradiction is resolved this way. a accepts a \
failure.",cannotAccept:"Only a failure can be accepted.",unknownNotAccepted:"What is unknown cannot be accepted: let the probe see it, or answer the question.",
contradictionNotAccepted:"A contradiction is resolved, not accepted: r.",noQuestion:"No question bears on this check."},documents:{title:"Documents",which:"Whic\
h documents, and how?",loading:"Reading the templates\u2026",none:"No document template is installed.",formats:{md:"Markdown",html:"HTML page",pdf:"PDF"},formatsTitle:"\
Formats",writing:"Writing the documents\u2026",written:n=>`${count(n,"file","files")} written:`,nothingChosen:"Choose at least one document and one format with \
Space.",into:folder=>`They are written into ${folder}`},profiles:{title:"Profiles",which:"Which situations hold? Of each thing the strictest counts.",inForce:"i\
n force",cost:text=>`Cost: ${text}`,working:"Working out what changes\u2026",noneChosen:"At least one profile has to hold: Space chooses the marked one.",apply:"\
Enter makes this change \xB7 Space takes it back \xB7 Esc leaves everything as it is",changed:titles=>`In force now: ${titles}.`},vendors:vendorTexts,search:{title:"\
Search",prompt:"Words",empty:"Type a word: a role, a table, a topic, a check.",none:"Nothing found.",hits:n=>count(n,"hit","hits"),kinds:{question:"question",finding:"\
finding",vendor:"vendor"}},form:{resolveTitle:"Resolve a contradiction",waiveTitle:"Accept a failure",choices:{"take-observation":"The probe is right: change th\
e answer to what was observed","keep-answer":"The answer stays: the observation is wrong or out of scope"},fields:{reason:"Reason",approver:"Approved by",until:"\
Until"},hints:{reason:"what a reader needs to agree",approver:"the person who answers for it",until:"the last day it holds, like 2027-03-31"},note:"The state st\
ays \u201Cnot met\u201D, marked accepted; after that day it is a failure again.",takeNote:"Enter changes the answer.",saving:"Saving\u2026",resolved:"Contradict\
ion resolved.",accepted:"Failure accepted."},confirm:{title:"Leave?",typed:n=>`${count(n,"answer or note","answers or notes")} you typed would be lost.`,saving:"\
An answer is still being saved.",probing:"A probe is running; it would be cancelled. What is done is kept.",writing:"Documents are still being written.",form:"W\
hat you typed into the form would be lost.",keys:"Enter leaves \xB7 Esc stays"},help:{title:"Keys",typing:"Letters are text while you type; Esc ends that."},notATerminal:"\
The full screen needs a terminal on standard input and output.",notATerminalNext:["dbvet assess --plain asks the same questions line by line.","dbvet status sho\
ws where the assessment stands."]};export{vendorTexts,texts};
