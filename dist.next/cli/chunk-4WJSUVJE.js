import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{Day,Instant,Sha256,Slug}from"./chunk-FJRS23W3.js";import{_enum,array,int,strictObject,string}from"./chunk-V3WZMUYQ.js";import{saidOf}from"./chunk-5RQW43GQ.js";
import{UserError}from"./chunk-IRGQQAC3.js";var shownAtMost=50,error=(place,message)=>({...place,severity:"error",message}),warning=(place,message)=>({...place,severity:"warning",message}),problemLine=({file,
line,column,message})=>`${file}:${line}:${column} ${message}`,byPlace=(a,b)=>a.file!==b.file?a.file<b.file?-1:1:a.line-b.line||a.column-b.column,problemsError=(what,problems,next)=>{
let lines=problems.toSorted(byPlace).map(problemLine),shown=lines.slice(0,shownAtMost).map(line=>`  ${line}`),rest=lines.length-shown.length,count=lines.length===
1?"One problem":`${lines.length} problems`;return new UserError([`${count} in ${what}:`,...shown,...rest>0?[`  and ${rest} more`]:[]].join(`
`),next)};import{readFile,stat}from"node:fs/promises";var maxBytes=2*1024*1024,reasons={ENOENT:"this file does not exist",EACCES:"this file may not be read by you; change its permissions",EPERM:"this file may not b\
e read by you; change its permissions",EISDIR:"this is a folder, and a file is expected here",ELOOP:"this is a symbolic link that leads back to itself"},systemCode=thrown=>thrown instanceof
Error&&"code"in thrown&&typeof thrown.code=="string"?thrown.code:void 0,readFailure=code=>reasons[code]??`this file could not be read: ${saidOf(Object.assign(new Error(
code),{code})).what}`,decodeText=(bytes,file)=>{let no=message=>({ok:!1,problem:error({file,line:1,column:1},message)});if(bytes[0]===255&&bytes[1]===254||bytes[0]===
254&&bytes[1]===255)return no("this file is UTF-16; save it as UTF-8");let text;try{text=new TextDecoder("utf-8",{fatal:!0}).decode(bytes)}catch(thrown){if(!(thrown instanceof
TypeError))throw thrown;return no("this file is not UTF-8 text; save it as UTF-8")}return/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)?no("this fi\
le is binary, or holds control characters; a YAML text is expected"):{ok:!0,text}},readText=async(path,file)=>{let no=message=>({ok:!1,problem:error({file,line:1,
column:1},message)});try{let{size,isDirectory,isFile}=await stat(path).then(s=>({size:s.size,isDirectory:s.isDirectory(),isFile:s.isFile()}));return isDirectory?
no(readFailure("EISDIR")):isFile?size>maxBytes?no(`this file has ${size} bytes; at most ${maxBytes} are read`):decodeText(await readFile(path),file):no("this is\
 not a regular file")}catch(thrown){let code=systemCode(thrown);if(code===void 0)throw thrown;return no(readFailure(code))}};var EvidenceStrength=_enum(["statement","screenshot","record","export","re-performed","attestation","agreement"]),EvidenceKind=strictObject({id:Slug,title:string().
max(110),strength:EvidenceStrength,issuer:string(),obtain:string(),check:array(string()).min(1).readonly(),redFlags:array(string()).min(1).readonly(),validDays:int().
min(1).optional(),inPlaceOf:array(Slug).readonly().default([])}).readonly(),Evidence=strictObject({id:string().regex(/^e-[0-9a-f]{10,64}$/),sha256:Sha256,bytes:int().
min(0),fileName:string(),title:string(),kind:Slug.optional(),links:array(strictObject({target:string(),control:Slug}).readonly()).min(1).readonly(),effective:Day,
collected:Day,validUntil:Day,note:string().optional(),screened:_enum(["text","binary"]).optional(),redacted:array(strictObject({kind:string(),count:int().min(1),
lines:array(int().min(1)).readonly()}).readonly()).readonly().optional(),by:string(),at:Instant}).readonly();export{error,warning,problemLine,byPlace,problemsError,systemCode,readFailure,readText,EvidenceKind,Evidence};
