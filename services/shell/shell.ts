/** What only the surroundings of the app can do: the desktop's dialogs, or the browser host's folder of workshops. */
import type { PickPurpose } from '../../api/bridge.ts';

export interface Shell {
  /** Absolute paths of files, or of one folder for 'data-folder'; empty when the user thinks better of it. */
  readonly pickFiles: (purpose: PickPurpose) => Promise<readonly string[]>;
  /** Absolute path of a workshop to be made; null when the user thinks better of it. */
  readonly pickNewWorkshop: (suggestedName: string) => Promise<string | null>;
  /** False when cancelled. */
  readonly saveText: (suggestedName: string, mediaType: string, text: string) => Promise<boolean>;
}
