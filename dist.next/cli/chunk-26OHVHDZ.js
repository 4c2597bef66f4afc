import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{systemCode}from"./chunk-4WJSUVJE.js";import{stat}from"node:fs/promises";import{join}from"node:path";var loadContent=async(base,workspaceRoot,whole=()=>Promise.resolve(base))=>{try{await stat(join(workspaceRoot,"questionnaires"))}catch(error){if(systemCode(error)===
"ENOENT")return base}let{layOver}=await import("./compile-NWZQ4DX6.js");return layOver(await whole(),workspaceRoot)};export{loadContent};
