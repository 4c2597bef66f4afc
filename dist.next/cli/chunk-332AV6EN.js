import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{UserError}from"./chunk-IRGQQAC3.js";var canProbe=target=>target.kind==="database"&&target.engine==="postgresql",probeable=target=>{if(canProbe(target))return target;throw new UserError(target.kind===
"database"?`${target.name}: this dbvet probes PostgreSQL only, and this is ${target.engine}.`:`${target.name} is of kind ${target.kind}: there is nothing to con\
nect to.`,["Its questions can be answered with: dbvet assess"])};export{canProbe,probeable};
