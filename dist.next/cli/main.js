#!/usr/bin/env node
import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{Command,CommanderError,Option,collect,connectionOptions,globalsOf,trustOptions}from"./chunk-KFDKYMIM.js";import{dbvetVersion}from"./chunk-2NB3MYZZ.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import{printableText}from"./chunk-7ITKJ46B.js";import{saidOf}from"./chunk-5RQW43GQ.js";import{UserError,
exitCode}from"./chunk-IRGQQAC3.js";import{severities,targetKinds}from"./chunk-CPDTRZ6C.js";import"./chunk-OSKRSO5H.js";var isCancelled=error=>error instanceof Error&&(error.name==="ExitPromptError"||error.name==="AbortError"),isUserError=error=>error instanceof UserError||error instanceof
Error&&error.name==="UserError"&&"next"in error&&Array.isArray(error.next)&&"exitCode"in error&&typeof error.exitCode=="number",hasNoFolder=error=>error instanceof
Error&&"syscall"in error&&error.syscall==="uv_cwd",reportProblem=(error,stream)=>{if(error instanceof CommanderError)return error.exitCode===0?exitCode.done:exitCode.
usage;if(isUserError(error))return stream.write(printableText(`${["",error.message,...error.next.map(step=>`  ${step}`)].join(`
`).trimStart()}
`)),error.exitCode;if(hasNoFolder(error))return stream.write(`The current folder was deleted.
  Change to another one, then try again.
`),exitCode.unfinished;if(isCancelled(error))return stream.write(`Cancelled.
`),exitCode.cancelled;let stack=error instanceof Error?error.stack??error.message:String(error);return stream.write(printableText(`This is a bug in dbvet. Pleas\
e report it with the lines below.
${stack}
`)),exitCode.bug};var guardProcess=process2=>{let lost=!1;process2.stdout.on("error",error=>{error.code==="EPIPE"||lost||(lost=!0,reportProblem(new UserError(`The output could no\
t be written: ${saidOf(error).what}.`,[saidOf(error).next,"What dbvet records is not touched by this. Send the output to another place, then try again."],exitCode.
unfinished),process2.stderr))}),process2.stderr.on("error",()=>{}),process2.on("exit",code=>{lost&&(code===exitCode.done||code===exitCode.findings)&&(process2.exitCode=
exitCode.unfinished)}),process2.on("uncaughtException",error=>{process2.exit(reportProblem(error,process2.stderr))}),process2.platform!=="win32"&&process2.on("S\
IGXFSZ",()=>{})};var registerAnswer=program=>{program.command("answer").description("record one answer").argument("<question>","id of the question").argument("<value>","yes, no,\
 partly, not-applicable, dont-know, an option, a number, a day or a text").option("--target <name>","which target (may be left out when only one fits)").option(
"--note <text>","reason or remark; required for not-applicable").action(async(id,text,options,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),
{answerOne}=await import("./answer-ITOFGLCB.js");await withProject(globals,project=>answerOne(project,id,text,options,globals))})};import{resolve}from"node:path";var registerAssess=program=>{program.command("assess").description("answer the questions: full screen, as numbered lines, or from a file").option("--plain","num\
bered lines instead of full screen").option("--answers <file>","take the answers from a YAML file; asks nothing").option("--blank","print an answers file with t\
he questions, to fill in").option("--all","with --blank: also questions that the profile does not ask for").option("--target <name>","with --plain: only the que\
stions of this target").action(async(options,command)=>{let globals=globalsOf(command);if(options.blank===!0){let{withProject:withProject2}=await import("./target-W5EOXN36.js"),
{printBlank}=await import("./answer-ITOFGLCB.js");await withProject2(globals,project=>printBlank(project,{all:options.all===!0}));return}if(options.answers===
void 0){let{openFace}=await import("./open-face-2UXPHI3G.js");await openFace(globals,options.plain,options.target);return}let file=resolve(options.answers),{withProject}=await import("./target-W5EOXN36.js"),
{answerFile}=await import("./answer-ITOFGLCB.js");await withProject(globals,project=>answerFile(project,file,globals))})};var registerCheck=program=>{program.command("check").description("the CI gate: exit 1 when something fails, contradicts, or is not known").addOption(new Option(
"--fail-on <severity>","failures of this severity or worse").choices(severities).default("high")).option("--max-unknown <n>","how many mandatory controls may be\
 unknown","0").option("--max-age <days>","how old the newest probe of each database may be").action(async(options,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),
{runGate}=await import("./check-DV2BRCTW.js");await withProject(globals,async project=>{process.exitCode=await runGate(project,options,globals)})})};var registerDecide=program=>{program.command("decide").description("record what is done about a risk, by whom and by when").argument("<risk>","as the documents \
print it, for example prod/interception").addOption(new Option("--treatment <what>","what is done about it").choices(["mitigate","accept","transfer","avoid"]).makeOptionMandatory()).
option("--owner <name>","who sees to it").option("--due <day>","the day by which it is done").option("--reason <text>","why; required to accept").option("--appr\
over <name>","who accepts it; required to accept").option("--until <day>","the last day on which it is accepted; required to accept").action(async(risk,options,command)=>{
let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),{decideRisk}=await import("./decide-risk-LXO25ANT.js"),{processOutput}=await import("./output-JETVUTY7.js");
await withProject(globals,async project=>{let decision=await decideRisk(project,{risk,...options}),output=processOutput(process);globals.json===!0?output.json(decision):
decision.treatment==="accept"?output.line(`${risk} is accepted until ${decision.until??""}: ${decision.reason??""}`):output.line(`${risk}: ${decision.treatment}\
, ${decision.owner??""}, by ${decision.due??""}.`)})})};import{existsSync}from"node:fs";import{fileURLToPath,pathToFileURL}from"node:url";var registerDemo=program=>{program.command("demo").description("the whole job on a real PostgreSQL on this machine (from a checkout)").argument("[dir]","where t\
o make the workspace (default: a temporary folder)").action(async dir=>{let demo=fileURLToPath(new URL("../dev/demo.js",import.meta.url));if(!existsSync(demo))throw new UserError(
"The demo runs from a checkout only: its PostgreSQL is a development dependency.",["Clone the repository and run: npm ci && npm run demo"]);let{runDemo}=await import(pathToFileURL(
demo).href);process.exitCode=await runDemo(dir)})};var registerDoctor=program=>{program.command("doctor").description("check this machine and this workspace").action(async(_,command)=>{let{doctor}=await import("./doctor-LBBIBQ2O.js");
process.exitCode=await doctor(globalsOf(command))})};import{resolve as resolve2}from"node:path";var registerEvidence=program=>{let evidence=program.command("evidence").description("artifacts that document controls");evidence.command("add").description("cop\
y a file into the vault and link it to controls").argument("<file>").requiredOption("--for <control,\u2026>","the controls that it documents",collect).option("-\
-target <name>","which target (may be left out when only one fits)").option("--kind <id>","kind of the evidence catalogue (see: dbvet evidence kinds --for CONTR\
OL)").option("--title <text>","what it is").option("--effective <day>","the last day of the period it speaks of (default: today)").option("--collected <day>","w\
hen it was obtained (default: today)").option("--valid-until <day>","the last day on which it convinces (default: by its kind)").option("--note <text>").option(
"--refuse-secrets","stop when a secret is in it, instead of keeping a redacted copy").action(async(file,options,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),
{addOne}=await import("./evidence-BVPUSYDB.js"),{for:controls,...rest}=options;await withProject(globals,project=>addOne(project,{path:resolve2(file),controls,
...rest},globals))}),evidence.command("kinds").description("what counts as proof, how to obtain it and what to check on it").argument("[kind]").option("--for <c\
ontrol>","only the kinds that this control accepts").action(async(kind,options,command)=>{let{showKinds}=await import("./evidence-kinds-GO7QSTH6.js");await showKinds(
kind,options.for,globalsOf(command))}),evidence.command("list").description("all evidence with its three dates").action(async(_,command)=>{let globals=globalsOf(
command),{withProject}=await import("./target-W5EOXN36.js"),{listEvidence}=await import("./evidence-BVPUSYDB.js");await withProject(globals,project=>listEvidence(
project,globals))}),evidence.command("verify").description("compare every artifact with its hash").action(async(_,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),
{verifyEvidence}=await import("./evidence-BVPUSYDB.js");await withProject(globals,async project=>{process.exitCode=await verifyEvidence(project,globals)})})};var registerHistory=program=>{program.command("history").description("who changed what, when").option("--target <name>","only changes of this target").option("-\
n, --limit <n>","the newest so many","50").action(async(options,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),
{printHistory}=await import("./history-SVBYJZLV.js");await withProject(globals,project=>printHistory(project,options,globals))})};import{resolve as resolve3}from"node:path";var registerInit=program=>{program.command("init").description("create a workspace: a folder that holds the whole assessment").argument("[dir]","the folder",".").
option("-y, --yes","ask nothing; take the options and the defaults").option("--organisation <name>","who is assessed: stands on every document").option("--profi\
le <id,\u2026>","the situation: startup, regulated (several: the strictest wins)",collect).option("--prepared-by <name>","who prepares the documents").option("-\
-confidentiality <label>","label on every page","Confidential").option("--fact <id=value,\u2026>","scoping answers, for example card-data=no",collect).action(async(dir,options,command)=>{
let{initWorkspace}=await import("./init-ZSMZ4EZM.js");await initWorkspace(resolve3(dir),options,globalsOf(command))})};var registerProbe=program=>{connectionOptions(program.command("probe").description("look at the real servers; nothing is ever written to them").argument("[name|\
url...]","targets by name, or a URL that is probed and not recorded").option("--all","all database targets (the default)").option("--list","the checks that dbve\
t can run").option("--only <check,\u2026>","only these checks",collect).option("--timeout <ms>","deadline for one target","15000").option("--concurrency <n>","t\
argets probed side by side","8").addOption(new Option("--fail-on <severity>","exit 1 when something of this severity or worse fails").choices(severities)).option(
"--no-record","do not keep the run").option("--no-plaintext-test","do not try whether plaintext is refused").option("--allow-unverified","send the password even\
 when the certificate could not be verified").option("-v, --verbose","also list what passed, and each check that could not look")).action(async(names,options,command)=>{
let globals=globalsOf(command);if(options.list===!0){let{listChecks}=await import("./probe-list-ONVMZHWO.js");await listChecks(globals);return}let{probeTargets}=await import("./probe-IYOVCSK4.js");
process.exitCode=await probeTargets(names,options,globals)})};var registerProfile=program=>{let profile=program.command("profile").description("what is mandatory and how strict the limits are");profile.command("list").description(
"all profiles, and which hold").action(async(_,command)=>{let{listProfiles}=await import("./profile-UKC4VNNB.js");await listProfiles(globalsOf(command))}),profile.
command("show").description("one profile: its limits, controls and recommended approach").argument("<id>").action(async(id,_,command)=>{let{showProfile}=await import("./profile-UKC4VNNB.js");
await showProfile(id,globalsOf(command))}),profile.command("set").description("show what another choice of profiles changes, then make it").argument("<id,\u2026>",
"one or several; the strictest of them holds",collect).option("--target <name>","for this target only, instead of the workspace").option("--yes","make the chang\
e without asking").action(async(ids,options,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),{changeProfiles}=await import("./profile-UKC4VNNB.js");
process.exitCode=await withProject(globals,project=>changeProfiles(project,ids,options,globals))})};import{resolve as resolve4}from"node:path";var registerQuestionnaire=program=>{let questionnaire=program.command("questionnaire").description("the questions, controls and frameworks");questionnaire.command(
"list").description("all questions").action(async(_,command)=>{let{listQuestions}=await import("./questionnaire-W2NKEGVQ.js");await listQuestions(globalsOf(command))}),
questionnaire.command("show").description("one question or control with everything behind it").argument("<id>").action(async(id,_,command)=>{let{showQuestion}=await import("./questionnaire-W2NKEGVQ.js");
await showQuestion(id,globalsOf(command))}),questionnaire.command("coverage").description("which requirements of a framework the controls support, and which non\
e does").option("--framework <id>","one framework; default: the list of all").action(async(options,command)=>{let{printFrameworks}=await import("./coverage-HNL5CPJG.js");
await printFrameworks(options.framework,globalsOf(command))}),questionnaire.command("cite").description("choose the frameworks that documents refer to").argument(
"[ids...]","ids from dbvet questionnaire coverage").option("--default","go back to the usual ones").action(async(ids,options,command)=>{let{cite}=await import("./coverage-HNL5CPJG.js");
await cite(options.default===!0?void 0:ids,globalsOf(command))}),questionnaire.command("lint").description("check questionnaires, profiles and frameworks of a f\
older").argument("[dir]","the folder that holds questionnaires/",".").action(async(dir,_,command)=>{let{lint}=await import("./questionnaire-W2NKEGVQ.js");process.
exitCode=await lint(resolve4(dir),globalsOf(command))})};var registerRender=program=>{program.command("render").description("write the documents").argument("[document...]","risk-assessment, security-baseline (default:\
 all)").option("--all","every document (the default)").option("--format <format,\u2026>","md, html, pdf",collect).option("--out <dir>","where to write (default:\
 documents/ in the workspace)").addOption(new Option("--paper <size>","paper of the PDF").choices(["a4","letter"]).default("a4")).action(async(documents,options,command)=>{
let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),{renderAction}=await import("./render-5HNW6DTX.js");await withProject(
globals,project=>renderAction(project,documents,options,globals))})};var registerResolve=program=>{program.command("resolve").description("settle a contradiction between an answer and a probe").argument("<id>","as dbvet status sh\
ows it, for example prod/plaintext-refused").option("--take-observation","change the answer to what was observed").option("--keep-answer","the observation is wr\
ong or out of scope; wants --reason and --until").option("--reason <text>","why").option("--until <day>","the last day on which this holds").action(async(id,options,command)=>{
if(options.takeObservation===!0==(options.keepAnswer===!0))throw new UserError("Say which: --take-observation or --keep-answer.");let{withProject}=await import("./target-W5EOXN36.js"),
{resolveContradiction}=await import("./resolve-contradiction-TF7CPUKT.js"),{processOutput}=await import("./output-JETVUTY7.js"),globals=globalsOf(command);await withProject(
globals,async project=>{let contradiction=await resolveContradiction(project,{contradiction:id,decision:options.keepAnswer===!0?"keep-answer":"take-observation",
...options.reason===void 0?{}:{reason:options.reason},...options.until===void 0?{}:{until:options.until}}),output=processOutput(process),decision=options.keepAnswer===
!0?"keep-answer":"take-observation";globals.json===!0?output.json({id:contradiction.id,decision}):decision==="keep-answer"?output.line(`Settled until ${options.
until??""}: ${contradiction.id}. A new failure or another answer opens it again.`):output.line(`The answers of ${contradiction.id} now say what was observed.`)})})};var registerStatus=program=>{program.command("status").description("where the assessment stands, and what to do next").action(async(_,command)=>{let globals=globalsOf(
command),{withProject}=await import("./target-W5EOXN36.js"),{printStatus}=await import("./status-LWIMSBZM.js");await withProject(globals,project=>printStatus(
project,globals))})};var registerTarget=program=>{let target=program.command("target").description("the databases, vendors, applications, clusters and places of backups to assess");
connectionOptions(target.command("add").description("add a target: a database by URL, an application or cluster by path, a vendor by name").argument("<name>","h\
ow you call it").argument("[url|path]","postgres://USER@HOST:5432/DATABASE without a password, a folder, or where backups lie")).addOption(new Option("--kind <k\
ind>","what it is").choices(targetKinds)).option("--vendor <target>","the vendor target that runs this database").option("--uses <target,\u2026>","the databases\
 that this application uses or this cluster hosts",collect).option("--of <target,\u2026>","the databases that this is a backup of",collect).option("--profile <i\
d,\u2026>","profiles for this target instead of those of the workspace",collect).action(async(name,place,options,command)=>{let{addTarget}=await import("./target-W5EOXN36.js");
await addTarget(name,place,options,globalsOf(command))}),trustOptions(target.command("change").description("change the CA, pin, client certificate or password s\
ource of a database").argument("<name>")).action(async(name,options,command)=>{let{changeConnection}=await import("./target-W5EOXN36.js");await changeConnection(
name,options,globalsOf(command))}),target.command("list").description("all targets").action(async(_,command)=>{let{listTargets}=await import("./target-W5EOXN36.js");
await listTargets(globalsOf(command))}),target.command("show").description("everything known of one target").argument("<name>").action(async(name,_,command)=>{let{
showTarget}=await import("./target-W5EOXN36.js");await showTarget(name,globalsOf(command))}),target.command("rename").description("give a target another na\
me; its record stays").argument("<name>").argument("<new-name>").action(async(name,newName,_,command)=>{let{renameTarget}=await import("./target-W5EOXN36.js");
await renameTarget(name,newName,globalsOf(command))}),target.command("retire").description("take a target out of the assessment; its history stays").argument("<\
name>").action(async(name,_,command)=>{let{retireTarget}=await import("./target-W5EOXN36.js");await retireTarget(name,globalsOf(command))})};var unknownWord=(word,program,ui)=>{let what=word.startsWith("-")?"option":"command",known=what==="command"?program.commands.filter(c=>c!==ui).map(c=>c.name()):
[...program.options,...ui.options].flatMap(option=>option.long??[]),near=nearest(word.replace(/=.*$/s,""),known);return new UserError(`dbvet has no ${what} ${JSON.
stringify(word)}.`,[near===void 0?`List the ${what}s with: dbvet --help`:`Did you mean ${near}?`])},registerUi=program=>{program.command("ui",{isDefault:!0}).description(
"open the terminal UI (what dbvet does without a command)").argument("[words...]").allowUnknownOption().option("--plain","ask as numbered lines instead of full \
screen").action(async([word],options,command)=>{if(word!==void 0)throw unknownWord(word,program,command);let{openFace}=await import("./open-face-2UXPHI3G.js");
await openFace(globalsOf(command),options.plain)})};import{resolve as resolve5}from"node:path";var registerVendors=program=>{let vendors=program.command("vendors").description("vendors side by side, and who does what");vendors.command("compare").description(
"states, scores, knock-outs and ranking, and whether the weights decide it").argument("[name...]","only these vendors").option("--weights <file>","other weights\
, from a YAML file; nothing is recorded").action(async(names,options,command)=>{let globals=globalsOf(command),file=options.weights===void 0?void 0:resolve5(options.
weights),{withProject}=await import("./target-W5EOXN36.js"),{printComparison}=await import("./vendors-U2VGMIH2.js");await withProject(globals,project=>printComparison(
project,names,file,globals))}),vendors.command("responsibilities").description("who patches, backs up, keeps keys and so on: the vendor, you, both or nobody").argument(
"[name...]","only these vendors").action(async(names,_,command)=>{let globals=globalsOf(command),{withProject}=await import("./target-W5EOXN36.js"),{printResponsibilities}=await import("./responsibilities-SISF3DWH.js");
await withProject(globals,project=>printResponsibilities(project,names,globals))})};var registerWaive=program=>{program.command("waive").description("accept a failure with reason, approver and expiry; the state stays not met").argument("<target\
>").argument("<check>").option("--object <object>","only this object; default: all that fail today").requiredOption("--reason <text>","why it is acceptable").requiredOption(
"--approver <name>","who accepts it").requiredOption("--until <day>","the last day on which it is accepted").action(async(target,check,options,command)=>{let globals=globalsOf(
command),{withProject}=await import("./target-W5EOXN36.js"),{waiveFailure}=await import("./waive-failure-RYPMQ3KG.js"),{processOutput}=await import("./output-JETVUTY7.js");
await withProject(globals,async project=>{let waiver=await waiveFailure(project,{target,check,...options}),output=processOutput(process);globals.json===!0?output.
json(waiver):(output.line(`Accepted until ${waiver.until} by ${waiver.approver}: ${check} on ${target}, ${waiver.failures.length===1?"one failure":`${waiver.failures.
length} failures`} (${waiver.id}).`),output.line("The state stays not met, marked accepted; dbvet check passes over it until then."))})})};var commands=[registerUi,registerInit,registerTarget,registerAssess,registerAnswer,registerProbe,registerStatus,registerResolve,registerWaive,registerDecide,registerEvidence,
registerCheck,registerVendors,registerRender,registerHistory,registerProfile,registerQuestionnaire,registerDoctor,registerDemo],createProgram=()=>{let program=new Command(
"dbvet");program.description("Vets a database: the vendor who runs it, how it is configured, and the applications that talk to it.").version(dbvetVersion(),"-V,\
 --version").option("-w, --workspace <dir>","the workspace folder (default: the nearest one upward)").option("--by <name>","who makes a change (default: DBVET_U\
SER, git user.name, login name)").option("--json","one JSON document on stdout, all else on stderr").option("--no-color","no colour").option("--offline","refuse\
 every connection").configureHelp({showGlobalOptions:!0}).showHelpAfterError("Run dbvet with --help to see what it takes.").addHelpText("after",["","Begin with:\
 dbvet init    then: dbvet target add prod postgres://dbvet@HOST:5432/DB --password-env PROD_PW","Exit codes: 0 done \xB7 1 findings at or above the threshold \xB7 2 \
wrong use \xB7 3 could not finish \xB7 70 a bug \xB7 130 cancelled"].join(`
`));for(let register of commands)register(program);for(let command of everyCommand(program))command.exitOverride(),command.configureOutput({writeErr:text=>process.
stderr.write(printableText(text))}),command.configureHelp({showGlobalOptions:!0});return program},everyCommand=command=>[command,...command.commands.flatMap(everyCommand)];((process.env.NO_COLOR??"")!==""||process.argv.includes("--no-color"))&&(process.env.FORCE_COLOR="0",process.env.NO_COLOR="1");guardProcess(process);try{await createProgram().
parseAsync(process.argv)}catch(error){process.exitCode=reportProblem(error,process.stderr)}
