import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{require_dist}from"./chunk-VQANQNRB.js";import{dutyOwners}from"./chunk-QXV5ZSR3.js";import{accepts}from"./chunk-Q5HIUNKV.js";import{controlsOf}from"./chunk-YGC6MYMA.js";
import{EvidenceKind,byPlace,error,problemsError,readFailure,readText,systemCode,warning}from"./chunk-4WJSUVJE.js";import{Condition,Engine,Platform,PlatformText,
RiskScenario,TargetKind}from"./chunk-4OUI2SMR.js";import{nearest}from"./chunk-4HJYXBUQ.js";import{Severity}from"./chunk-X6ECIUES.js";import{Day,
Slug,canonicalJson,sha256}from"./chunk-FJRS23W3.js";import{_enum,array,boolean,discriminatedUnion,int,literal,number,record,strictObject,string,toJSONSchema,
union}from"./chunk-V3WZMUYQ.js";import{UserError}from"./chunk-IRGQQAC3.js";import{__toESM}from"./chunk-OSKRSO5H.js";var shipped={file:"(shipped content)",line:1,column:1},bookOf=(parts,origins,crosswalks2=[])=>({parts,crosswalks:crosswalks2,place:(piece,path=[],what="value")=>{
let origin=origins.get(piece);return origin===void 0?shipped:origin.source.place([...origin.path,...path],what)}}),questionnaireOrigins=(questionnaire,source)=>new Map(
[[questionnaire,{source,path:[]}],...["sections","controls","questions"].flatMap(list=>questionnaire[list].map((piece,index)=>[piece,{source,path:[list,index]}]))]);var supportOf=support=>{if(typeof support=="string")return{control:support,strength:"related"};let{control,strength,why}=support;return{control,strength,...why===
void 0?{}:{why}}},mapControls=(parts,change)=>({...parts,questionnaires:parts.questionnaires.map(q=>({...q,controls:q.controls.map(change)}))}),withoutFrameworks=(parts,frameworks)=>frameworks.
length===0?parts:mapControls(parts,control=>({...control,references:control.references.filter(r=>!frameworks.includes(r.framework))})),joinCrosswalks=(parts,crosswalks2,under)=>{
let rows=new Map;for(let{framework,rows:crosswalk}of crosswalks2)for(let[id,supports]of Object.entries(crosswalk))for(let support of supports){let{control,...strength}=supportOf(
support),list=rows.get(control)??[];list.push({framework,id,...strength}),rows.set(control,list)}let before=new Map((under?.questionnaires??[]).flatMap(q=>q.controls).
map(c=>[c.id,c]));return mapControls(parts,control=>{let replaced=before.get(control.id),inherited=replaced===void 0||replaced===control?[]:replaced.references.
filter(r=>!control.references.some(o=>o.framework===r.framework&&o.id===r.id));return{...control,references:[...inherited,...control.references,...rows.get(control.
id)??[]]}})};var didYouMean=(word,candidates)=>{let near=nearest(word,[...candidates].filter(candidate=>candidate!==word));return near===void 0?"":`; did you mean "${near}"?`};var extended=(base,own)=>{let moved=new Set([...own.mandatory,...own.recommended,...own.optional]),rest=list=>list.filter(id=>!moved.has(id)),planned=new Set([...own.
planned.map(p=>p.control),...own.mandatory,...own.optional]);return{id:own.id,title:own.title??(own.id===base.id?base.title:`${base.title} (${own.id})`.slice(0,
60)),summary:own.summary??base.summary,thresholds:{...base.thresholds,...own.thresholds},maxAge:{answers:own.maxAge.answers??base.maxAge.answers,runs:own.maxAge.
runs??base.maxAge.runs},mandatory:[...own.mandatory,...rest(base.mandatory)],recommended:[...own.recommended,...rest(base.recommended)],details:own.details??base.
details,planned:[...own.planned,...base.planned.filter(p=>!planned.has(p.control))],approach:own.approach??base.approach,approverIsNotAuthor:own.approverIsNotAuthor??
base.approverIsNotAuthor}},strayOptional=(base,{extension,source})=>{let asked=[...base.mandatory,...base.recommended];return extension.optional.flatMap((id,index)=>asked.
includes(id)?[]:[error(source.place(["optional",index]),`the profile ${base.id} does not ask for "${id}", so that it is optional already${didYouMean(id,asked)}`)])},
extendProfiles=(loaded,under=[])=>{if(loaded.extensions.length===0)return loaded;let whole=new Map([...under,...loaded.parts.profiles].map(p=>[p.id,p])),written=new Map(
loaded.extensions.map(e=>[e.extension.id,e])),known=[...new Set([...whole.keys(),...written.keys()])],resolve=(id,trail)=>{let found=written.get(id),shipped2=whole.
get(id);if(found===void 0||trail.at(-1)===id&&shipped2!==void 0)return shipped2===void 0?{}:{profile:shipped2};let{extension,source}=found,place=source.place(["\
extends"]);if(trail.includes(id))return{problem:error(place,`these profiles extend each other: ${[...trail.slice(trail.indexOf(id)),id].join(" -> ")}`)};let base=resolve(
extension.extends,[...trail,id]);return base.profile!==void 0?{profile:extended(base.profile,extension)}:base.problem===void 0?{problem:error(place,`there is no\
 profile "${extension.extends}"${didYouMean(extension.extends,known)}`)}:base},origins=new Map(loaded.origins),problems=[],made=loaded.extensions.flatMap(entry=>{
let{profile,problem:problem2}=resolve(entry.extension.id,[]);if(problem2!==void 0&&!problems.some(p=>p.message===problem2.message)&&problems.push(problem2),profile===
void 0)return[];let base=resolve(entry.extension.extends,[entry.extension.id]).profile;return base!==void 0&&problems.push(...strayOptional(base,entry)),origins.
set(profile,{source:entry.source,path:[]}),[profile]});return{...loaded,parts:{...loaded.parts,profiles:[...loaded.parts.profiles,...made]},origins,problems:[...loaded.
problems,...problems]}};import{readdir}from"node:fs/promises";import{join}from"node:path";var maxEntries=500,entriesOf=async(root,folder)=>{let place={file:folder,line:1,column:1};try{let entries=(await readdir(join(root,folder),{withFileTypes:!0})).
filter(e=>!e.name.startsWith(".")&&!/\.md$/i.test(e.name)).map(e=>({name:e.name,folder:e.isDirectory()})).toSorted((a,b)=>a.name<b.name?-1:1);return entries.length>
maxEntries?error(place,`this folder has more than ${maxEntries} entries`):entries}catch(thrown){let code=systemCode(thrown);if(code===void 0)throw thrown;return code===
"ENOENT"?void 0:code==="ENOTDIR"?error(place,"this is a file, and a folder is expected here"):error(place,readFailure(code).replace("this file","this folder"))}},
stray=(file,name,expected)=>error({file:`${file}/${name}`,line:1,column:1},`this file is not read: expected ${expected.join(" or ")}${didYouMean(name,expected)}`),
named=async(root,folder,kind)=>{let entries=await entriesOf(root,folder);if(entries===void 0)return{files:[],problems:[]};if("message"in entries)return{files:[],
problems:[entries]};let good=entries.filter(e=>e.name.endsWith(".yaml")),bad=entries.filter(e=>!e.name.endsWith(".yaml"));return{files:good.map(({name})=>({kind,
path:join(root,folder,name),file:`${folder}/${name}`,id:name.slice(0,-5)})),problems:bad.map(({name})=>stray(folder,name,["a name that ends in .yaml"]))}},listFiles=async(root,options2)=>{
let top="questionnaires",entries=await entriesOf(root,top);if(entries===void 0)return;if("message"in entries)return{files:[],problems:[entries]};let files2=[],problems=[];
for(let{name,folder}of entries)if(name==="profiles"||name==="frameworks"){let kind=name==="profiles"?"profile":"framework",inner=await named(root,`${top}/${name}`,
kind);files2.push(...inner.files),problems.push(...inner.problems)}else if(name==="risks.yaml")files2.push({kind:"risks",path:join(root,top,name),file:`${top}/${name}`});else if(folder){
let file=`${top}/${name}/questionnaire.yaml`;files2.push({kind:"questionnaire",path:join(root,file),file,id:name});let inner=await entriesOf(root,`${top}/${name}`);
if(inner!==void 0&&!("message"in inner)){let others=inner.filter(e=>e.name!=="questionnaire.yaml");problems.push(...others.map(e=>stray(`${top}/${name}`,e.name,
["questionnaire.yaml"])))}}else problems.push(stray(top,name,["risks.yaml","a folder for each questionnaire","profiles","frameworks"]));if(options2.evidence){let file="\
evidence/catalog.yaml";files2.push({kind:"evidence",path:join(root,file),file})}return{files:files2,problems}};var CheckRole=_enum(["required","refutes","informs"]),Strength=_enum(["direct","partial","related"]),Reference=strictObject({framework:string(),id:string(),strength:Strength.
default("related"),why:string().optional()}).readonly(),Weight=int().min(1).max(5),Control=strictObject({id:Slug,kind:TargetKind,title:string().max(110),severity:Severity,
requirements:array(string().regex(/^[A-F][0-9]{1,2}$/)).min(1).readonly(),risks:array(Slug).readonly().default([]),checks:array(strictObject({check:Slug,role:CheckRole}).
readonly()).readonly().default([]),failingMeans:_enum(["not-met","partly"]).default("not-met"),references:array(Reference).readonly().default([]),appliesWhen:Condition.
optional(),notApplicableReason:string().optional(),derives:strictObject({relation:_enum(["vendor","uses","hosts","of"]),control:Slug}).readonly().optional(),knockOut:union(
[boolean(),strictObject({when:Condition}).readonly()]).default(!1),weight:Weight.optional(),weightIn:record(Slug,Weight).readonly().optional(),evidence:array(Slug).
readonly().default([])}).readonly();var Framework=strictObject({id:string(),title:string(),version:string(),publisher:string(),published:string().optional(),checked:Day.optional(),newer:string().optional(),
note:string().optional(),cite:boolean().default(!0),groups:array(strictObject({from:string(),title:string()}).readonly()).readonly().default([]),requirements:array(
strictObject({id:string(),title:string(),heading:boolean().default(!1),withdrawn:boolean().default(!1)}).readonly()).readonly()}).readonly(),Support=union([Slug,
strictObject({control:Slug,strength:Reference.unwrap().shape.strength,why:Reference.unwrap().shape.why}).readonly()]),Crosswalk=record(string(),array(Support).min(
1).readonly()).readonly(),FrameworkFile=strictObject({...Framework.unwrap().shape,crosswalk:Crosswalk.optional()}).readonly();var Requirement=_enum(["mandatory","recommended","optional"]),Approach=strictObject({title:string().max(100),why:string(),cost:string()}).readonly(),Planned=strictObject(
{control:Slug,withinDays:int().min(1),meanwhile:string()}).readonly(),Profile=strictObject({id:Slug,title:string().max(60),summary:string(),thresholds:record(Slug,
number()).readonly(),maxAge:strictObject({answers:int().min(1),runs:int().min(1)}).readonly(),mandatory:array(Slug).readonly(),recommended:array(Slug).readonly().
default([]),details:_enum(["none","mandatory","all"]).default("all"),planned:array(Planned).readonly().default([]),approach:array(Approach).readonly().default([]),
approverIsNotAuthor:boolean().default(!1)}).readonly(),ProfileExtension=strictObject({id:Slug,extends:Slug,title:string().max(60).optional(),summary:string().optional(),
thresholds:record(Slug,number()).readonly().default({}),maxAge:strictObject({answers:int().min(1).optional(),runs:int().min(1).optional()}).readonly().default({}),
mandatory:array(Slug).readonly().default([]),recommended:array(Slug).readonly().default([]),optional:array(Slug).readonly().default([]),details:_enum(["none","m\
andatory","all"]).optional(),planned:array(Planned).readonly().default([]),approach:array(Approach).readonly().optional(),approverIsNotAuthor:boolean().optional()}).
readonly();var Claim=_enum(["met","partly","not-met","not-applicable"]),ClaimOrNothing=_enum(["met","partly","not-met","not-applicable","nothing"]),reservedAnswers=["dont-\
know","not-applicable"],Bound=union([number(),Slug]),NumberRule=union([strictObject({atLeast:Bound}),strictObject({atMost:Bound})]).readonly(),DateRule=union([strictObject(
{within:Bound}),strictObject({ahead:Bound})]).readonly(),AnswerKind=discriminatedUnion("kind",[strictObject({kind:literal("yes-no"),claims:strictObject({yes:ClaimOrNothing,
no:ClaimOrNothing,partly:ClaimOrNothing.optional()}).readonly().default({yes:"met",no:"not-met",partly:"partly"})}).readonly(),strictObject({kind:literal("choic\
e"),options:array(strictObject({id:Slug,label:string().max(90),claim:ClaimOrNothing.default("nothing")}).readonly()).min(2).max(9).readonly()}).readonly(),strictObject(
{kind:literal("number"),unit:string(),min:number().default(0),max:number(),met:NumberRule.optional(),partly:NumberRule.optional()}).readonly(),strictObject({kind:literal(
"date"),met:DateRule.optional(),partly:DateRule.optional(),expires:string().max(40).optional()}).readonly(),strictObject({kind:literal("text"),placeholder:string().
optional()}).readonly()]),Question=strictObject({id:Slug,section:Slug,control:Slug.optional(),fact:Slug.optional(),followUp:boolean().default(!1),depth:_enum(["\
core","detail"]).default("core"),text:string().min(10).max(220),why:string().min(20),how:PlatformText,evidence:string().optional(),redFlags:string().optional(),
answer:AnswerKind,meaning:record(string(),string()).readonly().default({}),notApplicable:boolean().default(!0),when:Condition.optional(),duty:strictObject({title:string().
max(40),ours:array(Slug).readonly().default([])}).readonly().optional(),remediation:strictObject({text:string(),effort:_enum(["hours","days","weeks"])}).readonly().
optional()}).readonly();var Section=strictObject({id:Slug,title:string().max(60),intro:string().optional()}).readonly(),Questionnaire=strictObject({id:Slug,title:string().max(60),kind:TargetKind,
intro:string(),sections:array(Section).min(1).readonly(),controls:array(Control).readonly().default([]),questions:array(Question).min(1).readonly()}).readonly();var asPath=path=>path.map(key=>typeof key=="symbol"?String(key):key),valueAt=(data,path)=>path.reduce((value,key)=>typeof value=="object"&&value!==null?value[key]:
void 0,data),nouns={string:"a text",number:"a number",int:"a whole number",boolean:"true or false",array:"a list",object:"a group of keys",record:"a group of ke\
ys"},kindOf=value=>value===null?"nothing":Array.isArray(value)?"a list":typeof value=="boolean"?`the YAML value ${String(value)}`:nouns[typeof value]??typeof value,
isMisspelling=issues=>issues.some(issue=>issue.code==="unrecognized_keys"&&issue.keys.some(key=>nearest(key,issues.map(i=>String(i.path.at(-1)??"")))!==void 0)),
closest=ways=>{let badness=issues=>issues.reduce((sum,issue)=>{let keys=issue.code==="unrecognized_keys"?issue.keys.length:1;return sum+keys*(10-Math.min(issue.
path.length,9))},isMisspelling(issues)?-5:0);return ways.toSorted((a,b)=>badness(a)-badness(b))[0]??[]},problem=({source,path},message)=>{let name=path.at(-1);return[
error(source.place(path),typeof name=="string"?`${name}: ${message}`:message)]},wrongType=(found,expected)=>{let{source,path,value}=found,written=source.written(
path);if(expected==="string"&&typeof value=="number"&&written!==void 0){let read=written===String(value)?"":` (YAML reads it as ${value})`;return problem(found,
`expected a text, found the number ${written}${read}; write "${written}"`)}return problem(found,`expected ${nouns[expected]??expected}, found ${kindOf(value)}`)},
unitOf=origin=>origin==="string"?"characters":origin==="array"?"entries":"",wrongValue=(found,allowed)=>{let near=typeof found.value=="string"?didYouMean(found.
value,allowed):"";return problem(found,`expected ${allowed.join(" | ")}, found ${shown(found.value)}${near}`)},wrongFormat=(found,message)=>problem(found,message.
startsWith("Invalid")?`${message}, found ${shown(found.value)}`:`expected ${message}, found ${shown(found.value)}`),describeIssue=(issue,source,keys,base=[])=>{
let path=[...base,...asPath(issue.path)],found={source,keys,path,value:valueAt(source.data,path)};return found.value===void 0&&issue.code!=="unrecognized_keys"?
[error(source.place(path.slice(0,-1)),`the key "${String(path.at(-1))}" is missing here`)]:describeFound(issue,found)},describeFound=(issue,found)=>{let{source,
keys,path}=found;switch(issue.code){case"unrecognized_keys":return issue.keys.map(key=>error(source.place([...path,key],"key"),`unknown key "${key}"${didYouMean(
key,keys)}`));case"invalid_type":return wrongType(found,issue.expected);case"invalid_value":return wrongValue(found,issue.values.map(String));case"invalid_union":{
if("options"in issue&&Array.isArray(issue.options))return wrongValue(found,issue.options.map(String));let best=closest(issue.errors);return best.length>0?best.flatMap(
i=>describeIssue(i,source,keys,path)):problem(found,"this is none of the forms that are allowed here")}case"invalid_format":return wrongFormat(found,issue.message);case"\
too_big":return problem(found,`expected at most ${issue.maximum} ${unitOf(issue.origin)}`.trimEnd());case"too_small":return problem(found,`expected at least ${issue.
minimum} ${unitOf(issue.origin)}`.trimEnd());case"invalid_key":return[error(source.place(path,"key"),issue.issues.map(i=>i.message).join(", "))];case"not_multip\
le_of":case"invalid_element":case"custom":return problem(found,issue.message)}},shown=value=>{let text=JSON.stringify(value);return text===void 0?"nothing":text.
length>60?`${text.slice(0,60)}\u2026`:text};var RisksFile=strictObject({risks:array(RiskScenario).min(1).readonly()}),EvidenceFile=strictObject({kinds:array(EvidenceKind).min(1).readonly()}),ProfileFile=union(
[ProfileExtension,Profile]),files={questionnaire:Questionnaire,profile:ProfileFile,framework:FrameworkFile,risks:RisksFile,"evidence-catalog":EvidenceFile},schemas=()=>Object.
fromEntries(Object.entries(files).map(([name,schema])=>[name,{...toJSONSchema(schema,{target:"draft-2020-12",io:"input",unrepresentable:"throw"})}])),knownKeys=()=>{
let keys=new Set,walk2=value=>{if(!(typeof value!="object"||value===null))for(let[name,inner]of Object.entries(value))name==="properties"&&typeof inner=="object"&&
inner!==null&&Object.keys(inner).forEach(key=>keys.add(key)),walk2(inner)};return walk2(schemas()),keys};var import_yaml=__toESM(require_dist(),1);var maxAliases=100,maxDepth=40,deeperThan=(value,levels)=>typeof value=="object"&&value!==null&&(levels===0||Object.values(value).some(v=>deeperThan(v,levels-1))),
nodeAt=(doc,path,what)=>{let last=path.at(-1);if(what==="value"||last===void 0)return path.length===0?doc.contents:doc.getIn(path,!0);let parent=path.length===1?
doc.contents:doc.getIn(path.slice(0,-1),!0);return(0,import_yaml.isMap)(parent)?parent.items.find(item=>(0,import_yaml.isPair)(item)&&(0,import_yaml.isScalar)(item.
key)&&String(item.key.value)===String(last))?.key:doc.getIn(path,!0)},offsetAt=(doc,path,what)=>{for(let length=path.length;length>=0;length--){let node=nodeAt(
doc,path.slice(0,length),length===path.length?what:"value");if((0,import_yaml.isNode)(node)&&node.range)return node.range[0]}return 0},parseYaml=(text,file)=>{let lines=new import_yaml.LineCounter,
placeOf=offset=>{let{line,col}=lines.linePos(offset);return{file,line:Math.max(line,1),column:Math.max(col,1)}},no=(message,place={file,line:1,column:1})=>({ok:!1,
problems:[error(place,message)]});try{let doc=(0,import_yaml.parseDocument)(text,{lineCounter:lines,prettyErrors:!1,uniqueKeys:!0});if(doc.errors.length>0)return{
ok:!1,problems:doc.errors.map(e=>error(placeOf(e.pos[0]),yamlMessage(e.code,e.message)))};let data=doc.toJS({maxAliasCount:maxAliases});return data==null?no("th\
is file is empty"):deeperThan(data,maxDepth)?no(`this file nests more than ${maxDepth} levels`):{ok:!0,source:{file,data,place:(path,what="value")=>placeOf(offsetAt(
doc,path,what)),written:path=>{let node=nodeAt(doc,path,"value");return(0,import_yaml.isScalar)(node)?node.source:void 0},numberKeys:path=>{let node=nodeAt(doc,
path,"value");return(0,import_yaml.isMap)(node)?node.items.flatMap(({key})=>(0,import_yaml.isScalar)(key)&&typeof key.value=="number"?[{written:key.source??"",place:placeOf(
key.range?.[0]??0)}]:[]):[]}}}}catch(thrown){if(thrown instanceof ReferenceError)return no(thrown.message.startsWith("Excessive alias")?`this file repeats alias\
es more than ${maxAliases} times`:`not valid YAML: ${thrown.message}`);if(thrown instanceof RangeError)return no(`this file nests more than ${maxDepth} levels`);
throw thrown}},yamlMessage=(code,message)=>code==="DUPLICATE_KEY"?"this key stands here twice; keep one":code==="TAB_AS_INDENT"?"a tab is used as indentation; u\
se spaces":code==="MULTIPLE_DOCS"?'a second document begins here ("---"); one is expected':code==="BLOCK_AS_IMPLICIT_KEY"?'a text that holds ": " begins here; p\
ut it in quotes, or write it below a ">-"':`not valid YAML: ${message.split(`
`)[0]??message}`;var matchSchema=(source,schema)=>{let result=schema.safeParse(source.data);if(result.success)return{ok:!0,value:result.data,source};let keys=knownKeys();return{
ok:!1,problems:result.error.issues.flatMap(issue=>describeIssue(issue,source,keys))}},readYaml=async(path,file,schema)=>{let text=await readText(path,file);if(!text.
ok)return{ok:!1,problems:[text.problem]};let parsed=parseYaml(text.text,file);return parsed.ok?matchSchema(parsed.source,typeof schema=="function"?schema(parsed.
source.data):schema):parsed};var isExtension=data=>typeof data=="object"&&data!==null&&"extends"in data,numbersAsIds=(source,path)=>source.numberKeys(path).map(({written,place})=>error(place,
`expected an id, found the number ${written}; write "${written}"`)),loadParts=async(listing,schemaOf=()=>Questionnaire)=>{let pieces={questionnaires:[],profiles:[],
risks:[],frameworks:[],evidenceKinds:[]},origins=new Map,crosswalks2=[],extensions=[],problems=[...listing.problems],read=async(file,schema)=>{let result=await readYaml(
file.path,file.file,schema);if(result.ok)return result;problems.push(...result.problems)},sameId=(file,id,source)=>{if(id!==file.id){let home=file.kind==="quest\
ionnaire"?"folder":"file";problems.push(error(source.place(["id"]),`id: "${id}" is not the name of its ${home}, "${file.id??""}"`))}},listed=(list,key,source)=>list.
forEach((piece,index)=>origins.set(piece,{source,path:[key,index]})),readers={questionnaire:async file=>{let found=await read(file,schemaOf);found!==void 0&&(sameId(
file,found.value.id,found.source),pieces.questionnaires.push(found.value),questionnaireOrigins(found.value,found.source).forEach((o,piece)=>origins.set(piece,o)))},
profile:async file=>{let found=await read(file,data=>isExtension(data)?ProfileExtension:Profile);if(found===void 0)return;let{value,source}=found;if(sameId(file,
value.id,source),"extends"in value){extensions.push({extension:value,source});return}pieces.profiles.push(value),origins.set(value,{source,path:[]})},framework:async file=>{
let found=await read(file,FrameworkFile);if(found===void 0)return;let{source}=found,{crosswalk:rows,...framework}=found.value;if(sameId(file,framework.id,source),
pieces.frameworks.push(framework),origins.set(framework,{source,path:[]}),rows===void 0)return;problems.push(...numbersAsIds(source,["crosswalk"]));let crosswalk={
framework:framework.id,rows};crosswalks2.push(crosswalk),origins.set(crosswalk,{source,path:["crosswalk"]})},risks:async file=>{let found=await read(file,RisksFile);
found!==void 0&&(pieces.risks.push(...found.value.risks),listed(found.value.risks,"risks",found.source))},evidence:async file=>{let found=await read(file,EvidenceFile);
found!==void 0&&(pieces.evidenceKinds.push(...found.value.kinds),listed(found.value.kinds,"kinds",found.source))}};for(let file of listing.files)await readers[file.
kind](file);return{parts:pieces,crosswalks:crosswalks2,extensions,origins,problems}};var mergeById=(base,own)=>{let replacement=new Map(own.map(item=>[item.id,item])),known=new Set(base.map(({id})=>id));return[...base.map(item=>replacement.get(item.
id)??item),...own.filter(({id})=>!known.has(id))]},overrideSchema=base=>data=>{let id=typeof data=="object"&&data!==null&&"id"in data&&typeof data.id=="string"?
data.id:void 0,shipped2=base.find(q=>q.id===id);return shipped2===void 0?Questionnaire:strictObject({id:literal(shipped2.id),title:Questionnaire.unwrap().shape.
title.default(shipped2.title),kind:literal(shipped2.kind).default(shipped2.kind),intro:string().default(shipped2.intro),sections:array(Section).readonly().default(
[]),controls:array(Control).readonly().default([]),questions:array(Question).readonly().default([])}).readonly()},mergeQuestionnaire=(base,own)=>({...own,sections:mergeById(
base.sections,own.sections),controls:mergeById(base.controls,own.controls),questions:mergeById(base.questions,own.questions)}),mergeParts=(base,own)=>{let shipped2=new Map(
base.questionnaires.map(q=>[q.id,q])),questionnaires=own.questionnaires.map(q=>{let under=shipped2.get(q.id);return under===void 0?q:mergeQuestionnaire(under,q)});
return{questionnaires:mergeById(base.questionnaires,questionnaires),profiles:mergeById(base.profiles,own.profiles),risks:mergeById(base.risks,own.risks),frameworks:mergeById(
base.frameworks,own.frameworks),evidenceKinds:mergeById(base.evidenceKinds,own.evidenceKinds)}};var twice=(book,what,items)=>{let first=new Map;return items.flatMap(item=>{let before=first.get(item.id);if(before===void 0)return first.set(item.id,item),[];let{
file,line}=book.place(before.piece,before.path),message=`the ${what} "${item.id}" stands already at ${file}:${line}; ids are unique`;return[error(book.place(item.
piece,item.path),message)]})},byId=pieces=>pieces.map(piece=>({piece,id:piece.id,path:["id"]})),duplicates=book=>{let{questionnaires,profiles:profiles2,risks:risks2,
frameworks,evidenceKinds}=book.parts,questions=questionnaires.flatMap(q=>q.questions),facts=questions.flatMap(piece=>piece.fact===void 0?[]:[{piece,id:piece.fact,
path:["fact"]}]);return[...twice(book,"questionnaire",byId(questionnaires)),...questionnaires.flatMap(q=>twice(book,"section",byId(q.sections))),...twice(book,"\
control",byId(questionnaires.flatMap(q=>q.controls))),...twice(book,"question",byId(questions)),...twice(book,"fact",facts),...questions.flatMap(piece=>piece.answer.
kind==="choice"?twice(book,"option",piece.answer.options.map(({id},index)=>({piece,id,path:["answer","options",index,"id"]}))):[]),...twice(book,"profile",byId(
profiles2)),...twice(book,"risk",byId(risks2)),...twice(book,"kind of evidence",byId(evidenceKinds)),...twice(book,"framework",byId(frameworks)),...frameworks.flatMap(
piece=>twice(book,"requirement",piece.requirements.map(({id},index)=>({piece,id,path:["requirements",index,"id"]}))))]};var wordsOf=answer=>{switch(answer.kind){case"yes-no":return["yes","no",...answer.claims.partly===void 0?[]:["partly"]];case"choice":return answer.options.map(({
id})=>id);case"number":case"date":case"text":return}},reservedOf=question=>reservedAnswers.filter(word=>word!=="not-applicable"||question.notApplicable),meaningKeys=question=>{
let{answer}=question,judged=answer.kind==="number"||answer.kind==="date"?["met","partly","not-met"]:[];return[...wordsOf(answer)??judged,...reservedOf(question)]};var claimsOf=answer=>{switch(answer.kind){case"yes-no":return Object.values(answer.claims).filter(claim=>claim!==void 0);case"choice":return answer.options.map(
({claim})=>claim);case"number":case"date":return answer.met===void 0?[]:["met","not-met",...answer.partly===void 0?[]:["partly"]];case"text":return[]}},options=(book,question)=>question.
answer.kind==="choice"?question.answer.options.flatMap(({id},index)=>reservedAnswers.some(reserved=>reserved===id)?[error(book.place(question,["answer","options",
index,"id"]),`the option "${id}" collides with an answer that every question has; choose another id`)]:[]):[],meanings=(book,question)=>{let allowed=meaningKeys(
question);return Object.keys(question.meaning).filter(key=>!allowed.includes(key)).map(key=>error(book.place(question,["meaning",key],"key"),`meaning: "${key}" \
is no answer to this question (${allowed.join(", ")})${didYouMean(key,allowed)}`))},claims=(book,question)=>{let{answer,followUp,control,when}=question,problems=[],
place=book.place(question,["id"]);if(followUp&&when===void 0&&problems.push(error(place,`the follow-up "${question.id}" needs "when": the answer that brings it \
up`)),(answer.kind==="number"||answer.kind==="date")&&answer.partly&&!answer.met&&problems.push(error(book.place(question,["answer","partly"],"key"),'answer: "p\
artly" needs "met" beside it, or no answer could be good enough')),answer.kind==="number"&&answer.min>=answer.max){let message=`answer: min ${answer.min} must l\
ie below max ${answer.max}`;problems.push(error(book.place(question,["answer","max"]),message))}if(control!==void 0&&!followUp){let possible=claimsOf(answer),missing=[
"met","not-met"].filter(claim=>!possible.includes(claim));if(missing.length>0){let message=`no answer to "${question.id}" can say that its control is ${missing.
join(" or ")}; make it a follow-up, or give its answers claims`;problems.push(warning(place,message))}}return problems},answers=book=>book.parts.questionnaires.
flatMap(q=>q.questions).flatMap(question=>[...options(book,question),...meanings(book,question),...claims(book,question)]);var wellFormed=/^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+$/,unused=(book,{checks:built=[],planned})=>{if(planned===void 0)return[];let used=new Set(book.parts.questionnaires.
flatMap(q=>q.controls).flatMap(c=>c.checks.map(k=>k.check))),[first]=book.parts.questionnaires;return first===void 0?[]:built.filter(id=>!used.has(id)).map(id=>error(
book.place(first,["id"]),`no control uses the check "${id}"`))},checks=(book,ids={})=>{let{checks:known=[],planned}=ids,all=planned===void 0?void 0:new Set([...known,
...planned]),bare=id=>id.replace(/[-.]/g,""),slips=new Map(known.map(id=>[bare(id),id]));return[...book.parts.questionnaires.flatMap(q=>q.controls).flatMap(control=>control.
checks.flatMap(({check},index)=>{let place=book.place(control,["checks",index,"check"]);if(!wellFormed.test(check))return[error(place,`check: "${check}" is not \
the id of a check: a family and a name joined by a hyphen`)];if(control.checks.findIndex(c=>c.check===check)!==index)return[error(place,`check: "${check}" stand\
s in "${control.id}" twice`)];let meant=slips.get(bare(check));return meant!==void 0&&meant!==check?[error(place,`check: "${check}" is written "${meant}"`)]:all===
void 0||all.has(check)?[]:[error(place,`check: the catalogue has no check "${check}"${didYouMean(check,all)}`)]})),...unused(book,ids)]};var attributes={engine:Engine.options,platform:Platform.options,kind:TargetKind.options},wrongValues=(book,use,allowed,is)=>allowed===void 0?[]:is.filter(value=>!allowed.
includes(String(value))).map(value=>error(book.place(use.piece,[...use.path,"is"]),`is: "${value}" can never be; possible are ${allowed.join(", ")}${didYouMean(
String(value),allowed)}`)),answerable=question=>{let words=wordsOf(question.answer);return words===void 0?void 0:[...words,...reservedOf(question)]},wrongForQuestion=(book,use,question,is)=>{
let{answer}=question;if(answer.kind!=="number")return wrongValues(book,use,answerable(question),is);let reserved=reservedOf(question);return is.filter(value=>typeof value==
"number"?value<answer.min||value>answer.max:!reserved.includes(value)).map(value=>error(book.place(use.piece,[...use.path,"is"]),`is: "${value}" can never be; p\
ossible are numbers from ${answer.min} to ${answer.max}`))},leaf=(book,use,known)=>{let{condition,piece,path}=use,at=(key,message)=>[error(book.place(piece,[...path,
key]),`${key}: ${message}`)];if("fact"in condition){let question=known.facts.get(condition.fact);if(question===void 0){let near=didYouMean(condition.fact,known.
facts.keys());return at("fact",`no question settles the fact "${condition.fact}"${near}`)}return wrongForQuestion(book,use,question,condition.is)}if("answer"in condition){
if(use.asking===void 0)return at("answer","only facts and attributes of the target may decide here");let question=known.questions.get(condition.answer);if(question===
void 0){let near=didYouMean(condition.answer,known.questions.keys());return at("answer",`there is no question "${condition.answer}"${near}`)}if(question.kind!==
use.asking.kind){let message=`"${condition.answer}" is asked of ${question.kind} targets, never of the same target as this`;return at("answer",message)}let place=id=>known.
order.get(id)??-1;return[...place(condition.answer)>place(use.asking.question)?[warning(book.place(piece,[...path,"answer"]),`answer: "${condition.answer}" is a\
sked later than this; ask it first`)]:[],...wrongForQuestion(book,use,question,condition.is)]}return"target"in condition?wrongValues(book,use,attributes[condition.
target],condition.is):[]},walk=(book,use,known)=>{let{condition,path}=use,inner=(next,...more)=>walk(book,{...use,condition:next,path:[...path,...more]},known);
return"all"in condition?condition.all.flatMap((c,i)=>inner(c,"all",i)):"any"in condition?condition.any.flatMap((c,i)=>inner(c,"any",i)):"not"in condition?inner(
condition.not,"not"):leaf(book,use,known)},factsIn=condition=>"all"in condition?condition.all.flatMap(factsIn):"any"in condition?condition.any.flatMap(factsIn):
"not"in condition?factsIn(condition.not):"fact"in condition?[condition.fact]:[],conditions=book=>{let{questionnaires,risks:risks2}=book.parts,questions=questionnaires.
flatMap(({kind,questions:all})=>all.map(question=>[question.id,{...question,kind}])),known={questions:new Map(questions),order:new Map(questions.map(([id],index)=>[
id,index])),facts:new Map(questionnaires.flatMap(q=>q.questions.flatMap(question=>question.fact===void 0?[]:[[question.fact,question]])))},use=(piece,path,condition,asking)=>condition===
void 0?[]:[{piece,path,condition,...asking===void 0?{}:{asking}}],uses=[...questionnaires.flatMap(({kind,questions:all})=>all.flatMap(q=>use(q,["when"],q.when,{
kind,question:q.id}))),...questionnaires.flatMap(q=>q.controls.flatMap(c=>[...use(c,["appliesWhen"],c.appliesWhen),...typeof c.knockOut=="object"?use(c,["knockO\
ut","when"],c.knockOut.when):[]])),...risks2.flatMap(risk=>[...use(risk,["appliesWhen"],risk.appliesWhen),...risk.impactRaisedWhen.flatMap((c,i)=>use(risk,["imp\
actRaisedWhen",i],c))])],needed=new Set(uses.flatMap(u=>factsIn(u.condition))),idle=[...known.facts].filter(([fact])=>!needed.has(fact)).map(([fact,question])=>warning(
book.place(question,["fact"]),`nothing depends on the fact "${fact}"`));return[...uses.flatMap(u=>walk(book,u,known)),...idle]};var ofRequirement=(book,crosswalk,framework,id)=>{let place=book.place(crosswalk,[id],"key"),requirement=framework.requirements.find(r=>r.id===id);if(requirement===
void 0){let near=didYouMean(id,framework.requirements.map(r=>r.id));return[error(place,`${framework.title} has no requirement "${id}"${near}`)]}return requirement.
withdrawn?[error(place,`"${id}" was withdrawn from ${framework.title}`)]:[]},ofRow=(book,crosswalk,controls,id,supports)=>{let seen=new Set;return supports.flatMap(
(support,index)=>{let{control:name,strength,why}=supportOf(support),path=typeof support=="string"?[id,index]:[id,index,"control"],place=book.place(crosswalk,path),
control=controls.get(name);if(control===void 0){let near=didYouMean(name,controls.keys());return[error(place,`there is no control "${name}"${near}`)]}if(seen.has(
name))return[error(place,`the control "${name}" stands here twice`)];seen.add(name);let inside=control.references.findIndex(r=>r.framework===crosswalk.framework&&
r.id===id);if(inside!==-1){let{file,line}=book.place(control,["references",inside]);return[error(place,`the control "${name}" names this requirement itself at ${file}\
:${line}`)]}return strength!=="related"&&why===void 0?[error(book.place(crosswalk,[id,index,"strength"]),`a ${strength} reference needs "why"; without a reason \
it is only related`)]:[]})},ofGroups=(book,framework)=>{let order=framework.requirements.map(r=>r.id),last=-1;return framework.groups.flatMap(({from},index)=>{let place=book.
place(framework,["groups",index,"from"]),at=order.indexOf(from);return at===-1?[error(place,`there is no requirement "${from}"${didYouMean(from,order)}`)]:at<=last?
[error(place,"groups stand in the order of the requirements that they begin with")]:(last=at,[])})},crosswalks=book=>{let{questionnaires,frameworks}=book.parts,
controls=new Map(controlsOf({questionnaires}).map(c=>[c.id,c]));return[...frameworks.flatMap(framework=>ofGroups(book,framework)),...book.crosswalks.flatMap(crosswalk=>{
let framework=frameworks.find(f=>f.id===crosswalk.framework);return framework===void 0?[]:Object.entries(crosswalk.rows).flatMap(([id,supports])=>[...ofRequirement(
book,crosswalk,framework,id),...ofRow(book,crosswalk,controls,id,supports)])})]};var leavesOf=condition=>"all"in condition?condition.all.flatMap(leavesOf):"any"in condition?condition.any.flatMap(leavesOf):"not"in condition?leavesOf(condition.
not):"fact"in condition||"answer"in condition?[condition]:[],cycles=book=>{let questions=book.parts.questionnaires.flatMap(q=>q.questions),byId2=new Map(questions.
map(q=>[q.id,q])),byFact=new Map(questions.flatMap(q=>q.fact===void 0?[]:[[q.fact,q]])),controls=new Map(book.parts.questionnaires.flatMap(q=>q.controls).map(c=>[
c.id,c])),waitsFor=question=>{let applies=question.control===void 0?void 0:controls.get(question.control)?.appliesWhen;return[question.when,applies].flatMap(c=>c===
void 0?[]:leavesOf(c)).flatMap(leaf2=>{let found="fact"in leaf2?byFact.get(leaf2.fact):byId2.get(leaf2.answer);return found===void 0?[]:[found]})},problems=[],done=new Set,
visit=(question,trail)=>{let start=trail.indexOf(question.id);if(start>=0){let circle=[...trail.slice(start),question.id].join(" -> ");problems.push(error(book.
place(question,["when"],"key"),`these questions wait for each other: ${circle}`));return}done.has(question.id)||(waitsFor(question).forEach(next=>visit(next,[...trail,
question.id])),done.add(question.id))};return questions.forEach(question=>visit(question,[])),problems};var claims2=({control,followUp,answer})=>control===void 0||followUp?!1:answer.kind!=="text",depth=book=>{let questions=book.parts.questionnaires.flatMap(q=>q.questions),
controls=new Map(book.parts.questionnaires.flatMap(q=>q.controls).map(c=>[c.id,c]));return questions.filter(q=>q.depth==="detail").flatMap(question=>{let place=book.
place(question,["depth"]);if(question.control===void 0)return[error(place,"depth: a scoping question is always asked; it cannot be a detail")];if(question.followUp)
return[];let core=questions.some(q=>q.control===question.control&&q.depth==="core"&&claims2(q)),proven=controls.get(question.control)?.checks.some(({role})=>role===
"required");return core||proven===!0?[]:[error(place,`depth: nothing is left to settle "${question.control}" when its details are left out; it needs another que\
stion or a required check`)]})};var ofKind=(book,kind,controls)=>{let known=book.parts.evidenceKinds.map(k=>k.id),stands=kind.inPlaceOf.flatMap((id,index)=>{let place=book.place(kind,["inPlace\
Of",index]);return id===kind.id?[error(place,"inPlaceOf: a kind cannot stand in for itself")]:kind.inPlaceOf.indexOf(id)<index?[error(place,`"${id}" stands here\
 twice`)]:known.includes(id)?[]:[error(place,`there is no kind of evidence "${id}"${didYouMean(id,known)}`)]}),wanted=controls.some(control=>accepts(control,kind));
return[...stands,...wanted?[]:[warning(book.place(kind,["id"]),`no control accepts the kind of evidence "${kind.id}"; name it in the evidence of one`)]]},twice2=(book,control)=>control.
evidence.flatMap((id,index)=>control.evidence.indexOf(id)<index?[error(book.place(control,["evidence",index]),`"${id}" stands here twice`)]:[]),evidence=book=>{
let controls=book.parts.questionnaires.flatMap(q=>q.controls);return[...controls.flatMap(control=>twice2(book,control)),...book.parts.evidenceKinds.flatMap(kind=>ofKind(
book,kind,controls))]};var relations={vendor:{from:"database",to:"vendor"},uses:{from:"application",to:"database"},hosts:{from:"infrastructure",to:"database"},of:{from:"backup",to:"da\
tabase"}},questionLinks=(book,questionnaire,controls)=>{let sections=questionnaire.sections.map(({id})=>id);return questionnaire.questions.flatMap(question=>{let problems=[],
{control,fact,section}=question;if(!sections.includes(section)){let message=`section: this questionnaire has no section "${section}"${didYouMean(section,sections)}`;
problems.push(error(book.place(question,["section"]),message))}if(control===void 0&&fact===void 0&&problems.push(error(book.place(question,["id"]),`the question\
 "${question.id}" names neither a control nor a fact: its answer would change nothing`)),control!==void 0&&fact!==void 0&&problems.push(error(book.place(question,
["fact"],"key"),"a question settles a fact or speaks about a control, not both")),control!==void 0){let found=controls.get(control);if(found===void 0){let message=`\
control: there is no control "${control}"${didYouMean(control,controls.keys())}`;problems.push(error(book.place(question,["control"]),message))}else if(found.kind!==
questionnaire.kind){let message=`control: "${control}" belongs to ${found.kind} targets, and this questionnaire asks about ${questionnaire.kind} targets`;problems.
push(error(book.place(question,["control"]),message))}}return problems})},controlLinks=(book,questionnaire,controls,asked)=>questionnaire.controls.flatMap(control=>{
let problems=[],{id,kind,derives}=control;if(kind!==questionnaire.kind){let message=`kind: a control of this questionnaire must be of kind ${questionnaire.kind}`;
problems.push(error(book.place(control,["kind"]),message))}if(!asked.has(id)){let message=`no question asks about the control "${id}" (follow-ups do not count)`;
problems.push(error(book.place(control,["id"]),message))}if(control.appliesWhen!==void 0&&control.notApplicableReason===void 0){let message=`"${id}" has applies\
When and needs notApplicableReason: what people read when it does not apply`;problems.push(error(book.place(control,["appliesWhen"],"key"),message))}if(control.
appliesWhen===void 0&&control.notApplicableReason!==void 0&&problems.push(warning(book.place(control,["notApplicableReason"],"key"),"notApplicableReason is neve\
r shown without appliesWhen")),derives!==void 0){let{from,to}=relations[derives.relation],source=controls.get(derives.control),place=book.place(control,["derive\
s","control"]);if(kind!==from){let message=`derives: the relation "${derives.relation}" starts at ${from} targets, and this control is of kind ${kind}`;problems.
push(error(book.place(control,["derives","relation"]),message))}if(source===void 0){let message=`derives: there is no control "${derives.control}"${didYouMean(derives.
control,controls.keys())}`;problems.push(error(place,message))}else if(source.kind!==to){let message=`derives: "${derives.control}" is of kind ${source.kind}, a\
nd "${derives.relation}" leads to ${to} targets`;problems.push(error(place,message))}}return problems}),links=book=>{let{questionnaires}=book.parts,controls=new Map(
questionnaires.flatMap(q=>q.controls).map(c=>[c.id,c])),asked=new Set(questionnaires.flatMap(q=>q.questions).flatMap(q=>q.control===void 0||q.followUp?[]:[q.control]));
return questionnaires.flatMap(questionnaire=>{let used=new Set(questionnaire.questions.map(q=>q.section));return[...questionLinks(book,questionnaire,controls),...controlLinks(
book,questionnaire,controls,asked),...questionnaire.sections.filter(({id})=>!used.has(id)).map(section=>warning(book.place(section,["id"]),`the section "${section.
id}" has no question`))]})};var answersIn=condition=>"all"in condition?condition.all.flatMap(answersIn):"any"in condition?condition.any.flatMap(answersIn):"not"in condition?answersIn(condition.
not):"answer"in condition?[condition.answer]:[],openEnds=book=>{let questions=book.parts.questionnaires.flatMap(q=>q.questions),controlOf=new Map(questions.map(
q=>[q.id,q.control])),waitsForOthers=({when,control})=>when!==void 0&&answersIn(when).some(id=>controlOf.get(id)!==control);return book.parts.questionnaires.flatMap(
q=>q.controls).flatMap(control=>{let own=questions.filter(q=>q.control===control.id&&!q.followUp);return own.length===0||!own.every(waitsForOthers)?[]:[warning(
book.place(control,["id"]),`the control "${control.id}" stays open when the answers that its questions wait for are others; ask one of them always`)]})};var ofProfile=(book,profile,known)=>["mandatory","recommended"].flatMap(list=>profile[list].flatMap((id,index)=>{let place=book.place(profile,[list,index]);return known.
includes(id)?profile[list].indexOf(id)!==index?[error(place,`"${id}" stands here twice`)]:list==="recommended"&&profile.mandatory.includes(id)?[error(place,`"${id}\
" is mandatory already; it cannot be recommended too`)]:[]:[error(place,`there is no control "${id}"${didYouMean(id,known)}`)]})),ofPlan=(book,profile,known)=>profile.
planned.flatMap(({control},index)=>{let place=book.place(profile,["planned",index,"control"]);return known.includes(control)?profile.mandatory.includes(control)?
[error(place,`"${control}" is mandatory at once; it needs no plan`)]:[]:[error(place,`there is no control "${control}"${didYouMean(control,known)}`)]}),profiles=book=>{
let known=book.parts.questionnaires.flatMap(q=>q.controls).map(c=>c.id);return book.parts.profiles.flatMap(profile=>[...ofProfile(book,profile,known),...ofPlan(
book,profile,known)])};var ofControl=(book,control)=>{let{risks:risks2,evidenceKinds,frameworks}=book.parts,unknown=(list,key,what,known)=>list.flatMap((id,index)=>known.includes(id)?
[]:[error(book.place(control,[key,index]),`there is no ${what} "${id}"${didYouMean(id,known)}`)]),seen=new Set,framed=control.references.flatMap((reference,index)=>{
let place=book.place(control,["references",index,"id"]),framework=frameworks.find(f=>f.id===reference.framework);if(framework===void 0){let near=didYouMean(reference.
framework,frameworks.map(f=>f.id)),message=`there is no framework "${reference.framework}"${near}`;return[error(book.place(control,["references",index,"framewor\
k"]),message)]}let key=`${reference.framework} ${reference.id}`;if(seen.has(key))return[error(place,`the reference ${key} stands here twice`)];seen.add(key);let requirement=framework.
requirements.find(r=>r.id===reference.id);if(requirement===void 0){let near=didYouMean(reference.id,framework.requirements.map(r=>r.id));return[error(place,`${framework.
title} has no requirement "${reference.id}"${near}`)]}if(requirement.withdrawn)return[error(place,`"${reference.id}" was withdrawn from ${framework.title}`)];if(reference.
strength!=="related"&&reference.why===void 0){let message=`a ${reference.strength} reference needs "why"; without a reason it is only related`;return[warning(book.
place(control,["references",index,"strength"]),message)]}return[]});return[...unknown(control.risks,"risks","risk",risks2.map(r=>r.id)),...unknown(control.evidence,
"evidence","kind of evidence",evidenceKinds.map(k=>k.id)),...framed]},boundsOf=question=>{let{answer}=question;return answer.kind!=="number"&&answer.kind!=="dat\
e"?[]:["met","partly"].flatMap(claim=>{let rule=answer[claim]??{};return Object.entries(rule).map(([key,bound])=>[["answer",claim,key],bound])})},ofQuestion=(book,question)=>{
let{profiles:profiles2}=book.parts,known=[...new Set(profiles2.flatMap(p=>Object.keys(p.thresholds)))];return boundsOf(question).flatMap(([path,bound])=>{if(typeof bound==
"number")return[];let without=profiles2.filter(p=>p.thresholds[bound]===void 0).map(p=>p.id);if(profiles2.length>0&&without.length===0)return[];let message=known.
includes(bound)?`the threshold "${bound}" is missing in the profile ${without.join(", ")}`:`no profile has a threshold "${bound}"${didYouMean(bound,known)}`;return[
error(book.place(question,path),message)]})},references=book=>book.parts.questionnaires.flatMap(questionnaire=>[...questionnaire.controls.flatMap(control=>ofControl(
book,control)),...questionnaire.questions.flatMap(question=>ofQuestion(book,question))]);var risks=book=>{let controls=new Map(book.parts.questionnaires.flatMap(q=>q.controls).map(c=>[c.id,c]));return book.parts.risks.flatMap(risk=>risk.treatments.flatMap(
(treatment,t)=>{let named2=treatment.controls.flatMap((id,index)=>{let place=book.place(risk,["treatments",t,"controls",index]),control=controls.get(id);if(control===
void 0)return[error(place,`there is no control "${id}"${didYouMean(id,controls.keys())}`)];if(control.kind!==risk.kind){let message=`"${id}" is a control of ${control.
kind} targets and cannot treat a risk of ${risk.kind} targets`;return[error(place,message)]}return control.risks.includes(risk.id)?[]:[warning(place,`the contro\
l "${id}" does not list the risk "${risk.id}"`)]});if(treatment.partlyBy!==void 0&&treatment.partlyBy>treatment.by){let place=book.place(risk,["treatments",t,"p\
artlyBy"]);named2.push(error(place,"partlyBy: a control that is partly met cannot help more"))}return named2}))};var plain=text=>text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim(),textsOf=question=>[[["text"],question.text],[["why"],question.why],...Object.entries(question.
how).map(([platform,text])=>[["how",platform],text]),[["evidence"],question.evidence],[["redFlags"],question.redFlags],...Object.entries(question.meaning).map(([
value,text])=>[["meaning",value],text]),[["remediation","text"],question.remediation?.text]],style=book=>{let first=new Map;return book.parts.questionnaires.flatMap(
q=>q.questions).flatMap(question=>{let problems=[],place=book.place(question,["text"]);question.text.trimEnd().endsWith("?")||problems.push(error(place,'text: a\
 question ends with "?"'));let words=plain(question.text),before=first.get(words);before===void 0?first.set(words,question.id):problems.push(error(place,`text: \
the question "${before}" asks the same`));for(let[path,text]of textsOf(question))if(text!==void 0&&/\bplease\b/i.test(text)){let message=`${path.join(".")}: say\
 what to do, without "please"`;problems.push(warning(book.place(question,path),message))}return problems})};var ofControl2=(book,control)=>{let{weight,weightIn,kind,id}=control,profiles2=book.parts.profiles.map(p=>p.id),onlyVendors=["weight","weightIn","knockOut"].filter(
key=>control[key]!==void 0&&control[key]!==!1&&kind!=="vendor").map(key=>error(book.place(control,[key],"key"),`${key}: only vendors are compared, and "${id}" i\
s a control of ${kind} targets`)),alone=weightIn!==void 0&&weight===void 0?[error(book.place(control,["weightIn"],"key"),"weightIn: give the usual weight as wel\
l, for all other profiles")]:[],named2=Object.entries(weightIn??{}).flatMap(([profile,other])=>{let place=book.place(control,["weightIn",profile],"key");if(!profiles2.
includes(profile)){let near=didYouMean(profile,profiles2);return[error(place,`weightIn: there is no profile "${profile}"${near}`)]}return other===weight?[warning(
place,`weightIn: ${other} is the usual weight already`)]:[]});return[...onlyVendors,...alone,...named2]},ofDuty=(book,question,{kind},controls)=>{let{duty,answer}=question;
if(duty===void 0)return[];let options2=answer.kind==="choice"?answer.options.map(o=>o.id):[],wanted=dutyOwners;return[...kind==="vendor"?[]:[error(book.place(question,
["duty"],"key"),`duty: duties are divided with vendors, and this is asked of ${kind} targets`)],...options2.length===wanted.length&&options2.every(o=>wanted.includes(
o))?[]:[error(book.place(question,["answer"]),`answer: a duty takes a choice of ${wanted.join(", ")}, and no other options`)],...duty.ours.flatMap((id,index)=>{
let place=book.place(question,["duty","ours",index]),control=controls.get(id);return control===void 0?[error(place,`ours: there is no control "${id}"${didYouMean(
id,controls.keys())}`)]:control.kind==="database"?[]:[error(place,`ours: "${id}" is a control of ${control.kind} targets, not of databases`)]})]},vendors=book=>{
let{questionnaires}=book.parts,controls=new Map(questionnaires.flatMap(q=>q.controls).map(c=>[c.id,c]));return questionnaires.flatMap(questionnaire=>[...questionnaire.
controls.flatMap(control=>ofControl2(book,control)),...questionnaire.questions.flatMap(q=>ofDuty(book,q,questionnaire,controls))])};var applyRules=(book,options2)=>[...links(book),...answers(book),...conditions(book),...cycles(book),...openEnds(book),...depth(book),...references(book),...evidence(
book),...crosswalks(book),...risks(book),...profiles(book),...vendors(book),...checks(book,options2),...style(book)];var lintStep=["Mend these places, then run `dbvet questionnaire lint` to see whether any are left."],withVersion=parts=>({version:sha256(canonicalJson(parts)),...parts}),
inspect=async(root,options2)=>{let listing=await listFiles(root,{evidence:!0});if(listing===void 0)throw new UserError(`${root} has no folder "questionnaires".`,
["Name the folder that holds questionnaires/ and evidence/catalog.yaml."]);let{parts,crosswalks:crosswalks2,origins,problems}=extendProfiles(await loadParts(listing));
if(problems.length>0)return{parts,problems};let book=bookOf(parts,origins,crosswalks2);return{parts:joinCrosswalks(parts,crosswalks2),problems:[...duplicates(book),
...applyRules(book,options2)]}},compileContent=async(root,options2={})=>{let{parts,problems}=await inspect(root,options2),errors=problems.filter(p=>p.severity===
"error");if(errors.length>0)throw problemsError("the content",errors,lintStep);return withVersion(parts)},lintContent=async(root,options2={})=>(await inspect(root,
options2)).problems.toSorted(byPlace),inspectWorkspace=async(base,workspaceRoot,options2)=>{let listing=await listFiles(workspaceRoot,{evidence:!1});if(listing===
void 0)return;let shipped2={questionnaires:base.questionnaires,profiles:base.profiles,risks:base.risks,frameworks:base.frameworks,evidenceKinds:base.evidenceKinds},
own=extendProfiles(await loadParts(listing,overrideSchema(base.questionnaires)),base.profiles);if(own.problems.length>0)return{parts:shipped2,problems:own.problems};
let under=withoutFrameworks(shipped2,own.crosswalks.map(({framework})=>framework)),parts=mergeParts(under,own.parts),origins=new Map(own.origins);for(let q of own.
parts.questionnaires){let merged=parts.questionnaires.find(({id})=>id===q.id),origin=own.origins.get(q);merged!==void 0&&origin!==void 0&&origins.set(merged,origin)}
let twice3=duplicates(bookOf(own.parts,own.origins));if(twice3.length>0)return{parts:shipped2,problems:twice3};let book=bookOf(parts,origins,own.crosswalks);return{
parts:joinCrosswalks(parts,own.crosswalks,under),problems:[...duplicates(book),...applyRules(book,options2)]}},layOver=async(base,workspaceRoot)=>{let found=await inspectWorkspace(
base,workspaceRoot,{});if(found===void 0)return base;let errors=found.problems.filter(p=>p.severity==="error");if(errors.length>0)throw problemsError("the quest\
ionnaires of this workspace",errors,lintStep);return withVersion(found.parts)},lintWorkspace=async(base,workspaceRoot,options2={})=>((await inspectWorkspace(base,
workspaceRoot,options2))?.problems??[]).toSorted(byPlace);export{didYouMean,schemas,parseYaml,wordsOf,reservedOf,compileContent,lintContent,layOver,lintWorkspace};
