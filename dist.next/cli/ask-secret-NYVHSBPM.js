import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{dist_default}from"./chunk-3RA4W7Z2.js";import"./chunk-5AWIGR4M.js";import"./chunk-OSKRSO5H.js";var askSecret=async message=>{let prompt=dist_default.createPromptModule({output:process.stderr}),{secret}=await prompt([{type:"password",name:"secret",message,
mask:"*"}]);return secret};export{askSecret};
