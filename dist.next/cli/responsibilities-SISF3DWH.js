import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{chosenVendors,vendorDuties}from"./chunk-3D7LFBG3.js";import{evaluate}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";import"./chunk-7INJYC6Z.js";
import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";import"./chunk-QNBPVQJI.js";import{processOutput,wrap}from"./chunk-4XYU4GMW.js";
import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";
import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";
import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";
import"./chunk-OSKRSO5H.js";var printResponsibilities=async(project,names,globals)=>{let state=await project.store.state(),vendors=chosenVendors(state,names),evaluation=await evaluate(project,
state),found=vendorDuties(project.content,evaluation,vendors),output=processOutput(process);if(globals.json===!0){output.json({schema:"dbvet/responsibilities@1",
at:evaluation.at,vendors:found});return}found.forEach((vendor,at)=>{at>0&&output.line(),printVendor(output,vendor)})},owners={vendor:"the vendor",us:"you",both:"\
both",nobody:"nobody"},titleWidth=28,plain=text=>text,ownerWord=({owner})=>owner===void 0?"not known":owners[owner],printVendor=(output,vendor)=>{let{style}=output,
width=Math.min(output.columns,110);if(output.line(style.bold(plainText(vendor.name))),vendor.duties.length===0){output.line("  Nothing is asked about who does w\
hat.");return}let indent=" ".repeat(2+titleWidth+12);for(let duty of vendor.duties){let who=ownerWord(duty).padEnd(10),paint=duty.owner==="nobody"?style.bad:duty.
owner===void 0?style.warn:plain,lines=remarksOf(output,duty,vendor).flatMap(remark=>wrap(remark.text,width,indent,`${indent}  `).split(`
`).map(line=>remark.paint(line.slice(indent.length)))),title=plainText(duty.title).padEnd(titleWidth);output.line(`  ${title}${paint(who)}  ${lines[0]??""}`.trimEnd());
for(let line of lines.slice(1))output.line(indent+line)}let gaps=vendor.duties.filter(d=>d.owner===void 0||d.owner==="nobody");gaps.length>0&&(output.line(),output.
line(wrap(`Without an owner: ${gaps.map(d=>d.title.toLowerCase()).join(", ")}. Each side will believe that the other does it.`,width,"  ")))},remarksOf=({style},{
owner,controls,note},{databases})=>{let notes=note===void 0?[]:[{text:plainText(note),paint:plain}];return owner!=="us"&&owner!=="both"?notes:databases===0?[{text:"\
no database here names this vendor",paint:style.dim},...notes]:[...controls.map(({id,state,assurance})=>{let name=plainText(id);switch(state){case"met":return{text:`${style.
sign.pass} ${name}: met, ${assurance}`,paint:style.good};case"partly":return{text:`${style.sign.fail} ${name}: partly`,paint:style.warn};case"not-met":return{text:`${style.
sign.fail} ${name}: not met`,paint:style.bad};case"contradicted":return{text:`${style.sign.contradicted} ${name}: contradicted`,paint:style.warn};case"unknown":
return{text:`${style.sign.unknown} ${name}: unknown`,paint:style.warn};case"not-applicable":return{text:`${style.sign["not-applicable"]} ${name}: not applicable`,
paint:style.dim}}}),...notes]};export{printResponsibilities};
