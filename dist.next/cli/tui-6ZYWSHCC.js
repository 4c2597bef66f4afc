import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{texts}from"./chunk-HKCC5SBR.js";import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-OSKRSO5H.js";var ciNames=["CI","CONTINUOUS_INTEGRATION"],withoutCi=async load=>{let kept=ciNames.flatMap(name=>{let value=process.env[name];return value===void 0?[]:[[name,value]]});
for(let[name]of kept)Reflect.deleteProperty(process.env,name);try{return await load()}finally{for(let[name,value]of kept)process.env[name]=value}},loadStart=()=>withoutCi(
()=>import("./start-IEKAR2P5.js")),loadTui=async()=>{await loadStart()},runTui=async options=>{if(!options.stdin.isTTY||!options.stdout.isTTY)throw new UserError(
texts.notATerminal,texts.notATerminalNext);let{start}=await loadStart();return start(options)};export{loadTui,runTui};
