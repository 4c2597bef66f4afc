import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{redactFound,redactSecrets}from"./chunk-DRXMX64I.js";import{UserError}from"./chunk-IRGQQAC3.js";import"./chunk-RNJQDVHL.js";import"./chunk-OSKRSO5H.js";var startsWith=(bytes,start)=>start.every((byte,index)=>bytes[index]===byte),packed=[[37,80,68,70],[80,75,3,4],[80,75,5,6],[137,80,78,71],[255,216,255],[71,73,70,
56],[31,139],[66,90,104],[40,181,47,253],[253,55,122,88,90],[55,122,188,175],[208,207,17,224]],sampleBytes=65536,looksBinary=bytes=>{let sample=bytes.subarray(0,
sampleBytes),odd=0;for(let byte of sample)(byte<9||byte>13&&byte<27)&&(odd+=1);return odd>sample.length/50},halfZero=(bytes,odd)=>{let sample=bytes.subarray(0,sampleBytes);
if(sample.length<4||bytes.length%2!==0)return!1;let zero=0,other=0;return sample.forEach((byte,index)=>{byte===0&&(index%2===odd?zero+=1:other+=1)}),zero>sample.
length/4&&other<sample.length/50},utf16=(bytes,bigEndian)=>{let turned=given=>{let copy=Buffer.from(given);return bigEndian?copy.subarray(0,copy.length&-2).swap16():
copy};return{text:turned(bytes).toString("utf16le"),bytesOf:text=>turned(Buffer.from(text,"utf16le"))}},readableText=bytes=>{if(packed.some(start=>startsWith(bytes,
start)))return;let utf32=startsWith(bytes,[255,254,0,0]);if(!utf32&&startsWith(bytes,[255,254]))return utf16(bytes,!1);if(startsWith(bytes,[254,255]))return utf16(
bytes,!0);if(!utf32&&halfZero(bytes,1))return utf16(bytes,!1);if(!utf32&&halfZero(bytes,0))return utf16(bytes,!0);if(!looksBinary(bytes))try{return{text:new TextDecoder(
"utf-8",{fatal:!0,ignoreBOM:!0}).decode(bytes),bytesOf:text=>Buffer.from(text,"utf8")}}catch{return{text:Buffer.from(bytes).toString("latin1"),bytesOf:text=>Buffer.
from(text,"latin1")}}};var maxTextBytes=32*1024*1024,screenBytes=async bytes=>{let readable=readableText(bytes);if(readable===void 0)return{bytes,redacted:[],looked:"binary"};if(bytes.
length>maxTextBytes)throw new UserError(`This text has ${Math.ceil(bytes.length/1024/1024)} MB; up to ${maxTextBytes/1024/1024} MB are looked through for secret\
s. Nothing was stored.`,["Add the part that proves the control, or split the file."]);let own=redactSecrets(readable.text),{lintSecrets}=await import("./secretlint-ORHTG3NW.js"),
both=redactFound(own.text,await lintSecrets(own.text)),redacted=[...own.redacted,...both.redacted].toSorted((a,b)=>a.line-b.line);return{bytes:redacted.length===
0?bytes:readable.bytesOf(both.text),redacted,looked:"text"}};export{maxTextBytes,screenBytes};
