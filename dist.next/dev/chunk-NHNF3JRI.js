import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var dayOf=instant=>new Date(instant).toISOString().slice(0,10),daysBetween=(from,to)=>Math.round((Date.parse(dayOf(to))-Date.parse(dayOf(from)))/864e5),addDays=(from,days)=>new Date(
Date.parse(dayOf(from))+days*864e5).toISOString().slice(0,10);export{dayOf,daysBetween,addDays};
