/** What is wrong with a rule-set document: where (`rules[2].bands[0].to`), and what with the way out. */
export interface RuleSetFault {
  readonly path: string;
  readonly message: string;
}

/** Collects the faults of one document, so that all of them are told at once. */
export interface FaultList {
  readonly faults: readonly RuleSetFault[];
  readonly add: (path: string, message: string) => void;
}

export function createFaultList(): FaultList {
  const faults: RuleSetFault[] = [];
  return { faults, add: (path, message) => void faults.push({ path, message }) };
}

export function keyPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

const SHOWN_LENGTH = 60;

/** A faulty value in a message: JSON, cut short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' || typeof value === 'boolean' ? JSON.stringify(value) : typeof value;
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
