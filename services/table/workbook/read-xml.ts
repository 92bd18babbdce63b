/** One XML part of a workbook, element by element; the whole of it is never in memory. */
import type { Buffer } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type TableFault, tableFault } from '../table-fault.ts';
import { damagedZip, type OpenZip } from './open-zip.ts';

/** Names are without their prefix: `x:row` is "row". */
export interface XmlTaker {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Told of each piece of the part how many bytes it has. */
  readonly inflated?: (bytes: number) => void;
  /** Asked between pieces: a fault or 'enough' ends the reading. */
  readonly end?: () => TableFault | 'enough' | null;
}

/** Refuses a DOCTYPE: without one there are no entities but the five of XML. False: there is no such part. */
export async function readXml(
  zip: OpenZip,
  name: string,
  part: string,
  taker: XmlTaker,
): Promise<Result<boolean, TableFault>> {
  const entry = zip.entryByName.get(part);
  if (entry === undefined) return ok(false);
  let fault: TableFault | null = null;
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  parser.on('doctype', () => {
    fault ??= tableFault(
      'hostile',
      `${name} is not read: ${part} has a DOCTYPE, which no workbook needs.`,
      'Open it in Excel or LibreOffice and save it as CSV UTF-8.',
    );
  });
  parser.on('error', (error) => {
    fault ??= damagedZip(name, `${part}, ${error.message}`);
  });
  parser.on('opentag', (tag) => taker.open(localName(tag.name), attributesOf(tag.attributes)));
  const { text, close } = taker;
  if (text !== undefined) parser.on('text', text);
  if (text !== undefined) parser.on('cdata', text);
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const stream = await zip.file.openReadStreamPromise(entry);
    for await (const piece of stream) {
      const bytes = piece as Buffer;
      parser.write(decoder.decode(bytes, { stream: true }));
      taker.inflated?.(bytes.length);
      const end = fault ?? taker.end?.() ?? null;
      if (end === 'enough') return ok(true);
      if (end !== null) return fail(end);
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    return fail(damagedZip(name, `${part}, ${error.message}`));
  }
  return fault === null ? ok(true) : fail(fault);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const attributesOf = (attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
