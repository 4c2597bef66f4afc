import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{UserError}from"./chunk-IRGQQAC3.js";var hasTerminal=()=>process.stdin.isTTY&&process.stdout.isTTY,needTerminal=(what,instead)=>{if(!hasTerminal())throw new UserError(`${what} needs a terminal, and\
 there is none here.`,instead)},wantsPlain=(option,env)=>option===!0||["DBVET_PLAIN","ACCESSIBLE","INK_SCREEN_READER"].some(name=>{let value=env[name];return value!==
void 0&&value!==""&&value!=="0"&&value!=="false"})||env.TERM==="dumb",interruptible=()=>{let controller=new AbortController,stop=()=>controller.abort(new DOMException(
"Interrupted","AbortError"));return process.on("SIGINT",stop),process.on("SIGTERM",stop),{signal:controller.signal,done:()=>{process.off("SIGINT",stop),process.
off("SIGTERM",stop)}}};export{hasTerminal,needTerminal,wantsPlain,interruptible};
