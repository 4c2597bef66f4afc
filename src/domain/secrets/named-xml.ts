import type {FoundSecret} from './found.js';
import {namedObject, secretsOf, takeEntry} from './named-object.js';

const tag = /<[A-Za-z][\w:.-]{0,80}(?=\s)/g;
const attribute =
	/\s{1,200}([A-Za-z_][\w:.-]{0,80})\s{0,20}=\s{0,20}(?:"([^"<]{0,4000})"|'([^'<]{0,4000})')/dy;

/** Values in attributes of XML whose name is another attribute, in whatever order. */
export const namedInXml = (text: string): readonly FoundSecret[] => {
	const found: (readonly FoundSecret[])[] = [];
	const tags = new RegExp(tag);
	const attributes = new RegExp(attribute);
	for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
		const object = namedObject(undefined);
		attributes.lastIndex = tags.lastIndex;
		for (let next = attributes.exec(text); next !== null; next = attributes.exec(text)) {
			tags.lastIndex = attributes.lastIndex;
			const place = next.indices?.[2] ?? next.indices?.[3];
			if (place === undefined || next[1] === undefined) continue;
			const [start, end] = place;
			takeEntry(object, {key: next[1], start, end}, text.slice(start, end));
		}
		found.push(secretsOf(object, text));
	}
	return found.flat();
};
