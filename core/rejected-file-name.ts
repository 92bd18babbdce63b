/**
 * What the CSV of a file's rejected rows is called: `Leads.csv` → `Leads-rejected.csv`, and `Leads.csv (2)`, which tells two
 * files of an import apart, → `Leads (2)-rejected.csv`. No name leads out of a folder: a workshop may come from elsewhere.
 */
export function rejectedFileName(file: string): string {
  const [, name = file, mark = ''] = /^(.+?)(?:\.[^.]+?)?( \(\d+\))?$/u.exec(file) ?? [];
  return `${name}${mark}-rejected.csv`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
