import type { Alteration } from '../../core/agreement/verify-agreements.ts';

/** What another program changed, in a sentence. */
export function alterationWords({ number, part, person }: Alteration): string {
  switch (part) {
    case 'missing':
      return `Version ${number} is gone from the file.`;
    case 'document':
      return `Version ${number} no longer matches its signature: its text, reason or date was changed after it was kept.`;
    case 'chain':
      return `Version ${number} does not follow the version before it any more: that one was changed or taken out.`;
    case 'rules':
      return `Version ${number} no longer matches the rules that were kept with it.`;
    case 'signature':
      return `Version ${number} no longer matches a signature: that of ${person ?? 'a seat'} was changed or taken out, or one before it was.`;
    case 'event':
      return `What became of version ${number} was changed or taken out after it was kept.`;
  }
}
