import {spawnSync} from 'node:child_process';

type Node = {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
	readonly children: readonly Node[];
};

const script = `
import json, sys, xml.etree.ElementTree as tree
def plain(e): return {'tag': e.tag, 'attributes': e.attrib, 'text': e.text or '', 'children': [plain(c) for c in e]}
print(json.dumps(plain(tree.fromstring(sys.stdin.buffer.read()))))
`;

/** Reads XML with a parser that is not ours (expat, of Python 3); throws where it is not well-formed. */
export const readXml = (xml: string): Node => {
	const {status, stdout, stderr} = spawnSync('python3', ['-c', script], {
		input: xml,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status !== 0) throw new Error(stderr);
	return JSON.parse(stdout) as Node;
};
