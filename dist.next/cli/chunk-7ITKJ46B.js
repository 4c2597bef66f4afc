import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var unsafe=/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,mark=character=>`\\u{${(character.codePointAt(0)??0).
toString(16)}}`,printableText=text=>text.replace(unsafe,character=>character===`
`||character==="	"?character:mark(character)),plainText=(text,max=400)=>{let flat=printableText(text.replace(/[\r\n\t]+/g," ")),characters=Array.from(flat);return characters.
length<=max?flat:`${characters.slice(0,max-1).join("")}\u2026`},printableJson=value=>JSON.stringify(value,null,2).replace(unsafe,character=>character===`
`?character:`\\u${(character.codePointAt(0)??0).toString(16).padStart(4,"0")}`);export{printableText,plainText,printableJson};
