import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var harmless=[/^(?:true|false|yes|no|on|off|null|nil|none|undefined|required|optional|enabled|disabled|always|never|set|unset|unknown|rotated|stored|hashed|encrypted)[.,;:)]*$/i,
/^(?:scram(?:-sha-\d+)?|md5|sha-?\d+|aes-?\d+|bcrypt|argon2\w*|pbkdf2|oauth-?2?|saml2?|tls[\d.v]*)(?:-\w+)?[.,;:)]*$/i,/^\[redacted\b/i,/^(?:\*+|x{3,}|•+|\.{3,}|…+|-+|_+|#+|\(?(?:hidden|masked|redacted|sensitive(?: value)?)\)?)$/i,
/^(?:\$[{(\w]|\{\{|<[^>]*>?$|%[\w.-]+%$|!\w|@\w+\.\w+\(|ENC\[)/,/^(?:arn|vault|env|file|ref|secretref|aws-sm|ssm|op|kms|secretsmanager|https?):/i,/^(?:\/[\w.-]+){2,}$/,
/^projects\/[\w/.-]+$/,/^(?:process\.env|os\.environ|os\.getenv|getenv|var\.|local\.|data\.|module\.)/],isPlaceholder=value=>{let trimmed=value.trim().replace(/[ \t]{1,40}(?:#|;|--|\/\/).*$/,
"");return trimmed===""||trimmed.length<=300&&harmless.some(p=>p.test(trimmed))};var bounds=/-----(?<edge>BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g,keyLine=/^(?:[ \t]*(?:[\w+/=\\]{1,200}|[A-Za-z-]{1,40}: [^\r\n]{0,200}|>[ \t]?))?[ \t]*$/;var openEnd=(text,from,limit)=>{let at=from;for(let lines=0;lines<300&&at<limit;lines+=1){let newline=text.indexOf(`
`,at),end=newline<0||newline>limit?limit:newline,line=text.slice(at,Math.min(end,at+2e4));if(lines>0&&!keyLine.test(line.replace(/\r$/,"").slice(0,400)))break;at=
end,newline>=0&&newline<limit&&(at+=1)}return text[at-1]===`
`&&at>from?at-1:at},privateKeys=text=>{let marks=[...text.matchAll(bounds)];return marks.flatMap((mark,index)=>{if(mark.groups?.edge!=="BEGIN")return[];let inside=mark.
index+mark[0].length,next=marks[index+1],end=next?.groups?.edge==="END"?next.index+next[0].length:openEnd(text,inside,next?.index??text.length);return[{kind:"pr\
ivate key",start:mark.index,end}]})};var word=["(?:pass(?:word|wd|phrase|wort)","pwd","(?:db|user|admin|root|mysql|pg|redis|smtp|mail|ldap|service)_?pass","(?:secret|api|access|account|encryption|p\
rivate|signing|master|license)[_-]?key","secret(?:[_-]?(?:string|access[_-]?key))?","(?:auth|access|refresh|api|bearer|session|security)[_-]?token","(?<![a-z])t\
oken","redis(?:cli)?_auth",String.raw`(?<!\w)_auth)`].join("|"),quoted=String.raw`(?:\\"(?<a>[^"\\\r\n]+)|\\'(?<b>[^'\\\r\n]+)|"(?<c>(?:[^"\\\r\n]|\\[^\r\n])+)|'(?<d>(?:[^'\\\r\n]|''|\\[^\r\n])+))`,
rule=(kind,source,flags="")=>({kind,pattern:new RegExp(source,`gd${flags}`)}),doubtful=(kind,source,flags="")=>({...rule(kind,source,flags),doubtful:!0}),password="\
password or key",shaped=[doubtful("password in a URL",String.raw`(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'<>]{0,128}:(?!\d{1,5}(?:[/?#]|\s|$))(?<secret>[^\s"'<>\x60]{1,512})@(?=[\w[%.*$-])`,
"i"),rule("JSON web token",String.raw`(?<![\w-])(?<secret>eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){1,3})`),rule("SCRAM verifier",String.raw`(?<secret>SCRAM-SHA-256\$\d{1,9}:[\w+/=]{8,200}\$[\w+/=]{20,200}:[\w+/=]{20,200})`),
rule("MD5 password hash",String.raw`(?<![\w])(?<secret>md5[0-9a-f]{32})(?![0-9a-f])`),rule("MySQL password hash",String.raw`(?<![\w*])(?<secret>\*[0-9A-F]{40})(?![0-9A-F])`),
rule("MySQL password hash",String.raw`(?<secret>\$A\$005\$[^\r\n'"]{20,100})`),rule("Bearer token",String.raw`\bbearer[ \t]{1,8}(?<secret>[\w.~+/=-]{16,})`,"i"),
rule("credentials in an HTTP header",String.raw`\bauthorization\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?(?:basic|digest|negotiate|token|apikey)[ \t]{1,8}(?<secret>[^\r\n"'\\]{6,})`,
"i"),rule("signature of a shared link",String.raw`[?&;](?:sig|x-amz-signature|x-goog-signature|signature)=(?<secret>[\w%+/=.-]{16,})`,"i"),rule("access token",String.
raw`(?<![\w-])(?<secret>(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|sk_(?:live|test)_\w{16,}|dop_v1_\w{32,}|hv[sbr]\.[\w-]{20,}|sbp_\w{20,}|sb_secret_\w{16,}|napi_\w{20,}|AGE-SECRET-KEY-1\w{20,}|AIza[\w-]{30,}))`),
rule("password in SQL",String.raw`\b(?:password|identified[ \t\r\n]{1,8}(?:with[ \t\r\n]{1,8}[\w"'\x60]{1,64}[ \t\r\n]{1,8})?(?:by|as))[ \t\r\n]{1,8}(?:password[ \t]{1,8})?(?:E|U&)?(?:'(?<secret>(?:[^'\r\n]|'')+)|\$(?<tag>\w{0,32})\$(?<e>[^$\r\n]+)|"(?<f>[^"\r\n]+))`,
"i"),rule("password in a .pgpass line",String.raw`^(?:[\w.*\-/[\]]|\\:){1,255}:(?:\*|\d{3,5}):(?:[^\s:\\]|\\.){1,64}:(?:[^\s:\\]|\\.){1,64}:(?<secret>[^\r\n]+)`,
"m"),rule("password on a command line",String.raw`\b(?:mysql|mariadb)(?:-?dump|-?admin)?(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}-p(?<secret>[^\s-][^\s]*)`),rule(
"password on a command line",String.raw`\b(?:redis|valkey)-cli(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}(?:-a|--pass)[ \t]{1,4}(?<secret>[^\s]+)`),rule("passwo\
rd on a command line",String.raw`\bcurl(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}(?:-u|--user)[ \t]{1,4}["']?[^\s:"']{1,128}:(?<secret>[^\s"']+)`),rule("Redis \
password",String.raw`^[ \t]*(?:requirepass|masterauth)[ \t]+"?(?<secret>[^\s"]+)`,"im"),rule("Redis password",String.raw`\b(?:user|setuser)[ \t]{1,4}[^\s]{1,64}(?=[ \t][^\r\n]{0,400}\bon\b)(?:[ \t]{1,4}[^\s>]{1,64}){0,20}?[ \t]{1,4}(?:>|#(?=[0-9a-f]{64}))(?<secret>[^\s]+)`,
"i")],named=[doubtful(password,String.raw`${word}\\?["'\x60]?[ \t]{0,20}(?:=>|:=|[:=])[ \t]{0,20}(?:[EU]&?)?${quoted}`,"i"),doubtful(password,String.raw`^[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)?[\w.-]{0,80}${word}[ \t]*=[ \t]*(?<secret>[^\s"'][^\r\n]*)`,
"im"),doubtful(password,String.raw`${word}=(?<secret>[^\s"'&;,]+)`,"i"),doubtful(password,String.raw`^[ \t]*(?:-[ \t]+)?["']?[\w.-]{0,80}${word}["']?[ \t]*:[ \t]*(?<secret>[^\s"'|>{[&*!#,][^\s,]{2,})(?=[ \t,]{0,40}(?:\r?$|[ \t]#))`,
"im"),doubtful(password,String.raw`${word}[ \t]*:[ \t]*[|>][+-]?[ \t]*\r?\n[ \t]+(?<secret>[^\r\n]+)`,"i"),doubtful(password,String.raw`${word}[ \t]{0,4}(?:[:=]|->|\bis\b|\bwas\b)[ \t]{0,4}(?=[^\s]{0,200}[a-z])(?=[^\s]{0,200}[\d!$%^&*+=#@])(?<secret>[^\s"'(<[{][^\s"']{5,})`,
"i"),doubtful(password,String.raw`<[\w:.-]{0,80}${word}(?:[ \t][^<>\r\n]{0,200})?>(?<secret>[^<\r\n]+)(?=<\/)`,"i"),doubtful(password,String.raw`\bname\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?[\w.-]{0,80}${word}\\?["']?,?\s{0,60}\\?["']?value\\?["']?[ \t]{0,8}[:=][ \t]{0,8}(?:${quoted}|(?<secret>[^\s"'{[]+))`,
"i")],secretRules=[...shaped,...named];var matches=(text,{kind,pattern,doubtful:doubtful2})=>{let found=[];for(let match of text.matchAll(pattern)){let{secret,a,b,c,d,e,f}=match.indices?.groups??{},place=secret??
a??b??c??d??e??f;if(place===void 0)continue;let[start,end]=place,value=text.slice(start,Math.min(end,start+400));value.startsWith("[redacted:")||doubtful2===!0&&
isPlaceholder(value)||found.push({kind,start,end})}return found},disjoint=found=>{let whole=[];for(let next of found.toSorted((a,b)=>a.start-b.start)){let last=whole.
at(-1);last===void 0||next.start>=last.end?whole.push(next):next.end>last.end&&(whole[whole.length-1]={...last,end:next.end})}return whole},findSecrets=text=>disjoint(
[...privateKeys(text),...secretRules.flatMap(rule2=>matches(text,rule2))]);export{disjoint,findSecrets};
