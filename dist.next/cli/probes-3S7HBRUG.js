import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
import{textFor}from"./chunk-VGJGPQDM.js";import{endpointName}from"./chunk-XIQIQSSR.js";import{daysBetween}from"./chunk-NHNF3JRI.js";import{findingKey,
grantWithCaution}from"./chunk-DTJB5REZ.js";import{plainText}from"./chunk-7ITKJ46B.js";import"./chunk-X6ECIUES.js";import"./chunk-FJRS23W3.js";
import{_enum,array,boolean,int,number,object,strictObject,string,unknown}from"./chunk-V3WZMUYQ.js";import{saidOf}from"./chunk-5RQW43GQ.js";import{UserError}from"./chunk-IRGQQAC3.js";
import"./chunk-CPDTRZ6C.js";import{__commonJS,__require,__toESM}from"./chunk-OSKRSO5H.js";var require_postgres_array=__commonJS({"node_modules/postgres-array/index.js"(exports){"use strict";exports.parse=function(source,transform){return new ArrayParser(
source,transform).parse()};var ArrayParser=class _ArrayParser{constructor(source,transform){this.source=source,this.transform=transform||identity,this.position=
0,this.entries=[],this.recorded=[],this.dimension=0}isEof(){return this.position>=this.source.length}nextCharacter(){var character=this.source[this.position++];
return character==="\\"?{value:this.source[this.position++],escaped:!0}:{value:character,escaped:!1}}record(character){this.recorded.push(character)}newEntry(includeEmpty){
var entry;(this.recorded.length>0||includeEmpty)&&(entry=this.recorded.join(""),entry==="NULL"&&!includeEmpty&&(entry=null),entry!==null&&(entry=this.transform(
entry)),this.entries.push(entry),this.recorded=[])}consumeDimensions(){if(this.source[0]==="[")for(;!this.isEof();){var char=this.nextCharacter();if(char.value===
"=")break}}parse(nested){var character,parser,quote;for(this.consumeDimensions();!this.isEof();)if(character=this.nextCharacter(),character.value==="{"&&!quote)
this.dimension++,this.dimension>1&&(parser=new _ArrayParser(this.source.substr(this.position-1),this.transform),this.entries.push(parser.parse(!0)),this.position+=
parser.position-2);else if(character.value==="}"&&!quote){if(this.dimension--,!this.dimension&&(this.newEntry(),nested))return this.entries}else character.value===
'"'&&!character.escaped?(quote&&this.newEntry(!0),quote=!quote):character.value===","&&!quote?this.newEntry():this.record(character.value);if(this.dimension!==0)
throw new Error("array dimension not balanced");return this.entries}};function identity(value){return value}}});var require_arrayParser=__commonJS({"node_modules/pg-types/lib/arrayParser.js"(exports,module){var array2=require_postgres_array();module.exports={create:function(source,transform){
return{parse:function(){return array2.parse(source,transform)}}}}}});var require_postgres_date=__commonJS({"node_modules/postgres-date/index.js"(exports,module){"use strict";var DATE_TIME=/(\d{1,})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(\.\d{1,})?.*?( BC)?$/,
DATE=/^(\d{1,})-(\d{2})-(\d{2})( BC)?$/,TIME_ZONE=/([Z+-])(\d{2})?:?(\d{2})?:?(\d{2})?/,INFINITY=/^-?infinity$/;module.exports=function(isoDate){if(INFINITY.test(
isoDate))return Number(isoDate.replace("i","I"));var matches=DATE_TIME.exec(isoDate);if(!matches)return getDate(isoDate)||null;var isBC=!!matches[8],year=parseInt(
matches[1],10);isBC&&(year=bcYearToNegativeYear(year));var month=parseInt(matches[2],10)-1,day2=matches[3],hour2=parseInt(matches[4],10),minute=parseInt(matches[5],
10),second=parseInt(matches[6],10),ms=matches[7];ms=ms?1e3*parseFloat(ms):0;var date,offset=timeZoneOffset(isoDate);return offset!=null?(date=new Date(Date.UTC(
year,month,day2,hour2,minute,second,ms)),is0To99(year)&&date.setUTCFullYear(year),offset!==0&&date.setTime(date.getTime()-offset)):(date=new Date(year,month,day2,
hour2,minute,second,ms),is0To99(year)&&date.setFullYear(year)),date};function getDate(isoDate){var matches=DATE.exec(isoDate);if(matches){var year=parseInt(matches[1],
10),isBC=!!matches[4];isBC&&(year=bcYearToNegativeYear(year));var month=parseInt(matches[2],10)-1,day2=matches[3],date=new Date(year,month,day2);return is0To99(
year)&&date.setFullYear(year),date}}function timeZoneOffset(isoDate){if(isoDate.endsWith("+00"))return 0;var zone=TIME_ZONE.exec(isoDate.split(" ")[1]);if(zone){
var type=zone[1];if(type==="Z")return 0;var sign=type==="-"?-1:1,offset=parseInt(zone[2],10)*3600+parseInt(zone[3]||0,10)*60+parseInt(zone[4]||0,10);return offset*
sign*1e3}}function bcYearToNegativeYear(year){return-(year-1)}function is0To99(num){return num>=0&&num<100}}});var require_mutable=__commonJS({"node_modules/xtend/mutable.js"(exports,module){module.exports=extend;var hasOwnProperty=Object.prototype.hasOwnProperty;function extend(target){
for(var i=1;i<arguments.length;i++){var source=arguments[i];for(var key in source)hasOwnProperty.call(source,key)&&(target[key]=source[key])}return target}}});var require_postgres_interval=__commonJS({"node_modules/postgres-interval/index.js"(exports,module){"use strict";var extend=require_mutable();module.exports=PostgresInterval;
function PostgresInterval(raw){if(!(this instanceof PostgresInterval))return new PostgresInterval(raw);extend(this,parse(raw))}var properties=["seconds","minute\
s","hours","days","months","years"];PostgresInterval.prototype.toPostgres=function(){var filtered=properties.filter(this.hasOwnProperty,this);return this.milliseconds&&
filtered.indexOf("seconds")<0&&filtered.push("seconds"),filtered.length===0?"0":filtered.map(function(property){var value=this[property]||0;return property==="s\
econds"&&this.milliseconds&&(value=(value+this.milliseconds/1e3).toFixed(6).replace(/\.?0+$/,"")),value+" "+property},this).join(" ")};var propertiesISOEquivalent={
years:"Y",months:"M",days:"D",hours:"H",minutes:"M",seconds:"S"},dateProperties=["years","months","days"],timeProperties=["hours","minutes","seconds"];PostgresInterval.
prototype.toISOString=PostgresInterval.prototype.toISO=function(){var datePart=dateProperties.map(buildProperty,this).join(""),timePart=timeProperties.map(buildProperty,
this).join("");return"P"+datePart+"T"+timePart;function buildProperty(property){var value=this[property]||0;return property==="seconds"&&this.milliseconds&&(value=
(value+this.milliseconds/1e3).toFixed(6).replace(/0+$/,"")),value+propertiesISOEquivalent[property]}};var NUMBER="([+-]?\\d+)",YEAR=NUMBER+"\\s+years?",MONTH=NUMBER+
"\\s+mons?",DAY=NUMBER+"\\s+days?",TIME="([+-])?([\\d]*):(\\d\\d):(\\d\\d)\\.?(\\d{1,6})?",INTERVAL=new RegExp([YEAR,MONTH,DAY,TIME].map(function(regexString){return"\
("+regexString+")?"}).join("\\s*")),positions={years:2,months:4,days:6,hours:9,minutes:10,seconds:11,milliseconds:12},negatives=["hours","minutes","seconds","mi\
lliseconds"];function parseMilliseconds(fraction){var microseconds=fraction+"000000".slice(fraction.length);return parseInt(microseconds,10)/1e3}function parse(interval){
if(!interval)return{};var matches=INTERVAL.exec(interval),isNegative=matches[8]==="-";return Object.keys(positions).reduce(function(parsed2,property){var position=positions[property],
value=matches[position];return!value||(value=property==="milliseconds"?parseMilliseconds(value):parseInt(value,10),!value)||(isNegative&&~negatives.indexOf(property)&&
(value*=-1),parsed2[property]=value),parsed2},{})}}});var require_postgres_bytea=__commonJS({"node_modules/postgres-bytea/index.js"(exports,module){"use strict";var bufferFrom=Buffer.from||Buffer;module.exports=function(input){
if(/^\\x/.test(input))return bufferFrom(input.substr(2),"hex");for(var output="",i=0;i<input.length;)if(input[i]!=="\\")output+=input[i],++i;else if(/[0-7]{3}/.
test(input.substr(i+1,3)))output+=String.fromCharCode(parseInt(input.substr(i+1,3),8)),i+=4;else{for(var backslashes=1;i+backslashes<input.length&&input[i+backslashes]===
"\\";)backslashes++;for(var k=0;k<Math.floor(backslashes/2);++k)output+="\\";i+=Math.floor(backslashes/2)*2}return bufferFrom(output,"binary")}}});var require_textParsers=__commonJS({"node_modules/pg-types/lib/textParsers.js"(exports,module){var array2=require_postgres_array(),arrayParser=require_arrayParser(),
parseDate=require_postgres_date(),parseInterval=require_postgres_interval(),parseByteA=require_postgres_bytea();function allowNull(fn){return function(value){return value===
null?value:fn(value)}}function parseBool(value){return value===null?value:value==="TRUE"||value==="t"||value==="true"||value==="y"||value==="yes"||value==="on"||
value==="1"}function parseBoolArray(value){return value?array2.parse(value,parseBool):null}function parseBaseTenInt(string2){return parseInt(string2,10)}function parseIntegerArray(value){
return value?array2.parse(value,allowNull(parseBaseTenInt)):null}function parseBigIntegerArray(value){return value?array2.parse(value,allowNull(function(entry){
return parseBigInteger(entry).trim()})):null}var parsePointArray=function(value){if(!value)return null;var p=arrayParser.create(value,function(entry){return entry!==
null&&(entry=parsePoint(entry)),entry});return p.parse()},parseFloatArray=function(value){if(!value)return null;var p=arrayParser.create(value,function(entry){return entry!==
null&&(entry=parseFloat(entry)),entry});return p.parse()},parseStringArray=function(value){if(!value)return null;var p=arrayParser.create(value);return p.parse()},
parseDateArray=function(value){if(!value)return null;var p=arrayParser.create(value,function(entry){return entry!==null&&(entry=parseDate(entry)),entry});return p.
parse()},parseIntervalArray=function(value){if(!value)return null;var p=arrayParser.create(value,function(entry){return entry!==null&&(entry=parseInterval(entry)),
entry});return p.parse()},parseByteAArray=function(value){return value?array2.parse(value,allowNull(parseByteA)):null},parseInteger=function(value){return parseInt(
value,10)},parseBigInteger=function(value){var valStr=String(value);return/^\d+$/.test(valStr)?valStr:value},parseJsonArray=function(value){return value?array2.
parse(value,allowNull(JSON.parse)):null},parsePoint=function(value){return value[0]!=="("?null:(value=value.substring(1,value.length-1).split(","),{x:parseFloat(
value[0]),y:parseFloat(value[1])})},parseCircle=function(value){if(value[0]!=="<"&&value[1]!=="(")return null;for(var point="(",radius="",pointParsed=!1,i=2;i<value.
length-1;i++){if(pointParsed||(point+=value[i]),value[i]===")"){pointParsed=!0;continue}else if(!pointParsed)continue;value[i]!==","&&(radius+=value[i])}var result=parsePoint(
point);return result.radius=parseFloat(radius),result},init=function(register){register(20,parseBigInteger),register(21,parseInteger),register(23,parseInteger),
register(26,parseInteger),register(700,parseFloat),register(701,parseFloat),register(16,parseBool),register(1082,parseDate),register(1114,parseDate),register(1184,
parseDate),register(600,parsePoint),register(651,parseStringArray),register(718,parseCircle),register(1e3,parseBoolArray),register(1001,parseByteAArray),register(
1005,parseIntegerArray),register(1007,parseIntegerArray),register(1028,parseIntegerArray),register(1016,parseBigIntegerArray),register(1017,parsePointArray),register(
1021,parseFloatArray),register(1022,parseFloatArray),register(1231,parseFloatArray),register(1014,parseStringArray),register(1015,parseStringArray),register(1008,
parseStringArray),register(1009,parseStringArray),register(1040,parseStringArray),register(1041,parseStringArray),register(1115,parseDateArray),register(1182,parseDateArray),
register(1185,parseDateArray),register(1186,parseInterval),register(1187,parseIntervalArray),register(17,parseByteA),register(114,JSON.parse.bind(JSON)),register(
3802,JSON.parse.bind(JSON)),register(199,parseJsonArray),register(3807,parseJsonArray),register(3907,parseStringArray),register(2951,parseStringArray),register(
791,parseStringArray),register(1183,parseStringArray),register(1270,parseStringArray)};module.exports={init}}});var require_pg_int8=__commonJS({"node_modules/pg-int8/index.js"(exports,module){"use strict";var BASE=1e6;function readInt8(buffer){var high=buffer.readInt32BE(
0),low=buffer.readUInt32BE(4),sign="";high<0&&(high=~high+(low===0),low=~low+1>>>0,sign="-");var result="",carry,t,digits,pad,l,i;{if(carry=high%BASE,high=high/
BASE>>>0,t=4294967296*carry+low,low=t/BASE>>>0,digits=""+(t-BASE*low),low===0&&high===0)return sign+digits+result;for(pad="",l=6-digits.length,i=0;i<l;i++)pad+=
"0";result=pad+digits+result}{if(carry=high%BASE,high=high/BASE>>>0,t=4294967296*carry+low,low=t/BASE>>>0,digits=""+(t-BASE*low),low===0&&high===0)return sign+digits+
result;for(pad="",l=6-digits.length,i=0;i<l;i++)pad+="0";result=pad+digits+result}{if(carry=high%BASE,high=high/BASE>>>0,t=4294967296*carry+low,low=t/BASE>>>0,digits=
""+(t-BASE*low),low===0&&high===0)return sign+digits+result;for(pad="",l=6-digits.length,i=0;i<l;i++)pad+="0";result=pad+digits+result}return carry=high%BASE,t=
4294967296*carry+low,digits=""+t%BASE,sign+digits+result}module.exports=readInt8}});var require_binaryParsers=__commonJS({"node_modules/pg-types/lib/binaryParsers.js"(exports,module){var parseInt64=require_pg_int8(),parseBits=function(data,bits,offset,invert,callback){
offset=offset||0,invert=invert||!1,callback=callback||function(lastValue,newValue,bits2){return lastValue*Math.pow(2,bits2)+newValue};var offsetBytes=offset>>3,
inv=function(value){return invert?~value&255:value},mask=255,firstBits=8-offset%8;bits<firstBits&&(mask=255<<8-bits&255,firstBits=bits),offset&&(mask=mask>>offset%
8);var result=0;offset%8+bits>=8&&(result=callback(0,inv(data[offsetBytes])&mask,firstBits));for(var bytes=bits+offset>>3,i=offsetBytes+1;i<bytes;i++)result=callback(
result,inv(data[i]),8);var lastBits=(bits+offset)%8;return lastBits>0&&(result=callback(result,inv(data[bytes])>>8-lastBits,lastBits)),result},parseFloatFromBits=function(data,precisionBits,exponentBits){
var bias=Math.pow(2,exponentBits-1)-1,sign=parseBits(data,1),exponent=parseBits(data,exponentBits,1);if(exponent===0)return 0;var precisionBitsCounter=1,parsePrecisionBits=function(lastValue,newValue,bits){
lastValue===0&&(lastValue=1);for(var i=1;i<=bits;i++)precisionBitsCounter/=2,(newValue&1<<bits-i)>0&&(lastValue+=precisionBitsCounter);return lastValue},mantissa=parseBits(
data,precisionBits,exponentBits+1,!1,parsePrecisionBits);return exponent==Math.pow(2,exponentBits+1)-1?mantissa===0?sign===0?1/0:-1/0:NaN:(sign===0?1:-1)*Math.pow(
2,exponent-bias)*mantissa},parseInt16=function(value){return parseBits(value,1)==1?-1*(parseBits(value,15,1,!0)+1):parseBits(value,15,1)},parseInt32=function(value){
return parseBits(value,1)==1?-1*(parseBits(value,31,1,!0)+1):parseBits(value,31,1)},parseFloat32=function(value){return parseFloatFromBits(value,23,8)},parseFloat64=function(value){
return parseFloatFromBits(value,52,11)},parseNumeric=function(value){var sign=parseBits(value,16,32);if(sign==49152)return NaN;for(var weight=Math.pow(1e4,parseBits(
value,16,16)),result=0,digits=[],ndigits=parseBits(value,16),i=0;i<ndigits;i++)result+=parseBits(value,16,64+16*i)*weight,weight/=1e4;var scale=Math.pow(10,parseBits(
value,16,48));return(sign===0?1:-1)*Math.round(result*scale)/scale},parseDate=function(isUTC,value){var sign=parseBits(value,1),rawValue=parseBits(value,63,1),result=new Date(
(sign===0?1:-1)*rawValue/1e3+9466848e5);return isUTC||result.setTime(result.getTime()+result.getTimezoneOffset()*6e4),result.usec=rawValue%1e3,result.getMicroSeconds=
function(){return this.usec},result.setMicroSeconds=function(value2){this.usec=value2},result.getUTCMicroSeconds=function(){return this.usec},result},parseArray=function(value){
for(var dim=parseBits(value,32),flags=parseBits(value,32,32),elementType=parseBits(value,32,64),offset=96,dims=[],i=0;i<dim;i++)dims[i]=parseBits(value,32,offset),
offset+=32,offset+=32;var parseElement=function(elementType2){var length=parseBits(value,32,offset);if(offset+=32,length==4294967295)return null;var result;if(elementType2==
23||elementType2==20)return result=parseBits(value,length*8,offset),offset+=length*8,result;if(elementType2==25)return result=value.toString(this.encoding,offset>>
3,(offset+=length<<3)>>3),result;console.log("ERROR: ElementType not implemented: "+elementType2)},parse=function(dimension,elementType2){var array2=[],i2;if(dimension.
length>1){var count=dimension.shift();for(i2=0;i2<count;i2++)array2[i2]=parse(dimension,elementType2);dimension.unshift(count)}else for(i2=0;i2<dimension[0];i2++)
array2[i2]=parseElement(elementType2);return array2};return parse(dims,elementType)},parseText=function(value){return value.toString("utf8")},parseBool=function(value){
return value===null?null:parseBits(value,8)>0},init=function(register){register(20,parseInt64),register(21,parseInt16),register(23,parseInt32),register(26,parseInt32),
register(1700,parseNumeric),register(700,parseFloat32),register(701,parseFloat64),register(16,parseBool),register(1114,parseDate.bind(null,!1)),register(1184,parseDate.
bind(null,!0)),register(1e3,parseArray),register(1007,parseArray),register(1016,parseArray),register(1008,parseArray),register(1009,parseArray),register(25,parseText)};
module.exports={init}}});var require_builtins=__commonJS({"node_modules/pg-types/lib/builtins.js"(exports,module){module.exports={BOOL:16,BYTEA:17,CHAR:18,INT8:20,INT2:21,INT4:23,REGPROC:24,
TEXT:25,OID:26,TID:27,XID:28,CID:29,JSON:114,XML:142,PG_NODE_TREE:194,SMGR:210,PATH:602,POLYGON:604,CIDR:650,FLOAT4:700,FLOAT8:701,ABSTIME:702,RELTIME:703,TINTERVAL:704,
CIRCLE:718,MACADDR8:774,MONEY:790,MACADDR:829,INET:869,ACLITEM:1033,BPCHAR:1042,VARCHAR:1043,DATE:1082,TIME:1083,TIMESTAMP:1114,TIMESTAMPTZ:1184,INTERVAL:1186,TIMETZ:1266,
BIT:1560,VARBIT:1562,NUMERIC:1700,REFCURSOR:1790,REGPROCEDURE:2202,REGOPER:2203,REGOPERATOR:2204,REGCLASS:2205,REGTYPE:2206,UUID:2950,TXID_SNAPSHOT:2970,PG_LSN:3220,
PG_NDISTINCT:3361,PG_DEPENDENCIES:3402,TSVECTOR:3614,TSQUERY:3615,GTSVECTOR:3642,REGCONFIG:3734,REGDICTIONARY:3769,JSONB:3802,REGNAMESPACE:4089,REGROLE:4096}}});var require_pg_types=__commonJS({"node_modules/pg-types/index.js"(exports){var textParsers=require_textParsers(),binaryParsers=require_binaryParsers(),arrayParser=require_arrayParser(),
builtinTypes=require_builtins();exports.getTypeParser=getTypeParser;exports.setTypeParser=setTypeParser;exports.arrayParser=arrayParser;exports.builtins=builtinTypes;
var typeParsers={text:{},binary:{}};function noParse(val){return String(val)}function getTypeParser(oid,format){return format=format||"text",typeParsers[format]&&
typeParsers[format][oid]||noParse}function setTypeParser(oid,format,parseFn){typeof format=="function"&&(parseFn=format,format="text"),typeParsers[format][oid]=
parseFn}textParsers.init(function(oid,converter){typeParsers.text[oid]=converter});binaryParsers.init(function(oid,converter){typeParsers.binary[oid]=converter})}});var require_defaults=__commonJS({"node_modules/pg/lib/defaults.js"(exports,module){"use strict";var user;try{user=process.platform==="win32"?process.env.USERNAME:
process.env.USER}catch{}module.exports={host:"localhost",user,database:void 0,password:null,connectionString:void 0,port:5432,rows:0,binary:!1,max:10,idleTimeoutMillis:3e4,
client_encoding:"",ssl:!1,sslnegotiation:void 0,application_name:void 0,fallback_application_name:void 0,options:void 0,parseInputDatesAsUTC:!1,statement_timeout:!1,
lock_timeout:!1,idle_in_transaction_session_timeout:!1,query_timeout:!1,connect_timeout:0,keepalives:1,keepalives_idle:0};var pgTypes=require_pg_types(),parseBigInteger=pgTypes.
getTypeParser(20,"text"),parseBigIntegerArray=pgTypes.getTypeParser(1016,"text");module.exports.__defineSetter__("parseInt8",function(val){pgTypes.setTypeParser(
20,"text",val?pgTypes.getTypeParser(23,"text"):parseBigInteger),pgTypes.setTypeParser(1016,"text",val?pgTypes.getTypeParser(1007,"text"):parseBigIntegerArray)})}});var require_utils=__commonJS({"node_modules/pg/lib/utils.js"(exports,module){"use strict";var defaults3=require_defaults(),nodeUtils=__require("util"),{isDate}=__require("util/types"),
invalidDateDeprecationNotice=nodeUtils.deprecate(()=>{},"Sending an invalid date to Postgres is deprecated and will throw an error in the next major version of \
pg. Ensure any Date object passed as a query parameter is valid.","PG_INVALID_DATE");function escapeElement(elementRepresentation){return'"'+elementRepresentation.
replace(/\\/g,"\\\\").replace(/"/g,'\\"')+'"'}function arrayString(val){let result="{";for(let i=0;i<val.length;i++){i>0&&(result+=",");let item=val[i];item==null?
result+="NULL":Array.isArray(item)?result+=arrayString(item):ArrayBuffer.isView(item)?(item instanceof Buffer||(item=Buffer.from(item.buffer,item.byteOffset,item.
byteLength)),result+="\\\\x"+item.toString("hex")):result+=escapeElement(prepareValue(item))}return result+="}",result}var prepareValue=function(val,seen2){return val==
null?null:typeof val=="object"?val instanceof Buffer?val:ArrayBuffer.isView(val)?Buffer.from(val.buffer,val.byteOffset,val.byteLength):isDate(val)?(isNaN(val.getTime())&&
invalidDateDeprecationNotice(),defaults3.parseInputDatesAsUTC?dateToStringUTC(val):dateToString(val)):Array.isArray(val)?arrayString(val):prepareObject(val,seen2):
val.toString()};function prepareObject(val,seen2){if(val&&typeof val.toPostgres=="function"){if(seen2=seen2||[],seen2.indexOf(val)!==-1)throw new Error('circula\
r reference detected while preparing "'+val+'" for query');return seen2.push(val),prepareValue(val.toPostgres(prepareValue),seen2)}return JSON.stringify(val)}function dateToString(date){
let offset=-date.getTimezoneOffset(),year=date.getFullYear(),isBCYear=year<1;isBCYear&&(year=Math.abs(year)+1);let ret=String(year).padStart(4,"0")+"-"+String(date.
getMonth()+1).padStart(2,"0")+"-"+String(date.getDate()).padStart(2,"0")+"T"+String(date.getHours()).padStart(2,"0")+":"+String(date.getMinutes()).padStart(2,"0")+
":"+String(date.getSeconds()).padStart(2,"0")+"."+String(date.getMilliseconds()).padStart(3,"0");return offset<0?(ret+="-",offset*=-1):ret+="+",ret+=String(Math.
floor(offset/60)).padStart(2,"0")+":"+String(offset%60).padStart(2,"0"),isBCYear&&(ret+=" BC"),ret}function dateToStringUTC(date){let year=date.getUTCFullYear(),
isBCYear=year<1;isBCYear&&(year=Math.abs(year)+1);let ret=String(year).padStart(4,"0")+"-"+String(date.getUTCMonth()+1).padStart(2,"0")+"-"+String(date.getUTCDate()).
padStart(2,"0")+"T"+String(date.getUTCHours()).padStart(2,"0")+":"+String(date.getUTCMinutes()).padStart(2,"0")+":"+String(date.getUTCSeconds()).padStart(2,"0")+
"."+String(date.getUTCMilliseconds()).padStart(3,"0");return ret+="+00:00",isBCYear&&(ret+=" BC"),ret}function normalizeQueryConfig(config,values2,callback){return config=
typeof config=="string"?{text:config}:cloneQueryConfig(config),values2&&(typeof values2=="function"?config.callback=values2:config.values=values2),callback&&(config.
callback=callback),config}function cloneQueryConfig(config){return config==null?config:Object.defineProperties(Object.create(Object.getPrototypeOf(config)),Object.
getOwnPropertyDescriptors(config))}var escapeIdentifier2=function(str){return'"'+str.replace(/"/g,'""')+'"'},escapeLiteral2=function(str){let hasBackslash=!1,escaped="\
'";if(str==null||typeof str!="string")return"''";for(let i=0;i<str.length;i++){let c=str[i];c==="'"?escaped+=c+c:c==="\\"?(escaped+=c+c,hasBackslash=!0):escaped+=
c}return escaped+="'",hasBackslash===!0&&(escaped=" E"+escaped),escaped};module.exports={prepareValue:function(value){return prepareValue(value)},normalizeQueryConfig,
escapeIdentifier:escapeIdentifier2,escapeLiteral:escapeLiteral2}}});var require_utils2=__commonJS({"node_modules/pg/lib/crypto/utils.js"(exports,module){var nodeCrypto=__require("crypto");module.exports={postgresMd5PasswordHash,
randomBytes:randomBytes2,deriveKey,sha256,hashByName,hmacSha256,md5:md52};var webCrypto=nodeCrypto.webcrypto||globalThis.crypto,subtleCrypto=webCrypto.subtle,textEncoder=new TextEncoder;
function randomBytes2(length){return webCrypto.getRandomValues(Buffer.alloc(length))}async function md52(string2){try{return nodeCrypto.createHash("md5").update(
string2,"utf-8").digest("hex")}catch{let data=typeof string2=="string"?textEncoder.encode(string2):string2,hash=await subtleCrypto.digest("MD5",data);return Array.
from(new Uint8Array(hash)).map(b=>b.toString(16).padStart(2,"0")).join("")}}async function postgresMd5PasswordHash(user,password2,salt){let inner2=await md52(password2+
user);return"md5"+await md52(Buffer.concat([Buffer.from(inner2),salt]))}async function sha256(text){return await subtleCrypto.digest("SHA-256",text)}async function hashByName(hashName,text){
return await subtleCrypto.digest(hashName,text)}async function hmacSha256(keyBuffer,msg){let key=await subtleCrypto.importKey("raw",keyBuffer,{name:"HMAC",hash:"\
SHA-256"},!1,["sign"]);return await subtleCrypto.sign("HMAC",key,textEncoder.encode(msg))}async function deriveKey(password2,salt,iterations){let key=await subtleCrypto.
importKey("raw",textEncoder.encode(password2),"PBKDF2",!1,["deriveBits"]),params={name:"PBKDF2",hash:"SHA-256",salt,iterations};return await subtleCrypto.deriveBits(
params,key,256,["deriveBits"])}}});var require_cert_signatures=__commonJS({"node_modules/pg/lib/crypto/cert-signatures.js"(exports,module){function x509Error(msg,cert){return new Error("SASL chan\
nel binding: "+msg+" when parsing public certificate "+cert.toString("base64"))}function readASN1Length(data,index){let length=data[index++];if(length<128)return{
length,index};let lengthBytes=length&127;if(lengthBytes>4)throw x509Error("bad length",data);length=0;for(let i=0;i<lengthBytes;i++)length=length<<8|data[index++];
return{length,index}}function readASN1OID(data,index){if(data[index++]!==6)throw x509Error("non-OID data",data);let{length:OIDLength,index:indexAfterOIDLength}=readASN1Length(
data,index);index=indexAfterOIDLength;let lastIndex=index+OIDLength,byte1=data[index++],oid=(byte1/40>>0)+"."+byte1%40;for(;index<lastIndex;){let value=0;for(;index<
lastIndex;){let nextByte=data[index++];if(value=value<<7|nextByte&127,nextByte<128)break}oid+="."+value}return{oid,index}}function expectASN1Seq(data,index){if(data[index++]!==
48)throw x509Error("non-sequence data",data);return readASN1Length(data,index)}function signatureAlgorithmHashFromCertificate(data,index){index===void 0&&(index=
0),index=expectASN1Seq(data,index).index;let{length:certInfoLength,index:indexAfterCertInfoLength}=expectASN1Seq(data,index);index=indexAfterCertInfoLength+certInfoLength,
index=expectASN1Seq(data,index).index;let{oid,index:indexAfterOID}=readASN1OID(data,index);switch(oid){case"1.2.840.113549.1.1.4":return"MD5";case"1.2.840.11354\
9.1.1.5":return"SHA-1";case"1.2.840.113549.1.1.11":return"SHA-256";case"1.2.840.113549.1.1.12":return"SHA-384";case"1.2.840.113549.1.1.13":return"SHA-512";case"\
1.2.840.113549.1.1.14":return"SHA-224";case"1.2.840.113549.1.1.15":return"SHA512-224";case"1.2.840.113549.1.1.16":return"SHA512-256";case"1.2.840.10045.4.1":return"\
SHA-1";case"1.2.840.10045.4.3.1":return"SHA-224";case"1.2.840.10045.4.3.2":return"SHA-256";case"1.2.840.10045.4.3.3":return"SHA-384";case"1.2.840.10045.4.3.4":return"\
SHA-512";case"1.2.840.113549.1.1.10":{if(index=indexAfterOID,index=expectASN1Seq(data,index).index,data[index++]!==160)throw x509Error("non-tag data",data);index=
readASN1Length(data,index).index,index=expectASN1Seq(data,index).index;let{oid:hashOID}=readASN1OID(data,index);switch(hashOID){case"1.2.840.113549.2.5":return"\
MD5";case"1.3.14.3.2.26":return"SHA-1";case"2.16.840.1.101.3.4.2.1":return"SHA-256";case"2.16.840.1.101.3.4.2.2":return"SHA-384";case"2.16.840.1.101.3.4.2.3":return"\
SHA-512"}throw x509Error("unknown hash OID "+hashOID,data)}case"1.3.101.110":case"1.3.101.112":return"SHA-512";case"1.3.101.111":case"1.3.101.113":throw x509Error(
"Ed448 certificate channel binding is not currently supported by Postgres")}throw x509Error("unknown OID "+oid,data)}module.exports={signatureAlgorithmHashFromCertificate}}});var require_sasl=__commonJS({"node_modules/pg/lib/crypto/sasl.js"(exports,module){"use strict";var crypto=require_utils2(),{signatureAlgorithmHashFromCertificate}=require_cert_signatures();
function saslprep(password2){let nonAsciiSpace=/[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g,mappedToNothing=/[\u00AD\u034F\u1806\u180B\u180C\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g;
return password2.replace(nonAsciiSpace," ").replace(mappedToNothing,"").normalize("NFKC")}var DEFAULT_MAX_SCRAM_ITERATIONS=1e5;function startSession(mechanisms,stream,scramMaxIterations=DEFAULT_MAX_SCRAM_ITERATIONS){
let candidates=["SCRAM-SHA-256"];stream&&candidates.unshift("SCRAM-SHA-256-PLUS");let mechanism=candidates.find(candidate=>mechanisms.includes(candidate));if(!mechanism)
throw new Error("SASL: Only mechanism(s) "+candidates.join(" and ")+" are supported");if(mechanism==="SCRAM-SHA-256-PLUS"&&typeof stream.getPeerCertificate!="fu\
nction")throw new Error("SASL: Mechanism SCRAM-SHA-256-PLUS requires a certificate");let clientNonce=crypto.randomBytes(18).toString("base64");return{mechanism,
clientNonce,response:(mechanism==="SCRAM-SHA-256-PLUS"?"p=tls-server-end-point":stream?"y":"n")+",,n=*,r="+clientNonce,message:"SASLInitialResponse",scramMaxIterations}}
async function continueSession(session3,password2,serverData,stream){if(session3.message!=="SASLInitialResponse")throw new Error("SASL: Last message was not SAS\
LInitialResponse");if(typeof password2!="string")throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");if(password2==="")throw new Error(
"SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string");if(typeof serverData!="string")throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE\
: serverData must be a string");let sv=parseServerFirstMessage(serverData);if(sv.nonce.startsWith(session3.clientNonce)){if(sv.nonce.length===session3.clientNonce.
length)throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce is too short")}else throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does \
not start with client nonce");let scramMaxIterations=typeof session3.scramMaxIterations=="number"?session3.scramMaxIterations:DEFAULT_MAX_SCRAM_ITERATIONS;if(scramMaxIterations!==
0&&sv.iteration>scramMaxIterations)throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration count "+sv.iteration+" exceeds scramMaxIterations of "+scramMaxIterations);
let clientFirstMessageBare="n=*,r="+session3.clientNonce,serverFirstMessage="r="+sv.nonce+",s="+sv.salt+",i="+sv.iteration,channelBinding=stream?"eSws":"biws";if(session3.
mechanism==="SCRAM-SHA-256-PLUS"){let peerCert=stream.getPeerCertificate().raw,hashName=signatureAlgorithmHashFromCertificate(peerCert);(hashName==="MD5"||hashName===
"SHA-1")&&(hashName="SHA-256");let certHash=await crypto.hashByName(hashName,peerCert);channelBinding=Buffer.concat([Buffer.from("p=tls-server-end-point,,"),Buffer.
from(certHash)]).toString("base64")}let clientFinalMessageWithoutProof="c="+channelBinding+",r="+sv.nonce,authMessage=clientFirstMessageBare+","+serverFirstMessage+
","+clientFinalMessageWithoutProof,saltBytes=Buffer.from(sv.salt,"base64"),saltedPassword=await crypto.deriveKey(saslprep(password2),saltBytes,sv.iteration),clientKey=await crypto.
hmacSha256(saltedPassword,"Client Key"),storedKey=await crypto.sha256(clientKey),clientSignature=await crypto.hmacSha256(storedKey,authMessage),clientProof=xorBuffers(
Buffer.from(clientKey),Buffer.from(clientSignature)).toString("base64"),serverKey=await crypto.hmacSha256(saltedPassword,"Server Key"),serverSignatureBytes=await crypto.
hmacSha256(serverKey,authMessage);session3.message="SASLResponse",session3.serverSignature=Buffer.from(serverSignatureBytes).toString("base64"),session3.response=
clientFinalMessageWithoutProof+",p="+clientProof}function finalizeSession(session3,serverData){if(session3.message!=="SASLResponse")throw new Error("SASL: Last \
message was not SASLResponse");if(typeof serverData!="string")throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: serverData must be a string");let{serverSignature}=parseServerFinalMessage(
serverData);if(serverSignature!==session3.serverSignature)throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match")}function isPrintableChars(text){
if(typeof text!="string")throw new TypeError("SASL: text must be a string");return text.split("").map((_,i)=>text.charCodeAt(i)).every(c=>c>=33&&c<=43||c>=45&&c<=
126)}function isBase64(text){return/^(?:[a-zA-Z0-9+/]{4})*(?:[a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$/.test(text)}function parseAttributePairs(text){if(typeof text!=
"string")throw new TypeError("SASL: attribute pairs text must be a string");return new Map(text.split(",").map(attrValue=>{if(!/^.=/.test(attrValue))throw new Error(
"SASL: Invalid attribute pair entry");let name=attrValue[0],value=attrValue.substring(2);return[name,value]}))}function parseServerFirstMessage(data){let attrPairs=parseAttributePairs(
data),nonce=attrPairs.get("r");if(nonce){if(!isPrintableChars(nonce))throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce must only contain printable charac\
ters")}else throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce missing");let salt=attrPairs.get("s");if(salt){if(!isBase64(salt))throw new Error("SASL: SC\
RAM-SERVER-FIRST-MESSAGE: salt must be base64")}else throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt missing");let iterationText=attrPairs.get("i");if(iterationText){
if(!/^[1-9][0-9]*$/.test(iterationText))throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: invalid iteration count")}else throw new Error("SASL: SCRAM-SERVER-FI\
RST-MESSAGE: iteration missing");let iteration=parseInt(iterationText,10);return{nonce,salt,iteration}}function parseServerFinalMessage(serverData){let attrPairs=parseAttributePairs(
serverData),error=attrPairs.get("e"),serverSignature=attrPairs.get("v");if(error)throw new Error(`SASL: SCRAM-SERVER-FINAL-MESSAGE: server returned error: "${error}\
"`);if(serverSignature){if(!isBase64(serverSignature))throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature must be base64")}else throw new Error(
"SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing");return{serverSignature}}function xorBuffers(a,b){if(!Buffer.isBuffer(a))throw new TypeError("fi\
rst argument must be a Buffer");if(!Buffer.isBuffer(b))throw new TypeError("second argument must be a Buffer");if(a.length!==b.length)throw new Error("Buffer le\
ngths must match");if(a.length===0)throw new Error("Buffers cannot be empty");return Buffer.from(a.map((_,i)=>a[i]^b[i]))}module.exports={startSession,continueSession,
finalizeSession,DEFAULT_MAX_SCRAM_ITERATIONS}}});var require_type_overrides=__commonJS({"node_modules/pg/lib/type-overrides.js"(exports,module){"use strict";var types2=require_pg_types();function TypeOverrides2(userTypes){
this._types=userTypes||types2,this.text={},this.binary={}}TypeOverrides2.prototype.getOverrides=function(format){switch(format){case"text":return this.text;case"\
binary":return this.binary;default:return{}}};TypeOverrides2.prototype.setTypeParser=function(oid,format,parseFn){typeof format=="function"&&(parseFn=format,format=
"text"),this.getOverrides(format)[oid]=parseFn};TypeOverrides2.prototype.getTypeParser=function(oid,format){return format=format||"text",this.getOverrides(format)[oid]||
this._types.getTypeParser(oid,format)};module.exports=TypeOverrides2}});var require_pg_connection_string=__commonJS({"node_modules/pg-connection-string/index.js"(exports,module){"use strict";function parse(str,options={}){if(str.charAt(
0)==="/"){let config2=str.split(" ");return{host:config2[0],database:config2[1]}}let config=Object.create(null),result,dummyHost=!1;/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.
test(str)&&(str=encodeURI(str).replace(/%25(\d\d)/g,"%$1"));try{try{result=new URL(str,"postgres://base")}catch{result=new URL(str.replace("@/","@___DUMMY___/"),
"postgres://base"),dummyHost=!0}}catch(err){throw err.input&&(err.input="*****REDACTED*****"),err}for(let entry of result.searchParams.entries())config[entry[0]]=
entry[1];if(config.user=config.user||decodeURIComponent(result.username),config.password=config.password||decodeURIComponent(result.password),result.protocol=="\
socket:")return config.host=decodeURI(result.pathname),config.database=result.searchParams.get("db"),config.client_encoding=result.searchParams.get("encoding"),
config;let hostname=(dummyHost?"":result.hostname).replace(/^\[(.+)\]$/,"$1");config.host?hostname&&/^%2f/i.test(hostname)&&(result.pathname=hostname+result.pathname):
config.host=decodeURIComponent(hostname),config.port||(config.port=result.port);let pathname=result.pathname.slice(1)||null;config.database=pathname?decodeURI(pathname):
null,(config.ssl==="true"||config.ssl==="1")&&(config.ssl=!0),config.ssl==="0"&&(config.ssl=!1),(config.sslcert||config.sslkey||config.sslrootcert||config.sslmode)&&
(config.ssl={}),config.sslnegotiation==="direct"&&config.ssl===void 0&&(config.ssl=!0);let fs=config.sslcert||config.sslkey||config.sslrootcert?__require("fs"):
null;if(config.sslcert&&(config.ssl.cert=fs.readFileSync(config.sslcert).toString()),config.sslkey&&(config.ssl.key=fs.readFileSync(config.sslkey).toString()),config.
sslrootcert&&(config.ssl.ca=fs.readFileSync(config.sslrootcert).toString()),options.useLibpqCompat&&config.uselibpqcompat)throw new Error("Both useLibpqCompat a\
nd uselibpqcompat are set. Please use only one of them.");if(config.uselibpqcompat==="true"||options.useLibpqCompat)switch(config.sslmode){case"disable":{config.
ssl=!1;break}case"prefer":{config.ssl.rejectUnauthorized=!1;break}case"require":{config.sslrootcert?config.ssl.checkServerIdentity=function(){}:config.ssl.rejectUnauthorized=
!1;break}case"verify-ca":{if(!config.ssl.ca)throw new Error("SECURITY WARNING: Using sslmode=verify-ca requires specifying a CA with sslrootcert. If a public CA\
 is used, verify-ca allows connections to a server that somebody else may have registered with the CA, making you vulnerable to Man-in-the-Middle attacks. Eithe\
r specify a custom CA certificate with sslrootcert parameter or use sslmode=verify-full for proper security.");config.ssl.checkServerIdentity=function(){};break}case"\
verify-full":break}else switch(config.sslmode){case"disable":{config.ssl=!1;break}case"prefer":case"require":case"verify-ca":case"verify-full":{config.sslmode!==
"verify-full"&&deprecatedSslModeWarning(config.sslmode);break}case"no-verify":{config.ssl.rejectUnauthorized=!1;break}}return config}function toConnectionOptions(sslConfig){
return Object.entries(sslConfig).reduce((c,[key,value])=>(value!=null&&(c[key]=value),c),Object.create(null))}function toClientConfig(config){return Object.entries(
config).reduce((c,[key,value])=>{if(key==="ssl"){let sslConfig=value;typeof sslConfig=="boolean"&&(c[key]=sslConfig),typeof sslConfig=="object"&&(c[key]=toConnectionOptions(
sslConfig))}else if(value!=null)if(key==="port"){if(value!==""){let v=parseInt(value,10);if(isNaN(v))throw new Error(`Invalid ${key}: ${value}`);c[key]=v}}else c[key]=
value;return c},Object.create(null))}function parseIntoClientConfig(str){return toClientConfig(parse(str))}function deprecatedSslModeWarning(sslmode){!deprecatedSslModeWarning.
warned&&typeof process<"u"&&process.emitWarning&&(deprecatedSslModeWarning.warned=!0,process.emitWarning(`SECURITY WARNING: The SSL modes 'prefer', 'require', a\
nd 'verify-ca' are treated as aliases for 'verify-full'.
In the next major version (pg-connection-string v3.0.0 and pg v9.0.0), these modes will adopt standard libpq semantics, which have weaker security guarantees.

To prepare for this change:
- If you want the current behavior, explicitly use 'sslmode=verify-full'
- If you want libpq compatibility now, use 'uselibpqcompat=true&sslmode=${sslmode}'

See https://www.postgresql.org/docs/current/libpq-ssl.html for libpq SSL mode definitions.`))}module.exports=parse;parse.parse=parse;parse.toClientConfig=toClientConfig;
parse.parseIntoClientConfig=parseIntoClientConfig}});var require_connection_parameters=__commonJS({"node_modules/pg/lib/connection-parameters.js"(exports,module){"use strict";var dns=__require("dns"),defaults3=require_defaults(),
parse=require_pg_connection_string().parse,val=function(key,config,envVar){return config[key]?config[key]:(envVar===void 0?envVar=process.env["PG"+key.toUpperCase()]:
envVar===!1||(envVar=process.env[envVar]),envVar||defaults3[key])},readSSLConfigFromEnvironment=function(){switch(process.env.PGSSLMODE){case"disable":return!1;case"\
prefer":case"require":case"verify-ca":case"verify-full":return!0;case"no-verify":return{rejectUnauthorized:!1}}return defaults3.ssl},quoteParamValue=function(value){
return"'"+(""+value).replace(/\\/g,"\\\\").replace(/'/g,"\\'")+"'"},add=function(params,config,paramName){let value=config[paramName];value!=null&&params.push(paramName+
"="+quoteParamValue(value))},ConnectionParameters=class{constructor(config){if(config=typeof config=="string"?parse(config):config||{},config.connectionString&&
(config=Object.assign({},config,parse(config.connectionString))),this.user=val("user",config),this.database=val("database",config),this.database===void 0&&(this.
database=this.user),this.port=parseInt(val("port",config),10),this.host=val("host",config),Object.defineProperty(this,"password",{configurable:!0,enumerable:!1,
writable:!0,value:val("password",config)}),this.binary=val("binary",config),this.options=val("options",config),this.ssl=typeof config.ssl>"u"?readSSLConfigFromEnvironment():
config.ssl,typeof this.ssl=="string"&&this.ssl==="true"&&(this.ssl=!0),this.ssl==="no-verify"&&(this.ssl={rejectUnauthorized:!1}),this.ssl&&this.ssl.key&&Object.
defineProperty(this.ssl,"key",{enumerable:!1}),this.sslnegotiation=val("sslnegotiation",config,"PGSSLNEGOTIATION"),this.sslnegotiation!==void 0&&this.sslnegotiation!==
"postgres"&&this.sslnegotiation!=="direct")throw new Error(`Invalid sslnegotiation value: "${this.sslnegotiation}". Valid values are "postgres" and "direct".`);
if(this.sslnegotiation==="direct"&&!this.ssl)throw new Error("sslnegotiation=direct requires SSL to be enabled");this.client_encoding=val("client_encoding",config),
this.replication=val("replication",config),this.isDomainSocket=!(this.host||"").indexOf("/"),this.application_name=val("application_name",config,"PGAPPNAME"),this.
fallback_application_name=val("fallback_application_name",config,!1),this.statement_timeout=val("statement_timeout",config,!1),this.lock_timeout=val("lock_timeo\
ut",config,!1),this.idle_in_transaction_session_timeout=val("idle_in_transaction_session_timeout",config,!1),this.query_timeout=val("query_timeout",config,!1),config.
connectionTimeoutMillis===void 0?this.connect_timeout=process.env.PGCONNECT_TIMEOUT||0:this.connect_timeout=Math.floor(config.connectionTimeoutMillis/1e3),config.
keepAlive===!1?this.keepalives=0:config.keepAlive===!0&&(this.keepalives=1),typeof config.keepAliveInitialDelayMillis=="number"&&(this.keepalives_idle=Math.floor(
config.keepAliveInitialDelayMillis/1e3))}getLibpqConnectionString(cb){let params=[];add(params,this,"user"),add(params,this,"password"),add(params,this,"port"),
add(params,this,"application_name"),add(params,this,"fallback_application_name"),add(params,this,"connect_timeout"),add(params,this,"options");let ssl=typeof this.
ssl=="object"?this.ssl:this.ssl?{sslmode:this.ssl}:{};if(add(params,ssl,"sslmode"),add(params,ssl,"sslca"),add(params,ssl,"sslkey"),add(params,ssl,"sslcert"),add(
params,ssl,"sslrootcert"),add(params,this,"sslnegotiation"),this.database&&params.push("dbname="+quoteParamValue(this.database)),this.replication&&params.push("\
replication="+quoteParamValue(this.replication)),this.host&&params.push("host="+quoteParamValue(this.host)),this.isDomainSocket)return cb(null,params.join(" "));
this.client_encoding&&params.push("client_encoding="+quoteParamValue(this.client_encoding)),dns.lookup(this.host,function(err,address){return err?cb(err,null):(params.
push("hostaddr="+quoteParamValue(address)),cb(null,params.join(" ")))})}};module.exports=ConnectionParameters}});var require_result=__commonJS({"node_modules/pg/lib/result.js"(exports,module){"use strict";var types2=require_pg_types(),matchRegexp=/^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/,
Result2=class{constructor(rowMode,types3){this.command=null,this.rowCount=null,this.oid=null,this.rows=[],this.fields=[],this._parsers=void 0,this._types=types3,
this.RowCtor=null,this.rowAsArray=rowMode==="array",this.rowAsArray&&(this.parseRow=this._parseRowAsArray),this._prebuiltEmptyResultObject=null}addCommandComplete(msg){
let match;msg.text?match=matchRegexp.exec(msg.text):match=matchRegexp.exec(msg.command),match&&(this.command=match[1],match[3]?(this.oid=parseInt(match[2],10),this.
rowCount=parseInt(match[3],10)):match[2]&&(this.rowCount=parseInt(match[2],10)))}_parseRowAsArray(rowData){let row=new Array(rowData.length);for(let i=0,len=rowData.
length;i<len;i++){let rawValue=rowData[i];rawValue!==null?row[i]=this._parsers[i](rawValue):row[i]=null}return row}parseRow(rowData){let row={...this._prebuiltEmptyResultObject};
for(let i=0,len=rowData.length;i<len;i++){let rawValue=rowData[i],field=this.fields[i].name;if(rawValue!==null){let v=this.fields[i].format==="binary"?Buffer.from(
rawValue):rawValue;row[field]=this._parsers[i](v)}else row[field]=null}return row}addRow(row){this.rows.push(row)}addFields(fieldDescriptions){this.fields=fieldDescriptions,
this.fields.length&&(this._parsers=new Array(fieldDescriptions.length));let row=Object.create(null);for(let i=0;i<fieldDescriptions.length;i++){let desc=fieldDescriptions[i];
row[desc.name]=null,this._types?this._parsers[i]=this._types.getTypeParser(desc.dataTypeID,desc.format||"text"):this._parsers[i]=types2.getTypeParser(desc.dataTypeID,
desc.format||"text")}this._prebuiltEmptyResultObject={...row}}};module.exports=Result2}});var require_query=__commonJS({"node_modules/pg/lib/query.js"(exports,module){"use strict";var{EventEmitter}=__require("events"),Result2=require_result(),utils=require_utils(),
Query2=class extends EventEmitter{constructor(config,values2,callback){super(),config=utils.normalizeQueryConfig(config,values2,callback),this.text=config.text,
this.values=config.values,this.rows=config.rows,this.types=config.types,this.name=config.name,this.queryMode=config.queryMode,this.binary=config.binary,this.portal=
config.portal||"",this.callback=config.callback,this._rowMode=config.rowMode,process.domain&&config.callback&&(this.callback=process.domain.bind(config.callback)),
this._result=new Result2(this._rowMode,this.types),this._results=this._result,this._canceledDueToError=!1}requiresPreparation(){return this.queryMode==="extende\
d"||this.name||this.rows?!0:!this.text||!this.values?!1:this.values.length>0}_checkForMultirow(){this._result.command&&(Array.isArray(this._results)||(this._results=
[this._result]),this._result=new Result2(this._rowMode,this._result._types),this._results.push(this._result))}handleRowDescription(msg){this._checkForMultirow(),
this._result.addFields(msg.fields),this._accumulateRows=this.callback||!this.listeners("row").length}handleDataRow(msg){let row;if(!this._canceledDueToError){try{
row=this._result.parseRow(msg.fields)}catch(err){this._canceledDueToError=err;return}this.emit("row",row,this._result),this._accumulateRows&&this._result.addRow(
row)}}handleCommandComplete(msg,connection){this._checkForMultirow(),this._result.addCommandComplete(msg),this.rows&&connection.sync()}handleEmptyQuery(connection){
this.rows&&connection.sync()}handleError(err,connection){if(this._canceledDueToError&&(err=this._canceledDueToError,this._canceledDueToError=!1),this.callback)return this.
callback(err);this.emit("error",err)}handleReadyForQuery(con){if(this._canceledDueToError)return this.handleError(this._canceledDueToError,con);if(this.callback)
try{this.callback(null,this._results)}catch(err){process.nextTick(()=>{throw err})}this.emit("end",this._results)}submit(connection){if(typeof this.text!="strin\
g"&&typeof this.name!="string")return new Error("A query must have either text or a name. Supplying neither is unsupported.");let previous=connection.parsedStatements[this.
name]||connection.submittedNamedStatements[this.name];if(this.text&&previous&&this.text!==previous)return new Error(`Prepared statements must be unique - '${this.
name}' was used for a different statement`);if(this.values&&!Array.isArray(this.values))return new Error("Query values must be an array");if(this.requiresPreparation()){
connection.stream.cork&&connection.stream.cork();try{this.prepare(connection)}finally{connection.stream.uncork&&connection.stream.uncork()}}else connection.query(
this.text);return null}hasBeenParsed(connection){return this.name&&(connection.parsedStatements[this.name]!==void 0||connection.submittedNamedStatements[this.name]!==
void 0)}handlePortalSuspended(connection){this._getRows(connection,this.rows)}_getRows(connection,rows){connection.execute({portal:this.portal,rows}),rows?connection.
flush():connection.sync()}prepare(connection){this.hasBeenParsed(connection)||(connection.parse({text:this.text,name:this.name,types:this.types}),this.name&&(connection.
submittedNamedStatements[this.name]=this.text));try{connection.bind({portal:this.portal,statement:this.name,values:this.values,binary:this.binary,valueMapper:utils.
prepareValue})}catch(err){connection.close({type:"S",name:this.name}),connection.sync(),this.handleError(err,connection);return}connection.describe({type:"P",name:this.
portal||""}),this._getRows(connection,this.rows)}handleCopyInResponse(connection){connection.sendCopyFail("No source stream defined")}handleCopyData(msg,connection){}};
module.exports=Query2}});var require_messages=__commonJS({"node_modules/pg-protocol/dist/messages.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.
NoticeMessage=exports.DataRowMessage=exports.CommandCompleteMessage=exports.ReadyForQueryMessage=exports.NotificationResponseMessage=exports.BackendKeyDataMessage=
exports.AuthenticationMD5Password=exports.ParameterStatusMessage=exports.ParameterDescriptionMessage=exports.RowDescriptionMessage=exports.Field=exports.CopyResponse=
exports.CopyDataMessage=exports.DatabaseError=exports.copyDone=exports.emptyQuery=exports.replicationStart=exports.portalSuspended=exports.noData=exports.closeComplete=
exports.bindComplete=exports.parseComplete=void 0;exports.parseComplete={name:"parseComplete",length:5};exports.bindComplete={name:"bindComplete",length:5};exports.
closeComplete={name:"closeComplete",length:5};exports.noData={name:"noData",length:5};exports.portalSuspended={name:"portalSuspended",length:5};exports.replicationStart=
{name:"replicationStart",length:4};exports.emptyQuery={name:"emptyQuery",length:4};exports.copyDone={name:"copyDone",length:4};var DatabaseError2=class extends Error{constructor(message,length,name){
super(message),this.length=length,this.name=name}};exports.DatabaseError=DatabaseError2;var CopyDataMessage=class{constructor(length,chunk){this.length=length,this.
chunk=chunk,this.name="copyData"}};exports.CopyDataMessage=CopyDataMessage;var CopyResponse=class{constructor(length,name,binary,columnCount){this.length=length,
this.name=name,this.binary=binary,this.columnTypes=new Array(columnCount)}};exports.CopyResponse=CopyResponse;var Field=class{constructor(name,tableID,columnID,dataTypeID,dataTypeSize,dataTypeModifier,format){
this.name=name,this.tableID=tableID,this.columnID=columnID,this.dataTypeID=dataTypeID,this.dataTypeSize=dataTypeSize,this.dataTypeModifier=dataTypeModifier,this.
format=format}};exports.Field=Field;var RowDescriptionMessage=class{constructor(length,fieldCount){this.length=length,this.fieldCount=fieldCount,this.name="rowD\
escription",this.fields=new Array(this.fieldCount)}};exports.RowDescriptionMessage=RowDescriptionMessage;var ParameterDescriptionMessage=class{constructor(length,parameterCount){
this.length=length,this.parameterCount=parameterCount,this.name="parameterDescription",this.dataTypeIDs=new Array(this.parameterCount)}};exports.ParameterDescriptionMessage=
ParameterDescriptionMessage;var ParameterStatusMessage=class{constructor(length,parameterName,parameterValue){this.length=length,this.parameterName=parameterName,
this.parameterValue=parameterValue,this.name="parameterStatus"}};exports.ParameterStatusMessage=ParameterStatusMessage;var AuthenticationMD5Password=class{constructor(length,salt){
this.length=length,this.salt=salt,this.name="authenticationMD5Password"}};exports.AuthenticationMD5Password=AuthenticationMD5Password;var BackendKeyDataMessage=class{constructor(length,processID,secretKey){
this.length=length,this.processID=processID,this.secretKey=secretKey,this.name="backendKeyData"}};exports.BackendKeyDataMessage=BackendKeyDataMessage;var NotificationResponseMessage=class{constructor(length,processId,channel,payload){
this.length=length,this.processId=processId,this.channel=channel,this.payload=payload,this.name="notification"}};exports.NotificationResponseMessage=NotificationResponseMessage;
var ReadyForQueryMessage=class{constructor(length,status){this.length=length,this.status=status,this.name="readyForQuery"}};exports.ReadyForQueryMessage=ReadyForQueryMessage;
var CommandCompleteMessage=class{constructor(length,text){this.length=length,this.text=text,this.name="commandComplete"}};exports.CommandCompleteMessage=CommandCompleteMessage;
var DataRowMessage=class{constructor(length,fields){this.length=length,this.fields=fields,this.name="dataRow",this.fieldCount=fields.length}};exports.DataRowMessage=
DataRowMessage;var NoticeMessage=class{constructor(length,message){this.length=length,this.message=message,this.name="notice"}};exports.NoticeMessage=NoticeMessage}});var require_buffer_writer=__commonJS({"node_modules/pg-protocol/dist/buffer-writer.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});
exports.Writer=void 0;var Writer=class{constructor(size=256){this.size=size,this.offset=5,this.headerPosition=0,this.buffer=Buffer.allocUnsafe(size)}ensure(size){
if(this.buffer.length-this.offset<size){let oldBuffer=this.buffer,newSize=oldBuffer.length+(oldBuffer.length>>1)+size;this.buffer=Buffer.allocUnsafe(newSize),oldBuffer.
copy(this.buffer,0,0,this.offset)}}addInt32(num){return this.ensure(4),this.buffer[this.offset++]=num>>>24&255,this.buffer[this.offset++]=num>>>16&255,this.buffer[this.
offset++]=num>>>8&255,this.buffer[this.offset++]=num>>>0&255,this}addInt16(num){return this.ensure(2),this.buffer[this.offset++]=num>>>8&255,this.buffer[this.offset++]=
num>>>0&255,this}addCString(string2){if(!string2)this.ensure(1);else{let len=Buffer.byteLength(string2);this.ensure(len+1),this.buffer.write(string2,this.offset,
"utf-8"),this.offset+=len}return this.buffer[this.offset++]=0,this}addString(string2=""){let len=Buffer.byteLength(string2);return this.ensure(len),this.buffer.
write(string2,this.offset),this.offset+=len,this}addInt32PrefixedString(string2){let len=Buffer.byteLength(string2);this.ensure(4+len);let buffer=this.buffer,offset=this.
offset;return buffer[offset++]=len>>>24&255,buffer[offset++]=len>>>16&255,buffer[offset++]=len>>>8&255,buffer[offset++]=len>>>0&255,buffer.write(string2,offset,
"utf-8"),this.offset=offset+len,this}add(otherBuffer){return this.ensure(otherBuffer.length),otherBuffer.copy(this.buffer,this.offset),this.offset+=otherBuffer.
length,this}reserveUnsafe(size){let offset=this.offset;return this.ensure(size),this.offset+=size,offset}join(code){if(code){this.buffer[this.headerPosition]=code;
let length=this.offset-(this.headerPosition+1);this.buffer.writeInt32BE(length,this.headerPosition+1)}return this.buffer.slice(code?0:5,this.offset)}flush(code){
let result=this.join(code);return this.offset=5,this.headerPosition=0,this.buffer=Buffer.allocUnsafe(this.size),result}clear(){this.offset=5,this.headerPosition=
0}};exports.Writer=Writer}});var require_serializer=__commonJS({"node_modules/pg-protocol/dist/serializer.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.
serialize=void 0;var buffer_writer_1=require_buffer_writer(),writer=new buffer_writer_1.Writer,startup=opts=>{writer.addInt16(3).addInt16(0);for(let key of Object.
keys(opts))writer.addCString(key).addCString(opts[key]);writer.addCString("client_encoding").addCString("UTF8");let bodyBuffer=writer.addCString("").flush(),length=bodyBuffer.
length+4;return new buffer_writer_1.Writer().addInt32(length).add(bodyBuffer).flush()},requestSsl=()=>{let response=Buffer.allocUnsafe(8);return response.writeInt32BE(
8,0),response.writeInt32BE(80877103,4),response},password2=password3=>writer.addCString(password3).flush(112),sendSASLInitialResponseMessage=function(mechanism,initialResponse){
return writer.addCString(mechanism).addInt32PrefixedString(initialResponse),writer.flush(112)},sendSCRAMClientFinalMessage=function(additionalData){return writer.
addString(additionalData).flush(112)},query2=text=>writer.addCString(text).flush(81),emptyArray=[],parse=query3=>{let name=query3.name||"";name.length>63&&(console.
error("Warning! Postgres only supports 63 characters for query names."),console.error("You supplied %s (%s)",name,name.length),console.error("This can cause con\
flicts and silent errors executing queries"));let types2=query3.types||emptyArray,len=types2.length,buffer=writer.addCString(name).addCString(query3.text).addInt16(
len);for(let i=0;i<len;i++)buffer.addInt32(types2[i]);return writer.flush(80)},writeValues=function(values2,valueMapper,formatsOffset){let len=values2.length;for(let i=0;i<
len;i++){let mappedVal=valueMapper?valueMapper(values2[i],i):values2[i],formatByte=0;mappedVal==null?writer.addInt32(-1):mappedVal instanceof Buffer?(formatByte=
1,writer.addInt32(mappedVal.length),writer.add(mappedVal)):writer.addInt32PrefixedString(mappedVal);let buf=writer.buffer;buf[formatsOffset++]=0,buf[formatsOffset++]=
formatByte}},bind=(config={})=>{let portal=config.portal||"",statement=config.statement||"",binary=config.binary||!1,values2=config.values||emptyArray,len=values2.
length;writer.addCString(portal).addCString(statement),writer.addInt16(len);let formatsOffset=writer.reserveUnsafe(len*2);writer.addInt16(len);try{writeValues(values2,
config.valueMapper,formatsOffset)}catch(err){throw writer.clear(),err}return writer.addInt16(1),writer.addInt16(binary?1:0),writer.flush(66)},emptyExecute=Buffer.
from([69,0,0,0,9,0,0,0,0,0]),execute=config=>{if(!config||!config.portal&&!config.rows)return emptyExecute;let portal=config.portal||"",rows=config.rows||0,portalLength=Buffer.
byteLength(portal),len=4+portalLength+1+4,buff=Buffer.allocUnsafe(1+len);return buff[0]=69,buff.writeInt32BE(len,1),buff.write(portal,5,"utf-8"),buff[portalLength+
5]=0,buff.writeUInt32BE(rows,buff.length-4),buff},cancel=(processID,secretKey)=>{let buffer=Buffer.allocUnsafe(16);return buffer.writeInt32BE(16,0),buffer.writeInt16BE(
1234,4),buffer.writeInt16BE(5678,6),buffer.writeInt32BE(processID,8),buffer.writeInt32BE(secretKey,12),buffer},cstringMessage=(code,string2)=>{let len=4+Buffer.
byteLength(string2)+1,buffer=Buffer.allocUnsafe(1+len);return buffer[0]=code,buffer.writeInt32BE(len,1),buffer.write(string2,5,"utf-8"),buffer[len]=0,buffer},emptyDescribePortal=writer.
addCString("P").flush(68),emptyDescribeStatement=writer.addCString("S").flush(68),describe3=msg=>msg.name?cstringMessage(68,`${msg.type}${msg.name||""}`):msg.type===
"P"?emptyDescribePortal:emptyDescribeStatement,close=msg=>{let text=`${msg.type}${msg.name||""}`;return cstringMessage(67,text)},copyData=chunk=>writer.add(chunk).
flush(100),copyFail=message=>cstringMessage(102,message),codeOnlyBuffer=code=>Buffer.from([code,0,0,0,4]),flushBuffer=codeOnlyBuffer(72),syncBuffer=codeOnlyBuffer(
83),endBuffer=codeOnlyBuffer(88),copyDoneBuffer=codeOnlyBuffer(99),serialize={startup,password:password2,requestSsl,sendSASLInitialResponseMessage,sendSCRAMClientFinalMessage,
query:query2,parse,bind,execute,describe:describe3,close,flush:()=>flushBuffer,sync:()=>syncBuffer,end:()=>endBuffer,copyData,copyDone:()=>copyDoneBuffer,copyFail,
cancel};exports.serialize=serialize}});var require_buffer_reader=__commonJS({"node_modules/pg-protocol/dist/buffer-reader.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});
exports.BufferReader=void 0;var BufferReader=class{constructor(offset=0){this.offset=offset,this.buffer=Buffer.allocUnsafe(0),this.encoding="utf-8"}setBuffer(offset,buffer){
this.offset=offset,this.buffer=buffer}int16(){let result=this.buffer.readInt16BE(this.offset);return this.offset+=2,result}byte(){let result=this.buffer[this.offset];
return this.offset++,result}int32(){let result=this.buffer.readInt32BE(this.offset);return this.offset+=4,result}uint32(){let result=this.buffer.readUInt32BE(this.
offset);return this.offset+=4,result}string(length){let result=this.buffer.toString(this.encoding,this.offset,this.offset+length);return this.offset+=length,result}cstring(){
let start=this.offset,end=start;for(;this.buffer[end++];);return this.offset=end,this.buffer.toString(this.encoding,start,end-1)}bytes(length){let result=this.buffer.
slice(this.offset,this.offset+length);return this.offset+=length,result}};exports.BufferReader=BufferReader}});var require_parser=__commonJS({"node_modules/pg-protocol/dist/parser.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.Parser=
void 0;var messages_1=require_messages(),buffer_reader_1=require_buffer_reader(),CODE_LENGTH=1,LEN_LENGTH=4,HEADER_LENGTH=CODE_LENGTH+LEN_LENGTH,LATEINIT_LENGTH=-1,
emptyBuffer=Buffer.allocUnsafe(0),Parser=class{constructor(opts){if(this.buffer=emptyBuffer,this.bufferLength=0,this.bufferOffset=0,this.reader=new buffer_reader_1.
BufferReader,opts?.mode==="binary")throw new Error("Binary mode not supported yet");this.mode=opts?.mode||"text"}parse(buffer,callback){this.mergeBuffer(buffer);
let bufferFullLength=this.bufferOffset+this.bufferLength,offset=this.bufferOffset;for(;offset+HEADER_LENGTH<=bufferFullLength;){let code=this.buffer[offset],length=this.
buffer.readUInt32BE(offset+CODE_LENGTH),fullMessageLength=CODE_LENGTH+length;if(fullMessageLength+offset<=bufferFullLength){let message=this.handlePacket(offset+
HEADER_LENGTH,code,length,this.buffer);callback(message),offset+=fullMessageLength}else break}offset===bufferFullLength?(this.buffer=emptyBuffer,this.bufferLength=
0,this.bufferOffset=0):(this.bufferLength=bufferFullLength-offset,this.bufferOffset=offset)}mergeBuffer(buffer){if(this.bufferLength>0){let newLength=this.bufferLength+
buffer.byteLength;if(newLength+this.bufferOffset>this.buffer.byteLength){let newBuffer;if(newLength<=this.buffer.byteLength&&this.bufferOffset>=this.bufferLength)
newBuffer=this.buffer;else{let newBufferLength=this.buffer.byteLength*2;for(;newLength>=newBufferLength;)newBufferLength*=2;newBuffer=Buffer.allocUnsafe(newBufferLength)}
this.buffer.copy(newBuffer,0,this.bufferOffset,this.bufferOffset+this.bufferLength),this.buffer=newBuffer,this.bufferOffset=0}buffer.copy(this.buffer,this.bufferOffset+
this.bufferLength),this.bufferLength=newLength}else this.buffer=buffer,this.bufferOffset=0,this.bufferLength=buffer.byteLength}handlePacket(offset,code,length,bytes){
let{reader}=this;reader.setBuffer(offset,bytes);let message;switch(code){case 50:message=messages_1.bindComplete;break;case 49:message=messages_1.parseComplete;
break;case 51:message=messages_1.closeComplete;break;case 110:message=messages_1.noData;break;case 115:message=messages_1.portalSuspended;break;case 99:message=
messages_1.copyDone;break;case 87:message=messages_1.replicationStart;break;case 73:message=messages_1.emptyQuery;break;case 68:message=parseDataRowMessage(reader);
break;case 67:message=parseCommandCompleteMessage(reader);break;case 90:message=parseReadyForQueryMessage(reader);break;case 65:message=parseNotificationMessage(
reader);break;case 82:message=parseAuthenticationResponse(reader,length);break;case 83:message=parseParameterStatusMessage(reader);break;case 75:message=parseBackendKeyData(
reader);break;case 69:message=parseErrorMessage(reader,"error");break;case 78:message=parseErrorMessage(reader,"notice");break;case 84:message=parseRowDescriptionMessage(
reader);break;case 116:message=parseParameterDescriptionMessage(reader);break;case 71:message=parseCopyInMessage(reader);break;case 72:message=parseCopyOutMessage(
reader);break;case 100:message=parseCopyData(reader,length);break;default:return new messages_1.DatabaseError("received invalid response: "+code.toString(16),length,
"error")}return reader.setBuffer(0,emptyBuffer),message.length=length,message}};exports.Parser=Parser;var parseReadyForQueryMessage=reader=>{let status=reader.string(
1);return new messages_1.ReadyForQueryMessage(LATEINIT_LENGTH,status)},parseCommandCompleteMessage=reader=>{let text=reader.cstring();return new messages_1.CommandCompleteMessage(
LATEINIT_LENGTH,text)},parseCopyData=(reader,length)=>{let chunk=reader.bytes(length-4);return new messages_1.CopyDataMessage(LATEINIT_LENGTH,chunk)},parseCopyInMessage=reader=>parseCopyMessage(
reader,"copyInResponse"),parseCopyOutMessage=reader=>parseCopyMessage(reader,"copyOutResponse"),parseCopyMessage=(reader,messageName)=>{let isBinary=reader.byte()!==
0,columnCount=reader.int16(),message=new messages_1.CopyResponse(LATEINIT_LENGTH,messageName,isBinary,columnCount);for(let i=0;i<columnCount;i++)message.columnTypes[i]=
reader.int16();return message},parseNotificationMessage=reader=>{let processId=reader.int32(),channel=reader.cstring(),payload=reader.cstring();return new messages_1.
NotificationResponseMessage(LATEINIT_LENGTH,processId,channel,payload)},parseRowDescriptionMessage=reader=>{let fieldCount=reader.int16(),message=new messages_1.
RowDescriptionMessage(LATEINIT_LENGTH,fieldCount);for(let i=0;i<fieldCount;i++)message.fields[i]=parseField(reader);return message},parseField=reader=>{let name=reader.
cstring(),tableID=reader.uint32(),columnID=reader.int16(),dataTypeID=reader.uint32(),dataTypeSize=reader.int16(),dataTypeModifier=reader.int32(),mode=reader.int16()===
0?"text":"binary";return new messages_1.Field(name,tableID,columnID,dataTypeID,dataTypeSize,dataTypeModifier,mode)},parseParameterDescriptionMessage=reader=>{let parameterCount=reader.
int16(),message=new messages_1.ParameterDescriptionMessage(LATEINIT_LENGTH,parameterCount);for(let i=0;i<parameterCount;i++)message.dataTypeIDs[i]=reader.uint32();
return message},parseDataRowMessage=reader=>{let fieldCount=reader.int16(),fields=new Array(fieldCount);for(let i=0;i<fieldCount;i++){let len=reader.int32();fields[i]=
len===-1?null:reader.string(len)}return new messages_1.DataRowMessage(LATEINIT_LENGTH,fields)},parseParameterStatusMessage=reader=>{let name=reader.cstring(),value=reader.
cstring();return new messages_1.ParameterStatusMessage(LATEINIT_LENGTH,name,value)},parseBackendKeyData=reader=>{let processID=reader.int32(),secretKey=reader.int32();
return new messages_1.BackendKeyDataMessage(LATEINIT_LENGTH,processID,secretKey)},parseAuthenticationResponse=(reader,length)=>{let code=reader.int32(),message={
name:"authenticationOk",length};switch(code){case 0:break;case 3:message.length===8&&(message.name="authenticationCleartextPassword");break;case 5:if(message.length===
12){message.name="authenticationMD5Password";let salt=reader.bytes(4);return new messages_1.AuthenticationMD5Password(LATEINIT_LENGTH,salt)}break;case 10:{message.
name="authenticationSASL",message.mechanisms=[];let mechanism;do mechanism=reader.cstring(),mechanism&&message.mechanisms.push(mechanism);while(mechanism)}break;case 11:
message.name="authenticationSASLContinue",message.data=reader.string(length-8);break;case 12:message.name="authenticationSASLFinal",message.data=reader.string(length-
8);break;default:throw new Error("Unknown authenticationOk message type "+code)}return message},parseErrorMessage=(reader,name)=>{let fields={},fieldType=reader.
string(1);for(;fieldType!=="\0";)fields[fieldType]=reader.cstring(),fieldType=reader.string(1);let messageValue=fields.M,message=name==="notice"?new messages_1.
NoticeMessage(LATEINIT_LENGTH,messageValue):new messages_1.DatabaseError(messageValue,LATEINIT_LENGTH,name);return message.severity=fields.S,message.code=fields.
C,message.detail=fields.D,message.hint=fields.H,message.position=fields.P,message.internalPosition=fields.p,message.internalQuery=fields.q,message.where=fields.
W,message.schema=fields.s,message.table=fields.t,message.column=fields.c,message.dataType=fields.d,message.constraint=fields.n,message.file=fields.F,message.line=
fields.L,message.routine=fields.R,message}}});var require_dist=__commonJS({"node_modules/pg-protocol/dist/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.DatabaseError=
exports.serialize=void 0;exports.parse=parse;var messages_1=require_messages();Object.defineProperty(exports,"DatabaseError",{enumerable:!0,get:function(){return messages_1.
DatabaseError}});var serializer_1=require_serializer();Object.defineProperty(exports,"serialize",{enumerable:!0,get:function(){return serializer_1.serialize}});
var parser_1=require_parser();function parse(stream,callback){let parser=new parser_1.Parser;return stream.on("data",buffer=>parser.parse(buffer,callback)),new Promise(
resolve=>stream.on("end",()=>resolve()))}}});var require_empty=__commonJS({"node_modules/pg-cloudflare/dist/empty.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.default=
{}}});var require_stream=__commonJS({"node_modules/pg/lib/stream.js"(exports,module){var{getStream,getSecureStream}=getStreamFuncs();module.exports={getStream,getSecureStream};
function getNodejsStreamFuncs(){function getStream2(ssl){let net=__require("net");return new net.Socket}function getSecureStream2(options){return __require("tls").
connect(options)}return{getStream:getStream2,getSecureStream:getSecureStream2}}function getCloudflareStreamFuncs(){function getStream2(ssl){let{CloudflareSocket}=require_empty();
return new CloudflareSocket(ssl)}function getSecureStream2(options){return options.socket.startTls(options),options.socket}return{getStream:getStream2,getSecureStream:getSecureStream2}}
function isCloudflareRuntime(){if(typeof navigator=="object"&&navigator!==null&&typeof navigator.userAgent=="string")return navigator.userAgent==="Cloudflare-Wo\
rkers";if(typeof Response=="function"){let resp=new Response(null,{cf:{thing:!0}});if(typeof resp.cf=="object"&&resp.cf!==null&&resp.cf.thing)return!0}return!1}
function getStreamFuncs(){return isCloudflareRuntime()?getCloudflareStreamFuncs():getNodejsStreamFuncs()}}});var require_connection=__commonJS({"node_modules/pg/lib/connection.js"(exports,module){"use strict";var EventEmitter=__require("events").EventEmitter,{parse,serialize}=require_dist(),
stream=require_stream(),{getStream}=stream,flushBuffer=serialize.flush(),syncBuffer=serialize.sync(),endBuffer=serialize.end(),Connection2=class extends EventEmitter{constructor(config){
super(),config=config||{},this.stream=config.stream||getStream(config.ssl),typeof this.stream=="function"&&(this.stream=this.stream(config)),this._keepAlive=config.
keepAlive,this._keepAliveInitialDelayMillis=config.keepAliveInitialDelayMillis,this.parsedStatements={},this.submittedNamedStatements={},this.ssl=config.ssl||!1,
this.sslNegotiation=config.sslNegotiation||"postgres",this._ending=!1,this._emitMessage=!1;let self=this;this.on("newListener",function(eventName){eventName==="\
message"&&(self._emitMessage=!0)})}connect(port,host){let self=this;this._connecting=!0,this.stream.setNoDelay(!0),this.stream.connect(port,host),this.stream.once(
"connect",function(){self._keepAlive&&self.stream.setKeepAlive(!0,self._keepAliveInitialDelayMillis),self.emit("connect")});let reportStreamError=function(error){
self._ending&&(error.code==="ECONNRESET"||error.code==="EPIPE")||self.emit("error",error)};if(this.stream.on("error",reportStreamError),this.stream.on("close",function(){
self.emit("end")}),!this.ssl)return this.attachListeners(this.stream);if(this.sslNegotiation==="direct")return this.stream.once("connect",function(){self.upgradeToSSL(
host,reportStreamError)});this.stream.once("data",function(buffer){switch(buffer.toString("utf8")){case"S":break;case"N":return self.stream.end(),self.emit("err\
or",new Error("The server does not support SSL connections"));default:return self.stream.end(),self.emit("error",new Error("There was an error establishing an S\
SL connection"))}self.upgradeToSSL(host,reportStreamError)})}upgradeToSSL(host,reportStreamError){let self=this,options={socket:self.stream,host};self.ssl!==!0&&
(Object.assign(options,self.ssl),"key"in self.ssl&&(options.key=self.ssl.key)),self.sslNegotiation==="direct"&&(options.ALPNProtocols=["postgresql"]);let net=__require("net");
net.isIP&&net.isIP(host)===0&&(options.servername=host);try{self.stream=stream.getSecureStream(options)}catch(err){return self.emit("error",err)}self.attachListeners(
self.stream),self.stream.on("error",reportStreamError),self.emit("sslconnect")}attachListeners(stream2){parse(stream2,msg=>{let eventName=msg.name==="error"?"er\
rorMessage":msg.name;this._emitMessage&&this.emit("message",msg),this.emit(eventName,msg)})}requestSsl(){this.stream.write(serialize.requestSsl())}startup(config){
this.stream.write(serialize.startup(config))}cancel(processID,secretKey){this._send(serialize.cancel(processID,secretKey))}password(password2){this._send(serialize.
password(password2))}sendSASLInitialResponseMessage(mechanism,initialResponse){this._send(serialize.sendSASLInitialResponseMessage(mechanism,initialResponse))}sendSCRAMClientFinalMessage(additionalData){
this._send(serialize.sendSCRAMClientFinalMessage(additionalData))}_send(buffer){return this.stream.writable?this.stream.write(buffer):!1}query(text){this._send(
serialize.query(text))}parse(query2){this._send(serialize.parse(query2))}bind(config){this._send(serialize.bind(config))}execute(config){this._send(serialize.execute(
config))}flush(){this.stream.writable&&this.stream.write(flushBuffer)}sync(){this._send(syncBuffer)}ref(){this.stream.ref()}unref(){this.stream.unref()}end(){if(this.
_ending=!0,!this._connecting||!this.stream.writable){this.stream.end();return}return this.stream.write(endBuffer,()=>{this.stream.end()})}close(msg){this._send(
serialize.close(msg))}describe(msg){this._send(serialize.describe(msg))}sendCopyFromChunk(chunk){this._send(serialize.copyData(chunk))}endCopyFrom(){this._send(
serialize.copyDone())}sendCopyFail(msg){this._send(serialize.copyFail(msg))}};module.exports=Connection2}});var require_split2=__commonJS({"node_modules/split2/index.js"(exports,module){"use strict";var{Transform}=__require("stream"),{StringDecoder}=__require("string_decoder"),
kLast=Symbol("last"),kDecoder=Symbol("decoder");function transform(chunk,enc,cb){let list;if(this.overflow){if(list=this[kDecoder].write(chunk).split(this.matcher),
list.length===1)return cb();list.shift(),this.overflow=!1}else this[kLast]+=this[kDecoder].write(chunk),list=this[kLast].split(this.matcher);this[kLast]=list.pop();
for(let i=0;i<list.length;i++)try{push(this,this.mapper(list[i]))}catch(error){return cb(error)}if(this.overflow=this[kLast].length>this.maxLength,this.overflow&&
!this.skipOverflow){cb(new Error("maximum buffer reached"));return}cb()}function flush(cb){if(this[kLast]+=this[kDecoder].end(),this[kLast])try{push(this,this.mapper(
this[kLast]))}catch(error){return cb(error)}cb()}function push(self,val){val!==void 0&&self.push(val)}function noop(incoming){return incoming}function split(matcher,mapper,options){
switch(matcher=matcher||/\r?\n/,mapper=mapper||noop,options=options||{},arguments.length){case 1:typeof matcher=="function"?(mapper=matcher,matcher=/\r?\n/):typeof matcher==
"object"&&!(matcher instanceof RegExp)&&!matcher[Symbol.split]&&(options=matcher,matcher=/\r?\n/);break;case 2:typeof matcher=="function"?(options=mapper,mapper=
matcher,matcher=/\r?\n/):typeof mapper=="object"&&(options=mapper,mapper=noop)}options=Object.assign({},options),options.autoDestroy=!0,options.transform=transform,
options.flush=flush,options.readableObjectMode=!0;let stream=new Transform(options);return stream[kLast]="",stream[kDecoder]=new StringDecoder("utf8"),stream.matcher=
matcher,stream.mapper=mapper,stream.maxLength=options.maxLength,stream.skipOverflow=options.skipOverflow||!1,stream.overflow=!1,stream._destroy=function(err,cb){
this._writableState.errorEmitted=!1,cb(err)},stream}module.exports=split}});var require_helper=__commonJS({"node_modules/pgpass/lib/helper.js"(exports,module){"use strict";var path=__require("path"),Stream=__require("stream").Stream,split=require_split2(),
util=__require("util"),defaultPort=5432,isWin=process.platform==="win32",warnStream=process.stderr,S_IRWXG=56,S_IRWXO=7,S_IFMT=61440,S_IFREG=32768;function isRegFile(mode){
return(mode&S_IFMT)==S_IFREG}var fieldNames=["host","port","database","user","password"],nrOfFields=fieldNames.length,passKey=fieldNames[nrOfFields-1];function warn(){
var isWritable=warnStream instanceof Stream&&warnStream.writable===!0;if(isWritable){var args=Array.prototype.slice.call(arguments).concat(`
`);warnStream.write(util.format.apply(util,args))}}Object.defineProperty(module.exports,"isWin",{get:function(){return isWin},set:function(val){isWin=val}});module.
exports.warnTo=function(stream){var old3=warnStream;return warnStream=stream,old3};module.exports.getFileName=function(rawEnv){var env=rawEnv||process.env,file=env.
PGPASSFILE||(isWin?path.join(env.APPDATA||"./","postgresql","pgpass.conf"):path.join(env.HOME||"./",".pgpass"));return file};module.exports.usePgPass=function(stats,fname){
return Object.prototype.hasOwnProperty.call(process.env,"PGPASSWORD")?!1:isWin?!0:(fname=fname||"<unkn>",isRegFile(stats.mode)?stats.mode&(S_IRWXG|S_IRWXO)?(warn(
'WARNING: password file "%s" has group or world access; permissions should be u=rw (0600) or less',fname),!1):!0:(warn('WARNING: password file "%s" is not a pla\
in file',fname),!1))};var matcher=module.exports.match=function(connInfo,entry){return fieldNames.slice(0,-1).reduce(function(prev,field,idx){return idx==1&&Number(
connInfo[field]||defaultPort)===Number(entry[field])?prev&&!0:prev&&(entry[field]==="*"||entry[field]===connInfo[field])},!0)};module.exports.getPassword=function(connInfo,stream,cb){
var pass24,lineStream=stream.pipe(split());function onLine(line){var entry=parseLine(line);entry&&isValidEntry(entry)&&matcher(connInfo,entry)&&(pass24=entry[passKey],
lineStream.end())}var onEnd=function(){stream.destroy(),cb(pass24)},onErr=function(err){stream.destroy(),warn("WARNING: error on reading file: %s",err),cb(void 0)};
stream.on("error",onErr),lineStream.on("data",onLine).on("end",onEnd).on("error",onErr)};var parseLine=module.exports.parseLine=function(line){if(line.length<11||
line.match(/^\s+#/))return null;for(var curChar="",prevChar="",fieldIdx=0,startIdx=0,endIdx=0,obj={},isLastField=!1,addToObj=function(idx,i0,i1){var field=line.
substring(i0,i1);Object.hasOwnProperty.call(process.env,"PGPASS_NO_DEESCAPE")||(field=field.replace(/\\([:\\])/g,"$1")),obj[fieldNames[idx]]=field},i=0;i<line.length-
1;i+=1){if(curChar=line.charAt(i+1),prevChar=line.charAt(i),isLastField=fieldIdx==nrOfFields-1,isLastField){addToObj(fieldIdx,startIdx);break}i>=0&&curChar==":"&&
prevChar!=="\\"&&(addToObj(fieldIdx,startIdx,i+1),startIdx=i+2,fieldIdx+=1)}return obj=Object.keys(obj).length===nrOfFields?obj:null,obj},isValidEntry=module.exports.
isValidEntry=function(entry){for(var rules={0:function(x){return x.length>0},1:function(x){return x==="*"?!0:(x=Number(x),isFinite(x)&&x>0&&x<9007199254740992&&
Math.floor(x)===x)},2:function(x){return x.length>0},3:function(x){return x.length>0},4:function(x){return x.length>0}},idx=0;idx<fieldNames.length;idx+=1){var rule2=rules[idx],
value=entry[fieldNames[idx]]||"",res=rule2(value);if(!res)return!1}return!0}}});var require_lib=__commonJS({"node_modules/pgpass/lib/index.js"(exports,module){"use strict";var path=__require("path"),fs=__require("fs"),helper=require_helper();
module.exports=function(connInfo,cb){var file=helper.getFileName();fs.stat(file,function(err,stat){if(err||!helper.usePgPass(stat,file))return cb(void 0);var st=fs.
createReadStream(file);helper.getPassword(connInfo,st,cb)})};module.exports.warnTo=helper.warnTo}});var require_client=__commonJS({"node_modules/pg/lib/client.js"(exports,module){var EventEmitter=__require("events").EventEmitter,utils=require_utils(),nodeUtils=__require("util"),
sasl=require_sasl(),TypeOverrides2=require_type_overrides(),ConnectionParameters=require_connection_parameters(),Query2=require_query(),defaults3=require_defaults(),
Connection2=require_connection(),crypto=require_utils2(),activeQueryDeprecationNotice=nodeUtils.deprecate(()=>{},"Client.activeQuery is deprecated and will be r\
emoved in pg@9.0"),queryQueueDeprecationNotice=nodeUtils.deprecate(()=>{},"Client.queryQueue is deprecated and will be removed in pg@9.0."),pgPassDeprecationNotice=nodeUtils.
deprecate(()=>{},"pgpass support is deprecated and will be removed in pg@9.0. You can provide an async function as the password property to the Client/Pool cons\
tructor that returns a password instead. Within this function you can call the pgpass module in your own code."),byoPromiseDeprecationNotice=nodeUtils.deprecate(
()=>{},"Passing a custom Promise implementation to the Client/Pool constructor is deprecated and will be removed in pg@9.0."),queryQueueLengthDeprecationNotice=nodeUtils.
deprecate(()=>{},"Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an externa\
l async flow control mechanism instead.");function coerceNumberOrDefault(value,defaultValue){if(typeof value=="number")return Number.isFinite(value)?value:defaultValue;
if(typeof value=="string"&&value.trim()!==""){let n=Number(value);return Number.isFinite(n)?n:defaultValue}return defaultValue}var Client2=class extends EventEmitter{constructor(config){
super(),this.connectionParameters=new ConnectionParameters(config),this.user=this.connectionParameters.user,this.database=this.connectionParameters.database,this.
port=this.connectionParameters.port,this.host=this.connectionParameters.host,Object.defineProperty(this,"password",{configurable:!0,enumerable:!1,writable:!0,value:this.
connectionParameters.password}),this.replication=this.connectionParameters.replication;let c=config||{};c.Promise&&byoPromiseDeprecationNotice(),this._Promise=c.
Promise||global.Promise,this._types=new TypeOverrides2(c.types),this._ending=!1,this._ended=!1,this._connecting=!1,this._connected=!1,this._connectionError=!1,this.
_queryable=!0,this._activeQuery=null,this._txStatus=null,this.enableChannelBinding=!!c.enableChannelBinding,this.scramMaxIterations=coerceNumberOrDefault(c.scramMaxIterations,
sasl.DEFAULT_MAX_SCRAM_ITERATIONS),this.connection=c.connection||new Connection2({stream:c.stream,ssl:this.connectionParameters.ssl,sslNegotiation:this.connectionParameters.
sslnegotiation,keepAlive:c.keepAlive||!1,keepAliveInitialDelayMillis:c.keepAliveInitialDelayMillis||0,encoding:this.connectionParameters.client_encoding||"utf8"}),
this._queryQueue=[],this._sentQueryQueue=[],this.pipeline=!!c.pipeline,this.binary=c.binary||defaults3.binary,this.processID=null,this.secretKey=null,this.ssl=this.
connectionParameters.ssl||!1,this.sslNegotiation=this.connectionParameters.sslnegotiation||"postgres",this.ssl&&this.ssl.key&&Object.defineProperty(this.ssl,"ke\
y",{enumerable:!1}),this._connectionTimeoutMillis=c.connectionTimeoutMillis||0}get activeQuery(){return activeQueryDeprecationNotice(),this._activeQuery}set activeQuery(val){
activeQueryDeprecationNotice(),this._activeQuery=val}_getActiveQuery(){return this._activeQuery}_errorAllQueries(err){let enqueueError=query2=>{process.nextTick(
()=>{query2.handleError(err,this.connection)})},activeQuery=this._getActiveQuery();activeQuery&&(enqueueError(activeQuery),this._activeQuery=null),this._sentQueryQueue.
forEach(enqueueError),this._sentQueryQueue.length=0,this._queryQueue.forEach(enqueueError),this._queryQueue.length=0}_connect(callback){let self=this,con=this.connection;
if(this._connectionCallback=callback,this._connecting||this._connected){let err=new Error("Client has already been connected. You cannot reuse a client.");process.
nextTick(()=>{callback(err)});return}this._connecting=!0,this._connectionTimeoutMillis>0&&(this.connectionTimeoutHandle=setTimeout(()=>{con._ending=!0,con.stream.
destroy(new Error("timeout expired"))},this._connectionTimeoutMillis),this.connectionTimeoutHandle.unref&&this.connectionTimeoutHandle.unref()),this.host&&this.
host.indexOf("/")===0?con.connect(this.host+"/.s.PGSQL."+this.port):con.connect(this.port,this.host),con.on("connect",function(){self.ssl?self.sslNegotiation!==
"direct"&&con.requestSsl():con.startup(self.getStartupConf())}),con.on("sslconnect",function(){con.startup(self.getStartupConf())}),this._attachListeners(con),con.
once("end",()=>{let error=this._ending?new Error("Connection terminated"):new Error("Connection terminated unexpectedly");clearTimeout(this.connectionTimeoutHandle),
this._errorAllQueries(error),this._ended=!0,this._ending||(this._connecting&&!this._connectionError?this._connectionCallback?this._connectionCallback(error):this.
_handleErrorEvent(error):this._connectionError||this._handleErrorEvent(error)),process.nextTick(()=>{this.emit("end")})})}connect(callback){if(callback){this._connect(
callback);return}return new this._Promise((resolve,reject)=>{this._connect(error=>{error?reject(error):resolve(this)})})}_attachListeners(con){con.on("authentic\
ationCleartextPassword",this._handleAuthCleartextPassword.bind(this)),con.on("authenticationMD5Password",this._handleAuthMD5Password.bind(this)),con.on("authent\
icationSASL",this._handleAuthSASL.bind(this)),con.on("authenticationSASLContinue",this._handleAuthSASLContinue.bind(this)),con.on("authenticationSASLFinal",this.
_handleAuthSASLFinal.bind(this)),con.on("backendKeyData",this._handleBackendKeyData.bind(this)),con.on("error",this._handleErrorEvent.bind(this)),con.on("errorM\
essage",this._handleErrorMessage.bind(this)),con.on("readyForQuery",this._handleReadyForQuery.bind(this)),con.on("notice",this._handleNotice.bind(this)),con.on(
"rowDescription",this._handleRowDescription.bind(this)),con.on("dataRow",this._handleDataRow.bind(this)),con.on("portalSuspended",this._handlePortalSuspended.bind(
this)),con.on("emptyQuery",this._handleEmptyQuery.bind(this)),con.on("commandComplete",this._handleCommandComplete.bind(this)),con.on("parseComplete",this._handleParseComplete.
bind(this)),con.on("copyInResponse",this._handleCopyInResponse.bind(this)),con.on("copyData",this._handleCopyData.bind(this)),con.on("notification",this._handleNotification.
bind(this))}_getPassword(cb){let con=this.connection;if(typeof this.password=="function")this._Promise.resolve().then(()=>this.password(this.connectionParameters)).
then(pass24=>{if(pass24!==void 0){if(typeof pass24!="string"){con.emit("error",new TypeError("Password must be a string"));return}this.connectionParameters.password=
this.password=pass24}else this.connectionParameters.password=this.password=null;cb()}).catch(err=>{con.emit("error",err)});else if(this.password!==null)cb();else
try{require_lib()(this.connectionParameters,pass24=>{pass24!==void 0&&(pgPassDeprecationNotice(),this.connectionParameters.password=this.password=pass24),cb()})}catch(e){
this.emit("error",e)}}_handleAuthCleartextPassword(msg){this._getPassword(()=>{this.connection.password(this.password)})}_handleAuthMD5Password(msg){this._getPassword(
async()=>{try{let hashedPassword=await crypto.postgresMd5PasswordHash(this.user,this.password,msg.salt);this.connection.password(hashedPassword)}catch(e){this.emit(
"error",e)}})}_handleAuthSASL(msg){this._getPassword(()=>{try{this.saslSession=sasl.startSession(msg.mechanisms,this.enableChannelBinding&&this.connection.stream,
this.scramMaxIterations),this.connection.sendSASLInitialResponseMessage(this.saslSession.mechanism,this.saslSession.response)}catch(err){this.connection.emit("e\
rror",err)}})}async _handleAuthSASLContinue(msg){try{await sasl.continueSession(this.saslSession,this.password,msg.data,this.enableChannelBinding&&this.connection.
stream),this.connection.sendSCRAMClientFinalMessage(this.saslSession.response)}catch(err){this.connection.emit("error",err)}}_handleAuthSASLFinal(msg){try{sasl.
finalizeSession(this.saslSession,msg.data),this.saslSession=null}catch(err){this.connection.emit("error",err)}}_handleBackendKeyData(msg){this.processID=msg.processID,
this.secretKey=msg.secretKey}_handleReadyForQuery(msg){this._connecting&&(this._connecting=!1,this._connected=!0,clearTimeout(this.connectionTimeoutHandle),this.
_connectionCallback&&(this._connectionCallback(null,this),this._connectionCallback=null),this.emit("connect"));let activeQuery=this._getActiveQuery();this._activeQuery=
null,this._txStatus=msg?.status??null,this.readyForQuery=!0,activeQuery&&activeQuery.handleReadyForQuery(this.connection),this._pulseQueryQueue()}_handleErrorWhileConnecting(err){
if(!this._connectionError){if(this._connectionError=!0,clearTimeout(this.connectionTimeoutHandle),this._connectionCallback)return this._connectionCallback(err);
this.emit("error",err)}}_handleErrorEvent(err){if(this._connecting)return this._handleErrorWhileConnecting(err);this._queryable=!1,this._errorAllQueries(err),this.
emit("error",err)}_handleErrorMessage(msg){if(this._connecting)return this._handleErrorWhileConnecting(msg);let activeQuery=this._getActiveQuery();if(!activeQuery){
this._handleErrorEvent(msg);return}this._activeQuery=null,activeQuery.name&&delete this.connection.submittedNamedStatements[activeQuery.name],activeQuery.handleError(
msg,this.connection)}_handleRowDescription(msg){let activeQuery=this._getActiveQuery();if(activeQuery==null){let error=new Error("Received unexpected rowDescrip\
tion message from backend.");this._handleErrorEvent(error);return}activeQuery.handleRowDescription(msg)}_handleDataRow(msg){let activeQuery=this._getActiveQuery();
if(activeQuery==null){let error=new Error("Received unexpected dataRow message from backend.");this._handleErrorEvent(error);return}activeQuery.handleDataRow(msg)}_handlePortalSuspended(msg){
let activeQuery=this._getActiveQuery();if(activeQuery==null){let error=new Error("Received unexpected portalSuspended message from backend.");this._handleErrorEvent(
error);return}activeQuery.handlePortalSuspended(this.connection)}_handleEmptyQuery(msg){let activeQuery=this._getActiveQuery();if(activeQuery==null){let error=new Error(
"Received unexpected emptyQuery message from backend.");this._handleErrorEvent(error);return}activeQuery.handleEmptyQuery(this.connection)}_handleCommandComplete(msg){
let activeQuery=this._getActiveQuery();if(activeQuery==null){let error=new Error("Received unexpected commandComplete message from backend.");this._handleErrorEvent(
error);return}activeQuery.handleCommandComplete(msg,this.connection)}_handleParseComplete(){let activeQuery=this._getActiveQuery();if(activeQuery==null){let error=new Error(
"Received unexpected parseComplete message from backend.");this._handleErrorEvent(error);return}activeQuery.name&&(this.connection.parsedStatements[activeQuery.
name]=activeQuery.text,delete this.connection.submittedNamedStatements[activeQuery.name])}_handleCopyInResponse(msg){let activeQuery=this._getActiveQuery();if(activeQuery==
null){let error=new Error("Received unexpected copyInResponse message from backend.");this._handleErrorEvent(error);return}activeQuery.handleCopyInResponse(this.
connection)}_handleCopyData(msg){let activeQuery=this._getActiveQuery();if(activeQuery==null){let error=new Error("Received unexpected copyData message from bac\
kend.");this._handleErrorEvent(error);return}activeQuery.handleCopyData(msg,this.connection)}_handleNotification(msg){this.emit("notification",msg)}_handleNotice(msg){
this.emit("notice",msg)}getStartupConf(){let params=this.connectionParameters,data={user:params.user,database:params.database},appName=params.application_name||
params.fallback_application_name;return appName&&(data.application_name=appName),params.replication&&(data.replication=""+params.replication),params.statement_timeout&&
(data.statement_timeout=String(parseInt(params.statement_timeout,10))),params.lock_timeout&&(data.lock_timeout=String(parseInt(params.lock_timeout,10))),params.
idle_in_transaction_session_timeout&&(data.idle_in_transaction_session_timeout=String(parseInt(params.idle_in_transaction_session_timeout,10))),params.options&&
(data.options=params.options),data}cancel(client,query2){if(client.activeQuery===query2){let con=this.connection;this.host&&this.host.indexOf("/")===0?con.connect(
this.host+"/.s.PGSQL."+this.port):con.connect(this.port,this.host),con.on("connect",function(){con.cancel(client.processID,client.secretKey)})}else client._queryQueue.
indexOf(query2)!==-1?client._queryQueue.splice(client._queryQueue.indexOf(query2),1):client._sentQueryQueue.indexOf(query2)!==-1&&(query2.callback=()=>{})}setTypeParser(oid,format,parseFn){
return this._types.setTypeParser(oid,format,parseFn)}getTypeParser(oid,format){return this._types.getTypeParser(oid,format)}escapeIdentifier(str){return utils.escapeIdentifier(
str)}escapeLiteral(str){return utils.escapeLiteral(str)}_pulseQueryQueue(){if(this.pipeline){this._pulsePipelinedQueryQueue();return}if(this.readyForQuery===!0){
this._activeQuery=this._queryQueue.shift();let activeQuery=this._getActiveQuery();if(activeQuery){this.readyForQuery=!1,this.hasExecuted=!0;let queryError=activeQuery.
submit(this.connection);queryError&&process.nextTick(()=>{activeQuery.handleError(queryError,this.connection),this.readyForQuery=!0,this._pulseQueryQueue()})}else
this.hasExecuted&&(this._activeQuery=null,this.emit("drain"))}}_pulsePipelinedQueryQueue(){if(!(!this._connected||!this._queryable)){for(;this._queryQueue.length>
0;){let query2=this._queryQueue.shift();this.hasExecuted=!0;let queryError=query2.submit(this.connection);if(queryError){process.nextTick(()=>{query2.handleError(
queryError,this.connection)});continue}this._sentQueryQueue.push(query2)}this.readyForQuery&&!this._activeQuery&&this._sentQueryQueue.length>0&&(this._activeQuery=
this._sentQueryQueue.shift(),this.readyForQuery=!1),!this._activeQuery&&this._sentQueryQueue.length===0&&this._queryQueue.length===0&&this.hasExecuted&&this.emit(
"drain")}}query(config,values2,callback){let query2,result;if(config==null)throw new TypeError("Client was passed a null or undefined query");if(typeof config.submit==
"function")result=query2=config,query2.callback||(typeof values2=="function"?query2.callback=values2:callback&&(query2.callback=callback));else if(query2=new Query2(
config,values2,callback),!query2.callback)result=new this._Promise((resolve,reject)=>{query2.callback=(err,res)=>err?reject(err):resolve(res)}).catch(err=>{throw Error.
captureStackTrace(err),err});else if(typeof query2.callback!="function")throw new TypeError("callback is not a function");let readTimeout=config.query_timeout||
this.connectionParameters.query_timeout;if(readTimeout){let queryCallback=query2.callback||(()=>{}),readTimeoutTimer=setTimeout(()=>{let error=new Error("Query \
read timeout");process.nextTick(()=>{query2.handleError(error,this.connection)}),queryCallback(error),query2.callback=()=>{};let index=this._queryQueue.indexOf(
query2);if(index>-1)this._queryQueue.splice(index,1);else if(this.pipeline){this.connection.stream.destroy();return}this._pulseQueryQueue()},readTimeout);query2.
callback=(err,res)=>{clearTimeout(readTimeoutTimer),queryCallback(err,res)}}if(this.binary&&!query2.binary&&(query2.binary=!0),query2._result&&!query2._result._types&&
(query2._result._types=this._types),this.pipeline){let portalQuery=typeof config.submit=="function"&&!(query2 instanceof Query2)?"Custom query classes such as p\
g-cursor and pg-query-stream are":query2.rows?"The `rows` option is":null;if(portalQuery)return process.nextTick(()=>{query2.handleError(new Error(`${portalQuery}\
 not supported in pipeline mode`),this.connection)}),result}return this._queryable?this._ending?(process.nextTick(()=>{query2.handleError(new Error("Client was \
closed and is not queryable"),this.connection)}),result):(this._queryQueue.length>0&&!this.pipeline&&queryQueueLengthDeprecationNotice(),this._queryQueue.push(query2),
this._pulseQueryQueue(),result):(process.nextTick(()=>{query2.handleError(new Error("Client has encountered a connection error and is not queryable"),this.connection)}),
result)}ref(){this.connection.ref()}unref(){this.connection.unref()}getTransactionStatus(){return this._txStatus}end(cb){if(this._ending=!0,!this.connection._connecting||
this._ended)if(cb){cb();return}else return this._Promise.resolve();if(this._queryable?this.pipeline&&(this._getActiveQuery()||this._sentQueryQueue.length>0||this.
_queryQueue.length>0)?this.once("drain",()=>this.connection.end()):this._getActiveQuery()?this.connection.stream.destroy():this.connection.end():this.connection.
stream.destroy(),cb)this.connection.once("end",cb);else return new this._Promise(resolve=>{this.connection.once("end",resolve)})}get queryQueue(){return queryQueueDeprecationNotice(),
this._queryQueue}};Client2.Query=Query2;module.exports=Client2}});var require_pg_pool=__commonJS({"node_modules/pg-pool/index.js"(exports,module){"use strict";var EventEmitter=__require("events").EventEmitter,NOOP=function(){},
removeWhere=(list,predicate)=>{let i=list.findIndex(predicate);return i===-1?void 0:list.splice(i,1)[0]},IdleItem=class{constructor(client,idleListener,timeoutId){
this.client=client,this.idleListener=idleListener,this.timeoutId=timeoutId}},PendingItem=class{constructor(callback){this.callback=callback}};function throwOnDoubleRelease(){
throw new Error("Release called on client which has already been released to the pool.")}function promisify2(Promise2,callback){if(callback)return{callback,result:void 0};
let rej,res,cb=function(err,client){err?rej(err):res(client)},result=new Promise2(function(resolve,reject){res=resolve,rej=reject}).catch(err=>{throw Error.captureStackTrace(
err),err});return{callback:cb,result}}function makeIdleListener(pool,client){return function idleListener(err){err.client=client,client.removeListener("error",idleListener),
client.on("error",()=>{pool.log("additional client error after disconnection due to error",err)}),pool._remove(client),pool.emit("error",err,client)}}var Pool2=class extends EventEmitter{constructor(options,Client2){
super(),this.options=Object.assign({},options),options!=null&&"password"in options&&Object.defineProperty(this.options,"password",{configurable:!0,enumerable:!1,
writable:!0,value:options.password}),options!=null&&options.ssl&&options.ssl.key&&Object.defineProperty(this.options.ssl,"key",{enumerable:!1}),this.options.max=
this.options.max||this.options.poolSize||10,this.options.min=this.options.min||0,this.options.maxUses=this.options.maxUses||1/0,this.options.allowExitOnIdle=this.
options.allowExitOnIdle||!1,this.options.maxLifetimeSeconds=this.options.maxLifetimeSeconds||0,this.log=this.options.log||function(){},this.Client=this.options.
Client||Client2||require_lib2().Client,this.Promise=this.options.Promise||global.Promise,typeof this.options.idleTimeoutMillis>"u"&&(this.options.idleTimeoutMillis=
1e4),this._clients=[],this._idle=[],this._expired=new WeakSet,this._pendingQueue=[],this._endCallback=void 0,this.ending=!1,this.ended=!1}_promiseTry(f){let Promise2=this.
Promise;return typeof Promise2.try=="function"?Promise2.try(f):new Promise2(resolve=>resolve(f()))}_isFull(){return this._clients.length>=this.options.max}_isAboveMin(){
return this._clients.length>this.options.min}_pulseQueue(){if(this.log("pulse queue"),this.ended){this.log("pulse queue ended");return}if(this.ending){this.log(
"pulse queue on ending"),this._idle.length&&this._idle.slice().map(item=>{this._remove(item.client)}),this._clients.length||(this.ended=!0,this._endCallback());
return}if(!this._pendingQueue.length){this.log("no queued requests");return}if(!this._idle.length&&this._isFull())return;let pendingItem=this._pendingQueue.shift();
if(this._idle.length){let idleItem=this._idle.pop();clearTimeout(idleItem.timeoutId);let client=idleItem.client;client.ref&&client.ref();let idleListener=idleItem.
idleListener;return this._acquireClient(client,pendingItem,idleListener,!1)}if(!this._isFull())return this.newClient(pendingItem);throw new Error("unexpected co\
ndition")}_remove(client,callback){let removed=removeWhere(this._idle,item=>item.client===client);removed!==void 0&&clearTimeout(removed.timeoutId),this._clients=
this._clients.filter(c=>c!==client);let context=this;client.end(()=>{context.emit("remove",client),typeof callback=="function"&&callback()})}connect(cb){if(this.
ending){let err=new Error("Cannot use a pool after calling end on the pool");return cb?cb(err):this.Promise.reject(err)}let response=promisify2(this.Promise,cb),
result=response.result;if(this._isFull()||this._idle.length){if(this._idle.length&&process.nextTick(()=>this._pulseQueue()),!this.options.connectionTimeoutMillis)
return this._pendingQueue.push(new PendingItem(response.callback)),result;let queueCallback=(err,res,done)=>{clearTimeout(tid),response.callback(err,res,done)},
pendingItem=new PendingItem(queueCallback),tid=setTimeout(()=>{removeWhere(this._pendingQueue,i=>i.callback===queueCallback),pendingItem.timedOut=!0,response.callback(
new Error("timeout exceeded when trying to connect"))},this.options.connectionTimeoutMillis);return tid.unref&&tid.unref(),this._pendingQueue.push(pendingItem),
result}return this.newClient(new PendingItem(response.callback)),result}newClient(pendingItem){let client=new this.Client(this.options);this._clients.push(client);
let idleListener=makeIdleListener(this,client);this.log("checking client timeout");let tid,timeoutHit=!1;this.options.connectionTimeoutMillis&&(tid=setTimeout(()=>{
client.connection?(this.log("ending client due to timeout"),timeoutHit=!0,client.connection.stream.destroy()):client.isConnected()||(this.log("ending client due\
 to timeout"),timeoutHit=!0,client.end())},this.options.connectionTimeoutMillis)),this.log("connecting new client"),client.connect(err=>{if(tid&&clearTimeout(tid),
client.on("error",idleListener),err)this.log("client failed to connect",err),this._clients=this._clients.filter(c=>c!==client),timeoutHit&&(err=new Error("Conne\
ction terminated due to connection timeout",{cause:err})),this._pulseQueue(),pendingItem.timedOut||pendingItem.callback(err,void 0,NOOP);else{if(this.log("new c\
lient connected"),this.options.onConnect){this._promiseTry(()=>this.options.onConnect(client)).then(()=>{this._afterConnect(client,pendingItem,idleListener)},hookErr=>{
this._clients=this._clients.filter(c=>c!==client),client.end(()=>{this._pulseQueue(),pendingItem.timedOut||pendingItem.callback(hookErr,void 0,NOOP)})});return}
return this._afterConnect(client,pendingItem,idleListener)}})}_afterConnect(client,pendingItem,idleListener){if(this.options.maxLifetimeSeconds!==0){let maxLifetimeTimeout=setTimeout(
()=>{this.log("ending client due to expired lifetime"),this._expired.add(client),this._idle.findIndex(idleItem=>idleItem.client===client)!==-1&&this._acquireClient(
client,new PendingItem((err,client2,clientRelease)=>clientRelease()),idleListener,!1)},this.options.maxLifetimeSeconds*1e3);maxLifetimeTimeout.unref(),client.once(
"end",()=>clearTimeout(maxLifetimeTimeout))}return this._acquireClient(client,pendingItem,idleListener,!0)}_acquireClient(client,pendingItem,idleListener,isNew){
isNew&&this.emit("connect",client),this.emit("acquire",client),client.release=this._releaseOnce(client,idleListener),client.removeListener("error",idleListener),
pendingItem.timedOut?isNew&&this.options.verify?this.options.verify(client,client.release):client.release():isNew&&this.options.verify?this.options.verify(client,
err=>{if(err)return client.release(err),pendingItem.callback(err,void 0,NOOP);pendingItem.callback(void 0,client,client.release)}):pendingItem.callback(void 0,client,
client.release)}_releaseOnce(client,idleListener){let released=!1;return err=>{released&&throwOnDoubleRelease(),released=!0,this._release(client,idleListener,err)}}_release(client,idleListener,err){
if(client.on("error",idleListener),client._poolUseCount=(client._poolUseCount||0)+1,this.emit("release",err,client),err||this.ending||!client._queryable||client.
_ending||client._poolUseCount>=this.options.maxUses)return client._poolUseCount>=this.options.maxUses&&this.log("remove expended client"),this._remove(client,this.
_pulseQueue.bind(this));if(this._expired.has(client))return this.log("remove expired client"),this._expired.delete(client),this._remove(client,this._pulseQueue.
bind(this));let tid;this.options.idleTimeoutMillis&&this._isAboveMin()&&(tid=setTimeout(()=>{this._isAboveMin()&&(this.log("remove idle client"),this._remove(client,
this._pulseQueue.bind(this)))},this.options.idleTimeoutMillis),this.options.allowExitOnIdle&&tid.unref()),this.options.allowExitOnIdle&&client.unref(),this._idle.
push(new IdleItem(client,idleListener,tid)),this._pulseQueue()}query(text,values2,cb){if(typeof text=="function"){let response2=promisify2(this.Promise,text);return setImmediate(
function(){return response2.callback(new Error("Passing a function as the first parameter to pool.query is not supported"))}),response2.result}typeof values2=="\
function"&&(cb=values2,values2=void 0);let response=promisify2(this.Promise,cb);return cb=response.callback,this.connect((err,client)=>{if(err)return cb(err);let clientReleased=!1,
onError=err2=>{clientReleased||(clientReleased=!0,client.release(err2),cb(err2))};client.once("error",onError),this.log("dispatching query");try{client.query(text,
values2,(err2,res)=>{if(this.log("query dispatched"),client.removeListener("error",onError),!clientReleased)return clientReleased=!0,client.release(err2),err2?cb(
err2):cb(void 0,res)})}catch(err2){return client.release(err2),cb(err2)}}),response.result}end(cb){if(this.log("ending"),this.ending){let err=new Error("Called \
end on pool more than once");return cb?cb(err):this.Promise.reject(err)}this.ending=!0;let promised=promisify2(this.Promise,cb);return this._endCallback=promised.
callback,this._pulseQueue(),promised.result}get waitingCount(){return this._pendingQueue.length}get idleCount(){return this._idle.length}get expiredCount(){return this.
_clients.reduce((acc,client)=>acc+(this._expired.has(client)?1:0),0)}get totalCount(){return this._clients.length}};module.exports=Pool2}});var require_query2=__commonJS({"node_modules/pg/lib/native/query.js"(exports,module){"use strict";var EventEmitter=__require("events").EventEmitter,util=__require("util"),
utils=require_utils(),NativeQuery=module.exports=function(config,values2,callback){EventEmitter.call(this),config=utils.normalizeQueryConfig(config,values2,callback),
this.text=config.text,this.values=config.values,this.name=config.name,this.queryMode=config.queryMode,this.callback=config.callback,this.state="new",this._arrayMode=
config.rowMode==="array",this._emitRowEvents=!1,this.on("newListener",function(event){event==="row"&&(this._emitRowEvents=!0)}.bind(this))};util.inherits(NativeQuery,
EventEmitter);var errorFieldMap={sqlState:"code",statementPosition:"position",messagePrimary:"message",messageDetail:"detail",messageHint:"hint",context:"where",
schemaName:"schema",tableName:"table",columnName:"column",dataTypeName:"dataType",constraintName:"constraint",sourceFile:"file",sourceLine:"line",sourceFunction:"\
routine"};NativeQuery.prototype.handleError=function(err){let fields=this.native&&this.native.pq.resultErrorFields();if(fields)for(let key in fields){let normalizedFieldName=errorFieldMap[key]||
key;err[normalizedFieldName]=fields[key]}this.callback?this.callback(err):this.emit("error",err),this.state="error"};NativeQuery.prototype.then=function(onSuccess,onFailure){
return this._getPromise().then(onSuccess,onFailure)};NativeQuery.prototype.catch=function(callback){return this._getPromise().catch(callback)};NativeQuery.prototype.
_getPromise=function(){return this._promise?this._promise:(this._promise=new Promise(function(resolve,reject){this._once("end",resolve),this._once("error",reject)}.
bind(this)),this._promise)};NativeQuery.prototype.submit=function(client){this.state="running";let self=this;this.native=client.native,client.native.arrayMode=this.
_arrayMode;let after=function(err,rows,results){if(client.native.arrayMode=!1,setImmediate(function(){self.emit("_done")}),err)return self.handleError(err);self.
_emitRowEvents&&(results.length>1?rows.forEach((rowOfRows,i)=>{rowOfRows.forEach(row=>{self.emit("row",row,results[i])})}):rows.forEach(function(row){self.emit(
"row",row,results)})),self.state="end",self.emit("end",results),self.callback&&self.callback(null,results)};if(process.domain&&(after=process.domain.bind(after)),
this.name){this.name.length>63&&(console.error("Warning! Postgres only supports 63 characters for query names."),console.error("You supplied %s (%s)",this.name,
this.name.length),console.error("This can cause conflicts and silent errors executing queries"));let values2=(this.values||[]).map(utils.prepareValue);if(client.
namedQueries[this.name]!==void 0){if(this.text&&client.namedQueries[this.name]!==this.text){let err=new Error(`Prepared statements must be unique - '${this.name}\
' was used for a different statement`);return after(err)}return client.native.execute(this.name,values2,after)}return client.native.prepare(this.name,this.text,
values2.length,function(err){return err?after(err):(client.namedQueries[self.name]=self.text,self.native.execute(self.name,values2,after))})}else if(this.values){
if(!Array.isArray(this.values)){let err=new Error("Query values must be an array");return after(err)}let vals=this.values.map(utils.prepareValue);client.native.
query(this.text,vals,after)}else this.queryMode==="extended"?client.native.query(this.text,[],after):client.native.query(this.text,after)}}});var require_client2=__commonJS({"node_modules/pg/lib/native/client.js"(exports,module){var nodeUtils=__require("util"),Native;try{Native=__require("pg-native")}catch(e){
throw e}var TypeOverrides2=require_type_overrides(),EventEmitter=__require("events").EventEmitter,util=__require("util"),ConnectionParameters=require_connection_parameters(),
NativeQuery=require_query2(),queryQueueLengthDeprecationNotice=nodeUtils.deprecate(()=>{},"Calling client.query() when the client is already executing a query i\
s deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead."),Client2=module.exports=function(config){EventEmitter.
call(this),config=config||{},this._Promise=config.Promise||global.Promise,this._types=new TypeOverrides2(config.types),this.native=new Native({types:this._types}),
this._queryQueue=[],this._ending=!1,this._connecting=!1,this._connected=!1,this._queryable=!0,this.pipeline=!!config.pipeline,this._pipelineInFlight=!1;let cp=this.
connectionParameters=new ConnectionParameters(config);config.nativeConnectionString&&(cp.nativeConnectionString=config.nativeConnectionString),this.user=cp.user,
Object.defineProperty(this,"password",{configurable:!0,enumerable:!1,writable:!0,value:cp.password}),this.database=cp.database,this.host=cp.host,this.port=cp.port,
this.namedQueries={}};Client2.Query=NativeQuery;util.inherits(Client2,EventEmitter);Client2.prototype._errorAllQueries=function(err){let enqueueError=query2=>{process.
nextTick(()=>{query2.native=this.native,query2.handleError(err)})};this._hasActiveQuery()&&(enqueueError(this._activeQuery),this._activeQuery=null),this._queryQueue.
forEach(enqueueError),this._queryQueue.length=0};Client2.prototype._connect=function(cb){let self=this;if(this._connecting){process.nextTick(()=>cb(new Error("C\
lient has already been connected. You cannot reuse a client.")));return}this._connecting=!0,this.connectionParameters.getLibpqConnectionString(function(err,conString){
if(self.connectionParameters.nativeConnectionString&&(conString=self.connectionParameters.nativeConnectionString),err)return cb(err);self.native.connect(conString,
function(err2){if(err2)return self.native.end(),cb(err2);self._connected=!0,self.native.on("error",function(err3){self._queryable=!1,self._errorAllQueries(err3),
self.emit("error",err3)}),self.native.on("notification",function(msg){self.emit("notification",{channel:msg.relname,payload:msg.extra})}),self.emit("connect"),self.
_pulseQueryQueue(!0),cb(null,this)})})};Client2.prototype.connect=function(callback){if(callback){this._connect(callback);return}return new this._Promise((resolve,reject)=>{
this._connect(error=>{error?reject(error):resolve(this)})})};Client2.prototype.query=function(config,values2,callback){let query2,result,readTimeout,readTimeoutTimer,
queryCallback;if(config==null)throw new TypeError("Client was passed a null or undefined query");if(typeof config.submit=="function")readTimeout=config.query_timeout||
this.connectionParameters.query_timeout,result=query2=config,typeof values2=="function"&&(config.callback=values2);else if(readTimeout=config.query_timeout||this.
connectionParameters.query_timeout,query2=new NativeQuery(config,values2,callback),!query2.callback){let resolveOut,rejectOut;result=new this._Promise((resolve,reject)=>{
resolveOut=resolve,rejectOut=reject}).catch(err=>{throw Error.captureStackTrace(err),err}),query2.callback=(err,res)=>err?rejectOut(err):resolveOut(res)}return readTimeout&&
(queryCallback=query2.callback||(()=>{}),readTimeoutTimer=setTimeout(()=>{let error=new Error("Query read timeout");process.nextTick(()=>{query2.handleError(error,
this.connection)}),queryCallback(error),query2.callback=()=>{};let index=this._queryQueue.indexOf(query2);index>-1&&this._queryQueue.splice(index,1),this._pulseQueryQueue()},
readTimeout),query2.callback=(err,res)=>{clearTimeout(readTimeoutTimer),queryCallback(err,res)}),this._queryable?this._ending?(query2.native=this.native,process.
nextTick(()=>{query2.handleError(new Error("Client was closed and is not queryable"))}),result):(this._queryQueue.length>0&&!this.pipeline&&queryQueueLengthDeprecationNotice(),
this._queryQueue.push(query2),this._pulseQueryQueue(),result):(query2.native=this.native,process.nextTick(()=>{query2.handleError(new Error("Client has encounte\
red a connection error and is not queryable"))}),result)};Client2.prototype.end=function(cb){let self=this;this._ending=!0,this._connecting&&!this._connected&&this.
once("connect",()=>{this.end(()=>{})});let result;cb||(result=new this._Promise(function(resolve,reject){cb=err=>err?reject(err):resolve()}));let doEnd=function(){
self.native.end(function(){self._connected=!1,self._errorAllQueries(new Error("Connection terminated")),process.nextTick(()=>{self.emit("end"),cb&&cb()})})};return this.
pipeline&&(this._pipelineInFlight||this._queryQueue.length>0)?this.once("drain",doEnd):doEnd(),result};Client2.prototype._hasActiveQuery=function(){return this.
_activeQuery&&this._activeQuery.state!=="error"&&this._activeQuery.state!=="end"};Client2.prototype._pulseQueryQueue=function(initialConnection){if(!this._connected)
return;if(this.pipeline&&!initialConnection)return this._pulsePipelinedQueryQueue();if(this._hasActiveQuery())return;let query2=this._queryQueue.shift();if(!query2){
initialConnection||this.emit("drain");return}this._activeQuery=query2,query2.submit(this);let self=this;query2.once("_done",function(){self._pulseQueryQueue()})};
Client2.prototype._pulsePipelinedQueryQueue=function(){if(!this._connected||this._pipelineInFlight)return;if(this._queryQueue.length===0){this.hasExecuted&&this.
emit("drain");return}this._pipelineInFlight=!0;let self=this,queries=[],nativeQueries=[],utils=require_utils();for(;this._queryQueue.length>0;){let query2=this.
_queryQueue.shift();this.hasExecuted=!0,nativeQueries.push(query2);let values2=query2.values?query2.values.map(utils.prepareValue):null,pipelineEntry={text:query2.
text,name:query2.name,arrayMode:query2._arrayMode};values2&&(pipelineEntry.values=values2),query2.name&&this.namedQueries[query2.name]&&(pipelineEntry._alreadyPrepared=
!0),queries.push(pipelineEntry)}this.native.pipeline(queries,function(err,results){if(self._pipelineInFlight=!1,err){self._connected=!1,self._queryable=!1;for(let i=0;i<
nativeQueries.length;i++){let q=nativeQueries[i];q.native=self.native,q.handleError(err)}self._errorAllQueries(err),self.emit("error",err),self.emit("end");return}
for(let i=0;i<nativeQueries.length;i++){let q=nativeQueries[i],r=results[i];q.native=self.native,r.err?q.handleError(r.err):(q.name&&(self.namedQueries[q.name]=
q.text),q.state="end",q.emit("end",r.result),q.callback&&q.callback(null,r.result)),setImmediate(function(){q.emit("_done")})}self._pulsePipelinedQueryQueue()})};
Client2.prototype.cancel=function(query2){this._activeQuery===query2?this.native.cancel(function(){}):this._queryQueue.indexOf(query2)!==-1&&this._queryQueue.splice(
this._queryQueue.indexOf(query2),1)};Client2.prototype.ref=function(){};Client2.prototype.unref=function(){};Client2.prototype.setTypeParser=function(oid,format,parseFn){
return this._types.setTypeParser(oid,format,parseFn)};Client2.prototype.getTypeParser=function(oid,format){return this._types.getTypeParser(oid,format)};Client2.
prototype.isConnected=function(){return this._connected};Client2.prototype.getTransactionStatus=function(){return this.native.getTransactionStatus()}}});var require_native=__commonJS({"node_modules/pg/lib/native/index.js"(exports,module){"use strict";module.exports=require_client2()}});var require_lib2=__commonJS({"node_modules/pg/lib/index.js"(exports,module){"use strict";var Client2=require_client(),defaults3=require_defaults(),Connection2=require_connection(),
Result2=require_result(),utils=require_utils(),Pool2=require_pg_pool(),TypeOverrides2=require_type_overrides(),{DatabaseError:DatabaseError2}=require_dist(),{escapeIdentifier:escapeIdentifier2,
escapeLiteral:escapeLiteral2}=require_utils(),poolFactory=Client3=>class extends Pool2{constructor(options){super(options,Client3)}},PG=function(clientConstructor2){
this.defaults=defaults3,this.Client=clientConstructor2,this.Query=this.Client.Query,this.Pool=poolFactory(this.Client),this._pools=[],this.Connection=Connection2,
this.types=require_pg_types(),this.DatabaseError=DatabaseError2,this.TypeOverrides=TypeOverrides2,this.escapeIdentifier=escapeIdentifier2,this.escapeLiteral=escapeLiteral2,
this.Result=Result2,this.utils=utils},clientConstructor=Client2,forceNative=!1;try{forceNative=!!process.env.NODE_PG_FORCE_NATIVE}catch{}forceNative&&(clientConstructor=
require_native());module.exports=new PG(clientConstructor);Object.defineProperty(module.exports,"native",{configurable:!0,enumerable:!1,get(){let native=null;try{
native=new PG(require_native())}catch(err){if(err.code!=="MODULE_NOT_FOUND")throw err}return Object.defineProperty(module.exports,"native",{value:native}),native}})}});var infoOf=({judge:_judge,examples:_examples,...info})=>info,defineFamily=definition=>({id:definition.id,engines:definition.engines,connections:definition.connections,
checks:definition.checks.map(check=>infoOf(check)),open:work=>work(definition)});var seen=(value,source)=>source===void 0?{seen:!0,value}:{seen:!0,value,source},unseen=(reason,more={})=>({seen:!1,reason,...more});var guardedSettings=new Set(["ssl_min_protocol_version","ssl_max_protocol_version","ssl_ciphers","ssl_tls13_ciphers","ssl_groups","ssl_ecdh_curve","shared_prelo\
ad_libraries","session_preload_libraries","dynamic_library_path","extension_control_path","log_directory","log_filename","oauth_validator_libraries"]),customSetting={
since:999},settingsGrant=user=>`GRANT pg_read_all_settings TO ${quoteName(user)};`,quoteName=name=>/^[a-z_][a-z0-9_]*$/.test(name)?name:`"${name.replaceAll('"',
'""')}"`,settingOf=(facts,name,versions={})=>{if(!facts.settings.seen)return facts.settings;let setting5=facts.settings.value[name];if(setting5!==void 0)return setting5.
overridden?unseen("unexpected-reply",{detail:`${name} has a value of its own for the scanner's role or database (${setting5.source}); the server's value is not \
visible`}):{seen:!0,value:setting5,source:`pg_settings ${name}`};if(!facts.observer.seen)return facts.observer;let{versionNum,readSettings:readSettings2,user}=facts.
observer.value,major=Math.floor(versionNum/1e4);if(major<(versions.since??0)||major>(versions.until??999)||guardedSettings.has(name)&&readSettings2)return;let managed=facts.
provider.seen&&facts.provider.value.platform!==void 0;return unseen(managed?"hidden-by-provider":"permission-denied",{detail:`${name} is not shown to this role`,
grant:settingsGrant(user)})},asBoolean=value=>{let word=value.trim().toLowerCase();if(["on","1","true","yes","t"].includes(word))return!0;if(["off","0","false",
"no","f"].includes(word))return!1},asList=value=>value.split(",").map(word=>word.trim().replaceAll('"',"").toLowerCase()).filter(word=>word!=="");var names={observer:!0,provider:!0,settings:!0,ownSession:!0,clock:!0,sessions:!0,archiver:!0,slots:!0,rules:!0,roles:!0,memberships:!0,databases:!0,roleSettings:!0,
passwords:!0,parameterGrants:!0,identityPrivileges:!0,auditedObjects:!0,adminFunctions:!0,schemas:!0,publicGrants:!0,defaultGrants:!0,definerFunctions:!0,untrustedLanguages:!0,
tenantTables:!0,openPolicies:!0,bypassingViews:!0,extensions:!0,foreignServers:!0},nothingSeen=(fact,{identities,backups})=>({...Object.fromEntries(Object.keys(
names).map(name=>[name,fact])),identities,backups}),whyBlind=facts=>facts.observer.seen?Object.keys(names).some(name=>{let fact=facts[name];return!fact.seen&&fact.
reason==="connection-closed"})?"connection-closed":void 0:facts.observer.reason;var listed=(...items)=>seen({items,complete:!0}),cut=(...items)=>seen({items,complete:!1}),observer={versionNum:180007,versionText:"18.7",user:"dbvet",database:"\
shop",superuser:!1,monitor:!0,readSettings:!0,readStats:!0,readRules:!0,readPasswords:!0,inRecovery:!1,readOnly:!0,serverTime:179e10,databases:1},plainRole={name:"\
shop_app",bootstrap:!1,superuser:!1,createRole:!1,createDatabase:!1,canLogin:!0,replication:!1,bypassRls:!1,connectionLimit:-1,validUntil:null},setting=value=>({
value,source:"configuration file",pendingRestart:!1,overridden:!1}),values={ssl:"on",password_encryption:"scram-sha-256",listen_addresses:"10.0.0.5",log_connections:"\
authorization",log_disconnections:"on",log_statement:"ddl",log_line_prefix:"%m [%p] %q%u@%d %r %a ",log_destination:"stderr",log_min_messages:"warning",log_min_error_statement:"\
error",log_error_verbosity:"default",log_min_duration_statement:"1000",log_parameter_max_length:"0",log_parameter_max_length_on_error:"0","pgaudit.log":"ddl, ro\
le, write","pgaudit.role":"auditor",fsync:"on",full_page_writes:"on",data_checksums:"on",ssl_min_protocol_version:"TLSv1.2",ssl_ciphers:"HIGH:!aNULL:!3DES",ssl_prefer_server_ciphers:"\
on",statement_timeout:"30000",idle_in_transaction_session_timeout:"60000",authentication_timeout:"60",row_security:"on",lo_compat_privileges:"off",backslash_quote:"\
safe_encoding",standard_conforming_strings:"on",synchronous_commit:"on",autovacuum:"on",log_lock_waits:"on",log_replication_commands:"on",ssl_max_protocol_version:"",
scram_iterations:"4096","rds.force_ssl":"1"},offByDefault=["allow_system_table_mods","zero_damaged_pages","ignore_checksum_failure","ignore_system_indexes","all\
ow_in_place_tablespaces","debug_print_parse","debug_print_rewritten","debug_print_plan","krb_caseins_users"],settings=(changes={})=>seen(Object.fromEntries(Object.
entries({...Object.fromEntries(offByDefault.map(name=>[name,"off"])),...values,...changes}).flatMap(([name,value])=>value===void 0?[]:[[name,setting(value)]]))),
example=(changes={})=>({observer:seen(observer),provider:seen({candidates:[],signs:[]}),settings:settings(),ownSession:seen({tls:!0,version:"TLSv1.3",cipher:"TL\
S_AES_256_GCM_SHA384",bits:256,systemUser:"scram-sha-256:dbvet",network:!0,loopback:!1}),clock:seen({skewMs:12,uncertaintyMs:5}),sessions:listed(),archiver:seen(
{mode:"on",command:"set",commandHasSecret:!1,library:!1,walLevel:"replica",archived:10,failed:0,waiting:0,lastArchivedSeconds:60,lastFailedSeconds:null}),slots:listed(),
rules:listed({order:1,place:"line 1",type:"local",databases:["all"],users:["all"],address:null,netmask:null,method:"peer",clientCertificate:null,protectsPassword:!1,
error:!1}),roles:listed({...plainRole,name:"postgres",bootstrap:!0,superuser:!0},plainRole),memberships:listed(),databases:listed({name:"shop",owner:"shop_owner",
template:!1,allowsConnections:!0,publicConnect:!1,publicTemporary:!1,xidAge:1e6,multixactAge:1e3}),roleSettings:listed(),passwords:listed({role:"shop_app",kind:"\
scram",equalsName:!1}),parameterGrants:listed(),identityPrivileges:listed(),auditedObjects:seen({role:"auditor",exists:!0,tables:2,reads:2,example:"public.cards"}),
adminFunctions:listed(),schemas:listed({name:"public",publicCreate:!1,publicUsage:!0}),publicGrants:listed(),defaultGrants:listed(),definerFunctions:listed(),untrustedLanguages:listed(),
tenantTables:listed({name:"public.orders",owner:"shop_owner",rowSecurity:!0,forced:!0,policies:1,tenantColumn:"tenant_id"}),openPolicies:listed(),bypassingViews:listed(),
extensions:listed({name:"plpgsql",version:"1.0",schema:"pg_catalog"}),foreignServers:listed({name:"warehouse",wrapper:"postgres_fdw",remote:!0,sslmode:"verify-f\
ull"}),identities:[{role:"application",user:"shop_app",database:"shop"}],backups:[],...changes}),blind=nothingSeen(unseen("permission-denied",{detail:"permissio\
n denied",grant:"GRANT pg_monitor TO dbvet;"}),{identities:[{role:"application",user:"shop_app",database:"shop"}],backups:[]}),hiddenPasswords=example({passwords:unseen(
"permission-denied",{detail:"stored passwords are shown to superusers only",grant:"GRANT SELECT (oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO dbvet;"})});var defineCheck=check=>({family:"postgresql",scope:"server",...check}),verdict=(outcome,observed,expected60,more)=>({...more,outcome,observed:plainText(observed),
expected:expected60,...more.object===void 0?{}:{object:plainText(more.object,200)}}),pass=(observed,expected60,more={})=>verdict("pass",observed,expected60,more),
fail=(observed,expected60,more={})=>verdict("fail",observed,expected60,more),notApplicable=(why,expected60)=>verdict("not-applicable",why,expected60,{}),unknown2=(fact,expected60,more={})=>verdict(
"unknown",fact.detail??"could not be looked at",expected60,{...more,reason:fact.reason,...fact.grant===void 0?{}:{grant:fact.grant},...fact.source===void 0?{}:{
source:fact.source}}),whenSeen=(fact,expected60,judge)=>fact.seen?judge(fact.value):[unknown2(fact,expected60)],mostObjects=50,judgeListing=(listing,expected60,rule2)=>{
let bad=listing.items.flatMap(item=>rule2.offends(item)??[]);return bad.length>0?summed(bad,listing.complete,expected60):listing.complete?[pass(rule2.clean,expected60)]:
[unknown2({seen:!1,reason:"limit-exceeded",detail:"there are more rows than dbvet reads"},expected60)]},summed=(bad,complete,expected60)=>{if(bad.length<=mostObjects&&
complete)return bad;let rest=bad.length-Math.min(bad.length,mostObjects),count=complete?`${rest} more`:`at least ${rest} more (the list was cut)`;return[...bad.
slice(0,mostObjects),fail(`${count} of the same kind`,expected60,{object:"others"})]},whenAllSeen=(a,b,expected60,judge)=>whenSeen(a,expected60,first=>whenSeen(
b,expected60,second=>judge(first,second))),inDatabase=facts=>{if(!facts.observer.seen)return"in this database";let{database:database3,databases}=facts.observer.
value;return databases>1?`in database ${database3} (1 of ${databases} databases)`:`in database ${database3}`},undeclared=expected60=>unknown2({seen:!1,reason:"n\
o-credentials",detail:"no application or reporting role is declared for this target (dbvet target add \u2026 --as application=USER/DATABASE)"},expected60),forIdentities=(facts,a,b,expected60,judge)=>whenAllSeen(
a,b,expected60,(first,second)=>facts.identities.length===0?[undeclared(expected60)]:judge(first,second));var fine={is:"fine"},strange={is:"strange"},fault=(text,severity)=>({is:"fault",...text===void 0?{}:{text},...severity===void 0?{}:{severity}}),absent=({setting:setting5,
platforms,expected:expected60},facts)=>{if(platforms===void 0)return notApplicable(`this version has no setting ${setting5}`,expected60);if(!facts.provider.seen)
return unknown2(facts.provider,expected60);let{platform}=facts.provider.value;return platform!==void 0&&platforms.includes(platform)?unknown2(unseen("hidden-by-\
provider",{detail:`${setting5} is not shown`}),expected60):notApplicable(`only ${platforms.join(" and ")} have ${setting5}`,expected60)},judgeRow=(row,facts)=>{
let{setting:name,expected:expected60}=row,setting5=settingOf(facts,name,row.versions);if(setting5===void 0)return[absent(row,facts)];if(!setting5.seen)return[unknown2(
setting5,expected60)];let{value,pendingRestart}=setting5.value,shown=`${name} = ${value===""?"''":value}${pendingRestart?" (another value waits for a restart)":
""}`,source=`pg_settings ${name}`,word=row.judge(value,facts);switch(word.is){case"fine":return[pass(shown,expected60,{source})];case"fault":return[fail(word.text===
void 0?shown:`${shown}: ${word.text}`,expected60,{source,...word.severity===void 0?{}:{severity:word.severity}})];case"not-applicable":return[notApplicable(`${shown}\
: ${word.why}`,expected60)];case"strange":return[unknown2(unseen("unexpected-reply",{detail:`${shown} is no value dbvet knows`}),expected60)]}},expandRow=row=>{
let others=Object.fromEntries((row.without??[]).map(name=>[name,void 0])),withValue=value=>example({settings:settings({...others,[row.setting]:value})}),hidden={
...withValue(void 0),observer:seen({...observer,monitor:!1,readSettings:!1})},{id,title,question,why,severity,remediation}=row;return defineCheck({id,title,question,
why,severity,scope:"node",remediation,needs:guardedSettings.has(row.setting)?"pg_read_all_settings (part of pg_monitor)":"any login role",judge:facts=>judgeRow(
row,facts),examples:{healthy:row.good.map(withValue),defective:row.bad.map(withValue),blind:row.versions===customSetting?[blind]:[blind,hidden],...row.versions===
customSetting?{notApplicable:[withValue(void 0)]}:{}}})};var mustBe=wanted=>value=>{let is=asBoolean(value);return is===void 0?strange:is===wanted?fine:fault()},number2=rule2=>value=>{let is=Number(value);return value.
trim()===""||!Number.isFinite(is)?strange:rule2(is)},upTo=(order2,last)=>value=>{let index=order2.indexOf(value.toLowerCase());return index<0?strange:index<=order2.
indexOf(last)?fine:fault()},provider="Set it in the parameter group (or server parameters) of the instance.",set=(name,value)=>({all:`ALTER SYSTEM SET ${name} =\
 '${value}'; then SELECT pg_reload_conf(); or set it where the configuration is kept. Value: ${value}.`,"aws-rds":`${provider} Parameter ${name}, value ${value}\
.`,"aws-aurora":`${provider} Parameter ${name}, value ${value}, in the cluster parameter group.`,"google-cloud-sql":`Set the database flag ${name} to ${value}; \
where there is no such flag the provider decides.`,"azure-flexible-server":`${provider} Parameter ${name}, value ${value}.`,digitalocean:`Set ${name} to ${value}\
 in the cluster\u2019s configuration. Where it is not offered, say so in the assessment and compensate with the provider\u2019s log forwarding.`,aiven:`Set pg.${name}\
 to ${value} in the service\u2019s advanced configuration; where it is not offered the provider decides.`,"cloudnative-pg":`Set ${name}: "${value}" under spec.p\
ostgresql.parameters of the Cluster.`});var ownStorage=new Set(["aws-aurora","neon"]),durabilityRows=[{id:"pg-fsync",setting:"fsync",title:"Writes are forced to disk",question:"Does the server force i\
ts writes to disk?",why:"Without fsync a crash of the machine can destroy the whole database beyond repair.",severity:"critical",expected:"on",remediation:set("\
fsync","on"),judge:mustBe(!0),good:["on"],bad:["off"]},{id:"pg-full-page-writes",setting:"full_page_writes",title:"Torn pages can be repaired",question:"Does th\
e WAL hold full pages after each checkpoint?",why:"A page half written in a crash can only be mended from its full image in the WAL.",severity:"high",expected:"\
on (or storage that cannot tear pages)",remediation:set("full_page_writes","on"),judge:(value,facts)=>{let platform=facts.provider.seen?facts.provider.value.platform:
void 0;return platform!==void 0&&ownStorage.has(platform)?{is:"not-applicable",why:"the provider\u2019s storage replaces the pages on disk"}:mustBe(!0)(value,facts)},
good:["on"],bad:["off"]},{id:"pg-data-checksums",setting:"data_checksums",title:"Data pages carry checksums",question:"Would the server notice a page that the s\
torage changed?",why:"Without checksums silent damage reaches the backups, until no good copy is left.",severity:"medium",expected:"on",remediation:{all:"Stop t\
he server cleanly and run pg_checksums --enable, one replica at a time.","cloudnative-pg":"Set dataChecksums: true under bootstrap.initdb and move to a new clus\
ter."},judge:(value,facts)=>{let platform=facts.provider.seen?facts.provider.value.platform:void 0;return platform!==void 0&&ownStorage.has(platform)?{is:"not-a\
pplicable",why:"the provider\u2019s storage replaces the pages on disk"}:mustBe(!0)(value,facts)},good:["on"],bad:["off"]},{id:"pg-synchronous-commit",setting:"\
synchronous_commit",title:"A commit is on disk when it is confirmed",question:"Does the server wait for the disk before it confirms a commit?",why:"With off, th\
e last confirmed transactions are lost in a crash: the promised recovery point is not kept.",severity:"medium",expected:"on, local, remote_write or remote_apply",
remediation:set("synchronous_commit","on"),judge:value=>{if(["local","remote_write","remote_apply"].includes(value))return fine;let on3=asBoolean(value);return on3===
void 0?strange:on3?fine:fault()},good:["on","local","remote_apply"],bad:["off"]},{id:"pg-autovacuum-disabled",setting:"autovacuum",title:"Autovacuum runs",question:"\
Is autovacuum on?",why:"Without it tables swell until the server stops to avoid a wraparound of transaction ids.",severity:"medium",expected:"on",remediation:set(
"autovacuum","on"),judge:mustBe(!0),good:["on"],bad:["off"]},{id:"pg-statement-timeout",setting:"statement_timeout",title:"Statements have a time limit",question:"\
Does a statement end by itself when it runs too long?",why:"One runaway or hostile query can take the whole server. A limit per role is as good as one for all.",
severity:"low",expected:"a limit for the server, or for each declared application role",remediation:{all:"ALTER ROLE application SET statement_timeout = '30s'; \
for each application\u2019s role, with a longer one for reports."},judge:(value,facts)=>number2(ms=>{if(ms>0)return fine;if(!facts.roleSettings.seen||facts.identities.
length===0)return fault();let limited=new Set(facts.roleSettings.value.items.filter(s=>s.name==="statement_timeout"&&s.value!==null&&!/^0\D*$/.test(s.value)).flatMap(
s=>s.role??[])),without=facts.identities.filter(({user})=>!limited.has(user));return without.length===0?fine:fault(`and ${without.map(({user})=>user).join(", ")}\
 has none either`)})(value,facts),good:["30000"],bad:["0"]},{id:"pg-idle-in-tx-timeout",setting:"idle_in_transaction_session_timeout",title:"Idle transactions e\
nd by themselves",question:"Is a session ended that holds a transaction open and does nothing?",why:"Such a session holds locks and keeps old rows from being cl\
eaned up.",severity:"low",expected:"a limit above 0",remediation:set("idle_in_transaction_session_timeout","600000"),judge:number2(ms=>ms>0?fine:fault()),good:[
"60000"],bad:["0"]}];var levels=["debug5","debug4","debug3","debug2","debug1","debug","info","notice","warning","error","log","fatal","panic"],audits=facts=>{let audit=settingOf(facts,
"pgaudit.log",customSetting);return audit?.seen===!0&&asList(audit.value.value).some(word=>["ddl","all"].includes(word))},loggingRows=[{id:"pg-log-connections",
setting:"log_connections",title:"Connections are logged",question:"Does the log say who connected, from where and as whom?",why:"Without it nobody can tell afte\
rwards who was in, nor see an attack on passwords while it goes on.",severity:"medium",expected:"on, or a list with authentication, authorization or all (Postgr\
eSQL 18)",remediation:set("log_connections","on"),judge:value=>{let on3=asBoolean(value);if(on3!==void 0)return on3?fine:fault();let words=asList(value);return words.
some(word=>["all","authorization","authentication"].includes(word))?fine:words.every(word=>["receipt","setup_durations"].includes(word))?fault("it does not say \
who logged in"):strange},good:["on","1","true","all","authorization","receipt, authentication, authorization"],bad:["off","","receipt","setup_durations"]},{id:"\
pg-log-disconnections",setting:"log_disconnections",title:"Disconnections are logged",question:"Does the log say when a session ended and how long it was?",why:"\
The end of a session bounds what somebody can have done in it.",severity:"low",expected:"on",remediation:set("log_disconnections","on"),judge:mustBe(!0),good:["\
on"],bad:["off"]},{id:"pg-log-statement",setting:"log_statement",title:"Changes of the schema are logged",question:"Does the log hold at least all DDL statement\
s?",why:"Changed tables, roles and grants must leave a trace with a name and a time.",severity:"medium",expected:"ddl or more, or pgAudit with the class ddl",remediation:set(
"log_statement","ddl"),judge:(value,facts)=>{let word=value.toLowerCase();return["ddl","mod","all"].includes(word)?fine:word!=="none"?strange:audits(facts)?fine:
fault("and pgAudit does not log DDL either")},good:["ddl","mod","all"],bad:["none"],without:["pgaudit.log"]},{id:"pg-log-line-prefix",setting:"log_line_prefix",
title:"Log lines name user, database, client and time",question:"Does each log line say when, in which session, who, where to and where from?",why:"A statement \
in the log without a user, database and client address cannot be ascribed to anybody.",severity:"medium",expected:"a time (%m, %t or %n), a session (%p or %c), \
%u, %d and %h or %r",remediation:set("log_line_prefix","%m [%p] %q%u@%d %r %a "),judge:(value,facts)=>{let destination=settingOf(facts,"log_destination"),formats=destination?.
seen===!0?asList(destination.value.value):[];if(formats.length>0&&formats.every(f=>f==="csvlog"||f==="jsonlog"))return{is:"not-applicable",why:"csvlog and jsonl\
og have all fields"};let tokens=new Set([...value.matchAll(/%-?\d*([a-zA-Z%])/g)].map(([,token])=>token)),carried=formats.length>0&&formats.every(f=>["syslog","\
csvlog","jsonlog"].includes(f)),missing=[...carried||["m","t","n"].some(t=>tokens.has(t))?[]:["time"],...carried||["p","c"].some(t=>tokens.has(t))?[]:["session"],
...tokens.has("u")?[]:["user"],...tokens.has("d")?[]:["database"],...["h","r"].some(t=>tokens.has(t))?[]:["client address"]];return missing.length===0?fine:fault(
`lacks ${missing.join(", ")}`)},good:["%m [%p] %q%u@%d %r %a ","%t:%r:%u@%d:[%p]:","%-10u %d %h %c %n"],bad:["","%m [%p] ","%m [%p] %u@%d ","%%m %%p %%u %%d %%h"]},
{id:"pg-log-min-messages",setting:"log_min_messages",title:"Warnings reach the log",question:"Are warnings and errors logged?",why:"A higher threshold drops the\
 very messages that announce an attack or a failing disk.",severity:"medium",expected:"warning or more detail, without debug",remediation:set("log_min_messages",
"warning"),judge:(value,facts)=>value.toLowerCase().startsWith("debug")?fault("debug output fills the log","low"):upTo(levels,"warning")(value,facts),good:["war\
ning","notice","info"],bad:["error","fatal","panic","debug1"]},{id:"pg-log-min-error-statement",setting:"log_min_error_statement",title:"Failing statements are \
logged",question:"Does the log hold the statement that caused an error?",why:"Denied access and injection attempts show as failing statements.",severity:"medium",
expected:"error or more detail",remediation:set("log_min_error_statement","error"),judge:upTo(levels,"error"),good:["error","warning","debug1"],bad:["fatal","pa\
nic"]},{id:"pg-log-error-verbosity",setting:"log_error_verbosity",title:"Error messages keep their details",question:"Are DETAIL and HINT of error messages logg\
ed?",why:"The terse form drops what is needed to understand an error later.",severity:"low",expected:"default or verbose",remediation:set("log_error_verbosity",
"default"),judge:value=>["default","verbose"].includes(value)?fine:value==="terse"?fault():strange,good:["default","verbose"],bad:["terse"]},{id:"pg-log-duratio\
n-statement",setting:"log_min_duration_statement",title:"Not every statement is logged with its text",question:"Does the log take slow statements only, or all o\
f them?",why:"Logging each statement copies personal data into the log and hides what matters. Off (-1) and a threshold for slow statements are both fine.",severity:"\
low",expected:"-1, or 100 ms and more",remediation:set("log_min_duration_statement","1000"),judge:number2(ms=>ms===0?fault("every statement with its text goes t\
o the log","medium"):ms>0&&ms<100?fault("most statements go to the log"):fine),good:["-1","1000","100"],bad:["0","20"]},{id:"pg-log-replication-commands",setting:"\
log_replication_commands",title:"Replication commands are logged",question:"Does the log hold who copies the database through replication?",why:"A base backup o\
ver the replication protocol takes everything in one go.",severity:"low",expected:"on",remediation:set("log_replication_commands","on"),judge:mustBe(!0),good:["\
on"],bad:["off"]},{id:"pg-log-lock-waits",setting:"log_lock_waits",title:"Long waits for locks are logged",question:"Does the log say which session waits for wh\
ich?",why:"It explains outages that nobody can reconstruct afterwards.",severity:"info",expected:"on",remediation:set("log_lock_waits","on"),judge:mustBe(!0),good:[
"on"],bad:["off"]}];var families=["aNULL","eNULL","EXPORT","RC4","DES","3DES"],letsIn={ALL:["aNULL","3DES"],DEFAULT:[],COMPLEMENTOFDEFAULT:["aNULL"],COMPLEMENTOFALL:["eNULL"],HIGH:[
"aNULL"],MEDIUM:["aNULL","3DES"],LOW:["DES"],EXP:["EXPORT"],EXPORT:["EXPORT"],eNULL:["eNULL"],NULL:["eNULL"],aNULL:["aNULL"],ADH:["aNULL"],AECDH:["aNULL"],RC4:[
"RC4"],DES:["DES"],"3DES":["3DES"]},takesOut={aNULL:["aNULL"],eNULL:["eNULL"],NULL:["eNULL"],EXP:["EXPORT"],EXPORT:["EXPORT"],RC4:["RC4"],DES:["DES"],"3DES":["3\
DES"],LOW:["DES"],MEDIUM:["RC4","3DES"]},groups=/^(k|a)?(EC)?(DH|DHE|EDH|EECDH|ECDHE|ECDH|RSA|ECDSA|DSS|PSK|SRP)$/,single=/^[A-Z0-9]+([-_][A-Z0-9]+)+$/i,strength=/^(AES|AES128|AES256|AESGCM|AESCCM|AESCCM8|CHACHA20|CAMELLIA(128|256)?|ARIA(GCM|128|256)?|SHA|SHA1|SHA256|SHA384|TLSv1(\.[0-3])?|SSLv3|FIPS|SUITEB128|SUITEB192|SEED|IDEA|MD5|GOST.*)$/,
familiesOf=word=>{if(Object.hasOwn(letsIn,word))return letsIn[word];if(groups.test(word))return["3DES"];if(strength.test(word))return[];if(!single.test(word))return;
let name=word.toUpperCase();return[.../^(ADH|AECDH)-/.test(name)?["aNULL"]:[],.../(^|-)NULL(-|$)/.test(name)?["eNULL"]:[],...name.startsWith("EXP-")?["EXPORT"]:
[],...name.includes("RC4")?["RC4"]:[],.../DES-CBC3|3DES/.test(name)?["3DES"]:[],.../(^|-)DES-CBC(-|$)/.test(name)?["DES"]:[]]},weakCiphers=list=>{let words=list.
split(/[:, ]+/).filter(word=>word!==""&&!word.startsWith("@")),inside=new Set,banned=new Set;for(let word of words){let name=word.replace(/^[!+-]/,"");if(word.startsWith(
"+"))continue;if(word.startsWith("!")||word.startsWith("-")){for(let family of takesOut[name]??[])inside.delete(family),word.startsWith("!")&&banned.add(family);
continue}let parts=name.split("+").map(familiesOf);if(parts.some(part=>part===void 0))return;let[first=[],...others]=parts.map(part=>part??[]);for(let family of first)
others.every(other=>other.includes(family))&&inside.add(family)}return families.filter(family=>inside.has(family)&&!banned.has(family))};var tlsVersions=["tlsv1","tlsv1.1","tlsv1.2","tlsv1.3"],isManaged=platform=>platform!==void 0&&platform!=="self-managed",protectionRows=[{id:"pg-ssl-enabled",setting:"\
ssl",title:"TLS is switched on",question:"Is TLS switched on in the server?",why:"Without it passwords and data cross the network in clear. On means offered, no\
t demanded: whether plaintext is refused is another check.",severity:"critical",expected:"on",remediation:set("ssl","on"),judge:mustBe(!0),good:["on"],bad:["off"]},
{id:"pg-force-tls-parameter",setting:"rds.force_ssl",versions:customSetting,platforms:["aws-rds","aws-aurora"],title:"The provider\u2019s switch demands TLS",question:"\
Is the parameter on that makes the provider\u2019s server refuse plaintext?",why:"It is off by default in older versions of the service, and then plaintext is a\
ccepted beside TLS.",severity:"high",expected:"1 (Amazon RDS and Aurora)",remediation:{all:"Set rds.force_ssl to 1 in the parameter group (of the cluster, for A\
urora)."},judge:mustBe(!0),good:["1","on"],bad:["0","off"]},{id:"pg-tls-min-version",setting:"ssl_min_protocol_version",title:"TLS 1.2 is the least",question:"D\
oes the server\u2019s setting refuse TLS 1.0 and 1.1?",why:"The old versions rest on broken digests and ciphers. The handshake tells what is really accepted; th\
is is what was meant.",severity:"high",expected:"TLSv1.2 or TLSv1.3",remediation:set("ssl_min_protocol_version","TLSv1.2"),judge:value=>{if(value==="")return fault(
"no least version");let index=tlsVersions.indexOf(value.toLowerCase());return index<0?strange:index<2?fault():fine},good:["TLSv1.2","TLSv1.3"],bad:["TLSv1","TLS\
v1.1",""]},{id:"pg-tls-max-version",setting:"ssl_max_protocol_version",title:"TLS 1.3 is not held back",question:"May clients use TLS 1.3?",why:"An upper limit \
keeps the best version from being used.",severity:"low",expected:"empty, or TLSv1.3",remediation:set("ssl_max_protocol_version",""),judge:value=>value===""||value.
toLowerCase()==="tlsv1.3"?fine:tlsVersions.includes(value.toLowerCase())?fault():strange,good:["","TLSv1.3"],bad:["TLSv1.2"]},{id:"pg-tls-ciphers",setting:"ssl_\
ciphers",title:"The cipher list holds no broken ciphers",question:"Does the cipher list let in ciphers without encryption, without authentication or with broken\
 keys?",why:"Effects are judged, not texts: the list is read with the rules of OpenSSL. The TLS handshake shows what is really offered.",severity:"medium",expected:"\
no NULL, anonymous, EXPORT, RC4, DES or 3DES ciphers",remediation:set("ssl_ciphers","HIGH:!aNULL:!3DES"),judge:value=>{let weak2=weakCiphers(value);return weak2===
void 0?strange:weak2.filter(name=>name!=="3DES").length>0?fault(`lets in ${weak2.join(", ")}`,"high"):weak2.length>0?fault("lets in 3DES where OpenSSL still has\
 it","low"):fine},good:["HIGH:!aNULL:!3DES","ECDHE-RSA-AES256-GCM-SHA384","HIGH:!aNULL","ECDHE+AESGCM"],bad:["HIGH:MEDIUM:+3DES:!aNULL","ALL","ALL:!aNULL:!eNULL",
"HIGH:RC4-SHA","COMPLEMENTOFALL"]},{id:"pg-password-encryption",setting:"password_encryption",title:"New passwords are stored with SCRAM",question:"Is a passwor\
d that is set from now on stored as a SCRAM-SHA-256 verifier?",why:"An MD5 entry logs its thief in without being cracked. The setting rules new passwords only.",
severity:"medium",expected:"scram-sha-256",remediation:set("password_encryption","scram-sha-256"),judge:value=>value==="scram-sha-256"?fine:value==="md5"||asBoolean(
value)===!0?fault():strange,good:["scram-sha-256"],bad:["md5","on"]},{id:"pg-scram-iterations",setting:"scram_iterations",versions:{since:16},title:"SCRAM is no\
t made cheaper",question:"Does SCRAM use at least its standard number of iterations?",why:"Fewer iterations make a stolen verifier quicker to crack.",severity:"\
medium",expected:"4096 or more (RFC 7677)",remediation:set("scram_iterations","4096"),judge:number2(n=>n>=4096?fine:fault()),good:["4096","15000"],bad:["1"]},{id:"\
pg-authentication-timeout",setting:"authentication_timeout",title:"Unfinished logins end soon",question:"Does the server end a login that does not get on?",why:"\
Half-open logins hold connection slots that others need.",severity:"low",expected:"60 seconds or less",remediation:set("authentication_timeout","60"),judge:number2(
seconds=>seconds>60?fault():fine),good:["60","30"],bad:["600"]},{id:"pg-listen-addresses",setting:"listen_addresses",title:"The server listens where it should",
question:"Does the server listen on chosen addresses only?",why:"On every interface also means the one that somebody adds later. In containers and on managed se\
rvices others draw the line: there the network is looked at.",severity:"low",expected:"named addresses",remediation:{all:"ALTER SYSTEM SET listen_addresses = 'l\
ocalhost, 10.0.0.5'; with the private address, then restart."},judge:(value,facts)=>{let platform=facts.provider.seen?facts.provider.value.platform:void 0;return isManaged(
platform)?{is:"not-applicable",why:"the provider\u2019s network decides"}:value.split(",").some(a=>["*","0.0.0.0","::"].includes(a.trim()))?fault("every interfa\
ce"):fine},good:["localhost","10.0.0.5",""],bad:["*","localhost, 0.0.0.0","::"]},{id:"pg-pre-data-safety",setting:"row_security",title:"Row security is not swit\
ched off",question:"Is row_security on?",why:"Off makes queries that a policy would filter fail; applications then get rights to get round it.",severity:"medium",
expected:"on",remediation:set("row_security","on"),judge:mustBe(!0),good:["on"],bad:["off"]},{id:"pg-lo-compat-privileges",setting:"lo_compat_privileges",title:"\
Large objects are protected by privileges",question:"Are the privileges of large objects checked?",why:"On means that every role reads and changes every large o\
bject.",severity:"medium",expected:"off",remediation:set("lo_compat_privileges","off"),judge:mustBe(!1),good:["off"],bad:["on"]},{id:"pg-backslash-quote",setting:"\
backslash_quote",title:"Quotes cannot be smuggled in with backslashes",question:"Is \\\u2019 in strings refused where an encoding makes it dangerous?",why:"In s\
ome client encodings a backslash can be part of a character, so that the quote behind it ends the string.",severity:"medium",expected:"safe_encoding or off",remediation:set(
"backslash_quote","safe_encoding"),judge:value=>value==="safe_encoding"||asBoolean(value)===!1?fine:asBoolean(value)===!0?fault():strange,good:["safe_encoding",
"off"],bad:["on"]},{id:"pg-tls-prefer-server-ciphers",setting:"ssl_prefer_server_ciphers",title:"The server chooses the cipher",question:"Does the server\u2019s orde\
r of ciphers decide, rather than the client\u2019s?",why:"Otherwise an old client\u2019s preference picks the weakest cipher that both know. TLS 1.3 makes it matter \
less.",severity:"low",expected:"on",remediation:set("ssl_prefer_server_ciphers","on"),judge:mustBe(!0),good:["on"],bad:["off"]}];var settingChecks=[...protectionRows,...loggingRows,...durabilityRows].map(expandRow);var providerRoles={"aws-rds":["rdsadmin","rdsrepladmin","rdstopmgr","rdsproxyadmin","rdswriteforwarduser"],"aws-aurora":["rdsadmin","rdsrepladmin","rdstopmgr","\
rdsproxyadmin","rdswriteforwarduser"],"google-cloud-sql":["cloudsqladmin","cloudsqlagent","cloudsqlimportexport","cloudsqlreplica","cloudsqlobservabilityadmin"],
"azure-flexible-server":["azuresu","azure_superuser","replication"],digitalocean:["postgres","_doadmin_managed","_doadmin_monitor","_dodb","_aiven"],aiven:["pos\
tgres","_aiven"],neon:["cloud_admin","zenith_admin"],supabase:["supabase_admin","supabase_replication_admin","supabase_read_only_user","supabase_etl_admin","pgb\
ouncer"]},vendorAdminRoles=["rds_superuser","cloudsqlsuperuser","azure_pg_admin","neon_superuser","doadmin","avnadmin"],isProviderRole=(name,{platform})=>platform!==
void 0&&(providerRoles[platform]?.includes(name)??!1),ownedByProvider=({provider:provider2},{owner})=>provider2.seen&&isProviderRole(owner,provider2.value),membershipPath=(memberships,from,to)=>{
let up=new Map;for(let{member:member2,role}of memberships)up.set(member2,[...up.get(member2)??[],role]);let before2=new Map([[from,void 0]]),queue=[from];for(let name=queue.
shift();name!==void 0;name=queue.shift()){if(name===to&&name!==from)return wayTo(before2,name);for(let next of up.get(name)??[])before2.has(next)||(before2.set(
next,name),queue.push(next))}},wayTo=(before2,to)=>{let way=[];for(let name=to;name!==void 0;name=before2.get(name))way.unshift(name);return way},adminAttributes=role=>[
...role.superuser?["SUPERUSER"]:[],...role.createRole?["CREATEROLE"]:[],...role.bypassRls?["BYPASSRLS"]:[],...role.replication?["REPLICATION"]:[]];var expected="functions for files, the log and the WAL are left to superusers and predefined roles",rewind=["pg_ls_dir","pg_stat_file","pg_read_binary_file"],nameOf=({
function:text})=>text.replace(/\(.*$/s,""),rewinders=(grants,{identities})=>{let held=new Map;for(let grant3 of grants)held.set(grant3.grantee,(held.get(grant3.
grantee)??new Set).add(nameOf(grant3)));return new Set([...held].flatMap(([grantee,names6])=>grantee!=="PUBLIC"&&identities.every(({user})=>user!==grantee)&&names6.
size===rewind.length&&rewind.every(name=>names6.has(name))?[grantee]:[]))},pgAdminFunctionGrants=defineCheck({id:"pg-admin-function-grants",title:"Administrativ\
e functions are not handed out",question:"May an ordinary role execute a function that reaches files or other servers?",why:"pg_read_file, lo_import, dblink_con\
nect_u and their like reach what grants on tables never would.",severity:"high",needs:"any login role",remediation:{all:"REVOKE EXECUTE ON FUNCTION name(argumen\
ts) FROM the role (or PUBLIC) named here."},judge:facts=>whenAllSeen(facts.adminFunctions,facts.provider,expected,(grants,provider2)=>{let forRewind=rewinders(grants.
items,facts);return judgeListing(grants,expected,{offends:item=>isProviderRole(item.grantee,provider2)||provider2.platform!==void 0&&vendorAdminRoles.includes(item.
grantee)?void 0:fail(`${item.grantee} may execute ${item.function}${forRewind.has(item.grantee)?" (what pg_rewind needs)":""} ${inDatabase(facts)}`,expected,{object:`${item.
grantee} ${item.function}`,severity:forRewind.has(item.grantee)?"info":item.severe?"high":"low"}),clean:`no ordinary role may execute one ${inDatabase(facts)}`})}),
examples:{healthy:[example()],defective:[example({adminFunctions:listed({function:"pg_read_file(text)",grantee:"shop_app",severe:!0})})],blind:[blind,example({adminFunctions:cut()})]}});var expected2="applications and reports log in as roles without administrator rights",operatingSystemRoles=["pg_execute_server_program","pg_write_server_files",
"pg_read_server_files"],strong=facts=>new Set([...vendorAdminRoles,...operatingSystemRoles,...facts.roles.seen?facts.roles.value.items.filter(r=>r.superuser||r.
createRole||r.bypassRls).map(r=>r.name):[],...facts.databases.seen?facts.databases.value.items.filter(d=>!d.template).map(d=>d.owner):[]]),pgAppUsesAdminRole=defineCheck(
{id:"pg-app-uses-admin-role",title:"Applications do not log in as administrators",question:"Is the role of an application an administrator, or may it become one\
?",why:"Whoever takes over the application gets the rights of its role. With an administrator\u2019s rights one hole in the application is the whole server.",severity:"\
high",needs:"any login role, and the application\u2019s role declared for the target",remediation:{all:"Make a role for each application that owns nothing and h\
olds only SELECT, INSERT, UPDATE and DELETE where it needs them.",digitalocean:"Make a user for the application; keep doadmin for administration.","google-cloud\
-sql":"Make the role with SQL and REVOKE cloudsqlsuperuser: users made in the console get it by themselves.",aiven:"Make a role for the application with SQL; ke\
ep avnadmin for administration."},judge:facts=>forIdentities(facts,facts.roles,facts.memberships,expected2,(roles,memberships)=>facts.identities.map(identity=>{
let object2=identity.user,role=roles.items.find(({name})=>name===identity.user);if(role===void 0)return unknown2(unseen(roles.complete?"unexpected-reply":"limit\
-exceeded",{detail:`the declared role ${identity.user} was not found on the server`}),expected2,{object:object2});let attributes=adminAttributes(role);if(attributes.
length>0)return fail(`${identity.user} has ${attributes.join(", ")}`,expected2,{object:object2,...role.superuser?{severity:"critical"}:{}});let admins=strong(facts);
if(admins.has(identity.user))return fail(`${identity.user} is an administrator or owns a database`,expected2,{object:object2});for(let admin2 of admins){let path=membershipPath(
memberships.items,identity.user,admin2);if(path!==void 0)return fail(`${path.join(" -> ")} makes it an administrator`,expected2,{object:object2})}return!memberships.
complete||!roles.complete||!facts.databases.seen?unknown2(unseen("limit-exceeded",{detail:"not all roles, memberships and owners were read"}),expected2,{object:object2}):
pass(`${identity.user} has no administrator right`,expected2,{object:object2})})),examples:{healthy:[example()],defective:[example({roles:listed({...plainRole,superuser:!0})}),
example({memberships:listed({member:"shop_app",role:"doadmin",admin:!1})}),example({memberships:listed({member:"shop_app",role:"pg_execute_server_program",admin:!1})}),
example({memberships:listed({member:"shop_app",role:"staff",admin:!1},{member:"staff",role:"postgres",admin:!1})})],blind:[blind,example({identities:[]}),example(
{roles:listed()})]}});var workingArchiver={mode:"on",command:"set",commandHasSecret:!1,library:!1,walLevel:"replica",archived:10,failed:0,waiting:0,lastArchivedSeconds:60,lastFailedSeconds:null};var expected3="a command or library that really stores the WAL, without a secret in it",pgArchiveCommandSanity=defineCheck({id:"pg-archive-command-sanity",title:"\
The archive command archives",question:"Does the archive command do something, and is it free of secrets?",why:"A command such as /bin/true reports success and \
throws the WAL away. The command is looked at on the server and never copied: it may hold a secret.",severity:"critical",scope:"node",needs:"any login role (pg_\
read_all_settings where the provider hides it)",remediation:{all:"Archive with a tool that syncs and verifies (pgBackRest, Barman, WAL-G); keep its credentials \
in its own protected file."},judge:facts=>whenSeen(facts.archiver,expected3,archive=>archive.mode==="off"?[notApplicable("archive_mode is off",expected3)]:archive.
commandHasSecret?[fail("archive_command holds something like a password or key",expected3,{severity:"high"})]:archive.command==="no-op"?[fail("archive_command d\
oes nothing and reports success",expected3)]:archive.command==="hidden"?[unknown2({seen:!1,reason:"hidden-by-provider",detail:"archive_command is not shown"},expected3)]:
archive.command==="none"&&!archive.library?[fail("archive_mode is on but neither a command nor a library is set",expected3)]:[pass(archive.library?"an archive l\
ibrary is set":"a command is set",expected3)]),examples:{healthy:[example()],defective:[example({archiver:seen({...workingArchiver,command:"no-op"})}),example({
archiver:seen({...workingArchiver,command:"none"})}),example({archiver:seen({...workingArchiver,commandHasSecret:!0})})],blind:[blind,example({archiver:seen({...workingArchiver,
command:"hidden"})})],notApplicable:[example({archiver:seen({...workingArchiver,mode:"off"})})]}});var expected4="the WAL is archived and the last attempt succeeded",hour=3600,own=new Set(["aws-rds","aws-aurora","google-cloud-sql","azure-flexible-server","dig\
italocean","aiven","neon","supabase","heroku"]),pgArchiverHealth=defineCheck({id:"pg-archiver-health",title:"The WAL archive is complete",question:"Is the write\
-ahead log archived without failures?",why:"Point-in-time recovery needs every WAL file. A broken archive shows on the day of the restore, or when the disk is f\
ull.",severity:"high",scope:"node",needs:"any login role",remediation:{all:"Set archive_mode on with a tool such as pgBackRest, or look in the server\u2019s log why \
archiving fails.","cloudnative-pg":"Look at the conditions of the Cluster and the secret of its object store."},judge:facts=>whenAllSeen(facts.observer,facts.provider,
expected4,(who,provider2)=>provider2.platform!==void 0&&own.has(provider2.platform)?[notApplicable("the provider archives outside the server: see its backups",expected4)]:
whenSeen(facts.archiver,expected4,archive=>{if(who.inRecovery&&archive.mode!=="always")return[notApplicable("a standby does not archive",expected4)];if(archive.
mode==="off")return[fail("archive_mode = off",expected4)];if(archive.lastArchivedSeconds===null&&archive.lastFailedSeconds===null)return[unknown2({seen:!1,reason:"\
unexpected-reply",detail:"nothing has been archived yet since the statistics began"},expected4)];let failedLast=archive.lastFailedSeconds!==null&&(archive.lastArchivedSeconds===
null||archive.lastFailedSeconds<archive.lastArchivedSeconds),text=`${archive.archived} files archived, ${archive.failed} failed attempts, last success ${archive.
lastArchivedSeconds===null?"never":`${Math.round(archive.lastArchivedSeconds)} s ago`}`;return!failedLast&&(archive.waiting??0)>1&&(archive.lastArchivedSeconds??
0)>hour?[fail(`${text}; ${archive.waiting??0} finished files wait, and nothing moves`,expected4)]:[failedLast?fail(`${text}; the last attempt failed`,expected4):
pass(text,expected4)]})),examples:{healthy:[example(),example({archiver:seen({...workingArchiver,failed:3,lastFailedSeconds:900})}),example({archiver:seen({...workingArchiver,
waiting:40,lastArchivedSeconds:20})}),example({archiver:seen({...workingArchiver,waiting:0,lastArchivedSeconds:9e4})})],defective:[example({archiver:seen({...workingArchiver,
mode:"off"})}),example({archiver:seen({...workingArchiver,failed:3,lastFailedSeconds:5})}),example({archiver:seen({...workingArchiver,waiting:40,lastArchivedSeconds:7200})})],
blind:[blind,example({archiver:seen({...workingArchiver,archived:0,lastArchivedSeconds:null})})],notApplicable:[example({observer:seen({...observer,inRecovery:!0})}),
example({provider:seen({platform:"digitalocean",candidates:["digitalocean"],signs:[]})})]}});var expected5="all developer settings off",names2=["allow_system_table_mods","zero_damaged_pages","ignore_checksum_failure","ignore_system_indexes","allow_in_pl\
ace_tablespaces"],pgDangerousDevGucs=defineCheck({id:"pg-dangerous-dev-gucs",title:"No developer setting endangers the data",question:"Is a setting on that is m\
eant for repairs and development only?",why:"These settings let the server overwrite damaged pages, ignore failed checksums or change its own catalogue.",severity:"\
high",scope:"node",needs:"any login role",remediation:{all:"ALTER SYSTEM RESET name; then reload or restart, and look through the data for damage."},judge:facts=>whenSeen(
facts.settings,expected5,()=>{let present=names2.flatMap(name=>{let setting5=settingOf(facts,name);return setting5?.seen===!0?[{name,value:setting5.value.value}]:
[]}),on3=present.filter(({value})=>asBoolean(value)!==!1);return on3.length>0?on3.map(({name,value})=>fail(`${name} = ${value}`,expected5,{object:name})):present.
length===0?[{outcome:"unknown",reason:"unexpected-reply",observed:"none of them is shown",expected:expected5}]:[pass(`${present.length} settings, all off`,expected5)]}),
examples:{healthy:[example(),example({settings:settings({allow_in_place_tablespaces:void 0})})],defective:[example({settings:settings({zero_damaged_pages:"on"})})],
blind:[blind,example({settings:{seen:!0,value:{}}})]}});var expected6="PUBLIC may neither connect to a database nor make temporary objects in it",database={name:"shop",owner:"shop_owner",template:!1,allowsConnections:!0,
publicConnect:!0,publicTemporary:!0,xidAge:1e3,multixactAge:1e3},notOurs=new Set(["rdsadmin","cloudsqladmin","azure_maintenance","azure_sys","_dodb","_aiven"]),
pgDatabasePublicPrivs=defineCheck({id:"pg-database-public-privs",title:"Databases are closed for PUBLIC",question:"May every role of the server connect to a dat\
abase?",why:"By default they all may, also where no grant is written down. With several applications on a server each role can then look into the catalogues of \
the others.",severity:"medium",needs:"any login role",remediation:{all:"REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC; after GRANT CONNECT to the roles\
 that use it."},judge:facts=>whenAllSeen(facts.databases,facts.provider,expected6,databases=>{let ours=databases.items.filter(d=>!d.template&&d.allowsConnections&&
!notOurs.has(d.name)),alone=databases.complete&&ours.filter(d=>d.name!=="postgres").length<=1;return judgeListing({items:ours,complete:databases.complete},expected6,
{offends:({name,publicConnect,publicTemporary})=>{let held=[...publicConnect?["CONNECT"]:[],...publicTemporary?["TEMPORARY"]:[]];return held.length===0?void 0:fail(
`PUBLIC has ${held.join(" and ")} on database ${name}`,expected6,{object:name,...alone||!publicConnect?{severity:"low"}:{}})},clean:"PUBLIC has neither CONNECT \
nor TEMPORARY on any database"})}),examples:{healthy:[example()],defective:[example({databases:listed(database)}),example({databases:listed(database,{...database,
name:"other"})})],blind:[blind]}});var expected7="debug_print_parse, _rewritten and _plan off",names3=["debug_print_parse","debug_print_rewritten","debug_print_plan"],pgDebugPrint=defineCheck({id:"\
pg-debug-print",title:"Query trees stay out of the log",question:"Does the server print parse trees and plans to the log?",why:"They hold the constants of every\
 query, personal data among them, and swell the log.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"ALTER SYSTEM RESET name; then SELE\
CT pg_reload_conf();"},judge:facts=>whenSeen(facts.settings,expected7,()=>{let present=names3.flatMap(name=>{let setting5=settingOf(facts,name);return setting5?.
seen===!0?[{name,value:setting5.value.value}]:[]}),on3=present.filter(({value})=>asBoolean(value)!==!1);return on3.length>0?on3.map(({name,value})=>fail(`${name}\
 = ${value}`,expected7,{object:name})):present.length<names3.length?[{outcome:"unknown",reason:"unexpected-reply",observed:"not all of them are shown",expected:expected7}]:
[pass("all off",expected7)]}),examples:{healthy:[example()],defective:[example({settings:settings({debug_print_plan:"on"})})],blind:[blind,example({settings:settings(
{debug_print_plan:void 0})})]}});var expected8="no default privilege grants to PUBLIC what is made later",grant={creator:"shop_owner",schema:null,objects:"tables",privileges:["SELECT"]},pgDefaultAclPublic=defineCheck(
{id:"pg-default-acl-public",title:"Default privileges grant nothing to PUBLIC",question:"Will tables, sequences or schemas made from now on be granted to every \
role?",why:"ALTER DEFAULT PRIVILEGES works silently on objects that nobody has thought of yet.",severity:"medium",needs:"any login role",remediation:{all:"ALTER\
 DEFAULT PRIVILEGES FOR ROLE creator REVOKE ALL ON TABLES FROM PUBLIC; likewise for the other kinds."},judge:facts=>whenSeen(facts.defaultGrants,expected8,grants=>judgeListing(
grants,expected8,{offends:({creator,schema,objects,privileges})=>{let where=schema===null?"everywhere":`in schema ${schema}`;return fail(`PUBLIC gets ${privileges.
join(", ")} on ${objects} that ${creator} makes ${where} ${inDatabase(facts)}`,expected8,{object:`${creator} ${schema??"*"} ${objects}`})},clean:`no default pri\
vilege for PUBLIC ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({defaultGrants:listed(grant)})],blind:[blind,example({defaultGrants:cut()})]}});var expected9="reporting roles only read; application roles only read and change rows",reporting={role:"reporting",user:"shop_bi",database:"shop"},excess=({role},{
privilege,kind,owned})=>{if(role==="reporting")return privilege==="TEMPORARY"?"low":"high";if(!(kind!=="table"||owned))return privilege==="TRIGGER"?"medium":["T\
RUNCATE","REFERENCES","MAINTAIN"].includes(privilege)?"low":void 0},judgeIdentity=(facts,identity,privileges)=>{let bad=privileges.flatMap(privilege=>{let severity=privilege.
user===identity.user?excess(identity,privilege):void 0;return severity===void 0?[]:[fail(`${identity.user} (${identity.role}) holds ${privilege.privilege} on ${privilege.
objects} ${privilege.kind} object(s) ${inDatabase(facts)}, for example ${privilege.example}`,expected9,{object:`${identity.user} ${privilege.privilege} ${privilege.
kind}`,severity})]});return bad.length>0?bad:[pass(`${identity.user} (${identity.role}) holds nothing beyond it ${inDatabase(facts)}`,expected9,{object:identity.
user})]},pgExcessiveDml=defineCheck({id:"pg-excessive-dml",title:"Reporting only reads, applications only change rows",question:"Does a reporting role hold a wr\
ite privilege, or an application more than rows need?",why:"A read-only account is only as good as its privileges. TRIGGER lets a role run its code as whoever w\
rites to the table; TRUNCATE empties tables past row triggers and policies.",severity:"medium",needs:"any login role, and the roles declared for the target",remediation:{
all:"REVOKE what is named here from the role (or from the group or PUBLIC that gives it) and grant SELECT, or SELECT, INSERT, UPDATE, DELETE, only."},judge:facts=>forIdentities(
facts,facts.identityPrivileges,facts.roles,expected9,(privileges,roles)=>facts.identities.flatMap(identity=>{let object2=identity.user,role=roles.items.find(({name})=>name===
identity.user);if(role===void 0||!privileges.complete)return[unknown2(unseen(role===void 0?"unexpected-reply":"limit-exceeded",{detail:role===void 0?`the declar\
ed role ${identity.user} was not found on the server`:"there are more privileges than dbvet reads"}),expected9,{object:object2})];if(role.superuser)return[fail(
`${identity.user} is a superuser and so holds every privilege`,expected9,{object:object2,severity:"high"})];let here=facts.observer.seen?facts.observer.value.database:
void 0;return identity.database!==here?[unknown2(unseen("client-cannot-offer",{detail:`dbvet looked into database ${here??"(unknown)"}; this role works in ${identity.
database}`}),expected9,{object:object2})]:judgeIdentity(facts,identity,privileges.items)})),examples:{healthy:[example(),example({identities:[reporting],roles:listed(
{...plainRole,name:"shop_bi"})})],defective:[example({identities:[reporting],roles:listed({...plainRole,name:"shop_bi"}),identityPrivileges:listed({user:"shop_b\
i",kind:"table",privilege:"INSERT",objects:3,example:"public.orders",owned:!1})}),example({identityPrivileges:listed({user:"shop_app",kind:"table",privilege:"TR\
IGGER",objects:1,example:"public.orders",owned:!1})})],blind:[blind,example({identities:[]}),example({roles:listed()}),example({identities:[{...reporting,user:"\
shop_app",database:"other"}]})]}});var expected10="no extension that reaches files, other machines or the storage without need",risky={file_fdw:["files of the server","medium"],adminpack:["files \
of the server","medium"],pageinspect:["raw pages past every privilege","medium"],plpython3u:["the operating system","medium"],plperlu:["the operating system","m\
edium"],pltclu:["the operating system","medium"],plsh:["the operating system","high"],dblink:["other servers","low"],http:["other machines","medium"],pg_net:["o\
ther machines","medium"],aws_lambda:["functions in the cloud","medium"],aws_s3:["object storage","medium"],azure_storage:["object storage","medium"],pg_background:[
"background processes","low"],pg_cron:["scheduled jobs","low"],lo:["large objects","info"],xml2:["an outdated XML parser","low"]},pgExtensionAllowlist=defineCheck(
{id:"pg-extension-allowlist",title:"No risky extension without need",question:"Is an extension installed that reaches beyond the database?",why:"Such an extensi\
on turns a foothold in SQL into files, programs or traffic to the outside. Where the application needs it, waive it with that reason.",severity:"medium",needs:"\
any login role",remediation:{all:"DROP EXTENSION name; where nobody uses it, else revoke its functions from PUBLIC."},judge:facts=>whenSeen(facts.extensions,expected10,
extensions2=>judgeListing(extensions2,expected10,{offends:({name,version})=>{let risk=Object.hasOwn(risky,name)?risky[name]:void 0;if(risk===void 0)return;let[reach,
severity="medium"]=risk;return fail(`${name} ${version} reaches ${reach} ${inDatabase(facts)}`,expected10,{object:name,severity})},clean:`${extensions2.items.length}\
 extensions, none of them risky, ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({extensions:listed({name:"file_fdw",version:"1.0",schema:"\
public"})})],blind:[blind,example({extensions:cut()})]}});var expected11="foreign servers on other machines are reached with sslmode=verify-full",server={name:"warehouse",wrapper:"postgres_fdw",remote:!0,sslmode:null},
pgFdwSslmode=defineCheck({id:"pg-fdw-sslmode",title:"Foreign servers are reached over verified TLS",question:"Does this server connect to another one without ve\
rifying it?",why:"As a client this server is bound by the same rules as others: without sslmode=verify-full it hands passwords and rows to whoever answers.",severity:"\
medium",needs:"any login role",remediation:{all:"ALTER SERVER name OPTIONS (SET sslmode 'verify-full'); (ADD where the option is missing), with sslrootcert."},judge:facts=>whenSeen(
facts.foreignServers,expected11,servers=>servers.complete&&!servers.items.some(item=>item.remote)?[notApplicable(`no PostgreSQL foreign server on another machin\
e ${inDatabase(facts)}`,expected11)]:judgeListing(servers,expected11,{offends:({name,remote,sslmode})=>!remote||sslmode==="verify-full"?void 0:fail(`foreign ser\
ver ${name}: sslmode ${sslmode??"not set (prefer)"} ${inDatabase(facts)}`,expected11,{object:name,...sslmode==="disable"||sslmode==="allow"?{severity:"high"}:sslmode===
"verify-ca"?{severity:"low"}:{}}),clean:`all verify the server ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({foreignServers:listed(
server)}),example({foreignServers:listed({...server,sslmode:"disable"})})],blind:[blind,example({foreignServers:cut()})],notApplicable:[example({foreignServers:listed()})]}});var rule=(text,order2=1)=>{let words=text.split(/\s+/),[type="",databases="",users=""]=words,[where,method]=type==="local"?[void 0,words[3]]:[words[3],words[4]],
[address=null,netmask=null]=where?.split("/")??[];return{order:order2,place:`line ${order2}`,type,databases:databases.split(","),users:users.split(","),address,
netmask,method:method??null,clientCertificate:null,protectsPassword:!1,error:!1}},withRules=(...texts)=>example({rules:listed(...texts.map((text,i)=>rule(text,i+
1)))}),hardenedRules=["local all all peer","hostssl all all 10.0.0.0/255.255.255.0 scram-sha-256","host all all all reject"];import{isIP}from"node:net";var groupsOf=text=>text===""?[]:text.split(":"),addressNumber=text=>{let bare=text.replace(/%.*$/,"");if(isIP(bare)===4)return{family:4,
value:bare.split(".").reduce((sum,part)=>sum*256n+BigInt(part),0n)};if(isIP(bare)!==6)return;let plain=bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/,(_,a,b,c,d)=>[
Number(a)*256+Number(b),Number(c)*256+Number(d)].map(n=>n.toString(16)).join(":")),[head="",tail]=plain.split("::"),front=groupsOf(head),back=tail===void 0?[]:groupsOf(
tail),zeros=Array.from({length:8-front.length-back.length},()=>"0");return{family:6,value:(tail===void 0?front:[...front,...zeros,...back]).reduce((sum,group)=>sum*
65536n+BigInt(`0x${group}`),0n)}},widths={4:32n,6:128n},everything=family=>({family,low:0n,high:(1n<<widths[family])-1n}),maskedRange=(address,netmask)=>{let base=addressNumber(
address),mask=addressNumber(netmask);if(base===void 0||mask?.family!==base.family)return;let hosts=everything(base.family).high^mask.value;if((hosts&hosts+1n)!==
0n)return;let low=base.value&mask.value;return{family:base.family,low,high:low+hosts}},cidr=text=>{let[address="",bits="0"]=text.split("/"),base=addressNumber(address);
if(base===void 0)throw new Error(`not a network: ${text}`);let size=1n<<widths[base.family]-BigInt(bits);return{family:base.family,low:base.value,high:base.value+
size-1n}},loopback=["127.0.0.0/8","::1/128"].map(cidr),inner=[...["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16","100.64.0.0/10","169.254.0.0/16"].map(cidr),...[
"fc00::/7","fe80::/10"].map(cidr),...loopback],within=(family,value,ranges)=>ranges.some(range=>range.family===family&&range.low<=value&&value<=range.high);var anyOf=matches=>matches.includes("yes")?"yes":matches.includes("unknown")?"unknown":"no",memberOf=(memberships,user,role)=>user===role||membershipPath(memberships,
user,role)!==void 0?"yes":"no",matchUser=(rule2,user,memberships)=>anyOf((rule2.users??[]).map(token=>token==="all"||token===user?"yes":token.startsWith("+")?memberOf(
memberships,user,token.slice(1)):token.startsWith("/")||token.startsWith("@")?"unknown":"no")),replication=Symbol("replication"),matchDatabase=(rule2,database3,user,memberships)=>anyOf(
(rule2.databases??[]).map(token=>database3===replication?token==="replication"?"yes":"no":token==="all"||token===database3?token==="replication"?"no":"yes":token===
"sameuser"?database3===user?"yes":"no":token==="samerole"||token==="samegroup"?memberOf(memberships,user,database3):token.startsWith("/")||token.startsWith("@")?
"unknown":"no")),rangesOf=rule2=>{if(rule2.address==="all")return"all";if(rule2.address===null||rule2.netmask===null)return"unknown";let range=maskedRange(rule2.
address,rule2.netmask);return range===void 0?"unknown":[range]},typesOf={socket:["local"],plain:["host","hostnogssenc","hostnossl"],tls:["host","hostnogssenc","\
hostssl"],gss:["host","hostnossl","hostgssenc"]},matchWay=({type},way)=>type!==null&&typesOf[way].includes(type);var maxSteps=3e6,segmentsOf=rules=>[4,6].flatMap(family=>{let cuts=new Set([0n]),ranges=rules.flatMap(rule2=>{let found=rangesOf(rule2);return typeof found=="st\
ring"?[]:found});for(let range of[...ranges,...inner])range.family===family&&(cuts.add(range.low),cuts.add(range.high+1n));let end=everything(family).high,starts=[
...cuts].filter(cut2=>cut2<=end).sort((a,b)=>a<b?-1:1);return starts.map((low,i)=>({family,low,high:(starts[i+1]??end+1n)-1n}))}),matchAddress=(rule2,segment2)=>{
if(segment2===void 0)return"yes";let ranges=rangesOf(rule2);return ranges==="all"?"yes":ranges==="unknown"?"unknown":within(segment2.family,segment2.low,ranges)?
"yes":"no"},casesOf=({rules,users,databases,memberships})=>{let cases=new Map;for(let user of users){let byUser=rules.map(rule2=>matchUser(rule2,user,memberships));
for(let database3 of[...databases,replication]){let matches=rules.map((rule2,i)=>{let who=byUser[i]??"no";if(who==="no")return"no";let where=matchDatabase(rule2,
database3,user,memberships);return where==="no"?"no":who==="yes"?where:"unknown"}),key=matches.join();cases.has(key)||cases.set(key,{user,database:database3===replication?
"(replication)":database3,matches})}}return[...cases.values()]},simulate=inputs=>{let{rules,tls}=inputs;if(inputs.users.length*(inputs.databases.length+1)*rules.
length>maxSteps)return;let cases=casesOf(inputs),segments=segmentsOf(rules),gss=rules.some(({type})=>type==="hostgssenc"),ways2=["plain",...tls?["tls"]:[],...gss?
["gss"]:[]];if(cases.length*segments.length*3*rules.length>maxSteps)return;let decisions=[],unclear=!1,decide=(one,way,range)=>{for(let[i,rule2]of rules.entries()){
if(!matchWay(rule2,way))continue;let name=one.matches[i]??"no",address=name==="no"?"no":matchAddress(rule2,range);if(name==="no"||address==="no")continue;if(name===
"unknown"||address==="unknown"){unclear=!0;return}let{user,database:database3}=one;decisions.push({rule:rule2,way,user,database:database3,...range===void 0?{}:{
range}});return}};for(let one of cases){decide(one,"socket",void 0);for(let way of ways2)for(let segment2 of segments)decide(one,way,segment2)}return{decisions,
unclear}},admissions=({decisions})=>decisions.filter(({rule:rule2})=>rule2.method!=="reject");var playRules=facts=>{let{rules,roles,databases,memberships}=facts;if(!rules.seen)return rules;if(!roles.seen)return roles;if(!databases.seen)return databases;if(!memberships.
seen)return memberships;let tls=settingOf(facts,"ssl");if(tls?.seen===!1)return tls;if(![rules,roles,databases,memberships].every(fact=>fact.value.complete))return unseen(
"limit-exceeded",{detail:"there are more rules, roles or databases than dbvet reads"});if(rules.value.items.some(rule2=>rule2.error))return unseen("file-invalid",
{detail:"pg_hba.conf has a line that the server cannot read, so that the rules in force are older ones"});let played=simulate({rules:rules.value.items,users:roles.
value.items.filter(role=>role.canLogin).map(role=>role.name),databases:databases.value.items.filter(d=>d.allowsConnections).map(d=>d.name),memberships:memberships.
value.items,tls:tls!==void 0&&asBoolean(tls.value.value)===!0});return played===void 0?unseen("limit-exceeded",{detail:"pg_hba.conf is too large to be played th\
rough"}):{seen:!0,value:played}},isRemote=({range})=>range!==void 0&&!within(range.family,range.low,loopback),isPublic=({range})=>range!==void 0&&!within(range.
family,range.low,inner),ways={socket:"over the Unix socket",plain:"without TLS",tls:"over TLS",gss:"with GSS encryption"},trusts=({rule:rule2})=>rule2.method===
"trust"&&rule2.clientCertificate!=="verify-full",faultOfTrust=({rule:rule2})=>rule2.clientCertificate===null?"lets in without a proof":"lets in whoever has any \
certificate of the CA, as any role",worth={critical:4,high:3,medium:2,low:1,info:0},describe=({rule:rule2,way,user,database:database3},text)=>`${rule2.place} (${rule2.
type??""} \u2026 ${rule2.method??""}): ${text}, for example ${user} to ${database3} ${ways[way]}`,judgeAdmissions=(facts,expected60,{judge,clean})=>whenSeen(playRules(
facts),expected60,played=>{let worst=new Map;for(let decision of admissions(played)){let fault2=judge(decision),known=worst.get(decision.rule.place);fault2!==void 0&&
(known===void 0||worth[known.fault.severity]<worth[fault2.severity])&&worst.set(decision.rule.place,{decision,fault:fault2})}return worst.size>0?[...worst].map(
([object2,{decision,fault:fault2}])=>fail(describe(decision,fault2.text),expected60,{object:object2,severity:fault2.severity})):played.unclear?[unknown2(unseen(
"client-cannot-offer",{detail:"some rules name hosts, own networks or patterns, which cannot be told from outside"}),expected60)]:[pass(`${clean} (as the file i\
s now; it is in force since the last reload only)`,expected60)]});var expected12="rules name the networks that clients come from",most={4:65536n,6:1n<<96n},pgHbaAnyAddress=defineCheck({id:"pg-hba-any-address",title:"Access rul\
es name networks, not the whole world",question:"How many public addresses do the access rules, taken together, let in?",why:"One rule for all addresses and two\
 for half of them each are the same. A firewall in front may be opened by mistake; these rules are the second line.",severity:"medium",scope:"node",needs:"SELEC\
T on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Replace the wide rules by one rule for each network that clients come from."},judge:facts=>whenSeen(
playRules(facts),expected12,played=>{let open6=admissions(played).filter(isPublic),wide=[4,6].filter(family=>[...new Map(open6.flatMap(({range})=>range?.family===
family?[[range.low,range.high-range.low+1n]]:[])).values()].reduce((sum,size)=>sum+size,0n)>most[family]);if(wide.length>0){let places=[...new Set(open6.flatMap(
({rule:rule2,range})=>range!==void 0&&wide.includes(range.family)?[rule2.place]:[]))],plain=open6.some(({way})=>way==="plain");return[fail(`${wide.map(family=>`\
IPv${family}`).join(" and ")}: more public addresses than one organisation has, by ${places.join(", ")}`,expected12,plain?{severity:"high"}:{})]}return played.unclear?
[unknown2(unseen("client-cannot-offer",{detail:"some rules name hosts, own networks or patterns"}),expected12)]:[pass("no wide range of public addresses is let \
in",expected12)]}),examples:{healthy:[withRules(...hardenedRules),withRules("hostssl all all 203.0.113.0/255.255.255.0 scram-sha-256"),withRules("hostssl all al\
l 2001:db8::/ffff:ffff:ffff:: scram-sha-256")],defective:[withRules("hostssl all all all scram-sha-256"),withRules("hostssl all all 0.0.0.0/0.0.0.0 scram-sha-25\
6"),withRules("hostssl all all 0.0.0.0/128.0.0.0 scram-sha-256","hostssl all all 128.0.0.0/128.0.0.0 scram-sha-256"),withRules("hostssl all all ::/:: cert")],blind:[
blind,withRules("hostssl all all .example.com scram-sha-256")]}});var expected13="whoever comes from another machine meets TLS and real authentication, or a rejection",pgHbaEffectiveFirstMatch=defineCheck({id:"pg-hba-effective\
-first-match",title:"The access rules, played through, keep strangers out",question:"Which rule decides for each address, role and database, and does it ask for\
 TLS and a proof?",why:"The first rule that matches decides; a strict rule behind a loose one never does. So the rules are played through in order instead of be\
ing looked at one by one.",severity:"critical",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Put hostssl rules \
for known networks first and host all all all reject last; take out or move what comes before them."},judge:facts=>judgeAdmissions(facts,expected13,{judge:decision=>{
if(isRemote(decision)){if(trusts(decision))return{severity:"critical",text:faultOfTrust(decision)};if(decision.way==="plain")return isPublic(decision)?{severity:"\
critical",text:"lets in from public addresses in clear"}:{severity:"high",text:"lets in from other machines in clear"}}},clean:"every way in from another machin\
e leads over TLS and a proof"}),examples:{healthy:[withRules(...hardenedRules),withRules("hostnossl all all all reject","host all all all scram-sha-256"),withRules(
"host all all all reject","host all all all trust"),withRules("host all all 127.0.0.1/255.255.255.255 scram-sha-256")],defective:[withRules("host all all 0.0.0.\
0/0.0.0.0 scram-sha-256","host all all all reject"),withRules("hostssl all all all trust"),withRules("host all shop_app 10.0.0.0/255.0.0.0 md5","hostnossl all a\
ll all reject")],blind:[blind,withRules("hostssl all all client.example.com scram-sha-256"),withRules("hostssl all /^app all scram-sha-256")]}});var expected14="rules for other machines are hostssl, or plaintext is rejected before them",pgHbaHostNotHostssl=defineCheck({id:"pg-hba-host-not-hostssl",title:"\
Access rules demand TLS",question:"Does a rule of type host or hostnossl let in plaintext from other machines?",why:"host takes both TLS and plaintext. The clie\
nt then decides, and many clients do not ask for TLS.",severity:"high",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{
all:"Write hostssl for host, and end the file with hostnossl all all all reject."},judge:facts=>judgeAdmissions(facts,expected14,{judge:decision=>decision.way===
"plain"&&isRemote(decision)?{severity:"high",text:"lets in without TLS"}:void 0,clean:"no rule lets in plaintext from another machine"}),examples:{healthy:[withRules(
...hardenedRules),withRules("hostnossl all all all reject","host all all all scram-sha-256"),withRules("host all all all reject")],defective:[withRules("host al\
l all 10.0.0.0/255.0.0.0 scram-sha-256"),withRules("hostnossl shop shop_app 192.0.2.7/255.255.255.255 scram-sha-256",...hardenedRules)],blind:[blind,withRules("\
host all all samenet scram-sha-256")]}});var expected15="no rule for the network that decides uses ident",pgHbaIdentTcp=defineCheck({id:"pg-hba-ident-tcp",title:"No client vouches for itself over the n\
etwork",question:"Does an access rule that takes effect ask the client\u2019s own machine who the user is?",why:"With ident the server believes an ident service\
 on the client\u2019s machine (RFC 1413). Whoever holds that machine, or its address, is whoever he says. For the Unix socket the same word means peer, which asks th\
e kernel and is sound.",severity:"high",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Replace ident by scram-sh\
a-256 or cert in rules for the network; for the Unix socket write peer."},judge:facts=>judgeAdmissions(facts,expected15,{judge:decision=>{let{rule:rule2,way}=decision;
if(!(rule2.method!=="ident"||way==="socket"))return isRemote(decision)?{severity:"high",text:"believes the client\u2019s machine"}:{severity:"low",text:"believe\
s an ident service on the server\u2019s own machine"}},clean:"no rule for the network that decides uses ident"}),examples:{healthy:[withRules(...hardenedRules),
withRules("local all all peer","local all all ident"),withRules("host all all all reject","host all all all ident")],defective:[withRules("hostssl all all 10.0.\
0.0/255.0.0.0 ident"),withRules("host all all 127.0.0.1/255.255.255.255 ident")],blind:[blind,withRules("hostssl all all client.example.com ident")]}});var expected16="no rule that decides uses the method md5",md5=listed(rule("hostssl all all all md5")),pgHbaMd5=defineCheck({id:"pg-hba-md5",title:"No access rul\
e allows MD5",question:"Does a rule that takes effect use the method md5?",why:"The method takes MD5 passwords where there are any. A role with a SCRAM verifier\
 does SCRAM under it all the same: then only the door stands open.",severity:"medium",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its functio\
n",remediation:{all:"Set password_encryption to scram-sha-256, set the passwords anew, then write scram-sha-256 in pg_hba.conf."},judge:facts=>{let{passwords}=facts,
none=passwords.seen&&passwords.value.complete&&passwords.value.items.every(p=>p.kind!=="md5");return judgeAdmissions(facts,expected16,{judge:({rule:{method}})=>method!==
"md5"?void 0:none?{severity:"low",text:"allows md5, which no role uses: all passwords are SCRAM"}:{severity:"medium",text:"allows md5"},clean:"no rule that deci\
des uses md5"})},examples:{healthy:[withRules(...hardenedRules)],defective:[example({rules:md5}),example({rules:md5,passwords:unseen("permission-denied")})],blind:[
blind]}});var expected17="the rules of pg_hba.conf can be read, and there are some",pgHbaObservable=defineCheck({id:"pg-hba-observable",title:"The access rules can be see\
n",question:"May the scanner read the rules of pg_hba.conf?",why:"The rules decide who may connect from where and how. Where they are hidden, only attempts to c\
onnect show what they allow.",severity:"info",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function: not given on managed services",remediation:{
all:"On a server of your own grant both to the scanner\u2019s role; on managed services rely on the TLS checks."},judge:facts=>whenSeen(facts.rules,expected17,rules=>[
rules.items.length===0?fail("the file holds no rule at all: the server refuses it at the next reload",expected17):pass(`${rules.complete?"":"at least "}${rules.
items.length} rules; the view shows the file as it is now, which is in force only after a reload`,expected17)]),examples:{healthy:[withRules(...hardenedRules),example()],
defective:[example({rules:listed()})],blind:[blind]}});var expected18="every line of pg_hba.conf can be read",good=rule("local all all peer"),pgHbaParseError=defineCheck({id:"pg-hba-parse-error",title:"pg_hba.conf h\
as no faulty lines",question:"Has pg_hba.conf a line that the server cannot read?",why:"The server then keeps the old rules at the next reload, and does not sta\
rt after the next stop.",severity:"medium",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Correct the line, then\
 SELECT pg_reload_conf(); and look at pg_hba_file_rules again."},judge:facts=>whenSeen(facts.rules,expected18,rules=>judgeListing(rules,expected18,{offends:({error,
place})=>error?fail(`${place} cannot be read`,expected18,{object:place}):void 0,clean:`${rules.items.length} rules without a fault`})),examples:{healthy:[example(
{rules:listed(good)})],defective:[example({rules:listed(good,{...good,error:!0,method:null,type:null})})],blind:[blind,example({rules:cut(good)})]}});var expected19="no rule that decides has the client send its password itself",sendsPassword=new Set(["password","ldap","pam","bsd","radius"]),pgHbaPasswordCleartext=defineCheck(
{id:"pg-hba-password-cleartext",title:"Passwords are not sent to the server",question:"Does a rule that takes effect make clients send their password as it is?",
why:"With SCRAM the server never sees the password. With these methods it does, and on a connection without TLS so does everybody on the way.",severity:"high",scope:"\
node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Use scram-sha-256, cert, gss or oauth; where a directory must check pass\
words, over hostssl only and with ldaptls=1 or ldaps."},judge:facts=>judgeAdmissions(facts,expected19,{judge:({rule:{method,protectsPassword},way})=>{if(sendsPassword.
has(method??""))return way==="plain"?{severity:"high",text:"the password crosses the network in clear"}:method==="ldap"&&!protectsPassword?{severity:"high",text:"\
the server passes the password to LDAP in clear"}:method==="password"?{severity:"medium",text:"the server gets the password itself"}:method==="pam"?{severity:"i\
nfo",text:"the server gets the password or token itself"}:{severity:"low",text:"the server gets the password itself"}},clean:"no rule that decides asks for the \
password itself"}),examples:{healthy:[withRules(...hardenedRules)],defective:[withRules("host all all all password"),withRules("hostssl all all all password"),example(
{rules:listed(rule("hostssl all all all ldap"))})],blind:[blind]}});var expected20="no rule that decides uses trust",pgHbaTrust=defineCheck({id:"pg-hba-trust",title:"Nobody is trusted without a proof",question:"Does any access r\
ule that takes effect let somebody in without authentication?",why:"With trust whoever reaches the server is whoever he says, the superuser too.",severity:"crit\
ical",scope:"node",needs:"SELECT on pg_hba_file_rules and EXECUTE on its function",remediation:{all:"Replace trust by peer for the socket, and by scram-sha-256 \
or cert for the network."},judge:facts=>judgeAdmissions(facts,expected20,{judge:decision=>{if(!trusts(decision))return;let text=faultOfTrust(decision);return isRemote(
decision)?{severity:"critical",text}:{severity:decision.way==="socket"?"medium":"high",text}},clean:"no rule that decides uses trust"}),examples:{healthy:[withRules(
...hardenedRules),withRules("local all all peer","local all all trust")],defective:[withRules("local all all trust"),withRules("host all all 127.0.0.1/255.255.2\
55.255 trust"),withRules("hostssl shop shop_app all trust")],blind:[blind,withRules("host all all samehost trust")]}});var expected21="parameter values stay out of the log wherever statements are logged",pgLogParameterLeak=defineCheck({id:"pg-log-parameter-leak",title:"Bound val\
ues stay out of the log",question:"Are the values of statement parameters written to the log?",why:"Applications bind personal data and passwords as parameters,\
 and the default writes them to the log in full whenever a statement is logged.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"ALTER S\
YSTEM SET log_parameter_max_length = 0; and log_parameter_max_length_on_error = 0; then SELECT pg_reload_conf();"},judge:facts=>{let length=settingOf(facts,"log\
_parameter_max_length",{since:13}),onError=settingOf(facts,"log_parameter_max_length_on_error",{since:13}),statement=settingOf(facts,"log_statement"),slow=settingOf(
facts,"log_min_duration_statement"),audit=settingOf(facts,"pgaudit.log_parameter",customSetting);if(length===void 0||onError===void 0)return[notApplicable("befo\
re PostgreSQL 13 there is no such limit",expected21)];let needed=[length,onError,statement,slow];for(let fact of needed)if(fact?.seen===!1)return[unknown2(fact,
expected21)];let value=fact=>fact?.seen===!0?fact.value.value:"",statements=(asList(value(statement))[0]??"none")!=="none"||Number(value(slow))>=0,leaks=[...statements&&
value(length)!=="0"?[`log_parameter_max_length = ${value(length)} while statements are logged`]:[],...value(onError)==="0"?[]:[`log_parameter_max_length_on_erro\
r = ${value(onError)}`],...value(audit)==="on"?["pgaudit.log_parameter = on"]:[]];return leaks.length>0?[fail(leaks.join("; "),expected21)]:[pass(statements?"va\
lues are cut to nothing":"no statements are logged",expected21)]},examples:{healthy:[example()],defective:[example({settings:settings({log_parameter_max_length:"\
-1"})}),example({settings:settings({log_parameter_max_length_on_error:"64"})})],blind:[blind,example({settings:settings({log_min_duration_statement:void 0})})]}});var classes=["read","write","function","role","ddl","misc","misc_set"],auditClasses=value=>{let active=new Set;for(let word of asList(value)){let negative=word.
startsWith("-"),name=negative?word.slice(1):word,meant=name==="all"?classes:name==="none"?[]:classes.filter(c=>c===name);if(name!=="none"&&meant.length===0)return;
name==="none"&&active.clear();for(let item of meant)negative?active.delete(item):active.add(item)}return active};var nameScope=({role,database:database3})=>[role===null?[]:[`role ${role}`],database3===null?[]:[`database ${database3}`],role===null&&database3===null?["all ro\
les"]:[]].flat().join(" in "),weaker={log_statement:value=>value==="none",log_connections:value=>asBoolean(value)===!1||asList(value).every(word=>["receipt","se\
tup_durations"].includes(word)),log_disconnections:value=>asBoolean(value)===!1,log_min_messages:value=>["error","log","fatal","panic"].includes(value),log_min_error_statement:value=>[
"log","fatal","panic"].includes(value),log_error_verbosity:value=>value==="terse","pgaudit.log":value=>lostClasses(value,void 0).length>0,"pgaudit.log_catalog":value=>asBoolean(
value)===!1},lostClasses=(value,server2)=>{let before2=server2===void 0?void 0:auditClasses(server2),active=auditClasses(value);return["ddl","role"].filter(name=>(before2?.
has(name)??!0)&&!(active?.has(name)??!1))},silences=({name,value},server2)=>{if(value===null||!Object.hasOwn(weaker,name))return!1;if(name==="pgaudit.log")return lostClasses(
value.toLowerCase(),server2).length>0;let bad=weaker[name]??(()=>!1);return bad(value.toLowerCase())&&!(server2!==void 0&&bad(server2.toLowerCase()))},graver={session_replication_role:value=>value===
"origin"?void 0:"high",row_security:value=>asBoolean(value)===!1?"high":void 0,password_encryption:value=>value==="scram-sha-256"?void 0:"high",default_transaction_read_only:value=>asBoolean(
value)===!1?"low":void 0,statement_timeout:value=>/^0\D*$/.test(value)?"low":void 0,role:value=>value==="none"?void 0:"low"},weakens=({name,value})=>value!==null&&
Object.hasOwn(graver,name)?graver[name]?.(value.toLowerCase()):void 0,readableOverrides=[...Object.keys(weaker),...Object.keys(graver),"pgaudit.role","search_pa\
th","lock_timeout","idle_in_transaction_session_timeout"];var expected22="pgaudit.role names a role that holds SELECT on the tables to watch, or pgaudit.log has read and write",recordsAll=value=>{let active=auditClasses(
value);return active!==void 0&&active.has("read")&&active.has("write")},valueOf=(facts,name)=>{let setting5=settingOf(facts,name,customSetting);return setting5?.
seen===!0?seen(setting5.value.value):setting5},exempt=(facts,name,keeps)=>facts.roleSettings.seen?facts.roleSettings.value.items.filter(item=>item.name===name&&
!keeps(item.value??"")).map(nameScope):[],audited=(tables,{role,exists,reads,example:first},facts)=>{if(!exists)return[fail(`pgaudit.role = ${role}, and there i\
s no such role`,expected22)];let here=inDatabase(facts);return tables===0?[fail(`${role} holds no grant, so that nothing is recorded, ${here}`,expected22)]:reads===
0?[fail(`${role} holds no SELECT, so that no read is recorded, ${here}`,expected22)]:[pass(`${role} watches ${tables} tables, ${reads} of them when they are rea\
d, for example ${first??""}, ${here}; whether these are the sensitive ones is for you to say`,expected22)]},pgObjectAuditRole=defineCheck({id:"pg-object-audit-r\
ole",title:"pgAudit records the use of chosen tables",question:"Is each use of at least the chosen tables recorded, whoever it is that reads them?",why:"Without\
 it nobody can say whose records were seen in a theft. A role for auditing without grants records nothing, and a role or database with a value of its own slips \
through.",severity:"low",needs:"any login role",remediation:{all:"CREATE ROLE auditor NOLOGIN; set pgaudit.role to auditor; then GRANT SELECT, INSERT, UPDATE, D\
ELETE on each sensitive table TO auditor."},judge:facts=>{let classes2=valueOf(facts,"pgaudit.log"),role=valueOf(facts,"pgaudit.role");return classes2===void 0||
role===void 0?[notApplicable("pgAudit is not loaded",expected22)]:classes2.seen?role.seen?whenSeen(facts.roleSettings,expected22,overrides=>{if(!overrides.complete)
return[unknown2({seen:!1,reason:"limit-exceeded"},expected22)];let everything2=recordsAll(classes2.value);if(!everything2&&role.value==="")return[fail(`pgaudit.\
role is empty, and pgaudit.log = ${classes2.value} does not do it`,expected22)];let outside=everything2?exempt(facts,"pgaudit.log",recordsAll):exempt(facts,"pga\
udit.role",value=>value===role.value);return outside.length>0?outside.map(scope=>fail(`${scope} has a value of its own and is not recorded`,expected22,{object:scope})):
everything2?[pass(`pgaudit.log = ${classes2.value} records every table`,expected22)]:whenSeen(facts.auditedObjects,expected22,found=>audited(found.tables,found,
facts))}):[unknown2(role,expected22)]:[unknown2(classes2,expected22)]},examples:{healthy:[example(),example({settings:settings({"pgaudit.log":"all","pgaudit.rol\
e":""})})],defective:[example({settings:settings({"pgaudit.role":""})}),example({auditedObjects:seen({role:"auditor",exists:!0,tables:0,reads:0,example:null})}),
example({auditedObjects:seen({role:"auditor",exists:!1,tables:0,reads:0,example:null})}),example({auditedObjects:seen({role:"auditor",exists:!0,tables:2,reads:0,
example:"a.b"})}),example({roleSettings:listed({role:"shop_app",database:null,name:"pgaudit.role",value:"",secretLike:!1})}),example({settings:settings({"pgaudi\
t.log":"all","pgaudit.role":""}),roleSettings:listed({role:"shop_app",database:null,name:"pgaudit.log",value:"ddl, role",secretLike:!1})})],blind:[blind,example(
{roleSettings:cut()})],notApplicable:[example({settings:settings({"pgaudit.log":void 0,"pgaudit.role":void 0})})]}});var expected23="a scanner role that is no superuser and a member of pg_monitor",pgObserverCapabilities=defineCheck({id:"pg-observer-capabilities",title:"The sca\
nner sees enough and may not do more",question:"Does the scanner log in with a monitoring role, neither more nor less?",why:"Without pg_monitor much stays unsee\
n; with a superuser a stolen scanner password opens everything, although the scanner needs none of it.",severity:"info",scope:"node",needs:"any login role",remediation:{
all:"Create a role of its own for the scanner: CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet; and take superuser away from the one in use.","aws-rds":"Log \
in as the master user and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;",digitalocean:"Log in as doadmin and run CREATE ROLE dbvet LOGIN; GRANT pg_mon\
itor TO dbvet;","google-cloud-sql":"Log in as a member of cloudsqlsuperuser and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;"},judge:facts=>whenSeen(
facts.observer,expected23,who=>{if(who.superuser)return[fail(`dbvet looks as ${who.user}, a superuser`,expected23,{severity:"low"})];if(who.monitor)return[pass(
`dbvet looks as ${who.user} with pg_monitor`,expected23)];let grant3=`GRANT pg_monitor TO ${quoteName(who.user)};`;return[fail(`${who.user} is not a member of p\
g_monitor: checks that need it are unknown`,expected23,{grant:grant3,remediation:`Run as an administrator: ${grant3}`})]}),examples:{healthy:[example()],defective:[
example({observer:seen({...observer,superuser:!0})}),example({observer:seen({...observer,monitor:!1})})],blind:[blind]}});var expected24="SCRAM, a certificate, Kerberos, OAuth or the provider\u2019s IAM",session={tls:!0,version:"TLSv1.3",cipher:"TLS_AES_256_GCM_SHA384",bits:256,network:!0,
loopback:!1},weak=new Set(["md5","password","ident"]),strong2=new Set(["scram-sha-256","cert","gss","sspi","oauth","pam","peer"]),pgOwnAuthMethod=defineCheck({id:"\
pg-own-auth-method",title:"The scanner\u2019s own login was authenticated well",question:"Which method did the server use for this very login?",why:"The server\u2019\
s own word on one login shows which rule of pg_hba.conf really decides, also where that file is hidden.",severity:"critical",scope:"endpoint",needs:"any login r\
ole, PostgreSQL 16 or newer",remediation:{all:"Set password_encryption to scram-sha-256, set the passwords anew, then demand scram-sha-256 in pg_hba.conf.","aws\
-rds":"Set password_encryption and rds.accepted_password_auth_method to scram, then set the passwords anew."},judge:facts=>whenSeen(facts.ownSession,expected24,
own3=>{if(own3.systemUser===void 0)return[unknown2(unseen("unsupported-version",{detail:"PostgreSQL before 16 does not tell"}),expected24)];if(own3.systemUser===
null)return own3.network?[fail("the server let the scanner in without any authentication (trust)",expected24)]:[fail("trusted over the Unix socket",expected24,{
severity:"medium"})];let method=own3.systemUser.split(":")[0]??"";return weak.has(method)?[fail(`authenticated with ${method}`,expected24,{severity:"high"})]:strong2.
has(method)?[pass(`authenticated with ${method}`,expected24)]:[unknown2(unseen("unexpected-reply",{detail:`authenticated with ${method}, whose strength depends \
on its service`}),expected24)]}),examples:{healthy:[example()],defective:[example({ownSession:seen({...session,systemUser:null})}),example({ownSession:seen({...session,
systemUser:"md5:dbvet"})})],blind:[blind,example({ownSession:seen(session)}),example({ownSession:seen({...session,systemUser:"ldap:dbvet"})})]}});var expected25="TLS 1.2 or newer with at least 128 bits",session2={tls:!0,version:"TLSv1.3",cipher:"TLS_AES_256_GCM_SHA384",bits:256,systemUser:"scram-sha-256:d\
bvet",network:!0,loopback:!1},unencrypted={...session2,tls:!1,version:null,cipher:null,bits:null},pgOwnSessionTls=defineCheck({id:"pg-own-session-tls",title:"Th\
e server sees the scanner\u2019s session as encrypted",question:"Did the server itself count this session as TLS?",why:"A proxy may end TLS and speak plaintext \
to the server behind it. This is what the server saw on its side of the last hop.",severity:"critical",scope:"endpoint",needs:"any login role",remediation:{all:"\
Have the pooler or proxy in front of the server speak TLS to the server too, and clients verify the server (sslmode=verify-full)."},judge:facts=>whenSeen(facts.
ownSession,expected25,own3=>{if(!own3.tls&&(!own3.network||own3.loopback))return[notApplicable("a pooler on the server\u2019s own machine speaks to it in clear, whic\
h does not leave the machine",expected25)];if(!own3.tls)return[fail("the server counts this session as unencrypted",expected25)];let text=`${own3.version??"unkn\
own version"}, ${own3.cipher??"unknown cipher"}, ${own3.bits??0} bits (on the server\u2019s side of the last hop)`;return[(own3.version==="TLSv1.2"||own3.version===
"TLSv1.3")&&(own3.bits??0)>=128?pass(text,expected25):fail(text,expected25,{severity:"high"})]}),examples:{healthy:[example()],defective:[example({ownSession:seen(
unencrypted)}),example({ownSession:seen({...session2,version:"TLSv1.1"})})],blind:[blind],notApplicable:[example({ownSession:seen({...unencrypted,network:!1})}),
example({ownSession:seen({...unencrypted,loopback:!0})})]}});var releases={checkedOn:"2026-11-22",majors:{9:{endOfLife:"2021-11-11",confirmed:0},10:{endOfLife:"2022-11-10",confirmed:23},11:{endOfLife:"2023-11-09",confirmed:22},
12:{endOfLife:"2024-11-21",confirmed:22},13:{endOfLife:"2025-11-13",confirmed:23},14:{endOfLife:"2026-11-12",confirmed:24,expected:25},15:{endOfLife:"2027-11-11",
confirmed:20},16:{endOfLife:"2028-11-09",confirmed:15,expected:16},17:{endOfLife:"2029-11-08",confirmed:11,expected:12},18:{endOfLife:"2030-11-14",confirmed:6,expected:7}}},
splitVersion=versionNum=>({major:Math.floor(versionNum/1e4),minor:versionNum%1e4});var expected26="no ordinary role may set superuser settings that audit or protection depend on",grave=/^(session_replication_role|row_security|log_.*|pgaudit\..*|session_preload_libraries|local_preload_libraries|dynamic_library_path|shared_preload_libraries)$/,
pgParameterGrants=defineCheck({id:"pg-parameter-grants",title:"Superuser settings are not handed out",question:"May an ordinary role change settings that are re\
served to superusers?",why:"Since PostgreSQL 15 single settings can be granted. Who may set session_replication_role switches triggers off; who may set log sett\
ings switches his own traces off.",severity:"high",needs:"any login role, PostgreSQL 15 or newer",remediation:{all:"REVOKE SET, ALTER SYSTEM ON PARAMETER name F\
ROM role;"},judge:facts=>whenSeen(facts.observer,expected26,who=>splitVersion(who.versionNum).major<15?[notApplicable("settings cannot be granted before Postgre\
SQL 15",expected26)]:whenAllSeen(facts.parameterGrants,facts.provider,expected26,(grants,provider2)=>judgeListing(grants,expected26,{offends:({parameter,grantee,
privilege})=>provider2.platform!==void 0&&grantee.startsWith("rds")?void 0:fail(`${grantee} holds ${privilege} on ${parameter}`,expected26,{object:`${grantee} ${parameter}`,
severity:privilege==="ALTER SYSTEM"||grave.test(parameter)?"high":"low"}),clean:"no setting is granted to an ordinary role"}))),examples:{healthy:[example()],defective:[
example({parameterGrants:listed({parameter:"session_replication_role",grantee:"shop_app",privilege:"SET"})})],blind:[blind,example({parameterGrants:cut()}),example(
{parameterGrants:unseen("permission-denied")})],notApplicable:[example({observer:seen({...observer,versionNum:140010})})]}});var whenPasswordsSeen=({passwords,observer:observer2},expected60,instead4,judge)=>{if(passwords.seen)return judge(passwords.value);let grant3=observer2.seen&&passwords.
grant!==void 0?grantWithCaution(passwords.grant,`not advised: a monitoring role could then read every password verifier. Better run this once as superuser and k\
eep the result as evidence: ${instead4}`):passwords.grant;return[unknown2({...passwords,...grant3===void 0?{}:{grant:grant3}},expected60)]};var expected27="no password is the name of its role",instead="dbvet probe postgres://SUPERUSER@HOST/DATABASE --only pg-password-equals-name",pgPasswordEqualsName=defineCheck(
{id:"pg-password-equals-name",title:"No password equals its role\u2019s name",question:"Has any login role its own name as its password?",why:"It is the first g\
uess of everybody. The stored verifiers are compared, so that no login is tried.",severity:"critical",needs:"superuser, or SELECT on pg_authid: not given on man\
aged services",remediation:{all:"Set a long random password for the role at once and look through the log for its logins."},judge:facts=>whenPasswordsSeen(facts,
expected27,instead,passwords=>{let bad=judgeListing(passwords,expected27,{offends:({role,equalsName})=>equalsName===!0?fail(`the password of ${role} is its name`,
expected27,{object:role}):void 0,clean:`none of ${passwords.items.length} login roles has its name as password`}),open6=passwords.items.filter(({kind,equalsName})=>kind!==
"none"&&equalsName===void 0),[first]=bad;return first?.outcome==="pass"&&open6.length>0?[unknown2(unseen("limit-exceeded",{detail:`${open6.length} of ${passwords.
items.length} passwords were not compared`}),expected27)]:bad}),examples:{healthy:[example()],defective:[example({passwords:listed({role:"shop",kind:"scram",equalsName:!0})})],
blind:[blind,hiddenPasswords,example({passwords:listed({role:"shop",kind:"scram"})})]}});var expected28="every stored password is a SCRAM-SHA-256 verifier",instead2="SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword NOT LIKE 'SCRAM-SHA\
-256$%'",pgPasswordHashMd5=defineCheck({id:"pg-password-hash-md5",title:"No password is stored as MD5",question:"Does any login role still have an MD5 password?",
why:"An MD5 entry is enough to log in by itself and is cracked quickly. password_encryption only rules passwords that are set from now on.",severity:"high",needs:"\
superuser, or SELECT on pg_authid: not given on managed services",remediation:{all:"Set password_encryption to scram-sha-256, then set the password of each role\
 named here anew (\\password in psql)."},judge:facts=>whenPasswordsSeen(facts,expected28,instead2,passwords=>judgeListing(passwords,expected28,{offends:({role,kind})=>kind===
"md5"||kind==="other"?fail(`the password of ${role} is stored as ${kind==="md5"?"MD5":"an unknown kind"}`,expected28,{object:role}):void 0,clean:`none of ${passwords.
items.length} login roles has an MD5 password`})),examples:{healthy:[example()],defective:[example({passwords:listed({role:"new",kind:"scram",equalsName:!1},{role:"\
old",kind:"md5",equalsName:!1})})],blind:[blind,hiddenPasswords,example({passwords:cut({role:"new",kind:"scram",equalsName:!1})})]}});var expected29="at least the classes ddl and role",pgPgauditClasses=defineCheck({id:"pg-pgaudit-classes",title:"pgAudit records changes of schema and roles",question:"\
Does pgAudit record DDL and changes of roles and privileges?",why:"A loaded library that records nothing is an audit trail on paper only.",severity:"medium",scope:"\
node",needs:"any login role",remediation:{all:"Set pgaudit.log to 'ddl, role' or more (write, and read where it is asked for), then reload."},judge:facts=>whenSeen(
facts.settings,expected29,()=>{let setting5=settingOf(facts,"pgaudit.log",customSetting);if(setting5===void 0)return[notApplicable("pgAudit is not loaded",expected29)];
if(!setting5.seen)return[unknown2(setting5,expected29)];let{value}=setting5.value,active=auditClasses(value);if(active===void 0)return[unknown2({seen:!1,reason:"\
unexpected-reply",detail:`pgaudit.log = ${value}`},expected29)];let missing=["ddl","role"].filter(name=>!active.has(name)),text=`pgaudit.log = ${value}`;return missing.
length===0?[pass(text,expected29)]:[fail(`${text}: ${missing.join(" and ")} missing`,expected29)]}),examples:{healthy:[example(),example({settings:settings({"pg\
audit.log":"all"})}),example({settings:settings({"pgaudit.log":"all, -misc"})})],defective:[example({settings:settings({"pgaudit.log":"none"})}),example({settings:settings(
{"pgaudit.log":"all, -role"})}),example({settings:settings({"pgaudit.log":""})})],blind:[blind,example({settings:settings({"pgaudit.log":"everything"})})],notApplicable:[
example({settings:settings({"pgaudit.log":void 0})})]}});var expected30="no role and no database has its own, weaker logging",setting2={role:"shop_app",database:null,name:"log_statement",value:"none",secretLike:!1},serverValue=(facts,name)=>{
let fact=settingOf(facts,name,customSetting);return fact?.seen===!0?fact.value.value:void 0},pgPgauditDisabledPerRole=defineCheck({id:"pg-pgaudit-disabled-per-r\
ole",title:"Logging is not weakened for single roles",question:"Has a role or database its own setting that takes it out of the log or the audit?",why:"The serv\
er\u2019s settings may look right while the one role that matters leaves no trace.",severity:"high",needs:"any login role",remediation:{all:"ALTER ROLE name RES\
ET setting; or ALTER DATABASE name RESET setting;"},judge:facts=>whenSeen(facts.roleSettings,expected30,overrides=>judgeListing(overrides,expected30,{offends:item=>silences(
item,serverValue(facts,item.name))?fail(`${nameScope(item)}: ${item.name} = ${item.value??""}`,expected30,{object:`${nameScope(item)} ${item.name}`}):void 0,clean:"\
no role or database weakens the logging"})),examples:{healthy:[example(),example({roleSettings:listed({...setting2,value:"all"})})],defective:[example({roleSettings:listed(
setting2)}),example({roleSettings:listed({...setting2,name:"pgaudit.log",value:"none"})})],blind:[blind,example({roleSettings:cut()})]}});var expected31="pgAudit is loaded",pgPgauditLoaded=defineCheck({id:"pg-pgaudit-loaded",title:"pgAudit is loaded",question:"Is the pgAudit library loaded into th\
e server?",why:"The plain log tells what was sent; pgAudit tells which objects were touched, inside functions and DO blocks too. Only a row in pg_settings prove\
s it: SHOW answers for a mere placeholder as well.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"Install the package, add pgaudit to \
shared_preload_libraries, restart, and CREATE EXTENSION pgaudit in each database.","aws-rds":"Add pgaudit to shared_preload_libraries in the parameter group, re\
boot, then CREATE EXTENSION pgaudit.","google-cloud-sql":"Set cloudsql.enable_pgaudit to on, CREATE EXTENSION pgaudit, and switch Data Access audit logs on for \
the project.","azure-flexible-server":"Allow pgaudit in azure.extensions, add it to shared_preload_libraries, restart, then CREATE EXTENSION pgaudit.",aiven:"Se\
t pgaudit.feature_enabled where the plan offers it.",digitalocean:"Not offered: compensate with log_statement, log forwarding and audit tables."},judge:facts=>whenSeen(
facts.settings,expected31,()=>settingOf(facts,"pgaudit.log",customSetting)===void 0?[fail("pg_settings has no row pgaudit.log",expected31)]:[pass("pg_settings h\
as the row pgaudit.log",expected31)]),examples:{healthy:[example()],defective:[example({settings:settings({"pgaudit.log":void 0})})],blind:[blind]}});var expected32="no login role is a member of a predefined role that reaches files, programs or all data",risky2={pg_execute_server_program:"high",pg_read_server_files:"\
high",pg_write_server_files:"high",pg_write_all_data:"medium",pg_read_all_data:"low",pg_create_subscription:"medium",pg_signal_backend:"low",pg_maintain:"low"},
tools=new Set(["pg_read_all_data","pg_signal_backend","pg_maintain"]),declaredForTools=facts=>new Set([...facts.backups,...facts.identities.filter(({role})=>role===
"reporting").map(({user})=>user)]),pgPredefinedRoleMembers=defineCheck({id:"pg-predefined-role-members",title:"Powerful predefined roles have no login members",
question:"Is a login role a member, directly or through others, of a powerful predefined role?",why:"pg_execute_server_program and the file roles lead to the op\
erating system and so to superuser; pg_write_all_data passes every grant on tables.",severity:"high",needs:"any login role",remediation:{all:"REVOKE the predefi\
ned role named here from the role at the start of the path."},judge:facts=>whenAllSeen(facts.roles,facts.memberships,expected32,(roles,memberships)=>whenSeen(facts.
provider,expected32,provider2=>{let helpers=declaredForTools(facts),bad=roles.items.flatMap(role=>!role.canLogin||role.superuser||isProviderRole(role.name,provider2)?
[]:provider2.platform!==void 0&&vendorAdminRoles.includes(role.name)?[]:Object.entries(risky2).flatMap(([predefined,severity="high"])=>{let path=membershipPath(
memberships.items,role.name,predefined);return path===void 0?[]:[fail(path.join(" -> "),expected32,{object:`${role.name} ${predefined}`,severity:tools.has(predefined)&&
helpers.has(role.name)?"info":severity})]}));return bad.length>0?bad:roles.complete&&memberships.complete?[pass("no login role is a member of one",expected32)]:
[unknown2(unseen("limit-exceeded",{detail:"not all roles and memberships were read"}),expected32)]})),examples:{healthy:[example()],defective:[example({memberships:listed(
{member:"shop_app",role:"ops",admin:!1},{member:"ops",role:"pg_execute_server_program",admin:!1})})],blind:[blind,example({memberships:{seen:!0,value:{items:[],
complete:!1}},roles:listed(plainRole)})]}});var expected33="the names of one provider at most, and of the declared one",pgProviderFingerprint=defineCheck({id:"pg-provider-fingerprint",title:"The declared \
platform is the real one",question:"Do the names on the server fit the platform that was declared for it?",why:"The platform decides which advice fits and which\
 settings a provider hides. It says nothing of encryption at rest or of backups.",severity:"info",needs:"any login role",remediation:{all:"Correct the platform \
of the target in dbvet."},judge:(facts,{platform})=>whenSeen(facts.provider,expected33,({candidates,signs})=>{let looks=candidates.length===0?"no known provider":
candidates.join(" and "),shown=signs.length===0?"no provider\u2019s names":signs.join(", "),text=`declared ${platform??"nothing"}, looks like ${looks} (${shown}\
)`;return[candidates.length>1||platform!==void 0&&candidates.length===1&&candidates[0]!==platform?fail(text,expected33):pass(text,expected33)]}),examples:{healthy:[
example(),example({provider:seen({platform:"aiven",candidates:["aiven"],signs:["role avnadmin"]})})],defective:[example({provider:seen({candidates:["aws-rds","a\
iven"],signs:["database rdsadmin","role avnadmin"]})})],blind:[blind]}});var expected34="PUBLIC may not create objects in schema public",open={name:"public",publicCreate:!0,publicUsage:!0},pgPublicSchemaCreate=defineCheck({id:"pg-pub\
lic-schema-create",title:"Schema public is closed for PUBLIC",question:"May every role create objects in schema public?",why:"Whoever creates a function or tabl\
e there can shadow what others mean and run code as them. Servers upgraded from before version 15 keep the open default.",severity:"medium",needs:"any login rol\
e",remediation:{all:"REVOKE CREATE ON SCHEMA public FROM PUBLIC; in each database."},judge:facts=>whenSeen(facts.schemas,expected34,schemas=>schemas.complete&&!schemas.
items.some(({name})=>name==="public")?[notApplicable("there is no schema public",expected34)]:judgeListing(schemas,expected34,{offends:({name,publicCreate})=>name===
"public"&&publicCreate?fail(`PUBLIC has CREATE on schema public ${inDatabase(facts)}`,expected34):void 0,clean:`PUBLIC has no CREATE on schema public ${inDatabase(
facts)}`})),examples:{healthy:[example()],defective:[example({schemas:listed(open)}),example({schemas:cut(open)})],blind:[blind,example({schemas:cut({...open,publicCreate:!1})})],
notApplicable:[example({schemas:listed()})]}});var expected35="each replication slot is in use, or keeps little WAL",gibibyte=1073741824,slot={name:"old",kind:"physical",active:!1,retainedBytes:12*gibibyte,walStatus:"\
extended"},pgReplicationSlotsInactive=defineCheck({id:"pg-replication-slots-inactive",title:"No forgotten replication slot fills the disk",question:"Does a repl\
ication slot that nobody uses keep the WAL from being removed?",why:"The server keeps WAL for a slot for ever unless told otherwise. A forgotten one ends in a f\
ull disk and a stopped server.",severity:"medium",scope:"node",needs:"any login role",remediation:{all:"Set max_slot_wal_keep_size, and drop the slot when its c\
onsumer is gone: SELECT pg_drop_replication_slot('name');"},judge:facts=>whenSeen(facts.slots,expected35,slots=>judgeListing(slots,expected35,{offends:({name,kind,
active,retainedBytes,walStatus})=>{let lost=walStatus==="lost"||walStatus==="unreserved";if(!lost&&(active||retainedBytes!==null&&retainedBytes<gibibyte))return;
let kept=retainedBytes===null?"an unknown amount of":`${(retainedBytes/gibibyte).toFixed(1)} GiB`;return fail(`${kind} slot ${name} is ${active?"active":"unused"}\
 and keeps ${kept} WAL${lost?`; its WAL is ${walStatus}`:""}`,expected35,{object:name,...retainedBytes!==null&&retainedBytes<10*gibibyte?{severity:"low"}:{}})},
clean:`${slots.items.length} slots, none of them forgotten`})),examples:{healthy:[example(),example({slots:listed({...slot,active:!0})})],defective:[example({slots:listed(
slot)}),example({slots:listed({...slot,active:!0,walStatus:"lost"})})],blind:[blind,example({slots:cut()})]}});var expected36="policies name a condition that ties rows to their tenant",policy={table:"public.orders",policy:"all_rows",command:"ALL",using:!0,check:!1,public:!0},
pgRlsAlwaysTrue=defineCheck({id:"pg-rls-always-true",title:"No policy lets every row through",question:"Is there a permissive policy whose condition is simply t\
rue?",why:"Permissive policies are joined by OR: one that is always true undoes all others of its command. For SELECT alone it may mean public data.",severity:"\
high",needs:"any login role",remediation:{all:"Replace the policy by one with a condition on the tenant, or limit it with TO role."},judge:facts=>whenSeen(facts.
openPolicies,expected36,policies=>judgeListing(policies,expected36,{offends:({table,policy:name,command,check,public:toPublic})=>fail(`policy ${name} on ${table}\
 (${command}, ${toPublic?"for every role":"for named roles"}) is always true${check?" for new rows":""} ${inDatabase(facts)}`,expected36,{object:`${table} ${name}`,
severity:command==="SELECT"?"info":toPublic?"high":"medium"}),clean:`no permissive policy is always true ${inDatabase(facts)}`})),examples:{healthy:[example()],
defective:[example({openPolicies:listed(policy)})],blind:[blind,example({openPolicies:cut()})]}});var expected37="no declared role has, or can switch to, BYPASSRLS or superuser",pgRlsBypassRoles=defineCheck({id:"pg-rls-bypass-roles",title:"Applications canno\
t bypass row security",question:"May a role that an application logs in as pass by every policy?",why:"A superuser and a role with BYPASSRLS see all rows of all\
 tenants, and so does whoever may SET ROLE to one.",severity:"high",needs:"any login role, and the application\u2019s role declared for the target",remediation:{
all:"ALTER ROLE name NOBYPASSRLS; or revoke the membership that leads to such a role."},judge:facts=>forIdentities(facts,facts.roles,facts.memberships,expected37,
(roles,memberships)=>{let strong3=roles.items.filter(role=>role.superuser||role.bypassRls);return facts.identities.map(({user})=>{let object2=user;for(let{name}of strong3){
let path=name===user?[name]:membershipPath(memberships.items,user,name);if(path!==void 0)return fail(`${path.join(" -> ")} bypasses row security`,expected37,{object:object2})}
let known=roles.items.some(({name})=>name===user);return known&&roles.complete&&memberships.complete?pass(`${user} is bound by policies`,expected37,{object:object2}):
unknown2(unseen(known?"limit-exceeded":"unexpected-reply",{detail:known?"not all roles and memberships were read":`the declared role ${user} was not found on th\
e server`}),expected37,{object:object2})})}),examples:{healthy:[example()],defective:[example({roles:listed({...plainRole,bypassRls:!0})}),example({roles:listed(
plainRole,{...plainRole,name:"service",bypassRls:!0}),memberships:listed({member:"shop_app",role:"service",admin:!1})})],blind:[blind,example({identities:[]}),example(
{roles:listed()})]}});var protectedTable={name:"public.orders",owner:"shop_owner",rowSecurity:!0,forced:!0,policies:1,tenantColumn:"tenant_id"};var expected38="an application is bound by the policies of the tables it uses",unforced={...protectedTable,forced:!1,owner:"shop_app"},pgRlsNotForcedOwner=defineCheck(
{id:"pg-rls-not-forced-owner",title:"No application escapes policies as an owner",question:"Does an application log in as the owner of tables whose policies do \
not bind owners?",why:"Policies do not hold for a table\u2019s owner unless they are forced. An application that owns its tables sees all tenants\u2019 rows.",severity:"\
high",needs:"any login role, and the application\u2019s role declared for the target",remediation:{all:"ALTER TABLE name FORCE ROW LEVEL SECURITY; or better giv\
e the tables to an owner that nobody logs in as."},judge:facts=>forIdentities(facts,facts.tenantTables,facts.memberships,expected38,(tables,memberships)=>judgeListing(
{items:tables.items,complete:tables.complete&&memberships.complete},expected38,{offends:table=>{if(!table.rowSecurity||table.forced)return;let who=facts.identities.
find(({user})=>user===table.owner||membershipPath(memberships.items,user,table.owner)!==void 0);return who===void 0?void 0:fail(`${table.name} belongs to ${table.
owner}, so its policies do not bind ${who.user} ${inDatabase(facts)}`,expected38,{object:table.name})},clean:`no declared role owns a table with unforced row se\
curity ${inDatabase(facts)}`})),examples:{healthy:[example(),example({tenantTables:listed({...unforced,owner:"shop_owner"})})],defective:[example({tenantTables:listed(
unforced)}),example({tenantTables:listed({...unforced,owner:"shop_owner"}),memberships:listed({member:"shop_app",role:"shop_owner",admin:!1})})],blind:[blind,example(
{identities:[]}),example({tenantTables:cut(protectedTable)})]}});var expected39="row security is enabled wherever a policy is written",pgRlsPolicyDisabled=defineCheck({id:"pg-rls-policy-disabled",title:"Written policies are i\
n force",question:"Has a table policies although row security is not enabled on it?",why:"Policies do nothing until row security is enabled on the table: somebo\
dy believes these rows to be protected.",severity:"high",needs:"any login role",remediation:{all:"ALTER TABLE name ENABLE ROW LEVEL SECURITY; after a trial with\
 the application\u2019s role."},judge:facts=>whenSeen(facts.tenantTables,expected39,tables=>judgeListing(tables,expected39,{offends:({name,policies,rowSecurity})=>policies>
0&&!rowSecurity?fail(`${name} has ${policies} policies that do nothing ${inDatabase(facts)}`,expected39,{object:name}):void 0,clean:`every policy is in force ${inDatabase(
facts)}`})),examples:{healthy:[example(),example({tenantTables:listed(protectedTable)})],defective:[example({tenantTables:listed({...protectedTable,rowSecurity:!1})})],
blind:[blind,example({tenantTables:cut(protectedTable)})]}});var expected40="no login role with CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS that does not need it",pgRoleAttributes=defineCheck({id:"pg-role-attributes",title:"\
Login roles carry no administrator attributes",question:"Has a login role CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS?",why:"CREATEROLE makes and changes oth\
er roles, REPLICATION copies everything, BYPASSRLS reads past every policy. Replicas need REPLICATION: accept such a finding with a waiver.",severity:"medium",needs:"\
any login role",remediation:{all:"ALTER ROLE name NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS; as far as nobody needs them."},judge:facts=>whenAllSeen(facts.
roles,facts.provider,expected40,(roles,provider2)=>judgeListing(roles,expected40,{offends:role=>{if(!role.canLogin||role.superuser||isProviderRole(role.name,provider2))
return;let grave2=[...role.createRole?["CREATEROLE"]:[],...role.replication?["REPLICATION"]:[],...role.bypassRls?["BYPASSRLS"]:[]],all=[...grave2,...role.createDatabase?
["CREATEDB"]:[]];return all.length===0?void 0:fail(`${role.name} has ${all.join(", ")}`,expected40,{object:role.name,...grave2.length===0?{severity:"low"}:{}})},
clean:"no login role has an administrator attribute"})),examples:{healthy:[example()],defective:[example({roles:listed({...plainRole,bypassRls:!0})}),example({roles:listed(
{...plainRole,createDatabase:!0})})],blind:[blind]}});var expected41="each login role has a password, or a rule for another method that fits it",instead3="SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpass\
word IS NULL",otherMethods=new Set(["cert","gss","sspi","oauth","pam","ldap","radius","peer","ident"]),pgRoleWithoutPassword=defineCheck({id:"pg-role-without-pa\
ssword",title:"No login role is without a password",question:"Is there a login role that has no password and no other method?",why:"Such a role is dead, or wait\
s for a careless trust rule or a password that somebody sets for himself.",severity:"medium",needs:"superuser (pg_authid and pg_hba_file_rules): not given on ma\
naged services",remediation:{all:"Take LOGIN from the role, or set a password or a certificate rule for it."},judge:facts=>whenPasswordsSeen(facts,expected41,instead3,
passwords=>{let without=passwords.items.filter(({kind})=>kind==="none").map(({role})=>role),{rules}=facts;if(without.length>0&&!rules.seen)return without.map(role=>unknown2(
{...rules,detail:`${role} has no password, and the rules that may name another method are hidden`},expected41,{object:role}));let methods=facts.rules.seen?facts.
rules.value.items.filter(rule2=>otherMethods.has(rule2.method??"")):[];return judgeListing(passwords,expected41,{offends:({role,kind})=>kind==="none"&&!methods.
some(rule2=>rule2.users?.some(user=>user==="all"||user===role||/^[+/@]/.test(user)))?fail(`${role} may log in but has no password and no rule for another method`,
expected41,{object:role}):void 0,clean:`each of ${passwords.items.length} login roles has a password or another method`})}),examples:{healthy:[example()],defective:[
{...withRules("hostssl all all all scram-sha-256"),passwords:listed({role:"ghost",kind:"none"})}],blind:[blind,hiddenPasswords,example({passwords:listed({role:"\
ghost",kind:"none"}),rules:unseen("permission-denied")})]}});var expected42="PUBLIC may not create objects in any schema",app={name:"app",publicCreate:!1,publicUsage:!0},pgSchemaCreatePublicOther=defineCheck({id:"pg-schem\
a-create-public-other",title:"No other schema is open for PUBLIC",question:"May every role create objects in a schema other than public?",why:"Objects that anyb\
ody may add to a schema that others search are a way to run code as them.",severity:"medium",needs:"any login role",remediation:{all:"REVOKE CREATE ON SCHEMA na\
me FROM PUBLIC;"},judge:facts=>whenSeen(facts.schemas,expected42,schemas=>judgeListing(schemas,expected42,{offends:({name,publicCreate})=>name!=="public"&&publicCreate?
fail(`PUBLIC has CREATE on schema ${name} ${inDatabase(facts)}`,expected42,{object:name}):void 0,clean:`PUBLIC has CREATE on no other schema ${inDatabase(facts)}`})),
examples:{healthy:[example({schemas:listed(app)})],defective:[example({schemas:listed({...app,publicCreate:!0})})],blind:[blind,example({schemas:cut(app)})]}});var safeFunction={name:"app.pay(integer)",owner:"shop_owner",ownerPowerful:!1,searchPath:'""',publicExecute:!1,publicUsage:!1,trigger:!1,bound:!1};var expected43="SECURITY DEFINER functions are executable by named roles only",open2={...safeFunction,publicExecute:!0,publicUsage:!0},pgSecdefPublicExecute=defineCheck(
{id:"pg-secdef-public-execute",title:"Privileged functions are closed for PUBLIC",question:"May every role call a SECURITY DEFINER function?",why:"A new functio\
n is executable by PUBLIC unless somebody takes that away, and such a function lends its owner\u2019s rights. A function that checks its caller itself is a case for \
a waiver.",severity:"medium",needs:"any login role",remediation:{all:"REVOKE EXECUTE ON FUNCTION name(arguments) FROM PUBLIC; and grant it to the roles that cal\
l it."},judge:facts=>whenSeen(facts.definerFunctions,expected43,functions=>judgeListing(functions,expected43,{offends:item=>{if(ownedByProvider(facts,item)||!item.
publicExecute)return;let severity=item.trigger||!item.publicUsage?"low":item.ownerPowerful?"high":"medium";return fail(`PUBLIC may execute ${item.name} with the\
 rights of ${item.owner} ${inDatabase(facts)}`,expected43,{object:item.name,severity})},clean:`PUBLIC may execute none of ${functions.items.length} SECURITY DEF\
INER functions ${inDatabase(facts)}`})),examples:{healthy:[example(),example({definerFunctions:listed(safeFunction)})],defective:[example({definerFunctions:listed(
open2)}),example({definerFunctions:listed({...open2,ownerPowerful:!0})})],blind:[blind,example({definerFunctions:cut(safeFunction)})]}});var splitSearchPath=path=>[...path.matchAll(/"((?:[^"]|"")*)"|([^,\s]+)/g)].map(([,quoted,bare])=>quoted?.replaceAll('""','"')??bare??"").filter(schema=>schema!==
""),leavesTemporary=path=>{let schemas=path===null?[]:splitSearchPath(path);return!schemas.includes("pg_temp")&&schemas.some(schema=>schema!=="pg_catalog")},searchPathFault=(path,writable)=>{
if(path===null)return"search_path is not pinned";let schemas=splitSearchPath(path);if(schemas.includes("$user"))return'search_path contains "$user"';let open6=schemas.
find(schema=>writable.has(schema));if(open6!==void 0)return`search_path contains ${open6}, where every role may create`;let temporary=schemas.indexOf("pg_temp");
return temporary>=0&&temporary<schemas.length-1?"search_path has pg_temp before other schemas":void 0};var expected44="each SECURITY DEFINER function has a fixed search_path of schemas that only trusted roles write to",pgSecdefSearchPath=defineCheck({id:"pg-secde\
f-search-path",title:"Privileged functions pin their search path",question:"Can a caller change what names mean inside a SECURITY DEFINER function?",why:"Such a\
 function runs with its owner\u2019s rights. Without a pinned search_path the caller chooses which tables and functions its unqualified names find.",severity:"m\
edium",needs:"any login role",remediation:{all:"ALTER FUNCTION name(arguments) SET search_path = ''; with all names in the body qualified, or a list of trusted \
schemas with pg_temp last."},judge:facts=>whenAllSeen(facts.definerFunctions,facts.schemas,expected44,(functions,schemas)=>{let writable=new Set(schemas.items.filter(
s=>s.publicCreate).map(s=>s.name)),complete=functions.complete&&schemas.complete;return judgeListing({items:functions.items,complete},expected44,{offends:item=>{
if(ownedByProvider(facts,item))return;let fault2=searchPathFault(item.searchPath,writable);if(fault2===void 0)return leavesTemporary(item.searchPath)?fail(`${item.
name} of ${item.owner}: search_path is pinned without pg_temp at its end, so that temporary tables are found first ${inDatabase(facts)}`,expected44,{object:item.
name,severity:"info"}):void 0;let severity=item.bound?"low":item.ownerPowerful&&item.publicExecute?"high":"medium";return fail(`${item.name} of ${item.owner}: ${fault2}\
 ${inDatabase(facts)}`,expected44,{object:item.name,severity})},clean:`${functions.items.length} SECURITY DEFINER functions, all pinned, ${inDatabase(facts)}`})}),
examples:{healthy:[example(),example({definerFunctions:listed(safeFunction)}),example({definerFunctions:listed({...safeFunction,searchPath:"app, pg_temp"})})],defective:[
example({definerFunctions:listed({...safeFunction,searchPath:null})}),example({definerFunctions:listed({...safeFunction,searchPath:'"$user", app'})}),example({definerFunctions:listed(
{...safeFunction,searchPath:"public"}),schemas:listed({name:"public",publicCreate:!0,publicUsage:!0})})],blind:[blind,example({definerFunctions:cut(safeFunction)})]}});var expected45="no secret is kept as a setting of a role or database",setting3={role:null,database:"shop",name:"app.jwt_secret",value:null,secretLike:!0},pgSecretsInRoleDbSettings=defineCheck(
{id:"pg-secrets-in-role-db-settings",title:"No secrets in settings of roles and databases",question:"Is a secret stored where every login role can read it?",why:"\
pg_db_role_setting is readable by every role that can connect. dbvet has the server compare names and shapes and never reads the value.",severity:"high",needs:"\
any login role",remediation:{all:"Replace the secret, keep the new one in a secret manager, then ALTER DATABASE (or ROLE) name RESET setting;"},judge:facts=>whenSeen(
facts.roleSettings,expected45,overrides=>judgeListing(overrides,expected45,{offends:item=>item.secretLike?fail(`${nameScope(item)}: ${item.name} looks like a se\
cret`,expected45,{object:`${nameScope(item)} ${item.name}`}):void 0,clean:"no setting of a role or database looks like a secret"})),examples:{healthy:[example()],
defective:[example({roleSettings:listed(setting3)})],blind:[blind,example({roleSettings:cut()})]}});var expected46="no role and no database has its own setting that weakens protection",setting4={role:"shop_app",database:null,name:"session_replication_role",value:"\
replica",secretLike:!1},pgSecurityGucOverrides=defineCheck({id:"pg-security-guc-overrides",title:"Protection is not weakened for single roles",question:"Has a r\
ole or database its own setting that switches triggers, policies or limits off?",why:"session_replication_role = replica, for example, switches off triggers and\
 foreign keys for whoever has it.",severity:"high",needs:"any login role",remediation:{all:"ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;"},
judge:facts=>whenSeen(facts.roleSettings,expected46,overrides=>judgeListing(overrides,expected46,{offends:item=>{let severity=weakens(item);return severity===void 0?
void 0:fail(`${nameScope(item)}: ${item.name} = ${item.value??""}`,expected46,{object:`${nameScope(item)} ${item.name}`,severity})},clean:"no role or database w\
eakens a protecting setting"})),examples:{healthy:[example(),example({roleSettings:listed({...setting4,name:"statement_timeout",value:"30s"})})],defective:[example(
{roleSettings:listed(setting4)}),example({roleSettings:listed({...setting4,name:"row_security",value:"off"})})],blind:[blind,example({roleSettings:cut()})]}});var sessionGroup={user:"shop_app",database:"shop",application:"shop",address:"10.0.0.7",loopback:!1,encrypted:!0,tlsVersion:"TLSv1.3",cipher:"TLS_AES_256_GCM_SH\
A384",sessions:2,oldestSeconds:600};var nameSessions=({user,database:database3,address})=>`${user}@${database3??"(none)"} from ${address}`,describeSessions=group=>`${group.sessions} ${group.sessions===
1?"session":"sessions"} of ${nameSessions(group)}${group.application===""?"":` (${group.application})`}`;var expected47="no client session is older than the limit (24 hours unless a profile says otherwise)",defaultHours=24,pgSessionAge=defineCheck({id:"pg-session-a\
ge",title:"No client session outlives the limit",question:"Who is connected, and is any session older than allowed?",why:"A session keeps the rights it was open\
ed with: a password that was changed or a person who left still has it until it ends.",severity:"low",scope:"node",needs:"pg_read_all_stats (part of pg_monitor)",
remediation:{all:"Give connection pools a maximum lifetime below the limit, and people idle_session_timeout."},judge:(facts,{thresholds})=>whenSeen(facts.sessions,
expected47,sessions=>{let hours=thresholds["session-hours"]??defaultHours,total=sessions.items.reduce((sum,group)=>sum+group.sessions,0),oldest=Math.max(0,...sessions.
items.map(group=>group.oldestSeconds));return judgeListing(sessions,expected47,{offends:group=>group.oldestSeconds>hours*3600?fail(`${describeSessions(group)}, \
the oldest for ${Math.floor(group.oldestSeconds/3600)} hours (limit ${hours})`,expected47,{object:nameSessions(group)}):void 0,clean:`${total} network sessions \
besides the scanner\u2019s, the oldest for ${Math.floor(oldest/60)} minutes (limit ${hours} hours)`})}),examples:{healthy:[example(),example({sessions:listed(sessionGroup)})],
defective:[example({sessions:listed({...sessionGroup,oldestSeconds:25*3600})})],blind:[blind]}});var expected48="every session from another machine is encrypted",pgSessionsPlaintext=defineCheck({id:"pg-sessions-plaintext",title:"No session is unencrypted at\
 this moment",question:"Is anybody connected over the network without encryption now?",why:"Such a session shows two things: that plaintext is accepted, and who\
 uses it. None at this moment is no proof that none is accepted.",severity:"high",scope:"node",needs:"pg_read_all_stats (part of pg_monitor)",remediation:{all:"\
Give the clients named here sslmode=verify-full, then refuse plaintext on the server (hostssl rules and a last hostnossl \u2026 reject).","aws-rds":"Give the cl\
ients sslmode=verify-full, then set rds.force_ssl to 1.","google-cloud-sql":"Give the clients TLS, then set sslMode to ENCRYPTED_ONLY.","azure-flexible-server":"\
Give the clients TLS, then set require_secure_transport to ON."},judge:facts=>whenSeen(facts.sessions,expected48,sessions=>judgeListing(sessions,expected48,{offends:group=>group.
encrypted||group.loopback?void 0:fail(`${describeSessions(group)} without encryption`,expected48,{object:nameSessions(group)}),clean:"no unencrypted session fro\
m another machine at this moment"})),examples:{healthy:[example({sessions:listed(sessionGroup)}),example({sessions:listed({...sessionGroup,encrypted:!1,loopback:!0})})],
defective:[example({sessions:listed({...sessionGroup,encrypted:!1})})],blind:[blind,example({sessions:cut(sessionGroup)})]}});var expected49="every TLS session uses version 1.2 or newer with an authenticated cipher",old=new Set(["SSLv3","TLSv1","TLSv1.0","TLSv1.1"]),authenticated=/GCM|CHACHA20|CCM/i,
pgSessionsWeakTls=defineCheck({id:"pg-sessions-weak-tls",title:"No session uses old TLS at this moment",question:"Is anybody connected with TLS 1.0, TLS 1.1 or \
an outdated cipher now?",why:"A handshake of our own shows what the server prefers with us. Old clients show up only in what they really negotiated.",severity:"\
high",scope:"node",needs:"pg_read_all_stats (part of pg_monitor)",remediation:{all:"Update the drivers named here, then set ssl_min_protocol_version to TLSv1.2 \
and a cipher list without CBC and 3DES."},judge:facts=>whenSeen(facts.sessions,expected49,sessions=>judgeListing(sessions,expected49,{offends:group=>{if(group.tlsVersion===
null)return;let text=`${describeSessions(group)} with ${group.tlsVersion} ${group.cipher??""}`,object2=nameSessions(group);return old.has(group.tlsVersion)?fail(
text,expected49,{object:object2}):authenticated.test(group.cipher??"")?void 0:fail(text,expected49,{object:object2,severity:"medium"})},clean:"no session with o\
ld TLS at this moment"})),examples:{healthy:[example({sessions:listed(sessionGroup)})],defective:[example({sessions:listed({...sessionGroup,tlsVersion:"TLSv1.1",
cipher:"AES128-SHA"})}),example({sessions:listed({...sessionGroup,tlsVersion:"TLSv1.2",cipher:"ECDHE-RSA-AES256-SHA384"})})],blind:[blind]}});var expected50="no superuser that may log in but the one made by initdb and the provider\u2019s own",pgSuperusers=defineCheck({id:"pg-superusers",title:"No supe\
rusers beyond the first",question:"May any role besides the first log in as a superuser?",why:"A superuser passes every check, reads every file the server can r\
ead and runs programs on its machine.",severity:"high",needs:"any login role",remediation:{all:"ALTER ROLE name NOSUPERUSER; and grant what the role really need\
s. People switch to a NOLOGIN administrator role where they must."},judge:facts=>whenAllSeen(facts.roles,facts.memberships,expected50,(roles,memberships)=>whenSeen(
facts.provider,expected50,provider2=>{let declared2=new Set(facts.identities.map(identity=>identity.user)),logins=roles.items.filter(role=>role.canLogin&&!role.
superuser),complete=roles.complete&&memberships.complete;return judgeListing({items:roles.items,complete},expected50,{offends:role=>{if(!(!role.superuser||isProviderRole(
role.name,provider2))){if(!role.canLogin){let ways2=logins.flatMap(({name})=>membershipPath(memberships.items,name,role.name)?.join(" -> ")??[]);return ways2.length===
0?void 0:fail(`may become a superuser with SET ROLE: ${ways2.join(", ")}`,expected50,{object:role.name,severity:"info"})}return declared2.has(role.name)?fail(`${role.
name} is a superuser and an application logs in as it`,expected50,{object:role.name,severity:"critical"}):role.bootstrap?void 0:fail(`${role.name} is a superuse\
r and may log in`,expected50,{object:role.name})}},clean:"no superuser may log in but the first role and the provider\u2019s own"})})),examples:{healthy:[example(),
example({roles:listed({...plainRole,superuser:!0,canLogin:!1})})],defective:[example({roles:listed({...plainRole,name:"anna",superuser:!0})})],blind:[blind,example(
{roles:cut(plainRole)})]}});var expected51="PUBLIC holds no privilege on tables, views and sequences of the application",grant2={object:"public.orders",privileges:["SELECT"],columnsOnly:!1},
writes=/^(INSERT|UPDATE|DELETE|TRUNCATE|TRIGGER|REFERENCES|MAINTAIN)$/,pgTablePublicPrivs=defineCheck({id:"pg-table-public-privs",title:"Tables are closed for P\
UBLIC",question:"Is a table, view, sequence or column granted to every role?",why:"A grant to PUBLIC goes to every role that exists and every role that will be \
made, the scanner and each leaked account among them.",severity:"high",needs:"any login role",remediation:{all:"REVOKE ALL ON TABLE name FROM PUBLIC; and grant \
to the roles that need it."},judge:facts=>whenSeen(facts.publicGrants,expected51,grants=>judgeListing(grants,expected51,{offends:({object:object2,privileges,columnsOnly})=>fail(
`PUBLIC has ${privileges.join(", ")} on ${columnsOnly?"columns of ":""}${object2} ${inDatabase(facts)}`,expected51,{object:object2,...privileges.some(p=>writes.
test(p))?{}:{severity:"medium"}}),clean:`PUBLIC holds nothing ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({publicGrants:listed(grant2)}),
example({publicGrants:listed({...grant2,privileges:["DELETE"]})})],blind:[blind,example({publicGrants:cut()})]}});var expected52="where some tables of tenants have row security, all of them have it",open3={...protectedTable,name:"public.invoices",rowSecurity:!1,policies:0},
pgTenantColumnWithoutRls=defineCheck({id:"pg-tenant-column-without-rls",title:"No tenant table was forgotten",question:"Has a table a tenant\u2019s column but no row\
 security, although its siblings have it?",why:"Row security is switched on table by table, and the table that came later is the one that is forgotten. The colu\
mn is recognised by its name, so that a finding is a hint.",severity:"medium",needs:"any login role",remediation:{all:"ALTER TABLE name ENABLE ROW LEVEL SECURIT\
Y; with a policy on the tenant\u2019s column."},judge:facts=>whenSeen(facts.tenantTables,expected52,tables=>tables.complete&&!tables.items.some(table=>table.rowSecurity)?
[notApplicable(`no table uses row security ${inDatabase(facts)}`,expected52)]:judgeListing(tables,expected52,{offends:({name,tenantColumn,rowSecurity})=>tenantColumn!==
null&&!rowSecurity?fail(`${name} has column ${tenantColumn} and no row security ${inDatabase(facts)}`,expected52,{object:name}):void 0,clean:`every table with a\
 tenant\u2019s column has row security ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example({tenantTables:listed(protectedTable,open3)})],blind:[
blind,example({tenantTables:cut(protectedTable)})],notApplicable:[example({tenantTables:listed(open3)})]}});var expected53="the clocks of server and scanner differ by 5 seconds at most",mostMs=5e3,pgTimezoneClockSkew=defineCheck({id:"pg-timezone-clock-skew",title:"The\
 server\u2019s clock is right",question:"Does the server\u2019s clock agree with the scanner\u2019s?",why:"Log lines of different machines can only be put in or\
der when their clocks agree; certificates and tokens depend on the time too.",severity:"low",scope:"node",needs:"any login role",remediation:{all:"Let chrony or\
 systemd-timesyncd keep the time on the machine that is wrong."},judge:facts=>whenSeen(facts.clock,expected53,({skewMs,uncertaintyMs})=>{let text=`${(skewMs/1e3).
toFixed(1)} s apart (measured to ${(uncertaintyMs/1e3).toFixed(1)} s)`,distance=Math.abs(skewMs);return distance-uncertaintyMs>mostMs?[fail(text,expected53,distance>
6e4?{severity:"medium"}:{})]:distance+uncertaintyMs<=mostMs?[pass(text,expected53)]:[unknown2({seen:!1,reason:"timed-out",detail:`${text}: the answer took too l\
ong to tell`},expected53)]}),examples:{healthy:[example()],defective:[example({clock:seen({skewMs:-9e4,uncertaintyMs:50})})],blind:[blind,example({clock:seen({skewMs:4900,
uncertaintyMs:800})})]}});var expected54="no untrusted procedural language is installed",language={name:"plpython3u",functions:1,publicFunctions:0},pgUntrustedLanguage=defineCheck({id:"p\
g-untrusted-language",title:"No untrusted procedural language",question:"Is a language installed whose functions act as the operating system user?",why:"A funct\
ion in such a language reads files and opens connections as the server itself; who may call it may use that.",severity:"medium",needs:"any login role",remediation:{
all:"DROP EXTENSION of the language, or keep its functions from everybody but their one caller."},judge:facts=>whenSeen(facts.untrustedLanguages,expected54,languages=>judgeListing(
languages,expected54,{offends:({name,functions,publicFunctions})=>fail(`${name} with ${functions} functions, ${publicFunctions} of them executable by PUBLIC, ${inDatabase(
facts)}`,expected54,{object:name,...publicFunctions>0?{severity:"high"}:{}}),clean:`none ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[example(
{untrustedLanguages:listed(language)}),example({untrustedLanguages:listed({...language,publicFunctions:1})})],blind:[blind]}});var expected55="one break-glass login at most is a member of the provider\u2019s administrator role",cloudSql=seen({platform:"google-cloud-sql",candidates:["goo\
gle-cloud-sql"],signs:["role cloudsqlsuperuser"]}),admin={...plainRole,name:"cloudsqlsuperuser",canLogin:!1},member=name=>({member:name,role:"cloudsqlsuperuser",
admin:!1}),pgVendorAdminMembers=defineCheck({id:"pg-vendor-admin-members",title:"The provider\u2019s administrator role has few members",question:"How many logi\
n roles are members of the provider\u2019s administrator role?",why:"On managed services this role stands in for superuser. Some consoles give it to every user \
they make.",severity:"high",needs:"any login role",remediation:{all:"REVOKE the administrator role from every login but one that is kept for emergencies.","goog\
le-cloud-sql":"REVOKE cloudsqlsuperuser FROM each role but one; make roles with SQL instead of the console."},judge:facts=>whenAllSeen(facts.roles,facts.memberships,
expected55,(roles,memberships)=>whenSeen(facts.provider,expected55,provider2=>{let present=vendorAdminRoles.filter(name=>roles.items.some(r=>r.name===name));if(present.
length===0)return roles.complete?[notApplicable("the server has no provider\u2019s administrator role",expected55)]:[unknown2(unseen("limit-exceeded",{detail:"n\
ot all roles were read"}),expected55)];let declared2=new Set(facts.identities.map(({user})=>user)),logins=roles.items.filter(role=>role.canLogin&&!role.superuser&&
!isProviderRole(role.name,provider2)),holders=present.flatMap(adminRole=>logins.flatMap(({name})=>{let path=name===adminRole?[name]:membershipPath(memberships.items,
name,adminRole);return path===void 0?[]:[{name,path}]})),bad=holders.filter(({name})=>holders.length>1||declared2.has(name));return bad.length>0?bad.map(({name,
path})=>fail(`${path.join(" -> ")}, one of ${holders.length}`,expected55,{object:name})):memberships.complete&&roles.complete?[pass(`${holders.length} login rol\
e is a member`,expected55)]:[unknown2(unseen("limit-exceeded",{detail:"not all memberships were read"}),expected55)]})),examples:{healthy:[example({provider:cloudSql,
roles:listed(admin,{...plainRole,name:"emergency"}),memberships:listed(member("emergency"))})],defective:[example({provider:cloudSql,roles:listed(admin,plainRole),
memberships:listed(member("shop_app"))}),example({provider:cloudSql,roles:listed(admin,{...plainRole,name:"a"},{...plainRole,name:"b"}),memberships:listed(member(
"a"),member("b"))})],blind:[blind],notApplicable:[example()]}});var expected56="a major version with more than 180 days of community support left",on=versionNum=>example({observer:seen({...observer,versionNum})}),pgVersionMajorEol=defineCheck(
{id:"pg-version-major-eol",title:"The major version is supported",question:"Does the PostgreSQL community still mend this major version?",why:"After the end of \
support no flaw is mended any more, however grave. A provider may sell extended support: that is a matter of the contract, not of this date.",severity:"high",scope:"\
node",needs:"any login role",remediation:{all:"Plan the upgrade to a supported major version and try it on a restored copy first.","aws-rds":"Modify the instanc\
e to a supported engine version (a blue/green deployment keeps it short).",digitalocean:"Upgrade the cluster to a newer major version in the control panel or wi\
th doctl.",aiven:"Raise pg_version of the service after a trial on a fork."},judge:(facts,{now})=>whenSeen(facts.observer,expected56,({versionNum,versionText})=>{
let{major}=splitVersion(versionNum),release=releases.majors[major];if(release===void 0)return[unknown2(unseen("unsupported-version",{detail:`PostgreSQL ${versionText}\
 is not in the release table of ${releases.checkedOn}`}),expected56)];let left=daysBetween(now,release.endOfLife),text=`PostgreSQL ${versionText}; community sup\
port of ${major} ends on ${release.endOfLife}`;return left<0?[fail(text,expected56)]:left<=180?[fail(text,expected56,{severity:"medium"})]:[pass(text,expected56)]}),
examples:{healthy:[on(180004)],defective:[on(120022),on(130023)],blind:[blind,on(190001)]}});var expected57="the newest minor release of its major version",tableDays=120,on2=versionNum=>example({observer:seen({...observer,versionNum})}),pgVersionMinorOutdated=defineCheck(
{id:"pg-version-minor-outdated",title:"The newest minor release is installed",question:"Is the server on the newest minor release of its major version?",why:"Mi\
nor releases carry nothing but corrections, security corrections among them, and need no migration.",severity:"medium",scope:"node",needs:"any login role",remediation:{
all:"Install the newest minor release and restart the server.","aws-rds":"Turn on automatic minor version upgrades, or apply the pending one in the maintenance \
window.",digitalocean:"Apply the pending maintenance of the cluster.",aiven:"Start the pending maintenance of the service."},judge:(facts,{now,platform})=>whenAllSeen(
facts.observer,facts.provider,expected57,(who,provider2)=>{let{major,minor}=splitVersion(who.versionNum),release=releases.majors[major],own3=[platform,provider2.
platform].find(p=>p==="aws-aurora"||p==="neon"),cannotTell=detail=>unknown2(unseen("unsupported-version",{detail}),expected57);if(own3!==void 0)return[cannotTell(
`${own3} numbers its own builds: ${who.versionText} says nothing of their age`)];if(release===void 0||major<10)return[cannotTell(`PostgreSQL ${who.versionText} \
is not in the release table of ${releases.checkedOn}`)];let{confirmed,expected:presumed=confirmed}=release,text=`${major}.${minor}; newest release that was conf\
irmed on ${releases.checkedOn} is ${major}.${confirmed}`;return minor<confirmed?[fail(text,expected57)]:minor<presumed?[cannotTell(`${text}; ${major}.${presumed}\
 is presumably out, but was not confirmed`)]:daysBetween(releases.checkedOn,now)>tableDays?[cannotTell(`${text}; that table is too old to tell`)]:[pass(text,expected57)]}),
examples:{healthy:[on2(180007),on2(150020)],defective:[on2(160009),on2(180004),on2(150018)],blind:[blind,on2(190001),on2(180006),example({provider:seen({platform:"\
aws-aurora",candidates:["aws-aurora"],signs:[]})})]}});var expected58="views over tables with row security read with the caller\u2019s rights",pgViewBypassesRls=defineCheck({id:"pg-view-bypasses-rls",title:"No view \
leads past row security",question:"Does a view that others may read show rows past the policies of its tables?",why:"A view reads with its owner\u2019s rights unless\
 security_invoker is set. Where the owner is not bound by the policies, neither is the reader. A curated view may be meant so: waive it.",severity:"medium",needs:"\
any login role",remediation:{all:"ALTER VIEW name SET (security_invoker = on); (PostgreSQL 15 and newer), or give the view to an owner that the policies bind."},
judge:facts=>whenSeen(facts.bypassingViews,expected58,views=>judgeListing(views,expected58,{offends:({view,table,owner})=>fail(`${view} reads ${table} with the \
rights of ${owner} ${inDatabase(facts)}`,expected58,{object:`${view} ${table}`}),clean:`no such view ${inDatabase(facts)}`})),examples:{healthy:[example()],defective:[
example({bypassingViews:listed({view:"public.all_orders",table:"public.orders",owner:"postgres"})})],blind:[blind,example({bypassingViews:cut()})]}});var expected59="every database is frozen long before transaction ids run out",warnAt=5e8,failAt=15e8,database2={name:"shop",owner:"shop_owner",template:!1,allowsConnections:!0,
publicConnect:!1,publicTemporary:!1,xidAge:16e8,multixactAge:1e3},pgXidWraparound=defineCheck({id:"pg-xid-wraparound",title:"Transaction ids do not run out",question:"\
Is a database near the wraparound of transaction ids?",why:"Shortly before the ids run out the server refuses every write until it has been vacuumed, which can \
take days.",severity:"medium",needs:"any login role",remediation:{all:"VACUUM (FREEZE) the oldest tables, and end what holds old snapshots: long transactions, p\
repared transactions, replication slots."},judge:facts=>whenSeen(facts.databases,expected59,databases=>judgeListing(databases,expected59,{offends:({name,xidAge,
multixactAge})=>{let age=Math.max(xidAge,multixactAge);return age<warnAt?void 0:fail(`database ${name}: ${Math.round(age/1e6)} million ids old`,expected59,{object:name,
severity:age>=failAt?"high":"low"})},clean:`the oldest database is ${Math.round(Math.max(0,...databases.items.map(d=>Math.max(d.xidAge,d.multixactAge)))/1e6)} m\
illion ids old`})),examples:{healthy:[example()],defective:[example({databases:listed(database2)})],blind:[blind,example({databases:cut({...database2,xidAge:1})})]}});var checks=[pgAdminFunctionGrants,pgAppUsesAdminRole,pgArchiveCommandSanity,pgArchiverHealth,pgDangerousDevGucs,pgDatabasePublicPrivs,pgDebugPrint,pgDefaultAclPublic,
pgExcessiveDml,pgExtensionAllowlist,pgFdwSslmode,pgHbaAnyAddress,pgHbaEffectiveFirstMatch,pgHbaHostNotHostssl,pgHbaIdentTcp,pgHbaMd5,pgHbaObservable,pgHbaParseError,
pgHbaPasswordCleartext,pgHbaTrust,pgLogParameterLeak,pgObjectAuditRole,pgObserverCapabilities,pgOwnAuthMethod,pgOwnSessionTls,pgParameterGrants,pgPasswordEqualsName,
pgPasswordHashMd5,pgPgauditClasses,pgPgauditDisabledPerRole,pgPgauditLoaded,pgPredefinedRoleMembers,pgProviderFingerprint,pgPublicSchemaCreate,pgReplicationSlotsInactive,
pgRlsAlwaysTrue,pgRlsBypassRoles,pgRlsNotForcedOwner,pgRlsPolicyDisabled,pgRoleAttributes,pgRoleWithoutPassword,pgSchemaCreatePublicOther,pgSecdefPublicExecute,
pgSecdefSearchPath,pgSecretsInRoleDbSettings,pgSecurityGucOverrides,pgSessionAge,pgSessionsPlaintext,pgSessionsWeakTls,pgSuperusers,pgTablePublicPrivs,pgTenantColumnWithoutRls,
pgTimezoneClockSkew,pgUntrustedLanguage,pgVendorAdminMembers,pgVersionMajorEol,pgVersionMinorOutdated,pgViewBypassesRls,pgXidWraparound,...settingChecks];var import_lib=__toESM(require_lib2(),1),Client=import_lib.default.Client,Pool=import_lib.default.Pool,Connection=import_lib.default.Connection,types=import_lib.default.
types,Query=import_lib.default.Query,DatabaseError=import_lib.default.DatabaseError,escapeIdentifier=import_lib.default.escapeIdentifier,escapeLiteral=import_lib.default.
escapeLiteral,Result=import_lib.default.Result,TypeOverrides=import_lib.default.TypeOverrides,defaults=import_lib.default.defaults,esm_default=import_lib.default;var WireFailure=class extends Error{name="WireFailure";reason;constructor(reason,detail=""){super(detail),this.reason=reason}},observe=async step=>{try{return await step()}catch(error){
if(error instanceof WireFailure)return unseen(error.reason,error.message===""?{}:{detail:error.message});throw error}},need=fact=>{if(fact.seen)return fact.value;
throw new WireFailure(fact.reason,fact.detail)};var change=stream=>new Promise(resolve=>{let events=["readable","end","error","close"],wake=()=>{for(let event of events)stream.off(event,wake);resolve()};for(let event of events)
stream.on(event,wake)}),createReader=({stream,failure},limit)=>{let chunks=[],held=0,total=0,pull=async()=>{for(;;){let chunk=stream.read();if(chunk!==null){if(total+=
chunk.length,total>limit)throw new WireFailure("limit-exceeded",`more than ${limit} bytes of answer`);chunks.push(chunk),held+=chunk.length;return}let why=failure();
if(why!==void 0)throw why;if(stream.destroyed||stream.readableEnded)throw new WireFailure("connection-closed");await change(stream)}};return{waiting:()=>held,take:async count=>{
if(count>limit)throw new WireFailure("limit-exceeded",`a message of ${count} bytes`);for(;held<count;)await pull();let all=chunks.length===1&&chunks[0]!==void 0?
chunks[0]:Buffer.concat(chunks);return chunks=[all.subarray(count)],held-=count,all.subarray(0,count)}}};var sslRequest=Buffer.from([0,0,0,8,4,210,22,47]),maxReply=16384,maxMessages=10,startupMessage=(user,database3)=>{if(user.includes("\0")||database3.includes("\0"))
throw new WireFailure("client-cannot-offer","a name with a NUL character cannot be sent");let pairs=["user",user,"database",database3,"application_name","dbvet",
""],body=Buffer.from(`${pairs.join("\0")}\0`,"utf8"),head=Buffer.alloc(8);return head.writeInt32BE(body.length+8,0),head.writeInt32BE(196608,4),Buffer.concat([head,
body])},terminate=Buffer.from([88,0,0,0,4]),errorFields=body=>new Map(body.toString("utf8").split("\0").filter(field=>field.length>1).map(field=>[field.slice(0,
1),field.slice(1)])),readStartupReply=async reader=>{for(let count=0;count<maxMessages;count+=1){let head=await reader.take(5),type=String.fromCharCode(head.readUInt8(
0)),length=head.readUInt32BE(1);if(!"REvN".includes(type)||length<4||length>maxReply)throw new WireFailure("unexpected-reply","the answer is not of the PostgreS\
QL protocol");let body=await reader.take(length-4);if(type==="E"){let fields=errorFields(body),sqlstate=fields.get("C")??"";if(!/^[0-9A-Z]{5}$/.test(sqlstate))throw new WireFailure(
"unexpected-reply","an error message without SQLSTATE");return{kind:"error",sqlstate,message:fields.get("M")??""}}if(type==="R"){if(body.length<4)throw new WireFailure(
"unexpected-reply","a cut authentication request");let code=body.readInt32BE(0),mechanisms=code===10?body.subarray(4).toString("latin1").split("\0").filter(Boolean):
[];return{kind:"authentication",code,mechanisms}}}throw new WireFailure("unexpected-reply","only notices, no answer")},startInClear=async(connection,user,database3)=>{
connection.socket.write(startupMessage(user,database3));let reply=await readStartupReply(createReader({stream:connection.socket,failure:connection.failure},maxReply));
return reply.kind==="authentication"&&reply.code===0&&connection.socket.write(terminate),reply},requestTls=async(connection,extra=Buffer.alloc(0))=>{connection.
socket.write(Buffer.concat([sslRequest,extra]));let reader=createReader({stream:connection.socket,failure:connection.failure},maxReply),answer=String.fromCharCode(
(await reader.take(1)).readUInt8(0));if(answer==="E")return"error";if(!"SN".includes(answer)||reader.waiting()>0)throw new WireFailure("unexpected-reply","the a\
nswer to SSLRequest is neither S nor N");return answer==="S"?"accepted":"declined"};import{isIP as isIP3}from"node:net";import{connect}from"node:tls";import{createHash,X509Certificate}from"node:crypto";import{isIP as isIP2}from"node:net";var element=der=>{let tag=der[0],short=der[1];if(tag===void 0||short===void 0)return;let lengthBytes=short<128?0:short&127;if(short===128||lengthBytes>3||der.length<
2+lengthBytes)return;let length=lengthBytes===0?short:der.readUIntBE(2,lengthBytes),start=2+lengthBytes;if(!(der.length<start+length))return{tag,body:der.subarray(
start,start+length),rest:der.subarray(start+length)}},algorithms={"2a864886f70d010102":{name:"RSA with MD2",weak:!0},"2a864886f70d010104":{name:"RSA with MD5",weak:!0},
"2a864886f70d010105":{name:"RSA with SHA-1",weak:!0},"2a864886f70d01010e":{name:"RSA with SHA-224",weak:!1},"2a864886f70d01010b":{name:"RSA with SHA-256",weak:!1},
"2a864886f70d01010c":{name:"RSA with SHA-384",weak:!1},"2a864886f70d01010d":{name:"RSA with SHA-512",weak:!1},"2a8648ce380403":{name:"DSA with SHA-1",weak:!0},"\
2a8648ce3d0401":{name:"ECDSA with SHA-1",weak:!0},"2a8648ce3d040301":{name:"ECDSA with SHA-224",weak:!1},"2a8648ce3d040302":{name:"ECDSA with SHA-256",weak:!1},
"2a8648ce3d040303":{name:"ECDSA with SHA-384",weak:!1},"2a8648ce3d040304":{name:"ECDSA with SHA-512",weak:!1},"2b6570":{name:"Ed25519",weak:!1},"2b6571":{name:"\
Ed448",weak:!1}},pss="2a864886f70d01010a",strongDigests=[["608648016503040201","SHA-256"],["608648016503040202","SHA-384"],["608648016503040203","SHA-512"]],pssAlgorithm=parameters=>{
let outer=element(parameters),hash=outer?.tag===48?element(outer.body):void 0;if(hash?.tag!==160)return{name:"RSA-PSS with SHA-1",weak:!0};let sequence=element(
hash.body),oid=sequence===void 0?void 0:element(sequence.body),found=strongDigests.find(([hex])=>hex===oid?.body.toString("hex"));return found===void 0?{name:"R\
SA-PSS with another digest",weak:void 0}:{name:`RSA-PSS with ${found[1]}`,weak:!1}},signatureAlgorithm=der=>{let certificate=element(der),tbs=certificate?.tag===
48?element(certificate.body):void 0,identifier=tbs===void 0?void 0:element(tbs.rest),oid=identifier?.tag===48?element(identifier.body):void 0;if(oid?.tag!==6)return;
let hex=oid.body.toString("hex");return hex===pss?pssAlgorithm(oid.rest):algorithms[hex]??{name:`object identifier ${hex.slice(0,60)}`,weak:void 0}};var parseCertificate=data=>{try{return new X509Certificate(data)}catch{return}},attempt=read=>{try{return read()}catch{return}},isIssuedBy=(certificate,issuer)=>attempt(
()=>certificate.checkIssued(issuer)&&certificate.verify(issuer.publicKey))??!1,pinOf=certificate=>attempt(()=>{let spki=certificate.publicKey.export({type:"spki",
format:"der"});return`sha256/${createHash("sha256").update(spki).digest("base64")}`}),namesHost=(certificate,host)=>attempt(()=>isIP2(host)===0?certificate.checkHost(
host,{subject:"default"})!==void 0:certificate.checkIP(host)!==void 0)??!1,curveBits=curve=>{let digits=curve===void 0?void 0:/(\d{3})/.exec(curve)?.[1];return digits===
void 0?null:Number(digits)},day=text=>{let time=Date.parse(text);return Number.isNaN(time)?null:new Date(time).toISOString()},oneLine=text=>(text??"").split(`
`).join(", "),certificateFacts=certificate=>{let key=attempt(()=>certificate.publicKey),details=attempt(()=>key?.asymmetricKeyDetails),signature=signatureAlgorithm(
certificate.raw);return{subject:oneLine(certificate.subject),issuer:oneLine(certificate.issuer),names:certificate.subjectAltName??"",notBefore:day(certificate.validFrom),
notAfter:day(certificate.validTo),key:{type:key?.asymmetricKeyType??"unknown",bits:details?.modulusLength??curveBits(details?.namedCurve),curve:details?.namedCurve??
null},signature:{name:signature?.name??"unknown",weak:signature?.weak??null},pin:pinOf(certificate)??null,sha256:certificate.fingerprint256.replaceAll(":","").toLowerCase(),
selfSigned:isIssuedBy(certificate,certificate),ca:certificate.ca}};var maxChain=12,chainOf=socket=>{let chain=[],known=new Set,next=socket.getPeerCertificate(!0);for(;next?.raw!==void 0&&chain.length<maxChain;){let certificate=parseCertificate(
next.raw);if(certificate===void 0)return;if(known.has(certificate.fingerprint256))break;known.add(certificate.fingerprint256),chain.push(certificate),next=next.
issuerCertificate}return chain},failureOf=error=>{let code=error instanceof Error&&"code"in error?String(error.code):"";return code==="ECONNRESET"||code==="EPIP\
E"?new WireFailure("connection-closed","closed during the TLS handshake"):new WireFailure("tls-handshake-failed",code)},secure=(connection,options)=>new Promise(
(resolve,reject)=>{let socket=connect({socket:connection.socket,rejectUnauthorized:!1,checkServerIdentity:()=>{},...isIP3(options.host)===0?{servername:options.
host}:{},...options.ca===void 0?{}:{ca:[...options.ca]},...options.client,...options.alpn===void 0?{}:{ALPNProtocols:[options.alpn]},...options.lenient?{minVersion:"\
TLSv1",ciphers:"DEFAULT:@SECLEVEL=0"}:{minVersion:"TLSv1.2"}}),fail24=why=>{connection.close(),reject(connection.failure()??why)},closed=()=>fail24(new WireFailure(
"connection-closed"));socket.on("error",error=>fail24(failureOf(error))),socket.once("close",closed),socket.once("secureConnect",()=>{socket.off("close",closed);
let certificates=chainOf(socket);if(certificates===void 0){fail24(new WireFailure("unexpected-reply","the certificate cannot be parsed"));return}let fault2=socket.
authorizationError,{alpnProtocol}=socket;resolve({socket,protocol:socket.getProtocol()??"",cipher:socket.getCipher().standardName,certificates,...typeof fault2==
"string"?{opensslError:fault2}:{},...typeof alpnProtocol=="string"?{alpn:alpnProtocol}:{}})})});var maxDepth=8,maxSteps2=200,isSelfIssued=certificate=>certificate.subject===certificate.issuer&&isIssuedBy(certificate,certificate),search=(leaf,{roots,links})=>{
let steps=0,found=[],walk=path=>{let last=path.at(-1);if(steps+=1,last===void 0||steps>maxSteps2||found.length>0)return;let itself=roots.some(root2=>root2.fingerprint256===
last.fingerprint256),root=itself?void 0:roots.find(candidate=>isIssuedBy(last,candidate));if(itself||root!==void 0){found.push(root===void 0?path:[...path,root]);
return}if(!(path.length>=maxDepth))for(let link of links)!path.some(({fingerprint256})=>fingerprint256===link.fingerprint256)&&link.ca&&isIssuedBy(last,link)&&walk(
[...path,link])};return walk([leaf]),found},asSent=(leaf,sent)=>{let path=[leaf];for(let last=leaf;path.length<maxDepth;){let next=sent.find(candidate=>!path.includes(
candidate)&&candidate.ca&&isIssuedBy(last,candidate));if(next===void 0)break;path.push(next),last=next}return path},findPath=(sent,trusted)=>{let[leaf,...others]=sent;
if(leaf===void 0)return{path:[],anchored:!1,borrowed:[]};let roots=trusted.filter(isSelfIssued),helpers=trusted.filter(certificate=>!isSelfIssued(certificate)),
[complete]=search(leaf,{roots,links:others});if(complete!==void 0)return{path:complete,anchored:!0,borrowed:[]};let[mended]=search(leaf,{roots,links:[...others,
...helpers]});if(mended===void 0)return{path:asSent(leaf,others),anchored:!1,borrowed:[]};let given=new Set(sent.map(({fingerprint256})=>fingerprint256));return{
path:mended,anchored:!0,borrowed:mended.slice(0,-1).filter(({fingerprint256})=>!given.has(fingerprint256))}};var inForce=(certificate,now)=>{let from=Date.parse(certificate.validFrom),to=Date.parse(certificate.validTo);return from<=Date.parse(now)&&Date.parse(now)<=to},
pinned=(pin,host,sent,now)=>{let{path}=findPath(sent,[]),[leaf]=path,index=path.findIndex(certificate=>pinOf(certificate)===pin);return leaf===void 0||index<0?{
verified:!1,why:"neither the certificate nor an issuer of it has the pinned key"}:index===0?{verified:!0,why:"the certificate has the pinned key"}:path.slice(0,
index+1).every(certificate=>inForce(certificate,now))?namesHost(leaf,host)?{verified:!0,why:"the pinned CA signed the certificate, which names the host"}:{verified:!1,
why:`the certificate does not name ${host}`}:{verified:!1,why:"a certificate below the pinned CA is not in force"}},verifyPeer=(trust,host,secured,now)=>{let[leaf]=secured.
certificates;return leaf===void 0?{verified:!1,why:"the server showed no certificate"}:trust.pin!==void 0?pinned(trust.pin,host,secured.certificates,now):trust.
ca.seen?secured.opensslError!==void 0?{verified:!1,why:`the certificate does not verify: ${secured.opensslError}`}:namesHost(leaf,host)?{verified:!0,why:"the ch\
ain verifies and the certificate names the host"}:{verified:!1,why:`the certificate does not name ${host}`}:{verified:!1,why:`the CA file cannot be used: ${trust.
ca.detail??trust.ca.reason}`}};var openPostgresTls=(context,{lifeMs=context.remainingMs()}={})=>observe(async()=>{let connection=need(await context.dial({lifeMs}));try{if(await requestTls(connection)!==
"accepted")throw new WireFailure("tls-handshake-failed","the server does not offer TLS");let{trust,endpoint}=context,secured=await secure(connection,{host:endpoint.
host,ca:trust.source==="given"&&trust.ca.seen?trust.ca.value:void 0,client:trust.client?.seen===!0?trust.client.value:void 0,lenient:!1}),{socket,protocol,cipher}=secured,
verdict2=verifyPeer(trust,endpoint.host,secured,context.now);return seen({...verdict2,connection,socket,protocol,cipher})}catch(error){throw connection.close(),
error}});import{Duplex}from"node:stream";var endsItsFields=body=>{let at=0;for(;at<body.length;){if(body[at]===0)return!0;let end=body.indexOf(0,at+1);if(end<0)return!1;at=end+1}return!1},createFrames=()=>{
let rest=Buffer.alloc(0);return chunk=>{rest=rest.length===0?chunk:Buffer.concat([rest,chunk]);let at=0;for(;rest.length-at>=5;){let length=rest.readInt32BE(at+
1);if(length<4)return;if(rest.length-at<1+length)break;let type=rest[at],body=rest.subarray(at+5,at+1+length);if((type===69||type===78)&&!endsItsFields(body))return;
at+=1+length}let whole=rest.subarray(0,at);return rest=rest.subarray(at),whole}};var mostBytes=24*1024*1024,ChannelBridge=class extends Duplex{#channel;#received=0;fault;constructor(channel){super(),this.#channel=channel;let frames=createFrames();
channel.on("data",chunk=>{if(this.#received+=chunk.length,this.#received>mostBytes){this.fault="limit-exceeded",this.destroy(new Error("too much data"));return}
let whole=frames(chunk);whole===void 0?(this.fault="unexpected-reply",this.destroy(new Error("not the PostgreSQL protocol"))):whole.length>0&&!this.push(whole)&&
channel.pause()}),channel.on("end",()=>this.push(null)),channel.on("error",error=>this.destroy(error)),channel.on("close",()=>this.destroy())}emit(event,...args){
if(event!=="data")return super.emit(event,...args);try{return super.emit(event,...args)}catch{return this.fault??="unexpected-reply",this.destroy(new Error("not\
 the PostgreSQL protocol")),!0}}connect(){queueMicrotask(()=>this.emit("connect"))}setNoDelay(){return this}setKeepAlive(){return this}ref(){return this}unref(){
return this}_read(){this.#channel.resume()}_write(chunk,encoding,done){this.#channel.write(chunk,encoding,done)}_final(done){this.#channel.end(()=>done())}_destroy(error,done){
this.#channel.destroy(),done(error)}};var statementMs=5e3,lockMs=500,defaultLimit=500,open4=["BEGIN READ ONLY",`SET LOCAL statement_timeout = ${statementMs}`,`SET LOCAL lock_timeout = ${lockMs}`,"SE\
T LOCAL search_path = pg_catalog, pg_temp"],readOnly=(sql,limit)=>[...open4,`SELECT * FROM (${sql}) AS q LIMIT ${limit+1}`,"ROLLBACK"].join("; "),reasons={42501:[
"permission-denied","the server refused permission"],57014:["timed-out","the query ran into its time limit"],"55P03":["timed-out","the query waited for a lock"],
"42P01":["unsupported-version","this server has no such catalogue"],42703:["unsupported-version","this server has no such column"],42883:["unsupported-version",
"this server has no such function"],42704:["unsupported-version","this server has no such object"],"0A000":["unsupported-version","this server does not support \
the query"]},sqlState=error=>error instanceof esm_default.DatabaseError&&/^[0-9A-Z]{5}$/.test(error.code??"")?error.code:void 0,failed=(code,grant3)=>{let[reason,
detail]=reasons[code]??[code.startsWith("57P")?"connection-closed":"unexpected-reply",`the server answered with SQLSTATE ${code}`];return unseen(reason,{detail,
...reason==="permission-denied"&&grant3!==void 0?{grant:grant3}:{}})},rowsOf=result=>{let results=array(object({command:string().nullable(),rows:array(unknown())})).
safeParse(result),selects=results.success?results.data.filter(r=>r.command==="SELECT"):[];return selects.length===1?selects[0]?.rows:void 0},leave=client=>client.
query("ROLLBACK").catch(()=>{}),createSession=(client,end)=>{let list=async query2=>{let limit=query2.limit??defaultLimit,over=end();if(over!==void 0)return unseen(
over,{detail:"the connection had ended before the query"});try{let rows=rowsOf(await client.query(readOnly(query2.sql,limit))),parsed2=array(query2.row).safeParse(
rows);return parsed2.success?seen({items:parsed2.data.slice(0,limit),complete:parsed2.data.length<=limit}):unseen("unexpected-reply",{detail:"the server\u2019s rows \
do not have the expected shape"})}catch(error){let code=sqlState(error);if(code!==void 0)return await leave(client),failed(code,query2.grant);let reason=end();if(reason===
void 0)throw error;return unseen(reason,{detail:"the connection ended during the query"})}};return{list,one:async query2=>{let rows=await list({...query2,limit:1});
if(!rows.seen)return rows;let[first]=rows.value.items;return first===void 0||!rows.value.complete?unseen("unexpected-reply",{detail:"the server gave no single r\
ow"}):seen(first)}}};var refusals={"28P01":["authentication-failed",({user,database:database3})=>`the server refused the password of ${user} for database ${database3}`],28e3:["authe\
ntication-failed",({user,database:database3})=>`the server does not let ${user} into database ${database3} from this address`],"3D000":["authentication-failed",
({database:database3})=>`there is no database ${database3}`],42501:["permission-denied",({user,database:database3})=>`${user} may not connect to database ${database3}`],
53300:["connection-refused",()=>"the server has no connection left"],"57P03":["connection-refused",()=>"the server is starting or stopping"]},password=async(context,identity)=>{
try{let secret=await context.secret(identity);return secret!==void 0||context.trust.client?.seen===!0?seen(secret):unseen("no-credentials",{detail:`no password \
for ${identity.user} was found`})}catch(error){if(error instanceof UserError)return unseen("no-credentials",{detail:error.message});throw error}},forgetEnvironment=client=>{
let{connectionParameters}=client;connectionParameters.options=void 0,connectionParameters.replication=void 0},connect2=async(context,identity,channel,secret)=>{
let bridge=new ChannelBridge(channel.socket),client=new esm_default.Client({stream:()=>bridge,ssl:!1,host:context.endpoint.host,port:context.endpoint.port,user:identity.
user,database:identity.database,password:()=>secret??"",application_name:"dbvet"});forgetEnvironment(client),client.on("error",()=>{});let end=()=>context.stopped()??
bridge.fault??channel.connection.failure()?.reason??(bridge.destroyed?"connection-closed":void 0),close=async()=>{bridge.destroyed||await client.end(),channel.connection.
close()};try{return await client.connect(),seen({session:createSession(client,end),close})}catch(error){channel.connection.close();let code=sqlState(error),known=code===
void 0?void 0:refusals[code];if(known!==void 0)return unseen(known[0],{detail:known[1](identity),source:`SQLSTATE ${code??""}`});if(code!==void 0)return unseen(
"unexpected-reply",{detail:`the login was answered with SQLSTATE ${code}`});let reason=end();return reason!==void 0&&reason!=="connection-closed"?unseen(reason,
{detail:"the connection ended during the login"}):secret===void 0?unseen("no-credentials",{detail:`the server asks for a password for ${identity.user}`}):unseen(
reason??"unexpected-reply",{detail:"the login did not come about"})}},logIn=async context=>{let identity=context.target.identities.find(({role})=>role==="scanne\
r");if(identity===void 0)return unseen("no-credentials",{detail:"no scanner role is declared for this target"});let channel=await openPostgresTls(context);if(!channel.
seen)return channel;let{verified,why,connection}=channel.value;if(!verified&&!context.options.allowUnverified)return connection.close(),unseen("certificate-not-\
verified",{detail:`the password was withheld: ${why}`});let secret=await password(context,identity);return secret.seen?connect2(context,identity,channel.value,secret.
value):(connection.close(),secret)};var SchemaAccess=strictObject({name:string(),publicCreate:boolean(),publicUsage:boolean()}).readonly(),PublicGrant=strictObject({object:string(),privileges:array(
string()).readonly(),columnsOnly:boolean()}).readonly(),DefaultGrant=strictObject({creator:string(),schema:string().nullable(),objects:string(),privileges:array(
string()).readonly()}).readonly(),DefinerFunction=strictObject({name:string(),owner:string(),ownerPowerful:boolean(),searchPath:string().nullable(),publicExecute:boolean(),
publicUsage:boolean(),trigger:boolean(),bound:boolean()}).readonly(),UntrustedLanguage=strictObject({name:string(),functions:int(),publicFunctions:int()}).readonly(),
TenantTable=strictObject({name:string(),owner:string(),rowSecurity:boolean(),forced:boolean(),policies:int(),tenantColumn:string().nullable()}).readonly(),OpenPolicy=strictObject(
{table:string(),policy:string(),command:string(),using:boolean(),check:boolean(),public:boolean()}).readonly(),BypassingView=strictObject({view:string(),table:string(),
owner:string()}).readonly(),Extension=strictObject({name:string(),version:string(),schema:string()}).readonly(),ForeignServer=strictObject({name:string(),wrapper:string(),
remote:boolean(),sslmode:string().nullable()}).readonly(),HbaRule=strictObject({order:int(),place:string(),type:string().nullable(),databases:array(string()).nullable(),
users:array(string()).nullable(),address:string().nullable(),netmask:string().nullable(),method:string().nullable(),clientCertificate:string().nullable(),protectsPassword:boolean(),
error:boolean()}).readonly();var Role=strictObject({name:string(),bootstrap:boolean(),superuser:boolean(),createRole:boolean(),createDatabase:boolean(),canLogin:boolean(),replication:boolean(),
bypassRls:boolean(),connectionLimit:int(),validUntil:string().nullable()}).readonly(),Membership=strictObject({member:string(),role:string(),admin:boolean()}).readonly(),
Database=strictObject({name:string(),owner:string(),template:boolean(),allowsConnections:boolean(),publicConnect:boolean(),publicTemporary:boolean(),xidAge:number(),
multixactAge:number()}).readonly(),RoleSetting=strictObject({role:string().nullable(),database:string().nullable(),name:string(),value:string().nullable(),secretLike:boolean()}).
readonly(),IdentityPrivilege=strictObject({user:string(),kind:_enum(["table","sequence","schema","database"]),privilege:string(),objects:int(),example:string(),
owned:boolean()}).readonly(),AuditedObjects=strictObject({role:string(),exists:boolean(),tables:int(),reads:int(),example:string().nullable()}).readonly(),FunctionGrant=strictObject(
{function:string(),grantee:string(),severe:boolean()}).readonly(),ParameterGrant=strictObject({parameter:string(),grantee:string(),privilege:string()}).readonly();var literal=text=>`E'${text.replaceAll("\\","\\\\").replaceAll("'","\\'").replaceAll(";","\\u003b")}'`,strings=texts=>texts.length===0?"NULL":texts.map(literal).
join(", "),ownSchema=alias=>`${alias}.nspname !~ '^pg_' AND ${alias}.nspname <> 'information_schema'`,notOfExtension=(catalogue,oid)=>`NOT EXISTS (SELECT FROM p\
g_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`,publicHas=(acl,kind,owner,privilege)=>`EXISTS (SELECT FROM acle\
xplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a
		WHERE a.grantee = 0 AND a.privilege_type = '${privilege}')`,commandSecret="(passwd|password|secret|token|access.?key|api.?key)[a-z_]*\\s*=|AKIA[0-9A-Z]{16}|://\
[^/\\s:@]+:[^@\\s]+@",valueSecret="://[^/\\s:@]+:[^@\\s]+@|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10,}[.][A-Za-z0-9_-]{10,}[.]";var schemasQuery={row:SchemaAccess,limit:1e3,sql:`SELECT n.nspname::text AS name,
		${publicHas("n.nspacl","n","n.nspowner","CREATE")} AS "publicCreate",
		${publicHas("n.nspacl","n","n.nspowner","USAGE")} AS "publicUsage"
		FROM pg_namespace n WHERE ${ownSchema("n")} ORDER BY 2 DESC, n.nspname = 'public' DESC, 1`},closedCatalogues=["pg_authid","pg_shadow","pg_user_mapping","pg_st\
atistic","pg_statistic_ext_data","pg_largeobject","pg_hba_file_rules","pg_ident_file_mappings","pg_file_settings"],publicGrantsQuery={row:PublicGrant,sql:`SELEC\
T n.nspname || '.' || c.relname AS object,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges, false AS "columnsOnly"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN aclexplode(c.relacl) a
		WHERE a.grantee = 0 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
			AND (${ownSchema("n")} OR n.nspname = 'pg_catalog' AND c.relname IN (${strings(closedCatalogues)}))
			AND ${notOfExtension("pg_class","c.oid")} GROUP BY 1
		UNION ALL SELECT n.nspname || '.' || c.relname,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type), true
		FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		CROSS JOIN aclexplode(t.attacl) a
		WHERE a.grantee = 0 AND NOT t.attisdropped AND ${ownSchema("n")}
			AND ${notOfExtension("pg_class","c.oid")} GROUP BY 1 ORDER BY 1, 3`},defaultGrantsQuery={row:DefaultGrant,sql:`SELECT r.rolname::text AS creator, n.nspname::\
text AS schema, CASE d.defaclobjtype
			WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'n' THEN 'schemas'
			WHEN 'f' THEN 'functions' ELSE 'large objects' END AS objects,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges
		FROM pg_default_acl d JOIN pg_roles r ON r.oid = d.defaclrole
		LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN aclexplode(d.defaclacl) a
		WHERE a.grantee = 0 AND (d.defaclobjtype IN ('r', 'S', 'n', 'L')
			OR d.defaclobjtype = 'f' AND d.defaclnamespace <> 0)
		GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`},definerFunctionsQuery=major=>({row:DefinerFunction,sql:`SELECT n.nspname || '.' || p.proname || '(' || pg_get_function_ide\
ntity_arguments(p.oid) || ')' AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner,
		coalesce(o.rolsuper OR o.rolbypassrls OR o.rolname IN (${strings(vendorAdminRoles)}), true) AS "ownerPowerful",
		(SELECT substr(c, 13) FROM unnest(p.proconfig) c WHERE starts_with(c, 'search_path=') LIMIT 1)
			AS "searchPath",
		${publicHas("p.proacl","f","p.proowner","EXECUTE")} AS "publicExecute",
		${publicHas("n.nspacl","n","n.nspowner","USAGE")} AS "publicUsage",
		p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype) AS trigger,
		${major>=14?"p.prosqlbody IS NOT NULL":"false"} AS bound
		FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_roles o ON o.oid = p.proowner
		WHERE p.prosecdef AND (${ownSchema("n")} OR n.nspname = 'pg_catalog' AND p.oid >= 16384) AND ${notOfExtension("pg_proc","p.oid")}
		ORDER BY p.proconfig IS NULL DESC, 1`}),untrustedLanguagesQuery={row:UntrustedLanguage,sql:`SELECT l.lanname::text AS name, count(p.oid)::int AS functions,
		count(p.oid) FILTER (WHERE ${publicHas("p.proacl","f","p.proowner","EXECUTE")})::int
			AS "publicFunctions"
		FROM pg_language l LEFT JOIN pg_proc p ON p.prolang = l.oid
		WHERE l.lanispl AND NOT l.lanpltrusted GROUP BY 1 ORDER BY 1`},reachesOut=["pg_read_file","pg_read_binary_file","pg_ls_dir","pg_stat_file","lo_import","lo_exp\
ort","dblink_connect_u","pg_file_write","pg_file_sync","pg_file_rename","pg_file_unlink"],administers=["pg_ls_logdir","pg_ls_waldir","pg_ls_archive_statusdir","\
pg_ls_tmpdir","pg_reload_conf","pg_rotate_logfile","pg_switch_wal","pg_create_restore_point","pg_promote","pg_stat_reset"],adminFunctionsQuery={row:FunctionGrant,
sql:`SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS function,
		coalesce(r.rolname::text, 'PUBLIC') AS grantee, p.proname IN (${strings(reachesOut)}) AS severe
		FROM pg_proc p CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
		LEFT JOIN pg_roles r ON r.oid = a.grantee
		WHERE p.proname IN (${strings([...reachesOut,...administers])}) AND a.privilege_type = 'EXECUTE'
			AND (p.pronamespace = 'pg_catalog'::regnamespace OR NOT ${notOfExtension("pg_proc","p.oid")})
			AND a.grantee <> p.proowner AND NOT coalesce(r.rolsuper, false)
			AND coalesce(r.rolname, '') !~ '^pg_' ORDER BY 3 DESC, 1, 2`},extensionsQuery={row:Extension,sql:`SELECT e.extname::text AS name, e.extversion AS version, n.\
nspname::text AS schema
		FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace ORDER BY 1`},option=name=>`(SELECT option_value FROM pg_options_to_table(s.srvoptions) WHERE\
 option_name = '${name}')`,foreignServersQuery={row:ForeignServer,sql:`SELECT s.srvname::text AS name, w.fdwname::text AS wrapper,
		coalesce(coalesce(${option("hostaddr")}, ${option("host")}) !~ '^(/.*|localhost|127[.].*|::1)$', false)
			AS remote,
		lower(${option("sslmode")}) AS sslmode
		FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
		WHERE w.fdwname IN ('postgres_fdw', 'dblink_fdw') ORDER BY 1`},rulesQuery=major=>({row:HbaRule,sql:`SELECT (row_number() OVER ())::int AS "order",
		${major>=16?"coalesce(regexp_replace(file_name, '^.*/', ''), 'pg_hba.conf') || ':'":"'pg_hba.conf:'"}
			|| line_number AS place,
		type, database AS databases, user_name AS users, address, netmask, auth_method AS method,
		(SELECT split_part(o, '=', 2) FROM unnest(options) o WHERE starts_with(o, 'clientcert=') LIMIT 1)
			AS "clientCertificate",
		coalesce(options && ARRAY['ldaptls=1', 'ldapscheme=ldaps'], false) AS "protectsPassword",
		error IS NOT NULL AND type IS NULL AS error
		FROM pg_hba_file_rules`});import{createHash as createHash2,createHmac,pbkdf2}from"node:crypto";import{promisify}from"node:util";var Row=strictObject({role:string(),kind:_enum(["none","md5","scram","other"]),md5EqualsName:boolean().nullable(),salt:string().nullable(),iterations:int().nullable(),
storedKeyHash:string().nullable()}),mostRounds=1e6,scram="rolpassword ~ '^SCRAM-SHA-256[$][0-9]{1,7}:[^$:]+[$][^$:]+:[^$:]+$'",query={row:Row,sql:`SELECT rolnam\
e::text AS role,
		CASE WHEN rolpassword IS NULL THEN 'none' WHEN rolpassword ~ '^md5[0-9a-f]{32}$' THEN 'md5'
			WHEN ${scram} THEN 'scram' ELSE 'other' END AS kind,
		CASE WHEN rolpassword ~ '^md5[0-9a-f]{32}$'
			THEN rolpassword = 'md5' || md5(rolname::text || rolname::text) END AS "md5EqualsName",
		CASE WHEN ${scram} THEN split_part(split_part(rolpassword, '$', 2), ':', 2) END AS salt,
		CASE WHEN ${scram} THEN split_part(split_part(rolpassword, '$', 2), ':', 1)::int END AS iterations,
		CASE WHEN ${scram} THEN encode(sha256(decode(split_part(split_part(rolpassword, '$', 3), ':', 1),
			'base64')), 'hex') END AS "storedKeyHash"
		FROM pg_authid WHERE rolcanlogin ORDER BY oid`},derive=promisify(pbkdf2),scramMatches=async(password2,verifier)=>{let salted=await derive(password2.normalize(
"NFKC"),Buffer.from(verifier.salt,"base64"),verifier.iterations,32,"sha256"),clientKey=createHmac("sha256",salted).update("Client Key").digest(),storedKey=createHash2(
"sha256").update(clientKey).digest();return createHash2("sha256").update(storedKey).digest("hex")===verifier.storedKeyHash},readPasswords=async session3=>{let rows=await session3.
list(query);if(!rows.seen)return rows;let rounds=0,items=[];for(let{role,kind,md5EqualsName,salt,iterations,storedKeyHash}of rows.value.items)if(kind==="md5"&&md5EqualsName!==
null)items.push({role,kind,equalsName:md5EqualsName});else if(salt===null||iterations===null||storedKeyHash===null||iterations<1)items.push({role,kind});else if(rounds+
iterations>mostRounds)items.push({role,kind});else{rounds+=iterations;let equalsName=await scramMatches(role,{salt,iterations,storedKeyHash});items.push({role,kind,
equalsName})}return seen({items,complete:rows.value.complete})};var bySign={"database rdsadmin":"aws-rds","role rds_superuser":"aws-rds","settings rds.*":"aws-rds","database cloudsqladmin":"google-cloud-sql","role cloudsqlsu\
peruser":"google-cloud-sql","settings cloudsql.*":"google-cloud-sql","database azure_maintenance":"azure-flexible-server","database azure_sys":"azure-flexible-s\
erver","role azure_pg_admin":"azure-flexible-server","settings azure.*":"azure-flexible-server","database _dodb":"digitalocean","role doadmin":"digitalocean","d\
atabase _aiven":"aiven","role avnadmin":"aiven","role neon_superuser":"neon","settings neon.*":"neon","role supabase_admin":"supabase","settings supautils.*":"s\
upabase"},provenBy={"aws-rds":/^(settings|database) /,"aws-aurora":/^(settings|database|function) /,"google-cloud-sql":/^(settings|database) /,"azure-flexible-s\
erver":/^(settings|database) /,neon:/^settings /},recognise=({databases,roles,settings:settings2,aurora})=>{let signs=[...databases.map(name=>`database ${name}`),
...roles.map(name=>`role ${name}`),...settings2.map(name=>`settings ${name}.*`),...aurora?["function aurora_version"]:[]],found=new Set(signs.flatMap(sign=>Object.
hasOwn(bySign,sign)?bySign[sign]??[]:[]));found.has("digitalocean")&&found.delete("aiven"),aurora&&(found.delete("aws-rds"),found.add("aws-aurora"));let candidates=[
...found].toSorted(),[only]=candidates,proof=only===void 0?void 0:provenBy[only],proven=proof===void 0||signs.some(sign=>proof.test(sign)&&(sign.startsWith("fun\
ction")||bySign[sign]!==void 0));return{candidates,signs,...only!==void 0&&candidates.length===1&&proven?{platform:only}:{}}};var rolesQuery={row:Role,limit:2e3,sql:`SELECT rolname::text AS name, oid = 10 AS bootstrap, rolsuper AS superuser,
		rolcreaterole AS "createRole", rolcreatedb AS "createDatabase", rolcanlogin AS "canLogin",
		rolreplication AS replication, rolbypassrls AS "bypassRls", rolconnlimit AS "connectionLimit",
		CASE WHEN isfinite(rolvaliduntil)
			THEN to_char(rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD') END AS "validUntil"
		FROM pg_roles
		ORDER BY rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication DESC, rolcanlogin DESC, oid`},membershipsQuery={row:Membership,limit:5e3,sql:`SELECT m.ro\
lname::text AS member, r.rolname::text AS role, bool_or(a.admin_option) AS admin
		FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
		GROUP BY 1, 2 ORDER BY 1, 2`},databasesQuery={row:Database,sql:`SELECT d.datname::text AS name, coalesce(o.rolname::text, '(unknown)') AS owner,
		d.datistemplate AS template, d.datallowconn AS "allowsConnections",
		${publicHas("d.datacl","d","d.datdba","CONNECT")} AS "publicConnect",
		${publicHas("d.datacl","d","d.datdba","TEMPORARY")} AS "publicTemporary",
		age(d.datfrozenxid)::float8 AS "xidAge", mxid_age(d.datminmxid)::float8 AS "multixactAge"
		FROM pg_database d LEFT JOIN pg_roles o ON o.oid = d.datdba ORDER BY 1`},secretName="(secret|passw|token|api_?key|private_?key|credential|jwt|dsn|service_?rol\
e)",harmlessName="^(credcheck|passwordcheck|auth_delay|pg_stat_statements|plpgsql|pgaudit|cron|rds|azure|cloudsql)[.]|(url|uri|endpoint|expiry|exp|ttl|lifetime|\
algorithm|issuer|audience)$",roleSettingsQuery={row:RoleSetting,limit:1e3,sql:`SELECT role, database, name,
		CASE WHEN lower(name) IN (${strings(readableOverrides)}) THEN value END AS value,
		(name LIKE '%.%' AND name ~* '${secretName}' AND name !~* '${harmlessName}'
			AND length(value) >= 8 AND value !~ '^[0-9.]+\\s*[a-z]*$') OR value ~ '${valueSecret}' AS "secretLike"
		FROM (SELECT r.rolname::text AS role, d.datname::text AS database, split_part(c, '=', 1) AS name,
			substr(c, strpos(c, '=') + 1) AS value
			FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole
			LEFT JOIN pg_database d ON d.oid = s.setdatabase CROSS JOIN unnest(s.setconfig) c) o
		ORDER BY 5 DESC, role, database, name`},parameterGrantsQuery={row:ParameterGrant,sql:`SELECT p.parname AS parameter, coalesce(r.rolname::text, 'PUBLIC') AS gr\
antee,
		a.privilege_type AS privilege
		FROM pg_parameter_acl p CROSS JOIN aclexplode(p.paracl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
		WHERE NOT coalesce(r.rolsuper, false) ORDER BY 1, 2, 3`},auditedObjectsQuery={row:AuditedObjects,sql:`WITH auditor AS (SELECT s.n AS name, r.oid FROM (SELECT \
coalesce((SELECT reset_val FROM pg_settings
			WHERE name = 'pgaudit.role'), '') AS n) s LEFT JOIN pg_roles r ON r.rolname = s.n),
		held AS (SELECT s.nspname || '.' || c.relname AS n, a.privilege_type AS p
			FROM auditor o CROSS JOIN pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
			CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT e.* FROM pg_attribute t
				CROSS JOIN aclexplode(t.attacl) e WHERE t.attrelid = c.oid AND NOT t.attisdropped) a
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ownSchema("s")} AND a.grantee <> 0
				AND o.oid IS NOT NULL AND pg_has_role(o.oid, a.grantee, 'USAGE'))
		SELECT o.name::text AS role, o.oid IS NOT NULL AS exists,
			(SELECT count(DISTINCT n)::int FROM held) AS tables,
			(SELECT count(DISTINCT n)::int FROM held WHERE p = 'SELECT') AS reads,
			(SELECT min(n) FROM held WHERE p = 'SELECT') AS example FROM auditor o`},identityPrivilegesQuery=(identities,major)=>{let names6=identities.map(({user})=>user).
filter(user=>!user.includes("\0")),tablePrivileges=["INSERT","UPDATE","DELETE","TRUNCATE","REFERENCES","TRIGGER",...major>=17?["MAINTAIN"]:[]],values2=privileges=>`\
(VALUES ${privileges.map(p=>`('${p}')`).join(", ")}) p(p)`;return{row:IdentityPrivilege,sql:`WITH who AS (SELECT r.oid, w.rolname::text AS n FROM pg_roles w
			JOIN pg_roles r ON r.oid = w.oid OR NOT w.rolsuper AND pg_has_role(w.oid, r.oid, 'MEMBER')
			WHERE w.rolname IN (${strings(names6)})),
		own AS (SELECT oid, nspname::text AS n FROM pg_namespace n WHERE ${ownSchema("n")})
		SELECT w.n AS "user", 'table' AS kind, p.p AS privilege, count(DISTINCT c.oid)::int AS objects,
			min(s.n || '.' || c.relname) AS example, pg_has_role(w.oid, c.relowner, 'USAGE') AS owned
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			CROSS JOIN ${values2(tablePrivileges)}
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (has_table_privilege(w.oid, c.oid, p.p)
				OR p.p IN ('INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(w.oid, c.oid, p.p))
			GROUP BY 1, 2, 3, 6
		UNION ALL SELECT w.n, 'sequence', p.p, count(DISTINCT c.oid)::int, min(s.n || '.' || c.relname),
			pg_has_role(w.oid, c.relowner, 'USAGE')
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			CROSS JOIN ${values2(["USAGE","UPDATE"])}
			WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(w.oid, c.oid, p.p) ELSE false END
			GROUP BY 1, 2, 3, 6
		UNION ALL SELECT w.n, 'schema', 'CREATE', count(DISTINCT s.oid)::int, min(s.n), false
			FROM who w CROSS JOIN own s WHERE has_schema_privilege(w.oid, s.oid, 'CREATE') GROUP BY 1
		UNION ALL SELECT DISTINCT w.n, 'database', p.p, 1, current_database()::text, false
			FROM who w CROSS JOIN ${values2(["CREATE","TEMPORARY"])}
			WHERE has_database_privilege(w.oid, current_database(), p.p)`}};var tenant="^(tenant|org|organi[sz]ation|account|customer|workspace|company)_?(id|uuid)$",tenantTablesQuery={row:TenantTable,limit:1e3,sql:`SELECT * FROM (SELEC\
T n.nspname || '.' || c.relname AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner, c.relrowsecurity AS "rowSecurity",
		c.relforcerowsecurity AS forced,
		(SELECT count(*)::int FROM pg_policy y WHERE y.polrelid = c.oid) AS policies,
		(SELECT t.attname::text FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attnum > 0
			AND NOT t.attisdropped AND t.attname ~* '${tenant}' ORDER BY t.attnum LIMIT 1) AS "tenantColumn"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_roles o ON o.oid = c.relowner
		WHERE c.relkind IN ('r', 'p') AND (NOT c.relispartition OR c.relacl IS NOT NULL)
			AND ${ownSchema("n")} AND ${notOfExtension("pg_class","c.oid")}) t
		WHERE "rowSecurity" OR policies > 0 OR "tenantColumn" IS NOT NULL
		ORDER BY policies > 0 AND NOT "rowSecurity" DESC, "rowSecurity", forced, name`},openPoliciesQuery={row:OpenPolicy,sql:`SELECT * FROM (SELECT n.nspname || '.' \
|| c.relname AS "table", y.polname::text AS policy,
		CASE y.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
			WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
		coalesce(pg_get_expr(y.polqual, y.polrelid) = 'true', false) AS "using",
		coalesce(pg_get_expr(y.polwithcheck, y.polrelid) = 'true', false) AS "check",
		0 = ANY (y.polroles) AS public
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE y.polpermissive AND ${notOfExtension("pg_class","c.oid")}) p
		WHERE "using" OR "check" ORDER BY 1, 2`},invoker="ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes']",bypassingViewsQuery={
row:BypassingView,sql:`SELECT DISTINCT vn.nspname || '.' || v.relname AS view, tn.nspname || '.' || t.relname AS "table",
		o.rolname::text AS owner
		FROM pg_rewrite w JOIN pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
		JOIN pg_namespace vn ON vn.oid = v.relnamespace
		JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
			AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
		JOIN pg_class t ON t.oid = d.refobjid AND t.relrowsecurity
		JOIN pg_namespace tn ON tn.oid = t.relnamespace JOIN pg_roles o ON o.oid = v.relowner
		WHERE NOT coalesce(v.reloptions && ${invoker}, false)
			AND (o.rolsuper OR o.rolbypassrls
				OR NOT t.relforcerowsecurity AND pg_has_role(v.relowner, t.relowner, 'USAGE'))
			AND EXISTS (SELECT FROM aclexplode(v.relacl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
				WHERE a.privilege_type = 'SELECT' AND a.grantee <> v.relowner AND NOT coalesce(g.rolsuper, false))
		ORDER BY 1, 2`};var Observer=strictObject({versionNum:int().min(8e4).max(999999),versionText:string(),user:string(),database:string(),superuser:boolean(),monitor:boolean(),readSettings:boolean(),
readStats:boolean(),readRules:boolean(),readPasswords:boolean(),inRecovery:boolean(),readOnly:boolean(),serverTime:number(),databases:int()}).readonly(),ProviderSigns=strictObject(
{databases:array(string()).readonly(),roles:array(string()).readonly(),settings:array(string()).readonly(),aurora:boolean()}).readonly(),SettingRow=strictObject(
{name:string(),value:string(),source:string(),pendingRestart:boolean()}).readonly(),OwnSession=strictObject({tls:boolean(),version:string().nullable(),cipher:string().
nullable(),bits:int().nullable(),systemUser:string().nullable().optional(),network:boolean(),loopback:boolean()}).readonly(),SessionGroup=strictObject({user:string(),
database:string().nullable(),application:string(),address:string(),loopback:boolean(),encrypted:boolean(),tlsVersion:string().nullable(),cipher:string().nullable(),
sessions:int(),oldestSeconds:number()}).readonly(),Archiver=strictObject({mode:string(),command:_enum(["none","no-op","set","hidden"]),commandHasSecret:boolean(),
library:boolean(),walLevel:string(),archived:number(),failed:number(),waiting:number().nullable(),lastArchivedSeconds:number().nullable(),lastFailedSeconds:number().
nullable()}).readonly(),ReplicationSlot=strictObject({name:string(),kind:string(),active:boolean(),retainedBytes:number().nullable(),walStatus:string().nullable()}).
readonly();var observerQuery={row:Observer,sql:`SELECT current_setting('server_version_num')::int AS "versionNum",
		current_setting('server_version') AS "versionText",
		r.rolname::text AS "user", current_database()::text AS database, r.rolsuper AS superuser,
		pg_has_role(r.oid, 'pg_monitor', 'USAGE') AS monitor,
		pg_has_role(r.oid, 'pg_read_all_settings', 'USAGE') AS "readSettings",
		pg_has_role(r.oid, 'pg_read_all_stats', 'USAGE') AS "readStats",
		has_table_privilege('pg_hba_file_rules', 'SELECT')
			AND has_function_privilege('pg_hba_file_rules()', 'EXECUTE') AS "readRules",
		has_column_privilege('pg_authid', 'rolpassword', 'SELECT') AS "readPasswords",
		pg_is_in_recovery() AS "inRecovery",
		current_setting('transaction_read_only') = 'on' AS "readOnly",
		(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "serverTime",
		(SELECT count(*)::int FROM pg_database WHERE datallowconn AND NOT datistemplate) AS databases
		FROM pg_roles r WHERE r.rolname = current_user`},providerQuery={row:ProviderSigns,sql:`SELECT
		ARRAY(SELECT datname::text FROM pg_database WHERE datname IN ('rdsadmin', 'cloudsqladmin',
			'azure_maintenance', 'azure_sys', '_dodb', '_aiven') ORDER BY 1) AS databases,
		ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname IN ('rds_superuser', 'cloudsqlsuperuser',
			'azure_pg_admin', 'doadmin', 'avnadmin', 'neon_superuser', 'supabase_admin') ORDER BY 1) AS roles,
		ARRAY(SELECT DISTINCT split_part(name, '.', 1) FROM pg_settings
			WHERE name ~ '^(rds|cloudsql|azure|neon|supautils)[.]' ORDER BY 1) AS settings,
		EXISTS (SELECT FROM pg_proc WHERE proname = 'aurora_version') AS aurora`},settingNames=["ssl","password_encryption","listen_addresses","log_connections","log_\
disconnections","log_statement","log_line_prefix","log_destination","log_min_messages","log_min_error_statement","log_error_verbosity","log_min_duration_stateme\
nt","log_parameter_max_length","log_parameter_max_length_on_error","log_replication_commands","log_lock_waits","fsync","full_page_writes","data_checksums","sync\
hronous_commit","autovacuum","ssl_min_protocol_version","ssl_max_protocol_version","ssl_ciphers","ssl_prefer_server_ciphers","scram_iterations","statement_timeo\
ut","idle_in_transaction_session_timeout","authentication_timeout","row_security","lo_compat_privileges","backslash_quote","allow_system_table_mods","zero_damag\
ed_pages","ignore_checksum_failure","ignore_system_indexes","allow_in_place_tablespaces","debug_print_parse","debug_print_rewritten","debug_print_plan","rds.for\
ce_ssl"],settingsQuery={row:SettingRow,sql:`SELECT name, coalesce(reset_val, '') AS value, source, pending_restart AS "pendingRestart"
		FROM pg_settings WHERE name IN (${strings(settingNames)}) OR name LIKE 'pgaudit.%' ORDER BY name`},ownSessionQuery=major=>({row:OwnSession,sql:`SELECT s.ssl A\
S tls, s.version, s.cipher, s.bits,
		${major>=16?'SYSTEM_USER AS "systemUser",':""} a.client_addr IS NOT NULL AS network,
		coalesce(inet '127.0.0.0/8' >>= a.client_addr OR a.client_addr = inet '::1', false) AS loopback
		FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE s.pid = pg_backend_pid()`}),sessionsQuery={row:SessionGroup,sql:`SELECT coalesce(a.usename::text,\
 '(unknown)') AS "user", a.datname::text AS database,
		left(a.application_name, 80) AS application, host(a.client_addr) AS address,
		inet '127.0.0.0/8' >>= a.client_addr OR a.client_addr = inet '::1' AS loopback,
		coalesce(s.ssl, false) OR coalesce(g.encrypted, false) AS encrypted,
		s.version AS "tlsVersion", s.cipher, count(*)::int AS sessions,
		max(extract(epoch FROM clock_timestamp() - a.backend_start))::float8 AS "oldestSeconds"
		FROM pg_stat_activity a LEFT JOIN pg_stat_ssl s USING (pid) LEFT JOIN pg_stat_gssapi g USING (pid)
		WHERE a.client_addr IS NOT NULL AND a.pid <> pg_backend_pid()
			AND a.backend_type IN ('client backend', 'walsender')
		GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 6, 10 DESC`},segment="pg_size_bytes(current_setting('wal_segment_size'))",archiverQuery={row:Archiver,sql:`SELECT coa\
lesce((SELECT setting FROM pg_settings WHERE name = 'archive_mode'), 'off') AS mode,
		CASE WHEN c.setting IS NULL THEN 'hidden' WHEN c.setting IN ('', '(disabled)') THEN 'none'
			WHEN c.setting ~ '^\\s*(((/usr)?/bin/)?true|:|exit 0|cd [.]|rem)(\\s[^&|\\u003b]*)?$' THEN 'no-op'
			ELSE 'set' END AS command,
		coalesce(c.setting ~* '${commandSecret}', false) AS "commandHasSecret",
		EXISTS (SELECT FROM pg_settings WHERE name = 'archive_library' AND setting <> '') AS library,
		current_setting('wal_level') AS "walLevel",
		CASE WHEN NOT pg_is_in_recovery() AND s.last_archived_wal ~ '^[0-9A-F]{24}$' THEN
			floor((pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') - 1) / ${segment})
			- ('x' || substr(s.last_archived_wal, 9, 8))::bit(32)::bigint * (4294967296 / ${segment})
			- ('x' || substr(s.last_archived_wal, 17, 8))::bit(32)::bigint - 1 END::float8 AS waiting,
		s.archived_count::float8 AS archived, s.failed_count::float8 AS failed,
		extract(epoch FROM clock_timestamp() - s.last_archived_time)::float8 AS "lastArchivedSeconds",
		extract(epoch FROM clock_timestamp() - s.last_failed_time)::float8 AS "lastFailedSeconds"
		FROM pg_stat_archiver s LEFT JOIN pg_settings c ON c.name = 'archive_command'`},slotsQuery=major=>({row:ReplicationSlot,sql:`SELECT slot_name::text AS name, s\
lot_type AS kind, active,
		CASE WHEN restart_lsn IS NULL THEN 0 ELSE pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery()
			THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, restart_lsn) END::float8
			AS "retainedBytes",
		${major>=13?"wal_status":"NULL::text"} AS "walStatus"
		FROM pg_replication_slots ORDER BY active, slot_name`}),statsGrant=user=>`GRANT pg_read_all_stats TO ${quoteName(user)};`,passwordsGrant=user=>`GRANT SELECT (\
oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO ${quoteName(user)};`,rulesGrant=user=>`GRANT SELECT ON pg_hba_file_rules TO ${quoteName(user)}; GRANT EX\
ECUTE ON FUNCTION pg_hba_file_rules() TO ${quoteName(user)};`;var own2=new Set(["database","user","database user","client","interactive","session"]),setByUs=new Set(["statement_timeout","lock_timeout","search_path"]),readSettings=async(session3,who,overrides)=>{
let rows=await session3.list(settingsQuery);if(!rows.seen)return rows;let mine=name=>!overrides.seen||!overrides.value.complete||overrides.value.items.some(item=>item.
name===name&&(item.role===null||item.role===who.user)&&(item.database===null||item.database===who.database));return seen(Object.fromEntries(rows.value.items.map(
({name,value,source,pendingRestart})=>[name,{value,source,pendingRestart,overridden:setByUs.has(name)?mine(name):own2.has(source)}])))};var declared=({target})=>({identities:target.identities.flatMap(({role,user,database:database3})=>role==="application"||role==="reporting"?[{role,user,database:database3}]:
[]),backups:target.identities.filter(({role})=>role==="backup").map(({user})=>user)}),readObserver=async session3=>{let before2=Date.now(),observer2=await session3.
one(observerQuery),after=Date.now();if(!observer2.seen)return{observer:observer2,clock:observer2};let uncertaintyMs=Math.ceil((after-before2)/2)+1,skewMs=Math.round(
observer2.value.serverTime-(before2+after)/2);return{observer:observer2,clock:seen({skewMs,uncertaintyMs})}},denied=(detail,grant3)=>unseen("permission-denied",
{detail,...grant3===void 0?{}:{grant:grant3}}),readServer=async(session3,who)=>{let{major}=splitVersion(who.versionNum),signs=await session3.one(providerQuery),
roleSettings=await session3.list(roleSettingsQuery),managed=signs.seen&&recognise(signs.value).platform!==void 0,hidden=(detail,grant3)=>managed?unseen("hidden-\
by-provider",{detail}):denied(detail,grant3);return{provider:signs.seen?seen(recognise(signs.value)):signs,roleSettings,settings:await readSettings(session3,who,
roleSettings),ownSession:await session3.one(ownSessionQuery(major)),sessions:who.readStats?await session3.list(sessionsQuery):denied("sessions of other roles ar\
e not shown to this role",statsGrant(who.user)),archiver:await session3.one(archiverQuery),slots:await session3.list(slotsQuery(major)),rules:who.readRules?await session3.
list(rulesQuery(major)):hidden("pg_hba_file_rules is not shown to this role",rulesGrant(who.user)),roles:await session3.list(rolesQuery),memberships:await session3.
list(membershipsQuery),databases:await session3.list(databasesQuery),passwords:who.readPasswords?await readPasswords(session3):hidden("stored passwords are show\
n to superusers only",passwordsGrant(who.user)),parameterGrants:major>=15?await session3.list(parameterGrantsQuery):unseen("unsupported-version",{detail:"settin\
gs cannot be granted before PostgreSQL 15"})}},readDatabase=async(session3,who,identities)=>{let{major}=splitVersion(who.versionNum);return{identityPrivileges:await session3.
list(identityPrivilegesQuery(identities,major)),auditedObjects:await session3.one(auditedObjectsQuery),adminFunctions:await session3.list(adminFunctionsQuery),schemas:await session3.
list(schemasQuery),publicGrants:await session3.list(publicGrantsQuery),defaultGrants:await session3.list(defaultGrantsQuery),definerFunctions:await session3.list(
definerFunctionsQuery(major)),untrustedLanguages:await session3.list(untrustedLanguagesQuery),tenantTables:await session3.list(tenantTablesQuery),openPolicies:await session3.
list(openPoliciesQuery),bypassingViews:await session3.list(bypassingViewsQuery),extensions:await session3.list(extensionsQuery),foreignServers:await session3.list(
foreignServersQuery)}},collect=async context=>{let told=declared(context);context.step("Logging in as the scanner");let login=await logIn(context);if(!login.seen)
return nothingSeen(login,told);let{session:session3,close}=login.value;try{let{observer:observer2,clock}=await readObserver(session3);if(!observer2.seen)return nothingSeen(
observer2,told);if(!observer2.value.readOnly)return nothingSeen(unseen("unexpected-reply",{detail:"the server did not make the transaction read-only, so that db\
vet stopped"}),told);context.step("Reading settings, roles and rules");let ofServer=await readServer(session3,observer2.value);context.step(`Reading the catalog\
ue of database ${observer2.value.database}`);let ofDatabase=await readDatabase(session3,observer2.value,told.identities);return{observer:observer2,clock,...ofServer,
...ofDatabase,...told}}finally{await close()}};var postgresql=defineFamily({id:"postgresql",engines:["postgresql"],connections:1,checks,collect,blind:whyBlind});var weakFamilies=["null","anonymous","export","rc4","des","3des","static","cbc"],weightyFamilies=weakFamilies.filter(family=>family!=="cbc"),suitesOf={null:[1,2,
59,49153,49158,49163,49168],anonymous:[23,24,25,26,27,52,58,70,108,109,137,166,167,49173,49174,49175,49176,49177],export:[3,6,8,11,14,17,20,98,100],rc4:[4,5,49154,
49159,49164,49169],des:[9,12,15,18,21],"3des":[10,13,16,19,22,49155,49160,49165,49170],static:[7,47,53,60,61,65,132,150,156,157,186,192,49156,49157,49166,49167,
49189,49190,49193,49194,49197,49198,49201,49202,49232,49233,49308,49309,49312,49313],cbc:[50,51,56,57,64,69,103,106,107,136,190,196,49161,49162,49171,49172,49187,
49188,49191,49192,49266,49267,49270,49271]},modernSuites=[49195,49196,49199,49200,52392,52393,52394,158,159,162,163,49310,49311,49314,49315,49324,49325,49326,49327],
tls13Suites=[4865,4866,4867,4868,4869],everySuite=[...modernSuites,...weakFamilies.toReversed().flatMap(family=>suitesOf[family])],weakFamilyOf=suite=>weakFamilies.
find(family=>suitesOf[family].includes(suite)),names4={1:"RSA_WITH_NULL_MD5",2:"RSA_WITH_NULL_SHA",59:"RSA_WITH_NULL_SHA256",49158:"ECDHE_ECDSA_WITH_NULL_SHA",49168:"\
ECDHE_RSA_WITH_NULL_SHA",24:"DH_anon_WITH_RC4_128_MD5",27:"DH_anon_WITH_3DES_EDE_CBC_SHA",52:"DH_anon_WITH_AES_128_CBC_SHA",58:"DH_anon_WITH_AES_256_CBC_SHA",167:"\
DH_anon_WITH_AES_256_GCM_SHA384",49176:"ECDH_anon_WITH_AES_128_CBC_SHA",49177:"ECDH_anon_WITH_AES_256_CBC_SHA",3:"RSA_EXPORT_WITH_RC4_40_MD5",4:"RSA_WITH_RC4_12\
8_MD5",5:"RSA_WITH_RC4_128_SHA",49169:"ECDHE_RSA_WITH_RC4_128_SHA",9:"RSA_WITH_DES_CBC_SHA",10:"RSA_WITH_3DES_EDE_CBC_SHA",22:"DHE_RSA_WITH_3DES_EDE_CBC_SHA",49160:"\
ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",49170:"ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",47:"RSA_WITH_AES_128_CBC_SHA",53:"RSA_WITH_AES_256_CBC_SHA",60:"RSA_WITH_AES_128_CBC_\
SHA256",61:"RSA_WITH_AES_256_CBC_SHA256",156:"RSA_WITH_AES_128_GCM_SHA256",157:"RSA_WITH_AES_256_GCM_SHA384",49309:"RSA_WITH_AES_256_CCM",51:"DHE_RSA_WITH_AES_1\
28_CBC_SHA",57:"DHE_RSA_WITH_AES_256_CBC_SHA",103:"DHE_RSA_WITH_AES_128_CBC_SHA256",107:"DHE_RSA_WITH_AES_256_CBC_SHA256",49161:"ECDHE_ECDSA_WITH_AES_128_CBC_SH\
A",49162:"ECDHE_ECDSA_WITH_AES_256_CBC_SHA",49171:"ECDHE_RSA_WITH_AES_128_CBC_SHA",49172:"ECDHE_RSA_WITH_AES_256_CBC_SHA",49187:"ECDHE_ECDSA_WITH_AES_128_CBC_SH\
A256",49188:"ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",49191:"ECDHE_RSA_WITH_AES_128_CBC_SHA256",49192:"ECDHE_RSA_WITH_AES_256_CBC_SHA384"},suiteName=suite=>{let name=names4[suite];
return name===void 0?`suite 0x${suite.toString(16).toUpperCase().padStart(4,"0")}`:`TLS_${name}`};var blindFacts=(host,why)=>({host,offered:why,identities:[],versions:{ssl3:why,tls10:why,tls11:why,tls12:why,tls13:why},weak:Object.fromEntries(weakFamilies.map(
family=>[family,why])),best:why,tls12:why,sent:why,namesHost:why,chain:why,openssl:why,pin:null,direct:why,buffer:why});var exampleLeaf={subject:"CN=db.example.com",issuer:"CN=Example Database CA",names:"DNS:db.example.com",notBefore:"2026-01-01T00:00:00.000Z",notAfter:"2027-01-0\
1T00:00:00.000Z",key:{type:"ec",bits:256,curve:"prime256v1"},signature:{name:"ECDSA with SHA-256",weak:!1},pin:"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
AA=",sha256:"aa".repeat(32),selfSigned:!1,ca:!1},exampleCa={...exampleLeaf,subject:"CN=Example Database CA",names:"",notBefore:"2024-01-01T00:00:00.000Z",notAfter:"\
2036-01-01T00:00:00.000Z",pin:"sha256/CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC=",sha256:"cc".repeat(32),selfSigned:!0,ca:!0},exampleChain={source:"given",anchored:!0,
path:[exampleLeaf,exampleCa],borrowed:[]},exampleIdentity={role:"application",user:"app",database:"shop",clear:seen({kind:"error",sqlstate:"28000",message:"refu\
sed"}),secured:seen({kind:"authentication",code:10,mechanisms:["SCRAM-SHA-256-PLUS","SCRAM-SHA-256"]}),sameSource:!0,clientCertificateShown:!1},healthy={host:"d\
b.example.com",offered:seen(!0),identities:[exampleIdentity],versions:{ssl3:seen(!1),tls10:seen(!1),tls11:seen(!1),tls12:seen(!0),tls13:seen(!0)},weak:Object.fromEntries(
weakFamilies.map(family=>[family,seen(null)])),best:seen({protocol:"TLSv1.3",cipher:"TLS_AES_256_GCM_SHA384"}),tls12:seen({suite:49199,compression:0,asksForClientCertificate:!0}),
sent:seen([exampleLeaf]),namesHost:seen(!0),chain:seen(exampleChain),openssl:seen(null),pin:exampleLeaf.pin,direct:seen("with-alpn"),buffer:seen("rejected")},but=change2=>({
...healthy,...change2}),butLeaf=change2=>{let leaf={...exampleLeaf,...change2};return but({sent:seen([leaf]),chain:seen({...exampleChain,path:[leaf,exampleCa]})})},
blind2={...blindFacts("db.example.com",unseen("connection-closed")),identities:[{...exampleIdentity,clear:unseen("connection-closed"),secured:unseen("connection\
-closed")}],pin:exampleLeaf.pin};var tlsCheck=check=>({family:"tls",scope:"endpoint",needs:"none",...check}),verdicts=expected60=>({pass:(observed,more)=>({outcome:"pass",observed,expected:expected60,
...more}),fail:(observed,more)=>({outcome:"fail",observed,expected:expected60,...more}),notApplicable:(observed,more)=>({outcome:"not-applicable",observed,expected:expected60,
...more}),unknown:(fact,more)=>({outcome:"unknown",observed:`Could not be seen: ${fact.detail??fact.reason.replaceAll("-"," ")}`,expected:expected60,reason:fact.
reason,...fact.grant===void 0?{}:{grant:fact.grant},...more})});var daysUntil=(now,then)=>Math.floor((Date.parse(then)-Date.parse(now))/864e5),dayText=instant=>instant.slice(0,10),identityName=one=>`user ${one.user}, databas\
e ${one.database}`;var{pass:pass2,fail:fail2,notApplicable:notApplicable2,unknown:unknown3}=verdicts('TLS from the first byte only with the protocol name "postgresql" (ALPN)'),pgDirectTls=tlsCheck(
{id:"pg-direct-tls",title:"Direct TLS names its protocol",question:"Where TLS from the first byte is accepted, does it insist on the PostgreSQL protocol name?",
why:"A TLS service without a protocol name can be handed connections that were meant for another service with the same certificate.",severity:"medium",remediation:{
all:"Find out what terminates TLS on this port: PostgreSQL 17 and newer insists on the name, so that it is a proxy in front."},judge:({direct})=>{if(!direct.seen)
return[unknown3(direct)];switch(direct.value){case"with-alpn":return[pass2('Accepted, with the protocol name "postgresql"')];case"without-alpn":return[fail2("TL\
S is accepted from the first byte without a protocol name")];case"refused":return[notApplicable2("Not spoken here (PostgreSQL 17 and newer do); nothing is missi\
ng by that")]}},examples:{healthy:[healthy],defective:[but({direct:seen("without-alpn")})],blind:[blind2],notApplicable:[but({direct:seen("refused")})]}});var{pass:pass3,fail:fail3,unknown:unknown4}=verdicts("Bytes sent before the TLS handshake are thrown away"),pgTlsPreHandshakeBuffer=tlsCheck({id:"pg-tls-pre-han\
dshake-buffer",title:"Bytes before the handshake are rejected",question:"Does the server reject what was sent in clear before TLS began?",why:"Someone on the wa\
y could otherwise put statements of their own before those of a client (CVE-2021-23214).",severity:"high",remediation:{all:"Update to PostgreSQL 14.1, 13.5, 12.\
9 or newer; PgBouncer to 1.16.1 or newer."},judge:({buffer})=>buffer.seen?[buffer.value==="rejected"?pass3("The server ended the connection"):fail3("The server \
answered bytes that were sent in clear before TLS began")]:[unknown4(buffer)],examples:{healthy:[healthy],defective:[but({buffer:seen("swallowed")})],blind:[blind2]}});var enforceTls={all:'Allow remote logins by hostssl rules only and end pg_hba.conf with "hostnossl all all all reject"; on PgBouncer set client_tls_sslmode = re\
quire.',"aws-rds":"Set rds.force_ssl = 1 in the parameter group of the instance.","aws-aurora":"Set rds.force_ssl = 1 in the cluster parameter group.","google-c\
loud-sql":"gcloud sql instances patch INSTANCE --ssl-mode=ENCRYPTED_ONLY","azure-flexible-server":"az postgres flexible-server parameter set --name require_secu\
re_transport --value ON",digitalocean:"There is no switch for this. Keep sslmode=verify-full in every client and restrict trusted sources; repeat this probe aft\
er each change.",supabase:"Turn on SSL enforcement in the database settings of the project.","cloudnative-pg":'Put "hostnossl all all all reject" first in spec.\
postgresql.pg_hba of the Cluster.',"self-managed":'Replace host by hostssl in pg_hba.conf, end it with "hostnossl all all all reject", and reload.'},newerVersions={
all:"Set ssl_min_protocol_version = TLSv1.2 (or TLSv1.3 where all clients allow it) and reload.","aws-rds":"Set ssl_min_protocol_version = TLSv1.2 in the parame\
ter group.","aws-aurora":"Set ssl_min_protocol_version = TLSv1.2 in the cluster parameter group.","azure-flexible-server":"az postgres flexible-server parameter\
 set --name ssl_min_protocol_version --value TLSv1.2","cloudnative-pg":"Set ssl_min_protocol_version in spec.postgresql.parameters; its default is TLSv1.3."},strongCiphers={
all:'Set ssl_ciphers to ECDHE suites with AES-GCM or ChaCha20, for example "ECDHE+AESGCM:ECDHE+CHACHA20", or allow TLS 1.3 only; reload.',"aws-rds":"Set ssl_cip\
hers in the parameter group to ECDHE suites with GCM.","aws-aurora":"Set ssl_ciphers in the cluster parameter group to ECDHE suites with GCM."},verifiableCertificate={
all:"Let the server present a certificate that a CA known to the clients issued for the name they use, with all intermediates; clients use sslmode=verify-full w\
ith that CA.","aws-rds":"Give clients the global bundle of Amazon RDS and sslmode=verify-full; connect by the name that Amazon gave.","aws-aurora":"Give clients\
 the global bundle of Amazon RDS and sslmode=verify-full; connect by the name that Amazon gave.","google-cloud-sql":"Use the Cloud SQL connector or Auth Proxy, \
or a CAS certificate with DNS names, then sslmode=verify-full.","azure-flexible-server":"Give clients the DigiCert Global Root G2 and Microsoft RSA Root 2017 ce\
rtificates and sslmode=verify-full.",digitalocean:"doctl databases get-ca ID > ca.crt; give it to clients with sslmode=verify-full.",aiven:"avn project ca-get -\
-target-filepath ca.pem; give it to clients with sslmode=verify-full.","cloudnative-pg":"Give clients the CA of the secret CLUSTER-ca and sslmode=verify-full; c\
onnect by a name of the service."},newCertificate={all:"Have a new certificate issued with a key of at least RSA 2048 or P-256 and a SHA-256 signature, install \
it with its intermediates, and reload.","aws-rds":"Rotate the server certificate: aws rds modify-db-instance --ca-certificate-identifier rds-ca-rsa2048-g1 --app\
ly-immediately","aws-aurora":"Rotate the server certificate: aws rds modify-db-instance --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately","goog\
le-cloud-sql":"gcloud sql ssl server-ca-certs create, distribute the new CA, then gcloud sql ssl server-ca-certs rotate",digitalocean:"The provider renews it: a\
sk its support why it has not.",aiven:"The provider renews it: ask its support why it has not.","cloudnative-pg":"Check the operator or cert-manager: the certif\
icate should have been renewed."},scram2={all:"Set password_encryption = scram-sha-256, let each user set a new password, then use scram-sha-256 in pg_hba.conf \
and no trust, password or md5.","aws-rds":"Set password_encryption = scram-sha-256, renew the passwords, then rds.accepted_password_auth_method = scram.","aws-a\
urora":"Set password_encryption = scram-sha-256, renew the passwords, then rds.accepted_password_auth_method = scram."};var pinHolds=({pin,chain,sent})=>{let path=chain.seen?chain.value.path:sent.seen?sent.value.slice(0,1):[];return pin!==null&&path.some(certificate=>certificate.
pin===pin)},serverIsVerified=facts=>{let{sent,chain,openssl,namesHost:namesHost2,pin}=facts;return pin!==null&&sent.seen&&sent.value[0]?.pin===pin?!0:!namesHost2.
seen||!namesHost2.value?!1:pin!==null?pinHolds(facts):chain.seen&&chain.value.anchored&&openssl.seen&&openssl.value===null};var{pass:pass4,fail:fail4,unknown:unknown5}=verdicts("SCRAM, a client certificate, or Kerberos"),judgeCode=(one,{code,mechanisms},verified)=>{let object2=identityName(
one);switch(code){case 0:return one.clientCertificateShown?unknown5(unseen("client-cannot-offer"),{object:object2,observed:"Let in at once: by the client certif\
icate that was shown, or without any proof; the two look alike"}):fail4("Let in without any proof of identity",{object:object2,severity:"critical"});case 3:return fail4(
verified?"The password or token itself is asked for, inside TLS with a verified server (so do RDS IAM, Entra, PAM and LDAP)":"The password itself is asked for, \
inside TLS whose server could not be verified",{object:object2,severity:verified?"info":"medium"});case 5:return fail4("MD5 challenge",{object:object2,severity:"\
medium"});case 7:case 9:return pass4("Kerberos (GSS or SSPI)",{object:object2});case 10:return mechanisms.length===0?unknown5(unseen("unexpected-reply"),{object:object2,
observed:"SASL without a mechanism"}):pass4(mechanisms.join(", "),{object:object2});default:return unknown5(unseen("unexpected-reply"),{object:object2,observed:`\
An authentication method that is not known here (code ${code})`})}},judgeIdentity2=(one,verified)=>{let{secured}=one,object2=identityName(one);if(!secured.seen)
return unknown5(secured,{object:object2});let{value}=secured;return value.kind==="authentication"?judgeCode(one,value,verified):unknown5(unseen(value.sqlstate===
"28000"?"permission-denied":"unexpected-reply"),{object:object2,observed:`Inside TLS the server answered SQLSTATE ${value.sqlstate} before it asked for a proof`})},
asked=code=>but({identities:[{...exampleIdentity,secured:seen({kind:"authentication",code,mechanisms:[]})}]}),pgWireAuthMethod=tlsCheck({id:"pg-wire-auth-method",
title:"Users prove themselves by a strong method",question:"Does the server ask each declared user for SCRAM, a certificate or Kerberos?",why:"Trust lets anybod\
y in, MD5 can be replayed from a stolen hash, and a plain password is known to whoever ends the TLS connection. For a user that does not exist the server preten\
ds, so that only existing users tell.",severity:"high",remediation:scram2,judge:facts=>facts.identities.length===0?[unknown5(unseen("no-credentials"),{observed:"\
No user is declared to ask for"})]:facts.identities.map(one=>judgeIdentity2(one,serverIsVerified(facts))),examples:{healthy:[healthy],defective:[...[0,3,5].map(
asked),{...asked(3),pin:null,openssl:seen("SELF_SIGNED_CERT_IN_CHAIN")}],blind:[blind2,but({identities:[]}),but({identities:[{...exampleIdentity,clientCertificateShown:!0,
secured:seen({kind:"authentication",code:0,mechanisms:[]})}]})]}});var{pass:pass5,fail:fail5,notApplicable:notApplicable3,unknown:unknown6}=verdicts("SCRAM-SHA-256-PLUS is offered inside TLS"),judgeIdentity3=one=>{let object2=identityName(
one),{secured}=one;if(!secured.seen)return unknown6(secured,{object:object2});let{value}=secured;return value.kind==="error"?unknown6(unseen("unexpected-reply"),
{object:object2,observed:`Inside TLS the server answered SQLSTATE ${value.sqlstate}`}):value.mechanisms.some(mechanism=>mechanism.startsWith("SCRAM-"))?value.mechanisms.
includes("SCRAM-SHA-256-PLUS")?pass5("Offered",{object:object2}):fail5("Only without channel binding: something in front of the server may end TLS",{object:object2}):
notApplicable3("This user does not prove itself by SCRAM",{object:object2})},pgWireScramPlus=tlsCheck({id:"pg-wire-scram-plus",title:"SCRAM with channel binding\
 is offered",question:"Does the server offer SCRAM bound to the TLS channel?",why:"Channel binding lets a client notice that it does not speak with the server i\
tself but with something in between.",severity:"info",remediation:{all:"Connect to the server itself, or let the pooler pass TLS through; then use channel_bindi\
ng=require in clients."},judge:({identities})=>identities.length===0?[unknown6(unseen("no-credentials"),{observed:"No user is declared to ask for"})]:identities.
map(judgeIdentity3),examples:{healthy:[healthy],defective:[but({identities:[{...exampleIdentity,secured:seen({kind:"authentication",code:10,mechanisms:["SCRAM-S\
HA-256"]})}]})],blind:[blind2,but({identities:[]})],notApplicable:[but({identities:[{...exampleIdentity,secured:seen({kind:"authentication",code:5,mechanisms:[]})}]})]}});var{pass:pass6,fail:fail6,notApplicable:notApplicable4,unknown:unknown7}=verdicts("Every CA on the way to the root is valid for longer than a rotation takes"),defaultDaysLeft=90,
judgeCa=(ca,now,wanted)=>{let object2=ca.subject;if(ca.notAfter===null)return[unknown7(unseen("unexpected-reply",{detail:"its end cannot be read"}),{object:object2})];
let days=daysUntil(now,ca.notAfter);return Date.parse(ca.notAfter)<=Date.parse(now)?[fail6(`Expired on ${dayText(ca.notAfter)}`,{object:object2})]:days<wanted?[
fail6(`Expires on ${dayText(ca.notAfter)}: ${days} days left, ${wanted} wanted`,{object:object2})]:[]},withCa=notAfter=>but({chain:seen({...exampleChain,path:[exampleLeaf,
{...exampleCa,notAfter}]})}),tlsCaExpiry=tlsCheck({id:"tls-ca-expiry",title:"The CA does not expire soon",question:"Are the CA certificates on the path valid fo\
r long enough to be rotated in time?",why:"When a CA ends, every client that pins or trusts it stops at the same moment; giving all of them a new one takes mont\
hs.",severity:"high",remediation:{all:"Plan the rotation now: give all clients the new CA beside the old one, then let the server change its certificate.","aws-\
rds":"Give all clients the present global bundle, then choose a newer CA with modify-db-instance --ca-certificate-identifier.","google-cloud-sql":"gcloud sql ss\
l server-ca-certs create, give clients the new bundle, then rotate."},judge:({sent,chain},{now,thresholds})=>{if(!sent.seen)return[unknown7(sent)];let[leaf]=sent.
value;if(leaf?.selfSigned===!0)return[notApplicable4("There is no CA above the certificate")];if(!chain.seen)return[unknown7(chain)];let wanted=thresholds["ca-d\
ays-left"]??defaultDaysLeft,{path,anchored}=chain.value,faults=path.slice(1).flatMap(ca=>judgeCa(ca,now,wanted));if(!anchored)return[...faults,unknown7(unseen("\
certificate-not-verified"),{observed:"The way to the root is not known, so that its end is not either"})];if(faults.length>0)return faults;let ends=path.slice(1).
map(({notAfter})=>dayText(notAfter??""));return[pass6(`The first ends on ${ends.toSorted()[0]??"no day"}`)]},examples:{healthy:[healthy],defective:[withCa("2026\
-07-01T00:00:00.000Z"),withCa("2026-01-01T00:00:00.000Z")],blind:[blind2,withCa(null),but({chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})})],notApplicable:[
but({sent:seen([{...exampleLeaf,selfSigned:!0}])})]}});var{pass:pass7,fail:fail7,notApplicable:notApplicable5,unknown:unknown8}=verdicts("The server sends every certificate between its own and the root"),tlsCertChainComplete=tlsCheck(
{id:"tls-cert-chain-complete",title:"The certificate chain is complete",question:"Does the server send all intermediate certificates?",why:"Clients that have on\
ly the root cannot verify the server, and people then turn verification off.",severity:"high",remediation:{all:"Append the intermediate certificates to the cert\
ificate file of the server (ssl_cert_file), the issuer of the leaf first, and reload."},judge:({sent,chain})=>{if(!sent.seen)return[unknown8(sent)];let[leaf]=sent.
value;if(leaf?.selfSigned===!0)return[notApplicable5("A certificate that signed itself has no chain")];if(!chain.seen)return[unknown8(chain)];let{anchored,borrowed,
path}=chain.value;return borrowed.length>0?[fail7(`It verifies only with what the CA file adds and the server left out: ${borrowed.join("; ")}`)]:anchored?[pass7(
`${sent.value.length} sent, and they lead to the root`)]:path.at(-1)?.selfSigned===!0?[pass7("All certificates up to the root were sent (the root is not known h\
ere)")]:[unknown8(unseen("certificate-not-verified"),{observed:`The issuer "${path.at(-1)?.issuer??"unknown"}" was neither sent nor given: an unknown CA and a m\
issing intermediate look alike`})]},examples:{healthy:[healthy],defective:[but({chain:seen({...exampleChain,borrowed:["CN=Example Intermediate CA"]})})],blind:[
blind2,but({chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})}),but({chain:unseen("file-invalid")})],notApplicable:[but({sent:seen([{...exampleLeaf,selfSigned:!0}])})]}});var{pass:pass8,fail:fail8,unknown:unknown9}=verdicts("The chain leads to the given CA, to a public one, or to the pinned key"),dateErrors=["CERT_HAS_EXPIRED","C\
ERT_NOT_YET_VALID"],tlsCertChainProviderCa=tlsCheck({id:"tls-cert-chain-provider-ca",title:"The certificate leads to a known CA",question:"Does the certificate \
verify against the CA that is given, or against a public one?",why:"A client that cannot verify the server talks to whoever answers, and hands over its password\
.",severity:"high",remediation:verifiableCertificate,judge:facts=>{let{sent,chain,openssl,pin}=facts;if(!sent.seen)return[unknown9(sent)];if(pinHolds(facts))return[
pass8("The pinned key is in the chain")];if(!chain.seen)return[unknown9(chain)];let{source,anchored,path}=chain.value,where=source==="given"?"the CA file":"the \
public root certificates that Node.js brings (no --ca given)";if(anchored)return openssl.seen?openssl.value===null||dateErrors.includes(openssl.value)?[pass8(`V\
erified against ${where}`)]:[fail8(`Signed by a CA of ${where}, but OpenSSL objects: ${openssl.value}`)]:[unknown9(openssl)];let last=path.at(-1),end=last===void 0?
"nowhere":`at "${last.issuer}"`;return source==="given"?[fail8(`The chain ends ${end}, which is not in ${where}`)]:path.length===1&&last?.selfSigned===!0?[fail8(
"The server signed its certificate itself, and no CA or pin is given to know it by")]:pin===null?[unknown9(unseen("certificate-not-verified"),{observed:`The cha\
in ends ${end}, which is not a public CA; if it is the CA of the provider, give it (--ca FILE)`})]:[fail8(`The chain ends ${end}, and no key in it is the pinned\
 one`)]},examples:{healthy:[healthy,but({pin:null}),but({pin:null,openssl:seen("CERT_HAS_EXPIRED")}),but({chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})})],
defective:[but({pin:null,chain:seen({...exampleChain,anchored:!1,path:[exampleLeaf]})}),but({pin:null,openssl:seen("INVALID_PURPOSE")}),{...butLeaf({selfSigned:!0}),
pin:null,chain:seen({source:"system",anchored:!1,path:[{...exampleLeaf,selfSigned:!0}],borrowed:[]})}],blind:[blind2,but({pin:null,chain:seen({source:"system",anchored:!1,
path:[exampleLeaf],borrowed:[]})}),but({pin:null,openssl:unseen("limit-exceeded")}),but({pin:null,chain:unseen("file-unreadable")})]}});var{pass:pass9,fail:fail9,unknown:unknown10}=verdicts("The certificate is valid for longer than a renewal takes"),defaultDaysLeft2=30,urgentDays=7,wantedDays=({
thresholds},{notBefore,notAfter})=>{let given=thresholds["certificate-days-left"];return given!==void 0?given:notBefore===null||notAfter===null?defaultDaysLeft2:
Math.min(defaultDaysLeft2,Math.ceil(daysUntil(notBefore,notAfter)/6))},tlsCertExpiry=tlsCheck({id:"tls-cert-expiry",title:"The certificate does not expire soon",
question:"Is the certificate valid for long enough to be renewed in time?",why:"With an expired certificate clients that verify stop, and clients that were told\
 not to verify stay that way.",severity:"medium",remediation:newCertificate,judge:({sent},context)=>{if(!sent.seen)return[unknown10(sent)];let[leaf]=sent.value;
if(leaf?.notAfter===void 0||leaf.notAfter===null)return[unknown10(unseen("unexpected-reply",{detail:"its end cannot be read"}))];let until=`until ${dayText(leaf.
notAfter)}`;if(Date.parse(leaf.notAfter)<=Date.parse(context.now))return[fail9(`Expired: it was valid ${until}`,{severity:"critical"})];let days=daysUntil(context.
now,leaf.notAfter),wanted=wantedDays(context,leaf);return days>=wanted?[pass9(`Valid ${until}, ${days} days`)]:[fail9(`Valid ${until}: ${days} days left, ${wanted}\
 wanted`,{severity:days<urgentDays?"high":"medium"})]},examples:{healthy:[healthy,butLeaf({notBefore:"2026-04-01T00:00:00.000Z",notAfter:"2026-06-30T00:00:00.00\
0Z"})],defective:[butLeaf({notAfter:"2026-05-31T23:59:59.000Z"}),butLeaf({notAfter:"2026-06-01T00:00:00.000Z"}),butLeaf({notAfter:"2026-06-05T00:00:00.000Z"}),butLeaf(
{notAfter:"2026-06-25T00:00:00.000Z"})],blind:[blind2,butLeaf({notAfter:null})]}});import{isIP as isIP4}from"node:net";var{pass:pass10,fail:fail10,unknown:unknown11}=verdicts("The certificate names the host by which clients connect"),tlsCertHostname=tlsCheck({id:"tls-cert-hostna\
me",title:"The certificate names the host",question:"Does the certificate name the host by which it is reached?",why:"Where the name does not fit, verify-full f\
ails and people fall back to checking nothing.",severity:"high",remediation:verifiableCertificate,judge:({namesHost:namesHost2,sent,host})=>{if(!namesHost2.seen)
return[unknown11(namesHost2)];let leaf=sent.seen?sent.value[0]:void 0,names6=leaf?.names===""||leaf===void 0?"no alternative names":leaf.names;return namesHost2.
value?[pass10(`It names ${host}`)]:[fail10(`It does not name ${host}; it has ${names6}`,{severity:isIP4(host)===0?"high":"medium"})]},examples:{healthy:[healthy],
defective:[but({namesHost:seen(!1)}),but({namesHost:seen(!1),host:"192.0.2.1"})],blind:[blind2]}});var{pass:pass11,fail:fail11,unknown:unknown12}=verdicts("RSA of at least 2048 bits, a curve of at least 256, or Ed25519/Ed448"),least={rsa:2048,"rsa-pss":2048,ec:256},
judgeKey=({key,subject})=>{let object2=subject;switch(key.type){case"ed25519":case"ed448":return[];case"rsa":case"rsa-pss":case"ec":{if(key.bits===null)return[unknown12(
unseen("unexpected-reply",{detail:"its size cannot be read"}),{object:object2})];let wanted=least[key.type];return key.bits<wanted?[fail11(`${key.type} of ${key.
bits} bits, at least ${wanted} are wanted`,{object:object2})]:[]}case"dsa":return[fail11("DSA, which is withdrawn (FIPS 186-5)",{object:object2})];default:return[
unknown12(unseen("unexpected-reply",{detail:`a key of type ${key.type}`}),{object:object2})]}},describe2=({key})=>key.curve??(key.bits===null?key.type:`${key.type}\
 ${key.bits}`),tlsCertKeyStrength=tlsCheck({id:"tls-cert-key-strength",title:"The certificate keys are strong",question:"Are the keys of the certificates long e\
nough?",why:"A short key can be computed from the certificate, and with it the server can be impersonated.",severity:"high",remediation:newCertificate,judge:({sent})=>{
if(!sent.seen)return[unknown12(sent)];let faults=sent.value.flatMap(judgeKey);return faults.length>0?faults:[pass11(sent.value.map(describe2).join(", "))]},examples:{
healthy:[healthy,butLeaf({key:{type:"rsa",bits:2048,curve:null}}),butLeaf({key:{type:"ed25519",bits:null,curve:null}})],defective:[butLeaf({key:{type:"rsa",bits:1024,
curve:null}}),butLeaf({key:{type:"ec",bits:224,curve:"secp224r1"}}),butLeaf({key:{type:"dsa",bits:2048,curve:null}})],blind:[blind2,butLeaf({key:{type:"unknown",
bits:null,curve:null}})]}});var{pass:pass12,fail:fail12,unknown:unknown13}=verdicts("Every sent certificate is already in force"),tlsCertNotYetValid=tlsCheck({id:"tls-cert-not-yet-valid",title:"\
The certificate is already in force",question:"Have the certificates of the server begun to be valid?",why:"Clients that verify refuse a certificate from the fu\
ture; a wrong clock also makes logs worthless.",severity:"high",remediation:{...newCertificate,all:"Compare the clocks of the server, the CA and this machine fi\
rst; then have the certificate issued anew."},judge:({sent},{now})=>{if(!sent.seen)return[unknown13(sent)];let future=sent.value.find(({notBefore})=>notBefore!==
null&&Date.parse(notBefore)>Date.parse(now));return future!==void 0?[fail12(`${future.subject} begins on ${dayText(future.notBefore??"")}`)]:sent.value.some(({notBefore})=>notBefore===
null)?[unknown13(unseen("unexpected-reply",{detail:"a beginning cannot be read"}))]:[pass12("All are in force")]},examples:{healthy:[healthy],defective:[butLeaf(
{notBefore:"2026-06-02T00:00:00.000Z"})],blind:[blind2,butLeaf({notBefore:null})]}});var{pass:pass13,fail:fail13,unknown:unknown14}=verdicts("A certificate from a CA, private or public, or exactly the pinned one"),selfSigned={...exampleLeaf,selfSigned:!0,
pin:"sha256/other"},tlsCertSelfSigned=tlsCheck({id:"tls-cert-self-signed",title:"The certificate is not self-signed",question:"Was the certificate issued by a C\
A, or is it exactly the one that is pinned?",why:"Anybody can make such a certificate, so that clients cannot tell the server from someone in between.",severity:"\
high",remediation:verifiableCertificate,judge:({sent,chain,pin})=>{if(!sent.seen)return[unknown14(sent)];let[leaf]=sent.value;return leaf?.selfSigned!==!0?[pass13(
`Issued by ${leaf?.issuer??"another"}`)]:pin!==null&&leaf.pin===pin?[pass13("Self-signed, and its key is the pinned one")]:chain.seen&&chain.value.source==="giv\
en"&&chain.value.anchored?[pass13("Self-signed, and exactly this certificate is in the CA file")]:[fail13(`Self-signed: ${leaf.subject}`)]},examples:{healthy:[healthy,
but({sent:seen([{...exampleLeaf,selfSigned:!0}])})],defective:[but({sent:seen([selfSigned]),chain:seen({source:"system",anchored:!1,path:[selfSigned],borrowed:[]})})],
blind:[blind2]}});var{pass:pass14,fail:fail14,unknown:unknown15}=verdicts("A certificate made for this server, not one from a package or an example"),defaults2=[/snake ?oil/i,/\bCN=localhost(\.localdomain)?(,|$)/i,
/\b(CN|O)=(www\.)?example\.(com|org|net)(,|$)/i,/\bO=(Internet Widgits Pty Ltd|Default Company Ltd|Acme Co)(,|$)/i],loopback2=/^(localhost|127\.\d+\.\d+\.\d+|::1)$/,
tlsCertSharedDefault=tlsCheck({id:"tls-cert-shared-default",title:"No default certificate",question:"Was the certificate made for this server?",why:"The key of \
a certificate that comes with a package or an image is known to everybody who has that package.",severity:"high",remediation:newCertificate,judge:({sent,host})=>{
if(!sent.seen)return[unknown15(sent)];let leaf=sent.value[0];if(leaf===void 0||loopback2.test(host))return[pass14("Not one of the known defaults")];let found=[leaf.
subject,leaf.issuer].find(name=>defaults2.some(pattern=>pattern.test(name)));return[found===void 0?pass14("Not one of the known defaults"):fail14(`It carries th\
e name of a default certificate: ${found}`)]},examples:{healthy:[healthy],defective:["CN=ssl-cert-snakeoil","CN=localhost","C=AU, O=Internet Widgits Pty Ltd"].map(
subject=>butLeaf({subject})),blind:[blind2]}});var{pass:pass15,fail:fail15,notApplicable:notApplicable6,unknown:unknown16}=verdicts("Signatures with SHA-256 or better"),judgeSignature=({signature,subject})=>signature.
weak===null?[unknown16(unseen("unexpected-reply",{detail:`signed with ${signature.name}`}),{object:subject})]:signature.weak?[fail15(`Signed with ${signature.name}`,
{object:subject})]:[],tlsCertSignature=tlsCheck({id:"tls-cert-signature",title:"The certificate signatures are strong",question:"Are the certificates below the \
root signed with SHA-256 or better?",why:"A second certificate with the same MD5 or SHA-1 digest can be made, and it would carry the same signature.",severity:"\
high",remediation:newCertificate,judge:({sent})=>{if(!sent.seen)return[unknown16(sent)];let carrying=sent.value.filter(({selfSigned:selfSigned2})=>!selfSigned2);
if(carrying.length===0)return[notApplicable6("A certificate that signed itself has no signature that carries trust")];let faults=carrying.flatMap(judgeSignature);
return faults.length>0?faults:[pass15(carrying.map(({signature})=>signature.name).join(", "))]},examples:{healthy:[healthy],defective:[butLeaf({signature:{name:"\
RSA with SHA-1",weak:!0}}),butLeaf({signature:{name:"RSA with MD5",weak:!0}})],blind:[blind2,butLeaf({signature:{name:"object identifier 2a03",weak:null}})],notApplicable:[
butLeaf({selfSigned:!0,signature:{name:"RSA with SHA-1",weak:!0}})]}});var{pass:pass16,fail:fail16,unknown:unknown17}=verdicts("Suites with forward secrecy and authenticated encryption only"),families2={null:{name:"NULL (no encrypt\
ion)",severity:"critical"},anonymous:{name:"anonymous (no certificate)",severity:"critical"},export:{name:"EXPORT (40 to 56 bits)",severity:"critical"},rc4:{name:"\
RC4",severity:"high"},des:{name:"DES (56 bits)",severity:"high"},"3des":{name:"3DES (64-bit blocks)",severity:"high"},static:{name:"static key exchange (no forw\
ard secrecy)",severity:"low"},cbc:{name:"CBC",severity:"info"}},sameBlindness=(fact,first)=>!fact.seen&&fact.reason===first.reason,tlsCiphersWeak=tlsCheck({id:"\
tls-ciphers-weak",title:"Weak cipher suites are refused",question:"Does the endpoint refuse weak cipher suites?",why:"What is encrypted with a weak suite can be\
 read or changed by someone on the way, or later, when a key becomes known.",severity:"high",remediation:strongCiphers,judge:({weak:weak2})=>{let open6=weakFamilies.
flatMap(family=>{let fact=weak2[family],{name,severity}=families2[family];return fact.seen?fact.value===null?[]:[fail16(`Accepted: at least ${suiteName(fact.value)}`,
{object:name,severity})]:[unknown17(fact,{object:name})]}),[first]=weakFamilies.map(family=>weak2[family]);if(first?.seen===!1&&weakFamilies.every(family=>sameBlindness(
weak2[family],first)))return[unknown17(first)];if(!open6.every(({object:object2})=>object2===families2.cbc.name))return open6;let strong3="No broken suite, and \
none without forward secrecy, is accepted";return weak2.cbc.seen?[pass16(strong3),...open6]:[pass16(`${strong3}; CBC suites were not asked for`)]},examples:{healthy:[
healthy],defective:weakFamilies.map(family=>but({weak:{...healthy.weak,[family]:seen(47)}})),blind:[blind2,but({weak:{...healthy.weak,rc4:unseen("limit-exceeded")}})]}});var{pass:pass17,fail:fail17,unknown:unknown18}=verdicts("The server asks for a client certificate"),tlsClientCertRequested=tlsCheck({id:"tls-client-cert-request\
ed",title:"A client certificate is asked for",question:"Does the server ask clients for a certificate?",why:"Mutual TLS needs a server that asks. PostgreSQL ask\
s whenever it has a client CA, also where it does not insist.",severity:"info",remediation:{all:"Set ssl_ca_file to the CA of the client certificates and use cl\
ientcert=verify-full or the cert method in pg_hba.conf.","google-cloud-sql":"gcloud sql instances patch INSTANCE --ssl-mode=TRUSTED_CLIENT_CERTIFICATE_REQUIRED"},
judge:({tls12})=>tls12.seen?[tls12.value.asksForClientCertificate?pass17("It asks for one (which does not prove that it insists)"):fail17("It does not ask for o\
ne")]:[unknown18(tls12,{observed:"Only TLS 1.2 shows this from outside, and that handshake did not come about"})],examples:{healthy:[healthy],defective:[but({tls12:seen(
{suite:49199,compression:0,asksForClientCertificate:!1})})],blind:[blind2]}});var{pass:pass18,fail:fail18,notApplicable:notApplicable7,unknown:unknown19}=verdicts("TLS compression is not used when it is offered"),tlsCompression=tlsCheck({
id:"tls-compression",title:"No TLS compression",question:"Does the endpoint decline TLS compression?",why:"The size of compressed data gives away its content to\
 someone who can mix in text of their own (CRIME).",severity:"medium",remediation:{all:"Update PostgreSQL to 14 or newer and OpenSSL to 1.1 or newer; both leave\
 compression off."},judge:({tls12,versions})=>tls12.seen?[tls12.value.compression===0?pass18("Offered, and declined"):fail18("Offered, and accepted")]:[[versions.
ssl3,versions.tls10,versions.tls11,versions.tls12].every(fact=>fact.seen&&!fact.value)&&versions.tls13.seen?notApplicable7("TLS 1.3 has no compression"):unknown19(
tls12)],examples:{healthy:[healthy],defective:[but({tls12:seen({suite:49199,compression:1,asksForClientCertificate:!1})})],blind:[blind2],notApplicable:[but({tls12:{
seen:!1,reason:"unsupported-version"},versions:{...healthy.versions,tls12:seen(!1)}})]}});var{pass:pass19,fail:fail19,unknown:unknown20}=verdicts("Handshakes with an ephemeral key exchange (ECDHE, DHE or TLS 1.3)"),tlsForwardSecrecy=tlsCheck({id:"tls\
-forward-secrecy",title:"Forward secrecy",question:"Does the endpoint agree on keys that cannot be recovered later?",why:"Without forward secrecy whoever record\
s traffic today and gets the server's key tomorrow reads all of it.",severity:"medium",remediation:strongCiphers,judge:({best,tls12})=>best.seen&&(best.value.protocol===
"TLSv1.3"||best.value.cipher.includes("DHE_"))?[pass19(`${best.value.protocol} with ${best.value.cipher}`)]:tls12.seen?[pass19("TLS 1.2 with an ephemeral key ex\
change is accepted")]:best.seen?tls12.reason==="unsupported-version"?[fail19(`Only without: ${best.value.protocol} with ${best.value.cipher}`)]:[unknown20(tls12)]:
[unknown20(best)],examples:{healthy:[healthy,but({best:seen({protocol:"TLSv1.2",cipher:"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"})})],defective:[but({best:seen({protocol:"\
TLSv1.2",cipher:"TLS_RSA_WITH_AES_256_GCM_SHA384"}),tls12:unseen("unsupported-version")})],blind:[blind2]}});var{pass:pass20,fail:fail20,unknown:unknown21}=verdicts("The server answers an SSLRequest with S and speaks TLS"),tlsOffered=tlsCheck({id:"tls-offered",title:"T\
LS is offered",question:"Does the endpoint offer TLS?",why:"Without TLS every password and every row can be read and changed on the way.",severity:"critical",remediation:{
...enforceTls,all:"Set ssl = on with a certificate and key (PostgreSQL), or client_tls_sslmode = require (PgBouncer), and restart."},judge:({offered})=>offered.
seen?[offered.value?pass20("TLS is offered"):fail20("The server answers N: it has no TLS here")]:[unknown21(offered)],examples:{healthy:[healthy],defective:[but(
{offered:seen(!1)})],blind:[blind2]}});var{pass:pass21,fail:fail21,unknown:unknown22}=verdicts("The server refuses this user without TLS (SQLSTATE 28000) and goes on with it inside TLS"),refused="280\
00",judgeIdentity4=one=>{let object2=identityName(one),{clear,secured}=one;if(!clear.seen)return unknown22(clear,{object:object2});if(clear.value.kind==="authen\
tication")return fail21(clear.value.code===0?"Let in without TLS and without any proof":"Let in without TLS: the server went on to ask for a proof of identity i\
n clear",{object:object2});let said=`Without TLS the server answered SQLSTATE ${clear.value.sqlstate}`;return clear.value.sqlstate!==refused?unknown22(unseen("u\
nexpected-reply"),{object:object2,observed:`${said}, which does not tell whether TLS was what it missed`}):secured.seen?secured.value.kind!=="authentication"?unknown22(
unseen("permission-denied"),{object:object2,observed:`${said}, and inside TLS ${secured.value.sqlstate}: this user is not let in from here at all, which does no\
t tell what plaintext would do elsewhere`}):one.sameSource?pass21(`Refused for this user from here: ${said}, inside TLS it asked for authentication`,{object:object2}):
unknown22(unseen("unexpected-reply"),{object:object2,observed:`${said}, but the two connections came from different addresses of this machine`}):unknown22(secured,
{object:object2,observed:`${said}, but there is no answer inside TLS to compare with`})},tlsPlaintextRefused=tlsCheck({id:"tls-plaintext-refused",title:"Plainte\
xt is refused",question:"Is each declared user refused when it connects without TLS?",why:"One client that may speak in clear is enough: its password exchange a\
nd every row it reads can be copied and changed on the way.",severity:"critical",remediation:enforceTls,judge:({identities})=>identities.length===0?[unknown22(unseen(
"no-credentials"),{observed:"No user and database are declared to try with (dbvet target add \u2026 --as application=USER/DB)"})]:identities.map(judgeIdentity4),
examples:{healthy:[healthy],defective:[but({identities:[{...exampleIdentity,clear:seen({kind:"authentication",code:10,mechanisms:[]})}]}),but({identities:[exampleIdentity,
{...exampleIdentity,user:"report",clear:seen({kind:"authentication",code:0,mechanisms:[]})}]})],blind:[blind2,but({identities:[]}),but({identities:[{...exampleIdentity,
secured:seen({kind:"error",sqlstate:"28000",message:"no pg_hba.conf entry"})}]}),but({identities:[{...exampleIdentity,clear:seen({kind:"error",sqlstate:"53300",
message:"no encryption"})}]}),but({identities:[{...exampleIdentity,sameSource:!1}]})]}});var{pass:pass22,fail:fail22,notApplicable:notApplicable8,unknown:unknown23}=verdicts("The pinned key, of the leaf or of a CA above it"),tlsSpkiPin=tlsCheck({id:"\
tls-spki-pin",title:"The pinned key is in use",question:"Does the server use the key that is pinned, or a CA with it?",why:"Another key means a renewal that nob\
ody announced, or somebody in between.",severity:"high",remediation:{all:"Ask whoever runs the server whether the key was changed. Only then pin the new one (db\
vet target pin), better of the CA than of the leaf."},judge:({sent,chain,pin})=>{let[leaf]=sent.seen?sent.value:[];return pin===null?[notApplicable8(leaf?.pin===
void 0||leaf.pin===null?"No key is pinned":`No key is pinned; the leaf has ${leaf.pin}`)]:sent.seen?leaf?.pin===pin?[pass22("The leaf has the pinned key")]:chain.
seen&&chain.value.path.some(certificate=>certificate.pin===pin)?[pass22("A CA above the leaf has the pinned key")]:leaf?.pin===void 0||leaf.pin===null?[unknown23(
unseen("unexpected-reply",{detail:"the key of the leaf cannot be read"}))]:chain.seen?[fail22(`No certificate on the way has the pinned key; the leaf has ${leaf.
pin}`)]:[unknown23(chain)]:[unknown23(sent)]},examples:{healthy:[healthy,but({pin:exampleCa.pin})],defective:[but({pin:"sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\
BBBBBBBBBA="})],blind:[blind2,but({pin:"sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=",chain:unseen("file-invalid")})],notApplicable:[but({pin:null}),but(
{pin:null,sent:seen([exampleLeaf,exampleCa])})]}});var{pass:pass23,fail:fail23,unknown:unknown24}=verdicts("TLS 1.2 or 1.3, nothing older"),names5={ssl3:"SSL 3.0",tls10:"TLS 1.0",tls11:"TLS 1.1",tls12:"TLS 1.2",
tls13:"TLS 1.3"},old2=["ssl3","tls10","tls11"],judgeOld=versions=>old2.flatMap(version=>{let fact=versions[version],object2=names5[version];return fact.seen?fact.
value?[fail23(`${object2} is accepted`,{object:object2})]:[]:[unknown24(fact,{object:object2})]}),judgeNew=({tls12,tls13})=>{if(tls12.seen&&tls12.value||tls13.seen&&
tls13.value)return[];let object2="TLS 1.2 or newer";return tls12.seen?tls13.seen?[fail23("Neither TLS 1.2 nor 1.3 is accepted",{object:object2,severity:"critica\
l"})]:[unknown24(tls13,{object:object2})]:[unknown24(tls12,{object:object2})]},tlsVersions2=tlsCheck({id:"tls-versions",title:"Only TLS 1.2 and newer",question:"\
Does the endpoint accept TLS 1.2 or 1.3 and nothing older?",why:"SSL 3.0, TLS 1.0 and 1.1 have known flaws and are withdrawn (RFC 7568, RFC 8996).",severity:"hi\
gh",remediation:newerVersions,judge:({offered,versions})=>{if(!offered.seen)return[unknown24(offered)];if(!offered.value)return[fail23("No TLS is offered at all",
{severity:"critical"})];let faults=[...judgeOld(versions),...judgeNew(versions)],{tls13}=versions,without13=tls13.seen&&!tls13.value?[fail23("TLS 1.3 is not acc\
epted",{object:names5.tls13,severity:"info"})]:[];if(faults.length>0)return[...faults,...without13];let list=["tls12","tls13"].filter(version=>{let fact=versions[version];
return fact.seen&&fact.value}).map(version=>names5[version]).join(" and ");return[pass23(`Accepted: ${list}; everything older is refused`),...without13]},examples:{
healthy:[healthy,but({versions:{...healthy.versions,tls12:unseen("tls-handshake-failed")}})],defective:[but({versions:{...healthy.versions,tls10:seen(!0)}}),but(
{versions:{...healthy.versions,tls12:seen(!1),tls13:seen(!1)}}),but({offered:seen(!1)})],blind:[blind2,but({versions:{...healthy.versions,ssl3:unseen("limit-exc\
eeded")}})]}});import{createECDH,generateKeyPairSync,randomBytes}from"node:crypto";import{isIP as isIP5}from"node:net";var wireVersion={ssl3:768,tls10:769,tls11:770,tls12:771,tls13:772},u8=value=>Buffer.from([value]),u16=(...values2)=>Buffer.from(
values2.flatMap(value=>[value>>8,value&255])),sized=(width,...parts)=>{let body=Buffer.concat(parts);return Buffer.concat([width===1?u8(body.length):u16(body.length),
body])},extension=(type,...body)=>Buffer.concat([u16(type),sized(2,...body)]),x25519Group=29,p256Group=23,groups2=[x25519Group,30,p256Group,24,25,21,19,256,257,
258],signatureSchemes=[1027,1283,1539,2055,2056,2052,2053,2054,2057,2058,2059,1025,1281,1537,771,769,1026,515,513,514,257],extensions=({version,host,keys,alpn})=>sized(
2,...isIP5(host)===0?[extension(0,sized(2,u8(0),sized(2,Buffer.from(host,"latin1"))))]:[],extension(10,sized(2,u16(...groups2))),extension(11,sized(1,u8(0))),extension(
13,sized(2,u16(...signatureSchemes))),...alpn===void 0?[]:[extension(16,sized(2,sized(1,Buffer.from(alpn,"latin1"))))],extension(65281,sized(1)),...version==="t\
ls13"&&keys!==void 0?[extension(43,sized(1,u16(wireVersion.tls13))),extension(51,sized(2,u16(x25519Group),sized(2,keys.x25519),u16(p256Group),sized(2,keys.p256)))]:
[]),clientHello=options=>{let legacy=Math.min(wireVersion[options.version],wireVersion.tls12),body=Buffer.concat([u16(legacy),options.random,sized(1,Buffer.alloc(
0)),sized(2,u16(...options.suites)),sized(1,Buffer.from(options.version==="tls13"?[0]:[1,0])),extensions(options)]),handshake=Buffer.concat([u8(1),u8(0),u16(body.
length),body]),recordVersion=Math.min(legacy,wireVersion.tls10);return Buffer.concat([u8(22),u16(recordVersion),sized(2,handshake)])};var retryRandom="cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c",extensionOf=(bytes,wanted)=>{for(let at=0;at+4<=bytes.length;){let type=bytes.
readUInt16BE(at),length=bytes.readUInt16BE(at+2);if(at+4+length>bytes.length)return;if(type===wanted)return bytes.subarray(at+4,at+4+length);at+=4+length}},parseServerHello=body=>{
let sessionLength=body[34];if(sessionLength===void 0||sessionLength>32)return;let at=35+sessionLength;if(body.length<at+3)return;let legacy=body.readUInt16BE(0),
rest=body.subarray(at+3);if(rest.length===1||rest.length>=2&&rest.readUInt16BE(0)!==rest.length-2)return;let supported=extensionOf(rest.subarray(2),43),version=supported?.
length===2?supported.readUInt16BE(0):legacy;if(!(version<768||version>772))return{version,suite:body.readUInt16BE(at),compression:body.readUInt8(at+2),retry:body.
subarray(2,34).toString("hex")===retryRandom}},parseCertificateList=body=>{if(body.length<3||body.readUIntBE(0,3)!==body.length-3)return;let certificates=[];for(let at=3;at<
body.length;){if(at+3>body.length)return;let length=body.readUIntBE(at,3);if(length===0||at+3+length>body.length)return;certificates.push(body.subarray(at+3,at+
3+length)),at+=3+length}return certificates};var maxFlight=65536,maxRecord=18432,maxWarnings=4,messageType={serverHello:2,certificate:11,certificateRequest:13,done:14},messages=reader=>{let pending=Buffer.
alloc(0),warnings=0;return async()=>{for(;;){if(pending.length>=4){let length2=pending.readUIntBE(1,3);if(length2>maxFlight)throw new WireFailure("limit-exceede\
d",`a message of ${length2} bytes`);if(pending.length>=4+length2){let message={type:pending.readUInt8(0),body:pending.subarray(4,4+length2)};return pending=pending.
subarray(4+length2),message}}let head=await reader.take(5),type=head.readUInt8(0),length=head.readUInt16BE(3);if(head.readUInt8(1)!==3||length===0||length>maxRecord)
throw new WireFailure("unexpected-reply","the answer to ClientHello is not TLS");let body=await reader.take(length);if(type===22)pending=Buffer.concat([pending,
body]);else if(type===21&&length===2){if(body.readUInt8(0)===2)return{alert:body.readUInt8(1)};if(warnings+=1,warnings>maxWarnings)throw new WireFailure("unexpe\
cted-reply","only TLS warnings")}else throw new WireFailure("unexpected-reply","the answer to ClientHello is not a TLS handshake")}}},readFlight=async reader=>{
let next=messages(reader),first=await next();if("alert"in first)return{kind:"refused",alert:first.alert};let hello=first.type===messageType.serverHello?parseServerHello(
first.body):void 0;if(hello===void 0)throw new WireFailure("unexpected-reply","not a ServerHello");if(hello.version===772)return{kind:"accepted",hello};let certificates=[],
asks=!1;for(;;){let message=await next();if("alert"in message)return{kind:"refused",alert:message.alert};if(message.type===messageType.done)return{kind:"accepte\
d",hello,certificates,asksForClientCertificate:asks};if(message.type===messageType.certificateRequest&&(asks=!0),message.type===messageType.certificate){let list=parseCertificateList(
message.body);if(list===void 0)throw new WireFailure("unexpected-reply","a broken certificate list");certificates=list}}};var askLifeMs=3e3,refusals2=[40,70,71,80],openAnswer=answer=>answer.kind==="alert"?unseen("tls-handshake-failed",{detail:`TLS alert ${answer.alert}`}):unseen("u\
nexpected-reply",{detail:"the server answered that it has no TLS"}),freshKeys=()=>({x25519:generateKeyPairSync("x25519").publicKey.export({type:"spki",format:"d\
er"}).subarray(-32),p256:createECDH("prime256v1").generateKeys()}),ask=(context,version,suites)=>observe(async()=>{let connection=need(await context.dial({lifeMs:askLifeMs}));
try{let answer=await requestTls(connection);if(answer==="declined")return seen({kind:"declined"});if(answer==="error")throw new WireFailure("unexpected-reply","\
an error message in answer to SSLRequest");let hello=clientHello({version,suites,host:context.endpoint.host,random:randomBytes(32),...version==="tls13"?{keys:freshKeys()}:
{}});connection.socket.write(hello);let source={stream:connection.socket,failure:connection.failure},flight=await readFlight(createReader(source,maxFlight));return seen(
flight.kind==="refused"&&!refusals2.includes(flight.alert)?{kind:"alert",alert:flight.alert}:flight)}finally{connection.close()}});var maxReply2=16384,distinctIdentities=identities=>identities.filter(({user,database:database3},index)=>identities.findIndex(other=>other.user===user&&other.database===
database3)===index),order={application:0,reporting:1,backup:2,admin:3,scanner:4},applicationsFirst=identities=>identities.toSorted((a,b)=>order[a.role]-order[b.
role]),askInClear=(context,{user,database:database3})=>context.options.plaintextTest?observe(async()=>{let connection=need(await context.dial());try{let reply=await startInClear(
connection,user,database3);return seen({reply,source:connection.localAddress})}finally{connection.close()}}):Promise.resolve(unseen("cancelled",{detail:"the tes\
t without TLS was switched off for this run"})),startSecured=async({socket},failure,{user,database:database3})=>{socket.write(startupMessage(user,database3));let reply=await readStartupReply(
createReader({stream:socket,failure},maxReply2));return reply.kind==="authentication"&&reply.code===0&&socket.write(terminate),reply},clientOf=context=>context.
trust.client?.seen===!0?context.trust.client.value:void 0,askSecured=(context,identity)=>observe(async()=>{let connection=need(await context.dial());try{if(await requestTls(
connection)!=="accepted")throw new WireFailure("tls-handshake-failed","TLS was declined");let secured=await secure(connection,{host:context.endpoint.host,ca:[],
client:clientOf(context),lenient:!0}),reply=await startSecured(secured,connection.failure,identity);return seen({reply,source:connection.localAddress})}finally{
connection.close()}}),replyOf=attempt2=>attempt2.seen?seen(attempt2.value.reply):attempt2,joinIdentity=(context,{role,user,database:database3},clear,secured)=>({
role,user,database:database3,clear:replyOf(clear),secured:replyOf(secured),sameSource:clear.seen&&secured.seen&&clear.value.source!==""&&clear.value.source===secured.
value.source,clientCertificateShown:clientOf(context)!==void 0});var maxReply3=16384,probeLifeMs=3e3,isEnd=error=>error instanceof WireFailure&&(error.reason==="connection-closed"||error.reason==="tls-handshake-failed"),rootsOf=({
trust})=>trust.source==="given"&&trust.ca.seen?trust.ca.value:void 0,opensslWord=({trust},{opensslError})=>trust.ca.seen?seen(opensslError??null):trust.ca,shakeHands=(context,identity,withRoots)=>observe(
async()=>{let connection=need(await context.dial());try{if(await requestTls(connection)!=="accepted")throw new WireFailure("tls-handshake-failed","TLS was decli\
ned");let{host}=context.endpoint,secured=await secure(connection,{host,ca:withRoots?rootsOf(context):[],client:clientOf(context),lenient:!0}),openssl=withRoots?
opensslWord(context,secured):unseen("tls-handshake-failed"),attempt2=identity===void 0?unseen("no-credentials"):await observe(async()=>seen({reply:await startSecured(
secured,connection.failure,identity),source:connection.localAddress})),{protocol,cipher,certificates}=secured;return seen({best:{protocol,cipher},certificates,openssl,
attempt:attempt2})}finally{connection.close()}}),askOpenssl=async context=>{let shaken=await shakeHands(context,void 0,!0);return shaken.seen?shaken.value.openssl:
shaken},isAnswer=reply=>reply.kind==="authentication"||/^(28|3D)/.test(reply.sqlstate),probeBuffer=async context=>{let openssl=unseen("tls-handshake-failed");return{
buffer:await observe(async()=>{let connection=need(await context.dial({lifeMs:probeLifeMs})),accepted=!1;try{if(accepted=await requestTls(connection,startupMessage(
"dbvet","dbvet"))==="accepted",!accepted)throw new WireFailure("unexpected-reply","TLS was declined");let secured=await secure(connection,{host:context.endpoint.
host,ca:rootsOf(context),client:clientOf(context),lenient:!0});openssl=opensslWord(context,secured);let reader=createReader({stream:secured.socket,failure:connection.
failure},maxReply3),reply=await readStartupReply(reader);if(isAnswer(reply))return seen("swallowed");if(reply.kind==="error"&&reply.sqlstate==="08P01")return seen(
"rejected");throw new WireFailure("unexpected-reply","an error message that tells nothing")}catch(error){if(accepted&&isEnd(error))return seen("rejected");throw error}finally{
connection.close()}}),openssl}},probeDirect=context=>observe(async()=>{let connection=need(await context.dial({lifeMs:probeLifeMs}));try{let{host}=context.endpoint,
{alpn}=await secure(connection,{host,ca:[],client:clientOf(context),alpn:"postgresql",lenient:!0});return seen(alpn==="postgresql"?"with-alpn":"without-alpn")}catch(error){
if(isEnd(error))return seen("refused");throw error}finally{connection.close()}});var oldVersions=["tls11","tls10","ssl3"],notAsked=unseen("limit-exceeded",{detail:"no connection was left to ask"}),versionOf=wire=>Object.keys(wireVersion).find(
version=>wireVersion[version]===wire),readOld=(highest,answer)=>{let asked2=oldVersions.slice(oldVersions.indexOf(highest)),all=value=>Object.fromEntries(asked2.
map(version=>[version,value]));if(!answer.seen)return all(answer);if(answer.value.kind==="refused")return all(seen(!1));if(answer.value.kind!=="accepted")return all(
openAnswer(answer.value));let chosen=versionOf(answer.value.hello.version),place=asked2.findIndex(version=>version===chosen);return place<0?all(unseen("unexpect\
ed-reply",{detail:"a version that was not offered"})):Object.fromEntries(asked2.slice(0,place+1).map((version,index)=>[version,seen(index===place)]))},collectOld=async(context,known,rounds)=>{
let facts=known;for(let round=0;round<rounds&&context.connectionsLeft()>0;round+=1){let next=oldVersions.find(version=>facts[version]===void 0);if(next===void 0)
break;facts={...facts,...readOld(next,await ask(context,next,everySuite))}}return facts},readWeak=(open6,answer)=>{let all=value=>Object.fromEntries(open6.map(family2=>[
family2,value]));if(!answer.seen)return all(answer);if(answer.value.kind==="refused")return all(seen(null));if(answer.value.kind!=="accepted")return all(openAnswer(
answer.value));let{suite}=answer.value.hello,family=weakFamilyOf(suite);return family===void 0||!open6.includes(family)?all(unseen("unexpected-reply",{detail:"a\
 suite that was not offered"})):{[family]:seen(suite)}},collectWeak=async(context,families4,known,rounds)=>{let facts=known;for(let round=0;round<rounds&&context.
connectionsLeft()>0;round+=1){let open6=families4.filter(family=>facts[family]===void 0);if(open6.length===0)break;let suites=open6.flatMap(family=>suitesOf[family]);
facts={...facts,...readWeak(open6,await ask(context,"tls12",suites))}}return facts},completeOld=(facts,why=notAsked)=>({ssl3:facts.ssl3??why,tls10:facts.tls10??
why,tls11:facts.tls11??why}),completeWeak=(facts,why=notAsked)=>Object.fromEntries(weakFamilies.map(family=>[family,facts[family]??why]));var createGate=width=>{let waiting=[],running=0;return async job=>{running>=width?await new Promise(resolve=>waiting.push(resolve)):running+=1;try{return await job()}finally{
let next=waiting.shift();next===void 0?running-=1:next()}}};var atOnce=4,notWanted=unseen("cancelled",{detail:"no check that needs it was asked for"}),askAll=async(context,users,shaken)=>{let{wants}=context,gate=createGate(
atOnce),when=(wanted,otherwise,job)=>wanted?gate(job):Promise.resolve(otherwise),wantsClear=wants("tls-plaintext-refused"),wantsUsers=wantsClear||wants("pg-wire\
-auth-method","pg-wire-scram-plus"),without=shaken.seen?notWanted:shaken,[clear,others,old3,broken,buffered,direct]=await Promise.all([Promise.all(users.map(one=>when(
wantsClear,notWanted,()=>askInClear(context,one)))),Promise.all(users.slice(1).map(one=>when(wantsUsers,notWanted,()=>askSecured(context,one)))),when(wants("tls\
-versions","tls-compression"),completeOld({},notWanted),()=>collectOld(context,{},1)),when(wants("tls-ciphers-weak"),completeWeak({},notWanted),()=>collectWeak(
context,weightyFamilies,{},2)),when(shaken.seen&&wants("pg-tls-pre-handshake-buffer"),{buffer:without,openssl:without},()=>probeBuffer(context)),when(shaken.seen&&
wants("pg-direct-tls"),without,()=>probeDirect(context))]);return{clear,others,old:old3,broken,buffered,direct}};import{rootCertificates}from"node:tls";var maxSent=12,parsed=blocks=>blocks.flatMap(block=>parseCertificate(block)??[]),certificatesOf=ders=>{if(ders===void 0||ders.length===0)return unseen("unexpect\
ed-reply",{detail:"the server showed no certificate"});let certificates=parsed(ders.slice(0,maxSent));return certificates.length<Math.min(ders.length,maxSent)?unseen(
"unexpected-reply",{detail:"a certificate cannot be parsed"}):seen(certificates)},judgeChain=(certificates,host,trust)=>{let[leaf]=certificates.seen?certificates.
value:[];if(!certificates.seen||leaf===void 0){let why=certificates.seen?unseen("unexpected-reply"):certificates;return{sent:why,namesHost:why,chain:why}}let sent=seen(
certificates.value.map(certificateFacts)),named=seen(namesHost(leaf,host));if(!trust.ca.seen)return{sent,namesHost:named,chain:trust.ca};let roots=trust.source===
"given"?trust.ca.value:rootCertificates,{path,anchored,borrowed}=findPath(certificates.value,parsed(roots));return{sent,namesHost:named,chain:seen({source:trust.
source,anchored,path:path.map(certificateFacts),borrowed:borrowed.map(certificate=>certificateFacts(certificate).subject)})}};var doubted=(fact,refusal,why)=>fact.seen&&fact.value===refusal?why:fact,each=(facts,refusal,why)=>Object.fromEntries(Object.entries(facts).map(([key,fact])=>[key,
doubted(fact,refusal,why)])),anySeen=(facts,acceptance)=>Object.values(facts).some(fact=>fact.seen&&acceptance(fact.value)),doubtRefusals=facts=>{let{best,sent,
versions,weak:weak2}=facts;return best.seen||sent.seen||anySeen(versions,accepted=>accepted)||anySeen(weak2,suite=>suite!==null)?facts:{...facts,offered:doubted(
facts.offered,!0,best),versions:each(versions,!1,best),weak:each(weak2,null,best),direct:doubted(facts.direct,"refused",best),buffer:doubted(facts.buffer,"rejec\
ted",best)}};var protocolVersionAlert=70,isOffered=first=>first.seen?seen(first.value.kind!=="declined"):first,tls12Of=first=>{if(!first.seen)return first;let answer=first.value;
if(answer.kind==="refused")return unseen("unsupported-version",{detail:"TLS 1.2 with forward secrecy was refused"});if(answer.kind!=="accepted")return openAnswer(
answer);let{suite,compression,version}=answer.hello;return answer.asksForClientCertificate===void 0||version>771?unseen("unexpected-reply",{detail:"a version th\
at was not offered"}):seen({suite,compression,asksForClientCertificate:answer.asksForClientCertificate})},accepts12=(first,protocol)=>{if(protocol==="TLSv1.2")return seen(
!0);if(!first.seen)return first;let answer=first.value;return answer.kind==="accepted"?seen(answer.hello.version===771):answer.kind!=="refused"?openAnswer(answer):
answer.alert===protocolVersionAlert?seen(!1):unseen("tls-handshake-failed",{detail:"the suites may have been the hindrance"})},accepts13=answer=>answer.seen?answer.
value.kind==="accepted"?seen(answer.value.hello.version===772):answer.value.kind==="refused"?seen(!1):openAnswer(answer.value):answer;var tlsConnections=11,maxIdentities=3,manyRounds=6,notTried=unseen("limit-exceeded",{detail:`only ${maxIdentities} users are tried in one run, applications firs\
t and the scanner last`}),noTls=unseen("tls-handshake-failed",{detail:"the server does not offer TLS"}),share=context=>{let all=applicationsFirst(distinctIdentities(
context.target.identities));return{tried:all.slice(0,maxIdentities),left:all.slice(maxIdentities).map(one=>joinIdentity(context,one,notTried,notTried))}},collectWithoutTls=async(context,offered)=>{
let why=offered.seen?noTls:offered,{tried,left}=share(context),clear=!(!offered.seen&&["timed-out","cancelled","limit-exceeded"].includes(offered.reason))&&context.
wants("tls-plaintext-refused")?await Promise.all(tried.map(one=>askInClear(context,one))):[],joined=tried.map((one,at)=>joinIdentity(context,one,clear[at]??why,
why));return{...blindFacts(context.endpoint.host,why),offered,identities:[...joined,...left],pin:context.trust.pin??null}},collect13=async(context,protocol)=>protocol!==
void 0?seen(protocol==="TLSv1.3"):context.wants("tls-versions","tls-compression")?accepts13(await ask(context,"tls13",tls13Suites)):notWanted,collectWithTls=async(context,first)=>{
let{endpoint,trust}=context,{tried,left}=share(context);context.step("reading the certificate");let flight=first.value.kind==="accepted"?first.value.certificates:
void 0,shaken=await shakeHands(context,tried[0],flight!==void 0),protocol=shaken.seen?shaken.value.best.protocol:void 0,sent=flight!==void 0||!shaken.seen?certificatesOf(
flight):seen(shaken.value.certificates),clear12=flight===void 0||sent.seen?first:sent;context.step("asking without TLS, with old versions and with weak ciphers");
let{clear,others,old:old3,broken,buffered,direct}=await askAll(context,tried,shaken),secured=[shaken.seen?shaken.value.attempt:shaken,...others],tls13=await collect13(
context,protocol),openssl=[shaken.seen?shaken.value.openssl:shaken,buffered.openssl].find(fact=>fact.seen||fact.reason==="file-unreadable"||fact.reason==="file-\
invalid")??(context.wants("tls-cert-chain-provider-ca","pg-wire-auth-method")?await askOpenssl(context):notWanted),weighty=await collectWeak(context,weightyFamilies,
broken,manyRounds),weak2=await collectWeak(context,[...weightyFamilies,"cbc"],weighty,1);return doubtRefusals({host:endpoint.host,offered:seen(!0),identities:[...tried.
map((one,at)=>joinIdentity(context,one,clear[at]??notTried,secured[at]??notTried)),...left],versions:{...completeOld(await collectOld(context,old3,manyRounds)),
tls12:accepts12(clear12,protocol),tls13},weak:completeWeak(weak2),best:shaken.seen?seen(shaken.value.best):shaken,tls12:tls12Of(clear12),...judgeChain(sent,endpoint.
host,trust),openssl,pin:trust.pin??null,direct,buffer:buffered.buffer})},collectTls=async context=>{context.step("asking for TLS");let first=await ask(context,"\
tls12",[...modernSuites,...suitesOf.cbc]),offered=isOffered(first);return first.seen&&first.value.kind!=="declined"?collectWithTls(context,first):collectWithoutTls(
context,offered)};var tlsFamily=defineFamily({id:"tls",engines:["postgresql"],connections:tlsConnections,collect:collectTls,blind:({offered})=>offered.seen?void 0:offered.reason,
checks:[tlsOffered,tlsPlaintextRefused,tlsVersions2,tlsCiphersWeak,tlsForwardSecrecy,tlsCompression,tlsCertChainProviderCa,tlsCertChainComplete,tlsCertSelfSigned,
tlsCertHostname,tlsCertExpiry,tlsCertNotYetValid,tlsCaExpiry,tlsCertKeyStrength,tlsCertSignature,tlsSpkiPin,tlsCertSharedDefault,tlsClientCertRequested,pgWireAuthMethod,
pgWireScramPlus,pgDirectTls,pgTlsPreHandshakeBuffer]});import{readFile as readFileByNode}from"node:fs/promises";import{performance}from"node:perf_hooks";var startDeadline=(timeoutMs,outer)=>{let started=performance.now(),controller=new AbortController,reason,end=why=>()=>{
reason??=why,controller.abort()},cancel=end("cancelled"),timer=setTimeout(end("timed-out"),timeoutMs);outer.addEventListener("abort",cancel,{once:!0}),outer.aborted&&
cancel();let elapsedMs=()=>performance.now()-started;return{signal:controller.signal,reason:()=>reason,remainingMs:()=>reason===void 0?Math.max(0,timeoutMs-elapsedMs()):
0,elapsedMs,release:()=>{clearTimeout(timer),outer.removeEventListener("abort",cancel)}}};import{lookup as systemLookup}from"node:dns/promises";import{createConnection,isIP as isIP6}from"node:net";var lookupByNode=async host=>(await systemLookup(host,{all:!0})).map(({address})=>address),defaultLifeMs=4e3,maxAddresses=4,socketReason=code=>code==="ECONNREFU\
SED"?"connection-refused":code==="ETIMEDOUT"||code==="EHOSTUNREACH"||code==="ENETUNREACH"?"connection-timeout":"connection-closed",codeOf=error=>error instanceof
Error&&"code"in error?String(error.code):"",guard=(socket,deadline,lifeMs)=>{let failure,end=why=>{failure??=why,socket.destroy()},stop=()=>end(new WireFailure(
deadline.reason()??"cancelled")),arm=ms=>setTimeout(()=>end(new WireFailure("timed-out",`not done after ${Math.round(ms)} ms`)),ms),timer=arm(lifeMs);return deadline.
signal.addEventListener("abort",stop,{once:!0}),socket.on("error",error=>{failure??=new WireFailure(socketReason(codeOf(error)),codeOf(error))}),socket.once("cl\
ose",()=>{clearTimeout(timer),deadline.signal.removeEventListener("abort",stop)}),{socket,localAddress:socket.localAddress??"",failure:()=>failure,close:()=>socket.
destroy(),rearm:ms=>{clearTimeout(timer),socket.destroyed||(timer=arm(ms))}}},open5=(host,port,deadline,lifeMs)=>new Promise((resolve,reject)=>{let socket=createConnection(
{host,port,noDelay:!0}),settle=act=>{clearTimeout(timer),deadline.signal.removeEventListener("abort",stop),socket.off("error",fail24),act()},give=why=>settle(()=>{
socket.on("error",()=>{}),socket.destroy(),reject(why)}),fail24=error=>give(new WireFailure(socketReason(codeOf(error)),codeOf(error))),stop=()=>give(new WireFailure(
deadline.reason()??"cancelled")),timer=setTimeout(()=>give(new WireFailure("connection-timeout")),lifeMs);deadline.signal.addEventListener("abort",stop,{once:!0}),
socket.once("error",fail24),socket.once("connect",()=>settle(()=>resolve(socket)))}),before=(deadline,work)=>new Promise((resolve,reject)=>{let stop=()=>reject(
new WireFailure(deadline.reason()??"cancelled"));deadline.signal.addEventListener("abort",stop,{once:!0}),work.then(resolve,reject).finally(()=>deadline.signal.
removeEventListener("abort",stop))}),createDialler=({host,port},deadline,lookup=lookupByNode)=>{let alive=new Set,opened=0,chosen,resolveName=async()=>{if(isIP6(
host)!==0)return[host];let addresses=await before(deadline,lookup(host).catch(error=>{throw new WireFailure("name-not-resolved",codeOf(error))}));if(addresses.length===
0)throw new WireFailure("name-not-resolved");return addresses.slice(0,maxAddresses)},connect3=async lifeMs=>{let last=new WireFailure("connection-closed");for(let address of chosen===
void 0?await resolveName():[chosen]){if(deadline.reason()!==void 0)break;try{let socket=await open5(address,port,deadline,Math.min(lifeMs,deadline.remainingMs()));
chosen=address,opened+=1;let connection=guard(socket,deadline,Math.min(lifeMs,deadline.remainingMs()));return alive.add(connection),socket.once("close",()=>alive.
delete(connection)),connection}catch(error){if(!(error instanceof WireFailure))throw error;last=error}}throw deadline.reason()===void 0?last:new WireFailure(deadline.
reason()??"cancelled")};return{dial:lifeMs=>observe(async()=>seen(await connect3(lifeMs??defaultLifeMs))),opened:()=>opened,closeAll:()=>{for(let connection of alive)
connection.close()}}};import{setImmediate as setImmediate2}from"node:timers/promises";var maxVerdicts=300,maxRemediation=1500,isOpen=outcome=>outcome==="unknown"||outcome==="error",toFinding=(check,verdict2,place)=>({check:check.id,endpoint:place.
endpoint,...verdict2.object===void 0?{}:{object:plainText(verdict2.object,200)},outcome:verdict2.outcome,severity:verdict2.severity??check.severity,title:plainText(
check.title,100),observed:plainText(verdict2.observed),expected:plainText(verdict2.expected),...isOpen(verdict2.outcome)?{reason:verdict2.reason??"internal-erro\
r"}:{},...verdict2.grant===void 0?{}:{grant:plainText(verdict2.grant)},...verdict2.source===void 0?{}:{source:plainText(verdict2.source)},remediation:plainText(
verdict2.remediation??textFor(check.remediation,place.platform),maxRemediation)}),unknownFinding=(check,reason,detail,place)=>toFinding(check,{outcome:reason===
"internal-error"?"error":"unknown",reason,observed:detail,expected:check.question},place),bugPlace=error=>{if(!(error instanceof Error))return"something that is\
 no error was thrown";let frame=/\(?([^()\s/\\]+:\d+:\d+)\)?$/m.exec(error.stack??"")?.[1]??"unknown place";return`${error.name} at ${frame}`},worstFirst={fail:0,
error:1,unknown:2,pass:3,"not-applicable":4},distinct=findings=>{let byKey=new Map;for(let finding of findings){let other=byKey.get(findingKey(finding));(other===
void 0||worstFirst[finding.outcome]<worstFirst[other.outcome])&&byKey.set(findingKey(finding),finding)}return[...byKey.values()]},judgeCheck=(check,facts,context,place)=>{
let verdicts2;try{verdicts2=check.judge(facts,context)}catch(error){return[unknownFinding(check,"internal-error",`dbvet failed here: ${bugPlace(error)}`,place)]}
if(verdicts2.length===0)return[unknownFinding(check,"internal-error","dbvet failed here: no verdict",place)];let all=distinct(verdicts2.map(verdict2=>toFinding(
check,verdict2,place)));if(all.length<=maxVerdicts)return all;let sorted=all.toSorted((a,b)=>worstFirst[a.outcome]-worstFirst[b.outcome]),cut2=`${all.length-maxVerdicts}\
 more objects were judged and are not shown`;return[...sorted.slice(0,maxVerdicts),toFinding(check,{outcome:"unknown",reason:"limit-exceeded",object:"(more)",observed:cut2,
expected:check.question},place)]};var maxText=2e3,maxItems=2e3,maxDepth2=12,plainFacts=(value,depth=0)=>{if(typeof value=="string")return plainText(value,maxText);if(typeof value=="number"||typeof value==
"boolean"||value===null)return value;if(typeof value=="object")return depth>=maxDepth2?"\u2026":Array.isArray(value)?value.slice(0,maxItems).map(item=>plainFacts(
item,depth+1)):Object.fromEntries(Object.entries(value).slice(0,maxItems).map(([key,item])=>[plainText(key,200),plainFacts(item,depth+1)]))};var graceMs=500,sentences={"timed-out":"The time for this target was over before the check had what it needs",cancelled:"Stopped before the check had what it ne\
eds"},orLeave=(work,deadline)=>new Promise((resolve,reject)=>{let timer,stop=()=>{timer=setTimeout(()=>resolve(void 0),graceMs)};deadline.signal.addEventListener(
"abort",stop,{once:!0}),deadline.signal.aborted&&stop(),work.then(resolve,reject).finally(()=>{clearTimeout(timer),deadline.signal.removeEventListener("abort",stop)})}),
examine=(family,wanted,context,judging)=>family.open(async definition=>{let{judge,place,deadline}=judging,all=(reason,text)=>({facts:{},blind:reason,findings:wanted.
map(check=>unknownFinding(check,reason,text,place))}),facts;try{facts=await orLeave(definition.collect(context),deadline)}catch(error){return all("internal-erro\
r",`dbvet failed while it looked: ${bugPlace(error)}`)}if(facts===void 0){let reason=deadline.reason()??"timed-out";return all(reason,sentences[reason]??reason)}
let ids=new Set(wanted.map(check=>check.id)),findings=[];for(let check of definition.checks)ids.has(check.id)&&(findings.push(...judgeCheck(check,facts,judge,place)),
await setImmediate2());let report=definition.report===void 0?facts:definition.report(facts);return{facts:{[family.id]:plainFacts(report)},findings,blind:definition.
blind?.(facts)}});var unreachableText={"name-not-resolved":"The name does not lead to an address","connection-refused":"Nothing listens there: the connection was refused","connec\
tion-timeout":"No answer to the attempt to connect (is a firewall in between?)","connection-closed":"The connection broke while it was made","timed-out":"The ti\
me for this target was over before a connection was made",cancelled:"Stopped before a connection was made",offline:"dbvet was told to open no connection"},unreached=(endpoint,assignments,reason,request)=>{
let place={endpoint:endpointName(endpoint),platform:request.target.platform};return{endpoint,unreachable:reason,connections:0,facts:{},findings:assignments.flatMap(
({wanted})=>wanted.map(check=>unknownFinding(check,reason,unreachableText[reason]??`Not reached: ${reason}`,place)))}},reportFindings=(request,findings)=>{for(let finding of findings)
request.onEvent?.({kind:"finding",target:request.target.id,finding})},probeEndpoint=async(endpoint,assignments,tools2)=>{let{request,deadline,trust,now}=tools2,
dialler=createDialler(endpoint,deadline,tools2.lookup),first=await dialler.dial();if(!first.seen){let result=unreached(endpoint,assignments,first.reason,request);
return reportFindings(request,result.findings),result}let spare=first.value,contextFor=({family,wanted})=>{let ids=new Set(wanted.map(check=>check.id)),left=family.
connections;return{target:request.target,endpoint,now,trust,options:{allowUnverified:request.allowUnverified,plaintextTest:request.plaintextTest},wants:(...checks2)=>checks2.
some(check=>ids.has(check)),secret:request.secret,dial:({lifeMs=defaultLifeMs}={})=>{if(left===0)return Promise.resolve(unseen("limit-exceeded",{detail:`the ${family.
connections} connections of this probe are used up`}));left-=1;let ready=spare;return ready===void 0?dialler.dial(lifeMs):(spare=void 0,ready.rearm(lifeMs),Promise.
resolve(seen(ready)))},connectionsLeft:()=>left,remainingMs:deadline.remainingMs,stopped:deadline.reason,signal:deadline.signal,step:text=>request.onEvent?.({kind:"\
step",target:request.target.id,text:plainText(text,120)})}},judge={now,thresholds:request.thresholds,...request.target.platform===void 0?{}:{platform:request.target.
platform}},place={endpoint:endpointName(endpoint),platform:request.target.platform};try{let examinations=await Promise.all(assignments.map(async assignment=>{let{
family,wanted}=assignment,result=await examine(family,wanted,contextFor(assignment),{judge,place,deadline});return reportFindings(request,result.findings),result}));
return{endpoint,connections:dialler.opened(),facts:Object.assign({},...examinations.map(({facts})=>facts)),findings:examinations.flatMap(({findings})=>findings),
blind:examinations.flatMap(({blind:blind3})=>blind3??[])}}finally{dialler.closeAll()}};import{X509Certificate as X509Certificate2}from"node:crypto";import{createSecureContext}from"node:tls";var maxFileBytes=1048576,readText=async(readFile,path)=>{let bytes;try{bytes=await readFile(path)}catch(error){return unseen("file-unreadable",{detail:`${path}:\
 ${saidOf(error).what}`})}return bytes.length>maxFileBytes?unseen("file-invalid",{detail:`${path} is larger than 1 MiB`}):seen(Buffer.from(bytes).toString("lati\
n1"))},pemCertificates=text=>{let blocks=text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);if(blocks!==null)try{for(let block of blocks)new X509Certificate2(
block);return blocks}catch{return}},loadCa=async(path,readFile)=>{let text=await readText(readFile,path);if(!text.seen)return text;let blocks=pemCertificates(text.
value);return blocks===void 0?unseen("file-invalid",{detail:`${path} does not hold PEM certificates`}):seen(blocks)},loadClient=async(certPath,keyPath,readFile)=>{
if(certPath===void 0||keyPath===void 0)return unseen("file-invalid",{detail:"a client certificate needs both its certificate and its key"});let cert=await readText(
readFile,certPath);if(!cert.seen)return cert;let key=await readText(readFile,keyPath);if(!key.seen)return key;try{return createSecureContext({cert:cert.value,key:key.
value}),seen({cert:cert.value,key:key.value})}catch{return unseen("file-invalid",{detail:`${certPath} and ${keyPath} are not a matching PEM certificate and unen\
crypted key`})}},loadTrust=async(verification,readFile)=>{let{ca,pin,clientCert,clientKey}=verification;return{source:ca===void 0?"system":"given",ca:ca===void 0?
seen([]):await loadCa(ca,readFile),...pin===void 0?{}:{pin},...clientCert===void 0&&clientKey===void 0?{}:{client:await loadClient(clientCert,clientKey,readFile)}}};var assign=(families4,request,endpoint)=>{let{target,only}=request,seesServer=endpoint.role!=="pooler"||target.endpoints.every(({role})=>role==="pooler");return families4.
filter(({engines})=>engines.includes(target.engine)).map(family=>({family,wanted:family.checks.filter(({id,scope})=>(only===void 0||only.includes(id))&&(scope===
"endpoint"||seesServer))})).filter(({wanted})=>wanted.length>0)},statusOf=(results,stopped)=>{let reasons2=results.flatMap(({unreachable})=>unreachable??[]),[first]=reasons2;
if(first!==void 0&&reasons2.length===results.length)return{status:"unreachable",reason:first};let reason=stopped??first??results.flatMap(({blind:blind3})=>blind3??
[])[0];return reason===void 0?{status:"complete"}:{status:"partial",reason}},checkOnly=(families4,only)=>{let known=new Set(families4.flatMap(({checks:checks2})=>checks2.
map(({id})=>id))),unknown25=only?.find(id=>!known.has(id));if(unknown25!==void 0)throw new UserError(`There is no check "${unknown25}"`,["dbvet probe --list pri\
nts all checks"])},createProbeRunner=({families:families4,clock,readFile=readFileByNode,lookup})=>({checks:families4.flatMap(({checks:checks2})=>checks2),probe:async request=>{
checkOnly(families4,request.only);let{target,onEvent}=request,startedAt=clock().toISOString();onEvent?.({kind:"started",target:target.id});let deadline=startDeadline(
request.timeoutMs,request.signal);try{let trust=await loadTrust(target.verification,readFile),results=await Promise.all(target.endpoints.map(endpoint=>{let assignments=assign(
families4,request,endpoint),reason=request.offline?"offline":deadline.reason();return reason!==void 0?Promise.resolve(unreached(endpoint,assignments,reason,request)):
assignments.length===0?Promise.resolve({endpoint,connections:0,facts:{},findings:[]}):probeEndpoint(endpoint,assignments,{request,trust,deadline,now:startedAt,...lookup===
void 0?{}:{lookup}})})),outcome=families4.some(({engines})=>engines.includes(target.engine))?statusOf(results,deadline.reason()):{status:"partial",reason:"unsup\
ported-version"},report={target:target.id,engine:target.engine,...outcome,startedAt,finishedAt:clock().toISOString(),durationMs:Math.round(deadline.elapsedMs()),
connections:results.reduce((sum,{connections})=>sum+connections,0),endpoints:results.map(({endpoint,facts})=>({...endpoint,facts})),findings:results.flatMap(({findings})=>findings)};
return onEvent?.({kind:"finished",target:target.id,report}),report}finally{deadline.release()}}});var probeAll=async(runner,requests,{concurrency=16}={})=>{let reports=[],queue=requests.entries(),work=async()=>{for(let[index,request]of queue)reports[index]=await runner.
probe(request)};return await Promise.all(Array.from({length:Math.max(1,Math.min(concurrency,requests.length))},work)),reports};var families3=[tlsFamily,postgresql];export{createProbeRunner,families3 as families,probeAll};
