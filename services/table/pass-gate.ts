import { fail, ok, type Result } from '../../core/result.ts';
import { foreignFormat } from './foreign-format.ts';
import { readHead } from './read-head.ts';
import { type TableFault, tableFaultOfError } from './table-fault.ts';
import { openZip } from './workbook/open-zip.ts';

/** Which of the two a file is; a zip that is not to be unpacked is refused here, before a worker is started for it. */
export async function passGate(path: string, name: string): Promise<Result<'workbook' | 'text', TableFault>> {
  try {
    const foreign = foreignFormat((await readHead(path)).bytes);
    if (foreign?.kind !== 'zip') return ok('text');
    const zip = await openZip(path, name);
    if (!zip.ok) return zip;
    zip.value.file.close();
    return ok('workbook');
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}
