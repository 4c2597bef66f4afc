import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{addVendorStep,chosenVendors,compareVendors}from"./chunk-3D7LFBG3.js";import{evaluate}from"./chunk-FFCJAQ4Z.js";import"./chunk-4SSOOD5Q.js";
import"./chunk-7INJYC6Z.js";import"./chunk-UNVH2Y7P.js";import"./chunk-DRXMX64I.js";import"./chunk-QOFYYV2G.js";import"./chunk-QNBPVQJI.js";
import{processOutput,widthOf,wrap}from"./chunk-4XYU4GMW.js";import"./chunk-QXV5ZSR3.js";import"./chunk-Q5HIUNKV.js";import"./chunk-YGC6MYMA.js";
import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import"./chunk-XIQIQSSR.js";import"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";
import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import{UserError}from"./chunk-IRGQQAC3.js";
import"./chunk-CPDTRZ6C.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var cellWidth=14,leastTitle=34,printVendorTable=(output,comparison)=>{let width=Math.min(output.columns,160),{vendors}=comparison,columns=vendors.map(v=>Math.max(
cellWidth,Math.min(24,widthOf(v.name)))),taken=columns.reduce((sum,column)=>sum+column+2,0),title=width-taken-weightWidth;title>=leastTitle?printColumns(output,
comparison,columns,Math.min(title,72)):vendors.forEach((vendor,at)=>printBlock(output,comparison,vendor,at,width))},weightWidth=4,fit=(text,width)=>{if(widthOf(
text)<=width)return text+" ".repeat(width-widthOf(text));let kept="";for(let character of text){if(widthOf(kept+character)>width-1)break;kept+=character}return`${kept}\
\u2026`},plain=text=>text,cellWords=cell=>{switch(cell.state){case"met":return cell.assurance==="none"?"stale":cell.assurance;case"partly":return"partly";case"n\
ot-met":return cell.knockOut==="applies"?"knocked out":"not met";case"contradicted":return cell.knockOut==="applies"?"knocked out":"contradicted";case"unknown":
return"unknown";case"not-applicable":return"n/a"}},cellOf=(output,cell)=>{let{sign,good,bad,warn,dim}=output.style,stale=cell.stale?` ${sign.stale}`:"",say=(mark,paint)=>({
text:`${mark} ${cellWords(cell)}${stale}`,paint});switch(cell.state){case"met":return say(sign.pass,good);case"partly":return say(sign.fail,warn);case"not-met":
return say(sign.fail,bad);case"contradicted":return say(sign.contradicted,warn);case"unknown":return say(sign.unknown,warn);case"not-applicable":return say(sign["\
not-applicable"],dim)}},placeOf=vendor=>{switch(vendor.standing){case"ranked":return String(vendor.rank??"");case"too-little-known":return"not ranked";case"knoc\
ked-out":return"out"}},ends=({what,inDays})=>`${inDays} d ${plainText(what,60)}`,figures=output=>[["Place",placeOf],["Score, of 100",v=>v.score.toFixed(1)],["  \
if all that is unknown were met",v=>v.possible.toFixed(1)],["Known, by weight",v=>`${Math.floor(v.coverage*100)} %`],["Only claimed, of what counts",v=>`${v.onlyClaimed}\
 of ${v.counting}`],["Mandatory and not met",v=>String(v.openMustHaves.length)],["Runs out next",v=>v.expires===void 0?output.style.sign["not-applicable"]:ends(
v.expires)],["Has run out",v=>[...new Set((v.expired??[]).map(e=>plainText(e.what,60)))].join(", ")]],printColumns=(output,{criteria,vendors},columns,titleWidth)=>{
let{bold,dim}=output.style,row=(weight,title,cells,paints)=>{let shown=cells.map((cell,i)=>(paints?.[i]??plain)(fit(cell,columns[i]??cellWidth)));output.line([weight.
padStart(weightWidth-2),fit(title,titleWidth),...shown].join("  ").trimEnd())};row("","",vendors.map(v=>plainText(v.name)),vendors.map(()=>bold));for(let[title,
text]of figures(output)){let cells=vendors.map((v,i)=>wrap(text(v),columns[i]??cellWidth).split(`
`));if(!cells.every(lines=>lines.join("")===""))for(let at=0;at<Math.max(...cells.map(lines=>lines.length));at++)row("",at===0?title:"",cells.map(lines=>lines[at]??
""))}output.line(),output.line(dim("weight, control, and how well it is known (knock-outs are marked with *)")),criteria.forEach((criterion,at)=>{let cells=vendors.
map(v=>{let cell=v.cells[at];return cell===void 0?{text:"",paint:plain}:cellOf(output,cell)}),title=wrap(`${criterion.title}${criterion.knockOut?" *":""}`,titleWidth).
split(`
`);row(criterion.weight===0?output.style.sign["not-applicable"]:String(criterion.weight),title[0]??"",cells.map(c=>c.text),cells.map(c=>c.paint));for(let more of title.
slice(1))row("",more,[])})},printBlock=(output,{criteria},vendor,at,width)=>{at>0&&output.line(),output.line(output.style.bold(plainText(vendor.name)));for(let[
title,text]of figures(output))text(vendor)!==""&&output.line(`  ${fit(title,34)} ${text(vendor)}`);vendor.cells.forEach((cell,i)=>{let criterion=criteria[i];if(criterion===
void 0)return;let{text,paint}=cellOf(output,cell),title=`${criterion.title}${criterion.knockOut?" *":""}`,lines=wrap(title,width-cellWidth-6).split(`
`);output.line(`  ${String(criterion.weight).padStart(2)}  ${paint(fit(text,cellWidth))}${lines[0]??""}`);for(let more of lines.slice(1))output.line(`${" ".repeat(
cellWidth+6)}${more}`)})};var printComparison=async(project,names,weightsFile,globals)=>{let state=await project.store.state(),vendors=chosenVendors(state,names),{readWeights}=await import("./questionnaires-DAVVHWVA.js"),
weights=weightsFile===void 0?void 0:await readWeights(weightsFile,project.content),evaluation=await evaluate(project,state),comparison=compareVendors(evaluation,
{vendors,...weights&&{weights}});if(comparison.criteria.every(c=>c.weight===0))throw new UserError("No control has a weight above 0, so that nothing can be comp\
ared.",["Give at least one control of vendors a weight from 1 to 10."]);let output=processOutput(process);if(globals.json===!0){output.json(comparisonJson(comparison,
evaluation));return}printVendorTable(output,comparison),output.line();let width=Math.min(output.columns,110);if(vendors.length===1){let only=evaluation.targets.
filter(t=>t.target.kind==="vendor").length===1;output.line(wrap("One vendor alone cannot be compared.",width)),output.line(wrap(only?addVendorStep:"Name another\
 one beside it, or none for all.",width));return}for(let sentence of comparison.sentences)output.line(wrap(sentence,width,"- ","  "))},comparisonJson=(comparison,evaluation)=>({
schema:"dbvet/vendor-comparison@1",at:evaluation.at,profiles:evaluation.profiles,...comparison});export{printComparison};
