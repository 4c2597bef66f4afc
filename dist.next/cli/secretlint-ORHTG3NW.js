import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{disjoint}from"./chunk-RNJQDVHL.js";import{__commonJS,__require,__toESM}from"./chunk-OSKRSO5H.js";var require_lib=__commonJS({"node_modules/boundary/lib/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.binarySearch=
exports.upperBound=exports.lowerBound=exports.compare=void 0;function compare(v1,v2){return v1<v2}exports.compare=compare;function upperBound(array,value,comp=compare){
let len=array.length,i=0;for(;len;){let diff=len>>>1,cursor=i+diff;comp(value,array[cursor])?len=diff:(i=cursor+1,len-=diff+1)}return i}exports.upperBound=upperBound;
function lowerBound(array,value,comp=compare){let len=array.length,i=0;for(;len;){let diff=len>>>1,cursor=i+diff;comp(array[cursor],value)?(i=cursor+1,len-=diff+
1):len=diff}return i}exports.lowerBound=lowerBound;function binarySearch(array,value,comp=compare){let cursor=lowerBound(array,value,comp);return cursor!==array.
length&&!comp(value,array[cursor])}exports.binarySearch=binarySearch}});var require_structured_source=__commonJS({"node_modules/structured-source/lib/structured-source.js"(exports){"use strict";Object.defineProperty(exports,"__esMod\
ule",{value:!0});exports.StructuredSource=void 0;var boundary_1=require_lib(),StructuredSource2=class{constructor(source){this.indice=[0];let regexp=/[\r\n\u2028\u2029]/g,
length=source.length;for(regexp.lastIndex=0;;){let result=regexp.exec(source);if(!result)break;let index=result.index;source.charCodeAt(index)===13&&source.charCodeAt(
index+1)===10&&(index+=1);let nextIndex=index+1;if(length<nextIndex)break;this.indice.push(nextIndex),regexp.lastIndex=nextIndex}}get line(){return this.indice.
length}locationToRange(loc){return[this.positionToIndex(loc.start),this.positionToIndex(loc.end)]}rangeToLocation(range){return{start:this.indexToPosition(range[0]),
end:this.indexToPosition(range[1])}}positionToIndex(pos){return this.indice[pos.line-1]+pos.column}indexToPosition(index){let startLine=(0,boundary_1.upperBound)(
this.indice,index);return{line:startLine,column:index-this.indice[startLine-1]}}};exports.StructuredSource=StructuredSource2}});var require_ms=__commonJS({"node_modules/ms/index.js"(exports,module){var s=1e3,m=s*60,h=m*60,d=h*24,w=d*7,y=d*365.25;module.exports=function(val,options){options=
options||{};var type=typeof val;if(type==="string"&&val.length>0)return parse(val);if(type==="number"&&isFinite(val))return options.long?fmtLong(val):fmtShort(val);
throw new Error("val is not a non-empty string or a valid number. val="+JSON.stringify(val))};function parse(str){if(str=String(str),!(str.length>100)){var match=/^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.
exec(str);if(match){var n=parseFloat(match[1]),type=(match[2]||"ms").toLowerCase();switch(type){case"years":case"year":case"yrs":case"yr":case"y":return n*y;case"\
weeks":case"week":case"w":return n*w;case"days":case"day":case"d":return n*d;case"hours":case"hour":case"hrs":case"hr":case"h":return n*h;case"minutes":case"min\
ute":case"mins":case"min":case"m":return n*m;case"seconds":case"second":case"secs":case"sec":case"s":return n*s;case"milliseconds":case"millisecond":case"msecs":case"\
msec":case"ms":return n;default:return}}}}function fmtShort(ms){var msAbs=Math.abs(ms);return msAbs>=d?Math.round(ms/d)+"d":msAbs>=h?Math.round(ms/h)+"h":msAbs>=
m?Math.round(ms/m)+"m":msAbs>=s?Math.round(ms/s)+"s":ms+"ms"}function fmtLong(ms){var msAbs=Math.abs(ms);return msAbs>=d?plural(ms,msAbs,d,"day"):msAbs>=h?plural(
ms,msAbs,h,"hour"):msAbs>=m?plural(ms,msAbs,m,"minute"):msAbs>=s?plural(ms,msAbs,s,"second"):ms+" ms"}function plural(ms,msAbs,n,name){var isPlural=msAbs>=n*1.5;
return Math.round(ms/n)+" "+name+(isPlural?"s":"")}}});var require_common=__commonJS({"node_modules/debug/src/common.js"(exports,module){function setup(env){createDebug.debug=createDebug,createDebug.default=createDebug,
createDebug.coerce=coerce,createDebug.disable=disable,createDebug.enable=enable,createDebug.enabled=enabled,createDebug.humanize=require_ms(),createDebug.destroy=
destroy,Object.keys(env).forEach(key=>{createDebug[key]=env[key]}),createDebug.names=[],createDebug.skips=[],createDebug.formatters={};function selectColor(namespace){
let hash=0;for(let i=0;i<namespace.length;i++)hash=(hash<<5)-hash+namespace.charCodeAt(i),hash|=0;return createDebug.colors[Math.abs(hash)%createDebug.colors.length]}
createDebug.selectColor=selectColor;function createDebug(namespace){let prevTime,enableOverride=null,namespacesCache,enabledCache;function debug2(...args){if(!debug2.
enabled)return;let self2=debug2,curr=Number(new Date),ms=curr-(prevTime||curr);self2.diff=ms,self2.prev=prevTime,self2.curr=curr,prevTime=curr,args[0]=createDebug.
coerce(args[0]),typeof args[0]!="string"&&args.unshift("%O");let index=0;args[0]=args[0].replace(/%([a-zA-Z%])/g,(match,format)=>{if(match==="%%")return"%";index++;
let formatter=createDebug.formatters[format];if(typeof formatter=="function"){let val=args[index];match=formatter.call(self2,val),args.splice(index,1),index--}return match}),
createDebug.formatArgs.call(self2,args),(self2.log||createDebug.log).apply(self2,args)}return debug2.namespace=namespace,debug2.useColors=createDebug.useColors(),
debug2.color=createDebug.selectColor(namespace),debug2.extend=extend,debug2.destroy=createDebug.destroy,Object.defineProperty(debug2,"enabled",{enumerable:!0,configurable:!1,
get:()=>enableOverride!==null?enableOverride:(namespacesCache!==createDebug.namespaces&&(namespacesCache=createDebug.namespaces,enabledCache=createDebug.enabled(
namespace)),enabledCache),set:v=>{enableOverride=v}}),typeof createDebug.init=="function"&&createDebug.init(debug2),debug2}function extend(namespace,delimiter){
let newDebug=createDebug(this.namespace+(typeof delimiter>"u"?":":delimiter)+namespace);return newDebug.log=this.log,newDebug}function enable(namespaces){createDebug.
save(namespaces),createDebug.namespaces=namespaces,createDebug.names=[],createDebug.skips=[];let split=(typeof namespaces=="string"?namespaces:"").trim().replace(
/\s+/g,",").split(",").filter(Boolean);for(let ns of split)ns[0]==="-"?createDebug.skips.push(ns.slice(1)):createDebug.names.push(ns)}function matchesTemplate(search,template){
let searchIndex=0,templateIndex=0,starIndex=-1,matchIndex=0;for(;searchIndex<search.length;)if(templateIndex<template.length&&(template[templateIndex]===search[searchIndex]||
template[templateIndex]==="*"))template[templateIndex]==="*"?(starIndex=templateIndex,matchIndex=searchIndex,templateIndex++):(searchIndex++,templateIndex++);else if(starIndex!==
-1)templateIndex=starIndex+1,matchIndex++,searchIndex=matchIndex;else return!1;for(;templateIndex<template.length&&template[templateIndex]==="*";)templateIndex++;
return templateIndex===template.length}function disable(){let namespaces=[...createDebug.names,...createDebug.skips.map(namespace=>"-"+namespace)].join(",");return createDebug.
enable(""),namespaces}function enabled(name){for(let skip of createDebug.skips)if(matchesTemplate(name,skip))return!1;for(let ns of createDebug.names)if(matchesTemplate(
name,ns))return!0;return!1}function coerce(val){return val instanceof Error?val.stack||val.message:val}function destroy(){console.warn("Instance method `debug.d\
estroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.")}return createDebug.enable(createDebug.load()),createDebug}
module.exports=setup}});var require_browser=__commonJS({"node_modules/debug/src/browser.js"(exports,module){exports.formatArgs=formatArgs;exports.save=save;exports.load=load;exports.useColors=
useColors;exports.storage=localstorage();exports.destroy=(()=>{let warned=!1;return()=>{warned||(warned=!0,console.warn("Instance method `debug.destroy()` is de\
precated and no longer does anything. It will be removed in the next major version of `debug`."))}})();exports.colors=["#0000CC","#0000FF","#0033CC","#0033FF","\
#0066CC","#0066FF","#0099CC","#0099FF","#00CC00","#00CC33","#00CC66","#00CC99","#00CCCC","#00CCFF","#3300CC","#3300FF","#3333CC","#3333FF","#3366CC","#3366FF","\
#3399CC","#3399FF","#33CC00","#33CC33","#33CC66","#33CC99","#33CCCC","#33CCFF","#6600CC","#6600FF","#6633CC","#6633FF","#66CC00","#66CC33","#9900CC","#9900FF","\
#9933CC","#9933FF","#99CC00","#99CC33","#CC0000","#CC0033","#CC0066","#CC0099","#CC00CC","#CC00FF","#CC3300","#CC3333","#CC3366","#CC3399","#CC33CC","#CC33FF","\
#CC6600","#CC6633","#CC9900","#CC9933","#CCCC00","#CCCC33","#FF0000","#FF0033","#FF0066","#FF0099","#FF00CC","#FF00FF","#FF3300","#FF3333","#FF3366","#FF3399","\
#FF33CC","#FF33FF","#FF6600","#FF6633","#FF9900","#FF9933","#FFCC00","#FFCC33"];function useColors(){if(typeof window<"u"&&window.process&&(window.process.type===
"renderer"||window.process.__nwjs))return!0;if(typeof navigator<"u"&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/))return!1;
let m;return typeof document<"u"&&document.documentElement&&document.documentElement.style&&document.documentElement.style.WebkitAppearance||typeof window<"u"&&
window.console&&(window.console.firebug||window.console.exception&&window.console.table)||typeof navigator<"u"&&navigator.userAgent&&(m=navigator.userAgent.toLowerCase().
match(/firefox\/(\d+)/))&&parseInt(m[1],10)>=31||typeof navigator<"u"&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/)}function formatArgs(args){
if(args[0]=(this.useColors?"%c":"")+this.namespace+(this.useColors?" %c":" ")+args[0]+(this.useColors?"%c ":" ")+"+"+module.exports.humanize(this.diff),!this.useColors)
return;let c="color: "+this.color;args.splice(1,0,c,"color: inherit");let index=0,lastC=0;args[0].replace(/%[a-zA-Z%]/g,match=>{match!=="%%"&&(index++,match==="\
%c"&&(lastC=index))}),args.splice(lastC,0,c)}exports.log=console.debug||console.log||(()=>{});function save(namespaces){try{namespaces?exports.storage.setItem("\
debug",namespaces):exports.storage.removeItem("debug")}catch{}}function load(){let r;try{r=exports.storage.getItem("debug")||exports.storage.getItem("DEBUG")}catch{}
return!r&&typeof process<"u"&&"env"in process&&(r=process.env.DEBUG),r}function localstorage(){try{return localStorage}catch{}}module.exports=require_common()(exports);
var{formatters}=module.exports;formatters.j=function(v){try{return JSON.stringify(v)}catch(error){return"[UnexpectedJSONParseError]: "+error.message}}}});var require_has_flag=__commonJS({"node_modules/has-flag/index.js"(exports,module){"use strict";module.exports=(flag,argv=process.argv)=>{let prefix2=flag.startsWith(
"-")?"":flag.length===1?"-":"--",position=argv.indexOf(prefix2+flag),terminatorPosition=argv.indexOf("--");return position!==-1&&(terminatorPosition===-1||position<
terminatorPosition)}}});var require_supports_color=__commonJS({"node_modules/supports-color/index.js"(exports,module){"use strict";var os=__require("os"),tty=__require("tty"),hasFlag=require_has_flag(),
{env}=process,forceColor;hasFlag("no-color")||hasFlag("no-colors")||hasFlag("color=false")||hasFlag("color=never")?forceColor=0:(hasFlag("color")||hasFlag("colo\
rs")||hasFlag("color=true")||hasFlag("color=always"))&&(forceColor=1);"FORCE_COLOR"in env&&(env.FORCE_COLOR==="true"?forceColor=1:env.FORCE_COLOR==="false"?forceColor=
0:forceColor=env.FORCE_COLOR.length===0?1:Math.min(parseInt(env.FORCE_COLOR,10),3));function translateLevel(level){return level===0?!1:{level,hasBasic:!0,has256:level>=
2,has16m:level>=3}}function supportsColor(haveStream,streamIsTTY){if(forceColor===0)return 0;if(hasFlag("color=16m")||hasFlag("color=full")||hasFlag("color=true\
color"))return 3;if(hasFlag("color=256"))return 2;if(haveStream&&!streamIsTTY&&forceColor===void 0)return 0;let min=forceColor||0;if(env.TERM==="dumb")return min;
if(process.platform==="win32"){let osRelease=os.release().split(".");return Number(osRelease[0])>=10&&Number(osRelease[2])>=10586?Number(osRelease[2])>=14931?3:
2:1}if("CI"in env)return["TRAVIS","CIRCLECI","APPVEYOR","GITLAB_CI","GITHUB_ACTIONS","BUILDKITE"].some(sign=>sign in env)||env.CI_NAME==="codeship"?1:min;if("TE\
AMCITY_VERSION"in env)return/^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION)?1:0;if(env.COLORTERM==="truecolor")return 3;if("TERM_PROGRAM"in env){let version=parseInt(
(env.TERM_PROGRAM_VERSION||"").split(".")[0],10);switch(env.TERM_PROGRAM){case"iTerm.app":return version>=3?3:2;case"Apple_Terminal":return 2}}return/-256(color)?$/i.
test(env.TERM)?2:/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)||"COLORTERM"in env?1:min}function getSupportLevel(stream){let level=supportsColor(
stream,stream&&stream.isTTY);return translateLevel(level)}module.exports={supportsColor:getSupportLevel,stdout:translateLevel(supportsColor(!0,tty.isatty(1))),stderr:translateLevel(
supportsColor(!0,tty.isatty(2)))}}});var require_node=__commonJS({"node_modules/debug/src/node.js"(exports,module){var tty=__require("tty"),util=__require("util");exports.init=init;exports.log=log;
exports.formatArgs=formatArgs;exports.save=save;exports.load=load;exports.useColors=useColors;exports.destroy=util.deprecate(()=>{},"Instance method `debug.dest\
roy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");exports.colors=[6,2,3,4,5,1];try{let supportsColor=require_supports_color();
supportsColor&&(supportsColor.stderr||supportsColor).level>=2&&(exports.colors=[20,21,26,27,32,33,38,39,40,41,42,43,44,45,56,57,62,63,68,69,74,75,76,77,78,79,80,
81,92,93,98,99,112,113,128,129,134,135,148,149,160,161,162,163,164,165,166,167,168,169,170,171,172,173,178,179,184,185,196,197,198,199,200,201,202,203,204,205,206,
207,208,209,214,215,220,221])}catch{}exports.inspectOpts=Object.keys(process.env).filter(key=>/^debug_/i.test(key)).reduce((obj,key)=>{let prop=key.substring(6).
toLowerCase().replace(/_([a-z])/g,(_,k)=>k.toUpperCase()),val=process.env[key];return/^(yes|on|true|enabled)$/i.test(val)?val=!0:/^(no|off|false|disabled)$/i.test(
val)?val=!1:val==="null"?val=null:val=Number(val),obj[prop]=val,obj},{});function useColors(){return"colors"in exports.inspectOpts?!!exports.inspectOpts.colors:
tty.isatty(process.stderr.fd)}function formatArgs(args){let{namespace:name,useColors:useColors2}=this;if(useColors2){let c=this.color,colorCode="\x1B[3"+(c<8?c:
"8;5;"+c),prefix2=`  ${colorCode};1m${name} \x1B[0m`;args[0]=prefix2+args[0].split(`
`).join(`
`+prefix2),args.push(colorCode+"m+"+module.exports.humanize(this.diff)+"\x1B[0m")}else args[0]=getDate()+name+" "+args[0]}function getDate(){return exports.inspectOpts.
hideDate?"":new Date().toISOString()+" "}function log(...args){return process.stderr.write(util.formatWithOptions(exports.inspectOpts,...args)+`
`)}function save(namespaces){namespaces?process.env.DEBUG=namespaces:delete process.env.DEBUG}function load(){return process.env.DEBUG}function init(debug2){debug2.
inspectOpts={};let keys=Object.keys(exports.inspectOpts);for(let i=0;i<keys.length;i++)debug2.inspectOpts[keys[i]]=exports.inspectOpts[keys[i]]}module.exports=require_common()(
exports);var{formatters}=module.exports;formatters.o=function(v){return this.inspectOpts.colors=this.useColors,util.inspect(v,this.inspectOpts).split(`
`).map(str=>str.trim()).join(" ")};formatters.O=function(v){return this.inspectOpts.colors=this.useColors,util.inspect(v,this.inspectOpts)}}});var require_src=__commonJS({"node_modules/debug/src/index.js"(exports,module){typeof process>"u"||process.type==="renderer"||process.browser===!0||process.__nwjs?
module.exports=require_browser():module.exports=require_node()}});var import_structured_source=__toESM(require_structured_source(),1);function invariant(condition,message){if(!condition)throw new Error(message)}var SecretLintSourceCodeImpl=class{hasBOM;content;filePath;physicalFilePath;contentType;ext;structuredSource;constructor({content="",ext,filePath,physicalFilePath,
contentType}){invariant(ext||filePath,"should be set either of fileExt or filePath."),this.hasBOM=content.charCodeAt(0)===65279,this.content=this.hasBOM?content.
slice(1):content,this.structuredSource=new import_structured_source.StructuredSource(this.content),this.filePath=filePath,this.physicalFilePath=physicalFilePath,
this.contentType=contentType,this.ext=ext}getFilePath(){return this.filePath}getPhysicalFilePath(){return this.physicalFilePath}locationToRange(loc){return this.
structuredSource.locationToRange(loc)}rangeToLocation(range){let location=this.structuredSource.rangeToLocation(range);return{start:{line:location.start.line,column:location.
start.column},end:{line:location.end.line,column:location.end.column}}}positionToIndex(pos){return this.structuredSource.positionToIndex(pos)}indexToPosition(index){
let position=this.structuredSource.indexToPosition(index);return{line:position.line,column:position.column}}};var EventEmitter=class{#listeners=new Map;on(type,listener){let listenerSet=this.#listeners.get(type)??new Set;listenerSet?.add(listener),this.#listeners.set(type,
listenerSet)}emit(type,...args){let listenerSet=this.#listeners.get(type);if(listenerSet)for(let listenerSetElement of listenerSet)listenerSetElement(...args)}off(type,listener){
let listenerSet=this.#listeners.get(type);if(listenerSet)for(let listenerSetElement of listenerSet)listenerSetElement===listener&&listenerSet.delete(listener)}removeAllListeners(){
this.#listeners.clear()}listenerCount(type){return this.#listeners.get(type)?.size??0}listeners(type){return Array.from(this.#listeners.get(type)??[])}},PromiseEventEmitter=class{events;constructor(){
this.events=new EventEmitter}listenerCount(type){return this.events.listenerCount(type)}on(event,listener){return this.events.on(event,listener)}emit(event,...args){
let promises=[];return this.events.listeners(event).forEach(listener=>{promises.push(listener(...args))}),Promise.all(promises)}};var formatMessage=(messageHandler,props)=>typeof props!="object"||props===null?messageHandler():messageHandler(props),getMatchedLocaleMessage=(locale,locales)=>{
let localKeys=Object.keys(locales),matchLocale=localKeys.find(key=>key===locale);if(matchLocale)return matchLocale;let[lang]=locale.split("-");if(!lang)return"e\
n";let fallbackMatchLocal=localKeys.find(key=>key===lang);return fallbackMatchLocal||"en"},createTranslator=(messages2,options)=>(messageId,props)=>{let messageHandler=messages2[messageId];
if(!messageHandler)throw new Error(`messages:${String(messageId)} is missing in messages.`);if(typeof messageHandler=="function"){if(typeof messageId!="string")
throw new Error(`message's key:${String(messageId)} should be string`);return{message:formatMessage(messageHandler,props),messageId,data:props}}let defaultLocal=options&&
options.defaultLocale?options.defaultLocale:"en",locale=getMatchedLocaleMessage(defaultLocal,messageHandler),localizedMessage=messageHandler[locale];if(!localizedMessage)
throw messageHandler.en?new Error(`messages${String(messageId)}.${locale} is missing in messages.`):new Error(`message's key:${String(messageId)}.en should be d\
efined in messages.`);if(typeof messageId!="string")throw new Error(`message's key:${String(messageId)}.en should be string`);return{message:formatMessage(localizedMessage,
props),messageId,data:props}};var createContextEvents=()=>{let contextEvents=new EventEmitter,REPORT_SYMBOL=Symbol("report"),IGNORE_SYMBOL=Symbol("ignore");return{report(descriptor){contextEvents.
emit(REPORT_SYMBOL,descriptor)},onReport(handler){let listener=descriptor=>{handler(descriptor)};return contextEvents.on(REPORT_SYMBOL,listener),()=>{contextEvents.
off(REPORT_SYMBOL,listener)}},ignore(descriptor){contextEvents.emit(IGNORE_SYMBOL,descriptor)},onIgnore(handler){let listener=descriptor=>{handler(descriptor)};
return contextEvents.on(IGNORE_SYMBOL,listener),()=>{contextEvents.off(IGNORE_SYMBOL,listener)}}}},createRuleContext=({ruleId,ruleParentId,meta,severity,sourceCode,
contextEvents,sharedOptions,locale})=>({sharedOptions,createTranslator:messages2=>createTranslator(messages2,{defaultLocale:locale}),ignore(descriptor){let{message}=descriptor.
message;contextEvents.ignore({type:"ignore",ruleId,ruleParentId,range:descriptor.range,targetRuleId:descriptor.targetRuleId,loc:sourceCode.rangeToLocation(descriptor.
range),message})},report(descriptor){let{message,messageId,data}=descriptor.message,severityLevel=severity??"error";ruleParentId?contextEvents.report({...descriptor,
type:"message",ruleId,ruleParentId,loc:sourceCode.rangeToLocation(descriptor.range),severity:severityLevel,message,messageId,docsUrl:meta.docs?.url?`${meta.docs.
url}#${messageId}`:void 0,data}):contextEvents.report({...descriptor,type:"message",ruleId,loc:sourceCode.rangeToLocation(descriptor.range),severity:severityLevel,
message,messageId,docsUrl:meta.docs?.url?`${meta.docs.url}#${messageId}`:void 0,data})}});var SecretLintRule=class{ruleReportHandle;ruleCreator;descriptorRule;constructor({descriptorRule,context}){this.descriptorRule=descriptorRule,this.ruleCreator=descriptorRule.
rule;let ruleCreatorOptions=descriptorRule.options||{};this.ruleReportHandle=this.ruleCreator.create(context,ruleCreatorOptions)}allowMessageIds(){if(!this.descriptorRule.
allowMessageIds)return[];let ruleId=this.ruleCreator.meta.id;return this.descriptorRule.allowMessageIds.map(allowMessageId=>({messageId:allowMessageId,ruleId}))}supportSourceCode(sourceCode){
let contentType=sourceCode.contentType;return contentType==="unknown"||this.ruleCreator.meta.supportedContentTypes.includes("all")?!0:this.ruleCreator.meta.supportedContentTypes.
includes(contentType)}async file(source){let file=this.ruleReportHandle.file;if(file)return file(source)}};var SecretLintProfiler=class{perf;entries=[];measures=[];executionPromises=[];constructor(options){this.perf=options.perf;let pattern=/(.*?)::end(\|\|.*)?/;new options.
PerformanceObserver(items=>{items.getEntries().forEach(entry=>{if(entry.entryType==="mark"){let match=entry.name.match(pattern),endIdentifier=match?match[1]:void 0,
suffix=match&&match[2]?match[2]:"";if(endIdentifier){let startIdentifier=`${endIdentifier}::start`;this.entries.find(savedEntry=>savedEntry.name===startIdentifier),
startIdentifier&&this.executionPromises.push(Promise.resolve().then(()=>{this.perf.measure(endIdentifier+suffix,`${endIdentifier}::start${suffix}`,`${endIdentifier}\
::end${suffix}`)}))}this.entries.push(entry)}else entry.entryType==="measure"&&this.measures.push(entry)})}).observe({entryTypes:["mark","measure"]})}mark(marker){
"id"in marker?this.perf.mark(`${marker.type}||${marker.id}`):this.perf.mark(marker.type)}waifForExecutionPromises=()=>Promise.all(this.executionPromises).finally(
()=>{this.executionPromises.length=0});async getEntries(){return await this.waifForExecutionPromises(),this.entries}async getMeasures(){return await this.waifForExecutionPromises(),
this.measures}};import perf_hooks from"node:perf_hooks";var NullPerformanceObserver=class{disconnect(){}observe(_options){}},secretLintProfiler=new SecretLintProfiler({perf:perf_hooks.performance,PerformanceObserver:perf_hooks.
PerformanceObserver?perf_hooks.PerformanceObserver:NullPerformanceObserver});var createRunningEvents=()=>{let contextEvents=new PromiseEventEmitter,registerSet=new Set,LINT_HANDLE=Symbol("lint:start"),rules2=[];return{collectAllowMessageIds(){
let allowMessageIds=[];return rules2.forEach(rule=>{allowMessageIds.push(...rule.allowMessageIds())}),allowMessageIds},runLint(options){return contextEvents.emit(
LINT_HANDLE,options)},registerRule({descriptorRule,context}){if(registerSet.has(descriptorRule.id))throw new Error(`rule.id:${descriptorRule.id} is already regi\
stered.
                
Duplicated rule.id is something wrong in .secretlintrc.                
`);registerSet.add(descriptorRule.id);let rule=new SecretLintRule({descriptorRule,context});rules2.push(rule),contextEvents.on(LINT_HANDLE,async({sourceCode})=>{
secretLintProfiler.mark({type:"@core>rule-handler::start",id:descriptorRule.rule.meta.id}),rule.supportSourceCode(sourceCode)&&await rule.file(sourceCode),secretLintProfiler.
mark({type:"@core>rule-handler::end",id:descriptorRule.rule.meta.id})})},registerRulePreset({descriptorRulePreset,context}){let rulePresetCreatorOptions=descriptorRulePreset.
options||[];descriptorRulePreset.rule.create(context,rulePresetCreatorOptions)},isRegistered(ruleId){return registerSet.has(ruleId)}}};var createRulePresetContext=({configRulePreset,sourceCode,runningEvents,contextEvents,sharedOptions,locale})=>{let presetRules=configRulePreset.rules||[];if(!Array.
isArray(presetRules))throw console.error(`${configRulePreset.id}:PresetRules is invalid format`,presetRules),new Error("preset's rules should be an array of rul\
e definitions");return{sharedOptions,registerRule(rule,defaultValue){let descriptorRule=presetRules.find(descriptorRule2=>descriptorRule2.id===rule.meta.id),descriptorRuleOptions=descriptorRule?
descriptorRule.options:void 0,descriptorRuleDisabled=descriptorRule?descriptorRule.disabled:void 0,descriptorRuleSeverity=descriptorRule?descriptorRule.severity:
void 0,descriptorAllowMessageIds=descriptorRule?descriptorRule.allowMessageIds:void 0,context=createRuleContext({ruleId:rule.meta.id,ruleParentId:configRulePreset.
id,meta:rule.meta,severity:descriptorRuleSeverity,sourceCode,contextEvents,sharedOptions,locale}),defaultValueOfPreset=defaultValue||{};runningEvents.registerRule(
{descriptorRule:{...defaultValueOfPreset,...descriptorRule,id:rule.meta.id,options:descriptorRuleOptions,rule,disabled:descriptorRuleDisabled,allowMessageIds:descriptorAllowMessageIds,
severity:descriptorRuleSeverity},context})}}};var isContainedRange=(index,range)=>{let[start,end]=range;return start<=index&&index<=end};function filterIgnoredMessages(options){let reportedMessages=options.
reportedMessages,ignoreMessages=options.ignoredMessages;return reportedMessages.filter(message=>!ignoreMessages.some(ignoreMessage=>{let isInIgnoringRange=isContainedRange(
message.range[0],ignoreMessage.range)&&isContainedRange(message.range[1],ignoreMessage.range);return isInIgnoringRange&&ignoreMessage.targetRuleId?ignoreMessage.
targetRuleId==="*"?!0:message.ruleId===ignoreMessage.targetRuleId:isInIgnoringRange}))}var createMessageProcessor=processors=>({process(messages2){let originalMessages=messages2;if(processors.length===0)throw new Error("processors should be > 0");
return processors.reduce((messages3,filter)=>filter(messages3),originalMessages)}});var isEqualMessage=(aMessage,bMessage)=>aMessage.range[0]===bMessage.range[0]&&aMessage.range[1]===bMessage.range[1]&&"severity"in aMessage&&"severity"in bMessage&&
aMessage.severity===bMessage.severity&&aMessage.message===bMessage.message;function filterDuplicatedMessages(messages2=[]){return messages2.filter((message,index)=>!messages2.
slice(index+1).some(restMessage=>isEqualMessage(message,restMessage)))}function sortMessagesByLocation(messages2){return messages2.sort(function(a,b){let startIndexDiff=a.range[0]-b.range[0];return startIndexDiff===0?a.range[1]-b.range[1]:
startIndexDiff})}var filterByAllowMessageIds=(messages2,allowMessageIds)=>{let disabledSet=new Set(allowMessageIds.map(allowMessage=>`${allowMessage.ruleId}--${allowMessage.messageId}`));
return messages2.filter(message=>!disabledSet.has(`${message.ruleId}--${message.messageId}`))};var deepMask=(object,handler)=>{for(let key of Object.keys(object))typeof object[key]=="object"?object[key]=deepMask(object[key],handler):Array.isArray(object[key])?
object[key]=object[key].map(item=>deepMask(item,handler)):typeof object[key]=="string"&&(object[key]=handler(object[key]));return object},createMaskValue=value=>"\
*".repeat(value.length),maskWithValues=(str,maskedValues)=>{let result=str;for(let maskValue of maskedValues)result=result.replaceAll(maskValue,"*".repeat(maskValue.
length));return result},filterMaskSecretsData=(messages2=[])=>messages2.map(message=>{if(message.type!=="message")return message;let maskedValues=[],maskedData=message.
data?deepMask(message.data,value=>(maskedValues.push(value),createMaskValue(value))):void 0;if(!maskedData)return message;let maskedMessage=maskWithValues(message.
message,maskedValues);return{...message,message:maskedMessage,data:maskedData}});var cleanupMessages=options=>{let reportedMessages=filterIgnoredMessages(options),reportedMessagesWithoutAllowMessageIds=filterByAllowMessageIds(reportedMessages,
options.allowMessageIds),filters=options.maskSecrets?[filterDuplicatedMessages,filterMaskSecretsData]:[filterDuplicatedMessages],filterProcess=createMessageProcessor(
filters);return sortMessagesByLocation(filterProcess.process(reportedMessagesWithoutAllowMessageIds))};var import_debug=__toESM(require_src(),1),debug=(0,import_debug.default)("@secretlint/core"),lintSource=({source,options})=>{secretLintProfiler.mark({type:"@cor\
e>lint::start",id:source.filePath}),debug("source filePath: %O",source.filePath),debug("options: %O",options);let rules2=options.config.rules,locale=options.locale??
"en",maskSecrets=options.maskSecrets??!1,contextEvents=createContextEvents(),runningEvents=createRunningEvents(),reportedMessages=[],ignoredMessages=[];contextEvents.
onReport(message=>{reportedMessages.push(message)}),contextEvents.onIgnore(message=>{ignoredMessages.push(message)});let sourceCode=new SecretLintSourceCodeImpl(
{content:source.content,filePath:source.filePath,physicalFilePath:options.noPhysicFilePath?void 0:source.filePath,ext:source.ext||"",contentType:source.contentType});
return secretLintProfiler.mark({type:"@core>setup-rules::start"}),rules2.forEach(rule=>{secretLintProfiler.mark({type:"@core>setup-rule::start",id:rule.rule.meta.
id}),registerRule({sourceCode,config:options.config,descriptorRule:rule,contextEvents,runningEvents,locale}),secretLintProfiler.mark({type:"@core>setup-rule::en\
d",id:rule.rule.meta.id})}),secretLintProfiler.mark({type:"@core>setup-rules::end"}),runningEvents.runLint({sourceCode}).then(()=>({filePath:source.filePath,sourceContent:source.
contentType==="text"?source.content:void 0,sourceContentType:source.contentType,messages:cleanupMessages({reportedMessages,ignoredMessages,allowMessageIds:runningEvents.
collectAllowMessageIds(),maskSecrets})})).finally(()=>{secretLintProfiler.mark({type:"@core>lint::end",id:source.filePath})})},isRulePreset=ruleDescriptor=>ruleDescriptor.
rule.meta.type==="preset",isRule=ruleDescriptor=>ruleDescriptor.rule.meta.type==="scanner",registerRule=({sourceCode,config,descriptorRule,contextEvents,runningEvents,
locale})=>{let ruleId=descriptorRule.id;if(descriptorRule.disabled){debug("Skip registerRule %s, because it is disabled",ruleId);return}debug("registerRule %s",
ruleId);let sharedOptionsWithDefault=config.sharedOptions??{};if(isRulePreset(descriptorRule)){let context=createRulePresetContext({configRulePreset:descriptorRule,
sourceCode,contextEvents,runningEvents,sharedOptions:sharedOptionsWithDefault,locale});runningEvents.registerRulePreset({descriptorRulePreset:descriptorRule,context});
return}else if(isRule(descriptorRule)){let context=createRuleContext({ruleId,severity:descriptorRule.severity,meta:descriptorRule.rule.meta,sourceCode,contextEvents,
sharedOptions:sharedOptionsWithDefault,locale});runningEvents.registerRule({descriptorRule,context});return}throw new Error(`Unknown descriptor type: ${descriptorRule}`)};import path from"node:path";var commonjsGlobal=typeof globalThis<"u"?globalThis:typeof window<"u"?window:typeof global<"u"?global:typeof self<"u"?self:{},regexpStringMatcher={},
lodash_uniq,hasRequiredLodash_uniq;function requireLodash_uniq(){if(hasRequiredLodash_uniq)return lodash_uniq;hasRequiredLodash_uniq=1;var LARGE_ARRAY_SIZE=200,
HASH_UNDEFINED="__lodash_hash_undefined__",INFINITY=1/0,funcTag="[object Function]",genTag="[object GeneratorFunction]",reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,
freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&
self,root=freeGlobal||freeSelf||Function("return this")();function arrayIncludes(array,value){var length=array?array.length:0;return!!length&&baseIndexOf(array,
value,0)>-1}function baseFindIndex(array,predicate,fromIndex,fromRight){for(var length=array.length,index=fromIndex+-1;++index<length;)if(predicate(array[index],
index,array))return index;return-1}function baseIndexOf(array,value,fromIndex){if(value!==value)return baseFindIndex(array,baseIsNaN,fromIndex);for(var index=fromIndex-
1,length=array.length;++index<length;)if(array[index]===value)return index;return-1}function baseIsNaN(value){return value!==value}function cacheHas(cache,key){
return cache.has(key)}function getValue(object,key){return object?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="func\
tion")try{result=!!(value+"")}catch{}return result}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=
value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){
var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.
hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,
"$1.*?")+"$"),splice=arrayProto.splice,Map2=getNative(root,"Map"),Set2=getNative(root,"Set"),nativeCreate=getNative(Object,"create");function Hash(entries){var index=-1,
length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?
nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];
return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?
data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:
value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){
var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.
__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?
data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){
return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):
data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.
has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){
var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){
return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(
key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,
MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.
length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}
function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function assocIndexOf(array,key){
for(var length=array.length;length--;)if(eq(array[length][0],key))return length;return-1}function baseIsNative(value){if(!isObject(value)||isMasked(value))return!1;
var pattern=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern.test(toSource(value))}function baseUniq(array,iteratee,comparator){var index=-1,
includes=arrayIncludes,length=array.length,isCommon=!0,result=[],seen=result;if(length>=LARGE_ARRAY_SIZE){var set=createSet(array);if(set)return setToArray(set);
isCommon=!1,includes=cacheHas,seen=new SetCache}else seen=result;outer:for(;++index<length;){var value=array[index],computed=value;if(value=value!==0?value:0,isCommon&&
computed===computed){for(var seenIndex=seen.length;seenIndex--;)if(seen[seenIndex]===computed)continue outer;result.push(value)}else includes(seen,computed,comparator)||
(seen!==result&&seen.push(computed),result.push(value))}return result}var createSet=Set2&&1/setToArray(new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(
values)}:noop;function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getNative(object,key){
var value=getValue(object,key);return baseIsNative(value)?value:void 0}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type==
"symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function toSource(func){if(func!=null){
try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}function uniq(array){return array&&array.length?baseUniq(array):[]}function eq(value,other){
return value===other||value!==value&&other!==other}function isFunction(value){var tag=isObject(value)?objectToString.call(value):"";return tag==funcTag||tag==genTag}
function isObject(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function noop(){}return lodash_uniq=uniq,lodash_uniq}var lodash_uniqwith,
hasRequiredLodash_uniqwith;function requireLodash_uniqwith(){if(hasRequiredLodash_uniqwith)return lodash_uniqwith;hasRequiredLodash_uniqwith=1;var LARGE_ARRAY_SIZE=200,
HASH_UNDEFINED="__lodash_hash_undefined__",INFINITY=1/0,funcTag="[object Function]",genTag="[object GeneratorFunction]",reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,
freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&
self,root=freeGlobal||freeSelf||Function("return this")();function arrayIncludes(array,value){var length=array?array.length:0;return!!length&&baseIndexOf(array,
value,0)>-1}function arrayIncludesWith(array,value,comparator){for(var index=-1,length=array?array.length:0;++index<length;)if(comparator(value,array[index]))return!0;
return!1}function baseFindIndex(array,predicate,fromIndex,fromRight){for(var length=array.length,index=fromIndex+-1;++index<length;)if(predicate(array[index],index,
array))return index;return-1}function baseIndexOf(array,value,fromIndex){if(value!==value)return baseFindIndex(array,baseIsNaN,fromIndex);for(var index=fromIndex-
1,length=array.length;++index<length;)if(array[index]===value)return index;return-1}function baseIsNaN(value){return value!==value}function cacheHas(cache,key){
return cache.has(key)}function getValue(object,key){return object?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="func\
tion")try{result=!!(value+"")}catch{}return result}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=
value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){
var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.
hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,
"$1.*?")+"$"),splice=arrayProto.splice,Map2=getNative(root,"Map"),Set2=getNative(root,"Set"),nativeCreate=getNative(Object,"create");function Hash(entries){var index=-1,
length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?
nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];
return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?
data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:
value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){
var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.
__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?
data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){
return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):
data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.
has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){
var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){
return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(
key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,
MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.
length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}
function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function assocIndexOf(array,key){
for(var length=array.length;length--;)if(eq(array[length][0],key))return length;return-1}function baseIsNative(value){if(!isObject(value)||isMasked(value))return!1;
var pattern=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern.test(toSource(value))}function baseUniq(array,iteratee,comparator){var index=-1,
includes=arrayIncludes,length=array.length,isCommon=!0,result=[],seen=result;if(comparator)isCommon=!1,includes=arrayIncludesWith;else if(length>=LARGE_ARRAY_SIZE){
var set=createSet(array);if(set)return setToArray(set);isCommon=!1,includes=cacheHas,seen=new SetCache}else seen=result;outer:for(;++index<length;){var value=array[index],
computed=value;if(value=comparator||value!==0?value:0,isCommon&&computed===computed){for(var seenIndex=seen.length;seenIndex--;)if(seen[seenIndex]===computed)continue outer;
result.push(value)}else includes(seen,computed,comparator)||(seen!==result&&seen.push(computed),result.push(value))}return result}var createSet=Set2&&1/setToArray(
new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(values)}:noop;function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key==
"string"?"string":"hash"]:data.map}function getNative(object,key){var value=getValue(object,key);return baseIsNative(value)?value:void 0}function isKeyable(value){
var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&
maskSrcKey in func}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}function uniqWith(array,comparator){
return array&&array.length?baseUniq(array,void 0,comparator):[]}function eq(value,other){return value===other||value!==value&&other!==other}function isFunction(value){
var tag=isObject(value)?objectToString.call(value):"";return tag==funcTag||tag==genTag}function isObject(value){var type=typeof value;return!!value&&(type=="obj\
ect"||type=="function")}function noop(){}return lodash_uniqwith=uniqWith,lodash_uniqwith}var lodash_sortby={exports:{}};lodash_sortby.exports;var hasRequiredLodash_sortby;
function requireLodash_sortby(){return hasRequiredLodash_sortby||(hasRequiredLodash_sortby=1,(function(module,exports$1){var LARGE_ARRAY_SIZE=200,FUNC_ERROR_TEXT="\
Expected a function",HASH_UNDEFINED="__lodash_hash_undefined__",UNORDERED_COMPARE_FLAG=1,PARTIAL_COMPARE_FLAG=2,MAX_SAFE_INTEGER=9007199254740991,argsTag="[obje\
ct Arguments]",arrayTag="[object Array]",boolTag="[object Boolean]",dateTag="[object Date]",errorTag="[object Error]",funcTag="[object Function]",genTag="[objec\
t GeneratorFunction]",mapTag="[object Map]",numberTag="[object Number]",objectTag="[object Object]",promiseTag="[object Promise]",regexpTag="[object RegExp]",setTag="\
[object Set]",stringTag="[object String]",symbolTag="[object Symbol]",weakMapTag="[object WeakMap]",arrayBufferTag="[object ArrayBuffer]",dataViewTag="[object D\
ataView]",float32Tag="[object Float32Array]",float64Tag="[object Float64Array]",int8Tag="[object Int8Array]",int16Tag="[object Int16Array]",int32Tag="[object In\
t32Array]",uint8Tag="[object Uint8Array]",uint8ClampedTag="[object Uint8ClampedArray]",uint16Tag="[object Uint16Array]",uint32Tag="[object Uint32Array]",reIsDeepProp=/\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/,
reIsPlainProp=/^\w*$/,reLeadingDot=/^\./,rePropName=/[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g,reRegExpChar=/[\\^$.*+?()[\]{}|]/g,
reEscapeChar=/\\(\\)?/g,reIsHostCtor=/^\[object .+?Constructor\]$/,reIsUint=/^(?:0|[1-9]\d*)$/,typedArrayTags={};typedArrayTags[float32Tag]=typedArrayTags[float64Tag]=
typedArrayTags[int8Tag]=typedArrayTags[int16Tag]=typedArrayTags[int32Tag]=typedArrayTags[uint8Tag]=typedArrayTags[uint8ClampedTag]=typedArrayTags[uint16Tag]=typedArrayTags[uint32Tag]=
!0,typedArrayTags[argsTag]=typedArrayTags[arrayTag]=typedArrayTags[arrayBufferTag]=typedArrayTags[boolTag]=typedArrayTags[dataViewTag]=typedArrayTags[dateTag]=typedArrayTags[errorTag]=
typedArrayTags[funcTag]=typedArrayTags[mapTag]=typedArrayTags[numberTag]=typedArrayTags[objectTag]=typedArrayTags[regexpTag]=typedArrayTags[setTag]=typedArrayTags[stringTag]=
typedArrayTags[weakMapTag]=!1;var freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self==
"object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")(),freeExports=exports$1&&!exports$1.nodeType&&exports$1,freeModule=freeExports&&
!0&&module&&!module.nodeType&&module,moduleExports=freeModule&&freeModule.exports===freeExports,freeProcess=moduleExports&&freeGlobal.process,nodeUtil=(function(){
try{return freeProcess&&freeProcess.binding("util")}catch{}})(),nodeIsTypedArray=nodeUtil&&nodeUtil.isTypedArray;function apply(func,thisArg,args){switch(args.length){case 0:
return func.call(thisArg);case 1:return func.call(thisArg,args[0]);case 2:return func.call(thisArg,args[0],args[1]);case 3:return func.call(thisArg,args[0],args[1],
args[2])}return func.apply(thisArg,args)}function arrayMap(array,iteratee){for(var index=-1,length=array?array.length:0,result=Array(length);++index<length;)result[index]=
iteratee(array[index],index,array);return result}function arrayPush(array,values){for(var index=-1,length=values.length,offset=array.length;++index<length;)array[offset+
index]=values[index];return array}function arraySome(array,predicate){for(var index=-1,length=array?array.length:0;++index<length;)if(predicate(array[index],index,
array))return!0;return!1}function baseProperty(key){return function(object){return object?.[key]}}function baseSortBy(array,comparer){var length=array.length;for(array.
sort(comparer);length--;)array[length]=array[length].value;return array}function baseTimes(n,iteratee){for(var index=-1,result=Array(n);++index<n;)result[index]=
iteratee(index);return result}function baseUnary(func){return function(value){return func(value)}}function getValue(object,key){return object?.[key]}function isHostObject(value){
var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function mapToArray(map){var index=-1,result=Array(
map.size);return map.forEach(function(value,key){result[++index]=[key,value]}),result}function overArg(func,transform){return function(arg){return func(transform(
arg))}}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,
funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.
keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.
toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"\
$1.*?")+"$"),Symbol2=root.Symbol,Uint8Array2=root.Uint8Array,propertyIsEnumerable=objectProto.propertyIsEnumerable,splice=arrayProto.splice,spreadableSymbol=Symbol2?
Symbol2.isConcatSpreadable:void 0,nativeKeys=overArg(Object.keys,Object),nativeMax=Math.max,DataView=getNative(root,"DataView"),Map2=getNative(root,"Map"),Promise2=getNative(
root,"Promise"),Set2=getNative(root,"Set"),WeakMap=getNative(root,"WeakMap"),nativeCreate=getNative(Object,"create"),dataViewCtorString=toSource(DataView),mapCtorString=toSource(
Map2),promiseCtorString=toSource(Promise2),setCtorString=toSource(Set2),weakMapCtorString=toSource(WeakMap),symbolProto=Symbol2?Symbol2.prototype:void 0,symbolValueOf=symbolProto?
symbolProto.valueOf:void 0,symbolToString=symbolProto?symbolProto.toString:void 0;function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<
length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.
has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}
return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,
key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.
prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?
entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){
var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),
!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(
this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=
value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,
ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];
this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(
this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){
return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,
MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<
length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.
has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function Stack(entries){this.__data__=new ListCache(entries)}
function stackClear(){this.__data__=new ListCache}function stackDelete(key){return this.__data__.delete(key)}function stackGet(key){return this.__data__.get(key)}
function stackHas(key){return this.__data__.has(key)}function stackSet(key,value){var cache=this.__data__;if(cache instanceof ListCache){var pairs=cache.__data__;
if(!Map2||pairs.length<LARGE_ARRAY_SIZE-1)return pairs.push([key,value]),this;cache=this.__data__=new MapCache(pairs)}return cache.set(key,value),this}Stack.prototype.
clear=stackClear,Stack.prototype.delete=stackDelete,Stack.prototype.get=stackGet,Stack.prototype.has=stackHas,Stack.prototype.set=stackSet;function arrayLikeKeys(value,inherited){
var result=isArray(value)||isArguments(value)?baseTimes(value.length,String):[],length=result.length,skipIndexes=!!length;for(var key in value)hasOwnProperty.call(
value,key)&&!(skipIndexes&&(key=="length"||isIndex(key,length)))&&result.push(key);return result}function assocIndexOf(array,key){for(var length=array.length;length--;)
if(eq(array[length][0],key))return length;return-1}var baseEach=createBaseEach(baseForOwn);function baseFlatten(array,depth,predicate,isStrict,result){var index=-1,
length=array.length;for(predicate||(predicate=isFlattenable),result||(result=[]);++index<length;){var value=array[index];predicate(value)?arrayPush(result,value):
result[result.length]=value}return result}var baseFor=createBaseFor();function baseForOwn(object,iteratee){return object&&baseFor(object,iteratee,keys)}function baseGet(object,path2){
path2=isKey(path2,object)?[path2]:castPath(path2);for(var index=0,length=path2.length;object!=null&&index<length;)object=object[toKey(path2[index++])];return index&&
index==length?object:void 0}function baseGetTag(value){return objectToString.call(value)}function baseHasIn(object,key){return object!=null&&key in Object(object)}
function baseIsEqual(value,other,customizer,bitmask,stack){return value===other?!0:value==null||other==null||!isObject(value)&&!isObjectLike(other)?value!==value&&
other!==other:baseIsEqualDeep(value,other,baseIsEqual,customizer,bitmask,stack)}function baseIsEqualDeep(object,other,equalFunc,customizer,bitmask,stack){var objIsArr=isArray(
object),othIsArr=isArray(other),objTag=arrayTag,othTag=arrayTag;objIsArr||(objTag=getTag(object),objTag=objTag==argsTag?objectTag:objTag),othIsArr||(othTag=getTag(
other),othTag=othTag==argsTag?objectTag:othTag);var objIsObj=objTag==objectTag&&!isHostObject(object),othIsObj=othTag==objectTag&&!isHostObject(other),isSameTag=objTag==
othTag;if(isSameTag&&!objIsObj)return stack||(stack=new Stack),objIsArr||isTypedArray(object)?equalArrays(object,other,equalFunc,customizer,bitmask,stack):equalByTag(
object,other,objTag,equalFunc,customizer,bitmask,stack);if(!(bitmask&PARTIAL_COMPARE_FLAG)){var objIsWrapped=objIsObj&&hasOwnProperty.call(object,"__wrapped__"),
othIsWrapped=othIsObj&&hasOwnProperty.call(other,"__wrapped__");if(objIsWrapped||othIsWrapped){var objUnwrapped=objIsWrapped?object.value():object,othUnwrapped=othIsWrapped?
other.value():other;return stack||(stack=new Stack),equalFunc(objUnwrapped,othUnwrapped,customizer,bitmask,stack)}}return isSameTag?(stack||(stack=new Stack),equalObjects(
object,other,equalFunc,customizer,bitmask,stack)):!1}function baseIsMatch(object,source,matchData,customizer){var index=matchData.length,length=index;if(object==
null)return!length;for(object=Object(object);index--;){var data=matchData[index];if(data[2]?data[1]!==object[data[0]]:!(data[0]in object))return!1}for(;++index<
length;){data=matchData[index];var key=data[0],objValue=object[key],srcValue=data[1];if(data[2]){if(objValue===void 0&&!(key in object))return!1}else{var stack=new Stack,
result;if(!(result===void 0?baseIsEqual(srcValue,objValue,customizer,UNORDERED_COMPARE_FLAG|PARTIAL_COMPARE_FLAG,stack):result))return!1}}return!0}function baseIsNative(value){
if(!isObject(value)||isMasked(value))return!1;var pattern=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern.test(toSource(value))}function baseIsTypedArray(value){
return isObjectLike(value)&&isLength(value.length)&&!!typedArrayTags[objectToString.call(value)]}function baseIteratee(value){return typeof value=="function"?value:
value==null?identity:typeof value=="object"?isArray(value)?baseMatchesProperty(value[0],value[1]):baseMatches(value):property(value)}function baseKeys(object){if(!isPrototype(
object))return nativeKeys(object);var result=[];for(var key in Object(object))hasOwnProperty.call(object,key)&&key!="constructor"&&result.push(key);return result}
function baseMap(collection,iteratee){var index=-1,result=isArrayLike(collection)?Array(collection.length):[];return baseEach(collection,function(value,key,collection2){
result[++index]=iteratee(value,key,collection2)}),result}function baseMatches(source){var matchData=getMatchData(source);return matchData.length==1&&matchData[0][2]?
matchesStrictComparable(matchData[0][0],matchData[0][1]):function(object){return object===source||baseIsMatch(object,source,matchData)}}function baseMatchesProperty(path2,srcValue){
return isKey(path2)&&isStrictComparable(srcValue)?matchesStrictComparable(toKey(path2),srcValue):function(object){var objValue=get(object,path2);return objValue===
void 0&&objValue===srcValue?hasIn(object,path2):baseIsEqual(srcValue,objValue,void 0,UNORDERED_COMPARE_FLAG|PARTIAL_COMPARE_FLAG)}}function baseOrderBy(collection,iteratees,orders){
var index=-1;iteratees=arrayMap(iteratees.length?iteratees:[identity],baseUnary(baseIteratee));var result=baseMap(collection,function(value,key,collection2){var criteria=arrayMap(
iteratees,function(iteratee){return iteratee(value)});return{criteria,index:++index,value}});return baseSortBy(result,function(object,other){return compareMultiple(
object,other,orders)})}function basePropertyDeep(path2){return function(object){return baseGet(object,path2)}}function baseRest(func,start){return start=nativeMax(
start===void 0?func.length-1:start,0),function(){for(var args=arguments,index=-1,length=nativeMax(args.length-start,0),array=Array(length);++index<length;)array[index]=
args[start+index];index=-1;for(var otherArgs=Array(start+1);++index<start;)otherArgs[index]=args[index];return otherArgs[start]=array,apply(func,this,otherArgs)}}
function baseToString(value){if(typeof value=="string")return value;if(isSymbol(value))return symbolToString?symbolToString.call(value):"";var result=value+"";return result==
"0"&&1/value==-1/0?"-0":result}function castPath(value){return isArray(value)?value:stringToPath(value)}function compareAscending(value,other){if(value!==other){
var valIsDefined=value!==void 0,valIsNull=value===null,valIsReflexive=value===value,valIsSymbol=isSymbol(value),othIsDefined=other!==void 0,othIsNull=other===null,
othIsReflexive=other===other,othIsSymbol=isSymbol(other);if(!othIsNull&&!othIsSymbol&&!valIsSymbol&&value>other||valIsSymbol&&othIsDefined&&othIsReflexive&&!othIsNull&&
!othIsSymbol||valIsNull&&othIsDefined&&othIsReflexive||!valIsDefined&&othIsReflexive||!valIsReflexive)return 1;if(!valIsNull&&!valIsSymbol&&!othIsSymbol&&value<
other||othIsSymbol&&valIsDefined&&valIsReflexive&&!valIsNull&&!valIsSymbol||othIsNull&&valIsDefined&&valIsReflexive||!othIsDefined&&valIsReflexive||!othIsReflexive)
return-1}return 0}function compareMultiple(object,other,orders){for(var index=-1,objCriteria=object.criteria,othCriteria=other.criteria,length=objCriteria.length,
ordersLength=orders.length;++index<length;){var result=compareAscending(objCriteria[index],othCriteria[index]);if(result){if(index>=ordersLength)return result;var order=orders[index];
return result*(order=="desc"?-1:1)}}return object.index-other.index}function createBaseEach(eachFunc,fromRight){return function(collection,iteratee){if(collection==
null)return collection;if(!isArrayLike(collection))return eachFunc(collection,iteratee);for(var length=collection.length,index=-1,iterable=Object(collection);++index<
length&&iteratee(iterable[index],index,iterable)!==!1;);return collection}}function createBaseFor(fromRight){return function(object,iteratee,keysFunc){for(var index=-1,
iterable=Object(object),props=keysFunc(object),length=props.length;length--;){var key=props[++index];if(iteratee(iterable[key],key,iterable)===!1)break}return object}}
function equalArrays(array,other,equalFunc,customizer,bitmask,stack){var isPartial=bitmask&PARTIAL_COMPARE_FLAG,arrLength=array.length,othLength=other.length;if(arrLength!=
othLength&&!(isPartial&&othLength>arrLength))return!1;var stacked=stack.get(array);if(stacked&&stack.get(other))return stacked==other;var index=-1,result=!0,seen=bitmask&
UNORDERED_COMPARE_FLAG?new SetCache:void 0;for(stack.set(array,other),stack.set(other,array);++index<arrLength;){var arrValue=array[index],othValue=other[index];
if(customizer)var compared=isPartial?customizer(othValue,arrValue,index,other,array,stack):customizer(arrValue,othValue,index,array,other,stack);if(compared!==void 0){
if(compared)continue;result=!1;break}if(seen){if(!arraySome(other,function(othValue2,othIndex){if(!seen.has(othIndex)&&(arrValue===othValue2||equalFunc(arrValue,
othValue2,customizer,bitmask,stack)))return seen.add(othIndex)})){result=!1;break}}else if(!(arrValue===othValue||equalFunc(arrValue,othValue,customizer,bitmask,
stack))){result=!1;break}}return stack.delete(array),stack.delete(other),result}function equalByTag(object,other,tag,equalFunc,customizer,bitmask,stack){switch(tag){case dataViewTag:
if(object.byteLength!=other.byteLength||object.byteOffset!=other.byteOffset)return!1;object=object.buffer,other=other.buffer;case arrayBufferTag:return!(object.
byteLength!=other.byteLength||!equalFunc(new Uint8Array2(object),new Uint8Array2(other)));case boolTag:case dateTag:case numberTag:return eq(+object,+other);case errorTag:
return object.name==other.name&&object.message==other.message;case regexpTag:case stringTag:return object==other+"";case mapTag:var convert=mapToArray;case setTag:
var isPartial=bitmask&PARTIAL_COMPARE_FLAG;if(convert||(convert=setToArray),object.size!=other.size&&!isPartial)return!1;var stacked=stack.get(object);if(stacked)
return stacked==other;bitmask|=UNORDERED_COMPARE_FLAG,stack.set(object,other);var result=equalArrays(convert(object),convert(other),equalFunc,customizer,bitmask,
stack);return stack.delete(object),result;case symbolTag:if(symbolValueOf)return symbolValueOf.call(object)==symbolValueOf.call(other)}return!1}function equalObjects(object,other,equalFunc,customizer,bitmask,stack){
var isPartial=bitmask&PARTIAL_COMPARE_FLAG,objProps=keys(object),objLength=objProps.length,othProps=keys(other),othLength=othProps.length;if(objLength!=othLength&&
!isPartial)return!1;for(var index=objLength;index--;){var key=objProps[index];if(!(isPartial?key in other:hasOwnProperty.call(other,key)))return!1}var stacked=stack.
get(object);if(stacked&&stack.get(other))return stacked==other;var result=!0;stack.set(object,other),stack.set(other,object);for(var skipCtor=isPartial;++index<
objLength;){key=objProps[index];var objValue=object[key],othValue=other[key];if(customizer)var compared=isPartial?customizer(othValue,objValue,key,other,object,
stack):customizer(objValue,othValue,key,object,other,stack);if(!(compared===void 0?objValue===othValue||equalFunc(objValue,othValue,customizer,bitmask,stack):compared)){
result=!1;break}skipCtor||(skipCtor=key=="constructor")}if(result&&!skipCtor){var objCtor=object.constructor,othCtor=other.constructor;objCtor!=othCtor&&"constr\
uctor"in object&&"constructor"in other&&!(typeof objCtor=="function"&&objCtor instanceof objCtor&&typeof othCtor=="function"&&othCtor instanceof othCtor)&&(result=
!1)}return stack.delete(object),stack.delete(other),result}function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"s\
tring":"hash"]:data.map}function getMatchData(object){for(var result=keys(object),length=result.length;length--;){var key=result[length],value=object[key];result[length]=
[key,value,isStrictComparable(value)]}return result}function getNative(object,key){var value=getValue(object,key);return baseIsNative(value)?value:void 0}var getTag=baseGetTag;
(DataView&&getTag(new DataView(new ArrayBuffer(1)))!=dataViewTag||Map2&&getTag(new Map2)!=mapTag||Promise2&&getTag(Promise2.resolve())!=promiseTag||Set2&&getTag(
new Set2)!=setTag||WeakMap&&getTag(new WeakMap)!=weakMapTag)&&(getTag=function(value){var result=objectToString.call(value),Ctor=result==objectTag?value.constructor:
void 0,ctorString=Ctor?toSource(Ctor):void 0;if(ctorString)switch(ctorString){case dataViewCtorString:return dataViewTag;case mapCtorString:return mapTag;case promiseCtorString:
return promiseTag;case setCtorString:return setTag;case weakMapCtorString:return weakMapTag}return result});function hasPath(object,path2,hasFunc){path2=isKey(path2,
object)?[path2]:castPath(path2);for(var result,index=-1,length=path2.length;++index<length;){var key=toKey(path2[index]);if(!(result=object!=null&&hasFunc(object,
key)))break;object=object[key]}if(result)return result;var length=object?object.length:0;return!!length&&isLength(length)&&isIndex(key,length)&&(isArray(object)||
isArguments(object))}function isFlattenable(value){return isArray(value)||isArguments(value)||!!(spreadableSymbol&&value&&value[spreadableSymbol])}function isIndex(value,length){
return length=length??MAX_SAFE_INTEGER,!!length&&(typeof value=="number"||reIsUint.test(value))&&value>-1&&value%1==0&&value<length}function isIterateeCall(value,index,object){
if(!isObject(object))return!1;var type=typeof index;return(type=="number"?isArrayLike(object)&&isIndex(index,object.length):type=="string"&&index in object)?eq(
object[index],value):!1}function isKey(value,object){if(isArray(value))return!1;var type=typeof value;return type=="number"||type=="symbol"||type=="boolean"||value==
null||isSymbol(value)?!0:reIsPlainProp.test(value)||!reIsDeepProp.test(value)||object!=null&&value in Object(object)}function isKeyable(value){var type=typeof value;
return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in
func}function isPrototype(value){var Ctor=value&&value.constructor,proto=typeof Ctor=="function"&&Ctor.prototype||objectProto;return value===proto}function isStrictComparable(value){
return value===value&&!isObject(value)}function matchesStrictComparable(key,srcValue){return function(object){return object==null?!1:object[key]===srcValue&&(srcValue!==
void 0||key in Object(object))}}var stringToPath=memoize(function(string){string=toString(string);var result=[];return reLeadingDot.test(string)&&result.push(""),
string.replace(rePropName,function(match,number,quote,string2){result.push(quote?string2.replace(reEscapeChar,"$1"):number||match)}),result});function toKey(value){
if(typeof value=="string"||isSymbol(value))return value;var result=value+"";return result=="0"&&1/value==-1/0?"-0":result}function toSource(func){if(func!=null){
try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}var sortBy=baseRest(function(collection,iteratees){if(collection==null)return[];var length=iteratees.
length;return length>1&&isIterateeCall(collection,iteratees[0],iteratees[1])?iteratees=[]:length>2&&isIterateeCall(iteratees[0],iteratees[1],iteratees[2])&&(iteratees=
[iteratees[0]]),baseOrderBy(collection,baseFlatten(iteratees),[])});function memoize(func,resolver){if(typeof func!="function"||resolver&&typeof resolver!="func\
tion")throw new TypeError(FUNC_ERROR_TEXT);var memoized=function(){var args=arguments,key=resolver?resolver.apply(this,args):args[0],cache=memoized.cache;if(cache.
has(key))return cache.get(key);var result=func.apply(this,args);return memoized.cache=cache.set(key,result),result};return memoized.cache=new(memoize.Cache||MapCache),
memoized}memoize.Cache=MapCache;function eq(value,other){return value===other||value!==value&&other!==other}function isArguments(value){return isArrayLikeObject(
value)&&hasOwnProperty.call(value,"callee")&&(!propertyIsEnumerable.call(value,"callee")||objectToString.call(value)==argsTag)}var isArray=Array.isArray;function isArrayLike(value){
return value!=null&&isLength(value.length)&&!isFunction(value)}function isArrayLikeObject(value){return isObjectLike(value)&&isArrayLike(value)}function isFunction(value){
var tag=isObject(value)?objectToString.call(value):"";return tag==funcTag||tag==genTag}function isLength(value){return typeof value=="number"&&value>-1&&value%1==
0&&value<=MAX_SAFE_INTEGER}function isObject(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function isObjectLike(value){return!!value&&
typeof value=="object"}function isSymbol(value){return typeof value=="symbol"||isObjectLike(value)&&objectToString.call(value)==symbolTag}var isTypedArray=nodeIsTypedArray?
baseUnary(nodeIsTypedArray):baseIsTypedArray;function toString(value){return value==null?"":baseToString(value)}function get(object,path2,defaultValue){var result=object==
null?void 0:baseGet(object,path2);return result===void 0?defaultValue:result}function hasIn(object,path2){return object!=null&&hasPath(object,path2,baseHasIn)}function keys(object){
return isArrayLike(object)?arrayLikeKeys(object):baseKeys(object)}function identity(value){return value}function property(path2){return isKey(path2)?baseProperty(
toKey(path2)):basePropertyDeep(path2)}module.exports=sortBy})(lodash_sortby,lodash_sortby.exports)),lodash_sortby.exports}var escapeStringRegexp,hasRequiredEscapeStringRegexp;
function requireEscapeStringRegexp(){return hasRequiredEscapeStringRegexp||(hasRequiredEscapeStringRegexp=1,escapeStringRegexp=string=>{if(typeof string!="strin\
g")throw new TypeError("Expected a string");return string.replace(/[|\\{}()[\]^$+*?.]/g,"\\$&").replace(/-/g,"\\x2d")}),escapeStringRegexp}var regexpParse={},hasRequiredRegexpParse;
function requireRegexpParse(){if(hasRequiredRegexpParse)return regexpParse;hasRequiredRegexpParse=1,Object.defineProperty(regexpParse,"__esModule",{value:!0}),regexpParse.
isRegExpString=regexpParse.parseRegExpString=void 0;var REGEXP_LITERAL_PATTERN=/^\/(.+)\/([guimysd]*)$/,parseRegExpString=function(str){var result=str.match(REGEXP_LITERAL_PATTERN);
return result?{source:result[1],flagString:result[2]}:null};regexpParse.parseRegExpString=parseRegExpString;var isRegExpString=function(str){return REGEXP_LITERAL_PATTERN.
test(str)};return regexpParse.isRegExpString=isRegExpString,regexpParse}var hasRequiredRegexpStringMatcher;function requireRegexpStringMatcher(){return hasRequiredRegexpStringMatcher||
(hasRequiredRegexpStringMatcher=1,(function(exports$1){var __importDefault=regexpStringMatcher&&regexpStringMatcher.__importDefault||function(mod){return mod&&mod.
__esModule?mod:{default:mod}};Object.defineProperty(exports$1,"__esModule",{value:!0}),exports$1.matchPatterns=exports$1.createRegExp=void 0;var lodash_uniq_1=__importDefault(
requireLodash_uniq()),lodash_uniqwith_1=__importDefault(requireLodash_uniqwith()),lodash_sortby_1=__importDefault(requireLodash_sortby()),escape_string_regexp_1=__importDefault(
requireEscapeStringRegexp()),regexp_parse_1=requireRegexpParse(),DEFAULT_FLAGS="ug",defaultFlags=function(flagsString){return flagsString.length===0?DEFAULT_FLAGS:
(0,lodash_uniq_1.default)((flagsString+DEFAULT_FLAGS).split("")).join("")},createRegExp=function(patternString,defaultFlag){if(defaultFlag===void 0&&(defaultFlag=
DEFAULT_FLAGS),patternString.length===0)throw new Error("Empty string can not handled");if((0,regexp_parse_1.isRegExpString)(patternString)){var regExpStructure=(0,regexp_parse_1.
parseRegExpString)(patternString);if(regExpStructure)return new RegExp(regExpStructure.source,defaultFlags(regExpStructure.flagString));throw new Error('"'.concat(
patternString,'" can not parse as RegExp.'))}else return new RegExp((0,escape_string_regexp_1.default)(patternString),defaultFlag)};exports$1.createRegExp=createRegExp;
var isEqualMatchPatternResult=function(a,b){return a.startIndex===b.startIndex&&a.endIndex===b.endIndex&&a.match===b.match},matchPatterns=function(text,regExpLikeStrings){
var matchPatternResults=[];regExpLikeStrings.map(function(patternString){return(0,exports$1.createRegExp)(patternString)}).forEach(function(regExp){var results=text.
matchAll(regExp);Array.from(results).forEach(function(result){if(result.index!==void 0){var match=result[0],index=result.index;matchPatternResults.push({match,captures:result.
slice(1),startIndex:index,endIndex:index+match.length})}})});var uniqResults=(0,lodash_uniqwith_1.default)(matchPatternResults,isEqualMatchPatternResult);return(0,lodash_sortby_1.
default)(uniqResults,["startIndex","endIndex"])};exports$1.matchPatterns=matchPatterns})(regexpStringMatcher)),regexpStringMatcher}var regexpStringMatcherExports=requireRegexpStringMatcher(),
BUILTIN_IGNORED={AWSAccountID:["AKIAIOSFODNN7EXAMPLE"],AWSSecretAccessKey:["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]},messages$o={AWSAccountID:{en:props=>`fou\
nd AWS Account ID: ${props.ID}`,ja:props=>`AWS Account ID: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},AWSSecretAccessKey:{en:props=>`found A\
WS Secret Access Key: ${props.KEY}`,ja:props=>`AWS Secret Access Key: ${props.KEY} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},AWSAccessKeyID:{en:props=>`\
found AWS Access Key ID: ${props.ID}`,ja:props=>`AWS Access Key Id: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},reportAWSAccessKey=({t,source,
context,options})=>{let AWSAccessKeyIDPattern=/\b(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}\b/g,results=source.content.matchAll(AWSAccessKeyIDPattern);
for(let result of results){let index=result.index||0,match=result[0]||"",range=[index,index+match.length];BUILTIN_IGNORED.AWSAccountID.includes(match)||regexpStringMatcherExports.
matchPatterns(match,options.allows).length>0||context.report({message:t("AWSAccessKeyID",{ID:match}),range})}},reportAWSSecretAccessKey=({t,source,context,options})=>{
let AWS="(?:AWS|aws|Aws)?_?",QUOTE=`["']?`,CONNECT="\\s*(?::|=>|=)\\s*",AWSSecretPatten=new RegExp(String.raw`${QUOTE}${AWS}(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)${QUOTE}${CONNECT}${QUOTE}([A-Za-z0-9/\+=]{40})${QUOTE}\b`,
"g"),results=source.content.matchAll(AWSSecretPatten);for(let result of results){let index=result.index||0,match=result[1]||"",range=[index,index+match.length];
BUILTIN_IGNORED.AWSSecretAccessKey.includes(match)||regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSSecre\
tAccessKey",{KEY:match}),range})}},reportAWSAccountID=({t,source,context,options})=>{let AWS="(AWS|aws|Aws)?_?",QUOTE=`("|')?`,CONNECT="\\s*(:|=>|=)\\s*",AWSSecretPatten=new RegExp(
String.raw`${QUOTE}${AWS}(ACCOUNT|account|Account)_?(ID|id|Id)?${QUOTE}${CONNECT}${QUOTE}[0-9]{4}\-?[0-9]{4}\-?[0-9]{4}${QUOTE}\b`,"g"),results=source.content.matchAll(
AWSSecretPatten);for(let result of results){let index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(
match,options.allows).length>0||context.report({message:t("AWSAccountID",{ID:match}),range})}},creator$p={messages:messages$o,meta:{id:"@secretlint/secretlint-r\
ule-aws",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/sec\
retlint-rule-aws/README.md"}},create(context,options){let normalizedOptions={allows:options.allows||[],enableIDScanRule:options.enableIDScanRule??!1},t=context.
createTranslator(messages$o);return{file(source){normalizedOptions.enableIDScanRule&&(reportAWSAccessKey({t,source,context,options:normalizedOptions}),reportAWSAccountID(
{t,source,context,options:normalizedOptions})),reportAWSSecretAccessKey({t,source,context,options:normalizedOptions})}}}},TAG_INTEGER=2,TAG_OCTET_STRING=4,TAG_NULL=5,
TAG_OID=6,TAG_SEQUENCE=48,TAG_CONTEXT_0=160;function readTlv(buf,offset){if(offset+2>buf.length)throw new Error("PKCS12: truncated TLV header");let tag=buf[offset],
lenByte=buf[offset+1],length,contentStart;if(lenByte<128)length=lenByte,contentStart=offset+2;else{let lenBytes=lenByte&127;if(lenBytes===0||lenBytes>4)throw new Error(
"PKCS12: unsupported ASN.1 length encoding");if(offset+2+lenBytes>buf.length)throw new Error("PKCS12: truncated ASN.1 length");length=0;for(let i=0;i<lenBytes;i++)
length=length*256+buf[offset+2+i];contentStart=offset+2+lenBytes}let end=contentStart+length;if(end>buf.length)throw new Error("PKCS12: TLV extends past buffer");
return{tag,content:buf.subarray(contentStart,end),end}}function expectTag(tlv,tag,label){if(tlv.tag!==tag)throw new Error(`PKCS12: expected ${label} tag 0x${tag.
toString(16)} but got 0x${tlv.tag.toString(16)}`)}function readInteger(tlv){expectTag(tlv,TAG_INTEGER,"INTEGER");let value=0;for(let byte of tlv.content)value=value*
256+byte;return value}function bytesEqual(a,b){if(a.length!==b.length)return!1;let diff=0;for(let i=0;i<a.length;i++)diff|=a[i]^b[i];return diff===0}var OID_DATA=new Uint8Array(
[42,134,72,134,247,13,1,7,1]),OID_SHA1=new Uint8Array([43,14,3,2,26]),OID_SHA256=new Uint8Array([96,134,72,1,101,3,4,2,1]),OID_SHA384=new Uint8Array([96,134,72,
1,101,3,4,2,2]),OID_SHA512=new Uint8Array([96,134,72,1,101,3,4,2,3]),MAC_HASHES=[{oid:OID_SHA1,hash:{name:"SHA-1",outputSize:20,blockSize:64}},{oid:OID_SHA256,hash:{
name:"SHA-256",outputSize:32,blockSize:64}},{oid:OID_SHA384,hash:{name:"SHA-384",outputSize:48,blockSize:128}},{oid:OID_SHA512,hash:{name:"SHA-512",outputSize:64,
blockSize:128}}];function matchHash(oidBytes){for(let{oid,hash}of MAC_HASHES)if(bytesEqual(oidBytes,oid))return hash}var MAX_MAC_ITERATIONS=1e6;function parsePkcs12(buf){
let pfx=readTlv(buf,0);expectTag(pfx,TAG_SEQUENCE,"PFX SEQUENCE");let version=readTlv(pfx.content,0);if(readInteger(version)!==3)throw new Error("PKCS12: unsupp\
orted version");let authSafeInfo=readTlv(pfx.content,version.end);expectTag(authSafeInfo,TAG_SEQUENCE,"ContentInfo SEQUENCE");let contentType=readTlv(authSafeInfo.
content,0);if(expectTag(contentType,TAG_OID,"contentType OID"),!bytesEqual(contentType.content,OID_DATA))throw new Error("PKCS12: unsupported authSafe contentTy\
pe");let explicit0=readTlv(authSafeInfo.content,contentType.end);expectTag(explicit0,TAG_CONTEXT_0,"[0] EXPLICIT");let authSafeOctet=readTlv(explicit0.content,0);
expectTag(authSafeOctet,TAG_OCTET_STRING,"authSafe OCTET STRING");let macData=readTlv(pfx.content,authSafeInfo.end);expectTag(macData,TAG_SEQUENCE,"MacData SEQU\
ENCE");let digestInfo=readTlv(macData.content,0);expectTag(digestInfo,TAG_SEQUENCE,"DigestInfo SEQUENCE");let alg=readTlv(digestInfo.content,0);expectTag(alg,TAG_SEQUENCE,
"AlgorithmIdentifier SEQUENCE");let algOid=readTlv(alg.content,0);expectTag(algOid,TAG_OID,"algorithm OID");let macHash=matchHash(algOid.content);if(!macHash)throw new Error(
"PKCS12: unsupported MAC digest algorithm");if(algOid.end<alg.content.length&&readTlv(alg.content,algOid.end).tag!==TAG_NULL)throw new Error("PKCS12: unexpected\
 MAC algorithm parameters");let digest2=readTlv(digestInfo.content,alg.end);expectTag(digest2,TAG_OCTET_STRING,"digest OCTET STRING");let salt=readTlv(macData.content,
digestInfo.end);expectTag(salt,TAG_OCTET_STRING,"macSalt OCTET STRING");let iterations=1;if(salt.end<macData.content.length){let iter=readTlv(macData.content,salt.
end);iterations=readInteger(iter)}if(iterations<1||iterations>MAX_MAC_ITERATIONS)throw new Error("PKCS12: MAC iteration count out of range");return{authSafe:authSafeOctet.
content,macHash,macSalt:salt.content,macDigest:digest2.content,iterations}}function toBufferSource(data){let copy=new Uint8Array(data.length);return copy.set(data),
copy}async function digest(hash,data){return new Uint8Array(await globalThis.crypto.subtle.digest(hash.name,toBufferSource(data)))}function padToMultipleOf(src,blockSize){
if(src.length===0)return new Uint8Array(0);let padded=new Uint8Array(Math.ceil(src.length/blockSize)*blockSize);for(let i=0;i<padded.length;i++)padded[i]=src[i%
src.length];return padded}function encodePasswordAsBmpString(password){if(password.length===0)return new Uint8Array(0);let bytes=new Uint8Array(password.length*
2+2);for(let i=0;i<password.length;i++){let code=password.charCodeAt(i);bytes[i*2]=code>>8&255,bytes[i*2+1]=code&255}return bytes}async function deriveMacKey(hash,password,salt,iterations){
let v=hash.blockSize,u=hash.outputSize,D=new Uint8Array(v).fill(3),P=padToMultipleOf(encodePasswordAsBmpString(password),v),S=padToMultipleOf(salt,v),DI=new Uint8Array(
D.length+S.length+P.length);DI.set(D,0),DI.set(S,D.length),DI.set(P,D.length+S.length);let A=await digest(hash,DI);for(let i=1;i<iterations;i++)A=await digest(hash,
A);return A.subarray(0,u)}async function verifyPkcs12Mac(pfxBytes,password){let parsed;try{parsed=parsePkcs12(pfxBytes)}catch{return!1}try{let key=await deriveMacKey(
parsed.macHash,password,parsed.macSalt,parsed.iterations),cryptoKey=await globalThis.crypto.subtle.importKey("raw",toBufferSource(key),{name:"HMAC",hash:parsed.
macHash.name},!1,["sign"]),mac=new Uint8Array(await globalThis.crypto.subtle.sign("HMAC",cryptoKey,toBufferSource(parsed.authSafe)));return bytesEqual(mac,parsed.
macDigest)}catch{return!1}}var GCP_SERVICE_ACCOUNT_P12_PASSWORD="notasecret";async function reportIfFoundPrivateKeyP12Format({source,context,t}){if(source.filePath)
try{let fs=await import("node:fs"),path2=await import("node:path"),pfxBytes=new Uint8Array(fs.readFileSync(source.filePath));if(!await verifyPkcs12Mac(pfxBytes,
GCP_SERVICE_ACCOUNT_P12_PASSWORD))return;context.report({message:t("PrivateKeyP12",{FILE_NAME:path2.basename(source.filePath)}),range:[0,source.content.length]})}catch{}}
var messages$n={PrivateKeyP12:{en:props=>`found GCP Service Account's private key(p12): ${props.FILE_NAME}`,ja:props=>`GCP\u30B5\u30FC\u30D3\u30B9\u30A2\u30AB\u30A6\u30F3\u30C8\u306E\u79D8\u5BC6\u9375(p12) ${props.
FILE_NAME} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},PrivateKeyJSON:{en:props=>`found GCP Service Account's private key(json): ${props.FILE_NAME}`,ja:props=>`\
GCP\u30B5\u30FC\u30D3\u30B9\u30A2\u30AB\u30A6\u30F3\u30C8\u306E\u79D8\u5BC6\u9375(json): ${props.FILE_NAME} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}};
function reportIfFoundPrivateKeyJSONFormat({source,context,t}){try{let credentialObject=JSON.parse(source.content),PRIVATE_KEY_PATTERN=/-----BEGIN\s?(DSA|RSA|EC|PGP|OPENSSH)?\s?PRIVATE KEY/gm;
if(!("private_key_id"in credentialObject&&"private_key"in credentialObject&&PRIVATE_KEY_PATTERN.test(credentialObject.private_key)))return;context.report({message:t(
"PrivateKeyJSON",{FILE_NAME:source.filePath?path.basename(source.filePath):""}),range:[0,source.content.length]})}catch{}}var creator$o={messages:messages$n,meta:{
id:"@secretlint/secretlint-rule-gcp",recommended:!0,type:"scanner",supportedContentTypes:["all"],docs:{url:"https://github.com/secretlint/secretlint/blob/master\
/packages/%40secretlint/secretlint-rule-gcp/README.md"}},create(context,options){let t=context.createTranslator(messages$n);return options.allows,{file(source){
if(source.ext===".p12")return reportIfFoundPrivateKeyP12Format({source,context,t});if(source.ext===".json")return reportIfFoundPrivateKeyJSONFormat({source,context,
t})}}}},messages$m={PackageJSON_xOauthToken:{en:props=>`found GitHub Token: ${props.TOKEN}`,ja:props=>`GitHub Token: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
Npmrc_authToken:{en:props=>`found npmrc authToken: ${props.TOKEN}`,ja:props=>`npmrc authToken: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
NPM_ACCESS_TOKEN:{en:props=>`found npm access token: ${props.TOKEN}`,ja:props=>`npm access token: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}};
function reportIfFoundXOauthGitHubToken({source,options,context,t}){let XOAuthPattern=/https?:\/\/(.{1,256}):x-oauth-basic@github.com\//g,results=source.content.
matchAll(XOAuthPattern);for(let result of results){let index=result.index||0,match=result[1]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(
match,options.allows).length>0||context.report({message:t("PackageJSON_xOauthToken",{TOKEN:match}),range})}}function reportIfFound_AuthTokenInNpmrc({source,options,
context,t}){let AuthTokenPattern=/_authToken=([^$].*)/g,results=source.content.matchAll(AuthTokenPattern);for(let result of results){let index=result.index||0,match=result[1]||
"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("Npmrc_authToken",{TOKEN:match}),
range})}}function reportIfFound_NPM_ACCESS_TOKEN({source,options,context,t}){let NPM_ACCESS_TOKEN_PATTERN=new RegExp("(?<!\\p{L})npm_[A-Za-z0-9_]{36}(?![A-Za-z0-\
9_])","gu"),results=source.content.matchAll(NPM_ACCESS_TOKEN_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",range=[index,index+
match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("NPM_ACCESS_TOKEN",{TOKEN:match}),range})}}var isPackageFile=filePath=>filePath?
filePath.endsWith("package.json")||filePath.endsWith("package-lock.json"):!0,isNpmrc=filePath=>filePath?filePath.endsWith(".npmrc"):!0,creator$n={messages:messages$m,
meta:{id:"@secretlint/secretlint-rule-npm",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob\
/master/packages/%40secretlint/secretlint-rule-npm/README.md"}},create(context,options){let t=context.createTranslator(messages$m),normalizedOptions={allows:options.
allows||[]};return{file(source){isPackageFile(source.filePath)?reportIfFoundXOauthGitHubToken({source,options:normalizedOptions,context,t}):isNpmrc(source.filePath)&&
reportIfFound_AuthTokenInNpmrc({source,options:normalizedOptions,context,t}),reportIfFound_NPM_ACCESS_TOKEN({source,options:normalizedOptions,context,t})}}}},messages$l={
SLACK_TOKEN:{en:props=>`found slack token: ${props.TOKEN}`,ja:props=>`Slack\u30C8\u30FC\u30AF\u30F3: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
IncomingWebhook:{en:props=>`found Slack Incoming Webhook: ${props.URL}`,ja:props=>`Slack\u306EIncoming Webhooks: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}};
function reportIfFoundRawPrivateKey$1({source,options,context,t}){let SLACK_TOKEN_PATTERN=/\b(?:xoxb|xoxp|xapp|xoxa|xoxo|xoxr)-(?:\d-)?(?:[a-zA-Z0-9]{1,40}-)+[a-zA-Z0-9]{1,40}\b/g,
results=source.content.matchAll(SLACK_TOKEN_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.
matchPatterns(match,options.allows).length>0||context.report({message:t("SLACK_TOKEN",{TOKEN:match}),range})}}function reportIfFoundIncomingWebhook({source,options,
context,t}){let IncomingWebhooksPattern=/https:\/\/hooks\.slack\.com\/services\/T[a-zA-Z0-9]{1,40}\/B[a-zA-Z0-9]{1,40}\/[a-zA-Z0-9]{1,40}/gi,results=source.content.
matchAll(IncomingWebhooksPattern);for(let result of results){let index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.
matchPatterns(match,options.allows).length>0||context.report({message:t("IncomingWebhook",{URL:match}),range})}}var creator$m={messages:messages$l,meta:{id:"@se\
cretlint/secretlint-rule-slack",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/pac\
kages/%40secretlint/secretlint-rule-slack/README.md"}},create(context,options){let t=context.createTranslator(messages$l),normalizedOptions={allows:options.allows||
[]};return{file(source){reportIfFoundRawPrivateKey$1({source,options:normalizedOptions,context,t}),reportIfFoundIncomingWebhook({source,options:normalizedOptions,
context,t})}}}},messages$k={BasicAuth:{en:props=>`found basic auth credential: ${props.CREDENTIAL}`,ja:props=>`\u30D9\u30FC\u30B7\u30C3\u30AF\u8A8D\u8A3C\u60C5\u5831: ${props.
CREDENTIAL} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},BUILTIN_IGNORED_PATTERNS$1=["localhost","127.0.0.1","password","mypassword","myusername","{passw\
ord}","${password}","{{password}}","{username}","${username}","{{username}}","YOUR_PASSWORD","YOUR_USERNAME","REPLACE_WITH_PASSWORD","REPLACE_WITH_USERNAME"];function isVariableLikeString$1(str){
return[/\$\{[^}]{1,50}\}/,/\{\{[^}]{1,50}\}\}/,/\{[^}]{1,50}\}/,/%[A-Z_]{1,30}%/,/\$[A-Z_]{1,30}/].some(pattern=>pattern.test(str))}function isLikelyRealUsername(username){
return!(username.length<2||isVariableLikeString$1(username)||BUILTIN_IGNORED_PATTERNS$1.some(pattern=>username.toLowerCase().includes(pattern.toLowerCase())))}function isLikelyRealPassword$1(password){
return!(password.length<4||isVariableLikeString$1(password)||BUILTIN_IGNORED_PATTERNS$1.some(pattern=>password.toLowerCase().includes(pattern.toLowerCase()))||/^(.)\1{3,}$/.
test(password))}function reportIfFoundBasicAuth({source,options,context,t}){let URL_PATTERN=/(?<protocol>(?:https?|ftp|ftps)):\/\/(?<user>[-a-zA-Z0-9_]{1,256}):(?<password>[-a-zA-Z0-9_]{1,256})@[-a-zA-Z0-9%._+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b/g,
results=source.content.matchAll(URL_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",username=result.groups?.user,password=result.
groups?.password;if(!username||!password||!isLikelyRealUsername(username)||!isLikelyRealPassword$1(password))continue;let range=[index,index+match.length];regexpStringMatcherExports.
matchPatterns(match,options.allows).length>0||context.report({message:t("BasicAuth",{CREDENTIAL:match}),range})}}var creator$l={messages:messages$k,meta:{id:"@s\
ecretlint/secretlint-rule-basicauth",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/maste\
r/packages/%40secretlint/secretlint-rule-basicauth/README.md"}},create(context,options){let t=context.createTranslator(messages$k),normalizedOptions={allows:options.
allows||[]};return{file(source){reportIfFoundBasicAuth({source,options:normalizedOptions,context,t})}}}},messages$j={OPENAI_TOKEN:{en:props=>`found OpenAI API t\
oken: ${props.TOKEN}`,ja:props=>`OpenAI API \u30C8\u30FC\u30AF\u30F3: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},creator$k={messages:messages$j,
meta:{id:"@secretlint/secretlint-rule-openai",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/b\
lob/master/packages/%40secretlint/secretlint-rule-openai/README.md"}},create(context){let t=context.createTranslator(messages$j);return{file(source){let pattern=/sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})\b|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}/g,
matches=source.content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.
report({message:t("OPENAI_TOKEN",{TOKEN:matchString}),range})}}}}},messages$i={ANTHROPIC_API_KEY:{en:props=>`found Anthropic Claude API key: ${props.KEY}`,ja:props=>`\
Anthropic Claude API \u30AD\u30FC: ${props.KEY} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},creator$j={messages:messages$i,meta:{id:"@secretlint/secretl\
int-rule-anthropic",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40sec\
retlint/secretlint-rule-anthropic/README.md"}},create(context){let t=context.createTranslator(messages$i);return{file(source){let pattern=new RegExp("(?<!\\p{L})\
sk-ant-api0\\d-[A-Za-z0-9_-]{90,128}AA(?![A-Za-z0-9_-])","gu"),matches=source.content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??
"",range=[index,index+matchString.length];context.report({message:t("ANTHROPIC_API_KEY",{KEY:matchString}),range})}}}}},messages$h={GROQ_API_KEY:{en:props=>`fou\
nd Groq API key: ${props.KEY}`,ja:props=>`Groq API \u30AD\u30FC: ${props.KEY} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},creator$i={messages:messages$h,
meta:{id:"@secretlint/secretlint-rule-groq",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blo\
b/master/packages/%40secretlint/secretlint-rule-groq/README.md"}},create(context,options){let t=context.createTranslator(messages$h),normalizedOptions={allows:options?.
allows??[]};return{file(source){let pattern=new RegExp("(?<!\\p{L})gsk_[a-zA-Z0-9]{52}(?![a-zA-Z0-9])","gu"),matches=source.content.matchAll(pattern);for(let match of matches){
let index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;let range=[
index,index+matchString.length];context.report({message:t("GROQ_API_KEY",{KEY:matchString}),range})}}}}},messages$g={HUGGINGFACE_USER_ACCESS_TOKEN:{en:props=>`f\
ound Hugging Face User Access Token: ${props.TOKEN}`,ja:props=>`Hugging Face User Access Token: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},
creator$h={messages:messages$g,meta:{id:"@secretlint/secretlint-rule-huggingface",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https:\
//github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-huggingface/README.md"}},create(context,options){let t=context.createTranslator(
messages$g),normalizedOptions={allows:options?.allows??[]};return{file(source){let pattern=new RegExp("(?<!\\p{L})hf_[a-zA-Z]{34}(?![a-zA-Z])","gu"),matches=source.
content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.
allows).length>0)continue;let range=[index,index+matchString.length];context.report({message:t("HUGGINGFACE_USER_ACCESS_TOKEN",{TOKEN:matchString}),range})}}}}},
messages$f={LINEAR_API_TOKEN:{en:props=>`found linear api token: ${props.ID}`,ja:props=>`linear api token: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},
creator$g={messages:messages$f,meta:{id:"@secretlint/secretlint-rule-linear",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://git\
hub.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-linear/README.md"}},create(context){let t=context.createTranslator(messages$f);
return{file(source){let pattern=new RegExp("(?<!\\p{L})lin_api_[a-zA-Z0-9_]{32,128}(?![a-zA-Z0-9_])","gu"),matches=source.content.matchAll(pattern);for(let match of matches){
let index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("LINEAR_API_TOKEN",{ID:matchString}),range})}}}}},
messages$e={NOTION_INTEGRATION_TOKEN:{en:props=>`found Notion integration token: ${props.TOKEN}`,ja:props=>`Notion integration \u30C8\u30FC\u30AF\u30F3: ${props.
TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}};function reportIfFoundToken({source,options,context,t}){let NOTION_INTEGRATION_TOKEN_PATTERN=new RegExp(
"(?<!\\p{L})ntn_[0-9]{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])","gu"),results=source.content.matchAll(NOTION_INTEGRATION_TOKEN_PATTERN);for(let result of results){let index=result.
index??0,match=result[0]??"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t(
"NOTION_INTEGRATION_TOKEN",{TOKEN:match}),range})}}var creator$f={messages:messages$e,meta:{id:"@secretlint/secretlint-rule-notion",recommended:!0,type:"scanner",
supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-notion/README.md"}},create(context,options){
let t=context.createTranslator(messages$e),normalizedOptions={allows:options.allows??[]};return{file(source){reportIfFoundToken({source,options:normalizedOptions,
context,t})}}}},messages$d={PrivateKey:{en:props=>`found private key: ${props.KEY}`,ja:props=>`\u79D8\u5BC6\u9375: ${props.KEY} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},
PEM_CONTENT_PATTERN=/-----BEGIN[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----\n?([A-Za-z0-9+/=\s\\]{100,10000})\n?-----END[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----/gm;
function validateBase64KeyContent(base64Content){return!(!/^[A-Za-z0-9+/]+=*$/.test(base64Content)||base64Content.length<100||!/^(MI|b3BlbnNzaC1rZXktdjE)/.test(
base64Content))}function reportIfFoundRawPrivateKey({source,options,context,t}){let results=source.content.matchAll(PEM_CONTENT_PATTERN);for(let result of results){
let index=result.index||0,match=result[0]||"",base64Raw=result[1]||"",range=[index,index+match.length];if(regexpStringMatcherExports.matchPatterns(match,options.
allows).length>0)continue;let base64Content=base64Raw.replace(/\s|\\n/g,"");validateBase64KeyContent(base64Content)&&context.report({message:t("PrivateKey",{KEY:match}),
range})}}var creator$e={messages:messages$d,meta:{id:"@secretlint/secretlint-rule-privatekey",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{
url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-privatekey/README.md"}},create(context,options){let t=context.createTranslator(
messages$d),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundRawPrivateKey({source,options:normalizedOptions,context,t})}}}},messages$c={
SENDGRID_KEY:{en:props=>`found Sendgrid api key: ${props.KEY}`,ja:props=>`Sendgrid API\u30AD\u30FC\u304C\u898B\u3064\u304B\u308A\u307E\u3057\u305F\uFF1A ${props.
KEY}`}};function reportIfFoundKey$3({source,options,context,t}){let SENDGRID_KEY_PATTERN=new RegExp("(?<!\\p{L})SG\\.\\w{1,128}\\.\\w{1,128}([-_]?)\\w{1,128}(?!\\w)",
"gu"),results=source.content.matchAll(SENDGRID_KEY_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"";if(match.length!==69)continue;
let range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SENDGRID_KEY",{KEY:match}),
range})}}var creator$d={messages:messages$c,meta:{id:"@secretlint/secretlint-rule-sendgrid",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"\
https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-sendgrid/README.md"}},create(context,options){let t=context.createTranslator(
messages$c),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundKey$3({source,options:normalizedOptions,context,t})}}}},messages$b={SHOPIFY_KEY:{
en:props=>`found Shopify api key: ${props.KEY}`,ja:props=>`Shopify API\u30AD\u30FC\u304C\u898B\u3064\u304B\u308A\u307E\u3057\u305F\uFF1A ${props.KEY}`}};function reportIfFoundKey$2({
source,options,context,t}){let SHOPIFY_KEY_PATTERN=new RegExp("(?<!\\p{L})(shppa|shpca|shpat|shpss)_[a-zA-Z0-9]{32,64}(?![a-zA-Z0-9])","gu"),results=source.content.
matchAll(SHOPIFY_KEY_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.
matchPatterns(match,options.allows).length>0||context.report({message:t("SHOPIFY_KEY",{KEY:match}),range})}}var creator$c={messages:messages$b,meta:{id:"@secret\
lint/secretlint-rule-shopify",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packa\
ges/%40secretlint/secretlint-rule-shopify/README.md"}},create(context,options){let t=context.createTranslator(messages$b),normalizedOptions={allows:options.allows||
[]};return{file(source){reportIfFoundKey$2({source,options:normalizedOptions,context,t})}}}},messages$a={GITHUB_TOKEN:{en:props=>`found GitHub Token(${props.typeName}\
): ${props.KEY}`,ja:props=>`GitHub Token(${props.typeName})\u304C\u898B\u3064\u304B\u308A\u307E\u3057\u305F\uFF1A ${props.KEY}`}},typeMap=new Map([["ghp","GitHu\
b personal access tokens"],["gho","OAuth access tokens"],["ghu","GitHub user-to-server tokens"],["ghs","GitHub server-to-server tokens"],["ghr","refresh tokens"],
["github_pat","fine-grained personal access tokens"]]);function reportIfFoundKey$1({pattern,source,options,context,t}){let results=source.content.matchAll(pattern);
for(let result of results){let index=result.index||0,type=result.groups?.type,typeName=typeMap.get(type);if(!typeName)throw new Error("Unknown type:"+typeName);
let match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("GIT\
HUB_TOKEN",{KEY:match,typeName}),range})}}var creator$b={messages:messages$a,meta:{id:"@secretlint/secretlint-rule-github",recommended:!0,type:"scanner",supportedContentTypes:[
"text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-github/README.md"}},create(context,options){let CLASSIC_GITHUB_TOKEN_PATTERN=new RegExp(
"(?<!\\p{L})(?<type>ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])","gu"),FINE_GRAINED_GITHUB_TOKEN_PATTERN=new RegExp("(?<!\\p{L})(?<type>github_pat)_[A-\
Za-z0-9_]{82}(?![A-Za-z0-9_])","gu"),patterns=[CLASSIC_GITHUB_TOKEN_PATTERN,FINE_GRAINED_GITHUB_TOKEN_PATTERN],t=context.createTranslator(messages$a),normalizedOptions={
allows:options.allows||[]};return{file(source){for(let pattern of patterns)reportIfFoundKey$1({pattern,source,options:normalizedOptions,context,t})}}}},messages$9={
GITLAB_PERSONAL_ACCESS_TOKEN:{en:props=>`found GitLab Personal Access Token: ${props.KEY}`,ja:props=>`GitLab Personal Access Token\u304C\u898B\u3064\u304B\u308A\u307E\u3057\u305F: ${props.
KEY}`}};function reportIfFoundKey({pattern,source,options,context,t}){let results=source.content.matchAll(pattern);for(let result of results){let index=result.index??
0,match=result[0]??"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("GITLA\
B_PERSONAL_ACCESS_TOKEN",{KEY:match}),range})}}var creator$a={messages:messages$9,meta:{id:"@secretlint/secretlint-rule-gitlab",recommended:!0,type:"scanner",supportedContentTypes:[
"text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gitlab/README.md"}},create(context,options){let patterns=[
new RegExp("(?<!\\p{L})glpat-[A-Za-z0-9_-]{20,128}(?![A-Za-z0-9_-])","gu")],t=context.createTranslator(messages$9),normalizedOptions={allows:options.allows??[]};
return{file(source){for(let pattern of patterns)reportIfFoundKey({pattern,source,options:normalizedOptions,context,t})}}}},messages$8={GRAFANA_CLOUD_API_TOKEN:{
en:props=>`found Grafana Cloud API token: ${props.TOKEN}`,ja:props=>`Grafana Cloud API \u30C8\u30FC\u30AF\u30F3: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
GRAFANA_SERVICE_ACCOUNT_TOKEN:{en:props=>`found Grafana Service Account token: ${props.TOKEN}`,ja:props=>`Grafana Service Account \u30C8\u30FC\u30AF\u30F3: ${props.
TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}};function reportIfFound({pattern,messageId,source,options,context,t}){let results=source.content.matchAll(
pattern);for(let result of results){let index=result.index??0,match=result[0]??"";if(regexpStringMatcherExports.matchPatterns(match,options.allows).length>0)continue;
let range=[index,index+match.length];context.report({message:t(messageId,{TOKEN:match}),range})}}var creator$9={messages:messages$8,meta:{id:"@secretlint/secret\
lint-rule-grafana",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secr\
etlint/secretlint-rule-grafana/README.md"}},create(context,options){let t=context.createTranslator(messages$8),normalizedOptions={allows:options?.allows??[]},GRAFANA_CLOUD_API_TOKEN_PATTERN=new RegExp(
"(?<!\\p{L})glc_[A-Za-z0-9+/]{32,400}={0,2}(?![A-Za-z0-9+/=])","gu"),GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN=new RegExp("(?<!\\p{L})glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9\
]{8}(?![A-Fa-f0-9])","gu");return{file(source){reportIfFound({pattern:GRAFANA_CLOUD_API_TOKEN_PATTERN,messageId:"GRAFANA_CLOUD_API_TOKEN",source,options:normalizedOptions,
context,t}),reportIfFound({pattern:GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN,messageId:"GRAFANA_SERVICE_ACCOUNT_TOKEN",source,options:normalizedOptions,context,t})}}}},
messages$7={OPS_TOKEN:{en:props=>`found 1Password Service Account token: ${props.TOKEN}`,ja:props=>`1Password Service Account: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},
is1PasswordServiceAccountToken=base64String=>{try{let jsonString=atob(base64String.replace(/-/g,"+").replace(/_/g,"/")),json=JSON.parse(jsonString);return typeof json==
"object"&&json!==null}catch{return!1}},creator$8={messages:messages$7,meta:{id:"@secretlint/secretlint-rule-1password",recommended:!0,type:"scanner",supportedContentTypes:[
"text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-1password/README.md"}},create(context,options){let t=context.
createTranslator(messages$7),normalizedOptions={allows:options?.allows??[]};return{file(source){let pattern=new RegExp("(?<!\\p{L})ops_(ey[A-Za-z0-9+/=]{100,1280\
}fQ={0,2})(?![A-Za-z0-9+/=])","gu"),matches=source.content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??"",base64String=match[1]??
"";if(!is1PasswordServiceAccountToken(base64String)||regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;let range=[
index,index+matchString.length];context.report({message:t("OPS_TOKEN",{TOKEN:matchString}),range})}}}}},messages$6={MongoDBConnection:{en:props=>`found MongoDB \
connection string: ${props.URI}`,ja:props=>`MongoDB\u63A5\u7D9A\u6587\u5B57\u5217: ${props.URI} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},MySQLConnection:{
en:props=>`found MySQL connection string: ${props.URI}`,ja:props=>`MySQL\u63A5\u7D9A\u6587\u5B57\u5217: ${props.URI} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
PostgreSQLConnection:{en:props=>`found PostgreSQL connection string: ${props.URI}`,ja:props=>`PostgreSQL\u63A5\u7D9A\u6587\u5B57\u5217: ${props.URI} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},
BUILTIN_IGNORED_PATTERNS=["localhost","127.0.0.1","example.com","example.org","test.com","password","username","secret","mypassword","myusername","root","admin",
"user","pass","{password}","${password}","{{password}}","{username}","${username}","{{username}}","YOUR_PASSWORD","YOUR_USERNAME","REPLACE_WITH_PASSWORD"];function isVariableLikeString(str){
return[/\$\{[^}]{1,50}\}/,/\{\{[^}]{1,50}\}\}/,/\{[^}]{1,50}\}/,/%[A-Z_]{1,30}%/,/\$[A-Z_]{1,30}/,/\$\([^)]{1,50}\)/].some(pattern=>pattern.test(str))}function isLikelyRealPassword(password){
if(password.length<4||isVariableLikeString(password))return!1;let passwordLower=password.toLowerCase();return!(BUILTIN_IGNORED_PATTERNS.some(pattern=>passwordLower===
pattern.toLowerCase())||/^(.)\1{3,}$/.test(password))}function reportMongoDBConnectionString({source,options,context,t}){let MONGODB_PATTERN=/mongodb(?:\+srv)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,
results=source.content.matchAll(MONGODB_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.
groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;let range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(
match,options.allows).length>0||context.report({message:t("MongoDBConnection",{URI:match}),range})}}function reportMySQLConnectionString({source,options,context,
t}){let MYSQL_URI_PATTERN=/(?:jdbc:)?mysql(?:x)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,
results=source.content.matchAll(MYSQL_URI_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.
groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;let range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(
match,options.allows).length>0||context.report({message:t("MySQLConnection",{URI:match}),range})}}function reportPostgreSQLConnectionString({source,options,context,
t}){let POSTGRESQL_URI_PATTERN=/postgres(?:ql)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,
results=source.content.matchAll(POSTGRESQL_URI_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||"",username=result.groups?.username,
password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;let range=[index,index+match.length];regexpStringMatcherExports.
matchPatterns(match,options.allows).length>0||context.report({message:t("PostgreSQLConnection",{URI:match}),range})}}var creator$7={messages:messages$6,meta:{id:"\
@secretlint/secretlint-rule-database-connection-string",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/se\
cretlint/blob/master/packages/%40secretlint/secretlint-rule-database-connection-string/README.md"}},create(context,options){let normalizedOptions={allows:options.
allows||[]},t=context.createTranslator(messages$6);return{file(source){reportMongoDBConnectionString({source,options:normalizedOptions,context,t}),reportMySQLConnectionString(
{source,options:normalizedOptions,context,t}),reportPostgreSQLConnectionString({source,options:normalizedOptions,context,t})}}}},messages$5={HASHICORP_VAULT_SERVICE_TOKEN:{
en:props=>`found HashiCorp Vault service token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault service token: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
HASHICORP_VAULT_BATCH_TOKEN:{en:props=>`found HashiCorp Vault batch token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault batch token: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
HASHICORP_VAULT_RECOVERY_TOKEN:{en:props=>`found HashiCorp Vault recovery token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault recovery token: ${props.TOKEN} \u304C\u307F\u3064\u304B\u308A\
\u307E\u3057\u305F`}},serviceTokenPattern=new RegExp("(?<!\\p{L})hvs\\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])","gu"),batchTokenPattern=new RegExp("(?<!\\p{L})hvb\
\\.[A-Za-z0-9_-]{138,300}(?![A-Za-z0-9_-])","gu"),recoveryTokenPattern=new RegExp("(?<!\\p{L})hvr\\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])","gu"),creator$6={messages:messages$5,
meta:{id:"@secretlint/secretlint-rule-hashicorp-vault",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/sec\
retlint/blob/master/packages/%40secretlint/secretlint-rule-hashicorp-vault/README.md"}},create(context,options){let t=context.createTranslator(messages$5),normalizedOptions={
allows:options?.allows??[]},reportMatches=(source,pattern,messageId)=>{let matches=source.content.matchAll(pattern);for(let match of matches){let index=match.index??
0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;let range=[index,index+matchString.
length];context.report({message:t(messageId,{TOKEN:matchString}),range})}};return{file(source){reportMatches(source,serviceTokenPattern,"HASHICORP_VAULT_SERVICE\
_TOKEN"),reportMatches(source,batchTokenPattern,"HASHICORP_VAULT_BATCH_TOKEN"),reportMatches(source,recoveryTokenPattern,"HASHICORP_VAULT_RECOVERY_TOKEN")}}}},messages$4={
VERCEL_PERSONAL_ACCESS_TOKEN:{en:props=>`found Vercel personal access token: ${props.ID}`,ja:props=>`Vercel personal access token: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
VERCEL_INTEGRATION_TOKEN:{en:props=>`found Vercel integration token: ${props.ID}`,ja:props=>`Vercel integration token: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
VERCEL_APP_ACCESS_TOKEN:{en:props=>`found Vercel app access token: ${props.ID}`,ja:props=>`Vercel app access token: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
VERCEL_APP_REFRESH_TOKEN:{en:props=>`found Vercel app refresh token: ${props.ID}`,ja:props=>`Vercel app refresh token: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`},
VERCEL_AI_GATEWAY_API_KEY:{en:props=>`found Vercel AI Gateway API key: ${props.ID}`,ja:props=>`Vercel AI Gateway API key: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},
prefixToMessageId={vcp:"VERCEL_PERSONAL_ACCESS_TOKEN",vci:"VERCEL_INTEGRATION_TOKEN",vca:"VERCEL_APP_ACCESS_TOKEN",vcr:"VERCEL_APP_REFRESH_TOKEN",vck:"VERCEL_AI\
_GATEWAY_API_KEY"},creator$5={messages:messages$4,meta:{id:"@secretlint/secretlint-rule-vercel",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{
url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-vercel/README.md"}},create(context,options){let t=context.createTranslator(
messages$4),normalizedOptions={allows:options?.allows??[]};return{file(source){let pattern=new RegExp("(?<!\\p{L})(?<prefix>vcp|vci|vca|vcr|vck)_[A-Za-z0-9]{20,6\
0}(?![A-Za-z0-9])","gu"),matches=source.content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??"",prefix2=match.groups?.
prefix,messageId=prefixToMessageId[prefix2];if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;let range=[index,
index+matchString.length];context.report({message:t(messageId,{ID:matchString}),range})}}}}},messages$3={DATABRICKS_PERSONAL_ACCESS_TOKEN:{en:props=>`found Data\
bricks personal access token: ${props.ID}`,ja:props=>`Databricks personal access token: ${props.ID} \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},creator$4={
messages:messages$3,meta:{id:"@secretlint/secretlint-rule-databricks",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com\
/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-databricks/README.md"}},create(context,options){let t=context.createTranslator(messages$3),
normalizedOptions={allows:options?.allows??[]};return{file(source){let pattern=new RegExp("(?<!\\p{L})dapi[A-Fa-f0-9]{32}(?:-[0-9])?(?![A-Fa-f0-9])","gu"),matches=source.
content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.
allows).length>0)continue;let range=[index,index+matchString.length];context.report({message:t("DATABRICKS_PERSONAL_ACCESS_TOKEN",{ID:matchString}),range})}}}}},
messages$2={DOCKER_PERSONAL_ACCESS_TOKEN:{en:props=>`found Docker Personal Access Token: ${props.TOKEN}`,ja:props=>`Docker Personal Access Token: ${props.TOKEN}\
 \u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}};function reportIfFoundDockerPAT({source,options,context,t}){let DOCKER_PAT_PATTERN=new RegExp("(?<!\\p{L})dc\
kr_pat_[a-zA-Z0-9_-]{27}(?![a-zA-Z0-9_-])","gu"),results=source.content.matchAll(DOCKER_PAT_PATTERN);for(let result of results){let index=result.index||0,match=result[0]||
"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("DOCKER_PERSONAL_ACCESS_T\
OKEN",{TOKEN:match}),range})}}var creator$3={messages:messages$2,meta:{id:"@secretlint/secretlint-rule-docker",recommended:!0,type:"scanner",supportedContentTypes:[
"text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-docker/README.md"}},create(context,options){let t=context.
createTranslator(messages$2),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundDockerPAT({source,options:normalizedOptions,context,
t})}}}},messages$1={FIGMA_PERSONAL_ACCESS_TOKEN:{en:props=>`found Figma Personal Access Token: ${props.ID}`,ja:props=>`Figma Personal Access Token: ${props.ID} \
\u304C\u307F\u3064\u304B\u308A\u307E\u3057\u305F`}},creator$2={messages:messages$1,meta:{id:"@secretlint/secretlint-rule-figma",recommended:!0,type:"scanner",supportedContentTypes:[
"text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-figma/README.md"}},create(context,options){let t=context.
createTranslator(messages$1),normalizedOptions={allows:options?.allows??[]};return{file(source){let pattern=new RegExp("(?<!\\p{L})figd_[A-Za-z0-9_-]{40,200}(?![\
A-Za-z0-9_-])","gu"),matches=source.content.matchAll(pattern);for(let match of matches){let index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.
matchPatterns(matchString,normalizedOptions.allows).length>0)continue;let range=[index,index+matchString.length];context.report({message:t("FIGMA_PERSONAL_ACCES\
S_TOKEN",{ID:matchString}),range})}}}}},HTML_COMMENT_REGEXP=/(?<type>secretlint-(?:disable-next-line|disable-line|disable|enable))(?<options>.*)/g,parseComments=source=>{
let matches=source.content.matchAll(HTML_COMMENT_REGEXP);return Array.from(matches).map(match=>{let type=match.groups?.type,index=match.index;return type==="sec\
retlint-disable-line"?{type,options:parseComment(match.groups?.options),line:source.indexToPosition(index).line}:type==="secretlint-disable-next-line"?{type,options:parseComment(
match.groups?.options),line:source.indexToPosition(index).line+1}:{type,options:parseComment(match.groups?.options),index}})};function parseComment(options){if(!options)
return[];let commentStart=options.indexOf("--");return(commentStart===-1?options:options.slice(0,commentStart)).split(/,/).map(arg=>arg.trim()).filter(arg=>arg!==
"")??[]}var CommentState=class{source;reportingConfig;endIndex;constructor(source){this.source=source,this.reportingConfig=[],this.endIndex=source.content.length}getIgnoringMessages(){
let isFilledMessage=message=>message.startIndex!==null&&message.endIndex!==null&&message.ruleId!==null;return this.reportingConfig.map(reporting=>(reporting.endIndex===
null&&(reporting.endIndex=this.endIndex),reporting)).filter(isFilledMessage)}disableLine(lineNumber,rulesToDisable){let reportingConfig=this.reportingConfig,range=this.
source.locationToRange({start:{line:lineNumber,column:0},end:{line:lineNumber+1,column:0}});rulesToDisable.length?rulesToDisable.forEach(ruleId=>{reportingConfig.
push({startIndex:range[0],endIndex:range[1]-1,ruleId})}):reportingConfig.push({startIndex:range[0],endIndex:range[1]-1,ruleId:"*"})}disableReporting(startIndex,rulesToDisable){
let reportingConfig=this.reportingConfig;rulesToDisable.length?rulesToDisable.forEach(function(ruleId){reportingConfig.push({startIndex,endIndex:null,ruleId})}):
reportingConfig.push({startIndex,endIndex:null,ruleId:"*"})}enableReporting(endIndex,rulesToEnable){let reportingConfig=this.reportingConfig;if(rulesToEnable.length)
rulesToEnable.forEach(function(ruleId){for(let i=reportingConfig.length-1;i>=0;i--)if(!reportingConfig[i].endIndex&&reportingConfig[i].ruleId===ruleId){reportingConfig[i].
endIndex=endIndex;break}});else{let prevStart;for(let i=reportingConfig.length-1;i>=0&&!(prevStart&&prevStart!==reportingConfig[i].startIndex);i--)reportingConfig[i].
endIndex||(reportingConfig[i].endIndex=endIndex,prevStart=reportingConfig[i].startIndex)}}},messages={IGNORE_MESSAGE:{en:()=>"disable by secretlint-disable comm\
ent"}},creator$1={messages,meta:{id:"@secretlint/secretlint-rule-filter-comments",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https:\
//github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-filter-comments/README.md"}},create(context){let t=context.createTranslator(
messages);return{file(source){let state=new CommentState(source),comments=parseComments(source);for(let comment of comments)comment.type==="secretlint-disable"?
state.disableReporting(comment.index,comment.options):comment.type==="secretlint-enable"?state.enableReporting(comment.index,comment.options):(comment.type==="s\
ecretlint-disable-line"||comment.type==="secretlint-disable-next-line")&&state.disableLine(comment.line,comment.options);state.getIgnoringMessages().forEach(message=>{
context.ignore({message:t("IGNORE_MESSAGE"),range:[message.startIndex,message.endIndex],targetRuleId:message.ruleId})})}}}},rules=[creator$p,creator$o,creator$e,
creator$n,creator$l,creator$m,creator$d,creator$c,creator$b,creator$a,creator$9,creator$k,creator$j,creator$i,creator$h,creator$g,creator$f,creator$8,creator$7,
creator$6,creator$5,creator$4,creator$3,creator$2,creator$1],creator={meta:{id:"@secretlint/secretlint-rule-preset-recommend",recommended:!0,type:"preset"},rules,
create(context,_options){rules.forEach(rule=>{context.registerRule(rule)})}};var preset="@secretlint/secretlint-rule-preset-recommend",prefix="@secretlint/secretlint-rule-",ours=new Set(["database-connection-string","basicauth"]),piece=16384,
overlap=2048,kindOf=rule=>{let name=rule.replace(prefix,"");return name==="privatekey"?"private key":`credential of ${name.replaceAll("-"," ")}`},lintPiece=async content=>{
let{messages:messages2}=await lintSource({source:{content,filePath:"evidence.txt",ext:".txt",contentType:"text"},options:{noPhysicFilePath:!0,config:{rules:[{id:preset,
rule:creator}]}}});return messages2.filter(({ruleId})=>!ours.has(ruleId.replace(prefix,""))).map(({ruleId,range:[start,end]})=>({kind:kindOf(ruleId),start,end}))},
lintSecrets=async text=>{let armed=text.replace(/secretlint-(?=disable|enable)/gi,"secretlint_"),found=[];for(let at=0;at<armed.length;at+=piece-overlap){let inPiece=await lintPiece(
armed.slice(at,at+piece));found.push(...inPiece.map(f=>({...f,start:f.start+at,end:f.end+at})))}return disjoint(found).filter(f=>!text.slice(f.start,f.end).includes(
"[redacted: "))};export{lintSecrets};
