import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{daysBetween}from"./chunk-NHNF3JRI.js";import{PlatformText,Severity,Slug,compileContent,schemas}from"./chunk-VPOVRE53.js";import{UserError}from"./chunk-TNGVVNPK.js";import{mkdir,writeFile}from"node:fs/promises";import{join}from"node:path";import*as z from"zod";var CheckInfo=z.strictObject({id:Slug,family:Slug,title:z.string().max(100),question:z.string(),why:z.string(),severity:Severity,scope:z.enum(["endpoint","node",
"server"]),needs:z.string(),remediation:PlatformText}).readonly();var infoOf=({judge:_judge,examples:_examples,...info})=>info,defineFamily=definition=>({id:definition.id,engines:definition.engines,connections:definition.connections,
checks:definition.checks.map(check=>infoOf(check)),open:work=>work(definition)});var seen=(value,source)=>source===void 0?{seen:!0,value}:{seen:!0,value,source},unseen=(reason,more={})=>({seen:!1,reason,...more});var guardedSettings=new Set(["ssl_min_protocol_version","ssl_max_protocol_version","ssl_ciphers","ssl_tls13_ciphers","ssl_groups","ssl_ecdh_curve","shared_prelo\
ad_libraries","session_preload_libraries","dynamic_library_path","extension_control_path","log_directory","log_filename","oauth_validator_libraries"]),customSetting={
since:999},settingsGrant=user=>`GRANT pg_read_all_settings TO ${quoteName(user)};`,quoteName=name=>/^[a-z_][a-z0-9_]*$/.test(name)?name:`"${name.replaceAll('"',
'""')}"`,settingOf=(facts,name,versions={})=>{if(!facts.settings.seen)return facts.settings;let setting5=facts.settings.value[name];if(setting5!==void 0)return setting5.
overridden?unseen("unexpected-reply",{detail:`${name} has a value of its own for the scanner's role or database (${setting5.source}); the server's value is not \
visible`}):{seen:!0,value:setting5,source:`pg_settings ${name}`};if(!facts.observer.seen)return facts.observer;let{versionNum,readSettings:readSettings2,user}=facts.
observer.value,major=Math.floor(versionNum/1e4);if(major<(versions.since??0)||major>(versions.until??999)||guardedSettings.has(name)&&readSettings2)return;let managed=facts.
provider.seen&&facts.provider.value.platform!==void 0;return unseen(managed?"hidden-by-provider":"permission-denied",{detail:`${name} is not shown to this role`,
grant:settingsGrant(user)})},asBoolean=value=>{let word=value.trim().toLowerCase();if(["on","1","true","yes","t"].includes(word))return!0;if(["off","0","false",
"no","f"].includes(word))return!1},asList=value=>value.split(",").map(word=>word.trim().replaceAll('"',"").toLowerCase()).filter(word=>word!=="");var names={observer:!0,provider:!0,settings:!0,ownSession:!0,clock:!0,sessions:!0,archiver:!0,slots:!0,rules:!0,roles:!0,memberships:!0,databases:!0,roleSettings:!0,
passwords:!0,parameterGrants:!0,identityPrivileges:!0,auditedObjects:!0,adminFunctions:!0,schemas:!0,publicGrants:!0,defaultGrants:!0,definerFunctions:!0,untrustedLanguages:!0,
tenantTables:!0,openPolicies:!0,bypassingViews:!0,extensions:!0,foreignServers:!0},nothingSeen=(fact,{identities,backups})=>({...Object.fromEntries(Object.keys(
names).map(name=>[name,fact])),identities,backups}),whyBlind=facts=>facts.observer.seen?Object.keys(names).some(name=>{let fact=facts[name];return!fact.seen&&fact.
reason==="connection-closed"})?"connection-closed":void 0:facts.observer.reason;var listed=(...items)=>seen({items,complete:!0}),cut=(...items)=>seen({items,complete:!1}),observer={versionNum:180007,versionText:"18.7",user:"dbvet",database:"\
shop",superuser:!1,monitor:!0,readSettings:!0,readStats:!0,readRules:!0,readPasswords:!0,inRecovery:!1,readOnly:!0,serverTime:179e10,databases:1},plainRole={name:"\
shop_app",bootstrap:!1,superuser:!1,createRole:!1,createDatabase:!1,canLogin:!0,replication:!1,bypassRls:!1,connectionLimit:-1,validUntil:null},setting=value=>({
value,source:"configuration file",pendingRestart:!1,overridden:!1}),values={ssl:"on",password_encryption:"scram-sha-256",listen_addresses:"10.0.0.5",log_connections:"\
authorization",log_disconnections:"on",log_statement:"ddl",log_line_prefix:"%m [%p] %q%u@%d %r %a ",log_destination:"stderr",log_min_messages:"warning",log_min_error_statement:"\
error",log_error_verbosity:"default",log_min_duration_statement:"1000",log_parameter_max_length:"0",log_parameter_max_length_on_error:"0","pgaudit.log":"ddl, ro\
le, write","pgaudit.role":"auditor",fsync:"on",full_page_writes:"on",data_checksums:"on",ssl_min_protocol_version:"TLSv1.2",ssl_ciphers:"HIGH:!aNULL:!3DES",ssl_prefer_server_ciphers:"\
on",statement_timeout:"30000",idle_in_transaction_session_timeout:"60000",authentication_timeout:"60",row_security:"on",lo_compat_privileges:"off",backslash_quote:"\
safe_encoding",standard_conforming_strings:"on",synchronous_commit:"on",autovacuum:"on",log_lock_waits:"on",log_replication_commands:"on",ssl_max_protocol_version:"",
scram_iterations:"4096","rds.force_ssl":"1"},offByDefault=["allow_system_table_mods","zero_damaged_pages","ignore_checksum_failure","ignore_system_indexes","all\
ow_in_place_tablespaces","debug_print_parse","debug_print_rewritten","debug_print_plan","krb_caseins_users"],settings=(changes={})=>seen(Object.fromEntries(Object.
entries({...Object.fromEntries(offByDefault.map(name=>[name,"off"])),...values,...changes}).flatMap(([name,value])=>value===void 0?[]:[[name,setting(value)]]))),
example=(changes={})=>({observer:seen(observer),provider:seen({candidates:[],signs:[]}),settings:settings(),ownSession:seen({tls:!0,version:"TLSv1.3",cipher:"TL\
S_AES_256_GCM_SHA384",bits:256,systemUser:"scram-sha-256:dbvet",network:!0,loopback:!1}),clock:seen({skewMs:12,uncertaintyMs:5}),sessions:listed(),archiver:seen(
{mode:"on",command:"set",commandHasSecret:!1,library:!1,walLevel:"replica",archived:10,failed:0,waiting:0,lastArchivedSeconds:60,lastFailedSeconds:null}),slots:listed(),
rules:listed({order:1,place:"line 1",type:"local",databases:["all"],users:["all"],address:null,netmask:null,method:"peer",clientCertificate:null,protectsPassword:!1,
error:!1}),roles:listed({...plainRole,name:"postgres",bootstrap:!0,superuser:!0},plainRole),memberships:listed(),databases:listed({name:"shop",owner:"shop_owner",
template:!1,allowsConnections:!0,publicConnect:!1,publicTemporary:!1,xidAge:1e6,multixactAge:1e3}),roleSettings:listed(),passwords:listed({role:"shop_app",kind:"\
scram",equalsName:!1}),parameterGrants:listed(),identityPrivileges:listed(),auditedObjects:seen({role:"auditor",exists:!0,tables:2,reads:2,example:"public.cards"}),
adminFunctions:listed(),schemas:listed({name:"public",publicCreate:!1,publicUsage:!0}),publicGrants:listed(),defaultGrants:listed(),definerFunctions:listed(),untrustedLanguages:listed(),
tenantTables:listed({name:"public.orders",owner:"shop_owner",rowSecurity:!0,forced:!0,policies:1,tenantColumn:"tenant_id"}),openPolicies:listed(),bypassingViews:listed(),
extensions:listed({name:"plpgsql",version:"1.0",schema:"pg_catalog"}),foreignServers:listed({name:"warehouse",wrapper:"postgres_fdw",remote:!0,sslmode:"verify-f\
ull"}),identities:[{role:"application",user:"shop_app",database:"shop"}],backups:[],...changes}),blind=nothingSeen(unseen("permission-denied",{detail:"permissio\
n denied",grant:"GRANT pg_monitor TO dbvet;"}),{identities:[{role:"application",user:"shop_app",database:"shop"}],backups:[]}),hiddenPasswords=example({passwords:unseen(
"permission-denied",{detail:"stored passwords are shown to superusers only",grant:"GRANT SELECT (oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO dbvet;"})});var unsafe=/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,mark=character=>`\\u{${(character.codePointAt(0)??0).
toString(16)}}`,printableText=text=>text.replace(unsafe,character=>character===`
`||character==="	"?character:mark(character)),plainText=(text,max=400)=>{let flat=printableText(text.replace(/[\r\n\t]+/g," ")),characters=Array.from(flat);return characters.
length<=max?flat:`${characters.slice(0,max-1).join("")}\u2026`};var defineCheck=check=>({family:"postgresql",scope:"server",...check}),verdict=(outcome,observed,expected60,more)=>({...more,outcome,observed:plainText(observed),
expected:expected60,...more.object===void 0?{}:{object:plainText(more.object,200)}}),pass=(observed,expected60,more={})=>verdict("pass",observed,expected60,more),
fail=(observed,expected60,more={})=>verdict("fail",observed,expected60,more),notApplicable=(why,expected60)=>verdict("not-applicable",why,expected60,{}),unknown=(fact,expected60,more={})=>verdict(
"unknown",fact.detail??"could not be looked at",expected60,{...more,reason:fact.reason,...fact.grant===void 0?{}:{grant:fact.grant},...fact.source===void 0?{}:{
source:fact.source}}),whenSeen=(fact,expected60,judge)=>fact.seen?judge(fact.value):[unknown(fact,expected60)],mostObjects=50,judgeListing=(listing,expected60,rule2)=>{
let bad=listing.items.flatMap(item=>rule2.offends(item)??[]);return bad.length>0?summed(bad,listing.complete,expected60):listing.complete?[pass(rule2.clean,expected60)]:
[unknown({seen:!1,reason:"limit-exceeded",detail:"there are more rows than dbvet reads"},expected60)]},summed=(bad,complete,expected60)=>{if(bad.length<=mostObjects&&
complete)return bad;let rest=bad.length-Math.min(bad.length,mostObjects),count=complete?`${rest} more`:`at least ${rest} more (the list was cut)`;return[...bad.
slice(0,mostObjects),fail(`${count} of the same kind`,expected60,{object:"others"})]},whenAllSeen=(a,b,expected60,judge)=>whenSeen(a,expected60,first=>whenSeen(
b,expected60,second=>judge(first,second))),inDatabase=facts=>{if(!facts.observer.seen)return"in this database";let{database:database3,databases}=facts.observer.
value;return databases>1?`in database ${database3} (1 of ${databases} databases)`:`in database ${database3}`},undeclared=expected60=>unknown({seen:!1,reason:"no\
-credentials",detail:"no application or reporting role is declared for this target (dbvet target add \u2026 --as application=USER/DATABASE)"},expected60),forIdentities=(facts,a,b,expected60,judge)=>whenAllSeen(
a,b,expected60,(first,second)=>facts.identities.length===0?[undeclared(expected60)]:judge(first,second));var fine={is:"fine"},strange={is:"strange"},fault=(text,severity)=>({is:"fault",...text===void 0?{}:{text},...severity===void 0?{}:{severity}}),absent=({setting:setting5,
platforms,expected:expected60},facts)=>{if(platforms===void 0)return notApplicable(`this version has no setting ${setting5}`,expected60);if(!facts.provider.seen)
return unknown(facts.provider,expected60);let{platform}=facts.provider.value;return platform!==void 0&&platforms.includes(platform)?unknown(unseen("hidden-by-pr\
ovider",{detail:`${setting5} is not shown`}),expected60):notApplicable(`only ${platforms.join(" and ")} have ${setting5}`,expected60)},judgeRow=(row,facts)=>{let{
setting:name,expected:expected60}=row,setting5=settingOf(facts,name,row.versions);if(setting5===void 0)return[absent(row,facts)];if(!setting5.seen)return[unknown(
setting5,expected60)];let{value,pendingRestart}=setting5.value,shown=`${name} = ${value===""?"''":value}${pendingRestart?" (another value waits for a restart)":
""}`,source=`pg_settings ${name}`,word=row.judge(value,facts);switch(word.is){case"fine":return[pass(shown,expected60,{source})];case"fault":return[fail(word.text===
void 0?shown:`${shown}: ${word.text}`,expected60,{source,...word.severity===void 0?{}:{severity:word.severity}})];case"not-applicable":return[notApplicable(`${shown}\
: ${word.why}`,expected60)];case"strange":return[unknown(unseen("unexpected-reply",{detail:`${shown} is no value dbvet knows`}),expected60)]}},expandRow=row=>{let others=Object.
fromEntries((row.without??[]).map(name=>[name,void 0])),withValue=value=>example({settings:settings({...others,[row.setting]:value})}),hidden={...withValue(void 0),
observer:seen({...observer,monitor:!1,readSettings:!1})},{id,title,question,why,severity,remediation}=row;return defineCheck({id,title,question,why,severity,scope:"\
node",remediation,needs:guardedSettings.has(row.setting)?"pg_read_all_settings (part of pg_monitor)":"any login role",judge:facts=>judgeRow(row,facts),examples:{
healthy:row.good.map(withValue),defective:row.bad.map(withValue),blind:row.versions===customSetting?[blind]:[blind,hidden],...row.versions===customSetting?{notApplicable:[
withValue(void 0)]}:{}}})};var mustBe=wanted=>value=>{let is=asBoolean(value);return is===void 0?strange:is===wanted?fine:fault()},number=rule2=>value=>{let is=Number(value);return value.
trim()===""||!Number.isFinite(is)?strange:rule2(is)},upTo=(order2,last)=>value=>{let index=order2.indexOf(value.toLowerCase());return index<0?strange:index<=order2.
indexOf(last)?fine:fault()},provider="Set it in the parameter group (or server parameters) of the instance.",set=(name,value)=>({all:`ALTER SYSTEM SET ${name} =\
 '${value}'; then SELECT pg_reload_conf(); or set it where the configuration is kept. Value: ${value}.`,"aws-rds":`${provider} Parameter ${name}, value ${value}\
.`,"aws-aurora":`${provider} Parameter ${name}, value ${value}, in the cluster parameter group.`,"google-cloud-sql":`Set the database flag ${name} to ${value}; \
where there is no such flag the provider decides.`,"azure-flexible-server":`${provider} Parameter ${name}, value ${value}.`,digitalocean:`Set ${name} to ${value}\
 in the cluster\u2019s configuration. Where it is not offered, say so in the assessment and compensate with the provider\u2019s log forwarding.`,aiven:`Set pg.${name}\
 to ${value} in the service\u2019s advanced configuration; where it is not offered the provider decides.`,"cloudnative-pg":`Set ${name}: "${value}" under spec.p\
ostgresql.parameters of the Cluster.`});var ownStorage=new Set(["aws-aurora","neon"]),durabilityRows=[{id:"pg-fsync",setting:"fsync",title:"Writes are forced to disk",question:"Does the server force i\
ts writes to disk?",why:"Without fsync a crash of the machine can destroy the whole database beyond repair.",severity:"critical",expected:"on",remediation:set("\
fsync","on"),judge:mustBe(!0),good:["on"],bad:["off"]},{id:"pg-full-page-writes",setting:"full_page_writes",title:"Torn pages can be repaired",question:"Does th\
e WAL hold full pages after each checkpoint?",why:"A page half written in a crash can only be mended from its full image in the WAL.",severity:"high",expected:"\
on (or storage that cannot tear pages)",remediation:set("full_page_writes","on"),judge:(value,facts)=>{let platform=facts.provider.seen?facts.provider.value.platform:
void 0;return platform!==void 0&&ownStorage.has(platform)?{is:"not-applicable",why:"the provider\u2019s storage replaces the pages on disk"}:mustBe(!0)(value,facts)},
good:["on"],bad:["off"]},{id:"pg-data-checksums",setting:"data_checksums",title:"Data pages carry checksums",question:"Would the server notice a page that the s\
torage changed?",why:"Without checksums silent damage reaches the backups, until no good copy is left.",severity:"medium",expected:"on",remediation:{all:"Stop t\
he server cleanly and run pg_checksums --enable, one replica at a time.","cloudnative-pg":"Set dataChecksums: true under bootstrap.initdb and move to a new clus\
ter."},judge:(value,facts)=>{let platform=facts.provider.seen?facts.provider.value.platform:void 0;return platform!==void 0&&ownStorage.has(platform)?{is:"not-a\
pplicable",why:"the provider\u2019s storage replaces the pages on disk"}:mustBe(!0)(value,facts)},good:["on"],bad:["off"]},{id:"pg-synchronous-commit",setting:"\
synchronous_commit",title:"A commit is on disk when it is confirmed",question:"Does the server wait for the disk before it confirms a commit?",why:"With off, th\
e last confirmed transactions are lost in a crash: the promised recovery point is not kept.",severity:"medium",expected:"on, local, remote_write or remote_apply",
remediation:set("synchronous_commit","on"),judge:value=>{if(["local","remote_write","remote_apply"].includes(value))return fine;let on3=asBoolean(value);return on3===
void 0?strange:on3?fine:fault()},good:["on","local","remote_apply"],bad:["off"]},{id:"pg-autovacuum-disabled",setting:"autovacuum",title:"Autovacuum runs",question:"\
Is autovacuum on?",why:"Without it tables swell until the server stops to avoid a wraparound of transaction ids.",severity:"medium",expected:"on",remediation:set(
"autovacuum","on"),judge:mustBe(!0),good:["on"],bad:["off"]},{id:"pg-statement-timeout",setting:"statement_timeout",title:"Statements have a time limit",question:"\
Does a statement end by itself when it runs too long?",why:"One runaway or hostile query can take the whole server. A limit per role is as good as one for all.",
severity:"low",expected:"a limit for the server, or for each declared application role",remediation:{all:"ALTER ROLE application SET statement_timeout = '30s'; \
for each application\u2019s role, with a longer one for reports."},judge:(value,facts)=>number(ms=>{if(ms>0)return fine;if(!facts.roleSettings.seen||facts.identities.
length===0)return fault();let limited=new Set(facts.roleSettings.value.items.filter(s=>s.name==="statement_timeout"&&s.value!==null&&!/^0\D*$/.test(s.value)).flatMap(
s=>s.role??[])),without=facts.identities.filter(({user})=>!limited.has(user));return without.length===0?fine:fault(`and ${without.map(({user})=>user).join(", ")}\
 has none either`)})(value,facts),good:["30000"],bad:["0"]},{id:"pg-idle-in-tx-timeout",setting:"idle_in_transaction_session_timeout",title:"Idle transactions e\
nd by themselves",question:"Is a session ended that holds a transaction open and does nothing?",why:"Such a session holds locks and keeps old rows from being cl\
eaned up.",severity:"low",expected:"a limit above 0",remediation:set("idle_in_transaction_session_timeout","600000"),judge:number(ms=>ms>0?fine:fault()),good:["\
60000"],bad:["0"]}];var levels=["debug5","debug4","debug3","debug2","debug1","debug","info","notice","warning","error","log","fatal","panic"],audits=facts=>{let audit=settingOf(facts,
"pgaudit.log",customSetting);return audit?.seen===!0&&asList(audit.value.value).some(word=>["ddl","all"].includes(word))},loggingRows=[{id:"pg-log-connections",
setting:"log_connections",title:"Connections are logged",question:"Does the log say who connected, from where and as whom?",why:"Without it nobody can tell afte\
rwards who was in, nor see an attack on passwords while it goes on.",severity:"medium",expected:"on, or a list with authentication, authorization or all (Postgr\
eSQL 18)",remediation:set("log_connections","on"),judge:value=>{let on3=asBoolean(value);if(on3!==void 0)return on3?fine:fault();let words=asList(value);return words.
some(word=>["all","authorization","authentication"].includes(word))?fine:words.every(word=>["receipt","setup_durations"].includes(word))?fault("it does not say \
who logged in"):strange},good:["on","1","true","all","authorization","receipt, authentication, authorization"],bad:["off","","receipt","setup_durations"]},{id:"\
pg-log-disconnections",setting:"log_disconnections",title:"Disconnections are logged",question:"Does the log say when a session ended and how long it was?",why:"\
The end of a session bounds what somebody can have done in it.",severity:"low",expected:"on",remediation:set("log_disconnections","on"),judge:mustBe(!0),good:["\
on"],bad:["off"]},{id:"pg-log-statement",setting:"log_statement",title:"Changes of the schema are logged",question:"Does the log hold at least all DDL statement\
s?",why:"Changed tables, roles and grants must leave a trace with a name and a time.",severity:"medium",expected:"ddl or more, or pgAudit with the class ddl",remediation:set(
"log_statement","ddl"),judge:(value,facts)=>{let word=value.toLowerCase();return["ddl","mod","all"].includes(word)?fine:word!=="none"?strange:audits(facts)?fine:
fault("and pgAudit does not log DDL either")},good:["ddl","mod","all"],bad:["none"],without:["pgaudit.log"]},{id:"pg-log-line-prefix",setting:"log_line_prefix",
title:"Log lines name user, database, client and time",question:"Does each log line say when, in which session, who, where to and where from?",why:"A statement \
in the log without a user, database and client address cannot be ascribed to anybody.",severity:"medium",expected:"a time (%m, %t or %n), a session (%p or %c), \
%u, %d and %h or %r",remediation:set("log_line_prefix","%m [%p] %q%u@%d %r %a "),judge:(value,facts)=>{let destination=settingOf(facts,"log_destination"),formats=destination?.
seen===!0?asList(destination.value.value):[];if(formats.length>0&&formats.every(f=>f==="csvlog"||f==="jsonlog"))return{is:"not-applicable",why:"csvlog and jsonl\
og have all fields"};let tokens=new Set([...value.matchAll(/%-?\d*([a-zA-Z%])/g)].map(([,token])=>token)),carried=formats.length>0&&formats.every(f=>["syslog","\
csvlog","jsonlog"].includes(f)),missing=[...carried||["m","t","n"].some(t=>tokens.has(t))?[]:["time"],...carried||["p","c"].some(t=>tokens.has(t))?[]:["session"],
...tokens.has("u")?[]:["user"],...tokens.has("d")?[]:["database"],...["h","r"].some(t=>tokens.has(t))?[]:["client address"]];return missing.length===0?fine:fault(
`lacks ${missing.join(", ")}`)},good:["%m [%p] %q%u@%d %r %a ","%t:%r:%u@%d:[%p]:","%-10u %d %h %c %n"],bad:["","%m [%p] ","%m [%p] %u@%d ","%%m %%p %%u %%d %%h"]},
{id:"pg-log-min-messages",setting:"log_min_messages",title:"Warnings reach the log",question:"Are warnings and errors logged?",why:"A higher threshold drops the\
 very messages that announce an attack or a failing disk.",severity:"medium",expected:"warning or more detail, without debug",remediation:set("log_min_messages",
"warning"),judge:(value,facts)=>value.toLowerCase().startsWith("debug")?fault("debug output fills the log","low"):upTo(levels,"warning")(value,facts),good:["war\
ning","notice","info"],bad:["error","fatal","panic","debug1"]},{id:"pg-log-min-error-statement",setting:"log_min_error_statement",title:"Failing statements are \
logged",question:"Does the log hold the statement that caused an error?",why:"Denied access and injection attempts show as failing statements.",severity:"medium",
expected:"error or more detail",remediation:set("log_min_error_statement","error"),judge:upTo(levels,"error"),good:["error","warning","debug1"],bad:["fatal","pa\
nic"]},{id:"pg-log-error-verbosity",setting:"log_error_verbosity",title:"Error messages keep their details",question:"Are DETAIL and HINT of error messages logg\
ed?",why:"The terse form drops what is needed to understand an error later.",severity:"low",expected:"default or verbose",remediation:set("log_error_verbosity",
"default"),judge:value=>["default","verbose"].includes(value)?fine:value==="terse"?fault():strange,good:["default","verbose"],bad:["terse"]},{id:"pg-log-duratio\
n-statement",setting:"log_min_duration_statement",title:"Not every statement is logged with its text",question:"Does the log take slow statements only, or all o\
f them?",why:"Logging each statement copies personal data into the log and hides what matters. Off (-1) and a threshold for slow statements are both fine.",severity:"\
low",expected:"-1, or 100 ms and more",remediation:set("log_min_duration_statement","1000"),judge:number(ms=>ms===0?fault("every statement with its text goes to\
 the log","medium"):ms>0&&ms<100?fault("most statements go to the log"):fine),good:["-1","1000","100"],bad:["0","20"]},{id:"pg-log-replication-commands",setting:"\
log_replication_commands",title:"Replication commands are logged",question:"Does the log hold who copies the database through replication?",why:"A base backup o\
ver the replication protocol takes everything in one go.",severity:"low",expected:"on",remediation:set("log_replication_commands","on"),judge:mustBe(!0),good:["\
on"],bad:["off"]},{id:"pg-log-lock-waits",setting:"log_lock_waits",title:"Long waits for locks are logged",question:"Does the log say which session waits for wh\
ich?",why:"It explains outages that nobody can reconstruct afterwards.",severity:"info",expected:"on",remediation:set("log_lock_waits","on"),judge:mustBe(!0),good:[
"on"],bad:["off"]}];var families=["aNULL","eNULL","EXPORT","RC4","DES","3DES"],letsIn={ALL:["aNULL","3DES"],DEFAULT:[],COMPLEMENTOFDEFAULT:["aNULL"],COMPLEMENTOFALL:["eNULL"],HIGH:[
"aNULL"],MEDIUM:["aNULL","3DES"],LOW:["DES"],EXP:["EXPORT"],EXPORT:["EXPORT"],eNULL:["eNULL"],NULL:["eNULL"],aNULL:["aNULL"],ADH:["aNULL"],AECDH:["aNULL"],RC4:[
"RC4"],DES:["DES"],"3DES":["3DES"]},takesOut={aNULL:["aNULL"],eNULL:["eNULL"],NULL:["eNULL"],EXP:["EXPORT"],EXPORT:["EXPORT"],RC4:["RC4"],DES:["DES"],"3DES":["3\
DES"],LOW:["DES"],MEDIUM:["RC4","3DES"]},groups=/^(k|a)?(EC)?(DH|DHE|EDH|EECDH|ECDHE|ECDH|RSA|ECDSA|DSS|PSK|SRP)$/,single=/^[A-Z0-9]+([-_][A-Z0-9]+)+$/i,strength=/^(AES|AES128|AES256|AESGCM|AESCCM|AESCCM8|CHACHA20|CAMELLIA(128|256)?|ARIA(GCM|128|256)?|SHA|SHA1|SHA256|SHA384|TLSv1(\.[0-3])?|SSLv3|FIPS|SUITEB128|SUITEB192|SEED|IDEA|MD5|GOST.*)$/,
familiesOf=word=>{if(Object.hasOwn(letsIn,word))return letsIn[word];if(groups.test(word))return["3DES"];if(strength.test(word))return[];if(!single.test(word))return;
let name=word.toUpperCase();return[.../^(ADH|AECDH)-/.test(name)?["aNULL"]:[],.../(^|-)NULL(-|$)/.test(name)?["eNULL"]:[],...name.startsWith("EXP-")?["EXPORT"]:
[],...name.includes("RC4")?["RC4"]:[],.../DES-CBC3|3DES/.test(name)?["3DES"]:[],.../(^|-)DES-CBC(-|$)/.test(name)?["DES"]:[]]},weakCiphers=list=>{let words=list.
split(/[:, ]+/).filter(word=>word!==""&&!word.startsWith("@")),inside=new Set,banned=new Set;for(let word of words){let name=word.replace(/^[!+-]/,"");if(word.startsWith(
"+"))continue;if(word.startsWith("!")||word.startsWith("-")){for(let family of takesOut[name]??[])inside.delete(family),word.startsWith("!")&&banned.add(family);
continue}let parts=name.split("+").map(familiesOf);if(parts.some(part=>part===void 0))return;let[first=[],...others]=parts.map(part=>part??[]);for(let family of first)
others.every(other=>other.includes(family))&&inside.add(family)}return families.filter(family=>inside.has(family)&&!banned.has(family))};var tlsVersions=["tlsv1","tlsv1.1","tlsv1.2","tlsv1.3"],isManaged=platform=>platform!==void 0&&platform!=="self-managed",protectionRows=[{id:"pg-ssl-enabled",setting:"\
ssl",title:"TLS is switched on",question:"Is TLS switched on in the server?",why:"Without it passwords and data cross the network in clear. On means offered, no\
t demanded: whether plaintext is refused is another check.",severity:"critical",expected:"on",remediation:set("ssl","on"),judge:mustBe(!0),good:["on"],bad:["off"]},
{id:"pg-force-tls-parameter",setting:"rds.force_ssl",versions:customSetting,platforms:["aws-rds","aws-aurora"],title:"The provider\u2019s switch demands TLS",question:"\
Is the parameter on that makes the provider\u2019s server refuse plaintext?",why:"It is off by default in older versions of the service, and then plaintext is a\
ccepted beside TLS.",severity:"high",expected:"1 (Amazon RDS and Aurora)",remediation:{all:"Set rds.force_ssl to 1 in the parameter group (of the cluster, for A\
urora)."},judge:mustBe(!0),good:["1","on"],bad:["0","off"]},{id:"pg-tls-min-version",setting:"ssl_min_protocol_version",title:"TLS 1.2 is the least",question:"D\
oes the server\u2019s setting refuse TLS 1.0 and 1.1?",why:"The old versions rest on broken digests and ciphers. The handshake tells what is really accepted; th\
is is what was meant.",severity:"high",expected:"TLSv1.2 or TLSv1.3",remediation:set("ssl_min_protocol_version","TLSv1.2"),judge:value=>{if(value==="")return fault(
"no least version");let index=tlsVersions.indexOf(value.toLowerCase());return index<0?strange:index<2?fault():fine},good:["TLSv1.2","TLSv1.3"],bad:["TLSv1","TLS\
v1.1",""]},{id:"pg-tls-max-version",setting:"ssl_max_protocol_version",title:"TLS 1.3 is not held back",question:"May clients use TLS 1.3?",why:"An upper limit \
keeps the best version from being used.",severity:"low",expected:"empty, or TLSv1.3",remediation:set("ssl_max_protocol_version",""),judge:value=>value===""||value.
toLowerCase()==="tlsv1.3"?fine:tlsVersions.includes(value.toLowerCase())?fault():strange,good:["","TLSv1.3"],bad:["TLSv1.2"]},{id:"pg-tls-ciphers",setting:"ssl_\
ciphers",title:"The cipher list holds no broken ciphers",question:"Does the cipher list let in ciphers without encryption, without authentication or with broken\
 keys?",why:"Effects are judged, not texts: the list is read with the rules of OpenSSL. The TLS handshake shows what is really offered.",severity:"medium",expected:"\
no NULL, anonymous, EXPORT, RC4, DES or 3DES ciphers",remediation:set("ssl_ciphers","HIGH:!aNULL:!3DES"),judge:value=>{let weak2=weakCiphers(value);return weak2===
void 0?strange:weak2.filter(name=>name!=="3DES").length>0?fault(`lets in ${weak2.join(", ")}`,"high"):weak2.length>0?fault("lets in 3DES where OpenSSL still has\
 it","low"):fine},good:["HIGH:!aNULL:!3DES","ECDHE-RSA-AES256-GCM-SHA384","HIGH:!aNULL","ECDHE+AESGCM"],bad:["HIGH:MEDIUM:+3DES:!aNULL","ALL","ALL:!aNULL:!eNULL",
"HIGH:RC4-SHA","COMPLEMENTOFALL"]},{id:"pg-password-encryption",setting:"password_encryption",title:"New passwords are stored with SCRAM",question:"Is a passwor\
d that is set from now on stored as a SCRAM-SHA-256 verifier?",why:"An MD5 entry logs its thief in without being cracked. The setting rules new passwords only.",
severity:"medium",expected:"scram-sha-256",remediation:set("password_encryption","scram-sha-256"),judge:value=>value==="scram-sha-256"?fine:value==="md5"||asBoolean(
value)===!0?fault():strange,good:["scram-sha-256"],bad:["md5","on"]},{id:"pg-scram-iterations",setting:"scram_iterations",versions:{since:16},title:"SCRAM is no\
t made cheaper",question:"Does SCRAM use at least its standard number of iterations?",why:"Fewer iterations make a stolen verifier quicker to crack.",severity:"\
medium",expected:"4096 or more (RFC 7677)",remediation:set("scram_iterations","4096"),judge:number(n=>n>=4096?fine:fault()),good:["4096","15000"],bad:["1"]},{id:"\
pg-authentication-timeout",setting:"authentication_timeout",title:"Unfinished logins end soon",question:"Does the server end a login that does not get on?",why:"\
Half-open logins hold connection slots that others need.",severity:"low",expected:"60 seconds or less",remediation:set("authentication_timeout","60"),judge:number(
seconds=>seconds>60?fault():fine),good:["60","30"],bad:["600"]},{id:"pg-listen-addresses",setting:"listen_addresses",title:"The server listens where it should",
question:"Does the server listen on chosen addresses only?",why:"On every interface also means the one that somebody adds later. In containers and on managed se\
rvices others draw the line: there the network is looked at.",severity:"low",expected:"named addresses",remediation:{all:"ALTER SYSTEM SET listen_addresses = 'l\
ocalhost, 10.0.0.5'; with the private address, then restart."},judge:(value,facts)=>{let platform=facts.provider.seen?facts.provider.value.platform:void 0;return isManaged(
platform)?{is:"not-applicable",why:"the provider\u2019s network decides"}:value.split(",").some(a=>["*","0.0.0.0","::"].includes(a.trim()))?fault("every interfa\
ce"):fine},good:["localhost","10.0.0.5",""],bad:["*","localhost, 0.0.0.0","::"]},{id:"pg-pre-data-safety",setting:"row_security",title:"Row security is not swit\
ched off",question:"Is row_security on?",why:"Off makes queries that a policy would filter fail; applications then get rights to get round it.",severity:"medium",
expected:"on",remediation:set("row_security","on"),judge:mustBe(!0),good:["on"],bad:["off"]},{id:"pg-lo-compat-privileges",setting:"lo_compat_privileges",title:"\
Large objects are protected by privileges",question:"Are the privileges of large objects checked?",why:"On means that every role reads and changes every large o\
bject.",severity:"medium",expected:"off",remediation:set("lo_compat_privileges","off"),judge:mustBe(!1),good:["off"],bad:["on"]},{id:"pg-backslash-quote",setting:"\
backslash_quote",title:"Quotes cannot be smuggled in with backslashes",question:"Is \\\u2019 in strings refused where an encoding makes it dangerous?",why:"In s\
ome client encodings a backslash can be part of a character, so that the quote behind it ends the string.",severity:"medium",expected:"safe_encoding or off",remediation:set(
"backslash_quote","safe_encoding"),judge:value=>value==="safe_encoding"||asBoolean(value)===!1?fine:asBoolean(value)===!0?fault():strange,good:["safe_encoding",
"off"],bad:["on"]},{id:"pg-tls-prefer-server-ciphers",setting:"ssl_prefer_server_ciphers",title:"The server chooses the cipher",question:"Does the server\u2019s orde\
r of ciphers decide, rather than the client\u2019s?",why:"Otherwise an old client\u2019s preference picks the weakest cipher that both know. TLS 1.3 makes it matter \
less.",severity:"low",expected:"on",remediation:set("ssl_prefer_server_ciphers","on"),judge:mustBe(!0),good:["on"],bad:["off"]}];var settingChecks=[...protectionRows,...loggingRows,...durabilityRows].map(expandRow);var providerRoles={"aws-rds":["rdsadmin","rdsrepladmin","rdstopmgr","rdsproxyadmin","rdswriteforwarduser"],"aws-aurora":["rdsadmin","rdsrepladmin","rdstopmgr","\
rdsproxyadmin","rdswriteforwarduser"],"google-cloud-sql":["cloudsqladmin","cloudsqlagent","cloudsqlimportexport","cloudsqlreplica","cloudsqlobservabilityadmin"],
"azure-flexible-server":["azuresu","azure_superuser","replication"],digitalocean:["postgres","_doadmin_managed","_doadmin_monitor","_dodb","_aiven"],aiven:["pos\
tgres","_aiven"],neon:["cloud_admin","zenith_admin"],supabase:["supabase_admin","supabase_replication_admin","supabase_read_only_user","supabase_etl_admin","pgb\
ouncer"]},vendorAdminRoles=["rds_superuser","cloudsqlsuperuser","azure_pg_admin","neon_superuser","doadmin","avnadmin"],isProviderRole=(name,{platform})=>platform!==
void 0&&(providerRoles[platform]?.includes(name)??!1),ownedByProvider=({provider:provider2},{owner})=>provider2.seen&&isProviderRole(owner,provider2.value),membershipPath=(memberships,from,to)=>{
let up=new Map;for(let{member:member2,role}of memberships)up.set(member2,[...up.get(member2)??[],role]);let before=new Map([[from,void 0]]),queue=[from];for(let name=queue.
shift();name!==void 0;name=queue.shift()){if(name===to&&name!==from)return wayTo(before,name);for(let next of up.get(name)??[])before.has(next)||(before.set(next,
name),queue.push(next))}},wayTo=(before,to)=>{let way=[];for(let name=to;name!==void 0;name=before.get(name))way.unshift(name);return way},adminAttributes=role=>[
...role.superuser?["SUPERUSER"]:[],...role.createRole?["CREATEROLE"]:[],...role.bypassRls?["BYPASSRLS"]:[],...role.replication?["REPLICATION"]:[]];var expected="functions for files, the log and the WAL are left to superusers and predefined roles",rewind=["pg_ls_dir","pg_stat_file","pg_read_binary_file"],nameOf=({
function:text})=>text.replace(/\(.*$/s,""),rewinders=(grants,{identities})=>{let held=new Map;for(let grant3 of grants)held.set(grant3.grantee,(held.get(grant3.
grantee)??new Set).add(nameOf(grant3)));return new Set([...held].flatMap(([grantee,names6])=>grantee!=="PUBLIC"&&identities.every(({user})=>user!==grantee)&&names6.
size===rewind.length&&rewind.every(name=>names6.has(name))?[grantee]:[]))},pgAdminFunctionGrants=defineCheck({id:"pg-admin-function-grants",title:"Administrativ\
e functions are not handed out",question:"May an ordinary role execute a function that reaches files or other servers?",why:"pg_read_file, lo_import, dblink_con\
nect_u and their like reach what grants on tables never would.",severity:"high",needs:"any login role",remediation:{all:"REVOKE EXECUTE ON FUNCTION name(argumen\
ts) FROM the role (or PUBLIC) named here."},judge:facts=>whenAllSeen(facts.adminFunctions,facts.provider,expected,(grants,provider2)=>{let forRewind=rewinders(grants.
items,facts);return judgeListing(grants,expected,{offends:item=>isProviderRole(item.grantee,provider2)||provider2.platform!==void 0&&vendorAdminRoles.includes(item.
grantee)?void 0:fail(`${item.grantee} may execute ${item.function}${forRewind.has(item.grantee)?" (what pg_rewind needs)":""} ${inDatabase(facts)}`,expected,{object:`${item.
grantee} ${item.function}`,severity:forRewind.has(item.grantee)?"info":item.severe?"high":"low"}),clean:`no ordinary role may execute one ${inDatabase(facts)}`})}),
examples:{healthy:[example()],defective:[example({adminFunctions:listed({function:"pg_read_file(text)",grantee:"shop_app",severe:!0})})],blind:[blind,example({adminFunctions:cut()})]}});var expected2="applications and reports log in as roles without administrator rights",operatingSystemRoles=["pg_execute_server_program","pg_write_server_files",
"pg_read_server_files"],strong=facts=>new Set([...vendorAdminRoles,...operatingSystemRoles,...facts.roles.seen?facts.roles.value.items.filter(r=>r.superuser||r.
createRole||r.bypassRls).map(r=>r.name):[],...facts.databases.seen?facts.databases.value.items.filter(d=>!d.template).map(d=>d.owner):[]]),pgAppUsesAdminRole=defineCheck(
{id:"pg-app-uses-admin-role",title:"Applications do not log in as administrators",question:"Is the role of an application an administrator, or may it become one\
?",why:"Whoever takes over the application gets the rights of its role. With an administrator\u2019s rights one hole in the application is the whole server.",severity:"\
high",needs:"any login role, and the application\u2019s role declared for the target",remediation:{all:"Make a role for each application that owns nothing and h\
olds only SELECT, INSERT, UPDATE and DELETE where it needs them.",digitalocean:"Make a user for the application; keep doadmin for administration.","google-cloud\
-sql":"Make the role with SQL and REVOKE cloudsqlsuperuser: users made in the console get it by themselves.",aiven:"Make a role for the application with SQL; ke\
ep avnadmin for administration."},judge:facts=>forIdentities(facts,facts.roles,facts.memberships,expected2,(roles,memberships)=>facts.identities.map(identity=>{
let object2=identity.user,role=roles.items.find(({name})=>name===identity.user);if(role===void 0)return unknown(unseen(roles.complete?"unexpected-reply":"limit-\
exceeded",{detail:`the declared role ${identity.user} was not found on the server`}),expected2,{object:object2});let attributes=adminAttributes(role);if(attributes.
length>0)return fail(`${identity.user} has ${attributes.join(", ")}`,expected2,{object:object2,...role.superuser?{severity:"critical"}:{}});let admins=strong(facts);
if(admins.has(identity.user))return fail(`${identity.user} is an administrator or owns a database`,expected2,{object:object2});for(let admin2 of admins){let path=membershipPath(
memberships.items,identity.user,admin2);if(path!==void 0)return fail(`${path.join(" -> ")} makes it an administrator`,expected2,{object:object2})}return!memberships.
complete||!roles.complete||!facts.databases.seen?unknown(unseen("limit-exceeded",{detail:"not all roles, memberships and owners were read"}),expected2,{object:object2}):
pass(`${identity.user} has no administrator right`,expected2,{object:object2})})),examples:{healthy:[example()],defective:[example({roles:listed({...plainRole,superuser:!0})}),
example({memberships:listed({member:"shop_app",role:"doadmin",admin:!1})}),example({memberships:listed({member:"shop_app",role:"pg_execute_server_program",admin:!1})}),
example({memberships:listed({member:"shop_app",role:"staff",admin:!1},{member:"staff",role:"postgres",admin:!1})})],blind:[blind,example({identities:[]}),example(
{roles:listed()})]}});var workingArchiver={mode:"on",command:"set",commandHasSecret:!1,library:!1,walLevel:"replica",archived:10,failed:0,waiting:0,lastArchivedSeconds:60,lastFailedSeconds:null};var expected3="a command or library that really stores the WAL, without a secret in it",pgArchiveCommandSanity=defineCheck({id:"pg-archive-command-sanity",title:"\
The archive command archives",question:"Does the archive command do something, and is it free of secrets?",why:"A command such as /bin/true reports success and \
throws the WAL away. The command is looked at on the server and never copied: it may hold a secret.",severity:"critical",scope:"node",needs:"any login role (pg_\
read_all_settings where the provider hides it)",remediation:{all:"Archive with a tool that syncs and verifies (pgBackRest, Barman, WAL-G); keep its credentials \
in its own protected file."},judge:facts=>whenSeen(facts.archiver,expected3,archive=>archive.mode==="off"?[notApplicable("archive_mode is off",expected3)]:archive.
commandHasSecret?[fail("archive_command holds something like a password or key",expected3,{severity:"high"})]:archive.command==="no-op"?[fail("archive_command d\
oes nothing and reports success",expected3)]:archive.command==="hidden"?[unknown({seen:!1,reason:"hidden-by-provider",detail:"archive_command is not shown"},expected3)]:
archive.command==="none"&&!archive.library?[fail("archive_mode is on but neither a command nor a library is set",expected3)]:[pass(archive.library?"an archive l\
ibrary is set":"a command is set",expected3)]),examples:{healthy:[example()],defective:[example({archiver:seen({...workingArchiver,command:"no-op"})}),example({
archiver:seen({...workingArchiver,command:"none"})}),example({archiver:seen({...workingArchiver,commandHasSecret:!0})})],blind:[blind,example({archiver:seen({...workingArchiver,
command:"hidden"})})],notApplicable:[example({archiver:seen({...workingArchiver,mode:"off"})})]}});var expected4="the WAL is archived and the last attempt succeeded",hour=3600,own=new Set(["aws-rds","aws-aurora","google-cloud-sql","azure-flexible-server","dig\
italocean","aiven","neon","supabase","heroku"]),pgArchiverHealth=defineCheck({id:"pg-archiver-health",title:"The WAL archive is complete",question:"Is the write\
-ahead log archived without failures?",why:"Point-in-time recovery needs every WAL file. A broken archive shows on the day of the restore, or when the disk is f\
ull.",severity:"high",scope:"node",needs:"any login role",remediation:{all:"Set archive_mode on with a tool such as pgBackRest, or look in the server\u2019s log why \
archiving fails.","cloudnative-pg":"Look at the conditions of the Cluster and the secret of its object store."},judge:facts=>whenAllSeen(facts.observer,facts.provider,
expected4,(who,provider2)=>provider2.platform!==void 0&&own.has(provider2.platform)?[notApplicable("the provider archives outside the server: see its backups",expected4)]:
whenSeen(facts.archiver,expected4,archive=>{if(who.inRecovery&&archive.mode!=="always")return[notApplicable("a standby does not archive",expected4)];if(archive.
mode==="off")return[fail("archive_mode = off",expected4)];if(archive.lastArchivedSeconds===null&&archive.lastFailedSeconds===null)return[unknown({seen:!1,reason:"\
unexpected-reply",detail:"nothing has been archived yet since the statistics began"},expected4)];let failedLast=archive.lastFailedSeconds!==null&&(archive.lastArchivedSeconds===
null||archive.lastFailedSeconds<archive.lastArchivedSeconds),text=`${archive.archived} files archived, ${archive.failed} failed attempts, last success ${archive.
lastArchivedSeconds===null?"never":`${Math.round(archive.lastArchivedSeconds)} s ago`}`;return!failedLast&&(archive.waiting??0)>1&&(archive.lastArchivedSeconds??
0)>hour?[fail(`${text}; ${archive.waiting??0} finished files wait, and nothing moves`,expected4)]:[failedLast?fail(`${text}; the last attempt failed`,expected4):
pass(text,expected4)]})),examples:{healthy:[example(),example({archiver:seen({...workingArchiver,failed:3,lastFailedSeconds:900})}),example({archiver:seen({...workingArchiver,
waiting:40,lastArchivedSeconds:20})}),example({archiver:seen({...workingArchiver,waiting:0,lastArchivedSeconds:9e4})})],defective:[example({archiver:seen({...workingArchiver,
mode:"off"})}),example({archiver:seen({...workingArchiver,failed:3,lastFailedSeconds:5})}),example({archiver:seen({...workingArchiver,waiting:40,lastArchivedSeconds:7200})})],
blind:[blind,example({archiver:seen({...workingArchiver,archived:0,lastArchivedSeconds:null})})],notApplicable:[example({observer:seen({...observer,inRecovery:!0})}),
example({provider:seen({platform:"digitalocean",candidates:["digitalocean"],signs:[]})})]}});var expected5="all developer settings off",names2=["allow_system_table_mods","zero_damaged_pages","ignore_checksum_failure","ignore_system_indexes","allow_in_pl\
ace_tablespaces"],pgDangerousDevGucs=defineCheck({id:"pg-dangerous-dev-gucs",title:"No developer setting endangers the data",question:"Is a setting on that is m\
eant for repairs and development only?",why:"These settings let the server overwrite damaged pages, ignore failed checksums or change its own catalogue.",severity:"\
high",scope:"node",needs:"any login role",remediation:{all:"ALTER SYSTEM RESET name; then reload or restart, and look through the data for damage."},judge:facts=>whenSeen(
facts.settings,expected5,()=>{let present=names2.flatMap(name=>{let setting5=settingOf(facts,name);return setting5?.seen===!0?[{name,value:setting5.value.value}]:
[]}),on3=present.filter(({value})=>asBoolean(value)!==!1);return on3.length>0?on3.map(({name,value})=>fail(`${name} = ${value}`,expected5,{object:name})):present.
length===0?[{outcome:"unknown",reason:"unexpected-reply",observed:"none of them is shown",expected:expected5}]:[pass(`${present.length} settings, all off`,expected5)]}),
examples:{healthy:[example(),example({settings:settings({allow_in_place_tablespaces:void 0})})],defective:[example({settings:settings({zero_damaged_pages:"on"})})],
blind:[blind,example({settings:{seen:!0,value:{}}})]}});var expected6="PUBLIC may neither connect to a database nor make temporary objects in it",database={name:"shop",owner:"shop_owner",template:!1,allowsConnections:!0,
publicConnect:!0,publicTemporary:!0,xidAge:1e3,multixactAge:1e3},notOurs=new Set(["rdsadmin","cloudsqladmin","azure_maintenance","azure_sys","_dodb","_aiven"]),
pgDatabasePublicPrivs=defineCheck({id:"pg-database-public-privs",title:"Databases are closed for PUBLIC",question:"May every role of the server connect to a dat\
abase?",why:"By default they all may, also where no grant is written down. With several applications on a server each role can then look into the catalogues of \
the others.",severity:"medium",needs:"any login role",remediation:{all:"REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC; after GRANT CONNECT to the roles\
 that use it."},judge:facts=>whenAllSeen(facts.databases,facts.provider,expected6,databases=>{let ours=databases.items.filter(d=>!d.template&&d.allowsConnections&&
!notOurs.has(d.name)),alone=databases.complete&&ours.filter(d=>d.name!=="postgres").length<=1;return judgeListing({items:ours,complete:databases.complete},expected6,
{offends:({name,publicConnect,publicTemporary})=>{let held=[...publicConnect?["CONNECT"]:[],...publicTemporary?["TEMPORARY"]:[]];return held.length===0?void 0:fail(
`PUBLIC has ${held.join(" and ")} on database ${name}`,expected6,{object:name,...alone||!publicConnect?{severity:"low"}:{}})},clean:"PUBLIC has neither CONNECT \
nor TEMPORARY on any database"})}),examples:{healthy:[example()],defective:[example({databases:listed(database)}),example({databases:listed(database,{...database,
name:"other"})})],blind:[blind]}});var expected7="debug_print_parse, _rewritten and _plan off",names3=["debug_print_parse","debug_print_rewritten","debug_print_plan"],pgDebugPrint=defineCheck({id:"\
pg-debug-print",title:"Query trees stay out of the log",question:"Does the server print parse trees and plans to the log?",why:"They hold the constants of every\
 query, personal data among them, and swell the log.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"ALTER SYSTEM RESET name; then SELE\
CT pg_reload_conf();"},judge:facts=>whenSeen(facts.settings,expected7,()=>{let present=names3.flatMap(name=>{let setting5=settingOf(facts,name);return setting5?.
seen===!0?[{name,value:setting5.value.value}]:[]}),on3=present.filter(({value})=>asBoolean(value)!==!1);return on3.length>0?on3.map(({name,value})=>fail(`${name}\
 = ${value}`,expected7,{object:name})):present.length<names3.length?[{outcome:"unknown",reason:"unexpected-reply",observed:"not all of them are shown",expected:expected7}]:
[pass("all off",expected7)]}),examples:{healthy:[example()],defective:[example({settings:settings({debug_print_plan:"on"})})],blind:[blind,example({settings:settings(
{debug_print_plan:void 0})})]}});var expected8="no default privilege grants to PUBLIC what is made later",grant={creator:"shop_owner",schema:null,objects:"tables",privileges:["SELECT"]},pgDefaultAclPublic=defineCheck(
{id:"pg-default-acl-public",title:"Default privileges grant nothing to PUBLIC",question:"Will tables, sequences or schemas made from now on be granted to every \
role?",why:"ALTER DEFAULT PRIVILEGES works silently on objects that nobody has thought of yet.",severity:"medium",needs:"any login role",remediation:{all:"ALTER\
 DEFAULT PRIVILEGES FOR ROLE creator REVOKE ALL ON TABLES FROM PUBLIC; likewise for the other kinds."},judge:facts=>whenSeen(facts.defaultGrants,expected8,grants=>judgeListing(
grants,expected8,{offends:({creator,schema,objects,privileges})=>{let where=schema===null?"everywhere":`in schema ${schema}`;return fail(`PUBLIC gets ${privileges.
join(", ")} on ${objects} that ${creator} makes ${where} ${inDatabase(facts)}`,expected8,{object:`${creator} ${schema??"*"} ${objects}`})},clean:`no default pri\
vilege for PUBLIC ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({defaultGrants:listed(grant)})],blind:[blind,example({defaultGrants:cut()})]}});var expected9="reporting roles only read; application roles only read and change rows",reporting={role:"reporting",user:"shop_bi",database:"shop"},excess=({role},{
privilege,kind,owned})=>{if(role==="reporting")return privilege==="TEMPORARY"?"low":"high";if(!(kind!=="table"||owned))return privilege==="TRIGGER"?"medium":["T\
RUNCATE","REFERENCES","MAINTAIN"].includes(privilege)?"low":void 0},judgeIdentity=(facts,identity,privileges)=>{let bad=privileges.flatMap(privilege=>{let severity=privilege.
user===identity.user?excess(identity,privilege):void 0;return severity===void 0?[]:[fail(`${identity.user} (${identity.role}) holds ${privilege.privilege} on ${privilege.
objects} ${privilege.kind} object(s) ${inDatabase(facts)}, for example ${privilege.example}`,expected9,{object:`${identity.user} ${privilege.privilege} ${privilege.
kind}`,severity})]});return bad.length>0?bad:[pass(`${identity.user} (${identity.role}) holds nothing beyond it ${inDatabase(facts)}`,expected9,{object:identity.
user})]},pgExcessiveDml=defineCheck({id:"pg-excessive-dml",title:"Reporting only reads, applications only change rows",question:"Does a reporting role hold a wr\
ite privilege, or an application more than rows need?",why:"A read-only account is only as good as its privileges. TRIGGER lets a role run its code as whoever w\
rites to the table; TRUNCATE empties tables past row triggers and policies.",severity:"medium",needs:"any login role, and the roles declared for the target",remediation:{
all:"REVOKE what is named here from the role (or from the group or PUBLIC that gives it) and grant SELECT, or SELECT, INSERT, UPDATE, DELETE, only."},judge:facts=>forIdentities(
facts,facts.identityPrivileges,facts.roles,expected9,(privileges,roles)=>facts.identities.flatMap(identity=>{let object2=identity.user,role=roles.items.find(({name})=>name===
identity.user);if(role===void 0||!privileges.complete)return[unknown(unseen(role===void 0?"unexpected-reply":"limit-exceeded",{detail:role===void 0?`the declare\
d role ${identity.user} was not found on the server`:"there are more privileges than dbvet reads"}),expected9,{object:object2})];if(role.superuser)return[fail(`${identity.
user} is a superuser and so holds every privilege`,expected9,{object:object2,severity:"high"})];let here=facts.observer.seen?facts.observer.value.database:void 0;
return identity.database!==here?[unknown(unseen("client-cannot-offer",{detail:`dbvet looked into database ${here??"(unknown)"}; this role works in ${identity.database}`}),
expected9,{object:object2})]:judgeIdentity(facts,identity,privileges.items)})),examples:{healthy:[example(),example({identities:[reporting],roles:listed({...plainRole,
name:"shop_bi"})})],defective:[example({identities:[reporting],roles:listed({...plainRole,name:"shop_bi"}),identityPrivileges:listed({user:"shop_bi",kind:"table",
privilege:"INSERT",objects:3,example:"public.orders",owned:!1})}),example({identityPrivileges:listed({user:"shop_app",kind:"table",privilege:"TRIGGER",objects:1,
example:"public.orders",owned:!1})})],blind:[blind,example({identities:[]}),example({roles:listed()}),example({identities:[{...reporting,user:"shop_app",database:"\
other"}]})]}});var expected10="no extension that reaches files, other machines or the storage without need",risky={file_fdw:["files of the server","medium"],adminpack:["files \
of the server","medium"],pageinspect:["raw pages past every privilege","medium"],plpython3u:["the operating system","medium"],plperlu:["the operating system","m\
edium"],pltclu:["the operating system","medium"],plsh:["the operating system","high"],dblink:["other servers","low"],http:["other machines","medium"],pg_net:["o\
ther machines","medium"],aws_lambda:["functions in the cloud","medium"],aws_s3:["object storage","medium"],azure_storage:["object storage","medium"],pg_background:[
"background processes","low"],pg_cron:["scheduled jobs","low"],lo:["large objects","info"],xml2:["an outdated XML parser","low"]},pgExtensionAllowlist=defineCheck(
{id:"pg-extension-allowlist",title:"No risky extension without need",question:"Is an extension installed that reaches beyond the database?",why:"Such an extensi\
on turns a foothold in SQL into files, programs or traffic to the outside. Where the application needs it, waive it with that reason.",severity:"medium",needs:"\
any login role",remediation:{all:"DROP EXTENSION name; where nobody uses it, else revoke its functions from PUBLIC."},judge:facts=>whenSeen(facts.extensions,expected10,
extensions2=>judgeListing(extensions2,expected10,{offends:({name,version})=>{let risk=Object.hasOwn(risky,name)?risky[name]:void 0;if(risk===void 0)return;let[reach,
severity="medium"]=risk;return fail(`${name} ${version} reaches ${reach} ${inDatabase(facts)}`,expected10,{object:name,severity})},clean:`${extensions2.items.length}\
 extensions, none of them risky, ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({extensions:listed({name:"file_fdw",version:"1.0",schema:"\
public"})})],blind:[blind,example({extensions:cut()})]}});var expected11="foreign servers on other machines are reached with sslmode=verify-full",server={name:"warehouse",wrapper:"postgres_fdw",remote:!0,sslmode:null},
pgFdwSslmode=defineCheck({id:"pg-fdw-sslmode",title:"Foreign servers are reached over verified TLS",question:"Does this server connect to another one without ve\
rifying it?",why:"As a client this server is bound by the same rules as others: without sslmode=verify-full it hands passwords and rows to whoever answers.",severity:"\
medium",needs:"any login role",remediation:{all:"ALTER SERVER name OPTIONS (SET sslmode 'verify-full'); (ADD where the option is missing), with sslrootcert."},judge:facts=>whenSeen(
facts.foreignServers,expected11,servers=>servers.complete&&!servers.items.some(item=>item.remote)?[notApplicable(`no PostgreSQL foreign server on another machin\
e ${inDatabase(facts)}`,expected11)]:judgeListing(servers,expected11,{offends:({name,remote,sslmode})=>!remote||sslmode==="verify-full"?void 0:fail(`foreign ser\
ver ${name}: sslmode ${sslmode??"not set (prefer)"} ${inDatabase(facts)}`,expected11,{object:name,...sslmode==="disable"||sslmode==="allow"?{severity:"high"}:sslmode===
"verify-ca"?{severity:"low"}:{}}),clean:`all verify the server ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({foreignServers:listed(
server)}),example({foreignServers:listed({...server,sslmode:"disable"})})],blind:[blind,example({foreignServers:cut()})],notApplicable:[example({foreignServers:listed()})]}});var rule=(text,order2=1)=>{let words=text.split(/\s+/),[type="",databases="",users=""]=words,[where,method]=type==="local"?[void 0,words[3]]:[words[3],words[4]],
[address=null,netmask=null]=where?.split("/")??[];return{order:order2,place:`line ${order2}`,type,databases:databases.split(","),users:users.split(","),address,
netmask,method:method??null,clientCertificate:null,protectsPassword:!1,error:!1}},withRules=(...texts)=>example({rules:listed(...texts.map((text,i)=>rule(text,i+
1)))}),hardenedRules=["local all all peer","hostssl all all 10.0.0.0/255.255.255.0 scram-sha-256","host all all all reject"];import{isIP}from"node:net";var groupsOf=text=>text===""?[]:text.split(":"),addressNumber=text=>{let bare=text.replace(/%.*$/,"");if(isIP(bare)===4)return{family:4,
value:bare.split(".").reduce((sum,part)=>sum*256n+BigInt(part),0n)};if(isIP(bare)!==6)return;let plain=bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/,(_,a,b,c,d)=>[
Number(a)*256+Number(b),Number(c)*256+Number(d)].map(n=>n.toString(16)).join(":")),[head="",tail]=plain.split("::"),front=groupsOf(head),back=tail===void 0?[]:groupsOf(
tail),zeros=Array.from({length:8-front.length-back.length},()=>"0");return{family:6,value:(tail===void 0?front:[...front,...zeros,...back]).reduce((sum,group)=>sum*
65536n+BigInt(`0x${group}`),0n)}},widths={4:32n,6:128n},everything=family=>({family,low:0n,high:(1n<<widths[family])-1n}),maskedRange=(address,netmask)=>{let base=addressNumber(
address),mask=addressNumber(netmask);if(base===void 0||mask?.family!==base.family)return;let hosts=everything(base.family).high^mask.value;if((hosts&hosts+1n)!==
0n)return;let low=base.value&mask.value;return{family:base.family,low,high:low+hosts}},cidr=text=>{let[address="",bits="0"]=text.split("/"),base=addressNumber(address);
if(base===void 0)throw new Error(`not a network: ${text}`);let size=1n<<widths[base.family]-BigInt(bits);return{family:base.family,low:base.value,high:base.value+
size-1n}},loopback=["127.0.0.0/8","::1/128"].map(cidr),inner=[...["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16","100.64.0.0/10","169.254.0.0/16"].map(cidr),...[
"fc00::/7","fe80::/10"].map(cidr),...loopback],within=(family,value,ranges)=>ranges.some(range=>range.family===family&&range.low<=value&&value<=range.high);var anyOf=matches=>matches.includes("yes")?"yes":matches.includes("unknown")?"unknown":"no",memberOf=(memberships,user,role)=>user===role||membershipPath(memberships,
user,role)!==void 0?"yes":"no",matchUser=(rule2,user,memberships)=>anyOf((rule2.users??[]).map(token=>token==="all"||token===user?"yes":token.startsWith("+")?memberOf(
memberships,user,token.slice(1)):token.startsWith("/")||token.startsWith("@")?"unknown":"no")),replication=Symbol("replication"),matchDatabase=(rule2,database3,user,memberships)=>anyOf(
(rule2.databases??[]).map(token=>database3===replication?token==="replication"?"yes":"no":token==="all"||token===database3?token==="replication"?"no":"yes":token===
"sameuser"?database3===user?"yes":"no":token==="samerole"||token==="samegroup"?memberOf(memberships,user,database3):token.startsWith("/")||token.startsWith("@")?
"unknown":"no")),rangesOf=rule2=>{if(rule2.address==="all")return"all";if(rule2.address===null||rule2.netmask===null)return"unknown";let range=maskedRange(rule2.
address,rule2.netmask);return range===void 0?"unknown":[range]},typesOf={socket:["local"],plain:["host","hostnogssenc","hostnossl"],tls:["host","hostnogssenc","\
hostssl"],gss:["host","hostnossl","hostgssenc"]},matchWay=({type},way)=>type!==null&&typesOf[way].includes(type);var maxSteps=3e6,segmentsOf=rules=>[4,6].flatMap(family=>{let cuts=new Set([0n]),ranges=rules.flatMap(rule2=>{let found=rangesOf(rule2);return typeof found=="st\
ring"?[]:found});for(let range of[...ranges,...inner])range.family===family&&(cuts.add(range.low),cuts.add(range.high+1n));let end=everything(family).high,starts=[
...cuts].filter(cut2=>cut2<=end).sort((a,b)=>a<b?-1:1);return starts.map((low,i)=>({family,low,high:(starts[i+1]??end+1n)-1n}))}),matchAddress=(rule2,segment2)=>{
if(segment2===void 0)return"yes";let ranges=rangesOf(rule2);return ranges==="all"?"yes":ranges==="unknown"?"unknown":within(segment2.family,segment2.low,ranges)?
"yes":"no"},casesOf=({rules,users,databases,memberships})=>{let cases=new Map;for(let user of users){let byUser=rules.map(rule2=>matchUser(rule2,user,memberships));
for(let database3 of[...databases,replication]){let matches=rules.map((rule2,i)=>{let who=byUser[i]??"no";if(who==="no")return"no";let where=matchDatabase(rule2,
database3,user,memberships);return where==="no"?"no":who==="yes"?where:"unknown"}),key=matches.join();cases.has(key)||cases.set(key,{user,database:database3===replication?
"(replication)":database3,matches})}}return[...cases.values()]},simulate=inputs=>{let{rules,tls}=inputs;if(inputs.users.length*(inputs.databases.length+1)*rules.
length>maxSteps)return;let cases=casesOf(inputs),segments=segmentsOf(rules),gss=rules.some(({type})=>type==="hostgssenc"),ways2=["plain",...tls?["tls"]:[],...gss?
["gss"]:[]];if(cases.length*segments.length*3*rules.length>maxSteps)return;let decisions=[],unclear=!1,decide=(one,way,range)=>{for(let[i,rule2]of rules.entries()){
if(!matchWay(rule2,way))continue;let name=one.matches[i]??"no",address=name==="no"?"no":matchAddress(rule2,range);if(name==="no"||address==="no")continue;if(name===
"unknown"||address==="unknown"){unclear=!0;return}let{user,database:database3}=one;decisions.push({rule:rule2,way,user,database:database3,...range===void 0?{}:{
range}});return}};for(let one of cases){decide(one,"socket",void 0);for(let way of ways2)for(let segment2 of segments)decide(one,way,segment2)}return{decisions,
unclear}},admissions=({decisions})=>decisions.filter(({rule:rule2})=>rule2.method!=="reject");var playRules=facts=>{let{rules,roles,databases,memberships}=facts;if(!rules.seen)return rules;if(!roles.seen)return roles;if(!databases.seen)return databases;if(!memberships.
seen)return memberships;let tls=settingOf(facts,"ssl");if(tls?.seen===!1)return tls;if(![rules,roles,databases,memberships].every(fact=>fact.value.complete))return unseen(
"limit-exceeded",{detail:"there are more rules, roles or databases than dbvet reads"});if(rules.value.items.some(rule2=>rule2.error))return unseen("file-invalid",
{detail:"pg_hba.conf has a line that the server cannot read, so that the rules in force are older ones"});let played=simulate({rules:rules.value.items,users:roles.
value.items.filter(role=>role.canLogin).map(role=>role.name),databases:databases.value.items.filter(d=>d.allowsConnections).map(d=>d.name),memberships:memberships.
value.items,tls:tls!==void 0&&asBoolean(tls.value.value)===!0});return played===void 0?unseen("limit-exceeded",{detail:"pg_hba.conf is too large to be played th\
rough"}):{seen:!0,value:played}},isRemote=({range})=>range!==void 0&&!within(range.family,range.low,loopback),isPublic=({range})=>range!==void 0&&!within(range.
family,range.low,inner),ways={socket:"over the Unix socket",plain:"without TLS",tls:"over TLS",gss:"with GSS encryption"},trusts=({rule:rule2})=>rule2.method===
"trust"&&rule2.clientCertificate!=="verify-full",faultOfTrust=({rule:rule2})=>rule2.clientCertificate===null?"lets in without a proof":"lets in whoever has any \
certificate of the CA, as any role",worth={critical:4,high:3,medium:2,low:1,info:0},describe=({rule:rule2,way,user,database:database3},text)=>`${rule2.place} (${rule2.
type??""} \u2026 ${rule2.method??""}): ${text}, for example ${user} to ${database3} ${ways[way]}`,judgeAdmissions=(facts,expected60,{judge,clean})=>whenSeen(playRules(
facts),expected60,played=>{let worst=new Map;for(let decision of admissions(played)){let fault2=judge(decision),known=worst.get(decision.rule.place);fault2!==void 0&&
(known===void 0||worth[known.fault.severity]<worth[fault2.severity])&&worst.set(decision.rule.place,{decision,fault:fault2})}return worst.size>0?[...worst].map(
([object2,{decision,fault:fault2}])=>fail(describe(decision,fault2.text),expected60,{object:object2,severity:fault2.severity})):played.unclear?[unknown(unseen("\
client-cannot-offer",{detail:"some rules name hosts, own networks or patterns, which cannot be told from outside"}),expected60)]:[pass(`${clean} (as the file is\
 now; it is in force since the last reload only)`,expected60)]});var expected12="rules name the networks that clients come from",most={4:65536n,6:1n<<96n},pgHbaAnyAddress=defineCheck({id:"pg-hba-any-address",title:"Access rul\
es name networks, not the whole world",question:"How many public addresses do the access rules, taken together, let in?",why:"One rule for all addresses and two\
 for half of them each are the same. A firewall in front may be opened by mistake; these rules are the second line.",severity:"medium",scope:"node",needs:"SELEC\
T on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Replace the wide rules by one rule for each network that clients come from."},judge:facts=>whenSeen(
playRules(facts),expected12,played=>{let open5=admissions(played).filter(isPublic),wide=[4,6].filter(family=>[...new Map(open5.flatMap(({range})=>range?.family===
family?[[range.low,range.high-range.low+1n]]:[])).values()].reduce((sum,size)=>sum+size,0n)>most[family]);if(wide.length>0){let places=[...new Set(open5.flatMap(
({rule:rule2,range})=>range!==void 0&&wide.includes(range.family)?[rule2.place]:[]))],plain=open5.some(({way})=>way==="plain");return[fail(`${wide.map(family=>`\
IPv${family}`).join(" and ")}: more public addresses than one organisation has, by ${places.join(", ")}`,expected12,plain?{severity:"high"}:{})]}return played.unclear?
[unknown(unseen("client-cannot-offer",{detail:"some rules name hosts, own networks or patterns"}),expected12)]:[pass("no wide range of public addresses is let i\
n",expected12)]}),examples:{healthy:[withRules(...hardenedRules),withRules("hostssl all all 203.0.113.0/255.255.255.0 scram-sha-256"),withRules("hostssl all all\
 2001:db8::/ffff:ffff:ffff:: scram-sha-256")],defective:[withRules("hostssl all all all scram-sha-256"),withRules("hostssl all all 0.0.0.0/0.0.0.0 scram-sha-256"),
withRules("hostssl all all 0.0.0.0/128.0.0.0 scram-sha-256","hostssl all all 128.0.0.0/128.0.0.0 scram-sha-256"),withRules("hostssl all all ::/:: cert")],blind:[
blind,withRules("hostssl all all .example.com scram-sha-256")]}});var expected13="whoever comes from another machine meets TLS and real authentication, or a rejection",pgHbaEffectiveFirstMatch=defineCheck({id:"pg-hba-effective\
-first-match",title:"The access rules, played through, keep strangers out",question:"Which rule decides for each address, role and database, and does it ask for\
 TLS and a proof?",why:"The first rule that matches decides; a strict rule behind a loose one never does. So the rules are played through in order instead of be\
ing looked at one by one.",severity:"critical",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Put hostssl rules \
for known networks first and host all all all reject last; take out or move what comes before them."},judge:facts=>judgeAdmissions(facts,expected13,{judge:decision=>{
if(isRemote(decision)){if(trusts(decision))return{severity:"critical",text:faultOfTrust(decision)};if(decision.way==="plain")return isPublic(decision)?{severity:"\
critical",text:"lets in from public addresses in clear"}:{severity:"high",text:"lets in from other machines in clear"}}},clean:"every way in from another machin\
e leads over TLS and a proof"}),examples:{healthy:[withRules(...hardenedRules),withRules("hostnossl all all all reject","host all all all scram-sha-256"),withRules(
"host all all all reject","host all all all trust"),withRules("host all all 127.0.0.1/255.255.255.255 scram-sha-256")],defective:[withRules("host all all 0.0.0.\
0/0.0.0.0 scram-sha-256","host all all all reject"),withRules("hostssl all all all trust"),withRules("host all shop_app 10.0.0.0/255.0.0.0 md5","hostnossl all a\
ll all reject")],blind:[blind,withRules("hostssl all all client.example.com scram-sha-256"),withRules("hostssl all /^app all scram-sha-256")]}});var expected14="rules for other machines are hostssl, or plaintext is rejected before them",pgHbaHostNotHostssl=defineCheck({id:"pg-hba-host-not-hostssl",title:"\
Access rules demand TLS",question:"Does a rule of type host or hostnossl let in plaintext from other machines?",why:"host takes both TLS and plaintext. The clie\
nt then decides, and many clients do not ask for TLS.",severity:"high",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{
all:"Write hostssl for host, and end the file with hostnossl all all all reject."},judge:facts=>judgeAdmissions(facts,expected14,{judge:decision=>decision.way===
"plain"&&isRemote(decision)?{severity:"high",text:"lets in without TLS"}:void 0,clean:"no rule lets in plaintext from another machine"}),examples:{healthy:[withRules(
...hardenedRules),withRules("hostnossl all all all reject","host all all all scram-sha-256"),withRules("host all all all reject")],defective:[withRules("host al\
l all 10.0.0.0/255.0.0.0 scram-sha-256"),withRules("hostnossl shop shop_app 192.0.2.7/255.255.255.255 scram-sha-256",...hardenedRules)],blind:[blind,withRules("\
host all all samenet scram-sha-256")]}});var expected15="no rule for the network that decides uses ident",pgHbaIdentTcp=defineCheck({id:"pg-hba-ident-tcp",title:"No client vouches for itself over the n\
etwork",question:"Does an access rule that takes effect ask the client\u2019s own machine who the user is?",why:"With ident the server believes an ident service\
 on the client\u2019s machine (RFC 1413). Whoever holds that machine, or its address, is whoever he says. For the Unix socket the same word means peer, which asks th\
e kernel and is sound.",severity:"high",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Replace ident by scram-sh\
a-256 or cert in rules for the network; for the Unix socket write peer."},judge:facts=>judgeAdmissions(facts,expected15,{judge:decision=>{let{rule:rule2,way}=decision;
if(!(rule2.method!=="ident"||way==="socket"))return isRemote(decision)?{severity:"high",text:"believes the client\u2019s machine"}:{severity:"low",text:"believe\
s an ident service on the server\u2019s own machine"}},clean:"no rule for the network that decides uses ident"}),examples:{healthy:[withRules(...hardenedRules),
withRules("local all all peer","local all all ident"),withRules("host all all all reject","host all all all ident")],defective:[withRules("hostssl all all 10.0.\
0.0/255.0.0.0 ident"),withRules("host all all 127.0.0.1/255.255.255.255 ident")],blind:[blind,withRules("hostssl all all client.example.com ident")]}});var expected16="no rule that decides uses the method md5",md5=listed(rule("hostssl all all all md5")),pgHbaMd5=defineCheck({id:"pg-hba-md5",title:"No access rul\
e allows MD5",question:"Does a rule that takes effect use the method md5?",why:"The method takes MD5 passwords where there are any. A role with a SCRAM verifier\
 does SCRAM under it all the same: then only the door stands open.",severity:"medium",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its functio\
n",remediation:{all:"Set password_encryption to scram-sha-256, set the passwords anew, then write scram-sha-256 in pg_hba.conf."},judge:facts=>{let{passwords}=facts,
none=passwords.seen&&passwords.value.complete&&passwords.value.items.every(p=>p.kind!=="md5");return judgeAdmissions(facts,expected16,{judge:({rule:{method}})=>method!==
"md5"?void 0:none?{severity:"low",text:"allows md5, which no role uses: all passwords are SCRAM"}:{severity:"medium",text:"allows md5"},clean:"no rule that deci\
des uses md5"})},examples:{healthy:[withRules(...hardenedRules)],defective:[example({rules:md5}),example({rules:md5,passwords:unseen("permission-denied")})],blind:[
blind]}});var expected17="the rules of pg_hba.conf can be read, and there are some",pgHbaObservable=defineCheck({id:"pg-hba-observable",title:"The access rules can be see\
n",question:"May the scanner read the rules of pg_hba.conf?",why:"The rules decide who may connect from where and how. Where they are hidden, only attempts to c\
onnect show what they allow.",severity:"info",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function: not given on managed services",remediation:{
all:"On a server of your own grant both to the scanner\u2019s role; on managed services rely on the TLS checks."},judge:facts=>whenSeen(facts.rules,expected17,rules=>[
rules.items.length===0?fail("the file holds no rule at all: the server refuses it at the next reload",expected17):pass(`${rules.complete?"":"at least "}${rules.
items.length} rules; the view shows the file as it is now, which is in force only after a reload`,expected17)]),examples:{healthy:[withRules(...hardenedRules),example()],
defective:[example({rules:listed()})],blind:[blind]}});var expected18="every line of pg_hba.conf can be read",good=rule("local all all peer"),pgHbaParseError=defineCheck({id:"pg-hba-parse-error",title:"pg_hba.conf h\
as no faulty lines",question:"Has pg_hba.conf a line that the server cannot read?",why:"The server then keeps the old rules at the next reload, and does not sta\
rt after the next stop.",severity:"medium",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Correct the line, then\
 SELECT pg_reload_conf(); and look at pg_hba_file_rules again."},judge:facts=>whenSeen(facts.rules,expected18,rules=>judgeListing(rules,expected18,{offends:({error,
place})=>error?fail(`${place} cannot be read`,expected18,{object:place}):void 0,clean:`${rules.items.length} rules without a fault`})),examples:{healthy:[example(
{rules:listed(good)})],defective:[example({rules:listed(good,{...good,error:!0,method:null,type:null})})],blind:[blind,example({rules:cut(good)})]}});var expected19="no rule that decides has the client send its password itself",sendsPassword=new Set(["password","ldap","pam","bsd","radius"]),pgHbaPasswordCleartext=defineCheck(
{id:"pg-hba-password-cleartext",title:"Passwords are not sent to the server",question:"Does a rule that takes effect make clients send their password as it is?",
why:"With SCRAM the server never sees the password. With these methods it does, and on a connection without TLS so does everybody on the way.",severity:"high",scope:"\
node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Use scram-sha-256, cert, gss or oauth; where a directory must check pass\
words, over hostssl only and with ldaptls=1 or ldaps."},judge:facts=>judgeAdmissions(facts,expected19,{judge:({rule:{method,protectsPassword},way})=>{if(sendsPassword.
has(method??""))return way==="plain"?{severity:"high",text:"the password crosses the network in clear"}:method==="ldap"&&!protectsPassword?{severity:"high",text:"\
the server passes the password to LDAP in clear"}:method==="password"?{severity:"medium",text:"the server gets the password itself"}:method==="pam"?{severity:"i\
nfo",text:"the server gets the password or token itself"}:{severity:"low",text:"the server gets the password itself"}},clean:"no rule that decides asks for the \
password itself"}),examples:{healthy:[withRules(...hardenedRules)],defective:[withRules("host all all all password"),withRules("hostssl all all all password"),example(
{rules:listed(rule("hostssl all all all ldap"))})],blind:[blind]}});var expected20="no rule that decides uses trust",pgHbaTrust=defineCheck({id:"pg-hba-trust",title:"Nobody is trusted without a proof",question:"Does any access r\
ule that takes effect let somebody in without authentication?",why:"With trust whoever reaches the server is whoever he says, the superuser too.",severity:"crit\
ical",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Replace trust by peer for the socket, and by scram-sha-256 \
or cert for the network."},judge:facts=>judgeAdmissions(facts,expected20,{judge:decision=>{if(!trusts(decision))return;let text=faultOfTrust(decision);return isRemote(
decision)?{severity:"critical",text}:{severity:decision.way==="socket"?"medium":"high",text}},clean:"no rule that decides uses trust"}),examples:{healthy:[withRules(
...hardenedRules),withRules("local all all peer","local all all trust")],defective:[withRules("local all all trust"),withRules("host all all 127.0.0.1/255.255.2\
55.255 trust"),withRules("hostssl shop shop_app all trust")],blind:[blind,withRules("host all all samehost trust")]}});var expected21="parameter values stay out of the log wherever statements are logged",pgLogParameterLeak=defineCheck({id:"pg-log-parameter-leak",title:"Bound val\
ues stay out of the log",question:"Are the values of statement parameters written to the log?",why:"Applications bind personal data and passwords as parameters,\
 and the default writes them to the log in full whenever a statement is logged.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"ALTER S\
YSTEM SET log_parameter_max_length = 0; and log_parameter_max_length_on_error = 0; then SELECT pg_reload_conf();"},judge:facts=>{let length=settingOf(facts,"log\
_parameter_max_length",{since:13}),onError=settingOf(facts,"log_parameter_max_length_on_error",{since:13}),statement=settingOf(facts,"log_statement"),slow=settingOf(
facts,"log_min_duration_statement"),audit=settingOf(facts,"pgaudit.log_parameter",customSetting);if(length===void 0||onError===void 0)return[notApplicable("befo\
re PostgreSQL 13 there is no such limit",expected21)];let needed=[length,onError,statement,slow];for(let fact of needed)if(fact?.seen===!1)return[unknown(fact,expected21)];
let value=fact=>fact?.seen===!0?fact.value.value:"",statements=(asList(value(statement))[0]??"none")!=="none"||Number(value(slow))>=0,leaks=[...statements&&value(
length)!=="0"?[`log_parameter_max_length = ${value(length)} while statements are logged`]:[],...value(onError)==="0"?[]:[`log_parameter_max_length_on_error = ${value(
onError)}`],...value(audit)==="on"?["pgaudit.log_parameter = on"]:[]];return leaks.length>0?[fail(leaks.join("; "),expected21)]:[pass(statements?"values are cut\
 to nothing":"no statements are logged",expected21)]},examples:{healthy:[example()],defective:[example({settings:settings({log_parameter_max_length:"-1"})}),example(
{settings:settings({log_parameter_max_length_on_error:"64"})})],blind:[blind,example({settings:settings({log_min_duration_statement:void 0})})]}});var classes=["read","write","function","role","ddl","misc","misc_set"],auditClasses=value=>{let active=new Set;for(let word of asList(value)){let negative=word.
startsWith("-"),name=negative?word.slice(1):word,meant=name==="all"?classes:name==="none"?[]:classes.filter(c=>c===name);if(name!=="none"&&meant.length===0)return;
name==="none"&&active.clear();for(let item of meant)negative?active.delete(item):active.add(item)}return active};var nameScope=({role,database:database3})=>[role===null?[]:[`role ${role}`],database3===null?[]:[`database ${database3}`],role===null&&database3===null?["all ro\
les"]:[]].flat().join(" in "),weaker={log_statement:value=>value==="none",log_connections:value=>asBoolean(value)===!1||asList(value).every(word=>["receipt","se\
tup_durations"].includes(word)),log_disconnections:value=>asBoolean(value)===!1,log_min_messages:value=>["error","log","fatal","panic"].includes(value),log_min_error_statement:value=>[
"log","fatal","panic"].includes(value),log_error_verbosity:value=>value==="terse","pgaudit.log":value=>lostClasses(value,void 0).length>0,"pgaudit.log_catalog":value=>asBoolean(
value)===!1},lostClasses=(value,server2)=>{let before=server2===void 0?void 0:auditClasses(server2),active=auditClasses(value);return["ddl","role"].filter(name=>(before?.
has(name)??!0)&&!(active?.has(name)??!1))},silences=({name,value},server2)=>{if(value===null||!Object.hasOwn(weaker,name))return!1;if(name==="pgaudit.log")return lostClasses(
value.toLowerCase(),server2).length>0;let bad=weaker[name]??(()=>!1);return bad(value.toLowerCase())&&!(server2!==void 0&&bad(server2.toLowerCase()))},graver={session_replication_role:value=>value===
"origin"?void 0:"high",row_security:value=>asBoolean(value)===!1?"high":void 0,password_encryption:value=>value==="scram-sha-256"?void 0:"high",default_transaction_read_only:value=>asBoolean(
value)===!1?"low":void 0,statement_timeout:value=>/^0\D*$/.test(value)?"low":void 0,role:value=>value==="none"?void 0:"low"},weakens=({name,value})=>value!==null&&
Object.hasOwn(graver,name)?graver[name]?.(value.toLowerCase()):void 0,readableOverrides=[...Object.keys(weaker),...Object.keys(graver),"pgaudit.role","search_pa\
th","lock_timeout","idle_in_transaction_session_timeout"];var expected22="pgaudit.role names a role that holds SELECT on the tables to watch, or pgaudit.log has read and write",recordsAll=value=>{let active=auditClasses(
value);return active!==void 0&&active.has("read")&&active.has("write")},valueOf=(facts,name)=>{let setting5=settingOf(facts,name,customSetting);return setting5?.
seen===!0?seen(setting5.value.value):setting5},exempt=(facts,name,keeps)=>facts.roleSettings.seen?facts.roleSettings.value.items.filter(item=>item.name===name&&
!keeps(item.value??"")).map(nameScope):[],audited=(tables,{role,exists,reads,example:first},facts)=>{if(!exists)return[fail(`pgaudit.role = ${role}, and there i\
s no such role`,expected22)];let here=inDatabase(facts);return tables===0?[fail(`${role} holds no grant, so that nothing is recorded, ${here}`,expected22)]:reads===
0?[fail(`${role} holds no SELECT, so that no read is recorded, ${here}`,expected22)]:[pass(`${role} watches ${tables} tables, ${reads} of them when they are rea\
d, for example ${first??""}, ${here}; whether these are the sensitive ones is for you to say`,expected22)]},pgObjectAuditRole=defineCheck({id:"pg-object-audit-r\
ole",title:"pgAudit records the use of chosen tables",question:"Is each use of at least the chosen tables recorded, whoever it is that reads them?",why:"Without\
 it nobody can say whose records were seen in a theft. A role for auditing without grants records nothing, and a role or database with a value of its own slips \
through.",severity:"low",needs:"any login role",remediation:{all:"CREATE ROLE auditor NOLOGIN; set pgaudit.role to auditor; then GRANT SELECT, INSERT, UPDATE, D\
ELETE on each sensitive table TO auditor."},judge:facts=>{let classes2=valueOf(facts,"pgaudit.log"),role=valueOf(facts,"pgaudit.role");return classes2===void 0||
role===void 0?[notApplicable("pgAudit is not loaded",expected22)]:classes2.seen?role.seen?whenSeen(facts.roleSettings,expected22,overrides=>{if(!overrides.complete)
return[unknown({seen:!1,reason:"limit-exceeded"},expected22)];let everything2=recordsAll(classes2.value);if(!everything2&&role.value==="")return[fail(`pgaudit.r\
ole is empty, and pgaudit.log = ${classes2.value} does not do it`,expected22)];let outside=everything2?exempt(facts,"pgaudit.log",recordsAll):exempt(facts,"pgau\
dit.role",value=>value===role.value);return outside.length>0?outside.map(scope=>fail(`${scope} has a value of its own and is not recorded`,expected22,{object:scope})):
everything2?[pass(`pgaudit.log = ${classes2.value} records every table`,expected22)]:whenSeen(facts.auditedObjects,expected22,found=>audited(found.tables,found,
facts))}):[unknown(role,expected22)]:[unknown(classes2,expected22)]},examples:{healthy:[example(),example({settings:settings({"pgaudit.log":"all","pgaudit.role":""})})],
defective:[example({settings:settings({"pgaudit.role":""})}),example({auditedObjects:seen({role:"auditor",exists:!0,tables:0,reads:0,example:null})}),example({auditedObjects:seen(
{role:"auditor",exists:!1,tables:0,reads:0,example:null})}),example({auditedObjects:seen({role:"auditor",exists:!0,tables:2,reads:0,example:"a.b"})}),example({roleSettings:listed(
{role:"shop_app",database:null,name:"pgaudit.role",value:"",secretLike:!1})}),example({settings:settings({"pgaudit.log":"all","pgaudit.role":""}),roleSettings:listed(
{role:"shop_app",database:null,name:"pgaudit.log",value:"ddl, role",secretLike:!1})})],blind:[blind,example({roleSettings:cut()})],notApplicable:[example({settings:settings(
{"pgaudit.log":void 0,"pgaudit.role":void 0})})]}});var expected23="a scanner role that is no superuser and a member of pg_monitor",pgObserverCapabilities=defineCheck({id:"pg-observer-capabilities",title:"The sca\
nner sees enough and may not do more",question:"Does the scanner log in with a monitoring role, neither more nor less?",why:"Without pg_monitor much stays unsee\
n; with a superuser a stolen scanner password opens everything, although the scanner needs none of it.",severity:"info",scope:"node",needs:"any login role",remediation:{
all:"Create a role of its own for the scanner: CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet; and take superuser away from the one in use.","aws-rds":"Log \
in as the master user and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;",digitalocean:"Log in as doadmin and run CREATE ROLE dbvet LOGIN; GRANT pg_mon\
itor TO dbvet;","google-cloud-sql":"Log in as a member of cloudsqlsuperuser and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;"},judge:facts=>whenSeen(
facts.observer,expected23,who=>{if(who.superuser)return[fail(`dbvet looks as ${who.user}, a superuser`,expected23,{severity:"low"})];if(who.monitor)return[pass(
`dbvet looks as ${who.user} with pg_monitor`,expected23)];let grant3=`GRANT pg_monitor TO ${quoteName(who.user)};`;return[fail(`${who.user} is not a member of p\
g_monitor: checks that need it are unknown`,expected23,{grant:grant3,remediation:`Run as an administrator: ${grant3}`})]}),examples:{healthy:[example()],defective:[
example({observer:seen({...observer,superuser:!0})}),example({observer:seen({...observer,monitor:!1})})],blind:[blind]}});var expected24="SCRAM, a certificate, Kerberos, OAuth or the provider\u2019s IAM",session={tls:!0,version:"TLSv1.3",cipher:"TLS_AES_256_GCM_SHA384",bits:256,network:!0,
loopback:!1},weak=new Set(["md5","password","ident"]),strong2=new Set(["scram-sha-256","cert","gss","sspi","oauth","pam","peer"]),pgOwnAuthMethod=defineCheck({id:"\
pg-own-auth-method",title:"The scanner\u2019s own login was authenticated well",question:"Which method did the server use for this very login?",why:"The server\u2019\
s own word on one login shows which rule of pg_hba.conf really decides, also where that file is hidden.",severity:"critical",scope:"endpoint",needs:"any login r\
ole, PostgreSQL 16 or newer",remediation:{all:"Set password_encryption to scram-sha-256, set the passwords anew, then demand scram-sha-256 in pg_hba.conf.","aws\
-rds":"Set password_encryption and rds.accepted_password_auth_method to scram, then set the passwords anew."},judge:facts=>whenSeen(facts.ownSession,expected24,
own3=>{if(own3.systemUser===void 0)return[unknown(unseen("unsupported-version",{detail:"PostgreSQL before 16 does not tell"}),expected24)];if(own3.systemUser===
null)return own3.network?[fail("the server let the scanner in without any authentication (trust)",expected24)]:[fail("trusted over the Unix socket",expected24,{
severity:"medium"})];let method=own3.systemUser.split(":")[0]??"";return weak.has(method)?[fail(`authenticated with ${method}`,expected24,{severity:"high"})]:strong2.
has(method)?[pass(`authenticated with ${method}`,expected24)]:[unknown(unseen("unexpected-reply",{detail:`authenticated with ${method}, whose strength depends o\
n its service`}),expected24)]}),examples:{healthy:[example()],defective:[example({ownSession:seen({...session,systemUser:null})}),example({ownSession:seen({...session,
systemUser:"md5:dbvet"})})],blind:[blind,example({ownSession:seen(session)}),example({ownSession:seen({...session,systemUser:"ldap:dbvet"})})]}});var expected25="TLS 1.2 or newer with at least 128 bits",session2={tls:!0,version:"TLSv1.3",cipher:"TLS_AES_256_GCM_SHA384",bits:256,systemUser:"scram-sha-256:d\
bvet",network:!0,loopback:!1},unencrypted={...session2,tls:!1,version:null,cipher:null,bits:null},pgOwnSessionTls=defineCheck({id:"pg-own-session-tls",title:"Th\
e server sees the scanner\u2019s session as encrypted",question:"Did the server itself count this session as TLS?",why:"A proxy may end TLS and speak plaintext \
to the server behind it. This is what the server saw on its side of the last hop.",severity:"critical",scope:"endpoint",needs:"any login role",remediation:{all:"\
Have the pooler or proxy in front of the server speak TLS to the server too, and clients verify the server (sslmode=verify-full)."},judge:facts=>whenSeen(facts.
ownSession,expected25,own3=>{if(!own3.tls&&(!own3.network||own3.loopback))return[notApplicable("a pooler on the server\u2019s own machine speaks to it in clear, whic\
h does not leave the machine",expected25)];if(!own3.tls)return[fail("the server counts this session as unencrypted",expected25)];let text=`${own3.version??"unkn\
own version"}, ${own3.cipher??"unknown cipher"}, ${own3.bits??0} bits (on the server\u2019s side of the last hop)`;return[(own3.version==="TLSv1.2"||own3.version===
"TLSv1.3")&&(own3.bits??0)>=128?pass(text,expected25):fail(text,expected25,{severity:"high"})]}),examples:{healthy:[example()],defective:[example({ownSession:seen(
unencrypted)}),example({ownSession:seen({...session2,version:"TLSv1.1"})})],blind:[blind],notApplicable:[example({ownSession:seen({...unencrypted,network:!1})}),
example({ownSession:seen({...unencrypted,loopback:!0})})]}});var releases={checkedOn:"2026-11-22",majors:{9:{endOfLife:"2021-11-11",confirmed:0},10:{endOfLife:"2022-11-10",confirmed:23},11:{endOfLife:"2023-11-09",confirmed:22},
12:{endOfLife:"2024-11-21",confirmed:22},13:{endOfLife:"2025-11-13",confirmed:23},14:{endOfLife:"2026-11-12",confirmed:24,expected:25},15:{endOfLife:"2027-11-11",
confirmed:20},16:{endOfLife:"2028-11-09",confirmed:15,expected:16},17:{endOfLife:"2029-11-08",confirmed:11,expected:12},18:{endOfLife:"2030-11-14",confirmed:6,expected:7}}},
splitVersion=versionNum=>({major:Math.floor(versionNum/1e4),minor:versionNum%1e4});var expected26="no ordinary role may set superuser settings that audit or protection depend on",grave=/^(session_replication_role|row_security|log_.*|pgaudit\..*|session_preload_libraries|local_preload_libraries|dynamic_library_path|shared_preload_libraries)$/,
pgParameterGrants=defineCheck({id:"pg-parameter-grants",title:"Superuser settings are not handed out",question:"May an ordinary role change settings that are re\
served to superusers?",why:"Since PostgreSQL 15 single settings can be granted. Who may set session_replication_role switches triggers off; who may set log sett\
ings switches his own traces off.",severity:"high",needs:"any login role, PostgreSQL 15 or newer",remediation:{all:"REVOKE SET, ALTER SYSTEM ON PARAMETER name F\
ROM role;"},judge:facts=>whenSeen(facts.observer,expected26,who=>splitVersion(who.versionNum).major<15?[notApplicable("settings cannot be granted before Postgre\
SQL 15",expected26)]:whenAllSeen(facts.parameterGrants,facts.provider,expected26,(grants,provider2)=>judgeListing(grants,expected26,{offends:({parameter,grantee,
privilege})=>provider2.platform!==void 0&&grantee.startsWith("rds")?void 0:fail(`${grantee} holds ${privilege} on ${parameter}`,expected26,{object:`${grantee} ${parameter}`,
severity:privilege==="ALTER SYSTEM"||grave.test(parameter)?"high":"low"}),clean:"no setting is granted to an ordinary role"}))),examples:{healthy:[example()],defective:[
example({parameterGrants:listed({parameter:"session_replication_role",grantee:"shop_app",privilege:"SET"})})],blind:[blind,example({parameterGrants:cut()}),example(
{parameterGrants:unseen("permission-denied")})],notApplicable:[example({observer:seen({...observer,versionNum:140010})})]}});import*as z3 from"zod";import*as z2 from"zod";var Outcome=z2.enum(["pass","fail","not-applicable","unknown","error"]),Reason=z2.enum(["name-not-resolved","connection-refused","connect\
ion-timeout","connection-closed","tls-handshake-failed","certificate-not-verified","authentication-failed","no-credentials","permission-denied","hidden-by-provi\
der","timed-out","limit-exceeded","unexpected-reply","unsupported-version","client-cannot-offer","file-unreadable","file-invalid","offline","cancelled","interna\
l-error"]);var Finding=z3.strictObject({check:Slug,endpoint:z3.string(),object:z3.string().optional(),outcome:Outcome,severity:Severity,title:z3.string(),observed:z3.string(),
expected:z3.string(),reason:Reason.optional(),grant:z3.string().optional(),source:z3.string().optional(),remediation:z3.string()}).readonly();var cautionMark="; -- ",grantWithCaution=(statement,caution)=>`${statement.replace(/;$/,"")}${cautionMark}${caution}`;var whenPasswordsSeen=({passwords,observer:observer2},expected60,instead4,judge)=>{if(passwords.seen)return judge(passwords.value);let grant3=observer2.seen&&passwords.
grant!==void 0?grantWithCaution(passwords.grant,`not advised: a monitoring role could then read every password verifier. Better run this once as superuser and k\
eep the result as evidence: ${instead4}`):passwords.grant;return[unknown({...passwords,...grant3===void 0?{}:{grant:grant3}},expected60)]};var expected27="no password is the name of its role",instead="dbvet probe postgres://SUPERUSER@HOST/DATABASE --only pg-password-equals-name",pgPasswordEqualsName=defineCheck(
{id:"pg-password-equals-name",title:"No password equals its role\u2019s name",question:"Has any login role its own name as its password?",why:"It is the first g\
uess of everybody. The stored verifiers are compared, so that no login is tried.",severity:"critical",needs:"superuser, or SELECT on pg_authid: not given on man\
aged services",remediation:{all:"Set a long random password for the role at once and look through the log for its logins."},judge:facts=>whenPasswordsSeen(facts,
expected27,instead,passwords=>{let bad=judgeListing(passwords,expected27,{offends:({role,equalsName})=>equalsName===!0?fail(`the password of ${role} is its name`,
expected27,{object:role}):void 0,clean:`none of ${passwords.items.length} login roles has its name as password`}),open5=passwords.items.filter(({kind,equalsName})=>kind!==
"none"&&equalsName===void 0),[first]=bad;return first?.outcome==="pass"&&open5.length>0?[unknown(unseen("limit-exceeded",{detail:`${open5.length} of ${passwords.
items.length} passwords were not compared`}),expected27)]:bad}),examples:{healthy:[example()],defective:[example({passwords:listed({role:"shop",kind:"scram",equalsName:!0})})],
blind:[blind,hiddenPasswords,example({passwords:listed({role:"shop",kind:"scram"})})]}});var expected28="every stored password is a SCRAM-SHA-256 verifier",instead2="SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword NOT LIKE 'SCRAM-SHA\
-256$%'",pgPasswordHashMd5=defineCheck({id:"pg-password-hash-md5",title:"No password is stored as MD5",question:"Does any login role still have an MD5 password?",
why:"An MD5 entry is enough to log in by itself and is cracked quickly. password_encryption only rules passwords that are set from now on.",severity:"high",needs:"\
superuser, or SELECT on pg_authid: not given on managed services",remediation:{all:"Set password_encryption to scram-sha-256, then set the password of each role\
 named here anew (\\password in psql)."},judge:facts=>whenPasswordsSeen(facts,expected28,instead2,passwords=>judgeListing(passwords,expected28,{offends:({role,kind})=>kind===
"md5"||kind==="other"?fail(`the password of ${role} is stored as ${kind==="md5"?"MD5":"an unknown kind"}`,expected28,{object:role}):void 0,clean:`none of ${passwords.
items.length} login roles has an MD5 password`})),examples:{healthy:[example()],defective:[example({passwords:listed({role:"new",kind:"scram",equalsName:!1},{role:"\
old",kind:"md5",equalsName:!1})})],blind:[blind,hiddenPasswords,example({passwords:cut({role:"new",kind:"scram",equalsName:!1})})]}});var expected29="at least the classes ddl and role",pgPgauditClasses=defineCheck({id:"pg-pgaudit-classes",title:"pgAudit records changes of schema and roles",question:"\
Does pgAudit record DDL and changes of roles and privileges?",why:"A loaded library that records nothing is an audit trail on paper only.",severity:"medium",scope:"\
node",needs:"any login role",remediation:{all:"Set pgaudit.log to 'ddl, role' or more (write, and read where it is asked for), then reload."},judge:facts=>whenSeen(
facts.settings,expected29,()=>{let setting5=settingOf(facts,"pgaudit.log",customSetting);if(setting5===void 0)return[notApplicable("pgAudit is not loaded",expected29)];
if(!setting5.seen)return[unknown(setting5,expected29)];let{value}=setting5.value,active=auditClasses(value);if(active===void 0)return[unknown({seen:!1,reason:"u\
nexpected-reply",detail:`pgaudit.log = ${value}`},expected29)];let missing=["ddl","role"].filter(name=>!active.has(name)),text=`pgaudit.log = ${value}`;return missing.
length===0?[pass(text,expected29)]:[fail(`${text}: ${missing.join(" and ")} missing`,expected29)]}),examples:{healthy:[example(),example({settings:settings({"pg\
audit.log":"all"})}),example({settings:settings({"pgaudit.log":"all, -misc"})})],defective:[example({settings:settings({"pgaudit.log":"none"})}),example({settings:settings(
{"pgaudit.log":"all, -role"})}),example({settings:settings({"pgaudit.log":""})})],blind:[blind,example({settings:settings({"pgaudit.log":"everything"})})],notApplicable:[
example({settings:settings({"pgaudit.log":void 0})})]}});var expected30="no role and no database has its own, weaker logging",setting2={role:"shop_app",database:null,name:"log_statement",value:"none",secretLike:!1},serverValue=(facts,name)=>{
let fact=settingOf(facts,name,customSetting);return fact?.seen===!0?fact.value.value:void 0},pgPgauditDisabledPerRole=defineCheck({id:"pg-pgaudit-disabled-per-r\
ole",title:"Logging is not weakened for single roles",question:"Has a role or database its own setting that takes it out of the log or the audit?",why:"The serv\
er\u2019s settings may look right while the one role that matters leaves no trace.",severity:"high",needs:"any login role",remediation:{all:"ALTER ROLE name RES\
ET setting; or ALTER DATABASE name RESET setting;"},judge:facts=>whenSeen(facts.roleSettings,expected30,overrides=>judgeListing(overrides,expected30,{offends:item=>silences(
item,serverValue(facts,item.name))?fail(`${nameScope(item)}: ${item.name} = ${item.value??""}`,expected30,{object:`${nameScope(item)} ${item.name}`}):void 0,clean:"\
no role or database weakens the logging"})),examples:{healthy:[example(),example({roleSettings:listed({...setting2,value:"all"})})],defective:[example({roleSettings:listed(
setting2)}),example({roleSettings:listed({...setting2,name:"pgaudit.log",value:"none"})})],blind:[blind,example({roleSettings:cut()})]}});var expected31="pgAudit is loaded",pgPgauditLoaded=defineCheck({id:"pg-pgaudit-loaded",title:"pgAudit is loaded",question:"Is the pgAudit library loaded into th\
e server?",why:"The plain log tells what was sent; pgAudit tells which objects were touched, inside functions and DO blocks too. Only a row in pg_settings prove\
s it: SHOW answers for a mere placeholder as well.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"Install the package, add pgaudit to \
shared_preload_libraries, restart, and CREATE EXTENSION pgaudit in each database.","aws-rds":"Add pgaudit to shared_preload_libraries in the parameter group, re\
boot, then CREATE EXTENSION pgaudit.","google-cloud-sql":"Set cloudsql.enable_pgaudit to on, CREATE EXTENSION pgaudit, and switch Data Access audit logs on for \
the project.","azure-flexible-server":"Allow pgaudit in azure.extensions, add it to shared_preload_libraries, restart, then CREATE EXTENSION pgaudit.",aiven:"Se\
t pgaudit.feature_enabled where the plan offers it.",digitalocean:"Not offered: compensate with log_statement, log forwarding and audit tables."},judge:facts=>whenSeen(
facts.settings,expected31,()=>settingOf(facts,"pgaudit.log",customSetting)===void 0?[fail("pg_settings has no row pgaudit.log",expected31)]:[pass("pg_settings h\
as the row pgaudit.log",expected31)]),examples:{healthy:[example()],defective:[example({settings:settings({"pgaudit.log":void 0})})],blind:[blind]}});var expected32="no login role is a member of a predefined role that reaches files, programs or all data",risky2={pg_execute_server_program:"high",pg_read_server_files:"\
high",pg_write_server_files:"high",pg_write_all_data:"medium",pg_read_all_data:"low",pg_create_subscription:"medium",pg_signal_backend:"low",pg_maintain:"low"},
tools=new Set(["pg_read_all_data","pg_signal_backend","pg_maintain"]),declaredForTools=facts=>new Set([...facts.backups,...facts.identities.filter(({role})=>role===
"reporting").map(({user})=>user)]),pgPredefinedRoleMembers=defineCheck({id:"pg-predefined-role-members",title:"Powerful predefined roles have no login members",
question:"Is a login role a member, directly or through others, of a powerful predefined role?",why:"pg_execute_server_program and the file roles lead to the op\
erating system and so to superuser; pg_write_all_data passes every grant on tables.",severity:"high",needs:"any login role",remediation:{all:"REVOKE the predefi\
ned role named here from the role at the start of the path."},judge:facts=>whenAllSeen(facts.roles,facts.memberships,expected32,(roles,memberships)=>whenSeen(facts.
provider,expected32,provider2=>{let helpers=declaredForTools(facts),bad=roles.items.flatMap(role=>!role.canLogin||role.superuser||isProviderRole(role.name,provider2)?
[]:provider2.platform!==void 0&&vendorAdminRoles.includes(role.name)?[]:Object.entries(risky2).flatMap(([predefined,severity="high"])=>{let path=membershipPath(
memberships.items,role.name,predefined);return path===void 0?[]:[fail(path.join(" -> "),expected32,{object:`${role.name} ${predefined}`,severity:tools.has(predefined)&&
helpers.has(role.name)?"info":severity})]}));return bad.length>0?bad:roles.complete&&memberships.complete?[pass("no login role is a member of one",expected32)]:
[unknown(unseen("limit-exceeded",{detail:"not all roles and memberships were read"}),expected32)]})),examples:{healthy:[example()],defective:[example({memberships:listed(
{member:"shop_app",role:"ops",admin:!1},{member:"ops",role:"pg_execute_server_program",admin:!1})})],blind:[blind,example({memberships:{seen:!0,value:{items:[],
complete:!1}},roles:listed(plainRole)})]}});var expected33="the names of one provider at most, and of the declared one",pgProviderFingerprint=defineCheck({id:"pg-provider-fingerprint",title:"The declared \
platform is the real one",question:"Do the names on the server fit the platform that was declared for it?",why:"The platform decides which advice fits and which\
 settings a provider hides. It says nothing of encryption at rest or of backups.",severity:"info",needs:"any login role",remediation:{all:"Correct the platform \
of the target in dbvet."},judge:(facts,{platform})=>whenSeen(facts.provider,expected33,({candidates,signs})=>{let looks=candidates.length===0?"no known provider":
candidates.join(" and "),shown=signs.length===0?"no provider\u2019s names":signs.join(", "),text=`declared ${platform??"nothing"}, looks like ${looks} (${shown}\
)`;return[candidates.length>1||platform!==void 0&&candidates.length===1&&candidates[0]!==platform?fail(text,expected33):pass(text,expected33)]}),examples:{healthy:[
example(),example({provider:seen({platform:"aiven",candidates:["aiven"],signs:["role avnadmin"]})})],defective:[example({provider:seen({candidates:["aws-rds","a\
iven"],signs:["database rdsadmin","role avnadmin"]})})],blind:[blind]}});var expected34="PUBLIC may not create objects in schema public",open={name:"public",publicCreate:!0,publicUsage:!0},pgPublicSchemaCreate=defineCheck({id:"pg-pub\
lic-schema-create",title:"Schema public is closed for PUBLIC",question:"May every role create objects in schema public?",why:"Whoever creates a function or tabl\
e there can shadow what others mean and run code as them. Servers upgraded from before version 15 keep the open default.",severity:"medium",needs:"any login rol\
e",remediation:{all:"REVOKE CREATE ON SCHEMA public FROM PUBLIC; in each database."},judge:facts=>whenSeen(facts.schemas,expected34,schemas2=>schemas2.complete&&
!schemas2.items.some(({name})=>name==="public")?[notApplicable("there is no schema public",expected34)]:judgeListing(schemas2,expected34,{offends:({name,publicCreate})=>name===
"public"&&publicCreate?fail(`PUBLIC has CREATE on schema public ${inDatabase(facts)}`,expected34):void 0,clean:`PUBLIC has no CREATE on schema public ${inDatabase(
facts)}`})),examples:{healthy:[example()],defective:[example({schemas:listed(open)}),example({schemas:cut(open)})],blind:[blind,example({schemas:cut({...open,publicCreate:!1})})],
notApplicable:[example({schemas:listed()})]}});var expected35="each replication slot is in use, or keeps little WAL",gibibyte=1073741824,slot={name:"old",kind:"physical",active:!1,retainedBytes:12*gibibyte,walStatus:"\
extended"},pgReplicationSlotsInactive=defineCheck({id:"pg-replication-slots-inactive",title:"No forgotten replication slot fills the disk",question:"Does a repl\
ication slot that nobody uses keep the WAL from being removed?",why:"The server keeps WAL for a slot for ever unless told otherwise. A forgotten one ends in a f\
ull disk and a stopped server.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"Set max_slot_wal_keep_size, and drop the slot when its c\
onsumer is gone: SELECT pg_drop_replication_slot('name');"},judge:facts=>whenSeen(facts.slots,expected35,slots=>judgeListing(slots,expected35,{offends:({name,kind,
active,retainedBytes,walStatus})=>{let lost=walStatus==="lost"||walStatus==="unreserved";if(!lost&&(active||retainedBytes!==null&&retainedBytes<gibibyte))return;
let kept=retainedBytes===null?"an unknown amount of":`${(retainedBytes/gibibyte).toFixed(1)} GiB`;return fail(`${kind} slot ${name} is ${active?"active":"unused"}\
 and keeps ${kept} WAL${lost?`; its WAL is ${walStatus}`:""}`,expected35,{object:name,...retainedBytes!==null&&retainedBytes<10*gibibyte?{severity:"low"}:{}})},
clean:`${slots.items.length} slots, none of them forgotten`})),examples:{healthy:[example(),example({slots:listed({...slot,active:!0})})],defective:[example({slots:listed(
slot)}),example({slots:listed({...slot,active:!0,walStatus:"lost"})})],blind:[blind,example({slots:cut()})]}});var expected36="policies name a condition that ties rows to their tenant",policy={table:"public.orders",policy:"all_rows",command:"ALL",using:!0,check:!1,public:!0},
pgRlsAlwaysTrue=defineCheck({id:"pg-rls-always-true",title:"No policy lets every row through",question:"Is there a permissive policy whose condition is simply t\
rue?",why:"Permissive policies are joined by OR: one that is always true undoes all others of its command. For SELECT alone it may mean public data.",severity:"\
high",needs:"any login role",remediation:{all:"Replace the policy by one with a condition on the tenant, or limit it with TO role."},judge:facts=>whenSeen(facts.
openPolicies,expected36,policies=>judgeListing(policies,expected36,{offends:({table,policy:name,command,check,public:toPublic})=>fail(`policy ${name} on ${table}\
 (${command}, ${toPublic?"for every role":"for named roles"}) is always true${check?" for new rows":""} ${inDatabase(facts)}`,expected36,{object:`${table} ${name}`,
severity:command==="SELECT"?"info":toPublic?"high":"medium"}),clean:`no permissive policy is always true ${inDatabase(facts)}`})),examples:{healthy:[example()],
defective:[example({openPolicies:listed(policy)})],blind:[blind,example({openPolicies:cut()})]}});var expected37="no declared role has, or can switch to, BYPASSRLS or superuser",pgRlsBypassRoles=defineCheck({id:"pg-rls-bypass-roles",title:"Applications canno\
t bypass row security",question:"May a role that an application logs in as pass by every policy?",why:"A superuser and a role with BYPASSRLS see all rows of all\
 tenants, and so does whoever may SET ROLE to one.",severity:"high",needs:"any login role, and the application\u2019s role declared for the target",remediation:{
all:"ALTER ROLE name NOBYPASSRLS; or revoke the membership that leads to such a role."},judge:facts=>forIdentities(facts,facts.roles,facts.memberships,expected37,
(roles,memberships)=>{let strong3=roles.items.filter(role=>role.superuser||role.bypassRls);return facts.identities.map(({user})=>{let object2=user;for(let{name}of strong3){
let path=name===user?[name]:membershipPath(memberships.items,user,name);if(path!==void 0)return fail(`${path.join(" -> ")} bypasses row security`,expected37,{object:object2})}
let known=roles.items.some(({name})=>name===user);return known&&roles.complete&&memberships.complete?pass(`${user} is bound by policies`,expected37,{object:object2}):
unknown(unseen(known?"limit-exceeded":"unexpected-reply",{detail:known?"not all roles and memberships were read":`the declared role ${user} was not found on the\
 server`}),expected37,{object:object2})})}),examples:{healthy:[example()],defective:[example({roles:listed({...plainRole,bypassRls:!0})}),example({roles:listed(
plainRole,{...plainRole,name:"service",bypassRls:!0}),memberships:listed({member:"shop_app",role:"service",admin:!1})})],blind:[blind,example({identities:[]}),example(
{roles:listed()})]}});var protectedTable={name:"public.orders",owner:"shop_owner",rowSecurity:!0,forced:!0,policies:1,tenantColumn:"tenant_id"};var expected38="an application is bound by the policies of the tables it uses",unforced={...protectedTable,forced:!1,owner:"shop_app"},pgRlsNotForcedOwner=defineCheck(
{id:"pg-rls-not-forced-owner",title:"No application escapes policies as an owner",question:"Does an application log in as the owner of tables whose policies do \
not bind owners?",why:"Policies do not hold for a table\u2019s owner unless they are forced. An application that owns its tables sees all tenants\u2019 rows.",severity:"\
high",needs:"any login role, and the application\u2019s role declared for the target",remediation:{all:"ALTER TABLE name FORCE ROW LEVEL SECURITY; or better giv\
e the tables to an owner that nobody logs in as."},judge:facts=>forIdentities(facts,facts.tenantTables,facts.memberships,expected38,(tables,memberships)=>judgeListing(
{items:tables.items,complete:tables.complete&&memberships.complete},expected38,{offends:table=>{if(!table.rowSecurity||table.forced)return;let who=facts.identities.
find(({user})=>user===table.owner||membershipPath(memberships.items,user,table.owner)!==void 0);return who===void 0?void 0:fail(`${table.name} belongs to ${table.
owner}, so its policies do not bind ${who.user} ${inDatabase(facts)}`,expected38,{object:table.name})},clean:`no declared role owns a table with unforced row se\
curity ${inDatabase(facts)}`})),examples:{healthy:[example(),example({tenantTables:listed({...unforced,owner:"shop_owner"})})],defective:[example({tenantTables:listed(
unforced)}),example({tenantTables:listed({...unforced,owner:"shop_owner"}),memberships:listed({member:"shop_app",role:"shop_owner",admin:!1})})],blind:[blind,example(
{identities:[]}),example({tenantTables:cut(protectedTable)})]}});var expected39="row security is enabled wherever a policy is written",pgRlsPolicyDisabled=defineCheck({id:"pg-rls-policy-disabled",title:"Written policies are i\
n force",question:"Has a table policies although row security is not enabled on it?",why:"Policies do nothing until row security is enabled on the table: somebo\
dy believes these rows to be protected.",severity:"high",needs:"any login role",remediation:{all:"ALTER TABLE name ENABLE ROW LEVEL SECURITY; after a trial with\
 the application\u2019s role."},judge:facts=>whenSeen(facts.tenantTables,expected39,tables=>judgeListing(tables,expected39,{offends:({name,policies,rowSecurity})=>policies>
0&&!rowSecurity?fail(`${name} has ${policies} policies that do nothing ${inDatabase(facts)}`,expected39,{object:name}):void 0,clean:`every policy is in force ${inDatabase(
facts)}`})),examples:{healthy:[example(),example({tenantTables:listed(protectedTable)})],defective:[example({tenantTables:listed({...protectedTable,rowSecurity:!1})})],
blind:[blind,example({tenantTables:cut(protectedTable)})]}});var expected40="no login role with CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS that does not need it",pgRoleAttributes=defineCheck({id:"pg-role-attributes",title:"\
Login roles carry no administrator attributes",question:"Has a login role CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS?",why:"CREATEROLE makes and changes oth\
er roles, REPLICATION copies everything, BYPASSRLS reads past every policy. Replicas need REPLICATION: accept such a finding with a waiver.",severity:"medium",needs:"\
any login role",remediation:{all:"ALTER ROLE name NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS; as far as nobody needs them."},judge:facts=>whenAllSeen(facts.
roles,facts.provider,expected40,(roles,provider2)=>judgeListing(roles,expected40,{offends:role=>{if(!role.canLogin||role.superuser||isProviderRole(role.name,provider2))
return;let grave2=[...role.createRole?["CREATEROLE"]:[],...role.replication?["REPLICATION"]:[],...role.bypassRls?["BYPASSRLS"]:[]],all=[...grave2,...role.createDatabase?
["CREATEDB"]:[]];return all.length===0?void 0:fail(`${role.name} has ${all.join(", ")}`,expected40,{object:role.name,...grave2.length===0?{severity:"low"}:{}})},
clean:"no login role has an administrator attribute"})),examples:{healthy:[example()],defective:[example({roles:listed({...plainRole,bypassRls:!0})}),example({roles:listed(
{...plainRole,createDatabase:!0})})],blind:[blind]}});var expected41="each login role has a password, or a rule for another method that fits it",instead3="SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpass\
word IS NULL",otherMethods=new Set(["cert","gss","sspi","oauth","pam","ldap","radius","peer","ident"]),pgRoleWithoutPassword=defineCheck({id:"pg-role-without-pa\
ssword",title:"No login role is without a password",question:"Is there a login role that has no password and no other method?",why:"Such a role is dead, or wait\
s for a careless trust rule or a password that somebody sets for himself.",severity:"medium",needs:"superuser (pg_authid and pg_hba_file_rules): not given on ma\
naged services",remediation:{all:"Take LOGIN from the role, or set a password or a certificate rule for it."},judge:facts=>whenPasswordsSeen(facts,expected41,instead3,
passwords=>{let without=passwords.items.filter(({kind})=>kind==="none").map(({role})=>role),{rules}=facts;if(without.length>0&&!rules.seen)return without.map(role=>unknown(
{...rules,detail:`${role} has no password, and the rules that may name another method are hidden`},expected41,{object:role}));let methods=facts.rules.seen?facts.
rules.value.items.filter(rule2=>otherMethods.has(rule2.method??"")):[];return judgeListing(passwords,expected41,{offends:({role,kind})=>kind==="none"&&!methods.
some(rule2=>rule2.users?.some(user=>user==="all"||user===role||/^[+/@]/.test(user)))?fail(`${role} may log in but has no password and no rule for another method`,
expected41,{object:role}):void 0,clean:`each of ${passwords.items.length} login roles has a password or another method`})}),examples:{healthy:[example()],defective:[
{...withRules("hostssl all all all scram-sha-256"),passwords:listed({role:"ghost",kind:"none"})}],blind:[blind,hiddenPasswords,example({passwords:listed({role:"\
ghost",kind:"none"}),rules:unseen("permission-denied")})]}});var expected42="PUBLIC may not create objects in any schema",app={name:"app",publicCreate:!1,publicUsage:!0},pgSchemaCreatePublicOther=defineCheck({id:"pg-schem\
a-create-public-other",title:"No other schema is open for PUBLIC",question:"May every role create objects in a schema other than public?",why:"Objects that anyb\
ody may add to a schema that others search are a way to run code as them.",severity:"medium",needs:"any login role",remediation:{all:"REVOKE CREATE ON SCHEMA na\
me FROM PUBLIC;"},judge:facts=>whenSeen(facts.schemas,expected42,schemas2=>judgeListing(schemas2,expected42,{offends:({name,publicCreate})=>name!=="public"&&publicCreate?
fail(`PUBLIC has CREATE on schema ${name} ${inDatabase(facts)}`,expected42,{object:name}):void 0,clean:`PUBLIC has CREATE on no other schema ${inDatabase(facts)}`})),
examples:{healthy:[example({schemas:listed(app)})],defective:[example({schemas:listed({...app,publicCreate:!0})})],blind:[blind,example({schemas:cut(app)})]}});var safeFunction={name:"app.pay(integer)",owner:"shop_owner",ownerPowerful:!1,searchPath:'""',publicExecute:!1,publicUsage:!1,trigger:!1,bound:!1};var expected43="SECURITY DEFINER functions are executable by named roles only",open2={...safeFunction,publicExecute:!0,publicUsage:!0},pgSecdefPublicExecute=defineCheck(
{id:"pg-secdef-public-execute",title:"Privileged functions are closed for PUBLIC",question:"May every role call a SECURITY DEFINER function?",why:"A new functio\
n is executable by PUBLIC unless somebody takes that away, and such a function lends its owner\u2019s rights. A function that checks its caller itself is a case for \
a waiver.",severity:"medium",needs:"any login role",remediation:{all:"REVOKE EXECUTE ON FUNCTION name(arguments) FROM PUBLIC; and grant it to the roles that cal\
l it."},judge:facts=>whenSeen(facts.definerFunctions,expected43,functions=>judgeListing(functions,expected43,{offends:item=>{if(ownedByProvider(facts,item)||!item.
publicExecute)return;let severity=item.trigger||!item.publicUsage?"low":item.ownerPowerful?"high":"medium";return fail(`PUBLIC may execute ${item.name} with the\
 rights of ${item.owner} ${inDatabase(facts)}`,expected43,{object:item.name,severity})},clean:`PUBLIC may execute none of ${functions.items.length} SECURITY DEF\
INER functions ${inDatabase(facts)}`})),examples:{healthy:[example(),example({definerFunctions:listed(safeFunction)})],defective:[example({definerFunctions:listed(
open2)}),example({definerFunctions:listed({...open2,ownerPowerful:!0})})],blind:[blind,example({definerFunctions:cut(safeFunction)})]}});var splitSearchPath=path=>[...path.matchAll(/"((?:[^"]|"")*)"|([^,\s]+)/g)].map(([,quoted,bare])=>quoted?.replaceAll('""','"')??bare??"").filter(schema=>schema!==
""),leavesTemporary=path=>{let schemas2=path===null?[]:splitSearchPath(path);return!schemas2.includes("pg_temp")&&schemas2.some(schema=>schema!=="pg_catalog")},
searchPathFault=(path,writable)=>{if(path===null)return"search_path is not pinned";let schemas2=splitSearchPath(path);if(schemas2.includes("$user"))return'searc\
h_path contains "$user"';let open5=schemas2.find(schema=>writable.has(schema));if(open5!==void 0)return`search_path contains ${open5}, where every role may crea\
te`;let temporary=schemas2.indexOf("pg_temp");return temporary>=0&&temporary<schemas2.length-1?"search_path has pg_temp before other schemas":void 0};var expected44="each SECURITY DEFINER function has a fixed search_path of schemas that only trusted roles write to",pgSecdefSearchPath=defineCheck({id:"pg-secde\
f-search-path",title:"Privileged functions pin their search path",question:"Can a caller change what names mean inside a SECURITY DEFINER function?",why:"Such a\
 function runs with its owner\u2019s rights. Without a pinned search_path the caller chooses which tables and functions its unqualified names find.",severity:"m\
edium",needs:"any login role",remediation:{all:"ALTER FUNCTION name(arguments) SET search_path = ''; with all names in the body qualified, or a list of trusted \
schemas with pg_temp last."},judge:facts=>whenAllSeen(facts.definerFunctions,facts.schemas,expected44,(functions,schemas2)=>{let writable=new Set(schemas2.items.
filter(s=>s.publicCreate).map(s=>s.name)),complete=functions.complete&&schemas2.complete;return judgeListing({items:functions.items,complete},expected44,{offends:item=>{
if(ownedByProvider(facts,item))return;let fault2=searchPathFault(item.searchPath,writable);if(fault2===void 0)return leavesTemporary(item.searchPath)?fail(`${item.
name} of ${item.owner}: search_path is pinned without pg_temp at its end, so that temporary tables are found first ${inDatabase(facts)}`,expected44,{object:item.
name,severity:"info"}):void 0;let severity=item.bound?"low":item.ownerPowerful&&item.publicExecute?"high":"medium";return fail(`${item.name} of ${item.owner}: ${fault2}\
 ${inDatabase(facts)}`,expected44,{object:item.name,severity})},clean:`${functions.items.length} SECURITY DEFINER functions, all pinned, ${inDatabase(facts)}`})}),
examples:{healthy:[example(),example({definerFunctions:listed(safeFunction)}),example({definerFunctions:listed({...safeFunction,searchPath:"app, pg_temp"})})],defective:[
example({definerFunctions:listed({...safeFunction,searchPath:null})}),example({definerFunctions:listed({...safeFunction,searchPath:'"$user", app'})}),example({definerFunctions:listed(
{...safeFunction,searchPath:"public"}),schemas:listed({name:"public",publicCreate:!0,publicUsage:!0})})],blind:[blind,example({definerFunctions:cut(safeFunction)})]}});var expected45="no secret is kept as a setting of a role or database",setting3={role:null,database:"shop",name:"app.jwt_secret",value:null,secretLike:!0},pgSecretsInRoleDbSettings=defineCheck(
{id:"pg-secrets-in-role-db-settings",title:"No secrets in settings of roles and databases",question:"Is a secret stored where every login role can read it?",why:"\
pg_db_role_setting is readable by every role that can connect. dbvet has the server compare names and shapes and never reads the value.",severity:"high",needs:"\
any login role",remediation:{all:"Replace the secret, keep the new one in a secret manager, then ALTER DATABASE (or ROLE) name RESET setting;"},judge:facts=>whenSeen(
facts.roleSettings,expected45,overrides=>judgeListing(overrides,expected45,{offends:item=>item.secretLike?fail(`${nameScope(item)}: ${item.name} looks like a se\
cret`,expected45,{object:`${nameScope(item)} ${item.name}`}):void 0,clean:"no setting of a role or database looks like a secret"})),examples:{healthy:[example()],
defective:[example({roleSettings:listed(setting3)})],blind:[blind,example({roleSettings:cut()})]}});var expected46="no role and no database has its own setting that weakens protection",setting4={role:"shop_app",database:null,name:"session_replication_role",value:"\
replica",secretLike:!1},pgSecurityGucOverrides=defineCheck({id:"pg-security-guc-overrides",title:"Protection is not weakened for single roles",question:"Has a r\
ole or database its own setting that switches triggers, policies or limits off?",why:"session_replication_role = replica, for example, switches off triggers and\
 foreign keys for whoever has it.",severity:"high",needs:"any login role",remediation:{all:"ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;"},
judge:facts=>whenSeen(facts.roleSettings,expected46,overrides=>judgeListing(overrides,expected46,{offends:item=>{let severity=weakens(item);return severity===void 0?
void 0:fail(`${nameScope(item)}: ${item.name} = ${item.value??""}`,expected46,{object:`${nameScope(item)} ${item.name}`,severity})},clean:"no role or database w\
eakens a protecting setting"})),examples:{healthy:[example(),example({roleSettings:listed({...setting4,name:"statement_timeout",value:"30s"})})],defective:[example(
{roleSettings:listed(setting4)}),example({roleSettings:listed({...setting4,name:"row_security",value:"off"})})],blind:[blind,example({roleSettings:cut()})]}});var sessionGroup={user:"shop_app",database:"shop",application:"shop",address:"10.0.0.7",loopback:!1,encrypted:!0,tlsVersion:"TLSv1.3",cipher:"TLS_AES_256_GCM_SH\
A384",sessions:2,oldestSeconds:600};var nameSessions=({user,database:database3,address})=>`${user}@${database3??"(none)"} from ${address}`,describeSessions=group=>`${group.sessions} ${group.sessions===
1?"session":"sessions"} of ${nameSessions(group)}${group.application===""?"":` (${group.application})`}`;var expected47="no client session is older than the limit (24 hours unless a profile says otherwise)",defaultHours=24,pgSessionAge=defineCheck({id:"pg-session-a\
ge",title:"No client session outlives the limit",question:"Who is connected, and is any session older than allowed?",why:"A session keeps the rights it was open\
ed with: a password that was changed or a person who left still has it until it ends.",severity:"low",scope:"node",needs:"pg_read_all_stats (part of pg_monitor)",
remediation:{all:"Give connection pools a maximum lifetime below the limit, and people idle_session_timeout."},judge:(facts,{thresholds})=>whenSeen(facts.sessions,
expected47,sessions=>{let hours=thresholds["session-hours"]??defaultHours,total=sessions.items.reduce((sum,group)=>sum+group.sessions,0),oldest=Math.max(0,...sessions.
items.map(group=>group.oldestSeconds));return judgeListing(sessions,expected47,{offends:group=>group.oldestSeconds>hours*3600?fail(`${describeSessions(group)}, \
the oldest for ${Math.floor(group.oldestSeconds/3600)} hours (limit ${hours})`,expected47,{object:nameSessions(group)}):void 0,clean:`${total} network sessions \
besides the scanner\u2019s, the oldest for ${Math.floor(oldest/60)} minutes (limit ${hours} hours)`})}),examples:{healthy:[example(),example({sessions:listed(sessionGroup)})],
defective:[example({sessions:listed({...sessionGroup,oldestSeconds:25*3600})})],blind:[blind]}});var expected48="every session from another machine is encrypted",pgSessionsPlaintext=defineCheck({id:"pg-sessions-plaintext",title:"No session is unencrypted at\
 this moment",question:"Is anybody connected over the network without encryption now?",why:"Such a session shows two things: that plaintext is accepted, and who\
 uses it. None at this moment is no proof that none is accepted.",severity:"high",scope:"node",needs:"pg_read_all_stats (part of pg_monitor)",remediation:{all:"\
Give the clients named here sslmode=verify-full, then refuse plaintext on the server (hostssl rules and a last hostnossl \u2026 reject).","aws-rds":"Give the cl\
ients sslmode=verify-full, then set rds.force_ssl to 1.","google-cloud-sql":"Give the clients TLS, then set sslMode to ENCRYPTED_ONLY.","azure-flexible-server":"\
Give the clients TLS, then set require_secure_transport to ON."},judge:facts=>whenSeen(facts.sessions,expected48,sessions=>judgeListing(sessions,expected48,{offends:group=>group.
encrypted||group.loopback?void 0:fail(`${describeSessions(group)} without encryption`,expected48,{object:nameSessions(group)}),clean:"no unencrypted session fro\
m another machine at this moment"})),examples:{healthy:[example({sessions:listed(sessionGroup)}),example({sessions:listed({...sessionGroup,encrypted:!1,loopback:!0})})],
defective:[example({sessions:listed({...sessionGroup,encrypted:!1})})],blind:[blind,example({sessions:cut(sessionGroup)})]}});var expected49="every TLS session uses version 1.2 or newer with an authenticated cipher",old=new Set(["SSLv3","TLSv1","TLSv1.0","TLSv1.1"]),authenticated=/GCM|CHACHA20|CCM/i,
pgSessionsWeakTls=defineCheck({id:"pg-sessions-weak-tls",title:"No session uses old TLS at this moment",question:"Is anybody connected with TLS 1.0, TLS 1.1 or \
an outdated cipher now?",why:"A handshake of our own shows what the server prefers with us. Old clients show up only in what they really negotiated.",severity:"\
high",scope:"node",needs:"pg_read_all_stats (part of pg_monitor)",remediation:{all:"Update the drivers named here, then set ssl_min_protocol_version to TLSv1.2 \
and a cipher list without CBC and 3DES."},judge:facts=>whenSeen(facts.sessions,expected49,sessions=>judgeListing(sessions,expected49,{offends:group=>{if(group.tlsVersion===
null)return;let text=`${describeSessions(group)} with ${group.tlsVersion} ${group.cipher??""}`,object2=nameSessions(group);return old.has(group.tlsVersion)?fail(
text,expected49,{object:object2}):authenticated.test(group.cipher??"")?void 0:fail(text,expected49,{object:object2,severity:"medium"})},clean:"no session with o\
ld TLS at this moment"})),examples:{healthy:[example({sessions:listed(sessionGroup)})],defective:[example({sessions:listed({...sessionGroup,tlsVersion:"TLSv1.1",
cipher:"AES128-SHA"})}),example({sessions:listed({...sessionGroup,tlsVersion:"TLSv1.2",cipher:"ECDHE-RSA-AES256-SHA384"})})],blind:[blind]}});var expected50="no superuser that may log in but the one made by initdb and the provider\u2019s own",pgSuperusers=defineCheck({id:"pg-superusers",title:"No supe\
rusers beyond the first",question:"May any role besides the first log in as a superuser?",why:"A superuser passes every check, reads every file the server can r\
ead and runs programs on its machine.",severity:"high",needs:"any login role",remediation:{all:"ALTER ROLE name NOSUPERUSER; and grant what the role really need\
s. People switch to a NOLOGIN administrator role where they must."},judge:facts=>whenAllSeen(facts.roles,facts.memberships,expected50,(roles,memberships)=>whenSeen(
facts.provider,expected50,provider2=>{let declared2=new Set(facts.identities.map(identity=>identity.user)),logins=roles.items.filter(role=>role.canLogin&&!role.
superuser),complete=roles.complete&&memberships.complete;return judgeListing({items:roles.items,complete},expected50,{offends:role=>{if(!(!role.superuser||isProviderRole(
role.name,provider2))){if(!role.canLogin){let ways2=logins.flatMap(({name})=>membershipPath(memberships.items,name,role.name)?.join(" -> ")??[]);return ways2.length===
0?void 0:fail(`may become a superuser with SET ROLE: ${ways2.join(", ")}`,expected50,{object:role.name,severity:"info"})}return declared2.has(role.name)?fail(`${role.
name} is a superuser and an application logs in as it`,expected50,{object:role.name,severity:"critical"}):role.bootstrap?void 0:fail(`${role.name} is a superuse\
r and may log in`,expected50,{object:role.name})}},clean:"no superuser may log in but the first role and the provider\u2019s own"})})),examples:{healthy:[example(),
example({roles:listed({...plainRole,superuser:!0,canLogin:!1})})],defective:[example({roles:listed({...plainRole,name:"anna",superuser:!0})})],blind:[blind,example(
{roles:cut(plainRole)})]}});var expected51="PUBLIC holds no privilege on tables, views and sequences of the application",grant2={object:"public.orders",privileges:["SELECT"],columnsOnly:!1},
writes=/^(INSERT|UPDATE|DELETE|TRUNCATE|TRIGGER|REFERENCES|MAINTAIN)$/,pgTablePublicPrivs=defineCheck({id:"pg-table-public-privs",title:"Tables are closed for P\
UBLIC",question:"Is a table, view, sequence or column granted to every role?",why:"A grant to PUBLIC goes to every role that exists and every role that will be \
made, the scanner and each leaked account among them.",severity:"high",needs:"any login role",remediation:{all:"REVOKE ALL ON TABLE name FROM PUBLIC; and grant \
to the roles that need it."},judge:facts=>whenSeen(facts.publicGrants,expected51,grants=>judgeListing(grants,expected51,{offends:({object:object2,privileges,columnsOnly})=>fail(
`PUBLIC has ${privileges.join(", ")} on ${columnsOnly?"columns of ":""}${object2} ${inDatabase(facts)}`,expected51,{object:object2,...privileges.some(p=>writes.
test(p))?{}:{severity:"medium"}}),clean:`PUBLIC holds nothing ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({publicGrants:listed(grant2)}),
example({publicGrants:listed({...grant2,privileges:["DELETE"]})})],blind:[blind,example({publicGrants:cut()})]}});var expected52="where some tables of tenants have row security, all of them have it",open3={...protectedTable,name:"public.invoices",rowSecurity:!1,policies:0},
pgTenantColumnWithoutRls=defineCheck({id:"pg-tenant-column-without-rls",title:"No tenant table was forgotten",question:"Has a table a tenant\u2019s column but no row\
 security, although its siblings have it?",why:"Row security is switched on table by table, and the table that came later is the one that is forgotten. The colu\
mn is recognised by its name, so that a finding is a hint.",severity:"medium",needs:"any login role",remediation:{all:"ALTER TABLE name ENABLE ROW LEVEL SECURIT\
Y; with a policy on the tenant\u2019s column."},judge:facts=>whenSeen(facts.tenantTables,expected52,tables=>tables.complete&&!tables.items.some(table=>table.rowSecurity)?
[notApplicable(`no table uses row security ${inDatabase(facts)}`,expected52)]:judgeListing(tables,expected52,{offends:({name,tenantColumn,rowSecurity})=>tenantColumn!==
null&&!rowSecurity?fail(`${name} has column ${tenantColumn} and no row security ${inDatabase(facts)}`,expected52,{object:name}):void 0,clean:`every table with a\
 tenant\u2019s column has row security ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({tenantTables:listed(protectedTable,open3)})],blind:[
blind,example({tenantTables:cut(protectedTable)})],notApplicable:[example({tenantTables:listed(open3)})]}});var expected53="the clocks of server and scanner differ by 5 seconds at most",mostMs=5e3,pgTimezoneClockSkew=defineCheck({id:"pg-timezone-clock-skew",title:"The\
 server\u2019s clock is right",question:"Does the server\u2019s clock agree with the scanner\u2019s?",why:"Log lines of different machines can only be put in or\
der when their clocks agree; certificates and tokens depend on the time too.",severity:"low",scope:"node",needs:"any login role",remediation:{all:"Let chrony or\
 systemd-timesyncd keep the time on the machine that is wrong."},judge:facts=>whenSeen(facts.clock,expected53,({skewMs,uncertaintyMs})=>{let text=`${(skewMs/1e3).
toFixed(1)} s apart (measured to ${(uncertaintyMs/1e3).toFixed(1)} s)`,distance=Math.abs(skewMs);return distance-uncertaintyMs>mostMs?[fail(text,expected53,distance>
6e4?{severity:"medium"}:{})]:distance+uncertaintyMs<=mostMs?[pass(text,expected53)]:[unknown({seen:!1,reason:"timed-out",detail:`${text}: the answer took too lo\
ng to tell`},expected53)]}),examples:{healthy:[example()],defective:[example({clock:seen({skewMs:-9e4,uncertaintyMs:50})})],blind:[blind,example({clock:seen({skewMs:4900,
uncertaintyMs:800})})]}});var expected54="no untrusted procedural language is installed",language={name:"plpython3u",functions:1,publicFunctions:0},pgUntrustedLanguage=defineCheck({id:"p\
g-untrusted-language",title:"No untrusted procedural language",question:"Is a language installed whose functions act as the operating system user?",why:"A funct\
ion in such a language reads files and opens connections as the server itself; who may call it may use that.",severity:"medium",needs:"any login role",remediation:{
all:"DROP EXTENSION of the language, or keep its functions from everybody but their one caller."},judge:facts=>whenSeen(facts.untrustedLanguages,expected54,languages=>judgeListing(
languages,expected54,{offends:({name,functions,publicFunctions})=>fail(`${name} with ${functions} functions, ${publicFunctions} of them executable by PUBLIC, ${inDatabase(
facts)}`,expected54,{object:name,...publicFunctions>0?{severity:"high"}:{}}),clean:`none ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example(
{untrustedLanguages:listed(language)}),example({untrustedLanguages:listed({...language,publicFunctions:1})})],blind:[blind]}});var expected55="one break-glass login at most is a member of the provider\u2019s administrator role",cloudSql=seen({platform:"google-cloud-sql",candidates:["goo\
gle-cloud-sql"],signs:["role cloudsqlsuperuser"]}),admin={...plainRole,name:"cloudsqlsuperuser",canLogin:!1},member=name=>({member:name,role:"cloudsqlsuperuser",
admin:!1}),pgVendorAdminMembers=defineCheck({id:"pg-vendor-admin-members",title:"The provider\u2019s administrator role has few members",question:"How many logi\
n roles are members of the provider\u2019s administrator role?",why:"On managed services this role stands in for superuser. Some consoles give it to every user \
they make.",severity:"high",needs:"any login role",remediation:{all:"REVOKE the administrator role from every login but one that is kept for emergencies.","goog\
le-cloud-sql":"REVOKE cloudsqlsuperuser FROM each role but one; make roles with SQL instead of the console."},judge:facts=>whenAllSeen(facts.roles,facts.memberships,
expected55,(roles,memberships)=>whenSeen(facts.provider,expected55,provider2=>{let present=vendorAdminRoles.filter(name=>roles.items.some(r=>r.name===name));if(present.
length===0)return roles.complete?[notApplicable("the server has no provider\u2019s administrator role",expected55)]:[unknown(unseen("limit-exceeded",{detail:"no\
t all roles were read"}),expected55)];let declared2=new Set(facts.identities.map(({user})=>user)),logins=roles.items.filter(role=>role.canLogin&&!role.superuser&&
!isProviderRole(role.name,provider2)),holders=present.flatMap(adminRole=>logins.flatMap(({name})=>{let path=name===adminRole?[name]:membershipPath(memberships.items,
name,adminRole);return path===void 0?[]:[{name,path}]})),bad=holders.filter(({name})=>holders.length>1||declared2.has(name));return bad.length>0?bad.map(({name,
path})=>fail(`${path.join(" -> ")}, one of ${holders.length}`,expected55,{object:name})):memberships.complete&&roles.complete?[pass(`${holders.length} login rol\
e is a member`,expected55)]:[unknown(unseen("limit-exceeded",{detail:"not all memberships were read"}),expected55)]})),examples:{healthy:[example({provider:cloudSql,
roles:listed(admin,{...plainRole,name:"emergency"}),memberships:listed(member("emergency"))})],defective:[example({provider:cloudSql,roles:listed(admin,plainRole),
memberships:listed(member("shop_app"))}),example({provider:cloudSql,roles:listed(admin,{...plainRole,name:"a"},{...plainRole,name:"b"}),memberships:listed(member(
"a"),member("b"))})],blind:[blind],notApplicable:[example()]}});var expected56="a major version with more than 180 days of community support left",on=versionNum=>example({observer:seen({...observer,versionNum})}),pgVersionMajorEol=defineCheck(
{id:"pg-version-major-eol",title:"The major version is supported",question:"Does the PostgreSQL community still mend this major version?",why:"After the end of \
support no flaw is mended any more, however grave. A provider may sell extended support: that is a matter of the contract, not of this date.",severity:"high",scope:"\
node",needs:"any login role",remediation:{all:"Plan the upgrade to a supported major version and try it on a restored copy first.","aws-rds":"Modify the instanc\
e to a supported engine version (a blue/green deployment keeps it short).",digitalocean:"Upgrade the cluster to a newer major version in the control panel or wi\
th doctl.",aiven:"Raise pg_version of the service after a trial on a fork."},judge:(facts,{now})=>whenSeen(facts.observer,expected56,({versionNum,versionText})=>{
let{major}=splitVersion(versionNum),release=releases.majors[major];if(release===void 0)return[unknown(unseen("unsupported-version",{detail:`PostgreSQL ${versionText}\
 is not in the release table of ${releases.checkedOn}`}),expected56)];let left=daysBetween(now,release.endOfLife),text=`PostgreSQL ${versionText}; community sup\
port of ${major} ends on ${release.endOfLife}`;return left<0?[fail(text,expected56)]:left<=180?[fail(text,expected56,{severity:"medium"})]:[pass(text,expected56)]}),
examples:{healthy:[on(180004)],defective:[on(120022),on(130023)],blind:[blind,on(190001)]}});var expected57="the newest minor release of its major version",tableDays=120,on2=versionNum=>example({observer:seen({...observer,versionNum})}),pgVersionMinorOutdated=defineCheck(
{id:"pg-version-minor-outdated",title:"The newest minor release is installed",question:"Is the server on the newest minor release of its major version?",why:"Mi\
nor releases carry nothing but corrections, security corrections among them, and need no migration.",severity:"medium",scope:"node",needs:"any login role",remediation:{
all:"Install the newest minor release and restart the server.","aws-rds":"Turn on automatic minor version upgrades, or apply the pending one in the maintenance \
window.",digitalocean:"Apply the pending maintenance of the cluster.",aiven:"Start the pending maintenance of the service."},judge:(facts,{now,platform})=>whenAllSeen(
facts.observer,facts.provider,expected57,(who,provider2)=>{let{major,minor}=splitVersion(who.versionNum),release=releases.majors[major],own3=[platform,provider2.
platform].find(p=>p==="aws-aurora"||p==="neon"),cannotTell=detail=>unknown(unseen("unsupported-version",{detail}),expected57);if(own3!==void 0)return[cannotTell(
`${own3} numbers its own builds: ${who.versionText} says nothing of their age`)];if(release===void 0||major<10)return[cannotTell(`PostgreSQL ${who.versionText} \
is not in the release table of ${releases.checkedOn}`)];let{confirmed,expected:presumed=confirmed}=release,text=`${major}.${minor}; newest release that was conf\
irmed on ${releases.checkedOn} is ${major}.${confirmed}`;return minor<confirmed?[fail(text,expected57)]:minor<presumed?[cannotTell(`${text}; ${major}.${presumed}\
 is presumably out, but was not confirmed`)]:daysBetween(releases.checkedOn,now)>tableDays?[cannotTell(`${text}; that table is too old to tell`)]:[pass(text,expected57)]}),
examples:{healthy:[on2(180007),on2(150020)],defective:[on2(160009),on2(180004),on2(150018)],blind:[blind,on2(190001),on2(180006),example({provider:seen({platform:"\
aws-aurora",candidates:["aws-aurora"],signs:[]})})]}});var expected58="views over tables with row security read with the caller\u2019s rights",pgViewBypassesRls=defineCheck({id:"pg-view-bypasses-rls",title:"No view \
leads past row security",question:"Does a view that others may read show rows past the policies of its tables?",why:"A view reads with its owner\u2019s rights unless\
 security_invoker is set. Where the owner is not bound by the policies, neither is the reader. A curated view may be meant so: waive it.",severity:"medium",needs:"\
any login role",remediation:{all:"ALTER VIEW name SET (security_invoker = on); (PostgreSQL 15 and newer), or give the view to an owner that the policies bind."},
judge:facts=>whenSeen(facts.bypassingViews,expected58,views=>judgeListing(views,expected58,{offends:({view,table,owner})=>fail(`${view} reads ${table} with the \
rights of ${owner} ${inDatabase(facts)}`,expected58,{object:`${view} ${table}`}),clean:`no such view ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[
example({bypassingViews:listed({view:"public.all_orders",table:"public.orders",owner:"postgres"})})],blind:[blind,example({bypassingViews:cut()})]}});var expected59="every database is frozen long before transaction ids run out",warnAt=5e8,failAt=15e8,database2={name:"shop",owner:"shop_owner",template:!1,allowsConnections:!0,
publicConnect:!1,publicTemporary:!1,xidAge:16e8,multixactAge:1e3},pgXidWraparound=defineCheck({id:"pg-xid-wraparound",title:"Transaction ids do not run out",question:"\
Is a database near the wraparound of transaction ids?",why:"Shortly before the ids run out the server refuses every write until it has been vacuumed, which can \
take days.",severity:"medium",needs:"any login role",remediation:{all:"VACUUM (FREEZE) the oldest tables, and end what holds old snapshots: long transactions, p\
repared transactions, replication slots."},judge:facts=>whenSeen(facts.databases,expected59,databases=>judgeListing(databases,expected59,{offends:({name,xidAge,
multixactAge})=>{let age=Math.max(xidAge,multixactAge);return age<warnAt?void 0:fail(`database ${name}: ${Math.round(age/1e6)} million ids old`,expected59,{object:name,
severity:age>=failAt?"high":"low"})},clean:`the oldest database is ${Math.round(Math.max(0,...databases.items.map(d=>Math.max(d.xidAge,d.multixactAge)))/1e6)} m\
illion ids old`})),examples:{healthy:[example()],defective:[example({databases:listed(database2)})],blind:[blind,example({databases:cut({...database2,xidAge:1})})]}});var checks=[pgAdminFunctionGrants,pgAppUsesAdminRole,pgArchiveCommandSanity,pgArchiverHealth,pgDangerousDevGucs,pgDatabasePublicPrivs,pgDebugPrint,pgDefaultAclPublic,
pgExcessiveDml,pgExtensionAllowlist,pgFdwSslmode,pgHbaAnyAddress,pgHbaEffectiveFirstMatch,pgHbaHostNotHostssl,pgHbaIdentTcp,pgHbaMd5,pgHbaObservable,pgHbaParseError,
pgHbaPasswordCleartext,pgHbaTrust,pgLogParameterLeak,pgObjectAuditRole,pgObserverCapabilities,pgOwnAuthMethod,pgOwnSessionTls,pgParameterGrants,pgPasswordEqualsName,
pgPasswordHashMd5,pgPgauditClasses,pgPgauditDisabledPerRole,pgPgauditLoaded,pgPredefinedRoleMembers,pgProviderFingerprint,pgPublicSchemaCreate,pgReplicationSlotsInactive,
pgRlsAlwaysTrue,pgRlsBypassRoles,pgRlsNotForcedOwner,pgRlsPolicyDisabled,pgRoleAttributes,pgRoleWithoutPassword,pgSchemaCreatePublicOther,pgSecdefPublicExecute,
pgSecdefSearchPath,pgSecretsInRoleDbSettings,pgSecurityGucOverrides,pgSessionAge,pgSessionsPlaintext,pgSessionsWeakTls,pgSuperusers,pgTablePublicPrivs,pgTenantColumnWithoutRls,
pgTimezoneClockSkew,pgUntrustedLanguage,pgVendorAdminMembers,pgVersionMajorEol,pgVersionMinorOutdated,pgViewBypassesRls,pgXidWraparound,...settingChecks];import pg2 from"pg";var WireFailure=class extends Error{name="WireFailure";reason;constructor(reason,detail=""){super(detail),this.reason=reason}},observe=async step=>{try{return await step()}catch(error){
if(error instanceof WireFailure)return unseen(error.reason,error.message===""?{}:{detail:error.message});throw error}},need=fact=>{if(fact.seen)return fact.value;
throw new WireFailure(fact.reason,fact.detail)};var change=stream=>new Promise(resolve=>{let events=["readable","end","error","close"],wake=()=>{for(let event of events)stream.off(event,wake);resolve()};for(let event of events)
stream.on(event,wake)}),createReader=({stream,failure},limit)=>{let chunks=[],held=0,total=0,pull=async()=>{for(;;){let chunk=stream.read();if(chunk!==null){if(total+=
chunk.length,total>limit)throw new WireFailure("limit-exceeded",`more than ${limit} bytes of answer`);chunks.push(chunk),held+=chunk.length;return}let why=failure();
if(why!==void 0)throw why;if(stream.destroyed||stream.readableEnded)throw new WireFailure("connection-closed");await change(stream)}};return{waiting:()=>held,take:async count=>{
if(count>limit)throw new WireFailure("limit-exceeded",`a message of ${count} bytes`);for(;held<count;)await pull();let all=chunks.length===1&&chunks[0]!==void 0?
chunks[0]:Buffer.concat(chunks);return chunks=[all.subarray(count)],held-=count,all.subarray(0,count)}}};var sslRequest=Buffer.from([0,0,0,8,4,210,22,47]),maxReply=16384,maxMessages=10,startupMessage=(user,database3)=>{if(user.includes("\0")||database3.includes("\0"))
throw new WireFailure("client-cannot-offer","a name with a NUL character cannot be sent");let pairs=["user",user,"database",database3,"application_name","dbvet",
""],body=Buffer.from(`${pairs.join("\0")}\0`,"utf8"),head=Buffer.alloc(8);return head.writeInt32BE(body.length+8,0),head.writeInt32BE(196608,4),Buffer.concat([head,
body])},terminate=Buffer.from([88,0,0,0,4]),errorFields=body=>new Map(body.toString("utf8").split("\0").filter(field=>field.length>1).map(field=>[field.slice(0,
1),field.slice(1)])),readStartupReply=async reader=>{for(let count=0;count<maxMessages;count+=1){let head=await reader.take(5),type=String.fromCharCode(head.readUInt8(
0)),length=head.readUInt32BE(1);if(!"REvN".includes(type)||length<4||length>maxReply)throw new WireFailure("unexpected-reply","the answer is not of the PostgreS\
QL protocol");let body=await reader.take(length-4);if(type==="E"){let fields=errorFields(body),sqlstate=fields.get("C")??"";if(!/^[0-9A-Z]{5}$/.test(sqlstate))throw new WireFailure(
"unexpected-reply","an error message without SQLSTATE");return{kind:"error",sqlstate,message:fields.get("M")??""}}if(type==="R"){if(body.length<4)throw new WireFailure(
"unexpected-reply","a cut authentication request");let code=body.readInt32BE(0),mechanisms=code===10?body.subarray(4).toString("latin1").split("\0").filter(Boolean):
[];return{kind:"authentication",code,mechanisms}}}throw new WireFailure("unexpected-reply","only notices, no answer")},startInClear=async(connection,user,database3)=>{
connection.socket.write(startupMessage(user,database3));let reply=await readStartupReply(createReader({stream:connection.socket,failure:connection.failure},maxReply));
return reply.kind==="authentication"&&reply.code===0&&connection.socket.write(terminate),reply},requestTls=async(connection,extra=Buffer.alloc(0))=>{connection.
socket.write(Buffer.concat([sslRequest,extra]));let reader=createReader({stream:connection.socket,failure:connection.failure},maxReply),answer=String.fromCharCode(
(await reader.take(1)).readUInt8(0));if(answer==="E")return"error";if(!"SN".includes(answer)||reader.waiting()>0)throw new WireFailure("unexpected-reply","the a\
nswer to SSLRequest is neither S nor N");return answer==="S"?"accepted":"declined"};import{isIP as isIP3}from"node:net";import{connect}from"node:tls";import{createHash,X509Certificate}from"node:crypto";import{isIP as isIP2}from"node:net";var element=der=>{let tag=der[0],short=der[1];if(tag===void 0||short===void 0)return;let lengthBytes=short<128?0:short&127;if(short===128||lengthBytes>3||der.length<
2+lengthBytes)return;let length=lengthBytes===0?short:der.readUIntBE(2,lengthBytes),start=2+lengthBytes;if(!(der.length<start+length))return{tag,body:der.subarray(
start,start+length),rest:der.subarray(start+length)}},algorithms={"2a864886f70d010102":{name:"RSA with MD2",weak:!0},"2a864886f70d010104":{name:"RSA with MD5",weak:!0},
"2a864886f70d010105":{name:"RSA with SHA-1",weak:!0},"2a864886f70d01010e":{name:"RSA with SHA-224",weak:!1},"2a864886f70d01010b":{name:"RSA with SHA-256",weak:!1},
"2a864886f70d01010c":{name:"RSA with SHA-384",weak:!1},"2a864886f70d01010d":{name:"RSA with SHA-512",weak:!1},"2a8648ce380403":{name:"DSA with SHA-1",weak:!0},"\
2a8648ce3d0401":{name:"ECDSA with SHA-1",weak:!0},"2a8648ce3d040301":{name:"ECDSA with SHA-224",weak:!1},"2a8648ce3d040302":{name:"ECDSA with SHA-256",weak:!1},
"2a8648ce3d040303":{name:"ECDSA with SHA-384",weak:!1},"2a8648ce3d040304":{name:"ECDSA with SHA-512",weak:!1},"2b6570":{name:"Ed25519",weak:!1},"2b6571":{name:"\
Ed448",weak:!1}},pss="2a864886f70d01010a",strongDigests=[["608648016503040201","SHA-256"],["608648016503040202","SHA-384"],["608648016503040203","SHA-512"]],pssAlgorithm=parameters=>{
let outer=element(parameters),hash=outer?.tag===48?element(outer.body):void 0;if(hash?.tag!==160)return{name:"RSA-PSS with SHA-1",weak:!0};let sequence=element(
hash.body),oid=sequence===void 0?void 0:element(sequence.body),found=strongDigests.find(([hex])=>hex===oid?.body.toString("hex"));return found===void 0?{name:"R\
SA-PSS with another digest",weak:void 0}:{name:`RSA-PSS with ${found[1]}`,weak:!1}},signatureAlgorithm=der=>{let certificate=element(der),tbs=certificate?.tag===
48?element(certificate.body):void 0,identifier=tbs===void 0?void 0:element(tbs.rest),oid=identifier?.tag===48?element(identifier.body):void 0;if(oid?.tag!==6)return;
let hex=oid.body.toString("hex");return hex===pss?pssAlgorithm(oid.rest):algorithms[hex]??{name:`object identifier ${hex.slice(0,60)}`,weak:void 0}};var parseCertificate=data=>{try{return new X509Certificate(data)}catch{return}},attempt=read=>{try{return read()}catch{return}},isIssuedBy=(certificate,issuer)=>attempt(
()=>certificate.checkIssued(issuer)&&certificate.verify(issuer.publicKey))??!1,pinOf=certificate=>attempt(()=>{let spki=certificate.publicKey.export({type:"spki",
format:"der"});return`sha256/${createHash("sha256").update(spki).digest("base64")}`}),namesHost=(certificate,host)=>attempt(()=>isIP2(host)===0?certificate.checkHost(
host,{subject:"default"})!==void 0:certificate.checkIP(host)!==void 0)??!1,curveBits=curve=>{let digits=curve===void 0?void 0:/(\d{3})/.exec(curve)?.[1];return digits===
void 0?null:Number(digits)},day=text=>{let time=Date.parse(text);return Number.isNaN(time)?null:new Date(time).toISOString()},oneLine=text=>(text??"").split(`
`).join(", "),certificateFacts=certificate=>{let key=attempt(()=>certificate.publicKey),details=attempt(()=>key?.asymmetricKeyDetails),signature=signatureAlgorithm(
certificate.raw);return{subject:oneLine(certificate.subject),issuer:oneLine(certificate.issuer),names:certificate.subjectAltName??"",notBefore:day(certificate.validFrom),
notAfter:day(certificate.validTo),key:{type:key?.asymmetricKeyType??"unknown",bits:details?.modulusLength??curveBits(details?.namedCurve),curve:details?.namedCurve??
null},signature:{name:signature?.name??"unknown",weak:signature?.weak??null},pin:pinOf(certificate)??null,sha256:certificate.fingerprint256.replaceAll(":","").toLowerCase(),
selfSigned:isIssuedBy(certificate,certificate),ca:certificate.ca}};var maxChain=12,chainOf=socket=>{let chain=[],known=new Set,next=socket.getPeerCertificate(!0);for(;next?.raw!==void 0&&chain.length<maxChain;){let certificate=parseCertificate(
next.raw);if(certificate===void 0)return;if(known.has(certificate.fingerprint256))break;known.add(certificate.fingerprint256),chain.push(certificate),next=next.
issuerCertificate}return chain},failureOf=error=>{let code=error instanceof Error&&"code"in error?String(error.code):"";return code==="ECONNRESET"||code==="EPIP\
E"?new WireFailure("connection-closed","closed during the TLS handshake"):new WireFailure("tls-handshake-failed",code)},secure=(connection,options)=>new Promise(
(resolve,reject)=>{let socket=connect({socket:connection.socket,rejectUnauthorized:!1,checkServerIdentity:()=>{},...isIP3(options.host)===0?{servername:options.
host}:{},...options.ca===void 0?{}:{ca:[...options.ca]},...options.client,...options.alpn===void 0?{}:{ALPNProtocols:[options.alpn]},...options.lenient?{minVersion:"\
TLSv1",ciphers:"DEFAULT:@SECLEVEL=0"}:{minVersion:"TLSv1.2"}}),fail24=why=>{connection.close(),reject(connection.failure()??why)},closed=()=>fail24(new WireFailure(
"connection-closed"));socket.on("error",error=>fail24(failureOf(error))),socket.once("close",closed),socket.once("secureConnect",()=>{socket.off("close",closed);
let certificates=chainOf(socket);if(certificates===void 0){fail24(new WireFailure("unexpected-reply","the certificate cannot be parsed"));return}let fault2=socket.
authorizationError,{alpnProtocol}=socket;resolve({socket,protocol:socket.getProtocol()??"",cipher:socket.getCipher().standardName,certificates,...typeof fault2==
"string"?{opensslError:fault2}:{},...typeof alpnProtocol=="string"?{alpn:alpnProtocol}:{}})})});var maxDepth=8,maxSteps2=200,isSelfIssued=certificate=>certificate.subject===certificate.issuer&&isIssuedBy(certificate,certificate),search=(leaf,{roots,links})=>{
let steps=0,found=[],walk=path=>{let last=path.at(-1);if(steps+=1,last===void 0||steps>maxSteps2||found.length>0)return;let itself=roots.some(root3=>root3.fingerprint256===
last.fingerprint256),root2=itself?void 0:roots.find(candidate=>isIssuedBy(last,candidate));if(itself||root2!==void 0){found.push(root2===void 0?path:[...path,root2]);
return}if(!(path.length>=maxDepth))for(let link of links)!path.some(({fingerprint256})=>fingerprint256===link.fingerprint256)&&link.ca&&isIssuedBy(last,link)&&walk(
[...path,link])};return walk([leaf]),found},asSent=(leaf,sent)=>{let path=[leaf];for(let last=leaf;path.length<maxDepth;){let next=sent.find(candidate=>!path.includes(
candidate)&&candidate.ca&&isIssuedBy(last,candidate));if(next===void 0)break;path.push(next),last=next}return path},findPath=(sent,trusted)=>{let[leaf,...others]=sent;
if(leaf===void 0)return{path:[],anchored:!1,borrowed:[]};let roots=trusted.filter(isSelfIssued),helpers=trusted.filter(certificate=>!isSelfIssued(certificate)),
[complete]=search(leaf,{roots,links:others});if(complete!==void 0)return{path:complete,anchored:!0,borrowed:[]};let[mended]=search(leaf,{roots,links:[...others,
...helpers]});if(mended===void 0)return{path:asSent(leaf,others),anchored:!1,borrowed:[]};let given=new Set(sent.map(({fingerprint256})=>fingerprint256));return{
path:mended,anchored:!0,borrowed:mended.slice(0,-1).filter(({fingerprint256})=>!given.has(fingerprint256))}};var inForce=(certificate,now)=>{let from=Date.parse(certificate.validFrom),to=Date.parse(certificate.validTo);return from<=Date.parse(now)&&Date.parse(now)<=to},
pinned=(pin,host,sent,now)=>{let{path}=findPath(sent,[]),[leaf]=path,index=path.findIndex(certificate=>pinOf(certificate)===pin);return leaf===void 0||index<0?{
verified:!1,why:"neither the certificate nor an issuer of it has the pinned key"}:index===0?{verified:!0,why:"the certificate has the pinned key"}:path.slice(0,
index+1).every(certificate=>inForce(certificate,now))?namesHost(leaf,host)?{verified:!0,why:"the pinned CA signed the certificate, which names the host"}:{verified:!1,
why:`the certificate does not name ${host}`}:{verified:!1,why:"a certificate below the pinned CA is not in force"}},verifyPeer=(trust,host,secured,now)=>{let[leaf]=secured.
certificates;return leaf===void 0?{verified:!1,why:"the server showed no certificate"}:trust.pin!==void 0?pinned(trust.pin,host,secured.certificates,now):trust.
ca.seen?secured.opensslError!==void 0?{verified:!1,why:`the certificate does not verify: ${secured.opensslError}`}:namesHost(leaf,host)?{verified:!0,why:"the ch\
ain verifies and the certificate names the host"}:{verified:!1,why:`the certificate does not name ${host}`}:{verified:!1,why:`the CA file cannot be used: ${trust.
ca.detail??trust.ca.reason}`}};var openPostgresTls=(context,{lifeMs=context.remainingMs()}={})=>observe(async()=>{let connection=need(await context.dial({lifeMs}));try{if(await requestTls(connection)!==
"accepted")throw new WireFailure("tls-handshake-failed","the server does not offer TLS");let{trust,endpoint}=context,secured=await secure(connection,{host:endpoint.
host,ca:trust.source==="given"&&trust.ca.seen?trust.ca.value:void 0,client:trust.client?.seen===!0?trust.client.value:void 0,lenient:!1}),{socket,protocol,cipher}=secured,
verdict2=verifyPeer(trust,endpoint.host,secured,context.now);return seen({...verdict2,connection,socket,protocol,cipher})}catch(error){throw connection.close(),
error}});import{Duplex}from"node:stream";var endsItsFields=body=>{let at=0;for(;at<body.length;){if(body[at]===0)return!0;let end=body.indexOf(0,at+1);if(end<0)return!1;at=end+1}return!1},createFrames=()=>{
let rest=Buffer.alloc(0);return chunk=>{rest=rest.length===0?chunk:Buffer.concat([rest,chunk]);let at=0;for(;rest.length-at>=5;){let length=rest.readInt32BE(at+
1);if(length<4)return;if(rest.length-at<1+length)break;let type=rest[at],body=rest.subarray(at+5,at+1+length);if((type===69||type===78)&&!endsItsFields(body))return;
at+=1+length}let whole=rest.subarray(0,at);return rest=rest.subarray(at),whole}};var mostBytes=24*1024*1024,ChannelBridge=class extends Duplex{#channel;#received=0;fault;constructor(channel){super(),this.#channel=channel;let frames=createFrames();
channel.on("data",chunk=>{if(this.#received+=chunk.length,this.#received>mostBytes){this.fault="limit-exceeded",this.destroy(new Error("too much data"));return}
let whole=frames(chunk);whole===void 0?(this.fault="unexpected-reply",this.destroy(new Error("not the PostgreSQL protocol"))):whole.length>0&&!this.push(whole)&&
channel.pause()}),channel.on("end",()=>this.push(null)),channel.on("error",error=>this.destroy(error)),channel.on("close",()=>this.destroy())}emit(event,...args){
if(event!=="data")return super.emit(event,...args);try{return super.emit(event,...args)}catch{return this.fault??="unexpected-reply",this.destroy(new Error("not\
 the PostgreSQL protocol")),!0}}connect(){queueMicrotask(()=>this.emit("connect"))}setNoDelay(){return this}setKeepAlive(){return this}ref(){return this}unref(){
return this}_read(){this.#channel.resume()}_write(chunk,encoding,done){this.#channel.write(chunk,encoding,done)}_final(done){this.#channel.end(()=>done())}_destroy(error,done){
this.#channel.destroy(),done(error)}};import pg from"pg";import*as z4 from"zod";var statementMs=5e3,lockMs=500,defaultLimit=500,open4=["BEGIN READ ONLY",`SET LOCAL statement_timeout = ${statementMs}`,`SET LOCAL lock_timeout = ${lockMs}`,"SE\
T LOCAL search_path = pg_catalog, pg_temp"],readOnly=(sql,limit)=>[...open4,`SELECT * FROM (${sql}) AS q LIMIT ${limit+1}`,"ROLLBACK"].join("; "),reasons={42501:[
"permission-denied","the server refused permission"],57014:["timed-out","the query ran into its time limit"],"55P03":["timed-out","the query waited for a lock"],
"42P01":["unsupported-version","this server has no such catalogue"],42703:["unsupported-version","this server has no such column"],42883:["unsupported-version",
"this server has no such function"],42704:["unsupported-version","this server has no such object"],"0A000":["unsupported-version","this server does not support \
the query"]},sqlState=error=>error instanceof pg.DatabaseError&&/^[0-9A-Z]{5}$/.test(error.code??"")?error.code:void 0,failed=(code,grant3)=>{let[reason,detail]=reasons[code]??
[code.startsWith("57P")?"connection-closed":"unexpected-reply",`the server answered with SQLSTATE ${code}`];return unseen(reason,{detail,...reason==="permission\
-denied"&&grant3!==void 0?{grant:grant3}:{}})},rowsOf=result=>{let results=z4.array(z4.object({command:z4.string().nullable(),rows:z4.array(z4.unknown())})).safeParse(
result),selects=results.success?results.data.filter(r=>r.command==="SELECT"):[];return selects.length===1?selects[0]?.rows:void 0},leave=client=>client.query("R\
OLLBACK").catch(()=>{}),createSession=(client,end)=>{let list=async query2=>{let limit=query2.limit??defaultLimit,over=end();if(over!==void 0)return unseen(over,
{detail:"the connection had ended before the query"});try{let rows=rowsOf(await client.query(readOnly(query2.sql,limit))),parsed2=z4.array(query2.row).safeParse(
rows);return parsed2.success?seen({items:parsed2.data.slice(0,limit),complete:parsed2.data.length<=limit}):unseen("unexpected-reply",{detail:"the server\u2019s rows \
do not have the expected shape"})}catch(error){let code=sqlState(error);if(code!==void 0)return await leave(client),failed(code,query2.grant);let reason=end();if(reason===
void 0)throw error;return unseen(reason,{detail:"the connection ended during the query"})}};return{list,one:async query2=>{let rows=await list({...query2,limit:1});
if(!rows.seen)return rows;let[first]=rows.value.items;return first===void 0||!rows.value.complete?unseen("unexpected-reply",{detail:"the server gave no single r\
ow"}):seen(first)}}};var refusals={"28P01":["authentication-failed",({user,database:database3})=>`the server refused the password of ${user} for database ${database3}`],28e3:["authe\
ntication-failed",({user,database:database3})=>`the server does not let ${user} into database ${database3} from this address`],"3D000":["authentication-failed",
({database:database3})=>`there is no database ${database3}`],42501:["permission-denied",({user,database:database3})=>`${user} may not connect to database ${database3}`],
53300:["connection-refused",()=>"the server has no connection left"],"57P03":["connection-refused",()=>"the server is starting or stopping"]},password=async(context,identity)=>{
try{let secret=await context.secret(identity);return secret!==void 0||context.trust.client?.seen===!0?seen(secret):unseen("no-credentials",{detail:`no password \
for ${identity.user} was found`})}catch(error){if(error instanceof UserError)return unseen("no-credentials",{detail:error.message});throw error}},forgetEnvironment=client=>{
let{connectionParameters}=client;connectionParameters.options=void 0,connectionParameters.replication=void 0},connect2=async(context,identity,channel,secret)=>{
let bridge=new ChannelBridge(channel.socket),client=new pg2.Client({stream:()=>bridge,ssl:!1,host:context.endpoint.host,port:context.endpoint.port,user:identity.
user,database:identity.database,password:()=>secret??"",application_name:"dbvet"});forgetEnvironment(client),client.on("error",()=>{});let end=()=>context.stopped()??
bridge.fault??channel.connection.failure()?.reason??(bridge.destroyed?"connection-closed":void 0),close=async()=>{bridge.destroyed||await client.end(),channel.connection.
close()};try{return await client.connect(),seen({session:createSession(client,end),close})}catch(error){channel.connection.close();let code=sqlState(error),known=code===
void 0?void 0:refusals[code];if(known!==void 0)return unseen(known[0],{detail:known[1](identity),source:`SQLSTATE ${code??""}`});if(code!==void 0)return unseen(
"unexpected-reply",{detail:`the login was answered with SQLSTATE ${code}`});let reason=end();return reason!==void 0&&reason!=="connection-closed"?unseen(reason,
{detail:"the connection ended during the login"}):secret===void 0?unseen("no-credentials",{detail:`the server asks for a password for ${identity.user}`}):unseen(
reason??"unexpected-reply",{detail:"the login did not come about"})}},logIn=async context=>{let identity=context.target.identities.find(({role})=>role==="scanne\
r");if(identity===void 0)return unseen("no-credentials",{detail:"no scanner role is declared for this target"});let channel=await openPostgresTls(context);if(!channel.
seen)return channel;let{verified,why,connection}=channel.value;if(!verified&&!context.options.allowUnverified)return connection.close(),unseen("certificate-not-\
verified",{detail:`the password was withheld: ${why}`});let secret=await password(context,identity);return secret.seen?connect2(context,identity,channel.value,secret.
value):(connection.close(),secret)};import*as z5 from"zod";var SchemaAccess=z5.strictObject({name:z5.string(),publicCreate:z5.boolean(),publicUsage:z5.boolean()}).readonly(),PublicGrant=z5.strictObject(
{object:z5.string(),privileges:z5.array(z5.string()).readonly(),columnsOnly:z5.boolean()}).readonly(),DefaultGrant=z5.strictObject({creator:z5.string(),schema:z5.string().
nullable(),objects:z5.string(),privileges:z5.array(z5.string()).readonly()}).readonly(),DefinerFunction=z5.strictObject({name:z5.string(),owner:z5.string(),ownerPowerful:z5.boolean(),
searchPath:z5.string().nullable(),publicExecute:z5.boolean(),publicUsage:z5.boolean(),trigger:z5.boolean(),bound:z5.boolean()}).readonly(),UntrustedLanguage=z5.strictObject(
{name:z5.string(),functions:z5.int(),publicFunctions:z5.int()}).readonly(),TenantTable=z5.strictObject({name:z5.string(),owner:z5.string(),rowSecurity:z5.boolean(),
forced:z5.boolean(),policies:z5.int(),tenantColumn:z5.string().nullable()}).readonly(),OpenPolicy=z5.strictObject({table:z5.string(),policy:z5.string(),command:z5.string(),
using:z5.boolean(),check:z5.boolean(),public:z5.boolean()}).readonly(),BypassingView=z5.strictObject({view:z5.string(),table:z5.string(),owner:z5.string()}).readonly(),
Extension=z5.strictObject({name:z5.string(),version:z5.string(),schema:z5.string()}).readonly(),ForeignServer=z5.strictObject({name:z5.string(),wrapper:z5.string(),
remote:z5.boolean(),sslmode:z5.string().nullable()}).readonly(),HbaRule=z5.strictObject({order:z5.int(),place:z5.string(),type:z5.string().nullable(),databases:z5.array(
z5.string()).nullable(),users:z5.array(z5.string()).nullable(),address:z5.string().nullable(),netmask:z5.string().nullable(),method:z5.string().nullable(),clientCertificate:z5.string().
nullable(),protectsPassword:z5.boolean(),error:z5.boolean()}).readonly();import*as z6 from"zod";var Role=z6.strictObject({name:z6.string(),bootstrap:z6.boolean(),superuser:z6.boolean(),createRole:z6.boolean(),createDatabase:z6.boolean(),
canLogin:z6.boolean(),replication:z6.boolean(),bypassRls:z6.boolean(),connectionLimit:z6.int(),validUntil:z6.string().nullable()}).readonly(),Membership=z6.strictObject(
{member:z6.string(),role:z6.string(),admin:z6.boolean()}).readonly(),Database=z6.strictObject({name:z6.string(),owner:z6.string(),template:z6.boolean(),allowsConnections:z6.boolean(),
publicConnect:z6.boolean(),publicTemporary:z6.boolean(),xidAge:z6.number(),multixactAge:z6.number()}).readonly(),RoleSetting=z6.strictObject({role:z6.string().nullable(),
database:z6.string().nullable(),name:z6.string(),value:z6.string().nullable(),secretLike:z6.boolean()}).readonly(),IdentityPrivilege=z6.strictObject({user:z6.string(),
kind:z6.enum(["table","sequence","schema","database"]),privilege:z6.string(),objects:z6.int(),example:z6.string(),owned:z6.boolean()}).readonly(),AuditedObjects=z6.strictObject(
{role:z6.string(),exists:z6.boolean(),tables:z6.int(),reads:z6.int(),example:z6.string().nullable()}).readonly(),FunctionGrant=z6.strictObject({function:z6.string(),
grantee:z6.string(),severe:z6.boolean()}).readonly(),ParameterGrant=z6.strictObject({parameter:z6.string(),grantee:z6.string(),privilege:z6.string()}).readonly();var literal=text=>`E'${text.replaceAll("\\","\\\\").replaceAll("'","\\'").replaceAll(";","\\u003b")}'`,strings=texts=>texts.length===0?"NULL":texts.map(literal).
join(", "),ownSchema=alias=>`${alias}.nspname !~ '^pg_' AND ${alias}.nspname <> 'information_schema'`,notOfExtension=(catalogue,oid)=>`NOT EXISTS (SELECT FROM p\
g_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`,publicHas=(acl,kind,owner,privilege)=>`EXISTS (SELECT FROM acle\
xplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a
		WHERE a.grantee = 0 AND a.privilege_type = '${privilege}')`,commandSecret="(passwd|password|secret|token|access.?key|api.?key)[a-z_]*\\s*=|AKIA[0-9A-Z]{16}|://\
[^/\\s:@]+:[^@\\s]+@",valueSecret="://[^/\\s:@]+:[^@\\s]+@|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10,}[.][A-Za-z0-9_-]{10,}[.]";var schemasQuery={row:SchemaAccess,limit:1e3,sql:`SELECT n.nspname::text AS name,
		${publicHas("n.nspacl","n","n.nspowner","CREATE")} AS "publicCreate",
		${publicHas("n.nspacl","n","n.nspowner","USAGE")} AS "publicUsage"
		FROM pg_namespace n WHERE ${ownSchema("n")} ORDER BY 2 DESC, n.nspname = 'public' DESC, 1`},closedCatalogues=["pg_authid","pg_shadow","pg_user_mapping","pg_st\
atistic","pg_statistic_ext_data","pg_largeobject","pg_hba_file_rules","pg_ident_file_mappings","pg_file_settings"],publicGrantsQuery={row:PublicGrant,sql:`SELEC\
T n.nspname || '.' || c.relname AS object,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges, false AS "columnsOnly"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN aclexplode(c.relacl) a
		WHERE a.grantee = 0 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
			AND (${ownSchema("n")} OR n.nspname = 'pg_catalog' AND c.relname IN (${strings(closedCatalogues)}))
			AND ${notOfExtension("pg_class","c.oid")} GROUP BY 1
		UNION ALL SELECT n.nspname || '.' || c.relname,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type), true
		FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		CROSS JOIN aclexplode(t.attacl) a
		WHERE a.grantee = 0 AND NOT t.attisdropped AND ${ownSchema("n")}
			AND ${notOfExtension("pg_class","c.oid")} GROUP BY 1 ORDER BY 1, 3`},defaultGrantsQuery={row:DefaultGrant,sql:`SELECT r.rolname::text AS creator, n.nspname::\
text AS schema, CASE d.defaclobjtype
			WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'n' THEN 'schemas'
			WHEN 'f' THEN 'functions' ELSE 'large objects' END AS objects,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges
		FROM pg_default_acl d JOIN pg_roles r ON r.oid = d.defaclrole
		LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN aclexplode(d.defaclacl) a
		WHERE a.grantee = 0 AND (d.defaclobjtype IN ('r', 'S', 'n', 'L')
			OR d.defaclobjtype = 'f' AND d.defaclnamespace <> 0)
		GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`},definerFunctionsQuery=major=>({row:DefinerFunction,sql:`SELECT n.nspname || '.' || p.proname || '(' || pg_get_function_ide\
ntity_arguments(p.oid) || ')' AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner,
		coalesce(o.rolsuper OR o.rolbypassrls OR o.rolname IN (${strings(vendorAdminRoles)}), true) AS "ownerPowerful",
		(SELECT substr(c, 13) FROM unnest(p.proconfig) c WHERE starts_with(c, 'search_path=') LIMIT 1)
			AS "searchPath",
		${publicHas("p.proacl","f","p.proowner","EXECUTE")} AS "publicExecute",
		${publicHas("n.nspacl","n","n.nspowner","USAGE")} AS "publicUsage",
		p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype) AS trigger,
		${major>=14?"p.prosqlbody IS NOT NULL":"false"} AS bound
		FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_roles o ON o.oid = p.proowner
		WHERE p.prosecdef AND (${ownSchema("n")} OR n.nspname = 'pg_catalog' AND p.oid >= 16384) AND ${notOfExtension("pg_proc","p.oid")}
		ORDER BY p.proconfig IS NULL DESC, 1`}),untrustedLanguagesQuery={row:UntrustedLanguage,sql:`SELECT l.lanname::text AS name, count(p.oid)::int AS functions,
		count(p.oid) FILTER (WHERE ${publicHas("p.proacl","f","p.proowner","EXECUTE")})::int
			AS "publicFunctions"
		FROM pg_language l LEFT JOIN pg_proc p ON p.prolang = l.oid
		WHERE l.lanispl AND NOT l.lanpltrusted GROUP BY 1 ORDER BY 1`},reachesOut=["pg_read_file","pg_read_binary_file","pg_ls_dir","pg_stat_file","lo_import","lo_exp\
ort","dblink_connect_u","pg_file_write","pg_file_sync","pg_file_rename","pg_file_unlink"],administers=["pg_ls_logdir","pg_ls_waldir","pg_ls_archive_statusdir","\
pg_ls_tmpdir","pg_reload_conf","pg_rotate_logfile","pg_switch_wal","pg_create_restore_point","pg_promote","pg_stat_reset"],adminFunctionsQuery={row:FunctionGrant,
sql:`SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS function,
		coalesce(r.rolname::text, 'PUBLIC') AS grantee, p.proname IN (${strings(reachesOut)}) AS severe
		FROM pg_proc p CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
		LEFT JOIN pg_roles r ON r.oid = a.grantee
		WHERE p.proname IN (${strings([...reachesOut,...administers])}) AND a.privilege_type = 'EXECUTE'
			AND (p.pronamespace = 'pg_catalog'::regnamespace OR NOT ${notOfExtension("pg_proc","p.oid")})
			AND a.grantee <> p.proowner AND NOT coalesce(r.rolsuper, false)
			AND coalesce(r.rolname, '') !~ '^pg_' ORDER BY 3 DESC, 1, 2`},extensionsQuery={row:Extension,sql:`SELECT e.extname::text AS name, e.extversion AS version, n.\
nspname::text AS schema
		FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace ORDER BY 1`},option=name=>`(SELECT option_value FROM pg_options_to_table(s.srvoptions) WHERE\
 option_name = '${name}')`,foreignServersQuery={row:ForeignServer,sql:`SELECT s.srvname::text AS name, w.fdwname::text AS wrapper,
		coalesce(coalesce(${option("hostaddr")}, ${option("host")}) !~ '^(/.*|localhost|127[.].*|::1)$', false)
			AS remote,
		lower(${option("sslmode")}) AS sslmode
		FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
		WHERE w.fdwname IN ('postgres_fdw', 'dblink_fdw') ORDER BY 1`},rulesQuery=major=>({row:HbaRule,sql:`SELECT (row_number() OVER ())::int AS "order",
		${major>=16?"coalesce(regexp_replace(file_name, '^.*/', ''), 'pg_hba.conf') || ':'":"'pg_hba.conf:'"}
			|| line_number AS place,
		type, database AS databases, user_name AS users, address, netmask, auth_method AS method,
		(SELECT split_part(o, '=', 2) FROM unnest(options) o WHERE starts_with(o, 'clientcert=') LIMIT 1)
			AS "clientCertificate",
		coalesce(options && ARRAY['ldaptls=1', 'ldapscheme=ldaps'], false) AS "protectsPassword",
		error IS NOT NULL AND type IS NULL AS error
		FROM pg_hba_file_rules`});import{createHash as createHash2,createHmac,pbkdf2}from"node:crypto";import{promisify}from"node:util";import*as z7 from"zod";var Row=z7.strictObject({role:z7.string(),kind:z7.enum(["none","md5","scram","other"]),md5EqualsName:z7.boolean().nullable(),salt:z7.string().nullable(),iterations:z7.int().
nullable(),storedKeyHash:z7.string().nullable()}),mostRounds=1e6,scram="rolpassword ~ '^SCRAM-SHA-256[$][0-9]{1,7}:[^$:]+[$][^$:]+:[^$:]+$'",query={row:Row,sql:`\
SELECT rolname::text AS role,
		CASE WHEN rolpassword IS NULL THEN 'none' WHEN rolpassword ~ '^md5[0-9a-f]{32}$' THEN 'md5'
			WHEN ${scram} THEN 'scram' ELSE 'other' END AS kind,
		CASE WHEN rolpassword ~ '^md5[0-9a-f]{32}$'
			THEN rolpassword = 'md5' || md5(rolname::text || rolname::text) END AS "md5EqualsName",
		CASE WHEN ${scram} THEN split_part(split_part(rolpassword, '$', 2), ':', 2) END AS salt,
		CASE WHEN ${scram} THEN split_part(split_part(rolpassword, '$', 2), ':', 1)::int END AS iterations,
		CASE WHEN ${scram} THEN encode(sha256(decode(split_part(split_part(rolpassword, '$', 3), ':', 1),
			'base64')), 'hex') END AS "storedKeyHash"
		FROM pg_authid WHERE rolcanlogin ORDER BY oid`},derive=promisify(pbkdf2),scramMatches=async(password2,verifier)=>{let salted=await derive(password2.normalize(
"NFKC"),Buffer.from(verifier.salt,"base64"),verifier.iterations,32,"sha256"),clientKey=createHmac("sha256",salted).update("Client Key").digest(),storedKey=createHash2(
"sha256").update(clientKey).digest();return createHash2("sha256").update(storedKey).digest("hex")===verifier.storedKeyHash},readPasswords=async session3=>{let rows=await session3.
list(query);if(!rows.seen)return rows;let rounds=0,items=[];for(let{role,kind,md5EqualsName,salt,iterations,storedKeyHash}of rows.value.items)if(kind==="md5"&&md5EqualsName!==
null)items.push({role,kind,equalsName:md5EqualsName});else if(salt===null||iterations===null||storedKeyHash===null||iterations<1)items.push({role,kind});else if(rounds+
iterations>mostRounds)items.push({role,kind});else{rounds+=iterations;let equalsName=await scramMatches(role,{salt,iterations,storedKeyHash});items.push({role,kind,
equalsName})}return seen({items,complete:rows.value.complete})};var bySign={"database rdsadmin":"aws-rds","role rds_superuser":"aws-rds","settings rds.*":"aws-rds","database cloudsqladmin":"google-cloud-sql","role cloudsqlsu\
peruser":"google-cloud-sql","settings cloudsql.*":"google-cloud-sql","database azure_maintenance":"azure-flexible-server","database azure_sys":"azure-flexible-s\
erver","role azure_pg_admin":"azure-flexible-server","settings azure.*":"azure-flexible-server","database _dodb":"digitalocean","role doadmin":"digitalocean","d\
atabase _aiven":"aiven","role avnadmin":"aiven","role neon_superuser":"neon","settings neon.*":"neon","role supabase_admin":"supabase","settings supautils.*":"s\
upabase"},provenBy={"aws-rds":/^(settings|database) /,"aws-aurora":/^(settings|database|function) /,"google-cloud-sql":/^(settings|database) /,"azure-flexible-s\
erver":/^(settings|database) /,neon:/^settings /},recognise=({databases,roles,settings:settings2,aurora})=>{let signs=[...databases.map(name=>`database ${name}`),
...roles.map(name=>`role ${name}`),...settings2.map(name=>`settings ${name}.*`),...aurora?["function aurora_version"]:[]],found=new Set(signs.flatMap(sign=>Object.
hasOwn(bySign,sign)?bySign[sign]??[]:[]));found.has("digitalocean")&&found.delete("aiven"),aurora&&(found.delete("aws-rds"),found.add("aws-aurora"));let candidates=[
...found].toSorted(),[only]=candidates,proof=only===void 0?void 0:provenBy[only],proven=proof===void 0||signs.some(sign=>proof.test(sign)&&(sign.startsWith("fun\
ction")||bySign[sign]!==void 0));return{candidates,signs,...only!==void 0&&candidates.length===1&&proven?{platform:only}:{}}};var rolesQuery={row:Role,limit:2e3,sql:`SELECT rolname::text AS name, oid = 10 AS bootstrap, rolsuper AS superuser,
		rolcreaterole AS "createRole", rolcreatedb AS "createDatabase", rolcanlogin AS "canLogin",
		rolreplication AS replication, rolbypassrls AS "bypassRls", rolconnlimit AS "connectionLimit",
		CASE WHEN isfinite(rolvaliduntil)
			THEN to_char(rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD') END AS "validUntil"
		FROM pg_roles
		ORDER BY rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication DESC, rolcanlogin DESC, oid`},membershipsQuery={row:Membership,limit:5e3,sql:`SELECT m.ro\
lname::text AS member, r.rolname::text AS role, bool_or(a.admin_option) AS admin
		FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
		GROUP BY 1, 2 ORDER BY 1, 2`},databasesQuery={row:Database,sql:`SELECT d.datname::text AS name, coalesce(o.rolname::text, '(unknown)') AS owner,
		d.datistemplate AS template, d.datallowconn AS "allowsConnections",
		${publicHas("d.datacl","d","d.datdba","CONNECT")} AS "publicConnect",
		${publicHas("d.datacl","d","d.datdba","TEMPORARY")} AS "publicTemporary",
		age(d.datfrozenxid)::float8 AS "xidAge", mxid_age(d.datminmxid)::float8 AS "multixactAge"
		FROM pg_database d LEFT JOIN pg_roles o ON o.oid = d.datdba ORDER BY 1`},secretName="(secret|passw|token|api_?key|private_?key|credential|jwt|dsn|service_?rol\
e)",harmlessName="^(credcheck|passwordcheck|auth_delay|pg_stat_statements|plpgsql|pgaudit|cron|rds|azure|cloudsql)[.]|(url|uri|endpoint|expiry|exp|ttl|lifetime|\
algorithm|issuer|audience)$",roleSettingsQuery={row:RoleSetting,limit:1e3,sql:`SELECT role, database, name,
		CASE WHEN lower(name) IN (${strings(readableOverrides)}) THEN value END AS value,
		(name LIKE '%.%' AND name ~* '${secretName}' AND name !~* '${harmlessName}'
			AND length(value) >= 8 AND value !~ '^[0-9.]+\\s*[a-z]*$') OR value ~ '${valueSecret}' AS "secretLike"
		FROM (SELECT r.rolname::text AS role, d.datname::text AS database, split_part(c, '=', 1) AS name,
			substr(c, strpos(c, '=') + 1) AS value
			FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole
			LEFT JOIN pg_database d ON d.oid = s.setdatabase CROSS JOIN unnest(s.setconfig) c) o
		ORDER BY 5 DESC, role, database, name`},parameterGrantsQuery={row:ParameterGrant,sql:`SELECT p.parname AS parameter, coalesce(r.rolname::text, 'PUBLIC') AS gr\
antee,
		a.privilege_type AS privilege
		FROM pg_parameter_acl p CROSS JOIN aclexplode(p.paracl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
		WHERE NOT coalesce(r.rolsuper, false) ORDER BY 1, 2, 3`},auditedObjectsQuery={row:AuditedObjects,sql:`WITH auditor AS (SELECT s.n AS name, r.oid FROM (SELECT \
coalesce((SELECT reset_val FROM pg_settings
			WHERE name = 'pgaudit.role'), '') AS n) s LEFT JOIN pg_roles r ON r.rolname = s.n),
		held AS (SELECT s.nspname || '.' || c.relname AS n, a.privilege_type AS p
			FROM auditor o CROSS JOIN pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
			CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT e.* FROM pg_attribute t
				CROSS JOIN aclexplode(t.attacl) e WHERE t.attrelid = c.oid AND NOT t.attisdropped) a
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ownSchema("s")} AND a.grantee <> 0
				AND o.oid IS NOT NULL AND pg_has_role(o.oid, a.grantee, 'USAGE'))
		SELECT o.name::text AS role, o.oid IS NOT NULL AS exists,
			(SELECT count(DISTINCT n)::int FROM held) AS tables,
			(SELECT count(DISTINCT n)::int FROM held WHERE p = 'SELECT') AS reads,
			(SELECT min(n) FROM held WHERE p = 'SELECT') AS example FROM auditor o`},identityPrivilegesQuery=(identities,major)=>{let names6=identities.map(({user})=>user).
filter(user=>!user.includes("\0")),tablePrivileges=["INSERT","UPDATE","DELETE","TRUNCATE","REFERENCES","TRIGGER",...major>=17?["MAINTAIN"]:[]],values2=privileges=>`\
(VALUES ${privileges.map(p=>`('${p}')`).join(", ")}) p(p)`;return{row:IdentityPrivilege,sql:`WITH who AS (SELECT r.oid, w.rolname::text AS n FROM pg_roles w
			JOIN pg_roles r ON r.oid = w.oid OR NOT w.rolsuper AND pg_has_role(w.oid, r.oid, 'MEMBER')
			WHERE w.rolname IN (${strings(names6)})),
		own AS (SELECT oid, nspname::text AS n FROM pg_namespace n WHERE ${ownSchema("n")})
		SELECT w.n AS "user", 'table' AS kind, p.p AS privilege, count(DISTINCT c.oid)::int AS objects,
			min(s.n || '.' || c.relname) AS example, pg_has_role(w.oid, c.relowner, 'USAGE') AS owned
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			CROSS JOIN ${values2(tablePrivileges)}
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (has_table_privilege(w.oid, c.oid, p.p)
				OR p.p IN ('INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(w.oid, c.oid, p.p))
			GROUP BY 1, 2, 3, 6
		UNION ALL SELECT w.n, 'sequence', p.p, count(DISTINCT c.oid)::int, min(s.n || '.' || c.relname),
			pg_has_role(w.oid, c.relowner, 'USAGE')
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			CROSS JOIN ${values2(["USAGE","UPDATE"])}
			WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(w.oid, c.oid, p.p) ELSE false END
			GROUP BY 1, 2, 3, 6
		UNION ALL SELECT w.n, 'schema', 'CREATE', count(DISTINCT s.oid)::int, min(s.n), false
			FROM who w CROSS JOIN own s WHERE has_schema_privilege(w.oid, s.oid, 'CREATE') GROUP BY 1
		UNION ALL SELECT DISTINCT w.n, 'database', p.p, 1, current_database()::text, false
			FROM who w CROSS JOIN ${values2(["CREATE","TEMPORARY"])}
			WHERE has_database_privilege(w.oid, current_database(), p.p)`}};var tenant="^(tenant|org|organi[sz]ation|account|customer|workspace|company)_?(id|uuid)$",tenantTablesQuery={row:TenantTable,limit:1e3,sql:`SELECT * FROM (SELEC\
T n.nspname || '.' || c.relname AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner, c.relrowsecurity AS "rowSecurity",
		c.relforcerowsecurity AS forced,
		(SELECT count(*)::int FROM pg_policy y WHERE y.polrelid = c.oid) AS policies,
		(SELECT t.attname::text FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attnum > 0
			AND NOT t.attisdropped AND t.attname ~* '${tenant}' ORDER BY t.attnum LIMIT 1) AS "tenantColumn"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_roles o ON o.oid = c.relowner
		WHERE c.relkind IN ('r', 'p') AND (NOT c.relispartition OR c.relacl IS NOT NULL)
			AND ${ownSchema("n")} AND ${notOfExtension("pg_class","c.oid")}) t
		WHERE "rowSecurity" OR policies > 0 OR "tenantColumn" IS NOT NULL
		ORDER BY policies > 0 AND NOT "rowSecurity" DESC, "rowSecurity", forced, name`},openPoliciesQuery={row:OpenPolicy,sql:`SELECT * FROM (SELECT n.nspname || '.' \
|| c.relname AS "table", y.polname::text AS policy,
		CASE y.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
			WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
		coalesce(pg_get_expr(y.polqual, y.polrelid) = 'true', false) AS "using",
		coalesce(pg_get_expr(y.polwithcheck, y.polrelid) = 'true', false) AS "check",
		0 = ANY (y.polroles) AS public
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE y.polpermissive AND ${notOfExtension("pg_class","c.oid")}) p
		WHERE "using" OR "check" ORDER BY 1, 2`},invoker="ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes']",bypassingViewsQuery={
row:BypassingView,sql:`SELECT DISTINCT vn.nspname || '.' || v.relname AS view, tn.nspname || '.' || t.relname AS "table",
		o.rolname::text AS owner
		FROM pg_rewrite w JOIN pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
		JOIN pg_namespace vn ON vn.oid = v.relnamespace
		JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
			AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
		JOIN pg_class t ON t.oid = d.refobjid AND t.relrowsecurity
		JOIN pg_namespace tn ON tn.oid = t.relnamespace JOIN pg_roles o ON o.oid = v.relowner
		WHERE NOT coalesce(v.reloptions && ${invoker}, false)
			AND (o.rolsuper OR o.rolbypassrls
				OR NOT t.relforcerowsecurity AND pg_has_role(v.relowner, t.relowner, 'USAGE'))
			AND EXISTS (SELECT FROM aclexplode(v.relacl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
				WHERE a.privilege_type = 'SELECT' AND a.grantee <> v.relowner AND NOT coalesce(g.rolsuper, false))
		ORDER BY 1, 2`};import*as z8 from"zod";var Observer=z8.strictObject({versionNum:z8.int().min(8e4).max(999999),versionText:z8.string(),user:z8.string(),database:z8.string(),superuser:z8.boolean(),
monitor:z8.boolean(),readSettings:z8.boolean(),readStats:z8.boolean(),readRules:z8.boolean(),readPasswords:z8.boolean(),inRecovery:z8.boolean(),readOnly:z8.boolean(),
serverTime:z8.number(),databases:z8.int()}).readonly(),ProviderSigns=z8.strictObject({databases:z8.array(z8.string()).readonly(),roles:z8.array(z8.string()).readonly(),
settings:z8.array(z8.string()).readonly(),aurora:z8.boolean()}).readonly(),SettingRow=z8.strictObject({name:z8.string(),value:z8.string(),source:z8.string(),pendingRestart:z8.boolean()}).
readonly(),OwnSession=z8.strictObject({tls:z8.boolean(),version:z8.string().nullable(),cipher:z8.string().nullable(),bits:z8.int().nullable(),systemUser:z8.string().
nullable().optional(),network:z8.boolean(),loopback:z8.boolean()}).readonly(),SessionGroup=z8.strictObject({user:z8.string(),database:z8.string().nullable(),application:z8.string(),
address:z8.string(),loopback:z8.boolean(),encrypted:z8.boolean(),tlsVersion:z8.string().nullable(),cipher:z8.string().nullable(),sessions:z8.int(),oldestSeconds:z8.number()}).
readonly(),Archiver=z8.strictObject({mode:z8.string(),command:z8.enum(["none","no-op","set","hidden"]),commandHasSecret:z8.boolean(),library:z8.boolean(),walLevel:z8.string(),
archived:z8.number(),failed:z8.number(),waiting:z8.number().nullable(),lastArchivedSeconds:z8.number().nullable(),lastFailedSeconds:z8.number().nullable()}).readonly(),
ReplicationSlot=z8.strictObject({name:z8.string(),kind:z8.string(),active:z8.boolean(),retainedBytes:z8.number().nullable(),walStatus:z8.string().nullable()}).readonly();var observerQuery={row:Observer,sql:`SELECT current_setting('server_version_num')::int AS "versionNum",
		current_setting('server_version') AS "versionText",
		r.rolname::text AS "user", current_database()::text AS database, r.rolsuper AS superuser,
		pg_has_role(r.oid, 'pg_monitor', 'USAGE') AS monitor,
		pg_has_role(r.oid, 'pg_read_all_settings', 'USAGE') AS "readSettings",
		pg_has_role(r.oid, 'pg_read_all_stats', 'USAGE') AS "readStats",
		has_table_privilege('pg_hba_file_rules', 'SELECT')
			AND has_function_privilege('pg_hba_file_rules()', 'EXECUTE') AS "readRules",
		has_column_privilege('pg_authid', 'rolpassword', 'SELECT') AS "readPasswords",
		pg_is_in_recovery() AS "inRecovery",
		current_setting('transaction_read_only') = 'on' AS "readOnly",
		(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "serverTime",
		(SELECT count(*)::int FROM pg_database WHERE datallowconn AND NOT datistemplate) AS databases
		FROM pg_roles r WHERE r.rolname = current_user`},providerQuery={row:ProviderSigns,sql:`SELECT
		ARRAY(SELECT datname::text FROM pg_database WHERE datname IN ('rdsadmin', 'cloudsqladmin',
			'azure_maintenance', 'azure_sys', '_dodb', '_aiven') ORDER BY 1) AS databases,
		ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname IN ('rds_superuser', 'cloudsqlsuperuser',
			'azure_pg_admin', 'doadmin', 'avnadmin', 'neon_superuser', 'supabase_admin') ORDER BY 1) AS roles,
		ARRAY(SELECT DISTINCT split_part(name, '.', 1) FROM pg_settings
			WHERE name ~ '^(rds|cloudsql|azure|neon|supautils)[.]' ORDER BY 1) AS settings,
		EXISTS (SELECT FROM pg_proc WHERE proname = 'aurora_version') AS aurora`},settingNames=["ssl","password_encryption","listen_addresses","log_connections","log_\
disconnections","log_statement","log_line_prefix","log_destination","log_min_messages","log_min_error_statement","log_error_verbosity","log_min_duration_stateme\
nt","log_parameter_max_length","log_parameter_max_length_on_error","log_replication_commands","log_lock_waits","fsync","full_page_writes","data_checksums","sync\
hronous_commit","autovacuum","ssl_min_protocol_version","ssl_max_protocol_version","ssl_ciphers","ssl_prefer_server_ciphers","scram_iterations","statement_timeo\
ut","idle_in_transaction_session_timeout","authentication_timeout","row_security","lo_compat_privileges","backslash_quote","allow_system_table_mods","zero_damag\
ed_pages","ignore_checksum_failure","ignore_system_indexes","allow_in_place_tablespaces","debug_print_parse","debug_print_rewritten","debug_print_plan","rds.for\
ce_ssl"],settingsQuery={row:SettingRow,sql:`SELECT name, coalesce(reset_val, '') AS value, source, pending_restart AS "pendingRestart"
		FROM pg_settings WHERE name IN (${strings(settingNames)}) OR name LIKE 'pgaudit.%' ORDER BY name`},ownSessionQuery=major=>({row:OwnSession,sql:`SELECT s.ssl A\
S tls, s.version, s.cipher, s.bits,
		${major>=16?'SYSTEM_USER AS "systemUser",':""} a.client_addr IS NOT NULL AS network,
		coalesce(inet '127.0.0.0/8' >>= a.client_addr OR a.client_addr = inet '::1', false) AS loopback
		FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE s.pid = pg_backend_pid()`}),sessionsQuery={row:SessionGroup,sql:`SELECT coalesce(a.usename::text,\
 '(unknown)') AS "user", a.datname::text AS database,
		left(a.application_name, 80) AS application, host(a.client_addr) AS address,
		inet '127.0.0.0/8' >>= a.client_addr OR a.client_addr = inet '::1' AS loopback,
		coalesce(s.ssl, false) OR coalesce(g.encrypted, false) AS encrypted,
		s.version AS "tlsVersion", s.cipher, count(*)::int AS sessions,
		max(extract(epoch FROM clock_timestamp() - a.backend_start))::float8 AS "oldestSeconds"
		FROM pg_stat_activity a LEFT JOIN pg_stat_ssl s USING (pid) LEFT JOIN pg_stat_gssapi g USING (pid)
		WHERE a.client_addr IS NOT NULL AND a.pid <> pg_backend_pid()
			AND a.backend_type IN ('client backend', 'walsender')
		GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 6, 10 DESC`},segment="pg_size_bytes(current_setting('wal_segment_size'))",archiverQuery={row:Archiver,sql:`SELECT coa\
lesce((SELECT setting FROM pg_settings WHERE name = 'archive_mode'), 'off') AS mode,
		CASE WHEN c.setting IS NULL THEN 'hidden' WHEN c.setting IN ('', '(disabled)') THEN 'none'
			WHEN c.setting ~ '^\\s*(((/usr)?/bin/)?true|:|exit 0|cd [.]|rem)(\\s[^&|\\u003b]*)?$' THEN 'no-op'
			ELSE 'set' END AS command,
		coalesce(c.setting ~* '${commandSecret}', false) AS "commandHasSecret",
		EXISTS (SELECT FROM pg_settings WHERE name = 'archive_library' AND setting <> '') AS library,
		current_setting('wal_level') AS "walLevel",
		CASE WHEN NOT pg_is_in_recovery() AND s.last_archived_wal ~ '^[0-9A-F]{24}$' THEN
			floor((pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') - 1) / ${segment})
			- ('x' || substr(s.last_archived_wal, 9, 8))::bit(32)::bigint * (4294967296 / ${segment})
			- ('x' || substr(s.last_archived_wal, 17, 8))::bit(32)::bigint - 1 END::float8 AS waiting,
		s.archived_count::float8 AS archived, s.failed_count::float8 AS failed,
		extract(epoch FROM clock_timestamp() - s.last_archived_time)::float8 AS "lastArchivedSeconds",
		extract(epoch FROM clock_timestamp() - s.last_failed_time)::float8 AS "lastFailedSeconds"
		FROM pg_stat_archiver s LEFT JOIN pg_settings c ON c.name = 'archive_command'`},slotsQuery=major=>({row:ReplicationSlot,sql:`SELECT slot_name::text AS name, s\
lot_type AS kind, active,
		CASE WHEN restart_lsn IS NULL THEN 0 ELSE pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery()
			THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, restart_lsn) END::float8
			AS "retainedBytes",
		${major>=13?"wal_status":"NULL::text"} AS "walStatus"
		FROM pg_replication_slots ORDER BY active, slot_name`}),statsGrant=user=>`GRANT pg_read_all_stats TO ${quoteName(user)};`,passwordsGrant=user=>`GRANT SELECT (\
oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO ${quoteName(user)};`,rulesGrant=user=>`GRANT SELECT ON pg_hba_file_rules TO ${quoteName(user)}; GRANT EX\
ECUTE ON FUNCTION pg_hba_file_rules() TO ${quoteName(user)};`;var own2=new Set(["database","user","database user","client","interactive","session"]),setByUs=new Set(["statement_timeout","lock_timeout","search_path"]),readSettings=async(session3,who,overrides)=>{
let rows=await session3.list(settingsQuery);if(!rows.seen)return rows;let mine=name=>!overrides.seen||!overrides.value.complete||overrides.value.items.some(item=>item.
name===name&&(item.role===null||item.role===who.user)&&(item.database===null||item.database===who.database));return seen(Object.fromEntries(rows.value.items.map(
({name,value,source,pendingRestart})=>[name,{value,source,pendingRestart,overridden:setByUs.has(name)?mine(name):own2.has(source)}])))};var declared=({target})=>({identities:target.identities.flatMap(({role,user,database:database3})=>role==="application"||role==="reporting"?[{role,user,database:database3}]:
[]),backups:target.identities.filter(({role})=>role==="backup").map(({user})=>user)}),readObserver=async session3=>{let before=Date.now(),observer2=await session3.
one(observerQuery),after=Date.now();if(!observer2.seen)return{observer:observer2,clock:observer2};let uncertaintyMs=Math.ceil((after-before)/2)+1,skewMs=Math.round(
observer2.value.serverTime-(before+after)/2);return{observer:observer2,clock:seen({skewMs,uncertaintyMs})}},denied=(detail,grant3)=>unseen("permission-denied",{
detail,...grant3===void 0?{}:{grant:grant3}}),readServer=async(session3,who)=>{let{major}=splitVersion(who.versionNum),signs=await session3.one(providerQuery),roleSettings=await session3.
list(roleSettingsQuery),managed=signs.seen&&recognise(signs.value).platform!==void 0,hidden=(detail,grant3)=>managed?unseen("hidden-by-provider",{detail}):denied(
detail,grant3);return{provider:signs.seen?seen(recognise(signs.value)):signs,roleSettings,settings:await readSettings(session3,who,roleSettings),ownSession:await session3.
one(ownSessionQuery(major)),sessions:who.readStats?await session3.list(sessionsQuery):denied("sessions of other roles are not shown to this role",statsGrant(who.
user)),archiver:await session3.one(archiverQuery),slots:await session3.list(slotsQuery(major)),rules:who.readRules?await session3.list(rulesQuery(major)):hidden(
"pg_hba_file_rules is not shown to this role",rulesGrant(who.user)),roles:await session3.list(rolesQuery),memberships:await session3.list(membershipsQuery),databases:await session3.
list(databasesQuery),passwords:who.readPasswords?await readPasswords(session3):hidden("stored passwords are shown to superusers only",passwordsGrant(who.user)),
parameterGrants:major>=15?await session3.list(parameterGrantsQuery):unseen("unsupported-version",{detail:"settings cannot be granted before PostgreSQL 15"})}},readDatabase=async(session3,who,identities)=>{
let{major}=splitVersion(who.versionNum);return{identityPrivileges:await session3.list(identityPrivilegesQuery(identities,major)),auditedObjects:await session3.one(
auditedObjectsQuery),adminFunctions:await session3.list(adminFunctionsQuery),schemas:await session3.list(schemasQuery),publicGrants:await session3.list(publicGrantsQuery),
defaultGrants:await session3.list(defaultGrantsQuery),definerFunctions:await session3.list(definerFunctionsQuery(major)),untrustedLanguages:await session3.list(
untrustedLanguagesQuery),tenantTables:await session3.list(tenantTablesQuery),openPolicies:await session3.list(openPoliciesQuery),bypassingViews:await session3.list(
bypassingViewsQuery),extensions:await session3.list(extensionsQuery),foreignServers:await session3.list(foreignServersQuery)}},collect=async context=>{let told=declared(
context);context.step("Logging in as the scanner");let login=await logIn(context);if(!login.seen)return nothingSeen(login,told);let{session:session3,close}=login.
value;try{let{observer:observer2,clock}=await readObserver(session3);if(!observer2.seen)return nothingSeen(observer2,told);if(!observer2.value.readOnly)return nothingSeen(
unseen("unexpected-reply",{detail:"the server did not make the transaction read-only, so that dbvet stopped"}),told);context.step("Reading settings, roles and r\
ules");let ofServer=await readServer(session3,observer2.value);context.step(`Reading the catalogue of database ${observer2.value.database}`);let ofDatabase=await readDatabase(
session3,observer2.value,told.identities);return{observer:observer2,clock,...ofServer,...ofDatabase,...told}}finally{await close()}};var postgresql=defineFamily({id:"postgresql",engines:["postgresql"],connections:1,checks,collect,blind:whyBlind});var weakFamilies=["null","anonymous","export","rc4","des","3des","static","cbc"],weightyFamilies=weakFamilies.filter(family=>family!=="cbc"),suitesOf={null:[1,2,
59,49153,49158,49163,49168],anonymous:[23,24,25,26,27,52,58,70,108,109,137,166,167,49173,49174,49175,49176,49177],export:[3,6,8,11,14,17,20,98,100],rc4:[4,5,49154,
49159,49164,49169],des:[9,12,15,18,21],"3des":[10,13,16,19,22,49155,49160,49165,49170],static:[7,47,53,60,61,65,132,150,156,157,186,192,49156,49157,49166,49167,
49189,49190,49193,49194,49197,49198,49201,49202,49232,49233,49308,49309,49312,49313],cbc:[50,51,56,57,64,69,103,106,107,136,190,196,49161,49162,49171,49172,49187,
49188,49191,49192,49266,49267,49270,49271]},modernSuites=[49195,49196,49199,49200,52392,52393,52394,158,159,162,163,49310,49311,49314,49315,49324,49325,49326,49327],
tls13Suites=[4865,4866,4867,4868,4869],everySuite=[...modernSuites,...weakFamilies.toReversed().flatMap(family=>suitesOf[family])],weakFamilyOf=suite=>weakFamilies.
find(family=>suitesOf[family].includes(suite)),names4={1:"RSA_WITH_NULL_MD5",2:"RSA_WITH_NULL_SHA",59:"RSA_WITH_NULL_SHA256",49158:"ECDHE_ECDSA_WITH_NULL_SHA",49168:"\
ECDHE_RSA_WITH_NULL_SHA",24:"DH_anon_WITH_RC4_128_MD5",27:"DH_anon_WITH_3DES_EDE_CBC_SHA",52:"DH_anon_WITH_AES_128_CBC_SHA",58:"DH_anon_WITH_AES_256_CBC_SHA",167:"\
DH_anon_WITH_AES_256_GCM_SHA384",49176:"ECDH_anon_WITH_AES_128_CBC_SHA",49177:"ECDH_anon_WITH_AES_256_CBC_SHA",3:"RSA_EXPORT_WITH_RC4_40_MD5",4:"RSA_WITH_RC4_12\
8_MD5",5:"RSA_WITH_RC4_128_SHA",49169:"ECDHE_RSA_WITH_RC4_128_SHA",9:"RSA_WITH_DES_CBC_SHA",10:"RSA_WITH_3DES_EDE_CBC_SHA",22:"DHE_RSA_WITH_3DES_EDE_CBC_SHA",49160:"\
ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",49170:"ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",47:"RSA_WITH_AES_128_CBC_SHA",53:"RSA_WITH_AES_256_CBC_SHA",60:"RSA_WITH_AES_128_CBC_\
SHA256",61:"RSA_WITH_AES_256_CBC_SHA256",156:"RSA_WITH_AES_128_GCM_SHA256",157:"RSA_WITH_AES_256_GCM_SHA384",49309:"RSA_WITH_AES_256_CCM",51:"DHE_RSA_WITH_AES_1\
28_CBC_SHA",57:"DHE_RSA_WITH_AES_256_CBC_SHA",103:"DHE_RSA_WITH_AES_128_CBC_SHA256",107:"DHE_RSA_WITH_AES_256_CBC_SHA256",49161:"ECDHE_ECDSA_WITH_AES_128_CBC_SH\
A",49162:"ECDHE_ECDSA_WITH_AES_256_CBC_SHA",49171:"ECDHE_RSA_WITH_AES_128_CBC_SHA",49172:"ECDHE_RSA_WITH_AES_256_CBC_SHA",49187:"ECDHE_ECDSA_WITH_AES_128_CBC_SH\
A256",49188:"ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",49191:"ECDHE_RSA_WITH_AES_128_CBC_SHA256",49192:"ECDHE_RSA_WITH_AES_256_CBC_SHA384"},suiteName=suite=>{let name=names4[suite];
return name===void 0?`suite 0x${suite.toString(16).toUpperCase().padStart(4,"0")}`:`TLS_${name}`};var blindFacts=(host,why)=>({host,offered:why,identities:[],versions:{ssl3:why,tls10:why,tls11:why,tls12:why,tls13:why},weak:Object.fromEntries(weakFamilies.map(
family=>[family,why])),best:why,tls12:why,sent:why,namesHost:why,chain:why,openssl:why,pin:null,direct:why,buffer:why});var exampleLeaf={subject:"CN=db.example.com",issuer:"CN=Example Database CA",names:"DNS:db.example.com",notBefore:"2026-01-01T00:00:00.000Z",notAfter:"2027-01-0\
1T00:00:00.000Z",key:{type:"ec",bits:256,curve:"prime256v1"},signature:{name:"ECDSA with SHA-256",weak:!1},pin:"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
AA=",sha256:"aa".repeat(32),selfSigned:!1,ca:!1},exampleCa={...exampleLeaf,subject:"CN=Example Database CA",names:"",notBefore:"2024-01-01T00:00:00.000Z",notAfter:"\
2036-01-01T00:00:00.000Z",pin:"sha256/CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC=",sha256:"cc".repeat(32),selfSigned:!0,ca:!0},exampleChain={source:"given",anchored:!0,
path:[exampleLeaf,exampleCa],borrowed:[]},exampleIdentity={role:"application",user:"app",database:"shop",clear:seen({kind:"error",sqlstate:"28000",message:"refu\
sed"}),secured:seen({kind:"authentication",code:10,mechanisms:["SCRAM-SHA-256-PLUS","SCRAM-SHA-256"]}),sameSource:!0,clientCertificateShown:!1},healthy={host:"d\
b.example.com",offered:seen(!0),identities:[exampleIdentity],versions:{ssl3:seen(!1),tls10:seen(!1),tls11:seen(!1),tls12:seen(!0),tls13:seen(!0)},weak:Object.fromEntries(
weakFamilies.map(family=>[family,seen(null)])),best:seen({protocol:"TLSv1.3",cipher:"TLS_AES_256_GCM_SHA384"}),tls12:seen({suite:49199,compression:0,asksForClientCertificate:!0}),
sent:seen([exampleLeaf]),namesHost:seen(!0),chain:seen(exampleChain),openssl:seen(null),pin:exampleLeaf.pin,direct:seen("with-alpn"),buffer:seen("rejected")},but=change2=>({
...healthy,...change2}),butLeaf=change2=>{let leaf={...exampleLeaf,...change2};return but({sent:seen([leaf]),chain:seen({...exampleChain,path:[leaf,exampleCa]})})},
blind2={...blindFacts("db.example.com",unseen("connection-closed")),identities:[{...exampleIdentity,clear:unseen("connection-closed"),secured:unseen("connection\
-closed")}],pin:exampleLeaf.pin};var tlsCheck=check=>({family:"tls",scope:"endpoint",needs:"none",...check}),verdicts=expected60=>({pass:(observed,more)=>({outcome:"pass",observed,expected:expected60,
...more}),fail:(observed,more)=>({outcome:"fail",observed,expected:expected60,...more}),notApplicable:(observed,more)=>({outcome:"not-applicable",observed,expected:expected60,
...more}),unknown:(fact,more)=>({outcome:"unknown",observed:`Could not be seen: ${fact.detail??fact.reason.replaceAll("-"," ")}`,expected:expected60,reason:fact.
reason,...fact.grant===void 0?{}:{grant:fact.grant},...more})});var daysUntil=(now,then)=>Math.floor((Date.parse(then)-Date.parse(now))/864e5),dayText=instant=>instant.slice(0,10),identityName=one=>`user ${one.user}, databas\
e ${one.database}`;var{pass:pass2,fail:fail2,notApplicable:notApplicable2,unknown:unknown3}=verdicts('TLS from the first byte only with the protocol name "postgresql" (ALPN)'),pgDirectTls=tlsCheck(
{id:"pg-direct-tls",title:"Direct TLS names its protocol",question:"Where TLS from the first byte is accepted, does it insist on the PostgreSQL protocol name?",
why:"A TLS service without a protocol name can be handed connections that were meant for another service with the same certificate.",severity:"medium",remediation:{
all:"Find out what terminates TLS on this port: PostgreSQL 17 and newer insists on the name, so that it is a proxy in front."},judge:({direct})=>{if(!direct.seen)
return[unknown3(direct)];switch(direct.value){case"with-alpn":return[pass2('Accepted, with the protocol name "postgresql"')];case"without-alpn":return[fail2("TL\
S is accepted from the first byte without a protocol name")];case"refused":return[notApplicable2("Not spoken here (PostgreSQL 17 and newer do); nothing is missi\
ng by that")]}},examples:{healthy:[healthy],defective:[but({direct:seen("without-alpn")})],blind:[blind2],notApplicable:[but({direct:seen("refused")})]}});var{pass:pass3,fail:fail3,unknown:unknown4}=verdicts("Bytes sent before the TLS handshake are thrown away"),pgTlsPreHandshakeBuffer=tlsCheck({id:"pg-tls-pre-han\
dshake-buffer",title:"Bytes before the handshake are rejected",question:"Does the server reject what was sent in clear before TLS began?",why:"Someone on the wa\
y could otherwise put statements of their own before those of a client (CVE-2021-23214).",severity:"high",remediation:{all:"Update to PostgreSQL 14.1, 13.5, 12.\
9 or newer; PgBouncer to 1.16.1 or newer."},judge:({buffer})=>buffer.seen?[buffer.value==="rejected"?pass3("The server ended the connection"):fail3("The server \
answered bytes that were sent in clear before TLS began")]:[unknown4(buffer)],examples:{healthy:[healthy],defective:[but({buffer:seen("swallowed")})],blind:[blind2]}});var enforceTls={all:'Allow remote logins by hostssl rules only and end pg_hba.conf with "hostnossl all all all reject"; on PgBouncer set client_tls_sslmode = re\
quire.',"aws-rds":"Set rds.force_ssl = 1 in the parameter group of the instance.","aws-aurora":"Set rds.force_ssl = 1 in the cluster parameter group.","google-c\
loud-sql":"gcloud sql instances patch INSTANCE --ssl-mode=ENCRYPTED_ONLY","azure-flexible-server":"az postgres flexible-server parameter set --name require_secu\
re_transport --value ON",digitalocean:"There is no switch for this. Keep sslmode=verify-full in every client and restrict trusted sources; repeat this probe aft\
er each change.",supabase:"Turn on SSL enforcement in the database settings of the project.","cloudnative-pg":'Put "hostnossl all all all reject" first in spec.\
postgresql.pg_hba of the Cluster.',"self-managed":'Replace host by hostssl in pg_hba.conf, end it with "hostnossl all all all reject", and reload.'},newerVersions={
all:"Set ssl_min_protocol_version = TLSv1.2 (or TLSv1.3 where all clients allow it) and reload.","aws-rds":"Set ssl_min_protocol_version = TLSv1.2 in the parame\
ter group.","aws-aurora":"Set ssl_min_protocol_version = TLSv1.2 in the cluster parameter group.","azure-flexible-server":"az postgres flexible-server parameter\
 set --name ssl_min_protocol_version --value TLSv1.2","cloudnative-pg":"Set ssl_min_protocol_version in spec.postgresql.parameters; its default is TLSv1.3."},strongCiphers={
all:'Set ssl_ciphers to ECDHE suites with AES-GCM or ChaCha20, for example "ECDHE+AESGCM:ECDHE+CHACHA20", or allow TLS 1.3 only; reload.',"aws-rds":"Set ssl_cip\
hers in the parameter group to ECDHE suites with GCM.","aws-aurora":"Set ssl_ciphers in the cluster parameter group to ECDHE suites with GCM."},verifiableCertificate={
all:"Let the server present a certificate that a CA known to the clients issued for the name they use, with all intermediates; clients use sslmode=verify-full w\
ith that CA.","aws-rds":"Give clients the global bundle of Amazon RDS and sslmode=verify-full; connect by the name that Amazon gave.","aws-aurora":"Give clients\
 the global bundle of Amazon RDS and sslmode=verify-full; connect by the name that Amazon gave.","google-cloud-sql":"Use the Cloud SQL connector or Auth Proxy, \
or a CAS certificate with DNS names, then sslmode=verify-full.","azure-flexible-server":"Give clients the DigiCert Global Root G2 and Microsoft RSA Root 2017 ce\
rtificates and sslmode=verify-full.",digitalocean:"doctl databases get-ca ID > ca.crt; give it to clients with sslmode=verify-full.",aiven:"avn project ca-get -\
-target-filepath ca.pem; give it to clients with sslmode=verify-full.","cloudnative-pg":"Give clients the CA of the secret CLUSTER-ca and sslmode=verify-full; c\
onnect by a name of the service."},newCertificate={all:"Have a new certificate issued with a key of at least RSA 2048 or P-256 and a SHA-256 signature, install \
it with its intermediates, and reload.","aws-rds":"Rotate the server certificate: aws rds modify-db-instance --ca-certificate-identifier rds-ca-rsa2048-g1 --app\
ly-immediately","aws-aurora":"Rotate the server certificate: aws rds modify-db-instance --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately","goog\
le-cloud-sql":"gcloud sql ssl server-ca-certs create, distribute the new CA, then gcloud sql ssl server-ca-certs rotate",digitalocean:"The provider renews it: a\
sk its support why it has not.",aiven:"The provider renews it: ask its support why it has not.","cloudnative-pg":"Check the operator or cert-manager: the certif\
icate should have been renewed."},scram2={all:"Set password_encryption = scram-sha-256, let each user set a new password, then use scram-sha-256 in pg_hba.conf \
and no trust, password or md5.","aws-rds":"Set password_encryption = scram-sha-256, renew the passwords, then rds.accepted_password_auth_method = scram.","aws-a\
urora":"Set password_encryption = scram-sha-256, renew the passwords, then rds.accepted_password_auth_method = scram."};var pinHolds=({pin,chain,sent})=>{let path=chain.seen?chain.value.path:sent.seen?sent.value.slice(0,1):[];return pin!==null&&path.some(certificate=>certificate.
pin===pin)},serverIsVerified=facts=>{let{sent,chain,openssl,namesHost:namesHost2,pin}=facts;return pin!==null&&sent.seen&&sent.value[0]?.pin===pin?!0:!namesHost2.
seen||!namesHost2.value?!1:pin!==null?pinHolds(facts):chain.seen&&chain.value.anchored&&openssl.seen&&openssl.value===null};var{pass:pass4,fail:fail4,unknown:unknown5}=verdicts("SCRAM, a client certificate, or Kerberos"),judgeCode=(one,{code,mechanisms},verified)=>{let object2=identityName(
one);switch(code){case 0:return one.clientCertificateShown?unknown5(unseen("client-cannot-offer"),{object:object2,observed:"Let in at once: by the client certif\
icate that was shown, or without any proof; the two look alike"}):fail4("Let in without any proof of identity",{object:object2,severity:"critical"});case 3:return fail4(
verified?"The password or token itself is asked for, inside TLS with a verified server (so do RDS IAM, Entra, PAM and LDAP)":"The password itself is asked for, \
inside TLS whose server could not be verified",{object:object2,severity:verified?"info":"medium"});case 5:return fail4("MD5 challenge",{object:object2,severity:"\
medium"});case 7:case 9:return pass4("Kerberos (GSS or SSPI)",{object:object2});case 10:return mechanisms.length===0?unknown5(unseen("unexpected-reply"),{object:object2,
observed:"SASL without a mechanism"}):pass4(mechanisms.join(", "),{object:object2});default:return unknown5(unseen("unexpected-reply"),{object:object2,observed:`\
An authentication method that is not known here (code ${code})`})}},judgeIdentity2=(one,verified)=>{let{secured}=one,object2=identityName(one);if(!secured.seen)
return unknown5(secured,{object:object2});let{value}=secured;return value.kind==="authentication"?judgeCode(one,value,verified):unknown5(unseen(value.sqlstate===
"28000"?"permission-denied":"unexpected-reply"),{object:object2,observed:`Inside TLS the server answered SQLSTATE ${value.sqlstate} before it asked for a proof`})},
asked=code=>but({identities:[{...exampleIdentity,secured:seen({kind:"authentication",code,mechanisms:[]})}]}),pgWireAuthMethod=tlsCheck({id:"pg-wire-auth-method",
title:"Users prove themselves by a strong method",question:"Does the server ask each declared user for SCRAM, a certificate or Kerberos?",why:"Trust lets anybod\
y in, MD5 can be replayed from a stolen hash, and a plain password is known to whoever ends the TLS connection. For a user that does not exist the server preten\
ds, so that only existing users tell.",severity:"high",remediation:scram2,judge:facts=>facts.identities.length===0?[unknown5(unseen("no-credentials"),{observed:"\
No user is declared to ask for"})]:facts.identities.map(one=>judgeIdentity2(one,serverIsVerified(facts))),examples:{healthy:[healthy],defective:[...[0,3,5].map(
asked),{...asked(3),pin:null,openssl:seen("SELF_SIGNED_CERT_IN_CHAIN")}],blind:[blind2,but({identities:[]}),but({identities:[{...exampleIdentity,clientCertificateShown:!0,
secured:seen({kind:"authentication",code:0,mechanisms:[]})}]})]}});var{pass:pass5,fail:fail5,notApplicable:notApplicable3,unknown:unknown6}=verdicts("SCRAM-SHA-256-PLUS is offered inside TLS"),judgeIdentity3=one=>{let object2=identityName(
one),{secured}=one;if(!secured.seen)return unknown6(secured,{object:object2});let{value}=secured;return value.kind==="error"?unknown6(unseen("unexpected-reply"),
{object:object2,observed:`Inside TLS the server answered SQLSTATE ${value.sqlstate}`}):value.mechanisms.some(mechanism=>mechanism.startsWith("SCRAM-"))?value.mechanisms.
includes("SCRAM-SHA-256-PLUS")?pass5("Offered",{object:object2}):fail5("Only without channel binding: something in front of the server may end TLS",{object:object2}):
notApplicable3("This user does not prove itself by SCRAM",{object:object2})},pgWireScramPlus=tlsCheck({id:"pg-wire-scram-plus",title:"SCRAM with channel binding\
 is offered",question:"Does the server offer SCRAM bound to the TLS channel?",why:"Channel binding lets a client notice that it does not speak with the server i\
tself but with something in between.",severity:"info",remediation:{all:"Connect to the server itself, or let the pooler pass TLS through; then use channel_bindi\
ng=require in clients."},judge:({identities})=>identities.length===0?[unknown6(unseen("no-credentials"),{observed:"No user is declared to ask for"})]:identities.
map(judgeIdentity3),examples:{healthy:[healthy],defective:[but({identities:[{...exampleIdentity,secured:seen({kind:"authentication",code:10,mechanisms:["SCRAM-S\
HA-256"]})}]})],blind:[blind2,but({identities:[]})],notApplicable:[but({identities:[{...exampleIdentity,secured:seen({kind:"authentication",code:5,mechanisms:[]})}]})]}});var{pass:pass6,fail:fail6,notApplicable:notApplicable4,unknown:unknown7}=verdicts("Every CA on the way to the root is valid for longer than a rotation takes"),defaultDaysLeft=90,
judgeCa=(ca,now,wanted)=>{let object2=ca.subject;if(ca.notAfter===null)return[unknown7(unseen("unexpected-reply",{detail:"its end cannot be read"}),{object:object2})];
let days=daysUntil(now,ca.notAfter);return Date.parse(ca.notAfter)<=Date.parse(now)?[fail6(`Expired on ${dayText(ca.notAfter)}`,{object:object2})]:days<wanted?[
fail6(`Expires on ${dayText(ca.notAfter)}: ${days} days left, ${wanted} wanted`,{object:object2})]:[]},withCa=notAfter=>but({chain:seen({...exampleChain,path:[exampleLeaf,
{...exampleCa,notAfter}]})}),tlsCaExpiry=tlsCheck({id:"tls-ca-expiry",title:"The CA does not expire soon",question:"Are the CA certificates on the path valid fo\
r long enough to be rotated in time?",why:"When a CA ends, every client that pins or trusts it stops at the same moment; giving all of them a new one takes mont\
hs.",severity:"high",remediation:{all:"Plan the rotation now: give all clients the new CA beside the old one, then let the server change its certificate.","aws-\
rds":"Give all clients the present global bundle, then choose a newer CA with modify-db-instance --ca-certificate-identifier.","google-cloud-sql":"gcloud sql ss\
l server-ca-certs create, give clients the new bundle, then rotate."},judge:({sent,chain},{now,thresholds})=>{if(!sent.seen)return[unknown7(sent)];let[leaf]=sent.
value;if(leaf?.selfSigned===!0)return[notApplicable4("There is no CA above the certificate")];if(!chain.seen)return[unknown7(chain)];let wanted=thresholds["ca-d\
ays-left"]??defaultDaysLeft,{path,anchored}=chain.value,faults=path.slice(1).flatMap(ca=>judgeCa(ca,now,wanted));if(!anchored)return[...faults,unknown7(unseen("\
certificate-not-verified"),{observed:"The way to the root is not known, so that its end is not either"})];if(faults.length>0)return faults;let ends=path.slice(1).
map(({notAfter})=>dayText(notAfter??""));return[pass6(`The first ends on ${ends.toSorted()[0]??"no day"}`)]},examples:{healthy:[healthy],defective:[withCa("2026\
-07-01T00:00:00.000Z"),withCa("2026-01-01T00:00:00.000Z")],blind:[blind2,withCa(null),but({chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})})],notApplicable:[
but({sent:seen([{...exampleLeaf,selfSigned:!0}])})]}});var{pass:pass7,fail:fail7,notApplicable:notApplicable5,unknown:unknown8}=verdicts("The server sends every certificate between its own and the root"),tlsCertChainComplete=tlsCheck(
{id:"tls-cert-chain-complete",title:"The certificate chain is complete",question:"Does the server send all intermediate certificates?",why:"Clients that have on\
ly the root cannot verify the server, and people then turn verification off.",severity:"high",remediation:{all:"Append the intermediate certificates to the cert\
ificate file of the server (ssl_cert_file), the issuer of the leaf first, and reload."},judge:({sent,chain})=>{if(!sent.seen)return[unknown8(sent)];let[leaf]=sent.
value;if(leaf?.selfSigned===!0)return[notApplicable5("A certificate that signed itself has no chain")];if(!chain.seen)return[unknown8(chain)];let{anchored,borrowed,
path}=chain.value;return borrowed.length>0?[fail7(`It verifies only with what the CA file adds and the server left out: ${borrowed.join("; ")}`)]:anchored?[pass7(
`${sent.value.length} sent, and they lead to the root`)]:path.at(-1)?.selfSigned===!0?[pass7("All certificates up to the root were sent (the root is not known h\
ere)")]:[unknown8(unseen("certificate-not-verified"),{observed:`The issuer "${path.at(-1)?.issuer??"unknown"}" was neither sent nor given: an unknown CA and a m\
issing intermediate look alike`})]},examples:{healthy:[healthy],defective:[but({chain:seen({...exampleChain,borrowed:["CN=Example Intermediate CA"]})})],blind:[
blind2,but({chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})}),but({chain:unseen("file-invalid")})],notApplicable:[but({sent:seen([{...exampleLeaf,selfSigned:!0}])})]}});var{pass:pass8,fail:fail8,unknown:unknown9}=verdicts("The chain leads to the given CA, to a public one, or to the pinned key"),dateErrors=["CERT_HAS_EXPIRED","C\
ERT_NOT_YET_VALID"],tlsCertChainProviderCa=tlsCheck({id:"tls-cert-chain-provider-ca",title:"The certificate leads to a known CA",question:"Does the certificate \
verify against the CA that is given, or against a public one?",why:"A client that cannot verify the server talks to whoever answers, and hands over its password\
.",severity:"high",remediation:verifiableCertificate,judge:facts=>{let{sent,chain,openssl,pin}=facts;if(!sent.seen)return[unknown9(sent)];if(pinHolds(facts))return[
pass8("The pinned key is in the chain")];if(!chain.seen)return[unknown9(chain)];let{source,anchored,path}=chain.value,where=source==="given"?"the CA file":"the \
public root certificates that Node.js brings (no --ca given)";if(anchored)return openssl.seen?openssl.value===null||dateErrors.includes(openssl.value)?[pass8(`V\
erified against ${where}`)]:[fail8(`Signed by a CA of ${where}, but OpenSSL objects: ${openssl.value}`)]:[unknown9(openssl)];let last=path.at(-1),end=last===void 0?
"nowhere":`at "${last.issuer}"`;return source==="given"?[fail8(`The chain ends ${end}, which is not in ${where}`)]:path.length===1&&last?.selfSigned===!0?[fail8(
"The server signed its certificate itself, and no CA or pin is given to know it by")]:pin===null?[unknown9(unseen("certificate-not-verified"),{observed:`The cha\
in ends ${end}, which is not a public CA; if it is the CA of the provider, give it (--ca FILE)`})]:[fail8(`The chain ends ${end}, and no key in it is the pinned\
 one`)]},examples:{healthy:[healthy,but({pin:null}),but({pin:null,openssl:seen("CERT_HAS_EXPIRED")}),but({chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})})],
defective:[but({pin:null,chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})}),but({pin:null,openssl:seen("INVALID_PURPOSE")}),{...butLeaf({selfSigned:!0}),
pin:null,chain:seen({source:"system",anchored:!1,path:[{...exampleLeaf,selfSigned:!0}],borrowed:[]})}],blind:[blind2,but({pin:null,chain:seen({source:"system",anchored:!1,
path:[exampleLeaf],borrowed:[]})}),but({pin:null,openssl:unseen("limit-exceeded")}),but({pin:null,chain:unseen("file-unreadable")})]}});var{pass:pass9,fail:fail9,unknown:unknown10}=verdicts("The certificate is valid for longer than a renewal takes"),defaultDaysLeft2=30,urgentDays=7,wantedDays=({
thresholds},{notBefore,notAfter})=>{let given=thresholds["certificate-days-left"];return given!==void 0?given:notBefore===null||notAfter===null?defaultDaysLeft2:
Math.min(defaultDaysLeft2,Math.ceil(daysUntil(notBefore,notAfter)/6))},tlsCertExpiry=tlsCheck({id:"tls-cert-expiry",title:"The certificate does not expire soon",
question:"Is the certificate valid for long enough to be renewed in time?",why:"With an expired certificate clients that verify stop, and clients that were told\
 not to verify stay that way.",severity:"medium",remediation:newCertificate,judge:({sent},context)=>{if(!sent.seen)return[unknown10(sent)];let[leaf]=sent.value;
if(leaf?.notAfter===void 0||leaf.notAfter===null)return[unknown10(unseen("unexpected-reply",{detail:"its end cannot be read"}))];let until=`until ${dayText(leaf.
notAfter)}`;if(Date.parse(leaf.notAfter)<=Date.parse(context.now))return[fail9(`Expired: it was valid ${until}`,{severity:"critical"})];let days=daysUntil(context.
now,leaf.notAfter),wanted=wantedDays(context,leaf);return days>=wanted?[pass9(`Valid ${until}, ${days} days`)]:[fail9(`Valid ${until}: ${days} days left, ${wanted}\
 wanted`,{severity:days<urgentDays?"high":"medium"})]},examples:{healthy:[healthy,butLeaf({notBefore:"2026-04-01T00:00:00.000Z",notAfter:"2026-06-30T00:00:00.00\
0Z"})],defective:[butLeaf({notAfter:"2026-05-31T23:59:59.000Z"}),butLeaf({notAfter:"2026-06-01T00:00:00.000Z"}),butLeaf({notAfter:"2026-06-05T00:00:00.000Z"}),butLeaf(
{notAfter:"2026-06-25T00:00:00.000Z"})],blind:[blind2,butLeaf({notAfter:null})]}});import{isIP as isIP4}from"node:net";var{pass:pass10,fail:fail10,unknown:unknown11}=verdicts("The certificate names the host by which clients connect"),tlsCertHostname=tlsCheck({id:"tls-cert-hostna\
me",title:"The certificate names the host",question:"Does the certificate name the host by which it is reached?",why:"Where the name does not fit, verify-full f\
ails and people fall back to checking nothing.",severity:"high",remediation:verifiableCertificate,judge:({namesHost:namesHost2,sent,host})=>{if(!namesHost2.seen)
return[unknown11(namesHost2)];let leaf=sent.seen?sent.value[0]:void 0,names6=leaf?.names===""||leaf===void 0?"no alternative names":leaf.names;return namesHost2.
value?[pass10(`It names ${host}`)]:[fail10(`It does not name ${host}; it has ${names6}`,{severity:isIP4(host)===0?"high":"medium"})]},examples:{healthy:[healthy],
defective:[but({namesHost:seen(!1)}),but({namesHost:seen(!1),host:"192.0.2.1"})],blind:[blind2]}});var{pass:pass11,fail:fail11,unknown:unknown12}=verdicts("RSA of at least 2048 bits, a curve of at least 256, or Ed25519/Ed448"),least={rsa:2048,"rsa-pss":2048,ec:256},
judgeKey=({key,subject})=>{let object2=subject;switch(key.type){case"ed25519":case"ed448":return[];case"rsa":case"rsa-pss":case"ec":{if(key.bits===null)return[unknown12(
unseen("unexpected-reply",{detail:"its size cannot be read"}),{object:object2})];let wanted=least[key.type];return key.bits<wanted?[fail11(`${key.type} of ${key.
bits} bits, at least ${wanted} are wanted`,{object:object2})]:[]}case"dsa":return[fail11("DSA, which is withdrawn (FIPS 186-5)",{object:object2})];default:return[
unknown12(unseen("unexpected-reply",{detail:`a key of type ${key.type}`}),{object:object2})]}},describe2=({key})=>key.curve??(key.bits===null?key.type:`${key.type}\
 ${key.bits}`),tlsCertKeyStrength=tlsCheck({id:"tls-cert-key-strength",title:"The certificate keys are strong",question:"Are the keys of the certificates long e\
nough?",why:"A short key can be computed from the certificate, and with it the server can be impersonated.",severity:"high",remediation:newCertificate,judge:({sent})=>{
if(!sent.seen)return[unknown12(sent)];let faults=sent.value.flatMap(judgeKey);return faults.length>0?faults:[pass11(sent.value.map(describe2).join(", "))]},examples:{
healthy:[healthy,butLeaf({key:{type:"rsa",bits:2048,curve:null}}),butLeaf({key:{type:"ed25519",bits:null,curve:null}})],defective:[butLeaf({key:{type:"rsa",bits:1024,
curve:null}}),butLeaf({key:{type:"ec",bits:224,curve:"secp224r1"}}),butLeaf({key:{type:"dsa",bits:2048,curve:null}})],blind:[blind2,butLeaf({key:{type:"unknown",
bits:null,curve:null}})]}});var{pass:pass12,fail:fail12,unknown:unknown13}=verdicts("Every sent certificate is already in force"),tlsCertNotYetValid=tlsCheck({id:"tls-cert-not-yet-valid",title:"\
The certificate is already in force",question:"Have the certificates of the server begun to be valid?",why:"Clients that verify refuse a certificate from the fu\
ture; a wrong clock also makes logs worthless.",severity:"high",remediation:{...newCertificate,all:"Compare the clocks of the server, the CA and this machine fi\
rst; then have the certificate issued anew."},judge:({sent},{now})=>{if(!sent.seen)return[unknown13(sent)];let future=sent.value.find(({notBefore})=>notBefore!==
null&&Date.parse(notBefore)>Date.parse(now));return future!==void 0?[fail12(`${future.subject} begins on ${dayText(future.notBefore??"")}`)]:sent.value.some(({notBefore})=>notBefore===
null)?[unknown13(unseen("unexpected-reply",{detail:"a beginning cannot be read"}))]:[pass12("All are in force")]},examples:{healthy:[healthy],defective:[butLeaf(
{notBefore:"2026-06-02T00:00:00.000Z"})],blind:[blind2,butLeaf({notBefore:null})]}});var{pass:pass13,fail:fail13,unknown:unknown14}=verdicts("A certificate from a CA, private or public, or exactly the pinned one"),selfSigned={...exampleLeaf,selfSigned:!0,
pin:"sha256/other"},tlsCertSelfSigned=tlsCheck({id:"tls-cert-self-signed",title:"The certificate is not self-signed",question:"Was the certificate issued by a C\
A, or is it exactly the one that is pinned?",why:"Anybody can make such a certificate, so that clients cannot tell the server from someone in between.",severity:"\
high",remediation:verifiableCertificate,judge:({sent,chain,pin})=>{if(!sent.seen)return[unknown14(sent)];let[leaf]=sent.value;return leaf?.selfSigned!==!0?[pass13(
`Issued by ${leaf?.issuer??"another"}`)]:pin!==null&&leaf.pin===pin?[pass13("Self-signed, and its key is the pinned one")]:chain.seen&&chain.value.source==="giv\
en"&&chain.value.anchored?[pass13("Self-signed, and exactly this certificate is in the CA file")]:[fail13(`Self-signed: ${leaf.subject}`)]},examples:{healthy:[healthy,
but({sent:seen([{...exampleLeaf,selfSigned:!0}])})],defective:[but({sent:seen([selfSigned]),chain:seen({source:"system",anchored:!1,path:[selfSigned],borrowed:[]})})],
blind:[blind2]}});var{pass:pass14,fail:fail14,unknown:unknown15}=verdicts("A certificate made for this server, not one from a package or an example"),defaults=[/snake ?oil/i,/\bCN=localhost(\.localdomain)?(,|$)/i,
/\b(CN|O)=(www\.)?example\.(com|org|net)(,|$)/i,/\bO=(Internet Widgits Pty Ltd|Default Company Ltd|Acme Co)(,|$)/i],loopback2=/^(localhost|127\.\d+\.\d+\.\d+|::1)$/,
tlsCertSharedDefault=tlsCheck({id:"tls-cert-shared-default",title:"No default certificate",question:"Was the certificate made for this server?",why:"The key of \
a certificate that comes with a package or an image is known to everybody who has that package.",severity:"high",remediation:newCertificate,judge:({sent,host})=>{
if(!sent.seen)return[unknown15(sent)];let leaf=sent.value[0];if(leaf===void 0||loopback2.test(host))return[pass14("Not one of the known defaults")];let found=[leaf.
subject,leaf.issuer].find(name=>defaults.some(pattern=>pattern.test(name)));return[found===void 0?pass14("Not one of the known defaults"):fail14(`It carries the\
 name of a default certificate: ${found}`)]},examples:{healthy:[healthy],defective:["CN=ssl-cert-snakeoil","CN=localhost","C=AU, O=Internet Widgits Pty Ltd"].map(
subject=>butLeaf({subject})),blind:[blind2]}});var{pass:pass15,fail:fail15,notApplicable:notApplicable6,unknown:unknown16}=verdicts("Signatures with SHA-256 or better"),judgeSignature=({signature,subject})=>signature.
weak===null?[unknown16(unseen("unexpected-reply",{detail:`signed with ${signature.name}`}),{object:subject})]:signature.weak?[fail15(`Signed with ${signature.name}`,
{object:subject})]:[],tlsCertSignature=tlsCheck({id:"tls-cert-signature",title:"The certificate signatures are strong",question:"Are the certificates below the \
root signed with SHA-256 or better?",why:"A second certificate with the same MD5 or SHA-1 digest can be made, and it would carry the same signature.",severity:"\
high",remediation:newCertificate,judge:({sent})=>{if(!sent.seen)return[unknown16(sent)];let carrying=sent.value.filter(({selfSigned:selfSigned2})=>!selfSigned2);
if(carrying.length===0)return[notApplicable6("A certificate that signed itself has no signature that carries trust")];let faults=carrying.flatMap(judgeSignature);
return faults.length>0?faults:[pass15(carrying.map(({signature})=>signature.name).join(", "))]},examples:{healthy:[healthy],defective:[butLeaf({signature:{name:"\
RSA with SHA-1",weak:!0}}),butLeaf({signature:{name:"RSA with MD5",weak:!0}})],blind:[blind2,butLeaf({signature:{name:"object identifier 2a03",weak:null}})],notApplicable:[
butLeaf({selfSigned:!0,signature:{name:"RSA with SHA-1",weak:!0}})]}});var{pass:pass16,fail:fail16,unknown:unknown17}=verdicts("Suites with forward secrecy and authenticated encryption only"),families2={null:{name:"NULL (no encrypt\
ion)",severity:"critical"},anonymous:{name:"anonymous (no certificate)",severity:"critical"},export:{name:"EXPORT (40 to 56 bits)",severity:"critical"},rc4:{name:"\
RC4",severity:"high"},des:{name:"DES (56 bits)",severity:"high"},"3des":{name:"3DES (64-bit blocks)",severity:"high"},static:{name:"static key exchange (no forw\
ard secrecy)",severity:"low"},cbc:{name:"CBC",severity:"info"}},sameBlindness=(fact,first)=>!fact.seen&&fact.reason===first.reason,tlsCiphersWeak=tlsCheck({id:"\
tls-ciphers-weak",title:"Weak cipher suites are refused",question:"Does the endpoint refuse weak cipher suites?",why:"What is encrypted with a weak suite can be\
 read or changed by someone on the way, or later, when a key becomes known.",severity:"high",remediation:strongCiphers,judge:({weak:weak2})=>{let open5=weakFamilies.
flatMap(family=>{let fact=weak2[family],{name,severity}=families2[family];return fact.seen?fact.value===null?[]:[fail16(`Accepted: at least ${suiteName(fact.value)}`,
{object:name,severity})]:[unknown17(fact,{object:name})]}),[first]=weakFamilies.map(family=>weak2[family]);if(first?.seen===!1&&weakFamilies.every(family=>sameBlindness(
weak2[family],first)))return[unknown17(first)];if(!open5.every(({object:object2})=>object2===families2.cbc.name))return open5;let strong3="No broken suite, and \
none without forward secrecy, is accepted";return weak2.cbc.seen?[pass16(strong3),...open5]:[pass16(`${strong3}; CBC suites were not asked for`)]},examples:{healthy:[
healthy],defective:weakFamilies.map(family=>but({weak:{...healthy.weak,[family]:seen(47)}})),blind:[blind2,but({weak:{...healthy.weak,rc4:unseen("limit-exceeded")}})]}});var{pass:pass17,fail:fail17,unknown:unknown18}=verdicts("The server asks for a client certificate"),tlsClientCertRequested=tlsCheck({id:"tls-client-cert-request\
ed",title:"A client certificate is asked for",question:"Does the server ask clients for a certificate?",why:"Mutual TLS needs a server that asks. PostgreSQL ask\
s whenever it has a client CA, also where it does not insist.",severity:"info",remediation:{all:"Set ssl_ca_file to the CA of the client certificates and use cl\
ientcert=verify-full or the cert method in pg_hba.conf.","google-cloud-sql":"gcloud sql instances patch INSTANCE --ssl-mode=TRUSTED_CLIENT_CERTIFICATE_REQUIRED"},
judge:({tls12})=>tls12.seen?[tls12.value.asksForClientCertificate?pass17("It asks for one (which does not prove that it insists)"):fail17("It does not ask for o\
ne")]:[unknown18(tls12,{observed:"Only TLS 1.2 shows this from outside, and that handshake did not come about"})],examples:{healthy:[healthy],defective:[but({tls12:seen(
{suite:49199,compression:0,asksForClientCertificate:!1})})],blind:[blind2]}});var{pass:pass18,fail:fail18,notApplicable:notApplicable7,unknown:unknown19}=verdicts("TLS compression is not used when it is offered"),tlsCompression=tlsCheck({
id:"tls-compression",title:"No TLS compression",question:"Does the endpoint decline TLS compression?",why:"The size of compressed data gives away its content to\
 someone who can mix in text of their own (CRIME).",severity:"medium",remediation:{all:"Update PostgreSQL to 14 or newer and OpenSSL to 1.1 or newer; both leave\
 compression off."},judge:({tls12,versions})=>tls12.seen?[tls12.value.compression===0?pass18("Offered, and declined"):fail18("Offered, and accepted")]:[[versions.
ssl3,versions.tls10,versions.tls11,versions.tls12].every(fact=>fact.seen&&!fact.value)&&versions.tls13.seen?notApplicable7("TLS 1.3 has no compression"):unknown19(
tls12)],examples:{healthy:[healthy],defective:[but({tls12:seen({suite:49199,compression:1,asksForClientCertificate:!1})})],blind:[blind2],notApplicable:[but({tls12:{
seen:!1,reason:"unsupported-version"},versions:{...healthy.versions,tls12:seen(!1)}})]}});var{pass:pass19,fail:fail19,unknown:unknown20}=verdicts("Handshakes with an ephemeral key exchange (ECDHE, DHE or TLS 1.3)"),tlsForwardSecrecy=tlsCheck({id:"tls\
-forward-secrecy",title:"Forward secrecy",question:"Does the endpoint agree on keys that cannot be recovered later?",why:"Without forward secrecy whoever record\
s traffic today and gets the server's key tomorrow reads all of it.",severity:"medium",remediation:strongCiphers,judge:({best,tls12})=>best.seen&&(best.value.protocol===
"TLSv1.3"||best.value.cipher.includes("DHE_"))?[pass19(`${best.value.protocol} with ${best.value.cipher}`)]:tls12.seen?[pass19("TLS 1.2 with an ephemeral key ex\
change is accepted")]:best.seen?tls12.reason==="unsupported-version"?[fail19(`Only without: ${best.value.protocol} with ${best.value.cipher}`)]:[unknown20(tls12)]:
[unknown20(best)],examples:{healthy:[healthy,but({best:seen({protocol:"TLSv1.2",cipher:"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"})})],defective:[but({best:seen({protocol:"\
TLSv1.2",cipher:"TLS_RSA_WITH_AES_256_GCM_SHA384"}),tls12:unseen("unsupported-version")})],blind:[blind2]}});var{pass:pass20,fail:fail20,unknown:unknown21}=verdicts("The server answers an SSLRequest with S and speaks TLS"),tlsOffered=tlsCheck({id:"tls-offered",title:"T\
LS is offered",question:"Does the endpoint offer TLS?",why:"Without TLS every password and every row can be read and changed on the way.",severity:"critical",remediation:{
...enforceTls,all:"Set ssl = on with a certificate and key (PostgreSQL), or client_tls_sslmode = require (PgBouncer), and restart."},judge:({offered})=>offered.
seen?[offered.value?pass20("TLS is offered"):fail20("The server answers N: it has no TLS here")]:[unknown21(offered)],examples:{healthy:[healthy],defective:[but(
{offered:seen(!1)})],blind:[blind2]}});var{pass:pass21,fail:fail21,unknown:unknown22}=verdicts("The server refuses this user without TLS (SQLSTATE 28000) and goes on with it inside TLS"),refused="280\
00",judgeIdentity4=one=>{let object2=identityName(one),{clear,secured}=one;if(!clear.seen)return unknown22(clear,{object:object2});if(clear.value.kind==="authen\
tication")return fail21(clear.value.code===0?"Let in without TLS and without any proof":"Let in without TLS: the server went on to ask for a proof of identity i\
n clear",{object:object2});let said=`Without TLS the server answered SQLSTATE ${clear.value.sqlstate}`;return clear.value.sqlstate!==refused?unknown22(unseen("u\
nexpected-reply"),{object:object2,observed:`${said}, which does not tell whether TLS was what it missed`}):secured.seen?secured.value.kind!=="authentication"?unknown22(
unseen("permission-denied"),{object:object2,observed:`${said}, and inside TLS ${secured.value.sqlstate}: this user is not let in from here at all, which does no\
t tell what plaintext would do elsewhere`}):one.sameSource?pass21(`Refused for this user from here: ${said}, inside TLS it asked for authentication`,{object:object2}):
unknown22(unseen("unexpected-reply"),{object:object2,observed:`${said}, but the two connections came from different addresses of this machine`}):unknown22(secured,
{object:object2,observed:`${said}, but there is no answer inside TLS to compare with`})},tlsPlaintextRefused=tlsCheck({id:"tls-plaintext-refused",title:"Plainte\
xt is refused",question:"Is each declared user refused when it connects without TLS?",why:"One client that may speak in clear is enough: its password exchange a\
nd every row it reads can be copied and changed on the way.",severity:"critical",remediation:enforceTls,judge:({identities})=>identities.length===0?[unknown22(unseen(
"no-credentials"),{observed:"No user and database are declared to try with (dbvet target add \u2026 --as application=USER/DB)"})]:identities.map(judgeIdentity4),
examples:{healthy:[healthy],defective:[but({identities:[{...exampleIdentity,clear:seen({kind:"authentication",code:10,mechanisms:[]})}]}),but({identities:[exampleIdentity,
{...exampleIdentity,user:"report",clear:seen({kind:"authentication",code:0,mechanisms:[]})}]})],blind:[blind2,but({identities:[]}),but({identities:[{...exampleIdentity,
secured:seen({kind:"error",sqlstate:"28000",message:"no pg_hba.conf entry"})}]}),but({identities:[{...exampleIdentity,clear:seen({kind:"error",sqlstate:"53300",
message:"no encryption"})}]}),but({identities:[{...exampleIdentity,sameSource:!1}]})]}});var{pass:pass22,fail:fail22,notApplicable:notApplicable8,unknown:unknown23}=verdicts("The pinned key, of the leaf or of a CA above it"),tlsSpkiPin=tlsCheck({id:"\
tls-spki-pin",title:"The pinned key is in use",question:"Does the server use the key that is pinned, or a CA with it?",why:"Another key means a renewal that nob\
ody announced, or somebody in between.",severity:"high",remediation:{all:"Ask whoever runs the server whether the key was changed. Only then pin the new one (db\
vet target pin), better of the CA than of the leaf."},judge:({sent,chain,pin})=>{let[leaf]=sent.seen?sent.value:[];return pin===null?[notApplicable8(leaf?.pin===
void 0||leaf.pin===null?"No key is pinned":`No key is pinned; the leaf has ${leaf.pin}`)]:sent.seen?leaf?.pin===pin?[pass22("The leaf has the pinned key")]:chain.
seen&&chain.value.path.some(certificate=>certificate.pin===pin)?[pass22("A CA above the leaf has the pinned key")]:leaf?.pin===void 0||leaf.pin===null?[unknown23(
unseen("unexpected-reply",{detail:"the key of the leaf cannot be read"}))]:chain.seen?[fail22(`No certificate on the way has the pinned key; the leaf has ${leaf.
pin}`)]:[unknown23(chain)]:[unknown23(sent)]},examples:{healthy:[healthy,but({pin:exampleCa.pin})],defective:[but({pin:"sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\
BBBBBBBBBA="})],blind:[blind2,but({pin:"sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=",chain:unseen("file-invalid")})],notApplicable:[but({pin:null}),but(
{pin:null,sent:seen([exampleLeaf,exampleCa])})]}});var{pass:pass23,fail:fail23,unknown:unknown24}=verdicts("TLS 1.2 or 1.3, nothing older"),names5={ssl3:"SSL 3.0",tls10:"TLS 1.0",tls11:"TLS 1.1",tls12:"TLS 1.2",
tls13:"TLS 1.3"},old2=["ssl3","tls10","tls11"],judgeOld=versions=>old2.flatMap(version=>{let fact=versions[version],object2=names5[version];return fact.seen?fact.
value?[fail23(`${object2} is accepted`,{object:object2})]:[]:[unknown24(fact,{object:object2})]}),judgeNew=({tls12,tls13})=>{if(tls12.seen&&tls12.value||tls13.seen&&
tls13.value)return[];let object2="TLS 1.2 or newer";return tls12.seen?tls13.seen?[fail23("Neither TLS 1.2 nor 1.3 is accepted",{object:object2,severity:"critica\
l"})]:[unknown24(tls13,{object:object2})]:[unknown24(tls12,{object:object2})]},tlsVersions2=tlsCheck({id:"tls-versions",title:"Only TLS 1.2 and newer",question:"\
Does the endpoint accept TLS 1.2 or 1.3 and nothing older?",why:"SSL 3.0, TLS 1.0 and 1.1 have known flaws and are withdrawn (RFC 7568, RFC 8996).",severity:"hi\
gh",remediation:newerVersions,judge:({offered,versions})=>{if(!offered.seen)return[unknown24(offered)];if(!offered.value)return[fail23("No TLS is offered at all",
{severity:"critical"})];let faults=[...judgeOld(versions),...judgeNew(versions)],{tls13}=versions,without13=tls13.seen&&!tls13.value?[fail23("TLS 1.3 is not acc\
epted",{object:names5.tls13,severity:"info"})]:[];if(faults.length>0)return[...faults,...without13];let list=["tls12","tls13"].filter(version=>{let fact=versions[version];
return fact.seen&&fact.value}).map(version=>names5[version]).join(" and ");return[pass23(`Accepted: ${list}; everything older is refused`),...without13]},examples:{
healthy:[healthy,but({versions:{...healthy.versions,tls12:unseen("tls-handshake-failed")}})],defective:[but({versions:{...healthy.versions,tls10:seen(!0)}}),but(
{versions:{...healthy.versions,tls12:seen(!1),tls13:seen(!1)}}),but({offered:seen(!1)})],blind:[blind2,but({versions:{...healthy.versions,ssl3:unseen("limit-exc\
eeded")}})]}});import{createECDH,generateKeyPairSync,randomBytes}from"node:crypto";import{isIP as isIP5}from"node:net";var wireVersion={ssl3:768,tls10:769,tls11:770,tls12:771,tls13:772},u8=value=>Buffer.from([value]),u16=(...values2)=>Buffer.from(
values2.flatMap(value=>[value>>8,value&255])),sized=(width,...parts)=>{let body=Buffer.concat(parts);return Buffer.concat([width===1?u8(body.length):u16(body.length),
body])},extension=(type,...body)=>Buffer.concat([u16(type),sized(2,...body)]),x25519Group=29,p256Group=23,groups2=[x25519Group,30,p256Group,24,25,21,19,256,257,
258],signatureSchemes=[1027,1283,1539,2055,2056,2052,2053,2054,2057,2058,2059,1025,1281,1537,771,769,1026,515,513,514,257],extensions=({version,host,keys,alpn})=>sized(
2,...isIP5(host)===0?[extension(0,sized(2,u8(0),sized(2,Buffer.from(host,"latin1"))))]:[],extension(10,sized(2,u16(...groups2))),extension(11,sized(1,u8(0))),extension(
13,sized(2,u16(...signatureSchemes))),...alpn===void 0?[]:[extension(16,sized(2,sized(1,Buffer.from(alpn,"latin1"))))],extension(65281,sized(1)),...version==="t\
ls13"&&keys!==void 0?[extension(43,sized(1,u16(wireVersion.tls13))),extension(51,sized(2,u16(x25519Group),sized(2,keys.x25519),u16(p256Group),sized(2,keys.p256)))]:
[]),clientHello=options=>{let legacy=Math.min(wireVersion[options.version],wireVersion.tls12),body=Buffer.concat([u16(legacy),options.random,sized(1,Buffer.alloc(
0)),sized(2,u16(...options.suites)),sized(1,Buffer.from(options.version==="tls13"?[0]:[1,0])),extensions(options)]),handshake=Buffer.concat([u8(1),u8(0),u16(body.
length),body]),recordVersion=Math.min(legacy,wireVersion.tls10);return Buffer.concat([u8(22),u16(recordVersion),sized(2,handshake)])};var retryRandom="cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c",extensionOf=(bytes,wanted)=>{for(let at=0;at+4<=bytes.length;){let type=bytes.
readUInt16BE(at),length=bytes.readUInt16BE(at+2);if(at+4+length>bytes.length)return;if(type===wanted)return bytes.subarray(at+4,at+4+length);at+=4+length}},parseServerHello=body=>{
let sessionLength=body[34];if(sessionLength===void 0||sessionLength>32)return;let at=35+sessionLength;if(body.length<at+3)return;let legacy=body.readUInt16BE(0),
rest=body.subarray(at+3);if(rest.length===1||rest.length>=2&&rest.readUInt16BE(0)!==rest.length-2)return;let supported=extensionOf(rest.subarray(2),43),version=supported?.
length===2?supported.readUInt16BE(0):legacy;if(!(version<768||version>772))return{version,suite:body.readUInt16BE(at),compression:body.readUInt8(at+2),retry:body.
subarray(2,34).toString("hex")===retryRandom}},parseCertificateList=body=>{if(body.length<3||body.readUIntBE(0,3)!==body.length-3)return;let certificates=[];for(let at=3;at<
body.length;){if(at+3>body.length)return;let length=body.readUIntBE(at,3);if(length===0||at+3+length>body.length)return;certificates.push(body.subarray(at+3,at+
3+length)),at+=3+length}return certificates};var maxFlight=65536,maxRecord=18432,maxWarnings=4,messageType={serverHello:2,certificate:11,certificateRequest:13,done:14},messages=reader=>{let pending=Buffer.
alloc(0),warnings=0;return async()=>{for(;;){if(pending.length>=4){let length2=pending.readUIntBE(1,3);if(length2>maxFlight)throw new WireFailure("limit-exceede\
d",`a message of ${length2} bytes`);if(pending.length>=4+length2){let message={type:pending.readUInt8(0),body:pending.subarray(4,4+length2)};return pending=pending.
subarray(4+length2),message}}let head=await reader.take(5),type=head.readUInt8(0),length=head.readUInt16BE(3);if(head.readUInt8(1)!==3||length===0||length>maxRecord)
throw new WireFailure("unexpected-reply","the answer to ClientHello is not TLS");let body=await reader.take(length);if(type===22)pending=Buffer.concat([pending,
body]);else if(type===21&&length===2){if(body.readUInt8(0)===2)return{alert:body.readUInt8(1)};if(warnings+=1,warnings>maxWarnings)throw new WireFailure("unexpe\
cted-reply","only TLS warnings")}else throw new WireFailure("unexpected-reply","the answer to ClientHello is not a TLS handshake")}}},readFlight=async reader=>{
let next=messages(reader),first=await next();if("alert"in first)return{kind:"refused",alert:first.alert};let hello=first.type===messageType.serverHello?parseServerHello(
first.body):void 0;if(hello===void 0)throw new WireFailure("unexpected-reply","not a ServerHello");if(hello.version===772)return{kind:"accepted",hello};let certificates=[],
asks=!1;for(;;){let message=await next();if("alert"in message)return{kind:"refused",alert:message.alert};if(message.type===messageType.done)return{kind:"accepte\
d",hello,certificates,asksForClientCertificate:asks};if(message.type===messageType.certificateRequest&&(asks=!0),message.type===messageType.certificate){let list=parseCertificateList(
message.body);if(list===void 0)throw new WireFailure("unexpected-reply","a broken certificate list");certificates=list}}};var askLifeMs=3e3,refusals2=[40,70,71,80],openAnswer=answer=>answer.kind==="alert"?unseen("tls-handshake-failed",{detail:`TLS alert ${answer.alert}`}):unseen("u\
nexpected-reply",{detail:"the server answered that it has no TLS"}),freshKeys=()=>({x25519:generateKeyPairSync("x25519").publicKey.export({type:"spki",format:"d\
er"}).subarray(-32),p256:createECDH("prime256v1").generateKeys()}),ask=(context,version,suites)=>observe(async()=>{let connection=need(await context.dial({lifeMs:askLifeMs}));
try{let answer=await requestTls(connection);if(answer==="declined")return seen({kind:"declined"});if(answer==="error")throw new WireFailure("unexpected-reply","\
an error message in answer to SSLRequest");let hello=clientHello({version,suites,host:context.endpoint.host,random:randomBytes(32),...version==="tls13"?{keys:freshKeys()}:
{}});connection.socket.write(hello);let source={stream:connection.socket,failure:connection.failure},flight=await readFlight(createReader(source,maxFlight));return seen(
flight.kind==="refused"&&!refusals2.includes(flight.alert)?{kind:"alert",alert:flight.alert}:flight)}finally{connection.close()}});var maxReply2=16384,distinctIdentities=identities=>identities.filter(({user,database:database3},index)=>identities.findIndex(other=>other.user===user&&other.database===
database3)===index),order={application:0,reporting:1,backup:2,admin:3,scanner:4},applicationsFirst=identities=>identities.toSorted((a,b)=>order[a.role]-order[b.
role]),askInClear=(context,{user,database:database3})=>context.options.plaintextTest?observe(async()=>{let connection=need(await context.dial());try{let reply=await startInClear(
connection,user,database3);return seen({reply,source:connection.localAddress})}finally{connection.close()}}):Promise.resolve(unseen("cancelled",{detail:"the tes\
t without TLS was switched off for this run"})),startSecured=async({socket},failure,{user,database:database3})=>{socket.write(startupMessage(user,database3));let reply=await readStartupReply(
createReader({stream:socket,failure},maxReply2));return reply.kind==="authentication"&&reply.code===0&&socket.write(terminate),reply},clientOf=context=>context.
trust.client?.seen===!0?context.trust.client.value:void 0,askSecured=(context,identity)=>observe(async()=>{let connection=need(await context.dial());try{if(await requestTls(
connection)!=="accepted")throw new WireFailure("tls-handshake-failed","TLS was declined");let secured=await secure(connection,{host:context.endpoint.host,ca:[],
client:clientOf(context),lenient:!0}),reply=await startSecured(secured,connection.failure,identity);return seen({reply,source:connection.localAddress})}finally{
connection.close()}}),replyOf=attempt2=>attempt2.seen?seen(attempt2.value.reply):attempt2,joinIdentity=(context,{role,user,database:database3},clear,secured)=>({
role,user,database:database3,clear:replyOf(clear),secured:replyOf(secured),sameSource:clear.seen&&secured.seen&&clear.value.source!==""&&clear.value.source===secured.
value.source,clientCertificateShown:clientOf(context)!==void 0});var maxReply3=16384,probeLifeMs=3e3,isEnd=error=>error instanceof WireFailure&&(error.reason==="connection-closed"||error.reason==="tls-handshake-failed"),rootsOf=({
trust})=>trust.source==="given"&&trust.ca.seen?trust.ca.value:void 0,opensslWord=({trust},{opensslError})=>trust.ca.seen?seen(opensslError??null):trust.ca,shakeHands=(context,identity,withRoots)=>observe(
async()=>{let connection=need(await context.dial());try{if(await requestTls(connection)!=="accepted")throw new WireFailure("tls-handshake-failed","TLS was decli\
ned");let{host}=context.endpoint,secured=await secure(connection,{host,ca:withRoots?rootsOf(context):[],client:clientOf(context),lenient:!0}),openssl=withRoots?
opensslWord(context,secured):unseen("tls-handshake-failed"),attempt2=identity===void 0?unseen("no-credentials"):await observe(async()=>seen({reply:await startSecured(
secured,connection.failure,identity),source:connection.localAddress})),{protocol,cipher,certificates}=secured;return seen({best:{protocol,cipher},certificates,openssl,
attempt:attempt2})}finally{connection.close()}}),askOpenssl=async context=>{let shaken=await shakeHands(context,void 0,!0);return shaken.seen?shaken.value.openssl:
shaken},isAnswer=reply=>reply.kind==="authentication"||/^(28|3D)/.test(reply.sqlstate),probeBuffer=async context=>{let openssl=unseen("tls-handshake-failed");return{
buffer:await observe(async()=>{let connection=need(await context.dial({lifeMs:probeLifeMs})),accepted=!1;try{if(accepted=await requestTls(connection,startupMessage(
"dbvet","dbvet"))==="accepted",!accepted)throw new WireFailure("unexpected-reply","TLS was declined");let secured=await secure(connection,{host:context.endpoint.
host,ca:rootsOf(context),client:clientOf(context),lenient:!0});openssl=opensslWord(context,secured);let reader=createReader({stream:secured.socket,failure:connection.
failure},maxReply3),reply=await readStartupReply(reader);if(isAnswer(reply))return seen("swallowed");if(reply.kind==="error"&&reply.sqlstate==="08P01")return seen(
"rejected");throw new WireFailure("unexpected-reply","an error message that tells nothing")}catch(error){if(accepted&&isEnd(error))return seen("rejected");throw error}finally{
connection.close()}}),openssl}},probeDirect=context=>observe(async()=>{let connection=need(await context.dial({lifeMs:probeLifeMs}));try{let{host}=context.endpoint,
{alpn}=await secure(connection,{host,ca:[],client:clientOf(context),alpn:"postgresql",lenient:!0});return seen(alpn==="postgresql"?"with-alpn":"without-alpn")}catch(error){
if(isEnd(error))return seen("refused");throw error}finally{connection.close()}});var oldVersions=["tls11","tls10","ssl3"],notAsked=unseen("limit-exceeded",{detail:"no connection was left to ask"}),versionOf=wire=>Object.keys(wireVersion).find(
version=>wireVersion[version]===wire),readOld=(highest,answer)=>{let asked2=oldVersions.slice(oldVersions.indexOf(highest)),all=value=>Object.fromEntries(asked2.
map(version=>[version,value]));if(!answer.seen)return all(answer);if(answer.value.kind==="refused")return all(seen(!1));if(answer.value.kind!=="accepted")return all(
openAnswer(answer.value));let chosen=versionOf(answer.value.hello.version),place=asked2.findIndex(version=>version===chosen);return place<0?all(unseen("unexpect\
ed-reply",{detail:"a version that was not offered"})):Object.fromEntries(asked2.slice(0,place+1).map((version,index)=>[version,seen(index===place)]))},collectOld=async(context,known,rounds)=>{
let facts=known;for(let round=0;round<rounds&&context.connectionsLeft()>0;round+=1){let next=oldVersions.find(version=>facts[version]===void 0);if(next===void 0)
break;facts={...facts,...readOld(next,await ask(context,next,everySuite))}}return facts},readWeak=(open5,answer)=>{let all=value=>Object.fromEntries(open5.map(family2=>[
family2,value]));if(!answer.seen)return all(answer);if(answer.value.kind==="refused")return all(seen(null));if(answer.value.kind!=="accepted")return all(openAnswer(
answer.value));let{suite}=answer.value.hello,family=weakFamilyOf(suite);return family===void 0||!open5.includes(family)?all(unseen("unexpected-reply",{detail:"a\
 suite that was not offered"})):{[family]:seen(suite)}},collectWeak=async(context,families4,known,rounds)=>{let facts=known;for(let round=0;round<rounds&&context.
connectionsLeft()>0;round+=1){let open5=families4.filter(family=>facts[family]===void 0);if(open5.length===0)break;let suites=open5.flatMap(family=>suitesOf[family]);
facts={...facts,...readWeak(open5,await ask(context,"tls12",suites))}}return facts},completeOld=(facts,why=notAsked)=>({ssl3:facts.ssl3??why,tls10:facts.tls10??
why,tls11:facts.tls11??why}),completeWeak=(facts,why=notAsked)=>Object.fromEntries(weakFamilies.map(family=>[family,facts[family]??why]));var createGate=width=>{let waiting=[],running=0;return async job=>{running>=width?await new Promise(resolve=>waiting.push(resolve)):running+=1;try{return await job()}finally{
let next=waiting.shift();next===void 0?running-=1:next()}}};var atOnce=4,notWanted=unseen("cancelled",{detail:"no check that needs it was asked for"}),askAll=async(context,users,shaken)=>{let{wants}=context,gate=createGate(
atOnce),when=(wanted,otherwise,job)=>wanted?gate(job):Promise.resolve(otherwise),wantsClear=wants("tls-plaintext-refused"),wantsUsers=wantsClear||wants("pg-wire\
-auth-method","pg-wire-scram-plus"),without=shaken.seen?notWanted:shaken,[clear,others,old3,broken,buffered,direct]=await Promise.all([Promise.all(users.map(one=>when(
wantsClear,notWanted,()=>askInClear(context,one)))),Promise.all(users.slice(1).map(one=>when(wantsUsers,notWanted,()=>askSecured(context,one)))),when(wants("tls\
-versions","tls-compression"),completeOld({},notWanted),()=>collectOld(context,{},1)),when(wants("tls-ciphers-weak"),completeWeak({},notWanted),()=>collectWeak(
context,weightyFamilies,{},2)),when(shaken.seen&&wants("pg-tls-pre-handshake-buffer"),{buffer:without,openssl:without},()=>probeBuffer(context)),when(shaken.seen&&
wants("pg-direct-tls"),without,()=>probeDirect(context))]);return{clear,others,old:old3,broken,buffered,direct}};import{rootCertificates}from"node:tls";var maxSent=12,parsed=blocks=>blocks.flatMap(block=>parseCertificate(block)??[]),certificatesOf=ders=>{if(ders===void 0||ders.length===0)return unseen("unexpect\
ed-reply",{detail:"the server showed no certificate"});let certificates=parsed(ders.slice(0,maxSent));return certificates.length<Math.min(ders.length,maxSent)?unseen(
"unexpected-reply",{detail:"a certificate cannot be parsed"}):seen(certificates)},judgeChain=(certificates,host,trust)=>{let[leaf]=certificates.seen?certificates.
value:[];if(!certificates.seen||leaf===void 0){let why=certificates.seen?unseen("unexpected-reply"):certificates;return{sent:why,namesHost:why,chain:why}}let sent=seen(
certificates.value.map(certificateFacts)),named=seen(namesHost(leaf,host));if(!trust.ca.seen)return{sent,namesHost:named,chain:trust.ca};let roots=trust.source===
"given"?trust.ca.value:rootCertificates,{path,anchored,borrowed}=findPath(certificates.value,parsed(roots));return{sent,namesHost:named,chain:seen({source:trust.
source,anchored,path:path.map(certificateFacts),borrowed:borrowed.map(certificate=>certificateFacts(certificate).subject)})}};var doubted=(fact,refusal,why)=>fact.seen&&fact.value===refusal?why:fact,each=(facts,refusal,why)=>Object.fromEntries(Object.entries(facts).map(([key,fact])=>[key,
doubted(fact,refusal,why)])),anySeen=(facts,acceptance)=>Object.values(facts).some(fact=>fact.seen&&acceptance(fact.value)),doubtRefusals=facts=>{let{best,sent,
versions,weak:weak2}=facts;return best.seen||sent.seen||anySeen(versions,accepted=>accepted)||anySeen(weak2,suite=>suite!==null)?facts:{...facts,offered:doubted(
facts.offered,!0,best),versions:each(versions,!1,best),weak:each(weak2,null,best),direct:doubted(facts.direct,"refused",best),buffer:doubted(facts.buffer,"rejec\
ted",best)}};var protocolVersionAlert=70,isOffered=first=>first.seen?seen(first.value.kind!=="declined"):first,tls12Of=first=>{if(!first.seen)return first;let answer=first.value;
if(answer.kind==="refused")return unseen("unsupported-version",{detail:"TLS 1.2 with forward secrecy was refused"});if(answer.kind!=="accepted")return openAnswer(
answer);let{suite,compression,version}=answer.hello;return answer.asksForClientCertificate===void 0||version>771?unseen("unexpected-reply",{detail:"a version th\
at was not offered"}):seen({suite,compression,asksForClientCertificate:answer.asksForClientCertificate})},accepts12=(first,protocol)=>{if(protocol==="TLSv1.2")return seen(
!0);if(!first.seen)return first;let answer=first.value;return answer.kind==="accepted"?seen(answer.hello.version===771):answer.kind!=="refused"?openAnswer(answer):
answer.alert===protocolVersionAlert?seen(!1):unseen("tls-handshake-failed",{detail:"the suites may have been the hindrance"})},accepts13=answer=>answer.seen?answer.
value.kind==="accepted"?seen(answer.value.hello.version===772):answer.value.kind==="refused"?seen(!1):openAnswer(answer.value):answer;var tlsConnections=11,maxIdentities=3,manyRounds=6,notTried=unseen("limit-exceeded",{detail:`only ${maxIdentities} users are tried in one run, applications firs\
t and the scanner last`}),noTls=unseen("tls-handshake-failed",{detail:"the server does not offer TLS"}),share=context=>{let all=applicationsFirst(distinctIdentities(
context.target.identities));return{tried:all.slice(0,maxIdentities),left:all.slice(maxIdentities).map(one=>joinIdentity(context,one,notTried,notTried))}},collectWithoutTls=async(context,offered)=>{
let why=offered.seen?noTls:offered,{tried,left}=share(context),clear=!(!offered.seen&&["timed-out","cancelled","limit-exceeded"].includes(offered.reason))&&context.
wants("tls-plaintext-refused")?await Promise.all(tried.map(one=>askInClear(context,one))):[],joined=tried.map((one,at)=>joinIdentity(context,one,clear[at]??why,
why));return{...blindFacts(context.endpoint.host,why),offered,identities:[...joined,...left],pin:context.trust.pin??null}},collect13=async(context,protocol)=>protocol!==
void 0?seen(protocol==="TLSv1.3"):context.wants("tls-versions","tls-compression")?accepts13(await ask(context,"tls13",tls13Suites)):notWanted,collectWithTls=async(context,first)=>{
let{endpoint,trust}=context,{tried,left}=share(context);context.step("reading the certificate");let flight=first.value.kind==="accepted"?first.value.certificates:
void 0,shaken=await shakeHands(context,tried[0],flight!==void 0),protocol=shaken.seen?shaken.value.best.protocol:void 0,sent=flight!==void 0||!shaken.seen?certificatesOf(
flight):seen(shaken.value.certificates),clear12=flight===void 0||sent.seen?first:sent;context.step("asking without TLS, with old versions and with weak ciphers");
let{clear,others,old:old3,broken,buffered,direct}=await askAll(context,tried,shaken),secured=[shaken.seen?shaken.value.attempt:shaken,...others],tls13=await collect13(
context,protocol),openssl=[shaken.seen?shaken.value.openssl:shaken,buffered.openssl].find(fact=>fact.seen||fact.reason==="file-unreadable"||fact.reason==="file-\
invalid")??(context.wants("tls-cert-chain-provider-ca","pg-wire-auth-method")?await askOpenssl(context):notWanted),weighty=await collectWeak(context,weightyFamilies,
broken,manyRounds),weak2=await collectWeak(context,[...weightyFamilies,"cbc"],weighty,1);return doubtRefusals({host:endpoint.host,offered:seen(!0),identities:[...tried.
map((one,at)=>joinIdentity(context,one,clear[at]??notTried,secured[at]??notTried)),...left],versions:{...completeOld(await collectOld(context,old3,manyRounds)),
tls12:accepts12(clear12,protocol),tls13},weak:completeWeak(weak2),best:shaken.seen?seen(shaken.value.best):shaken,tls12:tls12Of(clear12),...judgeChain(sent,endpoint.
host,trust),openssl,pin:trust.pin??null,direct,buffer:buffered.buffer})},collectTls=async context=>{context.step("asking for TLS");let first=await ask(context,"\
tls12",[...modernSuites,...suitesOf.cbc]),offered=isOffered(first);return first.seen&&first.value.kind!=="declined"?collectWithTls(context,first):collectWithoutTls(
context,offered)};var tlsFamily=defineFamily({id:"tls",engines:["postgresql"],connections:tlsConnections,collect:collectTls,blind:({offered})=>offered.seen?void 0:offered.reason,
checks:[tlsOffered,tlsPlaintextRefused,tlsVersions2,tlsCiphersWeak,tlsForwardSecrecy,tlsCompression,tlsCertChainProviderCa,tlsCertChainComplete,tlsCertSelfSigned,
tlsCertHostname,tlsCertExpiry,tlsCertNotYetValid,tlsCaExpiry,tlsCertKeyStrength,tlsCertSignature,tlsSpkiPin,tlsCertSharedDefault,tlsClientCertRequested,pgWireAuthMethod,
pgWireScramPlus,pgDirectTls,pgTlsPreHandshakeBuffer]});var families3=[tlsFamily,postgresql];var planned_checks_default={admin:["admin-ui-open"],aiven:["aiven-audit-log","aiven-backups","aiven-ca-verify","aiven-cmek","aiven-connection-pools","aiven-ip-f\
ilter-open","aiven-log-integration","aiven-maintenance-pending","aiven-mysql-config","aiven-password-encryption","aiven-pg-logging","aiven-pgaudit","aiven-plan-\
ha","aiven-powered-off-or-fork","aiven-privatelink-vpc-peering","aiven-project-members","aiven-prometheus-integration","aiven-public-access","aiven-static-ips",
"aiven-synchronous-commit","aiven-termination-protection","aiven-tls-plaintext","aiven-users","aiven-valkey-config","aiven-version-eol"],alibaba:["alibaba-rds"],
aws:["aws-backup-vault-lock","aws-dms","aws-documentdb","aws-dynamodb","aws-elasticache-at-rest","aws-elasticache-auth","aws-elasticache-auto-minor","aws-elasti\
cache-backup","aws-elasticache-ha","aws-elasticache-log-delivery","aws-elasticache-network","aws-elasticache-transit-encryption","aws-iam-rds-connect-wildcard",
"aws-memorydb","aws-neptune","aws-opensearch","aws-org-scp-public-snapshot","aws-rds-activity-stream","aws-rds-alarm-coverage","aws-rds-auto-minor-upgrade","aws\
-rds-automated-backups-replication","aws-rds-backtrack","aws-rds-backup-retention","aws-rds-backup-window-overlap","aws-rds-bluegreen-leftover","aws-rds-ca-cert\
ificate","aws-rds-copy-tags","aws-rds-custom-oracle-etc","aws-rds-data-api","aws-rds-default-port","aws-rds-deletion-protection","aws-rds-engine-eol","aws-rds-e\
nhanced-monitoring","aws-rds-event-subscriptions","aws-rds-final-snapshot","aws-rds-force-ssl","aws-rds-guardduty-rds-protection","aws-rds-iam-auth","aws-rds-in\
-backup-plan","aws-rds-kms-cmk","aws-rds-known-vulnerable-build","aws-rds-latest-restorable","aws-rds-log-exports","aws-rds-log-group-retention","aws-rds-master\
-user-secret","aws-rds-multi-az","aws-rds-param-group-default","aws-rds-param-logging","aws-rds-pending-maintenance","aws-rds-performance-insights","aws-rds-pro\
xy-tls","aws-rds-public-accessible","aws-rds-replica-cross-region-kms","aws-rds-roles-attached","aws-rds-sg-rules","aws-rds-snapshot-encrypted","aws-rds-snapsho\
t-export-s3","aws-rds-snapshot-public","aws-rds-snapshot-shared-foreign","aws-rds-storage-autoscaling","aws-rds-storage-encrypted","aws-rds-subnet-igw","aws-rds\
-tags","aws-rds-tls-min-param","aws-rds-vpc","aws-rds-zero-etl-integration","aws-redshift","aws-sagemaker-glue-connection-ssl","aws-secret-rotation","aws-timest\
ream-keyspaces-qldb"],az:["az-backup-vault-immutability","az-cosmos","az-keyvault-db-secret","az-mysql-flex","az-pg-allow-azure-services","az-pg-backup","az-pg-\
cmk","az-pg-defender","az-pg-delete-lock","az-pg-diagnostic-settings","az-pg-entra-auth","az-pg-extensions-allowlist","az-pg-firewall-count","az-pg-firewall-ope\
n","az-pg-ha","az-pg-infra-encryption","az-pg-log-params","az-pg-maintenance-window","az-pg-pgbouncer-params","az-pg-public-network","az-pg-replica-parity","az-\
pg-require-secure-transport","az-pg-tls-min","az-pg-version-eol","az-redis","az-sql-db-backup","az-sql-server","az-sqlmi"],backup:["backup-bucket-access-logging",
"backup-bucket-lifecycle","backup-bucket-object-lock","backup-bucket-public","backup-bucket-sse","backup-bucket-tls-only","backup-bucket-versioning","backup-cad\
ence-gaps","backup-cronjob-static","backup-deletion-coupling","backup-dump-completeness","backup-dump-integrity","backup-encryption","backup-exists-offvendor","\
backup-freshness","backup-job-exit-monitoring","backup-key-escrow","backup-pgbackrest-conf","backup-pgbackrest-info","backup-pii-copies","backup-pitr-enabled","\
backup-provider-window","backup-restic-borg-kopia-snapshots","backup-restore-drill-local","backup-restore-duration-rto","backup-restore-test-evidence","backup-r\
etention-window","backup-same-credentials-as-app","backup-scope-non-db","backup-size-anomaly","backup-snapshot-sharing","backup-version-compat","backup-walg-bar\
man-conf","backup-writer-credential-scope"],cockroach:["cockroach-tidb-cloud"],code:["code-backup-scripts","code-client-bundle-secret","code-data-tools-configs",
"code-dockerfile-db-secret","code-dotnet","code-driver-vulnerable-version","code-dsn-admin-user","code-dsn-channel-binding","code-dsn-gssencmode-target","code-d\
sn-in-url-logging","code-dsn-inventory","code-dsn-password-literal","code-dsn-prod-in-dev-files","code-dsn-public-host","code-dsn-sslmode-weak","code-dsn-sslroo\
tcert","code-elixir-erlang-scala-kotlin-swift-cpp","code-env-committed","code-go-insecure-skip-verify","code-go-libpq","code-go-min-tls","code-go-mysql-tls","co\
de-go-pgx-fallback","code-java-jdbc-mysql-mssql-mongo","code-java-jdbc-pg","code-java-spring","code-migrations-sql-lint","code-node-min-version","code-node-mong\
o-redis","code-node-mysql2-flags","code-node-pg-reject-unauthorized","code-node-pg-ssl-conflict","code-node-pg-ssl-true-missing","code-node-pg-sslmode-v3","code\
-node-postgresjs","code-node-prisma","code-node-tedious-mssql","code-node-tls-env","code-node-typeorm-sequelize-knex-drizzle-mikro","code-notebooks-scripts","co\
de-odoo-gitlab-etc-appconfigs","code-orm-logging-pii","code-patroni-yml","code-pg-statement-timeout-app","code-pgbouncer-pgpool-odyssey-haproxy","code-pgpass-pe\
rms","code-php","code-pool-credentials-rotation","code-postgresql-conf-files","code-python-django","code-python-mysql-mongo-redis","code-python-odbc-mssql","cod\
e-python-psycopg","code-ruby-rails","code-rust","code-session-state-pooler","code-sql-dumps-committed","code-sql-injection-sinks","code-terraform-tfvars-secrets"],
crunchy:["crunchy-bridge"],db:["db-wire-banner-mismatch"],do:["do-app-platform-bindings","do-cloud-firewall-db-droplet","do-db-alerts","do-db-autoscale-storage",
"do-db-backup-offvendor","do-db-backup-retention-gap","do-db-backups-recent","do-db-ca","do-db-config-logging","do-db-config-mongo","do-db-config-mysql","do-db-\
config-redis","do-db-custom-cname","do-db-events-audit","do-db-firewall-any","do-db-firewall-empty","do-db-firewall-stale","do-db-firewall-tag-rule","do-db-fire\
wall-type-mix","do-db-fork-restore-drill","do-db-logsink","do-db-maintenance-pending","do-db-metrics-endpoint","do-db-nodes-ha","do-db-pools","do-db-private-net\
work","do-db-reachable-public","do-db-replica-parity","do-db-tags-owner","do-db-tls-plaintext","do-db-users","do-db-version-eol","do-spaces-backup-bucket","do-t\
oken-scope","do-uptime-team-2fa"],drift:["drift-api-vs-sql-params","drift-api-vs-wire-tls","drift-baseline-over-time","drift-code-user-vs-sql-role","drift-code-\
vs-server-tls","drift-declared-vs-observed-exposure","drift-environment-parity","drift-iac-vs-api-firewall","drift-iac-vs-api-settings","drift-k8s-vs-cloud","dr\
ift-privilege-lock","drift-questionnaire-contradiction","drift-replica-vs-primary","drift-sbom-extensions","drift-sql-vs-wire-tls"],es:["es-wire-open"],etcd:["e\
tcd-wire-open"],evidence:["evidence-staleness"],gcp:["gcp-alloydb","gcp-asset-public-sql-org-policy","gcp-bigtable-firestore","gcp-memorystore-redis","gcp-secre\
t-manager-rotation","gcp-spanner","gcp-sql-authorized-networks","gcp-sql-backup-runs","gcp-sql-backups","gcp-sql-cmek","gcp-sql-connector-enforcement","gcp-sql-\
data-cache-edition","gcp-sql-dataproc-datastream","gcp-sql-deletion-protection","gcp-sql-export-bucket","gcp-sql-final-backup-retain","gcp-sql-flags-mysql","gcp\
-sql-flags-postgres","gcp-sql-flags-sqlserver","gcp-sql-ha","gcp-sql-iam-auth","gcp-sql-insights","gcp-sql-log-alert","gcp-sql-maintenance","gcp-sql-password-po\
licy","gcp-sql-pgaudit","gcp-sql-psc-private","gcp-sql-public-ip","gcp-sql-replica-parity","gcp-sql-sa-broad","gcp-sql-server-ca-mode","gcp-sql-ssl-mode","gcp-s\
ql-storage-autoresize","gcp-sql-users","gcp-sql-version-eol"],heroku:["heroku-postgres"],huawei:["huawei-rds"],iac:["iac-aiven","iac-alloydb-spanner-memorystore",
"iac-ansible-db","iac-azure-flexible","iac-cdk-pulumi-source","iac-ci-pipeline-db","iac-cloudsql","iac-crossplane-ack","iac-destroy-recreate-risk","iac-do-clust\
er","iac-do-firewall","iac-do-outputs-secrets","iac-do-users-pools-logsink","iac-docdb-neptune-memorydb-redshift-dynamodb-dms","iac-docker-compose-db","iac-elas\
ticache","iac-helm-values-db","iac-lifecycle-ignore","iac-missing-attribute-default","iac-mongodbatlas-neon-supabase-planetscale","iac-mysql-provider","iac-pars\
e-coverage","iac-pg-provider","iac-plan-weakens","iac-provisioners-psql","iac-rds-backup","iac-rds-deletion-protection","iac-rds-encryption","iac-rds-logs-iam-m\
isc","iac-rds-master-password","iac-rds-parameter-tls-log","iac-rds-proxy-globals","iac-rds-public","iac-rds-sg-open","iac-state-secrets","iac-unpinned-provider\
-module","iac-waiver-hygiene"],k8s:["k8s-admin-tools-deployed","k8s-backup-cronjob","k8s-ca-mounted","k8s-cloudsql-proxy-sidecar","k8s-cnpg-alter-system","k8s-c\
npg-backup","k8s-cnpg-backup-encryption","k8s-cnpg-external-cluster","k8s-cnpg-hba-plaintext","k8s-cnpg-image-version","k8s-cnpg-instances-sync","k8s-cnpg-ldap-\
ident","k8s-cnpg-managed-roles","k8s-cnpg-monitoring","k8s-cnpg-pooler","k8s-cnpg-superuser-access","k8s-cnpg-tls-params","k8s-configmap-pg-hba","k8s-configmap-\
pgbouncer","k8s-configmap-postgresql-conf","k8s-configmap-redis-mongo-my","k8s-crunchy-pgo","k8s-db-automount-token","k8s-db-image","k8s-db-in-default-namespace",
"k8s-db-pod-securitycontext","k8s-db-probes-pdb","k8s-db-pvc-encryption-reclaim","k8s-db-rbac-secrets","k8s-db-resources-limits","k8s-debug-dump-volumes","k8s-e\
nv-sslmode","k8s-external-secret-rotation","k8s-hostport-hostnetwork-db","k8s-mesh-mtls-bypass","k8s-networkpolicy-db-egress","k8s-networkpolicy-db-ingress","k8\
s-percona-ops","k8s-prometheusrule-db","k8s-pss-namespace-labels","k8s-redis-mongo-ops","k8s-secret-as-env-vs-file","k8s-secret-encryption-at-rest","k8s-secret-\
in-configmap","k8s-secret-literal-env","k8s-secret-manifest-committed","k8s-service-exposes-db","k8s-servicemonitor-auth","k8s-statefulset-raw-db","k8s-zalando-\
backup","k8s-zalando-hba","k8s-zalando-lb","k8s-zalando-operator-config","k8s-zalando-tls","k8s-zalando-users"],log:["log-access-control","log-alerts","log-cana\
ry-roundtrip","log-clock-timezone","log-encryption","log-fluentbit-buffering","log-fluentbit-credentials","log-fluentbit-filters-drop","log-fluentbit-http-serve\
r","log-fluentbit-redaction","log-fluentbit-tail-db","log-fluentbit-tls","log-immutability","log-inactive-users","log-mysql-audit-flow","log-pgaudit-volume-loss",
"log-pipeline-exists","log-prefix-content","log-provider-audit","log-retention","log-rsyslog-sink-tls","log-sample-audit-events","log-sample-bruteforce","log-sa\
mple-plaintext-connections","log-sample-secrets-pii","log-stream-silence","log-vector-logstash-otel-promtail"],memcached:["memcached-wire-open"],metrics:["metri\
cs-exporter-open"],mongo:["mongo-atlas-auth","mongo-atlas-backup","mongo-atlas-encryption","mongo-atlas-ip-access-list","mongo-atlas-privatelink","mongo-atlas-t\
ls","mongo-audit-log","mongo-auth-enabled","mongo-auth-mechanisms","mongo-bind-ip","mongo-documentdb-tls","mongo-encryption-at-rest","mongo-http-rest","mongo-js\
-disabled","mongo-keyfile-vs-x509","mongo-localhost-exception","mongo-log-redaction","mongo-net-compressors","mongo-oplog-window","mongo-port-default","mongo-sc\
ram-iterations","mongo-tls-mode","mongo-tls-options","mongo-user-roles","mongo-users-restrictions","mongo-version-eol","mongo-wire-hello","mongo-wire-mechs","mo\
ngo-wire-plaintext-refused","mongo-wire-unauth-list","mongo-write-concern"],mssql:["mssql-audit","mssql-auth-mode","mssql-config-surface","mssql-force-encryptio\
n","mssql-guest-connect","mssql-own-session-encrypted","mssql-password-policy","mssql-sa-account","mssql-sessions-plaintext","mssql-sysadmin-members","mssql-tde",
"mssql-trustworthy","mssql-version","mssql-wire-prelogin-encryption","mssql-wire-version","mssql-xp-cmdshell"],mysql:["mysql-account-ssl-type","mysql-anonymous-\
accounts","mysql-app-uses-admin","mysql-audit-exclusions","mysql-audit-plugin","mysql-auth-plugin","mysql-automatic-sp","mysql-bind-address","mysql-binlog-encry\
ption","mysql-binlog-pitr","mysql-block-encryption-mode","mysql-create-user-priv","mysql-default-auth","mysql-dml-ddl-on-mysql-schema","mysql-empty-passwords","\
mysql-error-log","mysql-events-scheduler","mysql-failed-login-lockout","mysql-file-priv","mysql-general-log","mysql-grant-option","mysql-host-only-cis","mysql-i\
nnodb-durability","mysql-local-infile","mysql-log-bin-trust","mysql-log-raw","mysql-max-connections","mysql-observer-capabilities","mysql-old-passwords","mysql-\
own-session-tls","mysql-password-lifetime","mysql-password-reuse","mysql-percona-mariadb-encryption","mysql-plugins-risky","mysql-process-priv","mysql-repl-slav\
e-priv","mysql-replication-health","mysql-replication-password-storage","mysql-replication-tls","mysql-require-secure-transport","mysql-role-graph","mysql-root-\
remote","mysql-routine-definer","mysql-sample-schemas","mysql-secrets-in-routines","mysql-secure-file-priv","mysql-session-readonly","mysql-sessions-plaintext",
"mysql-shutdown-reload-priv","mysql-skip-grant-tables","mysql-skip-name-resolve","mysql-skip-show-database","mysql-sql-mode-strict","mysql-super-privs","mysql-s\
uspicious-udf","mysql-symbolic-links","mysql-test-database","mysql-timeouts","mysql-tls-ca-cert-present","mysql-tls-ciphers","mysql-tls-versions","mysql-validat\
e-password","mysql-version-eol","mysql-version-minor","mysql-wildcard-hosts","mysql-wire-auth-plugin","mysql-wire-empty-password","mysql-wire-plaintext-refused",
"mysql-wire-tls-capability","mysql-wire-version-banner"],neon:["neon-allowed-ips","neon-branch-prod-data","neon-history-retention","neon-org-mfa","neon-roles-su\
peruser","neon-stored-passwords"],net:["net-allowlist-breadth","net-allowlist-dev-ip","net-allowlist-open","net-allowlist-shared-cloud","net-allowlist-stale","n\
et-bastion-or-proxy","net-cname-custom-domain","net-dangling-endpoint","net-dnssec-caa","net-latency-region","net-pooler-exposure","net-private-dns-leak","net-p\
ublic-resolution","net-replica-exposure","net-second-vantage","net-sg-db-ports-open","net-sg-egress-db","net-sibling-ports","net-subnet-public","net-tcp-reachab\
le","net-vantage-allowlisted","net-vpc-peering-scope"],observability:["observability-coverage"],oci:["oci-mysql-pg-adb"],patroni:["patroni-rest-open"],pg:["pg-a\
lter-system-source","pg-anonymizer-ext","pg-audit-table-tamper","pg-auth-delay","pg-backup-role","pg-c-language-user-function","pg-cancel-key-tls","pg-cleartext\
-password-storage","pg-client-min-messages","pg-collation-mismatch","pg-config-file-drift","pg-connection-headroom","pg-cron-jobs","pg-crypto-extension","pg-cve\
-known","pg-db-user-namespace","pg-dblink-installed","pg-default-port","pg-event-triggers","pg-extension-in-public","pg-extension-outdated","pg-extension-owner-\
escalation","pg-fdw-password-required-false","pg-fips-mode","pg-fk-unindexed","pg-foreign-auth-users-exposed","pg-foreign-table-exposed","pg-function-search-pat\
h-mutable","pg-grant-option","pg-graphql-exposed","pg-gssenc-offered","pg-ha-replica-count","pg-hba-all-database-user","pg-hba-clientcert","pg-hba-hostname-rule",
"pg-hba-ldap-plaintext","pg-hba-peer-local","pg-hba-replication-scope","pg-hba-superuser-remote","pg-hba-unreachable-rule","pg-host-only-cis","pg-ident-catchall",
"pg-ident-superuser-map","pg-index-health","pg-int-pk-exhaustion","pg-keepalive-abandoned","pg-krb-settings","pg-large-object-public","pg-library-path","pg-lock\
-timeout","pg-log-autovacuum","pg-log-checkpoints","pg-log-collector","pg-log-destination","pg-log-hostname","pg-log-recovery-conflict","pg-log-rotation","pg-lo\
g-stats","pg-log-syslog","pg-log-temp-files","pg-log-timezone","pg-login-event-trigger","pg-long-transactions","pg-matview-exposes-rls","pg-md5-login-warning","\
pg-no-primary-key","pg-oauth-validator","pg-ownership-app-role","pg-ownership-superuser-objects","pg-password-expiry-warning","pg-password-in-usermapping","pg-p\
assword-policy-extension","pg-pending-restart","pg-pgaudit-extension-created","pg-pgaudit-options","pg-pgaudit-self-disable","pg-pitr-evidence","pg-preload-libr\
aries","pg-prepared-xacts","pg-privileged-change-monitoring","pg-publication-all","pg-query-text-exposure","pg-recovery-settings","pg-replica-lag","pg-replicati\
on-roles","pg-replication-tls-observed","pg-rls-disabled-exposed","pg-rls-initplan","pg-rls-multiple-permissive","pg-rls-no-policy","pg-rls-settable-guc","pg-rl\
s-user-metadata","pg-rls-with-check-missing","pg-role-connlimit","pg-role-escalation-graph","pg-role-nested-depth","pg-role-valid-until","pg-rules-unexpected","\
pg-search-path-writable","pg-secrets-in-cron","pg-secrets-in-functions","pg-security-labels","pg-sensitive-columns-exposed","pg-session-readonly-guard","pg-sess\
ion-replication-role","pg-sessions-by-privileged-role","pg-setuser-ext","pg-shared-buffers-etc","pg-shared-login-role","pg-ssl-request-error-injection","pg-stan\
dby-conninfo-tls","pg-stats-reset-recent","pg-storage-bucket-listing","pg-subscription-conninfo","pg-table-bloat","pg-tablespace-location","pg-temp-file-limit",
"pg-template-db-connect","pg-test-data-in-prod","pg-tls-crl","pg-tls-groups","pg-tls-key-passphrase","pg-tls-sni-config","pg-track-settings","pg-triggers-disabl\
ed","pg-unlogged-tables","pg-unsupported-reg-types","pg-view-security-barrier","pg-wire-anonymous-info","pg-wire-empty-password","pg-wire-protocol-negotiation"],
pgbouncer:["pgbouncer-detect"],planetscale:["planetscale"],redis:["redis-acl-channels","redis-acl-dangerous","redis-acl-nopass-users","redis-acl-sha1-weak","red\
is-auth-required","redis-bind","redis-client-list-plaintext","redis-conf-file-lint","redis-dangerous-commands","redis-default-user-scope","redis-ha","redis-keys\
pace-ttl","redis-lua-eval","redis-maxmemory-policy","redis-password-strength","redis-persistence","redis-protected-mode","redis-rdb-backup-age","redis-replicati\
on-security","redis-run-as-root","redis-slowlog-secrets","redis-timeout-idle","redis-tls-min","redis-tls-port","redis-version-eol","redis-wire-dangerous-unauth",
"redis-wire-noauth","redis-wire-plaintext-port","redis-wire-tls"],render:["render-railway-fly"],scaleway:["scaleway-ovh-exoscale-ibm"],supabase:["supabase-auth-\
data-exposed","supabase-backup-retention","supabase-network-restrictions","supabase-security-advisor","supabase-service-role-exposure","supabase-ssl-enforcement"],
tls:["tls-all-endpoints-consistent","tls-cert-eku-ku","tls-cert-revocation","tls-cert-validity-length","tls-cert-wildcard","tls-dh-group","tls-downgrade-client-\
simulation","tls-early-data","tls-fallback-scsv","tls-groups-pq","tls-ipv6-parity","tls-known-vulns","tls-mtls-enforced","tls-plaintext-refused-multi-user","tls\
-renegotiation","tls-server-preference","tls-session-tickets","tls-sni-behaviour"],vercel:["vercel-cloudflare-hyperdrive"]};var withReferences=(content,references)=>content.questionnaires.map(q=>({...q,controls:q.controls.map(c=>({...c,references:references(c.id)}))})),splitContent=content=>({
brief:{...content,frameworks:[],questionnaires:withReferences(content,()=>[])},lists:{frameworks:content.frameworks,references:Object.fromEntries(content.questionnaires.
flatMap(q=>q.controls).filter(c=>c.references.length>0).map(c=>[c.id,c.references]))}});var[root,out]=process.argv.slice(2);if(root===void 0||out===void 0)throw new Error("usage: compile-content ROOT OUT");try{let known=Object.keys(CheckInfo.unwrap().
shape),checks2=families3.flatMap(family=>family.checks).map(check=>CheckInfo.parse(Object.fromEntries(Object.entries(check).filter(([k])=>known.includes(k))))),
planned=Object.values(planned_checks_default).flat(),content=await compileContent(root,{checks:checks2.map(({id})=>id),planned});await mkdir(join(out,"schemas"),
{recursive:!0});let{brief,lists}=splitContent(content);await writeFile(join(out,"content.json"),JSON.stringify(brief)),await writeFile(join(out,"planned-checks.\
json"),JSON.stringify(planned)),await writeFile(join(out,"frameworks.json"),JSON.stringify(lists)),await writeFile(join(out,"checks.json"),JSON.stringify(checks2));
for(let[name,schema]of Object.entries(schemas()))await writeFile(join(out,"schemas",`${name}.json`),`${JSON.stringify(schema,null,"	")}
`)}catch(error){if(!(error instanceof UserError))throw error;process.stderr.write(`${[error.message,...error.next].join(`
`)}
`),process.exitCode=1}
