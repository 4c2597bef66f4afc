import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{_enum}from"./chunk-V3WZMUYQ.js";import{severities}from"./chunk-CPDTRZ6C.js";var Severity=_enum(severities);export{Severity};
