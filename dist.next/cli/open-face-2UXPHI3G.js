import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{needTerminal,wantsPlain}from"./chunk-OLSHZ77G.js";import{clockFrom}from"./chunk-K7GQ5F4Q.js";import"./chunk-IRGQQAC3.js";import"./chunk-OSKRSO5H.js";import{existsSync}from"node:fs";import{dirname,join,resolve}from"node:path";var surelyHere=globals=>{if(globals.workspace!==void 0)return!1;for(let folder=resolve(".");;folder=dirname(folder)){if(existsSync(join(folder,"assessment.json"))&&
existsSync(join(folder,"history")))return!0;if(folder===dirname(folder))return!1}},offered=async globals=>{let{workspaceOf}=await import("./compose-E7CMEEID.js");
if(await workspaceOf(globals)!==void 0)return!0;let{offerWorkspace}=await import("./init-wizard-QDUQ23QL.js");if(!await offerWorkspace())return!1;let{initWorkspace}=await import("./init-ZSMZ4EZM.js");
return await initWorkspace(resolve("."),{},globals),!0},openLines=async(globals,target)=>{let{openProject}=await import("./compose-E7CMEEID.js"),project=await openProject(
globals);try{let{createWorkbench}=await import("./create-workbench-7KAVPHBQ.js"),{interview}=await import("./interview-BVYV25KR.js");await interview(await createWorkbench(
project),target)}finally{await project.store.flush()}},openScreen=async globals=>{let notes=[],loading=import("./tui-6ZYWSHCC.js"),{runTui,loadTui}=await loading;
await loadTui();let opened,opening=import("./open-workbench-CBLQZXRP.js").then(async({openWorkbench})=>(opened=await openWorkbench(globals,text=>notes.push(text)),
opened.workbench));try{let{code}=await runTui({workbench:opening,stdin:process.stdin,stdout:process.stdout,env:process.env,clock:clockFrom(process.env).clock});
process.exitCode=code}finally{for(let note of notes)process.stderr.write(`Note: ${note}
`);await opened?.project.store.flush()}},openFace=async(globals,plain,target)=>{needTerminal("The terminal UI",["In scripts use: dbvet status, dbvet answer, dbv\
et assess --answers FILE, dbvet probe, dbvet render"]),!(!surelyHere(globals)&&!await offered(globals))&&(wantsPlain(plain,process.env)?await openLines(globals,
target):await openScreen(globals))};export{openFace};
