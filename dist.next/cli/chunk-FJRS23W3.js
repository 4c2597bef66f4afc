import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{ZodISODate,ZodISODateTime,ZodISODuration,ZodISOTime,_isoDate,_isoDateTime,_isoDuration,_isoTime,string}from"./chunk-V3WZMUYQ.js";import{__export}from"./chunk-OSKRSO5H.js";import{createHash}from"node:crypto";var iso_exports={};__export(iso_exports,{ZodISODate:()=>ZodISODate,ZodISODateTime:()=>ZodISODateTime,ZodISODuration:()=>ZodISODuration,ZodISOTime:()=>ZodISOTime,
date:()=>date,datetime:()=>datetime,duration:()=>duration,time:()=>time});function datetime(params){return _isoDateTime(ZodISODateTime,params)}function date(params){return _isoDate(ZodISODate,params)}function time(params){return _isoTime(
ZodISOTime,params)}function duration(params){return _isoDuration(ZodISODuration,params)}var Slug=string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/,"lower-case words joined by hyphens"),Name=string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
"1 to 64 letters, digits, dots, hyphens or underscores, beginning and ending with a letter or digit"),Sha256=string().regex(/^[0-9a-f]{64}$/,"a SHA-256 in hex"),
Instant=iso_exports.datetime(),Day=iso_exports.date(),sha256=data=>createHash("sha256").update(data).digest("hex"),canonicalJson=value=>JSON.stringify(sorted(value)),
sorted=value=>{if(Array.isArray(value))return value.map(sorted);if(typeof value!="object"||value===null)return value;let entries=Object.entries(value).filter(([
,v])=>v!==void 0);return entries.sort(([a],[b])=>a<b?-1:a>b?1:0),Object.fromEntries(entries.map(([k,v])=>[k,sorted(v)]))};export{Slug,Name,Sha256,Instant,Day,sha256,canonicalJson};
