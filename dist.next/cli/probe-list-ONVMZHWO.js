import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{shippedChecks,shippedContent}from"./chunk-C7ZK33BT.js";import"./chunk-XNTMTYOK.js";import"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";
import"./chunk-QNBPVQJI.js";import"./chunk-26OHVHDZ.js";import{processOutput}from"./chunk-4XYU4GMW.js";import"./chunk-2NB3MYZZ.js";import{
controlsOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";import"./chunk-4OUI2SMR.js";import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";
import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";import"./chunk-IRGQQAC3.js";
import"./chunk-CPDTRZ6C.js";import"./chunk-OSKRSO5H.js";var listChecks=async globals=>{let controls=controlsOf(await shippedContent()),checks=(await shippedChecks()).map(({id,family,title,severity,needs})=>({id,family,
title,severity,needs,controls:controls.filter(c=>c.checks.some(({check})=>check===id)).map(c=>c.id)})),output=processOutput(process);if(globals.json===!0){output.
json({checks});return}output.table(checks.map(c=>[c.id,c.severity,c.needs,c.title])),output.line(),output.line(`${checks.length} checks.`)};export{listChecks};
