import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{evaluate,loadRuns}from"./chunk-FFCJAQ4Z.js";import{makeFolders}from"./chunk-XCLGVT36.js";import{nearest}from"./chunk-4HJYXBUQ.js";import{
errorCode,saidOf}from"./chunk-5RQW43GQ.js";import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import{randomBytes}from"node:crypto";import{open,rename,rm}from"node:fs/promises";import{join}from"node:path";import{mkdir,stat}from"node:fs/promises";var makeFolder=async path=>makeFolders(path,{make:async folder=>mkdir(folder,{mode:448}),isFolder:async folder=>{try{return(await stat(folder)).isDirectory()}catch(error){
let code=errorCode(error);if(code==="ENOENT"||code==="ENOTDIR")return!1;throw error}}});var writeWhole=async(path,bytes)=>{let beside=`${path}.${randomBytes(4).toString("hex")}.tmp`;try{let file=await open(beside,"wx",384);try{await file.writeFile(
bytes),await file.sync()}finally{await file.close()}await rename(beside,path)}catch(error){throw await rm(beside,{force:!0}),error}},isSystemError=error=>error instanceof
Error&&"code"in error&&"syscall"in error,renderDocuments=async(project,options)=>{let renderer=await project.documents(),known=renderer.documents.map(document=>document.
id);for(let id of options.documents){if(known.includes(id))continue;let near=nearest(id,known);throw new UserError(`There is no document ${JSON.stringify(id)}.`,
[near===void 0?`Documents: ${known.join(", ")}.`:`Did you mean ${near}?`])}let state=await project.store.state(),content=await project.wholeContent(),input={evaluation:await evaluate(
{...project,content},state),content,state,checks:project.checks,runs:await loadRuns(project,state),head:await project.store.head(),dbvet:project.version,fixedClock:project.
fixedClock,paper:options.paper},paths=[];try{await makeFolder(options.out);for(let id of options.documents)for(let file of await renderer.render(id,options.formats,
input)){let path=join(options.out,file.fileName);await writeWhole(path,file.bytes),paths.push(path)}}catch(error){throw isSystemError(error)?new UserError(`The \
documents could not be written to ${options.out}: ${saidOf(error).what}.`,[saidOf(error).next,"Another folder is chosen with --out."],exitCode.unfinished):error}
return paths};export{renderDocuments};
