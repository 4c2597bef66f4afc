import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{UserError}from"./chunk-IRGQQAC3.js";var clockFrom=env=>{let fixed=env.DBVET_NOW;if(fixed===void 0||fixed==="")return{clock:()=>new Date,fixed:!1};let instant=/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.
test(fixed)?Date.parse(fixed):Number.NaN;if(Number.isNaN(instant))throw new UserError(`DBVET_NOW is not an instant: ${JSON.stringify(fixed)}.`,["Write it as 202\
6-11-22T12:00:00Z, or unset it."]);return{clock:()=>new Date(instant),fixed:!0}};export{clockFrom};
