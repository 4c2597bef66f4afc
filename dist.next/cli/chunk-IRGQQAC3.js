import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var exitCode={done:0,findings:1,usage:2,unfinished:3,bug:70,cancelled:130},UserError=class extends Error{name="UserError";next;exitCode;constructor(message,next=[],code=exitCode.
usage){super(message),this.next=next,this.exitCode=code}};export{exitCode,UserError};
