import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{nearest}from"./chunk-4HJYXBUQ.js";import{UserError}from"./chunk-IRGQQAC3.js";var liveTargets=state=>Object.values(state.targets).filter(target=>target.retiredAt===void 0).sort((a,b)=>a.name<b.name?-1:1),findTarget=(state,name)=>{let live=liveTargets(
state),found=live.find(target=>target.name===name||target.id===name);if(found!==void 0)return found;let near=nearest(name,live.map(target=>target.name));throw new UserError(
`There is no target named ${JSON.stringify(name)}.`,[near===void 0?`Targets here: ${live.map(target=>target.name).join(", ")||"none yet"}.`:`Did you mean ${near}\
?`])},onlyTarget=(state,kind)=>{let[first,...others]=liveTargets(state).filter(target=>target.kind===kind);if(first===void 0)throw new UserError(`This workspace\
 has no ${kind} target yet.`,["Add one with: dbvet target add NAME URL"]);if(others.length>0)throw new UserError(`There are several ${kind} targets: say which w\
ith --target NAME.`,[`Targets: ${[first,...others].map(target=>target.name).join(", ")}.`]);return first};export{liveTargets,findTarget,onlyTarget};
