import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{compareVendors,vendorDuties}from"./chunk-3D7LFBG3.js";import{explainRun}from"./chunk-SWSC6R7Z.js";import{texts,vendorTexts}from"./chunk-HKCC5SBR.js";
import{newlyDormant}from"./chunk-F3O3QL3M.js";import{canProbe}from"./chunk-332AV6EN.js";import"./chunk-4SSOOD5Q.js";import"./chunk-7INJYC6Z.js";
import{aboutTime}from"./chunk-UNVH2Y7P.js";import{redactSecrets}from"./chunk-DRXMX64I.js";import{atLeast,bySeverity}from"./chunk-QOFYYV2G.js";
import{redactedSentence}from"./chunk-XNTMTYOK.js";import"./chunk-QNBPVQJI.js";import"./chunk-QXV5ZSR3.js";import{acceptedKinds,strengthWords}from"./chunk-Q5HIUNKV.js";
import"./chunk-4OUI2SMR.js";import"./chunk-4HJYXBUQ.js";import{dist_default}from"./chunk-5AWIGR4M.js";import{textFor}from"./chunk-VGJGPQDM.js";
import{endpointName}from"./chunk-XIQIQSSR.js";import{dayOf,daysBetween}from"./chunk-NHNF3JRI.js";import"./chunk-DTJB5REZ.js";import{plainText}from"./chunk-7ITKJ46B.js";
import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";import"./chunk-V3WZMUYQ.js";import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-CPDTRZ6C.js";
import"./chunk-RNJQDVHL.js";import{__commonJS,__export,__require,__toESM}from"./chunk-OSKRSO5H.js";var require_react_production=__commonJS({"node_modules/react/cjs/react.production.js"(exports){"use strict";var REACT_ELEMENT_TYPE=Symbol.for("react.transitiona\
l.element"),REACT_PORTAL_TYPE=Symbol.for("react.portal"),REACT_FRAGMENT_TYPE=Symbol.for("react.fragment"),REACT_STRICT_MODE_TYPE=Symbol.for("react.strict_mode"),
REACT_PROFILER_TYPE=Symbol.for("react.profiler"),REACT_CONSUMER_TYPE=Symbol.for("react.consumer"),REACT_CONTEXT_TYPE=Symbol.for("react.context"),REACT_FORWARD_REF_TYPE=Symbol.
for("react.forward_ref"),REACT_SUSPENSE_TYPE=Symbol.for("react.suspense"),REACT_MEMO_TYPE=Symbol.for("react.memo"),REACT_LAZY_TYPE=Symbol.for("react.lazy"),REACT_ACTIVITY_TYPE=Symbol.
for("react.activity"),REACT_VIEW_TRANSITION_TYPE=Symbol.for("react.view_transition"),MAYBE_ITERATOR_SYMBOL=Symbol.iterator;function getIteratorFn(maybeIterable){
return maybeIterable===null||typeof maybeIterable!="object"?null:(maybeIterable=MAYBE_ITERATOR_SYMBOL&&maybeIterable[MAYBE_ITERATOR_SYMBOL]||maybeIterable["@@it\
erator"],typeof maybeIterable=="function"?maybeIterable:null)}var ReactNoopUpdateQueue={isMounted:function(){return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},
enqueueSetState:function(){}},assign=Object.assign,emptyObject={};function Component(props,context,updater){this.props=props,this.context=context,this.refs=emptyObject,
this.updater=updater||ReactNoopUpdateQueue}Component.prototype.isReactComponent={};Component.prototype.setState=function(partialState,callback){if(typeof partialState!=
"object"&&typeof partialState!="function"&&partialState!=null)throw Error("takes an object of state variables to update or a function which returns an object of\
 state variables.");this.updater.enqueueSetState(this,partialState,callback,"setState")};Component.prototype.forceUpdate=function(callback){this.updater.enqueueForceUpdate(
this,callback,"forceUpdate")};function ComponentDummy(){}ComponentDummy.prototype=Component.prototype;function PureComponent2(props,context,updater){this.props=
props,this.context=context,this.refs=emptyObject,this.updater=updater||ReactNoopUpdateQueue}var pureComponentPrototype=PureComponent2.prototype=new ComponentDummy;
pureComponentPrototype.constructor=PureComponent2;assign(pureComponentPrototype,Component.prototype);pureComponentPrototype.isPureReactComponent=!0;var isArrayImpl=Array.
isArray;function noop2(){}var ReactSharedInternals={H:null,A:null,T:null,S:null},hasOwnProperty=Object.prototype.hasOwnProperty;function ReactElement(type,key,props){
var refProp=props.ref;return{$$typeof:REACT_ELEMENT_TYPE,type,key,ref:refProp!==void 0?refProp:null,props}}function cloneAndReplaceKey(oldElement,newKey){return ReactElement(
oldElement.type,newKey,oldElement.props)}function isValidElement(object){return typeof object=="object"&&object!==null&&object.$$typeof===REACT_ELEMENT_TYPE}function escape3(key){
var escaperLookup={"=":"=0",":":"=2"};return"$"+key.replace(/[=:]/g,function(match){return escaperLookup[match]})}var userProvidedKeyEscapeRegex=/\/+/g;function getElementKey(element,index){
return typeof element=="object"&&element!==null&&element.key!=null?escape3(""+element.key):index.toString(36)}function resolveThenable(thenable){switch(thenable.
status){case"fulfilled":return thenable.value;case"rejected":throw thenable.reason;default:switch(typeof thenable.status=="string"?thenable.then(noop2,noop2):(thenable.
status="pending",thenable.then(function(fulfilledValue){thenable.status==="pending"&&(thenable.status="fulfilled",thenable.value=fulfilledValue)},function(error){
thenable.status==="pending"&&(thenable.status="rejected",thenable.reason=error)})),thenable.status){case"fulfilled":return thenable.value;case"rejected":throw thenable.
reason}}throw thenable}function mapIntoArray(children,array,escapedPrefix,nameSoFar,callback){var type=typeof children;(type==="undefined"||type==="boolean")&&(children=
null);var invokeCallback=!1;if(children===null)invokeCallback=!0;else switch(type){case"bigint":case"string":case"number":invokeCallback=!0;break;case"object":switch(children.
$$typeof){case REACT_ELEMENT_TYPE:case REACT_PORTAL_TYPE:invokeCallback=!0;break;case REACT_LAZY_TYPE:return invokeCallback=children._init,mapIntoArray(invokeCallback(
children._payload),array,escapedPrefix,nameSoFar,callback)}}if(invokeCallback)return callback=callback(children),invokeCallback=nameSoFar===""?"."+getElementKey(
children,0):nameSoFar,isArrayImpl(callback)?(escapedPrefix="",invokeCallback!=null&&(escapedPrefix=invokeCallback.replace(userProvidedKeyEscapeRegex,"$&/")+"/"),
mapIntoArray(callback,array,escapedPrefix,"",function(c){return c})):callback!=null&&(isValidElement(callback)&&(callback=cloneAndReplaceKey(callback,escapedPrefix+
(callback.key==null||children&&children.key===callback.key?"":(""+callback.key).replace(userProvidedKeyEscapeRegex,"$&/")+"/")+invokeCallback)),array.push(callback)),
1;invokeCallback=0;var nextNamePrefix=nameSoFar===""?".":nameSoFar+":";if(isArrayImpl(children))for(var i=0;i<children.length;i++)nameSoFar=children[i],type=nextNamePrefix+
getElementKey(nameSoFar,i),invokeCallback+=mapIntoArray(nameSoFar,array,escapedPrefix,type,callback);else if(i=getIteratorFn(children),typeof i=="function")for(children=
i.call(children),i=0;!(nameSoFar=children.next()).done;)nameSoFar=nameSoFar.value,type=nextNamePrefix+getElementKey(nameSoFar,i++),invokeCallback+=mapIntoArray(
nameSoFar,array,escapedPrefix,type,callback);else if(type==="object"){if(typeof children.then=="function")return mapIntoArray(resolveThenable(children),array,escapedPrefix,
nameSoFar,callback);throw array=String(children),Error("Objects are not valid as a React child (found: "+(array==="[object Object]"?"object with keys {"+Object.
keys(children).join(", ")+"}":array)+"). If you meant to render a collection of children, use an array instead.")}return invokeCallback}function mapChildren(children,func,context){
if(children==null)return children;var result=[],count=0;return mapIntoArray(children,result,"","",function(child){return func.call(context,child,count++)}),result}
function lazyInitializer(payload){if(payload._status===-1){var ctor=payload._result,thenable=ctor();thenable.then(function(moduleObject){(payload._status===0||payload.
_status===-1)&&(payload._status=1,payload._result=moduleObject,thenable.status===void 0&&(thenable.status="fulfilled",thenable.value=moduleObject))},function(error){
(payload._status===0||payload._status===-1)&&(payload._status=2,payload._result=error,thenable.status===void 0&&(thenable.status="rejected",thenable.reason=error))}),
payload._status===-1&&(payload._status=0,payload._result=thenable)}if(payload._status===1)return payload._result.default;throw payload._result}var reportGlobalError=typeof reportError==
"function"?reportError:function(error){if(typeof window=="object"&&typeof window.ErrorEvent=="function"){var event=new window.ErrorEvent("error",{bubbles:!0,cancelable:!0,
message:typeof error=="object"&&error!==null&&typeof error.message=="string"?String(error.message):String(error),error});if(!window.dispatchEvent(event))return}else if(typeof process==
"object"&&typeof process.emit=="function"){process.emit("uncaughtException",error);return}console.error(error)};function startTransition(scope){var prevTransition=ReactSharedInternals.
T,currentTransition={};currentTransition.types=prevTransition!==null?prevTransition.types:null,ReactSharedInternals.T=currentTransition;try{var returnValue=scope(),
onStartTransitionFinish=ReactSharedInternals.S;onStartTransitionFinish!==null&&onStartTransitionFinish(currentTransition,returnValue),typeof returnValue=="objec\
t"&&returnValue!==null&&typeof returnValue.then=="function"&&returnValue.then(noop2,reportGlobalError)}catch(error){reportGlobalError(error)}finally{prevTransition!==
null&&currentTransition.types!==null&&(prevTransition.types=currentTransition.types),ReactSharedInternals.T=prevTransition}}function addTransitionType(type){var transition=ReactSharedInternals.
T;if(transition!==null){var transitionTypes=transition.types;transitionTypes===null?transition.types=[type]:transitionTypes.indexOf(type)===-1&&transitionTypes.
push(type)}else startTransition(addTransitionType.bind(null,type))}var Children={map:mapChildren,forEach:function(children,forEachFunc,forEachContext){mapChildren(
children,function(){forEachFunc.apply(this,arguments)},forEachContext)},count:function(children){var n=0;return mapChildren(children,function(){n++}),n},toArray:function(children){
return mapChildren(children,function(child){return child})||[]},only:function(children){if(!isValidElement(children))throw Error("React.Children.only expected t\
o receive a single React element child.");return children}};exports.Activity=REACT_ACTIVITY_TYPE;exports.Children=Children;exports.Component=Component;exports.Fragment=
REACT_FRAGMENT_TYPE;exports.Profiler=REACT_PROFILER_TYPE;exports.PureComponent=PureComponent2;exports.StrictMode=REACT_STRICT_MODE_TYPE;exports.Suspense=REACT_SUSPENSE_TYPE;
exports.ViewTransition=REACT_VIEW_TRANSITION_TYPE;exports.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=ReactSharedInternals;exports.__COMPILER_RUNTIME=
{__proto__:null,c:function(size){return ReactSharedInternals.H.useMemoCache(size)}};exports.addTransitionType=addTransitionType;exports.cache=function(fn){return function(){
return fn.apply(null,arguments)}};exports.cacheSignal=function(){return null};exports.cloneElement=function(element,config,children){if(element==null)throw Error(
"The argument must be a React element, but you passed "+element+".");var props=assign({},element.props),key=element.key;if(config!=null)for(propName in config.key!==
void 0&&(key=""+config.key),config)!hasOwnProperty.call(config,propName)||propName==="key"||propName==="__self"||propName==="__source"||propName==="ref"&&config.
ref===void 0||(props[propName]=config[propName]);var propName=arguments.length-2;if(propName===1)props.children=children;else if(1<propName){for(var childArray=Array(
propName),i=0;i<propName;i++)childArray[i]=arguments[i+2];props.children=childArray}return ReactElement(element.type,key,props)};exports.createContext=function(defaultValue){
return defaultValue={$$typeof:REACT_CONTEXT_TYPE,_currentValue:defaultValue,_currentValue2:defaultValue,_threadCount:0,Provider:null,Consumer:null},defaultValue.
Provider=defaultValue,defaultValue.Consumer={$$typeof:REACT_CONSUMER_TYPE,_context:defaultValue},defaultValue};exports.createElement=function(type,config,children){
var propName,props={},key=null;if(config!=null)for(propName in config.key!==void 0&&(key=""+config.key),config)hasOwnProperty.call(config,propName)&&propName!==
"key"&&propName!=="__self"&&propName!=="__source"&&(props[propName]=config[propName]);var childrenLength=arguments.length-2;if(childrenLength===1)props.children=
children;else if(1<childrenLength){for(var childArray=Array(childrenLength),i=0;i<childrenLength;i++)childArray[i]=arguments[i+2];props.children=childArray}if(type&&
type.defaultProps)for(propName in childrenLength=type.defaultProps,childrenLength)props[propName]===void 0&&(props[propName]=childrenLength[propName]);return ReactElement(
type,key,props)};exports.createRef=function(){return{current:null}};exports.forwardRef=function(render2){return{$$typeof:REACT_FORWARD_REF_TYPE,render:render2}};
exports.isValidElement=isValidElement;exports.lazy=function(ctor){return{$$typeof:REACT_LAZY_TYPE,_payload:{_status:-1,_result:ctor},_init:lazyInitializer}};exports.
memo=function(type,compare){return{$$typeof:REACT_MEMO_TYPE,type,compare:compare===void 0?null:compare}};exports.startTransition=startTransition;exports.unstable_useCacheRefresh=
function(){return ReactSharedInternals.H.useCacheRefresh()};exports.use=function(usable){return ReactSharedInternals.H.use(usable)};exports.useActionState=function(action,initialState,permalink){
return ReactSharedInternals.H.useActionState(action,initialState,permalink)};exports.useCallback=function(callback,deps){return ReactSharedInternals.H.useCallback(
callback,deps)};exports.useContext=function(Context){return ReactSharedInternals.H.useContext(Context)};exports.useDebugValue=function(){};exports.useDeferredValue=
function(value,initialValue){return ReactSharedInternals.H.useDeferredValue(value,initialValue)};exports.useEffect=function(create3,deps){return ReactSharedInternals.
H.useEffect(create3,deps)};exports.useEffectEvent=function(callback){return ReactSharedInternals.H.useEffectEvent(callback)};exports.useId=function(){return ReactSharedInternals.
H.useId()};exports.useImperativeHandle=function(ref,create3,deps){return ReactSharedInternals.H.useImperativeHandle(ref,create3,deps)};exports.useInsertionEffect=
function(create3,deps){return ReactSharedInternals.H.useInsertionEffect(create3,deps)};exports.useLayoutEffect=function(create3,deps){return ReactSharedInternals.
H.useLayoutEffect(create3,deps)};exports.useMemo=function(create3,deps){return ReactSharedInternals.H.useMemo(create3,deps)};exports.useOptimistic=function(passthrough,reducer){
return ReactSharedInternals.H.useOptimistic(passthrough,reducer)};exports.useReducer=function(reducer,initialArg,init){return ReactSharedInternals.H.useReducer(
reducer,initialArg,init)};exports.useRef=function(initialValue){return ReactSharedInternals.H.useRef(initialValue)};exports.useState=function(initialState){return ReactSharedInternals.
H.useState(initialState)};exports.useSyncExternalStore=function(subscribe,getSnapshot,getServerSnapshot){return ReactSharedInternals.H.useSyncExternalStore(subscribe,
getSnapshot,getServerSnapshot)};exports.useTransition=function(){return ReactSharedInternals.H.useTransition()};exports.version="19.3.1"}});var require_react=__commonJS({"node_modules/react/index.js"(exports,module){"use strict";module.exports=require_react_production()}});var require_signals=__commonJS({"node_modules/ink/node_modules/signal-exit/signals.js"(exports,module){module.exports=["SIGABRT","SIGALRM","SIGHUP","SIGINT","SI\
GTERM"];process.platform!=="win32"&&module.exports.push("SIGVTALRM","SIGXCPU","SIGXFSZ","SIGUSR2","SIGTRAP","SIGSYS","SIGQUIT","SIGIOT");process.platform==="lin\
ux"&&module.exports.push("SIGIO","SIGPOLL","SIGPWR","SIGSTKFLT","SIGUNUSED")}});var require_signal_exit=__commonJS({"node_modules/ink/node_modules/signal-exit/index.js"(exports,module){var process14=global.process,processOk=function(process15){
return process15&&typeof process15=="object"&&typeof process15.removeListener=="function"&&typeof process15.emit=="function"&&typeof process15.reallyExit=="func\
tion"&&typeof process15.listeners=="function"&&typeof process15.kill=="function"&&typeof process15.pid=="number"&&typeof process15.on=="function"};processOk(process14)?
(assert=__require("assert"),signals=require_signals(),isWin=/^win/i.test(process14.platform),EE=__require("events"),typeof EE!="function"&&(EE=EE.EventEmitter),
process14.__signal_exit_emitter__?emitter=process14.__signal_exit_emitter__:(emitter=process14.__signal_exit_emitter__=new EE,emitter.count=0,emitter.emitted={}),
emitter.infinite||(emitter.setMaxListeners(1/0),emitter.infinite=!0),module.exports=function(cb,opts){if(!processOk(global.process))return function(){};assert.equal(
typeof cb,"function","a callback must be provided for exit handler"),loaded===!1&&load();var ev="exit";opts&&opts.alwaysLast&&(ev="afterexit");var remove=function(){
emitter.removeListener(ev,cb),emitter.listeners("exit").length===0&&emitter.listeners("afterexit").length===0&&unload()};return emitter.on(ev,cb),remove},unload=
function(){!loaded||!processOk(global.process)||(loaded=!1,signals.forEach(function(sig){try{process14.removeListener(sig,sigListeners[sig])}catch{}}),process14.
emit=originalProcessEmit,process14.reallyExit=originalProcessReallyExit,emitter.count-=1)},module.exports.unload=unload,emit=function(event,code,signal){emitter.
emitted[event]||(emitter.emitted[event]=!0,emitter.emit(event,code,signal))},sigListeners={},signals.forEach(function(sig){sigListeners[sig]=function(){if(processOk(
global.process)){var listeners=process14.listeners(sig);listeners.length===emitter.count&&(unload(),emit("exit",null,sig),emit("afterexit",null,sig),isWin&&sig===
"SIGHUP"&&(sig="SIGINT"),process14.kill(process14.pid,sig))}}}),module.exports.signals=function(){return signals},loaded=!1,load=function(){loaded||!processOk(global.
process)||(loaded=!0,emitter.count+=1,signals=signals.filter(function(sig){try{return process14.on(sig,sigListeners[sig]),!0}catch{return!1}}),process14.emit=processEmit,
process14.reallyExit=processReallyExit)},module.exports.load=load,originalProcessReallyExit=process14.reallyExit,processReallyExit=function(code){processOk(global.
process)&&(process14.exitCode=code||0,emit("exit",process14.exitCode,null),emit("afterexit",process14.exitCode,null),originalProcessReallyExit.call(process14,process14.
exitCode))},originalProcessEmit=process14.emit,processEmit=function(ev,arg){if(ev==="exit"&&processOk(global.process)){arg!==void 0&&(process14.exitCode=arg);var ret=originalProcessEmit.
apply(this,arguments);return emit("exit",process14.exitCode,null),emit("afterexit",process14.exitCode,null),ret}else return originalProcessEmit.apply(this,arguments)}):
module.exports=function(){return function(){}};var assert,signals,isWin,EE,emitter,unload,emit,sigListeners,loaded,load,originalProcessReallyExit,processReallyExit,
originalProcessEmit,processEmit}});var require_react_reconciler_constants_production=__commonJS({"node_modules/react-reconciler/cjs/react-reconciler-constants.production.js"(exports){"use strict";
exports.ConcurrentRoot=1;exports.ContinuousEventPriority=8;exports.DefaultEventPriority=32;exports.DiscreteEventPriority=2;exports.IdleEventPriority=268435456;exports.
LegacyRoot=0;exports.NoEventPriority=0}});var require_constants=__commonJS({"node_modules/react-reconciler/constants.js"(exports,module){"use strict";module.exports=require_react_reconciler_constants_production()}});var require_scheduler_production=__commonJS({"node_modules/scheduler/cjs/scheduler.production.js"(exports){"use strict";function push(heap,node){var index=heap.
length;heap.push(node);a:for(;0<index;){var parentIndex=index-1>>>1,parent=heap[parentIndex];if(0<compare(parent,node))heap[parentIndex]=node,heap[index]=parent,
index=parentIndex;else break a}}function peek(heap){return heap.length===0?null:heap[0]}function pop(heap){if(heap.length===0)return null;var first=heap[0],last=heap.
pop();if(last!==first){heap[0]=last;a:for(var index=0,length=heap.length,halfLength=length>>>1;index<halfLength;){var leftIndex=2*(index+1)-1,left=heap[leftIndex],
rightIndex=leftIndex+1,right=heap[rightIndex];if(0>compare(left,last))rightIndex<length&&0>compare(right,left)?(heap[index]=right,heap[rightIndex]=last,index=rightIndex):
(heap[index]=left,heap[leftIndex]=last,index=leftIndex);else if(rightIndex<length&&0>compare(right,last))heap[index]=right,heap[rightIndex]=last,index=rightIndex;else
break a}}return first}function compare(a,b){var diff2=a.sortIndex-b.sortIndex;return diff2!==0?diff2:a.id-b.id}exports.unstable_now=void 0;typeof performance=="\
object"&&typeof performance.now=="function"?(localPerformance=performance,exports.unstable_now=function(){return localPerformance.now()}):(localDate=Date,initialTime=
localDate.now(),exports.unstable_now=function(){return localDate.now()-initialTime});var localPerformance,localDate,initialTime,taskQueue=[],timerQueue=[],taskIdCounter=1,
currentTask=null,currentPriorityLevel=3,isPerformingWork=!1,isHostCallbackScheduled=!1,isHostTimeoutScheduled=!1,needsPaint=!1,localSetTimeout=typeof setTimeout==
"function"?setTimeout:null,localClearTimeout=typeof clearTimeout=="function"?clearTimeout:null,localSetImmediate=typeof setImmediate<"u"?setImmediate:null;function advanceTimers(currentTime){
for(var timer=peek(timerQueue);timer!==null;){if(timer.callback===null)pop(timerQueue);else if(timer.startTime<=currentTime)pop(timerQueue),timer.sortIndex=timer.
expirationTime,push(taskQueue,timer);else break;timer=peek(timerQueue)}}function handleTimeout(currentTime){if(isHostTimeoutScheduled=!1,advanceTimers(currentTime),
!isHostCallbackScheduled)if(peek(taskQueue)!==null)isHostCallbackScheduled=!0,isMessageLoopRunning||(isMessageLoopRunning=!0,schedulePerformWorkUntilDeadline());else{
var firstTimer=peek(timerQueue);firstTimer!==null&&requestHostTimeout(handleTimeout,firstTimer.startTime-currentTime)}}var isMessageLoopRunning=!1,taskTimeoutID=-1,
frameInterval=5,startTime=-1;function shouldYieldToHost(){return needsPaint?!0:!(exports.unstable_now()-startTime<frameInterval)}function performWorkUntilDeadline(){
if(needsPaint=!1,isMessageLoopRunning){var currentTime=exports.unstable_now();startTime=currentTime;var hasMoreWork=!0;try{a:{isHostCallbackScheduled=!1,isHostTimeoutScheduled&&
(isHostTimeoutScheduled=!1,localClearTimeout(taskTimeoutID),taskTimeoutID=-1),isPerformingWork=!0;var previousPriorityLevel=currentPriorityLevel;try{b:{for(advanceTimers(
currentTime),currentTask=peek(taskQueue);currentTask!==null&&!(currentTask.expirationTime>currentTime&&shouldYieldToHost());){var callback=currentTask.callback;
if(typeof callback=="function"){currentTask.callback=null,currentPriorityLevel=currentTask.priorityLevel;var continuationCallback=callback(currentTask.expirationTime<=
currentTime);if(currentTime=exports.unstable_now(),typeof continuationCallback=="function"){currentTask.callback=continuationCallback,advanceTimers(currentTime),
hasMoreWork=!0;break b}currentTask===peek(taskQueue)&&pop(taskQueue),advanceTimers(currentTime)}else pop(taskQueue);currentTask=peek(taskQueue)}if(currentTask!==
null)hasMoreWork=!0;else{var firstTimer=peek(timerQueue);firstTimer!==null&&requestHostTimeout(handleTimeout,firstTimer.startTime-currentTime),hasMoreWork=!1}}break a}finally{
currentTask=null,currentPriorityLevel=previousPriorityLevel,isPerformingWork=!1}hasMoreWork=void 0}}finally{hasMoreWork?schedulePerformWorkUntilDeadline():isMessageLoopRunning=
!1}}}var schedulePerformWorkUntilDeadline;typeof localSetImmediate=="function"?schedulePerformWorkUntilDeadline=function(){localSetImmediate(performWorkUntilDeadline)}:
typeof MessageChannel<"u"?(channel=new MessageChannel,port=channel.port2,channel.port1.onmessage=performWorkUntilDeadline,schedulePerformWorkUntilDeadline=function(){
port.postMessage(null)}):schedulePerformWorkUntilDeadline=function(){localSetTimeout(performWorkUntilDeadline,0)};var channel,port;function requestHostTimeout(callback,ms){
taskTimeoutID=localSetTimeout(function(){callback(exports.unstable_now())},ms)}exports.unstable_IdlePriority=5;exports.unstable_ImmediatePriority=1;exports.unstable_LowPriority=
4;exports.unstable_NormalPriority=3;exports.unstable_Profiling=null;exports.unstable_UserBlockingPriority=2;exports.unstable_cancelCallback=function(task){task.
callback=null};exports.unstable_forceFrameRate=function(fps){0>fps||125<fps?console.error("forceFrameRate takes a positive int between 0 and 125, forcing frame \
rates higher than 125 fps is not supported"):frameInterval=0<fps?Math.floor(1e3/fps):5};exports.unstable_getCurrentPriorityLevel=function(){return currentPriorityLevel};
exports.unstable_next=function(eventHandler){switch(currentPriorityLevel){case 1:case 2:case 3:var priorityLevel=3;break;default:priorityLevel=currentPriorityLevel}
var previousPriorityLevel=currentPriorityLevel;currentPriorityLevel=priorityLevel;try{return eventHandler()}finally{currentPriorityLevel=previousPriorityLevel}};
exports.unstable_requestPaint=function(){needsPaint=!0};exports.unstable_runWithPriority=function(priorityLevel,eventHandler){switch(priorityLevel){case 1:case 2:case 3:case 4:case 5:
break;default:priorityLevel=3}var previousPriorityLevel=currentPriorityLevel;currentPriorityLevel=priorityLevel;try{return eventHandler()}finally{currentPriorityLevel=
previousPriorityLevel}};exports.unstable_scheduleCallback=function(priorityLevel,callback,options){var currentTime=exports.unstable_now();switch(typeof options==
"object"&&options!==null?(options=options.delay,options=typeof options=="number"&&0<options?currentTime+options:currentTime):options=currentTime,priorityLevel){case 1:
var timeout=-1;break;case 2:timeout=250;break;case 5:timeout=1073741823;break;case 4:timeout=1e4;break;default:timeout=5e3}return timeout=options+timeout,priorityLevel=
{id:taskIdCounter++,callback,priorityLevel,startTime:options,expirationTime:timeout,sortIndex:-1},options>currentTime?(priorityLevel.sortIndex=options,push(timerQueue,
priorityLevel),peek(taskQueue)===null&&priorityLevel===peek(timerQueue)&&(isHostTimeoutScheduled?(localClearTimeout(taskTimeoutID),taskTimeoutID=-1):isHostTimeoutScheduled=
!0,requestHostTimeout(handleTimeout,options-currentTime))):(priorityLevel.sortIndex=timeout,push(taskQueue,priorityLevel),isHostCallbackScheduled||isPerformingWork||
(isHostCallbackScheduled=!0,isMessageLoopRunning||(isMessageLoopRunning=!0,schedulePerformWorkUntilDeadline()))),priorityLevel};exports.unstable_shouldYield=shouldYieldToHost;
exports.unstable_wrapCallback=function(callback){var parentPriorityLevel=currentPriorityLevel;return function(){var previousPriorityLevel=currentPriorityLevel;currentPriorityLevel=
parentPriorityLevel;try{return callback.apply(this,arguments)}finally{currentPriorityLevel=previousPriorityLevel}}}}});var require_scheduler=__commonJS({"node_modules/scheduler/index.js"(exports,module){"use strict";module.exports=require_scheduler_production()}});var require_react_reconciler_production=__commonJS({"node_modules/react-reconciler/cjs/react-reconciler.production.js"(exports,module){"use strict";module.exports=
function($$$config){function createFiber(tag,pendingProps,key,mode){return new FiberNode(tag,pendingProps,key,mode)}function noop2(){}function formatProdErrorMessage(code){
var url="https://react.dev/errors/"+code;if(1<arguments.length){url+="?args[]="+encodeURIComponent(arguments[1]);for(var i=2;i<arguments.length;i++)url+="&args[\
]="+encodeURIComponent(arguments[i])}return"Minified React error #"+code+"; visit "+url+" for the full message or use the non-minified dev environment for full \
errors and additional helpful warnings."}function getNearestMountedFiber(fiber){var node=fiber,nearestMounted=fiber;if(fiber.alternate)for(;node.return;)node=node.
return;else{fiber=node;do node=fiber,(node.flags&4098)!==0&&(nearestMounted=node.return),fiber=node.return;while(fiber)}return node.tag===3?nearestMounted:null}
function assertIsMounted(fiber){if(getNearestMountedFiber(fiber)!==fiber)throw Error(formatProdErrorMessage(188))}function findCurrentFiberUsingSlowPath(fiber){
var alternate=fiber.alternate;if(!alternate){if(alternate=getNearestMountedFiber(fiber),alternate===null)throw Error(formatProdErrorMessage(188));return alternate!==
fiber?null:fiber}for(var a=fiber,b=alternate;;){var parentA=a.return;if(parentA===null)break;var parentB=parentA.alternate;if(parentB===null){if(b=parentA.return,
b!==null){a=b;continue}break}if(parentA.child===parentB.child){for(parentB=parentA.child;parentB;){if(parentB===a)return assertIsMounted(parentA),fiber;if(parentB===
b)return assertIsMounted(parentA),alternate;parentB=parentB.sibling}throw Error(formatProdErrorMessage(188))}if(a.return!==b.return)a=parentA,b=parentB;else{for(var didFindChild=!1,
child$0=parentA.child;child$0;){if(child$0===a){didFindChild=!0,a=parentA,b=parentB;break}if(child$0===b){didFindChild=!0,b=parentA,a=parentB;break}child$0=child$0.
sibling}if(!didFindChild){for(child$0=parentB.child;child$0;){if(child$0===a){didFindChild=!0,a=parentB,b=parentA;break}if(child$0===b){didFindChild=!0,b=parentB,
a=parentA;break}child$0=child$0.sibling}if(!didFindChild)throw Error(formatProdErrorMessage(189))}}if(a.alternate!==b)throw Error(formatProdErrorMessage(190))}if(a.
tag!==3)throw Error(formatProdErrorMessage(188));return a.stateNode.current===a?fiber:alternate}function findCurrentHostFiberImpl(node){var tag=node.tag;if(tag===
5||tag===26||tag===27||tag===6)return node;for(node=node.child;node!==null;){if(tag=findCurrentHostFiberImpl(node),tag!==null)return tag;node=node.sibling}return null}
function findCurrentHostFiberWithNoPortalsImpl(node){var tag=node.tag;if(tag===5||tag===26||tag===27||tag===6)return node;for(node=node.child;node!==null;){if(node.
tag!==4&&(tag=findCurrentHostFiberWithNoPortalsImpl(node),tag!==null))return tag;node=node.sibling}return null}function getIteratorFn(maybeIterable){return maybeIterable===
null||typeof maybeIterable!="object"?null:(maybeIterable=MAYBE_ITERATOR_SYMBOL&&maybeIterable[MAYBE_ITERATOR_SYMBOL]||maybeIterable["@@iterator"],typeof maybeIterable==
"function"?maybeIterable:null)}function getComponentNameFromType(type){if(type==null)return null;if(typeof type=="function")return type.$$typeof===REACT_CLIENT_REFERENCE?
null:type.displayName||type.name||null;if(typeof type=="string")return type;switch(type){case REACT_FRAGMENT_TYPE:return"Fragment";case REACT_PROFILER_TYPE:return"\
Profiler";case REACT_STRICT_MODE_TYPE:return"StrictMode";case REACT_SUSPENSE_TYPE:return"Suspense";case REACT_SUSPENSE_LIST_TYPE:return"SuspenseList";case REACT_ACTIVITY_TYPE:
return"Activity"}if(typeof type=="object")switch(type.$$typeof){case REACT_PORTAL_TYPE:return"Portal";case REACT_CONTEXT_TYPE:return type.displayName||"Context";case REACT_CONSUMER_TYPE:
return(type._context.displayName||"Context")+".Consumer";case REACT_FORWARD_REF_TYPE:var innerType=type.render;return type=type.displayName,type||(type=innerType.
displayName||innerType.name||"",type=type!==""?"ForwardRef("+type+")":"ForwardRef"),type;case REACT_MEMO_TYPE:return innerType=type.displayName||null,innerType!==
null?innerType:getComponentNameFromType(type.type)||"Memo";case REACT_LAZY_TYPE:innerType=type._payload,type=type._init;try{return getComponentNameFromType(type(
innerType))}catch{}}return null}function createCursor(defaultValue){return{current:defaultValue}}function pop(cursor){0>index$jscomp$0||(cursor.current=valueStack[index$jscomp$0],
valueStack[index$jscomp$0]=null,index$jscomp$0--)}function push(cursor,value){index$jscomp$0++,valueStack[index$jscomp$0]=cursor.current,cursor.current=value}function clz32Fallback(x){
return x>>>=0,x===0?32:31-(log$1(x)/LN2|0)|0}function getHighestPriorityLanes(lanes){var pendingSyncLanes=lanes&42;if(pendingSyncLanes!==0)return pendingSyncLanes;
switch(lanes&-lanes){case 1:return 1;case 2:return 2;case 4:return 4;case 8:return 8;case 16:return 16;case 32:return 32;case 64:return 64;case 128:return 128;case 256:case 512:case 1024:case 2048:case 4096:case 8192:case 16384:case 32768:case 65536:case 131072:
return lanes&261888;case 262144:case 524288:case 1048576:case 2097152:return lanes&3932160;case 4194304:case 8388608:case 16777216:case 33554432:return lanes&62914560;case 67108864:
return 67108864;case 134217728:return 134217728;case 268435456:return 268435456;case 536870912:return 536870912;case 1073741824:return 0;default:return lanes}}function getNextLanes(root,wipLanes,rootHasPendingCommit){
var pendingLanes=root.pendingLanes;if(pendingLanes===0)return 0;var nextLanes=0,suspendedLanes=root.suspendedLanes,pingedLanes=root.pingedLanes;root=root.warmLanes;
var nonIdlePendingLanes=pendingLanes&134217727;return nonIdlePendingLanes!==0?(pendingLanes=nonIdlePendingLanes&~suspendedLanes,pendingLanes!==0?nextLanes=getHighestPriorityLanes(
pendingLanes):(pingedLanes&=nonIdlePendingLanes,pingedLanes!==0?nextLanes=getHighestPriorityLanes(pingedLanes):rootHasPendingCommit||(rootHasPendingCommit=nonIdlePendingLanes&
~root,rootHasPendingCommit!==0&&(nextLanes=getHighestPriorityLanes(rootHasPendingCommit))))):(nonIdlePendingLanes=pendingLanes&~suspendedLanes,nonIdlePendingLanes!==
0?nextLanes=getHighestPriorityLanes(nonIdlePendingLanes):pingedLanes!==0?nextLanes=getHighestPriorityLanes(pingedLanes):rootHasPendingCommit||(rootHasPendingCommit=
pendingLanes&~root,rootHasPendingCommit!==0&&(nextLanes=getHighestPriorityLanes(rootHasPendingCommit)))),nextLanes===0?0:wipLanes!==0&&wipLanes!==nextLanes&&(wipLanes&
suspendedLanes)===0&&(suspendedLanes=nextLanes&-nextLanes,rootHasPendingCommit=wipLanes&-wipLanes,suspendedLanes>=rootHasPendingCommit||suspendedLanes===32&&(rootHasPendingCommit&
4194048)!==0)?wipLanes:nextLanes}function checkIfRootIsPrerendering(root,renderLanes2){return(root.pendingLanes&~(root.suspendedLanes&~root.pingedLanes)&renderLanes2)===
0}function computeExpirationTime(lane,currentTime){switch(lane){case 1:case 2:case 4:case 8:case 64:return currentTime+250;case 16:case 32:case 128:case 256:case 512:case 1024:case 2048:case 4096:case 8192:case 16384:case 32768:case 65536:case 131072:case 262144:case 524288:case 1048576:case 2097152:
return currentTime+5e3;case 4194304:case 8388608:case 16777216:case 33554432:return-1;case 67108864:case 134217728:case 268435456:case 536870912:case 1073741824:
return-1;default:return-1}}function claimNextRetryLane(){var lane=nextRetryLane;return nextRetryLane<<=1,(nextRetryLane&62914560)===0&&(nextRetryLane=4194304),lane}
function createLaneMap(initial){for(var laneMap=[],i=0;31>i;i++)laneMap.push(initial);return laneMap}function markRootUpdated$1(root,updateLane){root.pendingLanes|=
updateLane,updateLane!==268435456&&(root.suspendedLanes=0,root.pingedLanes=0,root.warmLanes=0)}function markRootFinished(root,finishedLanes,remainingLanes,spawnedLane,updatedLanes,suspendedRetryLanes){
var previouslyPendingLanes=root.pendingLanes;root.pendingLanes=remainingLanes,root.suspendedLanes=0,root.pingedLanes=0,root.warmLanes=0,root.expiredLanes&=remainingLanes,
root.entangledLanes&=remainingLanes,root.errorRecoveryDisabledLanes&=remainingLanes,root.shellSuspendCounter=0;var entanglements=root.entanglements,expirationTimes=root.
expirationTimes,hiddenUpdates=root.hiddenUpdates;for(remainingLanes=previouslyPendingLanes&~remainingLanes;0<remainingLanes;){var index$5=31-clz32(remainingLanes),
lane=1<<index$5;entanglements[index$5]=0,expirationTimes[index$5]=-1;var hiddenUpdatesForLane=hiddenUpdates[index$5];if(hiddenUpdatesForLane!==null)for(hiddenUpdates[index$5]=
null,index$5=0;index$5<hiddenUpdatesForLane.length;index$5++){var update2=hiddenUpdatesForLane[index$5];update2!==null&&(update2.lane&=-536870913)}remainingLanes&=
~lane}spawnedLane!==0&&markSpawnedDeferredLane(root,spawnedLane,0),suspendedRetryLanes!==0&&updatedLanes===0&&root.tag!==0&&(root.suspendedLanes|=suspendedRetryLanes&
~(previouslyPendingLanes&~finishedLanes))}function markSpawnedDeferredLane(root,spawnedLane,entangledLanes){root.pendingLanes|=spawnedLane,root.suspendedLanes&=
~spawnedLane;var spawnedLaneIndex=31-clz32(spawnedLane);root.entangledLanes|=spawnedLane,root.entanglements[spawnedLaneIndex]=root.entanglements[spawnedLaneIndex]|
1073741824|entangledLanes&261930}function markRootEntangled(root,entangledLanes){var rootEntangledLanes=root.entangledLanes|=entangledLanes;for(root=root.entanglements;rootEntangledLanes;){
var index$6=31-clz32(rootEntangledLanes),lane=1<<index$6;lane&entangledLanes|root[index$6]&entangledLanes&&(root[index$6]|=entangledLanes),rootEntangledLanes&=~lane}}
function getBumpedLaneForHydration(root,renderLanes2){var renderLane=renderLanes2&-renderLanes2;return renderLane=(renderLane&42)!==0?1:getBumpedLaneForHydrationByLane(
renderLane),(renderLane&(root.suspendedLanes|renderLanes2))!==0?0:renderLane}function getBumpedLaneForHydrationByLane(lane){switch(lane){case 2:lane=1;break;case 8:
lane=4;break;case 32:lane=16;break;case 256:case 512:case 1024:case 2048:case 4096:case 8192:case 16384:case 32768:case 65536:case 131072:case 262144:case 524288:case 1048576:case 2097152:case 4194304:case 8388608:case 16777216:case 33554432:
lane=128;break;case 268435456:lane=134217728;break;default:lane=0}return lane}function lanesToEventPriority(lanes){return lanes&=-lanes,2<lanes?8<lanes?(lanes&134217727)!==
0?32:268435456:8:2}function setIsStrictModeForDevtools(newIsStrictMode){if(typeof log=="function"&&unstable_setDisableYieldValue(newIsStrictMode),injectedHook&&
typeof injectedHook.setStrictMode=="function")try{injectedHook.setStrictMode(rendererID,newIsStrictMode)}catch{}}function is(x,y){return x===y&&(x!==0||1/x===1/
y)||x!==x&&y!==y}function describeBuiltInComponentFrame(name){if(prefix===void 0)try{throw Error()}catch(x){var match=x.stack.trim().match(/\n( *(at )?)/);prefix=
match&&match[1]||"",suffix=-1<x.stack.indexOf(`
    at`)?" (<anonymous>)":-1<x.stack.indexOf("@")?"@unknown:0:0":""}return`
`+prefix+name+suffix}function describeNativeComponentFrame(fn,construct){if(!fn||reentry)return"";reentry=!0;var previousPrepareStackTrace=Error.prepareStackTrace;
Error.prepareStackTrace=void 0;try{var RunInRootFrame={DetermineComponentFrameRoot:function(){try{if(construct){var Fake=function(){throw Error()};if(Object.defineProperty(
Fake.prototype,"props",{set:function(){throw Error()}}),typeof Reflect=="object"&&Reflect.construct){try{Reflect.construct(Fake,[])}catch(x){var control=x}Reflect.
construct(fn,[],Fake)}else{try{Fake.call()}catch(x$8){control=x$8}fn.call(Fake.prototype)}}else{try{throw Error()}catch(x$9){control=x$9}(Fake=fn())&&typeof Fake.
catch=="function"&&Fake.catch(function(){})}}catch(sample){if(sample&&control&&typeof sample.stack=="string")return[sample.stack,control.stack]}return[null,null]}};
RunInRootFrame.DetermineComponentFrameRoot.displayName="DetermineComponentFrameRoot";var namePropDescriptor=Object.getOwnPropertyDescriptor(RunInRootFrame.DetermineComponentFrameRoot,
"name");namePropDescriptor&&namePropDescriptor.configurable&&Object.defineProperty(RunInRootFrame.DetermineComponentFrameRoot,"name",{value:"DetermineComponentF\
rameRoot"});var _RunInRootFrame$Deter=RunInRootFrame.DetermineComponentFrameRoot(),sampleStack=_RunInRootFrame$Deter[0],controlStack=_RunInRootFrame$Deter[1];if(sampleStack&&
controlStack){var sampleLines=sampleStack.split(`
`),controlLines=controlStack.split(`
`);for(namePropDescriptor=RunInRootFrame=0;RunInRootFrame<sampleLines.length&&!sampleLines[RunInRootFrame].includes("DetermineComponentFrameRoot");)RunInRootFrame++;
for(;namePropDescriptor<controlLines.length&&!controlLines[namePropDescriptor].includes("DetermineComponentFrameRoot");)namePropDescriptor++;if(RunInRootFrame===
sampleLines.length||namePropDescriptor===controlLines.length)for(RunInRootFrame=sampleLines.length-1,namePropDescriptor=controlLines.length-1;1<=RunInRootFrame&&
0<=namePropDescriptor&&sampleLines[RunInRootFrame]!==controlLines[namePropDescriptor];)namePropDescriptor--;for(;1<=RunInRootFrame&&0<=namePropDescriptor;RunInRootFrame--,
namePropDescriptor--)if(sampleLines[RunInRootFrame]!==controlLines[namePropDescriptor]){if(RunInRootFrame!==1||namePropDescriptor!==1)do if(RunInRootFrame--,namePropDescriptor--,
0>namePropDescriptor||sampleLines[RunInRootFrame]!==controlLines[namePropDescriptor]){var frame=`
`+sampleLines[RunInRootFrame].replace(" at new "," at ");return fn.displayName&&frame.includes("<anonymous>")&&(frame=frame.replace("<anonymous>",fn.displayName)),
frame}while(1<=RunInRootFrame&&0<=namePropDescriptor);break}}}finally{reentry=!1,Error.prepareStackTrace=previousPrepareStackTrace}return(previousPrepareStackTrace=
fn?fn.displayName||fn.name:"")?describeBuiltInComponentFrame(previousPrepareStackTrace):""}function describeFiber(fiber,childFiber){switch(fiber.tag){case 26:case 27:case 5:
return describeBuiltInComponentFrame(fiber.type);case 16:return describeBuiltInComponentFrame("Lazy");case 13:return fiber.child!==childFiber&&childFiber!==null?
describeBuiltInComponentFrame("Suspense Fallback"):describeBuiltInComponentFrame("Suspense");case 19:return describeBuiltInComponentFrame("SuspenseList");case 0:case 15:
return describeNativeComponentFrame(fiber.type,!1);case 11:return describeNativeComponentFrame(fiber.type.render,!1);case 1:return describeNativeComponentFrame(
fiber.type,!0);case 31:return describeBuiltInComponentFrame("Activity");default:return""}}function getStackByFiberInDevAndProd(workInProgress2){try{var info="",
previous=null;do info+=describeFiber(workInProgress2,previous),previous=workInProgress2,workInProgress2=workInProgress2.return;while(workInProgress2);return info}catch(x){
return`
Error generating stack: `+x.message+`
`+x.stack}}function createCapturedValueAtFiber(value,source){if(typeof value=="object"&&value!==null){var existing=CapturedStacks.get(value);return existing!==void 0?
existing:(source={value,source,stack:getStackByFiberInDevAndProd(source)},CapturedStacks.set(value,source),source)}return{value,source,stack:getStackByFiberInDevAndProd(
source)}}function pushTreeFork(workInProgress2,totalChildren){forkStack[forkStackIndex++]=treeForkCount,forkStack[forkStackIndex++]=treeForkProvider,treeForkProvider=
workInProgress2,treeForkCount=totalChildren}function pushTreeId(workInProgress2,totalChildren,index){idStack[idStackIndex++]=treeContextId,idStack[idStackIndex++]=
treeContextOverflow,idStack[idStackIndex++]=treeContextProvider,treeContextProvider=workInProgress2;var baseIdWithLeadingBit=treeContextId;workInProgress2=treeContextOverflow;
var baseLength=32-clz32(baseIdWithLeadingBit)-1;baseIdWithLeadingBit&=~(1<<baseLength),index+=1;var length=32-clz32(totalChildren)+baseLength;if(30<length){var numberOfOverflowBits=baseLength-
baseLength%5;length=(baseIdWithLeadingBit&(1<<numberOfOverflowBits)-1).toString(32),baseIdWithLeadingBit>>=numberOfOverflowBits,baseLength-=numberOfOverflowBits,
treeContextId=1<<32-clz32(totalChildren)+baseLength|index<<baseLength|baseIdWithLeadingBit,treeContextOverflow=length+workInProgress2}else treeContextId=1<<length|
index<<baseLength|baseIdWithLeadingBit,treeContextOverflow=workInProgress2}function pushMaterializedTreeId(workInProgress2){workInProgress2.return!==null&&(pushTreeFork(
workInProgress2,1),pushTreeId(workInProgress2,1,0))}function popTreeContext(workInProgress2){for(;workInProgress2===treeForkProvider;)treeForkProvider=forkStack[--forkStackIndex],
forkStack[forkStackIndex]=null,treeForkCount=forkStack[--forkStackIndex],forkStack[forkStackIndex]=null;for(;workInProgress2===treeContextProvider;)treeContextProvider=
idStack[--idStackIndex],idStack[idStackIndex]=null,treeContextOverflow=idStack[--idStackIndex],idStack[idStackIndex]=null,treeContextId=idStack[--idStackIndex],
idStack[idStackIndex]=null}function restoreSuspendedTreeContext(workInProgress2,suspendedContext){idStack[idStackIndex++]=treeContextId,idStack[idStackIndex++]=
treeContextOverflow,idStack[idStackIndex++]=treeContextProvider,treeContextId=suspendedContext.id,treeContextOverflow=suspendedContext.overflow,treeContextProvider=
workInProgress2}function pushHostContainer(fiber,nextRootInstance){push(rootInstanceStackCursor,nextRootInstance),push(contextFiberStackCursor,fiber),push(contextStackCursor,
null),fiber=getRootHostContext(nextRootInstance),pop(contextStackCursor),push(contextStackCursor,fiber)}function popHostContainer(){pop(contextStackCursor),pop(
contextFiberStackCursor),pop(rootInstanceStackCursor)}function pushHostContext(fiber){fiber.memoizedState!==null&&push(hostTransitionProviderCursor,fiber);var context=contextStackCursor.
current,nextContext=getChildHostContext(context,fiber.type);context!==nextContext&&(push(contextFiberStackCursor,fiber),push(contextStackCursor,nextContext))}function popHostContext(fiber){
contextFiberStackCursor.current===fiber&&(pop(contextStackCursor),pop(contextFiberStackCursor)),hostTransitionProviderCursor.current===fiber&&(pop(hostTransitionProviderCursor),
isPrimaryRenderer?HostTransitionContext._currentValue=NotPendingTransition:HostTransitionContext._currentValue2=NotPendingTransition)}function throwOnHydrationMismatch(fiber){
var error=Error(formatProdErrorMessage(418,1<arguments.length&&arguments[1]!==void 0&&arguments[1]?"text":"HTML",""));throw queueHydrationError(createCapturedValueAtFiber(
error,fiber)),HydrationMismatchException}function prepareToHydrateHostInstance(fiber,hostContext){if(!supportsHydration)throw Error(formatProdErrorMessage(175));
hydrateInstance(fiber.stateNode,fiber.type,fiber.memoizedProps,hostContext,fiber)||throwOnHydrationMismatch(fiber,!0)}function popToNextHostParent(fiber){for(hydrationParentFiber=
fiber.return;hydrationParentFiber;)switch(hydrationParentFiber.tag){case 5:case 31:case 13:rootOrSingletonContext=!1;return;case 27:case 3:rootOrSingletonContext=
!0;return;default:hydrationParentFiber=hydrationParentFiber.return}}function popHydrationState(fiber){if(!supportsHydration||fiber!==hydrationParentFiber)return!1;
if(!isHydrating)return popToNextHostParent(fiber),isHydrating=!0,!1;var tag=fiber.tag;if(supportsSingletons?tag!==3&&tag!==27&&(tag!==5||shouldDeleteUnhydratedTailInstances(
fiber.type)&&!shouldSetTextContent(fiber.type,fiber.memoizedProps))&&nextHydratableInstance&&throwOnHydrationMismatch(fiber):tag!==3&&(tag!==5||shouldDeleteUnhydratedTailInstances(
fiber.type)&&!shouldSetTextContent(fiber.type,fiber.memoizedProps))&&nextHydratableInstance&&throwOnHydrationMismatch(fiber),popToNextHostParent(fiber),tag===13){
if(!supportsHydration)throw Error(formatProdErrorMessage(316));if(fiber=fiber.memoizedState,fiber=fiber!==null?fiber.dehydrated:null,!fiber)throw Error(formatProdErrorMessage(
317));nextHydratableInstance=getNextHydratableInstanceAfterSuspenseInstance(fiber)}else if(tag===31){if(fiber=fiber.memoizedState,fiber=fiber!==null?fiber.dehydrated:
null,!fiber)throw Error(formatProdErrorMessage(317));nextHydratableInstance=getNextHydratableInstanceAfterActivityInstance(fiber)}else nextHydratableInstance=supportsSingletons&&
tag===27?getNextHydratableSiblingAfterSingleton(fiber.type,nextHydratableInstance):hydrationParentFiber?getNextHydratableSibling(fiber.stateNode):null;return!0}
function resetHydrationState(){supportsHydration&&(nextHydratableInstance=hydrationParentFiber=null,isHydrating=!1)}function upgradeHydrationErrorsToRecoverable(){
var queuedErrors=hydrationErrors;return queuedErrors!==null&&(workInProgressRootRecoverableErrors===null?workInProgressRootRecoverableErrors=queuedErrors:workInProgressRootRecoverableErrors.
push.apply(workInProgressRootRecoverableErrors,queuedErrors),hydrationErrors=null),queuedErrors}function queueHydrationError(error){hydrationErrors===null?hydrationErrors=
[error]:hydrationErrors.push(error)}function pushProvider(providerFiber,context,nextValue){isPrimaryRenderer?(push(valueCursor,context._currentValue),context._currentValue=
nextValue):(push(valueCursor,context._currentValue2),context._currentValue2=nextValue)}function popProvider(context){var currentValue=valueCursor.current;isPrimaryRenderer?
context._currentValue=currentValue:context._currentValue2=currentValue,pop(valueCursor)}function scheduleContextWorkOnParentPath(parent,renderLanes2,propagationRoot){
for(;parent!==null;){var alternate=parent.alternate;if((parent.childLanes&renderLanes2)!==renderLanes2?(parent.childLanes|=renderLanes2,alternate!==null&&(alternate.
childLanes|=renderLanes2)):alternate!==null&&(alternate.childLanes&renderLanes2)!==renderLanes2&&(alternate.childLanes|=renderLanes2),parent===propagationRoot)break;
parent=parent.return}}function propagateContextChanges(workInProgress2,contexts,renderLanes2,forcePropagateEntireTree){var fiber=workInProgress2.child;for(fiber!==
null&&(fiber.return=workInProgress2);fiber!==null;){var list=fiber.dependencies;if(list!==null){var nextFiber=fiber.child;list=list.firstContext;a:for(;list!==null;){
var dependency=list;list=fiber;for(var i=0;i<contexts.length;i++)if(dependency.context===contexts[i]){list.lanes|=renderLanes2,dependency=list.alternate,dependency!==
null&&(dependency.lanes|=renderLanes2),scheduleContextWorkOnParentPath(list.return,renderLanes2,workInProgress2),forcePropagateEntireTree||(nextFiber=null);break a}
list=dependency.next}}else if(fiber.tag===18){if(nextFiber=fiber.return,nextFiber===null)throw Error(formatProdErrorMessage(341));nextFiber.lanes|=renderLanes2,
list=nextFiber.alternate,list!==null&&(list.lanes|=renderLanes2),scheduleContextWorkOnParentPath(nextFiber,renderLanes2,workInProgress2),nextFiber=null}else nextFiber=
fiber.child;if(nextFiber!==null)nextFiber.return=fiber;else for(nextFiber=fiber;nextFiber!==null;){if(nextFiber===workInProgress2){nextFiber=null;break}if(fiber=
nextFiber.sibling,fiber!==null){fiber.return=nextFiber.return,nextFiber=fiber;break}nextFiber=nextFiber.return}fiber=nextFiber}}function propagateParentContextChanges(current,workInProgress2,renderLanes2,forcePropagateEntireTree){
current=null;for(var parent=workInProgress2,isInsidePropagationBailout=!1;parent!==null;){if(!isInsidePropagationBailout){if((parent.flags&524288)!==0)isInsidePropagationBailout=
!0;else if((parent.flags&262144)!==0)break}if(parent.tag===10){var currentParent=parent.alternate;if(currentParent===null)throw Error(formatProdErrorMessage(387));
if(currentParent=currentParent.memoizedProps,currentParent!==null){var context=parent.type;objectIs(parent.pendingProps.value,currentParent.value)||(current!==null?
current.push(context):current=[context])}}else if(parent===hostTransitionProviderCursor.current){if(currentParent=parent.alternate,currentParent===null)throw Error(
formatProdErrorMessage(387));currentParent.memoizedState.memoizedState!==parent.memoizedState.memoizedState&&(current!==null?current.push(HostTransitionContext):
current=[HostTransitionContext])}parent=parent.return}current!==null&&propagateContextChanges(workInProgress2,current,renderLanes2,forcePropagateEntireTree),workInProgress2.
flags|=262144}function checkIfContextChanged(currentDependencies){for(currentDependencies=currentDependencies.firstContext;currentDependencies!==null;){var context=currentDependencies.
context;if(!objectIs(isPrimaryRenderer?context._currentValue:context._currentValue2,currentDependencies.memoizedValue))return!0;currentDependencies=currentDependencies.
next}return!1}function prepareToReadContext(workInProgress2){currentlyRenderingFiber$1=workInProgress2,lastContextDependency=null,workInProgress2=workInProgress2.
dependencies,workInProgress2!==null&&(workInProgress2.firstContext=null)}function readContext(context){return readContextForConsumer(currentlyRenderingFiber$1,context)}
function readContextDuringReconciliation(consumer,context){return currentlyRenderingFiber$1===null&&prepareToReadContext(consumer),readContextForConsumer(consumer,
context)}function readContextForConsumer(consumer,context){var value=isPrimaryRenderer?context._currentValue:context._currentValue2;if(context={context,memoizedValue:value,
next:null},lastContextDependency===null){if(consumer===null)throw Error(formatProdErrorMessage(308));lastContextDependency=context,consumer.dependencies={lanes:0,
firstContext:context},consumer.flags|=524288}else lastContextDependency=lastContextDependency.next=context;return value}function createCache(){return{controller:new AbortControllerLocal,
data:new Map,refCount:0}}function releaseCache(cache3){cache3.refCount--,cache3.refCount===0&&scheduleCallback$2(NormalPriority,function(){cache3.controller.abort()})}
function noop$1(){}function ensureRootIsScheduled(root){root!==lastScheduledRoot&&root.next===null&&(lastScheduledRoot===null?firstScheduledRoot=lastScheduledRoot=
root:lastScheduledRoot=lastScheduledRoot.next=root),mightHavePendingSyncWork=!0,didScheduleMicrotask||(didScheduleMicrotask=!0,scheduleImmediateRootScheduleTask())}
function flushSyncWorkAcrossRoots_impl(syncTransitionLanes,onlyLegacy){if(!isFlushingWork&&mightHavePendingSyncWork){isFlushingWork=!0;do for(var didPerformSomeWork=!1,
root=firstScheduledRoot;root!==null;){if(!onlyLegacy)if(syncTransitionLanes!==0){var pendingLanes=root.pendingLanes;if(pendingLanes===0)var JSCompiler_inline_result=0;else{
var suspendedLanes=root.suspendedLanes,pingedLanes=root.pingedLanes;JSCompiler_inline_result=(1<<31-clz32(42|syncTransitionLanes)+1)-1,JSCompiler_inline_result&=
pendingLanes&~(suspendedLanes&~pingedLanes),JSCompiler_inline_result=JSCompiler_inline_result&201326741?JSCompiler_inline_result&201326741|1:JSCompiler_inline_result?
JSCompiler_inline_result|2:0}JSCompiler_inline_result!==0&&(didPerformSomeWork=!0,performSyncWorkOnRoot(root,JSCompiler_inline_result))}else JSCompiler_inline_result=
workInProgressRootRenderLanes,JSCompiler_inline_result=getNextLanes(root,root===workInProgressRoot?JSCompiler_inline_result:0,root.cancelPendingCommit!==null||root.
timeoutHandle!==noTimeout),(JSCompiler_inline_result&3)===0||checkIfRootIsPrerendering(root,JSCompiler_inline_result)||(didPerformSomeWork=!0,performSyncWorkOnRoot(
root,JSCompiler_inline_result));root=root.next}while(didPerformSomeWork);isFlushingWork=!1}}function processRootScheduleInImmediateTask(){processRootScheduleInMicrotask()}
function processRootScheduleInMicrotask(){mightHavePendingSyncWork=didScheduleMicrotask=!1;var syncTransitionLanes=0;currentEventTransitionLane!==0&&shouldAttemptEagerTransition()&&
(syncTransitionLanes=currentEventTransitionLane);for(var currentTime=now(),prev=null,root=firstScheduledRoot;root!==null;){var next=root.next,nextLanes=scheduleTaskForRootDuringMicrotask(
root,currentTime);nextLanes===0?(root.next=null,prev===null?firstScheduledRoot=next:prev.next=next,next===null&&(lastScheduledRoot=prev)):(prev=root,(syncTransitionLanes!==
0||(nextLanes&3)!==0)&&(mightHavePendingSyncWork=!0)),root=next}pendingEffectsStatus!==0&&pendingEffectsStatus!==5||flushSyncWorkAcrossRoots_impl(syncTransitionLanes,
!1),currentEventTransitionLane!==0&&(currentEventTransitionLane=0)}function scheduleTaskForRootDuringMicrotask(root,currentTime){for(var suspendedLanes=root.suspendedLanes,
pingedLanes=root.pingedLanes,expirationTimes=root.expirationTimes,lanes=root.pendingLanes&-62914561;0<lanes;){var index$3=31-clz32(lanes),lane=1<<index$3,expirationTime=expirationTimes[index$3];
expirationTime===-1?((lane&suspendedLanes)===0||(lane&pingedLanes)!==0)&&(expirationTimes[index$3]=computeExpirationTime(lane,currentTime)):expirationTime<=currentTime&&
(root.expiredLanes|=lane),lanes&=~lane}if(currentTime=workInProgressRoot,suspendedLanes=workInProgressRootRenderLanes,suspendedLanes=getNextLanes(root,root===currentTime?
suspendedLanes:0,root.cancelPendingCommit!==null||root.timeoutHandle!==noTimeout),pingedLanes=root.callbackNode,suspendedLanes===0||root===currentTime&&(workInProgressSuspendedReason===
2||workInProgressSuspendedReason===9)||root.cancelPendingCommit!==null)return pingedLanes!==null&&pingedLanes!==null&&cancelCallback$1(pingedLanes),root.callbackNode=
null,root.callbackPriority=0;if((suspendedLanes&3)===0||checkIfRootIsPrerendering(root,suspendedLanes)){if(currentTime=suspendedLanes&-suspendedLanes,currentTime===
root.callbackPriority)return currentTime;switch(pingedLanes!==null&&cancelCallback$1(pingedLanes),lanesToEventPriority(suspendedLanes)){case 2:case 8:suspendedLanes=
UserBlockingPriority;break;case 32:suspendedLanes=NormalPriority$1;break;case 268435456:suspendedLanes=IdlePriority;break;default:suspendedLanes=NormalPriority$1}
return pingedLanes=performWorkOnRootViaSchedulerTask.bind(null,root),suspendedLanes=scheduleCallback$3(suspendedLanes,pingedLanes),root.callbackPriority=currentTime,
root.callbackNode=suspendedLanes,currentTime}return pingedLanes!==null&&pingedLanes!==null&&cancelCallback$1(pingedLanes),root.callbackPriority=2,root.callbackNode=
null,2}function performWorkOnRootViaSchedulerTask(root,didTimeout){if(pendingEffectsStatus!==0&&pendingEffectsStatus!==5)return root.callbackNode=null,root.callbackPriority=
0,null;var originalCallbackNode=root.callbackNode;if(flushPendingEffects()&&root.callbackNode!==originalCallbackNode)return null;var workInProgressRootRenderLanes$jscomp$0=workInProgressRootRenderLanes;
return workInProgressRootRenderLanes$jscomp$0=getNextLanes(root,root===workInProgressRoot?workInProgressRootRenderLanes$jscomp$0:0,root.cancelPendingCommit!==null||
root.timeoutHandle!==noTimeout),workInProgressRootRenderLanes$jscomp$0===0?null:(performWorkOnRoot(root,workInProgressRootRenderLanes$jscomp$0,didTimeout),scheduleTaskForRootDuringMicrotask(
root,now()),root.callbackNode!=null&&root.callbackNode===originalCallbackNode?performWorkOnRootViaSchedulerTask.bind(null,root):null)}function performSyncWorkOnRoot(root,lanes){
if(flushPendingEffects())return null;performWorkOnRoot(root,lanes,!0)}function scheduleImmediateRootScheduleTask(){supportsMicrotasks?scheduleMicrotask(function(){
(executionContext&6)!==0?scheduleCallback$3(ImmediatePriority,processRootScheduleInImmediateTask):processRootScheduleInMicrotask()}):scheduleCallback$3(ImmediatePriority,
processRootScheduleInImmediateTask)}function requestTransitionLane(){if(currentEventTransitionLane===0){var actionScopeLane=currentEntangledLane;actionScopeLane===
0&&(actionScopeLane=nextTransitionUpdateLane,nextTransitionUpdateLane<<=1,(nextTransitionUpdateLane&261888)===0&&(nextTransitionUpdateLane=256)),currentEventTransitionLane=
actionScopeLane}return currentEventTransitionLane}function entangleAsyncAction(transition,thenable){if(currentEntangledListeners===null){var entangledListeners=currentEntangledListeners=
[];currentEntangledPendingCount=0,currentEntangledLane=requestTransitionLane(),currentEntangledActionThenable={status:"pending",value:void 0,then:function(resolve2){
entangledListeners.push(resolve2)}}}return currentEntangledPendingCount++,thenable.then(pingEngtangledActionScope,pingEngtangledActionScope),thenable}function pingEngtangledActionScope(){
if(--currentEntangledPendingCount===0&&currentEntangledListeners!==null){currentEntangledActionThenable!==null&&(currentEntangledActionThenable.status="fulfille\
d");var listeners=currentEntangledListeners;currentEntangledListeners=null,currentEntangledLane=0,currentEntangledActionThenable=null;for(var i=0;i<listeners.length;i++)
(0,listeners[i])()}}function chainThenableValue(thenable,result){var listeners=[],thenableWithOverride={status:"pending",value:null,reason:null,then:function(resolve2){
listeners.push(resolve2)}};return thenable.then(function(){thenableWithOverride.status="fulfilled",thenableWithOverride.value=result;for(var i=0;i<listeners.length;i++)
(0,listeners[i])(result)},function(error){for(thenableWithOverride.status="rejected",thenableWithOverride.reason=error,error=0;error<listeners.length;error++)(0,listeners[error])(
void 0)}),thenableWithOverride}function peekCacheFromPool(){var cacheResumedFromPreviousRender=resumedCache.current;return cacheResumedFromPreviousRender!==null?
cacheResumedFromPreviousRender:workInProgressRoot.pooledCache}function pushTransition(offscreenWorkInProgress,prevCachePool){prevCachePool===null?push(resumedCache,
resumedCache.current):push(resumedCache,prevCachePool.pool)}function getSuspendedCache(){var cacheFromPool=peekCacheFromPool();return cacheFromPool===null?null:
{parent:isPrimaryRenderer?CacheContext._currentValue:CacheContext._currentValue2,pool:cacheFromPool}}function shallowEqual(objA,objB){if(objectIs(objA,objB))return!0;
if(typeof objA!="object"||objA===null||typeof objB!="object"||objB===null)return!1;var keysA=Object.keys(objA),keysB=Object.keys(objB);if(keysA.length!==keysB.length)
return!1;for(keysB=0;keysB<keysA.length;keysB++){var currentKey=keysA[keysB];if(!hasOwnProperty.call(objB,currentKey)||!objectIs(objA[currentKey],objB[currentKey]))
return!1}return!0}function isThenableResolved(thenable){return thenable=thenable.status,thenable==="fulfilled"||thenable==="rejected"}function trackUsedThenable(thenableState2,thenable,index){
switch(index=thenableState2[index],index===void 0?thenableState2.push(thenable):index!==thenable&&(thenable.then(noop$1,noop$1),thenable=index),thenable.status){case"\
fulfilled":return thenable.value;case"rejected":throw thenableState2=thenable.reason,checkIfUseWrappedInAsyncCatch(thenableState2),thenableState2;default:if(typeof thenable.
status=="string")thenable.then(noop$1,noop$1);else{if(thenableState2=workInProgressRoot,thenableState2!==null&&100<thenableState2.shellSuspendCounter)throw Error(
formatProdErrorMessage(482));thenableState2=thenable,thenableState2.status="pending",thenableState2.then(function(fulfilledValue){if(thenable.status==="pending"){
var fulfilledThenable=thenable;fulfilledThenable.status="fulfilled",fulfilledThenable.value=fulfilledValue}},function(error){if(thenable.status==="pending"){var rejectedThenable=thenable;
rejectedThenable.status="rejected",rejectedThenable.reason=error}})}switch(thenable.status){case"fulfilled":return thenable.value;case"rejected":throw thenableState2=
thenable.reason,checkIfUseWrappedInAsyncCatch(thenableState2),thenableState2}throw suspendedThenable=thenable,SuspenseException}}function resolveLazy(lazyType){
try{var init=lazyType._init;return init(lazyType._payload)}catch(x){throw x!==null&&typeof x=="object"&&typeof x.then=="function"?(suspendedThenable=x,SuspenseException):
x}}function getSuspendedThenable(){if(suspendedThenable===null)throw Error(formatProdErrorMessage(459));var thenable=suspendedThenable;return suspendedThenable=
null,thenable}function checkIfUseWrappedInAsyncCatch(rejectedReason){if(rejectedReason===SuspenseException||rejectedReason===SuspenseActionException)throw Error(
formatProdErrorMessage(483))}function unwrapThenable(thenable){var index=thenableIndexCounter$1;return thenableIndexCounter$1+=1,thenableState$1===null&&(thenableState$1=
[]),trackUsedThenable(thenableState$1,thenable,index)}function coerceRef(workInProgress2,element){element=element.props.ref,workInProgress2.ref=element!==void 0?
element:null}function throwOnInvalidObjectTypeImpl(returnFiber,newChild){throw newChild.$$typeof===REACT_LEGACY_ELEMENT_TYPE?Error(formatProdErrorMessage(525)):
(returnFiber=Object.prototype.toString.call(newChild),Error(formatProdErrorMessage(31,returnFiber==="[object Object]"?"object with keys {"+Object.keys(newChild).
join(", ")+"}":returnFiber)))}function createChildReconciler(shouldTrackSideEffects){function deleteChild(returnFiber,childToDelete){if(shouldTrackSideEffects){
var deletions=returnFiber.deletions;deletions===null?(returnFiber.deletions=[childToDelete],returnFiber.flags|=16):deletions.push(childToDelete)}}function deleteRemainingChildren(returnFiber,currentFirstChild){
if(!shouldTrackSideEffects)return null;for(;currentFirstChild!==null;)deleteChild(returnFiber,currentFirstChild),currentFirstChild=currentFirstChild.sibling;return null}
function mapRemainingChildren(currentFirstChild){for(var existingChildren=new Map;currentFirstChild!==null;)currentFirstChild.key!==null?existingChildren.set(currentFirstChild.
key,currentFirstChild):existingChildren.set(currentFirstChild.index,currentFirstChild),currentFirstChild=currentFirstChild.sibling;return existingChildren}function useFiber(fiber,pendingProps){
return fiber=createWorkInProgress(fiber,pendingProps),fiber.index=0,fiber.sibling=null,fiber}function placeChild(newFiber,lastPlacedIndex,newIndex){return newFiber.
index=newIndex,shouldTrackSideEffects?(newIndex=newFiber.alternate,newIndex!==null?(newIndex=newIndex.index,newIndex<lastPlacedIndex?(newFiber.flags|=67108866,lastPlacedIndex):
newIndex):(newFiber.flags|=67108866,lastPlacedIndex)):(newFiber.flags|=1048576,lastPlacedIndex)}function placeSingleChild(newFiber){return shouldTrackSideEffects&&
newFiber.alternate===null&&(newFiber.flags|=67108866),newFiber}function updateTextNode(returnFiber,current,textContent,lanes){return current===null||current.tag!==
6?(current=createFiberFromText(textContent,returnFiber.mode,lanes),current.return=returnFiber,current):(current=useFiber(current,textContent),current.return=returnFiber,
current)}function updateElement(returnFiber,current,element,lanes){var elementType=element.type;return elementType===REACT_FRAGMENT_TYPE?updateFragment(returnFiber,
current,element.props.children,lanes,element.key):current!==null&&(current.elementType===elementType||typeof elementType=="object"&&elementType!==null&&elementType.
$$typeof===REACT_LAZY_TYPE&&resolveLazy(elementType)===current.type)?(current=useFiber(current,element.props),coerceRef(current,element),current.return=returnFiber,
current):(current=createFiberFromTypeAndProps(element.type,element.key,element.props,null,returnFiber.mode,lanes),coerceRef(current,element),current.return=returnFiber,
current)}function updatePortal(returnFiber,current,portal,lanes){return current===null||current.tag!==4||current.stateNode.containerInfo!==portal.containerInfo||
current.stateNode.implementation!==portal.implementation?(current=createFiberFromPortal(portal,returnFiber.mode,lanes),current.return=returnFiber,current):(current=
useFiber(current,portal.children||[]),current.return=returnFiber,current)}function updateFragment(returnFiber,current,fragment,lanes,key){return current===null||
current.tag!==7?(current=createFiberFromFragment(fragment,returnFiber.mode,lanes,key),current.return=returnFiber,current):(current=useFiber(current,fragment),current.
return=returnFiber,current)}function createChild(returnFiber,newChild,lanes){if(typeof newChild=="string"&&newChild!==""||typeof newChild=="number"||typeof newChild==
"bigint")return newChild=createFiberFromText(""+newChild,returnFiber.mode,lanes),newChild.return=returnFiber,newChild;if(typeof newChild=="object"&&newChild!==null){
switch(newChild.$$typeof){case REACT_ELEMENT_TYPE:return lanes=createFiberFromTypeAndProps(newChild.type,newChild.key,newChild.props,null,returnFiber.mode,lanes),
coerceRef(lanes,newChild),lanes.return=returnFiber,lanes;case REACT_PORTAL_TYPE:return newChild=createFiberFromPortal(newChild,returnFiber.mode,lanes),newChild.
return=returnFiber,newChild;case REACT_LAZY_TYPE:return newChild=resolveLazy(newChild),createChild(returnFiber,newChild,lanes)}if(isArrayImpl(newChild)||getIteratorFn(
newChild))return newChild=createFiberFromFragment(newChild,returnFiber.mode,lanes,null),newChild.return=returnFiber,newChild;if(typeof newChild.then=="function")
return createChild(returnFiber,unwrapThenable(newChild),lanes);if(newChild.$$typeof===REACT_CONTEXT_TYPE)return createChild(returnFiber,readContextDuringReconciliation(
returnFiber,newChild),lanes);throwOnInvalidObjectTypeImpl(returnFiber,newChild)}return null}function updateSlot(returnFiber,oldFiber,newChild,lanes){var key=oldFiber!==
null?oldFiber.key:null;if(typeof newChild=="string"&&newChild!==""||typeof newChild=="number"||typeof newChild=="bigint")return key!==null?null:updateTextNode(returnFiber,
oldFiber,""+newChild,lanes);if(typeof newChild=="object"&&newChild!==null){switch(newChild.$$typeof){case REACT_ELEMENT_TYPE:return newChild.key===key?updateElement(
returnFiber,oldFiber,newChild,lanes):null;case REACT_PORTAL_TYPE:return newChild.key===key?updatePortal(returnFiber,oldFiber,newChild,lanes):null;case REACT_LAZY_TYPE:
return newChild=resolveLazy(newChild),updateSlot(returnFiber,oldFiber,newChild,lanes)}if(isArrayImpl(newChild)||getIteratorFn(newChild))return key!==null?null:updateFragment(
returnFiber,oldFiber,newChild,lanes,null);if(typeof newChild.then=="function")return updateSlot(returnFiber,oldFiber,unwrapThenable(newChild),lanes);if(newChild.
$$typeof===REACT_CONTEXT_TYPE)return updateSlot(returnFiber,oldFiber,readContextDuringReconciliation(returnFiber,newChild),lanes);throwOnInvalidObjectTypeImpl(returnFiber,
newChild)}return null}function updateFromMap(existingChildren,returnFiber,newIdx,newChild,lanes){if(typeof newChild=="string"&&newChild!==""||typeof newChild=="\
number"||typeof newChild=="bigint")return existingChildren=existingChildren.get(newIdx)||null,updateTextNode(returnFiber,existingChildren,""+newChild,lanes);if(typeof newChild==
"object"&&newChild!==null){switch(newChild.$$typeof){case REACT_ELEMENT_TYPE:return existingChildren=existingChildren.get(newChild.key===null?newIdx:newChild.key)||
null,updateElement(returnFiber,existingChildren,newChild,lanes);case REACT_PORTAL_TYPE:return existingChildren=existingChildren.get(newChild.key===null?newIdx:newChild.
key)||null,updatePortal(returnFiber,existingChildren,newChild,lanes);case REACT_LAZY_TYPE:return newChild=resolveLazy(newChild),updateFromMap(existingChildren,returnFiber,
newIdx,newChild,lanes)}if(isArrayImpl(newChild)||getIteratorFn(newChild))return existingChildren=existingChildren.get(newIdx)||null,updateFragment(returnFiber,existingChildren,
newChild,lanes,null);if(typeof newChild.then=="function")return updateFromMap(existingChildren,returnFiber,newIdx,unwrapThenable(newChild),lanes);if(newChild.$$typeof===
REACT_CONTEXT_TYPE)return updateFromMap(existingChildren,returnFiber,newIdx,readContextDuringReconciliation(returnFiber,newChild),lanes);throwOnInvalidObjectTypeImpl(
returnFiber,newChild)}return null}function reconcileChildrenArray(returnFiber,currentFirstChild,newChildren,lanes){for(var resultingFirstChild=null,previousNewFiber=null,
oldFiber=currentFirstChild,newIdx=currentFirstChild=0,nextOldFiber=null;oldFiber!==null&&newIdx<newChildren.length;newIdx++){oldFiber.index>newIdx?(nextOldFiber=
oldFiber,oldFiber=null):nextOldFiber=oldFiber.sibling;var newFiber=updateSlot(returnFiber,oldFiber,newChildren[newIdx],lanes);if(newFiber===null){oldFiber===null&&
(oldFiber=nextOldFiber);break}shouldTrackSideEffects&&oldFiber&&newFiber.alternate===null&&deleteChild(returnFiber,oldFiber),currentFirstChild=placeChild(newFiber,
currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=newFiber:previousNewFiber.sibling=newFiber,previousNewFiber=newFiber,oldFiber=nextOldFiber}
if(newIdx===newChildren.length)return deleteRemainingChildren(returnFiber,oldFiber),isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild;if(oldFiber===
null){for(;newIdx<newChildren.length;newIdx++)oldFiber=createChild(returnFiber,newChildren[newIdx],lanes),oldFiber!==null&&(currentFirstChild=placeChild(oldFiber,
currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=oldFiber:previousNewFiber.sibling=oldFiber,previousNewFiber=oldFiber);return isHydrating&&
pushTreeFork(returnFiber,newIdx),resultingFirstChild}for(oldFiber=mapRemainingChildren(oldFiber);newIdx<newChildren.length;newIdx++)nextOldFiber=updateFromMap(oldFiber,
returnFiber,newIdx,newChildren[newIdx],lanes),nextOldFiber!==null&&(shouldTrackSideEffects&&nextOldFiber.alternate!==null&&oldFiber.delete(nextOldFiber.key===null?
newIdx:nextOldFiber.key),currentFirstChild=placeChild(nextOldFiber,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=nextOldFiber:previousNewFiber.
sibling=nextOldFiber,previousNewFiber=nextOldFiber);return shouldTrackSideEffects&&oldFiber.forEach(function(child){return deleteChild(returnFiber,child)}),isHydrating&&
pushTreeFork(returnFiber,newIdx),resultingFirstChild}function reconcileChildrenIterator(returnFiber,currentFirstChild,newChildren,lanes){if(newChildren==null)throw Error(
formatProdErrorMessage(151));for(var resultingFirstChild=null,previousNewFiber=null,oldFiber=currentFirstChild,newIdx=currentFirstChild=0,nextOldFiber=null,step2=newChildren.
next();oldFiber!==null&&!step2.done;newIdx++,step2=newChildren.next()){oldFiber.index>newIdx?(nextOldFiber=oldFiber,oldFiber=null):nextOldFiber=oldFiber.sibling;
var newFiber=updateSlot(returnFiber,oldFiber,step2.value,lanes);if(newFiber===null){oldFiber===null&&(oldFiber=nextOldFiber);break}shouldTrackSideEffects&&oldFiber&&
newFiber.alternate===null&&deleteChild(returnFiber,oldFiber),currentFirstChild=placeChild(newFiber,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=
newFiber:previousNewFiber.sibling=newFiber,previousNewFiber=newFiber,oldFiber=nextOldFiber}if(step2.done)return deleteRemainingChildren(returnFiber,oldFiber),isHydrating&&
pushTreeFork(returnFiber,newIdx),resultingFirstChild;if(oldFiber===null){for(;!step2.done;newIdx++,step2=newChildren.next())step2=createChild(returnFiber,step2.
value,lanes),step2!==null&&(currentFirstChild=placeChild(step2,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=step2:previousNewFiber.sibling=
step2,previousNewFiber=step2);return isHydrating&&pushTreeFork(returnFiber,newIdx),resultingFirstChild}for(oldFiber=mapRemainingChildren(oldFiber);!step2.done;newIdx++,
step2=newChildren.next())step2=updateFromMap(oldFiber,returnFiber,newIdx,step2.value,lanes),step2!==null&&(shouldTrackSideEffects&&step2.alternate!==null&&oldFiber.
delete(step2.key===null?newIdx:step2.key),currentFirstChild=placeChild(step2,currentFirstChild,newIdx),previousNewFiber===null?resultingFirstChild=step2:previousNewFiber.
sibling=step2,previousNewFiber=step2);return shouldTrackSideEffects&&oldFiber.forEach(function(child){return deleteChild(returnFiber,child)}),isHydrating&&pushTreeFork(
returnFiber,newIdx),resultingFirstChild}function reconcileChildFibersImpl(returnFiber,currentFirstChild,newChild,lanes){if(typeof newChild=="object"&&newChild!==
null&&newChild.type===REACT_FRAGMENT_TYPE&&newChild.key===null&&(newChild=newChild.props.children),typeof newChild=="object"&&newChild!==null){switch(newChild.$$typeof){case REACT_ELEMENT_TYPE:
a:{for(var key=newChild.key;currentFirstChild!==null;){if(currentFirstChild.key===key){if(key=newChild.type,key===REACT_FRAGMENT_TYPE){if(currentFirstChild.tag===
7){deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild.props.children),lanes.return=returnFiber,returnFiber=
lanes;break a}}else if(currentFirstChild.elementType===key||typeof key=="object"&&key!==null&&key.$$typeof===REACT_LAZY_TYPE&&resolveLazy(key)===currentFirstChild.
type){deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild.props),coerceRef(lanes,newChild),lanes.return=returnFiber,
returnFiber=lanes;break a}deleteRemainingChildren(returnFiber,currentFirstChild);break}else deleteChild(returnFiber,currentFirstChild);currentFirstChild=currentFirstChild.
sibling}newChild.type===REACT_FRAGMENT_TYPE?(lanes=createFiberFromFragment(newChild.props.children,returnFiber.mode,lanes,newChild.key),lanes.return=returnFiber,
returnFiber=lanes):(lanes=createFiberFromTypeAndProps(newChild.type,newChild.key,newChild.props,null,returnFiber.mode,lanes),coerceRef(lanes,newChild),lanes.return=
returnFiber,returnFiber=lanes)}return placeSingleChild(returnFiber);case REACT_PORTAL_TYPE:a:{for(key=newChild.key;currentFirstChild!==null;){if(currentFirstChild.
key===key)if(currentFirstChild.tag===4&&currentFirstChild.stateNode.containerInfo===newChild.containerInfo&&currentFirstChild.stateNode.implementation===newChild.
implementation){deleteRemainingChildren(returnFiber,currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild.children||[]),lanes.return=returnFiber,
returnFiber=lanes;break a}else{deleteRemainingChildren(returnFiber,currentFirstChild);break}else deleteChild(returnFiber,currentFirstChild);currentFirstChild=currentFirstChild.
sibling}lanes=createFiberFromPortal(newChild,returnFiber.mode,lanes),lanes.return=returnFiber,returnFiber=lanes}return placeSingleChild(returnFiber);case REACT_LAZY_TYPE:
return newChild=resolveLazy(newChild),reconcileChildFibersImpl(returnFiber,currentFirstChild,newChild,lanes)}if(isArrayImpl(newChild))return reconcileChildrenArray(
returnFiber,currentFirstChild,newChild,lanes);if(getIteratorFn(newChild)){if(key=getIteratorFn(newChild),typeof key!="function")throw Error(formatProdErrorMessage(
150));return newChild=key.call(newChild),reconcileChildrenIterator(returnFiber,currentFirstChild,newChild,lanes)}if(typeof newChild.then=="function")return reconcileChildFibersImpl(
returnFiber,currentFirstChild,unwrapThenable(newChild),lanes);if(newChild.$$typeof===REACT_CONTEXT_TYPE)return reconcileChildFibersImpl(returnFiber,currentFirstChild,
readContextDuringReconciliation(returnFiber,newChild),lanes);throwOnInvalidObjectTypeImpl(returnFiber,newChild)}return typeof newChild=="string"&&newChild!==""||
typeof newChild=="number"||typeof newChild=="bigint"?(newChild=""+newChild,currentFirstChild!==null&&currentFirstChild.tag===6?(deleteRemainingChildren(returnFiber,
currentFirstChild.sibling),lanes=useFiber(currentFirstChild,newChild),lanes.return=returnFiber,returnFiber=lanes):(deleteRemainingChildren(returnFiber,currentFirstChild),
lanes=createFiberFromText(newChild,returnFiber.mode,lanes),lanes.return=returnFiber,returnFiber=lanes),placeSingleChild(returnFiber)):deleteRemainingChildren(returnFiber,
currentFirstChild)}return function(returnFiber,currentFirstChild,newChild,lanes){try{thenableIndexCounter$1=0;var firstChildFiber=reconcileChildFibersImpl(returnFiber,
currentFirstChild,newChild,lanes);return thenableState$1=null,firstChildFiber}catch(x){if(x===SuspenseException||x===SuspenseActionException)throw x;var fiber=createFiber(
29,x,null,returnFiber.mode);return fiber.lanes=lanes,fiber.return=returnFiber,fiber}}}function finishQueueingConcurrentUpdates(){for(var endIndex=concurrentQueuesIndex,
i=concurrentlyUpdatedLanes=concurrentQueuesIndex=0;i<endIndex;){var fiber=concurrentQueues[i];concurrentQueues[i++]=null;var queue=concurrentQueues[i];concurrentQueues[i++]=
null;var update2=concurrentQueues[i];concurrentQueues[i++]=null;var lane=concurrentQueues[i];if(concurrentQueues[i++]=null,queue!==null&&update2!==null){var pending=queue.
pending;pending===null?update2.next=update2:(update2.next=pending.next,pending.next=update2),queue.pending=update2}lane!==0&&markUpdateLaneFromFiberToRoot(fiber,
update2,lane)}}function enqueueUpdate$1(fiber,queue,update2,lane){concurrentQueues[concurrentQueuesIndex++]=fiber,concurrentQueues[concurrentQueuesIndex++]=queue,
concurrentQueues[concurrentQueuesIndex++]=update2,concurrentQueues[concurrentQueuesIndex++]=lane,concurrentlyUpdatedLanes|=lane,fiber.lanes|=lane,fiber=fiber.alternate,
fiber!==null&&(fiber.lanes|=lane)}function enqueueConcurrentHookUpdate(fiber,queue,update2,lane){return enqueueUpdate$1(fiber,queue,update2,lane),getRootForUpdatedFiber(
fiber)}function enqueueConcurrentRenderForLane(fiber,lane){return enqueueUpdate$1(fiber,null,null,lane),getRootForUpdatedFiber(fiber)}function markUpdateLaneFromFiberToRoot(sourceFiber,update2,lane){
sourceFiber.lanes|=lane;var alternate=sourceFiber.alternate;alternate!==null&&(alternate.lanes|=lane);for(var isHidden2=!1,parent=sourceFiber.return;parent!==null;)
parent.childLanes|=lane,alternate=parent.alternate,alternate!==null&&(alternate.childLanes|=lane),parent.tag===22&&(sourceFiber=parent.stateNode,sourceFiber===null||
sourceFiber._visibility&1||(isHidden2=!0)),sourceFiber=parent,parent=parent.return;return sourceFiber.tag===3?(parent=sourceFiber.stateNode,isHidden2&&update2!==
null&&(isHidden2=31-clz32(lane),sourceFiber=parent.hiddenUpdates,alternate=sourceFiber[isHidden2],alternate===null?sourceFiber[isHidden2]=[update2]:alternate.push(
update2),update2.lane=lane|536870912),parent):null}function getRootForUpdatedFiber(sourceFiber){if(50<nestedUpdateCount)throw nestedUpdateCount=0,rootWithNestedUpdates=
null,Error(formatProdErrorMessage(185));for(var parent=sourceFiber.return;parent!==null;)sourceFiber=parent,parent=sourceFiber.return;return sourceFiber.tag===3?
sourceFiber.stateNode:null}function initializeUpdateQueue(fiber){fiber.updateQueue={baseState:fiber.memoizedState,firstBaseUpdate:null,lastBaseUpdate:null,shared:{
pending:null,lanes:0,hiddenCallbacks:null},callbacks:null}}function cloneUpdateQueue(current,workInProgress2){current=current.updateQueue,workInProgress2.updateQueue===
current&&(workInProgress2.updateQueue={baseState:current.baseState,firstBaseUpdate:current.firstBaseUpdate,lastBaseUpdate:current.lastBaseUpdate,shared:current.
shared,callbacks:null})}function createUpdate(lane){return{lane,tag:0,payload:null,callback:null,next:null}}function enqueueUpdate(fiber,update2,lane){var updateQueue=fiber.
updateQueue;if(updateQueue===null)return null;if(updateQueue=updateQueue.shared,(executionContext&2)!==0){var pending=updateQueue.pending;return pending===null?
update2.next=update2:(update2.next=pending.next,pending.next=update2),updateQueue.pending=update2,update2=getRootForUpdatedFiber(fiber),markUpdateLaneFromFiberToRoot(
fiber,null,lane),update2}return enqueueUpdate$1(fiber,updateQueue,update2,lane),getRootForUpdatedFiber(fiber)}function entangleTransitions(root,fiber,lane){if(fiber=
fiber.updateQueue,fiber!==null&&(fiber=fiber.shared,(lane&4194048)!==0)){var queueLanes=fiber.lanes;queueLanes&=root.pendingLanes,lane|=queueLanes,fiber.lanes=lane,
markRootEntangled(root,lane)}}function enqueueCapturedUpdate(workInProgress2,capturedUpdate){var queue=workInProgress2.updateQueue,current=workInProgress2.alternate;
if(current!==null&&(current=current.updateQueue,queue===current)){var newFirst=null,newLast=null;if(queue=queue.firstBaseUpdate,queue!==null){do{var clone={lane:queue.
lane,tag:queue.tag,payload:queue.payload,callback:null,next:null};newLast===null?newFirst=newLast=clone:newLast=newLast.next=clone,queue=queue.next}while(queue!==
null);newLast===null?newFirst=newLast=capturedUpdate:newLast=newLast.next=capturedUpdate}else newFirst=newLast=capturedUpdate;queue={baseState:current.baseState,
firstBaseUpdate:newFirst,lastBaseUpdate:newLast,shared:current.shared,callbacks:current.callbacks},workInProgress2.updateQueue=queue;return}workInProgress2=queue.
lastBaseUpdate,workInProgress2===null?queue.firstBaseUpdate=capturedUpdate:workInProgress2.next=capturedUpdate,queue.lastBaseUpdate=capturedUpdate}function suspendIfUpdateReadFromEntangledAsyncAction(){
if(didReadFromEntangledAsyncAction){var entangledActionThenable=currentEntangledActionThenable;if(entangledActionThenable!==null)throw entangledActionThenable}}
function processUpdateQueue(workInProgress$jscomp$0,props,instance$jscomp$0,renderLanes2){didReadFromEntangledAsyncAction=!1;var queue=workInProgress$jscomp$0.updateQueue;
hasForceUpdate=!1;var firstBaseUpdate=queue.firstBaseUpdate,lastBaseUpdate=queue.lastBaseUpdate,pendingQueue=queue.shared.pending;if(pendingQueue!==null){queue.
shared.pending=null;var lastPendingUpdate=pendingQueue,firstPendingUpdate=lastPendingUpdate.next;lastPendingUpdate.next=null,lastBaseUpdate===null?firstBaseUpdate=
firstPendingUpdate:lastBaseUpdate.next=firstPendingUpdate,lastBaseUpdate=lastPendingUpdate;var current=workInProgress$jscomp$0.alternate;current!==null&&(current=
current.updateQueue,pendingQueue=current.lastBaseUpdate,pendingQueue!==lastBaseUpdate&&(pendingQueue===null?current.firstBaseUpdate=firstPendingUpdate:pendingQueue.
next=firstPendingUpdate,current.lastBaseUpdate=lastPendingUpdate))}if(firstBaseUpdate!==null){var newState=queue.baseState;lastBaseUpdate=0,current=firstPendingUpdate=
lastPendingUpdate=null,pendingQueue=firstBaseUpdate;do{var updateLane=pendingQueue.lane&-536870913,isHiddenUpdate=updateLane!==pendingQueue.lane;if(isHiddenUpdate?
(workInProgressRootRenderLanes&updateLane)===updateLane:(renderLanes2&updateLane)===updateLane){updateLane!==0&&updateLane===currentEntangledLane&&(didReadFromEntangledAsyncAction=
!0),current!==null&&(current=current.next={lane:0,tag:pendingQueue.tag,payload:pendingQueue.payload,callback:null,next:null});a:{var workInProgress2=workInProgress$jscomp$0,
update2=pendingQueue;updateLane=props;var instance=instance$jscomp$0;switch(update2.tag){case 1:if(workInProgress2=update2.payload,typeof workInProgress2=="func\
tion"){newState=workInProgress2.call(instance,newState,updateLane);break a}newState=workInProgress2;break a;case 3:workInProgress2.flags=workInProgress2.flags&-65537|
128;case 0:if(workInProgress2=update2.payload,updateLane=typeof workInProgress2=="function"?workInProgress2.call(instance,newState,updateLane):workInProgress2,updateLane==
null)break a;newState=assign({},newState,updateLane);break a;case 2:hasForceUpdate=!0}}updateLane=pendingQueue.callback,updateLane!==null&&(workInProgress$jscomp$0.
flags|=64,isHiddenUpdate&&(workInProgress$jscomp$0.flags|=8192),isHiddenUpdate=queue.callbacks,isHiddenUpdate===null?queue.callbacks=[updateLane]:isHiddenUpdate.
push(updateLane))}else isHiddenUpdate={lane:updateLane,tag:pendingQueue.tag,payload:pendingQueue.payload,callback:pendingQueue.callback,next:null},current===null?
(firstPendingUpdate=current=isHiddenUpdate,lastPendingUpdate=newState):current=current.next=isHiddenUpdate,lastBaseUpdate|=updateLane;if(pendingQueue=pendingQueue.
next,pendingQueue===null){if(pendingQueue=queue.shared.pending,pendingQueue===null)break;isHiddenUpdate=pendingQueue,pendingQueue=isHiddenUpdate.next,isHiddenUpdate.
next=null,queue.lastBaseUpdate=isHiddenUpdate,queue.shared.pending=null}}while(!0);current===null&&(lastPendingUpdate=newState),queue.baseState=lastPendingUpdate,
queue.firstBaseUpdate=firstPendingUpdate,queue.lastBaseUpdate=current,firstBaseUpdate===null&&(queue.shared.lanes=0),workInProgressRootSkippedLanes|=lastBaseUpdate,
workInProgress$jscomp$0.lanes=lastBaseUpdate,workInProgress$jscomp$0.memoizedState=newState}}function callCallback(callback,context){if(typeof callback!="functi\
on")throw Error(formatProdErrorMessage(191,callback));callback.call(context)}function commitCallbacks(updateQueue,context){var callbacks=updateQueue.callbacks;if(callbacks!==
null)for(updateQueue.callbacks=null,updateQueue=0;updateQueue<callbacks.length;updateQueue++)callCallback(callbacks[updateQueue],context)}function pushHiddenContext(fiber,context){
fiber=entangledRenderLanes,push(prevEntangledRenderLanesCursor,fiber),push(currentTreeHiddenStackCursor,context),entangledRenderLanes=fiber|context.baseLanes}function reuseHiddenContextOnStack(){
push(prevEntangledRenderLanesCursor,entangledRenderLanes),push(currentTreeHiddenStackCursor,currentTreeHiddenStackCursor.current)}function popHiddenContext(){entangledRenderLanes=
prevEntangledRenderLanesCursor.current,pop(currentTreeHiddenStackCursor),pop(prevEntangledRenderLanesCursor)}function pushPrimaryTreeSuspenseHandler(handler){var current=handler.
alternate;push(suspenseStackCursor,suspenseStackCursor.current&1),push(suspenseHandlerStackCursor,handler),shellBoundary===null&&(current===null||currentTreeHiddenStackCursor.
current!==null||current.memoizedState!==null)&&(shellBoundary=handler)}function pushDehydratedActivitySuspenseHandler(fiber){push(suspenseStackCursor,suspenseStackCursor.
current),push(suspenseHandlerStackCursor,fiber),shellBoundary===null&&(shellBoundary=fiber)}function pushOffscreenSuspenseHandler(fiber){fiber.tag===22?(push(suspenseStackCursor,
suspenseStackCursor.current),push(suspenseHandlerStackCursor,fiber),shellBoundary===null&&(shellBoundary=fiber)):reuseSuspenseHandlerOnStack(fiber)}function reuseSuspenseHandlerOnStack(){
push(suspenseStackCursor,suspenseStackCursor.current),push(suspenseHandlerStackCursor,suspenseHandlerStackCursor.current)}function popSuspenseHandler(fiber){pop(
suspenseHandlerStackCursor),shellBoundary===fiber&&(shellBoundary=null),pop(suspenseStackCursor)}function findFirstSuspended(row){for(var node=row;node!==null;){
if(node.tag===13){var state=node.memoizedState;if(state!==null&&(state=state.dehydrated,state===null||isSuspenseInstancePending(state)||isSuspenseInstanceFallback(
state)))return node}else if(node.tag===19&&(node.memoizedProps.revealOrder==="forwards"||node.memoizedProps.revealOrder==="backwards"||node.memoizedProps.revealOrder===
"unstable_legacy-backwards"||node.memoizedProps.revealOrder==="together")){if((node.flags&128)!==0)return node}else if(node.child!==null){node.child.return=node,
node=node.child;continue}if(node===row)break;for(;node.sibling===null;){if(node.return===null||node.return===row)return null;node=node.return}node.sibling.return=
node.return,node=node.sibling}return null}function throwInvalidHookError(){throw Error(formatProdErrorMessage(321))}function areHookInputsEqual(nextDeps,prevDeps){
if(prevDeps===null)return!1;for(var i=0;i<prevDeps.length&&i<nextDeps.length;i++)if(!objectIs(nextDeps[i],prevDeps[i]))return!1;return!0}function renderWithHooks(current,workInProgress2,Component,props,secondArg,nextRenderLanes){
return renderLanes=nextRenderLanes,currentlyRenderingFiber=workInProgress2,workInProgress2.memoizedState=null,workInProgress2.updateQueue=null,workInProgress2.lanes=
0,ReactSharedInternals.H=current===null||current.memoizedState===null?HooksDispatcherOnMount:HooksDispatcherOnUpdate,shouldDoubleInvokeUserFnsInHooksDEV=!1,nextRenderLanes=
Component(props,secondArg),shouldDoubleInvokeUserFnsInHooksDEV=!1,didScheduleRenderPhaseUpdateDuringThisPass&&(nextRenderLanes=renderWithHooksAgain(workInProgress2,
Component,props,secondArg)),finishRenderingHooks(current),nextRenderLanes}function finishRenderingHooks(current){ReactSharedInternals.H=ContextOnlyDispatcher;var didRenderTooFewHooks=currentHook!==
null&&currentHook.next!==null;if(renderLanes=0,workInProgressHook=currentHook=currentlyRenderingFiber=null,didScheduleRenderPhaseUpdate=!1,thenableIndexCounter=
0,thenableState=null,didRenderTooFewHooks)throw Error(formatProdErrorMessage(300));current===null||didReceiveUpdate||(current=current.dependencies,current!==null&&
checkIfContextChanged(current)&&(didReceiveUpdate=!0))}function renderWithHooksAgain(workInProgress2,Component,props,secondArg){currentlyRenderingFiber=workInProgress2;
var numberOfReRenders=0;do{if(didScheduleRenderPhaseUpdateDuringThisPass&&(thenableState=null),thenableIndexCounter=0,didScheduleRenderPhaseUpdateDuringThisPass=
!1,25<=numberOfReRenders)throw Error(formatProdErrorMessage(301));if(numberOfReRenders+=1,workInProgressHook=currentHook=null,workInProgress2.updateQueue!=null){
var children=workInProgress2.updateQueue;children.lastEffect=null,children.events=null,children.stores=null,children.memoCache!=null&&(children.memoCache.index=
0)}ReactSharedInternals.H=HooksDispatcherOnRerender,children=Component(props,secondArg)}while(didScheduleRenderPhaseUpdateDuringThisPass);return children}function TransitionAwareHostComponent(){
var dispatcher=ReactSharedInternals.H,maybeThenable=dispatcher.useState()[0];return maybeThenable=typeof maybeThenable.then=="function"?useThenable(maybeThenable):
maybeThenable,dispatcher=dispatcher.useState()[0],(currentHook!==null?currentHook.memoizedState:null)!==dispatcher&&(currentlyRenderingFiber.flags|=1024),maybeThenable}
function checkDidRenderIdHook(){var didRenderIdHook=localIdCounter!==0;return localIdCounter=0,didRenderIdHook}function bailoutHooks(current,workInProgress2,lanes){
workInProgress2.updateQueue=current.updateQueue,workInProgress2.flags&=-2053,current.lanes&=~lanes}function resetHooksOnUnwind(workInProgress2){if(didScheduleRenderPhaseUpdate){
for(workInProgress2=workInProgress2.memoizedState;workInProgress2!==null;){var queue=workInProgress2.queue;queue!==null&&(queue.pending=null),workInProgress2=workInProgress2.
next}didScheduleRenderPhaseUpdate=!1}renderLanes=0,workInProgressHook=currentHook=currentlyRenderingFiber=null,didScheduleRenderPhaseUpdateDuringThisPass=!1,thenableIndexCounter=
localIdCounter=0,thenableState=null}function mountWorkInProgressHook(){var hook={memoizedState:null,baseState:null,baseQueue:null,queue:null,next:null};return workInProgressHook===
null?currentlyRenderingFiber.memoizedState=workInProgressHook=hook:workInProgressHook=workInProgressHook.next=hook,workInProgressHook}function updateWorkInProgressHook(){
if(currentHook===null){var nextCurrentHook=currentlyRenderingFiber.alternate;nextCurrentHook=nextCurrentHook!==null?nextCurrentHook.memoizedState:null}else nextCurrentHook=
currentHook.next;var nextWorkInProgressHook=workInProgressHook===null?currentlyRenderingFiber.memoizedState:workInProgressHook.next;if(nextWorkInProgressHook!==
null)workInProgressHook=nextWorkInProgressHook,currentHook=nextCurrentHook;else{if(nextCurrentHook===null)throw currentlyRenderingFiber.alternate===null?Error(formatProdErrorMessage(
467)):Error(formatProdErrorMessage(310));currentHook=nextCurrentHook,nextCurrentHook={memoizedState:currentHook.memoizedState,baseState:currentHook.baseState,baseQueue:currentHook.
baseQueue,queue:currentHook.queue,next:null},workInProgressHook===null?currentlyRenderingFiber.memoizedState=workInProgressHook=nextCurrentHook:workInProgressHook=
workInProgressHook.next=nextCurrentHook}return workInProgressHook}function createFunctionComponentUpdateQueue(){return{lastEffect:null,events:null,stores:null,memoCache:null}}
function useThenable(thenable){var index=thenableIndexCounter;return thenableIndexCounter+=1,thenableState===null&&(thenableState=[]),thenable=trackUsedThenable(
thenableState,thenable,index),index=currentlyRenderingFiber,(workInProgressHook===null?index.memoizedState:workInProgressHook.next)===null&&(index=index.alternate,
ReactSharedInternals.H=index===null||index.memoizedState===null?HooksDispatcherOnMount:HooksDispatcherOnUpdate),thenable}function use(usable){if(usable!==null&&
typeof usable=="object"){if(typeof usable.then=="function")return useThenable(usable);if(usable.$$typeof===REACT_CONTEXT_TYPE)return readContext(usable)}throw Error(
formatProdErrorMessage(438,String(usable)))}function useMemoCache(size){var memoCache=null,updateQueue=currentlyRenderingFiber.updateQueue;if(updateQueue!==null&&
(memoCache=updateQueue.memoCache),memoCache==null){var current=currentlyRenderingFiber.alternate;current!==null&&(current=current.updateQueue,current!==null&&(current=
current.memoCache,current!=null&&(memoCache={data:current.data.map(function(array){return array.slice()}),index:0})))}if(memoCache==null&&(memoCache={data:[],index:0}),
updateQueue===null&&(updateQueue=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=updateQueue),updateQueue.memoCache=memoCache,updateQueue=
memoCache.data[memoCache.index],updateQueue===void 0)for(updateQueue=memoCache.data[memoCache.index]=Array(size),current=0;current<size;current++)updateQueue[current]=
REACT_MEMO_CACHE_SENTINEL;return memoCache.index++,updateQueue}function basicStateReducer(state,action){return typeof action=="function"?action(state):action}function updateReducer(reducer){
var hook=updateWorkInProgressHook();return updateReducerImpl(hook,currentHook,reducer)}function updateReducerImpl(hook,current,reducer){var queue=hook.queue;if(queue===
null)throw Error(formatProdErrorMessage(311));queue.lastRenderedReducer=reducer;var baseQueue=hook.baseQueue,pendingQueue=queue.pending;if(pendingQueue!==null){
if(baseQueue!==null){var baseFirst=baseQueue.next;baseQueue.next=pendingQueue.next,pendingQueue.next=baseFirst}current.baseQueue=baseQueue=pendingQueue,queue.pending=
null}if(pendingQueue=hook.baseState,baseQueue===null)hook.memoizedState=pendingQueue;else{current=baseQueue.next;var newBaseQueueFirst=baseFirst=null,newBaseQueueLast=null,
update2=current,didReadFromEntangledAsyncAction$51=!1;do{var updateLane=update2.lane&-536870913;if(updateLane!==update2.lane?(workInProgressRootRenderLanes&updateLane)===
updateLane:(renderLanes&updateLane)===updateLane){var revertLane=update2.revertLane;if(revertLane===0)newBaseQueueLast!==null&&(newBaseQueueLast=newBaseQueueLast.
next={lane:0,revertLane:0,gesture:null,action:update2.action,hasEagerState:update2.hasEagerState,eagerState:update2.eagerState,next:null}),updateLane===currentEntangledLane&&
(didReadFromEntangledAsyncAction$51=!0);else if((renderLanes&revertLane)===revertLane){update2=update2.next,revertLane===currentEntangledLane&&(didReadFromEntangledAsyncAction$51=
!0);continue}else updateLane={lane:0,revertLane:update2.revertLane,gesture:null,action:update2.action,hasEagerState:update2.hasEagerState,eagerState:update2.eagerState,
next:null},newBaseQueueLast===null?(newBaseQueueFirst=newBaseQueueLast=updateLane,baseFirst=pendingQueue):newBaseQueueLast=newBaseQueueLast.next=updateLane,currentlyRenderingFiber.
lanes|=revertLane,workInProgressRootSkippedLanes|=revertLane;updateLane=update2.action,shouldDoubleInvokeUserFnsInHooksDEV&&reducer(pendingQueue,updateLane),pendingQueue=
update2.hasEagerState?update2.eagerState:reducer(pendingQueue,updateLane)}else revertLane={lane:updateLane,revertLane:update2.revertLane,gesture:update2.gesture,
action:update2.action,hasEagerState:update2.hasEagerState,eagerState:update2.eagerState,next:null},newBaseQueueLast===null?(newBaseQueueFirst=newBaseQueueLast=revertLane,
baseFirst=pendingQueue):newBaseQueueLast=newBaseQueueLast.next=revertLane,currentlyRenderingFiber.lanes|=updateLane,workInProgressRootSkippedLanes|=updateLane;update2=
update2.next}while(update2!==null&&update2!==current);if(newBaseQueueLast===null?baseFirst=pendingQueue:newBaseQueueLast.next=newBaseQueueFirst,!objectIs(pendingQueue,
hook.memoizedState)&&(didReceiveUpdate=!0,didReadFromEntangledAsyncAction$51&&(reducer=currentEntangledActionThenable,reducer!==null)))throw reducer;hook.memoizedState=
pendingQueue,hook.baseState=baseFirst,hook.baseQueue=newBaseQueueLast,queue.lastRenderedState=pendingQueue}return baseQueue===null&&(queue.lanes=0),[hook.memoizedState,
queue.dispatch]}function rerenderReducer(reducer){var hook=updateWorkInProgressHook(),queue=hook.queue;if(queue===null)throw Error(formatProdErrorMessage(311));
queue.lastRenderedReducer=reducer;var dispatch=queue.dispatch,lastRenderPhaseUpdate=queue.pending,newState=hook.memoizedState;if(lastRenderPhaseUpdate!==null){queue.
pending=null;var update2=lastRenderPhaseUpdate=lastRenderPhaseUpdate.next;do newState=reducer(newState,update2.action),update2=update2.next;while(update2!==lastRenderPhaseUpdate);
objectIs(newState,hook.memoizedState)||(didReceiveUpdate=!0),hook.memoizedState=newState,hook.baseQueue===null&&(hook.baseState=newState),queue.lastRenderedState=
newState}return[newState,dispatch]}function updateSyncExternalStore(subscribe,getSnapshot,getServerSnapshot){var fiber=currentlyRenderingFiber,hook=updateWorkInProgressHook(),
isHydrating$jscomp$0=isHydrating;if(isHydrating$jscomp$0){if(getServerSnapshot===void 0)throw Error(formatProdErrorMessage(407));getServerSnapshot=getServerSnapshot()}else
getServerSnapshot=getSnapshot();var snapshotChanged=!objectIs((currentHook||hook).memoizedState,getServerSnapshot);if(snapshotChanged&&(hook.memoizedState=getServerSnapshot,
didReceiveUpdate=!0),hook=hook.queue,updateEffect(subscribeToStore.bind(null,fiber,hook,subscribe),[subscribe]),hook.getSnapshot!==getSnapshot||snapshotChanged||
workInProgressHook!==null&&workInProgressHook.memoizedState.tag&1){if(fiber.flags|=2048,pushSimpleEffect(9,{destroy:void 0},updateStoreInstance.bind(null,fiber,
hook,getServerSnapshot,getSnapshot),null),workInProgressRoot===null)throw Error(formatProdErrorMessage(349));isHydrating$jscomp$0||(renderLanes&127)!==0||pushStoreConsistencyCheck(
fiber,getSnapshot,getServerSnapshot)}return getServerSnapshot}function pushStoreConsistencyCheck(fiber,getSnapshot,renderedSnapshot){fiber.flags|=16384,fiber={getSnapshot,
value:renderedSnapshot},getSnapshot=currentlyRenderingFiber.updateQueue,getSnapshot===null?(getSnapshot=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.
updateQueue=getSnapshot,getSnapshot.stores=[fiber]):(renderedSnapshot=getSnapshot.stores,renderedSnapshot===null?getSnapshot.stores=[fiber]:renderedSnapshot.push(
fiber))}function updateStoreInstance(fiber,inst,nextSnapshot,getSnapshot){inst.value=nextSnapshot,inst.getSnapshot=getSnapshot,checkIfSnapshotChanged(inst)&&forceStoreRerender(
fiber)}function subscribeToStore(fiber,inst,subscribe){return subscribe(function(){checkIfSnapshotChanged(inst)&&forceStoreRerender(fiber)})}function checkIfSnapshotChanged(inst){
var latestGetSnapshot=inst.getSnapshot;inst=inst.value;try{var nextValue=latestGetSnapshot();return!objectIs(inst,nextValue)}catch{return!0}}function forceStoreRerender(fiber){
var root=enqueueConcurrentRenderForLane(fiber,2);root!==null&&scheduleUpdateOnFiber(root,fiber,2)}function mountStateImpl(initialState){var hook=mountWorkInProgressHook();
if(typeof initialState=="function"){var initialStateInitializer=initialState;if(initialState=initialStateInitializer(),shouldDoubleInvokeUserFnsInHooksDEV){setIsStrictModeForDevtools(
!0);try{initialStateInitializer()}finally{setIsStrictModeForDevtools(!1)}}}return hook.memoizedState=hook.baseState=initialState,hook.queue={pending:null,lanes:0,
dispatch:null,lastRenderedReducer:basicStateReducer,lastRenderedState:initialState},hook}function updateOptimisticImpl(hook,current,passthrough,reducer){return hook.
baseState=passthrough,updateReducerImpl(hook,currentHook,typeof reducer=="function"?reducer:basicStateReducer)}function dispatchActionState(fiber,actionQueue,setPendingState,setState,payload){
if(isRenderPhaseUpdate(fiber))throw Error(formatProdErrorMessage(485));if(fiber=actionQueue.action,fiber!==null){var actionNode={payload,action:fiber,next:null,
isTransition:!0,status:"pending",value:null,reason:null,listeners:[],then:function(listener){actionNode.listeners.push(listener)}};ReactSharedInternals.T!==null?
setPendingState(!0):actionNode.isTransition=!1,setState(actionNode),setPendingState=actionQueue.pending,setPendingState===null?(actionNode.next=actionQueue.pending=
actionNode,runActionStateAction(actionQueue,actionNode)):(actionNode.next=setPendingState.next,actionQueue.pending=setPendingState.next=actionNode)}}function runActionStateAction(actionQueue,node){
var action=node.action,payload=node.payload,prevState=actionQueue.state;if(node.isTransition){var prevTransition=ReactSharedInternals.T,currentTransition={};ReactSharedInternals.
T=currentTransition;try{var returnValue=action(prevState,payload),onStartTransitionFinish=ReactSharedInternals.S;onStartTransitionFinish!==null&&onStartTransitionFinish(
currentTransition,returnValue),handleActionReturnValue(actionQueue,node,returnValue)}catch(error){onActionError(actionQueue,node,error)}finally{prevTransition!==
null&&currentTransition.types!==null&&(prevTransition.types=currentTransition.types),ReactSharedInternals.T=prevTransition}}else try{prevTransition=action(prevState,
payload),handleActionReturnValue(actionQueue,node,prevTransition)}catch(error$55){onActionError(actionQueue,node,error$55)}}function handleActionReturnValue(actionQueue,node,returnValue){
returnValue!==null&&typeof returnValue=="object"&&typeof returnValue.then=="function"?returnValue.then(function(nextState){onActionSuccess(actionQueue,node,nextState)},
function(error){return onActionError(actionQueue,node,error)}):onActionSuccess(actionQueue,node,returnValue)}function onActionSuccess(actionQueue,actionNode,nextState){
actionNode.status="fulfilled",actionNode.value=nextState,notifyActionListeners(actionNode),actionQueue.state=nextState,actionNode=actionQueue.pending,actionNode!==
null&&(nextState=actionNode.next,nextState===actionNode?actionQueue.pending=null:(nextState=nextState.next,actionNode.next=nextState,runActionStateAction(actionQueue,
nextState)))}function onActionError(actionQueue,actionNode,error){var last=actionQueue.pending;if(actionQueue.pending=null,last!==null){last=last.next;do actionNode.
status="rejected",actionNode.reason=error,notifyActionListeners(actionNode),actionNode=actionNode.next;while(actionNode!==last)}actionQueue.action=null}function notifyActionListeners(actionNode){
actionNode=actionNode.listeners;for(var i=0;i<actionNode.length;i++)(0,actionNode[i])()}function actionStateReducer(oldState,newState){return newState}function mountActionState(action,initialStateProp){
if(isHydrating){var ssrFormState=workInProgressRoot.formState;if(ssrFormState!==null){a:{var JSCompiler_inline_result=currentlyRenderingFiber;if(isHydrating){if(nextHydratableInstance){
var markerInstance=canHydrateFormStateMarker(nextHydratableInstance,rootOrSingletonContext);if(markerInstance){nextHydratableInstance=getNextHydratableSibling(markerInstance),
JSCompiler_inline_result=isFormStateMarkerMatching(markerInstance);break a}}throwOnHydrationMismatch(JSCompiler_inline_result)}JSCompiler_inline_result=!1}JSCompiler_inline_result&&
(initialStateProp=ssrFormState[0])}}ssrFormState=mountWorkInProgressHook(),ssrFormState.memoizedState=ssrFormState.baseState=initialStateProp,JSCompiler_inline_result=
{pending:null,lanes:0,dispatch:null,lastRenderedReducer:actionStateReducer,lastRenderedState:initialStateProp},ssrFormState.queue=JSCompiler_inline_result,ssrFormState=
dispatchSetState.bind(null,currentlyRenderingFiber,JSCompiler_inline_result),JSCompiler_inline_result.dispatch=ssrFormState,JSCompiler_inline_result=mountStateImpl(
!1);var setPendingState=dispatchOptimisticSetState.bind(null,currentlyRenderingFiber,!1,JSCompiler_inline_result.queue);return JSCompiler_inline_result=mountWorkInProgressHook(),
markerInstance={state:initialStateProp,dispatch:null,action,pending:null},JSCompiler_inline_result.queue=markerInstance,ssrFormState=dispatchActionState.bind(null,
currentlyRenderingFiber,markerInstance,setPendingState,ssrFormState),markerInstance.dispatch=ssrFormState,JSCompiler_inline_result.memoizedState=action,[initialStateProp,
ssrFormState,!1]}function updateActionState(action){var stateHook=updateWorkInProgressHook();return updateActionStateImpl(stateHook,currentHook,action)}function updateActionStateImpl(stateHook,currentStateHook,action){
if(currentStateHook=updateReducerImpl(stateHook,currentStateHook,actionStateReducer)[0],stateHook=updateReducer(basicStateReducer)[0],typeof currentStateHook=="\
object"&&currentStateHook!==null&&typeof currentStateHook.then=="function")try{var state=useThenable(currentStateHook)}catch(x){throw x===SuspenseException?SuspenseActionException:
x}else state=currentStateHook;currentStateHook=updateWorkInProgressHook();var actionQueue=currentStateHook.queue,dispatch=actionQueue.dispatch;return action!==currentStateHook.
memoizedState&&(currentlyRenderingFiber.flags|=2048,pushSimpleEffect(9,{destroy:void 0},actionStateActionEffect.bind(null,actionQueue,action),null)),[state,dispatch,
stateHook]}function actionStateActionEffect(actionQueue,action){actionQueue.action=action}function rerenderActionState(action){var stateHook=updateWorkInProgressHook(),
currentStateHook=currentHook;if(currentStateHook!==null)return updateActionStateImpl(stateHook,currentStateHook,action);updateWorkInProgressHook(),stateHook=stateHook.
memoizedState,currentStateHook=updateWorkInProgressHook();var dispatch=currentStateHook.queue.dispatch;return currentStateHook.memoizedState=action,[stateHook,dispatch,
!1]}function pushSimpleEffect(tag,inst,create3,deps){return tag={tag,create:create3,deps,inst,next:null},inst=currentlyRenderingFiber.updateQueue,inst===null&&(inst=
createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=inst),create3=inst.lastEffect,create3===null?inst.lastEffect=tag.next=tag:(deps=create3.
next,create3.next=tag,tag.next=deps,inst.lastEffect=tag),tag}function updateRef(){return updateWorkInProgressHook().memoizedState}function mountEffectImpl(fiberFlags,hookFlags,create3,deps){
var hook=mountWorkInProgressHook();currentlyRenderingFiber.flags|=fiberFlags,hook.memoizedState=pushSimpleEffect(1|hookFlags,{destroy:void 0},create3,deps===void 0?
null:deps)}function updateEffectImpl(fiberFlags,hookFlags,create3,deps){var hook=updateWorkInProgressHook();deps=deps===void 0?null:deps;var inst=hook.memoizedState.
inst;currentHook!==null&&deps!==null&&areHookInputsEqual(deps,currentHook.memoizedState.deps)?hook.memoizedState=pushSimpleEffect(hookFlags,inst,create3,deps):(currentlyRenderingFiber.
flags|=fiberFlags,hook.memoizedState=pushSimpleEffect(1|hookFlags,inst,create3,deps))}function mountEffect(create3,deps){mountEffectImpl(8390656,8,create3,deps)}
function updateEffect(create3,deps){updateEffectImpl(2048,8,create3,deps)}function useEffectEventImpl(payload){currentlyRenderingFiber.flags|=4;var componentUpdateQueue=currentlyRenderingFiber.
updateQueue;if(componentUpdateQueue===null)componentUpdateQueue=createFunctionComponentUpdateQueue(),currentlyRenderingFiber.updateQueue=componentUpdateQueue,componentUpdateQueue.
events=[payload];else{var events=componentUpdateQueue.events;events===null?componentUpdateQueue.events=[payload]:events.push(payload)}}function updateEvent(callback){
var ref=updateWorkInProgressHook().memoizedState;return useEffectEventImpl({ref,nextImpl:callback}),function(){if((executionContext&2)!==0)throw Error(formatProdErrorMessage(
440));return ref.impl.apply(void 0,arguments)}}function updateInsertionEffect(create3,deps){return updateEffectImpl(4,2,create3,deps)}function updateLayoutEffect(create3,deps){
return updateEffectImpl(4,4,create3,deps)}function imperativeHandleEffect(create3,ref){if(typeof ref=="function"){create3=create3();var refCleanup=ref(create3);
return function(){typeof refCleanup=="function"?refCleanup():ref(null)}}if(ref!=null)return create3=create3(),ref.current=create3,function(){ref.current=null}}function updateImperativeHandle(ref,create3,deps){
deps=deps!=null?deps.concat([ref]):null,updateEffectImpl(4,4,imperativeHandleEffect.bind(null,create3,ref),deps)}function mountDebugValue(){}function updateCallback(callback,deps){
var hook=updateWorkInProgressHook();deps=deps===void 0?null:deps;var prevState=hook.memoizedState;return deps!==null&&areHookInputsEqual(deps,prevState[1])?prevState[0]:
(hook.memoizedState=[callback,deps],callback)}function updateMemo(nextCreate,deps){var hook=updateWorkInProgressHook();deps=deps===void 0?null:deps;var prevState=hook.
memoizedState;if(deps!==null&&areHookInputsEqual(deps,prevState[1]))return prevState[0];if(prevState=nextCreate(),shouldDoubleInvokeUserFnsInHooksDEV){setIsStrictModeForDevtools(
!0);try{nextCreate()}finally{setIsStrictModeForDevtools(!1)}}return hook.memoizedState=[prevState,deps],prevState}function mountDeferredValueImpl(hook,value,initialValue){
return initialValue===void 0||(renderLanes&1073741824)!==0&&(workInProgressRootRenderLanes&261930)===0?hook.memoizedState=value:(hook.memoizedState=initialValue,
hook=requestDeferredLane(),currentlyRenderingFiber.lanes|=hook,workInProgressRootSkippedLanes|=hook,initialValue)}function updateDeferredValueImpl(hook,prevValue,value,initialValue){
return objectIs(value,prevValue)?value:currentTreeHiddenStackCursor.current!==null?(hook=mountDeferredValueImpl(hook,value,initialValue),objectIs(hook,prevValue)||
(didReceiveUpdate=!0),hook):(renderLanes&42)===0||(renderLanes&1073741824)!==0&&(workInProgressRootRenderLanes&261930)===0?(didReceiveUpdate=!0,hook.memoizedState=
value):(hook=requestDeferredLane(),currentlyRenderingFiber.lanes|=hook,workInProgressRootSkippedLanes|=hook,prevValue)}function startTransition(fiber,queue,pendingState,finishedState,callback){
var previousPriority=getCurrentUpdatePriority();setCurrentUpdatePriority(previousPriority!==0&&8>previousPriority?previousPriority:8);var prevTransition=ReactSharedInternals.
T,currentTransition={};ReactSharedInternals.T=currentTransition,dispatchOptimisticSetState(fiber,!1,queue,pendingState);try{var returnValue=callback(),onStartTransitionFinish=ReactSharedInternals.
S;if(onStartTransitionFinish!==null&&onStartTransitionFinish(currentTransition,returnValue),returnValue!==null&&typeof returnValue=="object"&&typeof returnValue.
then=="function"){var thenableForFinishedState=chainThenableValue(returnValue,finishedState);dispatchSetStateInternal(fiber,queue,thenableForFinishedState,requestUpdateLane(
fiber))}else dispatchSetStateInternal(fiber,queue,finishedState,requestUpdateLane(fiber))}catch(error){dispatchSetStateInternal(fiber,queue,{then:function(){},status:"\
rejected",reason:error},requestUpdateLane())}finally{setCurrentUpdatePriority(previousPriority),prevTransition!==null&&currentTransition.types!==null&&(prevTransition.
types=currentTransition.types),ReactSharedInternals.T=prevTransition}}function ensureFormComponentIsStateful(formFiber){var existingStateHook=formFiber.memoizedState;
if(existingStateHook!==null)return existingStateHook;existingStateHook={memoizedState:NotPendingTransition,baseState:NotPendingTransition,baseQueue:null,queue:{
pending:null,lanes:0,dispatch:null,lastRenderedReducer:basicStateReducer,lastRenderedState:NotPendingTransition},next:null};var initialResetState={};return existingStateHook.
next={memoizedState:initialResetState,baseState:initialResetState,baseQueue:null,queue:{pending:null,lanes:0,dispatch:null,lastRenderedReducer:basicStateReducer,
lastRenderedState:initialResetState},next:null},formFiber.memoizedState=existingStateHook,formFiber=formFiber.alternate,formFiber!==null&&(formFiber.memoizedState=
existingStateHook),existingStateHook}function useHostTransitionStatus(){return readContext(HostTransitionContext)}function updateId(){return updateWorkInProgressHook().
memoizedState}function updateRefresh(){return updateWorkInProgressHook().memoizedState}function refreshCache(fiber){for(var provider=fiber.return;provider!==null;){
switch(provider.tag){case 24:case 3:var lane=requestUpdateLane();fiber=createUpdate(lane);var root=enqueueUpdate(provider,fiber,lane);root!==null&&(scheduleUpdateOnFiber(
root,provider,lane),entangleTransitions(root,provider,lane)),provider={cache:createCache()},fiber.payload=provider;return}provider=provider.return}}function dispatchReducerAction(fiber,queue,action){
var lane=requestUpdateLane();action={lane,revertLane:0,gesture:null,action,hasEagerState:!1,eagerState:null,next:null},isRenderPhaseUpdate(fiber)?enqueueRenderPhaseUpdate(
queue,action):(action=enqueueConcurrentHookUpdate(fiber,queue,action,lane),action!==null&&(scheduleUpdateOnFiber(action,fiber,lane),entangleTransitionUpdate(action,
queue,lane)))}function dispatchSetState(fiber,queue,action){var lane=requestUpdateLane();dispatchSetStateInternal(fiber,queue,action,lane)}function dispatchSetStateInternal(fiber,queue,action,lane){
var update2={lane,revertLane:0,gesture:null,action,hasEagerState:!1,eagerState:null,next:null};if(isRenderPhaseUpdate(fiber))enqueueRenderPhaseUpdate(queue,update2);else{
var alternate=fiber.alternate;if(fiber.lanes===0&&(alternate===null||alternate.lanes===0)&&(alternate=queue.lastRenderedReducer,alternate!==null))try{var currentState=queue.
lastRenderedState,eagerState=alternate(currentState,action);if(update2.hasEagerState=!0,update2.eagerState=eagerState,objectIs(eagerState,currentState))return enqueueUpdate$1(
fiber,queue,update2,0),workInProgressRoot===null&&finishQueueingConcurrentUpdates(),!1}catch{}if(action=enqueueConcurrentHookUpdate(fiber,queue,update2,lane),action!==
null)return scheduleUpdateOnFiber(action,fiber,lane),entangleTransitionUpdate(action,queue,lane),!0}return!1}function dispatchOptimisticSetState(fiber,throwIfDuringRender,queue,action){
if(action={lane:2,revertLane:requestTransitionLane(),gesture:null,action,hasEagerState:!1,eagerState:null,next:null},isRenderPhaseUpdate(fiber)){if(throwIfDuringRender)
throw Error(formatProdErrorMessage(479))}else throwIfDuringRender=enqueueConcurrentHookUpdate(fiber,queue,action,2),throwIfDuringRender!==null&&scheduleUpdateOnFiber(
throwIfDuringRender,fiber,2)}function isRenderPhaseUpdate(fiber){var alternate=fiber.alternate;return fiber===currentlyRenderingFiber||alternate!==null&&alternate===
currentlyRenderingFiber}function enqueueRenderPhaseUpdate(queue,update2){didScheduleRenderPhaseUpdateDuringThisPass=didScheduleRenderPhaseUpdate=!0;var pending=queue.
pending;pending===null?update2.next=update2:(update2.next=pending.next,pending.next=update2),queue.pending=update2}function entangleTransitionUpdate(root,queue,lane){
if((lane&4194048)!==0){var queueLanes=queue.lanes;queueLanes&=root.pendingLanes,lane|=queueLanes,queue.lanes=lane,markRootEntangled(root,lane)}}function applyDerivedStateFromProps(workInProgress2,ctor,getDerivedStateFromProps,nextProps){
ctor=workInProgress2.memoizedState,getDerivedStateFromProps=getDerivedStateFromProps(nextProps,ctor),getDerivedStateFromProps=getDerivedStateFromProps==null?ctor:
assign({},ctor,getDerivedStateFromProps),workInProgress2.memoizedState=getDerivedStateFromProps,workInProgress2.lanes===0&&(workInProgress2.updateQueue.baseState=
getDerivedStateFromProps)}function checkShouldComponentUpdate(workInProgress2,ctor,oldProps,newProps,oldState,newState,nextContext){return workInProgress2=workInProgress2.
stateNode,typeof workInProgress2.shouldComponentUpdate=="function"?workInProgress2.shouldComponentUpdate(newProps,newState,nextContext):ctor.prototype&&ctor.prototype.
isPureReactComponent?!shallowEqual(oldProps,newProps)||!shallowEqual(oldState,newState):!0}function callComponentWillReceiveProps(workInProgress2,instance,newProps,nextContext){
workInProgress2=instance.state,typeof instance.componentWillReceiveProps=="function"&&instance.componentWillReceiveProps(newProps,nextContext),typeof instance.UNSAFE_componentWillReceiveProps==
"function"&&instance.UNSAFE_componentWillReceiveProps(newProps,nextContext),instance.state!==workInProgress2&&classComponentUpdater.enqueueReplaceState(instance,
instance.state,null)}function resolveClassComponentProps(Component,baseProps){var newProps=baseProps;if("ref"in baseProps){newProps={};for(var propName in baseProps)
propName!=="ref"&&(newProps[propName]=baseProps[propName])}if(Component=Component.defaultProps){newProps===baseProps&&(newProps=assign({},newProps));for(var propName$57 in Component)
newProps[propName$57]===void 0&&(newProps[propName$57]=Component[propName$57])}return newProps}function logUncaughtError(root,errorInfo){try{var onUncaughtError=root.
onUncaughtError;onUncaughtError(errorInfo.value,{componentStack:errorInfo.stack})}catch(e){setTimeout(function(){throw e})}}function logCaughtError(root,boundary,errorInfo){
try{var onCaughtError=root.onCaughtError;onCaughtError(errorInfo.value,{componentStack:errorInfo.stack,errorBoundary:boundary.tag===1?boundary.stateNode:null})}catch(e){
setTimeout(function(){throw e})}}function createRootErrorUpdate(root,errorInfo,lane){return lane=createUpdate(lane),lane.tag=3,lane.payload={element:null},lane.
callback=function(){logUncaughtError(root,errorInfo)},lane}function createClassErrorUpdate(lane){return lane=createUpdate(lane),lane.tag=3,lane}function initializeClassErrorUpdate(update2,root,fiber,errorInfo){
var getDerivedStateFromError=fiber.type.getDerivedStateFromError;if(typeof getDerivedStateFromError=="function"){var error=errorInfo.value;update2.payload=function(){
return getDerivedStateFromError(error)},update2.callback=function(){logCaughtError(root,fiber,errorInfo)}}var inst=fiber.stateNode;inst!==null&&typeof inst.componentDidCatch==
"function"&&(update2.callback=function(){logCaughtError(root,fiber,errorInfo),typeof getDerivedStateFromError!="function"&&(legacyErrorBoundariesThatAlreadyFailed===
null?legacyErrorBoundariesThatAlreadyFailed=new Set([this]):legacyErrorBoundariesThatAlreadyFailed.add(this));var stack=errorInfo.stack;this.componentDidCatch(errorInfo.
value,{componentStack:stack!==null?stack:""})})}function throwException(root,returnFiber,sourceFiber,value,rootRenderLanes){if(sourceFiber.flags|=32768,value!==
null&&typeof value=="object"&&typeof value.then=="function"){if(returnFiber=sourceFiber.alternate,returnFiber!==null&&propagateParentContextChanges(returnFiber,
sourceFiber,rootRenderLanes,!0),sourceFiber=suspenseHandlerStackCursor.current,sourceFiber!==null){switch(sourceFiber.tag){case 31:case 13:return shellBoundary===
null?renderDidSuspendDelayIfPossible():sourceFiber.alternate===null&&workInProgressRootExitStatus===0&&(workInProgressRootExitStatus=3),sourceFiber.flags&=-257,
sourceFiber.flags|=65536,sourceFiber.lanes=rootRenderLanes,value===noopSuspenseyCommitThenable?sourceFiber.flags|=16384:(returnFiber=sourceFiber.updateQueue,returnFiber===
null?sourceFiber.updateQueue=new Set([value]):returnFiber.add(value),attachPingListener(root,value,rootRenderLanes)),!1;case 22:return sourceFiber.flags|=65536,
value===noopSuspenseyCommitThenable?sourceFiber.flags|=16384:(returnFiber=sourceFiber.updateQueue,returnFiber===null?(returnFiber={transitions:null,markerInstances:null,
retryQueue:new Set([value])},sourceFiber.updateQueue=returnFiber):(sourceFiber=returnFiber.retryQueue,sourceFiber===null?returnFiber.retryQueue=new Set([value]):
sourceFiber.add(value)),attachPingListener(root,value,rootRenderLanes)),!1}throw Error(formatProdErrorMessage(435,sourceFiber.tag))}return attachPingListener(root,
value,rootRenderLanes),renderDidSuspendDelayIfPossible(),!1}if(isHydrating)return returnFiber=suspenseHandlerStackCursor.current,returnFiber!==null?((returnFiber.
flags&65536)===0&&(returnFiber.flags|=256),returnFiber.flags|=65536,returnFiber.lanes=rootRenderLanes,value!==HydrationMismatchException&&(root=Error(formatProdErrorMessage(
422),{cause:value}),queueHydrationError(createCapturedValueAtFiber(root,sourceFiber)))):(value!==HydrationMismatchException&&(returnFiber=Error(formatProdErrorMessage(
423),{cause:value}),queueHydrationError(createCapturedValueAtFiber(returnFiber,sourceFiber))),root=root.current.alternate,root.flags|=65536,rootRenderLanes&=-rootRenderLanes,
root.lanes|=rootRenderLanes,value=createCapturedValueAtFiber(value,sourceFiber),rootRenderLanes=createRootErrorUpdate(root.stateNode,value,rootRenderLanes),enqueueCapturedUpdate(
root,rootRenderLanes),workInProgressRootExitStatus!==4&&(workInProgressRootExitStatus=2)),!1;var wrapperError=Error(formatProdErrorMessage(520),{cause:value});if(wrapperError=
createCapturedValueAtFiber(wrapperError,sourceFiber),workInProgressRootConcurrentErrors===null?workInProgressRootConcurrentErrors=[wrapperError]:workInProgressRootConcurrentErrors.
push(wrapperError),workInProgressRootExitStatus!==4&&(workInProgressRootExitStatus=2),returnFiber===null)return!0;value=createCapturedValueAtFiber(value,sourceFiber),
sourceFiber=returnFiber;do{switch(sourceFiber.tag){case 3:return sourceFiber.flags|=65536,root=rootRenderLanes&-rootRenderLanes,sourceFiber.lanes|=root,root=createRootErrorUpdate(
sourceFiber.stateNode,value,root),enqueueCapturedUpdate(sourceFiber,root),!1;case 1:if(returnFiber=sourceFiber.type,wrapperError=sourceFiber.stateNode,(sourceFiber.
flags&128)===0&&(typeof returnFiber.getDerivedStateFromError=="function"||wrapperError!==null&&typeof wrapperError.componentDidCatch=="function"&&(legacyErrorBoundariesThatAlreadyFailed===
null||!legacyErrorBoundariesThatAlreadyFailed.has(wrapperError))))return sourceFiber.flags|=65536,rootRenderLanes&=-rootRenderLanes,sourceFiber.lanes|=rootRenderLanes,
rootRenderLanes=createClassErrorUpdate(rootRenderLanes),initializeClassErrorUpdate(rootRenderLanes,root,sourceFiber,value),enqueueCapturedUpdate(sourceFiber,rootRenderLanes),
!1}sourceFiber=sourceFiber.return}while(sourceFiber!==null);return!1}function reconcileChildren(current,workInProgress2,nextChildren,renderLanes2){workInProgress2.
child=current===null?mountChildFibers(workInProgress2,null,nextChildren,renderLanes2):reconcileChildFibers(workInProgress2,current.child,nextChildren,renderLanes2)}
function updateForwardRef(current,workInProgress2,Component,nextProps,renderLanes2){Component=Component.render;var ref=workInProgress2.ref;if("ref"in nextProps){
var propsWithoutRef={};for(var key in nextProps)key!=="ref"&&(propsWithoutRef[key]=nextProps[key])}else propsWithoutRef=nextProps;return prepareToReadContext(workInProgress2),
nextProps=renderWithHooks(current,workInProgress2,Component,propsWithoutRef,ref,renderLanes2),key=checkDidRenderIdHook(),current!==null&&!didReceiveUpdate?(bailoutHooks(
current,workInProgress2,renderLanes2),bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2)):(isHydrating&&key&&pushMaterializedTreeId(workInProgress2),
workInProgress2.flags|=1,reconcileChildren(current,workInProgress2,nextProps,renderLanes2),workInProgress2.child)}function updateMemoComponent(current,workInProgress2,Component,nextProps,renderLanes2){
if(current===null){var type=Component.type;return typeof type=="function"&&!shouldConstruct(type)&&type.defaultProps===void 0&&Component.compare===null?(workInProgress2.
tag=15,workInProgress2.type=type,updateSimpleMemoComponent(current,workInProgress2,type,nextProps,renderLanes2)):(current=createFiberFromTypeAndProps(Component.
type,null,nextProps,workInProgress2,workInProgress2.mode,renderLanes2),current.ref=workInProgress2.ref,current.return=workInProgress2,workInProgress2.child=current)}
if(type=current.child,!checkScheduledUpdateOrContext(current,renderLanes2)){var prevProps=type.memoizedProps;if(Component=Component.compare,Component=Component!==
null?Component:shallowEqual,Component(prevProps,nextProps)&&current.ref===workInProgress2.ref)return bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2)}
return workInProgress2.flags|=1,current=createWorkInProgress(type,nextProps),current.ref=workInProgress2.ref,current.return=workInProgress2,workInProgress2.child=
current}function updateSimpleMemoComponent(current,workInProgress2,Component,nextProps,renderLanes2){if(current!==null){var prevProps=current.memoizedProps;if(shallowEqual(
prevProps,nextProps)&&current.ref===workInProgress2.ref)if(didReceiveUpdate=!1,workInProgress2.pendingProps=nextProps=prevProps,checkScheduledUpdateOrContext(current,
renderLanes2))(current.flags&131072)!==0&&(didReceiveUpdate=!0);else return workInProgress2.lanes=current.lanes,bailoutOnAlreadyFinishedWork(current,workInProgress2,
renderLanes2)}return updateFunctionComponent(current,workInProgress2,Component,nextProps,renderLanes2)}function updateOffscreenComponent(current,workInProgress2,renderLanes2,nextProps){
var nextChildren=nextProps.children,prevState=current!==null?current.memoizedState:null;if(current===null&&workInProgress2.stateNode===null&&(workInProgress2.stateNode=
{_visibility:1,_pendingMarkers:null,_retryCache:null,_transitions:null}),nextProps.mode==="hidden"){if((workInProgress2.flags&128)!==0){if(prevState=prevState!==
null?prevState.baseLanes|renderLanes2:renderLanes2,current!==null){for(nextProps=workInProgress2.child=current.child,nextChildren=0;nextProps!==null;)nextChildren=
nextChildren|nextProps.lanes|nextProps.childLanes,nextProps=nextProps.sibling;nextProps=nextChildren&~prevState}else nextProps=0,workInProgress2.child=null;return deferHiddenOffscreenComponent(
current,workInProgress2,prevState,renderLanes2,nextProps)}if((renderLanes2&536870912)!==0)workInProgress2.memoizedState={baseLanes:0,cachePool:null},current!==null&&
pushTransition(workInProgress2,prevState!==null?prevState.cachePool:null),prevState!==null?pushHiddenContext(workInProgress2,prevState):reuseHiddenContextOnStack(),
pushOffscreenSuspenseHandler(workInProgress2);else return nextProps=workInProgress2.lanes=536870912,deferHiddenOffscreenComponent(current,workInProgress2,prevState!==
null?prevState.baseLanes|renderLanes2:renderLanes2,renderLanes2,nextProps)}else prevState!==null?(pushTransition(workInProgress2,prevState.cachePool),pushHiddenContext(
workInProgress2,prevState),reuseSuspenseHandlerOnStack(workInProgress2),workInProgress2.memoizedState=null):(current!==null&&pushTransition(workInProgress2,null),
reuseHiddenContextOnStack(),reuseSuspenseHandlerOnStack(workInProgress2));return reconcileChildren(current,workInProgress2,nextChildren,renderLanes2),workInProgress2.
child}function bailoutOffscreenComponent(current,workInProgress2){return current!==null&&current.tag===22||workInProgress2.stateNode!==null||(workInProgress2.stateNode=
{_visibility:1,_pendingMarkers:null,_retryCache:null,_transitions:null}),workInProgress2.sibling}function deferHiddenOffscreenComponent(current,workInProgress2,nextBaseLanes,renderLanes2,remainingChildLanes){
var JSCompiler_inline_result=peekCacheFromPool();return JSCompiler_inline_result=JSCompiler_inline_result===null?null:{parent:isPrimaryRenderer?CacheContext._currentValue:
CacheContext._currentValue2,pool:JSCompiler_inline_result},workInProgress2.memoizedState={baseLanes:nextBaseLanes,cachePool:JSCompiler_inline_result},current!==
null&&pushTransition(workInProgress2,null),reuseHiddenContextOnStack(),pushOffscreenSuspenseHandler(workInProgress2),current!==null&&propagateParentContextChanges(
current,workInProgress2,renderLanes2,!0),workInProgress2.childLanes=remainingChildLanes,null}function mountActivityChildren(workInProgress2,nextProps){return nextProps=
mountWorkInProgressOffscreenFiber({mode:nextProps.mode,children:nextProps.children},workInProgress2.mode),nextProps.ref=workInProgress2.ref,workInProgress2.child=
nextProps,nextProps.return=workInProgress2,nextProps}function retryActivityComponentWithoutHydrating(current,workInProgress2,renderLanes2){return reconcileChildFibers(
workInProgress2,current.child,null,renderLanes2),current=mountActivityChildren(workInProgress2,workInProgress2.pendingProps),current.flags|=2,popSuspenseHandler(
workInProgress2),workInProgress2.memoizedState=null,current}function updateActivityComponent(current,workInProgress2,renderLanes2){var nextProps=workInProgress2.
pendingProps,didSuspend=(workInProgress2.flags&128)!==0;if(workInProgress2.flags&=-129,current===null){if(isHydrating){if(nextProps.mode==="hidden")return current=
mountActivityChildren(workInProgress2,nextProps),workInProgress2.lanes=536870912,bailoutOffscreenComponent(null,current);if(pushDehydratedActivitySuspenseHandler(
workInProgress2),(current=nextHydratableInstance)?(current=canHydrateActivityInstance(current,rootOrSingletonContext),current!==null&&(workInProgress2.memoizedState=
{dehydrated:current,treeContext:treeContextProvider!==null?{id:treeContextId,overflow:treeContextOverflow}:null,retryLane:536870912,hydrationErrors:null},renderLanes2=
createFiberFromDehydratedFragment(current),renderLanes2.return=workInProgress2,workInProgress2.child=renderLanes2,hydrationParentFiber=workInProgress2,nextHydratableInstance=
null)):current=null,current===null)throw throwOnHydrationMismatch(workInProgress2);return workInProgress2.lanes=536870912,null}return mountActivityChildren(workInProgress2,
nextProps)}var prevState=current.memoizedState;if(prevState!==null){var dehydrated=prevState.dehydrated;if(pushDehydratedActivitySuspenseHandler(workInProgress2),
didSuspend)if(workInProgress2.flags&256)workInProgress2.flags&=-257,workInProgress2=retryActivityComponentWithoutHydrating(current,workInProgress2,renderLanes2);else if(workInProgress2.
memoizedState!==null)workInProgress2.child=current.child,workInProgress2.flags|=128,workInProgress2=null;else throw Error(formatProdErrorMessage(558));else if(didReceiveUpdate||
propagateParentContextChanges(current,workInProgress2,renderLanes2,!1),didSuspend=(renderLanes2&current.childLanes)!==0,didReceiveUpdate||didSuspend){if(nextProps=
workInProgressRoot,nextProps!==null&&(dehydrated=getBumpedLaneForHydration(nextProps,renderLanes2),dehydrated!==0&&dehydrated!==prevState.retryLane))throw prevState.
retryLane=dehydrated,enqueueConcurrentRenderForLane(current,dehydrated),scheduleUpdateOnFiber(nextProps,current,dehydrated),SelectiveHydrationException;renderDidSuspendDelayIfPossible(),
workInProgress2=retryActivityComponentWithoutHydrating(current,workInProgress2,renderLanes2)}else current=prevState.treeContext,supportsHydration&&(nextHydratableInstance=
getFirstHydratableChildWithinActivityInstance(dehydrated),hydrationParentFiber=workInProgress2,isHydrating=!0,hydrationErrors=null,rootOrSingletonContext=!1,current!==
null&&restoreSuspendedTreeContext(workInProgress2,current)),workInProgress2=mountActivityChildren(workInProgress2,nextProps),workInProgress2.flags|=4096;return workInProgress2}
return current=createWorkInProgress(current.child,{mode:nextProps.mode,children:nextProps.children}),current.ref=workInProgress2.ref,workInProgress2.child=current,
current.return=workInProgress2,current}function markRef(current,workInProgress2){var ref=workInProgress2.ref;if(ref===null)current!==null&&current.ref!==null&&(workInProgress2.
flags|=4194816);else{if(typeof ref!="function"&&typeof ref!="object")throw Error(formatProdErrorMessage(284));(current===null||current.ref!==ref)&&(workInProgress2.
flags|=4194816)}}function updateFunctionComponent(current,workInProgress2,Component,nextProps,renderLanes2){return prepareToReadContext(workInProgress2),Component=
renderWithHooks(current,workInProgress2,Component,nextProps,void 0,renderLanes2),nextProps=checkDidRenderIdHook(),current!==null&&!didReceiveUpdate?(bailoutHooks(
current,workInProgress2,renderLanes2),bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2)):(isHydrating&&nextProps&&pushMaterializedTreeId(workInProgress2),
workInProgress2.flags|=1,reconcileChildren(current,workInProgress2,Component,renderLanes2),workInProgress2.child)}function replayFunctionComponent(current,workInProgress2,nextProps,Component,secondArg,renderLanes2){
return prepareToReadContext(workInProgress2),workInProgress2.updateQueue=null,nextProps=renderWithHooksAgain(workInProgress2,Component,nextProps,secondArg),finishRenderingHooks(
current),Component=checkDidRenderIdHook(),current!==null&&!didReceiveUpdate?(bailoutHooks(current,workInProgress2,renderLanes2),bailoutOnAlreadyFinishedWork(current,
workInProgress2,renderLanes2)):(isHydrating&&Component&&pushMaterializedTreeId(workInProgress2),workInProgress2.flags|=1,reconcileChildren(current,workInProgress2,
nextProps,renderLanes2),workInProgress2.child)}function updateClassComponent(current,workInProgress2,Component,nextProps,renderLanes2){if(prepareToReadContext(workInProgress2),
workInProgress2.stateNode===null){var context=emptyContextObject,contextType=Component.contextType;typeof contextType=="object"&&contextType!==null&&(context=readContext(
contextType)),context=new Component(nextProps,context),workInProgress2.memoizedState=context.state!==null&&context.state!==void 0?context.state:null,context.updater=
classComponentUpdater,workInProgress2.stateNode=context,context._reactInternals=workInProgress2,context=workInProgress2.stateNode,context.props=nextProps,context.
state=workInProgress2.memoizedState,context.refs={},initializeUpdateQueue(workInProgress2),contextType=Component.contextType,context.context=typeof contextType==
"object"&&contextType!==null?readContext(contextType):emptyContextObject,context.state=workInProgress2.memoizedState,contextType=Component.getDerivedStateFromProps,
typeof contextType=="function"&&(applyDerivedStateFromProps(workInProgress2,Component,contextType,nextProps),context.state=workInProgress2.memoizedState),typeof Component.
getDerivedStateFromProps=="function"||typeof context.getSnapshotBeforeUpdate=="function"||typeof context.UNSAFE_componentWillMount!="function"&&typeof context.componentWillMount!=
"function"||(contextType=context.state,typeof context.componentWillMount=="function"&&context.componentWillMount(),typeof context.UNSAFE_componentWillMount=="fu\
nction"&&context.UNSAFE_componentWillMount(),contextType!==context.state&&classComponentUpdater.enqueueReplaceState(context,context.state,null),processUpdateQueue(
workInProgress2,nextProps,context,renderLanes2),suspendIfUpdateReadFromEntangledAsyncAction(),context.state=workInProgress2.memoizedState),typeof context.componentDidMount==
"function"&&(workInProgress2.flags|=4194308),nextProps=!0}else if(current===null){context=workInProgress2.stateNode;var unresolvedOldProps=workInProgress2.memoizedProps,
oldProps=resolveClassComponentProps(Component,unresolvedOldProps);context.props=oldProps;var oldContext=context.context,contextType$jscomp$0=Component.contextType;
contextType=emptyContextObject,typeof contextType$jscomp$0=="object"&&contextType$jscomp$0!==null&&(contextType=readContext(contextType$jscomp$0));var getDerivedStateFromProps=Component.
getDerivedStateFromProps;contextType$jscomp$0=typeof getDerivedStateFromProps=="function"||typeof context.getSnapshotBeforeUpdate=="function",unresolvedOldProps=
workInProgress2.pendingProps!==unresolvedOldProps,contextType$jscomp$0||typeof context.UNSAFE_componentWillReceiveProps!="function"&&typeof context.componentWillReceiveProps!=
"function"||(unresolvedOldProps||oldContext!==contextType)&&callComponentWillReceiveProps(workInProgress2,context,nextProps,contextType),hasForceUpdate=!1;var oldState=workInProgress2.
memoizedState;context.state=oldState,processUpdateQueue(workInProgress2,nextProps,context,renderLanes2),suspendIfUpdateReadFromEntangledAsyncAction(),oldContext=
workInProgress2.memoizedState,unresolvedOldProps||oldState!==oldContext||hasForceUpdate?(typeof getDerivedStateFromProps=="function"&&(applyDerivedStateFromProps(
workInProgress2,Component,getDerivedStateFromProps,nextProps),oldContext=workInProgress2.memoizedState),(oldProps=hasForceUpdate||checkShouldComponentUpdate(workInProgress2,
Component,oldProps,nextProps,oldState,oldContext,contextType))?(contextType$jscomp$0||typeof context.UNSAFE_componentWillMount!="function"&&typeof context.componentWillMount!=
"function"||(typeof context.componentWillMount=="function"&&context.componentWillMount(),typeof context.UNSAFE_componentWillMount=="function"&&context.UNSAFE_componentWillMount()),
typeof context.componentDidMount=="function"&&(workInProgress2.flags|=4194308)):(typeof context.componentDidMount=="function"&&(workInProgress2.flags|=4194308),
workInProgress2.memoizedProps=nextProps,workInProgress2.memoizedState=oldContext),context.props=nextProps,context.state=oldContext,context.context=contextType,nextProps=
oldProps):(typeof context.componentDidMount=="function"&&(workInProgress2.flags|=4194308),nextProps=!1)}else{context=workInProgress2.stateNode,cloneUpdateQueue(
current,workInProgress2),contextType=workInProgress2.memoizedProps,contextType$jscomp$0=resolveClassComponentProps(Component,contextType),context.props=contextType$jscomp$0,
getDerivedStateFromProps=workInProgress2.pendingProps,oldState=context.context,oldContext=Component.contextType,oldProps=emptyContextObject,typeof oldContext=="\
object"&&oldContext!==null&&(oldProps=readContext(oldContext)),unresolvedOldProps=Component.getDerivedStateFromProps,(oldContext=typeof unresolvedOldProps=="fun\
ction"||typeof context.getSnapshotBeforeUpdate=="function")||typeof context.UNSAFE_componentWillReceiveProps!="function"&&typeof context.componentWillReceiveProps!=
"function"||(contextType!==getDerivedStateFromProps||oldState!==oldProps)&&callComponentWillReceiveProps(workInProgress2,context,nextProps,oldProps),hasForceUpdate=
!1,oldState=workInProgress2.memoizedState,context.state=oldState,processUpdateQueue(workInProgress2,nextProps,context,renderLanes2),suspendIfUpdateReadFromEntangledAsyncAction();
var newState=workInProgress2.memoizedState;contextType!==getDerivedStateFromProps||oldState!==newState||hasForceUpdate||current!==null&&current.dependencies!==null&&
checkIfContextChanged(current.dependencies)?(typeof unresolvedOldProps=="function"&&(applyDerivedStateFromProps(workInProgress2,Component,unresolvedOldProps,nextProps),
newState=workInProgress2.memoizedState),(contextType$jscomp$0=hasForceUpdate||checkShouldComponentUpdate(workInProgress2,Component,contextType$jscomp$0,nextProps,
oldState,newState,oldProps)||current!==null&&current.dependencies!==null&&checkIfContextChanged(current.dependencies))?(oldContext||typeof context.UNSAFE_componentWillUpdate!=
"function"&&typeof context.componentWillUpdate!="function"||(typeof context.componentWillUpdate=="function"&&context.componentWillUpdate(nextProps,newState,oldProps),
typeof context.UNSAFE_componentWillUpdate=="function"&&context.UNSAFE_componentWillUpdate(nextProps,newState,oldProps)),typeof context.componentDidUpdate=="func\
tion"&&(workInProgress2.flags|=4),typeof context.getSnapshotBeforeUpdate=="function"&&(workInProgress2.flags|=1024)):(typeof context.componentDidUpdate!="functi\
on"||contextType===current.memoizedProps&&oldState===current.memoizedState||(workInProgress2.flags|=4),typeof context.getSnapshotBeforeUpdate!="function"||contextType===
current.memoizedProps&&oldState===current.memoizedState||(workInProgress2.flags|=1024),workInProgress2.memoizedProps=nextProps,workInProgress2.memoizedState=newState),
context.props=nextProps,context.state=newState,context.context=oldProps,nextProps=contextType$jscomp$0):(typeof context.componentDidUpdate!="function"||contextType===
current.memoizedProps&&oldState===current.memoizedState||(workInProgress2.flags|=4),typeof context.getSnapshotBeforeUpdate!="function"||contextType===current.memoizedProps&&
oldState===current.memoizedState||(workInProgress2.flags|=1024),nextProps=!1)}return context=nextProps,markRef(current,workInProgress2),nextProps=(workInProgress2.
flags&128)!==0,context||nextProps?(context=workInProgress2.stateNode,Component=nextProps&&typeof Component.getDerivedStateFromError!="function"?null:context.render(),
workInProgress2.flags|=1,current!==null&&nextProps?(workInProgress2.child=reconcileChildFibers(workInProgress2,current.child,null,renderLanes2),workInProgress2.
child=reconcileChildFibers(workInProgress2,null,Component,renderLanes2)):reconcileChildren(current,workInProgress2,Component,renderLanes2),workInProgress2.memoizedState=
context.state,current=workInProgress2.child):current=bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2),current}function mountHostRootWithoutHydrating(current,workInProgress2,nextChildren,renderLanes2){
return resetHydrationState(),workInProgress2.flags|=256,reconcileChildren(current,workInProgress2,nextChildren,renderLanes2),workInProgress2.child}function mountSuspenseOffscreenState(renderLanes2){
return{baseLanes:renderLanes2,cachePool:getSuspendedCache()}}function getRemainingWorkInPrimaryTree(current,primaryTreeDidDefer,renderLanes2){return current=current!==
null?current.childLanes&~renderLanes2:0,primaryTreeDidDefer&&(current|=workInProgressDeferredLane),current}function updateSuspenseComponent(current,workInProgress2,renderLanes2){
var nextProps=workInProgress2.pendingProps,showFallback=!1,didSuspend=(workInProgress2.flags&128)!==0,JSCompiler_temp;if((JSCompiler_temp=didSuspend)||(JSCompiler_temp=
current!==null&&current.memoizedState===null?!1:(suspenseStackCursor.current&2)!==0),JSCompiler_temp&&(showFallback=!0,workInProgress2.flags&=-129),JSCompiler_temp=
(workInProgress2.flags&32)!==0,workInProgress2.flags&=-33,current===null){if(isHydrating){if(showFallback?pushPrimaryTreeSuspenseHandler(workInProgress2):reuseSuspenseHandlerOnStack(
workInProgress2),(current=nextHydratableInstance)?(current=canHydrateSuspenseInstance(current,rootOrSingletonContext),current!==null&&(workInProgress2.memoizedState=
{dehydrated:current,treeContext:treeContextProvider!==null?{id:treeContextId,overflow:treeContextOverflow}:null,retryLane:536870912,hydrationErrors:null},renderLanes2=
createFiberFromDehydratedFragment(current),renderLanes2.return=workInProgress2,workInProgress2.child=renderLanes2,hydrationParentFiber=workInProgress2,nextHydratableInstance=
null)):current=null,current===null)throw throwOnHydrationMismatch(workInProgress2);return isSuspenseInstanceFallback(current)?workInProgress2.lanes=32:workInProgress2.
lanes=536870912,null}var nextPrimaryChildren=nextProps.children;return nextProps=nextProps.fallback,showFallback?(reuseSuspenseHandlerOnStack(workInProgress2),showFallback=
workInProgress2.mode,nextPrimaryChildren=mountWorkInProgressOffscreenFiber({mode:"hidden",children:nextPrimaryChildren},showFallback),nextProps=createFiberFromFragment(
nextProps,showFallback,renderLanes2,null),nextPrimaryChildren.return=workInProgress2,nextProps.return=workInProgress2,nextPrimaryChildren.sibling=nextProps,workInProgress2.
child=nextPrimaryChildren,nextProps=workInProgress2.child,nextProps.memoizedState=mountSuspenseOffscreenState(renderLanes2),nextProps.childLanes=getRemainingWorkInPrimaryTree(
current,JSCompiler_temp,renderLanes2),workInProgress2.memoizedState=SUSPENDED_MARKER,bailoutOffscreenComponent(null,nextProps)):(pushPrimaryTreeSuspenseHandler(
workInProgress2),mountSuspensePrimaryChildren(workInProgress2,nextPrimaryChildren))}var prevState=current.memoizedState;if(prevState!==null&&(nextPrimaryChildren=
prevState.dehydrated,nextPrimaryChildren!==null)){if(didSuspend)workInProgress2.flags&256?(pushPrimaryTreeSuspenseHandler(workInProgress2),workInProgress2.flags&=
-257,workInProgress2=retrySuspenseComponentWithoutHydrating(current,workInProgress2,renderLanes2)):workInProgress2.memoizedState!==null?(reuseSuspenseHandlerOnStack(
workInProgress2),workInProgress2.child=current.child,workInProgress2.flags|=128,workInProgress2=null):(reuseSuspenseHandlerOnStack(workInProgress2),nextPrimaryChildren=
nextProps.fallback,showFallback=workInProgress2.mode,nextProps=mountWorkInProgressOffscreenFiber({mode:"visible",children:nextProps.children},showFallback),nextPrimaryChildren=
createFiberFromFragment(nextPrimaryChildren,showFallback,renderLanes2,null),nextPrimaryChildren.flags|=2,nextProps.return=workInProgress2,nextPrimaryChildren.return=
workInProgress2,nextProps.sibling=nextPrimaryChildren,workInProgress2.child=nextProps,reconcileChildFibers(workInProgress2,current.child,null,renderLanes2),nextProps=
workInProgress2.child,nextProps.memoizedState=mountSuspenseOffscreenState(renderLanes2),nextProps.childLanes=getRemainingWorkInPrimaryTree(current,JSCompiler_temp,
renderLanes2),workInProgress2.memoizedState=SUSPENDED_MARKER,workInProgress2=bailoutOffscreenComponent(null,nextProps));else if(pushPrimaryTreeSuspenseHandler(workInProgress2),
isSuspenseInstanceFallback(nextPrimaryChildren))JSCompiler_temp=getSuspenseInstanceFallbackErrorDetails(nextPrimaryChildren).digest,nextProps=Error(formatProdErrorMessage(
419)),nextProps.stack="",nextProps.digest=JSCompiler_temp,queueHydrationError({value:nextProps,source:null,stack:null}),workInProgress2=retrySuspenseComponentWithoutHydrating(
current,workInProgress2,renderLanes2);else if(didReceiveUpdate||propagateParentContextChanges(current,workInProgress2,renderLanes2,!1),JSCompiler_temp=(renderLanes2&
current.childLanes)!==0,didReceiveUpdate||JSCompiler_temp){if(JSCompiler_temp=workInProgressRoot,JSCompiler_temp!==null&&(nextProps=getBumpedLaneForHydration(JSCompiler_temp,
renderLanes2),nextProps!==0&&nextProps!==prevState.retryLane))throw prevState.retryLane=nextProps,enqueueConcurrentRenderForLane(current,nextProps),scheduleUpdateOnFiber(
JSCompiler_temp,current,nextProps),SelectiveHydrationException;isSuspenseInstancePending(nextPrimaryChildren)||renderDidSuspendDelayIfPossible(),workInProgress2=
retrySuspenseComponentWithoutHydrating(current,workInProgress2,renderLanes2)}else isSuspenseInstancePending(nextPrimaryChildren)?(workInProgress2.flags|=192,workInProgress2.
child=current.child,workInProgress2=null):(current=prevState.treeContext,supportsHydration&&(nextHydratableInstance=getFirstHydratableChildWithinSuspenseInstance(
nextPrimaryChildren),hydrationParentFiber=workInProgress2,isHydrating=!0,hydrationErrors=null,rootOrSingletonContext=!1,current!==null&&restoreSuspendedTreeContext(
workInProgress2,current)),workInProgress2=mountSuspensePrimaryChildren(workInProgress2,nextProps.children),workInProgress2.flags|=4096);return workInProgress2}return showFallback?
(reuseSuspenseHandlerOnStack(workInProgress2),nextPrimaryChildren=nextProps.fallback,showFallback=workInProgress2.mode,prevState=current.child,didSuspend=prevState.
sibling,nextProps=createWorkInProgress(prevState,{mode:"hidden",children:nextProps.children}),nextProps.subtreeFlags=prevState.subtreeFlags&65011712,didSuspend!==
null?nextPrimaryChildren=createWorkInProgress(didSuspend,nextPrimaryChildren):(nextPrimaryChildren=createFiberFromFragment(nextPrimaryChildren,showFallback,renderLanes2,
null),nextPrimaryChildren.flags|=2),nextPrimaryChildren.return=workInProgress2,nextProps.return=workInProgress2,nextProps.sibling=nextPrimaryChildren,workInProgress2.
child=nextProps,bailoutOffscreenComponent(null,nextProps),nextProps=workInProgress2.child,nextPrimaryChildren=current.child.memoizedState,nextPrimaryChildren===
null?nextPrimaryChildren=mountSuspenseOffscreenState(renderLanes2):(showFallback=nextPrimaryChildren.cachePool,showFallback!==null?(prevState=isPrimaryRenderer?
CacheContext._currentValue:CacheContext._currentValue2,showFallback=showFallback.parent!==prevState?{parent:prevState,pool:prevState}:showFallback):showFallback=
getSuspendedCache(),nextPrimaryChildren={baseLanes:nextPrimaryChildren.baseLanes|renderLanes2,cachePool:showFallback}),nextProps.memoizedState=nextPrimaryChildren,
nextProps.childLanes=getRemainingWorkInPrimaryTree(current,JSCompiler_temp,renderLanes2),workInProgress2.memoizedState=SUSPENDED_MARKER,bailoutOffscreenComponent(
current.child,nextProps)):(pushPrimaryTreeSuspenseHandler(workInProgress2),renderLanes2=current.child,current=renderLanes2.sibling,renderLanes2=createWorkInProgress(
renderLanes2,{mode:"visible",children:nextProps.children}),renderLanes2.return=workInProgress2,renderLanes2.sibling=null,current!==null&&(JSCompiler_temp=workInProgress2.
deletions,JSCompiler_temp===null?(workInProgress2.deletions=[current],workInProgress2.flags|=16):JSCompiler_temp.push(current)),workInProgress2.child=renderLanes2,
workInProgress2.memoizedState=null,renderLanes2)}function mountSuspensePrimaryChildren(workInProgress2,primaryChildren){return primaryChildren=mountWorkInProgressOffscreenFiber(
{mode:"visible",children:primaryChildren},workInProgress2.mode),primaryChildren.return=workInProgress2,workInProgress2.child=primaryChildren}function mountWorkInProgressOffscreenFiber(offscreenProps,mode){
return offscreenProps=createFiber(22,offscreenProps,null,mode),offscreenProps.lanes=0,offscreenProps}function retrySuspenseComponentWithoutHydrating(current,workInProgress2,renderLanes2){
return reconcileChildFibers(workInProgress2,current.child,null,renderLanes2),current=mountSuspensePrimaryChildren(workInProgress2,workInProgress2.pendingProps.children),
current.flags|=2,workInProgress2.memoizedState=null,current}function scheduleSuspenseWorkOnFiber(fiber,renderLanes2,propagationRoot){fiber.lanes|=renderLanes2;var alternate=fiber.
alternate;alternate!==null&&(alternate.lanes|=renderLanes2),scheduleContextWorkOnParentPath(fiber.return,renderLanes2,propagationRoot)}function initSuspenseListRenderState(workInProgress2,isBackwards,tail,lastContentRow,tailMode,treeForkCount2){
var renderState=workInProgress2.memoizedState;renderState===null?workInProgress2.memoizedState={isBackwards,rendering:null,renderingStartTime:0,last:lastContentRow,
tail,tailMode,treeForkCount:treeForkCount2}:(renderState.isBackwards=isBackwards,renderState.rendering=null,renderState.renderingStartTime=0,renderState.last=lastContentRow,
renderState.tail=tail,renderState.tailMode=tailMode,renderState.treeForkCount=treeForkCount2)}function updateSuspenseListComponent(current,workInProgress2,renderLanes2){
var nextProps=workInProgress2.pendingProps,revealOrder=nextProps.revealOrder,tailMode=nextProps.tail;nextProps=nextProps.children;var suspenseContext=suspenseStackCursor.
current,shouldForceFallback=(suspenseContext&2)!==0;if(shouldForceFallback?(suspenseContext=suspenseContext&1|2,workInProgress2.flags|=128):suspenseContext&=1,push(
suspenseStackCursor,suspenseContext),reconcileChildren(current,workInProgress2,nextProps,renderLanes2),nextProps=isHydrating?treeForkCount:0,!shouldForceFallback&&
current!==null&&(current.flags&128)!==0)a:for(current=workInProgress2.child;current!==null;){if(current.tag===13)current.memoizedState!==null&&scheduleSuspenseWorkOnFiber(
current,renderLanes2,workInProgress2);else if(current.tag===19)scheduleSuspenseWorkOnFiber(current,renderLanes2,workInProgress2);else if(current.child!==null){current.
child.return=current,current=current.child;continue}if(current===workInProgress2)break a;for(;current.sibling===null;){if(current.return===null||current.return===
workInProgress2)break a;current=current.return}current.sibling.return=current.return,current=current.sibling}switch(revealOrder){case"forwards":for(renderLanes2=
workInProgress2.child,revealOrder=null;renderLanes2!==null;)current=renderLanes2.alternate,current!==null&&findFirstSuspended(current)===null&&(revealOrder=renderLanes2),
renderLanes2=renderLanes2.sibling;renderLanes2=revealOrder,renderLanes2===null?(revealOrder=workInProgress2.child,workInProgress2.child=null):(revealOrder=renderLanes2.
sibling,renderLanes2.sibling=null),initSuspenseListRenderState(workInProgress2,!1,revealOrder,renderLanes2,tailMode,nextProps);break;case"backwards":case"unstab\
le_legacy-backwards":for(renderLanes2=null,revealOrder=workInProgress2.child,workInProgress2.child=null;revealOrder!==null;){if(current=revealOrder.alternate,current!==
null&&findFirstSuspended(current)===null){workInProgress2.child=revealOrder;break}current=revealOrder.sibling,revealOrder.sibling=renderLanes2,renderLanes2=revealOrder,
revealOrder=current}initSuspenseListRenderState(workInProgress2,!0,renderLanes2,null,tailMode,nextProps);break;case"together":initSuspenseListRenderState(workInProgress2,
!1,null,null,void 0,nextProps);break;default:workInProgress2.memoizedState=null}return workInProgress2.child}function bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2){
if(current!==null&&(workInProgress2.dependencies=current.dependencies),workInProgressRootSkippedLanes|=workInProgress2.lanes,(renderLanes2&workInProgress2.childLanes)===
0)if(current!==null){if(propagateParentContextChanges(current,workInProgress2,renderLanes2,!1),(renderLanes2&workInProgress2.childLanes)===0)return null}else return null;
if(current!==null&&workInProgress2.child!==current.child)throw Error(formatProdErrorMessage(153));if(workInProgress2.child!==null){for(current=workInProgress2.child,
renderLanes2=createWorkInProgress(current,current.pendingProps),workInProgress2.child=renderLanes2,renderLanes2.return=workInProgress2;current.sibling!==null;)current=
current.sibling,renderLanes2=renderLanes2.sibling=createWorkInProgress(current,current.pendingProps),renderLanes2.return=workInProgress2;renderLanes2.sibling=null}
return workInProgress2.child}function checkScheduledUpdateOrContext(current,renderLanes2){return(current.lanes&renderLanes2)!==0?!0:(current=current.dependencies,
!!(current!==null&&checkIfContextChanged(current)))}function attemptEarlyBailoutIfNoScheduledUpdate(current,workInProgress2,renderLanes2){switch(workInProgress2.
tag){case 3:pushHostContainer(workInProgress2,workInProgress2.stateNode.containerInfo),pushProvider(workInProgress2,CacheContext,current.memoizedState.cache),resetHydrationState();
break;case 27:case 5:pushHostContext(workInProgress2);break;case 4:pushHostContainer(workInProgress2,workInProgress2.stateNode.containerInfo);break;case 10:pushProvider(
workInProgress2,workInProgress2.type,workInProgress2.memoizedProps.value);break;case 31:if(workInProgress2.memoizedState!==null)return workInProgress2.flags|=128,
pushDehydratedActivitySuspenseHandler(workInProgress2),null;break;case 13:var state$82=workInProgress2.memoizedState;if(state$82!==null)return state$82.dehydrated!==
null?(pushPrimaryTreeSuspenseHandler(workInProgress2),workInProgress2.flags|=128,null):(renderLanes2&workInProgress2.child.childLanes)!==0?updateSuspenseComponent(
current,workInProgress2,renderLanes2):(pushPrimaryTreeSuspenseHandler(workInProgress2),current=bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2),
current!==null?current.sibling:null);pushPrimaryTreeSuspenseHandler(workInProgress2);break;case 19:var didSuspendBefore=(current.flags&128)!==0;if(state$82=(renderLanes2&
workInProgress2.childLanes)!==0,state$82||(propagateParentContextChanges(current,workInProgress2,renderLanes2,!1),state$82=(renderLanes2&workInProgress2.childLanes)!==
0),didSuspendBefore){if(state$82)return updateSuspenseListComponent(current,workInProgress2,renderLanes2);workInProgress2.flags|=128}if(didSuspendBefore=workInProgress2.
memoizedState,didSuspendBefore!==null&&(didSuspendBefore.rendering=null,didSuspendBefore.tail=null,didSuspendBefore.lastEffect=null),push(suspenseStackCursor,suspenseStackCursor.
current),state$82)break;return null;case 22:return workInProgress2.lanes=0,updateOffscreenComponent(current,workInProgress2,renderLanes2,workInProgress2.pendingProps);case 24:
pushProvider(workInProgress2,CacheContext,current.memoizedState.cache)}return bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2)}function beginWork(current,workInProgress2,renderLanes2){
if(current!==null)if(current.memoizedProps!==workInProgress2.pendingProps)didReceiveUpdate=!0;else{if(!checkScheduledUpdateOrContext(current,renderLanes2)&&(workInProgress2.
flags&128)===0)return didReceiveUpdate=!1,attemptEarlyBailoutIfNoScheduledUpdate(current,workInProgress2,renderLanes2);didReceiveUpdate=(current.flags&131072)!==
0}else didReceiveUpdate=!1,isHydrating&&(workInProgress2.flags&1048576)!==0&&pushTreeId(workInProgress2,treeForkCount,workInProgress2.index);switch(workInProgress2.
lanes=0,workInProgress2.tag){case 16:a:{var props=workInProgress2.pendingProps;if(current=resolveLazy(workInProgress2.elementType),workInProgress2.type=current,
typeof current=="function")shouldConstruct(current)?(props=resolveClassComponentProps(current,props),workInProgress2.tag=1,workInProgress2=updateClassComponent(
null,workInProgress2,current,props,renderLanes2)):(workInProgress2.tag=0,workInProgress2=updateFunctionComponent(null,workInProgress2,current,props,renderLanes2));else{
if(current!=null){var $$typeof=current.$$typeof;if($$typeof===REACT_FORWARD_REF_TYPE){workInProgress2.tag=11,workInProgress2=updateForwardRef(null,workInProgress2,
current,props,renderLanes2);break a}else if($$typeof===REACT_MEMO_TYPE){workInProgress2.tag=14,workInProgress2=updateMemoComponent(null,workInProgress2,current,
props,renderLanes2);break a}}throw workInProgress2=getComponentNameFromType(current)||current,Error(formatProdErrorMessage(306,workInProgress2,""))}}return workInProgress2;case 0:
return updateFunctionComponent(current,workInProgress2,workInProgress2.type,workInProgress2.pendingProps,renderLanes2);case 1:return props=workInProgress2.type,
$$typeof=resolveClassComponentProps(props,workInProgress2.pendingProps),updateClassComponent(current,workInProgress2,props,$$typeof,renderLanes2);case 3:a:{if(pushHostContainer(
workInProgress2,workInProgress2.stateNode.containerInfo),current===null)throw Error(formatProdErrorMessage(387));var nextProps=workInProgress2.pendingProps;$$typeof=
workInProgress2.memoizedState,props=$$typeof.element,cloneUpdateQueue(current,workInProgress2),processUpdateQueue(workInProgress2,nextProps,null,renderLanes2);var nextState=workInProgress2.
memoizedState;if(nextProps=nextState.cache,pushProvider(workInProgress2,CacheContext,nextProps),nextProps!==$$typeof.cache&&propagateContextChanges(workInProgress2,
[CacheContext],renderLanes2,!0),suspendIfUpdateReadFromEntangledAsyncAction(),nextProps=nextState.element,supportsHydration&&$$typeof.isDehydrated)if($$typeof={
element:nextProps,isDehydrated:!1,cache:nextState.cache},workInProgress2.updateQueue.baseState=$$typeof,workInProgress2.memoizedState=$$typeof,workInProgress2.flags&
256){workInProgress2=mountHostRootWithoutHydrating(current,workInProgress2,nextProps,renderLanes2);break a}else if(nextProps!==props){props=createCapturedValueAtFiber(
Error(formatProdErrorMessage(424)),workInProgress2),queueHydrationError(props),workInProgress2=mountHostRootWithoutHydrating(current,workInProgress2,nextProps,renderLanes2);
break a}else for(supportsHydration&&(nextHydratableInstance=getFirstHydratableChildWithinContainer(workInProgress2.stateNode.containerInfo),hydrationParentFiber=
workInProgress2,isHydrating=!0,hydrationErrors=null,rootOrSingletonContext=!0),renderLanes2=mountChildFibers(workInProgress2,null,nextProps,renderLanes2),workInProgress2.
child=renderLanes2;renderLanes2;)renderLanes2.flags=renderLanes2.flags&-3|4096,renderLanes2=renderLanes2.sibling;else{if(resetHydrationState(),nextProps===props){
workInProgress2=bailoutOnAlreadyFinishedWork(current,workInProgress2,renderLanes2);break a}reconcileChildren(current,workInProgress2,nextProps,renderLanes2)}workInProgress2=
workInProgress2.child}return workInProgress2;case 26:if(supportsResources)return markRef(current,workInProgress2),current===null?(renderLanes2=getResource(workInProgress2.
type,null,workInProgress2.pendingProps,null))?workInProgress2.memoizedState=renderLanes2:isHydrating||(workInProgress2.stateNode=createHoistableInstance(workInProgress2.
type,workInProgress2.pendingProps,rootInstanceStackCursor.current,workInProgress2)):workInProgress2.memoizedState=getResource(workInProgress2.type,current.memoizedProps,
workInProgress2.pendingProps,current.memoizedState),null;case 27:if(supportsSingletons)return pushHostContext(workInProgress2),current===null&&supportsSingletons&&
isHydrating&&(props=workInProgress2.stateNode=resolveSingletonInstance(workInProgress2.type,workInProgress2.pendingProps,rootInstanceStackCursor.current,contextStackCursor.
current,!1),hydrationParentFiber=workInProgress2,rootOrSingletonContext=!0,nextHydratableInstance=getFirstHydratableChildWithinSingleton(workInProgress2.type,props,
nextHydratableInstance)),reconcileChildren(current,workInProgress2,workInProgress2.pendingProps.children,renderLanes2),markRef(current,workInProgress2),current===
null&&(workInProgress2.flags|=4194304),workInProgress2.child;case 5:return current===null&&isHydrating&&(validateHydratableInstance(workInProgress2.type,workInProgress2.
pendingProps,contextStackCursor.current),($$typeof=props=nextHydratableInstance)&&(props=canHydrateInstance(props,workInProgress2.type,workInProgress2.pendingProps,
rootOrSingletonContext),props!==null?(workInProgress2.stateNode=props,hydrationParentFiber=workInProgress2,nextHydratableInstance=getFirstHydratableChild(props),
rootOrSingletonContext=!1,$$typeof=!0):$$typeof=!1),$$typeof||throwOnHydrationMismatch(workInProgress2)),pushHostContext(workInProgress2),$$typeof=workInProgress2.
type,nextProps=workInProgress2.pendingProps,nextState=current!==null?current.memoizedProps:null,props=nextProps.children,shouldSetTextContent($$typeof,nextProps)?
props=null:nextState!==null&&shouldSetTextContent($$typeof,nextState)&&(workInProgress2.flags|=32),workInProgress2.memoizedState!==null&&($$typeof=renderWithHooks(
current,workInProgress2,TransitionAwareHostComponent,null,null,renderLanes2),isPrimaryRenderer?HostTransitionContext._currentValue=$$typeof:HostTransitionContext.
_currentValue2=$$typeof),markRef(current,workInProgress2),reconcileChildren(current,workInProgress2,props,renderLanes2),workInProgress2.child;case 6:return current===
null&&isHydrating&&(validateHydratableTextInstance(workInProgress2.pendingProps,contextStackCursor.current),(current=renderLanes2=nextHydratableInstance)&&(renderLanes2=
canHydrateTextInstance(renderLanes2,workInProgress2.pendingProps,rootOrSingletonContext),renderLanes2!==null?(workInProgress2.stateNode=renderLanes2,hydrationParentFiber=
workInProgress2,nextHydratableInstance=null,current=!0):current=!1),current||throwOnHydrationMismatch(workInProgress2)),null;case 13:return updateSuspenseComponent(
current,workInProgress2,renderLanes2);case 4:return pushHostContainer(workInProgress2,workInProgress2.stateNode.containerInfo),props=workInProgress2.pendingProps,
current===null?workInProgress2.child=reconcileChildFibers(workInProgress2,null,props,renderLanes2):reconcileChildren(current,workInProgress2,props,renderLanes2),
workInProgress2.child;case 11:return updateForwardRef(current,workInProgress2,workInProgress2.type,workInProgress2.pendingProps,renderLanes2);case 7:return reconcileChildren(
current,workInProgress2,workInProgress2.pendingProps,renderLanes2),workInProgress2.child;case 8:return reconcileChildren(current,workInProgress2,workInProgress2.
pendingProps.children,renderLanes2),workInProgress2.child;case 12:return reconcileChildren(current,workInProgress2,workInProgress2.pendingProps.children,renderLanes2),
workInProgress2.child;case 10:return props=workInProgress2.pendingProps,pushProvider(workInProgress2,workInProgress2.type,props.value),reconcileChildren(current,
workInProgress2,props.children,renderLanes2),workInProgress2.child;case 9:return $$typeof=workInProgress2.type._context,props=workInProgress2.pendingProps.children,
prepareToReadContext(workInProgress2),$$typeof=readContext($$typeof),props=props($$typeof),workInProgress2.flags|=1,reconcileChildren(current,workInProgress2,props,
renderLanes2),workInProgress2.child;case 14:return updateMemoComponent(current,workInProgress2,workInProgress2.type,workInProgress2.pendingProps,renderLanes2);case 15:
return updateSimpleMemoComponent(current,workInProgress2,workInProgress2.type,workInProgress2.pendingProps,renderLanes2);case 19:return updateSuspenseListComponent(
current,workInProgress2,renderLanes2);case 31:return updateActivityComponent(current,workInProgress2,renderLanes2);case 22:return updateOffscreenComponent(current,
workInProgress2,renderLanes2,workInProgress2.pendingProps);case 24:return prepareToReadContext(workInProgress2),props=readContext(CacheContext),current===null?($$typeof=
peekCacheFromPool(),$$typeof===null&&($$typeof=workInProgressRoot,nextProps=createCache(),$$typeof.pooledCache=nextProps,nextProps.refCount++,nextProps!==null&&
($$typeof.pooledCacheLanes|=renderLanes2),$$typeof=nextProps),workInProgress2.memoizedState={parent:props,cache:$$typeof},initializeUpdateQueue(workInProgress2),
pushProvider(workInProgress2,CacheContext,$$typeof)):((current.lanes&renderLanes2)!==0&&(cloneUpdateQueue(current,workInProgress2),processUpdateQueue(workInProgress2,
null,null,renderLanes2),suspendIfUpdateReadFromEntangledAsyncAction()),$$typeof=current.memoizedState,nextProps=workInProgress2.memoizedState,$$typeof.parent!==
props?($$typeof={parent:props,cache:props},workInProgress2.memoizedState=$$typeof,workInProgress2.lanes===0&&(workInProgress2.memoizedState=workInProgress2.updateQueue.
baseState=$$typeof),pushProvider(workInProgress2,CacheContext,props)):(props=nextProps.cache,pushProvider(workInProgress2,CacheContext,props),props!==$$typeof.cache&&
propagateContextChanges(workInProgress2,[CacheContext],renderLanes2,!0))),reconcileChildren(current,workInProgress2,workInProgress2.pendingProps.children,renderLanes2),
workInProgress2.child;case 29:throw workInProgress2.pendingProps}throw Error(formatProdErrorMessage(156,workInProgress2.tag))}function markUpdate(workInProgress2){
workInProgress2.flags|=4}function markCloned(workInProgress2){supportsPersistence&&(workInProgress2.flags|=8)}function doesRequireClone(current,completedWork){if(current!==
null&&current.child===completedWork.child)return!1;if((completedWork.flags&16)!==0)return!0;for(current=completedWork.child;current!==null;){if((current.flags&8218)!==
0||(current.subtreeFlags&8218)!==0)return!0;current=current.sibling}return!1}function appendAllChildren(parent,workInProgress2,needsVisibilityToggle,isHidden2){
if(supportsMutation)for(needsVisibilityToggle=workInProgress2.child;needsVisibilityToggle!==null;){if(needsVisibilityToggle.tag===5||needsVisibilityToggle.tag===
6)appendInitialChild(parent,needsVisibilityToggle.stateNode);else if(!(needsVisibilityToggle.tag===4||supportsSingletons&&needsVisibilityToggle.tag===27)&&needsVisibilityToggle.
child!==null){needsVisibilityToggle.child.return=needsVisibilityToggle,needsVisibilityToggle=needsVisibilityToggle.child;continue}if(needsVisibilityToggle===workInProgress2)
break;for(;needsVisibilityToggle.sibling===null;){if(needsVisibilityToggle.return===null||needsVisibilityToggle.return===workInProgress2)return;needsVisibilityToggle=
needsVisibilityToggle.return}needsVisibilityToggle.sibling.return=needsVisibilityToggle.return,needsVisibilityToggle=needsVisibilityToggle.sibling}else if(supportsPersistence)
for(var node$85=workInProgress2.child;node$85!==null;){if(node$85.tag===5){var instance=node$85.stateNode;needsVisibilityToggle&&isHidden2&&(instance=cloneHiddenInstance(
instance,node$85.type,node$85.memoizedProps)),appendInitialChild(parent,instance)}else if(node$85.tag===6)instance=node$85.stateNode,needsVisibilityToggle&&isHidden2&&
(instance=cloneHiddenTextInstance(instance,node$85.memoizedProps)),appendInitialChild(parent,instance);else if(node$85.tag!==4){if(node$85.tag===22&&node$85.memoizedState!==
null)instance=node$85.child,instance!==null&&(instance.return=node$85),appendAllChildren(parent,node$85,!0,!0);else if(node$85.child!==null){node$85.child.return=
node$85,node$85=node$85.child;continue}}if(node$85===workInProgress2)break;for(;node$85.sibling===null;){if(node$85.return===null||node$85.return===workInProgress2)
return;node$85=node$85.return}node$85.sibling.return=node$85.return,node$85=node$85.sibling}}function appendAllChildrenToContainer(containerChildSet,workInProgress2,needsVisibilityToggle,isHidden2){
var hasOffscreenComponentChild=!1;if(supportsPersistence)for(var node=workInProgress2.child;node!==null;){if(node.tag===5){var instance=node.stateNode;needsVisibilityToggle&&
isHidden2&&(instance=cloneHiddenInstance(instance,node.type,node.memoizedProps)),appendChildToContainerChildSet(containerChildSet,instance)}else if(node.tag===6)
instance=node.stateNode,needsVisibilityToggle&&isHidden2&&(instance=cloneHiddenTextInstance(instance,node.memoizedProps)),appendChildToContainerChildSet(containerChildSet,
instance);else if(node.tag!==4){if(node.tag===22&&node.memoizedState!==null)hasOffscreenComponentChild=node.child,hasOffscreenComponentChild!==null&&(hasOffscreenComponentChild.
return=node),appendAllChildrenToContainer(containerChildSet,node,!0,!0),hasOffscreenComponentChild=!0;else if(node.child!==null){node.child.return=node,node=node.
child;continue}}if(node===workInProgress2)break;for(;node.sibling===null;){if(node.return===null||node.return===workInProgress2)return hasOffscreenComponentChild;
node=node.return}node.sibling.return=node.return,node=node.sibling}return hasOffscreenComponentChild}function updateHostContainer(current,workInProgress2){if(supportsPersistence&&
doesRequireClone(current,workInProgress2)){current=workInProgress2.stateNode;var container=current.containerInfo,newChildSet=createContainerChildSet();appendAllChildrenToContainer(
newChildSet,workInProgress2,!1,!1),current.pendingChildren=newChildSet,markUpdate(workInProgress2),finalizeContainerChildren(container,newChildSet)}}function updateHostComponent(current,workInProgress2,type,newProps){
if(supportsMutation)current.memoizedProps!==newProps&&markUpdate(workInProgress2);else if(supportsPersistence){var currentInstance=current.stateNode,oldProps$88=current.
memoizedProps;if((current=doesRequireClone(current,workInProgress2))||oldProps$88!==newProps){var currentHostContext=contextStackCursor.current;oldProps$88=cloneInstance(
currentInstance,type,oldProps$88,newProps,!current,null),oldProps$88===currentInstance?workInProgress2.stateNode=currentInstance:(markCloned(workInProgress2),finalizeInitialChildren(
oldProps$88,type,newProps,currentHostContext)&&markUpdate(workInProgress2),workInProgress2.stateNode=oldProps$88,current&&appendAllChildren(oldProps$88,workInProgress2,
!1,!1))}else workInProgress2.stateNode=currentInstance}}function preloadInstanceAndSuspendIfNeeded(workInProgress2,type,oldProps,newProps,renderLanes2){if((workInProgress2.
mode&32)!==0&&(oldProps===null?maySuspendCommit(type,newProps):maySuspendCommitOnUpdate(type,oldProps,newProps))){if(workInProgress2.flags|=16777216,(renderLanes2&
335544128)===renderLanes2||maySuspendCommitInSyncRender(type,newProps))if(preloadInstance(workInProgress2.stateNode,type,newProps))workInProgress2.flags|=8192;else if(shouldRemainOnPreviousScreen())
workInProgress2.flags|=8192;else throw suspendedThenable=noopSuspenseyCommitThenable,SuspenseyCommitException}else workInProgress2.flags&=-16777217}function preloadResourceAndSuspendIfNeeded(workInProgress2,resource){
if(mayResourceSuspendCommit(resource)){if(workInProgress2.flags|=16777216,!preloadResource(resource))if(shouldRemainOnPreviousScreen())workInProgress2.flags|=8192;else
throw suspendedThenable=noopSuspenseyCommitThenable,SuspenseyCommitException}else workInProgress2.flags&=-16777217}function scheduleRetryEffect(workInProgress2,retryQueue){
retryQueue!==null&&(workInProgress2.flags|=4),workInProgress2.flags&16384&&(retryQueue=workInProgress2.tag!==22?claimNextRetryLane():536870912,workInProgress2.lanes|=
retryQueue,workInProgressSuspendedRetryLanes|=retryQueue)}function cutOffTailIfNeeded(renderState,hasRenderedATailFallback){if(!isHydrating)switch(renderState.tailMode){case"\
hidden":hasRenderedATailFallback=renderState.tail;for(var lastTailNode=null;hasRenderedATailFallback!==null;)hasRenderedATailFallback.alternate!==null&&(lastTailNode=
hasRenderedATailFallback),hasRenderedATailFallback=hasRenderedATailFallback.sibling;lastTailNode===null?renderState.tail=null:lastTailNode.sibling=null;break;case"\
collapsed":lastTailNode=renderState.tail;for(var lastTailNode$90=null;lastTailNode!==null;)lastTailNode.alternate!==null&&(lastTailNode$90=lastTailNode),lastTailNode=
lastTailNode.sibling;lastTailNode$90===null?hasRenderedATailFallback||renderState.tail===null?renderState.tail=null:renderState.tail.sibling=null:lastTailNode$90.
sibling=null}}function bubbleProperties(completedWork){var didBailout=completedWork.alternate!==null&&completedWork.alternate.child===completedWork.child,newChildLanes=0,
subtreeFlags=0;if(didBailout)for(var child$91=completedWork.child;child$91!==null;)newChildLanes|=child$91.lanes|child$91.childLanes,subtreeFlags|=child$91.subtreeFlags&
65011712,subtreeFlags|=child$91.flags&65011712,child$91.return=completedWork,child$91=child$91.sibling;else for(child$91=completedWork.child;child$91!==null;)newChildLanes|=
child$91.lanes|child$91.childLanes,subtreeFlags|=child$91.subtreeFlags,subtreeFlags|=child$91.flags,child$91.return=completedWork,child$91=child$91.sibling;return completedWork.
subtreeFlags|=subtreeFlags,completedWork.childLanes=newChildLanes,didBailout}function completeWork(current,workInProgress2,renderLanes2){var newProps=workInProgress2.
pendingProps;switch(popTreeContext(workInProgress2),workInProgress2.tag){case 16:case 15:case 0:case 11:case 7:case 8:case 12:case 9:case 14:return bubbleProperties(
workInProgress2),null;case 1:return bubbleProperties(workInProgress2),null;case 3:return renderLanes2=workInProgress2.stateNode,newProps=null,current!==null&&(newProps=
current.memoizedState.cache),workInProgress2.memoizedState.cache!==newProps&&(workInProgress2.flags|=2048),popProvider(CacheContext),popHostContainer(),renderLanes2.
pendingContext&&(renderLanes2.context=renderLanes2.pendingContext,renderLanes2.pendingContext=null),(current===null||current.child===null)&&(popHydrationState(workInProgress2)?
markUpdate(workInProgress2):current===null||current.memoizedState.isDehydrated&&(workInProgress2.flags&256)===0||(workInProgress2.flags|=1024,upgradeHydrationErrorsToRecoverable())),
updateHostContainer(current,workInProgress2),bubbleProperties(workInProgress2),null;case 26:if(supportsResources){var type=workInProgress2.type,nextResource=workInProgress2.
memoizedState;return current===null?(markUpdate(workInProgress2),nextResource!==null?(bubbleProperties(workInProgress2),preloadResourceAndSuspendIfNeeded(workInProgress2,
nextResource)):(bubbleProperties(workInProgress2),preloadInstanceAndSuspendIfNeeded(workInProgress2,type,null,newProps,renderLanes2))):nextResource?nextResource!==
current.memoizedState?(markUpdate(workInProgress2),bubbleProperties(workInProgress2),preloadResourceAndSuspendIfNeeded(workInProgress2,nextResource)):(bubbleProperties(
workInProgress2),workInProgress2.flags&=-16777217):(nextResource=current.memoizedProps,supportsMutation?nextResource!==newProps&&markUpdate(workInProgress2):updateHostComponent(
current,workInProgress2,type,newProps),bubbleProperties(workInProgress2),preloadInstanceAndSuspendIfNeeded(workInProgress2,type,nextResource,newProps,renderLanes2)),
null}case 27:if(supportsSingletons){if(popHostContext(workInProgress2),renderLanes2=rootInstanceStackCursor.current,type=workInProgress2.type,current!==null&&workInProgress2.
stateNode!=null)supportsMutation?current.memoizedProps!==newProps&&markUpdate(workInProgress2):updateHostComponent(current,workInProgress2,type,newProps);else{if(!newProps){
if(workInProgress2.stateNode===null)throw Error(formatProdErrorMessage(166));return bubbleProperties(workInProgress2),null}current=contextStackCursor.current,popHydrationState(
workInProgress2)?prepareToHydrateHostInstance(workInProgress2,current):(current=resolveSingletonInstance(type,newProps,renderLanes2,current,!0),workInProgress2.
stateNode=current,markUpdate(workInProgress2))}return bubbleProperties(workInProgress2),null}case 5:if(popHostContext(workInProgress2),type=workInProgress2.type,
current!==null&&workInProgress2.stateNode!=null)updateHostComponent(current,workInProgress2,type,newProps);else{if(!newProps){if(workInProgress2.stateNode===null)
throw Error(formatProdErrorMessage(166));return bubbleProperties(workInProgress2),null}if(nextResource=contextStackCursor.current,popHydrationState(workInProgress2))
prepareToHydrateHostInstance(workInProgress2,nextResource),finalizeHydratedChildren(workInProgress2.stateNode,type,newProps,nextResource)&&(workInProgress2.flags|=
64);else{var instance$101=createInstance(type,newProps,rootInstanceStackCursor.current,nextResource,workInProgress2);markCloned(workInProgress2),appendAllChildren(
instance$101,workInProgress2,!1,!1),workInProgress2.stateNode=instance$101,finalizeInitialChildren(instance$101,type,newProps,nextResource)&&markUpdate(workInProgress2)}}
return bubbleProperties(workInProgress2),preloadInstanceAndSuspendIfNeeded(workInProgress2,workInProgress2.type,current===null?null:current.memoizedProps,workInProgress2.
pendingProps,renderLanes2),null;case 6:if(current&&workInProgress2.stateNode!=null)renderLanes2=current.memoizedProps,supportsMutation?renderLanes2!==newProps&&
markUpdate(workInProgress2):supportsPersistence&&(renderLanes2!==newProps?(current=rootInstanceStackCursor.current,renderLanes2=contextStackCursor.current,markCloned(
workInProgress2),workInProgress2.stateNode=createTextInstance(newProps,current,renderLanes2,workInProgress2)):workInProgress2.stateNode=current.stateNode);else{
if(typeof newProps!="string"&&workInProgress2.stateNode===null)throw Error(formatProdErrorMessage(166));if(current=rootInstanceStackCursor.current,renderLanes2=
contextStackCursor.current,popHydrationState(workInProgress2)){if(!supportsHydration)throw Error(formatProdErrorMessage(176));if(current=workInProgress2.stateNode,
renderLanes2=workInProgress2.memoizedProps,newProps=null,type=hydrationParentFiber,type!==null)switch(type.tag){case 27:case 5:newProps=type.memoizedProps}hydrateTextInstance(
current,renderLanes2,workInProgress2,newProps)||throwOnHydrationMismatch(workInProgress2,!0)}else markCloned(workInProgress2),workInProgress2.stateNode=createTextInstance(
newProps,current,renderLanes2,workInProgress2)}return bubbleProperties(workInProgress2),null;case 31:if(renderLanes2=workInProgress2.memoizedState,current===null||
current.memoizedState!==null){if(newProps=popHydrationState(workInProgress2),renderLanes2!==null){if(current===null){if(!newProps)throw Error(formatProdErrorMessage(
318));if(!supportsHydration)throw Error(formatProdErrorMessage(556));if(current=workInProgress2.memoizedState,current=current!==null?current.dehydrated:null,!current)
throw Error(formatProdErrorMessage(557));hydrateActivityInstance(current,workInProgress2)}else resetHydrationState(),(workInProgress2.flags&128)===0&&(workInProgress2.
memoizedState=null),workInProgress2.flags|=4;bubbleProperties(workInProgress2),current=!1}else renderLanes2=upgradeHydrationErrorsToRecoverable(),current!==null&&
current.memoizedState!==null&&(current.memoizedState.hydrationErrors=renderLanes2),current=!0;if(!current)return workInProgress2.flags&256?(popSuspenseHandler(workInProgress2),
workInProgress2):(popSuspenseHandler(workInProgress2),null);if((workInProgress2.flags&128)!==0)throw Error(formatProdErrorMessage(558))}return bubbleProperties(
workInProgress2),null;case 13:if(newProps=workInProgress2.memoizedState,current===null||current.memoizedState!==null&&current.memoizedState.dehydrated!==null){if(type=
popHydrationState(workInProgress2),newProps!==null&&newProps.dehydrated!==null){if(current===null){if(!type)throw Error(formatProdErrorMessage(318));if(!supportsHydration)
throw Error(formatProdErrorMessage(344));if(type=workInProgress2.memoizedState,type=type!==null?type.dehydrated:null,!type)throw Error(formatProdErrorMessage(317));
hydrateSuspenseInstance(type,workInProgress2)}else resetHydrationState(),(workInProgress2.flags&128)===0&&(workInProgress2.memoizedState=null),workInProgress2.flags|=
4;bubbleProperties(workInProgress2),type=!1}else type=upgradeHydrationErrorsToRecoverable(),current!==null&&current.memoizedState!==null&&(current.memoizedState.
hydrationErrors=type),type=!0;if(!type)return workInProgress2.flags&256?(popSuspenseHandler(workInProgress2),workInProgress2):(popSuspenseHandler(workInProgress2),
null)}return popSuspenseHandler(workInProgress2),(workInProgress2.flags&128)!==0?(workInProgress2.lanes=renderLanes2,workInProgress2):(renderLanes2=newProps!==null,
current=current!==null&&current.memoizedState!==null,renderLanes2&&(newProps=workInProgress2.child,type=null,newProps.alternate!==null&&newProps.alternate.memoizedState!==
null&&newProps.alternate.memoizedState.cachePool!==null&&(type=newProps.alternate.memoizedState.cachePool.pool),nextResource=null,newProps.memoizedState!==null&&
newProps.memoizedState.cachePool!==null&&(nextResource=newProps.memoizedState.cachePool.pool),nextResource!==type&&(newProps.flags|=2048)),renderLanes2!==current&&
renderLanes2&&(workInProgress2.child.flags|=8192),scheduleRetryEffect(workInProgress2,workInProgress2.updateQueue),bubbleProperties(workInProgress2),null);case 4:
return popHostContainer(),updateHostContainer(current,workInProgress2),current===null&&preparePortalMount(workInProgress2.stateNode.containerInfo),bubbleProperties(
workInProgress2),null;case 10:return popProvider(workInProgress2.type),bubbleProperties(workInProgress2),null;case 19:if(pop(suspenseStackCursor),newProps=workInProgress2.
memoizedState,newProps===null)return bubbleProperties(workInProgress2),null;if(type=(workInProgress2.flags&128)!==0,nextResource=newProps.rendering,nextResource===
null)if(type)cutOffTailIfNeeded(newProps,!1);else{if(workInProgressRootExitStatus!==0||current!==null&&(current.flags&128)!==0)for(current=workInProgress2.child;current!==
null;){if(nextResource=findFirstSuspended(current),nextResource!==null){for(workInProgress2.flags|=128,cutOffTailIfNeeded(newProps,!1),current=nextResource.updateQueue,
workInProgress2.updateQueue=current,scheduleRetryEffect(workInProgress2,current),workInProgress2.subtreeFlags=0,current=renderLanes2,renderLanes2=workInProgress2.
child;renderLanes2!==null;)resetWorkInProgress(renderLanes2,current),renderLanes2=renderLanes2.sibling;return push(suspenseStackCursor,suspenseStackCursor.current&
1|2),isHydrating&&pushTreeFork(workInProgress2,newProps.treeForkCount),workInProgress2.child}current=current.sibling}newProps.tail!==null&&now()>workInProgressRootRenderTargetTime&&
(workInProgress2.flags|=128,type=!0,cutOffTailIfNeeded(newProps,!1),workInProgress2.lanes=4194304)}else{if(!type)if(current=findFirstSuspended(nextResource),current!==
null){if(workInProgress2.flags|=128,type=!0,current=current.updateQueue,workInProgress2.updateQueue=current,scheduleRetryEffect(workInProgress2,current),cutOffTailIfNeeded(
newProps,!0),newProps.tail===null&&newProps.tailMode==="hidden"&&!nextResource.alternate&&!isHydrating)return bubbleProperties(workInProgress2),null}else 2*now()-
newProps.renderingStartTime>workInProgressRootRenderTargetTime&&renderLanes2!==536870912&&(workInProgress2.flags|=128,type=!0,cutOffTailIfNeeded(newProps,!1),workInProgress2.
lanes=4194304);newProps.isBackwards?(nextResource.sibling=workInProgress2.child,workInProgress2.child=nextResource):(current=newProps.last,current!==null?current.
sibling=nextResource:workInProgress2.child=nextResource,newProps.last=nextResource)}return newProps.tail!==null?(current=newProps.tail,newProps.rendering=current,
newProps.tail=current.sibling,newProps.renderingStartTime=now(),current.sibling=null,renderLanes2=suspenseStackCursor.current,push(suspenseStackCursor,type?renderLanes2&
1|2:renderLanes2&1),isHydrating&&pushTreeFork(workInProgress2,newProps.treeForkCount),current):(bubbleProperties(workInProgress2),null);case 22:case 23:return popSuspenseHandler(
workInProgress2),popHiddenContext(),newProps=workInProgress2.memoizedState!==null,current!==null?current.memoizedState!==null!==newProps&&(workInProgress2.flags|=
8192):newProps&&(workInProgress2.flags|=8192),newProps?(renderLanes2&536870912)!==0&&(workInProgress2.flags&128)===0&&(bubbleProperties(workInProgress2),workInProgress2.
subtreeFlags&6&&(workInProgress2.flags|=8192)):bubbleProperties(workInProgress2),renderLanes2=workInProgress2.updateQueue,renderLanes2!==null&&scheduleRetryEffect(
workInProgress2,renderLanes2.retryQueue),renderLanes2=null,current!==null&&current.memoizedState!==null&&current.memoizedState.cachePool!==null&&(renderLanes2=current.
memoizedState.cachePool.pool),newProps=null,workInProgress2.memoizedState!==null&&workInProgress2.memoizedState.cachePool!==null&&(newProps=workInProgress2.memoizedState.
cachePool.pool),newProps!==renderLanes2&&(workInProgress2.flags|=2048),current!==null&&pop(resumedCache),null;case 24:return renderLanes2=null,current!==null&&(renderLanes2=
current.memoizedState.cache),workInProgress2.memoizedState.cache!==renderLanes2&&(workInProgress2.flags|=2048),popProvider(CacheContext),bubbleProperties(workInProgress2),
null;case 25:return null;case 30:return null}throw Error(formatProdErrorMessage(156,workInProgress2.tag))}function unwindWork(current,workInProgress2){switch(popTreeContext(
workInProgress2),workInProgress2.tag){case 1:return current=workInProgress2.flags,current&65536?(workInProgress2.flags=current&-65537|128,workInProgress2):null;case 3:
return popProvider(CacheContext),popHostContainer(),current=workInProgress2.flags,(current&65536)!==0&&(current&128)===0?(workInProgress2.flags=current&-65537|128,
workInProgress2):null;case 26:case 27:case 5:return popHostContext(workInProgress2),null;case 31:if(workInProgress2.memoizedState!==null){if(popSuspenseHandler(
workInProgress2),workInProgress2.alternate===null)throw Error(formatProdErrorMessage(340));resetHydrationState()}return current=workInProgress2.flags,current&65536?
(workInProgress2.flags=current&-65537|128,workInProgress2):null;case 13:if(popSuspenseHandler(workInProgress2),current=workInProgress2.memoizedState,current!==null&&
current.dehydrated!==null){if(workInProgress2.alternate===null)throw Error(formatProdErrorMessage(340));resetHydrationState()}return current=workInProgress2.flags,
current&65536?(workInProgress2.flags=current&-65537|128,workInProgress2):null;case 19:return pop(suspenseStackCursor),null;case 4:return popHostContainer(),null;case 10:
return popProvider(workInProgress2.type),null;case 22:case 23:return popSuspenseHandler(workInProgress2),popHiddenContext(),current!==null&&pop(resumedCache),current=
workInProgress2.flags,current&65536?(workInProgress2.flags=current&-65537|128,workInProgress2):null;case 24:return popProvider(CacheContext),null;case 25:return null;default:
return null}}function unwindInterruptedWork(current,interruptedWork){switch(popTreeContext(interruptedWork),interruptedWork.tag){case 3:popProvider(CacheContext),
popHostContainer();break;case 26:case 27:case 5:popHostContext(interruptedWork);break;case 4:popHostContainer();break;case 31:interruptedWork.memoizedState!==null&&
popSuspenseHandler(interruptedWork);break;case 13:popSuspenseHandler(interruptedWork);break;case 19:pop(suspenseStackCursor);break;case 10:popProvider(interruptedWork.
type);break;case 22:case 23:popSuspenseHandler(interruptedWork),popHiddenContext(),current!==null&&pop(resumedCache);break;case 24:popProvider(CacheContext)}}function commitHookEffectListMount(flags,finishedWork){
try{var updateQueue=finishedWork.updateQueue,lastEffect=updateQueue!==null?updateQueue.lastEffect:null;if(lastEffect!==null){var firstEffect=lastEffect.next;updateQueue=
firstEffect;do{if((updateQueue.tag&flags)===flags){lastEffect=void 0;var create3=updateQueue.create,inst=updateQueue.inst;lastEffect=create3(),inst.destroy=lastEffect}
updateQueue=updateQueue.next}while(updateQueue!==firstEffect)}}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}function commitHookEffectListUnmount(flags,finishedWork,nearestMountedAncestor$jscomp$0){
try{var updateQueue=finishedWork.updateQueue,lastEffect=updateQueue!==null?updateQueue.lastEffect:null;if(lastEffect!==null){var firstEffect=lastEffect.next;updateQueue=
firstEffect;do{if((updateQueue.tag&flags)===flags){var inst=updateQueue.inst,destroy=inst.destroy;if(destroy!==void 0){inst.destroy=void 0,lastEffect=finishedWork;
var nearestMountedAncestor=nearestMountedAncestor$jscomp$0,destroy_=destroy;try{destroy_()}catch(error){captureCommitPhaseError(lastEffect,nearestMountedAncestor,
error)}}}updateQueue=updateQueue.next}while(updateQueue!==firstEffect)}}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}function commitClassCallbacks(finishedWork){
var updateQueue=finishedWork.updateQueue;if(updateQueue!==null){var instance=finishedWork.stateNode;try{commitCallbacks(updateQueue,instance)}catch(error){captureCommitPhaseError(
finishedWork,finishedWork.return,error)}}}function safelyCallComponentWillUnmount(current,nearestMountedAncestor,instance){instance.props=resolveClassComponentProps(
current.type,current.memoizedProps),instance.state=current.memoizedState;try{instance.componentWillUnmount()}catch(error){captureCommitPhaseError(current,nearestMountedAncestor,
error)}}function safelyAttachRef(current,nearestMountedAncestor){try{var ref=current.ref;if(ref!==null){switch(current.tag){case 26:case 27:case 5:var instanceToUse=getPublicInstance(
current.stateNode);break;case 30:instanceToUse=current.stateNode;break;default:instanceToUse=current.stateNode}typeof ref=="function"?current.refCleanup=ref(instanceToUse):
ref.current=instanceToUse}}catch(error){captureCommitPhaseError(current,nearestMountedAncestor,error)}}function safelyDetachRef(current,nearestMountedAncestor){
var ref=current.ref,refCleanup=current.refCleanup;if(ref!==null)if(typeof refCleanup=="function")try{refCleanup()}catch(error){captureCommitPhaseError(current,nearestMountedAncestor,
error)}finally{current.refCleanup=null,current=current.alternate,current!=null&&(current.refCleanup=null)}else if(typeof ref=="function")try{ref(null)}catch(error$124){
captureCommitPhaseError(current,nearestMountedAncestor,error$124)}else ref.current=null}function commitHostMount(finishedWork){var type=finishedWork.type,props=finishedWork.
memoizedProps,instance=finishedWork.stateNode;try{commitMount(instance,type,props,finishedWork)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,
error)}}function commitHostUpdate(finishedWork,newProps,oldProps){try{commitUpdate(finishedWork.stateNode,finishedWork.type,oldProps,newProps,finishedWork)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}function isHostParent(fiber){return fiber.tag===5||fiber.tag===3||(supportsResources?fiber.tag===
26:!1)||(supportsSingletons?fiber.tag===27&&isSingletonScope(fiber.type):!1)||fiber.tag===4}function getHostSibling(fiber){a:for(;;){for(;fiber.sibling===null;){
if(fiber.return===null||isHostParent(fiber.return))return null;fiber=fiber.return}for(fiber.sibling.return=fiber.return,fiber=fiber.sibling;fiber.tag!==5&&fiber.
tag!==6&&fiber.tag!==18;){if(supportsSingletons&&fiber.tag===27&&isSingletonScope(fiber.type)||fiber.flags&2||fiber.child===null||fiber.tag===4)continue a;fiber.
child.return=fiber,fiber=fiber.child}if(!(fiber.flags&2))return fiber.stateNode}}function insertOrAppendPlacementNodeIntoContainer(node,before,parent){var tag=node.
tag;if(tag===5||tag===6)node=node.stateNode,before?insertInContainerBefore(parent,node,before):appendChildToContainer(parent,node);else if(tag!==4&&(supportsSingletons&&
tag===27&&isSingletonScope(node.type)&&(parent=node.stateNode,before=null),node=node.child,node!==null))for(insertOrAppendPlacementNodeIntoContainer(node,before,
parent),node=node.sibling;node!==null;)insertOrAppendPlacementNodeIntoContainer(node,before,parent),node=node.sibling}function insertOrAppendPlacementNode(node,before,parent){
var tag=node.tag;if(tag===5||tag===6)node=node.stateNode,before?insertBefore(parent,node,before):appendChild(parent,node);else if(tag!==4&&(supportsSingletons&&
tag===27&&isSingletonScope(node.type)&&(parent=node.stateNode),node=node.child,node!==null))for(insertOrAppendPlacementNode(node,before,parent),node=node.sibling;node!==
null;)insertOrAppendPlacementNode(node,before,parent),node=node.sibling}function commitHostPortalContainerChildren(portal,finishedWork,pendingChildren){portal=portal.
containerInfo;try{replaceContainerChildren(portal,pendingChildren)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}function commitHostSingletonAcquisition(finishedWork){
var singleton=finishedWork.stateNode,props=finishedWork.memoizedProps;try{acquireSingletonInstance(finishedWork.type,props,singleton,finishedWork)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}function commitBeforeMutationEffects(root,firstChild){for(prepareForCommit(root.containerInfo),
nextEffect=firstChild;nextEffect!==null;)if(root=nextEffect,firstChild=root.child,(root.subtreeFlags&1028)!==0&&firstChild!==null)firstChild.return=root,nextEffect=
firstChild;else for(;nextEffect!==null;){root=nextEffect;var current=root.alternate;switch(firstChild=root.flags,root.tag){case 0:if((firstChild&4)!==0&&(firstChild=
root.updateQueue,firstChild=firstChild!==null?firstChild.events:null,firstChild!==null))for(var ii=0;ii<firstChild.length;ii++){var _eventPayloads$ii=firstChild[ii];
_eventPayloads$ii.ref.impl=_eventPayloads$ii.nextImpl}break;case 11:case 15:break;case 1:if((firstChild&1024)!==0&&current!==null){firstChild=void 0,ii=root,_eventPayloads$ii=
current.memoizedProps,current=current.memoizedState;var instance=ii.stateNode;try{var resolvedPrevProps=resolveClassComponentProps(ii.type,_eventPayloads$ii);firstChild=
instance.getSnapshotBeforeUpdate(resolvedPrevProps,current),instance.__reactInternalSnapshotBeforeUpdate=firstChild}catch(error){captureCommitPhaseError(ii,ii.return,
error)}}break;case 3:(firstChild&1024)!==0&&supportsMutation&&clearContainer(root.stateNode.containerInfo);break;case 5:case 26:case 27:case 6:case 4:case 17:break;default:
if((firstChild&1024)!==0)throw Error(formatProdErrorMessage(163))}if(firstChild=root.sibling,firstChild!==null){firstChild.return=root.return,nextEffect=firstChild;
break}nextEffect=root.return}}function commitLayoutEffectOnFiber(finishedRoot,current,finishedWork){var flags=finishedWork.flags;switch(finishedWork.tag){case 0:case 11:case 15:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4&&commitHookEffectListMount(5,finishedWork);break;case 1:if(recursivelyTraverseLayoutEffects(
finishedRoot,finishedWork),flags&4)if(finishedRoot=finishedWork.stateNode,current===null)try{finishedRoot.componentDidMount()}catch(error){captureCommitPhaseError(
finishedWork,finishedWork.return,error)}else{var prevProps=resolveClassComponentProps(finishedWork.type,current.memoizedProps);current=current.memoizedState;try{
finishedRoot.componentDidUpdate(prevProps,current,finishedRoot.__reactInternalSnapshotBeforeUpdate)}catch(error$123){captureCommitPhaseError(finishedWork,finishedWork.
return,error$123)}}flags&64&&commitClassCallbacks(finishedWork),flags&512&&safelyAttachRef(finishedWork,finishedWork.return);break;case 3:if(recursivelyTraverseLayoutEffects(
finishedRoot,finishedWork),flags&64&&(flags=finishedWork.updateQueue,flags!==null)){if(finishedRoot=null,finishedWork.child!==null)switch(finishedWork.child.tag){case 27:case 5:
finishedRoot=getPublicInstance(finishedWork.child.stateNode);break;case 1:finishedRoot=finishedWork.child.stateNode}try{commitCallbacks(flags,finishedRoot)}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}}break;case 27:supportsSingletons&&current===null&&flags&4&&commitHostSingletonAcquisition(finishedWork);case 26:case 5:
if(recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),current===null){if(flags&4)commitHostMount(finishedWork);else if(flags&64){finishedRoot=finishedWork.
type,current=finishedWork.memoizedProps,prevProps=finishedWork.stateNode;try{commitHydratedInstance(prevProps,finishedRoot,current,finishedWork)}catch(error){captureCommitPhaseError(
finishedWork,finishedWork.return,error)}}}flags&512&&safelyAttachRef(finishedWork,finishedWork.return);break;case 12:recursivelyTraverseLayoutEffects(finishedRoot,
finishedWork);break;case 31:recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4&&commitActivityHydrationCallbacks(finishedRoot,finishedWork);break;case 13:
recursivelyTraverseLayoutEffects(finishedRoot,finishedWork),flags&4&&commitSuspenseHydrationCallbacks(finishedRoot,finishedWork),flags&64&&(flags=finishedWork.memoizedState,
flags!==null&&(flags=flags.dehydrated,flags!==null&&(finishedWork=retryDehydratedSuspenseBoundary.bind(null,finishedWork),registerSuspenseInstanceRetry(flags,finishedWork))));
break;case 22:if(flags=finishedWork.memoizedState!==null||offscreenSubtreeIsHidden,!flags){current=current!==null&&current.memoizedState!==null||offscreenSubtreeWasHidden,
prevProps=offscreenSubtreeIsHidden;var prevOffscreenSubtreeWasHidden=offscreenSubtreeWasHidden;offscreenSubtreeIsHidden=flags,(offscreenSubtreeWasHidden=current)&&
!prevOffscreenSubtreeWasHidden?recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,(finishedWork.subtreeFlags&8772)!==0):recursivelyTraverseLayoutEffects(
finishedRoot,finishedWork),offscreenSubtreeIsHidden=prevProps,offscreenSubtreeWasHidden=prevOffscreenSubtreeWasHidden}break;case 30:break;default:recursivelyTraverseLayoutEffects(
finishedRoot,finishedWork)}}function detachFiberAfterEffects(fiber){var alternate=fiber.alternate;alternate!==null&&(fiber.alternate=null,detachFiberAfterEffects(
alternate)),fiber.child=null,fiber.deletions=null,fiber.sibling=null,fiber.tag===5&&(alternate=fiber.stateNode,alternate!==null&&detachDeletedInstance(alternate)),
fiber.stateNode=null,fiber.return=null,fiber.dependencies=null,fiber.memoizedProps=null,fiber.memoizedState=null,fiber.pendingProps=null,fiber.stateNode=null,fiber.
updateQueue=null}function recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,parent){for(parent=parent.child;parent!==null;)commitDeletionEffectsOnFiber(
finishedRoot,nearestMountedAncestor,parent),parent=parent.sibling}function commitDeletionEffectsOnFiber(finishedRoot,nearestMountedAncestor,deletedFiber){if(injectedHook&&
typeof injectedHook.onCommitFiberUnmount=="function")try{injectedHook.onCommitFiberUnmount(rendererID,deletedFiber)}catch{}switch(deletedFiber.tag){case 26:if(supportsResources){
offscreenSubtreeWasHidden||safelyDetachRef(deletedFiber,nearestMountedAncestor),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),
deletedFiber.memoizedState?releaseResource(deletedFiber.memoizedState):deletedFiber.stateNode&&unmountHoistable(deletedFiber.stateNode);break}case 27:if(supportsSingletons){
offscreenSubtreeWasHidden||safelyDetachRef(deletedFiber,nearestMountedAncestor);var prevHostParent=hostParent,prevHostParentIsContainer=hostParentIsContainer;isSingletonScope(
deletedFiber.type)&&(hostParent=deletedFiber.stateNode,hostParentIsContainer=!1),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),
releaseSingletonInstance(deletedFiber.stateNode),hostParent=prevHostParent,hostParentIsContainer=prevHostParentIsContainer;break}case 5:offscreenSubtreeWasHidden||
safelyDetachRef(deletedFiber,nearestMountedAncestor);case 6:if(supportsMutation){if(prevHostParent=hostParent,prevHostParentIsContainer=hostParentIsContainer,hostParent=
null,recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber),hostParent=prevHostParent,hostParentIsContainer=prevHostParentIsContainer,
hostParent!==null)if(hostParentIsContainer)try{removeChildFromContainer(hostParent,deletedFiber.stateNode)}catch(error){captureCommitPhaseError(deletedFiber,nearestMountedAncestor,
error)}else try{removeChild(hostParent,deletedFiber.stateNode)}catch(error){captureCommitPhaseError(deletedFiber,nearestMountedAncestor,error)}}else recursivelyTraverseDeletionEffects(
finishedRoot,nearestMountedAncestor,deletedFiber);break;case 18:supportsMutation&&hostParent!==null&&(hostParentIsContainer?clearSuspenseBoundaryFromContainer(hostParent,
deletedFiber.stateNode):clearSuspenseBoundary(hostParent,deletedFiber.stateNode));break;case 4:supportsMutation?(prevHostParent=hostParent,prevHostParentIsContainer=
hostParentIsContainer,hostParent=deletedFiber.stateNode.containerInfo,hostParentIsContainer=!0,recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,
deletedFiber),hostParent=prevHostParent,hostParentIsContainer=prevHostParentIsContainer):(supportsPersistence&&commitHostPortalContainerChildren(deletedFiber.stateNode,
deletedFiber,createContainerChildSet()),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber));break;case 0:case 11:case 14:case 15:
commitHookEffectListUnmount(2,deletedFiber,nearestMountedAncestor),offscreenSubtreeWasHidden||commitHookEffectListUnmount(4,deletedFiber,nearestMountedAncestor),
recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);break;case 1:offscreenSubtreeWasHidden||(safelyDetachRef(deletedFiber,nearestMountedAncestor),
prevHostParent=deletedFiber.stateNode,typeof prevHostParent.componentWillUnmount=="function"&&safelyCallComponentWillUnmount(deletedFiber,nearestMountedAncestor,
prevHostParent)),recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,deletedFiber);break;case 21:recursivelyTraverseDeletionEffects(finishedRoot,
nearestMountedAncestor,deletedFiber);break;case 22:offscreenSubtreeWasHidden=(prevHostParent=offscreenSubtreeWasHidden)||deletedFiber.memoizedState!==null,recursivelyTraverseDeletionEffects(
finishedRoot,nearestMountedAncestor,deletedFiber),offscreenSubtreeWasHidden=prevHostParent;break;default:recursivelyTraverseDeletionEffects(finishedRoot,nearestMountedAncestor,
deletedFiber)}}function commitActivityHydrationCallbacks(finishedRoot,finishedWork){if(supportsHydration&&finishedWork.memoizedState===null&&(finishedRoot=finishedWork.
alternate,finishedRoot!==null&&(finishedRoot=finishedRoot.memoizedState,finishedRoot!==null))){finishedRoot=finishedRoot.dehydrated;try{commitHydratedActivityInstance(
finishedRoot)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}}function commitSuspenseHydrationCallbacks(finishedRoot,finishedWork){
if(supportsHydration&&finishedWork.memoizedState===null&&(finishedRoot=finishedWork.alternate,finishedRoot!==null&&(finishedRoot=finishedRoot.memoizedState,finishedRoot!==
null&&(finishedRoot=finishedRoot.dehydrated,finishedRoot!==null))))try{commitHydratedSuspenseInstance(finishedRoot)}catch(error){captureCommitPhaseError(finishedWork,
finishedWork.return,error)}}function getRetryCache(finishedWork){switch(finishedWork.tag){case 31:case 13:case 19:var retryCache=finishedWork.stateNode;return retryCache===
null&&(retryCache=finishedWork.stateNode=new PossiblyWeakSet),retryCache;case 22:return finishedWork=finishedWork.stateNode,retryCache=finishedWork._retryCache,
retryCache===null&&(retryCache=finishedWork._retryCache=new PossiblyWeakSet),retryCache;default:throw Error(formatProdErrorMessage(435,finishedWork.tag))}}function attachSuspenseRetryListeners(finishedWork,wakeables){
var retryCache=getRetryCache(finishedWork);wakeables.forEach(function(wakeable){if(!retryCache.has(wakeable)){retryCache.add(wakeable);var retry=resolveRetryWakeable.
bind(null,finishedWork,wakeable);wakeable.then(retry,retry)}})}function recursivelyTraverseMutationEffects(root$jscomp$0,parentFiber){var deletions=parentFiber.
deletions;if(deletions!==null)for(var i=0;i<deletions.length;i++){var childToDelete=deletions[i],root=root$jscomp$0,returnFiber=parentFiber;if(supportsMutation){
var parent=returnFiber;a:for(;parent!==null;){switch(parent.tag){case 27:if(supportsSingletons){if(isSingletonScope(parent.type)){hostParent=parent.stateNode,hostParentIsContainer=
!1;break a}break}case 5:hostParent=parent.stateNode,hostParentIsContainer=!1;break a;case 3:case 4:hostParent=parent.stateNode.containerInfo,hostParentIsContainer=
!0;break a}parent=parent.return}if(hostParent===null)throw Error(formatProdErrorMessage(160));commitDeletionEffectsOnFiber(root,returnFiber,childToDelete),hostParent=
null,hostParentIsContainer=!1}else commitDeletionEffectsOnFiber(root,returnFiber,childToDelete);root=childToDelete.alternate,root!==null&&(root.return=null),childToDelete.
return=null}if(parentFiber.subtreeFlags&13886)for(parentFiber=parentFiber.child;parentFiber!==null;)commitMutationEffectsOnFiber(parentFiber,root$jscomp$0),parentFiber=
parentFiber.sibling}function commitMutationEffectsOnFiber(finishedWork,root){var current=finishedWork.alternate,flags=finishedWork.flags;switch(finishedWork.tag){case 0:case 11:case 14:case 15:
recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),flags&4&&(commitHookEffectListUnmount(3,finishedWork,finishedWork.
return),commitHookEffectListMount(3,finishedWork),commitHookEffectListUnmount(5,finishedWork,finishedWork.return));break;case 1:recursivelyTraverseMutationEffects(
root,finishedWork),commitReconciliationEffects(finishedWork),flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),flags&
64&&offscreenSubtreeIsHidden&&(finishedWork=finishedWork.updateQueue,finishedWork!==null&&(flags=finishedWork.callbacks,flags!==null&&(current=finishedWork.shared.
hiddenCallbacks,finishedWork.shared.hiddenCallbacks=current===null?flags:current.concat(flags))));break;case 26:if(supportsResources){var hoistableRoot=currentHoistableRoot;
if(recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(
current,current.return)),flags&4){flags=current!==null?current.memoizedState:null;var newResource=finishedWork.memoizedState;current===null?newResource===null?finishedWork.
stateNode===null?finishedWork.stateNode=hydrateHoistable(hoistableRoot,finishedWork.type,finishedWork.memoizedProps,finishedWork):mountHoistable(hoistableRoot,finishedWork.
type,finishedWork.stateNode):finishedWork.stateNode=acquireResource(hoistableRoot,newResource,finishedWork.memoizedProps):flags!==newResource?(flags===null?current.
stateNode!==null&&unmountHoistable(current.stateNode):releaseResource(flags),newResource===null?mountHoistable(hoistableRoot,finishedWork.type,finishedWork.stateNode):
acquireResource(hoistableRoot,newResource,finishedWork.memoizedProps)):newResource===null&&finishedWork.stateNode!==null&&commitHostUpdate(finishedWork,finishedWork.
memoizedProps,current.memoizedProps)}break}case 27:if(supportsSingletons){recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),
flags&512&&(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),current!==null&&flags&4&&commitHostUpdate(finishedWork,finishedWork.
memoizedProps,current.memoizedProps);break}case 5:if(recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),flags&512&&
(offscreenSubtreeWasHidden||current===null||safelyDetachRef(current,current.return)),supportsMutation){if(finishedWork.flags&32){hoistableRoot=finishedWork.stateNode;
try{resetTextContent(hoistableRoot)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}flags&4&&finishedWork.stateNode!=null&&(hoistableRoot=
finishedWork.memoizedProps,commitHostUpdate(finishedWork,hoistableRoot,current!==null?current.memoizedProps:hoistableRoot)),flags&1024&&(needsFormReset=!0)}else
supportsPersistence&&finishedWork.alternate!==null&&(finishedWork.alternate.stateNode=finishedWork.stateNode);break;case 6:if(recursivelyTraverseMutationEffects(
root,finishedWork),commitReconciliationEffects(finishedWork),flags&4&&supportsMutation){if(finishedWork.stateNode===null)throw Error(formatProdErrorMessage(162));
flags=finishedWork.memoizedProps,current=current!==null?current.memoizedProps:flags,hoistableRoot=finishedWork.stateNode;try{commitTextUpdate(hoistableRoot,current,
flags)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}break;case 3:if(supportsResources?(prepareToCommitHoistables(),hoistableRoot=
currentHoistableRoot,currentHoistableRoot=getHoistableRoot(root.containerInfo),recursivelyTraverseMutationEffects(root,finishedWork),currentHoistableRoot=hoistableRoot):
recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),flags&4){if(supportsMutation&&supportsHydration&&current!==null&&
current.memoizedState.isDehydrated)try{commitHydratedContainer(root.containerInfo)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}
if(supportsPersistence){flags=root.containerInfo,current=root.pendingChildren;try{replaceContainerChildren(flags,current)}catch(error){captureCommitPhaseError(finishedWork,
finishedWork.return,error)}}}needsFormReset&&(needsFormReset=!1,recursivelyResetForms(finishedWork));break;case 4:supportsResources?(current=currentHoistableRoot,
currentHoistableRoot=getHoistableRoot(finishedWork.stateNode.containerInfo),recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),
currentHoistableRoot=current):(recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork)),flags&4&&supportsPersistence&&commitHostPortalContainerChildren(
finishedWork.stateNode,finishedWork,finishedWork.stateNode.pendingChildren);break;case 12:recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(
finishedWork);break;case 31:recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork),flags&4&&(flags=finishedWork.updateQueue,
flags!==null&&(finishedWork.updateQueue=null,attachSuspenseRetryListeners(finishedWork,flags)));break;case 13:recursivelyTraverseMutationEffects(root,finishedWork),
commitReconciliationEffects(finishedWork),finishedWork.child.flags&8192&&finishedWork.memoizedState!==null!=(current!==null&&current.memoizedState!==null)&&(globalMostRecentFallbackTime=
now()),flags&4&&(flags=finishedWork.updateQueue,flags!==null&&(finishedWork.updateQueue=null,attachSuspenseRetryListeners(finishedWork,flags)));break;case 22:hoistableRoot=
finishedWork.memoizedState!==null;var wasHidden=current!==null&&current.memoizedState!==null,prevOffscreenSubtreeIsHidden=offscreenSubtreeIsHidden,prevOffscreenSubtreeWasHidden=offscreenSubtreeWasHidden;
if(offscreenSubtreeIsHidden=prevOffscreenSubtreeIsHidden||hoistableRoot,offscreenSubtreeWasHidden=prevOffscreenSubtreeWasHidden||wasHidden,recursivelyTraverseMutationEffects(
root,finishedWork),offscreenSubtreeWasHidden=prevOffscreenSubtreeWasHidden,offscreenSubtreeIsHidden=prevOffscreenSubtreeIsHidden,commitReconciliationEffects(finishedWork),
flags&8192&&(root=finishedWork.stateNode,root._visibility=hoistableRoot?root._visibility&-2:root._visibility|1,hoistableRoot&&(current===null||wasHidden||offscreenSubtreeIsHidden||
offscreenSubtreeWasHidden||recursivelyTraverseDisappearLayoutEffects(finishedWork)),supportsMutation)){a:if(current=null,supportsMutation)for(root=finishedWork;;){
if(root.tag===5||supportsResources&&root.tag===26){if(current===null){wasHidden=current=root;try{newResource=wasHidden.stateNode,hoistableRoot?hideInstance(newResource):
unhideInstance(wasHidden.stateNode,wasHidden.memoizedProps)}catch(error){captureCommitPhaseError(wasHidden,wasHidden.return,error)}}}else if(root.tag===6){if(current===
null){wasHidden=root;try{var instance=wasHidden.stateNode;hoistableRoot?hideTextInstance(instance):unhideTextInstance(instance,wasHidden.memoizedProps)}catch(error){
captureCommitPhaseError(wasHidden,wasHidden.return,error)}}}else if(root.tag===18){if(current===null){wasHidden=root;try{var instance$jscomp$0=wasHidden.stateNode;
hoistableRoot?hideDehydratedBoundary(instance$jscomp$0):unhideDehydratedBoundary(wasHidden.stateNode)}catch(error){captureCommitPhaseError(wasHidden,wasHidden.return,
error)}}}else if((root.tag!==22&&root.tag!==23||root.memoizedState===null||root===finishedWork)&&root.child!==null){root.child.return=root,root=root.child;continue}
if(root===finishedWork)break a;for(;root.sibling===null;){if(root.return===null||root.return===finishedWork)break a;current===root&&(current=null),root=root.return}
current===root&&(current=null),root.sibling.return=root.return,root=root.sibling}}flags&4&&(flags=finishedWork.updateQueue,flags!==null&&(current=flags.retryQueue,
current!==null&&(flags.retryQueue=null,attachSuspenseRetryListeners(finishedWork,current))));break;case 19:recursivelyTraverseMutationEffects(root,finishedWork),
commitReconciliationEffects(finishedWork),flags&4&&(flags=finishedWork.updateQueue,flags!==null&&(finishedWork.updateQueue=null,attachSuspenseRetryListeners(finishedWork,
flags)));break;case 30:break;case 21:break;default:recursivelyTraverseMutationEffects(root,finishedWork),commitReconciliationEffects(finishedWork)}}function commitReconciliationEffects(finishedWork){
var flags=finishedWork.flags;if(flags&2){try{for(var hostParentFiber,parentFiber=finishedWork.return;parentFiber!==null;){if(isHostParent(parentFiber)){hostParentFiber=
parentFiber;break}parentFiber=parentFiber.return}if(supportsMutation){if(hostParentFiber==null)throw Error(formatProdErrorMessage(160));switch(hostParentFiber.tag){case 27:
if(supportsSingletons){var parent=hostParentFiber.stateNode,before=getHostSibling(finishedWork);insertOrAppendPlacementNode(finishedWork,before,parent);break}case 5:
var parent$125=hostParentFiber.stateNode;hostParentFiber.flags&32&&(resetTextContent(parent$125),hostParentFiber.flags&=-33);var before$126=getHostSibling(finishedWork);
insertOrAppendPlacementNode(finishedWork,before$126,parent$125);break;case 3:case 4:var parent$127=hostParentFiber.stateNode.containerInfo,before$128=getHostSibling(
finishedWork);insertOrAppendPlacementNodeIntoContainer(finishedWork,before$128,parent$127);break;default:throw Error(formatProdErrorMessage(161))}}}catch(error){
captureCommitPhaseError(finishedWork,finishedWork.return,error)}finishedWork.flags&=-3}flags&4096&&(finishedWork.flags&=-4097)}function recursivelyResetForms(parentFiber){
if(parentFiber.subtreeFlags&1024)for(parentFiber=parentFiber.child;parentFiber!==null;){var fiber=parentFiber;recursivelyResetForms(fiber),fiber.tag===5&&fiber.
flags&1024&&resetFormInstance(fiber.stateNode),parentFiber=parentFiber.sibling}}function recursivelyTraverseLayoutEffects(root,parentFiber){if(parentFiber.subtreeFlags&
8772)for(parentFiber=parentFiber.child;parentFiber!==null;)commitLayoutEffectOnFiber(root,parentFiber.alternate,parentFiber),parentFiber=parentFiber.sibling}function recursivelyTraverseDisappearLayoutEffects(parentFiber){
for(parentFiber=parentFiber.child;parentFiber!==null;){var finishedWork=parentFiber;switch(finishedWork.tag){case 0:case 11:case 14:case 15:commitHookEffectListUnmount(
4,finishedWork,finishedWork.return),recursivelyTraverseDisappearLayoutEffects(finishedWork);break;case 1:safelyDetachRef(finishedWork,finishedWork.return);var instance=finishedWork.
stateNode;typeof instance.componentWillUnmount=="function"&&safelyCallComponentWillUnmount(finishedWork,finishedWork.return,instance),recursivelyTraverseDisappearLayoutEffects(
finishedWork);break;case 27:supportsSingletons&&releaseSingletonInstance(finishedWork.stateNode);case 26:case 5:safelyDetachRef(finishedWork,finishedWork.return),
recursivelyTraverseDisappearLayoutEffects(finishedWork);break;case 22:finishedWork.memoizedState===null&&recursivelyTraverseDisappearLayoutEffects(finishedWork);
break;case 30:recursivelyTraverseDisappearLayoutEffects(finishedWork);break;default:recursivelyTraverseDisappearLayoutEffects(finishedWork)}parentFiber=parentFiber.
sibling}}function recursivelyTraverseReappearLayoutEffects(finishedRoot$jscomp$0,parentFiber,includeWorkInProgressEffects){for(includeWorkInProgressEffects=includeWorkInProgressEffects&&
(parentFiber.subtreeFlags&8772)!==0,parentFiber=parentFiber.child;parentFiber!==null;){var current=parentFiber.alternate,finishedRoot=finishedRoot$jscomp$0,finishedWork=parentFiber,
flags=finishedWork.flags;switch(finishedWork.tag){case 0:case 11:case 15:recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,includeWorkInProgressEffects),
commitHookEffectListMount(4,finishedWork);break;case 1:if(recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,includeWorkInProgressEffects),current=
finishedWork,finishedRoot=current.stateNode,typeof finishedRoot.componentDidMount=="function")try{finishedRoot.componentDidMount()}catch(error){captureCommitPhaseError(
current,current.return,error)}if(current=finishedWork,finishedRoot=current.updateQueue,finishedRoot!==null){var instance=current.stateNode;try{var hiddenCallbacks=finishedRoot.
shared.hiddenCallbacks;if(hiddenCallbacks!==null)for(finishedRoot.shared.hiddenCallbacks=null,finishedRoot=0;finishedRoot<hiddenCallbacks.length;finishedRoot++)
callCallback(hiddenCallbacks[finishedRoot],instance)}catch(error){captureCommitPhaseError(current,current.return,error)}}includeWorkInProgressEffects&&flags&64&&
commitClassCallbacks(finishedWork),safelyAttachRef(finishedWork,finishedWork.return);break;case 27:supportsSingletons&&commitHostSingletonAcquisition(finishedWork);case 26:case 5:
recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,includeWorkInProgressEffects),includeWorkInProgressEffects&&current===null&&flags&4&&commitHostMount(
finishedWork),safelyAttachRef(finishedWork,finishedWork.return);break;case 12:recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,includeWorkInProgressEffects);
break;case 31:recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,includeWorkInProgressEffects),includeWorkInProgressEffects&&flags&4&&commitActivityHydrationCallbacks(
finishedRoot,finishedWork);break;case 13:recursivelyTraverseReappearLayoutEffects(finishedRoot,finishedWork,includeWorkInProgressEffects),includeWorkInProgressEffects&&
flags&4&&commitSuspenseHydrationCallbacks(finishedRoot,finishedWork);break;case 22:finishedWork.memoizedState===null&&recursivelyTraverseReappearLayoutEffects(finishedRoot,
finishedWork,includeWorkInProgressEffects),safelyAttachRef(finishedWork,finishedWork.return);break;case 30:break;default:recursivelyTraverseReappearLayoutEffects(
finishedRoot,finishedWork,includeWorkInProgressEffects)}parentFiber=parentFiber.sibling}}function commitOffscreenPassiveMountEffects(current,finishedWork){var previousCache=null;
current!==null&&current.memoizedState!==null&&current.memoizedState.cachePool!==null&&(previousCache=current.memoizedState.cachePool.pool),current=null,finishedWork.
memoizedState!==null&&finishedWork.memoizedState.cachePool!==null&&(current=finishedWork.memoizedState.cachePool.pool),current!==previousCache&&(current!=null&&
current.refCount++,previousCache!=null&&releaseCache(previousCache))}function commitCachePassiveMountEffect(current,finishedWork){current=null,finishedWork.alternate!==
null&&(current=finishedWork.alternate.memoizedState.cache),finishedWork=finishedWork.memoizedState.cache,finishedWork!==current&&(finishedWork.refCount++,current!=
null&&releaseCache(current))}function recursivelyTraversePassiveMountEffects(root,parentFiber,committedLanes,committedTransitions){if(parentFiber.subtreeFlags&10256)
for(parentFiber=parentFiber.child;parentFiber!==null;)commitPassiveMountOnFiber(root,parentFiber,committedLanes,committedTransitions),parentFiber=parentFiber.sibling}
function commitPassiveMountOnFiber(finishedRoot,finishedWork,committedLanes,committedTransitions){var flags=finishedWork.flags;switch(finishedWork.tag){case 0:case 11:case 15:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions),flags&2048&&commitHookEffectListMount(9,finishedWork);break;case 1:
recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);break;case 3:recursivelyTraversePassiveMountEffects(finishedRoot,
finishedWork,committedLanes,committedTransitions),flags&2048&&(finishedRoot=null,finishedWork.alternate!==null&&(finishedRoot=finishedWork.alternate.memoizedState.
cache),finishedWork=finishedWork.memoizedState.cache,finishedWork!==finishedRoot&&(finishedWork.refCount++,finishedRoot!=null&&releaseCache(finishedRoot)));break;case 12:
if(flags&2048){recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions),finishedRoot=finishedWork.stateNode;try{var _finishedWork$memoize2=finishedWork.
memoizedProps,id=_finishedWork$memoize2.id,onPostCommit=_finishedWork$memoize2.onPostCommit;typeof onPostCommit=="function"&&onPostCommit(id,finishedWork.alternate===
null?"mount":"update",finishedRoot.passiveEffectDuration,-0)}catch(error){captureCommitPhaseError(finishedWork,finishedWork.return,error)}}else recursivelyTraversePassiveMountEffects(
finishedRoot,finishedWork,committedLanes,committedTransitions);break;case 31:recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);
break;case 13:recursivelyTraversePassiveMountEffects(finishedRoot,finishedWork,committedLanes,committedTransitions);break;case 23:break;case 22:_finishedWork$memoize2=
finishedWork.stateNode,id=finishedWork.alternate,finishedWork.memoizedState!==null?_finishedWork$memoize2._visibility&2?recursivelyTraversePassiveMountEffects(finishedRoot,
finishedWork,committedLanes,committedTransitions):recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork):_finishedWork$memoize2._visibility&2?recursivelyTraversePassiveMountEffects(
finishedRoot,finishedWork,committedLanes,committedTransitions):(_finishedWork$memoize2._visibility|=2,recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,
committedLanes,committedTransitions,(finishedWork.subtreeFlags&10256)!==0||!1)),flags&2048&&commitOffscreenPassiveMountEffects(id,finishedWork);break;case 24:recursivelyTraversePassiveMountEffects(
finishedRoot,finishedWork,committedLanes,committedTransitions),flags&2048&&commitCachePassiveMountEffect(finishedWork.alternate,finishedWork);break;default:recursivelyTraversePassiveMountEffects(
finishedRoot,finishedWork,committedLanes,committedTransitions)}}function recursivelyTraverseReconnectPassiveEffects(finishedRoot$jscomp$0,parentFiber,committedLanes$jscomp$0,committedTransitions$jscomp$0,includeWorkInProgressEffects){
for(includeWorkInProgressEffects=includeWorkInProgressEffects&&((parentFiber.subtreeFlags&10256)!==0||!1),parentFiber=parentFiber.child;parentFiber!==null;){var finishedRoot=finishedRoot$jscomp$0,
finishedWork=parentFiber,committedLanes=committedLanes$jscomp$0,committedTransitions=committedTransitions$jscomp$0,flags=finishedWork.flags;switch(finishedWork.
tag){case 0:case 11:case 15:recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects),
commitHookEffectListMount(8,finishedWork);break;case 23:break;case 22:var instance=finishedWork.stateNode;finishedWork.memoizedState!==null?instance._visibility&
2?recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects):recursivelyTraverseAtomicPassiveEffects(
finishedRoot,finishedWork):(instance._visibility|=2,recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects)),
includeWorkInProgressEffects&&flags&2048&&commitOffscreenPassiveMountEffects(finishedWork.alternate,finishedWork);break;case 24:recursivelyTraverseReconnectPassiveEffects(
finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects),includeWorkInProgressEffects&&flags&2048&&commitCachePassiveMountEffect(
finishedWork.alternate,finishedWork);break;default:recursivelyTraverseReconnectPassiveEffects(finishedRoot,finishedWork,committedLanes,committedTransitions,includeWorkInProgressEffects)}
parentFiber=parentFiber.sibling}}function recursivelyTraverseAtomicPassiveEffects(finishedRoot$jscomp$0,parentFiber){if(parentFiber.subtreeFlags&10256)for(parentFiber=
parentFiber.child;parentFiber!==null;){var finishedRoot=finishedRoot$jscomp$0,finishedWork=parentFiber,flags=finishedWork.flags;switch(finishedWork.tag){case 22:
recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork),flags&2048&&commitOffscreenPassiveMountEffects(finishedWork.alternate,finishedWork);break;case 24:
recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork),flags&2048&&commitCachePassiveMountEffect(finishedWork.alternate,finishedWork);break;default:
recursivelyTraverseAtomicPassiveEffects(finishedRoot,finishedWork)}parentFiber=parentFiber.sibling}}function recursivelyAccumulateSuspenseyCommit(parentFiber,committedLanes,suspendedState){
if(parentFiber.subtreeFlags&suspenseyCommitFlag)for(parentFiber=parentFiber.child;parentFiber!==null;)accumulateSuspenseyCommitOnFiber(parentFiber,committedLanes,
suspendedState),parentFiber=parentFiber.sibling}function accumulateSuspenseyCommitOnFiber(fiber,committedLanes,suspendedState){switch(fiber.tag){case 26:if(recursivelyAccumulateSuspenseyCommit(
fiber,committedLanes,suspendedState),fiber.flags&suspenseyCommitFlag)if(fiber.memoizedState!==null)suspendResource(suspendedState,currentHoistableRoot,fiber.memoizedState,
fiber.memoizedProps);else{var instance=fiber.stateNode,type=fiber.type;fiber=fiber.memoizedProps,((committedLanes&335544128)===committedLanes||maySuspendCommitInSyncRender(
type,fiber))&&suspendInstance(suspendedState,instance,type,fiber)}break;case 5:recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),fiber.flags&
suspenseyCommitFlag&&(instance=fiber.stateNode,type=fiber.type,fiber=fiber.memoizedProps,((committedLanes&335544128)===committedLanes||maySuspendCommitInSyncRender(
type,fiber))&&suspendInstance(suspendedState,instance,type,fiber));break;case 3:case 4:supportsResources?(instance=currentHoistableRoot,currentHoistableRoot=getHoistableRoot(
fiber.stateNode.containerInfo),recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),currentHoistableRoot=instance):recursivelyAccumulateSuspenseyCommit(
fiber,committedLanes,suspendedState);break;case 22:fiber.memoizedState===null&&(instance=fiber.alternate,instance!==null&&instance.memoizedState!==null?(instance=
suspenseyCommitFlag,suspenseyCommitFlag=16777216,recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState),suspenseyCommitFlag=instance):recursivelyAccumulateSuspenseyCommit(
fiber,committedLanes,suspendedState));break;default:recursivelyAccumulateSuspenseyCommit(fiber,committedLanes,suspendedState)}}function detachAlternateSiblings(parentFiber){
var previousFiber=parentFiber.alternate;if(previousFiber!==null&&(parentFiber=previousFiber.child,parentFiber!==null)){previousFiber.child=null;do previousFiber=
parentFiber.sibling,parentFiber.sibling=null,parentFiber=previousFiber;while(parentFiber!==null)}}function recursivelyTraversePassiveUnmountEffects(parentFiber){
var deletions=parentFiber.deletions;if((parentFiber.flags&16)!==0){if(deletions!==null)for(var i=0;i<deletions.length;i++){var childToDelete=deletions[i];nextEffect=
childToDelete,commitPassiveUnmountEffectsInsideOfDeletedTree_begin(childToDelete,parentFiber)}detachAlternateSiblings(parentFiber)}if(parentFiber.subtreeFlags&10256)
for(parentFiber=parentFiber.child;parentFiber!==null;)commitPassiveUnmountOnFiber(parentFiber),parentFiber=parentFiber.sibling}function commitPassiveUnmountOnFiber(finishedWork){
switch(finishedWork.tag){case 0:case 11:case 15:recursivelyTraversePassiveUnmountEffects(finishedWork),finishedWork.flags&2048&&commitHookEffectListUnmount(9,finishedWork,
finishedWork.return);break;case 3:recursivelyTraversePassiveUnmountEffects(finishedWork);break;case 12:recursivelyTraversePassiveUnmountEffects(finishedWork);break;case 22:
var instance=finishedWork.stateNode;finishedWork.memoizedState!==null&&instance._visibility&2&&(finishedWork.return===null||finishedWork.return.tag!==13)?(instance.
_visibility&=-3,recursivelyTraverseDisconnectPassiveEffects(finishedWork)):recursivelyTraversePassiveUnmountEffects(finishedWork);break;default:recursivelyTraversePassiveUnmountEffects(
finishedWork)}}function recursivelyTraverseDisconnectPassiveEffects(parentFiber){var deletions=parentFiber.deletions;if((parentFiber.flags&16)!==0){if(deletions!==
null)for(var i=0;i<deletions.length;i++){var childToDelete=deletions[i];nextEffect=childToDelete,commitPassiveUnmountEffectsInsideOfDeletedTree_begin(childToDelete,
parentFiber)}detachAlternateSiblings(parentFiber)}for(parentFiber=parentFiber.child;parentFiber!==null;){switch(deletions=parentFiber,deletions.tag){case 0:case 11:case 15:
commitHookEffectListUnmount(8,deletions,deletions.return),recursivelyTraverseDisconnectPassiveEffects(deletions);break;case 22:i=deletions.stateNode,i._visibility&
2&&(i._visibility&=-3,recursivelyTraverseDisconnectPassiveEffects(deletions));break;default:recursivelyTraverseDisconnectPassiveEffects(deletions)}parentFiber=parentFiber.
sibling}}function commitPassiveUnmountEffectsInsideOfDeletedTree_begin(deletedSubtreeRoot,nearestMountedAncestor){for(;nextEffect!==null;){var fiber=nextEffect;
switch(fiber.tag){case 0:case 11:case 15:commitHookEffectListUnmount(8,fiber,nearestMountedAncestor);break;case 23:case 22:if(fiber.memoizedState!==null&&fiber.
memoizedState.cachePool!==null){var cache3=fiber.memoizedState.cachePool.pool;cache3!=null&&cache3.refCount++}break;case 24:releaseCache(fiber.memoizedState.cache)}
if(cache3=fiber.child,cache3!==null)cache3.return=fiber,nextEffect=cache3;else a:for(fiber=deletedSubtreeRoot;nextEffect!==null;){cache3=nextEffect;var sibling=cache3.
sibling,returnFiber=cache3.return;if(detachFiberAfterEffects(cache3),cache3===fiber){nextEffect=null;break a}if(sibling!==null){sibling.return=returnFiber,nextEffect=
sibling;break a}nextEffect=returnFiber}}}function findFiberRootForHostRoot(hostRoot){var maybeFiber=getInstanceFromNode(hostRoot);if(maybeFiber!=null){if(typeof maybeFiber.
memoizedProps["data-testname"]!="string")throw Error(formatProdErrorMessage(364));return maybeFiber}if(hostRoot=findFiberRoot(hostRoot),hostRoot===null)throw Error(
formatProdErrorMessage(362));return hostRoot.stateNode.current}function matchSelector(fiber$jscomp$0,selector){var tag=fiber$jscomp$0.tag;switch(selector.$$typeof){case COMPONENT_TYPE:
if(fiber$jscomp$0.type===selector.value)return!0;break;case HAS_PSEUDO_CLASS_TYPE:a:{for(selector=selector.value,fiber$jscomp$0=[fiber$jscomp$0,0],tag=0;tag<fiber$jscomp$0.
length;){var fiber=fiber$jscomp$0[tag++],tag$jscomp$0=fiber.tag,selectorIndex=fiber$jscomp$0[tag++],selector$jscomp$0=selector[selectorIndex];if(tag$jscomp$0!==
5&&tag$jscomp$0!==26&&tag$jscomp$0!==27||!isHiddenSubtree(fiber)){for(;selector$jscomp$0!=null&&matchSelector(fiber,selector$jscomp$0);)selectorIndex++,selector$jscomp$0=
selector[selectorIndex];if(selectorIndex===selector.length){selector=!0;break a}else for(fiber=fiber.child;fiber!==null;)fiber$jscomp$0.push(fiber,selectorIndex),
fiber=fiber.sibling}}selector=!1}return selector;case ROLE_TYPE:if((tag===5||tag===26||tag===27)&&matchAccessibilityRole(fiber$jscomp$0.stateNode,selector.value))
return!0;break;case TEXT_TYPE:if((tag===5||tag===6||tag===26||tag===27)&&(fiber$jscomp$0=getTextContent(fiber$jscomp$0),fiber$jscomp$0!==null&&0<=fiber$jscomp$0.
indexOf(selector.value)))return!0;break;case TEST_NAME_TYPE:if((tag===5||tag===26||tag===27)&&(fiber$jscomp$0=fiber$jscomp$0.memoizedProps["data-testname"],typeof fiber$jscomp$0==
"string"&&fiber$jscomp$0.toLowerCase()===selector.value.toLowerCase()))return!0;break;default:throw Error(formatProdErrorMessage(365))}return!1}function selectorToString(selector){
switch(selector.$$typeof){case COMPONENT_TYPE:return"<"+(getComponentNameFromType(selector.value)||"Unknown")+">";case HAS_PSEUDO_CLASS_TYPE:return":has("+(selectorToString(
selector)||"")+")";case ROLE_TYPE:return'[role="'+selector.value+'"]';case TEXT_TYPE:return'"'+selector.value+'"';case TEST_NAME_TYPE:return'[data-testname="'+selector.
value+'"]';default:throw Error(formatProdErrorMessage(365))}}function findPaths(root,selectors){var matchingFibers=[];root=[root,0];for(var index=0;index<root.length;){
var fiber=root[index++],tag=fiber.tag,selectorIndex=root[index++],selector=selectors[selectorIndex];if(tag!==5&&tag!==26&&tag!==27||!isHiddenSubtree(fiber)){for(;selector!=
null&&matchSelector(fiber,selector);)selectorIndex++,selector=selectors[selectorIndex];if(selectorIndex===selectors.length)matchingFibers.push(fiber);else for(fiber=
fiber.child;fiber!==null;)root.push(fiber,selectorIndex),fiber=fiber.sibling}}return matchingFibers}function findAllNodes(hostRoot,selectors){if(!supportsTestSelectors)
throw Error(formatProdErrorMessage(363));hostRoot=findFiberRootForHostRoot(hostRoot),hostRoot=findPaths(hostRoot,selectors),selectors=[],hostRoot=Array.from(hostRoot);
for(var index=0;index<hostRoot.length;){var node=hostRoot[index++],tag=node.tag;if(tag===5||tag===26||tag===27)isHiddenSubtree(node)||selectors.push(node.stateNode);else
for(node=node.child;node!==null;)hostRoot.push(node),node=node.sibling}return selectors}function requestUpdateLane(){return(executionContext&2)!==0&&workInProgressRootRenderLanes!==
0?workInProgressRootRenderLanes&-workInProgressRootRenderLanes:ReactSharedInternals.T!==null?requestTransitionLane():resolveUpdatePriority()}function requestDeferredLane(){
if(workInProgressDeferredLane===0)if((workInProgressRootRenderLanes&536870912)===0||isHydrating){var lane=nextTransitionDeferredLane;nextTransitionDeferredLane<<=
1,(nextTransitionDeferredLane&3932160)===0&&(nextTransitionDeferredLane=262144),workInProgressDeferredLane=lane}else workInProgressDeferredLane=536870912;return lane=
suspenseHandlerStackCursor.current,lane!==null&&(lane.flags|=32),workInProgressDeferredLane}function scheduleUpdateOnFiber(root,fiber,lane){(root===workInProgressRoot&&
(workInProgressSuspendedReason===2||workInProgressSuspendedReason===9)||root.cancelPendingCommit!==null)&&(prepareFreshStack(root,0),markRootSuspended(root,workInProgressRootRenderLanes,
workInProgressDeferredLane,!1)),markRootUpdated$1(root,lane),((executionContext&2)===0||root!==workInProgressRoot)&&(root===workInProgressRoot&&((executionContext&
2)===0&&(workInProgressRootInterleavedUpdatedLanes|=lane),workInProgressRootExitStatus===4&&markRootSuspended(root,workInProgressRootRenderLanes,workInProgressDeferredLane,
!1)),ensureRootIsScheduled(root))}function performWorkOnRoot(root$jscomp$0,lanes,forceSync){if((executionContext&6)!==0)throw Error(formatProdErrorMessage(327));
var shouldTimeSlice=!forceSync&&(lanes&127)===0&&(lanes&root$jscomp$0.expiredLanes)===0||checkIfRootIsPrerendering(root$jscomp$0,lanes),exitStatus=shouldTimeSlice?
renderRootConcurrent(root$jscomp$0,lanes):renderRootSync(root$jscomp$0,lanes,!0),renderWasConcurrent=shouldTimeSlice;do{if(exitStatus===0){workInProgressRootIsPrerendering&&
!shouldTimeSlice&&markRootSuspended(root$jscomp$0,lanes,0,!1);break}else{if(forceSync=root$jscomp$0.current.alternate,renderWasConcurrent&&!isRenderConsistentWithExternalStores(
forceSync)){exitStatus=renderRootSync(root$jscomp$0,lanes,!1),renderWasConcurrent=!1;continue}if(exitStatus===2){if(renderWasConcurrent=lanes,root$jscomp$0.errorRecoveryDisabledLanes&
renderWasConcurrent)var JSCompiler_inline_result=0;else JSCompiler_inline_result=root$jscomp$0.pendingLanes&-536870913,JSCompiler_inline_result=JSCompiler_inline_result!==
0?JSCompiler_inline_result:JSCompiler_inline_result&536870912?536870912:0;if(JSCompiler_inline_result!==0){lanes=JSCompiler_inline_result;a:{var root=root$jscomp$0;
exitStatus=workInProgressRootConcurrentErrors;var wasRootDehydrated=supportsHydration&&root.current.memoizedState.isDehydrated;if(wasRootDehydrated&&(prepareFreshStack(
root,JSCompiler_inline_result).flags|=256),JSCompiler_inline_result=renderRootSync(root,JSCompiler_inline_result,!1),JSCompiler_inline_result!==2){if(workInProgressRootDidAttachPingListener&&
!wasRootDehydrated){root.errorRecoveryDisabledLanes|=renderWasConcurrent,workInProgressRootInterleavedUpdatedLanes|=renderWasConcurrent,exitStatus=4;break a}renderWasConcurrent=
workInProgressRootRecoverableErrors,workInProgressRootRecoverableErrors=exitStatus,renderWasConcurrent!==null&&(workInProgressRootRecoverableErrors===null?workInProgressRootRecoverableErrors=
renderWasConcurrent:workInProgressRootRecoverableErrors.push.apply(workInProgressRootRecoverableErrors,renderWasConcurrent))}exitStatus=JSCompiler_inline_result}
if(renderWasConcurrent=!1,exitStatus!==2)continue}}if(exitStatus===1){prepareFreshStack(root$jscomp$0,0),markRootSuspended(root$jscomp$0,lanes,0,!0);break}a:{switch(shouldTimeSlice=
root$jscomp$0,renderWasConcurrent=exitStatus,renderWasConcurrent){case 0:case 1:throw Error(formatProdErrorMessage(345));case 4:if((lanes&4194048)!==lanes)break;case 6:
markRootSuspended(shouldTimeSlice,lanes,workInProgressDeferredLane,!workInProgressRootDidSkipSuspendedSiblings);break a;case 2:workInProgressRootRecoverableErrors=
null;break;case 3:case 5:break;default:throw Error(formatProdErrorMessage(329))}if((lanes&62914560)===lanes&&(exitStatus=globalMostRecentFallbackTime+300-now(),
10<exitStatus)){if(markRootSuspended(shouldTimeSlice,lanes,workInProgressDeferredLane,!workInProgressRootDidSkipSuspendedSiblings),getNextLanes(shouldTimeSlice,
0,!0)!==0)break a;pendingEffectsLanes=lanes,shouldTimeSlice.timeoutHandle=scheduleTimeout(commitRootWhenReady.bind(null,shouldTimeSlice,forceSync,workInProgressRootRecoverableErrors,
workInProgressTransitions,workInProgressRootDidIncludeRecursiveRenderUpdate,lanes,workInProgressDeferredLane,workInProgressRootInterleavedUpdatedLanes,workInProgressSuspendedRetryLanes,
workInProgressRootDidSkipSuspendedSiblings,renderWasConcurrent,"Throttled",-0,0),exitStatus);break a}commitRootWhenReady(shouldTimeSlice,forceSync,workInProgressRootRecoverableErrors,
workInProgressTransitions,workInProgressRootDidIncludeRecursiveRenderUpdate,lanes,workInProgressDeferredLane,workInProgressRootInterleavedUpdatedLanes,workInProgressSuspendedRetryLanes,
workInProgressRootDidSkipSuspendedSiblings,renderWasConcurrent,null,-0,0)}}break}while(!0);ensureRootIsScheduled(root$jscomp$0)}function commitRootWhenReady(root,finishedWork,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,lanes,spawnedLane,updatedLanes,suspendedRetryLanes,didSkipSuspendedSiblings,exitStatus,suspendedCommitReason,completedRenderStartTime,completedRenderEndTime){
if(root.timeoutHandle=noTimeout,suspendedCommitReason=finishedWork.subtreeFlags,suspendedCommitReason&8192||(suspendedCommitReason&16785408)===16785408){suspendedCommitReason=
startSuspendingCommit(),accumulateSuspenseyCommitOnFiber(finishedWork,lanes,suspendedCommitReason);var timeoutOffset=(lanes&62914560)===lanes?globalMostRecentFallbackTime-
now():(lanes&4194048)===lanes?globalMostRecentTransitionTime-now():0;if(timeoutOffset=waitForCommitToBeReady(suspendedCommitReason,timeoutOffset),timeoutOffset!==
null){pendingEffectsLanes=lanes,root.cancelPendingCommit=timeoutOffset(commitRoot.bind(null,root,finishedWork,lanes,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,
spawnedLane,updatedLanes,suspendedRetryLanes,exitStatus,suspendedCommitReason,null,completedRenderStartTime,completedRenderEndTime)),markRootSuspended(root,lanes,
spawnedLane,!didSkipSuspendedSiblings);return}}commitRoot(root,finishedWork,lanes,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,spawnedLane,updatedLanes,
suspendedRetryLanes)}function isRenderConsistentWithExternalStores(finishedWork){for(var node=finishedWork;;){var tag=node.tag;if((tag===0||tag===11||tag===15)&&
node.flags&16384&&(tag=node.updateQueue,tag!==null&&(tag=tag.stores,tag!==null)))for(var i=0;i<tag.length;i++){var check2=tag[i],getSnapshot=check2.getSnapshot;
check2=check2.value;try{if(!objectIs(getSnapshot(),check2))return!1}catch{return!1}}if(tag=node.child,node.subtreeFlags&16384&&tag!==null)tag.return=node,node=tag;else{
if(node===finishedWork)break;for(;node.sibling===null;){if(node.return===null||node.return===finishedWork)return!0;node=node.return}node.sibling.return=node.return,
node=node.sibling}}return!0}function markRootSuspended(root,suspendedLanes,spawnedLane,didAttemptEntireTree){suspendedLanes&=~workInProgressRootPingedLanes,suspendedLanes&=
~workInProgressRootInterleavedUpdatedLanes,root.suspendedLanes|=suspendedLanes,root.pingedLanes&=~suspendedLanes,didAttemptEntireTree&&(root.warmLanes|=suspendedLanes),
didAttemptEntireTree=root.expirationTimes;for(var lanes=suspendedLanes;0<lanes;){var index$4=31-clz32(lanes),lane=1<<index$4;didAttemptEntireTree[index$4]=-1,lanes&=
~lane}spawnedLane!==0&&markSpawnedDeferredLane(root,spawnedLane,suspendedLanes)}function flushSyncWork(){return(executionContext&6)===0?(flushSyncWorkAcrossRoots_impl(
0,!1),!1):!0}function resetWorkInProgressStack(){if(workInProgress!==null){if(workInProgressSuspendedReason===0)var interruptedWork=workInProgress.return;else interruptedWork=
workInProgress,lastContextDependency=currentlyRenderingFiber$1=null,resetHooksOnUnwind(interruptedWork),thenableState$1=null,thenableIndexCounter$1=0,interruptedWork=
workInProgress;for(;interruptedWork!==null;)unwindInterruptedWork(interruptedWork.alternate,interruptedWork),interruptedWork=interruptedWork.return;workInProgress=
null}}function prepareFreshStack(root,lanes){var timeoutHandle=root.timeoutHandle;timeoutHandle!==noTimeout&&(root.timeoutHandle=noTimeout,cancelTimeout(timeoutHandle)),
timeoutHandle=root.cancelPendingCommit,timeoutHandle!==null&&(root.cancelPendingCommit=null,timeoutHandle()),pendingEffectsLanes=0,resetWorkInProgressStack(),workInProgressRoot=
root,workInProgress=timeoutHandle=createWorkInProgress(root.current,null),workInProgressRootRenderLanes=lanes,workInProgressSuspendedReason=0,workInProgressThrownValue=
null,workInProgressRootDidSkipSuspendedSiblings=!1,workInProgressRootIsPrerendering=checkIfRootIsPrerendering(root,lanes),workInProgressRootDidAttachPingListener=
!1,workInProgressSuspendedRetryLanes=workInProgressDeferredLane=workInProgressRootPingedLanes=workInProgressRootInterleavedUpdatedLanes=workInProgressRootSkippedLanes=
workInProgressRootExitStatus=0,workInProgressRootRecoverableErrors=workInProgressRootConcurrentErrors=null,workInProgressRootDidIncludeRecursiveRenderUpdate=!1,
(lanes&8)!==0&&(lanes|=lanes&32);var allEntangledLanes=root.entangledLanes;if(allEntangledLanes!==0)for(root=root.entanglements,allEntangledLanes&=lanes;0<allEntangledLanes;){
var index$2=31-clz32(allEntangledLanes),lane=1<<index$2;lanes|=root[index$2],allEntangledLanes&=~lane}return entangledRenderLanes=lanes,finishQueueingConcurrentUpdates(),
timeoutHandle}function handleThrow(root,thrownValue){currentlyRenderingFiber=null,ReactSharedInternals.H=ContextOnlyDispatcher,thrownValue===SuspenseException||
thrownValue===SuspenseActionException?(thrownValue=getSuspendedThenable(),workInProgressSuspendedReason=3):thrownValue===SuspenseyCommitException?(thrownValue=getSuspendedThenable(),
workInProgressSuspendedReason=4):workInProgressSuspendedReason=thrownValue===SelectiveHydrationException?8:thrownValue!==null&&typeof thrownValue=="object"&&typeof thrownValue.
then=="function"?6:1,workInProgressThrownValue=thrownValue,workInProgress===null&&(workInProgressRootExitStatus=1,logUncaughtError(root,createCapturedValueAtFiber(
thrownValue,root.current)))}function shouldRemainOnPreviousScreen(){var handler=suspenseHandlerStackCursor.current;return handler===null?!0:(workInProgressRootRenderLanes&
4194048)===workInProgressRootRenderLanes?shellBoundary===null:(workInProgressRootRenderLanes&62914560)===workInProgressRootRenderLanes||(workInProgressRootRenderLanes&
536870912)!==0?handler===shellBoundary:!1}function pushDispatcher(){var prevDispatcher=ReactSharedInternals.H;return ReactSharedInternals.H=ContextOnlyDispatcher,
prevDispatcher===null?ContextOnlyDispatcher:prevDispatcher}function pushAsyncDispatcher(){var prevAsyncDispatcher=ReactSharedInternals.A;return ReactSharedInternals.
A=DefaultAsyncDispatcher,prevAsyncDispatcher}function renderDidSuspendDelayIfPossible(){workInProgressRootExitStatus=4,workInProgressRootDidSkipSuspendedSiblings||
(workInProgressRootRenderLanes&4194048)!==workInProgressRootRenderLanes&&suspenseHandlerStackCursor.current!==null||(workInProgressRootIsPrerendering=!0),(workInProgressRootSkippedLanes&
134217727)===0&&(workInProgressRootInterleavedUpdatedLanes&134217727)===0||workInProgressRoot===null||markRootSuspended(workInProgressRoot,workInProgressRootRenderLanes,
workInProgressDeferredLane,!1)}function renderRootSync(root,lanes,shouldYieldForPrerendering){var prevExecutionContext=executionContext;executionContext|=2;var prevDispatcher=pushDispatcher(),
prevAsyncDispatcher=pushAsyncDispatcher();(workInProgressRoot!==root||workInProgressRootRenderLanes!==lanes)&&(workInProgressTransitions=null,prepareFreshStack(
root,lanes)),lanes=!1;var exitStatus=workInProgressRootExitStatus;a:do try{if(workInProgressSuspendedReason!==0&&workInProgress!==null){var unitOfWork=workInProgress,
thrownValue=workInProgressThrownValue;switch(workInProgressSuspendedReason){case 8:resetWorkInProgressStack(),exitStatus=6;break a;case 3:case 2:case 9:case 6:suspenseHandlerStackCursor.
current===null&&(lanes=!0);var reason=workInProgressSuspendedReason;if(workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,
unitOfWork,thrownValue,reason),shouldYieldForPrerendering&&workInProgressRootIsPrerendering){exitStatus=0;break a}break;default:reason=workInProgressSuspendedReason,
workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,unitOfWork,thrownValue,reason)}}workLoopSync(),exitStatus=workInProgressRootExitStatus;
break}catch(thrownValue$152){handleThrow(root,thrownValue$152)}while(!0);return lanes&&root.shellSuspendCounter++,lastContextDependency=currentlyRenderingFiber$1=
null,executionContext=prevExecutionContext,ReactSharedInternals.H=prevDispatcher,ReactSharedInternals.A=prevAsyncDispatcher,workInProgress===null&&(workInProgressRoot=
null,workInProgressRootRenderLanes=0,finishQueueingConcurrentUpdates()),exitStatus}function workLoopSync(){for(;workInProgress!==null;)performUnitOfWork(workInProgress)}
function renderRootConcurrent(root,lanes){var prevExecutionContext=executionContext;executionContext|=2;var prevDispatcher=pushDispatcher(),prevAsyncDispatcher=pushAsyncDispatcher();
workInProgressRoot!==root||workInProgressRootRenderLanes!==lanes?(workInProgressTransitions=null,workInProgressRootRenderTargetTime=now()+500,prepareFreshStack(
root,lanes)):workInProgressRootIsPrerendering=checkIfRootIsPrerendering(root,lanes);a:do try{if(workInProgressSuspendedReason!==0&&workInProgress!==null){lanes=
workInProgress;var thrownValue=workInProgressThrownValue;b:switch(workInProgressSuspendedReason){case 1:workInProgressSuspendedReason=0,workInProgressThrownValue=
null,throwAndUnwindWorkLoop(root,lanes,thrownValue,1);break;case 2:case 9:if(isThenableResolved(thrownValue)){workInProgressSuspendedReason=0,workInProgressThrownValue=
null,replaySuspendedUnitOfWork(lanes);break}lanes=function(){workInProgressSuspendedReason!==2&&workInProgressSuspendedReason!==9||workInProgressRoot!==root||(workInProgressSuspendedReason=
7),ensureRootIsScheduled(root)},thrownValue.then(lanes,lanes);break a;case 3:workInProgressSuspendedReason=7;break a;case 4:workInProgressSuspendedReason=5;break a;case 7:
isThenableResolved(thrownValue)?(workInProgressSuspendedReason=0,workInProgressThrownValue=null,replaySuspendedUnitOfWork(lanes)):(workInProgressSuspendedReason=
0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,lanes,thrownValue,7));break;case 5:var resource=null;switch(workInProgress.tag){case 26:resource=workInProgress.
memoizedState;case 5:case 27:var hostFiber=workInProgress,type=hostFiber.type,props=hostFiber.pendingProps;if(resource?preloadResource(resource):preloadInstance(
hostFiber.stateNode,type,props)){workInProgressSuspendedReason=0,workInProgressThrownValue=null;var sibling=hostFiber.sibling;if(sibling!==null)workInProgress=sibling;else{
var returnFiber=hostFiber.return;returnFiber!==null?(workInProgress=returnFiber,completeUnitOfWork(returnFiber)):workInProgress=null}break b}}workInProgressSuspendedReason=
0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(root,lanes,thrownValue,5);break;case 6:workInProgressSuspendedReason=0,workInProgressThrownValue=null,throwAndUnwindWorkLoop(
root,lanes,thrownValue,6);break;case 8:resetWorkInProgressStack(),workInProgressRootExitStatus=6;break a;default:throw Error(formatProdErrorMessage(462))}}workLoopConcurrentByScheduler();
break}catch(thrownValue$154){handleThrow(root,thrownValue$154)}while(!0);return lastContextDependency=currentlyRenderingFiber$1=null,ReactSharedInternals.H=prevDispatcher,
ReactSharedInternals.A=prevAsyncDispatcher,executionContext=prevExecutionContext,workInProgress!==null?0:(workInProgressRoot=null,workInProgressRootRenderLanes=
0,finishQueueingConcurrentUpdates(),workInProgressRootExitStatus)}function workLoopConcurrentByScheduler(){for(;workInProgress!==null&&!shouldYield();)performUnitOfWork(
workInProgress)}function performUnitOfWork(unitOfWork){var next=beginWork(unitOfWork.alternate,unitOfWork,entangledRenderLanes);unitOfWork.memoizedProps=unitOfWork.
pendingProps,next===null?completeUnitOfWork(unitOfWork):workInProgress=next}function replaySuspendedUnitOfWork(unitOfWork){var next=unitOfWork,current=next.alternate;
switch(next.tag){case 15:case 0:next=replayFunctionComponent(current,next,next.pendingProps,next.type,void 0,workInProgressRootRenderLanes);break;case 11:next=replayFunctionComponent(
current,next,next.pendingProps,next.type.render,next.ref,workInProgressRootRenderLanes);break;case 5:resetHooksOnUnwind(next);default:unwindInterruptedWork(current,
next),next=workInProgress=resetWorkInProgress(next,entangledRenderLanes),next=beginWork(current,next,entangledRenderLanes)}unitOfWork.memoizedProps=unitOfWork.pendingProps,
next===null?completeUnitOfWork(unitOfWork):workInProgress=next}function throwAndUnwindWorkLoop(root,unitOfWork,thrownValue,suspendedReason){lastContextDependency=
currentlyRenderingFiber$1=null,resetHooksOnUnwind(unitOfWork),thenableState$1=null,thenableIndexCounter$1=0;var returnFiber=unitOfWork.return;try{if(throwException(
root,returnFiber,unitOfWork,thrownValue,workInProgressRootRenderLanes)){workInProgressRootExitStatus=1,logUncaughtError(root,createCapturedValueAtFiber(thrownValue,
root.current)),workInProgress=null;return}}catch(error){if(returnFiber!==null)throw workInProgress=returnFiber,error;workInProgressRootExitStatus=1,logUncaughtError(
root,createCapturedValueAtFiber(thrownValue,root.current)),workInProgress=null;return}unitOfWork.flags&32768?(isHydrating||suspendedReason===1?root=!0:workInProgressRootIsPrerendering||
(workInProgressRootRenderLanes&536870912)!==0?root=!1:(workInProgressRootDidSkipSuspendedSiblings=root=!0,(suspendedReason===2||suspendedReason===9||suspendedReason===
3||suspendedReason===6)&&(suspendedReason=suspenseHandlerStackCursor.current,suspendedReason!==null&&suspendedReason.tag===13&&(suspendedReason.flags|=16384))),
unwindUnitOfWork(unitOfWork,root)):completeUnitOfWork(unitOfWork)}function completeUnitOfWork(unitOfWork){var completedWork=unitOfWork;do{if((completedWork.flags&
32768)!==0){unwindUnitOfWork(completedWork,workInProgressRootDidSkipSuspendedSiblings);return}unitOfWork=completedWork.return;var next=completeWork(completedWork.
alternate,completedWork,entangledRenderLanes);if(next!==null){workInProgress=next;return}if(completedWork=completedWork.sibling,completedWork!==null){workInProgress=
completedWork;return}workInProgress=completedWork=unitOfWork}while(completedWork!==null);workInProgressRootExitStatus===0&&(workInProgressRootExitStatus=5)}function unwindUnitOfWork(unitOfWork,skipSiblings){
do{var next=unwindWork(unitOfWork.alternate,unitOfWork);if(next!==null){next.flags&=32767,workInProgress=next;return}if(next=unitOfWork.return,next!==null&&(next.
flags|=32768,next.subtreeFlags=0,next.deletions=null),!skipSiblings&&(unitOfWork=unitOfWork.sibling,unitOfWork!==null)){workInProgress=unitOfWork;return}workInProgress=
unitOfWork=next}while(unitOfWork!==null);workInProgressRootExitStatus=6,workInProgress=null}function commitRoot(root,finishedWork,lanes,recoverableErrors,transitions,didIncludeRenderPhaseUpdate,spawnedLane,updatedLanes,suspendedRetryLanes){
root.cancelPendingCommit=null;do flushPendingEffects();while(pendingEffectsStatus!==0);if((executionContext&6)!==0)throw Error(formatProdErrorMessage(327));if(finishedWork!==
null){if(finishedWork===root.current)throw Error(formatProdErrorMessage(177));if(didIncludeRenderPhaseUpdate=finishedWork.lanes|finishedWork.childLanes,didIncludeRenderPhaseUpdate|=
concurrentlyUpdatedLanes,markRootFinished(root,lanes,didIncludeRenderPhaseUpdate,spawnedLane,updatedLanes,suspendedRetryLanes),root===workInProgressRoot&&(workInProgress=
workInProgressRoot=null,workInProgressRootRenderLanes=0),pendingFinishedWork=finishedWork,pendingEffectsRoot=root,pendingEffectsLanes=lanes,pendingEffectsRemainingLanes=
didIncludeRenderPhaseUpdate,pendingPassiveTransitions=transitions,pendingRecoverableErrors=recoverableErrors,(finishedWork.subtreeFlags&10256)!==0||(finishedWork.
flags&10256)!==0?(root.callbackNode=null,root.callbackPriority=0,scheduleCallback(NormalPriority$1,function(){return flushPassiveEffects(),null})):(root.callbackNode=
null,root.callbackPriority=0),recoverableErrors=(finishedWork.flags&13878)!==0,(finishedWork.subtreeFlags&13878)!==0||recoverableErrors){recoverableErrors=ReactSharedInternals.
T,ReactSharedInternals.T=null,transitions=getCurrentUpdatePriority(),setCurrentUpdatePriority(2),spawnedLane=executionContext,executionContext|=4;try{commitBeforeMutationEffects(
root,finishedWork,lanes)}finally{executionContext=spawnedLane,setCurrentUpdatePriority(transitions),ReactSharedInternals.T=recoverableErrors}}pendingEffectsStatus=
1,flushMutationEffects(),flushLayoutEffects(),flushSpawnedWork()}}function flushMutationEffects(){if(pendingEffectsStatus===1){pendingEffectsStatus=0;var root=pendingEffectsRoot,
finishedWork=pendingFinishedWork,rootMutationHasEffect=(finishedWork.flags&13878)!==0;if((finishedWork.subtreeFlags&13878)!==0||rootMutationHasEffect){rootMutationHasEffect=
ReactSharedInternals.T,ReactSharedInternals.T=null;var previousPriority=getCurrentUpdatePriority();setCurrentUpdatePriority(2);var prevExecutionContext=executionContext;
executionContext|=4;try{commitMutationEffectsOnFiber(finishedWork,root),resetAfterCommit(root.containerInfo)}finally{executionContext=prevExecutionContext,setCurrentUpdatePriority(
previousPriority),ReactSharedInternals.T=rootMutationHasEffect}}root.current=finishedWork,pendingEffectsStatus=2}}function flushLayoutEffects(){if(pendingEffectsStatus===
2){pendingEffectsStatus=0;var root=pendingEffectsRoot,finishedWork=pendingFinishedWork,rootHasLayoutEffect=(finishedWork.flags&8772)!==0;if((finishedWork.subtreeFlags&
8772)!==0||rootHasLayoutEffect){rootHasLayoutEffect=ReactSharedInternals.T,ReactSharedInternals.T=null;var previousPriority=getCurrentUpdatePriority();setCurrentUpdatePriority(
2);var prevExecutionContext=executionContext;executionContext|=4;try{commitLayoutEffectOnFiber(root,finishedWork.alternate,finishedWork)}finally{executionContext=
prevExecutionContext,setCurrentUpdatePriority(previousPriority),ReactSharedInternals.T=rootHasLayoutEffect}}pendingEffectsStatus=3}}function flushSpawnedWork(){
if(pendingEffectsStatus===4||pendingEffectsStatus===3){pendingEffectsStatus=0,requestPaint();var root=pendingEffectsRoot,finishedWork=pendingFinishedWork,lanes=pendingEffectsLanes,
recoverableErrors=pendingRecoverableErrors;(finishedWork.subtreeFlags&10256)!==0||(finishedWork.flags&10256)!==0?pendingEffectsStatus=5:(pendingEffectsStatus=0,
pendingFinishedWork=pendingEffectsRoot=null,releaseRootPooledCache(root,root.pendingLanes));var remainingLanes=root.pendingLanes;if(remainingLanes===0&&(legacyErrorBoundariesThatAlreadyFailed=
null),lanesToEventPriority(lanes),finishedWork=finishedWork.stateNode,injectedHook&&typeof injectedHook.onCommitFiberRoot=="function")try{injectedHook.onCommitFiberRoot(
rendererID,finishedWork,void 0,(finishedWork.current.flags&128)===128)}catch{}if(recoverableErrors!==null){finishedWork=ReactSharedInternals.T,remainingLanes=getCurrentUpdatePriority(),
setCurrentUpdatePriority(2),ReactSharedInternals.T=null;try{for(var onRecoverableError=root.onRecoverableError,i=0;i<recoverableErrors.length;i++){var recoverableError=recoverableErrors[i];
onRecoverableError(recoverableError.value,{componentStack:recoverableError.stack})}}finally{ReactSharedInternals.T=finishedWork,setCurrentUpdatePriority(remainingLanes)}}
(pendingEffectsLanes&3)!==0&&flushPendingEffects(),ensureRootIsScheduled(root),remainingLanes=root.pendingLanes,(lanes&261930)!==0&&(remainingLanes&42)!==0?root===
rootWithNestedUpdates?nestedUpdateCount++:(nestedUpdateCount=0,rootWithNestedUpdates=root):nestedUpdateCount=0,supportsHydration&&flushHydrationEvents(),flushSyncWorkAcrossRoots_impl(
0,!1)}}function releaseRootPooledCache(root,remainingLanes){(root.pooledCacheLanes&=remainingLanes)===0&&(remainingLanes=root.pooledCache,remainingLanes!=null&&
(root.pooledCache=null,releaseCache(remainingLanes)))}function flushPendingEffects(){return flushMutationEffects(),flushLayoutEffects(),flushSpawnedWork(),flushPassiveEffects()}
function flushPassiveEffects(){if(pendingEffectsStatus!==5)return!1;var root=pendingEffectsRoot,remainingLanes=pendingEffectsRemainingLanes;pendingEffectsRemainingLanes=
0;var renderPriority=lanesToEventPriority(pendingEffectsLanes),priority=32>renderPriority?32:renderPriority;renderPriority=ReactSharedInternals.T;var previousPriority=getCurrentUpdatePriority();
try{setCurrentUpdatePriority(priority),ReactSharedInternals.T=null,priority=pendingPassiveTransitions,pendingPassiveTransitions=null;var root$jscomp$0=pendingEffectsRoot,
lanes=pendingEffectsLanes;if(pendingEffectsStatus=0,pendingFinishedWork=pendingEffectsRoot=null,pendingEffectsLanes=0,(executionContext&6)!==0)throw Error(formatProdErrorMessage(
331));var prevExecutionContext=executionContext;if(executionContext|=4,commitPassiveUnmountOnFiber(root$jscomp$0.current),commitPassiveMountOnFiber(root$jscomp$0,
root$jscomp$0.current,lanes,priority),executionContext=prevExecutionContext,flushSyncWorkAcrossRoots_impl(0,!1),injectedHook&&typeof injectedHook.onPostCommitFiberRoot==
"function")try{injectedHook.onPostCommitFiberRoot(rendererID,root$jscomp$0)}catch{}return!0}finally{setCurrentUpdatePriority(previousPriority),ReactSharedInternals.
T=renderPriority,releaseRootPooledCache(root,remainingLanes)}}function captureCommitPhaseErrorOnRoot(rootFiber,sourceFiber,error){sourceFiber=createCapturedValueAtFiber(
error,sourceFiber),sourceFiber=createRootErrorUpdate(rootFiber.stateNode,sourceFiber,2),rootFiber=enqueueUpdate(rootFiber,sourceFiber,2),rootFiber!==null&&(markRootUpdated$1(
rootFiber,2),ensureRootIsScheduled(rootFiber))}function captureCommitPhaseError(sourceFiber,nearestMountedAncestor,error){if(sourceFiber.tag===3)captureCommitPhaseErrorOnRoot(
sourceFiber,sourceFiber,error);else for(;nearestMountedAncestor!==null;){if(nearestMountedAncestor.tag===3){captureCommitPhaseErrorOnRoot(nearestMountedAncestor,
sourceFiber,error);break}else if(nearestMountedAncestor.tag===1){var instance=nearestMountedAncestor.stateNode;if(typeof nearestMountedAncestor.type.getDerivedStateFromError==
"function"||typeof instance.componentDidCatch=="function"&&(legacyErrorBoundariesThatAlreadyFailed===null||!legacyErrorBoundariesThatAlreadyFailed.has(instance))){
sourceFiber=createCapturedValueAtFiber(error,sourceFiber),error=createClassErrorUpdate(2),instance=enqueueUpdate(nearestMountedAncestor,error,2),instance!==null&&
(initializeClassErrorUpdate(error,instance,nearestMountedAncestor,sourceFiber),markRootUpdated$1(instance,2),ensureRootIsScheduled(instance));break}}nearestMountedAncestor=
nearestMountedAncestor.return}}function attachPingListener(root,wakeable,lanes){var pingCache=root.pingCache;if(pingCache===null){pingCache=root.pingCache=new PossiblyWeakMap;
var threadIDs=new Set;pingCache.set(wakeable,threadIDs)}else threadIDs=pingCache.get(wakeable),threadIDs===void 0&&(threadIDs=new Set,pingCache.set(wakeable,threadIDs));
threadIDs.has(lanes)||(workInProgressRootDidAttachPingListener=!0,threadIDs.add(lanes),root=pingSuspendedRoot.bind(null,root,wakeable,lanes),wakeable.then(root,
root))}function pingSuspendedRoot(root,wakeable,pingedLanes){var pingCache=root.pingCache;pingCache!==null&&pingCache.delete(wakeable),root.pingedLanes|=root.suspendedLanes&
pingedLanes,root.warmLanes&=~pingedLanes,workInProgressRoot===root&&(workInProgressRootRenderLanes&pingedLanes)===pingedLanes&&(workInProgressRootExitStatus===4||
workInProgressRootExitStatus===3&&(workInProgressRootRenderLanes&62914560)===workInProgressRootRenderLanes&&300>now()-globalMostRecentFallbackTime?(executionContext&
2)===0&&prepareFreshStack(root,0):workInProgressRootPingedLanes|=pingedLanes,workInProgressSuspendedRetryLanes===workInProgressRootRenderLanes&&(workInProgressSuspendedRetryLanes=
0)),ensureRootIsScheduled(root)}function retryTimedOutBoundary(boundaryFiber,retryLane){retryLane===0&&(retryLane=claimNextRetryLane()),boundaryFiber=enqueueConcurrentRenderForLane(
boundaryFiber,retryLane),boundaryFiber!==null&&(markRootUpdated$1(boundaryFiber,retryLane),ensureRootIsScheduled(boundaryFiber))}function retryDehydratedSuspenseBoundary(boundaryFiber){
var suspenseState=boundaryFiber.memoizedState,retryLane=0;suspenseState!==null&&(retryLane=suspenseState.retryLane),retryTimedOutBoundary(boundaryFiber,retryLane)}
function resolveRetryWakeable(boundaryFiber,wakeable){var retryLane=0;switch(boundaryFiber.tag){case 31:case 13:var retryCache=boundaryFiber.stateNode,suspenseState=boundaryFiber.
memoizedState;suspenseState!==null&&(retryLane=suspenseState.retryLane);break;case 19:retryCache=boundaryFiber.stateNode;break;case 22:retryCache=boundaryFiber.
stateNode._retryCache;break;default:throw Error(formatProdErrorMessage(314))}retryCache!==null&&retryCache.delete(wakeable),retryTimedOutBoundary(boundaryFiber,
retryLane)}function scheduleCallback(priorityLevel,callback){return scheduleCallback$3(priorityLevel,callback)}function FiberNode(tag,pendingProps,key,mode){this.
tag=tag,this.key=key,this.sibling=this.child=this.return=this.stateNode=this.type=this.elementType=null,this.index=0,this.refCleanup=this.ref=null,this.pendingProps=
pendingProps,this.dependencies=this.memoizedState=this.updateQueue=this.memoizedProps=null,this.mode=mode,this.subtreeFlags=this.flags=0,this.deletions=null,this.
childLanes=this.lanes=0,this.alternate=null}function shouldConstruct(Component){return Component=Component.prototype,!(!Component||!Component.isReactComponent)}
function createWorkInProgress(current,pendingProps){var workInProgress2=current.alternate;return workInProgress2===null?(workInProgress2=createFiber(current.tag,
pendingProps,current.key,current.mode),workInProgress2.elementType=current.elementType,workInProgress2.type=current.type,workInProgress2.stateNode=current.stateNode,
workInProgress2.alternate=current,current.alternate=workInProgress2):(workInProgress2.pendingProps=pendingProps,workInProgress2.type=current.type,workInProgress2.
flags=0,workInProgress2.subtreeFlags=0,workInProgress2.deletions=null),workInProgress2.flags=current.flags&65011712,workInProgress2.childLanes=current.childLanes,
workInProgress2.lanes=current.lanes,workInProgress2.child=current.child,workInProgress2.memoizedProps=current.memoizedProps,workInProgress2.memoizedState=current.
memoizedState,workInProgress2.updateQueue=current.updateQueue,pendingProps=current.dependencies,workInProgress2.dependencies=pendingProps===null?null:{lanes:pendingProps.
lanes,firstContext:pendingProps.firstContext},workInProgress2.sibling=current.sibling,workInProgress2.index=current.index,workInProgress2.ref=current.ref,workInProgress2.
refCleanup=current.refCleanup,workInProgress2}function resetWorkInProgress(workInProgress2,renderLanes2){workInProgress2.flags&=65011714;var current=workInProgress2.
alternate;return current===null?(workInProgress2.childLanes=0,workInProgress2.lanes=renderLanes2,workInProgress2.child=null,workInProgress2.subtreeFlags=0,workInProgress2.
memoizedProps=null,workInProgress2.memoizedState=null,workInProgress2.updateQueue=null,workInProgress2.dependencies=null,workInProgress2.stateNode=null):(workInProgress2.
childLanes=current.childLanes,workInProgress2.lanes=current.lanes,workInProgress2.child=current.child,workInProgress2.subtreeFlags=0,workInProgress2.deletions=null,
workInProgress2.memoizedProps=current.memoizedProps,workInProgress2.memoizedState=current.memoizedState,workInProgress2.updateQueue=current.updateQueue,workInProgress2.
type=current.type,renderLanes2=current.dependencies,workInProgress2.dependencies=renderLanes2===null?null:{lanes:renderLanes2.lanes,firstContext:renderLanes2.firstContext}),
workInProgress2}function createFiberFromTypeAndProps(type,key,pendingProps,owner,mode,lanes){var fiberTag=0;if(owner=type,typeof type=="function")shouldConstruct(
type)&&(fiberTag=1);else if(typeof type=="string")fiberTag=supportsResources&&supportsSingletons?isHostHoistableType(type,pendingProps,contextStackCursor.current)?
26:isHostSingletonType(type)?27:5:supportsResources?isHostHoistableType(type,pendingProps,contextStackCursor.current)?26:5:supportsSingletons&&isHostSingletonType(
type)?27:5;else a:switch(type){case REACT_ACTIVITY_TYPE:return type=createFiber(31,pendingProps,key,mode),type.elementType=REACT_ACTIVITY_TYPE,type.lanes=lanes,
type;case REACT_FRAGMENT_TYPE:return createFiberFromFragment(pendingProps.children,mode,lanes,key);case REACT_STRICT_MODE_TYPE:fiberTag=8,mode|=24;break;case REACT_PROFILER_TYPE:
return type=createFiber(12,pendingProps,key,mode|2),type.elementType=REACT_PROFILER_TYPE,type.lanes=lanes,type;case REACT_SUSPENSE_TYPE:return type=createFiber(
13,pendingProps,key,mode),type.elementType=REACT_SUSPENSE_TYPE,type.lanes=lanes,type;case REACT_SUSPENSE_LIST_TYPE:return type=createFiber(19,pendingProps,key,mode),
type.elementType=REACT_SUSPENSE_LIST_TYPE,type.lanes=lanes,type;default:if(typeof type=="object"&&type!==null)switch(type.$$typeof){case REACT_CONTEXT_TYPE:fiberTag=
10;break a;case REACT_CONSUMER_TYPE:fiberTag=9;break a;case REACT_FORWARD_REF_TYPE:fiberTag=11;break a;case REACT_MEMO_TYPE:fiberTag=14;break a;case REACT_LAZY_TYPE:
fiberTag=16,owner=null;break a}fiberTag=29,pendingProps=Error(formatProdErrorMessage(130,type===null?"null":typeof type,"")),owner=null}return key=createFiber(fiberTag,
pendingProps,key,mode),key.elementType=type,key.type=owner,key.lanes=lanes,key}function createFiberFromFragment(elements,mode,lanes,key){return elements=createFiber(
7,elements,key,mode),elements.lanes=lanes,elements}function createFiberFromText(content,mode,lanes){return content=createFiber(6,content,null,mode),content.lanes=
lanes,content}function createFiberFromDehydratedFragment(dehydratedNode){var fiber=createFiber(18,null,null,0);return fiber.stateNode=dehydratedNode,fiber}function createFiberFromPortal(portal,mode,lanes){
return mode=createFiber(4,portal.children!==null?portal.children:[],portal.key,mode),mode.lanes=lanes,mode.stateNode={containerInfo:portal.containerInfo,pendingChildren:null,
implementation:portal.implementation},mode}function FiberRootNode(containerInfo,tag,hydrate,identifierPrefix,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator,formState){
this.tag=1,this.containerInfo=containerInfo,this.pingCache=this.current=this.pendingChildren=null,this.timeoutHandle=noTimeout,this.callbackNode=this.next=this.
pendingContext=this.context=this.cancelPendingCommit=null,this.callbackPriority=0,this.expirationTimes=createLaneMap(-1),this.entangledLanes=this.shellSuspendCounter=
this.errorRecoveryDisabledLanes=this.expiredLanes=this.warmLanes=this.pingedLanes=this.suspendedLanes=this.pendingLanes=0,this.entanglements=createLaneMap(0),this.
hiddenUpdates=createLaneMap(null),this.identifierPrefix=identifierPrefix,this.onUncaughtError=onUncaughtError,this.onCaughtError=onCaughtError,this.onRecoverableError=
onRecoverableError,this.pooledCache=null,this.pooledCacheLanes=0,this.formState=formState,this.incompleteTransitions=new Map}function createFiberRoot(containerInfo,tag,hydrate,initialChildren,hydrationCallbacks,isStrictMode,identifierPrefix,formState,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator){
return containerInfo=new FiberRootNode(containerInfo,tag,hydrate,identifierPrefix,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator,
formState),tag=1,isStrictMode===!0&&(tag|=24),isStrictMode=createFiber(3,null,null,tag),containerInfo.current=isStrictMode,isStrictMode.stateNode=containerInfo,
tag=createCache(),tag.refCount++,containerInfo.pooledCache=tag,tag.refCount++,isStrictMode.memoizedState={element:initialChildren,isDehydrated:hydrate,cache:tag},
initializeUpdateQueue(isStrictMode),containerInfo}function getContextForSubtree(parentComponent){return parentComponent?(parentComponent=emptyContextObject,parentComponent):
emptyContextObject}function findHostInstance(component){var fiber=component._reactInternals;if(fiber===void 0)throw typeof component.render=="function"?Error(formatProdErrorMessage(
188)):(component=Object.keys(component).join(","),Error(formatProdErrorMessage(268,component)));return component=findCurrentFiberUsingSlowPath(fiber),component=
component!==null?findCurrentHostFiberImpl(component):null,component===null?null:getPublicInstance(component.stateNode)}function updateContainerImpl(rootFiber,lane,element,container,parentComponent,callback){
parentComponent=getContextForSubtree(parentComponent),container.context===null?container.context=parentComponent:container.pendingContext=parentComponent,container=
createUpdate(lane),container.payload={element},callback=callback===void 0?null:callback,callback!==null&&(container.callback=callback),element=enqueueUpdate(rootFiber,
container,lane),element!==null&&(scheduleUpdateOnFiber(element,rootFiber,lane),entangleTransitions(element,rootFiber,lane))}function markRetryLaneImpl(fiber,retryLane){
if(fiber=fiber.memoizedState,fiber!==null&&fiber.dehydrated!==null){var a=fiber.retryLane;fiber.retryLane=a!==0&&a<retryLane?a:retryLane}}function markRetryLaneIfNotHydrated(fiber,retryLane){
markRetryLaneImpl(fiber,retryLane),(fiber=fiber.alternate)&&markRetryLaneImpl(fiber,retryLane)}var exports2={},React11=require_react(),Scheduler2=require_scheduler(),
assign=Object.assign,REACT_LEGACY_ELEMENT_TYPE=Symbol.for("react.element"),REACT_ELEMENT_TYPE=Symbol.for("react.transitional.element"),REACT_PORTAL_TYPE=Symbol.
for("react.portal"),REACT_FRAGMENT_TYPE=Symbol.for("react.fragment"),REACT_STRICT_MODE_TYPE=Symbol.for("react.strict_mode"),REACT_PROFILER_TYPE=Symbol.for("reac\
t.profiler"),REACT_CONSUMER_TYPE=Symbol.for("react.consumer"),REACT_CONTEXT_TYPE=Symbol.for("react.context"),REACT_FORWARD_REF_TYPE=Symbol.for("react.forward_re\
f"),REACT_SUSPENSE_TYPE=Symbol.for("react.suspense"),REACT_SUSPENSE_LIST_TYPE=Symbol.for("react.suspense_list"),REACT_MEMO_TYPE=Symbol.for("react.memo"),REACT_LAZY_TYPE=Symbol.
for("react.lazy"),REACT_ACTIVITY_TYPE=Symbol.for("react.activity"),REACT_MEMO_CACHE_SENTINEL=Symbol.for("react.memo_cache_sentinel"),MAYBE_ITERATOR_SYMBOL=Symbol.
iterator,REACT_CLIENT_REFERENCE=Symbol.for("react.client.reference"),isArrayImpl=Array.isArray,ReactSharedInternals=React11.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE,
rendererVersion=$$$config.rendererVersion,rendererPackageName=$$$config.rendererPackageName,extraDevToolsConfig=$$$config.extraDevToolsConfig,getPublicInstance=$$$config.
getPublicInstance,getRootHostContext=$$$config.getRootHostContext,getChildHostContext=$$$config.getChildHostContext,prepareForCommit=$$$config.prepareForCommit,
resetAfterCommit=$$$config.resetAfterCommit,createInstance=$$$config.createInstance;$$$config.cloneMutableInstance;var appendInitialChild=$$$config.appendInitialChild,
finalizeInitialChildren=$$$config.finalizeInitialChildren,shouldSetTextContent=$$$config.shouldSetTextContent,createTextInstance=$$$config.createTextInstance;$$$config.
cloneMutableTextInstance;var scheduleTimeout=$$$config.scheduleTimeout,cancelTimeout=$$$config.cancelTimeout,noTimeout=$$$config.noTimeout,isPrimaryRenderer=$$$config.
isPrimaryRenderer;$$$config.warnsIfNotActing;var supportsMutation=$$$config.supportsMutation,supportsPersistence=$$$config.supportsPersistence,supportsHydration=$$$config.
supportsHydration,getInstanceFromNode=$$$config.getInstanceFromNode;$$$config.beforeActiveInstanceBlur;var preparePortalMount=$$$config.preparePortalMount;$$$config.
prepareScopeUpdate,$$$config.getInstanceFromScope;var setCurrentUpdatePriority=$$$config.setCurrentUpdatePriority,getCurrentUpdatePriority=$$$config.getCurrentUpdatePriority,
resolveUpdatePriority=$$$config.resolveUpdatePriority;$$$config.trackSchedulerEvent,$$$config.resolveEventType,$$$config.resolveEventTimeStamp;var shouldAttemptEagerTransition=$$$config.
shouldAttemptEagerTransition,detachDeletedInstance=$$$config.detachDeletedInstance;$$$config.requestPostPaintCallback;var maySuspendCommit=$$$config.maySuspendCommit,
maySuspendCommitOnUpdate=$$$config.maySuspendCommitOnUpdate,maySuspendCommitInSyncRender=$$$config.maySuspendCommitInSyncRender,preloadInstance=$$$config.preloadInstance,
startSuspendingCommit=$$$config.startSuspendingCommit,suspendInstance=$$$config.suspendInstance;$$$config.suspendOnActiveViewTransition;var waitForCommitToBeReady=$$$config.
waitForCommitToBeReady;$$$config.getSuspendedCommitReason;var NotPendingTransition=$$$config.NotPendingTransition,HostTransitionContext=$$$config.HostTransitionContext,
resetFormInstance=$$$config.resetFormInstance;$$$config.bindToConsole;var supportsMicrotasks=$$$config.supportsMicrotasks,scheduleMicrotask=$$$config.scheduleMicrotask,
supportsTestSelectors=$$$config.supportsTestSelectors,findFiberRoot=$$$config.findFiberRoot,getBoundingRect=$$$config.getBoundingRect,getTextContent=$$$config.getTextContent,
isHiddenSubtree=$$$config.isHiddenSubtree,matchAccessibilityRole=$$$config.matchAccessibilityRole,setFocusIfFocusable=$$$config.setFocusIfFocusable,setupIntersectionObserver=$$$config.
setupIntersectionObserver,appendChild=$$$config.appendChild,appendChildToContainer=$$$config.appendChildToContainer,commitTextUpdate=$$$config.commitTextUpdate,
commitMount=$$$config.commitMount,commitUpdate=$$$config.commitUpdate,insertBefore=$$$config.insertBefore,insertInContainerBefore=$$$config.insertInContainerBefore,
removeChild=$$$config.removeChild,removeChildFromContainer=$$$config.removeChildFromContainer,resetTextContent=$$$config.resetTextContent,hideInstance=$$$config.
hideInstance,hideTextInstance=$$$config.hideTextInstance,unhideInstance=$$$config.unhideInstance,unhideTextInstance=$$$config.unhideTextInstance;$$$config.cancelViewTransitionName,
$$$config.cancelRootViewTransitionName,$$$config.restoreRootViewTransitionName,$$$config.cloneRootViewTransitionContainer,$$$config.removeRootViewTransitionClone,
$$$config.measureClonedInstance,$$$config.hasInstanceChanged,$$$config.hasInstanceAffectedParent,$$$config.startViewTransition,$$$config.startGestureTransition,
$$$config.stopViewTransition,$$$config.getCurrentGestureOffset,$$$config.createViewTransitionInstance;var clearContainer=$$$config.clearContainer;$$$config.createFragmentInstance,
$$$config.updateFragmentInstanceFiber,$$$config.commitNewChildToFragmentInstance,$$$config.deleteChildFromFragmentInstance;var cloneInstance=$$$config.cloneInstance,
createContainerChildSet=$$$config.createContainerChildSet,appendChildToContainerChildSet=$$$config.appendChildToContainerChildSet,finalizeContainerChildren=$$$config.
finalizeContainerChildren,replaceContainerChildren=$$$config.replaceContainerChildren,cloneHiddenInstance=$$$config.cloneHiddenInstance,cloneHiddenTextInstance=$$$config.
cloneHiddenTextInstance,isSuspenseInstancePending=$$$config.isSuspenseInstancePending,isSuspenseInstanceFallback=$$$config.isSuspenseInstanceFallback,getSuspenseInstanceFallbackErrorDetails=$$$config.
getSuspenseInstanceFallbackErrorDetails,registerSuspenseInstanceRetry=$$$config.registerSuspenseInstanceRetry,canHydrateFormStateMarker=$$$config.canHydrateFormStateMarker,
isFormStateMarkerMatching=$$$config.isFormStateMarkerMatching,getNextHydratableSibling=$$$config.getNextHydratableSibling,getNextHydratableSiblingAfterSingleton=$$$config.
getNextHydratableSiblingAfterSingleton,getFirstHydratableChild=$$$config.getFirstHydratableChild,getFirstHydratableChildWithinContainer=$$$config.getFirstHydratableChildWithinContainer,
getFirstHydratableChildWithinActivityInstance=$$$config.getFirstHydratableChildWithinActivityInstance,getFirstHydratableChildWithinSuspenseInstance=$$$config.getFirstHydratableChildWithinSuspenseInstance,
getFirstHydratableChildWithinSingleton=$$$config.getFirstHydratableChildWithinSingleton,canHydrateInstance=$$$config.canHydrateInstance,canHydrateTextInstance=$$$config.
canHydrateTextInstance,canHydrateActivityInstance=$$$config.canHydrateActivityInstance,canHydrateSuspenseInstance=$$$config.canHydrateSuspenseInstance,hydrateInstance=$$$config.
hydrateInstance,hydrateTextInstance=$$$config.hydrateTextInstance,hydrateActivityInstance=$$$config.hydrateActivityInstance,hydrateSuspenseInstance=$$$config.hydrateSuspenseInstance,
getNextHydratableInstanceAfterActivityInstance=$$$config.getNextHydratableInstanceAfterActivityInstance,getNextHydratableInstanceAfterSuspenseInstance=$$$config.
getNextHydratableInstanceAfterSuspenseInstance,commitHydratedInstance=$$$config.commitHydratedInstance,commitHydratedContainer=$$$config.commitHydratedContainer,
commitHydratedActivityInstance=$$$config.commitHydratedActivityInstance,commitHydratedSuspenseInstance=$$$config.commitHydratedSuspenseInstance,finalizeHydratedChildren=$$$config.
finalizeHydratedChildren,flushHydrationEvents=$$$config.flushHydrationEvents;$$$config.clearActivityBoundary;var clearSuspenseBoundary=$$$config.clearSuspenseBoundary;
$$$config.clearActivityBoundaryFromContainer;var clearSuspenseBoundaryFromContainer=$$$config.clearSuspenseBoundaryFromContainer,hideDehydratedBoundary=$$$config.
hideDehydratedBoundary,unhideDehydratedBoundary=$$$config.unhideDehydratedBoundary,shouldDeleteUnhydratedTailInstances=$$$config.shouldDeleteUnhydratedTailInstances;
$$$config.diffHydratedPropsForDevWarnings,$$$config.diffHydratedTextForDevWarnings,$$$config.describeHydratableInstanceForDevWarnings;var validateHydratableInstance=$$$config.
validateHydratableInstance,validateHydratableTextInstance=$$$config.validateHydratableTextInstance,supportsResources=$$$config.supportsResources,isHostHoistableType=$$$config.
isHostHoistableType,getHoistableRoot=$$$config.getHoistableRoot,getResource=$$$config.getResource,acquireResource=$$$config.acquireResource,releaseResource=$$$config.
releaseResource,hydrateHoistable=$$$config.hydrateHoistable,mountHoistable=$$$config.mountHoistable,unmountHoistable=$$$config.unmountHoistable,createHoistableInstance=$$$config.
createHoistableInstance,prepareToCommitHoistables=$$$config.prepareToCommitHoistables,mayResourceSuspendCommit=$$$config.mayResourceSuspendCommit,preloadResource=$$$config.
preloadResource,suspendResource=$$$config.suspendResource,supportsSingletons=$$$config.supportsSingletons,resolveSingletonInstance=$$$config.resolveSingletonInstance,
acquireSingletonInstance=$$$config.acquireSingletonInstance,releaseSingletonInstance=$$$config.releaseSingletonInstance,isHostSingletonType=$$$config.isHostSingletonType,
isSingletonScope=$$$config.isSingletonScope,valueStack=[],index$jscomp$0=-1,emptyContextObject={},clz32=Math.clz32?Math.clz32:clz32Fallback,log$1=Math.log,LN2=Math.
LN2,nextTransitionUpdateLane=256,nextTransitionDeferredLane=262144,nextRetryLane=4194304,scheduleCallback$3=Scheduler2.unstable_scheduleCallback,cancelCallback$1=Scheduler2.
unstable_cancelCallback,shouldYield=Scheduler2.unstable_shouldYield,requestPaint=Scheduler2.unstable_requestPaint,now=Scheduler2.unstable_now,ImmediatePriority=Scheduler2.
unstable_ImmediatePriority,UserBlockingPriority=Scheduler2.unstable_UserBlockingPriority,NormalPriority$1=Scheduler2.unstable_NormalPriority,IdlePriority=Scheduler2.
unstable_IdlePriority,log=Scheduler2.log,unstable_setDisableYieldValue=Scheduler2.unstable_setDisableYieldValue,rendererID=null,injectedHook=null,objectIs=typeof Object.
is=="function"?Object.is:is,reportGlobalError=typeof reportError=="function"?reportError:function(error){if(typeof window=="object"&&typeof window.ErrorEvent=="\
function"){var event=new window.ErrorEvent("error",{bubbles:!0,cancelable:!0,message:typeof error=="object"&&error!==null&&typeof error.message=="string"?String(
error.message):String(error),error});if(!window.dispatchEvent(event))return}else if(typeof process=="object"&&typeof process.emit=="function"){process.emit("unc\
aughtException",error);return}console.error(error)},hasOwnProperty=Object.prototype.hasOwnProperty,prefix,suffix,reentry=!1,CapturedStacks=new WeakMap,forkStack=[],
forkStackIndex=0,treeForkProvider=null,treeForkCount=0,idStack=[],idStackIndex=0,treeContextProvider=null,treeContextId=1,treeContextOverflow="",contextStackCursor=createCursor(
null),contextFiberStackCursor=createCursor(null),rootInstanceStackCursor=createCursor(null),hostTransitionProviderCursor=createCursor(null),hydrationParentFiber=null,
nextHydratableInstance=null,isHydrating=!1,hydrationErrors=null,rootOrSingletonContext=!1,HydrationMismatchException=Error(formatProdErrorMessage(519)),valueCursor=createCursor(
null),currentlyRenderingFiber$1=null,lastContextDependency=null,AbortControllerLocal=typeof AbortController<"u"?AbortController:function(){var listeners=[],signal=this.
signal={aborted:!1,addEventListener:function(type,listener){listeners.push(listener)}};this.abort=function(){signal.aborted=!0,listeners.forEach(function(listener){
return listener()})}},scheduleCallback$2=Scheduler2.unstable_scheduleCallback,NormalPriority=Scheduler2.unstable_NormalPriority,CacheContext={$$typeof:REACT_CONTEXT_TYPE,
Consumer:null,Provider:null,_currentValue:null,_currentValue2:null,_threadCount:0},firstScheduledRoot=null,lastScheduledRoot=null,didScheduleMicrotask=!1,mightHavePendingSyncWork=!1,
isFlushingWork=!1,currentEventTransitionLane=0,currentEntangledListeners=null,currentEntangledPendingCount=0,currentEntangledLane=0,currentEntangledActionThenable=null,
prevOnStartTransitionFinish=ReactSharedInternals.S;ReactSharedInternals.S=function(transition,returnValue){globalMostRecentTransitionTime=now(),typeof returnValue==
"object"&&returnValue!==null&&typeof returnValue.then=="function"&&entangleAsyncAction(transition,returnValue),prevOnStartTransitionFinish!==null&&prevOnStartTransitionFinish(
transition,returnValue)};var resumedCache=createCursor(null),SuspenseException=Error(formatProdErrorMessage(460)),SuspenseyCommitException=Error(formatProdErrorMessage(
474)),SuspenseActionException=Error(formatProdErrorMessage(542)),noopSuspenseyCommitThenable={then:function(){}},suspendedThenable=null,thenableState$1=null,thenableIndexCounter$1=0,
reconcileChildFibers=createChildReconciler(!0),mountChildFibers=createChildReconciler(!1),concurrentQueues=[],concurrentQueuesIndex=0,concurrentlyUpdatedLanes=0,
hasForceUpdate=!1,didReadFromEntangledAsyncAction=!1,currentTreeHiddenStackCursor=createCursor(null),prevEntangledRenderLanesCursor=createCursor(0),suspenseHandlerStackCursor=createCursor(
null),shellBoundary=null,suspenseStackCursor=createCursor(0),renderLanes=0,currentlyRenderingFiber=null,currentHook=null,workInProgressHook=null,didScheduleRenderPhaseUpdate=!1,
didScheduleRenderPhaseUpdateDuringThisPass=!1,shouldDoubleInvokeUserFnsInHooksDEV=!1,localIdCounter=0,thenableIndexCounter=0,thenableState=null,globalClientIdCounter=0,
ContextOnlyDispatcher={readContext,use,useCallback:throwInvalidHookError,useContext:throwInvalidHookError,useEffect:throwInvalidHookError,useImperativeHandle:throwInvalidHookError,
useLayoutEffect:throwInvalidHookError,useInsertionEffect:throwInvalidHookError,useMemo:throwInvalidHookError,useReducer:throwInvalidHookError,useRef:throwInvalidHookError,
useState:throwInvalidHookError,useDebugValue:throwInvalidHookError,useDeferredValue:throwInvalidHookError,useTransition:throwInvalidHookError,useSyncExternalStore:throwInvalidHookError,
useId:throwInvalidHookError,useHostTransitionStatus:throwInvalidHookError,useFormState:throwInvalidHookError,useActionState:throwInvalidHookError,useOptimistic:throwInvalidHookError,
useMemoCache:throwInvalidHookError,useCacheRefresh:throwInvalidHookError};ContextOnlyDispatcher.useEffectEvent=throwInvalidHookError;var HooksDispatcherOnMount={
readContext,use,useCallback:function(callback,deps){return mountWorkInProgressHook().memoizedState=[callback,deps===void 0?null:deps],callback},useContext:readContext,
useEffect:mountEffect,useImperativeHandle:function(ref,create3,deps){deps=deps!=null?deps.concat([ref]):null,mountEffectImpl(4194308,4,imperativeHandleEffect.bind(
null,create3,ref),deps)},useLayoutEffect:function(create3,deps){return mountEffectImpl(4194308,4,create3,deps)},useInsertionEffect:function(create3,deps){mountEffectImpl(
4,2,create3,deps)},useMemo:function(nextCreate,deps){var hook=mountWorkInProgressHook();deps=deps===void 0?null:deps;var nextValue=nextCreate();if(shouldDoubleInvokeUserFnsInHooksDEV){
setIsStrictModeForDevtools(!0);try{nextCreate()}finally{setIsStrictModeForDevtools(!1)}}return hook.memoizedState=[nextValue,deps],nextValue},useReducer:function(reducer,initialArg,init){
var hook=mountWorkInProgressHook();if(init!==void 0){var initialState=init(initialArg);if(shouldDoubleInvokeUserFnsInHooksDEV){setIsStrictModeForDevtools(!0);try{
init(initialArg)}finally{setIsStrictModeForDevtools(!1)}}}else initialState=initialArg;return hook.memoizedState=hook.baseState=initialState,reducer={pending:null,
lanes:0,dispatch:null,lastRenderedReducer:reducer,lastRenderedState:initialState},hook.queue=reducer,reducer=reducer.dispatch=dispatchReducerAction.bind(null,currentlyRenderingFiber,
reducer),[hook.memoizedState,reducer]},useRef:function(initialValue){var hook=mountWorkInProgressHook();return initialValue={current:initialValue},hook.memoizedState=
initialValue},useState:function(initialState){initialState=mountStateImpl(initialState);var queue=initialState.queue,dispatch=dispatchSetState.bind(null,currentlyRenderingFiber,
queue);return queue.dispatch=dispatch,[initialState.memoizedState,dispatch]},useDebugValue:mountDebugValue,useDeferredValue:function(value,initialValue){var hook=mountWorkInProgressHook();
return mountDeferredValueImpl(hook,value,initialValue)},useTransition:function(){var stateHook=mountStateImpl(!1);return stateHook=startTransition.bind(null,currentlyRenderingFiber,
stateHook.queue,!0,!1),mountWorkInProgressHook().memoizedState=stateHook,[!1,stateHook]},useSyncExternalStore:function(subscribe,getSnapshot,getServerSnapshot){
var fiber=currentlyRenderingFiber,hook=mountWorkInProgressHook();if(isHydrating){if(getServerSnapshot===void 0)throw Error(formatProdErrorMessage(407));getServerSnapshot=
getServerSnapshot()}else{if(getServerSnapshot=getSnapshot(),workInProgressRoot===null)throw Error(formatProdErrorMessage(349));(workInProgressRootRenderLanes&127)!==
0||pushStoreConsistencyCheck(fiber,getSnapshot,getServerSnapshot)}hook.memoizedState=getServerSnapshot;var inst={value:getServerSnapshot,getSnapshot};return hook.
queue=inst,mountEffect(subscribeToStore.bind(null,fiber,inst,subscribe),[subscribe]),fiber.flags|=2048,pushSimpleEffect(9,{destroy:void 0},updateStoreInstance.bind(
null,fiber,inst,getServerSnapshot,getSnapshot),null),getServerSnapshot},useId:function(){var hook=mountWorkInProgressHook(),identifierPrefix=workInProgressRoot.
identifierPrefix;if(isHydrating){var JSCompiler_inline_result=treeContextOverflow,idWithLeadingBit=treeContextId;JSCompiler_inline_result=(idWithLeadingBit&~(1<<
32-clz32(idWithLeadingBit)-1)).toString(32)+JSCompiler_inline_result,identifierPrefix="_"+identifierPrefix+"R_"+JSCompiler_inline_result,JSCompiler_inline_result=
localIdCounter++,0<JSCompiler_inline_result&&(identifierPrefix+="H"+JSCompiler_inline_result.toString(32)),identifierPrefix+="_"}else JSCompiler_inline_result=globalClientIdCounter++,
identifierPrefix="_"+identifierPrefix+"r_"+JSCompiler_inline_result.toString(32)+"_";return hook.memoizedState=identifierPrefix},useHostTransitionStatus,useFormState:mountActionState,
useActionState:mountActionState,useOptimistic:function(passthrough){var hook=mountWorkInProgressHook();hook.memoizedState=hook.baseState=passthrough;var queue={
pending:null,lanes:0,dispatch:null,lastRenderedReducer:null,lastRenderedState:null};return hook.queue=queue,hook=dispatchOptimisticSetState.bind(null,currentlyRenderingFiber,
!0,queue),queue.dispatch=hook,[passthrough,hook]},useMemoCache,useCacheRefresh:function(){return mountWorkInProgressHook().memoizedState=refreshCache.bind(null,
currentlyRenderingFiber)},useEffectEvent:function(callback){var hook=mountWorkInProgressHook(),ref={impl:callback};return hook.memoizedState=ref,function(){if((executionContext&
2)!==0)throw Error(formatProdErrorMessage(440));return ref.impl.apply(void 0,arguments)}}},HooksDispatcherOnUpdate={readContext,use,useCallback:updateCallback,useContext:readContext,
useEffect:updateEffect,useImperativeHandle:updateImperativeHandle,useInsertionEffect:updateInsertionEffect,useLayoutEffect:updateLayoutEffect,useMemo:updateMemo,
useReducer:updateReducer,useRef:updateRef,useState:function(){return updateReducer(basicStateReducer)},useDebugValue:mountDebugValue,useDeferredValue:function(value,initialValue){
var hook=updateWorkInProgressHook();return updateDeferredValueImpl(hook,currentHook.memoizedState,value,initialValue)},useTransition:function(){var booleanOrThenable=updateReducer(
basicStateReducer)[0],start3=updateWorkInProgressHook().memoizedState;return[typeof booleanOrThenable=="boolean"?booleanOrThenable:useThenable(booleanOrThenable),
start3]},useSyncExternalStore:updateSyncExternalStore,useId:updateId,useHostTransitionStatus,useFormState:updateActionState,useActionState:updateActionState,useOptimistic:function(passthrough,reducer){
var hook=updateWorkInProgressHook();return updateOptimisticImpl(hook,currentHook,passthrough,reducer)},useMemoCache,useCacheRefresh:updateRefresh};HooksDispatcherOnUpdate.
useEffectEvent=updateEvent;var HooksDispatcherOnRerender={readContext,use,useCallback:updateCallback,useContext:readContext,useEffect:updateEffect,useImperativeHandle:updateImperativeHandle,
useInsertionEffect:updateInsertionEffect,useLayoutEffect:updateLayoutEffect,useMemo:updateMemo,useReducer:rerenderReducer,useRef:updateRef,useState:function(){return rerenderReducer(
basicStateReducer)},useDebugValue:mountDebugValue,useDeferredValue:function(value,initialValue){var hook=updateWorkInProgressHook();return currentHook===null?mountDeferredValueImpl(
hook,value,initialValue):updateDeferredValueImpl(hook,currentHook.memoizedState,value,initialValue)},useTransition:function(){var booleanOrThenable=rerenderReducer(
basicStateReducer)[0],start3=updateWorkInProgressHook().memoizedState;return[typeof booleanOrThenable=="boolean"?booleanOrThenable:useThenable(booleanOrThenable),
start3]},useSyncExternalStore:updateSyncExternalStore,useId:updateId,useHostTransitionStatus,useFormState:rerenderActionState,useActionState:rerenderActionState,
useOptimistic:function(passthrough,reducer){var hook=updateWorkInProgressHook();return currentHook!==null?updateOptimisticImpl(hook,currentHook,passthrough,reducer):
(hook.baseState=passthrough,[passthrough,hook.queue.dispatch])},useMemoCache,useCacheRefresh:updateRefresh};HooksDispatcherOnRerender.useEffectEvent=updateEvent;
var classComponentUpdater={enqueueSetState:function(inst,payload,callback){inst=inst._reactInternals;var lane=requestUpdateLane(),update2=createUpdate(lane);update2.
payload=payload,callback!=null&&(update2.callback=callback),payload=enqueueUpdate(inst,update2,lane),payload!==null&&(scheduleUpdateOnFiber(payload,inst,lane),entangleTransitions(
payload,inst,lane))},enqueueReplaceState:function(inst,payload,callback){inst=inst._reactInternals;var lane=requestUpdateLane(),update2=createUpdate(lane);update2.
tag=1,update2.payload=payload,callback!=null&&(update2.callback=callback),payload=enqueueUpdate(inst,update2,lane),payload!==null&&(scheduleUpdateOnFiber(payload,
inst,lane),entangleTransitions(payload,inst,lane))},enqueueForceUpdate:function(inst,callback){inst=inst._reactInternals;var lane=requestUpdateLane(),update2=createUpdate(
lane);update2.tag=2,callback!=null&&(update2.callback=callback),callback=enqueueUpdate(inst,update2,lane),callback!==null&&(scheduleUpdateOnFiber(callback,inst,
lane),entangleTransitions(callback,inst,lane))}},SelectiveHydrationException=Error(formatProdErrorMessage(461)),didReceiveUpdate=!1,SUSPENDED_MARKER={dehydrated:null,
treeContext:null,retryLane:0,hydrationErrors:null},offscreenSubtreeIsHidden=!1,offscreenSubtreeWasHidden=!1,needsFormReset=!1,PossiblyWeakSet=typeof WeakSet=="f\
unction"?WeakSet:Set,nextEffect=null,hostParent=null,hostParentIsContainer=!1,currentHoistableRoot=null,suspenseyCommitFlag=8192,DefaultAsyncDispatcher={getCacheForType:function(resourceType){
var cache3=readContext(CacheContext),cacheForType=cache3.data.get(resourceType);return cacheForType===void 0&&(cacheForType=resourceType(),cache3.data.set(resourceType,
cacheForType)),cacheForType},cacheSignal:function(){return readContext(CacheContext).controller.signal}},COMPONENT_TYPE=0,HAS_PSEUDO_CLASS_TYPE=1,ROLE_TYPE=2,TEST_NAME_TYPE=3,
TEXT_TYPE=4;if(typeof Symbol=="function"&&Symbol.for){var symbolFor=Symbol.for;COMPONENT_TYPE=symbolFor("selector.component"),HAS_PSEUDO_CLASS_TYPE=symbolFor("s\
elector.has_pseudo_class"),ROLE_TYPE=symbolFor("selector.role"),TEST_NAME_TYPE=symbolFor("selector.test_id"),TEXT_TYPE=symbolFor("selector.text")}var PossiblyWeakMap=typeof WeakMap==
"function"?WeakMap:Map,executionContext=0,workInProgressRoot=null,workInProgress=null,workInProgressRootRenderLanes=0,workInProgressSuspendedReason=0,workInProgressThrownValue=null,
workInProgressRootDidSkipSuspendedSiblings=!1,workInProgressRootIsPrerendering=!1,workInProgressRootDidAttachPingListener=!1,entangledRenderLanes=0,workInProgressRootExitStatus=0,
workInProgressRootSkippedLanes=0,workInProgressRootInterleavedUpdatedLanes=0,workInProgressRootPingedLanes=0,workInProgressDeferredLane=0,workInProgressSuspendedRetryLanes=0,
workInProgressRootConcurrentErrors=null,workInProgressRootRecoverableErrors=null,workInProgressRootDidIncludeRecursiveRenderUpdate=!1,globalMostRecentFallbackTime=0,
globalMostRecentTransitionTime=0,workInProgressRootRenderTargetTime=1/0,workInProgressTransitions=null,legacyErrorBoundariesThatAlreadyFailed=null,pendingEffectsStatus=0,
pendingEffectsRoot=null,pendingFinishedWork=null,pendingEffectsLanes=0,pendingEffectsRemainingLanes=0,pendingPassiveTransitions=null,pendingRecoverableErrors=null,
nestedUpdateCount=0,rootWithNestedUpdates=null;return exports2.attemptContinuousHydration=function(fiber){if(fiber.tag===13||fiber.tag===31){var root=enqueueConcurrentRenderForLane(
fiber,67108864);root!==null&&scheduleUpdateOnFiber(root,fiber,67108864),markRetryLaneIfNotHydrated(fiber,67108864)}},exports2.attemptHydrationAtCurrentPriority=
function(fiber){if(fiber.tag===13||fiber.tag===31){var lane=requestUpdateLane();lane=getBumpedLaneForHydrationByLane(lane);var root=enqueueConcurrentRenderForLane(
fiber,lane);root!==null&&scheduleUpdateOnFiber(root,fiber,lane),markRetryLaneIfNotHydrated(fiber,lane)}},exports2.attemptSynchronousHydration=function(fiber){switch(fiber.
tag){case 3:if(fiber=fiber.stateNode,fiber.current.memoizedState.isDehydrated){var lanes=getHighestPriorityLanes(fiber.pendingLanes);if(lanes!==0){for(fiber.pendingLanes|=
2,fiber.entangledLanes|=2;lanes;){var lane=1<<31-clz32(lanes);fiber.entanglements[1]|=lane,lanes&=~lane}ensureRootIsScheduled(fiber),(executionContext&6)===0&&(workInProgressRootRenderTargetTime=
now()+500,flushSyncWorkAcrossRoots_impl(0,!1))}}break;case 31:case 13:lanes=enqueueConcurrentRenderForLane(fiber,2),lanes!==null&&scheduleUpdateOnFiber(lanes,fiber,
2),flushSyncWork(),markRetryLaneIfNotHydrated(fiber,2)}},exports2.batchedUpdates=function(fn,a){return fn(a)},exports2.createComponentSelector=function(component){
return{$$typeof:COMPONENT_TYPE,value:component}},exports2.createContainer=function(containerInfo,tag,hydrationCallbacks,isStrictMode,concurrentUpdatesByDefaultOverride,identifierPrefix,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator){
return createFiberRoot(containerInfo,tag,!1,null,hydrationCallbacks,isStrictMode,identifierPrefix,null,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator)},
exports2.createHasPseudoClassSelector=function(selectors){return{$$typeof:HAS_PSEUDO_CLASS_TYPE,value:selectors}},exports2.createHydrationContainer=function(initialChildren,callback,containerInfo,tag,hydrationCallbacks,isStrictMode,concurrentUpdatesByDefaultOverride,identifierPrefix,onUncaughtError,onCaughtError,onRecoverableError,onDefaultTransitionIndicator,transitionCallbacks,formState){
return initialChildren=createFiberRoot(containerInfo,tag,!0,initialChildren,hydrationCallbacks,isStrictMode,identifierPrefix,formState,onUncaughtError,onCaughtError,
onRecoverableError,onDefaultTransitionIndicator),initialChildren.context=getContextForSubtree(null),containerInfo=initialChildren.current,tag=requestUpdateLane(),
tag=getBumpedLaneForHydrationByLane(tag),hydrationCallbacks=createUpdate(tag),hydrationCallbacks.callback=callback??null,enqueueUpdate(containerInfo,hydrationCallbacks,
tag),callback=tag,initialChildren.current.lanes=callback,markRootUpdated$1(initialChildren,callback),ensureRootIsScheduled(initialChildren),initialChildren},exports2.
createPortal=function(children,containerInfo,implementation){var key=3<arguments.length&&arguments[3]!==void 0?arguments[3]:null;return{$$typeof:REACT_PORTAL_TYPE,
key:key==null?null:""+key,children,containerInfo,implementation}},exports2.createRoleSelector=function(role){return{$$typeof:ROLE_TYPE,value:role}},exports2.createTestNameSelector=
function(id){return{$$typeof:TEST_NAME_TYPE,value:id}},exports2.createTextSelector=function(text){return{$$typeof:TEXT_TYPE,value:text}},exports2.defaultOnCaughtError=
function(error){console.error(error)},exports2.defaultOnRecoverableError=function(error){reportGlobalError(error)},exports2.defaultOnUncaughtError=function(error){
reportGlobalError(error)},exports2.deferredUpdates=function(fn){var prevTransition=ReactSharedInternals.T,previousPriority=getCurrentUpdatePriority();try{return setCurrentUpdatePriority(
32),ReactSharedInternals.T=null,fn()}finally{setCurrentUpdatePriority(previousPriority),ReactSharedInternals.T=prevTransition}},exports2.discreteUpdates=function(fn,a,b,c,d){
var prevTransition=ReactSharedInternals.T,previousPriority=getCurrentUpdatePriority();try{return setCurrentUpdatePriority(2),ReactSharedInternals.T=null,fn(a,b,
c,d)}finally{setCurrentUpdatePriority(previousPriority),ReactSharedInternals.T=prevTransition,executionContext===0&&(workInProgressRootRenderTargetTime=now()+500)}},
exports2.findAllNodes=findAllNodes,exports2.findBoundingRects=function(hostRoot,selectors){if(!supportsTestSelectors)throw Error(formatProdErrorMessage(363));selectors=
findAllNodes(hostRoot,selectors),hostRoot=[];for(var i=0;i<selectors.length;i++)hostRoot.push(getBoundingRect(selectors[i]));for(selectors=hostRoot.length-1;0<selectors;selectors--){
i=hostRoot[selectors];for(var targetLeft=i.x,targetRight=targetLeft+i.width,targetTop=i.y,targetBottom=targetTop+i.height,j=selectors-1;0<=j;j--)if(selectors!==
j){var otherRect=hostRoot[j],otherLeft=otherRect.x,otherRight=otherLeft+otherRect.width,otherTop=otherRect.y,otherBottom=otherTop+otherRect.height;if(targetLeft>=
otherLeft&&targetTop>=otherTop&&targetRight<=otherRight&&targetBottom<=otherBottom){hostRoot.splice(selectors,1);break}else if(targetLeft!==otherLeft||i.width!==
otherRect.width||otherBottom<targetTop||otherTop>targetBottom){if(!(targetTop!==otherTop||i.height!==otherRect.height||otherRight<targetLeft||otherLeft>targetRight)){
otherLeft>targetLeft&&(otherRect.width+=otherLeft-targetLeft,otherRect.x=targetLeft),otherRight<targetRight&&(otherRect.width=targetRight-otherLeft),hostRoot.splice(
selectors,1);break}}else{otherTop>targetTop&&(otherRect.height+=otherTop-targetTop,otherRect.y=targetTop),otherBottom<targetBottom&&(otherRect.height=targetBottom-
otherTop),hostRoot.splice(selectors,1);break}}}return hostRoot},exports2.findHostInstance=findHostInstance,exports2.findHostInstanceWithNoPortals=function(fiber){
return fiber=findCurrentFiberUsingSlowPath(fiber),fiber=fiber!==null?findCurrentHostFiberWithNoPortalsImpl(fiber):null,fiber===null?null:getPublicInstance(fiber.
stateNode)},exports2.findHostInstanceWithWarning=function(component){return findHostInstance(component)},exports2.flushPassiveEffects=flushPendingEffects,exports2.
flushSyncFromReconciler=function(fn){var prevExecutionContext=executionContext;executionContext|=1;var prevTransition=ReactSharedInternals.T,previousPriority=getCurrentUpdatePriority();
try{if(setCurrentUpdatePriority(2),ReactSharedInternals.T=null,fn)return fn()}finally{setCurrentUpdatePriority(previousPriority),ReactSharedInternals.T=prevTransition,
executionContext=prevExecutionContext,(executionContext&6)===0&&flushSyncWorkAcrossRoots_impl(0,!1)}},exports2.flushSyncWork=flushSyncWork,exports2.focusWithin=
function(hostRoot,selectors){if(!supportsTestSelectors)throw Error(formatProdErrorMessage(363));for(hostRoot=findFiberRootForHostRoot(hostRoot),selectors=findPaths(
hostRoot,selectors),selectors=Array.from(selectors),hostRoot=0;hostRoot<selectors.length;){var fiber=selectors[hostRoot++],tag=fiber.tag;if(!isHiddenSubtree(fiber)){
if((tag===5||tag===26||tag===27)&&setFocusIfFocusable(fiber.stateNode))return!0;for(fiber=fiber.child;fiber!==null;)selectors.push(fiber),fiber=fiber.sibling}}return!1},
exports2.getFindAllNodesFailureDescription=function(hostRoot,selectors){if(!supportsTestSelectors)throw Error(formatProdErrorMessage(363));var maxSelectorIndex=0,
matchedNames=[];hostRoot=[findFiberRootForHostRoot(hostRoot),0];for(var index=0;index<hostRoot.length;){var fiber=hostRoot[index++],tag=fiber.tag,selectorIndex=hostRoot[index++],
selector=selectors[selectorIndex];if((tag!==5&&tag!==26&&tag!==27||!isHiddenSubtree(fiber))&&(matchSelector(fiber,selector)&&(matchedNames.push(selectorToString(
selector)),selectorIndex++,selectorIndex>maxSelectorIndex&&(maxSelectorIndex=selectorIndex)),selectorIndex<selectors.length))for(fiber=fiber.child;fiber!==null;)
hostRoot.push(fiber,selectorIndex),fiber=fiber.sibling}if(maxSelectorIndex<selectors.length){for(hostRoot=[];maxSelectorIndex<selectors.length;maxSelectorIndex++)
hostRoot.push(selectorToString(selectors[maxSelectorIndex]));return`findAllNodes was able to match part of the selector:
  `+(matchedNames.join(" > ")+`

No matching component was found for:
  `)+hostRoot.join(" > ")}return null},exports2.getPublicRootInstance=function(container){if(container=container.current,!container.child)return null;switch(container.
child.tag){case 27:case 5:return getPublicInstance(container.child.stateNode);default:return container.child.stateNode}},exports2.injectIntoDevTools=function(){
var internals={bundleType:0,version:rendererVersion,rendererPackageName,currentDispatcherRef:ReactSharedInternals,reconcilerVersion:"19.2.0"};if(extraDevToolsConfig!==
null&&(internals.rendererConfig=extraDevToolsConfig),typeof __REACT_DEVTOOLS_GLOBAL_HOOK__>"u")internals=!1;else{var hook=__REACT_DEVTOOLS_GLOBAL_HOOK__;if(hook.
isDisabled||!hook.supportsFiber)internals=!0;else{try{rendererID=hook.inject(internals),injectedHook=hook}catch{}internals=!!hook.checkDCE}}return internals},exports2.
isAlreadyRendering=function(){return(executionContext&6)!==0},exports2.observeVisibleRects=function(hostRoot,selectors,callback,options){if(!supportsTestSelectors)
throw Error(formatProdErrorMessage(363));hostRoot=findAllNodes(hostRoot,selectors);var disconnect=setupIntersectionObserver(hostRoot,callback,options).disconnect;
return{disconnect:function(){disconnect()}}},exports2.shouldError=function(){return null},exports2.shouldSuspend=function(){return!1},exports2.startHostTransition=
function(formFiber,pendingState,action,formData){if(formFiber.tag!==5)throw Error(formatProdErrorMessage(476));var queue=ensureFormComponentIsStateful(formFiber).
queue;startTransition(formFiber,queue,pendingState,NotPendingTransition,action===null?noop2:function(){var stateHook=ensureFormComponentIsStateful(formFiber);return stateHook.
next===null&&(stateHook=formFiber.alternate.memoizedState),dispatchSetStateInternal(formFiber,stateHook.next.queue,{},requestUpdateLane()),action(formData)})},exports2.
updateContainer=function(element,container,parentComponent,callback){var current=container.current,lane=requestUpdateLane();return updateContainerImpl(current,lane,
element,container,parentComponent,callback),lane},exports2.updateContainerSync=function(element,container,parentComponent,callback){return updateContainerImpl(container.
current,2,element,container,parentComponent,callback),2},exports2};module.exports.default=module.exports;Object.defineProperty(module.exports,"__esModule",{value:!0})}});var require_react_reconciler=__commonJS({"node_modules/react-reconciler/index.js"(exports,module){"use strict";module.exports=require_react_reconciler_production()}});var require_boxes=__commonJS({"node_modules/cli-boxes/boxes.json"(exports,module){module.exports={single:{topLeft:"\u250C",top:"\u2500",topRight:"\u2510",right:"\
\u2502",bottomRight:"\u2518",bottom:"\u2500",bottomLeft:"\u2514",left:"\u2502"},double:{topLeft:"\u2554",top:"\u2550",topRight:"\u2557",right:"\u2551",bottomRight:"\
\u255D",bottom:"\u2550",bottomLeft:"\u255A",left:"\u2551"},round:{topLeft:"\u256D",top:"\u2500",topRight:"\u256E",right:"\u2502",bottomRight:"\u256F",bottom:"\u2500",
bottomLeft:"\u2570",left:"\u2502"},bold:{topLeft:"\u250F",top:"\u2501",topRight:"\u2513",right:"\u2503",bottomRight:"\u251B",bottom:"\u2501",bottomLeft:"\u2517",
left:"\u2503"},singleDouble:{topLeft:"\u2553",top:"\u2500",topRight:"\u2556",right:"\u2551",bottomRight:"\u255C",bottom:"\u2500",bottomLeft:"\u2559",left:"\u2551"},
doubleSingle:{topLeft:"\u2552",top:"\u2550",topRight:"\u2555",right:"\u2502",bottomRight:"\u255B",bottom:"\u2550",bottomLeft:"\u2558",left:"\u2502"},classic:{topLeft:"\
+",top:"-",topRight:"+",right:"|",bottomRight:"+",bottom:"-",bottomLeft:"+",left:"|"},arrow:{topLeft:"\u2198",top:"\u2193",topRight:"\u2199",right:"\u2190",bottomRight:"\
\u2196",bottom:"\u2191",bottomLeft:"\u2197",left:"\u2192"}}}});var require_cli_boxes=__commonJS({"node_modules/cli-boxes/index.js"(exports,module){"use strict";var cliBoxes2=require_boxes();module.exports=cliBoxes2;module.exports.
default=cliBoxes2}});var require_mimic_fn=__commonJS({"node_modules/mimic-fn/index.js"(exports,module){"use strict";var mimicFn=(to,from)=>{for(let prop of Reflect.ownKeys(from))Object.
defineProperty(to,prop,Object.getOwnPropertyDescriptor(from,prop));return to};module.exports=mimicFn;module.exports.default=mimicFn}});var require_onetime=__commonJS({"node_modules/onetime/index.js"(exports,module){"use strict";var mimicFn=require_mimic_fn(),calledFunctions=new WeakMap,onetime2=(function_,options={})=>{
if(typeof function_!="function")throw new TypeError("Expected a function");let returnValue,callCount=0,functionName=function_.displayName||function_.name||"<ano\
nymous>",onetime3=function(...arguments_){if(calledFunctions.set(onetime3,++callCount),callCount===1)returnValue=function_.apply(this,arguments_),function_=null;else if(options.
throw===!0)throw new Error(`Function \`${functionName}\` can only be called once`);return returnValue};return mimicFn(onetime3,function_),calledFunctions.set(onetime3,
callCount),onetime3};module.exports=onetime2;module.exports.default=onetime2;module.exports.callCount=function_=>{if(!calledFunctions.has(function_))throw new Error(
`The given function \`${function_.name}\` is not wrapped by the \`onetime\` package`);return calledFunctions.get(function_)}}});var require_signals2=__commonJS({"node_modules/restore-cursor/node_modules/signal-exit/signals.js"(exports,module){module.exports=["SIGABRT","SIGALRM","SIGHUP",
"SIGINT","SIGTERM"];process.platform!=="win32"&&module.exports.push("SIGVTALRM","SIGXCPU","SIGXFSZ","SIGUSR2","SIGTRAP","SIGSYS","SIGQUIT","SIGIOT");process.platform===
"linux"&&module.exports.push("SIGIO","SIGPOLL","SIGPWR","SIGSTKFLT","SIGUNUSED")}});var require_signal_exit2=__commonJS({"node_modules/restore-cursor/node_modules/signal-exit/index.js"(exports,module){var process14=global.process,processOk=function(process15){
return process15&&typeof process15=="object"&&typeof process15.removeListener=="function"&&typeof process15.emit=="function"&&typeof process15.reallyExit=="func\
tion"&&typeof process15.listeners=="function"&&typeof process15.kill=="function"&&typeof process15.pid=="number"&&typeof process15.on=="function"};processOk(process14)?
(assert=__require("assert"),signals=require_signals2(),isWin=/^win/i.test(process14.platform),EE=__require("events"),typeof EE!="function"&&(EE=EE.EventEmitter),
process14.__signal_exit_emitter__?emitter=process14.__signal_exit_emitter__:(emitter=process14.__signal_exit_emitter__=new EE,emitter.count=0,emitter.emitted={}),
emitter.infinite||(emitter.setMaxListeners(1/0),emitter.infinite=!0),module.exports=function(cb,opts){if(!processOk(global.process))return function(){};assert.equal(
typeof cb,"function","a callback must be provided for exit handler"),loaded===!1&&load();var ev="exit";opts&&opts.alwaysLast&&(ev="afterexit");var remove=function(){
emitter.removeListener(ev,cb),emitter.listeners("exit").length===0&&emitter.listeners("afterexit").length===0&&unload()};return emitter.on(ev,cb),remove},unload=
function(){!loaded||!processOk(global.process)||(loaded=!1,signals.forEach(function(sig){try{process14.removeListener(sig,sigListeners[sig])}catch{}}),process14.
emit=originalProcessEmit,process14.reallyExit=originalProcessReallyExit,emitter.count-=1)},module.exports.unload=unload,emit=function(event,code,signal){emitter.
emitted[event]||(emitter.emitted[event]=!0,emitter.emit(event,code,signal))},sigListeners={},signals.forEach(function(sig){sigListeners[sig]=function(){if(processOk(
global.process)){var listeners=process14.listeners(sig);listeners.length===emitter.count&&(unload(),emit("exit",null,sig),emit("afterexit",null,sig),isWin&&sig===
"SIGHUP"&&(sig="SIGINT"),process14.kill(process14.pid,sig))}}}),module.exports.signals=function(){return signals},loaded=!1,load=function(){loaded||!processOk(global.
process)||(loaded=!0,emitter.count+=1,signals=signals.filter(function(sig){try{return process14.on(sig,sigListeners[sig]),!0}catch{return!1}}),process14.emit=processEmit,
process14.reallyExit=processReallyExit)},module.exports.load=load,originalProcessReallyExit=process14.reallyExit,processReallyExit=function(code){processOk(global.
process)&&(process14.exitCode=code||0,emit("exit",process14.exitCode,null),emit("afterexit",process14.exitCode,null),originalProcessReallyExit.call(process14,process14.
exitCode))},originalProcessEmit=process14.emit,processEmit=function(ev,arg){if(ev==="exit"&&processOk(global.process)){arg!==void 0&&(process14.exitCode=arg);var ret=originalProcessEmit.
apply(this,arguments);return emit("exit",process14.exitCode,null),emit("afterexit",process14.exitCode,null),ret}else return originalProcessEmit.apply(this,arguments)}):
module.exports=function(){return function(){}};var assert,signals,isWin,EE,emitter,unload,emit,sigListeners,loaded,load,originalProcessReallyExit,processReallyExit,
originalProcessEmit,processEmit}});var require_escape_string_regexp=__commonJS({"node_modules/escape-string-regexp/index.js"(exports,module){"use strict";var matchOperatorsRegex=/[|\\{}()[\]^$+*?.-]/g;
module.exports=string=>{if(typeof string!="string")throw new TypeError("Expected a string");return string.replace(matchOperatorsRegex,"\\$&")}}});var require_stack_utils=__commonJS({"node_modules/stack-utils/index.js"(exports,module){"use strict";var escapeStringRegexp=require_escape_string_regexp(),cwd2=typeof process==
"object"&&process&&typeof process.cwd=="function"?process.cwd():".",natives=[].concat(__require("module").builtinModules,"bootstrap_node","node").map(n=>new RegExp(
`(?:\\((?:node:)?${n}(?:\\.js)?:\\d+:\\d+\\)$|^\\s*at (?:node:)?${n}(?:\\.js)?:\\d+:\\d+$)`));natives.push(/\((?:node:)?internal\/[^:]+:\d+:\d+\)$/,/\s*at (?:node:)?internal\/[^:]+:\d+:\d+$/,
/\/\.node-spawn-wrap-\w+-\w+\/node:\d+:\d+\)?$/);var StackUtils2=class _StackUtils{constructor(opts){opts={ignoredPackages:[],...opts},"internals"in opts||(opts.
internals=_StackUtils.nodeInternals()),"cwd"in opts||(opts.cwd=cwd2),this._cwd=opts.cwd.replace(/\\/g,"/"),this._internals=[].concat(opts.internals,ignoredPackagesRegExp(
opts.ignoredPackages)),this._wrapCallSite=opts.wrapCallSite||!1}static nodeInternals(){return[...natives]}clean(stack,indent=0){indent=" ".repeat(indent),Array.
isArray(stack)||(stack=stack.split(`
`)),!/^\s*at /.test(stack[0])&&/^\s*at /.test(stack[1])&&(stack=stack.slice(1));let outdent=!1,lastNonAtLine=null,result=[];return stack.forEach(st=>{if(st=st.replace(
/\\/g,"/"),this._internals.some(internal=>internal.test(st)))return;let isAtLine=/^\s*at /.test(st);outdent?st=st.trimEnd().replace(/^(\s+)at /,"$1"):(st=st.trim(),
isAtLine&&(st=st.slice(3))),st=st.replace(`${this._cwd}/`,""),st&&(isAtLine?(lastNonAtLine&&(result.push(lastNonAtLine),lastNonAtLine=null),result.push(st)):(outdent=
!0,lastNonAtLine=st))}),result.map(line2=>`${indent}${line2}
`).join("")}captureString(limit,fn=this.captureString){typeof limit=="function"&&(fn=limit,limit=1/0);let{stackTraceLimit}=Error;limit&&(Error.stackTraceLimit=limit);
let obj={};Error.captureStackTrace(obj,fn);let{stack}=obj;return Error.stackTraceLimit=stackTraceLimit,this.clean(stack)}capture(limit,fn=this.capture){typeof limit==
"function"&&(fn=limit,limit=1/0);let{prepareStackTrace,stackTraceLimit}=Error;Error.prepareStackTrace=(obj2,site)=>this._wrapCallSite?site.map(this._wrapCallSite):
site,limit&&(Error.stackTraceLimit=limit);let obj={};Error.captureStackTrace(obj,fn);let{stack}=obj;return Object.assign(Error,{prepareStackTrace,stackTraceLimit}),
stack}at(fn=this.at){let[site]=this.capture(1,fn);if(!site)return{};let res={line:site.getLineNumber(),column:site.getColumnNumber()};setFile(res,site.getFileName(),
this._cwd),site.isConstructor()&&Object.defineProperty(res,"constructor",{value:!0,configurable:!0}),site.isEval()&&(res.evalOrigin=site.getEvalOrigin()),site.isNative()&&
(res.native=!0);let typename;try{typename=site.getTypeName()}catch{}typename&&typename!=="Object"&&typename!=="[object Object]"&&(res.type=typename);let fname=site.
getFunctionName();fname&&(res.function=fname);let meth=site.getMethodName();return meth&&fname!==meth&&(res.method=meth),res}parseLine(line2){let match=line2&&line2.
match(re);if(!match)return null;let ctor=match[1]==="new",fname=match[2],evalOrigin=match[3],evalFile=match[4],evalLine=Number(match[5]),evalCol=Number(match[6]),
file=match[7],lnum=match[8],col=match[9],native=match[10]==="native",closeParen=match[11]===")",method,res={};if(lnum&&(res.line=Number(lnum)),col&&(res.column=
Number(col)),closeParen&&file){let closes=0;for(let i=file.length-1;i>0;i--)if(file.charAt(i)===")")closes++;else if(file.charAt(i)==="("&&file.charAt(i-1)===" "&&
(closes--,closes===-1&&file.charAt(i-1)===" ")){let before=file.slice(0,i-1);file=file.slice(i+1),fname+=` (${before}`;break}}if(fname){let methodMatch=fname.match(
methodRe);methodMatch&&(fname=methodMatch[1],method=methodMatch[2])}return setFile(res,file,this._cwd),ctor&&Object.defineProperty(res,"constructor",{value:!0,configurable:!0}),
evalOrigin&&(res.evalOrigin=evalOrigin,res.evalLine=evalLine,res.evalColumn=evalCol,res.evalFile=evalFile&&evalFile.replace(/\\/g,"/")),native&&(res.native=!0),
fname&&(res.function=fname),method&&fname!==method&&(res.method=method),res}};function setFile(result,filename,cwd3){filename&&(filename=filename.replace(/\\/g,
"/"),filename.startsWith(`${cwd3}/`)&&(filename=filename.slice(cwd3.length+1)),result.file=filename)}function ignoredPackagesRegExp(ignoredPackages){if(ignoredPackages.
length===0)return[];let packages=ignoredPackages.map(mod=>escapeStringRegexp(mod));return new RegExp(`[/\\\\]node_modules[/\\\\](?:${packages.join("|")})[/\\\\][^\
:]+:\\d+:\\d+`)}var re=new RegExp("^(?:\\s*at )?(?:(new) )?(?:(.*?) \\()?(?:eval at ([^ ]+) \\((.+?):(\\d+):(\\d+)\\), )?(?:(.+?):(\\d+):(\\d+)|(native))(\\)?)$"),
methodRe=/^(.*?) \[as (.*?)\]$/;module.exports=StackUtils2}});var require_react_jsx_runtime_production=__commonJS({"node_modules/react/cjs/react-jsx-runtime.production.js"(exports){"use strict";var REACT_ELEMENT_TYPE=Symbol.
for("react.transitional.element"),REACT_FRAGMENT_TYPE=Symbol.for("react.fragment");function jsxProd(type,config,maybeKey){var key=null;if(maybeKey!==void 0&&(key=
""+maybeKey),config.key!==void 0&&(key=""+config.key),"key"in config){maybeKey={};for(var propName in config)propName!=="key"&&(maybeKey[propName]=config[propName])}else
maybeKey=config;return config=maybeKey.ref,{$$typeof:REACT_ELEMENT_TYPE,type,key,ref:config!==void 0?config:null,props:maybeKey}}exports.Fragment=REACT_FRAGMENT_TYPE;
exports.jsx=jsxProd;exports.jsxs=jsxProd}});var require_jsx_runtime=__commonJS({"node_modules/react/jsx-runtime.js"(exports,module){"use strict";module.exports=require_react_jsx_runtime_production()}});import{Stream}from"node:stream";import process13 from"node:process";var import_react15=__toESM(require_react(),1);import process12 from"node:process";function debounce(func,debounceMs,{signal,edges}={}){let pendingThis,pendingArgs=null,leading=edges!=null&&edges.includes("leading"),trailing=edges==null||edges.
includes("trailing"),invoke=()=>{pendingArgs!==null&&(func.apply(pendingThis,pendingArgs),pendingThis=void 0,pendingArgs=null)},onTimerEnd=()=>{trailing&&invoke(),
cancel()},timeoutId=null,schedule=()=>{timeoutId!=null&&clearTimeout(timeoutId),timeoutId=setTimeout(()=>{timeoutId=null,onTimerEnd()},debounceMs)},cancelTimer=()=>{
timeoutId!==null&&(clearTimeout(timeoutId),timeoutId=null)},cancel=()=>{cancelTimer(),pendingThis=void 0,pendingArgs=null},flush=()=>{invoke()},debounced=function(...args){
if(signal?.aborted)return;pendingThis=this,pendingArgs=args;let isFirstCall=timeoutId==null;schedule(),leading&&isFirstCall&&invoke()};return debounced.schedule=
schedule,debounced.cancel=cancel,debounced.flush=flush,signal?.addEventListener("abort",cancel,{once:!0}),debounced}function debounce2(func,debounceMs=0,options={}){typeof options!="object"&&(options={});let{leading=!1,trailing=!0,maxWait}=options,edges=Array(2);leading&&(edges[0]=
"leading"),trailing&&(edges[1]="trailing");let result,pendingAt=null,_debounced=debounce(function(...args){result=func.apply(this,args),pendingAt=null},debounceMs,
{edges}),debounced=function(...args){return maxWait!=null&&(pendingAt===null&&(pendingAt=Date.now()),Date.now()-pendingAt>=maxWait)?((leading||trailing)&&(result=
func.apply(this,args)),pendingAt=Date.now(),_debounced.cancel(),_debounced.schedule(),result):(_debounced.apply(this,args),result)},flush=()=>(_debounced.flush(),
result);return debounced.cancel=_debounced.cancel,debounced.flush=flush,debounced}function throttle(func,throttleMs=0,options={}){let{leading=!0,trailing=!0}=options;return debounce2(func,throttleMs,{leading,maxWait:throttleMs,trailing})}var base_exports={};__export(base_exports,{ConEmu:()=>ConEmu,beep:()=>beep,beginSynchronizedOutput:()=>beginSynchronizedOutput,clearScreen:()=>clearScreen,clearTerminal:()=>clearTerminal,
clearViewport:()=>clearViewport,cursorBackward:()=>cursorBackward,cursorDown:()=>cursorDown,cursorForward:()=>cursorForward,cursorGetPosition:()=>cursorGetPosition,
cursorHide:()=>cursorHide,cursorLeft:()=>cursorLeft,cursorMove:()=>cursorMove,cursorNextLine:()=>cursorNextLine,cursorPrevLine:()=>cursorPrevLine,cursorRestorePosition:()=>cursorRestorePosition,
cursorSavePosition:()=>cursorSavePosition,cursorShow:()=>cursorShow,cursorTo:()=>cursorTo,cursorUp:()=>cursorUp,endSynchronizedOutput:()=>endSynchronizedOutput,
enterAlternativeScreen:()=>enterAlternativeScreen,eraseDown:()=>eraseDown,eraseEndLine:()=>eraseEndLine,eraseLine:()=>eraseLine,eraseLines:()=>eraseLines,eraseScreen:()=>eraseScreen,
eraseStartLine:()=>eraseStartLine,eraseUp:()=>eraseUp,exitAlternativeScreen:()=>exitAlternativeScreen,iTerm:()=>iTerm,image:()=>image,link:()=>link,scrollDown:()=>scrollDown,
scrollUp:()=>scrollUp,setCwd:()=>setCwd,synchronizedOutput:()=>synchronizedOutput});import process2 from"node:process";import os from"node:os";var isBrowser=globalThis.window?.document!==void 0,isNode=globalThis.process?.versions?.node!==void 0,isBun=globalThis.process?.versions?.bun!==void 0,isDeno=globalThis.
Deno?.version?.deno!==void 0,isElectron=globalThis.process?.versions?.electron!==void 0,isJsDom=globalThis.navigator?.userAgent?.includes("jsdom")===!0,isWebWorker=typeof WorkerGlobalScope<
"u"&&globalThis instanceof WorkerGlobalScope,isDedicatedWorker=typeof DedicatedWorkerGlobalScope<"u"&&globalThis instanceof DedicatedWorkerGlobalScope,isSharedWorker=typeof SharedWorkerGlobalScope<
"u"&&globalThis instanceof SharedWorkerGlobalScope,isServiceWorker=typeof ServiceWorkerGlobalScope<"u"&&globalThis instanceof ServiceWorkerGlobalScope,platform=globalThis.
navigator?.userAgentData?.platform,isMacOs=platform==="macOS"||globalThis.navigator?.platform==="MacIntel"||globalThis.navigator?.userAgent?.includes(" Mac ")===
!0||globalThis.process?.platform==="darwin",isWindows=platform==="Windows"||globalThis.navigator?.platform==="Win32"||globalThis.process?.platform==="win32",isLinux=platform===
"Linux"||globalThis.navigator?.platform?.startsWith("Linux")===!0||globalThis.navigator?.userAgent?.includes(" Linux ")===!0||globalThis.process?.platform==="li\
nux",isIos=platform==="iOS"||globalThis.navigator?.platform==="MacIntel"&&globalThis.navigator?.maxTouchPoints>1||/iPad|iPhone|iPod/.test(globalThis.navigator?.
platform),isAndroid=platform==="Android"||globalThis.navigator?.platform==="Android"||globalThis.navigator?.userAgent?.includes(" Android ")===!0||globalThis.process?.
platform==="android";var ESC="\x1B[",OSC="\x1B]",BEL="\x07",SEP=";",isTerminalApp=!isBrowser&&process2.env.TERM_PROGRAM==="Apple_Terminal",isWindows2=!isBrowser&&process2.platform===
"win32",isTmux=!isBrowser&&(process2.env.TERM?.startsWith("screen")||process2.env.TERM?.startsWith("tmux")||process2.env.TMUX!==void 0),cwdFunction=isBrowser?()=>{
throw new Error("`process.cwd()` only works in Node.js, not the browser.")}:process2.cwd,wrapOsc=sequence=>isTmux?"\x1BPtmux;"+sequence.replaceAll("\x1B","\x1B\x1B")+
"\x1B\\":sequence,cursorTo=(x,y)=>{if(typeof x!="number")throw new TypeError("The `x` argument is required");return typeof y!="number"?ESC+(x+1)+"G":ESC+(y+1)+SEP+
(x+1)+"H"},cursorMove=(x,y)=>{if(typeof x!="number")throw new TypeError("The `x` argument is required");let returnValue="";return x<0?returnValue+=ESC+-x+"D":x>
0&&(returnValue+=ESC+x+"C"),y<0?returnValue+=ESC+-y+"A":y>0&&(returnValue+=ESC+y+"B"),returnValue},cursorUp=(count=1)=>ESC+count+"A",cursorDown=(count=1)=>ESC+count+
"B",cursorForward=(count=1)=>ESC+count+"C",cursorBackward=(count=1)=>ESC+count+"D",cursorLeft=ESC+"G",cursorSavePosition=isTerminalApp?"\x1B7":ESC+"s",cursorRestorePosition=isTerminalApp?
"\x1B8":ESC+"u",cursorGetPosition=ESC+"6n",cursorNextLine=ESC+"E",cursorPrevLine=ESC+"F",cursorHide=ESC+"?25l",cursorShow=ESC+"?25h",eraseLines=count=>{let clear="";
for(let i=0;i<count;i++)clear+=eraseLine+(i<count-1?cursorUp():"");return count&&(clear+=cursorLeft),clear},eraseEndLine=ESC+"K",eraseStartLine=ESC+"1K",eraseLine=ESC+
"2K",eraseDown=ESC+"J",eraseUp=ESC+"1J",eraseScreen=ESC+"2J",scrollUp=ESC+"S",scrollDown=ESC+"T",clearScreen="\x1Bc",clearViewport=`${eraseScreen}${ESC}H`,isOldWindows=()=>{
if(isBrowser||!isWindows2)return!1;let parts2=os.release().split("."),major=Number(parts2[0]),build2=Number(parts2[2]??0);return major<10||major===10&&build2<10586},
clearTerminal=isOldWindows()?`${eraseScreen}${ESC}0f`:`${eraseScreen}${ESC}3J${ESC}H`,enterAlternativeScreen=ESC+"?1049h",exitAlternativeScreen=ESC+"?1049l",beginSynchronizedOutput=ESC+
"?2026h",endSynchronizedOutput=ESC+"?2026l",synchronizedOutput=text=>beginSynchronizedOutput+text+endSynchronizedOutput,beep=BEL,link=(text,url)=>{let openLink=wrapOsc(
`${OSC}8${SEP}${SEP}${url}${BEL}`),closeLink=wrapOsc(`${OSC}8${SEP}${SEP}${BEL}`);return openLink+text+closeLink},image=(data,options={})=>{let returnValue=`${OSC}\
1337;File=inline=1`;options.width&&(returnValue+=`;width=${options.width}`),options.height&&(returnValue+=`;height=${options.height}`),options.preserveAspectRatio===
!1&&(returnValue+=";preserveAspectRatio=0");let imageBuffer=Buffer.from(data);return wrapOsc(returnValue+`;size=${imageBuffer.byteLength}:`+imageBuffer.toString(
"base64")+BEL)},iTerm={setCwd:(cwd2=cwdFunction())=>wrapOsc(`${OSC}50;CurrentDir=${cwd2}${BEL}`),annotation(message,options={}){let returnValue=`${OSC}1337;`,hasX=options.
x!==void 0,hasY=options.y!==void 0;if((hasX||hasY)&&!(hasX&&hasY&&options.length!==void 0))throw new Error("`x`, `y` and `length` must be defined when `x` or `y\
` is defined");return message=message.replaceAll("|",""),returnValue+=options.isHidden?"AddHiddenAnnotation=":"AddAnnotation=",options.length>0?returnValue+=(hasX?
[message,options.length,options.x,options.y]:[options.length,message]).join("|"):returnValue+=message,wrapOsc(returnValue+BEL)}},ConEmu={setCwd:(cwd2=cwdFunction())=>wrapOsc(
`${OSC}9;9;${cwd2}${BEL}`)},setCwd=(cwd2=cwdFunction())=>iTerm.setCwd(cwd2)+ConEmu.setCwd(cwd2);import{env}from"node:process";var check=key=>key in env&&env[key]!=="0"&&env[key]!=="false",isInCi=check("CI")||check("CONTINUOUS_INTEGRATION"),is_in_ci_default=isInCi;var getAllProperties=object=>{let properties=new Set;do for(let key of Reflect.ownKeys(object))properties.add([object,key]);while((object=Reflect.getPrototypeOf(
object))&&object!==Object.prototype);return properties};function autoBind(self,{include,exclude}={}){let filter=key=>{let match=pattern2=>typeof pattern2=="stri\
ng"?key===pattern2:pattern2.test(key);return include?include.some(match):exclude?!exclude.some(match):!0};for(let[object,key]of getAllProperties(self.constructor.
prototype)){if(key==="constructor"||!filter(key))continue;let descriptor=Reflect.getOwnPropertyDescriptor(object,key);descriptor&&typeof descriptor.value=="func\
tion"&&(self[key]=self[key].bind(self))}return self}var import_signal_exit2=__toESM(require_signal_exit(),1);import{PassThrough}from"node:stream";var consoleMethods=["assert","count","countReset","debug","dir","dirxml","error","group","groupCollapsed","groupEnd","info",
"log","table","time","timeEnd","timeLog","trace","warn"],originalMethods={},patchConsole=callback=>{let stdout=new PassThrough,stderr=new PassThrough;stdout.write=
data=>{callback("stdout",data)},stderr.write=data=>{callback("stderr",data)};let internalConsole=new console.Console(stdout,stderr);for(let method of consoleMethods)
originalMethods[method]=console[method],console[method]=internalConsole[method];return()=>{for(let method of consoleMethods)console[method]=originalMethods[method];
originalMethods={}}},dist_default2=patchConsole;var import_constants2=__toESM(require_constants(),1);var loadYoga=(()=>{var _scriptDir=import.meta.url;return(function(loadYoga2){loadYoga2=loadYoga2||{};var h;h||(h=typeof loadYoga2<"u"?loadYoga2:{});var aa,ca;h.
ready=new Promise(function(a,b){aa=a,ca=b});var da=Object.assign({},h),q="";typeof document<"u"&&document.currentScript&&(q=document.currentScript.src),_scriptDir&&
(q=_scriptDir),q.indexOf("blob:")!==0?q=q.substr(0,q.replace(/[?#].*/,"").lastIndexOf("/")+1):q="";var ea=h.print||console.log.bind(console),v=h.printErr||console.
warn.bind(console);Object.assign(h,da),da=null;var w;h.wasmBinary&&(w=h.wasmBinary);var noExitRuntime=h.noExitRuntime||!0;typeof WebAssembly!="object"&&x("no na\
tive wasm support detected");var fa,ha=!1;function z(a,b,c){c=b+c;for(var d="";!(b>=c);){var e=a[b++];if(!e)break;if(e&128){var f=a[b++]&63;if((e&224)==192)d+=String.
fromCharCode((e&31)<<6|f);else{var g=a[b++]&63;e=(e&240)==224?(e&15)<<12|f<<6|g:(e&7)<<18|f<<12|g<<6|a[b++]&63,65536>e?d+=String.fromCharCode(e):(e-=65536,d+=String.
fromCharCode(55296|e>>10,56320|e&1023))}}else d+=String.fromCharCode(e)}return d}var ia,ja,A,C,ka,D,E,la,ma;function na(){var a=fa.buffer;ia=a,h.HEAP8=ja=new Int8Array(
a),h.HEAP16=C=new Int16Array(a),h.HEAP32=D=new Int32Array(a),h.HEAPU8=A=new Uint8Array(a),h.HEAPU16=ka=new Uint16Array(a),h.HEAPU32=E=new Uint32Array(a),h.HEAPF32=
la=new Float32Array(a),h.HEAPF64=ma=new Float64Array(a)}var oa,pa=[],qa=[],ra=[];function sa(){var a=h.preRun.shift();pa.unshift(a)}var F=0,ta=null,G=null;function x(a){
throw h.onAbort&&h.onAbort(a),a="Aborted("+a+")",v(a),ha=!0,a=new WebAssembly.RuntimeError(a+". Build with -sASSERTIONS for more info."),ca(a),a}function ua(a){
return a.startsWith("data:application/octet-stream;base64,")}var H;if(H="data:application/octet-stream;base64,AGFzbQEAAAABugM3YAF/AGACf38AYAF/AX9gA39/fwBgAn98AG\
ACf38Bf2ADf39/AX9gBH9/f30BfWADf398AGAAAGAEf39/fwBgAX8BfGACf38BfGAFf39/f38Bf2AAAX9gA39/fwF9YAZ/f31/fX8AYAV/f39/fwBgAn9/AX1gBX9/f319AX1gAX8BfWADf35/AX5gB39/f39/f3\
8AYAZ/f39/f38AYAR/f39/AX9gBn9/f319fQF9YAR/f31/AGADf399AX1gBn98f39/fwF/YAR/fHx/AGACf30AYAh/f39/f39/fwBgDX9/f39/f39/f39/f38AYAp/f39/f39/f39/AGAFf39/f38BfGAEfHx/fw\
F9YA1/fX1/f399fX9/f39/AX9gB39/f319f38AYAJ+fwF/YAN/fX0BfWABfAF8YAN/fHwAYAR/f319AGAHf39/fX19fQF9YA1/fX99f31/fX19fX1/AX9gC39/f39/f399fX19AX9gCH9/f39/f319AGAEf39+fg\
BgB39/f39/f38Bf2ACfH8BfGAFf398fH8AYAN/f38BfGAEf39/fABgA39/fQBgBn9/fX99fwF/ArUBHgFhAWEAHwFhAWIAAwFhAWMACQFhAWQAFgFhAWUAEQFhAWYAIAFhAWcAAAFhAWgAIQFhAWkAAwFhAWoAAA\
FhAWsAFwFhAWwACgFhAW0ABQFhAW4AAwFhAW8AAQFhAXAAFwFhAXEABgFhAXIAAAFhAXMAIgFhAXQACgFhAXUADQFhAXYAFgFhAXcAAgFhAXgAAwFhAXkAGAFhAXoAAgFhAUEAAQFhAUIAEQFhAUMAAQFhAUQAAA\
OiAqACAgMSBwcACRkDAAoRBgYKEwAPDxMBBiMTCgcHGgMUASQFJRQHAwMKCgMmAQYYDxobFAAKBw8KBwMDAgkCAAAFGwACBwIHBgIDAQMIDAABKAkHBQURACkZASoAAAIrLAIALQcHBy4HLwkFCgMCMA0xAgMJAg\
ACAQYKAQIBBQEACQIFAQEABQAODQ0GFQIBHBUGAgkCEAAAAAUyDzMMBQYINAUCAwUODg41AgMCAgIDBgICNgIBDAwMAQsLCwsLCx0CAAIAAAABABABBQICAQMCEgMMCwEBAQEBAQsLAQICAwICAgICAgIDAgIICA\
EICAgEBAQEBAQEBAQABAQABAQEBAAEBAQBAQEICAEBAQEBAQEBCAgBAQEAAg4CAgUBAR4DBAcBcAHUAdQBBQcBAYACgIACBg0CfwFBkMQEC38BQQALByQIAUUCAAFGAG0BRwCwAQFIAK8BAUkAYQFKAQABSwAjAU\
wApgEJjQMBAEEBC9MBqwGqAaUB5QHiAZwB0AFazwHOAVlZWpsBmgGZAc0BzAHLAcoBWpgByQFZWVqbAZoBmQHIAccBxgGjAZcBpAGWAaMBvQKVAbwCxQG7Ajq6Ajq5ApQBuAI+twI+xAFqwwFqwgFqaWjBAcABvw\
GhAZcBtgK+AbUClgGhAbQCmAGzAjqxAjqwAr0BrwKuAq0CrAKrAqoCqAKnAqYCpQKkAqMCogKhArwBoAKfAp4CnQKcApsCmgKZApgClwKWApUClAKTApICkQKQAo8CjgKyAo0CjAKLAooCiAKHAqkChQI+hAK7AY\
MCggKBAoAC/gH9AfwB+QG6AfgBuQH3AfYB9QH0AfMB8gHxAYYC8AHvAbgB+wH6Ae4B7QG3AesBlQHqATrpAT7oAT7nAZQB0QE67AE+iQLmATrkAeMBOuEB4AHfAT7eAd0B3AG2AdsB2gHZAdgB1wHWAdUBtQHUAd\
MB0gH/AWloaWiPAZABsgGxAZEBhQGSAbQBswGRAa4BrQGsAakBqAGnAYUBCtj+A6ACMwEBfyAAQQEgABshAAJAA0AgABBhIgENAUGIxAAoAgAiAQRAIAERCQAMAQsLEAIACyABC+0BAgJ9A39DAADAfyEEAkACQA\
JAAkAgAkEHcSIGDgUCAQEBAAELQQMhBQwBCyAGQQFrQQJPDQEgAkHw/wNxQQR2IQcCfSACQQhxBEAgASAHEJ4BvgwBC0EAIAdB/w9xIgFrIAEgAsFBAEgbsgshAyAGQQFGBEAgAyADXA0BQwAAwH8gAyADQwAAgH\
9bIANDAACA/1tyIgEbIQQgAUUhBQwBCyADIANcDQBBAEECIANDAACAf1sgA0MAAID/W3IiARshBUMAAMB/IAMgARshBAsgACAFOgAEIAAgBDgCAA8LQfQNQakYQTpB+RYQCwALZwIBfQF/QwAAwH8hAgJAAkACQC\
ABQQdxDgQCAAABAAtBxBJBqRhByQBBuhIQCwALIAFB8P8DcUEEdiEDIAFBCHEEQCAAIAMQngG+DwtBACADQf8PcSIAayAAIAHBQQBIG7IhAgsgAgt4AgF/AX0jAEEQayIEJAAgBEEIaiAAQQMgAkECR0EBdCABQf\
4BcUECRxsgAhAoQwAAwH8hBQJAAkACQCAELQAMQQFrDgIAAQILIAQqAgghBQwBCyAEKgIIIAOUQwrXIzyUIQULIARBEGokACAFQwAAAAAgBSAFWxsLeAIBfwF9IwBBEGsiBCQAIARBCGogAEEBIAJBAkZBAXQgAU\
H+AXFBAkcbIAIQKEMAAMB/IQUCQAJAAkAgBC0ADEEBaw4CAAECCyAEKgIIIQUMAQsgBCoCCCADlEMK1yM8lCEFCyAEQRBqJAAgBUMAAAAAIAUgBVsbC8wCAQV/IAAEQCAAQQRrIgEoAgAiBSEDIAEhAiAAQQhrKA\
IAIgAgAEF+cSIERwRAIAEgBGsiAigCBCIAIAIoAgg2AgggAigCCCAANgIEIAQgBWohAwsgASAFaiIEKAIAIgEgASAEakEEaygCAEcEQCAEKAIEIgAgBCgCCDYCCCAEKAIIIAA2AgQgASADaiEDCyACIAM2AgAgA0\
F8cSACakEEayADQQFyNgIAIAICfyACKAIAQQhrIgFB/wBNBEAgAUEDdkEBawwBCyABQR0gAWciAGt2QQRzIABBAnRrQe4AaiABQf8fTQ0AGkE/IAFBHiAAa3ZBAnMgAEEBdGtBxwBqIgAgAEE/TxsLIgFBBHQiAE\
HgMmo2AgQgAiAAQegyaiIAKAIANgIIIAAgAjYCACACKAIIIAI2AgRB6DpB6DopAwBCASABrYaENwMACwsOAEHYMigCABEJABBYAAunAQIBfQJ/IABBFGoiByACIAFBAkkiCCAEIAUQNSEGAkAgByACIAggBCAFEC\
0iBEMAAAAAYCADIARecQ0AIAZDAAAAAGBFBEAgAyEEDAELIAYgAyADIAZdGyEECyAAQRRqIgAgASACIAUQOCAAIAEgAhAwkiAAIAEgAiAFEDcgACABIAIQL5KSIgMgBCADIAReGyADIAQgBCAEXBsgBCAEWyADIA\
NbcRsLvwEBA38gAC0AAEEgcUUEQAJAIAEhAwJAIAIgACIBKAIQIgAEfyAABSABEJ0BDQEgASgCEAsgASgCFCIFa0sEQCABIAMgAiABKAIkEQYAGgwCCwJAIAEoAlBBAEgNACACIQADQCAAIgRFDQEgAyAEQQFrIg\
BqLQAAQQpHDQALIAEgAyAEIAEoAiQRBgAgBEkNASADIARqIQMgAiAEayECIAEoAhQhBQsgBSADIAIQKxogASABKAIUIAJqNgIUCwsLCwYAIAAQIwtQAAJAAkACQAJAAkAgAg4EBAABAgMLIAAgASABQQxqEEMPCy\
AAIAEgAUEMaiADEEQPCyAAIAEgAUEMahBCDwsQJAALIAAgASABQQxqIAMQRQttAQF/IwBBgAJrIgUkACAEQYDABHEgAiADTHJFBEAgBSABQf8BcSACIANrIgNBgAIgA0GAAkkiARsQKhogAUUEQANAIAAgBUGAAh\
AmIANBgAJrIgNB/wFLDQALCyAAIAUgAxAmCyAFQYACaiQAC/ICAgJ/AX4CQCACRQ0AIAAgAToAACAAIAJqIgNBAWsgAToAACACQQNJDQAgACABOgACIAAgAToAASADQQNrIAE6AAAgA0ECayABOgAAIAJBB0kNAC\
AAIAE6AAMgA0EEayABOgAAIAJBCUkNACAAQQAgAGtBA3EiBGoiAyABQf8BcUGBgoQIbCIBNgIAIAMgAiAEa0F8cSIEaiICQQRrIAE2AgAgBEEJSQ0AIAMgATYCCCADIAE2AgQgAkEIayABNgIAIAJBDGsgATYCAC\
AEQRlJDQAgAyABNgIYIAMgATYCFCADIAE2AhAgAyABNgIMIAJBEGsgATYCACACQRRrIAE2AgAgAkEYayABNgIAIAJBHGsgATYCACAEIANBBHFBGHIiBGsiAkEgSQ0AIAGtQoGAgIAQfiEFIAMgBGohAQNAIAEgBT\
cDGCABIAU3AxAgASAFNwMIIAEgBTcDACABQSBqIQEgAkEgayICQR9LDQALCyAAC4AEAQN/IAJBgARPBEAgACABIAIQFyAADwsgACACaiEDAkAgACABc0EDcUUEQAJAIABBA3FFBEAgACECDAELIAJFBEAgACECDA\
ELIAAhAgNAIAIgAS0AADoAACABQQFqIQEgAkEBaiICQQNxRQ0BIAIgA0kNAAsLAkAgA0F8cSIEQcAASQ0AIAIgBEFAaiIFSw0AA0AgAiABKAIANgIAIAIgASgCBDYCBCACIAEoAgg2AgggAiABKAIMNgIMIAIgAS\
gCEDYCECACIAEoAhQ2AhQgAiABKAIYNgIYIAIgASgCHDYCHCACIAEoAiA2AiAgAiABKAIkNgIkIAIgASgCKDYCKCACIAEoAiw2AiwgAiABKAIwNgIwIAIgASgCNDYCNCACIAEoAjg2AjggAiABKAI8NgI8IAFBQG\
shASACQUBrIgIgBU0NAAsLIAIgBE8NAQNAIAIgASgCADYCACABQQRqIQEgAkEEaiICIARJDQALDAELIANBBEkEQCAAIQIMAQsgACADQQRrIgRLBEAgACECDAELIAAhAgNAIAIgAS0AADoAACACIAEtAAE6AAEgAi\
ABLQACOgACIAIgAS0AAzoAAyABQQRqIQEgAkEEaiICIARNDQALCyACIANJBEADQCACIAEtAAA6AAAgAUEBaiEBIAJBAWoiAiADRw0ACwsgAAtIAQF/IwBBEGsiBCQAIAQgAzYCDAJAIABFBEBBAEEAIAEgAiAEKA\
IMEHEMAQsgACgC9AMgACABIAIgBCgCDBBxCyAEQRBqJAALkwECAX0BfyMAQRBrIgYkACAGQQhqIABB6ABqIAAgAkEBdGovAWIQH0MAAMB/IQUCQAJAAkAgBi0ADEEBaw4CAAECCyAGKgIIIQUMAQsgBioCCCADlE\
MK1yM8lCEFCyAALQADQRB0QYCAwABxBEAgBSAAIAEgAiAEEFQiA0MAAAAAIAMgA1sbkiEFCyAGQRBqJAAgBQu1AQECfyAAKAIEQQFqIgEgACgCACICKALsAyACKALoAyICa0ECdU8EQANAIAAoAggiAUUEQCAAQQ\
A2AgggAEIANwIADwsgACABKAIENgIAIAAgASgCCDYCBCAAIAEoAgA2AgggARAjIAAoAgRBAWoiASAAKAIAIgIoAuwDIAIoAugDIgJrQQJ1Tw0ACwsgACABNgIEIAIgAUECdGooAgAtABdBEHRBgIAwcUGAgCBGBE\
AgABB9CwuBAQIBfwF9IwBBEGsiAyQAIANBCGogAEEDIAJBAkdBAXQgAUH+AXFBAkcbIAIQU0MAAMB/IQQCQAJAAkAgAy0ADEEBaw4CAAECCyADKgIIIQQMAQsgAyoCCEMAAAAAlEMK1yM8lCEECyADQRBqJAAgBE\
MAAAAAl0MAAAAAIAQgBFsbC4EBAgF/AX0jAEEQayIDJAAgA0EIaiAAQQEgAkECRkEBdCABQf4BcUECRxsgAhBTQwAAwH8hBAJAAkACQCADLQAMQQFrDgIAAQILIAMqAgghBAwBCyADKgIIQwAAAACUQwrXIzyUIQ\
QLIANBEGokACAEQwAAAACXQwAAAAAgBCAEWxsLeAICfQF/IAAgAkEDdGoiByoC+AMhBkMAAMB/IQUCQAJAAkAgBy0A/ANBAWsOAgABAgsgBiEFDAELIAYgA5RDCtcjPJQhBQsgAC0AF0EQdEGAgMAAcQR9IAUgAE\
EUaiABIAIgBBBUIgNDAAAAACADIANbG5IFIAULC1EBAX8CQCABKALoAyICIAEoAuwDRwRAIABCADcCBCAAIAE2AgAgAigCAC0AF0EQdEGAgDBxQYCAIEcNASAAEH0PCyAAQgA3AgAgAEEANgIICwvoAgECfwJAIA\
AgAUYNACABIAAgAmoiBGtBACACQQF0a00EQCAAIAEgAhArDwsgACABc0EDcSEDAkACQCAAIAFJBEAgAwRAIAAhAwwDCyAAQQNxRQRAIAAhAwwCCyAAIQMDQCACRQ0EIAMgAS0AADoAACABQQFqIQEgAkEBayECIA\
NBAWoiA0EDcQ0ACwwBCwJAIAMNACAEQQNxBEADQCACRQ0FIAAgAkEBayICaiIDIAEgAmotAAA6AAAgA0EDcQ0ACwsgAkEDTQ0AA0AgACACQQRrIgJqIAEgAmooAgA2AgAgAkEDSw0ACwsgAkUNAgNAIAAgAkEBay\
ICaiABIAJqLQAAOgAAIAINAAsMAgsgAkEDTQ0AA0AgAyABKAIANgIAIAFBBGohASADQQRqIQMgAkEEayICQQNLDQALCyACRQ0AA0AgAyABLQAAOgAAIANBAWohAyABQQFqIQEgAkEBayICDQALCyAAC5QCAgF8AX\
8CQCAAIAGiIgAQbCIERAAAAAAAAPA/oCAEIAREAAAAAAAAAABjGyIEIARiIgUgBJlELUMc6+I2Gj9jRXJFBEAgACAEoSEADAELIAUgBEQAAAAAAADwv6CZRC1DHOviNho/Y0VyRQRAIAAgBKFEAAAAAAAA8D+gIQ\
AMAQsgACAEoSEAIAIEQCAARAAAAAAAAPA/oCEADAELIAMNACAAAnxEAAAAAAAAAAAgBQ0AGkQAAAAAAADwPyAERAAAAAAAAOA/ZA0AGkQAAAAAAADwP0QAAAAAAAAAACAERAAAAAAAAOC/oJlELUMc6+I2Gj9jGw\
ugIQALIAAgAGIgASABYnIEQEMAAMB/DwsgACABo7YLkwECAX0BfyMAQRBrIgYkACAGQQhqIABB6ABqIAAgAkEBdGovAV4QH0MAAMB/IQUCQAJAAkAgBi0ADEEBaw4CAAECCyAGKgIIIQUMAQsgBioCCCADlEMK1y\
M8lCEFCyAALQADQRB0QYCAwABxBEAgBSAAIAEgAiAEEFQiA0MAAAAAIAMgA1sbkiEFCyAGQRBqJAAgBQtQAAJAAkACQAJAAkAgAg4EBAABAgMLIAAgASABQR5qEEMPCyAAIAEgAUEeaiADEEQPCyAAIAEgAUEeah\
BCDwsQJAALIAAgASABQR5qIAMQRQt+AgF/AX0jAEEQayIEJAAgBEEIaiAAQQMgAkECR0EBdCABQf4BcUECRxsgAhBQQwAAwH8hBQJAAkACQCAELQAMQQFrDgIAAQILIAQqAgghBQwBCyAEKgIIIAOUQwrXIzyUIQ\
ULIARBEGokACAFQwAAAACXQwAAAAAgBSAFWxsLfgIBfwF9IwBBEGsiBCQAIARBCGogAEEBIAJBAkZBAXQgAUH+AXFBAkcbIAIQUEMAAMB/IQUCQAJAAkAgBC0ADEEBaw4CAAECCyAEKgIIIQUMAQsgBCoCCCADlE\
MK1yM8lCEFCyAEQRBqJAAgBUMAAAAAl0MAAAAAIAUgBVsbC08AAkACQAJAIANB/wFxIgMOBAACAgECCyABIAEvAABB+P8DcTsAAA8LIAEgAS8AAEH4/wNxQQRyOwAADwsgACABIAJBAUECIANBAUYbEEwLNwEBfy\
ABIAAoAgQiA0EBdWohASAAKAIAIQAgASACIANBAXEEfyABKAIAIABqKAIABSAACxEBAAtiAgJ9An8CQCAAKALkA0UNACAAQfwAaiIDIABBGmoiBC8BABAgIgIgAlwEQCADIABBGGoiBC8BABAgIgIgAlwNASADIA\
AvARgQIEMAAAAAXkUNAQsgAyAELwEAECAhAQsgAQtfAQN/IAEEQEEMEB4iAyABKQIENwIEIAMhAiABKAIAIgEEQCADIQQDQEEMEB4iAiABKQIENwIEIAQgAjYCACACIQQgASgCACIBDQALCyACIAAoAgA2AgAgAC\
ADNgIACwvXawMtfxx9AX4CfwJAIAAtAABBBHEEQCAAKAKgASAMRw0BCyAAKAKkASAAKAL0AygCDEcNAEEAIAAtAKgBIANGDQEaCyAAQoCAgPyLgIDAv383AoADIABCgYCAgBA3AvgCIABCgICA/IuAgMC/fzcC8A\
IgAEEANgKsAUEBCyErAkACQAJAAkAgACgCCARAIABBFGoiDkECQQEgBhAiIT4gDkECQQEgBhAhITwgDkEAQQEgBhAiITsgDkEAQQEgBhAhIUAgBCABIAUgAiAAKAL4AiAAQfACaiIOKgIAIAAoAvwCIAAqAvQCIA\
AqAoADIAAqAoQDID4gPJIiPiA7IECSIjwgACgC9AMiEBB7DQEgACgCrAEiEUUNAyAAQbABaiETA0AgBCABIAUgAiATIB1BGGxqIg4oAgggDioCACAOKAIMIA4qAgQgDioCECAOKgIUID4gPCAQEHsNAiAdQQFqIh\
0gEUcNAAsMAgsgCEUEQCAAKAKsASITRQ0CIABBsAFqIRADQAJAAkAgECAdQRhsIhFqIg4qAgAiPiA+XCABIAFcckUEQCA+IAGTi0MXt9E4XQ0BDAILIAEgAVsgPiA+W3INAQsCQCAQIBFqIhEqAgQiPiA+XCACIA\
JcckUEQCA+IAKTi0MXt9E4XQ0BDAILIAIgAlsgPiA+W3INAQsgESgCCCAERw0AIBEoAgwgBUYNAwsgEyAdQQFqIh1HDQALDAILAkAgAEHwAmoiDioCACI+ID5cIAEgAVxyRQRAID4gAZOLQxe30ThdDQEMBAsgAS\
ABWyA+ID5bcg0DCyAOQQAgACgC/AIgBUYbQQAgACgC+AIgBEYbQQACfyACIAJcIg4gACoC9AIiPiA+XHJFBEAgPiACk4tDF7fROF0MAQtBACA+ID5bDQAaIA4LGyEOCyAORSArcgRAIA4hHQwCCyAAIA4qAhA4Ap\
QDIAAgDioCFDgCmAMgCkEMQRAgCBtqIgMgAygCAEEBajYCACAOIR0MAgtBACEdCyAGIUAgByFHIAtBAWohIiMAQaABayINJAACQAJAIARBAUYgASABW3JFBEAgDUGqCzYCICAAQQVB2CUgDUEgahAsDAELIAVBAU\
YgAiACW3JFBEAgDUHZCjYCECAAQQVB2CUgDUEQahAsDAELIApBAEEEIAgbaiILIAsoAgBBAWo2AgAgACAALQCIA0H8AXEgAC0AFEEDcSILIANBASADGyIsIAsbIg9BA3FyOgCIAyAAQawDaiIQIA9BAUdBA3QiC2\
ogAEEUaiIUQQNBAiAPQQJGGyIRIA8gQBAiIgY4AgAgECAPQQFGQQN0Ig5qIBQgESAPIEAQISIHOAIAIAAgFEEAIA8gQBAiIjw4ArADIAAgFEEAIA8gQBAhIjs4ArgDIABBvANqIhAgC2ogFCARIA8QMDgCACAOIB\
BqIBQgESAPEC84AgAgACAUQQAgDxAwOALAAyAAIBRBACAPEC84AsgDIAsgAEHMA2oiC2ogFCARIA8gQBA4OAIAIAsgDmogFCARIA8gQBA3OAIAIAAgFEEAIA8gQBA4OALQAyAAIBRBACAPIEAQNyI6OALYAyAGIA\
eSIT4gPCA7kiE8AkACQCAAKAIIIgsEQEMAAMB/IAEgPpMgBEEBRhshBkMAAMB/IAIgPJMgBUEBRhshPiAAAn0gBCAFckUEQCAAIABBAiAPIAYgQCBAECU4ApQDIABBACAPID4gRyBAECUMAQsgBEEDTyAFQQNPcg\
0EIA1BiAFqIAAgBiAGIAAqAswDIAAqAtQDkiAAKgK8A5IgACoCxAOSIjyTIgdDAAAAACAHQwAAAABeGyAGIAZcG0GBgAggBEEDdEH4//8HcXZB/wFxID4gPiAAKgLQAyA6kiAAKgLAA5IgACoCyAOSIjuTIgdDAA\
AAACAHQwAAAABeGyA+ID5cG0GBgAggBUEDdEH4//8HcXZB/wFxIAsREAAgDSoCjAEiPUMAAAAAYCANKgKIASIHQwAAAABgcUUEQCANID27OQMIIA0gB7s5AwAgAEEBQdwdIA0QLCANKgKMASIHQwAAAAAgB0MAAA\
AAXhshPSANKgKIASIHQwAAAAAgB0MAAAAAXhshBwsgCiAKKAIUQQFqNgIUIAogCUECdGoiCSAJKAIYQQFqNgIYIAAgAEECIA8gPCAHkiAGIARBAWtBAkkbIEAgQBAlOAKUAyAAQQAgDyA7ID2SID4gBUEBa0ECSR\
sgRyBAECULOAKYAwwBCwJAIAAoAuADRQRAIAAoAuwDIAAoAugDa0ECdSELDAELIA1BiAFqIAAQMgJAIA0oAogBRQRAQQAhCyANKAKMAUUNAQsgDUGAAWohEEEAIQsDQCANQQA2AoABIA0gDSkDiAE3A3ggECANKA\
KQARA8IA1BiAFqEC4gDSgCgAEiCQRAA0AgCSgCACEOIAkQJyAOIgkNAAsLIAtBAWohCyANQQA2AoABIA0oAowBIA0oAogBcg0ACwsgDSgCkAEiCUUNAANAIAkoAgAhDiAJECcgDiIJDQALCyALRQRAIAAgAEECIA\
8gBEEBa0EBSwR9IAEgPpMFIAAqAswDIAAqAtQDkiAAKgK8A5IgACoCxAOSCyBAIEAQJTgClAMgACAAQQAgDyAFQQFrQQFLBH0gAiA8kwUgACoC0AMgACoC2AOSIAAqAsADkiAAKgLIA5ILIEcgQBAlOAKYAwwBCw\
JAIAgNACAFQQJGIAIgPJMiBiAGW3EgBkMAAAAAX3EgBCAFckUgBEECRiABID6TIgdDAAAAAF9xcnJFDQAgACAAQQIgD0MAAAAAQwAAAAAgByAHQwAAAABdGyAHIARBAkYbIAcgB1wbIEAgQBAlOAKUAyAAIABBAC\
APQwAAAABDAAAAACAGIAZDAAAAAF0bIAYgBUECRhsgBiAGXBsgRyBAECU4ApgDDAELIAAQTyAAIAAtAIgDQfsBcToAiAMgABBeQQMhEyAALQAUQQJ2QQNxIQkCQAJAIA9BAkcNAAJAIAlBAmsOAgIAAQtBAiETDA\
ELIAkhEwsgAC8AFSEnIBQgEyAPIEAQOCEGIBQgEyAPEDAhByAUIBMgDyBAEDchOyAUIBMgDxAvITpBACEQIBQgEUEAIBNBAkkbIhYgDyBAEDghPyAUIBYgDxAwIT0gFCAWIA8gQBA3IUEgFCAWIA8QLyFEIBQgFi\
APIEAQYCFCIBQgFiAPEEshQyAAIA9BACABID6TIlAgBiAHkiA7IDqSkiJKID8gPZIgQSBEkpIiRiATQQFLIhkbIEAgQBB6ITsgACAPQQEgAiA8kyJRIEYgSiAZGyBHIEAQeiFFAkACQCAEIAUgGRsiHA0AIA1BiA\
FqIAAQMgJAAkAgDSgCiAEiDiANKAKMASIJckUNAANAIA4oAuwDIA4oAugDIg5rQQJ1IAlNDQQCQCAOIAlBAnRqKAIAIgkQeUUNACAQDQIgCRA7IgYgBlsgBotDF7fROF1xDQIgCRBAIgYgBlwEQCAJIRAMAQsgCS\
EQIAaLQxe30ThdDQILIA1BiAFqEC4gDSgCjAEiCSANKAKIASIOcg0ACwwBC0EAIRALIA0oApABIglFDQADQCAJKAIAIQ4gCRAnIA4iCQ0ACwsgDUGIAWogABAyIA0oAowBIQkCQCANKAKIASIORQRAQwAAAAAhPS\
AJRQ0BCyBFIEVcIiMgBUEAR3IhKCA7IDtcIiQgBEEAR3IhKUMAAAAAIT0DQCAOKALsAyAOKALoAyIOa0ECdSAJTQ0CIA4gCUECdGooAgAiDhB4AkAgDi8AFSAOLQAXQRB0ciIJQYCAMHFBgIAQRgRAIA4QdyAOIA\
4tAAAiCUEBciIOQfsBcSAOIAlBBHEbOgAADAELIAgEfyAOIA4tABRBA3EiCSAPIAkbIDsgRRB2IA4vABUgDi0AF0EQdHIFIAkLQYDgAHFBgMAARg0AIA5BFGohEQJAIA4gEEYEQCAQQQA2ApwBIBAgDDYCmAFDAA\
AAACEHDAELIBQtAABBAnZBA3EhCQJAAkAgD0ECRw0AQQMhEgJAIAlBAmsOAgIAAQtBAiESDAELIAkhEgsgDUGAgID+BzYCaCANQYCAgP4HNgJQIA1B+ABqIA5B/ABqIhcgDi8BHhAfIDsgRSASQQFLIh4bIT4CQA\
JAAkACQCANLQB8IgkOBAABAQABCwJAIBcgDi8BGBAgIgYgBlwNACAXIA4vARgQIEMAAAAAXkUNACAOKAL0Ay0ACEEBcSIJDQBDAADAf0MAAAAAIAkbIQcMAgtDAADAfyEGDAILIA0qAnghB0MAAMB/IQYCQCAJQQ\
FrDgIBAAILIAcgPpRDCtcjPJQhBgwBCyAHIQYLIA4tABdBEHRBgIDAAHEEQCAGIBEgD0GBAiASQQN0dkEBcSA7EFQiBkMAAAAAIAYgBlsbkiEGCyAOKgL4AyEHQQAhH0EAIRgCQAJAAkAgDi0A/ANBAWsOAgEAAg\
sgOyAHlEMK1yM8lCEHCyAHIAdcDQAgB0MAAAAAYCEYCyAOKgKABCEHAkACQAJAIA4tAIQEQQFrDgIBAAILIEUgB5RDCtcjPJQhBwsgByAHXA0AIAdDAAAAAGAhHwsCQCAOAn0gBiAGXCIJID4gPlxyRQRAIA4qAp\
wBIgcgB1sEQCAOKAL0Ay0AEEEBcUUNAyAOKAKYASAMRg0DCyARIBIgDyA7EDggESASIA8QMJIgESASIA8gOxA3IBEgEiAPEC+SkiIHIAYgBiAHXRsgByAGIAkbIAYgBlsgByAHW3EbDAELIBggHnEEQCARQQIgDy\
A7EDggEUECIA8QMJIgEUECIA8gOxA3IBFBAiAPEC+SkiIHIA4gD0EAIDsgOxAxIgYgBiAHXRsgByAGIAYgBlwbIAYgBlsgByAHW3EbDAELIB4gH0VyRQRAIBFBACAPIDsQOCARQQAgDxAwkiARQQAgDyA7EDcgEU\
EAIA8QL5KSIgcgDiAPQQEgRSA7EDEiBiAGIAddGyAHIAYgBiAGXBsgBiAGWyAHIAdbcRsMAQtBASEaIA1BATYCZCANQQE2AnggEUECQQEgOxAiIBFBAkEBIDsQIZIhPiARQQBBASA7ECIhPCARQQBBASA7ECEhOk\
MAAMB/IQdBASEVQwAAwH8hBiAYBEAgDiAPQQAgOyA7EDEhBiANQQA2AnggDSA+IAaSIgY4AmhBACEVCyA8IDqSITwgHwRAIA4gD0EBIEUgOxAxIQcgDUEANgJkIA0gPCAHkiIHOAJQQQAhGgsCQAJAAkAgAC0AF0\
EQdEGAgAxxQYCACEYiCSASQQJJIiBxRQRAIAkgJHINAiAGIAZcDQEMAgsgJCAGIAZbcg0CC0ECIRUgDUECNgJ4IA0gOzgCaCA7IQYLAkAgIEEBIAkbBEAgCSAjcg0CIAcgB1wNAQwCCyAjIAcgB1tyDQELQQIhGi\
ANQQI2AmQgDSBFOAJQIEUhBwsCQCAXIA4vAXoQICI6IDpcDQACfyAVIB5yRQRAIBcgDi8BehAgIQcgDUEANgJkIA0gPCAGID6TIAeVkjgCUEEADAELIBogIHINASAXIA4vAXoQICEGIA1BADYCeCANIAYgByA8k5\
QgPpI4AmhBAAshGkEAIRULIA4vABZBD3EiCUUEQCAALQAVQQR2IQkLAkAgFUUgCUEFRiAeciAYIClyIAlBBEdycnINACANQQA2AnggDSA7OAJoIBcgDi8BehAgIgYgBlwNAEEAIRogFyAOLwF6ECAhBiANQQA2Am\
QgDSA7ID6TIAaVOAJQCyAOLwAWQQ9xIhhFBEAgAC0AFUEEdiEYCwJAICAgKHIgH3IgGEEFRnIgGkUgGEEER3JyDQAgDUEANgJkIA0gRTgCUCAXIA4vAXoQICIGIAZcDQAgFyAOLwF6ECAhBiANQQA2AnggDSAGIE\
UgPJOUOAJoCyAOIA9BAiA7IDsgDUH4AGogDUHoAGoQPyAOIA9BACBFIDsgDUHkAGogDUHQAGoQPyAOIA0qAmggDSoCUCAPIA0oAnggDSgCZCA7IEVBAEEFIAogIiAMED0aIA4gEkECdEH8JWooAgBBAnRqKgKUAy\
EGIBEgEiAPIDsQOCARIBIgDxAwkiARIBIgDyA7EDcgESASIA8QL5KSIgcgBiAGIAddGyAHIAYgBiAGXBsgBiAGWyAHIAdbcRsLIgc4ApwBCyAOIAw2ApgBCyA9IAcgESATQQEgOxAiIBEgE0EBIDsQIZKSkiE9Cy\
ANQYgBahAuIA0oAowBIgkgDSgCiAEiDnINAAsLIA0oApABIgkEQANAIAkoAgAhDiAJECcgDiIJDQALCyA7IEUgGRshByA9QwAAAACSIQYgC0ECTwRAIBQgEyAHEE0gC0EBa7OUIAaSIQYLIEIgQ5IhPiAFIAQgGR\
shGiBHIEAgGRshTSBAIEcgGRshSSANQdAAaiAAEDJBACAcIAYgB14iCxsgHCAcQQJGGyAcICdBgIADcSIfGyEeIBQgFiBFIDsgGRsiRBBNIU8gDSgCVCIRIA0oAlAiCXIEQEEBQQIgRCBEXCIpGyEtIAtFIBxBAU\
ZyIS4gE0ECSSEZIABB8gBqIS8gAEH8AGohMCATQQJ0IgtB7CVqITEgC0HcJWohMiAWQQJ0Ig5B7CVqIRwgDkHcJWohICALQfwlaiEkIA5B/CVqISMgGkEARyIzIAhyITQgGkUiNSAIQQFzcSE2IBogH3JFITcgDU\
HwAGohOCANQYABaiEnQYECIBNBA3R2Qf8BcSEoIBpBAWtBAkkhOQNAIA1BADYCgAEgDUIANwN4AkAgACgC7AMiCyAAKALoAyIORg0AIAsgDmsiC0EASA0DIA1BiAFqIAtBAnVBACAnEEohECANKAKMASANKAJ8IA\
0oAngiC2siDmsgCyAOEDMhDiANIA0oAngiCzYCjAEgDSAONgJ4IA0pA5ABIVYgDSANKAJ8Ig42ApABIA0oAoABIRIgDSBWNwJ8IA0gEjYClAEgECALNgIAIAsgDkcEQCANIA4gCyAOa0EDakF8cWo2ApABCyALRQ\
0AIAsQJwsgFC0AACIOQQJ2QQNxIQsCQAJAIA5BA3EiDiAsIA4bIhJBAkcNAEEDIRACQCALQQJrDgICAAELQQIhEAwBCyALIRALIAAvABUhCyAUIBAgBxBNIT8CQCAJIBFyRQRAQwAAAAAhQ0EAIRFDAAAAACFCQw\
AAAAAhQUEAIRUMAQsgC0GAgANxISUgEEECSSEYIBBBAnQiC0HsJWohISALQdwlaiEqQQAhFUMAAAAAIUEgESEOQwAAAAAhQkMAAAAAIUNBACEXQwAAAAAhPQNAIAkoAuwDIAkoAugDIglrQQJ1IA5NDQQCQCAJIA\
5BAnRqKAIAIgkvABUgCS0AF0EQdHIiC0GAgDBxQYCAEEYgC0GA4ABxQYDAAEZyDQAgDUGIAWoiESAJQRRqIgsgKigCACADECggDS0AjAEhJiARIAsgISgCACADECggDS0AjAEhESAJIBs2AtwDIBUgJkEDRmohFS\
ARQQNGIREgCyAQQQEgOxAiIUsgCyAQQQEgOxAhIU4gCSAXIAkgFxsiF0YhJiAJKgKcASE8IAsgEiAYIEkgQBA1IToCQCALIBIgGCBJIEAQLSIGQwAAAABgIAYgPF1xDQAgOkMAAAAAYEUEQCA8IQYMAQsgOiA8ID\
ogPF4bIQYLIBEgFWohFQJAICVFQwAAAAAgPyAmGyI8IEsgTpIiOiA9IAaSkpIgB15Fcg0AIA0oAnggDSgCfEYNACAOIREMAwsgCRB5BEAgQiAJEDuSIUIgQyAJEEAgCSoCnAGUkyFDCyBBIDwgOiAGkpIiBpIhQS\
A9IAaSIT0gDSgCfCILIA0oAoABRwRAIAsgCTYCACANIAtBBGo2AnwMAQsgCyANKAJ4ayILQQJ1IhFBAWoiDkGAgICABE8NBSANQYgBakH/////AyALQQF1IiYgDiAOICZJGyALQfz///8HTxsgESAnEEohDiANKA\
KQASAJNgIAIA0gDSgCkAFBBGo2ApABIA0oAowBIA0oAnwgDSgCeCIJayILayAJIAsQMyELIA0gDSgCeCIJNgKMASANIAs2AnggDSkDkAEhViANIA0oAnwiCzYCkAEgDSgCgAEhESANIFY3AnwgDSARNgKUASAOIA\
k2AgAgCSALRwRAIA0gCyAJIAtrQQNqQXxxajYCkAELIAlFDQAgCRAnCyANQQA2AnAgDSANKQNQNwNoIDggDSgCWBA8IA1B0ABqEC4gDSgCcCIJBEADQCAJKAIAIQsgCRAnIAsiCQ0ACwtBACERIA1BADYCcCANKA\
JUIg4gDSgCUCIJcg0ACwtDAACAPyBCIEJDAACAP10bIEIgQkMAAAAAXhshPCANKAJ8IRcgDSgCeCEJAn0CQAJ9AkACQAJAIB5FDQAgFCAPQQAgQCBAEDUhBiAUIA9BACBAIEAQLSE6IBQgD0EBIEcgQBA1IT8gFC\
APQQEgRyBAEC0hPSAGID8gE0EBSyILGyBKkyIGIAZbIAYgQV5xDQEgOiA9IAsbIEqTIgYgBlsgBiBBXXENASAAKAL0Ay0AFEEBcQ0AIEEgPEMAAAAAWw0DGiAAEDsiBiAGXA0CIEEgABA7QwAAAABbDQMaDAILIA\
chBgsgBiAGWw0CIAYhBwsgBwshBiBBjEMAAAAAIEFDAAAAAF0bIT8gBgwBCyAGIEGTIT8gBgshByA2RQRAAkAgCSAXRgRAQwAAAAAhQQwBC0MAAIA/IEMgQ0MAAIA/XRsgQyBDQwAAAABeGyE9QwAAAAAhQSAJIQ\
4DQCAOKAIAIgsqApwBITogC0EUaiIQIA8gGSBJIEAQNSFCAkAgECAPIBkgSSBAEC0iBkMAAAAAYCAGIDpdcQ0AIEJDAAAAAGBFBEAgOiEGDAELIEIgOiA6IEJdGyEGCwJAID9DAAAAAF0EQCAGIAsQQIyUIjpDAA\
AAAF4gOkMAAAAAXXJFDQEgCyATIA8gPyA9lSA6lCAGkiJCIAcgOxAlITogQiBCXCA6IDpcciA6IEJbcg0BIEEgOiAGk5IhQSALEEAgCyoCnAGUID2SIT0MAQsgP0MAAAAAXkUNACALEDsiQkMAAAAAXiBCQwAAAA\
BdckUNACALIBMgDyA/IDyVIEKUIAaSIkMgByA7ECUhOiBDIENcIDogOlxyIDogQ1tyDQAgPCBCkyE8IEEgOiAGk5IhQQsgDkEEaiIOIBdHDQALID8gQZMiQiA9lSFLIEIgPJUhTiAALwAVQYCAA3FFIC5yISVDAA\
AAACFBIAkhCwNAIAsoAgAiDioCnAEhPCAOQRRqIhggDyAZIEkgQBA1IToCQCAYIA8gGSBJIEAQLSIGQwAAAABgIAYgPF1xDQAgOkMAAAAAYEUEQCA8IQYMAQsgOiA8IDogPF4bIQYLAn0gDiATIA8CfSBCQwAAAA\
BdBEAgBiAGIA4QQIyUIjxDAAAAAFsNAhogBiA8kiA9QwAAAABbDQEaIEsgPJQgBpIMAQsgBiBCQwAAAABeRQ0BGiAGIA4QOyI8QwAAAABeIDxDAAAAAF1yRQ0BGiBOIDyUIAaSCyAHIDsQJQshQyAYIBNBASA7EC\
IhPCAYIBNBASA7ECEhOiAYIBZBASA7ECIhUiAYIBZBASA7ECEhUyANIEMgPCA6kiJUkiJVOAJoIA1BADYCYCBSIFOSITwCQCAOQfwAaiIQIA4vAXoQICI6IDpbBEAgECAOLwF6ECAhOiANQQA2AmQgDSA8IFUgVJ\
MiPCA6lCA8IDqVIBkbkjgCeAwBCyAjKAIAIRACQCApDQAgDiAQQQN0aiIhKgL4AyE6QQAhEgJAAkACQCAhLQD8A0EBaw4CAQACCyBEIDqUQwrXIzyUIToLIDogOlwNACA6QwAAAABgIRILICUgNSASQQFzcXFFDQ\
AgDi8AFkEPcSISBH8gEgUgAC0AFUEEdgtBBEcNACANQYgBaiAYICAoAgAgDxAoIA0tAIwBQQNGDQAgDUGIAWogGCAcKAIAIA8QKCANLQCMAUEDRg0AIA1BADYCZCANIEQ4AngMAQsgDkH4A2oiEiAQQQN0aiIQKg\
IAIToCQAJAAkACQCAQLQAEQQFrDgIBAAILIEQgOpRDCtcjPJQhOgsgOkMAAAAAYA0BCyANIC02AmQgDSBEOAJ4DAELAkACfwJAAkACQCAWQQJrDgICAAELIDwgDiAPQQAgRCA7EDGSITpBAAwCC0EBIRAgDSA8IA\
4gD0EBIEQgOxAxkiI6OAJ4IBNBAU0NDAwCCyA8IA4gD0EAIEQgOxAxkiE6QQALIRAgDSA6OAJ4CyANIDMgEiAQQQN0ajEABEIghkKAgICAIFFxIDogOlxyNgJkCyAOIA8gEyAHIDsgDUHgAGogDUHoAGoQPyAOIA\
8gFiBEIDsgDUHkAGogDUH4AGoQPyAOICMoAgBBA3RqIhAqAvgDIToCQAJAAkACQCAQLQD8A0EBaw4CAQACCyBEIDqUQwrXIzyUIToLQQEhECA6QwAAAABgDQELQQEhECAOLwAWQQ9xIhIEfyASBSAALQAVQQR2C0\
EERw0AIA1BiAFqIBggICgCACAPECggDS0AjAFBA0YNACANQYgBaiAYIBwoAgAgDxAoIA0tAIwBQQNGIRALIA4gDSoCaCI8IA0qAngiOiATQQFLIhIbIDogPCASGyAALQCIA0EDcSANKAJgIhggDSgCZCIhIBIbIC\
EgGCASGyA7IEUgCCAQcSIQQQRBByAQGyAKICIgDBA9GiBBIEMgBpOSIUEgAAJ/IAAtAIgDIhBBBHFFBEBBACAOLQCIA0EEcUUNARoLQQQLIBBB+wFxcjoAiAMgC0EEaiILIBdHDQALCyA/IEGTIT8LIAAgAC0AiA\
MiC0H7AXFBBCA/QwAAAABdQQJ0IAtBBHFBAnYbcjoAiAMgFCATIA8gQBBgIBQgEyAPEEuSITogFCATIA8gQBB/IBQgEyAPEFKSIUsgFCATIAcQTSFCAn8CQAJ9ID9DAAAAAF5FIB5BAkdyRQRAIA1BiAFqIDAgLy\
AkKAIAQQF0ai8BABAfAkAgDS0AjAEEQCAUIA8gKCBJIEAQNSIGIAZbDQELQwAAAAAMAgtDAAAAACAUIA8gKCBJIEAQNSA6kyBLkyAHID+TkyI/QwAAAABeRQ0BGgsgP0MAAAAAYEUNASA/CyE8IBQtAABBBHZBB3\
EMAQsgPyE8IBQtAABBBHZBB3EiC0EAIAtBA2tBA08bCyELQwAAAAAhBgJAAkAgFQ0AQwAAAAAhPQJAAkACQAJAAkAgC0EBaw4FAAECBAMGCyA8QwAAAD+UIT0MBQsgPCE9DAQLIBcgCWsiC0EFSQ0CIEIgPCALQQ\
J1QQFrs5WSIUIMAgsgQiA8IBcgCWtBAnVBAWqzlSI9kiFCDAILIDxDAAAAP5QgFyAJa0ECdbOVIj0gPZIgQpIhQgwBC0MAAAAAIT0LIDogPZIhPSAAEHwhEgJAIAkgF0YiGARAQwAAAAAhP0MAAAAAIToMAQsgF0\
EEayElIDwgFbOVIU4gMigCACEhQwAAAAAhOkMAAAAAIT8gCSELA0AgDUGIAWogCygCACIOQRRqIhAgISAPECggPUMAAACAIE5DAAAAgCA8QwAAAABeGyJBIA0tAIwBQQNHG5IhPSAIBEACfwJAAkACQAJAIBNBAW\
sOAwECAwALQQEhFSAOQaADagwDC0EDIRUgDkGoA2oMAgtBACEVIA5BnANqDAELQQIhFSAOQaQDagshKiAOIBVBAnRqICoqAgAgPZI4ApwDCyAlKAIAIRUgDUGIAWogECAxKAIAIA8QKCA9QwAAAIAgQiAOIBVGG5\
JDAAAAgCBBIA0tAIwBQQNHG5IhPQJAIDRFBEAgPSAQIBNBASA7ECIgECATQQEgOxAhkiAOKgKcAZKSIT0gRCEGDAELIA4gEyA7EF0gPZIhPSASBEAgDhBOIUEgEEEAIA8gOxBBIUMgDioCmAMgEEEAQQEgOxAiIB\
BBAEEBIDsQIZKSIEEgQ5IiQZMiQyA/ID8gQ10bIEMgPyA/ID9cGyA/ID9bIEMgQ1txGyE/IEEgOiA6IEFdGyBBIDogOiA6XBsgOiA6WyBBIEFbcRshOgwBCyAOIBYgOxBdIkEgBiAGIEFdGyBBIAYgBiAGXBsgBi\
AGWyBBIEFbcRshBgsgC0EEaiILIBdHDQALCyA/IDqSIAYgEhshQQJ9IDkEQCAAIBYgDyBGIEGSIE0gQBAlIEaTDAELIEQgQSA3GyFBIEQLIT8gH0UEQCAAIBYgDyBGIEGSIE0gQBAlIEaTIUELIEsgPZIhPAJAIA\
hFDQAgCSELIBgNAANAIAsoAgAiFS8AFkEPcSIORQRAIAAtABVBBHYhDgsCQAJAAkACQCAOQQRrDgIAAQILIA1BiAFqIBVBFGoiECAgKAIAIA8QKEEEIQ4gDS0AjAFBA0YNASANQYgBaiAQIBwoAgAgDxAoIA0tAI\
wBQQNGDQEgFSAjKAIAQQN0aiIOKgL4AyE9AkACQAJAIA4tAPwDQQFrDgIBAAILIEQgPZRDCtcjPJQhPQsgPiEGID1DAAAAAGANAwsgFSAkKAIAQQJ0aioClAMhBiANIBVB/ABqIg4gFS8BehAgIjogOlsEfSAQIB\
ZBASA7ECIgECAWQQEgOxAhkiAGIA4gFS8BehAgIjqUIAYgOpUgGRuSBSBBCzgCeCANIAYgECATQQEgOxAiIBAgE0EBIDsQIZKSOAKIASANQQA2AmggDUEANgJkIBUgDyATIAcgOyANQegAaiANQYgBahA/IBUgDy\
AWIEQgOyANQeQAaiANQfgAahA/IA0qAngiOiANKgKIASI9IBNBAUsiGCIOGyEGIB9BAEcgAC8AFUEPcUEER3EiECAZcSA9IDogDhsiOiA6XHIhDiAVIDogBiAPIA4gECAYcSAGIAZcciA7IEVBAUECIAogIiAMED\
0aID4hBgwCC0EFQQEgFC0AAEEIcRshDgsgFSAWIDsQXSEGIA1BiAFqIBVBFGoiECAgKAIAIhggDxAoID8gBpMhOgJAIA0tAIwBQQNHBEAgHCgCACESDAELIA1BiAFqIBAgHCgCACISIA8QKCANLQCMAUEDRw0AID\
4gOkMAAAA/lCIGQwAAAAAgBkMAAAAAXhuSIQYMAQsgDUGIAWogECASIA8QKCA+IQYgDS0AjAFBA0YNACANQYgBaiAQIBggDxAoIA0tAIwBQQNGBEAgPiA6QwAAAAAgOkMAAAAAXhuSIQYMAQsCQAJAIA5BAWsOAg\
IAAQsgPiA6QwAAAD+UkiEGDAELID4gOpIhBgsCfwJAAkACQAJAIBZBAWsOAwECAwALQQEhECAVQaADagwDC0EDIRAgFUGoA2oMAgtBACEQIBVBnANqDAELQQIhECAVQaQDagshDiAVIBBBAnRqIAYgTCAOKgIAkp\
I4ApwDIAtBBGoiCyAXRw0ACwsgCQRAIAkQJwsgPCBIIDwgSF4bIDwgSCBIIEhcGyBIIEhbIDwgPFtxGyFIIEwgT0MAAAAAIBsbIEGSkiFMIBtBAWohGyANKAJQIgkgEXINAAsLAkAgCEUNACAfRQRAIAAQfEUNAQ\
sgACAWIA8CfSBGIESSIBpFDQAaIAAgFkECdEH8JWooAgBBA3RqIgkqAvgDIQYCQAJAAkAgCS0A/ANBAWsOAgEAAgsgTSAGlEMK1yM8lCEGCyAGQwAAAABgRQ0AIAAgD0GBAiAWQQN0dkEBcSBNIEAQMQwBCyBGIE\
ySCyBHIEAQJSEGQwAAAAAhPCAALwAVQQ9xIQkCQAJAAkACQAJAAkACQAJAAkAgBiBGkyBMkyIGQwAAAABgRQRAQwAAAAAhQyAJQQJrDgICAQcLQwAAAAAhQyAJQQJrDgcBAAUGBAIDBgsgPiAGkiE+DAULID4gBk\
MAAAA/lJIhPgwECyAGIBuzIjqVITwgPiAGIDogOpKVkiE+DAMLID4gBiAbQQFqs5UiPJIhPgwCCyAbQQJJBEAMAgsgDUGIAWogABAyIAYgG0EBa7OVITwMAgsgBiAbs5UhQwsgDUGIAWogABAyIBtFDQELIBZBAn\
QiCUHcJWohECAJQfwlaiERIA1BOGohGCANQcgAaiEZIA1B8ABqIRUgDUGQAWohHCANQYABaiEfQQAhEgNAIA1BADYCgAEgDSANKQOIATcDeCAfIA0oApABEDwgDUEANgJwIA0gDSkDeCJWNwNoIBUgDSgCgAEiCx\
A8IA0oAmwhCQJAAkAgDSgCaCIOBEBDAAAAACE6QwAAAAAhP0MAAAAAIQYMAQtDAAAAACE6QwAAAAAhP0MAAAAAIQYgCUUNAQsDQCAOKALsAyAOKALoAyIOa0ECdSAJTQ0FAkAgDiAJQQJ0aigCACIJLwAVIAktAB\
dBEHRyIhdBgIAwcUGAgBBGIBdBgOAAcUGAwABGcg0AIAkoAtwDIBJHDQIgCUEUaiEOIAkgESgCAEECdGoqApQDIj1DAAAAAGAEfyA9IA4gFkEBIDsQIiAOIBZBASA7ECGSkiI9IAYgBiA9XRsgPSAGIAYgBlwbIA\
YgBlsgPSA9W3EbIQYgCS0AFgUgF0EIdgtBD3EiFwR/IBcFIAAtABVBBHYLQQVHDQAgFC0AAEEIcUUNACAJEE4gDkEAIA8gOxBBkiI9ID8gPSA/XhsgPSA/ID8gP1wbID8gP1sgPSA9W3EbIj8gCSoCmAMgDkEAQQ\
EgOxAiIA5BAEEBIDsQIZKSID2TIj0gOiA6ID1dGyA9IDogOiA6XBsgOiA6WyA9ID1bcRsiOpIiPSAGIAYgPV0bID0gBiAGIAZcGyAGIAZbID0gPVtxGyEGCyANQQA2AkggDSANKQNoNwNAIBkgDSgCcBA8IA1B6A\
BqEC4gDSgCSCIJBEADQCAJKAIAIQ4gCRAnIA4iCQ0ACwsgDUEANgJIIA0oAmwiCSANKAJoIg5yDQALCyANIA0pA2g3A4gBIBwgDSgCcBB1IA0gVjcDaCAVIAsQdSA+IE9DAAAAACASG5IhPiBDIAaSIT0gDSgCbC\
EJAkAgDSgCaCIOIA0oAogBRgRAIAkgDSgCjAFGDQELID4gP5IhQiA+ID2SIUsgPCA9kiEGA0AgDigC7AMgDigC6AMiDmtBAnUgCU0NBQJAIA4gCUECdGooAgAiCS8AFSAJLQAXQRB0ciIXQYCAMHFBgIAQRiAXQY\
DgAHFBgMAARnINACAJQRRqIQ4CQAJAAkACQAJAAkAgF0EIdkEPcSIXBH8gFwUgAC0AFUEEdgtBAWsOBQEDAgQABgsgFC0AAEEIcQ0ECyAOIBYgDyA7EFEhOiAJIBAoAgBBAnRqID4gOpI4ApwDDAQLIA4gFiAPID\
sQYiE/AkACQAJAAkAgFkECaw4CAgABCyAJKgKUAyE6QQIhDgwCC0EBIQ4gCSoCmAMhOgJAIBYOAgIADwtBAyEODAELIAkqApQDITpBACEOCyAJIA5BAnRqIEsgP5MgOpM4ApwDDAMLAkACQAJAAkAgFkECaw4CAg\
ABCyAJKgKUAyE/QQIhDgwCC0EBIQ4gCSoCmAMhPwJAIBYOAgIADgtBAyEODAELIAkqApQDIT9BACEOCyAJIA5BAnRqID4gPSA/k0MAAAA/lJI4ApwDDAILIA4gFiAPIDsQQSE6IAkgECgCAEECdGogPiA6kjgCnA\
MgCSARKAIAQQN0aiIXKgL4AyE/AkACQAJAIBctAPwDQQFrDgIBAAILIEQgP5RDCtcjPJQhPwsgP0MAAAAAYA0CCwJAAkACfSATQQFNBEAgCSoCmAMgDiAWQQEgOxAiIA4gFkEBIDsQIZKSITogBgwBCyAGITogCS\
oClAMgDiATQQEgOxAiIA4gE0EBIDsQIZKSCyI/ID9cIAkqApQDIkEgQVxyRQRAID8gQZOLQxe30ThdDQEMAgsgPyA/WyBBIEFbcg0BCyAJKgKYAyJBIEFcIg4gOiA6XHJFBEAgOiBBk4tDF7fROF1FDQEMAwsgOi\
A6Ww0AIA4NAgsgCSA/IDogD0EAQQAgOyBFQQFBAyAKICIgDBA9GgwBCyAJIEIgCRBOkyAOQQAgDyBEEFGSOAKgAwsgDUEANgI4IA0gDSkDaDcDMCAYIA0oAnAQPCANQegAahAuIA0oAjgiCQRAA0AgCSgCACEOIA\
kQJyAOIgkNAAsLIA1BADYCOCANKAJsIQkgDSgCaCIOIA0oAogBRw0AIAkgDSgCjAFHDQALCyANKAJwIgkEQANAIAkoAgAhDiAJECcgDiIJDQALCyALBEADQCALKAIAIQkgCxAnIAkiCw0ACwsgPCA+kiA9kiE+IB\
JBAWoiEiAbRw0ACwsgDSgCkAEiCUUNAANAIAkoAgAhCyAJECcgCyIJDQALCyAAQZQDaiIQIABBAiAPIFAgQCBAECU4AgAgAEGYA2oiESAAQQAgDyBRIEcgQBAlOAIAAkAgEEGBAiATQQN0dkEBcUECdGoCfQJAIB\
5BAUcEQCAALQAXQQNxIglBAkYgHkECR3INAQsgACATIA8gSCBJIEAQJQwBCyAeQQJHIAlBAkdyDQEgSiAAIA8gEyBIIEkgQBB0Ij4gSiAHkiIGIAYgPl4bID4gBiAGIAZcGyAGIAZbID4gPltxGyIGIAYgSl0bIE\
ogBiAGIAZcGyAGIAZbIEogSltxGws4AgALAkAgEEGBAiAWQQN0dkEBcUECdGoCfQJAIBpBAUcEQCAaQQJHIgkgAC0AF0EDcSILQQJGcg0BCyAAIBYgDyBGIEySIE0gQBAlDAELIAkgC0ECR3INASBGIAAgDyAWIE\
YgTJIgTSBAEHQiByBGIESSIgYgBiAHXhsgByAGIAYgBlwbIAYgBlsgByAHW3EbIgYgBiBGXRsgRiAGIAYgBlwbIAYgBlsgRiBGW3EbCzgCAAsCQCAIRQ0AAkAgAC8AFUGAgANxQYCAAkcNACANQYgBaiAAEDIDQC\
ANKAKMASIJIA0oAogBIgtyRQRAIA0oApABIglFDQIDQCAJKAIAIQsgCRAnIAsiCQ0ACwwCCyALKALsAyALKALoAyILa0ECdSAJTQ0DIAsgCUECdGooAgAiCS8AFUGA4ABxQYDAAEcEQCAJAn8CQAJAAkAgFkECaw\
4CAAECCyAJQZQDaiEOIBAqAgAgCSoCnAOTIQZBAAwCCyAJQZQDaiEOIBAqAgAgCSoCpAOTIQZBAgwBCyARKgIAIQYCQAJAIBYOAgABCgsgCUGYA2ohDiAGIAkqAqADkyEGQQEMAQsgCUGYA2ohDiAGIAkqAqgDky\
EGQQMLQQJ0aiAGIA4qAgCTOAKcAwsgDUGIAWoQLgwACwALAkAgEyAWckEBcUUNACAWQQFxIRQgE0EBcSEVIA1BiAFqIAAQMgNAIA0oAowBIgkgDSgCiAEiC3JFBEAgDSgCkAEiCUUNAgNAIAkoAgAhCyAJECcgCy\
IJDQALDAILIAsoAuwDIAsoAugDIgtrQQJ1IAlNDQMCQCALIAlBAnRqKAIAIgkvABUgCS0AF0EQdHIiC0GAgDBxQYCAEEYgC0GA4ABxQYDAAEZyDQAgFQRAAn8CfwJAAkACQCATQQFrDgMAAQINCyAJQZgDaiEOIA\
lBqANqIQtBASESIBEMAwsgCUGUA2ohDkECIRIgCUGcA2oMAQsgCUGUA2ohDkEAIRIgCUGkA2oLIQsgEAshGyAJIBJBAnRqIBsqAgAgDioCAJMgCyoCAJM4ApwDCyAURQ0AAn8CfwJAAkACQCAWQQFrDgMAAQIMCy\
AJQZgDaiELIAlBqANqIRJBASEXIBEMAwsgCUGUA2ohCyAJQZwDaiESQQIMAQsgCUGUA2ohCyAJQaQDaiESQQALIRcgEAshDiAJIBdBAnRqIA4qAgAgCyoCAJMgEioCAJM4ApwDCyANQYgBahAuDAALAAsgAC8AFU\
GA4ABxICJBAUZyRQRAIAAtAABBCHFFDQELIAAgACAeIAQgE0EBSxsgDyAKICIgDEMAAAAAQwAAAAAgOyBFEH4aCyANKAJYIglFDQIDQCAJKAIAIQsgCRAnIAsiCQ0ACwwCCxACAAsgABBeCyANQaABaiQADAELEC\
QACyAAIAM6AKgBIAAgACgC9AMoAgw2AqQBIB0NACAKIAooAggiAyAAKAKsASIOQQFqIgkgAyAJSxs2AgggDkEIRgRAIABBADYCrAFBACEOCyAIBH8gAEHwAmoFIAAgDkEBajYCrAEgACAOQRhsakGwAWoLIgMgBT\
YCDCADIAQ2AgggAyACOAIEIAMgATgCACADIAAqApQDOAIQIAMgACoCmAM4AhRBACEdCyAIBEAgACAAKQKUAzcCjAMgACAALQAAIgNBAXIiBEH7AXEgBCADQQRxGzoAAAsgACAMNgKgASArIB1Fcgs1AQF/IAEgAC\
gCBCICQQF1aiEBIAAoAgAhACABIAJBAXEEfyABKAIAIABqKAIABSAACxECAAt9ACAAQRRqIgAgAUGBAiACQQN0dkH/AXEgAyAEEC0gACACQQEgBBAiIAAgAkEBIAQQIZKSIQQCQAJAAkACQCAFKAIADgMAAQADCy\
AGKgIAIgMgAyAEIAMgBF0bIAQgBFwbIQQMAQsgBCAEXA0BIAVBAjYCAAsgBiAEOAIACwuMAQIBfwF9IAAoAuQDRQRAQwAAAAAPCyAAQfwAaiIBIAAvARwQICICIAJbBEAgASAALwEcECAPCwJAIAAoAvQDLQAIQQ\
FxDQAgASAALwEYECAiAiACXA0AIAEgAC8BGBAgQwAAAABdRQ0AIAEgAC8BGBAgjA8LQwAAgD9DAAAAACAAKAL0Ay0ACEEBcRsLcAIBfwF9IwBBEGsiBCQAIARBCGogACABQQJ0QdwlaigCACACEChDAADAfyEFAk\
ACQAJAIAQtAAxBAWsOAgABAgsgBCoCCCEFDAELIAQqAgggA5RDCtcjPJQhBQsgBEEQaiQAIAVDAAAAACAFIAVbGwtHAQF/IAIvAAYiA0EHcQRAIAAgAUHoAGogAxAfDwsgAUHoAGohASACLwAOIgNBB3EEQCAAIA\
EgAxAfDwsgACABIAIvABAQHwtHAQF/IAIvAAIiA0EHcQRAIAAgAUHoAGogAxAfDwsgAUHoAGohASACLwAOIgNBB3EEQCAAIAEgAxAfDwsgACABIAIvABAQHwt7AAJAAkACQAJAIANBAWsOAgABAgsgAi8ACiIDQQ\
dxRQ0BDAILIAIvAAgiA0EHcUUNAAwBCyACLwAEIgNBB3EEQAwBCyABQegAaiEBIAIvAAwiA0EHcQRAIAAgASADEB8PCyAAIAEgAi8AEBAfDwsgACABQegAaiADEB8LewACQAJAAkACQCADQQFrDgIAAQILIAIvAA\
giA0EHcUUNAQwCCyACLwAKIgNBB3FFDQAMAQsgAi8AACIDQQdxBEAMAQsgAUHoAGohASACLwAMIgNBB3EEQCAAIAEgAxAfDwsgACABIAIvABAQHw8LIAAgAUHoAGogAxAfC84BAgN/An0jAEEQayIDJABBASEEIA\
NBCGogAEH8AGoiBSAAIAFBAXRqQe4AaiIBLwEAEB8CQAJAIAMqAggiByACKgIAIgZcBEAgByAHWwRAIAItAAQhAgwCCyAGIAZcIQQLIAItAAQhAiAERQ0AIAMtAAwgAkH/AXFGDQELIAUgASAGIAIQOQNAIAAtAA\
AiAUEEcQ0BIAAgAUEEcjoAACAAKAIQIgEEQCAAIAERAAALIABBgICA/gc2ApwBIAAoAuQDIgANAAsLIANBEGokAAuFAQIDfwF+AkAgAEKAgICAEFQEQCAAIQUMAQsDQCABQQFrIgEgAEIKgCIFQvYBfiAAfKdBMH\
I6AAAgAEL/////nwFWIQIgBSEAIAINAAsLIAWnIgIEQANAIAFBAWsiASACQQpuIgNB9gFsIAJqQTByOgAAIAJBCUshBCADIQIgBA0ACwsgAQs3AQJ/QQQQHiICIAE2AgBBBBAeIgMgATYCAEHBOyAAQeI7QfooQb\
8BIAJB4jtB/ihBwAEgAxAHCw8AIAAgASACQQFBAhCLAQteAQF/IABBADYCDCAAIAM2AhACQCABBEAgAUGAgICABE8NASABQQJ0EB4hBAsgACAENgIAIAAgBCACQQJ0aiICNgIIIAAgBCABQQJ0ajYCDCAAIAI2Ag\
QgAA8LEFgAC3kCAX8BfSMAQRBrIgMkACADQQhqIAAgAUECdEHcJWooAgAgAhBTQwAAwH8hBAJAAkACQCADLQAMQQFrDgIAAQILIAMqAgghBAwBCyADKgIIQwAAAACUQwrXIzyUIQQLIANBEGokACAEQwAAAACXQw\
AAAAAgBCAEWxsLnAoBC38jAEEQayIIJAAgASABLwAAQXhxIANyIgM7AAACQAJAAkACQAJAAkACQAJAAkACQCADQQhxBEAgA0H//wNxIgZBBHYhBCAGQT9NBH8gACAEQQJ0akEEagUgBEEEayIEIAAoAhgiACgCBC\
AAKAIAIgBrQQJ1Tw0CIAAgBEECdGoLIAI4AgAMCgsCfyACi0MAAABPXQRAIAKoDAELQYCAgIB4CyIEQf8PakH+H0sgBLIgAlxyRQRAIANBD3FBACAEa0GAEHIgBCACQwAAAABdG0EEdHIhAwwKCyAAIAAvAQAiC0\
EBajsBACALQYAgTw0DIAtBA00EQCAAIAtBAnRqIAI4AgQMCQsgACgCGCIDRQRAQRgQHiIDQgA3AgAgA0IANwIQIANCADcCCCAAIAM2AhgLAkAgAygCBCIEIAMoAghHBEAgBCACOAIAIAMgBEEEajYCBAwBCyAEIA\
MoAgAiB2siBEECdSIJQQFqIgZBgICAgARPDQECf0H/////AyAEQQF1IgUgBiAFIAZLGyAEQfz///8HTxsiBkUEQEEAIQUgCQwBCyAGQYCAgIAETw0GIAZBAnQQHiEFIAMoAgQgAygCACIHayIEQQJ1CyEKIAUgCU\
ECdGoiCSACOAIAIAkgCkECdGsgByAEEDMhByADIAUgBkECdGo2AgggAyAJQQRqNgIEIAMoAgAhBCADIAc2AgAgBEUNACAEECMLIAAoAhgiBigCECIDIAYoAhQiAEEFdEcNByADQQFqQQBIDQAgA0H+////A0sNAS\
ADIABBBnQiACADQWBxQSBqIgQgACAESxsiAE8NByAAQQBODQILEAIAC0H/////ByEAIANB/////wdPDQULIAhBADYCCCAIQgA3AwAgCCAAEJ8BIAYoAgwhBCAIIAgoAgQiByAGKAIQIgBBH3FqIABBYHFqIgM2Ag\
QgB0UEQCADQQFrIQUMAwsgA0EBayIFIAdBAWtzQR9LDQIgCCgCACEKDAMLQZUlQeEXQSJB3BcQCwALEFgACyAIKAIAIgogBUEFdkEAIANBIU8bQQJ0akEANgIACyAKIAdBA3ZB/P///wFxaiEDAkAgB0EfcSIHRQ\
RAIABBAEwNASAAQSBtIQUgAEEfakE/TwRAIAMgBCAFQQJ0EDMaCyAAIAVBBXRrIgBBAEwNASADIAVBAnQiBWoiAyADKAIAQX9BICAAa3YiAEF/c3EgBCAFaigCACAAcXI2AgAMAQsgAEEATA0AQX8gB3QhDEEgIA\
drIQkgAEEgTgRAIAxBf3MhDSADKAIAIQUDQCADIAUgDXEgBCgCACIFIAd0cjYCACADIAMoAgQgDHEgBSAJdnIiBTYCBCAEQQRqIQQgA0EEaiEDIABBP0shDiAAQSBrIQAgDg0ACyAAQQBMDQELIAMgAygCAEF/IA\
kgCSAAIAAgCUobIgVrdiAMcUF/c3EgBCgCAEF/QSAgAGt2cSIEIAd0cjYCACAAIAVrIgBBAEwNACADIAUgB2pBA3ZB/P///wFxaiIDIAMoAgBBf0EgIABrdkF/c3EgBCAFdnI2AgALIAYoAgwhACAGIAo2AgwgBi\
AIKAIEIgM2AhAgBiAIKAIINgIUIABFDQAgABAjIAYoAhAhAwsgBiADQQFqNgIQIAYoAgwgA0EDdkH8////AXFqIgAgACgCAEF+IAN3cTYCACABLwAAIQMLIANBB3EgC0EEdHJBCHIhAwsgASADOwAAIAhBEGokAA\
uPAQIBfwF9IwBBEGsiAyQAIANBCGogAEHoAGogAEHUAEHWACABQf4BcUECRhtqLwEAIgEgAC8BWCABQQdxGxAfQwAAwH8hBAJAAkACQCADLQAMQQFrDgIAAQILIAMqAgghBAwBCyADKgIIIAKUQwrXIzyUIQQLIA\
NBEGokACAEQwAAAACXQwAAAAAgBCAEWxsL2AICBH8BfSMAQSBrIgMkAAJAIAAoAgwiAQRAIAAgACoClAMgACoCmAMgAREnACIFIAVbDQEgA0GqHjYCACAAQQVB2CUgAxAsECQACyADQRBqIAAQMgJAIAMoAhAiAi\
ADKAIUIgFyRQ0AAkADQCABIAIoAuwDIAIoAugDIgJrQQJ1SQRAIAIgAUECdGooAgAiASgC3AMNAyABLwAVIAEtABdBEHRyIgJBgOAAcUGAwABHBEAgAkEIdkEPcSICBH8gAgUgAC0AFUEEdgtBBUYEQCAALQAUQQ\
hxDQQLIAEtAABBAnENAyAEIAEgBBshBAsgA0EQahAuIAMoAhQiASADKAIQIgJyDQEMAwsLEAIACyABIQQLIAMoAhgiAQRAA0AgASgCACECIAEQIyACIgENAAsLIARFBEAgACoCmAMhBQwBCyAEEE4gBCoCoAOSIQ\
ULIANBIGokACAFC6EDAQh/AkAgACgC6AMiBSAAKALsAyIHRwRAA0AgACAFKAIAIgIoAuQDRwRAAkAgACgC9AMoAgAiAQRAIAIgACAGIAERBgAiAQ0BC0GIBBAeIgEgAigCEDYCECABIAIpAgg3AgggASACKQIANw\
IAIAFBFGogAkEUakHoABArGiABQgA3AoABIAFB/ABqIgNBADsBACABQgA3AogBIAFCADcCkAEgAyACQfwAahCgASABQZgBaiACQZgBakHQAhArGiABQQA2AvADIAFCADcC6AMgAigC7AMiAyACKALoAyIERwRAIA\
MgBGsiBEEASA0FIAEgBBAeIgM2AuwDIAEgAzYC6AMgASADIARqNgLwAyACKALoAyIEIAIoAuwDIghHBEADQCADIAQoAgA2AgAgA0EEaiEDIARBBGoiBCAIRw0ACwsgASADNgLsAwsgASACKQL0AzcC9AMgASACKA\
KEBDYChAQgASACKQL8AzcC/AMgAUEANgLkAwsgBSABNgIAIAEgADYC5AMLIAZBAWohBiAFQQRqIgUgB0cNAAsLDwsQAgALUAACQAJAAkACQAJAIAIOBAQAAQIDCyAAIAEgAUEwahBDDwsgACABIAFBMGogAxBEDw\
sgACABIAFBMGoQQg8LECQACyAAIAEgAUEwaiADEEULcAIBfwF9IwBBEGsiBCQAIARBCGogACABQQJ0QdwlaigCACACEDZDAADAfyEFAkACQAJAIAQtAAxBAWsOAgABAgsgBCoCCCEFDAELIAQqAgggA5RDCtcjPJ\
QhBQsgBEEQaiQAIAVDAAAAACAFIAVbGwt5AgF/AX0jAEEQayIDJAAgA0EIaiAAIAFBAnRB7CVqKAIAIAIQU0MAAMB/IQQCQAJAAkAgAy0ADEEBaw4CAAECCyADKgIIIQQMAQsgAyoCCEMAAAAAlEMK1yM8lCEECy\
ADQRBqJAAgBEMAAAAAl0MAAAAAIAQgBFsbC1QAAkACQAJAAkACQCACDgQEAAECAwsgACABIAFBwgBqEEMPCyAAIAEgAUHCAGogAxBEDwsgACABIAFBwgBqEEIPCxAkAAsgACABIAFBwgBqIAMQRQsvACAAIAJFQQ\
F0IgIgASADEGAgACACIAEQS5IgACACIAEgAxB/IAAgAiABEFKSkgvOAQIDfwJ9IwBBEGsiAyQAQQEhBCADQQhqIABB/ABqIgUgACABQQF0akH2AGoiAS8BABAfAkACQCADKgIIIgcgAioCACIGXARAIAcgB1sEQC\
ACLQAEIQIMAgsgBiAGXCEECyACLQAEIQIgBEUNACADLQAMIAJB/wFxRg0BCyAFIAEgBiACEDkDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACyAAQYCAgP4HNgKcASAAKALkAyIADQALCy\
ADQRBqJAALzgECA38CfSMAQRBrIgMkAEEBIQQgA0EIaiAAQfwAaiIFIAAgAUEBdGpB8gBqIgEvAQAQHwJAAkAgAyoCCCIHIAIqAgAiBlwEQCAHIAdbBEAgAi0ABCECDAILIAYgBlwhBAsgAi0ABCECIARFDQAgAy\
0ADCACQf8BcUYNAQsgBSABIAYgAhA5A0AgAC0AACIBQQRxDQEgACABQQRyOgAAIAAoAhAiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsgA0EQaiQACwoAIABBMGtBCkkLBQAQAgALBAAgAAsUAC\
AABEAgACAAKAIAKAIEEQAACwsrAQF/IAAoAgwiAQRAIAEQIwsgACgCACIBBEAgACABNgIEIAEQIwsgABAjC4EEAQN/IwBBEGsiAyQAIABCADcCBCAAQcEgOwAVIABCADcCDCAAQoCAgICAgIACNwIYIAAgAC0AF0\
HgAXE6ABcgACAALQAAQeABcUEFcjoAACAAIAAtABRBgAFxOgAUIABBIGpBAEHOABAqGiAAQgA3AXIgAEGEgBA2AW4gAEEANgF6IABCADcCgAEgAEIANwKIASAAQgA3ApABIABCADcCoAEgAEKAgICAgICA4P8ANw\
KYASAAQQA6AKgBIABBrAFqQQBBxAEQKhogAEHwAmohBCAAQbABaiECA0AgAkKAgID8i4CAwL9/NwIQIAJCgYCAgBA3AgggAkKAgID8i4CAwL9/NwIAIAJBGGoiAiAERw0ACyAAQoCAgPyLgIDAv383AvACIABCgI\
CA/IuAgMC/fzcCgAMgAEKBgICAEDcC+AIgAEKAgID+h4CA4P8ANwKUAyAAQoCAgP6HgIDg/wA3AowDIABBiANqIgIgAi0AAEH4AXE6AAAgAEGcA2pBAEHYABAqGiAAQQA6AIQEIABBgICA/gc2AoAEIABBADoA/A\
MgAEGAgID+BzYC+AMgACABNgL0AyABBEAgAS0ACEEBcQRAIAAgAC0AFEHzAXFBCHI6ABQgACAALwAVQfD/A3FBBHI7ABULIANBEGokACAADwsgA0GiGjYCACADEHIQJAALMwAgACABQQJ0QfwlaigCAEECdGoqAp\
QDIABBFGoiACABQQEgAhAiIAAgAUEBIAIQIZKSC44DAQp/IwBB0AJrIgEkACAAKALoAyIDIAAoAuwDIgVHBEAgAUGMAmohBiABQeABaiEHIAFBIGohCCABQRxqIQkgAUEQaiEEA0AgAygCACICLQAXQRB0QYCAMH\
FBgIAgRgRAIAFBCGpBAEHEAhAqGiABQYCAgP4HNgIMIARBADoACCAEQgA3AgAgCUEAQcQBECoaIAghAANAIABCgICA/IuAgMC/fzcCECAAQoGAgIAQNwIIIABCgICA/IuAgMC/fzcCACAAQRhqIgAgB0cNAAsgAU\
KAgID8i4CAwL9/NwPwASABQoGAgIAQNwPoASABQoCAgPyLgIDAv383A+ABIAFCgICA/oeAgOD/ADcChAIgAUKAgID+h4CA4P8ANwL8ASABIAEtAPgBQfgBcToA+AEgBkEAQcAAECoaIAJBmAFqIAFBCGpBxAIQKx\
ogAkIANwKMAyACIAItAAAiAEEBciIKQfsBcSAKIABBBHEbOgAAIAIQTyACEF4LIANBBGoiAyAFRw0ACwsgAUHQAmokAAtMAQF/QQEhAQJAIAAtAB5BB3ENACAALQAiQQdxDQAgAC0ALkEHcQ0AIAAtACpBB3ENAC\
AALQAmQQdxDQAgAC0AKEEHcUEARyEBCyABC3YCAX8BfSMAQRBrIgQkACAEQQhqIAAgAUECdEHcJWooAgAgAhBQQwAAwH8hBQJAAkACQCAELQAMQQFrDgIAAQILIAQqAgghBQwBCyAEKgIIIAOUQwrXIzyUIQULIA\
RBEGokACAFQwAAAACXQwAAAAAgBSAFWxsLogQCBn8CfgJ/QQghBAJAAkAgAEFHSw0AA0BBCCAEIARBCE0bIQRB6DopAwAiBwJ/QQggAEEDakF8cSAAQQhNGyIAQf8ATQRAIABBA3ZBAWsMAQsgAEEdIABnIgFrdk\
EEcyABQQJ0a0HuAGogAEH/H00NABpBPyAAQR4gAWt2QQJzIAFBAXRrQccAaiIBIAFBP08bCyIDrYgiCFBFBEADQCAIIAh6IgiIIQcCfiADIAinaiIDQQR0IgJB6DJqKAIAIgEgAkHgMmoiBkcEQCABIAQgABBjIg\
UNBSABKAIEIgUgASgCCDYCCCABKAIIIAU2AgQgASAGNgIIIAEgAkHkMmoiAigCADYCBCACIAE2AgAgASgCBCABNgIIIANBAWohAyAHQgGIDAELQeg6Qeg6KQMAQn4gA62JgzcDACAHQgGFCyIIQgBSDQALQeg6KQ\
MAIQcLAkAgB1BFBEBBPyAHeadrIgZBBHQiAkHoMmooAgAhAQJAIAdCgICAgARUDQBB4wAhAyABIAJB4DJqIgJGDQADQCADRQ0BIAEgBCAAEGMiBQ0FIANBAWshAyABKAIIIgEgAkcNAAsgAiEBCyAAQTBqEGQNAS\
ABRQ0EIAEgBkEEdEHgMmoiAkYNBANAIAEgBCAAEGMiBQ0EIAEoAggiASACRw0ACwwECyAAQTBqEGRFDQMLQQAhBSAEIARBAWtxDQEgAEFHTQ0ACwsgBQwBC0EACwtwAgF/AX0jAEEQayIEJAAgBEEIaiAAIAFBAn\
RB7CVqKAIAIAIQKEMAAMB/IQUCQAJAAkAgBC0ADEEBaw4CAAECCyAEKgIIIQUMAQsgBCoCCCADlEMK1yM8lCEFCyAEQRBqJAAgBUMAAAAAIAUgBVsbC6ADAQN/IAEgAEEEaiIEakEBa0EAIAFrcSIFIAJqIAAgAC\
gCACIBakEEa00EfyAAKAIEIgMgACgCCDYCCCAAKAIIIAM2AgQgBCAFRwRAIAAgAEEEaygCAEF+cWsiAyAFIARrIgQgAygCAGoiBTYCACAFQXxxIANqQQRrIAU2AgAgACAEaiIAIAEgBGsiATYCAAsCQCABIAJBGG\
pPBEAgACACakEIaiIDIAEgAmtBCGsiATYCACABQXxxIANqQQRrIAFBAXI2AgAgAwJ/IAMoAgBBCGsiAUH/AE0EQCABQQN2QQFrDAELIAFnIQQgAUEdIARrdkEEcyAEQQJ0a0HuAGogAUH/H00NABpBPyABQR4gBG\
t2QQJzIARBAXRrQccAaiIBIAFBP08bCyIBQQR0IgRB4DJqNgIEIAMgBEHoMmoiBCgCADYCCCAEIAM2AgAgAygCCCADNgIEQeg6Qeg6KQMAQgEgAa2GhDcDACAAIAJBCGoiATYCACABQXxxIABqQQRrIAE2AgAMAQ\
sgACABakEEayABNgIACyAAQQRqBSADCwvmAwEFfwJ/QbAwKAIAIgEgAEEHakF4cSIDaiECAkAgA0EAIAEgAk8bDQAgAj8AQRB0SwRAIAIQFkUNAQtBsDAgAjYCACABDAELQfw7QTA2AgBBfwsiAkF/RwRAIAAgAm\
oiA0EQayIBQRA2AgwgAUEQNgIAAkACf0HgOigCACIABH8gACgCCAVBAAsgAkYEQCACIAJBBGsoAgBBfnFrIgRBBGsoAgAhBSAAIAM2AghBcCAEIAVBfnFrIgAgACgCAGpBBGstAABBAXFFDQEaIAAoAgQiAyAAKA\
IINgIIIAAoAgggAzYCBCAAIAEgAGsiATYCAAwCCyACQRA2AgwgAkEQNgIAIAIgAzYCCCACIAA2AgRB4DogAjYCAEEQCyACaiIAIAEgAGsiATYCAAsgAUF8cSAAakEEayABQQFyNgIAIAACfyAAKAIAQQhrIgFB/w\
BNBEAgAUEDdkEBawwBCyABQR0gAWciA2t2QQRzIANBAnRrQe4AaiABQf8fTQ0AGkE/IAFBHiADa3ZBAnMgA0EBdGtBxwBqIgEgAUE/TxsLIgFBBHQiA0HgMmo2AgQgACADQegyaiIDKAIANgIIIAMgADYCACAAKA\
IIIAA2AgRB6DpB6DopAwBCASABrYaENwMACyACQX9HC80BAgN/An0jAEEQayIDJABBASEEIANBCGogAEH8AGoiBSAAIAFBAXRqQSBqIgEvAQAQHwJAAkAgAyoCCCIHIAIqAgAiBlwEQCAHIAdbBEAgAi0ABCECDA\
ILIAYgBlwhBAsgAi0ABCECIARFDQAgAy0ADCACQf8BcUYNAQsgBSABIAYgAhA5A0AgAC0AACIBQQRxDQEgACABQQRyOgAAIAAoAhAiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsgA0EQaiQAC0\
ABAX8CQEGsOy0AAEEBcQRAQag7KAIAIQIMAQtBAUGAJxAMIQJBrDtBAToAAEGoOyACNgIACyACIAAgAUEAEBMLzQECA38CfSMAQRBrIgMkAEEBIQQgA0EIaiAAQfwAaiIFIAAgAUEBdGpBMmoiAS8BABAfAkACQC\
ADKgIIIgcgAioCACIGXARAIAcgB1sEQCACLQAEIQIMAgsgBiAGXCEECyACLQAEIQIgBEUNACADLQAMIAJB/wFxRg0BCyAFIAEgBiACEDkDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACy\
AAQYCAgP4HNgKcASAAKALkAyIADQALCyADQRBqJAALDwAgASAAKAIAaiACOQMACw0AIAEgACgCAGorAwALCwAgAARAIAAQIwsLxwECBH8CfSMAQRBrIgIkACACQQhqIABB/ABqIgQgAEEeaiIFLwEAEB9BASEDAk\
ACQCACKgIIIgcgASoCACIGXARAIAcgB1sEQCABLQAEIQEMAgsgBiAGXCEDCyABLQAEIQEgA0UNACACLQAMIAFB/wFxRg0BCyAEIAUgBiABEDkDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQ\
AACyAAQYCAgP4HNgKcASAAKALkAyIADQALCyACQRBqJAALlgMCA34CfyAAvSICQjSIp0H/D3EiBEH/D0YEQCAARAAAAAAAAPA/oiIAIACjDwsgAkIBhiIBQoCAgICAgIDw/wBYBEAgAEQAAAAAAAAAAKIgACABQo\
CAgICAgIDw/wBRGw8LAn4gBEUEQEEAIQQgAkIMhiIBQgBZBEADQCAEQQFrIQQgAUIBhiIBQgBZDQALCyACQQEgBGuthgwBCyACQv////////8Hg0KAgICAgICACIQLIQEgBEH/B0oEQANAAkAgAUKAgICAgICACH\
0iA0IAUw0AIAMiAUIAUg0AIABEAAAAAAAAAACiDwsgAUIBhiEBIARBAWsiBEH/B0oNAAtB/wchBAsCQCABQoCAgICAgIAIfSIDQgBTDQAgAyIBQgBSDQAgAEQAAAAAAAAAAKIPCyABQv////////8HWARAA0AgBE\
EBayEEIAFCgICAgICAgARUIQUgAUIBhiEBIAUNAAsLIAJCgICAgICAgICAf4MgAUKAgICAgICACH0gBK1CNIaEIAFBASAEa62IIARBAEobhL8LiwEBA38DQCAAQQR0IgFB5DJqIAFB4DJqIgI2AgAgAUHoMmogAj\
YCACAAQQFqIgBBwABHDQALQTAQZBpBmDtBBjYCAEGcO0EANgIAEJwBQZw7Qcg7KAIANgIAQcg7QZg7NgIAQcw7QcMBNgIAQdA7QQA2AgAQjwFB0DtByDsoAgA2AgBByDtBzDs2AgALjwEBAn8jAEEQayIEJAACfU\
MAAAAAIAAvABVBgOAAcUUNABogBEEIaiAAQRRqIgBBASACQQJGQQF0IAFB/gFxQQJHGyIFIAIQNgJAIAQtAAxFDQAgBEEIaiAAIAUgAhA2IAQtAAxBA0YNACAAIAEgAiADEIEBDAELIAAgASACIAMQgAGMCyEDIA\
RBEGokACADC4QBAQJ/AkACQCAAKALoAyICIAAoAuwDIgNGDQADQCACKAIAIAFGDQEgAkEEaiICIANHDQALDAELIAIgA0YNACABLQAXQRB0QYCAMHFBgIAgRgRAIAAgACgC4ANBAWs2AuADCyACIAJBBGoiASADIA\
FrEDMaIAAgA0EEazYC7ANBAQ8LQQALCwBByDEgACABEEkLPAAgAEUEQCACQQVHQQAgAhtFBEBBuDAgAyAEEEkaDwsgAyAEEHAaDwsgACABIAIgAyAEIAAoAgQRDQAaCyYBAX8jAEEQayIBJAAgASAANgIMQbgwQd\
glIAAQSRogAUEQaiQAC4cDAwN/BXwCfSAAKgKgA7siBiACoCECIAAqApwDuyIHIAGgIQggACgC9AMqAhgiC0MAAAAAXARAIAAqApADuyEJIAAqAowDIQwgACAHIAu7IgFBACAALQAAQRBxIgNBBHYiBBA0OAKcAy\
AAIAYgAUEAIAQQNDgCoAMgASAMuyIHohBsIgYgBmIiBEUgBplELUMc6+I2Gj9jcUUEQCAEIAZEAAAAAAAA8L+gmUQtQxzr4jYaP2NFciEFCyACIAmgIQogCCAHoCEHAn8gASAJohBsIgYgBmIiBEUEQEEAIAaZRC\
1DHOviNho/Yw0BGgsgBCAGRAAAAAAAAPC/oJlELUMc6+I2Gj9jRXILIQQgACAHIAEgA0EARyIDIAVxIAMgBUEBc3EQNCAIIAFBACADEDSTOAKMAyAAIAogASADIARxIAMgBEEBc3EQNCACIAFBACADEDSTOAKQAw\
sgACgC6AMiAyAAKALsAyIARwRAA0AgAygCACAIIAIQcyADQQRqIgMgAEcNAAsLC1UBAX0gAEEUaiIAIAEgAkECSSICIAQgBRA1IQYgACABIAIgBCAFEC0iBUMAAAAAYCADIAVecQR9IAUFIAZDAAAAAGBFBEAgAw\
8LIAYgAyADIAZdGwsLeAEBfwJAIAAoAgAiAgRAA0AgAUUNAiACIAEoAgQ2AgQgAiABKAIINgIIIAEoAgAhASAAKAIAIQAgAigCACICDQALCyAAIAEQPA8LAkAgAEUNACAAKAIAIgFFDQAgAEEANgIAA0AgASgCAC\
EAIAEQIyAAIgENAAsLC5kCAgZ/AX0gAEEUaiEHQQMhBCAALQAUQQJ2QQNxIQUCQAJ/AkAgAUEBIAAoAuQDGyIIQQJGBEACQCAFQQJrDgIEAAILQQIhBAwDC0ECIQRBACAFQQFLDQEaCyAECyEGIAUhBAsgACAEIA\
ggAyACIARBAkkiBRsQbiEKIAAgBiAIIAIgAyAFGxBuIQMgAEGcA2oiAEEBIAFBAkZBAXQiCCAFG0ECdGogCiAHIAQgASACECKSOAIAIABBAyABQQJHQQF0IgkgBRtBAnRqIAogByAEIAEgAhAhkjgCACAAIAhBAS\
AGQQF2IgQbQQJ0aiADIAcgBiABIAIQIpI4AgAgACAJQQMgBBtBAnRqIAMgByAGIAEgAhAhkjgCAAvUAgEDfyMAQdACayIBJAAgAUEIakEAQcQCECoaIAFBADoAGCABQgA3AxAgAUGAgID+BzYCDCABQRxqQQBBxA\
EQKhogAUHgAWohAyABQSBqIQIDQCACQoCAgPyLgIDAv383AhAgAkKBgICAEDcCCCACQoCAgPyLgIDAv383AgAgAkEYaiICIANHDQALIAFCgICA/IuAgMC/fzcD8AEgAUKBgICAEDcD6AEgAUKAgID8i4CAwL9/Nw\
PgASABQoCAgP6HgIDg/wA3AoQCIAFCgICA/oeAgOD/ADcC/AEgASABLQD4AUH4AXE6APgBIAFBjAJqQQBBwAAQKhogAEGYAWogAUEIakHEAhArGiAAQgA3AowDIAAgAC0AAEEBcjoAACAAEE8gACgC6AMiAiAAKA\
LsAyIARwRAA0AgAigCABB3IAJBBGoiAiAARw0ACwsgAUHQAmokAAuuAgIKfwJ9IwBBIGsiASQAIAFBgAI7AB4gAEHuAGohByAAQfgDaiEFIABB8gBqIQggAEH2AGohCSAAQfwAaiEDQQAhAANAIAFBEGogAyAJIA\
FBHmogBGotAAAiAkEBdCIEaiIGLwEAEB8CQAJAIAEtABRFDQAgAUEIaiADIAYvAQAQHyABIAMgBCAIai8BABAfIAEtAAwgAS0ABEcNAAJAIAEqAggiDCAMXCIKIAEqAgAiCyALXHJFBEAgDCALk4tDF7fROF0NAQ\
wCCyAKRSALIAtbcg0BCyABQRBqIAMgBi8BABAfDAELIAFBEGogAyAEIAdqLwEAEB8LIAUgAkEDdGoiAiABLQAUOgAEIAIgASgCEDYCAEEBIQQgACECQQEhACACRQ0ACyABQSBqJAALMgACf0EAIAAvABVBgOAAcU\
GAwABGDQAaQQEgABA7QwAAAABcDQAaIAAQQEMAAAAAXAsLewEBfSADIASTIgMgA1sEfUMAAAAAIABBFGoiACABIAIgBSAGEDUiByAEkyAHIAdcGyIHQ///f38gACABIAIgBSAGEC0iBSAEkyAFIAVcGyIEIAMgAy\
AEXhsiAyADIAddGyAHIAMgAyADXBsgAyADWyAHIAdbcRsFIAMLC98FAwR/BX0BfCAJQwAAAABdIAhDAAAAAF1yBH8gDQUgBSESIAEhEyADIRQgByERIAwqAhgiFUMAAAAAXARAIAG7IBW7IhZBAEEAEDQhEyADuy\
AWQQBBABA0IRQgBbsgFkEAQQAQNCESIAe7IBZBAEEAEDQhEQsCf0EAIAAgBEcNABogEiATk4tDF7fROF0gEyATXCINIBIgElxyRQ0AGkEAIBIgElsNABogDQshDAJAIAIgBkcNACAUIBRcIg0gESARXHJFBEAgES\
AUk4tDF7fROF0hDwwBCyARIBFbDQAgDSEPC0EBIQ5BASENAkAgDA0AIAEgCpMhAQJAIABFBEAgASABXCIAIAggCFxyRQRAQQAhDCABIAiTi0MXt9E4XUUNAgwDC0EAIQwgCCAIWw0BIAANAgwBCyAAQQJGIQwgAE\
ECRw0AIARBAUcNACABIAhgDQECQCAIIAhcIgAgASABXHJFBEAgASAIk4tDF7fROF1FDQEMAwtBACENIAEgAVsNAkEBIQ0gAA0CC0EAIQ0MAQtBACENIAggCFwiACABIAVdRXINACAMRSABIAFcIhAgBSAFXHIgBE\
ECR3JyDQBBASENIAEgCGANAEEAIQ0gACAQcg0AIAEgCJOLQxe30ThdIQ0LAkAgDw0AIAMgC5MhAQJAAkAgAkUEQCABIAFcIgIgCSAJXHJFBEBBACEAIAEgCZOLQxe30ThdRQ0CDAQLQQAhACAJIAlbDQEgAg0DDA\
ELIAJBAkYhACACQQJHIAZBAUdyDQAgASAJYARADAMLIAkgCVwiACABIAFcckUEQCABIAmTi0MXt9E4XUUNAgwDC0EAIQ4gASABWw0CQQEhDiAADQIMAQsgCSAJXCICIAEgB11Fcg0AIABFIAEgAVwiBCAHIAdcci\
AGQQJHcnINACABIAlgDQFBACEOIAIgBHINASABIAmTi0MXt9E4XSEODAELQQAhDgsgDSAOcQsL4wEBA38jAEEQayIBJAACQAJAIAAtABRBCHFFDQBBASEDIAAvABVB8AFxQdAARg0AIAEgABAyIAEoAgQhAAJAIA\
EoAgAiAkUEQEEAIQMgAEUNAQsDQCACKALsAyACKALoAyICa0ECdSAATQ0DIAIgAEECdGooAgAiAC8AFSAALQAXQRB0ciIAQYDgAHFBgMAARyAAQYAecUGACkZxIgMNASABEC4gASgCBCIAIAEoAgAiAnINAAsLIA\
EoAggiAEUNAANAIAAoAgAhAiAAECMgAiIADQALCyABQRBqJAAgAw8LEAIAC7IBAQR/AkACQCAAKAIEIgMgACgCACIEKALsAyAEKALoAyIBa0ECdUkEQCABIANBAnRqIQIDQCACKAIAIgEtABdBEHRBgIAwcUGAgC\
BHDQMgASgC7AMgASgC6ANGDQJBDBAeIgIgBDYCBCACIAM2AgggAiAAKAIINgIAQQAhAyAAQQA2AgQgACABNgIAIAAgAjYCCCABIQQgASgC6AMiAiABKALsA0cNAAsLEAIACyAAEC4LC4wQAgx/B30jAEEgayINJA\
AgDUEIaiABEDIgDSgCCCIOIA0oAgwiDHIEQCADQQEgAxshFSAAQRRqIRQgBUEBaiEWA0ACQAJAAn8CQAJAAkACQAJAIAwgDigC7AMgDigC6AMiDmtBAnVJBEAgDiAMQQJ0aigCACILLwAVIAstABdBEHRyIgxBgI\
AwcUGAgBBGDQgCQAJAIAxBDHZBA3EOAwEKAAoLIAkhFyAKIRogASgC9AMtABRBBHFFBEAgACoClAMgFEECQQEQMCAUQQJBARAvkpMhFyAAKgKYAyAUQQBBARAwIBRBAEEBEC+SkyEaCyALQRRqIQ8gAS0AFEECdk\
EDcSEQAkACfwJAIANBAkciE0UEQEEAIQ5BAyEMAkAgEEECaw4CBAACC0ECIQwMAwtBAiEMQQAgEEEBSw0BGgsgDAshDiAQIQwLIA9BAkEBIBcQIiAPQQJBASAXECGSIR0gD0EAQQEgFxAiIRwgD0EAQQEgFxAhIR\
sgCyoC+AMhGAJAAkACQAJAIAstAPwDQQFrDgIBAAILIBggF5RDCtcjPJQhGAsgGEMAAAAAYEUNACAdIAsgA0EAIBcgFxAxkiEYDAELIA1BGGogDyALQTJqIhAgAxBFQwAAwH8hGCANLQAcRQ0AIA1BGGogDyAQIA\
MQRCANLQAcRQ0AIA1BGGogDyAQIAMQRSANLQAcQQNGDQAgDUEYaiAPIBAgAxBEIA0tABxBA0YNACALQQIgAyAAKgKUAyAUQQIgAxBLIBRBAiADEFKSkyAPQQIgAyAXEFEgD0ECIAMgFxCDAZKTIBcgFxAlIRgLIB\
wgG5IhHCALKgKABCEZAkACQAJAIAstAIQEQQFrDgIBAAILIBkgGpRDCtcjPJQhGQsgGUMAAAAAYEUNACAcIAsgA0EBIBogFxAxkiEZDAMLIA1BGGogDyALQTJqIhAQQwJAIA0tABxFDQAgDUEYaiAPIBAQQiANLQ\
AcRQ0AIA1BGGogDyAQEEMgDS0AHEEDRg0AIA1BGGogDyAQEEIgDS0AHEEDRg0AIAtBACADIAAqApgDIBRBACADEEsgFEEAIAMQUpKTIA9BACADIBoQUSAPQQAgAyAaEIMBkpMgGiAXECUhGQwDC0MAAMB/IRkgGC\
AYXA0GIAtB/ABqIhAgC0H6AGoiEi8BABAgIhsgG1sNAwwFCyALLQAAQQhxDQggCxBPIAAgCyACIAstABRBA3EiDCAVIAwbIAQgFiAGIAsqApwDIAeSIAsqAqADIAiSIAkgChB+IBFyIQxBACERIAxBAXFFDQhBAS\
ERIAsgCy0AAEEBcjoAAAwICxACAAsgGCAYXCAZIBlcRg0BIAtB/ABqIhAgC0H6AGoiEi8BABAgIhsgG1wNASAYIBhcBEAgGSAckyAQIAsvAXoQIJQgHZIhGAwCCyAZIBlbDQELIBwgGCAdkyAQIBIvAQAQIJWSIR\
kLIBggGFwNASAZIBlbDQMLQQAMAQtBAQshEiALIBcgGCACQQFHIAxBAklxIBdDAAAAAF5xIBJxIhAbIBkgA0ECIBIgEBsgGSAZXCAXIBpBAEEGIAQgBSAGED0aIAsqApQDIA9BAkEBIBcQIiAPQQJBASAXECGSki\
EYIAsqApgDIA9BAEEBIBcQIiAPQQBBASAXECGSkiEZC0EBIRAgCyAYIBkgA0EAQQAgFyAaQQFBASAEIAUgBhA9GiAAIAEgCyADIAxBASAXIBoQggEgACABIAsgAyAOQQAgFyAaEIIBIBFBAXFFBEAgCy0AAEEBcS\
EQCyABLQAUIhJBAnZBA3EhDAJAAn8CQAJAAkACQAJAAkACQAJAAkACfwJAIBNFBEBBACERQQMhDiAMQQJrDgIDDQELQQIhDkEAIAxBAUsNARoLIA4LIREgEkEEcUUNBCASQQhxRQ0BIAwhDgsgASEMIA8QXw0BDA\
ILAkAgCy0ANEEHcQ0AIAstADhBB3ENACALLQBCQQdxDQAgDCEOIAEhDCALQUBrLwEAQQdxRQ0CDAELIAwhDgsgACEMCwJ/AkACQAJAIA5BAWsOAwABAgULIAtBmANqIQ4gC0GoA2ohE0EBIRIgDEGYA2oMAgsgC0\
GUA2ohDiALQZwDaiETQQIhEiAMQZQDagwBCyALQZQDaiEOIAtBpANqIRNBACESIAxBlANqCyEMIAsgEkECdGogDCoCACAOKgIAkyATKgIAkzgCnAMLIBFBAXFFDQUCQAJAIBFBAnEEQCABIQwgDxBfDQEMAgsgCy\
0ANEEHcQ0AIAstADhBB3ENACALLQBCQQdxDQAgASEMIAtBQGsvAQBBB3FFDQELIAAhDAsgEUEBaw4DAQIDAAsQJAALIAtBmANqIREgC0GoA2ohDkEBIRMgDEGYA2oMAgsgC0GUA2ohESALQZwDaiEOQQIhEyAMQZ\
QDagwBCyALQZQDaiERIAtBpANqIQ5BACETIAxBlANqCyEMIAsgE0ECdGogDCoCACARKgIAkyAOKgIAkzgCnAMLIAsqAqADIRsgCyoCnAMgB0MAAAAAIA8QXxuTIRcCfQJAIAstADRBB3ENACALLQA4QQdxDQAgCy\
0AQkEHcQ0AIAtBQGsvAQBBB3ENAEMAAAAADAELIAgLIRogCyAXOAKcAyALIBsgGpM4AqADIBAhEQsgDUEIahAuIA0oAgwiDCANKAIIIg5yDQALCyANKAIQIgwEQANAIAwoAgAhACAMECMgACIMDQALCyANQSBqJA\
AgEUEBcQt2AgF/AX0jAEEQayIEJAAgBEEIaiAAIAFBAnRB7CVqKAIAIAIQUEMAAMB/IQUCQAJAAkAgBC0ADEEBaw4CAAECCyAEKgIIIQUMAQsgBCoCCCADlEMK1yM8lCEFCyAEQRBqJAAgBUMAAAAAl0MAAAAAIA\
UgBVsbC3gCAX8BfSMAQRBrIgQkACAEQQhqIABBAyACQQJHQQF0IAFB/gFxQQJHGyACEDZDAADAfyEFAkACQAJAIAQtAAxBAWsOAgABAgsgBCoCCCEFDAELIAQqAgggA5RDCtcjPJQhBQsgBEEQaiQAIAVDAAAAAC\
AFIAVbGwt4AgF/AX0jAEEQayIEJAAgBEEIaiAAQQEgAkECRkEBdCABQf4BcUECRxsgAhA2QwAAwH8hBQJAAkACQCAELQAMQQFrDgIAAQILIAQqAgghBQwBCyAEKgIIIAOUQwrXIzyUIQULIARBEGokACAFQwAAAA\
AgBSAFWxsLoA0BBH8jAEEQayIJJAAgCUEIaiACQRRqIgggA0ECRkEBdEEBIARB/gFxQQJGIgobIgsgAxA2IAYgByAKGyEHAkACQAJAAkACQAJAIAktAAxFDQAgCUEIaiAIIAsgAxA2IAktAAxBA0YNACAIIAQgAy\
AHEIEBIABBFGogBCADEDCSIAggBCADIAcQIpIhBkEBIQMCQAJ/AkACQAJAAkAgBA4EAgMBAAcLQQIhAwwBC0EAIQMLIAMgC0YNAgJAAkAgBA4EAgIAAQYLIABBlANqIQNBAAwCCyAAQZQDaiEDQQAMAQsgAEGYA2\
ohA0EBCyEAIAMqAgAgAiAAQQJ0aioClAOTIAaTIQYLIAIgBEECdEHcJWooAgBBAnRqIAY4ApwDDAULIAlBCGogCCADQQJHQQF0QQMgChsiCiADEDYCQCAJLQAMRQ0AIAlBCGogCCAKIAMQNiAJLQAMQQNGDQACfw\
JAAkACQCAEDgQCAgABBQsgAEGUA2ohBUEADAILIABBlANqIQVBAAwBCyAAQZgDaiEFQQELIQEgBSoCACACQZQDaiIFIAFBAnRqKgIAkyAAQRRqIAQgAxAvkyAIIAQgAyAHECGTIAggBCADIAcQgAGTIQZBASEDAk\
ACfwJAAkACQAJAIAQOBAIDAQAHC0ECIQMMAQtBACEDCyADIAtGDQICQAJAIAQOBAICAAEGCyAAQZQDaiEDQQAMAgsgAEGUA2ohA0EADAELIABBmANqIQNBAQshACADKgIAIAUgAEECdGoqAgCTIAaTIQYLIAIgBE\
ECdEHcJWooAgBBAnRqIAY4ApwDDAULAkACQAJAIAUEQCABLQAUQQR2QQdxIgBBBUsNCEEBIAB0IgBBMnENASAAQQlxBEAgBEECdEHcJWooAgAhACAIIAQgAyAGEEEgASAAQQJ0IgBqIgEqArwDkiEGIAAgAmogAi\
gC9AMtABRBAnEEfSAGBSAGIAEqAswDkgs4ApwDDAkLIAEgBEECdEHsJWooAgBBAnRqIgAqArwDIAggBCADIAYQYpIhBiACKAL0Ay0AFEECcUUEQCAGIAAqAswDkiEGCwJAAkACQAJAIAQOBAEBAgAICyABKgKUAy\
ACKgKUA5MhB0ECIQMMAgsgASoCmAMgAioCmAOTIQdBASEDAkAgBA4CAgAHC0EDIQMMAQsgASoClAMgAioClAOTIQdBACEDCyACIANBAnRqIAcgBpM4ApwDDAgLIAIvABZBD3EiBUUEQCABLQAVQQR2IQULIAVBBU\
YEQCABLQAUQQhxRQ0CCyABLwAVQYCAA3FBgIACRgRAIAVBAmsOAgEHAwsgBUEISw0HQQEgBXRB8wNxDQYgBUECRw0CC0EAIQACfQJ/AkACQAJAAkACfwJAAkACQCAEDgQCAgABBAsgASoClAMhB0ECIQAgAUG8A2\
oMAgsgASoClAMhByABQcQDagwBCyABKgKYAyEHAkACQCAEDgIAAQMLQQMhACABQcADagwBC0EBIQAgAUHIA2oLIQUgByAFKgIAkyABQbwDaiIIIABBAnRqKgIAkyIHIAIoAvQDLQAUQQJxDQUaAkAgBA4EAAIDBA\
ELQQMhACABQdADagwECxAkAAtBASEAIAFB2ANqDAILQQIhACABQcwDagwBC0EAIQAgAUHUA2oLIQUgByAFKgIAkyABIABBAnRqKgLMA5MLIAIgBEECdCIFQfwlaigCAEECdGoqApQDIAJBFGoiACAEQQEgBhAiIA\
AgBEEBIAYQIZKSk0MAAAA/lCAIIAVB3CVqKAIAIgVBAnRqKgIAkiAAIAQgAyAGEEGSIQYgAiAFQQJ0aiACKAL0Ay0AFEECcQR9IAYFIAYgASAFQQJ0aioCzAOSCzgCnAMMBgsgAS8AFUGAgANxQYCAAkcNBAsgAS\
AEQQJ0QewlaigCAEECdGoiACoCvAMgCCAEIAMgBhBikiEGIAIoAvQDLQAUQQJxRQRAIAYgACoCzAOSIQYLAkACQCAEDgQBAQMAAgsgASoClAMgAioClAOTIQdBAiEDDAMLIAEqApgDIAIqApgDkyEHQQEhAwJAIA\
QOAgMAAQtBAyEDDAILECQACyABKgKUAyACKgKUA5MhB0EAIQMLIAIgA0ECdGogByAGkzgCnAMMAQsgBEECdEHcJWooAgAhACAIIAQgAyAGEEEgASAAQQJ0IgBqIgEqArwDkiEGIAAgAmogAigC9AMtABRBAnEEfS\
AGBSAGIAEqAswDkgs4ApwDCyAJQRBqJAALcAIBfwF9IwBBEGsiBCQAIARBCGogACABQQJ0QewlaigCACACEDZDAADAfyEFAkACQAJAIAQtAAxBAWsOAgABAgsgBCoCCCEFDAELIAQqAgggA5RDCtcjPJQhBQsgBE\
EQaiQAIAVDAAAAACAFIAVbGwscACAAIAFBCCACpyACQiCIpyADpyADQiCIpxAVCwUAEFgACzkAIABFBEBBAA8LAn8gAUGAf3FBgL8DRiABQf8ATXJFBEBB/DtBGTYCAEF/DAELIAAgAToAAEEBCwvEAgACQAJAAk\
ACQAJAAkACQAJAAkACQAJAAkACQCABQQlrDhIACgsMCgsCAwQFDAsMDAoLBwgJCyACIAIoAgAiAUEEajYCACAAIAEoAgA2AgAPCwALIAIgAigCACIBQQRqNgIAIAAgATIBADcDAA8LIAIgAigCACIBQQRqNgIAIA\
AgATMBADcDAA8LIAIgAigCACIBQQRqNgIAIAAgATAAADcDAA8LIAIgAigCACIBQQRqNgIAIAAgATEAADcDAA8LAAsgAiACKAIAQQdqQXhxIgFBCGo2AgAgACABKwMAOQMADwsgACACIAMRAQALDwsgAiACKAIAIg\
FBBGo2AgAgACABNAIANwMADwsgAiACKAIAIgFBBGo2AgAgACABNQIANwMADwsgAiACKAIAQQdqQXhxIgFBCGo2AgAgACABKQMANwMAC84BAgN/An0jAEEQayIDJABBASEEIANBCGogAEH8AGoiBSAAIAFBAXRqQe\
gAaiIBLwEAEB8CQAJAIAMqAggiByACKgIAIgZcBEAgByAHWwRAIAItAAQhAgwCCyAGIAZcIQQLIAItAAQhAiAERQ0AIAMtAAwgAkH/AXFGDQELIAUgASAGIAIQOQNAIAAtAAAiAUEEcQ0BIAAgAUEEcjoAACAAKA\
IQIgEEQCAAIAERAAALIABBgICA/gc2ApwBIAAoAuQDIgANAAsLIANBEGokAAtdAQR/IAAoAgAhAgNAIAIsAAAiAxBXBEBBfyEEIAAgAkEBaiICNgIAIAFBzJmz5gBNBH9BfyADQTBrIgMgAUEKbCIEaiADIARB//\
///wdzShsFIAQLIQEMAQsLIAELrhQCEn8BfiMAQdAAayIIJAAgCCABNgJMIAhBN2ohFyAIQThqIRQCQAJAAkACQANAIAEhDSAHIA5B/////wdzSg0BIAcgDmohDgJAAkACQCANIgctAAAiCQRAA0ACQAJAIAlB/w\
FxIgFFBEAgByEBDAELIAFBJUcNASAHIQkDQCAJLQABQSVHBEAgCSEBDAILIAdBAWohByAJLQACIQogCUECaiIBIQkgCkElRg0ACwsgByANayIHIA5B/////wdzIhhKDQcgAARAIAAgDSAHECYLIAcNBiAIIAE2Ak\
wgAUEBaiEHQX8hEgJAIAEsAAEiChBXRQ0AIAEtAAJBJEcNACABQQNqIQcgCkEwayESQQEhFQsgCCAHNgJMQQAhDAJAIAcsAAAiCUEgayIBQR9LBEAgByEKDAELIAchCkEBIAF0IgFBidEEcUUNAANAIAggB0EBai\
IKNgJMIAEgDHIhDCAHLAABIglBIGsiAUEgTw0BIAohB0EBIAF0IgFBidEEcQ0ACwsCQCAJQSpGBEACfwJAIAosAAEiARBXRQ0AIAotAAJBJEcNACABQQJ0IARqQcABa0EKNgIAIApBA2ohCUEBIRUgCiwAAUEDdC\
ADakGAA2soAgAMAQsgFQ0GIApBAWohCSAARQRAIAggCTYCTEEAIRVBACETDAMLIAIgAigCACIBQQRqNgIAQQAhFSABKAIACyETIAggCTYCTCATQQBODQFBACATayETIAxBgMAAciEMDAELIAhBzABqEIkBIhNBAE\
gNCCAIKAJMIQkLQQAhB0F/IQsCfyAJLQAAQS5HBEAgCSEBQQAMAQsgCS0AAUEqRgRAAn8CQCAJLAACIgEQV0UNACAJLQADQSRHDQAgAUECdCAEakHAAWtBCjYCACAJQQRqIQEgCSwAAkEDdCADakGAA2soAgAMAQ\
sgFQ0GIAlBAmohAUEAIABFDQAaIAIgAigCACIKQQRqNgIAIAooAgALIQsgCCABNgJMIAtBf3NBH3YMAQsgCCAJQQFqNgJMIAhBzABqEIkBIQsgCCgCTCEBQQELIQ8DQCAHIRFBHCEKIAEiECwAACIHQfsAa0FGSQ\
0JIBBBAWohASAHIBFBOmxqQf8qai0AACIHQQFrQQhJDQALIAggATYCTAJAAkAgB0EbRwRAIAdFDQsgEkEATgRAIAQgEkECdGogBzYCACAIIAMgEkEDdGopAwA3A0AMAgsgAEUNCCAIQUBrIAcgAiAGEIcBDAILIB\
JBAE4NCgtBACEHIABFDQcLIAxB//97cSIJIAwgDEGAwABxGyEMQQAhEkGPCSEWIBQhCgJAAkACQAJ/AkACQAJAAkACfwJAAkACQAJAAkACQAJAIBAsAAAiB0FfcSAHIAdBD3FBA0YbIAcgERsiB0HYAGsOIQQUFB\
QUFBQUFA4UDwYODg4UBhQUFBQCBQMUFAkUARQUBAALAkAgB0HBAGsOBw4UCxQODg4ACyAHQdMARg0JDBMLIAgpA0AhGUGPCQwFC0EAIQcCQAJAAkACQAJAAkACQCARQf8BcQ4IAAECAwQaBQYaCyAIKAJAIA42Ag\
AMGQsgCCgCQCAONgIADBgLIAgoAkAgDqw3AwAMFwsgCCgCQCAOOwEADBYLIAgoAkAgDjoAAAwVCyAIKAJAIA42AgAMFAsgCCgCQCAOrDcDAAwTC0EIIAsgC0EITRshCyAMQQhyIQxB+AAhBwsgFCENIAgpA0AiGV\
BFBEAgB0EgcSEQA0AgDUEBayINIBmnQQ9xQZAvai0AACAQcjoAACAZQg9WIQkgGUIEiCEZIAkNAAsLIAxBCHFFIAgpA0BQcg0DIAdBBHZBjwlqIRZBAiESDAMLIBQhByAIKQNAIhlQRQRAA0AgB0EBayIHIBmnQQ\
dxQTByOgAAIBlCB1YhDSAZQgOIIRkgDQ0ACwsgByENIAxBCHFFDQIgCyAUIA1rIgdBAWogByALSBshCwwCCyAIKQNAIhlCAFMEQCAIQgAgGX0iGTcDQEEBIRJBjwkMAQsgDEGAEHEEQEEBIRJBkAkMAQtBkQlBjw\
kgDEEBcSISGwshFiAZIBQQRyENCyAPQQAgC0EASBsNDiAMQf//e3EgDCAPGyEMIAgpA0AiGUIAUiALckUEQCAUIQ1BACELDAwLIAsgGVAgFCANa2oiByAHIAtIGyELDAsLQQAhDAJ/Qf////8HIAsgC0H/////B0\
8bIgoiEUEARyEQAkACfwJAAkAgCCgCQCIHQY4lIAcbIg0iD0EDcUUgEUVyDQADQCAPLQAAIgxFDQIgEUEBayIRQQBHIRAgD0EBaiIPQQNxRQ0BIBENAAsLIBBFDQICQCAPLQAARSARQQRJckUEQANAIA8oAgAiB0\
F/cyAHQYGChAhrcUGAgYKEeHENAiAPQQRqIQ8gEUEEayIRQQNLDQALCyARRQ0DC0EADAELQQELIRADQCAQRQRAIA8tAAAhDEEBIRAMAQsgDyAMRQ0CGiAPQQFqIQ8gEUEBayIRRQ0BQQAhEAwACwALQQALIgcgDW\
sgCiAHGyIHIA1qIQogC0EATgRAIAkhDCAHIQsMCwsgCSEMIAchCyAKLQAADQ0MCgsgCwRAIAgoAkAMAgtBACEHIABBICATQQAgDBApDAILIAhBADYCDCAIIAgpA0A+AgggCCAIQQhqIgc2AkBBfyELIAcLIQlBAC\
EHAkADQCAJKAIAIg1FDQEgCEEEaiANEIYBIgpBAEgiDSAKIAsgB2tLckUEQCAJQQRqIQkgCyAHIApqIgdLDQEMAgsLIA0NDQtBPSEKIAdBAEgNCyAAQSAgEyAHIAwQKSAHRQRAQQAhBwwBC0EAIQogCCgCQCEJA0\
AgCSgCACINRQ0BIAhBBGogDRCGASINIApqIgogB0sNASAAIAhBBGogDRAmIAlBBGohCSAHIApLDQALCyAAQSAgEyAHIAxBgMAAcxApIBMgByAHIBNIGyEHDAgLIA9BACALQQBIGw0IQT0hCiAAIAgrA0AgEyALIA\
wgByAFERwAIgdBAE4NBwwJCyAIIAgpA0A8ADdBASELIBchDSAJIQwMBAsgBy0AASEJIAdBAWohBwwACwALIAANByAVRQ0CQQEhBwNAIAQgB0ECdGooAgAiAARAIAMgB0EDdGogACACIAYQhwFBASEOIAdBAWoiB0\
EKRw0BDAkLC0EBIQ4gB0EKTw0HA0AgBCAHQQJ0aigCAA0BIAdBAWoiB0EKRw0ACwwHC0EcIQoMBAsgCyAKIA1rIhAgCyAQShsiCSASQf////8Hc0oNAkE9IQogEyAJIBJqIgsgCyATSBsiByAYSg0DIABBICAHIA\
sgDBApIAAgFiASECYgAEEwIAcgCyAMQYCABHMQKSAAQTAgCSAQQQAQKSAAIA0gEBAmIABBICAHIAsgDEGAwABzECkMAQsLQQAhDgwDC0E9IQoLQfw7IAo2AgALQX8hDgsgCEHQAGokACAOC9kCAQR/IwBB0AFrIg\
UkACAFIAI2AswBIAVBoAFqIgJBAEEoECoaIAUgBSgCzAE2AsgBAkBBACABIAVByAFqIAVB0ABqIAIgAyAEEIoBQQBIBEBBfyEEDAELQQEgBiAAKAJMQQBOGyEGIAAoAgAhByAAKAJIQQBMBEAgACAHQV9xNgIACw\
J/AkACQCAAKAIwRQRAIABB0AA2AjAgAEEANgIcIABCADcDECAAKAIsIQggACAFNgIsDAELIAAoAhANAQtBfyAAEJ0BDQEaCyAAIAEgBUHIAWogBUHQAGogBUGgAWogAyAEEIoBCyECIAgEQCAAQQBBACAAKAIkEQ\
YAGiAAQQA2AjAgACAINgIsIABBADYCHCAAKAIUIQEgAEIANwMQIAJBfyABGyECCyAAIAAoAgAiACAHQSBxcjYCAEF/IAIgAEEgcRshBCAGRQ0ACyAFQdABaiQAIAQLfwIBfwF+IAC9IgNCNIinQf8PcSICQf8PRw\
R8IAJFBEAgASAARAAAAAAAAAAAYQR/QQAFIABEAAAAAAAA8EOiIAEQjAEhACABKAIAQUBqCzYCACAADwsgASACQf4HazYCACADQv////////+HgH+DQoCAgICAgIDwP4S/BSAACwsVACAARQRAQQAPC0H8OyAANg\
IAQX8LzgECA38CfSMAQRBrIgMkAEEBIQQgA0EIaiAAQfwAaiIFIAAgAUEBdGpBxABqIgEvAQAQHwJAAkAgAyoCCCIHIAIqAgAiBlwEQCAHIAdbBEAgAi0ABCECDAILIAYgBlwhBAsgAi0ABCECIARFDQAgAy0ADC\
ACQf8BcUYNAQsgBSABIAYgAhA5A0AgAC0AACIBQQRxDQEgACABQQRyOgAAIAAoAhAiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsgA0EQaiQAC9EDAEHUO0GoHBAcQdU7QYoWQQFBAUEAEBtB1j\
tB/RJBAUGAf0H/ABAEQdc7QfYSQQFBgH9B/wAQBEHYO0H0EkEBQQBB/wEQBEHZO0GUCkECQYCAfkH//wEQBEHaO0GLCkECQQBB//8DEARB2ztBsQpBBEGAgICAeEH/////BxAEQdw7QagKQQRBAEF/EARB3TtB+B\
hBBEGAgICAeEH/////BxAEQd47Qe8YQQRBAEF/EARB3ztBjxBCgICAgICAgICAf0L///////////8AEIQBQeA7QY4QQgBCfxCEAUHhO0GIEEEEEA1B4jtB9BtBCBANQeM7QaQZEA5B5DtBmSIQDkHlO0EEQZcZEA\
hB5jtBAkGwGRAIQec7QQRBvxkQCEHoO0GPFhAaQek7QQBB1CEQAUHqO0EAQboiEAFB6ztBAUHyIRABQew7QQJB5B4QAUHtO0EDQYMfEAFB7jtBBEGrHxABQe87QQVByB8QAUHwO0EEQd8iEAFB8TtBBUH9IhABQe\
o7QQBBriAQAUHrO0EBQY0gEAFB7DtBAkHwIBABQe07QQNBziAQAUHuO0EEQbMhEAFB7ztBBUGRIRABQfI7QQZB7h8QAUHzO0EHQaQjEAELJQAgAEH0JjYCACAALQAEBEAgACgCCEH9DxBmCyAAKAIIEAYgAAsDAA\
ALJQAgAEHsJzYCACAALQAEBEAgACgCCEH9DxBmCyAAKAIIEAYgAAs3AQJ/QQQQHiICIAE2AgBBBBAeIgMgATYCAEGjOyAAQeI7QfooQcEBIAJB4jtB/ihBwgEgAxAHCzcBAX8gASAAKAIEIgNBAXVqIQEgACgCAC\
EAIAEgAiADQQFxBH8gASgCACAAaigCAAUgAAsRBQALOQEBfyABIAAoAgQiBEEBdWohASAAKAIAIQAgASACIAMgBEEBcQR/IAEoAgAgAGooAgAFIAALEQMACwkAIAEgABEAAAsHACAAEQ4ACzUBAX8gASAAKAIEIg\
JBAXVqIQEgACgCACEAIAEgAkEBcQR/IAEoAgAgAGooAgAFIAALEQAACzABAX8jAEEQayICJAAgAiABNgIIIAJBCGogABECACEAIAIoAggQBiACQRBqJAAgAAsMACABIAAoAgARAAALCQAgAEEBOgAEC9coAQJ/Qa\
A7QaE7QaI7QQBBjCZBB0GPJkEAQY8mQQBB2RZBkSZBCBAFQQgQHiIAQoiAgIAQNwMAQaA7QZcbQQZBoCZBuCZBCSAAQQEQAEGkO0GlO0GmO0GgO0GMJkEKQYwmQQtBjCZBDEG4EUGRJkENEAVBBBAeIgBBDjYCAE\
GkO0HoFEECQcAmQcgmQQ8gAEEAEABBoDtBowxBAkHMJkHUJkEQQREQA0GgO0GAHEEDQaQnQbAnQRJBExADQbg7Qbk7Qbo7QQBBjCZBFEGPJkEAQY8mQQBB6RZBkSZBFRAFQQgQHiIAQoiAgIAQNwMAQbg7QegcQQ\
JBuCdByCZBFiAAQQEQAEG7O0G8O0G9O0G4O0GMJkEXQYwmQRhBjCZBGUHPEUGRJkEaEAVBBBAeIgBBGzYCAEG7O0HoFEECQcAnQcgmQRwgAEEAEABBuDtBowxBAkHIJ0HUJkEdQR4QA0G4O0GAHEEDQaQnQbAnQR\
JBHxADQb47Qb87QcA7QQBBjCZBIEGPJkEAQY8mQQBB2hpBkSZBIRAFQb47QQFB+CdBjCZBIkEjEA9BvjtBkBtBAUH4J0GMJkEiQSMQA0G+O0HpCEECQfwnQcgmQSRBJRADQQgQHiIAQQA2AgQgAEEmNgIAQb47Qa\
0cQQRBkChBoChBJyAAQQAQAEEIEB4iAEEANgIEIABBKDYCAEG+O0GkEUEDQagoQbQoQSkgAEEAEABBCBAeIgBBADYCBCAAQSo2AgBBvjtByB1BA0G8KEHIKEErIABBABAAQQgQHiIAQQA2AgQgAEEsNgIAQb47Qa\
YQQQNB0ChByChBLSAAQQAQAEEIEB4iAEEANgIEIABBLjYCAEG+O0HLHEEDQdwoQbAnQS8gAEEAEABBCBAeIgBBADYCBCAAQTA2AgBBvjtB0h1BAkHoKEHUJkExIABBABAAQQgQHiIAQQA2AgQgAEEyNgIAQb47QZ\
cQQQJB8ChB1CZBMyAAQQAQAEHBO0GECkH4KEE0QZEmQTUQCkHiD0EAEEhB6g5BCBBIQYITQRAQSEHxFUEYEEhBgxdBIBBIQfAOQSgQSEHBOxAJQaM7Qf8aQfgoQTZBkSZBNxAKQYMXQQAQkwFB8A5BCBCTAUGjOx\
AJQcI7QYobQfgoQThBkSZBORAKQQQQHiIAQQg2AgBBBBAeIgFBCDYCAEHCO0GEG0HiO0H6KEE6IABB4jtB/ihBOyABEAdBBBAeIgBBADYCAEEEEB4iAUEANgIAQcI7QeUOQds7QdQmQTwgAEHbO0HIKEE9IAEQB0\
HCOxAJQcM7QcQ7QcU7QQBBjCZBPkGPJkEAQY8mQQBB+xtBkSZBPxAFQcM7QQFBhClBjCZBwABBwQAQD0HDO0HXDkEBQYQpQYwmQcAAQcEAEANBwztB0BpBAkGIKUHUJkHCAEHDABADQcM7QekIQQJBkClByCZBxA\
BBxQAQA0EIEB4iAEEANgIEIABBxgA2AgBBwztB9w9BAkGQKUHIJkHHACAAQQAQAEEIEB4iAEEANgIEIABByAA2AgBBwztB6htBA0GYKUHIKEHJACAAQQAQAEEIEB4iAEEANgIEIABBygA2AgBBwztBnxtBA0GkKU\
HIKEHLACAAQQAQAEEIEB4iAEEANgIEIABBzAA2AgBBwztB0BRBBEGwKUHAKUHNACAAQQAQAEEIEB4iAEEANgIEIABBzgA2AgBBwztBiA1BBEGwKUHAKUHNACAAQQAQAEEIEB4iAEEANgIEIABBzwA2AgBBwztB3R\
NBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB0AA2AgBBwztB+QtBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB0QA2AgBBwztBuBBBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB0gA2Ag\
BBwztB5RpBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB0wA2AgBBwztB/BRBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB1AA2AgBBwztBlRNBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIA\
BB1QA2AgBBwztBtQpBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB1gA2AgBBwztBuBVBBEGwKUHAKUHNACAAQQAQAEEIEB4iAEEANgIEIABB1wA2AgBBwztBmw1BBEGwKUHAKUHNACAAQQAQAEEIEB4iAE\
EANgIEIABB2AA2AgBBwztB7RNBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB2QA2AgBBwztBxAlBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB2gA2AgBBwztB8QhBA0GkKUHIKEHLACAAQQAQAE\
EIEB4iAEEANgIEIABB2wA2AgBBwztBhwlBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB3QA2AgBBwztB1BBBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB3gA2AgBBwztB5gxBA0HIKUH+KEHcAC\
AAQQAQAEEIEB4iAEEANgIEIABB3wA2AgBBwztBzBNBAkGQKUHIJkHHACAAQQAQAEEIEB4iAEEANgIEIABB4AA2AgBBwztBrAlBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB4QA2AgBBwztBnxZBA0HIKU\
H+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB4gA2AgBBwztBoRdBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB4wA2AgBBwztBvw1BA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB5AA2AgBBwztB+x\
NBAkGQKUHIJkHHACAAQQAQAEEIEB4iAEEANgIEIABB5QA2AgBBwztBkQ9BA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB5gA2AgBBwztBwQxBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB5wA2Ag\
BBwztBvhNBAkGQKUHIJkHHACAAQQAQAEEIEB4iAEEANgIEIABB6AA2AgBBwztBsxdBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB6QA2AgBBwztBzw1BA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIA\
BB6gA2AgBBwztBpQ9BA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB6wA2AgBBwztB0gxBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB7AA2AgBBwztBiRdBA0HIKUH+KEHcACAAQQAQAEEIEB4iAE\
EANgIEIABB7QA2AgBBwztBrA1BA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB7gA2AgBBwztB9w5BA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB7wA2AgBBwztBrQxBA0HIKUH+KEHcACAAQQAQAE\
EIEB4iAEEANgIEIABB8AA2AgBBwztB/RhBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB8QA2AgBBwztBshRBA0HIKUH+KEHcACAAQQAQAEEIEB4iAEEANgIEIABB8gA2AgBBwztBlBJBBEGwKUHAKUHNAC\
AAQQAQAEEIEB4iAEEANgIEIABB8wA2AgBBwztBzhlBBEGwKUHAKUHNACAAQQAQAEEIEB4iAEEANgIEIABB9AA2AgBBwztB4g1BBEGwKUHAKUHNACAAQQAQAEEIEB4iAEEANgIEIABB9QA2AgBBwztBrRNBBEGwKU\
HAKUHNACAAQQAQAEEIEB4iAEEANgIEIABB9gA2AgBBwztB+gxBBEGwKUHAKUHNACAAQQAQAEEIEB4iAEEANgIEIABB9wA2AgBBwztBnhVBA0GkKUHIKEHLACAAQQAQAEEIEB4iAEEANgIEIABB+AA2AgBBwztBrx\
tBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABB+gA2AgBBwztB3BRBA0HcKUGwJ0H7ACAAQQAQAEEIEB4iAEEANgIEIABB/AA2AgBBwztBiQxBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABB/QA2Ag\
BBwztBxhBBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABB/gA2AgBBwztB8hpBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABB/wA2AgBBwztBjRVBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIA\
BBgAE2AgBBwztBoRNBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABBgQE2AgBBwztBxwpBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABBggE2AgBBwztBwhVBA0HcKUGwJ0H7ACAAQQAQAEEIEB4iAE\
EANgIEIABBgwE2AgBBwztB4RBBAkHoKUHUJkGEASAAQQAQAEEIEB4iAEEANgIEIABBhQE2AgBBwztBuAlBAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBhwE2AgBBwztBrRZBAkHwKUH6KEGGASAAQQAQAE\
EIEB4iAEEANgIEIABBiAE2AgBBwztBqhdBAkHoKUHUJkGEASAAQQAQAEEIEB4iAEEANgIEIABBiQE2AgBBwztBmw9BAkHoKUHUJkGEASAAQQAQAEEIEB4iAEEANgIEIABBigE2AgBBwztBvxdBAkHoKUHUJkGEAS\
AAQQAQAEEIEB4iAEEANgIEIABBiwE2AgBBwztBsg9BAkHoKUHUJkGEASAAQQAQAEEIEB4iAEEANgIEIABBjAE2AgBBwztBlRdBAkHoKUHUJkGEASAAQQAQAEEIEB4iAEEANgIEIABBjQE2AgBBwztBhA9BAkHoKU\
HUJkGEASAAQQAQAEEIEB4iAEEANgIEIABBjgE2AgBBwztBihlBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABBjwE2AgBBwztBwRRBAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBkAE2AgBBwztBnh\
JBA0H4KUGEKkGRASAAQQAQAEEIEB4iAEEANgIEIABBkgE2AgBBwztB0AlBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABBkwE2AgBBwztB/AhBAkHUKUHUJkH5ACAAQQAQAEEIEB4iAEEANgIEIABBlAE2Ag\
BBwztB2RlBA0HcKUGwJ0H7ACAAQQAQAEEIEB4iAEEANgIEIABBlQE2AgBBwztBtBNBA0GMKkGYKkGWASAAQQAQAEEIEB4iAEEANgIEIABBlwE2AgBBwztBhxxBBEGgKkGgKEGYASAAQQAQAEEIEB4iAEEANgIEIA\
BBmQE2AgBBwztBnBxBA0GwKkHIKEGaASAAQQAQAEEIEB4iAEEANgIEIABBmwE2AgBBwztBmgpBAkG8KkHUJkGcASAAQQAQAEEIEB4iAEEANgIEIABBnQE2AgBBwztBmQxBAkHEKkHUJkGeASAAQQAQAEEIEB4iAE\
EANgIEIABBnwE2AgBBwztBkxxBA0HMKkGwJ0GgASAAQQAQAEEIEB4iAEEANgIEIABBoQE2AgBBwztBuxZBA0HYKkHIKEGiASAAQQAQAEEIEB4iAEEANgIEIABBowE2AgBBwztBvxtBAkHkKkHUJkGkASAAQQAQAE\
EIEB4iAEEANgIEIABBpQE2AgBBwztB0xtBA0HYKkHIKEGiASAAQQAQAEEIEB4iAEEANgIEIABBpgE2AgBBwztBqB1BA0HsKkHIKEGnASAAQQAQAEEIEB4iAEEANgIEIABBqAE2AgBBwztBph1BAkGQKUHIJkHHAC\
AAQQAQAEEIEB4iAEEANgIEIABBqQE2AgBBwztBuR1BA0H4KkHIKEGqASAAQQAQAEEIEB4iAEEANgIEIABBqwE2AgBBwztBtx1BAkGQKUHIJkHHACAAQQAQAEEIEB4iAEEANgIEIABBrAE2AgBBwztB3whBAkGQKU\
HIJkHHACAAQQAQAEEIEB4iAEEANgIEIABBrQE2AgBBwztB1whBAkGEK0HUJkGuASAAQQAQAEEIEB4iAEEANgIEIABBrwE2AgBBwztB3hVBAkGQKUHIJkHHACAAQQAQAEEIEB4iAEEANgIEIABBsAE2AgBBwztB3A\
lBAkGEK0HUJkGuASAAQQAQAEEIEB4iAEEANgIEIABBsQE2AgBBwztB6QlBBUGQK0GkK0GyASAAQQAQAEEIEB4iAEEANgIEIABBswE2AgBBwztB5w9BAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBtAE2Ag\
BBwztB0Q9BAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBtQE2AgBBwztBhhNBAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBtgE2AgBBwztB+BVBAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIA\
BBtwE2AgBBwztByxdBAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBuAE2AgBBwztBvw9BAkHwKUH6KEGGASAAQQAQAEEIEB4iAEEANgIEIABBuQE2AgBBwztB+QlBAkGsK0HUJkG6ASAAQQAQAEEIEB4iAE\
EANgIEIABBuwE2AgBBwztBzBVBA0H4KUGEKkGRASAAQQAQAEEIEB4iAEEANgIEIABBvAE2AgBBwztBqBJBA0H4KUGEKkGRASAAQQAQAEEIEB4iAEEANgIEIABBvQE2AgBBwztB5BlBA0H4KUGEKkGRASAAQQAQAE\
EIEB4iAEEANgIEIABBvgE2AgBBwztBqxVBAkHUKUHUJkH5ACAAQQAQAAtZAQF/IAAgACgCSCIBQQFrIAFyNgJIIAAoAgAiAUEIcQRAIAAgAUEgcjYCAEF/DwsgAEIANwIEIAAgACgCLCIBNgIcIAAgATYCFCAAIA\
EgACgCMGo2AhBBAAtHAAJAIAFBA00EfyAAIAFBAnRqQQRqBSABQQRrIgEgACgCGCIAKAIEIAAoAgAiAGtBAnVPDQEgACABQQJ0agsoAgAPCxACAAs4AQF/IAFBAEgEQBACAAsgAUEBa0EFdkEBaiIBQQJ0EB4hAi\
AAIAE2AgggAEEANgIEIAAgAjYCAAvSBQEJfyAAIAEvAQA7AQAgACABKQIENwIEIAAgASkCDDcCDCAAIAEoAhQ2AhQCQAJAIAEoAhgiA0UNAEEYEB4iBUEANgIIIAVCADcCACADKAIEIgEgAygCACICRwRAIAEgAm\
siAkEASA0CIAUgAhAeIgE2AgAgBSABIAJqNgIIIAMoAgAiAiADKAIEIgZHBEADQCABIAIoAgA2AgAgAUEEaiEBIAJBBGoiAiAGRw0ACwsgBSABNgIECyAFQgA3AgwgBUEANgIUIAMoAhAiAUUNACAFQQxqIAEQnw\
EgAygCDCEGIAUgBSgCECIEIAMoAhAiAkEfcWogAkFgcWoiATYCEAJAAkAgBEUEQCABQQFrIQMMAQsgAUEBayIDIARBAWtzQSBJDQELIAUoAgwgA0EFdkEAIAFBIU8bQQJ0akEANgIACyAFKAIMIARBA3ZB/P///w\
FxaiEBIARBH3EiA0UEQCACQQBMDQEgAkEgbSEDIAJBH2pBP08EQCABIAYgA0ECdBAzGgsgAiADQQV0ayICQQBMDQEgASADQQJ0IgNqIgEgASgCAEF/QSAgAmt2IgFBf3NxIAMgBmooAgAgAXFyNgIADAELIAJBAE\
wNAEF/IAN0IQhBICADayEEIAJBIE4EQCAIQX9zIQkgASgCACEHA0AgASAHIAlxIAYoAgAiByADdHI2AgAgASABKAIEIAhxIAcgBHZyIgc2AgQgBkEEaiEGIAFBBGohASACQT9LIQogAkEgayECIAoNAAsgAkEATA\
0BCyABIAEoAgBBfyAEIAQgAiACIARKGyIEa3YgCHFBf3NxIAYoAgBBf0EgIAJrdnEiBiADdHI2AgAgAiAEayICQQBMDQAgASADIARqQQN2Qfz///8BcWoiASABKAIAQX9BICACa3ZBf3NxIAYgBHZyNgIACyAAKA\
IYIQEgACAFNgIYIAEEQCABEFsLDwsQAgALvQMBB38gAARAIwBBIGsiBiQAIAAoAgAiASgC5AMiAwRAIAMgARBvGiABQQA2AuQDCyABKALsAyICIAEoAugDIgNHBEBBASACIANrQQJ1IgIgAkEBTRshBEEAIQIDQC\
ADIAJBAnRqKAIAQQA2AuQDIAJBAWoiAiAERw0ACwsgASADNgLsAwJAIAMgAUHwA2oiAigCAEYNACAGQQhqQQBBACACEEoiAigCBCABKALsAyABKALoAyIEayIFayIDIAQgBRAzIQUgASgC6AMhBCABIAU2AugDIA\
IgBDYCBCABKALsAyEFIAEgAigCCDYC7AMgAiAFNgIIIAEoAvADIQcgASACKAIMNgLwAyACIAQ2AgAgAiAHNgIMIAQgBUcEQCACIAUgBCAFa0EDakF8cWo2AggLIARFDQAgBBAnIAEoAugDIQMLIAMEQCABIAM2Au\
wDIAMQJwsgASgClAEhAyABQQA2ApQBIAMEQCADEFsLIAEQJyAAKAIIIQEgAEEANgIIIAEEQCABIAEoAgAoAgQRAAALIAAoAgQhASAAQQA2AgQgAQRAIAEgASgCACgCBBEAAAsgBkEgaiQAIAAQIwsLtQEBAX8jAE\
EQayICJAACfyABBEAgASgCACEBQYgEEB4gARBcIAENARogAkH3GTYCACACEHIQJAALQZQ7LQAARQRAQfg6QQM2AgBBiDtCgICAgICAgMA/NwIAQYA7QgA3AgBBlDtBAToAAEH8OkH8Oi0AAEH+AXE6AABB9DpBAD\
YCAEGQO0EANgIAC0GIBBAeQfQ6EFwLIQEgAEIANwIEIAAgATYCACABIAA2AgQgAkEQaiQAIAALGwEBfyAABEAgACgCACIBBEAgARAjCyAAECMLC0kBAn9BBBAeIQFBIBAeIgBBADYCHCAAQoCAgICAgIDAPzcCFC\
AAQgA3AgwgAEEAOgAIIABBAzYCBCAAQQA2AgAgASAANgIAIAELIAAgAkEFR0EAIAIbRQRAQbgwIAMgBBBJDwsgAyAEEHALIgEBfiABIAKtIAOtQiCGhCAEIAARFQAiBUIgiKckASAFpwuoAQEFfyAAKAJUIgMoAg\
AhBSADKAIEIgQgACgCFCAAKAIcIgdrIgYgBCAGSRsiBgRAIAUgByAGECsaIAMgAygCACAGaiIFNgIAIAMgAygCBCAGayIENgIECyAEIAIgAiAESxsiBARAIAUgASAEECsaIAMgAygCACAEaiIFNgIAIAMgAygCBC\
AEazYCBAsgBUEAOgAAIAAgACgCLCIBNgIcIAAgATYCFCACCwQAQgALBABBAAuKBQIGfgJ/IAEgASgCAEEHakF4cSIBQRBqNgIAIAAhCSABKQMAIQMgASkDCCEGIwBBIGsiCCQAAkAgBkL///////////8AgyIEQo\
CAgICAgMCAPH0gBEKAgICAgIDA/8MAfVQEQCAGQgSGIANCPIiEIQQgA0L//////////w+DIgNCgYCAgICAgIAIWgRAIARCgYCAgICAgIDAAHwhAgwCCyAEQoCAgICAgICAQH0hAiADQoCAgICAgICACFINASACIA\
RCAYN8IQIMAQsgA1AgBEKAgICAgIDA//8AVCAEQoCAgICAgMD//wBRG0UEQCAGQgSGIANCPIiEQv////////8Dg0KAgICAgICA/P8AhCECDAELQoCAgICAgID4/wAhAiAEQv///////7//wwBWDQBCACECIARCMI\
inIgBBkfcASQ0AIAMhAiAGQv///////z+DQoCAgICAgMAAhCIFIQcCQCAAQYH3AGsiAUHAAHEEQCACIAFBQGqthiEHQgAhAgwBCyABRQ0AIAcgAa0iBIYgAkHAACABa62IhCEHIAIgBIYhAgsgCCACNwMQIAggBz\
cDGAJAQYH4ACAAayIAQcAAcQRAIAUgAEFAaq2IIQNCACEFDAELIABFDQAgBUHAACAAa62GIAMgAK0iAoiEIQMgBSACiCEFCyAIIAM3AwAgCCAFNwMIIAgpAwhCBIYgCCkDACIDQjyIhCECIAgpAxAgCCkDGIRCAF\
KtIANC//////////8Pg4QiA0KBgICAgICAgAhaBEAgAkIBfCECDAELIANCgICAgICAgIAIUg0AIAJCAYMgAnwhAgsgCEEgaiQAIAkgAiAGQoCAgICAgICAgH+DhL85AwALmRgDEn8BfAN+IwBBsARrIgwkACAMQQ\
A2AiwCQCABvSIZQgBTBEBBASERQZkJIRMgAZoiAb0hGQwBCyAEQYAQcQRAQQEhEUGcCSETDAELQZ8JQZoJIARBAXEiERshEyARRSEVCwJAIBlCgICAgICAgPj/AINCgICAgICAgPj/AFEEQCAAQSAgAiARQQNqIg\
MgBEH//3txECkgACATIBEQJiAAQe0VQdweIAVBIHEiBRtB4RpB4B4gBRsgASABYhtBAxAmIABBICACIAMgBEGAwABzECkgAyACIAIgA0gbIQoMAQsgDEEQaiESAkACfwJAIAEgDEEsahCMASIBIAGgIgFEAAAAAA\
AAAABiBEAgDCAMKAIsIgZBAWs2AiwgBUEgciIOQeEARw0BDAMLIAVBIHIiDkHhAEYNAiAMKAIsIQlBBiADIANBAEgbDAELIAwgBkEdayIJNgIsIAFEAAAAAAAAsEGiIQFBBiADIANBAEgbCyELIAxBMGpBoAJBAC\
AJQQBOG2oiDSEHA0AgBwJ/IAFEAAAAAAAA8EFjIAFEAAAAAAAAAABmcQRAIAGrDAELQQALIgM2AgAgB0EEaiEHIAEgA7ihRAAAAABlzc1BoiIBRAAAAAAAAAAAYg0ACwJAIAlBAEwEQCAJIQMgByEGIA0hCAwBCy\
ANIQggCSEDA0BBHSADIANBHU4bIQMCQCAHQQRrIgYgCEkNACADrSEaQgAhGQNAIAYgGUL/////D4MgBjUCACAahnwiG0KAlOvcA4AiGUKA7JSjDH4gG3w+AgAgBkEEayIGIAhPDQALIBmnIgZFDQAgCEEEayIIIA\
Y2AgALA0AgCCAHIgZJBEAgBkEEayIHKAIARQ0BCwsgDCAMKAIsIANrIgM2AiwgBiEHIANBAEoNAAsLIANBAEgEQCALQRlqQQluQQFqIQ8gDkHmAEYhEANAQQlBACADayIDIANBCU4bIQoCQCAGIAhNBEAgCCgCAC\
EHDAELQYCU69wDIAp2IRRBfyAKdEF/cyEWQQAhAyAIIQcDQCAHIAMgBygCACIXIAp2ajYCACAWIBdxIBRsIQMgB0EEaiIHIAZJDQALIAgoAgAhByADRQ0AIAYgAzYCACAGQQRqIQYLIAwgDCgCLCAKaiIDNgIsIA\
0gCCAHRUECdGoiCCAQGyIHIA9BAnRqIAYgBiAHa0ECdSAPShshBiADQQBIDQALC0EAIQMCQCAGIAhNDQAgDSAIa0ECdUEJbCEDQQohByAIKAIAIgpBCkkNAANAIANBAWohAyAKIAdBCmwiB08NAAsLIAsgA0EAIA\
5B5gBHG2sgDkHnAEYgC0EAR3FrIgcgBiANa0ECdUEJbEEJa0gEQEEEQaQCIAlBAEgbIAxqIAdBgMgAaiIKQQltIg9BAnRqQdAfayEJQQohByAPQXdsIApqIgpBB0wEQANAIAdBCmwhByAKQQFqIgpBCEcNAAsLAk\
AgCSgCACIQIBAgB24iDyAHbCIKRiAJQQRqIhQgBkZxDQAgECAKayEQAkAgD0EBcUUEQEQAAAAAAABAQyEBIAdBgJTr3ANHIAggCU9yDQEgCUEEay0AAEEBcUUNAQtEAQAAAAAAQEMhAQtEAAAAAAAA4D9EAAAAAA\
AA8D9EAAAAAAAA+D8gBiAURhtEAAAAAAAA+D8gECAHQQF2IhRGGyAQIBRJGyEYAkAgFQ0AIBMtAABBLUcNACAYmiEYIAGaIQELIAkgCjYCACABIBigIAFhDQAgCSAHIApqIgM2AgAgA0GAlOvcA08EQANAIAlBAD\
YCACAIIAlBBGsiCUsEQCAIQQRrIghBADYCAAsgCSAJKAIAQQFqIgM2AgAgA0H/k+vcA0sNAAsLIA0gCGtBAnVBCWwhA0EKIQcgCCgCACIKQQpJDQADQCADQQFqIQMgCiAHQQpsIgdPDQALCyAJQQRqIgcgBiAGIA\
dLGyEGCwNAIAYiByAITSIKRQRAIAdBBGsiBigCAEUNAQsLAkAgDkHnAEcEQCAEQQhxIQkMAQsgA0F/c0F/IAtBASALGyIGIANKIANBe0pxIgkbIAZqIQtBf0F+IAkbIAVqIQUgBEEIcSIJDQBBdyEGAkAgCg0AIA\
dBBGsoAgAiDkUNAEEKIQpBACEGIA5BCnANAANAIAYiCUEBaiEGIA4gCkEKbCIKcEUNAAsgCUF/cyEGCyAHIA1rQQJ1QQlsIQogBUFfcUHGAEYEQEEAIQkgCyAGIApqQQlrIgZBACAGQQBKGyIGIAYgC0obIQsMAQ\
tBACEJIAsgAyAKaiAGakEJayIGQQAgBkEAShsiBiAGIAtKGyELC0F/IQogC0H9////B0H+////ByAJIAtyIhAbSg0BIAsgEEEAR2pBAWohDgJAIAVBX3EiFUHGAEYEQCADIA5B/////wdzSg0DIANBACADQQBKGy\
EGDAELIBIgAyADQR91IgZzIAZrrSASEEciBmtBAUwEQANAIAZBAWsiBkEwOgAAIBIgBmtBAkgNAAsLIAZBAmsiDyAFOgAAIAZBAWtBLUErIANBAEgbOgAAIBIgD2siBiAOQf////8Hc0oNAgsgBiAOaiIDIBFB//\
///wdzSg0BIABBICACIAMgEWoiBSAEECkgACATIBEQJiAAQTAgAiAFIARBgIAEcxApAkACQAJAIBVBxgBGBEAgDEEQaiIGQQhyIQMgBkEJciEJIA0gCCAIIA1LGyIKIQgDQCAINQIAIAkQRyEGAkAgCCAKRwRAIA\
YgDEEQak0NAQNAIAZBAWsiBkEwOgAAIAYgDEEQaksNAAsMAQsgBiAJRw0AIAxBMDoAGCADIQYLIAAgBiAJIAZrECYgCEEEaiIIIA1NDQALIBAEQCAAQYwlQQEQJgsgC0EATCAHIAhNcg0BA0AgCDUCACAJEEciBi\
AMQRBqSwRAA0AgBkEBayIGQTA6AAAgBiAMQRBqSw0ACwsgACAGQQkgCyALQQlOGxAmIAtBCWshBiAIQQRqIgggB08NAyALQQlKIQMgBiELIAMNAAsMAgsCQCALQQBIDQAgByAIQQRqIAcgCEsbIQogDEEQaiIGQQ\
hyIQMgBkEJciENIAghBwNAIA0gBzUCACANEEciBkYEQCAMQTA6ABggAyEGCwJAIAcgCEcEQCAGIAxBEGpNDQEDQCAGQQFrIgZBMDoAACAGIAxBEGpLDQALDAELIAAgBkEBECYgBkEBaiEGIAkgC3JFDQAgAEGMJU\
EBECYLIAAgBiALIA0gBmsiBiAGIAtKGxAmIAsgBmshCyAHQQRqIgcgCk8NASALQQBODQALCyAAQTAgC0ESakESQQAQKSAAIA8gEiAPaxAmDAILIAshBgsgAEEwIAZBCWpBCUEAECkLIABBICACIAUgBEGAwABzEC\
kgBSACIAIgBUgbIQoMAQsgEyAFQRp0QR91QQlxaiELAkAgA0ELSw0AQQwgA2shBkQAAAAAAAAwQCEYA0AgGEQAAAAAAAAwQKIhGCAGQQFrIgYNAAsgCy0AAEEtRgRAIBggAZogGKGgmiEBDAELIAEgGKAgGKEhAQ\
sgEUECciEJIAVBIHEhCCASIAwoAiwiByAHQR91IgZzIAZrrSASEEciBkYEQCAMQTA6AA8gDEEPaiEGCyAGQQJrIg0gBUEPajoAACAGQQFrQS1BKyAHQQBIGzoAACAEQQhxIQYgDEEQaiEHA0AgByIFAn8gAZlEAA\
AAAAAA4EFjBEAgAaoMAQtBgICAgHgLIgdBkC9qLQAAIAhyOgAAIAYgA0EASnJFIAEgB7ehRAAAAAAAADBAoiIBRAAAAAAAAAAAYXEgBUEBaiIHIAxBEGprQQFHckUEQCAFQS46AAEgBUECaiEHCyABRAAAAAAAAA\
AAYg0AC0F/IQpB/f///wcgCSASIA1rIgVqIgZrIANIDQAgAEEgIAIgBgJ/AkAgA0UNACAHIAxBEGprIghBAmsgA04NACADQQJqDAELIAcgDEEQamsiCAsiB2oiAyAEECkgACALIAkQJiAAQTAgAiADIARBgIAEcx\
ApIAAgDEEQaiAIECYgAEEwIAcgCGtBAEEAECkgACANIAUQJiAAQSAgAiADIARBgMAAcxApIAMgAiACIANIGyEKCyAMQbAEaiQAIAoLRgEBfyAAKAI8IQMjAEEQayIAJAAgAyABpyABQiCIpyACQf8BcSAAQQhqEB\
QQjQEhAiAAKQMIIQEgAEEQaiQAQn8gASACGwu+AgEHfyMAQSBrIgMkACADIAAoAhwiBDYCECAAKAIUIQUgAyACNgIcIAMgATYCGCADIAUgBGsiATYCFCABIAJqIQVBAiEGIANBEGohAQJ/A0ACQAJAAkAgACgCPC\
ABIAYgA0EMahAYEI0BRQRAIAUgAygCDCIHRg0BIAdBAE4NAgwDCyAFQX9HDQILIAAgACgCLCIBNgIcIAAgATYCFCAAIAEgACgCMGo2AhAgAgwDCyABIAcgASgCBCIISyIJQQN0aiIEIAcgCEEAIAkbayIIIAQoAg\
BqNgIAIAFBDEEEIAkbaiIBIAEoAgAgCGs2AgAgBSAHayEFIAYgCWshBiAEIQEMAQsLIABBADYCHCAAQgA3AxAgACAAKAIAQSByNgIAQQAgBkECRg0AGiACIAEoAgRrCyEEIANBIGokACAECwkAIAAoAjwQGQsjAQ\
F/Qcg7KAIAIgAEQANAIAAoAgARCQAgACgCBCIADQALCwu/AgEFfyMAQeAAayICJAAgAiAANgIAIwBBEGsiAyQAIAMgAjYCDCMAQZABayIAJAAgAEGgL0GQARArIgAgAkEQaiIFIgE2AiwgACABNgIUIABB/////w\
dBfiABayIEIARB/////wdPGyIENgIwIAAgASAEaiIBNgIcIAAgATYCECAAQbsTIAJBAEEAEIsBGiAEBEAgACgCFCIBIAEgACgCEEZrQQA6AAALIABBkAFqJAAgA0EQaiQAAkAgBSIAQQNxBEADQCAALQAARQ0CIA\
BBAWoiAEEDcQ0ACwsDQCAAIgFBBGohACABKAIAIgNBf3MgA0GBgoQIa3FBgIGChHhxRQ0ACwNAIAEiAEEBaiEBIAAtAAANAAsLIAAgBWtBAWoiABBhIgEEfyABIAUgABArBUEACyEAIAJB4ABqJAAgAAvFAQICfw\
F8IwBBMGsiBiQAIAEoAgghBwJAQbQ7LQAAQQFxBEBBsDsoAgAhAQwBC0EFQZAnEAwhAUG0O0EBOgAAQbA7IAE2AgALIAYgBTYCKCAGIAQ4AiAgBiADNgIYIAYgAjgCEAJ/IAEgB0GXGyAGQQxqIAZBEGoQEiIIRA\
AAAAAAAPBBYyAIRAAAAAAAAAAAZnEEQCAIqwwBC0EACyEBIAYoAgwhAyAAIAEpAwA3AwAgACABKQMINwMIIAMQESAGQTBqJAALCQAgABCQARAjCwwAIAAoAghB6BwQZgsJACAAEJIBECMLVQECfyMAQTBrIgIkAC\
ABIAAoAgQiA0EBdWohASAAKAIAIQAgAiABIANBAXEEfyABKAIAIABqKAIABSAACxEBAEEwEB4gAkEwECshACACQTBqJAAgAAs7AQF/IAEgACgCBCIFQQF1aiEBIAAoAgAhACABIAIgAyAEIAVBAXEEfyABKAIAIA\
BqKAIABSAACxEdAAs3AQF/IAEgACgCBCIDQQF1aiEBIAAoAgAhACABIAIgA0EBcQR/IAEoAgAgAGooAgAFIAALERIACzcBAX8gASAAKAIEIgNBAXVqIQEgACgCACEAIAEgAiADQQFxBH8gASgCACAAaigCAAUgAA\
sRDAALNQEBfyABIAAoAgQiAkEBdWohASAAKAIAIQAgASACQQFxBH8gASgCACAAaigCAAUgAAsRCwALYQECfyMAQRBrIgIkACABIAAoAgQiA0EBdWohASAAKAIAIQAgAiABIANBAXEEfyABKAIAIABqKAIABSAACx\
EBAEEQEB4iACACKQMINwMIIAAgAikDADcDACACQRBqJAAgAAtjAQJ/IwBBEGsiAyQAIAEgACgCBCIEQQF1aiEBIAAoAgAhACADIAEgAiAEQQFxBH8gASgCACAAaigCAAUgAAsRAwBBEBAeIgAgAykDCDcDCCAAIA\
MpAwA3AwAgA0EQaiQAIAALNwEBfyABIAAoAgQiA0EBdWohASAAKAIAIQAgASACIANBAXEEfyABKAIAIABqKAIABSAACxEEAAs5AQF/IAEgACgCBCIEQQF1aiEBIAAoAgAhACABIAIgAyAEQQFxBH8gASgCACAAai\
gCAAUgAAsRCAALCQAgASAAEQIACwUAQcM7Cw8AIAEgACgCAGogAjYCAAsNACABIAAoAgBqKAIACxgBAX9BEBAeIgBCADcDCCAAQQA2AgAgAAsYAQF/QRAQHiIAQgA3AwAgAEIANwMIIAALDABBMBAeQQBBMBAqCz\
cBAX8gASAAKAIEIgNBAXVqIQEgACgCACEAIAEgAiADQQFxBH8gASgCACAAaigCAAUgAAsRHgALBQBBvjsLIQAgACABKAIAIAEgASwAC0EASBtBuzsgAigCABAQNgIACyoBAX9BDBAeIgFBADoABCABIAAoAgA2Ag\
ggAEEANgIAIAFB2Cc2AgAgAQsFAEG7OwsFAEG4OwshACAAIAEoAgAgASABLAALQQBIG0GkOyACKAIAEBA2AgAL2AEBBH8jAEEgayIDJAAgASgCACIEQfD///8HSQRAAkACQCAEQQtPBEAgBEEPckEBaiIFEB4hBi\
ADIAVBgICAgHhyNgIQIAMgBjYCCCADIAQ2AgwgBCAGaiEFDAELIAMgBDoAEyADQQhqIgYgBGohBSAERQ0BCyAGIAFBBGogBBArGgsgBUEAOgAAIAMgAjYCACADQRhqIANBCGogAyAAEQMAIAMoAhgQHSADKAIYIg\
AQBiADKAIAEAYgAywAE0EASARAIAMoAggQIwsgA0EgaiQAIAAPCxACAAsqAQF/QQwQHiIBQQA6AAQgASAAKAIANgIIIABBADYCACABQeAmNgIAIAELBQBBpDsLaQECfyMAQRBrIgYkACABIAAoAgQiB0EBdWohAS\
AAKAIAIQAgBiABIAIgAyAEIAUgB0EBcQR/IAEoAgAgAGooAgAFIAALERAAQRAQHiIAIAYpAwg3AwggACAGKQMANwMAIAZBEGokACAACwUAQaA7Cx0AIAAoAgAiACAALQAAQfcBcUEIQQAgARtyOgAAC6oBAgJ/AX\
0jAEEQayICJAAgACgCACEAIAFB/wFxIgNBBkkEQAJ/AkACQAJAIANBBGsOAgABAgsgAEHUA2ogAC0AiANBA3FBAkYNAhogAEHMA2oMAgsgAEHMA2ogAC0AiANBA3FBAkYNARogAEHUA2oMAQsgACABQf8BcUECdG\
pBzANqCyoCACEEIAJBEGokACAEuw8LIAJB7hA2AgAgAEEFQdglIAIQLBAkAAuqAQICfwF9IwBBEGsiAiQAIAAoAgAhACABQf8BcSIDQQZJBEACfwJAAkACQCADQQRrDgIAAQILIABBxANqIAAtAIgDQQNxQQJGDQ\
IaIABBvANqDAILIABBvANqIAAtAIgDQQNxQQJGDQEaIABBxANqDAELIAAgAUH/AXFBAnRqQbwDagsqAgAhBCACQRBqJAAgBLsPCyACQe4QNgIAIABBBUHYJSACECwQJAALqgECAn8BfSMAQRBrIgIkACAAKAIAIQ\
AgAUH/AXEiA0EGSQRAAn8CQAJAAkAgA0EEaw4CAAECCyAAQbQDaiAALQCIA0EDcUECRg0CGiAAQawDagwCCyAAQawDaiAALQCIA0EDcUECRg0BGiAAQbQDagwBCyAAIAFB/wFxQQJ0akGsA2oLKgIAIQQgAkEQai\
QAIAS7DwsgAkHuEDYCACAAQQVB2CUgAhAsECQAC08AIAAgASgCACIBKgKcA7s5AwAgACABKgKkA7s5AwggACABKgKgA7s5AxAgACABKgKoA7s5AxggACABKgKMA7s5AyAgACABKgKQA7s5AygLDAAgACgCACoCkA\
O7CwwAIAAoAgAqAowDuwsMACAAKAIAKgKoA7sLDAAgACgCACoCoAO7CwwAIAAoAgAqAqQDuwsMACAAKAIAKgKcA7sL6AMCBH0FfyMAQUBqIgokACAAKAIAIQAgCkEIakEAQTgQKhpB8DpB8DooAgBBAWo2AgAgAB\
B4IAAtABRBA3EiCCADQQEgA0H/AXEbIAgbIQkgAEEUaiEIIAG2IQQgACoC+AMhBQJ9AkACQAJAIAAtAPwDQQFrDgIBAAILIAUgBJRDCtcjPJQhBQsgBUMAAAAAYEUNACAAIAlB/wFxQQAgBCAEEDEgCEECQQEgBB\
AiIAhBAkEBIAQQIZKSDAELIAggCUH/AXFBACAEIAQQLSIFIAVbBEBBAiELIAggCUH/AXFBACAEIAQQLQwBCyAEIARcIQsgBAshByACtiEFIAAqAoAEIQYgACAHAn0CQAJAAkAgAC0AhARBAWsOAgEAAgsgBiAFlE\
MK1yM8lCEGCyAGQwAAAABgRQ0AIAAgCUH/AXFBASAFIAQQMSAIQQBBASAEECIgCEEAQQEgBBAhkpIMAQsgCCAJQf8BcSIJQQEgBSAEEC0iBiAGWwRAQQIhDCAIIAlBASAFIAQQLQwBCyAFIAVcIQwgBQsgA0H/AX\
EgCyAMIAQgBUEBQQAgCkEIakEAQfA6KAIAED0EQCAAIAAtAIgDQQNxIAQgBRB2IABEAAAAAAAAAABEAAAAAAAAAAAQcwsgCkFAayQACw0AIAAoAgAtAABBAXELFQAgACgCACIAIAAtAABB/gFxOgAACxAAIAAoAg\
AtAABBBHFBAnYLegECfyMAQRBrIgEkACAAKAIAIgAoAggEQANAIAAtAAAiAkEEcUUEQCAAIAJBBHI6AAAgACgCECICBEAgACACEQAACyAAQYCAgP4HNgKcASAAKALkAyIADQELCyABQRBqJAAPCyABQYAINgIAIA\
BBBUHYJSABECwQJAALLgEBfyAAKAIIIQEgAEEANgIIIAEEQCABIAEoAgAoAgQRAAALIAAoAgBBADYCEAsXACAAKAIEKAIIIgAgACgCACgCCBEAAAsuAQF/IAAoAgghAiAAIAE2AgggAgRAIAIgAigCACgCBBEAAA\
sgACgCAEEFNgIQCz4BAX8gACgCBCEBIABBADYCBCABBEAgASABKAIAKAIEEQAACyAAKAIAIgBBADYCCCAAIAAtAABB7wFxOgAAC0kBAX8jAEEQayIGJAAgBiABKAIEKAIEIgEgAiADIAQgBSABKAIAKAIIERAAIA\
AgBisDALY4AgAgACAGKwMItjgCBCAGQRBqJAALcwECfyMAQRBrIgIkACAAKAIEIQMgACABNgIEIAMEQCADIAMoAgAoAgQRAAALIAAoAgAiACgC6AMgACgC7ANHBEAgAkH5IzYCACAAQQVB2CUgAhAsECQACyAAQQ\
Q2AgggACAALQAAQRByOgAAIAJBEGokAAs8AQF/AkAgACgCACIAKALsAyAAKALoAyIAa0ECdSABTQ0AIAAgAUECdGooAgAiAEUNACAAKAIEIQILIAILGQAgACgCACgC5AMiAEUEQEEADwsgACgCBAsXACAAKAIAIg\
AoAuwDIAAoAugDa0ECdQuOAwEDfyMAQdACayICJAACQCAAKAIAIgAoAuwDIAAoAugDRg0AIAEoAgAiAygC5AMhASAAIAMQb0UNACAAIAFGBEAgAkEIakEAQcQCECoaIAJBADoAGCACQgA3AxAgAkGAgID+BzYCDC\
ACQRxqQQBBxAEQKhogAkHgAWohBCACQSBqIQEDQCABQoCAgPyLgIDAv383AhAgAUKBgICAEDcCCCABQoCAgPyLgIDAv383AgAgAUEYaiIBIARHDQALIAJCgICA/IuAgMC/fzcD8AEgAkKBgICAEDcD6AEgAkKAgI\
D8i4CAwL9/NwPgASACQoCAgP6HgIDg/wA3AoQCIAJCgICA/oeAgOD/ADcC/AEgAiACLQD4AUH4AXE6APgBIAJBjAJqQQBBwAAQKhogA0GYAWogAkEIakHEAhArGiADQQA2AuQDCwNAIAAtAAAiAUEEcQ0BIAAgAU\
EEcjoAACAAKAIQIgEEQCAAIAERAAALIABBgICA/gc2ApwBIAAoAuQDIgANAAsLIAJB0AJqJAAL4AcBCH8jAEHQAGsiByQAIAAoAgAhAAJAAkAgASgCACIIKALkA0UEQCAAKAIIDQEgCC0AF0EQdEGAgDBxQYCAIE\
YEQCAAIAAoAuADQQFqNgLgAwsgACgC6AMiASACQQJ0aiEGAkAgACgC7AMiBCAAQfADaiIDKAIAIgVJBEAgBCAGRgRAIAYgCDYCACAAIAZBBGo2AuwDDAILIAQgBCICQQRrIgFLBEADQCACIAEoAgA2AgAgAkEEai\
ECIAFBBGoiASAESQ0ACwsgACACNgLsAyAGQQRqIgEgBEcEQCAEIAQgAWsiAUF8cWsgBiABEDMaCyAGIAg2AgAMAQsgBCABa0ECdUEBaiIEQYCAgIAETw0DAkAgB0EgakH/////AyAFIAFrIgFBAXUiBSAEIAQgBU\
kbIAFB/P///wdPGyACIAMQSiIDKAIIIgIgAygCDEcNACADKAIEIgEgAygCACIESwRAIAMgASABIARrQQJ1QQFqQX5tQQJ0IgRqIAEgAiABayIBEDMgAWoiAjYCCCADIAMoAgQgBGo2AgQMAQsgB0E4akEBIAIgBG\
tBAXUgAiAERhsiASABQQJ2IAMoAhAQSiIFKAIIIQQCfyADKAIIIgIgAygCBCIBRgRAIAQhAiABDAELIAQgAiABa2ohAgNAIAQgASgCADYCACABQQRqIQEgBEEEaiIEIAJHDQALIAMoAgghASADKAIECyEEIAMoAg\
AhCSADIAUoAgA2AgAgBSAJNgIAIAMgBSgCBDYCBCAFIAQ2AgQgAyACNgIIIAUgATYCCCADKAIMIQogAyAFKAIMNgIMIAUgCjYCDCABIARHBEAgBSABIAQgAWtBA2pBfHFqNgIICyAJRQ0AIAkQIyADKAIIIQILIA\
IgCDYCACADIAMoAghBBGo2AgggAyADKAIEIAYgACgC6AMiAWsiAmsgASACEDM2AgQgAygCCCAGIAAoAuwDIAZrIgQQMyEGIAAoAugDIQEgACADKAIENgLoAyADIAE2AgQgACgC7AMhAiAAIAQgBmo2AuwDIAMgAj\
YCCCAAKALwAyEEIAAgAygCDDYC8AMgAyABNgIAIAMgBDYCDCABIAJHBEAgAyACIAEgAmtBA2pBfHFqNgIICyABRQ0AIAEQIwsgCCAANgLkAwNAIAAtAAAiAUEEcUUEQCAAIAFBBHI6AAAgACgCECIBBEAgACABEQ\
AACyAAQYCAgP4HNgKcASAAKALkAyIADQELCyAHQdAAaiQADwsgB0HEIzYCECAAQQVB2CUgB0EQahAsECQACyAHQckkNgIAIABBBUHYJSAHECwQJAALEAIACxAAIAAoAgAtAABBAnFBAXYLWQIBfwF9IwBBEGsiAi\
QAIAJBCGogACgCACIAQfwAaiAAIAFB/wFxQQF0ai8BaBAfQwAAwH8hAwJAAkAgAi0ADA4EAQAAAQALIAIqAgghAwsgAkEQaiQAIAMLTgEBfyMAQRBrIgMkACADQQhqIAEoAgAiAUH8AGogASACQf8BcUEBdGovAU\
QQHyADLQAMIQEgACADKgIIuzkDCCAAIAE2AgAgA0EQaiQAC14CAX8BfCMAQRBrIgIkACACQQhqIAAoAgAiAEH8AGogACABQf8BcUEBdGovAVYQH0QAAAAAAAD4fyEDAkACQCACLQAMDgQBAAABAAsgAioCCLshAw\
sgAkEQaiQAIAMLJAEBfUMAAMB/IAAoAgAiAEH8AGogAC8BehAgIgEgASABXBu7C0QBAX8jAEEQayICJAAgAkEIaiABKAIAIgFB/ABqIAEvAXgQHyACLQAMIQEgACACKgIIuzkDCCAAIAE2AgAgAkEQaiQAC0QBAX\
8jAEEQayICJAAgAkEIaiABKAIAIgFB/ABqIAEvAXYQHyACLQAMIQEgACACKgIIuzkDCCAAIAE2AgAgAkEQaiQAC0QBAX8jAEEQayICJAAgAkEIaiABKAIAIgFB/ABqIAEvAXQQHyACLQAMIQEgACACKgIIuzkDCC\
AAIAE2AgAgAkEQaiQAC0QBAX8jAEEQayICJAAgAkEIaiABKAIAIgFB/ABqIAEvAXIQHyACLQAMIQEgACACKgIIuzkDCCAAIAE2AgAgAkEQaiQAC0QBAX8jAEEQayICJAAgAkEIaiABKAIAIgFB/ABqIAEvAXAQHy\
ACLQAMIQEgACACKgIIuzkDCCAAIAE2AgAgAkEQaiQAC0QBAX8jAEEQayICJAAgAkEIaiABKAIAIgFB/ABqIAEvAW4QHyACLQAMIQEgACACKgIIuzkDCCAAIAE2AgAgAkEQaiQAC0gCAX8BfQJ9IAAoAgAiAEH8AG\
oiASAALwEcECAiAiACXARAQwAAgD9DAAAAACAAKAL0Ay0ACEEBcRsMAQsgASAALwEcECALuws2AgF/AX0gACgCACIAQfwAaiIBIAAvARoQICICIAJcBEBEAAAAAAAAAAAPCyABIAAvARoQILsLRAEBfyMAQRBrIg\
IkACACQQhqIAEoAgAiAUH8AGogAS8BHhAfIAItAAwhASAAIAIqAgi7OQMIIAAgATYCACACQRBqJAALEAAgACgCAC0AF0ECdkEDcQsNACAAKAIALQAXQQNxC04BAX8jAEEQayIDJAAgA0EIaiABKAIAIgFB/ABqIA\
EgAkH/AXFBAXRqLwEgEB8gAy0ADCEBIAAgAyoCCLs5AwggACABNgIAIANBEGokAAsQACAAKAIALQAUQQR2QQdxCw0AIAAoAgAvABVBDnYLDQAgACgCAC0AFEEDcQsQACAAKAIALQAUQQJ2QQNxCw0AIAAoAgAvAB\
ZBD3ELEAAgACgCAC8AFUEEdkEPcQsNACAAKAIALwAVQQ9xC04BAX8jAEEQayIDJAAgA0EIaiABKAIAIgFB/ABqIAEgAkH/AXFBAXRqLwEyEB8gAy0ADCEBIAAgAyoCCLs5AwggACABNgIAIANBEGokAAsQACAAKA\
IALwAVQQx2QQNxCxAAIAAoAgAtABdBBHZBAXELgQECA38BfSMAQRBrIgMkACAAKAIAIQQCfSACtiIGIAZcBEBBACEAQwAAwH8MAQtBAEECIAZDAACAf1sgBkMAAID/W3IiBRshAEMAAMB/IAYgBRsLIQYgAyAAOg\
AMIAMgBjgCCCADIAMpAwg3AwAgBCABQf8BcSADEIgBIANBEGokAAt5AgF9An8jAEEQayIEJAAgACgCACEFIAQCfyACtiIDIANcBEBDAADAfyEDQQAMAQtDAADAfyADIANDAACAf1sgA0MAAID/W3IiABshAyAARQ\
s6AAwgBCADOAIIIAQgBCkDCDcDACAFIAFB/wFxIAQQiAEgBEEQaiQAC3EBAX8CQCAAKAIAIgAtAAAiAkECcUEBdiABRg0AIAAgAkH9AXFBAkEAIAEbcjoAAANAIAAtAAAiAUEEcQ0BIAAgAUEEcjoAACAAKAIQIg\
EEQCAAIAERAAALIABBgICA/gc2ApwBIAAoAuQDIgANAAsLC4EBAgN/AX0jAEEQayIDJAAgACgCACEEAn0gArYiBiAGXARAQQAhAEMAAMB/DAELQQBBAiAGQwAAgH9bIAZDAACA/1tyIgUbIQBDAADAfyAGIAUbCy\
EGIAMgADoADCADIAY4AgggAyADKQMINwMAIAQgAUH/AXEgAxCOASADQRBqJAALeQIBfQJ/IwBBEGsiBCQAIAAoAgAhBSAEAn8gArYiAyADXARAQwAAwH8hA0EADAELQwAAwH8gAyADQwAAgH9bIANDAACA/1tyIg\
AbIQMgAEULOgAMIAQgAzgCCCAEIAQpAwg3AwAgBSABQf8BcSAEEI4BIARBEGokAAv5AQICfQR/IwBBEGsiBSQAIAAoAgAhAAJ/IAK2IgMgA1wEQEMAAMB/IQNBAAwBC0MAAMB/IAMgA0MAAIB/WyADQwAAgP9bci\
IGGyEDIAZFCyEGQQEhByAFQQhqIABB/ABqIgggACABQf8BcUEBdGpB1gBqIgEvAQAQHwJAAkAgAyAFKgIIIgRcBH8gBCAEWw0BIAMgA1wFIAcLRQ0AIAUtAAwgBkYNAQsgCCABIAMgBhA5A0AgAC0AACIBQQRxDQ\
EgACABQQRyOgAAIAAoAhAiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsgBUEQaiQAC7UBAgN/An0CQCAAKAIAIgBB/ABqIgMgAEH6AGoiAi8BABAgIgYgAbYiBVsNACAFIAVbIgRFIAYgBlxxDQ\
ACQCAEIAVDAAAAAFsgBYtDAACAf1tyRXFFBEAgAiACLwEAQfj/A3E7AQAMAQsgAyACIAVBAxBMCwNAIAAtAAAiAkEEcQ0BIAAgAkEEcjoAACAAKAIQIgIEQCAAIAIRAAALIABBgICA/gc2ApwBIAAoAuQDIgANAA\
sLC3wCA38BfSMAQRBrIgIkACAAKAIAIQMCfSABtiIFIAVcBEBBACEAQwAAwH8MAQtBAEECIAVDAACAf1sgBUMAAID/W3IiBBshAEMAAMB/IAUgBBsLIQUgAiAAOgAMIAIgBTgCCCACIAIpAwg3AwAgA0EBIAIQVS\
ACQRBqJAALdAIBfQJ/IwBBEGsiAyQAIAAoAgAhBCADAn8gAbYiAiACXARAQwAAwH8hAkEADAELQwAAwH8gAiACQwAAgH9bIAJDAACA/1tyIgAbIQIgAEULOgAMIAMgAjgCCCADIAMpAwg3AwAgBEEBIAMQVSADQR\
BqJAALfAIDfwF9IwBBEGsiAiQAIAAoAgAhAwJ9IAG2IgUgBVwEQEEAIQBDAADAfwwBC0EAQQIgBUMAAIB/WyAFQwAAgP9bciIEGyEAQwAAwH8gBSAEGwshBSACIAA6AAwgAiAFOAIIIAIgAikDCDcDACADQQAgAh\
BVIAJBEGokAAt0AgF9An8jAEEQayIDJAAgACgCACEEIAMCfyABtiICIAJcBEBDAADAfyECQQAMAQtDAADAfyACIAJDAACAf1sgAkMAAID/W3IiABshAiAARQs6AAwgAyACOAIIIAMgAykDCDcDACAEQQAgAxBVIA\
NBEGokAAt8AgN/AX0jAEEQayICJAAgACgCACEDAn0gAbYiBSAFXARAQQAhAEMAAMB/DAELQQBBAiAFQwAAgH9bIAVDAACA/1tyIgQbIQBDAADAfyAFIAQbCyEFIAIgADoADCACIAU4AgggAiACKQMINwMAIANBAS\
ACEFYgAkEQaiQAC3QCAX0CfyMAQRBrIgMkACAAKAIAIQQgAwJ/IAG2IgIgAlwEQEMAAMB/IQJBAAwBC0MAAMB/IAIgAkMAAIB/WyACQwAAgP9bciIAGyECIABFCzoADCADIAI4AgggAyADKQMINwMAIARBASADEF\
YgA0EQaiQAC3wCA38BfSMAQRBrIgIkACAAKAIAIQMCfSABtiIFIAVcBEBBACEAQwAAwH8MAQtBAEECIAVDAACAf1sgBUMAAID/W3IiBBshAEMAAMB/IAUgBBsLIQUgAiAAOgAMIAIgBTgCCCACIAIpAwg3AwAgA0\
EAIAIQViACQRBqJAALdAIBfQJ/IwBBEGsiAyQAIAAoAgAhBCADAn8gAbYiAiACXARAQwAAwH8hAkEADAELQwAAwH8gAiACQwAAgH9bIAJDAACA/1tyIgAbIQIgAEULOgAMIAMgAjgCCCADIAMpAwg3AwAgBEEAIA\
MQViADQRBqJAALPwEBfyMAQRBrIgEkACAAKAIAIQAgAUEDOgAMIAFBgICA/gc2AgggASABKQMINwMAIABBASABEEYgAUEQaiQAC3wCA38BfSMAQRBrIgIkACAAKAIAIQMCfSABtiIFIAVcBEBBACEAQwAAwH8MAQ\
tBAEECIAVDAACAf1sgBUMAAID/W3IiBBshAEMAAMB/IAUgBBsLIQUgAiAAOgAMIAIgBTgCCCACIAIpAwg3AwAgA0EBIAIQRiACQRBqJAALdAIBfQJ/IwBBEGsiAyQAIAAoAgAhBCADAn8gAbYiAiACXARAQwAAwH\
8hAkEADAELQwAAwH8gAiACQwAAgH9bIAJDAACA/1tyIgAbIQIgAEULOgAMIAMgAjgCCCADIAMpAwg3AwAgBEEBIAMQRiADQRBqJAALPwEBfyMAQRBrIgEkACAAKAIAIQAgAUEDOgAMIAFBgICA/gc2AgggASABKQ\
MINwMAIABBACABEEYgAUEQaiQAC3wCA38BfSMAQRBrIgIkACAAKAIAIQMCfSABtiIFIAVcBEBBACEAQwAAwH8MAQtBAEECIAVDAACAf1sgBUMAAID/W3IiBBshAEMAAMB/IAUgBBsLIQUgAiAAOgAMIAIgBTgCCC\
ACIAIpAwg3AwAgA0EAIAIQRiACQRBqJAALdAIBfQJ/IwBBEGsiAyQAIAAoAgAhBCADAn8gAbYiAiACXARAQwAAwH8hAkEADAELQwAAwH8gAiACQwAAgH9bIAJDAACA/1tyIgAbIQIgAEULOgAMIAMgAjgCCCADIA\
MpAwg3AwAgBEEAIAMQRiADQRBqJAALoAECA38CfQJAIAAoAgAiAEH8AGoiAyAAQRxqIgIvAQAQICIGIAG2IgVbDQAgBSAFWyIERSAGIAZccQ0AAkAgBEUEQCACIAIvAQBB+P8DcTsBAAwBCyADIAIgBUEDEEwLA0\
AgAC0AACICQQRxDQEgACACQQRyOgAAIAAoAhAiAgRAIAAgAhEAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsLoAECA38CfQJAIAAoAgAiAEH8AGoiAyAAQRpqIgIvAQAQICIGIAG2IgVbDQAgBSAFWyIERSAGIA\
ZccQ0AAkAgBEUEQCACIAIvAQBB+P8DcTsBAAwBCyADIAIgBUEDEEwLA0AgAC0AACICQQRxDQEgACACQQRyOgAAIAAoAhAiAgRAIAAgAhEAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsLPQEBfyMAQRBrIgEkAC\
AAKAIAIQAgAUEDOgAMIAFBgICA/gc2AgggASABKQMINwMAIAAgARBrIAFBEGokAAt6AgN/AX0jAEEQayICJAAgACgCACEDAn0gAbYiBSAFXARAQQAhAEMAAMB/DAELQQBBAiAFQwAAgH9bIAVDAACA/1tyIgQbIQ\
BDAADAfyAFIAQbCyEFIAIgADoADCACIAU4AgggAiACKQMINwMAIAMgAhBrIAJBEGokAAtyAgF9An8jAEEQayIDJAAgACgCACEEIAMCfyABtiICIAJcBEBDAADAfyECQQAMAQtDAADAfyACIAJDAACAf1sgAkMAAI\
D/W3IiABshAiAARQs6AAwgAyACOAIIIAMgAykDCDcDACAEIAMQayADQRBqJAALoAECA38CfQJAIAAoAgAiAEH8AGoiAyAAQRhqIgIvAQAQICIGIAG2IgVbDQAgBSAFWyIERSAGIAZccQ0AAkAgBEUEQCACIAIvAQ\
BB+P8DcTsBAAwBCyADIAIgBUEDEEwLA0AgAC0AACICQQRxDQEgACACQQRyOgAAIAAoAhAiAgRAIAAgAhEAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsLkAEBAX8CQCAAKAIAIgBBF2otAAAiAkECdkEDcSABQf\
8BcUYNACAAIAAvABUgAkEQdHIiAjsAFSAAIAJB///PB3EgAUEDcUESdHJBEHY6ABcDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACyAAQYCAgP4HNgKcASAAKALkAyIADQALCwuNAQEBfw\
JAIAAoAgAiAEEXai0AACICQQNxIAFB/wFxRg0AIAAgAC8AFSACQRB0ciICOwAVIAAgAkH///MHcSABQQNxQRB0ckEQdjoAFwNAIAAtAAAiAUEEcQ0BIAAgAUEEcjoAACAAKAIQIgEEQCAAIAERAAALIABBgICA/g\
c2ApwBIAAoAuQDIgANAAsLC0MBAX8jAEEQayICJAAgACgCACEAIAJBAzoADCACQYCAgP4HNgIIIAIgAikDCDcDACAAIAFB/wFxIAIQZSACQRBqJAALgAECA38BfSMAQRBrIgMkACAAKAIAIQQCfSACtiIGIAZcBE\
BBACEAQwAAwH8MAQtBAEECIAZDAACAf1sgBkMAAID/W3IiBRshAEMAAMB/IAYgBRsLIQYgAyAAOgAMIAMgBjgCCCADIAMpAwg3AwAgBCABQf8BcSADEGUgA0EQaiQAC3gCAX0CfyMAQRBrIgQkACAAKAIAIQUgBA\
J/IAK2IgMgA1wEQEMAAMB/IQNBAAwBC0MAAMB/IAMgA0MAAIB/WyADQwAAgP9bciIAGyEDIABFCzoADCAEIAM4AgggBCAEKQMINwMAIAUgAUH/AXEgBBBlIARBEGokAAt3AQF/AkAgACgCACIALQAUIgJBBHZBB3\
EgAUH/AXFGDQAgACACQY8BcSABQQR0QfAAcXI6ABQDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACyAAQYCAgP4HNgKcASAAKALkAyIADQALCwuJAQEBfwJAIAFB/wFxIAAoAgAiAC8AFS\
ICQQ52Rg0AIABBF2ogAiAALQAXQRB0ciICQRB2OgAAIAAgAkH//wBxIAFBDnRyOwAVA0AgAC0AACIBQQRxDQEgACABQQRyOgAAIAAoAhAiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsLcAEBfw\
JAIAAoAgAiAC0AFCICQQNxIAFB/wFxRg0AIAAgAkH8AXEgAUEDcXI6ABQDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACyAAQYCAgP4HNgKcASAAKALkAyIADQALCwt2AQF/AkAgACgCAC\
IALQAUIgJBAnZBA3EgAUH/AXFGDQAgACACQfMBcSABQQJ0QQxxcjoAFANAIAAtAAAiAUEEcQ0BIAAgAUEEcjoAACAAKAIQIgEEQCAAIAERAAALIABBgICA/gc2ApwBIAAoAuQDIgANAAsLC48BAQF/AkAgACgCAC\
IALwAVIgJBCHZBD3EgAUH/AXFGDQAgAEEXaiACIAAtABdBEHRyIgJBEHY6AAAgACACQf/hA3EgAUEPcUEIdHI7ABUDQCAALQAAIgFBBHENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACyAAQYCAgP4HNgKcAS\
AAKALkAyIADQALCwuPAQEBfwJAIAFB/wFxIAAoAgAiAC8AFSAAQRdqLQAAQRB0ciICQfABcUEEdkYNACAAIAJBEHY6ABcgACACQY/+A3EgAUEEdEHwAXFyOwAVA0AgAC0AACIBQQRxDQEgACABQQRyOgAAIAAoAh\
AiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsLhwEBAX8CQCAAKAIAIgAvABUgAEEXai0AAEEQdHIiAkEPcSABQf8BcUYNACAAIAJBEHY6ABcgACACQfD/A3EgAUEPcXI7ABUDQCAALQAAIgFBBH\
ENASAAIAFBBHI6AAAgACgCECIBBEAgACABEQAACyAAQYCAgP4HNgKcASAAKALkAyIADQALCwtDAQF/IwBBEGsiAiQAIAAoAgAhACACQQM6AAwgAkGAgID+BzYCCCACIAIpAwg3AwAgACABQf8BcSACEGcgAkEQai\
QAC4ABAgN/AX0jAEEQayIDJAAgACgCACEEAn0gArYiBiAGXARAQQAhAEMAAMB/DAELQQBBAiAGQwAAgH9bIAZDAACA/1tyIgUbIQBDAADAfyAGIAUbCyEGIAMgADoADCADIAY4AgggAyADKQMINwMAIAQgAUH/AX\
EgAxBnIANBEGokAAt4AgF9An8jAEEQayIEJAAgACgCACEFIAQCfyACtiIDIANcBEBDAADAfyEDQQAMAQtDAADAfyADIANDAACAf1sgA0MAAID/W3IiABshAyAARQs6AAwgBCADOAIIIAQgBCkDCDcDACAFIAFB/w\
FxIAQQZyAEQRBqJAALjwEBAX8CQCAAKAIAIgAvABUiAkEMdkEDcSABQf8BcUYNACAAQRdqIAIgAC0AF0EQdHIiAkEQdjoAACAAIAJB/58DcSABQQNxQQx0cjsAFQNAIAAtAAAiAUEEcQ0BIAAgAUEEcjoAACAAKA\
IQIgEEQCAAIAERAAALIABBgICA/gc2ApwBIAAoAuQDIgANAAsLC5ABAQF/AkAgACgCACIAQRdqLQAAIgJBBHZBAXEgAUH/AXFGDQAgACAALwAVIAJBEHRyIgI7ABUgACACQf//vwdxIAFBAXFBFHRyQRB2OgAXA0\
AgAC0AACIBQQRxDQEgACABQQRyOgAAIAAoAhAiAQRAIAAgAREAAAsgAEGAgID+BzYCnAEgACgC5AMiAA0ACwsL9g0CCH8CfSMAQRBrIgIkAAJAAkAgASgCACIFLQAUIAAoAgAiAS0AFHNB/wBxDQAgBS8AFSAFLQ\
AXQRB0ciABLwAVIAEtABdBEHRyc0H//z9xDQAgBUH8AGohByABQfwAaiEIAkAgAS8AGCIAQQdxRQRAIAUtABhBB3FFDQELIAggABAgIgogByAFLwAYECAiC1sNACAKIApbIAsgC1tyDQELAkAgAS8AGiIAQQdxRQ\
RAIAUtABpBB3FFDQELIAggABAgIgogByAFLwAaECAiC1sNACAKIApbIAsgC1tyDQELAkAgAS8AHCIAQQdxRQRAIAUtABxBB3FFDQELIAggABAgIgogByAFLwAcECAiC1sNACAKIApbIAsgC1tyDQELAkAgAS8AHi\
IAQQdxRQRAIAUtAB5BB3FFDQELIAJBCGogCCAAEB8gAiAHIAUvAB4QH0EBIQAgAioCCCIKIAIqAgAiC1wEfyAKIApbDQIgCyALXAUgAAtFDQEgAi0ADCACLQAERw0BCyAFQSBqIQAgAUEgaiEGA0ACQCAGIANBAX\
RqLwAAIgRBB3FFBEAgAC0AAEEHcUUNAQsgAkEIaiAIIAQQHyACIAcgAC8AABAfQQEhBCACKgIIIgogAioCACILXAR/IAogClsNAyALIAtcBSAEC0UNAiACLQAMIAItAARHDQILIABBAmohACADQQFqIgNBCUcNAA\
sgBUEyaiEAIAFBMmohBkEAIQMDQAJAIAYgA0EBdGovAAAiBEEHcUUEQCAALQAAQQdxRQ0BCyACQQhqIAggBBAfIAIgByAALwAAEB9BASEEIAIqAggiCiACKgIAIgtcBH8gCiAKWw0DIAsgC1wFIAQLRQ0CIAItAA\
wgAi0ABEcNAgsgAEECaiEAIANBAWoiA0EJRw0ACyAFQcQAaiEAIAFBxABqIQZBACEDA0ACQCAGIANBAXRqLwAAIgRBB3FFBEAgAC0AAEEHcUUNAQsgAkEIaiAIIAQQHyACIAcgAC8AABAfQQEhBCACKgIIIgogAi\
oCACILXAR/IAogClsNAyALIAtcBSAEC0UNAiACLQAMIAItAARHDQILIABBAmohACADQQFqIgNBCUcNAAsgBUHWAGohACABQdYAaiEGQQAhAwNAAkAgBiADQQF0ai8AACIEQQdxRQRAIAAtAABBB3FFDQELIAJBCG\
ogCCAEEB8gAiAHIAAvAAAQH0EBIQQgAioCCCIKIAIqAgAiC1wEfyAKIApbDQMgCyALXAUgBAtFDQIgAi0ADCACLQAERw0CCyAAQQJqIQAgA0EBaiIDQQlHDQALIAVB6ABqIQAgAUHoAGohBkEAIQMDQAJAIAYgA0\
EBdGovAAAiBEEHcUUEQCAALQAAQQdxRQ0BCyACQQhqIAggBBAfIAIgByAALwAAEB9BASEEIAIqAggiCiACKgIAIgtcBH8gCiAKWw0DIAsgC1wFIAQLRQ0CIAItAAwgAi0ABEcNAgsgAEECaiEAIANBAWoiA0EDRw\
0ACyAFQe4AaiEAIAFB7gBqIQlBACEEQQAhAwNAAkAgCSADQQF0ai8AACIGQQdxRQRAIAAtAABBB3FFDQELIAJBCGogCCAGEB8gAiAHIAAvAAAQH0EBIQMgAioCCCIKIAIqAgAiC1wEfyAKIApbDQMgCyALXAUgAw\
tFDQIgAi0ADCACLQAERw0CCyAAQQJqIQBBASEDIAQhBkEBIQQgBkUNAAsgBUHyAGohACABQfIAaiEJQQAhBEEAIQMDQAJAIAkgA0EBdGovAAAiBkEHcUUEQCAALQAAQQdxRQ0BCyACQQhqIAggBhAfIAIgByAALw\
AAEB9BASEDIAIqAggiCiACKgIAIgtcBH8gCiAKWw0DIAsgC1wFIAMLRQ0CIAItAAwgAi0ABEcNAgsgAEECaiEAQQEhAyAEIQZBASEEIAZFDQALIAVB9gBqIQAgAUH2AGohCUEAIQRBACEDA0ACQCAJIANBAXRqLw\
AAIgZBB3FFBEAgAC0AAEEHcUUNAQsgAkEIaiAIIAYQHyACIAcgAC8AABAfQQEhAyACKgIIIgogAioCACILXAR/IAogClsNAyALIAtcBSADC0UNAiACLQAMIAItAARHDQILIABBAmohAEEBIQMgBCEGQQEhBCAGRQ\
0ACyABLwB6IgBBB3FFBEAgBS0AekEHcUUNAgsgCCAAECAiCiAHIAUvAHoQICILWw0BIAogClsNACALIAtcDQELIAFBFGogBUEUakHoABArGiABQfwAaiAFQfwAahCgAQNAIAEtAAAiAEEEcQ0BIAEgAEEEcjoAAC\
ABKAIQIgAEQCABIAARAAALIAFBgICA/gc2ApwBIAEoAuQDIgENAAsLIAJBEGokAAvGAwEEfyMAQaAEayICJAAgACgCBCEBIABBADYCBCABBEAgASABKAIAKAIEEQAACyAAKAIIIQEgAEEANgIIIAEEQCABIAEoAg\
AoAgQRAAALAkAgACgCACIAKALoAyAAKALsA0YEQCAAKALkAw0BIAAgAkEYaiAAKAL0AxBcIgEpAgA3AgAgACABKAIQNgIQIAAgASkCCDcCCCAAQRRqIAFBFGpB6AAQKxogACABKQKMATcCjAEgACABKQKEATcChA\
EgACABKQJ8NwJ8IAEoApQBIQQgAUEANgKUASAAKAKUASEDIAAgBDYClAEgAwRAIAMQWwsgAEGYAWogAUGYAWpB0AIQKxogACgC6AMiAwRAIAAgAzYC7AMgAxAjCyAAIAEoAugDNgLoAyAAIAEoAuwDNgLsAyAAIA\
EoAvADNgLwAyABQQA2AvADIAFCADcC6AMgACABKQL8AzcC/AMgACABKQL0AzcC9AMgACABKAKEBDYChAQgASgClAEhACABQQA2ApQBIAAEQCAAEFsLIAJBoARqJAAPCyACQfAcNgIQIABBBUHYJSACQRBqECwQJA\
ALIAJB5hE2AgAgAEEFQdglIAIQLBAkAAsLAEEMEB4gABCiAQsLAEEMEB5BABCiAQsNACAAKAIALQAIQQFxCwoAIAAoAgAoAhQLGQAgAUH/AXEEQBACAAsgACgCACgCEEEBcQsYACAAKAIAIgAgAC0ACEH+AXEgAX\
I6AAgLJgAgASAAKAIAIgAoAhRHBEAgACABNgIUIAAgACgCDEEBajYCDAsLkgEBAn8jAEEQayICJAAgACgCACEAIAFDAAAAAGAEQCABIAAqAhhcBEAgACABOAIYIAAgACgCDEEBajYCDAsgAkEQaiQADwsgAkGIFD\
YCACMAQRBrIgMkACADIAI2AgwCQCAARQRAQbgwQdglIAIQSRoMAQsgAEEAQQVB2CUgAiAAKAIEEQ0AGgsgA0EQaiQAECQACz8AIAFB/wFxRQRAIAIgACgCACIAKAIQIgFBAXFHBEAgACABQX5xIAJyNgIQIAAgAC\
gCDEEBajYCDAsPCxACAAsL4CYjAEGACAuBHk9ubHkgbGVhZiBub2RlcyB3aXRoIGN1c3RvbSBtZWFzdXJlIGZ1bmN0aW9ucyBzaG91bGQgbWFudWFsbHkgbWFyayB0aGVtc2VsdmVzIGFzIGRpcnR5AGlzRGlydH\
kAbWFya0RpcnR5AGRlc3Ryb3kAc2V0RGlzcGxheQBnZXREaXNwbGF5AHNldEZsZXgALSsgICAwWDB4AC0wWCswWCAwWC0weCsweCAweABzZXRGbGV4R3JvdwBnZXRGbGV4R3JvdwBzZXRPdmVyZmxvdwBnZXRPdm\
VyZmxvdwBoYXNOZXdMYXlvdXQAY2FsY3VsYXRlTGF5b3V0AGdldENvbXB1dGVkTGF5b3V0AHVuc2lnbmVkIHNob3J0AGdldENoaWxkQ291bnQAdW5zaWduZWQgaW50AHNldEp1c3RpZnlDb250ZW50AGdldEp1c3\
RpZnlDb250ZW50AGF2YWlsYWJsZUhlaWdodCBpcyBpbmRlZmluaXRlIHNvIGhlaWdodFNpemluZ01vZGUgbXVzdCBiZSBTaXppbmdNb2RlOjpNYXhDb250ZW50AGF2YWlsYWJsZVdpZHRoIGlzIGluZGVmaW5pdG\
Ugc28gd2lkdGhTaXppbmdNb2RlIG11c3QgYmUgU2l6aW5nTW9kZTo6TWF4Q29udGVudABzZXRBbGlnbkNvbnRlbnQAZ2V0QWxpZ25Db250ZW50AGdldFBhcmVudABpbXBsZW1lbnQAc2V0TWF4SGVpZ2h0UGVyY2\
VudABzZXRIZWlnaHRQZXJjZW50AHNldE1pbkhlaWdodFBlcmNlbnQAc2V0RmxleEJhc2lzUGVyY2VudABzZXRHYXBQZXJjZW50AHNldFBvc2l0aW9uUGVyY2VudABzZXRNYXJnaW5QZXJjZW50AHNldE1heFdpZH\
RoUGVyY2VudABzZXRXaWR0aFBlcmNlbnQAc2V0TWluV2lkdGhQZXJjZW50AHNldFBhZGRpbmdQZXJjZW50AGhhbmRsZS50eXBlKCkgPT0gU3R5bGVWYWx1ZUhhbmRsZTo6VHlwZTo6UG9pbnQgfHwgaGFuZGxlLn\
R5cGUoKSA9PSBTdHlsZVZhbHVlSGFuZGxlOjpUeXBlOjpQZXJjZW50AGNyZWF0ZURlZmF1bHQAdW5pdAByaWdodABoZWlnaHQAc2V0TWF4SGVpZ2h0AGdldE1heEhlaWdodABzZXRIZWlnaHQAZ2V0SGVpZ2h0AH\
NldE1pbkhlaWdodABnZXRNaW5IZWlnaHQAZ2V0Q29tcHV0ZWRIZWlnaHQAZ2V0Q29tcHV0ZWRSaWdodABsZWZ0AGdldENvbXB1dGVkTGVmdAByZXNldABfX2Rlc3RydWN0AGZsb2F0AHVpbnQ2NF90AHVzZVdlYk\
RlZmF1bHRzAHNldFVzZVdlYkRlZmF1bHRzAHNldEFsaWduSXRlbXMAZ2V0QWxpZ25JdGVtcwBzZXRGbGV4QmFzaXMAZ2V0RmxleEJhc2lzAENhbm5vdCBnZXQgbGF5b3V0IHByb3BlcnRpZXMgb2YgbXVsdGktZW\
RnZSBzaG9ydGhhbmRzAHNldFBvaW50U2NhbGVGYWN0b3IATWVhc3VyZUNhbGxiYWNrV3JhcHBlcgBEaXJ0aWVkQ2FsbGJhY2tXcmFwcGVyAENhbm5vdCByZXNldCBhIG5vZGUgc3RpbGwgYXR0YWNoZWQgdG8gYS\
Bvd25lcgBzZXRCb3JkZXIAZ2V0Qm9yZGVyAGdldENvbXB1dGVkQm9yZGVyAGdldE51bWJlcgBoYW5kbGUudHlwZSgpID09IFN0eWxlVmFsdWVIYW5kbGU6OlR5cGU6Ok51bWJlcgB1bnNpZ25lZCBjaGFyAHRvcA\
BnZXRDb21wdXRlZFRvcABzZXRGbGV4V3JhcABnZXRGbGV4V3JhcABzZXRHYXAAZ2V0R2FwACVwAHNldEhlaWdodEF1dG8Ac2V0RmxleEJhc2lzQXV0bwBzZXRQb3NpdGlvbkF1dG8Ac2V0TWFyZ2luQXV0bwBzZX\
RXaWR0aEF1dG8AU2NhbGUgZmFjdG9yIHNob3VsZCBub3QgYmUgbGVzcyB0aGFuIHplcm8Ac2V0QXNwZWN0UmF0aW8AZ2V0QXNwZWN0UmF0aW8Ac2V0UG9zaXRpb24AZ2V0UG9zaXRpb24Abm90aWZ5T25EZXN0cn\
VjdGlvbgBzZXRGbGV4RGlyZWN0aW9uAGdldEZsZXhEaXJlY3Rpb24Ac2V0RGlyZWN0aW9uAGdldERpcmVjdGlvbgBzZXRNYXJnaW4AZ2V0TWFyZ2luAGdldENvbXB1dGVkTWFyZ2luAG1hcmtMYXlvdXRTZWVuAG\
5hbgBib3R0b20AZ2V0Q29tcHV0ZWRCb3R0b20AYm9vbABlbXNjcmlwdGVuOjp2YWwAc2V0RmxleFNocmluawBnZXRGbGV4U2hyaW5rAHNldEFsd2F5c0Zvcm1zQ29udGFpbmluZ0Jsb2NrAE1lYXN1cmVDYWxsYm\
FjawBEaXJ0aWVkQ2FsbGJhY2sAZ2V0TGVuZ3RoAHdpZHRoAHNldE1heFdpZHRoAGdldE1heFdpZHRoAHNldFdpZHRoAGdldFdpZHRoAHNldE1pbldpZHRoAGdldE1pbldpZHRoAGdldENvbXB1dGVkV2lkdGgAcH\
VzaAAvaG9tZS9ydW5uZXIvd29yay95b2dhL3lvZ2EvamF2YXNjcmlwdC8uLi95b2dhL3N0eWxlL1NtYWxsVmFsdWVCdWZmZXIuaAAvaG9tZS9ydW5uZXIvd29yay95b2dhL3lvZ2EvamF2YXNjcmlwdC8uLi95b2\
dhL3N0eWxlL1N0eWxlVmFsdWVQb29sLmgAdW5zaWduZWQgbG9uZwBzZXRCb3hTaXppbmcAZ2V0Qm94U2l6aW5nAHN0ZDo6d3N0cmluZwBzdGQ6OnN0cmluZwBzdGQ6OnUxNnN0cmluZwBzdGQ6OnUzMnN0cmluZw\
BzZXRQYWRkaW5nAGdldFBhZGRpbmcAZ2V0Q29tcHV0ZWRQYWRkaW5nAFRyaWVkIHRvIGNvbnN0cnVjdCBZR05vZGUgd2l0aCBudWxsIGNvbmZpZwBBdHRlbXB0aW5nIHRvIGNvbnN0cnVjdCBOb2RlIHdpdGggbn\
VsbCBjb25maWcAY3JlYXRlV2l0aENvbmZpZwBpbmYAc2V0QWxpZ25TZWxmAGdldEFsaWduU2VsZgBTaXplAHZhbHVlAFZhbHVlAGNyZWF0ZQBtZWFzdXJlAHNldFBvc2l0aW9uVHlwZQBnZXRQb3NpdGlvblR5cG\
UAaXNSZWZlcmVuY2VCYXNlbGluZQBzZXRJc1JlZmVyZW5jZUJhc2VsaW5lAGNvcHlTdHlsZQBkb3VibGUATm9kZQBleHRlbmQAaW5zZXJ0Q2hpbGQAZ2V0Q2hpbGQAcmVtb3ZlQ2hpbGQAdm9pZABzZXRFeHBlcm\
ltZW50YWxGZWF0dXJlRW5hYmxlZABpc0V4cGVyaW1lbnRhbEZlYXR1cmVFbmFibGVkAGRpcnRpZWQAQ2Fubm90IHJlc2V0IGEgbm9kZSB3aGljaCBzdGlsbCBoYXMgY2hpbGRyZW4gYXR0YWNoZWQAdW5zZXRNZW\
FzdXJlRnVuYwB1bnNldERpcnRpZWRGdW5jAHNldEVycmF0YQBnZXRFcnJhdGEATWVhc3VyZSBmdW5jdGlvbiByZXR1cm5lZCBhbiBpbnZhbGlkIGRpbWVuc2lvbiB0byBZb2dhOiBbd2lkdGg9JWYsIGhlaWdodD\
0lZl0ARXhwZWN0IGN1c3RvbSBiYXNlbGluZSBmdW5jdGlvbiB0byBub3QgcmV0dXJuIE5hTgBOQU4ASU5GAGVtc2NyaXB0ZW46Om1lbW9yeV92aWV3PHNob3J0PgBlbXNjcmlwdGVuOjptZW1vcnlfdmlldzx1bn\
NpZ25lZCBzaG9ydD4AZW1zY3JpcHRlbjo6bWVtb3J5X3ZpZXc8aW50PgBlbXNjcmlwdGVuOjptZW1vcnlfdmlldzx1bnNpZ25lZCBpbnQ+AGVtc2NyaXB0ZW46Om1lbW9yeV92aWV3PGZsb2F0PgBlbXNjcmlwdG\
VuOjptZW1vcnlfdmlldzx1aW50OF90PgBlbXNjcmlwdGVuOjptZW1vcnlfdmlldzxpbnQ4X3Q+AGVtc2NyaXB0ZW46Om1lbW9yeV92aWV3PHVpbnQxNl90PgBlbXNjcmlwdGVuOjptZW1vcnlfdmlldzxpbnQxNl\
90PgBlbXNjcmlwdGVuOjptZW1vcnlfdmlldzx1aW50MzJfdD4AZW1zY3JpcHRlbjo6bWVtb3J5X3ZpZXc8aW50MzJfdD4AZW1zY3JpcHRlbjo6bWVtb3J5X3ZpZXc8Y2hhcj4AZW1zY3JpcHRlbjo6bWVtb3J5X3\
ZpZXc8dW5zaWduZWQgY2hhcj4Ac3RkOjpiYXNpY19zdHJpbmc8dW5zaWduZWQgY2hhcj4AZW1zY3JpcHRlbjo6bWVtb3J5X3ZpZXc8c2lnbmVkIGNoYXI+AGVtc2NyaXB0ZW46Om1lbW9yeV92aWV3PGxvbmc+AG\
Vtc2NyaXB0ZW46Om1lbW9yeV92aWV3PHVuc2lnbmVkIGxvbmc+AGVtc2NyaXB0ZW46Om1lbW9yeV92aWV3PGRvdWJsZT4AQ2hpbGQgYWxyZWFkeSBoYXMgYSBvd25lciwgaXQgbXVzdCBiZSByZW1vdmVkIGZpcn\
N0LgBDYW5ub3Qgc2V0IG1lYXN1cmUgZnVuY3Rpb246IE5vZGVzIHdpdGggbWVhc3VyZSBmdW5jdGlvbnMgY2Fubm90IGhhdmUgY2hpbGRyZW4uAENhbm5vdCBhZGQgY2hpbGQ6IE5vZGVzIHdpdGggbWVhc3VyZS\
BmdW5jdGlvbnMgY2Fubm90IGhhdmUgY2hpbGRyZW4uAChudWxsKQBpbmRleCA8IDQwOTYgJiYgIlNtYWxsVmFsdWVCdWZmZXIgY2FuIG9ubHkgaG9sZCB1cCB0byA0MDk2IGNodW5rcyIAJXMKAAEAAAADAAAAAA\
AAAAIAAAADAAAAAQAAAAIAAAAAAAAAAQAAAAEAQYwmCwdpaQB2AHZpAEGgJgs3ox0AAKEdAADhHQAA2x0AAOEdAADbHQAAaWlpZmlmaQDUHQAApB0AAHZpaQClHQAA6B0AAGlpaQBB4CYLCcQAAADFAAAAxgBB9C\
YLDsQAAADHAAAAyAAAANQdAEGQJws+ox0AAOEdAADbHQAA4R0AANsdAADoHQAA4x0AAOgdAABpaWlpAAAAANQdAAC5HQAA1B0AALsdAAC8HQAA6B0AQdgnCwnJAAAAygAAAMsAQewnCxbJAAAAzAAAAMgAAAC/HQ\
AA1B0AAL8dAEGQKAuiA9QdAAC/HQAA2x0AANUdAAB2aWlpaQAAANQdAAC/HQAA4R0AAHZpaWYAAAAA1B0AAL8dAADbHQAAdmlpaQAAAADUHQAAvx0AANUdAADVHQAAwB0AANsdAADbHQAAwB0AANUdAADAHQAAaQ\
BkaWkAdmlpZAAAxB0AAMQdAAC/HQAA1B0AAMQdAADUHQAAxB0AAMMdAADUHQAAxB0AANsdAADUHQAAxB0AANsdAADiHQAAdmlpaWQAAADUHQAAxB0AAOIdAADbHQAAxR0AAMIdAADFHQAA2x0AAMIdAADFHQAA4h\
0AAMUdAADiHQAAxR0AANsdAABkaWlpAAAAAOEdAADEHQAA2x0AAGZpaWkAAAAA1B0AAMQdAADEHQAA3B0AANQdAADEHQAAxB0AANwdAADFHQAAxB0AAMQdAADEHQAAxB0AANwdAADUHQAAxB0AANUdAADVHQAAxB\
0AANQdAADEHQAAoR0AANQdAADEHQAAuR0AANUdAADFHQAAAAAAANQdAADEHQAA4h0AAOIdAADbHQAAdmlpZGRpAADBHQAAxR0AQcArC0EZAAoAGRkZAAAAAAUAAAAAAAAJAAAAAAsAAAAAAAAAABkAEQoZGRkDCg\
cAAQAJCxgAAAkGCwAACwAGGQAAABkZGQBBkSwLIQ4AAAAAAAAAABkACg0ZGRkADQAAAgAJDgAAAAkADgAADgBByywLAQwAQdcsCxUTAAAAABMAAAAACQwAAAAAAAwAAAwAQYUtCwEQAEGRLQsVDwAAAAQPAAAAAA\
kQAAAAAAAQAAAQAEG/LQsBEgBByy0LHhEAAAAAEQAAAAAJEgAAAAAAEgAAEgAAGgAAABoaGgBBgi4LDhoAAAAaGhoAAAAAAAAJAEGzLgsBFABBvy4LFRcAAAAAFwAAAAAJFAAAAAAAFAAAFABB7S4LARYAQfkuCy\
cVAAAAABUAAAAACRYAAAAAABYAABYAADAxMjM0NTY3ODlBQkNERUYAQcQvCwHSAEHsLwsI//////////8AQbAwCwkQIgEAAAAAAAUAQcQwCwHNAEHcMAsKzgAAAM8AAAD8HQBB9DALAQIAQYQxCwj//////////w\
BByDELAQUAQdQxCwHQAEHsMQsOzgAAANEAAAAIHgAAAAQAQYQyCwEBAEGUMgsF/////woAQdgyCwHT",!ua(H)){var va=H;H=h.locateFile?h.locateFile(va,q):q+va}function wa(){var a=H;try{
if(a==H&&w)return new Uint8Array(w);if(ua(a))try{var b=xa(a.slice(37)),c=new Uint8Array(b.length);for(a=0;a<b.length;++a)c[a]=b.charCodeAt(a);var d=c}catch{throw Error(
"Converting base64 string to bytes failed.")}else d=void 0;var e=d;if(e)return e;throw"both async and sync fetching of the wasm failed"}catch(f){x(f)}}function ya(){
return Promise.resolve().then(function(){return wa()})}function za(a){for(;0<a.length;)a.shift()(h)}function Aa(a){if(a===void 0)return"_unknown";a=a.replace(/[^a-zA-Z0-9_]/g,
"$");var b=a.charCodeAt(0);return 48<=b&&57>=b?"_"+a:a}function Ba(a,b){return a=Aa(a),function(){return b.apply(this,arguments)}}var J=[{},{value:void 0},{value:null},
{value:!0},{value:!1}],Ca=[];function Da(a){var b=Error,c=Ba(a,function(d){this.name=a,this.message=d,d=Error(d).stack,d!==void 0&&(this.stack=this.toString()+`\

`+d.replace(/^Error(:[^\n]*)?\n/,""))});return c.prototype=Object.create(b.prototype),c.prototype.constructor=c,c.prototype.toString=function(){return this.message===
void 0?this.name:this.name+": "+this.message},c}var K=void 0;function L(a){throw new K(a)}var M=a=>(a||L("Cannot use deleted val. handle = "+a),J[a].value),Ea=a=>{
switch(a){case void 0:return 1;case null:return 2;case!0:return 3;case!1:return 4;default:var b=Ca.length?Ca.pop():J.length;return J[b]={ga:1,value:a},b}},Fa=void 0,
Ga=void 0;function N(a){for(var b="";A[a];)b+=Ga[A[a++]];return b}var O=[];function Ha(){for(;O.length;){var a=O.pop();a.M.$=!1,a.delete()}}var P=void 0,Q={};function Ia(a,b){
for(b===void 0&&L("ptr should not be undefined");a.R;)b=a.ba(b),a=a.R;return b}var R={};function Ja(a){a=Ka(a);var b=N(a);return S(a),b}function La(a,b){var c=R[a];
return c===void 0&&L(b+" has unknown type "+Ja(a)),c}function Ma(){}var Na=!1;function Oa(a){--a.count.value,a.count.value===0&&(a.T?a.U.W(a.T):a.P.N.W(a.O))}function Pa(a,b,c){
return b===c?a:c.R===void 0?null:(a=Pa(a,b,c.R),a===null?null:c.na(a))}var Qa={};function Ra(a,b){return b=Ia(a,b),Q[b]}var Sa=void 0;function Ta(a){throw new Sa(
a)}function Ua(a,b){return b.P&&b.O||Ta("makeClassHandle requires ptr and ptrType"),!!b.U!=!!b.T&&Ta("Both smartPtrType and smartPtr must be specified"),b.count=
{value:1},T(Object.create(a,{M:{value:b}}))}function T(a){return typeof FinalizationRegistry>"u"?(T=b=>b,a):(Na=new FinalizationRegistry(b=>{Oa(b.M)}),T=b=>{var c=b.
M;return c.T&&Na.register(b,{M:c},b),b},Ma=b=>{Na.unregister(b)},T(a))}var Va={};function Wa(a){for(;a.length;){var b=a.pop();a.pop()(b)}}function Xa(a){return this.
fromWireType(D[a>>2])}var U={},Ya={};function V(a,b,c){function d(k){k=c(k),k.length!==a.length&&Ta("Mismatched type converter count");for(var m=0;m<a.length;++m)
W(a[m],k[m])}a.forEach(function(k){Ya[k]=b});var e=Array(b.length),f=[],g=0;b.forEach((k,m)=>{R.hasOwnProperty(k)?e[m]=R[k]:(f.push(k),U.hasOwnProperty(k)||(U[k]=
[]),U[k].push(()=>{e[m]=R[k],++g,g===f.length&&d(e)}))}),f.length===0&&d(e)}function Za(a){switch(a){case 1:return 0;case 2:return 1;case 4:return 2;case 8:return 3;default:
throw new TypeError("Unknown type size: "+a)}}function W(a,b,c={}){if(!("argPackAdvance"in b))throw new TypeError("registerType registeredInstance requires argP\
ackAdvance");var d=b.name;if(a||L('type "'+d+'" must have a positive integer typeid pointer'),R.hasOwnProperty(a)){if(c.ua)return;L("Cannot register type '"+d+"\
' twice")}R[a]=b,delete Ya[a],U.hasOwnProperty(a)&&(b=U[a],delete U[a],b.forEach(e=>e()))}function $a(a){L(a.M.P.N.name+" instance already deleted")}function X(){}
function ab(a,b,c){if(a[b].S===void 0){var d=a[b];a[b]=function(){return a[b].S.hasOwnProperty(arguments.length)||L("Function '"+c+"' called with an invalid num\
ber of arguments ("+arguments.length+") - expects one of ("+a[b].S+")!"),a[b].S[arguments.length].apply(this,arguments)},a[b].S=[],a[b].S[d.Z]=d}}function bb(a,b){
h.hasOwnProperty(a)?(L("Cannot register public name '"+a+"' twice"),ab(h,a,a),h.hasOwnProperty(void 0)&&L("Cannot register multiple overloads of a function with\
 the same number of arguments (undefined)!"),h[a].S[void 0]=b):h[a]=b}function cb(a,b,c,d,e,f,g,k){this.name=a,this.constructor=b,this.X=c,this.W=d,this.R=e,this.
pa=f,this.ba=g,this.na=k,this.ja=[]}function db(a,b,c){for(;b!==c;)b.ba||L("Expected null or instance of "+c.name+", got an instance of "+b.name),a=b.ba(a),b=b.
R;return a}function eb(a,b){return b===null?(this.ea&&L("null is not a valid "+this.name),0):(b.M||L('Cannot pass "'+fb(b)+'" as a '+this.name),b.M.O||L("Cannot\
 pass deleted object as a pointer of type "+this.name),db(b.M.O,b.M.P.N,this.N))}function gb(a,b){if(b===null){if(this.ea&&L("null is not a valid "+this.name),this.
da){var c=this.fa();return a!==null&&a.push(this.W,c),c}return 0}if(b.M||L('Cannot pass "'+fb(b)+'" as a '+this.name),b.M.O||L("Cannot pass deleted object as a \
pointer of type "+this.name),!this.ca&&b.M.P.ca&&L("Cannot convert argument of type "+(b.M.U?b.M.U.name:b.M.P.name)+" to parameter type "+this.name),c=db(b.M.O,
b.M.P.N,this.N),this.da)switch(b.M.T===void 0&&L("Passing raw pointer to smart pointer is illegal"),this.Ba){case 0:b.M.U===this?c=b.M.T:L("Cannot convert argum\
ent of type "+(b.M.U?b.M.U.name:b.M.P.name)+" to parameter type "+this.name);break;case 1:c=b.M.T;break;case 2:if(b.M.U===this)c=b.M.T;else{var d=b.clone();c=this.
xa(c,Ea(function(){d.delete()})),a!==null&&a.push(this.W,c)}break;default:L("Unsupporting sharing policy")}return c}function hb(a,b){return b===null?(this.ea&&L(
"null is not a valid "+this.name),0):(b.M||L('Cannot pass "'+fb(b)+'" as a '+this.name),b.M.O||L("Cannot pass deleted object as a pointer of type "+this.name),b.
M.P.ca&&L("Cannot convert argument of type "+b.M.P.name+" to parameter type "+this.name),db(b.M.O,b.M.P.N,this.N))}function Y(a,b,c,d){this.name=a,this.N=b,this.
ea=c,this.ca=d,this.da=!1,this.W=this.xa=this.fa=this.ka=this.Ba=this.wa=void 0,b.R!==void 0?this.toWireType=gb:(this.toWireType=d?eb:hb,this.V=null)}function ib(a,b){
h.hasOwnProperty(a)||Ta("Replacing nonexistant public symbol"),h[a]=b,h[a].Z=void 0}function jb(a,b){var c=[];return function(){if(c.length=0,Object.assign(c,arguments),
a.includes("j")){var d=h["dynCall_"+a];d=c&&c.length?d.apply(null,[b].concat(c)):d.call(null,b)}else d=oa.get(b).apply(null,c);return d}}function Z(a,b){a=N(a);
var c=a.includes("j")?jb(a,b):oa.get(b);return typeof c!="function"&&L("unknown function pointer with signature "+a+": "+b),c}var mb=void 0;function nb(a,b){function c(f){
e[f]||R[f]||(Ya[f]?Ya[f].forEach(c):(d.push(f),e[f]=!0))}var d=[],e={};throw b.forEach(c),new mb(a+": "+d.map(Ja).join([", "]))}function ob(a,b,c,d,e){var f=b.length;
2>f&&L("argTypes array size mismatch! Must at least get return value and 'this' types!");var g=b[1]!==null&&c!==null,k=!1;for(c=1;c<b.length;++c)if(b[c]!==null&&
b[c].V===void 0){k=!0;break}var m=b[0].name!=="void",l=f-2,n=Array(l),p=[],r=[];return function(){if(arguments.length!==l&&L("function "+a+" called with "+arguments.
length+" arguments, expected "+l+" args!"),r.length=0,p.length=g?2:1,p[0]=e,g){var u=b[1].toWireType(r,this);p[1]=u}for(var t18=0;t18<l;++t18)n[t18]=b[t18+2].toWireType(
r,arguments[t18]),p.push(n[t18]);if(t18=d.apply(null,p),k)Wa(r);else for(var y=g?1:2;y<b.length;y++){var B=y===1?u:n[y-2];b[y].V!==null&&b[y].V(B)}return u=m?b[0].
fromWireType(t18):void 0,u}}function pb(a,b){for(var c=[],d=0;d<a;d++)c.push(E[b+4*d>>2]);return c}function qb(a){4<a&&--J[a].ga===0&&(J[a]=void 0,Ca.push(a))}function fb(a){
if(a===null)return"null";var b=typeof a;return b==="object"||b==="array"||b==="function"?a.toString():""+a}function rb(a,b){switch(b){case 2:return function(c){
return this.fromWireType(la[c>>2])};case 3:return function(c){return this.fromWireType(ma[c>>3])};default:throw new TypeError("Unknown float type: "+a)}}function sb(a,b,c){
switch(b){case 0:return c?function(d){return ja[d]}:function(d){return A[d]};case 1:return c?function(d){return C[d>>1]}:function(d){return ka[d>>1]};case 2:return c?
function(d){return D[d>>2]}:function(d){return E[d>>2]};default:throw new TypeError("Unknown integer type: "+a)}}function tb(a,b){for(var c="",d=0;!(d>=b/2);++d){
var e=C[a+2*d>>1];if(e==0)break;c+=String.fromCharCode(e)}return c}function ub(a,b,c){if(c===void 0&&(c=2147483647),2>c)return 0;c-=2;var d=b;c=c<2*a.length?c/2:
a.length;for(var e=0;e<c;++e)C[b>>1]=a.charCodeAt(e),b+=2;return C[b>>1]=0,b-d}function vb(a){return 2*a.length}function wb(a,b){for(var c=0,d="";!(c>=b/4);){var e=D[a+
4*c>>2];if(e==0)break;++c,65536<=e?(e-=65536,d+=String.fromCharCode(55296|e>>10,56320|e&1023)):d+=String.fromCharCode(e)}return d}function xb(a,b,c){if(c===void 0&&
(c=2147483647),4>c)return 0;var d=b;c=d+c-4;for(var e=0;e<a.length;++e){var f=a.charCodeAt(e);if(55296<=f&&57343>=f){var g=a.charCodeAt(++e);f=65536+((f&1023)<<
10)|g&1023}if(D[b>>2]=f,b+=4,b+4>c)break}return D[b>>2]=0,b-d}function yb(a){for(var b=0,c=0;c<a.length;++c){var d=a.charCodeAt(c);55296<=d&&57343>=d&&++c,b+=4}
return b}var zb={};function Ab(a){var b=zb[a];return b===void 0?N(a):b}var Bb=[];function Cb(a){var b=Bb.length;return Bb.push(a),b}function Db(a,b){for(var c=Array(
a),d=0;d<a;++d)c[d]=La(E[b+4*d>>2],"parameter "+d);return c}var Eb=[],Fb=[null,[],[]];K=h.BindingError=Da("BindingError"),h.count_emval_handles=function(){for(var a=0,
b=5;b<J.length;++b)J[b]!==void 0&&++a;return a},h.get_first_emval=function(){for(var a=5;a<J.length;++a)if(J[a]!==void 0)return J[a];return null},Fa=h.PureVirtualError=
Da("PureVirtualError");for(var Gb=Array(256),Hb=0;256>Hb;++Hb)Gb[Hb]=String.fromCharCode(Hb);Ga=Gb,h.getInheritedInstanceCount=function(){return Object.keys(Q).
length},h.getLiveInheritedInstances=function(){var a=[],b;for(b in Q)Q.hasOwnProperty(b)&&a.push(Q[b]);return a},h.flushPendingDeletes=Ha,h.setDelayFunction=function(a){
P=a,O.length&&P&&P(Ha)},Sa=h.InternalError=Da("InternalError"),X.prototype.isAliasOf=function(a){if(!(this instanceof X&&a instanceof X))return!1;var b=this.M.P.
N,c=this.M.O,d=a.M.P.N;for(a=a.M.O;b.R;)c=b.ba(c),b=b.R;for(;d.R;)a=d.ba(a),d=d.R;return b===d&&c===a},X.prototype.clone=function(){if(this.M.O||$a(this),this.M.
aa)return this.M.count.value+=1,this;var a=T,b=Object,c=b.create,d=Object.getPrototypeOf(this),e=this.M;return a=a(c.call(b,d,{M:{value:{count:e.count,$:e.$,aa:e.
aa,O:e.O,P:e.P,T:e.T,U:e.U}}})),a.M.count.value+=1,a.M.$=!1,a},X.prototype.delete=function(){this.M.O||$a(this),this.M.$&&!this.M.aa&&L("Object already schedule\
d for deletion"),Ma(this),Oa(this.M),this.M.aa||(this.M.T=void 0,this.M.O=void 0)},X.prototype.isDeleted=function(){return!this.M.O},X.prototype.deleteLater=function(){
return this.M.O||$a(this),this.M.$&&!this.M.aa&&L("Object already scheduled for deletion"),O.push(this),O.length===1&&P&&P(Ha),this.M.$=!0,this},Y.prototype.qa=
function(a){return this.ka&&(a=this.ka(a)),a},Y.prototype.ha=function(a){this.W&&this.W(a)},Y.prototype.argPackAdvance=8,Y.prototype.readValueFromPointer=Xa,Y.prototype.
deleteObject=function(a){a!==null&&a.delete()},Y.prototype.fromWireType=function(a){function b(){return this.da?Ua(this.N.X,{P:this.wa,O:c,U:this,T:a}):Ua(this.
N.X,{P:this,O:a})}var c=this.qa(a);if(!c)return this.ha(a),null;var d=Ra(this.N,c);if(d!==void 0)return d.M.count.value===0?(d.M.O=c,d.M.T=a,d.clone()):(d=d.clone(),
this.ha(a),d);if(d=this.N.pa(c),d=Qa[d],!d)return b.call(this);d=this.ca?d.la:d.pointerType;var e=Pa(c,this.N,d.N);return e===null?b.call(this):this.da?Ua(d.N.X,
{P:d,O:e,U:this,T:a}):Ua(d.N.X,{P:d,O:e})},mb=h.UnboundTypeError=Da("UnboundTypeError");var xa=typeof atob=="function"?atob:function(a){var b="",c=0;a=a.replace(
/[^A-Za-z0-9\+\/=]/g,"");do{var d="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".indexOf(a.charAt(c++)),e="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef\
ghijklmnopqrstuvwxyz0123456789+/=".indexOf(a.charAt(c++)),f="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".indexOf(a.charAt(c++)),g="ABCDEF\
GHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".indexOf(a.charAt(c++));d=d<<2|e>>4,e=(e&15)<<4|f>>2;var k=(f&3)<<6|g;b+=String.fromCharCode(d),f!==
64&&(b+=String.fromCharCode(e)),g!==64&&(b+=String.fromCharCode(k))}while(c<a.length);return b},Jb={l:function(a,b,c,d){x("Assertion failed: "+(a?z(A,a):"")+", \
at: "+[b?b?z(A,b):"":"unknown filename",c,d?d?z(A,d):"":"unknown function"])},q:function(a,b,c){a=N(a),b=La(b,"wrapper"),c=M(c);var d=[].slice,e=b.N,f=e.X,g=e.R.
X,k=e.R.constructor;a=Ba(a,function(){e.R.ja.forEach(function(l){if(this[l]===g[l])throw new Fa("Pure virtual function "+l+" must be implemented in JavaScript")}.
bind(this)),Object.defineProperty(this,"__parent",{value:f}),this.__construct.apply(this,d.call(arguments))}),f.__construct=function(){this===f&&L("Pass correct\
 'this' to __construct");var l=k.implement.apply(void 0,[this].concat(d.call(arguments)));Ma(l);var n=l.M;l.notifyOnDestruction(),n.aa=!0,Object.defineProperties(
this,{M:{value:n}}),T(this),l=n.O,l=Ia(e,l),Q.hasOwnProperty(l)?L("Tried to register registered instance: "+l):Q[l]=this},f.__destruct=function(){this===f&&L("P\
ass correct 'this' to __destruct"),Ma(this);var l=this.M.O;l=Ia(e,l),Q.hasOwnProperty(l)?delete Q[l]:L("Tried to unregister unregistered instance: "+l)},a.prototype=
Object.create(f);for(var m in c)a.prototype[m]=c[m];return Ea(a)},j:function(a){var b=Va[a];delete Va[a];var c=b.fa,d=b.W,e=b.ia,f=e.map(g=>g.ta).concat(e.map(g=>g.
za));V([a],f,g=>{var k={};return e.forEach((m,l)=>{var n=g[l],p=m.ra,r=m.sa,u=g[l+e.length],t18=m.ya,y=m.Aa;k[m.oa]={read:B=>n.fromWireType(p(r,B)),write:(B,ba)=>{
var I=[];t18(y,B,u.toWireType(I,ba)),Wa(I)}}}),[{name:b.name,fromWireType:function(m){var l={},n;for(n in k)l[n]=k[n].read(m);return d(m),l},toWireType:function(m,l){
for(var n in k)if(!(n in l))throw new TypeError('Missing field:  "'+n+'"');var p=c();for(n in k)k[n].write(p,l[n]);return m!==null&&m.push(d,p),p},argPackAdvance:8,
readValueFromPointer:Xa,V:d}]})},v:function(){},B:function(a,b,c,d,e){var f=Za(c);b=N(b),W(a,{name:b,fromWireType:function(g){return!!g},toWireType:function(g,k){
return k?d:e},argPackAdvance:8,readValueFromPointer:function(g){if(c===1)var k=ja;else if(c===2)k=C;else if(c===4)k=D;else throw new TypeError("Unknown boolean \
type size: "+b);return this.fromWireType(k[g>>f])},V:null})},f:function(a,b,c,d,e,f,g,k,m,l,n,p,r){n=N(n),f=Z(e,f),k&&(k=Z(g,k)),l&&(l=Z(m,l)),r=Z(p,r);var u=Aa(
n);bb(u,function(){nb("Cannot construct "+n+" due to unbound types",[d])}),V([a,b,c],d?[d]:[],function(t18){if(t18=t18[0],d)var y=t18.N,B=y.X;else B=X.prototype;
t18=Ba(u,function(){if(Object.getPrototypeOf(this)!==ba)throw new K("Use 'new' to construct "+n);if(I.Y===void 0)throw new K(n+" has no accessible constructor");
var kb=I.Y[arguments.length];if(kb===void 0)throw new K("Tried to invoke ctor of "+n+" with invalid number of parameters ("+arguments.length+") - expected ("+Object.
keys(I.Y).toString()+") parameters instead!");return kb.apply(this,arguments)});var ba=Object.create(B,{constructor:{value:t18}});t18.prototype=ba;var I=new cb(
n,t18,ba,r,y,f,k,l);y=new Y(n,I,!0,!1),B=new Y(n+"*",I,!1,!1);var lb=new Y(n+" const*",I,!1,!0);return Qa[a]={pointerType:B,la:lb},ib(u,t18),[y,B,lb]})},d:function(a,b,c,d,e,f,g){
var k=pb(c,d);b=N(b),f=Z(e,f),V([],[a],function(m){function l(){nb("Cannot call "+n+" due to unbound types",k)}m=m[0];var n=m.name+"."+b;b.startsWith("@@")&&(b=
Symbol[b.substring(2)]);var p=m.N.constructor;return p[b]===void 0?(l.Z=c-1,p[b]=l):(ab(p,b,n),p[b].S[c-1]=l),V([],k,function(r){return r=ob(n,[r[0],null].concat(
r.slice(1)),null,f,g),p[b].S===void 0?(r.Z=c-1,p[b]=r):p[b].S[c-1]=r,[]}),[]})},p:function(a,b,c,d,e,f){0<b||x();var g=pb(b,c);e=Z(d,e),V([],[a],function(k){k=k[0];
var m="constructor "+k.name;if(k.N.Y===void 0&&(k.N.Y=[]),k.N.Y[b-1]!==void 0)throw new K("Cannot register multiple constructors with identical number of parame\
ters ("+(b-1)+") for class '"+k.name+"'! Overload resolution is currently only performed using the parameter count, not actual type info!");return k.N.Y[b-1]=()=>{
nb("Cannot construct "+k.name+" due to unbound types",g)},V([],g,function(l){return l.splice(1,0,null),k.N.Y[b-1]=ob(m,l,null,e,f),[]}),[]})},a:function(a,b,c,d,e,f,g,k){
var m=pb(c,d);b=N(b),f=Z(e,f),V([],[a],function(l){function n(){nb("Cannot call "+p+" due to unbound types",m)}l=l[0];var p=l.name+"."+b;b.startsWith("@@")&&(b=
Symbol[b.substring(2)]),k&&l.N.ja.push(b);var r=l.N.X,u=r[b];return u===void 0||u.S===void 0&&u.className!==l.name&&u.Z===c-2?(n.Z=c-2,n.className=l.name,r[b]=n):
(ab(r,b,p),r[b].S[c-2]=n),V([],m,function(t18){return t18=ob(p,t18,l,f,g),r[b].S===void 0?(t18.Z=c-2,r[b]=t18):r[b].S[c-2]=t18,[]}),[]})},A:function(a,b){b=N(b),
W(a,{name:b,fromWireType:function(c){var d=M(c);return qb(c),d},toWireType:function(c,d){return Ea(d)},argPackAdvance:8,readValueFromPointer:Xa,V:null})},n:function(a,b,c){
c=Za(c),b=N(b),W(a,{name:b,fromWireType:function(d){return d},toWireType:function(d,e){return e},argPackAdvance:8,readValueFromPointer:rb(b,c),V:null})},e:function(a,b,c,d,e){
b=N(b),e===-1&&(e=4294967295),e=Za(c);var f=k=>k;if(d===0){var g=32-8*c;f=k=>k<<g>>>g}c=b.includes("unsigned")?function(k,m){return m>>>0}:function(k,m){return m},
W(a,{name:b,fromWireType:f,toWireType:c,argPackAdvance:8,readValueFromPointer:sb(b,e,d!==0),V:null})},b:function(a,b,c){function d(f){f>>=2;var g=E;return new e(
ia,g[f+1],g[f])}var e=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array][b];c=N(c),W(a,{name:c,fromWireType:d,argPackAdvance:8,
readValueFromPointer:d},{ua:!0})},o:function(a,b){b=N(b);var c=b==="std::string";W(a,{name:b,fromWireType:function(d){var e=E[d>>2],f=d+4;if(c)for(var g=f,k=0;k<=
e;++k){var m=f+k;if(k==e||A[m]==0){if(g=g?z(A,g,m-g):"",l===void 0)var l=g;else l+="\0",l+=g;g=m+1}}else{for(l=Array(e),k=0;k<e;++k)l[k]=String.fromCharCode(A[f+
k]);l=l.join("")}return S(d),l},toWireType:function(d,e){e instanceof ArrayBuffer&&(e=new Uint8Array(e));var f,g=typeof e=="string";if(g||e instanceof Uint8Array||
e instanceof Uint8ClampedArray||e instanceof Int8Array||L("Cannot pass non-string to std::string"),c&&g){var k=0;for(f=0;f<e.length;++f){var m=e.charCodeAt(f);127>=
m?k++:2047>=m?k+=2:55296<=m&&57343>=m?(k+=4,++f):k+=3}f=k}else f=e.length;if(k=Ib(4+f+1),m=k+4,E[k>>2]=f,c&&g){if(g=m,m=f+1,f=A,0<m){m=g+m-1;for(var l=0;l<e.length;++l){
var n=e.charCodeAt(l);if(55296<=n&&57343>=n){var p=e.charCodeAt(++l);n=65536+((n&1023)<<10)|p&1023}if(127>=n){if(g>=m)break;f[g++]=n}else{if(2047>=n){if(g+1>=m)
break;f[g++]=192|n>>6}else{if(65535>=n){if(g+2>=m)break;f[g++]=224|n>>12}else{if(g+3>=m)break;f[g++]=240|n>>18,f[g++]=128|n>>12&63}f[g++]=128|n>>6&63}f[g++]=128|
n&63}}f[g]=0}}else if(g)for(g=0;g<f;++g)l=e.charCodeAt(g),255<l&&(S(m),L("String has UTF-16 code units that do not fit in 8 bits")),A[m+g]=l;else for(g=0;g<f;++g)
A[m+g]=e[g];return d!==null&&d.push(S,k),k},argPackAdvance:8,readValueFromPointer:Xa,V:function(d){S(d)}})},i:function(a,b,c){if(c=N(c),b===2)var d=tb,e=ub,f=vb,
g=()=>ka,k=1;else b===4&&(d=wb,e=xb,f=yb,g=()=>E,k=2);W(a,{name:c,fromWireType:function(m){for(var l=E[m>>2],n=g(),p,r=m+4,u=0;u<=l;++u){var t18=m+4+u*b;(u==l||
n[t18>>k]==0)&&(r=d(r,t18-r),p===void 0?p=r:(p+="\0",p+=r),r=t18+b)}return S(m),p},toWireType:function(m,l){typeof l!="string"&&L("Cannot pass non-string to C++\
 string type "+c);var n=f(l),p=Ib(4+n+b);return E[p>>2]=n>>k,e(l,p+4,n+b),m!==null&&m.push(S,p),p},argPackAdvance:8,readValueFromPointer:Xa,V:function(m){S(m)}})},
k:function(a,b,c,d,e,f){Va[a]={name:N(b),fa:Z(c,d),W:Z(e,f),ia:[]}},h:function(a,b,c,d,e,f,g,k,m,l){Va[a].ia.push({oa:N(b),ta:c,ra:Z(d,e),sa:f,za:g,ya:Z(k,m),Aa:l})},
C:function(a,b){b=N(b),W(a,{va:!0,name:b,argPackAdvance:0,fromWireType:function(){},toWireType:function(){}})},s:function(a,b,c,d,e){a=Bb[a],b=M(b),c=Ab(c);var f=[];
return E[d>>2]=Ea(f),a(b,c,f,e)},t:function(a,b,c,d){a=Bb[a],b=M(b),c=Ab(c),a(b,c,null,d)},g:qb,m:function(a,b){var c=Db(a,b),d=c[0];b=d.name+"_$"+c.slice(1).map(
function(g){return g.name}).join("_")+"$";var e=Eb[b];if(e!==void 0)return e;var f=Array(a-1);return e=Cb((g,k,m,l)=>{for(var n=0,p=0;p<a-1;++p)f[p]=c[p+1].readValueFromPointer(
l+n),n+=c[p+1].argPackAdvance;for(g=g[k].apply(g,f),p=0;p<a-1;++p)c[p+1].ma&&c[p+1].ma(f[p]);if(!d.va)return d.toWireType(m,g)}),Eb[b]=e},D:function(a){4<a&&(J[a].
ga+=1)},r:function(a){var b=M(a);Wa(b),qb(a)},c:function(){x("")},x:function(a,b,c){A.copyWithin(a,b,b+c)},w:function(a){var b=A.length;if(a>>>=0,2147483648<a)return!1;
for(var c=1;4>=c;c*=2){var d=b*(1+.2/c);d=Math.min(d,a+100663296);var e=Math;d=Math.max(a,d),e=e.min.call(e,2147483648,d+(65536-d%65536)%65536);a:{try{fa.grow(e-
ia.byteLength+65535>>>16),na();var f=1;break a}catch{}f=void 0}if(f)return!0}return!1},z:function(){return 52},u:function(){return 70},y:function(a,b,c,d){for(var e=0,
f=0;f<c;f++){var g=E[b>>2],k=E[b+4>>2];b+=8;for(var m=0;m<k;m++){var l=A[g+m],n=Fb[a];l===0||l===10?((a===1?ea:v)(z(n,0)),n.length=0):n.push(l)}e+=k}return E[d>>
2]=e,0}};(function(){function a(e){h.asm=e.exports,fa=h.asm.E,na(),oa=h.asm.J,qa.unshift(h.asm.F),F--,h.monitorRunDependencies&&h.monitorRunDependencies(F),F==0&&
(ta!==null&&(clearInterval(ta),ta=null),G&&(e=G,G=null,e()))}function b(e){a(e.instance)}function c(e){return ya().then(function(f){return WebAssembly.instantiate(
f,d)}).then(function(f){return f}).then(e,function(f){v("failed to asynchronously prepare wasm: "+f),x(f)})}var d={a:Jb};if(F++,h.monitorRunDependencies&&h.monitorRunDependencies(
F),h.instantiateWasm)try{return h.instantiateWasm(d,a)}catch(e){v("Module.instantiateWasm callback failed with error: "+e),ca(e)}return(function(){return w||typeof WebAssembly.
instantiateStreaming!="function"||ua(H),c(b)})().catch(ca),{}})(),h.___wasm_call_ctors=function(){return(h.___wasm_call_ctors=h.asm.F).apply(null,arguments)};var Ka=h.
___getTypeName=function(){return(Ka=h.___getTypeName=h.asm.G).apply(null,arguments)};h.__embind_initialize_bindings=function(){return(h.__embind_initialize_bindings=
h.asm.H).apply(null,arguments)};var Ib=h._malloc=function(){return(Ib=h._malloc=h.asm.I).apply(null,arguments)},S=h._free=function(){return(S=h._free=h.asm.K).apply(
null,arguments)};h.dynCall_jiji=function(){return(h.dynCall_jiji=h.asm.L).apply(null,arguments)};var Kb;G=function Lb(){Kb||Mb(),Kb||(G=Lb)};function Mb(){function a(){
if(!Kb&&(Kb=!0,h.calledRun=!0,!ha)){if(za(qa),aa(h),h.onRuntimeInitialized&&h.onRuntimeInitialized(),h.postRun)for(typeof h.postRun=="function"&&(h.postRun=[h.postRun]);h.
postRun.length;){var b=h.postRun.shift();ra.unshift(b)}za(ra)}}if(!(0<F)){if(h.preRun)for(typeof h.preRun=="function"&&(h.preRun=[h.preRun]);h.preRun.length;)sa();
za(pa),0<F||(h.setStatus?(h.setStatus("Running..."),setTimeout(function(){setTimeout(function(){h.setStatus("")},1),a()},1)):a())}}if(h.preInit)for(typeof h.preInit==
"function"&&(h.preInit=[h.preInit]);0<h.preInit.length;)h.preInit.pop()();return Mb(),loadYoga2.ready})})(),yoga_wasm_base64_esm_default=loadYoga;var Align=(function(Align2){return Align2[Align2.Auto=0]="Auto",Align2[Align2.FlexStart=1]="FlexStart",Align2[Align2.Center=2]="Center",Align2[Align2.FlexEnd=3]=
"FlexEnd",Align2[Align2.Stretch=4]="Stretch",Align2[Align2.Baseline=5]="Baseline",Align2[Align2.SpaceBetween=6]="SpaceBetween",Align2[Align2.SpaceAround=7]="Spa\
ceAround",Align2[Align2.SpaceEvenly=8]="SpaceEvenly",Align2})({}),BoxSizing=(function(BoxSizing2){return BoxSizing2[BoxSizing2.BorderBox=0]="BorderBox",BoxSizing2[BoxSizing2.
ContentBox=1]="ContentBox",BoxSizing2})({}),Dimension=(function(Dimension2){return Dimension2[Dimension2.Width=0]="Width",Dimension2[Dimension2.Height=1]="Heigh\
t",Dimension2})({}),Direction=(function(Direction2){return Direction2[Direction2.Inherit=0]="Inherit",Direction2[Direction2.LTR=1]="LTR",Direction2[Direction2.RTL=
2]="RTL",Direction2})({}),Display=(function(Display2){return Display2[Display2.Flex=0]="Flex",Display2[Display2.None=1]="None",Display2[Display2.Contents=2]="Co\
ntents",Display2})({}),Edge=(function(Edge2){return Edge2[Edge2.Left=0]="Left",Edge2[Edge2.Top=1]="Top",Edge2[Edge2.Right=2]="Right",Edge2[Edge2.Bottom=3]="Bott\
om",Edge2[Edge2.Start=4]="Start",Edge2[Edge2.End=5]="End",Edge2[Edge2.Horizontal=6]="Horizontal",Edge2[Edge2.Vertical=7]="Vertical",Edge2[Edge2.All=8]="All",Edge2})(
{}),Errata=(function(Errata2){return Errata2[Errata2.None=0]="None",Errata2[Errata2.StretchFlexBasis=1]="StretchFlexBasis",Errata2[Errata2.AbsolutePositionWithoutInsetsExcludesPadding=
2]="AbsolutePositionWithoutInsetsExcludesPadding",Errata2[Errata2.AbsolutePercentAgainstInnerSize=4]="AbsolutePercentAgainstInnerSize",Errata2[Errata2.All=2147483647]=
"All",Errata2[Errata2.Classic=2147483646]="Classic",Errata2})({}),ExperimentalFeature=(function(ExperimentalFeature2){return ExperimentalFeature2[ExperimentalFeature2.
WebFlexBasis=0]="WebFlexBasis",ExperimentalFeature2})({}),FlexDirection=(function(FlexDirection2){return FlexDirection2[FlexDirection2.Column=0]="Column",FlexDirection2[FlexDirection2.
ColumnReverse=1]="ColumnReverse",FlexDirection2[FlexDirection2.Row=2]="Row",FlexDirection2[FlexDirection2.RowReverse=3]="RowReverse",FlexDirection2})({}),Gutter=(function(Gutter2){
return Gutter2[Gutter2.Column=0]="Column",Gutter2[Gutter2.Row=1]="Row",Gutter2[Gutter2.All=2]="All",Gutter2})({}),Justify=(function(Justify2){return Justify2[Justify2.
FlexStart=0]="FlexStart",Justify2[Justify2.Center=1]="Center",Justify2[Justify2.FlexEnd=2]="FlexEnd",Justify2[Justify2.SpaceBetween=3]="SpaceBetween",Justify2[Justify2.
SpaceAround=4]="SpaceAround",Justify2[Justify2.SpaceEvenly=5]="SpaceEvenly",Justify2})({}),LogLevel=(function(LogLevel2){return LogLevel2[LogLevel2.Error=0]="Er\
ror",LogLevel2[LogLevel2.Warn=1]="Warn",LogLevel2[LogLevel2.Info=2]="Info",LogLevel2[LogLevel2.Debug=3]="Debug",LogLevel2[LogLevel2.Verbose=4]="Verbose",LogLevel2[LogLevel2.
Fatal=5]="Fatal",LogLevel2})({}),MeasureMode=(function(MeasureMode2){return MeasureMode2[MeasureMode2.Undefined=0]="Undefined",MeasureMode2[MeasureMode2.Exactly=
1]="Exactly",MeasureMode2[MeasureMode2.AtMost=2]="AtMost",MeasureMode2})({}),NodeType=(function(NodeType2){return NodeType2[NodeType2.Default=0]="Default",NodeType2[NodeType2.
Text=1]="Text",NodeType2})({}),Overflow=(function(Overflow2){return Overflow2[Overflow2.Visible=0]="Visible",Overflow2[Overflow2.Hidden=1]="Hidden",Overflow2[Overflow2.
Scroll=2]="Scroll",Overflow2})({}),PositionType=(function(PositionType2){return PositionType2[PositionType2.Static=0]="Static",PositionType2[PositionType2.Relative=
1]="Relative",PositionType2[PositionType2.Absolute=2]="Absolute",PositionType2})({}),Unit=(function(Unit2){return Unit2[Unit2.Undefined=0]="Undefined",Unit2[Unit2.
Point=1]="Point",Unit2[Unit2.Percent=2]="Percent",Unit2[Unit2.Auto=3]="Auto",Unit2})({}),Wrap=(function(Wrap2){return Wrap2[Wrap2.NoWrap=0]="NoWrap",Wrap2[Wrap2.
Wrap=1]="Wrap",Wrap2[Wrap2.WrapReverse=2]="WrapReverse",Wrap2})({}),constants={ALIGN_AUTO:Align.Auto,ALIGN_FLEX_START:Align.FlexStart,ALIGN_CENTER:Align.Center,
ALIGN_FLEX_END:Align.FlexEnd,ALIGN_STRETCH:Align.Stretch,ALIGN_BASELINE:Align.Baseline,ALIGN_SPACE_BETWEEN:Align.SpaceBetween,ALIGN_SPACE_AROUND:Align.SpaceAround,
ALIGN_SPACE_EVENLY:Align.SpaceEvenly,BOX_SIZING_BORDER_BOX:BoxSizing.BorderBox,BOX_SIZING_CONTENT_BOX:BoxSizing.ContentBox,DIMENSION_WIDTH:Dimension.Width,DIMENSION_HEIGHT:Dimension.
Height,DIRECTION_INHERIT:Direction.Inherit,DIRECTION_LTR:Direction.LTR,DIRECTION_RTL:Direction.RTL,DISPLAY_FLEX:Display.Flex,DISPLAY_NONE:Display.None,DISPLAY_CONTENTS:Display.
Contents,EDGE_LEFT:Edge.Left,EDGE_TOP:Edge.Top,EDGE_RIGHT:Edge.Right,EDGE_BOTTOM:Edge.Bottom,EDGE_START:Edge.Start,EDGE_END:Edge.End,EDGE_HORIZONTAL:Edge.Horizontal,
EDGE_VERTICAL:Edge.Vertical,EDGE_ALL:Edge.All,ERRATA_NONE:Errata.None,ERRATA_STRETCH_FLEX_BASIS:Errata.StretchFlexBasis,ERRATA_ABSOLUTE_POSITION_WITHOUT_INSETS_EXCLUDES_PADDING:Errata.
AbsolutePositionWithoutInsetsExcludesPadding,ERRATA_ABSOLUTE_PERCENT_AGAINST_INNER_SIZE:Errata.AbsolutePercentAgainstInnerSize,ERRATA_ALL:Errata.All,ERRATA_CLASSIC:Errata.
Classic,EXPERIMENTAL_FEATURE_WEB_FLEX_BASIS:ExperimentalFeature.WebFlexBasis,FLEX_DIRECTION_COLUMN:FlexDirection.Column,FLEX_DIRECTION_COLUMN_REVERSE:FlexDirection.
ColumnReverse,FLEX_DIRECTION_ROW:FlexDirection.Row,FLEX_DIRECTION_ROW_REVERSE:FlexDirection.RowReverse,GUTTER_COLUMN:Gutter.Column,GUTTER_ROW:Gutter.Row,GUTTER_ALL:Gutter.
All,JUSTIFY_FLEX_START:Justify.FlexStart,JUSTIFY_CENTER:Justify.Center,JUSTIFY_FLEX_END:Justify.FlexEnd,JUSTIFY_SPACE_BETWEEN:Justify.SpaceBetween,JUSTIFY_SPACE_AROUND:Justify.
SpaceAround,JUSTIFY_SPACE_EVENLY:Justify.SpaceEvenly,LOG_LEVEL_ERROR:LogLevel.Error,LOG_LEVEL_WARN:LogLevel.Warn,LOG_LEVEL_INFO:LogLevel.Info,LOG_LEVEL_DEBUG:LogLevel.
Debug,LOG_LEVEL_VERBOSE:LogLevel.Verbose,LOG_LEVEL_FATAL:LogLevel.Fatal,MEASURE_MODE_UNDEFINED:MeasureMode.Undefined,MEASURE_MODE_EXACTLY:MeasureMode.Exactly,MEASURE_MODE_AT_MOST:MeasureMode.
AtMost,NODE_TYPE_DEFAULT:NodeType.Default,NODE_TYPE_TEXT:NodeType.Text,OVERFLOW_VISIBLE:Overflow.Visible,OVERFLOW_HIDDEN:Overflow.Hidden,OVERFLOW_SCROLL:Overflow.
Scroll,POSITION_TYPE_STATIC:PositionType.Static,POSITION_TYPE_RELATIVE:PositionType.Relative,POSITION_TYPE_ABSOLUTE:PositionType.Absolute,UNIT_UNDEFINED:Unit.Undefined,
UNIT_POINT:Unit.Point,UNIT_PERCENT:Unit.Percent,UNIT_AUTO:Unit.Auto,WRAP_NO_WRAP:Wrap.NoWrap,WRAP_WRAP:Wrap.Wrap,WRAP_WRAP_REVERSE:Wrap.WrapReverse},YGEnums_default=constants;function wrapAssembly(lib){function patch(prototype,name,fn){let original=prototype[name];prototype[name]=function(){for(var _len=arguments.length,args=new Array(
_len),_key=0;_key<_len;_key++)args[_key]=arguments[_key];return fn.call(this,original,...args)}}for(let fnName of["setPosition","setMargin","setFlexBasis","setW\
idth","setHeight","setMinWidth","setMinHeight","setMaxWidth","setMaxHeight","setPadding","setGap"]){let methods={[Unit.Point]:lib.Node.prototype[fnName],[Unit.Percent]:lib.
Node.prototype[`${fnName}Percent`],[Unit.Auto]:lib.Node.prototype[`${fnName}Auto`]};patch(lib.Node.prototype,fnName,function(original){for(var _len2=arguments.length,
args=new Array(_len2>1?_len2-1:0),_key2=1;_key2<_len2;_key2++)args[_key2-1]=arguments[_key2];let value=args.pop(),unit,asNumber;if(value==="auto")unit=Unit.Auto,
asNumber=void 0;else if(typeof value=="object")unit=value.unit,asNumber=value.valueOf();else if(unit=typeof value=="string"&&value.endsWith("%")?Unit.Percent:Unit.
Point,asNumber=parseFloat(value),value!==void 0&&!Number.isNaN(value)&&Number.isNaN(asNumber))throw new Error(`Invalid value ${value} for ${fnName}`);if(!methods[unit])
throw new Error(`Failed to execute "${fnName}": Unsupported unit '${value}'`);return asNumber!==void 0?methods[unit].call(this,...args,asNumber):methods[unit].call(
this,...args)})}function wrapMeasureFunction(measureFunction){return lib.MeasureCallback.implement({measure:function(){let{width,height}=measureFunction(...arguments);
return{width:width??NaN,height:height??NaN}}})}patch(lib.Node.prototype,"setMeasureFunc",function(original,measureFunc){return measureFunc?original.call(this,wrapMeasureFunction(
measureFunc)):this.unsetMeasureFunc()});function wrapDirtiedFunc(dirtiedFunction){return lib.DirtiedCallback.implement({dirtied:dirtiedFunction})}return patch(lib.
Node.prototype,"setDirtiedFunc",function(original,dirtiedFunc){original.call(this,wrapDirtiedFunc(dirtiedFunc))}),patch(lib.Config.prototype,"free",function(){lib.
Config.destroy(this)}),patch(lib.Node,"create",(_,config)=>config?lib.Node.createWithConfig(config):lib.Node.createDefault()),patch(lib.Node.prototype,"free",function(){
lib.Node.destroy(this)}),patch(lib.Node.prototype,"freeRecursive",function(){for(let t18=0,T=this.getChildCount();t18<T;++t18)this.getChild(0).freeRecursive();this.
free()}),patch(lib.Node.prototype,"calculateLayout",function(original){let width=arguments.length>1&&arguments[1]!==void 0?arguments[1]:NaN,height=arguments.length>
2&&arguments[2]!==void 0?arguments[2]:NaN,direction=arguments.length>3&&arguments[3]!==void 0?arguments[3]:Direction.LTR;return original.call(this,width,height,
direction)}),{Config:lib.Config,Node:lib.Node,...YGEnums_default}}var Yoga=wrapAssembly(await yoga_wasm_base64_esm_default()),src_default=Yoga;var ST=String.raw`(?:\u001B\u005C|\u009C)`,stringControls=String.raw`\u0018\u001A\u001B\u0080-\u009F`,osc=String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`,
controlString=String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`,linuxPalette=String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`,
csi=String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`,escape=String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`,
pattern=`${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;function ansiRegex({onlyFirst=!1}={}){return new RegExp(pattern,onlyFirst?void 0:"g")}var regex=ansiRegex();function stripAnsi(string){if(typeof string!="string")throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);return!string.
includes("\x1B")&&!string.includes("\x9B")?string:string.replace(regex,"")}var wrapAnsi16=(offset=0)=>code=>`\x1B[${code+offset}m`,wrapAnsi256=(offset=0)=>code=>`\x1B[${38+offset};5;${code}m`,wrapAnsi16m=(offset=0)=>(red,green,blue)=>`\
\x1B[${38+offset};2;${red};${green};${blue}m`,styles={modifier:{reset:[0,0],bold:[1,22],dim:[2,22],italic:[3,23],underline:[4,24],overline:[53,55],inverse:[7,27],
hidden:[8,28],strikethrough:[9,29]},color:{black:[30,39],red:[31,39],green:[32,39],yellow:[33,39],blue:[34,39],magenta:[35,39],cyan:[36,39],white:[37,39],blackBright:[
90,39],gray:[90,39],grey:[90,39],redBright:[91,39],greenBright:[92,39],yellowBright:[93,39],blueBright:[94,39],magentaBright:[95,39],cyanBright:[96,39],whiteBright:[
97,39]},bgColor:{bgBlack:[40,49],bgRed:[41,49],bgGreen:[42,49],bgYellow:[43,49],bgBlue:[44,49],bgMagenta:[45,49],bgCyan:[46,49],bgWhite:[47,49],bgBlackBright:[100,
49],bgGray:[100,49],bgGrey:[100,49],bgRedBright:[101,49],bgGreenBright:[102,49],bgYellowBright:[103,49],bgBlueBright:[104,49],bgMagentaBright:[105,49],bgCyanBright:[
106,49],bgWhiteBright:[107,49]}},modifierNames=Object.keys(styles.modifier),foregroundColorNames=Object.keys(styles.color),backgroundColorNames=Object.keys(styles.
bgColor),colorNames=[...foregroundColorNames,...backgroundColorNames];function assembleStyles(){let codes=new Map;for(let[groupName,group]of Object.entries(styles)){
for(let[styleName,style]of Object.entries(group))styles[styleName]={open:`\x1B[${style[0]}m`,close:`\x1B[${style[1]}m`},group[styleName]=styles[styleName],codes.
set(style[0],style[1]);Object.defineProperty(styles,groupName,{value:group,enumerable:!1})}return Object.defineProperty(styles,"codes",{value:codes,enumerable:!1}),
styles.color.close="\x1B[39m",styles.bgColor.close="\x1B[49m",styles.color.ansi=wrapAnsi16(),styles.color.ansi256=wrapAnsi256(),styles.color.ansi16m=wrapAnsi16m(),
styles.bgColor.ansi=wrapAnsi16(10),styles.bgColor.ansi256=wrapAnsi256(10),styles.bgColor.ansi16m=wrapAnsi16m(10),Object.defineProperties(styles,{rgbToAnsi256:{value(red,green,blue){
return red===green&&green===blue?red<8?16:red>248?231:Math.round((red-8)/247*24)+232:16+36*Math.round(red/255*5)+6*Math.round(green/255*5)+Math.round(blue/255*5)},
enumerable:!1},hexToRgb:{value(hex){let matches=/[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));if(!matches)return[0,0,0];let[colorString]=matches;colorString.length===
3&&(colorString=[...colorString].map(character=>character+character).join(""));let integer=Number.parseInt(colorString,16);return[integer>>16&255,integer>>8&255,
integer&255]},enumerable:!1},hexToAnsi256:{value:hex=>styles.rgbToAnsi256(...styles.hexToRgb(hex)),enumerable:!1},ansi256ToAnsi:{value(code){if(code<8)return 30+
code;if(code<16)return 90+(code-8);let red,green,blue;if(code>=232)red=((code-232)*10+8)/255,green=red,blue=red;else{code-=16;let remainder=code%36;red=Math.floor(
code/36)/5,green=Math.floor(remainder/6)/5,blue=remainder%6/5}let value=Math.max(red,green,blue)*2;if(value===0)return 30;let result=30+(Math.round(blue)<<2|Math.
round(green)<<1|Math.round(red));return value===2&&(result+=60),result},enumerable:!1},rgbToAnsi:{value:(red,green,blue)=>styles.ansi256ToAnsi(styles.rgbToAnsi256(
red,green,blue)),enumerable:!1},hexToAnsi:{value:hex=>styles.ansi256ToAnsi(styles.hexToAnsi256(hex)),enumerable:!1}}),styles}var ansiStyles=assembleStyles(),ansi_styles_default=ansiStyles;var ESCAPES=new Set(["\x1B","\x9B"]),END_CODE=39,ANSI_ESCAPE_BELL="\x07",ANSI_CSI="[",ANSI_OSC="]",ANSI_SGR_TERMINATOR="m",ANSI_ESCAPE_LINK=`${ANSI_OSC}8;;`,wrapAnsiCode=code=>`${ESCAPES.
values().next().value}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`,wrapAnsiHyperlink=url=>`${ESCAPES.values().next().value}${ANSI_ESCAPE_LINK}${url}${ANSI_ESCAPE_BELL}`,
wordLengths=string=>string.split(" ").map(character=>dist_default(character)),wrapWord=(rows,word,columns)=>{let characters=[...word],isInsideEscape=!1,isInsideLinkEscape=!1,
visible=dist_default(stripAnsi(rows.at(-1)));for(let[index,character]of characters.entries()){let characterLength=dist_default(character);if(visible+characterLength<=
columns?rows[rows.length-1]+=character:(rows.push(character),visible=0),ESCAPES.has(character)&&(isInsideEscape=!0,isInsideLinkEscape=characters.slice(index+1,index+
1+ANSI_ESCAPE_LINK.length).join("")===ANSI_ESCAPE_LINK),isInsideEscape){isInsideLinkEscape?character===ANSI_ESCAPE_BELL&&(isInsideEscape=!1,isInsideLinkEscape=!1):
character===ANSI_SGR_TERMINATOR&&(isInsideEscape=!1);continue}visible+=characterLength,visible===columns&&index<characters.length-1&&(rows.push(""),visible=0)}!visible&&
rows.at(-1).length>0&&rows.length>1&&(rows[rows.length-2]+=rows.pop())},stringVisibleTrimSpacesRight=string=>{let words=string.split(" "),last=words.length;for(;last>
0&&!(dist_default(words[last-1])>0);)last--;return last===words.length?string:words.slice(0,last).join(" ")+words.slice(last).join("")},exec=(string,columns,options={})=>{
if(options.trim!==!1&&string.trim()==="")return"";let returnValue="",escapeCode,escapeUrl,lengths=wordLengths(string),rows=[""];for(let[index,word]of string.split(
" ").entries()){options.trim!==!1&&(rows[rows.length-1]=rows.at(-1).trimStart());let rowLength=dist_default(rows.at(-1));if(index!==0&&(rowLength>=columns&&(options.
wordWrap===!1||options.trim===!1)&&(rows.push(""),rowLength=0),(rowLength>0||options.trim===!1)&&(rows[rows.length-1]+=" ",rowLength++)),options.hard&&lengths[index]>
columns){let remainingColumns=columns-rowLength,breaksStartingThisLine=1+Math.floor((lengths[index]-remainingColumns-1)/columns);Math.floor((lengths[index]-1)/columns)<
breaksStartingThisLine&&rows.push(""),wrapWord(rows,word,columns);continue}if(rowLength+lengths[index]>columns&&rowLength>0&&lengths[index]>0){if(options.wordWrap===
!1&&rowLength<columns){wrapWord(rows,word,columns);continue}rows.push("")}if(rowLength+lengths[index]>columns&&options.wordWrap===!1){wrapWord(rows,word,columns);
continue}rows[rows.length-1]+=word}options.trim!==!1&&(rows=rows.map(row=>stringVisibleTrimSpacesRight(row)));let preString=rows.join(`
`),pre=[...preString],preStringIndex=0;for(let[index,character]of pre.entries()){if(returnValue+=character,ESCAPES.has(character)){let{groups}=new RegExp(`(?:\\${ANSI_CSI}\
(?<code>\\d+)m|\\${ANSI_ESCAPE_LINK}(?<uri>.*)${ANSI_ESCAPE_BELL})`).exec(preString.slice(preStringIndex))||{groups:{}};if(groups.code!==void 0){let code2=Number.
parseFloat(groups.code);escapeCode=code2===END_CODE?void 0:code2}else groups.uri!==void 0&&(escapeUrl=groups.uri.length===0?void 0:groups.uri)}let code=ansi_styles_default.
codes.get(Number(escapeCode));pre[index+1]===`
`?(escapeUrl&&(returnValue+=wrapAnsiHyperlink("")),escapeCode&&code&&(returnValue+=wrapAnsiCode(code))):character===`
`&&(escapeCode&&code&&(returnValue+=wrapAnsiCode(escapeCode)),escapeUrl&&(returnValue+=wrapAnsiHyperlink(escapeUrl))),preStringIndex+=character.length}return returnValue};
function wrapAnsi(string,columns,options){return String(string).normalize().replaceAll(`\r
`,`
`).split(`
`).map(line2=>exec(line2,columns,options)).join(`
`)}import process3 from"node:process";import{execFileSync}from"node:child_process";import fs from"node:fs";import tty from"node:tty";var defaultColumns=80,defaultRows=24,
exec2=(command,arguments_,{shell,env:env3}={})=>execFileSync(command,arguments_,{encoding:"utf8",stdio:["ignore","pipe","ignore"],timeout:500,shell,env:env3}).trim(),
create=(columns,rows)=>({columns:Number.parseInt(columns,10),rows:Number.parseInt(rows,10)}),createIfNotDefault=(maybeColumns,maybeRows)=>{let{columns,rows}=create(
maybeColumns,maybeRows);if(!(Number.isNaN(columns)||Number.isNaN(rows))&&!(columns===defaultColumns&&rows===defaultRows))return{columns,rows}},isForegroundProcess=()=>{
if(process3.platform!=="linux")return!0;try{let statContents=fs.readFileSync("/proc/self/stat","utf8"),closingParenthesisIndex=statContents.lastIndexOf(") ");if(closingParenthesisIndex===
-1)return!1;let statFields=statContents.slice(closingParenthesisIndex+2).trim().split(/\s+/),processGroupId=Number.parseInt(statFields[2],10),foregroundProcessGroupId=Number.
parseInt(statFields[5],10);return Number.isNaN(processGroupId)||Number.isNaN(foregroundProcessGroupId)||foregroundProcessGroupId<=0?!1:processGroupId===foregroundProcessGroupId}catch{
return!1}};function terminalSize(){let{env:env3,stdout,stderr}=process3;if(stdout?.columns&&stdout?.rows)return create(stdout.columns,stdout.rows);if(stderr?.columns&&
stderr?.rows)return create(stderr.columns,stderr.rows);if(env3.COLUMNS&&env3.LINES)return create(env3.COLUMNS,env3.LINES);let fallback={columns:defaultColumns,rows:defaultRows};
return process3.platform==="win32"?tput()??fallback:process3.platform==="darwin"?devTty()??tput()??fallback:devTty()??tput()??resize()??fallback}var devTty=()=>{
try{let flags=process3.platform==="darwin"?fs.constants.O_EVTONLY|fs.constants.O_NONBLOCK:fs.constants.O_NONBLOCK,{columns,rows}=tty.WriteStream(fs.openSync("/d\
ev/tty",flags));return{columns,rows}}catch{}},tput=()=>{try{let columns=exec2("tput",["cols"],{env:{TERM:"dumb",...process3.env}}),rows=exec2("tput",["lines"],{
env:{TERM:"dumb",...process3.env}});if(columns&&rows)return createIfNotDefault(columns,rows)}catch{}},resize=()=>{try{if(!isForegroundProcess())return;let size=exec2(
"resize",["-u"]).match(/\d+/g);if(size.length===2)return createIfNotDefault(size[0],size[1])}catch{}};import process4 from"node:process";var isDev=()=>process4.env.DEV==="true";var import_react_reconciler=__toESM(require_react_reconciler(),1),import_constants=__toESM(require_constants(),1),Scheduler=__toESM(require_scheduler(),1);var import_react=__toESM(require_react(),1);function widestLine(string){let lineWidth=0;for(let line2 of string.split(`
`))lineWidth=Math.max(lineWidth,dist_default(line2));return lineWidth}var cache=new Map,measureText=text=>{if(text.length===0)return{width:0,height:0};let cachedDimensions=cache.get(text);if(cachedDimensions)return cachedDimensions;
let width=widestLine(text),height=text.split(`
`).length,dimensions={width,height};return cache.set(text,dimensions),dimensions},measure_text_default=measureText;var fullwidthMinimalCodePoint=12288,fullwidthMaximumCodePoint=65510,fullwidthRanges=[12288,12288,65281,65376,65504,65510];var wideMinimalCodePoint=4352,wideMaximumCodePoint=262141,wideRanges=[4352,4447,8986,8987,9001,9002,9193,9196,9200,9200,9203,9203,9725,9726,9748,9749,9776,9783,
9800,9811,9855,9855,9866,9871,9875,9875,9889,9889,9898,9899,9917,9918,9924,9925,9934,9934,9940,9940,9962,9962,9970,9971,9973,9973,9978,9978,9981,9981,9989,9989,
9994,9995,10024,10024,10060,10060,10062,10062,10067,10069,10071,10071,10133,10135,10160,10160,10175,10175,11035,11036,11088,11088,11093,11093,11904,11929,11931,
12019,12032,12245,12272,12287,12289,12350,12353,12438,12441,12543,12549,12591,12593,12686,12688,12773,12783,12830,12832,12871,12880,42124,42128,42182,43360,43388,
44032,55203,63744,64255,65040,65049,65072,65106,65108,65126,65128,65131,94176,94180,94192,94198,94208,101594,101631,101664,101760,101874,101888,102801,102816,102866,
110576,110579,110581,110587,110589,110590,110592,110888,110898,110898,110928,110930,110933,110933,110948,110952,110960,111355,119552,119638,119648,119670,126980,
126980,127183,127183,127374,127374,127377,127386,127406,127406,127488,127490,127504,127547,127552,127560,127568,127569,127584,127589,127744,127776,127789,127797,
127799,127868,127870,127891,127904,127946,127951,127955,127968,127984,127988,127988,127992,128062,128064,128064,128066,128252,128255,128317,128331,128334,128336,
128359,128378,128378,128405,128406,128420,128420,128507,128591,128640,128709,128716,128716,128720,128722,128725,128729,128732,128735,128747,128748,128756,128764,
128986,128986,128992,129003,129008,129008,129292,129338,129340,129349,129351,129535,129648,129660,129664,129734,129736,129736,129740,129757,129759,129771,129775,
129786,131072,196605,196608,262141];var isInRange=(ranges,codePoint)=>{let low=0,high=Math.floor(ranges.length/2)-1;for(;low<=high;){let mid=Math.floor((low+high)/2),i=mid*2;if(codePoint<ranges[i])
high=mid-1;else if(codePoint>ranges[i+1])low=mid+1;else return!0}return!1};var commonCjkCodePoint=19968,[wideFastPathStart,wideFastPathEnd]=findWideFastPathRange(wideRanges);function findWideFastPathRange(ranges){let fastPathStart=ranges[0],
fastPathEnd=ranges[1];for(let index=0;index<ranges.length;index+=2){let start3=ranges[index],end=ranges[index+1];if(commonCjkCodePoint>=start3&&commonCjkCodePoint<=
end)return[start3,end];end-start3>fastPathEnd-fastPathStart&&(fastPathStart=start3,fastPathEnd=end)}return[fastPathStart,fastPathEnd]}var isFullwidth=codePoint=>codePoint<fullwidthMinimalCodePoint||codePoint>fullwidthMaximumCodePoint?!1:isInRange(fullwidthRanges,codePoint);var isWide=codePoint=>codePoint>=wideFastPathStart&&codePoint<=wideFastPathEnd?!0:codePoint<wideMinimalCodePoint||codePoint>wideMaximumCodePoint?!1:isInRange(wideRanges,
codePoint);function isFullwidthCodePoint(codePoint){return Number.isInteger(codePoint)?isFullwidth(codePoint)||isWide(codePoint):!1}var ESCAPE_CODE_POINT=27,C1_DCS_CODE_POINT=144,C1_SOS_CODE_POINT=152,C1_CSI_CODE_POINT=155,C1_ST_CODE_POINT=156,C1_OSC_CODE_POINT=157,C1_PM_CODE_POINT=158,C1_APC_CODE_POINT=159,
ESCAPES2=new Set([ESCAPE_CODE_POINT,C1_DCS_CODE_POINT,C1_SOS_CODE_POINT,C1_CSI_CODE_POINT,C1_ST_CODE_POINT,C1_OSC_CODE_POINT,C1_PM_CODE_POINT,C1_APC_CODE_POINT]),
ESCAPE="\x1B",ANSI_BELL="\x07",ANSI_CSI2="[",ANSI_OSC2="]",ANSI_DCS="P",ANSI_SOS="X",ANSI_PM="^",ANSI_APC="_",ANSI_SGR_TERMINATOR2="m",ANSI_OSC_TERMINATOR="\\",
ANSI_STRING_TERMINATOR=`${ESCAPE}${ANSI_OSC_TERMINATOR}`,C1_OSC="\x9D",C1_STRING_TERMINATOR="\x9C",ANSI_HYPERLINK_ESC_PREFIX=`${ESCAPE}${ANSI_OSC2}8;`,ANSI_HYPERLINK_C1_PREFIX=`${C1_OSC}\
8;`,ANSI_HYPERLINK_ESC_CLOSE=`${ANSI_HYPERLINK_ESC_PREFIX};`,ANSI_HYPERLINK_C1_CLOSE=`${ANSI_HYPERLINK_C1_PREFIX};`,CODE_POINT_0="0".codePointAt(0),CODE_POINT_9="\
9".codePointAt(0),CODE_POINT_SEMICOLON=";".codePointAt(0),CODE_POINT_COLON=":".codePointAt(0),CODE_POINT_CSI_PARAMETER_START="0".codePointAt(0),CODE_POINT_CSI_PARAMETER_END="\
?".codePointAt(0),CODE_POINT_CSI_INTERMEDIATE_START=" ".codePointAt(0),CODE_POINT_CSI_INTERMEDIATE_END="/".codePointAt(0),CODE_POINT_CSI_FINAL_START="@".codePointAt(
0),CODE_POINT_CSI_FINAL_END="~".codePointAt(0),REGIONAL_INDICATOR_SYMBOL_LETTER_A=127462,REGIONAL_INDICATOR_SYMBOL_LETTER_Z=127487,SGR_RESET_CODE=0,SGR_EXTENDED_FOREGROUND_CODE=38,
SGR_DEFAULT_FOREGROUND_CODE=39,SGR_EXTENDED_BACKGROUND_CODE=48,SGR_DEFAULT_BACKGROUND_CODE=49,SGR_COLOR_TYPE_ANSI_256=5,SGR_COLOR_TYPE_TRUECOLOR=2,SGR_ANSI_256_FRAGMENT_LENGTH=3,
SGR_TRUECOLOR_FRAGMENT_LENGTH=5,SGR_ANSI_256_LAST_PARAMETER_OFFSET=2,SGR_TRUECOLOR_LAST_PARAMETER_OFFSET=4,VARIATION_SELECTOR_16_CODE_POINT=65039,COMBINING_ENCLOSING_KEYCAP_CODE_POINT=8419,
EMOJI_PRESENTATION_GRAPHEME_REGEX=new RegExp("\\p{Emoji_Presentation}","u"),GRAPHEME_SEGMENTER=new Intl.Segmenter(void 0,{granularity:"grapheme"}),endCodeNumbers=new Set;
for(let[,end]of ansi_styles_default.codes)endCodeNumbers.add(end);function isSgrParameterCharacter(codePoint){return codePoint>=CODE_POINT_0&&codePoint<=CODE_POINT_9||
codePoint===CODE_POINT_SEMICOLON||codePoint===CODE_POINT_COLON}function isCsiParameterCharacter(codePoint){return codePoint>=CODE_POINT_CSI_PARAMETER_START&&codePoint<=
CODE_POINT_CSI_PARAMETER_END}function isCsiIntermediateCharacter(codePoint){return codePoint>=CODE_POINT_CSI_INTERMEDIATE_START&&codePoint<=CODE_POINT_CSI_INTERMEDIATE_END}
function isCsiFinalCharacter(codePoint){return codePoint>=CODE_POINT_CSI_FINAL_START&&codePoint<=CODE_POINT_CSI_FINAL_END}function isRegionalIndicatorCodePoint(codePoint){
return codePoint>=REGIONAL_INDICATOR_SYMBOL_LETTER_A&&codePoint<=REGIONAL_INDICATOR_SYMBOL_LETTER_Z}function createControlParseResult(code,endIndex){return{token:{
type:"control",code},endIndex}}function isEmojiStyleGrapheme(grapheme){if(EMOJI_PRESENTATION_GRAPHEME_REGEX.test(grapheme))return!0;for(let character of grapheme){
let codePoint=character.codePointAt(0);if(codePoint===VARIATION_SELECTOR_16_CODE_POINT||codePoint===COMBINING_ENCLOSING_KEYCAP_CODE_POINT)return!0}return!1}function getGraphemeWidth(grapheme){
let regionalIndicatorCount=0;for(let character of grapheme){let codePoint=character.codePointAt(0);if(isFullwidthCodePoint(codePoint))return 2;isRegionalIndicatorCodePoint(
codePoint)&&regionalIndicatorCount++}return regionalIndicatorCount>=1||isEmojiStyleGrapheme(grapheme)?2:1}function getSgrPrefix(code){return code.startsWith("\x9B")?
"\x9B":`${ESCAPE}${ANSI_CSI2}`}function createSgrCode(prefix,values){return`${prefix}${values.join(";")}${ANSI_SGR_TERMINATOR2}`}function getSgrFragments(code){
let fragments=[],sgrPrefix=getSgrPrefix(code),parameterString;if(code.startsWith(`${ESCAPE}${ANSI_CSI2}`))parameterString=code.slice(2,-1);else if(code.startsWith(
"\x9B"))parameterString=code.slice(1,-1);else return fragments;let rawCodes=parameterString.length===0?[String(SGR_RESET_CODE)]:parameterString.split(";"),index=0;
for(;index<rawCodes.length;){let codeNumber=Number.parseInt(rawCodes[index],10);if(Number.isNaN(codeNumber)){index++;continue}if(codeNumber===SGR_RESET_CODE){fragments.
push({type:"reset"}),index++;continue}if(codeNumber===SGR_EXTENDED_FOREGROUND_CODE||codeNumber===SGR_EXTENDED_BACKGROUND_CODE){let colorType=Number.parseInt(rawCodes[index+
1],10);if(colorType===SGR_COLOR_TYPE_ANSI_256&&index+SGR_ANSI_256_LAST_PARAMETER_OFFSET<rawCodes.length){let openCode3=createSgrCode(sgrPrefix,rawCodes.slice(index,
index+SGR_ANSI_256_FRAGMENT_LENGTH));fragments.push({type:"start",code:openCode3,endCode:ansi_styles_default.color.ansi(codeNumber===SGR_EXTENDED_FOREGROUND_CODE?
SGR_DEFAULT_FOREGROUND_CODE:SGR_DEFAULT_BACKGROUND_CODE)}),index+=SGR_ANSI_256_FRAGMENT_LENGTH;continue}if(colorType===SGR_COLOR_TYPE_TRUECOLOR&&index+SGR_TRUECOLOR_LAST_PARAMETER_OFFSET<
rawCodes.length){let openCode3=createSgrCode(sgrPrefix,rawCodes.slice(index,index+SGR_TRUECOLOR_FRAGMENT_LENGTH));fragments.push({type:"start",code:openCode3,endCode:ansi_styles_default.
color.ansi(codeNumber===SGR_EXTENDED_FOREGROUND_CODE?SGR_DEFAULT_FOREGROUND_CODE:SGR_DEFAULT_BACKGROUND_CODE)}),index+=SGR_TRUECOLOR_FRAGMENT_LENGTH;continue}let openCode2=createSgrCode(
sgrPrefix,[rawCodes[index]]);fragments.push({type:"start",code:openCode2,endCode:ansi_styles_default.color.ansi(codeNumber===SGR_EXTENDED_FOREGROUND_CODE?SGR_DEFAULT_FOREGROUND_CODE:
SGR_DEFAULT_BACKGROUND_CODE)}),index++;continue}if(endCodeNumbers.has(codeNumber)){fragments.push({type:"end",endCode:ansi_styles_default.color.ansi(codeNumber)}),
index++;continue}let mappedEndCode=ansi_styles_default.codes.get(codeNumber);if(mappedEndCode!==void 0){let openCode2=createSgrCode(sgrPrefix,[rawCodes[index]]);
fragments.push({type:"start",code:openCode2,endCode:ansi_styles_default.color.ansi(mappedEndCode)}),index++;continue}let openCode=createSgrCode(sgrPrefix,[rawCodes[index]]);
fragments.push({type:"start",code:openCode,endCode:ansi_styles_default.reset.open}),index++}return fragments.length===0&&fragments.push({type:"reset"}),fragments}
function parseCsiCode(string,index){let escapeCodePoint=string.codePointAt(index),sequenceStartIndex;if(escapeCodePoint===ESCAPE_CODE_POINT){if(string[index+1]!==
ANSI_CSI2)return;sequenceStartIndex=index+2}else if(escapeCodePoint===C1_CSI_CODE_POINT)sequenceStartIndex=index+1;else return;let hasCanonicalSgrParameters=!0;
for(let sequenceIndex=sequenceStartIndex;sequenceIndex<string.length;sequenceIndex++){let codePoint=string.codePointAt(sequenceIndex);if(isCsiFinalCharacter(codePoint)){
let code=string.slice(index,sequenceIndex+1);return string[sequenceIndex]!==ANSI_SGR_TERMINATOR2||!hasCanonicalSgrParameters?createControlParseResult(code,sequenceIndex+
1):{token:{type:"sgr",code,fragments:getSgrFragments(code)},endIndex:sequenceIndex+1}}if(isCsiParameterCharacter(codePoint)){isSgrParameterCharacter(codePoint)||
(hasCanonicalSgrParameters=!1);continue}if(isCsiIntermediateCharacter(codePoint)){hasCanonicalSgrParameters=!1;continue}let endIndex=sequenceIndex;return createControlParseResult(
string.slice(index,endIndex),endIndex)}return createControlParseResult(string.slice(index),string.length)}function parseHyperlinkCode(string,index){let hyperlinkPrefix,
hyperlinkClose,codePoint=string.codePointAt(index);if(codePoint===ESCAPE_CODE_POINT&&string.startsWith(ANSI_HYPERLINK_ESC_PREFIX,index))hyperlinkPrefix=ANSI_HYPERLINK_ESC_PREFIX,
hyperlinkClose=ANSI_HYPERLINK_ESC_CLOSE;else if(codePoint===C1_OSC_CODE_POINT&&string.startsWith(ANSI_HYPERLINK_C1_PREFIX,index))hyperlinkPrefix=ANSI_HYPERLINK_C1_PREFIX,
hyperlinkClose=ANSI_HYPERLINK_C1_CLOSE;else return;let uriStart=string.indexOf(";",index+hyperlinkPrefix.length);if(uriStart===-1)return createControlParseResult(
string.slice(index),string.length);for(let sequenceIndex=uriStart+1;sequenceIndex<string.length;sequenceIndex++){let character=string[sequenceIndex];if(character===
ANSI_BELL){let code=string.slice(index,sequenceIndex+1),action=sequenceIndex===uriStart+1?"close":"open";return{token:{type:"hyperlink",code,action,closePrefix:hyperlinkClose,
terminator:ANSI_BELL},endIndex:sequenceIndex+1}}if(character===ESCAPE&&string[sequenceIndex+1]===ANSI_OSC_TERMINATOR){let code=string.slice(index,sequenceIndex+
2),action=sequenceIndex===uriStart+1?"close":"open";return{token:{type:"hyperlink",code,action,closePrefix:hyperlinkClose,terminator:ANSI_STRING_TERMINATOR},endIndex:sequenceIndex+
2}}if(character===C1_STRING_TERMINATOR){let code=string.slice(index,sequenceIndex+1),action=sequenceIndex===uriStart+1?"close":"open";return{token:{type:"hyperl\
ink",code,action,closePrefix:hyperlinkClose,terminator:C1_STRING_TERMINATOR},endIndex:sequenceIndex+1}}}return createControlParseResult(string.slice(index),string.
length)}function parseControlStringCode(string,index){let codePoint=string.codePointAt(index),sequenceStartIndex,supportsBellTerminator=!1;switch(codePoint){case ESCAPE_CODE_POINT:{
switch(string[index+1]){case ANSI_OSC2:{sequenceStartIndex=index+2,supportsBellTerminator=!0;break}case ANSI_DCS:case ANSI_SOS:case ANSI_PM:case ANSI_APC:{sequenceStartIndex=
index+2;break}case ANSI_OSC_TERMINATOR:return createControlParseResult(ANSI_STRING_TERMINATOR,index+2);default:return}break}case C1_OSC_CODE_POINT:{sequenceStartIndex=
index+1,supportsBellTerminator=!0;break}case C1_DCS_CODE_POINT:case C1_SOS_CODE_POINT:case C1_PM_CODE_POINT:case C1_APC_CODE_POINT:{sequenceStartIndex=index+1;break}case C1_ST_CODE_POINT:
return createControlParseResult(C1_STRING_TERMINATOR,index+1);default:return}for(let sequenceIndex=sequenceStartIndex;sequenceIndex<string.length;sequenceIndex++){
if(supportsBellTerminator&&string[sequenceIndex]===ANSI_BELL)return createControlParseResult(string.slice(index,sequenceIndex+1),sequenceIndex+1);if(string[sequenceIndex]===
ESCAPE&&string[sequenceIndex+1]===ANSI_OSC_TERMINATOR)return createControlParseResult(string.slice(index,sequenceIndex+2),sequenceIndex+2);if(string[sequenceIndex]===
C1_STRING_TERMINATOR)return createControlParseResult(string.slice(index,sequenceIndex+1),sequenceIndex+1)}return createControlParseResult(string.slice(index),string.
length)}function parseAnsiCode(string,index){let codePoint=string.codePointAt(index);if(codePoint===ESCAPE_CODE_POINT||codePoint===C1_OSC_CODE_POINT){let hyperlinkCode=parseHyperlinkCode(
string,index);if(hyperlinkCode)return hyperlinkCode}let controlStringCode=parseControlStringCode(string,index);return controlStringCode||parseCsiCode(string,index)}
function appendTrailingAnsiTokens(string,index,tokens){for(;index<string.length;){let nextCodePoint=string.codePointAt(index);if(!ESCAPES2.has(nextCodePoint))break;
let escapeCode=parseAnsiCode(string,index);if(!escapeCode)break;tokens.push(escapeCode.token),index=escapeCode.endIndex}return index}function parseCharacterTokenWithRawSegmentation(string,index,graphemeSegments){
let segment=graphemeSegments.containing(index);if(!(!segment||segment.index!==index))return{token:{type:"character",value:segment.segment,visibleWidth:getGraphemeWidth(
segment.segment),isGraphemeContinuation:!1},endIndex:index+segment.segment.length}}function collectVisibleCharacters(string){let visibleCharacters=[],index=0;for(;index<
string.length;){let codePoint=string.codePointAt(index);if(ESCAPES2.has(codePoint)){let code=parseAnsiCode(string,index);if(code){index=code.endIndex;continue}}
let value=String.fromCodePoint(codePoint);visibleCharacters.push({value,visibleWidth:1,isGraphemeContinuation:!1}),index+=value.length}return visibleCharacters}
function applyGraphemeMetadata(visibleCharacters){if(visibleCharacters.length===0)return;let visibleString=visibleCharacters.map(({value})=>value).join(""),scalarOffsets=[],
scalarOffset=0;for(let visibleCharacter of visibleCharacters)scalarOffsets.push(scalarOffset),scalarOffset+=visibleCharacter.value.length;let scalarIndex=0;for(let segment of GRAPHEME_SEGMENTER.
segment(visibleString)){for(;scalarIndex<visibleCharacters.length&&scalarOffsets[scalarIndex]<segment.index;)scalarIndex++;let graphemeIndex=scalarIndex,isFirstInGrapheme=!0;
for(;graphemeIndex<visibleCharacters.length&&scalarOffsets[graphemeIndex]<segment.index+segment.segment.length;)visibleCharacters[graphemeIndex].visibleWidth=isFirstInGrapheme?
getGraphemeWidth(segment.segment):0,visibleCharacters[graphemeIndex].isGraphemeContinuation=!isFirstInGrapheme,isFirstInGrapheme=!1,graphemeIndex++;scalarIndex=
graphemeIndex}}function tokenizeAnsiWithVisibleSegmentation(string,{endCharacter=Number.POSITIVE_INFINITY}={}){let tokens=[],visibleCharacters=collectVisibleCharacters(
string);applyGraphemeMetadata(visibleCharacters);let index=0,visibleCharacterIndex=0,visibleCount=0;for(;index<string.length;){let codePoint=string.codePointAt(
index);if(ESCAPES2.has(codePoint)){let code=parseAnsiCode(string,index);if(code){tokens.push(code.token),index=code.endIndex;continue}}let value=String.fromCodePoint(
codePoint),visibleCharacter=visibleCharacters[visibleCharacterIndex],visibleWidth=isFullwidthCodePoint(codePoint)?2:value.length;visibleCharacter&&(visibleWidth=
visibleCharacter.visibleWidth);let token={type:"character",value,visibleWidth,isGraphemeContinuation:visibleCharacter?visibleCharacter.isGraphemeContinuation:!1};
if(tokens.push(token),index+=value.length,visibleCharacterIndex++,visibleCount+=token.visibleWidth,visibleCount>=endCharacter){let nextVisibleCharacter=visibleCharacters[visibleCharacterIndex];
if(!nextVisibleCharacter||!nextVisibleCharacter.isGraphemeContinuation){index=appendTrailingAnsiTokens(string,index,tokens);break}}}return tokens}function areValuesInSameGrapheme(leftValue,rightValue){
let pair=`${leftValue}${rightValue}`,splitIndex=leftValue.length;for(let segment of GRAPHEME_SEGMENTER.segment(pair)){if(segment.index===splitIndex)return!1;if(segment.
index>splitIndex)return!0}return!0}function hasAnsiSplitContinuationAhead(string,startIndex,previousVisibleValue,graphemeSegments){if(!previousVisibleValue)return!1;
let index=startIndex,hasAnsiCode=!1;for(;index<string.length;){let codePoint=string.codePointAt(index);if(ESCAPES2.has(codePoint)){let code=parseAnsiCode(string,
index);if(code){hasAnsiCode=!0,index=code.endIndex;continue}}if(!hasAnsiCode)return!1;let characterToken=parseCharacterTokenWithRawSegmentation(string,index,graphemeSegments);
return characterToken?areValuesInSameGrapheme(previousVisibleValue,characterToken.token.value):!0}return!1}function tokenizeAnsi(string,{endCharacter=Number.POSITIVE_INFINITY}={}){
let tokens=[],graphemeSegments=GRAPHEME_SEGMENTER.segment(string),index=0,visibleCount=0,previousVisibleValue,hasAnsiSinceLastVisible=!1;for(;index<string.length;){
let codePoint=string.codePointAt(index);if(ESCAPES2.has(codePoint)){let code=parseAnsiCode(string,index);if(code){tokens.push(code.token),index=code.endIndex,hasAnsiSinceLastVisible=
!0;continue}}let characterToken=parseCharacterTokenWithRawSegmentation(string,index,graphemeSegments);if(!characterToken)return tokenizeAnsiWithVisibleSegmentation(
string,{endCharacter});if(hasAnsiSinceLastVisible&&previousVisibleValue&&areValuesInSameGrapheme(previousVisibleValue,characterToken.token.value))return tokenizeAnsiWithVisibleSegmentation(
string,{endCharacter});if(tokens.push(characterToken.token),index=characterToken.endIndex,visibleCount+=characterToken.token.visibleWidth,hasAnsiSinceLastVisible=
!1,previousVisibleValue=characterToken.token.value,visibleCount>=endCharacter){if(hasAnsiSplitContinuationAhead(string,index,previousVisibleValue,graphemeSegments))
return tokenizeAnsiWithVisibleSegmentation(string,{endCharacter});index=appendTrailingAnsiTokens(string,index,tokens);break}}return tokens}function applySgrFragments(activeStyles,fragments){for(let fragment of fragments)switch(fragment.type){case"reset":{activeStyles.clear();break}case"end":{activeStyles.
delete(fragment.endCode);break}case"start":{activeStyles.delete(fragment.endCode),activeStyles.set(fragment.endCode,fragment.code);break}default:break}return activeStyles}
function undoAnsiCodes(activeStyles){return[...activeStyles.keys()].reverse().join("")}function closeHyperlink(hyperlinkToken){return`${hyperlinkToken.closePrefix}${hyperlinkToken.
terminator}`}function shouldIncludeSgrAfterEnd(token,activeStyles){let hasStartFragment=!1,hasClosingEffect=!1;for(let fragment of token.fragments){if(fragment.
type==="start"){hasStartFragment=!0;continue}if(fragment.type==="reset"&&activeStyles.size>0){hasClosingEffect=!0;continue}fragment.type==="end"&&activeStyles.has(
fragment.endCode)&&(hasClosingEffect=!0)}return hasClosingEffect&&!hasStartFragment}function applySgrToken({token,isPastEnd,activeStyles,returnValue,include,activeHyperlink,
position}){return isPastEnd&&!shouldIncludeSgrAfterEnd(token,activeStyles)?{activeStyles,activeHyperlink,position,returnValue,include}:(activeStyles=applySgrFragments(
activeStyles,token.fragments),include&&(returnValue+=token.code),{activeStyles,activeHyperlink,position,returnValue,include})}function applyHyperlinkToken({token,
isPastEnd,activeStyles,activeHyperlink,position,returnValue,include}){return isPastEnd&&(token.action!=="close"||!activeHyperlink)?{activeStyles,activeHyperlink,
position,returnValue,include}:(token.action==="open"?activeHyperlink=token:token.action==="close"&&(activeHyperlink=void 0),include&&(returnValue+=token.code),{
activeStyles,activeHyperlink,position,returnValue,include})}function applyControlToken({token,isPastEnd,activeStyles,activeHyperlink,position,returnValue,include}){
return!isPastEnd&&include&&(returnValue+=token.code),{activeStyles,activeHyperlink,position,returnValue,include}}function applyCharacterToken({token,start:start3,
activeStyles,activeHyperlink,position,returnValue,include}){return!include&&position>=start3&&!token.isGraphemeContinuation&&(include=!0,returnValue=[...activeStyles.
values()].join(""),activeHyperlink&&(returnValue+=activeHyperlink.code)),include&&(returnValue+=token.value),position+=token.visibleWidth,{activeStyles,activeHyperlink,
position,returnValue,include}}var tokenHandlers={sgr:applySgrToken,hyperlink:applyHyperlinkToken,control:applyControlToken,character:applyCharacterToken};function applyToken(parameters){
let tokenHandler=tokenHandlers[parameters.token.type];if(!tokenHandler){let{activeStyles,activeHyperlink,position,returnValue,include}=parameters;return{activeStyles,
activeHyperlink,position,returnValue,include}}return tokenHandler(parameters)}function createHasContinuationAheadMap(tokens){let hasContinuationAhead=Array.from(
{length:tokens.length},()=>!1),nextCharacterIsContinuation=!1;for(let tokenIndex=tokens.length-1;tokenIndex>=0;tokenIndex--){let token=tokens[tokenIndex];hasContinuationAhead[tokenIndex]=
nextCharacterIsContinuation,token.type==="character"&&(nextCharacterIsContinuation=!!token.isGraphemeContinuation)}return hasContinuationAhead}function sliceAnsi(string,start3,end){
let tokens=tokenizeAnsi(string,{endCharacter:end}),hasContinuationAhead=createHasContinuationAheadMap(tokens),activeStyles=new Map,activeHyperlink,position=0,returnValue="",
include=!1;for(let[tokenIndex,token]of tokens.entries()){let isPastEnd=end!==void 0&&position>=end;if(isPastEnd&&token.type!=="character"&&hasContinuationAhead[tokenIndex]&&
(isPastEnd=!1),isPastEnd&&token.type==="character"&&!token.isGraphemeContinuation)break;({activeStyles,activeHyperlink,position,returnValue,include}=applyToken(
{token,isPastEnd,start:start3,activeStyles,activeHyperlink,position,returnValue,include}))}return include?(activeHyperlink&&(returnValue+=closeHyperlink(activeHyperlink)),
returnValue+=undoAnsiCodes(activeStyles),returnValue):""}function getIndexOfNearestSpace(string,wantedIndex,shouldSearchRight){if(string.charAt(wantedIndex)===" ")return wantedIndex;let direction=shouldSearchRight?1:-1;
for(let index=0;index<=3;index++){let finalIndex=wantedIndex+index*direction;if(string.charAt(finalIndex)===" ")return finalIndex}return wantedIndex}function cliTruncate(text,columns,options={}){
let{position="end",space=!1,preferTruncationOnSpace=!1}=options,{truncationCharacter="\u2026"}=options;if(typeof text!="string")throw new TypeError(`Expected \`i\
nput\` to be a string, got ${typeof text}`);if(typeof columns!="number")throw new TypeError(`Expected \`columns\` to be a number, got ${typeof columns}`);if(columns<
1)return"";let length=dist_default(text);if(length<=columns)return text;if(columns===1)return truncationCharacter;let ANSI={ESC:27,LEFT_BRACKET:91,LETTER_M:109},
isSgrParameter=code=>code>=48&&code<=57||code===59;function leadingSgrSpanEndIndex(string){let index=0;for(;index+2<string.length&&string.codePointAt(index)===ANSI.
ESC&&string.codePointAt(index+1)===ANSI.LEFT_BRACKET;){let j=index+2;for(;j<string.length&&isSgrParameter(string.codePointAt(j));)j++;if(j<string.length&&string.
codePointAt(j)===ANSI.LETTER_M){index=j+1;continue}break}return index}function trailingSgrSpanStartIndex(string){let start3=string.length;for(;start3>1&&string.
codePointAt(start3-1)===ANSI.LETTER_M;){let j=start3-2;for(;j>=0&&isSgrParameter(string.codePointAt(j));)j--;if(j>=1&&string.codePointAt(j-1)===ANSI.ESC&&string.
codePointAt(j)===ANSI.LEFT_BRACKET){start3=j-1;continue}break}return start3}function appendWithInheritedStyleFromEnd(visible,suffix){let start3=trailingSgrSpanStartIndex(
visible);return start3===visible.length?visible+suffix:visible.slice(0,start3)+suffix+visible.slice(start3)}function prependWithInheritedStyleFromStart(prefix,visible){
let end=leadingSgrSpanEndIndex(visible);return end===0?prefix+visible:visible.slice(0,end)+prefix+visible.slice(end)}if(position==="start"){if(preferTruncationOnSpace){
let nearestSpace=getIndexOfNearestSpace(text,length-columns+1,!0),right2=sliceAnsi(text,nearestSpace,length).trim();return prependWithInheritedStyleFromStart(truncationCharacter,
right2)}space&&(truncationCharacter+=" ");let right=sliceAnsi(text,length-columns+dist_default(truncationCharacter),length);return prependWithInheritedStyleFromStart(
truncationCharacter,right)}if(position==="middle"){space&&(truncationCharacter=` ${truncationCharacter} `);let half=Math.floor(columns/2);if(preferTruncationOnSpace){
let spaceNearFirstBreakPoint=getIndexOfNearestSpace(text,half),spaceNearSecondBreakPoint=getIndexOfNearestSpace(text,length-(columns-half)+1,!0);return sliceAnsi(
text,0,spaceNearFirstBreakPoint)+truncationCharacter+sliceAnsi(text,spaceNearSecondBreakPoint,length).trim()}return sliceAnsi(text,0,half)+truncationCharacter+sliceAnsi(
text,length-(columns-half)+dist_default(truncationCharacter),length)}if(position==="end"){if(preferTruncationOnSpace){let nearestSpace=getIndexOfNearestSpace(text,
columns-1),left2=sliceAnsi(text,0,nearestSpace);return appendWithInheritedStyleFromEnd(left2,truncationCharacter)}space&&(truncationCharacter=` ${truncationCharacter}`);
let left=sliceAnsi(text,0,columns-dist_default(truncationCharacter));return appendWithInheritedStyleFromEnd(left,truncationCharacter)}throw new Error(`Expected \
\`options.position\` to be either \`start\`, \`middle\` or \`end\`, got ${position}`)}var cache2={},wrapText=(text,maxWidth,wrapType)=>{let cacheKey=text+String(maxWidth)+String(wrapType),cachedText=cache2[cacheKey];if(cachedText)return cachedText;
let wrappedText=text;if(wrapType==="wrap"&&(wrappedText=wrapAnsi(text,maxWidth,{trim:!1,hard:!0})),wrapType.startsWith("truncate")){let position="end";wrapType===
"truncate-middle"&&(position="middle"),wrapType==="truncate-start"&&(position="start"),wrappedText=cliTruncate(text,maxWidth,{position})}return cache2[cacheKey]=
wrappedText,wrappedText},wrap_text_default=wrapText;var isCsiParameterCharacter2=character=>{let codePoint=character.codePointAt(0);return codePoint!==void 0&&codePoint>=48&&codePoint<=63},isCsiIntermediateCharacter2=character=>{
let codePoint=character.codePointAt(0);return codePoint!==void 0&&codePoint>=32&&codePoint<=47},isCsiFinalCharacter2=character=>{let codePoint=character.codePointAt(
0);return codePoint!==void 0&&codePoint>=64&&codePoint<=126},isEscapeIntermediateCharacter=character=>{let codePoint=character.codePointAt(0);return codePoint!==
void 0&&codePoint>=32&&codePoint<=47},isEscapeFinalCharacter=character=>{let codePoint=character.codePointAt(0);return codePoint!==void 0&&codePoint>=48&&codePoint<=
126},isC1ControlCharacter=character=>{let codePoint=character.codePointAt(0);return codePoint!==void 0&&codePoint>=128&&codePoint<=159},readCsiSequence=(text,fromIndex)=>{
let index=fromIndex;for(;index<text.length;){let character=text[index];if(!isCsiParameterCharacter2(character))break;index++}let parameterString=text.slice(fromIndex,
index),intermediateStartIndex=index;for(;index<text.length;){let character=text[index];if(!isCsiIntermediateCharacter2(character))break;index++}let intermediateString=text.
slice(intermediateStartIndex,index),finalCharacter=text[index];if(!(finalCharacter===void 0||!isCsiFinalCharacter2(finalCharacter)))return{endIndex:index+1,parameterString,
intermediateString,finalCharacter}},findControlStringTerminatorIndex=(text,fromIndex,allowBellTerminator)=>{for(let index=fromIndex;index<text.length;index++){let character=text[index];
if(allowBellTerminator&&character==="\x07"||character==="\x9C")return index+1;if(character==="\x1B"){let followingCharacter=text[index+1];if(followingCharacter===
"\x1B"){index++;continue}if(followingCharacter==="\\")return index+2}}},readEscapeSequence=(text,fromIndex)=>{let index=fromIndex;for(;index<text.length;){let character=text[index];
if(!isEscapeIntermediateCharacter(character))break;index++}let intermediateString=text.slice(fromIndex,index),finalCharacter=text[index];if(!(finalCharacter===void 0||
!isEscapeFinalCharacter(finalCharacter)))return{endIndex:index+1,intermediateString,finalCharacter}},getControlStringFromEscapeIntroducer=character=>{switch(character){case"\
]":return{type:"osc",allowBellTerminator:!0};case"P":return{type:"dcs",allowBellTerminator:!1};case"^":return{type:"pm",allowBellTerminator:!1};case"_":return{type:"\
apc",allowBellTerminator:!1};case"X":return{type:"sos",allowBellTerminator:!1};default:return}},getControlStringFromC1Introducer=character=>{switch(character){case"\
\x9D":return{type:"osc",allowBellTerminator:!0};case"\x90":return{type:"dcs",allowBellTerminator:!1};case"\x9E":return{type:"pm",allowBellTerminator:!1};case"\x9F":
return{type:"apc",allowBellTerminator:!1};case"\x98":return{type:"sos",allowBellTerminator:!1};default:return}},hasAnsiControlCharacters=text=>{if(text.includes(
"\x1B"))return!0;for(let character of text)if(isC1ControlCharacter(character))return!0;return!1},malformedFromIndex=(tokens,text,textStartIndex,fromIndex)=>(fromIndex>
textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,fromIndex)}),tokens.push({type:"invalid",value:text.slice(fromIndex)}),tokens),tokenizeAnsi2=text=>{
if(!hasAnsiControlCharacters(text))return[{type:"text",value:text}];let tokens=[],textStartIndex=0;for(let index=0;index<text.length;){let character=text[index];
if(character===void 0)break;if(character==="\x1B"){let followingCharacter=text[index+1];if(followingCharacter===void 0)return malformedFromIndex(tokens,text,textStartIndex,
index);if(followingCharacter==="["){let csiSequence=readCsiSequence(text,index+2);if(csiSequence===void 0)return malformedFromIndex(tokens,text,textStartIndex,index);
index>textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,index)}),tokens.push({type:"csi",value:text.slice(index,csiSequence.endIndex),parameterString:csiSequence.
parameterString,intermediateString:csiSequence.intermediateString,finalCharacter:csiSequence.finalCharacter}),index=csiSequence.endIndex,textStartIndex=index;continue}
let escapeControlString=getControlStringFromEscapeIntroducer(followingCharacter);if(escapeControlString!==void 0){let controlStringTerminatorIndex=findControlStringTerminatorIndex(
text,index+2,escapeControlString.allowBellTerminator);if(controlStringTerminatorIndex===void 0)return malformedFromIndex(tokens,text,textStartIndex,index);index>
textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,index)}),tokens.push({type:escapeControlString.type,value:text.slice(index,controlStringTerminatorIndex)}),
index=controlStringTerminatorIndex,textStartIndex=index;continue}let escapeSequence=readEscapeSequence(text,index+1);if(escapeSequence===void 0){if(isEscapeIntermediateCharacter(
followingCharacter))return malformedFromIndex(tokens,text,textStartIndex,index);index>textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,index)}),
index++,textStartIndex=index;continue}index>textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,index)}),tokens.push({type:"esc",value:text.
slice(index,escapeSequence.endIndex),intermediateString:escapeSequence.intermediateString,finalCharacter:escapeSequence.finalCharacter}),index=escapeSequence.endIndex,
textStartIndex=index;continue}if(character==="\x9B"){let csiSequence=readCsiSequence(text,index+1);if(csiSequence===void 0)return malformedFromIndex(tokens,text,
textStartIndex,index);index>textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,index)}),tokens.push({type:"csi",value:text.slice(index,csiSequence.
endIndex),parameterString:csiSequence.parameterString,intermediateString:csiSequence.intermediateString,finalCharacter:csiSequence.finalCharacter}),index=csiSequence.
endIndex,textStartIndex=index;continue}let c1ControlString=getControlStringFromC1Introducer(character);if(c1ControlString!==void 0){let controlStringTerminatorIndex=findControlStringTerminatorIndex(
text,index+1,c1ControlString.allowBellTerminator);if(controlStringTerminatorIndex===void 0)return malformedFromIndex(tokens,text,textStartIndex,index);index>textStartIndex&&
tokens.push({type:"text",value:text.slice(textStartIndex,index)}),tokens.push({type:c1ControlString.type,value:text.slice(index,controlStringTerminatorIndex)}),
index=controlStringTerminatorIndex,textStartIndex=index;continue}if(character==="\x9C"){index>textStartIndex&&tokens.push({type:"text",value:text.slice(textStartIndex,
index)}),tokens.push({type:"st",value:character}),index++,textStartIndex=index;continue}if(isC1ControlCharacter(character)){index>textStartIndex&&tokens.push({type:"\
text",value:text.slice(textStartIndex,index)}),tokens.push({type:"c1",value:character}),index++,textStartIndex=index;continue}index++}return textStartIndex<text.
length&&tokens.push({type:"text",value:text.slice(textStartIndex)}),tokens};var sgrParametersRegex=/^[\d:;]*$/,sanitizeAnsi=text=>{if(!hasAnsiControlCharacters(text))return text;let output="";for(let token of tokenizeAnsi2(text)){if(token.
type==="text"||token.type==="osc"){output+=token.value;continue}token.type==="csi"&&token.finalCharacter==="m"&&token.intermediateString===""&&sgrParametersRegex.
test(token.parameterString)&&(output+=token.value)}return output},sanitize_ansi_default=sanitizeAnsi;var squashTextNodes=node=>{let text="";for(let index=0;index<node.childNodes.length;index++){let childNode=node.childNodes[index];if(childNode===void 0)continue;
let nodeText="";childNode.nodeName==="#text"?nodeText=childNode.nodeValue:((childNode.nodeName==="ink-text"||childNode.nodeName==="ink-virtual-text")&&(nodeText=
squashTextNodes(childNode)),nodeText.length>0&&typeof childNode.internal_transform=="function"&&(nodeText=childNode.internal_transform(nodeText,index))),text+=nodeText}
return sanitize_ansi_default(text)},squash_text_nodes_default=squashTextNodes;var createNode=nodeName=>{let node={nodeName,style:{},attributes:{},childNodes:[],parentNode:void 0,yogaNode:nodeName==="ink-virtual-text"?void 0:src_default.Node.
create(),internal_accessibility:{}};return nodeName==="ink-text"&&node.yogaNode?.setMeasureFunc(measureTextNode.bind(null,node)),node},appendChildNode=(node,childNode)=>{
childNode.parentNode&&removeChildNode(childNode.parentNode,childNode),childNode.parentNode=node,node.childNodes.push(childNode),childNode.yogaNode&&node.yogaNode?.
insertChild(childNode.yogaNode,node.yogaNode.getChildCount()),(node.nodeName==="ink-text"||node.nodeName==="ink-virtual-text")&&markNodeAsDirty(node)},insertBeforeNode=(node,newChildNode,beforeChildNode)=>{
newChildNode.parentNode&&removeChildNode(newChildNode.parentNode,newChildNode),newChildNode.parentNode=node;let index=node.childNodes.indexOf(beforeChildNode);index>=
0?(node.childNodes.splice(index,0,newChildNode),newChildNode.yogaNode&&node.yogaNode?.insertChild(newChildNode.yogaNode,index)):(node.childNodes.push(newChildNode),
newChildNode.yogaNode&&node.yogaNode?.insertChild(newChildNode.yogaNode,node.yogaNode.getChildCount())),(node.nodeName==="ink-text"||node.nodeName==="ink-virtua\
l-text")&&markNodeAsDirty(node)},removeChildNode=(node,removeNode)=>{removeNode.yogaNode&&removeNode.parentNode?.yogaNode?.removeChild(removeNode.yogaNode),removeNode.
parentNode=void 0;let index=node.childNodes.indexOf(removeNode);index>=0&&node.childNodes.splice(index,1),(node.nodeName==="ink-text"||node.nodeName==="ink-virt\
ual-text")&&markNodeAsDirty(node)},setAttribute=(node,key,value)=>{if(key==="internal_accessibility"){node.internal_accessibility=value;return}node.attributes[key]=
value},setStyle=(node,style)=>{node.style=style},createTextNode=text=>{let node={nodeName:"#text",nodeValue:text,yogaNode:void 0,parentNode:void 0,style:{}};return setTextNodeValue(
node,text),node},measureTextNode=function(node,width){let text=node.nodeName==="#text"?node.nodeValue:squash_text_nodes_default(node),dimensions=measure_text_default(
text);if(dimensions.width<=width||dimensions.width>=1&&width>0&&width<1)return dimensions;let textWrap=node.style?.textWrap??"wrap",wrappedText=wrap_text_default(
text,width,textWrap);return measure_text_default(wrappedText)},findClosestYogaNode=node=>{if(node?.parentNode)return node.yogaNode??findClosestYogaNode(node.parentNode)},
markNodeAsDirty=node=>{findClosestYogaNode(node)?.markDirty()},setTextNodeValue=(node,text)=>{typeof text!="string"&&(text=String(text)),node.nodeValue=text,markNodeAsDirty(
node)};var applyPositionStyles=(node,style)=>{"position"in style&&node.setPositionType(style.position==="absolute"?src_default.POSITION_TYPE_ABSOLUTE:src_default.POSITION_TYPE_RELATIVE)},
applyMarginStyles=(node,style)=>{"margin"in style&&node.setMargin(src_default.EDGE_ALL,style.margin??0),"marginX"in style&&node.setMargin(src_default.EDGE_HORIZONTAL,
style.marginX??0),"marginY"in style&&node.setMargin(src_default.EDGE_VERTICAL,style.marginY??0),"marginLeft"in style&&node.setMargin(src_default.EDGE_START,style.
marginLeft||0),"marginRight"in style&&node.setMargin(src_default.EDGE_END,style.marginRight||0),"marginTop"in style&&node.setMargin(src_default.EDGE_TOP,style.marginTop||
0),"marginBottom"in style&&node.setMargin(src_default.EDGE_BOTTOM,style.marginBottom||0)},applyPaddingStyles=(node,style)=>{"padding"in style&&node.setPadding(src_default.
EDGE_ALL,style.padding??0),"paddingX"in style&&node.setPadding(src_default.EDGE_HORIZONTAL,style.paddingX??0),"paddingY"in style&&node.setPadding(src_default.EDGE_VERTICAL,
style.paddingY??0),"paddingLeft"in style&&node.setPadding(src_default.EDGE_LEFT,style.paddingLeft||0),"paddingRight"in style&&node.setPadding(src_default.EDGE_RIGHT,
style.paddingRight||0),"paddingTop"in style&&node.setPadding(src_default.EDGE_TOP,style.paddingTop||0),"paddingBottom"in style&&node.setPadding(src_default.EDGE_BOTTOM,
style.paddingBottom||0)},applyFlexStyles=(node,style)=>{"flexGrow"in style&&node.setFlexGrow(style.flexGrow??0),"flexShrink"in style&&node.setFlexShrink(typeof style.
flexShrink=="number"?style.flexShrink:1),"flexWrap"in style&&(style.flexWrap==="nowrap"&&node.setFlexWrap(src_default.WRAP_NO_WRAP),style.flexWrap==="wrap"&&node.
setFlexWrap(src_default.WRAP_WRAP),style.flexWrap==="wrap-reverse"&&node.setFlexWrap(src_default.WRAP_WRAP_REVERSE)),"flexDirection"in style&&(style.flexDirection===
"row"&&node.setFlexDirection(src_default.FLEX_DIRECTION_ROW),style.flexDirection==="row-reverse"&&node.setFlexDirection(src_default.FLEX_DIRECTION_ROW_REVERSE),
style.flexDirection==="column"&&node.setFlexDirection(src_default.FLEX_DIRECTION_COLUMN),style.flexDirection==="column-reverse"&&node.setFlexDirection(src_default.
FLEX_DIRECTION_COLUMN_REVERSE)),"flexBasis"in style&&(typeof style.flexBasis=="number"?node.setFlexBasis(style.flexBasis):typeof style.flexBasis=="string"?node.
setFlexBasisPercent(Number.parseInt(style.flexBasis,10)):node.setFlexBasis(Number.NaN)),"alignItems"in style&&((style.alignItems==="stretch"||!style.alignItems)&&
node.setAlignItems(src_default.ALIGN_STRETCH),style.alignItems==="flex-start"&&node.setAlignItems(src_default.ALIGN_FLEX_START),style.alignItems==="center"&&node.
setAlignItems(src_default.ALIGN_CENTER),style.alignItems==="flex-end"&&node.setAlignItems(src_default.ALIGN_FLEX_END)),"alignSelf"in style&&((style.alignSelf===
"auto"||!style.alignSelf)&&node.setAlignSelf(src_default.ALIGN_AUTO),style.alignSelf==="flex-start"&&node.setAlignSelf(src_default.ALIGN_FLEX_START),style.alignSelf===
"center"&&node.setAlignSelf(src_default.ALIGN_CENTER),style.alignSelf==="flex-end"&&node.setAlignSelf(src_default.ALIGN_FLEX_END)),"justifyContent"in style&&((style.
justifyContent==="flex-start"||!style.justifyContent)&&node.setJustifyContent(src_default.JUSTIFY_FLEX_START),style.justifyContent==="center"&&node.setJustifyContent(
src_default.JUSTIFY_CENTER),style.justifyContent==="flex-end"&&node.setJustifyContent(src_default.JUSTIFY_FLEX_END),style.justifyContent==="space-between"&&node.
setJustifyContent(src_default.JUSTIFY_SPACE_BETWEEN),style.justifyContent==="space-around"&&node.setJustifyContent(src_default.JUSTIFY_SPACE_AROUND),style.justifyContent===
"space-evenly"&&node.setJustifyContent(src_default.JUSTIFY_SPACE_EVENLY))},applyDimensionStyles=(node,style)=>{"width"in style&&(typeof style.width=="number"?node.
setWidth(style.width):typeof style.width=="string"?node.setWidthPercent(Number.parseInt(style.width,10)):node.setWidthAuto()),"height"in style&&(typeof style.height==
"number"?node.setHeight(style.height):typeof style.height=="string"?node.setHeightPercent(Number.parseInt(style.height,10)):node.setHeightAuto()),"minWidth"in style&&
(typeof style.minWidth=="string"?node.setMinWidthPercent(Number.parseInt(style.minWidth,10)):node.setMinWidth(style.minWidth??0)),"minHeight"in style&&(typeof style.
minHeight=="string"?node.setMinHeightPercent(Number.parseInt(style.minHeight,10)):node.setMinHeight(style.minHeight??0))},applyDisplayStyles=(node,style)=>{"dis\
play"in style&&node.setDisplay(style.display==="flex"?src_default.DISPLAY_FLEX:src_default.DISPLAY_NONE)},applyBorderStyles=(node,style)=>{if("borderStyle"in style){
let borderWidth=style.borderStyle?1:0;style.borderTop!==!1&&node.setBorder(src_default.EDGE_TOP,borderWidth),style.borderBottom!==!1&&node.setBorder(src_default.
EDGE_BOTTOM,borderWidth),style.borderLeft!==!1&&node.setBorder(src_default.EDGE_LEFT,borderWidth),style.borderRight!==!1&&node.setBorder(src_default.EDGE_RIGHT,
borderWidth)}},applyGapStyles=(node,style)=>{"gap"in style&&node.setGap(src_default.GUTTER_ALL,style.gap??0),"columnGap"in style&&node.setGap(src_default.GUTTER_COLUMN,
style.columnGap??0),"rowGap"in style&&node.setGap(src_default.GUTTER_ROW,style.rowGap??0)},styles2=(node,style={})=>{applyPositionStyles(node,style),applyMarginStyles(
node,style),applyPaddingStyles(node,style),applyFlexStyles(node,style),applyDimensionStyles(node,style),applyDisplayStyles(node,style),applyBorderStyles(node,style),
applyGapStyles(node,style)},styles_default=styles2;if(isDev())try{await import("./devtools-PJMAVRLR.js")}catch(error){if(error.code==="ERR_MODULE_NOT_FOUND")console.warn(`
The environment variable DEV is set to true, so Ink tried to import \`react-devtools-core\`,
but this failed as it was not installed. Debugging with React Devtools requires it.

To install use this command:

$ npm install --save-dev react-devtools-core
				`.trim()+`
`);else throw error}var diff=(before,after2)=>{if(before===after2)return;if(!before)return after2;let changed={},isChanged=!1;for(let key of Object.keys(before))
(!after2||!Object.hasOwn(after2,key))&&(changed[key]=void 0,isChanged=!0);if(after2)for(let key of Object.keys(after2))after2[key]!==before[key]&&(changed[key]=
after2[key],isChanged=!0);return isChanged?changed:void 0},cleanupYogaNode=node=>{node?.unsetMeasureFunc(),node?.freeRecursive()},currentUpdatePriority=import_constants.NoEventPriority,
currentRootNode;async function loadPackageJson(){let content=(await import("node:fs")).readFileSync(new URL("../package.json",import.meta.url),"utf8");return JSON.
parse(content)}var packageJson=isDev()?await loadPackageJson():{name:void 0,version:void 0},reconciler_default=(0,import_react_reconciler.default)({getRootHostContext:()=>({
isInsideText:!1}),prepareForCommit:()=>null,preparePortalMount:()=>null,clearContainer:()=>!1,resetAfterCommit(rootNode){if(typeof rootNode.onComputeLayout=="fu\
nction"&&rootNode.onComputeLayout(),rootNode.isStaticDirty){rootNode.isStaticDirty=!1,typeof rootNode.onImmediateRender=="function"&&rootNode.onImmediateRender();
return}typeof rootNode.onRender=="function"&&rootNode.onRender()},getChildHostContext(parentHostContext,type){let previousIsInsideText=parentHostContext.isInsideText,
isInsideText=type==="ink-text"||type==="ink-virtual-text";return previousIsInsideText===isInsideText?parentHostContext:{isInsideText}},shouldSetTextContent:()=>!1,
createInstance(originalType,newProps,rootNode,hostContext){if(hostContext.isInsideText&&originalType==="ink-box")throw new Error("<Box> can\u2019t be nested inside <\
Text> component");let type=originalType==="ink-text"&&hostContext.isInsideText?"ink-virtual-text":originalType,node=createNode(type);for(let[key,value]of Object.
entries(newProps))if(key!=="children"){if(key==="style"){setStyle(node,value),node.yogaNode&&styles_default(node.yogaNode,value);continue}if(key==="internal_tra\
nsform"){node.internal_transform=value;continue}if(key==="internal_static"){currentRootNode=rootNode,node.internal_static=!0,rootNode.isStaticDirty=!0,rootNode.
staticNode=node;continue}setAttribute(node,key,value)}return node},createTextInstance(text,_root,hostContext){if(!hostContext.isInsideText)throw new Error(`Text\
 string "${text}" must be rendered inside <Text> component`);return createTextNode(text)},resetTextContent(){},hideTextInstance(node){setTextNodeValue(node,"")},
unhideTextInstance(node,text){setTextNodeValue(node,text)},getPublicInstance:instance=>instance,hideInstance(node){node.yogaNode?.setDisplay(src_default.DISPLAY_NONE)},
unhideInstance(node){node.yogaNode?.setDisplay(src_default.DISPLAY_FLEX)},appendInitialChild:appendChildNode,appendChild:appendChildNode,insertBefore:insertBeforeNode,
finalizeInitialChildren(){return!1},isPrimaryRenderer:!0,supportsMutation:!0,supportsPersistence:!1,supportsHydration:!1,supportsMicrotasks:!0,scheduleMicrotask:queueMicrotask,
scheduleCallback:Scheduler.unstable_scheduleCallback,cancelCallback:Scheduler.unstable_cancelCallback,shouldYield:Scheduler.unstable_shouldYield,now:Scheduler.unstable_now,
scheduleTimeout:setTimeout,cancelTimeout:clearTimeout,noTimeout:-1,beforeActiveInstanceBlur(){},afterActiveInstanceBlur(){},detachDeletedInstance(){},getInstanceFromNode:()=>null,
prepareScopeUpdate(){},getInstanceFromScope:()=>null,appendChildToContainer:appendChildNode,insertInContainerBefore:insertBeforeNode,removeChildFromContainer(node,removeNode){
removeChildNode(node,removeNode),cleanupYogaNode(removeNode.yogaNode)},commitUpdate(node,_type,oldProps,newProps){currentRootNode&&node.internal_static&&(currentRootNode.
isStaticDirty=!0);let props=diff(oldProps,newProps),style=diff(oldProps.style,newProps.style);if(!(!props&&!style)){if(props)for(let[key,value]of Object.entries(
props)){if(key==="style"){setStyle(node,value);continue}if(key==="internal_transform"){node.internal_transform=value;continue}if(key==="internal_static"){node.internal_static=
!0;continue}setAttribute(node,key,value)}style&&node.yogaNode&&styles_default(node.yogaNode,style)}},commitTextUpdate(node,_oldText,newText){setTextNodeValue(node,
newText)},removeChild(node,removeNode){removeChildNode(node,removeNode),cleanupYogaNode(removeNode.yogaNode)},setCurrentUpdatePriority(newPriority){currentUpdatePriority=
newPriority},getCurrentUpdatePriority:()=>currentUpdatePriority,resolveUpdatePriority(){return currentUpdatePriority!==import_constants.NoEventPriority?currentUpdatePriority:
import_constants.DefaultEventPriority},maySuspendCommit(){return!0},NotPendingTransition:void 0,HostTransitionContext:(0,import_react.createContext)(null),resetFormInstance(){},
requestPostPaintCallback(){},shouldAttemptEagerTransition(){return!1},trackSchedulerEvent(){},resolveEventType(){return null},resolveEventTimeStamp(){return-1.1},
preloadInstance(){return!0},startSuspendingCommit(){},suspendInstance(){},waitForCommitToBeReady(){return null},rendererPackageName:packageJson.name,rendererVersion:packageJson.
version});function indentString(string,count=1,options={}){let{indent=" ",includeEmptyLines=!1}=options;if(typeof string!="string")throw new TypeError(`Expected \`input\` t\
o be a \`string\`, got \`${typeof string}\``);if(typeof count!="number")throw new TypeError(`Expected \`count\` to be a \`number\`, got \`${typeof count}\``);if(count<
0)throw new RangeError(`Expected \`count\` to be at least 0, got \`${count}\``);if(typeof indent!="string")throw new TypeError(`Expected \`options.indent\` to be \
a \`string\`, got \`${typeof indent}\``);if(count===0)return string;let regex2=includeEmptyLines?/^/gm:/^(?!\s*$)/gm;return string.replace(regex2,indent.repeat(
count))}var getMaxWidth=yogaNode=>yogaNode.getComputedWidth()-yogaNode.getComputedPadding(src_default.EDGE_LEFT)-yogaNode.getComputedPadding(src_default.EDGE_RIGHT)-yogaNode.
getComputedBorder(src_default.EDGE_LEFT)-yogaNode.getComputedBorder(src_default.EDGE_RIGHT),get_max_width_default=getMaxWidth;var import_cli_boxes=__toESM(require_cli_boxes(),1);var wrapAnsi162=(offset=0)=>code=>`\x1B[${code+offset}m`,wrapAnsi2562=(offset=0)=>code=>`\x1B[${38+offset};5;${code}m`,wrapAnsi16m2=(offset=0)=>(red,green,blue)=>`\
\x1B[${38+offset};2;${red};${green};${blue}m`,styles3={modifier:{reset:[0,0],bold:[1,22],dim:[2,22],italic:[3,23],underline:[4,24],overline:[53,55],inverse:[7,27],
hidden:[8,28],strikethrough:[9,29]},color:{black:[30,39],red:[31,39],green:[32,39],yellow:[33,39],blue:[34,39],magenta:[35,39],cyan:[36,39],white:[37,39],blackBright:[
90,39],gray:[90,39],grey:[90,39],redBright:[91,39],greenBright:[92,39],yellowBright:[93,39],blueBright:[94,39],magentaBright:[95,39],cyanBright:[96,39],whiteBright:[
97,39]},bgColor:{bgBlack:[40,49],bgRed:[41,49],bgGreen:[42,49],bgYellow:[43,49],bgBlue:[44,49],bgMagenta:[45,49],bgCyan:[46,49],bgWhite:[47,49],bgBlackBright:[100,
49],bgGray:[100,49],bgGrey:[100,49],bgRedBright:[101,49],bgGreenBright:[102,49],bgYellowBright:[103,49],bgBlueBright:[104,49],bgMagentaBright:[105,49],bgCyanBright:[
106,49],bgWhiteBright:[107,49]}},modifierNames2=Object.keys(styles3.modifier),foregroundColorNames2=Object.keys(styles3.color),backgroundColorNames2=Object.keys(
styles3.bgColor),colorNames2=[...foregroundColorNames2,...backgroundColorNames2];function assembleStyles2(){let codes=new Map;for(let[groupName,group]of Object.
entries(styles3)){for(let[styleName,style]of Object.entries(group))styles3[styleName]={open:`\x1B[${style[0]}m`,close:`\x1B[${style[1]}m`},group[styleName]=styles3[styleName],
codes.set(style[0],style[1]);Object.defineProperty(styles3,groupName,{value:group,enumerable:!1})}return Object.defineProperty(styles3,"codes",{value:codes,enumerable:!1}),
styles3.color.close="\x1B[39m",styles3.bgColor.close="\x1B[49m",styles3.color.ansi=wrapAnsi162(),styles3.color.ansi256=wrapAnsi2562(),styles3.color.ansi16m=wrapAnsi16m2(),
styles3.bgColor.ansi=wrapAnsi162(10),styles3.bgColor.ansi256=wrapAnsi2562(10),styles3.bgColor.ansi16m=wrapAnsi16m2(10),Object.defineProperties(styles3,{rgbToAnsi256:{
value(red,green,blue){return red===green&&green===blue?red<8?16:red>248?231:Math.round((red-8)/247*24)+232:16+36*Math.round(red/255*5)+6*Math.round(green/255*5)+
Math.round(blue/255*5)},enumerable:!1},hexToRgb:{value(hex){let matches=/[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));if(!matches)return[0,0,0];let[colorString]=matches;
colorString.length===3&&(colorString=[...colorString].map(character=>character+character).join(""));let integer=Number.parseInt(colorString,16);return[integer>>
16&255,integer>>8&255,integer&255]},enumerable:!1},hexToAnsi256:{value:hex=>styles3.rgbToAnsi256(...styles3.hexToRgb(hex)),enumerable:!1},ansi256ToAnsi:{value(code){
if(code<8)return 30+code;if(code<16)return 90+(code-8);let red,green,blue;if(code>=232)red=((code-232)*10+8)/255,green=red,blue=red;else{code-=16;let remainder=code%
36;red=Math.floor(code/36)/5,green=Math.floor(remainder/6)/5,blue=remainder%6/5}let value=Math.max(red,green,blue)*2;if(value===0)return 30;let result=30+(Math.
round(blue)<<2|Math.round(green)<<1|Math.round(red));return value===2&&(result+=60),result},enumerable:!1},rgbToAnsi:{value:(red,green,blue)=>styles3.ansi256ToAnsi(
styles3.rgbToAnsi256(red,green,blue)),enumerable:!1},hexToAnsi:{value:hex=>styles3.ansi256ToAnsi(styles3.hexToAnsi256(hex)),enumerable:!1}}),styles3}var ansiStyles2=assembleStyles2(),
ansi_styles_default2=ansiStyles2;import process5 from"node:process";import os2 from"node:os";import tty2 from"node:tty";function hasFlag(flag,argv=globalThis.Deno?globalThis.Deno.args:process5.
argv){let prefix=flag.startsWith("-")?"":flag.length===1?"-":"--",position=argv.indexOf(prefix+flag),terminatorPosition=argv.indexOf("--");return position!==-1&&
(terminatorPosition===-1||position<terminatorPosition)}var{env:env2}=process5,flagForceColor;hasFlag("no-color")||hasFlag("no-colors")||hasFlag("color=false")||
hasFlag("color=never")?flagForceColor=0:(hasFlag("color")||hasFlag("colors")||hasFlag("color=true")||hasFlag("color=always"))&&(flagForceColor=1);function envForceColor(){
if("FORCE_COLOR"in env2)return env2.FORCE_COLOR==="true"?1:env2.FORCE_COLOR==="false"?0:env2.FORCE_COLOR.length===0?1:Math.min(Number.parseInt(env2.FORCE_COLOR,
10),3)}function translateLevel(level){return level===0?!1:{level,hasBasic:!0,has256:level>=2,has16m:level>=3}}function _supportsColor(haveStream,{streamIsTTY,sniffFlags=!0}={}){
let noFlagForceColor=envForceColor();noFlagForceColor!==void 0&&(flagForceColor=noFlagForceColor);let forceColor=sniffFlags?flagForceColor:noFlagForceColor;if(forceColor===
0)return 0;if(sniffFlags){if(hasFlag("color=16m")||hasFlag("color=full")||hasFlag("color=truecolor"))return 3;if(hasFlag("color=256"))return 2}if("TF_BUILD"in env2&&
"AGENT_NAME"in env2)return 1;if(haveStream&&!streamIsTTY&&forceColor===void 0)return 0;let min=forceColor||0;if(env2.TERM==="dumb")return min;if(process5.platform===
"win32"){let osRelease=os2.release().split(".");return Number(osRelease[0])>=10&&Number(osRelease[2])>=10586?Number(osRelease[2])>=14931?3:2:1}if("CI"in env2)return[
"GITHUB_ACTIONS","GITEA_ACTIONS","CIRCLECI"].some(key=>key in env2)?3:["TRAVIS","APPVEYOR","GITLAB_CI","BUILDKITE","DRONE"].some(sign=>sign in env2)||env2.CI_NAME===
"codeship"?1:min;if("TEAMCITY_VERSION"in env2)return/^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env2.TEAMCITY_VERSION)?1:0;if(env2.COLORTERM==="truecolor"||env2.TERM===
"xterm-kitty"||env2.TERM==="xterm-ghostty"||env2.TERM==="wezterm")return 3;if("TERM_PROGRAM"in env2){let version=Number.parseInt((env2.TERM_PROGRAM_VERSION||"").
split(".")[0],10);switch(env2.TERM_PROGRAM){case"iTerm.app":return version>=3?3:2;case"Apple_Terminal":return 2}}return/-256(color)?$/i.test(env2.TERM)?2:/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.
test(env2.TERM)||"COLORTERM"in env2?1:min}function createSupportsColor(stream,options={}){let level=_supportsColor(stream,{streamIsTTY:stream&&stream.isTTY,...options});
return translateLevel(level)}var supportsColor={stdout:createSupportsColor({isTTY:tty2.isatty(1)}),stderr:createSupportsColor({isTTY:tty2.isatty(2)})},supports_color_default=supportsColor;function stringReplaceAll(string,substring,replacer){let index=string.indexOf(substring);if(index===-1)return string;let substringLength=substring.length,endIndex=0,
returnValue="";do returnValue+=string.slice(endIndex,index)+substring+replacer,endIndex=index+substringLength,index=string.indexOf(substring,endIndex);while(index!==
-1);return returnValue+=string.slice(endIndex),returnValue}function stringEncaseCRLFWithFirstIndex(string,prefix,postfix,index){let endIndex=0,returnValue="";do{
let gotCR=string[index-1]==="\r";returnValue+=string.slice(endIndex,gotCR?index-1:index)+prefix+(gotCR?`\r
`:`
`)+postfix,endIndex=index+1,index=string.indexOf(`
`,endIndex)}while(index!==-1);return returnValue+=string.slice(endIndex),returnValue}var{stdout:stdoutColor,stderr:stderrColor}=supports_color_default,GENERATOR=Symbol("GENERATOR"),STYLER=Symbol("STYLER"),IS_EMPTY=Symbol("IS_EMPTY"),levelMapping=[
"ansi","ansi","ansi256","ansi16m"],styles4=Object.create(null),applyOptions=(object,options={})=>{if(options.level&&!(Number.isInteger(options.level)&&options.level>=
0&&options.level<=3))throw new Error("The `level` option should be an integer from 0 to 3");let colorLevel=stdoutColor?stdoutColor.level:0;object.level=options.
level===void 0?colorLevel:options.level};var chalkFactory=options=>{let chalk2=(...strings)=>strings.join(" ");return applyOptions(chalk2,options),Object.setPrototypeOf(chalk2,createChalk.prototype),chalk2};
function createChalk(options){return chalkFactory(options)}Object.setPrototypeOf(createChalk.prototype,Function.prototype);for(let[styleName,style]of Object.entries(
ansi_styles_default2))styles4[styleName]={get(){let builder=createBuilder(this,createStyler(style.open,style.close,this[STYLER]),this[IS_EMPTY]);return Object.defineProperty(
this,styleName,{value:builder}),builder}};styles4.visible={get(){let builder=createBuilder(this,this[STYLER],!0);return Object.defineProperty(this,"visible",{value:builder}),
builder}};var getModelAnsi=(model,level,type,...arguments_)=>model==="rgb"?level==="ansi16m"?ansi_styles_default2[type].ansi16m(...arguments_):level==="ansi256"?
ansi_styles_default2[type].ansi256(ansi_styles_default2.rgbToAnsi256(...arguments_)):ansi_styles_default2[type].ansi(ansi_styles_default2.rgbToAnsi(...arguments_)):
model==="hex"?getModelAnsi("rgb",level,type,...ansi_styles_default2.hexToRgb(...arguments_)):ansi_styles_default2[type][model](...arguments_),usedModels=["rgb",
"hex","ansi256"];for(let model of usedModels){styles4[model]={get(){let{level}=this;return function(...arguments_){let styler=createStyler(getModelAnsi(model,levelMapping[level],
"color",...arguments_),ansi_styles_default2.color.close,this[STYLER]);return createBuilder(this,styler,this[IS_EMPTY])}}};let bgModel="bg"+model[0].toUpperCase()+
model.slice(1);styles4[bgModel]={get(){let{level}=this;return function(...arguments_){let styler=createStyler(getModelAnsi(model,levelMapping[level],"bgColor",...arguments_),
ansi_styles_default2.bgColor.close,this[STYLER]);return createBuilder(this,styler,this[IS_EMPTY])}}}}var proto=Object.defineProperties(()=>{},{...styles4,level:{
enumerable:!0,get(){return this[GENERATOR].level},set(level){this[GENERATOR].level=level}}}),createStyler=(open,close2,parent)=>{let openAll,closeAll;return parent===
void 0?(openAll=open,closeAll=close2):(openAll=parent.openAll+open,closeAll=close2+parent.closeAll),{open,close:close2,openAll,closeAll,parent}},createBuilder=(self,_styler,_isEmpty)=>{
let builder=(...arguments_)=>applyStyle(builder,arguments_.length===1?""+arguments_[0]:arguments_.join(" "));return Object.setPrototypeOf(builder,proto),builder[GENERATOR]=
self,builder[STYLER]=_styler,builder[IS_EMPTY]=_isEmpty,builder},applyStyle=(self,string)=>{if(self.level<=0||!string)return self[IS_EMPTY]?"":string;let styler=self[STYLER];
if(styler===void 0)return string;let{openAll,closeAll}=styler;if(string.includes("\x1B"))for(;styler!==void 0;)string=stringReplaceAll(string,styler.close,styler.
open),styler=styler.parent;let lfIndex=string.indexOf(`
`);return lfIndex!==-1&&(string=stringEncaseCRLFWithFirstIndex(string,closeAll,openAll,lfIndex)),openAll+string+closeAll};Object.defineProperties(createChalk.prototype,
styles4);var chalk=createChalk(),chalkStderr=createChalk({level:stderrColor?stderrColor.level:0});var source_default=chalk;var rgbRegex=/^rgb\(\s?(\d+),\s?(\d+),\s?(\d+)\s?\)$/,ansiRegex2=/^ansi256\(\s?(\d+)\s?\)$/,isNamedColor=color=>color in source_default,colorize=(str,color,type)=>{
if(!color)return str;if(isNamedColor(color)){if(type==="foreground")return source_default[color](str);let methodName=`bg${color[0].toUpperCase()+color.slice(1)}`;
return source_default[methodName](str)}if(color.startsWith("#"))return type==="foreground"?source_default.hex(color)(str):source_default.bgHex(color)(str);if(color.
startsWith("ansi256")){let matches=ansiRegex2.exec(color);if(!matches)return str;let value=Number(matches[1]);return type==="foreground"?source_default.ansi256(
value)(str):source_default.bgAnsi256(value)(str)}if(color.startsWith("rgb")){let matches=rgbRegex.exec(color);if(!matches)return str;let firstValue=Number(matches[1]),
secondValue=Number(matches[2]),thirdValue=Number(matches[3]);return type==="foreground"?source_default.rgb(firstValue,secondValue,thirdValue)(str):source_default.
bgRgb(firstValue,secondValue,thirdValue)(str)}return str},colorize_default=colorize;var renderBorder=(x,y,node,output)=>{if(node.style.borderStyle){let width=node.yogaNode.getComputedWidth(),height=node.yogaNode.getComputedHeight(),box2=typeof node.
style.borderStyle=="string"?import_cli_boxes.default[node.style.borderStyle]:node.style.borderStyle,topBorderColor=node.style.borderTopColor??node.style.borderColor,
bottomBorderColor=node.style.borderBottomColor??node.style.borderColor,leftBorderColor=node.style.borderLeftColor??node.style.borderColor,rightBorderColor=node.
style.borderRightColor??node.style.borderColor,dimTopBorderColor=node.style.borderTopDimColor??node.style.borderDimColor,dimBottomBorderColor=node.style.borderBottomDimColor??
node.style.borderDimColor,dimLeftBorderColor=node.style.borderLeftDimColor??node.style.borderDimColor,dimRightBorderColor=node.style.borderRightDimColor??node.style.
borderDimColor,showTopBorder=node.style.borderTop!==!1,showBottomBorder=node.style.borderBottom!==!1,showLeftBorder=node.style.borderLeft!==!1,showRightBorder=node.
style.borderRight!==!1,contentWidth=width-(showLeftBorder?1:0)-(showRightBorder?1:0),topBorder=showTopBorder?colorize_default((showLeftBorder?box2.topLeft:"")+box2.
top.repeat(contentWidth)+(showRightBorder?box2.topRight:""),topBorderColor,"foreground"):void 0;showTopBorder&&dimTopBorderColor&&(topBorder=source_default.dim(
topBorder));let verticalBorderHeight=height;showTopBorder&&(verticalBorderHeight-=1),showBottomBorder&&(verticalBorderHeight-=1);let leftBorder=(colorize_default(
box2.left,leftBorderColor,"foreground")+`
`).repeat(verticalBorderHeight);dimLeftBorderColor&&(leftBorder=source_default.dim(leftBorder));let rightBorder=(colorize_default(box2.right,rightBorderColor,"f\
oreground")+`
`).repeat(verticalBorderHeight);dimRightBorderColor&&(rightBorder=source_default.dim(rightBorder));let bottomBorder=showBottomBorder?colorize_default((showLeftBorder?
box2.bottomLeft:"")+box2.bottom.repeat(contentWidth)+(showRightBorder?box2.bottomRight:""),bottomBorderColor,"foreground"):void 0;showBottomBorder&&dimBottomBorderColor&&
(bottomBorder=source_default.dim(bottomBorder));let offsetY=showTopBorder?1:0;topBorder&&output.write(x,y,topBorder,{transformers:[]}),showLeftBorder&&output.write(
x,y+offsetY,leftBorder,{transformers:[]}),showRightBorder&&output.write(x+width-1,y+offsetY,rightBorder,{transformers:[]}),bottomBorder&&output.write(x,y+height-
1,bottomBorder,{transformers:[]})}},render_border_default=renderBorder;var renderBackground=(x,y,node,output)=>{if(!node.style.backgroundColor)return;let width=node.yogaNode.getComputedWidth(),height=node.yogaNode.getComputedHeight(),
leftBorderWidth=node.style.borderStyle&&node.style.borderLeft!==!1?1:0,rightBorderWidth=node.style.borderStyle&&node.style.borderRight!==!1?1:0,topBorderHeight=node.
style.borderStyle&&node.style.borderTop!==!1?1:0,bottomBorderHeight=node.style.borderStyle&&node.style.borderBottom!==!1?1:0,contentWidth=width-leftBorderWidth-
rightBorderWidth,contentHeight=height-topBorderHeight-bottomBorderHeight;if(!(contentWidth>0&&contentHeight>0))return;let backgroundLine=colorize_default(" ".repeat(
contentWidth),node.style.backgroundColor,"background");for(let row=0;row<contentHeight;row++)output.write(x+leftBorderWidth,y+topBorderHeight+row,backgroundLine,
{transformers:[]})},render_background_default=renderBackground;var applyPaddingToText=(node,text)=>{let yogaNode=node.childNodes[0]?.yogaNode;if(yogaNode){let offsetX=yogaNode.getComputedLeft(),offsetY=yogaNode.getComputedTop();
text=`
`.repeat(offsetY)+indentString(text,offsetX)}return text},renderNodeToScreenReaderOutput=(node,options={})=>{if(options.skipStaticElements&&node.internal_static||
node.yogaNode?.getDisplay()===src_default.DISPLAY_NONE)return"";let output="";if(node.nodeName==="ink-text")output=squash_text_nodes_default(node);else if(node.
nodeName==="ink-box"||node.nodeName==="ink-root"){let separator=node.style.flexDirection==="row"||node.style.flexDirection==="row-reverse"?" ":`
`;output=(node.style.flexDirection==="row-reverse"||node.style.flexDirection==="column-reverse"?[...node.childNodes].reverse():[...node.childNodes]).map(childNode=>renderNodeToScreenReaderOutput(
childNode,{parentRole:node.internal_accessibility?.role,skipStaticElements:options.skipStaticElements})).filter(Boolean).join(separator)}if(node.internal_accessibility){
let{role,state}=node.internal_accessibility;if(state){let stateDescription=Object.keys(state).filter(key=>state[key]).join(", ");stateDescription&&(output=`(${stateDescription}\
) ${output}`)}role&&role!==options.parentRole&&(output=`${role}: ${output}`)}return output},renderNodeToOutput=(node,output,options)=>{let{offsetX=0,offsetY=0,transformers=[],
skipStaticElements}=options;if(skipStaticElements&&node.internal_static)return;let{yogaNode}=node;if(yogaNode){if(yogaNode.getDisplay()===src_default.DISPLAY_NONE)
return;let x=offsetX+yogaNode.getComputedLeft(),y=offsetY+yogaNode.getComputedTop(),newTransformers=transformers;if(typeof node.internal_transform=="function"&&
(newTransformers=[node.internal_transform,...transformers]),node.nodeName==="ink-text"){let text=squash_text_nodes_default(node);if(text.length>0){let currentWidth=widestLine(
text),maxWidth=get_max_width_default(yogaNode);if(currentWidth>maxWidth){let textWrap=node.style.textWrap??"wrap";text=wrap_text_default(text,maxWidth,textWrap)}
text=applyPaddingToText(node,text),output.write(x,y,text,{transformers:newTransformers})}return}let clipped=!1;if(node.nodeName==="ink-box"){render_background_default(
x,y,node,output),render_border_default(x,y,node,output);let clipHorizontally=node.style.overflowX==="hidden"||node.style.overflow==="hidden",clipVertically=node.
style.overflowY==="hidden"||node.style.overflow==="hidden";if(clipHorizontally||clipVertically){let x1=clipHorizontally?x+yogaNode.getComputedBorder(src_default.
EDGE_LEFT):void 0,x2=clipHorizontally?x+yogaNode.getComputedWidth()-yogaNode.getComputedBorder(src_default.EDGE_RIGHT):void 0,y1=clipVertically?y+yogaNode.getComputedBorder(
src_default.EDGE_TOP):void 0,y2=clipVertically?y+yogaNode.getComputedHeight()-yogaNode.getComputedBorder(src_default.EDGE_BOTTOM):void 0;output.clip({x1,x2,y1,y2}),
clipped=!0}}if(node.nodeName==="ink-root"||node.nodeName==="ink-box"){for(let childNode of node.childNodes)renderNodeToOutput(childNode,output,{offsetX:x,offsetY:y,
transformers:newTransformers,skipStaticElements});clipped&&output.unclip()}}},render_node_to_output_default=renderNodeToOutput;var ESCAPES3=new Set([27,155]),CSI="[".codePointAt(0),OSC2="]".codePointAt(0),endCodesSet=new Set,endCodesMap=new Map;for(let[start3,end]of ansi_styles_default.
codes)endCodesSet.add(ansi_styles_default.color.ansi(end)),endCodesMap.set(ansi_styles_default.color.ansi(start3),ansi_styles_default.color.ansi(end));var linkCodePrefix="\
\x1B]8;",linkCodePrefixCharCodes=linkCodePrefix.split("").map(char=>char.charCodeAt(0)),linkCodeSuffix="\x07",linkCodeSuffixCharCode=linkCodeSuffix.charCodeAt(0),
linkEndCode=`\x1B]8;;${linkCodeSuffix}`;function getEndCode(code){if(endCodesSet.has(code))return code;if(endCodesMap.has(code))return endCodesMap.get(code);if(code.startsWith(linkCodePrefix))return linkEndCode;
if(code=code.slice(2),code.startsWith("38"))return ansi_styles_default.color.close;if(code.startsWith("48"))return ansi_styles_default.bgColor.close;let ret=ansi_styles_default.
codes.get(parseInt(code,10));return ret?ansi_styles_default.color.ansi(ret):ansi_styles_default.reset.open}function ansiCodesToString(codes){return[...new Set(codes.
map(code=>code.code))].join("")}function isIntensityCode(code){return code.code===ansi_styles_default.bold.open||code.code===ansi_styles_default.dim.open}function reduceAnsiCodes(codes){return reduceAnsiCodesIncremental([],codes)}function reduceAnsiCodesIncremental(codes,newCodes){let ret=[...codes];for(let code of newCodes)
code.code===ansi_styles_default.reset.open?ret=[]:endCodesSet.has(code.code)?ret=ret.filter(retCode=>retCode.endCode!==code.code):isIntensityCode(code)?ret.find(
retCode=>retCode.code===code.code&&retCode.endCode===code.endCode)||ret.push(code):(ret=ret.filter(retCode=>retCode.endCode!==code.endCode),ret.push(code));return ret}function undoAnsiCodes2(codes){return reduceAnsiCodes(codes).reverse().map(code=>({...code,code:code.endCode}))}function diffAnsiCodes(from,to){let endCodesInTo=new Set(to.map(code=>code.endCode)),startCodesInTo=new Set(to.map(code=>code.code)),startCodesInFrom=new Set(from.
map(code=>code.code));return[...undoAnsiCodes2(from.filter(code=>isIntensityCode(code)?!startCodesInTo.has(code.code):!endCodesInTo.has(code.endCode))),...to.filter(
code=>!startCodesInFrom.has(code.code))]}function styledCharsFromTokens(tokens){let codes=[],ret=[];for(let token of tokens)token.type==="ansi"?codes=reduceAnsiCodesIncremental(codes,[token]):token.type===
"char"&&ret.push({...token,styles:[...codes]});return ret}function styledCharsToString(chars){let ret="";for(let i=0;i<chars.length;i++){let char=chars[i];i===0?
ret+=ansiCodesToString(char.styles):ret+=ansiCodesToString(diffAnsiCodes(chars[i-1].styles,char.styles)),ret+=char.value,i===chars.length-1&&(ret+=ansiCodesToString(
diffAnsiCodes(char.styles,[])))}return ret}var segmenter=new Intl.Segmenter(void 0,{granularity:"grapheme"});function isFullwidthGrapheme(grapheme,baseCodePoint){return!!(isFullwidthCodePoint(baseCodePoint)||
grapheme.includes("\uFE0F")||baseCodePoint>=127462&&baseCodePoint<=127487)}function parseLinkCode(string,offset){string=string.slice(offset);for(let index=1;index<
linkCodePrefixCharCodes.length;index++)if(string.charCodeAt(index)!==linkCodePrefixCharCodes[index])return;let paramsEndIndex=string.indexOf(";",linkCodePrefix.
length);if(paramsEndIndex===-1)return;let endIndex=string.indexOf("\x07",paramsEndIndex+1);if(endIndex!==-1)return string.slice(0,endIndex+1)}var CC_0=48,CC_9=57,
CC_SEMI=59,CC_M=109;function findSGRSequenceEndIndex(str){for(let index=2;index<str.length;index++){let charCode=str.charCodeAt(index);if(charCode===CC_M)return index;
if(charCode!==CC_SEMI&&!(charCode>=CC_0&&charCode<=CC_9))break}return-1}function parseSGRSequence(string,offset){string=string.slice(offset);let endIndex=findSGRSequenceEndIndex(
string);if(endIndex!==-1)return string.slice(0,endIndex+1)}function splitCompoundSGRSequences(code){if(!code.includes(";"))return[code];let codeParts=code.slice(
2,-1).split(";"),ret=[];for(let i=0;i<codeParts.length;i++){let rawCode=codeParts[i];if(rawCode==="38"||rawCode==="48"){if(i+2<codeParts.length&&codeParts[i+1]===
"5"){ret.push(codeParts.slice(i,i+3).join(";")),i+=2;continue}else if(i+4<codeParts.length&&codeParts[i+1]==="2"){ret.push(codeParts.slice(i,i+5).join(";")),i+=
4;continue}}ret.push(rawCode)}return ret.map(part=>`\x1B[${part}m`)}function tokenize(str,endChar=Number.POSITIVE_INFINITY){let ret=[],visible=0,codeEndIndex=0;
for(let{segment,index}of segmenter.segment(str)){if(index<codeEndIndex)continue;let codePoint=segment.codePointAt(0);if(ESCAPES3.has(codePoint)){let code,nextCodePoint=str.
codePointAt(index+1);if(nextCodePoint===OSC2)code=parseLinkCode(str,index),code&&ret.push({type:"ansi",code,endCode:getEndCode(code)});else if(nextCodePoint===CSI&&
(code=parseSGRSequence(str,index),code)){let codes=splitCompoundSGRSequences(code);for(let individualCode of codes)ret.push({type:"ansi",code:individualCode,endCode:getEndCode(
individualCode)})}if(code){codeEndIndex=index+code.length;continue}}let fullWidth=isFullwidthGrapheme(segment,codePoint);if(ret.push({type:"char",value:segment,
fullWidth}),visible+=fullWidth?2:1,visible>=endChar)break}return ret}var OutputCaches=class{widths=new Map;blockWidths=new Map;styledChars=new Map;getStyledChars(line2){let cached=this.styledChars.get(line2);return cached===void 0&&
(cached=styledCharsFromTokens(tokenize(line2)),this.styledChars.set(line2,cached)),cached}getStringWidth(text){let cached=this.widths.get(text);return cached===
void 0&&(cached=dist_default(text),this.widths.set(text,cached)),cached}getWidestLine(text){let cached=this.blockWidths.get(text);if(cached===void 0){let lineWidth=0;
for(let line2 of text.split(`
`))lineWidth=Math.max(lineWidth,this.getStringWidth(line2));cached=lineWidth,this.blockWidths.set(text,cached)}return cached}},Output=class{width;height;operations=[];caches=new OutputCaches;constructor(options){
let{width,height}=options;this.width=width,this.height=height}write(x,y,text,options){let{transformers}=options;text&&this.operations.push({type:"write",x,y,text,
transformers})}clip(clip){this.operations.push({type:"clip",clip})}unclip(){this.operations.push({type:"unclip"})}get(){let output=[];for(let y=0;y<this.height;y++){
let row=[];for(let x=0;x<this.width;x++)row.push({type:"char",value:" ",fullWidth:!1,styles:[]});output.push(row)}let clips=[];for(let operation of this.operations)
if(operation.type==="clip"&&clips.push(operation.clip),operation.type==="unclip"&&clips.pop(),operation.type==="write"){let{text,transformers}=operation,{x,y}=operation,
lines=text.split(`
`),clip=clips.at(-1);if(clip){let clipHorizontally=typeof clip?.x1=="number"&&typeof clip?.x2=="number",clipVertically=typeof clip?.y1=="number"&&typeof clip?.y2==
"number";if(clipHorizontally){let width=this.caches.getWidestLine(text);if(x+width<clip.x1||x>clip.x2)continue}if(clipVertically){let height=lines.length;if(y+height<
clip.y1||y>clip.y2)continue}if(clipHorizontally&&(lines=lines.map(line2=>{let from=x<clip.x1?clip.x1-x:0,width=this.caches.getStringWidth(line2),to=x+width>clip.
x2?clip.x2-x:width;return sliceAnsi(line2,from,to)}),x<clip.x1&&(x=clip.x1)),clipVertically){let from=y<clip.y1?clip.y1-y:0,height=lines.length,to=y+height>clip.
y2?clip.y2-y:height;lines=lines.slice(from,to),y<clip.y1&&(y=clip.y1)}}let offsetY=0;for(let[index,line2]of lines.entries()){let currentLine=output[y+offsetY];if(!currentLine)
continue;for(let transformer of transformers)line2=transformer(line2,index);let characters=this.caches.getStyledChars(line2),offsetX=x;for(let character of characters){
currentLine[offsetX]=character;let characterWidth=Math.max(1,this.caches.getStringWidth(character.value));if(characterWidth>1)for(let index2=1;index2<characterWidth;index2++)
currentLine[offsetX+index2]={type:"char",value:"",fullWidth:!1,styles:character.styles};offsetX+=characterWidth}offsetY++}}return{output:output.map(line2=>{let lineWithoutEmptyItems=line2.
filter(item=>item!==void 0);return styledCharsToString(lineWithoutEmptyItems).trimEnd()}).join(`
`),height:output.length}}};var renderer=(node,isScreenReaderEnabled)=>{if(node.yogaNode){if(isScreenReaderEnabled){let output2=renderNodeToScreenReaderOutput(node,{skipStaticElements:!0}),
outputHeight2=output2===""?0:output2.split(`
`).length,staticOutput2="";return node.staticNode&&(staticOutput2=renderNodeToScreenReaderOutput(node.staticNode,{skipStaticElements:!1})),{output:output2,outputHeight:outputHeight2,
staticOutput:staticOutput2?`${staticOutput2}
`:""}}let output=new Output({width:node.yogaNode.getComputedWidth(),height:node.yogaNode.getComputedHeight()});render_node_to_output_default(node,output,{skipStaticElements:!0});
let staticOutput;node.staticNode?.yogaNode&&(staticOutput=new Output({width:node.staticNode.yogaNode.getComputedWidth(),height:node.staticNode.yogaNode.getComputedHeight()}),
render_node_to_output_default(node.staticNode,staticOutput,{skipStaticElements:!1}));let{output:generatedOutput,height:outputHeight}=output.get();return{output:generatedOutput,
outputHeight,staticOutput:staticOutput?`${staticOutput.get().output}
`:""}}return{output:"",outputHeight:0,staticOutput:""}},renderer_default=renderer;import process7 from"node:process";var import_onetime=__toESM(require_onetime(),1),import_signal_exit=__toESM(require_signal_exit2(),1);import process6 from"node:process";var restoreCursor=(0,import_onetime.default)(
()=>{(0,import_signal_exit.default)(()=>{process6.stderr.write("\x1B[?25h")},{alwaysLast:!0})}),restore_cursor_default=restoreCursor;var isHidden=!1,cliCursor={};cliCursor.show=(writableStream=process7.stderr)=>{writableStream.isTTY&&(isHidden=!1,writableStream.write("\x1B[?25h"))};cliCursor.
hide=(writableStream=process7.stderr)=>{writableStream.isTTY&&(restore_cursor_default(),isHidden=!0,writableStream.write("\x1B[?25l"))};cliCursor.toggle=(force,writableStream)=>{
force!==void 0&&(isHidden=force),isHidden?cliCursor.show(writableStream):cliCursor.hide(writableStream)};var cli_cursor_default=cliCursor;var showCursorEscape="\x1B[?25h",hideCursorEscape="\x1B[?25l";var cursorPositionChanged=(a,b)=>a?.x!==b?.x||a?.y!==b?.y,buildCursorSuffix=(visibleLineCount2,cursorPosition)=>{if(!cursorPosition)return"";let moveUp=visibleLineCount2-
cursorPosition.y;return(moveUp>0?base_exports.cursorUp(moveUp):"")+base_exports.cursorTo(cursorPosition.x)+showCursorEscape},buildReturnToBottom=(previousLineCount,previousCursorPosition)=>{
if(!previousCursorPosition)return"";let down2=previousLineCount-1-previousCursorPosition.y;return(down2>0?base_exports.cursorDown(down2):"")+base_exports.cursorTo(
0)},buildCursorOnlySequence=input=>{let hidePrefix=input.cursorWasShown?hideCursorEscape:"",returnToBottom=buildReturnToBottom(input.previousLineCount,input.previousCursorPosition),
cursorSuffix=buildCursorSuffix(input.visibleLineCount,input.cursorPosition);return hidePrefix+returnToBottom+cursorSuffix},buildReturnToBottomPrefix=(cursorWasShown,previousLineCount,previousCursorPosition)=>cursorWasShown?
hideCursorEscape+buildReturnToBottom(previousLineCount,previousCursorPosition):"";var visibleLineCount=(lines,str)=>str.endsWith(`
`)?lines.length-1:lines.length,createStandard=(stream,{showCursor=!1}={})=>{let previousLineCount=0,previousOutput="",hasHiddenCursor=!1,cursorPosition,cursorDirty=!1,
previousCursorPosition,cursorWasShown=!1,getActiveCursor=()=>cursorDirty?cursorPosition:void 0,hasChanges=(str,activeCursor)=>{let cursorChanged=cursorPositionChanged(
activeCursor,previousCursorPosition);return str!==previousOutput||cursorChanged},render2=str=>{!showCursor&&!hasHiddenCursor&&(cli_cursor_default.hide(stream),hasHiddenCursor=
!0);let activeCursor=getActiveCursor();cursorDirty=!1;let cursorChanged=cursorPositionChanged(activeCursor,previousCursorPosition);if(!hasChanges(str,activeCursor))
return!1;let lines=str.split(`
`),visibleCount=visibleLineCount(lines,str),cursorSuffix=buildCursorSuffix(visibleCount,activeCursor);if(str===previousOutput&&cursorChanged)stream.write(buildCursorOnlySequence(
{cursorWasShown,previousLineCount,previousCursorPosition,visibleLineCount:visibleCount,cursorPosition:activeCursor}));else{previousOutput=str;let returnPrefix=buildReturnToBottomPrefix(
cursorWasShown,previousLineCount,previousCursorPosition);stream.write(returnPrefix+base_exports.eraseLines(previousLineCount)+str+cursorSuffix),previousLineCount=
lines.length}return previousCursorPosition=activeCursor?{...activeCursor}:void 0,cursorWasShown=activeCursor!==void 0,!0};return render2.clear=()=>{let prefix=buildReturnToBottomPrefix(
cursorWasShown,previousLineCount,previousCursorPosition);stream.write(prefix+base_exports.eraseLines(previousLineCount)),previousOutput="",previousLineCount=0,previousCursorPosition=
void 0,cursorWasShown=!1},render2.done=()=>{previousOutput="",previousLineCount=0,previousCursorPosition=void 0,cursorWasShown=!1,showCursor||(cli_cursor_default.
show(stream),hasHiddenCursor=!1)},render2.sync=str=>{let activeCursor=cursorDirty?cursorPosition:void 0;cursorDirty=!1;let lines=str.split(`
`);previousOutput=str,previousLineCount=lines.length,!activeCursor&&cursorWasShown&&stream.write(hideCursorEscape),activeCursor&&stream.write(buildCursorSuffix(
visibleLineCount(lines,str),activeCursor)),previousCursorPosition=activeCursor?{...activeCursor}:void 0,cursorWasShown=activeCursor!==void 0},render2.setCursorPosition=
position=>{cursorPosition=position,cursorDirty=!0},render2.isCursorDirty=()=>cursorDirty,render2.willRender=str=>hasChanges(str,getActiveCursor()),render2},createIncremental=(stream,{
showCursor=!1}={})=>{let previousLines=[],previousOutput="",hasHiddenCursor=!1,cursorPosition,cursorDirty=!1,previousCursorPosition,cursorWasShown=!1,getActiveCursor=()=>cursorDirty?
cursorPosition:void 0,hasChanges=(str,activeCursor)=>{let cursorChanged=cursorPositionChanged(activeCursor,previousCursorPosition);return str!==previousOutput||
cursorChanged},render2=str=>{!showCursor&&!hasHiddenCursor&&(cli_cursor_default.hide(stream),hasHiddenCursor=!0);let activeCursor=getActiveCursor();cursorDirty=
!1;let cursorChanged=cursorPositionChanged(activeCursor,previousCursorPosition);if(!hasChanges(str,activeCursor))return!1;let nextLines2=str.split(`
`),visibleCount=visibleLineCount(nextLines2,str),previousVisible=visibleLineCount(previousLines,previousOutput);if(str===previousOutput&&cursorChanged)return stream.
write(buildCursorOnlySequence({cursorWasShown,previousLineCount:previousLines.length,previousCursorPosition,visibleLineCount:visibleCount,cursorPosition:activeCursor})),
previousCursorPosition=activeCursor?{...activeCursor}:void 0,cursorWasShown=activeCursor!==void 0,!0;let returnPrefix=buildReturnToBottomPrefix(cursorWasShown,previousLines.
length,previousCursorPosition);if(str===`
`||previousOutput.length===0){let cursorSuffix2=buildCursorSuffix(visibleCount,activeCursor);return stream.write(returnPrefix+base_exports.eraseLines(previousLines.
length)+str+cursorSuffix2),cursorWasShown=activeCursor!==void 0,previousCursorPosition=activeCursor?{...activeCursor}:void 0,previousOutput=str,previousLines=nextLines2,
!0}let hasTrailingNewline=str.endsWith(`
`),buffer=[];if(buffer.push(returnPrefix),visibleCount<previousVisible){let extraSlot=previousOutput.endsWith(`
`)?1:0;buffer.push(base_exports.eraseLines(previousVisible-visibleCount+extraSlot),base_exports.cursorUp(visibleCount))}else buffer.push(base_exports.cursorUp(previousVisible-
1));for(let i=0;i<visibleCount;i++){let isLastLine=i===visibleCount-1;if(nextLines2[i]===previousLines[i]){(!isLastLine||hasTrailingNewline)&&buffer.push(base_exports.
cursorNextLine);continue}buffer.push(base_exports.cursorTo(0)+nextLines2[i]+base_exports.eraseEndLine+(isLastLine&&!hasTrailingNewline?"":`
`))}let cursorSuffix=buildCursorSuffix(visibleCount,activeCursor);return buffer.push(cursorSuffix),stream.write(buffer.join("")),cursorWasShown=activeCursor!==void 0,
previousCursorPosition=activeCursor?{...activeCursor}:void 0,previousOutput=str,previousLines=nextLines2,!0};return render2.clear=()=>{let prefix=buildReturnToBottomPrefix(
cursorWasShown,previousLines.length,previousCursorPosition);stream.write(prefix+base_exports.eraseLines(previousLines.length)),previousOutput="",previousLines=[],
previousCursorPosition=void 0,cursorWasShown=!1},render2.done=()=>{previousOutput="",previousLines=[],previousCursorPosition=void 0,cursorWasShown=!1,showCursor||
(cli_cursor_default.show(stream),hasHiddenCursor=!1)},render2.sync=str=>{let activeCursor=cursorDirty?cursorPosition:void 0;cursorDirty=!1;let lines=str.split(`\

`);previousOutput=str,previousLines=lines,!activeCursor&&cursorWasShown&&stream.write(hideCursorEscape),activeCursor&&stream.write(buildCursorSuffix(visibleLineCount(
lines,str),activeCursor)),previousCursorPosition=activeCursor?{...activeCursor}:void 0,cursorWasShown=activeCursor!==void 0},render2.setCursorPosition=position=>{
cursorPosition=position,cursorDirty=!0},render2.isCursorDirty=()=>cursorDirty,render2.willRender=str=>hasChanges(str,getActiveCursor()),render2},create2=(stream,{
showCursor=!1,incremental=!1}={})=>incremental?createIncremental(stream,{showCursor}):createStandard(stream,{showCursor}),logUpdate={create:create2},log_update_default=logUpdate;var bsu="\x1B[?2026h",esu="\x1B[?2026l";function shouldSynchronize(stream){return"isTTY"in stream&&stream.isTTY===!0&&!is_in_ci_default}var instances=new WeakMap,instances_default=instances;var import_react14=__toESM(require_react(),1);import{EventEmitter as EventEmitter2}from"node:events";import process11 from"node:process";var isCsiParameterByte=byte=>byte>=48&&byte<=63,isCsiIntermediateByte=byte=>byte>=32&&byte<=47,isCsiFinalByte=byte=>byte>=64&&byte<=126,parseCsiSequence=(input,startIndex,prefixLength)=>{
let csiPayloadStart=startIndex+prefixLength+1,index=csiPayloadStart;for(;index<input.length;index++){let byte=input.codePointAt(index);if(byte===void 0)return"p\
ending";if(!(isCsiParameterByte(byte)||isCsiIntermediateByte(byte))&&!(byte===91&&index===csiPayloadStart))return isCsiFinalByte(byte)?{sequence:input.slice(startIndex,
index+1),nextIndex:index+1}:void 0}return"pending"},parseSs3Sequence=(input,startIndex,prefixLength)=>{let nextIndex=startIndex+prefixLength+2;if(nextIndex>input.
length)return"pending";let finalByte=input.codePointAt(nextIndex-1);if(!(finalByte===void 0||!isCsiFinalByte(finalByte)))return{sequence:input.slice(startIndex,
nextIndex),nextIndex}},parseControlSequence=(input,startIndex,prefixLength)=>{let sequenceType=input[startIndex+prefixLength];if(sequenceType===void 0)return"pe\
nding";if(sequenceType==="[")return parseCsiSequence(input,startIndex,prefixLength);if(sequenceType==="O")return parseSs3Sequence(input,startIndex,prefixLength)},
parseEscapedCodePoint=(input,escapeIndex)=>{let nextCodePoint=input.codePointAt(escapeIndex+1),nextCodePointLength=nextCodePoint!==void 0&&nextCodePoint>65535?2:
1,nextIndex=escapeIndex+1+nextCodePointLength;return{sequence:input.slice(escapeIndex,nextIndex),nextIndex}},parseKeypresses=input=>{let events=[],index=0,pendingFrom=pendingStartIndex=>({
events,pending:input.slice(pendingStartIndex)});for(;index<input.length;){let escapeIndex=input.indexOf("\x1B",index);if(escapeIndex===-1)return events.push(input.
slice(index)),{events,pending:""};if(escapeIndex>index&&events.push(input.slice(index,escapeIndex)),escapeIndex===input.length-1)return pendingFrom(escapeIndex);
let parsedSequence=parseControlSequence(input,escapeIndex,1);if(parsedSequence==="pending")return pendingFrom(escapeIndex);if(parsedSequence){events.push(parsedSequence.
sequence),index=parsedSequence.nextIndex;continue}if(input[escapeIndex+1]==="\x1B"){if(escapeIndex+2>=input.length)return pendingFrom(escapeIndex);let doubleEscapeSequence=parseControlSequence(
input,escapeIndex,2);if(doubleEscapeSequence==="pending")return pendingFrom(escapeIndex);if(doubleEscapeSequence){events.push(doubleEscapeSequence.sequence),index=
doubleEscapeSequence.nextIndex;continue}events.push(input.slice(escapeIndex,escapeIndex+2)),index=escapeIndex+2;continue}let escapedCodePoint=parseEscapedCodePoint(
input,escapeIndex);events.push(escapedCodePoint.sequence),index=escapedCodePoint.nextIndex}return{events,pending:""}},createInputParser=()=>{let pending="";return{
push(chunk){let parsedInput=parseKeypresses(pending+chunk);return pending=parsedInput.pending,parsedInput.events},hasPendingEscape(){return pending.startsWith("\
\x1B")},flushPendingEscape(){if(!pending.startsWith("\x1B"))return;let pendingEscape=pending;return pending="",pendingEscape},reset(){pending=""}}};var import_react2=__toESM(require_react(),1),AppContext=(0,import_react2.createContext)({exit(){}});AppContext.displayName="InternalAppContext";var AppContext_default=AppContext;var import_react3=__toESM(require_react(),1);import{EventEmitter}from"node:events";import process8 from"node:process";var StdinContext=(0,import_react3.createContext)(
{stdin:process8.stdin,internal_eventEmitter:new EventEmitter,setRawMode(){},isRawModeSupported:!1,internal_exitOnCtrlC:!0});StdinContext.displayName="InternalSt\
dinContext";var StdinContext_default=StdinContext;var import_react4=__toESM(require_react(),1);import process9 from"node:process";var StdoutContext=(0,import_react4.createContext)({stdout:process9.stdout,write(){}});
StdoutContext.displayName="InternalStdoutContext";var StdoutContext_default=StdoutContext;var import_react5=__toESM(require_react(),1);import process10 from"node:process";var StderrContext=(0,import_react5.createContext)({stderr:process10.stderr,write(){}});
StderrContext.displayName="InternalStderrContext";var StderrContext_default=StderrContext;var import_react6=__toESM(require_react(),1),FocusContext=(0,import_react6.createContext)({activeId:void 0,add(){},remove(){},activate(){},deactivate(){},enableFocus(){},
disableFocus(){},focusNext(){},focusPrevious(){},focus(){}});FocusContext.displayName="InternalFocusContext";var FocusContext_default=FocusContext;var import_react7=__toESM(require_react(),1),CursorContext=(0,import_react7.createContext)({setCursorPosition(){}});CursorContext.displayName="InternalCursorCon\
text";var CursorContext_default=CursorContext;var import_react13=__toESM(require_react(),1);var import_react12=__toESM(require_react(),1),import_stack_utils=__toESM(require_stack_utils(),1);import*as fs2 from"node:fs";import{cwd}from"node:process";var convertToSpaces=(input,spaces=2)=>input.replace(/^\t+/gm,$1=>" ".repeat($1.length*spaces)),dist_default3=convertToSpaces;var generateLineNumbers=(line2,around)=>{let lineNumbers=[],min=line2-around,max=line2+around;for(let lineNumber=min;lineNumber<=max;lineNumber++)lineNumbers.push(
lineNumber);return lineNumbers},codeExcerpt=(source,line2,options={})=>{var _a;if(typeof source!="string")throw new TypeError("Source code is missing.");if(!line2||
line2<1)throw new TypeError("Line number must start from `1`.");let lines=dist_default3(source).split(/\r?\n/);if(!(line2>lines.length))return generateLineNumbers(
line2,(_a=options.around)!==null&&_a!==void 0?_a:3).filter(line3=>lines[line3-1]!==void 0).map(line3=>({line:line3,value:lines[line3-1]}))},dist_default4=codeExcerpt;var import_react10=__toESM(require_react(),1);var import_react8=__toESM(require_react(),1),accessibilityContext=(0,import_react8.createContext)({isScreenReaderEnabled:!1});var import_react9=__toESM(require_react(),1),backgroundContext=(0,import_react9.createContext)(void 0);var Box=(0,import_react10.forwardRef)(({children,backgroundColor,"aria-label":ariaLabel,"aria-hidden":ariaHidden,"aria-role":role,"aria-state":ariaState,...style},ref)=>{
let{isScreenReaderEnabled}=(0,import_react10.useContext)(accessibilityContext),label=ariaLabel?import_react10.default.createElement("ink-text",null,ariaLabel):void 0;
if(isScreenReaderEnabled&&ariaHidden)return null;let boxElement=import_react10.default.createElement("ink-box",{ref,style:{flexWrap:"nowrap",flexDirection:"row",
flexGrow:0,flexShrink:1,...style,backgroundColor,overflowX:style.overflowX??style.overflow??"visible",overflowY:style.overflowY??style.overflow??"visible"},internal_accessibility:{
role,state:ariaState}},isScreenReaderEnabled&&label?label:children);return backgroundColor?import_react10.default.createElement(backgroundContext.Provider,{value:backgroundColor},
boxElement):boxElement});Box.displayName="Box";var Box_default=Box;var import_react11=__toESM(require_react(),1);function Text({color,backgroundColor,dimColor=!1,bold=!1,italic=!1,underline=!1,strikethrough=!1,inverse=!1,wrap:wrap2="wrap",children,"aria-label":ariaLabel,"a\
ria-hidden":ariaHidden=!1}){let{isScreenReaderEnabled}=(0,import_react11.useContext)(accessibilityContext),inheritedBackgroundColor=(0,import_react11.useContext)(
backgroundContext),childrenOrAriaLabel=isScreenReaderEnabled&&ariaLabel?ariaLabel:children;if(childrenOrAriaLabel==null)return null;let transform=children2=>{dimColor&&
(children2=source_default.dim(children2)),color&&(children2=colorize_default(children2,color,"foreground"));let effectiveBackgroundColor=backgroundColor??inheritedBackgroundColor;
return effectiveBackgroundColor&&(children2=colorize_default(children2,effectiveBackgroundColor,"background")),bold&&(children2=source_default.bold(children2)),
italic&&(children2=source_default.italic(children2)),underline&&(children2=source_default.underline(children2)),strikethrough&&(children2=source_default.strikethrough(
children2)),inverse&&(children2=source_default.inverse(children2)),children2};return isScreenReaderEnabled&&ariaHidden?null:import_react11.default.createElement(
"ink-text",{style:{flexGrow:0,flexShrink:1,flexDirection:"row",textWrap:wrap2},internal_transform:transform},isScreenReaderEnabled&&ariaLabel?ariaLabel:children)}var cleanupPath=path=>path?.replace(`file://${cwd()}/`,""),stackUtils=new import_stack_utils.default({cwd:cwd(),internals:import_stack_utils.default.nodeInternals()});
function ErrorOverview({error}){let stack=error.stack?error.stack.split(`
`).slice(1):void 0,origin=stack?stackUtils.parseLine(stack[0]):void 0,filePath=cleanupPath(origin?.file),excerpt,lineWidth=0;if(filePath&&origin?.line&&fs2.existsSync(
filePath)){let sourceCode=fs2.readFileSync(filePath,"utf8");if(excerpt=dist_default4(sourceCode,origin.line),excerpt)for(let{line:line2}of excerpt)lineWidth=Math.
max(lineWidth,String(line2).length)}return import_react12.default.createElement(Box_default,{flexDirection:"column",padding:1},import_react12.default.createElement(
Box_default,null,import_react12.default.createElement(Text,{backgroundColor:"red",color:"white"}," ","ERROR"," "),import_react12.default.createElement(Text,null,
" ",error.message)),origin&&filePath&&import_react12.default.createElement(Box_default,{marginTop:1},import_react12.default.createElement(Text,{dimColor:!0},filePath,
":",origin.line,":",origin.column)),origin&&excerpt&&import_react12.default.createElement(Box_default,{marginTop:1,flexDirection:"column"},excerpt.map(({line:line2,
value})=>import_react12.default.createElement(Box_default,{key:line2},import_react12.default.createElement(Box_default,{width:lineWidth+1},import_react12.default.
createElement(Text,{dimColor:line2!==origin.line,backgroundColor:line2===origin.line?"red":void 0,color:line2===origin.line?"white":void 0,"aria-label":line2===
origin.line?`Line ${line2}, error`:`Line ${line2}`},String(line2).padStart(lineWidth," "),":")),import_react12.default.createElement(Text,{key:line2,backgroundColor:line2===
origin.line?"red":void 0,color:line2===origin.line?"white":void 0}," "+value)))),error.stack&&import_react12.default.createElement(Box_default,{marginTop:1,flexDirection:"\
column"},error.stack.split(`
`).slice(1).map(line2=>{let parsedLine=stackUtils.parseLine(line2);return parsedLine?import_react12.default.createElement(Box_default,{key:line2},import_react12.default.
createElement(Text,{dimColor:!0},"- "),import_react12.default.createElement(Text,{dimColor:!0,bold:!0},parsedLine.function),import_react12.default.createElement(
Text,{dimColor:!0,color:"gray","aria-label":`at ${cleanupPath(parsedLine.file)??""} line ${parsedLine.line} column ${parsedLine.column}`}," ","(",cleanupPath(parsedLine.
file)??"",":",parsedLine.line,":",parsedLine.column,")")):import_react12.default.createElement(Box_default,{key:line2},import_react12.default.createElement(Text,
{dimColor:!0},"- "),import_react12.default.createElement(Text,{dimColor:!0,bold:!0},line2,"\\t"," "))})))}var ErrorBoundary=class extends import_react13.PureComponent{static displayName="InternalErrorBoundary";static getDerivedStateFromError(error){return{error}}state={
error:void 0};componentDidCatch(error){this.props.onError(error)}render(){return this.state.error?import_react13.default.createElement(ErrorOverview,{error:this.
state.error}):this.props.children}};var tab="	",shiftTab="\x1B[Z",escape2="\x1B";function App({children,stdin,stdout,stderr,writeToStdout,writeToStderr,exitOnCtrlC,onExit,setCursorPosition}){let[isFocusEnabled,
setIsFocusEnabled]=(0,import_react14.useState)(!0),[activeFocusId,setActiveFocusId]=(0,import_react14.useState)(void 0),[,setFocusables]=(0,import_react14.useState)(
[]),focusablesCountRef=(0,import_react14.useRef)(0),rawModeEnabledCount=(0,import_react14.useRef)(0),internal_eventEmitter=(0,import_react14.useRef)(new EventEmitter2);
internal_eventEmitter.current.setMaxListeners(1/0);let readableListenerRef=(0,import_react14.useRef)(void 0),inputParserRef=(0,import_react14.useRef)(createInputParser()),
pendingInputFlushRef=(0,import_react14.useRef)(void 0),clearPendingInputFlush=(0,import_react14.useCallback)(()=>{pendingInputFlushRef.current&&(clearImmediate(
pendingInputFlushRef.current),pendingInputFlushRef.current=void 0)},[]),isRawModeSupported=stdin.isTTY,detachReadableListener=(0,import_react14.useCallback)(()=>{
readableListenerRef.current&&(stdin.removeListener("readable",readableListenerRef.current),readableListenerRef.current=void 0)},[stdin]),disableRawMode=(0,import_react14.useCallback)(
()=>{stdin.setRawMode(!1),detachReadableListener(),stdin.unref(),rawModeEnabledCount.current=0,inputParserRef.current.reset(),clearPendingInputFlush()},[stdin,detachReadableListener,
clearPendingInputFlush]),handleExit=(0,import_react14.useCallback)(errorOrResult=>{isRawModeSupported&&rawModeEnabledCount.current>0&&disableRawMode(),onExit(errorOrResult)},
[isRawModeSupported,disableRawMode,onExit]),handleInput=(0,import_react14.useCallback)(input=>{if(input===""&&exitOnCtrlC){handleExit();return}input===escape2&&
setActiveFocusId(currentActiveFocusId=>{if(!currentActiveFocusId)return currentActiveFocusId})},[exitOnCtrlC,handleExit]),emitInput=(0,import_react14.useCallback)(
input=>{handleInput(input),internal_eventEmitter.current.emit("input",input)},[handleInput]),schedulePendingInputFlush=(0,import_react14.useCallback)(()=>{clearPendingInputFlush(),
pendingInputFlushRef.current=setImmediate(()=>{pendingInputFlushRef.current=void 0;let pendingEscape=inputParserRef.current.flushPendingEscape();pendingEscape&&
emitInput(pendingEscape)})},[clearPendingInputFlush,emitInput]),handleReadable=(0,import_react14.useCallback)(()=>{clearPendingInputFlush();let chunk;for(;(chunk=
stdin.read())!==null;){let inputEvents=inputParserRef.current.push(chunk);for(let input of inputEvents)emitInput(input)}inputParserRef.current.hasPendingEscape()&&
schedulePendingInputFlush()},[stdin,emitInput,clearPendingInputFlush,schedulePendingInputFlush]),handleSetRawMode=(0,import_react14.useCallback)(isEnabled=>{if(!isRawModeSupported)
throw stdin===process11.stdin?new Error(`Raw mode is not supported on the current process.stdin, which Ink uses as input stream by default.
Read about how to prevent this error on https://github.com/vadimdemedes/ink/#israwmodesupported`):new Error(`Raw mode is not supported on the stdin provided to \
Ink.
Read about how to prevent this error on https://github.com/vadimdemedes/ink/#israwmodesupported`);if(stdin.setEncoding("utf8"),isEnabled){rawModeEnabledCount.current===
0&&(stdin.ref(),stdin.setRawMode(!0),readableListenerRef.current=handleReadable,stdin.addListener("readable",handleReadable)),rawModeEnabledCount.current++;return}
rawModeEnabledCount.current!==0&&--rawModeEnabledCount.current===0&&disableRawMode()},[isRawModeSupported,stdin,handleReadable,disableRawMode]),findNextFocusable=(0,import_react14.useCallback)(
(currentFocusables,currentActiveFocusId)=>{let activeIndex=currentFocusables.findIndex(focusable=>focusable.id===currentActiveFocusId);for(let index=activeIndex+
1;index<currentFocusables.length;index++){let focusable=currentFocusables[index];if(focusable?.isActive)return focusable.id}},[]),findPreviousFocusable=(0,import_react14.useCallback)(
(currentFocusables,currentActiveFocusId)=>{let activeIndex=currentFocusables.findIndex(focusable=>focusable.id===currentActiveFocusId);for(let index=activeIndex-
1;index>=0;index--){let focusable=currentFocusables[index];if(focusable?.isActive)return focusable.id}},[]),focusNext=(0,import_react14.useCallback)(()=>{setFocusables(
currentFocusables=>(setActiveFocusId(currentActiveFocusId=>{let firstFocusableId=currentFocusables.find(focusable=>focusable.isActive)?.id;return findNextFocusable(
currentFocusables,currentActiveFocusId)??firstFocusableId}),currentFocusables))},[findNextFocusable]),focusPrevious=(0,import_react14.useCallback)(()=>{setFocusables(
currentFocusables=>(setActiveFocusId(currentActiveFocusId=>{let lastFocusableId=currentFocusables.findLast(focusable=>focusable.isActive)?.id;return findPreviousFocusable(
currentFocusables,currentActiveFocusId)??lastFocusableId}),currentFocusables))},[findPreviousFocusable]);(0,import_react14.useEffect)(()=>{let handleTabNavigation=input=>{
!isFocusEnabled||focusablesCountRef.current===0||(input===tab&&focusNext(),input===shiftTab&&focusPrevious())};internal_eventEmitter.current.on("input",handleTabNavigation);
let emitter=internal_eventEmitter.current;return()=>{emitter.off("input",handleTabNavigation)}},[isFocusEnabled,focusNext,focusPrevious]);let enableFocus=(0,import_react14.useCallback)(
()=>{setIsFocusEnabled(!0)},[]),disableFocus=(0,import_react14.useCallback)(()=>{setIsFocusEnabled(!1)},[]),focus=(0,import_react14.useCallback)(id=>{setFocusables(
currentFocusables=>(currentFocusables.some(focusable=>focusable?.id===id)&&setActiveFocusId(id),currentFocusables))},[]),addFocusable=(0,import_react14.useCallback)(
(id,{autoFocus})=>{setFocusables(currentFocusables=>(focusablesCountRef.current=currentFocusables.length+1,[...currentFocusables,{id,isActive:!0}])),autoFocus&&
setActiveFocusId(currentActiveFocusId=>currentActiveFocusId||id)},[]),removeFocusable=(0,import_react14.useCallback)(id=>{setActiveFocusId(currentActiveFocusId=>{
if(currentActiveFocusId!==id)return currentActiveFocusId}),setFocusables(currentFocusables=>{let filtered=currentFocusables.filter(focusable=>focusable.id!==id);
return focusablesCountRef.current=filtered.length,filtered})},[]),activateFocusable=(0,import_react14.useCallback)(id=>{setFocusables(currentFocusables=>currentFocusables.
map(focusable=>focusable.id!==id?focusable:{id,isActive:!0}))},[]),deactivateFocusable=(0,import_react14.useCallback)(id=>{setActiveFocusId(currentActiveFocusId=>{
if(currentActiveFocusId!==id)return currentActiveFocusId}),setFocusables(currentFocusables=>currentFocusables.map(focusable=>focusable.id!==id?focusable:{id,isActive:!1}))},
[]);(0,import_react14.useEffect)(()=>()=>{cli_cursor_default.show(stdout),isRawModeSupported&&rawModeEnabledCount.current>0&&disableRawMode()},[stdout,isRawModeSupported,
disableRawMode]);let appContextValue=(0,import_react14.useMemo)(()=>({exit:handleExit}),[handleExit]),stdinContextValue=(0,import_react14.useMemo)(()=>({stdin,setRawMode:handleSetRawMode,
isRawModeSupported,internal_exitOnCtrlC:exitOnCtrlC,internal_eventEmitter:internal_eventEmitter.current}),[stdin,handleSetRawMode,isRawModeSupported,exitOnCtrlC]),
stdoutContextValue=(0,import_react14.useMemo)(()=>({stdout,write:writeToStdout}),[stdout,writeToStdout]),stderrContextValue=(0,import_react14.useMemo)(()=>({stderr,
write:writeToStderr}),[stderr,writeToStderr]),cursorContextValue=(0,import_react14.useMemo)(()=>({setCursorPosition}),[setCursorPosition]),focusContextValue=(0,import_react14.useMemo)(
()=>({activeId:activeFocusId,add:addFocusable,remove:removeFocusable,activate:activateFocusable,deactivate:deactivateFocusable,enableFocus,disableFocus,focusNext,
focusPrevious,focus}),[activeFocusId,addFocusable,removeFocusable,activateFocusable,deactivateFocusable,enableFocus,disableFocus,focusNext,focusPrevious,focus]);
return import_react14.default.createElement(AppContext_default.Provider,{value:appContextValue},import_react14.default.createElement(StdinContext_default.Provider,
{value:stdinContextValue},import_react14.default.createElement(StdoutContext_default.Provider,{value:stdoutContextValue},import_react14.default.createElement(StderrContext_default.
Provider,{value:stderrContextValue},import_react14.default.createElement(FocusContext_default.Provider,{value:focusContextValue},import_react14.default.createElement(
CursorContext_default.Provider,{value:cursorContextValue},import_react14.default.createElement(ErrorBoundary,{onError:handleExit},children)))))))}App.displayName=
"InternalApp";var App_default=App;var kittyFlags={disambiguateEscapeCodes:1,reportEventTypes:2,reportAlternateKeys:4,reportAllKeysAsEscapeCodes:8,reportAssociatedText:16};function resolveFlags(flags){
let result=0;for(let flag of flags)result|=kittyFlags[flag];return result}var kittyModifiers={shift:1,alt:2,ctrl:4,super:8,hyper:16,meta:32,capsLock:64,numLock:128};var noop=()=>{},kittyQueryEscapeByte=27,kittyQueryOpenBracketByte=91,kittyQueryQuestionMarkByte=63,kittyQueryLetterByte=117,zeroByte=48,nineByte=57,isDigitByte=byte=>byte>=
zeroByte&&byte<=nineByte,matchKittyQueryResponse=(buffer,startIndex)=>{if(buffer[startIndex]!==kittyQueryEscapeByte||buffer[startIndex+1]!==kittyQueryOpenBracketByte||
buffer[startIndex+2]!==kittyQueryQuestionMarkByte)return;let index=startIndex+3,digitsStartIndex=index;for(;index<buffer.length&&isDigitByte(buffer[index]);)index++;
if(index!==digitsStartIndex){if(index===buffer.length)return{state:"partial"};if(buffer[index]===kittyQueryLetterByte)return{state:"complete",endIndex:index}}},
hasCompleteKittyQueryResponse=buffer=>{for(let index=0;index<buffer.length;index++)if(matchKittyQueryResponse(buffer,index)?.state==="complete")return!0;return!1},
stripKittyQueryResponsesAndTrailingPartial=buffer=>{let keptBytes=[],index=0;for(;index<buffer.length;){let match=matchKittyQueryResponse(buffer,index);if(match?.
state==="complete"){index=match.endIndex+1;continue}if(match?.state==="partial")break;keptBytes.push(buffer[index]),index++}return keptBytes},isErrorInput=value=>value instanceof
Error||Object.prototype.toString.call(value)==="[object Error]",Ink=class{isConcurrent;options;log;cursorPosition;throttledLog;isScreenReaderEnabled;isUnmounted;isUnmounting;lastOutput;lastOutputToRender;lastOutputHeight;lastTerminalWidth;container;rootNode;fullStaticOutput;exitPromise;exitResult;beforeExitHandler;restoreConsole;unsubscribeResize;throttledOnRender;hasPendingThrottledRender=!1;kittyProtocolEnabled=!1;cancelKittyDetection;constructor(options){
autoBind(this),this.options=options,this.rootNode=createNode("ink-root"),this.rootNode.onComputeLayout=this.calculateLayout,this.isScreenReaderEnabled=options.isScreenReaderEnabled??
process12.env.INK_SCREEN_READER==="true";let unthrottled=options.debug||this.isScreenReaderEnabled,maxFps=options.maxFps??30,renderThrottleMs=maxFps>0?Math.max(
1,Math.ceil(1e3/maxFps)):0;if(unthrottled)this.rootNode.onRender=this.onRender,this.throttledOnRender=void 0;else{let throttled=throttle(this.onRender,renderThrottleMs,
{leading:!0,trailing:!0});this.rootNode.onRender=()=>{this.hasPendingThrottledRender=!0,throttled()},this.throttledOnRender=throttled}this.rootNode.onImmediateRender=
this.onRender,this.log=log_update_default.create(options.stdout,{incremental:options.incrementalRendering}),this.cursorPosition=void 0,this.throttledLog=unthrottled?
this.log:throttle(output=>{let shouldWrite=this.log.willRender(output),sync=shouldSynchronize(this.options.stdout);sync&&shouldWrite&&this.options.stdout.write(
bsu),this.log(output),sync&&shouldWrite&&this.options.stdout.write(esu)},void 0,{leading:!0,trailing:!0}),this.isUnmounted=!1,this.isUnmounting=!1,this.isConcurrent=
options.concurrent??!1,this.lastOutput="",this.lastOutputToRender="",this.lastOutputHeight=0,this.lastTerminalWidth=this.getTerminalWidth(),this.fullStaticOutput=
"";let rootTag=options.concurrent?import_constants2.ConcurrentRoot:import_constants2.LegacyRoot;this.container=reconciler_default.createContainer(this.rootNode,
rootTag,null,!1,null,"id",()=>{},()=>{},()=>{},()=>{}),this.unsubscribeExit=(0,import_signal_exit2.default)(this.unmount,{alwaysLast:!1}),isDev()&&reconciler_default.
injectIntoDevTools(),options.patchConsole&&this.patchConsole(),is_in_ci_default||(options.stdout.on("resize",this.resized),this.unsubscribeResize=()=>{options.stdout.
off("resize",this.resized)}),this.initKittyKeyboard()}getTerminalWidth=()=>this.options.stdout.columns?this.options.stdout.columns:terminalSize()?.columns??80;resized=()=>{
let currentWidth=this.getTerminalWidth();currentWidth<this.lastTerminalWidth&&(this.log.clear(),this.lastOutput="",this.lastOutputToRender=""),this.calculateLayout(),
this.onRender(),this.lastTerminalWidth=currentWidth};resolveExitPromise=()=>{};rejectExitPromise=()=>{};unsubscribeExit=()=>{};handleAppExit=errorOrResult=>{if(!(this.
isUnmounted||this.isUnmounting)){if(isErrorInput(errorOrResult)){this.unmount(errorOrResult);return}this.exitResult=errorOrResult,this.unmount()}};setCursorPosition=position=>{
this.cursorPosition=position,this.log.setCursorPosition(position)};restoreLastOutput=()=>{this.log.setCursorPosition(this.cursorPosition),this.log(this.lastOutputToRender||
this.lastOutput+`
`)};calculateLayout=()=>{let terminalWidth=this.getTerminalWidth();this.rootNode.yogaNode.setWidth(terminalWidth),this.rootNode.yogaNode.calculateLayout(void 0,
void 0,src_default.DIRECTION_LTR)};onRender=()=>{if(this.hasPendingThrottledRender=!1,this.isUnmounted)return;let startTime=performance.now(),{output,outputHeight,
staticOutput}=renderer_default(this.rootNode,this.isScreenReaderEnabled);this.options.onRender?.({renderTime:performance.now()-startTime});let hasStaticOutput=staticOutput&&
staticOutput!==`
`;if(this.options.debug){hasStaticOutput&&(this.fullStaticOutput+=staticOutput),this.options.stdout.write(this.fullStaticOutput+output);return}if(is_in_ci_default){
hasStaticOutput&&this.options.stdout.write(staticOutput),this.lastOutput=output,this.lastOutputToRender=output+`
`,this.lastOutputHeight=outputHeight;return}if(this.isScreenReaderEnabled){let sync=shouldSynchronize(this.options.stdout);if(sync&&this.options.stdout.write(bsu),
hasStaticOutput){let erase=this.lastOutputHeight>0?base_exports.eraseLines(this.lastOutputHeight):"";this.options.stdout.write(erase+staticOutput),this.lastOutputHeight=
0}if(output===this.lastOutput&&!hasStaticOutput){sync&&this.options.stdout.write(esu);return}let terminalWidth=this.getTerminalWidth(),wrappedOutput=wrapAnsi(output,
terminalWidth,{trim:!1,hard:!0});if(hasStaticOutput)this.options.stdout.write(wrappedOutput);else{let erase=this.lastOutputHeight>0?base_exports.eraseLines(this.
lastOutputHeight):"";this.options.stdout.write(erase+wrappedOutput)}this.lastOutput=output,this.lastOutputToRender=wrappedOutput,this.lastOutputHeight=wrappedOutput===
""?0:wrappedOutput.split(`
`).length,sync&&this.options.stdout.write(esu);return}hasStaticOutput&&(this.fullStaticOutput+=staticOutput);let outputToRender=this.options.stdout.isTTY&&outputHeight>=
this.options.stdout.rows?output:output+`
`;if(this.lastOutputHeight>=this.options.stdout.rows){let sync=shouldSynchronize(this.options.stdout);sync&&this.options.stdout.write(bsu),this.options.stdout.write(
base_exports.clearTerminal+this.fullStaticOutput+output),this.lastOutput=output,this.lastOutputToRender=outputToRender,this.lastOutputHeight=outputHeight,this.log.
sync(outputToRender),sync&&this.options.stdout.write(esu);return}if(hasStaticOutput){let sync=shouldSynchronize(this.options.stdout);sync&&this.options.stdout.write(
bsu),this.log.clear(),this.options.stdout.write(staticOutput),this.log(outputToRender),sync&&this.options.stdout.write(esu)}else(output!==this.lastOutput||this.
log.isCursorDirty())&&this.throttledLog(outputToRender);this.lastOutput=output,this.lastOutputToRender=outputToRender,this.lastOutputHeight=outputHeight};render(node){
let tree=import_react15.default.createElement(accessibilityContext.Provider,{value:{isScreenReaderEnabled:this.isScreenReaderEnabled}},import_react15.default.createElement(
App_default,{stdin:this.options.stdin,stdout:this.options.stdout,stderr:this.options.stderr,exitOnCtrlC:this.options.exitOnCtrlC,writeToStdout:this.writeToStdout,
writeToStderr:this.writeToStderr,setCursorPosition:this.setCursorPosition,onExit:this.handleAppExit},node));this.options.concurrent?reconciler_default.updateContainer(
tree,this.container,null,noop):(reconciler_default.updateContainerSync(tree,this.container,null,noop),reconciler_default.flushSyncWork())}writeToStdout(data){if(this.
isUnmounted)return;if(this.options.debug){this.options.stdout.write(data+this.fullStaticOutput+this.lastOutput);return}if(is_in_ci_default){this.options.stdout.
write(data);return}let sync=shouldSynchronize(this.options.stdout);sync&&this.options.stdout.write(bsu),this.log.clear(),this.options.stdout.write(data),this.restoreLastOutput(),
sync&&this.options.stdout.write(esu)}writeToStderr(data){if(this.isUnmounted)return;if(this.options.debug){this.options.stderr.write(data),this.options.stdout.write(
this.fullStaticOutput+this.lastOutput);return}if(is_in_ci_default){this.options.stderr.write(data);return}let sync=shouldSynchronize(this.options.stdout);sync&&
this.options.stdout.write(bsu),this.log.clear(),this.options.stderr.write(data),this.restoreLastOutput(),sync&&this.options.stdout.write(esu)}unmount(error){if(this.
isUnmounted||this.isUnmounting)return;this.isUnmounting=!0,this.beforeExitHandler&&(process12.off("beforeExit",this.beforeExitHandler),this.beforeExitHandler=void 0);
let stdout=this.options.stdout,canWriteToStdout=!stdout.destroyed&&!stdout.writableEnded&&(stdout.writable??!0),settleThrottle=throttled=>{typeof throttled.flush==
"function"&&(canWriteToStdout?throttled.flush():typeof throttled.cancel=="function"&&throttled.cancel())};settleThrottle(this.throttledOnRender??{}),canWriteToStdout&&
(!this.throttledOnRender||!this.hasPendingThrottledRender&&this.fullStaticOutput==="")&&(this.calculateLayout(),this.onRender()),this.isUnmounted=!0,this.unsubscribeExit(),
typeof this.restoreConsole=="function"&&this.restoreConsole(),typeof this.unsubscribeResize=="function"&&this.unsubscribeResize(),this.cancelKittyDetection&&this.
cancelKittyDetection();let throttledLog=this.throttledLog;if(settleThrottle(throttledLog),canWriteToStdout){if(this.kittyProtocolEnabled)try{this.options.stdout.
write("\x1B[<u")}catch{}is_in_ci_default?this.options.stdout.write(this.lastOutput+`
`):this.options.debug||this.log.done()}this.kittyProtocolEnabled=!1,this.options.concurrent?reconciler_default.updateContainer(null,this.container,null,noop):(reconciler_default.
updateContainerSync(null,this.container,null,noop),reconciler_default.flushSyncWork()),instances_default.delete(this.options.stdout);let{exitResult}=this,resolveOrReject=()=>{
isErrorInput(error)?this.rejectExitPromise(error):this.resolveExitPromise(exitResult)},isProcessExiting=error!==void 0&&!isErrorInput(error),hasWritableState=stdout.
_writableState!==void 0||stdout.writableLength!==void 0;isProcessExiting?resolveOrReject():canWriteToStdout&&hasWritableState?this.options.stdout.write("",resolveOrReject):
setImmediate(resolveOrReject)}async waitUntilExit(){return this.exitPromise||=new Promise((resolve2,reject)=>{this.resolveExitPromise=resolve2,this.rejectExitPromise=
reject}),this.beforeExitHandler||(this.beforeExitHandler=()=>{this.unmount()},process12.once("beforeExit",this.beforeExitHandler)),this.exitPromise}clear(){!is_in_ci_default&&
!this.options.debug&&(this.log.clear(),this.log.sync(this.lastOutputToRender||this.lastOutput+`
`))}patchConsole(){this.options.debug||(this.restoreConsole=dist_default2((stream,data)=>{stream==="stdout"&&this.writeToStdout(data),stream==="stderr"&&(data.startsWith(
"The above error occurred")||this.writeToStderr(data))}))}initKittyKeyboard(){if(!this.options.kittyKeyboard)return;let opts=this.options.kittyKeyboard,mode=opts.
mode??"auto";if(mode==="disabled"||!this.options.stdin.isTTY||!this.options.stdout.isTTY)return;let flags=opts.flags??["disambiguateEscapeCodes"];if(mode==="ena\
bled"){this.enableKittyProtocol(flags);return}let term=process12.env.TERM??"",termProgram=process12.env.TERM_PROGRAM??"",isKnownSupportingTerminal="KITTY_WINDOW\
_ID"in process12.env||term==="xterm-kitty"||termProgram==="WezTerm"||termProgram==="ghostty";!is_in_ci_default&&isKnownSupportingTerminal&&this.confirmKittySupport(
flags)}confirmKittySupport(flags){let{stdin,stdout}=this.options,responseBuffer=[],cleanup=()=>{this.cancelKittyDetection=void 0,clearTimeout(timer),stdin.removeListener(
"data",onData);let remaining=stripKittyQueryResponsesAndTrailingPartial(responseBuffer);responseBuffer=[],remaining.length>0&&stdin.unshift(Buffer.from(remaining))},
onData=data=>{let chunk=typeof data=="string"?Buffer.from(data):data;for(let byte of chunk)responseBuffer.push(byte);hasCompleteKittyQueryResponse(responseBuffer)&&
(cleanup(),this.isUnmounted||this.enableKittyProtocol(flags))};stdin.on("data",onData);let timer=setTimeout(cleanup,200);this.cancelKittyDetection=cleanup,stdout.
write("\x1B[?u")}enableKittyProtocol(flags){this.options.stdout.write(`\x1B[>${resolveFlags(flags)}u`),this.kittyProtocolEnabled=!0}};var render=(node,options)=>{let inkOptions={stdout:process13.stdout,stdin:process13.stdin,stderr:process13.stderr,debug:!1,exitOnCtrlC:!0,patchConsole:!0,maxFps:30,
incrementalRendering:!1,concurrent:!1,...getOptions(options)},instance=getInstance(inkOptions.stdout,()=>new Ink(inkOptions),inkOptions.concurrent??!1);return instance.
render(node),{rerender:instance.render,unmount(){instance.unmount()},waitUntilExit:instance.waitUntilExit,cleanup:()=>instances_default.delete(inkOptions.stdout),
clear:instance.clear}},render_default=render,getOptions=(stdout={})=>stdout instanceof Stream?{stdout,stdin:process13.stdin}:stdout,getInstance=(stdout,createInstance,concurrent)=>{
let instance=instances_default.get(stdout);return instance?instance.isConcurrent!==concurrent&&console.warn(`Warning: render() was called with concurrent: ${concurrent}\
, but the existing instance for this stdout uses concurrent: ${instance.isConcurrent}. The concurrent option only takes effect on the first render. Call unmount\
() first if you need to change the rendering mode.`):(instance=createInstance(),instances_default.set(stdout,instance)),instance};var import_constants3=__toESM(require_constants(),1);var import_react16=__toESM(require_react(),1);var import_react17=__toESM(require_react(),1);var import_react18=__toESM(require_react(),1);var import_react19=__toESM(require_react(),1);var import_react21=__toESM(require_react(),1);import{Buffer as Buffer2}from"node:buffer";var metaKeyCodeRe=/^(?:\x1b)([a-zA-Z0-9])$/,fnKeyRe=/^(?:\x1b+)(O|N|\[|\[\[)(?:(\d+)(?:;(\d+))?([~^$])|(?:1;)?(\d+)?([a-zA-Z]))/,keyName={OP:"f1",OQ:"f2",OR:"f3",
OS:"f4","[11~":"f1","[12~":"f2","[13~":"f3","[14~":"f4","[[A":"f1","[[B":"f2","[[C":"f3","[[D":"f4","[[E":"f5","[15~":"f5","[17~":"f6","[18~":"f7","[19~":"f8","\
[20~":"f9","[21~":"f10","[23~":"f11","[24~":"f12","[A":"up","[B":"down","[C":"right","[D":"left","[E":"clear","[F":"end","[H":"home",OA:"up",OB:"down",OC:"right",
OD:"left",OE:"clear",OF:"end",OH:"home","[1~":"home","[2~":"insert","[3~":"delete","[4~":"end","[5~":"pageup","[6~":"pagedown","[[5~":"pageup","[[6~":"pagedown",
"[7~":"home","[8~":"end","[a":"up","[b":"down","[c":"right","[d":"left","[e":"clear","[2$":"insert","[3$":"delete","[5$":"pageup","[6$":"pagedown","[7$":"home",
"[8$":"end",Oa:"up",Ob:"down",Oc:"right",Od:"left",Oe:"clear","[2^":"insert","[3^":"delete","[5^":"pageup","[6^":"pagedown","[7^":"home","[8^":"end","[Z":"tab"},
nonAlphanumericKeys=[...Object.values(keyName),"backspace"],isShiftKey=code=>["[a","[b","[c","[d","[e","[2$","[3$","[5$","[6$","[7$","[8$","[Z"].includes(code),
isCtrlKey=code=>["Oa","Ob","Oc","Od","Oe","[2^","[3^","[5^","[6^","[7^","[8^"].includes(code),kittyKeyRe=/^\x1b\[(\d+)(?:;(\d+)(?::(\d+))?(?:;([\d:]+))?)?u$/,kittySpecialKeyRe=/^\x1b\[(\d+);(\d+):(\d+)([A-Za-z~])$/,
kittySpecialLetterKeys={A:"up",B:"down",C:"right",D:"left",E:"clear",F:"end",H:"home",P:"f1",Q:"f2",R:"f3",S:"f4"},kittySpecialNumberKeys={2:"insert",3:"delete",
5:"pageup",6:"pagedown",7:"home",8:"end",11:"f1",12:"f2",13:"f3",14:"f4",15:"f5",17:"f6",18:"f7",19:"f8",20:"f9",21:"f10",23:"f11",24:"f12"},kittyCodepointNames={
27:"escape",9:"tab",127:"delete",8:"backspace",57358:"capslock",57359:"scrolllock",57360:"numlock",57361:"printscreen",57362:"pause",57363:"menu",57376:"f13",57377:"\
f14",57378:"f15",57379:"f16",57380:"f17",57381:"f18",57382:"f19",57383:"f20",57384:"f21",57385:"f22",57386:"f23",57387:"f24",57388:"f25",57389:"f26",57390:"f27",
57391:"f28",57392:"f29",57393:"f30",57394:"f31",57395:"f32",57396:"f33",57397:"f34",57398:"f35",57399:"kp0",57400:"kp1",57401:"kp2",57402:"kp3",57403:"kp4",57404:"\
kp5",57405:"kp6",57406:"kp7",57407:"kp8",57408:"kp9",57409:"kpdecimal",57410:"kpdivide",57411:"kpmultiply",57412:"kpsubtract",57413:"kpadd",57414:"kpenter",57415:"\
kpequal",57416:"kpseparator",57417:"kpleft",57418:"kpright",57419:"kpup",57420:"kpdown",57421:"kppageup",57422:"kppagedown",57423:"kphome",57424:"kpend",57425:"\
kpinsert",57426:"kpdelete",57427:"kpbegin",57428:"mediaplay",57429:"mediapause",57430:"mediaplaypause",57431:"mediareverse",57432:"mediastop",57433:"mediafastfo\
rward",57434:"mediarewind",57435:"mediatracknext",57436:"mediatrackprevious",57437:"mediarecord",57438:"lowervolume",57439:"raisevolume",57440:"mutevolume",57441:"\
leftshift",57442:"leftcontrol",57443:"leftalt",57444:"leftsuper",57445:"lefthyper",57446:"leftmeta",57447:"rightshift",57448:"rightcontrol",57449:"rightalt",57450:"\
rightsuper",57451:"righthyper",57452:"rightmeta",57453:"isoLevel3Shift",57454:"isoLevel5Shift"},isValidCodepoint=cp=>cp>=0&&cp<=1114111&&!(cp>=55296&&cp<=57343),
safeFromCodePoint=cp=>isValidCodepoint(cp)?String.fromCodePoint(cp):"?";function resolveEventType(value){return value===3?"release":value===2?"repeat":"press"}function parseKittyModifiers(modifiers){
return{ctrl:!!(modifiers&kittyModifiers.ctrl),shift:!!(modifiers&kittyModifiers.shift),meta:!!(modifiers&kittyModifiers.meta),option:!!(modifiers&kittyModifiers.
alt),super:!!(modifiers&kittyModifiers.super),hyper:!!(modifiers&kittyModifiers.hyper),capsLock:!!(modifiers&kittyModifiers.capsLock),numLock:!!(modifiers&kittyModifiers.
numLock)}}var parseKittyKeypress=s=>{let match=kittyKeyRe.exec(s);if(!match)return null;let codepoint=parseInt(match[1],10),modifiers=match[2]?Math.max(0,parseInt(
match[2],10)-1):0,eventType=match[3]?parseInt(match[3],10):1,textField=match[4];if(!isValidCodepoint(codepoint))return null;let text;textField&&(text=textField.
split(":").map(cp=>safeFromCodePoint(parseInt(cp,10))).join(""));let name,isPrintable;return codepoint===32?(name="space",isPrintable=!0):codepoint===13?(name="\
return",isPrintable=!0):kittyCodepointNames[codepoint]?(name=kittyCodepointNames[codepoint],isPrintable=!1):codepoint>=1&&codepoint<=26?(name=String.fromCodePoint(
codepoint+96),isPrintable=!1):(name=safeFromCodePoint(codepoint).toLowerCase(),isPrintable=!0),isPrintable&&!text&&(text=safeFromCodePoint(codepoint)),{name,...parseKittyModifiers(
modifiers),eventType:resolveEventType(eventType),sequence:s,raw:s,isKittyProtocol:!0,isPrintable,text}},parseKittySpecialKey=s=>{let match=kittySpecialKeyRe.exec(
s);if(!match)return null;let number=parseInt(match[1],10),modifiers=Math.max(0,parseInt(match[2],10)-1),eventType=parseInt(match[3],10),terminator=match[4],name=terminator===
"~"?kittySpecialNumberKeys[number]:kittySpecialLetterKeys[terminator];return name?{name,...parseKittyModifiers(modifiers),eventType:resolveEventType(eventType),
sequence:s,raw:s,isKittyProtocol:!0,isPrintable:!1}:null},parseKeypress=(s="")=>{let parts2;Buffer2.isBuffer(s)?s[0]>127&&s[1]===void 0?(s[0]-=128,s="\x1B"+String(
s)):s=String(s):s!==void 0&&typeof s!="string"?s=String(s):s||(s="");let kittyResult=parseKittyKeypress(s);if(kittyResult)return kittyResult;let kittySpecialResult=parseKittySpecialKey(
s);if(kittySpecialResult)return kittySpecialResult;if(kittyKeyRe.test(s))return{name:"",ctrl:!1,meta:!1,shift:!1,option:!1,sequence:s,raw:s,isKittyProtocol:!0,isPrintable:!1};
let key={name:"",ctrl:!1,meta:!1,shift:!1,option:!1,sequence:s,raw:s};if(key.sequence=key.sequence||s||key.name,s==="\r"||s==="\x1B\r")key.raw=void 0,key.name="\
return",key.option=s.length===2;else if(s===`
`)key.name="enter";else if(s==="	")key.name="tab";else if(s==="\b"||s==="\x1B\b")key.name="backspace",key.meta=s.charAt(0)==="\x1B";else if(s==="\x7F"||s==="\x1B\x7F")
key.name="delete",key.meta=s.charAt(0)==="\x1B";else if(s==="\x1B"||s==="\x1B\x1B")key.name="escape",key.meta=s.length===2;else if(s===" "||s==="\x1B ")key.name=
"space",key.meta=s.length===2;else if(s.length===1&&s<="")key.name=String.fromCharCode(s.charCodeAt(0)+97-1),key.ctrl=!0;else if(s.length===1&&s>="0"&&s<="9")key.
name="number";else if(s.length===1&&s>="a"&&s<="z")key.name=s;else if(s.length===1&&s>="A"&&s<="Z")key.name=s.toLowerCase(),key.shift=!0;else if(parts2=metaKeyCodeRe.
exec(s))key.meta=!0,key.shift=/^[A-Z]$/.test(parts2[1]);else if(parts2=fnKeyRe.exec(s)){let segs=[...s];segs[0]==="\x1B"&&segs[1]==="\x1B"&&(key.option=!0);let code=[
parts2[1],parts2[2],parts2[4],parts2[6]].filter(Boolean).join(""),modifier=(parts2[3]||parts2[5]||1)-1;key.ctrl=!!(modifier&4),key.meta=!!(modifier&10),key.shift=
!!(modifier&1),key.code=code,key.name=keyName[code],key.shift=isShiftKey(code)||key.shift,key.ctrl=isCtrlKey(code)||key.ctrl}return key},parse_keypress_default=parseKeypress;var import_react20=__toESM(require_react(),1);var useStdin=()=>(0,import_react20.useContext)(StdinContext_default),use_stdin_default=useStdin;var useInput=(inputHandler,options={})=>{let{stdin,setRawMode,internal_exitOnCtrlC,internal_eventEmitter}=use_stdin_default();(0,import_react21.useEffect)(()=>{
if(options.isActive!==!1)return setRawMode(!0),()=>{setRawMode(!1)}},[options.isActive,setRawMode]),(0,import_react21.useEffect)(()=>{if(options.isActive===!1)return;
let handleData=data=>{let keypress=parse_keypress_default(data),key={upArrow:keypress.name==="up",downArrow:keypress.name==="down",leftArrow:keypress.name==="le\
ft",rightArrow:keypress.name==="right",pageDown:keypress.name==="pagedown",pageUp:keypress.name==="pageup",home:keypress.name==="home",end:keypress.name==="end",
return:keypress.name==="return",escape:keypress.name==="escape",ctrl:keypress.ctrl,shift:keypress.shift,tab:keypress.name==="tab",backspace:keypress.name==="bac\
kspace",delete:keypress.name==="delete",meta:keypress.meta||keypress.name==="escape"||keypress.option,super:keypress.super??!1,hyper:keypress.hyper??!1,capsLock:keypress.
capsLock??!1,numLock:keypress.numLock??!1,eventType:keypress.eventType},input;keypress.isKittyProtocol?keypress.isPrintable?input=keypress.text??keypress.name:keypress.
ctrl&&keypress.name.length===1?input=keypress.name:input="":keypress.ctrl?input=keypress.name:input=keypress.sequence,!keypress.isKittyProtocol&&nonAlphanumericKeys.
includes(keypress.name)&&(input=""),input.startsWith("\x1B")&&(input=input.slice(1)),input.length===1&&typeof input[0]=="string"&&/[A-Z]/.test(input[0])&&(key.shift=
!0),(!(input==="c"&&key.ctrl)||!internal_exitOnCtrlC)&&reconciler_default.batchedUpdates(()=>{inputHandler(input,key)})};return internal_eventEmitter?.on("input",
handleData),()=>{internal_eventEmitter?.removeListener("input",handleData)}},[options.isActive,stdin,internal_exitOnCtrlC,inputHandler])},use_input_default=useInput;var import_react22=__toESM(require_react(),1);var useApp=()=>(0,import_react22.useContext)(AppContext_default),use_app_default=useApp;var import_react23=__toESM(require_react(),1);var import_react24=__toESM(require_react(),1);var import_react25=__toESM(require_react(),1);var import_react26=__toESM(require_react(),1);var import_react27=__toESM(require_react(),1);var import_react28=__toESM(require_react(),1);var standIns={"\u2714":"+","\u2716":"x","\u26A0":"!","\u21BB":"~","\u2013":"-","\u2014":"-","\xB7":".","\u2026":"~","\u2500":"-","\u2502":"|","\u2588":"#","\u2591":"\
.","\u25B8":">","\u203A":">","\u2191":"^","\u2193":"v","\u2190":"<","\u2192":">","\u258F":"_","\u2018":"'","\u2019":"'","\u201C":'"',"\u201D":'"',"\xD7":"x","\u2265":"\
>","\u2264":"<"},beyondAscii=/[^\x00-\x7f]/gu,asciiOnly=frame=>frame.replace(beyondAscii,character=>standIns[character]??"?"),showsUnicode=(env3,platform2)=>{if(env3.
TERM==="linux"||env3.TERM==="dumb")return!1;let locale=[env3.LC_ALL,env3.LC_CTYPE,env3.LANG].find(v=>v!==void 0&&v!=="");return locale===void 0?platform2==="dar\
win"||platform2==="win32":/utf-?8/i.test(locale)};var import_react29=__toESM(require_react(),1);var controlNames={"\r":"enter","\n":"enter","	":"tab","\x7F":"backspace","\b":"backspace"," ":"space"},characterKey=character=>{let named=controlNames[character];
if(named!==void 0)return named;let code=character.codePointAt(0)??0;return code>=1&&code<=26?`ctrl+${String.fromCharCode(code+96)}`:code<32?void 0:character},namedKeys=[
["upArrow","up"],["downArrow","down"],["leftArrow","left"],["rightArrow","right"],["pageUp","pageup"],["pageDown","pagedown"],["home","home"],["end","end"],["re\
turn","enter"],["escape","esc"],["backspace","backspace"],["delete","delete"]],single=(input,key)=>{if(key.tab)return key.shift?"shift+tab":"tab";let named=namedKeys.
find(([flag])=>key[flag]);return named!==void 0?named[1]:key.ctrl?/^[a-z]$/.test(input)?`ctrl+${input}`:void 0:key.meta?void 0:characterKey(input)},createInputReader=()=>{
let pasted;return(input,key)=>{if(input==="[200~")return pasted="",[];if(input==="[201~"){let text=pasted??"";return pasted=void 0,text===""?[]:[{kind:"paste",text}]}
if(pasted!==void 0){if(key.ctrl&&input==="c")return[{kind:"key",key:"ctrl+c"}];let text=key.return?`
`:key.tab?"	":input;return pasted.length<1e5&&(pasted+=text),[]}let characters=Array.from(input);if(characters.length<=1){let name=single(input,key);return name===
void 0?[]:[{kind:"key",key:name}]}return key.meta||key.ctrl?[]:characters.length>16?[{kind:"paste",text:input}]:characters.flatMap(character=>{let name=characterKey(
character);return name===void 0?[]:[{kind:"key",key:name}]})}};var ago=(at,now)=>{let seconds=Math.floor((Date.parse(now)-Date.parse(at))/1e3);if(seconds<60)return texts.time.justNow;let minutes=Math.floor(seconds/60);if(minutes<
60)return texts.time.minutesAgo(minutes);let hours=Math.floor(minutes/60);return hours<48?texts.time.hoursAgo(hours):texts.time.daysAgo(Math.floor(hours/24))},two=n=>String(
n).padStart(2,"0"),clockTime=at=>{let date=new Date(at);return`${two(date.getHours())}:${two(date.getMinutes())}`},stopwatch=ms=>{let seconds=Math.max(0,Math.floor(
ms/1e3));return`${two(Math.floor(seconds/60))}:${two(seconds%60)}`},duration=ms=>ms<1e4?`${(Math.max(0,ms)/1e3).toFixed(1)} s`:stopwatch(ms),isDay=text=>/^\d{4}-\d{2}-\d{2}$/.
test(text)&&!Number.isNaN(Date.parse(text))&&new Date(text).toISOString().slice(0,10)===text;var invisible=new RegExp("\\p{Mn}|\\p{Me}|\\u200d|[\\ufe00-\\ufe0f]","u"),wide=new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua\
000-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}","u"),ascii=/^[\x20-\x7e]*$/,
cellOf=character=>invisible.test(character)?0:wide.test(character)?2:1,cells=text=>{if(ascii.test(text))return text.length;let sum=0;for(let character of text)sum+=
cellOf(character);return sum},cut=(text,width)=>{if(cells(text)<=width)return text;let used=0,kept="";for(let character of text){if(used+=cellOf(character),used>
width)break;kept+=character}return kept},fit=(text,width,side="left")=>{if(width<=0)return"";let short2=cells(text)<=width?text:`${cut(text,width-1)}\u2026`,space="\
 ".repeat(Math.max(0,width-cells(short2)));return side==="left"?short2+space:space+short2},pieces=(word,width)=>{let parts2=[],rest=word;for(;cells(rest)>width;){
let part=cut(rest,width)||(Array.from(rest)[0]??"");parts2.push(part),rest=rest.slice(part.length)}return[...parts2,rest]},wrap=(text,width)=>{let limit=Math.max(
1,width),lines=[];for(let paragraph2 of text.split(`
`)){let line2="";for(let word of paragraph2.split(" ").filter(w=>w!=="")){let joined=line2===""?word:`${line2} ${word}`;if(cells(joined)<=limit){line2=joined;continue}
line2!==""&&lines.push(line2);let parts2=pieces(word,limit);lines.push(...parts2.slice(0,-1)),line2=parts2.at(-1)??""}lines.push(line2)}return lines};var looks={plain:{},strong:{bold:!0},muted:{dimColor:!0},good:{color:"green"},bad:{color:"red"},warn:{color:"yellow"},focus:{bold:!0,color:"cyan"}},signs={pass:"\
\u2714",fail:"\u2716",unknown:"?",notApplicable:"\u2013",contradicted:"\u26A0",stale:"\u21BB",waiting:"\xB7",unsaved:"*",cursor:"\u25B8",into:"\u203A",full:"\u2588",
empty:"\u2591",rule:"\u2500",caret:"\u258F",bar:"\u2502"},outcomeSign={pass:signs.pass,fail:signs.fail,"not-applicable":signs.notApplicable,unknown:signs.unknown,
error:signs.unknown},outcomeTone={pass:"good",fail:"bad","not-applicable":"muted",unknown:"warn",error:"warn"},severityTone={critical:"bad",high:"bad",medium:"w\
arn",low:"plain",info:"muted"},spinner=["|","/","-","\\"];var import_jsx_runtime=__toESM(require_jsx_runtime(),1),blank=[{text:" "}],line=(text,tone="plain")=>[{text,tone}],lineCells=spans=>spans.reduce((sum,s)=>sum+cells(
s.text),0),cutLine=(spans,width)=>{if(lineCells(spans)<=width)return spans;let kept=[],room=width-1;for(let span of spans){if(room<=0)break;let text=cut(span.text,
room);room-=cells(text),kept.push({...span,text})}return[...kept,{text:"\u2026",tone:"muted"}]},paragraph=(text,width,tone="plain",indent=0)=>wrap(text,width-indent).
map(part=>line(`${" ".repeat(indent)}${part}`||" ",tone)),labelled=(label,text,width,labelCells3,tone="plain")=>wrap(text,width-labelCells3).map((part,at)=>[{text:(at===
0?label:"").padEnd(labelCells3),tone:"muted"},{text:part,tone}]),apart=(left,right,width)=>{let room=width-lineCells(right)-1,shown=cutLine(left,Math.max(1,room)),
gap=Math.max(1,width-lineCells(shown)-lineCells(right));return[...shown,{text:" ".repeat(gap)},...right]},filled=(spans,width)=>{let shown=cutLine(spans,width);
return[...shown,{text:" ".repeat(Math.max(0,width-lineCells(shown)))}]},beside=(left,right,leftWidth,gap)=>Array.from({length:Math.max(left.length,right.length)},
(_,at)=>[...filled(left[at]??[],leftWidth+gap),...right[at]??[]]),scrolled=(lines,height,scroll,more=texts.question.more)=>{if(height<=0)return[];if(lines.length<=
height)return lines;let from=Math.min(scroll,lines.length-height+(scroll>0?1:0)),rest=lines.length-from-(height-1);return rest<=0?lines.slice(lines.length-height):
[...lines.slice(from,from+height-1),line(more(rest),"muted")]},Lines=({lines,width,height})=>(0,import_jsx_runtime.jsx)(Box_default,{flexDirection:"column",width,
height,flexShrink:0,children:lines.slice(0,height).map((spans,at)=>(0,import_jsx_runtime.jsxs)(Text,{wrap:"truncate",children:[cutLine(spans,width).map(({text,tone="\
plain"},i)=>(0,import_jsx_runtime.jsx)(Text,{...looks[tone],children:text},i)),spans.length===0?" ":""]},at))});var clamp=(cursor,length)=>Math.max(0,Math.min(cursor,length-1)),moved=(cursor,command,length,page=10)=>{switch(command){case"up":return clamp(cursor-1,length);case"\
down":return clamp(cursor+1,length);case"top":return 0;case"bottom":return clamp(length-1,length);case"page-up":return clamp(cursor-page,length);case"page-down":
return clamp(cursor+page,length)}},windowAround=(cursor,length,height)=>{let from=Math.max(0,Math.min(cursor-Math.floor(height/2),length-height));return{from,to:Math.
min(length,from+Math.max(0,height))}};var formats=["pdf","html","md"],documentsStart={cursor:0,chosen:void 0,formats:["pdf","html"],writing:!1,written:void 0,trouble:void 0},chosenDocuments=(state,{
documents=[]})=>{let{chosen}=state;return documents.map(d=>d.id).filter(id=>chosen===void 0||chosen.includes(id))},toggled=(list,one)=>list.includes(one)?list.filter(
x=>x!==one):[...list,one],updateDocuments=(state,command,world)=>{let documents=world.documents??[],length=documents.length+formats.length,cursor=clamp(state.cursor,
length),chosen=chosenDocuments(state,world);switch(command){case"up":case"down":case"top":case"bottom":return{state:{...state,cursor:moved(cursor,command,length)}};case"\
toggle":{let document2=documents[cursor];if(document2!==void 0)return{state:{...state,chosen:toggled(chosen,document2.id)}};let format=formats[cursor-documents.
length];return format===void 0?{state}:{state:{...state,formats:toggled(state.formats,format)}}}case"toggle-all":return{state:{...state,chosen:chosen.length===documents.
length?[]:void 0}};case"write":return state.writing?{state}:chosen.length===0||state.formats.length===0?{state,notice:{tone:"warn",text:texts.documents.nothingChosen}}:
{state:{...state,writing:!0,written:void 0,trouble:void 0},effects:[{kind:"render",documents:chosen,formats:formats.filter(f=>state.formats.includes(f))}]}}};var import_jsx_runtime2=__toESM(require_jsx_runtime(),1),t=texts.documents,box=on=>on?"[x] ":"[ ] ",documentLines=(state,documents,cursor,width)=>{let chosen=chosenDocuments(
state.documentsScreen,state),names2=Math.min(36,Math.max(10,...documents.map(d=>cells(d.title)))+2);return documents.flatMap((document2,at)=>{let marked=at===cursor,
indent=6+names2;return wrap(plainText(document2.summary),Math.max(20,width-indent)).map((text,row)=>row>0?[{text:" ".repeat(indent)},{text,tone:"muted"}]:[{text:marked?
`${signs.cursor} `:"  ",tone:"focus"},{text:box(chosen.includes(document2.id))},{text:fit(document2.title,names2),tone:marked?"strong":"plain"},{text,tone:"mute\
d"}])})},resultLines=(state,width)=>{let{writing,written,trouble}=state.documentsScreen;return writing?paragraph(t.writing,width,"strong"):trouble!==void 0?[...paragraph(
`${signs.fail} ${plainText(trouble.message)}`,width,"bad"),...trouble.next.flatMap(text=>paragraph(plainText(text),width,"plain",2))]:written!==void 0?[...paragraph(
`${signs.pass} ${t.written(written.length)}`,width,"good"),...written.flatMap(path=>paragraph(plainText(path),width,"plain",2))]:state.documentsDir===void 0?[]:
paragraph(t.into(plainText(state.documentsDir)),width,"muted")},DocumentsScreen=({state,width,height})=>{let{documents}=state;if(documents===void 0||documents.length===
0){let told2=documents===void 0&&state.documentsScreen.trouble===void 0?paragraph(t.loading,width,"muted"):documents===void 0?resultLines(state,width):paragraph(
t.none,width);return(0,import_jsx_runtime2.jsx)(Lines,{lines:[blank,...told2],width,height})}let cursor=clamp(state.documentsScreen.cursor,documents.length+formats.
length),choice=formats.map((format,at)=>{let marked=cursor===documents.length+at;return[{text:marked?`${signs.cursor} `:"  ",tone:"focus"},{text:box(state.documentsScreen.
formats.includes(format))},{text:t.formats[format],tone:marked?"strong":"plain"}]});return(0,import_jsx_runtime2.jsx)(Lines,{lines:[blank,line(t.which),blank,...documentLines(
state,documents,cursor,width),blank,line(t.formatsTitle,"muted"),...choice,blank,...resultLines(state,width)],width,height})};var build=snapshot=>{let{content,evaluation}=snapshot,questions=new Map(content.questionnaires.flatMap(n=>n.questions.map(q=>[q.id,q]))),sections=new Map(content.
questionnaires.flatMap(n=>n.sections.map(s=>[`${n.id}/${s.id}`,s.title]))),controls=new Map(evaluation.controls.map(c=>[`${c.target} ${c.control}`,c])),asked=new Map;
for(let one of evaluation.questions){let question=questions.get(one.question);if(!one.asked||question===void 0)continue;let sectionKey=`${one.questionnaire}/${one.
section}`,list=asked.get(one.target)??[];list.push({evaluation:one,question,control:one.control===void 0?void 0:controls.get(`${one.target} ${one.control}`),sectionTitle:sections.
get(sectionKey)??one.section,sectionKey}),asked.set(one.target,list)}let targets=new Map(evaluation.targets.map(t18=>[t18.target.id,t18.target]));return{questions,
sections,asked:new Map(asked),targets}},indexes=new WeakMap,indexOf=snapshot=>{let known2=indexes.get(snapshot);if(known2!==void 0)return known2;let fresh=build(
snapshot);return indexes.set(snapshot,fresh),fresh},askedOf=(snapshot,target)=>(target===void 0?void 0:indexOf(snapshot).asked.get(target))??[],targetOf=(snapshot,id)=>id===
void 0?void 0:indexOf(snapshot).targets.get(id),isOpen=({evaluation,control})=>evaluation.answer===void 0||evaluation.answer.value==="dont-know"||evaluation.stale||
control?.contradiction!==void 0&&control.contradiction.resolution===void 0,inView=(questions,optional,current)=>optional?questions:questions.filter(({evaluation:e})=>e.
due||e.answer!==void 0||e.question===current),listed=(questions,openOnly,current)=>openOnly?questions.filter(q=>isOpen(q)||q.question.id===current):questions;var t2=texts.findings,long=4e3,labels=Math.max(...Object.values(t2.labels).map(l=>l.length))+2,table=(rows,width)=>rows.flatMap(([label,text,tone])=>text===void 0?
[]:labelled(label,plainText(text,long),width,labels,tone)),controlTitles=(state,target,controls)=>{let titles=state.snapshot.evaluation.controls.filter(c=>c.target===
target&&controls.includes(c.control)).map(c=>c.definition.title);return titles.length===0?void 0:titles.join("; ")},findingRows=(finding,state)=>{let l=t2.labels,
{waiver,failedAttempt}=finding,where=[finding.targetName,finding.endpoint,finding.object].filter(p=>p!==void 0);return[[l.observed,finding.observed,finding.outcome===
"fail"?"bad":"plain"],[l.expected,finding.expected],[l.reason,finding.reason,"warn"],[l.grant,finding.grant],[l.mend,finding.outcome==="pass"?void 0:finding.remediation],
[l.where,where.join(", ")],[l.when,`${ago(finding.at,state.now)}${finding.stale?` ${signs.stale} ${t2.stale}`:""}`],[l.attempt,failedAttempt&&t2.attempt(ago(failedAttempt.
at,state.now),failedAttempt.reason,failedAttempt.observed),"warn"],[l.waiver,waiver&&t2.waiver(waiver.approver,waiver.until,waiver.reason),"warn"],[l.source,finding.
source],[l.control,controlTitles(state,finding.target,finding.controls)],[l.record,finding.id,"muted"]]},contradictionLines=(c,width)=>{let l=t2.labels,{resolution}=c,
answers=c.answers.flatMap(a=>a.answer===void 0?[]:[[l.answer,`${a.answer.value}${a.answer.note===void 0?"":` (${a.answer.note})`}`]]);return[...paragraph(plainText(
c.text,long),width),blank,...table(answers,width),...c.failures.flatMap(f=>table([[l.observed,f.object===void 0?f.observed:`${f.object}: ${f.observed}`,"bad"]],
width)),...table([[l.resolution,resolution&&t2.waiver(resolution.by,resolution.until,resolution.reason)],[l.reopened,c.reopened,"warn"],[l.next,resolution===void 0?
t2.resolveHow:void 0],[l.record,c.id,"muted"]],width)]},entryLines=(entry,state,width)=>{if(entry.kind==="contradiction"){let{title,severity,resolution}=entry.contradiction,
word=resolution===void 0?t2.contradicted:t2.resolved;return[...paragraph(plainText(title),width,"strong"),[{text:`${signs.contradicted} ${word} \xB7 ${severity}`,
tone:"warn"}],blank,...contradictionLines(entry.contradiction,width)]}let{finding}=entry;return[...paragraph(plainText(finding.title),width,"strong"),[{text:`${outcomeSign[finding.
outcome]} ${t2.outcome[finding.outcome]} \xB7 ${finding.severity}`,tone:outcomeTone[finding.outcome]}],blank,...table(findingRows(finding,state),width)]};var showOrder=["attention","failing","contradicted","unknown","waived","passing","all"],contradictionEntryId=id=>`c ${id}`,findingEntryId=f=>`f ${f.id} ${f.endpoint}`,
showsFinding=(finding,show2)=>{let failing=finding.outcome==="fail"&&finding.waiver===void 0,unknown=finding.outcome==="unknown"||finding.outcome==="error";switch(show2){case"\
attention":return failing||unknown;case"failing":return failing;case"unknown":return unknown;case"waived":return finding.waiver!==void 0;case"passing":return finding.
outcome==="pass";case"contradicted":return!1;case"all":return!0}},showsContradiction=(c,show2)=>show2==="all"||show2==="contradicted"?!0:show2==="attention"&&c.
resolution===void 0,order=f=>f.outcome==="fail"?f.waiver===void 0?0:2:f.outcome==="pass"?3:1,entriesOf=({evaluation},filter)=>{let fits=(target,severity)=>(filter.
target===void 0||filter.target===target)&&(filter.severity===void 0||atLeast(severity,filter.severity)),contradictions=evaluation.contradictions.filter(c=>fits(
c.target,c.severity)&&showsContradiction(c,filter.show)).toSorted((a,b)=>bySeverity(a.severity,b.severity)).map(contradiction=>({kind:"contradiction",id:contradictionEntryId(
contradiction.id),contradiction})),findings=evaluation.findings.filter(f=>fits(f.target,f.severity)&&showsFinding(f,filter.show)).toSorted((a,b)=>order(a)-order(
b)||bySeverity(a.severity,b.severity)).map(finding=>({kind:"finding",id:findingEntryId(finding),finding}));return[...contradictions,...findings]},questionOf=(entry,{
evaluation})=>{let[target,controls]=entry.kind==="contradiction"?[entry.contradiction.target,[entry.contradiction.control]]:[entry.finding.target,entry.finding.
controls],found=evaluation.questions.find(q=>q.asked&&q.target===target&&q.control!==void 0&&controls.includes(q.control));return found===void 0?void 0:{target,
question:found.question}};var findingsStart={show:"attention",target:void 0,severity:void 0,marked:void 0,opened:!1,scroll:0},linesOf=(state,world)=>{let entries=entriesOf(world.snapshot,
state),found=entries.findIndex(e=>e.id===state.marked),at=found>=0?found:entries.length===0?-1:0;return{entries,at,marked:entries[at]}},openFindings=(state,place)=>({
...findingsStart,target:place.target,show:place.show??(place.target===void 0?state.show:"attention"),marked:place.select}),severities=[void 0,"low","medium","hi\
gh","critical"],following=(list,now)=>list[(list.indexOf(now)+1)%Math.max(1,list.length)],resolve=(state,marked,world)=>{if(marked?.kind!=="contradiction")return{
state,notice:{tone:"warn",text:texts.findings.cannotResolve}};let{id,target,text}=marked.contradiction,question=questionOf(marked,world.snapshot)?.question,form={
kind:"resolve",contradiction:id,target,text,...question===void 0?{}:{question}};return{state,form}},accept=(state,marked)=>{let no=text=>({state,notice:{tone:"w\
arn",text}});if(marked===void 0)return{state};if(marked.kind==="contradiction")return no(texts.findings.contradictionNotAccepted);let{target,check:check2,object,
title,severity,outcome}=marked.finding;if(outcome==="unknown"||outcome==="error")return no(texts.findings.unknownNotAccepted);if(outcome!=="fail")return no(texts.
findings.cannotAccept);let form={kind:"waive",target,check:check2,title,severity,...object===void 0?{}:{object}};return{state,form}},scrolled2=(state,by)=>({state:{
...state,scroll:Math.max(0,state.scroll+by)}}),updateFindings=(state,command,world)=>{let{entries,at,marked}=linesOf(state,world),fresh={marked:void 0,scroll:0};
switch(command){case"up":case"down":case"top":case"bottom":{let next=entries[moved(at,command,entries.length)];return{state:{...state,marked:next?.id,scroll:0}}}case"\
scroll-up":return scrolled2(state,-5);case"scroll-down":return scrolled2(state,5);case"only":return{state:{...state,...fresh,show:following(showOrder,state.show)??
"all"}};case"by-target":{let ids=world.snapshot.evaluation.targets.map(t18=>t18.target.id);return{state:{...state,...fresh,target:following([void 0,...ids],state.
target)}}}case"by-severity":return{state:{...state,...fresh,severity:following(severities,state.severity)}};case"open-detail":return{state:marked===void 0?state:
{...state,opened:!0,scroll:0,marked:marked.id}};case"resolve":return resolve(state,marked,world);case"accept":return accept(state,marked)}},updateDetail=(state,command,world)=>{
let{marked}=linesOf(state,world);switch(command){case"line-up":return scrolled2(state,-1);case"line-down":return scrolled2(state,1);case"scroll-up":return scrolled2(
state,-10);case"scroll-down":return scrolled2(state,10);case"resolve":return resolve(state,marked,world);case"accept":return accept(state,marked);case"go-questi\
on":{let found=marked===void 0?void 0:questionOf(marked,world.snapshot);return found===void 0?{state,notice:{tone:"warn",text:texts.findings.noQuestion}}:{state,
go:{screen:"questions",...found}}}case"close":return{state:{...state,opened:!1,scroll:0}}}};var import_jsx_runtime3=__toESM(require_jsx_runtime(),1),t3=texts.findings,filterStatus=state=>{let{show:show2,target,severity}=state.findings,name=target===void 0?
t3.allTargets:targetOf(state.snapshot,target)?.name??target;return[{text:`${t3.show[show2]} \xB7 ${name} \xB7 ${severity===void 0?t3.allSeverities:t3.from(severity)}`,
tone:"muted"}]},parts=entry=>{if(entry.kind==="contradiction"){let{severity,targetName,title,resolution}=entry.contradiction,word=resolution===void 0?t3.contradicted:
t3.resolved;return{sign:signs.contradicted,tone:"warn",severity,target:targetName,text:`${word}: ${title}`}}let{finding}=entry,object=finding.object===void 0?"":
`: ${finding.object}`,marks=[...finding.waiver===void 0?[]:[t3.accepted],...finding.stale?[t3.stale]:[]];return{sign:outcomeSign[finding.outcome],tone:outcomeTone[finding.
outcome],severity:finding.severity,target:finding.targetName,text:`${finding.title}${object}${marks.length===0?"":` (${marks.join(", ")})`}`}},listLines=(state,width,height)=>{
let{entries,at}=linesOf(state.findings,state);if(entries.length===0){let probed=state.snapshot.evaluation.findings.length>0;return paragraph(probed?t3.none:t3.neverProbed,
width)}let{from,to}=windowAround(at,entries.length,height),targetWidth=width>=64?14:0;return entries.slice(from,to).map((entry,row)=>{let{sign,tone,severity,target,
text}=parts(entry),marked=from+row===at;return[{text:marked?`${signs.cursor} `:"  ",tone:"focus"},{text:`${sign} `,tone},{text:fit(severity,9),tone:severityTone[severity]},
{text:targetWidth===0?"":`${fit(target,targetWidth-1)} `,tone:"muted"},{text:plainText(text),tone:marked?"strong":"plain"}]})},FindingsScreen=({state,width,height})=>{
let{marked}=linesOf(state.findings,state),{opened,scroll}=state.findings,detail=(columns,rows2)=>(0,import_jsx_runtime3.jsx)(Lines,{lines:marked===void 0?[]:scrolled(
entryLines(marked,state,Math.min(columns,110)),rows2,scroll),width:columns,height:rows2});if(opened&&marked!==void 0)return detail(width,height);if(width>=108){
let list=Math.floor(width*.5);return(0,import_jsx_runtime3.jsxs)(Box_default,{width,height,columnGap:3,children:[(0,import_jsx_runtime3.jsx)(Lines,{lines:listLines(
state,list,height),width:list,height}),detail(width-list-3,height)]})}let glance=height>=14&&marked!==void 0?Math.min(8,Math.floor(height*.45)):0,rows=height-(glance===
0?0:glance+1);return(0,import_jsx_runtime3.jsxs)(Box_default,{flexDirection:"column",width,height,children:[(0,import_jsx_runtime3.jsx)(Lines,{lines:listLines(state,
width,rows),width,height:rows}),glance>0&&(0,import_jsx_runtime3.jsx)(Lines,{lines:[blank],width,height:1}),glance>0&&detail(width,glance)]})};var meter=(part,width)=>{let share=Number.isFinite(part)?Math.max(0,Math.min(1,part)):0,rounded=Math.round(share*width),full=share===0?0:share===1?width:Math.max(
1,Math.min(width-1,rounded));return signs.full.repeat(full)+signs.empty.repeat(width-full)};var homeStart={cursor:0},shownSteps=({snapshot,rows})=>snapshot.evaluation.next.slice(0,rows<30?1:rows<45?3:5),placeOf=(step2,{snapshot})=>{let{target}=step2;if(target===
void 0||step2.kind==="target")return;if(step2.kind==="probe")return{screen:"probes",target};if(step2.kind==="contradiction"){let found=snapshot.evaluation.contradictions.
find(c=>c.target===target&&c.control===step2.control),select=found===void 0?{}:{select:contradictionEntryId(found.id)};return{screen:"findings",target,show:"att\
ention",...select}}if(step2.kind==="failure")return{screen:"findings",target,show:"failing"};let question=step2.question??askedOf(snapshot,target).find(q=>q.control?.
control===step2.control)?.question.id;return{screen:"questions",target,...question===void 0?{}:{question}}},updateHome=(state,command,world)=>{let steps=shownSteps(
world),{targets}=world.snapshot.evaluation,length=steps.length+targets.length,cursor=clamp(state.cursor,length),target=targets[cursor-steps.length]?.target;switch(command){case"\
up":case"down":case"top":case"bottom":return{state:{cursor:moved(cursor,command,length)}};case"go-probes":return{state,go:{screen:"probes",...target?.kind==="da\
tabase"?{target:target.id}:{}}};case"go-findings":return{state,go:{screen:"findings",...target&&{target:target.id}}};case"go-documents":return{state,go:{screen:"\
documents"}};case"go-profiles":return{state,go:{screen:"profiles"}};case"go-vendors":return{state,go:{screen:"vendors",...target?.kind==="vendor"?{vendor:target.
id}:{}}};case"open":{if(target!==void 0)return{state,go:{screen:"questions",target:target.id}};let step2=steps[cursor];if(step2===void 0)return{state};let go=placeOf(
step2,world);return go===void 0?{state,notice:{tone:"warn",text:texts.home.addTarget}}:{state,go}}}};var import_jsx_runtime4=__toESM(require_jsx_runtime(),1),t4=texts.home,nextLines=(state,cursor,width)=>{let steps=shownSteps(state);if(steps.length===0)return[...paragraph(
state.snapshot.evaluation.targets.length===0?t4.noTargets:t4.nothing,width),...state.snapshot.evaluation.targets.length===0?[line(t4.noTargetsHow,"strong")]:[]];
let indent=9;return steps.flatMap((step2,at)=>{let marked=cursor===at;return wrap(plainText(step2.text),width-indent-7).slice(0,3).map((text,row)=>{let first=row===
0,head=at===0&&first?texts.frame.next:"";return[{text:fit(head,indent-2),tone:"strong"},{text:first&&marked?`${signs.cursor} `:"  ",tone:"focus"},{text,tone:marked?
"strong":"plain"},...first&&marked?[{text:`${" ".repeat(Math.max(2,width-indent-cells(text)-5))}Enter`,tone:"muted"}]:[]]})})},failingText=e=>e.knockOuts.length>
0&&e.failing<=e.knockOuts.length?t4.knockOut(e.knockOuts.length):t4.critical(e.failing,e.criticalFailing),expiryText=({expires},width)=>{if(expires===void 0)return signs.
notApplicable;let full=t4.expires(plainText(expires.what),expires.inDays);return cells(full)<=width?full:t4.expires("",expires.inDays).trimEnd()},columnsFor=(width,nameWidth)=>{
let c=t4.columns,wide2=width>=110,bar=wide2?12:width>=70&&nameWidth<=16?7:0,expiresWidth=width>=140?24:wide2?18:10,answered=e=>`${bar===0?"":`${meter(e.answered/
Math.max(1,e.asked),bar)} `}${`${e.answered}/${e.asked}`.padStart(7)}`,shown=[{from:0,head:c.target,width:nameWidth,text:e=>e.target.name},{from:70,head:c.kind,
width:wide2?14:13,text:e=>texts.kinds[e.target.kind]},{from:0,head:c.answered,width:bar===0?9:bar+10,text:answered},{from:0,head:c.verified,width:9,text:e=>String(
e.verified)},{from:0,head:c.failing,width:12,text:failingText,tone:e=>e.failing>0?"bad":"plain"},{from:110,head:c.unknown,width:9,text:e=>String(e.unknown)},{from:110,
head:c.contradictions,width:14,text:e=>String(e.contradictions),tone:e=>e.contradictions>0?"warn":"plain"},{from:0,head:c.expires,width:expiresWidth,text:e=>expiryText(
e,expiresWidth-1),tone:e=>e.expires!==void 0&&e.expires.inDays<30?"warn":"plain"},{from:140,head:c.probed,width:20,text:(e,state)=>e.lastRun===void 0?t4.never:ago(
e.lastRun.at,state.now)}].filter(column=>width>=column.from),others=shown.slice(1).reduce((sum,column)=>sum+column.width,2);return shown.map((column,at)=>at===0?
{...column,width:Math.max(10,Math.min(nameWidth,width-others))}:column)},tableLines=(state,cursor,width,height)=>{let{targets}=state.snapshot.evaluation,first=shownSteps(
state).length,nameWidth=Math.max(8,...targets.map(e=>cells(e.target.name)))+2,columns=columnsFor(width,nameWidth),head=[{text:"  "},...columns.map(c=>({text:fit(
c.head,c.width),tone:"muted"}))],{from,to}=windowAround(clamp(cursor-first,targets.length),targets.length,height-1),rows=targets.slice(from,to).map((e,at)=>{let marked=cursor===
first+from+at;return[{text:marked?`${signs.cursor} `:"  ",tone:"focus"},...columns.map((c,i)=>({text:`${fit(c.text(e,state),c.width-1)} `,tone:c.tone?.(e)??(marked&&
i===0?"strong":"plain")}))]});return[head,...rows]},worst=scores=>scores.toSorted((a,b)=>b.likelihood*b.impact-a.likelihood*a.impact)[0],levelTone={low:"good",medium:"\
warn",high:"bad",critical:"bad"},riskLines=(state,width,rows)=>{let{risks,targets}=state.snapshot.evaluation;if(targets.length===0)return[];let unknown=targets.
reduce((sum,e)=>sum+e.unknown,0),notKnown=[{text:`${signs.unknown} ${t4.notKnown(unknown)}`,tone:unknown>0?"warn":"plain"}],known2=[[t4.before,worst(risks.map(r=>r.
inherent))],[t4.claimed,worst(risks.map(r=>r.claimed))],[t4.verified,worst(risks.map(r=>r.verified))]].flatMap(([word,score])=>score===void 0?[]:[{word,score}]);
if(known2.length===0)return[[{text:fit(t4.risk,9)},...notKnown]];if(!rows){let said2=(width<70?known2.filter(({word})=>word!==t4.before):known2).flatMap(({word,
score},at)=>[{text:`${at===0?"":" \xB7 "}${word} `,tone:"muted"},{text:score.level,tone:levelTone[score.level]}]);return[[{text:fit(t4.risk,9),tone:"strong"},...said2]]}
return known2.map(({word,score},at)=>[{text:fit(at===0?t4.risk:"",9),tone:"strong"},{text:fit(word,13),tone:"muted"},{text:`${meter(score.likelihood*score.impact/
25,width>=110?25:10)} ${fit(score.level,12)}`,tone:levelTone[score.level]},...at===known2.length-1?notKnown:[]])},leftLine=state=>{let{left,targets}=state.snapshot.
evaluation,sum=of=>targets.reduce((total,e)=>total+of(e),0);if(sum(e=>e.asked)===0)return[];let fresh=sum(e=>e.fresh),dormant=sum(e=>e.dormant);return[[{text:fit(
t4.left,9),tone:"strong"},{text:left.questions===0?t4.leftNone:t4.leftOf(left.questions,aboutTime(left.seconds))},...fresh===0?[]:[{text:` \xB7 ${t4.fresh(fresh)}`,
tone:"warn"}],...dormant===0?[]:[{text:` \xB7 ${t4.dormant(dormant)}`,tone:"muted"}]]]},HomeScreen=({state,width,height})=>{let length=shownSteps(state).length+
state.snapshot.evaluation.targets.length,cursor=clamp(state.home.cursor,length),next=nextLines(state,cursor,width),airy=height>=16,risk=[...airy?leftLine(state):
[],...riskLines(state,width,airy)],room=height-next.length-risk.length-(airy?3:1),table2=state.snapshot.evaluation.targets.length===0?[]:tableLines(state,cursor,
width,room),gap=airy?[blank]:[];return(0,import_jsx_runtime4.jsx)(Lines,{lines:[...gap,...next,...airy||next.length<2?[blank]:[],...table2,...gap,...risk],width,
height})};var mostKept=60,probesStart={cursor:0,chosen:void 0,run:void 0},databasesOf=({snapshot})=>snapshot.evaluation.targets.flatMap(({target})=>canProbe(target)?[target]:
[]),chosenOf=(state,world)=>{let all=databasesOf(world).map(t18=>t18.id),{chosen}=state;return chosen===void 0?all:all.filter(id=>chosen.includes(id))},isRunning=state=>state.
run!==void 0&&state.run.endedAt===void 0,untouched={phase:"waiting",pass:0,fail:0,unknown:0,worst:[]},begin=(targets,now)=>({targets,progress:Object.fromEntries(
targets.map(id=>[id,untouched])),startedAt:now,cancelled:!1}),withFailure=(worst2,failure)=>{let at=worst2.findIndex(one=>bySeverity(one.severity,failure.severity)>
0);return worst2.toSpliced(at<0?worst2.length:at,0,failure).slice(0,mostKept)},after=(progress,event)=>{switch(event.kind){case"started":return{...progress,phase:"\
running"};case"step":return{...progress,phase:"running",step:event.text};case"finding":{let{outcome,title,object,severity}=event.finding,key=outcome==="error"?"\
unknown":outcome;if(key==="not-applicable")return{...progress,phase:"running"};let counted2={...progress,phase:"running",[key]:progress[key]+1};if(key!=="fail")
return counted2;let failure={severity,text:object===void 0?title:`${title}: ${object}`};return{...counted2,worst:withFailure(progress.worst,failure)}}case"finis\
hed":{let count=(...outcomes)=>event.report.findings.filter(f=>outcomes.includes(f.outcome)).length;return{...progress,phase:"done",report:event.report,pass:count(
"pass"),fail:count("fail"),unknown:count("unknown","error")}}}},afterEvents=(state,events)=>{if(state.run===void 0)return state;let progress={...state.run.progress};
for(let event of events){let before=progress[event.target];before!==void 0&&(progress[event.target]=after(before,event))}return{...state,run:{...state.run,progress}}},
afterRun=(state,now,trouble)=>state.run===void 0?state:{...state,run:{...state.run,endedAt:now,...trouble&&{trouble}}},openProbes=(state,target,world)=>{let at=databasesOf(
world).findIndex(t18=>t18.id===target);return at<0||target===void 0||isRunning(state)?state:{...state,cursor:at,chosen:[target]}},toggled2=(state,chosen,id)=>({
...state,chosen:chosen.includes(id)?chosen.filter(c=>c!==id):[...chosen,id]}),started=(state,chosen,now)=>chosen.length===0?{state,notice:{tone:"warn",text:texts.
probes.noneChosen}}:{state:{...state,run:begin(chosen,now)},effects:[{kind:"probe",targets:chosen}]},cancelled=state=>state.run===void 0?{state}:{state:{...state,
run:{...state.run,cancelled:!0}},effects:[{kind:"cancel-probe"}]},updateProbes=(state,command,world)=>{let databases=databasesOf(world),cursor=clamp(state.cursor,
databases.length),marked=databases[cursor],chosen=chosenOf(state,world);switch(command){case"up":case"down":case"top":case"bottom":return{state:{...state,cursor:moved(
cursor,command,databases.length)}};case"toggle":return{state:marked===void 0?state:toggled2(state,chosen,marked.id)};case"toggle-all":return{state:{...state,chosen:chosen.
length===databases.length?[]:void 0}};case"start-probes":return started(state,chosen,world.now);case"cancel-probes":return cancelled(state);case"go-findings":return{
state,go:{screen:"findings",...marked&&{target:marked.id}}}}};var import_jsx_runtime5=__toESM(require_jsx_runtime(),1),t5=texts.probes,elapsed=(run,now)=>Date.parse(run.endedAt??now)-Date.parse(run.startedAt),probesStatus=state=>{
let{run}=state.probes;if(run===void 0)return[];let phases=Object.values(run.progress).map(p=>p.phase),count=phase=>phases.filter(p=>p===phase).length;return line(
`${t5.progress(count("done"),count("running"),count("waiting"))} \xB7 ${stopwatch(elapsed(run,state.now))}`,"muted")},progressText=(database,progress,ended)=>{let{
report}=progress,counts=t5.counts(progress.pass,progress.fail,progress.unknown);if(report!==void 0){let why=explainRun(database,report),said2=why===void 0?"":plainText(
`${why.text}. ${why.next}`);if(report.status==="unreachable")return{text:said2||t5.statuses.unreachable,tone:"bad"};let figures2=`${counts}  ${t5.seconds(report.
durationMs)}`;return said2===""?{text:figures2,tone:"plain"}:{text:`${figures2} \xB7 ${said2}`,tone:"warn"}}if(progress.phase==="waiting")return{text:ended?signs.
notApplicable:t5.waiting,tone:"muted"};let step2=plainText(progress.step??t5.starting,80);return{text:progress.pass+progress.fail+progress.unknown===0?step2:`${counts}\
  ${step2}`,tone:"plain"}},signOf=(progress,state)=>{if(progress.phase==="waiting")return{text:signs.waiting,tone:"muted"};if(progress.phase==="running"){if(!isRunning(
state.probes))return{text:signs.notApplicable,tone:"muted"};let frame=Math.floor(Date.parse(state.now)/250)%spinner.length;return{text:spinner[frame]??"|",tone:"\
focus"}}let status=progress.report?.status;return status==="unreachable"?{text:signs.fail,tone:"bad"}:status==="partial"?{text:signs.unknown,tone:"warn"}:{text:signs.
pass,tone:"good"}},saidOf=(state,database)=>{let progress=state.probes.run?.progress[database.id],evaluation=state.snapshot.evaluation.targets.find(e=>e.target.
id===database.id);if(progress===void 0){let last=evaluation?.lastRun;return last===void 0?{text:t5.never,tone:"muted"}:{text:t5.last(ago(last.at,state.now),t5.statuses[last.
status]),tone:"muted"}}let said2=progressText(database,progress,!isRunning(state.probes)),against=progress.report===void 0?0:evaluation?.contradictions??0;return against===
0?said2:{...said2,text:`${said2.text}  ${signs.contradicted} ${t5.contradicts(against)}`}},rowLines=(state,database,marked,nameWidth,width)=>{let progress=state.
probes.run?.progress[database.id],chosen=chosenOf(state.probes,state).includes(database.id),addresses=database.endpoints.map(e=>plainText(endpointName(e),80)).join(
", "),address=width>=110?`${fit(addresses,30)} `:"",head=[{text:marked?`${signs.cursor} `:"  ",tone:"focus"},{text:isRunning(state.probes)?"":chosen?"[x] ":"[ ]\
 "},...progress===void 0?[]:[signOf(progress,state),{text:" "}],{text:fit(database.name,nameWidth),tone:marked?"strong":"plain"},{text:address,tone:"muted"}],indent=lineCells(
head),{text,tone}=saidOf(state,database);return wrap(text,width-indent).map((part,at)=>[...at===0?head:[{text:" ".repeat(indent)}],{text:part,tone}])},endLines=(state,width)=>{
let{run}=state.probes;return run?.trouble!==void 0?[run.trouble.message,...run.trouble.next].flatMap((text,at)=>paragraph(at===0?`${signs.fail} ${text}`:text,width,
at===0?"bad":"plain",at===0?0:2)):run===void 0?[]:run.endedAt===void 0?run.cancelled?paragraph(t5.cancelling,width,"warn"):[]:run.cancelled?paragraph(t5.cancelled,
width,"warn"):paragraph(t5.done(duration(elapsed(run,state.now))),width)},failureLines=(state,{id,name},rows)=>{let progress=state.probes.run?.progress[id];if(progress===
void 0||progress.worst.length===0||rows<3)return[];let{worst:worst2,fail,report}=progress,shown=worst2.slice(0,fail>rows-1?rows-2:rows-1),rest=fail-shown.length,
heading=report===void 0?t5.seen(name):t5.failures(name,fail);return[blank,line(heading,"strong"),...shown.map(({severity,text})=>[{text:`${signs.fail} `,tone:"b\
ad"},{text:severity.padEnd(9),tone:"strong"},{text:plainText(text)}]),...rest===0?[]:[line(t5.more(rest),"muted")]]},ProbesScreen=({state,width,height})=>{let databases=databasesOf(
state);if(databases.length===0)return(0,import_jsx_runtime5.jsx)(Lines,{lines:[blank,...paragraph(t5.none,width)],width,height});let cursor=clamp(state.probes.cursor,
databases.length),names2=Math.max(8,...databases.map(d=>cells(d.name))),nameWidth=Math.min(names2+2,width>=110?40:20),head=isRunning(state.probes)?[]:[...paragraph(
t5.choose,width),blank],end=endLines(state,width),marked=databases[cursor],room=height-head.length-end.length-2,{from,to}=windowAround(cursor,databases.length,Math.
max(1,Math.floor(room*.7))),rows=databases.slice(from,to).flatMap((d,at)=>rowLines(state,d,from+at===cursor,nameWidth,width)),left=height-head.length-rows.length-
end.length-4,seen=marked===void 0?[]:failureLines(state,marked,left);return(0,import_jsx_runtime5.jsx)(Lines,{lines:[blank,...head,...rows,...seen,...end.length===
0?[]:[blank,...end]],width,height})};var profilesStart={cursor:0,chosen:void 0,preview:void 0,scroll:0,saving:!1,trouble:void 0},chosenProfiles=(state,{snapshot})=>state.chosen??snapshot.evaluation.
profiles,sameSet=(a,b)=>a.length===b.length&&a.every(id=>b.includes(id)),canApply=(state,world)=>state.chosen!==void 0&&state.chosen.length>0&&!sameSet(state.chosen,
world.snapshot.evaluation.profiles)&&state.preview!==void 0&&sameSet(state.preview.profiles,state.chosen),toggled3=(content,chosen,id)=>content.profiles.map(p=>p.
id).filter(other=>other===id?!chosen.includes(id):chosen.includes(other)),previewed=(state,preview)=>state.chosen!==void 0&&sameSet(state.chosen,preview.profiles)?
{...state,preview,scroll:0,trouble:void 0}:state,updateProfiles=(state,command,world)=>{let{profiles}=world.snapshot.content,cursor=clamp(state.cursor,profiles.
length);switch(command){case"up":case"down":case"top":case"bottom":return{state:{...state,cursor:moved(cursor,command,profiles.length)}};case"scroll-up":return{
state:{...state,scroll:Math.max(0,state.scroll-6)}};case"scroll-down":return{state:{...state,scroll:state.scroll+6}};case"toggle":{let marked=profiles[cursor];if(marked===
void 0||state.saving)return{state};let chosen=toggled3(world.snapshot.content,chosenProfiles(state,world),marked.id),next={...state,chosen,scroll:0,trouble:void 0};
return chosen.length===0?{state:next,notice:{tone:"warn",text:texts.profiles.noneChosen}}:{state:next,effects:[{kind:"preview-profiles",profiles:chosen}]}}case"\
apply":return state.saving||state.chosen===void 0||!canApply(state,world)?{state}:{state:{...state,saving:!0},effects:[{kind:"set-profiles",profiles:state.chosen}]}}};var import_jsx_runtime6=__toESM(require_jsx_runtime(),1),t6=texts.profiles,listLines2=state=>{let{profiles}=state.snapshot.content,chosen=chosenProfiles(state.profilesScreen,
state),cursor=clamp(state.profilesScreen.cursor,profiles.length),inForce=state.snapshot.evaluation.profiles,width=Math.min(36,Math.max(8,...profiles.map(p=>cells(
plainText(p.title))))+2);return profiles.map((profile,at)=>[{text:at===cursor?`${signs.cursor} `:"  ",tone:"focus"},{text:chosen.includes(profile.id)?"[x] ":"[ \
] "},{text:fit(plainText(profile.title),width),tone:at===cursor?"strong":"plain"},{text:inForce.includes(profile.id)?t6.inForce:"",tone:"muted"}])},aboutLines=(state,width)=>{
let{profiles}=state.snapshot.content,marked=profiles[clamp(state.profilesScreen.cursor,profiles.length)];return marked===void 0?[]:[...paragraph(plainText(marked.
summary),width),...marked.approach.flatMap(({title,why,cost})=>[blank,...paragraph(plainText(title),width,"strong"),...paragraph(plainText(why),width,"plain",2),
...paragraph(t6.cost(plainText(cost)),width,"muted",2)])]},changeLines=(state,width)=>{let{profilesScreen}=state,{preview,saving,trouble}=profilesScreen;if(trouble!==
void 0)return[trouble.message,...trouble.next].flatMap(text=>paragraph(plainText(text),width,"bad"));if(saving)return paragraph(texts.frame.saving,width,"warn");
if(profilesScreen.chosen?.length===0)return paragraph(t6.noneChosen,width,"warn");let present=[...state.snapshot.evaluation.profiles].sort().join();return[...chosenProfiles(
profilesScreen,state)].sort().join()===present?aboutLines(state,width):!canApply(profilesScreen,state)||preview===void 0?paragraph(t6.working,width,"muted"):preview.
parts.flatMap(({title,lines})=>[...paragraph(title,width,"strong"),...lines.flatMap(text=>paragraph(text,width,"plain",2))])},ProfilesScreen=({state,width,height})=>{
let list=listLines2(state),ready2=canApply(state.profilesScreen,state)&&!state.profilesScreen.saving,head=[...height>=14?[line(t6.which,"muted")]:[],...list,ready2?
line(t6.apply,"focus"):blank];return(0,import_jsx_runtime6.jsx)(Lines,{lines:[...head,...scrolled(changeLines(state,Math.min(width,100)),height-head.length,state.
profilesScreen.scroll)],width,height})};var ready=(value,label)=>({kind:"value",value,label,wantsReason:value==="not-applicable"}),own=({answer})=>{switch(answer.kind){case"yes-no":return[ready("yes",
texts.answers.yes),...answer.claims.partly===void 0?[]:[ready("partly",texts.answers.partly)],ready("no",texts.answers.no)];case"choice":return answer.options.map(
o=>ready(o.id,o.label));case"number":return[{kind:"field",label:answer.unit}];case"date":return[{kind:"field",label:texts.answers.dateFormat}];case"text":return[
{kind:"field",label:answer.placeholder??""}]}},choicesOf=question=>[...own(question),ready("dont-know",texts.answers.dontKnow),...question.notApplicable?[ready(
"not-applicable",texts.answers.notApplicable)]:[]],choiceIndex=(question,value)=>{if(value===void 0)return 0;let choices=choicesOf(question),exact=choices.findIndex(
c=>c.kind==="value"&&c.value===value);return exact>=0?exact:Math.max(0,choices.findIndex(c=>c.kind==="field"))},readTyped=(question,typed2)=>{let text=typed2.trim(),
{answer}=question;switch(answer.kind){case"number":{let n=/^-?\d+([.,]\d+)?$/.test(text)?Number(text.replace(",",".")):Number.NaN;return Number.isNaN(n)||n<answer.
min||n>answer.max?{problem:texts.problems.number(answer.min,answer.max,answer.unit)}:{value:n}}case"date":return isDay(text)?{value:text}:{problem:texts.problems.
date};case"text":return text===""?{problem:texts.problems.text}:{value:text};case"yes-no":case"choice":return{value:text}}},answerInWords=(question,value)=>{let choice=choicesOf(
question).find(c=>c.kind==="value"&&c.value===value);return choice!==void 0?choice.label:question.answer.kind==="number"?`${value} ${question.answer.unit}`:String(
value)};var fieldLines=({text,cursor},width,active,height=3)=>{let characters=Array.from(text),before=characters.slice(0,cursor).join(""),shown=active?`${before}${signs.
caret}${characters.slice(cursor).join("")}`:text,lines=active?hardLines(shown,width):wrap(shown,width),at=lines.findIndex(l=>l.includes(signs.caret)),from=Math.
max(0,Math.min(at-height+1,lines.length-height));return lines.slice(from,from+height).map(l=>line(l===""?"_":l,active?"focus":"plain"))},hardLines=(text,width)=>{
let lines=[],rest=text;for(;cells(rest)>width;){let part=cut(rest,Math.max(1,width))||(Array.from(rest)[0]??"");lines.push(part),rest=rest.slice(part.length)}return[
...lines,rest]};var unwanted=new RegExp("\\p{Cc}|[\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]","gu"),textState=(text="")=>({text,cursor:Array.from(text).
length}),insert=(state,typed2,max=2e3)=>{let clean=typed2.replace(/[\r\n\t]+/g," ").replace(unwanted,""),characters=Array.from(state.text),room=Math.max(0,max-characters.
length),added=Array.from(clean).slice(0,room);return characters.splice(state.cursor,0,...added),{text:characters.join(""),cursor:state.cursor+added.length}},wordStart=(characters,from)=>{
let at=from;for(;at>0&&characters[at-1]===" ";)at-=1;for(;at>0&&characters[at-1]!==" ";)at-=1;return at},edit=(state,command)=>{let characters=Array.from(state.
text),{cursor}=state,without=from=>({text:[...characters.slice(0,from),...characters.slice(cursor)].join(""),cursor:from});switch(command){case"erase":return without(
Math.max(0,cursor-1));case"erase-word":return without(wordStart(characters,cursor));case"erase-line":return without(0);case"cursor-left":return{...state,cursor:Math.
max(0,cursor-1)};case"cursor-right":return{...state,cursor:Math.min(characters.length,cursor+1)};case"cursor-start":return{...state,cursor:0};case"cursor-end":return{
...state,cursor:characters.length}}};var questionsStart={target:void 0,question:void 0,atEnd:!1,openOnly:!1,optional:!1,focus:"choices",drafts:{},noteBefore:void 0,noteIsReason:!1,detail:"why",scroll:0,
outline:void 0,asking:void 0,saving:void 0,problem:void 0},draftKey=(target,question)=>`${target} ${question}`,shownOf=(state,world)=>inView(askedOf(world.snapshot,
state.target),state.optional,state.question),listOf=(state,world)=>listed(shownOf(state,world),state.openOnly,state.question),currentOf=(state,world)=>state.question===
void 0?void 0:askedOf(world.snapshot,state.target).find(q=>q.question.id===state.question),draftOf=(state,asked)=>{let kept=state.drafts[draftKey(asked.evaluation.
target,asked.question.id)];if(kept!==void 0)return kept;let answer=asked.evaluation.answer,choice=choiceIndex(asked.question,answer?.value),typed2=typeof answer?.
value=="number"||isFieldValue(asked,answer?.value);return{choice,field:textState(typed2?String(answer?.value??""):""),note:textState(answer?.note??""),typed:!1}},
isFieldValue=({question},value)=>value!==void 0&&value!=="dont-know"&&value!=="not-applicable"&&question.answer.kind!=="yes-no"&&question.answer.kind!=="choice",
show=(state,question)=>({...state,question,atEnd:question===void 0,outline:question??state.outline,focus:"choices",asking:void 0,problem:void 0,noteIsReason:!1,
noteBefore:void 0,scroll:0}),openTarget=(state,target,question,world)=>{let fresh={...state,target,openOnly:!1,atEnd:!1},all=askedOf(world.snapshot,target),shown=inView(
all,state.optional,void 0),wanted=all.find(q=>q.question.id===question)??listed(shown,!0,void 0)[0];return show(fresh,(wanted??shown[0])?.question.id)},stillAsked=(state,world)=>state.
target===void 0||state.question===void 0||currentOf(state,world)!==void 0?state:{...openTarget(state,state.target,void 0,world),openOnly:state.openOnly},neighbour=(state,step2,world)=>{
let list=listOf(state,world);if(state.question===void 0)return step2===-1?list.at(-1)?.question.id:void 0;let at=list.findIndex(q=>q.question.id===state.question);
return list[at+step2]?.question.id},withDraft=(state,asked,change)=>({...state,problem:void 0,drafts:{...state.drafts,[draftKey(asked.evaluation.target,asked.question.
id)]:{...draftOf(state,asked),...change}}});var t7=texts.question,labelCells=10,isSaved=(asked,choice)=>{let value=asked.evaluation.answer?.value;return value===void 0?!1:choice.kind==="value"?choice.value===
value:!choicesOf(asked.question).some(c=>c.kind==="value"&&c.value===value)},choiceLines=(state,asked,width)=>{let draft=draftOf(state,asked);return choicesOf(asked.
question).flatMap((choice,at)=>{let marked=at===draft.choice,head=[{text:marked?`${signs.cursor} `:"  ",tone:"focus"}],tail=isSaved(asked,choice)?[{text:` ${signs.
pass}`,tone:"good"}]:[];if(choice.kind==="field"){let active=state.focus==="field",typed2=fieldLines(draft.field,width-2,active),empty=!active&&draft.field.text===
"",isNumber=asked.question.answer.kind==="number",hint=empty?`${texts.answers.type}: ${choice.label}`:choice.label;return[...typed2.map((l,row)=>[...row===0?head:
[{text:"  "}],...l,{text:isNumber&&!empty?` ${choice.label}`:"",tone:"muted"}]),...isNumber&&!empty?[]:paragraph(hint,width-2,"muted",2),...state.problem===void 0?
[]:paragraph(`${signs.fail} ${state.problem}`,width-2,"bad",2)]}return wrap(choice.label,width-4).map((text,row)=>[...row===0?head:[{text:"  "}],{text,tone:marked?
"strong":"plain"},...row===0?tail:[]])})},markedValue=(state,asked)=>{let draft=draftOf(state,asked),choice=choicesOf(asked.question)[draft.choice];if(choice?.kind===
"value")return choice.value;let read=readTyped(asked.question,draft.field.text);return"value"in read?read.value:void 0},savedLines=(asked,world,width)=>{let{answer,
stale}=asked.evaluation;if(answer===void 0)return[];let words=plainText(answerInWords(asked.question,answer.value),60),said2=t7.answeredBy(words,plainText(answer.
by,40),ago(answer.at,world.now)),text=stale?`${said2} ${signs.stale} ${t7.stale}`:said2;return labelled(t7.answer,text,width,labelCells,stale?"warn":"muted").slice(
0,1)},noteLines=(state,asked,width)=>{let{note}=draftOf(state,asked),room=width-labelCells,open=state.focus==="note",body2=open?fieldLines(note,room,!0,3):note.
text===""?[[{text:t7.noNote,tone:"muted"}]]:wrap(plainText(note.text,2e3),room).slice(0,2).map(text=>[{text}]);return[...open&&state.noteIsReason?paragraph(t7.reasonPrompt,
width,"strong"):[],...body2.map((l,row)=>[{text:(row===0?t7.note:"").padEnd(labelCells),tone:"muted"},...l]),...open&&state.problem!==void 0?paragraph(`${signs.
fail} ${state.problem}`,width,"bad"):[]]},besidesLines=(state,asked,world,width)=>{let evidence=(asked.control?.evidence??[]).map(e=>`${plainText(e.title,60)}${e.
remarks[0]===void 0?"":` (${e.remarks[0]})`}`).join("; "),saving=state.saving?.key===draftKey(asked.evaluation.target,asked.question.id),unsaved=draftOf(state,asked).
typed?`${signs.unsaved} ${t7.unsaved}`:void 0,status=saving?texts.frame.saving:unsaved;return[...savedLines(asked,world,width),...noteLines(state,asked,width),...evidence===
""?[]:labelled(t7.evidence,evidence,width,labelCells).slice(0,1),...status===void 0?[]:paragraph(status,width,"warn",labelCells)]};var t8=texts.question,readable=96,meaningLines=({question},width)=>{let labels2=new Map(choicesOf(question).flatMap(c=>c.kind==="value"?[[c.value,c.label]]:[]));
return Object.entries(question.meaning).flatMap(([value,meaning])=>paragraph(`${labels2.get(value)??value}: ${meaning}`,width))},kindLines=({control},{snapshot},width)=>control===
void 0?[]:acceptedKinds(control.definition,snapshot.content.evidenceKinds).flatMap(kind=>paragraph(t8.kind(kind.title,strengthWords[kind.strength],kind.validDays),
width,"muted")),body=(asked,detail,world,width)=>{let{question}=asked,target=targetOf(world.snapshot,asked.evaluation.target),platform2=target?.kind==="database"?
target.platform:void 0;switch(detail){case"why":return paragraph(question.why,width);case"how":return[...paragraph(textFor(question.how,platform2),width),...question.
remediation===void 0?[]:paragraph(`${t8.fallsShort(question.remediation.effort)} ${question.remediation.text}`,width,"muted")];case"evidence":return[...question.
evidence===void 0?[]:paragraph(question.evidence,width),...kindLines(asked,world,width),...question.redFlags===void 0?[]:paragraph(`${t8.redFlags} ${question.redFlags}`,
width,"warn")];case"meaning":return meaningLines(asked,width)}},detailLines=(asked,detail,world,width)=>{let lines=body(asked,detail,world,Math.min(width,readable));
return[line(t8.details[detail],"strong"),...lines.length===0?[line(t8.noDetail,"muted")]:lines]},allDetails=(asked,world,width)=>["why","how","evidence","meanin\
g"].filter(d=>body(asked,d,world,width).length>0).flatMap((d,at)=>[...at===0?[]:[blank],...detailLines(asked,d,world,width)]);var boundOf=(bound,strictest,snapshot,target)=>{if(typeof bound=="number")return bound;let profiles=target.profiles??snapshot.state.settings.profiles,values=snapshot.
content.profiles.filter(p=>profiles.includes(p.id)).flatMap(p=>p.thresholds[bound]??[]);if(values.length!==0)return strictest==="largest"?Math.max(...values):Math.
min(...values)},ruleHolds=(rule,value,snapshot,target,now)=>{let bound=(b,strictest)=>boundOf(b,strictest,snapshot,target),check2=(limit,test)=>limit===void 0?void 0:
test(limit);if("atLeast"in rule)return check2(bound(rule.atLeast,"largest"),n=>Number(value)>=n);if("atMost"in rule)return check2(bound(rule.atMost,"smallest"),
n=>Number(value)<=n);let days=daysBetween(now,String(value));return"within"in rule?check2(bound(rule.within,"smallest"),n=>days<=0&&-days<=n):check2(bound(rule.
ahead,"largest"),n=>days>=n)},byRules=({met,partly},...given)=>{let isMet=met===void 0?void 0:ruleHolds(met,...given);return isMet===void 0?"nothing":isMet?"met":
partly!==void 0&&ruleHolds(partly,...given)===!0?"partly":"not-met"},forecastClaim=(question,value,snapshot,target,now)=>{if(value==="dont-know")return"nothing";
if(value==="not-applicable")return"not-applicable";let{answer}=question;switch(answer.kind){case"yes-no":return value==="yes"?answer.claims.yes:value==="no"?answer.
claims.no:answer.claims.partly??"nothing";case"choice":return answer.options.find(o=>o.id===value)?.claim??"nothing";case"number":case"date":return byRules(answer,
value,snapshot,target,now);case"text":return"nothing"}},rank={met:2,partly:1,"not-met":0,"not-applicable":2},contradicts=(claim,observed)=>claim!=="nothing"&&(observed===
"not-met"||observed==="partly")&&rank[claim]>rank[observed];var t9=texts.question,order2={fail:0,error:1,unknown:1,pass:2,"not-applicable":3},findingLines=(finding,width)=>{let who=finding.object===void 0?"":`${plainText(
finding.object)}: `,tone=outcomeTone[finding.outcome],reason=finding.reason===void 0?"":` (${t9.couldNotLook}: ${finding.reason})`,text=`${who}${plainText(finding.
observed)}${reason}`;return wrap(text,width-2).map((part,at)=>[{text:at===0?`${outcomeSign[finding.outcome]} `:"  ",tone},{text:part,tone:finding.outcome==="fai\
l"?"bad":"plain"}])},distinct=findings=>[...new Map(findings.map(f=>[[f.outcome,f.object,f.observed,f.reason].join(`
`),f])).values()],observedLines=(asked,world,width)=>{let{control}=asked;if(control===void 0)return[];let findings=control.findings.toSorted((a,b)=>order2[a.outcome]-
order2[b.outcome]),newest=findings.map(f=>f.at).toSorted().at(-1);if(newest===void 0){let none=control.definition.checks.length>control.planned.length&&control.
kind==="database"?t9.notProbed:t9.noProbe;return paragraph(none,width,"muted")}let when=ago(newest,world.now),stale=findings.every(f=>f.stale),grants=[...new Set(
findings.flatMap(f=>f.grant??[]))].slice(0,1),{contradiction}=control,resolution=contradiction?.resolution;return[...paragraph(stale?`${signs.stale} ${t9.observedOld(
when)}`:t9.observed(when),width,"muted"),...distinct(findings).flatMap(f=>findingLines(f,width)),...grants.flatMap(g=>[...paragraph(t9.grant,width,"muted"),...paragraph(
plainText(g),width,"plain",2)]),...control.askAgain?[blank,...paragraph(t9.askAgain,width,"warn")]:[],...resolution===void 0?[]:[blank,...paragraph(t9.settled(plainText(
resolution.reason),resolution.until),width)]]},warningLines=(asked,value,world,width)=>{let target=targetOf(world.snapshot,asked.evaluation.target);if(value===void 0||
target===void 0)return[];let claim=forecastClaim(asked.question,value,world.snapshot,target,world.now);if(!contradicts(claim,asked.control?.observation))return[];
let resolved=asked.control?.contradiction?.resolution!==void 0,saved2=asked.evaluation.answer?.value===value;return saved2&&resolved?[]:paragraph(`${signs.contradicted}\
 ${saved2?t9.contradictedNow:t9.wouldContradict}`,width,"warn")};var signOf2=asked=>{let{evaluation,control}=asked;return control?.contradiction!==void 0&&control.contradiction.resolution===void 0?{text:signs.contradicted,tone:"\
warn"}:evaluation.stale?{text:signs.stale,tone:"warn"}:evaluation.answer?.value==="dont-know"?{text:signs.unknown,tone:"warn"}:isOpen(asked)?{text:signs.waiting,
tone:"muted"}:{text:signs.pass,tone:"good"}},short=(text,width)=>cells(text)<=width?text:`${cut(text,width-1)}\u2026`,outlineLines=(list,all,marked,width,height,active)=>{
let rows=[],section;for(let asked of list){if(asked.sectionKey!==section){section=asked.sectionKey;let own2=all.filter(q=>q.sectionKey===section),done=own2.filter(
q=>q.evaluation.answer!==void 0).length,progress=line(`${done}/${own2.length}`,"muted");rows.push({question:void 0,line:()=>apart(line(short(asked.sectionTitle,
width-7),"strong"),progress,width)})}let here=asked.question.id===marked;rows.push({question:asked.question.id,line:()=>[{text:here?`${signs.cursor} `:"  ",tone:"\
focus"},signOf2(asked),{text:" "},{text:short(asked.question.text,width-4),tone:here?"strong":active?"plain":"muted"}]})}let at=rows.findIndex(r=>r.question===marked),
{from,to}=windowAround(Math.max(0,at),rows.length,height),shown=rows.slice(from,to).map(r=>r.line());return from>0&&(shown[0]=line(texts.question.moreAbove(from+
1),"muted")),to<rows.length&&(shown[shown.length-1]=line(texts.question.moreBelow(rows.length-to+1),"muted")),shown};var import_jsx_runtime7=__toESM(require_jsx_runtime(),1),t10=texts.question,questionsHeader=state=>{let all=shownOf(state.questions,state),asked=currentOf(state.
questions,state),name=targetOf(state.snapshot,state.questions.target)?.name??"",section=all.filter(q=>q.sectionKey===asked?.sectionKey),place=asked===void 0?"":
`${t10.place(section.indexOf(asked)+1,section.length)} \xB7 `,progress=state.snapshot.evaluation.targets.find(e=>e.target.id===state.questions.target),only2=state.
questions.openOnly?`${t10.openOnly} \xB7 `:"",optional=state.questions.optional?`${t10.withOptional} \xB7 `:"",{questions:open,seconds}=progress?.left??{questions:0,
seconds:0},answered=t10.answered(progress?.answered??0,progress?.asked??0),told2=open===0?answered:state.columns<110?t10.leftShort(open,Math.ceil(seconds/60)):`${answered}\
 \xB7 ${t10.left(aboutTime(seconds))}`;return{title:[{text:name,tone:"strong"},{text:asked===void 0?"":` ${signs.into} ${asked.sectionTitle}`}],status:line(`${only2}${optional}${place}${told2}`,
"muted")}},askingLines=(state,asked,width)=>{let{asking}=state.questions,failures=asked.control?.findings.filter(f=>f.outcome==="fail").length??0,clear=asking?.
kind==="clear";return[...paragraph(`${signs.contradicted} ${clear?t10.clear:t10.contradicts(failures)}`,width,"warn"),...paragraph(clear?t10.clearYes:t10.contradictsYes,
width,"strong")]},answerBlock=(state,asked,width,height)=>{let twoColumns=width>=56,left=twoColumns?Math.min(40,Math.floor(width*.42)):width,right=twoColumns?width-
left-3:width,choices=choiceLines(state.questions,asked,left),observed=observedLines(asked,state,right),warning=warningLines(asked,markedValue(state.questions,asked),
state,right),room=twoColumns?Math.max(choices.length,height):height-choices.length-1,seen=[...scrolled(observed,Math.max(1,room-warning.length),0,t10.moreSeen),
...warning];return twoColumns?beside(choices,seen,left,3):[...choices,blank,...seen]},questionLines=(state,asked,width,height,details2)=>{let{questions}=state,{
due,isNew}=asked.evaluation,text=[...paragraph(plainText(asked.question.text),Math.min(width,96),"strong"),...isNew?paragraph(t10.isNew,width,"warn"):[],...due?
[]:paragraph(t10.isOptional,width,"muted")],besides=besidesLines(questions,asked,state,width),asking=questions.focus==="asking"?askingLines(state,asked,width):void 0,
one=details2?detailLines(asked,questions.detail,state,width):[],below=asking??one,airy=height>=14,gaps=airy?3:0,kept=asking===void 0?Math.min(below.length,3):below.
length,room=height-text.length-besides.length-kept-gaps,block=answerBlock(state,asked,width,room).slice(0,Math.max(room,1)),left=height-text.length-besides.length-
block.length-gaps,gap=airy?[blank]:[],every=details2?allDetails(asked,state,width):[];return[...text,...gap,...block,...gap,...besides,...gap,...asking===void 0&&
details2&&every.length<=left?every:scrolled(below,left,asking===void 0?questions.scroll:0)]},endLines2=(state,width)=>{let all=shownOf(state.questions,state),hidden=askedOf(
state.snapshot,state.questions.target).length-all.length;if(all.length===0&&hidden===0)return[blank,...paragraph(t10.noQuestions,width)];let open=all.filter(isOpen).
length,next=state.snapshot.evaluation.next[0];return[blank,...paragraph(state.questions.openOnly&&open===0?t10.noneOpen:t10.endTitle,width,"strong"),blank,...paragraph(
open===0?t10.endNone:t10.endOpen(open),width),...hidden===0?[]:[blank,...paragraph(t10.endOptional(hidden),width)],...next===void 0?[]:[blank,...paragraph(`${t10.
endNext} ${plainText(next.text)}`,width)]]},QuestionsScreen=({state,width,height})=>{let{questions}=state,asked=currentOf(questions,state),list=listOf(questions,
state),all=shownOf(questions,state),inOutline=questions.focus==="outline",outlineWidth=width<108?inOutline?width:0:Math.min(46,Math.floor(width*.3)),detailWidth=width>=
170&&asked!==void 0?Math.min(70,Math.floor(width*.33)):0,gap=3,middle=width-(outlineWidth>0?outlineWidth+gap:0)-(detailWidth>0?detailWidth+gap:0),marked=inOutline?
questions.outline:questions.question,main=asked===void 0?endLines2(state,middle):questionLines(state,asked,middle,height,detailWidth===0);return(0,import_jsx_runtime7.jsxs)(
Box_default,{width,height,columnGap:gap,children:[outlineWidth>0&&(0,import_jsx_runtime7.jsx)(Lines,{lines:outlineLines(list,all,marked,outlineWidth,height,inOutline),
width:outlineWidth,height}),middle>=30&&(0,import_jsx_runtime7.jsx)(Lines,{lines:main,width:middle,height}),detailWidth>0&&asked!==void 0&&(0,import_jsx_runtime7.jsx)(
Lines,{lines:scrolled(allDetails(asked,state,detailWidth),height,questions.scroll),width:detailWidth,height})]})};var known=new WeakMap,vendorsOf=snapshot=>{let before=known.get(snapshot);if(before!==void 0)return before;let{evaluation,content}=snapshot,fresh={comparison:compareVendors(
evaluation),duties:vendorDuties(content,evaluation)};return known.set(snapshot,fresh),fresh};var t11=vendorTexts,stateSign={met:signs.pass,partly:signs.fail,"not-met":signs.fail,unknown:signs.unknown,"not-applicable":signs.notApplicable,contradicted:signs.
contradicted},stateTone={met:"good",partly:"warn","not-met":"bad",unknown:"warn","not-applicable":"muted",contradicted:"warn"},stateCell=(state,assurance)=>{let word=state!==
"met"?t11.states[state]:assurance==="none"?t11.states.stale:assurance;return{text:`${stateSign[state]} ${word}`,tone:stateTone[state]}},comparedCell=({state,assurance,
knockOut,stale})=>{let{text,tone}=stateCell(state,assurance);return{text:`${knockOut==="applies"&&(state==="not-met"||state==="contradicted")?`${stateSign[state]}\
 ${t11.states.out}`:text}${stale?` ${signs.stale}`:""}`,tone}},placeCell=({standing,rank:rank2})=>{switch(standing){case"ranked":return{text:String(rank2??""),tone:rank2===
1?"strong":"plain"};case"too-little-known":return{text:t11.notRanked,tone:"warn"};case"knocked-out":return{text:t11.out,tone:"bad"}}};var vendorViews=["compare","verdict","duties"],vendorsStart={view:"compare",row:0,vendor:void 0,scroll:0},openVendors=(state,{vendor})=>vendor===void 0?state:{...vendorsStart,
vendor},markedOf=(state,world)=>{let{comparison,duties}=vendorsOf(world.snapshot),column=Math.max(0,comparison.vendors.findIndex(v=>v.vendor===state.vendor)),vendor=comparison.
vendors[column]?.vendor,rows=state.view==="duties"?duties.find(d=>d.vendor===vendor)?.duties.length??0:comparison.criteria.length;return{column,rows}},questionPlace=(state,world)=>{
let{comparison,duties}=vendorsOf(world.snapshot),{column,rows}=markedOf(state,world),vendor=comparison.vendors[column]?.vendor;if(vendor===void 0||state.view===
"verdict")return;let row=clamp(state.row,rows);if(state.view==="duties"){let duty=duties.find(d=>d.vendor===vendor)?.duties[row];return duty&&{screen:"questions",
target:vendor,question:duty.question}}let control=comparison.criteria[row]?.control,own2=askedOf(world.snapshot,vendor).filter(q=>q.control?.control===control),
found=own2.find(q=>q.evaluation.answer===void 0)??own2[0];return found&&{screen:"questions",target:vendor,question:found.question.id}},updateVendors=(state,command,world)=>{
let{vendors}=vendorsOf(world.snapshot).comparison,{column,rows}=markedOf(state,world);switch(command){case"up":case"down":case"top":case"bottom":return state.view===
"verdict"?{state:{...state,scroll:Math.max(0,state.scroll+(command==="up"?-1:1))}}:{state:{...state,row:moved(clamp(state.row,rows),command,rows)}};case"scroll-\
up":case"scroll-down":{let by=command==="scroll-up"?-5:5;return{state:{...state,row:clamp(state.row+by,rows),scroll:Math.max(0,state.scroll+by)}}}case"previous-\
vendor":case"next-vendor":return{state:{...state,vendor:vendors[clamp(column+(command==="next-vendor"?1:-1),vendors.length)]?.vendor}};case"other-view":{let next=(vendorViews.
indexOf(state.view)+1)%vendorViews.length;return{state:{...state,view:vendorViews[next]??"compare",row:0,scroll:0}}}case"go-question":{let go=questionPlace(state,
world);return go===void 0?{state,notice:{tone:"warn",text:texts.vendors.noQuestion}}:{state,go}}}};var t12=vendorTexts,columnWidth=15,leastTitle=24,margin=6,plain=(text,tone="plain")=>({text,tone}),figures=[{title:t12.figures.place,cell:placeCell},{title:t12.
figures.score,cell:v=>plain(`${v.score.toFixed(1)}  ${v.possible.toFixed(1)}`)},{title:t12.figures.known,cell:v=>plain(t12.percent(Math.floor(v.coverage*100)))},
{title:t12.figures.claimed,cell:v=>plain(t12.ofCounting(v.onlyClaimed,v.counting))},{title:t12.figures.expires,cell:({expires})=>expires===void 0?plain(signs.notApplicable,
"muted"):plain(`${t12.days(expires.inDays)} ${plainText(expires.what)}`,expires.inDays<30?"warn":"plain")},{title:t12.figures.mustHaves,cell:v=>plain(String(v.openMustHaves.
length))}],spansOf=(cells2,strong=-1)=>cells2.map(({text,tone},at)=>({text:`${fit(text,columnWidth-1)} `,tone:at===strong&&tone==="plain"?"strong":tone})),compareLines=(state,width,height)=>{
let{criteria,vendors}=vendorsOf(state.snapshot).comparison,{column,rows}=markedOf(state.vendors,state),fitting=Math.max(1,Math.floor((width-margin-leastTitle)/columnWidth)),
{from,to}=windowAround(column,vendors.length,Math.min(fitting,vendors.length)),shown=vendors.slice(from,to),title=Math.min(80,width-margin-shown.length*columnWidth),
marked=column-from,head=[{text:" ".repeat(margin+title)},...shown.map(({name},at)=>({text:`${fit(`${at===marked?signs.cursor:" "}${plainText(name)}`,columnWidth-
1)} `,tone:at===marked?"focus":"strong"}))],above=figures.slice(0,height<14?2:height<22?4:figures.length).map(figure=>[{text:`${" ".repeat(margin)}${fit(figure.
title,title-1)} `,tone:"muted"},...spansOf(shown.map(figure.cell))]),row=clamp(state.vendors.row,rows),below=height<14?becauseLines(state,row,column,width,!1).slice(
0,2):becauseLines(state,row,column,width,!0).slice(0,4),room=Math.max(1,height-above.length-below.length-3),window2=windowAround(row,criteria.length,room),list=criteria.
slice(window2.from,window2.to).map((criterion,at)=>{let here=window2.from+at===row,weight=criterion.weight===0?signs.notApplicable:String(criterion.weight);return[
{text:here?`${signs.cursor} `:"  ",tone:"focus"},{text:`${weight.padStart(2)}${criterion.knockOut?"*":" "} `,tone:"muted"},{text:`${fit(plainText(criterion.title),
title-1)} `,tone:here?"strong":"plain"},...spansOf(shown.flatMap(v=>{let cell=v.cells[window2.from+at];return cell===void 0?[]:[comparedCell(cell)]}))]});return[
head,...above,blank,...list,blank,...below]},becauseLines=(state,row,column,width,titled)=>{let{criteria,vendors}=vendorsOf(state.snapshot).comparison,criterion=criteria[row],
cell=vendors[column]?.cells[row];if(criterion===void 0||cell===void 0)return[];let knockOut=cell.knockOut===void 0?"":`, ${cell.knockOut==="applies"?t12.knockOut:
t12.knockOutDepends}`,title=`${plainText(criterion.title)} (${t12.weight(criterion.weight)}${knockOut})`;return[...titled?paragraph(title,width,"strong"):[],...paragraph(
`${plainText(vendors[column]?.name??"")}: ${plainText(cell.because)}`,width)]};var t13=vendorTexts,ownerOf=({owner})=>({text:t13.owners[owner??"open"],tone:owner==="nobody"?"bad":owner===void 0?"warn":"plain"}),ourLines=(duty,{databases},width)=>{
let note=duty.note===void 0?[]:paragraph(plainText(duty.note),width,"muted");return duty.owner!=="us"&&duty.owner!=="both"?note:databases===0?[...paragraph(t13.
noDatabase,width,"muted"),...note]:duty.controls.length===0?[...paragraph(t13.nothingOurs,width,"muted"),...note]:[...duty.controls.map(({targetName,title,state,
assurance})=>{let cell=stateCell(state,assurance);return[{text:fit(cell.text,15),tone:cell.tone},{text:`${plainText(targetName)}: ${plainText(title)}`}]}),...note]},
dutyLines=(state,width,height)=>{let{comparison,duties}=vendorsOf(state.snapshot),{column,rows}=markedOf(state.vendors,state),result=comparison.vendors[column],
own2=duties.find(d=>d.vendor===result?.vendor);if(own2===void 0||own2.duties.length===0)return paragraph(t13.noDuties,width);let row=clamp(state.vendors.row,rows),
marked=own2.duties[row],below=marked===void 0?[]:ourLines(marked,own2,width),room=Math.max(1,height-2-Math.min(below.length,Math.floor(height/2))-1),{from,to}=windowAround(
row,rows,room);return[[{text:plainText(own2.name,36),tone:"focus"},{text:` \xB7 ${t13.of(column+1,comparison.vendors.length)}`,tone:"muted"}],blank,...own2.duties.
slice(from,to).map((duty,at)=>{let here=from+at===row,owner=ownerOf(duty),gaps=duty.controls.filter(c=>c.state!=="met"&&c.state!=="not-applicable");return[{text:here?
`${signs.cursor} `:"  ",tone:"focus"},{text:fit(plainText(duty.title),28),tone:here?"strong":"plain"},{text:fit(owner.text,12),tone:owner.tone},{text:gaps.map(c=>stateCell(
c.state,c.assurance).text).join("  "),tone:"warn"}]}),line(" "),...below]};var import_jsx_runtime8=__toESM(require_jsx_runtime(),1),t14=vendorTexts,vendorsStatus=state=>{let{vendors}=vendorsOf(state.snapshot).comparison,view=t14.views[state.
vendors.view],{column}=markedOf(state.vendors,state);return line(vendors.length<2?view:`${view} \xB7 ${t14.of(column+1,vendors.length)}`,"muted")},verdictLines=(state,width)=>{
let{sentences,vendors}=vendorsOf(state.snapshot).comparison;return vendors.length===1?paragraph(t14.one,width):sentences.flatMap((sentence,at)=>[...at===0?[]:[blank],
...paragraph(sentence,Math.min(width,100),at===0?"strong":"plain")])},linesOf2=(state,width,height)=>{let{vendors}=vendorsOf(state.snapshot).comparison;if(vendors.
length===0)return[...paragraph(t14.none,width),line(t14.noneHow,"strong")];switch(state.vendors.view){case"compare":return compareLines(state,width,height);case"\
verdict":return scrolled(verdictLines(state,width),height,state.vendors.scroll);case"duties":return dutyLines(state,width,height)}},VendorsScreen=({state,width,
height})=>(0,import_jsx_runtime8.jsx)(Lines,{lines:linesOf2(state,width,height),width,height});var openForm=purpose=>({purpose,decision:"take-observation",fields:{reason:textState(),approver:textState(),until:textState()},focus:purpose.kind==="resolve"?"d\
ecision":"reason",problem:void 0,saving:!1,trouble:void 0}),partsOf=({purpose,decision})=>purpose.kind==="waive"?["reason","approver","until"]:decision==="take-\
observation"?["decision"]:["decision","reason","until"],hasTyped=({fields})=>Object.values(fields).some(f=>f.text.trim()!==""),changeField=(form,change)=>form.focus===
"decision"||form.saving?form:{...form,problem:void 0,trouble:void 0,fields:{...form.fields,[form.focus]:change(form.fields[form.focus])}},problemOf=(form,field,now)=>{
let text=form.fields[field].text.trim();return field==="until"?isDay(text)&&text>dayOf(now)?void 0:texts.problems.future:text===""?texts.problems[field]:void 0},
effectOf=({purpose,decision,fields})=>{let reason=fields.reason.text.trim(),until=fields.until.text.trim();if(purpose.kind==="waive"){let{target,check:check2,object}=purpose,
approver=fields.approver.text.trim(),input={target,check:check2,reason,approver,until};return{kind:"waive",input:object===void 0?input:{...input,object}}}let{contradiction}=purpose;
return{kind:"resolve",input:decision==="take-observation"?{contradiction,decision}:{contradiction,decision,reason,until}}},focusBy=(form,by)=>{let parts2=partsOf(
form),at=parts2.indexOf(form.focus)+by;return{...form,focus:parts2[Math.max(0,Math.min(at,parts2.length-1))]??form.focus}},submit=(form,now)=>{let parts2=partsOf(
form);if(form.focus!==parts2.at(-1))return{form:focusBy(form,1)};for(let part of parts2){let text=part==="decision"?void 0:problemOf(form,part,now);if(part!=="d\
ecision"&&text!==void 0)return{form:{...form,focus:part,problem:{field:part,text}}}}return{form:{...form,saving:!0,problem:void 0,trouble:void 0},effect:effectOf(
form)}},updateForm=(form,command,now)=>{if(form.saving)return{form};switch(command){case"submit":return submit(form,now);case"next-field":return{form:focusBy(form,
1)};case"previous-field":return{form:focusBy(form,-1)};case"other-choice":{let decision=form.decision==="keep-answer"?"take-observation":"keep-answer";return{form:{
...form,decision}}}}};var startState=start3=>({...start3,documents:void 0,screen:"home",trail:[],overlay:void 0,notice:void 0,saving:[],saveFailed:!1,home:homeStart,questions:questionsStart,
probes:probesStart,findings:findingsStart,documentsScreen:documentsStart,profilesScreen:profilesStart,vendors:vendorsStart}),screenContexts=state=>{switch(state.
screen){case"home":case"documents":case"profiles":case"vendors":return[state.screen,"global"];case"probes":return[isRunning(state.probes)?"probing":"probes","gl\
obal"];case"findings":return[state.findings.opened?"detail":"findings","global"];case"questions":{let{focus,atEnd,question}=state.questions;return focus==="fiel\
d"||focus==="note"?[focus,"editing"]:focus==="asking"?["asking"]:focus==="outline"?["outline","global"]:[atEnd||question===void 0?"finished":"question","global"]}}},
contextsOf=state=>{let{overlay}=state;if(overlay===void 0)return[...screenContexts(state),"always"];switch(overlay.kind){case"help":return["help","always"];case"\
confirm":return["asking","always"];case"search":return["search","editing","always"];case"form":return overlay.form.focus==="decision"?["form-choice","form","alw\
ays"]:["form","editing","always"]}},lossesOf=state=>{let typed2=Object.values(state.questions.drafts).filter(d=>d.typed).length,form=state.overlay?.kind==="form"&&
hasTyped(state.overlay.form);return[...typed2>0?[{kind:"typed",count:typed2}]:[],...form?[{kind:"form"}]:[],...state.saving.length>0?[{kind:"saving"}]:[],...isRunning(
state.probes)?[{kind:"probing"}]:[],...state.documentsScreen.writing?[{kind:"writing"}]:[]]};var import_jsx_runtime9=__toESM(require_jsx_runtime(),1),t15=texts.confirm,said=reason=>reason.kind==="typed"?t15.typed(reason.count):t15[reason.kind],Confirm=({
reasons,width,height})=>(0,import_jsx_runtime9.jsx)(Lines,{lines:[blank,line(t15.title,"strong"),blank,...reasons.flatMap(r=>paragraph(`${signs.contradicted} ${said(
r)}`,width,"warn")),blank,line(t15.keys)],width,height});var import_jsx_runtime10=__toESM(require_jsx_runtime(),1),t16=texts.form,labelCells2=15,decisionLines=(form,width)=>["take-observation","keep-answer"].flatMap(decision=>{
let on=form.decision===decision;return paragraph(t16.choices[decision],width-6).map((l,row)=>[{text:row>0?" ".repeat(6):`${on&&form.focus==="decision"?signs.cursor:
" "} ${on?"(x)":"( )"} `,tone:on?"focus":"plain"},...l])}),partLines=(form,field,width)=>{let active=form.focus===field,text=fieldLines(form.fields[field],width-
labelCells2,active,3),problem=form.problem?.field===field?form.problem.text:void 0,hint=problem??(active?t16.hints[field]:void 0);return[...text.map((l,row)=>[{
text:row===0?`${active?signs.cursor:" "} ${fit(t16.fields[field],labelCells2-2)}`:" ".repeat(labelCells2),tone:active?"focus":"muted"},...l]),...hint===void 0?[]:
paragraph(problem===void 0?hint:`${signs.fail} ${hint}`,width,problem===void 0?"muted":"bad",labelCells2)]},aboutLines2=(form,width)=>{let{purpose}=form;if(purpose.
kind==="resolve")return paragraph(plainText(purpose.text,1e3),width);let object=purpose.object===void 0?"":`: ${plainText(purpose.object)}`;return paragraph(`${plainText(
purpose.title)}${object} (${purpose.severity})`,width)},footnote=form=>form.purpose.kind==="waive"?t16.note:form.decision==="take-observation"?t16.takeNote:"",Form=({
form,width:full,height})=>{let width=Math.min(full,100),status=form.saving?[blank,line(t16.saving,"strong")]:form.trouble===void 0?[blank,...paragraph(footnote(
form),width,"muted")]:[blank,...[form.trouble.message,...form.trouble.next].flatMap((text,at)=>paragraph(at===0?`${signs.fail} ${plainText(text)}`:plainText(text),
width,at===0?"bad":"plain",at===0?0:2))];return(0,import_jsx_runtime10.jsx)(Lines,{lines:[blank,...aboutLines2(form,width),blank,...partsOf(form).flatMap(part=>part===
"decision"?decisionLines(form,width):partLines(form,part,width)),...status],width:full,height})};var up={command:"up",keys:["up","k"]},down={command:"down",keys:["down","j"]},top={command:"top",keys:["home","g"]},bottom={command:"bottom",keys:["end","G"]},scrollUp2={
command:"scroll-up",keys:["pageup","ctrl+u"]},scrollDown2={command:"scroll-down",keys:["pagedown","ctrl+d"]},keyTable={always:[{command:"leave",keys:["ctrl+c"]}],
global:[{command:"help",keys:["?"],foot:!0},{command:"quit",keys:["q"],foot:!0},{command:"search",keys:["/"],foot:!0},{command:"go-back",keys:["esc"],foot:!0}],
home:[{command:"open",keys:["enter"],foot:!0},{command:"go-probes",keys:["p"],foot:!0},{command:"go-findings",keys:["f"],foot:!0},{command:"go-documents",keys:[
"d"],foot:!0},{command:"go-profiles",keys:["P"],foot:!0},{command:"go-vendors",keys:["v"],foot:"wide"},up,down,top,bottom],question:[{command:"save",keys:["ente\
r"],foot:!0},{command:"note",keys:["n"],foot:!0},{command:"skip",keys:["s","right"],foot:!0},{command:"previous",keys:["b","left"],foot:!0},{command:"list",keys:[
"l"],foot:!0},{command:"how",keys:["h"],foot:!0},{command:"why",keys:["w"]},{command:"evidence",keys:["e"]},{command:"meaning",keys:["m"]},{command:"only",keys:[
"o"]},{command:"optional",keys:["a"]},up,down,{command:"pick",keys:["1","2","3","4","5","6","7","8","9"]},scrollUp2,scrollDown2,{command:"clear",keys:["x"]},{command:"\
go-probes",keys:["p"]},{command:"go-findings",keys:["f"]}],outline:[{command:"open-question",keys:["enter"],foot:!0},{command:"only",keys:["o"],foot:!0},{command:"\
optional",keys:["a"],foot:!0},{command:"close",keys:["esc","l"],foot:!0},up,down,top,bottom,scrollUp2,scrollDown2],finished:[{command:"finish",keys:["enter"],foot:!0},
{command:"previous",keys:["b","left"],foot:!0},{command:"list",keys:["l"],foot:!0},{command:"only",keys:["o"]},{command:"optional",keys:["a"],foot:!0}],field:[{
command:"save",keys:["enter"],foot:!0},{command:"leave-field",keys:["esc","tab","down","up"],foot:!0}],note:[{command:"keep-note",keys:["enter"],foot:!0},{command:"\
drop-note",keys:["esc"],foot:!0}],asking:[{command:"yes",keys:["enter","y"],foot:!0},{command:"no",keys:["esc","n"],foot:!0}],editing:[{command:"erase",keys:["b\
ackspace","delete","ctrl+h"]},{command:"cursor-left",keys:["left","ctrl+b"]},{command:"cursor-right",keys:["right","ctrl+f"]},{command:"cursor-start",keys:["hom\
e","ctrl+a"]},{command:"cursor-end",keys:["end","ctrl+e"]},{command:"erase-word",keys:["ctrl+w"]},{command:"erase-line",keys:["ctrl+u"]}],probes:[{command:"star\
t-probes",keys:["enter"],foot:!0},{command:"toggle",keys:["space"],foot:!0},{command:"toggle-all",keys:["a"],foot:!0},{command:"go-findings",keys:["f"],foot:!0},
up,down,top,bottom],probing:[{command:"cancel-probes",keys:["c"],foot:!0},{command:"go-findings",keys:["f"],foot:!0},up,down,top,bottom],findings:[{command:"ope\
n-detail",keys:["enter"],foot:!0},{command:"resolve",keys:["r"],foot:!0},{command:"accept",keys:["a"],foot:!0},{command:"only",keys:["o"],foot:!0},{command:"by-\
target",keys:["t"],foot:!0},{command:"by-severity",keys:["v"],foot:!0},up,down,top,bottom,scrollUp2,scrollDown2],detail:[{command:"go-question",keys:["enter"],foot:!0},
{command:"resolve",keys:["r"],foot:!0},{command:"accept",keys:["a"],foot:!0},{command:"close",keys:["esc"],foot:!0},{command:"line-up",keys:["up","k"]},{command:"\
line-down",keys:["down","j"]},scrollUp2,scrollDown2],documents:[{command:"write",keys:["enter"],foot:!0},{command:"toggle",keys:["space"],foot:!0},{command:"tog\
gle-all",keys:["a"],foot:!0},up,down,top,bottom],profiles:[{command:"toggle",keys:["space"],foot:!0},{command:"apply",keys:["enter"],foot:!0},up,down,top,bottom,
{...scrollUp2,foot:!0},{...scrollDown2,foot:!0}],vendors:[{command:"go-question",keys:["enter"],foot:!0},{command:"other-view",keys:["tab","t"],foot:!0},{command:"\
previous-vendor",keys:["left","h"],foot:!0},{command:"next-vendor",keys:["right","l"],foot:!0},up,down,top,bottom,scrollUp2,scrollDown2],search:[{command:"open-\
hit",keys:["enter"],foot:!0},{command:"next-hit",keys:["down","ctrl+n","tab"],foot:!0},{command:"previous-hit",keys:["up","ctrl+p"],foot:!0},{command:"close",keys:[
"esc"],foot:!0}],form:[{command:"submit",keys:["enter"],foot:!0},{command:"next-field",keys:["tab","down"],foot:!0},{command:"previous-field",keys:["up","shift+\
tab"],foot:!0},{command:"close",keys:["esc"],foot:!0}],"form-choice":[{command:"other-choice",keys:["space","left","right","h","l"],foot:!0}],help:[{command:"cl\
ose",keys:["esc","?","q","enter"],foot:!0},{command:"scroll-up",keys:["pageup","up","k","ctrl+u"],foot:!0},{command:"scroll-down",keys:["pagedown","down","j","c\
trl+d"],foot:!0}]},typingContexts=new Set(["field","note","search","form"]),bindingsOf=context=>keyTable[context],commandFor=(contexts,key)=>{for(let context of contexts){
let found=bindingsOf(context).find(b=>b.keys.includes(key));if(found!==void 0)return{context,command:found.command}}},names={up:"\u2191",down:"\u2193",left:"\u2190",
right:"\u2192",enter:"Enter",esc:"Esc",tab:"Tab","shift+tab":"Shift+Tab",space:"Space",pageup:"PgUp",pagedown:"PgDn",home:"Home",end:"End",backspace:"Backspace",
delete:"Del"},keyName2=key=>names[key]??(key.startsWith("ctrl+")?`Ctrl+${key.slice(5).toUpperCase()}`:key);var commandTexts={leave:{help:"Leave at once"},help:{help:"Show or hide this page",foot:"help"},quit:{help:"Leave; asks first when something would be lost",foot:"\
quit"},search:{help:"Search questions and findings",foot:"search"},"go-back":{help:"Go back to where you came from",foot:"back"},up:{help:"Move up"},down:{help:"\
Move down"},top:{help:"Go to the first"},bottom:{help:"Go to the last"},"scroll-up":{help:"Scroll up",foot:"up"},"scroll-down":{help:"Scroll down",foot:"down"},
"line-up":{help:"Scroll up one line"},"line-down":{help:"Scroll down one line"},open:{help:"Do what is marked: the next step, or open the target",foot:"open"},"\
go-probes":{help:"Go to the probes",foot:"probe"},"go-findings":{help:"Go to the findings",foot:"findings"},"go-documents":{help:"Go to the documents",foot:"doc\
uments"},"go-profiles":{help:"Go to the profiles: what is mandatory, and how strictly",foot:"profile"},apply:{help:"Make the change that is shown",foot:"change"},
"go-vendors":{help:"Go to the vendors, side by side",foot:"vendors"},"other-view":{help:"Side by side, what it says, who does what",foot:"other view"},"previous\
-vendor":{help:"Mark the vendor to the left",foot:"vendor left"},"next-vendor":{help:"Mark the vendor to the right",foot:"right"},save:{help:"Save the answer an\
d go to the next question",foot:"save"},note:{help:"Write a note beside the answer",foot:"note"},skip:{help:"Go on without saving",foot:"skip"},previous:{help:"\
Go to the question before",foot:"back"},list:{help:"Show the list of questions",foot:"list"},how:{help:"Show how to find out",foot:"how to"},why:{help:"Show why\
 it matters"},evidence:{help:"Show what evidence convinces"},meaning:{help:"Show what each answer means"},only:{help:"Change what is listed: all, or only what i\
s open",foot:"show"},optional:{help:"Show or hide the questions that the profile does not ask for",foot:"optional"},pick:{help:"Mark the answer with this number"},
clear:{help:"Take the answer away (the history keeps it)"},"open-question":{help:"Go to the marked question",foot:"open"},close:{help:"Close",foot:"close"},finish:{
help:"Go on to what is next",foot:"go on"},"leave-field":{help:"Stop typing; what is typed stays",foot:"stop typing"},"keep-note":{help:"Keep the note",foot:"ke\
ep"},"drop-note":{help:"Leave the note as it was",foot:"leave as it was"},yes:{help:"Yes, do it",foot:"yes"},no:{help:"No, change nothing",foot:"no"},erase:{help:"\
Erase the character before the cursor"},"cursor-left":{help:"Move the cursor left"},"cursor-right":{help:"Move the cursor right"},"cursor-start":{help:"Move the\
 cursor to the start"},"cursor-end":{help:"Move the cursor to the end"},"erase-word":{help:"Erase the word before the cursor"},"erase-line":{help:"Erase everyth\
ing before the cursor"},"start-probes":{help:"Probe the chosen databases",foot:"start"},toggle:{help:"Choose or leave out the marked line",foot:"choose"},"toggl\
e-all":{help:"Choose all, or none",foot:"all"},"cancel-probes":{help:"Stop the probes; what is done is kept",foot:"cancel"},"open-detail":{help:"Open the marked\
 line",foot:"open"},"by-target":{help:"Show one target after the other",foot:"target"},"by-severity":{help:"Show only from a severity upward",foot:"severity"},resolve:{
help:"Resolve the marked contradiction",foot:"resolve"},accept:{help:"Accept the marked failure until a day",foot:"accept"},"go-question":{help:"Go to the quest\
ion it bears on",foot:"question"},write:{help:"Write the chosen documents",foot:"write"},"open-hit":{help:"Go to the marked hit",foot:"open"},"next-hit":{help:"\
Move to the next hit",foot:"next"},"previous-hit":{help:"Move to the hit before",foot:"previous"},submit:{help:"Go to the next field; on the last, save",foot:"n\
ext or save"},"next-field":{help:"Go to the next field",foot:"next"},"previous-field":{help:"Go to the field before",foot:"previous"},"other-choice":{help:"Take\
 the other choice",foot:"other choice"}},contextTexts={always:"Always",global:"On every screen",home:"Home",question:"Question",outline:"List of questions",finished:"\
After the last question",field:"Typing an answer",note:"Typing a note",asking:"When asked yes or no",editing:"While typing",probes:"Probes",probing:"While probe\
s run",findings:"Findings",detail:"One finding",documents:"Documents",profiles:"Profiles",vendors:"Vendors",search:"Search",form:"Form","form-choice":"Choice of\
 a form",help:"Help"};var import_jsx_runtime11=__toESM(require_jsx_runtime(),1),footerLine=(contexts,width)=>{let part=(command,key)=>{let text=commandTexts[command];return[{text:keyName2(
key),tone:"strong"},{text:` ${"foot"in text?text.foot:text.help}`,tone:"muted"}]},seen=new Set,parts2=contexts.flatMap(context=>bindingsOf(context).flatMap(({command,
keys,foot})=>{let key=keys[0]??"";return foot===void 0||seen.has(key)?[]:(seen.add(key),[{context,foot,spans:part(command,key)}])})),separator={text:" \xB7 ",tone:"\
muted"},kept=[],room=width,promised=parts2.filter(p=>p.context==="global").slice(0,2),others=parts2.filter(p=>!promised.includes(p)),optional=[...others.filter(
p=>p.foot===!0),...others.filter(p=>p.foot==="wide")],cost=spans=>lineCells(spans)+3;room-=promised.reduce((sum,p)=>sum+cost(p.spans),-3);for(let{spans}of optional){
if(cost(spans)>room)break;room-=cost(spans),kept.push(spans)}return[...kept,...promised.map(p=>p.spans)].flatMap((spans,at)=>at===0?spans:[separator,...spans])},
noticeLines=(notice,width)=>{if(notice===void 0)return[];let sign={good:signs.pass,bad:signs.fail,warn:signs.contradicted}[notice.tone],tone=notice.tone;return wrap(
notice.text,width-2).slice(0,3).map((text,at)=>[{text:at===0?`${sign} `:"  ",tone},{text,tone}])},Frame=({columns,rows,title,status,notice,footer,children})=>{let width=columns-
2,height=rows-1-4-notice.length,rule=line(signs.rule.repeat(width),"muted");return(0,import_jsx_runtime11.jsxs)(Box_default,{flexDirection:"column",width:columns,
height:rows-1,paddingX:1,children:[(0,import_jsx_runtime11.jsx)(Lines,{lines:[apart(title,status,width),rule],width,height:2}),(0,import_jsx_runtime11.jsx)(Box_default,
{width,height,flexShrink:0,children:children(width,height)}),(0,import_jsx_runtime11.jsx)(Lines,{lines:[...notice,rule,footer],width,height:notice.length+2})]})};var import_jsx_runtime12=__toESM(require_jsx_runtime(),1),keyCells=26,contextLines=context=>[line(contextTexts[context],"strong"),...bindingsOf(context).map(({command,
keys})=>{let names2=keys.length>4?[keys[0]??"","\u2026",keys.at(-1)??""]:keys;return[{text:fit(`  ${names2.map(keyName2).join(" ")}`,keyCells),tone:"focus"},{text:commandTexts[command].
help}]}),blank],helpLines=contexts=>[...contexts.filter(c=>c!=="editing").flatMap(contextLines),...contextLines("editing"),line(texts.help.typing,"muted")],Help=({
contexts,scroll,width,height})=>(0,import_jsx_runtime12.jsx)(Lines,{lines:[blank,...scrolled(helpLines(contexts),height-1,scroll)],width,height});var most=200,folded=text=>text.normalize("NFKD").replace(new RegExp("\\p{Mn}","gu"),"").toLowerCase(),search=(snapshot,typed2)=>{let words=folded(typed2).split(
/\s+/).filter(w=>w!=="");if(words.length===0)return[];let has=(...texts2)=>{let all=folded(texts2.filter(t18=>t18!==void 0).join(" "));return words.every(w=>all.
includes(w))},questions=snapshot.evaluation.targets.flatMap(({target})=>askedOf(snapshot,target.id).filter(({question,control,sectionTitle})=>has(target.name,question.
id,question.text,control?.definition.title,sectionTitle)).map(({question,control,evaluation})=>({kind:"question",target:target.name,text:question.text,state:control?.
state??(evaluation.answer===void 0?"unknown":"met"),place:{screen:"questions",target:target.id,question:question.id}}))),findings=snapshot.evaluation.findings.filter(
f=>has(f.targetName,f.check,f.title,f.object,f.observed)).map(f=>({kind:"finding",target:f.targetName,text:f.object===void 0?f.title:`${f.title}: ${f.object}`,state:f.
outcome,place:{screen:"findings",show:"all",select:findingEntryId(f)}}));return[...snapshot.evaluation.targets.filter(({target})=>target.kind==="vendor"&&has(target.
name,vendorTexts.title)).map(({target})=>({kind:"vendor",target:target.name,text:`${vendorTexts.title}: ${vendorTexts.views.compare}`,state:"",place:{screen:"ve\
ndors",vendor:target.id}})),...questions,...findings].slice(0,most)};var import_jsx_runtime13=__toESM(require_jsx_runtime(),1),t17=texts.search,Search=({state,text,cursor,width,height})=>{let hits=search(state.snapshot,text.text),
at=clamp(cursor,hits.length),{from,to}=windowAround(at,hits.length,height-4),said2=text.text.trim()===""?t17.empty:hits.length===0?t17.none:t17.hits(hits.length),
field=fieldLines(text,width-8,!0,1).map(l=>[{text:fit(t17.prompt,7),tone:"muted"},...l]),rows=hits.slice(from,to).map((hit,row)=>{let marked=from+row===at;return[
{text:marked?`${signs.cursor} `:"  ",tone:"focus"},{text:fit(t17.kinds[hit.kind],9),tone:"muted"},{text:`${fit(hit.target,13)} `,tone:"muted"},{text:plainText(hit.
text,300),tone:marked?"strong":"plain"}]});return(0,import_jsx_runtime13.jsx)(Lines,{lines:[blank,...field,line(said2,"muted"),blank,...rows],width,height})};var import_jsx_runtime14=__toESM(require_jsx_runtime(),1),least={columns:60,rows:16},savedLine=({saving,saveFailed:saveFailed2,snapshot})=>saving.length>0?line(
texts.frame.saving,"warn"):saveFailed2?line(`${signs.fail} ${texts.frame.notSaved}`,"bad"):snapshot.savedAt===void 0?[]:line(texts.frame.saved(clockTime(snapshot.
savedAt)),"muted"),join=(left,right)=>left.length===0||right.length===0?[...left,...right]:[...left,{text:" \xB7 ",tone:"muted"},...right],headerOf=state=>{let{
overlay}=state,of=(title,status=[])=>({title:line(title,"strong"),status});if(overlay?.kind==="help")return of(texts.help.title);if(overlay?.kind==="search")return of(
texts.search.title);if(overlay?.kind==="form"){let resolving=overlay.form.purpose.kind==="resolve";return of(resolving?texts.form.resolveTitle:texts.form.waiveTitle)}
switch(state.screen){case"home":{let{organisation,profiles,score}=state.snapshot.evaluation;return{title:[{text:"dbvet  ",tone:"focus"},{text:plainText(organisation),
tone:"strong"},{text:` \xB7 ${profiles.map(p=>plainText(p)).join(", ")}`,tone:"muted"}],status:line(texts.frame.known(Math.floor(score.coverage*100)),"muted")}}case"\
questions":return questionsHeader(state);case"probes":return of(texts.probes.title,probesStatus(state));case"findings":return of(texts.findings.title,filterStatus(
state));case"documents":return of(texts.documents.title);case"profiles":return of(texts.profiles.title);case"vendors":return of(texts.vendors.title,vendorsStatus(
state))}},Body=({state,width,height})=>{let{overlay}=state,size={width,height};if(overlay?.kind==="help")return(0,import_jsx_runtime14.jsx)(Help,{contexts:overlay.
contexts,scroll:overlay.scroll,...size});if(overlay?.kind==="search")return(0,import_jsx_runtime14.jsx)(Search,{state,text:overlay.text,cursor:overlay.cursor,...size});
if(overlay?.kind==="form")return(0,import_jsx_runtime14.jsx)(Form,{form:overlay.form,...size});if(overlay?.kind==="confirm")return(0,import_jsx_runtime14.jsx)(Confirm,
{reasons:overlay.reasons,...size});switch(state.screen){case"home":return(0,import_jsx_runtime14.jsx)(HomeScreen,{state,...size});case"questions":return(0,import_jsx_runtime14.jsx)(
QuestionsScreen,{state,...size});case"probes":return(0,import_jsx_runtime14.jsx)(ProbesScreen,{state,...size});case"findings":return(0,import_jsx_runtime14.jsx)(
FindingsScreen,{state,...size});case"documents":return(0,import_jsx_runtime14.jsx)(DocumentsScreen,{state,...size});case"profiles":return(0,import_jsx_runtime14.jsx)(
ProfilesScreen,{state,...size});case"vendors":return(0,import_jsx_runtime14.jsx)(VendorsScreen,{state,...size})}},View=({state})=>{let{columns,rows}=state;if(columns<
least.columns||rows<least.rows)return(0,import_jsx_runtime14.jsx)(Text,{wrap:"truncate",children:texts.frame.small(columns,rows)});let{title,status}=headerOf(state),
width=columns-2;return(0,import_jsx_runtime14.jsx)(Frame,{columns,rows,title,status:join(status,savedLine(state)),notice:noticeLines(state.notice,width),footer:cutLine(
footerLine(contextsOf(state),width),width),children:(w,h)=>(0,import_jsx_runtime14.jsx)(Body,{state,width:w,height:h})})},App2=({session})=>{let{exit}=use_app_default(),
state=(0,import_react29.useSyncExternalStore)(session.subscribe,session.getState),read=(0,import_react29.useMemo)(()=>createInputReader(),[]);return use_input_default(
(input,key)=>{try{for(let typed2 of read(input,key))session.dispatch(typed2)}catch(error){exit(error instanceof Error?error:new Error(String(error)))}}),(0,import_jsx_runtime14.jsx)(
View,{state})};var import_jsx_runtime15=__toESM(require_jsx_runtime(),1),Opening=({columns,rows})=>(0,import_jsx_runtime15.jsx)(Lines,{lines:[[{text:" dbvet  ",tone:"focus"},{
text:texts.frame.opening,tone:"muted"}],line(` ${"\u2500".repeat(Math.max(0,columns-2))}`,"muted")],width:columns,height:rows-1});var only=state=>({state,effects:[]}),trailLength=20,goTo=(state,place)=>{let trail=place.screen==="home"?[]:place.screen===state.screen?state.trail:[...state.trail,
state.screen].slice(-trailLength),moved2={...state,screen:place.screen,trail,overlay:void 0};switch(place.screen){case"questions":return{...moved2,questions:openTarget(
state.questions,place.target,place.question,state)};case"probes":return{...moved2,probes:openProbes(state.probes,place.target,state)};case"findings":return{...moved2,
findings:openFindings(state.findings,place)};case"profiles":return{...moved2,profilesScreen:profilesStart};case"vendors":return{...moved2,vendors:openVendors(state.
vendors,place)};case"home":case"documents":return moved2}};var wouldContradict=(asked,value,world)=>{let target=targetOf(world.snapshot,asked.evaluation.target);if(target===void 0)return!1;let claim=forecastClaim(asked.
question,value,world.snapshot,target,world.now);return contradicts(claim,asked.control?.observation)},start=(state,effect,advance)=>{if(effect.kind!=="answer"&&
effect.kind!=="clear")return{state};let{target,question}=effect.kind==="answer"?effect.input:effect;return{state:{...state,focus:"choices",asking:void 0,problem:void 0,
noteIsReason:!1,saving:{key:draftKey(target,question),advance}},effects:[effect]}},unchanged=(asked,input)=>asked.evaluation.answer?.value===input.value&&(asked.
evaluation.answer.note??"")===(input.note??""),save=(state,asked,world)=>{let draft=draftOf(state,asked),choice=choicesOf(asked.question)[draft.choice];if(choice===
void 0)return{state};if(choice.kind==="field"&&state.focus!=="field"&&!(draft.typed&&draft.field.text!==""))return{state:{...state,focus:"field"}};let read=choice.
kind==="value"?{value:choice.value}:readTyped(asked.question,draft.field.text);if("problem"in read)return{state:{...state,focus:"field",problem:read.problem}};let note=draft.
note.text.trim();if(choice.kind==="value"&&choice.wantsReason&&note==="")return{state:{...state,focus:"note",noteIsReason:!0,noteBefore:draft.note}};let input={
target:asked.evaluation.target,question:asked.question.id,value:read.value,...note===""?{}:{note}};return wouldContradict(asked,read.value,world)&&!unchanged(asked,
input)?{state:{...state,focus:"asking",asking:{kind:"contradiction",input}}}:start(state,{kind:"answer",input},!0)},keepNote=(state,asked,world)=>{let draft=draftOf(
state,asked);if(state.noteIsReason)return draft.note.text.trim()===""?{state:{...state,problem:texts.problems.reason}}:save({...state,focus:"choices"},asked,world);
let kept={...state,focus:"choices",noteBefore:void 0,problem:void 0},{answer}=asked.evaluation,note=draft.note.text.trim(),choice=choicesOf(asked.question)[draft.
choice],value=choice?.kind==="value"?choice.value:draft.field.text===""?void 0:answer?.value;if(answer===void 0||value!==answer.value)return note===""?{state:kept}:
{state:kept,notice:{tone:"warn",text:texts.question.noteWaits}};if((answer.note??"")===note)return{state:kept};let{target,question}=asked.evaluation,input={target,
question,value,...note===""?{}:{note}};return start(kept,{kind:"answer",input},!1)},afterSave=(state,effect,world)=>{if(effect.kind!=="answer"&&effect.kind!=="c\
lear")return state;let{target,question}=effect.kind==="answer"?effect.input:effect,key=draftKey(target,question),drafts=Object.fromEntries(Object.entries(state.
drafts).filter(([k])=>k!==key)),advance=state.saving?.key===key&&state.saving.advance,settled={...state,drafts,saving:state.saving?.key===key?void 0:state.saving};
return state.target===target&&state.question===question&&advance?show(settled,neighbour(settled,1,world)):settled},afterFailure=(state,effect,world)=>{if(effect.
kind!=="answer"&&effect.kind!=="clear")return state;let settled={...state,saving:void 0};if(effect.kind==="clear")return settled;let{target,question}=effect.input,
asked=askedOf(world.snapshot,target).find(q=>q.question.id===question);return asked===void 0?settled:withDraft(settled,asked,{typed:!0})};var details=["why","how","evidence","meaning"],step=(state,by,world)=>{if(by===-1&&state.atEnd)return show(state,listOf(state,world).at(-1)?.question.id);let next=neighbour(
state,by,world);return next===void 0&&by===-1?state:show(state,next)},toggleOnly=(state,world)=>{let toggled4={...state,openOnly:!state.openOnly};if(!toggled4.openOnly||
!state.atEnd)return toggled4;let first=listOf(toggled4,world)[0];return first===void 0?toggled4:show(toggled4,first.question.id)},toggleOptional=(state,world)=>{
let toggled4={...state,optional:!state.optional},hidden=askedOf(world.snapshot,state.target).filter(q=>!q.evaluation.due).length,first=state.atEnd&&toggled4.optional?
listOf(toggled4,world).find(q=>!q.evaluation.due):void 0;return{state:first===void 0?toggled4:show(toggled4,first.question.id),notice:{tone:"good",text:toggled4.
optional?texts.question.optionalShown(hidden):texts.question.optionalHidden}}},choose=(state,asked,choice)=>withDraft(state,asked,{choice:clamp(choice,choicesOf(
asked.question).length)}),isDetail=command=>details.some(d=>d===command),isMoving=command=>command==="up"||command==="down"||command==="pick",mark=(state,asked,command,key)=>{
let{choice}=draftOf(state,asked);if(command!=="pick")return choose(state,asked,choice+(command==="up"?-1:1));let at=Number(key)-1;return at<choicesOf(asked.question).
length?choose(state,asked,at):state},askClear=(state,{evaluation})=>{if(evaluation.answer===void 0)return state;let{target,question}=evaluation;return{...state,
focus:"asking",asking:{kind:"clear",target,question}}},updateQuestion=(state,command,key,world)=>{let asked=currentOf(state,world);if(asked===void 0)return{state};
if(isDetail(command))return{state:{...state,scroll:0,detail:command}};if(isMoving(command))return{state:mark(state,asked,command,key)};let{target}=asked.evaluation;
switch(command){case"save":return save(state,asked,world);case"note":return{state:{...state,focus:"note",noteBefore:draftOf(state,asked).note}};case"skip":return{
state:step(state,1,world)};case"previous":return{state:step(state,-1,world)};case"list":return{state:{...state,focus:"outline",outline:asked.question.id}};case"\
only":return{state:toggleOnly(state,world)};case"optional":return toggleOptional(state,world);case"clear":return{state:askClear(state,asked)};case"go-probes":return{
state,go:{screen:"probes",target}};case"go-findings":return{state,go:{screen:"findings",target}};case"scroll-up":return{state:{...state,scroll:Math.max(0,state.
scroll-4)}};case"scroll-down":return{state:{...state,scroll:state.scroll+4}}}},updateFinished=(state,command,world)=>{switch(command){case"finish":return{state,
go:{screen:"home"}};case"previous":return{state:step(state,-1,world)};case"list":return{state:{...state,focus:"outline"}};case"only":return{state:toggleOnly(state,
world)};case"optional":return toggleOptional(state,world)}},updateOutline=(state,command,world)=>{let list=listOf(state,world),at=Math.max(0,list.findIndex(q=>q.
question.id===state.outline)),moveTo=to=>({state:{...state,outline:list[moved(at,to,list.length,world.rows-10)]?.question.id}});switch(command){case"up":case"do\
wn":case"top":case"bottom":return moveTo(command);case"scroll-up":return moveTo("page-up");case"scroll-down":return moveTo("page-down");case"only":return{state:{
...state,openOnly:!state.openOnly}};case"optional":return toggleOptional(state,world);case"open-question":return{state:list[at]===void 0?state:show(state,list[at].
question.id)};case"close":return{state:{...state,focus:"choices"}}}},updateAsking=(state,command)=>{let quiet={...state,focus:"choices",asking:void 0};return command===
"no"||state.asking===void 0?{state:quiet}:state.asking.kind==="clear"?start(quiet,{...state.asking,kind:"clear"},!1):start(quiet,{kind:"answer",input:state.asking.
input},!0)},changeText=(state,change,world)=>{let asked=currentOf(state,world);if(asked===void 0)return state;let draft=draftOf(state,asked),field=state.focus===
"note"?"note":"field",changed=change(draft[field]),typed2=draft.typed||changed.text!==draft[field].text;return withDraft(state,asked,{[field]:changed,typed:typed2})},
updateTyping=(state,command,world)=>{let asked=currentOf(state,world);if(asked===void 0)return{state:{...state,focus:"choices"}};switch(command){case"save":return save(
state,asked,world);case"leave-field":return{state:{...state,focus:"choices",problem:void 0}};case"keep-note":return keepNote(state,asked,world);case"drop-note":{
let note=state.noteBefore??draftOf(state,asked).note;return{state:{...withDraft(state,asked,{note}),focus:"choices",noteBefore:void 0,noteIsReason:!1}}}}},beginTyping=(state,key,world)=>{
let asked=currentOf(state,world);if(asked===void 0||state.focus!=="choices"||!/^[-0-9]$/.test(key))return;let{kind}=asked.question.answer;if(kind!=="number"&&kind!==
"date")return;let fresh=withDraft(state,asked,{choice:0,field:{text:"",cursor:0}});return changeText({...fresh,focus:"field"},text=>insert(text,key),world)};var close=state=>only({...state,overlay:void 0}),typed=(state,change)=>{let{overlay}=state;return overlay===void 0?only({...state,questions:changeText(state.questions,
change,state)}):overlay.kind==="search"?only({...state,overlay:{...overlay,text:change(overlay.text),cursor:0}}):overlay.kind!=="form"?only(state):only({...state,
overlay:{...overlay,form:changeField(overlay.form,change)}})},helped=(state,overlay,command)=>{switch(command){case"close":return close(state);case"scroll-up":return only(
{...state,overlay:{...overlay,scroll:Math.max(0,overlay.scroll-3)}});case"scroll-down":return only({...state,overlay:{...overlay,scroll:overlay.scroll+3}})}},searched=(state,overlay,command)=>{
let hits=search(state.snapshot,overlay.text.text),at=clamp(overlay.cursor,hits.length);switch(command){case"close":return close(state);case"next-hit":return only(
{...state,overlay:{...overlay,cursor:clamp(at+1,hits.length)}});case"previous-hit":return only({...state,overlay:{...overlay,cursor:clamp(at-1,hits.length)}});case"\
open-hit":{let hit=hits[at];return only(hit===void 0?state:goTo(state,hit.place))}}},formed=(state,overlay,command)=>{if(command==="close")return overlay.form.saving?
only(state):close(state);let{form,effect}=updateForm(overlay.form,command,state.now);return{state:{...state,overlay:{...overlay,form}},effects:effect===void 0?[]:
[effect]}},confirmed=(state,command)=>command==="yes"?{state,effects:[{kind:"leave",reason:"quit"}]}:close(state),updateOverlay=(state,command)=>{let{overlay}=state;
switch(overlay?.kind){case void 0:return only(state);case"help":return helped(state,overlay,command);case"search":return searched(state,overlay,command);case"fo\
rm":return formed(state,overlay,command);case"confirm":return confirmed(state,command)}};var settle=(state,result,put)=>{let next={...state,...put(result.state),notice:result.notice,...result.form&&{overlay:{kind:"form",form:openForm(result.form)}}};
return{state:result.go===void 0?next:goTo(next,result.go),effects:result.effects??[]}},quit=state=>{let reasons=lossesOf(state);return reasons.length===0?{state,
effects:[{kind:"leave",reason:"quit"}]}:only({...state,overlay:{kind:"confirm",reasons}})},globally=(state,command)=>{switch(command){case"help":return only({...state,
overlay:{kind:"help",scroll:0,contexts:contextsOf(state)}});case"search":return only({...state,overlay:{kind:"search",text:textState(),cursor:0}});case"quit":return quit(
state);case"go-back":{let screen=state.trail.at(-1);return screen===void 0?only({...state,notice:void 0}):only({...state,screen,trail:state.trail.slice(0,-1),notice:void 0})}}},
runQuestions=(state,context,command,key)=>{let{questions}=state,put=result=>settle(state,result,s=>({questions:s}));switch(context){case"question":return put(updateQuestion(
questions,command,key,state));case"finished":return put(updateFinished(questions,command,state));case"outline":return put(updateOutline(questions,command,state));case"\
field":case"note":return put(updateTyping(questions,command,state));case"asking":return put(updateAsking(questions,command))}},runLists=(state,context,command)=>{
switch(context){case"home":{let result=updateHome(state.home,command,state);return settle(state,result,home2=>({home:home2}))}case"probes":case"probing":{let asked=command,
result=updateProbes(state.probes,asked,state);return settle(state,result,probes=>({probes}))}case"findings":{let result=updateFindings(state.findings,command,state);
return settle(state,result,findings=>({findings}))}case"detail":{let result=updateDetail(state.findings,command,state);return settle(state,result,findings=>({findings}))}case"\
documents":{let result=updateDocuments(state.documentsScreen,command,state);return settle(state,result,documentsScreen=>({documentsScreen}))}case"profiles":{let asked=command,
result=updateProfiles(state.profilesScreen,asked,state);return settle(state,result,profilesScreen=>({profilesScreen}))}case"vendors":{let result=updateVendors(state.
vendors,command,state);return settle(state,result,vendors=>({vendors}))}}},questionContexts=new Set(["question","finished","outline","field","note","asking"]),isQuestionContext=context=>questionContexts.
has(context),overlayContexts=new Set(["help","search","form","form-choice"]),isOverlayContext=context=>overlayContexts.has(context),runCommand=(state,context,command,key)=>context===
"always"?{state,effects:[{kind:"leave",reason:"interrupted"}]}:context==="global"?globally(state,command):context==="editing"?typed(state,text=>edit(text,command)):
isOverlayContext(context)||context==="asking"&&state.overlay!==void 0?updateOverlay(state,command):isQuestionContext(context)?runQuestions(state,context,command,
key):runLists(state,context,command);var isTyping=contexts=>contexts.some(c=>typingContexts.has(c))&&!contexts.includes("form-choice"),isSave=effect=>effect.kind==="answer"||effect.kind==="clear"||
effect.kind==="resolve"||effect.kind==="waive"||effect.kind==="set-profiles",counted=({state,effects})=>({state:{...state,saving:[...state.saving,...effects.filter(
isSave)]},effects}),pressed=(state,key)=>{let contexts=contextsOf(state),typing=isTyping(contexts),begun=contexts[0]==="question"?beginTyping(state.questions,key,
state):void 0;if(begun!==void 0)return only({...state,questions:begun,notice:void 0});let character=key==="space"?" ":key;if(typing&&Array.from(character).length===
1)return typed(state,t18=>insert(t18,character));let found=commandFor(contexts,key);return found===void 0?only(state):counted(runCommand(state,found.context,found.
command,key))},told=({message,next})=>[message,...next].join(" "),savedNotice={answer:void 0,clear:{tone:"good",text:texts.question.cleared},resolve:{tone:"good",
text:texts.form.resolved},waive:{tone:"good",text:texts.form.accepted}},withoutSecrets=effect=>{if(effect.kind==="clear"||effect.kind==="set-profiles")return;let redacted=Object.
values(effect.input).filter(value=>typeof value=="string").flatMap(text=>redactSecrets(text).redacted);return redacted.length===0?void 0:{tone:"warn",text:redactedSentence(
redacted)}},withRecord=(before,snapshot)=>{let state={...before,snapshot};return{...state,questions:stillAsked(state.questions,state)}},isForm=effect=>effect.kind===
"resolve"||effect.kind==="waive",saved=(before,action)=>{let state={...before,snapshot:action.snapshot,saving:before.saving.filter(s=>s!==action.effect),saveFailed:!1};
return{...state,questions:stillAsked(afterSave(state.questions,action.effect,state),state),overlay:isForm(action.effect)&&state.overlay?.kind==="form"?void 0:state.
overlay,profilesScreen:action.effect.kind==="set-profiles"?{...profilesStart,cursor:state.profilesScreen.cursor}:state.profilesScreen,notice:withoutSecrets(action.
effect)??fellAsleep(before.snapshot,action.snapshot)??noticeOf(action.effect,state)}},noticeOf=(effect,{snapshot})=>effect.kind==="set-profiles"?{tone:"good",text:texts.
profiles.changed(snapshot.evaluation.profiles.join(", "))}:savedNotice[effect.kind],fellAsleep=(before,after2)=>{let asleep=newlyDormant(before.evaluation,after2.
evaluation).length;return asleep===0?void 0:{tone:"warn",text:texts.question.dormant(asleep)}},saveFailed=(before,action)=>{let saving=before.saving.filter(s=>s!==
action.effect),state={...before,saving,saveFailed:!0},{overlay}=state;if(isForm(action.effect)&&overlay?.kind==="form"){let form={...overlay.form,saving:!1,trouble:action.
trouble};return{...state,overlay:{kind:"form",form}}}if(action.effect.kind==="set-profiles"){let profilesScreen={...state.profilesScreen,saving:!1,trouble:action.
trouble};return{...state,profilesScreen}}return{...state,questions:afterFailure(state.questions,action.effect,state),notice:{tone:"bad",text:`${texts.question.failed}\
 ${told(action.trouble)}`}}},update=(before,action)=>{let state={...before,now:action.now};switch(action.kind){case"key":return pressed(state,action.key);case"p\
aste":return isTyping(contextsOf(state))?typed(state,t18=>insert(t18,action.text)):only(state);case"size":return only({...state,columns:action.columns,rows:action.
rows});case"changed":return only(withRecord(state,action.snapshot));case"saved":return only(saved(state,action));case"save-failed":return only(saveFailed(state,
action));case"probe-events":return only({...state,probes:afterEvents(state.probes,action.events)});case"probe-ended":return only({...withRecord(state,action.snapshot),
probes:afterRun(state.probes,action.now,action.trouble)});case"previewed":return only({...state,profilesScreen:previewed(state.profilesScreen,{profiles:action.profiles,
parts:action.parts})});case"preview-failed":return only({...state,profilesScreen:{...state.profilesScreen,trouble:action.trouble}});case"documents":return only(
{...state,documents:action.documents});case"rendered":return only({...state,documentsScreen:{...state.documentsScreen,writing:!1,written:action.paths}});case"re\
nder-failed":return only({...state,documentsScreen:{...state.documentsScreen,writing:!1,trouble:action.trouble}});case"tick":return only(state)}};var bundleMs=50,tickMs=250,impatient=new Set(["ctrl+c","esc","q","?"]),createSession=options=>{let{workbench,clock}=options,now=()=>clock().toISOString(),state=startState(
{snapshot:workbench.snapshot(),documentsDir:options.documentsDir,now:now(),...options.size}),listeners=new Set,pending=new Set,waitingKeys=[],events=[],bundle,ticker,
abort,closed=!1,apply=happening=>{if(closed)return;let step2=update(state,{...happening,now:now()});state=step2.state;for(let effect of step2.effects)perform(effect);
for(let listener of listeners)listener()},releaseKeys=forget=>{let keys=waitingKeys;if(waitingKeys=[],!forget)for(let key of keys)dispatch(key)},dispatch=happening=>{
let waits=happening.kind==="key"&&!impatient.has(happening.key)||happening.kind==="paste",busy=state.screen==="questions"&&state.questions.saving!==void 0;waits&&
busy?waitingKeys=[...waitingKeys,happening]:apply(happening)},follow=(work,done,failed)=>{let settled=work.then(done,error=>{if(error instanceof UserError)failed(
{message:error.message,next:error.next});else throw error}).catch(options.onBug).finally(()=>pending.delete(settled));pending.add(settled)},saving=(effect,work)=>{
follow(work,()=>{apply({kind:"saved",effect,snapshot:workbench.snapshot()}),releaseKeys(!1)},trouble=>{apply({kind:"save-failed",effect,trouble}),releaseKeys(!0)})},
flush=()=>{clearTimeout(bundle),bundle=void 0;let told2=events;events=[],told2.length>0&&apply({kind:"probe-events",events:told2})},onEvent=event=>{events=[...events,
event],bundle??=setTimeout(flush,bundleMs)},endProbe=trouble=>{flush(),clearInterval(ticker),ticker=void 0,abort=void 0,apply({kind:"probe-ended",snapshot:workbench.
snapshot(),...trouble&&{trouble}})},probe=targets=>{let controller=new AbortController;abort=controller,ticker=setInterval(()=>{apply({kind:"tick"})},tickMs),follow(
workbench.probe(targets,{signal:controller.signal,onEvent}),()=>{endProbe()},endProbe)},perform=effect=>{switch(effect.kind){case"answer":saving(effect,workbench.
answer(effect.input));return;case"clear":saving(effect,workbench.clearAnswer(effect.target,effect.question));return;case"resolve":saving(effect,workbench.resolve(
effect.input));return;case"waive":saving(effect,workbench.waive(effect.input));return;case"set-profiles":saving(effect,workbench.setProfiles(effect.profiles));return;case"\
preview-profiles":follow(workbench.previewProfiles(effect.profiles),parts2=>{apply({kind:"previewed",profiles:effect.profiles,parts:parts2})},trouble=>{apply({kind:"\
preview-failed",trouble})});return;case"probe":probe(effect.targets);return;case"cancel-probe":abort?.abort();return;case"render":follow(workbench.render(effect.
documents,effect.formats),paths=>{apply({kind:"rendered",paths})},trouble=>{apply({kind:"render-failed",trouble})});return;case"leave":options.onLeave(effect.reason)}},
forgetRecord=workbench.subscribe(()=>{isRunning(state.probes)||apply({kind:"changed",snapshot:workbench.snapshot()})});return{getState:()=>state,subscribe:listener=>(listeners.
add(listener),()=>listeners.delete(listener)),dispatch,prepare:()=>{follow(workbench.documents(),documents=>{apply({kind:"documents",documents})},trouble=>{apply(
{kind:"render-failed",trouble})})},close:async()=>{closed=!0,forgetRecord(),clearTimeout(bundle),clearInterval(ticker),abort?.abort(),await Promise.all(pending)}}};var take="\x1B[?1049h\x1B[H\x1B[?2004h",giveBack="\x1B[?2004l\x1B[?1049l\x1B[?25h",home="\x1B[H\x1B[J",wipe=/\u001B\[2J\u001B\[3J\u001B\[H/g,sizeOf=stdout=>({columns:stdout.
columns>0?stdout.columns:80,rows:stdout.rows>0?stdout.rows:24}),takeScreen=(stdout,options)=>{let text=chunk=>{let calm=chunk.replace(wipe,home);return options.
unicode?calm:asciiOnly(calm)},write=(chunk,...rest)=>stdout.write(typeof chunk=="string"?text(chunk):chunk,...rest),listen=name=>(event,listener)=>(event!=="res\
ize"&&stdout[name](event,listener),output),own2={write,on:listen("on"),off:listen("off")},output=new Proxy(stdout,{get:(target,name)=>{if(name==="columns"||name===
"rows")return sizeOf(target)[name];let value=own2[name]??Reflect.get(target,name,target);return typeof value=="function"&&own2[name]===void 0?value.bind(target):
value}}),shown=sizeOf(stdout),resized=()=>{let now=sizeOf(stdout);now.columns===shown.columns&&now.rows===shown.rows||(shown=now,stdout.write(home),options.onResize())},
ignore2=()=>{},taken=!0;return stdout.on("error",ignore2),stdout.on("resize",resized),stdout.write(take),{output,size:()=>sizeOf(stdout),giveBack:()=>{taken&&(taken=
!1,stdout.off("resize",resized),stdout.write(giveBack))}}};var import_jsx_runtime16=__toESM(require_jsx_runtime(),1),signalNumber={SIGHUP:1,SIGINT:2,SIGTERM:15},patience=3e3,ignore=()=>{},atMost=(work,ms)=>new Promise((resolve2,reject)=>{
let timer=setTimeout(resolve2,ms);work.then(resolve2,reject).finally(()=>{clearTimeout(timer)})}),afterOthers=()=>new Promise(resolve2=>{setImmediate(resolve2,void 0)}),
start2=async options=>{let{stdin,stdout,env:env3,clock,documentsDir}=options,end={reason:"quit",code:0},session,leave=ignore,fail=ignore,left=new Promise((resolve2,reject)=>{
leave=resolve2,fail=reject}),screen=takeScreen(stdout,{unicode:showsUnicode(env3,process.platform),onResize:()=>session?.dispatch({kind:"size",...screen.size()})}),
onSignal=signal=>{end={reason:"signal",code:128+signalNumber[signal]},leave()},hungUp=()=>{onSignal("SIGHUP")},signals=Object.keys(signalNumber);for(let signal of signals)
process.on(signal,onSignal);process.on("uncaughtExceptionMonitor",screen.giveBack),process.on("exit",screen.giveBack),stdin.once("end",hungUp),stdin.on("error",
ignore);let draw=tree=>render_default(tree,{stdin,stdout:screen.output,exitOnCtrlC:!1,patchConsole:!0,isScreenReaderEnabled:!1}),instance;try{let opening=Promise.
resolve(options.workbench),quick=await Promise.race([opening,afterOthers()]);quick===void 0&&(instance=draw((0,import_jsx_runtime16.jsx)(Opening,{...screen.size()})));
let workbench=quick??await Promise.race([opening,left]);if(workbench===void 0)return end;session=createSession({workbench,clock,documentsDir,size:screen.size(),
onLeave:reason=>{end={reason,code:reason==="quit"?0:130},leave()},onBug:error=>{fail(error instanceof Error?error:new Error(String(error)))}}),stdin.setRawMode(
!0),instance===void 0?instance=draw((0,import_jsx_runtime16.jsx)(App2,{session})):instance.rerender((0,import_jsx_runtime16.jsx)(App2,{session})),session.prepare(),
await Promise.race([instance.waitUntilExit(),left])}finally{instance?.unmount(),screen.giveBack(),stdin.setRawMode(!1);for(let signal of signals)process.off(signal,
onSignal);process.off("uncaughtExceptionMonitor",screen.giveBack),process.off("exit",screen.giveBack),stdin.off("end",hungUp),session!==void 0&&await atMost(session.
close(),patience)}return end};export{start2 as start};
/*! For license information please see start-IEKAR2P5.js.LEGAL.txt */
