import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{Day,Instant,Name,Slug}from"./chunk-FJRS23W3.js";import{_enum,array,discriminatedUnion,int,lazy,literal,number,strictObject,string,union}from"./chunk-V3WZMUYQ.js";
import{platforms,targetKinds}from"./chunk-CPDTRZ6C.js";var Platform=_enum(platforms),PlatformText=strictObject({all:string().min(1)}).extend(Object.fromEntries(Platform.options.map(p=>[p,string().min(1).optional()]))).
readonly();var TargetKind=_enum(targetKinds),Engine=_enum(["postgresql","mysql","mariadb","redis","valkey"]),Endpoint=strictObject({role:_enum(["primary","replica","pooler"]),
host:string().min(1).max(255),port:int().min(1).max(65535)}).readonly(),CredentialSource=discriminatedUnion("from",[strictObject({from:literal("env"),variable:string().
regex(/^[A-Za-z_][A-Za-z0-9_]*$/)}),strictObject({from:literal("command"),command:string().min(1)}),strictObject({from:literal("pgpass")}),strictObject({from:literal(
"prompt")})]).readonly(),Identity=strictObject({role:_enum(["scanner","application","reporting","admin","backup"]),user:string().min(1).max(255),database:string().
min(1).max(255),credential:CredentialSource.optional()}).readonly(),Verification=strictObject({ca:string().optional(),pin:string().regex(/^sha256\/[A-Za-z0-9+/]{43}=$/,
"sha256/ and 44 base64 characters").optional(),clientCert:string().optional(),clientKey:string().optional()}).readonly(),base={id:string().regex(/^t-[0-9a-f]{10}$/),
name:Name,createdAt:Instant,retiredAt:Instant.optional(),profiles:array(string()).readonly().optional()},Ids=array(string()).readonly(),DatabaseTarget=strictObject(
{...base,kind:literal("database"),engine:Engine,platform:Platform.optional(),endpoints:array(Endpoint).min(1).readonly(),identities:array(Identity).readonly(),verification:Verification,
expect:_enum(["private","allowlisted","public"]).optional(),vendor:string().optional()}).readonly(),Target=discriminatedUnion("kind",[strictObject({...base,kind:literal(
"organisation")}).readonly(),strictObject({...base,kind:literal("vendor"),service:string().optional()}).readonly(),DatabaseTarget,strictObject({...base,kind:literal(
"application"),path:string().optional(),uses:Ids}).readonly(),strictObject({...base,kind:literal("infrastructure"),path:string().optional(),hosts:Ids}).readonly(),
strictObject({...base,kind:literal("backup"),location:string().optional(),of:Ids}).readonly()]);var Value=union([string(),number()]),Values=union([Value,array(Value).min(1)]).transform(v=>Array.isArray(v)?v:[v]),Condition=lazy(()=>union([strictObject({fact:string(),
is:Values}),strictObject({answer:string(),is:Values}),strictObject({target:_enum(["engine","platform","kind"]),is:Values}),strictObject({all:array(Condition).min(
1).readonly()}),strictObject({any:array(Condition).min(1).readonly()}),strictObject({not:Condition})])),holds=(condition,sources)=>{if("all"in condition){let parts=condition.
all.map(c=>holds(c,sources));return parts.includes(!1)?!1:parts.includes(void 0)?void 0:!0}if("any"in condition){let parts=condition.any.map(c=>holds(c,sources));
return parts.includes(!0)?!0:parts.includes(void 0)?void 0:!1}if("not"in condition){let inner=holds(condition.not,sources);return inner===void 0?void 0:!inner}if("\
fact"in condition){let value2=sources.fact(condition.fact);return value2===void 0||value2==="dont-know"?void 0:condition.is.includes(value2)}if("answer"in condition){
let value2=sources.answer(condition.answer);return value2!==void 0&&condition.is.includes(value2)}let value=sources.target(condition.target);return value===void 0?
void 0:condition.is.includes(value)};var Scale=int().min(1).max(5),RiskLevel=_enum(["low","medium","high","critical"]),RiskScenario=strictObject({id:Slug,title:string().max(70),scenario:string(),kind:TargetKind,
likelihood:Scale,impact:Scale,impactRaisedWhen:array(Condition).readonly().default([]),appliesWhen:Condition.optional(),treatments:array(strictObject({lowers:_enum(
["likelihood","impact"]),by:int().min(1).max(4),controls:array(Slug).min(1).readonly(),partlyBy:int().min(1).max(4).optional(),why:string()}).readonly()).min(1).
readonly()}).readonly(),RiskDecision=strictObject({target:string(),risk:Slug,treatment:_enum(["mitigate","accept","transfer","avoid"]),owner:string().optional(),
due:Day.optional(),reason:string().optional(),approver:string().optional(),until:Day.optional()}).readonly(),riskLevel=(likelihood,impact)=>{let score=likelihood*
impact;return score>=15?"critical":score>=10?"high":score>=5?"medium":"low"},scaleWord=step=>["very low","low","moderate","high","very high"][Math.min(Math.max(
Math.round(step),1),5)-1]??"moderate";export{Platform,PlatformText,TargetKind,Engine,Verification,Target,Condition,holds,RiskScenario,RiskDecision,riskLevel,scaleWord};
