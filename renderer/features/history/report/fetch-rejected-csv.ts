import type { Outputs } from '../../../../api/contract.ts';
import type { Reply } from '../../../../api/reply.ts';
import type { Client } from '../../../client/client.ts';

/** All rejected rows of a file as one CSV, fetched piece by piece; null: cancelled on the way. `onRows` hears how many are there. */
export const fetchRejectedCsv = async (
  client: Client,
  { importId, file }: { readonly importId: number; readonly file: string },
  isCancelled: () => boolean,
  onRows: (rows: number) => void,
): Promise<Reply<string | null>> => {
  const pieces: string[] = [];
  let rows = 0;
  for (let offset: number | null = 0; offset !== null; ) {
    if (isCancelled()) return { ok: true, value: null };
    const piece: Reply<Outputs['import.rejectedCsv']> = await client('import.rejectedCsv', { importId, file, offset });
    if (!piece.ok) return piece;
    pieces.push(piece.value.csv);
    rows += piece.value.rows;
    onRows(rows);
    offset = piece.value.nextOffset;
  }
  return { ok: true, value: pieces.join('') };
};
