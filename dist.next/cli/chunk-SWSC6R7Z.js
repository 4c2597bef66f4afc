import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{endpointName}from"./chunk-XIQIQSSR.js";var mostSaid=texts=>{let counts=new Map;for(let text of texts)counts.set(text,(counts.get(text)??0)+1);return[...counts].reduce((best,one)=>one[1]>best[1]?one:best,
["",0])[0]},quoted=(name="\u2026")=>`"${name.replaceAll('"','""')}"`,passwordHint=({scanner,target})=>{let source=scanner?.credential??{from:"pgpass"};switch(source.
from){case"env":return`Check ${source.variable}.`;case"command":return"Check what the password command prints as its first line.";case"pgpass":return`Check the \
line of ${target.name} in ~/.pgpass.`;case"prompt":return"Probe again and type it anew."}},loginHint=one=>one.source==="SQLSTATE 28P01"?passwordHint(one):one.source===
"SQLSTATE 3D000"?"Check the database name in the URL.":one.source==="SQLSTATE 28000"?"Check that the role may log in, and that a rule of pg_hba.conf (or of the \
provider) lets it in from this machine.":"Check the user, the database and the password.",secretHint=({scanner,recorded,target})=>{if(scanner===void 0)return`Wr\
ite the scanner\u2019s user into the URL: postgres://USER@${endpointName(target.endpoints[0]??{host:"HOST",port:5432})}/DATABASE.`;let source=scanner.credential;
return source?.from==="env"?`${source.variable} is not set, or empty: export it and probe again.`:source?.from==="command"?"Run the password command by hand: it\
s first line must be the password.":source?.from==="prompt"?"Probe from a terminal, so that dbvet can ask for it.":`~/.pgpass has no line for it: add one, or na\
me a variable with ${recorded?`dbvet target change ${target.name} `:""}--password-env VARIABLE.`},whyUnverified=({detail})=>{let why=detail.replace(/^the password was withheld: (the certificate does not verify: )?/,
"");return why===""?"":` (${why})`},trustHint=({recorded,target,detail})=>{if(detail.includes("EXPIRED"))return"Renew the certificate on the server.";let way=recorded?
`dbvet target change ${target.name} --ca FILE`:"--ca FILE";return target.verification.pin!==void 0?"Check the pin: was the key of the server or of its CA change\
d on purpose?":target.verification.ca===void 0?`Give the CA with ${way}.`:`Check that ${target.verification.ca} is the CA of this server and that the host name \
is right; another CA: ${way}.`},sentences={"name-not-resolved":({place})=>({text:`the name in ${place} leads to no address`,next:"Is it spelt right, and does it\
 need a VPN or a private DNS?"}),"connection-refused":one=>one.source?.startsWith("SQLSTATE")!==!0?{text:`${one.place} refused the connection`,next:"Is the serv\
er running, is the port right?"}:{text:one.detail,next:"Probe again when it has settled."},"connection-timeout":({place})=>({text:`${place} did not answer`,next:"\
Is a firewall in between, does the server run, must this machine be on an allow-list?"}),"connection-closed":({place})=>({text:`${place} closed the connection`,
next:"Look into the server\u2019s log, and whether a proxy or an allow-list ends connections from here."}),"tls-handshake-failed":({place,detail})=>({text:`no T\
LS connection to ${place} came about (${detail}), so nobody logged in`,next:"Switch TLS on at the server, or check its certificate and protocol settings."}),"ce\
rtificate-not-verified":one=>({text:`the certificate of ${one.place} could not be verified, so the password was withheld${whyUnverified(one)}`,next:trustHint(one)}),
"authentication-failed":one=>({text:one.detail,next:loginHint(one)}),"no-credentials":one=>({text:one.detail.replace(/\.$/,""),next:secretHint(one)}),"permissio\
n-denied":({detail,scanner})=>({text:detail,next:`Let the scanner connect: GRANT CONNECT ON DATABASE ${quoted(scanner?.database)} TO ${quoted(scanner?.user)};`}),
"hidden-by-provider":({place})=>({text:`the provider shows nothing of ${place}`,next:"Look into the provider\u2019s console, and answer the questions."}),"timed\
-out":({place})=>({text:`${place} took longer than the time for this target`,next:"Give it more with --timeout MS."}),"limit-exceeded":({place})=>({text:`${place}\
 sent more than dbvet reads`,next:"Check that it is the database you mean."}),"unexpected-reply":({place,detail})=>({text:`${place} answered in a way that dbvet\
 does not understand (${detail})`,next:"Is it a PostgreSQL server, and is the port right?"}),"unsupported-version":({target,detail})=>({text:detail===""?`dbvet \
has no probes for ${target.engine}`:detail,next:"Answer its questions: dbvet assess"}),"client-cannot-offer":({detail})=>({text:detail,next:"Probe from another \
machine."}),"file-unreadable":({detail})=>({text:detail,next:"Check the path and its permissions."}),"file-invalid":({detail})=>({text:detail,next:"Give a file \
in PEM form."}),offline:({place})=>({text:`${place} was not contacted, because of --offline`,next:"Leave out --offline to probe it."}),cancelled:()=>({text:"the\
 probe was cancelled",next:"What was seen is kept."}),"internal-error":()=>({text:"dbvet failed while it looked, which is a bug of dbvet",next:"Please report it\
 with the output of --json --verbose."})},explainRun=(target,report,{recorded=!0}={})=>{let{reason}=report;if(report.status==="complete"||reason===void 0)return;
let found=report.findings.filter(f=>f.reason===reason&&(f.outcome==="unknown"||f.outcome==="error")),said=mostSaid(found.map(f=>f.observed)),speaker=found.find(
f=>f.observed===said),[first]=target.endpoints;return sentences[reason]({target,place:speaker?.endpoint??(first===void 0?target.name:endpointName(first)),scanner:target.
identities.find(({role})=>role==="scanner"),detail:said.replace(/^Could not be seen: /,""),source:speaker?.source,recorded})};export{explainRun};
