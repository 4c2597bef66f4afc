import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{processOutput,widthOf,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-7ITKJ46B.js";import"./chunk-OSKRSO5H.js";export{processOutput,widthOf,wrap};
