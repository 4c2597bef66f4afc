import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{evaluate,record}from"./chunk-FFCJAQ4Z.js";import{effectiveProfile,waiverOf}from"./chunk-4SSOOD5Q.js";import{findTarget}from"./chunk-7INJYC6Z.js";
import{nearest}from"./chunk-4HJYXBUQ.js";import{UserError}from"./chunk-IRGQQAC3.js";var waiveFailure=async(project,input)=>{let state=await project.store.state(),target=findTarget(state,input.target),known=project.checks.map(check=>check.id);if(!known.
includes(input.check)){let near=nearest(input.check,known);throw new UserError(`There is no check ${JSON.stringify(input.check)}.`,[near===void 0?"List them wit\
h: dbvet probe --list":`Did you mean ${near}?`])}let waiver=waiverOf(await evaluate(project,state),{...input,target:target.id,by:await project.by(),now:project.
clock().toISOString(),approverIsNotAuthor:effectiveProfile(project.content,target.profiles??state.settings.profiles).approverIsNotAuthor});return await record(project,
[{kind:"waiver",key:waiver.id,after:waiver}],waiver.reason),waiver};export{waiveFailure};
