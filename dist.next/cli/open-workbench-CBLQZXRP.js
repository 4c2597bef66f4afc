import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{createWorkbench}from"./chunk-VTWH6KPE.js";import"./chunk-L27VFP7V.js";import"./chunk-U5WSLK23.js";import"./chunk-2TIIV5CP.js";import"./chunk-UXNWCV4Y.js";
import"./chunk-FS3KUTAE.js";import"./chunk-RBCTWHQH.js";import"./chunk-5BTNUTST.js";import"./chunk-332AV6EN.js";import"./chunk-FFCJAQ4Z.js";
import"./chunk-4SSOOD5Q.js";import"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";
import{openProject}from"./chunk-C7ZK33BT.js";import"./chunk-XNTMTYOK.js";import"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";import"./chunk-QNBPVQJI.js";
import"./chunk-26OHVHDZ.js";import"./chunk-2NB3MYZZ.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";
import"./chunk-4WJSUVJE.js";import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";
import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";
import"./chunk-5RQW43GQ.js";import"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var openWorkbench=async(globals,tell)=>{let project=await openProject(globals,tell),{onRedacted:_,...silent}=project;return{project,workbench:await createWorkbench(
silent)}};export{openWorkbench};
