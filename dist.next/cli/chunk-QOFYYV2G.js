import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var rank={critical:4,high:3,medium:2,low:1,info:0},atLeast=(severity,threshold)=>rank[severity]>=rank[threshold],bySeverity=(a,b)=>rank[b]-rank[a],severityWeight=severity=>rank[severity];var isUnwanted=({state,requirement})=>state==="unknown"&&requirement==="optional";export{atLeast,bySeverity,severityWeight,isUnwanted};
