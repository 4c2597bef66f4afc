import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{compileContent,layOver,lintContent,lintWorkspace}from"./chunk-VPOVRE53.js";import"./chunk-TNGVVNPK.js";export{compileContent,layOver,lintContent,lintWorkspace};
