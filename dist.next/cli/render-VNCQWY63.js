import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{contentsOf,countAt,coverageInWords,coverageParts,escapeHtml,heatMapInWords,levelAt,newTypesetter,steps}from"./chunk-JHESIGX2.js";import{chips,textOf}from"./chunk-SKKJ34VY.js";
import"./chunk-4OUI2SMR.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import"./chunk-CPDTRZ6C.js";import"./chunk-OSKRSO5H.js";import PDFDocument from"pdfkit";var mm=value=>value*72/25.4,papers={a4:[595.28,841.89],letter:[612,792]},margin=mm(25),ink="#1b2430",soft="#56616f",rule="#d5dbe2",wash="#f5f7f9",accent="#1f4e7\
9",styles={body:{face:"regular",size:10.5,leading:15,colour:ink},quote:{face:"regular",size:10.5,leading:15,colour:soft},h1:{face:"bold",size:32,leading:38,colour:ink},
h2:{face:"semibold",size:20,leading:26,colour:ink},h3:{face:"semibold",size:13,leading:18,colour:ink},h4:{face:"semibold",size:10.5,leading:15,colour:ink},subject:{
face:"regular",size:16,leading:22,colour:soft},cell:{face:"regular",size:8.7,leading:12,colour:ink},head:{face:"semibold",size:8,leading:11,colour:soft},label:{
face:"regular",size:8.7,leading:12,colour:soft},code:{face:"mono",size:8,leading:11.5,colour:ink},small:{face:"regular",size:8,leading:11,colour:soft},strongSmall:{
face:"semibold",size:9,leading:12.5,colour:ink},figure:{face:"semibold",size:19,leading:24,colour:ink},contents:{face:"regular",size:10,leading:14,colour:ink},section:{
face:"regular",size:8.7,leading:11.5,colour:soft},smallCell:{face:"regular",size:7.8,leading:10.6,colour:ink}},headingSpace={1:{before:0,after:10},2:{before:30,
after:10},3:{before:16,after:5},4:{before:11,after:3}},tones={good:{ground:"#e4f1e8",text:"#1c5f3a"},partly:{ground:"#faf0d7",text:"#6b4a00"},bad:{ground:"#fae7\
e5",text:"#8f1d1d"},unknown:{ground:"#e9ecf0",text:"#434a54"},muted:{ground:"#f2f4f6",text:"#56616f"},disputed:{ground:"#f1e7f6",text:"#5b2a78"},critical:{ground:"\
#7c1421",text:"#ffffff"},high:{ground:"#ad4510",text:"#ffffff"},medium:{ground:"#f4dc9f",text:"#4d3700"},low:{ground:"#d9e7f3",text:"#1f3d5c"},info:{ground:"#ee\
f1f4",text:"#434a54"}},heatGrounds={critical:"#f2d9da",high:"#f8e3d4",medium:"#fcf3da",low:"#ecf2f8"},coverageColours={met:"#2f7d51",partly:"#d9a521",notMet:"#a\
52a2a",contradicted:"#7d4a9c",unknown:"#e3e8ed"},severityColours={critical:"#7c1421",high:"#ad4510",medium:"#d9a521",low:"#7fa6c9",info:"#98a3af"};var chipPadding=4.5,chipSize=style=>Math.min(8,style.size*.86),chipWidth=(id,size2,set2)=>set2.width(chips[id].sign,"signs",size2)+3+set2.width(chips[id].word,"\
semibold",size2)+2*chipPadding,faceOf=(run,style)=>run.code?"mono":run.strong?style.face==="bold"?"bold":"semibold":run.em&&style.face==="regular"?"italic":style.
face,atomsOf=(runs,style,set2)=>{let atoms=[],spaced=!0;for(let run of runs)if(run.type==="break")atoms.push({kind:"break"}),spaced=!0;else if(run.type==="chip"){
let width=chipWidth(run.chip,chipSize(style),set2);atoms.push({kind:"chip",chip:run.chip,width,glued:!spaced}),spaced=!1}else{let face=faceOf(run,style),size2=run.
code&&style.face!=="mono"?style.size*.82:style.size,colour=run.href?accent:run.code&&style.face!=="mono"?soft:style.colour;run.text.split(" ").forEach((word,i)=>{
i>0&&(spaced=!0);for(let{text,font}of set2.split(word,face)){let width=set2.width(text,font,size2),href=run.href===void 0?{}:{href:run.href};atoms.push({kind:"t\
ext",text,font,size:size2,colour,width,glued:!spaced,...href}),spaced=!1}})}return atoms};var isGlued=atom=>atom.kind!=="break"&&atom.glued,groupsOf=atoms=>{let groups=[];for(let atom of atoms){let last=groups.at(-1);last&&isGlued(atom)&&last[0]?.kind!==
"break"?last.push(atom):groups.push([atom])}return groups},widthOf=group=>group.reduce((sum2,a)=>sum2+(a.kind==="break"?0:a.width),0),wrap=(runs,style,width,set2)=>{
let lines=[[]],x=0,newLine=()=>{lines.push([]),x=0},place=(atom,spaced)=>{let line=lines.at(-1)??[],gap3=spaced&&line.length>0?spaceBefore(atom,style,set2):0,last=line.
at(-1),joined=last&&joinedWith(last,atom,gap3);joined?line[line.length-1]=joined:line.push(itemOf(atom,x+gap3)),x+=gap3+atom.width};for(let group of groupsOf(atomsOf(
runs,style,set2))){let first=group[0];if(!first)continue;if(first.kind==="break"){newLine();continue}let needed=widthOf(group),gap3=x>0?spaceBefore(first,style,
set2):0;x>0&&x+gap3+needed>width&&newLine();for(let atom of group)if(atom.kind!=="break")if(needed<=width||atom.kind==="chip")place(atom,!atom.glued);else for(let part of breakWord(
atom,width,()=>width-x,set2))x>0&&x+part.width>width+.01&&newLine(),place(part,!part.glued)}return lines.filter((line,i)=>line.length>0||i===0)},spaceBefore=(atom,style,set2)=>atom.
kind==="text"?set2.width(" ",atom.font,atom.size):set2.width(" ",style.face,style.size),itemOf=(atom,x)=>atom.kind==="chip"?{kind:"chip",chip:atom.chip,width:atom.
width,x}:{kind:"text",x,width:atom.width,text:atom.text,font:atom.font,size:atom.size,colour:atom.colour,...atom.href===void 0?{}:{href:atom.href}},joinedWith=(item,atom,gap3)=>item.
kind==="text"&&atom.kind==="text"&&item.font===atom.font&&item.size===atom.size&&item.colour===atom.colour&&item.href===atom.href?{...item,text:item.text+(gap3>
0?" ":"")+atom.text,width:item.width+gap3+atom.width}:void 0,joint=/[/\-_.,:;=@&?|)\]]/,breakWord=(atom,full,left,set2)=>{let measure=text=>set2.width(text,atom.
font,atom.size),parts=[],rest=Array.from(atom.text.matchAll(new RegExp("\\P{M}\\p{M}*|\\p{M}+","gu")),m=>m[0]),room=left()<full/3?full:left();for(;rest.length>0;){
let count=0,used=0,atJoint=0;for(let c of rest){if(used+=measure(c),used>room&&count>0)break;count+=1,joint.test(c)&&(atJoint=count)}let take=count<rest.length&&
atJoint>count*.5?atJoint:count,text=rest.slice(0,take).join("");parts.push({...atom,text,width:measure(text),glued:parts.length>0||atom.glued}),rest=rest.slice(
take),room=full}return parts};var ascent=style=>(style.leading+style.size*.7)/2,rightToLeft=/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,drawText=(frame,text,font,size2,colour,x,baseline)=>{frame.
doc.font(font).fontSize(size2).fillColor(colour).text(text,x,baseline,{lineBreak:!1,baseline:"alphabetic",...rightToLeft.test(text)?{features:[]}:{}})},drawChip=(frame,item,style,x,baseline)=>{
let{sign,word,tone}=chips[item.chip],size2=chipSize(style),{ground,text}=tones[tone],height=size2+4;frame.doc.roundedRect(x,baseline-size2*.35-height/2,item.width,
height,2).fill(ground),drawText(frame,sign,"signs",size2,text,x+chipPadding,baseline);let wordX=x+chipPadding+frame.set.width(sign,"signs",size2)+3;drawText(frame,
` ${word}`,"semibold",size2,text,wordX-frame.set.width(" ","semibold",size2),baseline)},drawLine=(frame,line,style,x,y,element,type)=>{if(line.length===0)return;
let baseline=y+ascent(style);frame.tagged(element,type,()=>{for(let item of line)item.kind==="chip"?drawChip(frame,item,style,x+item.x,baseline):drawText(frame,
item.text,item.font,item.size,item.colour,x+item.x,baseline)});for(let item of line){if(item.kind!=="text"||item.href===void 0)continue;let place=[x+item.x,y,item.
width,style.leading],link=frame.element("Link",element),options={structParent:link,Contents:pdfText(item.text)};item.href.startsWith("#")?frame.doc.goTo(...place,
item.href.slice(1),options):frame.doc.link(...place,item.href,options),link.end()}},startOf=(line,x,width,align)=>{let last=line.at(-1);return align==="right"&&
last?x+width-(last.x+last.width):x},drawFlow=(frame,runs,style,box,element,type)=>{let lines=wrap(runs,style,box.width,frame.set);lines.forEach((line,i)=>{let left=lines.
length-i,together=i===0?Math.min(left,left===3?3:2):left===2?2:1;frame.ensure(together*style.leading),drawLine(frame,line,style,box.x,frame.y,element,type),frame.
y+=style.leading})},heightOf=(frame,runs,style,width)=>wrap(runs,style,width,frame.set).length*style.leading,plain=text=>[{type:"text",text}],pdfText=text=>Object(
text);var rowHeight=20,barsHeight=(frame,data)=>data.kind==="severities"?data.rows.length*rowHeight+8:data.rows.reduce((sum2,r)=>sum2+coverageRow(frame,r),0)+8,drawSeverities=(frame,data)=>{
frame.ensure(barsHeight(frame,data));let most=Math.max(1,...data.rows.map(r=>r.open+r.accepted)),[label,room]=[mm(26),mm(80)],list=frame.element("L",frame.root);
for(let row of data.rows){let body=frame.element("LBody",frame.element("LI",list)),[chipLine]=wrap([{type:"chip",chip:row.level}],styles.cell,label,frame.set);drawLine(
frame,chipLine??[],styles.cell,frame.left,frame.y,body,"LBody");let y=frame.y+2.5,open=row.open/most*room,accepted=row.accepted/most*room;frame.artifact(()=>{let{
doc}=frame;open>0&&doc.rect(frame.left+label,y,open,8).fill(severityColours[row.level]),accepted>0&&doc.rect(frame.left+label+open,y+.4,accepted,7.2).lineWidth(
.8).strokeColor(soft).stroke()});let words=`${row.open}${row.accepted>0?` + ${row.accepted} accepted`:""}`,[line]=wrap(plain(words),styles.cell,200,frame.set),x=frame.
left+label+open+accepted+8;drawLine(frame,line??[],styles.cell,x,frame.y,body,"LBody"),frame.y+=rowHeight}frame.y+=8},[nameWidth,barWidth]=[mm(34),mm(62)],wordsWidth=frame=>frame.
width-nameWidth-barWidth-mm(8),coverageRow=(frame,row)=>{let name=wrap(plain(row.name),styles.strongSmall,nameWidth-6,frame.set).length,words=wrap(plain(coverageInWords(
row)),styles.cell,wordsWidth(frame),frame.set).length;return Math.max(name,words)*styles.cell.leading+7},drawCoverage=(frame,data)=>{let list=frame.element("L",
frame.root);for(let row of data.rows){let height=coverageRow(frame,row);frame.ensure(height);let body=frame.element("LBody",frame.element("LI",list)),top=frame.
y,column=(text,style,x,width)=>{wrap(plain(text),style,width,frame.set).forEach((line,i)=>{drawLine(frame,line,style,x,top+i*style.leading,body,"LBody")})};column(
row.name,styles.strongSmall,frame.left,nameWidth-6);let whole=coverageParts.reduce((sum2,p)=>sum2+row[p.key],0);frame.artifact(()=>{let x=frame.left+nameWidth;whole===
0&&frame.doc.rect(x,top+2.5,barWidth,8).fill(wash);for(let part of coverageParts){let width=whole===0?0:row[part.key]/whole*barWidth;width>0&&frame.doc.rect(x,top+
2.5,Math.max(.5,width-.6),8).fill(coverageColours[part.key]),x+=width}}),column(coverageInWords(row),styles.cell,frame.left+nameWidth+barWidth+mm(8),wordsWidth(
frame)),frame.y=top+height}frame.y+=8};var drawContents=(frame,all)=>{let title2=frame.element("H2",frame.root);drawFlow(frame,plain("Contents"),styles.h2,{x:frame.left,width:frame.width},title2,"H2"),
frame.y+=8;let toc=frame.element("TOC",frame.root);for(let heading of contentsOf(all).flatMap(c=>[c.chapter,...c.sections])){let isChapter=heading.level===2,style=isChapter?
styles.contents:styles.section,left=frame.left+(isChapter?0:14),lines=wrap(plain(textOf(heading.runs)),style,frame.width-54,frame.set),space=isChapter?3:0;frame.
ensure(lines.length*style.leading+space),frame.y+=space;let item=frame.element("TOCI",toc),link=frame.element("Link",item),top=frame.y;for(let line of lines)drawLine(
frame,line,style,left,frame.y,link,"Link"),frame.y+=style.leading;frame.doc.goTo(frame.left,top,frame.width,frame.y-top,heading.id,{structParent:link,Contents:pdfText(
textOf(heading.runs))}),frame.slots.push({page:frame.page,right:frame.left+frame.width,baseline:frame.y-style.leading+ascent(style),heading:heading.id,style,element:link})}
frame.y+=10},fillContents=frame=>{for(let slot of frame.slots){let{size:size2,colour}=slot.style,number=String(frame.pageOf.get(slot.heading)??"");frame.doc.switchToPage(
slot.page-1);let x=slot.right-frame.set.width(number,"regular",size2);frame.tagged(slot.element,"Link",()=>{drawText(frame,` ${number}`,"regular",size2,colour,x-
frame.set.width(" ","regular",size2),slot.baseline)}),slot.element.end()}};var drawCover=(frame,cover)=>{let box={x:frame.left,width:frame.width},text=(value,style,type)=>{drawFlow(frame,plain(value),style,box,frame.element(type,frame.
root),type)};text(cover.confidentiality,styles.label,"P"),frame.y=Math.max(frame.y,mm(75)),frame.rule(frame.left,frame.y-18,mm(14),accent,2.5),text(cover.title,
styles.h1,"H1"),frame.y+=6,text(cover.subject,styles.subject,"P");let table=frame.element("Table",frame.root),label=mm(34),rows=cover.facts.length;frame.y=Math.
max(frame.y+mm(20),frame.bottom-rows*24-mm(10));for(let[name,value]of cover.facts){frame.ensure(24),frame.rule(frame.left,frame.y,frame.width,rule),frame.y+=5.5;
let row=frame.element("TR",table),top=frame.y;drawFlow(frame,plain(name),styles.label,{x:frame.left,width:label-8},frame.element("TH",row),"TH"),frame.y=top;let valueBox={
x:frame.left+label,width:frame.width-label};drawFlow(frame,plain(value),styles.cell,valueBox,frame.element("TD",row),"TD"),frame.y+=5.5}frame.rule(frame.left,frame.
y,frame.width,rule),frame.newPage()};var gap=14,columnsOf=(frame,count)=>(frame.width-gap*(count-1))/count,figureStyle=(frame,data)=>{let{figure}=styles,width=columnsOf(frame,data.items.length),longest=Math.
max(...data.items.map(i=>frame.set.width(i.value,figure.face,figure.size)));return longest<=width?figure:{...figure,size:Math.max(11,figure.size*width*.98/longest)}},
figuresHeight=(frame,data)=>{let width=columnsOf(frame,data.items.length),heights=data.items.map(i=>heightOf(frame,plain(i.value),figureStyle(frame,data),width)+
heightOf(frame,plain(i.label),styles.cell,width)+(i.note?heightOf(frame,plain(i.note),styles.small,width):0));return 14+Math.max(...heights)+14},drawFigures=(frame,data)=>{
let width=columnsOf(frame,data.items.length),height=figuresHeight(frame,data);frame.ensure(height);let list=frame.element("L",frame.root),top=frame.y+6;data.items.
forEach((item,i)=>{let x=frame.left+i*(width+gap);frame.rule(x,top,width,ink,.9);let body=frame.element("LBody",frame.element("LI",list));frame.y=top+8,stack(frame,
item.value,figureStyle(frame,data),x,width,body),stack(frame,item.label,styles.cell,x,width,body),item.note&&stack(frame,item.note,styles.small,x,width,body)}),
frame.y=top-6+height},stack=(frame,text,style,x,width,element)=>{for(let line of wrap(plain(text),style,width,frame.set))drawLine(frame,line,style,x,frame.y,element,
"LBody"),frame.y+=style.leading},drawApproval=(frame,data)=>{let names=["Role","Name","Date","Signature"],shares=[.26,.27,.15,.32],rowHeight2=36;frame.ensure(20+
data.roles.length*rowHeight2);let table=frame.element("Table",frame.root),starts=shares.map((_,i)=>frame.left+shares.slice(0,i).reduce((a,b)=>a+b,0)*frame.width),
head=frame.element("TR",table);names.forEach((name,i)=>{let[line]=wrap(plain(name),styles.head,120,frame.set);drawLine(frame,line??[],styles.head,starts[i]??0,frame.
y,frame.element("TH",head),"TH")}),frame.y+=15,frame.rule(frame.left,frame.y,frame.width,ink,.7);for(let role of data.roles){let row=frame.element("TR",table),cell=frame.
element("TH",row),top=frame.y;frame.y=top+rowHeight2-19,drawFlow(frame,plain(role),styles.cell,{x:frame.left,width:(shares[0]??1)*frame.width-8},cell,"TH"),frame.
y=Math.max(frame.y,top+rowHeight2),starts.forEach((x,i)=>frame.rule(x,frame.y-3,(shares[i]??0)*frame.width-(i<3?10:0),ink,.4))}frame.y+=10};var styleOf=level=>({1:styles.h1,2:styles.h2,3:styles.h3,4:styles.h4})[level],spaceBefore2=(frame,level)=>frame.fresh?0:headingSpace[level].before,headingHeight=(frame,heading,width)=>headingSpace[heading.
level].before+heightOf(frame,heading.runs,styleOf(heading.level),width)+headingSpace[heading.level].after,drawHeading=(frame,heading,x,width)=>{frame.y+=spaceBefore2(
frame,heading.level),frame.pageOf.set(heading.id,frame.page),frame.doc.addNamedDestination(heading.id,"XYZ",x,Math.max(0,frame.y-12),null);let element=frame.element(
`H${heading.level}`,frame.root,{title:textOf(heading.runs)});drawFlow(frame,heading.runs,styleOf(heading.level),{x,width},element,`H${heading.level}`),frame.y+=
headingSpace[heading.level].after};var axis=13,gap2=mm(8),title=18,legend=22,cellSize=(frame,maps)=>Math.min(mm(7.6),(frame.width-gap2*(maps-1)-maps*axis)/maps/5),flat=.62,heatMapHeight=(frame,data)=>title+
5*flat*cellSize(frame,data.maps.length)+axis+legend,drawHeatMaps=(frame,data)=>{let height=heatMapHeight(frame,data);frame.ensure(height);let top=frame.y,cell=cellSize(
frame,data.maps.length),pitch=(frame.width-data.maps.length*(axis+5*cell))/Math.max(1,data.maps.length-1);data.maps.forEach((map,i)=>{let x=frame.left+i*(axis+5*
cell+Math.min(pitch,mm(22))),figure=frame.element("Figure",frame.root,{alt:heatMapInWords(map.title,map.cells),bbox:[x,top,x+axis+5*cell,top+title+5*cell*flat+axis]});
frame.tagged(figure,"Figure",()=>drawMap(frame,map,x,top,cell))});let caption="Up: impact. Right: likelihood. 1 is very low, 5 very high. A number counts the ri\
sks in a cell.";frame.tagged(frame.element("P",frame.root),"P",()=>{drawText(frame,caption,"regular",styles.small.size,soft,frame.left,top+height-14)}),frame.y=
top+height},drawMap=(frame,map,x,top,cell)=>{let{doc,set:set2}=frame;drawText(frame,map.title,"semibold",9,ink,x,top+9);let grid=top+title,high=cell*flat;for(let impact of steps){
let y=grid+(5-impact)*high;drawText(frame,String(impact),"regular",7,soft,x,y+high/2+2.5);for(let likelihood of steps){let cellX=x+axis+(likelihood-1)*cell,level=levelAt(
likelihood,impact),count=countAt(map.cells,likelihood,impact);if(doc.rect(cellX+.6,y+.6,cell-1.2,high-1.2).fill(count===0?heatGrounds[level]:tones[level].ground),
count===0)continue;let number=String(count),width=set2.width(number,"bold",10.5);drawText(frame,number,"bold",10.5,tones[level].text,cellX+(cell-width)/2,y+high/
2+3.8)}}for(let likelihood of steps){let number=String(likelihood),centre=x+axis+(likelihood-.5)*cell;drawText(frame,number,"regular",7,soft,centre-set2.width(number,
"regular",7)/2,grid+5*high+9)}};var wishOf=(cell,style,set2,cap)=>{let least=0,word=0,lines=[0];for(let atom of atomsOf(cell,style,set2)){if(atom.kind==="break"){lines.push(0),word=0;continue}
word=atom.glued?word+atom.width:atom.width,lines.push((lines.pop()??0)+atom.width+(atom.glued?0:style.size*.26)),least=Math.max(least,atom.kind==="chip"?atom.width:
Math.min(word,cap))}return{least,most:Math.max(least,...lines),lines}},columnWidths=(table,width,gap3,style,set2)=>{let count=Math.max(table.head.length,...table.
rows.map(r=>r.length)),room=width-gap3*(count-1),cap=room/Math.max(4,count),head=table.head.map(c=>wishOf(c,styles.head,set2,cap)),rows=table.rows.map(r=>Array.
from({length:count},(_,i)=>wishOf(r[i]??[],style,set2,cap))),extents=Array.from({length:count},(_,i)=>{let cells=[head[i],...rows.map(r=>r[i])].filter(c=>c!==void 0);
return{least:Math.max(14,...cells.map(c=>c.least)),most:Math.max(14,...cells.map(c=>c.most))}});return settle(share(extents,room),extents,rows)},linesOf=(rows,widths)=>sum(
rows.map(row=>Math.max(...row.map((cell,i)=>sum(cell.lines.map(line=>{let width=widths[i]??1;return line<=width?1:Math.ceil(line*1.06/width)})))))),pace=9,settle=(start,extents,rows)=>{
let best=start,lines=linesOf(rows,best);for(let round=0;round<24;round+=1){let better=best.flatMap((width,from)=>width-pace<(extents[from]?.least??0)?[]:best.flatMap(
(_,to)=>from===to?[]:[1,3].map(n=>{let move=Math.min(n*pace,width-(extents[from]?.least??0));return best.map((w,i)=>i===from?w-move:i===to?w+move:w)}))).map(widths=>({
widths,lines:linesOf(rows,widths)})).reduce((a,b)=>b.lines<a.lines?b:a,{widths:best,lines});if(better.lines>=lines)return best;best=better.widths,{lines}=better}
return best},share=(wishes,room)=>{let least=sum(wishes.map(w=>w.least)),most=sum(wishes.map(w=>w.most));if(least>room)return wishes.map(w=>w.least/least*room);
if(most<=room)return wishes.map(w=>w.most+(room-most)*w.most/most);let hunger=wishes.map(w=>Math.sqrt(w.most-w.least)),total=sum(hunger)||1,widths=wishes.map((w,i)=>w.
least+(room-least)*(hunger[i]??0)/total),spare=sum(widths.map((w,i)=>Math.max(0,w-(wishes[i]?.most??w)))),fits=widths.map((w,i)=>Math.min(w,wishes[i]?.most??w)),
open=sum(fits.map((w,i)=>w<(wishes[i]?.most??w)?hunger[i]??0:0))||1;return fits.map((w,i)=>w<(wishes[i]?.most??w)?w+spare*(hunger[i]??0)/open:w)},sum=values=>values.
reduce((a,b)=>a+b,0);var lay=(frame,table,width)=>{let key=`${frame.tables} ${width}`,known=frame.layouts.get(table);if(known?.key===key)return known.layout;let layout=set(frame,table,
width);return frame.layouts.set(table,{key,layout}),layout},set=(frame,table,width)=>{let isFields=table.head.length===0,gap3=11,small=frame.tables==="small",padding=isFields?
1.5:small?2.2:4,label=mm(29),widths=isFields?[label,width-label-gap3]:columnWidths(table,width,gap3,small?styles.smallCell:styles.cell,frame.set),row=(cells,style)=>{
let lines=widths.map((w,i)=>wrap(cells[i]??[],style(i),w,frame.set)),height=Math.max(...lines.map((l,i)=>l.length*style(i).leading))+2*padding;return{cells:lines,
height}},rows=table.rows.map(r=>row(r,i=>cellStyle(frame,isFields,i)));return{widths,rows,gap:gap3,padding,...isFields?{}:{head:row(table.head,()=>styles.head)}}},
cellStyle=(frame,isFields,column)=>isFields&&column===0?styles.label:frame.tables==="small"&&!isFields?styles.smallCell:styles.cell,fullHeight=layout=>(layout.head?.
height??0)+layout.rows.reduce((sum2,r)=>sum2+r.height,0),tableLead=(frame,table,width)=>{let layout=lay(frame,table,width),whole=fullHeight(layout),first=(layout.
head?.height??0)+(layout.rows[0]?.height??0);return whole<=frame.pageHeight*.2?whole:Math.min(first,frame.pageHeight*.5)},drawTable=(frame,table,x,width,parent)=>{
if(table.rows.length===0)return;let layout=lay(frame,table,width),isFields=layout.head===void 0;frame.ensure(tableLead(frame,table,width));let element=frame.element(
"Table",parent),drawer=rowDrawer(frame,table,layout,x),header=again=>{layout.head&&(drawer.head(layout.head,again?void 0:element),frame.rule(x,frame.y,width,ink,
.7))};header(!1),layout.rows.forEach(row=>{!(frame.y+row.height<=frame.bottom)&&row.height<=frame.pageHeight*.5&&(frame.newPage(),header(!0)),drawer.row(row,element,
()=>{frame.newPage(),header(!0)}),isFields||frame.rule(x,frame.y,width,rule)})},rowDrawer=(frame,table,layout,x)=>{let isFields=layout.head===void 0,columnX=layout.
widths.map((_,i)=>layout.widths.slice(0,i).reduce((sum2,w)=>sum2+w+layout.gap,x));return{head:(row2,element)=>{let tr=element&&frame.element("TR",element),cells=row2.
cells.map((lines,i)=>{let th=tr&&frame.element("TH",tr,{scope:"Column"});return{lines,i,th}});(()=>{for(let{lines,i,th}of cells)lines.forEach((line,n)=>{let at=startOf(
line,columnX[i]??x,layout.widths[i]??0,table.align[i]??"left"),y=frame.y+row2.height-layout.padding-(lines.length-n)*styles.head.leading;th?drawLine(frame,line,
styles.head,at,y,th,"TH"):drawRepeated(frame,line,styles.head,at,y)})})(),frame.y+=row2.height},row:(laid,element,newPage)=>{let tr=frame.element("TR",element),
cells=laid.cells.map((lines,i)=>({lines:[...lines],i,style:cellStyle(frame,isFields,i),align:table.align[i]??"left",type:isFields&&i===0?"TH":"TD",element:frame.
element(isFields&&i===0?"TH":"TD",tr)})),stuck=!1;for(let pages=0;;pages+=1){let top=frame.y+layout.padding,edge=stuck?Number.POSITIVE_INFINITY:frame.bottom+.01,
height=0;for(let cell of cells){let y=top;for(;cell.lines.length>0&&y+cell.style.leading+layout.padding<=edge;){let line=cell.lines.shift()??[],at=startOf(line,
columnX[cell.i]??x,layout.widths[cell.i]??0,cell.align);drawLine(frame,line,cell.style,at,y,cell.element,cell.type),y+=cell.style.leading}height=Math.max(height,
y-top)}if(frame.y=top+height+layout.padding,cells.every(c=>c.lines.length===0))return;stuck=height===0&&pages>0,newPage()}}}},drawRepeated=(frame,line,style,x,y)=>{
frame.artifact(()=>{for(let item of line)item.kind==="text"&&drawText(frame,item.text,item.font,item.size,item.colour,x+item.x,y+ascent(style))})};var paragraphGap=7,tableGap=2,drawBlocks=(frame,blocks,bookmarks)=>{let box=()=>({x:frame.left,width:frame.width});blocks.forEach((block,i)=>{block.type==="char\
t"?drawChart(frame,block.data,blocks):block.type==="heading"?(frame.ensure(Math.min(frame.pageHeight,leadOf(frame,blocks.slice(i,i+6)))),bookmarks.add(block,frame.
fresh?frame.y:frame.y+10),drawHeading(frame,block,frame.left,frame.width)):(block.type==="paragraph"&&frame.ensure(leadOf(frame,blocks.slice(i,i+2))),drawBlock(
frame,block,box(),frame.root))})},leadOf=(frame,blocks,headed=!1)=>{let[first,...rest]=blocks;if(!first)return 0;switch(first.type){case"heading":return headingHeight(
frame,first,frame.width)+leadOf(frame,rest,!0);case"paragraph":{let height=heightOf(frame,first.runs,styles.body,frame.width),isShort=height<=3*styles.body.leading;
return isShort&&(rest[0]?.type==="table"||rest[0]?.type==="paragraph"||rest[0]?.type==="chart"||headed&&rest[0]?.type==="heading")?height+paragraphGap+leadOf(frame,
rest,headed):isShort?height:30}case"table":return tableLead(frame,first,frame.width)+tableGap;case"list":case"quote":case"code":return 3*styles.body.leading;case"\
chart":return chartLead(frame,first.data)}},chartLead=(frame,data)=>{switch(data.kind){case"figures":return figuresHeight(frame,data);case"heatmap":return heatMapHeight(
frame,data);case"severities":return barsHeight(frame,data);case"coverage":return Math.min(60,barsHeight(frame,data));case"approval":return 20+data.roles.length*
36;case"cover":case"contents":case"page":return 0}},drawChart=(frame,data,all)=>{switch(data.kind){case"cover":{drawCover(frame,data);return}case"contents":{drawContents(
frame,all);return}case"page":frame.tables=data.tables,(!frame.fresh||frame.orientation!==data.orientation)&&frame.newPage(data.orientation);return;case"figures":{
drawFigures(frame,data);return}case"heatmap":{drawHeatMaps(frame,data);return}case"severities":{drawSeverities(frame,data);return}case"coverage":{drawCoverage(frame,
data);return}case"approval":{drawApproval(frame,data);return}}},drawBlock=(frame,block,box,parent)=>{switch(block.type){case"paragraph":drawFlow(frame,block.runs,
textStyle(frame,parent),box,frame.element("P",parent),"P"),frame.y+=paragraphGap;return;case"list":{drawList(frame,block,box,parent);return}case"table":frame.y+=
tableGap,drawTable(frame,block,box.x,box.width,parent),frame.y+=block.head.length===0?8:11;return;case"quote":{let quote=frame.element("BlockQuote",parent);drawNested(
frame,block.blocks,{x:box.x+mm(5),width:box.width-mm(5)},quote);return}case"code":{drawCode(frame,block.text,box,parent);return}}},textStyle=(frame,parent)=>frame.
tables==="small"&&parent!==frame.root?styles.cell:styles.body,drawNested=(frame,blocks,box,parent)=>{for(let block of blocks)block.type==="heading"?drawBlock(frame,
{type:"paragraph",runs:block.runs},box,parent):block.type!=="chart"&&drawBlock(frame,block,box,parent)},drawList=(frame,list,box,parent)=>{let element=frame.element(
"L",parent),indent=list.ordered?20:13;list.items.forEach((item,i)=>{let li=frame.element("LI",element),style=textStyle(frame,li);frame.ensure(style.leading*2);let mark=list.
ordered?`${list.start+i}.`:"\u2013",[line]=wrap(plain(mark),style,indent*2,frame.set);drawLine(frame,line??[],style,box.x,frame.y,frame.element("Lbl",li),"Lbl");
let top=frame.y,inner={x:box.x+indent,width:box.width-indent};drawNested(frame,item,inner,frame.element("LBody",li)),frame.y>top&&(frame.y-=paragraphGap-3)}),frame.
y+=paragraphGap},drawCode=(frame,text,box,parent)=>{let element=frame.element("Code",parent),{leading}=styles.code,inner=box.width-16,lines=text.split(`
`).flatMap(l=>wrap(plain(l.replace(/\t/g,"    ")),styles.code,inner,frame.set));for(let line of lines)frame.ensure(leading),frame.artifact(()=>frame.doc.rect(box.
x,frame.y,box.width,leading+.3).fill(wash)),frame.artifact(()=>frame.doc.rect(box.x,frame.y,2,leading+.3).fill(rule)),drawLine(frame,line,styles.code,box.x+9,frame.
y,element,"Code"),frame.y+=leading;frame.y+=paragraphGap+3};var Frame=class{constructor(doc,set2,paper){this.doc=doc;this.set=set2;this.paper=paper;this.root=doc.struct("Document"),doc.addStructure(this.root),this.newPage(
"portrait")}doc;set;paper;y=margin;tables="normal";pageOf=new Map;slots=[];layouts=new WeakMap;root;#pages=0;#orientation="portrait";get left(){return margin}get width(){
return this.doc.page.width-2*margin}get bottom(){return this.doc.page.height-margin}get pageHeight(){return this.bottom-margin}get page(){return this.#pages}get orientation(){
return this.#orientation}get fresh(){return this.y<=margin+.01}newPage(orientation=this.#orientation){this.doc.addPage({size:[...papers[this.paper]],layout:orientation,
margins:{top:0,bottom:0,left:0,right:0}}),this.#orientation=orientation,this.#pages+=1,this.y=margin}ensure(height){!this.fresh&&this.y+height>this.bottom+.01&&
this.newPage()}element(type,parent,options){let element=this.doc.struct(type,options);return parent.add(element),element}tagged(element,type,draw){let content=this.
doc.markStructureContent(type);draw(),this.doc.endMarkedContent(),element.add(content)}artifact(draw){this.doc.markContent("Artifact",{type:"Layout"}),draw(),this.
doc.endMarkedContent()}rule(x,y,width,colour,weight=.5){this.artifact(()=>{this.doc.moveTo(x,y).lineTo(x+width,y).lineWidth(weight).strokeColor(colour).stroke()})}};var size=8,drawFurniture=(frame,furniture,hasCover)=>{let{doc,set:set2}=frame,{start,count}=doc.bufferedPageRange();for(let page=start;page<start+count;page+=1){
if(hasCover&&page===start)continue;doc.switchToPage(page);let right=doc.page.width-margin,number=`Page ${page+1} of ${count}`,place=(text,baseline,end=!1)=>{let pieces=set2.
split(text,"regular"),width=pieces.reduce((sum2,p)=>sum2+set2.width(p.text,p.font,size),0),x=end?right-width:margin;for(let piece of pieces)drawText(frame,piece.
text,piece.font,size,soft,x,baseline),x+=set2.width(piece.text,piece.font,size)};doc.markContent("Artifact",{type:"Pagination"});let room=right-margin;place(clipped(
frame,`${furniture.title} \xB7 ${furniture.subject}`,room*.68),mm(14)),place(clipped(frame,furniture.confidentiality,room*.28),mm(14),!0),doc.moveTo(margin,mm(16.5)).
lineTo(right,mm(16.5)).lineWidth(.5).strokeColor(rule).stroke();let foot=doc.page.height-mm(13);place(clipped(frame,furniture.origin,room*.8),foot),place(number,
foot,!0),doc.endMarkedContent()}},clipped=(frame,text,width)=>{let fits=value=>frame.set.split(value,"regular").reduce((sum2,p)=>sum2+frame.set.width(p.text,p.font,
size),0)<=width;if(fits(text))return text;let characters=Array.from(text),count=characters.length-1;for(;count>0&&!fits(`${characters.slice(0,count).join("")}\u2026`);)
count-=1;return`${characters.slice(0,count).join("").trimEnd()}\u2026`};var newBookmarks=doc=>{let root=doc.outline,path=[];return{add:(heading,top)=>{if(heading.level>3)return;for(;(path.at(-1)?.level??0)>=heading.level;)path.pop();
let parent=path.at(-1)?.item??root,options={expanded:!1,fit:!1,top,left:0,zoom:0};path.push({level:heading.level,item:parent.addItem(textOf(heading.runs),options)})},
close:()=>{root.outlineData.Count=root.children.length;let closed=items=>{for(let item of items)item.children.length>0&&(item.outlineData.Count=-item.children.length),
closed(item.children)};closed(root.children)}}};var drawPdf=(blocks,options)=>{let{furniture}=options,date=new Date(options.at),doc=new PDFDocument({autoFirstPage:!1,bufferPages:!0,compress:!0,pdfVersion:"1.7",
subset:"PDF/A-2a",tagged:!0,lang:"en-GB",displayTitle:!0,info:{Title:`${furniture.title}: ${furniture.subject}`,Author:furniture.subject,Subject:furniture.title,
Keywords:furniture.origin,Creator:options.producer,Producer:options.producer,CreationDate:date,ModDate:date}});escapeMetadata(doc);let bytes=collected(doc),frame=new Frame(
doc,newTypesetter(doc,options.readFont),options.paper),bookmarks=newBookmarks(doc);return drawBlocks(frame,blocks,bookmarks),fillContents(frame),drawFurniture(frame,
furniture,blocks.some(b=>b.type==="chart"&&b.data.kind==="cover")),bookmarks.close(),frame.root.end(),doc.end(),bytes},escapeMetadata=doc=>{let inner=doc,addInfo=inner.
_addInfo.bind(inner);inner._addInfo=()=>{let plain2=inner.info;inner.info=Object.fromEntries(Object.entries(plain2).map(([k,v])=>[k,typeof v=="string"||v instanceof
String?escapeHtml(String(v)):v])),addInfo(),inner.info=plain2}},collected=doc=>new Promise((resolve,reject)=>{let chunks=[];doc.on("data",chunk=>chunks.push(chunk)),
doc.on("end",()=>resolve(new Uint8Array(Buffer.concat(chunks)))),doc.on("error",reject)});export{drawPdf};
