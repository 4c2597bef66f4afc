import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{Severity}from"./chunk-X6ECIUES.js";import{Slug}from"./chunk-FJRS23W3.js";import{_enum,strictObject,string}from"./chunk-V3WZMUYQ.js";var Outcome=_enum(["pass","fail","not-applicable","unknown","error"]),Reason=_enum(["name-not-resolved","connection-refused","connection-timeout","connection-cl\
osed","tls-handshake-failed","certificate-not-verified","authentication-failed","no-credentials","permission-denied","hidden-by-provider","timed-out","limit-exc\
eeded","unexpected-reply","unsupported-version","client-cannot-offer","file-unreadable","file-invalid","offline","cancelled","internal-error"]),isConclusive=outcome=>outcome===
"pass"||outcome==="fail"||outcome==="not-applicable";var Finding=strictObject({check:Slug,endpoint:string(),object:string().optional(),outcome:Outcome,severity:Severity,title:string(),observed:string(),expected:string(),
reason:Reason.optional(),grant:string().optional(),source:string().optional(),remediation:string()}).readonly(),findingKey=finding=>[finding.check,finding.endpoint,
finding.object??""].join(" "),cautionMark="; -- ",grantWithCaution=(statement,caution)=>`${statement.replace(/;$/,"")}${cautionMark}${caution}`,splitGrant=grant=>{
let at=grant.lastIndexOf(cautionMark);return at<0?{statement:grant}:{statement:grant.slice(0,at+1),caution:grant.slice(at+cautionMark.length)}};export{Reason,isConclusive,Finding,findingKey,grantWithCaution,splitGrant};
