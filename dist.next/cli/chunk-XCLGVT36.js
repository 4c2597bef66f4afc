import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{errorCode}from"./chunk-5RQW43GQ.js";import{dirname,resolve}from"node:path";var makeFolders=async(path,{make,isFolder})=>{let missing=[];for(let at=resolve(path);!await isFolder(at)&&(missing.push(at),dirname(at)!==at);at=dirname(at));for(let folder of missing.
toReversed())try{await make(folder)}catch(error){let code=errorCode(error);if(code==="EEXIST"&&await isFolder(folder))continue;throw code==="ENOENT"&&await isFolder(
dirname(folder))?Object.assign(new Error(`${folder} cannot be made`),{code:"ENOTSUP",syscall:"mkdir"}):error}};export{makeFolders};
