import { UnreadableFile } from './import-report.ts';

/** An element as far as data files use XML: no attributes, no mixture of text and elements. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!|<\/([^\s>]+)\s*>|<([^\s/>!?]+)[^>]*?(\/?)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DEEPEST = 100;

/** Reads XML as plain data. Declarations of any kind are refused: entities of a file's own are how such files attack. */
export function readXml(text: string): XmlElement {
  const root: Open = { name: '', text: '', children: [] };
  const open: Open[] = [root];
  let from = 0;
  for (const token of text.matchAll(TOKEN)) {
    const [all, closing, opening, selfClosing] = token;
    const here = open.at(-1) ?? root;
    here.text += decoded(text.slice(from, token.index));
    from = token.index + all.length;
    if (all.startsWith('<![CDATA[')) here.text += all.slice(9, -3);
    else if (all === '<!') throw broken('it declares things of its own, which is not read');
    else if (closing !== undefined) close(open, local(closing));
    else if (opening !== undefined) {
      const element: Open = { name: local(opening), text: '', children: [] };
      here.children.push(element);
      if (!selfClosing) open.push(element);
      if (open.length > DEEPEST) throw broken(`it is nested more than ${DEEPEST} deep`);
    }
  }
  const [document] = root.children;
  if (open.length > 1) throw broken(`<${open.at(-1)?.name ?? ''}> is never closed`);
  if (!document) throw broken('it holds no element');
  return document;
}

/** The text of the first child of that name; undefined where there is none or it is empty. */
export function textIn(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim() || undefined;
}

export function childrenIn(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function close(open: Open[], name: string): void {
  const closed = open.length > 1 ? open.pop() : undefined;
  if (closed?.name !== name) throw broken(`</${name}> closes what was not open`);
}

/** Without the prefix of its namespace. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,6});/gi, (all, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? all;
    const code = entity[1]?.toLowerCase() === 'x' ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

function broken(detail: string): UnreadableFile {
  return UnreadableFile.because('BROKEN_FILE', `is no XML that can be read: ${detail}`);
}
