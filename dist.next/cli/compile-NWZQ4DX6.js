import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{compileContent,layOver,lintContent,lintWorkspace}from"./chunk-X7L2Q5O7.js";import"./chunk-VQANQNRB.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";
import"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-X6ECIUES.js";
import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";import"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";
import"./chunk-OSKRSO5H.js";export{compileContent,layOver,lintContent,lintWorkspace};
