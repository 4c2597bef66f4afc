import {createRequire as dbvetCreateRequire} from 'node:module';
import {fileURLToPath as dbvetPath} from 'node:url';
const require = dbvetCreateRequire(import.meta.url);
const __filename = dbvetPath(import.meta.url);
const __dirname = dbvetPath(new URL('.', import.meta.url));
var full={what:"the disk is full",next:"Free some space, then try again."},denied={what:"permission denied",next:"Give yourself the rights on it, then try again\
."},special={what:"it is not a regular file",next:"Put a regular file in its place."},tooMany={what:"too many files are open",next:"Close other programs, then t\
ry again."},inTheWay={what:"it, or a part of its path, is a file, not a folder",next:"Move what is in the way, or choose another path."},words=new Map([["ENOSPC",
full],["EDQUOT",full],["EFBIG",{what:"the file may not grow any more",next:"Raise the limit on file sizes."}],["EACCES",denied],["EPERM",denied],["EROFS",{what:"\
the file system is read-only",next:"Make it writable, or copy the workspace to where you may write."}],["ELOOP",{what:"it is a symbolic link",next:"Put the real\
 file in its place."}],["EISDIR",{what:"it is a folder",next:"Move the folder away."}],["ENOTDIR",inTheWay],["EEXIST",inTheWay],["ENOENT",{what:"it is not there",
next:"Bring it back, or check the path."}],["ENOTSUP",{what:"the file system takes no new folders there",next:"Choose another folder."}],["ENXIO",special],["ENO\
DEV",special],["EMFILE",tooMany],["ENFILE",tooMany],["EIO",{what:"the device reports an error",next:"Check the disk; copy the workspace away."}],["ENAMETOOLONG",
{what:"its name is too long",next:"Use a shorter path."}]]),errorCode=error=>error instanceof Error&&"code"in error&&typeof error.code=="string"?error.code:void 0,
systemWords=error=>words.get(errorCode(error)),saidOf=error=>systemWords(error)??{what:`the system says ${errorCode(error)??"no more than that"}`,next:"Check th\
e path, then try again."};export{errorCode,systemWords,saidOf};
