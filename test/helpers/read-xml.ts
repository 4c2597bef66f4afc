export type XmlNode = {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** The text directly inside, without that of its children. */
	text: string;
	readonly children: XmlNode[];
};

const token =
	/<\/(?<close>[a-z]+)>|<(?<open>[a-z]+)(?<attributes>(?: [a-z]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<]+)/y;

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** The characters that XML 1.0 allows (its production 2). */
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

const decoded = (text: string): string => {
	if (text.includes(']]>')) throw new Error('a section ends that never began');
	const plain = text.replace(/&(?:#x([0-9a-f]+);|([a-z]+);|)/g, (_, hex?: string, name = '') => {
		const character =
			hex === undefined ? named[String(name)] : String.fromCodePoint(Number.parseInt(hex, 16));
		if (character === undefined) throw new Error(`no entity: &${String(name)}`);
		return character;
	});
	if (!allowed.test(plain)) throw new Error('a character that XML does not allow');
	return plain;
};

/** Reads the XML that a report needs (elements, attributes, text), strictly: throws at anything else. */
export const readXml = (xml: string): XmlNode => {
	const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
	if (!xml.startsWith(head)) throw new Error('no declaration');
	const top: XmlNode = {tag: '', attributes: {}, text: '', children: []};
	const open = [top];
	token.lastIndex = head.length;
	while (token.lastIndex < xml.length) {
		const at = token.lastIndex;
		const found = token.exec(xml)?.groups;
		const parent = open.at(-1);
		if (found === undefined || parent === undefined)
			throw new Error(`not well-formed: ${xml.slice(at, at + 60)}`);
		if (found.text !== undefined) parent.text += decoded(found.text);
		else if (found.close !== undefined) {
			if (open.pop()?.tag !== found.close) throw new Error(`${found.close} was not open`);
		} else {
			const pairs = (found.attributes ?? '').matchAll(/ ([a-z]+)="([^"]*)"/g);
			const node: XmlNode = {
				tag: found.open ?? '',
				attributes: Object.fromEntries([...pairs].map(([, k = '', v = '']) => [k, decoded(v)])),
				text: '',
				children: [],
			};
			parent.children.push(node);
			if (found.empty === '') open.push(node);
		}
	}
	const [root, ...more] = top.children;
	if (root === undefined || more.length > 0 || open.length !== 1) throw new Error('no one root');
	return root;
};

/** All elements of a name, in their order. */
export const elements = (node: XmlNode, tag: string): readonly XmlNode[] => [
	...(node.tag === tag ? [node] : []),
	...node.children.flatMap(child => elements(child, tag)),
];
