import type { Messages } from '../../i18n/messages.tsx';
import type { FileFault } from './file-faults.ts';

/** What has to be said or done before the file can be brought in. */
export const faultWords = ({ t }: Messages, fault: FileFault): string =>
  t(`history.map.fault.${fault.kind}`, 'column' in fault ? { column: fault.column } : {});

export const faultKey = (fault: FileFault): string =>
  'column' in fault ? `${fault.kind} ${fault.column}` : fault.kind;
