import { errorCode } from '../../../db/workshop-fault.ts';

/** Why a source could not be read, in the shape of a Failure. `detail`: what happened, what is safe, what to do. */
export interface SourceFault {
  readonly kind: 'badSource' | 'badMapping' | 'cancelled' | 'notFound';
  readonly detail: string;
  readonly path?: string;
}

export const badSource = (what: string, todo: string): SourceFault => ({
  kind: 'badSource',
  detail: `${what} Nothing was changed. ${todo}`,
});

export const badMapping = (path: string, what: string): SourceFault => ({
  kind: 'badMapping',
  detail: `The mapping has a fault${path === '' ? '' : ` at ${path}`}: ${what} Nothing was changed.`,
  path,
});

export const cancelled = (): SourceFault => ({
  kind: 'cancelled',
  detail: 'The import was cancelled; nothing was changed.',
});

/** The fault that an error of the file system means; null: a bug, to be thrown on. */
export function faultOfFileError(error: unknown, name: string): SourceFault | null {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        kind: 'notFound',
        detail: `${name} is not there. Nothing was changed. Check the name, and that its drive is connected.`,
      };
    case 'EISDIR':
      return badSource(`${name} is a folder, not a file.`, 'Choose the file in it.');
    case 'EACCES':
    case 'EPERM':
      return badSource(`${name} may not be read.`, 'Allow yourself to read it, or copy it to a folder of your own.');
    case 'EIO':
    case 'ESTALE':
    case 'EBUSY':
      return badSource(`${name} could not be read to its end.`, 'Copy it to a local folder and import the copy.');
    default:
      return null;
  }
}
