import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{compareVendors,responsibilitiesOf}from"./chunk-4SSOOD5Q.js";import{findTarget,liveTargets}from"./chunk-7INJYC6Z.js";import{UserError}from"./chunk-IRGQQAC3.js";var addVendorStep="Add one with: dbvet target add NAME --kind vendor",chosenVendors=(state,names)=>{let vendors=liveTargets(state).filter(t=>t.kind==="vendor");
if(vendors.length===0)throw new UserError("This workspace has no vendor yet.",[addVendorStep,"Then answer the questions about it: dbvet assess"]);if(names.length===
0)return vendors.map(t=>t.id);let chosen=names.map(name=>{let target=findTarget(state,name);if(target.kind==="vendor")return target.id;throw new UserError(`${target.
name} is of kind ${target.kind}; only vendors are compared.`,[`Vendors: ${vendors.map(t=>t.name).join(", ")}.`])});return[...new Set(chosen)]},compareVendors2=(evaluation,options={})=>compareVendors(
evaluation,options),vendorDuties=(content,evaluation,vendors)=>responsibilitiesOf(content,evaluation,vendors);export{addVendorStep,chosenVendors,compareVendors2 as compareVendors,vendorDuties};
