import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var steps=["statement","screenshot","record","export","re-performed"],strengthWords={statement:"a statement",screenshot:"a screenshot",record:"a record",export:"\
an export","re-performed":"a re-performed test",attestation:"an attestation",agreement:"an agreement"},accepts=(control,kind)=>control.evidence.includes(kind.id)||
kind.inPlaceOf.some(id=>control.evidence.includes(id)),acceptedKinds=(control,kinds)=>[...control.evidence.flatMap(id=>kinds.find(kind=>kind.id===id)??[]),...kinds.
filter(kind=>!control.evidence.includes(kind.id)&&accepts(control,kind))],weakness=(kind,control,kinds)=>{let own=steps.indexOf(kind.strength);if(own<0)return;let best=Math.
max(...acceptedKinds(control,kinds).map(k=>steps.indexOf(k.strength))),stronger=steps[best];return stronger===void 0||best<=own?void 0:`${strengthWords[kind.strength]}\
: weaker than ${strengthWords[stronger]}`};export{strengthWords,accepts,acceptedKinds,weakness};
