import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var distance=(a,b)=>{let previous2=[],previous=Array.from({length:b.length+1},(_,i)=>i);for(let i=1;i<=a.length;i++){let row=[i];for(let j=1;j<=b.length;j++){let cost=a[i-
1]===b[j-1]?0:1,best=Math.min((row[j-1]??0)+1,(previous[j]??0)+1,(previous[j-1]??0)+cost);i>1&&j>1&&a[i-1]===b[j-2]&&a[i-2]===b[j-1]&&(best=Math.min(best,(previous2[j-
2]??0)+1)),row.push(best)}previous2=previous,previous=row}return previous[b.length]??a.length},nearest=(word,known)=>{let lower=word.toLowerCase().slice(0,64),limit=Math.
max(1,Math.floor(lower.length/3)),best;for(let name of known){let steps=distance(lower,name.toLowerCase());steps<=limit&&(best===void 0||steps<best.steps)&&(best=
{name,steps})}return best?.name};export{nearest};
