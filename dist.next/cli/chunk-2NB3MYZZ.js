import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{readFileSync}from"node:fs";var dbvetVersion=()=>{let text=readFileSync(new URL("../../package.json",import.meta.url),"utf8");return JSON.parse(text).version};export{dbvetVersion};
