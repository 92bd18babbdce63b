/** What keeps the files of an import from being brought in. */
import { type FlowFile, fileNames } from './flow-files.ts';
import { type FormFault, formFaults } from './mapping/form-model.ts';
import { leadAttributes } from './mapping/lead-model.ts';
import { type MappingFault, mappingFaults } from './mapping/mapping-model.ts';

export type FileFault =
  | MappingFault
  | FormFault
  | { readonly kind: 'leadBy'; readonly column: string }
  | { readonly kind: 'refused' | 'reading' };

export interface NamedFault {
  readonly token: string;
  readonly file: string;
  readonly fault: FileFault;
}

/** `known`: the attributes of the workshop's leads. Empty when the file can be brought in. */
const faultsOf = (file: FlowFile, files: readonly FlowFile[], known: readonly string[]): readonly FileFault[] => {
  const { inspected, mapping, isReading } = file;
  if (isReading) return [{ kind: 'reading' }];
  if (inspected.kind === 'refused' || mapping === null) return [{ kind: 'refused' }];
  const names = inspected.columns.map(({ name }) => name);
  const { leadBy } = mapping;
  const isLost = leadBy !== undefined && mapping.rows !== 'leads' && !leadAttributes(files, known).includes(leadBy);
  return [
    ...mappingFaults(mapping, names),
    ...(isLost ? [{ kind: 'leadBy', column: leadBy } as const] : []),
    ...formFaults(mapping, inspected.columns),
  ];
};

/** In the order of the files. */
export const allFaults = (files: readonly FlowFile[], known: readonly string[]): readonly NamedFault[] => {
  const names = fileNames(files);
  return files.flatMap((file, index) =>
    faultsOf(file, files, known).map((fault) => ({ token: file.token, file: names[index] ?? file.ownName, fault })),
  );
};
