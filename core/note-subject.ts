/** What a note can be about. */
export const NOTE_SUBJECTS = ['workshop', 'version', 'agreement', 'lead'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];
