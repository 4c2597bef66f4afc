import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var controlsOf=content=>content.questionnaires.flatMap(q=>q.controls),questionsOf=content=>content.questionnaires.flatMap(q=>q.questions),citedFrameworks=(content,chosen)=>content.
frameworks.filter(f=>chosen===void 0?f.cite:chosen.includes(f.id)),scopingOf=content=>content.questionnaires.filter(({kind})=>kind==="organisation").flatMap(({questions})=>questions.
filter(({fact})=>fact!==void 0));export{controlsOf,questionsOf,citedFrameworks,scopingOf};
