/** What a screen says of the files of an import. */
import * as z from 'zod/mini';

export const importFiles = z
  .array(
    z.strictObject({
      file: z.string().check(z.minLength(1), z.maxLength(200)),
      reading: z.optional(
        z.strictObject({
          encoding: z.optional(z.string().check(z.maxLength(40))),
          delimiter: z.optional(z.string().check(z.minLength(1), z.maxLength(1))),
          header: z.optional(z.enum(['first', 'none'])),
          sheet: z.optional(z.string().check(z.maxLength(1_000))),
        }),
      ),
      mapping: z.optional(z.unknown()),
    }),
  )
  .check(z.minLength(1), z.maxLength(50));
