import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{canProbe}from"./chunk-332AV6EN.js";import{record}from"./chunk-FFCJAQ4Z.js";import{findTarget,liveTargets}from"./chunk-7INJYC6Z.js";import{
openProject}from"./chunk-C7ZK33BT.js";import{processOutput}from"./chunk-4XYU4GMW.js";import{toTargetOptions}from"./chunk-KFDKYMIM.js";import{Verification}from"./chunk-4OUI2SMR.js";
import{endpointName}from"./chunk-XIQIQSSR.js";import{plainText}from"./chunk-7ITKJ46B.js";import{Name}from"./chunk-FJRS23W3.js";import{saidOf}from"./chunk-5RQW43GQ.js";
import{UserError,exitCode}from"./chunk-IRGQQAC3.js";import{readFile}from"node:fs/promises";import{resolve}from"node:path";import{X509Certificate}from"node:crypto";var engines={"postgres:":{engine:"postgresql",port:5432},"postgresql:":{engine:"postgresql",port:5432},"mysql:":{engine:"mysql",port:3306},"mariadb:":{engine:"m\
ariadb",port:3306},"redis:":{engine:"redis",port:6379},"rediss:":{engine:"redis",port:6379},"valkey:":{engine:"valkey",port:6379}},isConnectionUrl=text=>/^[a-z][a-z0-9+.-]*:\/\//i.
test(text),secretParameters=["password","sslpassword","passfile"],shown=text=>plainText(text.replace(/\/\/[^/?#]*@/,"//\u2026@").replace(/[?#].*$/,""),120),lengthLimit=255,
nameOf=(what,text)=>{if(new RegExp("\\p{Cc}","u").test(text)||text.length>lengthLimit)throw new UserError(`The ${what} ${JSON.stringify(plainText(text,80))} ${text.
length>lengthLimit?`is longer than ${lengthLimit} characters`:"holds control characters"}.`,["Check the connection: it was perhaps pasted together with somethin\
g else."]);return text},decoded=(what,text,url)=>{try{return nameOf(what,decodeURIComponent(text))}catch(error){throw error instanceof URIError?new UserError(`${shown(
url)} holds a % that begins no character.`,["Write a percent sign as %25."]):error}},parseConnection=text=>{let url;try{url=new URL(text)}catch{throw new UserError(
`${shown(text)} is not a connection URL.`,["Write it as postgres://USER@HOST:5432/DATABASE, without a password."])}let known=engines[url.protocol];if(known===void 0)
throw new UserError(`dbvet does not know ${JSON.stringify(plainText(url.protocol.slice(0,-1),30))} URLs.`,[`It knows: ${Object.keys(engines).map(scheme=>`${scheme}\
//`).join(" ")}`,"A bucket or a backup server is added with --kind backup."]);if(url.password!==""||secretParameters.some(name=>url.searchParams.has(name)))throw new UserError(
"The URL holds a password. dbvet never takes one on the command line.",["Leave it out of the URL (and change it, if your shell keeps a history).","Name where it\
 comes from: --password-env VARIABLE, --password-command COMMAND, or ~/.pgpass."]);let host=decoded("host",url.hostname,text).replace(/^\[(.*)\]$/,"$1");if(host===
"")throw new UserError(`${shown(text)} names no host.`,["Write it as postgres://USER@HOST:5432/DATABASE."]);if(host.includes(",")||url.port==="0")throw new UserError(
`${shown(text)} names ${url.port==="0"?"port 0":"several hosts"}.`,["Give the primary in the URL, and others with --replica HOST:PORT."]);let user=decoded("user",
url.username,text),database=decoded("database",url.pathname.replace(/^\//,""),text);return{engine:known.engine,endpoint:{role:"primary",host,port:url.port===""?
known.port:Number(url.port)},...user===""?{}:{scanner:{role:"scanner",user,database:database===""?user:database}}}},parseEndpoint=(role,text,defaultPort)=>{let match=/^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]/\s]+))(?::(\d{1,5}))?$/.
exec(text),host=match?.[1]??match?.[2],port=match?.[3]===void 0?defaultPort:Number(match[3]);if(host===void 0||port<1||port>65535)throw new UserError(`${JSON.stringify(
plainText(text,80))} is not HOST:PORT.`,["Write for example replica.example.com:5432 or [2001:db8::1]:5432."]);return{role,host:nameOf("host",host),port}},parseIdentity=text=>{
let match=/^(application|reporting|admin|backup)=([^/]+)\/(.+)$/.exec(text),[,role,user,database]=match??[];if(user===void 0||database===void 0)throw new UserError(
`${JSON.stringify(plainText(text,80))} is not ROLE=USER/DATABASE.`,["Roles: application, reporting, admin, backup. For example: --as application=shop/shopdb"]);
return{role,user:nameOf("user",user),database:nameOf("database",database)}};var suffixes=[[/\.cluster-[a-z0-9-]+\.[a-z0-9-]+\.rds\.amazonaws\.com(\.cn)?$/,"aws-aurora"],[/\.rds\.amazonaws\.com(\.cn)?$/,"aws-rds"],[/\.postgres\.database\.azure\.com$/,
"azure-flexible-server"],[/\.mysql\.database\.azure\.com$/,"azure-flexible-server"],[/\.db\.ondigitalocean\.com$/,"digitalocean"],[/\.aivencloud\.com$/,"aiven"],
[/\.supabase\.(co|com)$/,"supabase"],[/\.neon\.tech$/,"neon"],[/\.sql\.goog$/,"google-cloud-sql"]],recognisePlatform=host=>suffixes.find(([pattern])=>pattern.test(
host.toLowerCase()))?.[1];var lengthLimit2=1024,checkPlace=place=>{if(new RegExp("\\p{Cc}","u").test(place)||place.length>lengthLimit2)throw new UserError(`${JSON.stringify(plainText(place,
80))} ${place.length>lengthLimit2?`is longer than ${lengthLimit2} characters`:"holds control characters"}.`,["Check the address: it was perhaps pasted together \
with something else."]);if(isConnectionUrl(place)&&/:\/\/[^@]*:[^@]*@|[?#]./.test(place))throw new UserError("The address holds a password, a key or a signature\
. dbvet never takes one on the command line.",["Leave out what stands before @ and after ?, for example s3://BUCKET/FOLDER.","Change the secret if your shell ke\
eps a history."]);return place},isLocalPath=(kind,place)=>{if(isConnectionUrl(place))return!1;switch(kind){case"application":case"infrastructure":case void 0:return!0;case"\
backup":return/^(\.{0,2}\/|\.{1,2}$)/.test(place);case"database":case"vendor":case"organisation":return!1}};var databaseFrom=(identified,url,options,vendor)=>{let{engine,endpoint,scanner}=parseConnection(url),platform=options.platform??recognisePlatform(endpoint.host),
verification=verificationFrom(options);return{...identified,kind:"database",engine,...platform===void 0?{}:{platform},endpoints:[endpoint,...(options.replica??[]).
map(text=>parseEndpoint("replica",text,endpoint.port)),...(options.pooler??[]).map(text=>parseEndpoint("pooler",text,endpoint.port))],identities:[...scanner===void 0?
[]:[options.credential===void 0?scanner:{...scanner,credential:options.credential}],...(options.as??[]).map(parseIdentity)],verification,...options.expect===void 0?
{}:{expect:options.expect},...vendor===void 0?{}:{vendor},...options.profiles===void 0?{}:{profiles:options.profiles}}},verificationFrom=options=>{let verification=Verification.
safeParse({ca:options.ca,pin:options.pin,clientCert:options.clientCert,clientKey:options.clientKey});if(!verification.success)throw new UserError(`--pin ${JSON.
stringify(options.pin)} is not a pin.`,["Write sha256/ and the base64 SHA-256 of the public key, 44 characters."]);if(options.clientCert===void 0!=(options.clientKey===
void 0))throw new UserError("--client-cert and --client-key go together: give both or neither.");return definedOnly(verification.data)},definedOnly=value=>Verification.
parse(Object.fromEntries(Object.entries(value).filter(([,v])=>v!==void 0))),checkName=(state,name)=>{let parsed=Name.safeParse(name);if(!parsed.success)throw new UserError(
`${JSON.stringify(name)} cannot be a target's name.`,[`A name is ${parsed.error.issues[0]?.message??"shorter"}.`]);if(liveTargets(state).some(target=>target.name===
name))throw new UserError(`There is already a target named ${name}.`,[`Look at it with: dbvet target show ${name}`]);return name},kindOf=place=>place!==void 0&&
isConnectionUrl(place)?"database":"application",databaseNamed=(state,name)=>{let found=findTarget(state,name);if(found.kind!=="database")throw new UserError(`${found.
name} is of kind ${found.kind}, not a database.`);return found.id},checkLinks=(kind,{of,uses})=>{if(of!==void 0&&kind!=="backup")throw new UserError(`--of is fo\
r backups, and this is of kind ${kind}.`,["Give --kind backup, or name databases with --uses for an application or an infrastructure."]);if(uses!==void 0&&kind!==
"application"&&kind!=="infrastructure")throw new UserError(`--uses is for applications and infrastructures, and this is of kind ${kind}.`,kind==="backup"?["Name\
 the databases with --of."]:[])},newTarget=(state,identified,place,options)=>{if(place===void 0&&options.kind===void 0)throw new UserError(`What is ${plainText(
identified.name,80)}? Give its URL, or say its kind.`,[`A database: dbvet target add ${plainText(identified.name,80)} postgres://USER@HOST:5432/DATABASE`,`Anyth\
ing else: dbvet target add ${plainText(identified.name,80)} --kind vendor (or application, infrastructure, backup)`]);let target=build(state,identified,place,options);
return checkName(state,identified.name),target},build=(state,identified,place,options)=>{let linked=names=>(names??[]).map(name=>databaseNamed(state,name)),vendor=options.
vendor===void 0?void 0:findTarget(state,options.vendor);if(vendor!==void 0&&vendor.kind!=="vendor")throw new UserError(`${vendor.name} is a ${vendor.kind}, not \
a vendor.`);let kind=options.kind??kindOf(place);checkLinks(kind,options),place!==void 0&&kind!=="database"&&checkPlace(place);let profiles=options.profiles===void 0?
{}:{profiles:options.profiles};switch(kind){case"database":if(place===void 0)throw new UserError("A database target needs its URL.",["For example: dbvet target \
add prod postgres://dbvet@db.example.com:5432/shop --ca ca.pem --password-env PROD_PW"]);return databaseFrom(identified,place,options,vendor?.id);case"applicati\
on":return{...identified,kind,uses:linked(options.uses),...place===void 0?{}:{path:place},...profiles};case"infrastructure":return{...identified,kind,hosts:linked(
options.uses),...place===void 0?{}:{path:place},...profiles};case"backup":return{...identified,kind,of:linked(options.of),...place===void 0?{}:{location:place},
...profiles};case"vendor":return{...identified,kind,...place===void 0?{}:{service:place},...profiles};case"organisation":throw new UserError("A workspace has on\
e organisation, made by dbvet init.")}};var changeTarget=(target,options)=>{if(target.kind!=="database")throw new UserError(`${target.name} is of kind ${target.kind}: it has no connection to change.`);
let given=verificationFrom(options),{credential}=options;if(Object.keys(given).length===0&&credential===void 0)throw new UserError("Say what to change.",[`For e\
xample: dbvet target change ${target.name} --ca ca.pem --password-env PROD_PW`]);if(credential!==void 0&&target.identities.every(({role})=>role!=="scanner"))throw new UserError(
`${target.name} has no scanner login that a password could belong to.`,["Name the user when the target is added: postgres://USER@HOST:5432/DATABASE"]);return{...target,
verification:{...target.verification,...given},identities:target.identities.map(identity=>identity.role==="scanner"&&credential!==void 0?{...identity,credential}:
identity)}};var describeTarget=(target,state)=>{let linked=(verb,ids)=>ids.length===0?[]:[`${verb} ${ids.map(id=>state.targets[id]?.name??id).join(", ")}`];switch(target.kind){case"\
database":return[`${target.engine} at ${target.endpoints.map(endpointName).join(", ")}`,...target.platform===void 0?[]:[`on ${target.platform}`],...target.identities.
map(identity=>`${identity.role} ${identity.user}/${identity.database}`)].join(", ");case"application":case"infrastructure":return[`${target.kind}${target.path===
void 0?"":` in ${target.path}`}`,...target.kind==="application"?linked("uses",target.uses):linked("hosts",target.hosts)].join(", ");case"backup":return["backup",
...linked("of",target.of),...target.location===void 0?[]:[`at ${target.location}`]].join(" ");case"vendor":case"organisation":return target.kind}},credentialText=source=>{
switch(source?.from){case"env":return`password from ${source.variable}`;case"command":return"password from a command";case"prompt":return"password asked for";case"\
pgpass":case void 0:return"password from ~/.pgpass"}},targetRows=(target,state)=>{let named=id=>state.targets[id]?.name??id,links=(label,ids)=>ids.length===0?[]:
[[label,ids.map(named).join(", ")]],common=[...target.profiles===void 0?[]:[["Profiles",target.profiles.join(", ")]],["Added",target.createdAt],...target.retiredAt===
void 0?[]:[["Retired",target.retiredAt]],["Id",target.id]];switch(target.kind){case"database":{let{ca,pin,clientCert}=target.verification;return[["Kind",`databa\
se, ${target.engine}`],...target.platform===void 0?[]:[["Platform",target.platform]],...target.vendor===void 0?[]:[["Vendor",named(target.vendor)]],...target.endpoints.
map(one=>["Endpoint",`${endpointName(one)} (${one.role})`]),...target.identities.map(({role,user,database,credential})=>["Login",`${role}: ${user} on database ${database}\
, ${role==="scanner"?credentialText(credential):"never logged in"}`]),["Trusts",pin??ca??"the public roots that Node.js brings"],...clientCert===void 0?[]:[["Sh\
ows",clientCert]],...target.expect===void 0?[]:[["Reach",`expected to be ${target.expect}`]],...common]}case"application":case"infrastructure":return[["Kind",target.
kind],...target.path===void 0?[]:[["Path",target.path]],...target.kind==="application"?links("Uses",target.uses):links("Hosts",target.hosts),...common];case"bac\
kup":return[["Kind","backup"],...target.location===void 0?[]:[["Location",target.location]],...links("Backs up",target.of),...common];case"vendor":return[["Kind",
"vendor"],...target.service===void 0?[]:[["Service",target.service]],...common];case"organisation":return[["Kind","organisation"],...common]}};var withProject=async(globals,action)=>{let project=await openProject(globals);try{return await action(project)}finally{await project.store.flush()}},checkCaFile=async path=>{
if(path===void 0)return;let text;try{text=await readFile(path,"utf8")}catch(error){let{what,next}=saidOf(error);throw new UserError(`The CA file ${path} could n\
ot be read: ${what}.`,[next,"The path is the one given with --ca."],exitCode.unfinished)}let blocks=text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)??
[],broken=blocks.findIndex(block=>{try{return new X509Certificate(block),!1}catch{return!0}});if(blocks.length===0||broken>=0)throw new UserError(blocks.length===
0?`${path} holds no certificate in PEM form.`:`Certificate ${broken+1} in ${path} cannot be parsed.`,["Give the PEM file of the CA: it begins with -----BEGIN CE\
RTIFICATE-----."])},addTarget=async(name,place,options,globals)=>{let{kind,vendor,uses,of,profile,...connection}=options,given={kind,vendor,uses,of,profiles:profile},
targetOptions={...toTargetOptions(connection),...Object.fromEntries(Object.entries(given).filter(([,value])=>value!==void 0))};await withProject(globals,async project=>{
let state=await project.store.state(),identified={id:project.newTargetId(),name,createdAt:project.clock().toISOString()},where=place!==void 0&&isLocalPath(kind,
place)?resolve(place):place;await checkCaFile(targetOptions.ca);let target=newTarget(state,identified,where,targetOptions);await record(project,[{kind:"target",
key:target.id,after:target}]);let output=processOutput(process);globals.json===!0?output.json(target):(output.line(`Added ${target.name}: ${describeTarget(target,
state)}.`),target.kind==="database"&&!canProbe(target)&&output.line(`This dbvet has no probes for ${target.engine} yet; its questions can be answered.`),output.
line(canProbe(target)?`Next: dbvet probe ${target.name}`:"Next: dbvet assess"))})},listTargets=async globals=>withProject(globals,async project=>{let state=await project.
store.state(),targets=liveTargets(state),output=processOutput(process);globals.json===!0?output.json({targets}):output.table(targets.map(target=>[target.name,target.
kind,describeTarget(target,state)]))}),showTarget=async(name,globals)=>withProject(globals,async project=>{let state=await project.store.state(),target=findTarget(
state,name),output=processOutput(process);if(globals.json===!0){output.json(target);return}output.line(output.style.bold(target.name)),output.table(targetRows(target,
state).map(([label,text])=>[`  ${label}`,text]))}),changeConnection=async(name,options,globals)=>{let given=toTargetOptions(options);await withProject(globals,async project=>{
await checkCaFile(given.ca);let after=changeTarget(findTarget(await project.store.state(),name),given);await record(project,[{kind:"target",key:after.id,after}]);
let output=processOutput(process);globals.json===!0?output.json(after):(output.line(`Changed ${after.name}.`),output.line(`Next: dbvet ${canProbe(after)?`probe ${after.
name}`:"assess"}`))})},renameTarget=async(name,newName,globals)=>withProject(globals,async project=>{let state=await project.store.state(),target=findTarget(state,
name);await record(project,[{kind:"target",key:target.id,after:{...target,name:checkName(state,newName)}}]),processOutput(process).line(`${target.name} is now ${newName}\
.`)}),retireTarget=async(name,globals)=>withProject(globals,async project=>{let target=findTarget(await project.store.state(),name);if(target.kind==="organisati\
on")throw new UserError("The organisation cannot be retired.");await record(project,[{kind:"target",key:target.id,after:{...target,retiredAt:project.clock().toISOString()}}]),
processOutput(process).line(`${target.name} is retired: its record stays, it is assessed no longer.`)});export{isConnectionUrl,databaseFrom,withProject,checkCaFile,addTarget,listTargets,showTarget,changeConnection,renameTarget,retireTarget};
