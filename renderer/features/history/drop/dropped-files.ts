/** The files of a drop: those dropped, and the CSV files that lie in a dropped folder itself, as the app reads a data folder. */

/** Has to be called while the drop is told of: afterwards the browser has forgotten what was dropped. */
export const filesDropped = (transfer: Pick<DataTransfer, 'items'>): Promise<readonly File[]> => {
  const found = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      return entry !== null && isFolder(entry) ? filesIn(entry) : Promise.resolve([item.getAsFile()]);
    });
  return Promise.all(found).then((lists) => lists.flat().filter((file) => file !== null));
};

/** Whether what is dragged over the screen are files, as far as a browser tells. */
export const hasFiles = (transfer: Pick<DataTransfer, 'types'> | null): boolean =>
  transfer?.types.includes('Files') === true;

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader tells of some at a time, and of none at the end.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    entries.push(...some);
  }
  const tables = entries.filter(isFile).filter(({ name }) => /\.csv$/iu.test(name));
  return Promise.all(tables.map((entry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))));
}
