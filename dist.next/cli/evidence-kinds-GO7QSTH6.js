import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{findControl,findKind}from"./chunk-TG4TOSSY.js";import{presentContent}from"./chunk-AJQMD73B.js";import"./chunk-EOTQ54W7.js";import"./chunk-7INJYC6Z.js";
import"./chunk-UNVH2Y7P.js";import"./chunk-C7ZK33BT.js";import"./chunk-XNTMTYOK.js";import"./chunk-K7GQ5F4Q.js";import"./chunk-XCLGVT36.js";
import"./chunk-QNBPVQJI.js";import"./chunk-26OHVHDZ.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-2NB3MYZZ.js";
import"./chunk-X7L2Q5O7.js";import"./chunk-VQANQNRB.js";import"./chunk-QXV5ZSR3.js";import{acceptedKinds,accepts,strengthWords}from"./chunk-Q5HIUNKV.js";
import{controlsOf}from"./chunk-YGC6MYMA.js";import"./chunk-4WJSUVJE.js";import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-VGJGPQDM.js";
import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";import"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";
import"./chunk-V3WZMUYQ.js";import"./chunk-5RQW43GQ.js";import"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-OSKRSO5H.js";var freshness=({validDays})=>validDays===void 0?"as long as it is in force":`${validDays} days`,supports=(content,kind)=>controlsOf(content).filter(control=>accepts(
control,kind)).map(control=>control.id),table=(output,kinds)=>{output.table([["kind","strength","convinces for","title"].map(output.style.dim),...kinds.map(kind=>[
kind.id,kind.strength,freshness(kind),kind.title])])},describe=(output,content,kind)=>{let width=Math.min(output.columns,100),part=(title,...texts)=>{output.line(),
output.line(output.style.bold(title));for(let text of texts)output.line(texts.length===1?wrap(text,width,"  "):wrap(`- ${text}`,width,"  ","    "))};output.line(
output.style.bold(`${kind.title} (${kind.id})`)),output.line(`${strengthWords[kind.strength]}; convinces for ${freshness(kind)}`),part("Who issues it",kind.issuer),
part("How to obtain it",kind.obtain),part("What to check on it",...kind.check),part("Red flags",...kind.redFlags),kind.inPlaceOf.length>0&&part("Stands in for, \
as the weaker one",kind.inPlaceOf.join(", "));let controls=supports(content,kind);part("Supports",controls.length===0?"no control yet":controls.join(", "))},showKinds=async(name,control,globals)=>{
let content=await presentContent(globals),output=processOutput(process),wanted=control===void 0?void 0:findControl(content,control),one=findKind(content,name),all=wanted===
void 0?content.evidenceKinds:acceptedKinds(wanted,content.evidenceKinds),kinds=one===void 0?all:all.filter(kind=>kind.id===one.id);if(globals.json===!0){output.
json({kinds:kinds.map(kind=>({...kind,controls:supports(content,kind)}))});return}wanted!==void 0&&(output.line(`${wanted.id}: ${wanted.title}`),output.line());
let[only]=kinds;if(only===void 0){output.line(one===void 0?"This control names no kinds: it takes any proof.":`It does not accept ${one.id}.`);return}if(one!==void 0){
describe(output,content,only);return}table(output,kinds),output.line(),output.line("statement < screenshot < record < export < re-performed; attestation and agr\
eement prove something else."),output.line("More about one: dbvet evidence kinds KIND")};export{showKinds};
