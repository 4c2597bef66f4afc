import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{renderDocuments}from"./chunk-L27VFP7V.js";import"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";
import"./chunk-QOFYYV2G.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";import{processOutput}from"./chunk-4XYU4GMW.js";import"./chunk-QXV5ZSR3.js";
import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";
import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";
import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";
import"./chunk-OSKRSO5H.js";import{stat}from"node:fs/promises";import{join,relative,resolve}from"node:path";var known=["md","html","pdf"],formatOf=text=>{let format=known.find(f=>f===text);if(format===void 0)throw new UserError(`There is no format ${JSON.stringify(text)}\
.`,[`Formats: ${known.join(", ")}.`]);return format},renderAction=async(project,documents,options,globals)=>{let formats=(options.format??known).map(formatOf),renderer=await project.
documents(),out=options.out===void 0?join(project.store.root,"documents"):resolve(options.out),paths=await renderDocuments(project,{documents:documents.length>0?
documents:renderer.documents.map(d=>d.id),formats,out,paper:options.paper}),output=processOutput(process),files=await Promise.all(paths.map(async path=>({path,bytes:(await stat(
path)).size})));globals.json===!0?output.json({files}):output.table(files.map(({path,bytes})=>[relative(process.cwd(),path),`${Math.ceil(bytes/1024)} KB`]),[1])};export{renderAction};
