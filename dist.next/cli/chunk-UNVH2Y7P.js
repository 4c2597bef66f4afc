import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{dayOf,daysBetween}from"./chunk-NHNF3JRI.js";import{Day}from"./chunk-FJRS23W3.js";var secondsByKind={"yes-no":30,choice:40,number:45,date:45,text:90},secondsFor=questions=>questions.reduce((sum,{answer})=>sum+secondsByKind[answer.kind],0),aboutTime=seconds=>{
let minutes=Math.ceil(seconds/60);if(minutes<=1)return"about a minute";if(minutes<=10)return`about ${minutes} minutes`;if(minutes<=90)return`about ${5*Math.round(
minutes/5)} minutes`;let halves=Math.round(minutes/30);return`about ${Math.floor(halves/2)}${halves%2===0?"":".5"} hours`};var futureDay=(kind,value,now)=>kind.kind!=="date"||!Day.safeParse(value).success?void 0:[kind.met,kind.partly].some(rule=>rule!==void 0&&"within"in rule)&&daysBetween(
now,String(value))>1?`${value} has not come yet (today is ${dayOf(now)}), and the question asks about the past`:void 0;export{futureDay,secondsFor,aboutTime};
