import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var severities=["critical","high","medium","low","info"],targetKinds=["organisation","vendor","database","application","infrastructure","backup"],platforms=["aw\
s-rds","aws-aurora","google-cloud-sql","azure-flexible-server","digitalocean","aiven","heroku","supabase","neon","cloudnative-pg","self-managed"];export{severities,targetKinds,platforms};
