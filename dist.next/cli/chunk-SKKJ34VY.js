import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var textOf=runs=>runs.map(r=>r.type==="text"?r.text:r.type==="break"?" ":"").join("").trim();var chips={met:{sign:"\u2714",word:"met",tone:"good"},partly:{sign:"\u25D0",word:"partly",tone:"partly"},"not-met":{sign:"\u2716",word:"not met",tone:"bad"},"no\
t-applicable":{sign:"\u2013",word:"not applicable",tone:"muted"},unknown:{sign:"?",word:"unknown",tone:"unknown"},contradicted:{sign:"\u26A0",word:"contradicted",
tone:"disputed"},pass:{sign:"\u2714",word:"pass",tone:"good"},fail:{sign:"\u2716",word:"fail",tone:"bad"},error:{sign:"!",word:"error",tone:"unknown"},accepted:{
sign:"\u25C7",word:"accepted",tone:"muted"},stale:{sign:"\u25F7",word:"stale",tone:"partly"},expired:{sign:"\u2716",word:"expired",tone:"bad"},"not-yet":{sign:"\
\u25F7",word:"not yet valid",tone:"partly"},"not-counted":{sign:"\u2716",word:"does not count",tone:"bad"},open:{sign:"\u26A0",word:"open",tone:"disputed"},resolved:{
sign:"\u2714",word:"resolved",tone:"good"},valid:{sign:"\u2714",word:"valid",tone:"good"},critical:{sign:"\u25C6",word:"critical",tone:"critical"},high:{sign:"\u25B2",
word:"high",tone:"high"},medium:{sign:"\u25A0",word:"medium",tone:"medium"},low:{sign:"\u25CF",word:"low",tone:"low"},info:{sign:"\u25CB",word:"info",tone:"info"}},
chipText=id=>`${chips[id].sign} ${chips[id].word}`,ids=new Map;for(let id of Object.keys(chips))ids.set(chipText(id),id);var chipOf=text=>ids.get(text);export{textOf,chips,chipText,chipOf};
