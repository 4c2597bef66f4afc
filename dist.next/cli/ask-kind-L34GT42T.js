import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{strengthWords}from"./chunk-Q5HIUNKV.js";import{dist_default}from"./chunk-3RA4W7Z2.js";import"./chunk-5AWIGR4M.js";import"./chunk-OSKRSO5H.js";var askKind=async(output,kinds)=>{output.line("What kind of proof is it?"),kinds.forEach((kind,i)=>{output.line(`${i+1} ${kind.title} (${strengthWords[kind.strength]}\
)`)}),output.line(`${kinds.length+1} Something else, which will not count for this control`);let prompt=dist_default.createPromptModule({output:process.stderr}),
{number}=await prompt([{type:"input",name:"number",message:"Kind:",validate:typed=>/^\d{1,3}$/.test(typed.trim())&&Number(typed)>=1&&Number(typed)<=kinds.length+
1?!0:`Type a number from 1 to ${kinds.length+1}.`}]);return kinds[Number(number.trim())-1]?.id};export{askKind};
