import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{Day,Instant,Sha256,Slug}from"./chunk-FJRS23W3.js";import{array,number,strictObject,string,union}from"./chunk-V3WZMUYQ.js";var AnswerValue=union([string().max(1e4),number()]),Answer=strictObject({target:string(),question:Slug,value:AnswerValue,note:string().max(2e4).optional(),by:string(),
at:Instant}).readonly(),Failure=strictObject({check:Slug,endpoint:string(),object:string().optional()}).readonly(),Waiver=strictObject({id:string().regex(/^w-[0-9a-f]{10}$/),
target:string(),failures:array(Failure).min(1).readonly(),reason:string().min(1),approver:string().min(1),until:Day,by:string(),at:Instant}).readonly(),Resolution=strictObject(
{target:string(),control:Slug,reason:string().min(1),until:Day,answers:Sha256,failures:array(Failure).min(1).readonly(),by:string(),at:Instant}).readonly();export{Answer,Waiver,Resolution};
